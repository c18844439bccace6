//! The search page as a reader meets it: a question typed, a hit followed, the address, mistakes, filters.

use crate::archive::page_like;
use crate::page::Page;
use crate::server::WITHOUT_INDEX;
use crate::world::{From, World};

const DONE: &str = "document.querySelector('[data-result-state=done]') !== null";
const ERROR: &str = "document.querySelector('[data-result-state=error]') !== null";

fn count(page: &Page) -> usize {
    page.text("document.querySelector('[data-result-count]').dataset.resultCount")
        .parse()
        .unwrap()
}

fn hits(page: &Page) -> Vec<String> {
    let hits =
        page.value("[...document.querySelectorAll('[data-hit]')].map((hit) => hit.dataset.turn)");
    hits.as_array()
        .unwrap()
        .iter()
        .map(|hit| hit.as_str().unwrap().to_owned())
        .collect()
}

/// What Mitterrand said about confederation: asked, narrowed, followed to the turn.
fn finds_and_follows(from: From) {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(from, "search.html"));
    page.until("document.querySelector('[data-result-state=idle]') !== null");
    page.click("#q");
    page.type_text("confederation");
    page.press("Enter");
    page.until(DONE);
    let all = count(&page);
    page.click("input[name=speaker][value=francois-mitterrand]");
    page.until("location.search.includes('speaker=francois-mitterrand')")
        .until(DONE);
    let by_mitterrand = hits(&page);
    assert!(
        !by_mitterrand.is_empty() && by_mitterrand.len() <= all,
        "{by_mitterrand:?} of {all}"
    );
    assert!(
        page.is("[...document.querySelectorAll('[data-hit]')].every((hit) => \
                 [...hit.querySelectorAll('mark')].some((mark) => /confederation/i.test(mark.textContent)))"),
        "every hit shows the word, marked"
    );
    page.click("[data-hit] a");
    let document = by_mitterrand[0].split('#').next().unwrap().to_owned();
    let anchor = by_mitterrand[0].split('#').nth(1).unwrap().to_owned();
    page.until(&format!("location.pathname.endsWith('/documents/{document}.html') && document.readyState === 'complete'"));
    page.until("document.querySelector('mark') !== null");
    assert!(
        page.is(&format!(
            "[...document.getElementById('{anchor}').querySelectorAll('mark')].some((mark) => {{ \
               const box = mark.getBoundingClientRect(); \
               return /confederation/i.test(mark.textContent) && box.top >= 0 && box.bottom <= innerHeight; }})"
        )),
        "the word is marked and in view in {anchor}"
    );
    page.value("history.back()");
    page.until("location.pathname.endsWith('search.html')")
        .until(DONE);
    assert_eq!(hits(&page), by_mitterrand, "back to the same results");
    page.value("history.back()");
    page.until("!location.search.includes('speaker')")
        .until(DONE);
    assert_eq!(
        count(&page),
        all,
        "back to the search before it was narrowed"
    );
}

#[test]
fn a_question_is_typed_narrowed_and_followed_to_the_turn() {
    finds_and_follows(From::Server);
}

#[test]
fn a_question_is_typed_narrowed_and_followed_to_the_turn_from_disk() {
    finds_and_follows(From::Disk);
}

#[test]
fn a_search_uses_the_keyboard_alone() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, "index.html"));
    page.press("Tab");
    assert_eq!(
        page.text("document.activeElement.getAttribute('href')"),
        "#main",
        "the skip link comes first"
    );
    page.press("Enter");
    page.until("document.activeElement.id === 'main'");
    page.open(&world.address(From::Server, "index.html"));
    for presses in 1.. {
        page.press("Tab");
        if page.is("document.activeElement.name === 'q'") {
            break;
        }
        assert!(
            presses < 30,
            "the search field is not among the first {presses} stops"
        );
    }
    page.type_text("\"common European home\"");
    page.press("Enter");
    page.until("location.pathname.endsWith('/search.html')")
        .until(DONE);
    assert!(count(&page) > 0);
    for presses in 1.. {
        page.press("Tab");
        if page.is("document.activeElement.closest('[data-hit]') !== null") {
            break;
        }
        assert!(presses < 80, "no hit is reached by keyboard");
    }
    page.press("Enter");
    page.until("location.pathname.includes('/documents/') && location.hash !== ''");
    page.until("document.querySelector('mark') !== null");
}

