//! Every turn by its opening, in order of time.

use super::super::links::Links;
use super::super::words;
use super::when;
use crate::site::{Appearance, Site};
use serde::Serialize;

/// The turns in one document.
#[derive(Serialize)]
pub(super) struct AppearanceView {
    date: String,
    title: String,
    url: String,
    n_turns: String,
    /// The title's and the turns', where it is not that of the pages.
    language: Option<String>,
    /// `rtl` where the turns run from right to left.
    direction: Option<&'static str>,
    turns: Vec<OpeningView>,
}

/// A turn by its opening words.
#[derive(Serialize)]
struct OpeningView {
    /// “turn 7”.
    label: String,
    url: String,
    opening: String,
    n_words: String,
    /// Whether the editors say that it is this person's.
    is_assigned: bool,
}

pub(super) fn appearances(
    site: &Site,
    links: &Links<'_>,
    appearances: &[Appearance],
) -> Vec<AppearanceView> {
    let say = &site.interface;
    appearances
        .iter()
        .map(|appearance| {
            let document = &site.documents[appearance.document];
            AppearanceView {
                date: when(say, document, &appearance.turns),
                title: document.facts.title.clone(),
                url: links.document(document),
                n_turns: words::turns(say, appearance.turns.len()),
                language: super::super::foreign(site, document),
                direction: super::super::direction_of(document),
                turns: appearance
                    .turns
                    .iter()
                    .map(|&index| {
                        let paragraph = document.turn(index).paragraphs.first();
                        let text = paragraph.map_or("", |p| p.text.text());
                        OpeningView {
                            label: words::turn(say, document.anchors.turn(index)),
                            url: links.turn(document, index),
                            opening: words::opening(text, 100),
                            n_words: words::words(say, document.turns[index].n_words),
                            is_assigned: document.is_assigned(index),
                        }
                    })
                    .collect(),
            }
        })
        .collect()
}
