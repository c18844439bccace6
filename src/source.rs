//! The site folder → [`Sources`]: every file of an archive, decoded to its *reading text*.
//!
//! In: the path of an archive (a folder with `site.toml` or `content/documents/`). Out: plain values; from here on no stage touches
//! the disk. The reading text is the source decoded, before any clean-up; it equals the file for UTF-8. All [`Span`]s count its bytes.
//! This module does not look at what a text says.

mod address;
mod encoding;
mod extract;
mod fault;
mod finder;
mod folder;
mod format;
mod load;
mod timed;

use crate::fold::folded;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;
use unicode_normalization::char::is_combining_mark;

pub use address::address;
pub(crate) use address::is_reserved;
pub use encoding::{Encoding, decode};
pub(crate) use fault::caught;
pub use finder::Finder;
pub use folder::Folder;
pub use format::Format;
pub use load::{
    LoadError, Received, archive_of, document_bytes, document_file, load, load_again, load_watched,
    one, received,
};
pub(crate) use timed::{is_sbv_time, lrc, lrc_field};

/// A range of UTF-8 bytes in a reading text; `start <= end`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`, both byte offsets in a reading text.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span runs forward");
        Span { start, end }
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn hull(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range, to index the reading text with.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// Name of a document in addresses: the file name of its source without the extension, reduced to `a-z`, `0-9` and `-`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize)]
pub struct DocumentId(String);

impl DocumentId {
    /// Makes the identifier from a file name's stem: `1990-05-25 Gorbatchev, Mitterrand` → `1990-05-25-gorbatchev-mitterrand`.
    pub fn from_stem(stem: &str) -> Self {
        DocumentId(address(stem))
    }

    /// The identifier of the document in a file: `content/documents/talk.txt` → `talk`.
    pub fn of_path(path: &str) -> Self {
        let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
        DocumentId::from_stem(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
    }

    /// The identifier as it stands in addresses.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reduces a name to what is safe in a file name and an address on every system: letters without accents, digits and hyphens.
/// Letters outside ASCII stay (they are legal in addresses); what has neither letter nor digit becomes `x`.
pub fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    if name.is_ascii() {
        // The common case, many times a line.
        for c in name.chars() {
            push_to_slug(&mut out, c.to_ascii_lowercase());
        }
    } else {
        for c in folded(name) {
            push_to_slug(&mut out, c);
        }
    }
    slug_end(out)
}

fn push_to_slug(out: &mut String, c: char) {
    let is_inside = !out.is_empty() && !out.ends_with('-');
    if c.is_alphanumeric() || is_inside && is_combining_mark(c) {
        out.push(c);
    } else if is_inside && !matches!(c, '\'' | '’') {
        out.push('-');
    }
}

fn slug_end(mut out: String) -> String {
    while out.ends_with('-') {
        out.pop();
    }
    if out.is_empty() { "x".to_owned() } else { out }
}

/// A text file of the archive: configuration, authority file, record, Markdown page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextFile {
    /// Path inside the archive, with `/` on every system.
    pub path: String,
    /// The decoded text.
    pub text: String,
}

/// A table of the editors', as their spreadsheet saved it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// The decoded text.
    pub file: TextFile,
    /// How the bytes were read.
    pub encoding: Encoding,
}

/// The tables of the archive: the same facts as in TOML, for those who work in a spreadsheet.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Tables {
    /// `content/documents.csv`: facts about documents.
    pub documents: Option<Table>,
    /// `content/people.csv`: who is who.
    pub people: Option<Table>,
    /// `content/glossary.csv`: abbreviations and terms.
    pub glossary: Option<Table>,
    /// `content/corrections.csv`: decisions about words.
    pub corrections: Option<Table>,
}

impl Tables {
    /// Those there are.
    pub fn all(&self) -> impl Iterator<Item = &Table> {
        let all = [
            &self.documents,
            &self.people,
            &self.glossary,
            &self.corrections,
        ];
        all.into_iter().flatten()
    }
}

