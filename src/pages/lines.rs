//! Where the lines of a text begin, for going from a byte to its line often.

/// The beginnings of all lines.
pub(super) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Looks through a text once.
    pub(super) fn new(text: &str) -> Lines {
        let starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Lines { starts }
    }

    /// The line, from 1, that holds a byte.
    pub(super) fn of(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_count_from_one() {
        let lines = Lines::new("a\nbc\n");
        assert_eq!([0, 1, 2, 4, 5].map(|at| lines.of(at)), [1, 1, 2, 2, 3]);
    }
}