#[test]
fn a_mistake_is_told_in_words_with_its_place() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    for (line, place, word) in [
        ("peace \"in our time", "\"", "never closed"),
        ("eu * rope", "*", "at least one letter"),
        ("color:red peace", "color:", "there is no filter"),
        ("peace OR", "OR", "needs something to find"),
        (
            "peace speaker:nobody-at-all",
            "speaker:nobody-at-all",
            "nobody who speaks",
        ),
        ("date:1990-13", "date:1990-13", "no date"),
    ] {
        let query = line.replace(' ', "+").replace('"', "%22");
        page.open(&world.address(From::Server, &format!("search.html?q={query}")));
        page.until(ERROR);
        assert_eq!(
            page.text("document.querySelector('[data-search-problem] mark').textContent"),
            place,
            "{line}"
        );
        let told = page.text("document.querySelector('[data-search-problem]').textContent");
        assert!(told.contains(word) && told.contains(line), "{line}: {told}");
        assert_eq!(count(&page), 0);
        assert_eq!(page.text("document.querySelector('#q').value"), line);
    }
}

#[test]
fn an_empty_query_with_a_filter_lists_turns_in_pages() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(
        From::Server,
        "search.html?speaker=mikhail-gorbachev&sort=date",
    ));
    page.until(DONE);
    let all = count(&page);
    assert!(all > 40, "{all}");
    let first = hits(&page);
    assert_eq!(first.len(), 20);
    page.click("[data-search-pages] a[rel=next]");
    page.until("location.search.includes('page=2')").until(DONE);
    let second = hits(&page);
    assert!(second.iter().all(|hit| !first.contains(hit)));
    assert!(page.is("document.querySelectorAll('[data-hit] mark').length === 0"));
}

#[test]
fn a_search_without_hits_offers_what_is_near() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, "search.html?q=confederation+zyxwvut"));
    page.until(DONE);
    assert_eq!((count(&page), hits(&page)), (0, vec![]));
    page.until("document.querySelector('[data-search-offers]:not([hidden])') !== null");
    let offer = page.text("document.querySelector('[data-search-offers] li').textContent");
    assert!(offer.contains("all but zyxwvut"), "{offer}");
    let promised: usize = offer
        .rsplit(' ')
        .nth(1)
        .and_then(|n| n.parse().ok())
        .unwrap();
    page.click("[data-search-offers] a");
    page.until("!location.search.includes('zyx')").until(DONE);
    assert_eq!(count(&page), promised);
}

#[test]
fn a_filter_shows_the_number_of_turns_it_gives() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, "search.html?q=europe*"));
    page.until(DONE);
    for list in ["speakers", "documents"] {
        let sum = page.count(&format!(
            "[...document.querySelectorAll('[data-search-{list}] .count')].reduce((sum, n) => sum + Number(n.textContent), 0)"
        ));
        assert_eq!(sum, count(&page), "{list}: each turn is one’s");
    }
    let promised =
        page.count("Number(document.querySelector('[data-search-dates] .count').textContent)");
    page.click("[data-search-dates] a");
    page.until("location.search.includes('from=')").until(DONE);
    assert_eq!(count(&page), promised);
}

#[test]
fn a_name_is_found_in_every_spelling_and_as_typed_by_one_click() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, "search.html?q=gorbachev"));
    page.until(DONE);
    let all = count(&page);
    page.open(&world.address(
        From::Server,
        "search.html?q=Горбачёв&speaker=francois-mitterrand",
    ));
    page.until(DONE);
    let by_mitterrand = count(&page);
    assert!(by_mitterrand > 0 && by_mitterrand <= all);
    let said = page.text("document.querySelector('[data-search-also]:not([hidden])').textContent");
    assert!(said.starts_with("Also for Горбачёв: Gorbachev."), "{said}");
    assert!(page.is("[...document.querySelectorAll('[data-hit]')].every((hit) => /Gorbachev/i.test(hit.querySelector('mark').textContent))"));
    page.click("[data-hit] a");
    page.until(
        "location.pathname.includes('/documents/') && document.querySelector('mark') !== null",
    );
    assert!(page.is("/gorbachev/i.test(document.querySelector('mark').textContent)"));
    page.value("history.back()");
    page.until("location.pathname.endsWith('search.html')")
        .until(DONE);
    page.click("[data-search-also] a");
    page.until("new URLSearchParams(location.search).get('q') === '=Горбачёв'")
        .until(DONE);
    assert_eq!(count(&page), 0);
    assert!(page.is("document.querySelector('[data-search-also]').hidden"));
}

#[test]
fn a_missing_file_is_told_and_leaves_other_ways() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, &format!("{WITHOUT_INDEX}search.html?q=peace")));
    page.until(ERROR);
    let told = page.text("document.querySelector('[data-search-plain]').innerText");
    assert!(told.contains("search/index.js"), "{told}");
    assert!(page.is("document.querySelector('[data-search-plain] a').checkVisibility()"));
}

#[test]
fn a_document_that_is_searched_for_nothing_has_no_marks() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, &page_like("documents/1990-05-25")));
    assert!(page.is("document.querySelectorAll('mark').length === 0"));
}
