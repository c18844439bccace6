//! The home page: what the archive is, its documents, a way to search them, who speaks.

use super::Theme;
use super::frame::Frame;
use super::links::Links;
use super::rows::{self, DocumentRow};
use super::table::Table;
use super::words;
use crate::diagnostic::Diagnostic;
use crate::site::{DocumentEntry, Route, Site, Tally};
use serde::Serialize;

/// Everything `templates/home.html` may use.
#[derive(Serialize)]
struct HomePage<'a> {
    frame: Frame,
    subtitle: Option<&'a str>,
    description: Option<&'a str>,
    /// “4 documents, 107 turns, 9,751 words spoken; 6 people speak.”
    extent: String,
    rows: Vec<DocumentRow>,
    legend: Vec<LegendItem>,
    speakers: Table<'a>,
    /// How the table counts, and what is counted for nobody.
    speakers_note: String,
    people_url: String,
    timeline_url: String,
    data_url: String,
}

/// A speaker in the legend of the drawings.
#[derive(Serialize)]
pub(super) struct LegendItem {
    glyph: &'static str,
    name: String,
}

pub(super) fn render(site: &Site, theme: &Theme) -> Result<String, Diagnostic> {
    let route = Route::Home;
    let links = Links::new(site, &route);
    let mut frame = Frame::new(site, &route, None);
    frame.has_search_field = false;
    let documents: Vec<&DocumentEntry> = site.documents.iter().collect();
    let page = HomePage {
        subtitle: site.config.subtitle.as_deref(),
        description: site.config.description.as_deref(),
        extent: extent(site),
        rows: rows::documents(site, &links, &documents, None),
        legend: legend(site),
        speakers: speakers(site, &links),
        speakers_note: speakers_note(site),
        people_url: links.to(&Route::People),
        timeline_url: links.to(&Route::Timeline),
        data_url: links.to(&Route::Data),
        frame,
    };
    theme.render("home.html", &page)
}

fn extent(site: &Site) -> String {
    site.interface.say(
        "home-extent",
        &[
            ("documents", site.documents.len().into()),
            ("turns", site.n_turns().into()),
            ("words", total(site).n_words.into()),
            ("people", site.speakers.len().into()),
        ],
    )
}

fn total(site: &Site) -> Tally {
    site.documents
        .iter()
        .map(|document| document.tally)
        .fold(Tally::default(), |a, b| a + b)
}

fn unmarked(site: &Site) -> Tally {
    site.documents
        .iter()
        .map(|document| document.unmarked)
        .fold(Tally::default(), |a, b| a + b)
}

/// The colors of the drawings: six speakers, and one color for all others.
pub(super) fn legend(site: &Site) -> Vec<LegendItem> {
    let mut legend: Vec<LegendItem> = site
        .speakers
        .iter()
        .take(6)
        .filter_map(|id| site.people.get(id))
        .map(|person| LegendItem {
            glyph: words::slot_class(person.slot),
            name: person.name.clone(),
        })
        .collect();
    if site.speakers.len() > 6
        && let Some(last) = legend.last_mut()
    {
        let name = ("name", (&last.name).into());
        last.name = site.interface.say("legend-all-others", &[name]);
    }
    legend
}

/// How many speakers the home page lists; the index of people has them all.
const MOST_LISTED: usize = 24;

fn speakers<'a>(site: &'a Site, links: &Links<'_>) -> Table<'a> {
    let all = total(site).n_words;
    let any_by_editors = site
        .people
        .values()
        .any(|person| person.by_editors.n_turns > 0);
    let say = &site.interface;
    let mut heads = vec!["head-speaker", "head-documents", "head-turns", "head-words"];
    if any_by_editors {
        heads.push("head-words-by-editors");
    }
    heads.push("head-share");
    let mut table = Table::new(say, "who-speaks", &heads);
    for id in site.speakers.iter().take(MOST_LISTED) {
        let Some(person) = site.people.get(id) else {
            continue;
        };
        let mut row = table.row(&person.name, links.person(id));
        row.glyph(words::slot_class(person.slot));
        row.number(person.appearances.len());
        row.number(person.printed.n_turns);
        row.number(person.printed.n_words);
        if any_by_editors {
            row.number(person.by_editors.n_words);
        }
        row.figure(&words::percent(say, person.total().n_words, all));
    }
    table
}

/// How the table counts, and what is counted for nobody.
fn speakers_note(site: &Site) -> String {
    let say = &site.interface;
    let mut note = say.text("counting").to_owned();
    let by_editors = site
        .people
        .values()
        .map(|person| person.by_editors)
        .fold(Tally::default(), |a, b| a + b);
    if by_editors.n_turns > 0 {
        note.push(' ');
        note.push_str(say.text("counting-by-editors"));
    }
    let nobody = unmarked(site);
    if nobody.n_turns > 0 {
        let share = words::percent(say, nobody.n_words, total(site).n_words);
        note.push(' ');
        note.push_str(&say.say(
            "counting-nobody",
            &[
                ("words", nobody.n_words.into()),
                ("share", (&share).into()),
                ("turns", nobody.n_turns.into()),
            ],
        ));
    }
    note
}
