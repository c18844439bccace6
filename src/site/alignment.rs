//! Which turns of the records of one conversation say the same, row by row: what [`align`] finds, and what the editors pin.

mod pins;

use super::{DocumentEntry, Site, Telling, TurnEntry};
use crate::align::{self, Record, Said, Speaker};
use crate::anchor::Anchors;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::document::{Block, Turn};
use crate::fold::folded;
use crate::language::is_cjk;
use crate::record::TurnNamed;
use crate::resolve::Attribution;
use crate::source::DocumentId;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The records of one conversation, side by side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alignment {
    /// The records, in the order of the conversation's; those without turns are left out.
    pub records: Vec<Telling>,
    /// The rows: every turn of every record stands in one of them, and no record changes its order.
    pub rows: Vec<AlignedRow>,
}

/// Turns that stand beside each other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AlignedRow {
    /// For each record the turns, as positions in its document's; none where it has nothing to set beside the others.
    pub sides: Vec<Vec<usize>>,
    /// What the editors say of them: turns that belong together, by record and position in its document.
    pub together: Vec<(align::Place, align::Place)>,
    /// Turns of which they say that no other record has them.
    pub alone: Vec<align::Place>,
}

/// A turn of another record that says the same.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Other {
    /// Position of its document in [`Site::documents`].
    pub document: usize,
    /// Position of the turn in the document's.
    pub turn: usize,
    /// The conversation.
    pub conversation: usize,
}

impl AlignedRow {
    /// Whether the editors say something of it.
    pub fn is_set(&self) -> bool {
        !self.together.is_empty() || !self.alone.is_empty()
    }

    /// Whether the editors say that two turns belong together.
    pub fn is_set_together(&self, one: align::Place, other: align::Place) -> bool {
        self.together.contains(&(one, other)) || self.together.contains(&(other, one))
    }

    fn holds(&self, (record, turn): align::Place) -> bool {
        self.sides[record].contains(&turn)
    }
}

impl Alignment {
    /// The pairs of turns in a row that say the same, by record and turn, each pair in both directions. Where one turn stands beside
    /// several, what somebody else says among them is of no pair.
    pub fn pairs(&self, site: &Site, row: usize) -> Vec<(align::Place, align::Place)> {
        let sides = &self.rows[row].sides;
        let document = |record: usize| &site.documents[self.records[record].document];
        let held = sides.iter().enumerate();
        let held = held.flat_map(|(record, turns)| turns.iter().map(move |turn| (record, *turn)));
        let held: Vec<align::Place> = held.collect();
        let is_first = |(record, turn): align::Place| {
            let first = sides[record].first();
            let voice_of = |turn: &usize| voice(document(record), *turn);
            first.map(voice_of) == Some(voice_of(&turn))
        };
        let say_the_same = |one: align::Place, other: align::Place| {
            let voices = (
                voice(document(one.0), one.1),
                voice(document(other.0), other.1),
            );
            let are_single = sides[one.0].len() == 1 && sides[other.0].len() == 1;
            are_single
                || match voices {
                    (Speaker::Known(one), Speaker::Known(other)) => one == other,
                    _ => is_first(one) && is_first(other),
                }
        };
        let pairs = held
            .iter()
            .flat_map(|one| held.iter().map(move |other| (*one, *other)));
        pairs
            .filter(|(one, other)| one.0 != other.0 && say_the_same(*one, *other))
            .collect()
    }

    /// The turns of a record that no other record has.
    pub fn alone(&self, site: &Site, record: usize) -> Vec<usize> {
        let mut out = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let pairs = self.pairs(site, at);
            let is_met = |turn: &usize| pairs.iter().any(|(one, _)| *one == (record, *turn));
            out.extend(
                row.sides[record]
                    .iter()
                    .copied()
                    .filter(|turn| !is_met(turn)),
            );
        }
        out
    }

    /// The turns of a record, in order.
    pub fn turns(&self, record: usize) -> impl Iterator<Item = usize> {
        let rows = self.rows.iter();
        rows.flat_map(move |row| row.sides[record].iter().copied())
    }

    /// How many rows hold turns of more than one record.
    pub fn n_shared(&self) -> usize {
        let rows = self.rows.iter();
        rows.filter(|row| row.sides.iter().filter(|side| !side.is_empty()).count() > 1)
            .count()
    }
}

