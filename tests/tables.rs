//! The editors' tables: the same facts as in TOML, for those who work in a spreadsheet.

mod support;

use memcon::diagnostic::{Diagnostics, Severity};
use memcon::site::Site;
use std::path::Path;
use support::archive::{archive, run_in};

const TALK: &str = "Ada Green: Good morning.\n\nBen Brown: Good morning to you.\n\nAda Green: The letter is on the table.\n\nBen Brown: I have read it.\n";

/// What is reported: severity, code, place as its owner finds it, message.
fn reports(folder: &Path) -> Vec<String> {
    let sources = memcon::source::load(folder).unwrap();
    let mut diagnostics = Diagnostics::new();
    memcon::compile(&sources, &mut diagnostics);
    let told = diagnostics.sorted().into_iter().filter(|found| {
        let code = found.code.name();
        !["no-base-url", "no-date", "unmatched-speaker", "duplicate"].contains(&code)
    });
    told.map(|found| {
        let severity = match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let place = found.found_at.as_deref().unwrap_or("");
        let place = place.split(": search").next().unwrap();
        let line = found.place.line;
        let file = &found.place.file;
        let code = found.code.name();
        assert!(!found.help.is_empty());
        format!("{severity} {code} {file}:{line} {place}: {}", found.message)
    })
    .collect()
}

fn site(folder: &Path) -> Site {
    let sources = memcon::source::load(folder).unwrap();
    memcon::compile(&sources, &mut Diagnostics::new())
}

/// An archive of two talks with this table.
fn with(table: impl AsRef<[u8]>) -> tempfile::TempDir {
    archive(&[
        ("content/documents/a.txt", TALK.as_bytes()),
        ("content/documents/b.txt", TALK.as_bytes()),
        ("content/documents.csv", table.as_ref()),
    ])
}

