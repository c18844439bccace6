//! What all look-alikes of a convention say together: whether the text is a dialogue in which they are the labels.
//!
//! A form that occurs outside of transcripts too (a name on a line of its own, a name and a dash) is believed only where its labels
//! recur and alternate through most of the text. And in a text that is clearly a dialogue, a label that stands once is believed on
//! the strength of its place.

mod pair;
mod questions;

use super::candidates::{Candidate, Found};
use super::evidence::Weighed;
use super::explain::{Refused, Stands, Taken, Verdict};
use super::label::{Convention, Form, Proof, is_number, is_spoken_by};
use super::rows::Rows;
use super::shape::{is_role_word, is_voice_word};
use super::signs::{is_heading_word, may_speak};
use crate::authority::voices::{COLLECTIVE, UNIDENTIFIED, tells_of_voice};
use crate::clean::ends_sentence;
use crate::fold::is_small;
use pair::take_two;
use questions::asks;
use std::collections::{BTreeMap, BTreeSet};

/// Where labels that recur stand on most lines, every line may begin a turn, whatever the line before ends with: chats, talks
/// written down without full stops.
pub(super) fn lines_may_begin(by_label: &mut BTreeMap<String, Weighed>, rows: &Rows) {
    let recurs = |weighed: &&Weighed| {
        weighed.candidates.len() > 1 && weighed.candidates[0].stands != Stands::Anywhere
    };
    let n_recurring = by_label.values().filter(recurs).count();
    let n_places: usize = by_label
        .values()
        .filter(recurs)
        .map(|weighed| weighed.candidates.len())
        .sum();
    if n_recurring < 2 || n_places < 4 || n_places * 10 < rows.all.len() * 4 {
        return;
    }
    let places = by_label
        .values_mut()
        .flat_map(|weighed| &mut weighed.candidates);
    let follows = |candidate: &&mut Candidate| {
        matches!(candidate.stands, Stands::InSentence | Stands::AfterSentence)
    };
    for candidate in places.filter(follows) {
        candidate.stands = Stands::Line;
    }
}

/// Refuses the labels of a convention that needs proof where there is none, and takes labels that stand once in a dialogue.
pub(super) fn settle(
    convention: &Convention,
    by_label: &mut BTreeMap<String, Weighed>,
    text: &str,
    rows: &Rows,
) {
    refuse_fields(by_label, text, rows);
    if !is_believable(convention, by_label, text, rows) {
        for weighed in by_label
            .values_mut()
            .filter(|weighed| weighed.verdict.is_taken())
        {
            weighed.verdict = match weighed.verdict {
                Verdict::Taken(Taken::ByRecord) => continue,
                Verdict::Taken(_) | Verdict::Refused(_) => Verdict::Refused(Refused::NoDialogue),
            };
        }
        return;
    }
    if !convention.quoted && !convention.ends_with_period() {
        take_single(convention, by_label, text, rows);
    }
    if convention.ends_with_colon() && !convention.quoted {
        take_two(by_label, text, rows);
        take_loose(by_label, rows);
    }
}

/// `Chủ tịch Quốc hội Nguyễn Thị Kim Ngân:`, `Ville Tavio ps:`: names with words in small letters, where every paragraph to the end
/// begins with what looks like a label and some of these come again.
fn take_loose(by_label: &mut BTreeMap<String, Weighed>, rows: &Rows) {
    let apart = apart(by_label);
    if !all_begin(by_label, rows) {
        return;
    }
    for (label, weighed) in by_label.iter_mut() {
        let is_loose = matches!(weighed.verdict, Verdict::Refused(Refused::SmallLetters));
        // The name stands together: `Result of the Vote:` is none, nor is `Roll call vote:`.
        let names = |one: &Candidate| {
            let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
            let words: Vec<&str> = one.at.name().split_whitespace().collect();
            let at_end = words.iter().rev().take_while(|word| is_capital(word));
            let at_beginning = words.iter().take_while(|word| is_capital(word));
            // `NAGY ANNA közlekedési miniszter`
            let is_loud = |word: &&&str| word.chars().all(|c| c.is_uppercase() || c == '-');
            let n_loud = words.iter().take_while(is_loud).count();
            let has_name = at_end.count() > 1
                || at_beginning.count() + 1 == words.len()
                || n_loud > 1 && words[..n_loud].concat().len() > 5;
            has_name && !words.first().is_some_and(|word| is_heading_word(word))
        };
        if is_loose
            && (weighed.well().any(names) || is_voice(label))
            && weighed.well().any(|one| apart.contains(&one.at.row))
        {
            weighed.verdict = Verdict::Taken(Taken::InDialogue);
        }
    }
}

