//! The order of time: conversations, and the publication of documents that report them, by year, month and day.

use super::Site;
use crate::date::{Edtf, Extent};
use std::collections::BTreeMap;

/// How many events one page shows; of more, each year has them on a page of its own, then each month, then each day.
const MOST_ON_A_PAGE: usize = 500;

/// Conversations and publications, year by year.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Timeline {
    /// The years in order; what has no date comes last.
    pub years: Vec<Year>,
    /// Whether the events stand on the pages of the years only.
    pub is_split: bool,
    /// The pages of years, months and days, each with what is known to have happened then.
    pages: BTreeMap<Period, Vec<Event>>,
}

/// One year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Year {
    /// Which.
    pub period: Period,
    /// What happened, in order of time.
    pub events: Vec<Event>,
}

/// A stretch of time as exact as a date says it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Period {
    /// Some year from the first to the second: `199X`.
    Years(i32, i32),
    /// A year.
    Year(i32),
    /// A month of a year.
    Month(i32, u32),
    /// A day of a month.
    Day(i32, u32, u32),
    /// No date; the part, from 0, where there are many such.
    Undated(usize),
}

impl Period {
    /// The year of a date, or the years among which it is.
    pub fn of(date: Option<&Edtf>) -> Period {
        let Some(date) = date else {
            return Period::Undated(0);
        };
        match date.extent() {
            Extent::Between(from, to) => Period::Years(from.year, to.year),
            Extent::One { .. } | Extent::From(_) | Extent::Span(..) => Period::Year(date.year()),
        }
    }

    /// Its name in addresses: `1990`, `1990-05`, `undated`.
    pub fn name(self) -> String {
        match self {
            Period::Years(from, to) => format!("{from}-{to}"),
            Period::Year(year) => year.to_string(),
            Period::Month(year, month) => format!("{year}-{month:02}"),
            Period::Day(year, month, day) => format!("{year}-{month:02}-{day:02}"),
            Period::Undated(0) => "undated".to_owned(),
            Period::Undated(part) => format!("undated-{}", part + 1),
        }
    }

    /// What it is a part of.
    pub fn whole(self) -> Option<Period> {
        match self {
            Period::Month(year, _) => Some(Period::Year(year)),
            Period::Day(year, month, _) => Some(Period::Month(year, month)),
            Period::Years(..) | Period::Year(_) | Period::Undated(_) => None,
        }
    }

    /// For order in time: what is known least comes first, and what is not known at all last.
    pub fn order(self) -> (bool, i32, bool, u32, u32, usize) {
        match self {
            Period::Years(from, _) => (false, from, false, 0, 0, 0),
            Period::Year(year) => (false, year, true, 0, 0, 0),
            Period::Month(year, month) => (false, year, true, month, 0, 0),
            Period::Day(year, month, day) => (false, year, true, month, day, 0),
            Period::Undated(part) => (true, 0, true, 0, 0, part),
        }
    }
}

/// Something in time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Event {
    /// A conversation, by its position in [`Site::conversations`].
    Conversation(usize),
    /// The date of a document that is itself no record of one conversation, by its position in [`Site::documents`].
    Document(usize),
}

impl Event {
    /// When it was.
    pub fn date(self, site: &Site) -> Option<&Edtf> {
        match self {
            Event::Conversation(index) => site.conversations[index].date(),
            Event::Document(index) => site.documents[index].facts.date.as_ref(),
        }
    }

    /// The most exact part of time that its date names, with its first day where it spans several.
    pub fn period(self, site: &Site) -> Period {
        let date = self.date(site);
        let year = Period::of(date);
        let (Period::Year(year), Some(date)) = (year, date) else {
            return year;
        };
        match (date.month(), date.day()) {
            (Some(month), Some(day)) => Period::Day(year, month, day),
            (Some(month), None) => Period::Month(year, month),
            (None, _) => Period::Year(year),
        }
    }
}

