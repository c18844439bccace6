//! Footnotes that the source prints: which sign in the text leads to which of them.
//!
//! A sign and a footnote are joined only where one sign, and no other like it, waits for the footnote that begins with it. Where pages or
//! chapters number anew and a sign could mean two footnotes, none is linked.

use crate::document::{Block, Mark, MarkKind, NoteKind, Paragraph};
use crate::site::DocumentEntry;
use std::collections::BTreeMap;
use std::ops::Range;

/// A sign that leads from the text to a footnote, or back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Sign {
    /// Bytes of the paragraph's text.
    pub(super) range: Range<usize>,
    /// From 1, through the document.
    pub(super) number: usize,
    /// Which end it is.
    pub(super) end: End,
}

/// Which end of a link between text and footnote.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum End {
    /// In the text.
    Text,
    /// At the head of the footnote.
    Footnote,
}

/// A block and a paragraph of it.
type Place = (usize, usize);

/// The signs of a document, by block and paragraph.
pub(super) fn signs(document: &DocumentEntry) -> BTreeMap<Place, Vec<Sign>> {
    let mut waiting: BTreeMap<&str, Vec<(Place, Range<usize>)>> = BTreeMap::new();
    let mut signs: BTreeMap<Place, Vec<Sign>> = BTreeMap::new();
    let mut number = 0;
    for (block_index, block) in document.document.blocks.iter().enumerate() {
        let is_footnote = matches!(block, Block::Note(note) if note.kind == NoteKind::Footnote);
        for (index, paragraph) in block.paragraphs().iter().enumerate() {
            let place = (block_index, index);
            let text = paragraph.text.text();
            for (range, end) in ends(paragraph, is_footnote && index == 0) {
                let sign = &text[range.clone()];
                if end == End::Text {
                    waiting.entry(sign).or_default().push((place, range));
                    continue;
                }
                let mut found = waiting.remove(sign).unwrap_or_default();
                let (Some((from, sign)), true) = (found.pop(), found.is_empty()) else {
                    continue;
                };
                number += 1;
                for (place, range, end) in [(from, sign, End::Text), (place, range, End::Footnote)]
                {
                    signs
                        .entry(place)
                        .or_default()
                        .push(Sign { range, number, end });
                }
            }
        }
    }
    signs
}

/// The signs in a paragraph, in order.
fn ends(paragraph: &Paragraph, is_footnote: bool) -> Vec<(Range<usize>, End)> {
    let text = paragraph.text.text();
    let is_footnote_mark = |mark: &&Mark| mark.kind == MarkKind::Note(NoteKind::Footnote);
    let mut out = Vec::new();
    if is_footnote {
        out.extend(sign_at_head(text).map(|len| (0..len, End::Footnote)));
    }
    for mark in paragraph.marks.iter().filter(is_footnote_mark) {
        let words = text.get(mark.range.clone()).unwrap_or_default();
        if let Some(len) = sign_at_head(words) {
            let end = if words[len..].trim().is_empty() {
                End::Text
            } else {
                End::Footnote
            };
            out.push((mark.range.start..mark.range.start + len, end));
        }
    }
    // `the treaty,¹`; not `km²`.
    let mut before = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let len = match c {
            '[' => c.len_utf8(),
            _ => sign_at_head(&text[at..]).unwrap_or(c.len_utf8()),
        };
        let follows_word = before.is_some_and(|c: char| !c.is_whitespace() && c != 'm');
        let known = out.iter().any(|(range, _)| range.contains(&at));
        if c != '[' && is_sign(c) && follows_word && !known {
            out.push((at..at + len, End::Text));
        }
        at += len;
        before = text[..at].chars().next_back();
    }
    out.sort_by_key(|(range, _)| range.start);
    out
}

fn is_sign(c: char) -> bool {
    matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '†' | '‡')
}

/// The length of the sign at the beginning: `[1]`, `¹²`, `†`.
fn sign_at_head(text: &str) -> Option<usize> {
    if let Some(inside) = text.strip_prefix('[') {
        let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
        return (digits > 0 && inside[digits..].starts_with(']')).then_some(digits + 2);
    }
    let len = text.len() - text.trim_start_matches(is_sign).len();
    (len > 0).then_some(len)
}