/// `Subject:` is a field of letters, but where it and another label take turns, and no field stands right above it.
fn refuse_fields(by_label: &mut BTreeMap<String, Weighed>, text: &str, rows: &Rows) {
    let taken = || by_label.values().filter(|one| one.verdict.is_taken());
    let n_taken = taken().count();
    let n_turns: usize = taken().map(|one| one.well().count()).sum();
    let is_below_field = |candidate: &Candidate| {
        let above = candidate.at.row.checked_sub(1).map(|at| &rows.all[at]);
        above.is_some_and(|row| {
            let words = &text[row.span.range()];
            let is_field = |(name, _): (&str, &str)| is_heading_word(name);
            rows.all[candidate.at.row].blanks_before == 0
                && words.split_once(':').is_some_and(is_field)
        })
    };
    for (_, weighed) in by_label.iter_mut().filter(|(label, _)| may_speak(label)) {
        let speaks = n_taken > 1
            && weighed.well().count() > 1
            && weighed.well().count() * 10 >= n_turns * 4
            && !weighed.candidates.iter().any(is_below_field);
        if weighed.verdict.is_taken()
            && weighed.verdict != Verdict::Taken(Taken::ByRecord)
            && !speaks
        {
            weighed.verdict = Verdict::Refused(Refused::Single);
        }
    }
}