impl Site {
    /// Sets the records of each conversation beside each other, once conversations are gathered.
    pub(super) fn align_records(&mut self, diagnostics: &mut Diagnostics) {
        let pins = pins::read(self, diagnostics);
        let site = &*self;
        let found: Vec<Option<Alignment>> = (0..site.conversations.len())
            .into_par_iter()
            .map(|index| site.aligned(index, &pins))
            .collect();
        for (conversation, alignment) in self.conversations.iter_mut().zip(found) {
            conversation.alignment = alignment;
        }
        for conversation in &self.conversations {
            if let Some(alignment) = &conversation.alignment {
                pins::look(self, alignment, &pins, diagnostics);
                report(self, alignment, diagnostics);
            }
        }
    }

    /// For each turn of a document that other records have too, where.
    pub fn others(&self, entry: &DocumentEntry) -> BTreeMap<usize, Vec<Other>> {
        let mut out: BTreeMap<usize, Vec<Other>> = BTreeMap::new();
        for conversation in self.conversations_held(entry) {
            let Some(alignment) = &self.conversations[conversation].alignment else {
                continue;
            };
            let is_own = |record: usize| {
                let document = &self.documents[alignment.records[record].document];
                document.id == entry.id
            };
            for at in 0..alignment.rows.len() {
                for ((record, turn), (other, there)) in alignment.pairs(self, at) {
                    if is_own(record) {
                        out.entry(turn).or_default().push(Other {
                            document: alignment.records[other].document,
                            turn: there,
                            conversation,
                        });
                    }
                }
            }
        }
        out
    }

    /// The conversations a document is a record of, whole or in part.
    pub fn conversations_held(&self, entry: &DocumentEntry) -> BTreeSet<usize> {
        let parts = entry.conversations.iter().map(|part| part.conversation);
        entry.conversation.into_iter().chain(parts).collect()
    }

    fn aligned(&self, index: usize, pins: &[pins::Pin]) -> Option<Alignment> {
        let mut of_documents: Vec<(Telling, BTreeSet<usize>)> = Vec::new();
        for telling in &self.conversations[index].tellings {
            let turns = telling.turns(self);
            let mut known = of_documents.iter_mut();
            // What a document tells in several places is one record.
            match known.find(|(other, _)| other.document == telling.document) {
                Some((_, all)) => all.extend(turns),
                None => of_documents.push((*telling, turns.collect())),
            }
        }
        // Originals before translations, reports last.
        of_documents.sort_by_key(|(telling, _)| {
            let facts = &self.documents[telling.document].facts;
            (telling.part.is_some(), facts.original_language.is_some())
        });
        let with_turns = of_documents
            .into_iter()
            .filter(|(_, turns)| !turns.is_empty());
        let (records, turns): (Vec<Telling>, Vec<Vec<usize>>) = with_turns
            .map(|(telling, turns)| (telling, turns.into_iter().collect()))
            .unzip();
        if records.len() < 2 {
            return None;
        }
        let read = records.iter().zip(&turns).map(|(telling, turns)| {
            let document = &self.documents[telling.document];
            let met = mentioned(document);
            Record {
                language: document.facts.language.clone(),
                turns: turns
                    .iter()
                    .map(|turn| said(document, *turn, &met))
                    .collect(),
            }
        });
        let read: Vec<Record> = read.collect();
        let pins = pins::of_records(pins, &records, &turns);
        let rows = align::rows(&read, &pins);
        let rows = rows.into_iter().map(|row| {
            let is_held = |(record, turn): align::Place| row[record].contains(&turn);
            let named = |(record, turn): align::Place| (record, turns[record][turn]);
            let together = pins.together.iter();
            let together = together.filter(|(one, other)| is_held(*one) && is_held(*other));
            let alone = pins.alone.iter().filter(|place| is_held(**place));
            let sides = row.iter().zip(&turns);
            AlignedRow {
                sides: sides
                    .map(|(range, turns)| turns[range.clone()].to_vec())
                    .collect(),
                together: together
                    .map(|(one, other)| (named(*one), named(*other)))
                    .collect(),
                alone: alone.map(|place| named(*place)).collect(),
            }
        });
        Some(Alignment {
            rows: rows.collect(),
            records,
        })
    }
}

/// Who speaks a turn, as far as records can be compared by it.
fn voice(document: &DocumentEntry, turn: usize) -> Speaker {
    let TurnEntry { attribution, .. } = &document.turns[turn];
    let label = || {
        let label = document.turn(turn).label.as_ref();
        label.map_or(Speaker::Nobody, |label| {
            Speaker::Label(folded(label.name()).collect())
        })
    };
    match attribution {
        Attribution::Known { person, .. } | Attribution::ByRecord { person, .. } => {
            Speaker::Known(person.to_string())
        }
        Attribution::Provisional { person, .. } => Speaker::Label(person.to_string()),
        Attribution::Collective | Attribution::Unidentified => label(),
        Attribution::Ambiguous { .. } | Attribution::Unmarked => Speaker::Nobody,
    }
}

