//! A speaker's page: who it is, as printed where, with whom, in which words, and every turn by its opening.
//!
//! Where somebody has more turns than a page can show, they stand on pages of their own, one for each year.

mod drawing;
mod mentions;
mod names;
mod openings;
mod tables;

use super::Theme;
use super::frame::{Alternate, Frame};
use super::html::Html;
use super::links::Links;
use super::rows::{self, DocumentRow};
use super::table::Table;
use super::words;
use crate::authority::Role;
use crate::date::Edtf;
use crate::diagnostic::Diagnostic;
use crate::interface::Interface;
use crate::site::{Appearance, DocumentEntry, ExportFile, PersonEntry, Route, Site, SpeakerTable};
use mentions::MentionsView;
use names::{AuthorityView, FormsView};
use openings::AppearanceView;
use serde::Serialize;
use tables::ComparisonView;

/// The most documents drawn on one page.
const MOST_DRAWN: usize = 60;

/// Everything `templates/speaker.html` may use.
#[derive(Serialize)]
struct SpeakerPage<'a> {
    frame: Frame,
    name: &'a str,
    glyph: &'static str,
    id: &'a str,
    description: Option<&'a str>,
    portrait: Option<PortraitView>,
    /// “Speaks in all 4 documents: 44 turns, 5,138 words, 53% of all that is said.”
    extent: String,
    /// “… assigned by the editors …”, where there are any.
    by_editors: Option<String>,
    roles: Vec<String>,
    names: Vec<&'a str>,
    /// Labels as printed.
    labels: FormsView,
    /// Forms in which others mention the person.
    mentioned_as: FormsView,
    /// A short life, in paragraphs.
    biography: Vec<&'a str>,
    biography_by: Option<&'a str>,
    /// What no source prints and the editors added.
    editors: Option<&'a str>,
    is_provisional: bool,
    authorities: Vec<AuthorityView>,
    /// The documents drawn; none where there are too many.
    rows: Vec<DocumentRow>,
    /// By document; nothing where each year has a page of its own.
    counts: Option<Table<'a>>,
    /// By year, where there is more than one; leads to the pages of the years, where there are such.
    years: Option<Table<'a>>,
    years_html: Html,
    /// Whether the turns stand on pages of their own, by year.
    is_split: bool,
    companions: Option<Table<'a>>,
    comparisons: Vec<ComparisonView<'a>>,
    /// Empty where the turns stand on pages of their own.
    appearances: Vec<AppearanceView>,
    /// The CSV with every turn in full.
    turns_csv_url: Option<String>,
    /// The CSV with every form of the name.
    names_csv_url: Option<String>,
    mentions: Option<MentionsView>,
    present: Vec<PresentIn>,
    people_url: String,
}

/// A picture of the person.
#[derive(Serialize)]
struct PortraitView {
    url: String,
    /// In pixels, so that nothing moves when it comes.
    width: u32,
    height: u32,
    /// What it shows.
    alt: String,
    /// Who made it, and what may be done with it.
    credit: Option<String>,
}

/// A turn in which the person is mentioned.
#[derive(Serialize)]
struct Place {
    text: String,
    url: String,
}

/// A document in which the person is present without speaking.
#[derive(Serialize)]
struct PresentIn {
    title: String,
    /// The title's, where it is not that of the pages.
    language: Option<String>,
    url: String,
}

/// How much somebody says, and whose words were counted.
fn counted(site: &Site, person: &PersonEntry, extent: String) -> String {
    let documents = person
        .appearances
        .iter()
        .map(|one| &site.documents[one.document]);
    let mut documents = documents.filter(|one| super::document::is_translated(one));
    match documents.next() {
        Some(_) => format!(
            "{extent} {}",
            site.interface.text("counted-in-translations")
        ),
        None => extent,
    }
}

