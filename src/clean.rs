//! A reading text → its [`Line`]s: which lines hold text, how far apart they stand, where the source's pages end.
//!
//! Joins nothing and drops nothing: what a line means is for `segment` to say. A text typed with double spacing is measured as such,
//! so that one blank line in it means nothing and two mean a blank line.

mod furniture;
mod layout;
mod width;

use crate::source::Span;

pub use layout::Layout;
pub use width::Measure;

/// A line that holds text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
    /// The line without the blanks around it.
    pub span: Span,
    /// Blank lines before it, those of double spacing not counted.
    pub blanks_before: usize,
    /// Whether a page of the source ends before it.
    pub page_break_before: bool,
    /// Blanks before the first character.
    pub indent: usize,
}

/// A reading text cut into lines.
#[derive(Clone, PartialEq, Debug)]
pub struct Lines {
    /// The lines that hold text, in order.
    pub lines: Vec<Line>,
    /// How paragraphs are told apart in it.
    pub layout: Layout,
    /// Line numbers, page numbers and running heads: in no line.
    pub furniture: Vec<Span>,
}

/// Cuts a reading text into lines. Lines end at `\n`, `\r\n` or `\r`; a form feed ends a page.
pub fn lines(text: &str) -> Lines {
    let mut lines = cut(text);
    let mut furniture = Vec::new();
    furniture::line_numbers(text, &mut lines, &mut furniture);
    layout::single_spaced(text, &mut lines);
    furniture::pages(text, &mut lines, &mut furniture);
    layout::page_starts(&mut lines);
    let layout = layout::of(text, &lines);
    Lines {
        lines,
        layout,
        furniture,
    }
}

/// Cuts a reading text whose paragraphs were known before it became text (from Word or HTML): a blank line in it is never mere spacing.
pub fn paragraphs(text: &str) -> Lines {
    let mut lines = cut(text);
    let mut furniture = Vec::new();
    furniture::line_numbers(text, &mut lines, &mut furniture);
    furniture::pages(text, &mut lines, &mut furniture);
    let layout = layout::of(text, &lines);
    Lines {
        lines,
        layout,
        furniture,
    }
}

fn cut(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut blanks = 0;
    let mut page_break = false;
    let mut at = 0;
    while at < text.len() {
        let start = at;
        let rest = &text.as_bytes()[at..];
        at += memchr::memchr3(b'\n', b'\r', b'\x0c', rest).map_or(rest.len(), |end| end + 1);
        let raw = &text[start..at];
        let trimmed = raw.trim();
        if trimmed.is_empty() {
            // `\r\n` comes as two pieces, the second of them no line of its own.
            let is_second_half = raw == "\n" && start > 0 && text.as_bytes()[start - 1] == b'\r';
            page_break |= raw.ends_with('\u{c}');
            blanks += usize::from(!is_second_half && !raw.ends_with('\u{c}'));
            continue;
        }
        let indent = raw.chars().take_while(|c| c.is_whitespace()).count();
        let content = start + raw.len() - raw.trim_start().len();
        let span = Span::new(content, content + trimmed.len());
        lines.push(Line {
            span,
            blanks_before: blanks,
            page_break_before: page_break,
            indent,
        });
        blanks = 0;
        page_break = raw.ends_with('\u{c}');
    }
    lines
}

/// Whether words may end a sentence: a full stop or its like, perhaps with quotation marks and brackets after it.
pub(crate) fn ends_sentence(words: &str) -> bool {
    let last = words
        .trim_end()
        .trim_end_matches(['"', '”', '’', '»', ')', ']', '\'', '*'])
        .chars()
        .next_back();
    let closed = words
        .trim_end()
        .ends_with([')', ']', '}', '>', '）', '】', '］', '〕', '｝']);
    closed
        || matches!(
            last,
            None | Some(
                '-' | '–'
                    | '—'
                    | '.'
                    | '!'
                    | '?'
                    | '…'
                    | ':'
                    | ';'
                    | '。'
                    | '！'
                    | '？'
                    | '：'
                    | '।'
                    | '॥'
                    | '؟'
                    | '۔'
                    | '՞'
                    | '։'
                    | '።'
                    | '」'
                    | '』'
                    // Thai, Lao, Khmer and Myanmar end no sentence with a mark.
                    | '\u{e00}'..='\u{eff}'
                    | '\u{1000}'..='\u{109f}'
                    | '\u{1780}'..='\u{17ff}'
            )
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, usize, bool)> {
        lines(text)
            .lines
            .iter()
            .map(|line| {
                (
                    &text[line.span.range()],
                    line.blanks_before,
                    line.page_break_before,
                )
            })
            .collect()
    }

    #[test]
    fn lines_know_the_blank_lines_before_them() {
        assert_eq!(
            read("a\r\n\r\n b \nc"),
            [("a", 0, false), ("b", 1, false), ("c", 0, false)]
        );
        assert_eq!(read(""), []);
    }

    #[test]
    fn a_form_feed_ends_a_page() {
        assert_eq!(read("a\n\u{c}b"), [("a", 0, false), ("b", 0, true)]);
    }

    #[test]
    fn double_spacing_is_no_paragraph_and_three_blank_lines_end_a_page() {
        let text = "the first line goes on over\n\nits end and so does\n\nthis one without\n\nany full stop until\n\n\n\nthe next page begins here.\n";
        let read: Vec<_> = read(text)
            .into_iter()
            .map(|(_, blanks, page)| (blanks, page))
            .collect();
        assert_eq!(
            read,
            [(0, false), (0, false), (0, false), (0, false), (0, true)]
        );
    }

    #[test]
    fn sentences_end() {
        for yes in [
            "done.",
            "done.”",
            "(done)",
            "why?",
            "list:",
            "…",
            "{END}",
            "（笑）",
        ] {
            assert!(ends_sentence(yes), "{yes}");
        }
        for no in ["in particular with", "Lower Saxony and", "comma,"] {
            assert!(!ends_sentence(no), "{no}");
        }
    }
}
