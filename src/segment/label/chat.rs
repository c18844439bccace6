//! Names in the exports of chats, after a time: telephone numbers, names with signs, and whom a line is meant for.

use super::super::shape::Form;
use super::Match;
use super::scan::{End, scan_to};

/// The longest name, in bytes.
const LONGEST: usize = 90;
/// Words a name may have.
const MOST_WORDS: usize = 6;

/// The name that begins a line of a chat, after `lead` bytes of time, where it is none that stands before colons elsewhere.
pub(super) fn named(words: &str, lead: usize) -> Option<Match> {
    if let Some(sender) = words.strip_prefix("From ") {
        return from(sender, lead + words.len() - sender.len());
    }
    let near = words.floor_char_boundary(words.len().min(LONGEST));
    let name = words[..near].split_once(':')?.0.trim_end();
    let after = words[..near].find(':')? + 1;
    let fits =
        words[after..].starts_with(char::is_whitespace) && (is_telephone(name) || has_signs(name));
    fits.then_some(Match {
        lead,
        name_len: name.len(),
        label_len: after,
        len: lead + after,
        form: Form::Enclosed,
    })
}

/// `From Ana Ruiz to Everyone:`, `From  Ben : `. To whom somebody in particular is written begins what is said.
fn from(sender: &str, lead: usize) -> Option<Match> {
    let blanks = sender.len() - sender.trim_start().len();
    let sender = &sender[blanks..];
    let near = sender.floor_char_boundary(sender.len().min(2 * LONGEST));
    let colon = sender[..near].find(':')?;
    let receiver = sender[..colon].find(" to ").filter(|at| *at > 0);
    let name = sender[..receiver.unwrap_or(colon)].trim_end();
    scan_to(name, End::Whole, MOST_WORDS)
        .is_some()
        .then_some(())
        .or_else(|| (is_telephone(name) || has_signs(name)).then_some(()))?;
    let is_for_all = receiver.is_none_or(|at| {
        let receiver = sender[at + 4..colon].trim().to_lowercase();
        matches!(
            receiver.as_str(),
            "everyone" | "all" | "alle" | "tous" | "todos"
        )
    });
    let said = match receiver {
        Some(at) if !is_for_all => at + 1,
        Some(_) | None => colon + 1,
    };
    let lead = lead + blanks;
    Some(Match {
        lead,
        name_len: name.len(),
        label_len: name.len(),
        len: lead + said,
        form: Form::Enclosed,
    })
}

/// `+44 7700 900123`, with the marks of direction that phones set around it.
fn is_telephone(name: &str) -> bool {
    let bare = name.trim_matches(is_unseen);
    let is_of_number =
        |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '(' | ')' | '-' | '.');
    bare.strip_prefix('+').is_some_and(|number| {
        number.chars().all(is_of_number) && number.chars().filter(char::is_ascii_digit).count() >= 7
    })
}

/// `Ben 🐝`, `~ Ana`: a name among signs.
fn has_signs(name: &str) -> bool {
    let is_sign = |c: char| {
        c == '~' || is_unseen(c) || !c.is_ascii() && !c.is_alphanumeric() && !is_of_name(c)
    };
    if !name.contains(is_sign) {
        return false;
    }
    let bare: String = name.chars().filter(|c| !is_sign(*c)).collect();
    let bare = bare.trim();
    // `She said → go` is no name.
    scan_to(bare, End::Whole, MOST_WORDS)
        .is_some_and(|scanned| scanned.shape.form(bare) > Form::Loose)
}

/// Signs of other scripts that stand in names: blanks, quotation marks, and what is set over letters.
fn is_of_name(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '’' | '‘' | '‐' | '‑' | '·' | '・' | '״' | '׳')
        || unicode_normalization::char::is_combining_mark(c) && c != '\u{fe0f}'
}

/// Marks of direction, joiners, and what makes a picture of a sign.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn names_of_chats_are_known() {
        let name = |words: &str| {
            named(words, 0).map(|found| {
                let name = &words[found.lead..found.lead + found.name_len];
                (name.to_owned(), words[found.len..].to_owned())
            })
        };
        for (words, is, said) in [
            ("Ben 🐝: Sí", "Ben 🐝", " Sí"),
            ("~ Ana: Hola", "~ Ana", " Hola"),
            ("+44 7700 900123: Who?", "+44 7700 900123", " Who?"),
            ("From Ana Ruiz to Everyone: Hi", "Ana Ruiz", " Hi"),
            ("From  Ben : Hi", "Ben", " Hi"),
            (
                "From Ana Ruiz to Ben (Direct Message): No",
                "Ana Ruiz",
                "to Ben (Direct Message): No",
            ),
        ] {
            assert_eq!(name(words), Some((is.to_owned(), said.to_owned())));
        }
        for words in [
            "Anna: yes",
            "She said → go: now",
            "+1: yes",
            "From here, it was far: yes",
        ] {
            assert_eq!(name(words), None, "{words}");
        }
    }
}
