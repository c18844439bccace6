//! Locks that are damaged, lost or stand in the way; files that are gone or withdrawn.

use super::{Archive, TALK, anchors};
use crate::support::archive::{archive, built, run_in, write};
use memcon::diagnostic::{Code, Diagnostics};
use std::fs;

#[test]
fn a_file_that_is_gone_stops_the_build_and_is_named() {
    let mut archive = Archive::of(&[
        ("talk", TALK),
        (
            "other",
            "Ann: Quite other words are in this one.\n\nBen: I agree.\n\nAnn: Good.\n",
        ),
    ]);
    archive.settled();
    archive.documents.remove("other");
    let (_, found) = archive.compiled();
    assert!(found.contains(&Code::LostAddress), "{found:?}");
}

#[test]
fn a_withdrawn_document_leaves_a_notice_with_its_anchors_and_no_fingerprints() {
    let folder = archive(&[("site.toml", ""), ("content/documents/talk.txt", TALK)]);
    assert_eq!(
        run_in(folder.path(), &["-q", "build"]).status.code(),
        Some(0)
    );
    let record = "title = \"Zqxv\"\nstatus = \"withdrawn\"\nstatus_date = \"2026-01-02\"\nstatus_reason = \"At the wish of the family\"\n";
    write(folder.path(), "content/documents/talk.toml", record);
    let output = run_in(folder.path(), &["-q", "build"]);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let page = fs::read_to_string(folder.path().join("public/documents/talk.html")).unwrap();
    for words in [
        "withdrawn on 2 January 2026",
        "At the wish of the family",
        "<li id=\"t1\">",
        "<li id=\"t4\">",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("Zqxv"), "{page}");
    let lock = fs::read_to_string(folder.path().join("content/anchors/talk.lock")).unwrap();
    assert!(lock.contains("\nt1 - - 0 -\n"), "{lock}");
    // Published again, it has its anchors again.
    write(folder.path(), "content/documents/talk.toml", "");
    assert_eq!(
        run_in(folder.path(), &["-q", "build"]).status.code(),
        Some(0)
    );
    assert_eq!(
        anchors(&built(folder.path()).site),
        ["t1", "t2", "t3", "t4"]
    );
}

#[test]
fn a_lock_that_is_damaged_is_reported_with_its_place() {
    let mut archive = Archive::of(&[("talk", TALK)]);
    archive.settled();
    let path = "content/anchors/talk.lock";
    let lock = archive.locks[path].clone();
    let line_of_t2 = lock
        .lines()
        .position(|line| line.starts_with("t2 "))
        .unwrap()
        + 1;
    for (from, to, line, column) in [
        ("memcon anchors 1", "memcon anchors 9", 1, 1),
        ("\nt2 ", "\nt1 ", line_of_t2, 1),
        ("\nt2 ", "\n<<<<<<< HEAD\nt2 ", line_of_t2, 1),
        ("\nt2 ", "\nt2 zz", line_of_t2, 4),
        ("\nt2 ", "\n  t2 ", line_of_t2, 3),
        ("\nt2 ", "\ngone t9 in t77\nt2 ", line_of_t2, 12),
        ("\nt2 ", "\ngone t9\nt2 ", line_of_t2, 1),
        ("\nt2 ", "\nwas Talk\nt2 ", line_of_t2, 5),
    ] {
        assert!(lock.contains(from));
        archive
            .locks
            .insert(path.to_owned(), lock.replacen(from, to, 1));
        let mut diagnostics = Diagnostics::new();
        memcon::compile(&archive.sources(), &mut diagnostics);
        let all = diagnostics.sorted();
        let found = all.iter().find(|one| one.code == Code::BadLock);
        let found = found.unwrap_or_else(|| panic!("{to} is not reported"));
        let place = &found.place;
        assert_eq!(
            (place.file.as_str(), place.line, place.column),
            (path, line, column),
            "{to}: {}",
            found.message
        );
        assert!(diagnostics.has_errors());
    }
    archive
        .locks
        .insert(path.to_owned(), lock.replace('\n', "\r\n"));
    let (site, found) = archive.compiled();
    assert!(!found.contains(&Code::BadLock));
    assert_eq!(site.locks.changes, [], "ends of lines are nobody's change");
}

