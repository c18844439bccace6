use super::*;

fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

#[test]
fn words_are_runs_of_letters_and_digits_without_marks_and_case() {
    for (text, expected) in [
        ("Germany’s “Élysée”", vec!["germany", "s", "elysee"]),
        ("U.S. 4+2 don't", vec!["u", "s", "4", "2", "don", "t"]),
        ("Straße STRASSE ẞ", vec!["strasse", "strasse", "ss"]),
        ("ΟΔΥΣΣΕΥΣ ὀδυσσεύς", vec!["οδυσσευσ", "οδυσσευσ"]),
        ("Горбачёв Йод", vec!["горбачев", "иод"]),
        ("ﬁn ½ № ²", vec!["fin", "1", "2", "no", "2"]),
        ("İstanbul ıssız", vec!["istanbul", "ıssız"]),
        ("\u{301} – … *", vec![]),
        // Letters of scripts without blanks are words of their own.
        ("乔夫4月", vec!["乔", "夫", "4", "月"]),
        ("Tシャツ ｶﾞ々", vec!["t", "シ", "ャ", "ツ", "カ", "々"]),
        ("ที่นี่", vec!["ท", "น"]),
        ("ກິນ ខ្មែរ", vec!["ກ", "ນ", "ខ", "ម", "រ"]),
    ] {
        assert_eq!(folded(text), expected, "{text}");
    }
}

#[test]
fn places_are_those_of_the_text_as_printed() {
    let text = "à l’E\u{301}lyse\u{301}e, ½";
    let printed: Vec<&str> = words(text)
        .into_iter()
        .map(|word| &text[word.range])
        .collect();
    assert_eq!(printed, ["à", "l", "E\u{301}lyse\u{301}e", "½", "½"]);
}

/// An archive of turns with nothing known but speaker, date and text.
fn archive(turns: &[(&str, &str, &str)]) -> Archive {
    let person = |id: &str| Person {
        id: id.to_owned(),
        name: format!("Ada {id}"),
        sort: format!("{id}, Ada"),
        slot: 1,
        names: vec![format!("Ms. {id}")],
    };
    let document = Document {
        id: "talk".to_owned(),
        title: "Talk".to_owned(),
        short: "Talk".to_owned(),
        path: "documents/talk.html".to_owned(),
        language: None,
        tag: Some("zh-Hant-TW".to_owned()),
        kind: Some("Record of conversation".to_owned()),
    };
    let speakers = ["green", "brown"];
    let mut dates: Vec<DateEntry> = Vec::new();
    let mut columns = Turns::default();
    for (at, (speaker, date, text)) in turns.iter().enumerate() {
        let known = dates.iter().position(|one| one.edtf == *date);
        columns.date.push(Some(known.unwrap_or(dates.len())));
        if known.is_none() {
            dates.push(DateEntry {
                edtf: (*date).to_owned(),
                words: (*date).to_owned(),
            });
        }
        let speaker = speakers.iter().position(|id| id == speaker);
        columns.document.push(0);
        columns.anchor.push(format!("t{}", at + 1));
        columns.speaker.push(speaker);
        columns
            .mentions
            .push(if at == 0 { vec![2] } else { Vec::new() });
        columns
            .roles
            .push(speaker.into_iter().filter(|at| *at == 0).collect());
        columns.conversation.push((at > 0).then_some(0));
        columns.attribution.push(0);
        columns.label.push(None);
        columns.length.push(words(text).len());
    }
    let catalog = Catalog {
        block: 16,
        speakers: speakers.map(person).into(),
        others: vec![person("white")],
        documents: vec![document],
        conversations: vec!["Paris-1990".to_owned()],
        roles: vec!["President of the Republic".to_owned()],
        dates,
        labels: Vec::new(),
        attributions: vec!["authority"],
        turns: columns,
    };
    let texts = turns.iter().map(|(_, _, text)| (*text).to_owned());
    Archive::new(catalog, texts.collect())
}

fn eastern() -> Archive {
    archive(&[
        ("green", "1990", "他说：共同的欧洲家园。为什么?"),
        ("brown", "1990", "欧洲是共同的。Gorbachev 同意！"),
        ("green", "1990", "ヨーロッパ共通の家、ゴルバチョフ氏"),
        ("green", "1990", "บ้านหลังเดียวกันของยุโรป"),
    ])
}

