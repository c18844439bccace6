//! Records of conversation: a label, what is said, the next label.

use super::evidence::{Found, Labels, leading_gap};
use super::flow::{Flow, Part};
use super::header;
use super::marks::{Standing, standing};
use super::rows::trim;
use crate::clean::ends_sentence;
use crate::document::{
    Block, Dropped, Gap, GapReason, Header, Label, Narration, NarrationKind, Note, NoteKind,
    Paragraph, SpannedText, Turn, TurnKind,
};
use crate::source::Span;

/// Reads a labeled document: what stands before the first label is its head, the rest turns and what stands between them.
pub(super) fn read(
    flow: &Flow<'_>,
    labels: &Labels,
    dropped: &mut Vec<Dropped>,
) -> (Header, Vec<Block>) {
    let whole = |row: usize| Part {
        row,
        span: flow.rows.rows[row].span,
        after_label: false,
    };
    let first = labels.found[0].row;
    let head: Vec<Part> = (0..first).map(whole).collect();
    let (header, mut blocks) = header::read(flow, &head, dropped);
    for (index, found) in labels.found.iter().enumerate() {
        if let Some(text) = gap_before(flow, found, dropped) {
            let reason = if index == 0 {
                GapReason::Extract
            } else {
                GapReason::Omitted
            };
            blocks.push(Block::Gap(Gap { reason, text }));
        }
        let next = labels
            .found
            .get(index + 1)
            .map_or(flow.rows.rows.len(), |next| next.row);
        let row_span = flow.rows.rows[found.row].span;
        let said = trim(flow.text, Span::new(found.span.end, row_span.end));
        let mut parts = vec![Part {
            row: found.row,
            span: said,
            after_label: true,
        }];
        parts.extend((found.row + 1..next).map(whole));
        governed(flow, found, &parts, &mut blocks, dropped);
    }
    mark_extract_end(&mut blocks);
    (header, blocks)
}

/// `[…]` before a label in the same row.
fn gap_before(flow: &Flow<'_>, found: &Found, dropped: &mut Vec<Dropped>) -> Option<Paragraph> {
    let row = flow.rows.rows[found.row];
    let len = leading_gap(&flow.text[row.span.range()]);
    let span = trim(flow.text, Span::new(row.span.start, row.span.start + len));
    (len > 0).then(|| {
        flow.one(
            &[Part {
                row: found.row,
                span,
                after_label: false,
            }],
            dropped,
        )
    })
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
            text: SpannedText::copied(flow.text, found.span),
            name_len: found.name_len,
        }),
        kind: Some(TurnKind::Labeled),
        parts: Vec::new(),
    };
    let mut at = 0;
    while at < parts.len() {
        let Some((n_parts, what)) = standing_note(flow, &parts[at..]) else {
            if flow.rows.rows[parts[at].row].is_heading {
                speech.finish(flow, blocks, dropped);
                blocks.push(Block::Heading(flow.one(&parts[at..=at], dropped)));
                speech = Speech {
                    label: None,
                    kind: None,
                    parts: Vec::new(),
                };
            } else {
                speech.parts.push(parts[at]);
            }
            at += 1;
            continue;
        };
        speech.finish(flow, blocks, dropped);
        let text = flow.one(&parts[at..at + n_parts], dropped);
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

/// Rows gathered for a turn, or for narration after the last one.
struct Speech {
    label: Option<Label>,
    /// `None` for narration.
    kind: Option<TurnKind>,
    parts: Vec<Part>,
}

impl Speech {
    fn finish(&mut self, flow: &Flow<'_>, blocks: &mut Vec<Block>, dropped: &mut Vec<Dropped>) {
        let paragraphs = flow.paragraphs(&std::mem::take(&mut self.parts), dropped);
        match self.kind {
            Some(kind) if self.label.is_some() || !paragraphs.is_empty() => {
                blocks.push(Block::Turn(Turn {
                    label: self.label.take(),
                    kind,
                    cue: None,
                    paragraphs,
                }));
            }
            Some(_) => {}
            None => blocks.extend(paragraphs.into_iter().map(|text| {
                Block::Narration(Narration {
                    kind: NarrationKind::Text,
                    text,
                })
            })),
        }
    }
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
    let row = flow.rows.rows[first.row];
    if !flow.text[first.span.range()].starts_with('[') {
        return None;
    }
    let after_sentence =
        first.row == 0 || ends_sentence(&flow.text[flow.rows.rows[first.row - 1].span.range()]);
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
            Standing::Gap(_) | Standing::Stage | Standing::Other => None,
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
