//! The cheapest way to set some turns beside some rows: dynamic programming over beads.

use super::compare::MOST_GAINED;
use super::{Bead, Problem};
use std::ops::Range;

/// What a row or turn costs that stands alone.
pub(super) const ALONE: f32 = 3.0;

/// How many rows and turns a bead has, and what that alone costs.
const BEADS: [(usize, usize, f32); 7] = [
    (1, 1, 0.0),
    // Of two ways that cost the same the first is taken: then what the earlier record has alone comes before what the new one has.
    (0, 1, ALONE),
    (1, 0, ALONE),
    (1, 2, 1.5),
    (2, 1, 1.5),
    (1, 3, 3.0),
    (3, 1, 3.0),
];

/// How many rows back a bead can reach.
const REACH: usize = 3;

/// The most pairs of row and turn that are looked at. Two records that have more are compared only where they should meet.
const MOST_PAIRS: usize = 16_000_000;

/// Adds the cheapest beads between two places.
pub(super) fn between(
    problem: &Problem<'_>,
    rows: Range<usize>,
    turns: Range<usize>,
    beads: &mut Vec<Bead>,
) {
    let band = Band::new(rows.len(), turns.len());
    // Costs of the last rows, by how far the turns have come; and by which bead each place is reached cheapest.
    let mut costs = vec![vec![f32::INFINITY; turns.len() + 1]; REACH + 1];
    let mut reached_by = vec![u8::MAX; (rows.len() + 1) * band.width];
    for row in 0..=rows.len() {
        costs[row % (REACH + 1)].fill(f32::INFINITY);
        for turn in band.turns(row) {
            let mut best = (f32::INFINITY, u8::MAX);
            if row == 0 && turn == 0 {
                best.0 = 0.0;
            }
            for (kind, &(n_rows, n_turns, own)) in BEADS.iter().enumerate() {
                if n_rows > row || n_turns > turn {
                    continue;
                }
                let before = own + costs[(row - n_rows) % (REACH + 1)][turn - n_turns];
                // Nothing makes a bead cheaper than its own cost by more than words can make up for.
                if before - MOST_GAINED >= best.0 {
                    continue;
                }
                let cost = if n_rows == 0 || n_turns == 0 {
                    before
                } else {
                    let from = (rows.start + row - n_rows)..(rows.start + row);
                    let to = (turns.start + turn - n_turns)..(turns.start + turn);
                    before + problem.cost(&from, &to, best.0 - before)
                };
                if cost < best.0 {
                    best = (cost, kind as u8);
                }
            }
            costs[row % (REACH + 1)][turn] = best.0;
            reached_by[band.at(row, turn)] = best.1;
        }
    }
    let first = beads.len();
    let (mut row, mut turn) = (rows.len(), turns.len());
    while (row, turn) != (0, 0) {
        let kind = usize::from(reached_by[band.at(row, turn)]);
        let (n_rows, n_turns, _) = BEADS[kind];
        beads.push((
            (rows.start + row - n_rows)..(rows.start + row),
            (turns.start + turn - n_turns)..(turns.start + turn),
        ));
        (row, turn) = (row - n_rows, turn - n_turns);
    }
    beads[first..].reverse();
}

/// Which turns are looked at for each row: all of them, or where there are too many those around the place where both records have come
/// equally far.
struct Band {
    n_rows: usize,
    n_turns: usize,
    width: usize,
}

impl Band {
    fn new(n_rows: usize, n_turns: usize) -> Band {
        let width = (MOST_PAIRS / (n_rows + 1)).max(64);
        // A step from row to row must not leave the band.
        let width = width.max(4 * (n_turns / (n_rows + 1) + 1)).min(n_turns + 1);
        Band {
            n_rows,
            n_turns,
            width,
        }
    }

    fn first(&self, row: usize) -> usize {
        let middle = (row * self.n_turns).checked_div(self.n_rows).unwrap_or(0);
        let first = middle.saturating_sub(self.width / 2);
        first.min(self.n_turns + 1 - self.width)
    }

    fn turns(&self, row: usize) -> Range<usize> {
        let first = self.first(row);
        first..first + self.width
    }

    fn at(&self, row: usize, turn: usize) -> usize {
        row * self.width + turn - self.first(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_leads_from_the_beginning_to_the_end() {
        for (n, m) in [(0, 5), (5, 0), (3, 4), (100_000, 90_000), (20, 5_000_000)] {
            let band = Band::new(n, m);
            assert!(band.turns(0).contains(&0), "{n} {m}");
            assert!(band.turns(n).contains(&m), "{n} {m}");
            for i in [0, n / 2, n.saturating_sub(1)] {
                let (here, next) = (band.turns(i), band.turns((i + 1).min(n)));
                assert!(next.start < here.end, "{n} {m} {i}");
            }
        }
    }
}
