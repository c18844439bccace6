//! The blocks of a document in order: turns, narration, gaps, notes, and where each reported conversation begins.

use super::super::inline::{Inline, ParagraphView};
use super::super::lines::Lines;
use super::super::links::{Links, conversation_anchor};
use super::super::{score, words};
use super::head;
use crate::authority::PersonId;
use crate::citation;
use crate::date::Edtf;
use crate::document::{Block, CueKind, NarrationKind, NoteKind, Turn, TurnKind};
use crate::interface::Interface;
use crate::record::SourcePolicy;
use crate::resolve::{Attribution, Evidence};
use crate::site::{DocumentEntry, PersonEntry, Route, Site};
use serde::Serialize;

/// A block, as `templates/parts/block.html` places it.
#[derive(Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub(super) enum BlockView {
    /// A turn.
    Turn(Box<TurnView>),
    /// A conversation begins.
    Conversation {
        anchor: String,
        letter: String,
        title: String,
        date: Option<String>,
    },
    /// A heading inside the text.
    Heading { paragraph: ParagraphView },
    /// Nobody's speech.
    Narration {
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
    /// Where the turn stands in the source.
    source_url: Option<String>,
    citation: String,
    paragraphs: Vec<ParagraphView>,
}

/// The blocks in order.
pub(super) fn views(
    site: &Site,
    document: &DocumentEntry,
    links: &Links<'_>,
    inline: &mut Inline<'_>,
) -> Vec<BlockView> {
    let context = Context {
        site,
        document,
        links,
        lanes: score::lanes(site, document),
        lines: Lines::new(&document.source.text),
    };
    let mut out = Vec::new();
    let mut turn_index = 0;
    let mut gap_index = 0;
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
            Block::Turn(turn) => {
                let view = context.turn(turn_index, turn, paragraphs);
                out.push(BlockView::Turn(Box::new(view)));
                turn_index += 1;
            }
            // Shown at the head and foot of the page, as printed.
            Block::Header(_) => {}
            Block::Heading(_) => {
                out.extend(
                    paragraphs
                        .pop()
                        .map(|paragraph| BlockView::Heading { paragraph }),
                );
            }
            Block::Narration(narration) => {
                let (class, caption) = match narration.kind {
                    NarrationKind::Text => ("narration", None),
                    NarrationKind::LeadIn => ("narration lead-in", None),
                    NarrationKind::PullQuote => (
                        "narration pull-quote",
                        Some(site.interface.text("caption-pull-quote").to_owned()),
                    ),
                    NarrationKind::Byline => ("narration byline", None),
                };
                out.extend(paragraphs.pop().map(|paragraph| BlockView::Narration {
                    class,
                    caption,
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
                let caption = match note.kind {
                    NoteKind::Participants => "caption-participants",
                    NoteKind::Source => "caption-source",
                    NoteKind::Heading => "caption-heading",
                    NoteKind::Proceedings => "caption-proceedings",
                    NoteKind::Vote => "caption-vote",
                    NoteKind::Stage => "caption-stage",
                    NoteKind::Time => "caption-time",
                    NoteKind::Footnote => "caption-footnote",
                    NoteKind::Other => "caption-note",
                };
                out.extend(paragraphs.pop().map(|paragraph| BlockView::Note {
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
    lanes: Vec<&'a PersonId>,
    lines: Lines,
}

impl Context<'_> {
    fn turn(&self, index: usize, turn: &Turn, mut paragraphs: Vec<ParagraphView>) -> TurnView {
        let say = &self.site.interface;
        let document = self.document;
        let entry = &document.turns[index];
        let anchor = document.anchors.turn(index);
        let number = words::turn_number(anchor);
        if paragraphs.len() > 1 {
            for (at, paragraph) in paragraphs.iter_mut().enumerate() {
                paragraph.anchor = Some(document.anchors.paragraph(index, at));
                paragraph.link_label = say.say(
                    "paragraph-link",
                    &[("paragraph", (at + 1).into()), ("number", number.into())],
                );
            }
        }
        let person = entry
            .attribution
            .person()
            .and_then(|id| self.site.people.get(id));
        let printed = turn.label.as_ref().map(|label| label.text.text());
        let assigned = document.is_assigned(index);
        // The name stands in the label's place only where the narration prints it; an editors' decision is said in words.
        let named = person.filter(|_| printed.is_none() && !assigned);
        let label = printed
            .map(str::to_owned)
            .or_else(|| named.map(|person| person.name.clone()))
            .unwrap_or_else(|| say.text("speaker-not-marked").to_owned());
        let shown = person.filter(|_| printed.is_some() || named.is_some());
        let date = document.turn_date(index);
        let source_url = (document.record.source == SourcePolicy::Publish).then(|| {
            let block = &document.document.blocks[entry.block];
            let line = self.lines.of(block.span().start);
            let page = self.links.to(&Route::SourcePage(document.id.clone()));
            format!("{page}#line-{line}")
        });
        TurnView {
            anchor: anchor.to_owned(),
            class: self.class(person, assigned),
            is_printed: printed.is_some(),
            label,
            person_url: shown.and_then(|person| self.links.person(&person.id)),
            person_title: shown.map(|person| {
                let evidence = evidence(say, &entry.attribution);
                say.say(
                    "person-because",
                    &[
                        ("name", (&person.name).into()),
                        ("evidence", evidence.into()),
                    ],
                )
            }),
            number: number.to_owned(),
            number_label: words::turn(say, anchor),
            date: date.map(|date| say.date_short(date)),
            datetime: date.and_then(Edtf::html_datetime),
            about_speaker: about_speaker(self.site, turn, &entry.attribution),
            source_url,
            citation: citation::turn(self.site, document, index).text,
            paragraphs,
        }
    }

    fn class(&self, person: Option<&PersonEntry>, assigned: bool) -> String {
        let Some(person) = person else {
            return "turn nobody".to_owned();
        };
        let lane = score::lane(&self.lanes, &person.id) + 1;
        let assigned = if assigned { " assigned" } else { "" };
        format!(
            "turn {} lane-{lane}{assigned}",
            words::slot_class(person.slot)
        )
    }
}

/// Why we think so.
fn evidence<'a>(say: &'a Interface, attribution: &'a Attribution) -> &'a str {
    match attribution {
        Attribution::Known { evidence, .. } | Attribution::Provisional { evidence, .. } => say
            .text(match evidence {
                Evidence::Listed => "evidence-listed",
                Evidence::FullName => "evidence-full-name",
                Evidence::Initials => "evidence-initials",
                Evidence::Surname => "evidence-surname",
                Evidence::Misspelt => "evidence-misspelt",
                Evidence::NamedBefore => "evidence-named-before",
                Evidence::Markup => "evidence-markup",
                Evidence::TakesPart => "evidence-takes-part",
                Evidence::Seat => "evidence-seat",
                Evidence::Transliterated => "evidence-transliterated",
                Evidence::Letters => "evidence-letters",
                Evidence::FirstName => "evidence-first-name",
                Evidence::Head => "evidence-head",
                Evidence::Role => "evidence-role",
                Evidence::Office => "evidence-office",
                Evidence::Labels => "evidence-labels-only",
            }),
        Attribution::ByRecord { reason, .. } => reason,
        Attribution::Ambiguous { .. }
        | Attribution::Collective
        | Attribution::Unidentified
        | Attribution::Unmarked => "",
    }
}

/// What readers must know about who speaks, where it is not just a label.
fn about_speaker(site: &Site, turn: &Turn, attribution: &Attribution) -> Option<String> {
    let say = &site.interface;
    let name = |id: &PersonId| {
        site.people
            .get(id)
            .map_or_else(|| id.to_string(), |person| person.name.clone())
    };
    let fixed = |id| Some(say.text(id).to_owned());
    match attribution {
        Attribution::ByRecord { person, reason } => {
            let name = name(person);
            let known = [("name", (&name).into()), ("reason", reason.into())];
            Some(match &turn.cue {
                Some(cue) if cue.kind == CueKind::Narration => {
                    let words = cue.text.trim_end_matches(':');
                    let [name, reason] = known;
                    say.say(
                        "about-given-by-words",
                        &[("words", words.into()), name, reason],
                    )
                }
                _ => say.say("about-assigned", &known),
            })
        }
        Attribution::Unmarked => fixed(match turn.kind {
            TurnKind::AttributedQuote | TurnKind::Quoted => "about-unmarked-quotation",
            TurnKind::Unmarked => "about-unmarked-gap",
            TurnKind::Labeled => "about-unmarked-label",
        }),
        Attribution::Ambiguous { candidates } => {
            let names: Vec<String> = candidates.iter().map(name).collect();
            let names = say.list(&names);
            Some(say.say("about-ambiguous", &[("names", (&names).into())]))
        }
        Attribution::Collective => fixed("about-collective"),
        Attribution::Unidentified => fixed("about-unidentified"),
        Attribution::Known { .. } | Attribution::Provisional { .. } => {
            let cue = turn.cue.as_ref()?;
            match cue.kind {
                CueKind::Narration => {
                    let words = ("words", cue.text.trim_end_matches(':').into());
                    Some(say.say("about-named-by-words", &[words]))
                }
                CueKind::Name | CueKind::Identifier | CueKind::Group => {
                    fixed("about-named-in-markup")
                }
            }
        }
    }
}

/// Who speaks a turn, in a few words.
pub(super) fn speaker_in_words(
    say: &Interface,
    document: &DocumentEntry,
    index: usize,
    person: Option<&PersonEntry>,
) -> String {
    let assigned = document.is_assigned(index);
    match (person, &document.turn(index).label) {
        (Some(person), _) if assigned => {
            say.say("speaker-assigned-short", &[("name", (&person.name).into())])
        }
        (Some(person), _) => person.name.clone(),
        (None, Some(label)) => label.name().to_owned(),
        (None, None) => say.text("score-not-marked").to_owned(),
    }
}
