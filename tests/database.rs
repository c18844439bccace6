//! The whole archive for those who ask it elsewhere: as a SQLite database, and as files that OpenSearch loads.

mod support;

use rusqlite::Connection;
use serde_json::Value;
use std::path::Path;
use support::archive::{archive, built, run_in};
use tempfile::TempDir;

const SITE: &str = "title = \"Harbor Talks\"\n[edition]\nname = \"First edition\"\ndate = \"2026-01-02\"\n[export]\nsqlite = true\nopensearch = true\n";

const TALK: &str = "ANNA BERG. The harbour was cold, as Ben Carr knows.\n\nIt was a café of ghosts.\n\nBEN CARR. So it was, in \"security\".\n\nANNA BERG. It was.\n\nBEN CARR. Yes.\n";

fn talks() -> TempDir {
    archive(&[
        ("site.toml", SITE),
        (
            "content/people.toml",
            "[[person]]\nname = \"Anna Berg\"\n[[person]]\nname = \"Ben Carr\"\n",
        ),
        ("content/documents/talk.txt", TALK),
        (
            "content/documents/talk.toml",
            "date = \"1990-05\"\nsubjects = [\"harbor\", \"cold\"]\ntranslator = \"T. Dunn\"\n",
        ),
        ("content/documents/more.txt", TALK),
    ])
}

fn exported(folder: &Path, format: &str) -> Vec<u8> {
    let output = run_in(folder, &["export", format]);
    assert!(output.status.success(), "{output:?}");
    output.stdout
}

fn texts(database: &Connection, question: &str) -> Vec<String> {
    let mut question = database.prepare(question).unwrap();
    let n = question.column_count();
    let cell = |row: &rusqlite::Row<'_>, at| match row.get_ref(at).unwrap() {
        rusqlite::types::ValueRef::Null => "null".to_owned(),
        rusqlite::types::ValueRef::Integer(number) => number.to_string(),
        text => text.as_str().unwrap().to_owned(),
    };
    let row = |row: &rusqlite::Row<'_>| {
        let cells: Vec<String> = (0..n).map(|at| cell(row, at)).collect();
        Ok(cells.join(" | "))
    };
    let rows = question.query_map([], row).unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn the_database_answers() {
    let folder = talks();
    let file = folder.path().join("archive.sqlite");
    std::fs::write(&file, exported(folder.path(), "archive.sqlite")).unwrap();
    let database = Connection::open(&file).unwrap();
    let ask = |question: &str| texts(&database, question);
    assert_eq!(ask("PRAGMA integrity_check"), ["ok"]);
    assert!(ask("PRAGMA foreign_key_check").is_empty());
    assert_eq!(ask("PRAGMA user_version"), ["1"]);
    database
        .execute_batch("INSERT INTO turns_fts (turns_fts, rank) VALUES ('integrity-check', 1)")
        .unwrap();
    // Words are found without their accents.
    assert_eq!(
        ask(
            "SELECT document, anchor, speaker, printed FROM (SELECT t.*, speaker_label AS printed FROM turns t JOIN turns_fts ON turns_fts.rowid = t.id WHERE turns_fts MATCH 'cafe') ORDER BY document"
        ),
        [
            "more | t1 | Anna Berg | ANNA BERG",
            "talk | t1 | Anna Berg | ANNA BERG"
        ]
    );
    assert_eq!(
        ask(
            "SELECT snippet(turns_fts, 0, '<', '>', '', 3) FROM turns_fts WHERE turns_fts MATCH '\"of ghosts\"' LIMIT 1"
        ),
        ["café <of ghosts>."]
    );
    assert_eq!(
        ask("SELECT turn, n, anchor FROM paragraphs WHERE document = 'talk' ORDER BY id LIMIT 3"),
        ["t1 | 1 | t1p1", "t1 | 2 | t1p2", "t2 | 1 | t2"]
    );
    assert_eq!(
        ask("SELECT value FROM documents, json_each(subjects) WHERE document = 'talk'"),
        ["harbor", "cold"]
    );
    assert_eq!(
        ask("SELECT recorded_by, translator FROM whose_record WHERE url LIKE '%talk%'"),
        ["not stated | T. Dunn"]
    );
    assert_eq!(
        ask("SELECT speaker, year, n_turns FROM speakers_by_year"),
        [
            "Anna Berg | null | 2",
            "Anna Berg | 1990 | 2",
            "Ben Carr | null | 2",
            "Ben Carr | 1990 | 2"
        ]
    );
    assert_eq!(
        ask("SELECT speaker, named, n_times FROM who_names_whom"),
        ["Anna Berg | Ben Carr | 2"]
    );
    assert_eq!(
        ask("SELECT date, printed_label FROM who_said_what LIMIT 1"),
        ["1990-05 | ANNA BERG"]
    );
    assert_eq!(
        ask("SELECT state, count(*) FROM addresses WHERE kind = 'turn' GROUP BY state"),
        ["current | 8"]
    );
    assert_eq!(
        ask("SELECT value FROM archive WHERE name IN ('edition', 'title') ORDER BY name"),
        ["First edition", "Harbor Talks"]
    );
    // Every column is explained.
    assert!(
        ask("SELECT name FROM pragma_table_info('turns') WHERE name <> 'id' EXCEPT SELECT \"column\" FROM columns WHERE \"table\" = 'turns'")
            .is_empty()
    );
}

