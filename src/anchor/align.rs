//! What a lock keeps and what stands there today → which is which.
//!
//! First what is the same, in order; then what moved or was corrected, by the words both have; then what stands between the same
//! neighbors. What fits nothing is gone, or new.

use super::print::{Full, Print};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::BTreeMap;

/// Hashes that so many old texts have say nothing: `thank you very much`.
const COMMON: usize = 24;

/// How many pairs of a gap are compared at most.
const LARGEST_GAP: usize = 1_000_000;

/// A text of the lock.
pub(super) struct Old<'a> {
    pub(super) print: &'a Print,
    /// Whether it was there at the last build. What was gone comes back only where it is clearly the same.
    pub(super) was_there: bool,
}

/// For each text of today the one of the lock that it is.
pub(super) fn align(old: &[Old<'_>], new: &[Full]) -> Vec<Option<usize>> {
    let mut pairs = Pairs {
        old,
        new,
        of_old: vec![None; old.len()],
        of_new: vec![None; new.len()],
    };
    pairs.same();
    if pairs.of_new.iter().all(Option::is_some) {
        return pairs.of_new;
    }
    pairs.alike();
    pairs.between();
    pairs.written_anew();
    pairs.of_new
}

/// For each old text the one of today that holds most of it, at least half.
pub(super) fn holders(old: &[&Print], new: &[Full]) -> Vec<Option<usize>> {
    let wanted = old.iter().flat_map(|print| &print.sketch);
    let mut by_hash: BTreeMap<u32, Vec<usize>> = wanted.map(|hash| (*hash, Vec::new())).collect();
    if by_hash.is_empty() {
        return vec![None; old.len()];
    }
    for (at, full) in new.iter().enumerate() {
        for hash in &full.all {
            if let Some(here) = by_hash.get_mut(hash) {
                here.push(at);
            }
        }
    }
    let holder = |print: &&Print| {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for at in print.sketch.iter().flat_map(|hash| &by_hash[hash]) {
            *counts.entry(*at).or_default() += 1;
        }
        let most = counts
            .into_iter()
            .max_by_key(|(at, n)| (*n, std::cmp::Reverse(*at)))?;
        (most.1 * 2 >= print.sketch.len()).then_some(most.0)
    };
    old.iter().map(holder).collect()
}

struct Pairs<'a> {
    old: &'a [Old<'a>],
    new: &'a [Full],
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
}

/// How much two texts have in common.
#[derive(Clone, Copy)]
struct Likeness {
    /// Number of the old one's hashes that are in the new one.
    n_shared: usize,
    /// Of all that both hold, what both hold.
    of_both: f64,
    /// Of the shorter, what the longer holds.
    of_shorter: f64,
}

