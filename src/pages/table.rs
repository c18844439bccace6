//! Tables of numbers with a name at the head of each row.

use crate::interface::Interface;
use serde::Serialize;

/// A table, placed by `templates/parts/table.html`.
#[derive(Serialize)]
pub(super) struct Table<'a> {
    #[serde(skip)]
    interface: &'a Interface,
    /// What it is called, for those who cannot see where it stands.
    label: String,
    heads: Vec<Head>,
    rows: Vec<Row>,
    /// The same as CSV, in full.
    csv_url: Option<String>,
    /// “The first 50 of 312; the CSV has all.”
    capped: Option<String>,
}

/// The head of a column.
#[derive(Serialize)]
struct Head {
    text: String,
    is_number: bool,
}

/// A row.
#[derive(Serialize)]
pub(super) struct Row {
    name: String,
    url: Option<String>,
    /// The language of the name, where it is not that of the pages.
    language: Option<String>,
    /// A speaker's color and shape, `nobody`, or nothing.
    glyph: Option<&'static str>,
    cells: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    text: String,
    url: Option<String>,
    /// The language of the text, where it is not that of the pages.
    language: Option<String>,
    is_number: bool,
}

impl<'a> Table<'a> {
    /// A table without rows; its label and heads are named as texts of the interface.
    pub(super) fn new(interface: &'a Interface, label: &str, heads: &[&str]) -> Table<'a> {
        let heads = heads
            .iter()
            .map(|text| Head {
                text: interface.text(text).to_owned(),
                is_number: false,
            })
            .collect();
        Table {
            interface,
            label: interface.text(label).to_owned(),
            heads,
            rows: Vec::new(),
            csv_url: None,
            capped: None,
        }
    }

    /// Calls the table something else than a text of the interface.
    pub(super) fn called(mut self, label: String) -> Self {
        self.label = label;
        self
    }

    /// Links the same as CSV.
    pub(super) fn with_csv(mut self, url: Option<String>) -> Self {
        self.csv_url = url;
        self
    }

    /// Says that only the first rows of so many are shown.
    pub(super) fn cap(&mut self, n_all: usize) {
        let n = self.rows.len();
        self.capped = (n < n_all).then(|| {
            let values = [("n", n.into()), ("all", n_all.into())];
            self.interface.say("table-capped", &values)
        });
    }

    /// Adds a row.
    pub(super) fn row(&mut self, name: &str, url: Option<String>) -> RowMaker<'_, 'a> {
        self.rows.push(Row {
            name: name.to_owned(),
            url,
            language: None,
            glyph: None,
            cells: Vec::new(),
        });
        RowMaker { table: self }
    }
}

/// Fills the last row of a table.
pub(super) struct RowMaker<'t, 'a> {
    table: &'t mut Table<'a>,
}

impl RowMaker<'_, '_> {
    /// Gives the row a speaker's color and shape.
    pub(super) fn glyph(&mut self, glyph: &'static str) {
        if let Some(row) = self.table.rows.last_mut() {
            row.glyph = (!glyph.is_empty()).then_some(glyph);
        }
    }

    /// Says in which language the row's name is.
    pub(super) fn language(&mut self, language: Option<String>) {
        if let Some(row) = self.table.rows.last_mut() {
            row.language = language;
        }
    }

    /// Adds a cell with words, in a language of their own or in that of the pages.
    pub(super) fn text(&mut self, text: &str, language: Option<String>) {
        self.push(text.to_owned(), None, false);
        let cells = self.table.rows.last_mut().map(|row| &mut row.cells);
        if let Some(cell) = cells.and_then(|cells| cells.last_mut()) {
            cell.language = language;
        }
    }

    /// Adds a cell that leads somewhere.
    pub(super) fn link(&mut self, text: &str, url: String) {
        self.push(text.to_owned(), Some(url), false);
    }

    /// Adds a cell with a number.
    pub(super) fn number(&mut self, n: usize) {
        self.push(self.table.interface.number(n), None, true);
    }

    /// Adds a cell with something numeric: “62%”, “1,051 words, 7 turns”.
    pub(super) fn figure(&mut self, text: &str) {
        self.push(text.to_owned(), None, true);
    }

    fn push(&mut self, text: String, url: Option<String>, is_number: bool) {
        if let Some(row) = self.table.rows.last_mut() {
            row.cells.push(Cell {
                text,
                url,
                language: None,
                is_number,
            });
            // A column of numbers has its head above its numbers.
            let column = row.cells.len();
            if let Some(head) = self.table.heads.get_mut(column) {
                head.is_number |= is_number;
            }
        }
    }
}
