//! Everyone who speaks, is present or is mentioned, gathered from all documents.

use super::{Appearance, PersonEntry, Site, Tally};
use crate::authority::{Authority, PersonId};
use crate::resolve;
use std::collections::{BTreeMap, BTreeSet};

impl Site {
    /// Fills in people and speakers, once the documents stand in order.
    pub(super) fn gather_people(
        &mut self,
        authority: &Authority,
        provisional: &BTreeMap<PersonId, resolve::Provisional>,
    ) {
        let mut people: BTreeMap<PersonId, PersonEntry> = BTreeMap::new();
        let mut entry = |id: &PersonId, change: &mut dyn FnMut(&mut PersonEntry)| {
            let person = people.entry(id.clone()).or_insert_with(|| {
                let known = authority.person(id);
                let name = known
                    .map(|p| p.name.clone())
                    .or_else(|| provisional.get(id).map(|p| p.name.clone()));
                let name = name.unwrap_or_else(|| id.to_string());
                PersonEntry {
                    id: id.clone(),
                    sort: known.map_or_else(|| name.clone(), |p| p.sort.clone()),
                    name,
                    authority: known.cloned(),
                    slot: 0,
                    labels: BTreeMap::new(),
                    appearances: Vec::new(),
                    printed: Tally::default(),
                    by_editors: Tally::default(),
                    mentioned: BTreeSet::new(),
                    mentioned_in_narration: BTreeSet::new(),
                    present: Vec::new(),
                }
            });
            change(person);
        };
        for (document_index, document) in self.documents.iter().enumerate() {
            for (turn_index, turn) in document.turns.iter().enumerate() {
                let Some(id) = turn.attribution.person() else {
                    continue;
                };
                entry(id, &mut |person| {
                    let tally = Tally {
                        n_turns: 1,
                        n_words: turn.n_words,
                    };
                    if document.is_assigned(turn_index) {
                        person.by_editors = person.by_editors + tally;
                    } else {
                        person.printed = person.printed + tally;
                    }
                    if let Some(label) = &document.turn(turn_index).label {
                        *person.labels.entry(label.name().to_owned()).or_default() += 1;
                    }
                    match person.appearances.last_mut() {
                        Some(last) if last.document == document_index => {
                            last.turns.push(turn_index);
                        }
                        _ => person.appearances.push(Appearance {
                            document: document_index,
                            turns: vec![turn_index],
                        }),
                    }
                });
            }
            let turn_of_block: BTreeMap<usize, usize> = document
                .turns
                .iter()
                .enumerate()
                .map(|(i, t)| (t.block, i))
                .collect();
            for mention in document.mentions.iter() {
                entry(
                    &mention.person,
                    &mut |person| match turn_of_block.get(&mention.block) {
                        Some(turn) => {
                            person.mentioned.insert((document_index, *turn));
                        }
                        None => {
                            person.mentioned_in_narration.insert(document_index);
                        }
                    },
                );
            }
            for presence in &document.silent {
                entry(&presence.person, &mut |person| {
                    person.present.push(document_index);
                });
            }
        }
        let mut speakers: Vec<PersonId> = people
            .values()
            .filter(|p| p.speaks())
            .map(|p| p.id.clone())
            .collect();
        speakers.sort_by(|a, b| {
            people[b]
                .total()
                .n_words
                .cmp(&people[a].total().n_words)
                .then_with(|| a.cmp(b))
        });
        for (index, id) in speakers.iter().enumerate() {
            if let Some(person) = people.get_mut(id) {
                person.slot = (index + 1).min(6) as u8;
            }
        }
        self.people = people;
        self.speakers = speakers;
    }
}
