//! `memcon parse --explain` tells what was decided, not what might have been: held against every fixture of the reader.

mod support;

use memcon::authority::Authority;
use memcon::diagnostic::Diagnostics;
use memcon::segment::{
    self, Choice, Explanation, Fate, LabelEvidence, Reading, Refused, Stands, Taken, Verdict,
};
use memcon::source::{self, DocumentSource, Span, TextFile};
use support::archive::run;
use support::fixtures::{fixtures, read};

fn explain(file: &DocumentSource) -> (memcon::site::Draft, Explanation) {
    let authority = Authority::default();
    let draft = memcon::draft(file, &authority, &mut Diagnostics::new());
    let explanation = segment::explain(file, &draft.record, &authority);
    (draft, explanation)
}

/// The readings whose labels begin the turns: that of the chosen convention, and beside it that of the roles of an examination.
fn taken(explanation: &Explanation) -> impl Iterator<Item = &segment::Reading> {
    let is_taken = |reading: &&segment::Reading| {
        let convention = Some(reading.convention);
        convention == explanation.convention || convention == explanation.beside
    };
    explanation.readings.iter().filter(is_taken)
}

/// The places where turns begin.
fn begun(explanation: &Explanation) -> Vec<Span> {
    let mut spans: Vec<Span> = taken(explanation)
        .flat_map(|reading| &reading.labels)
        .flat_map(|label| &label.places)
        .filter(|place| place.fate == Some(Fate::Turn))
        .map(|place| place.span)
        .collect();
    spans.sort();
    spans
}

#[test]
fn what_is_explained_is_what_was_read() {
    let mut n_by_labels = 0;
    for file in fixtures("segment") {
        let file = read(&file);
        let (draft, explanation) = explain(&file);
        let name = &file.source.path;
        assert_eq!(draft.document.convention, explanation.convention, "{name}");
        if explanation.choice.is_none() {
            let is_format = !explanation.said_by.is_empty();
            assert_eq!(explanation.convention.is_some(), is_format, "{name}");
            continue;
        }
        n_by_labels += 1;
        let labels: Vec<Span> = draft
            .document
            .turns()
            .filter_map(|turn| turn.label.as_ref())
            .map(|label| label.text.span())
            .collect();
        assert_eq!(begun(&explanation), labels, "{name}");
        let n_turns: usize = taken(&explanation).map(|reading| reading.n_turns).sum();
        assert_eq!(n_turns, labels.len(), "{name}");
        if explanation.choice == Some(Choice::MostTurns) {
            let chosen = taken(&explanation).next().map(|reading| reading.n_turns);
            let most = explanation.readings.iter().map(|reading| reading.n_turns);
            assert_eq!(chosen, most.max(), "{name}");
        }
        for reading in &explanation.readings {
            let n_turns: usize = reading.labels.iter().map(LabelEvidence::n_turns).sum();
            assert_eq!(n_turns, reading.n_turns, "{name}: {}", reading.convention);
            for label in &reading.labels {
                let decided = label.places.iter().all(|place| place.fate.is_some());
                assert_eq!(
                    decided,
                    label.verdict.is_taken(),
                    "{name}: {}",
                    label.printed
                );
            }
        }
    }
    assert!(n_by_labels > 10, "{n_by_labels}");
}

/// A text read as a document of its own, with a record.
fn explained(text: &str, record: &str) -> Explanation {
    let mut document = source::document_bytes("talk.txt", text.into()).unwrap();
    document.record = Some(TextFile {
        path: "talk.toml".to_owned(),
        text: record.to_owned(),
    });
    explain(&document).1
}

/// What is told of a label in the convention chosen.
fn evidence<'a>(explanation: &'a Explanation, label: &str) -> &'a LabelEvidence {
    let is_chosen = |reading: &&Reading| Some(reading.convention) == explanation.convention;
    let reading = explanation.readings.iter().find(is_chosen).unwrap();
    let found = reading.labels.iter().find(|found| found.printed == label);
    found.unwrap_or_else(|| panic!("{label}: {reading:?}"))
}

fn verdict(explanation: &Explanation, label: &str) -> Verdict {
    evidence(explanation, label).verdict
}

/// Where a label stands, and what becomes of it there.
fn places(explanation: &Explanation, label: &str) -> Vec<(Stands, Option<Fate>)> {
    let places = evidence(explanation, label).places.iter();
    places.map(|place| (place.stands, place.fate)).collect()
}

const TALK: &str = "Talk with Mr. Gray\n\nMs. Green: Good morning.\n\nMr. Brown: Good morning.\n\n\
    Mr. Gray: Let us begin.\n\nMs. Green: Yes.\n\nMr. Brown: Well then, he told me\n\
    Zoe: no.\n\nOne thing: it rains.\n\nOdd: it does.\n\nMr. Brown: It does.\n\nMs. Green It does indeed.\n";

#[test]
fn each_label_has_its_reason() {
    let found = explained(TALK, "");
    assert_eq!(found.convention, Some("name-colon"));
    assert_eq!(found.choice, Some(Choice::MostTurns));
    let is = |label: &str| verdict(&found, label);
    assert_eq!(is("Ms. Green"), Verdict::Taken(Taken::Recurs));
    assert!(matches!(is("Mr. Gray"), Verdict::Taken(Taken::Expected(_))));
    // At a line's beginning of what is a dialogue, but once and a plain word.
    assert_eq!(is("Zoe"), Verdict::Refused(Refused::SinglePlain));
    assert_eq!(is("One thing"), Verdict::Refused(Refused::SmallLetters));
    assert!(matches!(
        is("Odd"),
        Verdict::Refused(Refused::Single | Refused::SinglePlain)
    ));
    let without_mark: Vec<&str> = found
        .without_mark
        .iter()
        .map(|span| &TALK[span.range()])
        .collect();
    assert_eq!(without_mark, ["Ms. Green It does indeed."]);
}

