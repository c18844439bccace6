//! The turns of an archive with their words → what a query finds, best first.
//!
//! For each word the turns that hold it, and how often; for each turn its words by number. Places are looked up in turns that hold all
//! words of a phrase, never in others.

use super::catalog::Catalog;
use super::filter;
use super::mistake::Mistake;
use super::pattern;
use super::places::{self, Stretch, Text};
use super::tree::{Phrase, Tree};
use super::words;
use std::collections::BTreeMap;

// BM25, with the usual constants.
const SATURATION: f64 = 1.2;
const LENGTH_WEIGHT: f64 = 0.75;

/// Scores that differ by less are the same.
const FINEST: f64 = 1e6;

/// An archive that can be searched.
pub struct Archive {
    catalog: Catalog,
    texts: Vec<String>,
    /// Every word, in order; its number is its position.
    dictionary: Vec<String>,
    /// For each word the turns that hold it, and how often.
    postings: Vec<Vec<(u32, u32)>>,
    /// For each turn its words, by their numbers.
    spelled: Vec<Vec<u32>>,
}

/// A turn that was found.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Hit {
    /// Its number, in order of time.
    pub turn: usize,
    /// How many words the shortest stretch has that holds all that was asked for together; 0 where nothing is.
    pub stretch: usize,
    /// Its weight, by BM25.
    pub score: f64,
}

/// A phrase and the numbers of the words that fit each of its own.
struct Known<'q> {
    phrase: &'q Phrase,
    words: Vec<Numbers>,
}

/// What fits one word of a phrase.
struct Numbers {
    /// Numbers of words, in order.
    fitting: Vec<u32>,
    /// How often, in each turn.
    counts: Vec<u32>,
    n_turns: usize,
}

/// A turn's words by number, for phrases whose words are known by number.
struct Spelled<'a> {
    words: &'a [u32],
    known: &'a [Known<'a>],
}

impl Text for Spelled<'_> {
    fn len(&self) -> usize {
        self.words.len()
    }

    fn fits(&self, phrase: &Phrase, word: usize, at: usize) -> bool {
        let known = find(self.known, phrase);
        let fitting = &known.words[word].fitting;
        fitting.binary_search(&self.words[at]).is_ok()
    }
}

fn find<'a>(known: &'a [Known<'a>], phrase: &Phrase) -> &'a Known<'a> {
    known
        .iter()
        .find(|known| std::ptr::eq(known.phrase, phrase))
        .expect("every phrase of the tree was looked up")
}

impl Archive {
    /// Indexes the texts of the turns, in the order of the catalog.
    pub fn new(catalog: Catalog, texts: Vec<String>) -> Archive {
        let cut: Vec<Vec<String>> = texts
            .iter()
            .map(|text| words(text).into_iter().map(|word| word.folded).collect())
            .collect();
        let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
        for word in cut.iter().flatten() {
            numbers.insert(word, 0);
        }
        let dictionary: Vec<String> = numbers.keys().map(|word| (*word).to_owned()).collect();
        for (number, at) in numbers.values_mut().enumerate() {
            *at = number as u32;
        }
        let spelled: Vec<Vec<u32>> = cut
            .iter()
            .map(|words| words.iter().map(|word| numbers[word.as_str()]).collect())
            .collect();
        let mut postings: Vec<Vec<(u32, u32)>> = vec![Vec::new(); dictionary.len()];
        for (turn, words) in spelled.iter().enumerate() {
            for word in words {
                let turns = &mut postings[*word as usize];
                match turns.last_mut() {
                    Some((last, count)) if *last == turn as u32 => *count += 1,
                    _ => turns.push((turn as u32, 1)),
                }
            }
        }
        Archive {
            catalog,
            texts,
            dictionary,
            postings,
            spelled,
        }
    }

    /// What is known of the turns.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The text of a turn.
    pub fn text(&self, turn: usize) -> &str {
        &self.texts[turn]
    }

    /// The turns a query finds: what is asked for together in the shortest stretch first, then by weight, then in order of time.
    ///
    /// # Errors
    /// A filter that means nothing.
    pub fn find(&self, tree: &Tree) -> Result<Vec<Hit>, Mistake> {
        let search = Search::new(self, tree)?;
        let mut hits: Vec<Hit> = (0..self.texts.len())
            .filter(|turn| search.holds(tree, *turn))
            .map(|turn| search.hit(turn))
            .collect();
        hits.sort_by(|a, b| {
            a.stretch
                .cmp(&b.stretch)
                .then_with(|| b.score.total_cmp(&a.score))
                .then_with(|| a.turn.cmp(&b.turn))
        });
        Ok(hits)
    }

    fn numbers(&self, pattern: &str) -> Numbers {
        let fitting: Vec<u32> = if pattern::is_wild(pattern) {
            let beginning = pattern::beginning(pattern);
            let from = self
                .dictionary
                .partition_point(|word| word.as_str() < beginning);
            self.dictionary[from..]
                .iter()
                .take_while(|word| word.starts_with(beginning))
                .enumerate()
                .filter(|(_, word)| pattern::fits(pattern, word))
                .map(|(at, _)| (from + at) as u32)
                .collect()
        } else {
            let known = self
                .dictionary
                .binary_search_by(|word| word.as_str().cmp(pattern));
            known.into_iter().map(|at| at as u32).collect()
        };
        let mut counts = vec![0; self.texts.len()];
        for word in &fitting {
            for (turn, count) in &self.postings[*word as usize] {
                counts[*turn as usize] += count;
            }
        }
        let n_turns = counts.iter().filter(|count| **count > 0).count();
        Numbers {
            fitting,
            counts,
            n_turns,
        }
    }
}

