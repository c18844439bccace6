//! The editors' tables: the same facts as in TOML, for those who work in a spreadsheet.

mod support;

use memcon::diagnostic::{Diagnostics, Severity};
use memcon::site::Site;
use std::path::Path;
use support::archive::{archive, run_in};

const TALK: &str = "Ada Green: Good morning.\n\nBen Brown: Good morning to you.\n\nAda Green: The letter is on the table.\n\nBen Brown: I have read it.\n";

/// What is reported: severity, code, place as its owner finds it, message.
fn reports(folder: &Path) -> Vec<String> {
    let sources = memcon::source::load(folder).unwrap();
    let mut diagnostics = Diagnostics::new();
    memcon::compile(&sources, &mut diagnostics);
    let told = diagnostics.sorted().into_iter().filter(|found| {
        let code = found.code.name();
        !["no-base-url", "no-date", "unmatched-speaker", "duplicate"].contains(&code)
    });
    told.map(|found| {
        let severity = match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let place = found.found_at.as_deref().unwrap_or("");
        let place = place.split(": search").next().unwrap();
        let line = found.place.line;
        let file = &found.place.file;
        let code = found.code.name();
        assert!(!found.help.is_empty());
        format!("{severity} {code} {file}:{line} {place}: {}", found.message)
    })
    .collect()
}

fn site(folder: &Path) -> Site {
    let sources = memcon::source::load(folder).unwrap();
    memcon::compile(&sources, &mut Diagnostics::new())
}

/// An archive of two talks with this table.
fn with(table: impl AsRef<[u8]>) -> tempfile::TempDir {
    archive(&[
        ("content/documents/a.txt", TALK.as_bytes()),
        ("content/documents/b.txt", TALK.as_bytes()),
        ("content/documents.csv", table.as_ref()),
    ])
}

