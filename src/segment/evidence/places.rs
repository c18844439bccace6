//! What becomes of each place where a label stands that is taken.

use super::super::candidates::{Candidate, Found};
use super::super::explain::Fate;
use super::super::label::{Convention, Form, is_name};
use super::super::rows::{Row, Rows};
use super::super::shape::is_role_word;
use super::super::typed::is_oath;
use super::{HEAD_ROWS, Weighed};
use crate::fold::is_small;
use crate::source::slug;
use std::collections::BTreeMap;

/// The places of the labels that are taken, in order, each with what becomes of it.
pub(super) fn place(
    convention: &Convention,
    by_label: BTreeMap<String, Weighed>,
    (text, rows): (&str, &Rows),
    closing: impl FnOnce() -> Option<usize>,
) -> Vec<(Found, Fate)> {
    let fate = |candidate: &Candidate| {
        if candidate.stands.may_begin() || stands_anyway(convention, candidate) {
            Fate::Turn
        } else {
            Fate::InSentence
        }
    };
    let mut places: Vec<(Found, Fate)> = by_label
        .into_values()
        .filter(|weighed| weighed.verdict.is_taken())
        .flat_map(|weighed| weighed.candidates)
        .map(|candidate| (fate(&candidate), candidate.at))
        .map(|(fate, found)| (found, fate))
        .collect();
    places.sort_by_key(|(found, _)| found.start);
    // The second line of a long label may look like a label of its own.
    let mut end = 0;
    for (found, fate) in places.iter_mut().filter(|(_, fate)| *fate == Fate::Turn) {
        if found.start < end {
            *fate = Fate::InLabel;
        }
        end = end.max(found.end);
    }
    if !places.is_empty()
        && let Some(end) = closing()
    {
        refuse_annex(&mut places, end);
    }
    for (found, fate) in places.iter_mut().filter(|(_, fate)| *fate == Fate::Turn) {
        if is_oath(found.text.text()) {
            *fate = Fate::TellsOfOath;
        }
    }
    refuse_votes(convention, &mut places, text);
    refuse_field(convention, &mut places, text);
    if convention.ends_with_colon() && !convention.quoted {
        refuse_fields(&mut places, text, rows);
    }
    places
}

/// The most words that the value of a field has.
const LONGEST_VALUE: usize = 12;

/// `Interviewee: Rose Hall` over `Interviewer: Walter Hill`: lines right below each other at the head of a document, each a name and
/// what it stands for, begin no turns, where those come after a blank line.
fn refuse_fields(places: &mut [(Found, Fate)], text: &str, rows: &Rows) {
    let words = |row: usize| &text[rows.all[row].span.range()];
    let is_value = |value: &str| {
        let value = value.trim();
        !value.ends_with(['.', '!', '?', '…', ',', ';', '-', '–', '—', '。', '？'])
            && value.split_whitespace().count() <= LONGEST_VALUE
    };
    let is_field = |row: usize| {
        let named = words(row).split_once(':');
        named.is_some_and(|(name, value)| {
            name.split_whitespace().count() <= 4 && !value.trim().is_empty() && is_value(value)
        }) || super::super::header::is_date_line(words(row))
    };
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    for (found, _) in places.iter() {
        *uses.entry(slug(found.name())).or_default() += 1;
    }
    let mut end = 0;
    while end < rows.all.len().min(HEAD_ROWS) {
        let start = end;
        end = start + 1;
        while end < rows.all.len() && rows.all[end].blanks_before == 0 {
            end += 1;
        }
        let n_fields = (start..end.min(start + HEAD_ROWS))
            .filter(|row| is_field(*row))
            .count();
        if end == rows.all.len() || n_fields < 2 || n_fields * 3 < (end - start) * 2 {
            continue;
        }
        let inside = places.partition_point(|(found, _)| found.row < start)
            ..places.partition_point(|(found, _)| found.row < end);
        let is_of_head = |(found, _): &(Found, Fate)| {
            let value = &text[found.end..rows.all[found.row].span.end.max(found.end)];
            let is_once = uses.get(&slug(found.name())).is_none_or(|n| *n == 1);
            is_value(value) && is_once
        };
        let is_turn = |(_, fate): &&(Found, Fate)| *fate == Fate::Turn;
        if places[inside.end..].iter().filter(is_turn).count() < 2
            || !places[inside.clone()].iter().all(is_of_head)
        {
            return;
        }
        for (_, fate) in &mut places[inside] {
            *fate = Fate::InHead;
        }
    }
}

