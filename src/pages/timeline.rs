//! The time line: documents, and the conversations that documents report, year by year.

use super::Theme;
use super::frame::Frame;
use super::home::{LegendItem, legend};
use super::links::{Links, conversation_anchor};
use super::rows::{self, DocumentRow};
use crate::date::Edtf;
use crate::diagnostic::Diagnostic;
use crate::site::{DocumentEntry, Route, Site};
use serde::Serialize;

/// Everything `templates/timeline.html` may use.
#[derive(Serialize)]
struct TimelinePage {
    frame: Frame,
    legend: Vec<LegendItem>,
    years: Vec<Year>,
}

/// What happened in one year.
#[derive(Serialize)]
struct Year {
    name: String,
    anchor: String,
    events: Vec<Event>,
}

/// A talk, or a document that reports talks.
#[derive(Serialize)]
struct Event {
    date: String,
    datetime: Option<String>,
    place: Option<String>,
    title: String,
    /// The title's and the place's, where it is not that of the pages.
    language: Option<String>,
    url: String,
    about: String,
    row: Option<DocumentRow>,
}

pub(super) fn render(site: &Site, theme: &Theme) -> Result<String, Diagnostic> {
    let route = Route::Timeline;
    let links = Links::new(site, &route);
    let say = &site.interface;
    let documents: Vec<&DocumentEntry> = site.documents.iter().collect();
    let rows = rows::documents(site, &links, &documents, None);
    let mut events: Vec<(Option<&Edtf>, Event)> = Vec::new();
    for (document, row) in documents.iter().zip(rows) {
        for (index, conversation) in document.conversations.iter().enumerate() {
            let n_turns = document
                .turns
                .iter()
                .filter(|turn| turn.conversation == Some(index))
                .count();
            let title = ("title", (&document.facts.title).into());
            let about = match n_turns {
                0 => say.say("timeline-told-in", &[title]),
                n => say.say("timeline-quoted-in", &[("n", n.into()), title]),
            };
            let anchor = conversation_anchor(conversation);
            events.push((
                conversation.date.as_ref(),
                Event {
                    date: say.date_or_none(conversation.date.as_ref()),
                    datetime: conversation.date.as_ref().and_then(Edtf::html_datetime),
                    place: conversation.place.clone(),
                    title: conversation.title.clone(),
                    language: None,
                    url: links.in_document(document, &anchor),
                    about,
                    row: None,
                },
            ));
        }
        let about = if document.conversations.is_empty() {
            document.facts.kind.clone().unwrap_or_default()
        } else {
            say.say(
                "timeline-published",
                &[("n", document.conversations.len().into())],
            )
        };
        let date = document.facts.date.as_ref();
        events.push((
            date,
            Event {
                date: say.date_or_none(date),
                datetime: date.and_then(Edtf::html_datetime),
                place: document.facts.place.clone(),
                title: document.facts.title.clone(),
                language: super::foreign(site, document),
                url: links.document(document),
                about,
                row: Some(row),
            },
        ));
    }
    // In order of time, those without a date last; the order of the documents decides among equals.
    events.sort_by(|a, b| match (a.0, b.0) {
        (Some(x), Some(y)) => x.cmp(y),
        (Some(_), None) => std::cmp::Ordering::Less,
        (None, Some(_)) => std::cmp::Ordering::Greater,
        (None, None) => std::cmp::Ordering::Equal,
    });
    let mut years: Vec<Year> = Vec::new();
    for (date, event) in events {
        let (name, anchor) = match date {
            Some(date) => (date.year().to_string(), format!("year-{}", date.year())),
            None => (
                say.text("timeline-undated").to_owned(),
                "year-none".to_owned(),
            ),
        };
        if years.last().is_none_or(|year| year.anchor != anchor) {
            years.push(Year {
                name,
                anchor,
                events: Vec::new(),
            });
        }
        if let Some(year) = years.last_mut() {
            year.events.push(event);
        }
    }
    let mut frame = Frame::new(site, &route, Some(say.text("nav-timeline")));
    frame.description = Some(say.say(
        "timeline-description",
        &[("archive", (&site.config.title).into())],
    ));
    let page = TimelinePage {
        frame,
        legend: legend(site),
        years,
    };
    theme.render("timeline.html", &page)
}
