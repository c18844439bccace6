//! Home, timeline and the list of changes, for few documents and for many.

mod support;

use memcon::site::Route;
use support::Specimen;
use support::archive::built;

const TALK: &str = "ANNA MEYER: Good morning.\n\nPAUL STEIN: Good morning to you.\n\nANNA MEYER: We begin.\n\nPAUL STEIN: Yes.\n";

/// An archive of records; each is a name and what its TOML says.
fn archive(records: &[(String, String)]) -> Specimen {
    let mut files = vec![("site.toml".to_owned(), "title = \"T\"\n".to_owned())];
    for (name, record) in records {
        files.push((format!("content/documents/{name}.txt"), TALK.to_owned()));
        files.push((format!("content/documents/{name}.toml"), record.clone()));
    }
    built(support::archive::archive(&files).path())
}

fn dated(dates: &[&str]) -> Specimen {
    let records: Vec<(String, String)> = dates
        .iter()
        .enumerate()
        .map(|(n, date)| {
            let date = if date.is_empty() {
                String::new()
            } else {
                format!("date = \"{date}\"\n")
            };
            (format!("talk-{n}"), format!("title = \"Talk {n}\"\n{date}"))
        })
        .collect();
    archive(&records)
}

/// Where each of these stands, one after the other.
fn in_order(page: &str, words: &[&str]) {
    let mut at = 0;
    for word in words {
        let found = page[at..].find(word);
        at += found.unwrap_or_else(|| panic!("“{word}” is missing or too early in {page}"));
    }
}

#[test]
fn uncertain_dates_are_said_as_such_and_what_has_no_date_comes_last() {
    let specimen = dated(&["", "1991-02?", "1990-05/1990-07", "199X", "1990-05-25"]);
    in_order(
        specimen.page("timeline.html"),
        &[
            "<h2 id=\"year-1990-1999\">between 1990 and 1999</h2>",
            "<b>between 1990 and 1999</b>",
            "<h2 id=\"year-1990\"><a href=\"timeline/1990.html\">1990</a></h2>",
            "May 1990 to July 1990",
            "25 May 1990",
            "<h2 id=\"year-1991\"><a href=\"timeline/1991.html\">1991</a></h2>",
            "February 1991 (uncertain)",
            "<h2 id=\"year-none\">Without a date</h2>",
            "date not stated",
        ],
    );
}

#[test]
fn a_year_in_which_much_happened_is_divided_by_months() {
    let mut dates = vec!["1990", "1990-03", "1990-03-04"];
    dates.extend(["1990-05-25"; 10]);
    let specimen = dated(&dates);
    let timeline = specimen.page("timeline.html");
    in_order(
        timeline,
        &[
            "<h2 id=\"year-1990\">",
            "<h4><a",
            "<h3 class=\"month\">March 1990</h3>",
            "4 March 1990",
            "<h3 class=\"month\">May 1990</h3>",
        ],
    );
    let few = dated(&["1990-03", "1990-05"]);
    assert!(!few.page("timeline.html").contains("class=\"month\""));
}

#[test]
fn a_timeline_too_long_for_one_page_has_a_page_for_each_year() {
    let mut dates = vec!["1991-02-03"; 1000];
    dates.extend(["1990-05-25", ""]);
    let specimen = dated(&dates);
    let timeline = specimen.page("timeline.html");
    in_order(
        timeline,
        &[
            "<a href=\"timeline/1990.html\">1990 <span class=\"quiet\">(1)</span></a>",
            "<a href=\"timeline/1991.html\">1991 <span class=\"quiet\">(1,000)</span></a>",
            "<a href=\"timeline/undated.html\">",
        ],
    );
    assert!(!timeline.contains("class=\"row\""));
    let year = specimen.page("timeline/1990.html");
    assert!(year.contains("<h1>1990</h1>"));
    assert!(year.contains("<a href=\"../documents/talk-1000.html\">Talk 1000</a>"));
    assert_eq!(year.matches("class=\"row\"").count(), 1);
    let conversation = specimen.page("conversations/talk-1000.html");
    assert!(conversation.contains("href=\"../timeline/1990.html\""));
}

