//! Reading a text as a file of a format, for the tests of each.

use super::*;
use crate::document::Document;
use crate::source::Encoding;

/// Reads a text as a file of a format; the account must be complete.
pub(super) fn read_as(format: Format, text: &str) -> (Option<Document>, Vec<String>) {
    let file = SourceFile {
        path: "a.txt".to_owned(),
        text: text.to_owned(),
        format,
        encoding: Encoding::Utf8,
        chrome: Vec::new(),
        strong: Vec::new(),
        paragraphs: Vec::new(),
        received: None,
    };
    let mut diagnostics = Diagnostics::new();
    let document = read(&file, &mut diagnostics).map(|read| Document {
        header: read.header,
        blocks: read.blocks,
        dropped: read.dropped,
        convention: Some(read.convention),
        corrections: Vec::new(),
        stated: read.stated,
    });
    if let Some(document) = &document {
        let account = document.account(text);
        assert!(
            account.is_complete(),
            "lost {:?}, twice {:?} in {text:?}",
            account.lost,
            account.doubled
        );
    }
    let said = diagnostics
        .sorted()
        .iter()
        .map(|d| {
            assert!(!d.help.is_empty());
            format!(
                "{}:{} {}: {}",
                d.place.line,
                d.place.column,
                d.code.name(),
                d.message
            )
        })
        .collect();
    (document, said)
}

/// The turns as `label: text`, narration without a label.
pub(super) fn said(document: &Document) -> Vec<String> {
    document
        .blocks
        .iter()
        .map(|block| {
            let words: Vec<&str> = block.paragraphs().iter().map(|p| p.text.text()).collect();
            let label = match block {
                Block::Turn(turn) => turn.label.as_ref().map_or("?", |label| label.name()),
                _ => "-",
            };
            format!("{label}: {}", words.join(" / "))
        })
        .collect()
}
