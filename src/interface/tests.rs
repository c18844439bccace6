use super::*;
use crate::date::Edtf;

fn config(language: &str) -> Config {
    Config {
        language: language.to_owned(),
        ..Config::default()
    }
}

/// The interface in a language, with files of the archive's own: name and text.
fn read(language: &str, files: &[(&str, &str)]) -> (Interface, Diagnostics) {
    let templates = files
        .iter()
        .map(|(name, text)| {
            let file = TextFile {
                path: format!("templates/{name}"),
                text: (*text).to_owned(),
            };
            ((*name).to_owned(), file)
        })
        .collect();
    let mut diagnostics = Diagnostics::new();
    let interface = Interface::new(&config(language), &templates, &mut diagnostics);
    (interface, diagnostics)
}

fn own(language: &str) -> Interface {
    let (interface, diagnostics) = read(language, &[]);
    assert!(diagnostics.sorted().is_empty(), "{diagnostics:?}");
    interface
}

#[test]
fn names_stand_in_the_order_and_under_the_letters_of_the_language() {
    let order = |language: &str| {
        let config = Config {
            language: language.to_owned(),
            ..Config::default()
        };
        Interface::new(&config, &BTreeMap::new(), &mut Diagnostics::new()).order()
    };
    for (language, names, letters) in [
        (
            "en",
            ["Zola", "Öst", "oasis", "Otto", "'t Hooft", "4+2"],
            "4 O T Z",
        ),
        (
            "sv",
            ["Zola", "Öst", "oasis", "Otto", "'t Hooft", "4+2"],
            "4 O T Z Ö",
        ),
        (
            "ru",
            ["Ёлка", "Йод", "Ель", "Иван", "Яков", "—"],
            "# Е И Й Я",
        ),
    ] {
        let names = names.map(|name| (name.to_owned(), name)).into();
        let found = order(language).by_letter(names);
        let found: Vec<&str> = found.iter().map(|letter| letter.name.as_str()).collect();
        assert_eq!(found.join(" "), letters, "{language}");
    }
    let anchors = order("sv").by_letter(vec![
        ("Otto".to_owned(), ()),
        ("Öst".to_owned(), ()),
        ("—".to_owned(), ()),
        ("Xavier".to_owned(), ()),
    ]);
    let anchors: Vec<String> = anchors.into_iter().map(|letter| letter.anchor).collect();
    assert_eq!(
        anchors,
        ["letter-u23", "letter-o", "letter-x", "letter-ud6"]
    );
}

#[test]
fn every_own_language_is_read_whole_without_a_fault() {
    for (language, text) in OWN {
        let resource = parser::parse_runtime(text);
        let resource = resource.unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"));
        let names: Vec<&str> = ids(&resource).collect();
        let different: BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(names.len(), different.len(), "{language}: a name twice");
        let texts = own(language);
        let english = own("en");
        let wanted: Vec<&String> = english.0.by_name.keys().collect();
        assert_eq!(
            different.into_iter().collect::<Vec<_>>(),
            wanted,
            "{language} has the texts that English has"
        );
        for (id, text) in &texts.0.by_name {
            assert_eq!(
                text.pattern.variables(),
                english.0.by_name[id].pattern.variables(),
                "{language}: {id}"
            );
        }
    }
}

#[test]
fn english_says_numbers_and_lists_as_it_should() {
    let say = own("en");
    let n = |n: usize| [("n", Value::Count(n))];
    assert_eq!(say.say("turns-n", &n(1)), "1 turn");
    assert_eq!(say.say("words-n", &n(9751)), "9,751 words");
    assert_eq!(say.number(1_234_567), "1,234,567");
    let list = ["a", "b", "c"].map(str::to_owned);
    assert_eq!(say.list(&list), "a, b and c");
    assert_eq!(say.list(&list[..1]), "a");
}

#[test]
fn russian_counts_by_its_own_rules() {
    let say = own("ru");
    let turns = |n: usize| say.say("turns-n", &[("n", n.into())]);
    assert_eq!(
        [1, 2, 5, 11, 21, 104, 1000].map(turns),
        [
            "1 реплика",
            "2 реплики",
            "5 реплик",
            "11 реплик",
            "21 реплика",
            "104 реплики",
            "1\u{a0}000 реплик",
        ]
    );
}

