//! What is known of the turns → as little as the page needs of it: columns of numbers as letters, people and documents without what can be
//! told from the rest. `static/js/search-load.js` reads it.

use super::code;
use super::length;
use crate::query::{Catalog, DateEntry, Document, Person, Turns};
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;

/// What one script hands over. The columns come last: behind them are numbers only, and no words.
#[derive(Serialize, Default)]
pub(super) struct Facts<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) speakers: Option<Vec<Lean<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) others: Option<Vec<Lean<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) documents: Option<&'a [Document]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) conversations: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) roles: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) dates: Option<&'a [DateEntry]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) labels: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) attributions: Option<&'a [&'static str]>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) paragraphs: Paragraphs<'a>,
    /// The turns of documents in which not all follow each other in order of time, as they stand there.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) orders: BTreeMap<usize, String>,
    pub(super) turns: Columns,
}

/// The anchors of paragraphs, by turn, where they do not follow from the turn's.
type Paragraphs<'a> = BTreeMap<usize, &'a [Option<String>]>;

fn paragraphs(turns: &Turns, range: Range<usize>) -> Paragraphs<'_> {
    let own = turns.paragraphs.range(range);
    own.map(|(turn, own)| (*turn, own.as_slice())).collect()
}

/// A person, without what is empty or said twice.
#[derive(Serialize)]
pub(super) struct Lean<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sort: Option<&'a str>,
    #[serde(skip_serializing_if = "is_zero")]
    slot: u8,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    names: Vec<&'a str>,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde asks by reference.
fn is_zero(slot: &u8) -> bool {
    *slot == 0
}

/// The columns of some turns, each as letters.
#[derive(Serialize, Default)]
pub(super) struct Columns {
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    anchor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mentions: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    roles: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    conversation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribution: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    length: Option<String>,
}

/// What hits and the lists of filters show, for an archive small enough to hand it over at once, and the lengths for ranking.
pub(super) fn of_all(catalog: &Catalog) -> Facts<'_> {
    let turns = &catalog.turns;
    let all = 0..turns.document.len();
    Facts {
        speakers: Some(people(&catalog.speakers)),
        documents: Some(&catalog.documents),
        dates: Some(&catalog.dates),
        labels: Some(&catalog.labels),
        attributions: Some(&catalog.attributions),
        paragraphs: paragraphs(turns, all.clone()),
        orders: orders(&turns.orders),
        turns: Columns {
            length: Some(code::numbers(
                turns.length.iter().map(|n| length::step(*n) as usize),
            )),
            ..shown(turns, all)
        },
        ..Facts::default()
    }
}

/// What a hit shows of some turns.
fn shown(turns: &Turns, range: Range<usize>) -> Columns {
    Columns {
        document: Some(numbers(&turns.document[range.clone()])),
        anchor: Some(anchors(turns, range.clone())),
        speaker: Some(places(&turns.speaker[range.clone()])),
        attribution: Some(numbers(&turns.attribution[range.clone()])),
        label: Some(places(&turns.label[range.clone()])),
        date: Some(places(&turns.date[range])),
        ..Columns::default()
    }
}

/// Some turns with their texts and all that a hit shows of them, each value with its position in the archive.
#[derive(Serialize)]
pub(super) struct Block<'a> {
    texts: Vec<String>,
    speakers: BTreeMap<usize, Lean<'a>>,
    documents: BTreeMap<usize, &'a Document>,
    dates: BTreeMap<usize, &'a DateEntry>,
    labels: BTreeMap<usize, &'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    paragraphs: Paragraphs<'a>,
    turns: Columns,
}

/// The block of some turns.
pub(super) fn block(catalog: &Catalog, range: Range<usize>, texts: Vec<String>) -> Block<'_> {
    let turns = &catalog.turns;
    let speakers = turns.speaker[range.clone()].iter().flatten();
    let documents = turns.document[range.clone()].iter();
    let dates = turns.date[range.clone()].iter().flatten();
    let labels = turns.label[range.clone()].iter().flatten();
    Block {
        texts,
        speakers: speakers
            .map(|at| (*at, lean(&catalog.speakers[*at])))
            .collect(),
        documents: documents.map(|at| (*at, &catalog.documents[*at])).collect(),
        dates: dates.map(|at| (*at, &catalog.dates[*at])).collect(),
        labels: labels
            .map(|at| (*at, catalog.labels[*at].as_str()))
            .collect(),
        paragraphs: paragraphs(turns, range.clone()),
        turns: shown(turns, range),
    }
}

