//! `documents/SLUG.json`: all that is published of one document, for machines.
//!
//! The turns are those of `memcon parse`, each with its address. What was left out is counted but never quoted.

use super::pretty;
use super::view::{self, BlockView, MentionView, NoteView, TurnView};
use crate::authority::PersonId;
use crate::date::Edtf;
use crate::document::Account;
use crate::record::{LastingKind, SourcePolicy};
use crate::site::{DocumentEntry, ExportFile, Route, Site, Tally, address};
use serde::Serialize;

#[derive(Serialize)]
struct DocumentView<'a> {
    id: &'a str,
    url: String,
    title: &'a str,
    provenance: ProvenanceView<'a>,
    facts: FactsView<'a>,
    participants: Vec<ParticipantView<'a>>,
    conversations: Vec<ConversationView<'a>>,
    words: WordsView,
    account: &'a Account,
    turns: Vec<TurnWithUrl<'a>>,
    notes: Vec<NoteView<'a>>,
    blocks: Vec<BlockView<'a>>,
    mentions: Vec<MentionView<'a>>,
    edition: Option<&'a str>,
    added: Option<&'a str>,
    changes: Vec<ChangeView<'a>>,
}

#[derive(Serialize)]
struct FactsView<'a> {
    doi: Option<&'a str>,
    ark: Option<&'a str>,
    handle: Option<&'a str>,
    date: Option<&'a str>,
    date_printed: Option<&'a str>,
    place: Option<&'a str>,
    place_editors: Option<&'a str>,
    kind: Option<&'a str>,
    subjects: &'a [String],
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
    spoken: &'a [String],
    interpreter: Option<&'a str>,
    classification: Option<&'a str>,
    machine_read: Option<&'a str>,
    completeness: Option<&'a str>,
    chain: &'a [String],
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

/// What was changed since it was added, latest first.
#[derive(Serialize)]
struct ChangeView<'a> {
    date: &'a str,
    turn: Option<&'a str>,
    text: &'a str,
    before: Option<&'a str>,
    after: Option<&'a str>,
    why: Option<&'a str>,
    by: Option<&'a str>,
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
        provenance: provenance(site, entry),
        facts: facts(entry),
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
        edition: site.config.edition.as_ref().map(|one| one.name.as_str()),
        added: entry.record.added.as_deref(),
        changes: changes(site, entry),
    })
}

fn facts(entry: &DocumentEntry) -> FactsView<'_> {
    let (facts, record) = (&entry.facts, &entry.record);
    FactsView {
        doi: record.lasting_name(LastingKind::Doi),
        ark: record.lasting_name(LastingKind::Ark),
        handle: record.lasting_name(LastingKind::Handle),
        date: facts.date.as_ref().map(Edtf::as_str),
        date_printed: facts.date_printed.as_deref(),
        place: facts.place.as_deref(),
        place_editors: facts.place_editors.as_deref(),
        kind: facts.kind.as_deref(),
        subjects: &record.subjects,
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
        spoken: &provenance.spoken,
        interpreter: provenance.interpreter.as_deref(),
        classification: provenance.classification.as_deref(),
        machine_read: provenance.machine_read.as_deref(),
        completeness: provenance.completeness.as_deref(),
        chain: &provenance.chain,
        reading_text: match entry.record.source {
            SourcePolicy::Publish => Some(address::of(
                site,
                &Route::Export(ExportFile::ReadingText(entry.id.clone())),
            )),
            SourcePolicy::Withhold => None,
        },
    }
}

fn changes<'a>(site: &'a Site, entry: &'a DocumentEntry) -> Vec<ChangeView<'a>> {
    let changes = site.changes_of(entry);
    changes
        .filter_map(|change| {
            Some(ChangeView {
                date: change.date.as_str(),
                turn: change.turn.map(|index| entry.anchors.turn(index)),
                text: change.text.as_deref()?,
                before: change.before.as_deref(),
                after: change.after.as_deref(),
                why: change.why.as_deref(),
                by: change.by.as_deref(),
            })
        })
        .collect()
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
