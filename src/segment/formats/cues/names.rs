//! Names printed before the words of cues: `Anna:`, `>> ANNA:`, `[SPEAKER_00]:`. A look-alike (`One more thing:`) is not a name.

use super::{Cue, Voice, is_unspaced, key, tail};
use crate::clean::ends_sentence;
use crate::document::{DropReason, Dropped, Label};
use crate::fold::is_small;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Words that are common and yet stand for a speaker, folded.
const ROLES: [&str; 52] = [
    "host",
    "cohost",
    "guest",
    "interviewer",
    "interviewee",
    "narrator",
    "speaker",
    "man",
    "woman",
    "boy",
    "girl",
    "audience",
    "moderator",
    "reporter",
    "q",
    "a",
    "question",
    "answer",
    "both",
    "all",
    "voice",
    "announcer",
    "caller",
    "student",
    "teacher",
    "officer",
    "judge",
    "male",
    "female",
    "unknown",
    "interpreter",
    "translator",
    "operator",
    "narrateur",
    "homme",
    "femme",
    "sprecher",
    "sprecherin",
    "moderatorin",
    "frau",
    "mann",
    "entrevistador",
    "entrevistadora",
    "locutor",
    "ведущий",
    "ведущая",
    "голос",
    "主持人",
    "記者",
    "记者",
    "男",
    "女",
];

/// Words before a colon that are nobody, folded.
const NOBODY: [&str; 40] = [
    "note",
    "notes",
    "warning",
    "example",
    "examples",
    "remember",
    "look",
    "listen",
    "tip",
    "fact",
    "source",
    "sources",
    "subtitles",
    "captions",
    "translation",
    "transcript",
    "transcription",
    "sync",
    "episode",
    "chapter",
    "part",
    "step",
    "rule",
    "result",
    "conclusion",
    "first",
    "second",
    "third",
    "finally",
    "also",
    "plus",
    "update",
    "bonus",
    "spoiler",
    "music",
    "sound",
    "http",
    "https",
    "ps",
    "nb",
];

/// Words that may stand in a name in small letters.
const PARTICLES: [&str; 20] = [
    "de", "du", "des", "la", "le", "van", "von", "der", "den", "di", "da", "dos", "al", "el", "of",
    "and", "y", "e", "bin", "the",
];

/// Characters and words a name may have at most.
const LONGEST: usize = 72;
const MOST_WORDS: usize = 6;

/// A name at the beginning of a cue.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Candidate {
    /// The cue.
    index: usize,
    /// Bytes before the name: an opening bracket.
    lead: usize,
    /// Bytes of the name.
    name_len: usize,
    /// Bytes of the name with its colon, if the two stand together.
    label_len: usize,
    /// Bytes of all before the words.
    len: usize,
    /// What its form says of its being a name.
    form: Form,
    /// Whether it stands where a sentence begins.
    after_sentence: bool,
    /// Whether it stands at the beginning of its cue.
    opens: bool,
}

/// What a candidate's form says, from little to much.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Form {
    /// One word with a capital.
    Plain,
    /// Several.
    Full,
    /// Capitals throughout, a number, brackets: hardly a sentence's beginning.
    Apart,
}

/// Finds the names before cues that the evidence supports and makes voices of them.
pub(super) fn find(text: &str, cues: &mut [Cue], dropped: &mut Vec<Dropped>) {
    let mut by_name: BTreeMap<String, Vec<Candidate>> = BTreeMap::new();
    let mut after_sentence = true;
    let mut small: HashSet<&str> = HashSet::new();
    let (mut n_small, mut n_capital) = (0usize, 0usize);
    for cue in cues.iter() {
        let letters = cue.text.text().chars().filter(|c| c.is_alphabetic());
        for c in letters {
            n_small += usize::from(is_small(c));
            n_capital += usize::from(c.is_uppercase());
        }
        let words = cue.text.text().split(|c: char| !c.is_alphanumeric());
        small.extend(words.filter(|word| word.starts_with(is_small)));
    }
    // Where all is in capitals, capitals say nothing.
    let capitals_tell = n_small > n_capital;
    for (index, cue) in cues.iter().enumerate() {
        let words = cue.text.text();
        let opens = match cue.voice {
            Voice::Unnamed | Voice::Changed(_) => true,
            Voice::Same => false,
            Voice::Named(_) | Voice::Stage(_) | Voice::Nobody => continue,
        };
        if let Some(found) = candidate(words, capitals_tell) {
            let name = key(&words[found.lead..found.lead + found.name_len]);
            by_name.entry(name).or_default().push(Candidate {
                index,
                after_sentence,
                opens,
                ..found
            });
        }
        if !words.is_empty() {
            after_sentence = ends_sentence(tail(words));
        }
    }
    let supported = supported(&by_name, &small);
    let found: Vec<Candidate> = by_name
        .into_iter()
        .filter(|(name, _)| supported.contains(name))
        .flat_map(|(_, all)| all)
        .filter(|found| found.opens || found.after_sentence)
        .collect();
    drop(small);
    for found in found {
        name(text, &mut cues[found.index], &found, dropped);
    }
}

