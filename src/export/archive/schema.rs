//! JSON Schemas of what is published, so that programs can check what they are given.

use super::super::pretty;
use crate::site::{ArchiveTable, Column, Holds, SchemaOf, Site};
use serde_json::{Map, Value, json};

/// Written by hand: the form of `documents/SLUG.json`.
const DOCUMENT: &str = include_str!("document.schema.json");

pub(in super::super) fn schema(site: &Site, of: SchemaOf) -> String {
    match of {
        SchemaOf::Document => DOCUMENT.to_owned(),
        SchemaOf::Turns => pretty(&lines(site, ArchiveTable::Turns)),
    }
}

/// The form of a line of a table.
fn lines(site: &Site, table: ArchiveTable) -> Value {
    let columns = table.columns();
    let properties: Map<String, Value> = columns
        .iter()
        .map(|column| (column.name.to_owned(), property(site, column)))
        .collect();
    let required: Vec<&str> = columns.iter().map(|column| column.name).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("A line of {}.jsonl", table.name()),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn property(site: &Site, column: &Column) -> Value {
    let meaning = site.interface.text(column.meaning);
    match column.holds {
        Holds::Text => json!({ "type": "string", "description": meaning }),
        Holds::TextOrNothing => json!({ "type": ["string", "null"], "description": meaning }),
        Holds::Number => json!({ "type": "integer", "minimum": 0, "description": meaning }),
        Holds::List => {
            json!({ "type": "array", "items": { "type": "string" }, "description": meaning })
        }
    }
}