#[test]
fn a_row_says_what_a_record_would() {
    let rows = "ObjectID;dc:title;Creator;date;Description;subject;location;source;identifier;type;format;language;rights;nature;recorded by;chain\r\n\
        A.txt;Première;Ann;31/10/1991;Sum.;Strikes; \"Town; hall\";Archive;Box 7;interview;text/plain;en;CC0;Written up afterwards;Ida;one; \r\n";
    let rows = rows
        .replace("Strikes; \"Town; hall\"", "\"Strikes; Harbor\";Town")
        .replace("one; ", "\"one;two\"");
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(&rows);
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(rows.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let toml = "title = \"Première\"\nauthor = \"Ann\"\ndate = \"1991-10-31\"\nsummary = \"Sum.\"\nsubjects = [\"Strikes\", \"Harbor\"]\nplace = \"Town\"\narchive = \"Archive\"\narchive_reference = \"Box 7\"\nkind = \"interview\"\nlanguage = \"en\"\nrights = \"CC0\"\n[provenance]\nnature = \"written-up-afterwards\"\nrecorded_by = \"Ida\"\nchain = [\"one\", \"two\"]\n";
    let as_toml = archive(&[
        ("content/documents/a.txt", TALK),
        ("content/documents/a.toml", toml),
    ]);
    let mut expected = site(as_toml.path()).documents[0].record.clone();
    for bytes in [rows.as_bytes(), &latin, &utf16] {
        let folder = with(bytes);
        let site = site(folder.path());
        let entry = site.documents.iter().find(|entry| entry.id.as_str() == "a");
        let mut found = entry.unwrap().record.clone();
        assert_eq!(found.date_place.unwrap().file, "content/documents.csv");
        found.date_place = None;
        expected.date_place = None;
        expected.path = String::new();
        assert_eq!(found, expected);
    }
}

#[test]
fn what_a_row_cannot_mean_is_told_with_row_and_column() {
    let folder = with(
        "objectid,title,dat,date,status\n\
         a,One,x,05/06/1990,\n\
         zz,Two,,1990,\n\
         A,Three,,1990,\n\
         ,Four,,1990,\n\
         b,,,33542,drafted\n",
    );
    assert_eq!(
        reports(folder.path()),
        [
            "error unknown-key content/documents.csv:1 row 1, column 3: unknown column “dat”",
            "error bad-date content/documents.csv:2 row 2, column 4 “date”: “05/06/1990” may be 1990-06-05 or 1990-05-06",
            "error unknown-document content/documents.csv:3 row 3, column 1 “objectid”: there is no document “zz”",
            "error duplicate-id content/documents.csv:4 row 4, column 1 “objectid”: two rows are about `a`",
            "error bad-table content/documents.csv:5 row 5, column 2 “title”: the row does not say which document it is about",
            "warning spreadsheet-date content/documents.csv:6 row 6, column 4 “date”: “33542” is read as 1991-10-31: Excel writes a day as a number",
            "error bad-value content/documents.csv:6 row 6, column 5 “status”: “drafted” is no status of a document",
        ]
    );
    let output = run_in(folder.path(), &["check"]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_record_wins_over_the_table_and_the_table_over_the_source() {
    let source = format!("# A talk\n\n25 May 1990, Paris\n\n{TALK}");
    let folder = archive(&[
        ("content/documents/a.txt", source.as_str()),
        ("content/documents/a.toml", "title = \"Recorded\"\n"),
        (
            "content/documents.csv",
            "objectid,title,date,kind\na,Listed,26.5.1990,talk\n",
        ),
    ]);
    let site = site(folder.path());
    let facts = &site.documents[0].facts;
    assert_eq!(facts.title, "Recorded");
    assert_eq!(facts.date.as_ref().unwrap().as_str(), "1990-05-26");
    assert_eq!(facts.date_printed.as_deref(), Some("25 May 1990"));
    assert_eq!(facts.kind.as_deref(), Some("talk"));
    assert_eq!(
        reports(folder.path()),
        [
            "warning contradiction content/documents.csv:2 row 2, column 2 “title”: the table says “Listed”, the record “Recorded”",
            "warning contradiction content/documents.csv:2 row 2, column 3 “date”: the table says 1990-05-26, the source prints “25 May 1990”",
        ]
    );
}

#[test]
fn a_date_that_a_spreadsheet_changed_is_read_and_told() {
    let folder = with("objectid,date\na,10/31/91\nb,33542\n");
    let site = site(folder.path());
    for entry in &site.documents {
        assert_eq!(entry.facts.date.as_ref().unwrap().as_str(), "1991-10-31");
    }
    assert_eq!(
        reports(folder.path()),
        [
            "warning spreadsheet-date content/documents.csv:2 row 2, column 2 “date”: “10/31/91” is read as 1991-10-31: of the year only two digits are left",
            "warning spreadsheet-date content/documents.csv:3 row 3, column 2 “date”: “33542” is read as 1991-10-31: Excel writes a day as a number",
        ]
    );
}

#[test]
fn a_draft_of_the_table_is_nowhere() {
    let folder = with("objectid,status\na,draft\nb,published\n");
    let built = support::archive::built(folder.path());
    assert!(built.files.contains_key("documents/b.html"));
    assert!(!built.files.contains_key("documents/a.html"));
    let recorded = archive(&[
        ("content/documents/a.txt", TALK),
        ("content/documents/a.toml", "status = \"published\"\n"),
        ("content/documents.csv", "objectid,status\na,draft\n"),
    ]);
    assert_eq!(site(recorded.path()).documents.len(), 1);
    assert_eq!(reports(recorded.path()).len(), 1);
}

#[test]
fn one_file_is_read_with_its_row_and_the_other_rows_are_no_fault() {
    let folder = with("objectid,title\na,Listed\nb,Other\n");
    let file = folder.path().join("content/documents/a.txt");
    let output = run_in(
        folder.path(),
        &["parse", file.to_str().unwrap(), "--format", "json"],
    );
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["title"], "Listed");
    assert_eq!(output.status.code(), Some(0));
}
