//! The time line: conversations, and documents that report some, year by year; a long one has a page for each year.

use super::Theme;
use super::conversation;
use super::frame::Frame;
use super::home::{LegendItem, legend};
use super::links::{Links, year_anchor};
use super::rows::{self, DocumentRow};
use crate::date::Edtf;
use crate::diagnostic::Diagnostic;
use crate::interface::Interface;
use crate::site::{Conversation, DocumentEntry, Event, Route, Site, Telling, Year};
use serde::Serialize;

/// Everything `templates/timeline.html` may use.
#[derive(Serialize)]
struct TimelinePage {
    frame: Frame,
    /// “Timeline”, or “1990” on the page of a year.
    title: String,
    /// The whole timeline, on the page of a year.
    whole_url: Option<String>,
    legend: Vec<LegendItem>,
    /// The ways to the years.
    ways: Vec<Way>,
    years: Vec<YearView>,
}

/// The way to a year.
#[derive(Serialize)]
struct Way {
    name: String,
    url: String,
    /// How much there is, where the years have pages of their own.
    n: Option<String>,
    is_current: bool,
}

/// What happened in one year.
#[derive(Serialize)]
struct YearView {
    name: String,
    anchor: String,
    /// Whether the months have headings.
    has_months: bool,
    months: Vec<Month>,
}

/// A month of a year in which much happened, or all of a year.
#[derive(Serialize)]
struct Month {
    /// “May 1990”; nothing for what is known to the year only.
    name: Option<String>,
    events: Vec<EventView>,
}

/// A talk, or a document that reports talks.
#[derive(Serialize)]
struct EventView {
    date: String,
    datetime: Option<String>,
    place: Option<String>,
    title: String,
    /// The title's and the place's, where it is not that of the pages.
    language: Option<String>,
    url: String,
    about: Vec<String>,
    /// The conversation's page, where there is more than one record of it.
    conversation: Option<LinkView>,
    row: Option<DocumentRow>,
}

#[derive(Serialize)]
struct LinkView {
    text: String,
    url: String,
}

/// From how many events on a year is divided by months.
const MONTHS_FROM: usize = 13;

pub(super) fn render(site: &Site, theme: &Theme, route: &Route) -> Result<String, Diagnostic> {
    let links = Links::new(site, route);
    let say = &site.interface;
    let timeline = &site.timeline;
    let of_year = match route {
        Route::TimelineYear(year) => Some(*year),
        _ => None,
    };
    let shown: Vec<&Year> = timeline
        .years
        .iter()
        .filter(|year| of_year.map_or(!timeline.is_split, |only| year.year == only))
        .collect();
    let title = of_year.map_or_else(
        || say.text("nav-timeline").to_owned(),
        |year| year_name(say, year),
    );
    let mut frame = Frame::new(site, route, Some(&title));
    let archive = ("archive", (&site.config.title).into());
    frame.description = Some(say.say("timeline-description", &[archive]));
    let page = TimelinePage {
        frame,
        title,
        whole_url: of_year.map(|_| links.to(&Route::Timeline)),
        legend: legend(site),
        ways: timeline
            .years
            .iter()
            .map(|year| Way {
                name: year_name(say, year.year),
                url: if timeline.is_split {
                    links.year(year.year)
                } else {
                    format!("#{}", year_anchor(year.year))
                },
                n: timeline.is_split.then(|| say.number(year.events.len())),
                is_current: of_year == Some(year.year),
            })
            .collect(),
        years: years(site, &links, &shown),
    };
    theme.render("timeline.html", &page)
}

/// “1990”, “Without a date”.
pub(super) fn year_name(say: &Interface, year: Option<i32>) -> String {
    year.map_or_else(
        || say.text("timeline-undated").to_owned(),
        |year| year.to_string(),
    )
}

