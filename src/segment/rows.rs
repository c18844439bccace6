//! Lines → [`Row`]s: what the record leaves out is taken away, and the marks of Markdown are told from words.

mod inside;

use crate::clean::Lines;
use crate::document::{DropReason, Dropped, SpannedText};
use crate::source::Span;

/// A line's published part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Row {
    /// Its place, without blanks around it.
    pub(super) span: Span,
    /// Blank lines before it.
    pub(super) blanks_before: usize,
    /// Whether a page of the source ends before it.
    pub(super) page_break_before: bool,
    /// What Markdown makes of it.
    pub(super) kind: RowKind,
    /// Whether it is set in from the left where most lines are not.
    pub(super) is_indented: bool,
    /// Its line among all lines.
    pub(super) line: usize,
}

/// What Markdown makes of a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum RowKind {
    /// Nothing.
    Plain,
    /// A heading.
    Heading,
    /// Bold from beginning to end.
    Strong,
    /// A quotation: in transcripts, a note on what happens.
    Aside,
}

impl Row {
    pub(super) fn is_heading(&self) -> bool {
        self.kind == RowKind::Heading
    }

    pub(super) fn is_strong(&self) -> bool {
        self.kind == RowKind::Strong
    }

    pub(super) fn is_aside(&self) -> bool {
        self.kind == RowKind::Aside
    }
}

/// The rows of a text with what stands between the words.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Rows {
    pub(super) all: Vec<Row>,
    /// Marks of Markdown, soft hyphens and blanks inside words, in order.
    holes: Vec<Span>,
    /// Stretches in bold, their marks included, in order.
    bold: Vec<Span>,
    /// Stretches that the file's own format sets in bold, in order.
    strong: Vec<Span>,
    /// Whether each line is a paragraph, so that a label may stand at the beginning of any.
    pub(super) lines_are_paragraphs: bool,
}

impl Rows {
    /// Cuts lines into rows; `excluded` are the stretches left out by the record, in order and apart from each other.
    pub(super) fn new(text: &str, lines: &Lines, excluded: &[Span]) -> Rows {
        let mut rows = Vec::new();
        let mut parts = Vec::new();
        let mut blanks_carried = 0;
        let margin = margin(lines);
        for (index, line) in lines.lines.iter().enumerate() {
            parts.clear();
            without(text, line.span, excluded, &mut parts);
            if parts.is_empty() {
                // What is left out leaves a paragraph's end behind.
                blanks_carried = 1;
            }
            for (n, span) in parts.iter().copied().enumerate() {
                rows.push(Row {
                    span,
                    blanks_before: if n == 0 {
                        line.blanks_before.max(blanks_carried)
                    } else {
                        1
                    },
                    page_break_before: n == 0 && line.page_break_before,
                    kind: RowKind::Plain,
                    is_indented: n == 0 && margin.is_some_and(|margin| line.indent > margin),
                    line: index,
                });
                blanks_carried = 0;
            }
        }
        let mut rows = Rows {
            holes: inside::parts_of_no_word(text, &rows),
            all: rows,
            bold: Vec::new(),
            strong: Vec::new(),
            lines_are_paragraphs: lines.layout == crate::clean::Layout::Lines,
        };
        if rows.looks_like_markdown(text) {
            rows.read_markdown(text);
        }
        rows
    }