/// `PRESIDENTE: DEP. MARCELO NILO`, `President: Mr. Djani . . . . . (Indonesia)`: before the first turn an office alone, which no other
/// turn has, and after it nothing but a name, says who holds it.
fn refuse_field(convention: &Convention, places: &mut [(Found, Fate)], text: &str) {
    if !convention.ends_with_colon() || convention.quoted {
        return;
    }
    let name = |found: &Found| slug(&found.text.text()[..found.name_len]);
    let is_turn = |(_, fate): &&(Found, Fate)| *fate == Fate::Turn;
    // `WITNESS:  MAHMUT BAKALLI` heads an examination wherever it stands, where who is examined speaks as `THE WITNESS:`.
    let is = |found: &Found, label: &str| {
        found.text.text()[..found.name_len].eq_ignore_ascii_case(label)
    };
    if places.iter().any(|(found, _)| is(found, "the witness")) {
        for (found, fate) in places.iter_mut() {
            let after = || text[found.end..].lines().next().unwrap_or("").trim();
            // Who has been asked answers, also in capitals.
            let is_asked = || text[..found.start].trim_end().ends_with('?');
            let is_loud = || {
                !after().contains(is_small)
                    && !after().ends_with(['.', '!', '?'])
                    && is_name(after())
                    && !is_asked()
            };
            if *fate == Fate::Turn && is(found, "witness") && is_loud() {
                *fate = Fate::InHead;
            }
        }
    }
    let Some(first) = places.iter().position(|place| is_turn(&place)) else {
        return;
    };
    let (found, _) = &places[first];
    let label = name(found);
    let is_single = places[first + 1..]
        .iter()
        .filter(is_turn)
        .all(|(other, _)| name(other) != label);
    let after = text[found.end..].lines().next().unwrap_or("").trim();
    let after = after.split(" . .").next().unwrap_or(after);
    if found.row < HEAD_ROWS
        && is_single
        && (is_role_word(&label) || label == "witness")
        && is_name(after.trim_end_matches('.'))
    {
        places[first].1 = Fate::InHead;
    }
}

/// A form of address and a name before a colon, known to be a label elsewhere, is one also where the line before ends without a
/// full stop: interrupted, or badly recognized.
fn stands_anyway(convention: &Convention, candidate: &Candidate) -> bool {
    !convention.ends_with_period() && candidate.form >= Form::Titled
}

/// Labels after the end of the sitting begin no turns, where these are few: an annex has colons of its own.
fn refuse_annex(places: &mut [(Found, Fate)], end: usize) {
    let is_turn = |(_, fate): &&(Found, Fate)| *fate == Fate::Turn;
    let n_turns = places.iter().filter(is_turn).count();
    let first_after = places.partition_point(|(found, _)| found.row < end);
    let n_after = places[first_after..].iter().filter(is_turn).count();
    if n_after * 10 < n_turns {
        for (_, fate) in &mut places[first_after..] {
            *fate = Fate::InAnnex;
        }
    }
}

/// What heads a list of names by their votes begins no turn: `Noes:`, a constituency.
fn refuse_votes(convention: &Convention, places: &mut [(Found, Fate)], text: &str) {
    if convention.ends_with_period() || convention.quoted {
        return;
    }
    for (found, fate) in places.iter_mut().filter(|(_, fate)| *fate == Fate::Turn) {
        let name = &found.text.text()[..found.name_len];
        if super::super::typed::heads_a_vote(name, &text[found.end..]) {
            *fate = Fate::HeadsVotes;
        }
    }
}

/// The last row that says that the sitting ends.
pub(super) fn closing_row(text: &str, rows: &Rows) -> Option<usize> {
    let is_closing = |row: &Row| super::super::turns::is_closing(&text[row.span.range()]);
    rows.all.iter().rposition(is_closing)
}
