//! A published address never breaks (promise 4): documents edited in generated ways, renamed, withdrawn; speakers merged and parted.

mod edits;
mod left_out;
mod locks;
mod moved;
#[path = "../support/mod.rs"]
mod support;

use memcon::anchor::Now;
use memcon::diagnostic::{Code, Diagnostics};
use memcon::site::{DocumentEntry, Site};
use memcon::source::{self, DocumentSource, Sources, TextFile};
use std::collections::BTreeMap;
use support::archive::{archive, built, run_in, write};
use support::fixtures::only;

/// An archive in memory: documents by name, and the locks as the last build left them.
#[derive(Default)]
struct Archive {
    documents: BTreeMap<String, String>,
    records: BTreeMap<String, String>,
    people: Option<String>,
    locks: BTreeMap<String, String>,
}

impl Archive {
    fn of(documents: &[(&str, &str)]) -> Archive {
        let documents = documents.iter();
        Archive {
            documents: documents
                .map(|(n, t)| ((*n).to_owned(), (*t).to_owned()))
                .collect(),
            ..Archive::default()
        }
    }

    fn sources(&self) -> Sources {
        let record = |name: &str| {
            self.records.get(name).map(|text| TextFile {
                path: format!("content/documents/{name}.toml"),
                text: text.clone(),
            })
        };
        let documents = self.documents.iter().map(|(name, text)| {
            let path = format!("content/documents/{name}.txt");
            let read =
                source::document_bytes(&path, text.clone().into_bytes()).expect("it is read");
            DocumentSource {
                record: record(name),
                ..read
            }
        });
        let mut sources = only(documents.collect());
        sources.people = self.people.clone().map(|text| TextFile {
            path: "content/people.toml".to_owned(),
            text,
        });
        let locks = self.locks.iter();
        let lock = |(path, text): (&String, &String)| TextFile {
            path: path.clone(),
            text: text.clone(),
        };
        sources.locks = locks.map(lock).collect();
        sources
    }

    fn compiled(&self) -> (Site, Vec<Code>) {
        let mut diagnostics = Diagnostics::new();
        let site = memcon::compile(&self.sources(), &mut diagnostics);
        let found = diagnostics.sorted().into_iter().map(|one| one.code);
        (site, found.collect())
    }

    /// What a build does: the site is made and the locks are written.
    fn build(&mut self) -> Site {
        let (site, found) = self.compiled();
        assert!(!found.contains(&Code::LostAddress), "{found:?}");
        assert!(!found.contains(&Code::BadLock), "{found:?}");
        for change in &site.locks.changes {
            match &change.now {
                Some(text) => self.locks.insert(change.path.clone(), text.clone()),
                None => self.locks.remove(&change.path),
            };
        }
        site
    }

    /// The same, and again: the second time nothing changes.
    fn settled(&mut self) -> Site {
        let site = self.build();
        let (again, _) = self.compiled();
        assert_eq!(again.locks.changes, [], "a second build changes nothing");
        site
    }
}

/// All anchors of a document, each with the turn that has it; those that are gone apart.
fn there(document: &DocumentEntry) -> BTreeMap<String, usize> {
    let mut all = BTreeMap::new();
    for index in 0..document.turns.len() {
        let n = document.turn(index).paragraphs.len();
        let own = document.anchors.paragraphs(index, n).into_iter().flatten();
        for anchor in own.chain([document.anchors.turn(index).to_owned()]) {
            let twice = all.insert(anchor.clone(), index);
            assert_eq!(twice, None, "{anchor} stands twice");
        }
    }
    all
}

const TALK: &str = "Ms. Green: We have come a long way since the spring of that year.\n\n\
    Mr. Gray: The second question is about the treaty and its last paragraph.\n\n\
    Ms. Green: I would rather speak about the grain and the credits for it.\n\n\
    Mr. Gray: Then let us meet again in the autumn, here or in Paris.\n";

fn anchors(site: &Site) -> Vec<String> {
    let document = &site.documents[0];
    let all = 0..document.turns.len();
    all.map(|at| document.anchors.turn(at).to_owned()).collect()
}

#[test]
fn a_document_without_a_lock_counts_from_one() {
    let mut archive = Archive::of(&[("talk", TALK)]);
    assert_eq!(anchors(&archive.settled()), ["t1", "t2", "t3", "t4"]);
}

#[test]
fn a_turn_inserted_is_named_after_the_one_before_it() {
    let mut archive = Archive::of(&[("talk", TALK)]);
    archive.settled();
    let longer = TALK.replace(
        "Ms. Green: I would",
        "Ms. Green: Let me first say something about the weather in the south.\n\nMr. Gray: Please do so by all means, madam, and at leisure.\n\nMs. Green: I would",
    );
    archive.documents.insert("talk".to_owned(), longer);
    assert_eq!(
        anchors(&archive.settled()),
        ["t1", "t2", "t2a", "t2b", "t3", "t4"]
    );
    // Taken out and another put in: the anchor is not used again.
    let other = TALK.replace(
        "Ms. Green: I would",
        "Dr. White: Nobody told the delegation which train was leaving first.\n\nMs. Green: I would",
    );
    archive.documents.insert("talk".to_owned(), other);
    let site = archive.settled();
    assert_eq!(anchors(&site), ["t1", "t2", "t2c", "t3", "t4"]);
    let gone: Vec<(&str, &Now)> = site.documents[0]
        .anchors
        .gone()
        .iter()
        .map(|g| (g.anchor.as_str(), &g.now))
        .collect();
    let near = Now::Near("t2".to_owned());
    assert_eq!(gone, [("t2a", &near), ("t2b", &near)]);
}

