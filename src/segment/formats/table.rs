//! Tables with a speaker column → turns, one a row.
//!
//! Columns are found by their names, or by what they hold. A row that names nobody goes on with the turn before; one that holds only
//! what an audience does is a stage direction; rows of a table cut by time (with beginning and end) are joined as captions are. Columns
//! that hold no words are left out, each by name; a row of the wrong length is kept and reported.

mod columns;
mod rows;

use super::Read;
use super::cues::inline::{Quotes, Token, tokens};
use super::cues::{self, Cue, Naming, Time, Voice};
use crate::clean::ends_sentence;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::document::{DropReason, Dropped, Header, PrintedDate, SpannedText};
use crate::fold::is_small;
use crate::segment::marks::{Standing, standing};
use crate::source::{SourceFile, Span};
use columns::Columns;
use rows::{Cell, Table};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Labels of those who make noise together, folded.
const CROWDS: [&str; 12] = [
    "audience",
    "crowd",
    "all",
    "everyone",
    "candidates",
    "members",
    "public",
    "publikum",
    "salle",
    "público",
    "зал",
    "sound",
];

/// Reads a table; `None` where no column holds running text.
pub(super) fn read(file: &SourceFile, diagnostics: &mut Diagnostics) -> Option<Read> {
    let text = file.text.as_str();
    let table = rows::read(text);
    if let Some(open) = table.open_quote {
        let message =
            "a quotation mark opens a cell and is never closed; the file was read as text";
        let help = "close the cell with a quotation mark, or double the quotation marks inside it";
        let span = first_odd_row(&table).unwrap_or(open);
        let place = Place::at(&file.path, text, Span::new(span.start, span.start));
        diagnostics.push(Diagnostic::new(Code::BrokenFormat, place, message, help));
        return None;
    }
    let Some(columns) = columns::find(text, &table) else {
        let message = "no column of this table holds what is said; the file was read as text";
        let help = "give the columns names in the first row: speaker, text";
        let place = Place::file(&file.path);
        diagnostics.push(Diagnostic::new(Code::BrokenFormat, place, message, help));
        return None;
    };
    if columns.is_guessed {
        report_guess(file, &table, &columns, diagnostics);
    }
    let mut reader = Reader {
        text,
        table: &table,
        columns: &columns,
        dropped: Vec::new(),
        odd: Vec::new(),
        cues: Vec::new(),
        dates: BTreeSet::new(),
        noises: BTreeSet::new(),
        broken: None,
    };
    reader.noises = reader.noises();
    reader.read();
    let Reader {
        mut dropped,
        odd,
        cues: all,
        dates,
        ..
    } = reader;
    report_odd(file, &table, &odd, diagnostics);
    let naming = if columns.start.is_some() && columns.end.is_some() {
        Naming::ByTime
    } else {
        Naming::ByTurn
    };
    let said_by = said_by(&columns, &all);
    let stated = cues::times(&all);
    let blocks = cues::blocks(text, all, naming, &mut dropped);
    cues::report_no_turns(file, &blocks, diagnostics);
    cues::drop_rest(text, &blocks, &mut dropped);
    let mut header = Header::default();
    // One date in all rows is the document's.
    if dates.len() == 1 {
        header.date = dates.into_iter().next().and_then(|printed| {
            crate::date::find(&printed).map(|found| PrintedDate {
                edtf: found.edtf,
                printed,
            })
        });
    }
    Some(Read {
        header,
        blocks,
        dropped,
        convention: "table",
        said_by,
        stated,
    })
}

struct Reader<'a> {
    text: &'a str,
    table: &'a Table,
    columns: &'a Columns,
    dropped: Vec<Dropped>,
    /// Rows of the wrong length.
    odd: Vec<usize>,
    cues: Vec<Cue>,
    /// What the date column says.
    dates: BTreeSet<String>,
    /// Speakers who only ever laugh or applaud.
    noises: BTreeSet<String>,
    /// The number of cells of the row before, if a line's end broke it off in the middle of its words.
    broken: Option<usize>,
}

