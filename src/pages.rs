//! `&Site` and the route of a page → its HTML, as a value.
//!
//! Each kind of page has one module with one view struct, and one template of the same name: Rust decides, templates place. Every
//! view holds a `frame::Frame`, which is what all pages share. Nothing here writes; search files and exports are made elsewhere.

mod breaks;
mod changes;
mod check;
mod conversation;
mod data;
mod document;
mod entries;
mod facts;
mod footnotes;
mod frame;
mod glossary;
mod home;
mod html;
mod inline;
mod lanes;
mod letters;
mod linked;
mod links;
mod marked;
mod metadata;
mod moved;
mod not_found;
mod notice;
mod page;
mod paragraph;
mod people;
mod quotation;
mod rows;
mod score;
mod search;
mod short_names;
mod sides;
mod source;
mod speaker;
mod spoken;
mod table;
mod tested;
mod theme;
mod timeline;
mod words;

use crate::diagnostic::Diagnostic;
use crate::language;
use crate::site::{DocumentEntry, Index, Route, Site};

pub use check::{Check, check};
pub use facts::{Facts, facts};
pub use html::Html;
pub use tested::tested;
pub use theme::Theme;

/// Renders one page.
///
/// # Errors
/// A template that asks for what its page does not have.
///
/// # Panics
/// If the route is not a page ([`Route::is_page`]): asking for one is a fault of the caller.
pub fn render(site: &Site, theme: &Theme, route: &Route) -> Result<String, Diagnostic> {
    match route {
        Route::Home => home::render(site, theme),
        Route::Search => search::render(site, theme),
        Route::Document(id) => match site.document(id) {
            Some((_, entry)) => document::render(site, theme, route, entry),
            None => unreachable!("a route of the site leads to a document"),
        },
        Route::SourcePage(id) => match site.document(id) {
            Some((_, entry)) => source::render(site, theme, route, entry),
            None => unreachable!("a route of the site leads to a document"),
        },
        Route::Speaker(id) => match site.people.get(id) {
            Some(person) => speaker::render(site, theme, route, person),
            None => unreachable!("a route of the site leads to a person"),
        },
        Route::Conversation(index) => conversation::render(site, theme, *index),
        Route::SpeakerYear(id, year) => match site.people.get(id) {
            Some(person) => speaker::render_year(site, theme, route, person, *year),
            None => unreachable!("a route of the site leads to a person"),
        },
        Route::People => people::render(site, theme, None),
        Route::IndexPart(Index::People, part) => people::render(site, theme, Some(part)),
        Route::IndexPart(Index::Glossary, part) => glossary::render(site, theme, Some(part)),
        Route::IndexPart(index @ (Index::Places | Index::Kinds | Index::Subjects), part) => {
            entries::render(site, theme, *index, Some(part))
        }
        Route::Timeline => timeline::render(site, theme),
        Route::TimelinePart(period) => timeline::render_part(site, theme, *period),
        Route::Places => entries::render(site, theme, Index::Places, None),
        Route::Kinds => entries::render(site, theme, Index::Kinds, None),
        Route::Subjects => entries::render(site, theme, Index::Subjects, None),
        Route::Glossary => glossary::render(site, theme, None),
        Route::Changes => changes::render(site, theme),
        Route::Data => data::render(site, theme),
        Route::Page(index) => page::render(site, theme, *index),
        Route::NotFound => not_found::render(site, theme),
        Route::Moved(index) => moved::render(site, theme, *index),
        Route::Notice(index) => notice::render(site, theme, *index),
        // What it tells is found when all other files are made.
        Route::Tested
        | Route::Copied(_)
        | Route::Export(_)
        | Route::SearchFile(_)
        | Route::Asset(_) => {
            unreachable!("not a page: {route:?}")
        }
    }
}

/// `rtl` for languages that run from right to left.
fn direction(language: &str) -> Option<&'static str> {
    language::is_right_to_left(language).then_some("rtl")
}

/// `rtl` for a document that runs from right to left.
fn direction_of(document: &DocumentEntry) -> Option<&'static str> {
    document.is_right_to_left.then_some("rtl")
}

/// The direction of the pages, where a document's words run the other way: what the archive says among them says so.
fn own_direction(site: &Site, document: &DocumentEntry) -> Option<&'static str> {
    let own = direction(site.interface.tag());
    (direction_of(document)? != own.unwrap_or("ltr")).then(|| own.unwrap_or("ltr"))
}

/// The language of a document's words, where it is not that of the pages: they say so wherever they stand among the pages' own.
fn foreign(site: &Site, document: &DocumentEntry) -> Option<String> {
    let language = document.facts.language.as_ref()?;
    (!language::is_same(language, site.interface.tag())).then(|| language.clone())
}

/// The title of a page of the archive's own: what it says itself, else its name in words.
fn page_title(site: &Site, index: usize) -> String {
    let title = site.pages[index].essay.title.clone();
    title.unwrap_or_else(|| site.page_name(index).replace('-', " "))
}
