//! `memcon build` writes what is new; what is as it was stays the very file it was, with its times.

mod support;

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use support::archive::{archive, memcon, write};
use tempfile::TempDir;
use walkdir::WalkDir;

const FIRST: &str = "content/documents/1990-01-01-talk.txt";
const TEXT: &str =
    "Ms. GREEN: Good morning.\n\nMr. BROWN: Good morning, Ms. Green.\n\nMs. GREEN: Let us begin.\n";
const SECOND: &str = "content/documents/1990-02-01-talk.txt";
const OTHER: &str = "Ms. WHITE: How are you?\n\nMr. BLACK: Very well.\n\nMs. WHITE: So am I.\n";

fn two_talks() -> TempDir {
    archive(&[
        ("site.toml", "title = \"Talks\"\n"),
        (FIRST, TEXT),
        (SECOND, OTHER),
    ])
}

/// Builds the archive in its folder; gives what was said of it.
fn build(archive: &Path) -> String {
    let built = memcon().arg("build").current_dir(archive).output().unwrap();
    assert_eq!(built.status.code(), Some(0), "{built:?}");
    String::from_utf8(built.stdout).unwrap()
}

/// Every file of a folder, as it is on the disk.
fn files(folder: &Path) -> BTreeMap<String, (Vec<u8>, Metadata)> {
    let entries = WalkDir::new(folder).into_iter().map(Result::unwrap);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap();
            let read = (fs::read(entry.path()).unwrap(), entry.metadata().unwrap());
            (path.to_str().unwrap().to_owned(), read)
        })
        .collect()
}

fn long_ago() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_000_000_000)
}

/// Dates every file of a folder.
fn date(folder: &Path, time: SystemTime) {
    for path in files(folder).into_keys() {
        let file = File::options().write(true).open(folder.join(path)).unwrap();
        file.set_modified(time).unwrap();
    }
}

/// Fails where the site is not what a first build of the same archive gives.
fn assert_as_first_built(archive: &Path) {
    let site = files(&archive.join("public"));
    let elsewhere = tempfile::tempdir().unwrap();
    let fresh = elsewhere.path().join("site");
    let built = memcon()
        .args(["build", "-q", "--output", fresh.to_str().unwrap()])
        .current_dir(archive)
        .output()
        .unwrap();
    assert_eq!(built.status.code(), Some(0), "{built:?}");
    let fresh = files(&fresh);
    let names: Vec<&String> = fresh.keys().collect();
    assert_eq!(site.keys().collect::<Vec<_>>(), names);
    for (path, (bytes, _)) in &fresh {
        assert!(site[path].0 == *bytes, "{path} is not as it should be");
    }
}

#[cfg(unix)]
fn is_the_very_same(a: &Metadata, b: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (a.ino(), a.mtime(), a.mtime_nsec()) == (b.ino(), b.mtime(), b.mtime_nsec())
}

#[cfg(not(unix))]
fn is_the_very_same(a: &Metadata, b: &Metadata) -> bool {
    a.modified().unwrap() == b.modified().unwrap()
}

#[test]
fn a_build_that_changes_nothing_leaves_the_folder_alone() {
    let archive = two_talks();
    let public = archive.path().join("public");
    build(archive.path());
    date(&public, long_ago());
    let folder = fs::metadata(&public).unwrap();
    let before = files(&public);
    let said = build(archive.path());
    let n = before.len() - 1;
    assert!(
        said.contains(&format!("public is as it was: {n} files")),
        "{said}"
    );
    assert!(is_the_very_same(&folder, &fs::metadata(&public).unwrap()));
    for (path, (_, after)) in files(&public) {
        assert!(is_the_very_same(&before[&path].1, &after), "{path}");
    }
    let left: Vec<_> = fs::read_dir(archive.path()).unwrap().collect();
    // site.toml, content, public and .memcon
    assert_eq!(left.len(), 4, "{left:?}");
}

