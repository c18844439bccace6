//! Places of the source → stretches of a [`SpannedText`], and texts put together: what decisions about words need.

use super::{Piece, SpannedText};
use crate::source::Span;
use std::ops::Range;

impl SpannedText {
    /// Adds another text with its places.
    pub fn append(&mut self, other: &SpannedText) {
        let pieces = other.pieces();
        for (index, piece) in pieces.iter().enumerate() {
            let end = pieces.get(index + 1).map_or(other.text().len(), Piece::at);
            self.push_as(&other.text()[piece.at()..end], piece.span());
        }
    }

    /// The stretch of the text that comes from a span of the source; a sign that stands for a longer place (`&amp;`) is in it as a
    /// whole if any of that place is. Empty where nothing does.
    pub fn stretch_of(&self, span: Span) -> Range<usize> {
        let start = self.position(span.start, Side::Before);
        let end = self.position(span.end, Side::After);
        start..end.max(start)
    }

    /// Where in the text the first byte stands that comes from `offset` or after it.
    fn position(&self, offset: usize, side: Side) -> usize {
        let pieces = self.pieces();
        let index = pieces.partition_point(|piece| piece.span().end <= offset);
        let Some(piece) = pieces.get(index) else {
            return self.text().len();
        };
        if offset <= piece.span().start {
            return piece.at();
        }
        let end = pieces.get(index + 1).map_or(self.text().len(), Piece::at);
        if end - piece.at() == piece.span().len() {
            return self
                .text()
                .floor_char_boundary(piece.at() + offset - piece.span().start);
        }
        match side {
            Side::Before => piece.at(),
            Side::After => end,
        }
    }
}

/// Where a place inside a sign that stands for it as a whole is taken to be.
#[derive(Clone, Copy)]
enum Side {
    Before,
    After,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_stand_for_longer_places_are_taken_whole() {
        let source = "a &amp; b";
        let mut text = SpannedText::copied(source, Span::new(0, 2));
        text.push_as("&", Span::new(2, 7));
        text.push(source, Span::new(7, 9));
        assert_eq!(text.text(), "a & b");
        assert_eq!(text.stretch_of(Span::new(4, 5)), 2..3);
        assert_eq!(text.stretch_of(Span::new(0, 8)), 0..4);
        assert_eq!(text.stretch_of(Span::new(9, 20)), 5..5);
        let mut twice = text.slice(0..3);
        twice.append(&text.slice(3..5));
        assert_eq!(twice.text(), text.text());
        assert_eq!(twice.span_of(2..3), Span::new(2, 7));
    }
}
