//! Labels that a full stop ends and nothing else makes names: `Hamlet. text`, `Председательствующий. text`; and names set wide, letter by
//! letter: `F a u s t. text`.

use super::super::shape::Form;
use super::super::signs::{bracket_len, is_heading_word};
use super::Match;
use super::apart::leading_dash;
use super::scan::scan;
use crate::authority::voices::{COLLECTIVE, UNIDENTIFIED};
use crate::fold::is_small;

/// Words that begin a line before a full stop because they are said, folded.
const SAID: [&str; 62] = [
    "yes",
    "no",
    "oh",
    "ah",
    "well",
    "right",
    "okay",
    "ok",
    "sure",
    "good",
    "thanks",
    "exactly",
    "true",
    "indeed",
    "never",
    "maybe",
    "perhaps",
    "correct",
    "fine",
    "so",
    "then",
    "now",
    "why",
    "ja",
    "nein",
    "doch",
    "nun",
    "gut",
    "danke",
    "genau",
    "oui",
    "non",
    "bon",
    "merci",
    "si",
    "sí",
    "bueno",
    "gracias",
    "claro",
    "bien",
    "sim",
    "não",
    "obrigado",
    "no",
    "certo",
    "grazie",
    "да",
    "нет",
    "хорошо",
    "спасибо",
    "так",
    "ну",
    "вот",
    "tak",
    "nie",
    "ano",
    "ne",
    "jo",
    "nej",
    "nee",
    "same",
    "ibid",
];

/// A plain name, the full stop, and what is said: no number, and no small letter begins it.
pub(super) fn before_stop(words: &str, max_words: usize) -> Option<Match> {
    if let Some(found) = set_wide(words, '.').or_else(|| voice(words)) {
        return Some(found);
    }
    let scanned = scan(words, &['.'], max_words)?;
    let name = &words[..scanned.name_len];
    let after = &words[scanned.len..];
    let dash = leading_dash(after);
    let said = after[dash..].trim_start();
    let form = scanned.shape.form(name);
    let fits = after.starts_with(char::is_whitespace)
        && !said.starts_with(|c: char| is_small(c) || c.is_numeric())
        && said.contains(char::is_alphabetic)
        && form >= Form::Plain
        && name.chars().nth(1).is_some()
        && !is_heading_word(name)
        && !SAID.contains(&name.to_lowercase().as_str());
    fits.then_some(Match {
        lead: 0,
        name_len: scanned.name_len,
        label_len: scanned.len,
        len: scanned.len + dash,
        form,
    })
}

/// `Из зала. Правильно!`: a voice of two words or more that nobody bears as a name.
pub(super) fn voice(words: &str) -> Option<Match> {
    let near = words.floor_char_boundary(words.len().min(48));
    let name_len = memchr::memchr(b'.', &words.as_bytes()[..near])?;
    let name = &words[..name_len];
    let said = &words[name_len + 1..];
    let is_voice = || {
        let folded: String = crate::fold::folded(name).collect();
        COLLECTIVE
            .iter()
            .chain(&UNIDENTIFIED)
            .any(|voice| *voice == folded)
    };
    let fits = name.contains(' ')
        && said.starts_with(char::is_whitespace)
        && !said.trim_start().starts_with(is_small)
        && is_voice();
    fits.then_some(Match {
        lead: 0,
        name_len,
        label_len: name_len + 1,
        len: name_len + 1,
        form: Form::Titled,
    })
}

/// `Л о п а х и н (садится). Пришел`: a name set letter by letter, three or more, a bracket after it or none, and `end`.
pub(super) fn set_wide(words: &str, end: char) -> Option<Match> {
    // Asked of every line: the second sign settles nearly all.
    let mut chars = words.chars();
    let first = chars.next().filter(|c| c.is_uppercase())?;
    chars.next().filter(|c| c.is_whitespace())?;
    let mut at = first.len_utf8();
    let mut n_letters = 1;
    let mut n_small = 0;
    loop {
        let rest = words[at..].trim_start();
        let gap = words.len() - at - rest.len();
        let mut chars = rest.chars();
        let Some(c) = chars.next().filter(|c| gap > 0 && c.is_alphabetic()) else {
            break;
        };
        let goes_on = chars.next();
        if goes_on.is_some_and(char::is_alphanumeric) {
            return None;
        }
        n_letters += 1;
        n_small += usize::from(is_small(c));
        at += gap + c.len_utf8();
    }
    let mut name_len = at;
    let mut rest = words[at..].trim_start();
    if let Some(len) = rest.starts_with('(').then(|| bracket_len(rest)).flatten() {
        name_len = words.len() - rest.len() + len;
        rest = rest[len..].trim_start();
    }
    let said = rest.strip_prefix(end)?;
    let fits = n_letters > 2
        && n_small > 0
        // `I n h a l t :`
        && !is_heading_word(&crate::fold::set_close(&words[..at]))
        && words.len() - rest.len() <= 160
        && (said.is_empty() || said.starts_with(char::is_whitespace));
    let len = words.len() - said.len();
    fits.then_some(Match {
        lead: 0,
        name_len,
        label_len: len,
        len,
        form: Form::Titled,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_set_wide_are_known() {
        let name =
            |words: &str| set_wide(words, '.').map(|found| words[..found.name_len].to_owned());
        assert_eq!(name("F a u s t. Wer ruft?").as_deref(), Some("F a u s t"));
        assert_eq!(
            name("Е п и х о д о в (с букетом). Вот").as_deref(),
            Some("Е п и х о д о в (с букетом)")
        );
        assert_eq!(
            name("Л ю б а  Р а н е в. Да.").as_deref(),
            Some("Л ю б а  Р а н е в")
        );
        for no in [
            "F a u st. Wer",
            "A B C. Then",
            "F a. So",
            "I a m.so",
            "I saw him. Then",
        ] {
            assert_eq!(name(no), None, "{no}");
        }
    }

    #[test]
    fn what_is_said_is_no_name() {
        let name =
            |words: &str| before_stop(words, 4).map(|found| words[..found.name_len].to_owned());
        assert_eq!(name("Hamlet. The air bites.").as_deref(), Some("Hamlet"));
        assert_eq!(name("Ham. Ay, marry.").as_deref(), Some("Ham"));
        for no in [
            "Yes. I was there.",
            "Art. 1. Every pier",
            "I. The pier",
            "Hamlet. and so on",
        ] {
            assert_eq!(name(no), None, "{no}");
        }
    }
}
