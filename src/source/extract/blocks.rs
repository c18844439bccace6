//! Paragraphs, rows and headings put together to a reading text.

use crate::source::Span;
use std::ops::Range;

/// What stands between a block and the one before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Gap {
    /// A line's end: rows of a table, items of a list.
    Line,
    /// A blank line: paragraphs.
    Blank,
    /// Two blank lines: an empty paragraph stands between.
    TwoBlanks,
}

impl Gap {
    fn line_ends(self) -> &'static str {
        match self {
            Gap::Line => "\n",
            Gap::Blank => "\n\n",
            Gap::TwoBlanks => "\n\n\n",
        }
    }
}

/// A stretch of text of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Block {
    pub(super) text: String,
    pub(super) gap: Gap,
    /// Bytes of the text that are set in bold or the like, in order.
    pub(super) strong: Vec<Range<usize>>,
}

/// Adds a stretch that is set in bold; what touches the one before, blanks between, goes on with it.
pub(super) fn push_strong(strong: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    match strong.last_mut() {
        Some(last)
            if text[last.end..range.start]
                .trim_matches([' ', '\u{a0}'])
                .is_empty() =>
        {
            last.end = range.end;
        }
        Some(_) | None => strong.push(range),
    }
}

/// The stretches in bold as places in the reading text that [`join`] made of `blocks`.
pub(super) fn strong<'a>(blocks: impl Iterator<Item = &'a Block>, spans: &[Span]) -> Vec<Span> {
    let pairs = blocks.zip(spans);
    let moved = pairs.flat_map(|(block, span)| {
        let ranges = block.strong.iter();
        ranges.map(|range| Span::new(span.start + range.start, span.start + range.end))
    });
    moved.collect()
}

/// Whether words may end a sentence. What follows from it is decided later and better; here it only tells layouts apart.
pub(super) fn ends_sentence(words: &str) -> bool {
    let words = words.trim_end_matches(|c: char| c.is_whitespace() || "\"”’»)]'*".contains(c));
    words.is_empty() || words.ends_with(['.', '!', '?', '…', ':', ';', '。', '！', '？', '：'])
}

/// A row or list item longer than this is a paragraph; so are then all others of its table or list.
const LONG_ROW: usize = 120;

/// Rows of a table (or items of a list) that hold paragraphs are set apart as such; short ones stay line under line.
pub(super) fn part_rows<T>(rows: &mut [T], block: impl Fn(&mut T) -> &mut Block) {
    if rows.iter_mut().any(|row| block(row).text.len() >= LONG_ROW) {
        for row in rows {
            let block = block(row);
            block.gap = block.gap.max(Gap::Blank);
        }
    }
}

/// The reading text of `blocks`, and the place of each in it.
pub(super) fn join<'a>(blocks: impl Iterator<Item = &'a Block>) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut spans = Vec::new();
    for block in blocks {
        if !text.is_empty() {
            text.push_str(block.gap.line_ends());
        }
        let start = text.len();
        text.push_str(&block.text);
        spans.push(Span::new(start, text.len()));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    (text, spans)
}
