//! The page of a document: what stands beside its text, and what leads from one to the other.

mod support;

use support::Specimen;
use support::archive::{archive, built, write};

/// An archive of one talk, with its record.
fn talk(text: &str, record: &str) -> Specimen {
    let folder = archive(&[
        ("site.toml", "title = \"T\"\n"),
        ("content/documents/talk.txt", text),
        ("content/documents/talk.toml", record),
    ]);
    built(folder.path())
}

/// Whether the page has all of this, each after the one before.
fn check(page: &str, expected: &[&str]) {
    let mut rest = page;
    for words in expected {
        let at = rest.find(words);
        let at = at.unwrap_or_else(|| panic!("no {words} in\n{rest}"));
        rest = &rest[at + words.len()..];
    }
}

const FERRY: &str = "Ms. BERG: The ferry leaves Harber Bay at nine, they say.\n\nMr. LUND: At ten.[1] It was late.[2]\n\n\
    Ms. BERG: Ten, then.\n\nMr. LUND: Ten.\n\n[1] So the log.\n\n[2] By an hour.\n";

#[test]
fn a_correction_stands_beside_the_printed_words_with_reason_and_name() {
    let record = "[[correction]]\nat = \"Harber Bay\"\nsic = \"Harber\"\nread = \"Harbor\"\nreason = \"So the chart.\"\nby = \"O. Ness\"\n\n\
        [[correction]]\nat = \"they say\"\nread = \"we say\"\n";
    let specimen = talk(FERRY, record);
    check(
        specimen.page("documents/talk.html"),
        &[
            "leaves <span class=\"sic\">Harber</span><sup class=\"note-sign\" id=\"sic-1-sign\"><a href=\"#sic-1\" \
             aria-label=\"Printed so; the editors read “Harbor”\">sic</a></sup> Bay",
            "id=\"sic-2-sign\"",
            "<aside class=\"note\" id=\"sic-1\"",
            "href=\"#sic-1-sign\"",
            "<b>Harber</b> → <b>Harbor</b>. <span data-part>So the chart.</span> <span class=\"note-by\">Read so by O. Ness.</span>",
            "<b>they say</b> → <b>we say</b>. <span class=\"note-by\">Read so by the editors.</span>",
        ],
    );
    check(
        specimen.page("documents/talk.json"),
        &[
            "\"correction\": \"Harbor\",\n      \"correction_reason\": \"So the chart.\",\n      \"correction_by\": \"O. Ness\",\n",
            "\"correction\": \"we say\",\n      \"turn\":",
        ],
    );
}

#[test]
fn printed_footnotes_and_their_signs_lead_to_each_other() {
    let specimen = talk(FERRY, "");
    let sign = |n: usize| {
        format!(
            "id=\"footnote-{n}-sign\" href=\"#footnote-{n}\" aria-label=\"Footnote {n} of the source\">[{n}]</a>"
        )
    };
    let note = |n: usize| {
        format!(
            "id=\"footnote-{n}\" href=\"#footnote-{n}-sign\" aria-label=\"Footnote {n}, back to the text\">[{n}]</a> "
        )
    };
    check(
        specimen.page("documents/talk.html"),
        &[
            &sign(1),
            &sign(2),
            &note(1),
            "So the log",
            &note(2),
            "By an hour",
        ],
    );
}

#[test]
fn a_sign_that_could_mean_two_footnotes_leads_nowhere() {
    let text = FERRY.replace("they say.", "they say.[1]");
    let page = talk(&text, "");
    let page = page.page("documents/talk.html");
    assert!(!page.contains("aria-label=\"Footnote 1"), "{page}");
    check(page, &["href=\"#footnote-1\" aria-label=\"Footnote 2"]);
}

#[test]
fn superior_figures_lead_to_footnotes_among_the_lines() {
    let fixture = include_str!("segment/footnotes_among_the_lines.txt");
    let page = talk(fixture, "");
    check(
        page.page("documents/talk.html"),
        &[
            "the treaty,<a class=\"footnote-sign\" id=\"footnote-1-sign\" href=\"#footnote-1\"",
            "<a class=\"footnote-sign\" id=\"footnote-1\" href=\"#footnote-1-sign\"",
            ">¹</a> See the protocol",
        ],
    );
}

