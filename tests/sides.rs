//! Several records of one conversation: their turns stand side by side, and the editors can say which.

mod support;

use memcon::diagnostic::Code;
use memcon::site::{Alignment, Site};
use support::archive::{archive, built, reports, run_in};
use support::{load, named};

/// The rows of a conversation, each side by its anchors: `t1 | t2 t3 | -`.
fn rows(site: &Site, name: &str) -> Vec<String> {
    let alignment = alignment(site, name);
    let row = |row: &memcon::site::AlignedRow| {
        let sides = row.sides.iter().enumerate().map(|(record, turns)| {
            let document = &site.documents[alignment.records[record].document];
            let anchors: Vec<&str> = turns.iter().map(|at| document.anchors.turn(*at)).collect();
            if anchors.is_empty() {
                "-".to_owned()
            } else {
                anchors.join(" ")
            }
        });
        sides.collect::<Vec<_>>().join(" | ")
    };
    alignment.rows.iter().map(row).collect()
}

fn alignment<'a>(site: &'a Site, name: &str) -> &'a Alignment {
    let conversation = site.conversations.iter().find(|one| one.name == name);
    let conversation = conversation.unwrap_or_else(|| panic!("no conversation {name}"));
    let alignment = conversation.alignment.as_ref();
    alignment.unwrap_or_else(|| panic!("{name} has one record only"))
}

#[test]
fn the_founding_documents_record_different_talks() {
    let founding = &support::specimens()[0];
    let conversations = founding.site.conversations.iter();
    let aligned = conversations.filter(|one| one.alignment.is_some());
    assert_eq!(aligned.count(), 0);
    assert!(!founding.files.values().any(|file| {
        let text = String::from_utf8_lossy(file);
        text.contains("class=\"sides-row\"")
    }));
}

#[test]
fn an_original_and_its_translation_stand_turn_by_turn_each_with_its_language_and_direction() {
    let specimen = named("sides");
    assert_eq!(
        rows(&specimen.site, "bridge"),
        [
            "t1 | t1", "t2 | t2", "t3 | t3", "t4 | t4", "t5 | t5", "t6 | t6"
        ]
    );
    let page = specimen.page("conversations/bridge.html");
    assert!(page.contains("<div class=\"sides sides-2\">"));
    // The label as printed, marked as what it is, and a way to the turn.
    assert!(page.contains("<div class=\"side-turn\" id=\"bridge-ar-t3\" dir=\"rtl\">"));
    assert!(page.contains("<b lang=\"ar\" dir=\"auto\"><a href=\"../speakers/green-ada.html\""));
    assert!(page.contains(">السيدة غرين:</a></b>"));
    assert!(page.contains("<a href=\"../documents/bridge-ar.html#t3\" dir=\"ltr\">turn 3</a>"));
    assert!(page.contains("<p class=\"quoted-words\" lang=\"ar\" dir=\"rtl\">لنبدأ"));
    assert!(page.contains("<p class=\"quoted-words\" lang=\"en\">Let us begin"));
    assert!(page.contains("<div class=\"side-turn\" id=\"bridge-en-t3\">"));
    // The place can be linked and cited.
    assert!(page.contains("<a href=\"#bridge-ar-t3\" aria-label=\"Link to this place: Arabic, turn 3; English, turn 3\">Link</a>"));
    assert!(page.contains(
        "Side by side: https://archive.example/sides/conversations/bridge.html#bridge-ar-t3"
    ));
    // Together or apart.
    assert!(page.contains("href=\"../search.html?q=conversation%3Abridge\""));
    assert!(page.contains("href=\"../search.html?q=document%3Abridge-en\""));
    assert!(!page.contains("Nothing in this record."));
}

