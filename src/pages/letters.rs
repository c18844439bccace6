//! The ways to the letters of an index: places in the page, or pages of their own where it is long.

use super::entries;
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

    /// The page of all letters, from that of one.
    pub(super) fn whole_url(self, links: &Links<'_>) -> Option<String> {
        self.part.map(|_| links.to(&self.index.route()))
    }

    /// The ways to all letters; to those of this page, by name and anchor, where it has them all.
    pub(super) fn ways<'b>(
        self,
        links: &Links<'_>,
        letters: impl Iterator<Item = (&'b str, &'b str)>,
    ) -> Vec<LetterWay> {
        let Some(parts) = self.site.parts.get(&self.index) else {
            let here = letters.map(|(name, anchor)| LetterWay {
                name: name.to_owned(),
                url: format!("#{anchor}"),
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