#[test]
fn french_counts_none_and_one_alike_and_german_does_not() {
    let turns = |language: &str, n: usize| own(language).say("turns-n", &[("n", n.into())]);
    assert_eq!(
        [0, 1, 2].map(|n| turns("fr", n)),
        ["0 intervention", "1 intervention", "2 interventions"]
    );
    assert_eq!(
        [0, 1, 2].map(|n| turns("de", n)),
        ["0 Redebeiträge", "1 Redebeitrag", "2 Redebeiträge"]
    );
}

#[test]
fn dates_are_written_as_the_language_writes_them() {
    let dates = [
        "1990-10-29",
        "1991-01",
        "1990",
        "1990-05?",
        "1990-05/1990-07",
        "1990-05/..",
        "1990-10-01",
    ];
    for (language, wanted) in [
        (
            "en",
            [
                "29 October 1990",
                "January 1991",
                "1990",
                "May 1990 (uncertain)",
                "May 1990 to July 1990",
                "from May 1990",
                "1 October 1990",
            ],
        ),
        (
            "fr",
            [
                "29 octobre 1990",
                "janvier 1991",
                "1990",
                "mai 1990 (incertain)",
                "mai 1990 – juillet 1990",
                "dès mai 1990",
                "1er octobre 1990",
            ],
        ),
        (
            "de",
            [
                "29. Oktober 1990",
                "Januar 1991",
                "1990",
                "Mai 1990 (unsicher)",
                "Mai 1990 bis Juli 1990",
                "ab Mai 1990",
                "1. Oktober 1990",
            ],
        ),
        (
            "ru",
            [
                "29 октября 1990\u{a0}г.",
                "январь 1991\u{a0}г.",
                "1990\u{a0}г.",
                "май 1990\u{a0}г. (предположительно)",
                "май 1990\u{a0}г. – июль 1990\u{a0}г.",
                "май 1990\u{a0}г. и позже",
                "1 октября 1990\u{a0}г.",
            ],
        ),
    ] {
        let say = own(language);
        let said = dates.map(|date| say.date(&Edtf::parse(date).unwrap()));
        assert_eq!(said, wanted, "{language}");
    }
    let short = |language: &str| own(language).date_short(&Edtf::parse("1990-10-29").unwrap());
    assert_eq!(
        ["en", "fr", "de", "ru"].map(short),
        [
            "29 Oct. 1990",
            "29 oct. 1990",
            "29. Okt. 1990",
            "29 окт. 1990\u{a0}г."
        ]
    );
}

#[test]
fn a_language_has_its_name_or_its_tag() {
    let say = own("en");
    assert_eq!(say.language_name("en-GB"), "English");
    assert_eq!(say.language_name("nb"), "Norwegian");
    assert_eq!(say.language_name("tlh-Latn"), "tlh-Latn");
    assert_eq!(own("de").language_from("ru"), "dem Russischen");
    assert_eq!(own("ru").language_in("fr"), "французский");
}

#[test]
fn a_region_of_a_language_has_the_languages_texts() {
    let say = own("de-CH");
    assert_eq!((say.tag(), say.text("nav-search")), ("de-CH", "Suche"));
}

#[test]
fn an_unknown_language_is_an_error_that_lists_those_there_are() {
    let (say, found) = read("nl", &[("i18n/es.ftl", "feed = Fuente\n")]);
    assert_eq!(say.text("nav-search"), "Search");
    let found = found.sorted()[0];
    assert_eq!(
        (found.code, found.severity),
        (Code::BadValue, crate::diagnostic::Severity::Error)
    );
    assert!(
        found
            .message
            .ends_with("there are texts in de, en, es, fr, ru"),
        "{found:?}"
    );
}

#[test]
fn a_file_of_the_archives_own_replaces_some_texts_and_leaves_the_others() {
    let (say, found) = read("fr", &[("i18n/fr.ftl", "nav-people = Noms\n")]);
    assert!(found.sorted().is_empty(), "{found:?}");
    assert_eq!(say.text("nav-people"), "Noms");
    assert_eq!(say.text("nav-search"), "Recherche");
}

