//! What editors wrote, rewritten by the program: in tables, in TOML, two entries as one. Nothing is lost.

mod support;

use std::path::Path;
use support::archive::{archive, built, run_in};

const TALK: &str = "Ada Green: Good morning.\n\nBen Brown: Good morning to you.\n\nAda Green: The letter is on the table.\n\nBen Brown: I have read it.\n";

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
date = "2004-05-06"

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
             a,t4,I have read it.,speaker,Mr. B.,Ada Green,She has it.,L. Meyer,2026-01-02\n\
             a,,,label,Ada Green,,The mayor.,L. Meyer,\n\
             a,,,,letter is,letters are,,,2026-01-03\n",
        ),
        ("content/documents.csv", "objectid,date\r\na,10/31/91\r\n"),
        ("content/people.toml", "[[person]]\nname = \"Ada Green\"\n"),
    ]);
    let before = built(folder.path());
    let shown = converted(folder.path(), "toml");
    assert!(
        shown.contains("-a,10/31/91\n"),
        "a line end is not shown: {shown}"
    );
    let record = std::fs::read_to_string(folder.path().join("content/documents/a.toml")).unwrap();
    assert_eq!(
        record,
        "date = \"1991-10-31\"\nlabels = [\"Ada Green\"]\n\n[[attribution]]  # t4  # Mr. B.  # L. Meyer  # 2026-01-02\nat = \"I have read it.\"\nperson = \"Ada Green\"\nreason = \"She has it.\"\n\n[[correction]]\nat = \"letter is\"\nsic = \"letter is\"\nread = \"letters are\"\ndate = \"2026-01-03\"\n\n# date in the table: 10/31/91\n# label “Ada Green”:  # The mayor.  # L. Meyer\n"
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

const TWO: &str = r#"# Who is who.

# 2 turns, first at content/documents/a.txt:1
# perhaps the same as `anna-somerfeld`: the surnames differ by a letter
[[person]]
id = "anna-sommerfeld"
name = "Anna Sommerfeld"   # so she signs
labels = ["Anna Sommerfeld"]

# Not to be confused with her sister.
# perhaps the same as `anna-sommerfeld`: the surnames differ by a letter
[[person]]
id = "anna-somerfeld"
name = "Anna Somerfeld"
labels = ["Anna Somerfeld", "A. S."]  # as in the index
description = "Of the radio."

[[person.role]]
title = "Speaker"

[[person]]
id = "carl"
name = "Carl Nobody"
"#;

fn sommerfeld(people: &str) -> tempfile::TempDir {
    archive(&[
        ("site.toml", "title = \"Talks\"\n"),
        (
            "content/documents/a.txt",
            "Anna Sommerfeld: Good evening.\n\nBen Brown: Good evening.\n\nAnna Somerfeld: It rains.\n\nBen Brown: So it does.\n\nAnna Sommerfeld: Thank you.\n",
        ),
        ("content/people.toml", people),
    ])
}

fn told_by(output: &std::process::Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr))
}

#[test]
fn who_may_be_one_person_and_who_is_never_met_is_told() {
    let folder = sommerfeld(TWO);
    let (_, told) = told_by(&run_in(folder.path(), &["people"]));
    assert!(
        told.contains("  memcon people --merge anna-sommerfeld anna-somerfeld   the surnames differ by a letter\n"),
        "{told}"
    );
    assert!(
        told.contains("1 entry for people who speak nowhere, are named nowhere and were nowhere present: `carl`\n"),
        "{told}"
    );
}

