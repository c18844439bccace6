//! What it costs to set turns of one record beside turns of another.

use super::{Record, Speaker};
use crate::language;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What it costs where both records name somebody, and not the same.
const ANOTHER: f32 = 7.0;
/// Where one label may be the other in another language, and nothing is known yet.
const UNSETTLED: f32 = 2.0;
/// Where one record names nobody.
const UNNAMED: f32 = 1.0;
/// Where somebody else comes in between: with the bead itself a little more than two turns that stand alone, so that lengths or words
/// must speak for it.
const INTERRUPTED: f32 = 3.2;
/// The most that length can cost: less than two turns that stand alone.
const MOST_BY_LENGTH: f32 = 2.5;
/// How far lengths differ between two hands, as a power of e.
const SPREAD: f32 = 0.5;
/// Letters that a turn has whoever writes it down, so that short ones count for little.
const SHORT: f32 = 20.0;
/// The most that words cost that are not in the other, in one language: more than two turns that stand alone, since turns of some length
/// that share no word say something else, whoever speaks and how long. A few short words say nothing either way.
const MISSING_WORDS: f32 = 8.0;
/// The share of the shorter one's words that makes up for it.
const ENOUGH: f32 = 0.5;
/// What it is worth that all words are the same.
const SAME_WORDS: f32 = 2.0;
/// What names and numbers are worth in two languages, at most.
const SAME_NAMES: f32 = 2.5;
/// The most that words can make up for.
pub(super) const MOST_GAINED: f32 = SAME_NAMES;
/// Words of two records are of one language where so many of the shorter one's are in the other.
const ONE_LANGUAGE: f32 = 0.2;

/// Two records, ready to be compared.
pub(super) struct Comparison {
    one: Vec<Side>,
    other: Vec<Side>,
    /// How many letters of the other record stand for one of this.
    ratio: f32,
    is_one_language: bool,
    /// Labels of the two records that are the same person, once that is settled.
    settled: Option<BTreeSet<(Speaker, Speaker)>>,
}

/// A turn, ready to be compared.
#[derive(Clone)]
struct Side {
    speaker: Speaker,
    length: f32,
    /// Words, by number, with what each is worth: rare ones more.
    words: Vec<(u32, f32)>,
    worth: f32,
}

impl Comparison {
    pub(super) fn new(one: &Record, other: &Record) -> Comparison {
        let mut numbers: BTreeMap<&str, (u32, usize)> = BTreeMap::new();
        for word in [one, other]
            .iter()
            .flat_map(|record| &record.turns)
            .flat_map(|turn| &turn.words)
        {
            let next = numbers.len() as u32;
            numbers.entry(word).or_insert((next, 0)).1 += 1;
        }
        let n_turns = (one.turns.len() + other.turns.len()) as f32;
        let sides = |record: &Record| -> Vec<Side> {
            let side = |turn: &super::Said| {
                let numbered = turn.words.iter().filter_map(|word| {
                    let (number, n_uses) = *numbers.get(word.as_str())?;
                    Some((number, (n_turns / n_uses as f32).ln()))
                });
                let mut words: Vec<(u32, f32)> = numbered.collect();
                words.sort_by_key(|(number, _)| *number);
                Side {
                    speaker: turn.speaker.clone(),
                    length: turn.length as f32,
                    worth: words.iter().map(|(_, worth)| worth).sum(),
                    words,
                }
            };
            record.turns.iter().map(side).collect()
        };
        Comparison {
            ratio: ratio(one, other),
            is_one_language: is_one_language(one, other),
            one: sides(one),
            other: sides(other),
            settled: None,
        }
    }

    /// Whether somebody is known from labels only, which may be others in another language.
    pub(super) fn has_labels(&self) -> bool {
        let mut all = self.one.iter().chain(&self.other);
        !self.is_one_language && all.any(|side| matches!(side.speaker, Speaker::Label(_)))
    }

