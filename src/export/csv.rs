//! Tables as CSV: UTF-8, commas, lines ending as RFC 4180 has them.
//!
//! Spreadsheets take a cell that begins with `=`, `+`, `-`, `@`, a tab or a line's end for a formula. An apostrophe stands before such a
//! cell, and before one that begins with apostrophes and then one of these, so that whoever reads the data can take it away again.

/// A table being written.
pub(crate) struct Csv(String);

impl Csv {
    /// A table with the names of its columns.
    pub(crate) fn new(heads: &[&str]) -> Csv {
        let mut csv = Csv(String::new());
        csv.row(heads);
        csv
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: &[&str]) {
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.0.push(',');
            }
            let guard = if is_formula(cell) { "'" } else { "" };
            if cell.contains(['"', ',', '\n', '\r']) || cell.trim() != *cell {
                self.0.push('"');
                self.0.push_str(guard);
                self.0.push_str(&cell.replace('"', "\"\""));
                self.0.push('"');
            } else {
                self.0.push_str(guard);
                self.0.push_str(cell);
            }
        }
        self.0.push_str("\r\n");
    }

    /// The table with the mark by which Excel knows that it is Unicode.
    pub(crate) fn with_mark(self) -> String {
        format!("\u{feff}{}", self.0)
    }

    /// The table.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}

/// Whether a spreadsheet would reckon with a cell, or would where an apostrophe is taken away.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        let mut csv = Csv::new(&["a"]);
        for cell in ["=1+1", "+1", "-1", "@x", "\tx", "'=1", "'tis", "a=b"] {
            csv.row(&[cell]);
        }
        assert_eq!(
            csv.finish(),
            "a\r\n'=1+1\r\n'+1\r\n'-1\r\n'@x\r\n\"'\tx\"\r\n''=1\r\n'tis\r\na=b\r\n"
        );
    }

    #[test]
    fn what_could_be_read_otherwise_is_quoted() {
        let mut csv = Csv::new(&["a", "b"]);
        csv.row(&["Mitterrand, F.", "“yes”"]);
        csv.row(&["a \"word\"\nmore", " b"]);
        csv.row(&["", "x"]);
        assert_eq!(
            csv.finish(),
            "a,b\r\n\"Mitterrand, F.\",“yes”\r\n\"a \"\"word\"\"\nmore\",\" b\"\r\n,x\r\n"
        );
    }
}
