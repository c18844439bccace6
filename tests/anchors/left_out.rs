//! Documents that are not published any more: every address they had says so, whatever becomes of file, name and locks.

use super::TALK;
use crate::support::archive::{archive, run_in, write};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// An archive of one talk, published as `talk` and then as `meeting`.
fn renamed() -> TempDir {
    let folder = archive(&[
        ("site.toml", "export.akoma_ntoso = true\n"),
        ("content/documents/talk.txt", TALK),
    ]);
    build(folder.path(), &[]);
    let documents = folder.path().join("content/documents");
    fs::rename(documents.join("talk.txt"), documents.join("meeting.txt")).unwrap();
    build(folder.path(), &[]);
    folder
}

fn build(folder: &Path, more: &[&str]) {
    let output = run_in(folder, &[&["-q", "build"], more].concat());
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
}

fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// The rows of `data/addresses.csv` by their paths: state and where the words are now.
fn addresses(folder: &Path) -> BTreeMap<String, (String, String)> {
    let table = read(folder, "public/data/addresses.csv");
    let rows = table.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        let row = (cells[2].to_owned(), cells[3].to_owned());
        (cells[1].to_owned(), row)
    });
    rows.collect()
}

fn row(state: &str, now: &str) -> (String, String) {
    (state.to_owned(), now.to_owned())
}

#[test]
fn the_data_of_a_renamed_document_stay_where_they_were() {
    let folder = renamed();
    let site = folder.path().join("public");
    let addresses = addresses(folder.path());
    let mut endings = Vec::new();
    for entry in fs::read_dir(site.join("documents")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let Some(ending) = name.strip_prefix("meeting.") else {
            continue;
        };
        if ending.ends_with("html") {
            continue;
        }
        endings.push(ending.to_owned());
        let (old, new) = (
            format!("documents/talk.{ending}"),
            format!("documents/meeting.{ending}"),
        );
        let bytes = |path: &str| fs::read(site.join(path)).unwrap();
        assert_eq!(bytes(&old), bytes(&new), "{ending}");
        assert_eq!(addresses[&old], row("moved", &new));
        assert_eq!(addresses[&new], row("current", ""));
    }
    endings.sort();
    assert_eq!(
        endings,
        [
            "akn.xml",
            "bib",
            "csl.json",
            "json",
            "ris",
            "source.txt",
            "tei.xml",
            "txt"
        ]
    );
    // The copies are no documents of the earlier site.
    let locks = folder.path().join("content/anchors");
    let before = read(&locks, "meeting.lock");
    let earlier = folder.path().join("earlier");
    fs::rename(&site, &earlier).unwrap();
    fs::remove_dir_all(&locks).unwrap();
    build(folder.path(), &["--lock-from", earlier.to_str().unwrap()]);
    assert_eq!(read(&locks, "meeting.lock"), before);
}

#[test]
fn what_stood_beside_a_speaker_stays_too() {
    let folder = archive(&[("site.toml", ""), ("content/documents/talk.txt", TALK)]);
    build(folder.path(), &[]);
    let speakers = folder.path().join("public/speakers");
    let names = |end: &str| -> Vec<String> {
        let entries = fs::read_dir(&speakers).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names
            .filter(|name| name.contains("green") && name.ends_with(end))
            .collect();
        names.sort();
        names
    };
    let (feeds, tables) = (names(".xml"), names(".csv"));
    assert!(
        feeds.len() == 1 && !tables.is_empty(),
        "{feeds:?} {tables:?}"
    );
    write(
        folder.path(),
        "content/people.toml",
        "[[person]]\nid = \"ada\"\nname = \"Ada Green\"\nlabels = [\"Ms. Green\"]\n",
    );
    build(folder.path(), &[]);
    let addresses = addresses(folder.path());
    for name in feeds.iter().chain(&tables) {
        let (_, ending) = name.split_once('.').unwrap();
        let new = format!("ada.{ending}");
        let bytes = |name: &str| fs::read(speakers.join(name)).unwrap();
        assert_eq!(bytes(name), bytes(&new));
        assert_eq!(
            addresses[&format!("speakers/{name}")],
            row("moved", &format!("speakers/{new}"))
        );
    }
}

