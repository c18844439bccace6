//! What a record withholds is nowhere in the site (promise 9): held over every fixture of the reader, in every format.

mod support;

use memcon::diagnostic::{Code, Diagnostics};
use memcon::document::{Block, Label, Turn};
use memcon::source::DocumentSource;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use support::Specimen;
use support::archive::{archive, built, reports, run_in, write};
use support::fixtures::{fixtures, read};

/// Every form there is.
const EVERYTHING: &str = "[export]\nakoma_ntoso = true\nsqlite = true\nopensearch = true\n";

const TALK: &str = "Talk with Mr. Gray\n\nMs. Green: Good morning. Our informant Quentin\nMarlowe says that the bridge\n\
    is guarded. And so on.\n\nMr. Gray: I see.\n\nMs. Green: Marlowe told me so himself.\n\nQuentin Marlowe: I did.\n";

fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The files of a site that hold some words.
fn files_with(site: &Specimen, words: &str) -> Vec<String> {
    let words = letters(words);
    let holds = |bytes: &[u8]| letters(&String::from_utf8_lossy(bytes)).contains(&words);
    let files = site.files.iter().filter(|(_, bytes)| holds(bytes));
    files.map(|(path, _)| path.clone()).collect()
}

fn turns(site: &Specimen) -> Vec<&Turn> {
    site.site.documents[0].document.turns().collect()
}

fn label(turn: &Turn) -> Option<&str> {
    turn.label.as_ref().map(Label::name)
}

#[test]
fn a_passage_becomes_a_gap_with_its_length_and_reason() {
    let record = "[[withhold]]\nfrom = \"Our informant\"\nto = \"is guarded.\"\nreason = \"names a source\"\n";
    let folder = archive(&[
        ("site.toml", EVERYTHING),
        ("content/documents/talk.txt", TALK),
        ("content/documents/talk.toml", record),
    ]);
    let site = built(folder.path());
    assert_eq!(files_with(&site, "the bridge"), [""; 0]);
    assert_eq!(files_with(&site, "Our informant"), [""; 0]);
    let page = site.page("documents/talk.html");
    assert!(
        page.contains("[withheld: 10 words: names a source]"),
        "{page}"
    );
    let said: Vec<String> = turns(&site)
        .iter()
        .map(|turn| turn.paragraphs[0].text.text().to_owned())
        .collect();
    assert_eq!(
        said[0],
        "Good morning. [withheld: 10 words: names a source] And so on."
    );
    assert_eq!(said.len(), 4);
    // The file as received holds the words, and is not published.
    assert!(!site.files.contains_key("documents/talk.source.txt"));
}

#[test]
fn a_name_is_taken_out_wherever_it_stands_and_its_turns_stay_somebodys() {
    let record = "[[withhold]]\nname = \"Quentin Marlowe\"\nshown = \"Witness A\"\n[[withhold]]\nname = \"Marlowe\"\nshown = \"the witness\"\n";
    let folder = archive(&[
        ("site.toml", EVERYTHING),
        ("content/documents/talk.txt", TALK),
        ("content/documents/talk.toml", record),
    ]);
    let site = built(folder.path());
    assert_eq!(files_with(&site, "Marlowe"), [""; 0]);
    let labels: Vec<Option<&str>> = turns(&site).into_iter().map(label).collect();
    assert_eq!(
        labels,
        [
            Some("Ms. Green"),
            Some("Mr. Gray"),
            Some("Ms. Green"),
            Some("Witness A")
        ]
    );
}

