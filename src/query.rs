//! The query layer, shared by every index and page: what a word is, what a query means, which turns it finds.
//!
//! A text goes in, its [`Word`]s come out, folded for comparing and each with its place in the text as printed, so that marks are
//! drawn on the original. A reader's line goes in, a [`Tree`] or a [`Mistake`] with its place comes out ([`parse`]); an [`Archive`]
//! finds its turns. The browser follows the same rules (`static/js/search-*.js`); tests compare both over every character there is and
//! over hundreds of queries. No HTML here.

mod also;
mod archive;
mod catalog;
mod date;
mod filter;
mod lexer;
mod mistake;
mod parser;
mod pattern;
mod places;
#[cfg(test)]
mod tests;
mod tree;

pub use also::{Also, Group, Widened, Widening, widen};
pub use archive::{Archive, Hit};
pub use catalog::{Catalog, DateEntry, Document, Part, Person, Turns};
pub use date::span;
pub use mistake::{Mistake, Said};
pub use parser::parse;
pub use places::marks;
pub use tree::{Field, Filter, Near, Phrase, Tree};

use caseless::Caseless;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word of a text: a maximal run of letters, marks and digits after NFKD, dropping marks, and full case folding. All marks are dropped,
/// those that `fold` keeps in names too: a reader who leaves out a sign finds more, never less. In scripts that put no blanks between words
/// each letter is a word.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Word {
    /// The form that is compared: `Élysée` → `elysee`.
    pub folded: String,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

/// The words of a text, in order. `Germany's` has two, `germany` and `s`; so has `½`, which stands for `1⁄2`.
pub fn words(text: &str) -> Vec<Word> {
    cut(text, |_| false)
}

/// The words of what a reader types: `*` and `?` belong to them, for any letters and for one.
fn patterns(text: &str) -> Vec<Word> {
    cut(text, |c| matches!(c, '*' | '?'))
}

/// How the word before goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    /// It has ended.
    Not,
    /// With letters and marks.
    Run,
    /// With marks only: its letter is a word of its own.
    Alone,
}

fn cut(text: &str, is_wildcard: impl Fn(char) -> bool) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = Open::Not;
    for (start, printed) in text.char_indices() {
        let end = start + printed.len_utf8();
        // Most words are of plain letters, and an archive has many.
        if printed.is_ascii_alphanumeric()
            && open == Open::Run
            && let Some(word) = words.last_mut()
        {
            word.folded.push(printed.to_ascii_lowercase());
            word.range.end = end;
            continue;
        }
        for c in decomposed(printed) {
            if is_combining_mark(c) {
                if let (Open::Run | Open::Alone, Some(word)) = (open, words.last_mut()) {
                    word.range.end = end;
                }
                continue;
            }
            if !c.is_alphanumeric() && !is_wildcard(printed) {
                open = Open::Not;
                continue;
            }
            // A `?` behind a letter that is a word stands for another such.
            let is_alone = stands_alone(c) || (printed == '?' && open == Open::Alone);
            if is_alone || open != Open::Run {
                words.push(Word {
                    folded: String::new(),
                    range: start..end,
                });
            }
            open = if is_alone { Open::Alone } else { Open::Run };
            if let Some(word) = words.last_mut() {
                fold_onto(&mut word.folded, c);
                word.range.end = end;
            }
        }
    }
    words
}

/// A character after NFKD. Most are what they are, and an archive has many.
fn decomposed(printed: char) -> impl Iterator<Item = char> {
    let as_it_is = printed.is_ascii().then_some(printed);
    let others = (!printed.is_ascii()).then_some(printed);
    as_it_is.into_iter().chain(others.into_iter().nfkd())
}

/// Adds a character, case folded.
fn fold_onto(folded: &mut String, c: char) {
    if c.is_ascii() {
        folded.push(c.to_ascii_lowercase());
    } else {
        folded.extend(std::iter::once(c).default_case_fold());
    }
}

/// Whether a letter is a word of its own: those of Chinese and Japanese, Thai, Lao, Burmese and Khmer, which put no blanks between words.
/// What is typed in them without a blank is a phrase of its letters and stands wherever they do.
fn stands_alone(c: char) -> bool {
    matches!(
        c,
        '\u{E00}'..='\u{EFF}' // Thai, Lao
            | '\u{1000}'..='\u{109F}' // Burmese
            | '\u{1780}'..='\u{17FF}' // Khmer
            | '\u{3005}'..='\u{3007}' // 々〆〇
            | '\u{3021}'..='\u{3029}'
            | '\u{3038}'..='\u{303C}'
            | '\u{3041}'..='\u{312F}' // Kana, Bopomofo
            | '\u{31A0}'..='\u{31FF}'
            | '\u{3400}'..='\u{4DBF}' // Han
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{A9E0}'..='\u{A9FF}' // Burmese
            | '\u{AA60}'..='\u{AA7F}'
            | '\u{F900}'..='\u{FAFF}' // Han
            | '\u{1AFF0}'..='\u{1B16F}' // Kana
            | '\u{20000}'..='\u{3FFFF}' // Han
    )
}
