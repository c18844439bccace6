//! Documents and the locks of the last build → the anchors readers see and cite, and the locks to be.
//!
//! A turn has an anchor `t12`, a paragraph of a turn that has several `t12p3`. `content/anchors/SLUG.lock` keeps every anchor with a
//! fingerprint of its words, so that a turn keeps its anchor when its text or label is corrected, when turns are inserted, removed,
//! split, merged or moved, when the parser improves or the file is renamed. New turns get anchors that were never used; one that is gone
//! stays as a mark that says where its words went. Anchors of the form `t` + digit are kept for this; nothing else in a page may use
//! them. Nothing here reads or writes a file: locks come with the sources, and those to be are values.

mod align;
mod archive;
mod earlier;
mod lock;
mod memory;
mod name;
mod pages;
mod print;
mod renamed;
mod stated;

use crate::document::{Block, Document, GapReason, Label, MarkKind, Turn};
use crate::source::DocumentId;
use align::Old;
use lock::{Lock, LockedGone, LockedTurn};
use name::Used;
use print::{Full, Print, Words};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use archive::{Absent, Change, Kept, Locks, Remains, align};
pub use earlier::rebuilt;
pub use lock::Now;
pub use memory::Memory;
pub use pages::Pages;

/// Where locks stand in an archive.
pub const FOLDER: &str = "content/anchors";

/// A document, as anchors see it.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a> {
    /// Its name in addresses.
    pub id: &'a DocumentId,
    /// Path of its file.
    pub path: &'a str,
    /// What the parser found.
    pub document: &'a Arc<Document>,
    /// Whether its record withholds words: then nothing is kept of what is gone.
    pub withholds: bool,
}

/// The anchors of one document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Anchors {
    turns: Vec<String>,
    /// By turn, of the turns whose paragraphs are not simply numbered.
    paragraphs: BTreeMap<usize, Vec<Option<String>>>,
    gone: Vec<Gone>,
    was: BTreeSet<String>,
}

/// An anchor that is gone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Gone {
    /// The anchor.
    pub anchor: String,
    /// Where its words went, or what it stood by: an anchor that is there.
    pub now: Now,
}

impl Anchors {
    /// The anchors of a document that was never published: `t1`, `t2` …
    fn new(document: &Document) -> Anchors {
        let numbers = 1..=document.turns().count();
        Anchors {
            turns: numbers.map(|n| format!("t{n}")).collect(),
            paragraphs: BTreeMap::new(),
            gone: Vec::new(),
            was: BTreeSet::new(),
        }
    }

    /// The anchor of the turn at a position (from 0): `t1`.
    pub fn turn(&self, index: usize) -> &str {
        &self.turns[index]
    }

    /// The anchor of a paragraph (from 0) of a turn that has several: `t12p3`.
    pub fn paragraph(&self, index: usize, paragraph: usize) -> String {
        match self.paragraphs.get(&index) {
            None => format!("{}p{}", self.turns[index], paragraph + 1),
            Some(own) => own
                .get(paragraph)
                .cloned()
                .flatten()
                .unwrap_or_else(|| self.turns[index].clone()),
        }
    }

    /// The anchors of the paragraphs of a turn, as far as they have any.
    pub fn paragraphs(&self, index: usize, n_paragraphs: usize) -> Vec<Option<String>> {
        match self.paragraphs.get(&index) {
            Some(own) => own.clone(),
            None if n_paragraphs < 2 => vec![None; n_paragraphs],
            None => (0..n_paragraphs)
                .map(|at| Some(self.paragraph(index, at)))
                .collect(),
        }
    }

    /// The numbers readers see of a paragraph (from 0) and of the turn that its address names: `12`, `3`.
    pub fn paragraph_number(&self, index: usize, paragraph: usize) -> (String, String) {
        let anchor = self.paragraph(index, paragraph);
        match paragraph_number(&anchor) {
            Some((turn, number)) => (turn.to_owned(), number.to_owned()),
            None => (
                self.turns[index][1..].to_owned(),
                (paragraph + 1).to_string(),
            ),
        }
    }

    /// Those whose anchors do not follow from the turn's, by turn.
    pub fn irregular(&self) -> &BTreeMap<usize, Vec<Option<String>>> {
        &self.paragraphs
    }

    /// Anchors that are marks now, in order of their numbers.
    pub fn gone(&self) -> &[Gone] {
        &self.gone
    }

