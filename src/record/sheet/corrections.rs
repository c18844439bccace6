//! `content/corrections.csv`: decisions about words, a row each, for all documents: who speaks, what is meant, what is no label.
//!
//! They are the decisions of a record and have its rank; where a record decides about the same words, it wins.

use super::super::{
    AttributionDecision, Continuation, Correction, EditorNote, Exclusion, Merge, Passage, Record,
    SourcePolicy, Split, WithheldPassage, Word,
};
use super::contradicts;
use crate::authority::PersonId;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::source::Table;
use crate::spreadsheet::{self, Cell, Head, Names, Reading, Row};

/// What a column of `corrections.csv` says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Column {
    /// Which document.
    Document,
    /// Which turn; for those who read the table.
    Turn,
    /// Words of the source that name the place.
    Words,
    /// Which of several places.
    Occurrence,
    /// The last words of a passage.
    To,
    /// What is decided.
    What,
    /// What is printed there.
    Printed,
    /// What it is read as.
    Read,
    /// Why.
    Reason,
    /// Who says so.
    By,
    /// When.
    When,
}

pub(crate) const NAMES: &Names<Column> = &[
    ("document", Column::Document),
    ("objectid", Column::Document),
    ("turn", Column::Turn),
    ("words", Column::Words),
    ("quote", Column::Words),
    ("occurrence", Column::Occurrence),
    ("to", Column::To),
    ("what", Column::What),
    ("printed", Column::Printed),
    ("read_as", Column::Read),
    ("read", Column::Read),
    ("why", Column::Reason),
    ("reason", Column::Reason),
    ("by_whom", Column::By),
    ("by", Column::By),
    ("when", Column::When),
];

/// What a row decides.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum What {
    Correction,
    Speaker,
    Note,
    TurnBegins,
    NoTurn,
    GoesOn,
    Paragraph,
    LeaveOut,
    Withhold,
    Label,
    NoLabel,
}

/// The words that say what a row decides. Without any, it is a correction.
const WHATS: [(&str, What); 13] = [
    ("correction", What::Correction),
    ("speaker", What::Speaker),
    ("attribution", What::Speaker),
    ("note", What::Note),
    ("turn begins", What::TurnBegins),
    ("split", What::TurnBegins),
    ("no turn", What::NoTurn),
    ("goes on", What::GoesOn),
    ("paragraph", What::Paragraph),
    ("leave out", What::LeaveOut),
    ("withhold", What::Withhold),
    ("label", What::Label),
    ("no label", What::NoLabel),
];

/// What rows for `corrections.csv` are made with.
pub(crate) struct DecisionRows(Head<Column>);

impl DecisionRows {
    pub(crate) fn of(table: &Table) -> Option<DecisionRows> {
        Head::of(table, NAMES).map(DecisionRows)
    }

    /// Who speaks the turn with these words; none where the table lacks one of the columns.
    pub(crate) fn speaker(
        &self,
        document: &str,
        words: String,
        person: String,
        why: String,
    ) -> Option<String> {
        self.0.row(&[
            (Column::Document, document.to_owned()),
            (Column::Words, words),
            (Column::What, "speaker".to_owned()),
            (Column::Read, person),
            (Column::Reason, why),
        ])
    }

    /// Whether what is printed is a label.
    pub(crate) fn label(&self, document: &str, is: IsLabel, printed: String) -> Option<String> {
        let what = match is {
            IsLabel::Yes => "label",
            IsLabel::No => "no label",
        };
        self.0.row(&[
            (Column::Document, document.to_owned()),
            (Column::What, what.to_owned()),
            (Column::Printed, printed),
        ])
    }
}

/// What a row says of words that look like a label.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum IsLabel {
    Yes,
    No,
}

