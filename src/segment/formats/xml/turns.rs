//! Where turns begin and end: `speech`, `u`, `sp`, with the labels and names that stand in their tags.

use super::blocks;
use super::builder::Builder;
use super::paragraph::Growing;
use super::tokens::Tag;
use super::who::Who;
use crate::document::{Block, Label, Paragraph, Turn, TurnKind};
use crate::source::{Format, Span};

/// A turn that is not finished.
pub(super) struct OpenTurn {
    pub(super) label: Option<Label>,
    who: Option<Who>,
    kind: TurnKind,
    pub(super) paragraphs: Vec<Paragraph>,
    /// Which element it is.
    pub(super) frame: usize,
}

impl<'a> Builder<'a> {
    pub(super) fn begin_turn(&mut self, tag: &Tag<'a>) {
        // Words of somebody else inside a turn cut it in two; who goes on is known.
        if let Some(outer) = self.turns.last_mut() {
            let again = outer.who.clone().or_else(|| {
                let label = outer.label.as_ref()?;
                Some(Who::again(label.name(), label.text.span()))
            });
            let before = OpenTurn {
                label: outer.label.take(),
                who: std::mem::replace(&mut outer.who, again),
                paragraphs: std::mem::take(&mut outer.paragraphs),
                frame: outer.frame,
                kind: outer.kind,
            };
            self.emit_turn(before);
        }
        let (attributes, mut label): (&[&str], _) = match self.format {
            Format::AkomaNtoso => (&["by"], None),
            Format::PublicWhip => (
                &["speakerid", "person_id"],
                tag.place(&["speakername"])
                    .and_then(|span| self.phrase(span)),
            ),
            _ => (&["who"], None),
        };
        if label.is_none()
            && let Some(text) = self.label_ahead.take()
        {
            label = Some(blocks::label(text));
        }
        let around = self.frames.iter().rev().map(|frame| &frame.tag);
        let place = std::iter::once(tag)
            .chain(around.filter(|tag| tag.name == "annotationBlock"))
            .find_map(|tag| tag.place(attributes));
        let who = place.and_then(|span| {
            let value = self.entities.text(self.text, span, &mut self.faults);
            Who::new(self.format, value, span)
        });
        self.turns.push(OpenTurn {
            label,
            who,
            kind: kind(tag),
            paragraphs: Vec::new(),
            frame: self.frames.len(),
        });
    }

    /// A label that stands in an attribute.
    fn phrase(&mut self, span: Span) -> Option<Label> {
        let stretches = self.entities.split(self.text, span, &mut self.faults);
        let mut growing = Growing::default();
        growing.push(self.text, &stretches);
        let text = growing.finish()?.text;
        Some(Label {
            name_len: text.text().len(),
            text,
        })
    }

    pub(super) fn end_turn(&mut self) {
        if let Some(turn) = self.turns.pop() {
            self.emit_turn(turn);
        }
    }

    fn emit_turn(&mut self, turn: OpenTurn) {
        if turn.label.is_none() && turn.paragraphs.is_empty() {
            return;
        }
        self.emit_label_ahead();
        let block = Block::Turn(Turn {
            label: turn.label,
            kind: turn.kind,
            cue: None,
            paragraphs: turn.paragraphs,
        });
        self.blocks.push((block, turn.who));
    }
}

/// How the turn was marked off where memcon read it first; its own exports say it.
fn kind(tag: &Tag<'_>) -> TurnKind {
    let classes = tag.value(&["ana", "refersTo"]).unwrap_or("");
    let class = classes
        .split_whitespace()
        .find_map(|class| class.strip_prefix("#turn."));
    let kinds = TurnKind::ALL.into_iter();
    let mut kinds = kinds.filter(|kind| Some(kind.name()) == class);
    kinds.next().unwrap_or(TurnKind::Labeled)
}
