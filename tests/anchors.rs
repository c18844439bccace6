//! A published address never breaks (promise 4): documents edited in generated ways, renamed, withdrawn; speakers merged and parted.

mod support;

use memcon::anchor::Now;
use memcon::diagnostic::{Code, Diagnostics};
use memcon::site::{DocumentEntry, Site};
use memcon::source::{self, DocumentSource, Sources, TextFile};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
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

const SPEAKERS: [&str; 3] = ["Ms. Green", "Mr. Gray", "Dr. White"];

/// A word that is read as nothing but a word.
fn word(n: usize) -> String {
    let sounds = [
        "ba", "do", "fe", "gi", "ku", "la", "me", "no", "ri", "su", "te", "vo",
    ];
    let (a, b, c) = (n % 12, n / 12 % 12, n / 144 % 12);
    format!("{}{}{}", sounds[a], sounds[b], sounds[c])
}

/// A turn of a document that is edited: each word knows the turn it was first said in.
#[derive(Clone, Debug)]
struct Turn {
    speaker: usize,
    /// Paragraphs of words, each with the turn it comes from; `None` for a word that was corrected.
    paragraphs: Vec<Vec<(String, Option<usize>)>>,
}

impl Turn {
    fn new(id: usize, (speaker, n_words, n_paragraphs): (usize, usize, usize)) -> Turn {
        let paragraph = |p: usize| {
            let word = |w: usize| (word(id * 331 + p * 97 + w * (7 + id % 5)), Some(id));
            (0..n_words).map(word).collect()
        };
        Turn {
            speaker,
            paragraphs: (0..n_paragraphs).map(paragraph).collect(),
        }
    }

    fn words(&self) -> impl Iterator<Item = &(String, Option<usize>)> {
        self.paragraphs.iter().flatten()
    }

    fn text(&self) -> String {
        let paragraph = |words: &Vec<(String, Option<usize>)>| {
            let words: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
            let text = words.join(" ");
            format!("{}{}.", text[..1].to_uppercase(), &text[1..])
        };
        let paragraphs: Vec<String> = self.paragraphs.iter().map(paragraph).collect();
        format!(
            "{}: {}\n\n",
            SPEAKERS[self.speaker],
            paragraphs.join("\n\n")
        )
    }
}

fn text(turns: &[Turn]) -> String {
    turns.iter().map(Turn::text).collect()
}

type Shape = (usize, usize, usize);

#[derive(Clone, Debug)]
enum Edit {
    Insert(usize, Shape),
    Delete(usize),
    Split(usize),
    Merge(usize),
    Move(usize, usize),
    Correct(usize, usize),
    Relabel(usize),
}

fn shape() -> impl Strategy<Value = Shape> {
    (0usize..3, 8usize..30, 1usize..4)
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = 0usize..1000;
    prop_oneof![
        (at.clone(), shape()).prop_map(|(at, shape)| Edit::Insert(at, shape)),
        at.clone().prop_map(Edit::Delete),
        at.clone().prop_map(Edit::Split),
        at.clone().prop_map(Edit::Merge),
        (at.clone(), at.clone()).prop_map(|(from, to)| Edit::Move(from, to)),
        (at.clone(), at.clone()).prop_map(|(turn, word)| Edit::Correct(turn, word)),
        at.prop_map(Edit::Relabel),
    ]
}

