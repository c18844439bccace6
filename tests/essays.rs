//! Pages of an archive's own: the words they quote from documents are the documents', and an address that is not there stops the build.

mod support;

use memcon::diagnostic::{Code, Diagnostics};
use memcon::source::{Sources, TextFile};
use support::Specimen;

const TALK: &str = "---\ntitle: A talk\ndate: 1990-05-25\n---\n\nMs. GREEN: Good morning.\n\nMr. BROWN: First.\n\nSecond <b>. (Laughter.)\n\nThird.\n\n\
    [Two pages omitted in the original.]\n\nWhose words are these?\n\nMs. GREEN: Yes.\n";

/// An archive of one talk and one page.
fn archive(talk: &str, page: &str) -> (tempfile::TempDir, Sources) {
    let folder = support::archive::archive(&[
        ("content/documents/a-talk.md", talk),
        ("content/documents/a-talk.toml", "language = \"fr\"\n"),
        ("content/pages/essay.md", page),
    ]);
    let sources = support::load(folder.path());
    (folder, sources)
}

fn built(talk: &str, page: &str) -> Specimen {
    let (folder, sources) = archive(talk, page);
    support::specimen(folder.path(), sources)
}

fn essay(specimen: &Specimen) -> &str {
    specimen.page("essay.html")
}

/// The figure of a page that quotes.
fn figure(page: &str) -> &str {
    let start = page.find("<figure").unwrap();
    &page[start..page.find("</figure>").unwrap()]
}

/// What is reported about the page: code, line, column, help.
fn reports(page: &str) -> Vec<(Code, usize, usize, String)> {
    let (_folder, sources) = archive(TALK, page);
    support::archive::reports(&sources, "content/pages/essay.md")
}

#[test]
fn a_quoted_turn_has_its_label_its_words_its_address_and_its_citation() {
    let specimen = built(TALK, "# E\n\nBefore.\n\n{{turn a-talk#t2}}\n\nAfter.\n");
    let page = essay(&specimen);
    let figure = figure(page);
    for expected in [
        ">Mr. BROWN:</a></b>",
        "<a href=\"documents/a-talk.html#t2\">turn 2</a>",
        "<p class=\"quoted-words\" lang=\"fr\">First.</p>",
        "Second &lt;b&gt;. <i class=\"stage\">(Laughter.)</i>",
        "in “A talk,” 25 May 1990, turn 2 (",
    ] {
        assert!(figure.contains(expected), "{expected}\n{figure}");
    }
    assert!(page.find("Before.") < page.find("<figure"));
    assert!(page.find("</figure>") < page.find("After."));
}

#[test]
fn a_paragraph_says_of_which_turn_it_is_a_part() {
    let specimen = built(TALK, "{{turn a-talk#t2p2-p3}}\n");
    let figure = figure(essay(&specimen));
    assert!(
        figure
            .contains("<a href=\"documents/a-talk.html#t2p2\">turn 2, paragraphs 2 to 3 of 3</a>")
    );
    assert!(figure.contains("turn 2, pars. 2–3 ("), "{figure}");
    assert!(!figure.contains("First."));
    let specimen = built(TALK, "{{turn a-talk#t2p1}}\n");
    let figure = self::figure(essay(&specimen));
    assert!(figure.contains("turn 2, paragraph 1 of 3"));
    assert!(!figure.contains("Second"));
}

#[test]
fn a_range_shows_the_gaps_in_it_and_names_nobody_for_words_that_are_nobodys() {
    let specimen = built(TALK, "{{turn a-talk#t2p3-t4}}\n");
    let figure = figure(essay(&specimen));
    let places: Vec<Option<usize>> = [
        "Third.",
        "[Two pages omitted in the original.]",
        "Speaker not marked",
        "Whose words are these?",
        "Yes.",
    ]
    .iter()
    .map(|words| figure.find(words))
    .collect();
    assert!(places.iter().all(Option::is_some), "{figure}");
    assert!(places.is_sorted(), "{places:?}");
    assert!(figure.contains("turn 2, par. 3, to turn 4, par. 1"));
}

#[test]
fn a_correction_of_the_document_reaches_the_page() {
    let page = "{{turn a-talk#t1}}\n";
    assert!(essay(&built(TALK, page)).contains(">Good morning.</p>"));
    let corrected = TALK.replace("Good morning.", "Good evening.");
    let specimen = built(&corrected, page);
    assert!(essay(&specimen).contains(">Good evening.</p>"));
    assert!(!essay(&specimen).contains("Good morning."));
}