/// The database has what `data/` has, for every archive the laws are held over.
#[test]
fn the_database_has_every_row_of_the_tables() {
    for specimen in support::specimens() {
        let mut site = specimen.site.clone();
        site.config.wholes.insert(memcon::config::Whole::Sqlite);
        let bytes = memcon::export::render(&site, &memcon::site::ExportFile::Sqlite);
        let mut database = Connection::open_in_memory().unwrap();
        database
            .deserialize_read_exact("main", bytes.as_slice(), bytes.len(), true)
            .unwrap();
        for table in specimen.site.tables() {
            let lines = specimen.page(&format!("data/{}.jsonl", table.name()));
            let n = format!("SELECT count(*) FROM {}", table.name());
            let n_lines = lines.lines().count().to_string();
            assert_eq!(texts(&database, &n), [n_lines], "{}", specimen.name);
        }
        let said = texts(&database, "SELECT text FROM turns ORDER BY id");
        let lines = specimen.page("data/turns.jsonl").lines();
        for (line, said) in lines.zip(said) {
            let line: Value = serde_json::from_str(line).unwrap();
            assert_eq!(line["text"], said, "{}", specimen.name);
        }
    }
}

#[test]
fn two_programs_make_the_same_database() {
    let folder = talks();
    let first = exported(folder.path(), "archive.sqlite");
    assert!(first == exported(folder.path(), "archive.sqlite"));
    assert!(run_in(folder.path(), &["-q", "build"]).status.success());
    let written = std::fs::read(folder.path().join("public/data/archive.sqlite")).unwrap();
    assert!(first == written);
}

#[test]
fn what_a_search_engine_loads_is_every_turn_under_its_address() {
    let folder = talks();
    let site = built(folder.path());
    let lines: Vec<&str> = site
        .page("data/opensearch/turns-1.ndjson")
        .lines()
        .collect();
    let turns: Vec<&str> = site.page("data/turns.jsonl").lines().collect();
    assert_eq!(lines.len(), 2 * turns.len());
    for (pair, turn) in lines.chunks(2).zip(turns) {
        assert_eq!(pair[1], turn);
        let action: Value = serde_json::from_str(pair[0]).unwrap();
        let turn: Value = serde_json::from_str(turn).unwrap();
        let id = [&turn["document"], &turn["anchor"]].map(|part| part.as_str().unwrap());
        assert_eq!(action["index"]["_id"], id.join("#"));
    }
    let mapping: Value = serde_json::from_str(site.page("data/opensearch/mapping.json")).unwrap();
    let fields = mapping["mappings"]["properties"].as_object().unwrap();
    let schema: Value = serde_json::from_str(site.page("data/turns.schema.json")).unwrap();
    let known = schema["properties"].as_object().unwrap();
    assert!(fields.keys().eq(known.keys()), "{fields:?}");
    assert_eq!(mapping["mappings"]["dynamic"], "strict");
    let told = site.page("data/opensearch/README.md");
    assert!(
        told.contains("curl -f -X PUT \"$SERVER/harbor-talks\""),
        "{told}"
    );
    assert!(told.contains("the count should be 8"), "{told}");
    // The data page leads to all of it.
    let page = site.page("data.html");
    for file in ["README.md", "mapping.json", "turns-1.ndjson"] {
        assert!(
            page.contains(&format!("href=\"data/opensearch/{file}\"")),
            "{file}"
        );
    }
    assert!(page.contains("href=\"data/archive.sqlite\""));
}

/// Files are divided by what turns take at the most.
#[test]
fn no_turn_takes_more_than_it_is_reckoned_with() {
    // What the lines say beside the words is long here.
    let long = "«\"x\"»".repeat(300);
    let facts = ["title", "kind", "translator", "archive_reference"];
    let record = facts.map(|key| format!("{key} = '{long}'\n")).concat();
    let folder = archive(&[
        ("site.toml", ""),
        ("content/documents/talk.txt", TALK),
        ("content/documents/talk.toml", &record),
    ]);
    let wordy = built(folder.path());
    for specimen in support::specimens().iter().chain([&wordy]) {
        let site = &specimen.site;
        let parts = site.bulk_parts();
        let mut lines = specimen.page("data/turns.jsonl").lines();
        for (document, turn) in parts.iter().flatten() {
            let entry = &site.documents[*document];
            let line = lines.next().unwrap();
            let id = format!("{}#{}", entry.id, entry.anchors.turn(*turn));
            let action = format!("{{\"index\":{{\"_id\":\"{id}\"}}}}");
            let n_bytes = line.len() + action.len() + 2;
            assert!(n_bytes <= site.bulk_size(entry, *turn), "{line}");
        }
        assert_eq!(lines.next(), None);
    }
}

#[test]
fn none_of_it_is_made_unless_it_is_asked_for() {
    let folder = archive(&[("site.toml", ""), ("content/documents/talk.txt", TALK)]);
    let site = built(folder.path());
    assert!(
        !site
            .files
            .keys()
            .any(|path| path.contains("opensearch") || path.contains("sqlite"))
    );
    let output = run_in(folder.path(), &["export", "archive.sqlite"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("sqlite = true under [export]"), "{told}");
}