impl Pairs<'_> {
    fn join(&mut self, old: usize, new: usize) {
        self.of_old[old] = Some(new);
        self.of_new[new] = Some(old);
    }

    fn likeness(&self, old: usize, new: usize) -> Likeness {
        let (old, new) = (self.old[old].print, &self.new[new]);
        likeness(new.n_shared(old), old, new)
    }

    /// What is the same in the same order.
    fn same(&mut self) {
        let there = self.old.iter().filter(|old| old.was_there);
        let old: Vec<u64> = there.map(|old| old.print.key()).collect();
        let new: Vec<u64> = self.new.iter().map(|full| full.print.key()).collect();
        for op in capture_diff_slices(Algorithm::Patience, &old, &new) {
            if let DiffOp::Equal {
                old_index,
                new_index,
                len,
            } = op
            {
                for at in 0..len {
                    self.join(old_index + at, new_index + at);
                }
            }
        }
    }

    /// What has words in common, wherever it stands: the likest first.
    fn alike(&mut self) {
        let mut by_hash: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (at, old) in self.old.iter().enumerate() {
            if self.of_old[at].is_none() {
                for hash in &old.print.sketch {
                    by_hash.entry(*hash).or_default().push(at);
                }
            }
        }
        let mut found: Vec<(f64, usize, usize, usize)> = Vec::new();
        for (at, full) in self.new.iter().enumerate() {
            if self.of_new[at].is_some() {
                continue;
            }
            let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
            for hash in &full.all {
                if let Some(here) = by_hash.get(hash).filter(|here| here.len() <= COMMON) {
                    for old in here {
                        *counts.entry(*old).or_default() += 1;
                    }
                }
            }
            for old in counts.into_keys() {
                let print = self.old[old].print;
                let like = self.likeness(old, at);
                if self.is_same(old, at, like) {
                    let same_label = f64::from(u8::from(print.label == full.print.label));
                    let beside = f64::from(u8::from(self.has_same_neighbor(old, at)));
                    let weight = like.of_both + 0.05 * same_label + 0.1 * beside;
                    let far = old.abs_diff(at);
                    found.push((weight, far, old, at));
                }
            }
        }
        found.sort_by(|a, b| {
            b.0.total_cmp(&a.0)
                .then((a.1, a.2, a.3).cmp(&(b.1, b.2, b.3)))
        });
        for (_, _, old, new) in found {
            if self.of_old[old].is_none() && self.of_new[new].is_none() {
                self.join(old, new);
            }
        }
    }

    fn is_same(&self, old: usize, new: usize, like: Likeness) -> bool {
        let print = self.old[old].print;
        let is_enough = like.n_shared >= 2 || print.sketch.len() <= 3 && like.n_shared > 0;
        if !self.old[old].was_there {
            return like.of_both >= 0.6 && print.n_words >= 6;
        }
        let is_local = self.has_same_neighbor(old, new);
        is_enough
            && like.of_shorter >= 0.45
            && (like.of_both >= 0.25 || is_local && like.of_both >= 0.04)
    }

    /// Whether what stands before or after is known to be the same.
    fn has_same_neighbor(&self, old: usize, new: usize) -> bool {
        let before = old.checked_sub(1).zip(new.checked_sub(1));
        let is_after = self
            .of_old
            .get(old + 1)
            .is_some_and(|at| *at == Some(new + 1));
        is_after || before.is_some_and(|(old, new)| self.of_old[old] == Some(new))
    }

    /// What stands between the same neighbors, in order.
    fn between(&mut self) {
        let mut backbone = longest_rise(&self.of_old);
        backbone.push((self.old.len(), self.new.len()));
        let (mut old_from, mut new_from) = (0, 0);
        for (old_to, new_to) in backbone {
            let free = |list: &[Option<usize>], from: usize, to: usize| -> Vec<usize> {
                (from..to).filter(|at| list[*at].is_none()).collect()
            };
            let mut old = free(&self.of_old, old_from, old_to);
            old.retain(|at| self.old[*at].was_there && !self.old[*at].print.is_blank());
            let mut new = free(&self.of_new, new_from, new_to);
            new.retain(|at| !self.new[*at].print.is_blank());
            if !old.is_empty() && !new.is_empty() && old.len() * new.len() <= LARGEST_GAP {
                for (old, new) in self.best(&old, &new) {
                    self.join(old, new);
                }
            }
            // Words that are withheld from now on, or no longer: the turn is known by its place and its label.
            let old = free(&self.of_old, old_from, old_to.min(self.old.len()));
            let old: Vec<usize> = old
                .into_iter()
                .filter(|at| self.old[*at].was_there)
                .collect();
            if let ([old], [new]) = (old.as_slice(), &free(&self.of_new, new_from, new_to)[..]) {
                let (before, now) = (self.old[*old].print, &self.new[*new].print);
                if before.label == now.label && (before.is_blank() || now.is_blank()) {
                    self.join(*old, *new);
                }
            }
            (old_from, new_from) = (old_to + 1, new_to + 1);
        }
    }

    /// The pairs of a gap that are likest together, in order.
    fn best(&self, old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
        let columns = new.len() + 1;
        let mut sums = vec![0.0_f64; (old.len() + 1) * columns];
        for (i, one) in old.iter().enumerate().rev() {
            for (j, other) in new.iter().enumerate().rev() {
                let pair = self.worth(*one, *other);
                let joined = pair.map_or(f64::MIN, |worth| worth + sums[(i + 1) * columns + j + 1]);
                let apart = sums[(i + 1) * columns + j].max(sums[i * columns + j + 1]);
                sums[i * columns + j] = joined.max(apart);
            }
        }
        let (mut i, mut j, mut out) = (0, 0, Vec::new());
        while i < old.len() && j < new.len() {
            let here = sums[i * columns + j];
            let joined = self
                .worth(old[i], new[j])
                .map(|worth| worth + sums[(i + 1) * columns + j + 1]);
            if joined.is_some_and(|joined| joined >= here) {
                out.push((old[i], new[j]));
                (i, j) = (i + 1, j + 1);
            } else if sums[(i + 1) * columns + j] >= here {
                i += 1;
            } else {
                j += 1;
            }
        }
        out
    }

    /// How well two texts between the same neighbors fit; `None` where they are two.
    fn worth(&self, old: usize, new: usize) -> Option<f64> {
        let (print, full) = (self.old[old].print, &self.new[new]);
        let like = self.likeness(old, new);
        let same_label = print.label == full.print.label;
        let are_short = print.n_words <= 3 && full.print.n_words <= 3;
        let fits = if same_label {
            are_short || like.of_shorter >= 0.1
        } else {
            like.of_shorter >= 0.3
        };
        fits.then_some(0.1 + like.of_shorter + if same_label { 0.5 } else { 0.0 })
    }

    /// A text written anew from beginning to end, such as another translation: its turns are the same if the labels are, one by one. So
    /// they are where nothing is known of the old words.
    fn written_anew(&mut self) {
        let there = self.old.iter().take_while(|old| old.was_there);
        let prints: Vec<&Print> = there.map(|old| old.print).collect();
        if self.of_new.iter().any(Option::is_some) || prints.is_empty() {
            return;
        }
        let are_blank = prints.iter().all(|print| print.is_blank());
        let labels = prints.iter().map(|print| print.label);
        let same = prints.len() == self.new.len()
            && labels.eq(self.new.iter().map(|full| full.print.label));
        if are_blank || same && prints.len() >= 3 {
            for at in 0..prints.len().min(self.new.len()) {
                self.join(at, at);
            }
        }
    }
}

