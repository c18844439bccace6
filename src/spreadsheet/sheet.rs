//! A table that is changed: its cells, to be read, filled and written again as they were found.

use super::{Names, cells, meaning, quoted};
use crate::source::Table;

/// A table without places.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// Whether the first line names the separator: `sep=;`
    names_separator: bool,
    /// Whether there was no table; then a column that holds nothing is left out.
    is_new: bool,
    separator: char,
    line_end: &'static str,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Sheet {
    /// What a table holds; where there is none, an empty one with all columns, in the order of their names.
    pub fn of<C: Copy + PartialEq>(table: Option<&Table>, names: &Names<C>) -> Sheet {
        let text = table.map_or("", |table| table.file.text.as_str());
        let cut = cells::cut(text);
        let separator = match table {
            Some(_) => char::from(cut.separator),
            None => ',',
        };
        let texts = |row: Vec<cells::Cell>| row.into_iter().map(|cell| cell.text).collect();
        let mut rows = cut.rows.into_iter().map(texts);
        let mut all: Vec<(String, C)> = Vec::new();
        for (name, of) in names {
            if table.is_none() && !all.iter().any(|(_, known)| known == of) {
                all.push(((*name).to_owned(), *of));
            }
        }
        let all = all.into_iter().map(|(name, _)| name).collect();
        Sheet {
            is_new: table.is_none(),
            names_separator: text.starts_with("sep="),
            separator,
            line_end: if text.contains("\r\n") { "\r\n" } else { "\n" },
            head: rows.next().unwrap_or(all),
            rows: rows.collect(),
        }
    }

    /// How many rows it has, without the first, which names the columns.
    pub fn n_rows(&self) -> usize {
        self.rows.len()
    }

    /// The column with this meaning.
    pub fn find<C: Copy + PartialEq>(&self, names: &Names<C>, column: C) -> Option<usize> {
        let is_it = |name: &String| meaning(name, names) == Some(column);
        self.head.iter().position(is_it)
    }

    /// The same, added where there is none.
    pub fn column<C: Copy + PartialEq>(&mut self, names: &Names<C>, column: C) -> usize {
        if let Some(found) = self.find(names, column) {
            return found;
        }
        let name = names.iter().find(|(_, of)| *of == column);
        self.head
            .push(name.map_or(String::new(), |(name, _)| (*name).to_owned()));
        self.head.len() - 1
    }

    /// What a cell says; nothing where the row is shorter.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let cells = self.rows.get(row);
        cells
            .and_then(|cells| cells.get(column))
            .map_or("", String::as_str)
    }

    /// Writes a cell.
    pub fn set(&mut self, row: usize, column: usize, text: String) {
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
    }

    /// Puts in an empty row.
    pub fn insert(&mut self, at: usize) {
        self.rows.insert(at, Vec::new());
    }

    /// Takes out the rows that are not wanted any more.
    pub fn retain(&mut self, mut wanted: impl FnMut(&Sheet, usize) -> bool) {
        let kept: Vec<bool> = (0..self.rows.len()).map(|row| wanted(self, row)).collect();
        let mut kept = kept.into_iter();
        self.rows.retain(|_| kept.next().unwrap_or(true));
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        let separator = self.separator.to_string();
        let mut out = String::new();
        if self.names_separator {
            out.push_str(&format!("sep={separator}{}", self.line_end));
        }
        let holds =
            |column: &usize| (0..self.rows.len()).any(|row| !self.cell(row, *column).is_empty());
        let columns = 0..self.head.len();
        let columns: Vec<usize> = columns
            .filter(|column| !self.is_new || holds(column))
            .collect();
        for row in std::iter::once(&self.head).chain(&self.rows) {
            let cell = |column: &usize| row.get(*column).map_or("", String::as_str);
            let cells = columns
                .iter()
                .map(|column| quoted(cell(column), self.separator));
            out.push_str(&cells.collect::<Vec<_>>().join(&separator));
            out.push_str(self.line_end);
        }
        out
    }
}