#[test]
fn in_scripts_without_blanks_what_is_typed_stands_as_it_is_typed() {
    for (query, expected) in [
        ("共同的", vec![1, 2]),
        ("欧洲家园", vec![1]),
        ("\"欧洲家园\"", vec![1]),
        ("欧洲 共同", vec![1, 2]),
        ("欧洲 near/2 共同", vec![1, 2]),
        ("欧洲 near/1 共同", vec![]),
        ("共", vec![1, 2, 3]),
        ("共?的", vec![1, 2]),
        ("共??欧", vec![1]),
        ("为什么?", vec![1]),
        ("家*", vec![1, 3]),
        ("*家園 OR *家园", vec![1]),
        ("同意gorb*", vec![]),
        ("gorb*同意", vec![2]),
        ("コ?バチョフ", vec![3]),
        ("ゴルバチョフ NOT 欧洲", vec![3]),
        ("ยุโรป", vec![4]),
        ("หลังเดียว", vec![4]),
    ] {
        let tree = parse(query).unwrap_or_else(|m| panic!("{query}: {m:?}"));
        let hits = eastern().find(&tree).unwrap();
        let mut found: Vec<usize> = hits.into_iter().map(|hit| hit.turn + 1).collect();
        found.sort_unstable();
        assert_eq!(found, expected, "{query}");
    }
    let tree = parse("欧洲 共?的").unwrap();
    let text = eastern().text(1).to_owned();
    let marked: Vec<&str> = marks(&tree, &text)
        .into_iter()
        .map(|range| &text[range])
        .collect();
    assert_eq!(marked, ["欧洲", "共同的"]);
}

fn small() -> Archive {
    archive(&[
        (
            "green",
            "1990-05-25",
            "The common European home is a home for all.",
        ),
        (
            "brown",
            "1990-05",
            "A home, common to us? European, I mean.\n\nHome.",
        ),
        (
            "green",
            "1991",
            "Germany’s unification; the U.S. don't object to 4+2.",
        ),
        ("", "199X", "Germania and Germans unify"),
    ])
}

/// The numbers of the turns found, from 1, best first.
fn found(query: &str) -> Vec<usize> {
    let tree = parse(query).unwrap_or_else(|m| panic!("{query}: {m:?}"));
    let hits = small()
        .find(&tree)
        .unwrap_or_else(|m| panic!("{query}: {m:?}"));
    hits.into_iter().map(|hit| hit.turn + 1).collect()
}

#[test]
fn each_operator_finds_what_it_says() {
    for (query, expected) in [
        // Words: all in one turn.
        ("european common", vec![1, 2]),
        ("common AND home", vec![1, 2]),
        ("\"common european home\"", vec![1]),
        ("“European I mean home”", vec![2]),
        ("U.S.", vec![3]),
        ("don't 4+2", vec![3]),
        // In small letters and in quotation marks, operators are words.
        ("and", vec![4]),
        ("\"AND\"", vec![4]),
        ("near", vec![]),
        // A word as typed.
        ("=home =\"common european\"", vec![1]),
        ("=AND", vec![4]),
        ("= home =(us)", vec![2]),
        ("==us 4=2", vec![]),
        ("=4=2", vec![3]),
        // Wildcards at any place.
        ("german*", vec![3, 4]),
        ("germ*y", vec![3]),
        ("*nia", vec![4]),
        ("unif?", vec![4]),
        ("h?me", vec![1, 2]),
        ("\"german? unif*\"", vec![4]),
        ("\"germans unif?\"", vec![4]),
        ("home ? europ*", vec![1, 2]),
        // AND binds closer than OR, NOT closer than either.
        ("germania OR european home", vec![1, 2, 4]),
        ("(germania OR european) home", vec![1, 2]),
        ("home NOT germany", vec![1, 2]),
        ("NOT home", vec![3, 4]),
        ("NOT NOT home", vec![1, 2]),
        ("NOT (home OR germany)", vec![4]),
        ("home NOT (all OR us)", vec![]),
        // Near: in either order, not beyond the distance, not itself.
        ("common near/1 european", vec![1]),
        ("european near/1 common", vec![1]),
        ("common near/2 european", vec![1]),
        ("common near/3 european", vec![1, 2]),
        ("home near/4 home", vec![1]),
        ("\"common european\" near/3 home", vec![1]),
        ("common near/3 european near/3 mean", vec![2]),
        ("(us OR european) NEAR/1 common", vec![1]),
        ("common near/1 european OR germania", vec![1, 4]),
        // Filters, also under NOT and OR, alone in order of time.
        ("speaker:green", vec![1, 3]),
        ("NOT speaker:green", vec![2, 4]),
        ("speaker:-", vec![4]),
        ("speaker:\"Ada green\"", vec![1, 3]),
        ("home speaker:brown OR unify", vec![2, 4]),
        ("mentions:white", vec![1]),
        ("role:republic", vec![1, 3]),
        ("date:1990", vec![1, 2, 4]),
        ("date:1991..", vec![3, 4]),
        ("date:1990-05-01..1990-05-24", vec![2, 4]),
        ("kind:\"record of conversation\" home", vec![1, 2]),
        ("lang:zh speaker:brown", vec![2]),
        ("lang:ZH-hant speaker:brown", vec![2]),
        ("document:talk unify", vec![4]),
        ("conversation:paris-1990 home", vec![2]),
        ("in:turns unify", vec![4]),
        ("(speaker:green)", vec![1, 3]),
        ("", vec![1, 2, 3, 4]),
        (" – ", vec![1, 2, 3, 4]),
    ] {
        let mut found = found(query);
        found.sort_unstable();
        assert_eq!(found, expected, "{query}");
    }
}