/// Labels that stand once where most paragraphs begin with one.
fn take_single(
    convention: &Convention,
    by_label: &mut BTreeMap<String, Weighed>,
    text: &str,
    rows: &Rows,
) {
    let taken = taken_rows(by_label);
    let (Some(first), Some(last)) = (taken.first().copied(), taken.last().copied()) else {
        return;
    };
    let n_paragraphs = paragraphs(rows, first, last + 1);
    // `Name:` with what is said below it.
    let is_alone = |candidate: &Candidate| rows.all[candidate.at.row].span.end <= candidate.at.end;
    let n_alone = places_taken(by_label).filter(|one| is_alone(one)).count();
    let are_alone = n_alone * 10 >= taken.len() * 8;
    // A label on a line of its own is a paragraph beside what is said.
    let half = |alone: bool| {
        if alone {
            n_paragraphs / 2
        } else {
            n_paragraphs
        }
    };
    let among = |n: usize| n.max(taken.len());
    let n_needed = if convention.stands_beside_time() {
        2
    } else {
        3
    };
    let is_often = taken.len() * 2 >= among(half(convention.stands_alone() || are_alone));
    if taken.len() < n_needed || !is_often {
        return;
    }
    // Where labels stand on half of the lines at most, only what says by itself that it is one stands among them.
    let are_rare = taken.len() * 2 < among(half(convention.stands_alone()));
    // In scripts without capitals any line before a colon looks like a name.
    let is_dense = taken.len() * 10 >= among(half(convention.stands_alone())) * 8;
    let numbered: BTreeSet<String> = by_label
        .iter()
        .filter(|(_, weighed)| weighed.verdict.is_taken())
        .filter_map(|(label, _)| stem_of_number(label).map(str::to_owned))
        .collect();
    let is_of_initials = |candidate: &Candidate| {
        let name = &candidate.at.text.text()[..candidate.at.name_len];
        (2..=4).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase())
    };
    // `LM:` once, among `NM:` and `JAR:`.
    let n_initials = by_label
        .values()
        .filter(|weighed| weighed.verdict.is_taken() && weighed.well().any(is_of_initials))
        .count();
    let has_codes = places_taken(by_label).any(|one| is_code(one.at.name()));
    // `B12: for the blood.` goes on in small letters.
    let goes_on = |one: &Candidate| {
        let said = text[one.at.end..].trim_start();
        said.starts_with(is_small)
    };
    let is_coded = |one: &Candidate| is_code(one.at.name()) && !goes_on(one);
    // `Tom:` once, where every paragraph is somebody's.
    let is_somebodys = all_begin(by_label, rows);
    for (label, weighed) in by_label.iter_mut() {
        let why = match weighed.verdict {
            // What was refused as a field is one.
            Verdict::Refused(_) if may_speak(label) => continue,
            Verdict::Refused(why) => why,
            Verdict::Taken(_) => continue,
        };
        let in_place = |candidate: &Candidate| {
            let apart = matches!(
                candidate.stands,
                Stands::Paragraph | Stands::Line | Stands::Enclosed
            );
            let is_marked = convention.proof == Proof::Recurrence || convention.is_of_nicks();
            (apart || is_marked && candidate.stands.may_begin()) && candidate.at.row > first
        };
        let is_numbered = stem_of_number(label).is_some_and(|stem| numbered.contains(stem));
        let form = weighed.form();
        let has_no_case = !label.contains(is_small);
        let says_much = form >= Form::Initials
            || label.contains('-')
            || convention.is_of_nicks()
            || n_initials > 1 && weighed.well().any(is_of_initials)
            || has_codes && weighed.well().any(is_coded)
            || is_somebodys && why == Refused::SinglePlain && !weighed.well().any(goes_on)
            || are_alone && weighed.well().any(is_alone) && is_voice(label)
            || is_dense
                && (has_no_case || is_role_word(label) || TOGETHER.contains(&label.as_str()));
        let stands_out = weighed.well().any(is_alone)
            && (form >= Form::Initials || is_role_word(label) || is_voice(label));
        let says_much = if are_rare { stands_out } else { says_much };
        let n_words = label.split('-').count();
        let fits = matches!(why, Refused::Single | Refused::SinglePlain)
            && form >= Form::Plain
            && (form == Form::Titled || n_words <= 5)
            && (says_much || is_numbered)
            && (is_numbered || weighed.candidates.iter().any(in_place));
        // `De voorzitter:` twice, where other labels stand alone too.
        let returns = why == Refused::SmallLetters
            && are_alone
            && n_words <= 4
            && weighed.well().count() > 1
            && weighed.well().all(is_alone);
        let is_heard = why == Refused::SmallLetters && are_alone && is_voice(label);
        // `Voix d’homme :`
        let says_voice = matches!(why, Refused::Single | Refused::SmallLetters)
            && (2..=4).contains(&n_words)
            && label.split('-').next().is_some_and(is_voice_word)
            && label.split('-').any(tells_of_voice)
            && weighed.candidates.iter().any(in_place);
        if fits || returns || says_voice || is_heard {
            weighed.verdict = Verdict::Taken(Taken::InDialogue);
        }
    }
}

/// The rows of what looks like a label at the beginning of a paragraph.
fn apart(by_label: &BTreeMap<String, Weighed>) -> BTreeSet<usize> {
    let all = by_label.values().flat_map(|weighed| &weighed.candidates);
    all.filter(|candidate| candidate.stands == Stands::Paragraph)
        .map(|candidate| candidate.at.row)
        .collect()
}

/// Whether every paragraph to the end begins with what looks like a label, and two of these come again.
fn all_begin(by_label: &BTreeMap<String, Weighed>, rows: &Rows) -> bool {
    let apart = apart(by_label);
    let Some(first) = apart.first().copied() else {
        return false;
    };
    let inside = rows.all[first + 1..].iter();
    let n_paragraphs = 1 + inside.filter(|row| row.blanks_before > 0).count();
    let comes_again = |weighed: &&Weighed| weighed.candidates.len() > 1;
    let n_again = by_label.values().filter(comes_again).count();
    let n_wanted = if apart.len() > 4 { 1 } else { 2 };
    apart.len() >= 4 && apart.len() >= n_paragraphs && n_again >= n_wanted
}

/// `participant-` of `participant-2`.
fn stem_of_number(label: &str) -> Option<&str> {
    let stem = label.trim_end_matches(|c: char| c.is_ascii_digit());
    (stem.len() < label.len() && !stem.is_empty()).then_some(stem)
}