    /// The same, with labels taken for one person that stand beside each other most often.
    pub(super) fn settled(&self, pairs: impl Iterator<Item = (usize, usize)>) -> Comparison {
        let mut n_pairs: BTreeMap<(&Speaker, &Speaker), usize> = BTreeMap::new();
        for (one, other) in pairs {
            let pair = (&self.one[one].speaker, &self.other[other].speaker);
            if *pair.0 != Speaker::Nobody && *pair.1 != Speaker::Nobody {
                *n_pairs.entry(pair).or_default() += 1;
            }
        }
        let mut n_pairs: Vec<_> = n_pairs.into_iter().collect();
        n_pairs.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let mut settled: BTreeSet<(Speaker, Speaker)> = BTreeSet::new();
        for ((one, other), _) in n_pairs {
            let is_taken = |(a, b): &(Speaker, Speaker)| a == one || b == other;
            if !settled.iter().any(is_taken) {
                settled.insert((one.clone(), other.clone()));
            }
        }
        Comparison {
            one: self.one.clone(),
            other: self.other.clone(),
            ratio: self.ratio,
            is_one_language: self.is_one_language,
            settled: Some(settled),
        }
    }

    /// Whether several people speak in some turns of the first record.
    pub(super) fn has_voices(&self, one: &Range<usize>) -> bool {
        !matches!(voice(&self.one[one.clone()]), Some((_, 0.0)))
    }

    /// What it costs that one person speaks in both.
    pub(super) fn by_speaker(&self, one: &Range<usize>, other: &Range<usize>) -> f32 {
        let voices = (
            voice(&self.one[one.clone()]),
            voice(&self.other[other.clone()]),
        );
        let (Some(first), Some(second)) = voices else {
            return f32::INFINITY;
        };
        self.between(&first.0, &second.0) + first.1 + second.1
    }

    /// The same where it is known already that the turns of the first record are one place, and several people speak in it.
    pub(super) fn by_speakers(&self, one: &Range<usize>, other: &Range<usize>) -> f32 {
        let nearest = |speaker: &Speaker| {
            let one = self.one[one.clone()].iter();
            let costs = one.map(|side| self.between(&side.speaker, speaker));
            costs.fold(f32::INFINITY, f32::min)
        };
        let other = self.other[other.clone()].iter();
        let costs = other.map(|side| nearest(&side.speaker));
        costs.fold(0.0, f32::max)
    }

    /// What it costs that one is longer than the other, and has other words.
    pub(super) fn by_text(&self, one: &Range<usize>, other: &Range<usize>) -> f32 {
        let (one, other) = (&self.one[one.clone()], &self.other[other.clone()]);
        self.by_length(one, other) + self.by_words(one, other)
    }

    fn between(&self, one: &Speaker, other: &Speaker) -> f32 {
        if *one == Speaker::Nobody || *other == Speaker::Nobody {
            return UNNAMED;
        }
        if one == other {
            return 0.0;
        }
        let is_by_label = matches!(one, Speaker::Label(_)) || matches!(other, Speaker::Label(_));
        if self.is_one_language || !is_by_label {
            return ANOTHER;
        }
        match &self.settled {
            None => UNSETTLED,
            Some(same) if same.contains(&(one.clone(), other.clone())) => 0.0,
            Some(same) => {
                let is_met = same.iter().any(|(a, b)| a == one || b == other);
                if is_met { ANOTHER } else { UNSETTLED }
            }
        }
    }

    fn by_length(&self, one: &[Side], other: &[Side]) -> f32 {
        let length = |sides: &[Side]| sides.iter().map(|side| side.length).sum::<f32>();
        let expected = length(one) * self.ratio + SHORT;
        let apart = ((length(other) + SHORT) / expected).ln();
        (apart * apart / (2.0 * SPREAD * SPREAD)).min(MOST_BY_LENGTH)
    }

