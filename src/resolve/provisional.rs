//! People known only from labels, over the whole archive.
//!
//! A full name is one person wherever it stands. A surname alone, an office or a first name is the person of its own document, unless it
//! stands in the same company as in another: the same surname beside others who are the same. A wrong person is worse than two entries.

use super::Attribution;
use super::Evidence;
use super::bearers::Fit;
use super::candidates::{Unlisted, UnlistedKind, surname};
use super::names::{self, NameParts};
use super::people::{Provisional, Read};
use crate::authority::{Authority, PersonId};
use std::collections::{BTreeMap, BTreeSet};

/// The people whom no entry fits, gathered over all documents.
pub(super) struct Gathered {
    /// By document, by place in its candidates.
    ids: Vec<BTreeMap<usize, PersonId>>,
    pub(super) people: BTreeMap<PersonId, Provisional>,
}

impl Gathered {
    /// Gathers those of all documents: first by full names, then those with less.
    pub(super) fn from(read: &[Read<'_>], authority: &Authority) -> Gathered {
        let used: Vec<BTreeSet<usize>> = read.iter().map(used).collect();
        let company: Vec<BTreeSet<&str>> = read
            .iter()
            .zip(&used)
            .map(|(one, used)| {
                let locals = &one.candidates.locals;
                let named = used.iter().filter_map(|at| surname(&locals[*at].kind));
                named.collect()
            })
            .collect();
        let mut documents_of: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for (document, names) in company.iter().enumerate() {
            for name in names {
                documents_of.entry(name).or_default().insert(document);
            }
        }
        let mut order: Vec<(usize, usize, &Unlisted)> = used
            .iter()
            .enumerate()
            .flat_map(|(document, used)| used.iter().map(move |at| (document, *at)))
            .map(|(document, at)| (document, at, &read[document].candidates.locals[at]))
            .collect();
        order.sort_by_key(|(document, at, one)| (std::cmp::Reverse(fullness(one)), *document, *at));
        let mut gathering = Gathering {
            out: Gathered {
                ids: vec![BTreeMap::new(); read.len()],
                people: BTreeMap::new(),
            },
            clusters: Vec::new(),
            by_word: BTreeMap::new(),
            authority,
            company: &company,
            documents_of: &documents_of,
        };
        for (document, at, one) in order {
            gathering.place(document, at, one, read[document].file.id.as_str());
        }
        gathering.out
    }

    /// The provisional person of a document's own, one of those whom a turn of the document stands for.
    pub(super) fn person(&self, document: usize, at: usize) -> PersonId {
        let id = self.ids[document].get(&at);
        id.expect("everybody whom a turn stands for has been placed")
            .clone()
    }

    /// Several of a document's own people who fit a label. Where the archive knows them for one, it is that one.
    pub(super) fn ambiguous(&self, document: usize, several: &[usize]) -> Attribution {
        let candidates: BTreeSet<PersonId> = several
            .iter()
            .map(|at| self.person(document, *at))
            .collect();
        let mut candidates: Vec<PersonId> = candidates.into_iter().collect();
        if candidates.len() == 1 {
            Attribution::Provisional {
                person: candidates.remove(0),
                evidence: Evidence::Labels,
            }
        } else {
            Attribution::Ambiguous { candidates }
        }
    }
}

/// The document's own people whom some turn stands for.
fn used(one: &Read<'_>) -> BTreeSet<usize> {
    let mut used = BTreeSet::new();
    for fit in &one.candidates.turns {
        match fit {
            Fit::Local(at, _) => {
                used.insert(*at);
            }
            Fit::Locals(several) => used.extend(several),
            Fit::One(..) | Fit::Many(_) | Fit::Collective | Fit::Unidentified | Fit::Unmarked => {}
        }
    }
    used
}

fn fullness(one: &Unlisted) -> usize {
    match &one.kind {
        UnlistedKind::Name(parts) => parts.fullness(),
        UnlistedKind::Identifier | UnlistedKind::Office | UnlistedKind::Word => 0,
    }
}

struct Gathering<'a> {
    out: Gathered,
    clusters: Vec<Cluster>,
    /// By the key of the name, and, after a blank, which no key holds, by the surname.
    by_word: BTreeMap<String, Vec<usize>>,
    authority: &'a Authority,
    /// The surnames of those who speak in each document.
    company: &'a [BTreeSet<&'a str>],
    /// The documents in which each surname speaks.
    documents_of: &'a BTreeMap<&'a str, BTreeSet<usize>>,
}

