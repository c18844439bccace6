//! Numbers in words, as the language of the interface says them. Templates never count.

use crate::interface::Interface;

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

/// “turn 12a”.
pub(super) fn turn(interface: &Interface, anchor: &str) -> String {
    interface.say("turn-number", &[("number", turn_number(anchor).into())])
}

/// “107 turns”.
pub(super) fn turns(interface: &Interface, n: usize) -> String {
    interface.say("turns-n", &[("n", n.into())])
}

/// “9,751 words”.
pub(super) fn words(interface: &Interface, n: usize) -> String {
    interface.say("words-n", &[("n", n.into())])
}

/// A share of a whole in whole percent: “62%”, “under 1%”, “0%”.
pub(super) fn percent(interface: &Interface, part: usize, whole: usize) -> String {
    let say = |n: usize| interface.say("percent", &[("n", n.into())]);
    if part == 0 || whole == 0 {
        return say(0);
    }
    match (part * 100 + whole / 2) / whole {
        0 => interface.text("percent-under-one").to_owned(),
        share => say(share),
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
    fn an_opening_ends_with_a_whole_word() {
        assert_eq!(opening("You are right.", 40), "You are right.");
        assert_eq!(opening("one two three", 9), "one two …");
        assert_eq!(opening("мірмірмір", 4), "мірм …");
    }
}
