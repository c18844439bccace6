//! The records of one conversation side by side, for the conversation's page; and for each turn of a document, where other records have it.

use super::links::Links;
use super::quotation::{self, QuotedTurn};
use super::words;
use crate::anchor::paragraph_number;
use crate::citation::{self, Forms};
use crate::language;
use crate::resolve::Attribution;
use crate::site::{
    Alignment, Conversation, DocumentEntry, Other, Passage, Route, Site, Spot, Telling, address,
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The records of a conversation side by side: `templates/parts/sides.html`.
#[derive(Serialize)]
pub(super) struct SidesView {
    /// `sides-2`, `sides-3`, `sides-4`, or `sides-many` where they stand one under the other.
    class: &'static str,
    records: Vec<SideRecord>,
    /// “12 turns stand beside each other.”
    shared: String,
    rows: Vec<SideRow>,
    /// Where all records are searched together.
    search_url: String,
    /// What is asked there: `conversation:bonn`.
    search: String,
}

/// A record among others.
#[derive(Serialize)]
struct SideRecord {
    /// What it is called among them: its language, whose it is, or its title.
    name: String,
    /// The language of the name, where it is not that of the pages.
    name_language: Option<String>,
    title: String,
    /// The title's language, where it is not that of the pages.
    foreign: Option<String>,
    url: String,
    /// “French, 12 turns”.
    about: String,
    /// The turns that stand in no other record.
    alone: Vec<SideLink>,
    /// Where it is searched alone.
    search_url: String,
    /// What is asked there: `document:bonn-french`.
    search: String,
}

/// A link to a turn.
#[derive(Serialize)]
struct SideLink {
    url: String,
    /// The turn's number: `12a`.
    label: String,
}

/// Turns that stand beside each other.
#[derive(Serialize)]
struct SideRow {
    /// The anchor of its first turn, which is the row's address too.
    anchor: String,
    /// “French, turn 3; Russian, turn 4”.
    label: String,
    /// Whether the editors say that the turns belong together, or that one stands alone.
    is_pinned: bool,
    /// Whether the records name different speakers.
    differs: bool,
    cells: Vec<SideCell>,
    /// A citation of each side.
    citations: Vec<String>,
    /// The address of the row on the web.
    published_url: Option<String>,
}

/// What a record has in a row.
#[derive(Serialize)]
struct SideCell {
    /// What the record is called.
    name: String,
    name_language: Option<String>,
    /// Language and direction of the words.
    language: Option<String>,
    direction: Option<&'static str>,
    /// The direction of the pages, where it is not that of the words.
    own_direction: Option<&'static str>,
    /// The language of the words, where it is not that of the pages.
    foreign: Option<String>,
    turns: Vec<SideTurn>,
    /// What is said in the place of turns, where there are none.
    empty: &'static str,
}

/// A turn of a record.
#[derive(Serialize)]
struct SideTurn {
    /// Its anchor in the page: that of its document and its own.
    anchor: String,
    /// Anchors that led here before: of turns that are gone, under names that the document had.
    former: Vec<String>,
    turn: QuotedTurn,
}

/// Where another record has a turn, for the document's page.
#[derive(Serialize)]
pub(super) struct OtherView {
    url: String,
    /// What the other record is called: its language, whose it is, or its title.
    name: String,
    /// The language of the name, where it is not that of the pages.
    name_language: Option<String>,
    /// “turn 12”.
    place: String,
}

/// A record's name among others, and the language of the name where it is not that of the pages.
type Name = (String, Option<String>);

/// The records of a conversation side by side; nothing where there is only one with turns.
pub(super) fn view(
    site: &Site,
    links: &Links<'_>,
    route: &Route,
    conversation: &Conversation,
) -> Option<SidesView> {
    let alignment = conversation.alignment.as_ref()?;
    let say = &site.interface;
    let names = names(site, &alignment.records);
    let documents: Vec<&DocumentEntry> = alignment
        .records
        .iter()
        .map(|telling| &site.documents[telling.document])
        .collect();
    let sides = Sides {
        site,
        links,
        alignment,
        forms: documents.iter().map(|one| Forms::of(site, one)).collect(),
        former: documents
            .iter()
            .enumerate()
            .map(|(record, one)| former(one, &alignment.turns(record).collect::<Vec<_>>()))
            .collect(),
        documents,
        names,
        published: address::absolute(site, route),
    };
    let records = 0..alignment.records.len();
    let search = format!("conversation:{}", conversation.name);
    Some(SidesView {
        class: match alignment.records.len() {
            2 => "sides-2",
            3 => "sides-3",
            4 => "sides-4",
            _ => "sides-many",
        },
        records: records.map(|record| sides.record(record)).collect(),
        shared: say.say("sides-shared", &[("n", alignment.n_shared().into())]),
        rows: (0..alignment.rows.len())
            .filter_map(|row| sides.row(row))
            .collect(),
        search_url: search_url(links, &search),
        search,
    })
}

/// Where other records have a turn.
pub(super) fn others(site: &Site, links: &Links<'_>, others: &[Other]) -> Vec<OtherView> {
    let view = |other: &Other| {
        let document = &site.documents[other.document];
        let alignment = site.conversations[other.conversation].alignment.as_ref()?;
        let names = names(site, &alignment.records);
        let mut records = alignment.records.iter();
        let at = records.position(|one| one.document == other.document)?;
        let (name, name_language) = names[at].clone();
        Some(OtherView {
            url: links.turn(document, other.turn),
            name,
            name_language,
            place: words::turn(&site.interface, document.anchors.turn(other.turn)),
        })
    };
    others.iter().filter_map(view).collect()
}

/// Where a turn stands beside its counterparts.
pub(super) fn pair_url(
    links: &Links<'_>,
    document: &DocumentEntry,
    turn: usize,
    others: &[Other],
) -> Option<String> {
    let conversation = others.first()?.conversation;
    let page = links.to(&Route::Conversation(conversation));
    Some(format!("{page}#{}", anchor(document, turn)))
}

/// The anchor of a turn on the page of its conversation: its document's name and its own. Where one of them is another now, [`former`]
/// keeps what it was.
fn anchor(document: &DocumentEntry, turn: usize) -> String {
    format!("{}-{}", document.id, document.anchors.turn(turn))
}

/// The anchors that the turns of a document had on the page of their conversation, by the turn where their words are now, or stood by:
/// those of turns that are gone, and all of them under the names that the document had.
fn former(document: &DocumentEntry, turns: &[usize]) -> BTreeMap<usize, Vec<String>> {
    let mut out: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let anchors = &document.anchors;
    let gone = anchors.gone().iter();
    let gone = gone.filter(|gone| paragraph_number(&gone.anchor).is_none());
    let gone: Vec<(usize, &str)> = gone
        .filter_map(|gone| {
            let now = gone.now.anchor().and_then(|now| anchors.find(now));
            let turn = now
                .map(|(turn, _)| turn)
                .filter(|turn| turns.contains(turn));
            Some((turn.or_else(|| turns.first().copied())?, &*gone.anchor))
        })
        .collect();
    let there = turns.iter().map(|turn| (*turn, anchors.turn(*turn)));
    let there: Vec<(usize, &str)> = there.collect();
    for (turn, anchor) in &gone {
        let own = out.entry(*turn).or_default();
        own.push(format!("{}-{anchor}", document.id));
    }
    for name in anchors.was() {
        for (turn, anchor) in there.iter().chain(&gone) {
            let own = out.entry(*turn).or_default();
            own.push(format!("{name}-{anchor}"));
        }
    }
    out
}

fn search_url(links: &Links<'_>, query: &str) -> String {
    let search = links.to(&Route::Search);
    let query = utf8_percent_encode(query, NON_ALPHANUMERIC).to_string();
    format!("{search}?q={}", query.replace("%2D", "-"))
}

/// What tells the records apart: their languages, else whose they are, else their titles.
fn names(site: &Site, records: &[Telling]) -> Vec<Name> {
    let documents = || records.iter().map(|one| &site.documents[one.document]);
    let languages = documents().map(|one| one.facts.language.as_deref());
    let languages: Option<Vec<&str>> = languages.collect();
    let primary = |tags: &[&str]| {
        let all = tags.iter().map(|tag| language::primary(tag).to_owned());
        all.collect::<BTreeSet<String>>()
    };
    if let Some(tags) = languages.filter(|tags| primary(tags).len() == tags.len()) {
        let name = |tag: &&str| (capital(&site.interface.language_name(tag)), None);
        return tags.iter().map(name).collect();
    }
    let sides = documents().map(|one| one.record.provenance.recorded_by.as_deref());
    let sides: Option<Vec<&str>> = sides.collect();
    let are_several = |sides: &Vec<&str>| {
        let apart: BTreeSet<&&str> = sides.iter().collect();
        apart.len() == sides.len() && sides.iter().all(|side| side.len() < 60)
    };
    if let Some(sides) = sides.filter(are_several) {
        return sides.iter().map(|side| (capital(side), None)).collect();
    }
    let title = |one: &DocumentEntry| {
        let is_shared = site.twins.has_title_of_another(&one.id);
        let title = if is_shared {
            format!("{} ({})", one.facts.title, one.id)
        } else {
            one.facts.title.clone()
        };
        (title, super::foreign(site, one))
    };
    documents().map(title).collect()
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}

/// What the rows of one page have in common.
struct Sides<'a> {
    site: &'a Site,
    links: &'a Links<'a>,
    alignment: &'a Alignment,
    documents: Vec<&'a DocumentEntry>,
    forms: Vec<Forms>,
    /// For each record the anchors that were, by the turn they lead to.
    former: Vec<BTreeMap<usize, Vec<String>>>,
    names: Vec<Name>,
    published: Option<String>,
}