#[test]
fn an_address_may_be_written_as_it_is_copied_from_a_page() {
    for address in [
        "a-talk#t2",
        "documents/a-talk.html#t2",
        "https://memcon.example/repo/documents/a-talk.html#t2",
        "a-talk#t2-t4",
        "a-talk#t2–t4",
        "a-talk#t2-4",
        "a-talk#t2p1-t2p3",
        "a-talk#t2p1-3",
        "a-talk#t1, #t3",
    ] {
        assert_eq!(
            reports(&format!("{{{{turn {address}}}}}\n")),
            [],
            "{address}"
        );
    }
}

#[test]
fn an_address_that_is_not_there_is_an_error_that_names_the_nearest() {
    for (address, nearest) in [
        ("a-talk#t9", "a-talk#t4"),
        ("a-talk#t2p7", "a-talk#t2p3"),
        ("a-talk#t1p2", "a-talk#t1"),
        ("a-talk#t2-t9", "a-talk#t2-t4"),
        ("a-talk#t4-t2", "a-talk#t2-t4"),
        ("a-talk#gap1", "a-talk#t1"),
        ("a-talk", "a-talk#t1"),
        ("a-tlak#t2", "a-talk#t2"),
        ("#t3", "a-talk#t3"),
        ("a-talk#t2pé", "a-talk#t2p1"),
    ] {
        let found = reports(&format!("Words.\n\n{{{{turn {address}}}}}\n"));
        let help = format!("the nearest address there is: {{{{turn {nearest}}}}}");
        assert_eq!(found, [(Code::UnknownAddress, 3, 8, help)], "{address}");
        assert_eq!(
            reports(&format!("{{{{turn {nearest}}}}}\n")),
            [],
            "{nearest}"
        );
    }
}

#[test]
fn any_words_between_the_braces_are_read_or_reported() {
    let pieces = [
        "a-talk", "#", "t2", "p", "-", "–", ",", " ", "9", "é", "/", ".html", "{{", "*",
    ];
    let sources = in_memory();
    for one in pieces {
        for two in pieces {
            let mut sources = sources.clone();
            sources.pages = vec![TextFile {
                path: "content/pages/essay.md".to_owned(),
                text: format!("{{{{turn a-talk#{one}{two}}}}}\n"),
            }];
            let mut diagnostics = Diagnostics::new();
            let site = memcon::compile(&sources, &mut diagnostics);
            let page = &site.pages[0];
            let is_quoted = page.passages.iter().all(Option::is_some) && !page.passages.is_empty();
            assert!(is_quoted || diagnostics.has_errors(), "{one}{two}");
        }
    }
}

/// The talk without a theme.
fn in_memory() -> Sources {
    let mut sources = archive(TALK, "").1;
    sources.templates.clear();
    sources.assets.clear();
    sources
}

#[test]
fn an_essay_is_led_to_from_home_and_menu_and_cites_itself() {
    let page = "---\ntitle: On greetings\ndescription: Why they say it.\nkind: essay\nin_menu: yes\nmenu_title: Greetings\nlanguage: he\n---\n\nWords.\n";
    let specimen = built(TALK, page);
    let home = specimen.page("index.html");
    assert!(home.contains("<li><a href=\"essay.html\">Greetings</a></li>"));
    assert!(home.contains("<a href=\"essay.html\">On greetings</a></p>\n<p>Why they say it.</p>"));
    let page = essay(&specimen);
    assert!(page.contains("<article class=\"prose\" lang=\"he\" dir=\"rtl\">"));
    assert!(page.contains("<h1>On greetings</h1>"));
    assert!(page.contains("<meta name=\"description\" content=\"Why they say it.\">"));
    assert!(page.contains("“On greetings.” Archive."));
    assert!(page.contains("aria-current=\"page\">Greetings</a>"));
}

#[test]
fn every_passage_of_the_founding_lesson_stands_in_its_document() {
    let specimen = &support::specimens()[0];
    let pages = &specimen.site.pages;
    let n_quoted: usize = pages.iter().map(|page| page.passages.len()).sum();
    assert!(n_quoted >= 9, "{n_quoted}");
    assert!(
        pages
            .iter()
            .flat_map(|page| &page.passages)
            .all(Option::is_some)
    );
}
