//! What an editor changes in files and tables, and what the program proposes to change.

mod support;

use memcon::diagnostic::Diagnostics;
use std::path::Path;
use support::archive::{archive, built, run_in};

const TALK: &str = "Ada Green: Good morning.\n\nBen Brown: Good morning to you.\n\nAda Green: The letter is on the table.\n\nBen Brown: I have read it.\n";

/// What is reported with a code: place and message.
fn told(folder: &Path, code: &str) -> Vec<String> {
    let sources = memcon::source::load(folder).unwrap();
    let mut diagnostics = Diagnostics::new();
    memcon::compile(&sources, &mut diagnostics);
    let sorted = diagnostics.sorted();
    let found = sorted.iter().filter(|found| found.code.name() == code);
    found
        .map(|found| {
            let place = &found.place;
            format!("{}:{}: {}", place.file, place.line, found.message)
        })
        .collect()
}

/// What can be pasted to settle the reports of a code.
fn pasted(folder: &Path, code: &str) -> Vec<String> {
    let sources = memcon::source::load(folder).unwrap();
    let mut diagnostics = Diagnostics::new();
    memcon::compile(&sources, &mut diagnostics);
    let sorted = diagnostics.sorted();
    let found = sorted.iter().filter(|found| found.code.name() == code);
    found
        .filter_map(|found| found.fix.as_ref())
        .map(|fix| format!("{}: {}", fix.file, fix.paste))
        .collect()
}

#[test]
fn a_person_may_stand_in_the_file_and_in_the_table_and_one_completes_the_other() {
    let split = archive(&[
        ("content/documents/a.txt", TALK),
        (
            "content/people.toml",
            "[[person]]\nid = \"green\"\nname = \"Ada Green\"\nlabels = [\"CHAIR\"]\nportrait = \"green.png\"\n\n[[person.role]]\ntitle = \"Mayor\"\n",
        ),
        (
            "content/people.csv",
            "id,name,sort,labels,labels_in,roles,description,same_as\ngreen,Ada Green,\"Green, A.\",Chair; CHAIR,a = C.,Mayor; Judge (1990/),Says so.,https://viaf.org/1\n",
        ),
    ]);
    let whole = archive(&[
        ("content/documents/a.txt", TALK),
        (
            "content/people.toml",
            "[[person]]\nid = \"green\"\nname = \"Ada Green\"\nsort = \"Green, A.\"\nlabels = [\"CHAIR\", \"Chair\"]\nlabels_in = { a = [\"C.\"] }\nportrait = \"green.png\"\ndescription = \"Says so.\"\nsame_as = [\"https://viaf.org/1\"]\n\n[[person.role]]\ntitle = \"Mayor\"\n\n[[person.role]]\ntitle = \"Judge\"\nfrom = \"1990\"\n",
        ),
    ]);
    let read = |folder: &Path| {
        let sources = memcon::source::load(folder).unwrap();
        let mut diagnostics = Diagnostics::new();
        let mut authority = memcon::authority::parse(&sources, &mut diagnostics);
        assert!(diagnostics.sorted().is_empty());
        for person in authority.people.values_mut() {
            let portrait = person.portrait.as_mut().unwrap();
            portrait.1 = memcon::diagnostic::Place::file("here");
        }
        authority
    };
    assert_eq!(read(split.path()), read(whole.path()));
}

#[test]
fn file_and_table_that_contradict_each_other_about_a_person_are_told() {
    let folder = archive(&[
        ("content/documents/a.txt", TALK),
        (
            "content/people.toml",
            "[[person]]\nid = \"green\"\nname = \"Ada Green\"\nsort = \"Green, A.\"\ndescription = \"A judge.\"\n",
        ),
        (
            "content/people.csv",
            "id,name,sort,description\ngreen,Ada Greene,\"Green, Ada\",A mayor.\ngreen,Ada Green,,\n",
        ),
    ]);
    assert_eq!(
        told(folder.path(), "duplicate-id"),
        [
            "content/people.csv:2: of `green` the table gives the description “A mayor.”, content/people.toml “A judge.”",
            "content/people.csv:2: of `green` the table gives the name “Ada Greene”, content/people.toml “Ada Green”",
            "content/people.csv:2: of `green` the table gives the sort “Green, Ada”, content/people.toml “Green, A.”",
            "content/people.csv:3: two people have the identifier `green`",
        ]
    );
}

#[test]
fn a_surname_of_two_is_no_stranger_but_fits_both() {
    let folder = archive(&[
        ("content/documents/a.txt", TALK),
        (
            "content/documents/a.toml",
            "[[attribution]]\nat = \"I have read it.\"\nperson = \"smith\"\nreason = \"So says the index.\"\n",
        ),
        (
            "content/people.toml",
            "[[person]]\nname = \"John Smith\"\n\n[[person]]\nname = \"James Smith\"\n",
        ),
    ]);
    assert_eq!(
        told(folder.path(), "unknown-person"),
        ["content/documents/a.toml:2: `smith` fits `james-smith`, `john-smith`"]
    );
}

