//! `content/people.csv` and `content/glossary.csv`: people and terms of editors who work in a spreadsheet, a row each.

use super::glossary::Term;
use super::people::{Entry, Role};
use crate::date::Edtf;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Table;
use crate::spreadsheet::{self, Cell, Head, Names, Row};
use std::collections::BTreeMap;

/// What a column of `people.csv` says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Of {
    Id,
    Name,
    Sort,
    Names,
    Labels,
    LabelsIn,
    Roles,
    Description,
    Biography,
    BiographyBy,
    Editors,
    SameAs,
}

pub(crate) const PEOPLE: &Names<Of> = &[
    ("id", Of::Id),
    ("name", Of::Name),
    ("sort", Of::Sort),
    ("variants", Of::Names),
    ("names", Of::Names),
    ("labels", Of::Labels),
    ("labels_in", Of::LabelsIn),
    ("roles", Of::Roles),
    ("role", Of::Roles),
    ("description", Of::Description),
    ("biography", Of::Biography),
    ("biography_by", Of::BiographyBy),
    ("editors", Of::Editors),
    ("same_as", Of::SameAs),
    ("authority", Of::SameAs),
    ("links", Of::SameAs),
];

/// What rows for a table of people are made with.
pub(crate) struct PersonRows(Head<Of>);

impl PersonRows {
    pub(crate) fn of(table: &Table) -> Option<PersonRows> {
        Head::of(table, PEOPLE).map(PersonRows)
    }

    /// A row; none where the table lacks one of the columns.
    pub(crate) fn row(&self, name: String, labels: &[String]) -> Option<String> {
        let values = [(Of::Name, name), (Of::Labels, labels.join("; "))];
        self.0.row(&values)
    }
}

/// The people of a table, in its order.
pub(crate) fn people(table: &Table, diagnostics: &mut Diagnostics) -> Vec<Entry> {
    let rows = spreadsheet::rows(table, PEOPLE, diagnostics);
    rows.iter()
        .filter_map(|row| person(row, diagnostics))
        .collect()
}

fn person(row: &Row<Of>, diagnostics: &mut Diagnostics) -> Option<Entry> {
    let Some(name) = row.text(Of::Name) else {
        missing(row, "name", diagnostics);
        return None;
    };
    let placed = |cell: &Cell| (cell.text.clone(), cell.place.clone());
    let roles = row.get(Of::Roles);
    let labels_in = row.get(Of::LabelsIn);
    let same_as = row.get(Of::SameAs);
    Some(Entry {
        place: row.place.clone(),
        id: row.get(Of::Id).map(placed),
        name,
        sort: row.text(Of::Sort),
        names: row.list(Of::Names),
        labels: row.list(Of::Labels),
        labels_in: labels_in
            .map(|cell| labels_of(cell, diagnostics))
            .unwrap_or_default(),
        roles: roles
            .map(|cell| roles_of(cell, diagnostics))
            .unwrap_or_default(),
        description: row.text(Of::Description),
        biography: row.text(Of::Biography),
        biography_by: row.text(Of::BiographyBy),
        portrait: None,
        portrait_alt: None,
        portrait_credit: None,
        editors: row.text(Of::Editors),
        same_as: same_as
            .map(|cell| {
                let links = cell.list().into_iter();
                links.map(|link| (link, cell.place.clone())).collect()
            })
            .unwrap_or_default(),
    })
}

fn missing<C: Copy + PartialEq>(row: &Row<C>, column: &str, diagnostics: &mut Diagnostics) {
    let message = format!("the row says nothing in the column {column}");
    let help = format!("fill in the column {column}, or take the row out");
    let place = row.place.clone();
    diagnostics.push(Diagnostic::new(Code::BadTable, place, message, help));
}

/// `1990-05-25-talk = Chair; 1990-05-26-talk = Chair`.
fn labels_of(cell: &Cell, diagnostics: &mut Diagnostics) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for part in cell.list() {
        match part.split_once('=') {
            Some((document, label)) if !label.trim().is_empty() => found
                .entry(document.trim().to_owned())
                .or_default()
                .push(label.trim().to_owned()),
            _ => {
                let message =
                    format!("“{part}” does not say in which document which label is meant");
                let help = "write it as 1990-05-25-talk = Chair; another follows after a ;";
                let place = cell.place.clone();
                diagnostics.push(Diagnostic::new(Code::BadValue, place, message, help));
            }
        }
    }
    found
}

/// `President of the USSR (1990-03-15/1991-12-25); General Secretary (1985/1991)`.
fn roles_of(cell: &Cell, diagnostics: &mut Diagnostics) -> Vec<Role> {
    let mut roles = Vec::new();
    for part in cell.list() {
        let in_office = part
            .strip_suffix(')')
            .and_then(|rest| rest.rsplit_once('('))
            .filter(|(_, dates)| dates.contains(|c: char| c.is_ascii_digit()));
        let Some((title, dates)) = in_office else {
            roles.push(Role {
                title: part,
                from: None,
                to: None,
            });
            continue;
        };
        let (from, to) = dates.split_once(['/', '–']).unwrap_or((dates, ""));
        let mut date = |text: &str| {
            let text = text.trim();
            if matches!(text, "" | ".." | "…") {
                return None;
            }
            if Edtf::parse(text).is_none() {
                let message = format!("“{text}” is not a date that can be read");
                let help = "write an office as President of the USSR (1990-03-15/1991-12-25); a year or month will do, and either side may be empty";
                let place = cell.place.clone();
                diagnostics.push(Diagnostic::new(Code::BadDate, place, message, help));
            }
            Some(text.to_owned())
        };
        roles.push(Role {
            title: title.trim().to_owned(),
            from: date(from),
            to: date(to),
        });
    }
    roles
}

/// What a column of `glossary.csv` says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum In {
    Term,
    Expansion,
    Variants,
    Note,
}

pub(crate) const GLOSSARY: &Names<In> = &[
    ("term", In::Term),
    ("expansion", In::Expansion),
    ("meaning", In::Expansion),
    ("variants", In::Variants),
    ("note", In::Note),
    ("description", In::Note),
];

/// The terms of a table, in its order.
pub(crate) fn terms(table: &Table, diagnostics: &mut Diagnostics) -> Vec<Term> {
    let rows = spreadsheet::rows(table, GLOSSARY, diagnostics);
    let mut terms = Vec::new();
    for row in rows {
        let Some(term) = row.text(In::Term) else {
            missing(&row, "term", diagnostics);
            continue;
        };
        let Some(expansion) = row.text(In::Expansion) else {
            missing(&row, "expansion", diagnostics);
            continue;
        };
        terms.push(Term {
            term,
            expansion,
            variants: row.list(In::Variants),
            note: row.text(In::Note),
        });
    }
    terms
}