impl Reader<'_> {
    fn words_of(&self, cell: Option<Cell>) -> &str {
        cell.map_or("", |cell| self.text[cell.inner.range()].trim())
    }

    /// Speakers all of whose rows are stage directions.
    fn noises(&self) -> BTreeSet<String> {
        let mut only_noise: BTreeMap<String, bool> = BTreeMap::new();
        let Some(speaker) = self.columns.speaker else {
            return BTreeSet::new();
        };
        for row in self.columns.first_row..self.table.n_rows() {
            let cells = self.table.row(row);
            let name = self.words_of(cells.get(speaker).copied());
            let words = self.words_of(cells.get(self.columns.words).copied());
            if !name.is_empty() && !words.is_empty() {
                *only_noise.entry(name.to_lowercase()).or_insert(true) &= is_noise(words);
            }
        }
        only_noise
            .into_iter()
            .filter(|(_, only)| *only)
            .map(|(name, _)| name)
            .collect()
    }

    fn read(&mut self) {
        for row in 0..self.table.n_rows() {
            if row < self.columns.first_row {
                for cell in self.table.row(row) {
                    self.leave_out(*cell, "name of a column");
                }
                continue;
            }
            self.row(row);
        }
    }

    fn row(&mut self, row: usize) {
        let table = self.table;
        let cells = table.row(row);
        let (n, wanted) = (cells.len(), self.columns.n);
        // Empty cells at the end of a row mean nothing.
        let rest = &cells[wanted.min(n)..];
        let is_long = rest
            .iter()
            .any(|cell| !self.words_of(Some(*cell)).is_empty());
        if is_long || n < wanted {
            self.odd.push(row);
        }
        let words = self.columns.words;
        if let Some(before) = self.broken.take()
            && n < wanted
            && before == words + 1
            && before + n - 1 == wanted
        {
            // A line's end without quotation marks cut the words in two.
            self.push(Voice::Same, cells[0].inner, Quotes::Single, None, false);
            for (index, cell) in cells.iter().enumerate().skip(1) {
                self.other(words + index, *cell);
            }
            return;
        }
        if n <= words {
            // Too short to hold words in their place: kept, but nobody's.
            for (index, cell) in cells.iter().enumerate() {
                let voice = if index == 0 {
                    Voice::Nobody
                } else {
                    Voice::Same
                };
                self.push(voice, cell.inner, cell.quotes(), None, false);
            }
            return;
        }
        if n < wanted {
            self.broken = Some(n);
        }
        // Separators in words without quotation marks: what is too much belongs to the words.
        let extra = if is_long { n - wanted } else { 0 };
        let said = if extra == 0 {
            (cells[words].inner, cells[words].quotes())
        } else {
            let last = cells[words + extra].span;
            (cells[words].span.hull(last), Quotes::Single)
        };
        let mut speaker = None;
        let mut times = (None, None);
        for (index, cell) in cells.iter().enumerate() {
            let column = match index {
                _ if index < words => index,
                _ if index <= words + extra => continue,
                _ => index - extra,
            };
            if Some(column) == self.columns.speaker {
                speaker = Some(*cell);
                continue;
            }
            let value = Time::parse(self.words_of(Some(*cell)));
            if Some(column) == self.columns.start {
                times.0 = value;
            } else if Some(column) == self.columns.end {
                times.1 = value;
            }
            self.other(column, *cell);
        }
        let time = times.0.map(|start| Time {
            start,
            end: times.1.unwrap_or(start),
        });
        let voice = self.voice(speaker, said.0);
        self.push(voice, said.0, said.1, time, true);
    }

    fn voice(&self, speaker: Option<Cell>, said: Span) -> Voice {
        let Some(cell) = speaker else {
            return Voice::Unnamed;
        };
        let name = self.spanned(cell.inner, cell.quotes(), &mut Vec::new());
        let name = name.into_iter().next().unwrap_or_default();
        let words = self.text[said.range()].trim();
        let folded = name.text().to_lowercase();
        let is_crowd = CROWDS.contains(&folded.trim_end_matches(':'));
        let is_stage = self.noises.contains(&folded) && is_noise(words)
            || is_crowd && standing(words) == Standing::Stage;
        if is_stage {
            return Voice::Stage(name);
        }
        match cues::label(&name) {
            Some(label) => Voice::Named(label),
            None => Voice::Unnamed,
        }
    }

    /// Adds the words of a cell, a cue for each of its paragraphs.
    fn push(&mut self, voice: Voice, span: Span, quotes: Quotes, time: Option<Time>, is_row: bool) {
        let mut emphasis = Vec::new();
        let paragraphs = self.spanned(span, quotes, &mut emphasis);
        let is_timed = self.columns.end.is_some() && time.is_some();
        let mut voice = Some(voice);
        let n = paragraphs.len().max(1);
        let mut paragraphs = paragraphs.into_iter();
        let mut emphasis = emphasis.into_iter();
        for index in 0..n {
            self.cues.push(Cue {
                voice: voice.take().unwrap_or(Voice::Same),
                text: paragraphs.next().unwrap_or_default(),
                emphasis: emphasis.next().unwrap_or_default(),
                time,
                begins_paragraph: index > 0 || is_row && !is_timed,
            });
        }
    }

    /// The paragraphs of a cell, decoded, and what is set apart in each.
    fn spanned(
        &self,
        span: Span,
        quotes: Quotes,
        emphasis: &mut Vec<Vec<Range<usize>>>,
    ) -> Vec<SpannedText> {
        let mut out: Vec<SpannedText> = Vec::new();
        let (mut line, mut apart) = (SpannedText::default(), Vec::new());
        let mut since = None;
        let mut lines = Vec::new();
        let raw = &self.text[span.range()];
        let mut at = span.start;
        for part in raw.split_inclusive(['\n', '\r']) {
            let part_span = Span::new(at, at + part.len());
            at = part_span.end;
            for token in tokens(self.text, part_span, quotes) {
                match token {
                    Token::Words(span) => line.push(self.text, span),
                    Token::Char(c, span) => line.push_as(c.encode_utf8(&mut [0; 4]), span),
                    Token::Tag(tag) if tag.is_emphasis() => {
                        if !tag.is_end {
                            since.get_or_insert(line.text().len());
                        } else if let Some(start) = since.take() {
                            apart.push(start..line.text().len());
                        }
                    }
                    Token::Tag(tag) if tag.is_break() => {
                        line.push_as(" ", Span::new(tag.span.start, tag.span.start));
                    }
                    Token::Tag(_) => {}
                }
            }
            if let Some(start) = &mut since {
                apart.push(*start..line.text().len());
                *start = 0;
            }
            lines.push((std::mem::take(&mut line), std::mem::take(&mut apart)));
        }
        let mut after_blank = false;
        for (line, apart) in lines {
            let lead = line.text().len() - line.text().trim_start().len();
            let trimmed = line.trimmed();
            if trimmed.is_empty() {
                after_blank = true;
                continue;
            }
            let apart = apart.iter().map(|range| {
                let end = trimmed.text().len();
                range.start.saturating_sub(lead).min(end)..range.end.saturating_sub(lead).min(end)
            });
            let ended = out
                .last()
                .is_none_or(|last| ends_sentence(cues::tail(last.text())));
            let runs_on = !ended && !after_blank || trimmed.text().starts_with(is_small);
            match (out.last_mut(), emphasis.last_mut()) {
                (Some(last), Some(marks)) if runs_on => {
                    cues::join(self.text, last, &trimmed);
                    let base = last.text().len() - trimmed.text().len();
                    marks.extend(apart.map(|range| range.start + base..range.end + base));
                }
                _ => {
                    emphasis.push(apart.collect());
                    out.push(trimmed);
                }
            }
            after_blank = false;
        }
        out
    }

    /// A cell that is neither speaker nor words.
    fn other(&mut self, column: usize, cell: Cell) {
        let words = self.words_of(Some(cell)).to_owned();
        if words.is_empty() {
            return;
        }
        if Some(column) == self.columns.start || Some(column) == self.columns.end {
            self.dropped.push(Dropped {
                span: cell.inner,
                reason: DropReason::TimeMark,
            });
            return;
        }
        if Some(column) == self.columns.date && self.dates.len() < 2 {
            self.dates.insert(words);
        }
        let reason = match self
            .columns
            .names
            .get(column)
            .filter(|name| !name.is_empty())
        {
            Some(name) => format!("column not published: {name}"),
            None => format!("column not published: {}", column + 1),
        };
        self.leave_out(cell, &reason);
    }

    fn leave_out(&mut self, cell: Cell, reason: &str) {
        if !self.words_of(Some(cell)).is_empty() {
            self.dropped.push(Dropped {
                span: cell.inner,
                reason: DropReason::NotPublished(reason.to_owned()),
            });
        }
    }
}