    /// The marks of Markdown and hyphens that are none as dropped text.
    pub(super) fn dropped<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Dropped> + 'a {
        self.holes.iter().filter_map(|span| {
            let reason = match &text[span.range()] {
                "\u{ad}" => DropReason::Hyphen,
                blanks if blanks.trim().is_empty() => return None,
                _ => DropReason::Markup,
            };
            Some(Dropped {
                span: *span,
                reason,
            })
        })
    }

    /// The stretches of a span between the marks of Markdown in it.
    pub(super) fn between_marks(&self, span: Span) -> impl Iterator<Item = Span> + '_ {
        let first = self.holes.partition_point(|hole| hole.end <= span.start);
        let holes = self.holes[first..]
            .iter()
            .take_while(move |hole| hole.start < span.end)
            .copied();
        let mut at = span.start;
        holes
            .chain([Span::new(span.end, span.end)])
            .map(move |hole| {
                let stretch = Span::new(at, hole.start.max(at));
                at = hole.end.max(at);
                stretch
            })
            .filter(|stretch| !stretch.is_empty())
    }

    /// The words of a span without the marks of Markdown in it.
    pub(super) fn push(&self, target: &mut SpannedText, text: &str, span: Span) {
        for stretch in self.between_marks(span) {
            target.push(text, stretch);
        }
    }

    /// Whether a span holds anything but blanks and marks of Markdown.
    pub(super) fn has_words(&self, text: &str, span: Span) -> bool {
        self.between_marks(span)
            .any(|stretch| text[stretch.range()].contains(|c: char| !c.is_whitespace()))
    }

    /// The words of a row without the marks of Markdown in it, each leading back to its place.
    pub(super) fn content(&self, text: &str, row: &Row) -> SpannedText {
        if self.plain(text, row).is_some() {
            return SpannedText::copied(text, row.span);
        }
        let mut words = SpannedText::default();
        self.push(&mut words, text, row.span);
        words.trimmed()
    }

    /// The words of a row if no marks of Markdown stand in it: those of the text itself.
    pub(super) fn plain<'a>(&self, text: &'a str, row: &Row) -> Option<&'a str> {
        let first = self
            .holes
            .partition_point(|hole| hole.end <= row.span.start);
        let is_whole = self
            .holes
            .get(first)
            .is_none_or(|hole| hole.start >= row.span.end);
        is_whole.then(|| &text[row.span.range()])
    }

    /// The words of a row without the marks of Markdown in it.
    pub(super) fn words(&self, text: &str, row: &Row) -> String {
        self.content(text, row).text().to_owned()
    }

    /// Where the bold stretch ends that a row begins with.
    pub(super) fn bold_until(&self, row: &Row) -> Option<usize> {
        let at = self
            .bold
            .partition_point(|span| span.start < row.span.start);
        self.bold
            .get(at)
            .filter(|span| span.start == row.span.start)
            .map(|span| span.end)
    }

    /// The rows with what the file's own format sets in bold.
    #[must_use]
    pub(super) fn with_strong(mut self, strong: &[Span]) -> Rows {
        self.strong = strong.to_vec();
        self
    }

    /// Where the bold stretch ends that a row begins with, be it made by signs or by the file's format.
    pub(super) fn strong_until(&self, row: &Row) -> Option<usize> {
        let starts_before = |span: &Span| span.start < row.span.start;
        let at = self.strong.partition_point(starts_before);
        let of_format = self
            .strong
            .get(at)
            .filter(|span| span.start == row.span.start);
        of_format
            .map(|span| span.end)
            .or_else(|| self.bold_until(row))
    }

    fn looks_like_markdown(&self, text: &str) -> bool {
        let is_sign = |row: &&Row| {
            let words = &text[row.span.range()];
            heading_mark(words).is_some()
                || (words.starts_with("**") && words.len() > 4)
                || inside::slanted_label(words).is_some()
        };
        self.all.iter().filter(is_sign).count() >= 2
            || self
                .all
                .iter()
                .any(|row| inside::names_speakers(&text[row.span.range()]))
    }

    fn read_markdown(&mut self, text: &str) {
        let mut bold: Vec<Span> = Vec::new();
        let mut open: Option<usize> = None;
        let words = |row: &Row| &text[row.span.range()];
        let has_table = self
            .all
            .iter()
            .any(|row| inside::names_speakers(words(row)));
        for index in 0..self.all.len() {
            let row = self.all[index];
            let words = &text[row.span.range()];
            if row.blanks_before > 0 {
                // Emphasis never runs over a paragraph's end; a mark left open there was a word.
                open = None;
            }
            if let Some(len) = heading_mark(words) {
                self.holes
                    .push(Span::new(row.span.start, row.span.start + len));
                self.all[index].kind = RowKind::Heading;
            }
            if words.starts_with("> ") {
                self.holes
                    .push(Span::new(row.span.start, row.span.start + 1));
                self.all[index].kind = RowKind::Aside;
            }
            // `\[laughter\]`: the backslash only protects the sign after it.
            let escaped =
                |at: &usize| words[at + 1..].starts_with(|c: char| c.is_ascii_punctuation());
            let backslashes = memchr::memchr_iter(b'\\', words.as_bytes()).filter(escaped);
            self.holes.extend(
                backslashes.map(|at| Span::new(row.span.start + at, row.span.start + at + 1)),
            );
            if let Some((name, rest)) = inside::slanted_label(words) {
                // `*Anna:* text`
                let hole = |at: usize| Span::new(row.span.start + at, row.span.start + at + 1);
                self.holes.extend([hole(0), hole(name)]);
                bold.push(Span::new(row.span.start, row.span.start + rest));
            }
            if let Some((start, end)) = inside::table_row(words).filter(|_| has_table) {
                let (first, last) = (row.span.start, row.span.end);
                self.holes.push(Span::new(first, first + start));
                self.holes.push(Span::new(last - end, last));
            }
            for at in memchr::memmem::find_iter(words.as_bytes(), "**") {
                let at = row.span.start + at;
                match open.take() {
                    None => open = Some(at),
                    Some(start) => {
                        self.holes
                            .extend([Span::new(start, start + 2), Span::new(at, at + 2)]);
                        bold.push(Span::new(start, at + 2));
                    }
                }
            }
        }
        self.holes.sort();
        bold.sort();
        for row in &mut self.all {
            let before = bold.partition_point(|span| span.start <= row.span.start);
            let in_bold = before
                .checked_sub(1)
                .is_some_and(|at| row.span.end <= bold[at].end);
            if row.kind == RowKind::Plain && in_bold {
                row.kind = RowKind::Strong;
            }
        }
        self.bold = bold;
    }
}

