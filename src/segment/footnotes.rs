//! Footnotes as they stand among the lines of a page: `¹ See the protocol.`, or `[1] See the protocol.` where the text refers to `[1]`.
//!
//! A plain number or a star at the beginning of a line says too little and is left alone.

use std::collections::HashSet;

const SUPERIORS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// The numbers in square brackets that stand right after a word: `in May.[1]`.
pub(super) fn references(text: &str) -> HashSet<u32> {
    let mut numbers = HashSet::new();
    for (at, _) in text.match_indices('[') {
        if text[..at].ends_with(|c: char| !c.is_whitespace() && !matches!(c, '[' | '(')) {
            numbers.extend(bracketed_number(&text[at..]).map(|(number, _)| number));
        }
    }
    numbers
}

/// Whether a line begins a footnote; `is_referred_to` tells of a number in brackets.
pub(super) fn opens(line: &str, is_referred_to: impl Fn(u32) -> bool) -> bool {
    let rest = match line.chars().next() {
        Some('†' | '‡') => line.trim_start_matches(['†', '‡']),
        Some(c) if SUPERIORS.contains(&c) => line.trim_start_matches(SUPERIORS),
        Some('[') => match bracketed_number(line) {
            Some((number, len)) if is_referred_to(number) => &line[len..],
            Some(_) | None => return false,
        },
        Some(_) | None => return false,
    };
    rest.trim_start()
        .starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '«' | '‘'))
}

/// The number in `[12]` at the beginning, and the bracket's length.
fn bracketed_number(words: &str) -> Option<(u32, usize)> {
    let inside = words.strip_prefix('[')?;
    let n_digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    let closes = inside[n_digits..].starts_with(']');
    ((1..=3).contains(&n_digits) && closes)
        .then(|| inside[..n_digits].parse().ok())
        .flatten()
        .map(|number| (number, n_digits + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_begin_footnotes_are_told_from_others() {
        let numbers = references("sent in May.[1] We [2] have [3]. (see[12]) list[4");
        assert_eq!(numbers, HashSet::from([1, 12]));
        let opens = |line| opens(line, |number| numbers.contains(&number));
        for line in ["¹ See the protocol.", "²Ibid.", "[1] The note", "† “Yes”"] {
            assert!(opens(line), "{line}");
        }
        for line in [
            "1 See",
            "[2] We",
            "² of land",
            "[1] and",
            "[Laughter]",
            "* The",
            "",
        ] {
            assert!(!opens(line), "{line}");
        }
    }
}
