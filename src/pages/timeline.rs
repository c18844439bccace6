//! The time line: conversations, and documents that report some, year by year; each year has a page with its calendar, and where there is
//! much, each month and each day.

mod calendar;

use super::Theme;
use super::conversation;
use super::frame::Frame;
use super::home::{LegendItem, legend};
use super::links::{Links, Neighbor, year_anchor};
use super::rows::{self, DocumentRow};
use crate::date::Edtf;
use crate::diagnostic::Diagnostic;
use crate::interface::Interface;
use crate::site::{Conversation, DocumentEntry, Event, Period, Route, Site, Telling, Year};
use calendar::MonthGrid;
use serde::Serialize;

/// Everything `templates/timeline.html` may use.
#[derive(Serialize)]
struct TimelinePage {
    frame: Frame,
    /// “Timeline”, or “1990”, “May 1990” on the page of a year or a month.
    title: String,
    /// What it is a part of: the timeline, the year, the month.
    wholes: Vec<LinkView>,
    /// What the page holds.
    lede: String,
    legend: Vec<LegendItem>,
    /// The ways to the years; on the page of a month or a day, to those beside it.
    ways: Vec<Way>,
    /// The months of a year in which something is dated to the day.
    calendar: Vec<MonthGrid>,
    years: Vec<YearView>,
    earlier: Option<Neighbor>,
    later: Option<Neighbor>,
}

/// The way to a year, a month or a day.
#[derive(Serialize)]
struct Way {
    name: String,
    url: String,
    /// How much there is, where the years have pages of their own.
    n: Option<String>,
    is_current: bool,
}

