use super::super::tests::{read_as, said};
use crate::source::Format;

#[test]
fn captions_without_times_are_text_and_the_place_is_told() {
    let (document, told) = read_as(Format::WebVtt, "WEBVTT\n\n<v Anna>No times here.\n");
    assert_eq!(document, None);
    assert_eq!(
        told,
        [
            "3:1 broken-format: the captions have no times that can be read; the file was read as text"
        ]
    );
}

#[test]
fn a_cue_without_times_is_kept_and_told() {
    let text = "1\n00:00:01,000 --> 00:00:02,000\nAnna: One.\n\n2\nTwo.\n\n3\n00:00:03,000 --> 00:00:04,000\nBen: Three.\n\n4\n00:00:05,000 --> 00:00:06,000\nAnna: Four.\n";
    let (document, told) = read_as(Format::SubRip, text);
    assert_eq!(
        said(&document.unwrap()),
        ["Anna: One. Two.", "Ben: Three.", "Anna: Four."]
    );
    assert_eq!(
        told,
        ["5:1 broken-format: a cue has no times; its words are kept where they stand"]
    );
}

#[test]
fn cues_out_of_order_are_kept_and_told_once() {
    let text = "WEBVTT\n\n00:05.000 --> 00:06.000\n<v A>b\n\n00:01.000 --> 00:02.000\n<v B>a\n\n00:00.000 --> 00:00.500\n<v A>c\n";
    let (document, told) = read_as(Format::WebVtt, text);
    assert_eq!(said(&document.unwrap()), ["A: b", "B: a", "A: c"]);
    assert_eq!(
        told,
        [
            "6:1 cue-order: this cue begins before the one above it; the order of the file is kept (2 cues are like this)"
        ]
    );
}

#[test]
fn captions_that_name_nobody_have_no_turns_and_say_so() {
    let text = "1\n00:00:01,000 --> 00:00:02,000\n- Yes?\n- One thing: no.\n";
    let (document, told) = read_as(Format::SubRip, text);
    assert_eq!(
        said(&document.unwrap()),
        ["-: - Yes?", "-: - One thing: no."]
    );
    assert_eq!(
        told,
        ["0:0 no-turns: the file names no speakers; its words are published as narration"]
    );
}