#[test]
fn each_turn_leads_to_the_same_turn_of_the_other_record() {
    let specimen = named("sides");
    let page = specimen.page("documents/bridge-en.html");
    assert!(page.contains("Compare: <a href=\"bridge-ar.html#t3\"><bdi>Arabic</bdi>, turn 3</a>"));
    assert!(page.contains(
        "<a class=\"turn-beside\" href=\"../conversations/bridge.html#bridge-en-t3\">Side by side"
    ));
    let page = specimen.page("documents/bridge-ar.html");
    assert!(page.contains("<a href=\"bridge-en.html#t3\"><bdi>English</bdi>, turn 3</a>"));
    // A turn that no other record has leads nowhere.
    let page = specimen.page("documents/harbour-north.html");
    assert!(!page.contains("harbour.html#harbour-north-t7"));
}

#[test]
fn two_sides_records_and_an_article_stand_as_far_as_they_say_the_same() {
    let specimen = named("sides");
    // North, south, gazette. The second row is what the record of the south pins.
    assert_eq!(
        rows(&specimen.site, "harbour"),
        [
            "t1 | t1 | -",
            "t2 t3 t4 | t2 | t1 t2",
            "t5 | t3 | t3",
            "t6 | t4 | t4",
            "t7 | - | -",
            "- | t5 | -",
        ]
    );
    let page = specimen.page("conversations/harbour.html");
    assert!(page.contains("<div class=\"sides sides-3\">"));
    assert!(page.contains("<p class=\"quiet\">Not quoted in this document.</p>"));
    assert!(page.contains("<p class=\"quiet\">Nothing in this record.</p>"));
    assert!(page.contains("<p class=\"sides-remark\">Set by the editors.</p>"));
    assert!(page.contains("1 turn stands in no other record: <a href=\"#harbour-north-t7\">7</a>"));
    // Who asks in between is not set beside the answer, but beside the question where a record has it.
    let others = |document: &str, turn: usize| {
        let site = &specimen.site;
        let found = site
            .documents
            .iter()
            .find(|one| one.id.as_str() == document);
        let others = site.others(found.unwrap());
        let others = others.get(&turn).into_iter().flatten();
        let name = |other: &memcon::site::Other| {
            let document = &site.documents[other.document];
            format!("{}#{}", document.id, document.anchors.turn(other.turn))
        };
        others.map(name).collect::<Vec<_>>()
    };
    assert_eq!(others("harbour-north", 2), ["gazette#t1"]);
    assert_eq!(
        others("harbour-south", 1),
        ["harbour-north#t2", "harbour-north#t4", "gazette#t2"]
    );
}

#[test]
fn where_two_records_name_different_speakers_the_page_says_so() {
    let talk = |second: &str| {
        format!(
            "ANN MEYER: Good morning to you all.\n\nBEN STONE: The bridge at Rosenau is closed until autumn.\n\n{second}: The second pier must be replaced before the flood comes again.\n\nBEN STONE: Yes.\n\nANN MEYER: Good.\n"
        )
    };
    let people = "[[person]]\nid = \"ann\"\nname = \"Ann Meyer\"\n[[person]]\nid = \"ben\"\nname = \"Ben Stone\"\n";
    let record = "conversation = \"talk\"\nlanguage = \"en\"\n";
    let (one, two) = (talk("ANN MEYER"), talk("BEN STONE"));
    let specimen = built(
        archive(&[
            ("site.toml", "title = \"T\"\n"),
            ("content/people.toml", people),
            ("content/documents/one.txt", one.as_str()),
            ("content/documents/one.toml", record),
            ("content/documents/two.txt", two.as_str()),
            ("content/documents/two.toml", record),
        ])
        .path(),
    );
    let found = rows(&specimen.site, "talk");
    assert_eq!(
        found,
        ["t1 | t1", "t2 | t2", "t3 | t3", "t4 | t4", "t5 | t5"]
    );
    let page = specimen.page("conversations/talk.html");
    let told = "<b>The records name different speakers.</b>";
    assert_eq!(page.matches(told).count(), 1);
    let row = page
        .split("sides-row")
        .find(|row| row.contains(told))
        .unwrap();
    assert!(
        row.contains("ANN MEYER:") && row.contains("BEN STONE:") && row.contains("second pier")
    );
}

