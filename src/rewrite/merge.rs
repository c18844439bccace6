//! Two entries of `people.toml` that are one person → one entry.

use super::people::text_of;
use crate::authority::titles::{ADDRESSES, OFFICES};
use crate::authority::{PersonId, sort_name};
use crate::source::slug;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value};

/// Texts of which a person has one.
const ONE: [&str; 7] = [
    "description",
    "biography",
    "biography_by",
    "editors",
    "portrait",
    "portrait_alt",
    "portrait_credit",
];

/// The file with the entry `other` taken into `keep`: its name, labels, offices and what else it says, and its remarks.
///
/// # Errors
/// Where one of them is not there, or the two say different things; as a sentence.
pub fn merged(text: &str, keep: &str, other: &str) -> Result<String, String> {
    let mut document: DocumentMut = text.parse().map_err(|_| "it is not TOML".to_owned())?;
    let people = document.get_mut("person");
    let Some(people) = people.and_then(Item::as_array_of_tables_mut) else {
        return Err("it has no [[person]]".to_owned());
    };
    if PersonId::new(keep) == PersonId::new(other) {
        return Err("two different people must be named".to_owned());
    }
    let gone = place(people, other)?;
    place(people, keep)?;
    let other = people.get(gone).cloned().unwrap_or_default();
    people.remove(gone);
    let kept = place(people, keep)?;
    if let Some(keep) = people.get_mut(kept) {
        take(keep, &other)?;
    }
    Ok(super::with_line_ends_of(text, document.to_string()))
}

fn place(people: &ArrayOfTables, id: &str) -> Result<usize, String> {
    let wanted = PersonId::new(id);
    let is_it = |person: &Table| called(person).is_some_and(|id| PersonId::new(&id) == wanted);
    let found = people.iter().position(is_it);
    found.ok_or_else(|| format!("it has no entry `{wanted}`"))
}

fn called(person: &Table) -> Option<String> {
    text_of(person, "id").or_else(|| text_of(person, "name"))
}

fn take(keep: &mut Table, other: &Table) -> Result<(), String> {
    let mut had = Vec::new();
    super::remarks::of_table(keep, &mut had);
    let mut said = other.clone();
    for person in [&mut *keep, &mut said] {
        if !roles_as_tables(person) {
            return Err("a `role` of the two is no list of offices".to_owned());
        }
    }
    for (key, item) in &said {
        let is_taken = match key {
            "names" | "labels" | "same_as" => item.is_array(),
            "labels_in" => item.is_table_like(),
            "role" => item.is_array_of_tables(),
            key => (ONE.contains(&key) || ["id", "name", "sort"].contains(&key)) && item.is_str(),
        };
        if !is_taken {
            return Err(format!(
                "`{key}` of the entry that would go cannot be taken over; put it into the other entry or take it out first"
            ));
        }
    }
    match (text_of(keep, "sort"), text_of(other, "sort")) {
        (Some(known), Some(said)) => {
            // It goes with the name, and a draft always has one: two are no contradiction.
            let is_made = text_of(other, "name").is_some_and(|name| sort_name(&name) == said);
            if known != said && !is_made {
                had.push(format!("# sorted as “{said}”"));
            }
        }
        (None, Some(said)) => {
            keep.insert("sort", toml_edit::value(said));
        }
        (_, None) => {}
    }
    for key in ONE {
        match (text_of(keep, key), text_of(other, key)) {
            (Some(known), Some(said)) if known != said => {
                return Err(format!(
                    "both entries have a {key}, and the two differ; make one of them first"
                ));
            }
            (None, Some(said)) => {
                keep.insert(key, toml_edit::value(said));
            }
            (_, None) | (Some(_), Some(_)) => {}
        }
    }
    let name = text_of(other, "name").unwrap_or_default();
    let is_known = text_of(keep, "name").as_deref() == Some(name.as_str());
    if !is_known {
        // “Mr. Brown” is a label and no name.
        let key = if is_title(&name) { "labels" } else { "names" };
        add(list(keep, key), &[name.as_str()].into_iter().collect());
    }
    for key in ["names", "labels", "same_as"] {
        if let Some(said) = other.get(key).and_then(Item::as_array) {
            add(list(keep, key), said);
        }
    }
    if let Some(said) = other.get("labels_in").and_then(Item::as_table_like) {
        let known = keep.entry("labels_in");
        let known = known.or_insert(toml_edit::value(InlineTable::new()));
        if let Some(known) = known.as_table_like_mut() {
            for (document, labels) in said.iter() {
                match (known.get_mut(document), labels.as_array()) {
                    (Some(Item::Value(Value::Array(known))), Some(said)) => {
                        add(known, said);
                    }
                    (_, _) => {
                        known.insert(document, labels.clone());
                    }
                }
            }
        }
    }
    if let Some(said) = said.get("role").and_then(Item::as_array_of_tables) {
        let known = keep.entry("role");
        let known = known.or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
        if let Some(known) = known.as_array_of_tables_mut() {
            for role in said {
                // A place in the file that is gone would put it among the next person's lines.
                let mut role = role.clone();
                role.set_position(None);
                known.push(role);
            }
        }
    }
    let mut has = Vec::new();
    super::remarks::of_table(keep, &mut has);
    had.retain(|line| !has.contains(line));
    remarks(keep, other, had);
    Ok(())
}

