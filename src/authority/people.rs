//! The people of `content/people.toml`.

use super::PersonId;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, read_toml};
use crate::source::{LineIndex, Span, TextFile};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
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
    let lines = LineIndex::of(&file.text);
    let place = |span: std::ops::Range<usize>| {
        Place::indexed(&file.path, &lines, Span::new(span.start, span.end))
    };
    for entry in raw.person {
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
pub(crate) struct Entry {
    pub(crate) place: Place,
    pub(crate) id: Option<(String, Place)>,
    pub(crate) name: String,
    pub(crate) sort: Option<String>,
    pub(crate) names: Vec<String>,
    pub(crate) labels: Vec<String>,
    pub(crate) labels_in: BTreeMap<String, Vec<String>>,
    pub(crate) roles: Vec<Role>,
    pub(crate) description: Option<String>,
    pub(crate) biography: Option<String>,
    pub(crate) biography_by: Option<String>,
    pub(crate) portrait: Option<(String, Place)>,
    pub(crate) portrait_alt: Option<String>,
    pub(crate) portrait_credit: Option<String>,
    pub(crate) editors: Option<String>,
    pub(crate) same_as: Vec<(String, Place)>,
}

impl Entry {
    /// The identifier, and where it is written.
    fn id(&self) -> (PersonId, Place) {
        match &self.id {
            Some((id, place)) => (PersonId::new(id), place.clone()),
            None => (PersonId::new(&self.name), self.place.clone()),
        }
    }

    /// Checks the entry and adds it to the others.
    pub(super) fn add_to(
        self,
        people: &mut BTreeMap<PersonId, Person>,
        diagnostics: &mut Diagnostics,
    ) {
        let (id, id_place) = self.id();
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

    /// Adds what a table says of a person: the two files have one rank, and one may complete what the other says. Where they say
    /// different things, neither is believed.
    pub(super) fn complete(
        self,
        of_toml: &BTreeSet<PersonId>,
        completed: &mut BTreeSet<PersonId>,
        people: &mut BTreeMap<PersonId, Person>,
        diagnostics: &mut Diagnostics,
    ) {
        let (id, place) = self.id();
        if !of_toml.contains(&id) || !completed.insert(id.clone()) {
            self.add_to(people, diagnostics);
            return;
        }
        let mut alone = BTreeMap::new();
        let is_sort_given = self.sort.is_some();
        self.add_to(&mut alone, diagnostics);
        let (Some(known), Some(said)) = (people.get_mut(&id), alone.remove(&id)) else {
            return;
        };
        let mut differs = |what: &str, known: &str, said: &str| {
            let message = format!(
                "of `{id}` the table gives the {what} “{said}”, content/people.toml “{known}”"
            );
            let help = "make both say the same, or empty the cell; if two people are meant, give one of them another id";
            let place = place.clone();
            diagnostics.push(Diagnostic::new(Code::DuplicateId, place, message, help));
        };
        if known.name != said.name {
            differs("name", &known.name, &said.name);
        }
        // A sort name that nobody wrote is made from the name.
        let is_made = known.sort == sort_name(&known.name);
        if is_sort_given && is_made {
            known.sort = said.sort;
        } else if is_sort_given && known.sort != said.sort {
            differs("sort", &known.sort, &said.sort);
        }
        let texts = [
            ("description", &mut known.description, said.description),
            ("biography", &mut known.biography, said.biography),
            ("biography_by", &mut known.biography_by, said.biography_by),
            ("editors", &mut known.editors, said.editors),
        ];
        for (what, known, said) in texts {
            match (&known, said) {
                (Some(known), Some(said)) if *known != said => differs(what, known, &said),
                (None, Some(said)) => *known = Some(said),
                (Some(_) | None, _) => {}
            }
        }
        add_all(&mut known.names, said.names);
        add_all(&mut known.labels, said.labels);
        for (document, labels) in said.labels_in {
            add_all(known.labels_in.entry(document).or_default(), labels);
        }
        add_all(&mut known.roles, said.roles);
        add_all(&mut known.same_as, said.same_as);
    }
}

/// Adds what is not there yet, in its order.
fn add_all<T: PartialEq>(known: &mut Vec<T>, said: Vec<T>) {
    for one in said {
        if !known.contains(&one) {
            known.push(one);
        }
    }
}

/// “Mikhail Gorbachev” → “Gorbachev, Mikhail”; a name of one word stays.
pub(crate) fn sort_name(name: &str) -> String {
    match name.rsplit_once(' ') {
        Some((given, family)) => format!("{family}, {given}"),
        None => name.to_owned(),
    }
}
