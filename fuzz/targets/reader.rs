//! Any bytes under any name → a document that has lost nothing, or a reason why there is none.
//!
//! The first byte chooses the file's extension, the rest is the file.

#![no_main]

use libfuzzer_sys::fuzz_target;
use memcon::authority::Authority;
use memcon::diagnostic::Diagnostics;
use memcon::document::{Block, Document};
use memcon::export;
use memcon::source::{self, Sources, Span};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The names a file may arrive under; `seeds` writes the first byte by the place in this list.
const EXTENSIONS: [&str; 18] = [
    "txt", "md", "html", "docx", "pdf", "vtt", "srt", "csv", "tsv", "xml", "json", "htm", "doc",
    "log", "jsonl", "sbv", "lrc", "ttml",
];

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else {
        return;
    };
    let extension = EXTENSIONS[usize::from(*first) % EXTENSIONS.len()];
    let file = match source::document_bytes(&format!("talk.{extension}"), bytes.to_vec()) {
        Ok(file) => file,
        Err(unread) => {
            assert!(!unread.reason.is_empty() && !unread.help.is_empty());
            // A panic of a library becomes a message. One of ours never may.
            assert!(
                !unread.reason.contains("fault of memcon (src/"),
                "{}",
                unread.reason
            );
            return;
        }
    };
    let mut diagnostics = Diagnostics::new();
    let sources = Sources {
        root: PathBuf::new(),
        config: None,
        people: None,
        glossary: None,
        tables: source::Tables::default(),
        documents: vec![file],
        unread: Vec::new(),
        pages: Vec::new(),
        templates: BTreeMap::new(),
        assets: BTreeMap::new(),
    };
    let site = memcon::compile(&sources, &mut diagnostics);
    let read = site.documents.first();
    let entry = read.unwrap_or_else(|| panic!("{}", site.unread[0].reason));
    check(&entry.document, &sources.documents[0].source.text);
    let record = memcon::record::parse(None, &mut diagnostics);
    let explanation =
        memcon::segment::explain(&sources.documents[0], &record, &Authority::default());
    let diagnostics: Vec<_> = diagnostics.sorted().into_iter().cloned().collect();
    let json = export::parse_json(&site, entry, &diagnostics, Some(&explanation));
    let read: serde_json::Value = serde_json::from_str(&json).expect("the answer is JSON");
    assert!(read["turns"].is_array());
});

/// Every character in one place, every span in order and on character boundaries.
fn check(document: &Document, text: &str) {
    let account = document.account(text);
    assert!(account.lost.is_empty(), "lost {:?}", account.lost);
    assert!(account.doubled.is_empty(), "twice {:?}", account.doubled);
    let mut at = 0;
    for block in &document.blocks {
        let span = block.span();
        assert!(at <= span.start, "{span:?} goes back");
        at = span.start;
        let label = match block {
            Block::Turn(turn) => turn.label.as_ref().map(|label| &label.text),
            _ => None,
        };
        for paragraph in block.paragraphs() {
            for mark in &paragraph.marks {
                assert!(
                    paragraph.text.text().get(mark.range.clone()).is_some(),
                    "{mark:?}"
                );
            }
        }
        let texts = block.paragraphs().iter().map(|paragraph| &paragraph.text);
        for spanned in label.into_iter().chain(texts) {
            assert!(spanned.is_in_order(), "{spanned:?}");
            for piece in spanned.pieces() {
                holds(text, piece.span());
                assert!(spanned.text().is_char_boundary(piece.at()));
            }
        }
    }
    for dropped in &document.dropped {
        holds(text, dropped.span);
    }
}

fn holds(text: &str, span: Span) {
    assert!(
        text.get(span.range()).is_some(),
        "{span:?} cuts a character"
    );
}