    /// Earlier addresses of the document.
    pub fn was(&self) -> impl Iterator<Item = &str> {
        self.was.iter().map(String::as_str)
    }

    /// The turn, and the paragraph of it, that an anchor names; for one that is gone, where its words are now.
    pub fn find(&self, anchor: &str) -> Option<(usize, Option<usize>)> {
        let is_it = |turn: &String| turn == anchor;
        if let Some(turn) = self.turns.iter().position(is_it) {
            return Some((turn, None));
        }
        for (turn, own) in &self.paragraphs {
            if let Some(at) = own.iter().position(|one| one.as_deref() == Some(anchor)) {
                return Some((*turn, Some(at)));
            }
        }
        if let Some(gone) = self.gone.iter().find(|gone| gone.anchor == anchor) {
            return match &gone.now {
                Now::In(anchor) => self.find(anchor),
                Now::Near(_) | Now::Nowhere => None,
            };
        }
        let (turn, number) = name::of_paragraph(anchor)?;
        let turn = self.turns.iter().position(|one| one == turn)?;
        if self.paragraphs.contains_key(&turn) {
            return None;
        }
        let number: usize = number.parse().ok()?;
        Some((turn, Some(number.checked_sub(1)?)))
    }
}

/// The number readers see of a paragraph's anchor, after that of its turn: `t12ap3b` → `12a`, `3b`.
pub fn paragraph_number(anchor: &str) -> Option<(&str, &str)> {
    let (turn, paragraph) = name::of_paragraph(anchor)?;
    Some((&turn[1..], paragraph))
}

/// The anchors of a document and its lock to be, still without whose turns they are.
fn of_document(read: Read<'_>, lock: Option<&Lock>) -> (Anchors, Lock) {
    let turns: Vec<&Turn> = read.document.turns().collect();
    let words: Vec<Vec<Words>> = read.document.blocks.iter().map(words).collect();
    let text = Full::of_document(words.iter().flatten()).print;
    let spoken: Vec<&[Words]> = read
        .document
        .blocks
        .iter()
        .zip(&words)
        .filter(|(block, _)| matches!(block, Block::Turn(_)))
        .map(|(_, words)| words.as_slice())
        .collect();
    let of_turn = |(turn, words): (&&Turn, &&[Words])| {
        let label = turn.label.as_ref().map(Label::name);
        if is_withheld(turn) {
            return Full::withheld(label);
        }
        Full::of_turn(label, words.iter())
    };
    let fulls: Vec<Full> = turns.iter().zip(&spoken).map(of_turn).collect();
    let none = Lock::default();
    let was_published = lock.is_some();
    let lock = lock.unwrap_or(&none);
    let mut naming = Naming::of(lock);
    let (named, of_paragraphs) = if was_published {
        let named = naming.turns(lock, &fulls);
        let of_paragraphs = naming.paragraphs(lock, &spoken, &named);
        (named, of_paragraphs)
    } else {
        stated::anchors(read.document, &spoken, &mut naming.used)
    };
    let mut gone = naming.gone;
    if read.withholds {
        for one in &mut gone {
            one.print = None;
        }
    }
    gone.sort_by(|a, b| order(&a.anchor).cmp(&order(&b.anchor)));
    let locked = named.iter().zip(&fulls).zip(&of_paragraphs);
    let locked = locked.map(|((anchor, full), own)| LockedTurn {
        anchor: anchor.clone(),
        print: full.print.clone(),
        who: None,
        paragraphs: own
            .iter()
            .filter_map(|(anchor, full)| Some((anchor.clone()?, full.print.with_label(0))))
            .collect(),
    });
    let mut was = lock.was.clone();
    was.remove(read.id.as_str());
    let lock = Lock {
        text,
        was: was.clone(),
        conversations: Vec::new(),
        turns: locked.collect(),
        gone,
    };
    let irregular = of_paragraphs
        .into_iter()
        .enumerate()
        .filter_map(|(at, own)| {
            let own: Vec<Option<String>> = own.into_iter().map(|(anchor, _)| anchor).collect();
            let is_regular = |(n, one): (usize, &Option<String>)| match one {
                Some(anchor) => *anchor == format!("{}p{}", named[at], n + 1),
                None => false,
            };
            let is_simple = match own.as_slice() {
                [] | [None] => true,
                [Some(_)] => false,
                own => own.iter().enumerate().all(is_regular),
            };
            (!is_simple).then_some((at, own))
        });
    let anchors = Anchors {
        paragraphs: irregular.collect(),
        gone: lock.marks(),
        was,
        turns: named,
    };
    (anchors, lock)
}

