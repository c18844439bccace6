//! A document or a turn → its citation, as plain text; and a document in every citation style of the archive.
//!
//! The plain form says more than any style does, in the manner of a Chicago note: who, in what, when, which turn; whose record it is and
//! who translated it, what is left out; where it is kept; in which archive on the web, in which edition, at which address. What no source
//! says is said to be not stated. It is therefore the one that every page shows; the styles (`styled`) are offered beside it, with the same
//! caveats in brackets. Formatted once a document, with places left open for what differs from turn to turn (`slots`).

mod item;
mod slots;
mod styled;
mod whose;

use crate::authority::PersonId;
use crate::document::{Block, GapReason, MarkKind};
use crate::language;
use crate::record::{LastingKind, Nature};
use crate::resolve::Attribution;
use crate::site::{DocumentEntry, Passage, Route, Site};
pub use item::{Item, Name, Sort, creators, of_document, sort, speakers};
pub use slots::{Pattern, Piece, Slot, Speaker};
use std::ops::RangeInclusive;
pub use styled::Styled;
pub use whose::{NOT_STATED, whose_record};

/// A citation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Citation {
    /// As plain text.
    pub text: String,
}

/// What the citations of one document's turns are made of.
pub struct Forms {
    /// The plain form of a passage.
    pub plain: Pattern,
    /// The document in the archive's styles.
    pub styles: Vec<Styled>,
    /// Everyone who speaks, as citations say it.
    pub speakers: Vec<Speaker>,
    /// Who speaks each turn, among the speakers.
    pub speaker_of: Vec<usize>,
    /// What citations say of each conversation that the document reports.
    pub conversations: Vec<String>,
}

impl Forms {
    /// Those of a document.
    pub fn of(site: &Site, document: &DocumentEntry) -> Forms {
        let mut speakers: Vec<Speaker> = Vec::new();
        let mut speaker_of = Vec::with_capacity(document.turns.len());
        let mut positions = std::collections::BTreeMap::new();
        for index in 0..document.turns.len() {
            let found = speaker(site, document, index);
            let at = *positions.entry(found.speaker.clone()).or_insert_with(|| {
                speakers.push(found);
                speakers.len() - 1
            });
            speaker_of.push(at);
        }
        let styles = if document.turns.is_empty() && site.styles.all().is_empty() {
            Vec::new()
        } else {
            styled::all(site, document, &speakers)
        };
        Forms {
            plain: plain(site, document),
            styles,
            speakers,
            speaker_of,
            conversations: (0..document.conversations.len())
                .map(|index| conversation(document, index))
                .collect(),
        }
    }

    /// The plain citation of a turn.
    pub fn turn(&self, document: &DocumentEntry, turn_index: usize) -> String {
        self.fill(&self.plain, document, turn_index)
    }

    /// A pattern with a turn filled in.
    pub fn fill(&self, pattern: &Pattern, document: &DocumentEntry, turn_index: usize) -> String {
        let speaker = &self.speakers[self.speaker_of[turn_index]];
        let turns = turn_index..=turn_index;
        let anchor = document.anchors.turn(turn_index);
        let place = format!("turn {}{}", &anchor[1..], within(document, turns));
        pattern.fill(speaker, &place, anchor)
    }
}

/// The citation of a document.
pub fn document(site: &Site, document: &DocumentEntry) -> Citation {
    let mut out = Pattern::default();
    out.text(document.record.author.as_deref().unwrap_or_default());
    describe(&mut out, site, document, false);
    finish(&mut out, site, document, false);
    let nobody = Speaker {
        speaker: String::new(),
        family: None,
        given: None,
    };
    Citation {
        text: out.fill(&nobody, "", ""),
    }
}

/// The citation of a turn, named by its position.
pub fn turn(site: &Site, document: &DocumentEntry, turn_index: usize) -> Citation {
    let anchor = document.anchors.turn(turn_index);
    let turns = turn_index..=turn_index;
    let place = format!("turn {}{}", &anchor[1..], within(document, turns));
    let speaker = speaker(site, document, turn_index);
    Citation {
        text: plain(site, document).fill(&speaker, &place, anchor),
    }
}

