//! Text put together from several places of a reading text, every part of it leading back to one.

use crate::source::Span;
use smallvec::SmallVec;
use std::ops::Range;

/// A stretch of a [`SpannedText`] that comes from one place. Kept small: a long document has one for every line or so.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    at: u32,
    start: u32,
    end: u32,
}

impl Piece {
    fn new(at: usize, span: Span) -> Self {
        let short =
            |offset: usize| u32::try_from(offset).expect("a reading text has less than 4 GB");
        Piece {
            at: short(at),
            start: short(span.start),
            end: short(span.end),
        }
    }

    /// Where it begins in the text.
    pub fn at(&self) -> usize {
        self.at as usize
    }

    /// The place it comes from. Where its length differs from the stretch's, the stretch stands for it as a whole (a blank for a
    /// line's end).
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

impl std::fmt::Debug for Piece {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} from {}..{}", self.at, self.start, self.end)
    }
}

/// Text assembled from several places, such as a sentence that runs over a page's end.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct SpannedText {
    text: String,
    /// In order and without holes, so that any range of `text` leads back to one `Span`.
    pieces: Pieces,
}

/// Most texts are one piece, which takes no room of its own.
type Pieces = SmallVec<[Piece; 1]>;

impl SpannedText {
    /// No words yet, and room for `len` bytes of them.
    pub fn with_capacity(len: usize) -> Self {
        SpannedText {
            text: String::with_capacity(len),
            pieces: Pieces::new(),
        }
    }

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
        self.lead_back(span, span.len());
        self.text.push_str(&source[span.range()]);
    }

    /// Adds `text` in the place of what the source has in `span` (a blank for a line's end). An empty `text` adds nothing.
    pub fn push_as(&mut self, text: &str, span: Span) {
        if text.is_empty() {
            return;
        }
        // A line's end of one byte leads back as the words around it do: a wrapped paragraph stays in one piece.
        if text == " " && span.len() == 1 {
            self.lead_back(span, 1);
        } else {
            self.pieces.push(Piece::new(self.text.len(), span));
        }
        self.text.push_str(text);
    }

    /// Notes where the next `len` bytes come from, which stand there byte for byte.
    fn lead_back(&mut self, span: Span, len: usize) {
        let at = self.text.len();
        if let Some(last) = self.pieces.last_mut()
            && last.span().end == span.start
            && at - last.at() == last.span().len()
        {
            *last = Piece::new(last.at(), Span::new(last.span().start, span.start + len));
        } else {
            self.pieces.push(Piece::new(at, span));
        }
    }

    /// Takes away what stands from `at` on, a character boundary.
    pub fn truncate(&mut self, at: usize) {
        let end = self.source_end(at);
        self.pieces
            .truncate(self.pieces.partition_point(|piece| piece.at() < at));
        if let Some(last) = self.pieces.last_mut() {
            let span = last.span();
            *last = Piece::new(
                last.at(),
                Span::new(span.start, span.end.min(end.max(span.start))),
            );
        }
        self.text.truncate(at);
    }

    /// Takes everything away, and keeps the room.
    pub fn clear(&mut self) {
        self.text.clear();
        self.pieces.clear();
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

    /// Whether its words follow each other as they do in the source; a law that the tests hold over every text.
    pub fn is_in_order(&self) -> bool {
        let ends_before = |pair: &[Piece]| pair[0].span().end <= pair[1].span().start;
        self.pieces.windows(2).all(ends_before)
    }

    /// The hull of all places; empty at 0 for an empty text.
    pub fn span(&self) -> Span {
        match (self.pieces.first(), self.pieces.last()) {
            (Some(first), Some(last)) => first.span().hull(last.span()),
            _ => Span::new(0, 0),
        }
    }

    /// A part of the text with its places; `range` lies on character boundaries.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> SpannedText {
        let range = range.start..range.end.min(self.text.len());
        if range == (0..self.text.len()) {
            return self.clone();
        }
        if range.is_empty() {
            return SpannedText::default();
        }
        let first = self.piece_at(range.start);
        let mut pieces = Pieces::new();
        for (index, piece) in self.pieces.iter().enumerate().skip(first) {
            let (start, end) = (
                piece.at().max(range.start),
                self.piece_end(index).min(range.end),
            );
            if piece.at() >= range.end {
                break;
            }
            if start < end {
                pieces.push(Piece::new(start - range.start, self.span_of(start..end)));
            }
        }
        SpannedText {
            text: self.text[range].to_owned(),
            pieces,
        }
    }

    /// The text without blanks around it, in no more room than it needs.
    #[must_use]
    pub fn into_trimmed(mut self) -> SpannedText {
        if self.text.trim().len() < self.text.len() {
            return self.trimmed();
        }
        self.text.shrink_to_fit();
        self.pieces.shrink_to_fit();
        self
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

    /// The words that come from within a stretch of the source.
    pub fn within(&self, span: Span) -> String {
        let ends = self.pieces.iter().skip(1).map(Piece::at);
        let ends = ends.chain(std::iter::once(self.text.len()));
        let texts = self.pieces.iter().zip(ends).filter_map(|(piece, end)| {
            let from = piece.span();
            if from.start >= span.end || span.start >= from.end {
                return None;
            }
            let text = &self.text[piece.at()..end];
            // As printed, a part of it may be meant; what stands for other letters is meant whole.
            let is_as_printed = text.len() == from.len();
            let start = span.start.saturating_sub(from.start);
            let end = text.len() - from.end.saturating_sub(span.end).min(text.len());
            Some(if is_as_printed {
                text.get(start..end)?
            } else {
                text
            })
        });
        texts.collect()
    }

    /// The places as stretches without a break between them, blanks of line ends included: what the JSON of `memcon parse` lists.
    pub fn stretches(&self) -> Vec<Span> {
        let mut out: Vec<Span> = Vec::new();
        for piece in &self.pieces {
            match out.last_mut() {
                Some(last) if last.end == piece.span().start => last.end = piece.span().end,
                _ => out.push(piece.span()),
            }
        }
        out
    }

    /// Where in the text a byte of the source stands, if it is in it.
    pub fn find_source(&self, offset: usize) -> Option<usize> {
        let index = self
            .pieces
            .iter()
            .position(|piece| piece.span().range().contains(&offset))?;
        let piece = self.pieces[index];
        let span = piece.span();
        let inside = if self.piece_end(index) - piece.at() == span.len() {
            offset - span.start
        } else {
            0
        };
        Some(piece.at() + inside)
    }

    fn source_start(&self, at: usize) -> usize {
        let index = self.piece_at(at);
        let Some(piece) = self.pieces.get(index) else {
            return 0;
        };
        let span = piece.span();
        if self.piece_end(index) - piece.at() == span.len() {
            (span.start + at - piece.at()).min(span.end)
        } else {
            span.start
        }
    }

    /// The piece that a byte of the text belongs to.
    fn piece_at(&self, at: usize) -> usize {
        self.pieces
            .partition_point(|piece| piece.at() <= at)
            .saturating_sub(1)
    }

    /// Where a piece ends in the text.
    fn piece_end(&self, index: usize) -> usize {
        self.pieces
            .get(index + 1)
            .map_or(self.text.len(), Piece::at)
    }

    fn source_end(&self, at: usize) -> usize {
        let index = self
            .pieces
            .partition_point(|piece| piece.at() < at)
            .saturating_sub(1);
        let Some(piece) = self.pieces.get(index) else {
            return 0;
        };
        let span = piece.span();
        if self.piece_end(index) - piece.at() == span.len() {
            (span.start + at.saturating_sub(piece.at())).min(span.end)
        } else {
            span.end
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
        assert_eq!(text.pieces(), [Piece::new(0, Span::new(0, 4))]);
        assert_eq!(text.span(), Span::new(0, 4));
    }

    #[test]
    fn a_wrapped_paragraph_stays_in_one_piece() {
        let source = "one\ntwo\n three";
        let mut text = SpannedText::copied(source, Span::new(0, 3));
        text.push_as(" ", Span::new(3, 4));
        text.push(source, Span::new(4, 7));
        text.push_as(" ", Span::new(7, 9));
        text.push(source, Span::new(9, 14));
        let spans: Vec<Span> = text.pieces().iter().map(Piece::span).collect();
        assert_eq!(spans, [Span::new(0, 7), Span::new(7, 9), Span::new(9, 14)]);
        let part = text.slice(2..9);
        assert_eq!(part.text(), "e two t");
        assert_eq!(part.span_of(0..7), Span::new(2, 10));
        assert_eq!(part.span_of(2..5), Span::new(4, 7));
    }
}
