//! What a bracketed stretch is: words left out, a sound or action, a time, a remark of the record.
//!
//! The words that tell are data (`standing/words.rs`); nothing is decided here about where in a text the stretch stands.

mod words;

use crate::document::GapReason;
use aho_corasick::AhoCorasick;
use std::sync::LazyLock;
use words::{GAPS, GAPS_AT_THE_ENDS, PAGES, RECORDINGS, REMARKS, SOURCES, STAGE, STAGE_CONTAINED};

/// What a bracketed stretch is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Standing {
    /// Words left out.
    Gap(GapReason),
    /// A note on the source.
    Source,
    /// Sounds and actions.
    Stage,
    /// A time of day, or a place in the recording: `[00:12:01]`.
    Time,
    /// The recording begins, ends or is turned: `END OF SIDE 1`.
    Recording,
    /// A remark on the words: the language spoken, `sic`.
    Remark,
    /// None of these.
    Other,
}

/// Signs that open a bracketed stretch, with those that close it.
pub(super) const BRACKETS: [(char, char); 10] = [
    ('[', ']'),
    ('(', ')'),
    ('{', '}'),
    ('<', '>'),
    ('（', '）'),
    ('【', '】'),
    ('［', '］'),
    ('〔', '〕'),
    ('｛', '｝'),
    ('〈', '〉'),
];

/// The sign that closes what `opening` opens.
pub(super) fn closing(opening: char) -> Option<char> {
    BRACKETS
        .iter()
        .find(|(open, _)| *open == opening)
        .map(|(_, close)| *close)
}

/// Signs that stand for letters made unreadable before the text reached us.
pub(super) const BLACKED: [char; 4] = ['█', '▇', '▉', '■'];

/// Whether a bracketed stretch says that words are left out: `[…]`, `[...]`, `[Three pages omitted in the original.]`.
pub(super) fn is_omission(bracketed: &str) -> bool {
    matches!(standing(bracketed), Standing::Gap(_))
}

fn is_bracket(c: char) -> bool {
    c == '*'
        || BRACKETS
            .iter()
            .any(|(open, close)| *open == c || *close == c)
}

/// What a bracketed stretch standing by itself is; its brackets are part of `bracketed`.
pub(super) fn standing(bracketed: &str) -> Standing {
    let inside = bracketed.trim().trim_end_matches(['.', '。']);
    let stars = inside.trim_matches(['[', ']', '(', ')']).trim();
    let is_elision = |c| matches!(c, '…' | '.' | ' ' | '-' | '–' | '—' | '*' | '_');
    if !stars.is_empty() && stars.chars().all(is_elision) {
        return Standing::Gap(GapReason::Omitted);
    }
    let inside = inside.trim_matches(is_bracket).trim();
    let is_black = |c: char| BLACKED.contains(&c) || c.is_whitespace();
    if !inside.is_empty() && inside.chars().all(is_black) {
        return Standing::Gap(GapReason::Withheld);
    }
    if is_clock_time(inside) || is_stamp(inside) {
        return Standing::Time;
    }
    let folded = inside.to_lowercase();
    if SOURCES.iter().any(|word| folded.starts_with(word)) {
        return Standing::Source;
    }
    if RECORDINGS.iter().any(|word| folded.starts_with(word)) && n_words(&folded) <= 10 {
        return Standing::Recording;
    }
    if is_exemption(&folded) {
        return Standing::Gap(GapReason::Withheld);
    }
    if let Some(reason) = gap(&folded) {
        let of_pages = folded
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| PAGES.contains(&word));
        return Standing::Gap(if of_pages && reason == GapReason::Omitted {
            GapReason::PagesOmitted
        } else {
            reason
        });
    }
    if is_stage(&folded) {
        return Standing::Stage;
    }
    if REMARKS.contains(&folded.trim_end_matches('.')) || is_page(&folded) {
        return Standing::Remark;
    }
    Standing::Other
}

/// `13/05/2020 10:12`, `3.20s`
fn is_stamp(inside: &str) -> bool {
    inside.starts_with(|c: char| c.is_ascii_digit())
        && (super::times::leading_stamp(inside) == inside.len()
            || inside.ends_with('s') && super::times::is_time(inside))
}

fn n_words(folded: &str) -> usize {
    folded.split_whitespace().count()
}

