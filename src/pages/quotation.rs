//! Words of a document quoted in a page of the archive's own: made from the model each time, so that a correction reaches them.

use super::document::{caption, narration_class};
use super::inline::{Inline, ParagraphView};
use super::links::Links;
use super::spoken::Spoken;
use super::words;
use crate::citation;
use crate::document::Block;
use crate::site::{DocumentEntry, Passage, Site, Spot};
use serde::Serialize;

/// Everything `templates/parts/quotation.html` may use.
#[derive(Serialize)]
pub(super) struct QuotationView {
    /// Its anchor in the page: `quotation-1`.
    anchor: String,
    /// Address of the first words quoted.
    url: String,
    /// Language of the words.
    language: Option<String>,
    /// `rtl` where they run from right to left.
    direction: Option<&'static str>,
    /// Their language, where it is not that of the site.
    foreign: Option<String>,
    /// What is quoted, in order.
    parts: Vec<QuotedPart>,
    citation: String,
}

/// A part of what is quoted.
#[derive(Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub(super) enum QuotedPart {
    /// A turn, or some of its paragraphs.
    Turn(Box<QuotedTurn>),
    /// What stands between turns: words left out, narration, a heading, a note.
    Between {
        /// `quoted-gap`, `quoted-heading` or what `templates/parts/block.html` gives.
        class: &'static str,
        /// What a note is, in words of the interface.
        caption: Option<String>,
        paragraph: ParagraphView,
    },
}

/// A turn, or some of its paragraphs.
#[derive(Serialize)]
pub(super) struct QuotedTurn {
    /// The speaker's color and shape.
    glyph: &'static str,
    /// The label as printed, else who speaks, else that nobody is named.
    label: String,
    /// Whether the label is printed.
    is_printed: bool,
    person_url: Option<String>,
    /// Who the label stands for, and why we think so.
    person_title: Option<String>,
    /// Address of the words in their document.
    url: String,
    /// “turn 2, paragraph 14 of 14”.
    place: String,
    /// When it was said, where the document reports several conversations.
    date: Option<String>,
    /// What readers must know about who speaks.
    about_speaker: Option<String>,
    paragraphs: Vec<ParagraphView>,
}

/// A passage, as the `number`th quotation of the page that `links` belong to.
pub(super) fn view(
    site: &Site,
    links: &Links<'_>,
    passage: &Passage,
    number: usize,
) -> QuotationView {
    let document = &site.documents[passage.document];
    let anchor = format!("quotation-{number}");
    let mut inline = Inline::quoted(site, document, links, &anchor);
    let mut parts = Vec::new();
    let mut turn_index = passage.first.turn;
    let blocks = document.turns[passage.first.turn].block..=document.turns[passage.last.turn].block;
    for index in blocks {
        let block = &document.document.blocks[index];
        let paragraphs = inline.paragraphs(index, block);
        let between = |class, caption: Option<&'static str>| {
            move |paragraph| QuotedPart::Between {
                class,
                caption: caption.map(|id| site.interface.text(id).to_owned()),
                paragraph,
            }
        };
        match block {
            Block::Turn(_) => {
                let turn = turn(site, document, links, passage, turn_index, paragraphs);
                parts.push(QuotedPart::Turn(Box::new(turn)));
                turn_index += 1;
            }
            Block::Gap(_) => parts.extend(paragraphs.into_iter().map(between("quoted-gap", None))),
            Block::Heading(_) | Block::Header(_) => {
                parts.extend(paragraphs.into_iter().map(between("quoted-heading", None)));
            }
            Block::Narration(narration) => {
                let (class, caption) = narration_class(narration.kind);
                parts.extend(paragraphs.into_iter().map(between(class, caption)));
            }
            Block::Note(note) => {
                let caption = Some(caption(note.kind));
                parts.extend(paragraphs.into_iter().map(between("printed-note", caption)));
            }
        }
    }
    QuotationView {
        url: links.in_document(document, &citation::anchor(document, passage)),
        anchor,
        language: document.facts.language.clone(),
        direction: document
            .facts
            .language
            .as_deref()
            .and_then(super::direction),
        foreign: super::foreign(site, document),
        parts,
        citation: citation::passage(site, document, passage).text,
    }
}

/// A whole turn, where anchors of notes begin with `prefix`.
pub(super) fn whole(
    site: &Site,
    document: &DocumentEntry,
    links: &Links<'_>,
    index: usize,
    prefix: &str,
) -> QuotedTurn {
    let block = document.turns[index].block;
    let mut inline = Inline::quoted(site, document, links, prefix);
    let paragraphs = inline.paragraphs(block, &document.document.blocks[block]);
    let passage = Passage {
        document: 0,
        first: Spot {
            turn: index,
            paragraph: 0,
        },
        last: Spot {
            turn: index,
            paragraph: paragraphs.len().saturating_sub(1),
        },
    };
    turn(site, document, links, &passage, index, paragraphs)
}

fn turn(
    site: &Site,
    document: &DocumentEntry,
    links: &Links<'_>,
    passage: &Passage,
    index: usize,
    mut paragraphs: Vec<ParagraphView>,
) -> QuotedTurn {
    let say = &site.interface;
    let n = paragraphs.len();
    let from = if index == passage.first.turn {
        passage.first.paragraph
    } else {
        0
    };
    let to = if index == passage.last.turn {
        (passage.last.paragraph + 1).min(n)
    } else {
        n
    };
    paragraphs.truncate(to);
    paragraphs.drain(..from.min(paragraphs.len()));
    let turn = document.anchors.turn(index);
    let number = ("number", words::turn_number(turn).into());
    let shown = |paragraph: usize| document.anchors.paragraph_number(index, paragraph).1;
    let (place, anchor) = match paragraphs.len() {
        n_shown if n_shown == n => (words::turn(say, turn), turn.to_owned()),
        1 => (
            say.say(
                "quoted-paragraph",
                &[
                    number,
                    ("paragraph", shown(to - 1).as_str().into()),
                    ("n", n.into()),
                ],
            ),
            document.anchors.paragraph(index, from),
        ),
        _ => (
            say.say(
                "quoted-paragraphs",
                &[
                    number,
                    ("from", shown(from).as_str().into()),
                    ("to", shown(to - 1).as_str().into()),
                    ("n", n.into()),
                ],
            ),
            document.anchors.paragraph(index, from),
        ),
    };
    let spoken = Spoken::of(site, document, index, links);
    let date = document
        .turn_date(index)
        .filter(|_| !document.conversations.is_empty());
    QuotedTurn {
        glyph: match spoken.person {
            Some(person) if !document.is_assigned(index) => words::slot_class(person.slot),
            Some(_) | None => "nobody",
        },
        label: spoken.label,
        is_printed: spoken.is_printed,
        person_url: spoken.person_url,
        person_title: spoken.person_title,
        url: links.in_document(document, &anchor),
        place,
        date: date.map(|date| say.date_short(date)),
        about_speaker: spoken.about,
        paragraphs,
    }
}
