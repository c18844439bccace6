//! DESIGN's one counting rule: words are white-space separated tokens with a letter or digit, in turns, without omission notes, glosses,
//! expansions and stage directions. Chinese and Japanese put no blanks between words: there each sign counts, as in word processors.

use crate::document::{Paragraph, Turn};
use crate::language::is_cjk;
use std::ops::Add;

/// Turns and words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug, serde::Serialize)]
pub struct Tally {
    /// Turns.
    pub n_turns: usize,
    /// Words spoken.
    pub n_words: usize,
}

impl Add for Tally {
    type Output = Tally;
    fn add(self, other: Tally) -> Tally {
        Tally {
            n_turns: self.n_turns + other.n_turns,
            n_words: self.n_words + other.n_words,
        }
    }
}

/// Words of a text: tokens with a letter or digit, and signs of scripts that put no blanks between words.
pub fn words(text: &str) -> usize {
    text.split_whitespace().map(of_token).sum()
}

fn of_token(token: &str) -> usize {
    let signs = token.chars().filter(|c| is_cjk(*c) && c.is_alphanumeric());
    let others = token.split(is_cjk);
    let is_word = |part: &&str| part.chars().any(char::is_alphanumeric);
    signs.count() + others.filter(is_word).count()
}

/// Words spoken in a turn.
pub fn spoken_words(turn: &Turn) -> usize {
    turn.paragraphs
        .iter()
        .map(|paragraph| words(&speech(paragraph)))
        .sum()
}

/// The paragraph without what is not speech, each such stretch replaced by a blank.
pub(super) fn speech(paragraph: &Paragraph) -> String {
    let text = paragraph.text.text();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for mark in paragraph
        .marks
        .iter()
        .filter(|mark| !mark.kind.is_speech() && !mark.range.is_empty())
    {
        if mark.range.start >= at {
            out.push_str(&text[at..mark.range.start]);
            out.push(' ');
        }
        at = at.max(mark.range.end);
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Mark, MarkKind, SpannedText, TurnKind};
    use crate::source::Span;

    #[test]
    fn a_free_dash_is_no_word_and_glosses_are_not_spoken() {
        let text = "the wave [otrazhennaia volna] would - hit [had a] us";
        let mark = |words: &str, kind| {
            let start = text.find(words).unwrap();
            Mark {
                range: start..start + words.len(),
                kind,
            }
        };
        let paragraph = Paragraph {
            text: SpannedText::copied(text, Span::new(0, text.len())),
            marks: vec![
                mark("[otrazhennaia volna]", MarkKind::Gloss),
                mark("[had a]", MarkKind::Supplied),
            ],
        };
        let turn = Turn {
            label: None,
            kind: TurnKind::Unmarked,
            cue: None,
            paragraphs: vec![paragraph],
        };
        assert_eq!(words(text), 9);
        assert_eq!(words("我們談了 3 天，在Berlin。"), 8);
        assert_eq!(words("東京・タワー"), 5);
        assert_eq!(spoken_words(&turn), 7);
    }
}
