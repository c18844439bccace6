//! Where others mention the person, by who does and in which document.

use super::super::links::Links;
use super::super::words;
use super::{Place, tables, when};
use crate::site::{PersonEntry, Site, SpeakerTable};
use serde::Serialize;

/// The most turns shown; the CSV has all.
const MOST_TURNS: usize = 300;

/// Everybody else's mentions.
#[derive(Serialize)]
pub(super) struct MentionsView {
    by: Vec<MentionedBy>,
    /// “The first 300 of 812; the CSV has all.”
    capped: Option<String>,
    csv_url: Option<String>,
}

/// Somebody else who mentions the person.
#[derive(Serialize)]
struct MentionedBy {
    name: String,
    url: Option<String>,
    glyph: &'static str,
    /// “12 turns”.
    n_turns: String,
    documents: Vec<MentionedIn>,
}

/// The turns of one document.
#[derive(Serialize)]
struct MentionedIn {
    /// The date.
    document: String,
    /// “turn” or “turns”.
    word: String,
    turns: Vec<Place>,
}

/// Who else mentions the person, by how often; nothing where nobody does.
pub(super) fn by_others(
    site: &Site,
    links: &Links<'_>,
    person: &PersonEntry,
) -> Option<MentionsView> {
    let found = site.mentioned_by(person);
    if found.is_empty() {
        return None;
    }
    let say = &site.interface;
    let n_all: usize = found.iter().map(|by| by.n_turns).sum();
    let mut n_left = MOST_TURNS;
    let mut by = Vec::new();
    for one in &found {
        let speaker = one.speaker.as_ref().and_then(|id| site.people.get(id));
        let mut documents = Vec::new();
        for (document, turns) in &one.documents {
            if n_left == 0 {
                break;
            }
            let document = &site.documents[*document];
            let shown = &turns[..turns.len().min(n_left)];
            n_left -= shown.len();
            documents.push(MentionedIn {
                document: when(say, document, turns),
                word: say.say("people-mentioned", &[("n", shown.len().into())]),
                turns: shown
                    .iter()
                    .map(|turn| Place {
                        text: words::turn_number(document.anchors.turn(*turn)).to_owned(),
                        url: links.turn(document, *turn),
                    })
                    .collect(),
            });
        }
        if documents.is_empty() {
            break;
        }
        by.push(MentionedBy {
            name: speaker
                .map(|person| person.name.clone())
                .or_else(|| one.label.clone())
                .unwrap_or_else(|| say.text("speaker-not-marked").to_owned()),
            url: speaker.and_then(|person| links.person(&person.id)),
            glyph: speaker.map_or("nobody", |person| words::slot_class(person.slot)),
            n_turns: words::turns(say, one.n_turns),
            documents,
        });
    }
    let n_shown = MOST_TURNS - n_left;
    Some(MentionsView {
        by,
        capped: (n_shown < n_all).then(|| {
            let values = [("n", n_shown.into()), ("all", n_all.into())];
            say.say("table-capped", &values)
        }),
        csv_url: tables::csv(site, links, person, SpeakerTable::Mentions),
    })
}