pub(super) fn render(
    site: &Site,
    theme: &Theme,
    route: &Route,
    person: &PersonEntry,
) -> Result<String, Diagnostic> {
    let links = Links::new(site, route);
    let say = &site.interface;
    let mut frame = Frame::new(site, route, Some(&person.name));
    frame.describe(say.say(
        "speaker-description",
        &[
            ("name", (&person.name).into()),
            ("extent", (&extent(site, person, false)).into()),
        ],
    ));
    names::metadata(person, &mut frame);
    frame.alternates.push(Alternate {
        media_type: "application/atom+xml",
        title: person.name.clone(),
        url: links.to(&Route::Export(ExportFile::SpeakerFeed(person.id.clone()))),
    });
    let apart = site.years_apart(person);
    let shown: &[Appearance] = match apart.as_slice() {
        [] => &person.appearances,
        _ => &[],
    };
    let printed = site.printed_names(person);
    let csv = |table: SpeakerTable| tables::csv(site, &links, person, table);
    let authority = person.authority.as_ref();
    let page = SpeakerPage {
        name: &person.name,
        glyph: words::slot_class(person.slot),
        id: person.id.as_str(),
        description: authority.and_then(|a| a.description.as_deref()),
        portrait: portrait(site, &links, person),
        extent: counted(site, person, extent(site, person, true)),
        by_editors: (person.by_editors.n_turns > 0).then(|| {
            say.say(
                "speaker-by-editors",
                &[
                    ("turns", person.by_editors.n_turns.into()),
                    ("words", person.by_editors.n_words.into()),
                ],
            )
        }),
        roles: authority
            .map(|a| a.roles.iter().map(|one| role(say, one)).collect())
            .unwrap_or_default(),
        names: authority
            .map(|a| a.names.iter().map(String::as_str).collect())
            .unwrap_or_default(),
        labels: names::forms(site, &links, &printed.labels, "speaker-label-n"),
        mentioned_as: names::forms(site, &links, &printed.mentions, "speaker-mention-n"),
        biography: biography(authority.and_then(|a| a.biography.as_deref())),
        biography_by: authority.and_then(|a| a.biography_by.as_deref()),
        editors: authority.and_then(|a| a.editors.as_deref()),
        is_provisional: authority.is_none(),
        authorities: authority.map(names::authorities).unwrap_or_default(),
        rows: drawn(site, &links, person, shown),
        counts: (!shown.is_empty()).then(|| tables::counts(site, &links, person, shown)),
        years: tables::years(site, &links, person, &apart),
        years_html: drawing::years(site, person),
        is_split: !apart.is_empty(),
        companions: tables::companions(site, &links, person),
        comparisons: tables::distinctive(site, &links, person),
        appearances: openings::appearances(site, &links, shown),
        turns_csv_url: csv(SpeakerTable::Turns),
        names_csv_url: csv(SpeakerTable::Names),
        mentions: mentions::by_others(site, &links, person),
        present: person
            .present
            .iter()
            .map(|index| &site.documents[*index])
            .map(|document| PresentIn {
                title: document.facts.title.clone(),
                language: super::foreign(site, document),
                url: links.document(document),
            })
            .collect(),
        people_url: links.to(&Route::People),
        frame,
    };
    theme.render("speaker.html", &page)
}

fn portrait(site: &Site, links: &Links<'_>, person: &PersonEntry) -> Option<PortraitView> {
    let picture = site.portraits.get(&person.id)?;
    let authority = person.authority.as_ref()?;
    let name = ("name", (&person.name).into());
    Some(PortraitView {
        url: links.encoded(&picture.route),
        width: picture.width,
        height: picture.height,
        alt: authority
            .portrait_alt
            .clone()
            .unwrap_or_else(|| site.interface.say("speaker-portrait", &[name])),
        credit: authority.portrait_credit.clone(),
    })
}

/// The paragraphs of a short life.
fn biography(text: Option<&str>) -> Vec<&str> {
    let paragraphs = text.unwrap_or_default().split("\n\n").map(str::trim);
    paragraphs
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

/// Everything `templates/speaker_year.html` may use.
#[derive(Serialize)]
struct SpeakerYearPage<'a> {
    frame: Frame,
    name: &'a str,
    glyph: &'static str,
    /// “1990”, or that the date is not stated.
    year: String,
    speaker_url: String,
    years: Vec<YearLink>,
    rows: Vec<DocumentRow>,
    counts: Table<'a>,
    appearances: Vec<AppearanceView>,
}