#[test]
fn what_is_asked_for_together_is_found_nearest_together_first() {
    assert_eq!(found("european common"), [1, 2]);
    assert_eq!(found("common home"), [2, 1]);
    assert_eq!(
        found("common home (speaker:green OR speaker:brown)"),
        [2, 1]
    );
    // One word has no distance: the shorter turn that has it as often comes first.
    assert_eq!(found("german*"), [4, 3]);
    assert_eq!(found("speaker:green OR speaker:brown"), [1, 2, 3]);
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let deep = format!("{}a{}", "(".repeat(51), ")".repeat(51));
    assert!(parse(&deep[1..102]).is_ok());
    for (query, text, place) in [
        ("a \"b c", "script-unclosed", "\""),
        ("a (b", "script-unclosed-bracket", "("),
        ("a) b", "script-unopened-bracket", ")"),
        ("a ( ) b", "script-empty-brackets", "( )"),
        ("a \"…\"", "script-empty-quotation", "\"…\""),
        ("OR a", "script-operand", "OR"),
        ("a OR", "script-operand", "OR"),
        ("a AND AND b", "script-operand", "AND"),
        ("a AND", "script-operand", "AND"),
        ("é NOT", "script-operand", "NOT"),
        ("near/5 a", "script-operand", "near/5"),
        ("a near/5", "script-operand", "near/5"),
        ("a NEAR b", "script-near-number", "NEAR"),
        ("a near/ b", "script-near-number", "near/"),
        ("a near/0 b", "script-near-number", "near/0"),
        ("a near/100 b", "script-near-number", "near/100"),
        ("a near/3 (b c)", "script-near-operand", "(b c)"),
        (
            "a near/3 speaker:green",
            "script-near-operand",
            "speaker:green",
        ),
        ("NOT a near/3 b", "script-near-operand", "NOT a"),
        ("a * b", "script-star", "*"),
        ("\"a ** b\"", "script-star", "**"),
        ("共*的", "script-star", "*"),
        ("a =\"b", "script-unclosed", "\""),
        ("who:green", "script-no-filter", "who:"),
        ("a speaker: green", "script-say-value", "speaker:"),
        ("a in:(b)", "script-say-value", "in:"),
        (&deep, "script-too-deep", "("),
        // Found only where it is looked up.
        ("speaker:gren", "script-nobody-called", "speaker:gren"),
        ("mentions:ada", "script-fits-several", "mentions:ada"),
        (
            "NOT mentions:grey",
            "script-nobody-mentioned",
            "mentions:grey",
        ),
        ("date:1990-13", "script-no-date", "date:1990-13"),
        ("date:1991..1990", "script-no-date", "date:1991..1990"),
        ("kind:poem", "script-no-kind", "kind:poem"),
        ("lang:z", "script-no-language", "lang:z"),
        ("document:tolk", "script-no-document", "document:tolk"),
        (
            "conversation:rome",
            "script-no-conversation",
            "conversation:rome",
        ),
        ("role:king", "script-no-role", "role:king"),
        ("in:jest", "script-no-part", "in:jest"),
    ] {
        let found = parse(query).and_then(|tree| small().find(&tree).map(|_| ()));
        let mistake = found.expect_err(query);
        assert_eq!(
            (mistake.text, &query[mistake.place]),
            (text, place),
            "{query}"
        );
    }
}

#[test]
fn near_values_are_named() {
    let near = |query: &str| {
        let tree = parse(query).unwrap();
        small().find(&tree).expect_err(query).near
    };
    assert_eq!(near("speaker:grean"), ["green"]);
    assert_eq!(near("document:tolk"), ["talk"]);
    assert_eq!(near("kind:poem"), ["Record of conversation"]);
    assert_eq!(near("lang:fr"), ["zh-Hant-TW"]);
    assert!(near("speaker:xyzzyx").is_empty());
}

#[test]
fn marks_are_what_was_asked_for_and_of_nearness_only_what_takes_part() {
    let text = "Home; a common home is far from every other home.";
    for (query, expected) in [
        ("home", vec!["Home", "home", "home"]),
        ("common near/1 home", vec!["common", "home"]),
        ("\"common home\" common", vec!["common home"]),
        ("h* NOT far", vec!["Home", "home", "home"]),
        ("far OR nothing", vec!["far"]),
        ("speaker:home", vec![]),
    ] {
        let tree = parse(query).unwrap();
        let marked: Vec<&str> = marks(&tree, text)
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(marked, expected, "{query}");
    }
}
