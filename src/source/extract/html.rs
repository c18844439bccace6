//! A saved web page → its text.
//!
//! The page is read as a stream of tags, as browsers cut it (html5ever), and never built into a tree: what decides about lines and
//! paragraphs are the tags that begin and end blocks, so that pages without closing tags, or nested without end, are read like others
//! and in time that grows with their length alone. Out come all visible words; `chrome` says which of them are the site's.

mod attributes;
mod chrome;
mod encoding;
mod tags;
mod walk;

use super::blocks::{self, Block, Gap};
use super::{Extracted, Unreadable, apart};
use crate::source::Span;

/// A page no longer than this exhausts nobody, whatever is in it: tags with attributes without end are the slowest to read.
const SHORT_PAGE: usize = 64 * 1024;

/// The text of a page.
pub(super) fn text(bytes: &[u8]) -> Result<Extracted, Unreadable> {
    if bytes.len() <= SHORT_PAGE {
        return Ok(read(bytes));
    }
    let help = "save it anew from a browser, or save its text as .txt";
    apart::read(("web page", help), bytes, |bytes| Ok(read(&bytes)))
}

fn read(bytes: &[u8]) -> Extracted {
    let (html, encoding) = encoding::decode(bytes);
    let html = attributes::few(&html);
    let mut page = walk::page(&html);
    let is_chrome = chrome::find(&html, &page);
    if let Some(title) = missing_title(&page, &is_chrome) {
        let (block, chrome) = (title, false);
        return assemble(
            std::iter::once((&block, chrome)).chain(pairs(&page, &is_chrome)),
            encoding,
        );
    }
    if page.blocks.is_empty() {
        // A title that was never closed holds the page.
        page.blocks.extend(walk::title_block(&page.title));
    }
    assemble(pairs(&page, &is_chrome), encoding)
}

fn pairs<'a>(
    page: &'a walk::Page,
    is_chrome: &'a [bool],
) -> impl Iterator<Item = (&'a Block, bool)> {
    let flags = is_chrome.iter().copied().chain(std::iter::repeat(false));
    page.blocks.iter().map(|found| &found.block).zip(flags)
}

fn assemble<'a>(
    blocks: impl Iterator<Item = (&'a Block, bool)>,
    encoding: crate::source::Encoding,
) -> Extracted {
    let (blocks, flags): (Vec<&Block>, Vec<bool>) = blocks.unzip();
    let (text, spans) = blocks::join(blocks.iter().copied());
    let strong = blocks::strong(blocks.iter().copied(), &spans);
    let mut chrome: Vec<Span> = Vec::new();
    let mut goes_on = false;
    for (span, is_chrome) in spans.into_iter().zip(flags) {
        match chrome.last_mut() {
            Some(last) if is_chrome && goes_on => *last = last.hull(span),
            Some(_) | None if is_chrome => chrome.push(span),
            Some(_) | None => {}
        }
        goes_on = is_chrome;
    }
    Extracted {
        text,
        encoding,
        chrome,
        paragraphs: Vec::new(),
        strong,
    }
}

/// The page's title, where no heading and none of the first lines repeats it: on old pages nothing else says what they are.
fn missing_title(page: &walk::Page, is_chrome: &[bool]) -> Option<Block> {
    let title = walk::title_block(&page.title)?.block;
    let wanted = letters(&title.text);
    let says_nothing = wanted.is_empty() || page.generator_shares_a_word_with_title();
    if page.has_heading || page.blocks.is_empty() || says_nothing {
        return None;
    }
    let first = pairs(page, is_chrome)
        .filter(|(_, is_chrome)| !is_chrome)
        .take(6);
    let start: String = first
        .map(|(block, _)| letters(&block.text.chars().take(2000).collect::<String>()))
        .collect();
    (!start.contains(&wanted)).then_some(Block {
        text: title.text,
        gap: Gap::Blank,
        strong: Vec::new(),
    })
}

/// Letters and digits only, in small letters.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests;