/// Adds what a row decides to a record.
pub(super) fn add(record: &mut Record, row: &Row<Column>, diagnostics: &mut Diagnostics) {
    let Some(what) = what(row, diagnostics) else {
        return;
    };
    let when = when(row, diagnostics);
    let reason = row.text(Column::Reason);
    let why = reason.clone().unwrap_or_default();
    let mut need = Need { row, diagnostics };
    match what {
        What::Correction => {
            // `printed` alone names the place as well.
            let printed = row.get(Column::Printed);
            let Some(at) = row.get(Column::Words).or(printed) else {
                need.told(Column::Words);
                return;
            };
            let at = need.passage(at);
            let Some(read) = need.text(Column::Read) else {
                return;
            };
            if let Some(known) = record.corrections.iter().find(|it| is_same(&it.at, &at)) {
                if known.read != read {
                    need.contradicts(&known.read.clone());
                }
                return;
            }
            record.corrections.push(Correction {
                at,
                sic: printed.map(word),
                read,
                reason,
                by: row.text(Column::By),
                date: when,
            });
        }
        What::Speaker => {
            let (Some(at), Some(person)) = (need.words(), need.text(Column::Read)) else {
                return;
            };
            let person = PersonId::new(&person);
            let mut known = record.attributions.iter();
            if let Some(known) = known.find(|it| is_same(&it.at, &at)) {
                if known.person != person {
                    need.contradicts(&known.person.to_string());
                }
                return;
            }
            record.attributions.push(AttributionDecision {
                at,
                person,
                reason: why,
            });
        }
        What::Note => {
            if let (Some(at), Some(text)) = (need.words(), need.text(Column::Read)) {
                record.notes.push(EditorNote { at, text });
            }
        }
        What::TurnBegins => {
            let Some(at) = need.words() else { return };
            if let Some(person) = row.get(Column::Read) {
                record.attributions.push(AttributionDecision {
                    at: at.clone(),
                    person: PersonId::new(&person.text),
                    reason: why.clone(),
                });
            }
            record.splits.push(Split {
                at,
                label: row.get(Column::Printed).map(word),
                reason: why,
            });
        }
        What::NoTurn => {
            if let Some(at) = need.words() {
                record.merges.push(Merge { at, reason: why });
            }
        }
        What::GoesOn => {
            if let Some(at) = need.words() {
                record.continuations.push(Continuation { at, reason: why });
            }
        }
        What::Paragraph => record.paragraphs.extend(need.words()),
        What::LeaveOut => {
            if let Some((from, to)) = need.stretch() {
                record.exclusions.push(Exclusion {
                    from,
                    to,
                    reason: why,
                });
            }
        }
        What::Withhold => {
            let withheld = match row.get(Column::Words) {
                Some(_) => need.stretch().map(|(from, to)| WithheldPassage::Words {
                    from,
                    to,
                    reason: why,
                }),
                None => need
                    .cell(Column::Printed)
                    .map(|name| WithheldPassage::Name {
                        name: word(name),
                        shown: row.text(Column::Read),
                    }),
            };
            record.withheld.extend(withheld);
            record.source = SourcePolicy::Withhold;
        }
        What::Label => record.labels.extend(need.cell(Column::Printed).map(word)),
        What::NoLabel => record
            .not_labels
            .extend(need.cell(Column::Printed).map(word)),
    }
}

/// Whether two quote the same place.
fn is_same(a: &Passage, b: &Passage) -> bool {
    a.words == b.words && a.occurrence.unwrap_or(1) == b.occurrence.unwrap_or(1)
}

/// Whether a row takes words out of what is published.
pub(super) fn withholds(row: &Row<Column>) -> bool {
    row.get(Column::What)
        .is_some_and(|cell| crate::source::slug(&cell.text) == "withhold")
}

