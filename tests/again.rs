//! An archive that is read again after each change is the archive that is read anew: nothing stale is ever shown.

mod support;

use memcon::diagnostic::Diagnostics;
use memcon::memory::Memory;
use memcon::progress::Nobody;
use memcon::source::{self, DocumentSource, Links};
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use support::archive::{archive, run_in, write};
use support::rendered;

const TALKS: [&str; 3] = ["1990-01-01-first", "1990-02-01-second", "1991-03-01-third"];
const TEXTS: [&str; 5] = [
    "Ann LEE: We begin with the treaty.\n\nBen ROW: I agree with Ann Lee.\n\nAnn LEE: Good.\n",
    "Ann LEE: We begin with the treaty.\n\nBen ROW: I agree with Carl Moe.\n\nAnn LEE: Good.\n\nMoe: So do I.\n",
    "A talk of Ann Lee with Ben Row\n\nMs. LEE: Nothing is decided.\n\nMr. ROW: Not yet.\n\nMs. LEE: [Smiles.] Soon.\n",
    "Q: Who was there?\n\nA: Ben Row and Ann Lee.\n\nQ: And then?\n\nA: We left.\n",
    "There are no turns in this report of a talk about the treaty.\n",
];
const RECORDS: [&str; 5] = [
    "title = \"A talk\"\ndate = \"1990-05\"\n",
    "kind = \"interview\"\nlanguage = \"fr\"\n",
    "[[correction]]\nat = \"the treaty\"\nsic = \"treaty\"\nread = \"treaties\"\nreason = \"A slip.\"\n",
    "status = \"draft\"\n",
    "[[withhold]]\nname = \"Carl Moe\"\n",
];
const PEOPLE: [&str; 3] = [
    "[[person]]\nid = \"lee\"\nname = \"Ann Lee\"\n",
    "[[person]]\nid = \"lee\"\nname = \"Anna Lee\"\nnames = [\"Ann Lee\"]\n\n[[person]]\nid = \"row\"\nname = \"Ben Row\"\n",
    "",
];
const SITES: [&str; 3] = [
    "title = \"One\"\n",
    "title = \"Two\"\nlanguage = \"de\"\n",
    "title = \"Three\"\nbase_url = \"https://memcon.example/three/\"\n",
];

/// What an editor does.
#[derive(Clone, Debug)]
enum Edit {
    Text(usize, usize),
    Record(usize, usize),
    NoRecord(usize),
    Remove(usize),
    Rename(usize, usize),
    People(usize),
    Site(usize),
    Rows(usize, usize),
    Template(bool),
    Style(usize),
    Essay(usize),
    Folder(usize),
    Build,
}

fn edit() -> impl Strategy<Value = Edit> {
    let talk = || 0..TALKS.len();
    prop_oneof![
        4 => (talk(), 0..TEXTS.len()).prop_map(|(at, text)| Edit::Text(at, text)),
        3 => (talk(), 0..RECORDS.len()).prop_map(|(at, record)| Edit::Record(at, record)),
        1 => talk().prop_map(Edit::NoRecord),
        1 => talk().prop_map(Edit::Remove),
        1 => (talk(), talk()).prop_map(|(from, to)| Edit::Rename(from, to)),
        2 => (0..PEOPLE.len()).prop_map(Edit::People),
        1 => (0..SITES.len()).prop_map(Edit::Site),
        1 => (talk(), 0..3_usize).prop_map(|(at, n)| Edit::Rows(at, n)),
        1 => any::<bool>().prop_map(Edit::Template),
        1 => (0..3_usize).prop_map(Edit::Style),
        1 => talk().prop_map(Edit::Essay),
        2 => (0..4_usize).prop_map(Edit::Folder),
        2 => Just(Edit::Build),
    ]
}

fn text(at: usize) -> String {
    format!("content/documents/{}.txt", TALKS[at])
}

fn record(at: usize) -> String {
    format!("content/documents/{}.toml", TALKS[at])
}

fn make(folder: &Path, edit: &Edit) {
    // What is not there need not be removed.
    let remove = |path: &str| drop(fs::remove_file(folder.join(path)));
    match edit {
        Edit::Text(at, n) => write(folder, &text(*at), TEXTS[*n]),
        Edit::Record(at, n) => write(folder, &record(*at), RECORDS[*n]),
        Edit::NoRecord(at) => remove(&record(*at)),
        Edit::Remove(at) => remove(&text(*at)),
        Edit::Rename(from, to) => {
            let (from, to) = (folder.join(text(*from)), folder.join(text(*to)));
            drop(fs::rename(from, to));
        }
        Edit::People(n) => write(folder, "content/people.toml", PEOPLE[*n]),
        Edit::Site(n) => write(folder, "site.toml", SITES[*n]),
        Edit::Rows(at, n) => {
            let others = "\n".repeat(*n);
            let rows = format!("id,title,place{others}\n{},Row {n},Paris\n", TALKS[*at]);
            write(folder, "content/documents.csv", rows);
        }
        Edit::Template(true) => {
            write(
                folder,
                "templates/404.html",
                "<!doctype html><title>Nothing</title>\n",
            );
        }
        Edit::Template(false) => remove("templates/404.html"),
        Edit::Style(n) => write(folder, "static/own.css", format!("p {{ margin: {n}em }}\n")),
        Edit::Essay(at) => {
            let words = format!("Read {}.\n", TALKS[*at]);
            write(folder, "content/pages/about.md", words);
        }
        Edit::Folder(0) => remove("content/documents/malta/record.toml"),
        Edit::Folder(n) => {
            let (text, record) = (TEXTS[n % 2], RECORDS[n % 2]);
            write(folder, "content/documents/malta/north.txt", text);
            write(folder, "content/documents/malta/record.toml", record);
        }
        Edit::Build => drop(run_in(folder, &["build", "--quiet"])),
    }
}

