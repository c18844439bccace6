//! A document or a turn → its citation, as plain text.
//!
//! One form for everybody, in the manner of a Chicago note: who, in what, when, which turn; whose record it is and who translated it;
//! where it is kept; in which archive on the web, at which address. What no source says is said to be not stated.

use crate::language;
use crate::resolve::Attribution;
use crate::site::{DocumentEntry, Passage, Route, Site};
use std::ops::RangeInclusive;

/// A citation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Citation {
    /// As plain text.
    pub text: String,
}

/// The citation of a document.
pub fn document(site: &Site, document: &DocumentEntry) -> Citation {
    let mut parts = Parts::default();
    parts.first.extend(document.record.author.clone());
    parts.describe(document, None);
    parts.finish(site, document, "")
}

/// The citation of a turn, named by its position.
pub fn turn(site: &Site, document: &DocumentEntry, turn_index: usize) -> Citation {
    let speaker = speaker(site, document, turn_index);
    let anchor = document.anchors.turn(turn_index);
    let place = format!("turn {}", &anchor[1..]);
    of_turns(
        site,
        document,
        &speaker,
        &place,
        turn_index..=turn_index,
        anchor,
    )
}

/// The citation of a passage: a turn, a range of turns, or paragraphs of them.
pub fn passage(site: &Site, document: &DocumentEntry, passage: &Passage) -> Citation {
    let turns = passage.first.turn..=passage.last.turn;
    let mut speakers: Vec<String> = Vec::new();
    for index in turns.clone() {
        let speaker = speaker(site, document, index);
        if !speakers.contains(&speaker) {
            speakers.push(speaker);
        }
    }
    let speakers = match speakers.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((only, _)) => only.clone(),
        None => String::new(),
    };
    let place = place(document, passage);
    let anchor = anchor(document, passage);
    of_turns(site, document, &speakers, &place, turns, &anchor)
}

/// The address of a passage inside its document: that of its first turn, or of its first paragraph where turns are cut.
pub fn anchor(document: &DocumentEntry, passage: &Passage) -> String {
    if is_whole(document, passage) {
        document.anchors.turn(passage.first.turn).to_owned()
    } else {
        document
            .anchors
            .paragraph(passage.first.turn, passage.first.paragraph)
    }
}

/// The citation of a page of the archive's own.
pub fn page(site: &Site, title: &str, route: &Route) -> Citation {
    let address = site.config.base_url.as_ref();
    let address = address.map(|base| base.join(&route.path(site)));
    let mut text = format!("“{title}.” {}", archive(site));
    if let Some(address) = address {
        text.push_str(&format!(", {address}"));
    }
    text.push('.');
    Citation { text }
}

fn n_paragraphs(document: &DocumentEntry, turn: usize) -> usize {
    document.turn(turn).paragraphs.len()
}

/// Whether a passage is made of whole turns.
fn is_whole(document: &DocumentEntry, passage: &Passage) -> bool {
    let n = n_paragraphs(document, passage.last.turn);
    passage.first.paragraph == 0 && passage.last.paragraph + 1 >= n
}

/// “turn 2, paragraphs 3–5”.
fn place(document: &DocumentEntry, passage: &Passage) -> String {
    let (first, last) = (passage.first, passage.last);
    let number = |turn: usize| &document.anchors.turn(turn)[1..];
    match (is_whole(document, passage), first.turn == last.turn) {
        (true, true) => format!("turn {}", number(first.turn)),
        (true, false) => format!("turns {}–{}", number(first.turn), number(last.turn)),
        (false, is_one_turn) => {
            let (from, first) = document
                .anchors
                .paragraph_number(first.turn, first.paragraph);
            let (to, last) = document.anchors.paragraph_number(last.turn, last.paragraph);
            if (&from, &first) == (&to, &last) {
                format!("turn {from}, paragraph {first}")
            } else if is_one_turn && from == to {
                format!("turn {from}, paragraphs {first}–{last}")
            } else {
                format!("turn {from}, paragraph {first}, to turn {to}, paragraph {last}")
            }
        }
    }
}

