//! The tables, views and indexes of the database.

use crate::site::{ArchiveTable, Holds};

/// The tables that `data/` has no twin of, and the views.
pub(super) const REST: &str = r#"
CREATE TABLE archive (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE columns ("table" TEXT NOT NULL, "column" TEXT NOT NULL, meaning TEXT NOT NULL, PRIMARY KEY ("table", "column"));
CREATE TABLE paragraphs (
  id INTEGER PRIMARY KEY, document TEXT NOT NULL REFERENCES documents, turn TEXT NOT NULL, n INTEGER NOT NULL, anchor TEXT NOT NULL,
  text TEXT NOT NULL, UNIQUE (document, anchor), FOREIGN KEY (document, turn) REFERENCES turns (document, anchor));
CREATE TABLE addresses (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, path TEXT NOT NULL, state TEXT NOT NULL, now TEXT, address TEXT, earlier_addresses TEXT);

CREATE VIEW who_said_what AS
  SELECT date, speaker, speaker_label AS printed_label, text, title AS document_title, translator, url FROM turns ORDER BY date IS NULL, date, id;
CREATE VIEW whose_record AS
  SELECT title, coalesce(recorded_by, 'not stated') AS recorded_by, coalesce(note_taker, 'not stated') AS note_taker,
    coalesce(nature, 'not stated') AS nature, coalesce(language, 'not stated') AS language,
    spoken, interpreter, original_language, translator, coalesce(completeness, 'not stated') AS completeness,
    classification, machine_read, chain, archive, archive_reference, url FROM documents;
CREATE VIEW speakers_by_year AS
  SELECT speaker, speaker_id, substr(date, 1, 4) AS year, count(*) AS n_turns, count(DISTINCT document) AS n_documents
  FROM turns WHERE speaker_id IS NOT NULL GROUP BY speaker_id, year ORDER BY speaker_id, year;
CREATE VIEW who_names_whom AS
  SELECT turns.speaker, mentions.name AS named, count(*) AS n_times, count(DISTINCT mentions.document) AS n_documents
  FROM mentions JOIN turns ON turns.document = mentions.document AND turns.anchor = mentions.anchor
  GROUP BY turns.speaker_id, mentions.person ORDER BY n_times DESC, turns.speaker, named;
"#;

/// What is made once the rows are there. The words are those of `turns`, in which the full-text index looks them up.
pub(super) const INDEX: &str = r"
CREATE INDEX turns_by_speaker ON turns (speaker_id);
CREATE INDEX turns_by_date ON turns (date);
CREATE INDEX mentions_by_person ON mentions (person);
CREATE INDEX mentions_by_turn ON mentions (document, anchor);
CREATE INDEX alignments_by_turn ON alignments (document, anchor);
CREATE INDEX alignments_by_other ON alignments (other_document, other_anchor);
CREATE INDEX addresses_by_path ON addresses (path);
CREATE VIRTUAL TABLE turns_fts USING fts5 (text, content = 'turns', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO turns_fts (turns_fts) VALUES ('rebuild');
INSERT INTO turns_fts (turns_fts) VALUES ('optimize');
";

/// A table of `data/`.
pub(super) fn table(table: ArchiveTable) -> String {
    let columns = table.columns().iter().map(|column| {
        let of = match column.holds {
            // A list is kept as JSON.
            Holds::Text | Holds::List => "TEXT NOT NULL",
            Holds::TextOrNothing => "TEXT",
            Holds::Number => "INTEGER NOT NULL",
        };
        let points_at = match (table, column.name) {
            (
                ArchiveTable::Turns | ArchiveTable::Mentions | ArchiveTable::Alignments,
                "document",
            )
            | (ArchiveTable::Alignments, "other_document") => " REFERENCES documents",
            (ArchiveTable::Turns, "speaker_id") => " REFERENCES speakers",
            _ => "",
        };
        format!("{} {of}{points_at}", quoted(&[column.name]))
    });
    let columns: Vec<String> = columns.collect();
    let columns = columns.join(",\n  ");
    let key = quoted(table.key());
    let (id, key) = match table {
        ArchiveTable::Documents | ArchiveTable::Speakers => ("", format!("PRIMARY KEY ({key})")),
        ArchiveTable::Turns | ArchiveTable::Mentions => {
            ("id INTEGER PRIMARY KEY,\n  ", format!("UNIQUE ({key})"))
        }
        ArchiveTable::Alignments => (
            "id INTEGER PRIMARY KEY,\n  ",
            "FOREIGN KEY (document, anchor) REFERENCES turns (document, anchor)".to_owned(),
        ),
    };
    let name = table.name();
    format!("CREATE TABLE {name} (\n  {id}{columns},\n  {key}\n);\n")
}

/// Names of columns, some of which are words of SQL.
pub(super) fn quoted(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    names.join(", ")
}