#[test]
fn a_language_of_the_archives_own_falls_back_to_english_and_is_told_so() {
    let file = "nav-people = Personas\nturns-n = { $n ->\n    [one] { $n } intervención\n   *[other] { $n } intervenciones\n}\nnumber-separator = .\n";
    let (say, found) = read("es", &[("i18n/es.ftl", file)]);
    assert_eq!(
        say.say("turns-n", &[("n", 1234.into())]),
        "1.234 intervenciones"
    );
    assert_eq!(say.text("nav-search"), "Search");
    let found = found.sorted();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, Code::UntranslatedText);
    assert!(
        found[0]
            .message
            .contains("texts are missing and shown in English"),
        "{found:?}"
    );
}

#[test]
fn what_is_wrong_in_a_file_is_reported_where_it_stands() {
    for (file, code, line, words) in [
        (
            "feed = Fil\nnav-people = { $x\n",
            Code::BadTemplate,
            2,
            "cannot be read",
        ),
        (
            "\nturns-n = { $m } tours\n",
            Code::BadTemplate,
            2,
            "asks for $m; the pages give it $n",
        ),
        (
            "nav-poeple = Noms\n",
            Code::UnknownKey,
            1,
            "no page has a text called `nav-poeple`",
        ),
        (
            "feed = { -brand }\n",
            Code::BadTemplate,
            1,
            "terms, attributes or functions",
        ),
        ("feed = { feed }\n", Code::BadTemplate, 1, "it holds itself"),
        (
            "feed = { fil }\n",
            Code::BadTemplate,
            1,
            "no text called `fil`",
        ),
    ] {
        let (say, found) = read("fr", &[("i18n/fr.ftl", file)]);
        let found = found.sorted();
        assert_eq!(found.len(), 1, "{file}: {found:?}");
        assert_eq!((found[0].code, found[0].place.line), (code, line), "{file}");
        assert_eq!(found[0].place.file, "templates/i18n/fr.ftl");
        assert!(found[0].message.contains(words), "{file}: {found:?}");
        assert_eq!(say.text("nav-search"), "Recherche", "{file}");
    }
}

#[test]
fn templates_of_the_archives_own_may_have_texts_of_their_own() {
    let files = [
        ("i18n/fr.ftl", "our-motto = Devise\n"),
        ("home.html", "{{ t(id=\"our-motto\") }}"),
    ];
    let (say, found) = read("fr", &files);
    assert!(found.sorted().is_empty(), "{found:?}");
    assert_eq!(say.text("our-motto"), "Devise");
}

/// The small form says what Fluent's own library says.
#[test]
fn texts_are_written_as_fluent_writes_them() {
    use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
    for (language, text) in OWN {
        let resource = FluentResource::try_new(text.to_owned()).unwrap();
        let id: LanguageIdentifier = language.parse().unwrap();
        let mut bundle = FluentBundle::new(vec![id]);
        bundle.set_use_isolating(false);
        bundle.add_resource(&resource).unwrap();
        let say = own(language);
        for (id, text) in &say.0.by_name {
            let pattern = bundle.get_message(id).unwrap().value().unwrap();
            for n in [0, 1, 2, 3, 5, 11, 21, 22, 111] {
                let mut args = FluentArgs::new();
                let mut values = Vec::new();
                for name in text.pattern.variables() {
                    let is_word = matches!(name, "language");
                    if is_word {
                        args.set(name, "ru");
                        values.push((name, Value::Words("ru")));
                    } else {
                        args.set(name, n);
                        values.push((name, Value::Count(n)));
                    }
                }
                let mut errors = Vec::new();
                let theirs = bundle.format_pattern(pattern, Some(&args), &mut errors);
                assert!(errors.is_empty(), "{language}: {id}: {errors:?}");
                assert_eq!(say.say(id, &values), theirs, "{language}: {id}");
            }
        }
    }
}

#[test]
fn no_text_can_end_the_script_it_is_handed_over_in() {
    let (say, _) = read(
        "en",
        &[("i18n/en.ftl", "script-searching = </script><!-- \u{2028}\n")],
    );
    let script = String::from_utf8(say.script(|_| true)).unwrap();
    for wrong in ["</", "<!", "\u{2028}"] {
        assert!(!script.contains(wrong), "{script}");
    }
    assert!(script.contains("<\\/script>"), "{script}");
}
