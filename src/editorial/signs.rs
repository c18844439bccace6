//! Signs that nobody sees: those that turn the order of letters about, and those that part a word in two.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::site::Site;
use crate::source::{Sources, Span};

/// Looks through every file that somebody wrote: transcripts, records, people, pages, settings.
pub(super) fn look(site: &Site, sources: &Sources, diagnostics: &mut Diagnostics) {
    let mut texts = sources.texts();
    // Of what is published, what was read: without what is withheld.
    let read = site.documents.iter().map(|entry| &entry.source);
    texts.extend(read.map(|source| (source.path.as_str(), source.text.as_str())));
    for (path, text) in texts {
        let is_theme = path.starts_with("templates/");
        if text.is_ascii() || is_theme {
            continue;
        }
        let mut places = hidden(text).into_iter();
        let Some(first) = places.next() else { continue };
        let n = 1 + places.count();
        let sign = text[first..].chars().next().unwrap_or_default();
        let place = Place::at(path, text, Span::new(first, first + sign.len_utf8()));
        let what = if is_turning(sign) {
            "turns the order of the letters after it about"
        } else {
            "parts a word in two"
        };
        let more = match n {
            1 => String::new(),
            n => format!("; {n} such signs in all"),
        };
        let message = format!(
            "a sign that nobody sees (U+{:04X}) {what}{more}",
            u32::from(sign)
        );
        let help = "ask for the file anew, or take the signs out if you know where they come from";
        diagnostics
            .push(Diagnostic::new(Code::HiddenSigns, place, message, help).labeled("behind this"));
    }
}

/// Where such signs stand. What is opened and closed in one line, as messengers do around names, is in order, unless it turns letters of
/// any script about; joiners belong to many scripts, but not between letters of Latin, Greek or Cyrillic.
fn hidden(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let mut open = Vec::new();
        let mut before = ' ';
        let mut signs = line.char_indices().peekable();
        while let Some((offset, c)) = signs.next() {
            match c {
                '\u{202d}' | '\u{202e}' => found.push(at + offset),
                '\u{202a}' | '\u{202b}' | '\u{2066}'..='\u{2068}' => open.push(at + offset),
                '\u{202c}' | '\u{2069}' => {
                    open.pop();
                }
                '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {
                    let after = signs.peek().map_or(' ', |(_, c)| *c);
                    if is_european(before) && is_european(after) {
                        found.push(at + offset);
                    }
                }
                _ => {}
            }
            before = c;
        }
        found.extend(open);
        at += line.len();
    }
    found.sort_unstable();
    found
}

fn is_turning(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A letter of a script that knows no joiners.
fn is_european(c: char) -> bool {
    c < '\u{590}' && c.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_a_script_needs_are_not_hidden() {
        let n = |text: &str| hidden(text).len();
        assert_eq!(n("\u{feff}words\nmore"), 0);
        assert_eq!(n("می\u{200c}خواهم, नि\u{200d}"), 0);
        assert_eq!(n("\u{202a}+44 20\u{202c}: hello"), 0);
        assert_eq!(n("\u{202a}+44 20: hello\nmore\u{202c}"), 1);
        assert_eq!(n("a\u{202e}b\u{202c}c"), 1);
        assert_eq!(n("pass\u{200b}word, co\u{2060}op"), 2);
    }
}
