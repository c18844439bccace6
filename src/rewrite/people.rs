//! People and terms of TOML → rows.

use super::{Conversion, GLOSSARY, PEOPLE, fits, listed, remarks, texts};
use crate::authority::{GLOSSARY_COLUMNS, InGlossary, OfPerson, PEOPLE_COLUMNS, PersonId};
use crate::source::Sources;
use crate::spreadsheet::Sheet;
use toml_edit::{DocumentMut, Item, Table};

/// What a person's text is called, and the column for it.
const TEXTS: [(&str, OfPerson); 5] = [
    ("sort", OfPerson::Sort),
    ("description", OfPerson::Description),
    ("biography", OfPerson::Biography),
    ("biography_by", OfPerson::BiographyBy),
    ("editors", OfPerson::Editors),
];

/// The same of lists.
const LISTS: [(&str, OfPerson); 3] = [
    ("names", OfPerson::Names),
    ("labels", OfPerson::Labels),
    ("same_as", OfPerson::SameAs),
];

pub(super) fn to_table(sources: &Sources, conversion: &mut Conversion) {
    let [file, table] = PEOPLE;
    let Some(written) = &sources.people else {
        return;
    };
    let Ok(mut document) = written.text.parse::<DocumentMut>() else {
        return;
    };
    let Some(people) = document
        .get_mut("person")
        .and_then(Item::as_array_of_tables_mut)
    else {
        return;
    };
    let mut sheet = Sheet::of(sources.tables.people.as_ref(), PEOPLE_COLUMNS);
    let mut kept_remarks = Vec::new();
    let mut kept = toml_edit::ArrayOfTables::new();
    let mut keeps = Vec::new();
    for person in people.iter() {
        let mut person = person.clone();
        let name = text_of(&person, "name").unwrap_or_default();
        let id = text_of(&person, "id");
        let called = PersonId::new(id.as_ref().unwrap_or(&name));
        if !fits(&name) || id.as_ref().is_some_and(|id| !fits(id)) {
            keeps.push(called.to_string());
            kept.push(person);
            continue;
        }
        let mut remarked = Vec::new();
        remarks::of_table(&person, &mut remarked);
        let row = row_of(&mut sheet, &called, id.as_deref(), &name);
        move_all(&mut person, &mut sheet, row);
        let left: Vec<String> = person
            .iter()
            .map(|(key, _)| key)
            .filter(|key| !["id", "name"].contains(key))
            .map(|key| format!("{key} of {called}"))
            .collect();
        if left.is_empty() {
            if !remarked.is_empty() {
                kept_remarks.push(format!("# {called}:"));
                kept_remarks.extend(remarked);
            }
        } else {
            // What goes may have had remarks of its own.
            let mut still = Vec::new();
            remarks::of_table(&person, &mut still);
            kept_remarks.extend(remarked.into_iter().filter(|line| !still.contains(line)));
            keeps.extend(left);
            kept.push(person);
        }
    }
    if kept.is_empty() {
        document.remove("person");
    } else {
        document.insert("person", Item::ArrayOfTables(kept));
    }
    let mut after = document.to_string();
    push_remarks(&mut after, &kept_remarks);
    if !kept_remarks.is_empty() {
        keeps.push("your remarks".to_owned());
    }
    conversion.keeps(file, &keeps);
    conversion.change(file, &written.text, after);
    let before = sources.tables.people.as_ref();
    let before = before.map_or("", |table| table.file.text.as_str());
    conversion.change(table, before, sheet.text());
}

/// Adds remarks at the end of a file.
pub(super) fn push_remarks(text: &mut String, remarks: &[String]) {
    if remarks.is_empty() {
        return;
    }
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text.push('\n');
    for line in remarks {
        text.push_str(line);
        text.push('\n');
    }
}

pub(super) fn text_of(table: &Table, key: &str) -> Option<String> {
    table.get(key)?.as_str().map(str::to_owned)
}

/// The row of a person, put in where there is none.
fn row_of(sheet: &mut Sheet, called: &PersonId, id: Option<&str>, name: &str) -> usize {
    let id_column = sheet.column(PEOPLE_COLUMNS, OfPerson::Id);
    let name_column = sheet.column(PEOPLE_COLUMNS, OfPerson::Name);
    let is_it = |row: &usize| {
        let id = sheet.cell(*row, id_column);
        let name = sheet.cell(*row, name_column);
        PersonId::new(if id.is_empty() { name } else { id }) == *called
    };
    let found = (0..sheet.n_rows()).find(is_it);
    let row = found.unwrap_or_else(|| {
        let end = sheet.n_rows();
        sheet.insert(end);
        end
    });
    if sheet.cell(row, id_column).is_empty() {
        sheet.set(row, id_column, id.unwrap_or_default().to_owned());
    }
    sheet.set(row, name_column, name.to_owned());
    row
}

/// Moves what cells can hold.
fn move_all(person: &mut Table, sheet: &mut Sheet, row: usize) {
    for (key, column) in TEXTS {
        if let Some(text) = text_of(person, key).filter(|text| fits(text)) {
            put(person, key, sheet, (row, column), text);
        }
    }
    for (key, column) in LISTS {
        if let Some(list) = person.get(key).and_then(texts).and_then(|all| listed(&all)) {
            add(person, key, sheet, (row, column), list);
        }
    }
    if let Some(list) = person.get("labels_in").and_then(labels_in) {
        add(person, "labels_in", sheet, (row, OfPerson::LabelsIn), list);
    }
    if let Some(list) = person.get("role").and_then(roles) {
        add(person, "role", sheet, (row, OfPerson::Roles), list);
    }
}