fn what(row: &Row<Column>, diagnostics: &mut Diagnostics) -> Option<What> {
    let Some(cell) = row.get(Column::What) else {
        return Some(What::Correction);
    };
    let said = cell.text.to_lowercase().replace(['_', '-'], " ");
    if let Some((_, what)) = WHATS.iter().find(|(name, _)| *name == said) {
        return Some(*what);
    }
    let names = WHATS.iter().map(|(name, _)| *name);
    let message = format!("“{}” is nothing that a row can decide", cell.text);
    let help = match nearest(&said, names.clone()) {
        Some(near) => format!("write {near} if that is meant"),
        None => format!("write one of {}", names.collect::<Vec<_>>().join(", ")),
    };
    let place = cell.place.clone();
    diagnostics.push(Diagnostic::new(Code::BadValue, place, message, help));
    None
}

/// The day of the decision, where one day can be meant.
fn when(row: &Row<Column>, diagnostics: &mut Diagnostics) -> Option<String> {
    let cell = row.get(Column::When)?;
    match spreadsheet::read_date(&cell.text) {
        Reading::Plain(date) | Reading::ByRule(date, _) => Some(date),
        Reading::Either(..) => None,
        Reading::Unknown => {
            let message = format!("“{}” is not a date that can be read", cell.text);
            let help = "write it as YYYY-MM-DD";
            let place = cell.place.clone();
            diagnostics.push(Diagnostic::new(Code::BadDate, place, message, help));
            None
        }
    }
}

fn word(cell: &Cell) -> Word {
    Word {
        text: cell.text.split_whitespace().collect::<Vec<_>>().join(" "),
        place: cell.place.clone(),
    }
}

/// What a row must say.
struct Need<'a> {
    row: &'a Row<Column>,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Need<'a> {
    /// Says that a cell is empty that must not be.
    fn told(&mut self, column: Column) {
        let name = NAMES.iter().find(|(_, of)| *of == column);
        let name = name.map_or("words", |(name, _)| *name);
        let message = format!("the row says nothing in the column {name}");
        let help = match column {
            Column::Words => "copy the first words of the place into it, as the source prints them: a turn’s number alone could come to mean another turn".to_owned(),
            _ => format!("fill in the column {name}, or take the row out"),
        };
        let place = self.row.place.clone();
        self.diagnostics
            .push(Diagnostic::new(Code::BadTable, place, message, help));
    }

    fn cell(&mut self, column: Column) -> Option<&'a Cell> {
        let cell = self.row.get(column);
        if cell.is_none() {
            self.told(column);
        }
        cell
    }

    fn text(&mut self, column: Column) -> Option<String> {
        self.cell(column).map(|cell| cell.text.clone())
    }

    fn words(&mut self) -> Option<Passage> {
        let cell = self.cell(Column::Words)?;
        Some(self.passage(cell))
    }

    /// From the words to those in the column `to`, or the words alone.
    fn stretch(&mut self) -> Option<(Passage, Passage)> {
        let from = self.words()?;
        let to = self.row.get(Column::To).map(|cell| Passage {
            words: word(cell).text,
            place: cell.place.clone(),
            key: "to",
            occurrence: None,
        });
        let to = to.unwrap_or_else(|| from.clone());
        Some((from, to))
    }

    fn passage(&mut self, cell: &Cell) -> Passage {
        let Word { text, place } = word(cell);
        let occurrence = self.row.get(Column::Occurrence).and_then(|cell| {
            let n = cell.text.parse().ok().filter(|n| *n > 0);
            if n.is_none() {
                let message = format!("“{}” is no number from 1", cell.text);
                let help = "write 1 for the first place where the words stand, 2 for the second";
                let place = cell.place.clone();
                self.diagnostics
                    .push(Diagnostic::new(Code::BadValue, place, message, help));
            }
            n
        });
        Passage {
            words: text,
            place,
            key: "words",
            occurrence,
        }
    }

    /// Says that the record decides otherwise.
    fn contradicts(&mut self, recorded: &str) {
        if let Some(cell) = self.row.get(Column::Read) {
            contradicts(&format!("“{recorded}”"), cell, self.diagnostics);
        }
    }
}