/// Whether words are wholly in brackets, as stage directions are.
fn is_noise(words: &str) -> bool {
    let inside = words
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .or_else(|| {
            words
                .strip_prefix('[')
                .and_then(|rest| rest.strip_suffix(']'))
        });
    inside.is_some_and(|inside| {
        !inside.contains(['(', ')', '[', ']'])
            && !matches!(standing(words), Standing::Gap(_) | Standing::Source)
            && inside.split_whitespace().count() <= 12
    })
}

fn first_odd_row(table: &Table) -> Option<Span> {
    let n = table.row(0).len();
    (1..table.n_rows())
        .find(|row| table.row(*row).len() != n)
        .map(|row| table.span(row))
}

/// A column as its owner finds it: by its name, else by its number.
fn named(columns: &Columns, column: usize) -> String {
    match columns.names.get(column).filter(|name| !name.is_empty()) {
        Some(name) => format!("“{name}”"),
        None => format!("{}", column + 1),
    }
}

/// Which columns say who speaks and what is said.
fn said_by(columns: &Columns, all: &[Cue]) -> Vec<String> {
    let words = named(columns, columns.words);
    let mut said = match columns.speaker {
        Some(column) => cues::said_by(all, &format!("column {}", named(columns, column))),
        None => cues::said_by(all, "names in the cells"),
    };
    let how = if columns.is_guessed {
        "columns found by what they hold"
    } else {
        "columns found by their names"
    };
    said.push(format!("column {words} holds what is said; {how}"));
    said
}

