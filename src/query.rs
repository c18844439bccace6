//! The query layer, shared by every index and page: what a word is, what a query means, which turns it finds.
//!
//! A text goes in, its [`Word`]s come out, folded for comparing and each with its place in the text as printed, so that marks are
//! drawn on the original. A reader's line goes in, a [`Tree`] or a [`Mistake`] with its place comes out ([`parse`]); an [`Archive`]
//! finds its turns. The browser follows the same rules (`static/js/search-*.js`); tests compare both over every character there is and
//! over hundreds of queries. No HTML here.

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

pub use archive::{Archive, Hit};
pub use catalog::{Catalog, DateEntry, Document, Person, Turns};
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
    cut(text, |_| false)
}

/// The words of what a reader types: `*` and `?` belong to them, for any letters and for one.
fn patterns(text: &str) -> Vec<Word> {
    cut(text, |c| matches!(c, '*' | '?'))
}

fn cut(text: &str, is_wildcard: impl Fn(char) -> bool) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut is_open = false;
    for (start, printed) in text.char_indices() {
        let end = start + printed.len_utf8();
        for c in decomposed(printed) {
            if is_combining_mark(c) {
                if let (true, Some(word)) = (is_open, words.last_mut()) {
                    word.range.end = end;
                }
                continue;
            }
            if !c.is_alphanumeric() && !is_wildcard(printed) {
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