#[test]
fn candidates_stand_in_the_cell_of_the_person_also_where_the_words_have_dots() {
    let folder = archive(&[
        (
            "content/documents/a.txt",
            "Mr. Smith: Well … yes.\n\nMr. Brown: No, no.\n\nMr. Smith: I … see.\n\nMr. Brown: I said no.\n",
        ),
        (
            "content/people.csv",
            "name;labels\nJohn Smith;\nJames Smith;\n",
        ),
        (
            "content/corrections.csv",
            "document;words;what;printed;read_as;why\n",
        ),
    ]);
    assert_eq!(
        pasted(folder.path(), "ambiguous-speaker"),
        ["content/corrections.csv: a;Well … yes.;speaker;;(james-smith or john-smith);…"]
    );
}

/// Each label is a row; one row for the first of them would leave out the rest.
#[test]
fn every_doubtful_label_has_a_row() {
    let turns = "Alice: Yes, that is so.\n\nBob: No, it is not.\n\n".repeat(8);
    let odd = "Mr Smith: the letter is quoted there.\n\nBob: I see.\n\nWest University, Mafikeng campus: nothing came of it.\n\nAlice: Quite.\n\n";
    let folder = archive(&[
        ("content/documents/a.txt", format!("{turns}{odd}").as_str()),
        ("content/corrections.csv", "document,what,printed\n"),
    ]);
    let rows = pasted(folder.path(), "one-off-label");
    assert_eq!(
        rows,
        [
            "content/corrections.csv: a,no label,Mr Smith\na,no label,\"West University, Mafikeng campus\""
        ]
    );
}

const RECORD: &str = r#"# The record of the talk.
title = "A talk, \"in brief\""
kind = "record of conversation"
subjects = ["Letters", "Mornings"]
date = "1990-05-25"
place = "Paris"   # as the minutes have it
summary = "Two people greet; one of them has read a letter."
summary_by = "L. Meyer"
doi = "10.1234/abc"
rights = "- none -"
status = "published"
labels = ["Ada Green"]
not_labels = ["NATO"]

[provenance]
recorded_by = "the chair"
nature = "written-up-afterwards"
spoken = ["en"]
chain = ["Typescript", "Scan"]

[[participant]]
person = "green"

[[attribution]]
at = "I have read it."
person = "green"
reason = ""

[[correction]]  # of the second edition
at = "The letter is on the table."
sic = "tabel"
read = "table"
by = "L. Meyer"

[[note]]
at = "Good morning to you."
text = "So he said;\nor so they say."

[[exclude]]
from = "Please comment!"
reason = "of the website"

[[change]]
date = "1991"
text = "The date."
"#;

const PEOPLE: &str = r#"# Who is who.

# The mayor.
[[person]]
id = "green"
name = "Ada Green"
sort = "Green, Ada"
names = ["A. Verde"]
labels_in = { talk = ["Chair"] }
description = "Mayor; later judge."
portrait_credit = "J. Doe"
same_as = ["https://viaf.org/viaf/1"]

[[person.role]]
title = "Mayor"
from = "1988"
to = "1994-06-30"

[[person.role]]
title = "Judge"

[[person]]
name = "Ben Brown"
labels = ["Mr. B."]
"#;

/// An archive that says in TOML all that can be said, or nearly.
fn rich() -> tempfile::TempDir {
    let talk = format!(
        "{}\nNATO: a word.\n\nPlease comment!\n",
        TALK.replace("table", "tabel")
    );
    let record = RECORD.replace("on the table", "on the tabel");
    archive(&[
        ("site.toml", "title = \"Talks\"\n"),
        ("content/documents/talk.txt", talk.as_str()),
        ("content/documents/talk.toml", &record),
        ("content/documents/other.txt", TALK),
        (
            "content/documents.csv",
            "objectid;title;format\nother.txt;Another;text/plain\n",
        ),
        ("content/people.toml", PEOPLE),
        (
            "content/glossary.toml",
            "[[term]]\nterm = \"B\"\nexpansion = \"Beta\"\nvariants = [\"bb\"]\n\n[[term]]\nterm = \"A\"\nexpansion = \"Alpha\"\nnote = \"First.\"\n",
        ),
    ])
}