fn report_guess(
    file: &SourceFile,
    table: &Table,
    columns: &Columns,
    diagnostics: &mut Diagnostics,
) {
    let name = |column: usize| named(columns, column);
    let speaker = match columns.speaker {
        Some(column) => format!("speakers from column {}", name(column)),
        None => "no speakers".to_owned(),
    };
    let message = format!(
        "the first row does not say which column is which; taken: {speaker}, words from column {}",
        name(columns.words)
    );
    let help = "if this is wrong, write the names of the columns in a first row: speaker, text";
    let place = Place::at(&file.path, &file.text, table.span(0));
    diagnostics
        .push(Diagnostic::new(Code::GuessedColumns, place, message, help).labeled("the first row"));
}

fn report_odd(file: &SourceFile, table: &Table, odd: &[usize], diagnostics: &mut Diagnostics) {
    let Some(first) = odd.first() else {
        return;
    };
    let n = table.row(*first).len();
    let wanted = table.row(0).len();
    let cells = |n: usize| {
        if n == 1 {
            "1 cell".to_owned()
        } else {
            format!("{n} cells")
        }
    };
    let more: Vec<String> = odd[1..]
        .iter()
        .take(8)
        .map(|row| (row + 1).to_string())
        .collect();
    let more = match odd.len() {
        1 => String::new(),
        n if n > 9 => format!("; so it is in rows {} and {} more", more.join(", "), n - 9),
        _ => format!("; so it is in rows {}", more.join(", ")),
    };
    let message = format!(
        "row {} has {} where the first row has {wanted}; its words are kept{more}",
        first + 1,
        cells(n)
    );
    let help = "put quotation marks around cells that hold the separator or a line's end";
    let place = Place::at(&file.path, &file.text, table.span(*first));
    diagnostics.push(Diagnostic::new(Code::OddRows, place, message, help).labeled("this row"));
}

#[cfg(test)]
mod tests;