    fn by_words(&self, one: &[Side], other: &[Side]) -> f32 {
        let mut shared = 0.0;
        for a in one {
            for b in other {
                shared += worth_of_shared(&a.words, &b.words);
            }
        }
        if !self.is_one_language {
            return -(shared / 2.0).min(SAME_NAMES);
        }
        let worth = |sides: &[Side]| sides.iter().map(|side| side.worth).sum::<f32>();
        let (one_worth, other_worth) = (worth(one), worth(other));
        let least = one_worth.min(other_worth);
        if least <= f32::EPSILON {
            return 0.0;
        }
        // A short record, or a quotation, may hold a part of what was said: what it holds must be in the other.
        let held = (shared / least / ENOUGH).min(1.0);
        // The more of both is the same, the better.
        let same = (2.0 * shared / (one_worth + other_worth)).min(1.0);
        let missing = f32::midpoint(one_worth, other_worth).min(MISSING_WORDS);
        let strange = strange(one, other) + strange(other, one);
        missing * (1.0 - held) + strange - SAME_WORDS * same
    }
}

/// Of several turns that stand beside others, each must have words of them: else it would rather stand alone.
fn strange(several: &[Side], others: &[Side]) -> f32 {
    if several.len() < 2 {
        return 0.0;
    }
    let own = several
        .iter()
        .filter(|side| side.speaker == several[0].speaker);
    let costs = own.map(|side| {
        let shared: f32 = others
            .iter()
            .map(|other| worth_of_shared(&side.words, &other.words))
            .sum();
        let held = (shared / side.worth.max(f32::EPSILON) / ENOUGH).min(1.0);
        side.worth.min(super::cheapest::ALONE) * (1.0 - held)
    });
    costs.sum()
}

/// Who speaks some turns, and what it costs that somebody else comes in between; nothing where they are of several.
fn voice(sides: &[Side]) -> Option<(Speaker, f32)> {
    let (first, rest) = sides.split_first()?;
    let is_same = |side: &&Side| side.speaker == first.speaker || side.speaker == Speaker::Nobody;
    let n_others = rest.iter().filter(|side| !is_same(side)).count();
    if n_others == 0 {
        let named = sides.iter().find(|side| side.speaker != Speaker::Nobody);
        let voice = named.map_or(&first.speaker, |side| &side.speaker);
        return Some((voice.clone(), 0.0));
    }
    let last = rest.last()?;
    let is_whole = last.speaker == first.speaker && first.speaker != Speaker::Nobody;
    (is_whole && n_others == 1).then(|| (first.speaker.clone(), INTERRUPTED))
}

fn worth_of_shared(one: &[(u32, f32)], other: &[(u32, f32)]) -> f32 {
    let (mut i, mut j, mut worth) = (0, 0, 0.0);
    while i < one.len() && j < other.len() {
        match one[i].0.cmp(&other[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                worth += one[i].1;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    worth
}

/// How many letters of the other record stand for one of this. Where one has far more turns, one is an excerpt, and their sums say nothing.
fn ratio(one: &Record, other: &Record) -> f32 {
    let (n, m) = (one.turns.len(), other.turns.len());
    if n.max(m) * 2 > n.min(m) * 3 {
        return 1.0;
    }
    let length = |record: &Record| record.turns.iter().map(|turn| turn.length).sum::<usize>();
    let ratio = (length(other) as f32 + SHORT) / (length(one) as f32 + SHORT);
    ratio.clamp(0.3, 3.3)
}

fn is_one_language(one: &Record, other: &Record) -> bool {
    if let (Some(one), Some(other)) = (&one.language, &other.language) {
        return language::is_same(one, other);
    }
    let words = |record: &Record| -> BTreeSet<String> {
        let turns = record.turns.iter();
        turns.flat_map(|turn| turn.words.iter().cloned()).collect()
    };
    let (one, other) = (words(one), words(other));
    let n_least = one.len().min(other.len());
    let n_shared = one.intersection(&other).count();
    n_shared as f32 >= ONE_LANGUAGE * n_least as f32
}
