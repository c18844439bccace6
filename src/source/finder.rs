//! Where a byte of the reading text stands in the file as its owner sees it: page of a PDF, paragraph of a Word document, row and
//! column of a table, time of a caption; with a few words to search for.

use super::{Format, SourceFile, Span, timed};

/// How many words are named to search for.
const WORDS: usize = 6;

/// Finds places in one file.
#[derive(Clone, Debug)]
pub struct Finder<'a> {
    text: &'a str,
    marks: Marks<'a>,
}

#[derive(Clone, Debug)]
enum Marks<'a> {
    /// Only words lead there.
    Words,
    /// Where each page ends.
    Pages(Vec<usize>),
    /// Where each paragraph begins, and its number in Word.
    Paragraphs(&'a [(usize, usize)]),
    /// Where each cell of a table begins, its row and its column from 1; and the names of the columns.
    Cells {
        cells: Vec<(usize, usize, usize)>,
        names: Vec<&'a str>,
    },
    /// Where each time of a caption stands, and the time.
    Times(Vec<(usize, &'a str)>),
}

impl<'a> Finder<'a> {
    /// For a file in which line and column are not what its owner sees; `None` for plain text and markup.
    pub fn of(file: &'a SourceFile) -> Option<Finder<'a>> {
        let text = file.text.as_str();
        let marks = match file.format {
            Format::Text
            | Format::Tei
            | Format::AkomaNtoso
            | Format::PublicWhip
            | Format::TimedText
            | Format::Podcast => return None,
            Format::Html => Marks::Words,
            Format::Pdf => Marks::Pages(text.match_indices('\u{c}').map(|(at, _)| at).collect()),
            Format::Word => Marks::Paragraphs(&file.paragraphs),
            Format::Table => cells(text),
            Format::WebVtt | Format::SubRip | Format::Sbv | Format::Lrc => {
                Marks::Times(times(text))
            }
        };
        Some(Finder { text, marks })
    }

    /// For a table of the editors'.
    pub fn of_table(text: &'a str) -> Finder<'a> {
        Finder {
            text,
            marks: cells(text),
        }
    }

    /// The place of a span: `page 3: search for “the first words”`.
    pub fn place(&self, span: Span) -> String {
        let words = self.words(span.start);
        let search = match words.as_str() {
            "" => String::new(),
            words => format!("search for “{words}”"),
        };
        let place = self.named(span.start);
        match (place.as_str(), search.as_str()) {
            ("", _) => search,
            (_, "") => place,
            _ => format!("{place}: {search}"),
        }
    }

    fn named(&self, at: usize) -> String {
        match &self.marks {
            Marks::Words => String::new(),
            Marks::Pages(ends) => format!("page {}", ends.partition_point(|end| *end < at) + 1),
            Marks::Paragraphs(starts) => {
                let index = starts.partition_point(|(start, _)| *start <= at);
                match index.checked_sub(1).map(|index| starts[index].1) {
                    Some(0) => "in the notes".to_owned(),
                    Some(number) => format!("paragraph {number}"),
                    None => String::new(),
                }
            }
            Marks::Cells { cells, names } => {
                let index = cells.partition_point(|(start, ..)| *start <= at);
                let Some((_, row, column)) = index.checked_sub(1).map(|index| cells[index]) else {
                    return String::new();
                };
                let name = names.get(column - 1).copied().unwrap_or("").trim();
                let name = name.trim_matches('"').trim();
                if name.is_empty() || row == 1 {
                    format!("row {row}, column {column}")
                } else {
                    format!("row {row}, column {column} “{name}”")
                }
            }
            Marks::Times(times) => {
                let index = times.partition_point(|(start, _)| *start <= at);
                match index.checked_sub(1).map(|index| times[index].1) {
                    Some(time) => format!("at {time}"),
                    None => "before the first time".to_owned(),
                }
            }
        }
    }

    /// The next words of the line, or of the cell of a table; of a caption not its times.
    fn words(&self, at: usize) -> String {
        let end = match &self.marks {
            Marks::Cells { cells, .. } => {
                let next = cells.partition_point(|(start, ..)| *start <= at);
                let next = cells.get(next).map(|(start, ..)| start - 1);
                next.unwrap_or(self.text.len())
            }
            Marks::Words | Marks::Pages(_) | Marks::Paragraphs(_) | Marks::Times(_) => {
                self.text.len()
            }
        };
        let rest = self.text.get(at..end).unwrap_or("");
        let line = rest
            .trim_start_matches('"')
            .split(['\n', '\r', '\u{c}', '\t'])
            .find(|line| {
                let is_time = line.contains("-->") || timed::is_sbv_time(line.trim());
                !line.trim().is_empty() && !is_time
            });
        let words: Vec<&str> = line.unwrap_or("").split_whitespace().take(WORDS).collect();
        // Scripts that part no words would give the whole line.
        words.join(" ").chars().take(60).collect()
    }
}

/// The cells of a table: a look at the separators only, since nothing is read from it.
fn cells(text: &str) -> Marks<'_> {
    let head_end = text.find('\n').unwrap_or(text.len());
    let head = &text[..head_end];
    let separator = [',', ';', '\t', '|']
        .into_iter()
        .max_by_key(|sign| (head.matches(*sign).count(), *sign == ','))
        .unwrap_or(',');
    let mut cells = vec![(0, 1, 1)];
    let (mut row, mut column, mut in_quotes) = (1, 1, false);
    for (at, c) in text.char_indices() {
        match c {
            '"' => in_quotes = !in_quotes,
            '\n' if !in_quotes => {
                (row, column) = (row + 1, 1);
                cells.push((at + 1, row, column));
            }
            c if c == separator && !in_quotes => {
                column += 1;
                cells.push((at + 1, row, column));
            }
            _ => {}
        }
    }
    Marks::Cells {
        cells,
        names: head.split(separator).collect(),
    }
}

/// The times at which captions begin, without fractions of a second.
fn times(text: &str) -> Vec<(usize, &str)> {
    let mut times = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let begin = match line.split_once("-->") {
            Some((begin, _)) => Some(begin.trim()),
            None if timed::is_sbv_time(words) => words.split(',').next(),
            None => timed::lrc(words),
        };
        if let Some(time) = begin {
            let whole = time.split([',', '.']).next().unwrap_or(time);
            times.push((at, whole));
        }
        at += line.len();
    }
    times
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Encoding;

    fn place(format: Format, text: &str, words: &str) -> Option<String> {
        let file = SourceFile {
            path: "a".to_owned(),
            text: text.to_owned(),
            format,
            encoding: Encoding::Utf8,
            chrome: Vec::new(),
            strong: Vec::new(),
            paragraphs: vec![(0, 1), (5, 4), (12, 0)],
            received: None,
        };
        let at = text.find(words).unwrap();
        Finder::of(&file).map(|finder| finder.place(Span::new(at, at + words.len())))
    }

    #[test]
    fn a_pdf_has_pages() {
        let found = place(Format::Pdf, "one\n\u{c}two\n\u{c}Three four\nfive", "Three");
        assert_eq!(found.unwrap(), "page 3: search for “Three four”");
    }

    #[test]
    fn a_word_document_has_paragraphs() {
        let text = "one\n\ntwo\n\n\n\n[1] note";
        let found = |words| place(Format::Word, text, words).unwrap();
        assert_eq!(found("one"), "paragraph 1: search for “one”");
        assert_eq!(found("two"), "paragraph 4: search for “two”");
        assert_eq!(found("note"), "in the notes: search for “note”");
    }

    #[test]
    fn a_table_has_rows_and_columns() {
        let text = "when,who,\"what\"\n1,A,\"yes,\nbut\"\n2,B,no\n";
        let found = |words| place(Format::Table, text, words).unwrap();
        assert_eq!(found("but"), "row 2, column 3 “what”: search for “but\"”");
        assert_eq!(found("no"), "row 3, column 3 “what”: search for “no”");
        assert_eq!(found("who"), "row 1, column 2: search for “who”");
    }

    #[test]
    fn captions_have_times() {
        let text = "WEBVTT\n\n00:01:23.500 --> 00:01:25.000\nHello there\n";
        let found = |words| place(Format::WebVtt, text, words).unwrap();
        assert_eq!(found("Hello"), "at 00:01:23: search for “Hello there”");
        assert_eq!(found("00:01:23"), "at 00:01:23: search for “Hello there”");
        assert_eq!(
            found("WEBVTT"),
            "before the first time: search for “WEBVTT”"
        );
    }

    #[test]
    fn a_saved_page_has_words_and_a_text_its_lines() {
        let text = "A long line of words that goes on";
        let found = place(Format::Html, text, "long");
        assert_eq!(found.unwrap(), "search for “long line of words that goes”");
        assert_eq!(place(Format::Text, text, "long"), None);
    }
}
