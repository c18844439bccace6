//! Words quoted by a record → their place in a document.
//!
//! They are looked for in the source, and where markup, times or hyphens at line ends stand between them there, in what is published
//! of it. A passage that stands nowhere, or in several places without saying which, is reported at the record, with the line to write
//! in its place.

mod nearest;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, toml_string};
use crate::document::{Block, Document, SpannedText};
use crate::record::{Passage, Word};
use crate::source::{LineIndex, SourceFile, Span};
use std::cell::{Cell, LazyCell};

/// Looks up the passages that one record quotes.
pub struct Finder<'a> {
    source: &'a SourceFile,
    printed: LazyCell<SpannedText, Box<dyn FnOnce() -> SpannedText + 'a>>,
    /// Passages for which the nearest words have been looked up: that takes time, and a record made for another file has many.
    n_missed: Cell<usize>,
}

/// For how many passages of a record the nearest words are looked up.
const MOST_MISSED: usize = 25;

/// The most places that are listed for a passage that stands in several.
const MOST_LISTED: usize = 8;

impl<'a> Finder<'a> {
    /// For the record of a source; `printed` gives what is published of it ([`printed`]), if it comes to that.
    pub fn new(source: &'a SourceFile, printed: impl FnOnce() -> SpannedText + 'a) -> Self {
        let printed: Box<dyn FnOnce() -> SpannedText + 'a> = Box::new(printed);
        Finder {
            source,
            printed: LazyCell::new(printed),
            n_missed: Cell::new(0),
        }
    }

    /// The place of a passage in the reading text; blanks of any kind and number count as one.
    pub fn find(&self, passage: &Passage, diagnostics: &mut Diagnostics) -> Option<Span> {
        if passage.words.is_empty() {
            let message = "these quotation marks hold no words to look for";
            let help =
                "quote the first few words of the passage, exactly as the source prints them";
            let place = passage.place.clone();
            diagnostics.push(Diagnostic::new(Code::AnchorNotFound, place, message, help));
            return None;
        }
        // Which of several is meant counts those of the source; what is published is made only where the source has none.
        let of_source = passage
            .occurrence
            .map(|_| occurrences(&self.source.text, &passage.words))
            .filter(|found| !found.is_empty());
        let found = of_source.unwrap_or_else(|| self.matches(&passage.words));
        match (passage.occurrence, found.as_slice()) {
            (None, [only]) => Some(*only),
            (Some(n), all) if n >= 1 && n <= all.len() => Some(all[n - 1]),
            (_, []) => {
                let message = format!("the source does not contain “{}”", passage.words);
                let help = self.help_for_missing(passage);
                let place = passage.place.clone();
                let found = Diagnostic::new(Code::AnchorNotFound, place, message, help);
                diagnostics.push(found.labeled("not in the source"));
                None
            }
            (occurrence, all) => {
                let times = match all.len() {
                    1 => "once".to_owned(),
                    n => format!("{n} times"),
                };
                let mut message = format!("the source contains “{}” {times}", passage.words);
                if let Some(n) = occurrence {
                    message.push_str(&format!(", and the record asks for occurrence {n}"));
                }
                let help = self.help_for_several(passage, all);
                let place = passage.place.clone();
                let found = Diagnostic::new(Code::AnchorAmbiguous, place, message, help);
                diagnostics.push(found.labeled("which one?"));
                None
            }
        }
    }

    /// Whether some words stand anywhere in the source.
    pub fn holds(&self, words: &str) -> bool {
        !self.matches(words).is_empty()
    }

    /// Reports a label of the record that has no place, with the place of its words or the nearest ones.
    pub fn report_label(&self, label: &Word, message: &str, diagnostics: &mut Diagnostics) {
        let place = label.place.clone();
        let message = format!("{message} “{}”", label.text);
        let help = match self.matches(&label.text).first() {
            Some(span) => format!(
                "these words stand at {}; to begin a turn there, add [[split]] at = \"…\" label = {} reason = \"…\"",
                self.place_in_source(span.start),
                toml_string(&label.text)
            ),
            None => match nearest::nearest(self.printed.text(), &label.text) {
                Some(near) => {
                    let words: Vec<&str> = self.printed.text()[near.span.range()]
                        .split_whitespace()
                        .collect();
                    let start = self.printed.span_of(near.span.range()).start;
                    format!(
                        "the nearest words stand at {}; if they are meant, write {} in its place",
                        self.place_in_source(start),
                        toml_string(&words.join(" "))
                    )
                }
                None => "copy the label exactly as the source prints it, without the mark at its end, or take it out of the record".to_owned(),
            },
        };
        diagnostics.push(
            Diagnostic::new(Code::AnchorNotFound, place, message, help).labeled("this label"),
        );
    }

    /// `FILE:LINE:COLUMN` of a place in the source.
    fn place_in_source(&self, offset: usize) -> String {
        let position = crate::source::position(&self.source.text, offset);
        format!("{}:{}:{}", self.source.path, position.line, position.column)
    }