fn gap(folded: &str) -> Option<GapReason> {
    static FINDER: LazyLock<Finder> = LazyLock::new(|| Finder::of(GAPS.map(|(word, _)| word)));
    if let Some(index) = FINDER.first(folded) {
        return Some(GAPS[index].1);
    }
    let bare = folded.trim_end_matches(['.', ',']);
    GAPS_AT_THE_ENDS
        .iter()
        .find(|(word, _)| {
            let stands = |at: usize| {
                let rest = &bare[at + word.len()..];
                !rest.starts_with(char::is_alphanumeric)
                    && !bare[..at].ends_with(char::is_alphanumeric)
            };
            let at_end = bare.len().checked_sub(word.len());
            n_words(bare) <= 8
                && (bare.starts_with(word) && stands(0)
                    || bare.ends_with(word) && at_end.is_some_and(stands))
        })
        .map(|(_, reason)| *reason)
}

fn is_stage(folded: &str) -> bool {
    static FINDER: LazyLock<Finder> = LazyLock::new(|| Finder::of(STAGE));
    static CONTAINED: LazyLock<Option<AhoCorasick>> =
        LazyLock::new(|| AhoCorasick::new(STAGE_CONTAINED).ok());
    let contained = || {
        CONTAINED
            .as_ref()
            .is_some_and(|finder| finder.is_match(folded))
    };
    (1..=12).contains(&n_words(folded))
        && folded.len() <= 160
        && (FINDER.first(folded).is_some() || contained())
}

/// Finds words of a list in one pass.
struct Finder {
    automaton: Option<AhoCorasick>,
    /// Of each word, whether it is the beginning of one, and whether its script has no blanks between words.
    words: Vec<(bool, bool)>,
}

impl Finder {
    fn of<const N: usize>(list: [&'static str; N]) -> Finder {
        let is_unspaced = |c: char| matches!(c, '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}');
        Finder {
            automaton: AhoCorasick::new(list.iter().map(|word| word.trim_end_matches('-'))).ok(),
            words: list
                .iter()
                .map(|word| (word.ends_with('-'), word.chars().all(is_unspaced)))
                .collect(),
        }
    }

    /// The first of the list that stands in `folded` as a word, or as the beginning of one where the list says so.
    fn first(&self, folded: &str) -> Option<usize> {
        let found = self.automaton.as_ref()?.find_overlapping_iter(folded);
        found
            .filter(|found| {
                let (is_beginning, is_unspaced) = self.words[found.pattern().as_usize()];
                let begins = !folded[..found.start()].ends_with(char::is_alphanumeric);
                let ends =
                    is_beginning || !folded[found.end()..].starts_with(char::is_alphanumeric);
                begins && ends || is_unspaced
            })
            .map(|found| found.pattern().as_usize())
            .min()
    }
}

/// `[[Page H13]]`, `[p. 12]`
fn is_page(folded: &str) -> bool {
    let mut words = folded.split_whitespace();
    let (Some(first), Some(number), None) = (words.next(), words.next(), words.next()) else {
        return false;
    };
    let digits = number.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    matches!(first, "page" | "p." | "seite" | "s." | "стр.")
        && number.len() - digits.len() <= 1
        && !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_digit())
}

/// `14:05`, `00:12:01`, `00:45:41.10`, `1:02:03,500`.
pub(super) fn is_clock_time(words: &str) -> bool {
    let words = words.strip_prefix('@').unwrap_or(words);
    let parts: Vec<&str> = words.splitn(4, ':').collect();
    (2..=3).contains(&parts.len())
        && parts.iter().enumerate().all(|(index, part)| {
            let (whole, fraction) = part.split_once(['.', ',']).unwrap_or((part, "0"));
            let is_number =
                |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
            let is_last = index + 1 == parts.len();
            let fits = if index == 0 {
                whole.len() <= 3
            } else {
                whole.len() == 2
            };
            fits && is_number(whole)
                && is_number(fraction)
                && fraction.len() <= 3
                && (is_last || !part.contains(['.', ',']))
        })
}

