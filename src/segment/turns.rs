//! Records of conversation: a label, what is said, the next label.

use super::candidates::{Found, leading_gap};
use super::evidence::Labels;
use super::flow::{Flow, Part};
use super::header;
use super::label::{is_mark, is_number};
use super::marks::{Standing, standing};
use super::rows::trim;
use super::speech::Speech;
use crate::clean::ends_sentence;
use crate::document::{
    Block, DropReason, Dropped, Gap, GapReason, Header, Label, Note, NoteKind, TurnKind,
};
use crate::source::Span;

/// Reads a labeled document: what stands before the first label is its head, the rest turns and what stands between them.
pub(super) fn read(
    flow: &Flow<'_>,
    labels: &Labels,
    dropped: &mut Vec<Dropped>,
) -> (Header, Vec<Block>) {
    let gaps: Vec<Option<Span>> = labels
        .found
        .iter()
        .map(|found| gap_span(flow, found))
        .collect();
    // A turn ends where the next label begins, or the gap printed in the same line before it.
    let place = |index: usize| {
        let found = &labels.found[index];
        (found.row, gaps[index].map_or(found.start, |gap| gap.start))
    };
    let head = between(flow, (0, 0), place(0));
    let head: Vec<Part> = head
        .into_iter()
        .map(|part| Part {
            after_label: false,
            ..part
        })
        .collect();
    let (header, mut blocks) = header::read(flow, &head, dropped);
    for (index, found) in labels.found.iter().enumerate() {
        if let Some(span) = gaps[index] {
            let reason = if index == 0 {
                GapReason::Extract
            } else {
                GapReason::Omitted
            };
            let text = flow.plain(
                &[Part {
                    row: found.row,
                    span,
                    after_label: false,
                }],
                dropped,
            );
            blocks.push(Block::Gap(Gap { reason, text }));
        }
        blocks.extend(number_before(flow, found));
        let end = labels
            .found
            .get(index + 1)
            .map_or((flow.rows.all.len(), flow.text.len()), |_| place(index + 1));
        governed(
            flow,
            found,
            &between(flow, (found.row, found.end), end),
            &mut blocks,
            dropped,
        );
    }
    mark_extract_end(&mut blocks);
    (header, blocks)
}

/// The rows from one place to another, each a row and a byte of the text, cut at both.
fn between(
    flow: &Flow<'_>,
    (first_row, start): (usize, usize),
    (last_row, end): (usize, usize),
) -> Vec<Part> {
    let rows = &flow.rows.all;
    (first_row..rows.len().min(last_row + 1))
        .map(|row| {
            let span = rows[row].span;
            let (from, to) = (span.start.max(start), span.end.min(end));
            let span = trim(flow.text, Span::new(from.min(to), to));
            Part {
                row,
                span,
                after_label: row == first_row,
            }
        })
        .filter(|part| flow.rows.has_words(flow.text, part.span))
        .collect()
}

/// The place of `[…]` before a label in the same row.
fn gap_span(flow: &Flow<'_>, found: &Found) -> Option<Span> {
    let row = flow.rows.all[found.row];
    let len = leading_gap(&flow.text[row.span.range()]);
    let span = trim(flow.text, Span::new(row.span.start, row.span.start + len));
    (len > 0 && span.end <= found.start).then_some(span)
}

