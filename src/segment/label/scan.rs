//! Reading the words of a label up to the mark that ends it.

use super::super::shape::{Shape, describes_office, is_address, is_initial};
use super::super::signs::bracket_len;
use super::apart::leading_dash;
use crate::fold::is_small;

/// What was read up to a label's end mark.
pub(super) struct Scanned {
    pub(super) name_len: usize,
    pub(super) len: usize,
    pub(super) shape: Shape,
}

/// Words that may describe a speaker after a comma: `Dorothee Bär, Parl. Staatssekretärin beim Bundesminister für Verkehr`.
const DESCRIPTION_WORDS: usize = 14;

/// Reads the words of a label up to one of `ends`.
pub(super) fn scan(words: &str, ends: &[char], max_words: usize) -> Option<Scanned> {
    if !may_end(words, ends) {
        return None;
    }
    scan_to(words, End::Mark(ends), max_words)
}

/// How far into a line the end of a label is looked for, in bytes.
pub(super) const LONGEST: usize = 240;
/// How far a description after a name may run, in bytes.
pub(super) const LONGEST_DESCRIPTION: usize = 200;

/// Whether one of `ends` stands near enough to end a label: most lines of prose are told by that alone.
fn may_end(words: &str, ends: &[char]) -> bool {
    let near = &words.as_bytes()[..words.len().min(LONGEST + LONGEST_DESCRIPTION + 8)];
    let mut first_byte = [0; 4];
    ends.iter()
        .any(|end| memchr::memchr(end.encode_utf8(&mut first_byte).as_bytes()[0], near).is_some())
}

/// What ends the words of a label.
#[derive(Clone, Copy)]
pub(super) enum End<'a> {
    /// The first of these.
    Mark(&'a [char]),
    /// The end of the words: where it is was found beforehand.
    Whole,
}

impl End<'_> {
    fn find(self, words: &str, from: usize, near: usize) -> Option<usize> {
        match self {
            End::Mark(marks) => words[from..near].find(marks).map(|at| from + at),
            End::Whole => Some(words.len()),
        }
    }

    /// Bytes of the mark that stands at a place.
    fn len(self, words: &str, at: usize) -> usize {
        match self {
            End::Mark(_) => words[at..].chars().next().map_or(1, char::len_utf8),
            End::Whole => 0,
        }
    }
}

/// Reads the words of a label up to its end.
pub(super) fn scan_to(words: &str, end: End<'_>, max_words: usize) -> Option<Scanned> {
    let mut shape = Shape::default();
    let mut word_start = 0;
    let mut n_words = 0;
    let mut chars = words.char_indices();
    let by_period = matches!(end, End::Mark(['.']));
    loop {
        let (at, is_end, c) = match (chars.next(), end) {
            (Some((at, c)), End::Mark(marks)) => (at, marks.contains(&c), c),
            (Some((at, c)), End::Whole) => (at, false, c),
            (None, End::Whole) => (words.len(), true, ' '),
            (None, End::Mark(_)) => return None,
        };
        // Most signs are letters, and say nothing by themselves.
        if c.is_ascii_alphanumeric() && at <= LONGEST {
            continue;
        }
        if at > LONGEST || n_words > max_words && shape.has_small_words() {
            return None;
        }
        if matches!(c, '(' | '[' | '（' | '［') {
            // What stands in brackets tells of the speaker: `The Minister (Mr. Y)`, `Name (Windsor, NPD)`.
            let near = words.floor_char_boundary(words.len().min(LONGEST + 4));
            let end = at + bracket_len(words.get(at..near)?)?;
            shape.close(&words[word_start..at], by_period)?;
            n_words += usize::from(word_start < at);
            shape.has_bracket = true;
            while chars.as_str().len() > words.len() - end {
                chars.next();
            }
            word_start = end;
            continue;
        }
        // `Dorothee Bär, Parl. Staatssekretärin beim Bundesminister für Verkehr:` names first and describes then.
        if c == ',' && by_period {
            shape.close(&words[word_start..at], by_period)?;
            return described(words, at, shape);
        }
        if c == ',' && word_start < at {
            let near = words.floor_char_boundary(words.len().min(at + LONGEST_DESCRIPTION + 4));
            let found = end.find(words, at, near).filter(|found| {
                let description = &words[at..*found];
                *found <= at + LONGEST_DESCRIPTION
                    && description.split_whitespace().count() <= DESCRIPTION_WORDS
                    && !description.contains(['!', '?', '“', '"', '\n'])
            });
            shape.close(&words[word_start..at], by_period)?;
            let found = found.filter(|_| shape.names_somebody())?;
            shape.has_description = true;
            return Some(Scanned {
                name_len: words[..found].trim_end().len(),
                len: found + end.len(words, found),
                shape,
            });
        }
        if is_end {
            let word = &words[word_start..at];
            let goes_on = by_period
                && (is_initial(word) && !ends_with_initials(words, at)
                    || is_saint(word) && shape.names_anything()
                    || is_address(word) && word.chars().count() < 5);
            if goes_on {
                shape.close(word, by_period)?;
                word_start = at + 1;
                continue;
            }
            shape.close(word, by_period)?;
            n_words += usize::from(!word.trim().is_empty());
            if shape.is_empty() || n_words > max_words {
                return None;
            }
            let name_len = words[..at].trim_end().len();
            return Some(Scanned {
                name_len,
                len: at + end.len(words, at),
                shape,
            });
        }
        if c.is_whitespace() {
            let word = &words[word_start..at];
            shape.close(word, by_period)?;
            n_words += usize::from(!word.is_empty());
            word_start = at + c.len_utf8();
        }
    }
}