#[test]
fn a_page_break_says_of_what() {
    let folder = archive(&[("site.toml", "title = \"T\"\n")]);
    let pdf = include_bytes!("segment/pdf_talk_printed.pdf");
    write(folder.path(), "content/documents/a-lake.pdf", pdf);
    let stamps = include_str!("segment/stamps_and_soft_hyphens.txt");
    write(folder.path(), "content/documents/b-pier.txt", stamps);
    let plain = include_str!("segment/label_split_by_page_break.txt");
    write(folder.path(), "content/documents/c-season.txt", plain);
    let specimen = built(folder.path());
    check(
        specimen.page("documents/a-lake.html"),
        &[
            "aria-label=\"page 2 of the PDF begins here\"",
            "data-page=\"page 2 of the PDF\"></span>",
        ],
    );
    check(
        specimen.page("documents/b-pier.html"),
        &[
            "printed there: “[[Page H14]]”\" title",
            "data-page=\"[[Page H14]]\"",
        ],
    );
    let season = specimen.page("documents/c-season.html");
    check(season, &["aria-label=\"a page of the source ends here\""]);
    assert!(!season.contains("data-page"));
}

#[test]
fn who_speaks_without_a_name_is_told_by_label() {
    let text = "INTERVIEWER 1: Where were you then?\n\nMs. BERG: At the harbor, with the others.\n\n\
        INTERVIEWER 2: And the ferry?\n\nMs. BERG: It was late.\n\nINTERVIEWER 1: How late was it, do you know?\n\nMs. BERG: An hour.\n";
    let specimen = talk(text, "");
    let page = specimen.page("documents/talk.html");
    check(
        page,
        &[
            "<bdi>Ms. BERG</bdi>",
            "class=\"glyph nobody\"></span><bdi>INTERVIEWER 1</bdi></th>",
            "11 words, 2 turns",
            "class=\"glyph nobody\"></span><bdi>INTERVIEWER 2</bdi></th>",
            "<ul class=\"key\"",
            "<bdi>INTERVIEWER 1</bdi>",
            "<bdi>INTERVIEWER 2</bdi>",
        ],
    );
    assert!(!page.contains("<bdi>Speaker not marked"), "{page}");
}

#[test]
fn records_of_the_same_conversation_lead_to_each_other() {
    let folder = archive(&[
        ("site.toml", "title = \"T\"\n"),
        ("content/documents/a.txt", FERRY),
        (
            "content/documents/b.txt",
            "Ms. BERG: Something else.\n\nMr. LUND: Indeed.\n",
        ),
        ("content/documents/c.txt", FERRY),
    ]);
    for (name, day) in [("a", 1), ("b", 2), ("c", 3)] {
        let talk = if name == "b" { "other" } else { "ferry" };
        let record = format!(
            "title = \"Record {name}\"\ndate = \"1990-01-0{day}\"\nconversation = \"{talk}\"\n"
        );
        write(
            folder.path(),
            &format!("content/documents/{name}.toml"),
            record,
        );
    }
    let specimen = built(folder.path());
    check(
        specimen.page("documents/a.html"),
        &[
            "aria-label=\"Records of the same conversation: Record a\"",
            "<a class=\"neighbor-later\" href=\"c.html\"><span>Record of the same conversation, after this</span> Record c</a>",
            "aria-label=\"In time\"",
            "href=\"b.html\"",
        ],
    );
    let alone = specimen.page("documents/b.html");
    assert!(
        !alone.contains("Records of the same conversation"),
        "{alone}"
    );
}

#[test]
fn a_text_without_turns_stands_open_on_its_page() {
    let specimen = talk(
        "A letter\n\n4 June 1965\n\nDear Sir,\n\nThe ferry was late again.\n\nYours, B.\n",
        "",
    );
    let page = specimen.page("documents/talk.html");
    check(
        page,
        &[
            "id=\"text\"",
            "The ferry was late again.</p>",
            "document-foot",
        ],
    );
    assert!(!page.contains("class=\"who-speaks\"") && !page.contains("class=\"printed\""));
    // What is for turns only is not there: their search, the keys that lead from one to the next, the letter they are set in.
    for of_turns in ["within-q", "data-feature=\"keys\"", "book letter"] {
        assert!(!page.contains(of_turns), "{of_turns}");
    }
}
