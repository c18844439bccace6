//! The turns → the index of a large archive, in parts of which a page loads only those it needs.
//!
//! Words are sorted and cut into shards. A shard tells of each of its words in which turns it stands, how often, and how long those turns
//! are; beside it, in a file of its own, at which places. The words alone, without their turns, are in the dictionary, which only words
//! with `*` and `?` and near spellings need. `static/js/search-shards.js` reads all of it.

use super::code;
use super::length;
use super::{Numbered, text};
use crate::query;
use crate::site::Site;
use serde::Serialize;
use std::collections::HashMap;

/// How many letters of turns, or of places, a shard has at most, unless one word has more.
const A_SHARD: usize = 32 * 1024;

/// How many letters of words a part of the dictionary has at least, if it is not the last.
const A_PART: usize = 32 * 1024;

/// The index.
pub(super) struct Shards {
    shards: Vec<Shard>,
    /// The shards of each part of the dictionary: how many.
    parts: Vec<usize>,
    /// Lengths of the turns, rounded.
    pub(super) lengths: Vec<usize>,
}

/// Some words that follow each other in the order of their letters.
struct Shard {
    /// Sorts behind all words of the shard before, and not behind the first of this one.
    beginning: String,
    words: String,
    turns: String,
    places: String,
}

/// Where the words of an archive are: what a page loads first.
#[derive(Serialize)]
pub(super) struct Table {
    /// The beginnings of the shards, with blanks between them.
    beginnings: String,
    /// How many shards each part of the dictionary tells of.
    parts: Vec<usize>,
}

/// A shard as the page reads it. The numbers come last, as in all files of search.
#[derive(Serialize)]
pub(super) struct Words<'a> {
    words: &'a str,
    turns: &'a str,
}

/// The places of a shard's words as the page reads them.
#[derive(Serialize)]
pub(super) struct Places<'a> {
    turns: &'a str,
}

/// What is gathered of a word while the turns are read.
#[derive(Default)]
struct Gathered {
    last: u32,
    turns: Vec<u8>,
    places: Vec<u8>,
}

pub(super) fn index(site: &Site, turns: &[Numbered]) -> Shards {
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut gathered: Vec<Gathered> = Vec::new();
    let mut lengths = Vec::with_capacity(turns.len());
    let mut spelled: Vec<(u32, u32)> = Vec::new();
    for (turn, numbered) in turns.iter().enumerate() {
        spelled.clear();
        for (place, word) in query::words(&text(numbered.of(site)))
            .into_iter()
            .enumerate()
        {
            let number = *numbers.entry(word.folded).or_insert_with(|| {
                gathered.push(Gathered::default());
                gathered.len() as u32 - 1
            });
            spelled.push((number, place as u32));
        }
        let step = length::step(spelled.len());
        lengths.push(length::words(step));
        spelled.sort_unstable();
        for same in spelled.chunk_by(|a, b| a.0 == b.0) {
            gathered[same[0].0 as usize].add(turn as u32, step, same);
        }
    }
    let mut sorted: Vec<(String, u32)> = numbers.into_iter().collect();
    sorted.sort_unstable();
    let mut cut = Cut::default();
    for (word, number) in sorted {
        cut.add(word, std::mem::take(&mut gathered[number as usize]));
    }
    cut.shards(lengths)
}

impl Gathered {
    /// A turn: how far from the one before, its length with how often, and where.
    fn add(&mut self, turn: u32, step: u32, places: &[(u32, u32)]) {
        code::push(&mut self.turns, turn - self.last);
        self.last = turn;
        let n = places.len() as u32;
        code::push(&mut self.turns, step * MANY + n.min(MANY) - 1);
        if n >= MANY {
            code::push(&mut self.turns, n - MANY);
        }
        let mut before = 0;
        for (_, place) in places {
            code::push(&mut self.places, place - before);
            before = *place;
        }
    }
}

/// From how often on the number is told apart from the length.
const MANY: u32 = 4;

/// Cuts sorted words into shards.
#[derive(Default)]
struct Cut {
    shards: Vec<Shard>,
    open: Option<Shard>,
    last: String,
}

impl Cut {
    fn add(&mut self, word: String, gathered: Gathered) {
        let (turns, places) = (code::text(gathered.turns), code::text(gathered.places));
        let is_full = |shard: &Shard| {
            shard.turns.len() + turns.len() > A_SHARD || shard.places.len() + places.len() > A_SHARD
        };
        if self.open.as_ref().is_some_and(is_full) {
            self.shards.extend(self.open.take());
        }
        match &mut self.open {
            Some(shard) => {
                for (list, more) in [
                    (&mut shard.words, &word),
                    (&mut shard.turns, &turns),
                    (&mut shard.places, &places),
                ] {
                    list.push(' ');
                    list.push_str(more);
                }
            }
            None => {
                self.open = Some(Shard {
                    beginning: beginning(&self.last, &word).to_owned(),
                    words: word.clone(),
                    turns,
                    places,
                });
            }
        }
        self.last = word;
    }

    fn shards(mut self, lengths: Vec<usize>) -> Shards {
        self.shards.extend(self.open);
        let mut parts = Vec::new();
        let (mut n_shards, mut n_letters) = (0, 0);
        for shard in &self.shards {
            n_shards += 1;
            n_letters += shard.words.len();
            if n_letters >= A_PART {
                parts.push(n_shards);
                (n_shards, n_letters) = (0, 0);
            }
        }
        if n_shards > 0 {
            parts.push(n_shards);
        }
        Shards {
            shards: self.shards,
            parts,
            lengths,
        }
    }
}

/// As much of a word as sorts behind the word before.
fn beginning<'a>(before: &str, word: &'a str) -> &'a str {
    let same = before
        .chars()
        .zip(word.chars())
        .take_while(|(a, b)| a == b)
        .count();
    match word.char_indices().nth(same + 1) {
        Some((end, _)) => &word[..end],
        None => word,
    }
}

impl Shards {
    pub(super) fn n_shards(&self) -> usize {
        self.shards.len()
    }

    pub(super) fn n_parts(&self) -> usize {
        self.parts.len()
    }

    pub(super) fn table(&self) -> Table {
        let beginnings: Vec<&str> = self.shards.iter().map(|s| s.beginning.as_str()).collect();
        Table {
            beginnings: beginnings.join(" "),
            parts: self.parts.clone(),
        }
    }

    pub(super) fn words(&self, shard: usize) -> Words<'_> {
        let shard = &self.shards[shard];
        Words {
            words: &shard.words,
            turns: &shard.turns,
        }
    }

    pub(super) fn places(&self, shard: usize) -> Places<'_> {
        Places {
            turns: &self.shards[shard].places,
        }
    }

    /// The words of each shard of a part of the dictionary.
    pub(super) fn dictionary(&self, part: usize) -> Vec<&str> {
        let from: usize = self.parts[..part].iter().sum();
        let shards = self.shards[from..from + self.parts[part]].iter();
        shards.map(|shard| shard.words.as_str()).collect()
    }
}
