//! stub: a naive reading by `Name.` and `Name:` at the beginning of a line, to be replaced.

use crate::authority::Authority;
use crate::clean;
use crate::diagnostic::Diagnostics;
use crate::document::{
    Block, Document, Header, HeaderBlock, HeaderKind, Label, Paragraph, SpannedText, Turn, TurnKind,
};
use crate::record::Record;
use crate::source::{DocumentSource, Span};

/// Reads a document.
pub fn document(
    file: &DocumentSource,
    _record: &Record,
    _authority: &Authority,
    _diagnostics: &mut Diagnostics,
) -> Document {
    let text = &file.source.text;
    let mut blocks: Vec<Block> = Vec::new();
    for line in clean::lines(text) {
        let words = &text[line.span.range()];
        let trimmed = words.trim();
        if trimmed.is_empty() {
            continue;
        }
        let start = line.span.start + (words.len() - words.trim_start().len());
        let end = start + trimmed.len();
        let first = trimmed
            .split_once(". ")
            .map(|(a, _)| a)
            .filter(|a| a.contains('.') && a.len() < 20);
        let colon = trimmed
            .split_once(": ")
            .map(|(a, _)| a)
            .filter(|a| a.len() < 12);
        if let Some(name) = first.or(colon) {
            let label = Span::new(start, start + name.len() + 1);
            let paragraph = Paragraph {
                text: SpannedText::copied(text, Span::new(start + name.len() + 2, end)),
                marks: vec![],
            };
            blocks.push(Block::Turn(Turn {
                label: Some(Label {
                    text: SpannedText::copied(text, label),
                    name_len: name.len(),
                }),
                kind: TurnKind::Labeled,
                cue: None,
                paragraphs: vec![paragraph],
            }));
            continue;
        }
        let paragraph = Paragraph {
            text: SpannedText::copied(text, Span::new(start, end)),
            marks: vec![],
        };
        match blocks.last_mut() {
            Some(Block::Turn(turn)) => turn.paragraphs.push(paragraph),
            _ => blocks.push(Block::Header(HeaderBlock {
                kind: HeaderKind::Other,
                text: paragraph,
            })),
        }
    }
    Document {
        header: Header::default(),
        blocks,
        dropped: vec![],
        convention: Some("stub"),
    }
}
