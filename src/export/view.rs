//! What the JSON of a document and of `memcon parse` says of turns, notes, blocks and mentions.

use crate::authority::PersonId;
use crate::document::{
    Block, Corrected, GapReason, Label, Mark, MarkKind, NoteKind, Paragraph, Turn, TurnKind,
};
use crate::resolve::Attribution;
use crate::site::{DocumentEntry, Site};
use crate::source::Span;
use serde::Serialize;

/// First byte and the byte after the last, in the reading text.
pub(super) type Bytes = [usize; 2];

/// One turn.
#[derive(Serialize)]
pub(super) struct TurnView<'a> {
    n: usize,
    anchor: &'a str,
    speaker_label: Option<&'a str>,
    speaker: Option<&'a str>,
    speaker_id: Option<&'a str>,
    attribution: AttributionView<'a>,
    kind: TurnKind,
    conversation: Option<&'a str>,
    text: String,
    paragraphs: Vec<&'a str>,
    stage: Vec<&'a str>,
    span: Bytes,
    pieces: Vec<Bytes>,
}

#[derive(Serialize)]
struct AttributionView<'a> {
    how: &'static str,
    evidence: Option<String>,
    candidates: Vec<&'a str>,
}

/// A mark in a text, a note of the edition, or an editor's note.
#[derive(Serialize)]
pub(super) struct NoteView<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<GapReason>,
    text: &'a str,
    /// What the editors read in the place of words printed wrongly.
    #[serde(skip_serializing_if = "Option::is_none")]
    correction: Option<&'a str>,
    /// Why they read so.
    #[serde(skip_serializing_if = "Option::is_none")]
    correction_reason: Option<&'a str>,
    /// Who reads so.
    #[serde(skip_serializing_if = "Option::is_none")]
    correction_by: Option<&'a str>,
    /// When they decided so.
    #[serde(skip_serializing_if = "Option::is_none")]
    correction_date: Option<&'a str>,
    turn: Option<&'a str>,
    span: Bytes,
}

/// A block that is no turn and no note.
#[derive(Serialize)]
pub(super) struct BlockView<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<GapReason>,
    text: &'a str,
    span: Bytes,
}

/// A person named in a text.
#[derive(Serialize)]
pub(super) struct MentionView<'a> {
    person: &'a str,
    text: &'a str,
    turn: Option<&'a str>,
    span: Bytes,
}

/// The turns, in order.
pub(super) fn turns<'a>(site: &'a Site, entry: &'a DocumentEntry) -> Vec<TurnView<'a>> {
    (0..entry.turns.len())
        .map(|index| turn(site, entry, index))
        .collect()
}

fn turn<'a>(site: &'a Site, entry: &'a DocumentEntry, index: usize) -> TurnView<'a> {
    let turn = entry.turn(index);
    let attribution = &entry.turns[index].attribution;
    let conversation = entry.turns[index].conversation;
    TurnView {
        n: index + 1,
        anchor: entry.anchors.turn(index),
        speaker_label: turn.label.as_ref().map(Label::name),
        speaker: speaker(site, attribution),
        speaker_id: attribution.person().map(PersonId::as_str),
        attribution: AttributionView {
            how: attribution.how(),
            evidence: Some(attribution.evidence()).filter(|evidence| !evidence.is_empty()),
            candidates: match attribution {
                Attribution::Ambiguous { candidates } => {
                    candidates.iter().map(PersonId::as_str).collect()
                }
                Attribution::Known { .. }
                | Attribution::ByRecord { .. }
                | Attribution::Provisional { .. }
                | Attribution::Collective
                | Attribution::Unidentified
                | Attribution::Unmarked => Vec::new(),
            },
        },
        kind: turn.kind,
        conversation: conversation.map(|at| entry.conversations[at].id.as_str()),
        text: text(turn),
        paragraphs: turn.paragraphs.iter().map(|p| p.text.text()).collect(),
        stage: turn
            .paragraphs
            .iter()
            .flat_map(|paragraph| {
                paragraph
                    .marks
                    .iter()
                    .filter(|mark| mark.kind == MarkKind::Stage)
                    .map(|mark| &paragraph.text.text()[mark.range.clone()])
            })
            .collect(),
        span: bytes(entry.document.blocks[entry.turns[index].block].span()),
        pieces: pieces(turn, &entry.source.text),
    }
}

/// The name of the person a turn is attributed to.
pub(super) fn speaker<'a>(site: &'a Site, attribution: &Attribution) -> Option<&'a str> {
    let person = site.people.get(attribution.person()?)?;
    Some(person.name.as_str())
}

/// A turn's text: its paragraphs, a blank line between them.
pub(super) fn text(turn: &Turn) -> String {
    let paragraphs: Vec<&str> = turn.paragraphs.iter().map(|p| p.text.text()).collect();
    paragraphs.join("\n\n")
}