/// What one kind of filter needs to know of all turns.
pub(super) fn part(catalog: &Catalog, part: crate::site::SearchPart) -> Facts<'_> {
    use crate::site::SearchPart;
    let turns = &catalog.turns;
    match part {
        SearchPart::Speakers => Facts {
            speakers: Some(people(&catalog.speakers)),
            turns: Columns {
                speaker: Some(places(&turns.speaker)),
                ..Columns::default()
            },
            ..Facts::default()
        },
        SearchPart::Mentions => Facts {
            others: Some(people(&catalog.others)),
            turns: Columns {
                mentions: Some(lists(&turns.mentions)),
                ..Columns::default()
            },
            ..Facts::default()
        },
        SearchPart::Documents => Facts {
            documents: Some(&catalog.documents),
            orders: orders(&turns.orders),
            turns: Columns {
                document: Some(numbers(&turns.document)),
                ..Columns::default()
            },
            ..Facts::default()
        },
        SearchPart::Conversations => Facts {
            conversations: Some(&catalog.conversations),
            turns: Columns {
                conversation: Some(places(&turns.conversation)),
                ..Columns::default()
            },
            ..Facts::default()
        },
        SearchPart::Roles => Facts {
            roles: Some(&catalog.roles),
            turns: Columns {
                roles: Some(lists(&turns.roles)),
                ..Columns::default()
            },
            ..Facts::default()
        },
        SearchPart::Dates => Facts {
            dates: Some(&catalog.dates),
            turns: Columns {
                date: Some(places(&turns.date)),
                ..Columns::default()
            },
            ..Facts::default()
        },
    }
}

fn people(people: &[Person]) -> Vec<Lean<'_>> {
    people.iter().map(lean).collect()
}

fn lean(person: &Person) -> Lean<'_> {
    let names = person.names.iter().map(String::as_str);
    Lean {
        id: &person.id,
        name: &person.name,
        sort: Some(person.sort.as_str()).filter(|sort| *sort != person.name),
        slot: person.slot,
        names: names.filter(|name| *name != person.name).collect(),
    }
}

fn orders(orders: &BTreeMap<usize, Vec<usize>>) -> BTreeMap<usize, String> {
    let own = orders.iter();
    own.map(|(document, turns)| (*document, numbers(turns)))
        .collect()
}

fn numbers(column: &[usize]) -> String {
    code::numbers(column.iter().copied())
}

/// Positions that may be missing: counted from 1, and 0 for none.
fn places(column: &[Option<usize>]) -> String {
    code::numbers(column.iter().map(|at| at.map_or(0, |at| at + 1)))
}

/// Lists: how many, and then each.
fn lists(column: &[Vec<usize>]) -> String {
    let list = |list: &Vec<usize>| -> Vec<usize> {
        std::iter::once(list.len())
            .chain(list.iter().copied())
            .collect()
    };
    code::numbers(column.iter().flat_map(list))
}

/// Anchors with a blank between them; none where it is the next after that of the turn before, `t13` after `t12`.
fn anchors(turns: &Turns, range: Range<usize>) -> String {
    let mut before: Option<&str> = None;
    let mut told = Vec::new();
    for anchor in &turns.anchor[range] {
        let is_next = before.and_then(next).as_ref() == Some(anchor);
        told.push(if is_next { "" } else { anchor.as_str() });
        before = Some(anchor);
    }
    told.join(" ")
}

/// `t12` → `t13`; none for `t12a`.
fn next(anchor: &str) -> Option<String> {
    let number: u32 = anchor.strip_prefix('t')?.parse().ok()?;
    Some(format!("t{}", number + 1))
}
