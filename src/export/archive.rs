//! `data/…`: the whole archive as tables, each as CSV and as JSON Lines, with what programs need to read them.

mod alignments;
mod documents;
mod mentions;
mod package;
mod people;
mod rights;
mod schema;
mod speakers;
mod turns;

use super::csv::Csv;
use crate::site::{ArchiveTable, Column, Site, TableForm};
use serde::Serialize;
use serde_json::Value;

pub(super) use package::name;
pub(super) use package::package;
pub(super) use people::people;
pub(super) use rights::licence;
pub(super) use schema::schema;
pub(super) use turns::line;

/// A table in one of its forms.
pub(super) fn table(site: &Site, table: ArchiveTable, form: TableForm) -> String {
    let mut sheet = Sheet::new(table.columns(), form);
    write(site, table, &mut sheet);
    sheet.finish()
}

/// Gives every row of a table: the values of its columns.
pub(super) fn each_row(site: &Site, table: ArchiveTable, take: &mut dyn FnMut(Vec<Value>)) {
    let mut sheet = Sheet {
        columns: table.columns(),
        body: Body::Rows(take),
    };
    write(site, table, &mut sheet);
}

fn write(site: &Site, table: ArchiveTable, sheet: &mut Sheet<'_>) {
    match table {
        ArchiveTable::Documents => documents::write(site, sheet),
        ArchiveTable::Turns => turns::write(site, sheet),
        ArchiveTable::Speakers => speakers::write(site, sheet),
        ArchiveTable::Mentions => mentions::write(site, sheet),
        ArchiveTable::Alignments => alignments::write(site, sheet),
    }
}

/// A table being written. Its rows are structs whose fields are the columns.
struct Sheet<'a> {
    columns: &'static [Column],
    body: Body<'a>,
}

enum Body<'a> {
    Csv(Csv),
    Lines(String),
    Rows(&'a mut dyn FnMut(Vec<Value>)),
}

impl Sheet<'_> {
    fn new(columns: &'static [Column], form: TableForm) -> Self {
        let body = match form {
            TableForm::Csv => {
                let heads: Vec<&str> = columns.iter().map(|column| column.name).collect();
                Body::Csv(Csv::new(&heads))
            }
            TableForm::Jsonl => Body::Lines(String::new()),
        };
        Sheet { columns, body }
    }

    fn row(&mut self, row: &impl Serialize) {
        let fits = "a row holds nothing but texts, numbers and lists";
        match &mut self.body {
            Body::Lines(lines) => {
                lines.push_str(&serde_json::to_string(row).expect(fits));
                lines.push('\n');
            }
            Body::Rows(take) => {
                let mut row = serde_json::to_value(row).expect(fits);
                let values = self.columns.iter().map(|column| row[column.name].take());
                take(values.collect());
            }
            Body::Csv(csv) => {
                let row = serde_json::to_value(row).expect(fits);
                let cells: Vec<String> = self
                    .columns
                    .iter()
                    .map(|column| cell(&row[column.name]))
                    .collect();
                let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
                csv.row(&cells);
            }
        }
    }

    fn finish(self) -> String {
        match self.body {
            Body::Csv(csv) => csv.finish(),
            Body::Lines(lines) => lines,
            Body::Rows(_) => String::new(),
        }
    }
}

/// A value as a cell: nothing where there is none, several parted by `; `.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(several) => {
            let several: Vec<String> = several.iter().map(cell).collect();
            several.join("; ")
        }
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}
