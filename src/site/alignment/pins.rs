//! `[[counterpart]]` of the records → the turns they mean.

use crate::align::Pins;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::passage::{self, Finder};
use crate::record::{There, TurnNamed, Word};
use crate::site::{Alignment, DocumentEntry, Site, Telling};
use crate::source::DocumentId;
use std::collections::BTreeMap;

/// A turn: its document's position, its own.
type Found = (usize, usize);

/// A turn of one document and one of another, and where an editor says so.
type Pair = (usize, usize, Place);

/// What an entry of a record says.
pub(super) struct Pin {
    here: Found,
    /// The turn of another document; none where the turn stands alone.
    there: Option<Found>,
    /// Where an editor says so.
    place: Place,
}

/// All entries of all records. What cannot be found is reported.
pub(super) fn read(site: &Site, diagnostics: &mut Diagnostics) -> Vec<Pin> {
    let mut pins: Vec<Pin> = Vec::new();
    let mut places: BTreeMap<(usize, usize), Vec<Pair>> = BTreeMap::new();
    for (at, document) in site.documents.iter().enumerate() {
        for one in &document.record.counterparts {
            let here = turn(document, &one.here, diagnostics);
            let there = match &one.there {
                There::Nothing => {
                    pins.extend(here.map(|turn| Pin {
                        here: (at, turn),
                        there: None,
                        place: one.place.clone(),
                    }));
                    continue;
                }
                There::Turn { document, turn } => (document, turn),
            };
            let Some(other) = other(site, document, there.0, diagnostics) else {
                continue;
            };
            let there = turn(&site.documents[other], there.1, diagnostics);
            let (Some(here), Some(there)) = (here, there) else {
                continue;
            };
            // Pairs of two documents must all run in one direction.
            let (key, pair) = if at < other {
                ((at, other), (here, there))
            } else {
                ((other, at), (there, here))
            };
            let before = places.entry(key).or_default();
            let crosses =
                |(a, b, _): &&Pair| (pair.0 < *a && pair.1 > *b) || (pair.0 > *a && pair.1 < *b);
            if let Some((.., first)) = before.iter().find(crosses) {
                let message = format!(
                    "this pair of turns crosses the one at {}:{}: one record would have to change its order",
                    first.file, first.line
                );
                let help = "keep the pair that is surer, and take the other out";
                let place = one.place.clone();
                diagnostics.push(Diagnostic::new(Code::BadValue, place, message, help));
                continue;
            }
            before.push((pair.0, pair.1, one.place.clone()));
            pins.push(Pin {
                here: (at, here),
                there: Some((other, there)),
                place: one.place.clone(),
            });
        }
    }
    pins
}

/// Reports entries that the records side by side do not follow, since others say something else.
pub(super) fn look(
    site: &Site,
    alignment: &Alignment,
    pins: &[Pin],
    diagnostics: &mut Diagnostics,
) {
    let named = |(document, turn): Found| {
        let mut records = alignment.records.iter();
        let record = records.position(|telling| telling.document == document)?;
        let row = alignment
            .rows
            .iter()
            .position(|row| row.holds((record, turn)))?;
        Some((row, (record, turn)))
    };
    for pin in pins {
        let Some((row, here)) = named(pin.here) else {
            continue;
        };
        let is_followed = match pin.there.map(named) {
            None => {
                let pairs = alignment.pairs(site, row);
                !pairs.iter().any(|(one, _)| *one == here)
            }
            Some(Some((other, _))) => other == row,
            // The turn belongs to another conversation.
            Some(None) => true,
        };
        if !is_followed {
            let message = "what this entry says and what other entries say cannot both be";
            let help = "look at the other entries about these turns, in this record and in those of the same conversation, and take out what is less sure";
            let place = pin.place.clone();
            diagnostics.push(Diagnostic::new(Code::BadValue, place, message, help));
        }
    }
}

/// The entries that are about some records, as turns of them.
pub(super) fn of_records(pins: &[Pin], records: &[Telling], turns: &[Vec<usize>]) -> Pins {
    let place = |(document, turn): Found| {
        let all = records.iter().zip(turns).enumerate();
        let mut held = all.filter_map(|(record, (telling, turns))| {
            let at = turns.iter().position(|one| *one == turn)?;
            (telling.document == document).then_some((record, at))
        });
        held.next()
    };
    let mut out = Pins::default();
    for pin in pins {
        match (place(pin.here), pin.there) {
            (Some(here), None) => {
                out.alone.insert(here);
            }
            (Some(here), Some(there)) => {
                out.together.extend(place(there).map(|there| (here, there)));
            }
            (None, _) => {}
        }
    }
    out
}

