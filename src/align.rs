//! Several records of one conversation → their turns in rows, those that say the same beside each other.
//!
//! What comes in is what can be compared: who speaks, how long, and the words that the records may share: their own, names and numbers.
//! What goes out is an order of rows in which every turn stands once and no record changes its order. The cheapest of all such orders is
//! looked for, as Gale and Church align sentences: one turn beside one, two or three of another record, or beside none. A speaker who is
//! another costs most; then come words that are missing, then a share of the record that is another. What the editors pin together stays
//! together, whatever it costs. The crates that align do so letter by letter or by equality; none knows one turn beside several.

mod cheapest;
mod compare;

use compare::{Comparison, MOST_GAINED};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What can be compared of a turn.
#[derive(Clone, Debug)]
pub struct Said {
    /// Who speaks.
    pub speaker: Speaker,
    /// How long it is, in letters.
    pub length: usize,
    /// Its words, folded, and who is mentioned in it: what another record may have too.
    pub words: BTreeSet<String>,
}

/// Who speaks, as far as two records can tell the same.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Speaker {
    /// Somebody of the authority file: another one in the other record is somebody else.
    Known(String),
    /// Somebody known from labels only, who may have another label in another language.
    Label(String),
    /// Nobody is named.
    Nobody,
}

/// A record: its turns, in order.
#[derive(Clone, Debug)]
pub struct Record {
    /// The language, as a tag, where it is known.
    pub language: Option<String>,
    /// The turns.
    pub turns: Vec<Said>,
}

/// A turn of one of the records: the record's position, the turn's position in it.
pub type Place = (usize, usize);

/// What the editors say of turns.
#[derive(Clone, Default, Debug)]
pub struct Pins {
    /// These two say the same.
    pub together: Vec<(Place, Place)>,
    /// No other record has this one.
    pub alone: BTreeSet<Place>,
}

/// For each record the turns that stand in a row; none where it has nothing to set beside the others.
pub type Row = Vec<Range<usize>>;

/// The records in rows.
pub fn rows(records: &[Record], pins: &Pins) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for at in 0..records.len() {
        rows = joined(records, &rows, at, pins);
    }
    rows
}

/// Rows with one record more.
fn joined(records: &[Record], rows: &[Row], new: usize, pins: &Pins) -> Vec<Row> {
    let n_turns = records[new].turns.len();
    let comparisons: Vec<Comparison> = (0..new)
        .map(|old| Comparison::new(&records[old], &records[new]))
        .collect();
    let blocks = blocks(rows, new, pins);
    let problem = Problem {
        rows,
        n_turns,
        comparisons,
        blocks,
        alone: Alone::of(rows, new, n_turns, pins),
    };
    let mut beads = problem.solved();
    if problem.has_unsettled_labels() {
        let settled = problem.settled(&beads);
        beads = settled.solved();
    }
    let joined = beads.into_iter().map(|bead| {
        let mut row: Row = (0..new).map(|record| hull(rows, &bead.0, record)).collect();
        row.push(bead.1);
        row
    });
    joined.collect()
}

/// The turns of a record that some rows hold together.
fn hull(rows: &[Row], range: &Range<usize>, record: usize) -> Range<usize> {
    let held = rows[range.clone()].iter().map(|row| &row[record]);
    let mut held = held.filter(|turns| !turns.is_empty());
    let Some(first) = held.next() else {
        return 0..0;
    };
    first.start..held.next_back().unwrap_or(first).end
}

/// Some rows beside some turns of the record that is added.
type Bead = (Range<usize>, Range<usize>);

/// Rows and turns that stand alone because the editors say so.
struct Alone {
    rows: Vec<bool>,
    turns: Vec<bool>,
}

impl Alone {
    fn of(rows: &[Row], new: usize, n_turns: usize, pins: &Pins) -> Alone {
        let is_alone = |record: usize, turn: usize| pins.alone.contains(&(record, turn));
        let of_row = |row: &Row| {
            let turns = row.iter().enumerate();
            turns
                .flat_map(|(record, turns)| turns.clone().map(move |turn| (record, turn)))
                .any(|(record, turn)| is_alone(record, turn))
        };
        Alone {
            rows: rows.iter().map(of_row).collect(),
            turns: (0..n_turns).map(|turn| is_alone(new, turn)).collect(),
        }
    }
}

