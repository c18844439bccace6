//! Records applied to every kind of source: `tests/records/NAME.EXT` with its record `NAME.toml` is read and compared with the dump
//! `NAME.dump`; `NAME.people` is the authority file, if there is one. `UPDATE_GOLDEN=1 cargo test --test records` writes the dumps anew.

mod support;

use memcon::authority::{self, Authority};
use memcon::diagnostic::Diagnostics;
use memcon::source::{DocumentSource, Sources, TextFile};
use proptest::prelude::*;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use support::fixtures::{fixtures, only, read};

fn archive(file: &Path, document: DocumentSource) -> Sources {
    let people = fs::read_to_string(file.with_extension("people")).ok();
    Sources {
        people: people.map(|text| TextFile {
            path: "people.toml".to_owned(),
            text,
        }),
        ..only(vec![document])
    }
}

/// How a document is read, and what is said against its record.
fn dump(file: &Path, document: DocumentSource) -> String {
    let sources = archive(file, document);
    let mut diagnostics = Diagnostics::new();
    let site = memcon::compile(&sources, &mut diagnostics);
    let entry = &site.documents[0];
    assert!(
        entry.account.is_complete(),
        "{}: {:?}",
        file.display(),
        entry.account
    );
    let mut out = format!(
        "convention {}\n",
        entry.document.convention.unwrap_or("none")
    );
    memcon::export::parse_text(entry, |part| out.push_str(part));
    let of_record = diagnostics.sorted().into_iter().filter(|found| {
        let is_record = Path::new(&found.place.file)
            .extension()
            .is_some_and(|e| e == "toml");
        is_record && found.place.file != "site.toml"
    });
    for found in of_record {
        let place = &found.place;
        let (code, line, column) = (found.code.name(), place.line, place.column);
        let _ = writeln!(
            out,
            "{code} {line}:{column} {}\n    help  {}",
            found.message, found.help
        );
    }
    out
}