/// Makes tables of `role = [{ … }]`, so that others can stand beside them. False where it is something else.
pub(super) fn roles_as_tables(person: &mut Table) -> bool {
    let is_inline = person.get("role").is_some_and(Item::is_value);
    if !is_inline {
        return true;
    }
    let Some(written) = person.remove("role") else {
        return true;
    };
    if written.as_array().is_some_and(Array::is_empty) {
        return true;
    }
    match written.into_array_of_tables() {
        Ok(roles) => {
            person.insert("role", Item::ArrayOfTables(roles));
            true
        }
        Err(_) => false,
    }
}

/// The list of a person, made where there is none.
fn list<'a>(person: &'a mut Table, key: &str) -> &'a mut Array {
    if !person.get(key).is_some_and(Item::is_array) {
        person.insert(key, toml_edit::value(Array::new()));
    }
    let item = &mut person[key];
    item.as_array_mut().expect("it was just made one")
}

fn add(known: &mut Array, said: &Array) {
    for value in said {
        let Some(text) = value.as_str() else { continue };
        if !known.iter().any(|one| one.as_str() == Some(text)) {
            known.push(text);
        }
    }
}

fn is_title(name: &str) -> bool {
    name.split_whitespace().any(|word| {
        let word = slug(word);
        ADDRESSES.contains(&word.as_str()) || OFFICES.contains(&word.as_str())
    })
}

/// The remarks of the entry that goes, put above the other's, and those that lost their place; that the two may be the same is settled.
fn remarks(keep: &mut Table, other: &Table, lost: Vec<String>) {
    let ids = [&*keep, other].map(|person| PersonId::new(&called(person).unwrap_or_default()));
    let is_settled = |line: &&str| {
        ids.iter()
            .any(|id| line.starts_with(&format!("# perhaps the same as `{id}`")))
    };
    let mut all = lost;
    super::remarks::of_table(other, &mut all);
    let own = keep.decor().prefix().and_then(|text| text.as_str());
    let own: Vec<&str> = own.unwrap_or("").lines().collect();
    let mut lines: Vec<&str> = own.into_iter().filter(|line| !is_settled(line)).collect();
    lines.extend(
        all.iter()
            .map(String::as_str)
            .filter(|line| !is_settled(line)),
    );
    let mut prefix = lines.join("\n");
    if !lines.is_empty() {
        prefix.push('\n');
    }
    keep.decor_mut().set_prefix(prefix);
}
