//! A CSV file that editors keep in a spreadsheet → its rows, each cell with its place and the column it stands in.
//!
//! It is read as Excel, LibreOffice and others save it: commas, semicolons or tabs, `sep=;` in the first line, any encoding. What a
//! column means is for `record` and `authority` to say. Transcripts that are tables are `segment`'s work, not this module's.

mod cells;
mod dates;
mod sheet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, nearest};
use crate::source::{Encoding, LineIndex, Span, Table};

pub use dates::{Reading, read as read_date};
pub use sheet::Sheet;

/// What a cell holds, and where it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// Without blanks at its ends.
    pub text: String,
    /// In the file.
    pub place: Place,
}

/// A row with the cells that hold something, by what their columns mean.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row<C> {
    /// The cells, in the file's order.
    pub cells: Vec<(C, Cell)>,
    /// Where the row begins.
    pub place: Place,
}

impl<C: Copy + PartialEq> Row<C> {
    /// The cell of a column, if it holds something.
    pub fn get(&self, column: C) -> Option<&Cell> {
        let mut cells = self.cells.iter();
        cells.find(|(of, _)| *of == column).map(|(_, cell)| cell)
    }

    /// What it says.
    pub fn text(&self, column: C) -> Option<String> {
        self.get(column).map(|cell| cell.text.clone())
    }

    /// What it says, cut at `;` or `|`.
    pub fn list(&self, column: C) -> Vec<String> {
        self.get(column).map(Cell::list).unwrap_or_default()
    }
}

impl Cell {
    /// The parts of a cell that holds several things, cut at `;` or `|`.
    pub fn list(&self) -> Vec<String> {
        parts(&self.text)
    }
}

