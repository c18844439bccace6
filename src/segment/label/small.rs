//! Labels in small letters: `host: text`, `spk09: text`.

use super::super::shape::{Form, is_role_word};
use super::super::signs::is_heading_word;
use super::Match;
use crate::fold::is_small;
use crate::source::slug;

/// Words in small letters that stand before colons in logs, settings and addresses.
const NOT_SPOKEN: [&str; 22] = [
    "http", "https", "ftp", "mailto", "error", "info", "debug", "help", "trace", "fatal", "name",
    "type", "id", "key", "value", "default", "p.s", "ps", "nb", "eg", "ie", "required",
];

/// The longest of them, in bytes.
const LONGEST: usize = 24;

/// `host: welcome back`: one word in small letters, figures after them or not, and what is said after a blank.
pub(super) fn before_colon(words: &str) -> Option<Match> {
    let near = words.floor_char_boundary(words.len().min(LONGEST + 1));
    let name_len = words[..near].find(':')?;
    let (name, after) = (&words[..name_len], &words[name_len + 1..]);
    let is_small = name.starts_with(is_small)
        && name.chars().count() > 1
        && name
            .chars()
            .all(|c| is_small(c) || c.is_ascii_digit() || matches!(c, '_' | '-'));
    let fits = is_small
        && after.starts_with(char::is_whitespace)
        && !after.trim().is_empty()
        && !is_heading_word(name)
        && !NOT_SPOKEN.contains(&name);
    fits.then_some(Match {
        lead: 0,
        name_len,
        label_len: name_len + 1,
        len: name_len + 1,
        form: Form::Plain,
    })
}

/// Whether a label in small letters says that it is a speaker's: `host`, `spk09`.
pub(in super::super) fn is_spoken_by(label: &str) -> bool {
    let stem = label.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_code = ["spk", "speaker", "s", "spk-", "speaker-", "voice"].contains(&stem);
    is_role_word(&slug(label)) || stem.len() < label.len() && is_code
}