/// A transcript as received.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceFile {
    /// Path inside the archive, with `/` on every system.
    pub path: String,
    /// The reading text: what all spans of this document count in.
    pub text: String,
    /// The format it arrived in.
    pub format: Format,
    /// How the bytes were read.
    pub encoding: Encoding,
    /// Stretches of the reading text that belong to the site a page was saved from (menus, footers), in order and apart from each other.
    pub chrome: Vec<Span>,
    /// Where the paragraphs of a Word document begin, each with its number in Word, from 1; 0 for its notes. Empty for other formats.
    pub paragraphs: Vec<(usize, usize)>,
    /// Stretches that a page or a Word document sets in bold, in order and apart from each other. Empty for other formats.
    pub strong: Vec<Span>,
    /// The bytes as received, kept only where they differ from the reading text.
    pub received: Option<Vec<u8>>,
}

impl SourceFile {
    /// The file as received, byte for byte.
    pub fn bytes(&self) -> &[u8] {
        self.received.as_deref().unwrap_or(self.text.as_bytes())
    }

    /// The path of the record that belongs to it, whether there is one or not.
    pub fn record_path(&self) -> String {
        let (folder, name) = match self.path.rsplit_once('/') {
            Some((folder, name)) => (format!("{folder}/"), name),
            None => (String::new(), self.path.as_str()),
        };
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        format!("{folder}{stem}.toml")
    }

    /// The file's extension in lower case, without the dot.
    pub fn extension(&self) -> String {
        self.path
            .rsplit_once('.')
            .map(|(_, e)| e.to_ascii_lowercase())
            .unwrap_or_default()
    }
}

/// A transcript and the record that stands beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DocumentSource {
    /// Its name in addresses.
    pub id: DocumentId,
    /// The transcript.
    pub source: Arc<SourceFile>,
    /// The record, `SLUG.toml` beside the transcript, if there is one.
    pub record: Option<TextFile>,
}

/// A file in `content/documents` that could not be read as a transcript.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unread {
    /// Path inside the archive.
    pub path: String,
    /// Why, as a lower-case sentence.
    pub reason: String,
    /// What its owner can do.
    pub help: String,
}

/// A record whose transcript is not there: of a document that was withdrawn, or in the wrong place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LoneRecord {
    /// The document's name in addresses.
    pub id: DocumentId,
    /// The record.
    pub record: TextFile,
    /// What is said of it where its document is to be published.
    pub unread: Unread,
}

/// How far the symbolic links in an archive are followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Links {
    /// To other places of the archive that are not hidden.
    Inside,
    /// Wherever they lead: whoever runs memcon knows where.
    Anywhere,
}

/// Everything an archive consists of, read and decoded; by default an archive of nothing, without a theme.
#[derive(Clone, Default, Debug)]
pub struct Sources {
    /// The archive's folder.
    pub root: PathBuf,
    /// `site.toml`.
    pub config: Option<TextFile>,
    /// `content/people.toml`.
    pub people: Option<TextFile>,
    /// `content/glossary.toml`.
    pub glossary: Option<TextFile>,
    /// The editors' tables.
    pub tables: Tables,
    /// `content/changes.toml`.
    pub changes: Option<TextFile>,
    /// The transcripts, in order of their identifiers.
    pub documents: Vec<DocumentSource>,
    /// Files among the transcripts that were not read.
    pub unread: Vec<Unread>,
    /// Records among the transcripts that stand there without one.
    pub lone_records: Vec<LoneRecord>,
    /// Folders of records of one conversation, with what these share.
    pub folders: Vec<Folder>,
    /// `content/pages/*.md`, in order of their names.
    pub pages: Vec<TextFile>,
    /// `content/anchors/*.lock`, in order of their names: the addresses that were published.
    pub locks: Vec<TextFile>,
    /// Whether the addresses are to be remembered in locks: not where one file is looked at by itself.
    pub remembers: bool,
    /// Templates by name (`document.html`, `parts/head.html`): the default theme with the archive's own files over it.
    pub templates: BTreeMap<String, TextFile>,
    /// Static files by name (`css/base.css`), likewise; and pictures that records and `people.toml` name in `content/`, as seen from
    /// `static/`: `../content/portraits/berg.jpg`. Of these, only what a published page shows is in the site.
    pub assets: BTreeMap<String, Vec<u8>>,
    /// What stands in the archive's folders, beside those of the transcripts, and is not read: links that lead out of it, pipes.
    pub passed_over: Vec<Unread>,
    /// Symbolic links that were followed, as paths inside the archive.
    pub followed: Vec<String>,
}

