//! A table → its cells, each with its place.

use super::super::cues::inline::Quotes;
use super::columns;
use crate::source::Span;
use csv_core::{ReadFieldResult, ReaderBuilder};

/// A cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Cell {
    /// With its quotation marks.
    pub(super) span: Span,
    /// What it holds.
    pub(super) inner: Span,
}

impl Cell {
    /// How quotation marks are written in it.
    pub(super) fn quotes(self) -> Quotes {
        if self.span == self.inner {
            Quotes::Single
        } else {
            Quotes::Doubled
        }
    }
}

/// A table, taken apart.
#[derive(Debug)]
pub(super) struct Table {
    cells: Vec<Cell>,
    /// For each row, where its cells end.
    ends: Vec<usize>,
    /// The beginning of a cell whose quotation mark is never closed.
    pub(super) open_quote: Option<Span>,
}

impl Table {
    /// How many rows there are, the names of the columns included.
    pub(super) fn n_rows(&self) -> usize {
        self.ends.len()
    }

    /// The cells of a row; none where there is no such row.
    pub(super) fn row(&self, row: usize) -> &[Cell] {
        let Some(end) = self.ends.get(row) else {
            return &[];
        };
        let start = row.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.cells[start..*end]
    }

    /// The place of a row.
    pub(super) fn span(&self, row: usize) -> Span {
        match self.row(row) {
            [first, .., last] => first.span.hull(last.span),
            [only] => only.span,
            [] => Span::new(0, 0),
        }
    }
}

/// Signs that may stand between cells.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How much of a table is read to find its separator.
const HEAD: usize = 1 << 16;

/// Reads a table, with the separator that explains its first row best.
pub(super) fn read(text: &str) -> Table {
    // Spreadsheets may name the separator in a line of its own: `sep=;`
    let named = text
        .strip_prefix("sep=")
        .and_then(|rest| rest.bytes().next().zip(rest.find('\n')))
        .filter(|(_, end)| *end <= 2);
    if let Some((separator, end)) = named.filter(|(separator, _)| separator.is_ascii()) {
        return cut(text, 4 + end + 1, text.len(), separator);
    }
    let mut head = text.len().min(HEAD);
    while !text.is_char_boundary(head) {
        head -= 1;
    }
    let score = |separator: u8| {
        let table = cut(text, 0, head, separator);
        let n = table.row(0).len();
        let n_known = columns::n_known(text, table.row(0));
        // The last row may be cut off.
        let rows = 1..table.n_rows().saturating_sub(1).max(2).min(table.n_rows());
        let n_rows = rows.len().max(1);
        let n_even = rows.filter(|row| table.row(*row).len() == n).count();
        (n_known, n > 1, n_even * 100 / n_rows, n)
    };
    let best = SEPARATORS
        .into_iter()
        .rev()
        .max_by_key(|separator| score(*separator))
        .unwrap_or(b',');
    cut(text, 0, text.len(), best)
}

/// Cuts a stretch of text into cells.
fn cut(text: &str, from: usize, to: usize, separator: u8) -> Table {
    let mut table = Table {
        cells: Vec::new(),
        ends: Vec::new(),
        open_quote: None,
    };
    let mut reader = ReaderBuilder::new().delimiter(separator).build();
    let mut scratch = [0; 4096];
    let mut at = from;
    let mut start = from;
    let mut is_blank_row = true;
    loop {
        let (result, n_read, _) = reader.read_field(&text.as_bytes()[at..to], &mut scratch);
        at += n_read;
        let ends_row = match result {
            ReadFieldResult::InputEmpty if at >= to && n_read == 0 => break,
            // Asked again without input, the reader gives what is left.
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => continue,
            ReadFieldResult::Field { record_end } => record_end,
            ReadFieldResult::End => break,
        };
        let cell = cell(text, start, at, (!ends_row).then_some(separator));
        let opens = text[cell.span.range()].starts_with('"');
        if opens && at >= to && is_open(&text[cell.span.range()]) {
            table.open_quote = Some(cell.span);
        }
        is_blank_row &= cell.span.is_empty();
        table.cells.push(cell);
        start = at;
        if ends_row {
            let begin = table.ends.last().copied().unwrap_or(0);
            // A row of nothing but separators is no row.
            if is_blank_row {
                table.cells.truncate(begin);
            } else {
                table.ends.push(table.cells.len());
            }
            is_blank_row = true;
        }
    }
    table
        .cells
        .truncate(table.ends.last().copied().unwrap_or(0));
    table
}

fn cell(text: &str, start: usize, end: usize, separator: Option<u8>) -> Cell {
    let mut raw = &text[start..end];
    if let Some(separator) = separator {
        raw = raw.strip_suffix(char::from(separator)).unwrap_or(raw);
    }
    let lead = raw.len() - raw.trim_start().len();
    let words = raw.trim();
    let span = Span::new(start + lead, start + lead + words.len());
    let quoted = words
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    let inner = match quoted {
        Some(_) => Span::new(span.start + 1, span.end - 1),
        None => span,
    };
    Cell { span, inner }
}

/// Whether a cell that begins with a quotation mark lacks the one that closes it.
fn is_open(words: &str) -> bool {
    words.matches('"').count() % 2 == 1
}
