//! `memcon people`: what it drafts can be read, changes nobody's words, and is complete at once; what an editor wrote stays.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Output;
use support::archive::{archive, run_in};
use support::fixtures::fixtures;

const TALK: &str = "A talk\n\nAnna Sommerfeld: Good morning.\n\nMr. Brown: Good morning.\n\n\
    Sommerfeld: Let us begin.\n\nMr. Brown: Please do.\n\nSmith: I come late.\n\nSmith: Sorry.\n";

fn people(folder: &Path) -> String {
    fs::read_to_string(folder.join("content/people.toml")).unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Who speaks each turn of the archive.
fn speakers(folder: &Path) -> BTreeMap<String, serde_json::Value> {
    let built = run_in(folder, &["build", "-q"]);
    assert!(
        built.status.success(),
        "{}",
        String::from_utf8_lossy(&built.stderr)
    );
    let turns = fs::read_to_string(folder.join("public/data/turns.jsonl")).unwrap();
    turns
        .lines()
        .map(|line| {
            let turn: serde_json::Value = serde_json::from_str(line).unwrap();
            let place = format!("{}#{}", turn["document"], turn["anchor"]);
            (place, turn["speaker_id"].clone())
        })
        .collect()
}

#[test]
fn what_is_drafted_is_complete_and_gives_nobody_other_words() {
    let folder = archive(&[("site.toml", "title = \"All\"")]);
    let folder = folder.path();
    let documents = folder.join("content/documents");
    fs::create_dir_all(&documents).unwrap();
    for path in fixtures("segment") {
        fs::copy(&path, documents.join(path.file_name().unwrap())).unwrap();
    }
    let before = speakers(folder);
    let printed = run_in(folder, &["people", "-q"]);
    assert!(printed.status.success());
    assert!(
        !folder.join("content/people.toml").exists(),
        "nothing is written unasked"
    );

    let written = run_in(folder, &["people", "-q", "--write"]);
    assert!(written.status.success() && written.stdout.is_empty());
    assert_eq!(people(folder), stdout(&printed));
    assert!(people(folder).matches("[[person]]").count() > 20);

    let again = run_in(folder, &["people", "-q"]);
    assert_eq!(
        (stdout(&again).as_str(), again.status.code()),
        ("", Some(0))
    );
    let after = speakers(folder);
    let changed: Vec<_> = before
        .iter()
        .filter(|(turn, who)| after.get(*turn) != Some(who))
        .map(|(turn, who)| (turn, who, after.get(turn)))
        .collect();
    assert!(changed.is_empty(), "{changed:#?}");
    assert_eq!(after.len(), before.len());
}

#[test]
fn what_an_editor_wrote_stays_byte_for_byte() {
    let written = "# ours\r\n[[person]]\r\nname = \"Anna Sommerfeld\"\r\n\r\n[[person.role]]\r\ntitle = \"Translator\"";
    let folder = archive(&[
        ("site.toml", ""),
        ("content/documents/talk.txt", TALK),
        ("content/people.toml", written),
    ]);
    let output = run_in(folder.path(), &["people", "--write"]);
    assert!(output.status.success());
    let now = people(folder.path());
    assert!(now.starts_with(written));
    assert!(
        now.contains("\r\n[[person]]\r\nid = \"mr-brown\"\r\n"),
        "{now}"
    );
    assert!(!now.replace("\r\n", "").contains('\n'), "{now}");
    assert!(!now[written.len()..].contains("Anna Sommerfeld\""), "{now}");

    run_in(folder.path(), &["people", "--write"]);
    assert_eq!(people(folder.path()), now);
}

#[test]
fn names_that_differ_in_a_vowel_sign_are_two_people() {
    let talk = "किरण: नमस्ते।\n\nकरण: नमस्ते।\n\nकिरण: चलिए।\n\nकरण: हाँ।\n";
    let folder = archive(&[("site.toml", ""), ("content/documents/talk.txt", talk)]);
    let speakers: Vec<_> = speakers(folder.path()).into_values().collect();
    assert_eq!(speakers, ["किरण", "करण", "किरण", "करण"]);
}

#[test]
fn a_label_that_two_people_fit_is_proposed_once_and_decided_by_nobody() {
    let smiths = "[[person]]\nname = \"John Smith\"\n[[person]]\nname = \"James Smith\"\n\
        [[person]]\nname = \"Mr. Brown\"\n[[person]]\nname = \"Anna Sommerfeld\"\n";
    let folder = archive(&[
        ("site.toml", ""),
        ("content/documents/talk.txt", TALK),
        ("content/people.toml", smiths),
    ]);
    let printed = stdout(&run_in(folder.path(), &["people"]));
    assert!(
        printed.contains("# The label \"Smith\" fits `james-smith` and `john-smith`"),
        "{printed}"
    );
    assert!(printed.contains("labels = [\"Smith\"]"), "{printed}");
    let is_comment = |line: &str| line.is_empty() || line.starts_with('#');
    assert!(printed.lines().all(is_comment), "{printed}");

    run_in(folder.path(), &["people", "--write"]);
    assert_eq!(stdout(&run_in(folder.path(), &["people"])), "");
}

#[test]
fn a_broken_file_is_reported_and_left_alone() {
    let broken = "[[person]]\nnam = \"Anna\"\n";
    let folder = archive(&[
        ("site.toml", ""),
        ("content/documents/talk.txt", TALK),
        ("content/people.toml", broken),
    ]);
    let output = run_in(folder.path(), &["people", "--write"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("content/people.toml:2"), "{said}");
    assert_eq!(people(folder.path()), broken);
}

/// `person = [ … ]` is a list that is closed: TOML allows no `[[person]]` after it.
#[test]
fn a_file_that_cannot_go_on_is_left_alone() {
    let closed = "person = [{ name = \"Anna Sommerfeld\" }]\n";
    let folder = archive(&[
        ("site.toml", ""),
        ("content/documents/talk.txt", TALK),
        ("content/people.toml", closed),
    ]);
    let output = run_in(folder.path(), &["people", "--write"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stdout(&output).contains("id = \"mr-brown\""));
    assert_eq!(people(folder.path()), closed);
}

/// A record may name somebody whom only the draft adds: that is no reason not to draft.
#[test]
fn a_record_that_names_a_missing_person_does_not_stop_the_draft() {
    let record = "[[attribution]]\nat = \"Sorry.\"\nperson = \"smith\"\nreason = \"the label\"\n";
    let folder = archive(&[
        ("site.toml", ""),
        ("content/documents/talk.txt", TALK),
        ("content/documents/talk.toml", record),
    ]);
    let output = run_in(folder.path(), &["people", "--write"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(people(folder.path()).contains("id = \"smith\""));
    assert_eq!(run_in(folder.path(), &["check"]).status.code(), Some(0));
}