/// Codes of the rules under which words are withheld: `1.3(a)(4)`, `(b)(1)`, `25X1`. Nothing else may stand beside them.
fn is_exemption(folded: &str) -> bool {
    let words: Vec<&str> = folded
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'))
        .filter(|word| !word.is_empty())
        .collect();
    let is_code = |word: &&str| {
        let (letters, rest) = word.split_once('x').unwrap_or(("", ""));
        let is_x = matches!(letters, "25" | "50")
            && (1..=2).contains(&rest.len())
            && rest.bytes().all(|b| b.is_ascii_digit());
        // `b)(1)`: the first bracket may be the stretch's own.
        let bare = word.trim_start_matches('(');
        let is_foia = bare.starts_with("b)(");
        let is_order = matches!(word.get(..4), Some("1.3(" | "1.4(" | "1.5(" | "3.3("))
            || matches!(word.get(..3), Some("1.3" | "1.4" | "3.3")) && word.contains('(');
        is_x || is_foia || is_order
    };
    (1..=4).contains(&words.len()) && words.iter().all(is_code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn omissions_of_pages_are_known() {
        assert_eq!(
            standing("[Three pages omitted in the original.]"),
            Standing::Gap(GapReason::PagesOmitted)
        );
        assert_eq!(
            standing("[Subsequent pages omitted in the original]."),
            Standing::Gap(GapReason::PagesOmitted)
        );
        assert_eq!(standing("[…]"), Standing::Gap(GapReason::Omitted));
        assert_eq!(standing("[Source: an archive.]"), Standing::Source);
        assert_eq!(standing("[He is right.]"), Standing::Other);
    }

    #[test]
    fn sounds_and_actions_are_known_in_many_languages() {
        for words in [
            "(Laughter.)",
            "[Cheers]",
            "<laughter>",
            "*laughs*",
            "((laughs))",
            "(Beifall bei allen Fraktionen)",
            "(Applaudissements sur plusieurs bancs)",
            "(Aplausos)",
            "(Risas.)",
            "(Palmas)",
            "(Vivi applausi)",
            "(Смех)",
            "(Аплодисменты.)",
            "（掌聲）",
            "（眾笑）",
            "（拍手）",
            "(צחוק)",
            "(تصفيق)",
            "(Makofi)",
            "(Oklaski)",
            "(Alkışlar)",
            "(Γέλωτες)",
            "[Interjections.]",
            "[Time expired.]",
        ] {
            assert_eq!(standing(words), Standing::Stage, "{words}");
        }
        // Names and other words that only begin alike.
        for words in [
            "[Sobchak]",
            "[node]",
            "[Cryptic]",
            "[Lachmann]",
            "[sobriety]",
        ] {
            assert_eq!(standing(words), Standing::Other, "{words}");
        }
    }

    #[test]
    fn gaps_say_why() {
        for (words, reason) in [
            ("[inaudible 00:12:01]", GapReason::Inaudible),
            ("[unintelligible]", GapReason::Inaudible),
            ("(нрзб.)", GapReason::Inaudible),
            ("[聽不清楚]", GapReason::Inaudible),
            ("[illegible]", GapReason::Illegible),
            ("[name withheld]", GapReason::Withheld),
            ("[Expletive deleted]", GapReason::Withheld),
            ("[redacted]", GapReason::Withheld),
            ("[█████]", GapReason::Withheld),
            ("[1.3(a)(4)]", GapReason::Withheld),
            ("[(b)(1)]", GapReason::Withheld),
            ("[25X1]", GapReason::Withheld),
            ("[still classified]", GapReason::Withheld),
            ("[line missing]", GapReason::Omitted),
        ] {
            assert_eq!(standing(words), Standing::Gap(reason), "{words}");
        }
        for words in [
            "[the classified report on it]",
            "[those missing in the war]",
            "[1.3 million]",
            "[b) the second]",
            "[1990]",
        ] {
            assert_eq!(standing(words), Standing::Other, "{words}");
        }
    }

    #[test]
    fn times_recordings_and_remarks_are_known() {
        for words in ["[14:05]", "[00:12:01]", "[00:45:41.10]", "[1:02:03]"] {
            assert_eq!(standing(words), Standing::Time, "{words}");
        }
        for words in ["[12:5]", "[1 Kings 3:16]", "[12]", "[1:2:3:4]"] {
            assert_ne!(standing(words), Standing::Time, "{words}");
        }
        assert_eq!(standing("{END OF SIDE 1}"), Standing::Recording);
        assert_eq!(standing("[Tape 2, Side A]"), Standing::Recording);
        assert_eq!(standing("[Traduction]"), Standing::Remark);
        assert_eq!(standing("[sic]"), Standing::Remark);
        assert_eq!(standing("[[Page H13]]"), Standing::Remark);
        assert_eq!(standing("[p. 12]"), Standing::Remark);
        assert_eq!(standing("[page proofs]"), Standing::Other);
    }
}
