use super::super::tests::{read_as, said};
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
fn deep_json_is_refused_or_read_without_harm() {
    let deep = "[".repeat(200_000);
    assert_eq!(read_as(Format::Podcast, &deep).0, None);
    let closed = format!("{}{}", deep, "]".repeat(200_000));
    assert_eq!(read_as(Format::Podcast, &closed).0, None);
}