#[test]
fn the_record_is_a_reason() {
    let found = explained(TALK, "labels = [\"Odd\"]\nnot_labels = [\"Ms. Green\"]");
    assert_eq!(verdict(&found, "Odd"), Verdict::Taken(Taken::ByRecord));
    let refused = verdict(&found, "Ms. Green");
    assert_eq!(refused, Verdict::Refused(Refused::ByRecord));
    let alone = explained("A talk\n\nZed: Yes, I think so.\n", "labels = [\"Zed\"]");
    assert_eq!(alone.choice, Some(Choice::ByRecord));
}

#[test]
fn headings_are_chosen_over_what_else_has_a_colon() {
    let text = "# A talk\n\n### Anna:\n\nYes.\n\n### Ben:\n\nNo.\n\n### Anna:\n\nWell.\n\n### Ben:\n\n\
        Point One: a.\n\nPoint One: b.\n";
    let found = explained(text, "");
    assert_eq!(found.convention, Some("heading-colon"));
    assert_eq!(found.choice, Some(Choice::Headings));
}

#[test]
fn questions_stand_beside_names() {
    let asked = "Q. And then?\n\nA. I left.\n\n".repeat(3);
    let text = format!(
        "Examination of Mr. Brown\n\n{asked}MR. SMITH: Objection.\n\n{asked}THE COURT: Go on.\n\n"
    );
    let found = explained(&text, "");
    assert_eq!(found.convention, Some("name-colon"));
    assert_eq!(found.beside, Some("question-answer"));
    assert_eq!(found.choice, Some(Choice::AmongRoles));
    let shown = shown(&text, &["-q"]);
    let head = "14 turns; labels like “Mr. Smith: text” (name-colon) and “Q.   …” (question-answer), because questions and answers";
    assert!(shown.contains(head), "{shown}");
    assert!(
        shown.contains("added: questions and answers stand beside names"),
        "{shown}"
    );
    assert!(shown.contains("Labels taken (4)"), "{shown}");
}

#[test]
fn where_a_label_stands_is_told() {
    let text =
        "Anna: One.\n\nBen: Two.\n\nAnna: Three.\n\nBen: Four.\n\nAnna: Five, and\nBen: six.\n";
    let found = explained(text, "");
    assert_eq!(
        places(&found, "Ben"),
        [
            (Stands::Paragraph, Some(Fate::Turn)),
            (Stands::Paragraph, Some(Fate::Turn)),
            // In a dialogue a label that recurs begins a turn at any line's beginning: whoever spoke was interrupted.
            (Stands::Line, Some(Fate::Turn)),
        ]
    );
}

/// Labels on few of many lines: there a line's beginning is no place for a turn unless the line before ends a sentence.
const LETTERS: &str = "Anna: I have your letters here,\nall of them, and I have read\nthem twice over.\n\n\
    Ben: Then you know what is\nin them, and what I said to\nAnna: nothing is to be signed\nbefore the spring is over.\n\n\
    Anna: That is what you wrote,\nand what you wrote before it to\nCarl: everything is signed\nand sealed since the autumn.\n\n\
    Ben: I was in haste then,\nand I am sorry for it\nto this very day.\n";

#[test]
fn inside_a_sentence_no_turn_begins() {
    let found = explained(LETTERS, "");
    assert_eq!(found.convention, Some("name-colon"));
    assert_eq!(
        places(&found, "Anna"),
        [
            (Stands::Paragraph, Some(Fate::Turn)),
            (Stands::InSentence, Some(Fate::InSentence)),
            (Stands::Paragraph, Some(Fate::Turn)),
        ]
    );
    assert_eq!(
        verdict(&found, "Carl"),
        Verdict::Refused(Refused::NeverAtTurn)
    );
}

/// The text of `parse --explain` for a file.
fn shown(text: &str, arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("talk.txt");
    std::fs::write(&path, text).unwrap();
    let file = path.to_str().unwrap();
    let output = run(&[&["parse", "--explain"], arguments, &[file]].concat());
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn long_lists_are_cut_and_say_so() {
    let names = (0..40u8).map(|n| {
        let letter = |n: u8| char::from(b'a' + n);
        let name: String = ['T', letter(n / 26), letter(n % 26), 'q'].iter().collect();
        format!("{name}: once.\n\n")
    });
    let turns = "Anna: One.\n\nBen: Two.\n\n".repeat(20);
    let text = format!("{turns}{}", names.collect::<String>());
    let short = shown(&text, &["-q"]);
    assert!(short.contains("Look-alikes refused (40)"), "{short}");
    assert!(
        short.ends_with("  … and 10 more; -v lists all\n"),
        "{short}"
    );
    let whole = shown(&text, &["-v"]);
    assert!(whole.contains("Tbnq"), "{whole}");
    assert!(!whole.contains("-v lists all"), "{whole}");
}

#[test]
fn columns_stand_under_each_other_in_every_script() {
    let text = "主席：各位早晨。\n\n李卓人議員：早晨。\n\n主席：請坐。\n\n李卓人議員：多謝主席。\n";
    let shown = shown(text, &["-q"]);
    let lines: Vec<&str> = shown.lines().collect();
    let at = |start: &str| lines.iter().find(|line| line.starts_with(start)).unwrap();
    // A Chinese character is two columns wide.
    assert_eq!(
        at("  label  "),
        &"  label       times  turns  first  form        why"
    );
    assert!(
        at("  主席").starts_with("  主席            2      2  1:1    "),
        "{shown}"
    );
    assert!(
        at("  李卓人議員").starts_with("  李卓人議員      2      2  3:1    "),
        "{shown}"
    );
}
