//! Rows of tables → people, terms and records in TOML.

use super::facts::{PROVENANCE, TEXTS};
use super::people::text_of;
use super::rows::{KINDS, LABELS};
use super::{CORRECTIONS, Conversion, DOCUMENTS, GLOSSARY, PEOPLE, record_path};
use crate::authority::{self, Entry, PersonId};
use crate::diagnostic::{Diagnostics, toml_string};
use crate::record::{self, DecisionColumn, FactColumn, is_about};
use crate::source::{DocumentSource, Sources, Table};
use crate::spreadsheet::{self, Reading, Row, Sheet};
use toml_edit::{Array, DocumentMut, InlineTable, Item, TableLike, Value};

pub(super) fn people(sources: &Sources, conversion: &mut Conversion) {
    let [file, table] = PEOPLE;
    let Some(rows) = &sources.tables.people else {
        return;
    };
    let written = sources.people.as_ref();
    let written = written.map_or("", |file| file.text.as_str());
    let Ok(mut document) = written.parse::<DocumentMut>() else {
        return;
    };
    let mut added = String::new();
    for entry in authority::entries(rows, &mut Diagnostics::new()) {
        let called = PersonId::new(entry.id.as_ref().map_or(&entry.name, |(id, _)| id));
        let people = document.get_mut("person");
        let mut people = people.and_then(Item::as_array_of_tables_mut).into_iter();
        let known = people.next().and_then(|all| {
            all.iter_mut().find(|person| {
                let id = text_of(person, "id").or_else(|| text_of(person, "name"));
                id.is_some_and(|id| PersonId::new(&id) == called)
            })
        });
        match known {
            Some(person) => complete(person, &entry),
            None => added.push_str(&format!("\n{}", of_person(&entry))),
        }
    }
    conversion.change(file, written, joined(&document.to_string(), &added));
    conversion.change(table, &rows.file.text, String::new());
}

/// The keys of a person with what a row says, as TOML.
fn said(entry: &Entry) -> Vec<(&'static str, Value)> {
    let mut said: Vec<(&str, Value)> = Vec::new();
    let texts = [
        ("sort", &entry.sort),
        ("description", &entry.description),
        ("biography", &entry.biography),
        ("biography_by", &entry.biography_by),
        ("editors", &entry.editors),
    ];
    for (key, text) in texts {
        said.extend(text.as_ref().map(|text| (key, Value::from(text.as_str()))));
    }
    let same_as: Vec<String> = entry.same_as.iter().map(|(link, _)| link.clone()).collect();
    let lists = [
        ("names", &entry.names),
        ("labels", &entry.labels),
        ("same_as", &same_as),
    ];
    for (key, all) in lists {
        if !all.is_empty() {
            said.push((key, Value::Array(array(all))));
        }
    }
    if !entry.labels_in.is_empty() {
        let mut documents = InlineTable::new();
        for (document, labels) in &entry.labels_in {
            documents.insert(document, Value::Array(array(labels)));
        }
        said.push(("labels_in", Value::InlineTable(documents)));
    }
    said
}

fn array(all: &[String]) -> Array {
    all.iter().map(String::as_str).collect()
}

/// A person whom the file does not have.
fn of_person(entry: &Entry) -> String {
    let mut out = "[[person]]\n".to_owned();
    if let Some((id, _)) = &entry.id {
        out.push_str(&format!("id = {}\n", toml_string(id)));
    }
    out.push_str(&format!("name = {}\n", toml_string(&entry.name)));
    for (key, value) in said(entry) {
        out.push_str(&format!("{key} = {value}\n"));
    }
    for role in &entry.roles {
        out.push_str("\n[[person.role]]\n");
        let days = [("from", &role.from), ("to", &role.to)];
        out.push_str(&format!("title = {}\n", toml_string(&role.title)));
        for (key, day) in days {
            if let Some(day) = day {
                out.push_str(&format!("{key} = {}\n", toml_string(day)));
            }
        }
    }
    out
}

/// What a row adds to a person whom the file has.
fn complete(person: &mut toml_edit::Table, entry: &Entry) {
    for (key, value) in said(entry) {
        match (person.get_mut(key), value) {
            (None, value) => {
                person.insert(key, Item::Value(value));
            }
            (Some(Item::Value(Value::Array(known))), Value::Array(said)) => add(known, &said),
            (Some(known), Value::InlineTable(said)) => {
                let Some(known) = known.as_table_like_mut() else {
                    continue;
                };
                for (document, labels) in said {
                    match (known.get_mut(&document), labels) {
                        (Some(Item::Value(Value::Array(known))), Value::Array(said)) => {
                            add(known, &said);
                        }
                        (_, labels) => {
                            known.insert(&document, Item::Value(labels));
                        }
                    }
                }
            }
            // A text that is there already is the same.
            (Some(_), _) => {}
        }
    }
    super::merge::roles_as_tables(person);
    for role in &entry.roles {
        let mut table = toml_edit::Table::new();
        table.insert("title", toml_edit::value(role.title.as_str()));
        for (key, day) in [("from", &role.from), ("to", &role.to)] {
            if let Some(day) = day {
                table.insert(key, toml_edit::value(day.as_str()));
            }
        }
        let roles = person.entry("role");
        let roles = roles.or_insert(Item::ArrayOfTables(toml_edit::ArrayOfTables::new()));
        if let Some(roles) = roles.as_array_of_tables_mut() {
            let same = |known: &toml_edit::Table| {
                ["title", "from", "to"]
                    .iter()
                    .all(|key| text_of(known, key) == text_of(&table, key))
            };
            if !roles.iter().any(same) {
                roles.push(table);
            }
        }
    }
}

