//! A paragraph as a tree: its words, the marks in them, people mentioned, corrections and editors' notes, in order, for markup that nests.

use crate::authority::PersonId;
use crate::document::{Corrected, MarkKind, Paragraph};
use crate::site::{DocumentEntry, PlacedNote};
use std::ops::Range;

/// A stretch of a paragraph that is an element in markup.
#[derive(Clone, Copy)]
pub(super) enum Stretch<'a> {
    /// A mark, with its words.
    Mark(MarkKind, &'a str),
    /// Words printed wrongly, with the editors' reading.
    Wrong(&'a Corrected),
    /// Somebody mentioned.
    Mention(&'a PersonId),
}

/// What comes next in a paragraph.
pub(super) enum Part<'a> {
    /// Words.
    Text(&'a str),
    /// A stretch begins.
    Open(Stretch<'a>),
    /// It ends.
    Close(Stretch<'a>),
    /// The source's page ends.
    PageBreak,
    /// A note of the editors on the words before.
    Note(&'a str),
}

/// The parts of a paragraph, in order. Stretches nest: a mention that would cross a mark is left out, and so is all markup inside of what
/// is no speech, which is given in its words alone.
pub(super) fn parts<'a>(
    entry: &'a DocumentEntry,
    place: (usize, usize),
    paragraph: &'a Paragraph,
) -> Vec<Part<'a>> {
    let text = paragraph.text.text();
    let stretches = stretches(entry, place, paragraph);
    let points = points(entry, place, paragraph, &stretches);
    let mut out = Vec::with_capacity(2 * (stretches.len() + points.len()) + 1);
    let mut open: Vec<(usize, Stretch<'a>)> = Vec::new();
    let mut stretches = stretches.into_iter().peekable();
    let mut points = points.into_iter().peekable();
    let mut at = 0;
    loop {
        let end = open.last().map(|(end, _)| *end);
        let point = points.peek().map(|(at, _)| *at);
        let start = stretches.peek().map(|(range, _)| range.start);
        let Some(next) = [end, point, start].into_iter().flatten().min() else {
            break;
        };
        if at < next {
            out.push(Part::Text(&text[at..next]));
            at = next;
        }
        if end == Some(next) {
            out.extend(open.pop().map(|(_, stretch)| Part::Close(stretch)));
        } else if point == Some(next) {
            out.extend(points.next().map(|(_, part)| part));
        } else if let Some((range, stretch)) = stretches.next() {
            open.push((range.end, stretch));
            out.push(Part::Open(stretch));
        }
    }
    if at < text.len() {
        out.push(Part::Text(&text[at..]));
    }
    out
}

/// The stretches of a paragraph, in order of place, those around others before them.
fn stretches<'a>(
    entry: &'a DocumentEntry,
    (block, index): (usize, usize),
    paragraph: &'a Paragraph,
) -> Vec<(Range<usize>, Stretch<'a>)> {
    let text = paragraph.text.text();
    let mut found: Vec<(Range<usize>, Stretch<'a>)> = Vec::new();
    for mark in paragraph.marks.iter().filter(|mark| !mark.range.is_empty()) {
        let range = mark.range.clone();
        let words = &text[range.clone()];
        let of_mark = |one: &&Corrected| one.range == range;
        let stretch = match mark.kind {
            MarkKind::Sic => entry
                .document
                .corrections_in(block, index)
                .find(of_mark)
                .map(Stretch::Wrong),
            kind => Some(Stretch::Mark(kind, words)),
        };
        found.extend(stretch.map(|stretch| (mark.range.clone(), stretch)));
    }
    let first = entry
        .mentions
        .partition_point(|mention| (mention.block, mention.paragraph) < (block, index));
    let mentions = entry.mentions[first..].iter();
    for mention in
        mentions.take_while(|mention| (mention.block, mention.paragraph) == (block, index))
    {
        let crosses = |(range, _): &(Range<usize>, Stretch<'_>)| {
            let apart = range.end <= mention.range.start || mention.range.end <= range.start;
            let inside = range.start <= mention.range.start && mention.range.end <= range.end;
            let around = mention.range.start <= range.start && range.end <= mention.range.end;
            !(apart || inside || around)
        };
        if !mention.range.is_empty() && !found.iter().any(crosses) {
            found.push((mention.range.clone(), Stretch::Mention(&mention.person)));
        }
    }
    found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut apart_until = 0;
    found.retain(|(range, stretch)| {
        let stays = range.start >= apart_until;
        if stays && is_apart(*stretch) {
            apart_until = range.end;
        }
        stays
    });
    found
}

/// What stands between the words, in order of place; after what is no speech where it would stand in it.
fn points<'a>(
    entry: &'a DocumentEntry,
    (block, index): (usize, usize),
    paragraph: &'a Paragraph,
    stretches: &[(Range<usize>, Stretch<'a>)],
) -> Vec<(usize, Part<'a>)> {
    let breaks = paragraph.marks.iter().filter_map(|mark| {
        (mark.kind == MarkKind::PageBreak).then_some((mark.range.start, Part::PageBreak))
    });
    let of = |note: &PlacedNote| (note.block, note.paragraph);
    let first = entry
        .notes
        .partition_point(|note| of(note) < (block, index));
    let notes = entry.notes[first..].iter();
    let notes = notes.take_while(|note| of(note) == (block, index));
    let notes = notes.map(|note| (note.range.end, Part::Note(note.text.as_str())));
    let mut points: Vec<(usize, Part<'a>)> = breaks.chain(notes).collect();
    for (at, _) in &mut points {
        let around = stretches
            .iter()
            .find(|(range, stretch)| is_apart(*stretch) && range.start < *at && *at < range.end);
        *at = around.map_or(*at, |(range, _)| range.end);
    }
    points.sort_by_key(|(at, _)| *at);
    points
}

/// Whether a stretch is given in its words alone: markup allows nothing else in it.
fn is_apart(stretch: Stretch<'_>) -> bool {
    match stretch {
        Stretch::Mark(kind, _) => matches!(kind, MarkKind::Stage | MarkKind::Gap(_)),
        Stretch::Wrong(_) | Stretch::Mention(_) => false,
    }
}
