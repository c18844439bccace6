//! `content/documents.csv` and `content/corrections.csv`: what editors who work in a spreadsheet say of documents, a row each. A record wins over it, it wins over
//! the source; where record and row say different things, the record is used and the difference reported.

mod corrections;
mod said;

pub(crate) use corrections::{
    Column as DecisionColumn, DecisionRows, IsLabel, NAMES as DECISION_COLUMNS,
};

use super::raw::status;
use super::{Record, Status, shared};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, nearest};
use crate::source::{DocumentId, Sources, Table, address, slug};
use crate::spreadsheet::{self, Cell, Head, Names, Row};
use said::{contradicts, date, nature, take, take_all};
use std::collections::{BTreeMap, BTreeSet};

/// What a column of `documents.csv` says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Column {
    /// Which document: its identifier, or the name of its file.
    Document,
    /// The name of its file, where another column has the identifier.
    File,
    /// A text of the record.
    Text(Text),
    /// When.
    Date,
    /// When it came into the archive.
    Added,
    /// What it is about, several parted by `;`.
    Subjects,
    /// The copies, oldest first, parted by `;`.
    Chain,
    /// How the record was made.
    Nature,
    /// Whether it is published.
    Status,
    /// The conversation it is a record of.
    Conversation,
    /// What CollectionBuilder keeps there and memcon finds by itself.
    Unused,
}

/// A text of the record that a cell gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Text {
    Title,
    Kind,
    Place,
    PlaceEditors,
    Language,
    OriginalLanguage,
    Summary,
    SummaryBy,
    Archive,
    ArchiveReference,
    Translator,
    Author,
    Publisher,
    Rights,
    RecordedBy,
    NoteTaker,
    Completeness,
}

/// The columns: the names of Dublin Core as CollectionBuilder uses them, and those of the record.
pub(crate) const NAMES: &Names<Column> = &[
    ("objectid", Column::Document),
    ("id", Column::Document),
    ("document", Column::Document),
    ("filename", Column::File),
    ("file", Column::File),
    ("title", Column::Text(Text::Title)),
    ("creator", Column::Text(Text::Author)),
    ("author", Column::Text(Text::Author)),
    ("date", Column::Date),
    ("description", Column::Text(Text::Summary)),
    ("summary", Column::Text(Text::Summary)),
    ("summary_by", Column::Text(Text::SummaryBy)),
    ("subject", Column::Subjects),
    ("subjects", Column::Subjects),
    ("location", Column::Text(Text::Place)),
    ("place", Column::Text(Text::Place)),
    ("place_editors", Column::Text(Text::PlaceEditors)),
    ("source", Column::Text(Text::Archive)),
    ("archive", Column::Text(Text::Archive)),
    ("identifier", Column::Text(Text::ArchiveReference)),
    ("archive_reference", Column::Text(Text::ArchiveReference)),
    ("type", Column::Text(Text::Kind)),
    ("kind", Column::Text(Text::Kind)),
    ("format", Column::Unused),
    ("language", Column::Text(Text::Language)),
    ("original_language", Column::Text(Text::OriginalLanguage)),
    ("rights", Column::Text(Text::Rights)),
    ("translator", Column::Text(Text::Translator)),
    ("publisher", Column::Text(Text::Publisher)),
    ("recorded_by", Column::Text(Text::RecordedBy)),
    ("note_taker", Column::Text(Text::NoteTaker)),
    ("nature", Column::Nature),
    ("completeness", Column::Text(Text::Completeness)),
    ("chain", Column::Chain),
    ("conversation", Column::Conversation),
    ("status", Column::Status),
    ("added", Column::Added),
];

/// What the tables say of each document.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Sheets {
    /// What documents share with others of their folder.
    shared: BTreeMap<DocumentId, Record>,
    facts: BTreeMap<DocumentId, Row<Column>>,
    /// Rows about documents that are not there any more, and are not to be published.
    gone: BTreeMap<DocumentId, Row<Column>>,
    decisions: BTreeMap<DocumentId, Vec<Row<corrections::Column>>>,
}