impl Timeline {
    /// The timeline of an archive whose documents and conversations stand in order.
    pub(super) fn new(site: &Site) -> Timeline {
        let conversations = (0..site.conversations.len()).map(Event::Conversation);
        let documents = site.documents.iter().enumerate();
        let documents = documents
            .filter(|(_, document)| document.conversation.is_none())
            .map(|(index, _)| Event::Document(index));
        let mut events: Vec<Event> = conversations.chain(documents).collect();
        // A stable order decides among equals.
        events.sort_by(|a, b| {
            let (x, y) = (a.date(site), b.date(site));
            let order = |date| Period::of(date).order();
            order(x).cmp(&order(y)).then_with(|| x.cmp(&y))
        });
        let is_split = events.len() > MOST_ON_A_PAGE;
        let mut years: Vec<Year> = Vec::new();
        for event in events {
            let own = Period::of(event.date(site));
            match years.last_mut() {
                Some(last) if last.period == own && !is_full(last) => last.events.push(event),
                Some(last) if is_full(last) && own == Period::Undated(0) => {
                    let part = match last.period {
                        Period::Undated(part) => part + 1,
                        _ => 0,
                    };
                    years.push(Year::new(Period::Undated(part), event));
                }
                Some(Year {
                    period: Period::Undated(_),
                    events,
                }) => events.push(event),
                _ => years.push(Year::new(own, event)),
            }
        }
        let pages = pages(site, &years, is_split);
        Timeline {
            years,
            is_split,
            pages,
        }
    }

    /// The years, months and days that have a page of their own.
    pub fn pages(&self) -> impl Iterator<Item = Period> {
        self.pages.keys().copied()
    }

    /// Whether a year, month or day has a page of its own.
    pub fn has(&self, period: Period) -> bool {
        self.pages.contains_key(&period)
    }

    /// All that is known to have happened then, in order of time.
    pub fn within(&self, period: Period) -> &[Event] {
        self.pages.get(&period).map_or(&[], Vec::as_slice)
    }

    /// What a page lists itself: not what its parts have pages for.
    pub fn listed(&self, site: &Site, period: Period) -> Vec<Event> {
        let events = self.within(period).iter().copied();
        if matches!(period, Period::Undated(_)) {
            return events.collect();
        }
        let has_page = |event: &Event| {
            let parts = std::iter::successors(Some(event.period(site)), |part| part.whole());
            let mut parts = parts.take_while(|part| *part != period);
            parts.any(|part| self.has(part))
        };
        events.filter(|event| !has_page(event)).collect()
    }
}

impl Year {
    fn new(period: Period, event: Event) -> Year {
        let events = vec![event];
        Year { period, events }
    }
}

/// Whether what has no date goes on on another page.
fn is_full(year: &Year) -> bool {
    matches!(year.period, Period::Undated(_)) && year.events.len() >= MOST_ON_A_PAGE
}

/// Every year has a page, for its calendar; what has no year has one where there is much. A month or day has one where the page of its
/// year or month would be too long.
fn pages(site: &Site, years: &[Year], is_split: bool) -> BTreeMap<Period, Vec<Event>> {
    let mut pages: BTreeMap<Period, Vec<Event>> = BTreeMap::new();
    for year in years {
        if is_split || matches!(year.period, Period::Year(_)) {
            pages.insert(year.period, year.events.clone());
        }
    }
    for level in 0..2 {
        let long: Vec<Vec<Event>> = pages
            .iter()
            .filter(|(period, events)| {
                let is_level = match period {
                    Period::Year(_) => level == 0,
                    Period::Month(..) => level == 1,
                    Period::Years(..) | Period::Day(..) | Period::Undated(_) => false,
                };
                is_level && events.len() > MOST_ON_A_PAGE
            })
            .map(|(_, events)| events.clone())
            .collect();
        for event in long.into_iter().flatten() {
            let part = match (event.period(site), level) {
                (Period::Day(year, month, _), 0) => Period::Month(year, month),
                (part @ Period::Month(..), 0) | (part @ Period::Day(..), _) => part,
                (
                    Period::Years(..) | Period::Year(_) | Period::Month(..) | Period::Undated(_),
                    _,
                ) => {
                    continue;
                }
            };
            pages.entry(part).or_default().push(event);
        }
    }
    pages
}
