//! The blocks of a document in order: turns, narration, gaps, notes, and where each reported conversation begins.

use super::super::changes::{self, ChangeView};
use super::super::inline::{Inline, ParagraphView};
use super::super::lanes::Lanes;
use super::super::links::{Links, conversation_anchor};
use super::super::sides::{self, OtherView};
use super::super::spoken::Spoken;
use super::super::{score, words};
use super::head;
use crate::anchor::{Now, paragraph_number};
use crate::citation::Forms;
use crate::date::Edtf;
use crate::document::{Block, NarrationKind, NoteKind};
use crate::record::SourcePolicy;
use crate::site::{Change, DocumentEntry, Other, PersonEntry, Route, Site, parts};
use serde::Serialize;
use std::collections::BTreeMap;

/// A block, as `templates/parts/block.html` places it.
#[derive(Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub(super) enum BlockView {
    /// A turn.
    Turn(Box<TurnView>),
    /// Words stood here under an address of their own.
    Mark {
        anchor: String,
        /// What became of them; a link follows where they lead anywhere.
        text: String,
        url: Option<String>,
        link: Option<String>,
    },
    /// A conversation begins.
    Conversation {
        anchor: String,
        letter: String,
        title: String,
        date: Option<String>,
    },
    /// A heading inside the text.
    Heading {
        anchor: String,
        paragraph: ParagraphView,
    },
    /// Nobody's speech.
    Narration {
        /// Its place, but for what stands at the head.
        anchor: Option<String>,
        class: &'static str,
        caption: Option<String>,
        paragraph: ParagraphView,
    },
    /// Words left out.
    Gap {
        anchor: String,
        paragraph: ParagraphView,
    },
    /// A note of the edition that the source is.
    Note {
        anchor: String,
        caption: String,
        paragraph: ParagraphView,
    },
}

/// A turn.
#[derive(Serialize)]
pub(super) struct TurnView {
    anchor: String,
    /// Color, lane and state.
    class: String,
    /// The label as printed, else who speaks, else that nobody is named.
    label: String,
    /// Whether the label is printed.
    is_printed: bool,
    person_url: Option<String>,
    /// Who the label stands for, and why we think so.
    person_title: Option<String>,
    number: String,
    /// “turn 7”.
    number_label: String,
    date: Option<String>,
    datetime: Option<String>,
    /// What readers must know about who speaks.
    about_speaker: Option<String>,
    /// What the editors changed in it, latest first.
    changes: Vec<ChangeView>,
    /// Where the turn stands in the source.
    source_url: Option<String>,
    /// Where other records of the conversation have it.
    others: Vec<OtherView>,
    /// Where it stands beside them.
    beside_url: Option<String>,
    citation: String,
    /// Position among the speakers of `citing`.
    speaker: usize,
    /// Position among the conversations of `citing`.
    conversation: Option<String>,
    paragraphs: Vec<ParagraphView>,
}

/// The blocks in order.
pub(super) fn views(
    site: &Site,
    document: &DocumentEntry,
    links: &Links<'_>,
    lanes: &Lanes<'_>,
    forms: &Forms,
    inline: &mut Inline<'_>,
) -> Vec<BlockView> {
    let context = Context {
        site,
        document,
        links,
        lanes,
        forms,
        changes: site
            .changes
            .iter()
            .filter(|one| {
                let of = one.document.map(|index| &site.documents[index].id);
                one.turn.is_some() && of == Some(&document.id)
            })
            .collect(),
        others: site.others(document),
    };
    let mut marks = context.marks();
    let mut out: Vec<BlockView> = marks.remove(&None).into_iter().flatten().collect();
    let mut turn_index = 0;
    let mut gap_index = 0;
    let mut heading_index = 0;
    let mut narration_index = 0;
    let mut note_index = 0;
    let is_text = |block: &Block| matches!(block, Block::Turn(_) | Block::Narration(_));
    let has_text = document.document.blocks.iter().any(is_text);
    for (index, block) in document.document.blocks.iter().enumerate() {
        for (at, conversation) in document.conversations.iter().enumerate() {
            if conversation.blocks.first().map(|range| range.start) == Some(index) {
                out.push(BlockView::Conversation {
                    anchor: conversation_anchor(conversation),
                    letter: head::letter(at),
                    title: conversation.title.clone(),
                    date: conversation
                        .date
                        .as_ref()
                        .map(|date| site.interface.date(date)),
                });
            }
        }
        let mut paragraphs = inline.paragraphs(index, block);
        match block {
            Block::Turn(_) => {
                let view = context.turn(turn_index, paragraphs);
                out.push(BlockView::Turn(Box::new(view)));
                out.extend(marks.remove(&Some(turn_index)).into_iter().flatten());
                turn_index += 1;
            }
            // Shown at the head and foot of the page, as printed, unless there is nothing else.
            Block::Header(_) if has_text => {}
            Block::Header(_) => {
                out.extend(paragraphs.pop().map(|paragraph| BlockView::Narration {
                    anchor: None,
                    class: "narration",
                    caption: None,
                    paragraph,
                }));
            }
            Block::Heading(_) => {
                heading_index += 1;
                let anchor = parts::heading_anchor(heading_index);
                out.extend(
                    paragraphs
                        .pop()
                        .map(|paragraph| BlockView::Heading { anchor, paragraph }),
                );
            }
            Block::Narration(narration) => {
                let (class, caption) = narration_class(narration.kind);
                narration_index += 1;
                out.extend(paragraphs.pop().map(|paragraph| BlockView::Narration {
                    anchor: Some(parts::narration_anchor(narration_index)),
                    class,
                    caption: caption.map(|id| site.interface.text(id).to_owned()),
                    paragraph,
                }));
            }
            Block::Gap(_) => {
                gap_index += 1;
                let anchor = score::gap_anchor(gap_index);
                out.extend(
                    paragraphs
                        .pop()
                        .map(|paragraph| BlockView::Gap { anchor, paragraph }),
                );
            }
            Block::Note(note) => {
                let caption = caption(note.kind);
                note_index += 1;
                out.extend(paragraphs.pop().map(|paragraph| BlockView::Note {
                    anchor: parts::printed_note_anchor(note_index),
                    caption: site.interface.text(caption).to_owned(),
                    paragraph,
                }));
            }
        }
    }
    out
}

