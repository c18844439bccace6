//! axe-core over every kind of page, in light and dark: no violation of WCAG A and AA, of good practice, or of contrast at AAA.

use crate::archive::{SITE, page_like, pages};
use crate::page::{Page, Scheme};
use crate::world::{self, From, World};
use std::fs;

const AXE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/browser/node_modules/axe-core/axe.min.js"
);

/// One page of each kind, all documents, and the search at work.
fn kinds() -> Vec<String> {
    let mut paths: Vec<String> = [
        "index.html",
        "people.html",
        "timeline.html",
        "search.html",
        "data.html",
        "tested.html",
        "404.html",
    ]
    .map(str::to_owned)
    .into();
    paths.extend(
        SITE.0
            .documents
            .iter()
            .map(|entry| format!("documents/{}.html", entry.id)),
    );
    paths.extend(
        pages()
            .into_iter()
            .filter(|path| path.ends_with(".source.html"))
            .take(1),
    );
    paths.push(page_like("speakers/"));
    paths.extend(pages().into_iter().filter(|path| path == "about.html"));
    paths.push("search.html?q=confederation".to_owned());
    paths.push("search.html?q=gorbatchev&view=lines&group=document".to_owned());
    paths.push("search.html?q=%22never+said+so%22+europe".to_owned());
    paths.push("search.html?q=%22open".to_owned());
    paths.push(format!(
        "{}?q=europe*#t3",
        page_like("documents/1990-05-25")
    ));
    paths
}

/// What axe finds wrong with a page; `None` where axe is not there.
pub(crate) fn violations(page: &Page) -> Option<Vec<String>> {
    let Ok(axe) = fs::read_to_string(AXE) else {
        world::missing("axe-core: run npm ci in tests/browser");
        return None;
    };
    page.value(&format!("{axe}; undefined"));
    let violations = page.value(
        "axe.run(document, { \
           runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], \
           rules: { 'color-contrast-enhanced': { enabled: true } } \
         }).then((result) => result.violations.map((v) => [v.id, v.nodes.length, v.nodes[0].html, v.nodes[0].failureSummary]))",
    );
    let violations = violations.as_array().expect("axe gives a list");
    Some(violations.iter().map(ToString::to_string).collect())
}

fn check(scheme: Scheme, width: u32) {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.look(width, 900, scheme);
    let mut found = Vec::new();
    for path in kinds() {
        page.open(&world.address(From::Server, &path));
        if path.starts_with("search.html") {
            page.until("/done|idle|error/.test(document.querySelector('[data-result-state]').dataset.resultState)");
        }
        let Some(of_page) = violations(&page) else {
            return;
        };
        found.extend(of_page.into_iter().map(|one| format!("{path}: {one}")));
    }
    assert!(
        found.is_empty(),
        "{scheme:?}, {width} pixels:\n{}",
        found.join("\n")
    );
}

#[test]
fn every_kind_of_page_is_accessible_in_light_colors() {
    check(Scheme::Light, 1280);
}

#[test]
fn every_kind_of_page_is_accessible_in_dark_colors() {
    check(Scheme::Dark, 1280);
}

#[test]
fn every_kind_of_page_is_accessible_on_a_phone() {
    check(Scheme::Light, 390);
}
