//! What can be pasted, as rows of the editors' tables where the archive has them.
//!
//! The stages propose lines of TOML. Here the same is said as a row with the columns of the table, or as the cell to be filled in.

use crate::authority;
use crate::diagnostic::{Diagnostics, Fix};
use crate::record;
use crate::source::Tables;

/// Where decisions about words stand.
const CORRECTIONS: &str = "content/corrections.csv";

/// Puts every proposal that a table of the archive can hold into its form.
pub(super) fn instead(tables: &Tables, diagnostics: &mut Diagnostics) {
    if tables.all().next().is_none() {
        return;
    }
    for fix in diagnostics.fixes() {
        if let Some(row) = row(tables, fix) {
            *fix = row;
        }
    }
}

fn row(tables: &Tables, fix: &Fix) -> Option<Fix> {
    let paste: toml::Table = fix.paste.parse().ok()?;
    let text = |value: &toml::Value| value.as_str().map(str::to_owned);
    let first = |key: &str| paste.get(key)?.as_array()?.first().cloned();
    if fix.file == "content/people.toml" {
        let table = tables.people.as_ref()?;
        let person = first("person")?;
        let labels = person.get("labels")?.as_array()?;
        let labels: Vec<String> = labels.iter().filter_map(text).collect();
        let values = [
            ("name", text(person.get("name")?)?),
            ("labels", labels.join("; ")),
        ];
        return Some(Fix {
            file: table.file.path.clone(),
            paste: authority::person_row(table, &values)?,
        });
    }
    let stem = fix.file.strip_prefix("content/documents/")?;
    let stem = stem.strip_suffix(".toml")?.rsplit('/').next()?;
    if let Some(date) = paste.get("date").and_then(text) {
        let table = tables.documents.as_ref()?;
        let (file, paste) = record::fact(table, stem, "date", &date)?;
        return Some(Fix { file, paste });
    }
    let table = tables.corrections.as_ref()?;
    let mut values = vec![("document", stem.to_owned())];
    if let Some(decision) = first("attribution") {
        values.extend([
            ("words", text(decision.get("at")?)?),
            ("what", "speaker".to_owned()),
            ("read_as", text(decision.get("person")?)?),
            ("why", text(decision.get("reason")?)?),
        ]);
    } else {
        let (what, label) = first("not_labels")
            .map(|label| ("no label", label))
            .or_else(|| first("labels").map(|label| ("label", label)))?;
        values.extend([("what", what.to_owned()), ("printed", text(&label)?)]);
    }
    let mut row = record::decision_row(table, &values)?;
    // Candidates stand after the person’s place.
    if let Some((_, candidates)) = fix.paste.split_once("  # ") {
        let candidates = candidates.lines().next().unwrap_or("");
        row = row.replacen('…', &format!("({candidates})"), 1);
    }
    Some(Fix {
        file: CORRECTIONS.to_owned(),
        paste: row,
    })
}