/// What is offered as a command has more to it than a surname.
#[test]
fn a_judge_and_somebody_of_the_same_surname_are_not_offered_as_one() {
    let folder = archive(&[
        ("site.toml", "title = \"Talks\"\n"),
        (
            "content/documents/a.txt",
            "Justice Kennedy: Yes.\n\nDanny Kennedy: No.\n\nJustice Kennedy: Why?\n\nD. Kennedy: Because.\n",
        ),
        (
            "content/people.toml",
            "[[person]]\nname = \"Justice Kennedy\"\n\n[[person]]\nname = \"Danny Kennedy\"\n\n[[person]]\nname = \"D. Kennedy\"\n",
        ),
    ]);
    let (_, told) = told_by(&run_in(folder.path(), &["people"]));
    assert!(
        told.contains("--merge danny-kennedy d-kennedy")
            || told.contains("--merge d-kennedy danny-kennedy"),
        "{told}"
    );
    assert!(
        !told.contains("justice-kennedy   ") && !told.contains("--merge justice-kennedy"),
        "{told}"
    );
}

#[test]
fn two_entries_become_one_and_no_remark_is_lost() {
    let folder = sommerfeld(TWO);
    let file = folder.path().join("content/people.toml");
    let merge = ["people", "--merge", "anna-sommerfeld", "anna-somerfeld"];
    let (shown, told) = told_by(&run_in(folder.path(), &merge));
    assert_eq!(told, "nothing is written yet; --apply writes it\n");
    assert!(shown.contains("-id = \"anna-somerfeld\"\n"), "{shown}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), TWO);

    let (again, told) = told_by(&run_in(folder.path(), &[&merge[..], &["--apply"]].concat()));
    assert_eq!((again, told.as_str()), (shown, "written\n"));
    assert_eq!(
        std::fs::read_to_string(&file).unwrap(),
        r#"# Who is who.

# 2 turns, first at content/documents/a.txt:1
# Not to be confused with her sister.
# as in the index
[[person]]
id = "anna-sommerfeld"
name = "Anna Sommerfeld"   # so she signs
labels = ["Anna Sommerfeld", "Anna Somerfeld", "A. S."]
description = "Of the radio."
names = ["Anna Somerfeld"]

[[person.role]]
title = "Speaker"

[[person]]
id = "carl"
name = "Carl Nobody"
"#
    );
    let site = built(folder.path()).site;
    let turns = site.documents[0].turns.iter();
    let hers = turns.filter(|turn| {
        turn.attribution
            .person()
            .is_some_and(|id| id.as_str() == "anna-sommerfeld")
    });
    assert_eq!(hers.count(), 3);
}

#[test]
fn entries_that_contradict_each_other_or_are_named_elsewhere_stay_two() {
    let folder = sommerfeld(&TWO.replacen(
        "name = \"Anna Sommerfeld\"",
        "name = \"Anna Sommerfeld\"\ndescription = \"Of the paper.\"",
        1,
    ));
    let before = texts(folder.path());
    let merge = [
        "people",
        "--apply",
        "--merge",
        "anna-sommerfeld",
        "anna-somerfeld",
    ];
    let output = run_in(folder.path(), &merge);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        told_by(&output)
            .1
            .contains("both entries have a description, and the two differ")
    );
    assert_eq!(texts(folder.path()), before);

    let folder = sommerfeld(TWO);
    support::archive::write(
        folder.path(),
        "content/documents/a.toml",
        "[[attribution]]\nat = \"So it does.\"\nperson = \"anna-somerfeld\"\nreason = \"It is her turn.\"\n\n[[participant]]\nperson = \"anna-somerfeld\"\n",
    );
    let before = texts(folder.path());
    let output = run_in(folder.path(), &merge);
    let (_, told) = told_by(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("--> content/documents/a.toml"), "{told}");
    assert!(
        told.contains("write `anna-sommerfeld` there first"),
        "{told}"
    );
    assert_eq!(texts(folder.path()), before);
}

