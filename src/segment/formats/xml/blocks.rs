//! Paragraphs → blocks, and what elements are called in print.

use super::builder::Builder;
use super::facts::field_name;
use super::tokens::Tag;
use super::vocabulary::Role;
use crate::document::{
    Block, Gap, GapReason, HeaderBlock, HeaderKind, Label, MarkKind, Narration, NarrationKind,
    Note, Paragraph, SpannedText,
};

impl Builder<'_> {
    /// Puts a paragraph where the innermost element that decides says.
    pub(super) fn place(&mut self, paragraph: Paragraph, header_kind: Option<HeaderKind>) {
        let in_turn = self.in_turn();
        let decisive = self.frames.iter().rposition(|frame| match frame.role {
            Role::Turn
            | Role::Label
            | Role::LabelAhead
            | Role::Heading
            | Role::Note(_)
            | Role::Header(_) => true,
            Role::Gap(_) => frame.stands && !in_turn,
            _ => false,
        });
        let role = decisive.map_or(Role::Narration, |index| self.frames[index].role);
        match role {
            Role::Turn => {
                if let Some(turn) = self.turns.last_mut() {
                    turn.paragraphs.push(paragraph);
                }
            }
            Role::Label => {
                let Some(turn) = self.turns.last_mut() else {
                    return self.emit(narration(paragraph));
                };
                if turn.label.is_some() {
                    turn.paragraphs.push(paragraph);
                } else {
                    let mut read = label(paragraph.text);
                    if let Some(name_len) = self.label_name.take() {
                        // An office in an element of its own is no whole name: `<rs>President</rs> Clinton:`.
                        let rest = read.text.text().get(name_len..);
                        if name_len > 0
                            && rest.is_some_and(|rest| !rest.contains(char::is_alphanumeric))
                        {
                            read.name_len = name_len;
                        }
                    }
                    turn.label = Some(read);
                }
            }
            Role::LabelAhead => {
                self.emit_label_ahead();
                self.label_ahead = Some(paragraph.text);
            }
            Role::Header(kind) => {
                let kind = header_kind.unwrap_or(kind);
                let words = paragraph.text.text();
                let mut names = self.frames.iter().rev().map(|frame| frame.name);
                let field = names.find_map(field_name);
                match (kind, field) {
                    (HeaderKind::Title, _) => self.facts.title(words),
                    (_, Some(field)) => self.facts.field(field, words),
                    (_, None) => {}
                }
                self.emit(header(kind, paragraph));
            }
            role => self.emit(standing(role, paragraph)),
        }
    }

    fn emit(&mut self, block: Block) {
        self.emit_label_ahead();
        self.blocks.push((block, None));
    }

    /// A label ahead of something else than a turn was none.
    pub(super) fn emit_label_ahead(&mut self) {
        if let Some(text) = self.label_ahead.take() {
            let paragraph = Paragraph {
                text,
                marks: Vec::new(),
            };
            self.blocks.push((narration(paragraph), None));
        }
    }
}

/// Text that is nobody's speech.
fn narration(text: Paragraph) -> Block {
    Block::Narration(Narration {
        kind: NarrationKind::Text,
        text,
    })
}

/// A part of the header.
fn header(kind: HeaderKind, text: Paragraph) -> Block {
    Block::Header(HeaderBlock { kind, text })
}

/// A block outside the turns and the header.
fn standing(role: Role, text: Paragraph) -> Block {
    match role {
        Role::Heading => Block::Heading(text),
        Role::Note(kind) => Block::Note(Note { kind, text }),
        Role::Gap(reason) => Block::Gap(Gap { reason, text }),
        _ => narration(text),
    }
}

/// A printed label; the mark that ends it is no part of the name.
pub(super) fn label(text: SpannedText) -> Label {
    let words = text.text();
    let mut name = words.trim_end_matches([':', '：', '—', '–', '-', ' ']);
    // “Mr. Frank.” ends with a full stop, “Cole, M.” and “Cole Jr.” with an abbreviation.
    if let Some(without) = name.strip_suffix('.') {
        let last = without.rsplit([' ', '.', ',']).next().unwrap_or("");
        let is_short = last.chars().count() < 2 || matches!(last, "Jr" | "Sr" | "jr" | "sr");
        if !is_short {
            name = without;
        }
    }
    let name_len = if name.trim().is_empty() {
        words.len()
    } else {
        name.trim_end().len()
    };
    Label { text, name_len }
}

/// What is printed for an element without words: `[applause]`, `[inaudible]`, `[…]`.
pub(super) fn words_of_empty(role: Role, tag: &Tag<'_>) -> Option<String> {
    match role {
        Role::Stage => {
            let named = matches!(tag.name, "pause" | "kinesic" | "vocal" | "incident");
            let kind = tag.value(&["type", "subtype"]);
            let words = kind.or(named.then_some(tag.name))?;
            Some(format!("[{}]", plain(words)))
        }
        Role::Gap(GapReason::Inaudible) => Some("[inaudible]".to_owned()),
        Role::Gap(GapReason::Illegible) => Some("[illegible]".to_owned()),
        Role::Gap(GapReason::Withheld) => Some("[withheld]".to_owned()),
        Role::Gap(GapReason::PagesOmitted) => Some("[pages omitted]".to_owned()),
        Role::Gap(GapReason::Omitted | GapReason::Extract) => Some("[…]".to_owned()),
        Role::Marked(MarkKind::Unclear) => Some("[unclear]".to_owned()),
        _ => None,
    }
}

/// The value of an attribute as words: `#noise` is a pointer to them.
fn plain(value: &str) -> String {
    let words = value.trim_start_matches('#').replace(['_', '-'], " ");
    words
        .replace(['<', '>', '&', '[', ']'], " ")
        .trim()
        .to_owned()
}

/// Whether an element holds lines of text, so that what stands in it stands in a line.
pub(super) fn holds_lines(name: &str) -> bool {
    matches!(
        name,
        "p" | "ab"
            | "seg"
            | "l"
            | "head"
            | "item"
            | "cell"
            | "note"
            | "change"
            | "licence"
            | "title"
            | "speaker"
            | "stage"
            | "td"
            | "li"
            | "from"
            | "heading"
            | "subheading"
            | "narrative"
            | "summary"
            | "scene"
    )
}