#[test]
fn the_home_page_of_many_documents_has_the_years_and_the_first_ones() {
    let mut dates = vec!["1990-05-25"; 8];
    dates.extend(["1991-02-03"; 22]);
    let whole = dated(&dates);
    let home = whole.page("index.html");
    assert_eq!(home.matches("class=\"row\"").count(), 30);
    assert!(!home.contains("class=\"years\""));

    dates.push("");
    let many = dated(&dates);
    let home = many.page("index.html");
    assert_eq!(home.matches("class=\"row\"").count(), 10);
    in_order(
        home,
        &[
            "<a href=\"timeline.html#year-1990\">1990</a>",
            "<span class=\"quiet\">8 documents</span>",
            "<rect width=\"1000\" height=\"10\">",
            "<span class=\"quiet\">22 documents</span>",
            "<a href=\"timeline.html#year-none\">Without a date</a>",
            "<span class=\"quiet\">1 document</span>",
            "All 31 documents, in the timeline",
        ],
    );
    let titles = |home: &str| {
        [
            "Documents, in order of time</h2>",
            "The earliest of them</h3>",
        ]
        .map(|title| home.contains(title))
    };
    assert_eq!(titles(home), [true, true]);
    // Where nothing is dated, nothing is early.
    let undated = dated(&[""; 31]);
    let home = undated.page("index.html");
    assert_eq!(titles(home), [false, false]);
    in_order(home, &["<h2>Documents</h2>", "<h3>The first of them</h3>"]);
    assert!(!home.contains("class=\"years\""));
}

#[test]
fn additions_and_corrections_are_listed_latest_first() {
    let specimen = archive(&[
        (
            "old".to_owned(),
            "title = \"Old\"\nadded = \"2025-01-02\"\n[[change]]\ndate = \"2026-03-04\"\ntext = \"The date is corrected.\"\n"
                .to_owned(),
        ),
        (
            "new".to_owned(),
            "title = \"New\"\nadded = \"2026-02-01\"\n".to_owned(),
        ),
    ]);
    let lines = [
        "<time datetime=\"2026-03-04\">4 March 2026</time>",
        "Old</a>: The date is corrected.",
        "<time datetime=\"2026-02-01\">1 February 2026</time>",
        "New</a>: added.",
        "<time datetime=\"2025-01-02\">2 January 2025</time>",
        "Old</a>: added.",
    ];
    in_order(specimen.page("changes.html"), &lines);
    in_order(specimen.page("index.html"), &lines);
    assert!(
        specimen
            .page("search.html")
            .contains("href=\"changes.html\"")
    );

    let silent = dated(&["1990"]);
    assert!(!silent.site.routes().contains(&Route::Changes));
    assert!(!silent.page("index.html").contains("changes.html"));
}

#[test]
fn places_stand_as_printed_with_the_editors_reading_beside_them() {
    let founding = &support::specimens()[0];
    in_order(
        founding.page("places.html"),
        &[
            "<h2 id=\"letter-l\">L</h2>",
            "<dt>Latche (south of France) <span class=\"quiet\">(the editors: Latche)</span></dt>",
            "<h2 id=\"letter-m\">M</h2>",
            // Printed by the article for one talk; named by the editors for another.
            "<dt>Moscow</dt>",
            "#conversation-1991-02-gorbachev-aziz\">Late-night meeting",
            "<dt>Moscow <span class=\"quiet\">(not printed; named by the editors)</span></dt>",
            "<h2 id=\"letter-r\">R</h2>",
            "<dt>Rambouie <span class=\"quiet\">(the editors: Rambouillet)</span></dt>",
            "<dt>Rambouillet</dt>",
            "<span class=\"quiet\">see</span> <a href=\"#place-rambouie\">Rambouie</a>",
        ],
    );
}

#[test]
fn the_glossary_leads_to_the_turns_a_term_stands_in() {
    let founding = &support::specimens()[0];
    let page = founding.page("glossary.html");
    let site = &founding.site;
    for (term, standing) in site.terms.iter().zip(&site.indexes.terms) {
        for (document, turn) in standing {
            let document = &site.documents[*document];
            let words: Vec<&str> = document
                .turn(*turn)
                .paragraphs
                .iter()
                .map(|paragraph| paragraph.text.text())
                .collect();
            let forms: Vec<&String> = std::iter::once(&term.term).chain(&term.variants).collect();
            assert!(
                words
                    .iter()
                    .any(|words| forms.iter().any(|form| words.contains(form.as_str()))),
                "{} in {words:?}",
                term.term
            );
            let anchor = document.anchors.turn(*turn);
            assert!(page.contains(&format!("documents/{}.html#{anchor}\"", document.id)));
        }
    }
    let nato = site.terms.iter().position(|term| term.term == "NATO");
    assert!(site.indexes.terms[nato.unwrap()].len() > 5);
    in_order(
        page,
        &[
            "<dt>WTO<span class=\"quiet\">, Warsaw Pact</span></dt>",
            "<dd>Warsaw Treaty",
        ],
    );
}

