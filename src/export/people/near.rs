//! People whose names are nearly the same: a letter apart, or one of them with no more than a surname.
//!
//! Names are found by what is left of their surname when a letter is taken out, so that not every pair has to be compared.

use super::is_title;
use crate::authority::PersonId;
use crate::site::PersonEntry;
use crate::source::slug;
use std::collections::{BTreeMap, BTreeSet};

/// The shortest surname in which a letter may be a slip.
const SHORTEST: usize = 5;
/// More people than this with one surname are a family name's bearers, not spellings.
const MOST: usize = 4;

/// People by the spelling of their surnames.
pub(super) struct Near<'a> {
    all: Vec<Spelled<'a>>,
    by_id: BTreeMap<&'a PersonId, usize>,
    by_surname: BTreeMap<String, Vec<usize>>,
    /// By what is left of a surname without one of its letters.
    by_rest: BTreeMap<String, Vec<usize>>,
}

struct Spelled<'a> {
    person: &'a PersonEntry,
    surname: String,
    given: Vec<String>,
}

impl<'a> Near<'a> {
    pub(super) fn new(people: impl Iterator<Item = &'a PersonEntry>) -> Near<'a> {
        let mut near = Near {
            all: people.filter_map(Spelled::new).collect(),
            by_id: BTreeMap::new(),
            by_surname: BTreeMap::new(),
            by_rest: BTreeMap::new(),
        };
        for (index, spelled) in near.all.iter().enumerate() {
            near.by_id.insert(&spelled.person.id, index);
            let of_surname = near.by_surname.entry(spelled.surname.clone()).or_default();
            of_surname.push(index);
            for rest in rests(&spelled.surname) {
                near.by_rest.entry(rest).or_default().push(index);
            }
        }
        near
    }

    /// Whether both have a given name or an initial, so that more than a surname speaks for one person.
    pub(super) fn have_given_names(&self, one: &PersonEntry, other: &PersonId) -> bool {
        let has = |spelled: &Spelled<'_>| !spelled.given.is_empty();
        let known = self.by_id.get(other).map(|at| &self.all[*at]);
        known.is_some_and(has) && Spelled::new(one).is_some_and(|own| has(&own))
    }

    /// Who may be the same as a person, with the reason, in order of identifiers.
    pub(super) fn of(&self, person: &PersonEntry) -> Vec<(&PersonId, &'static str)> {
        let Some(own) = Spelled::new(person) else {
            return Vec::new();
        };
        let mut found: BTreeMap<&PersonId, &'static str> = BTreeMap::new();
        let same = self.by_surname.get(&own.surname).into_iter().flatten();
        let same: Vec<&Spelled<'_>> = same
            .map(|at| &self.all[*at])
            .filter(|other| other.person.id != person.id && own.agrees(other))
            .collect();
        if same.len() <= MOST {
            let why = "the surname is the same";
            found.extend(same.into_iter().map(|other| (&other.person.id, why)));
        }
        let near: BTreeSet<usize> = rests(&own.surname)
            .iter()
            .filter_map(|rest| self.by_rest.get(rest))
            .filter(|people| people.len() <= 16)
            .flatten()
            .copied()
            .collect();
        for other in near.into_iter().map(|at| &self.all[at]) {
            if own.is_slip_of(other) && own.agrees(other) {
                found.insert(&other.person.id, "the surnames differ by a letter");
            }
        }
        found.into_iter().collect()
    }
}

impl<'a> Spelled<'a> {
    fn new(person: &'a PersonEntry) -> Option<Spelled<'a>> {
        let words = words(&person.name);
        let (surname, given) = words.split_last()?;
        // An office has no spelling of its own.
        if is_title(surname) || given.iter().any(|word| is_title(word)) {
            return None;
        }
        let pointed = |word: &&str| -> Vec<String> {
            let parts = word.split('.').filter(|part| !part.is_empty());
            parts.map(slug).collect()
        };
        Some(Spelled {
            person,
            surname: slug(surname).replace('-', ""),
            given: given.iter().flat_map(pointed).collect(),
        })
    }

    /// Whether the given names may be one person's: as far as both have any, they begin alike.
    fn agrees(&self, other: &Spelled<'_>) -> bool {
        self.given
            .iter()
            .zip(&other.given)
            .all(|(a, b)| a.starts_with(b.as_str()) || b.starts_with(a.as_str()))
    }

    /// Whether a letter makes the difference, and not at the end: Gorbachev and Gorbacheva are two people.
    fn is_slip_of(&self, other: &Spelled<'_>) -> bool {
        let (a, b) = (&self.surname, &other.surname);
        let is_other_ending = a.starts_with(b.as_str()) || b.starts_with(a.as_str());
        let begin_alike = a.chars().next() == b.chars().next();
        begin_alike && !is_other_ending && strsim::osa_distance(a, b) == 1
    }
}

/// The words of a name after its forms of address and offices; all of them where nothing else is left, as one.
pub(super) fn words(name: &str) -> Vec<&str> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let first = words.iter().position(|word| !is_title(word));
    first.map_or_else(|| vec![name], |first| words[first..].to_vec())
}

/// A surname, and what is left of it without each of its letters; nothing for a short one.
fn rests(surname: &str) -> Vec<String> {
    let letters: Vec<char> = surname.chars().collect();
    if !(SHORTEST..=40).contains(&letters.len()) {
        return Vec::new();
    }
    let without = |at: usize| -> String {
        let others = letters.iter().enumerate().filter(|(index, _)| *index != at);
        others.map(|(_, letter)| *letter).collect()
    };
    std::iter::once(surname.to_owned())
        .chain((0..letters.len()).map(without))
        .collect()
}