/// Those who speak together, folded.
const TOGETHER: [&str; 8] = [
    "all", "both", "everyone", "alle", "tous", "todos", "tutti", "все",
];

/// Whether a label, folded, stands for nobody known: `קריאה`.
fn is_voice(label: &str) -> bool {
    let words = label.replace('-', " ");
    COLLECTIVE
        .iter()
        .chain(&UNIDENTIFIED)
        .any(|voice| *voice == words)
}

/// `F1`, `M2`, `F1/F2`: codes that a study gives to those who speak.
fn is_code(name: &str) -> bool {
    name.split('/').all(|code| {
        let digits = code.trim_start_matches(|c: char| c.is_ascii_uppercase());
        (1..=3).contains(&(code.len() - digits.len()))
            && (1..=3).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
    })
}

/// The places where labels stand that are taken.
fn places_taken(by_label: &BTreeMap<String, Weighed>) -> impl Iterator<Item = &Candidate> {
    let taken = by_label
        .values()
        .filter(|weighed| weighed.verdict.is_taken());
    taken.flat_map(Weighed::well)
}

fn taken_rows(by_label: &BTreeMap<String, Weighed>) -> Vec<usize> {
    let mut rows: Vec<usize> = places_taken(by_label)
        .map(|candidate| candidate.at.row)
        .collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// How many paragraphs begin between two rows; where nothing tells, every third line is counted.
fn paragraphs(rows: &Rows, first: usize, end: usize) -> usize {
    let rows_between = &rows.all[first..end.min(rows.all.len())];
    if rows.lines_are_paragraphs {
        return rows_between.len();
    }
    let n_apart = rows_between
        .iter()
        .filter(|row| row.blanks_before > 0)
        .count();
    n_apart.max(rows_between.len() / 3)
}

/// A label of the reading at its place.
struct Place<'a> {
    label: &'a str,
    candidate: &'a Candidate,
}

/// Whether the labels taken look like those of a dialogue, as far as their convention needs it.
fn is_believable(
    convention: &Convention,
    by_label: &BTreeMap<String, Weighed>,
    text: &str,
    rows: &Rows,
) -> bool {
    let mut places: Vec<Place<'_>> = Vec::new();
    let mut n_labels = 0;
    for (label, weighed) in by_label
        .iter()
        .filter(|(_, weighed)| weighed.verdict.is_taken())
    {
        n_labels += 1;
        places.extend(weighed.well().map(|candidate| Place { label, candidate }));
    }
    places.sort_by_key(|place| place.candidate.at.start);
    if places.is_empty() {
        return true;
    }
    match convention.proof {
        Proof::Labels => is_more_than_a_list(convention, &places, by_label, text, rows),
        Proof::Recurrence if convention.is_of_roles() => asks(&places, text),
        Proof::Recurrence => is_spoken(&places, text, rows),
        Proof::Dialogue => {
            let n_all: usize = by_label
                .values()
                .map(|weighed| weighed.well().count())
                .sum();
            let n_paragraphs = paragraphs(rows, places[0].candidate.at.row, rows.all.len());
            let changes = places
                .windows(2)
                .filter(|pair| pair[0].label != pair[1].label)
                .count();
            n_labels >= 2
                && places.len() >= 4
                && places.len() * 10 >= n_all * 6
                && places.len() * 10 >= n_paragraphs * 3
                && changes * 2 >= places.len() - 1
                && has_names(&places)
                && (convention.says_name_by_brackets() || is_spoken(&places, text, rows))
                && (!convention.stands_alone() || stand_between_sentences(&places, text, rows))
                && (!convention.is_in_small_letters()
                    || places.len() * 10 >= n_paragraphs * 7 && is_asked(&places, text, rows))
        }
    }
}

