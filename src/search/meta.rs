//! `&Site` → what search knows before any text is read: who speaks, which documents there are, and what each turn belongs to. The order
//! of the turns is that of [`super::numbered`].

use super::{Numbered, turns_a_block};
use crate::authority::{PersonId, Role};
use crate::query::{self, Catalog, DateEntry, Document, Person, Turns};
use crate::site::{DocumentEntry, PersonEntry, Route, Site};
use std::collections::{BTreeMap, BTreeSet};

/// The lengths are those of the turns, in words, rounded for ranking.
pub(super) fn catalog(site: &Site, turns: &[Numbered], lengths: Vec<usize>) -> Catalog {
    let speakers: BTreeSet<&PersonId> = site.speakers.iter().collect();
    let others: Vec<&PersonEntry> = site
        .people
        .values()
        .filter(|person| !speakers.contains(&person.id))
        .collect();
    let mut meta = Catalog {
        block: turns_a_block(turns.len()),
        speakers: site
            .speakers
            .iter()
            .filter_map(|id| site.people.get(id))
            .map(person)
            .collect(),
        others: others.iter().copied().map(person).collect(),
        documents: documents(site),
        conversations: site
            .conversations
            .iter()
            .map(|conversation| conversation.name.clone())
            .collect(),
        roles: Vec::new(),
        dates: Vec::new(),
        labels: Vec::new(),
        attributions: Vec::new(),
        turns: Turns {
            length: lengths,
            ..Turns::default()
        },
    };
    let positions: BTreeMap<&PersonId, usize> = site
        .speakers
        .iter()
        .chain(others.iter().map(|person| &person.id))
        .enumerate()
        .map(|(position, id)| (id, position))
        .collect();
    let mut mentions: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for person in site.people.values() {
        for place in &person.mentioned {
            let found = mentions.entry(*place).or_default();
            found.extend(positions.get(&person.id));
        }
    }
    let mut roles = List::default();
    let mut labels = List::default();
    let mut attributions = List::default();
    let mut dates = List::default();
    for numbered in turns {
        let document = &site.documents[numbered.document];
        let entry = &document.turns[numbered.turn];
        let turn = document.turn(numbered.turn);
        let speaker = entry
            .attribution
            .person()
            .and_then(|person| positions.get(person).copied());
        let held: BTreeSet<usize> = roles_of(site, *numbered)
            .into_iter()
            .map(|role| roles.position(role))
            .collect();
        let label = turn.label.as_ref();
        let label = label.map(|label| labels.position(label.name()));
        let date = document.turn_date(numbered.turn);
        let date = date.map(|date| {
            dates.position_or(date.as_str(), || {
                meta.dates.push(DateEntry {
                    edtf: date.as_str().to_owned(),
                    words: site.interface.date(date),
                });
            })
        });
        if let Some(own) = document.anchors.irregular().get(&numbered.turn) {
            let at = meta.turns.anchor.len();
            meta.turns.paragraphs.insert(at, own.clone());
        }
        let place = (numbered.document, numbered.turn);
        let conversation = entry
            .conversation
            .map(|at| document.conversations[at].conversation);
        let columns = &mut meta.turns;
        columns.document.push(numbered.document);
        let anchor = document.anchors.turn(numbered.turn);
        columns.anchor.push(anchor.to_owned());
        columns.speaker.push(speaker);
        let mentioned = mentions.get(&place).cloned();
        columns.mentions.push(mentioned.unwrap_or_default());
        columns.roles.push(held.into_iter().collect());
        let conversation = conversation.or(document.conversation);
        columns.conversation.push(conversation);
        let how = attributions.position(entry.attribution.how());
        columns.attribution.push(how);
        columns.label.push(label);
        columns.date.push(date);
    }
    meta.turns.orders = orders(turns);
    meta.roles = roles.owned();
    meta.labels = labels.owned();
    meta.attributions = attributions.values;
    meta
}

