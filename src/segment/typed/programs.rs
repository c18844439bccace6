//! Lines that programs write among what is said: chats, recorders of meetings, services that transcribe.

use super::super::times::{leading_stamp, leading_time};
use super::words::CREDITS;
use crate::fold::is_small;

/// `3/5/24, 9:01 AM - Ana created the group`: a line of a chat that nobody says.
pub(super) fn is_of_chat(line: &str) -> bool {
    let stamp = leading_stamp(line);
    let told = &line[stamp..];
    // `12/05/2020 10:11 and said` is speech.
    let is_parted = line[..stamp].trim_end().ends_with(['-', '–', ']']);
    let is_of_somebody = !told.is_empty() && !told.starts_with(is_small);
    is_parted && is_of_somebody && !told.contains(": ")
}

/// `--- Log opened Mon Mar 04 10:11:12 2013`: a line of a program that keeps a chat.
pub(super) fn is_log(line: &str) -> bool {
    ["Log opened ", "Log closed ", "Day changed "]
        .iter()
        .any(|told| {
            let told = line
                .strip_prefix("--- ")
                .and_then(|rest| rest.strip_prefix(told));
            told.is_some_and(|when| when.ends_with(|c: char| c.is_ascii_digit()))
        })
}

/// `12:05:28 * nick waves`
pub(super) fn is_action(line: &str) -> bool {
    let time = leading_time(line);
    let told = &line[time..];
    time > 0 && (told.starts_with("* ") || told.starts_with("*** ") || told.starts_with("-!- "))
}

/// `Hale, Tom stopped transcription`: what a program that records a meeting writes under it.
pub(super) fn is_of_recorder(words: &str) -> bool {
    [" started transcription", " stopped transcription"]
        .iter()
        .any(|end| words.ends_with(end))
        && words.split_whitespace().count() <= 8
}

/// `© 1971 Harbor Press. All rights reserved.`: the year and who has them, not what somebody says of the sign.
fn is_of_rights(words: &str) -> bool {
    let rest = words.strip_prefix("Copyright ").unwrap_or(words);
    let Some(rest) = rest.strip_prefix('©') else {
        return false;
    };
    let owner = rest.trim_start_matches(|c: char| c.is_ascii_digit() || " ,-–".contains(c));
    let owner = owner.strip_prefix("by ").unwrap_or(owner);
    rest.contains(|c: char| c.is_ascii_digit())
        && owner.starts_with(char::is_uppercase)
        && words.split_whitespace().count() <= 40
}

/// `Transcribed by https://otter.ai`: who or what wrote the words down, with an address.
pub(super) fn is_credit(words: &str) -> bool {
    if is_of_rights(words) {
        return true;
    }
    CREDITS.iter().any(|opening| words.starts_with(opening))
        && (words.contains("://") || words.contains("www."))
        && words.split_whitespace().count() <= 12
}
