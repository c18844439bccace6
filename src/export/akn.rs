//! `documents/SLUG.akn.xml`: the document as a `debate` of Akoma Ntoso 3.0, where `site.toml` asks for it; valid against its schema.
//!
//! A turn is a `speech` with its anchor as `eId`; the label as printed is its `from`, in which `inline` holds the name without the mark
//! that ends it. memcon reads the file back to the same turns. Where words stand without the brackets that its reader would add,
//! `class="as-printed"` says so.

mod meta;

use super::inline::{Part, Stretch, parts};
use super::text::gap_reason;
use super::view::note_kind;
use super::xml::{Xml, person_id, space};
use crate::document::{Block, GapReason, HeaderKind, Label, MarkKind, Paragraph, Turn};
use crate::site::{DocumentEntry, Site};

/// The speaker of a turn that is nobody's.
const NOBODY: &str = "unknown";

pub(super) fn render(site: &Site, entry: &DocumentEntry) -> String {
    let mut xml = Xml::mixed();
    xml.line();
    let namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
    xml.open("akomaNtoso", &[("xmlns", namespace)]);
    xml.line();
    xml.open("debate", &[("name", "debate")]);
    xml.line();
    meta::write(&mut xml, site, entry);
    Body {
        xml: &mut xml,
        entry,
        n_identified: 0,
    }
    .write();
    for name in ["debate", "akomaNtoso"] {
        xml.close(name);
        xml.line();
    }
    xml.finish()
}

/// The blocks, in order.
struct Body<'x, 'a> {
    xml: &'x mut Xml,
    entry: &'a DocumentEntry,
    /// Elements that need an identifier and have none of ours.
    n_identified: usize,
}

impl Body<'_, '_> {
    fn write(&mut self) {
        let entry = self.entry;
        let blocks = &entry.document.blocks;
        let is_header = |block: &&Block| matches!(block, Block::Header(_));
        let n_before = blocks.iter().take_while(is_header).count();
        if n_before > 0 {
            self.open("preface", &[]);
            for (index, block) in blocks[..n_before].iter().enumerate() {
                self.block(block, index);
            }
            self.close("preface");
        }
        self.open("debateBody", &[]);
        self.section();
        let mut turn_index = 0;
        let mut is_at_top = true;
        for (index, block) in blocks.iter().enumerate().skip(n_before) {
            // A section has one heading.
            let is_heading = matches!(block, Block::Heading(_));
            if is_heading && !is_at_top {
                self.close("debateSection");
                self.section();
            }
            is_at_top = false;
            match block {
                Block::Turn(turn) => {
                    self.turn(turn, index, turn_index);
                    turn_index += 1;
                }
                other => self.block(other, index),
            }
        }
        self.close("debateSection");
        self.close("debateBody");
    }

    fn section(&mut self) {
        let id = self.identifier("section");
        self.open("debateSection", &[("name", "part"), ("eId", &id)]);
    }

    /// A part of the document that is no turn.
    fn block(&mut self, block: &Block, index: usize) {
        match block {
            Block::Turn(_) => {}
            Block::Header(header) if header.kind == HeaderKind::Title => {
                self.xml.open("p", &[]);
                self.element("docTitle", &[], (index, 0), &header.text);
                self.close("p");
            }
            Block::Header(header) => self.line("p", &[("class", "header")], index, &header.text),
            Block::Heading(text) => {
                let id = self.identifier("heading");
                self.line("heading", &[("eId", &id)], index, text);
            }
            Block::Narration(narration) => self.line("narrative", &[], index, &narration.text),
            Block::Gap(gap) => {
                self.xml.open("p", &[]);
                let words = gap.text.text.text();
                self.open_gap(gap.reason, words);
                self.xml.words(words);
                self.xml.close("omissis");
                self.close("p");
            }
            Block::Note(note) => {
                let kind = [("class", note_kind(note.kind))];
                self.line("narrative", &kind, index, &note.text);
            }
        }
    }

