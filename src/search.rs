//! `&Site` → the files that search in the browser reads: who and when, and the forms of names and terms that find each other
//! (`search/meta.js`; for documents, `search/also.js`), an index, and the texts of the turns in small blocks (`search/texts-N.js`).
//!
//! Each file is a script that hands over one piece of data (`memconSearch.add("meta", {…})`), so that it loads from a folder on disk
//! and under a policy that forbids inline scripts. Turns are numbered over the whole archive in order of time; all kinds of file speak of
//! a turn by that number. A small archive has one index of elasticlunr (`search/index.js`), a larger one an index in shards; [`Index`] is
//! made once and says which. The query language and the ranking are not here: they run in the page, and in [`crate::query`] for the
//! command line, which finds the same.

mod also;
mod code;
mod elastic;
mod lean;
mod length;
mod meta;
mod parts;
mod script;
mod sharded;

use crate::config::SearchEngine;
use crate::document::Turn;
use crate::query::{self, Also, Archive, Catalog};
use crate::site::{SearchFile, SearchPart, Site};
use also::Forms;
use rayon::prelude::*;
use serde::Serialize;
use sharded::Shards;

/// From how many bytes on, compressed, an index of elasticlunr is too much for a page to load at once.
pub const MOST_FOR_ELASTICLUNR: usize = 100_000;

/// Texts that are longer in all, in bytes, have a larger index than that; it is not even tried.
const MOST_TEXT: usize = 1_000_000;

/// What of a small archive is not in what a page loads first: no hit and no list of filters shows it.
const NOT_SHOWN: [SearchPart; 3] = [
    SearchPart::Mentions,
    SearchPart::Roles,
    SearchPart::Conversations,
];

/// How many turns' texts one file holds. The hits of a page stand in as many files as there are hits, where the archive is large, and the
/// texts beside them are loaded for nothing; but the files shall not be too many.
fn turns_a_block(n_turns: usize) -> usize {
    match n_turns {
        0..200 => 2,
        200..600 => 4,
        600..100_000 => 8,
        _ => 16,
    }
}

/// All turns of the site, to be searched without a browser.
pub fn archive(site: &Site) -> Archive {
    let turns = numbered(site);
    let texts = turns.iter().map(|turn| text(turn.of(site))).collect();
    Archive::new(meta::catalog(site, &turns, lengths(site, &turns)), texts)
}

/// The forms of names and terms that find each other.
pub fn also(site: &Site) -> Also {
    also::also(site)
}

/// All texts of the site: behind the turns those that are none, which are meant where a query says `in:`.
pub fn archive_with_parts(site: &Site) -> Archive {
    let turns = numbered(site);
    let mut texts: Vec<String> = turns.iter().map(|turn| text(turn.of(site))).collect();
    let mut catalog = meta::catalog(site, &turns, lengths(site, &turns));
    texts.extend(parts::add(site, &mut catalog));
    Archive::new(catalog, texts)
}

/// What the files of search are made from.
pub struct Index {
    turns: Vec<Numbered>,
    catalog: Catalog,
    forms: Forms,
    engine: Engine,
    chosen: Chosen,
}

enum Engine {
    /// The index, as JSON.
    Elasticlunr(String),
    Shards(Shards),
}

/// Which index was made, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
pub enum Chosen {
    /// elasticlunr: its index takes so many bytes compressed.
    Elasticlunr {
        /// Bytes.
        compressed: usize,
        /// Whether `site.toml` asks for it.
        is_asked_for: bool,
    },
    /// Shards, because elasticlunr's index would take too many bytes, or `site.toml` asks for them.
    Sharded {
        /// How many shards.
        n_shards: usize,
        /// Whether `site.toml` asks for it.
        is_asked_for: bool,
    },
}

impl Index {
    /// Makes the index of a site.
    pub fn new(site: &Site) -> Index {
        let turns = numbered(site);
        let is_asked_for = site.config.search != SearchEngine::Auto;
        let small = match site.config.search {
            SearchEngine::Auto if is_small(site, &turns) => Some(elastic::index(site, &turns)),
            SearchEngine::Elasticlunr => Some(elastic::index(site, &turns)),
            SearchEngine::Auto | SearchEngine::Sharded => None,
        };
        let small = small.map(|json| (script::compressed(&json), json));
        let fits = |compressed: usize| is_asked_for || compressed < MOST_FOR_ELASTICLUNR;
        let (engine, chosen, lengths) = match small {
            Some((compressed, json)) if fits(compressed) => {
                let chosen = Chosen::Elasticlunr {
                    compressed,
                    is_asked_for,
                };
                (Engine::Elasticlunr(json), chosen, lengths(site, &turns))
            }
            _ => {
                let mut shards = sharded::index(site, &turns);
                let lengths = std::mem::take(&mut shards.lengths);
                let chosen = Chosen::Sharded {
                    n_shards: shards.n_shards(),
                    is_asked_for,
                };
                (Engine::Shards(shards), chosen, lengths)
            }
        };
        let catalog = meta::catalog(site, &turns, lengths);
        Index {
            turns,
            catalog,
            forms: Forms::new(also(site)),
            engine,
            chosen,
        }
    }

    /// Which index it is, and why.
    pub fn chosen(&self) -> Chosen {
        self.chosen
    }

