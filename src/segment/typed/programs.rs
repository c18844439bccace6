//! Lines that programs write among what is said: chats, recorders of meetings, services that transcribe.

use super::super::times::leading_stamp;
use super::words::CREDITS;

/// `3/5/24, 9:01 AM - Ana created the group`: a line of a chat that nobody says.
pub(super) fn is_of_chat(line: &str) -> bool {
    let stamp = leading_stamp(line);
    let told = &line[stamp..];
    // `12/05/2020 10:11 and said` is speech.
    let is_parted = line[..stamp].trim_end().ends_with(['-', '–', ']']);
    let is_of_somebody = !told.is_empty() && !told.starts_with(char::is_lowercase);
    is_parted && is_of_somebody && !told.contains(": ")
}

/// `Hale, Tom stopped transcription`: what a program that records a meeting writes under it.
pub(super) fn is_of_recorder(words: &str) -> bool {
    [" started transcription", " stopped transcription"]
        .iter()
        .any(|end| words.ends_with(end))
        && words.split_whitespace().count() <= 8
}

/// `Transcribed by https://otter.ai`: who or what wrote the words down, with an address.
pub(super) fn is_credit(words: &str) -> bool {
    CREDITS.iter().any(|opening| words.starts_with(opening))
        && (words.contains("://") || words.contains("www."))
        && words.split_whitespace().count() <= 12
}