/// One query in one archive.
struct Search<'a> {
    archive: &'a Archive,
    known: Vec<Known<'a>>,
    filters: Vec<(*const super::tree::Filter, Vec<bool>)>,
    /// The phrases that count, with their weights.
    weights: Vec<(&'a Phrase, f64)>,
    together: Vec<Vec<&'a Phrase>>,
    average: f64,
}

impl<'a> Search<'a> {
    fn new(archive: &'a Archive, tree: &'a Tree) -> Result<Search<'a>, Mistake> {
        let mut search = Search {
            archive,
            known: Vec::new(),
            filters: Vec::new(),
            weights: Vec::new(),
            together: tree.together(),
            average: 0.0,
        };
        search.look_up(tree)?;
        let lengths = &archive.catalog.turns.length;
        let n_turns = lengths.len() as f64;
        search.average = lengths.iter().sum::<usize>() as f64 / n_turns.max(1.0);
        for phrase in tree.positive() {
            let rarity = |found: &Numbers| {
                let with = found.n_turns as f64;
                (1.0 + (n_turns - with + 0.5) / (with + 0.5)).ln()
            };
            let words = &find(&search.known, phrase).words;
            let weight = words.iter().fold(0.0, |sum, found| sum + rarity(found));
            search.weights.push((phrase, weight));
        }
        Ok(search)
    }

    fn look_up(&mut self, tree: &'a Tree) -> Result<(), Mistake> {
        match tree {
            Tree::All(parts) | Tree::Any(parts) => {
                parts.iter().try_for_each(|part| self.look_up(part))
            }
            Tree::Not(part) => self.look_up(part),
            Tree::Near(near) => near.operands.iter().try_for_each(|part| self.look_up(part)),
            Tree::Phrase(phrase) => {
                let words = phrase.words.iter().map(|word| self.archive.numbers(word));
                self.known.push(Known {
                    phrase,
                    words: words.collect(),
                });
                Ok(())
            }
            Tree::Filter(filter) => {
                let lets = filter::lets(&self.archive.catalog, filter)?;
                self.filters.push((std::ptr::from_ref(filter), lets));
                Ok(())
            }
        }
    }

    fn spelled(&self, turn: usize) -> Spelled<'_> {
        Spelled {
            words: &self.archive.spelled[turn],
            known: &self.known,
        }
    }

    /// Whether each word of a phrase is somewhere in the turn.
    fn may_hold(&self, phrase: &Phrase, turn: usize) -> bool {
        let words = &find(&self.known, phrase).words;
        words.iter().all(|found| found.counts[turn] > 0)
    }

    fn holds(&self, tree: &Tree, turn: usize) -> bool {
        match tree {
            Tree::All(parts) => parts.iter().all(|part| self.holds(part, turn)),
            Tree::Any(parts) => parts.iter().any(|part| self.holds(part, turn)),
            Tree::Not(part) => !self.holds(part, turn),
            Tree::Near(near) => {
                let may_hold = |operand: &Tree| {
                    let phrases = operand.positive();
                    phrases.iter().any(|phrase| self.may_hold(phrase, turn))
                };
                near.operands.iter().all(may_hold)
                    && !places::near(&self.spelled(turn), near)[0].is_empty()
            }
            Tree::Phrase(phrase) => self.count(phrase, turn) > 0,
            Tree::Filter(filter) => {
                let is_it = |(known, _): &&(*const super::tree::Filter, Vec<bool>)| {
                    std::ptr::eq(*known, filter)
                };
                self.filters
                    .iter()
                    .find(is_it)
                    .is_some_and(|(_, lets)| lets[turn])
            }
        }
    }

    /// How often a phrase stands in a turn.
    fn count(&self, phrase: &Phrase, turn: usize) -> usize {
        match find(&self.known, phrase).words.as_slice() {
            [one] => one.counts[turn] as usize,
            _ if self.may_hold(phrase, turn) => {
                places::occurrences(&self.spelled(turn), phrase).len()
            }
            _ => 0,
        }
    }

    fn hit(&self, turn: usize) -> Hit {
        let length = self.archive.catalog.turns.length[turn] as f64;
        let damping = SATURATION * (1.0 - LENGTH_WEIGHT + LENGTH_WEIGHT * (length / self.average));
        let score = self.weights.iter().fold(0.0, |sum, (phrase, weight)| {
            let count = self.count(phrase, turn) as f64;
            sum + (weight * count * (SATURATION + 1.0)) / (count + damping)
        });
        let stretch = if self.together.len() < 2 {
            None
        } else {
            let text = self.spelled(turn);
            let lists: Vec<Vec<Stretch>> = self
                .together
                .iter()
                .map(|phrases| places::occurrences_of_any(&text, phrases))
                .collect();
            places::shortest(lists)
        };
        Hit {
            turn,
            stretch: stretch.unwrap_or(0),
            score: (score * FINEST).round() / FINEST,
        }
    }
}
