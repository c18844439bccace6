//! The letters of an index: what stands under each, and the ways to them, which are places in the page, or pages of their own where it
//! is long.

use super::entries;
use super::frame::Frame;
use super::links::Links;
use crate::site::{Index, Route, Site};
use serde::Serialize;

/// The way to a letter.
#[derive(Serialize)]
pub(super) struct LetterWay {
    name: String,
    url: String,
    /// How many entries there are, where the letter has a page of its own.
    n: Option<String>,
    is_current: bool,
}

/// What stands under one letter.
#[derive(Serialize)]
pub(super) struct LetterView<T> {
    name: String,
    anchor: String,
    entries: Vec<T>,
}

/// Which page of an index this is.
#[derive(Clone, Copy)]
pub(super) struct IndexPage<'a> {
    site: &'a Site,
    index: Index,
    /// The letter; `None` for the page of all letters, or of everything.
    part: Option<&'a str>,
}

impl<'a> IndexPage<'a> {
    pub(super) fn new(site: &'a Site, index: Index, part: Option<&'a str>) -> Self {
        IndexPage { site, index, part }
    }

    pub(super) fn route(self) -> Route {
        match self.part {
            Some(part) => Route::IndexPart(self.index, part.to_owned()),
            None => self.index.route(),
        }
    }

    /// Whether an entry stands on it, by the name it is ordered by.
    pub(super) fn holds(self, name: &str) -> bool {
        let own = self.site.part_of(self.index, name);
        own.map(|part| part.path.as_str()) == self.part
    }

    /// “People”, “People: S”.
    pub(super) fn title(self) -> String {
        let whole = self
            .site
            .interface
            .text(entries::title(&self.index.route()));
        let parts = self.site.parts.get(&self.index);
        let part = self.part.and_then(|path| {
            let mut parts = parts?.parts.iter();
            parts.find(|part| part.path == path)
        });
        match part {
            Some(part) => format!("{whole}: {}", part.name),
            None => whole.to_owned(),
        }
    }

    /// The frame, with what the whole index is about, by the name of that text.
    pub(super) fn frame(self, title: &str, description: &str) -> Frame {
        let say = &self.site.interface;
        let mut frame = Frame::new(self.site, &self.route(), Some(title));
        let archive = ("archive", (&self.site.config.title).into());
        frame.description = Some(say.say(description, &[archive]));
        if self.part.is_some() {
            frame.of_part(say, title);
        }
        frame
    }

    /// The page of all letters, from that of one.
    pub(super) fn whole_url(self, links: &Links<'_>) -> Option<String> {
        self.part.map(|_| links.to(&self.index.route()))
    }

    /// What stands under each letter, in the order of the language of the pages.
    pub(super) fn letters<T>(self, entries: Vec<(String, T)>) -> Vec<LetterView<T>> {
        let letters = self.site.interface.order().by_letter(entries).into_iter();
        let letters = letters.map(|letter| LetterView {
            name: letter.name,
            anchor: letter.anchor,
            entries: letter.entries,
        });
        letters.collect()
    }

    /// The ways to all letters; to those of this page, where it has them all.
    pub(super) fn ways<T>(self, links: &Links<'_>, letters: &[LetterView<T>]) -> Vec<LetterWay> {
        let Some(parts) = self.site.parts.get(&self.index) else {
            let here = letters.iter().map(|letter| LetterWay {
                name: letter.name.clone(),
                url: format!("#{}", letter.anchor),
                n: None,
                is_current: false,
            });
            return here.collect();
        };
        let parts = parts.parts.iter().map(|part| LetterWay {
            name: part.name.clone(),
            url: links.to(&Route::IndexPart(self.index, part.path.clone())),
            n: Some(self.site.interface.number(part.n)),
            is_current: self.part == Some(part.path.as_str()),
        });
        parts.collect()
    }
}
