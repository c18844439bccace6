//! Labels held against the people of the authority file.

use super::Evidence;
use super::names::{self, NameParts};
use super::translit;
use crate::authority::{Authority, Person, PersonId, Role};
use crate::date::Edtf;
use std::collections::{BTreeMap, BTreeSet};

/// Who fits a turn, as far as one document can tell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Fit {
    One(PersonId, Evidence),
    Many(Vec<PersonId>),
    /// Nobody of the authority file: one of the document's own people, by place in [`Candidates`](super::Candidates).
    Local(usize, Evidence),
    /// Nobody of the authority file, and several of the document's own people.
    Locals(Vec<usize>),
    Collective,
    Unidentified,
    Unmarked,
}

/// Who of the authority file a name fits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Match {
    One(PersonId, Evidence),
    Many(Vec<PersonId>),
    Nobody,
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
            if parts.agrees_with(name) {
                return Some(if parts.is_surname_only() {
                    Evidence::Surname
                } else {
                    Evidence::Initials
                });
            }
            (parts.given_names_agree(name)
                && !parts.is_surname_only()
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
    /// By the rough key of a surname that may have been brought from one script into another.
    by_rough: BTreeMap<String, BTreeSet<usize>>,
    /// By a label that is listed for one document.
    by_document: BTreeMap<(&'a str, String), Vec<usize>>,
    /// Labels that are listed for some documents, and whose they are there.
    has_elsewhere: BTreeSet<(String, &'a PersonId)>,
}

impl<'a> Bearers<'a> {
    pub(super) fn new(authority: &'a Authority) -> Self {
        let all: Vec<Bearer<'_>> = authority.people.values().map(Bearer::new).collect();
        let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut by_letter: BTreeMap<char, Vec<usize>> = BTreeMap::new();
        let mut by_rough: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        let mut by_document: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
        let mut has_elsewhere = BTreeSet::new();
        for (index, bearer) in all.iter().enumerate() {
            for (document, labels) in &bearer.person.labels_in {
                for label in labels {
                    let key = names::key(label);
                    has_elsewhere.insert((key.clone(), &bearer.person.id));
                    by_document.entry((document, key)).or_default().push(index);
                }
            }
            for key in bearer
                .keys
                .iter()
                .cloned()
                .chain(bearer.person.labels.iter().map(|label| names::key(label)))
            {
                by_key.entry(key).or_default().push(index);
            }
            for name in &bearer.names {
                if translit::may_be_slavic(&name.surname) {
                    let rough = translit::key(&name.surname);
                    by_rough.entry(rough).or_default().insert(index);
                }
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
            by_rough,
            by_document,
            has_elsewhere,
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

impl Bearers<'_> {
    /// Who an identifier of the markup, which is no name to be taken apart, fits.
    pub(super) fn identified(&self, identifier: &str) -> Match {
        let key = names::key(identifier);
        let fitting = self.near(&key, None).map(|bearer| bearer.person.id.clone());
        one_or_many(fitting.collect(), Evidence::Markup)
    }

    /// Whose entry lists a label, for this document or for all.
    pub(super) fn listed(&self, label: &str, document: &str) -> Match {
        let key = names::key(label);
        if let Some(here) = self.by_document.get(&(document, key.clone())) {
            let people: BTreeSet<PersonId> = here
                .iter()
                .map(|index| self.all[*index].person.id.clone())
                .collect();
            return one_or_many(people.into_iter().collect(), Evidence::Listed);
        }
        let lists = |bearer: &&Bearer<'_>| {
            bearer
                .person
                .labels
                .iter()
                .any(|listed| names::key(listed) == key)
        };
        let fitting = self
            .near(&key, None)
            .filter(lists)
            .map(|bearer| bearer.person.id.clone());
        one_or_many(fitting.collect(), Evidence::Listed)
    }

    /// Who a name may stand for.
    pub(super) fn fit(&self, name: &str, parts: Option<&NameParts>) -> Match {
        let key = names::key(name);
        let found: Vec<(Evidence, &PersonId)> = self
            .near(&key, parts)
            .filter_map(|bearer| {
                let evidence = bearer.evidence(name, &key, parts)?;
                Some((evidence, &bearer.person.id))
            })
            .collect();
        let Some(best) = found.iter().map(|(evidence, _)| *evidence).min() else {
            return parts.map_or(Match::Nobody, |parts| self.transliterated(parts));
        };
        let fitting = found.iter().filter(|(evidence, ..)| *evidence == best);
        // Whose entry gives the label to some documents has it there only, where others may be meant.
        let (elsewhere, here): (Vec<&PersonId>, Vec<&PersonId>) = fitting
            .map(|(_, person)| *person)
            .partition(|person| self.has_elsewhere.contains(&(key.clone(), *person)));
        let fitting = if here.is_empty() { elsewhere } else { here };
        one_or_many(fitting.into_iter().cloned().collect(), best)
    }

    /// Whose name is the same in another script's spelling. Two who fit are nobody: the key is rough.
    fn transliterated(&self, parts: &NameParts) -> Match {
        if parts.surname.chars().count() < 5 {
            return Match::Nobody;
        }
        let rough = translit::key(&parts.surname);
        let first = |name: &NameParts| {
            let spelled = match name.given.first() {
                Some(given) => translit::key(given),
                None => translit::key(&name.initials.first()?.to_string()),
            };
            spelled.chars().next()
        };
        let agrees = |name: &NameParts| {
            translit::key(&name.surname) == rough
                && (first(name).is_none() || first(parts).is_none() || first(name) == first(parts))
        };
        let near = self.by_rough.get(&rough).into_iter().flatten();
        let mut fitting = near
            .map(|index| &self.all[*index])
            .filter(|bearer| bearer.names.iter().any(agrees));
        match (fitting.next(), fitting.next()) {
            (Some(only), None) => Match::One(only.person.id.clone(), Evidence::Transliterated),
            _ => Match::Nobody,
        }
    }

    /// Those of `among` who hold an office on a day, or ever where no day is known. A label may be the whole title of an office; then
    /// everybody may be meant.
    pub(super) fn holders(
        &self,
        office: &str,
        date: Option<&Edtf>,
        among: &BTreeSet<PersonId>,
    ) -> Vec<PersonId> {
        let key = names::office_key(office);
        let holds = |person: &Person| {
            person.roles.iter().any(|role| {
                let whole = names::office_key(&role.title) == key && key.contains(' ');
                let head = role.title.split([',', '(']).next().unwrap_or(&role.title);
                let head = [" of ", " for ", " de ", " der ", " des ", " du "]
                    .iter()
                    .filter_map(|of| head.find(of))
                    .min()
                    .map_or(head, |at| &head[..at]);
                let is_office =
                    whole || names::office_key(head) == key && among.contains(&person.id);
                is_office && date.is_none_or(|date| covers(role, date))
            })
        };
        let all = self.all.iter().map(|bearer| bearer.person);
        all.filter(|person| holds(person))
            .map(|person| person.id.clone())
            .collect()
    }

    /// The only one of several whose offices or description name the seat or party of a label.
    pub(super) fn seated(&self, several: &[PersonId], seats: &[String]) -> Option<PersonId> {
        let names_seat = |person: &Person| {
            let of_roles = person.roles.iter().map(|role| role.title.as_str());
            of_roles.chain(person.description.as_deref()).any(|text| {
                let folded = format!(" {} ", names::words(text).join(" "));
                seats
                    .iter()
                    .any(|seat| folded.contains(&format!(" {} ", names::words(seat).join(" "))))
            })
        };
        let mut seated = self
            .all
            .iter()
            .map(|bearer| bearer.person)
            .filter(|person| several.contains(&person.id) && names_seat(person));
        match (seated.next(), seated.next()) {
            (Some(only), None) => Some(only.id.clone()),
            _ => None,
        }
    }
}

/// Whether an office was held on a day.
fn covers(role: &Role, date: &Edtf) -> bool {
    let read = |text: &Option<String>| text.as_deref().and_then(Edtf::parse);
    let first = |date: &Edtf| {
        (
            date.year(),
            date.month().unwrap_or(1),
            date.day().unwrap_or(1),
        )
    };
    let last = |date: &Edtf| {
        (
            date.year(),
            date.month().unwrap_or(12),
            date.day().unwrap_or(31),
        )
    };
    let began = read(&role.from).is_none_or(|from| first(&from) <= last(date));
    let lasts = read(&role.to).is_none_or(|to| first(date) <= last(&to));
    began && lasts
}

fn one_or_many(mut fitting: Vec<PersonId>, evidence: Evidence) -> Match {
    match fitting.len() {
        0 => Match::Nobody,
        1 => Match::One(fitting.remove(0), evidence),
        _ => Match::Many(fitting),
    }
}