#[test]
fn what_stands_alone_is_reported_until_the_editors_have_looked() {
    let specimen = named("sides");
    let north = "content/documents/harbour-north.txt";
    let found = reports(&specimen.sources, north);
    assert_eq!(found.len(), 1, "{found:?}");
    let (code, line, _, help) = &found[0];
    assert_eq!((*code, *line), (Code::UnalignedTurns, 15));
    assert!(help.contains("alone = true"), "{help}");
    // The record of the south says of its last turn that it stands alone.
    let south = reports(&specimen.sources, "content/documents/harbour-south.txt");
    assert!(south.is_empty(), "{south:?}");
    let mut sources = specimen.sources.clone();
    for document in &mut sources.documents {
        if let Some(record) = document
            .record
            .as_mut()
            .filter(|one| one.path.contains("north"))
        {
            record.text.push_str("\n[[counterpart]]\nalone = true\n");
        }
    }
    assert!(reports(&sources, north).is_empty());
}

const ONE: &str = "ANN MEYER: Good morning to you all.\n\nBEN STONE: The bridge is closed.\n\nANN MEYER: Since when?\n\nBEN STONE: Since the flood.\n";

/// An archive of three documents, two of one talk, with an entry in the record of the first.
fn pinned(entry: &str) -> Vec<(Code, usize, String)> {
    let record = format!("conversation = \"talk\"\n\n[[counterpart]]\n{entry}\n");
    let folder = archive(&[
        ("site.toml", "title = \"T\"\n"),
        ("content/documents/one.txt", ONE),
        ("content/documents/one.toml", record.as_str()),
        ("content/documents/two.txt", ONE),
        ("content/documents/two.toml", "conversation = \"talk\"\n"),
        ("content/documents/other.txt", ONE),
    ]);
    let found = reports(&load(folder.path()), "content/documents/one.toml");
    let found = found
        .into_iter()
        .map(|(code, line, _, help)| (code, line, help));
    found.collect()
}

#[test]
fn an_entry_that_names_no_turn_is_an_error_with_the_nearest_shown() {
    let there = "document = \"two\"\nthere_turn = \"t2\"";
    assert!(pinned(&format!("at = \"The bridge is closed.\"\n{there}")).is_empty());
    assert!(pinned(&format!("turn = \"t2\"\n{there}")).is_empty());
    let only = |entry: &str| {
        let mut found = pinned(entry);
        assert_eq!(found.len(), 1, "{entry}: {found:?}");
        found.remove(0)
    };
    let (code, line, help) = only(&format!("at = \"The bridge was closed.\"\n{there}"));
    assert_eq!((code, line), (Code::AnchorNotFound, 4));
    assert!(
        help.contains("one.txt:3:12") && help.contains("The bridge is closed."),
        "{help}"
    );
    let (code, line, help) = only(&format!("turn = \"t9\"\n{there}"));
    assert_eq!((code, line), (Code::UnknownAddress, 4));
    assert!(
        help.contains("the nearest is t4, “Since the flood. …”"),
        "{help}"
    );
    let (code, _, help) =
        only("turn = \"t2\"\ndocument = \"two\"\nthere = \"The brigde is closed.\"");
    assert_eq!(code, Code::AnchorNotFound);
    assert!(
        help.contains("two.txt:3:12") && help.contains("there = \"The bridge is closed."),
        "{help}"
    );
    let (code, line, help) = only("turn = \"t2\"\ndocument = \"other\"\nthere_turn = \"t2\"");
    assert_eq!((code, line), (Code::UnknownDocument, 5));
    assert!(help.contains("conversation = \"…\""), "{help}");
    let (code, _, help) = only("turn = \"t2\"\ndocument = \"tow\"\nthere_turn = \"t2\"");
    assert_eq!(code, Code::UnknownDocument);
    assert!(help.ends_with("are: two"), "{help}");
    for unclear in [
        "turn = \"t2\"",
        "turn = \"t2\"\ndocument = \"two\"",
        "alone = true\ndocument = \"two\"",
        there,
    ] {
        assert_eq!(only(unclear).0, Code::BadValue, "{unclear}");
    }
    let (code, line, help) = only(
        "turn = \"t2\"\ndocument = \"two\"\nthere_turn = \"t4\"\n[[counterpart]]\nturn = \"t4\"\ndocument = \"two\"\nthere_turn = \"t2\"",
    );
    assert_eq!((code, line), (Code::BadValue, 7));
    assert!(help.contains("take the other out"), "{help}");
}