/// The document that an entry names: another record of the same conversation.
fn other(
    site: &Site,
    own: &DocumentEntry,
    name: &Word,
    diagnostics: &mut Diagnostics,
) -> Option<usize> {
    let id = DocumentId::from_stem(&name.text);
    let conversations = site.conversations_held(own);
    let is_record = |index: usize| {
        let other = &site.documents[index];
        other.id != own.id && !conversations.is_disjoint(&site.conversations_held(other))
    };
    if let Some((index, _)) = site.document(&id) {
        if is_record(index) {
            return Some(index);
        }
        let message =
            format!("{id} is not another record of the conversation this document records");
        let help = "write the same line conversation = \"…\" into both records, above any [[…]]";
        let place = name.place.clone();
        diagnostics.push(Diagnostic::new(Code::UnknownDocument, place, message, help));
        return None;
    }
    let mut unpublished = site.withheld.unpublished().iter();
    if unpublished.any(|one| one.id == id) {
        // It is not published now; once it is, the entry counts.
        return None;
    }
    let message = format!("there is no document {id}");
    let records: Vec<&str> = (0..site.documents.len())
        .filter(|index| is_record(*index))
        .map(|index| site.documents[index].id.as_str())
        .collect();
    let help = match records.as_slice() {
        [] => {
            "write the name of the other record as its address does: documents/NAME.html".to_owned()
        }
        all => format!("other records of the conversation are: {}", all.join(", ")),
    };
    let place = name.place.clone();
    diagnostics.push(Diagnostic::new(Code::UnknownDocument, place, message, help));
    None
}

/// The turn that an entry names, by its position.
fn turn(
    document: &DocumentEntry,
    named: &TurnNamed,
    diagnostics: &mut Diagnostics,
) -> Option<usize> {
    match named {
        TurnNamed::Rest => None,
        TurnNamed::Anchor(anchor) => {
            let found = document.anchors.find(&anchor.text);
            if found.is_none() {
                let message = format!(
                    "there is no {} in the document {}",
                    anchor.text, document.id
                );
                let help = nearest(document, &anchor.text);
                let place = anchor.place.clone();
                diagnostics.push(Diagnostic::new(Code::UnknownAddress, place, message, help));
            }
            found.map(|(turn, _)| turn)
        }
        TurnNamed::Words(words) => {
            let printed = || passage::printed(&document.document);
            let span = Finder::new(&document.source, printed).find(words, diagnostics)?;
            let found = (0..document.turns.len()).find(|index| {
                let block = &document.document.blocks[document.turns[*index].block];
                let held = block.span();
                held.start <= span.start && span.start < held.end
            });
            if found.is_none() {
                let message = format!("the words “{}” stand in no turn", words.words);
                let help =
                    "quote words that somebody speaks, or name the turn as its address ends: t12";
                let place = words.place.clone();
                diagnostics.push(Diagnostic::new(Code::AnchorNotFound, place, message, help));
            }
            found
        }
    }
}

/// How many words of a turn are shown.
const SHOWN: usize = 8;

/// The turn whose number is nearest, with its first words.
fn nearest(document: &DocumentEntry, anchor: &str) -> String {
    let number = |anchor: &str| -> usize {
        let digits = anchor.chars().filter(char::is_ascii_digit);
        digits.collect::<String>().parse().unwrap_or(usize::MAX)
    };
    let wanted = number(anchor);
    let near = (0..document.turns.len())
        .min_by_key(|index| number(document.anchors.turn(*index)).abs_diff(wanted));
    let Some(near) = near else {
        return "this document has no turns; take the entry out of the record".to_owned();
    };
    let text = document.turn(near).paragraphs.first();
    let text = text.map_or("", |paragraph| paragraph.text.text());
    let words: Vec<&str> = text.split_whitespace().take(SHOWN).collect();
    let near = document.anchors.turn(near);
    format!(
        "the nearest is {near}, “{} …”; write the turn as its address ends: {near}",
        words.join(" ")
    )
}