/// Whether nothing of a turn's words is published.
fn is_withheld(turn: &Turn) -> bool {
    let mut paragraphs = turn.paragraphs.iter();
    !turn.paragraphs.is_empty()
        && paragraphs.all(|paragraph| {
            let n_bytes = paragraph.text.text().trim().len();
            paragraph.marks.iter().any(|mark| {
                mark.kind == MarkKind::Gap(GapReason::Withheld) && mark.range.len() >= n_bytes
            })
        })
}

/// The words of each paragraph of a block.
fn words(block: &Block) -> Vec<Words> {
    let paragraphs = block.paragraphs().iter();
    paragraphs.map(|one| Words::of(one.text.text())).collect()
}

/// In which order anchors that are gone are listed: by their numbers, then as written.
fn order(anchor: &str) -> (Vec<u32>, &str) {
    let digits = anchor.split(|c: char| !c.is_ascii_digit());
    let numbers = digits.filter(|part| !part.is_empty());
    (numbers.map(|n| n.parse().unwrap_or(0)).collect(), anchor)
}

impl Lock {
    /// Anchors that are gone, each with one that is there.
    fn marks(&self) -> Vec<Gone> {
        let there: BTreeSet<&str> = self
            .turns
            .iter()
            .flat_map(|turn| {
                let own = turn.paragraphs.iter().map(|(anchor, _)| anchor.as_str());
                std::iter::once(turn.anchor.as_str()).chain(own)
            })
            .collect();
        let gone: BTreeMap<&str, &Now> = self
            .gone
            .iter()
            .map(|gone| (gone.anchor.as_str(), &gone.now))
            .collect();
        let marks = self.gone.iter().map(|one| {
            let mut now = one.now.clone();
            // Where it went may be gone since, and so on; never in a circle.
            for _ in 0..gone.len() {
                let Some(anchor) = now.anchor().filter(|anchor| !there.contains(anchor)) else {
                    break;
                };
                now = match (gone.get(anchor), &now) {
                    (Some(Now::In(to)), Now::In(_)) => Now::In(to.clone()),
                    (Some(Now::In(to) | Now::Near(to)), _) => Now::Near(to.clone()),
                    (Some(Now::Nowhere) | None, _) => Now::Nowhere,
                };
            }
            if now.anchor().is_some_and(|anchor| !there.contains(anchor)) {
                now = Now::Nowhere;
            }
            Gone {
                anchor: one.anchor.clone(),
                now,
            }
        });
        marks.collect()
    }
}

/// An anchor whose words are gone, with the positions of what leads to them.
struct Left {
    anchor: String,
    print: Print,
    /// What holds most of them.
    holder: Option<usize>,
    /// What stands where they stood.
    near: Option<usize>,
}

/// The anchors of a document while they are given.
struct Naming {
    used: Used,
    gone: Vec<LockedGone>,
}

impl Naming {
    fn of(lock: &Lock) -> Naming {
        let mut used = Used::default();
        for turn in &lock.turns {
            used.add(&turn.anchor);
            for (anchor, _) in &turn.paragraphs {
                used.add(anchor);
            }
        }
        for gone in &lock.gone {
            used.add(&gone.anchor);
        }
        Naming {
            used,
            gone: Vec::new(),
        }
    }

    fn turns(&mut self, lock: &Lock, new: &[Full]) -> Vec<String> {
        let there = lock.turns.iter();
        let there = there.map(|turn| (turn.anchor.as_str(), &turn.print));
        let is_turn = |gone: &&LockedGone| name::of_paragraph(&gone.anchor).is_none();
        let gone: Vec<&LockedGone> = lock.gone.iter().filter(is_turn).collect();
        let there: Vec<(&str, &Print)> = there.collect();
        let (mut named, left) = self.keep(&there, &gone, new);
        self.used.name("t", &mut named);
        let named: Vec<String> = named.into_iter().flatten().collect();
        self.leave(left, |at| named[at].clone());
        named
    }

