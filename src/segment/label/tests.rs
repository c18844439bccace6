use super::*;

fn found<'a>(convention: &str, words: &'a str) -> Option<(&'a str, Form)> {
    let convention = CONVENTIONS.iter().find(|c| c.name == convention).unwrap();
    convention
        .matches(words)
        .map(|found| (&words[found.lead..found.lead + found.name_len], found.form))
}

#[test]
fn labels_before_a_period() {
    let found = |words| found("name-period", words).map(|(name, _)| name);
    assert_eq!(
        found("M.S. GORBACHEV. This morning"),
        Some("M.S. GORBACHEV")
    );
    assert_eq!(found("M. S. Gorbachev. Yes"), Some("M. S. Gorbachev"));
    assert_eq!(found("F. MItterand. The reality"), Some("F. MItterand"));
    assert_eq!(found("Mr. Frank. I thank"), Some("Mr. Frank"));
    assert_eq!(found("MR. BLACK. Well"), Some("MR. BLACK"));
    assert_eq!(
        found("Mr. Moore of Kansas. Yes"),
        Some("Mr. Moore of Kansas")
    );
    assert_eq!(
        found("The SPEAKER pro tempore. Under"),
        Some("The SPEAKER pro tempore")
    );
    assert_eq!(
        found("The PRESIDING OFFICER (Mr. Smith). Without"),
        Some("The PRESIDING OFFICER (Mr. Smith)")
    );
    for prose in [
        "Rhineland-Palatinate. Therefore, he",
        "Germans. No matter",
        "IN this way, we have",
        "J. Attali, and",
        "Mr. President, decisions",
        "Mr. President. Decisions",
        "U.S. representative was",
        "F. Mitterand",
    ] {
        assert_eq!(found(prose), None, "{prose}");
    }
}

#[test]
fn short_capitals_before_a_period_have_to_recur() {
    // What recurs is for the evidence to say; by itself such a form says nothing.
    let form = |words| found("name-period", words).map(|(_, form)| form);
    assert_eq!(form("NATO. The U.S., as well"), Some(Form::Plain));
    assert_eq!(form("JACK. Why on earth"), Some(Form::Plain));
    assert_eq!(form("ХАРИТОНОВ Н. М. Спасибо. Я за"), Some(Form::Initials));
    assert_eq!(form("M. le président. La séance"), Some(Form::Titled));
    assert_eq!(form("M. Jean Dupont, retraité. Il vivait"), None);
}

#[test]
fn labels_before_a_colon() {
    assert_eq!(
        found("name-colon", "Mr. SMITH (Windsor, NPD): I rise"),
        Some(("Mr. SMITH (Windsor, NPD)", Form::Titled))
    );
    assert_eq!(
        found("name-colon", "主席：各位"),
        Some(("主席", Form::Plain))
    );
    assert_eq!(
        found("name-colon", "[00:01:23] Anna Berg: yes"),
        Some(("Anna Berg", Form::Enclosed))
    );
    assert_eq!(
        found("name-colon", "Speaker 0: 00:00:16"),
        Some(("Speaker 0", Form::Enclosed))
    );
    assert_eq!(
        found("name-colon", "Une voix: non"),
        Some(("Une voix", Form::Titled))
    );
    assert_eq!(
        found("name-colon", "Gute Frage: nein"),
        Some(("Gute Frage", Form::Plain))
    );
    assert_eq!(
        found("name-colon", "He said: no"),
        Some(("He said", Form::Loose))
    );
    assert_eq!(
        found(
            "name-colon",
            "Anna Bär, Staatssekretärin beim Minister für Verkehr:"
        ),
        Some((
            "Anna Bär, Staatssekretärin beim Minister für Verkehr",
            Form::Titled
        ))
    );
    assert_eq!(
        found("name-colon", "Mr. Omido asked the Minister: why"),
        Some(("Mr. Omido", Form::Titled))
    );
    assert_eq!(
        found("name-colon", "M. Martin propose: Que le rapport"),
        Some(("M. Martin", Form::Titled))
    );
    assert_eq!(
        found("name-colon", "Mr. Mbori; I beg"),
        Some(("Mr. Mbori", Form::Titled))
    );
    assert_eq!(found("name-colon", "Berlin; I beg"), None);
    assert_eq!(found("name-colon", "APPEARANCES: two"), None);
    assert_eq!(found("name-colon", "see http://a.example"), None);
    assert_eq!(found("name-colon", "At 14:05 they met"), None);
    assert_eq!(found("name-colon", "Dumas: “Yes”"), None);
    assert_eq!(
        found("name-colon-quote", "Dumas: “Yes”"),
        Some(("Dumas", Form::Plain))
    );
    assert_eq!(found("name-colon-quote", "Dumas: yes"), None);
}

#[test]
fn labels_in_brackets_with_a_time() {
    assert_eq!(
        found("bracketed-name", "[Bryan C.] [00:05] Well"),
        Some(("Bryan C.", Form::Enclosed))
    );
    assert_eq!(found("bracketed-name", "[Applause] Well"), None);
    assert_eq!(
        found("nick", "12:02:26 <ann_b> hello"),
        Some(("ann_b", Form::Enclosed))
    );
}

mod at_a_glance {
    use super::*;
    use proptest::prelude::*;

    /// What lines are made of: words of every kind, and each mark that some convention knows.
    const PARTS: [&str; 66] = [
        "al-Assad",
        "d’Estaing",
        "ter-",
        "al",
        "Yu.",
        "ST.",
        "Jr.",
        "-D.",
        "Mr.",
        "MR.",
        "SMITH",
        "Smith",
        "anna",
        "M",
        "M.",
        "le",
        "The",
        "the",
        "Minister",
        "A",
        "I",
        "Q",
        "A.",
        "QUESTION",
        "Frage",
        "В",
        "О",
        "Ответ",
        "Élysée",
        "élan",
        "Präsident",
        "主席",
        "記者",
        "○",
        "議長",
        "Dr",
        "12",
        "Q12",
        "Anf.",
        "3",
        "4.",
        "00:03",
        "(1:02)",
        "[00:01:23]",
        "asked",
        "to the Minister for Trade",
        "host",
        "spk09",
        ".",
        ",",
        ":",
        "：",
        ";",
        "—",
        "–",
        "-",
        "--",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "「",
        "」",
        "“",
    ];
    /// What stands between them.
    const BETWEEN: [&str; 8] = ["", " ", " ", " ", "  ", "\t", " | ", "\u{3000}"];

    #[test]
    fn a_particle_may_begin_a_label_in_small_letters() {
        let words = "ter-: al-Assad";
        for convention in &CONVENTIONS {
            let found = convention.matches(words);
            assert_eq!(
                convention.matches_at(words, Glance::of(words)),
                found,
                "{}",
                convention.name
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

        /// A line is passed over only where no label stands.
        #[test]
        fn no_label_is_passed_over(parts in proptest::collection::vec((0..PARTS.len(), 0..BETWEEN.len()), 1..12)) {
            let line: String = parts.iter().flat_map(|(part, between)| [PARTS[*part], BETWEEN[*between]]).collect();
            let words = line.trim();
            let glance = Glance::of(words);
            for convention in &CONVENTIONS {
                let found = convention.matches(words);
                prop_assert_eq!(convention.matches_at(words, glance), found, "{}: {}", convention.name, words);
                let may_begin = glance.allows_any(words) || convention.position == Position::Heading;
                prop_assert!(may_begin || found.is_none(), "{}: {}", convention.name, words);
            }
        }
    }
}
