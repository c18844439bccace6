//! The texts of a document that are nobody's turn: its headings, what it tells itself, its notes and those of the editors; each with its
//! place on the document's page.

use super::DocumentEntry;
use crate::date::Edtf;
use crate::document::Block;

/// A text that is no turn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part<'a> {
    /// What it is.
    pub kind: PartKind,
    /// Its block.
    pub block: usize,
    /// Its place on the document's page.
    pub anchor: String,
    /// What it says.
    pub text: &'a str,
}

/// What a text is that is no turn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PartKind {
    /// A note of the source or of the editors.
    Note,
    /// What the document tells in its own words.
    Narration,
    /// A heading.
    Heading,
}

/// The place of the `n`th heading on a document's page.
pub fn heading_anchor(n: usize) -> String {
    format!("heading-{n}")
}

/// The place of the `n`th narration.
pub fn narration_anchor(n: usize) -> String {
    format!("narration-{n}")
}

/// The place of the `n`th note that the source prints.
pub fn printed_note_anchor(n: usize) -> String {
    format!("printed-note-{n}")
}

/// The place of the `n`th note of the editors.
pub fn note_anchor(n: usize) -> String {
    format!("note-{n}")
}

impl DocumentEntry {
    /// The texts that are no turns, in order; a note of the editors stands behind the block it is on.
    pub fn parts(&self) -> Vec<Part<'_>> {
        let mut found = Vec::new();
        let (mut n_headings, mut n_narrations, mut n_notes) = (0, 0, 0);
        for (block, content) in self.document.blocks.iter().enumerate() {
            let mut add = |kind, anchor: String| {
                for paragraph in content.paragraphs() {
                    found.push(Part {
                        kind,
                        block,
                        anchor: anchor.clone(),
                        text: paragraph.text.text(),
                    });
                }
            };
            match content {
                Block::Heading(_) => {
                    n_headings += 1;
                    add(PartKind::Heading, heading_anchor(n_headings));
                }
                Block::Narration(_) => {
                    n_narrations += 1;
                    add(PartKind::Narration, narration_anchor(n_narrations));
                }
                Block::Note(_) => {
                    n_notes += 1;
                    add(PartKind::Note, printed_note_anchor(n_notes));
                }
                Block::Turn(_) | Block::Header(_) | Block::Gap(_) => {}
            }
            for (index, note) in self.notes.iter().enumerate() {
                if note.block == block {
                    found.push(Part {
                        kind: PartKind::Note,
                        block,
                        anchor: note_anchor(index + 1),
                        text: &note.text,
                    });
                }
            }
        }
        found
    }

    /// The conversation that a block tells of, among the document's.
    pub fn conversation_of(&self, block: usize) -> Option<usize> {
        self.conversations
            .iter()
            .position(|one| one.blocks.iter().any(|range| range.contains(&block)))
    }

    /// The date of a block: its conversation's, else the document's.
    pub fn block_date(&self, block: usize) -> Option<&Edtf> {
        self.conversation_of(block)
            .and_then(|at| self.conversations[at].date.as_ref())
            .or(self.facts.date.as_ref())
    }
}
