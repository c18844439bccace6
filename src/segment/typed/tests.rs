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
    for words in [
        "END 2:15 is when we said that we would be there.",
        "Eram 20 pessoas na sala.",
        "Aplausos são bem-vindos.",
        "Transcribed by hand, it took a year.",
    ] {
        assert_eq!(typed(words), None, "{words}");
    }
}