    /// All its files.
    pub fn files(&self) -> Vec<SearchFile> {
        let blocks = 0..self.turns.len().div_ceil(self.catalog.block);
        let mut files = vec![SearchFile::Meta, SearchFile::Also, SearchFile::Parts];
        files.extend((0..self.forms.n_parts()).map(SearchFile::Forms));
        files.extend(blocks.map(SearchFile::Texts));
        match &self.engine {
            Engine::Elasticlunr(_) => {
                files.push(SearchFile::Index);
                files.extend(NOT_SHOWN.map(SearchFile::Part));
            }
            Engine::Shards(shards) => {
                files.extend(SearchPart::ALL.map(SearchFile::Part));
                files.extend((0..shards.n_shards()).map(SearchFile::Words));
                files.extend((0..shards.n_shards()).map(SearchFile::Places));
                files.extend((0..shards.n_parts()).map(SearchFile::Dictionary));
            }
        }
        files
    }

    /// Renders one of the files; nothing for one that this index does not have.
    pub fn render(&self, site: &Site, file: &SearchFile) -> Vec<u8> {
        let name = file.name();
        match (&self.engine, *file) {
            (_, SearchFile::Also) => script::add(&name, &self.forms.told()),
            (_, SearchFile::Forms(part)) => script::add(&name, &self.forms.part(part)),
            (_, SearchFile::Parts) => {
                let none = meta::catalog(site, &[], Vec::new());
                script::add(&name, &parts::parts(site, none))
            }
            (_, SearchFile::Part(part)) => script::add(&name, &lean::part(&self.catalog, part)),
            (engine, SearchFile::Meta) => script::add(&name, &self.meta(engine)),
            (Engine::Elasticlunr(json), SearchFile::Index) => script::add_json(&name, json),
            (Engine::Elasticlunr(_), SearchFile::Texts(block)) => {
                script::add(&name, &self.texts(site, block))
            }
            (Engine::Shards(_), SearchFile::Texts(block)) => {
                let texts = self.texts(site, block);
                let first = block * self.catalog.block;
                let range = first..first + texts.len();
                script::add(&name, &lean::block(&self.catalog, range, texts))
            }
            (Engine::Shards(shards), SearchFile::Words(shard)) => {
                script::add(&name, &shards.words(shard))
            }
            (Engine::Shards(shards), SearchFile::Places(shard)) => {
                script::add(&name, &shards.places(shard))
            }
            (Engine::Shards(shards), SearchFile::Dictionary(part)) => {
                script::add(&name, &shards.dictionary(part))
            }
            (
                Engine::Elasticlunr(_),
                SearchFile::Words(_) | SearchFile::Places(_) | SearchFile::Dictionary(_),
            )
            | (Engine::Shards(_), SearchFile::Index) => Vec::new(),
        }
    }

    fn meta<'a>(&'a self, engine: &Engine) -> Meta<'a> {
        let (name, shards, facts) = match engine {
            Engine::Elasticlunr(_) => ("elasticlunr", None, lean::of_all(&self.catalog)),
            Engine::Shards(shards) => {
                let facts = lean::Facts {
                    attributions: Some(&self.catalog.attributions),
                    ..lean::Facts::default()
                };
                ("sharded", Some(shards.table()), facts)
            }
        };
        Meta {
            engine: name,
            n: self.turns.len(),
            words: self.catalog.turns.length.iter().sum(),
            block: self.catalog.block,
            shards,
            also: self.forms.told(),
            facts,
        }
    }

    fn texts(&self, site: &Site, block: usize) -> Vec<String> {
        let n_turns = self.catalog.block;
        let turns = self.turns.iter().skip(block * n_turns).take(n_turns);
        turns.map(|turn| text(turn.of(site))).collect()
    }
}

/// What a file of search says in words: all but the numbers, which stand behind the columns’ name and spell nothing.
pub fn in_words(file: &[u8]) -> &[u8] {
    let name = b"\"turns\":";
    let at = memchr::memmem::rfind(file, name);
    at.map_or(file, |at| &file[..at])
}

/// What a page loads first.
#[derive(Serialize)]
struct Meta<'a> {
    engine: &'static str,
    /// How many turns.
    n: usize,
    /// Words of all turns, their lengths rounded.
    words: usize,
    /// How many turns a block of texts holds.
    block: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    shards: Option<sharded::Table>,
    also: also::Told<'a>,
    #[serde(flatten)]
    facts: lean::Facts<'a>,
}

/// Whether an index of elasticlunr is worth trying.
fn is_small(site: &Site, turns: &[Numbered]) -> bool {
    let paragraphs = turns.iter().flat_map(|turn| &turn.of(site).paragraphs);
    let lengths = paragraphs.map(|paragraph| paragraph.text.text().len());
    lengths.sum::<usize>() <= MOST_TEXT
}

/// The lengths of the turns, rounded.
fn lengths(site: &Site, turns: &[Numbered]) -> Vec<usize> {
    let turns = turns.par_iter();
    turns
        .map(|turn| length::words(length::step(query::words(&text(turn.of(site))).len())))
        .collect()
}

/// A turn at its place in the archive's order of time; its number is its position in the list.
#[derive(Clone, Copy)]
struct Numbered {
    document: usize,
    turn: usize,
}

impl Numbered {
    fn of(self, site: &Site) -> &Turn {
        site.documents[self.document].turn(self.turn)
    }
}

/// All turns by the date they were spoken on, then in the order of the site and of their document. Turns without a date come last.
fn numbered(site: &Site) -> Vec<Numbered> {
    let mut turns: Vec<Numbered> = site
        .documents
        .iter()
        .enumerate()
        .flat_map(|(document, entry)| {
            (0..entry.turns.len()).map(move |turn| Numbered { document, turn })
        })
        .collect();
    // The sort is stable, so turns of one date stay in the order of the site.
    let date = |turn: &Numbered| site.documents[turn.document].turn_date(turn.turn);
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