/// `MARY ST. CLAIR`: no surname ends there.
fn is_saint(word: &str) -> bool {
    matches!(word, "St" | "ST" | "Ste" | "STE")
}

/// `ХАРИТОНОВ Н. М. Спасибо`: a surname in capitals and its initials; whether the stop at `at` is the last of these.
fn ends_with_initials(words: &str, at: usize) -> bool {
    let surname = words.split_whitespace().next().unwrap_or("");
    let is_surname = surname
        .chars()
        .filter(|c| c.is_alphabetic())
        .nth(1)
        .is_some()
        && surname.chars().all(|c| c.is_uppercase() || c == '-');
    let after = words[at + 1..].trim_start();
    let mut next = after.chars();
    let (first, second) = (next.next(), next.next());
    let is_name = first.is_some_and(char::is_uppercase)
        && second.is_none_or(|c| c.is_uppercase() || c == '.');
    is_surname && !is_name && first != Some(',') && first != Some('(')
}

/// `M. Jean Dupont, ministre des affaires étrangères. Je réponds`, `ANNA ROSSI, Sottosegretario di Stato. Ringrazio`: a name, and after
/// its comma an office up to a full stop with more words after it. `ANNA ROSSI, Segretario, legge il verbale.` is told of her.
fn described(words: &str, comma: usize, mut shape: Shape) -> Option<Scanned> {
    if !shape.names_somebody() {
        return None;
    }
    let near = words.floor_char_boundary(words.len().min(comma + LONGEST_DESCRIPTION));
    // `ХАРИТОНОВ Н. М., фракция «Море».`, the text below.
    let of_faction = ["фракция", "член", "депутат"]
        .iter()
        .any(|word| words[comma + 1..].trim_start().starts_with(word));
    let last = words.len() - usize::from(words.ends_with('.'));
    let stops = words[comma..near].match_indices(". ");
    let mut stops = stops
        .map(|(at, _)| comma + at)
        .chain((of_faction && last < near).then_some(last));
    let end = stops.find(|stop| {
        let last = words[..*stop].rsplit([' ', '\u{a0}', '’', '\'']).next();
        !last.is_some_and(|word| is_initial(word) || is_address(word))
    })?;
    let description = &words[comma + 1..end];
    let after = words[end + 1..].trim_start();
    let is_office =
        shape.may_be_described(&words[..comma]) && (of_faction || describes_office(description));
    // `Pavel Novák, Member of the Commission. – Mr President`
    let fits = (is_office || leading_dash(&words[end + 1..]) > 0)
        && description.split_whitespace().count() <= DESCRIPTION_WORDS
        && !description.contains([',', ';', ':', '!', '?', '“', '"', '\n'])
        && (of_faction || !description.contains('«'))
        && (of_faction || !after.is_empty())
        && !after.starts_with(is_small);
    shape.has_description = true;
    fits.then_some(Scanned {
        name_len: end,
        len: end + 1,
        shape,
    })
}