#[test]
fn a_withheld_name_is_looked_for_in_all_capitals_and_in_addresses() {
    let withhold = "title = \"A talk\"\n[[withhold]]\nname = \"Quentin Marlowe\"\n";
    for (path, text) in [
        (
            "content/documents/other.txt",
            "A: Quentin MARLOWE came.\n\nB: Did he?\n\nA: Yes.\n",
        ),
        (
            "content/documents/quentin-marlowe.txt",
            "A: Good.\n\nB: Is it?\n\nA: Yes.\n",
        ),
    ] {
        let folder = archive(&[
            ("site.toml", ""),
            ("content/documents/talk.txt", TALK),
            ("content/documents/talk.toml", withhold),
            (path, text),
        ]);
        let output = run_in(folder.path(), &["build"]);
        assert_eq!(output.status.code(), Some(1), "{path}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains("withheld-words"), "{path}: {told}");
    }
}

#[test]
fn an_embargo_ends_on_its_day_however_the_edition_writes_it() {
    for (date, n_documents) in [("20300531", 0), ("20300601", 1)] {
        let settings = format!("[edition]\nname = \"First\"\ndate = \"{date}\"\n");
        let folder = archive(&[
            ("site.toml", settings.as_str()),
            ("content/documents/talk.txt", TALK),
            (
                "content/documents/talk.toml",
                "status = \"embargo until 2030-06-01\"\n",
            ),
        ]);
        assert_eq!(
            built(folder.path()).site.documents.len(),
            n_documents,
            "{date}"
        );
    }
}

#[test]
fn nothing_is_written_where_the_words_stand_elsewhere_too() {
    let withhold = "[[withhold]]\nfrom = \"the bridge is guarded\"\nreason = \"\"\n";
    for (path, text) in [
        (
            "content/documents/talk.toml",
            "summary = \"On how the bridge is guarded\"",
        ),
        ("site.toml", "title = \"The bridge is guarded\""),
        (
            "content/pages/essay.md",
            "# Essay\n\nThe bridge\n*is guarded*.\n",
        ),
        (
            "content/people.toml",
            "[[person]]\nname = \"Ms. Green\"\nbiography = \"The bridge is guarded\"\n",
        ),
        (
            "content/documents/other.txt",
            "A: The bridge is guarded.\n\nB: Is it?\n\nA: Yes.\n",
        ),
        (
            "content/documents/the-bridge-is-guarded.txt",
            "A: Good.\n\nB: Is it?\n\nA: Yes.\n",
        ),
    ] {
        let record = withhold.to_owned();
        let folder = archive(&[
            ("site.toml", ""),
            ("content/documents/talk.txt", TALK),
            ("content/documents/talk.toml", record.as_str()),
        ]);
        let text = match path {
            "content/documents/talk.toml" => format!("{text}\n{record}"),
            _ => text.to_owned(),
        };
        write(folder.path(), path, text);
        let output = run_in(folder.path(), &["build"]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("withheld-words"), "{said}");
        assert!(said.contains("content/documents/talk.toml"), "{said}");
        assert!(!folder.path().join("public").exists(), "{said}");
    }
}

#[test]
fn drafts_and_what_is_withdrawn_or_under_embargo_are_nowhere() {
    for (status, edition, is_out) in [
        ("draft", "", false),
        ("withdrawn", "", false),
        ("published", "", true),
        ("embargo until 2030-01-01", "", false),
        ("embargo until 2030-01-01", "2029-12-31", false),
        ("embargo until 2030-01-01", "2030-01-01", true),
    ] {
        let edition = format!("[edition]\nname = \"First\"\ndate = \"{edition}\"\n");
        let edition = if edition.contains("\"\"") {
            ""
        } else {
            &edition
        };
        let record = format!("status = \"{status}\"\ntitle = \"Zqxv\"\n");
        let folder = archive(&[
            ("site.toml", edition),
            ("content/documents/talk.txt", TALK),
            ("content/documents/talk.toml", &record),
        ]);
        let site = built(folder.path());
        let found = [files_with(&site, "Zqxv"), files_with(&site, "Marlowe")];
        let is_found = found.iter().any(|files| !files.is_empty());
        assert_eq!(is_found, is_out, "{status}: {found:?}");
    }
}

#[test]
fn what_cannot_be_understood_is_reported_and_publishes_nothing() {
    for (record, code, line) in [
        ("\nstatus = \"hidden\"", Code::BadValue, 2),
        ("status = \"embargo until May\"", Code::BadValue, 1),
        ("[[withhold]]\nreason = \"none\"", Code::BadValue, 1),
        (
            "[[withhold]]\nfrom = \"no such words\"",
            Code::AnchorNotFound,
            2,
        ),
        ("[[withhold]]\nname = \"Nobody\"", Code::AnchorNotFound, 2),
        (
            "[[withhold]]\nname = \"Marlowe\"\nfrom = \"I did\"",
            Code::BadValue,
            3,
        ),
        (
            "[[withhold]]\nfrom = \"I did\"\nto = \"Good\"",
            Code::AnchorNotFound,
            3,
        ),
    ] {
        let folder = archive(&[
            ("site.toml", ""),
            ("content/documents/talk.txt", TALK),
            ("content/documents/talk.toml", record),
        ]);
        let found = reports(&support::load(folder.path()), "content/documents/talk.toml");
        let found: Vec<(Code, usize)> = found.iter().map(|one| (one.0, one.1)).collect();
        assert!(found.contains(&(code, line)), "{record}: {found:?}");
        let code = run_in(folder.path(), &["-q", "build"]).status.code();
        assert_eq!(code, Some(1), "{record}");
    }
}

/// Five words from the middle of the longest paragraph that is said.
fn some_words(file: &DocumentSource) -> Option<String> {
    let authority = memcon::authority::Authority::default();
    let document = memcon::draft(file, &authority, &mut Diagnostics::new()).document;
    let said = document.blocks.iter().filter_map(|block| match block {
        Block::Turn(turn) => Some(&turn.paragraphs),
        _ => None,
    });
    let longest = said.flatten().max_by_key(|one| one.text.text().len())?;
    let words: Vec<&str> = longest.text.text().split_whitespace().collect();
    let start = words.len() / 3;
    let words = words.get(start..start + 5)?.join(" ");
    (letters(&words).len() > 12).then_some(words)
}

#[test]
fn words_of_every_fixture_can_be_withheld() {
    let mut n = 0;
    for file in fixtures("segment") {
        let file = DocumentSource {
            record: None,
            ..read(&file)
        };
        let Some(words) = some_words(&file) else {
            continue;
        };
        let extension = file.source.extension();
        let stem = format!("content/documents/talk.{extension}");
        let quoted = memcon::diagnostic::toml_string(&words);
        let record = format!("[[withhold]]\nfrom = {quoted}\nreason = \"privacy\"\n");
        let folder = archive(&[
            ("site.toml", EVERYTHING.as_bytes()),
            (stem.as_str(), file.source.bytes()),
        ]);
        let before = built(folder.path());
        let path = folder.path().join("content/documents/talk.toml");
        fs::write(path, record).unwrap();
        let found = reports(&support::load(folder.path()), "content/documents/talk.toml");
        if !found.is_empty() {
            // They stand in several places: the record has to say which.
            assert!(
                found.iter().all(|one| one.0 == Code::AnchorAmbiguous),
                "{found:?}"
            );
            continue;
        }
        let after = built(folder.path());
        let name = &file.source.path;
        let guarded = after.site.withheld.leak(words.as_bytes());
        assert!(guarded.is_some(), "{name}: “{words}” is not guarded");
        let leaks = files_with(&after, &words);
        assert_eq!(leaks, [""; 0], "{name}: {words}");
        let labels = |site: &Specimen| -> Vec<Option<String>> {
            let labels = turns(site).into_iter().map(label);
            labels.map(|label| label.map(str::to_owned)).collect()
        };
        assert_eq!(labels(&before), labels(&after), "{name}: {words}");
        n += 1;
    }
    assert!(n > 50, "{n}");
}

/// Words in an archive's locks, and the fingerprints of six digits.
fn locks(folder: &Path) -> (String, BTreeSet<String>) {
    let entries = fs::read_dir(folder.join("content/anchors")).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut all = String::new();
    for path in paths {
        all.push_str(&path.file_name().unwrap().to_string_lossy());
        all.push_str(&fs::read_to_string(path).unwrap());
    }
    let is_print = |word: &&str| word.len() >= 6 && word.bytes().all(|b| b.is_ascii_hexdigit());
    let prints = all.split_whitespace().filter(is_print);
    let six = prints.flat_map(|word| (0..word.len() / 6).map(move |at| &word[at * 6..at * 6 + 6]));
    let six = six.map(str::to_owned).collect();
    (all, six)
}

#[test]
fn what_is_withheld_later_is_in_no_lock_either() {
    let passage = "Our informant Quentin Marlowe says that the bridge is guarded.";
    let only = archive(&[
        ("site.toml", ""),
        (
            "content/documents/only.txt",
            &format!("Ann: {passage}\n\nBen: {passage}\n"),
        ),
    ]);
    assert!(run_in(only.path(), &["-q", "build"]).status.success());
    let (_, of_passage) = locks(only.path());
    assert!(of_passage.len() > 10, "{of_passage:?}");

    let talk = format!("{TALK}\nMs. Green: {passage}\n");
    let folder = archive(&[("site.toml", ""), ("content/documents/talk.txt", &talk)]);
    assert!(run_in(folder.path(), &["-q", "build"]).status.success());
    let (published, before) = locks(folder.path());
    assert!(!before.is_disjoint(&of_passage));
    assert!(published.contains("speakers/quentin-marlowe.html"));

    // Both places of the passage, the second with its turn, and the name.
    let record = "[[withhold]]\nfrom = \"Our informant\"\nto = \"is guarded.\"\nto_occurrence = 1\nfrom_occurrence = 1\nreason = \"names a source\"\n\
        [[withhold]]\nfrom = \"Ms. Green: Our informant\"\nto = \"is guarded.\"\nto_occurrence = 2\nreason = \"names a source\"\n\
        [[withhold]]\nname = \"Quentin Marlowe\"\nshown = \"Witness A\"\n[[withhold]]\nname = \"Marlowe\"\nshown = \"the witness\"\n";
    write(folder.path(), "content/documents/talk.toml", record);
    let output = run_in(folder.path(), &["-q", "build"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    let (text, after) = locks(folder.path());
    let left: Vec<&String> = after.intersection(&of_passage).collect();
    assert_eq!(left, Vec::<&String>::new(), "{text}");
    assert!(!text.to_lowercase().contains("marlowe"), "{text}");
    assert!(
        !folder
            .path()
            .join("public/speakers/quentin-marlowe.html")
            .exists()
    );
    // The turn that is gone is a mark all the same.
    assert!(text.contains("\ngone t5 "), "{text}");
}
