//! Labels that name nobody: groups, unknown voices, and who asks and who answers.

use super::names;
use crate::authority::forms::{ANSWERS, ASKS};
use crate::authority::voices::{COLLECTIVE, UNIDENTIFIED, tells_of_voice};
use std::collections::{BTreeMap, BTreeSet};

/// What a label stands for that names nobody.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Voice {
    Collective,
    Unidentified,
    Asks,
    Answers,
}

/// Words that make a voice of whatever stands after them: `Unidentified Male`.
const UNKNOWN: [&str; 10] = [
    "unidentified",
    "unidentifiable",
    "unknown",
    "unnamed",
    "unbekannter",
    "unbekannte",
    "non identifie",
    "неизвестныи",
    "неустановленное",
    "неизвестная",
];

/// Words that make a group of whatever stands after them: `Several Deputies`, `Vozes do PS`.
const SEVERAL: [&str; 17] = [
    "several",
    "various",
    "plusieurs",
    "mehrere",
    "varios",
    "varias",
    "diversos",
    "несколько",
    "кілька",
    "voices",
    "vozes",
    "voces",
    "voci",
    "stimmen",
    "zurufe",
    "голоса",
    "голоси",
];

/// Words that stand for a voice, whatever is told of it after them: `Voix d’homme`, `Voice from the gallery`.
const VOICE_OF: [&str; 6] = ["voice", "voix", "voz", "voce", "stimme", "голос"];

/// One letter may be anybody's: it stands for a role only beside its counterpart.
const LETTERS: [(&str, &str); 14] = [
    ("q", "a"),
    ("i", "r"),
    ("p", "r"),
    ("в", "о"),
    ("f", "a"),
    ("d", "r"),
    ("s", "c"),
    ("f", "s"),
    ("v", "a"),
    ("س", "ج"),
    ("ש", "ת"),
    ("问", "答"),
    ("問", "答"),
    ("문", "답"),
];

/// The labels of one document, to tell `A` beside `Q` from somebody called A.
pub(super) struct Voices {
    letters: BTreeSet<String>,
}

impl Voices {
    pub(super) fn of<'a>(labels: impl Iterator<Item = &'a str>) -> Voices {
        let letters = labels
            .map(plain)
            .filter(|label| label.chars().count() == 1)
            .collect();
        Voices { letters }
    }

    /// What a label stands for, if it names nobody.
    pub(super) fn voice(&self, label: &str) -> Option<Voice> {
        let words = plain(label);
        if is_of_machine(&words) {
            return Some(Voice::Unidentified);
        }
        if words.chars().count() == 1 && words != "?" {
            let has = |letter: &str| self.letters.contains(letter);
            return LETTERS.iter().find_map(|(asks, answers)| {
                let is_pair = has(asks) && has(answers);
                if words == *asks && (is_pair || words == "q") {
                    Some(Voice::Asks)
                } else {
                    (words == *answers && is_pair).then_some(Voice::Answers)
                }
            });
        }
        let bare = without_number(&words);
        if ASKS.contains(&bare) {
            Some(Voice::Asks)
        } else if ANSWERS.contains(&bare) {
            Some(Voice::Answers)
        } else if COLLECTIVE.contains(&bare)
            || bare
                .split_once(' ')
                .is_some_and(|(first, _)| SEVERAL.contains(&first))
        {
            Some(Voice::Collective)
        } else if UNIDENTIFIED.contains(&bare)
            || UNKNOWN.iter().any(|unknown| {
                bare.strip_prefix(unknown)
                    .is_some_and(|rest| rest.starts_with(' '))
            })
            || VOICE_OF.iter().any(|voice| {
                let rest = bare.strip_prefix(voice).unwrap_or_default();
                rest.starts_with(' ') && rest.split(' ').any(tells_of_voice)
            })
        {
            Some(Voice::Unidentified)
        } else {
            None
        }
    }
}

/// The words of a label without a bracket that only doubts or counts: `SPEAKER(?)`.
fn plain(label: &str) -> String {
    let words = label.split(['(', '[', '（']).next().unwrap_or(label);
    let words = names::words(&words.replace('_', " ")).join(" ");
    if words.is_empty() && label.contains('?') {
        "?".to_owned()
    } else {
        words
    }
}

/// The voices that labels of one document number as two or more, from how often each label stands: `Interviewer 1` and
/// `Interviewer 2`, `Q1` and `Q2`. A label without a number is the first's. Where no number of three or more comes again
/// (`Q1`, `Q2`, `Q3`), the questions are counted and not those who ask them.
pub(super) fn numbered(voices: &BTreeMap<&str, (Voice, usize)>) -> BTreeSet<Voice> {
    let mut numbers: BTreeMap<Voice, BTreeMap<String, usize>> = BTreeMap::new();
    for (label, (voice, n)) in voices {
        let by_number = numbers.entry(*voice).or_default();
        *by_number.entry(number(label)).or_default() += n;
    }
    numbers.retain(|_, numbers| {
        let are_counted = numbers.len() > 2 && numbers.values().all(|n| *n == 1);
        numbers.len() > 1 && !are_counted
    });
    numbers.into_keys().collect()
}