#[test]
fn a_row_says_what_a_record_would() {
    let rows = "ObjectID;dc:title;Creator;date;Description;subject;location;source;identifier;type;format;language;rights;nature;recorded by;chain\r\n\
        A.txt;Première;Ann;31/10/1991;Sum.;Strikes; \"Town; hall\";Archive;Box 7;interview;text/plain;en;CC0;Written up afterwards;Ida;one; \r\n";
    let rows = rows
        .replace("Strikes; \"Town; hall\"", "\"Strikes; Harbor\";Town")
        .replace("one; ", "\"one;two\"");
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(&rows);
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(rows.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let toml = "title = \"Première\"\nauthor = \"Ann\"\ndate = \"1991-10-31\"\nsummary = \"Sum.\"\nsubjects = [\"Strikes\", \"Harbor\"]\nplace = \"Town\"\narchive = \"Archive\"\narchive_reference = \"Box 7\"\nkind = \"interview\"\nlanguage = \"en\"\nrights = \"CC0\"\n[provenance]\nnature = \"written-up-afterwards\"\nrecorded_by = \"Ida\"\nchain = [\"one\", \"two\"]\n";
    let as_toml = archive(&[
        ("content/documents/a.txt", TALK),
        ("content/documents/a.toml", toml),
    ]);
    let mut expected = site(as_toml.path()).documents[0].record.as_ref().clone();
    for bytes in [rows.as_bytes(), &latin, &utf16] {
        let folder = with(bytes);
        let site = site(folder.path());
        let entry = site.documents.iter().find(|entry| entry.id.as_str() == "a");
        let mut found = entry.unwrap().record.as_ref().clone();
        assert_eq!(found.date_place.unwrap().file, "content/documents.csv");
        found.date_place = None;
        expected.date_place = None;
        expected.path = String::new();
        assert_eq!(found, expected);
    }
}

#[test]
fn what_a_row_cannot_mean_is_told_with_row_and_column() {
    let folder = with(
        "objectid,title,dat,date,status\n\
         a,One,x,05/06/1990,\n\
         zz,Two,,1990,\n\
         A,Three,,1990,\n\
         ,Four,,1990,\n\
         b,,,33542,drafted\n",
    );
    assert_eq!(
        reports(folder.path()),
        [
            "error unknown-key content/documents.csv:1 row 1, column 3: unknown column “dat”",
            "error bad-date content/documents.csv:2 row 2, column 4 “date”: “05/06/1990” may be 1990-06-05 or 1990-05-06",
            "error unknown-document content/documents.csv:3 row 3, column 1 “objectid”: there is no document “zz”",
            "error duplicate-id content/documents.csv:4 row 4, column 1 “objectid”: two rows are about `a`",
            "error bad-table content/documents.csv:5 row 5, column 2 “title”: the row does not say which document it is about",
            "warning spreadsheet-date content/documents.csv:6 row 6, column 4 “date”: “33542” is read as 1991-10-31: Excel writes a day as a number",
            "error bad-value content/documents.csv:6 row 6, column 5 “status”: “drafted” is no status of a document",
        ]
    );
    let output = run_in(folder.path(), &["check"]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_record_wins_over_the_table_and_the_table_over_the_source() {
    let source = format!("# A talk\n\n25 May 1990, Paris\n\n{TALK}");
    let folder = archive(&[
        ("content/documents/a.txt", source.as_str()),
        ("content/documents/a.toml", "title = \"Recorded\"\n"),
        (
            "content/documents.csv",
            "objectid,title,date,kind\na,Listed,26.5.1990,talk\n",
        ),
    ]);
    let site = site(folder.path());
    let facts = &site.documents[0].facts;
    assert_eq!(facts.title, "Recorded");
    assert_eq!(facts.date.as_ref().unwrap().as_str(), "1990-05-26");
    assert_eq!(facts.date_printed.as_deref(), Some("25 May 1990"));
    assert_eq!(facts.kind.as_deref(), Some("talk"));
    assert_eq!(
        reports(folder.path()),
        [
            "warning contradiction content/documents.csv:2 row 2, column 2 “title”: the table says “Listed”, the record “Recorded”",
            "warning contradiction content/documents.csv:2 row 2, column 3 “date”: the table says 1990-05-26, the source prints “25 May 1990”",
        ]
    );
}

#[test]
fn a_date_that_a_spreadsheet_changed_is_read_and_told() {
    let folder = with("objectid,date\na,10/31/91\nb,33542\n");
    let site = site(folder.path());
    for entry in &site.documents {
        assert_eq!(entry.facts.date.as_ref().unwrap().as_str(), "1991-10-31");
    }
    assert_eq!(
        reports(folder.path()),
        [
            "warning spreadsheet-date content/documents.csv:2 row 2, column 2 “date”: “10/31/91” is read as 1991-10-31: of the year only two digits are left",
            "warning spreadsheet-date content/documents.csv:3 row 3, column 2 “date”: “33542” is read as 1991-10-31: Excel writes a day as a number",
        ]
    );
}

#[test]
fn a_draft_of_the_table_is_nowhere() {
    let folder = with("objectid,status\na,draft\nb,published\n");
    let built = support::archive::built(folder.path());
    assert!(built.files.contains_key("documents/b.html"));
    assert!(!built.files.contains_key("documents/a.html"));
    let recorded = archive(&[
        ("content/documents/a.txt", TALK),
        ("content/documents/a.toml", "status = \"published\"\n"),
        ("content/documents.csv", "objectid,status\na,draft\n"),
    ]);
    assert_eq!(site(recorded.path()).documents.len(), 1);
    assert_eq!(reports(recorded.path()).len(), 1);
}

#[test]
fn one_file_is_read_with_its_row_and_the_other_rows_are_no_fault() {
    let folder = with("objectid,title\na,Listed\nb,Other\n");
    let file = folder.path().join("content/documents/a.txt");
    let output = run_in(
        folder.path(),
        &["parse", file.to_str().unwrap(), "--format", "json"],
    );
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["title"], "Listed");
    assert_eq!(output.status.code(), Some(0));
}

const LONGER: &str = "Chair: Good morning, Miss Green.\n\nBen Brown: We met in Rottedam in May.\n\nChair: So we did. The NATO letter is here.\n\nBen Brown: I have read it.\n\nBoring comment form.\n";

#[test]
fn people_and_terms_of_tables_are_those_of_the_files() {
    let toml = archive(&[
        ("content/documents/a.txt", TALK),
        (
            "content/people.toml",
            "[[person]]\nid = \"green\"\nname = \"Ada Green\"\nsort = \"Green, Ada\"\nnames = [\"A. Verde\", \"Грин\"]\nlabels = [\"CHAIR\"]\nlabels_in = { a = [\"Chair\", \"C.\"] }\ndescription = \"Says good morning.\"\nsame_as = [\"https://www.wikidata.org/entity/Q1\"]\n\n[[person.role]]\ntitle = \"Mayor (acting)\"\nfrom = \"1990-03-15\"\nto = \"1991\"\n\n[[person.role]]\ntitle = \"Chair\"\nfrom = \"1992\"\n\n[[person]]\nname = \"Ben Brown\"\n",
        ),
        (
            "content/glossary.toml",
            "[[term]]\nterm = \"WTO\"\nexpansion = \"Warsaw Treaty Organization\"\nvariants = [\"Pact\", \"Treaty\"]\nnote = \"Not trade.\"\n",
        ),
    ]);
    let tables = archive(&[
        ("content/documents/a.txt", TALK),
        (
            "content/people.csv",
            "id;name;sort;variants;labels;labels_in;roles;description;authority\r\ngreen;Ada Green;Green, Ada;\"A. Verde; Грин\";CHAIR;\"a = Chair; a = C.\";\"Mayor (acting) (1990-03-15/1991); Chair (1992/)\";Says good morning.;https://www.wikidata.org/entity/Q1\r\n;Ben Brown;;;;;;;\r\n",
        ),
        (
            "content/glossary.csv",
            "term,expansion,variants,note\nWTO,Warsaw Treaty Organization,Pact; Treaty,Not trade.\n",
        ),
    ]);
    let read = |folder: &Path| {
        let sources = memcon::source::load(folder).unwrap();
        let mut diagnostics = Diagnostics::new();
        let authority = memcon::authority::parse(&sources, &mut diagnostics);
        assert!(
            diagnostics.sorted().is_empty(),
            "{:?}",
            diagnostics.sorted()
        );
        authority
    };
    assert_eq!(read(tables.path()), read(toml.path()));
}

#[test]
fn what_is_wrong_with_people_and_terms_is_told_with_row_and_column() {
    let folder = archive(&[
        ("content/documents/a.txt", TALK),
        ("content/people.toml", "[[person]]\nname = \"Ada Green\"\n"),
        (
            "content/people.csv",
            "id,name,born,roles,same_as\n,Ada Green,,,\nx,,,,\ny,Ben Brown,1950,Mayor (1990-13/),wikidata.org\n,Ada Green,,,\n",
        ),
        ("content/glossary.csv", "term,expansion\nWTO,\n"),
    ]);
    assert_eq!(
        reports(folder.path()),
        [
            "error bad-table content/glossary.csv:2 row 2, column 1 “term”: the row says nothing in the column expansion",
            "error unknown-key content/people.csv:1 row 1, column 3: unknown column “born”",
            "error bad-table content/people.csv:3 row 3, column 1 “id”: the row says nothing in the column name",
            "error bad-date content/people.csv:4 row 4, column 4 “roles”: “1990-13” is not a date that can be read",
            "error bad-value content/people.csv:4 row 4, column 5 “same_as”: “wikidata.org” is not an https: address",
            "error duplicate-id content/people.csv:5 row 5, column 2 “name”: two people have the identifier `ada-green`",
        ]
    );
}

#[test]
fn a_row_decides_what_an_entry_of_a_record_would() {
    let people = "[[person]]\nname = \"Ada Green\"\n\n[[person]]\nname = \"Ben Brown\"\n";
    let toml = archive(&[
        ("content/documents/a.txt", LONGER),
        ("content/people.toml", people),
        (
            "content/documents/a.toml",
            "labels = [\"Chair\"]\nnot_labels = [\"NATO\"]\n[[attribution]]\nat = \"So we did.\"\nperson = \"ada-green\"\nreason = \"She presides.\"\n[[correction]]\nat = \"met in Rottedam\"\nsic = \"Rottedam\"\nread = \"Rotterdam\"\nreason = \"A slip.\"\nby = \"L. Meyer\"\ndate = \"2026-01-02\"\n[[note]]\nat = \"The NATO letter\"\ntext = \"It is lost.\"\n[[exclude]]\nfrom = \"Boring\"\nto = \"form.\"\nreason = \"of the site\"\n",
        ),
    ]);
    let rows = "document,turn,words,what,printed,read as,why,by whom,when,to\n\
        a,,,label,Chair,,,,,\n\
        a.txt,,,No label,NATO,,,,,\n\
        a,t3,So we did.,speaker,Chair,Green,She presides.,,1/2/2026,\n\
        a,,met in Rottedam,,Rottedam,Rotterdam,A slip.,L. Meyer,2026-01-02,\n\
        a,,The NATO letter,note,,It is lost.,,,,\n\
        a,,Boring,leave out,,,of the site,,,form.\n";
    let tables = archive(&[
        ("content/documents/a.txt", LONGER),
        ("content/people.toml", people),
        ("content/corrections.csv", rows),
    ]);
    assert_eq!(reports(tables.path()), Vec::<String>::new());
    let (by_toml, by_row) = (site(toml.path()), site(tables.path()));
    let (one, other) = (&by_toml.documents[0], &by_row.documents[0]);
    assert_eq!(one.document, other.document);
    assert_eq!(one.notes, other.notes);
    assert_eq!(
        one.turns[2]
            .attribution
            .person()
            .map(memcon::authority::PersonId::as_str),
        Some("ada-green")
    );
    let attributions = |entry: &memcon::site::DocumentEntry| -> Vec<_> {
        entry
            .turns
            .iter()
            .map(|turn| turn.attribution.clone())
            .collect()
    };
    assert_eq!(attributions(one), attributions(other));
    assert_eq!(one.document.corrections.len(), 1);
}

#[test]
fn a_decision_that_cannot_be_carried_out_is_told_with_row_and_column() {
    let folder = archive(&[
        ("content/documents/a.txt", LONGER),
        (
            "content/corrections.csv",
            "document,turn,words,occurrence,what,read_as,why\n\
             zz,,x,,note,y,\n\
             ,,x,,note,y,\n\
             a,t2,,,speaker,Ben Brown,\n\
             a,,So we did,,sing,x,\n\
             a,,met in Paris,,note,y,\n\
             a,,Chair,,note,y,\n\
             a,,So we did,zero,note,y,\n\
             a,,So we did,,speaker,Nobody,because\n",
        ),
    ]);
    let found = reports(folder.path());
    let expected = [
        "error unknown-document content/corrections.csv:2 row 2, column 1 “document”: there is no document “zz”",
        "error bad-table content/corrections.csv:3 row 3, column 3 “words”: the row does not say which document it is about",
        "error bad-table content/corrections.csv:4 row 4, column 1 “document”: the row says nothing in the column words",
        "error bad-value content/corrections.csv:5 row 5, column 5 “what”: “sing” is nothing that a row can decide",
        "error anchor-not-found content/corrections.csv:6 row 6, column 3 “words”: the source does not contain “met in Paris”",
        "error anchor-ambiguous content/corrections.csv:7 row 7, column 3 “words”: the source contains “Chair” 2 times",
        "error bad-value content/corrections.csv:8 row 8, column 4 “occurrence”: “zero” is no number from 1",
        "error unknown-person content/corrections.csv:9 row 9, column 3 “words”: the authority file holds nobody called `nobody`",
    ];
    for one in expected {
        assert!(
            found.iter().any(|line| line == one),
            "{one}\nnot in\n{found:#?}"
        );
    }
}

#[test]
fn a_record_that_decides_otherwise_wins_and_is_told() {
    let folder = archive(&[
        ("content/documents/a.txt", LONGER),
        (
            "content/people.toml",
            "[[person]]\nname = \"Ada Green\"\n\n[[person]]\nname = \"Ben Brown\"\n",
        ),
        (
            "content/documents/a.toml",
            "[[attribution]]\nat = \"So we did.\"\nperson = \"ada-green\"\nreason = \"She presides.\"\n",
        ),
        (
            "content/corrections.csv",
            "document,words,what,read_as\na,So we did.,speaker,ben-brown\n",
        ),
    ]);
    let site = site(folder.path());
    let turn = site.documents[0].turns.iter().find(|turn| {
        matches!(
            turn.attribution,
            memcon::resolve::Attribution::ByRecord { .. }
        )
    });
    assert_eq!(
        turn.unwrap().attribution.person().unwrap().as_str(),
        "ada-green"
    );
    assert!(
        reports(folder.path()).contains(&"warning contradiction content/corrections.csv:2 row 2, column 4 “read_as”: the table says “ben-brown”, the record “ada-green”".to_owned())
    );
}

#[test]
fn words_that_a_row_withholds_are_nowhere() {
    let folder = archive(&[
        ("content/documents/a.txt", LONGER),
        (
            "content/corrections.csv",
            "document,words,what,to,why,printed,read_as\na,We met in Rottedam,withhold,in May.,asked for,,\na,,withhold,,,Miss Green,Witness A\n",
        ),
    ]);
    let built = support::archive::built(folder.path());
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(
            !text.contains("Rottedam") && !text.contains("Miss Green"),
            "{path}"
        );
    }
    let page = built.page("documents/a.html");
    assert!(page.contains("asked for") && page.contains("Witness A"));
}

#[test]
fn what_can_be_pasted_is_a_row_where_the_archive_has_the_table() {
    let files = [
        (
            "content/documents/a.txt",
            "Mr. Smith: Yes.\n\nMr. Brown: No, no.\n\nMr. Smith: Well, yes.\n\nMr. Brown: I said no.\n",
        ),
        (
            "content/people.csv",
            "name;labels\nJohn Smith;\nJames Smith;\n",
        ),
        ("content/documents.csv", "objectid,title,date\nA,A talk,\n"),
        (
            "content/corrections.csv",
            "document;words;what;printed;read_as;why\n",
        ),
    ];
    let folder = archive(&files);
    let sources = memcon::source::load(folder.path()).unwrap();
    let mut diagnostics = Diagnostics::new();
    memcon::compile(&sources, &mut diagnostics);
    let fix = |code: &str| {
        let found = diagnostics.sorted();
        let found = found.iter().find(|found| found.code.name() == code);
        let fix = found.unwrap_or_else(|| panic!("no {code}")).fix.clone();
        let fix = fix.unwrap();
        (fix.file, fix.paste)
    };
    assert_eq!(
        fix("no-date"),
        (
            "content/documents.csv, line 2, column date".to_owned(),
            "…".to_owned()
        )
    );
    assert_eq!(
        fix("ambiguous-speaker"),
        (
            "content/corrections.csv".to_owned(),
            "a;Yes.;speaker;;(james-smith or john-smith);…".to_owned()
        )
    );
    assert_eq!(
        fix("unmatched-speaker"),
        ("content/people.csv".to_owned(), "…;Mr. Brown".to_owned())
    );
}

#[test]
fn rows_about_the_same_words_at_two_places_are_two_decisions() {
    let folder = archive(&[
        (
            "content/documents/a.txt",
            "Ada Green: Yes.\n\nBen Brown: No.\n\nAda Green: Yes.\n\nBen Brown: Well.\n",
        ),
        (
            "content/people.toml",
            "[[person]]\nid = \"ada\"\nname = \"Ada Green\"\n[[person]]\nid = \"ben\"\nname = \"Ben Brown\"\n[[person]]\nid = \"carl\"\nname = \"Carl Gray\"\n",
        ),
        (
            "content/corrections.csv",
            "document,words,occurrence,what,read_as\na,Yes.,1,speaker,ben\na,Yes.,2,speaker,carl\n",
        ),
    ]);
    let site = site(folder.path());
    let spoken = site.documents[0].turns.iter();
    let spoken: Vec<&str> = spoken
        .map(|turn| turn.attribution.person().unwrap().as_str())
        .collect();
    assert_eq!(spoken, ["ben", "ben", "carl", "ben"]);
}