/// The page of another year.
#[derive(Serialize)]
struct YearLink {
    text: String,
    url: String,
    is_current: bool,
}

/// The page of one year.
pub(super) fn render_year(
    site: &Site,
    theme: &Theme,
    route: &Route,
    person: &PersonEntry,
    year: Option<i32>,
) -> Result<String, Diagnostic> {
    let links = Links::new(site, route);
    let name = tables::year_name(site, year);
    let values = [("name", (&person.name).into()), ("year", (&name).into())];
    let title = site.interface.say("speaker-year-title", &values);
    let appearances = site.appearances_in(person, year);
    let mut frame = Frame::new(site, route, Some(&title));
    frame.of_part(&site.interface, &title);
    let page = SpeakerYearPage {
        frame,
        name: &person.name,
        glyph: words::slot_class(person.slot),
        speaker_url: links.to(&Route::Speaker(person.id.clone())),
        years: site
            .years_apart(person)
            .into_iter()
            .map(|other| YearLink {
                text: tables::year_name(site, other),
                url: links.to(&Route::SpeakerYear(person.id.clone(), other)),
                is_current: other == year,
            })
            .collect(),
        rows: drawn(site, &links, person, &appearances),
        counts: tables::counts(site, &links, person, &appearances).with_csv(None),
        appearances: openings::appearances(site, &links, &appearances),
        year: name,
    };
    theme.render("speaker_year.html", &page)
}

/// The documents of these turns, drawn; none where there are too many.
fn drawn(
    site: &Site,
    links: &Links<'_>,
    person: &PersonEntry,
    appearances: &[Appearance],
) -> Vec<DocumentRow> {
    if appearances.len() > MOST_DRAWN {
        return Vec::new();
    }
    let documents: Vec<&DocumentEntry> = appearances
        .iter()
        .map(|appearance| &site.documents[appearance.document])
        .collect();
    rows::documents(site, links, &documents, Some(&person.id))
}

/// Where the person speaks and how much; with `by_name`, as a whole sentence.
fn extent(site: &Site, person: &PersonEntry, by_name: bool) -> String {
    let say = &site.interface;
    let share = words::percent(say, person.printed.n_words, site.tally.n_words);
    let (n, n_all) = (person.appearances.len(), site.documents.len());
    let id = match (n > 1 && n == n_all, by_name) {
        (true, true) => "speaker-extent-everywhere",
        (true, false) => "speaker-extent-everywhere-of",
        (false, true) => "speaker-extent",
        (false, false) => "speaker-extent-of",
    };
    say.say(
        id,
        &[
            ("name", (&person.name).into()),
            ("documents", n.into()),
            ("all", n_all.into()),
            ("turns", person.printed.n_turns.into()),
            ("words", person.printed.n_words.into()),
            ("share", (&share).into()),
        ],
    )
}

/// “President of the USSR, 15 March 1990 to 25 December 1991”.
pub(super) fn role(say: &Interface, role: &Role) -> String {
    let date = |date: &Option<String>| {
        date.as_deref()
            .map(|text| Edtf::parse(text).map_or_else(|| text.to_owned(), |date| say.date(&date)))
    };
    let title = ("title", (&role.title).into());
    match (date(&role.from), date(&role.to)) {
        (Some(from), Some(to)) => {
            let dates = [title, ("from", (&from).into()), ("to", (&to).into())];
            say.say("role-span", &dates)
        }
        (Some(from), None) => say.say("role-from", &[title, ("from", (&from).into())]),
        (None, Some(to)) => say.say("role-until", &[title, ("to", (&to).into())]),
        (None, None) => role.title.clone(),
    }
}

/// When these turns were said: one date, or the first and the last.
fn when(say: &Interface, document: &DocumentEntry, turns: &[usize]) -> String {
    let mut dates: Vec<&Edtf> = turns
        .iter()
        .filter_map(|turn| document.turn_date(*turn))
        .collect();
    dates.sort();
    match (dates.first(), dates.last()) {
        (Some(first), Some(last)) if first == last => say.date(first),
        (Some(first), Some(last)) => say.span(&say.date(first), &say.date(last)),
        _ => say.text("date-not-stated").to_owned(),
    }
}
