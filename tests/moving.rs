//! An archive that gets another address: every citation says so, and what was published at the old one is listed with where it is now.

mod support;

use memcon::diagnostic::Code;
use support::Specimen;
use support::archive::{archive, built};

const TALK: &str = "Ada Green: Good morning.\n\nBen Brown: Good morning to you.\n\nAda Green: The letter is on the table.\n";

const OLD: &str = "https://old.example/talks/";

fn site(config: &str) -> Specimen {
    let folder = archive(&[
        ("site.toml", config),
        ("content/documents/a.txt", TALK),
        ("content/documents/a.toml", "date = \"1990\"\n"),
        (
            "content/pages/about.md",
            "---\nkind: essay\n---\n# About\n\nWords.\n",
        ),
    ]);
    built(folder.path())
}

fn before() -> Specimen {
    site(&format!("base_url = \"{OLD}\"\n"))
}

fn after() -> Specimen {
    site(&format!(
        "base_url = \"https://new.example/\"\nearlier_base_urls = [\"{}\"]\n",
        OLD.trim_end_matches('/')
    ))
}

#[test]
fn every_citation_says_that_the_archive_moved() {
    let (before, after) = (before(), after());
    for path in [
        "documents/a.html",
        "documents/a.ris",
        "documents/a.bib",
        "documents/a.csl.json",
        "about.html",
    ] {
        assert!(!before.page(path).contains("formerly at"), "{path}");
        let said = "formerly at https://old.example/talks/";
        assert!(after.page(path).contains(said), "{path}");
    }
    let document = &after.site.documents[0];
    let turn = memcon::citation::turn(&after.site, document, 1).text;
    assert!(
        turn.contains("; formerly at https://old.example/talks/)"),
        "{turn}"
    );
    assert!(
        turn.ends_with("https://new.example/documents/a.html#t2."),
        "{turn}"
    );
    for style in &memcon::citation::Forms::of(&after.site, document).styles {
        assert!(style.document.contains("formerly at"), "{}", style.document);
    }
}

#[test]
fn canonical_addresses_are_the_new_ones_and_old_ones_are_listed() {
    let (before, after) = (before(), after());
    let canonical = "<link rel=\"canonical\" href=\"https://new.example/documents/a.html\">";
    assert!(after.page("documents/a.html").contains(canonical));
    assert!(!after.page("sitemap.xml").contains("old.example"));
    // Every address that was published at the old place stands beside the new one.
    let rows = |site: &Specimen| -> Vec<Vec<String>> {
        let table = site.page("data/addresses.csv").lines().skip(1);
        let cells = |line: &str| line.trim_end().split(',').map(str::to_owned).collect();
        table.map(cells).collect()
    };
    let new = rows(&after);
    let old = rows(&before);
    assert!(!old.is_empty());
    for (old, new) in old.iter().zip(&new) {
        assert!(old[4].starts_with(OLD), "{old:?}");
        assert_eq!(old[5], "");
        assert_eq!(new[5], old[4]);
        assert_eq!(new[4], old[4].replace(OLD, "https://new.example/"));
        assert_eq!(new[..4], old[..4]);
    }
}

#[test]
fn what_is_known_by_its_address_keeps_it() {
    let (before, after) = (before(), after());
    let named = |site: &Specimen, file: &str, tag: &str| -> Vec<String> {
        let text = site.page(file).to_owned();
        let begins = format!("<{tag}>");
        let parts = text.split(&begins).skip(1);
        let ends = format!("</{tag}>");
        parts
            .map(|part| part.split(&ends).next().unwrap().to_owned())
            .collect()
    };
    for (file, tag) in [("feed.xml", "id"), ("data/oai.xml", "oai:identifier")] {
        let ids = named(&before, file, tag);
        assert!(!ids.is_empty(), "{file}");
        assert_eq!(named(&after, file, tag), ids, "{file}");
    }
    assert!(
        after
            .page("feed.xml")
            .contains("https://new.example/documents/a.html")
    );
}

#[test]
fn an_earlier_address_that_is_none_is_reported() {
    let folder = archive(&[("site.toml", "earlier_base_urls = [\"old.example\"]\n")]);
    let sources = memcon::source::load(folder.path()).unwrap();
    let found = support::archive::reports(&sources, "site.toml");
    let is_it = |one: &&(Code, usize, usize, String)| one.0 == Code::BadValue;
    let (_, line, column, help) = found.iter().find(is_it).unwrap();
    assert_eq!((*line, *column), (1, 22));
    assert!(help.contains("earlier_base_urls = ["), "{help}");
}