/// Gives a cue its voice.
fn name(text: &str, cue: &mut Cue, found: &Candidate, dropped: &mut Vec<Dropped>) {
    let words = std::mem::take(&mut cue.text);
    let label = Label {
        text: words.slice(found.lead..found.lead + found.label_len),
        name_len: found.name_len,
    };
    let rest = &words.text()[found.len..];
    let start = found.len + rest.len() - rest.trim_start().len();
    cue.text = words.slice(start..words.text().len());
    cue.emphasis = cue
        .emphasis
        .iter()
        .filter(|range| range.end > start)
        .map(|range| range.start.saturating_sub(start)..range.end - start)
        .collect();
    if let Voice::Changed(mark) = &cue.voice {
        let span = mark.span();
        if !text[span.range()].trim().is_empty() {
            dropped.push(Dropped {
                span,
                reason: DropReason::Markup,
            });
        }
    }
    cue.voice = Voice::Named(label);
}

/// The names that the evidence supports: those that come back, and those of good form beside them.
fn supported(
    by_name: &BTreeMap<String, Vec<Candidate>>,
    small: &HashSet<&str>,
) -> BTreeSet<String> {
    let is_role = |name: &str| {
        let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
        ROLES.contains(&stem)
    };
    let is_common = |name: &str| !is_role(name) && small.contains(name);
    let is_possible = |name: &String| !NOBODY.contains(&name.as_str());
    let mut out: BTreeSet<String> = by_name
        .iter()
        .filter(|(name, all)| {
            let enough = if is_common(name) { 4 } else { 2 };
            is_possible(name) && all.len() >= enough
        })
        .map(|(name, _)| name.clone())
        .collect();
    let is_well_placed = |all: &[Candidate]| {
        all.iter()
            .any(|found| found.opens && (found.after_sentence || found.form == Form::Apart))
    };
    let possible = || {
        by_name
            .iter()
            .filter(|(name, all)| is_possible(name) && !is_common(name) && is_well_placed(all))
    };
    let n_good = possible()
        .filter(|(name, all)| all[0].form > Form::Plain || is_role(name))
        .count();
    // Before the very first words a name is to be expected: a talk by one person is named once.
    let begins_with_one = possible().any(|(_, all)| all[0].index == 0);
    if !out.is_empty() || n_good > 1 || begins_with_one {
        out.extend(possible().map(|(name, _)| name.clone()).collect::<Vec<_>>());
    }
    out
}

/// A name at the beginning of words, by its form.
fn candidate(words: &str, capitals_tell: bool) -> Option<Candidate> {
    let mut found = Candidate {
        index: 0,
        lead: 0,
        name_len: 0,
        label_len: 0,
        len: 0,
        form: Form::Apart,
        after_sentence: false,
        opens: false,
    };
    if words.starts_with(['[', '(']) {
        let close = before(words, &[']', ')'])?;
        let inside = &words[1..close];
        let name = inside.trim_end_matches([':', '：']);
        form(name, capitals_tell)?;
        let after = &words[close + 1..];
        let colon = after.chars().next().filter(|c| matches!(c, ':' | '：'));
        let is_numbered =
            name.ends_with(|c: char| c.is_ascii_digit()) && key(name).starts_with("speaker");
        if colon.is_none() && name.len() == inside.len() && !is_numbered {
            return None;
        }
        found.lead = 1;
        found.name_len = name.len();
        found.label_len = inside.len();
        found.len = close + 1 + colon.map_or(0, char::len_utf8);
        return Some(found);
    }
    let end = before(words, &[':', '：'])?;
    let name = words[..end].trim_end();
    let mark = words[end..].chars().next()?;
    let after = words[end + mark.len_utf8()..].chars().next();
    let is_apart = mark == '：'
        || after.is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '“' | '«' | '„' | '['));
    if !is_apart {
        return None;
    }
    found.form = form(name, capitals_tell)?;
    found.name_len = name.len();
    found.label_len = end + mark.len_utf8();
    found.len = found.label_len;
    Some(found)
}