#[test]
fn kinds_and_subjects_have_an_index_where_there_are_any() {
    let specimen = archive(&[
        (
            "one".to_owned(),
            "title = \"One\"\nkind = \"interview\"\nsubjects = [\"Élysée\", \"Bonn\"]\n".to_owned(),
        ),
        (
            "two".to_owned(),
            "title = \"Two\"\nsubjects = [\"Bonn\", \"zone\"]\n".to_owned(),
        ),
    ]);
    in_order(
        specimen.page("subjects.html"),
        &[
            "<dt>Bonn</dt>",
            ">One</a>",
            ">Two</a>",
            "<dt>Élysée</dt>",
            "<dt>zone</dt>",
        ],
    );
    in_order(
        specimen.page("kinds.html"),
        &["<dt>interview</dt>", ">One</a>"],
    );
    assert!(
        specimen
            .page("index.html")
            .contains("href=\"subjects.html\"")
    );
    let plain = dated(&["1990"]);
    for path in [
        "kinds.html",
        "subjects.html",
        "places.html",
        "glossary.html",
    ] {
        assert!(!plain.files.contains_key(path), "{path}");
    }
}

#[test]
fn another_spelling_leads_to_the_persons_line() {
    let founding = &support::specimens()[0];
    assert!(founding.page("people.html").contains(
        "<li>Gorbatchev, <span class=\"quiet\">see</span> <a href=\"#person-mikhail-gorbachev\">Gorbachev, Mikhail</a></li>"
    ));
}

#[test]
fn a_year_has_a_calendar_that_leads_to_its_days() {
    let specimen = dated(&[
        "1989",
        "1990",
        "1990-05",
        "1990-05-25/1990-05-27",
        "1990-05-26",
        "1990-08-31?",
        "1992-03",
    ]);
    let year = specimen.page("timeline/1990.html");
    in_order(
        year,
        &[
            "<meta name=\"description\" content=\"1990. ",
            "<p class=\"kicker\"><a href=\"../timeline.html\">Timeline</a></p>",
            "<p class=\"lede\">5 entries: conversations and documents.</p>",
            "<li><a href=\"1989.html\">1989</a></li>\n<li><a aria-current=\"page\">1990</a></li>",
            "<caption><a href=\"#month-1990-05\">May 1990</a></caption>",
            // The first of May 1990 was a Tuesday.
            "<tr><td></td><td>1</td><td>2</td>",
            "<td><a href=\"#day-1990-05-25\" aria-label=\"25 May 1990: 1 entry\">25</a></td>",
            "<td><a href=\"#day-1990-05-26\" aria-label=\"26 May 1990: 2 entries\">26</a></td>",
            "<td><a href=\"#day-1990-05-25\" aria-label=\"27 May 1990: 1 entry\">27</a></td>",
            "<td><a href=\"#day-1990-08-31\" aria-label=\"31 August 1990 (uncertain): 1 entry\">31?</a></td>",
            "<h2 id=\"year-1990\">1990, month not stated</h2>",
            "<h2 id=\"month-1990-05\">May 1990</h2>",
            "<b><time datetime=\"1990-05\">May 1990</time></b>",
            "<li class=\"row\" id=\"day-1990-05-25\">",
            "<li class=\"row\" id=\"day-1990-05-26\">",
            "<h2 id=\"month-1990-08\">August 1990</h2>",
            "31 August 1990 (uncertain)",
            "<a href=\"1989.html\" rel=\"prev\"><span>Earlier: 1989</span>",
            "<a class=\"neighbor-later\" href=\"1992.html\" rel=\"next\">",
        ],
    );
    assert!(!specimen.page("timeline/1989.html").contains("<table"));
    assert!(!specimen.files.contains_key("timeline/1990-05.html"));
}

#[test]
fn a_year_too_long_for_one_page_has_pages_for_its_months_and_a_month_for_its_days() {
    let mut dates = vec!["1990", "1990-04", "1990-04-30", "1990-05"];
    dates.extend(["1990-05-25"; 501]);
    dates.push("1990-05-26");
    dates.extend([""; 501]);
    let specimen = dated(&dates);
    let n = |path: &str| specimen.page(path).matches("class=\"row\"").count();
    assert_eq!(n("timeline/1990.html"), 1);
    in_order(
        specimen.page("timeline/1990.html"),
        &[
            "<caption><a href=\"1990-04.html\">April 1990</a> <span class=\"quiet\">(2)</span>",
            "<a href=\"1990-04.html#day-1990-04-30\"",
            "<a href=\"1990-05-25.html\" aria-label=\"25 May 1990: 501 entries\">25</a>",
            "1990, month not stated",
        ],
    );
    assert_eq!(n("timeline/1990-04.html"), 2);
    assert_eq!(n("timeline/1990-05.html"), 1);
    assert_eq!(n("timeline/1990-05-26.html"), 1);
    in_order(
        specimen.page("timeline/1990-05.html"),
        &[
            "<a href=\"../timeline.html\">Timeline</a> · <a href=\"1990.html\">1990</a>",
            "May 1990, day not stated",
            "<a href=\"1990-04.html\" rel=\"prev\"><span>Earlier: April 1990</span>",
        ],
    );
    assert_eq!(n("timeline/undated.html"), 500);
    assert_eq!(n("timeline/undated-2.html"), 1);
}