    /// All places of some words: in the source, or where it has none or several of them and what is published has just one, there.
    fn matches(&self, words: &str) -> Vec<Span> {
        let found = occurrences(&self.source.text, words);
        if found.len() == 1 {
            return found;
        }
        let printed = occurrences(self.printed.text(), words);
        if found.is_empty() || printed.len() == 1 {
            return printed
                .into_iter()
                .map(|span| self.printed.span_of(span.range()))
                .collect();
        }
        found
    }

    fn help_for_missing(&self, passage: &Passage) -> String {
        let copy = "copy the words exactly as the source prints them";
        self.n_missed.set(self.n_missed.get() + 1);
        if self.n_missed.get() > MOST_MISSED {
            return copy.to_owned();
        }
        let source = self.source.text.as_str();
        let in_source = nearest::nearest(source, &passage.words);
        let in_printed = nearest::nearest(self.printed.text(), &passage.words);
        let (offset, words) = match (in_source, in_printed) {
            (Some(there), Some(here)) if there.score > here.score => {
                (there.span.start, self.made_unique(source, &there))
            }
            (_, Some(here)) => (
                self.printed.span_of(here.span.range()).start,
                self.made_unique(self.printed.text(), &here),
            ),
            (Some(there), None) => (there.span.start, self.made_unique(source, &there)),
            (None, None) => {
                return format!(
                    "{copy}; if the passage is gone from the source, take this entry out of the record"
                );
            }
        };
        let key = passage.key;
        let place = self.place_in_source(offset);
        let line = if key == "words" {
            format!("{words} into the column words")
        } else {
            format!("{key} = {}", toml_string(&words))
        };
        format!("the nearest words stand at {place}; if they are meant, write {line}")
    }

    fn help_for_several(&self, passage: &Passage, all: &[Span]) -> String {
        let key = match passage.key {
            "from" => "from_occurrence",
            // A column of a table.
            "words" => "the column occurrence",
            "to" => "to_occurrence",
            "there" => "there_occurrence",
            _ => "occurrence",
        };
        let lines = LineIndex::of(&self.source.text);
        let listed: Vec<String> = all
            .iter()
            .enumerate()
            .take(MOST_LISTED)
            .map(|(index, span)| {
                let line = lines.position(span.start).line;
                format!("{key} = {} for the one in line {line}", index + 1)
            })
            .collect();
        let more = match all.len().saturating_sub(MOST_LISTED) {
            0 => String::new(),
            n => format!(", and so on for {n} more"),
        };
        format!(
            "quote a few more words, or add a line that says which one is meant: {}{more}",
            listed.join(", ")
        )
    }

    /// The words found near, with as many after them as it takes to stand in one place only.
    fn made_unique(&self, text: &str, near: &nearest::Near) -> String {
        let folded = |span: Span| {
            let words: Vec<&str> = text[span.range()].split_whitespace().collect();
            words.join(" ")
        };
        let mut longer = near.span;
        for _ in 0..8 {
            if self.matches(&folded(longer)).len() == 1 {
                return folded(longer);
            }
            let rest = &text[longer.end..];
            let blank = rest.len() - rest.trim_start().len();
            let word = rest[blank..]
                .find(char::is_whitespace)
                .unwrap_or(rest.len() - blank);
            longer.end += blank + word;
        }
        folded(near.span)
    }
}

/// All that is published of a document, labels and words, with the place of each.
pub fn printed(document: &Document) -> SpannedText {
    let mut all = SpannedText::default();
    let mut add = |text: &SpannedText| {
        if !all.is_empty() {
            let end = all.pieces().last().map_or(0, |piece| piece.span().end);
            all.push_as(" ", Span::new(end, end));
        }
        all.append(text);
    };
    for block in &document.blocks {
        if let Block::Turn(turn) = block
            && let Some(label) = &turn.label
        {
            add(&label.text);
        }
        for paragraph in block.paragraphs() {
            add(&paragraph.text);
        }
    }
    all
}

/// All places of `words` (blanks folded) in `source`.
pub fn occurrences(source: &str, words: &str) -> Vec<Span> {
    let parts: Vec<&str> = words.split_whitespace().collect();
    let Some(first) = parts.first() else {
        return Vec::new();
    };
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(at) = source[from..].find(first).map(|at| at + from) {
        let mut end = at + first.len();
        let fits = parts[1..].iter().all(|part| {
            let rest = &source[end..];
            let trimmed = rest.trim_start();
            let fits = trimmed.len() < rest.len() && trimmed.starts_with(part);
            end += rest.len() - trimmed.len() + part.len();
            fits
        });
        if fits {
            out.push(Span::new(at, end));
        }
        from = at + source[at..].chars().next().map_or(1, char::len_utf8);
    }
    out
}

#[cfg(test)]
mod tests;