/// The turns of documents whose conversations have other dates than the order in which they are told: each by its number, as they stand.
fn orders(turns: &[Numbered]) -> BTreeMap<usize, Vec<usize>> {
    let mut found: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for (number, one) in turns.iter().enumerate() {
        let own = found.entry(one.document).or_default();
        own.push((one.turn, number));
    }
    found.retain(|_, own| !own.is_sorted());
    let as_they_stand = |mut own: Vec<(usize, usize)>| {
        own.sort_unstable();
        own.into_iter().map(|(_, number)| number).collect()
    };
    let found = found.into_iter();
    found
        .map(|(document, own)| (document, as_they_stand(own)))
        .collect()
}

fn documents(site: &Site) -> Vec<Document> {
    let same_day = same_day(site);
    let document = |entry: &DocumentEntry| Document {
        id: entry.id.to_string(),
        title: entry.facts.title.clone(),
        short: short(site, entry, &same_day),
        path: Route::Document(entry.id.clone()).path(site),
        language: entry
            .facts
            .language
            .clone()
            .filter(|language| *language != site.config.language),
        tag: entry.facts.language.clone(),
        kind: entry.facts.kind.clone(),
    };
    site.documents.iter().map(document).collect()
}

/// How many documents there are of each date.
fn same_day(site: &Site) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for document in &site.documents {
        if let Some(date) = &document.facts.date {
            *counts.entry(date.as_str()).or_default() += 1;
        }
    }
    counts
}

/// Values in order of their first use, each once.
#[derive(Default)]
struct List<'a> {
    values: Vec<&'a str>,
    positions: BTreeMap<&'a str, usize>,
}

impl<'a> List<'a> {
    /// The position of a value, which joins the list if it is new.
    fn position(&mut self, value: &'a str) -> usize {
        self.position_or(value, || {})
    }

    /// The same; says that a value is new.
    fn position_or(&mut self, value: &'a str, is_new: impl FnOnce()) -> usize {
        let values = &mut self.values;
        *self.positions.entry(value).or_insert_with(|| {
            is_new();
            values.push(value);
            values.len() - 1
        })
    }

    fn owned(self) -> Vec<String> {
        self.values.into_iter().map(str::to_owned).collect()
    }
}

/// The date where it is the document's alone, else with the title.
fn short(site: &Site, document: &DocumentEntry, same_day: &BTreeMap<&str, usize>) -> String {
    let Some(date) = &document.facts.date else {
        return document.facts.title.clone();
    };
    let words = site.interface.date(date);
    match same_day.get(date.as_str()) {
        Some(1) => words,
        _ => format!("{words}: {}", document.facts.title),
    }
}

/// In which capacity the speaker of a turn speaks: as the record says, and the offices held at its date, or ever where dates are missing.
fn roles_of(site: &Site, numbered: Numbered) -> Vec<&str> {
    let entry = &site.documents[numbered.document];
    let Some(person) = entry.turns[numbered.turn].attribution.person() else {
        return Vec::new();
    };
    let by_record = entry
        .record
        .participants
        .iter()
        .filter(|one| one.person == *person)
        .filter_map(|one| one.role.as_deref());
    let date = entry
        .turn_date(numbered.turn)
        .and_then(|date| query::span(date.as_str()));
    let offices = site
        .people
        .get(person)
        .and_then(|person| person.authority.as_ref())
        .map_or(&[][..], |known| known.roles.as_slice());
    let held = |role: &&Role| {
        let day = |day: &Option<String>| day.as_deref().and_then(query::span);
        date.is_none_or(|(first, last)| {
            day(&role.from).is_none_or(|from| from.0 <= last)
                && day(&role.to).is_none_or(|to| to.1 >= first)
        })
    };
    let held = offices.iter().filter(held).map(|role| role.title.as_str());
    by_record.chain(held).collect()
}

fn person(person: &PersonEntry) -> Person {
    let mut names: BTreeSet<&str> = person.labels.keys().map(String::as_str).collect();
    if let Some(known) = &person.authority {
        names.extend(known.names.iter().chain(&known.labels).map(String::as_str));
    }
    Person {
        id: person.id.to_string(),
        name: person.name.clone(),
        sort: person.sort.clone(),
        slot: person.slot,
        names: names.into_iter().map(str::to_owned).collect(),
    }
}
