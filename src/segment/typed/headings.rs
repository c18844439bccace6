//! Headings between turns: titles, numbers of items, subjects of questions.

use crate::fold::is_small;

/// Capitals at the beginning of every word but the small ones, two words or more, without the end of a sentence.
pub(super) fn is_title(words: &str) -> bool {
    let n_words = words.split_whitespace().count();
    let is_minor = |word: &str| {
        word.chars().count() <= 4 || matches!(word, "under" | "with" | "from" | "between")
    };
    (2..=20).contains(&n_words)
        && !words.ends_with(['.', '!', '?', '…', ',', ';', ':', '-', '—'])
        && words.starts_with(char::is_uppercase)
        && words
            .split_whitespace()
            .all(|word| !word.starts_with(is_small) || is_minor(word))
}

/// `The Harbor` over `==========`, as plain text underlines a heading; both lines run together here.
pub(super) fn is_underlined(words: &str) -> bool {
    let Some((title, line)) = words.rsplit_once(' ') else {
        return false;
    };
    let is_line = |sign: char| line.len() >= 4 && line.chars().all(|c| c == sign);
    ['=', '-', '~', '_'].into_iter().any(is_line)
        && title.split_whitespace().count() <= 12
        && !title.ends_with(['.', ',', ';', ':'])
}

/// `No. 617`, `Item 4`, `Question 12`.
pub(super) fn is_number_heading(words: &str) -> bool {
    const NUMBERED: [&str; 12] = [
        "No.", "No", "NO.", "Nr.", "N°", "Item", "ITEM", "Question", "QUESTION", "TOP", "Punto",
        "Point",
    ];
    let mut parts = words.split_whitespace();
    let (Some(first), Some(second), None) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let number = second.trim_end_matches(['.', ':']);
    NUMBERED.contains(&first)
        && number.bytes().any(|b| b.is_ascii_digit())
        && number
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'/' | b'-'))
        && !words.ends_with('.')
}

/// `§ 2 Question time`, `2. Reports (debate)`, and before the next label `Free Trade Agreements—United States` or `Subject: The roof`: what
/// is dealt with next.
pub(super) fn is_subject(words: &str, next: Option<&str>) -> bool {
    if words.ends_with(['.', '!', '?', '…', ',', ';']) || words.split_whitespace().nth(24).is_some()
    {
        return false;
    }
    let bare = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = bare.len() < words.len();
    let of_section = words.starts_with('§') || is_numbered && bare.trim_start().starts_with('§');
    let of_item = is_numbered
        && bare.starts_with(['.', ')'])
        && ["(debate)", "(vote)", "(continuation)"]
            .iter()
            .any(|kind| words.ends_with(kind));
    let of_question = next.is_none()
        && words
            .split_once('—')
            .is_some_and(|(subject, part)| is_subject_part(subject) && is_subject_part(part));
    let of_minutes = next.is_none()
        && words
            .split_once(": ")
            .is_some_and(|(name, _)| OF_MINUTES.contains(&name));
    of_section
        || of_item
        || of_question
        || of_minutes
        || is_coded_passage(words)
        || PARTS.contains(&words)
}

/// `Reference 2 - 2.01% Coverage`: the passages of an interview that bear a code.
fn is_coded_passage(words: &str) -> bool {
    words.starts_with("Reference ") && words.ends_with("% Coverage")
}

/// `SCENE II. A room.`, `ACT III`, `2. Akt`: the parts of a play. Nobody says them.
pub(super) fn is_part_of_play(words: &str) -> bool {
    const PARTS_OF_PLAYS: [&str; 12] = [
        "SCENE", "ACT", "Scene", "Act", "SCÈNE", "ACTE", "Scène", "Acte", "AKT", "SZENE", "ACTO",
        "ESCENA",
    ];
    let mut parts = words.split_whitespace();
    let (Some(first), Some(second)) = (parts.next(), parts.next()) else {
        return false;
    };
    let number = second.trim_end_matches(['.', ',', ':', ';']);
    let is_number = !number.is_empty()
        && (number.bytes().all(|b| b.is_ascii_digit())
            || number.bytes().all(|b| b"IVXLivxl".contains(&b)));
    // `Act I did, and gladly.` goes on in small letters, `Act III, I think` with no other part.
    let is_loud = !first.contains(is_small);
    let goes_on = parts.next().is_some_and(|third| {
        let is_speech = third.starts_with(is_small)
            || second.ends_with(',') && !PARTS_OF_PLAYS.contains(&third);
        is_speech && (!is_loud || number.len() == second.len())
    });
    PARTS_OF_PLAYS.contains(&first) && is_number && !goes_on && words.len() <= 120
}

/// Words before what minutes deal with next.
const OF_MINUTES: [&str; 12] = [
    "Subject",
    "SUBJECT",
    "Topic",
    "TOPIC",
    "Agenda item",
    "Betreff",
    "Thema",
    "Objet",
    "Asunto",
    "Oggetto",
    "Assunto",
    "Тема",
];

/// Parts of a call with investors.
const PARTS: [&str; 7] = [
    "Prepared Remarks:",
    "Questions and Answers:",
    "Questions & Answers:",
    "Question-and-Answer Session",
    "Questions and Answers",
    "Call participants:",
    "Call Participants:",
];

/// Words in capitals at their beginnings, right beside the dash.
fn is_subject_part(words: &str) -> bool {
    words.starts_with(char::is_uppercase)
        && words.trim_end() == words
        && (is_title(words) || !words.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_are_known_and_sentences_are_not() {
        for words in [
            "§ 2 Frågestund",
            "14 § Bordläggning",
            "2. Reports on the pier (debate)",
            "Free Trade Agreements—United States",
            "Bridges—Closure",
            "Subject: Repairs of the roof",
        ] {
            assert!(is_subject(words, None), "{words}");
        }
        for words in [
            "§ 2 was never meant so.",
            "2. We need more money",
            "But, apparently, with the—",
            "It was Ness—and I said so",
            "Yes—no",
        ] {
            assert!(!is_subject(words, None), "{words}");
        }
        for words in ["Bridges—Closure", "Subject: Repairs of the roof"] {
            assert!(!is_subject(words, Some("And so it went.")), "{words}");
        }
    }
}
