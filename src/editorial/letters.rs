//! Letters that were lost or garbled before the text was read, or may have been in reading it.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::site::DocumentEntry;
use crate::source::{Encoding, Span};

/// How many words are named from which an encoding was told.
const WORDS_NAMED: usize = 3;
/// An encoding told from fewer letters than these is little more than a guess.
const FEW_LETTERS: usize = 12;

pub(super) fn look(entry: &DocumentEntry, found: &mut Diagnostics) {
    detected(entry, found);
    missing(entry, found);
    garbled(entry, found);
}

fn detected(entry: &DocumentEntry, found: &mut Diagnostics) {
    let Encoding::Detected { name, .. } = entry.source.encoding else {
        return;
    };
    let text = &entry.source.text;
    let n_letters = text
        .chars()
        .filter(|c| !c.is_ascii() && c.is_alphabetic())
        .count();
    let mut words: Vec<&str> = Vec::new();
    for word in text.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.chars().any(|c| !c.is_ascii() && c.is_alphabetic()) && !words.contains(&word) {
            words.push(word);
        }
        if words.len() == WORDS_NAMED {
            break;
        }
    }
    let evidence = match words.as_slice() {
        [] => String::new(),
        words if n_letters < FEW_LETTERS => {
            format!(
                ", a guess from {n_letters} letters only, as in “{}”",
                words.join("”, “")
            )
        }
        words => format!(", as in “{}”", words.join("”, “")),
    };
    let place = match words.first() {
        Some(word) => {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            Place::at(
                &entry.source.path,
                text,
                Span::new(start, start + word.len()),
            )
        }
        None => Place::file(&entry.source.path),
    };
    let message = format!("the file is not Unicode; it was read as {name}{evidence}");
    let help = "if the words are spelled as they should be, save the file as UTF-8; if not, say how it was saved and have it converted";
    found.push(
        Diagnostic::new(Code::DetectedEncoding, place, message, help).labeled("as it was read"),
    );
}

fn missing(entry: &DocumentEntry, found: &mut Diagnostics) {
    let text = &entry.source.text;
    let mut places = text.match_indices('\u{fffd}').map(|(at, _)| at);
    let Some(first) = places.next() else { return };
    let n = 1 + places.count();
    let place = Place::at(
        &entry.source.path,
        text,
        Span::new(first, first + '\u{fffd}'.len_utf8()),
    );
    let message = match n {
        1 => "a letter is missing; it shows as “\u{fffd}”".to_owned(),
        n => format!("{n} letters are missing; they show as “\u{fffd}”"),
    };
    let help = "ask for the file anew, or save it as UTF-8 with the program it was written with";
    found.push(
        Diagnostic::new(Code::MissingLetters, place, message, help).labeled("what stood here?"),
    );
}

fn garbled(entry: &DocumentEntry, found: &mut Diagnostics) {
    let text = &entry.source.text;
    let mut first: Option<(Span, char)> = None;
    let mut n = 0;
    for (at, c) in text.char_indices() {
        // The first byte of a letter of two or three bytes, read as windows-1252.
        if !matches!(c, 'Â' | 'Ã' | 'â' | 'Ð' | 'Ñ') {
            continue;
        }
        let Some((len, letter)) = twice_read(&text[at..]) else {
            continue;
        };
        n += 1;
        first.get_or_insert((Span::new(at, at + len), letter));
    }
    let Some((span, letter)) = first.filter(|_| n > 1) else {
        return;
    };
    let place = Place::at(&entry.source.path, text, span);
    let message = format!(
        "letters are garbled in {n} places: “{}” stands for “{letter}”",
        &text[span.range()]
    );
    let help = "the text was saved as UTF-8 and read as something else before it came here; ask for the file as it was before";
    found.push(Diagnostic::new(Code::GarbledLetters, place, message, help).labeled("garbled"));
}

/// What the first two or three signs say if each stands for a byte of windows-1252 and the bytes are read as UTF-8: their length, and
/// the letter.
fn twice_read(text: &str) -> Option<(usize, char)> {
    let signs: Vec<char> = text.chars().take(3).collect();
    for n in [2, 3] {
        let signs = signs.get(..n)?;
        let together: String = signs.iter().collect();
        let (bytes, _, is_lossy) = encoding_rs::WINDOWS_1252.encode(&together);
        if is_lossy || bytes.len() != n {
            continue;
        }
        if let Ok(letter) = std::str::from_utf8(&bytes) {
            let c = letter.chars().next()?;
            // “Â” before a blank that does not break is as likely meant.
            return (c != '\u{a0}').then_some((together.len(), c));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_twice_is_known_by_its_bytes() {
        assert_eq!(twice_read("Ã©tait").map(|(_, c)| c), Some('é'));
        assert_eq!(twice_read("â€™s").map(|(_, c)| c), Some('’'));
        for plain in ["Âge", "Ão", "âme", "Ñandú", "Ã"] {
            assert_eq!(twice_read(plain), None, "{plain}");
        }
    }
}
