//! Which blocks of a page belong to the site and not to the document: menus, footers, buttons.
//!
//! Two witnesses: the page's own elements (`<nav>`, `role="banner"`, buttons), and a readability library, which finds the element that
//! holds the main text. The library is trusted only as far as that element goes: inside it nothing is left out for its sake, so that no
//! turn is lost because it is short or full of links. What is left out stays in the reading text and is listed.

use super::super::blocks::Block;
use super::walk::{self, Page};
use crate::source::caught;
use dom_smoothie::{Config, Readability};
use std::collections::BTreeSet;

/// An element whose text may be the site's.
pub(super) struct Region {
    kind: RegionKind,
    /// The region around it.
    around: Option<usize>,
    depth: usize,
    in_article: bool,
    has_heading: bool,
    /// Letters and digits in it.
    n_letters: usize,
}

/// Why an element's text may be the site's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum RegionKind {
    /// Menus, buttons, search boxes: never a document's text.
    Control,
    /// A page's head, foot or side: the site's, unless it stands inside the article or holds the heading.
    Edge,
    /// A form: the site's if it is small. Some systems wrap the whole page in one.
    Form,
    /// Not shown until a reader asks for it: the site's if it is small. A transcript may be folded away.
    Hidden,
}

/// A region within more than this many others is not looked at by itself.
const DEEPEST: usize = 16;
/// What holds more than this much of a page's text is no chrome, whatever it calls itself: one in …
const LARGEST_SHARE: usize = 3;
/// Letters in a form or a hidden element that is more than a control.
const SMALL: usize = 300;

impl RegionKind {
    /// What an element's name and attributes say of it.
    pub(super) fn of<'t>(
        name: &str,
        attribute: impl Fn(&str) -> Option<&'t str>,
    ) -> Option<RegionKind> {
        let role = attribute("role").unwrap_or("");
        let style = attribute("style").unwrap_or("");
        let has = |what: &str| {
            let plain: String = style.chars().filter(|c| !c.is_whitespace()).collect();
            plain.to_ascii_lowercase().contains(what)
        };
        let is_hidden = attribute("hidden").is_some()
            || !style.is_empty() && (has("display:none") || has("visibility:hidden"));
        match (name, role) {
            ("nav" | "button" | "select" | "textarea" | "dialog" | "search", _)
            | (_, "navigation" | "search" | "button" | "menu" | "menubar" | "dialog" | "alert") => {
                Some(RegionKind::Control)
            }
            ("header" | "footer" | "aside", _)
            | (_, "banner" | "contentinfo" | "complementary") => Some(RegionKind::Edge),
            ("form", _) => Some(RegionKind::Form),
            _ if is_hidden => Some(RegionKind::Hidden),
            _ => None,
        }
    }
}

impl Region {
    pub(super) fn new(
        kind: RegionKind,
        around: Option<usize>,
        in_article: bool,
        regions: &[Region],
    ) -> Region {
        let depth = around.map_or(0, |around| regions[around].depth + 1);
        Region {
            kind,
            // A chain too long is cut, so that it can be followed for every block.
            around: around.filter(|_| !depth.is_multiple_of(DEEPEST)),
            depth,
            in_article,
            has_heading: false,
            n_letters: 0,
        }
    }

    fn is_chrome(&self, n_letters: usize) -> bool {
        if self.n_letters * LARGEST_SHARE > n_letters {
            return false;
        }
        match self.kind {
            RegionKind::Control => true,
            RegionKind::Edge => !self.in_article && !self.has_heading,
            RegionKind::Form | RegionKind::Hidden => self.n_letters <= SMALL,
        }
    }
}

/// Counts a block for the regions it stands in.
pub(super) fn count(regions: &mut [Region], region: Option<usize>, text: &str, is_heading: bool) {
    let n = n_letters(text);
    let mut at = region;
    while let Some(index) = at {
        regions[index].n_letters += n;
        regions[index].has_heading |= is_heading;
        at = regions[index].around;
    }
}

