//! An examination: one asks and another answers, and letters stand for both.

use super::super::label::ROLES;
use super::Place;
use crate::source::slug;
use std::collections::{BTreeMap, BTreeSet};

/// Whether there are questions, and no more answers than questions allow.
pub(super) fn asks(places: &[Place<'_>], text: &str) -> bool {
    // `S` asks before `C` and answers after `F`: the pair is what occurs.
    let occurs = |role: &str| {
        let role = slug(role);
        places.iter().any(|place| place.label == role)
    };
    let pairs = || ROLES.iter().filter(|(q, a)| occurs(q) && occurs(a));
    let is_paired = pairs().next().is_some();
    let questions: BTreeSet<String> = ROLES
        .iter()
        .filter(|(q, a)| !is_paired || occurs(q) && occurs(a))
        .map(|(question, _)| slug(question))
        .collect();
    let asked: Vec<usize> = (0..places.len())
        .filter(|at| questions.contains(places[*at].label))
        .collect();
    let n_answers = places.len() - asked.len();
    if asked.len() < 2 || n_answers > asked.len() * 3 {
        return false;
    }
    // `P.` and `S.` are initials of names too: something has to be asked and answered.
    let is_doubtful = |at: &usize| {
        let label = places[*at].label;
        label.chars().count() == 1 && label != "q"
    };
    let ends = |at: usize| {
        places
            .get(at + 1)
            .map_or(text.len(), |next| next.candidate.at.start)
    };
    let n_asked = asked.iter().filter(|at| {
        let said = &text[places[**at].candidate.at.end..ends(**at)];
        is_question(said.split("\n\n").next().unwrap_or(said))
    });
    if !asked.iter().all(is_doubtful) {
        return true;
    }
    // `Siga.` asks too, where one asks and one answers in turn.
    let n_asked = n_asked.count();
    let is_in_turn = asked.iter().enumerate().all(|(n, at)| *at == 2 * n);
    let is_asked = n_asked * 10 >= asked.len() * 7 || is_in_turn && n_asked * 10 >= asked.len() * 3;
    n_answers >= 2 && is_asked && !are_initials(places, text)
}

/// Whether both letters stand before the same name again and again: `P. Burke`, `R. Evans`.
fn are_initials(places: &[Place<'_>], text: &str) -> bool {
    let mut names: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for place in places {
        let said = text[place.candidate.at.end..].trim_start();
        let word = said.split(|c: char| !c.is_alphabetic()).next();
        let word = word.filter(|word| word.starts_with(char::is_uppercase));
        let same = names.entry(place.label).or_default();
        *same.entry(word.unwrap_or_default()).or_default() += 1;
    }
    names.values().all(|words| {
        let n_all: usize = words.values().sum();
        let long = words.iter().filter(|(word, _)| word.chars().count() > 2);
        long.map(|(_, n)| *n).max().unwrap_or(0) * 10 >= n_all * 6 && n_all > 1
    })
}

/// Whether a sentence asks. In Greek the mark is `;`.
fn is_question(said: &str) -> bool {
    let is_greek = |c: char| matches!(c, '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}');
    said.contains(['?', '？', '؟'])
        || said
            .match_indices([';', '\u{37E}'])
            .any(|(at, _)| said[..at].chars().next_back().is_some_and(is_greek))
}
