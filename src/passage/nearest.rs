//! The words of a text that come nearest to others: one pass with a window of as many words, compared by the words and the pairs of
//! letters they share.

use crate::source::Span;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Words found near others.
pub(super) struct Near {
    /// Their place.
    pub(super) span: Span,
    /// From 0, nothing shared, to 1.
    pub(super) score: f64,
}

/// What is less like the words looked for is not worth showing.
const LEAST: f64 = 0.5;

/// A whole word shared counts as much as so many pairs of letters.
const WORD_WEIGHT: usize = 2;

/// The stretch of `text` of as many words as `words` that is most like them; of several the first. Linear in the text.
pub(super) fn nearest(text: &str, words: &str) -> Option<Near> {
    let wanted_tokens = tokens(words);
    let mut window = Window::default();
    for token in &wanted_tokens {
        for feature in features(&words[token.range()]) {
            let n = window.wanted.entry(feature).or_default();
            *n += 1;
            window.n_wanted += 1;
        }
    }
    let all = tokens(text);
    let n = wanted_tokens.len();
    if n == 0 || all.is_empty() {
        return None;
    }
    // Of stretches that share as much, that with the same words in the same places.
    let n_in_place = |first: usize| {
        let here = all[first..].iter().map(|token| &text[token.range()]);
        let there = wanted_tokens.iter().map(|token| &words[token.range()]);
        here.zip(there).filter(|(a, b)| a == b).count()
    };
    let mut best: Option<(f64, usize, usize)> = None;
    for (index, token) in all.iter().enumerate() {
        window.add(&text[token.range()]);
        if index >= n {
            window.remove(&text[all[index - n].range()]);
        }
        let first = (index + 1).saturating_sub(n);
        let score = window.score();
        if score < LEAST || index + 1 < n.min(all.len()) {
            continue;
        }
        let is_better = match best {
            None => true,
            Some((most, in_place, _)) => {
                score > most || score >= most && n_in_place(first) > in_place
            }
        };
        if is_better {
            best = Some((score, n_in_place(first), first));
        }
    }
    let (score, _, first) = best?;
    let last = (first + n).min(all.len()) - 1;
    Some(Near {
        span: with_signs(text, words, all[first].hull(all[last])),
        score,
    })
}

/// A stretch with the signs around it where the words looked for have some too: quotation marks, a full stop.
fn with_signs(text: &str, words: &str, span: Span) -> Span {
    let is_sign = |c: &char| !c.is_alphanumeric() && !c.is_whitespace();
    let n_before = words.chars().take_while(is_sign).count();
    let n_after = words.chars().rev().take_while(is_sign).count();
    let before: usize = text[..span.start]
        .chars()
        .rev()
        .take(n_before)
        .take_while(is_sign)
        .map(char::len_utf8)
        .sum();
    let after: usize = text[span.end..]
        .chars()
        .take(n_after)
        .take_while(is_sign)
        .map(char::len_utf8)
        .sum();
    Span::new(span.start - before, span.end + after)
}

/// Words; in scripts without blanks between them, signs.
fn tokens(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut is_open = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if !c.is_alphanumeric() {
            // An apostrophe inside a word is the word's.
            is_open &= matches!(c, '\'' | '’');
        } else if is_unspaced(c) {
            out.push(Span::new(at, end));
            is_open = false;
        } else {
            match out.last_mut().filter(|_| is_open) {
                Some(last) => last.end = end,
                None => out.push(Span::new(at, end)),
            }
            is_open = true;
        }
    }
    out
}

fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// A word's pairs of letters, its beginning and end among them, and the word itself.
fn features(word: &str) -> Vec<u64> {
    let mut out = Vec::new();
    let mut before = 0u64;
    let mut hasher = DefaultHasher::new();
    for c in word.chars().flat_map(char::to_lowercase) {
        let c = u64::from(u32::from(c));
        out.push(before << 32 | c);
        c.hash(&mut hasher);
        before = c;
    }
    out.push(before << 32);
    let whole = hasher.finish() | 1 << 63;
    out.extend([whole; WORD_WEIGHT]);
    out
}

/// What a window over the text shares with the words looked for.
#[derive(Default)]
struct Window {
    wanted: HashMap<u64, usize>,
    n_wanted: usize,
    held: HashMap<u64, usize>,
    n_held: usize,
    n_shared: usize,
}

impl Window {
    fn add(&mut self, word: &str) {
        for feature in features(word) {
            self.n_held += 1;
            let Some(wanted) = self.wanted.get(&feature) else {
                continue;
            };
            let held = self.held.entry(feature).or_default();
            *held += 1;
            self.n_shared += usize::from(*held <= *wanted);
        }
    }

    fn remove(&mut self, word: &str) {
        for feature in features(word) {
            self.n_held -= 1;
            let Some(wanted) = self.wanted.get(&feature) else {
                continue;
            };
            let held = self.held.entry(feature).or_default();
            self.n_shared -= usize::from(*held <= *wanted);
            *held -= 1;
        }
    }

    fn score(&self) -> f64 {
        2.0 * self.n_shared as f64 / (self.n_wanted + self.n_held) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near<'a>(text: &'a str, words: &str) -> Option<&'a str> {
        nearest(text, words).map(|near| &text[near.span.range()])
    }

    #[test]
    fn a_slip_and_a_changed_word_are_seen_through() {
        let text = "We met in March. The problem is how to combine all these things, he said. The problem is time.";
        assert_eq!(
            near(text, "The problem is how we combine all thsee"),
            Some("The problem is how to combine all these")
        );
        assert_eq!(
            near(text, "hte problem is time."),
            Some("The problem is time.")
        );
        assert_eq!(near(text, "Marsh"), Some("March"));
        assert_eq!(near(text, "nothing of the kind stands anywhere"), None);
        assert_eq!(near("", "words"), None);
        assert_eq!(near("words", "…"), None);
    }

    #[test]
    fn scripts_without_blanks_are_compared_by_signs() {
        assert_eq!(
            near("各位議員，會議現在開始。", "會議现在開始"),
            Some("會議現在開始")
        );
    }
}
