//! Rows gathered for a turn → its paragraphs, and what stands at its end and is nobody's.
//!
//! A turn is never cut in two: what is no speech stays in it, marked, where speech goes on after it, even in the middle of a sentence.
//! Only what stands between the last words of a turn and the next label leaves it.

use super::flow::{Flow, Part};
use super::typed::{self, Candidate, LONGEST, Typed};
use crate::clean::ends_sentence;
use crate::document::{
    Block, DropReason, Dropped, Gap, Label, MarkKind, Narration, NarrationKind, Note, NoteKind,
    Paragraph, Turn, TurnKind,
};
use crate::fold::is_small;
use std::borrow::Cow;
use std::ops::Range;

/// Rows gathered for a turn, or for narration after the last one.
pub(super) struct Speech {
    pub(super) label: Option<Label>,
    /// `None` for narration.
    pub(super) kind: Option<TurnKind>,
    pub(super) parts: Vec<Part>,
}

impl Speech {
    /// Sets what was gathered, and gathers anew.
    pub(super) fn finish(
        &mut self,
        flow: &Flow<'_>,
        blocks: &mut Vec<Block>,
        dropped: &mut Vec<Dropped>,
    ) {
        let parts = std::mem::take(&mut self.parts);
        let Some(kind) = self.kind else {
            let paragraphs = flow.paragraphs(&parts, dropped).into_iter();
            blocks.extend(paragraphs.map(|text| {
                Block::Narration(Narration {
                    kind: NarrationKind::Text,
                    text,
                })
            }));
            return;
        };
        let label = self.label.take();
        let chairs = label
            .as_ref()
            .is_some_and(|label| typed::presides(label.name()));
        let groups = flow.groups(&parts);
        let types = types(flow, &parts, &groups);
        let most = groups.len() - usize::from(label.is_some() && !groups.is_empty());
        let n_leaving = typed::n_leaving(&types, chairs).min(most);
        let n_kept = groups.len() - n_leaving;
        let mut paragraphs = Vec::with_capacity(n_kept);
        for unit in units(flow, &parts, &groups[..n_kept], &types) {
            if unit.typed == Some(Typed::Ornament) {
                dropped.extend(ornaments(&parts[unit.parts]));
                continue;
            }
            let mut paragraph = flow.set(&parts, unit.parts, &unit.inside, dropped);
            if let Some(mark) = unit.typed.and_then(Typed::mark) {
                cover(&mut paragraph, mark);
            }
            paragraphs.push(paragraph);
        }
        if label.is_some() || !paragraphs.is_empty() {
            blocks.push(Block::Turn(Turn {
                label,
                kind,
                cue: None,
                paragraphs,
            }));
        }
        for (group, typed) in groups[n_kept..].iter().zip(&types[n_kept..]) {
            let parts = &parts[group.clone()];
            let mut text = || flow.plain(parts, dropped);
            match typed {
                Some(Typed::Note(kind)) => blocks.push(Block::Note(Note {
                    kind: *kind,
                    text: text(),
                })),
                Some(Typed::Stage) => blocks.push(Block::Note(Note {
                    kind: NoteKind::Stage,
                    text: text(),
                })),
                Some(Typed::Gap(reason)) => blocks.push(Block::Gap(Gap {
                    reason: *reason,
                    text: text(),
                })),
                Some(Typed::Heading) | None => blocks.push(Block::Heading(text())),
                Some(Typed::Ornament) => dropped.extend(ornaments(parts)),
            }
        }
    }
}

/// Marks a paragraph from end to end.
fn cover(paragraph: &mut Paragraph, kind: MarkKind) {
    let len = paragraph.text.text().len();
    paragraph
        .marks
        .retain(|mark| mark.kind == MarkKind::PageBreak);
    let at = paragraph
        .marks
        .partition_point(|mark| mark.range.start == 0);
    let whole = crate::document::Mark {
        range: 0..len,
        kind,
    };
    paragraph.marks.insert(at, whole);
}

fn ornaments(parts: &[Part]) -> impl Iterator<Item = Dropped> + '_ {
    parts.iter().map(|part| Dropped {
        span: part.span,
        reason: DropReason::Ornament,
    })
}

/// What each paragraph is.
fn types(flow: &Flow<'_>, parts: &[Part], groups: &[Range<usize>]) -> Vec<Option<Typed>> {
    // Most turns are one paragraph beside its label.
    if let [only] = groups
        && parts[only.start].after_label
    {
        return vec![None];
    }
    let candidates: Vec<(Cow<'_, str>, bool)> = groups
        .iter()
        .map(|group| {
            let parts = &parts[group.clone()];
            let len: usize = parts.iter().map(|part| part.span.len()).sum();
            let row = flow.rows.all[parts[0].row];
            let is_apart = row.blanks_before > 0 || row.is_indented;
            let words = match parts {
                _ if parts[0].after_label || len > LONGEST => Cow::Borrowed(""),
                _ if flow.rows.all[parts[0].row].is_aside() => Cow::Borrowed(""),
                [only] => Cow::Borrowed(&flow.text[only.span.range()]),
                several => {
                    let words = several.iter().map(|part| &flow.text[part.span.range()]);
                    Cow::Owned(words.collect::<Vec<_>>().join(" "))
                }
            };
            (words, is_apart)
        })
        .collect();
    let candidates: Vec<Candidate<'_>> = candidates
        .iter()
        .map(|(words, is_apart)| Candidate {
            words,
            is_apart: *is_apart,
        })
        .collect();
    let mut types = typed::types(&candidates);
    for (typed, group) in types.iter_mut().zip(groups) {
        if flow.begins_footnote(&parts[group.start]) {
            *typed = Some(Typed::Note(NoteKind::Footnote));
        }
    }
    types
}

/// What is set as one paragraph.
struct Unit {
    parts: Range<usize>,
    /// What stands in the middle of one of its sentences, by parts.
    inside: Vec<(Range<usize>, MarkKind)>,
    typed: Option<Typed>,
}

/// Paragraphs as they are set: two are one where what stands between them interrupts a sentence.
fn units(
    flow: &Flow<'_>,
    parts: &[Part],
    groups: &[Range<usize>],
    types: &[Option<Typed>],
) -> Vec<Unit> {
    let words = |part: &Part| &flow.text[part.span.range()];
    let mut units: Vec<Unit> = Vec::with_capacity(groups.len());
    let mut at = 0;
    while at < groups.len() {
        // What may interrupt a sentence, and the paragraph after it.
        let interrupts = |typed: &Option<Typed>| typed.is_some_and(Typed::interrupts);
        let n_between = types[at..groups.len()]
            .iter()
            .take_while(|typed| interrupts(typed))
            .count();
        let next = at + n_between;
        if n_between > 0
            && next < groups.len()
            && types[next].is_none()
            && words(&parts[groups[next].start]).starts_with(is_small)
            && let Some(last) = units.last_mut()
            && last.typed.is_none()
            && !ends_sentence(words(&parts[last.parts.end - 1]))
        {
            let between = groups[at..next].iter().zip(&types[at..next]);
            last.inside.extend(between.filter_map(|(group, typed)| {
                typed
                    .and_then(Typed::mark)
                    .map(|mark| (group.clone(), mark))
            }));
            last.parts.end = groups[next].end;
            at = next + 1;
            continue;
        }
        units.push(Unit {
            parts: groups[at].clone(),
            inside: Vec::new(),
            typed: types[at],
        });
        at += 1;
    }
    units
}
