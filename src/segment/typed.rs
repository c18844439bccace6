//! Paragraphs that stand among speech and are none: headings, votes, times, what the record reports, lines between parts.
//!
//! Takes the paragraphs that one label governs, gives for each what it is. Whether it stays in the turn is for `turns` to say.

mod headings;
mod programs;
mod votes;
mod words;

use super::shape::is_address;
use super::standing::{Standing, closing, is_clock_time, standing};
use super::times::leading_time;
use crate::clean::ends_sentence;
use crate::document::{GapReason, MarkKind, NoteKind};
use crate::fold::is_small;
use aho_corasick::AhoCorasick;
use headings::{is_number_heading, is_part_of_play, is_subject, is_title, is_underlined};
use programs::{is_action, is_credit, is_log, is_of_chat, is_of_recorder};
use std::sync::LazyLock;
use votes::{is_outcome, is_vote};

pub(super) use votes::is_oath;
use words::{
    CHAIRS, DECISIONS, LISTS, PROCEEDINGS, PROCEEDINGS_AT, PROCEEDINGS_ELSEWHERE, SOUNDS, SPOKEN,
    VERDICTS,
};

/// What a paragraph is that is no speech.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Typed {
    /// An action or sound.
    Stage,
    /// Words left out.
    Gap(GapReason),
    /// What the record reports, a time, a vote, a footnote.
    Note(NoteKind),
    /// A heading, if nothing but such paragraphs stands between it and the next label.
    Heading,
    /// A line of signs.
    Ornament,
}

impl Typed {
    /// The mark over it where it stays in a turn; a heading there may be a sentence in capitals.
    pub(super) fn mark(self) -> Option<MarkKind> {
        match self {
            Typed::Stage => Some(MarkKind::Stage),
            Typed::Gap(reason) => Some(MarkKind::Gap(reason)),
            Typed::Note(kind) => Some(MarkKind::Note(kind)),
            Typed::Heading | Typed::Ornament => None,
        }
    }

    /// Whether it is nobody's and leaves the turn it ends. Sounds and gaps belong to the speech they follow.
    fn leaves_a_turn(self) -> bool {
        match self {
            Typed::Note(_) | Typed::Heading | Typed::Ornament => true,
            Typed::Stage | Typed::Gap(_) => false,
        }
    }

    /// Whether it may stand in the middle of a sentence.
    pub(super) fn interrupts(self) -> bool {
        match self {
            Typed::Note(NoteKind::Time | NoteKind::Footnote) | Typed::Stage => true,
            Typed::Note(_) | Typed::Gap(_) | Typed::Heading | Typed::Ornament => false,
        }
    }
}

/// A paragraph as it is looked at.
pub(super) struct Candidate<'a> {
    /// Its words.
    pub(super) words: &'a str,
    /// Whether a blank line stands before it.
    pub(super) is_apart: bool,
}

/// The longest paragraph that is looked at, in bytes; lists of names may be longer.
pub(super) const LONGEST: usize = 1200;

/// The most lines of names before the words that tell how they voted.
const MOST_LINES: usize = 64;

/// What each paragraph is, seen with those around it; the first after a label is always speech.
pub(super) fn types(candidates: &[Candidate<'_>]) -> Vec<Option<Typed>> {
    let mut types: Vec<Option<Typed>> = Vec::with_capacity(candidates.len());
    for (index, candidate) in candidates.iter().enumerate() {
        let before = types.last().copied().flatten();
        let next = candidates.get(index + 1).map(|next| next.words);
        types.push(of(candidate, before, next));
    }
    types
}

/// How many paragraphs at the end leave the turn: a run of those that are nobody's, sounds among them. `chairs`: whether the turn's
/// speaker presides, so that the vote called is part of what is said.
pub(super) fn n_leaving(types: &[Option<Typed>], chairs: bool) -> usize {
    let mut start = types.len();
    for (index, what) in types.iter().enumerate().rev() {
        match what {
            Some(what) if what.leaves_a_turn() => start = index,
            Some(_) => {}
            None => break,
        }
    }
    let is_vote = |typed: &Option<Typed>| {
        matches!(
            typed,
            Some(Typed::Note(NoteKind::Vote | NoteKind::Proceedings) | Typed::Stage)
        )
    };
    let has_vote = |run: &[Option<Typed>]| run.contains(&Some(Typed::Note(NoteKind::Vote)));
    let run = types[start..]
        .iter()
        .position(|typed| !is_vote(typed))
        .unwrap_or(types.len() - start);
    if chairs && has_vote(&types[start..start + run]) {
        start += run;
    }
    types.len() - start
}

/// Whether a label's name says that its bearer presides.
pub(super) fn presides(name: &str) -> bool {
    static FINDER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(CHAIRS).ok());
    let folded = name.to_lowercase();
    FINDER
        .as_ref()
        .is_some_and(|finder| finder.is_match(&folded))
}

