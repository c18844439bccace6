//! What there is to go to in a long text: its headings, or where it has none its longest turns; and the drawing as a table.

use super::super::links::Links;
use super::super::spoken;
use super::super::table::Table;
use super::super::words;
use super::speakers::name_language;
use crate::document::Block;
use crate::interface::Interface;
use crate::site::parts::heading_anchor;
use crate::site::{DocumentEntry, Site};
use serde::Serialize;

/// From how many turns on a text without headings is long.
const LONG: usize = 40;
/// How many of its longest turns are listed.
const LONGEST: usize = 12;
/// The most rows of the table; a row of a longer document stands for several turns.
const ROWS: usize = 300;

/// A place to go to.
#[derive(Serialize)]
pub(super) struct Place {
    url: String,
    /// The heading, or the turn's number.
    name: String,
    /// Of a turn: who speaks, how long, how it begins.
    about: Option<String>,
    /// Whether the name is the source's own words.
    is_printed: bool,
}

/// The headings, if there are at least two; else the longest turns of a long text, in order; and what the list is called.
pub(super) fn places(
    site: &Site,
    document: &DocumentEntry,
    links: &Links<'_>,
) -> (&'static str, Vec<Place>) {
    let say = &site.interface;
    let headings = document
        .document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading(_) => block.paragraphs().first(),
            Block::Header(_)
            | Block::Turn(_)
            | Block::Narration(_)
            | Block::Gap(_)
            | Block::Note(_) => None,
        });
    let headings: Vec<Place> = headings
        .enumerate()
        .map(|(index, paragraph)| Place {
            url: format!("#{}", heading_anchor(index + 1)),
            name: paragraph.text.text().to_owned(),
            about: None,
            is_printed: true,
        })
        .collect();
    if headings.len() > 1 {
        return ("contents-headings", headings);
    }
    if document.turns.len() < LONG {
        return ("contents-headings", Vec::new());
    }
    let mut longest: Vec<usize> = (0..document.turns.len()).collect();
    longest.sort_by_key(|index| (usize::MAX - document.turns[*index].n_words, *index));
    longest.truncate(LONGEST);
    longest.sort_unstable();
    let place = |index: usize| {
        let turn = &document.turns[index];
        let person = turn.attribution.person().and_then(|id| site.people.get(id));
        let speaker = spoken::speaker_in_words(say, document, index, person);
        Place {
            url: links.turn(document, index),
            name: words::turn(say, document.anchors.turn(index)),
            about: Some(format!("{speaker}, {}", words::words(say, turn.n_words))),
            is_printed: false,
        }
    };
    ("contents-turns", longest.into_iter().map(place).collect())
}

/// The drawing as a table: turn, who, words. Of a very long document, a row stands for several turns.
pub(super) fn table<'a>(site: &'a Site, document: &DocumentEntry, links: &Links<'_>) -> Table<'a> {
    let say = &site.interface;
    let heads = ["head-turn", "head-speaker", "head-words"];
    let mut table = Table::new(say, "drawing-table-label", &heads);
    let foreign = super::super::foreign(site, document);
    let together = document.turns.len().div_ceil(ROWS).max(1);
    for first in (0..document.turns.len()).step_by(together) {
        let last = (first + together).min(document.turns.len()) - 1;
        let mut row = table.row(
            &name(say, document, first, last),
            Some(links.turn(document, first)),
        );
        let mut speakers: Vec<(String, Option<String>)> = Vec::new();
        for index in first..=last {
            let attribution = &document.turns[index].attribution;
            let person = attribution.person().and_then(|id| site.people.get(id));
            let speaker = spoken::speaker_in_words(say, document, index, person);
            let language = match person {
                Some(_) if document.is_assigned(index) => None,
                Some(person) => name_language(site, document, person),
                None => document.turn(index).label.as_ref().and(foreign.clone()),
            };
            if !speakers.iter().any(|(other, _)| *other == speaker) {
                speakers.push((speaker, language));
            }
        }
        let is_foreign = speakers.iter().all(|(_, language)| language.is_some());
        let names: Vec<String> = speakers.into_iter().map(|(name, _)| name).collect();
        row.text(&names.join(", "), foreign.clone().filter(|_| is_foreign));
        let turns = &document.turns[first..=last];
        row.number(turns.iter().map(|turn| turn.n_words).sum());
    }
    table
}

/// “turn 7”, “turns 8 to 16”.
fn name(say: &Interface, document: &DocumentEntry, first: usize, last: usize) -> String {
    let anchor = |index| document.anchors.turn(index);
    if first == last {
        return words::turn(say, anchor(first));
    }
    let from = words::turn_number(anchor(first));
    let to = words::turn_number(anchor(last));
    say.say("turns-span", &[("from", from.into()), ("to", to.into())])
}