impl Sources {
    /// The texts that reports can quote, by path.
    pub fn texts(&self) -> BTreeMap<&str, &str> {
        let records = self.documents.iter().filter_map(|d| d.record.as_ref());
        let records = records.chain(self.lone_records.iter().map(|lone| &lone.record));
        let records = records.chain(self.folders.iter().map(|folder| &folder.record));
        let files = [&self.config, &self.people, &self.glossary, &self.changes];
        let texts = files
            .into_iter()
            .flatten()
            .chain(records)
            .chain(&self.pages)
            .chain(&self.locks)
            .chain(self.templates.values())
            .chain(self.tables.all().map(|table| &table.file))
            .map(|file| (file.path.as_str(), file.text.as_str()));
        let documents = self.documents.iter().map(|d| &d.source);
        texts
            .chain(documents.map(|source| (source.path.as_str(), source.text.as_str())))
            .collect()
    }
}

/// A place as its owner finds it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Where the lines of a text begin, for looking up many places in one text.
#[derive(Clone, Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// How many characters begin before each whole block of bytes: a line may be as long as the text.
    characters: Vec<usize>,
}

/// Bytes after which the characters of a text are counted anew.
const BLOCK: usize = 256;

/// How many characters begin in some bytes of a text.
fn n_characters(bytes: &[u8]) -> usize {
    // All bytes of a character but its first are of the form 10xxxxxx.
    bytes.iter().filter(|byte| *byte & 0xC0 != 0x80).count()
}

impl<'a> LineIndex<'a> {
    /// Finds the lines of a text.
    pub fn of(text: &'a str) -> Self {
        let starts = std::iter::once(0)
            .chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1))
            .collect();
        let mut n = 0;
        let mut characters = Vec::with_capacity(text.len() / BLOCK + 1);
        for block in text.as_bytes().chunks(BLOCK) {
            characters.push(n);
            n += n_characters(block);
        }
        LineIndex {
            text,
            starts,
            characters,
        }
    }

    /// How many characters begin before a byte.
    fn before(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        let Some(before) = self.characters.get(block) else {
            // The end of a text of whole blocks.
            return block.checked_sub(1).map_or(0, |last| {
                self.characters[last] + n_characters(&self.text.as_bytes()[last * BLOCK..offset])
            });
        };
        before + n_characters(&self.text.as_bytes()[block * BLOCK..offset])
    }

    /// Line and column of a byte offset; one inside a character counts as its beginning, one past the end as the end.
    pub fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= offset);
        let column = self.before(offset) - self.before(self.starts[line - 1]) + 1;
        Position { line, column }
    }
}

/// Line and column of a byte offset in a text.
pub fn position(text: &str, offset: usize) -> Position {
    LineIndex::of(text).position(offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Václav Havel"), "vaclav-havel");
        assert_eq!(slug("  ../../etc/passwd "), "etc-passwd");
        assert_eq!(slug("Горбачёв"), "горбачев");
        assert_eq!(slug("O’Neill"), "oneill");
        assert_eq!(slug("…"), "x");
        // Signs of vowels, nasals and voicing are no accents: these are different names.
        assert_eq!(slug("किरण चंद"), "किरण-चंद");
        assert_eq!(slug("करण चंद"), "करण-चंद");
        assert_ne!(slug("カガ"), slug("ガガ"));
        assert_eq!(slug("ガガ"), "ガガ");
        assert_eq!(slug("김 대중"), "김-대중");
    }

    #[test]
    fn positions_count_characters() {
        let text = "é\nab";
        assert_eq!(position(text, 0), Position { line: 1, column: 1 });
        assert_eq!(position(text, 2), Position { line: 1, column: 2 });
        assert_eq!(position(text, 4), Position { line: 2, column: 2 });
        assert_eq!(position(text, 99), Position { line: 2, column: 3 });
    }

    #[test]
    fn positions_in_long_lines_count_characters_too() {
        for text in ["aé€\n".repeat(4096), "é".repeat(BLOCK), "ab€".repeat(BLOCK)] {
            let index = LineIndex::of(&text);
            for offset in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, text.len()] {
                let offset = text.floor_char_boundary(offset);
                let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
                let column = text[start..offset].chars().count() + 1;
                assert_eq!(index.position(offset).column, column, "{offset}");
            }
        }
    }
}
