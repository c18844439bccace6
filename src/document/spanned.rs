//! Text put together from several places of a reading text, every part of it leading back to one.

use crate::source::Span;
use std::ops::Range;

/// A stretch of a [`SpannedText`] that comes from one place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Piece {
    /// Where it begins in the text.
    pub at: usize,
    /// The place it comes from. Where its length differs from the stretch's, the stretch stands for it as a whole (a blank for a
    /// line's end).
    pub span: Span,
}

/// Text assembled from several places, such as a sentence that runs over a page's end.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct SpannedText {
    text: String,
    /// In order and without holes, so that any range of `text` leads back to one `Span`.
    pieces: Vec<Piece>,
}

impl SpannedText {
    /// The words of one span of a reading text, unchanged.
    pub fn copied(source: &str, span: Span) -> Self {
        let mut text = SpannedText::default();
        text.push(source, span);
        text
    }

    /// Adds the words of a span as they are.
    pub fn push(&mut self, source: &str, span: Span) {
        if span.is_empty() {
            return;
        }
        if let Some(last) = self.pieces.last_mut()
            && last.span.end == span.start
            && self.text.len() - last.at == last.span.len()
        {
            last.span.end = span.end;
        } else {
            self.pieces.push(Piece {
                at: self.text.len(),
                span,
            });
        }
        self.text.push_str(&source[span.range()]);
    }

    /// Adds `text` in the place of what the source has in `span` (a blank for a line's end). An empty `text` adds nothing.
    pub fn push_as(&mut self, text: &str, span: Span) {
        if text.is_empty() {
            return;
        }
        self.pieces.push(Piece {
            at: self.text.len(),
            span,
        });
        self.text.push_str(text);
    }

    /// Takes away what stands from `at` on, a character boundary.
    pub fn truncate(&mut self, at: usize) {
        let end = self.source_end(at);
        self.pieces.retain(|piece| piece.at < at);
        if let Some(last) = self.pieces.last_mut() {
            last.span.end = last.span.end.min(end.max(last.span.start));
        }
        self.text.truncate(at);
    }

    /// The words.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The places it comes from, in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The hull of all places; empty at 0 for an empty text.
    pub fn span(&self) -> Span {
        match (self.pieces.first(), self.pieces.last()) {
            (Some(first), Some(last)) => first.span.hull(last.span),
            _ => Span::new(0, 0),
        }
    }

    /// A part of the text with its places; `range` lies on character boundaries.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> SpannedText {
        let mut out = SpannedText::default();
        for (index, piece) in self.pieces.iter().enumerate() {
            let piece_end = self
                .pieces
                .get(index + 1)
                .map_or(self.text.len(), |next| next.at);
            let (start, end) = (piece.at.max(range.start), piece_end.min(range.end));
            if start < end {
                out.pieces.push(Piece {
                    at: out.text.len(),
                    span: self.span_of(start..end),
                });
                out.text.push_str(&self.text[start..end]);
            }
        }
        out
    }

    /// The text without blanks around it.
    #[must_use]
    pub fn trimmed(&self) -> SpannedText {
        let start = self.text.len() - self.text.trim_start().len();
        self.slice(start..start + self.text.trim().len())
    }

    /// The place a range of the text comes from.
    pub fn span_of(&self, range: Range<usize>) -> Span {
        Span::new(
            self.source_start(range.start),
            self.source_end(range.end)
                .max(self.source_start(range.start)),
        )
    }

    /// The places as stretches without a break between them, blanks of line ends included: what the JSON of `memcon parse` lists.
    pub fn stretches(&self) -> Vec<Span> {
        let mut out: Vec<Span> = Vec::new();
        for piece in &self.pieces {
            match out.last_mut() {
                Some(last) if last.end == piece.span.start => last.end = piece.span.end,
                _ => out.push(piece.span),
            }
        }
        out
    }

    /// Where in the text a byte of the source stands, if it is in it.
    pub fn find_source(&self, offset: usize) -> Option<usize> {
        let index = self
            .pieces
            .iter()
            .position(|piece| piece.span.start <= offset && offset < piece.span.end)?;
        let piece = self.pieces[index];
        let end = self
            .pieces
            .get(index + 1)
            .map_or(self.text.len(), |next| next.at);
        let inside = if end - piece.at == piece.span.len() {
            offset - piece.span.start
        } else {
            0
        };
        Some(piece.at + inside)
    }

    fn source_start(&self, at: usize) -> usize {
        let index = self
            .pieces
            .partition_point(|piece| piece.at <= at)
            .saturating_sub(1);
        let Some(piece) = self.pieces.get(index) else {
            return 0;
        };
        let end = self
            .pieces
            .get(index + 1)
            .map_or(self.text.len(), |next| next.at);
        if end - piece.at == piece.span.len() {
            (piece.span.start + at - piece.at).min(piece.span.end)
        } else {
            piece.span.start
        }
    }

    fn source_end(&self, at: usize) -> usize {
        let index = self
            .pieces
            .partition_point(|piece| piece.at < at)
            .saturating_sub(1);
        let Some(piece) = self.pieces.get(index) else {
            return 0;
        };
        let end = self
            .pieces
            .get(index + 1)
            .map_or(self.text.len(), |next| next.at);
        if end - piece.at == piece.span.len() {
            (piece.span.start + at.saturating_sub(piece.at)).min(piece.span.end)
        } else {
            piece.span.end
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_leads_back_to_its_source_over_a_joined_line() {
        let source = "one two\n  three";
        let mut text = SpannedText::default();
        text.push(source, Span::new(0, 7));
        text.push_as(" ", Span::new(7, 10));
        text.push(source, Span::new(10, 15));
        assert_eq!(text.text(), "one two three");
        assert_eq!(text.span_of(4..7), Span::new(4, 7));
        assert_eq!(text.span_of(4..13), Span::new(4, 15));
        assert_eq!(text.span_of(8..13), Span::new(10, 15));
        assert_eq!(text.stretches(), [Span::new(0, 15)]);
        assert_eq!(text.find_source(12), Some(10));
        assert_eq!(text.find_source(8), Some(7));
    }

    #[test]
    fn neighbours_melt_into_one_piece() {
        let mut text = SpannedText::copied("abcd", Span::new(0, 2));
        text.push("abcd", Span::new(2, 4));
        assert_eq!(
            text.pieces(),
            [Piece {
                at: 0,
                span: Span::new(0, 4)
            }]
        );
        assert_eq!(text.span(), Span::new(0, 4));
    }
}
