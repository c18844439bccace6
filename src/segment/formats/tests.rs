use super::*;
use crate::document::Document;
use crate::source::Encoding;
use std::path::Path;

/// Reads a text as a file of a format; the account must be complete.
pub(super) fn read_as(format: Format, text: &str) -> (Option<Document>, Vec<String>) {
    let file = SourceFile {
        path: "a.txt".to_owned(),
        text: text.to_owned(),
        format,
        encoding: Encoding::Utf8,
        received: None,
    };
    let mut diagnostics = Diagnostics::new();
    let document = read(&file, &mut diagnostics).map(|read| Document {
        header: read.header,
        blocks: read.blocks,
        dropped: read.dropped,
        convention: Some(read.convention),
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

/// Every fixture cut off at many places, or with a character taken out there, is read without loss or panic.
#[test]
fn broken_files_lose_nothing() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/segment");
    let mut n = 0;
    for entry in std::fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        let format = match path.extension().and_then(|e| e.to_str()) {
            Some("vtt") => Format::WebVtt,
            Some("srt") => Format::SubRip,
            Some("csv" | "tsv") => Format::Table,
            Some("json") => Format::Podcast,
            _ => continue,
        };
        let (text, _) = crate::source::decode(&std::fs::read(&path).unwrap());
        n += 1;
        for (at, c) in text.char_indices().step_by(3) {
            read_as(format, &text[..at]);
            let without = [&text[..at], &text[at + c.len_utf8()..]].concat();
            read_as(format, &without);
            if at % 4 == 0 {
                for other in [Format::WebVtt, Format::SubRip, Format::Table] {
                    read_as(other, &without);
                }
            }
        }
    }
    assert!(n > 10);
}