/// The citation of a passage: a turn, a range of turns, or paragraphs of them.
pub fn passage(site: &Site, document: &DocumentEntry, passage: &Passage) -> Citation {
    let turns = passage.first.turn..=passage.last.turn;
    let mut speakers: Vec<String> = Vec::new();
    for index in turns.clone() {
        let speaker = speaker(site, document, index).speaker;
        if !speakers.contains(&speaker) {
            speakers.push(speaker);
        }
    }
    let speakers = match speakers.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((only, _)) => only.clone(),
        None => String::new(),
    };
    let speaker = Speaker {
        speaker: speakers,
        family: None,
        given: None,
    };
    let place = format!("{}{}", place(document, passage), within(document, turns));
    Citation {
        text: plain(site, document).fill(&speaker, &place, &anchor(document, passage)),
    }
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
    if let Some(moved) = moved(site) {
        text.push_str(&format!(" ({moved})"));
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

/// “turn 2, pars. 3–5”.
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
                format!("turn {from}, par. {first}")
            } else if is_one_turn && from == to {
                format!("turn {from}, pars. {first}–{last}")
            } else {
                format!("turn {from}, par. {first}, to turn {to}, par. {last}")
            }
        }
    }
}

/// Who speaks a turn, as citations say it.
fn speaker(site: &Site, document: &DocumentEntry, turn_index: usize) -> Speaker {
    let whole = |name: String| Speaker::new(&Name::Whole(name), "");
    let label = document
        .turn(turn_index)
        .label
        .as_ref()
        .map(|label| label.name().to_owned());
    match &document.turns[turn_index].attribution {
        Attribution::Known { person, .. } | Attribution::Provisional { person, .. } => {
            let told = of_twin(site, person).map(|id| format!(" ({id})"));
            Speaker::new(&item::person(site, person), &told.unwrap_or_default())
        }
        Attribution::ByRecord { person, .. } => {
            let told = of_twin(site, person).map(|id| format!("{id}; "));
            let told = format!(" ({}named by the editors)", told.unwrap_or_default());
            Speaker::new(&item::person(site, person), &told)
        }
        Attribution::Ambiguous { .. } | Attribution::Collective | Attribution::Unidentified => {
            whole(label.unwrap_or_else(|| "Speaker not identified".to_owned()))
        }
        Attribution::Unmarked => whole("Speaker not marked".to_owned()),
    }
}

/// The identifier of somebody whose name somebody else has too: it tells the two apart.
fn of_twin<'a>(site: &Site, person: &'a PersonId) -> Option<&'a str> {
    let is_twin = site.twins.has_name_of_another(person);
    is_twin.then(|| person.as_str())
}

/// The archive with its edition.
fn archive(site: &Site) -> String {
    match &site.config.edition {
        Some(edition) => format!("{}, {}", site.config.title, edition.name),
        None => site.config.title.clone(),
    }
}

/// The plain form of a passage.
fn plain(site: &Site, document: &DocumentEntry) -> Pattern {
    let mut out = Pattern::default();
    out.open(Slot::Speaker);
    out.text(&match &document.record.author {
        Some(author) => format!(", quoted in {author}"),
        None => ", in".to_owned(),
    });
    describe(&mut out, site, document, true);
    finish(&mut out, site, document, true);
    out
}

/// Title, date, turn, whose record.
fn describe(out: &mut Pattern, site: &Site, document: &DocumentEntry, is_passage: bool) {
    let facts = &document.facts;
    let record = &document.record;
    out.text(match (&record.author, is_passage) {
        (Some(_), _) => ", ",
        (None, true) => " ",
        (None, false) => "",
    });
    out.text(&format!("“{},”", facts.title));
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
        out.text(&format!(" {publisher},"));
    }
    out.text(&format!(" {date}"));
    if is_passage {
        out.text(", ");
        out.open(Slot::Place);
    }
    let mut said = remarks(site, document);
    if let Some(translator) = &record.translator {
        let translated = format!("translated by {translator}");
        match said
            .get_mut(1)
            .filter(|said| said.starts_with("translated"))
        {
            Some(one) => *one = translated,
            None => said.insert(1, translated),
        }
    }
    out.text(&format!(" ({})", said.join("; ")));
}

