//! Whatever the text, reading it ends in a document that has lost nothing.

use memcon::authority::Authority;
use memcon::diagnostic::Diagnostics;
use memcon::source::{DocumentId, DocumentSource, SourceFile, decode};
use proptest::prelude::*;

/// Pieces of transcripts, so that random texts meet the rules more often than chance would have it.
const PIECES: [&str; 30] = [
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "  ",
    "\t",
    "\u{a0}",
    "\u{c}",
    "Mr. SMITH.",
    "M.S. Gorbachev. ",
    "Gorbachev: “",
    "”",
    "\"",
    "Q. ",
    "A. ",
    "[",
    "]",
    "(Laughter.)",
    "[…]",
    "…",
    "[Three pages omitted in the original.]",
    "**",
    "## ",
    "Page 3",
    "12",
    "THE PRESIDENT: ",
    "said",
    "29 October 1990",
    "Германия",
    "日本語：",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        2 => "[A-Z]?[a-z]{1,9}[ .,:;?!]",
        1 => "\\PC{0,12}",
        1 => any::<char>().prop_map(|c| c.to_string()),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn read(bytes: Vec<u8>) -> Result<(), TestCaseError> {
    let (text, encoding) = decode(&bytes);
    let file = DocumentSource {
        id: DocumentId::from_stem("random"),
        source: std::sync::Arc::new(SourceFile {
            path: "random.txt".to_owned(),
            format: memcon::source::Format::Text,
            received: (text.as_bytes() != bytes).then_some(bytes),
            text,
            encoding,
            chrome: Vec::new(),
            strong: Vec::new(),
            paragraphs: Vec::new(),
        }),
        record: None,
    };
    let draft = memcon::draft(&file, &Authority::default(), &mut Diagnostics::new());
    let source = &file.source.text;
    let account = draft.document.account(source);
    let lost: Vec<&str> = account.lost.iter().map(|s| &source[s.range()]).collect();
    prop_assert!(lost.is_empty(), "lost {lost:?} of {source:?}");
    let mut at = 0;
    for block in &draft.document.blocks {
        let span = block.span();
        prop_assert!(at <= span.start, "goes back to {span:?} in {source:?}");
        prop_assert!(source.get(span.range()).is_some(), "{span:?} in {source:?}");
        at = span.start;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(1990),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_is_read_without_loss(text in text()) {
        read(text.into_bytes())?;
    }

    #[test]
    fn any_bytes_are_read_without_loss(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        read(bytes)?;
    }
}
