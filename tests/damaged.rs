//! Word documents, PDFs and web pages with bytes changed, cut off or doubled: each is read or refused, and nothing read is lost.

mod support;

use memcon::authority::Authority;
use memcon::diagnostic::Diagnostics;
use memcon::source;
use std::collections::BTreeMap;
use std::fs;
use support::fixtures::fixtures;

/// How many damaged copies of each fixture are read; more with `DAMAGED_ROUNDS`.
fn n_rounds() -> usize {
    std::env::var("DAMAGED_ROUNDS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(40)
}

#[test]
fn damaged_files_are_read_or_refused() {
    let copies = tempfile::tempdir().expect("a folder can be made");
    let mut seed: u64 = 7;
    let mut random = move |below: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap_or(0) % below
    };
    let names = fixtures("segment").into_iter().filter(|path| {
        let extension = path.extension().and_then(|e| e.to_str());
        matches!(extension, Some("pdf" | "docx" | "html" | "htm"))
    });
    // Of every kind some copies must be read: what is always refused tests nothing.
    let mut n_read: BTreeMap<String, usize> = BTreeMap::new();
    for path in names {
        let extension = path.extension().expect("it has an extension");
        let n_read = n_read
            .entry(extension.to_string_lossy().into_owned())
            .or_default();
        let whole = fs::read(&path).expect("the fixture can be read");
        let copy = copies.path().join(path.file_name().expect("it has a name"));
        for round in 0..n_rounds() {
            let mut bytes = whole.clone();
            for _ in 0..=round % 8 {
                let at = random(bytes.len());
                match random(6) {
                    0 => bytes.truncate(at.max(1)),
                    1 | 2 => {
                        let from = random(bytes.len());
                        let part = bytes[from..bytes.len().min(from + 40)].to_vec();
                        bytes.splice(at..at, part);
                    }
                    _ => bytes[at] = u8::try_from(random(256)).expect("it is below 256"),
                }
            }
            fs::write(&copy, &bytes).expect("the copy can be written");
            let read = source::document_file(copies.path(), &copy).expect("it can be read");
            let place = format!("{} in round {round}", path.display());
            match read {
                Ok(file) => {
                    *n_read += 1;
                    let draft =
                        memcon::draft(&file, &Authority::default(), &mut Diagnostics::new());
                    let account = draft.document.account(&file.source.text);
                    assert!(account.is_complete(), "{place} loses {:?}", account.lost);
                }
                Err(why) => assert!(!why.reason.contains("fault"), "{place}: {}", why.reason),
            }
        }
    }
    assert!(n_read.values().all(|n| *n > 0), "{n_read:?}");
}

/// Inputs that the fuzz target (`fuzz/`) once found, each named for what was wrong.
#[test]
fn what_was_found_once_is_not_found_again() {
    for path in fixtures("damaged") {
        let name = path.file_name().expect("it has a name").to_string_lossy();
        let bytes = fs::read(&path).expect("the finding can be read");
        let file = source::document_bytes(&name, bytes);
        let file = file.unwrap_or_else(|why| panic!("{name} is refused: {}", why.reason));
        let draft = memcon::draft(&file, &Authority::default(), &mut Diagnostics::new());
        let text = &file.source.text;
        let account = draft.document.account(text);
        assert!(account.lost.is_empty(), "{name} loses {:?}", account.lost);
        assert!(
            account.doubled.is_empty(),
            "{name} has twice {:?}",
            account.doubled
        );
        let mut at = 0;
        for block in &draft.document.blocks {
            let span = block.span();
            assert!(at <= span.start, "{name}: {span:?} goes back");
            assert!(text.get(span.range()).is_some(), "{name}: {span:?}");
            at = span.start;
        }
    }
}
