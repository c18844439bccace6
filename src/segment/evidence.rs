//! Which of the look-alikes are labels: candidates are gathered for every convention and weighed by evidence.

use super::label::{CONVENTIONS, Convention, Form, Match};
use super::rows::Rows;
use crate::authority::Authority;
use crate::clean::ends_sentence;
use crate::record::Record;
use crate::source::{Span, slug};
use std::collections::{BTreeMap, BTreeSet};

/// A label at its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Found {
    /// Its row.
    pub(super) row: usize,
    /// The label with its end mark.
    pub(super) span: Span,
    /// Bytes of it without the end mark.
    pub(super) name_len: usize,
}

/// The labels of a document.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Labels {
    /// How they are written.
    pub(super) convention: &'static Convention,
    /// In order of place.
    pub(super) found: Vec<Found>,
}

/// Rows at the head of a document in which its participants are looked for.
const HEAD_ROWS: usize = 16;

/// Finds the labels of a document: for each convention those candidates that the evidence supports, then the convention that explains
/// most turns. `None` if fewer than two are found (one, if the record names it).
pub(super) fn labels(
    text: &str,
    rows: &Rows,
    record: &Record,
    authority: &Authority,
) -> Option<Labels> {
    let surroundings = Surroundings::new(text, rows, record, authority);
    CONVENTIONS
        .iter()
        .map(|convention| Labels {
            convention,
            found: surroundings.supported(convention, text, rows),
        })
        .rev()
        .max_by_key(|labels| labels.found.len())
        .filter(|labels| {
            labels.found.len() >= 2 || (labels.found.len() == 1 && !record.labels.is_empty())
        })
}

/// The leading `[…]` of a row that begins with one: a label may stand after it.
pub(super) fn leading_gap(words: &str) -> usize {
    let Some(end) = words.strip_prefix('[').and_then(|rest| rest.find(']')) else {
        return 0;
    };
    if !super::marks::is_omission(&words[..end + 2]) {
        return 0;
    }
    let after = &words[end + 2..];
    end + 2 + after.len() - after.trim_start().len()
}

/// What a document says about who may speak in it.
struct Surroundings<'a> {
    record: &'a Record,
    /// Words of the document's head, folded.
    head: BTreeSet<String>,
    /// Surnames of the authority file, folded.
    surnames: BTreeSet<String>,
}

struct Candidate {
    at: Found,
    form: Form,
    /// Whether it stands where a turn may begin.
    stands_well: bool,
}

impl<'a> Surroundings<'a> {
    fn new(text: &str, rows: &Rows, record: &'a Record, authority: &Authority) -> Self {
        let head = rows.rows.iter().take(HEAD_ROWS).flat_map(|row| {
            text[row.span.range()]
                .split(|c: char| !c.is_alphanumeric())
                .map(str::to_lowercase)
                .collect::<Vec<_>>()
        });
        let surnames = authority.people.values().flat_map(|person| {
            let surname = person.sort.split(',').next().unwrap_or("");
            std::iter::once(surname)
                .chain(person.labels.iter().map(String::as_str))
                .map(slug)
                .collect::<Vec<_>>()
        });
        Surroundings {
            record,
            head: head.collect(),
            surnames: surnames.collect(),
        }
    }

    /// The candidates of one convention that the evidence supports, in order.
    fn supported(&self, convention: &Convention, text: &str, rows: &Rows) -> Vec<Found> {
        let first_body_row = first_body_row(text, rows);
        let mut by_label: BTreeMap<String, Vec<Candidate>> = BTreeMap::new();
        for (index, row) in rows.rows.iter().enumerate() {
            let words = &text[row.span.range()];
            let skipped = leading_gap(words);
            let Some(Match {
                name_len,
                len,
                form,
            }) = convention.matches(&words[skipped..])
            else {
                continue;
            };
            let start = row.span.start + skipped;
            let stands_well = index == 0
                || skipped > 0
                || row.blanks_before > 0
                || ends_sentence(&text[rows.rows[index - 1].span.range()])
                || Some(index) == first_body_row;
            let at = Found {
                row: index,
                span: Span::new(start, start + len),
                name_len,
            };
            by_label
                .entry(slug(&text[start..start + name_len]))
                .or_default()
                .push(Candidate {
                    at,
                    form,
                    stands_well,
                });
        }
        let mut supported: BTreeSet<String> = by_label
            .iter()
            .filter(|(label, all)| self.is_supported(label, all))
            .map(|(label, _)| label.clone())
            .collect();
        // A form of a name already taken needs no evidence of its own: `M. Gorbachev.` beside `M.S. Gorbachev.`
        let surnames: BTreeSet<String> = supported
            .iter()
            .map(|label| surname(label).to_owned())
            .collect();
        for (label, all) in &by_label {
            if surnames.contains(surname(label))
                && all.iter().any(|c| c.form == Form::Marked && c.stands_well)
                && !self.is_forbidden(label)
            {
                supported.insert(label.clone());
            }
        }
        let mut found: Vec<Found> = by_label
            .into_iter()
            .filter(|(label, _)| supported.contains(label))
            .flat_map(|(_, all)| all)
            .filter(|candidate| candidate.stands_well)
            .map(|candidate| candidate.at)
            .collect();
        found.sort_by_key(|found| found.span);
        found
    }

    fn is_supported(&self, label: &str, candidates: &[Candidate]) -> bool {
        if self.is_forbidden(label) {
            return false;
        }
        if self
            .record
            .labels
            .iter()
            .any(|listed| slug(listed) == label)
        {
            return true;
        }
        let n_well = candidates
            .iter()
            .filter(|candidate| candidate.stands_well)
            .count();
        let is_marked = candidates
            .iter()
            .any(|candidate| candidate.form == Form::Marked);
        let is_expected =
            self.head.contains(surname(label)) || self.surnames.contains(surname(label));
        match n_well {
            0 => false,
            1 => is_marked && is_expected,
            _ => true,
        }
    }

    fn is_forbidden(&self, label: &str) -> bool {
        self.record
            .not_labels
            .iter()
            .any(|listed| slug(listed) == label)
    }
}

/// The row after a date line, where a text without blank lines begins.
fn first_body_row(text: &str, rows: &Rows) -> Option<usize> {
    let is_date = |row: &super::rows::Row| super::header::is_date_line(&text[row.span.range()]);
    rows.rows
        .iter()
        .take(HEAD_ROWS)
        .position(is_date)
        .map(|at| at + 1)
}

/// The last word of a label that went through [`slug`].
fn surname(label: &str) -> &str {
    label.rsplit('-').next().unwrap_or(label)
}
