//! The page “this archive tested”: what the build finds of the principles for editions that last, as facts with numbers.

mod support;

use std::collections::BTreeMap;
use support::archive::{archive, built, run_in};
use support::{Specimen, named, specimens};

const TALK: &str = "Ada Green: Good morning.\n\nBen Brown: Good morning to you.\n\nAda Green: The letter is on the table.\n";

const WHOLE: &str = "rights = \"CC0\"\nbase_url = \"https://harbor.example/\"\n[edition]\nname = \"First\"\ndate = \"2026-01-02\"\n";

/// The principles by title: state and facts.
fn principles(site: &Specimen) -> BTreeMap<String, (String, String)> {
    let page = site.page("tested.html");
    let parts = page.split("<h3>").skip(1);
    let read = parts.map(|part| {
        let (title, rest) = part.split_once(": <span").unwrap();
        let (_, state) = rest.split_once("data-state=\"").unwrap();
        let (state, rest) = state.split_once('"').unwrap();
        let facts = rest.split("</ul>").next().unwrap();
        (title.to_owned(), (state.to_owned(), facts.to_owned()))
    });
    read.collect()
}

#[track_caller]
fn expect(site: &Specimen, title: &str, state: &str, fact: &str) {
    let principles = principles(site);
    let (is, facts) = &principles[title];
    assert_eq!(is, state, "{title}: {facts}");
    assert!(facts.contains(fact), "{fact} is not in {facts}");
}

#[test]
fn an_archive_that_says_everything_holds_what_a_build_can_see() {
    let site = built(
        archive(&[
            ("site.toml", WHOLE),
            ("content/documents/a.txt", TALK),
            ("content/documents/a.toml", "rights = \"CC0\"\n"),
        ])
        .path(),
    );
    let mut states: BTreeMap<String, usize> = BTreeMap::new();
    for (state, _) in principles(&site).values() {
        *states.entry(state.clone()).or_default() += 1;
    }
    let expected = [("holds", 17), ("part", 1), ("unchecked", 2)];
    let expected = expected.map(|(state, n)| (state.to_owned(), n));
    assert_eq!(states, BTreeMap::from(expected));
    // The numbers are those of the site.
    let pages = site.texts("html").count();
    let n_files = site.files.len();
    for (title, fact) in [
        (
            "No other host is needed",
            format!("Pages looked at: {pages}; requests to other hosts: 0."),
        ),
        (
            "Nothing runs on a server",
            format!("Files, all of them lying ready: {n_files} ("),
        ),
        (
            "Pages can be read without scripts and styles",
            "page itself: 3 of 3.".to_owned(),
        ),
        (
            "Every page says which edition it is",
            format!("Pages that name “First”: {pages} of {pages}."),
        ),
    ] {
        expect(&site, title, "holds", &fact);
    }
}

#[test]
fn what_does_not_hold_is_told_with_its_place() {
    let site = built(
        archive(&[
            ("site.toml", ""),
            ("content/documents/a.txt", TALK),
            ("content/documents/a.toml", "source = \"withhold\"\n"),
            ("content/documents/noise.bin", "\u{0}\u{1}"),
            (
                "content/pages/about.md",
                "# About\n\n[Gone](documents/gone.html)\n",
            ),
            (
                "templates/parts/foot.html",
                "<footer><img src=\"https://counter.example/1.png\" alt=\"\"></footer>",
            ),
        ])
        .path(),
    );
    for (title, state, fact) in [
        (
            "No other host is needed",
            "fails",
            "404.html asks for https://counter.example/1.png",
        ),
        (
            "An edition is whole and consistent",
            "fails",
            "about.html leads to documents/gone.html",
        ),
        (
            "Every page says which edition it is",
            "fails",
            "The archive names no edition.",
        ),
        (
            "The data are part of what is published",
            "fails",
            "as received: 0 of 1;",
        ),
        (
            "It is said what may be done with the texts",
            "fails",
            "a statement of rights: 0 of 1.",
        ),
        (
            "The data are tested at every build",
            "part",
            "Files that could not be read: 1.",
        ),
        (
            "It is said how to cite",
            "part",
            "The archive names no published address",
        ),
    ] {
        expect(&site, title, state, fact);
    }
}

#[test]
fn words_that_a_template_leaves_out_of_a_page_are_missed() {
    let site = built(
        archive(&[
            ("site.toml", WHOLE),
            ("content/documents/a.txt", TALK),
            (
                "templates/document.html",
                "<!doctype html><title>x</title><script>1</script><p id=\"t2\">",
            ),
        ])
        .path(),
    );
    let title = "Pages can be read without scripts and styles";
    expect(&site, title, "part", "page itself: 1 of 3.");
    let title = "Nothing but HTML, CSS and JavaScript";
    expect(&site, title, "part", "script or style inside them: 1.");
}

#[test]
fn the_page_is_led_to_and_is_the_same_asked_for_by_itself() {
    let folder = archive(&[("site.toml", WHOLE), ("content/documents/a.txt", TALK)]);
    let site = built(folder.path());
    for page in ["index.html", "data.html", "documents/a.html"] {
        assert!(site.page(page).contains("tested.html\""), "{page}");
    }
    assert!(site.page("sitemap.xml").contains("tested.html"));
    let output = run_in(folder.path(), &["build", "-q"]);
    assert!(output.status.success(), "{output:?}");
    let written = std::fs::read(folder.path().join("public/tested.html")).unwrap();
    assert_eq!(written, site.files["tested.html"]);
}

#[test]
fn every_fixture_leads_nowhere_else_and_has_all_its_turns() {
    for site in specimens() {
        let principles = principles(site);
        assert_eq!(principles.len(), 20, "{}", site.name);
        for title in [
            "No other host is needed",
            "Pages can be read without scripts and styles",
            "Nothing but HTML, CSS and JavaScript",
        ] {
            let Some((state, facts)) = principles.get(title) else {
                // In another language.
                continue;
            };
            assert_eq!(state, "holds", "{}: {title}: {facts}", site.name);
        }
    }
    let founding = principles(named(""));
    assert_eq!(founding.len(), 20);
}
