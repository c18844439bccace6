//! The decisions of a record → rows of `corrections.csv`.

use super::{fits, texts};
use crate::record::{DECISION_COLUMNS, DecisionColumn as Column};
use crate::source::Table;
use crate::spreadsheet::{Reading, Sheet, read_date};
use toml_edit::{DocumentMut, Item};

/// The table with what is put in before its own rows.
pub(super) struct Decisions {
    pub(super) sheet: Sheet,
    n_new: usize,
}

/// One kind of decision: its name in a record and in the table, and where each of its keys goes.
pub(super) struct Kind {
    pub(super) entry: &'static str,
    pub(super) what: &'static str,
    pub(super) keys: &'static [(&'static str, Column)],
}

/// Those that quote words. `reason` may be empty, the others may not.
pub(super) const KINDS: [Kind; 9] = [
    Kind {
        entry: "exclude",
        what: "leave out",
        keys: &[
            ("from", Column::Words),
            ("from_occurrence", Column::Occurrence),
            ("to", Column::To),
            ("reason", Column::Reason),
        ],
    },
    Kind {
        entry: "withhold",
        what: "withhold",
        keys: &[
            ("from", Column::Words),
            ("from_occurrence", Column::Occurrence),
            ("to", Column::To),
            ("name", Column::Printed),
            ("shown", Column::Read),
            ("reason", Column::Reason),
        ],
    },
    Kind {
        entry: "split",
        what: "turn begins",
        keys: &[
            ("at", Column::Words),
            ("occurrence", Column::Occurrence),
            ("label", Column::Printed),
            ("person", Column::Read),
            ("reason", Column::Reason),
        ],
    },
    Kind {
        entry: "attribution",
        what: "speaker",
        keys: &[
            ("at", Column::Words),
            ("occurrence", Column::Occurrence),
            ("person", Column::Read),
            ("reason", Column::Reason),
        ],
    },
    Kind {
        entry: "continue",
        what: "goes on",
        keys: &[
            ("at", Column::Words),
            ("occurrence", Column::Occurrence),
            ("reason", Column::Reason),
        ],
    },
    Kind {
        entry: "merge",
        what: "no turn",
        keys: &[
            ("at", Column::Words),
            ("occurrence", Column::Occurrence),
            ("reason", Column::Reason),
        ],
    },
    Kind {
        entry: "paragraph",
        what: "paragraph",
        keys: &[("at", Column::Words), ("occurrence", Column::Occurrence)],
    },
    Kind {
        entry: "correction",
        what: "correction",
        keys: &[
            ("at", Column::Words),
            ("occurrence", Column::Occurrence),
            ("sic", Column::Printed),
            ("read", Column::Read),
            ("reason", Column::Reason),
            ("by", Column::By),
            ("date", Column::When),
        ],
    },
    Kind {
        entry: "note",
        what: "note",
        keys: &[
            ("at", Column::Words),
            ("occurrence", Column::Occurrence),
            ("text", Column::Read),
        ],
    },
];

/// Lists of labels, and what a row says of each.
pub(super) const LABELS: [(&str, &str); 2] = [("labels", "label"), ("not_labels", "no label")];

impl Decisions {
    pub(super) fn of(table: Option<&Table>) -> Decisions {
        Decisions {
            sheet: Sheet::of(table, DECISION_COLUMNS),
            n_new: 0,
        }
    }

    /// Moves the decisions of one record. An entry that a row cannot hold stays, and those of its kind behind it, so that their order
    /// stays.
    pub(super) fn take(&mut self, document: &str, record: &mut DocumentMut) {
        for (key, what) in LABELS {
            let labels = record.get(key).and_then(texts);
            let Some(labels) = labels.filter(|all| all.iter().all(|label| fits(label))) else {
                continue;
            };
            for label in labels {
                self.row(document, what, &[(Column::Printed, label)]);
            }
            record.remove(key);
        }
        for kind in &KINDS {
            let entries = record.get_mut(kind.entry);
            let Some(entries) = entries.and_then(Item::as_array_of_tables_mut) else {
                continue;
            };
            // Entries of a record are read before rows: where one stays, all stay.
            let moved: Option<Vec<_>> = entries.iter().map(|entry| cells(kind, entry)).collect();
            let Some(moved) = moved else { continue };
            for cells in moved {
                self.row(document, kind.what, &cells);
            }
            record.remove(kind.entry);
        }
    }

    fn row(&mut self, document: &str, what: &str, cells: &[(Column, String)]) {
        let row = self.n_new;
        self.sheet.insert(row);
        self.n_new += 1;
        let head = [
            (Column::Document, document.to_owned()),
            (Column::What, what.to_owned()),
        ];
        for (column, text) in head.iter().chain(cells) {
            let column = self.sheet.column(DECISION_COLUMNS, *column);
            self.sheet.set(row, column, text.clone());
        }
    }
}

/// The cells of an entry; none where a row cannot say the same.
fn cells(kind: &Kind, entry: &toml_edit::Table) -> Option<Vec<(Column, String)>> {
    let mut cells = Vec::new();
    for (key, item) in entry {
        let (_, column) = kind.keys.iter().find(|(name, _)| *name == key)?;
        let text = match (item.as_str(), item.as_integer()) {
            (Some(""), _) if key == "reason" && kind.entry != "correction" => continue,
            // A day that a spreadsheet would read otherwise stays.
            (Some(text), _) if *column == Column::When => {
                let is_plain = matches!(read_date(text), Reading::Plain(read) if read == text);
                is_plain.then(|| text.to_owned())?
            }
            (Some(text), _) => Some(text.to_owned()).filter(|text| fits(text))?,
            (None, Some(n)) if *column == Column::Occurrence && n > 0 => n.to_string(),
            (None, _) => return None,
        };
        cells.push((*column, text));
    }
    Some(cells)
}