/// Who is mentioned in each block of a document: the same in every language.
fn mentioned(document: &DocumentEntry) -> BTreeMap<usize, Vec<String>> {
    let mut out: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for mention in document.mentions.iter() {
        let person = format!("@{}", mention.person);
        out.entry(mention.block).or_default().push(person);
    }
    out
}

fn said(document: &DocumentEntry, index: usize, met: &BTreeMap<usize, Vec<String>>) -> Said {
    let turn: &Turn = document.turn(index);
    let block = document.turns[index].block;
    let mut words: BTreeSet<String> = met.get(&block).into_iter().flatten().cloned().collect();
    let mut length = 0;
    for paragraph in &turn.paragraphs {
        let speech = super::count::speech(paragraph);
        length += speech.chars().filter(|c| c.is_alphanumeric()).count();
        let folded: String = folded(&speech).collect();
        for token in folded.split(|c: char| !c.is_alphanumeric()) {
            // Where no blanks part words, each letter is one.
            words.extend(token.chars().filter(|c| is_cjk(*c)).map(String::from));
            let others = token.split(is_cjk).filter(|part| !part.is_empty());
            words.extend(others.map(str::to_owned));
        }
    }
    Said {
        speaker: voice(document, index),
        length,
        words,
    }
}

/// The most turns that a report names.
const MOST_NAMED: usize = 12;

/// Says which turns stand alone, where the records have not the same turns.
fn report(site: &Site, alignment: &Alignment, diagnostics: &mut Diagnostics) {
    let documents: Vec<&DocumentEntry> = alignment
        .records
        .iter()
        .map(|telling| &site.documents[telling.document])
        .collect();
    let n_turns = |record: usize| alignment.turns(record).count();
    for (record, document) in documents.iter().enumerate() {
        let mut entries = document.record.counterparts.iter();
        if entries.any(|one| one.here == TurnNamed::Rest) {
            continue;
        }
        let alone: Vec<usize> = alignment.alone(site, record);
        let decided = |turn: &usize| {
            let mut rows = alignment.rows.iter();
            rows.any(|row| row.alone.contains(&(record, *turn)))
        };
        let undecided: Vec<usize> = alone.into_iter().filter(|turn| !decided(turn)).collect();
        let Some(first) = undecided.first() else {
            continue;
        };
        let n_own = n_turns(record);
        let others: Vec<String> = documents
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != record)
            .map(|(other, one)| {
                let n = n_turns(other);
                format!("{} has {n}", one.id)
            })
            .collect();
        let message = format!(
            "{} of {n_own} turns of this record stand in no other record of the conversation ({}): {}",
            undecided.len(),
            others.join(", "),
            named(&document.anchors, &undecided)
        );
        let other = documents
            .iter()
            .enumerate()
            .find(|(other, _)| *other != record);
        let other: &DocumentId = other.map_or(&document.id, |(_, one)| &one.id);
        let anchor = document.anchors.turn(*first);
        let help = "if one of them does stand in another record, say which turn it is there; if this record alone has it, turn and alone = true say so; alone = true without a turn says that you have looked at all of them";
        let fix = format!(
            "[[counterpart]]\nturn = \"{anchor}\"\ndocument = \"{other}\"\nthere_turn = \"t…\""
        );
        let block = &document.document.blocks[document.turns[*first].block];
        let place = match block {
            Block::Turn(_) => Place::at(&document.source.path, &document.source.text, block.span()),
            _ => Place::file(&document.source.path),
        };
        let found = Diagnostic::new(Code::UnalignedTurns, place, message, help);
        diagnostics.push(found.fix(document.source.record_path(), fix));
    }
}

/// “t3, t7–t9”.
fn named(anchors: &Anchors, turns: &[usize]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut rest = turns;
    while let Some(first) = rest.first() {
        let n = rest
            .iter()
            .enumerate()
            .take_while(|(at, turn)| first + at == **turn)
            .count();
        let from = anchors.turn(*first);
        parts.push(match n {
            1 => from.to_owned(),
            n => format!("{from}–{}", anchors.turn(first + n - 1)),
        });
        rest = &rest[n..];
    }
    if parts.len() > MOST_NAMED {
        let n_more = parts.len() - MOST_NAMED;
        parts.truncate(MOST_NAMED);
        parts.push(format!("and so on in {n_more} more places"));
    }
    parts.join(", ")
}
