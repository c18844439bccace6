//! Every turn by its opening, in order of time.

use super::super::links::Links;
use super::super::words;
use super::when;
use crate::site::{Appearance, Site};
use serde::Serialize;

/// The turns in one document.
#[derive(Serialize)]
pub(super) struct AppearanceView {
    /// Date and title.
    title: String,
    url: String,
    n_turns: String,
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
            let language = document.facts.language.clone();
            AppearanceView {
                title: say.say(
                    "speaker-opening-title",
                    &[
                        ("date", (&when(say, document, &appearance.turns)).into()),
                        ("title", (&document.facts.title).into()),
                    ],
                ),
                url: links.document(document),
                n_turns: words::turns(say, appearance.turns.len()),
                direction: language.as_deref().and_then(super::super::direction),
                language,
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
