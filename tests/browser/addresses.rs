//! Addresses that were published before an edit: they lead to the same words after it, from disk, with scripts and without.

use crate::access;
use crate::world::World;
use memcon::diagnostic::Diagnostics;
use memcon::pages::Theme;
use memcon::progress::Nobody;
use memcon::{compile, output, source};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const TALK: &str = "Ms. Green: We have come a long way since the spring of that year.\n\n\
    Mr. Gray: The second question is about the treaty and its last paragraph.\n\n\
    Ms. Green: I would rather speak about the grain and the credits for it.\n\n\
    Mr. Gray: Then let us meet again in the autumn, here or in Paris.\n";

const MINUTES: &str = "Ann: The minutes of the last meeting are read.\n\nBen: They are approved as read, with thanks.\n\nAnn: Good.\n";

fn write(folder: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let file = folder.join(path);
    fs::create_dir_all(file.parent().expect("a file has a folder"))
        .and_then(|()| fs::write(&file, bytes))
        .unwrap_or_else(|error| panic!("{path}: {error}"));
}

/// Builds the archive in a folder: its site stands in `public`, its locks beside it.
fn build(folder: &Path) {
    let sources = source::load(folder).expect("it is an archive");
    let mut diagnostics = Diagnostics::new();
    let site = compile(&sources, &mut diagnostics);
    let theme = Theme::new(&sources.templates, &site.interface, &mut diagnostics);
    let target = output::Target {
        archive: folder,
        folder: &folder.join("public"),
        foreign: output::Foreign::Keep,
        copies: &output::Copies::default(),
        made_from: None,
    };
    output::write(
        &site,
        &theme.expect("the theme has no errors"),
        target,
        &Nobody,
    )
    .expect("it is written");
}

/// A site after a file was renamed and corrected, two turns became one, and a document was withdrawn.
fn edited() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for the archive");
    let path = folder.path();
    write(path, "site.toml", "title = \"Talks\"\n");
    write(path, "content/documents/talk.txt", TALK);
    write(path, "content/documents/minutes.txt", MINUTES);
    build(path);
    fs::remove_file(path.join("content/documents/talk.txt")).expect("it was there");
    let later = TALK.replace("\n\nMs. Green: I would", " I would");
    let later = later.replace("autumn", "fall");
    write(path, "content/documents/meeting.txt", later);
    let record = "status = \"withdrawn\"\nstatus_date = \"2026-01-02\"\n";
    write(path, "content/documents/minutes.toml", record);
    build(path);
    folder
}

#[test]
fn an_old_address_leads_to_the_words() {
    let Some(world) = World::get() else { return };
    let folder = edited();
    let documents = format!("file://{}/public/documents", folder.path().display());
    let page = world.page();
    page.go(&format!("{documents}/talk.html?q=paris#t4"));
    page.until("location.pathname.endsWith('/meeting.html') && document.readyState === 'complete'");
    assert_eq!(page.text("location.search + location.hash"), "?q=paris#t4");
    let words = "document.querySelector(':target').textContent";
    assert!(page.text(words).contains("let us meet again in the fall"));
    page.go(&format!("{documents}/talk.html"));
    page.until("location.pathname.endsWith('/meeting.html') && location.hash === '' && document.readyState === 'complete'");
    // The words of the turn that is gone are where its mark leads.
    let gone = page.text("document.querySelector('.turn-mark').id");
    page.go(&format!("{documents}/talk.html#{gone}"));
    page.until("document.querySelector('.turn-mark:target') !== null");
    let words = "document.querySelector(document.querySelector('.turn-mark a').hash).textContent";
    assert!(page.text(words).contains("last paragraph. I would rather"));
    let seen = page.seen();
    assert!(seen.messages.is_empty(), "{:?}", seen.messages);
}

#[test]
fn without_scripts_the_old_page_links_each_place() {
    let Some(world) = World::get() else { return };
    let folder = edited();
    let documents = format!("file://{}/public/documents", folder.path().display());
    let page = world.page();
    page.without_scripts();
    page.open(&format!("{documents}/talk.html#t4"));
    let link = page.text("document.querySelector(':target a').href");
    assert_eq!(link, format!("{documents}/meeting.html#t4"));
    page.open(&format!("{documents}/minutes.html#t2"));
    assert!(page.is("document.querySelector(':target') !== null"));
}

#[test]
fn notices_and_marks_are_accessible() {
    let Some(world) = World::get() else { return };
    let folder = edited();
    let documents = format!("file://{}/public/documents", folder.path().display());
    let mut found = Vec::new();
    for name in ["meeting.html", "minutes.html"] {
        let page = world.page();
        page.open(&format!("{documents}/{name}"));
        let Some(of_page) = access::violations(&page) else {
            return;
        };
        found.extend(of_page);
    }
    // The page that leads on stays where it is only if its script is not there.
    fs::remove_file(folder.path().join("public/assets/js/moved.js")).expect("it was there");
    let page = world.page();
    page.open(&format!("{documents}/talk.html"));
    found.extend(access::violations(&page).into_iter().flatten());
    assert!(found.is_empty(), "{}", found.join("\n"));
}
