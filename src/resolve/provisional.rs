//! People known only from labels, over the whole archive.

use super::bearers::Fit;
use super::names::{self, NameParts};
use super::people::{Provisional, Read};
use crate::authority::{Authority, PersonId};
use std::collections::{BTreeMap, BTreeSet};

/// The labels that fit nobody, gathered into provisional people.
pub(super) struct Labels {
    by_label: BTreeMap<String, PersonId>,
    pub(super) people: BTreeMap<PersonId, Provisional>,
}

impl Labels {
    /// Gathers the labels of all documents.
    pub(super) fn gather(read: &[Read<'_>], authority: &Authority) -> Labels {
        let mut labels: BTreeMap<&str, usize> = BTreeMap::new();
        let mut identifiers: BTreeSet<&str> = BTreeSet::new();
        for one in read {
            for fit in &one.candidates.turns {
                match fit {
                    Fit::Nobody(label) => *labels.entry(label).or_default() += 1,
                    Fit::NobodyById(identifier) => {
                        *labels.entry(identifier).or_default() += 1;
                        identifiers.insert(identifier);
                    }
                    Fit::One(..)
                    | Fit::Many(_)
                    | Fit::Collective
                    | Fit::Unidentified
                    | Fit::Unmarked => {}
                }
            }
        }
        let parse = |label: &str| {
            let is_name = !identifiers.contains(label);
            is_name.then(|| names::parse(label)).flatten()
        };
        // The fullest names first: a later, shorter one joins the only person it fits.
        let mut order: Vec<(&str, usize, Option<NameParts>)> = labels
            .into_iter()
            .map(|(label, n)| (label, n, parse(label)))
            .collect();
        order.sort_by_key(|(label, n, parts)| {
            let fullness = parts
                .as_ref()
                .map_or(0, |parts| parts.given.len() * 4 + parts.initials.len());
            (std::cmp::Reverse((fullness, *n)), *label)
        });
        let mut out = Labels {
            by_label: BTreeMap::new(),
            people: BTreeMap::new(),
        };
        let mut clusters: Vec<Cluster> = Vec::new();
        let mut by_word: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (label, _, parts) in order {
            let name = if identifiers.contains(label) {
                label
            } else {
                names::personal(label)
            };
            let key = names::key(name);
            let surname = parts.as_ref().map(|parts| format!(" {}", parts.surname));
            let near: BTreeSet<usize> = [Some(&key), surname.as_ref()]
                .into_iter()
                .flatten()
                .filter_map(|word| by_word.get(word))
                .flatten()
                .copied()
                .collect();
            let fits: Vec<usize> = near
                .into_iter()
                .filter(|at| clusters[*at].fits(&key, parts.as_ref()))
                .collect();
            let id = if let [only] = fits.as_slice() {
                clusters[*only].id.clone()
            } else {
                let mut id = PersonId::new(name);
                let mut n = 2;
                while out.people.contains_key(&id) || authority.person(&id).is_some() {
                    id = PersonId::new(&format!("{name} {n}"));
                    n += 1;
                }
                // A blank before a surname keeps it apart from keys, which hold none.
                for word in std::iter::once(key.clone()).chain(surname) {
                    by_word.entry(word).or_default().push(clusters.len());
                }
                clusters.push(Cluster {
                    id: id.clone(),
                    key,
                    parts,
                });
                out.people.insert(
                    id.clone(),
                    Provisional {
                        name: name.to_owned(),
                    },
                );
                id
            };
            out.by_label.insert(label.to_owned(), id);
        }
        out
    }

    /// The provisional person of a label.
    pub(super) fn person(&self, label: &str) -> PersonId {
        self.by_label
            .get(label)
            .cloned()
            .unwrap_or_else(|| PersonId::new(label))
    }
}

/// One provisional person while labels are gathered.
struct Cluster {
    id: PersonId,
    /// The first label's name, letters and digits only.
    key: String,
    parts: Option<NameParts>,
}

impl Cluster {
    /// Whether a label may be this person's: the same words, or a name that agrees. An office agrees with nothing but itself.
    fn fits(&self, key: &str, parts: Option<&NameParts>) -> bool {
        let names_agree = match (parts, &self.parts) {
            (Some(a), Some(b)) => a.surname == b.surname && a.given_names_agree(b),
            _ => false,
        };
        self.key == key || names_agree
    }
}