/// The stages that a build goes through.
fn stages(archive: &Path, arguments: &[&str]) -> Vec<String> {
    let elsewhere = tempfile::tempdir().unwrap();
    let timings = elsewhere.path().join("timings.json");
    let built = memcon()
        .args(["build", "-q", "--timings"])
        .arg(&timings)
        .args(arguments)
        .current_dir(archive)
        .output()
        .unwrap();
    assert_eq!(built.status.code(), Some(0), "{built:?}");
    let timings: serde_json::Value = serde_json::from_slice(&fs::read(timings).unwrap()).unwrap();
    let stages = timings["stages"].as_array().unwrap().iter();
    stages
        .map(|stage| stage["stage"].as_str().unwrap().to_owned())
        .collect()
}

fn renders(archive: &Path, arguments: &[&str]) -> bool {
    stages(archive, arguments).contains(&"write".to_owned())
}

#[test]
fn what_is_as_it_was_is_not_rendered() {
    let archive = two_talks();
    assert!(renders(archive.path(), &[]));
    assert!(!renders(archive.path(), &[]));
    assert!(renders(archive.path(), &["--no-cache"]));
    assert!(renders(
        archive.path(),
        &["--base-url", "https://memcon.example/talks/"]
    ));
    assert!(renders(archive.path(), &[]));
    assert!(renders(archive.path(), &["--zip"]), "the copy is made");
    // The note is believed whole or not at all, and never needed.
    let notes = archive.path().join(".memcon");
    for entry in fs::read_dir(&notes).unwrap() {
        fs::write(entry.unwrap().path(), "{\"made_from\":").unwrap();
    }
    assert!(renders(archive.path(), &[]));
    assert!(!renders(archive.path(), &[]));
    fs::remove_dir_all(&notes).unwrap();
    assert!(renders(archive.path(), &[]));
    assert_as_first_built(archive.path());
}

#[test]
fn whatever_a_site_is_made_from_is_noticed() {
    let archive = two_talks();
    renders(archive.path(), &[]);
    let edits = [
        (
            FIRST,
            "Ms. GREEN: Good evening.\n\nMr. BROWN: Yes.\n\nMs. GREEN: So.\n",
        ),
        (
            "content/documents/1990-01-01-talk.toml",
            "title = \"First\"\n",
        ),
        ("content/documents.csv", "id,place\n1990-02-01-talk,Paris\n"),
        (
            "content/people.toml",
            "[[person]]\nid = \"green\"\nname = \"Ada Green\"\n",
        ),
        (
            "content/glossary.toml",
            "[[term]]\nterm = \"morning\"\nexpansion = \"before noon\"\n",
        ),
        (
            "content/changes.toml",
            "[[change]]\ndate = \"1991-01-01\"\ntext = \"Begun.\"\n",
        ),
        ("content/pages/about.md", "# About\n\nTalks.\n"),
        ("content/documents/notes.bin", "\u{0}"),
        ("site.toml", "title = \"Two talks\"\n"),
        ("static/own.txt", "own"),
        (
            "templates/404.html",
            "<!doctype html><title>Nothing</title>\n",
        ),
    ];
    for (path, text) in edits {
        write(archive.path(), path, text);
        assert!(renders(archive.path(), &[]), "{path}");
        assert!(!renders(archive.path(), &[]), "{path}");
        assert_as_first_built(archive.path());
    }
    for path in [
        "content/anchors/1990-01-01-talk.lock",
        "templates/404.html",
        "static/own.txt",
    ] {
        fs::remove_file(archive.path().join(path)).unwrap();
        assert!(renders(archive.path(), &[]), "{path}");
        assert_as_first_built(archive.path());
    }
}

/// A lock that is new says what the build made of the archive without it.
#[test]
fn a_second_build_makes_what_the_first_made() {
    for path in support::paths() {
        if !path.is_dir() {
            continue;
        }
        let folder = tempfile::tempdir().unwrap();
        for entry in WalkDir::new(&path) {
            let entry = entry.unwrap();
            let inside = entry.path().strip_prefix(&path).unwrap();
            let is_own = ["site.toml", "content", "templates", "static"]
                .iter()
                .any(|own| inside.starts_with(own));
            if is_own && entry.file_type().is_file() && !inside.starts_with("content/anchors") {
                write(
                    folder.path(),
                    inside.to_str().unwrap(),
                    fs::read(entry.path()).unwrap(),
                );
            }
        }
        let built = memcon()
            .args(["build", "-q"])
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert_eq!(
            built.status.code(),
            Some(0),
            "{}: {built:?}",
            path.display()
        );
        assert!(!renders(folder.path(), &[]), "{}", path.display());
        let first = files(&folder.path().join("public"));
        assert!(renders(folder.path(), &["--no-cache"]));
        let second = files(&folder.path().join("public"));
        let bytes = |files: BTreeMap<String, (Vec<u8>, Metadata)>| -> BTreeMap<String, Vec<u8>> {
            files
                .into_iter()
                .map(|(path, (bytes, _))| (path, bytes))
                .collect()
        };
        assert!(bytes(first) == bytes(second), "{}", path.display());
    }
}