fn likeness(n_shared: usize, old: &Print, new: &Full) -> Likeness {
    let (n_old, n_new) = (old.n_hashes() as f64, new.all.len() as f64);
    let share = n_shared as f64 / old.sketch.len().max(1) as f64;
    let both = (share * n_old).min(n_new);
    Likeness {
        n_shared,
        of_both: both / (n_old + n_new - both),
        of_shorter: both / n_old.min(n_new),
    }
}

/// The longest list of pairs in which both sides rise.
fn longest_rise(of_old: &[Option<usize>]) -> Vec<(usize, usize)> {
    let pairs: Vec<(usize, usize)> = of_old
        .iter()
        .enumerate()
        .filter_map(|(old, new)| Some((old, (*new)?)))
        .collect();
    // The last pairs of the best lists of each length, and what stands before each pair.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (at, (_, new)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *new);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut out = Vec::new();
    let mut at = ends.last().copied();
    while let Some(here) = at {
        out.push(pairs[here]);
        at = before[here];
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const TALK: [(&str, &str); 6] = [
        (
            "A",
            "We have come a long way since the spring of that year.",
        ),
        ("B", "Yes."),
        (
            "A",
            "The second question is about the treaty and its last paragraph.",
        ),
        (
            "B",
            "I would rather speak about the grain and the credits for it.",
        ),
        ("A", "Yes."),
        (
            "B",
            "Then let us meet again in the autumn, here or in Paris.",
        ),
    ];

    fn fulls(turns: &[(&str, &str)]) -> Vec<Full> {
        let full =
            |(label, text): &(&str, &str)| super::super::print::tests::full_of(Some(label), text);
        turns.iter().map(full).collect()
    }

    fn aligned(new: &[(&str, &str)]) -> Vec<Option<usize>> {
        let old: Vec<Print> = fulls(&TALK).into_iter().map(|full| full.print).collect();
        let old: Vec<Old<'_>> = old
            .iter()
            .map(|print| Old {
                print,
                was_there: true,
            })
            .collect();
        align(&old, &fulls(new))
    }

    #[test]
    fn what_is_the_same_is_the_same() {
        assert_eq!(aligned(&TALK), (0..6).map(Some).collect::<Vec<_>>());
    }

    #[test]
    fn a_turn_moved_and_corrected_is_known() {
        let mut new = TALK;
        new.swap(0, 3);
        new[0].1 = "I would rather speak of the grain and the credits for it.";
        assert_eq!(aligned(&new), [3, 1, 2, 0, 4, 5].map(Some));
    }

    #[test]
    fn short_turns_are_known_by_their_neighbors() {
        let mut new = TALK;
        new[1].1 = "No!";
        new[4] = ("A.", "Yess.");
        let found = aligned(&new);
        assert_eq!(found[1], Some(1));
        assert_eq!(found[5], Some(5));
    }

    #[test]
    fn another_turn_in_the_place_of_one_is_another() {
        let mut new = TALK;
        new[2].1 = "Nothing that was said before, and at some length too.";
        assert_eq!(aligned(&new)[2], None);
    }

    #[test]
    fn a_part_of_a_turn_is_the_turn_and_the_rest_is_new() {
        let mut new = TALK.to_vec();
        new[2].1 = "The second question is";
        new.insert(3, ("C", "about the treaty and its last paragraph."));
        let found = aligned(&new);
        assert_eq!(found.iter().filter(|at| **at == Some(2)).count(), 1);
        assert_eq!(found.iter().filter(|at| at.is_none()).count(), 1);
    }

    #[test]
    fn a_new_translation_keeps_the_turns() {
        let new: Vec<(&str, String)> = TALK
            .iter()
            .enumerate()
            .map(|(n, (label, _))| (*label, format!("x{n} y{n} z{n} v{n} w{n}")))
            .collect();
        let new: Vec<(&str, &str)> = new.iter().map(|(l, t)| (*l, t.as_str())).collect();
        assert_eq!(aligned(&new), (0..6).map(Some).collect::<Vec<_>>());
    }
}