/// One provisional person while they are gathered.
struct Cluster {
    id: PersonId,
    key: String,
    parts: Option<NameParts>,
    documents: BTreeSet<usize>,
}

impl Gathering<'_> {
    fn place(&mut self, document: usize, at: usize, one: &Unlisted, document_id: &str) {
        let key = names::key(&one.name);
        let parts = match &one.kind {
            UnlistedKind::Name(parts) => Some(parts),
            UnlistedKind::Identifier | UnlistedKind::Office | UnlistedKind::Word => None,
        };
        let surname = parts.map(|parts| format!(" {}", parts.surname));
        let near: BTreeSet<usize> = [Some(&key), surname.as_ref()]
            .into_iter()
            .flatten()
            .filter_map(|word| self.by_word.get(word))
            .flatten()
            .copied()
            .collect();
        let fits: Vec<usize> = near
            .into_iter()
            .filter(|cluster| self.fits(&self.clusters[*cluster], document, &key, one))
            .collect();
        let cluster = match fits.as_slice() {
            [only] => *only,
            _ => self.open(key, one, surname, document_id),
        };
        let cluster = &mut self.clusters[cluster];
        cluster.documents.insert(document);
        let id = cluster.id.clone();
        self.out.ids[document].insert(at, id);
    }

    fn open(
        &mut self,
        key: String,
        one: &Unlisted,
        surname: Option<String>,
        document_id: &str,
    ) -> usize {
        let is_free = |id: &PersonId| {
            !self.out.people.contains_key(id) && self.authority.person(id).is_none()
        };
        let mut id = PersonId::new(&one.name);
        if !is_free(&id) {
            id = PersonId::new(&format!("{} {document_id}", one.name));
        }
        let mut n = 2;
        while !is_free(&id) {
            id = PersonId::new(&format!("{} {document_id} {n}", one.name));
            n += 1;
        }
        let at = self.clusters.len();
        for word in std::iter::once(key.clone()).chain(surname) {
            self.by_word.entry(word).or_default().push(at);
        }
        self.out.people.insert(
            id.clone(),
            Provisional {
                name: one.name.clone(),
            },
        );
        let parts = match &one.kind {
            UnlistedKind::Name(parts) => Some(parts.clone()),
            UnlistedKind::Identifier | UnlistedKind::Office | UnlistedKind::Word => None,
        };
        self.clusters.push(Cluster {
            id,
            key,
            parts,
            documents: BTreeSet::new(),
        });
        at
    }

    /// Whether a document's own person is one already gathered.
    fn fits(&self, cluster: &Cluster, document: usize, key: &str, one: &Unlisted) -> bool {
        if cluster.documents.contains(&document) {
            // The document itself keeps them apart.
            return false;
        }
        match (&one.kind, &cluster.parts) {
            // A nick is the same person's everywhere, and so is an identifier.
            (UnlistedKind::Identifier | UnlistedKind::Word, None) => cluster.key == key,
            (UnlistedKind::Name(parts), Some(other)) => {
                let same = parts.agrees_with(other);
                let is_full = |parts: &NameParts| !parts.is_surname_only();
                let are_full = is_full(parts) && is_full(other);
                same && (are_full || self.is_in_company(cluster, document, parts, other))
            }
            _ => false,
        }
    }

    /// Whether a surname stands beside the same others as before: two at least, or all there are.
    fn is_in_company(
        &self,
        cluster: &Cluster,
        document: usize,
        parts: &NameParts,
        other: &NameParts,
    ) -> bool {
        let others = self.company[document]
            .iter()
            .filter(|name| **name != parts.surname && **name != other.surname);
        let was_there = |name: &str| {
            let documents = self.documents_of.get(name);
            documents.is_some_and(|documents| meet(documents, &cluster.documents))
        };
        let (mut n, mut n_same) = (0, 0);
        for name in others {
            n += 1;
            n_same += usize::from(was_there(name));
            if n_same == 2 {
                return true;
            }
        }
        n > 0 && n_same == n
    }
}

/// Whether two sets have something in common.
fn meet(one: &BTreeSet<usize>, other: &BTreeSet<usize>) -> bool {
    let (few, many) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    few.iter().any(|at| many.contains(at))
}
