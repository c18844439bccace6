//! Words printed wrongly: marked where they stand, the editors' reading beside them.

use super::Fault;
use crate::document::{Block, Corrected, Document, Mark, MarkKind, Paragraph};
use crate::record::Correction;
use crate::source::Span;
use std::ops::Range;

/// Marks the words of one correction.
pub(super) fn place(
    document: &mut Document,
    span: Span,
    correction: &Correction,
) -> Result<(), Fault> {
    let found = document.blocks.iter().enumerate().find_map(|(block, one)| {
        let paragraphs = one.paragraphs().iter().enumerate();
        let mut held = paragraphs.filter_map(|(index, paragraph)| {
            let range = held(paragraph, span)?;
            Some((block, index, range))
        });
        held.next()
    });
    let Some((block, paragraph, around)) = found else {
        return Err(Fault::new(
            format!(
                "“{}” does not stand within one published paragraph",
                correction.at.words
            ),
            "quote words of a single paragraph, without the label before it",
        ));
    };
    let text = &paragraph_of(document, block, paragraph)?.text;
    let printed = &text.text()[around.clone()];
    let range = match &correction.sic {
        None => around,
        Some(sic) => {
            let found: Vec<usize> = printed.match_indices(&sic.text).map(|(at, _)| at).collect();
            match (sic.text.as_str(), found.as_slice()) {
                (words, [at]) if !words.is_empty() => {
                    around.start + at..around.start + at + words.len()
                }
                (words, found) => {
                    return Err(Fault::new(
                        format!(
                            "`at` holds the words “{words}” of `sic` {} times",
                            found.len()
                        ),
                        "quote in `at` a few words around those of `sic`, which must stand among them once",
                    ));
                }
            }
        }
    };
    let paragraph_marks = paragraph_of(document, block, paragraph)?;
    let crosses = paragraph_marks.marks.iter().any(|mark| {
        let other = &mark.range;
        let overlap = other.start < range.end && range.start < other.end;
        let inside = other.start <= range.start && range.end <= other.end;
        let around = range.start <= other.start && other.end <= range.end;
        overlap && (mark.kind == MarkKind::Sic || !inside && !around)
    });
    if crosses {
        return Err(Fault::new(
            "the words to correct overlap with another correction, or with a part of something in brackets",
            "correct the words inside the brackets and outside of them apart from each other",
        ));
    }
    let paragraph_marks = &mut paragraph_marks.marks;
    paragraph_marks.push(Mark {
        range: range.clone(),
        kind: MarkKind::Sic,
    });
    paragraph_marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
    document.corrections.push(Corrected {
        block,
        paragraph,
        range,
        read: correction.read.clone(),
        reason: correction.reason.clone(),
        by: correction.by.clone(),
        date: correction.date.clone(),
    });
    Ok(())
}

/// Puts the corrections in order of place.
pub(super) fn in_order(document: &mut Document) {
    document
        .corrections
        .sort_by_key(|one| (one.block, one.paragraph, one.range.start));
}

/// The stretch of a paragraph that is the whole of a span's published words.
fn held(paragraph: &Paragraph, span: Span) -> Option<Range<usize>> {
    let all = paragraph.text.span();
    if span.start < all.start || all.end < span.end {
        return None;
    }
    let range = paragraph.text.stretch_of(span);
    (!paragraph.text.text()[range.clone()].trim().is_empty()).then_some(range)
}

fn paragraph_of(
    document: &mut Document,
    block: usize,
    paragraph: usize,
) -> Result<&mut Paragraph, Fault> {
    let found = match &mut document.blocks[block] {
        Block::Turn(turn) => turn.paragraphs.get_mut(paragraph),
        Block::Header(header) => Some(&mut header.text),
        Block::Heading(text) => Some(text),
        Block::Narration(narration) => Some(&mut narration.text),
        Block::Gap(gap) => Some(&mut gap.text),
        Block::Note(note) => Some(&mut note.text),
    };
    found.ok_or_else(|| Fault::new("the paragraph is gone", "report this as a fault of memcon"))
}