/// Everything from one label to the next: the turn, and where whole pages are omitted or a note stands by itself, what comes after.
fn governed(
    flow: &Flow<'_>,
    found: &Found,
    parts: &[Part],
    blocks: &mut Vec<Block>,
    dropped: &mut Vec<Dropped>,
) {
    let mut speech = Speech {
        label: Some(Label {
            text: found.text.clone(),
            name_len: found.name_len,
        }),
        kind: Some(TurnKind::Labeled),
        parts: Vec::new(),
    };
    dropped.extend(marks_around(flow, found));
    let mut at = 0;
    while at < parts.len() {
        let Some((n_parts, what)) = standing_note(flow, &parts[at..]) else {
            if is_closing(&flow.text[parts[at].span.range()]) && !parts[at].after_label {
                // What comes after the end of the sitting (annexes, an index) is nobody's speech.
                speech.finish(flow, blocks, dropped);
                speech = Speech {
                    label: None,
                    kind: None,
                    parts: parts[at..].to_vec(),
                };
                break;
            }
            let is_scene = flow.actions_are_apart && is_scene(&flow.text[parts[at].span.range()]);
            if is_action(flow, found, &parts[at]) && !is_scene && speech.kind.is_some() {
                speech.finish(flow, blocks, dropped);
                speech = narration();
            }
            if (is_scene || flow.rows.all[parts[at].row].is_heading()) && !parts[at].after_label {
                speech.finish(flow, blocks, dropped);
                blocks.push(Block::Heading(flow.plain(&parts[at..=at], dropped)));
                speech = narration();
            } else {
                speech.parts.push(parts[at]);
            }
            at += 1;
            continue;
        };
        speech.finish(flow, blocks, dropped);
        let text = flow.plain(&parts[at..at + n_parts], dropped);
        let (block, kind) = match what {
            // Whoever spoke before the missing pages need not be who speaks after them.
            Ending::Pages => (
                Block::Gap(Gap {
                    reason: GapReason::PagesOmitted,
                    text,
                }),
                Some(TurnKind::Unmarked),
            ),
            Ending::Source => (
                Block::Note(Note {
                    kind: NoteKind::Source,
                    text,
                }),
                None,
            ),
        };
        blocks.push(block);
        speech = Speech {
            label: None,
            kind,
            parts: Vec::new(),
        };
        at += n_parts;
    }
    speech.finish(flow, blocks, dropped);
}

/// What is nobody's speech, to be gathered.
fn narration() -> Speech {
    Speech {
        label: None,
        kind: None,
        parts: Vec::new(),
    }
}

/// Whether a text with names on lines of their own is a screenplay: scenes are named, and speech stands right below the names.
pub(super) fn are_of_screenplay(flow: &Flow<'_>, labels: &Labels) -> bool {
    let rows = &flow.rows.all;
    let is_right_below = |found: &&Found| {
        let next = rows.get(found.row + 1);
        next.is_some_and(|row| row.blanks_before == 0)
    };
    labels.convention.stands_alone()
        && rows
            .iter()
            .any(|row| is_scene(&flow.text[row.span.range()]))
        && labels.found.iter().filter(is_right_below).count() * 10 >= labels.found.len() * 9
}

/// `INT. HARBOR OFFICE - NIGHT`
fn is_scene(line: &str) -> bool {
    ["INT. ", "EXT. ", "INT./EXT. ", "INT/EXT. ", "I/E. "]
        .iter()
        .any(|opening| line.starts_with(opening))
}

/// Whether a row of a screenplay says what is seen: after a blank line, and not right below the name.
fn is_action(flow: &Flow<'_>, found: &Found, part: &Part) -> bool {
    flow.actions_are_apart && part.row > found.row + 1 && flow.rows.all[part.row].blanks_before > 0
}

/// How records say that a sitting ends, folded; at the beginning of a line.
const CLOSINGS: [&str; 14] = [
    "whereupon, at",
    "whereupon at",
    "the house adjourned",
    "the house rose",
    "the senate adjourned",
    "the committee rose",
    "the meeting adjourned",
    "the meeting was adjourned",
    "the hearing was adjourned",
    "schluss:",
    "schluss der sitzung",
    "end of transcript",
    "fin de la séance",
    "la séance est levée à",
];

/// The letters with which these begin.
static CLOSING_LETTERS: [bool; 128] = {
    let mut letters = [false; 128];
    let mut at = 0;
    while at < CLOSINGS.len() {
        letters[CLOSINGS[at].as_bytes()[0] as usize] = true;
        at += 1;
    }
    letters
};

/// Whether a line says that the sitting ends.
pub(super) fn is_closing(words: &str) -> bool {
    let bare = words.trim_start_matches(['(', '[', '-', '–', '—', ' ']);
    // Asked of every line: letter by letter, and most are settled by their first.
    let first = match bare.bytes().next() {
        Some(first) if first.is_ascii() => Some(char::from(first.to_ascii_lowercase())),
        Some(_) => bare.chars().next().and_then(|c| c.to_lowercase().next()),
        None => None,
    };
    let Some(first) = first else {
        return false;
    };
    if !first.is_ascii() || !CLOSING_LETTERS[first as usize] {
        return false;
    }
    CLOSINGS.iter().any(|closing| {
        if let Some(opening) = bare.get(..closing.len())
            && opening.is_ascii()
        {
            return opening.eq_ignore_ascii_case(closing);
        }
        let mut letters = bare.chars().flat_map(char::to_lowercase);
        closing.chars().all(|letter| letters.next() == Some(letter))
    })
}

