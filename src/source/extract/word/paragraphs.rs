//! The XML of a Word document's parts → paragraphs and notes.

use super::super::blocks::{Block, Gap, part_rows, push_strong};
use super::styles::{Look, Styles};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::collections::BTreeMap;
use std::ops::Range;

/// Which part of a document is read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Part {
    Body,
    Footnotes,
    Endnotes,
}

/// The notes of a document, numbered in the order of their marks.
#[derive(Default)]
pub(super) struct Notes {
    numbers: BTreeMap<(Part, String), usize>,
    texts: BTreeMap<usize, Vec<Block>>,
}

impl Notes {
    pub(super) fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    fn number(&mut self, part: Part, id: String) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry((part, id)).or_insert(next)
    }

    /// The notes as paragraphs, each with its mark before it.
    pub(super) fn into_blocks(self) -> impl Iterator<Item = Block> {
        self.texts.into_iter().flat_map(|(number, blocks)| {
            blocks.into_iter().enumerate().map(move |(index, block)| {
                let words = block.text.trim_start();
                let (text, gap) = if index == 0 {
                    (format!("[{number}] {words}"), Gap::Blank)
                } else {
                    (words.to_owned(), Gap::Line)
                };
                let strong = Vec::new();
                Block { text, gap, strong }
            })
        })
    }
}

/// The main document named in the relations of a package.
pub(super) fn office_document(relations: &str) -> Option<String> {
    let mut reader = Reader::from_str(relations);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                let is_main =
                    value(&tag, "Type").is_some_and(|kind| kind.ends_with("/officeDocument"));
                if is_main {
                    let target = value(&tag, "Target")?;
                    return Some(target.trim_start_matches('/').to_owned());
                }
            }
            Ok(Event::Eof) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}

/// Reads a part: its blocks, and the number each one's paragraph has in Word. Notes met in the body get their numbers; the notes' own
/// parts fill in what they say.
pub(super) fn read(
    xml: &str,
    part: Part,
    styles: &Styles,
    notes: &mut Notes,
) -> (Vec<Block>, Vec<usize>) {
    let mut reader = Reader::from_str(xml);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut walker = Walker {
        part,
        styles,
        notes,
        blocks: Vec::new(),
        numbers: Vec::new(),
        n_paragraphs: 0,
        open: vec![Paragraph::default()],
        tables: Vec::new(),
        n_deeper: 0,
        unseen: 0,
        is_hidden: false,
        look: Look::default(),
        look_of_style: Look::default(),
        n_changes: 0,
        in_text: false,
        n_empty: 0,
        note: None,
    };
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => walker.start(&tag),
            Ok(Event::Empty(tag)) => {
                walker.start(&tag);
                walker.end(tag.local_name().as_ref());
            }
            Ok(Event::End(tag)) => walker.end(tag.local_name().as_ref()),
            Ok(Event::Text(text)) => walker.characters(&text.xml10_content()),
            Ok(Event::CData(text)) => walker.characters(&text.xml10_content()),
            Ok(Event::GeneralRef(reference)) => walker.reference(&reference),
            // Broken markup: what was read so far is kept, and the rest cannot be told from it.
            Ok(Event::Eof) | Err(_) => break,
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
        }
    }
    // What was never closed ends with the part.
    for _ in 0..walker.open.len() {
        walker.end_paragraph();
    }
    (walker.blocks, walker.numbers)
}

/// The paragraph under way; a text box holds paragraphs inside one.
#[derive(Default)]
struct Paragraph {
    text: String,
    /// Bytes of it in bold or the like.
    strong: Vec<Range<usize>>,
    /// What its style says of its words.
    look: Look,
}

/// A table under way.
struct Table {
    first_block: usize,
    row: usize,
    /// Whether the open row has a cell before this one.
    is_beside: bool,
}

/// Paragraphs inside paragraphs deeper than this are joined; tables inside tables are read as one.
const DEEPEST: usize = 64;

