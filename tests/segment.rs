//! Golden files of the parser: each `tests/segment/NAME.txt`, with the record and people beside it if there are any, is read and
//! compared with its readable dump `NAME.dump`. `UPDATE_GOLDEN=1 cargo test --test segment` writes the dumps anew; read the difference.

mod support;

use memcon::authority::Authority;
use memcon::diagnostic::Diagnostics;
use memcon::source::{self, Sources, TextFile};
use std::fs;
use std::path::Path;
use support::fixtures::{fixtures, only, read};

/// Reads one transcript as an archive of its own.
fn dump(file: &Path) -> String {
    let people = fs::read_to_string(file.with_extension("people"))
        .ok()
        .map(|text| TextFile {
            path: "people.toml".to_owned(),
            text,
        });
    let sources = Sources {
        people,
        ..only(vec![read(file)])
    };
    let mut diagnostics = Diagnostics::new();
    let site = memcon::compile(&sources, &mut diagnostics);
    let account = &site.documents[0].account;
    let text = &sources.documents[0].source.text;
    let words = |spans: &[source::Span]| -> Vec<String> {
        spans
            .iter()
            .map(|span| text[span.range()].to_owned())
            .collect()
    };
    assert_eq!(
        words(&account.lost),
        [""; 0],
        "{}: text is lost",
        file.display()
    );
    assert_eq!(
        words(&account.doubled),
        [""; 0],
        "{}: text stands twice",
        file.display()
    );
    let blocks = site.documents[0].document.blocks.iter();
    for paragraph in blocks.flat_map(memcon::document::Block::paragraphs) {
        let words = &paragraph.text;
        assert!(words.is_in_order(), "{}: {words:?}", file.display());
    }
    let mut out = format!(
        "convention {}\n",
        site.documents[0].document.convention.unwrap_or("none")
    );
    memcon::export::parse_text(&site.documents[0], |part| out.push_str(part));
    out
}

#[test]
fn every_fixture_reads_as_its_dump_says() {
    let mut wrong = Vec::new();
    for file in fixtures("segment") {
        let read = dump(&file);
        let golden = file.with_extension("dump");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, &read).expect("the dump can be written");
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        if read != expected {
            wrong.push(format!(
                "{}:\n--- expected\n{expected}\n--- read\n{read}",
                file.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_authority_file_decides_nothing_about_where_turns_begin() {
    let document = read(&support::root().join("tests/segment/look_alikes_are_refused.txt"));
    let n_turns = |authority: &Authority| {
        memcon::draft(&document, authority, &mut Diagnostics::new())
            .document
            .turns()
            .count()
    };
    assert_eq!(n_turns(&Authority::default()), 7);
}

/// Captions, tables, JSON and XML cut off at many places, or with a character taken out there, are read without loss or panic.
#[test]
fn broken_files_lose_nothing() {
    let mut n_files = 0;
    for path in fixtures("segment") {
        let extension = path.extension().and_then(|e| e.to_str());
        if !matches!(
            extension,
            Some(
                "vtt"
                    | "srt"
                    | "sbv"
                    | "lrc"
                    | "ttml"
                    | "dfxp"
                    | "csv"
                    | "tsv"
                    | "json"
                    | "jsonl"
                    | "xml"
            )
        ) {
            continue;
        }
        n_files += 1;
        let mut document = read(&path);
        let text = document.source.text.clone();
        for (at, c) in text.char_indices().step_by(5) {
            let cut = text[..at].to_owned();
            let without = [&text[..at], &text[at + c.len_utf8()..]].concat();
            for broken in [cut, without] {
                std::sync::Arc::make_mut(&mut document.source).text = broken;
                let read = memcon::draft(&document, &Authority::default(), &mut Diagnostics::new());
                let account = read.document.account(&document.source.text);
                assert!(
                    account.is_complete(),
                    "{}, broken at {at}: lost {:?}, twice {:?}",
                    path.display(),
                    account.lost,
                    account.doubled
                );
                let blocks = read.document.blocks.iter();
                for paragraph in blocks.flat_map(memcon::document::Block::paragraphs) {
                    let words = &paragraph.text;
                    assert!(
                        words.is_in_order(),
                        "{}, broken at {at}: {words:?}",
                        path.display()
                    );
                }
            }
        }
    }
    assert!(n_files > 10);
}

/// Without an authority file, a full name is one person in every document; a surname is where the same others are about; an office is
/// whoever holds it in its own document; a number is nobody.
#[test]
fn people_known_from_labels_over_an_archive() {
    let documents = fixtures("segment/archive");
    let documents = documents.iter().map(|file| read(file)).collect();
    let site = memcon::compile(&only(documents), &mut Diagnostics::new());
    let who: Vec<Vec<String>> = site
        .documents
        .iter()
        .map(|document| {
            let of_turn = |turn: usize| {
                let person = document.turns[turn].attribution.person();
                person.map_or_else(String::new, ToString::to_string)
            };
            (0..3).map(of_turn).collect()
        })
        .collect();
    assert_eq!(
        who,
        [
            ["the-chairman", "mr-cole", "anna-berg"],
            ["the-chairman-board-2", "mr-cole", "anna-berg"],
            ["the-chairman-club", "mr-cole-club", "otto-lind"],
            // What a machine calls a voice is nobody's name, and another's in the next recording.
            ["", "", ""],
            ["", "", ""],
        ]
    );
}
