//! Numbers in words: plurals, thousands, shares. Templates never count.

/// “1 turn”, “12 turns”, “1,051 words”.
pub(super) fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", thousands(n), if n == 1 { one } else { many })
}

/// The number of a turn as readers see it, its anchor's: `t12a` → `12a`.
pub(super) fn turn_number(anchor: &str) -> &str {
    anchor.strip_prefix('t').unwrap_or(anchor)
}

/// The class that gives a speaker's color and shape; none for who does not speak.
pub(super) fn slot_class(slot: u8) -> &'static str {
    match slot {
        0 => "",
        1 => "speaker-1",
        2 => "speaker-2",
        3 => "speaker-3",
        4 => "speaker-4",
        5 => "speaker-5",
        _ => "speaker-6",
    }
}

/// “107 turns”.
pub(super) fn turns(n: usize) -> String {
    count(n, "turn", "turns")
}

/// “9,751 words”.
pub(super) fn words(n: usize) -> String {
    count(n, "word", "words")
}

/// “9,751”.
pub(super) fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A share of a whole in whole percent: “62%”, “under 1%”, “0%”.
pub(super) fn percent(part: usize, whole: usize) -> String {
    if part == 0 || whole == 0 {
        return "0%".to_owned();
    }
    let share = (part * 100 + whole / 2) / whole;
    if share == 0 {
        "under 1%".to_owned()
    } else {
        format!("{share}%")
    }
}

/// “a”, “a and b”, “a, b and c”.
pub(super) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The opening of a text, cut after a whole word; an ellipsis says that there is more.
pub(super) fn opening(text: &str, max_chars: usize) -> String {
    if text.chars().count() <= max_chars {
        return text.to_owned();
    }
    let cut = text
        .char_indices()
        .nth(max_chars)
        .map_or(text.len(), |(at, _)| at);
    let end = text[..cut].rfind(char::is_whitespace).unwrap_or(cut);
    format!("{} …", text[..end].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!(turns(1), "1 turn");
        assert_eq!(words(9751), "9,751 words");
        assert_eq!(thousands(1_234_567), "1,234,567");
        assert_eq!(percent(1, 1000), "under 1%");
        assert_eq!(percent(503, 1679), "30%");
        assert_eq!(percent(0, 0), "0%");
        assert_eq!(list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
    }

    #[test]
    fn an_opening_ends_with_a_whole_word() {
        assert_eq!(opening("You are right.", 40), "You are right.");
        assert_eq!(opening("one two three", 9), "one two …");
        assert_eq!(opening("мірмірмір", 4), "мірм …");
    }
}
