//! A filter → which turns it lets through, or a mistake that names near values.

use super::catalog::{Catalog, Part, Person};
use super::mistake::{Mistake, Said};
use super::tree::{Field, Filter};
use super::{span, words};
use std::collections::BTreeSet;

/// Nobody's turns, and those of more than one candidate.
const NOBODY: &str = "-";

/// How many near values a mistake names.
const MOST_NEAR: usize = 3;

/// For each turn, whether the filter lets it through.
pub(super) fn lets(catalog: &Catalog, filter: &Filter) -> Result<Vec<bool>, Mistake> {
    let turns = &catalog.turns;
    let value = filter.value.to_lowercase();
    Ok(match filter.field {
        Field::Speaker => {
            let speakers: Vec<&Person> = catalog.speakers.iter().collect();
            let wanted = person(&speakers, filter, "script-nobody-called")?;
            turns.speaker.iter().map(|one| *one == wanted).collect()
        }
        Field::Mentions => {
            let wanted = person(&catalog.people(), filter, "script-nobody-mentioned")?;
            let holds = |found: &Vec<usize>| {
                wanted.map_or(found.is_empty(), |wanted| found.contains(&wanted))
            };
            turns.mentions.iter().map(holds).collect()
        }
        Field::Role => {
            let roles: Vec<Option<&str>> = catalog.roles.iter().map(|r| Some(r.as_str())).collect();
            let fits = in_words(&roles, filter, "script-no-role")?;
            let holds = |found: &Vec<usize>| found.iter().any(|role| fits[*role]);
            turns.roles.iter().map(holds).collect()
        }
        Field::Date => {
            let (first, last) = span(&filter.value).ok_or_else(|| {
                Mistake::new("script-no-date", filter.start..filter.end)
                    .words("date", &filter.value)
            })?;
            let fits: Vec<bool> = catalog
                .dates
                .iter()
                .map(|date| {
                    span(&date.edtf).is_some_and(|known| known.0 <= last && known.1 >= first)
                })
                .collect();
            let holds = |date: &Option<usize>| date.is_some_and(|date| fits[date]);
            turns.date.iter().map(holds).collect()
        }
        Field::Kind => {
            let kinds: Vec<Option<&str>> = catalog
                .documents
                .iter()
                .map(|d| d.kind.as_deref())
                .collect();
            let fits = in_words(&kinds, filter, "script-no-kind")?;
            turns
                .document
                .iter()
                .map(|document| fits[*document])
                .collect()
        }
        Field::Language => {
            let begins = |tag: &str| {
                let tag = tag.to_lowercase();
                tag == value
                    || tag
                        .strip_prefix(&value)
                        .is_some_and(|rest| rest.starts_with('-'))
            };
            let tags = catalog.documents.iter().map(|d| d.tag.as_deref());
            let fits: Vec<bool> = tags.clone().map(|tag| tag.is_some_and(begins)).collect();
            if !fits.contains(&true) {
                let tags: Vec<Option<&str>> = tags.collect();
                return Err(Mistake::of(filter, "script-no-language").near(some(&tags, &value)));
            }
            turns
                .document
                .iter()
                .map(|document| fits[*document])
                .collect()
        }
        Field::Document => {
            let ids = catalog.documents.iter().map(|d| d.id.as_str());
            let Some(wanted) = ids.clone().position(|id| id == value) else {
                let ids: Vec<Option<&str>> = ids.map(Some).collect();
                return Err(Mistake::of(filter, "script-no-document").near(some(&ids, &value)));
            };
            turns.document.iter().map(|one| *one == wanted).collect()
        }
        Field::Conversation => {
            let ids = catalog.conversations.iter().map(String::as_str);
            let Some(wanted) = ids.clone().position(|id| id.to_lowercase() == value) else {
                let ids: Vec<Option<&str>> = ids.map(Some).collect();
                return Err(Mistake::of(filter, "script-no-conversation").near(some(&ids, &value)));
            };
            turns
                .conversation
                .iter()
                .map(|one| *one == Some(wanted))
                .collect()
        }
        Field::In => {
            let is_it = |known: &&(Part, &str)| {
                known.1 == value || (value == "speech" && known.0 == Part::Turns)
            };
            let Some((wanted, _)) = Part::ALL.iter().find(is_it) else {
                return Err(Mistake::of(filter, "script-no-part"));
            };
            (0..turns.length.len())
                .map(|turn| turns.part(turn) == *wanted)
                .collect()
        }
    })
}