/// The parts of a text that holds several things, cut at `;` or `|`.
pub fn parts(text: &str) -> Vec<String> {
    let parts = text.split([';', '|']).map(str::trim);
    let parts = parts.filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// Names of columns, each with what it means. The first name of a meaning is the one that messages offer.
pub type Names<C> = [(&'static str, C)];

/// Reads a file. What is wrong with its form is reported; a column that is not among `names` and holds something is an error.
pub fn rows<C: Copy + PartialEq>(
    table: &Table,
    names: &Names<C>,
    diagnostics: &mut Diagnostics,
) -> Vec<Row<C>> {
    let file = &table.file;
    if let Encoding::Detected { name, .. } = &table.encoding {
        let message = format!("the table is not Unicode; it was read as {name}");
        let help = "look at letters with accents; to be sure, save it in Excel as “CSV UTF-8”, in LibreOffice with the character set UTF-8";
        let place = Place::file(&file.path);
        diagnostics.push(Diagnostic::new(
            Code::DetectedEncoding,
            place,
            message,
            help,
        ));
    }
    let sheet = cells::cut(&file.text);
    let lines = LineIndex::of(&file.text);
    let place = |span: Span| Place::indexed(&file.path, &lines, span);
    if let Some(open) = sheet.open_quote {
        let message = "a quotation mark opens here that is never closed";
        let help = "put the mark at the cell’s end; one that belongs to the words is written twice";
        diagnostics.push(Diagnostic::new(Code::BadTable, place(open), message, help));
        return Vec::new();
    }
    let mut sheet = sheet.rows.into_iter();
    let Some(head) = sheet.next() else {
        return Vec::new();
    };
    let body: Vec<Vec<cells::Cell>> = sheet.collect();
    let mut columns: Vec<Option<C>> = Vec::new();
    for (index, cell) in head.iter().enumerate() {
        let holds = |row: &Vec<cells::Cell>| row.get(index).is_some_and(|c| !c.text.is_empty());
        let meaning = meaning(&cell.text, names);
        if meaning.is_none() && body.iter().any(holds) {
            let known = names.iter().map(|(name, _)| *name);
            let message = if cell.text.is_empty() {
                "a column has cells and no name".to_owned()
            } else {
                format!("unknown column “{}”", cell.text)
            };
            let help = match nearest(&plain(&cell.text), known.clone()) {
                Some(near) if !cell.text.is_empty() => {
                    format!("write {near} if that is meant, or take the column out")
                }
                _ => format!(
                    "name it, or take it out; known here are {}",
                    known.collect::<Vec<_>>().join(", ")
                ),
            };
            diagnostics.push(
                Diagnostic::new(Code::UnknownKey, place(cell.span), message, help)
                    .labeled("this column"),
            );
        }
        let is_twice = meaning.is_some() && columns.contains(&meaning);
        if is_twice && body.iter().any(holds) {
            let message = format!(
                "two columns say the same: this is the second, “{}”",
                cell.text
            );
            let help = "keep one of them";
            diagnostics.push(Diagnostic::new(
                Code::BadTable,
                place(cell.span),
                message,
                help,
            ));
        }
        columns.push(if is_twice { None } else { meaning });
    }
    let mut rows = Vec::new();
    for row in body {
        let beyond = row.iter().skip(columns.len()).find(|c| !c.text.is_empty());
        if let Some(beyond) = beyond {
            let message = "the row has more cells than the first row has columns";
            let help = "put quotation marks around a cell that holds the separator; a spreadsheet does so by itself";
            diagnostics.push(Diagnostic::new(
                Code::BadTable,
                place(beyond.span),
                message,
                help,
            ));
            continue;
        }
        let begin = row.first().map_or(Span::new(0, 0), |cell| cell.span);
        let cells: Vec<(C, Cell)> = columns
            .iter()
            .zip(row)
            .filter_map(|(column, cell)| {
                let cell = Some(cell).filter(|cell| !cell.text.is_empty())?;
                let place = place(cell.span);
                Some((
                    (*column)?,
                    Cell {
                        text: cell.text,
                        place,
                    },
                ))
            })
            .collect();
        if let Some((_, first)) = cells.first() {
            let place = if begin.is_empty() {
                first.place.clone()
            } else {
                place(begin)
            };
            rows.push(Row { cells, place });
        }
    }
    rows
}

/// The columns of a table and what parts its cells: all that rows to be pasted into it need.
#[derive(Clone, Debug)]
pub struct Head<C> {
    columns: Vec<Option<C>>,
    separator: char,
}

impl<C: Copy + PartialEq> Head<C> {
    /// That of a table; none of an empty one.
    pub fn of(table: &Table, names: &Names<C>) -> Option<Head<C>> {
        let sheet = cells::cut_head(&table.file.text);
        let row = sheet.rows.first()?;
        Some(Head {
            columns: row.iter().map(|cell| meaning(&cell.text, names)).collect(),
            separator: char::from(sheet.separator),
        })
    }

    /// A line to be pasted into the table; none where it lacks a column that is needed.
    pub fn row(&self, values: &[(C, String)]) -> Option<String> {
        let mut cells = vec![""; self.columns.len()];
        for (column, value) in values {
            let at = self.columns.iter().position(|of| *of == Some(*column))?;
            cells[at] = value;
        }
        let quoted = cells.into_iter().map(|cell| quoted(cell, self.separator));
        Some(quoted.collect::<Vec<_>>().join(&self.separator.to_string()))
    }
}

/// A cell as it stands in a file: in quotation marks where it holds what parts cells or lines.
pub fn quoted(cell: &str, separator: char) -> String {
    if cell.contains([separator, '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// What a column means: capitals, blanks and the prefixes of Dublin Core (`dc:`, `dcterms:`) do not count.
fn meaning<C: Copy>(name: &str, names: &Names<C>) -> Option<C> {
    let plain = plain(name);
    let found = names.iter().find(|(known, _)| *known == plain);
    found.map(|(_, meaning)| *meaning)
}

fn plain(name: &str) -> String {
    let small = name.trim().to_lowercase();
    let bare = ["dcterms:", "dcterms.", "dc:", "dc."]
        .into_iter()
        .find_map(|prefix| small.strip_prefix(prefix))
        .unwrap_or(&small);
    bare.trim().replace([' ', '-'], "_")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::TextFile;

    const NAMES: &Names<u8> = &[("title", 1), ("date", 2), ("place", 3), ("location", 3)];

    fn read(bytes: &[u8]) -> (Vec<Row<u8>>, Vec<String>) {
        let (text, encoding) = crate::source::decode(bytes);
        let table = Table {
            file: TextFile {
                path: "t.csv".into(),
                text,
            },
            encoding,
        };
        let mut diagnostics = Diagnostics::new();
        let rows = rows(&table, NAMES, &mut diagnostics);
        let told = diagnostics.sorted().into_iter().map(|found| {
            let (code, place) = (found.code.name(), &found.place);
            format!("{code} {}:{} {}", place.line, place.column, found.message)
        });
        (rows, told.collect())
    }

    fn texts(rows: &[Row<u8>]) -> Vec<Vec<(u8, &str)>> {
        rows.iter()
            .map(|row| {
                let cells = row.cells.iter();
                cells
                    .map(|(column, cell)| (*column, cell.text.as_str()))
                    .collect()
            })
            .collect()
    }

    #[test]
    fn a_table_is_read_as_any_spreadsheet_saves_it() {
        let expected = vec![vec![(1, "Déjà, vu"), (3, "A \"b\"\nc")], vec![(2, "1990")]];
        let text = "Title,dc:date,Location\r\n\"Déjà, vu\",,\"A \"\"b\"\"\nc\"\r\n\r\n,1990,\r\n";
        let semicolons = "Title;dc:date;Location\n\"Déjà, vu\";;\"A \"\"b\"\"\nc\"\n,,\n;1990;\n";
        let utf16: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        let with_mark = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        let named = [b"sep=,\r\n", text.as_bytes()].concat();
        for bytes in [text.as_bytes(), &utf16, &with_mark, &named] {
            let (rows, told) = read(bytes);
            assert_eq!(texts(&rows), expected);
            assert!(told.is_empty(), "{told:?}");
        }
        let (rows, _) = read(semicolons.replace(",,\n", ";;\n").as_bytes());
        assert_eq!(texts(&rows), expected);
        let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        let (rows, told) = read(&latin);
        assert_eq!(texts(&rows), expected);
        assert_eq!(
            told,
            ["detected-encoding 0:0 the table is not Unicode; it was read as windows-1252"]
        );
    }

    #[test]
    fn places_are_those_of_the_file() {
        let (rows, _) = read("title,date\n\n  A  ,\"1990\"\n".as_bytes());
        let place = |column| {
            let place = &rows[0].get(column).unwrap().place;
            (place.line, place.column)
        };
        assert_eq!((place(1), place(2)), ((3, 3), (3, 7)));
    }

    #[test]
    fn what_would_be_lost_is_reported() {
        let (_, told) = read(b"titel,date,date,,\nA,1990,1991,x,y\nB,1,2,3,4,5\n");
        assert_eq!(
            told,
            [
                "unknown-key 1:1 unknown column “titel”",
                "bad-table 1:12 two columns say the same: this is the second, “date”",
                "unknown-key 1:17 a column has cells and no name",
                "unknown-key 1:18 a column has cells and no name",
                "bad-table 3:11 the row has more cells than the first row has columns",
            ]
        );
        let (rows, told) = read(b"title,,\nA,,\n");
        assert_eq!((rows.len(), told.len()), (1, 0));
        let (rows, told) = read(b"title,date\n\"A,1990\nB,1991\n");
        assert!(rows.is_empty());
        assert_eq!(
            told,
            ["bad-table 2:1 a quotation mark opens here that is never closed"]
        );
    }
}
