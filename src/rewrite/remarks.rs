//! The remarks of an editor beside what is taken out of a file: they stay in it.

use toml_edit::{Decor, Item, Table, Value};

/// The remarks of a table and of everything in it, in their order, each on a line that begins with `#`.
pub(super) fn of_table(table: &Table, found: &mut Vec<String>) {
    of_decor(table.decor(), found);
    for (name, item) in table {
        if let Some(key) = table.key(name) {
            of_decor(key.leaf_decor(), found);
        }
        of_item(item, found);
    }
}

fn of_item(item: &Item, found: &mut Vec<String>) {
    match item {
        Item::None => {}
        Item::Value(value) => of_value(value, found),
        Item::Table(table) => of_table(table, found),
        Item::ArrayOfTables(tables) => tables.iter().for_each(|table| of_table(table, found)),
    }
}

fn of_value(value: &Value, found: &mut Vec<String>) {
    of_decor(value.decor(), found);
    match value {
        Value::Array(array) => {
            array.iter().for_each(|one| of_value(one, found));
            of_text(array.trailing().as_str(), found);
        }
        Value::InlineTable(table) => table.iter().for_each(|(_, one)| of_value(one, found)),
        Value::String(_)
        | Value::Integer(_)
        | Value::Float(_)
        | Value::Boolean(_)
        | Value::Datetime(_) => {}
    }
}

fn of_decor(decor: &Decor, found: &mut Vec<String>) {
    for side in [decor.prefix(), decor.suffix()] {
        of_text(side.and_then(|text| text.as_str()), found);
    }
}

fn of_text(text: Option<&str>, found: &mut Vec<String>) {
    let lines = text.unwrap_or("").lines().map(str::trim);
    found.extend(
        lines
            .filter(|line| line.starts_with('#'))
            .map(str::to_owned),
    );
}
