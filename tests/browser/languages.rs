//! A site in another language than English: what scripts say is said in it, also from disk.

use crate::archive::files_in;
use crate::world::World;
use std::fs;

const STATUS: &str = "document.querySelector('[role=status]').textContent";

/// A search in the site of a language, from disk: the states of its status line, empty, with hits and without.
fn searched(world: &World, language: &str, with: &str, without: &str) -> [String; 3] {
    let folder = tempfile::tempdir().expect("a folder for the site");
    for (path, bytes) in files_in(language) {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().expect("a file has a folder"))
            .and_then(|()| fs::write(&file, bytes))
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
    let page = world.page();
    let search = format!("file://{}/search.html", folder.path().display());
    page.open(&search);
    page.until("document.querySelector('[data-result-state=idle]') !== null");
    let idle = page.text(STATUS);
    let [found, nothing] = [with, without].map(|query| {
        page.open(&format!("{search}?q={query}"));
        page.until("document.querySelector('[data-result-state=done]') !== null");
        page.text(STATUS)
    });
    assert!(
        page.seen().messages.is_empty(),
        "{:?}",
        page.seen().messages
    );
    [idle, found, nothing]
}

#[test]
fn a_french_site_is_searched_in_french() {
    let Some(world) = World::get() else { return };
    assert_eq!(
        searched(
            &world,
            "fr",
            "confederation&speaker=francois-mitterrand",
            "xyzzy&from=1990&to=1991"
        ),
        [
            "La recherche porte sur 107 interventions.",
            "3 interventions trouvées pour confederation, parole de François Mitterrand.",
            "Rien n’a été trouvé pour xyzzy, dates\u{a0}: 1990 à 1991.",
        ]
    );
}

#[test]
fn a_russian_site_counts_hits_as_russian_does() {
    let Some(world) = World::get() else { return };
    let [idle, one, _] = searched(&world, "ru", "&speaker=jacques-attali", "xyzzy");
    assert_eq!(idle, "Для поиска доступно: 107 реплик.");
    assert_eq!(one, "Найдено: 1 реплика, говорит Jacques Attali.");
}
