//! Passages left out of blocks that are already made.

use super::cut::{Words, part, with_text};
use super::turns::{self, Beginning};
use crate::document::{
    Block, Document, DropReason, Dropped, Label, Paragraph, SpannedText, Turn, TurnKind,
};
use crate::source::{Span, slug};

/// Takes the passages out of the blocks and lists them as dropped. What they leave on both sides are paragraphs of their own; a turn
/// whose label goes keeps what is left of its words, as nobody's.
pub(super) fn leave_out(source: &str, excluded: &[(Span, DropReason)], document: &mut Document) {
    if excluded.is_empty() {
        return;
    }
    let mut left_out = LeftOut {
        source,
        excluded,
        dropped: Vec::new(),
    };
    let blocks = std::mem::take(&mut document.blocks);
    for block in blocks {
        match block {
            Block::Turn(turn) => document.blocks.extend(left_out.turn(turn).map(Block::Turn)),
            Block::Header(_)
            | Block::Heading(_)
            | Block::Narration(_)
            | Block::Gap(_)
            | Block::Note(_) => {
                let parts: Vec<Paragraph> = block
                    .paragraphs()
                    .iter()
                    .flat_map(|paragraph| left_out.paragraph(paragraph))
                    .collect();
                document
                    .blocks
                    .extend(parts.into_iter().map(|part| with_text(&block, part)));
            }
        }
    }
    document.dropped.extend(left_out.dropped);
}

struct LeftOut<'a> {
    source: &'a str,
    excluded: &'a [(Span, DropReason)],
    dropped: Vec<Dropped>,
}

impl LeftOut<'_> {
    fn turn(&mut self, turn: Turn) -> Option<Turn> {
        let Turn {
            label,
            mut kind,
            cue,
            paragraphs,
        } = turn;
        let mut rest = Vec::new();
        let label = match label {
            Some(label) if self.touches(&label.text) => {
                kind = TurnKind::Unmarked;
                let words = Paragraph {
                    text: label.text,
                    marks: Vec::new(),
                };
                rest = self.paragraph(&words);
                None
            }
            other => other,
        };
        let n_before = paragraphs.len();
        rest.extend(paragraphs.iter().flat_map(|one| self.paragraph(one)));
        let is_there = label.is_some() || !rest.is_empty() || n_before == 0 && cue.is_some();
        is_there.then_some(Turn {
            label,
            kind,
            cue,
            paragraphs: rest,
        })
    }

    /// What is left of a paragraph.
    fn paragraph(&mut self, paragraph: &Paragraph) -> Vec<Paragraph> {
        if !self.touches(&paragraph.text) {
            return vec![paragraph.clone()];
        }
        let all = paragraph.text.span();
        let first = self.first_after(all.start);
        let mut out = Vec::new();
        let mut at = 0;
        let excluded = self.excluded;
        for (span, reason) in excluded[first..]
            .iter()
            .take_while(|(span, _)| span.start < all.end)
        {
            let range = paragraph.text.stretch_of(*span);
            let range = range.start.max(at)..range.end.max(at);
            out.extend(part(paragraph, at..range.start));
            self.drop(&paragraph.text.slice(range.clone()), reason);
            at = range.end;
        }
        out.extend(part(paragraph, at..paragraph.text.text().len()));
        out
    }

    fn drop(&mut self, words: &SpannedText, reason: &DropReason) {
        for piece in words.pieces() {
            let span = super::super::rows::trim(self.source, piece.span());
            if span.is_empty() {
                continue;
            }
            if let Some(last) = self.dropped.last_mut()
                && last.reason == *reason
                && last.span.end <= span.start
                && self.source[last.span.end..span.start].trim().is_empty()
            {
                last.span.end = span.end;
            } else {
                self.dropped.push(Dropped {
                    span,
                    reason: reason.clone(),
                });
            }
        }
    }

    fn touches(&self, text: &SpannedText) -> bool {
        let all = text.span();
        let first = self.first_after(all.start);
        self.excluded[first..]
            .iter()
            .take_while(|(span, _)| span.start < all.end)
            .any(|(span, _)| {
                let range = text.stretch_of(*span);
                !text.text()[range].trim().is_empty()
            })
    }

    fn first_after(&self, offset: usize) -> usize {
        self.excluded
            .partition_point(|(span, _)| span.end <= offset)
    }
}

/// Where a passage left out of a text held another's label, what follows it up to the next label is not the turn's before it: it
/// becomes a turn that nobody is named for.
pub(super) fn unmark_after(interrupted: &[(Span, String)], document: &mut Document) {
    let mut beginnings = Vec::new();
    for (span, label) in interrupted {
        let is_cut = |block: &Block| {
            let hull = block.span();
            hull.start < span.start && span.end < hull.end
        };
        let found = document
            .blocks
            .iter()
            .enumerate()
            .find_map(|(index, block)| match block {
                Block::Turn(turn) if is_cut(block) => Some((index, turn)),
                _ => None,
            });
        let Some((block, turn)) = found else { continue };
        let same = |own: &Label| slug(own.name()) == *label;
        if turn.label.as_ref().is_some_and(same) {
            continue;
        }
        let after = Span::new(span.end, usize::MAX);
        let place = turn.paragraphs.iter().enumerate().find_map(|(index, one)| {
            let range = one.text.stretch_of(after);
            let words = &one.text.text()[range.clone()];
            (!words.trim().is_empty()).then_some(Words {
                block,
                paragraph: index,
                at: range.start,
            })
        });
        beginnings.extend(place.map(|place| Beginning { place, label: None }));
    }
    turns::begin(document, beginnings);
}