fn apply(turns: &mut Vec<Turn>, edit: &Edit, id: usize) {
    let n = turns.len();
    match *edit {
        Edit::Insert(at, shape) => turns.insert(at % (n + 1), Turn::new(id, shape)),
        Edit::Delete(at) if n > 3 => {
            turns.remove(at % n);
        }
        Edit::Split(at) => {
            let turn = &mut turns[at % n];
            let all: Vec<_> = turn.paragraphs.drain(..).flatten().collect();
            let (first, second) = all.split_at(all.len() / 2 + 2);
            turn.paragraphs = vec![first.to_vec()];
            let rest = Turn {
                speaker: (turn.speaker + 1) % 3,
                paragraphs: vec![second.to_vec()],
            };
            turns.insert(at % n + 1, rest);
        }
        Edit::Merge(at) if n > 3 && at % n + 1 < n => {
            let second = turns.remove(at % n + 1);
            turns[at % n].paragraphs.extend(second.paragraphs);
        }
        Edit::Move(from, to) => {
            let turn = turns.remove(from % n);
            turns.insert(to % n, turn);
        }
        Edit::Correct(turn, at) => {
            let turn = &mut turns[turn % n];
            let at = at % turn.words().count();
            if let Some(word) = turn.paragraphs.iter_mut().flatten().nth(at) {
                *word = (format!("{}x", word.0), None);
            }
        }
        Edit::Relabel(at) => turns[at % n].speaker = (turns[at % n].speaker + 1) % 3,
        Edit::Delete(_) | Edit::Merge(_) => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        rng_seed: RngSeed::Fixed(1990),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_anchor_is_lost_and_none_is_used_twice(
        shapes in proptest::collection::vec(shape(), 6..14),
        rounds in proptest::collection::vec(proptest::collection::vec(edit(), 1..5), 1..4),
    ) {
        let mut turns: Vec<Turn> = shapes.iter().enumerate().map(|(id, shape)| Turn::new(id, *shape)).collect();
        let mut archive = Archive::default();
        // For each anchor ever published: what it was published with, as the words of each first turn.
        let mut published: BTreeSet<String> = BTreeSet::new();
        let mut next = turns.len();
        let mut before: Option<(Vec<Turn>, Vec<String>)> = None;
        for edits in std::iter::once(&Vec::new()).chain(&rounds) {
            for edit in edits {
                apply(&mut turns, edit, next);
                next += 1;
            }
            archive.documents.insert("talk".to_owned(), text(&turns));
            let site = archive.build();
            let document = &site.documents[0];
            prop_assert_eq!(document.turns.len(), turns.len());
            let here = there(document);
            let gone: BTreeMap<&str, &Now> = document.anchors.gone().iter().map(|gone| (gone.anchor.as_str(), &gone.now)).collect();
            for anchor in &published {
                let is_here = here.contains_key(anchor);
                prop_assert!(is_here != gone.contains_key(anchor.as_str()), "{} is lost", anchor);
            }
            for now in gone.values() {
                prop_assert!(now.anchor().is_none_or(|to| here.contains_key(to)), "{:?}", now);
            }
            let anchors: Vec<String> = (0..turns.len()).map(|at| document.anchors.turn(at).to_owned()).collect();
            if let Some((old, old_anchors)) = &before {
                for (one, anchor) in old.iter().zip(old_anchors) {
                    kept(one, anchor, &turns, &here, &gone)?;
                }
            }
            let of_round: BTreeSet<&String> = here.keys().collect();
            if let Some((_, old)) = &before {
                // What is new has an anchor that was never published.
                for (turn, anchor) in turns.iter().zip(&anchors) {
                    if turn.words().all(|(_, from)| from.is_some_and(|id| id + edits.len() >= next)) {
                        prop_assert!(!published.contains(anchor), "{} is used again; it was {:?}", anchor, old);
                    }
                }
            }
            published.extend(of_round.into_iter().cloned());
            before = Some((turns.clone(), anchors));
        }
        archive.settled();
    }
}

/// Whether the anchor of a turn is where its words are.
fn kept(
    old: &Turn,
    anchor: &str,
    turns: &[Turn],
    here: &BTreeMap<String, usize>,
    gone: &BTreeMap<&str, &Now>,
) -> Result<(), TestCaseError> {
    let words: BTreeSet<&str> = old.words().map(|(word, _)| word.as_str()).collect();
    let n_shared = |turn: &Turn| {
        turn.words()
            .filter(|(word, _)| words.contains(word.as_str()))
            .count()
    };
    let n = old.words().count();
    let (most, at) = turns
        .iter()
        .enumerate()
        .map(|(at, turn)| (n_shared(turn), at))
        .max()
        .unwrap_or_default();
    let is_one = most * 10 >= n * 7 && most * 10 >= turns[at].words().count() * 7;
    match (here.get(anchor), gone.get(anchor)) {
        (Some(found), _) => {
            let shared = n_shared(&turns[*found]);
            prop_assert!(
                shared * 5 >= n,
                "{} is with other words: {:?} and {:?}",
                anchor,
                old,
                turns[*found]
            );
        }
        (None, Some(now)) => {
            prop_assert!(
                !is_one,
                "{} is gone, and its words are there: {:?}",
                anchor,
                turns[at]
            );
            if let Now::In(to) = now {
                let shared = n_shared(&turns[here[to]]);
                prop_assert!(
                    shared * 5 >= n * 2,
                    "{} leads to other words in {}",
                    anchor,
                    to
                );
            }
        }
        (None, None) => prop_assert!(false, "{} is lost", anchor),
    }
    Ok(())
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
fn a_file_renamed_leads_on_from_its_old_address() {
    let folder = archive(&[
        ("site.toml", "base_url = \"https://a.example/x/\""),
        ("content/documents/talk.txt", TALK),
    ]);
    let build = || {
        let output = run_in(folder.path(), &["build"]);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    };
    build();
    let documents = folder.path().join("content/documents");
    fs::write(
        documents.join("meeting.txt"),
        TALK.replace("spring", "summer"),
    )
    .unwrap();
    fs::remove_file(documents.join("talk.txt")).unwrap();
    build();
    build();
    let locks = folder.path().join("content/anchors");
    assert!(!locks.join("talk.lock").exists());
    let page = fs::read_to_string(folder.path().join("public/documents/talk.html")).unwrap();
    assert!(
        page.contains(
            "<link rel=\"canonical\" href=\"https://a.example/x/documents/meeting.html\">"
        ),
        "{page}"
    );
    for anchor in ["t1", "t4"] {
        assert!(
            page.contains(&format!(
                "<li id=\"{anchor}\"><a href=\"meeting.html#{anchor}\">"
            )),
            "{page}"
        );
    }
    assert!(page.contains("../assets/js/moved.js"), "{page}");
    let map = fs::read_to_string(folder.path().join("public/sitemap.xml")).unwrap();
    assert!(!map.contains("talk.html"), "{map}");
    let table = fs::read_to_string(folder.path().join("public/data/addresses.csv")).unwrap();
    assert!(table.contains("turn,documents/talk.html#t2,moved,documents/meeting.html#t2,https://a.example/x/documents/talk.html#t2\r\n"), "{table}");
    // Another document cannot take the old address.
    write(
        folder.path(),
        "content/documents/talk.txt",
        "Ann: Quite other words are in this one.\n\nBen: I agree.\n\nAnn: Good.\n",
    );
    let output = run_in(folder.path(), &["build"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.contains(
            "error[lost-address]: the published address documents/talk.html would be lost"
        ),
        "{said}"
    );
}

#[test]
fn a_speaker_known_under_another_name_leads_on() {
    let mut archive = Archive::of(&[("talk", TALK)]);
    let site = archive.settled();
    let names: BTreeSet<&str> = site
        .people
        .keys()
        .map(memcon::authority::PersonId::as_str)
        .collect();
    assert!(
        names.contains("ms-green") || names.contains("green"),
        "{names:?}"
    );
    let old = site
        .speakers
        .iter()
        .find(|id| id.as_str().contains("green"))
        .unwrap()
        .to_string();
    archive.people = Some(
        "[[person]]\nid = \"ada-green\"\nname = \"Ada Green\"\nlabels = [\"Ms. Green\"]\n"
            .to_owned(),
    );
    let site = archive.settled();
    let moved: Vec<(&str, &str)> = site
        .moved
        .iter()
        .map(|one| (one.from.as_str(), one.to.as_str()))
        .collect();
    let from = format!("speakers/{old}.html");
    assert_eq!(moved, [(from.as_str(), "speakers/ada-green.html")]);
    // Nobody else gets the old name: a Green of another talk is another Green.
    let other = "Ms. Green: The trains are late because of the snow in the hills.\n\nMr. Brown: So they are every year.\n\nMs. Green: Not like this.\n\nMr. Brown: I do not remember.\n";
    archive.people = Some("[[person]]\nid = \"ada-green\"\nname = \"Ada Green\"\n".to_owned());
    archive.records.insert("talk".to_owned(), "[[attribution]]\nat = \"We have come\"\nperson = \"ada-green\"\n[[attribution]]\nat = \"I would rather\"\nperson = \"ada-green\"\n".to_owned());
    archive
        .documents
        .insert("trains".to_owned(), other.to_owned());
    let site = archive.settled();
    let moved: Vec<(&str, &str)> = site
        .moved
        .iter()
        .map(|one| (one.from.as_str(), one.to.as_str()))
        .collect();
    assert_eq!(
        moved,
        [(from.as_str(), "speakers/ada-green.html")],
        "{:?}",
        site.speakers
    );
}

#[test]
fn people_known_only_from_labels_keep_their_addresses() {
    let late = "Mr. Gray: The ships leave at noon.\n\nMs. Olive: At noon, then.\n\nMr. Gray: Or a little later.\n\nMs. Olive: Good.\n";
    let mut archive = Archive::of(&[("talk", late)]);
    let site = archive.settled();
    let gray = |site: &Site, document: &str| {
        let id = source::document_bytes(&format!("{document}.txt"), b"a".to_vec())
            .unwrap()
            .id;
        let (_, entry) = site.document(&id).unwrap();
        let turns = entry
            .turns
            .iter()
            .map(|turn| turn.attribution.person().unwrap().to_string());
        turns
            .into_iter()
            .find(|name| name.contains("gray"))
            .unwrap()
    };
    let first = gray(&site, "talk");
    // Another Mr. Gray, in a document that comes before.
    let early = "Mr. Gray: My wheat is dry.\n\nMs. Plum: Mine is wet.\n\nMr. Gray: What a pity.\n\nMs. Plum: It is.\n";
    archive
        .documents
        .insert("a-talk".to_owned(), early.to_owned());
    let site = archive.settled();
    assert_eq!(gray(&site, "talk"), first);
    assert_ne!(gray(&site, "a-talk"), first);
    assert_eq!(site.moved, []);
}

#[test]
fn a_page_that_goes_leads_to_where_its_words_are() {
    let mut archive = Archive::of(&[("talk", TALK)]);
    archive.settled();
    let record = "source = \"withhold\"\n".to_owned();
    archive.records.insert("talk".to_owned(), record);
    let site = archive.settled();
    let moved: Vec<(&str, &str)> = site
        .moved
        .iter()
        .map(|one| (one.from.as_str(), one.to.as_str()))
        .collect();
    let from = "documents/talk.source.html";
    assert_eq!(moved, [(from, "documents/talk.html")]);
    // It comes back as it was.
    archive.records.clear();
    assert_eq!(archive.settled().moved, []);
}

#[test]
fn a_conversation_that_gets_a_name_leads_on() {
    let mut archive = Archive::of(&[("talk", TALK)]);
    archive.settled();
    archive.records.insert(
        "talk".to_owned(),
        "conversation = \"spring-talks\"\n".to_owned(),
    );
    let site = archive.settled();
    let moved: Vec<(&str, &str)> = site
        .moved
        .iter()
        .map(|one| (one.from.as_str(), one.to.as_str()))
        .collect();
    assert_eq!(
        moved,
        [("conversations/talk.html", "conversations/spring-talks.html")]
    );
}

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
