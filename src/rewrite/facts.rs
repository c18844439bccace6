//! Records → the rows of `documents.csv` and `corrections.csv`.

use super::people::{push_remarks, text_of};
use super::{CORRECTIONS, Conversion, DOCUMENTS, fits, listed, record_path, remarks, rows, texts};
use crate::record::{DECISION_COLUMNS, FACT_COLUMNS, FactColumn, FactText, is_about};
use crate::source::{DocumentSource, Sources, Table};
use crate::spreadsheet::{self, Names, Reading, Sheet};
use toml_edit::{DocumentMut, Item, TableLike};

/// Facts at the head of a record.
pub(super) const TEXTS: [(&str, FactText); 14] = [
    ("title", FactText::Title),
    ("kind", FactText::Kind),
    ("place", FactText::Place),
    ("place_editors", FactText::PlaceEditors),
    ("language", FactText::Language),
    ("original_language", FactText::OriginalLanguage),
    ("summary", FactText::Summary),
    ("summary_by", FactText::SummaryBy),
    ("archive", FactText::Archive),
    ("archive_reference", FactText::ArchiveReference),
    ("translator", FactText::Translator),
    ("author", FactText::Author),
    ("publisher", FactText::Publisher),
    ("rights", FactText::Rights),
];

/// Those under `[provenance]`.
pub(super) const PROVENANCE: [(&str, FactText); 3] = [
    ("recorded_by", FactText::RecordedBy),
    ("note_taker", FactText::NoteTaker),
    ("completeness", FactText::Completeness),
];

/// One document's facts on their way.
struct Facts<'a> {
    sheet: &'a mut Sheet,
    document: &'a DocumentSource,
    row: Option<usize>,
}

pub(super) fn to_tables(sources: &Sources, conversion: &mut Conversion) {
    let mut facts = Sheet::of(sources.tables.documents.as_ref(), FACT_COLUMNS);
    let mut decisions = rows::Decisions::of(sources.tables.corrections.as_ref());
    for document in &sources.documents {
        let Some(record) = &document.record else {
            continue;
        };
        let Ok(mut toml) = record.text.parse::<DocumentMut>() else {
            continue;
        };
        let before = toml.clone();
        let mut one = Facts {
            sheet: &mut facts,
            document,
            row: None,
        };
        one.take(&mut toml);
        decisions.take(document.id.as_str(), &mut toml);
        let mut had = Vec::new();
        let mut has = Vec::new();
        remarks::of_table(before.as_table(), &mut had);
        remarks::of_table(toml.as_table(), &mut has);
        // The remarks at the end of a file belong to no entry, and stay by themselves.
        let lost: Vec<String> = had.into_iter().filter(|line| !has.contains(line)).collect();
        let mut keeps: Vec<String> = toml.iter().map(|(key, _)| key.to_owned()).collect();
        let mut after = toml.to_string();
        push_remarks(&mut after, &lost);
        if !lost.is_empty() {
            keeps.push("your remarks".to_owned());
        }
        let path = record_path(document);
        conversion.keeps(&path, &keeps);
        conversion.change(&path, &record.text, after);
    }
    let documents = (sources.tables.documents.as_ref(), FACT_COLUMNS);
    change(conversion, DOCUMENTS, documents, &facts);
    let corrections = (sources.tables.corrections.as_ref(), DECISION_COLUMNS);
    change(conversion, CORRECTIONS, corrections, &decisions.sheet);
}

/// Notes the new state of a table, if a row of it is new or filled further.
fn change<C: Copy + PartialEq>(
    conversion: &mut Conversion,
    path: &str,
    (table, names): (Option<&Table>, &Names<C>),
    sheet: &Sheet,
) {
    if *sheet == Sheet::of(table, names) {
        return;
    }
    let before = table.map_or("", |table| table.file.text.as_str());
    conversion.change(path, before, sheet.text());
}

impl Facts<'_> {
    fn take(&mut self, record: &mut DocumentMut) {
        for (key, of) in TEXTS {
            self.text(record.as_table_mut(), key, FactColumn::Text(of));
        }
        for (key, column) in [("date", FactColumn::Date), ("added", FactColumn::Added)] {
            let day = text_of(record, key);
            // A day that a spreadsheet would read otherwise stays.
            let is_plain = |day: &String| matches!(spreadsheet::read_date(day), Reading::Plain(read) if read == *day);
            if day.is_some_and(|day| is_plain(&day)) {
                self.text(record.as_table_mut(), key, column);
            }
        }
        for (key, column) in [
            ("status", FactColumn::Status),
            ("conversation", FactColumn::Conversation),
        ] {
            self.text(record.as_table_mut(), key, column);
        }
        self.list(record.as_table_mut(), "subjects", FactColumn::Subjects);
        let is_empty = {
            let provenance = record.get_mut("provenance");
            let Some(provenance) = provenance.and_then(Item::as_table_like_mut) else {
                return;
            };
            for (key, of) in PROVENANCE {
                self.text(provenance, key, FactColumn::Text(of));
            }
            self.text(provenance, "nature", FactColumn::Nature);
            self.list(provenance, "chain", FactColumn::Chain);
            provenance.is_empty()
        };
        if is_empty {
            record.remove("provenance");
        }
    }

    fn text(&mut self, table: &mut dyn TableLike, key: &str, column: FactColumn) {
        let text = table.get(key).and_then(Item::as_str).map(str::to_owned);
        if let Some(text) = text.filter(|text| fits(text)) {
            self.put(table, key, column, text);
        }
    }

    fn list(&mut self, table: &mut dyn TableLike, key: &str, column: FactColumn) {
        let list = table.get(key).and_then(texts);
        if let Some(list) = list.and_then(|all| listed(&all)) {
            self.put(table, key, column, list);
        }
    }

    /// Moves a fact, unless its cell says something else.
    fn put(&mut self, table: &mut dyn TableLike, key: &str, column: FactColumn, text: String) {
        let row = self.row();
        let column = self.sheet.column(FACT_COLUMNS, column);
        let there = self.sheet.cell(row, column);
        if there.is_empty() || there == text {
            self.sheet.set(row, column, text);
            table.remove(key);
        }
    }

    /// The document's row, put in where there is none.
    fn row(&mut self) -> usize {
        if let Some(row) = self.row {
            return row;
        }
        let id = self.document.id.as_str();
        let by_id = self.sheet.column(FACT_COLUMNS, FactColumn::Document);
        let by_file = self.sheet.find(FACT_COLUMNS, FactColumn::File);
        let is_it = |row: &usize| {
            let cell = |column: usize| self.sheet.cell(*row, column);
            let named = Some(cell(by_id)).filter(|cell| !cell.is_empty());
            named
                .or(by_file.map(cell))
                .is_some_and(|cell| is_about(cell, id))
        };
        let found = (0..self.sheet.n_rows()).find(is_it);
        let row = found.unwrap_or_else(|| {
            let end = self.sheet.n_rows();
            self.sheet.insert(end);
            self.sheet.set(end, by_id, id.to_owned());
            end
        });
        self.row = Some(row);
        row
    }
}
