//! `&Site` → what search knows before any text is read: who speaks, which documents there are, and what each turn belongs to. The order
//! of the turns is that of [`super::numbered`].

use super::{Numbered, text};
use crate::authority::{PersonId, Role};
use crate::query::{self, Catalog, DateEntry, Document, Person, Turns};
use crate::site::{DocumentEntry, PersonEntry, Route, Site, TURNS_A_BLOCK};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn meta(site: &Site, turns: &[Numbered<'_>]) -> Catalog {
    let others: Vec<&PersonEntry> = site
        .people
        .values()
        .filter(|person| !site.speakers.contains(&person.id))
        .collect();
    let mut meta = Catalog {
        block: TURNS_A_BLOCK,
        speakers: site
            .speakers
            .iter()
            .filter_map(|id| site.people.get(id))
            .map(person)
            .collect(),
        others: others.iter().copied().map(person).collect(),
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
                tag: document.facts.language.clone(),
                kind: document.facts.kind.clone(),
            })
            .collect(),
        conversations: site
            .conversations
            .iter()
            .map(|conversation| conversation.name.clone())
            .collect(),
        roles: Vec::new(),
        dates: Vec::new(),
        labels: Vec::new(),
        attributions: Vec::new(),
        turns: Turns::default(),
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
    for numbered in turns {
        let entry = &numbered.entry.turns[numbered.turn];
        let turn = numbered.turn();
        let speaker = entry
            .attribution
            .person()
            .and_then(|person| positions.get(person).copied());
        let roles: BTreeSet<usize> = roles(site, numbered)
            .into_iter()
            .map(|role| position(&mut meta.roles, role.to_owned()))
            .collect();
        let label = turn
            .label
            .as_ref()
            .map(|label| position(&mut meta.labels, label.name().to_owned()));
        let date = numbered.entry.turn_date(numbered.turn).map(|date| {
            let known = meta.dates.iter().position(|d| d.edtf == date.as_str());
            known.unwrap_or_else(|| {
                meta.dates.push(DateEntry {
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
        let place = (numbered.document, numbered.turn);
        columns
            .mentions
            .push(mentions.get(&place).cloned().unwrap_or_default());
        columns.roles.push(roles.into_iter().collect());
        let conversation = entry
            .conversation
            .map(|at| numbered.entry.conversations[at].conversation);
        columns
            .conversation
            .push(conversation.or(numbered.entry.conversation));
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

/// In which capacity the speaker of a turn speaks: as the record says, and the offices held at its date, or ever where dates are missing.
fn roles<'a>(site: &'a Site, numbered: &Numbered<'a>) -> Vec<&'a str> {
    let entry = numbered.entry;
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

/// The position of a value in a list, which it joins if it is new.
fn position<T: PartialEq>(list: &mut Vec<T>, value: T) -> usize {
    list.iter()
        .position(|known| *known == value)
        .unwrap_or_else(|| {
            list.push(value);
            list.len() - 1
        })
}
