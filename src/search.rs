//! `&Site` → the files that search in the browser reads: who and when (`search/meta.js`), the index (`search/index.js`) and the texts
//! of the turns in small blocks (`search/texts-N.js`).
//!
//! Each file is a script that hands over one piece of data (`memconSearch.add("meta", {…})`), so that it loads from a folder on disk
//! and under a policy that forbids inline scripts. Turns are numbered over the whole archive in order of time; all three kinds of file
//! speak of a turn by that number. The query language and the ranking are not here: they run in the page, and in [`crate::query`] for
//! the command line, which finds the same.

mod elastic;
mod meta;
mod script;

use crate::document::Turn;
use crate::query::Archive;
use crate::site::{DocumentEntry, SearchFile, Site, TURNS_A_BLOCK};

/// All turns of the site, to be searched without a browser.
pub fn archive(site: &Site) -> Archive {
    let turns = numbered(site);
    let texts = turns.iter().map(|numbered| text(numbered.turn())).collect();
    Archive::new(meta::meta(site, &turns), texts)
}

/// Renders one of the search files.
pub fn render(site: &Site, file: &SearchFile) -> Vec<u8> {
    let turns = numbered(site);
    match file {
        SearchFile::Meta => script::add("meta", &meta::meta(site, &turns)),
        SearchFile::Index => script::add_json("index", &elastic::index(&turns)),
        SearchFile::Texts(block) => {
            let texts: Vec<String> = turns
                .iter()
                .skip(block * TURNS_A_BLOCK)
                .take(TURNS_A_BLOCK)
                .map(|numbered| text(numbered.turn()))
                .collect();
            script::add(&format!("texts-{block}"), &texts)
        }
    }
}

/// A turn at its place in the archive's order of time; its number is its position in the list.
struct Numbered<'a> {
    document: usize,
    entry: &'a DocumentEntry,
    turn: usize,
}

impl<'a> Numbered<'a> {
    fn turn(&self) -> &'a Turn {
        self.entry.turn(self.turn)
    }
}

/// All turns by the date they were spoken on, then in the order of the site and of their document. Turns without a date come last.
fn numbered<'a>(site: &'a Site) -> Vec<Numbered<'a>> {
    let mut turns: Vec<Numbered<'a>> = site
        .documents
        .iter()
        .enumerate()
        .flat_map(|(document, entry)| {
            (0..entry.turns.len()).map(move |turn| Numbered {
                document,
                entry,
                turn,
            })
        })
        .collect();
    // The sort is stable, so turns of one date stay in the order of the site.
    let date = |turn: &Numbered<'a>| turn.entry.turn_date(turn.turn);
    turns.sort_by(|a, b| match (date(a), date(b)) {
        (Some(x), Some(y)) => x.cmp(y),
        (x, y) => x.is_none().cmp(&y.is_none()),
    });
    turns
}

/// What is searched: the turn's text as exported, its paragraphs joined by a blank line.
fn text(turn: &Turn) -> String {
    let paragraphs: Vec<&str> = turn.paragraphs.iter().map(|p| p.text.text()).collect();
    paragraphs.join("\n\n")
}