#[test]
fn what_was_taken_out_and_put_back_is_the_same() {
    let mut archive = Archive::of(&[("talk", TALK)]);
    archive.settled();
    let without = TALK.replace(
        "Mr. Gray: The second question is about the treaty and its last paragraph.\n\n",
        "",
    );
    archive.documents.insert("talk".to_owned(), without);
    assert_eq!(anchors(&archive.settled()), ["t1", "t3", "t4"]);
    archive.documents.insert("talk".to_owned(), TALK.to_owned());
    let site = archive.settled();
    assert_eq!(anchors(&site), ["t1", "t2", "t3", "t4"]);
    assert!(site.documents[0].anchors.gone().is_empty());
}

#[test]
fn paragraphs_keep_their_anchors_also_in_another_turn() {
    let long = "Ms. Green: The first of my points concerns the harvest of this year.\n\nThe second concerns the harbors in the north and their ice.\n\nThe third is the one I like least, and it concerns money.\n\nMr. Gray: I see what you mean by that.\n\nMs. Green: Thank you very much indeed.\n";
    let mut archive = Archive::of(&[("talk", long)]);
    let site = archive.settled();
    let own = |site: &Site, turn: usize| {
        let document = &site.documents[0];
        document
            .anchors
            .paragraphs(turn, document.turn(turn).paragraphs.len())
    };
    let some = |all: &[&str]| -> Vec<Option<String>> {
        all.iter().map(|one| Some((*one).to_owned())).collect()
    };
    assert_eq!(own(&site, 0), some(&["t1p1", "t1p2", "t1p3"]));
    let split = long.replace("The second concerns", "Dr. White: The second concerns");
    archive.documents.insert("talk".to_owned(), split);
    let site = archive.settled();
    assert_eq!(anchors(&site).len(), 4);
    let all: Vec<Option<String>> = [own(&site, 0), own(&site, 1)].concat();
    assert_eq!(all, some(&["t1p1", "t1p2", "t1p3"]));
    let more = long.replace(
        "The third",
        "One more thing must be said before that.\n\nThe third",
    );
    archive.documents.insert("talk".to_owned(), more);
    let site = archive.settled();
    assert_eq!(own(&site, 0), some(&["t1p1", "t1p2", "t1p2a", "t1p3"]));
}

#[test]
fn an_anchor_that_is_gone_is_a_mark_in_the_page() {
    let folder = archive(&[("site.toml", ""), ("content/documents/talk.txt", TALK)]);
    assert_eq!(
        run_in(folder.path(), &["-q", "build"]).status.code(),
        Some(0)
    );
    let merged = TALK.replace("\n\nMs. Green: I would", " I would");
    write(folder.path(), "content/documents/talk.txt", merged);
    assert_eq!(
        run_in(folder.path(), &["-q", "build"]).status.code(),
        Some(0)
    );
    let site = built(folder.path());
    let page = site.page("documents/talk.html");
    let anchors = anchors(&site.site);
    let lost = if anchors.contains(&"t2".to_owned()) {
        "3"
    } else {
        "2"
    };
    let to = if lost == "3" { "2" } else { "3" };
    let mark = format!(
        "<p class=\"turn-mark\" id=\"t{lost}\">Formerly turn {lost}: now part of <a href=\"#t{to}\">turn {to}</a></p>"
    );
    assert!(page.contains(&mark), "{page}");
    let source = site.page("documents/talk.source.html");
    assert!(
        source.contains(&format!("<span id=\"t{lost}\">")),
        "{source}"
    );
}

#[test]
fn the_founding_archive_has_its_locks_and_its_numbers() {
    let site = &support::specimen(support::root(), support::load(support::root())).site;
    assert_eq!(site.n_turns(), 107);
    assert!(!site.locks.is_first);
    for document in &site.documents {
        for index in 0..document.turns.len() {
            assert_eq!(document.anchors.turn(index), format!("t{}", index + 1));
        }
    }
    // What the parser learns may change fingerprints, which the next build records; it may lose no address.
    let said = site.locks.changes.iter().flat_map(|change| &change.said);
    let lost: Vec<&String> = said.filter(|said| said.starts_with("gone")).collect();
    assert_eq!(lost, Vec::<&String>::new());
    assert_eq!((&site.moved, &site.notices), (&Vec::new(), &Vec::new()));
}

#[test]
fn a_turn_whose_words_are_withheld_for_a_time_keeps_its_anchor() {
    let mut archive = Archive::of(&[("talk", TALK)]);
    archive.settled();
    let record = "[[withhold]]\nfrom = \"The second question\"\nto = \"last paragraph.\"\nreason = \"private\"\n";
    archive.records.insert("talk".to_owned(), record.to_owned());
    assert_eq!(anchors(&archive.settled()), ["t1", "t2", "t3", "t4"]);
    archive.records.clear();
    assert_eq!(anchors(&archive.settled()), ["t1", "t2", "t3", "t4"]);
}
