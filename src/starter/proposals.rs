//! What a new archive says of each document before an editor has looked at it: what its head prints and its name tells.
//!
//! It stands in `content/documents.csv`, a row a document, to be corrected in a spreadsheet.

use crate::date;
use crate::document::Block;
use crate::export::Csv;
use crate::site::{DocumentEntry, Site};
use crate::source::DocumentId;
use std::collections::BTreeMap;

/// The columns, in the order an editor fills them in. Those without a proposal are there to be filled.
const COLUMNS: [&str; 12] = [
    "objectid",
    "title",
    "date",
    "location",
    "type",
    "subject",
    "description",
    "creator",
    "source",
    "identifier",
    "language",
    "rights",
];

/// Kinds of document, by words that say so in several languages; the first that stands there is taken.
const KINDS: [(&str, &[&str]); 11] = [
    (
        "record of conversation",
        &[
            "memorandum of conversation",
            "memcon",
            "record of conversation",
            "record of the conversation",
            "record of the main content of the conversation",
            "запись беседы",
            "gesprächsvermerk",
        ],
    ),
    (
        "telephone conversation",
        &[
            "telephone conversation",
            "telephone call",
            "telcon",
            "conversation téléphonique",
            "telefongespräch",
        ],
    ),
    (
        "oral history interview",
        &["oral history", "histoire orale", "zeitzeugeninterview"],
    ),
    (
        "press conference",
        &[
            "press conference",
            "press briefing",
            "conférence de presse",
            "pressekonferenz",
            "пресс-конференция",
        ],
    ),
    ("oral argument", &["oral argument"]),
    (
        "parliamentary debate",
        &[
            "parliamentary debates",
            "hansard",
            "plenarprotokoll",
            "congressional record",
            "compte rendu intégral",
        ],
    ),
    ("hearing", &["hearing", "hearings", "anhörung"]),
    (
        "interview",
        &["interview", "interviews", "entrevista", "интервью"],
    ),
    ("podcast", &["podcast"]),
    ("debate", &["debate"]),
    (
        "minutes",
        &[
            "minutes of the meeting",
            "minutes of a meeting",
            "protokoll",
        ],
    ),
];

/// The rows of all documents, in order of their names; `received_as` tells what each file was called.
pub(super) fn table(site: &Site, received_as: &BTreeMap<&DocumentId, &str>) -> String {
    let mut csv = Csv::new(&COLUMNS);
    let entries: BTreeMap<&DocumentId, &DocumentEntry> = site
        .documents
        .iter()
        .map(|entry| (&entry.id, entry))
        .collect();
    for entry in entries.into_values() {
        let file = received_as.get(&entry.id).copied();
        let file = file.unwrap_or(&entry.source.path);
        let (title, date, kind) = (title(entry, file), date(entry, file), kind(entry, file));
        let place = entry.facts.place.as_deref().unwrap_or("");
        csv.row(&[
            entry.id.as_str(),
            harmless(&title),
            &date,
            harmless(place),
            kind,
            "",
            "",
            "",
            "",
            "",
            "",
            "",
        ]);
    }
    csv.with_mark()
}

/// A text that a spreadsheet would take for a formula is not proposed.
fn harmless(text: &str) -> &str {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        ""
    } else {
        text
    }
}

/// The printed title, else the file's name in words.
fn title(entry: &DocumentEntry, file: &str) -> String {
    let printed = entry.document.header.title.as_deref().unwrap_or("");
    let printed: Vec<&str> = printed.split_whitespace().collect();
    if printed.is_empty() {
        of_name(file)
    } else {
        printed.join(" ")
    }
}

/// The name of a file in words: `1990-05-25-harbor_talk.txt` is “Harbor talk”. A name of nothing but a day stays.
fn of_name(path: &str) -> String {
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let parts: Vec<&str> = stem
        .split(['-', '_', ' '])
        .filter(|p| !p.is_empty())
        .collect();
    let n_date = parts
        .iter()
        .take(3)
        .take_while(|part| part.bytes().all(|b| b.is_ascii_digit()))
        .count();
    let starts_with_day = date::of_file_name(&parts[..n_date].join("-")).is_some();
    let words = match &parts[if starts_with_day { n_date } else { 0 }..] {
        [] => return stem.to_owned(),
        words => words.join(" "),
    };
    let mut letters = words.chars();
    letters.next().map_or(words.clone(), |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The day the head prints, else the one in the file's name.
fn date(entry: &DocumentEntry, file: &str) -> String {
    let known = entry.facts.date.as_ref();
    known
        .map(|date| date.as_str().to_owned())
        .or_else(|| date::of_file_name(file.rsplit('/').next().unwrap_or(file)))
        .unwrap_or_default()
}

/// The kind that title, head or name say in so many words; nothing where none does.
fn kind(entry: &DocumentEntry, file: &str) -> &'static str {
    let mut said = vec![of_name(file)];
    said.extend(entry.document.header.title.clone());
    for block in entry.document.blocks.iter().take(12) {
        if let Block::Header(header) = block {
            said.push(header.text.text.text().chars().take(200).collect());
        }
    }
    let said = format!(" {} ", words(&said.join(" | ")));
    let is_said = |names: &&[&str]| {
        let mut names = names.iter();
        names.any(|name| said.contains(&format!(" {} ", words(name))))
    };
    let found = KINDS.iter().find(|(_, names)| is_said(names));
    found.map_or("", |(kind, _)| kind)
}

/// Small letters, one blank between words.
fn words(text: &str) -> String {
    let small = text.to_lowercase();
    let words: Vec<&str> = small
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_read_as_titles() {
        for (path, title) in [
            (
                "content/documents/1990-05-25-harbor-talk.txt",
                "Harbor talk",
            ),
            ("content/documents/19900525-harbor-talk.txt", "Harbor talk"),
            ("content/documents/1990-05-25.txt", "1990-05-25"),
            ("content/documents/3-meeting.docx", "3 meeting"),
            ("content/documents/elysee.pdf", "Elysee"),
        ] {
            assert_eq!(of_name(path), title);
        }
    }

    #[test]
    fn nothing_proposed_is_a_formula() {
        assert_eq!(harmless("=cmd|' /C calc'!A0"), "");
        assert_eq!(harmless("A talk"), "A talk");
    }
}
