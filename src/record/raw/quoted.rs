//! Words that a record quotes, with their place in it.

use crate::diagnostic::Place;
use crate::record::{Passage, Word};
use crate::source::{LineIndex, Span, TextFile};
use toml::Spanned;

/// A record whose words are taken with their places.
pub(super) struct Quoted<'a> {
    file: &'a TextFile,
    lines: LineIndex<'a>,
}

impl<'a> Quoted<'a> {
    pub(super) fn of(file: &'a TextFile) -> Quoted<'a> {
        Quoted {
            file,
            lines: LineIndex::of(&file.text),
        }
    }

    pub(super) fn place(&self, span: std::ops::Range<usize>) -> Place {
        Place::indexed(
            &self.file.path,
            &self.lines,
            Span::new(span.start, span.end),
        )
    }

    pub(super) fn word(&self, words: &Spanned<String>) -> Word {
        let folded: Vec<&str> = words.get_ref().split_whitespace().collect();
        Word {
            text: folded.join(" "),
            place: self.place(words.span()),
        }
    }

    pub(super) fn passage(
        &self,
        key: &'static str,
        words: &Spanned<String>,
        occurrence: Option<usize>,
    ) -> Passage {
        let Word { text, place } = self.word(words);
        Passage {
            words: text,
            place,
            key,
            occurrence,
        }
    }
}
