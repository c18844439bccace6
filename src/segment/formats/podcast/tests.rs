use super::super::tests::{read_as, said};
use crate::document::{DropReason, Dropped};
use crate::source::Format;

#[test]
fn json_that_breaks_off_is_text_and_the_place_is_told() {
    let (document, told) = read_as(
        Format::Podcast,
        "{\"segments\": [\n {\"body\": \"a\"},\n {\"bo",
    );
    assert_eq!(document, None);
    assert_eq!(
        told,
        [
            "3:5 broken-format: the JSON cannot be read from here: eof while parsing a string; the file was read as text"
        ]
    );
}

#[test]
fn json_without_segments_is_text() {
    let (document, told) = read_as(Format::Podcast, "{\"segments\": [1, 2], \"text\": \"a\"}");
    assert_eq!(document, None);
    assert_eq!(told.len(), 1);
}

#[test]
fn segments_are_found_under_other_names() {
    let text =
        r#"{"result": {"utterances": [{"speaker": 0, "text": "a"}, {"speaker": 1, "text": "b"}]}}"#;
    assert_eq!(
        said(&read_as(Format::Podcast, text).0.unwrap()),
        ["0: a", "1: b"]
    );
    let text = r#"[{"speaker": "A", "content": "a"}, {"content": "b", "speaker": "B"}]"#;
    assert_eq!(
        said(&read_as(Format::Podcast, text).0.unwrap()),
        ["A: a", "B: b"]
    );
}

#[test]
fn names_beside_the_segments_stand_for_their_numbers() {
    // A name may be as long as the number it stands for, and need not be used.
    let text = r#"{"speakers": [{"id": "s1", "name": "Jo"}, {"id": 2, "name": "É"}, {"id": 3, "name": "Al"}],
        "segments": [{"speaker": "s1", "text": "a"}, {"speaker":2, "text": "b"}, {"speaker": 4, "text": "c"}]}"#;
    let document = read_as(Format::Podcast, text).0.unwrap();
    assert_eq!(said(&document), ["Jo: a", "É: b", "4: c"]);
    let reason = |name: &str| {
        let at = text.find(name).unwrap();
        let mut dropped = document.dropped.iter();
        dropped
            .find(|dropped| dropped.span.range() == (at..at + name.len()))
            .map(|dropped| dropped.reason.describe())
    };
    assert_eq!(reason("Jo"), Some("repeated in the source"));
    assert_eq!(reason("É"), Some("repeated in the source"));
    assert_eq!(reason("Al"), Some("field not published: speakers"));
}

#[test]
fn a_title_that_says_what_is_said_is_published() {
    let text =
        r#"{"title": "Hello", "text": "Hello!", "segments": [{"speaker": "A", "text": "Hello."}]}"#;
    let document = read_as(Format::Podcast, text).0.unwrap();
    assert_eq!(document.header.title.as_deref(), Some("Hello"));
    let repeated = |dropped: &&Dropped| dropped.reason == DropReason::Repeated;
    let texts = document.dropped.iter().filter(repeated);
    let texts: Vec<_> = texts.map(|dropped| &text[dropped.span.range()]).collect();
    assert_eq!(texts, ["Hello!"]);
}

#[test]
fn deep_json_is_refused_or_read_without_harm() {
    let deep = "[".repeat(200_000);
    assert_eq!(read_as(Format::Podcast, &deep).0, None);
    let closed = format!("{}{}", deep, "]".repeat(200_000));
    assert_eq!(read_as(Format::Podcast, &closed).0, None);
}
