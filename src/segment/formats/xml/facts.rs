//! What a header says of the document: title, date, place, named fields.

use super::tokens::Tag;
use crate::date::{self, Edtf};
use crate::document::{Header, PrintedDate};

/// How much a date has to do with the talk: the lower, the more.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// The date of the talk, or the one printed at its head.
    Talk,
    /// The date of the recording.
    Recording,
    /// The date of the printed source.
    Source,
    /// A date in the file's own data.
    Data,
}

/// The facts gathered so far.
#[derive(Default)]
pub(super) struct Facts {
    header: Header,
    date: Option<(Rank, PrintedDate)>,
    country: Option<String>,
}

impl Facts {
    /// A title; the first is the document's.
    pub(super) fn title(&mut self, words: &str) {
        if self.header.title.is_none() && !words.is_empty() {
            self.header.title = Some(words.to_owned());
        }
    }

    /// Whether a title is known.
    pub(super) fn has_title(&self) -> bool {
        self.header.title.is_some()
    }

    /// A date printed in the header, with the tag around it and the names of the elements around that, outermost first.
    pub(super) fn date(&mut self, words: &str, value: Option<&str>, names: &[&str]) {
        let is_in = |name: &str| names.contains(&name);
        let of_file = [
            "publicationStmt",
            "editionStmt",
            "seriesStmt",
            "revisionDesc",
            "person",
            "org",
        ];
        if of_file.into_iter().any(is_in) {
            return;
        }
        let rank = if is_in("recordingStmt") {
            Rank::Recording
        } else if is_in("sourceDesc") {
            Rank::Source
        } else {
            Rank::Talk
        };
        self.keep_date(rank, words, value);
    }

    /// A date in the data of a file without a printed one.
    pub(super) fn date_in_data(&mut self, value: &str) {
        self.keep_date(Rank::Data, "", Some(value));
    }

    fn keep_date(&mut self, rank: Rank, words: &str, value: Option<&str>) {
        if self.date.as_ref().is_some_and(|(known, _)| *known <= rank) {
            return;
        }
        let edtf = value
            .and_then(day)
            .or_else(|| date::find(words).map(|found| found.edtf))
            .or_else(|| day(words));
        let Some(edtf) = edtf else { return };
        let printed = if words.is_empty() { &edtf } else { words };
        let printed = PrintedDate {
            printed: printed.to_owned(),
            edtf: edtf.clone(),
        };
        self.date = Some((rank, printed));
    }

    /// The place of the talk, where the setting names one.
    pub(super) fn place(&mut self, words: &str, tag_name: &str, kind: &str, names: &[&str]) {
        if words.is_empty() || !names.contains(&"setting") {
            return;
        }
        if tag_name == "country" || kind == "country" {
            self.country.get_or_insert_with(|| words.to_owned());
        } else if self.header.place.is_none() {
            self.header.place = Some(words.to_owned());
        }
    }

    /// A named field; several paragraphs of one are joined.
    pub(super) fn field(&mut self, name: &str, words: &str) {
        match self.header.fields.last_mut() {
            Some((last, text)) if last == name => text.extend(["\n\n", words]),
            _ => self.header.fields.push((name.to_owned(), words.to_owned())),
        }
    }

    /// What is known in the end.
    pub(super) fn finish(self) -> Header {
        let mut header = self.header;
        header.date = self.date.map(|(_, date)| date);
        header.place = header.place.or(self.country);
        header
    }
}

/// The value of the attribute that gives a date in digits.
pub(super) fn value_of_date<'a>(tag: &Tag<'a>) -> Option<&'a str> {
    tag.value(&["when", "when-iso", "date", "from", "notBefore"])
}

/// A day, month or year in digits, as EDTF; a time after it is left out.
fn day(value: &str) -> Option<String> {
    let value = value.trim();
    let value = value.split('T').next().unwrap_or(value);
    let is_plain = value.len() >= 4 && value.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    (is_plain && Edtf::parse(value).is_some()).then(|| value.to_owned())
}

/// The date inside an identifier such as `uk.org.publicwhip/debate/2009-10-13.0.1`.
pub(super) fn date_in_identifier(identifier: &str) -> Option<&str> {
    (0..identifier.len())
        .rev()
        .filter_map(|at| identifier.get(at..at + 10))
        .find(|candidate| day(candidate).is_some_and(|day| day.matches('-').count() == 2))
}

/// The name of a field, from the part of the header it stands in.
pub(super) fn field_name(element: &str) -> Option<&'static str> {
    Some(match element {
        "author" => "Author",
        "editor" => "Editor",
        "respStmt" => "Responsibility",
        "funder" | "sponsor" => "Funder",
        "principal" => "Principal researcher",
        "meeting" => "Meeting",
        "editionStmt" => "Edition",
        "extent" => "Extent",
        "publicationStmt" => "Publication",
        "availability" => "Availability",
        "seriesStmt" => "Series",
        "notesStmt" => "Notes",
        "sourceDesc" => "Source",
        "recordingStmt" => "Recording",
        "encodingDesc" | "projectDesc" | "editorialDecl" => "Encoding",
        "settingDesc" => "Setting",
        "particDesc" => "Participants",
        "langUsage" => "Languages",
        "textClass" | "textDesc" => "Subject",
        "revisionDesc" => "Changes",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_of_the_talk_comes_before_that_of_the_source() {
        let mut facts = Facts::default();
        facts.date("2021", Some("2021"), &["publicationStmt"]);
        facts.date("1 June 2018", None, &["sourceDesc", "bibl"]);
        facts.date("31 May", Some("2018-05-31T10:00:00"), &["settingDesc"]);
        facts.date_in_data("1999-01-01");
        let date = facts.finish().date.unwrap();
        assert_eq!(
            (date.printed.as_str(), date.edtf.as_str()),
            ("31 May", "2018-05-31")
        );
    }

    #[test]
    fn identifiers_hold_dates() {
        assert_eq!(
            date_in_identifier("uk.org.publicwhip/debate/2009-10-13.0.1"),
            Some("2009-10-13")
        );
        assert_eq!(
            date_in_identifier("standing2009-10-20_X_08-0_2009-10-29a.1.0"),
            Some("2009-10-29")
        );
        assert_eq!(date_in_identifier("debate/2009-99-13"), None);
    }
}