/// Whether a label with what follows it heads the list of a vote: `Noes:`, or a constituency before names that “voted against”.
pub(super) fn heads_a_vote(name: &str, after: &str) -> bool {
    if LISTS.contains(&name.trim().to_lowercase().as_str()) || is_outcome(name) {
        return true;
    }
    let near = &after[..after.floor_char_boundary(LONGEST.min(after.len()))];
    let mut lines = near.lines();
    if !lines.next().is_none_or(|rest| rest.trim().is_empty()) {
        return false;
    }
    let lines: Vec<&str> = lines
        .map(str::trim)
        .skip_while(|line| line.is_empty())
        .take_while(|line| !line.is_empty())
        .take(MOST_LINES + 1)
        .collect();
    if lines.len() > MOST_LINES {
        return false;
    }
    // Asked of every label that stands alone: the last letter settles most.
    let last = lines
        .iter()
        .rev()
        .find_map(|line| line.trim_end_matches(ENDS).chars().next_back());
    let may_be = last.is_some_and(|last| VERDICTS.iter().any(|verdict| verdict.ends_with(last)));
    may_be && is_verdict(&lines.concat())
}

/// Whether a line is known for what it is by itself, whatever the layout says: a bracket, a time, a numbered item.
pub(super) fn stands_alone(line: &str, before: &str) -> bool {
    if line.len() > 240 {
        return false;
    }
    match line.chars().next() {
        // `12:05:28 * nick waves` comes after any line.
        Some('0'..='9') => is_action(line) || is_of_chat(line) || is_time_line(line),
        Some('(' | '[') if is_time_line(line) || is_of_chat(line) || is_action(line) => true,
        Some('-') => is_log(line),
        Some('A' | 'P' | 'R' | 'S') if is_decision(line) => true,
        Some('K') => is_time_line(line),
        Some('N' | 'I' | 'Q' | 'T' | 'P') => is_number_heading(line) && ends_sentence(before),
        Some('B'..='F' | 'R') => is_examination(line) && ends_sentence(before),
        Some('*') | None => false,
        Some(first) => {
            closing(first).is_some()
                && (ends_sentence(before) || is_capitals(before))
                && bracketed(line, first, None).is_some()
        }
    }
}

/// A line that is a time and nothing else: it parts lines even in the middle of a sentence. `Kl. 10:00`
pub(super) fn is_time_line(line: &str) -> bool {
    let line = ["Kl. ", "kl. "]
        .iter()
        .find_map(|hour| line.strip_prefix(hour))
        .unwrap_or(line);
    line.len() <= 14
        && line.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '(' | '['))
        && is_time_mark(line)
}

/// `(1015)`, `[14:05]`
fn is_time_mark(words: &str) -> bool {
    let inside = words.trim_matches(['(', ')', '[', ']']);
    if inside.len() == 4 && inside.bytes().all(|b| b.is_ascii_digit()) && words.starts_with('(') {
        let (hour, minute) = inside.split_at(2);
        let fits = |part: &str, most: u8| part.parse::<u8>().is_ok_and(|n| n <= most);
        return fits(hour, 23) && fits(minute, 59);
    }
    is_clock_time(inside)
}

fn of(candidate: &Candidate<'_>, before: Option<Typed>, next: Option<&str>) -> Option<Typed> {
    let words = candidate.words.trim();
    let first = words.chars().next()?;
    if words.chars().all(is_stroke) {
        return is_ornament(words).then_some(Typed::Ornament);
    }
    if let Some(typed) = bracketed(words, first, before) {
        return Some(typed);
    }
    if is_clock_time(words) || words.starts_with("Kl. ") && is_time_line(words) {
        return Some(Typed::Note(NoteKind::Time));
    }
    if is_action(words) || is_of_chat(words) || is_log(words) {
        return Some(Typed::Note(NoteKind::Stage));
    }
    if is_proceedings(words) || is_of_recorder(words) {
        return Some(Typed::Note(NoteKind::Proceedings));
    }
    if is_sound(words) {
        return Some(Typed::Stage);
    }
    if is_credit(words) {
        return Some(Typed::Note(NoteKind::Source));
    }
    let after_vote = before == Some(Typed::Note(NoteKind::Vote));
    let heads = words.ends_with([':', '：'])
        && words.split_whitespace().count() <= 6
        && next.is_some_and(is_verdict);
    if heads || is_vote(words) || is_verdict(words) || after_vote && is_names(words) {
        return Some(Typed::Note(NoteKind::Vote));
    }
    let is_subheading = before == Some(Typed::Heading) && candidate.is_apart && is_title(words);
    let next_is_heading = || {
        next.is_some_and(|next| is_number_heading(next) || is_capitals(next))
            && candidate.is_apart
            && is_title(words)
    };
    let is_heading = candidate.is_apart && (is_capitals(words) || is_underlined(words))
        || is_number_heading(words)
        || candidate.is_apart && is_part_of_play(words)
        || candidate.is_apart && is_subject(words, next)
        || is_examination(words)
        || is_title_of_examination(words)
        || is_subheading
        || next_is_heading();
    is_heading.then_some(Typed::Heading)
}

