//! What stands around labels and in their place: times, brackets, verbs that go on from a name, words that head a part.

use super::shape::{is_address, is_initial, is_name_word};

/// The length of a time at the beginning, blanks after it included: `[00:01:23] `, `(1:02) `, `12:02:26 `.
pub(super) fn leading_time(words: &str) -> usize {
    let inner = words.trim_start_matches(['[', '(']);
    let digits = inner.len()
        - inner
            .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ','))
            .len();
    let time = inner[..digits].trim_end_matches([':', '.', ',']);
    let parts: Vec<&str> = time.split(':').collect();
    let is_time = (2..=3).contains(&parts.len())
        && parts.iter().all(|part| !part.is_empty() && part.len() <= 6);
    if !is_time {
        return 0;
    }
    let opened = words.len() - inner.len();
    let rest = &inner[time.len()..];
    let closed = rest.len() - rest.trim_start_matches([']', ')']).len();
    if (opened > 0) != (closed > 0) {
        return 0;
    }
    let rest = &rest[closed..];
    opened + time.len() + closed + (rest.len() - rest.trim_start().len())
}

/// The length of a bracketed stretch at the beginning, brackets inside it included.
pub(super) fn bracket_len(words: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in words.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Verbs that go on from a label without a mark, folded: `Mr. Omido asked the Minister`, `M. X propose:`.
const RUN_ON_VERBS: [&str; 14] = [
    "asked",
    "moved",
    "propose",
    "proposes",
    "demande",
    "répond",
    "répondit",
    "said",
    "replied",
    "alimwuliza",
    "aliuliza",
    "alijibu",
    "fragt",
    "antwortet",
];

/// `Mr. Omido asked the Minister`: the length of a form of address and a name right before such a verb.
pub(super) fn run_on(words: &str) -> Option<usize> {
    let mut end = 0;
    for (index, word) in words.split_whitespace().take(6).enumerate() {
        let at = word.as_ptr() as usize - words.as_ptr() as usize;
        let bare = word.trim_end_matches(['.', ',']);
        if index >= 2
            && RUN_ON_VERBS.contains(&bare.trim_end_matches(':').to_lowercase().as_str())
            && bare.starts_with(char::is_lowercase)
        {
            return Some(end);
        }
        let fits = if index == 0 {
            is_address(bare) || bare == "M"
        } else {
            is_name_word(bare) || is_initial(bare) || index == 1 && bare.len() > 2
        };
        if !fits || word.contains([':', ';', '!', '?']) {
            return None;
        }
        end = at + bare.len();
    }
    None
}

/// Words that head a part of a document and name nobody, folded.
const HEADING_WORDS: [&str; 34] = [
    "appearances",
    "present",
    "contents",
    "agenda",
    "summary",
    "note",
    "notes",
    "subject",
    "date",
    "place",
    "time",
    "participants",
    "source",
    "sources",
    "from",
    "to",
    "re",
    "cc",
    "title",
    "location",
    "attendees",
    "topic",
    "topics",
    "background",
    "conclusion",
    "tagesordnung",
    "inhalt",
    "anwesend",
    "ordre du jour",
    "présents",
    "sommaire",
    "résumé",
    "betreff",
    "break",
];

pub(super) fn is_heading_word(name: &str) -> bool {
    let folded = name.trim().to_lowercase();
    HEADING_WORDS.contains(&folded.as_str()) || folded.contains(", et al")
}
