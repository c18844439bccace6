//! Numbers that a record gives to questions and speeches, printed before the label: `Q12 Chair:`, `Anf. 3 TALMANNEN:`, `4. Hon ANNA BERG`.

use super::super::shape::Form;
use super::scan::{End, scan_to};

/// What a number before a label is worth.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Number {
    /// Nothing but a label follows it: `Anf. 3`.
    Speech,
    /// A question's: `Q12`.
    Question,
    /// Any item of a list has it: `4.`
    Item,
}

/// The number that words begin with, and its length with the blanks after it.
pub(super) fn number(words: &str) -> Option<(usize, Number)> {
    let before = [
        ("Q", Number::Question),
        ("Anf.", Number::Speech),
        ("", Number::Item),
    ];
    let mut stripped = before.iter().filter_map(|(sign, what)| {
        let rest = words.strip_prefix(sign)?;
        let is_apart = *what == Number::Speech;
        Some((if is_apart { rest.trim_start() } else { rest }, *what))
    });
    let (digits, what) =
        stripped.find(|(rest, _)| rest.starts_with(|c: char| c.is_ascii_digit()))?;
    let rest = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    let n_digits = digits.len() - rest.len();
    if what == Number::Item
        && n_digits == 2
        && let Some(after) = after_second(rest)
    {
        let label = after.trim_start();
        return (label.len() < after.len() && !label.is_empty())
            .then_some((words.len() - label.len(), what));
    }
    let after = match what {
        Number::Speech | Number::Question => rest.strip_prefix('.').unwrap_or(rest),
        Number::Item => rest.strip_prefix('.')?,
    };
    let label = after.trim_start();
    let fits = n_digits <= 4 && label.len() < after.len() && !label.is_empty();
    fits.then_some((words.len() - label.len(), what))
}

/// `01.02 Jan Peeters (N-VA):`: what follows the second number, which has two figures as the first has.
fn after_second(rest: &str) -> Option<&str> {
    let second = rest.strip_prefix('.')?;
    let after = second.trim_start_matches(|c: char| c.is_ascii_digit());
    (second.len() - after.len() == 2).then_some(after)
}

/// Whether a text is such a number and nothing else but marks of Markdown.
pub(in super::super) fn is_number(words: &str) -> bool {
    let probe = [words.trim_matches(is_mark), " x"].concat();
    number(&probe).is_some_and(|(len, _)| len + 1 == probe.len())
}

/// A blank or a mark of Markdown.
pub(in super::super) fn is_mark(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_')
}

/// `Hon PETER DUNNE (Leader—United Future) to the Minister for Trade :`: the length of the name of who asks. Whom the question is put
/// to begins the turn.
pub(super) fn asks_whom(words: &str, max_words: usize) -> Option<usize> {
    let near = &words[..words.floor_char_boundary(words.len().min(200))];
    let at = memchr::memmem::find(near.as_bytes(), b" to the ")?;
    let (whom, _) = words[at + 8..].split_once(':')?;
    let is_office = whom.starts_with(char::is_uppercase)
        && whom.len() <= 120
        && !whom.contains(['.', ',', ';', '?', '!', '\n']);
    let scanned = scan_to(&words[..at], End::Whole, max_words)?;
    let form = scanned.shape.form(&words[..at]);
    let is_name = form >= Form::Initials && !scanned.shape.has_small_words();
    (is_office && is_name).then_some(scanned.name_len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_before_labels_are_known() {
        assert_eq!(number("Q12 Chair:"), Some((4, Number::Question)));
        assert_eq!(number("Anf. 3 TALMANNEN:"), Some((7, Number::Speech)));
        assert_eq!(number("4. Hon ANNA BERG"), Some((3, Number::Item)));
        assert_eq!(number("01.02 Jan (N-VA):"), Some((6, Number::Item)));
        for no in [
            "01.02",
            "01.2 Jan",
            "1.02 Jan",
            "Q1",
            "Q and",
            "1984 was",
            "Q12",
            "12345. Anna",
            "Anf. x",
        ] {
            assert_eq!(number(no), None, "{no}");
        }
        assert!(is_number("Q12 ") && is_number("4. ") && !is_number("[0:12] "));
    }

    #[test]
    fn who_asks_stands_before_whom() {
        let asks = |words: &str| asks_whom(words, 10).map(|len| words[..len].to_owned());
        assert_eq!(
            asks("Hon PETER DUNNE (Leader—United Future) to the Minister for Trade : Is he")
                .as_deref(),
            Some("Hon PETER DUNNE (Leader—United Future)")
        );
        assert_eq!(
            asks("He went to the Minister of Trade: and came back"),
            None
        );
        assert_eq!(asks("Mr. Berg to the stand, please: now"), None);
    }
}