/// What stands before a label and is no part of it.
fn before_label(found: &Found) -> Span {
    Span::new(found.start, found.text.span().start.max(found.start))
}

/// `Q12` before `Chair:`. It is nobody's, and what the question is cited by.
fn number_before(flow: &Flow<'_>, found: &Found) -> Option<Block> {
    let mut span = before_label(found);
    let words = &flow.text[span.range()];
    span.end = span.start + words.trim_end_matches(is_mark).len();
    span.start += words.len() - words.trim_start_matches(is_mark).len();
    let parts = [Part {
        row: found.row,
        span,
        after_label: false,
    }];
    is_number(&flow.text[span.range()]).then(|| {
        Block::Note(Note {
            kind: NoteKind::Other,
            text: flow.plain(&parts, &mut Vec::new()),
        })
    })
}

/// Times, brackets and signs that stand around a label and are no part of it.
fn marks_around(flow: &Flow<'_>, found: &Found) -> Vec<Dropped> {
    let label = found.text.span();
    let before = Some(before_label(found));
    let before = before.filter(|span| !is_number(&flow.text[span.range()]));
    let around = before
        .into_iter()
        .chain([Span::new(label.end.min(found.end), found.end)]);
    around
        .flat_map(|span| flow.rows.between_marks(span))
        .filter(|span| flow.rows.has_words(flow.text, *span))
        .map(|span| Dropped {
            span,
            reason: if flow.text[span.range()].contains(|c: char| c.is_ascii_digit()) {
                DropReason::TimeMark
            } else {
                DropReason::Markup
            },
        })
        .collect()
}

/// A note standing by itself that ends a turn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// Whole pages are omitted.
    Pages,
    /// Where the text comes from.
    Source,
}

/// The longest note, in rows.
const NOTE_ROWS: usize = 16;

/// The rows at the beginning of `parts` that are one bracketed note ending the turn, and what it says.
fn standing_note(flow: &Flow<'_>, parts: &[Part]) -> Option<(usize, Ending)> {
    let first = parts.first().filter(|part| !part.after_label)?;
    let row = flow.rows.all[first.row];
    if !flow.text[first.span.range()].starts_with('[') {
        return None;
    }
    let after_sentence =
        first.row == 0 || ends_sentence(&flow.text[flow.rows.all[first.row - 1].span.range()]);
    if row.blanks_before == 0 && !after_sentence {
        return None;
    }
    let start = first.span.start;
    for (index, part) in parts.iter().take(NOTE_ROWS).enumerate() {
        let words = &flow.text[part.span.range()];
        let Some(close) = words.find(']') else {
            continue;
        };
        if !words[close + 1..].trim_matches(['.', ' ']).is_empty() {
            return None;
        }
        return match standing(&flow.text[start..part.span.end]) {
            Standing::Gap(GapReason::PagesOmitted) => Some((index + 1, Ending::Pages)),
            Standing::Source => Some((index + 1, Ending::Source)),
            Standing::Gap(_)
            | Standing::Stage
            | Standing::Time
            | Standing::Recording
            | Standing::Remark
            | Standing::Other => None,
        };
    }
    None
}

/// `[…]` at the very end of the last turn: the extract ends, as the one before the first label says it begins.
fn mark_extract_end(blocks: &mut [Block]) {
    use crate::document::MarkKind;
    let Some(Block::Turn(last)) = blocks
        .iter_mut()
        .rfind(|block| matches!(block, Block::Turn(_)))
    else {
        return;
    };
    let Some(paragraph) = last.paragraphs.last_mut() else {
        return;
    };
    let end = paragraph.text.text().len();
    for mark in &mut paragraph.marks {
        if mark.range.end == end && mark.kind == MarkKind::Gap(GapReason::Omitted) {
            mark.kind = MarkKind::Gap(GapReason::Extract);
        }
    }
}