#[test]
fn an_entry_that_is_wrong_stops_the_build() {
    let folder = archive(&[
        ("site.toml", "title = \"T\"\n"),
        ("content/documents/one.txt", ONE),
        (
            "content/documents/one.toml",
            "conversation = \"talk\"\n[[counterpart]]\nturn = \"t9\"\ndocument = \"two\"\nthere_turn = \"t1\"\n",
        ),
        ("content/documents/two.txt", ONE),
        ("content/documents/two.toml", "conversation = \"talk\"\n"),
    ]);
    let output = run_in(folder.path(), &["build"]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        told.contains("there is no t9 in the document one"),
        "{told}"
    );
    assert!(!folder.path().join("public").exists());
}

#[test]
fn a_record_that_is_not_published_is_set_beside_nothing() {
    let folder = archive(&[
        ("site.toml", "title = \"T\"\n"),
        ("content/documents/one.txt", ONE),
        (
            "content/documents/one.toml",
            "conversation = \"talk\"\n[[counterpart]]\nturn = \"t1\"\ndocument = \"two\"\nthere_turn = \"t1\"\n",
        ),
        ("content/documents/two.txt", ONE),
        (
            "content/documents/two.toml",
            "conversation = \"talk\"\nstatus = \"draft\"\n",
        ),
    ]);
    let specimen = built(folder.path());
    assert!(specimen.site.conversations[0].alignment.is_none());
    let found = reports(&specimen.sources, "content/documents/one.toml");
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn the_data_says_which_turns_say_the_same() {
    let specimen = named("sides");
    let table = specimen.page("data/alignments.csv");
    let lines: Vec<&str> = table.lines().map(str::trim_end).collect();
    assert_eq!(
        lines[0].trim_start_matches('\u{feff}'),
        "conversation,document,anchor,url,other_document,other_anchor,other_url,set_by"
    );
    let url = |document: &str, anchor: &str| {
        format!("https://archive.example/sides/documents/{document}.html#{anchor}")
    };
    let line = |conversation: &str, one: (&str, &str), other: (&str, &str), by: &str| {
        format!(
            "{conversation},{},{},{},{},{},{},{by}",
            one.0,
            one.1,
            url(one.0, one.1),
            other.0,
            other.1,
            url(other.0, other.1)
        )
    };
    let holds = |line: String| assert!(lines.contains(&line.as_str()), "{line} in {table}");
    holds(line(
        "bridge",
        ("bridge-ar", "t3"),
        ("bridge-en", "t3"),
        "program",
    ));
    holds(line(
        "harbour",
        ("harbour-north", "t4"),
        ("harbour-south", "t2"),
        "editors",
    ));
    holds(line(
        "harbour",
        ("harbour-north", "t3"),
        ("gazette", "t1"),
        "program",
    ));
    // A turn that stands alone is listed too, beside nothing.
    let alone = url("harbour-north", "t7");
    holds(format!("harbour,harbour-north,t7,{alone},,,,program"));
    assert!(
        specimen
            .page("data/datapackage.json")
            .contains("\"alignments.csv\"")
    );
    assert!(
        specimen
            .page("data.html")
            .contains("href=\"data/alignments.jsonl\"")
    );
    let tei = specimen.page("documents/harbour-south.tei.xml");
    assert!(tei.contains(
        "corresp=\"harbour-north.tei.xml#t2 harbour-north.tei.xml#t4 gazette.tei.xml#t2\""
    ));
    // An article's turn belongs to its conversation as well.
    let tei = specimen.page("documents/gazette.tei.xml");
    assert!(
        tei.contains("corresp=\"#setting.harbour harbour-north.tei.xml#t3\""),
        "{tei}"
    );
    // Where no conversation has two records, there is no such table.
    let founding = &support::specimens()[0];
    assert!(!founding.files.contains_key("data/alignments.csv"));
    assert!(
        !founding
            .page("data/datapackage.json")
            .contains("alignments")
    );
}

#[test]
fn a_folder_with_a_record_of_its_own_holds_the_records_of_one_conversation() {
    // Two files named for their languages, and what they share.
    let specimen = named("sides");
    for name in ["bridge-ar", "bridge-en"] {
        let page = specimen.page(&format!("documents/{name}.html"));
        assert!(page.contains("Rosenau") && page.contains("14 May 1990"));
        assert!(page.contains("href=\"../conversations/bridge.html\""));
    }
    let folder = |shared: &str, own: &str| {
        archive(&[
            ("site.toml", "title = \"T\"\n"),
            ("content/documents/talk/record.toml", shared),
            ("content/documents/talk/north.txt", ONE),
            ("content/documents/talk/north.toml", own),
            ("content/documents/talk/talk-south.txt", ONE),
        ])
    };
    let shared = "kind = \"memorandum\"\nplace = \"Basel\"\nconversation = \"Basel talk\"\n";
    let own = "place = \"Geneva\"\n[[counterpart]]\nturn = \"t1\"\ndocument = \"talk-south\"\nthere_turn = \"t1\"\n";
    let shared_folder = folder(shared, own);
    let specimen = built(shared_folder.path());
    let facts = |name: &str| {
        let found = specimen
            .site
            .documents
            .iter()
            .find(|one| one.id.as_str() == name);
        let facts = &found.unwrap().facts;
        (facts.kind.as_deref(), facts.place.as_deref())
    };
    // A record's own word comes first; the folder's name stands before the file's, unless it does already.
    assert_eq!(facts("talk-north"), (Some("memorandum"), Some("Geneva")));
    assert_eq!(facts("talk-south"), (Some("memorandum"), Some("Basel")));
    assert_eq!(rows(&specimen.site, "basel-talk").len(), 4);
    let file = shared_folder
        .path()
        .join("content/documents/talk/north.txt");
    let output = support::archive::run(&["parse", file.to_str().unwrap(), "--format", "json"]);
    let parsed: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&parsed["place"], &parsed["kind"]),
        (&"Geneva".into(), &"memorandum".into())
    );
    // What is said of one document is not said for all.
    let sources = load(folder("[[note]]\nat = \"Since when?\"\ntext = \"So.\"\n", "").path());
    let found = reports(&sources, "content/documents/talk/record.toml");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, Code::BadValue);
}