/// Where the first of `signs` stands, if that is near enough.
fn before(words: &str, signs: &[char]) -> Option<usize> {
    words
        .char_indices()
        .take(LONGEST)
        .find(|(_, c)| signs.contains(c))
        .map(|(at, _)| at)
}

/// Whether words may be a name, and if so, what their form says.
fn form(name: &str, capitals_tell: bool) -> Option<Form> {
    let (mut n_words, mut n_names) = (0usize, 0usize);
    let mut in_brackets = false;
    for word in name.split_whitespace() {
        if in_brackets || word.starts_with(['(', '[']) {
            if n_words == 0 {
                return None;
            }
            in_brackets = !word.ends_with([')', ']']);
            continue;
        }
        n_words += 1;
        let stem = word.trim_end_matches('.');
        let is_short = stem.chars().count() <= 4 || stem.contains('.');
        if word.len() > stem.len() && !is_short {
            return None;
        }
        let is_word = stem.chars().all(|c| {
            c.is_alphanumeric()
                || matches!(
                    c,
                    '.' | '-' | '_' | '\'' | '’' | '&' | '/' | '#' | '·' | '"'
                )
        });
        let first = stem.chars().next()?;
        if !is_word {
            return None;
        }
        if first.is_alphabetic() && !is_small(first) {
            n_names += 1;
        } else if n_words == 1 || !(first.is_ascii_digit() || PARTICLES.contains(&stem)) {
            return None;
        }
    }
    if n_names == 0 || n_words > MOST_WORDS || in_brackets {
        return None;
    }
    let n_unspaced = name.chars().filter(|c| is_unspaced(*c)).count();
    if n_unspaced > 10 || name.ends_with(['说', '說', '道', '曰', '是', '言']) {
        return None;
    }
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    let in_capitals = capitals_tell && letters().count() > 1 && letters().all(char::is_uppercase);
    let is_numbered = name.ends_with(|c: char| c.is_ascii_digit());
    Some(if in_capitals || is_numbered {
        Form::Apart
    } else if n_names > 1 {
        Form::Full
    } else {
        Form::Plain
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::SpannedText;
    use crate::source::Span;

    fn names(lines: &[&str]) -> Vec<Option<String>> {
        let text = lines.join("\n");
        let mut at = 0;
        let mut cues: Vec<Cue> = lines
            .iter()
            .map(|line| {
                let span = Span::new(at, at + line.len());
                at += line.len() + 1;
                Cue {
                    voice: Voice::Unnamed,
                    text: SpannedText::copied(&text, span),
                    emphasis: Vec::new(),
                    time: None,
                    begins_paragraph: false,
                }
            })
            .collect();
        find(&text, &mut cues, &mut Vec::new());
        cues.iter()
            .map(|cue| match &cue.voice {
                Voice::Named(label) => Some(label.name().to_owned()),
                _ => None,
            })
            .collect()
    }

    fn some(names: &[&str]) -> Vec<Option<String>> {
        names
            .iter()
            .map(|name| (!name.is_empty()).then(|| (*name).to_owned()))
            .collect()
    }

    #[test]
    fn names_that_come_back_are_speakers() {
        assert_eq!(
            names(&["Anna: one", "two", "Ben: three", "Anna: four", "Ben: five"]),
            some(&["Anna", "", "Ben", "Anna", "Ben"])
        );
        assert_eq!(
            names(&["[SPEAKER_00]: one", "[SPEAKER_01] two"]),
            some(&["SPEAKER_00", "SPEAKER_01"])
        );
        assert_eq!(
            names(&["主持人：你好。", "王女士：谢谢"]),
            some(&["主持人", "王女士"])
        );
    }

    #[test]
    fn a_look_alike_is_none() {
        assert_eq!(
            names(&["hello.", "Remember: be kind.", "Yes."]),
            some(&["", "", ""])
        );
        assert_eq!(
            names(&[
                "It is true. One thing.",
                "One more thing: stay.",
                "At 12:30 we left."
            ]),
            some(&["", "", ""])
        );
        assert_eq!(
            names(&["[Applause]", "[Music]: loud", "(laughs) yes"])
                .iter()
                .flatten()
                .count(),
            0
        );
    }

    #[test]
    fn a_talk_by_one_person_is_named_once() {
        assert_eq!(names(&["Anna: one", "two"]), some(&["Anna", ""]));
    }
}
