//! A paragraph as a tree: its words, the marks in them, people mentioned, corrections and editors' notes, in order, for markup that nests.

use crate::authority::PersonId;
use crate::document::{Corrected, MarkKind, Paragraph};
use crate::site::{DocumentEntry, PlacedNote};
use std::collections::BTreeMap;
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
    let corrections = entry.document.corrections_in(block, index);
    let corrections: BTreeMap<(usize, usize), &Corrected> = corrections
        .map(|one| ((one.range.start, one.range.end), one))
        .collect();
    for mark in paragraph.marks.iter().filter(|mark| !mark.range.is_empty()) {
        let range = mark.range.clone();
        let words = &text[range.clone()];
        let stretch = match mark.kind {
            MarkKind::Sic => {
                let corrected = corrections.get(&(range.start, range.end));
                corrected.map(|one| Stretch::Wrong(one))
            }
            kind => Some(Stretch::Mark(kind, words)),
        };
        found.extend(stretch.map(|stretch| (mark.range.clone(), stretch)));
    }
    let first = entry
        .mentions
        .partition_point(|mention| (mention.block, mention.paragraph) < (block, index));
    let mentions = entry.mentions[first..].iter();
    let mentions = mentions
        .take_while(|mention| (mention.block, mention.paragraph) == (block, index))
        .filter(|mention| !mention.range.is_empty());
    let marks: Vec<Range<usize>> = found.iter().map(|(range, _)| range.clone()).collect();
    let uncrossed = uncrossed(
        &marks,
        mentions.clone().map(|mention| mention.range.clone()),
    );
    let kept = mentions.zip(uncrossed).filter(|(_, stays)| *stays);
    found.extend(kept.map(|(mention, _)| {
        let stretch = Stretch::Mention(&mention.person);
        (mention.range.clone(), stretch)
    }));
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

/// Which ranges neither begin nor end in the middle of others: of marks, which nest, or of a range kept before them. Both are in order of
/// place, and looked through once: a list of those present may name thousands.
fn uncrossed(marks: &[Range<usize>], ranges: impl Iterator<Item = Range<usize>>) -> Vec<bool> {
    let mut open: Vec<usize> = Vec::new();
    let mut kept: Vec<Range<usize>> = Vec::new();
    let mut next = 0;
    let mut stays = Vec::new();
    for range in ranges {
        // Marks around the beginning: the innermost ends first.
        while let Some(mark) = marks.get(next).filter(|mark| mark.start < range.start) {
            open.retain(|end| *end > mark.start);
            open.push(mark.end);
            next += 1;
        }
        open.retain(|end| *end > range.start);
        kept.retain(|one| one.end > range.start);
        let before = open.iter().any(|end| *end < range.end);
        let inside = marks[next..].iter();
        let mut inside = inside.take_while(|mark| mark.start < range.end);
        let after = inside.any(|mark| range.start < mark.start && range.end < mark.end);
        let of_kept = |one: &Range<usize>| one.start < range.start && one.end < range.end;
        let is_kept = !before && !after && !kept.iter().any(of_kept);
        stays.push(is_kept);
        if is_kept {
            kept.push(range);
        }
    }
    stays
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
    // They stand apart from each other, in order.
    let apart = stretches.iter().filter(|(_, stretch)| is_apart(*stretch));
    let apart: Vec<&Range<usize>> = apart.map(|(range, _)| range).collect();
    for (at, _) in &mut points {
        let before = apart.partition_point(|range| range.start < *at);
        let around = before.checked_sub(1).map(|index| apart[index].end);
        *at = around.map_or(*at, |end| end.max(*at));
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

#[cfg(test)]
mod tests {
    use super::*;

    /// All sets of two marks that nest and two ranges in order, in a text of five bytes, against the definition.
    #[test]
    fn what_crosses_is_told_as_by_definition() {
        let all = || (0..5).flat_map(|start| (start + 1..=5).map(move |end| start..end));
        let crosses = |a: &Range<usize>, b: &Range<usize>| {
            let apart = a.end <= b.start || b.end <= a.start;
            let inside = a.start <= b.start && b.end <= a.end;
            let around = b.start <= a.start && a.end <= b.end;
            !(apart || inside || around)
        };
        let key = |range: &Range<usize>| (range.start, std::cmp::Reverse(range.end));
        let pairs = || {
            let pairs = all().flat_map(move |a| all().map(move |b| [a.clone(), b]));
            pairs.filter(|[a, b]| key(a) <= key(b))
        };
        let mut n_crossed = 0;
        for marks in pairs().filter(|[a, b]| !crosses(a, b)) {
            for ranges in pairs() {
                let mut kept: Vec<Range<usize>> = Vec::new();
                let mut told = Vec::new();
                for range in &ranges {
                    let stays = !marks.iter().chain(&kept).any(|one| crosses(one, range));
                    kept.extend(stays.then(|| range.clone()));
                    told.push(stays);
                    n_crossed += usize::from(!stays);
                }
                let found = uncrossed(&marks, ranges.iter().cloned());
                assert_eq!(found, told, "{marks:?} {ranges:?}");
            }
        }
        assert!(n_crossed > 1000, "{n_crossed}");
    }
}