#[test]
fn an_index_too_long_for_one_page_has_a_page_for_each_letter() {
    let mut people = "[[person]]\nid = \"anna-meyer\"\nname = \"Anna Meyer\"\n".to_owned();
    let mut terms = String::new();
    let mut words = String::new();
    for n in 0..600 {
        // Surnames from Saaa on, and one in ten from Baaa on.
        let first = if n % 10 == 0 { 'B' } else { 'S' };
        let letter = |n: u32| char::from(b'a' + u8::try_from(n % 26).unwrap());
        let name = format!("{first}{}{}{}", letter(n / 150), letter(n / 26), letter(n));
        people.push_str(&format!(
            "[[person]]\nid = \"p{n}\"\nname = \"Old {name}\"\nnames = [\"{name}ov\"]\n"
        ));
        terms.push_str(&format!(
            "[[term]]\nterm = \"{first}{n:03}\"\nexpansion = \"Word\"\n"
        ));
        words.push_str(&format!("Old {name} knew {first}{n:03}. "));
    }
    let text = format!("{TALK}\nANNA MEYER: {words}\n\nPAUL STEIN: {{}}\n");
    let files = [
        ("site.toml", "title = \"T\"\n"),
        ("content/people.toml", &people),
        ("content/glossary.toml", &terms),
        ("content/documents/talk.txt", &text),
        ("content/pages/essay.md", "# E\n\n{{turn talk#t5}}\n"),
    ];
    let specimen = built(support::archive::archive(&files).path());
    let whole = specimen.page("people.html");
    assert!(!whole.contains("id=\"person-"));
    // More than 500 begin with S; its pages are told apart by the second letter.
    in_order(
        whole,
        &[
            "<a href=\"people/b.html\">B <span class=\"quiet\">(120)</span></a>",
            "<a href=\"people/m.html\">M <span class=\"quiet\">(1)</span></a>",
            "<a href=\"people/s-a.html\">Sa ",
            "<a href=\"people/s-b.html\">Sb ",
        ],
    );
    let mut n = 0;
    for (path, page) in specimen.texts("html") {
        if path.starts_with("people/") {
            let on_page = page.matches("<li id=\"person-").count();
            assert!(on_page > 0 && page.matches("<li").count() < 620, "{path}");
            n += on_page;
        }
    }
    assert_eq!(n, specimen.site.people.len());
    let sa = specimen.page("people/s-a.html");
    in_order(
        sa,
        &[
            "<meta name=\"description\" content=\"People: Sa. T: everyone who speaks,",
            "<p class=\"kicker\"><a href=\"../people.html\">People</a></p>",
            "<h1>People: Sa</h1>",
            "<a aria-current=\"page\">Sa ",
            "<li id=\"person-p1\">",
        ],
    );
    assert!(sa.contains("<a href=\"#person-p1\">"), "{sa}");
    // Entries are found from elsewhere.
    let talk = specimen.page("documents/talk.html");
    assert!(talk.contains("../people/s-a.html#person-p1\""));
    let glossary = specimen.page("glossary.html");
    assert!(glossary.contains("<a href=\"glossary/b.html\">B "));
    let essay = specimen.page("essay.html");
    assert!(essay.contains("href=\"glossary/b.html#"), "{essay}");
}

#[test]
fn places_and_subjects_of_many_documents_are_divided_too() {
    let records: Vec<(String, String)> = (0..505)
        .map(|n| {
            let letter = if n % 2 == 0 { "A" } else { "Z" };
            let record = format!(
                "title = \"Talk {n}\"\nplace = \"{letter}{n:03}\"\nplace_editors = \"Q{n:03}\"\nsubjects = [\"{letter}{n:03}\"]\n"
            );
            (format!("talk-{n}"), record)
        })
        .collect();
    let specimen = archive(&records);
    let places = specimen.page("places.html");
    assert!(!places.contains("<dt>"));
    in_order(
        places,
        &["places/a.html", "places/q-0.html", "places/z.html"],
    );
    let see = specimen.page("places/q-0.html");
    assert!(
        see.contains("<a href=\"a.html#place-a000\">A000</a>"),
        "{see}"
    );
    assert!(specimen.page("places/a.html").contains("id=\"place-a000\""));
    let subjects = specimen.page("subjects/z.html");
    assert!(subjects.contains("<dt>Z001</dt>"));
}