struct Walker<'a> {
    part: Part,
    styles: &'a Styles,
    notes: &'a mut Notes,
    blocks: Vec<Block>,
    /// The number of each block's paragraph, as Word counts them: empty ones too, those of text boxes not.
    numbers: Vec<usize>,
    n_paragraphs: usize,
    open: Vec<Paragraph>,
    tables: Vec<Table>,
    /// Tables inside tables beyond [`DEEPEST`].
    n_deeper: usize,
    /// How many open elements hold deleted words or a second drawing of the same.
    unseen: usize,
    is_hidden: bool,
    /// How the run is set, and what its style says of that.
    look: Look,
    look_of_style: Look,
    /// How many open elements hold what properties were before a change.
    n_changes: usize,
    in_text: bool,
    /// Empty paragraphs since the last.
    n_empty: usize,
    /// The note under way in a part of notes, and its first block.
    note: Option<(usize, usize)>,
}

impl Walker<'_> {
    fn start(&mut self, tag: &BytesStart<'_>) {
        let name = tag.local_name();
        match name.as_ref() {
            "del" | "moveFrom" | "Fallback" => self.unseen += 1,
            "p" => {
                self.n_paragraphs += usize::from(self.open.len() == 1);
                if self.open.len() < DEEPEST {
                    self.open.push(Paragraph {
                        look: self.styles.of_paragraphs,
                        ..Paragraph::default()
                    });
                }
            }
            "r" => {
                self.is_hidden = false;
                self.look = Look::default();
                self.look_of_style = Look::default();
            }
            "pPrChange" | "rPrChange" => self.n_changes += 1,
            "b" | "smallCaps" | "u" | "rStyle" | "pStyle" | "vanish" if self.n_changes > 0 => {}
            "b" | "smallCaps" | "u" => self.look.take(tag),
            "rStyle" => self.look_of_style = self.look_of(tag),
            "pStyle" => {
                let look = self.look_of(tag);
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.look = look;
                }
            }
            "vanish" => self.is_hidden = is_on(tag),
            "t" => self.in_text = true,
            "tab" if value(tag, "val").is_none() => self.push("\t"),
            "ptab" => self.push("\t"),
            "br" => self.push(match value(tag, "type").as_deref() {
                Some("page") => "\u{c}",
                _ => "\n",
            }),
            "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("\u{2011}"),
            "sym" => {
                let code = value(tag, "char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                let sign = code.and_then(char::from_u32).unwrap_or('\u{fffd}');
                self.push(sign.encode_utf8(&mut [0; 4]));
            }
            "footnoteReference" => self.mark_note(tag, Part::Footnotes),
            "endnoteReference" => self.mark_note(tag, Part::Endnotes),
            "footnote" | "endnote" => {
                let id = value(tag, "id").unwrap_or_default();
                let number = self.notes.numbers.get(&(self.part, id));
                self.note = number.map(|number| (*number, self.blocks.len()));
            }
            "tbl" if self.tables.len() >= DEEPEST => self.n_deeper += 1,
            "tbl" => self.tables.push(Table {
                first_block: self.blocks.len(),
                row: usize::MAX,
                is_beside: false,
            }),
            "tr" => self.start_row(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "del" | "moveFrom" | "Fallback" => self.unseen = self.unseen.saturating_sub(1),
            "pPrChange" | "rPrChange" => self.n_changes = self.n_changes.saturating_sub(1),
            "p" => self.end_paragraph(),
            "t" => self.in_text = false,
            "r" => self.is_hidden = false,
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.is_beside = true;
                }
            }
            "tbl" if self.n_deeper > 0 => self.n_deeper -= 1,
            "tbl" => {
                if let Some(table) = self.tables.pop() {
                    let first = table.first_block.min(self.blocks.len());
                    part_rows(&mut self.blocks[first..], |block| block);
                    if let Some(block) = self.blocks.get_mut(first) {
                        block.gap = block.gap.max(Gap::Blank);
                    }
                }
            }
            "footnote" | "endnote" => {
                if let Some((number, first)) = self.note.take() {
                    let first = first.min(self.blocks.len());
                    let blocks = self.blocks.split_off(first);
                    self.notes.texts.entry(number).or_insert(blocks);
                }
            }
            _ => {}
        }
    }

    fn start_row(&mut self) {
        let here = self.blocks.len();
        if let Some(table) = self.tables.last_mut() {
            table.row = here;
            table.is_beside = false;
        }
    }

    fn mark_note(&mut self, tag: &BytesStart<'_>, part: Part) {
        if let Some(id) = value(tag, "id").filter(|_| self.is_seen()) {
            let number = self.notes.number(part, id);
            self.push(&format!("[{number}]"));
        }
    }

    fn characters(&mut self, text: &str) {
        if self.in_text {
            self.push(text);
        }
    }

    fn reference(&mut self, reference: &BytesRef<'_>) {
        if let Ok(Some(c)) = reference.resolve_char_ref() {
            self.characters(c.encode_utf8(&mut [0; 4]));
            return;
        }
        let name = reference.xml10_content();
        match quick_xml::escape::resolve_predefined_entity(&name) {
            Some(text) => self.characters(text),
            None => self.characters(&format!("&{name};")),
        }
    }

    /// How the style that a tag names sets words.
    fn look_of(&self, tag: &BytesStart<'_>) -> Look {
        value(tag, "val").map_or_else(Look::default, |id| self.styles.look(&id))
    }

    fn is_seen(&self) -> bool {
        self.unseen == 0 && !self.is_hidden
    }

    fn push(&mut self, text: &str) {
        if !self.is_seen() {
            return;
        }
        if let Some(paragraph) = self.open.last_mut() {
            let start = paragraph.text.len();
            // A soft hyphen only says where a word may be divided.
            paragraph
                .text
                .extend(text.chars().filter(|c| *c != '\u{ad}'));
            let range = start..paragraph.text.len();
            let is_strong = self.look.is_strong(paragraph.look, self.look_of_style);
            if is_strong && !text.trim().is_empty() {
                push_strong(&mut paragraph.strong, &paragraph.text, range);
            }
        }
    }

    /// Takes the paragraph under way as complete.
    fn end_paragraph(&mut self) {
        let Paragraph {
            text, mut strong, ..
        } = if self.open.len() > 1 {
            self.open.pop().unwrap_or_default()
        } else {
            self.open.last_mut().map(std::mem::take).unwrap_or_default()
        };
        if self.unseen > 0 {
            return;
        }
        let words = text.trim_matches([' ', '\n', '\r', '\t', '\u{a0}']);
        if words.trim().is_empty() && !words.contains('\u{c}') {
            self.n_empty += 1;
            return;
        }
        // Words are a part of the text: what is bold among them moves with what is cut off before them.
        let cut = text.len()
            - text
                .trim_start_matches([' ', '\n', '\r', '\t', '\u{a0}'])
                .len();
        strong.retain_mut(|range| {
            *range = range.start.max(cut) - cut..range.end.max(cut) - cut;
            range.start < range.end && range.end <= words.len()
        });
        let here = self.blocks.len();
        let mut gap = if self.n_empty > 0 {
            Gap::TwoBlanks
        } else {
            Gap::Blank
        };
        self.n_empty = 0;
        if let Some(table) = self.tables.last_mut() {
            // A cell stands beside the one before it, unless that one holds paragraphs.
            let is_beside = std::mem::take(&mut table.is_beside) && table.row + 1 == here;
            if is_beside && let Some(row) = self.blocks.last_mut() {
                row.text.push('\t');
                row.text.push_str(words);
                return;
            }
            gap = if table.row == here {
                Gap::Line
            } else {
                Gap::Blank
            };
        }
        self.blocks.push(Block {
            text: words.to_owned(),
            gap,
            strong,
        });
        self.numbers.push(self.n_paragraphs);
    }
}

/// Whether an element that turns something on does so.
pub(super) fn is_on(tag: &BytesStart<'_>) -> bool {
    !matches!(value(tag, "val").as_deref(), Some("0" | "false" | "off"))
}

/// The value of an attribute by its name without prefix.
pub(super) fn value(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    tag.attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(|attribute| attribute.value.into_owned())
}