/// The number, or the one letter, at a label's end.
fn number(label: &str) -> String {
    let words = names::words(&label.replace('_', " "));
    let last = words.last().map_or("", String::as_str);
    let number = match last.chars().count() {
        1 if words.len() > 1 => last,
        _ => &last[last.trim_end_matches(|c: char| c.is_ascii_digit()).len()..],
    };
    let number = if number.is_empty() { "1" } else { number };
    number.to_owned()
}

/// Whether a label is what a machine calls voices that it tells apart: `0`, `S1`, `spk_0`. The next recording's `S1` is another.
fn is_of_machine(words: &str) -> bool {
    let (name, number) = words.split_at(words.trim_end_matches(|c: char| c.is_ascii_digit()).len());
    matches!(name.trim_end(), "" | "s" | "spk" | "spkr") && matches!(number.len(), 1 | 2)
}

/// `Speaker 1`, `Female Voice #2`, `Speaker B`.
fn without_number(words: &str) -> &str {
    match words.rsplit_once(' ') {
        Some((before, last))
            if last.chars().all(|c| c.is_ascii_digit()) || last.chars().count() == 1 =>
        {
            before
        }
        _ => words.trim_end_matches(|c: char| c.is_ascii_digit()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authority::{forms, titles};

    #[test]
    fn voices_are_no_people() {
        let voices = Voices::of(["Q", "A", "JS"].into_iter());
        for (label, voice) in [
            ("SPEAKER(?)", Voice::Unidentified),
            ("Speaker 1", Voice::Unidentified),
            ("Unidentified Male", Voice::Unidentified),
            ("An hon. Member", Voice::Unidentified),
            ("קריאה", Voice::Unidentified),
            ("Голос из зала", Voice::Unidentified),
            ("MORE INFO", Voice::Unidentified),
            ("Several hon. Members", Voice::Collective),
            ("Several Deputies", Voice::Collective),
            ("SPEAKER_00", Voice::Unidentified),
            ("Des voix", Voice::Collective),
            ("Both", Voice::Collective),
            ("Vozes do PS", Voice::Collective),
            ("Female Participant", Voice::Unidentified),
            ("0", Voice::Unidentified),
            ("12", Voice::Unidentified),
            ("S1", Voice::Unidentified),
            ("spk_0", Voice::Unidentified),
            ("Audience", Voice::Collective),
            ("Q", Voice::Asks),
            ("A", Voice::Answers),
            ("Interviewer 2", Voice::Asks),
            ("受訪者", Voice::Answers),
        ] {
            assert_eq!(voices.voice(label), Some(voice), "{label}");
        }
        for label in [
            "Speaker Pelosi",
            "The SPEAKER",
            "JS",
            "Mr. Allman",
            "Noter",
            "B",
            "S",
            "S. K.",
            "1984",
        ] {
            assert_eq!(voices.voice(label), None, "{label}");
        }
        let alone = Voices::of(["A", "唐鳳"].into_iter());
        assert_eq!(alone.voice("A"), None, "somebody called A");
    }

    #[test]
    fn two_numbers_are_two_voices() {
        for (labels, is_two) in [
            (["Interviewer 1", "Interviewer 2"], true),
            (["Q1:", "Q2"], true),
            (["Interviewer A", "Interviewer B"], true),
            (["Interviewer", "Interviewer (2)"], true),
            (["Interviewer", "INTERVIEWER 1"], false),
            (["Q", "Interviewer (off mic)"], false),
        ] {
            let voices = labels.map(|label| (label, (Voice::Asks, 2)));
            let found = numbered(&voices.into_iter().collect());
            assert_eq!(found.contains(&Voice::Asks), is_two, "{labels:?}");
        }
    }

    #[test]
    fn numbers_that_never_come_again_count_the_questions() {
        for (times, is_two) in [([1, 1, 1], false), ([1, 2, 1], true)] {
            let labels = ["Q1", "Q2", "Q3"].into_iter().zip(times);
            let voices = labels.map(|(label, n)| (label, (Voice::Asks, n)));
            let found = numbered(&voices.collect());
            assert_eq!(found.contains(&Voice::Asks), is_two, "{times:?}");
        }
    }

    #[test]
    fn the_lists_are_folded() {
        let lists: [&[&str]; 12] = [
            &COLLECTIVE,
            &UNIDENTIFIED,
            &ASKS,
            &ANSWERS,
            &forms::OF_MEN,
            &forms::OF_WOMEN,
            &forms::HONORIFICS,
            &forms::OFFICES,
            &forms::ARTICLES,
            &forms::LEADS,
            &titles::OFFICES,
            &titles::ADDRESSES,
        ];
        for word in lists.iter().copied().flatten() {
            assert_eq!(names::fold(word), *word);
        }
    }
}