/// What nobody who cites a document may leave out: whose record it is, that it is a translation, that words are left out, that a machine
/// read it.
pub fn caveats(document: &DocumentEntry) -> Vec<String> {
    let record = &document.record;
    let provenance = &record.provenance;
    let mut said = vec![provenance.recorded_by.as_ref().map_or_else(
        || "whose record it is: not stated".to_owned(),
        |by| format!("recorded by {by}"),
    )];
    let from = document
        .facts
        .original_language
        .as_deref()
        .map(language::name);
    match (&record.translator, from) {
        (Some(_), Some(from)) => said.push(format!("translated from {from}")),
        (Some(_), None) => said.push("translated".to_owned()),
        (None, Some(from)) => {
            said.push(format!("translated from {from}, translator not stated"));
        }
        (None, None) => {}
    }
    if provenance.nature == Some(Nature::QuotedInPrint) {
        said.push("as quoted in print".to_owned());
    }
    let leaves_out = |reason: GapReason| match reason {
        GapReason::Omitted | GapReason::PagesOmitted | GapReason::Extract | GapReason::Withheld => {
            true
        }
        GapReason::Inaudible | GapReason::Illegible => false,
    };
    let is_left_out = |block: &Block| match block {
        Block::Gap(gap) => leaves_out(gap.reason),
        block => {
            let mut marks = block.paragraphs().iter().flat_map(|one| &one.marks);
            marks.any(|mark| matches!(mark.kind, MarkKind::Gap(reason) if leaves_out(reason)))
        }
    };
    if document.document.blocks.iter().any(is_left_out) {
        said.push("with omissions marked in the text".to_owned());
    }
    if let Some(how) = &provenance.machine_read {
        said.push(format!("machine-read: {}", how.trim_end_matches('.')));
    }
    said
}

/// The same, and where the archive was before it had its present address: what every citation says.
pub fn remarks(site: &Site, document: &DocumentEntry) -> Vec<String> {
    let mut said = caveats(document);
    said.extend(moved(site));
    said
}

/// Where the archive was before it had its present address.
fn moved(site: &Site) -> Option<String> {
    let earlier = site.config.earlier_base_urls.iter();
    let earlier = earlier.filter(|address| site.config.base_url.as_ref() != Some(address));
    let earlier: Vec<&str> = earlier.map(crate::config::BaseUrl::as_str).collect();
    (!earlier.is_empty()).then(|| format!("formerly at {}", earlier.join(" and ")))
}

/// “ (Telephone call from Mitterrand to Gorbachev, January 1991)”, for turns of a document that reports conversations.
fn within(document: &DocumentEntry, turns: RangeInclusive<usize>) -> String {
    let mut conversations: Vec<usize> = turns
        .filter_map(|index| document.turns[index].conversation)
        .collect();
    conversations.dedup();
    if conversations.is_empty() {
        return String::new();
    }
    let conversations = conversations.into_iter();
    let conversations: Vec<String> = conversations
        .map(|index| conversation(document, index))
        .collect();
    format!(" ({})", conversations.join("; "))
}

fn conversation(document: &DocumentEntry, index: usize) -> String {
    let conversation = &document.conversations[index];
    let date = conversation.date.as_ref();
    let date = date.map(|date| format!(", {}", date.english()));
    format!("{}{}", conversation.title, date.unwrap_or_default())
}

/// The address that a citation gives of the document itself: a lasting one before that of the page.
fn leading_address(site: &Site, document: &DocumentEntry) -> Option<String> {
    match &document.record.lasting {
        Some(lasting) if lasting.kind != LastingKind::Doi => Some(lasting.url()),
        Some(_) | None => item::page_address(site, document),
    }
}

/// Where it is kept, in which archive on the web, at which address.
fn finish(out: &mut Pattern, site: &Site, document: &DocumentEntry, is_passage: bool) {
    let record = &document.record;
    let kept: Vec<&str> = [&record.archive, &record.archive_reference]
        .into_iter()
        .flatten()
        .map(|text| text.trim_end_matches('.'))
        .collect();
    if !kept.is_empty() {
        out.text(&format!(". {}", kept.join(", ")));
    }
    if let Some(lasting) = &record.lasting {
        out.text(&format!(". {}", lasting.url()));
    }
    out.text(&format!(". {}", archive(site)));
    if let Some(address) = item::page_address(site, document) {
        out.text(&format!(", {address}"));
        if is_passage {
            out.text("#");
            out.open(Slot::Anchor);
        }
    }
    out.text(".");
}