/// Reads the tables. Rows that belong to no document, or to one that has a row already, are reported.
pub fn sheets(sources: &Sources, diagnostics: &mut Diagnostics) -> Sheets {
    let known = Known::of(sources);
    let mut facts = facts(sources, &known, diagnostics);
    let gone = facts.extract_if(.., |id, _| !known.ids.contains(id.as_str()));
    Sheets {
        shared: shared::read(sources, diagnostics),
        gone: gone.collect(),
        facts,
        decisions: decisions(sources, &known, diagnostics),
    }
}

/// The rows of `corrections.csv`, by document, in their order.
fn decisions(
    sources: &Sources,
    known: &Known,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<DocumentId, Vec<Row<corrections::Column>>> {
    let mut decisions: BTreeMap<DocumentId, Vec<_>> = BTreeMap::new();
    let Some(table) = &sources.tables.corrections else {
        return decisions;
    };
    for row in spreadsheet::rows(table, corrections::NAMES, diagnostics) {
        let Some(named) = row.get(corrections::Column::Document) else {
            no_document(&row.place, "document", diagnostics);
            continue;
        };
        if let Some(id) = known.find(named, diagnostics) {
            decisions.entry(id).or_default().push(row);
        }
    }
    decisions
}

/// The rows of `documents.csv`, by document.
fn facts(
    sources: &Sources,
    known: &Known,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<DocumentId, Row<Column>> {
    let mut facts: BTreeMap<DocumentId, Row<Column>> = BTreeMap::new();
    let Some(table) = &sources.tables.documents else {
        return facts;
    };
    for row in spreadsheet::rows(table, NAMES, diagnostics) {
        let Some(named) = row.get(Column::Document).or(row.get(Column::File)) else {
            no_document(&row.place, "objectid", diagnostics);
            continue;
        };
        let is_left_out = row.get(Column::Status).is_some_and(|cell| {
            let status = status(&cell.text, &cell.place, &mut Diagnostics::new());
            status != Status::Published
        });
        let id = match known.gone(named).filter(|_| is_left_out) {
            Some(id) => id,
            None => match known.find(named, diagnostics) {
                Some(id) => id,
                None => continue,
            },
        };
        if let Some(first) = facts.get(&id) {
            let line = first.place.line;
            let message = format!("two rows are about `{id}`");
            let help = format!("the first is in line {line}; make one of them");
            let place = named.place.clone();
            diagnostics.push(Diagnostic::new(Code::DuplicateId, place, message, help));
            continue;
        }
        facts.insert(id, row);
    }
    facts
}

fn no_document(place: &Place, column: &str, diagnostics: &mut Diagnostics) {
    let message = "the row does not say which document it is about";
    let help =
        format!("write the name of the file, without its extension, into the column {column}");
    diagnostics.push(Diagnostic::new(
        Code::BadTable,
        place.clone(),
        message,
        help,
    ));
}

/// What proposals for `documents.csv` are made with.
pub(crate) struct FactRows {
    path: String,
    head: Head<Column>,
    /// The line of each document's row, by every identifier that the row may mean.
    lines: BTreeMap<String, usize>,
}

impl FactRows {
    pub(crate) fn of(table: &Table) -> Option<FactRows> {
        let mut lines = BTreeMap::new();
        for row in spreadsheet::rows(table, NAMES, &mut Diagnostics::new()) {
            let named = row.get(Column::Document).or(row.get(Column::File));
            for id in named.iter().flat_map(|cell| ids(cell)) {
                lines.entry(id).or_insert(row.place.line);
            }
        }
        Some(FactRows {
            path: table.file.path.clone(),
            head: Head::of(table, NAMES)?,
            lines,
        })
    }

    /// The cell in which the date of a document is to be written, and what to write; a whole row where it has none.
    pub(crate) fn date(&self, document: &str, date: &str) -> Option<(String, String)> {
        let path = &self.path;
        if let Some(line) = self.lines.get(document) {
            let file = format!("{path}, line {line}, column date");
            return Some((file, date.to_owned()));
        }
        let values = [
            (Column::Document, document.to_owned()),
            (Column::Date, date.to_owned()),
        ];
        Some((path.clone(), self.head.row(&values)?))
    }
}

/// The identifiers that a cell may mean: what it says, or the name of a file.
fn ids(cell: &Cell) -> [String; 2] {
    [address(&cell.text), of_file(&cell.text)]
}

/// Whether a cell names a document.
pub(crate) fn is_about(cell: &str, document: &str) -> bool {
    address(cell) == document || of_file(cell) == document
}

/// The documents that rows may name.
struct Known {
    ids: BTreeSet<String>,
    /// Those that were published once, by their locks.
    published: BTreeSet<String>,
}

impl Known {
    /// Those that were read, and those that were not.
    fn of(sources: &Sources) -> Known {
        let read = sources.documents.iter();
        let mut ids: BTreeSet<String> = read.map(|file| file.id.as_str().to_owned()).collect();
        let unread = sources.unread.iter();
        ids.extend(unread.map(|file| sources.id_of(&file.path).to_string()));
        let lone = sources.lone_records.iter();
        ids.extend(lone.map(|lone| lone.id.as_str().to_owned()));
        let locks = sources.locks.iter();
        Known {
            ids,
            published: locks.map(|lock| of_file(&lock.path)).collect(),
        }
    }

    /// The document a cell names which was published and is not there any more.
    fn gone(&self, cell: &Cell) -> Option<DocumentId> {
        let is_gone = |id: &String| !self.ids.contains(id) && self.published.contains(id);
        let mut named = [address(&cell.text), of_file(&cell.text)].into_iter();
        let is_known = named.clone().any(|id| self.ids.contains(&id));
        let id = named.find(is_gone).filter(|_| !is_known)?;
        Some(DocumentId::from_stem(&id))
    }

    /// The document a cell names.
    fn find(&self, cell: &Cell, diagnostics: &mut Diagnostics) -> Option<DocumentId> {
        let id = ids(cell).into_iter().find(|id| self.ids.contains(id));
        if let Some(id) = id {
            return Some(DocumentId::from_stem(&id));
        }
        let message = format!("there is no document “{}”", cell.text);
        let ids = self.ids.iter().map(String::as_str);
        let help = match nearest(&slug(&cell.text), ids) {
            Some(near) => format!("write {near} if that is meant, or take the row out"),
            None => "write the name of its file in content/documents, without the extension, or take the row out".to_owned(),
        };
        let place = cell.place.clone();
        diagnostics.push(
            Diagnostic::new(Code::UnknownDocument, place, message, help).labeled("this document"),
        );
        None
    }
}

/// The identifier that a file's name gives.
fn of_file(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    address(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
}

impl Sheets {
    /// The rows about a document: of facts, and of decisions.
    pub(crate) fn rows_of(
        &self,
        id: &DocumentId,
    ) -> (Option<&Row<Column>>, &[Row<corrections::Column>]) {
        let decisions = self.decisions.get(id);
        (self.facts.get(id), decisions.map_or(&[], Vec::as_slice))
    }

    /// Whether a table says that a document, or words of it, may not be published.
    pub fn may_withhold(&self, id: &DocumentId) -> bool {
        let row = self.facts.get(id);
        let decisions = self.decisions.get(id);
        let shared = self.shared.get(id);
        shared.is_some_and(|record| record.is_status_given)
            || row.is_some_and(|row| row.get(Column::Status).is_some())
            || decisions.is_some_and(|rows| rows.iter().any(corrections::withholds))
    }

    /// What the table says of documents that are not there any more and are not to be published.
    pub fn gone(&self, diagnostics: &mut Diagnostics) -> Vec<(DocumentId, Record)> {
        let mut gone = Vec::new();
        for (id, row) in &self.gone {
            let mut record = Record::default();
            for (column, cell) in &row.cells {
                fill(&mut record, *column, cell, diagnostics);
            }
            gone.push((id.clone(), record));
        }
        gone
    }

    /// Whether these say of a document what others say of it, at the same places.
    pub fn say_the_same(&self, others: &Sheets, id: &DocumentId) -> bool {
        self.shared.get(id) == others.shared.get(id)
            && self.facts.get(id) == others.facts.get(id)
            && self.decisions.get(id) == others.decisions.get(id)
    }

    /// Adds to a record what the tables say and it does not.
    pub(super) fn complete(
        &self,
        id: &DocumentId,
        mut record: Record,
        diagnostics: &mut Diagnostics,
    ) -> Record {
        if let Some(all) = self.shared.get(id) {
            shared::complete(&mut record, all);
        }
        for (column, cell) in self.facts.get(id).iter().flat_map(|row| &row.cells) {
            fill(&mut record, *column, cell, diagnostics);
        }
        for row in self.decisions.get(id).into_iter().flatten() {
            corrections::add(&mut record, row, diagnostics);
        }
        record
    }
}

fn fill(record: &mut Record, column: Column, cell: &Cell, diagnostics: &mut Diagnostics) {
    let text = || cell.text.clone();
    match column {
        Column::Document | Column::File | Column::Unused => {}
        Column::Text(which) => take(text_of(record, which), text(), cell, diagnostics),
        Column::Date => {
            let Some(date) = date(cell, diagnostics) else {
                return;
            };
            if record.date.is_none() {
                record.date_place = Some(cell.place.clone());
            }
            take(&mut record.date, date, cell, diagnostics);
        }
        Column::Added => {
            if let Some(date) = date(cell, diagnostics) {
                take(&mut record.added, date, cell, diagnostics);
            }
        }
        Column::Subjects => take_all(&mut record.subjects, cell, diagnostics),
        Column::Chain => take_all(&mut record.provenance.chain, cell, diagnostics),
        Column::Nature => {
            if let Some(nature) = nature(cell, diagnostics) {
                let known = &mut record.provenance.nature;
                match known {
                    Some(known) if *known != nature => {
                        contradicts(known.describe(), cell, diagnostics);
                    }
                    _ => *known = Some(nature),
                }
            }
        }
        Column::Conversation => {
            take(
                &mut record.conversation,
                address(&cell.text),
                cell,
                diagnostics,
            );
        }
        Column::Status => {
            if record.is_status_given {
                let found = status(&cell.text, &cell.place, &mut Diagnostics::new());
                if found != record.status {
                    contradicts("another status", cell, diagnostics);
                }
            } else {
                record.status = status(&cell.text, &cell.place, diagnostics);
            }
        }
    }
}

fn text_of(record: &mut Record, which: Text) -> &mut Option<String> {
    match which {
        Text::Title => &mut record.title,
        Text::Kind => &mut record.kind,
        Text::Place => &mut record.place,
        Text::PlaceEditors => &mut record.place_editors,
        Text::Language => &mut record.language,
        Text::OriginalLanguage => &mut record.original_language,
        Text::Summary => &mut record.summary,
        Text::SummaryBy => &mut record.summary_by,
        Text::Archive => &mut record.archive,
        Text::ArchiveReference => &mut record.archive_reference,
        Text::Translator => &mut record.translator,
        Text::Author => &mut record.author,
        Text::Publisher => &mut record.publisher,
        Text::Rights => &mut record.rights,
        Text::RecordedBy => &mut record.provenance.recorded_by,
        Text::NoteTaker => &mut record.provenance.note_taker,
        Text::Completeness => &mut record.provenance.completeness,
    }
}