#[test]
fn a_status_that_a_folder_shares_keeps_all_its_documents_back() {
    let specimen = built(
        archive(&[
            ("site.toml", "title = \"T\"\n"),
            ("content/documents/talk/record.toml", "status = \"draft\"\n"),
            ("content/documents/talk/north.txt", ONE),
            ("content/documents/talk/south.txt", ONE),
            (
                "content/documents/talk/south.toml",
                "status = \"published\"\n",
            ),
            ("content/documents/other.txt", ONE),
        ])
        .path(),
    );
    let names: Vec<&str> = specimen
        .site
        .documents
        .iter()
        .map(|one| one.id.as_str())
        .collect();
    assert_eq!(names, ["other", "talk-south"]);
}

#[test]
fn a_record_of_a_file_called_record_is_that_files() {
    let specimen = built(
        archive(&[
            ("site.toml", "title = \"T\"\n"),
            ("content/documents/talk/record.toml", "title = \"Own\"\n"),
            ("content/documents/talk/record.txt", ONE),
            ("content/documents/talk/south.txt", ONE),
        ])
        .path(),
    );
    let titles = specimen
        .site
        .documents
        .iter()
        .map(|one| (one.id.as_str(), one.facts.title.as_str()));
    assert_eq!(
        titles.collect::<Vec<_>>(),
        [("record", "Own"), ("south", "south")]
    );
}

