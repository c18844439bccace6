//! `content/people.toml` and `content/glossary.toml`, and the tables that say the same → [`Authority`]: who there is, under which names, and what terms mean.
//!
//! Deciding which label is whose is not done here but in `resolve`.

// Lists of words: one word a line would make thousands of lines.
#[rustfmt::skip]
#[allow(clippy::unicode_not_nfc, reason = "folded Korean is decomposed")]
pub(crate) mod forms;
mod glossary;
mod people;
mod sheet;
pub(crate) mod titles;
#[rustfmt::skip]
pub(crate) mod voices;

use crate::diagnostic::Diagnostics;
use crate::source::Sources;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

pub use glossary::Term;
pub(crate) use people::{Entry, sort_name};
pub use people::{Person, Role};
pub(crate) use sheet::{
    GLOSSARY as GLOSSARY_COLUMNS, In as InGlossary, Of as OfPerson, PEOPLE as PEOPLE_COLUMNS,
    PersonRows, people as entries, terms,
};

/// Identifier of a person, also the name of their page: `a-z`, digits and hyphens (letters of other scripts stay).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize)]
pub struct PersonId(String);

impl PersonId {
    /// The identifier made from a name or an editor's own identifier.
    pub fn new(name: &str) -> Self {
        PersonId(crate::source::address(name))
    }

    /// As it stands in addresses.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The authority file and the glossary.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Authority {
    /// The people, by identifier.
    pub people: BTreeMap<PersonId, Person>,
    /// The terms, in order of the file.
    pub terms: Vec<Term>,
}

impl Authority {
    /// The person with this identifier.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.get(id)
    }
}

/// Reads the authority file and the glossary, and the tables that say the same; each may be missing.
pub fn parse(sources: &Sources, diagnostics: &mut Diagnostics) -> Authority {
    let people = sources.people.as_ref();
    let mut people = people
        .map(|file| people::parse(file, diagnostics))
        .unwrap_or_default();
    if let Some(table) = &sources.tables.people {
        let of_toml = people.keys().cloned().collect();
        let mut completed = BTreeSet::new();
        for entry in sheet::people(table, diagnostics) {
            entry.complete(&of_toml, &mut completed, &mut people, diagnostics);
        }
    }
    let terms = sources.glossary.as_ref();
    let mut terms = terms
        .map(|file| glossary::parse(file, diagnostics))
        .unwrap_or_default();
    if let Some(table) = &sources.tables.glossary {
        terms.extend(sheet::terms(table, diagnostics));
    }
    Authority { people, terms }
}
