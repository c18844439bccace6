//! The tables of the whole archive and what their columns mean. The files are written, documented and described to programs from this.

/// A table of the whole archive.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ArchiveTable {
    /// A row a document.
    Documents,
    /// A row a turn.
    Turns,
    /// A row a speaker.
    Speakers,
    /// A row each place where somebody is named.
    Mentions,
    /// A row each pair of turns of two records that say the same, and each turn that stands alone.
    Alignments,
}

/// The forms of a table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TableForm {
    /// For spreadsheets.
    Csv,
    /// One JSON object a line.
    Jsonl,
}

impl TableForm {
    /// Both.
    pub const ALL: [TableForm; 2] = [TableForm::Csv, TableForm::Jsonl];

    /// The ending of its files.
    pub fn extension(self) -> &'static str {
        match self {
            TableForm::Csv => "csv",
            TableForm::Jsonl => "jsonl",
        }
    }
}

/// What stands in a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holds {
    /// Words, always.
    Text,
    /// Words, or nothing.
    TextOrNothing,
    /// A number.
    Number,
    /// Words, any number of times; in CSV parted by `; `.
    List,
}

/// A column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its name, in the head of the CSV and as a key of JSON.
    pub name: &'static str,
    /// What stands in it.
    pub holds: Holds,
    /// The text of the interface that says what it means.
    pub meaning: &'static str,
}

const fn column(name: &'static str, holds: Holds, meaning: &'static str) -> Column {
    Column {
        name,
        holds,
        meaning,
    }
}

use Holds::{List, Number, Text, TextOrNothing as Maybe};

const DOCUMENTS: [Column; 34] = [
    column("document", Text, "field-document"),
    column("url", Text, "field-document-url"),
    column("title", Text, "field-title"),
    column("recorded_by", Maybe, "field-recorded-by"),
    column("note_taker", Maybe, "field-note-taker"),
    column("nature", Maybe, "field-nature"),
    column("spoken", List, "field-spoken"),
    column("interpreter", Maybe, "field-interpreter"),
    column("language", Maybe, "field-language"),
    column("original_language", Maybe, "field-original-language"),
    column("translator", Maybe, "field-translator"),
    column("chain", List, "field-chain"),
    column("classification", Maybe, "field-classification"),
    column("completeness", Maybe, "field-completeness"),
    column("machine_read", Maybe, "field-machine-read"),
    column("date", Maybe, "field-date-talk"),
    column("document_date", Maybe, "field-document-date"),
    column("date_printed", Maybe, "field-date-printed"),
    column("place", Maybe, "field-place"),
    column("place_editors", Maybe, "field-place-editors"),
    column("kind", Maybe, "field-kind"),
    column("author", Maybe, "field-author"),
    column("publisher", Maybe, "field-publisher"),
    column("archive", Maybe, "field-archive"),
    column("archive_reference", Maybe, "field-archive-reference"),
    column("doi", Maybe, "field-doi"),
    column("ark", Maybe, "field-ark"),
    column("handle", Maybe, "field-handle"),
    column("rights", Maybe, "field-rights"),
    column("subjects", List, "field-subjects"),
    column("speakers", List, "field-speakers"),
    column("n_turns", Number, "field-n-turns"),
    column("n_words", Number, "field-n-words"),
    column("added", Maybe, "field-added"),
];

const TURNS: [Column; 18] = [
    column("document", Text, "field-document"),
    column("anchor", Text, "field-anchor"),
    column("n", Number, "field-n"),
    column("url", Text, "field-url"),
    column("title", Text, "field-title"),
    column("conversation", Maybe, "field-conversation"),
    column("date", Maybe, "field-date"),
    column("document_date", Maybe, "field-document-date"),
    column("kind", Maybe, "field-kind"),
    column("turn_kind", Text, "field-turn-kind"),
    column("speaker_label", Maybe, "field-speaker-label"),
    column("speaker", Maybe, "field-speaker"),
    column("speaker_id", Maybe, "field-speaker-id"),
    column("attribution", Text, "field-attribution"),
    column("language", Maybe, "field-language"),
    column("archive_reference", Maybe, "field-archive-reference"),
    column("translator", Maybe, "field-translator"),
    column("text", Text, "field-text"),
];

const SPEAKERS: [Column; 13] = [
    column("speaker_id", Text, "field-speaker-id"),
    column("name", Text, "field-name"),
    column("sort_name", Text, "field-sort-name"),
    column("url", Text, "field-speaker-url"),
    column("status", Text, "field-status"),
    column("labels", List, "field-labels"),
    column("n_documents", Number, "field-n-documents"),
    column("n_turns", Number, "field-n-turns"),
    column("n_words", Number, "field-n-words"),
    column("n_turns_by_editors", Number, "field-n-turns-by-editors"),
    column("n_words_by_editors", Number, "field-n-words-by-editors"),
    column("n_mentions", Number, "field-n-mentions"),
    column("same_as", List, "field-same-as"),
];

const MENTIONS: [Column; 9] = [
    column("document", Text, "field-document"),
    column("anchor", Maybe, "field-mention-anchor"),
    column("url", Text, "field-mention-url"),
    column("date", Maybe, "field-date"),
    column("person", Text, "field-mentioned"),
    column("name", Text, "field-name"),
    column("text", Text, "field-mention-text"),
    column("start", Number, "field-start"),
    column("end", Number, "field-end"),
];

const ALIGNMENTS: [Column; 8] = [
    column("conversation", Text, "field-alignment-conversation"),
    column("document", Text, "field-document"),
    column("anchor", Text, "field-anchor"),
    column("url", Text, "field-url"),
    column("other_document", Maybe, "field-other-document"),
    column("other_anchor", Maybe, "field-other-anchor"),
    column("other_url", Maybe, "field-other-url"),
    column("set_by", Text, "field-set-by"),
];

impl ArchiveTable {
    /// All of them.
    pub const ALL: [ArchiveTable; 5] = [
        ArchiveTable::Documents,
        ArchiveTable::Turns,
        ArchiveTable::Speakers,
        ArchiveTable::Mentions,
        ArchiveTable::Alignments,
    ];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            ArchiveTable::Documents => "documents",
            ArchiveTable::Turns => "turns",
            ArchiveTable::Speakers => "speakers",
            ArchiveTable::Mentions => "mentions",
            ArchiveTable::Alignments => "alignments",
        }
    }

    /// The text of the interface that says what is in it.
    pub fn about(self) -> &'static str {
        match self {
            ArchiveTable::Documents => "data-documents-about",
            ArchiveTable::Turns => "data-turns-about",
            ArchiveTable::Speakers => "data-speakers-about",
            ArchiveTable::Mentions => "data-mentions-about",
            ArchiveTable::Alignments => "data-alignments-about",
        }
    }

    /// Its columns, in order.
    pub fn columns(self) -> &'static [Column] {
        match self {
            ArchiveTable::Documents => &DOCUMENTS,
            ArchiveTable::Turns => &TURNS,
            ArchiveTable::Speakers => &SPEAKERS,
            ArchiveTable::Mentions => &MENTIONS,
            ArchiveTable::Alignments => &ALIGNMENTS,
        }
    }

    /// The columns that tell one row from all others; none where two rows may be alike.
    pub fn key(self) -> &'static [&'static str] {
        match self {
            ArchiveTable::Documents => &["document"],
            ArchiveTable::Turns => &["document", "anchor"],
            ArchiveTable::Speakers => &["speaker_id"],
            ArchiveTable::Mentions => &["document", "start", "end"],
            ArchiveTable::Alignments => &[],
        }
    }
}