impl Sides<'_> {
    fn record(&self, record: usize) -> SideRecord {
        let say = &self.site.interface;
        let document = self.documents[record];
        let telling = self.alignment.records[record];
        let turns: Vec<usize> = self.alignment.turns(record).collect();
        let language = document.facts.language.as_deref();
        let language = language.map(|tag| capital(&say.language_name(tag)));
        let n_turns = say.say("turns-n", &[("n", turns.len().into())]);
        let about: Vec<String> = language.into_iter().chain([n_turns]).collect();
        let alone = self.alignment.alone(self.site, record).into_iter();
        let (name, name_language) = self.names[record].clone();
        let search = format!("document:{}", document.id);
        SideRecord {
            name,
            name_language,
            title: document.facts.title.clone(),
            foreign: super::foreign(self.site, document),
            url: match turns.first() {
                Some(turn) if telling.part.is_some() => self.links.turn(document, *turn),
                Some(_) | None => self.links.document(document),
            },
            about: about.join(", "),
            alone: alone
                .map(|turn| SideLink {
                    url: format!("#{}", anchor(document, turn)),
                    label: words::turn_number(document.anchors.turn(turn)).to_owned(),
                })
                .collect(),
            search_url: search_url(self.links, &search),
            search,
        }
    }

    fn row(&self, index: usize) -> Option<SideRow> {
        let say = &self.site.interface;
        let row = &self.alignment.rows[index];
        let held: Vec<(usize, &[usize])> = row
            .sides
            .iter()
            .enumerate()
            .filter(|(_, turns)| !turns.is_empty())
            .map(|(record, turns)| (record, turns.as_slice()))
            .collect();
        let (first_record, first_turns) = held.first()?;
        let anchor = anchor(self.documents[*first_record], *first_turns.first()?);
        let labels: Vec<String> = held
            .iter()
            .map(|(record, turns)| {
                let places = turns.iter().map(|turn| {
                    let anchor = self.documents[*record].anchors.turn(*turn);
                    words::turn(say, anchor)
                });
                let places: Vec<String> = places.collect();
                format!("{}, {}", self.names[*record].0, places.join(", "))
            })
            .collect();
        let cells = row.sides.iter().enumerate();
        Some(SideRow {
            label: labels.join("; "),
            is_pinned: row.is_set(),
            differs: self.differs(&held),
            cells: cells
                .map(|(record, turns)| self.cell(record, turns))
                .collect(),
            citations: held
                .iter()
                .map(|(record, turns)| self.citation(*record, turns))
                .collect(),
            published_url: self.published.as_ref().map(|url| format!("{url}#{anchor}")),
            anchor,
        })
    }

    fn cell(&self, record: usize, turns: &[usize]) -> SideCell {
        let document = self.documents[record];
        let is_part = self.alignment.records[record].part.is_some();
        let (name, name_language) = self.names[record].clone();
        SideCell {
            name,
            name_language,
            language: document.facts.language.clone(),
            direction: super::direction_of(document),
            own_direction: super::own_direction(self.site, document),
            foreign: super::foreign(self.site, document),
            turns: turns
                .iter()
                .map(|turn| {
                    let anchor = anchor(document, *turn);
                    SideTurn {
                        former: self.former[record].get(turn).cloned().unwrap_or_default(),
                        turn: quotation::whole(self.site, document, self.links, *turn, &anchor),
                        anchor,
                    }
                })
                .collect(),
            empty: if is_part {
                "sides-not-quoted"
            } else {
                "sides-empty"
            },
        }
    }

    /// Whether two records give the words to two people of the authority file.
    fn differs(&self, held: &[(usize, &[usize])]) -> bool {
        let known = held.iter().filter_map(|(record, turns)| {
            let [only] = turns else {
                return None;
            };
            match &self.documents[*record].turns[*only].attribution {
                Attribution::Known { person, .. } | Attribution::ByRecord { person, .. } => {
                    Some(person)
                }
                Attribution::Provisional { .. }
                | Attribution::Ambiguous { .. }
                | Attribution::Collective
                | Attribution::Unidentified
                | Attribution::Unmarked => None,
            }
        });
        known.collect::<BTreeSet<_>>().len() > 1
    }

    fn citation(&self, record: usize, turns: &[usize]) -> String {
        let document = self.documents[record];
        match turns {
            [only] => self.forms[record].turn(document, *only),
            [first, .., last] => {
                let telling = self.alignment.records[record];
                let n_paragraphs = document.turn(*last).paragraphs.len();
                let passage = Passage {
                    document: telling.document,
                    first: Spot {
                        turn: *first,
                        paragraph: 0,
                    },
                    last: Spot {
                        turn: *last,
                        paragraph: n_paragraphs.saturating_sub(1),
                    },
                };
                citation::passage(self.site, document, &passage).text
            }
            [] => String::new(),
        }
    }
}
