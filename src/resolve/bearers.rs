//! Labels held against the people of the authority file.

use super::Evidence;
use super::names::{self, NameParts};
use crate::authority::{Authority, Person, PersonId};
use crate::document::{Cue, CueKind};
use std::collections::{BTreeMap, BTreeSet};

/// Who fits a turn, as far as one document can tell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Fit {
    One(PersonId, Evidence),
    Many(Vec<PersonId>),
    /// Nobody of the authority file; the name that is printed.
    Nobody(String),
    /// Nobody of the authority file; an identifier of the file's markup, which is no name to be taken apart.
    NobodyById(String),
    Collective,
    Unidentified,
    Unmarked,
}

/// A person of the authority file with every name taken apart once.
struct Bearer<'a> {
    person: &'a Person,
    keys: Vec<String>,
    names: Vec<NameParts>,
}

impl<'a> Bearer<'a> {
    fn new(person: &'a Person) -> Self {
        let all = || std::iter::once(&person.name).chain(&person.names);
        Bearer {
            person,
            keys: all().map(|name| names::key(name)).collect(),
            names: all().filter_map(|name| names::parse(name)).collect(),
        }
    }

    fn evidence(&self, label: &str, key: &str, parts: Option<&NameParts>) -> Option<Evidence> {
        if self
            .person
            .labels
            .iter()
            .any(|listed| names::key(listed) == key)
        {
            return Some(Evidence::Listed);
        }
        // A label of one word that is somebody's full variant (“Saddam”) is weaker than a name of several words.
        if label.contains(' ') && self.keys.iter().any(|name| name == key) {
            return Some(Evidence::FullName);
        }
        let parts = parts?;
        let of_name = |name: &NameParts| {
            if !parts.given_names_agree(name) {
                return None;
            }
            if parts.surname == name.surname {
                return Some(if parts.is_surname_only() {
                    Evidence::Surname
                } else {
                    Evidence::Initials
                });
            }
            (!parts.is_surname_only()
                && !name.is_surname_only()
                && parts.surname_is_a_slip_of(name))
            .then_some(Evidence::Misspelt)
        };
        self.names.iter().filter_map(of_name).min()
    }
}

/// The people of the authority file, found by what a label may have in common with them.
pub(super) struct Bearers<'a> {
    all: Vec<Bearer<'a>>,
    /// By the key of a name or listed label.
    by_key: BTreeMap<String, Vec<usize>>,
    /// By the first letter of a surname: also a misspelt one begins with the right letter.
    by_letter: BTreeMap<char, Vec<usize>>,
}

impl<'a> Bearers<'a> {
    pub(super) fn new(authority: &'a Authority) -> Self {
        let all: Vec<Bearer<'_>> = authority.people.values().map(Bearer::new).collect();
        let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut by_letter: BTreeMap<char, Vec<usize>> = BTreeMap::new();
        for (index, bearer) in all.iter().enumerate() {
            for key in bearer
                .keys
                .iter()
                .cloned()
                .chain(bearer.person.labels.iter().map(|label| names::key(label)))
            {
                by_key.entry(key).or_default().push(index);
            }
            for letter in bearer
                .names
                .iter()
                .filter_map(|name| name.surname.chars().next())
            {
                let of_letter = by_letter.entry(letter).or_default();
                if of_letter.last() != Some(&index) {
                    of_letter.push(index);
                }
            }
        }
        Bearers {
            all,
            by_key,
            by_letter,
        }
    }

    /// Everybody a label may stand for, each once, in order of identifiers.
    fn near(&self, key: &str, parts: Option<&NameParts>) -> impl Iterator<Item = &Bearer<'a>> {
        let letter = parts.and_then(|parts| parts.surname.chars().next());
        let by_letter = letter
            .and_then(|letter| self.by_letter.get(&letter))
            .into_iter()
            .flatten();
        let near: BTreeSet<usize> = self
            .by_key
            .get(key)
            .into_iter()
            .flatten()
            .chain(by_letter)
            .copied()
            .collect();
        near.into_iter().map(|index| &self.all[index])
    }

    /// The person whose surname is spelled most like a label's.
    pub(super) fn closest(&self, label: &str) -> Option<&'a Person> {
        let wanted = names::parse(label)?.surname;
        let letter = wanted.chars().next()?;
        let near = |bearer: &Bearer<'_>| {
            bearer
                .names
                .iter()
                .map(|name| strsim::jaro_winkler(&name.surname, &wanted))
                .fold(0.0, f64::max)
        };
        let best = self
            .by_letter
            .get(&letter)?
            .iter()
            .map(|index| &self.all[*index])
            .max_by(|a, b| near(a).total_cmp(&near(b)))?;
        (near(best) > 0.9).then_some(best.person)
    }
}

/// Labels that name nobody in particular, folded.
const COLLECTIVE: [&str; 8] = [
    "several", "voices", "voice", "audience", "all", "many", "des voix", "zurufe",
];
const UNIDENTIFIED: [&str; 6] = [
    "unidentified",
    "unknown",
    "speaker",
    "an hon member",
    "inaudible",
    "participant",
];

/// Who fits what the markup says of a speaker.
pub(super) fn fit_markup(cue: &Cue, bearers: &Bearers<'_>) -> Fit {
    match (cue.kind, &cue.name) {
        (CueKind::Group, _) => Fit::Collective,
        (_, None) => Fit::Unmarked,
        (CueKind::Name | CueKind::Narration, Some(name)) => match fit(name, bearers) {
            Fit::One(person, _) => Fit::One(person, Evidence::Markup),
            other => other,
        },
        (CueKind::Identifier, Some(identifier)) => {
            let key = names::key(identifier);
            let fitting: BTreeSet<&PersonId> = bearers
                .near(&key, None)
                .map(|bearer| &bearer.person.id)
                .collect();
            let mut fitting = fitting.into_iter().cloned();
            match (fitting.next(), fitting.next()) {
                (Some(person), None) => Fit::One(person, Evidence::Markup),
                (Some(first), Some(second)) => {
                    Fit::Many([first, second].into_iter().chain(fitting).collect())
                }
                (None, _) if COLLECTIVE.contains(&key.as_str()) => Fit::Collective,
                (None, _) if UNIDENTIFIED.contains(&key.as_str()) => Fit::Unidentified,
                (None, _) => Fit::NobodyById(identifier.clone()),
            }
        }
    }
}

/// Who a label may stand for.
pub(super) fn fit(label: &str, bearers: &Bearers<'_>) -> Fit {
    let key = names::key(label);
    let parts = names::parse(label);
    let found: Vec<(Evidence, &PersonId)> = bearers
        .near(&key, parts.as_ref())
        .filter_map(|bearer| {
            bearer
                .evidence(label, &key, parts.as_ref())
                .map(|evidence| (evidence, &bearer.person.id))
        })
        .collect();
    let Some(best) = found.iter().map(|(evidence, _)| *evidence).min() else {
        let folded = names::fold(label);
        let first = folded
            .split(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or("");
        if COLLECTIVE.contains(&first) || COLLECTIVE.contains(&folded.as_str()) {
            return Fit::Collective;
        }
        if UNIDENTIFIED.contains(&first) {
            return Fit::Unidentified;
        }
        return Fit::Nobody(label.to_owned());
    };
    let mut fitting: Vec<PersonId> = found
        .iter()
        .filter(|(evidence, _)| *evidence == best)
        .map(|(_, id)| (*id).clone())
        .collect();
    match fitting.len() {
        1 => Fit::One(fitting.remove(0), best),
        _ => Fit::Many(fitting),
    }
}