/// What the editors pin, as rows and turns that stand together, in order. What would change the order of a record is left out.
fn blocks(rows: &[Row], new: usize, pins: &Pins) -> Vec<Bead> {
    let row_of = |(record, turn): Place| {
        let mut all = rows.iter();
        all.position(|row| row[record].contains(&turn))
    };
    let pairs = pins.together.iter().filter_map(|&(one, other)| {
        let (old, turn) = if other.0 == new {
            (one, other.1)
        } else if one.0 == new {
            (other, one.1)
        } else {
            return None;
        };
        let row = if old.0 < new {
            row_of(old)?
        } else {
            return None;
        };
        Some((row..row + 1, turn..turn + 1))
    });
    let mut blocks: Vec<Bead> = Vec::new();
    let sorted: BTreeMap<(usize, usize), Bead> = pairs
        .map(|bead| ((bead.0.start, bead.1.start), bead))
        .collect();
    for (rows, turns) in sorted.into_values() {
        let Some(last) = blocks.last_mut() else {
            blocks.push((rows, turns));
            continue;
        };
        if rows.start < last.0.end || (turns.start < last.1.end && turns.start >= last.1.start) {
            last.0.end = last.0.end.max(rows.end);
            last.1 = last.1.start.min(turns.start)..last.1.end.max(turns.end);
        } else if turns.start >= last.1.end {
            blocks.push((rows, turns));
        }
    }
    blocks
}

/// One record to be set beside rows.
struct Problem<'a> {
    rows: &'a [Row],
    n_turns: usize,
    /// The new record beside each of the others.
    comparisons: Vec<Comparison>,
    blocks: Vec<Bead>,
    alone: Alone,
}

impl Problem<'_> {
    /// The beads, in order: those that are pinned, and the cheapest between them.
    fn solved(&self) -> Vec<Bead> {
        let mut beads = Vec::new();
        let (mut row, mut turn) = (0, 0);
        for block in &self.blocks {
            cheapest::between(self, row..block.0.start, turn..block.1.start, &mut beads);
            beads.push(block.clone());
            (row, turn) = (block.0.end, block.1.end);
        }
        cheapest::between(self, row..self.rows.len(), turn..self.n_turns, &mut beads);
        beads
    }

    fn has_unsettled_labels(&self) -> bool {
        self.comparisons.iter().any(Comparison::has_labels)
    }

    /// The same, once it is known which label of one language stands beside which of another.
    fn settled(&self, beads: &[Bead]) -> Problem<'_> {
        let comparisons = self.comparisons.iter().enumerate();
        let comparisons = comparisons.map(|(old, comparison)| {
            let pairs = beads.iter().filter_map(|(rows, turns)| {
                let one = hull(self.rows, rows, old);
                (one.len() == 1 && turns.len() == 1).then_some((one.start, turns.start))
            });
            comparison.settled(pairs)
        });
        Problem {
            rows: self.rows,
            n_turns: self.n_turns,
            comparisons: comparisons.collect(),
            blocks: self.blocks.clone(),
            alone: Alone {
                rows: self.alone.rows.clone(),
                turns: self.alone.turns.clone(),
            },
        }
    }

    /// What it costs to set some rows beside some turns, on the average of the records that stand in them; anything above
    /// `limit` will do where it costs more than that.
    fn cost(&self, rows: &Range<usize>, turns: &Range<usize>, limit: f32) -> f32 {
        let is_alone = self.alone.rows[rows.clone()].contains(&true)
            || self.alone.turns[turns.clone()].contains(&true);
        if is_alone {
            return f32::INFINITY;
        }
        let comparisons = self.comparisons.iter().enumerate();
        let sides = comparisons.filter_map(|(old, comparison)| {
            let held = hull(self.rows, rows, old);
            (!held.is_empty()).then_some((comparison, held))
        });
        let sides: Vec<(&Comparison, Range<usize>)> = sides.collect();
        let mean = |costs: &mut dyn Iterator<Item = f32>| costs.sum::<f32>() / sides.len() as f32;
        let is_known_place =
            rows.len() == 1 && sides.iter().any(|(one, held)| one.has_voices(held));
        let by_speaker = if is_known_place {
            let costs = sides.iter().map(|(one, held)| one.by_speakers(held, turns));
            costs.fold(f32::INFINITY, f32::min)
        } else {
            mean(&mut sides.iter().map(|(one, held)| one.by_speaker(held, turns)))
        };
        if by_speaker >= limit + MOST_GAINED {
            return f32::INFINITY;
        }
        by_speaker + mean(&mut sides.iter().map(|(one, held)| one.by_text(held, turns)))
    }
}

#[cfg(test)]
mod tests;
