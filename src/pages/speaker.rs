//! A speaker's page: who it is, as printed where, and every turn by its opening.

use super::Theme;
use super::frame::Frame;
use super::links::Links;
use super::rows::{self, DocumentRow};
use super::table::Table;
use super::words;
use crate::authority::Role;
use crate::date::Edtf;
use crate::diagnostic::Diagnostic;
use crate::site::{DocumentEntry, PersonEntry, Route, Site, Tally};
use serde::Serialize;
use std::collections::BTreeMap;

/// Everything `templates/speaker.html` may use.
#[derive(Serialize)]
struct SpeakerPage<'a> {
    frame: Frame,
    name: &'a str,
    glyph: &'static str,
    id: &'a str,
    description: Option<&'a str>,
    /// “Speaks in all 4 documents: 44 turns, 5,138 words, 53% of all that is said.”
    extent: String,
    /// “… assigned by the editors …”, where there are any.
    by_editors: Option<String>,
    roles: Vec<String>,
    names: Vec<&'a str>,
    labels: Vec<String>,
    /// What no source prints and the editors added.
    editors: Option<&'a str>,
    is_provisional: bool,
    same_as: &'a [String],
    rows: Vec<DocumentRow>,
    counts: Table,
    appearances: Vec<AppearanceView>,
    mentioned_by: Vec<MentionedBy>,
    present: Vec<PresentIn>,
    people_url: String,
}

/// The turns in one document.
#[derive(Serialize)]
struct AppearanceView {
    title: String,
    url: String,
    date: String,
    n_turns: String,
    language: Option<String>,
    turns: Vec<OpeningView>,
}

/// A turn by its opening words.
#[derive(Serialize)]
struct OpeningView {
    number: String,
    url: String,
    opening: String,
    n_words: String,
    /// Whether the editors say that it is this person's.
    is_assigned: bool,
}

/// Somebody else who mentions the person.
#[derive(Serialize)]
struct MentionedBy {
    name: String,
    url: Option<String>,
    glyph: &'static str,
    places: Vec<Place>,
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
    url: String,
}

pub(super) fn render(
    site: &Site,
    theme: &Theme,
    route: &Route,
    person: &PersonEntry,
) -> Result<String, Diagnostic> {
    let links = Links::new(site, route);
    let mut frame = Frame::new(site, route, Some(&person.name));
    frame.description = Some(format!("{}: {}", person.name, extent(site, person)));
    let documents: Vec<&DocumentEntry> = person
        .appearances
        .iter()
        .map(|appearance| &site.documents[appearance.document])
        .collect();
    let authority = person.authority.as_ref();
    let page = SpeakerPage {
        name: &person.name,
        glyph: words::slot_class(person.slot),
        id: person.id.as_str(),
        description: authority.and_then(|a| a.description.as_deref()),
        extent: extent(site, person),
        by_editors: (person.by_editors.n_turns > 0).then(|| {
            format!(
                "Beyond these, the editors assign {} with {}, printed without a label.",
                words::turns(person.by_editors.n_turns),
                words::words(person.by_editors.n_words)
            )
        }),
        roles: authority
            .map(|a| a.roles.iter().map(role).collect())
            .unwrap_or_default(),
        names: authority
            .map(|a| a.names.iter().map(String::as_str).collect())
            .unwrap_or_default(),
        labels: person
            .labels
            .iter()
            .map(|(label, n)| format!("{label} ({})", words::turns(*n)))
            .collect(),
        editors: authority.and_then(|a| a.editors.as_deref()),
        is_provisional: authority.is_none(),
        same_as: authority.map(|a| a.same_as.as_slice()).unwrap_or_default(),
        rows: rows::documents(site, &links, &documents, Some(&person.id)),
        counts: counts(site, &links, person),
        appearances: appearances(site, &links, person),
        mentioned_by: mentioned_by(site, &links, person),
        present: person
            .present
            .iter()
            .map(|index| &site.documents[*index])
            .map(|document| PresentIn {
                title: document.facts.title.clone(),
                url: links.document(document),
            })
            .collect(),
        people_url: links.to(&Route::People),
        frame,
    };
    theme.render("speaker.html", &page)
}

fn extent(site: &Site, person: &PersonEntry) -> String {
    let all: usize = site
        .documents
        .iter()
        .map(|document| document.tally.n_words)
        .sum();
    let n = person.appearances.len();
    let documents = match (n, site.documents.len()) {
        (1, _) => "one document".to_owned(),
        (n, all) if n == all => format!("all {n} documents"),
        (n, all) => format!("{n} of {all} documents"),
    };
    format!(
        "speaks in {documents}; by label or quotation {}, {}, {} of all that is said.",
        words::turns(person.printed.n_turns),
        words::words(person.printed.n_words),
        words::percent(person.printed.n_words, all),
    )
}

