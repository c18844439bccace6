//! Indexes too long for one page: from A to Z on pages of their own, a letter with very many entries by its second letter.

use super::{PersonEntry, Place, Route, Site};
use crate::interface::Order;
use std::collections::BTreeMap;

/// How many entries one page shows.
const MOST_ON_A_PAGE: usize = 500;
/// By how many letters of a name pages are told apart at most.
const DEEPEST: usize = 6;

/// An index whose entries stand from A to Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Index {
    /// Everyone who speaks, is present or is mentioned.
    People,
    /// Places of the talks.
    Places,
    /// Terms of the glossary.
    Glossary,
    /// Documents by kind.
    Kinds,
    /// Documents by subject.
    Subjects,
}

impl Index {
    const ALL: [Index; 5] = [
        Index::People,
        Index::Places,
        Index::Glossary,
        Index::Kinds,
        Index::Subjects,
    ];

    /// Its page.
    pub fn route(self) -> Route {
        match self {
            Index::People => Route::People,
            Index::Places => Route::Places,
            Index::Glossary => Route::Glossary,
            Index::Kinds => Route::Kinds,
            Index::Subjects => Route::Subjects,
        }
    }
}

/// The pages of a long index.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parts {
    /// In order.
    pub parts: Vec<Part>,
    of_name: BTreeMap<String, usize>,
}

/// One of them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// “S”, “Sc”.
    pub name: String,
    /// Its name in addresses: `s`, `s-c`.
    pub path: String,
    /// How many entries it has.
    pub n: usize,
}

impl Site {
    /// Divides the indexes that are too long for one page, once people and indexes are known.
    pub(super) fn divide_indexes(&mut self) {
        let order = self.interface.order();
        for index in Index::ALL {
            let names = self.index_names(index);
            if names.len() > MOST_ON_A_PAGE {
                self.parts.insert(index, Parts::new(&order, names));
            }
        }
    }

    /// The part of an index that an entry stands in, by the name it is ordered by; `None` where all stand on one page.
    pub fn part_of(&self, index: Index, name: &str) -> Option<&Part> {
        let parts = self.parts.get(&index)?;
        parts.parts.get(*parts.of_name.get(name)?)
    }

    /// The names under which the entries of an index stand, references to other names among them.
    fn index_names(&self, index: Index) -> Vec<String> {
        match index {
            Index::People => {
                let people = self.people.values();
                people
                    .flat_map(|person| person.index_forms().chain([person.sort.as_str()]))
                    .map(str::to_owned)
                    .collect()
            }
            Index::Places => {
                let places = self.indexes.places.keys();
                places
                    .flat_map(|Place { printed, editors }| printed.iter().chain(editors))
                    .cloned()
                    .collect()
            }
            Index::Glossary => self.terms.iter().map(|term| term.term.clone()).collect(),
            Index::Kinds => self.indexes.kinds.keys().cloned().collect(),
            Index::Subjects => self.indexes.subjects.keys().cloned().collect(),
        }
    }
}

impl PersonEntry {
    /// Other names that can stand in an index as they are, a surname alone or a name turned round, unless the person's own line says it.
    pub fn index_forms(&self) -> impl Iterator<Item = &str> {
        let surname = self.sort.split(',').next().unwrap_or_default();
        let names = self.authority.iter().flat_map(|known| &known.names);
        names.map(String::as_str).filter(move |name| {
            let is_index_form = name.contains(',') || !name.contains(char::is_whitespace);
            is_index_form && *name != surname && *name != self.sort
        })
    }
}

impl Parts {
    fn new(order: &Order, names: Vec<String>) -> Parts {
        let mut found = Parts {
            parts: Vec::new(),
            of_name: BTreeMap::new(),
        };
        found.divide(order, names, "", "", 0);
        found
    }

    /// Adds a page for these names, or one for each of their next letters.
    fn divide(&mut self, order: &Order, names: Vec<String>, name: &str, path: &str, depth: usize) {
        let is_short = names.len() <= MOST_ON_A_PAGE && depth > 0;
        if is_short || depth == DEEPEST {
            let part = Part {
                name: name.to_owned(),
                path: path.to_owned(),
                n: names.len(),
            };
            let at = self.parts.len();
            self.of_name
                .extend(names.into_iter().map(|name| (name, at)));
            self.parts.push(part);
            return;
        }
        let names = names.into_iter().map(|name| (name.clone(), name)).collect();
        for letter in order.by_letter_at(names, depth) {
            let slug = letter.anchor.trim_start_matches("letter-");
            let (name, path) = match depth {
                0 => (letter.name.clone(), slug.to_owned()),
                // A name that ends here.
                _ if letter.name == "#" => (name.to_owned(), format!("{path}-{slug}")),
                _ => (
                    format!("{name}{}", letter.name.to_lowercase()),
                    format!("{path}-{slug}"),
                ),
            };
            self.divide(order, letter.entries, &name, &path, depth + 1);
        }
    }
}
