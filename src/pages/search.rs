//! The search page: a form that a script answers, and what to do without one.

use super::Theme;
use super::frame::Frame;
use super::links::Links;
use crate::date::Edtf;
use crate::diagnostic::Diagnostic;
use crate::site::{DocumentEntry, LATER, Route, SEARCH, Site};
use serde::Serialize;

/// Everything `templates/search.html` may use.
#[derive(Serialize)]
struct SearchPage {
    frame: Frame,
    /// Scripts that are loaded where they are wanted, parted by blanks.
    later_scripts: String,
    people_url: String,
    timeline_url: String,
    /// The documents, for readers without scripts; none where they are more than a list can hold, which the timeline has in parts.
    documents: Vec<DocumentLink>,
    /// Who speaks most, as the help writes `speaker:`.
    example_speaker: Option<String>,
    /// A month or year of the archive, as the help writes `date:`.
    example_date: String,
    /// A span of years.
    example_span: String,
}

#[derive(Serialize)]
struct DocumentLink {
    title: String,
    /// The title's, where it is not that of the pages.
    language: Option<String>,
    url: String,
    date: Option<String>,
}

/// The documents, where a reader who looks for one can read the list; every search would carry it.
fn listed(site: &Site) -> &[DocumentEntry] {
    if site.documents.len() > MOST_LISTED {
        return &[];
    }
    &site.documents
}

/// So many documents are listed at most.
const MOST_LISTED: usize = 100;

pub(super) fn render(site: &Site, theme: &Theme) -> Result<String, Diagnostic> {
    let links = Links::new(site, &Route::Search);
    let mut frame = Frame::new(
        site,
        &Route::Search,
        Some(site.interface.text("nav-search")),
    );
    frame.has_search_field = false;
    frame.add_script(site, &Route::Search, SEARCH);
    let dates: Vec<&Edtf> = site
        .documents
        .iter()
        .filter_map(|document| document.talk_date())
        .collect();
    let years = match dates.as_slice() {
        [] => (1990, 1991),
        [first, .., last] if first.year() != last.year() => (first.year(), last.year()),
        [first, ..] => (first.year(), first.year() + 1),
    };
    let example_speaker = site
        .speakers
        .first()
        .and_then(|id| site.people.get(id))
        .map(|person| {
            let surname = person.sort.split(',').next().unwrap_or_default();
            if surname.is_empty() || surname.contains(char::is_whitespace) {
                person.id.to_string()
            } else {
                surname.to_lowercase()
            }
        });
    let page = SearchPage {
        frame,
        later_scripts: LATER
            .map(|name| links.to(&Route::Asset(name.to_owned())))
            .join(" "),
        people_url: links.to(&Route::People),
        timeline_url: links.to(&Route::Timeline),
        documents: listed(site)
            .iter()
            .map(|document| DocumentLink {
                title: document.facts.title.clone(),
                language: super::foreign(site, document),
                url: links.document(document),
                date: document
                    .facts
                    .date
                    .as_ref()
                    .map(|date| site.interface.date(date)),
            })
            .collect(),
        example_speaker,
        example_date: match dates.first() {
            Some(date) => match date.month() {
                Some(month) => format!("{:04}-{month:02}", date.year()),
                None => format!("{:04}", date.year()),
            },
            None => format!("{:04}", years.0),
        },
        example_span: format!("{:04}..{:04}", years.0, years.1),
    };
    theme.render("search.html", &page)
}