/// What is kept from one reading to the next.
#[derive(Default)]
struct Kept {
    documents: Vec<DocumentSource>,
    memory: Memory,
}

/// What is reported of an archive and, if nothing of it is an error, all its files; read with what is kept, or without.
fn read(folder: &Path, kept: Option<&mut Kept>) -> (Vec<String>, Option<support::Rendered>) {
    let mut found = Diagnostics::new();
    let (sources, site) = match kept {
        None => {
            let sources = source::load(folder).unwrap();
            let site = memcon::compile(&sources, &mut found);
            (sources, site)
        }
        Some(kept) => {
            let sources =
                source::load_again(folder, Links::Inside, &kept.documents, &Nobody).unwrap();
            kept.documents.clone_from(&sources.documents);
            let site = memcon::compile_again(&sources, &mut kept.memory, &Nobody, &mut found);
            memcon::look_over(&site, &sources, &mut found);
            (sources, site)
        }
    };
    let files = (!found.has_errors()).then(|| rendered(&sources, &site, &mut found));
    let said = found.sorted().into_iter().map(|one| format!("{one:?}"));
    let mut said: Vec<String> = said.collect();
    said.extend(
        site.locks
            .changes
            .iter()
            .map(|change| format!("{change:?}")),
    );
    (said, files)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_archive_read_again_is_the_archive_read_anew(edits in prop::collection::vec(edit(), 1..8)) {
        let folder = archive(&[
            ("site.toml", SITES[0]),
            ("content/people.toml", PEOPLE[0]),
            (&text(0), TEXTS[0]),
            (&text(1), TEXTS[2]),
        ]);
        let mut kept = Kept::default();
        read(folder.path(), Some(&mut kept));
        for edit in &edits {
            make(folder.path(), edit);
            let (said, files) = read(folder.path(), Some(&mut kept));
            let (said_anew, files_anew) = read(folder.path(), None);
            prop_assert_eq!(said, said_anew, "after {:?}", edit);
            prop_assert_eq!(files.is_some(), files_anew.is_some());
            for (path, bytes) in files_anew.iter().flatten() {
                let again = files.as_ref().and_then(|files| files.get(path));
                prop_assert_eq!(again, Some(bytes), "{} after {:?}", path, edit);
            }
            prop_assert_eq!(files.map(|files| files.len()), files_anew.map(|files| files.len()));
        }
    }
}

/// Of most edits the archive stays one that can be shown.
#[test]
fn what_editors_do_here_is_no_error() {
    for (edit, at) in (0..RECORDS.len())
        .map(|n| (Edit::Record(0, n), 1))
        .chain((0..PEOPLE.len()).map(|n| (Edit::People(n), 0)))
        .chain((0..SITES.len()).map(|n| (Edit::Site(n), 0)))
        .chain([
            (Edit::Rows(0, 2), 0),
            (Edit::Template(true), 0),
            (Edit::Essay(0), 0),
        ])
    {
        let folder = archive(&[("site.toml", SITES[0]), (&text(0), TEXTS[at])]);
        make(folder.path(), &edit);
        let (said, files) = read(folder.path(), None);
        assert!(files.is_some(), "{edit:?}: {said:?}");
    }
}

#[test]
fn what_is_as_it_was_is_not_read_again() {
    let folder = archive(&[
        ("site.toml", SITES[0]),
        (&text(0), TEXTS[0]),
        (&text(1), TEXTS[2]),
    ]);
    let load = |before: &[DocumentSource]| {
        source::load_again(folder.path(), Links::Inside, before, &Nobody).unwrap()
    };
    let mut memory = Memory::default();
    let mut again = |sources: &source::Sources| {
        memcon::compile_again(sources, &mut memory, &Nobody, &mut Diagnostics::new())
    };
    let first = load(&[]);
    let before = again(&first);
    write(folder.path(), &text(1), TEXTS[3]);
    let second = load(&first.documents);
    let after = again(&second);
    let is_same = |at: usize| {
        std::sync::Arc::ptr_eq(
            &before.documents[at].document,
            &after.documents[at].document,
        ) && std::sync::Arc::ptr_eq(&before.documents[at].source, &after.documents[at].source)
    };
    assert!(is_same(0) && !is_same(1));
    // Who is known may change how any document reads.
    write(folder.path(), "content/people.toml", PEOPLE[1]);
    let third = again(&load(&second.documents));
    assert!(!std::sync::Arc::ptr_eq(
        &after.documents[0].document,
        &third.documents[0].document
    ));
}
