//! Texts in which nearly every paragraph, or every line, begins with a label: there a name that stands once is one too.

use super::super::candidates::Candidate;
use super::super::rows::{Row, Rows};
use super::{Stands, Weighed};
use crate::fold::is_small;
use std::collections::{BTreeMap, BTreeSet};

/// Of what nearly each begins with what looks like a label.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Each {
    /// Of nothing.
    Nothing,
    /// The paragraphs, parted by blank lines.
    Paragraph,
    /// The lines.
    Line,
    /// The paragraphs or the lines, without exception.
    All,
}

/// How the turns of a text begin, as far as it is known from the labels that are taken.
pub(super) struct Habit<'a> {
    each: Each,
    /// The first row of the talk: of the first label taken, and of what looks like labels right before it.
    start: usize,
    /// Whether most labels taken stand alone on their lines.
    is_alone: bool,
    rows: &'a Rows,
    /// Whether the labels taken stand in capitals.
    is_loud: bool,
    text: &'a str,
}

impl<'a> Habit<'a> {
    /// Looks from the first of the labels that are taken to the last of what looks like one.
    pub(super) fn of(
        by_label: &BTreeMap<String, Weighed>,
        text: &'a str,
        rows: &'a Rows,
    ) -> Habit<'a> {
        let taken = || by_label.values().filter(|one| one.verdict.is_taken());
        let (each, start) = each(by_label, text, rows);
        let places = || taken().flat_map(Weighed::well);
        let n_alone = places().filter(|one| is_alone(one, rows)).count();
        let loud = taken().filter(|one| one.candidates.iter().all(is_loud));
        Habit {
            each,
            start,
            is_alone: n_alone * 2 > places().count(),
            rows,
            is_loud: loud.count() * 4 >= taken().count() * 3,
            text,
        }
    }

    /// Whether turns begin with names in capitals here: among other names short capitals are an abbreviation.
    pub(super) fn is_loud(&self) -> bool {
        self.is_loud
    }

    /// Whether a label that stands once is one of those with which turns begin here.
    pub(super) fn takes(&self, label: &str, weighed: &Weighed) -> bool {
        let goes_on = |one: &Candidate| self.text[one.at.end..].trim_start().starts_with(is_small);
        let is_apart = |one: &Candidate| one.stands == Stands::Paragraph;
        // `B-52` is one word.
        let has_blank = weighed.well().all(|one| one.at.name().trim().contains(' '));
        let says_name = has_blank || self.is_loud && weighed.well().all(is_loud);
        let may_be = |one: &&Candidate| match self.each {
            Each::Nothing => false,
            Each::Paragraph => says_name && is_apart(one),
            Each::Line => has_blank,
            // Where paragraphs stand apart, a line inside one of them begins no turn.
            Each::All => !goes_on(one) && (self.rows.lines_are_paragraphs || is_apart(one)),
        };
        let in_place = |one: &&Candidate| {
            let said = self.text[one.at.end..].lines().next().unwrap_or_default();
            // `BOATS: 12`
            let is_figure = !said.trim().is_empty() && !said.contains(char::is_alphabetic);
            // A label does not end inside brackets.
            let is_open = label
                .rfind(['[', ']'])
                .is_some_and(|at| label[at..].starts_with('['));
            one.at.row >= self.start
                && (!self.is_alone || is_alone(one, self.rows))
                && !is_figure
                && !is_open
        };
        weighed.well().filter(in_place).any(|one| may_be(&one))
    }
}

/// Whether nothing stands beside a label on its line.
fn is_alone(candidate: &Candidate, rows: &Rows) -> bool {
    rows.all[candidate.at.row].span.end <= candidate.at.end
}

/// Whether a label stands in capitals, two letters or more.
fn is_loud(candidate: &Candidate) -> bool {
    let name = candidate.at.name().split(['(', '[', ',']).next();
    let name = name.unwrap_or_default();
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    letters().all(char::is_uppercase) && letters().nth(1).is_some()
}

/// Of what nearly each begins with what looks like a label, and the first row of the talk.
fn each(by_label: &BTreeMap<String, Weighed>, text: &str, rows: &Rows) -> (Each, usize) {
    let taken = by_label
        .values()
        .filter(|weighed| weighed.verdict.is_taken());
    let taken: BTreeSet<usize> = taken
        .flat_map(|weighed| &weighed.candidates)
        .map(|candidate| candidate.at.row)
        .collect();
    let (Some(first), Some(last)) = (taken.first(), taken.last()) else {
        return (Each::Nothing, 0);
    };
    let begun: BTreeMap<usize, &Candidate> = by_label
        .values()
        .flat_map(Weighed::well)
        .map(|candidate| (candidate.at.row, candidate))
        .collect();
    let end = begun.last_key_value().map_or(*last, |(row, _)| *row);
    // What stands below a label that is alone on its line is said by it.
    let is_said = |row: usize| {
        let above = row.checked_sub(1).and_then(|above| begun.get(&above));
        above.is_some_and(|one| is_alone(one, rows))
    };
    let begins = |row: usize| {
        let Row {
            span,
            blanks_before,
            ..
        } = rows.all[row];
        let words = &text[span.range()];
        let is_aside = words.starts_with(['(', '[', '<']) && words.ends_with([')', ']', '>', '.']);
        (rows.lines_are_paragraphs || blanks_before > 0 || row == *first)
            && !is_said(row)
            && (begun.contains_key(&row) || !is_aside)
    };
    let before = (0..*first).rev().filter(|row| begins(*row));
    let start = before
        .take_while(|row| begun.contains_key(row))
        .last()
        .unwrap_or(*first);
    let n_units = (*first..=end).filter(|row| begins(*row)).count();
    let n_begun = begun
        .keys()
        .filter(|row| *row >= first && begins(**row))
        .count();
    let n_lines = last + 1 - first;
    let recurs = |one: &Weighed| one.verdict.is_taken() && one.candidates.len() > 1;
    let each = if n_units > 2 && n_begun == n_units && by_label.values().any(recurs) {
        Each::All
    } else if n_units > 2 && !rows.lines_are_paragraphs && n_begun * 5 >= n_units * 4 {
        Each::Paragraph
    } else if taken.len() >= 6 && n_lines * 4 <= taken.len() * 5 {
        Each::Line
    } else {
        Each::Nothing
    };
    (each, start)
}
