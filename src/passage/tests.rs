use super::*;
use crate::diagnostic::Place;
use crate::source::{Encoding, Format};

fn file(source: &str) -> SourceFile {
    SourceFile {
        path: "a.txt".into(),
        text: source.into(),
        format: Format::Text,
        encoding: Encoding::Utf8,
        chrome: Vec::new(),
        strong: Vec::new(),
        paragraphs: Vec::new(),
        received: None,
    }
}

fn finding(source: &str, words: &str, occurrence: Option<usize>) -> Result<String, Diagnostic> {
    let file = file(source);
    let passage = Passage {
        words: words.into(),
        place: Place::at("r.toml", "[[note]]\nat = x", Span::new(14, 15)),
        key: "at",
        occurrence,
    };
    let printed = || {
        let mut text = SpannedText::default();
        // A word divided at a line's end is whole on the page.
        let mut at = 0;
        for (hyphen, sign) in source.match_indices("-\n") {
            text.push(source, Span::new(at, hyphen));
            at = hyphen + sign.len();
        }
        text.push(source, Span::new(at, source.len()));
        text
    };
    let mut diagnostics = Diagnostics::new();
    Finder::new(&file, printed)
        .find(&passage, &mut diagnostics)
        .map(|span| source[span.range()].to_owned())
        .ok_or_else(|| diagnostics.sorted()[0].clone())
}

#[test]
fn blanks_and_line_ends_do_not_matter() {
    assert_eq!(
        finding("a fine\n  day,\u{a0}sir", "fine day, sir", None).unwrap(),
        "fine\n  day,\u{a0}sir"
    );
}

#[test]
fn words_that_only_the_pages_show_whole_are_found() {
    assert_eq!(
        finding("an exam-\nple", "example", None).unwrap(),
        "exam-\nple"
    );
}

#[test]
fn what_is_missing_is_shown_with_the_line_to_write() {
    let found = finding("One day.\nA fine \"day\" it is.", "A fire \"day\"", None).unwrap_err();
    assert_eq!(found.code, Code::AnchorNotFound);
    assert_eq!((found.place.line, found.place.column), (2, 6));
    assert_eq!(
        found.help,
        "the nearest words stand at a.txt:2:1; if they are meant, write at = \"A fine \\\"day\\\"\""
    );
    let found = finding("One day.", "", None).unwrap_err();
    assert_eq!(
        found.message,
        "these quotation marks hold no words to look for"
    );
}

#[test]
fn the_line_to_write_stands_in_one_place_only() {
    let found = finding("no day. no night", "noo", None).unwrap_err();
    assert_eq!(
        found.help,
        "the nearest words stand at a.txt:1:1; if they are meant, write at = \"no day.\""
    );
}

#[test]
fn what_stands_in_several_places_is_listed() {
    let found = finding("no,\nno", "no", None).unwrap_err();
    assert_eq!(found.code, Code::AnchorAmbiguous);
    assert_eq!(found.message, "the source contains “no” 2 times");
    assert_eq!(
        found.help,
        "quote a few more words, or add a line that says which one is meant: occurrence = 1 for the one in line 1, occurrence = 2 for the one in line 2"
    );
    assert_eq!(finding("no, no!", "no", Some(2)).unwrap(), "no");
    let found = finding("no, no!", "no", Some(3)).unwrap_err();
    assert_eq!(
        found.message,
        "the source contains “no” 2 times, and the record asks for occurrence 3"
    );
}

#[test]
fn an_occurrence_in_the_source_needs_nothing_published() {
    let passage = Passage {
        words: "no".into(),
        place: Place::at("r.toml", "[[note]]\nat = x", Span::new(14, 15)),
        key: "at",
        occurrence: Some(2),
    };
    let file = file("no, no!");
    let finder = Finder::new(&file, || panic!("the document is read again"));
    let found = finder.find(&passage, &mut Diagnostics::new());
    assert_eq!(found, Some(Span::new(4, 6)));
}
