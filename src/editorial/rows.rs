//! What can be pasted, as rows of the editors' tables where the archive has them.
//!
//! The stages propose lines of TOML. Here the same is said as a row with the columns of the table, or as the cell to be filled in.

use crate::authority::PersonRows;
use crate::diagnostic::{Diagnostics, Fix};
use crate::record::{DecisionRows, FactRows, IsLabel};
use crate::source::Tables;

/// What rows for the tables are made with, each table read once.
struct Rows {
    people: Option<(String, PersonRows)>,
    facts: Option<FactRows>,
    decisions: Option<(String, DecisionRows)>,
}

/// Puts every proposal that a table of the archive can hold into its form.
pub(super) fn instead(tables: &Tables, diagnostics: &mut Diagnostics) {
    if tables.all().next().is_none() {
        return;
    }
    let path = |table: &crate::source::Table| table.file.path.clone();
    let (people, corrections) = (tables.people.as_ref(), tables.corrections.as_ref());
    let rows = Rows {
        people: people.and_then(|table| Some((path(table), PersonRows::of(table)?))),
        facts: tables.documents.as_ref().and_then(FactRows::of),
        decisions: corrections.and_then(|table| Some((path(table), DecisionRows::of(table)?))),
    };
    for (help, fix) in diagnostics.fixes() {
        if let Some(row) = rows.instead_of(fix) {
            *fix = row;
            // The place is named beside the row.
            *help = help.replace(" in the document's record", "");
        }
    }
}

impl Rows {
    fn instead_of(&self, fix: &Fix) -> Option<Fix> {
        let paste: toml::Table = fix.paste.parse().ok()?;
        let text = |value: &toml::Value| value.as_str().map(str::to_owned);
        let texts = |value: &toml::Value| -> Option<Vec<String>> {
            value.as_array()?.iter().map(text).collect()
        };
        let first = |key: &str| paste.get(key)?.as_array()?.first().cloned();
        if fix.file == "content/people.toml" {
            let (path, people) = self.people.as_ref()?;
            let person = first("person")?;
            let (name, labels) = (text(person.get("name")?)?, texts(person.get("labels")?)?);
            return Some(Fix {
                file: path.clone(),
                paste: people.row(name, &labels)?,
            });
        }
        let stem = fix.file.strip_prefix("content/documents/")?;
        let stem = stem.strip_suffix(".toml")?.rsplit('/').next()?;
        if let Some(date) = paste.get("date").and_then(text) {
            let (file, paste) = self.facts.as_ref()?.date(stem, &date)?;
            return Some(Fix { file, paste });
        }
        let (path, decisions) = self.decisions.as_ref()?;
        let rows = if let Some(decision) = first("attribution") {
            let words = text(decision.get("at")?)?;
            let why = text(decision.get("reason")?)?;
            // Whoever pastes the row chooses among the candidates.
            let person = match candidates(&fix.paste) {
                Some(candidates) => format!("({candidates})"),
                None => text(decision.get("person")?)?,
            };
            vec![decisions.speaker(stem, words, person, why)?]
        } else {
            let labels = |key| paste.get(key).and_then(texts);
            let (is, labels) = labels("not_labels")
                .map(|labels| (IsLabel::No, labels))
                .or_else(|| labels("labels").map(|labels| (IsLabel::Yes, labels)))?;
            let rows = labels.into_iter();
            rows.map(|label| decisions.label(stem, is, label))
                .collect::<Option<Vec<String>>>()?
        };
        Some(Fix {
            file: path.clone(),
            paste: rows.join("\n"),
        })
    }
}

/// Those among whom an editor has to choose, as a comment behind the person's place names them.
fn candidates(paste: &str) -> Option<&str> {
    let mut lines = paste.lines();
    lines.find_map(|line| line.strip_prefix("person = \"…\"  # "))
}