fn role(role: &Role) -> String {
    let english = |date: &Option<String>| {
        date.as_deref()
            .map(|text| Edtf::parse(text).map_or_else(|| text.to_owned(), |date| date.english()))
    };
    match (english(&role.from), english(&role.to)) {
        (Some(from), Some(to)) => format!("{}, {from} to {to}", role.title),
        (Some(from), None) => format!("{}, from {from}", role.title),
        (None, Some(to)) => format!("{}, until {to}", role.title),
        (None, None) => role.title.clone(),
    }
}

fn counts(site: &Site, links: &Links<'_>, person: &PersonEntry) -> Table {
    let any_by_editors = person.by_editors.n_turns > 0;
    let mut heads = vec!["Document", "Turns", "Words"];
    if any_by_editors {
        heads.push("Words by the editors");
    }
    heads.push("Share of the document");
    let mut table = Table::new("Words by document", &heads);
    for appearance in &person.appearances {
        let document = &site.documents[appearance.document];
        let (printed, assigned) = document
            .shares
            .iter()
            .find(|share| share.person == person.id)
            .map_or((Tally::default(), Tally::default()), |share| {
                (share.printed, share.by_editors)
            });
        let name = format!(
            "{}, {}",
            when(document, &appearance.turns),
            document.facts.title
        );
        let mut row = table.row(&name, Some(links.document(document)));
        row.number(printed.n_turns);
        row.number(printed.n_words);
        if any_by_editors {
            row.number(assigned.n_words);
        }
        let both = printed + assigned;
        row.figure(&words::percent(both.n_words, document.tally.n_words));
    }
    table
}

/// When these turns were said: one date, or the first and the last.
fn when(document: &DocumentEntry, turns: &[usize]) -> String {
    let mut dates: Vec<&Edtf> = turns
        .iter()
        .filter_map(|turn| document.turn_date(*turn))
        .collect();
    dates.sort();
    match (dates.first(), dates.last()) {
        (Some(first), Some(last)) if first == last => first.english(),
        (Some(first), Some(last)) => format!("{} to {}", first.english(), last.english()),
        _ => "date not stated".to_owned(),
    }
}

fn appearances(site: &Site, links: &Links<'_>, person: &PersonEntry) -> Vec<AppearanceView> {
    person
        .appearances
        .iter()
        .map(|appearance| {
            let document = &site.documents[appearance.document];
            AppearanceView {
                title: document.facts.title.clone(),
                url: links.document(document),
                date: when(document, &appearance.turns),
                n_turns: words::turns(appearance.turns.len()),
                language: document.facts.language.clone(),
                turns: appearance
                    .turns
                    .iter()
                    .map(|&index| OpeningView {
                        number: words::turn_number(document.anchors.turn(index)).to_owned(),
                        url: links.turn(document, index),
                        opening: words::opening(
                            document
                                .turn(index)
                                .paragraphs
                                .first()
                                .map_or("", |p| p.text.text()),
                            100,
                        ),
                        n_words: words::words(document.turns[index].n_words),
                        is_assigned: document.is_assigned(index),
                    })
                    .collect(),
            }
        })
        .collect()
}

/// Who else mentions the person, by how often.
fn mentioned_by(site: &Site, links: &Links<'_>, person: &PersonEntry) -> Vec<MentionedBy> {
    let mut by: BTreeMap<_, Vec<Place>> = BTreeMap::new();
    for &(document_index, turn_index) in &person.mentioned {
        let document = &site.documents[document_index];
        let speaker = document.turns[turn_index].attribution.person();
        if speaker == Some(&person.id) {
            continue;
        }
        by.entry(speaker.cloned()).or_default().push(Place {
            text: format!(
                "{}, turn {}",
                when(document, &[turn_index]),
                words::turn_number(document.anchors.turn(turn_index))
            ),
            url: links.turn(document, turn_index),
        });
    }
    let mut out: Vec<MentionedBy> = by
        .into_iter()
        .map(|(speaker, places)| {
            let speaker = speaker.and_then(|id| site.people.get(&id));
            MentionedBy {
                name: speaker.map_or_else(
                    || "Speaker not marked".to_owned(),
                    |person| person.name.clone(),
                ),
                url: speaker.and_then(|person| links.person(&person.id)),
                glyph: speaker.map_or("nobody", |person| words::slot_class(person.slot)),
                places,
            }
        })
        .collect();
    out.sort_by(|a, b| {
        b.places
            .len()
            .cmp(&a.places.len())
            .then_with(|| a.name.cmp(&b.name))
    });
    out
}