/// A folder stands where a record would: it cannot be written.
#[test]
fn where_a_record_cannot_be_written_the_tables_keep_their_rows() {
    let table = "objectid,title\na,The first\nb,The second\nodd,Of a file that cannot be read\n";
    let folder = archive(&[
        ("site.toml", "title = \"Talks\"\n"),
        ("content/documents/a.txt", TALK),
        ("content/documents/b.txt", TALK),
        ("content/documents/odd.json", "{"),
        ("content/documents/b.toml/kept.md", "Kept.\n"),
        ("content/documents.csv", table),
    ]);
    let before = texts(folder.path());
    let output = run_in(folder.path(), &["convert", "--to", "toml", "--apply"]);
    let (_, told) = told_by(&output);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("cannot write "), "{told}");
    assert_eq!(texts(folder.path()), before);
}

#[test]
fn a_file_of_windows_keeps_its_line_ends() {
    let windows = |text: &str| text.replace('\n', "\r\n");
    let people = windows(PEOPLE);
    let record = windows("title = \"A talk\"\ndoi = \"10.1234/abc\"\n");
    let other = windows("doi = \"10.1234/abc\"\n");
    let folder = archive(&[
        ("site.toml", "title = \"Talks\"\n"),
        ("content/documents/talk.txt", TALK),
        ("content/documents/talk.toml", &record),
        ("content/documents/other.txt", TALK),
        ("content/documents/other.toml", &other),
        ("content/people.toml", &people),
    ]);
    let shown = converted(folder.path(), "csv");
    assert!(!shown.contains("other.toml\n"), "nothing changes: {shown}");
    let after = texts(folder.path());
    assert_eq!(after["content/documents/other.toml"], other);
    assert_eq!(after["content/documents/talk.toml"], other);
    let people = &after["content/people.toml"];
    assert_eq!(&windows(&people.replace("\r\n", "\n")), people);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_the_file_it_leads_to_is_written() {
    let folder = sommerfeld(TWO);
    let link = folder.path().join("content/people.toml");
    let shared = folder.path().join("shared.toml");
    std::fs::rename(&link, &shared).unwrap();
    std::os::unix::fs::symlink("../shared.toml", &link).unwrap();
    let merge = ["people", "--apply", "--merge", "anna-sommerfeld"];
    let output = run_in(folder.path(), &[&merge[..], &["anna-somerfeld"]].concat());
    assert_eq!(told_by(&output).1, "written\n");
    assert!(link.is_symlink());
    let written = std::fs::read_to_string(shared).unwrap();
    assert!(!written.contains("id = \"anna-somerfeld\""), "{written}");
}

#[test]
fn offices_in_one_line_and_the_order_of_names_survive_a_merge() {
    let inline = |keep: &str, other: &str| {
        let text = format!(
            "[[person]]\nname = \"Ada Green\"\n{keep}\n[[person]]\nname = \"A. Green\"\n{other}"
        );
        memcon::rewrite::merged(&text, "ada-green", "a-green")
    };
    let mayor = "role = [\n  { title = \"Mayor\", from = \"1988\" },  # by two votes\n]\n";
    let judge = "[[person.role]]\ntitle = \"Judge\"\n";
    for (keep, other) in [(mayor, judge), (judge, mayor)] {
        let text = inline(keep, other).unwrap();
        let role = "[[person.role]]\ntitle = \"Mayor\"\nfrom = \"1988\"\n";
        assert!(text.contains(role), "{text}");
        assert!(text.contains(judge), "{text}");
        assert!(text.contains("# by two votes\n"), "{text}");
    }
    let text = inline("", "sort = \"Green, Ada\"\n").unwrap();
    assert!(text.contains("sort = \"Green, Ada\""), "{text}");
    let text = inline("sort = \"Green, Ada\"\n", "sort = \"Greene, A.\"\n").unwrap();
    assert!(text.contains("# sorted as “Greene, A.”\n"), "{text}");
    let made = inline("sort = \"Green, Ada\"\n", "sort = \"Green, A.\"\n").unwrap();
    assert!(!made.contains("# sorted as"), "{made}");
    let refused = inline("", "honors = [\"Order of the Bath\"]\n").unwrap_err();
    assert!(refused.contains("`honors` of the entry that would go"));
}