/// What the turns of one document have in common.
struct Context<'a> {
    site: &'a Site,
    document: &'a DocumentEntry,
    links: &'a Links<'a>,
    lanes: &'a Lanes<'a>,
    forms: &'a Forms,
    /// What was changed in single turns.
    changes: Vec<&'a Change>,
    /// Where other records have the turns.
    others: BTreeMap<usize, Vec<Other>>,
}

impl Context<'_> {
    fn turn(&self, index: usize, mut paragraphs: Vec<ParagraphView>) -> TurnView {
        let say = &self.site.interface;
        let document = self.document;
        let anchor = document.anchors.turn(index);
        let number = words::turn_number(anchor);
        let anchors = document.anchors.paragraphs(index, paragraphs.len());
        for (paragraph, anchor) in paragraphs.iter_mut().zip(anchors) {
            let own = anchor.as_deref().and_then(paragraph_number);
            if let Some((number, paragraph_number)) = own {
                paragraph.link_label = say.say(
                    "paragraph-link",
                    &[
                        ("paragraph", paragraph_number.into()),
                        ("number", number.into()),
                    ],
                );
            }
            paragraph.anchor = anchor;
        }
        let spoken = Spoken::of(self.site, document, index, self.links);
        let date = document.turn_date(index);
        let source_url = (document.record.source == SourcePolicy::Publish).then(|| {
            let page = self.links.to(&Route::SourcePage(document.id.clone()));
            format!("{page}#{anchor}")
        });
        let others = self.others.get(&index).map_or(&[][..], Vec::as_slice);
        TurnView {
            others: sides::others(self.site, self.links, others),
            beside_url: sides::pair_url(self.links, document, index, others),
            anchor: anchor.to_owned(),
            class: self.class(spoken.person, document.is_assigned(index)),
            is_printed: spoken.is_printed,
            label: spoken.label,
            person_url: spoken.person_url,
            person_title: spoken.person_title,
            number: number.to_owned(),
            number_label: words::turn(say, anchor),
            date: date.map(|date| say.date_short(date)),
            datetime: date.and_then(Edtf::html_datetime),
            about_speaker: spoken.about,
            changes: changes::of_turn(self.site, self.links, &self.changes, index),
            source_url,
            citation: self.forms.turn(document, index),
            speaker: self.forms.speaker_of[index],
            conversation: document.turns[index].conversation.map(|at| at.to_string()),
            paragraphs,
        }
    }

    /// What stands for anchors that are gone, by the turn after which it stands.
    fn marks(&self) -> BTreeMap<Option<usize>, Vec<BlockView>> {
        let anchors = &self.document.anchors;
        let mut out: BTreeMap<Option<usize>, Vec<BlockView>> = BTreeMap::new();
        for gone in anchors.gone() {
            let to = gone.now.anchor();
            let text = match &gone.now {
                Now::In(_) => "mark-merged",
                Now::Near(_) => "mark-removed",
                Now::Nowhere => "mark-nothing",
            };
            let place = self.place(&gone.anchor);
            let mark = BlockView::Mark {
                anchor: gone.anchor.clone(),
                text: self
                    .site
                    .interface
                    .say(text, &[("place", place.as_str().into())]),
                url: to.map(|anchor| format!("#{anchor}")),
                link: to.map(|anchor| self.place(anchor)),
            };
            let turn = to.and_then(|to| anchors.find(to)).map(|(turn, _)| turn);
            out.entry(turn).or_default().push(mark);
        }
        out
    }

    /// “turn 12”, “turn 12, paragraph 3”.
    fn place(&self, anchor: &str) -> String {
        let say = &self.site.interface;
        match paragraph_number(anchor) {
            Some((number, paragraph)) => say.say(
                "place-paragraph",
                &[("number", number.into()), ("paragraph", paragraph.into())],
            ),
            None => words::turn(say, anchor),
        }
    }

    fn class(&self, person: Option<&PersonEntry>, assigned: bool) -> String {
        let Some(person) = person else {
            return "turn nobody".to_owned();
        };
        let lane = self.lanes.lane(&person.id) + 1;
        let assigned = if assigned { " assigned" } else { "" };
        format!(
            "turn {} lane-{lane}{assigned}",
            self.lanes.class(&person.id)
        )
    }
}

/// The class of a narration, and what it is called where readers must be told.
pub(in crate::pages) fn narration_class(
    kind: NarrationKind,
) -> (&'static str, Option<&'static str>) {
    match kind {
        NarrationKind::Text => ("narration", None),
        NarrationKind::LeadIn => ("narration lead-in", None),
        NarrationKind::PullQuote => ("narration pull-quote", Some("caption-pull-quote")),
        NarrationKind::Byline => ("narration byline", None),
    }
}

/// What a note of the source's edition is called.
pub(in crate::pages) fn caption(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Participants => "caption-participants",
        NoteKind::Source => "caption-source",
        NoteKind::Heading => "caption-heading",
        NoteKind::Proceedings => "caption-proceedings",
        NoteKind::Vote => "caption-vote",
        NoteKind::Stage => "caption-stage",
        NoteKind::Time => "caption-time",
        NoteKind::Footnote => "caption-footnote",
        NoteKind::Other => "caption-note",
    }
}
