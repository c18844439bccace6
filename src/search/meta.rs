//! What the search page knows before any text is read: who speaks, which documents there are, and what each turn belongs to.
//!
//! Turns are columns of numbers that point into short lists; `null` stands for none. The order of the turns is that of [`super::numbered`].

use super::{Numbered, text};
use crate::query;
use crate::site::{DocumentEntry, PersonEntry, Route, Site, TURNS_A_BLOCK};
use serde::Serialize;
use std::collections::BTreeSet;

/// The data of `search/meta.js`.
#[derive(Serialize)]
pub(super) struct Meta {
    /// How many turns one `texts-N.js` holds.
    block: usize,
    speakers: Vec<Speaker>,
    documents: Vec<Document>,
    dates: Vec<Date>,
    /// Labels as printed.
    labels: Vec<String>,
    /// How turns are attributed: “authority”, “record” ...
    attributions: Vec<&'static str>,
    turns: Turns,
}

#[derive(Serialize)]
struct Speaker {
    id: String,
    name: String,
    sort: String,
    /// Color and shape, as on every page.
    slot: u8,
    /// Other names and labels under which `speaker:` finds the person.
    names: Vec<String>,
}

#[derive(Serialize)]
struct Document {
    id: String,
    title: String,
    /// As a filter names it: the date where it is the document's alone, else the title.
    short: String,
    path: String,
    /// BCP 47, where it is not the language of the pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
}

#[derive(Serialize)]
struct Date {
    edtf: String,
    words: String,
}

/// One entry a turn in each column.
#[derive(Serialize, Default)]
struct Turns {
    document: Vec<usize>,
    anchor: Vec<String>,
    speaker: Vec<Option<usize>>,
    attribution: Vec<usize>,
    label: Vec<Option<usize>>,
    date: Vec<Option<usize>>,
    /// Length in words of the index, for ranking; not the count of words spoken.
    length: Vec<usize>,
}

pub(super) fn meta(site: &Site, turns: &[Numbered<'_>]) -> Meta {
    let mut meta = Meta {
        block: TURNS_A_BLOCK,
        speakers: site
            .speakers
            .iter()
            .filter_map(|id| site.people.get(id))
            .map(speaker)
            .collect(),
        documents: site
            .documents
            .iter()
            .map(|document| Document {
                id: document.id.to_string(),
                title: document.facts.title.clone(),
                short: short(site, document),
                path: Route::Document(document.id.clone()).path(site),
                language: document
                    .facts
                    .language
                    .clone()
                    .filter(|language| *language != site.config.language),
            })
            .collect(),
        dates: Vec::new(),
        labels: Vec::new(),
        attributions: Vec::new(),
        turns: Turns::default(),
    };
    for numbered in turns {
        let entry = &numbered.entry.turns[numbered.turn];
        let turn = numbered.turn();
        let speaker = entry
            .attribution
            .person()
            .and_then(|person| site.speakers.iter().position(|id| id == person));
        let label = turn
            .label
            .as_ref()
            .map(|label| position(&mut meta.labels, label.name().to_owned()));
        let date = numbered.entry.turn_date(numbered.turn).map(|date| {
            let known = meta.dates.iter().position(|d| d.edtf == date.as_str());
            known.unwrap_or_else(|| {
                meta.dates.push(Date {
                    edtf: date.as_str().to_owned(),
                    words: site.interface.date(date),
                });
                meta.dates.len() - 1
            })
        });
        let columns = &mut meta.turns;
        columns.document.push(numbered.document);
        columns
            .anchor
            .push(numbered.entry.anchors.turn(numbered.turn).to_owned());
        columns.speaker.push(speaker);
        columns
            .attribution
            .push(position(&mut meta.attributions, entry.attribution.how()));
        columns.label.push(label);
        columns.date.push(date);
        columns.length.push(query::words(&text(turn)).len());
    }
    meta
}

fn short(site: &Site, document: &DocumentEntry) -> String {
    let Some(date) = &document.facts.date else {
        return document.facts.title.clone();
    };
    let same_day = |other: &&DocumentEntry| other.facts.date.as_ref() == Some(date);
    match site.documents.iter().filter(same_day).count() {
        1 => site.interface.date(date),
        _ => format!("{}: {}", site.interface.date(date), document.facts.title),
    }
}

fn speaker(person: &PersonEntry) -> Speaker {
    let mut names: BTreeSet<&str> = person.labels.keys().map(String::as_str).collect();
    if let Some(known) = &person.authority {
        names.extend(known.names.iter().chain(&known.labels).map(String::as_str));
    }
    Speaker {
        id: person.id.to_string(),
        name: person.name.clone(),
        sort: person.sort.clone(),
        slot: person.slot,
        names: names.into_iter().map(str::to_owned).collect(),
    }
}

/// The position of a value in a list, which it joins if it is new.
fn position<T: PartialEq>(list: &mut Vec<T>, value: T) -> usize {
    list.iter()
        .position(|known| *known == value)
        .unwrap_or_else(|| {
            list.push(value);
            list.len() - 1
        })
}