#[test]
fn a_lost_lock_is_made_anew_from_an_earlier_site() {
    let folder = archive(&[("site.toml", ""), ("content/documents/talk.txt", TALK)]);
    let build = |options: &[&str]| {
        let output = run_in(folder.path(), &[&["build", "-q"], options].concat());
        assert_eq!(
            output.status.code(),
            Some(0),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    };
    build(&[]);
    let longer = TALK.replace("Ms. Green: I would", "Dr. White: Nobody told the delegation which train was leaving first.\n\nMs. Green: I would");
    let longer = longer.replace(
        "Mr. Gray: The second question is about the treaty and its last paragraph.\n\n",
        "",
    );
    write(folder.path(), "content/documents/talk.txt", &longer);
    build(&[]);
    let path = folder.path().join("content/anchors/talk.lock");
    let lock = fs::read_to_string(&path).unwrap();
    assert!(
        lock.contains("\nt1a ") && lock.contains("\ngone t2 "),
        "{lock}"
    );
    let earlier = tempfile::tempdir().unwrap();
    fs::rename(folder.path().join("public"), earlier.path().join("site")).unwrap();
    fs::remove_dir_all(folder.path().join("content/anchors")).unwrap();
    build(&["--lock-from", earlier.path().to_str().unwrap()]);
    let anew = fs::read_to_string(&path).unwrap();
    // All is as before but the fingerprint of what is gone, which no site holds.
    let gone = |line: &&str| !line.starts_with("gone ");
    assert_eq!(
        anew.lines().filter(gone).collect::<Vec<_>>(),
        lock.lines().filter(gone).collect::<Vec<_>>()
    );
    assert!(anew.contains("\ngone t2 near t1\n"), "{anew}");
    // And from a zip.
    let zip = earlier.path().join("site.zip");
    let mut writer = zip::ZipWriter::new(fs::File::create(&zip).unwrap());
    for file in ["documents/talk.json", "data/addresses.csv"] {
        writer
            .start_file(
                format!("site/{file}"),
                zip::write::SimpleFileOptions::default(),
            )
            .unwrap();
        let bytes = fs::read(earlier.path().join("site").join(file)).unwrap();
        std::io::Write::write_all(&mut writer, &bytes).unwrap();
    }
    writer.finish().unwrap();
    fs::remove_dir_all(folder.path().join("content/anchors")).unwrap();
    build(&["--lock-from", zip.to_str().unwrap()]);
    assert_eq!(fs::read_to_string(&path).unwrap(), anew);
    let output = run_in(folder.path(), &["build", "--lock-from", "Cargo.toml"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_build_that_fails_leaves_locks_as_they_were() {
    let folder = archive(&[("site.toml", ""), ("content/documents/talk.txt", TALK)]);
    assert_eq!(
        run_in(folder.path(), &["-q", "build"]).status.code(),
        Some(0)
    );
    let path = folder.path().join("content/anchors/talk.lock");
    let lock = fs::read_to_string(&path).unwrap();
    write(
        folder.path(),
        "content/documents/talk.txt",
        TALK.replace("Ms. Green: I would", "Mr. Gray: No.\n\nMs. Green: I would"),
    );
    // A folder of somebody else's, and a template that cannot be rendered.
    write(folder.path(), "public/mine.txt", "mine");
    assert_eq!(
        run_in(folder.path(), &["-q", "build"]).status.code(),
        Some(2)
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), lock);
    fs::remove_file(folder.path().join("public/mine.txt")).unwrap();
    write(
        folder.path(),
        "templates/data.html",
        "{{ nothing.of_the_kind }}",
    );
    assert_eq!(
        run_in(folder.path(), &["-q", "build"]).status.code(),
        Some(1)
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), lock);
    let names = fs::read_dir(folder.path().join("content/anchors"))
        .unwrap()
        .count();
    assert_eq!(names, 2);
}
