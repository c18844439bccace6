//! A reading text → its [`Line`]s.

use crate::source::Span;

/// One line of a reading text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
    /// The line without its end.
    pub span: Span,
}

/// Cuts a reading text into lines.
pub fn lines(text: &str) -> Vec<Line> {
    let mut at = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let start = at;
            at += line.len();
            Line {
                span: Span::new(start, start + line.trim_end_matches(['\n', '\r']).len()),
            }
        })
        .collect()
}