/// A paragraph that is one bracketed stretch from end to end.
fn bracketed(words: &str, first: char, before: Option<Typed>) -> Option<Typed> {
    let close = closing(first).or((first == '*').then_some('*'))?;
    let bare = words.trim_end_matches(['.', '。', ' ']);
    let inside = bare
        .strip_prefix(first)?
        .strip_suffix(close)?
        .trim_matches([first, close])
        .trim();
    if inside.contains('\n') || !is_whole(bare, first, close) {
        return None;
    }
    match standing(words) {
        Standing::Gap(GapReason::PagesOmitted) | Standing::Source => return None,
        Standing::Gap(reason) if first != '*' => return Some(Typed::Gap(reason)),
        Standing::Stage => return Some(Typed::Stage),
        Standing::Time => return Some(Typed::Note(NoteKind::Time)),
        Standing::Recording => return Some(Typed::Note(NoteKind::Proceedings)),
        Standing::Remark if first != '*' => return Some(Typed::Note(NoteKind::Other)),
        Standing::Gap(_) | Standing::Remark | Standing::Other => {}
    }
    if first == '*' || first == '<' {
        return None;
    }
    if is_time_mark(words) {
        return Some(Typed::Note(NoteKind::Time));
    }
    if is_proceedings(inside) || is_proceedings(words) {
        return Some(Typed::Note(NoteKind::Proceedings));
    }
    if is_vote(words) || is_vote(inside) {
        return Some(Typed::Note(NoteKind::Vote));
    }
    if before == Some(Typed::Heading) {
        return Some(Typed::Heading);
    }
    let n_letters = inside.chars().filter(|c| c.is_alphabetic()).count();
    let n_words = inside.split_whitespace().count();
    let is_spoken = inside
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '!' | '?'))
        .any(|word| SPOKEN.contains(&word.to_lowercase().as_str()))
        || inside.contains('我')
        || inside.ends_with('?');
    if n_letters < 4 || n_words > 30 || inside.len() > 400 || is_spoken {
        return None;
    }
    Some(match first {
        '[' | '{' | '［' | '【' => Typed::Note(NoteKind::Other),
        _ => Typed::Stage,
    })
}

/// Whether the bracket that opens the words is closed only at their end.
fn is_whole(words: &str, open: char, close: char) -> bool {
    if open == close {
        return words.matches(open).count() == 2;
    }
    let mut depth = 0usize;
    for (at, c) in words.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at + c.len_utf8() == words.len();
            }
        }
    }
    false
}

/// Whether a line consists of strokes and parts one thing from the next: `-----`.
pub(super) fn is_ornament(words: &str) -> bool {
    words.chars().all(is_stroke) && words.chars().filter(|c| *c != ' ').count() >= 5
}

fn is_stroke(c: char) -> bool {
    matches!(c, '-' | '_' | '=' | '~' | '–' | '—' | ' ')
}

/// Whether words begin as the record's own reports do, and say nothing for themselves.
pub(super) fn is_proceedings(words: &str) -> bool {
    static FIRST: FirstBytes = FirstBytes::of(&PROCEEDINGS).and(&PROCEEDINGS_ELSEWHERE);
    let is_hour = |(before, after): &(&str, &str)| {
        words.strip_prefix(before).is_some_and(|rest| {
            let hour = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            hour.len() < rest.len() && hour.starts_with(after)
        })
    };
    if PROCEEDINGS_AT.iter().any(is_hour)
        || is_end_with_time(words)
        || is_decision(words)
        || is_oath(words)
    {
        return true;
    }
    if !FIRST.begin(words, &PROCEEDINGS) && !FIRST.begin(words, &PROCEEDINGS_ELSEWHERE) {
        return false;
    }
    let mut spoken = words.split_whitespace().map(str::to_lowercase);
    words.len() <= LONGEST && !spoken.any(|word| SPOKEN.contains(&word.as_str()))
}

/// `RESOLUTION: Merge the request`
fn is_decision(line: &str) -> bool {
    static FIRST: FirstBytes = FirstBytes::of(&DECISIONS);
    FIRST.begin(line, &DECISIONS)
}