#[test]
fn an_edit_writes_what_it_changes_and_nothing_else() {
    let archive = two_talks();
    let public = archive.path().join("public");
    build(archive.path());
    date(&public, long_ago());
    let before = files(&public);
    write(
        archive.path(),
        FIRST,
        TEXT.replace("Let us begin", "Let us end"),
    );
    let said = build(archive.path());
    let (mut n_new, mut n_kept) = (0, 0);
    for (path, (bytes, after)) in files(&public) {
        let known = before.get(&path).filter(|(old, _)| *old == bytes);
        match known {
            Some((_, old)) => assert!(is_the_very_same(old, &after), "{path}"),
            None => assert!(after.modified().unwrap() > long_ago(), "{path}"),
        }
        n_kept += usize::from(known.is_some());
        n_new += usize::from(known.is_none());
    }
    let n = before.len() - 1;
    assert!(
        said.contains(&format!("wrote {n_new} of {n} files (")),
        "{said}"
    );
    assert!(n_kept > n_new, "{n_kept} kept, {n_new} new");
    assert_as_first_built(archive.path());
}

#[test]
fn what_somebody_changed_in_the_site_is_made_good() {
    let archive = two_talks();
    let public = archive.path().join("public");
    build(archive.path());
    // Of the same length and date, as a damaged disk leaves it.
    let page = public.join("documents/1990-01-01-talk.html");
    let time = fs::metadata(&page).unwrap().modified().unwrap();
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, text.replace("Good morning", "Bad morning!")).unwrap();
    let file = File::options().write(true).open(&page).unwrap();
    file.set_modified(time).unwrap();
    fs::remove_file(public.join("documents/1990-02-01-talk.json")).unwrap();
    fs::write(public.join("index.html"), "").unwrap();
    assert!(build(archive.path()).contains("wrote 3 of "));
    assert_as_first_built(archive.path());

    // What a system leaves in folders goes with the next build, though no file of the site is new.
    fs::write(public.join("documents/.DS_Store"), "view").unwrap();
    fs::create_dir(public.join("empty")).unwrap();
    assert!(build(archive.path()).contains("wrote 0 of "));
    assert!(!public.join("empty").exists());
    assert_as_first_built(archive.path());
}

#[test]
fn what_is_gone_from_the_archive_goes_from_the_site() {
    let archive = two_talks();
    build(archive.path());
    fs::remove_file(archive.path().join(SECOND)).unwrap();
    fs::remove_dir_all(archive.path().join("content/anchors")).unwrap();
    build(archive.path());
    assert!(
        !archive
            .path()
            .join("public/documents/1990-02-01-talk.html")
            .exists()
    );
    assert_as_first_built(archive.path());
}

#[cfg(unix)]
#[test]
fn a_copy_made_of_links_stays_what_it_was() {
    let archive = two_talks();
    let public = archive.path().join("public");
    build(archive.path());
    let copy = archive.path().join("copy");
    for path in files(&public).into_keys() {
        fs::create_dir_all(copy.join(&path).parent().unwrap()).unwrap();
        fs::hard_link(public.join(&path), copy.join(&path)).unwrap();
    }
    let before = files(&copy);
    write(
        archive.path(),
        FIRST,
        TEXT.replace("Let us begin", "Let us end"),
    );
    build(archive.path());
    for (path, (bytes, _)) in files(&copy) {
        assert!(before[&path].0 == bytes, "{path}");
    }
}
