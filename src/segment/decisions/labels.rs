//! Labels that the record lists or forbids, where a format has already made turns of them or left them in the text.

use super::cut::Words;
use super::turns::{Beginning, LabelLen, append, is_in_line, unlabeled, with_mark};
use crate::clean::ends_sentence;
use crate::document::{
    Block, Document, Label, Narration, NarrationKind, Paragraph, SpannedText, Turn,
};
use crate::record::Word;
use crate::source::slug;
use std::collections::BTreeSet;

/// What the labels of a document's turns are, folded.
pub(super) fn taken(document: &Document) -> BTreeSet<String> {
    document
        .turns()
        .filter_map(|turn| turn.label.as_ref())
        .map(|label| slug(label.name()))
        .collect()
}

/// Makes narration of all turns, their labels with them.
pub(super) fn all_to_narration(source: &str, document: &mut Document) {
    document.convention = None;
    let blocks = std::mem::take(&mut document.blocks);
    document.blocks = blocks
        .into_iter()
        .flat_map(|block| match block {
            Block::Turn(turn) => narration(source, turn),
            other => vec![other],
        })
        .collect();
}

/// Takes from turns the labels that are none. Where such a label stands in one line with its words, both go on with the turn before;
/// where a column or tag gives it, the words are nobody's.
pub(super) fn forbid(source: &str, forbidden: &[Word], document: &mut Document) {
    if forbidden.is_empty() {
        return;
    }
    let forbidden: BTreeSet<String> = forbidden.iter().map(|word| slug(&word.text)).collect();
    let is_forbidden = |label: &Label| forbidden.contains(&slug(label.name()));
    let mut out: Vec<Block> = Vec::with_capacity(document.blocks.len());
    for block in std::mem::take(&mut document.blocks) {
        match block {
            Block::Turn(turn) if turn.label.as_ref().is_some_and(is_forbidden) => {
                let in_line = turn.label.as_ref().zip(turn.paragraphs.first());
                let in_line =
                    in_line.is_some_and(|(label, first)| is_in_line(source, &label.text, first));
                match out.last_mut() {
                    Some(Block::Turn(before)) if in_line => {
                        append(source, before, turn, true);
                    }
                    _ => out.extend(narration(source, turn)),
                }
            }
            other => out.push(other),
        }
    }
    document.blocks = out;
}

fn narration(source: &str, turn: Turn) -> Vec<Block> {
    let narrate = |text| {
        Block::Narration(Narration {
            kind: NarrationKind::Text,
            text,
        })
    };
    unlabeled(source, turn).into_iter().map(narrate).collect()
}

/// Where listed labels stand in paragraphs, as they begin a turn: at the head of a paragraph or line, with the mark after them that
/// ends the document's other labels.
pub(super) fn listed(source: &str, labels: &[Word], document: &Document) -> Vec<Beginning> {
    if labels.is_empty() || super::turns::is_article(document) {
        return Vec::new();
    }
    let mut marks: BTreeSet<char> = document
        .turns()
        .filter_map(|turn| turn.label.as_ref())
        .filter_map(|label| label.text.text()[label.name_len..].trim().chars().next())
        .collect();
    if marks.is_empty() {
        marks.extend([':', '：']);
    }
    let mut out = Vec::new();
    for (block, content) in document.blocks.iter().enumerate() {
        if !matches!(content, Block::Turn(_) | Block::Narration(_)) {
            continue;
        }
        for (paragraph, text) in content.paragraphs().iter().enumerate() {
            for label in labels.iter().filter(|label| !label.text.is_empty()) {
                let places = standing(source, text, &label.text, &marks);
                out.extend(places.into_iter().map(|(at, len)| Beginning {
                    place: Words {
                        block,
                        paragraph,
                        at,
                    },
                    label: Some(len),
                }));
            }
        }
    }
    out
}

/// Where a label stands in a paragraph so that a turn may begin there.
fn standing(
    source: &str,
    paragraph: &Paragraph,
    label: &str,
    marks: &BTreeSet<char>,
) -> Vec<(usize, LabelLen)> {
    let text = paragraph.text.text();
    text.match_indices(label)
        .filter_map(|(at, _)| {
            let len = with_mark(&text[at..], label.len());
            let mark = text[at..at + len.whole].chars().next_back()?;
            let is_label = len.whole > len.name && marks.contains(&mark);
            let before = text[..at].trim_end();
            let begins = before.is_empty()
                || begins_line(source, &paragraph.text, at)
                    && (mark != '.' || ends_sentence(before));
            (is_label && begins).then_some((at, len))
        })
        .collect()
}

/// Whether a byte of a text stands at the beginning of a line of the source.
fn begins_line(source: &str, text: &SpannedText, at: usize) -> bool {
    let start = text.span_of(at..at + 1).start;
    let before = source[..start].trim_end_matches([' ', '\t', '-', '–', '—', '>', '*']);
    before.is_empty() || before.ends_with(['\n', '\r', '\u{c}'])
}