/// `END   1:12 P.M. EST`
fn is_end_with_time(words: &str) -> bool {
    let Some(rest) = words.strip_prefix("END ").map(str::trim_start) else {
        return false;
    };
    let time = leading_time(rest);
    time > 0 && rest[time..].split_whitespace().count() <= 1
}

/// `Aplausos do PS.`, `Opposition members interjecting—`: a sound or action printed without brackets.
fn is_sound(words: &str) -> bool {
    let interjects = words.trim_end_matches(['—', '–', '-', '.', ' ']);
    if interjects.ends_with(" interjecting") && words.split_whitespace().count() <= 6 {
        return true;
    }
    words.ends_with('.')
        && SOUNDS.iter().any(|opening| words.starts_with(opening))
        && words.split_whitespace().count() <= 12
}

/// `CROSS-EXAMINATION`
fn is_title_of_examination(words: &str) -> bool {
    words.ends_with("EXAMINATION")
        && words.split_whitespace().count() <= 3
        && !words.contains(is_small)
}

/// `BY MR. SMITH:`, `DIRECT EXAMINATION BY MR. SMITH:`: who asks the questions that follow.
fn is_examination(words: &str) -> bool {
    let bare = words.strip_suffix(':').unwrap_or("");
    let line = bare.split_once("EXAMINATION ").map_or(bare, |(_, by)| by);
    let by = ["BY ", "By "].iter().find_map(|by| line.strip_prefix(by));
    let examined = || line.split_once("xamined by ").map(|(_, by)| by);
    let mut name = by.or_else(examined).unwrap_or("").split_whitespace();
    let title = name.next().unwrap_or("");
    (is_address(title.trim_end_matches('.')) || title == "THE") && (1..=4).contains(&name.count())
}

/// The bytes with which openings begin: most paragraphs are told from all of them by their first.
struct FirstBytes([bool; 256]);

impl FirstBytes {
    const fn of(openings: &[&str]) -> FirstBytes {
        FirstBytes([false; 256]).and(openings)
    }

    const fn and(mut self, openings: &[&str]) -> FirstBytes {
        let mut at = 0;
        while at < openings.len() {
            self.0[openings[at].as_bytes()[0] as usize] = true;
            at += 1;
        }
        self
    }

    /// Whether one of the openings begins the words.
    fn begin(&self, words: &str, openings: &[&str]) -> bool {
        let first = words.as_bytes().first();
        self.fit(words)
            && openings
                .iter()
                .any(|opening| opening.as_bytes().first() == first && words.starts_with(opening))
    }

    /// Whether one of the openings may begin the words.
    fn fit(&self, words: &str) -> bool {
        words
            .bytes()
            .next()
            .is_some_and(|first| self.0[usize::from(first)])
    }
}

/// What may stand after the words that tell how somebody voted.
const ENDS: [char; 3] = ['.', '。', ' '];

/// A list of names that says at its end how they voted.
fn is_verdict(words: &str) -> bool {
    let bare = words.trim_end_matches(ENDS);
    let Some(names) = VERDICTS.iter().find_map(|word| bare.strip_suffix(word)) else {
        return false;
    };
    let is_cjk = names
        .chars()
        .any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    if is_cjk {
        // `張宇人議員、易志明議員及鍾國斌議員贊成。`
        return names.contains("議員") && !names.contains(['。', '，', '我', '「'])
            || names.contains("议员") && !names.contains(['。', '，', '我', '“']);
    }
    is_names(names)
}

/// Nothing but names: capitals at the beginning of every word but the smallest.
fn is_names(words: &str) -> bool {
    const SMALL: [&str; 14] = [
        "and", "et", "und", "y", "e", "of", "de", "van", "von", "der", "la", "the", "le", "du",
    ];
    let bare = words.trim_end_matches('.');
    !bare.trim().is_empty()
        && !bare.contains(['?', '!', '“', '"'])
        && bare
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '[' | ']'))
            .filter(|word| !word.is_empty())
            .all(|word| !word.starts_with(is_small) || SMALL.contains(&word))
}

/// Capitals throughout, without the end of a sentence.
fn is_capitals(words: &str) -> bool {
    let mut n_capitals = 0;
    let mut n_small = 0;
    for c in words.chars() {
        if c.is_ascii_lowercase() || matches!(c, '"' | '“' | '”') {
            return false;
        }
        // Old programs left letters with accents small.
        n_small += usize::from(is_small(c));
        n_capitals += usize::from(c.is_uppercase());
    }
    if n_small * 10 > n_capitals {
        return false;
    }
    let ends = words.ends_with(['!', '?', '…', ',', ';', '-', '—', '–']);
    let is_sentence = words.ends_with('.') && !words.contains(" v. ");
    n_capitals >= 5 && words.len() <= 400 && !ends && !is_sentence
}

#[cfg(test)]
mod tests;
