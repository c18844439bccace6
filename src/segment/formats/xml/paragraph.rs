//! A paragraph as it grows: white space folded, every character with its place, marks around stretches.

use super::entities::Stretch;
use crate::document::{Mark, MarkKind, Paragraph, SpannedText};
use crate::source::Span;

/// A paragraph that is being read.
#[derive(Default)]
pub(super) struct Growing {
    text: SpannedText,
    marks: Vec<Mark>,
    /// White space not yet written: it is only where words follow.
    blank: Option<Span>,
    /// What follows must not touch what is there, though the source has no blank: a stage direction in brackets, a cell.
    apart: bool,
    /// No blank here, though the source has one: before a full stop that is an element of its own.
    close: bool,
}

impl Growing {
    /// Whether there are no words yet.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Where the next words will stand.
    pub(super) fn len(&self) -> usize {
        self.text.text().len()
    }

    /// Where its last words stand in the source.
    pub(super) fn end(&self) -> usize {
        self.text.span().end
    }

    /// The words from a place on, for facts of the header.
    pub(super) fn words_from(&self, start: usize) -> &str {
        self.text.text().get(start..).unwrap_or("").trim()
    }

    /// Adds text of the source.
    pub(super) fn push(&mut self, source: &str, stretches: &[Stretch]) {
        for stretch in stretches {
            match stretch {
                Stretch::Same(span) => self.copy(source, *span),
                Stretch::Instead(meant, span) if meant.chars().all(is_blank) => self.gap(*span),
                Stretch::Instead(meant, span) => self.instead(meant, *span),
            }
        }
    }

    /// Adds text of the source whose blanks count; a line's end is a blank all the same.
    pub(super) fn push_as_it_is(&mut self, source: &str, stretches: &[Stretch]) {
        for stretch in stretches {
            let Stretch::Same(span) = stretch else {
                self.push(source, std::slice::from_ref(stretch));
                continue;
            };
            let mut at = span.start;
            for words in source[span.range()].split_inclusive(['\n', '\r']) {
                let here = words.trim_end_matches(['\n', '\r']).len();
                if here > 0 {
                    self.write_blank(source, false);
                    self.text.push(source, Span::new(at, at + here));
                }
                if here < words.len() {
                    self.gap(Span::new(at + here, at + words.len()));
                }
                at += words.len();
            }
        }
    }

    fn copy(&mut self, source: &str, span: Span) {
        let mut at = span.start;
        while at < span.end {
            let rest = &source[at..span.end];
            let word = rest.find(is_blank).unwrap_or(rest.len());
            if word > 0 {
                self.write_blank(
                    source,
                    rest.chars().next().is_some_and(char::is_alphanumeric),
                );
                self.text.push(source, Span::new(at, at + word));
            }
            let blanks = rest[word..].find(|c| !is_blank(c));
            let next = blanks.map_or(span.end, |blanks| at + word + blanks);
            if at + word < next {
                self.gap(Span::new(at + word, next));
            }
            at = next;
        }
    }

    /// White space stands here.
    pub(super) fn gap(&mut self, span: Span) {
        if !self.text.is_empty() && self.blank.is_none() && !self.text.text().ends_with(' ') {
            self.blank = Some(span);
        }
    }

    /// Whatever comes next stands apart from what is there.
    pub(super) fn set_apart(&mut self) {
        self.apart = true;
    }

    /// Whatever comes next touches what is there.
    pub(super) fn set_close(&mut self) {
        self.close = true;
    }

    /// Adds words that stand for what the source has at a place: `[` for a tag, `é` for an entity.
    pub(super) fn instead(&mut self, words: &str, span: Span) {
        self.write_blank("", true);
        // A piece as long as its words would be taken for a copy; the last sign of a tag or entity can be spared.
        let end = if words.len() == span.len() && span.len() > 1 {
            span.end - 1
        } else {
            span.end
        };
        self.text.push_as(words, Span::new(span.start, end));
    }

    /// Adds a sign between two items, in the place of the white space there.
    pub(super) fn separate(&mut self, sign: &str, at: usize) {
        if self.text.is_empty() || self.text.text().ends_with([' ', '[']) {
            return;
        }
        let span = self.blank.take().unwrap_or(Span::new(at, at));
        if span.len() == sign.len() {
            self.text.push_as(sign, Span::new(span.start, span.start));
        } else {
            self.text.push_as(sign, span);
        }
        (self.apart, self.close) = (false, false);
    }

    fn write_blank(&mut self, source: &str, before_word: bool) {
        let blank = self.blank.take();
        if self.text.is_empty() || self.close {
            (self.apart, self.close) = (false, false);
            return;
        }
        match blank {
            Some(span) if source.get(span.range()) == Some(" ") => self.text.push(source, span),
            Some(span) => self.text.push_as(" ", span),
            None if self.apart && before_word => {
                let at = self.text.span().end;
                self.text.push_as(" ", Span::new(at, at));
            }
            None => {}
        }
        self.apart = false;
    }

    /// Marks what was added since `start`.
    pub(super) fn mark(&mut self, start: usize, kind: MarkKind) {
        let Some(words) = self.text.text().get(start..) else {
            return;
        };
        let from = start + (words.len() - words.trim_start().len());
        let range = from..from + words.trim().len();
        if !range.is_empty() {
            self.marks.push(Mark { range, kind });
        }
    }

    /// The source's page ends here.
    pub(super) fn page_break(&mut self) {
        let at = self.len();
        self.marks.push(Mark {
            range: at..at,
            kind: MarkKind::PageBreak,
        });
    }

    /// The paragraph, its marks in order; `None` where there are no words.
    pub(super) fn finish(mut self) -> Option<Paragraph> {
        if self.text.text().trim().is_empty() {
            return None;
        }
        self.marks
            .sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
        Some(Paragraph {
            text: self.text,
            marks: self.marks,
        })
    }
}

/// White space as XML counts it; a no-break blank is a character.
pub(in super::super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_folded_and_leads_back() {
        let source = "  one  two\n<b> three</b>.";
        let mut growing = Growing::default();
        growing.push(source, &[Stretch::Same(Span::new(0, 11))]);
        let start = growing.len();
        growing.push(source, &[Stretch::Same(Span::new(14, 20))]);
        growing.mark(start, MarkKind::Emphasis);
        growing.push(source, &[Stretch::Same(Span::new(24, 25))]);
        let paragraph = growing.finish().unwrap();
        assert_eq!(paragraph.text.text(), "one two three.");
        assert_eq!(paragraph.text.span(), Span::new(2, 25));
        assert_eq!(paragraph.marks[0].range, 8..13);
    }

    #[test]
    fn a_piece_as_long_as_its_words_is_no_copy() {
        let mut growing = Growing::default();
        growing.instead("[x]", Span::new(0, 3));
        growing.set_apart();
        growing.push("<a>y", &[Stretch::Same(Span::new(3, 4))]);
        let paragraph = growing.finish().unwrap();
        assert_eq!(paragraph.text.text(), "[x] y");
        assert_eq!(paragraph.text.pieces()[0].span(), Span::new(0, 2));
    }
}
