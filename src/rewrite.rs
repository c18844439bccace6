//! What editors wrote → the same in other words: TOML in tables, tables in TOML, two entries of one person as one. Nothing is written
//! here, and nothing is lost: what a table has no place for stays in TOML, and so do remarks.
//!
//! Going to tables, people and terms of TOML come before those that the tables have already, and so do decisions: the order in which
//! they are read stays.

mod facts;
mod files;
mod merge;
mod people;
mod remarks;
mod rows;

use crate::source::{Encoding, Sources, Table, TextFile};
use std::collections::BTreeMap;

pub use merge::merged;

/// What a conversion changes.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Conversion {
    /// The files that change, with what they hold then; nothing of those that go.
    pub files: BTreeMap<String, Option<String>>,
    /// What stays where it is, a line a file: `content/documents/a.toml keeps doi, participant`.
    pub stays: Vec<String>,
}

/// Where people stand, terms, facts about documents and decisions.
const PEOPLE: [&str; 2] = ["content/people.toml", "content/people.csv"];
const GLOSSARY: [&str; 2] = ["content/glossary.toml", "content/glossary.csv"];
const DOCUMENTS: &str = "content/documents.csv";
const CORRECTIONS: &str = "content/corrections.csv";

/// Everything that tables can hold goes into tables.
pub fn to_tables(sources: &Sources) -> Conversion {
    let mut conversion = Conversion::default();
    people::to_table(sources, &mut conversion);
    people::terms_to_table(sources, &mut conversion);
    facts::to_tables(sources, &mut conversion);
    conversion
}

/// Everything that tables hold goes into TOML.
pub fn to_files(sources: &Sources) -> Conversion {
    let mut conversion = Conversion::default();
    files::people(sources, &mut conversion);
    files::terms(sources, &mut conversion);
    files::records(sources, &mut conversion);
    conversion
}

impl Conversion {
    /// The archive as it is then.
    pub fn applied(&self, sources: &Sources) -> Sources {
        let mut sources = sources.clone();
        let documents = sources.documents.iter().enumerate().rev();
        let records: BTreeMap<String, usize> = documents
            .map(|(at, found)| (record_path(found), at))
            .collect();
        for (path, text) in &self.files {
            let file = text.as_ref().map(|text| TextFile {
                path: path.clone(),
                text: text.clone(),
            });
            let table = || {
                file.clone().map(|file| Table {
                    file,
                    encoding: Encoding::Utf8,
                })
            };
            match path.as_str() {
                "content/people.toml" => sources.people = file,
                "content/glossary.toml" => sources.glossary = file,
                "content/people.csv" => sources.tables.people = table(),
                "content/glossary.csv" => sources.tables.glossary = table(),
                DOCUMENTS => sources.tables.documents = table(),
                CORRECTIONS => sources.tables.corrections = table(),
                record => {
                    if let Some(at) = records.get(record) {
                        sources.documents[*at].record = file;
                    }
                }
            }
        }
        sources
    }

    fn change(&mut self, path: &str, before: &str, after: String) {
        let after = with_line_ends_of(before, after);
        let is_gone = after.trim().is_empty();
        if before == after || is_gone && before.trim().is_empty() {
            return;
        }
        self.files
            .insert(path.to_owned(), (!is_gone).then_some(after));
    }

    fn keeps(&mut self, path: &str, what: &[String]) {
        if !what.is_empty() {
            self.stays.push(format!("{path} keeps {}", what.join(", ")));
        }
    }
}

/// TOML is written with the line ends of Unix. Where a file had those of Windows it keeps them, also where it had both.
fn with_line_ends_of(before: &str, after: String) -> String {
    let unix = |text: &str| text.replace("\r\n", "\n");
    if !before.contains("\r\n") {
        return after;
    }
    if unix(before) == unix(&after) {
        return before.to_owned();
    }
    unix(&after).replace('\n', "\r\n")
}

/// Where the record of a document stands, or would.
fn record_path(document: &crate::source::DocumentSource) -> String {
    match &document.record {
        Some(record) => record.path.clone(),
        None => document.source.record_path(),
    }
}

/// Whether a cell gives back what is written into it. A spreadsheet takes what begins like a formula for one.
fn fits(text: &str) -> bool {
    !text.is_empty()
        && text.trim() == text
        && !text.contains('\r')
        && !text.starts_with(['=', '+', '-', '@'])
}

/// Several things as one cell.
fn listed(all: &[String]) -> Option<String> {
    let fits_in = |one: &String| fits(one) && !one.contains([';', '|']);
    (!all.is_empty() && all.iter().all(fits_in)).then(|| all.join("; "))
}

/// The texts of an array; nothing if it holds anything else.
fn texts(item: &toml_edit::Item) -> Option<Vec<String>> {
    let array = item.as_array()?;
    let texts = array.iter().map(|value| value.as_str().map(str::to_owned));
    texts.collect()
}
