//! What an editor changes in files and tables, and what the program proposes to change.

mod support;

use memcon::diagnostic::{Diagnostic, Diagnostics};
use std::path::Path;
use support::archive::archive;

const TALK: &str = "Ada Green: Good morning.\n\nBen Brown: Good morning to you.\n\nAda Green: The letter is on the table.\n\nBen Brown: I have read it.\n";

/// What is found to be reported with a code.
fn found(folder: &Path, code: &str) -> Vec<Diagnostic> {
    let sources = memcon::source::load(folder).unwrap();
    let mut diagnostics = Diagnostics::new();
    memcon::compile(&sources, &mut diagnostics);
    let sorted = diagnostics.sorted().into_iter();
    let found = sorted.filter(|found| found.code.name() == code);
    found.cloned().collect()
}

/// What is reported with a code: place and message.
fn told(folder: &Path, code: &str) -> Vec<String> {
    let found = found(folder, code).into_iter();
    found
        .map(|found| {
            let place = &found.place;
            format!("{}:{}: {}", place.file, place.line, found.message)
        })
        .collect()
}

/// What can be pasted to settle the reports of a code.
fn pasted(folder: &Path, code: &str) -> Vec<String> {
    let found = found(folder, code).into_iter();
    found
        .filter_map(|found| found.fix)
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

/// The row says where to write; that it would otherwise be the record is of no use.
#[test]
fn what_is_proposed_as_a_row_does_not_speak_of_the_record() {
    let folder = archive(&[
        ("content/documents/a.txt", TALK),
        ("content/documents.csv", "objectid,date\na,\n"),
    ]);
    let sources = memcon::source::load(folder.path()).unwrap();
    let mut diagnostics = Diagnostics::new();
    memcon::compile(&sources, &mut diagnostics);
    let sorted = diagnostics.sorted();
    let undated = sorted.iter().find(|found| found.code.name() == "no-date");
    assert_eq!(
        undated.unwrap().advice(),
        "say when the talk was; in content/documents.csv, line 2, column date: …"
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
