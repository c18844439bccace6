//! The people of `content/people.toml`.

use super::PersonId;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, read_toml};
use crate::source::{Span, TextFile};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// One person of the authority file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Person {
    /// The identifier.
    pub id: PersonId,
    /// The name shown: “Mikhail Gorbachev”.
    pub name: String,
    /// The name in an index: “Gorbachev, Mikhail”.
    pub sort: String,
    /// Other names under which the person is mentioned, in any script.
    pub names: Vec<String>,
    /// Labels printed for the person that the rules of names do not lead to.
    pub labels: Vec<String>,
    /// Labels that stand for the person in one document and for others elsewhere, by the document's identifier.
    pub labels_in: BTreeMap<String, Vec<String>>,
    /// Offices, in order of time.
    pub roles: Vec<Role>,
    /// A sentence or two.
    pub description: Option<String>,
    /// A short life; paragraphs are parted by a blank line.
    pub biography: Option<String>,
    /// Who wrote it, or where it is taken from.
    pub biography_by: Option<String>,
    /// A picture: a file in `static/` or `content/`, and where it is named.
    pub portrait: Option<(String, Place)>,
    /// What it shows, for those who do not see it.
    pub portrait_alt: Option<String>,
    /// Who made it, and what may be done with it.
    pub portrait_credit: Option<String>,
    /// What no source prints and the editors added: “first name”, “role”.
    pub editors: Option<String>,
    /// Authority addresses: Wikidata, VIAF and the like, `https:` only.
    pub same_as: Vec<String>,
}

/// An office held.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// “President of the French Republic”.
    pub title: String,
    /// Since when, EDTF.
    pub from: Option<String>,
    /// Until when, EDTF.
    pub to: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    #[serde(default)]
    person: Vec<Spanned<RawPerson>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPerson {
    id: Option<Spanned<String>>,
    name: String,
    sort: Option<String>,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    labels: Vec<String>,
    #[serde(default)]
    labels_in: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    role: Vec<Role>,
    description: Option<String>,
    biography: Option<String>,
    biography_by: Option<String>,
    portrait: Option<Spanned<String>>,
    portrait_alt: Option<String>,
    portrait_credit: Option<String>,
    editors: Option<String>,
    #[serde(default)]
    same_as: Vec<Spanned<String>>,
}

pub(super) fn parse(file: &TextFile, diagnostics: &mut Diagnostics) -> BTreeMap<PersonId, Person> {
    let help = "the keys of a [[person]] are listed in the README under “People”";
    let Some(raw) = read_toml::<RawFile>(file, help, diagnostics) else {
        return BTreeMap::new();
    };
    let mut people = BTreeMap::new();
    for entry in raw.person {
        let place = |span: std::ops::Range<usize>| {
            Place::at(&file.path, &file.text, Span::new(span.start, span.end))
        };
        let placed = |text: Spanned<String>| {
            let at = place(text.span());
            (text.into_inner(), at)
        };
        let at = place(entry.span());
        let raw = entry.into_inner();
        let entry = Entry {
            place: at,
            id: raw.id.map(placed),
            name: raw.name,
            sort: raw.sort,
            names: raw.names,
            labels: raw.labels,
            labels_in: raw.labels_in,
            roles: raw.role,
            description: raw.description,
            biography: raw.biography,
            biography_by: raw.biography_by,
            portrait: raw.portrait.map(placed),
            portrait_alt: raw.portrait_alt,
            portrait_credit: raw.portrait_credit,
            editors: raw.editors,
            same_as: raw.same_as.into_iter().map(placed).collect(),
        };
        entry.add_to(&mut people, diagnostics);
    }
    people
}

/// A person as an editor wrote it, in TOML or in a table.
pub(super) struct Entry {
    pub(super) place: Place,
    pub(super) id: Option<(String, Place)>,
    pub(super) name: String,
    pub(super) sort: Option<String>,
    pub(super) names: Vec<String>,
    pub(super) labels: Vec<String>,
    pub(super) labels_in: BTreeMap<String, Vec<String>>,
    pub(super) roles: Vec<Role>,
    pub(super) description: Option<String>,
    pub(super) biography: Option<String>,
    pub(super) biography_by: Option<String>,
    pub(super) portrait: Option<(String, Place)>,
    pub(super) portrait_alt: Option<String>,
    pub(super) portrait_credit: Option<String>,
    pub(super) editors: Option<String>,
    pub(super) same_as: Vec<(String, Place)>,
}

impl Entry {
    /// Checks the entry and adds it to the others.
    pub(super) fn add_to(
        self,
        people: &mut BTreeMap<PersonId, Person>,
        diagnostics: &mut Diagnostics,
    ) {
        let (id, id_place) = match &self.id {
            Some((id, place)) => (PersonId::new(id), place.clone()),
            None => (PersonId::new(&self.name), self.place.clone()),
        };
        if people.contains_key(&id) {
            let message = format!("two people have the identifier `{id}`");
            diagnostics.push(Diagnostic::new(
                Code::DuplicateId,
                id_place,
                message,
                "give one of them another id",
            ));
            return;
        }
        let mut same_as = Vec::new();
        for (address, place) in self.same_as {
            if address.starts_with("https://") && !address.contains([' ', '"', '<', '>']) {
                same_as.push(address);
            } else {
                let message = format!("“{address}” is not an https: address");
                let help =
                    "write the full address, as in \"https://www.wikidata.org/entity/Q30487\"";
                diagnostics.push(Diagnostic::new(Code::BadValue, place, message, help));
            }
        }
        let person = Person {
            sort: self.sort.unwrap_or_else(|| sort_name(&self.name)),
            id: id.clone(),
            name: self.name,
            names: self.names,
            labels: self.labels,
            labels_in: self.labels_in,
            roles: self.roles,
            description: self.description,
            biography: self.biography,
            biography_by: self.biography_by,
            portrait: self.portrait,
            portrait_alt: self.portrait_alt,
            portrait_credit: self.portrait_credit,
            editors: self.editors,
            same_as,
        };
        people.insert(id, person);
    }
}

/// “Mikhail Gorbachev” → “Gorbachev, Mikhail”; a name of one word stays.
pub(crate) fn sort_name(name: &str) -> String {
    match name.rsplit_once(' ') {
        Some((given, family)) => format!("{family}, {given}"),
        None => name.to_owned(),
    }
}
