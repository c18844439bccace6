//! What was added to the archive and changed in it, as the records and `content/changes.toml` say.

use super::{DocumentEntry, Site};
use crate::date::Edtf;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, read_toml};
use crate::record;
use crate::source::{Span, TextFile};
use serde::Deserialize;
use toml::Spanned;

/// Something added or changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// When.
    pub date: Edtf,
    /// Position of the document in [`Site::documents`]; `None` where the archive as a whole was changed.
    pub document: Option<usize>,
    /// Position of the turn in the document, where it is one turn that was changed.
    pub turn: Option<usize>,
    /// What was changed, in the editors' words; `None` where the document was added.
    pub text: Option<String>,
    /// How it read before.
    pub before: Option<String>,
    /// How it reads now.
    pub after: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// Who decided.
    pub by: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    #[serde(default)]
    change: Vec<RawChange>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawChange {
    date: Spanned<String>,
    document: Option<Spanned<String>>,
    turn: Option<Spanned<String>>,
    text: String,
    before: Option<String>,
    after: Option<String>,
    why: Option<String>,
    by: Option<String>,
}

impl DocumentEntry {
    /// The last day its record tells of: a change, else when it was added.
    pub fn changed(&self) -> Option<&str> {
        let changes = self
            .record
            .changes
            .iter()
            .map(|change| change.date.as_str());
        let all = changes.chain(self.record.added.as_deref());
        // Machines ask for a day; `200X` and `2020?` stay for readers.
        all.filter(|date| date.parse::<jiff::civil::Date>().is_ok())
            .max()
    }
}

impl Site {
    /// Gathers what is dated, latest first; of one day's, in the order of the documents, what changed the archive as a whole first.
    pub(super) fn gather_changes(
        &mut self,
        file: Option<&TextFile>,
        diagnostics: &mut Diagnostics,
    ) {
        let mut changes: Vec<Change> = Vec::new();
        if let Some(file) = file {
            let help =
                "the keys of a [[change]] are listed in the README under “Editions and changes”";
            let raw = read_toml::<RawFile>(file, help, diagnostics);
            let raw = raw.map(|raw| raw.change).unwrap_or_default();
            for raw in raw {
                changes.extend(self.change(raw, file, diagnostics));
            }
        }
        for (index, document) in self.documents.iter().enumerate() {
            if let Some(date) = document.record.added.as_deref().and_then(Edtf::parse) {
                changes.push(Change {
                    date,
                    document: Some(index),
                    turn: None,
                    text: None,
                    before: None,
                    after: None,
                    why: None,
                    by: None,
                });
            }
            for change in &document.record.changes {
                let turn = change.turn.as_ref();
                let turn = turn.and_then(|word| of_record(document, word, diagnostics));
                changes.extend(Edtf::parse(&change.date).map(|date| Change {
                    date,
                    document: Some(index),
                    turn,
                    text: Some(change.text.clone()),
                    before: change.before.clone(),
                    after: change.after.clone(),
                    why: change.why.clone(),
                    by: change.by.clone(),
                }));
            }
        }
        changes.sort_by(|a, b| {
            let by_date = b.date.cmp(&a.date);
            by_date.then_with(|| a.document.cmp(&b.document))
        });
        self.changes = changes;
    }

    /// What was changed in a document, latest first; when it was added among them.
    pub fn changes_of(&self, entry: &DocumentEntry) -> impl Iterator<Item = &Change> {
        let document = self.document(&entry.id).map(|(index, _)| index);
        let all = self.changes.iter();
        all.filter(move |change| change.document.is_some() && change.document == document)
    }

    /// Whether there is anything to tell of additions, changes and corrections.
    pub fn has_changes(&self) -> bool {
        let is_corrected = |one: &DocumentEntry| !one.document.corrections.is_empty();
        !self.changes.is_empty() || self.documents.iter().any(is_corrected)
    }

    fn change(
        &self,
        raw: RawChange,
        file: &TextFile,
        diagnostics: &mut Diagnostics,
    ) -> Option<Change> {
        let place = |words: &Spanned<String>| {
            let span = Span::new(words.span().start, words.span().end);
            Place::at(&file.path, &file.text, span)
        };
        let date = Edtf::parse(raw.date.get_ref());
        if date.is_none() {
            let message = format!("“{}” is not a date that can be read", raw.date.get_ref());
            let help = "write it as YYYY-MM-DD";
            diagnostics.push(Diagnostic::new(
                Code::BadDate,
                place(&raw.date),
                message,
                help,
            ));
        }
        let document = raw.document.as_ref().and_then(|name| {
            let is_it = |one: &DocumentEntry| one.id.as_str() == name.get_ref();
            let found = self.documents.iter().position(is_it);
            if found.is_none() {
                let message = format!("there is no document {}", name.get_ref());
                let help = "name it as its address does: documents/NAME.html";
                let found = Diagnostic::new(Code::UnknownAddress, place(name), message, help);
                diagnostics.push(found);
            }
            found
        });
        let turn = raw.turn.as_ref().and_then(|anchor| {
            let entry = &self.documents[document?];
            let found = position(entry, anchor.get_ref());
            if found.is_none() {
                diagnostics.push(no_turn(entry, anchor.get_ref(), place(anchor)));
            }
            found
        });
        Some(Change {
            date: date?,
            document,
            turn,
            text: Some(raw.text),
            before: raw.before,
            after: raw.after,
            why: raw.why,
            by: raw.by,
        })
    }
}

fn of_record(
    document: &DocumentEntry,
    anchor: &record::Word,
    diagnostics: &mut Diagnostics,
) -> Option<usize> {
    let found = position(document, &anchor.text);
    if found.is_none() {
        diagnostics.push(no_turn(document, &anchor.text, anchor.place.clone()));
    }
    found
}

fn position(document: &DocumentEntry, anchor: &str) -> Option<usize> {
    (0..document.turns.len()).find(|index| document.anchors.turn(*index) == anchor)
}

fn no_turn(document: &DocumentEntry, anchor: &str, place: Place) -> Diagnostic {
    let message = format!("there is no {anchor} in the document {}", document.id);
    let help = "write the turn as its address ends: turn = \"t12\"";
    Diagnostic::new(Code::UnknownAddress, place, message, help)
}
