//! On paper, and in a document of very many turns.

use crate::archive::{SITE, files_of, page_like};
use crate::page::Scheme;
use crate::world::{From, World};
use memcon::source;
use std::fmt::Write as _;
use std::fs;

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn a_printed_document_has_every_turn_and_its_running_head_on_each_page() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    let path = page_like("documents/1990-05-25");
    page.open(&world.address(From::Server, &path));
    let printed = source::document_bytes("printed.pdf", page.printed()).expect("it can be read");
    let text = &printed.source.text;
    let pages: Vec<String> = text.split('\u{c}').map(squeezed).collect();
    let pages: Vec<&String> = pages.iter().filter(|page| !page.is_empty()).collect();
    assert!(pages.len() > 3, "{} pages", pages.len());
    let (site, _) = &*SITE;
    let mut documents = site.documents.iter();
    let entry = documents
        .find(|entry| path.contains(entry.id.as_str()))
        .expect("the document is there");
    let title = squeezed(&entry.facts.title);
    let head = format!("{title}·25May1990·https://memcon.example/repo/{path}");
    for (number, page) in pages.iter().enumerate() {
        assert!(page.contains(&head), "page {}: {page}", number + 1);
    }
    let all: String = squeezed(text);
    for index in 0..entry.turns.len() {
        // The first words of a paragraph: later ones may be parted by the end of a page.
        for paragraph in &entry.turn(index).paragraphs {
            let words = paragraph.text.text().split_whitespace().take(4);
            let first: String = words.collect();
            assert!(all.contains(&first), "turn {}: {first}", index + 1);
        }
    }
}

#[test]
fn on_paper_nothing_is_offered_and_months_stand_side_by_side() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    let text = |path: &str| {
        page.open(&world.address(From::Server, path));
        let printed = source::document_bytes("printed.pdf", page.printed());
        printed.expect("it can be read").source.text.clone()
    };
    let speaker = text(&page_like("speakers/francois-mitterrand"));
    assert!(speaker.contains("Turns and words by year") && !speaker.contains("(CSV)"));
    let year = text("timeline/1990.html");
    let is_both = |line: &str| line.contains("May 1990") && line.contains("October 1990");
    assert!(year.lines().any(is_both), "{year}");
}

#[test]
fn a_document_of_very_many_turns_opens_at_any_of_them_and_is_found_through() {
    let Some(world) = World::get() else { return };
    let mut text = String::new();
    for n in 1..=2500 {
        let label = ["ANNA BERG", "PETER LANG"][n % 2];
        let words = "and so on, at some length, ".repeat(n % 9);
        writeln!(text, "{label}: This is number {n}, {words}as was said.\n").expect("a string");
    }
    let archive = tempfile::tempdir().expect("a folder for the archive");
    let documents = archive.path().join("content/documents");
    fs::create_dir_all(&documents)
        .and_then(|()| fs::write(archive.path().join("site.toml"), "title = \"Long\"\n"))
        .and_then(|()| fs::write(documents.join("long.txt"), text))
        .expect("the archive is written");
    let folder = tempfile::tempdir().expect("a folder for the site");
    let sources = source::load(archive.path()).expect("an archive");
    for (path, bytes) in files_of(&sources) {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().expect("a file has a folder"))
            .and_then(|()| fs::write(&file, bytes))
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
    let page = world.page();
    page.look(1280, 900, Scheme::Light);
    let address = format!("file://{}/documents/long.html", folder.path().display());
    for anchor in ["t2", "t1250", "t2499"] {
        page.open("about:blank");
        page.open(&format!("{address}#{anchor}"));
        page.until(&format!(
            "(() => {{ const text = document.querySelector('#{anchor} [data-words]').getBoundingClientRect(); \
               const bar = document.querySelector('.bar').getBoundingClientRect(); \
               return text.top >= bar.bottom && text.bottom < innerHeight; }})()"
        ));
    }
    // What is off screen is not drawn, but the browser's own search finds it.
    assert_eq!(
        page.text("getComputedStyle(document.getElementById('t9')).contentVisibility"),
        "auto"
    );
    assert!(page.is("window.find('This is number 1777,')"));
    page.until(
        "(() => { const place = getSelection().getRangeAt(0).getBoundingClientRect(); \
           return getSelection().anchorNode.parentElement.closest('.turn').id === 't1777' && place.top > 0 && place.bottom < innerHeight; })()",
    );
}
