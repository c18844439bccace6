use super::*;

#[test]
fn what_only_begins_like_a_report_is_speech() {
    let typed = |words| {
        let is_apart = true;
        of(&Candidate { words, is_apart }, None, None)
    };
    let proceedings = Some(Typed::Note(NoteKind::Proceedings));
    assert_eq!(typed("END                 2:15 P.M. EDT"), proceedings);
    assert_eq!(typed("Era 1 hora e 10 minutos."), proceedings);
    assert_eq!(typed("Aplausos gerais."), Some(Typed::Stage));
    assert_eq!(typed("By Mr. Smith:"), Some(Typed::Heading));
    assert_eq!(typed("BY THE COURT:"), Some(Typed::Heading));
    for words in [
        "END 2:15 is when we said that we would be there.",
        "Eram 20 pessoas na sala.",
        "Aplausos são bem-vindos.",
        "Transcribed by hand, it took a year.",
        "By Mr. Smith",
        "By the time that Mr. Smith came:",
    ] {
        assert_eq!(typed(words), None, "{words}");
    }
}

#[test]
fn a_line_that_says_who_examines_stands_alone() {
    for line in ["BY MR. SMITH:", "CROSS-EXAMINATION BY MS. JONES:"] {
        assert!(stands_alone(line, "I was done."), "{line}");
    }
    assert!(!stands_alone("By Mr. Smith:", "he was told by"));
    assert!(!stands_alone("Drawn by Mr. Smith:", "I was done."));
}
