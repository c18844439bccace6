//! How a vote ended: counts, lists of names, and what announces them; and how a record tells of an oath.

use super::words::{OUTCOMES, VOTES};
use super::{FirstBytes, is_names};

/// Whether words before a colon announce how a vote ended.
pub(super) fn is_outcome(name: &str) -> bool {
    name.len() <= 40 && OUTCOMES.contains(&name.trim().to_lowercase().as_str())
}

/// `Ayes 12 Noes 4`, `Noes:`, `[Roll No. 12]`.
pub(super) fn is_vote(words: &str) -> bool {
    static FIRST: FirstBytes = FirstBytes::of(&VOTES);
    if words
        .split_once(':')
        .is_some_and(|(name, _)| is_outcome(name))
    {
        return true;
    }
    FIRST.fit(words)
        && VOTES.iter().any(|opening| {
            words.strip_prefix(opening).is_some_and(|rest| {
                let rest = rest.trim_start_matches(['.', ' ', '-', '–', '—', ':', ',', '\t']);
                rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit()) || is_names(rest)
            })
        })
}

/// `JOHN DOE, having been duly sworn, testified as follows:`
pub(in super::super) fn is_oath(words: &str) -> bool {
    words.ends_with(':')
        && words.len() <= 400
        && [
            "testified as follows",
            "was examined and testified",
            "deposed as follows",
        ]
        .iter()
        .any(|told| words.contains(told))
        // Who speaks may tell of an oath, too.
        && (words.contains("sworn")
            || words.contains("affirm")
            || words.split(',').next().is_some_and(|name| {
                let mut letters = name.chars().filter(|c| c.is_alphabetic()).peekable();
                letters.peek().is_some() && letters.all(char::is_uppercase)
            }))
}