/// Who speaks a turn, as citations say it.
fn speaker(site: &Site, document: &DocumentEntry, turn_index: usize) -> String {
    let entry = &document.turns[turn_index];
    let name = |id: &crate::authority::PersonId| {
        site.people
            .get(id)
            .map_or_else(|| id.to_string(), |person| person.name.clone())
    };
    let label = document
        .turn(turn_index)
        .label
        .as_ref()
        .map(|label| label.name().to_owned());
    match &entry.attribution {
        Attribution::Known { person, .. } | Attribution::Provisional { person, .. } => name(person),
        Attribution::ByRecord { person, .. } => {
            format!("{} (named by the editors)", name(person))
        }
        Attribution::Ambiguous { .. } | Attribution::Collective | Attribution::Unidentified => {
            label.unwrap_or_else(|| "Speaker not identified".to_owned())
        }
        Attribution::Unmarked => "Speaker not marked".to_owned(),
    }
}

fn of_turns(
    site: &Site,
    document: &DocumentEntry,
    speaker: &str,
    place: &str,
    turns: RangeInclusive<usize>,
    anchor: &str,
) -> Citation {
    let mut parts = Parts::default();
    parts.first.push(match &document.record.author {
        Some(author) => format!("{speaker}, quoted in {author}"),
        None => format!("{speaker}, in"),
    });
    parts.describe(document, Some((place, turns)));
    parts.finish(site, document, &format!("#{anchor}"))
}

/// The archive with its edition.
fn archive(site: &Site) -> String {
    match &site.config.edition {
        Some(edition) => format!("{}, {}", site.config.title, edition.name),
        None => site.config.title.clone(),
    }
}

/// A citation being put together.
#[derive(Default)]
struct Parts {
    /// The author or speaker, before the title.
    first: Vec<String>,
    /// Title, date, turn, whose record.
    sentence: String,
}

impl Parts {
    fn describe(&mut self, document: &DocumentEntry, turns: Option<(&str, RangeInclusive<usize>)>) {
        let facts = &document.facts;
        let record = &document.record;
        let separator = match self.first.last() {
            Some(first) if first.ends_with(" in") => " ",
            Some(_) => ", ",
            None => "",
        };
        self.sentence = format!("{}{separator}“{},”", self.first.join(", "), facts.title);
        let date = match (&facts.date, &facts.date_printed) {
            (Some(date), _) => date.english(),
            (None, Some(printed)) => printed.clone(),
            (None, None) => "date not stated".to_owned(),
        };
        // Where the archive that holds it is also its publisher, it is named once, with the reference.
        let publisher = record.publisher.as_ref().filter(|publisher| {
            record
                .archive
                .as_ref()
                .is_none_or(|archive| !archive.contains(publisher.as_str()))
        });
        if let Some(publisher) = publisher {
            self.sentence.push_str(&format!(" {publisher},"));
        }
        self.sentence.push_str(&format!(" {date}"));
        if let Some((place, turns)) = turns {
            self.sentence.push_str(&format!(", {place}"));
            let mut conversations: Vec<usize> = turns
                .filter_map(|index| document.turns[index].conversation)
                .collect();
            conversations.dedup();
            let conversations: Vec<String> = conversations
                .into_iter()
                .map(|index| {
                    let conversation = &document.conversations[index];
                    let date = conversation.date.as_ref();
                    let date = date.map(|date| format!(", {}", date.english()));
                    format!("{}{}", conversation.title, date.unwrap_or_default())
                })
                .collect();
            if !conversations.is_empty() {
                let conversations = conversations.join("; ");
                self.sentence.push_str(&format!(" ({conversations})"));
            }
        }
        let recorded = record.provenance.recorded_by.as_ref().map_or_else(
            || "whose record it is: not stated".to_owned(),
            |by| format!("recorded by {by}"),
        );
        let translator = match (&record.translator, &facts.original_language) {
            (Some(translator), _) => format!("; translated by {translator}"),
            (None, Some(language)) => format!(
                "; translated from {}, translator not stated",
                language::name(language)
            ),
            (None, None) => String::new(),
        };
        self.sentence
            .push_str(&format!(" ({recorded}{translator})"));
    }

    fn finish(self, site: &Site, document: &DocumentEntry, fragment: &str) -> Citation {
        let mut sentences = vec![self.sentence];
        let record = &document.record;
        let kept: Vec<&str> = [&record.archive, &record.archive_reference]
            .into_iter()
            .flatten()
            .map(|text| text.trim_end_matches('.'))
            .collect();
        if !kept.is_empty() {
            sentences.push(kept.join(", "));
        }
        let mut archive = archive(site);
        if let Some(base) = &site.config.base_url {
            let path = Route::Document(document.id.clone()).path(site);
            archive.push_str(&format!(", {}{fragment}", base.join(&path)));
        }
        sentences.push(archive);
        Citation {
            text: format!("{}.", sentences.join(". ")),
        }
    }
}
