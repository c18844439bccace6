//! The index of people, like a book's: everyone who speaks, is present or is mentioned, from A to Z.

use super::Theme;
use super::frame::Frame;
use super::letters::{IndexPage, LetterView, LetterWay};
use super::links::{Links, person_anchor};
use super::short_names::ShortNames;
use super::words;
use crate::diagnostic::Diagnostic;
use crate::site::{Index, PersonEntry, Site};
use serde::Serialize;
use std::collections::BTreeMap;

/// Everything `templates/people.html` may use.
#[derive(Serialize)]
struct PeoplePage {
    frame: Frame,
    /// “People”, “People: S”.
    title: String,
    /// The page of all letters, on that of one.
    whole_url: Option<String>,
    /// The ways to the letters.
    ways: Vec<LetterWay>,
    extent: String,
    /// Empty on the page of all letters, where each has a page of its own.
    letters: Vec<LetterView<Line>>,
}

/// A person, or the way to one from another name.
#[derive(Serialize)]
struct Line {
    see: Option<See>,
    person: Option<PersonLine>,
}

/// “Gorbatchev: see Gorbachev, Mikhail”.
#[derive(Serialize)]
struct See {
    name: String,
    other: String,
    url: String,
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

pub(super) fn render(site: &Site, theme: &Theme, part: Option<&str>) -> Result<String, Diagnostic> {
    let own = IndexPage::new(site, Index::People, part);
    let route = own.route();
    let links = Links::new(site, &route);
    let say = &site.interface;
    let names = ShortNames::new(site);
    let mut entries: Vec<(String, Line)> = Vec::new();
    for person in site.people.values() {
        let anchor = person_anchor(&person.id);
        for variant in person.index_forms().filter(|name| own.holds(name)) {
            entries.push((
                variant.to_owned(),
                Line {
                    see: Some(See {
                        name: variant.to_owned(),
                        other: person.sort.clone(),
                        url: links.in_index(Index::People, &person.sort, &anchor),
                    }),
                    person: None,
                },
            ));
        }
        if !own.holds(&person.sort) {
            continue;
        }
        let line = Line {
            see: None,
            person: Some(person_line(site, &links, &names, person)),
        };
        entries.push((person.sort.clone(), line));
    }
    let letters = own.letters(entries);
    let title = own.title();
    let frame = own.frame(&title, "people-description");
    let page = PeoplePage {
        frame,
        title,
        whole_url: own.whole_url(&links),
        ways: own.ways(&links, &letters),
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

fn person_line(
    site: &Site,
    links: &Links<'_>,
    names: &ShortNames,
    person: &PersonEntry,
) -> PersonLine {
    let document = |index: usize| {
        let document = &site.documents[index];
        Locator {
            text: names.of(index),
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
            document: names.of(index),
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