fn years(site: &Site, links: &Links<'_>, shown: &[&Year]) -> Vec<YearView> {
    let events = shown.iter().flat_map(|year| &year.events);
    let drawn: Vec<&DocumentEntry> = events.filter_map(|event| drawn(site, *event)).collect();
    let mut rows = rows::documents(site, links, &drawn, None).into_iter();
    shown
        .iter()
        .map(|year| {
            let has_months = year.events.len() >= MONTHS_FROM && year.year.is_some();
            let mut months: Vec<(Option<u32>, Month)> = Vec::new();
            for event in &year.events {
                let row = drawn_row(site, *event, &mut rows);
                let date = event.date(site);
                let month = date.and_then(Edtf::month).filter(|_| has_months);
                if months.last().is_none_or(|(last, _)| *last != month) {
                    let name = year.year.zip(month).and_then(|(year, month)| {
                        let date = Edtf::parse(&format!("{year:04}-{month:02}"))?;
                        Some(site.interface.date(&date))
                    });
                    let events = Vec::new();
                    months.push((month, Month { name, events }));
                }
                if let Some((_, month)) = months.last_mut() {
                    month.events.push(view(site, links, *event, row));
                }
            }
            YearView {
                name: year_name(&site.interface, year.year),
                anchor: year_anchor(year.year),
                has_months,
                months: months.into_iter().map(|(_, month)| month).collect(),
            }
        })
        .collect()
}

/// The document an event is drawn by: its own, or the only one that is a record of the whole talk.
fn drawn(site: &Site, event: Event) -> Option<&DocumentEntry> {
    match event {
        Event::Document(index) => Some(&site.documents[index]),
        Event::Conversation(index) => only_record(site, &site.conversations[index]),
    }
}

fn drawn_row(
    site: &Site,
    event: Event,
    rows: &mut impl Iterator<Item = DocumentRow>,
) -> Option<DocumentRow> {
    drawn(site, event).and_then(|_| rows.next())
}

fn only_record<'a>(site: &'a Site, conversation: &Conversation) -> Option<&'a DocumentEntry> {
    let mut whole = conversation
        .tellings
        .iter()
        .filter(|one| one.part.is_none());
    let first = whole.next()?;
    whole
        .next()
        .is_none()
        .then(|| &site.documents[first.document])
}

fn view(site: &Site, links: &Links<'_>, event: Event, row: Option<DocumentRow>) -> EventView {
    let say = &site.interface;
    let date = event.date(site);
    let dated = |event: EventView| EventView {
        date: say.date_or_none(date),
        datetime: date.and_then(Edtf::html_datetime),
        ..event
    };
    let empty = |title: &str, url: String| EventView {
        date: String::new(),
        datetime: None,
        place: None,
        title: title.to_owned(),
        language: None,
        url,
        about: Vec::new(),
        conversation: None,
        row,
    };
    match event {
        Event::Document(index) => {
            let document = &site.documents[index];
            let n = document.conversations.len();
            let about = match n {
                0 => document.facts.kind.clone(),
                n => Some(say.say("timeline-published", &[("n", n.into())])),
            };
            dated(EventView {
                place: document.facts.place.clone(),
                language: super::foreign(site, document),
                about: about.into_iter().collect(),
                ..empty(&document.facts.title, links.document(document))
            })
        }
        Event::Conversation(index) => {
            let conversation = &site.conversations[index];
            let own_url = links.to(&Route::Conversation(index));
            let n = conversation.tellings.len();
            let parts = conversation.tellings.iter();
            let mut about: Vec<String> = parts
                .filter_map(|telling| reported(site, *telling))
                .collect();
            let records = LinkView {
                text: say.say("conversation-records-n", &[("n", n.into())]),
                url: own_url.clone(),
            };
            let place = (!conversation.places.is_empty()).then(|| conversation.places.join("; "));
            match only_record(site, conversation) {
                Some(document) => {
                    about.splice(0..0, document.facts.kind.clone());
                    dated(EventView {
                        place,
                        language: super::foreign(site, document),
                        about,
                        conversation: (n > 1).then_some(records),
                        ..empty(&document.facts.title, links.document(document))
                    })
                }
                None => dated(EventView {
                    place,
                    language: conversation::language(site, conversation),
                    about,
                    conversation: (n > 1).then_some(records),
                    ..empty(&conversation.title, own_url)
                }),
            }
        }
    }
}

/// “4 turns quoted in “…””; nothing for a document that is a record of the whole talk.
fn reported(site: &Site, telling: Telling) -> Option<String> {
    telling.part?;
    let say = &site.interface;
    let title = (
        "title",
        (&site.documents[telling.document].facts.title).into(),
    );
    Some(match telling.turns(site).count() {
        0 => say.say("timeline-told-in", &[title]),
        n => say.say("timeline-quoted-in", &[("n", n.into()), title]),
    })
}
