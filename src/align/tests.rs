use super::*;

/// Turns as `WHO: words`, a line each. A name in capitals is of the authority file, any other a label; `-` is nobody.
fn record(language: Option<&str>, text: &str) -> Record {
    let turn = |line: &str| {
        let (who, words) = line.trim().split_once(": ").unwrap();
        Said {
            speaker: match who {
                "-" => Speaker::Nobody,
                who if who.to_uppercase() == who && who.is_ascii() => {
                    Speaker::Known(who.to_owned())
                }
                who => Speaker::Label(who.to_owned()),
            },
            length: words.chars().filter(|c| c.is_alphanumeric()).count(),
            words: words
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(str::to_lowercase)
                .collect(),
        }
    };
    Record {
        language: language.map(str::to_owned),
        turns: text.trim().lines().map(turn).collect(),
    }
}

/// Rows as `1=1 2=2,3 4=-`, turns counted from 1.
fn read(rows: &[Row]) -> String {
    let side = |turns: &Range<usize>| {
        let all: Vec<String> = turns.clone().map(|turn| (turn + 1).to_string()).collect();
        if all.is_empty() {
            "-".to_owned()
        } else {
            all.join(",")
        }
    };
    let row = |row: &Row| row.iter().map(side).collect::<Vec<_>>().join("=");
    rows.iter().map(row).collect::<Vec<_>>().join(" ")
}

const ENGLISH: &str = "
ANN: Good morning. I hope that your journey from Geneva was easy.
BEN: It was long, and it rained.
ANN: Let us begin with the bridge. It was closed in 1987, and nobody has looked at it since then.
BEN: We have looked at it twice.
ANN: When?
BEN: In the spring, and again in October, with two engineers from the ministry.";

#[test]
fn a_translation_stands_turn_by_turn() {
    let german = "
Anna: Guten Morgen. Ich hoffe, Ihre Reise von Genf war leicht.
Bernd: Sie war lang, und es hat geregnet.
Anna: Beginnen wir mit der Brücke. Sie wurde 1987 gesperrt, und seither hat sie niemand angesehen.
Bernd: Wir haben sie zweimal angesehen.
Anna: Wann?
Bernd: Im Frühling und wieder im Oktober, mit zwei Ingenieuren des Ministeriums.";
    let records = [record(Some("en"), ENGLISH), record(Some("de"), german)];
    let found = rows(&records, &Pins::default());
    assert_eq!(read(&found), "1=1 2=2 3=3 4=4 5=5 6=6");
}

#[test]
fn labels_of_another_language_are_settled_by_the_rest() {
    // Two turns of the original are missing: only who speaks tells where.
    let german = "
Anna: Guten Morgen. Ich hoffe, Ihre Reise von Genf war leicht.
Bernd: Sie war lang, und es hat geregnet.
Anna: Beginnen wir mit der Brücke. Sie wurde 1987 gesperrt, und seither hat sie niemand angesehen.
Bernd: Im Frühling und wieder im Oktober, mit zwei Ingenieuren des Ministeriums.";
    let records = [record(Some("en"), ENGLISH), record(Some("de"), german)];
    let found = rows(&records, &Pins::default());
    assert_eq!(read(&found), "1=1 2=2 3=3 4=- 5=- 6=4");
}

#[test]
fn another_speaker_is_never_set_beside_for_length_alone() {
    let other = "
BEN: It was long, and it rained.
BEN: We looked at it twice.";
    let records = [
        record(
            Some("en"),
            "ANN: It is cold, and it snows.\nBEN: We looked at it twice.",
        ),
        record(Some("en"), other),
    ];
    let found = rows(&records, &Pins::default());
    assert_eq!(read(&found), "1=- -=1 2=2");
}