/// The places a turn comes from: as many as what is not its own (a page number, a running head) cuts it into.
fn pieces(turn: &Turn, source: &str) -> Vec<Bytes> {
    let label = turn.label.iter().map(|label| &label.text);
    let texts = turn.paragraphs.iter().map(|paragraph| &paragraph.text);
    let mut spans: Vec<Span> = label
        .chain(texts)
        .flat_map(crate::document::SpannedText::stretches)
        .collect();
    spans.sort_unstable();
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match out.last_mut() {
            Some(last)
                if span.start <= last.end || source[last.end..span.start].trim().is_empty() =>
            {
                last.end = last.end.max(span.end);
            }
            _ => out.push(span),
        }
    }
    out.into_iter().map(bytes).collect()
}

/// Inline marks, notes of the edition and editors' notes, in order of place.
pub(super) fn notes(entry: &DocumentEntry) -> Vec<NoteView<'_>> {
    let anchors = anchors_of_blocks(entry);
    let mut notes = Vec::new();
    for (index, block) in entry.document.blocks.iter().enumerate() {
        for (at, paragraph) in block.paragraphs().iter().enumerate() {
            notes.extend(paragraph.marks.iter().map(|mark| {
                let corrected = correction(entry, (index, at), mark);
                NoteView {
                    correction: corrected.map(|one| one.read.as_str()),
                    correction_reason: corrected.and_then(|one| one.reason.as_deref()),
                    correction_by: corrected.and_then(|one| one.by.as_deref()),
                    correction_date: corrected.and_then(|one| one.date.as_deref()),
                    kind: mark.kind.name(),
                    reason: match mark.kind {
                        MarkKind::Gap(reason) => Some(reason),
                        MarkKind::Emphasis
                        | MarkKind::Stage
                        | MarkKind::Gloss
                        | MarkKind::Supplied
                        | MarkKind::Expansion
                        | MarkKind::Unclear
                        | MarkKind::Note(_)
                        | MarkKind::Sic
                        | MarkKind::PageBreak => None,
                    },
                    text: &paragraph.text.text()[mark.range.clone()],
                    turn: anchors[index],
                    span: bytes(paragraph.text.span_of(mark.range.clone())),
                }
            }));
        }
        if let Block::Note(note) = block {
            notes.push(NoteView {
                kind: note_kind(note.kind),
                correction: None,
                correction_reason: None,
                correction_by: None,
                correction_date: None,
                reason: None,
                text: note.text.text.text(),
                turn: None,
                span: bytes(block.span()),
            });
        }
    }
    notes.extend(entry.notes.iter().map(|note| {
        let paragraph = &entry.document.blocks[note.block].paragraphs()[note.paragraph];
        NoteView {
            kind: "editor",
            correction: None,
            correction_reason: None,
            correction_by: None,
            correction_date: None,
            reason: None,
            text: &note.text,
            turn: anchors[note.block],
            span: bytes(paragraph.text.span_of(note.range.clone())),
        }
    }));
    notes.sort_by_key(|note| note.span);
    notes
}

/// What the editors read in the place of marked words.
fn correction<'a>(
    entry: &'a DocumentEntry,
    (block, paragraph): (usize, usize),
    mark: &Mark,
) -> Option<&'a Corrected> {
    let mut here = entry.document.corrections_in(block, paragraph);
    here.find(|one| mark.kind == MarkKind::Sic && one.range == mark.range)
}

/// Header, headings, narration and gaps, in order.
pub(super) fn blocks(entry: &DocumentEntry) -> Vec<BlockView<'_>> {
    let view = |block: &Block| {
        let (kind, reason) = match block {
            Block::Turn(_) | Block::Note(_) => return None,
            Block::Header(_) => ("header", None),
            Block::Heading(_) => ("heading", None),
            Block::Narration(_) => ("narration", None),
            Block::Gap(gap) => ("gap", Some(gap.reason)),
        };
        Some((kind, reason, bytes(block.span())))
    };
    entry
        .document
        .blocks
        .iter()
        .filter_map(|block| {
            let (kind, reason, span) = view(block)?;
            let text = block.paragraphs().first().map_or("", plain);
            Some(BlockView {
                kind,
                reason,
                text,
                span,
            })
        })
        .collect()
}

/// People named in turns and narration, in order of place.
pub(super) fn mentions(entry: &DocumentEntry) -> Vec<MentionView<'_>> {
    let anchors = anchors_of_blocks(entry);
    entry
        .mentions
        .iter()
        .map(|mention| {
            let paragraph = &entry.document.blocks[mention.block].paragraphs()[mention.paragraph];
            MentionView {
                person: mention.person.as_str(),
                text: &paragraph.text.text()[mention.range.clone()],
                turn: anchors[mention.block],
                span: bytes(paragraph.text.span_of(mention.range.clone())),
            }
        })
        .collect()
}

/// For each block the anchor of its turn, if it is one.
fn anchors_of_blocks(entry: &DocumentEntry) -> Vec<Option<&str>> {
    let mut anchors = vec![None; entry.document.blocks.len()];
    for (index, turn) in entry.turns.iter().enumerate() {
        anchors[turn.block] = Some(entry.anchors.turn(index));
    }
    anchors
}

/// What a note of the edition is called in the data.
pub(super) fn note_kind(kind: NoteKind) -> &'static str {
    kind.name()
}

/// A span as the data has it.
pub(super) fn bytes(span: Span) -> Bytes {
    [span.start, span.end]
}

fn plain(paragraph: &Paragraph) -> &str {
    paragraph.text.text()
}