    fn turn(&mut self, turn: &Turn, block: usize, index: usize) {
        let attribution = &self.entry.turns[index].attribution;
        let by = attribution.person().map_or_else(
            || format!("#{NOBODY}"),
            |person| format!("#{}", person_id(person)),
        );
        let kind = format!("#turn.{}", turn.kind.name());
        let anchor = self.entry.anchors.turn(index);
        let attributes = [("eId", anchor), ("by", &by), ("refersTo", &kind)];
        self.open("speech", &attributes);
        if let Some(label) = &turn.label {
            self.label(label);
        }
        let anchors = (self.entry.anchors).paragraphs(index, turn.paragraphs.len());
        for (at, paragraph) in turn.paragraphs.iter().enumerate() {
            let anchor = anchors[at].iter();
            let anchor = anchor.map(|anchor| ("eId", anchor.as_str()));
            let attributes: Vec<(&str, &str)> = anchor.collect();
            self.element("p", &attributes, (block, at), paragraph);
            self.xml.line();
        }
        if turn.paragraphs.is_empty() {
            self.xml.empty("p", &[]);
            self.xml.line();
        }
        self.close("speech");
    }

    fn label(&mut self, label: &Label) {
        let attributes: Vec<(&str, &str)> = space(label.text.text()).into_iter().collect();
        self.xml.open("from", &attributes);
        let name = [("name", "speaker")];
        self.xml.text_with("inline", &name, label.name());
        self.xml.words(&label.text.text()[label.name_len..]);
        self.close("from");
    }

    fn line(&mut self, name: &str, attributes: &[(&str, &str)], block: usize, text: &Paragraph) {
        self.element(name, attributes, (block, 0), text);
        self.xml.line();
    }

    /// An element that holds a paragraph.
    fn element(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        place: (usize, usize),
        paragraph: &Paragraph,
    ) {
        let mut attributes = attributes.to_vec();
        attributes.extend(space(paragraph.text.text()));
        self.xml.open(name, &attributes);
        for part in parts(self.entry, place, paragraph) {
            match part {
                Part::Text(words) => self.xml.words(words),
                Part::Open(stretch) => self.open_stretch(stretch),
                Part::Close(stretch) => self.xml.close(element(stretch)),
                Part::PageBreak => self.xml.empty("eop", &[]),
                Part::Note(words) => {
                    let id = self.identifier("note");
                    let attributes = [("marker", "*"), ("placement", "side"), ("eId", &id)];
                    self.xml.open("authorialNote", &attributes);
                    self.xml.text("p", words);
                    self.xml.close("authorialNote");
                }
            }
        }
        self.xml.close(name);
    }

    fn open_stretch(&mut self, stretch: Stretch<'_>) {
        match stretch {
            Stretch::Mark(MarkKind::Gap(reason), words) => self.open_gap(reason, words),
            Stretch::Mark(MarkKind::Stage, words) => {
                let mut attributes = vec![("type", "sceneDescription")];
                attributes.extend(as_printed(words));
                self.xml.open("remark", &attributes);
            }
            Stretch::Mark(MarkKind::Emphasis, _) => self.xml.open("i", &[]),
            Stretch::Mark(kind, _) => self.xml.open("inline", &[("name", kind.name())]),
            Stretch::Wrong(corrected) => {
                let read = format!("read: {}", corrected.read);
                self.xml
                    .open("inline", &[("name", "sic"), ("title", &read)]);
            }
            Stretch::Mention(person) => {
                let person = format!("#{}", person_id(person));
                self.xml.open("span", &[("refersTo", &person)]);
            }
        }
    }

    fn open_gap(&mut self, reason: GapReason, words: &str) {
        let mut attributes = vec![("title", gap_reason(reason))];
        attributes.extend(as_printed(words));
        self.xml.open("omissis", &attributes);
    }

    fn identifier(&mut self, kind: &str) -> String {
        self.n_identified += 1;
        format!("{kind}.{}", self.n_identified)
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.xml.open(name, attributes);
        self.xml.line();
    }

    fn close(&mut self, name: &str) {
        self.xml.close(name);
        self.xml.line();
    }
}

/// The element of a stretch.
fn element(stretch: Stretch<'_>) -> &'static str {
    match stretch {
        Stretch::Mark(MarkKind::Gap(_), _) => "omissis",
        Stretch::Mark(MarkKind::Stage, _) => "remark",
        Stretch::Mark(MarkKind::Emphasis, _) => "i",
        Stretch::Mark(_, _) | Stretch::Wrong(_) => "inline",
        Stretch::Mention(_) => "span",
    }
}

fn as_printed(words: &str) -> Option<(&'static str, &'static str)> {
    let is_in_brackets = words.starts_with(['[', '(', '（', '［', '{']);
    (!is_in_brackets).then_some(("class", "as-printed"))
}