/// For each block of a page whether it is the site's.
pub(super) fn find(html: &str, page: &Page) -> Vec<bool> {
    let sizes: Vec<usize> = page
        .blocks
        .iter()
        .map(|found| n_letters(&found.block.text))
        .collect();
    let total: usize = sizes.iter().sum();
    let mut is_chrome: Vec<bool> = page
        .blocks
        .iter()
        .map(|found| {
            let mut at = found.region;
            std::iter::from_fn(|| {
                let region = &page.regions[at?];
                at = region.around;
                Some(region)
            })
            .any(|region| region.is_chrome(total))
        })
        .collect();
    let Some(main) = main_container(html, page, &is_chrome, &sizes) else {
        return is_chrome;
    };
    let inside = |block: usize| is_within(page, page.blocks[block].container, main);
    let heading = page.blocks.iter().position(|found| {
        found
            .region
            .is_none_or(|region| !page.regions[region].is_chrome(total))
            && found.is_heading
    });
    let first = (0..page.blocks.len()).find(|&block| inside(block));
    for (block, flag) in is_chrome.iter_mut().enumerate() {
        // A heading before the main text, and what stands between them (date, place, who was there), is the document's.
        let is_head = heading.is_some_and(|heading| heading <= block)
            && first.is_some_and(|first| block < first);
        *flag |= !inside(block) && !is_head;
    }
    is_chrome
}

/// Pages larger than this are read whole: the library keeps several trees of them.
const LARGEST_PAGE: usize = 8 * 1024 * 1024;
/// Pages with more tags, nested deeper or with more left open are not what the library is made for.
const MOST_TAGS: usize = 300_000;
const DEEPEST_PAGE: usize = 200;
const MOST_UNCLOSED: usize = 500;
/// Below this many letters there is no telling what is main.
const SHORTEST: usize = 400;

/// The innermost element that holds all of the main text, where there is one that leaves something out.
fn main_container(html: &str, page: &Page, is_chrome: &[bool], sizes: &[usize]) -> Option<usize> {
    let candidates: usize = sizes
        .iter()
        .zip(is_chrome)
        .filter(|(_, c)| !**c)
        .map(|(n, _)| n)
        .sum();
    let is_odd = html.len() > LARGEST_PAGE
        || page.n_tags > MOST_TAGS
        || page.depth > DEEPEST_PAGE
        || page.n_unclosed > MOST_UNCLOSED;
    if is_odd || page.containers.len() < 4 || candidates < SHORTEST {
        return None;
    }
    let kept = main_blocks(html)?;
    let mut main: Option<usize> = None;
    for (found, _) in page.blocks.iter().zip(is_chrome).filter(|(_, c)| !**c) {
        if kept.contains(&key(&found.block)) {
            main = Some(main.map_or(found.container, |main| common(page, main, found.container)));
        }
    }
    let main = main?;
    let inside: usize = page
        .blocks
        .iter()
        .zip(is_chrome)
        .zip(sizes)
        .filter(|((found, is_chrome), _)| !**is_chrome && is_within(page, found.container, main))
        .map(|(_, n)| n)
        .sum();
    // Where much would be left out, the library has not understood the page.
    (inside < candidates && inside * LARGEST_SHARE >= candidates * (LARGEST_SHARE - 1))
        .then_some(main)
}

/// The blocks of the page that the library takes for main text.
fn main_blocks(html: &str) -> Option<BTreeSet<String>> {
    let config = Config {
        max_elements_to_parse: MOST_TAGS,
        disable_json_ld: true,
        ..Config::default()
    };
    let read = || {
        let mut readability = Readability::new(html, None, Some(config)).ok()?;
        readability.parse().ok()
    };
    // A library that fails leaves the page as it is: everything is kept.
    let article = caught(read).ok()??;
    let main = walk::page(&article.content);
    Some(main.blocks.iter().map(|found| key(&found.block)).collect())
}

/// What two readings of the same block have in common.
fn key(block: &Block) -> String {
    block.text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn n_letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

fn ancestors(page: &Page, container: usize) -> impl Iterator<Item = usize> {
    let mut at = Some(container);
    std::iter::from_fn(move || {
        let here = at?;
        at = (here != 0).then(|| page.containers[here]);
        Some(here)
    })
}

fn is_within(page: &Page, container: usize, outer: usize) -> bool {
    ancestors(page, container).any(|at| at == outer)
}

fn common(page: &Page, a: usize, b: usize) -> usize {
    let of_a: BTreeSet<usize> = ancestors(page, a).collect();
    ancestors(page, b).find(|at| of_a.contains(at)).unwrap_or(0)
}
