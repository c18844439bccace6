//! Lines that name the fact they state: `Title: …`, `Date: …`, `Ort: …`.

use super::date_and_place;
use crate::date;
use crate::document::{Header, HeaderKind, PrintedDate};
use crate::fold::is_small;

/// What a line states.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Fact {
    Title,
    Date,
    Place,
    /// Something else about the document.
    Other,
}

/// The names of facts, in small letters, and what they name. `Participants:` is a note of its own.
const NAMES: [(Fact, &[&str]); 4] = [
    (
        Fact::Title,
        &[
            "title",
            "titel",
            "titre",
            "titolo",
            "título",
            "название",
            "заголовок",
            "標題",
            "标题",
        ],
    ),
    (
        Fact::Date,
        &[
            "date",
            "datum",
            "data",
            "fecha",
            "дата",
            "日期",
            "תאריך",
            "التاريخ",
        ],
    ),
    (
        Fact::Place,
        &[
            "place",
            "location",
            "venue",
            "ort",
            "lieu",
            "luogo",
            "lugar",
            "local",
            "место",
            "地點",
            "地点",
            "מקום",
            "المكان",
        ],
    ),
    (
        Fact::Other,
        &[
            "source",
            "quelle",
            "fonte",
            "fuente",
            "источник",
            "archive",
            "archiv",
            "архив",
            "reference",
            "call number",
            "collection",
            "classification",
            "language",
            "sprache",
            "langue",
            "язык",
            "translated by",
        ],
    ),
];

/// A line that names its fact.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Named<'a> {
    fact: Fact,
    name: &'a str,
    value: &'a str,
}

/// Reads a line, which is a fact and its name where both stand in it.
pub(super) fn read(words: &str) -> Option<Named<'_>> {
    let (name, value) = words.split_once([':', '：'])?;
    let bare = |text: &'_ str| -> std::ops::Range<usize> {
        let inside = text.trim_matches(|c: char| c.is_whitespace() || c == '*');
        let start = inside.as_ptr() as usize - text.as_ptr() as usize;
        start..start + inside.len()
    };
    let (name, value) = (&name[bare(name)], &value[bare(value)]);
    if name.chars().count() > 20 || value.is_empty() || name.starts_with(is_small) {
        return None;
    }
    let folded = name.to_lowercase();
    let known = NAMES
        .iter()
        .find(|(_, names)| names.contains(&folded.as_str()));
    let (fact, _) = known?;
    // A fact is short: `Place: the pier. The boats come in at night.` tells more.
    let is_fact = value.len() < 300 && (*fact == Fact::Title || !value.contains(". "));
    is_fact.then_some(Named {
        fact: *fact,
        name,
        value,
    })
}

/// Whether a line begins with the name of something, known or not: `Box: 12`.
pub(super) fn has_name(words: &str) -> bool {
    words.split_once(": ").is_some_and(|(name, _)| {
        name.split_whitespace().count() < 4 && name.starts_with(char::is_uppercase)
    })
}

impl Named<'_> {
    /// Takes the fact up, and says what kind of line it is.
    pub(super) fn take(&self, header: &mut Header) -> HeaderKind {
        let (name, value) = (self.name.to_owned(), self.value.to_owned());
        let is_again = header.fields.iter().any(|(field, _)| *field == name);
        header.fields.push((name, value.clone()));
        match self.fact {
            _ if is_again => HeaderKind::FieldText,
            Fact::Title => {
                header.title = Some(value);
                HeaderKind::Title
            }
            Fact::Date => {
                self.date(header);
                HeaderKind::Date
            }
            Fact::Place => {
                header.place = Some(value);
                HeaderKind::FieldText
            }
            Fact::Other => HeaderKind::FieldText,
        }
    }

    fn date(&self, header: &mut Header) {
        if let Some((date, place)) = date_and_place(self.value) {
            header.date = Some(date);
            if header.place.is_none() {
                header.place = place;
            }
        } else if let Some(found) = date::find(self.value) {
            header.date = Some(PrintedDate {
                printed: self.value.to_owned(),
                edtf: found.edtf,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_name_and_a_value_make_a_fact() {
        let facts = |words| read(words).map(|named| (named.fact, named.value));
        assert_eq!(facts("Title: A Walk"), Some((Fact::Title, "A Walk")));
        assert_eq!(facts("**Ort:** Bonn"), Some((Fact::Place, "Bonn")));
        assert_eq!(facts("地點：台北"), Some((Fact::Place, "台北")));
        assert_eq!(facts("Place:"), None);
        assert_eq!(facts("Note: 4"), None);
        assert_eq!(facts("Place: the pier. We saw boats."), None);
        assert_eq!(facts("title: of nothing"), None);
    }
}