/// Moves a text, unless the cell says something else.
fn put(person: &mut Table, key: &str, sheet: &mut Sheet, at: (usize, OfPerson), text: String) {
    let column = sheet.column(PEOPLE_COLUMNS, at.1);
    let there = sheet.cell(at.0, column);
    if there.is_empty() || there == text {
        sheet.set(at.0, column, text);
        person.remove(key);
    }
}

/// Moves a list, before what the cell has: so it was read.
fn add(person: &mut Table, key: &str, sheet: &mut Sheet, at: (usize, OfPerson), list: String) {
    let column = sheet.column(PEOPLE_COLUMNS, at.1);
    let there = sheet.cell(at.0, column);
    let whole = if there.is_empty() {
        list
    } else {
        format!("{list}; {there}")
    };
    sheet.set(at.0, column, whole);
    person.remove(key);
}

/// `a = Chair; b = Chair`.
fn labels_in(item: &Item) -> Option<String> {
    let documents = item.as_table_like()?;
    let mut all = Vec::new();
    for (document, labels) in documents.iter() {
        let document = Some(document).filter(|id| fits(id) && !id.contains('='))?;
        for label in texts(labels)? {
            if !fits(&label) {
                return None;
            }
            all.push(format!("{document} = {label}"));
        }
    }
    listed(&all)
}

/// `Mayor (1988/1994)`.
fn roles(item: &Item) -> Option<String> {
    let roles = item.as_array_of_tables()?;
    let mut all = Vec::new();
    for role in roles {
        let title = text_of(role, "title").filter(|title| fits(title))?;
        let day = |key: &str| match role.get(key) {
            None => Some(String::new()),
            Some(item) => item
                .as_str()
                .filter(|day| fits(day) && !day.contains(['/', '–', '(', ')']))
                .filter(|day| day.contains(|c: char| c.is_ascii_digit()))
                .map(str::to_owned),
        };
        let (from, to) = (day("from")?, day("to")?);
        if from.is_empty() && to.is_empty() {
            let may_be_dates = title.ends_with(')');
            all.push(Some(title).filter(|_| !may_be_dates)?);
        } else {
            all.push(format!("{title} ({from}/{to})"));
        }
    }
    listed(&all)
}

pub(super) fn terms_to_table(sources: &Sources, conversion: &mut Conversion) {
    let [file, table] = GLOSSARY;
    let Some(written) = &sources.glossary else {
        return;
    };
    let Ok(mut document) = written.text.parse::<DocumentMut>() else {
        return;
    };
    let Some(terms) = document
        .get_mut("term")
        .and_then(Item::as_array_of_tables_mut)
    else {
        return;
    };
    let mut sheet = Sheet::of(sources.tables.glossary.as_ref(), GLOSSARY_COLUMNS);
    let columns = [
        ("term", InGlossary::Term),
        ("expansion", InGlossary::Expansion),
        ("variants", InGlossary::Variants),
        ("note", InGlossary::Note),
    ];
    let columns = columns.map(|(key, column)| (key, sheet.column(GLOSSARY_COLUMNS, column)));
    let (mut n_rows, mut n_kept) = (0, 0);
    let mut kept_remarks = Vec::new();
    let mut keeps = Vec::new();
    terms.retain(|term| {
        let cell = |key: &str| match term.get(key) {
            None => Some(String::new()),
            Some(item) if key == "variants" => match texts(item) {
                Some(all) if all.is_empty() => Some(String::new()),
                Some(all) => listed(&all),
                None => None,
            },
            Some(item) => item.as_str().filter(|text| fits(text)).map(str::to_owned),
        };
        let cells: Option<Vec<(usize, String)>> = columns
            .iter()
            .map(|(key, column)| Some((*column, cell(key)?)))
            .collect();
        // Terms keep their order: behind one that stays, all stay.
        let Some(cells) = cells.filter(|_| n_kept == 0) else {
            n_kept += 1;
            keeps.push(text_of(term, "term").unwrap_or_default());
            return true;
        };
        remarks::of_table(term, &mut kept_remarks);
        sheet.insert(n_rows);
        for (column, text) in cells {
            sheet.set(n_rows, column, text);
        }
        n_rows += 1;
        false
    });
    // The file's terms come before the table's: those that stay would overtake those that go.
    if n_kept > 0 && n_rows > 0 {
        conversion.keeps(file, &["all terms, so that their order stays".to_owned()]);
        return;
    }
    if n_kept == 0 {
        document.remove("term");
    }
    let mut after = document.to_string();
    push_remarks(&mut after, &kept_remarks);
    if !kept_remarks.is_empty() {
        keeps.push("your remarks".to_owned());
    }
    conversion.keeps(file, &keeps);
    if n_rows == 0 {
        return;
    }
    conversion.change(file, &written.text, after);
    let before = sources.tables.glossary.as_ref();
    let before = before.map_or("", |table| table.file.text.as_str());
    conversion.change(table, before, sheet.text());
}
