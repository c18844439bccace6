//! Cutting paragraphs in two and joining them, their marks with them.

use crate::document::{Block, Mark, MarkKind, Paragraph, SpannedText};
use crate::source::Span;
use std::ops::Range;

/// Where words of the source stand in a document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Seat {
    /// In the label of a turn, by its block.
    Label(usize),
    /// In a paragraph.
    Words(Words),
}

/// A place in a paragraph.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Words {
    pub(super) block: usize,
    pub(super) paragraph: usize,
    pub(super) at: usize,
}

/// Where the first published word of a span stands.
pub(super) fn seat(blocks: &[Block], span: Span) -> Option<Seat> {
    let mut best: Option<(usize, Seat)> = None;
    let mut offer = |text: &SpannedText, seat: &dyn Fn(usize) -> Seat| {
        let all = text.span();
        if all.end <= span.start || span.end <= all.start {
            return;
        }
        let range = text.stretch_of(span);
        let words = &text.text()[range.clone()];
        if words.trim().is_empty() {
            return;
        }
        let at = range.end - words.trim_start().len();
        let start = text.span_of(at..range.end).start;
        if best.is_none_or(|(before, _)| start < before) {
            best = Some((start, seat(at)));
        }
    };
    for (block, content) in blocks.iter().enumerate() {
        if let Block::Turn(turn) = content
            && let Some(label) = &turn.label
        {
            offer(&label.text, &|_| Seat::Label(block));
        }
        for (paragraph, text) in content.paragraphs().iter().enumerate() {
            offer(&text.text, &|at| {
                Seat::Words(Words {
                    block,
                    paragraph,
                    at,
                })
            });
        }
    }
    best.map(|(_, seat)| seat)
}

/// A part of a paragraph without the blanks around it; `None` if that leaves nothing.
pub(super) fn part(paragraph: &Paragraph, range: Range<usize>) -> Option<Paragraph> {
    let whole = paragraph.text.text();
    let words = &whole[range.clone()];
    let start = range.start + words.len() - words.trim_start().len();
    let kept = start..(start + words.trim().len()).max(start);
    if kept.is_empty() {
        return None;
    }
    let is_last = range.end == whole.len();
    let marks = paragraph
        .marks
        .iter()
        .filter(|mark| match mark.kind {
            // A page's end between two parts belongs to the second.
            MarkKind::PageBreak => {
                range.start <= mark.range.start
                    && (mark.range.start < range.end || is_last && mark.range.start == range.end)
            }
            _ => mark.range.start < kept.end && kept.start < mark.range.end,
        })
        .map(|mark| Mark {
            range: mark.range.start.clamp(kept.start, kept.end) - kept.start
                ..mark.range.end.clamp(kept.start, kept.end) - kept.start,
            kind: mark.kind,
        })
        .collect();
    Some(Paragraph {
        text: paragraph.text.slice(kept),
        marks,
    })
}

/// One paragraph of two that follow each other in the source, with a blank where the source has one or markup between them.
pub(super) fn joined(source: &str, first: Paragraph, second: &Paragraph) -> Paragraph {
    let mut text = first.text;
    let end = text.span().end;
    let between = Span::new(end, second.text.span().start.max(end));
    if source[between.range()].trim().is_empty() {
        if !between.is_empty() {
            text.push_as(" ", between);
        }
    } else {
        text.push_as(" ", Span::new(end, end));
    }
    let shift = text.text().len();
    text.append(&second.text);
    let mut marks = first.marks;
    marks.extend(second.marks.iter().map(|mark| Mark {
        range: mark.range.start + shift..mark.range.end + shift,
        kind: mark.kind,
    }));
    Paragraph { text, marks }
}

/// Whether the second paragraph stands after the first in the source.
pub(super) fn follows(first: &Paragraph, second: &Paragraph) -> bool {
    first.text.span().end <= second.text.span().start
}

/// A block that is no turn, with other words.
pub(super) fn with_text(block: &Block, words: Paragraph) -> Block {
    let mut block = block.clone();
    match &mut block {
        Block::Turn(turn) => turn.paragraphs = vec![words],
        Block::Header(header) => header.text = words,
        Block::Heading(text) => *text = words,
        Block::Narration(narration) => narration.text = words,
        Block::Gap(gap) => gap.text = words,
        Block::Note(note) => note.text = words,
    }
    block
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_with_their_words() {
        let source = "one (two) three";
        let mark = |range, kind| Mark { range, kind };
        let paragraph = Paragraph {
            text: SpannedText::copied(source, Span::new(0, source.len())),
            marks: vec![
                mark(4..9, MarkKind::Stage),
                mark(10..10, MarkKind::PageBreak),
            ],
        };
        let first = part(&paragraph, 0..6).unwrap();
        let second = part(&paragraph, 6..15).unwrap();
        assert_eq!(
            (first.text.text(), &first.marks),
            ("one (t", &vec![mark(4..6, MarkKind::Stage)])
        );
        assert_eq!(second.text.text(), "wo) three");
        assert_eq!(
            second.marks,
            [mark(0..3, MarkKind::Stage), mark(4..4, MarkKind::PageBreak)]
        );
        assert_eq!(part(&paragraph, 3..4), None);
        let whole = joined(source, first, &second);
        assert_eq!(whole.text.text(), source);
        assert_eq!(whole.marks[1].range, 6..9);
    }
}
