//! The links of one page.

use crate::authority::PersonId;
use crate::date::Edtf;
use crate::site::{
    ConversationEntry, DocumentEntry, Index, Period, Route, Site, address, relative,
};
use serde::Serialize;

/// What comes before or after this page in time: a document or a conversation.
#[derive(Serialize)]
pub(super) struct Neighbor {
    pub(super) url: String,
    pub(super) date: String,
    pub(super) title: String,
    /// The title's, where it is not that of the pages.
    pub(super) language: Option<String>,
}

/// Makes the links of one page: relative, except on the page that a server shows at any address.
pub(super) struct Links<'a> {
    site: &'a Site,
    from: From,
}

enum From {
    /// A page at this path.
    Page(String),
    /// `404.html`, shown at any address: links begin with this path.
    Anywhere(String),
    /// `404.html` of an archive without an address: there is nothing to lead to.
    Nowhere,
}

impl<'a> Links<'a> {
    /// The links of the page `route`.
    pub(super) fn new(site: &'a Site, route: &Route) -> Self {
        let from = match (route, &site.config.base_url) {
            (Route::NotFound, Some(base)) => From::Anywhere(base.path().to_owned()),
            (Route::NotFound, None) => From::Nowhere,
            _ => From::Page(route.path(site)),
        };
        Links { site, from }
    }

    /// Whether the page can link to anything at all.
    pub(super) fn lead_somewhere(&self) -> bool {
        !matches!(self.from, From::Nowhere)
    }

    /// The link to a file of the site.
    pub(super) fn to(&self, route: &Route) -> String {
        let path = route.path(self.site);
        match &self.from {
            From::Page(from) => relative(from, &path),
            From::Anywhere(base) => format!("{base}{path}"),
            From::Nowhere => String::new(),
        }
    }

    /// The link to a file whose name somebody else chose: what addresses do not hold is encoded.
    pub(super) fn encoded(&self, route: &Route) -> String {
        address::encoded(&self.to(route))
    }

    /// The link to a document.
    pub(super) fn document(&self, document: &DocumentEntry) -> String {
        self.to(&Route::Document(document.id.clone()))
    }

    /// The link to a turn.
    pub(super) fn turn(&self, document: &DocumentEntry, turn: usize) -> String {
        self.in_document(document, document.anchors.turn(turn))
    }

    /// The link to a place in a document; on the document's own page just `#t12`.
    pub(super) fn in_document(&self, document: &DocumentEntry, anchor: &str) -> String {
        let route = Route::Document(document.id.clone());
        match &self.from {
            From::Page(from) if *from == route.path(self.site) => format!("#{anchor}"),
            From::Page(_) | From::Anywhere(_) | From::Nowhere => {
                format!("{}#{anchor}", self.to(&route))
            }
        }
    }

    /// The link to the year of a date in the timeline, or to what has no date.
    pub(super) fn year(&self, date: Option<&Edtf>) -> String {
        let year = Period::of(date);
        if !self.site.timeline.is_split {
            return format!("{}#{}", self.to(&Route::Timeline), year_anchor(year));
        }
        if self.site.timeline.has(year) {
            self.to(&Route::TimelinePart(year))
        } else {
            self.to(&Route::Timeline)
        }
    }

    /// The link to an entry of an index, by the name it stands under; on the entry's own page just `#term-12`.
    pub(super) fn in_index(&self, index: Index, name: &str, anchor: &str) -> String {
        let route = match self.site.part_of(index, name) {
            Some(part) => Route::IndexPart(index, part.path.clone()),
            None => index.route(),
        };
        match &self.from {
            From::Page(from) if *from == route.path(self.site) => format!("#{anchor}"),
            From::Page(_) | From::Anywhere(_) | From::Nowhere => {
                format!("{}#{anchor}", self.to(&route))
            }
        }
    }

    /// The link to a person: their own page if they speak, else their line in the index of people; `None` for nobody we know.
    pub(super) fn person(&self, id: &PersonId) -> Option<String> {
        let person = self.site.people.get(id)?;
        Some(if person.speaks() {
            self.to(&Route::Speaker(id.clone()))
        } else {
            self.in_index(Index::People, &person.sort, &person_anchor(id))
        })
    }
}

/// A person's anchor in the index of people. Anchors of the form `t` + digit are kept for turns.
pub(super) fn person_anchor(id: &PersonId) -> String {
    format!("person-{id}")
}

/// The anchor of a year, a month or a day in the timeline.
pub(super) fn year_anchor(period: Period) -> String {
    match period {
        Period::Undated(0) => "year-none".to_owned(),
        Period::Years(..) | Period::Year(_) => format!("year-{}", period.name()),
        Period::Month(..) => format!("month-{}", period.name()),
        Period::Day(..) => format!("day-{}", period.name()),
        Period::Undated(part) => format!("year-none-{}", part + 1),
    }
}

/// The anchor where a conversation begins in the text of the document that reports it.
pub(super) fn conversation_anchor(conversation: &ConversationEntry) -> String {
    format!("conversation-{}", crate::source::slug(&conversation.id))
}
