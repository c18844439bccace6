//! What a reader of search loads, and when.

use crate::archive::FILES;
use crate::page::Page;
use crate::server::BASE;
use crate::world::{From, World};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;
use std::collections::BTreeSet;
use std::io::Write;

/// What a host says of a file before it gives it.
const HEAD: usize = 260;

/// Bytes of a file on its way, compressed as common hosts do.
fn weight(path: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(&FILES[path]).unwrap();
    encoder.finish().unwrap().len() + HEAD
}

/// The files of the site a page asked for.
fn loaded(page: &Page) -> BTreeSet<String> {
    let base = BASE.as_str();
    let seen = page.seen();
    let paths = seen.requests.iter().filter_map(|address| {
        let path = address.strip_prefix(base)?;
        Some(path.split(['?', '#']).next()?.to_owned())
    });
    paths.collect()
}

#[test]
fn the_first_result_is_there_after_60_kb() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, "search.html"));
    page.until("document.querySelector('[data-result-state=idle]') !== null");
    let files = loaded(&page);
    assert!(files.contains("search/index.js"), "{files:?}");
    let first: usize = files.iter().map(|path| weight(path)).sum();
    let block = page.count(
        "(async () => { const search = memconSearch; const engine = await search.open(); \
           const found = await search.find(engine, search.parse('the').tree); \
           return Math.floor(search.bestFirst(found.hits)[0].turn / engine.meta.block); })()",
    );
    let whole = first + weight(&format!("search/texts-{block}.js"));
    assert!(whole <= 60_000, "{whole}: {files:?}");
    // What only some questions need is not among it, and is there for them.
    for later in [
        "assets/js/search-filters.js",
        "assets/js/search-shards.js",
        "search/mentions.js",
    ] {
        assert!(
            FILES.contains_key(later) && !files.contains(later),
            "{later}"
        );
    }
    page.open(&world.address(From::Server, "search.html?q=mentions:kohl"));
    page.until("document.querySelector('[data-result-state=done]') !== null");
    assert!(page.count("document.querySelectorAll('[data-hit]').length") > 0);
    assert!(loaded(&page).contains("search/mentions.js"));
}

#[test]
fn of_many_forms_only_those_of_the_words_typed_are_loaded() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, "search.html"));
    page.until("document.querySelector('[data-result-state=idle]') !== null");
    let found = page.value(
        "(async () => { const search = memconSearch; const asked = []; \
           const parts = [{ 0: [['Ann'], ['Anna']], 2: [['Zed'], ['Ann Lee', 'Rob']] }, { 1: [['Bob'], ['Robert']], 2: [['Zed'], ['Ann Lee', 'Rob']] }]; \
           const tree = search.parse('\"ann lee\" =zoe robert n* -').tree; \
           const load = (part) => { asked.push(part); return Promise.resolve(parts[part]); }; \
           const groups = await search.formsFor({ beginnings: 'a n t' }, tree, load); \
           return [asked, groups.map((group) => group[0][0]), search.widen(tree, groups).added.map((one) => one.forms)]; })()",
    );
    assert_eq!(
        found,
        json!([[0, 1], ["Ann", "Bob", "Zed"], [["Zed"], ["Bob"]]])
    );
}

#[test]
fn before_and_after_a_hit_stand_its_neighbors_in_the_document_not_in_time() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, "search.html?q=confederation"));
    page.until("document.querySelector('[data-result-state=done]') !== null");
    // A document of five turns; what was said first is told last.
    let told = |hit: usize| {
        page.value(&format!(
            "(async () => {{ const search = memconSearch; await search.later('around'); const engine = await search.open(); \
               const meta = Object.assign({{}}, engine.meta, {{ n: 6, orders: {{ 0: [2, 3, 4, 0, 1] }}, \
                 turns: Object.assign({{}}, engine.meta.turns, {{ document: [0, 0, 0, 0, 0, 1] }}) }}); \
               const asked = []; const body = document.createElement('div'); \
               await search.showAround({{ meta, need: () => Promise.resolve(), \
                 texts: (turns) => {{ asked.push(...turns); return Promise.resolve(new Map()); }} }}, {hit}, body); \
               return asked; }})()"
        ))
    };
    assert_eq!(told(0), json!([4, 1]));
    assert_eq!(told(4), json!([3, 0]));
    assert_eq!(told(2), json!([3]));
}