fn key(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

/// Who is meant: an identifier, a name as it stands, a surname, or words of a name. `None` is nobody, where the reader asks for that.
fn person(
    people: &[&Person],
    filter: &Filter,
    unknown: &'static str,
) -> Result<Option<usize>, Mistake> {
    if filter.value == NOBODY {
        return Ok(None);
    }
    let id = filter.value.to_lowercase();
    let wanted = key(&filter.value);
    let names = |person: &Person| -> Vec<Vec<String>> {
        let own = [&person.name, &person.sort];
        own.into_iter()
            .chain(&person.names)
            .map(|name| key(name))
            .collect()
    };
    let tests: [&dyn Fn(&Person) -> bool; 4] = [
        &|person| person.id == id,
        &|person| names(person).contains(&wanted),
        &|person| key(person.sort.split(',').next().unwrap_or_default()) == wanted,
        &|person| {
            let whole = std::iter::once(&person.name).chain(&person.names);
            let mut whole = whole.map(|name| key(name));
            whole.any(|name| wanted.iter().all(|word| name.contains(word)))
        },
    ];
    // A value without words is nobody's name.
    let n_tests = if wanted.is_empty() { 1 } else { tests.len() };
    for test in &tests[..n_tests] {
        let found: Vec<usize> = (0..people.len()).filter(|at| test(people[*at])).collect();
        match found.as_slice() {
            [] => {}
            [one] => return Ok(Some(*one)),
            several => {
                let field = filter.field.name();
                let ids = several
                    .iter()
                    .map(|at| format!("{field}:{}", people[*at].id));
                return Err(Mistake::of(filter, "script-fits-several")
                    .value("n", Said::Count(several.len()))
                    .value("choices", Said::Either(ids.collect())));
            }
        }
    }
    let choices: Vec<(String, Vec<String>)> = people
        .iter()
        .map(|person| {
            let mut keys: BTreeSet<String> = names(person).into_iter().flatten().collect();
            keys.insert(person.id.clone());
            (person.id.clone(), keys.into_iter().collect())
        })
        .collect();
    Err(Mistake::of(filter, unknown).near(nearest(&choices, &id)))
}

/// For each text of a list, whether it is the value, word by word; where none is, whether it holds all its words.
fn in_words(
    texts: &[Option<&str>],
    filter: &Filter,
    unknown: &'static str,
) -> Result<Vec<bool>, Mistake> {
    let wanted = key(&filter.value);
    let keys: Vec<Option<Vec<String>>> = texts.iter().map(|text| text.map(key)).collect();
    let is_same = |key: &Option<Vec<String>>| key.as_ref() == Some(&wanted);
    let holds = |key: &Option<Vec<String>>| {
        key.as_ref()
            .is_some_and(|key| wanted.iter().all(|word| key.contains(word)))
    };
    if !wanted.is_empty() {
        let is_role = filter.field == Field::Role;
        if !is_role && keys.iter().any(is_same) {
            return Ok(keys.iter().map(is_same).collect());
        }
        if keys.iter().any(holds) {
            return Ok(keys.iter().map(holds).collect());
        }
    }
    Err(Mistake::of(filter, unknown).near(some(texts, &filter.value.to_lowercase())))
}

/// Values of a list near one that is not in it; the first of the list where none is near.
fn some(texts: &[Option<&str>], value: &str) -> Vec<String> {
    let mut named: Vec<(String, Vec<String>)> = Vec::new();
    for text in texts.iter().flatten() {
        if !named.iter().any(|(known, _)| known == text) {
            let mut keys = key(text);
            keys.push(text.to_lowercase());
            named.push(((*text).to_owned(), keys));
        }
    }
    let near = nearest(&named, value);
    if !near.is_empty() {
        return near;
    }
    named
        .into_iter()
        .map(|(text, _)| text)
        .take(MOST_NEAR)
        .collect()
}

/// Those of a list that are spelled like a value or hold it, the nearest first.
fn nearest(choices: &[(String, Vec<String>)], value: &str) -> Vec<String> {
    let length = value.chars().count();
    let most = if length < 3 { 1 } else { (length / 3).max(2) };
    let rank = |keys: &[String]| {
        let distance = |key: &String| {
            if length > 1 && key.contains(value) {
                0
            } else {
                strsim::levenshtein(key, value)
            }
        };
        keys.iter().map(distance).min().filter(|rank| *rank <= most)
    };
    let mut ranked: Vec<(usize, &String)> = choices
        .iter()
        .filter_map(|(name, keys)| Some((rank(keys)?, name)))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let shown = ranked.into_iter().map(|(_, name)| name.clone());
    shown.take(MOST_NEAR).collect()
}
