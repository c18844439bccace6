//! What the labels of a convention have to show before they are believed: that they look like those of a talk.

use super::super::candidates::{Candidate, Found};
use super::super::evidence::Weighed;
use super::super::label::{Convention, Form, Proof, is_number, is_spoken_by};
use super::super::rows::Rows;
use super::super::shape::is_role_word;
use super::paragraphs;
use super::questions::asks;
use crate::clean::ends_sentence;
use crate::fold::is_small;
use std::collections::{BTreeMap, BTreeSet};

/// A label of the reading at its place.
pub(super) struct Place<'a> {
    pub(super) label: &'a str,
    pub(super) candidate: &'a Candidate,
}

/// Whether the labels taken look like those of a dialogue, as far as their convention needs it.
pub(super) fn is_believable(
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
                && (!convention.is_before_stop()
                    || places.len() * 10 >= n_paragraphs * 6 && is_played(&places, text, rows))
                && (!convention.is_in_small_letters()
                    || places.len() * 10 >= n_paragraphs * 7 && is_asked(&places, text, rows))
        }
    }
}

/// Whether names before full stops are those of a talk: something is asked in it, or one of them is an office or set wide.
fn is_played(places: &[Place<'_>], text: &str, rows: &Rows) -> bool {
    let asks = |place: &Place<'_>| {
        text[rows.all[place.candidate.at.row].span.range()].contains(['?', '？'])
    };
    let tells =
        |place: &Place<'_>| place.candidate.form >= Form::Titled || is_role_word(place.label);
    places.iter().any(tells) || places.iter().filter(|place| asks(place)).count() > 1
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
    if are_entries(places, text, rows) {
        return false;
    }
    let labels: BTreeSet<&str> = places.iter().map(|place| place.label).collect();
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
            rows.all[place.candidate.at.row + 1..]
                .iter()
                .find(|next| next.span.start >= place.candidate.at.end)
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