fn add(known: &mut Array, said: &Array) {
    for value in said {
        let Some(text) = value.as_str() else { continue };
        if !known.iter().any(|one| one.as_str() == Some(text)) {
            known.push(text);
        }
    }
}

pub(super) fn terms(sources: &Sources, conversion: &mut Conversion) {
    let [file, table] = GLOSSARY;
    let Some(rows) = &sources.tables.glossary else {
        return;
    };
    let written = sources.glossary.as_ref();
    let written = written.map_or("", |file| file.text.as_str());
    let mut added = String::new();
    for term in authority::terms(rows, &mut Diagnostics::new()) {
        added.push_str(&format!(
            "\n[[term]]\nterm = {}\nexpansion = {}\n",
            toml_string(&term.term),
            toml_string(&term.expansion)
        ));
        if !term.variants.is_empty() {
            let variants = array(&term.variants);
            added.push_str(&format!("variants = {}\n", Value::Array(variants)));
        }
        if let Some(note) = &term.note {
            added.push_str(&format!("note = {}\n", toml_string(note)));
        }
    }
    conversion.change(file, written, joined(written, &added));
    conversion.change(table, &rows.file.text, String::new());
}

pub(super) fn records(sources: &Sources, conversion: &mut Conversion) {
    let sheets = record::sheets(sources, &mut Diagnostics::new());
    for document in &sources.documents {
        let (facts, decisions) = sheets.rows_of(&document.id);
        if facts.is_none() && decisions.is_empty() {
            continue;
        }
        let written = document.record.as_ref();
        let written = written.map_or("", |file| file.text.as_str());
        let Ok(mut toml) = written.parse::<DocumentMut>() else {
            continue;
        };
        let mut added = String::new();
        let mut remarks = Vec::new();
        for (column, cell) in facts.iter().flat_map(|row| &row.cells) {
            fact(&mut toml, *column, &cell.text, &mut remarks);
        }
        for row in decisions {
            decision(&mut toml, row, &mut added, &mut remarks);
        }
        let mut text = joined(&toml.to_string(), &added);
        super::people::push_remarks(&mut text, &remarks);
        conversion.change(&record_path(document), written, text);
    }
    let tables = [
        (DOCUMENTS, &sources.tables.documents),
        (CORRECTIONS, &sources.tables.corrections),
    ];
    for (path, table) in tables {
        if let Some(table) = table {
            left(path, table, &sources.documents, conversion);
        }
    }
}

/// A table keeps the rows of documents that could not be read: nobody knows where their records would stand.
fn left(path: &str, table: &Table, read: &[DocumentSource], conversion: &mut Conversion) {
    let mut sheet = Sheet::of(Some(table), record::FACT_COLUMNS);
    let columns = [
        sheet.find(record::FACT_COLUMNS, FactColumn::Document),
        sheet.find(record::FACT_COLUMNS, FactColumn::File),
    ];
    sheet.retain(|sheet, row| {
        let mut cells = columns.iter().flatten().map(|at| sheet.cell(row, *at));
        let named = cells.find(|cell| !cell.is_empty());
        named.is_some_and(|cell| !read.iter().any(|one| is_about(cell, one.id.as_str())))
    });
    if sheet.n_rows() > 0 {
        let rows = format!("{} rows of files that could not be read", sheet.n_rows());
        conversion.keeps(path, &[rows]);
    }
    let after = if sheet.n_rows() == 0 {
        String::new()
    } else {
        sheet.text()
    };
    conversion.change(path, &table.file.text, after);
}

