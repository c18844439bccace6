//! Conversations: every record of one talk stands on one page, and each leads to it.

mod support;

use memcon::site::{Route, Site};
use support::Specimen;
use support::archive::built;

fn archive(files: &[(&str, &str)]) -> Specimen {
    built(support::archive::archive(files).path())
}

fn names(site: &Site) -> Vec<(&str, Option<&str>)> {
    let date = |index: usize| {
        site.conversations[index]
            .date()
            .map(memcon::date::Edtf::as_str)
    };
    let all = site.conversations.iter().enumerate();
    all.map(|(index, one)| (one.name.as_str(), date(index)))
        .collect()
}

#[test]
fn the_founding_archive_has_three_talks_of_the_records_and_three_reported() {
    let founding = &support::specimens()[0];
    assert_eq!(
        names(&founding.site),
        [
            ("1990-05-25-gorbachev-mitterrand", Some("1990-05-25")),
            (
                "1990-10-29-gorbachev-mitterrand-rambouillet",
                Some("1990-10-29")
            ),
            ("1991-01-gorbachev-mitterrand-telephone", Some("1991-01")),
            ("1991-02-gorbachev-aziz", Some("1991-02")),
            ("1991-02-gorbachev-dumas", Some("1991-02")),
            ("1991-10-30-gorbachev-mitterrand-latche", Some("1991-10-30")),
        ]
    );
    let told = founding.page("conversations/1991-02-gorbachev-aziz.html");
    assert!(told.contains("told, not quoted"));
    assert!(!told.contains("<h2>Records of it"));
    let quoted = founding.page("conversations/1991-02-gorbachev-dumas.html");
    assert!(quoted.contains(
        "<a href=\"../documents/2011-07-22-france-and-ussr-tried-to-restrain-america-over-iraq.html#t2\">turn 2</a>"
    ));
    assert!(quoted.contains("<meta name=\"DC.date\" content=\"1991-02\">"));
    // Rambouie is what the source prints; the editors' reading stands after it, as theirs.
    let printed = founding.page("conversations/1990-10-29-gorbachev-mitterrand-rambouillet.html");
    assert!(printed.contains("Rambouie <span class=\"quiet\">(the editors: Rambouillet)</span>"));
    // What the drawing shows beside speakers is said with it.
    assert!(printed.contains("</span>left out in the source, length not known</span>"));
}

const TALK: &str = "ANNA MEYER: Good morning.\n\nPAUL STEIN: Good morning to you.\n\nANNA MEYER: We begin.\n\nPAUL STEIN: Yes.\n";

#[test]
fn records_that_name_the_same_conversation_stand_on_one_page() {
    let specimen = archive(&[
        ("site.toml", "title = \"T\"\n"),
        ("content/documents/first-record.txt", TALK),
        (
            "content/documents/first-record.toml",
            "title = \"First\"\ndate = \"1990-05-25\"\nconversation = \"Bonn talk\"\n",
        ),
        ("content/documents/second-record.txt", TALK),
        (
            "content/documents/second-record.toml",
            "title = \"Second\"\ndate = \"1990-05-26\"\nconversation = \"bonn-talk\"\n",
        ),
        ("content/documents/third.txt", TALK),
        ("content/documents/third.toml", "title = \"Third\"\n"),
    ]);
    assert_eq!(
        names(&specimen.site),
        [("bonn-talk", Some("1990-05-25")), ("third", None)]
    );
    let talk = specimen.page("conversations/bonn-talk.html");
    assert!(talk.contains("href=\"../documents/first-record.html\""));
    assert!(talk.contains("href=\"../documents/second-record.html\""));
    // The records disagree about the day: both are shown.
    assert!(talk.contains("25 May 1990</time>; <time datetime=\"1990-05-26\">26 May 1990</time>"));
    assert!(talk.contains("rel=\"next\""));
    let document = specimen.page("documents/second-record.html");
    assert!(document.contains(
        "<a href=\"../conversations/bonn-talk.html\">The conversation, and its 2 records here</a>"
    ));
}

#[test]
fn a_report_that_names_a_document_as_its_conversation_joins_it() {
    let specimen = archive(&[
        ("site.toml", "title = \"T\"\n"),
        ("content/documents/bonn.txt", TALK),
        (
            "content/documents/bonn.toml",
            "title = \"Bonn\"\ndate = \"1990-05-25\"\n",
        ),
        (
            "content/documents/report.txt",
            "A paper\n\nThe two met in Bonn.\n\n“We begin,” Anna Meyer said.\n",
        ),
        (
            "content/documents/report.toml",
            "title = \"Report\"\ndate = \"1995-01-01\"\n[[conversation]]\nid = \"bonn\"\ntitle = \"Talk in Bonn\"\n",
        ),
    ]);
    assert_eq!(names(&specimen.site), [("bonn", Some("1990-05-25"))]);
    let talk = specimen.page("conversations/bonn.html");
    assert!(talk.contains("<h1>Talk in Bonn</h1>"));
    assert!(talk.contains("<h2>Records of it</h2>"));
    assert!(talk.contains("<a href=\"../documents/report.html#conversation-bonn\">Report</a>"));
    let report = specimen.page("documents/report.html");
    assert!(report.contains("href=\"../conversations/bonn.html\""));
}

#[test]
fn a_quoted_turn_that_names_nobody_has_its_label_as_printed() {
    let specimen = archive(&[
        ("site.toml", "title = \"T\"\n"),
        (
            "content/documents/report.txt",
            "ANNA MEYER: Good morning.\n\nSEVERAL VOICES: Good morning to you.\n\nANNA MEYER: We begin.\n\nSEVERAL VOICES: Yes.\n",
        ),
        (
            "content/documents/report.toml",
            "title = \"Report\"\n[[conversation]]\nid = \"bonn\"\ntitle = \"Talk in Bonn\"\n",
        ),
    ]);
    let talk = specimen.page("conversations/bonn.html");
    assert!(talk.contains("<span class=\"quiet\">SEVERAL VOICES</span>"));
    assert!(!talk.contains("Speaker not marked"));
}

#[test]
fn a_document_in_which_nobody_speaks_is_no_conversation() {
    let specimen = archive(&[
        ("site.toml", "title = \"T\"\n"),
        (
            "content/documents/essay.txt",
            "An essay in which nothing is quoted and nobody speaks.\n",
        ),
    ]);
    assert!(specimen.site.conversations.is_empty());
    assert!(
        !specimen
            .site
            .routes()
            .iter()
            .any(|r| matches!(r, Route::Conversation(_)))
    );
}
