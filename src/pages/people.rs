//! The index of people, like a book's: everyone who speaks, is present or is mentioned, from A to Z.

use super::Theme;
use super::frame::Frame;
use super::links::{Links, person_anchor};
use super::rows;
use super::words;
use crate::diagnostic::Diagnostic;
use crate::interface::Interface;
use crate::site::{PersonEntry, Route, Site};
use serde::Serialize;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Everything `templates/people.html` may use.
#[derive(Serialize)]
struct PeoplePage {
    frame: Frame,
    extent: String,
    letters: Vec<Letter>,
}

/// The people under one letter.
#[derive(Serialize)]
struct Letter {
    name: String,
    anchor: String,
    people: Vec<PersonLine>,
}

/// One person.
#[derive(Serialize)]
struct PersonLine {
    anchor: String,
    name: String,
    glyph: Option<&'static str>,
    /// The page of who speaks.
    url: Option<String>,
    /// “speaks: 44 turns”.
    speaks: Option<String>,
    /// What tells them from others: a description from the authority file.
    description: Option<String>,
    present: Vec<Locator>,
    mentioned: Vec<Mentioned>,
    /// Documents whose narration mentions them.
    told: Vec<Locator>,
    /// Known only from labels.
    is_provisional: bool,
}

/// A place.
#[derive(Serialize)]
struct Locator {
    text: String,
    url: String,
}

/// The turns of one document that mention somebody.
#[derive(Serialize)]
struct Mentioned {
    document: String,
    /// “turn” or “turns”.
    word: String,
    turns: Vec<Locator>,
}

pub(super) fn render(site: &Site, theme: &Theme) -> Result<String, Diagnostic> {
    let route = Route::People;
    let links = Links::new(site, &route);
    let say = &site.interface;
    let mut sorted: Vec<(String, &PersonEntry)> = site
        .people
        .values()
        .map(|person| (folded(&person.sort), person))
        .collect();
    sorted.sort_by(|a, b| (&a.0, &a.1.id).cmp(&(&b.0, &b.1.id)));
    let mut letters: Vec<Letter> = Vec::new();
    for (key, person) in sorted {
        let letter: String = key
            .chars()
            .find(|c| c.is_alphanumeric())
            .map_or_else(|| "#".to_owned(), |c| c.to_uppercase().collect());
        if letters.last().is_none_or(|last| last.name != letter) {
            letters.push(Letter {
                anchor: format!("letter-{}", crate::source::slug(&letter)),
                name: letter,
                people: Vec::new(),
            });
        }
        if let Some(last) = letters.last_mut() {
            last.people.push(line(site, &links, person));
        }
    }
    let mut frame = Frame::new(site, &route, Some(say.text("nav-people")));
    frame.description = Some(say.say(
        "people-description",
        &[("archive", (&site.config.title).into())],
    ));
    let page = PeoplePage {
        frame,
        extent: say.say(
            "people-extent",
            &[
                ("people", site.people.len().into()),
                ("speakers", site.speakers.len().into()),
            ],
        ),
        letters,
    };
    theme.render("people.html", &page)
}

/// For order: letters without accents, in lower case.
fn folded(name: &str) -> String {
    name.nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

fn line(site: &Site, links: &Links<'_>, person: &PersonEntry) -> PersonLine {
    let document = |index: usize| {
        let document = &site.documents[index];
        Locator {
            text: short_name(site, index),
            url: links.document(document),
        }
    };
    let mut by_document: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for &(document, turn) in &person.mentioned {
        by_document.entry(document).or_default().push(turn);
    }
    let mentioned = by_document
        .into_iter()
        .map(|(index, turns)| Mentioned {
            document: short_name(site, index),
            word: site
                .interface
                .say("people-mentioned", &[("n", turns.len().into())]),
            turns: turns
                .into_iter()
                .map(|turn| {
                    let document = &site.documents[index];
                    Locator {
                        text: words::turn_number(document.anchors.turn(turn)).to_owned(),
                        url: links.turn(document, turn),
                    }
                })
                .collect(),
        })
        .collect();
    PersonLine {
        anchor: person_anchor(&person.id),
        name: person.sort.clone(),
        glyph: (person.slot > 0).then(|| words::slot_class(person.slot)),
        url: person.speaks().then(|| links.person(&person.id)).flatten(),
        speaks: person
            .speaks()
            .then(|| words::turns(&site.interface, person.total().n_turns)),
        description: person
            .authority
            .as_ref()
            .and_then(|authority| authority.description.clone())
            .filter(|_| !person.speaks()),
        present: person
            .present
            .iter()
            .map(|index| document(*index))
            .collect(),
        mentioned,
        told: person
            .mentioned_in_narration
            .iter()
            .map(|index| document(*index))
            .collect(),
        is_provisional: person.authority.is_none(),
    }
}

/// A document in an index: its date, and its number where several have the same.
fn short_name(site: &Site, index: usize) -> String {
    let name = |index: usize| {
        let document = &site.documents[index];
        rows::dates(&site.interface, document, Interface::date_short)
            .unwrap_or_else(|| document.facts.title.clone())
    };
    let own = name(index);
    let same: Vec<usize> = (0..site.documents.len())
        .filter(|other| name(*other) == own)
        .collect();
    match same.iter().position(|other| *other == index) {
        Some(at) if same.len() > 1 => format!("{own} ({})", at + 1),
        _ => own,
    }
}
