//! Tables as CSV: UTF-8, commas, lines ending as RFC 4180 has them.

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
            if cell.contains(['"', ',', '\n', '\r']) || cell.trim() != *cell {
                self.0.push('"');
                self.0.push_str(&cell.replace('"', "\"\""));
                self.0.push('"');
            } else {
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

#[cfg(test)]
mod tests {
    use super::*;

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