/// What happened in one year; on the page of a year in one month, on that of a month on one day.
#[derive(Serialize)]
struct YearView {
    name: String,
    anchor: String,
    /// The page with its calendar.
    url: Option<String>,
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
    /// The place of its day in the page, where it is the first of it.
    anchor: Option<String>,
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

pub(super) fn render(site: &Site, theme: &Theme) -> Result<String, Diagnostic> {
    let route = Route::Timeline;
    let links = Links::new(site, &route);
    let say = &site.interface;
    let timeline = &site.timeline;
    let shown: &[Year] = if timeline.is_split {
        &[]
    } else {
        &timeline.years
    };
    let events = shown.iter().flat_map(|year| &year.events);
    let events: Vec<Event> = events.copied().collect();
    let mut views = views(site, &links, &events).into_iter();
    let years = shown.iter().map(|year| {
        let has_months = year.events.len() >= MONTHS_FROM && matches!(year.period, Period::Year(_));
        let of_year: Vec<EventView> = views.by_ref().take(year.events.len()).collect();
        let months = if has_months {
            months(site, &year.events, of_year)
        } else {
            vec![Month::all(of_year)]
        };
        let has_page = timeline.has(year.period);
        YearView {
            name: period_name(say, year.period),
            anchor: year_anchor(year.period),
            url: has_page.then(|| links.to(&Route::TimelinePart(year.period))),
            has_months,
            months,
        }
    });
    let page = TimelinePage {
        frame: frame(site, &route, say.text("nav-timeline")),
        title: say.text("nav-timeline").to_owned(),
        wholes: Vec::new(),
        lede: say.text("timeline-lede").to_owned(),
        legend: legend(site),
        years: years.collect(),
        ways: ways(site, &links, None),
        calendar: Vec::new(),
        earlier: None,
        later: None,
    };
    theme.render("timeline.html", &page)
}

/// The page of a year, a month or a day.
pub(super) fn render_part(
    site: &Site,
    theme: &Theme,
    period: Period,
) -> Result<String, Diagnostic> {
    let route = Route::TimelinePart(period);
    let links = Links::new(site, &route);
    let say = &site.interface;
    let timeline = &site.timeline;
    let listed = timeline.listed(site, period);
    let mut views = views(site, &links, &listed).into_iter();
    let mut years = Vec::new();
    for part in listed.chunk_by(|a, b| section(site, period, *a) == section(site, period, *b)) {
        let of_part = section(site, period, part[0]);
        let mut events: Vec<EventView> = views.by_ref().take(part.len()).collect();
        if matches!(of_part, Period::Month(..)) {
            name_days(site, part, &mut events);
        }
        years.push(YearView {
            name: section_name(say, period, of_part),
            anchor: year_anchor(of_part),
            url: None,
            has_months: false,
            months: vec![Month::all(events)],
        });
    }
    let title = period_name(say, period);
    let above: Vec<Period> = std::iter::successors(period.whole(), |part| part.whole()).collect();
    let mut wholes = vec![LinkView {
        text: say.text("nav-timeline").to_owned(),
        url: links.to(&Route::Timeline),
    }];
    wholes.extend(above.into_iter().rev().map(|part| LinkView {
        text: period_name(say, part),
        url: links.to(&Route::TimelinePart(part)),
    }));
    let beside = beside(site, period);
    let at = beside.iter().position(|other| *other == period);
    let neighbor = |index: Option<usize>| {
        let other = *beside.get(index?)?;
        Some(Neighbor {
            url: links.to(&Route::TimelinePart(other)),
            date: period_name(say, other),
            title: String::new(),
            language: None,
        })
    };
    let n = timeline.within(period).len();
    let mut frame = frame(site, &route, &title);
    frame.of_part(say, &title);
    let page = TimelinePage {
        frame,
        title,
        wholes,
        lede: say.say("timeline-lede-part", &[("n", n.into())]),
        legend: legend(site),
        ways: ways(site, &links, Some(period)),
        calendar: calendar::months(site, &links, period),
        years,
        earlier: neighbor(at.and_then(|at| at.checked_sub(1))),
        later: neighbor(at.map(|at| at + 1)),
    };
    theme.render("timeline.html", &page)
}

fn frame(site: &Site, route: &Route, title: &str) -> Frame {
    let mut frame = Frame::new(site, route, Some(title));
    let archive = ("archive", (&site.config.title).into());
    frame.describe(site.interface.say("timeline-description", &[archive]));
    frame
}

/// “1990”, “May 1990”, “between 1990 and 1999”, “Without a date”.
pub(super) fn period_name(say: &Interface, period: Period) -> String {
    let date = match period {
        Period::Years(from, to) => {
            let dates = [from, to].map(|year| year.to_string());
            return say.say(
                "date-between",
                &[("from", (&dates[0]).into()), ("to", (&dates[1]).into())],
            );
        }
        Period::Undated(0) => return say.text("timeline-undated").to_owned(),
        Period::Undated(part) => {
            return format!("{} ({})", say.text("timeline-undated"), part + 1);
        }
        Period::Year(year) => return year.to_string(),
        Period::Month(..) | Period::Day(..) => Edtf::parse(&period.name()),
    };
    date.map_or_else(|| period.name(), |date| say.date(&date))
}

/// The periods with pages that a page leads to from one to the next.
fn beside(site: &Site, period: Period) -> Vec<Period> {
    let same = |other: &Period| match (period.whole(), other.whole()) {
        (None, None) => true,
        // Months and days go on into the next year and month.
        (Some(_), Some(_)) => std::mem::discriminant(&period) == std::mem::discriminant(other),
        (None, Some(_)) | (Some(_), None) => false,
    };
    let mut beside: Vec<Period> = site.timeline.pages().filter(same).collect();
    beside.sort_by_key(|period| period.order());
    beside
}

/// The ways to the years, or to the months or days beside one.
fn ways(site: &Site, links: &Links<'_>, current: Option<Period>) -> Vec<Way> {
    let say = &site.interface;
    let timeline = &site.timeline;
    let whole = current.and_then(Period::whole);
    let periods: Vec<(Period, usize)> = match current.zip(whole) {
        Some((current, whole)) => {
            let parts = beside(site, current).into_iter();
            let parts = parts.filter(|part| part.whole() == Some(whole));
            parts
                .map(|part| (part, timeline.within(part).len()))
                .collect()
        }
        None => {
            let years = timeline.years.iter();
            years.map(|year| (year.period, year.events.len())).collect()
        }
    };
    let periods = periods.into_iter().map(|(period, n)| Way {
        name: period_name(say, period),
        url: match current.is_some() || timeline.is_split {
            true if timeline.has(period) => links.to(&Route::TimelinePart(period)),
            true => format!("{}#{}", links.to(&Route::Timeline), year_anchor(period)),
            false => format!("#{}", year_anchor(period)),
        },
        n: timeline.is_split.then(|| say.number(n)),
        is_current: current == Some(period),
    });
    periods.collect()
}

/// Under which heading of a page something stands: a month on the page of a year, a day on that of a month, or what is known no
/// better than the page itself.
fn section(site: &Site, page: Period, event: Event) -> Period {
    let own = event.period(site);
    match (page, own) {
        (Period::Year(_), Period::Day(year, month, _)) => Period::Month(year, month),
        (Period::Undated(_), _) => page,
        _ => own,
    }
}

fn section_name(say: &Interface, page: Period, section: Period) -> String {
    let name = period_name(say, section);
    let date = [("date", (&name).into())];
    match (page, section) {
        (Period::Year(_), Period::Year(_)) => say.say("timeline-no-month", &date),
        (Period::Month(..), Period::Month(..)) => say.say("timeline-no-day", &date),
        _ => name,
    }
}

/// Marks the first event of each day.
fn name_days(site: &Site, events: &[Event], views: &mut [EventView]) {
    let mut last = None;
    for (event, view) in events.iter().zip(views) {
        let own = event.period(site);
        if matches!(own, Period::Day(..)) && last != Some(own) {
            view.anchor = Some(year_anchor(own));
            last = Some(own);
        }
    }
}

impl Month {
    fn all(events: Vec<EventView>) -> Month {
        Month { name: None, events }
    }
}

/// A year's events by month.
fn months(site: &Site, events: &[Event], views: Vec<EventView>) -> Vec<Month> {
    let mut months: Vec<(Option<Period>, Month)> = Vec::new();
    for (event, view) in events.iter().zip(views) {
        let month = match event.period(site) {
            Period::Day(year, month, _) | Period::Month(year, month) => {
                Some(Period::Month(year, month))
            }
            Period::Years(..) | Period::Year(_) | Period::Undated(_) => None,
        };
        if months.last().is_none_or(|(last, _)| *last != month) {
            let name = month.map(|month| period_name(&site.interface, month));
            months.push((
                month,
                Month {
                    name,
                    events: Vec::new(),
                },
            ));
        }
        if let Some((_, last)) = months.last_mut() {
            last.events.push(view);
        }
    }
    months.into_iter().map(|(_, month)| month).collect()
}

/// Events, those with one record drawn, all to one scale.
fn views(site: &Site, links: &Links<'_>, events: &[Event]) -> Vec<EventView> {
    let documents: Vec<&DocumentEntry> = events
        .iter()
        .filter_map(|event| drawn(site, *event))
        .collect();
    let mut rows = rows::documents(site, links, &documents, None).into_iter();
    events
        .iter()
        .map(|event| {
            let row = drawn_row(site, *event, &mut rows);
            view(site, links, *event, row)
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
        anchor: None,
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
