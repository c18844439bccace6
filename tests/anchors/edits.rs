//! Documents edited in generated ways: whatever is done to them, no anchor is lost and none is used again.

use super::{Archive, there};
use memcon::anchor::Now;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::{BTreeMap, BTreeSet};

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
