//! Where phrases stand in a text: their occurrences, those near each other, the shortest stretch with one of each, and what is marked.

use super::pattern::fits;
use super::tree::{Near, Phrase, Tree};
use super::{Word, words};
use std::ops::Range;

/// A text in which phrases are looked for.
pub(super) trait Text {
    /// How many words it has.
    fn len(&self) -> usize;
    /// Whether the word at a place fits one of a phrase's.
    fn fits(&self, phrase: &Phrase, word: usize, at: usize) -> bool;
}

impl Text for [Word] {
    fn len(&self) -> usize {
        <[Word]>::len(self)
    }

    fn fits(&self, phrase: &Phrase, word: usize, at: usize) -> bool {
        fits(&phrase.words[word], &self[at].folded)
    }
}

/// First and last word of an occurrence.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Stretch {
    pub(super) first: usize,
    pub(super) last: usize,
}

/// Where a phrase stands, in order.
pub(super) fn occurrences<T: Text + ?Sized>(text: &T, phrase: &Phrase) -> Vec<Stretch> {
    let n = phrase.words.len();
    (0..(text.len() + 1).saturating_sub(n))
        .filter(|at| (0..n).all(|word| text.fits(phrase, word, at + word)))
        .map(|at| Stretch {
            first: at,
            last: at + n - 1,
        })
        .collect()
}

/// Where one of several phrases stands, in order.
pub(super) fn occurrences_of_any<T: Text + ?Sized>(text: &T, phrases: &[&Phrase]) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = phrases
        .iter()
        .flat_map(|phrase| occurrences(text, phrase))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether two do not overlap and the later begins at most `distance` words after the earlier ends.
fn is_near(a: Stretch, b: Stretch, distance: usize) -> bool {
    let (earlier, later) = if a.first < b.first { (a, b) } else { (b, a) };
    later.first > earlier.last && later.first - earlier.last <= distance
}

/// The occurrences that take part, by operand: each has one of the next operand near it, which again has one of the one behind.
/// All lists are empty where the chain is nowhere whole.
pub(super) fn near<T: Text + ?Sized>(text: &T, near: &Near) -> Vec<Vec<Stretch>> {
    let mut found: Vec<Vec<Stretch>> = near
        .operands
        .iter()
        .map(|operand| occurrences_of_any(text, &operand.positive()))
        .collect();
    for at in 1..found.len() {
        let (before, here) = found.split_at_mut(at);
        keep_near(&mut here[0], &before[at - 1], near.distances[at - 1]);
    }
    for at in (1..found.len()).rev() {
        let (before, here) = found.split_at_mut(at);
        keep_near(&mut before[at - 1], &here[0], near.distances[at - 1]);
    }
    found
}

fn keep_near(kept: &mut Vec<Stretch>, others: &[Stretch], distance: usize) {
    let longest = others.iter().map(|other| other.last - other.first).max();
    let Some(longest) = longest else {
        kept.clear();
        return;
    };
    kept.retain(|one| {
        let reach = distance + longest;
        let from = others.partition_point(|other| other.first + reach < one.first);
        others[from..]
            .iter()
            .take_while(|other| other.first <= one.last + distance)
            .any(|other| is_near(*one, *other, distance))
    });
}

/// How many words the shortest stretch has that holds an occurrence of each.
pub(super) fn shortest(mut lists: Vec<Vec<Stretch>>) -> Option<usize> {
    for list in &mut lists {
        *list = innermost(list);
    }
    let mut at = vec![0; lists.len()];
    let mut best: Option<usize> = None;
    loop {
        let mut first: Option<(usize, usize)> = None;
        let mut last = 0;
        for (index, list) in lists.iter().enumerate() {
            let Some(one) = list.get(at[index]) else {
                return best;
            };
            last = last.max(one.last);
            if first.is_none_or(|(_, first)| one.first < first) {
                first = Some((index, one.first));
            }
        }
        let (index, first) = first?;
        let length = last - first + 1;
        best = Some(best.map_or(length, |best| best.min(length)));
        at[index] += 1;
    }
}

/// Without those that hold another: then each begins and ends after the one before.
fn innermost(list: &[Stretch]) -> Vec<Stretch> {
    let mut kept: Vec<Stretch> = Vec::new();
    for one in list.iter().rev() {
        if kept.last().is_none_or(|later| one.last < later.last) {
            kept.push(*one);
        }
    }
    kept.reverse();
    kept
}

/// What is marked in a text: the bytes of what was asked for, in order and apart from each other. Of what must be near each other,
/// only that which is.
pub fn marks(tree: &Tree, text: &str) -> Vec<Range<usize>> {
    let words = words(text);
    let mut ranges: Vec<Range<usize>> = marked(tree, words.as_slice())
        .into_iter()
        .map(|one| words[one.first].range.start..words[one.last].range.end)
        .collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

fn marked(tree: &Tree, text: &[Word]) -> Vec<Stretch> {
    match tree {
        Tree::All(parts) | Tree::Any(parts) => {
            parts.iter().flat_map(|part| marked(part, text)).collect()
        }
        Tree::Near(chain) => near(text, chain).concat(),
        Tree::Phrase(phrase) => occurrences(text, phrase),
        Tree::Not(_) | Tree::Filter(_) => Vec::new(),
    }
}
