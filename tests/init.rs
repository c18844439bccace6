//! A new archive: made of a folder of files in any format, or as an example; it builds as it is, and nothing that exists is touched.

mod support;

use memcon::diagnostic::{Code, Diagnostics, Severity};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Output;
use support::archive::{run, write};

/// The files of a folder, by path.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter();
    let files = entries.map(|entry| entry.unwrap());
    files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let inside = entry.path().strip_prefix(folder).unwrap();
            let name = inside.to_str().unwrap().replace('\\', "/");
            (name, fs::read(entry.path()).unwrap())
        })
        .collect()
}

fn init(folder: &Path, more: &[&str]) -> Output {
    let mut arguments = vec!["init", folder.to_str().unwrap(), "--date", "2026-01-02"];
    arguments.extend(more);
    run(&arguments)
}

/// The codes reported for an archive, which must be no errors.
fn reported(folder: &Path) -> Vec<Code> {
    let sources = memcon::source::load(folder).unwrap();
    let mut diagnostics = Diagnostics::new();
    memcon::compile(&sources, &mut diagnostics);
    let found = diagnostics.sorted();
    for one in &found {
        assert_ne!(one.severity, Severity::Error, "{one:?}");
    }
    found.iter().map(|one| one.code).collect()
}

#[test]
fn the_example_builds_and_gives_an_editor_nothing_to_do_but_name_its_address() {
    let folder = tempfile::tempdir().unwrap();
    let archive = folder.path().join("example");
    assert!(init(&archive, &[]).status.success());
    assert_eq!(reported(&archive), [Code::NoBaseUrl]);
    let built = support::archive::built(&archive);
    let home = built.page("index.html");
    assert!(home.contains("The harbor talks"));
    let talk = built.page("documents/1990-05-25-harbor-strike.html");
    for words in ["Rotterdam", "The festival of the harbor", "Paul Fletcher"] {
        assert!(talk.contains(words), "{words}");
    }
    assert!(
        built
            .page("two-voices.html")
            .contains("because we moved it")
    );
}

#[test]
fn every_file_of_a_folder_is_in_the_archive_byte_for_byte_or_listed() {
    let root = tempfile::tempdir().unwrap();
    let from = root.path().join("from");
    let founding = support::root().join("content/documents");
    let mut n = 0;
    for entry in fs::read_dir(&founding).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "txt") {
            let name = path.file_name().unwrap().to_str().unwrap();
            write(&from, name, fs::read(&path).unwrap());
            n += 1;
        }
    }
    // One of each kind that the tests have.
    for (path, bytes) in tree(&support::root().join("tests/records")) {
        let is_record = [".toml", ".dump"].iter().any(|end| path.ends_with(end));
        if !is_record && !path.contains('/') {
            write(&from, &format!("more/{path}"), bytes);
            n += 1;
        }
    }
    write(
        &from,
        "latin.txt",
        b"Ada Green: Caf\xe9, d\xe9j\xe0 vu.\r\n\r\nBen Brown: Oui.\r\n",
    );
    write(&from, "=1+1.txt", "Ada Green: Yes.\n\nBen Brown: No.\n");
    write(&from, "aux.txt", "Ada Green: Yes.\n\nBen Brown: No!\n");
    write(&from, "noise.bin", [0u8, 1, 2, 255]);
    n += 4;
    let before = tree(&from);
    let archive = root.path().join("archive");
    let output = init(&archive, &["--from", from.to_str().unwrap()]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(tree(&from), before, "what was received is untouched");
    let after = tree(&archive);
    let list = String::from_utf8(after["received.csv"].clone()).unwrap();
    assert_eq!(list.lines().count(), n + 1);
    for (path, bytes) in &before {
        let row = list
            .lines()
            // An apostrophe guards what a spreadsheet would take for a formula.
            .find(|line| {
                line.trim_start_matches('\'')
                    .starts_with(&format!("{path},"))
            });
        let row = row.unwrap_or_else(|| panic!("{path} is not in\n{list}"));
        let kept = row.split(',').nth(1).unwrap();
        if !kept.is_empty() {
            assert_eq!(&after[kept], bytes, "{path}");
        }
    }
    assert!(after.contains_key("content/documents/document-aux.txt"));
    assert!(after.contains_key("content/documents/1-1.txt"));
    reported(&archive);
}

#[test]
fn an_archive_may_be_made_in_the_folder_of_the_transcripts() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "talk.txt",
        "Ada Green: Yes.\n\nBen Brown: No.\n",
    );
    let from = folder.path().to_str().unwrap();
    assert!(init(folder.path(), &["--from", from]).status.success());
    let files = tree(folder.path());
    assert!(files.contains_key("talk.txt"));
    assert!(files.contains_key("content/documents/talk.txt"));
    assert_eq!(
        init(folder.path(), &["--from", from]).status.code(),
        Some(2)
    );
    assert_eq!(tree(folder.path()), files);
}

#[test]
fn an_archive_inside_the_folder_of_the_transcripts_is_not_read_as_transcripts() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "talk.txt",
        "Ada Green: Yes.\n\nBen Brown: No.\n",
    );
    write(
        folder.path(),
        "archive/notes.txt",
        "Ada Green: Mine.\n\nBen Brown: Mine too.\n",
    );
    let archive = folder.path().join("archive");
    let output = init(&archive, &["--from", folder.path().to_str().unwrap()]);
    assert!(output.status.success());
    let names: Vec<String> = tree(&archive.join("content/documents"))
        .into_keys()
        .collect();
    assert_eq!(names, ["talk.txt"]);
}
