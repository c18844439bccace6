//! What stands inside words and is no part of them: soft hyphens, and blanks by which a word of two signs was set wide (`主 席`).

use super::Row;
use crate::source::Span;
use aho_corasick::AhoCorasick;
use std::collections::{BTreeMap, BTreeSet};

/// The most words that are looked for.
const MOST: usize = 256;

/// Soft hyphens in the middle of rows, and blanks inside words that the text has elsewhere without; in order.
pub(super) fn parts_of_no_word(text: &str, rows: &[Row]) -> Vec<Span> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut found: Vec<Span> = text
        .match_indices('\u{ad}')
        .map(|(at, hyphen)| Span::new(at, at + hyphen.len()))
        .filter(|hyphen| {
            let row = rows.partition_point(|row| row.span.end <= hyphen.start);
            // At a row's end it says how to join the next.
            rows.get(row)
                .is_some_and(|row| row.span.start <= hyphen.start && hyphen.end < row.span.end)
        })
        .collect();
    let mut wide: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    for row in rows {
        for (word, blank) in set_wide(text, row.span) {
            if wide.len() < MOST || wide.contains_key(&word) {
                wide.entry(word).or_default().push(blank);
            }
        }
    }
    let words: Vec<&String> = wide.keys().collect();
    if let Ok(finder) = AhoCorasick::new(&words)
        && !words.is_empty()
    {
        let known: BTreeSet<&String> = finder
            .find_overlapping_iter(text)
            .map(|found| words[found.pattern().as_usize()])
            .collect();
        found.extend(known.into_iter().flat_map(|word| &wide[word]));
    }
    found.sort();
    found
}

/// Words of two signs with one blank between them, no third sign set like them beside: each with its blank.
fn set_wide(text: &str, row: Span) -> Vec<(String, Span)> {
    let words = &text[row.range()];
    // The first bytes of those signs: most lines have none of them.
    let may_have = words.bytes().any(|b| matches!(b, 0xE3..=0xE9));
    let has_signs = || {
        let mut signs = words.chars();
        signs.any(|c| ('\u{3400}'..='\u{9fff}').contains(&c))
    };
    if !may_have || !has_signs() || !words.contains(' ') {
        return Vec::new();
    }
    let signs: Vec<(usize, char)> = words.char_indices().collect();
    let is_sign = |index: Option<usize>| {
        index
            .and_then(|index| signs.get(index))
            .is_some_and(|(_, c)| ('\u{3400}'..='\u{9fff}').contains(c))
    };
    let is_blank = |index: Option<usize>| {
        index
            .and_then(|index| signs.get(index))
            .is_some_and(|(_, c)| *c == ' ')
    };
    (1..signs.len())
        .filter(|at| {
            let (before, after) = (at.checked_sub(1), Some(at + 1));
            let (far_before, far_after) = (at.checked_sub(2), Some(at + 2));
            let goes_on = is_blank(far_before) && is_sign(at.checked_sub(3))
                || is_blank(far_after) && is_sign(Some(at + 3));
            signs[*at].1 == ' '
                && is_sign(before)
                && is_sign(after)
                && !is_sign(far_before)
                && !is_sign(far_after)
                && !goes_on
        })
        .map(|at| {
            let word = [signs[at - 1].1, signs[at + 1].1].iter().collect();
            let start = row.start + signs[at].0;
            (word, Span::new(start, start + 1))
        })
        .collect()
}

/// `*Anna:* text`, `_Anna_: text`: where the second mark of emphasis around a label at the beginning stands, and where the label ends.
pub(super) fn slanted_label(words: &str) -> Option<(usize, usize)> {
    let mark = words.chars().next().filter(|c| matches!(c, '*' | '_'))?;
    let near = &words[1..words.floor_char_boundary(words.len().min(80))];
    let close = near.find(mark)?;
    let inside = &near[..close];
    let after = &near[close + 1..];
    let is_label = inside.starts_with(|c: char| c.is_alphabetic())
        && (inside.ends_with(':') && after.starts_with(' ') || after.starts_with(": "))
        && inside.trim_end_matches(':').split_whitespace().count() <= 5;
    let end = 1 + close + 1 + usize::from(after.starts_with(':'));
    is_label.then_some((1 + close, end))
}

/// `| 00:12 | Anna | Welcome |`: how many bytes at its beginning and its end only make a row of it. All of `|---|---|` does.
pub(super) fn table_row(words: &str) -> Option<(usize, usize)> {
    let inside = words.strip_prefix('|')?.strip_suffix('|')?;
    if !inside.contains('|') {
        return None;
    }
    if inside.chars().all(|c| matches!(c, '-' | ':' | '|' | ' ')) {
        return Some((words.len(), 0));
    }
    let start = 1 + inside.len() - inside.trim_start().len();
    let end = 1 + inside.len() - inside.trim_end().len();
    Some((start, end))
}

/// How tables head the column of those who speak, folded.
const SPEAKERS: [&str; 12] = [
    "speaker",
    "speakers",
    "name",
    "who",
    "participant",
    "voice",
    "locuteur",
    "intervenant",
    "sprecher",
    "orador",
    "hablante",
    "спикер",
];

/// Whether a row is the head of a table with a column of those who speak.
pub(super) fn names_speakers(words: &str) -> bool {
    words.starts_with('|')
        && table_row(words).is_some()
        && words
            .split('|')
            .any(|cell| SPEAKERS.contains(&cell.trim().trim_matches('*').to_lowercase().as_str()))
}
