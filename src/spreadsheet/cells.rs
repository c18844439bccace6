//! A table → its cells, each with its place.

use crate::source::Span;
use csv_core::{ReadFieldResult, ReaderBuilder};

/// A cell.
pub(super) struct Cell {
    /// Without quotation marks and blanks at its ends; line ends are `\n`.
    pub(super) text: String,
    /// In the file, with its quotation marks.
    pub(super) span: Span,
}

/// A table, taken apart.
pub(super) struct Sheet {
    /// Its rows; those that hold nothing at all are left out.
    pub(super) rows: Vec<Vec<Cell>>,
    /// What stands between its cells.
    pub(super) separator: u8,
    /// A quotation mark that is never closed.
    pub(super) open_quote: Option<Span>,
}

/// Cuts a text at the separator that its first row has most of.
pub(super) fn cut(text: &str) -> Sheet {
    let (from, separator) = separator(text);
    cut_at(text, from, separator)
}

/// The same of its first row alone.
pub(super) fn cut_head(text: &str) -> Sheet {
    let (from, separator) = separator(text);
    let head = first_row(&text[from..]);
    cut_at(head, 0, separator)
}

/// Where the table begins, and what parts its cells.
fn separator(text: &str) -> (usize, u8) {
    // Excel names the separator in a line of its own: `sep=;`
    let named = text
        .strip_prefix("sep=")
        .and_then(|rest| rest.bytes().next().zip(rest.find('\n')))
        .filter(|(separator, end)| *end <= 2 && separator.is_ascii_punctuation());
    if let Some((separator, end)) = named {
        return (4 + end + 1, separator);
    }
    let n_cells = |separator: &u8| {
        let head = first_row(text);
        let sheet = cut_at(head, 0, *separator);
        sheet.rows.first().map_or(0, Vec::len)
    };
    // Of two with as many, the last one here.
    let best = *b"\t;,"
        .iter()
        .max_by_key(|sign| n_cells(sign))
        .unwrap_or(&b',');
    (0, best)
}

/// Up to the first line end that stands in no quotation marks.
fn first_row(text: &str) -> &str {
    let mut in_quotes = false;
    let start = text.len() - text.trim_start().len();
    for (at, c) in text[start..].char_indices() {
        match c {
            '"' => in_quotes = !in_quotes,
            '\n' | '\r' if !in_quotes => return &text[..start + at],
            _ => {}
        }
    }
    text
}

fn cut_at(text: &str, from: usize, separator: u8) -> Sheet {
    let mut sheet = Sheet {
        rows: Vec::new(),
        separator,
        open_quote: None,
    };
    let bytes = text.as_bytes();
    let mut reader = ReaderBuilder::new().delimiter(separator).build();
    let (mut at, mut start) = (from, from);
    let mut row: Vec<Cell> = Vec::new();
    let mut field = vec![0; 256];
    let mut filled = 0;
    loop {
        let (result, n_read, n_written) = reader.read_field(&bytes[at..], &mut field[filled..]);
        at += n_read;
        filled += n_written;
        let ends_row = match result {
            ReadFieldResult::InputEmpty => continue,
            ReadFieldResult::OutputFull => {
                field.resize(field.len() * 2, 0);
                continue;
            }
            ReadFieldResult::Field { record_end } => record_end,
            ReadFieldResult::End => break,
        };
        let words = String::from_utf8_lossy(&field[..filled]);
        let words = words.trim().replace("\r\n", "\n").replace('\r', "\n");
        let span = trimmed(text, start, at, (!ends_row).then_some(separator));
        let printed = &text[span.range()];
        let is_open = printed.starts_with('"') && printed.matches('"').count() % 2 == 1;
        if is_open && at >= bytes.len() {
            sheet.open_quote = Some(span);
        }
        row.push(Cell { text: words, span });
        (start, filled) = (at, 0);
        if ends_row {
            let row = std::mem::take(&mut row);
            if row.iter().any(|cell| !cell.text.is_empty()) {
                sheet.rows.push(row);
            }
        }
    }
    sheet
}

/// A stretch of text without the separator and the blanks around it.
fn trimmed(text: &str, start: usize, end: usize, separator: Option<u8>) -> Span {
    let mut raw = &text[start..end];
    if let Some(separator) = separator {
        raw = raw.strip_suffix(char::from(separator)).unwrap_or(raw);
    }
    let words = raw.trim();
    if words.is_empty() {
        return Span::new(start, start);
    }
    let lead = raw.len() - raw.trim_start().len();
    Span::new(start + lead, start + lead + words.len())
}