/// Writes one fact into a record that does not say it.
fn fact(record: &mut DocumentMut, column: FactColumn, text: &str, remarks: &mut Vec<String>) {
    let list = || Item::Value(Value::Array(spreadsheet::parts(text).into_iter().collect()));
    let root = record.as_table_mut();
    match column {
        FactColumn::Document | FactColumn::File => {}
        FactColumn::Unused => remarks.push(format!("# format: {}", on_a_line(text))),
        FactColumn::Text(of) => {
            let at = |all: &[(&'static str, record::FactText)]| {
                all.iter()
                    .find(|(_, text)| *text == of)
                    .map(|(key, _)| *key)
            };
            if let Some(key) = at(&TEXTS) {
                put(root, key, toml_edit::value(text));
            } else if let Some(key) = at(&PROVENANCE) {
                put(provenance(root), key, toml_edit::value(text));
            }
        }
        FactColumn::Date | FactColumn::Added => {
            let key = if column == FactColumn::Date {
                "date"
            } else {
                "added"
            };
            if let Reading::Plain(day) | Reading::ByRule(day, _) = spreadsheet::read_date(text) {
                if day != text {
                    remarks.push(format!("# {key} in the table: {text}"));
                }
                put(root, key, toml_edit::value(day));
            }
        }
        FactColumn::Status => put(root, "status", toml_edit::value(text)),
        FactColumn::Conversation => put(root, "conversation", toml_edit::value(text)),
        FactColumn::Subjects => put(root, "subjects", list()),
        FactColumn::Nature => {
            let nature = crate::source::slug(text);
            put(provenance(root), "nature", toml_edit::value(nature));
        }
        FactColumn::Chain => put(provenance(root), "chain", list()),
    }
}

fn provenance(root: &mut toml_edit::Table) -> &mut dyn TableLike {
    if !root.get("provenance").is_some_and(Item::is_table_like) {
        root.insert("provenance", toml_edit::table());
    }
    let item = &mut root["provenance"];
    item.as_table_like_mut().expect("it was just made one")
}

/// What the record says already is the same.
fn put(table: &mut dyn TableLike, key: &str, value: Item) {
    if !table.contains_key(key) {
        table.insert(key, value);
    }
}

/// Adds what a row decides: labels to the lists, all else as an entry.
fn decision(
    record: &mut DocumentMut,
    row: &Row<DecisionColumn>,
    added: &mut String,
    remarks: &mut Vec<String>,
) {
    let said = row.text(DecisionColumn::What).unwrap_or_default();
    let said = said.to_lowercase().replace(['_', '-'], " ");
    // Other words for the same.
    let said = match said.as_str() {
        "" => "correction",
        "attribution" => "speaker",
        "split" => "turn begins",
        said => said,
    };
    if let Some((key, _)) = LABELS.iter().find(|(_, what)| *what == said) {
        let labels = record.entry(key).or_insert(toml_edit::value(Array::new()));
        if let (Some(labels), Some(label)) =
            (labels.as_array_mut(), row.text(DecisionColumn::Printed))
        {
            let unseen = unseen(row, &[(DecisionColumn::Printed, label.clone())]);
            if !unseen.is_empty() {
                remarks.push(format!("# {said} “{}”:{unseen}", on_a_line(&label)));
            }
            labels.push(label);
        }
        return;
    }
    let Some(kind) = KINDS.iter().find(|kind| kind.what == said) else {
        return;
    };
    let day = row
        .text(DecisionColumn::When)
        .and_then(|text| match spreadsheet::read_date(&text) {
            Reading::Plain(day) | Reading::ByRule(day, _) => Some(day),
            Reading::Either(..) | Reading::Unknown => None,
        });
    let mut entry = String::new();
    let mut written = Vec::new();
    let printed = row.text(DecisionColumn::Printed);
    for (key, column) in kind.keys {
        let text = match (*key, row.text(*column)) {
            // Of a correction, what is printed names the place as well.
            ("at", None) if kind.entry == "correction" => printed.clone(),
            ("reason", None) if !["correction", "withhold"].contains(&kind.entry) => {
                Some(String::new())
            }
            // A name that is withheld has no place.
            ("name" | "shown", _) if row.get(DecisionColumn::Words).is_some() => None,
            (_, text) if *column == DecisionColumn::When => text.and(day.clone()),
            (_, text) => text,
        };
        let Some(text) = text else { continue };
        written.push((*column, text.clone()));
        if *column == DecisionColumn::Occurrence {
            entry.push_str(&format!("{key} = {text}\n"));
        } else {
            entry.push_str(&format!("{key} = {}\n", toml_string(&text)));
        }
    }
    let unseen = unseen(row, &written);
    added.push_str(&format!("\n[[{}]]{unseen}\n{entry}", kind.entry));
}

/// What a row says for those who read the table, as remarks: all cells that did not go into the record as they are.
fn unseen(row: &Row<DecisionColumn>, written: &[(DecisionColumn, String)]) -> String {
    let is_seen = |column: DecisionColumn, text: &String| {
        [DecisionColumn::Document, DecisionColumn::What].contains(&column)
            || written
                .iter()
                .any(|(of, said)| *of == column && said == text)
    };
    let cells = row.cells.iter().map(|(column, cell)| (*column, &cell.text));
    let mut remarks = String::new();
    for (_, text) in cells.filter(|(column, text)| !is_seen(*column, text)) {
        remarks.push_str(&format!("  # {}", on_a_line(text)));
    }
    remarks
}

/// A text as a remark can hold it.
fn on_a_line(text: &str) -> String {
    text.replace(|c: char| c.is_control(), " ")
}

/// A file with what is added at its end.
fn joined(written: &str, added: &str) -> String {
    if written.trim().is_empty() {
        return format!("{written}{}", added.trim_start_matches('\n'));
    }
    let gap = if written.ends_with('\n') { "" } else { "\n" };
    format!("{written}{gap}{added}")
}