fn converted(folder: &Path, to: &str) -> String {
    let output = run_in(folder, &["convert", "--to", to, "--apply"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{told}");
    String::from_utf8(output.stdout).unwrap()
}

fn texts(folder: &Path) -> std::collections::BTreeMap<String, String> {
    let files = walkdir::WalkDir::new(folder.join("content"));
    let files = files.into_iter().map(|entry| entry.unwrap().into_path());
    let files = files.filter(|path| path.is_file());
    files
        .map(|path| {
            let name = path
                .strip_prefix(folder)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// The whole site is the same before, between and after: all that anybody reads is in it.
#[test]
fn between_files_and_tables_nothing_is_lost() {
    let folder = rich();
    let before = built(folder.path());
    let written = texts(folder.path());

    let shown = run_in(folder.path(), &["convert", "--to", "csv"]);
    let told = String::from_utf8(shown.stderr).unwrap();
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert!(shown.contains("+green,Ada Green,"), "{shown}{told}");
    assert_eq!(texts(folder.path()), written, "nothing is written unasked");

    let told = converted(folder.path(), "csv");
    assert!(
        told.contains("content/people.toml keeps portrait_credit of green\n"),
        "{told}"
    );
    assert!(
        told.contains("content/documents/talk.toml keeps doi, rights, provenance, participant, change, your remarks"),
        "{told}"
    );
    let tables = texts(folder.path());
    for (file, holds) in [
        ("content/people.csv", "Mayor (1988/1994-06-30); Judge"),
        ("content/documents.csv", "other.txt;Another;text/plain"),
        ("content/glossary.csv", "B,Beta,bb,"),
        ("content/corrections.csv", "talk,,no label,NATO"),
        ("content/people.toml", "# The mayor."),
        ("content/documents/talk.toml", "# of the second edition"),
        ("content/documents/talk.toml", "# as the minutes have it"),
    ] {
        assert!(tables[file].contains(holds), "{file}\n{}", tables[file]);
    }
    assert!(!tables.contains_key("content/glossary.toml"));
    assert!(tables["content/people.csv"].starts_with('\u{feff}'));
    let between = built(folder.path());
    assert_eq!(between.files, before.files);

    converted(folder.path(), "toml");
    let back = texts(folder.path());
    assert!(
        !back.keys().any(|name| name.contains(".csv")),
        "{:?}",
        back.keys()
    );
    for (file, holds) in [
        (
            "content/documents/talk.toml",
            "[[attribution]]\nat = \"I have read it.\"\nperson = \"green\"\nreason = \"\"\n",
        ),
        ("content/documents/other.toml", "title = \"Another\"\n"),
        ("content/documents/other.toml", "# format: text/plain\n"),
        ("content/people.toml", "labels_in = { talk = [\"Chair\"] }"),
        ("content/people.toml", "# The mayor."),
    ] {
        assert!(back[file].contains(holds), "{file}\n{}", back[file]);
    }
    let after = built(folder.path());
    assert_eq!(after.files, before.files);

    // What has been there and back goes there once more, and says the same.
    converted(folder.path(), "csv");
    assert_eq!(built(folder.path()).files, before.files);
    let output = run_in(folder.path(), &["convert", "--to", "csv", "--apply"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(told, "nothing is to be converted\n");
}

#[test]
fn what_a_row_says_for_those_who_read_the_table_becomes_a_remark() {
    let folder = archive(&[
        ("site.toml", "title = \"Talks\"\n"),
        ("content/documents/a.txt", TALK),
        (
            "content/corrections.csv",
            "document,turn,words,what,printed,read_as,why,by_whom,when\n\
             a,t4,I have read it.,speaker,,Ada Green,She has it.,L. Meyer,2026-01-02\n\
             a,,,,letter is,letters are,,,\n",
        ),
        ("content/documents.csv", "objectid,date\na,10/31/91\n"),
        ("content/people.toml", "[[person]]\nname = \"Ada Green\"\n"),
    ]);
    let before = built(folder.path());
    converted(folder.path(), "toml");
    let record = std::fs::read_to_string(folder.path().join("content/documents/a.toml")).unwrap();
    assert_eq!(
        record,
        "date = \"1991-10-31\"\n\n[[attribution]]  # t4  # 2026-01-02  # L. Meyer\nat = \"I have read it.\"\nperson = \"Ada Green\"\nreason = \"She has it.\"\n\n[[correction]]\nat = \"letter is\"\nsic = \"letter is\"\nread = \"letters are\"\n\n# date in the table: 10/31/91\n"
    );
    assert_eq!(built(folder.path()).files, before.files);
}

#[test]
fn what_is_not_used_now_is_not_put_to_use_by_converting() {
    let folder = archive(&[
        ("site.toml", "title = \"Talks\"\n"),
        ("content/documents/a.txt", TALK),
        ("content/documents/a.toml", "title = \"One\"\n"),
        ("content/documents.csv", "objectid,title\na,Another\n"),
    ]);
    let written = texts(folder.path());
    let output = run_in(folder.path(), &["convert", "--to", "toml", "--apply"]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(
        told.contains("warning[contradiction]") && told.contains("settle this first"),
        "{told}"
    );
    assert_eq!(texts(folder.path()), written);
}