/// The left margin of a text in which some lines are indented: the indent of most lines. `None` where indents follow no such habit.
fn margin(lines: &Lines) -> Option<usize> {
    let mut by_indent: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    for line in &lines.lines {
        *by_indent.entry(line.indent).or_default() += 1;
    }
    let n_lines = lines.lines.len();
    let (margin, n_margin) = by_indent
        .iter()
        .max_by_key(|(indent, n)| (**n, std::cmp::Reverse(**indent)))?;
    let n_indented: usize = by_indent.range(margin + 1..).map(|(_, n)| n).sum();
    (n_margin * 2 > n_lines && n_indented * 25 > n_lines).then_some(*margin)
}

/// The length of `## ` at the beginning of a heading.
fn heading_mark(words: &str) -> Option<usize> {
    let level = words.bytes().take_while(|b| *b == b'#').count();
    ((1..=6).contains(&level) && words[level..].starts_with(' ')).then_some(level + 1)
}

/// Adds a line's span without the stretches left out, each part without blanks around it.
fn without(text: &str, line: Span, excluded: &[Span], parts: &mut Vec<Span>) {
    let mut add = |part: Span| {
        let part = trim(text, part);
        if !part.is_empty() {
            parts.push(part);
        }
    };
    let mut at = line.start;
    let first = excluded.partition_point(|hole| hole.end <= line.start);
    for hole in excluded[first..]
        .iter()
        .take_while(|hole| hole.start < line.end)
    {
        add(Span::new(at, hole.start.max(at)));
        at = hole.end.max(at);
    }
    add(Span::new(at.min(line.end), line.end));
}

/// A span without blanks around it.
pub(super) fn trim(text: &str, span: Span) -> Span {
    let words = &text[span.range()];
    let start = span.start + words.len() - words.trim_start().len();
    Span::new(
        start.min(span.end),
        start.min(span.end) + words.trim().len(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean;

    fn rows(text: &str, excluded: &[Span]) -> Rows {
        Rows::new(text, &clean::lines(text), excluded)
    }

    #[test]
    fn bold_may_run_over_a_line_end_but_not_over_a_paragraph() {
        let text = "## Head\n\n**Record of  \na talk**\n\n2 ** 3 is eight";
        let read = rows(text, &[]);
        let words: Vec<_> = read
            .all
            .iter()
            .map(|row| (read.words(text, row), row.is_strong(), row.is_heading()))
            .collect();
        assert_eq!(words[0], ("Head".to_owned(), false, true));
        assert_eq!(words[1], ("Record of".to_owned(), true, false));
        assert_eq!(words[2], ("a talk".to_owned(), true, false));
        assert_eq!(words[3], ("2 ** 3 is eight".to_owned(), false, false));
        assert_eq!(read.dropped(text).count(), 3);
    }

    #[test]
    fn what_the_record_leaves_out_is_gone() {
        let text = "keep this drop that keep\ndrop\nend";
        let start = text.find("drop").unwrap();
        let second = text.rfind("drop").unwrap();
        let read = rows(
            text,
            &[Span::new(start, start + 9), Span::new(second, second + 4)],
        );
        let words: Vec<_> = read
            .all
            .iter()
            .map(|row| (read.words(text, row), row.blanks_before))
            .collect();
        assert_eq!(
            words,
            [
                ("keep this".to_owned(), 0),
                ("keep".to_owned(), 1),
                ("end".to_owned(), 1)
            ]
        );
    }
}