#[test]
fn the_same_words_given_to_another_stand_beside_each_other() {
    let records = [
        record(
            Some("en"),
            "ANN: The second span of the bridge must be replaced before winter.\nBEN: Yes.",
        ),
        record(
            Some("en"),
            "BEN: The second span of the bridge must be replaced before winter.\nANN: Yes.",
        ),
    ];
    let found = rows(&records, &Pins::default());
    assert!(read(&found).starts_with("1=1"), "{}", read(&found));
}

#[test]
fn one_turn_may_be_several_in_another_record() {
    let records = [
        record(
            Some("en"),
            "ANN: The bridge was closed in winter. Nobody has looked at the northern pier since. We ask for engineers from Geneva.\nBEN: Agreed.",
        ),
        record(
            Some("en"),
            "ANN: The bridge was closed in winter. Nobody has looked at the northern pier since.\nBEN: Really?\nANN: We ask for engineers from Geneva.\nBEN: Agreed.",
        ),
    ];
    let found = rows(&records, &Pins::default());
    assert_eq!(read(&found), "1=1,2,3 2=4");
}

#[test]
fn an_article_that_quotes_two_turns_leaves_the_rest_alone() {
    let article = "
BEN: We have looked at it twice.
BEN: In the spring, and again in October";
    let records = [record(Some("en"), ENGLISH), record(Some("en"), article)];
    let found = rows(&records, &Pins::default());
    assert_eq!(read(&found), "1=- 2=- 3=- 4=1 5=- 6=2");
}

#[test]
fn a_third_record_joins_the_two() {
    let second = "
ANN: Good morning. I hope that your journey from Geneva was easy.
BEN: It was long, and it rained.
BEN: We have looked at it twice.";
    let third = "
ANN: Let us begin with the bridge. Nobody has looked at it since 1987.
BEN: We have looked at it twice.
ANN: Then we shall meet again in Basel tomorrow.";
    let records = [
        record(Some("en"), ENGLISH),
        record(Some("en"), second),
        record(Some("en"), third),
    ];
    let found = rows(&records, &Pins::default());
    assert_eq!(read(&found), "1=1=- 2=2=- 3=-=1 4=3=2 5=-=- 6=-=- -=-=3");
}

#[test]
fn what_is_pinned_stays_together_and_what_is_alone_stays_alone() {
    let records = [record(Some("en"), ENGLISH), record(Some("en"), ENGLISH)];
    let pins = Pins {
        together: vec![((0, 1), (1, 3))],
        alone: BTreeSet::from([(1, 4)]),
    };
    let found = rows(&records, &pins);
    let found = read(&found);
    assert!(found.contains(" 2=4 "), "{found}");
    assert!(found.contains("-=5"), "{found}");
    let several = Pins {
        together: vec![((0, 1), (1, 1)), ((0, 1), (1, 3))],
        alone: BTreeSet::new(),
    };
    let found = read(&rows(&records, &several));
    assert!(found.starts_with("1=1 2=2,3,4"), "{found}");
    // Pins that would change an order leave it as it is.
    let crossing = Pins {
        together: vec![((0, 1), (1, 3)), ((0, 3), (1, 1))],
        alone: BTreeSet::new(),
    };
    let found = read(&rows(&records, &crossing));
    assert!(found.contains(" 2=4 "), "{found}");
}

#[test]
fn every_turn_stands_once_and_in_order() {
    let texts = [
        ENGLISH,
        "-: Good morning.\n-: It rained.",
        "БЕН: Да.\nАНН: Нет.\nБЕН: Да.",
        "CEE: Nobody asked for this, and nobody wants it.",
    ];
    let records: Vec<Record> = texts.iter().map(|text| record(None, text)).collect();
    let found = rows(&records, &Pins::default());
    for (at, record) in records.iter().enumerate() {
        let turns = found.iter().flat_map(|row| row[at].clone());
        assert!(turns.eq(0..record.turns.len()), "{}", read(&found));
    }
    assert!(
        found
            .iter()
            .all(|row| row.iter().any(|side| !side.is_empty()))
    );
}
