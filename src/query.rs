//! The query layer, shared by every index and page: what a word is.
//!
//! A text goes in, its [`Word`]s come out, folded for comparing and each with its place in the text as printed, so that marks are
//! drawn on the original. The browser follows the same rule (`static/js/search-words.js`); a test compares both over every character
//! there is. No index and no HTML here.

use caseless::Caseless;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word of a text: a maximal run of letters, marks and digits after NFKD, dropping marks, and full case folding. All marks are dropped,
/// those that `fold` keeps in names too: a reader who leaves out a sign finds more, never less.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Word {
    /// The form that is compared: `Élysée` → `elysee`.
    pub folded: String,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

/// The words of a text, in order. `Germany's` has two, `germany` and `s`; so has `½`, which stands for `1⁄2`.
pub fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut is_open = false;
    for (start, printed) in text.char_indices() {
        let end = start + printed.len_utf8();
        for c in std::iter::once(printed).nfkd() {
            if is_combining_mark(c) {
                if let (true, Some(word)) = (is_open, words.last_mut()) {
                    word.range.end = end;
                }
                continue;
            }
            if !c.is_alphanumeric() {
                is_open = false;
                continue;
            }
            if !is_open {
                is_open = true;
                words.push(Word {
                    folded: String::new(),
                    range: start..end,
                });
            }
            if let Some(word) = words.last_mut() {
                word.folded.extend(std::iter::once(c).default_case_fold());
                word.range.end = end;
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn words_are_runs_of_letters_and_digits_without_marks_and_case() {
        for (text, expected) in [
            ("Germany’s “Élysée”", vec!["germany", "s", "elysee"]),
            ("U.S. 4+2 don't", vec!["u", "s", "4", "2", "don", "t"]),
            ("Straße STRASSE ẞ", vec!["strasse", "strasse", "ss"]),
            ("ΟΔΥΣΣΕΥΣ ὀδυσσεύς", vec!["οδυσσευσ", "οδυσσευσ"]),
            ("Горбачёв Йод", vec!["горбачев", "иод"]),
            ("ﬁn ½ № ²", vec!["fin", "1", "2", "no", "2"]),
            ("İstanbul ıssız", vec!["istanbul", "ıssız"]),
            ("\u{301} – … *", vec![]),
        ] {
            assert_eq!(folded(text), expected, "{text}");
        }
    }

    #[test]
    fn places_are_those_of_the_text_as_printed() {
        let text = "à l’E\u{301}lyse\u{301}e, ½";
        let printed: Vec<&str> = words(text)
            .into_iter()
            .map(|word| &text[word.range])
            .collect();
        assert_eq!(printed, ["à", "l", "E\u{301}lyse\u{301}e", "½", "½"]);
    }
}
