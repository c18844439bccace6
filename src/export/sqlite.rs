//! `data/archive.sqlite`: the whole archive as a SQLite database, where `site.toml` asks for it; for Datasette and for SQL.
//!
//! The tables are those of `data/`, with paragraphs, every address ever published, and an index of the words of turns (FTS5). It is made
//! in memory. The same archive gives the same bytes: rows go in by one order, nothing asks the clock, and the version of SQLite, which
//! stands in the file, is the one memcon is built with.

mod schema;

use super::{addresses, archive};
use crate::site::{ArchiveTable, Site};
use rusqlite::{Connection, Result, params, params_from_iter, types};
use serde_json::Value;

/// The form of the database; counted up where a table changes.
const FORM: u32 = 1;

/// The bytes of the database.
pub(super) fn render(site: &Site) -> Vec<u8> {
    made(site).expect("a database in memory takes the rows that its own tables are made for")
}

fn made(site: &Site) -> Result<Vec<u8>> {
    let mut database = Connection::open_in_memory()?;
    database.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA page_size = 4096;")?;
    let filling = database.transaction()?;
    for table in ArchiveTable::ALL {
        filling.execute_batch(&schema::table(table))?;
    }
    filling.execute_batch(schema::REST)?;
    about(site, &filling)?;
    // Whom a turn points at is there before it.
    for table in [
        ArchiveTable::Speakers,
        ArchiveTable::Documents,
        ArchiveTable::Turns,
        ArchiveTable::Mentions,
        ArchiveTable::Alignments,
    ] {
        fill(site, table, &filling)?;
    }
    paragraphs(site, &filling)?;
    every_address(site, &filling)?;
    filling.execute_batch(schema::INDEX)?;
    filling.commit()?;
    database.pragma_update(None, "user_version", FORM)?;
    database.execute_batch("VACUUM;")?;
    Ok(database.serialize("main")?.to_vec())
}

/// What the archive is, and how it counts.
fn about(site: &Site, database: &Connection) -> Result<()> {
    let config = &site.config;
    let edition = config.edition.as_ref();
    let base = config.base_url.as_ref().map(|base| base.join(""));
    let texts = [
        ("title", Some(config.title.as_str())),
        ("description", config.description.as_deref()),
        ("publisher", config.publisher.as_deref()),
        ("address", base.as_deref()),
        ("edition", edition.map(|edition| edition.name.as_str())),
        ("date", edition.and_then(|edition| edition.date.as_deref())),
        ("rights", config.rights.as_deref()),
        ("counting", Some(site.interface.text("field-n-words"))),
        ("memcon", Some(env!("CARGO_PKG_VERSION"))),
    ];
    let mut insert = database.prepare("INSERT INTO archive VALUES (?, ?)")?;
    for (name, text) in texts {
        if let Some(text) = text {
            insert.execute(params![name, text])?;
        }
    }
    let tables = ArchiveTable::ALL.into_iter();
    let columns = tables.flat_map(|table| {
        let columns = table.columns().iter();
        columns.map(move |column| (table.name(), column))
    });
    let mut insert = database.prepare("INSERT INTO columns VALUES (?, ?, ?)")?;
    for (table, column) in columns {
        let meaning = site.interface.text(column.meaning);
        insert.execute(params![table, column.name, meaning])?;
    }
    Ok(())
}

/// The rows of a table as `data/` has them.
fn fill(site: &Site, table: ArchiveTable, database: &Connection) -> Result<()> {
    let marks = vec!["?"; table.columns().len()].join(", ");
    let names: Vec<&str> = table.columns().iter().map(|column| column.name).collect();
    let (name, names) = (table.name(), schema::quoted(&names));
    let mut insert = database.prepare(&format!("INSERT INTO {name} ({names}) VALUES ({marks})"))?;
    let mut done = Ok(());
    archive::each_row(site, table, &mut |row| {
        if done.is_ok() {
            let values = row.into_iter().map(value);
            done = insert.execute(params_from_iter(values)).map(|_| ());
        }
    });
    done
}

/// A value of JSON as one of SQLite; a list is kept as JSON, which Datasette and `json_each` understand.
fn value(value: Value) -> types::Value {
    match value {
        Value::Null => types::Value::Null,
        Value::String(text) => types::Value::Text(text),
        Value::Number(number) => number.as_i64().map_or_else(
            || types::Value::Text(number.to_string()),
            types::Value::Integer,
        ),
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
            types::Value::Text(value.to_string())
        }
    }
}

fn paragraphs(site: &Site, database: &Connection) -> Result<()> {
    let mut insert = database.prepare(
        "INSERT INTO paragraphs (document, turn, n, anchor, text) VALUES (?, ?, ?, ?, ?)",
    )?;
    for entry in &site.documents {
        for index in 0..entry.turns.len() {
            let paragraphs = &entry.turn(index).paragraphs;
            let turn = entry.anchors.turn(index);
            let own = entry.anchors.paragraphs(index, paragraphs.len());
            for (n, (paragraph, anchor)) in (1_i64..).zip(paragraphs.iter().zip(own)) {
                let anchor = anchor.as_deref().unwrap_or(turn);
                let text = paragraph.text.text();
                insert.execute(params![entry.id.as_str(), turn, n, anchor, text])?;
            }
        }
    }
    Ok(())
}

fn every_address(site: &Site, database: &Connection) -> Result<()> {
    let names = schema::quoted(&addresses::COLUMNS);
    let insert = format!("INSERT INTO addresses ({names}) VALUES (?, ?, ?, ?, ?, ?)");
    let mut insert = database.prepare(&insert)?;
    let mut done = Ok(());
    addresses::each(site, &mut |row| {
        if done.is_ok() {
            // Nothing is nothing, not an empty text.
            let cells = row.map(|cell| Some(cell).filter(|cell| !cell.is_empty()));
            done = insert.execute(cells).map(|_| ());
        }
    });
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_json_and_nothing_is_null() {
        let one = value(serde_json::json!(["a", "b"]));
        assert_eq!(one, types::Value::Text("[\"a\",\"b\"]".to_owned()));
        assert_eq!(value(Value::Null), types::Value::Null);
    }
}