#[test]
fn a_document_renamed_and_then_withdrawn_says_so_at_both_addresses() {
    let folder = renamed();
    write(
        folder.path(),
        "content/documents/meeting.toml",
        "status = \"withdrawn\"\nstatus_reason = \"At the wish of the family\"\n",
    );
    for _ in 0..2 {
        build(folder.path(), &[]);
        for name in ["talk", "meeting"] {
            let page = read(folder.path(), &format!("public/documents/{name}.html"));
            assert!(page.contains("At the wish of the family"), "{page}");
            assert!(page.contains("<li id=\"t4\">"), "{page}");
            let page = read(
                folder.path(),
                &format!("public/documents/{name}.source.html"),
            );
            assert!(page.contains("At the wish of the family"), "{page}");
        }
        let addresses = addresses(folder.path());
        let last = "documents/meeting.html";
        assert_eq!(addresses["documents/talk.html"], row("withdrawn", last));
        assert_eq!(addresses["documents/talk.html#t2"], row("withdrawn", ""));
        assert_eq!(addresses[last], row("withdrawn", ""));
        let source = "documents/meeting.source.html";
        assert_eq!(addresses[source], row("withdrawn", ""));
    }
    // Published again, it is found at its new name, and led to from the old one.
    fs::remove_file(folder.path().join("content/documents/meeting.toml")).unwrap();
    build(folder.path(), &[]);
    let page = read(folder.path(), "public/documents/talk.html");
    assert!(page.contains("href=\"meeting.html#t4\""), "{page}");
}

#[test]
fn locks_made_anew_remember_what_was_withdrawn() {
    let folder = renamed();
    write(
        folder.path(),
        "content/documents/meeting.toml",
        "status = \"withdrawn\"\n",
    );
    build(folder.path(), &[]);
    let locks = folder.path().join("content/anchors");
    let before = read(&locks, "meeting.lock");
    assert!(before.contains("\nwas talk\n"), "{before}");
    let earlier = folder.path().join("earlier");
    fs::rename(folder.path().join("public"), &earlier).unwrap();
    fs::remove_dir_all(&locks).unwrap();
    build(folder.path(), &["--lock-from", earlier.to_str().unwrap()]);
    // No notice says which conversations it was a record of: their pages are in the list of pages.
    let is_kept = |line: &&str| !line.starts_with("conversation ");
    let anew = read(&locks, "meeting.lock");
    assert_eq!(
        anew.lines().collect::<Vec<_>>(),
        before.lines().filter(is_kept).collect::<Vec<_>>()
    );
    assert!(folder.path().join("public/documents/talk.html").is_file());
}

#[test]
fn the_file_of_a_withdrawn_document_may_go() {
    for (path, text) in [
        ("content/documents/meeting.toml", "status = \"withdrawn\"\n"),
        (
            "content/documents.csv",
            "objectid,status\nmeeting,withdrawn\n",
        ),
    ] {
        let folder = renamed();
        let file = folder.path().join("content/documents/meeting.txt");
        fs::remove_file(file).unwrap();
        let output = run_in(folder.path(), &["-q", "build"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(
            said.contains("content/documents/meeting.toml: the file itself may go"),
            "{said}"
        );
        write(folder.path(), path, text);
        let output = run_in(
            folder.path(),
            &["build", "--strict", "--base-url", "https://a.example/"],
        );
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{path}: {said}");
        for name in ["talk", "meeting"] {
            let page = read(folder.path(), &format!("public/documents/{name}.html"));
            assert!(page.contains("<li id=\"t4\">"), "{page}");
        }
    }
}

#[test]
fn a_record_without_a_transcript_is_told_where_nothing_is_withdrawn() {
    let folder = archive(&[
        ("site.toml", ""),
        ("content/documents/talk.txt", TALK),
        ("content/documents/other.toml", "title = \"Other\"\n"),
        (
            "content/documents.csv",
            "objectid,status\nthird,withdrawn\n",
        ),
    ]);
    let output = run_in(folder.path(), &["check"]);
    let said = String::from_utf8_lossy(&output.stdout);
    for told in [
        "this record belongs to no transcript",
        "there is no document “third”",
    ] {
        assert!(said.contains(told), "{said}");
    }
}
