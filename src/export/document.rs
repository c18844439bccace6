//! `documents/SLUG.json`: all that is published of one document, for machines.
//!
//! The turns are those of `memcon parse`, each with its address. What was left out is counted but never quoted.

use super::pretty;
use super::view::{self, BlockView, MentionView, NoteView, TurnView};
use crate::authority::PersonId;
use crate::date::Edtf;
use crate::document::Account;
use crate::record::SourcePolicy;
use crate::site::{DocumentEntry, ExportFile, Route, Site, Tally, address};
use serde::Serialize;

#[derive(Serialize)]
struct DocumentView<'a> {
    id: &'a str,
    url: String,
    title: &'a str,
    facts: FactsView<'a>,
    provenance: ProvenanceView<'a>,
    participants: Vec<ParticipantView<'a>>,
    conversations: Vec<ConversationView<'a>>,
    words: WordsView,
    account: &'a Account,
    turns: Vec<TurnWithUrl<'a>>,
    notes: Vec<NoteView<'a>>,
    blocks: Vec<BlockView<'a>>,
    mentions: Vec<MentionView<'a>>,
}

#[derive(Serialize)]
struct FactsView<'a> {
    date: Option<&'a str>,
    date_printed: Option<&'a str>,
    place: Option<&'a str>,
    place_editors: Option<&'a str>,
    kind: Option<&'a str>,
    language: Option<&'a str>,
    original_language: Option<&'a str>,
    author: Option<&'a str>,
    translator: Option<&'a str>,
    publisher: Option<&'a str>,
    archive: Option<&'a str>,
    archive_reference: Option<&'a str>,
    rights: Option<&'a str>,
    summary: Option<&'a str>,
    summary_by: Option<&'a str>,
}

/// Whose record it is; null means that no source states it.
#[derive(Serialize)]
struct ProvenanceView<'a> {
    recorded_by: Option<&'a str>,
    note_taker: Option<&'a str>,
    nature: Option<&'static str>,
    completeness: Option<&'a str>,
    chain: Vec<&'a str>,
    /// The reading text that spans count in; null where it is withheld.
    reading_text: Option<String>,
}

#[derive(Serialize)]
struct ParticipantView<'a> {
    person: &'a str,
    name: &'a str,
    speaks: bool,
    printed: Tally,
    by_editors: Tally,
    as_printed: Option<&'a str>,
    role: Option<&'a str>,
}

#[derive(Serialize)]
struct ConversationView<'a> {
    id: &'a str,
    title: &'a str,
    date: Option<&'a str>,
    date_printed: Option<&'a str>,
    place: Option<&'a str>,
    participants: Vec<&'a str>,
}

/// By the one counting rule: all turns, and those nobody is named for.
#[derive(Serialize)]
struct WordsView {
    all: Tally,
    nobody: Tally,
}

#[derive(Serialize)]
struct TurnWithUrl<'a> {
    #[serde(flatten)]
    turn: TurnView<'a>,
    url: String,
}

pub(super) fn render(site: &Site, entry: &DocumentEntry) -> String {
    pretty(&DocumentView {
        id: entry.id.as_str(),
        url: address::of(site, &Route::Document(entry.id.clone())),
        title: &entry.facts.title,
        facts: facts(entry),
        provenance: provenance(site, entry),
        participants: participants(site, entry),
        conversations: conversations(entry),
        words: WordsView {
            all: entry.tally,
            nobody: entry.unmarked,
        },
        account: &entry.account,
        turns: view::turns(site, entry)
            .into_iter()
            .enumerate()
            .map(|(index, turn)| TurnWithUrl {
                turn,
                url: address::of_turn(site, entry, index),
            })
            .collect(),
        notes: view::notes(entry),
        blocks: view::blocks(entry),
        mentions: view::mentions(entry),
    })
}

fn facts(entry: &DocumentEntry) -> FactsView<'_> {
    let (facts, record) = (&entry.facts, &entry.record);
    FactsView {
        date: facts.date.as_ref().map(Edtf::as_str),
        date_printed: facts.date_printed.as_deref(),
        place: facts.place.as_deref(),
        place_editors: facts.place_editors.as_deref(),
        kind: facts.kind.as_deref(),
        language: facts.language.as_deref(),
        original_language: facts.original_language.as_deref(),
        author: record.author.as_deref(),
        translator: record.translator.as_deref(),
        publisher: record.publisher.as_deref(),
        archive: record.archive.as_deref(),
        archive_reference: record.archive_reference.as_deref(),
        rights: record.rights.as_deref(),
        summary: record.summary.as_deref(),
        summary_by: record.summary_by.as_deref(),
    }
}

fn provenance<'a>(site: &Site, entry: &'a DocumentEntry) -> ProvenanceView<'a> {
    let provenance = &entry.record.provenance;
    ProvenanceView {
        recorded_by: provenance.recorded_by.as_deref(),
        note_taker: provenance.note_taker.as_deref(),
        nature: provenance.nature.map(crate::record::Nature::describe),
        completeness: provenance.completeness.as_deref(),
        chain: provenance.chain.iter().map(String::as_str).collect(),
        reading_text: match entry.record.source {
            SourcePolicy::Publish => Some(address::of(
                site,
                &Route::Export(ExportFile::ReadingText(entry.id.clone())),
            )),
            SourcePolicy::Withhold => None,
        },
    }
}

fn participants<'a>(site: &'a Site, entry: &'a DocumentEntry) -> Vec<ParticipantView<'a>> {
    let of_record = |person: &PersonId| {
        entry
            .record
            .participants
            .iter()
            .find(|participant| participant.person == *person)
    };
    let name = |person: &PersonId| site.people.get(person).map_or("", |p| p.name.as_str());
    let speaking = entry.shares.iter().map(|share| {
        let recorded = of_record(&share.person);
        ParticipantView {
            person: share.person.as_str(),
            name: name(&share.person),
            speaks: true,
            printed: share.printed,
            by_editors: share.by_editors,
            as_printed: recorded.and_then(|participant| participant.printed.as_deref()),
            role: recorded.and_then(|participant| participant.role.as_deref()),
        }
    });
    let silent = entry.silent.iter().map(|presence| ParticipantView {
        person: presence.person.as_str(),
        name: name(&presence.person),
        speaks: false,
        printed: Tally::default(),
        by_editors: Tally::default(),
        as_printed: presence.printed.as_deref(),
        role: presence.role.as_deref(),
    });
    speaking.chain(silent).collect()
}

fn conversations(entry: &DocumentEntry) -> Vec<ConversationView<'_>> {
    entry
        .conversations
        .iter()
        .map(|conversation| ConversationView {
            id: &conversation.id,
            title: &conversation.title,
            date: conversation.date.as_ref().map(Edtf::as_str),
            date_printed: conversation.date_printed.as_deref(),
            place: conversation.place.as_deref(),
            participants: conversation
                .participants
                .iter()
                .map(PersonId::as_str)
                .collect(),
        })
        .collect()
}