/// Whether small letters before colons are a talk and no settings: one of them says that it speaks, or something is asked.
fn is_asked(places: &[Place<'_>], text: &str, rows: &Rows) -> bool {
    let asks =
        |place: &Place<'_>| text[rows.all[place.candidate.at.row].span.range()].ends_with('?');
    places.iter().any(|place| is_spoken_by(place.label)) || places.iter().any(asks)
}

/// Plain words before colons head the lines of glossaries, tables and lists too: there most look-alikes stand once, or what follows
/// them is no sentence. A label with a title, initials or capitals throughout is believed by itself.
fn is_more_than_a_list(
    convention: &Convention,
    places: &[Place<'_>],
    by_label: &BTreeMap<String, Weighed>,
    text: &str,
    rows: &Rows,
) -> bool {
    // `Anf. 3 TALMANNEN:`
    let is_numbered = |found: &Found| {
        let before = &text[found.start..found.text.span().start.max(found.start)];
        is_number(before)
    };
    let is_name = |place: &Place<'_>| {
        let candidate = place.candidate;
        matches!(candidate.form, Form::Initials | Form::Titled)
            || candidate.is_set_apart
            || candidate.form == Form::Enclosed && is_numbered(&candidate.at)
    };
    if convention.quoted || !convention.ends_with_colon() || places.iter().any(is_name) {
        return true;
    }
    let labels: BTreeSet<&str> = places.iter().map(|place| place.label).collect();
    // Each entry explains another word; who speaks speaks again.
    let recur = labels.len() * 10 < places.len() * 7;
    if !recur && are_entries(places, text, rows) {
        return false;
    }
    let n_all: usize = by_label
        .values()
        .map(|weighed| weighed.well().count())
        .sum();
    labels.len() < places.len() && places.len() * 10 >= n_all * 4 && is_spoken(places, text, rows)
}

/// `Tenant: the person who pays the rent.`: entries go on in small letters to a full stop, and nothing is asked in them.
fn are_entries(places: &[Place<'_>], text: &str, rows: &Rows) -> bool {
    let entry = |place: &&Place<'_>| {
        let row = rows.all[place.candidate.at.row].span;
        let after = text[place.candidate.at.end.min(row.end)..row.end].trim_start();
        after.starts_with(is_small) && after.ends_with('.')
    };
    let asks =
        |place: &Place<'_>| text[rows.all[place.candidate.at.row].span.range()].ends_with('?');
    places.iter().filter(entry).count() * 10 >= places.len() * 8 && !places.iter().any(asks)
}

/// Whether most labels say by their form or by markup that they are names.
fn has_names(places: &[Place<'_>]) -> bool {
    let is_name =
        |place: &&Place<'_>| place.candidate.form > Form::Loose || place.candidate.is_set_apart;
    places.iter().filter(is_name).count() * 10 >= places.len() * 8
}

/// Whether what follows most labels is a sentence: some words, or a full stop.
fn is_spoken(places: &[Place<'_>], text: &str, rows: &Rows) -> bool {
    let speech = |place: &&Place<'_>| {
        let row = &rows.all[place.candidate.at.row];
        let after = &text[place.candidate.at.end.min(row.span.end)..row.span.end];
        let after = if after.contains(char::is_alphanumeric) {
            after
        } else {
            rows.all
                .get(place.candidate.at.row + 1)
                .map_or("", |next| &text[next.span.range()])
        };
        let n_words = after
            .split_whitespace()
            .filter(|word| word.chars().any(char::is_alphabetic))
            .take(3)
            .count();
        let is_unspaced = || {
            let mut signs = after
                .chars()
                .filter(|c| ('\u{2e80}'..'\u{ac00}').contains(c));
            signs.nth(3).is_some()
        };
        n_words >= 3 || is_unspaced() || n_words >= 1 && ends_sentence(after)
    };
    places.iter().filter(speech).count() * 2 >= places.len()
}

/// Whether labels on lines of their own stand between sentences: running heads cut them.
fn stand_between_sentences(places: &[Place<'_>], text: &str, rows: &Rows) -> bool {
    let between = |place: &&Place<'_>| {
        let before = place
            .candidate
            .at
            .row
            .checked_sub(1)
            .map(|row| &rows.all[row]);
        before.is_none_or(|row| {
            row.is_heading() || row.is_strong() || ends_sentence(&text[row.span.range()])
        })
    };
    places.iter().filter(between).count() * 10 >= places.len() * 7
}
