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
use rustc_hash::FxHashMap;
use serde::Serialize;

/// How many letters of turns, or of places, a shard has at most, unless one word has more: in a large archive and in a small one. Between
/// them it is as many as make so many shards.
const LARGEST: usize = 32 * 1024;
const SMALLEST: usize = 4 * 1024;
const MANY_SHARDS: usize = 384;

/// How many letters of words a part of the dictionary has at least, if it is not the last.
const A_PART: usize = 32 * 1024;

/// The index.
pub(super) struct Shards {
    all: Vec<Shard>,
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
    let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
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
    let letters = gathered.iter().map(|word| word.turns.len()).sum::<usize>();
    let mut cut = Cut {
        size: (letters / MANY_SHARDS).clamp(SMALLEST, LARGEST),
        shards: Vec::new(),
        open: None,
        last: String::new(),
    };
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
struct Cut {
    /// How many letters a shard has at most.
    size: usize,
    shards: Vec<Shard>,
    open: Option<Shard>,
    last: String,
}

impl Cut {
    fn add(&mut self, word: String, gathered: Gathered) {
        let (turns, places) = (code::text(gathered.turns), code::text(gathered.places));
        let size = self.size;
        let is_full = |shard: &Shard| {
            shard.turns.len() + turns.len() > size || shard.places.len() + places.len() > size
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
            all: self.shards,
            parts,
            lengths,
        }
    }
}

/// As much of a word as sorts behind the word before.
pub(super) fn beginning<'a>(before: &str, word: &'a str) -> &'a str {
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
        self.all.len()
    }

    pub(super) fn n_parts(&self) -> usize {
        self.parts.len()
    }

    pub(super) fn table(&self) -> Table {
        let beginnings: Vec<&str> = self.all.iter().map(|s| s.beginning.as_str()).collect();
        Table {
            beginnings: beginnings.join(" "),
            parts: self.parts.clone(),
        }
    }

    pub(super) fn words(&self, shard: usize) -> Words<'_> {
        let shard = &self.all[shard];
        Words {
            words: &shard.words,
            turns: &shard.turns,
        }
    }

    pub(super) fn places(&self, shard: usize) -> Places<'_> {
        Places {
            turns: &self.all[shard].places,
        }
    }

    /// The words of each shard of a part of the dictionary.
    pub(super) fn dictionary(&self, part: usize) -> Vec<&str> {
        let from: usize = self.parts[..part].iter().sum();
        let shards = self.all[from..from + self.parts[part]].iter();
        shards.map(|shard| shard.words.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use std::collections::BTreeMap;
    use std::path::Path;

    /// Word → turn → length and places, as the shards say.
    type Told = BTreeMap<String, BTreeMap<u32, (usize, Vec<u32>)>>;

    fn told(shards: &Shards) -> Told {
        let mut told = Told::new();
        for shard in &shards.all {
            let lists = shard.turns.split(' ').zip(shard.places.split(' '));
            for (word, (turns, places)) in shard.words.split(' ').zip(lists) {
                let mut numbers = code::read(turns).into_iter();
                let mut places = code::read(places).into_iter();
                let mut turn = 0;
                let found = told.entry(word.to_owned()).or_default();
                while let Some(gap) = numbers.next() {
                    turn += gap;
                    let info = numbers.next().unwrap();
                    let n = match info % MANY + 1 {
                        MANY => MANY + numbers.next().unwrap(),
                        n => n,
                    };
                    let mut place = 0;
                    let places = (0..n).map(|_| {
                        place += places.next().unwrap();
                        place
                    });
                    found.insert(turn, (length::words(info / MANY), places.collect()));
                }
                assert_eq!(places.next(), None, "{word}");
            }
        }
        told
    }

    #[test]
    fn the_shards_say_of_every_word_of_the_founding_archive_where_it_stands() {
        let sources = crate::source::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let site = crate::compile(&sources, &mut Diagnostics::new());
        let turns = super::super::numbered(&site);
        let shards = index(&site, &turns);
        let mut meant = Told::new();
        for (turn, numbered) in turns.iter().enumerate() {
            let words = query::words(&text(numbered.of(&site)));
            let length = length::words(length::step(words.len()));
            for (place, word) in words.into_iter().enumerate() {
                let turns = meant.entry(word.folded).or_default();
                let found = turns.entry(turn as u32).or_insert((length, Vec::new()));
                found.1.push(place as u32);
            }
        }
        assert_eq!(told(&shards), meant);
        // Each shard begins behind the one before, and a word is looked for in the last that begins with it or before.
        let lists = (0..shards.n_parts()).flat_map(|part| shards.dictionary(part));
        let lists: Vec<&str> = lists.collect();
        assert_eq!(lists.len(), shards.n_shards());
        assert!(lists.len() > 2, "{}", lists.len());
        let table = shards.table();
        let beginnings: Vec<&str> = table.beginnings.split(' ').collect();
        for (shard, words) in lists.iter().enumerate() {
            for word in words.split(' ') {
                let at = beginnings.partition_point(|beginning| *beginning <= word);
                assert_eq!(at, shard + 1, "{word}");
            }
        }
    }

    #[test]
    fn a_beginning_parts_two_words() {
        assert_eq!(beginning("german", "germanies"), "germani");
        assert_eq!(beginning("germ", "germany"), "germa");
        assert_eq!(beginning("élan", "été"), "ét");
        assert_eq!(beginning("", "a"), "a");
    }
}
