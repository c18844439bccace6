//! `&Site` → the forms of names and terms that find each other, from the authority file and the glossary.

use super::sharded::beginning;
use super::{numbered, text};
use crate::authority::{Person, Term};
use crate::query::{Also, Group};
use crate::site::{DocumentEntry, Site};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Forms that are longer in all, in bytes of JSON, come in parts of about that size.
const A_PART: usize = 12 * 1024;

/// The forms as pages load them: at once, or where they are many in parts, by the first words of forms.
pub(super) struct Forms {
    also: Also,
    parts: Vec<Part>,
}

/// The groups that have a form which begins with one of some words.
struct Part {
    /// Sorts behind all first words of the part before, and not behind the first of this one.
    beginning: String,
    groups: BTreeSet<usize>,
}

/// What a page is told of the forms at first.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Told<'a> {
    All(&'a Also),
    InParts { beginnings: String },
}

impl Forms {
    pub(super) fn new(also: Also) -> Forms {
        let parts = parts(&also);
        Forms { also, parts }
    }

    pub(super) fn n_parts(&self) -> usize {
        self.parts.len()
    }

    pub(super) fn told(&self) -> Told<'_> {
        if self.parts.is_empty() {
            return Told::All(&self.also);
        }
        let beginnings = self.parts.iter().map(|part| part.beginning.as_str());
        Told::InParts {
            beginnings: beginnings.collect::<Vec<&str>>().join(" "),
        }
    }

    /// The groups of a part, each with its number.
    pub(super) fn part(&self, part: usize) -> BTreeMap<usize, &Group> {
        let numbers = self.parts[part].groups.iter();
        numbers.map(|n| (*n, &self.also.groups()[*n])).collect()
    }
}

/// The parts; none where the forms are few.
fn parts(also: &Also) -> Vec<Part> {
    let sizes: Vec<usize> = also.groups().iter().map(size).collect();
    let mut parts: Vec<Part> = Vec::new();
    if sizes.iter().sum::<usize>() <= A_PART {
        return parts;
    }
    let mut before = "";
    let mut full = 0;
    for (word, groups) in also.first_words() {
        let more: usize = groups.iter().map(|n| sizes[*n]).sum();
        match parts.last_mut() {
            Some(open) if full + more <= A_PART => {
                full += more;
                open.groups.extend(groups);
            }
            _ => {
                full = more;
                parts.push(Part {
                    beginning: beginning(before, word).to_owned(),
                    groups,
                });
            }
        }
        before = word;
    }
    parts
}

fn size(group: &Group) -> usize {
    serde_json::to_string(group).map_or(0, |json| json.len())
}

/// The forms that lead to words of the texts.
pub(super) fn also(site: &Site) -> Also {
    let people = site.people.values();
    let people = people.filter_map(|person| person.authority.as_ref());
    let groups: Vec<Vec<String>> = people
        .flat_map(names)
        .chain(site.terms.iter().map(term))
        .filter(|forms| forms.len() > 1)
        .collect();
    if groups.is_empty() {
        return Also::default();
    }
    let turns = numbered(site);
    let turns = turns.iter().map(|turn| Cow::from(text(turn.of(site))));
    let parts = site.documents.iter().flat_map(DocumentEntry::parts);
    Also::new(&groups, turns.chain(parts.map(|part| part.text.into())))
}

/// The full names of a person find each other, and so do the surname and the names of one word: who asks for Gorbachev wants every
/// spelling of it, but not each place where somebody says “Mikhail Sergeyevich”.
fn names(person: &Person) -> [Vec<String>; 2] {
    let is_full = |name: &&String| name.contains(char::is_whitespace);
    let all = || std::iter::once(&person.name).chain(&person.names);
    let surname = person.sort.split(',').next().unwrap_or_default().trim();
    let mut short = vec![surname.to_owned()];
    short.extend(all().filter(|name| !is_full(name)).cloned());
    [all().filter(is_full).cloned().collect(), short]
}

fn term(term: &Term) -> Vec<String> {
    let forms = [&term.term, &term.expansion];
    forms.into_iter().chain(&term.variants).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn many(n: usize) -> Also {
        let forms = |i: usize| vec![format!("Name{i} X"), format!("Alias{i}"), "Élan".to_owned()];
        let groups: Vec<Vec<String>> = (0..n).map(forms).collect();
        let texts: Vec<String> = (0..n).map(|i| format!("Name{i} X said Élan")).collect();
        Also::new(&groups, texts.iter().map(String::as_str))
    }

    #[test]
    fn few_forms_come_at_once() {
        let forms = Forms::new(many(2));
        assert_eq!(forms.n_parts(), 0);
        let told = serde_json::to_value(forms.told()).unwrap();
        assert_eq!(told[0], json!([["Name0 X", "Élan"], ["Alias0"]]));
    }

    #[test]
    fn of_many_forms_the_part_of_a_first_word_has_all_that_begin_with_it() {
        let forms = Forms::new(many(900));
        assert!(forms.n_parts() > 3, "{}", forms.n_parts());
        let told = serde_json::to_value(forms.told()).unwrap();
        let beginnings: Vec<&str> = told["beginnings"].as_str().unwrap().split(' ').collect();
        assert!(beginnings.is_sorted());
        let first_words = forms.also.first_words();
        assert!(first_words.contains_key("elan") && first_words.len() == 1_801);
        for (word, groups) in first_words {
            let part = beginnings.partition_point(|beginning| *beginning <= word) - 1;
            let known = forms.part(part);
            assert!(groups.iter().all(|n| known.contains_key(n)), "{word}");
        }
    }
}