    /// The paragraphs of each turn, with the anchors of those that have one.
    fn paragraphs(
        &mut self,
        lock: &Lock,
        turns: &[&[Words]],
        named: &[String],
    ) -> Vec<Vec<(Option<String>, Full)>> {
        let mut flat: Vec<Full> = Vec::new();
        for (turn, anchor) in turns.iter().zip(named) {
            let own = turn.iter();
            flat.extend(own.map(|words| Full::of_paragraph(anchor, words)));
        }
        // In a lock, the turn that a paragraph stands under is its label.
        let prints: Vec<(&str, Print)> = lock
            .turns
            .iter()
            .flat_map(|turn| {
                let label = print::label_of(Some(&turn.anchor));
                let own = turn.paragraphs.iter();
                own.map(move |(anchor, print)| (anchor.as_str(), print.with_label(label)))
            })
            .collect();
        let there = prints.iter().map(|(anchor, print)| (*anchor, print));
        let is_paragraph = |gone: &&LockedGone| name::of_paragraph(&gone.anchor).is_some();
        let gone: Vec<&LockedGone> = lock.gone.iter().filter(is_paragraph).collect();
        let there: Vec<(&str, &Print)> = there.collect();
        let (mut anchors, left) = self.keep(&there, &gone, &flat);
        let mut start = 0;
        for (turn, anchor) in turns.iter().zip(named) {
            let end = start + turn.len();
            if end - start > 1 {
                self.used
                    .name(&format!("{anchor}p"), &mut anchors[start..end]);
            }
            start = end;
        }
        let turn_of: Vec<usize> = turns
            .iter()
            .enumerate()
            .flat_map(|(at, turn)| std::iter::repeat_n(at, turn.len()))
            .collect();
        self.leave(left, |at| {
            let own = anchors[at].clone();
            own.unwrap_or_else(|| named[turn_of[at]].clone())
        });
        let mut flat = anchors.into_iter().zip(flat);
        let own = |turn: &&[Words]| flat.by_ref().take(turn.len()).collect();
        turns.iter().map(own).collect()
    }

    /// The anchors that stay, and what is gone.
    fn keep(
        &mut self,
        there: &[(&str, &Print)],
        gone: &[&LockedGone],
        new: &[Full],
    ) -> (Vec<Option<String>>, Vec<Left>) {
        let blank = Print::default();
        let mut old: Vec<Old<'_>> = there
            .iter()
            .map(|(_, print)| Old {
                print,
                was_there: true,
            })
            .collect();
        old.extend(gone.iter().map(|gone| Old {
            print: gone.print.as_ref().unwrap_or(&blank),
            was_there: false,
        }));
        let mut now: Vec<Option<usize>> = vec![None; old.len()];
        let mut out = vec![None; new.len()];
        for (new, old) in align::align(&old, new).into_iter().enumerate() {
            if let Some(old) = old {
                now[old] = Some(new);
                out[new] = Some(match there.get(old) {
                    Some((anchor, _)) => (*anchor).to_owned(),
                    None => gone[old - there.len()].anchor.clone(),
                });
            }
        }
        for (at, one) in gone.iter().enumerate() {
            if now[there.len() + at].is_none() {
                self.gone.push((*one).clone());
            }
        }
        let gone = (0..there.len()).filter(|at| now[*at].is_none());
        let gone: Vec<usize> = gone.collect();
        let prints: Vec<&Print> = gone.iter().map(|at| there[*at].1).collect();
        let holders = align::holders(&prints, new);
        let left = gone.into_iter().zip(holders).map(|(at, holder)| {
            let (anchor, print) = there[at];
            let near = now[..at].iter().rev().chain(&now[at + 1..there.len()]);
            Left {
                anchor: anchor.to_owned(),
                print: print.clone(),
                holder,
                near: near.flatten().copied().next(),
            }
        });
        (out, left.collect())
    }

    /// Notes what is gone, once what it leads to has anchors.
    fn leave(&mut self, left: Vec<Left>, anchor: impl Fn(usize) -> String) {
        let gone = left.into_iter().map(|left| LockedGone {
            now: match (left.holder, left.near) {
                (Some(at), _) => Now::In(anchor(at)),
                (None, Some(at)) => Now::Near(anchor(at)),
                (None, None) => Now::Nowhere,
            },
            anchor: left.anchor,
            print: Some(left.print).filter(|print| !print.is_blank()),
        });
        self.gone.extend(gone);
    }
}
