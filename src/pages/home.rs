//! The home page: what the archive is, its documents, a way to search them, who speaks.

use super::Theme;
use super::changes::{self, ChangeView};
use super::entries;
use super::frame::Frame;
use super::html::Html;
use super::links::Links;
use super::rows::{self, DocumentRow};
use super::table::Table;
use super::timeline;
use super::words;
use crate::date::Edtf;
use crate::diagnostic::Diagnostic;
use crate::site::{DocumentEntry, Period, Route, Site, Tally};
use serde::Serialize;

/// Everything `templates/home.html` may use.
#[derive(Serialize)]
struct HomePage<'a> {
    frame: Frame,
    subtitle: Option<&'a str>,
    description: Option<&'a str>,
    /// “4 documents, 107 turns, 9,751 words spoken; 6 people speak.”
    extent: String,
    /// “Documents, in order of time”.
    documents_title: &'a str,
    /// What the listed documents are, where not all are listed: “The earliest of them”.
    first_title: Option<&'a str>,
    /// The documents by year, where there are too many to list.
    years: Vec<YearView>,
    /// The documents, or the first of many.
    rows: Vec<DocumentRow>,
    /// “All 500 documents, in the timeline”, where not all are listed.
    all_documents: Option<String>,
    /// What was added and changed last.
    latest: Vec<ChangeView>,
    changes_url: Option<String>,
    legend: Vec<LegendItem>,
    speakers: Table<'a>,
    /// How the table counts, and what is counted for nobody.
    speakers_note: String,
    /// Essays and lessons.
    essays: Vec<EssayItem<'a>>,
    people_url: String,
    timeline_url: String,
    /// Places, glossary, kinds, subjects: those there are.
    indexes: Vec<IndexLink<'a>>,
    data_url: String,
}

/// The way to an index.
#[derive(Serialize)]
struct IndexLink<'a> {
    title: &'a str,
    url: String,
}

/// The documents of a year.
#[derive(Serialize)]
struct YearView {
    name: String,
    url: String,
    /// “12 documents”.
    n: String,
    bar_html: Html,
}

/// An essay or a lesson.
#[derive(Serialize)]
struct EssayItem<'a> {
    /// “Essay”, “Lesson”.
    kind: &'a str,
    title: String,
    url: String,
    description: Option<&'a str>,
    /// The language of its words, where it is not that of the site.
    language: Option<&'a str>,
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
    let n = site.documents.len();
    let is_cut = n > MOST_ROWS;
    let documents = site.documents.iter();
    let documents: Vec<&DocumentEntry> = documents
        .take(if is_cut { FIRST_ROWS } else { n })
        .collect();
    let latest = site.changes.len().min(LATEST);
    let all = || site.interface.say("home-all", &[("n", n.into())]);
    let is_dated = site.documents.iter().any(|one| one.talk_date().is_some());
    let say = &site.interface;
    let page = HomePage {
        documents_title: say.text(if is_dated && n > 1 {
            "home-documents"
        } else {
            "nav-documents"
        }),
        first_title: is_cut.then(|| say.text(if is_dated { "home-first" } else { "home-some" })),
        subtitle: site.config.subtitle.as_deref(),
        description: site.config.description.as_deref(),
        extent: extent(site),
        years: if is_cut && is_dated {
            years(site, &links)
        } else {
            Vec::new()
        },
        all_documents: is_cut.then(all),
        latest: changes::views(site, &links, &site.changes[..latest]),
        changes_url: site.has_changes().then(|| links.to(&Route::Changes)),
        rows: rows::documents(site, &links, &documents, None),
        legend: legend(site),
        speakers: speakers(site, &links),
        speakers_note: speakers_note(site),
        essays: essays(site, &links),
        people_url: links.to(&Route::People),
        timeline_url: links.to(&Route::Timeline),
        indexes: site
            .index_routes()
            .iter()
            .map(|route| IndexLink {
                title: site.interface.text(entries::title(route)),
                url: links.to(route),
            })
            .collect(),
        data_url: links.to(&Route::Data),
        frame,
    };
    theme.render("home.html", &page)
}

fn essays<'a>(site: &'a Site, links: &Links<'_>) -> Vec<EssayItem<'a>> {
    let pages = site.pages.iter().enumerate();
    pages
        .filter_map(|(index, page)| {
            Some(EssayItem {
                kind: super::page::kind(&site.interface, page.essay.kind)?,
                title: super::page_title(site, index),
                url: links.to(&Route::Page(index)),
                description: page.essay.description.as_deref(),
                language: page.essay.language.as_deref(),
            })
        })
        .collect()
}

/// Up to how many documents are all listed, and how many of more.
const MOST_ROWS: usize = 30;
const FIRST_ROWS: usize = 10;

/// How many changes the home page names.
const LATEST: usize = 5;

/// How many documents each year has; a bar's length is their number.
fn years(site: &Site, links: &Links<'_>) -> Vec<YearView> {
    let say = &site.interface;
    let mut counts: Vec<(Period, Option<&Edtf>, usize)> = Vec::new();
    let mut dates: Vec<Option<&Edtf>> = site
        .documents
        .iter()
        .map(DocumentEntry::talk_date)
        .collect();
    dates.sort_by_key(|date| Period::of(*date).order());
    for date in dates {
        let year = Period::of(date);
        match counts.last_mut() {
            Some((last, _, n)) if *last == year => *n += 1,
            _ => counts.push((year, date, 1)),
        }
    }
    let most = counts.iter().map(|(.., n)| *n).max().unwrap_or(1);
    counts
        .into_iter()
        .map(|(year, date, n)| {
            let width = (n * 1000 / most).max(8).to_string();
            let mut bar_html = Html::new();
            bar_html.open(
                "svg",
                &[
                    ("class", "year-bar"),
                    ("viewBox", "0 0 1000 10"),
                    ("preserveAspectRatio", "none"),
                    ("aria-hidden", "true"),
                ],
            );
            bar_html.element("rect", &[("width", &width), ("height", "10")], "");
            bar_html.close("svg");
            YearView {
                name: timeline::period_name(say, year),
                url: links.year(date),
                n: say.say("documents-n", &[("n", n.into())]),
                bar_html,
            }
        })
        .collect()
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
    if site.documents.iter().any(super::document::is_translated) {
        note.push(' ');
        note.push_str(say.text("counted-in-translations"));
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
