//! Texts in which nearly every paragraph, or every line, begins with a label: there a name that stands once is one too.

use super::super::label::Form;
use super::super::rows::Rows;
use super::{Stands, Weighed};
use std::collections::{BTreeMap, BTreeSet};

/// Of what nearly each begins with what looks like a label.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Each {
    /// Of nothing.
    Nothing,
    /// The paragraphs, parted by blank lines.
    Paragraph,
    /// The lines.
    Line,
}

impl Each {
    /// Looks from the first to the last of the labels that are taken.
    pub(super) fn of(by_label: &BTreeMap<String, Weighed>, rows: &Rows) -> Each {
        let taken = by_label
            .values()
            .filter(|weighed| weighed.verdict.is_taken());
        let taken: BTreeSet<usize> = taken
            .flat_map(|weighed| &weighed.candidates)
            .map(|candidate| candidate.at.row)
            .collect();
        let (Some(first), Some(last)) = (taken.first(), taken.last()) else {
            return Each::Nothing;
        };
        let inside = &rows.all[*first..=*last];
        let n_apart = inside.iter().skip(1).filter(|row| row.blanks_before > 0);
        let n_paragraphs = 1 + n_apart.count();
        let looks = by_label
            .values()
            .filter(|weighed| weighed.form() >= Form::Plain);
        let begun: BTreeSet<usize> = looks
            .flat_map(Weighed::well)
            .map(|candidate| candidate.at.row)
            .filter(|row| (first..=last).contains(&row))
            .collect();
        if n_paragraphs > 2 && begun.len() * 5 >= n_paragraphs * 4 {
            Each::Paragraph
        } else if taken.len() >= 6 && inside.len() * 4 <= taken.len() * 5 {
            Each::Line
        } else {
            Each::Nothing
        }
    }

    /// Whether a label that stands once begins one of them.
    pub(super) fn takes(self, weighed: &Weighed) -> bool {
        match self {
            Each::Nothing => false,
            Each::Paragraph => weighed
                .well()
                .any(|candidate| candidate.stands == Stands::Paragraph),
            Each::Line => weighed.well().next().is_some(),
        }
    }
}
