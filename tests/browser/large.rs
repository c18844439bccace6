//! The index in shards, which large archives have, and that of elasticlunr, which small ones have: loaded whole, in part, damaged.

use crate::archive::{FILES, SHARDED};
use crate::page::Page;
use crate::server::{DAMAGED, IN_SHARDS};
use crate::world::{From, World};
use memcon::query;
use serde_json::json;

const DONE: &str = "document.querySelector('[data-result-state=done]') !== null";

fn n_hits(page: &Page) -> usize {
    page.count("document.querySelectorAll('[data-hit]').length")
}

fn problem(page: &Page) -> String {
    page.text("(() => { const problem = document.querySelector('[data-search-problem]'); return problem.hidden ? '' : problem.textContent; })()")
}

/// The data files of search that a page asked for.
fn loaded(page: &Page) -> Vec<String> {
    let seen = page.seen();
    let names = seen.requests.iter().filter_map(|address| {
        let name = address.split("/search/").nth(1)?;
        Some(name.trim_end_matches(".js").to_owned())
    });
    names.collect()
}

fn search_in_shards(from: From) {
    let Some(world) = World::get() else { return };
    let page = world.page();
    let file = format!("{IN_SHARDS}search.html");
    page.open(&format!("{}?q=confederation", world.address(from, &file)));
    page.until(DONE);
    assert!(n_hits(&page) > 1);
    let files = loaded(&page);
    let n_shards = SHARDED
        .keys()
        .filter(|path| path.starts_with("search/words-"))
        .count();
    assert!(n_shards > 4, "{n_shards}");
    let of_index = files.iter().filter(|name| !name.starts_with("texts-"));
    let of_index: Vec<&str> = of_index.map(String::as_str).collect();
    assert_eq!(of_index.len(), 2, "{files:?}");
    assert_eq!(of_index[0], "meta");
    assert!(of_index[1].starts_with("words-"), "{files:?}");
    // The filters are empty until they are opened; then they count what was found.
    assert_eq!(
        page.count("document.querySelectorAll('input[name=speaker]').length"),
        0
    );
    page.click("[data-search-filters] summary");
    page.until("document.querySelectorAll('input[name=speaker]').length > 0");
    let counted = "(() => { const counts = [...document.querySelectorAll('[data-search-documents] .count')]; \
                   return counts.reduce((sum, count) => sum + Number(count.textContent), 0); })()";
    let found = page.text("document.querySelector('[data-result-count]').dataset.resultCount");
    assert_eq!(page.count(counted).to_string(), found);
    assert_eq!(page.seen().messages, Vec::<String>::new());
}

#[test]
fn of_an_index_in_shards_only_what_a_question_needs_is_loaded() {
    search_in_shards(From::Server);
}

#[test]
fn an_index_in_shards_works_from_disk() {
    search_in_shards(From::Disk);
}

#[test]
fn filters_and_near_spellings_work_in_shards() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    let address = world.address(From::Server, &format!("{IN_SHARDS}search.html"));
    page.open(&format!(
        "{address}?q=the+date:1990&speaker=francois-mitterrand"
    ));
    page.until(DONE);
    assert!(n_hits(&page) > 3);
    assert!(page.is("[...document.querySelectorAll('[data-hit] .hit-head')].every((head) => /mitterrand/i.test(head.textContent))"));
    page.open(&format!("{address}?q=confederasion"));
    page.until("!document.querySelector('[data-search-offers]').hidden");
    let offers = page.text("document.querySelector('[data-search-offers]').textContent");
    assert!(offers.contains("confederation"), "{offers}");
}

#[test]
fn what_is_missing_is_named_and_the_rest_is_shown() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    let shard = String::from_utf8(SHARDED["search/words-1.js"].clone()).unwrap();
    let words = shard.split("\"words\":\"").nth(1).unwrap();
    let lost = words.split([' ', '"']).next().unwrap();
    let address = world.address(From::Server, &format!("{DAMAGED}search.html"));
    page.open(&format!("{address}?q={lost}+OR+confederation"));
    page.until(DONE);
    assert!(n_hits(&page) > 1);
    let said = problem(&page);
    assert!(said.contains("search/words-1.js"), "{said}");
    assert!(!said.contains("texts-"), "{said}");
    // The first twenty turns in order of time are in part in the texts that are not there.
    page.open(&format!("{address}?q=&to=2020&sort=date"));
    page.until(DONE);
    let n = n_hits(&page);
    assert!(n > 0 && n < 20, "{n}");
    let said = problem(&page);
    assert!(said.contains("search/texts-2.js"), "{said}");
    assert!(!said.contains("words-"), "{said}");
    // A question that needs none of them is answered in full.
    page.open(&format!("{address}?q=&to=2020&sort=date&page=2"));
    page.until(DONE);
    assert_eq!((n_hits(&page), problem(&page)), (20, String::new()));
}

/// The index of elasticlunr is one that the program of that name reads and searches by itself, as it was published (version 0.9.5).
#[test]
fn elasticlunr_itself_searches_its_index() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, "search.html"));
    page.until("document.querySelector('[data-result-state=idle]') !== null");
    assert_eq!(page.text("elasticlunr.version"), "0.9.5");
    let published = &FILES["assets/js/vendor/elasticlunr.js"];
    assert_eq!(published.len(), 17_827);
    let turns = String::from_utf8(FILES["data/turns.jsonl"].clone()).unwrap();
    let turns: Vec<serde_json::Value> = turns
        .lines()
        .map(|turn| serde_json::from_str(turn).unwrap())
        .collect();
    for word in [
        "confederation",
        "germany",
        "the",
        "i",
        "ussr",
        "zzz",
        "germa",
        "the l",
    ] {
        let found = page.value(&format!(
            "memconSearch.load('index').then((data) => {{ const index = elasticlunr.Index.load(data); \
               return memconSearch.open().then((engine) => index.search('{word}', {{}}).map((hit) => {{ \
                 const turn = Number(hit.ref); const turns = engine.meta.turns; \
                 return engine.meta.documents[turns.document[turn]].id + '#' + turns.anchor[turn]; }}).sort()); }})"
        ));
        let holds = |turn: &&serde_json::Value| {
            let words = query::words(turn["text"].as_str().unwrap());
            word.split(' ')
                .any(|asked| words.iter().any(|one| one.folded == asked))
        };
        let name = |turn: &serde_json::Value| {
            let field = |name: &str| turn[name].as_str().unwrap().to_owned();
            format!("{}#{}", field("document"), field("anchor"))
        };
        let mut meant: Vec<String> = turns.iter().filter(holds).map(name).collect();
        meant.sort();
        assert_eq!(found, json!(meant), "{word}");
    }
    // The beginning of a word, which is none itself, together with a word.
    let both = "memconSearch.load('index').then((data) => \
                  elasticlunr.Index.load(data).search('the germa', { bool: 'AND' }).length)";
    assert_eq!(page.value(both), json!(0));
}
