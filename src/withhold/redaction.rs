//! Stretches of a reading text → the text with other words in their place, and all places moved along.

use crate::source::{SourceFile, Span};

/// What is replaced, gathered in any order.
#[derive(Default)]
pub(super) struct Redaction {
    /// Each stretch with the words in its place.
    all: Vec<(Span, String)>,
}

impl Redaction {
    /// Puts words in the place of some stretches, all of them before the first.
    pub(super) fn replace(&mut self, stretches: &[Span], words: &str) {
        for (index, span) in stretches.iter().enumerate() {
            let words = if index == 0 { words } else { "" };
            self.all.push((*span, words.to_owned()));
        }
    }

    /// The file without these stretches. What overlaps one that begins before it goes with it.
    pub(super) fn applied(mut self, source: &SourceFile) -> SourceFile {
        self.all
            .sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        let mut text = String::with_capacity(source.text.len());
        let mut moved = Vec::new();
        let mut at = 0;
        for (span, words) in &self.all {
            if span.start < at {
                if span.end > at {
                    moved.push(Moved::new(Span::new(at, span.end), text.len(), text.len()));
                    at = span.end;
                }
                continue;
            }
            text.push_str(&source.text[at..span.start]);
            let start = text.len();
            text.push_str(words);
            moved.push(Moved::new(*span, start, text.len()));
            at = span.end;
        }
        text.push_str(&source.text[at..]);
        let place = |at: usize| place(&moved, at);
        let spans = |all: &[Span]| {
            let all = all
                .iter()
                .map(|span| Span::new(place(span.start), place(span.end)));
            all.filter(|span| span.start < span.end).collect()
        };
        SourceFile {
            path: source.path.clone(),
            format: source.format,
            encoding: source.encoding.clone(),
            chrome: spans(&source.chrome),
            paragraphs: source
                .paragraphs
                .iter()
                .map(|(at, n)| (place(*at), *n))
                .collect(),
            strong: spans(&source.strong),
            // Nobody is to have the file as it was.
            received: None,
            text,
        }
    }
}

/// A stretch that is gone, and where the words in its place stand.
struct Moved {
    old: Span,
    start: usize,
    end: usize,
}

impl Moved {
    fn new(old: Span, start: usize, end: usize) -> Moved {
        Moved { old, start, end }
    }
}

/// Where a byte of the old text stands in the new one; for a byte of what is gone, the beginning of what stands there.
fn place(moved: &[Moved], at: usize) -> usize {
    let index = moved.partition_point(|one| one.old.start <= at);
    match index.checked_sub(1).map(|index| &moved[index]) {
        None => at,
        Some(one) if at < one.old.end => one.start,
        Some(one) => one.end + (at - one.old.end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Encoding, Format};

    #[test]
    fn places_move_along() {
        let text = "one two three four five";
        let file = SourceFile {
            path: "a".to_owned(),
            text: text.to_owned(),
            format: Format::Word,
            encoding: Encoding::Utf8,
            chrome: vec![Span::new(0, 3)],
            paragraphs: vec![(0, 1), (8, 2), (19, 3)],
            strong: vec![Span::new(4, 13), Span::new(14, 18), Span::new(19, 23)],
            received: Some(vec![1]),
        };
        let mut redaction = Redaction::default();
        redaction.replace(&[Span::new(8, 13), Span::new(14, 18)], "[gone]");
        redaction.replace(&[Span::new(10, 16)], "[overlaps]");
        let new = redaction.applied(&file);
        assert_eq!(new.text, "one two [gone] five");
        let strong: Vec<&str> = new
            .strong
            .iter()
            .map(|span| &new.text[span.range()])
            .collect();
        assert_eq!(strong, ["two [gone]", "five"]);
        assert_eq!(new.paragraphs, [(0, 1), (8, 2), (15, 3)]);
        assert_eq!(new.received, None);
    }
}