#[test]
fn every_record_does_what_its_dump_says() {
    let mut wrong = Vec::new();
    for file in fixtures("records") {
        let read = dump(&file, read(&file));
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

/// What the record of `talk.txt` is answered when it reads so.
fn answered(record: &str) -> Vec<String> {
    answered_for("talk.txt", record)
}

fn answered_for(name: &str, record: &str) -> Vec<String> {
    let file = support::root().join("tests/records").join(name);
    let mut document = read(&file);
    document.record = Some(TextFile {
        path: "talk.toml".to_owned(),
        text: record.to_owned(),
    });
    let mut diagnostics = Diagnostics::new();
    let _ = memcon::compile(&archive(&file, document), &mut diagnostics);
    diagnostics
        .sorted()
        .into_iter()
        .filter(|found| found.place.file == "talk.toml")
        .map(|found| {
            let place = &found.place;
            format!(
                "{}:{} {} | {}",
                place.line, place.column, found.message, found.help
            )
        })
        .collect()
}

#[test]
fn each_mistake_in_a_record_is_told_with_its_place_and_what_to_write() {
    let cases = [
        (
            "convention = \"name-colin\"",
            "1:14 “name-colin” is no convention that this file can be read by | write convention = \"name-colon\" if that is meant; it may be ",
        ),
        (
            "labels = [\"JOHN READ\"]",
            "1:11 no turn has the label “JOHN READ” | the nearest words stand at talk.txt:8:1; if they are meant, write \"JOHN REED\" in its place",
        ),
        (
            "not_labels = [\"Nowhere to be seen\"]",
            "1:15 the source does not contain “Nowhere to be seen” | ",
        ),
        (
            "[[exlude]]\nfrom = \"x\"",
            "1:3 unknown key `exlude`; did you mean `exclude`? | ",
        ),
        (
            "[[split]]\nat = \"It is short\"",
            "1:1 the key `reason` is missing here | ",
        ),
        (
            "[[split]]\nat = \"It is shot.\"\nreason = \"\"",
            "2:6 the source does not contain “It is shot.” | the nearest words stand at talk.txt:18:1; if they are meant, write at = \"It is short.\"",
        ),
        (
            "[[split]]\nat = \"It is short.\"\nlabel = \"PAUL\"\nreason = \"\"",
            "2:6 the words there do not begin with the label “PAUL” | ",
        ),
        (
            "[[split]]\nat = \"JOHN REED: I have\"\nreason = \"\"",
            "2:6 a turn begins with “JOHN REED: I have” already | ",
        ),
        (
            "[[merge]]\nat = \"ANNA BERG: Good\"\nreason = \"\"",
            "2:6 no turn stands before this one, so that it cannot go on with it | ",
        ),
        (
            "[[merge]]\nat = \"The next meeting\"\nreason = \"\"",
            "2:6 no turn begins with “The next meeting” | quote the first words of the turn, its label included; turns begin with “ANNA BERG: The council met” in line 11 and ",
        ),
        (
            "[[continue]]\nat = \"JOHN REED: I have\"\nreason = \"\"",
            "2:6 no quotation without a name begins with “JOHN REED: I have” | ",
        ),
        (
            "[[paragraph]]\nat = \"PETER LANG\"",
            "2:6 “PETER LANG” stands in no paragraph | ",
        ),
        (
            "[[correction]]\nat = \"the list today\"\nsic = \"lisst\"\nread = \"list\"",
            "2:6 `at` holds the words “lisst” of `sic` 0 times | ",
        ),
        (
            "[[correction]]\nat = \"ANNA BERG: The\"\nread = \"x\"",
            "2:6 “ANNA BERG: The” does not stand within one published paragraph | ",
        ),
        (
            "[[exclude]]\nfrom = \"ANNA BERG\"\nreason = \"\"",
            "2:8 the source contains “ANNA BERG” 3 times | quote a few more words, or add a line that says which one is meant: from_occurrence = 1 for the one in line 4, ",
        ),
    ];
    for (record, expected) in cases {
        let found = answered(record);
        assert!(
            found.iter().any(|one| one.starts_with(expected)),
            "{record}\nis answered {found:#?}\nand not {expected}"
        );
    }
}

#[test]
fn a_place_that_is_missing_is_told_once() {
    let split = |at: &str| format!("[[split]]\nat = \"{at}\"\nperson = \"clerk\"\nreason = \"\"");
    for at in ["So has he, says the clerk.", "WEBVTT"] {
        let found = answered_for("captions.vtt", &split(at));
        assert_eq!(found.len(), 1, "{found:?}");
    }
}

#[test]
fn a_format_is_read_by_its_own_convention_or_none() {
    let found = answered_for("captions.vtt", "convention = \"name-colon\"");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("it may be webvtt or none"), "{found:?}");
    assert_eq!(
        answered_for("captions.vtt", "convention = \"webvtt\""),
        [""; 0]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// Whatever a record quotes and decides, every character of the source stays in one place.
    #[test]
    fn no_record_loses_text(which in 0usize..64, decisions in proptest::collection::vec((0usize..9, any::<u32>(), 1usize..60, 1usize..40), 0..8)) {
        let files = fixtures("records");
        let file = &files[which % files.len()];
        let mut document = read(file);
        let text = document.source.text.clone();
        let mut record = String::new();
        // A key stands once in a record, whatever the number of labels.
        let mut labels: [Vec<String>; 2] = [Vec::new(), Vec::new()];
        for (kind, start, len, gap) in decisions {
            let words = |start: usize, len: usize| {
                let start = text.floor_char_boundary(start % text.len());
                let end = text.floor_char_boundary((start + len).min(text.len()));
                let quoted = memcon::diagnostic::toml_string(&text[start..end]);
                let before = text[..start].matches(&text[start..end]).count() + 1;
                (quoted, before)
            };
            let start = start as usize;
            let (at, n) = words(start, len);
            let (to, m) = words(start + gap, len);
            let _ = match kind {
                0 => writeln!(record, "[[exclude]]\nfrom = {at}\nfrom_occurrence = {n}\nto = {to}\nto_occurrence = {m}\nreason = \"r\""),
                1 => writeln!(record, "[[split]]\nat = {at}\noccurrence = {n}\nreason = \"r\""),
                2 => writeln!(record, "[[split]]\nat = {at}\noccurrence = {n}\nlabel = {at}\nperson = \"clerk\"\nreason = \"r\""),
                3 => writeln!(record, "[[merge]]\nat = {at}\noccurrence = {n}\nreason = \"r\""),
                4 => writeln!(record, "[[continue]]\nat = {at}\noccurrence = {n}\nreason = \"r\""),
                5 => writeln!(record, "[[paragraph]]\nat = {at}\noccurrence = {n}"),
                6 => writeln!(record, "[[correction]]\nat = {at}\noccurrence = {n}\nread = \"r\""),
                7 => { labels[0].push(at); Ok(()) }
                _ => { labels[1].push(at); Ok(()) }
            };
        }
        let [taken, refused] = labels.map(|quoted| quoted.join(", "));
        let record = format!("labels = [{taken}]\nnot_labels = [{refused}]\n{record}");
        prop_assert!(record.parse::<toml::Table>().is_ok(), "no TOML:\n{record}");
        document.record = Some(TextFile { path: "r.toml".to_owned(), text: record.clone() });
        let mut diagnostics = Diagnostics::new();
        let authority: Authority = authority::parse(&archive(file, document.clone()), &mut diagnostics);
        let draft = memcon::draft(&document, &authority, &mut diagnostics);
        let account = draft.document.account(&text);
        prop_assert!(account.is_complete(), "{}: {account:?} with\n{record}", file.display());
        for block in &draft.document.blocks {
            for paragraph in block.paragraphs() {
                for mark in &paragraph.marks {
                    prop_assert!(paragraph.text.text().get(mark.range.clone()).is_some());
                }
            }
        }
    }
}