const LINES: [&str; 4] = [
    "ANN: We open the bridge in the spring of next year.\n",
    "BEN: The engineers want two more tests of the cables.\n",
    "ANN: Who pays for the lamps along the northern road?\n",
    "BEN: The district does, as it always did before.\n",
];

/// Records of one conversation, each with what its record says besides.
fn records(of: &[(&str, &str)]) -> tempfile::TempDir {
    let mut files = vec![("site.toml".to_owned(), "title = \"T\"\n".to_owned())];
    for (name, entries) in of {
        files.push((format!("content/documents/{name}.txt"), LINES.join("\n")));
        let record = format!("conversation = \"talk\"\nlanguage = \"en\"\n{entries}");
        files.push((format!("content/documents/{name}.toml"), record));
    }
    archive(&files)
}

fn counterpart(turn: &str, there: &str) -> String {
    let (document, there) = there.split_once('#').unwrap();
    format!(
        "[[counterpart]]\nturn = \"{turn}\"\ndocument = \"{document}\"\nthere_turn = \"{there}\"\n"
    )
}

#[test]
fn editors_are_named_for_the_pairs_they_set_and_for_no_others() {
    let folder = records(&[("a", ""), ("b", ""), ("c", &counterpart("t1", "a#t1"))]);
    let specimen = built(folder.path());
    let table = specimen.page("data/alignments.csv");
    let set_by: Vec<(String, String)> = support::csv::rows(table)
        .iter()
        .skip(1)
        .map(|row| {
            let pair = format!("{}#{} {}#{}", row[1], row[2], row[4], row[5]);
            (pair, row.last().unwrap().clone())
        })
        .collect();
    let of = |pair: &str| {
        let found = set_by.iter().find(|(one, _)| one == pair);
        found.map(|(_, by)| by.as_str())
    };
    assert_eq!(of("a#t1 c#t1"), Some("editors"), "{set_by:?}");
    assert_eq!(of("a#t1 b#t1"), Some("program"), "{set_by:?}");
    assert_eq!(of("b#t1 c#t1"), Some("program"), "{set_by:?}");
}

#[test]
fn entries_that_cannot_both_be_are_errors() {
    let crossing = counterpart("t1", "a#t3") + &counterpart("t3", "b#t1");
    let alone = "[[counterpart]]\nturn = \"t4\"\nalone = true\n";
    for (of, file) in [
        (vec![("a", ""), ("b", ""), ("c", crossing.as_str())], "c"),
        (vec![("a", alone), ("b", &counterpart("t4", "a#t4"))], "a"),
    ] {
        let folder = records(&of);
        let file = format!("content/documents/{file}.toml");
        let found = reports(&load(folder.path()), &file);
        assert!(
            found.iter().any(|one| one.0 == Code::BadValue),
            "{of:?}: {found:?}"
        );
    }
}

#[test]
fn an_address_side_by_side_outlives_its_turn_and_the_name_of_its_document() {
    let folder = records(&[("a", ""), ("b", "")]);
    let page = || {
        assert!(run_in(folder.path(), &["build", "-q"]).status.success());
        let path = folder.path().join("public/conversations/talk.html");
        std::fs::read_to_string(path).unwrap()
    };
    let before = page();
    assert!(before.contains("id=\"a-t3\""));
    let without = [LINES[0], LINES[1], LINES[3]].join("\n");
    support::archive::write(folder.path(), "content/documents/a.txt", without);
    let after = page();
    assert!(after.contains("<span id=\"a-t3\"></span>"), "{after}");
    let documents = folder.path().join("content/documents");
    for ending in ["txt", "toml"] {
        let name = |name: &str| documents.join(format!("{name}.{ending}"));
        std::fs::rename(name("a"), name("us")).unwrap();
    }
    let renamed = page();
    for id in ["a-t1", "a-t2", "a-t3", "a-t4", "us-t3"] {
        assert!(
            renamed.contains(&format!("<span id=\"{id}\"></span>")),
            "{id}"
        );
    }
    assert!(renamed.contains("id=\"us-t4\""));
}
