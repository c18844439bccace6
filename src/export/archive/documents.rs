//! Every document, with whose record it is.

use super::Sheet;
use crate::date::Edtf;
use crate::record::{LastingKind, Nature};
use crate::site::{DocumentEntry, Route, Site, address};
use serde::Serialize;

/// The columns, in the order published.
#[derive(Serialize)]
struct Row<'a> {
    document: &'a str,
    url: String,
    title: &'a str,
    recorded_by: Option<&'a str>,
    note_taker: Option<&'a str>,
    nature: Option<&'a str>,
    spoken: &'a [String],
    interpreter: Option<&'a str>,
    language: Option<&'a str>,
    original_language: Option<&'a str>,
    translator: Option<&'a str>,
    chain: &'a [String],
    classification: Option<&'a str>,
    completeness: Option<&'a str>,
    machine_read: Option<&'a str>,
    date: Option<&'a str>,
    document_date: Option<&'a str>,
    date_printed: Option<&'a str>,
    place: Option<&'a str>,
    place_editors: Option<&'a str>,
    kind: Option<&'a str>,
    author: Option<&'a str>,
    publisher: Option<&'a str>,
    archive: Option<&'a str>,
    archive_reference: Option<&'a str>,
    doi: Option<&'a str>,
    ark: Option<&'a str>,
    handle: Option<&'a str>,
    rights: Option<&'a str>,
    subjects: &'a [String],
    speakers: Vec<&'a str>,
    n_turns: usize,
    n_words: usize,
    added: Option<&'a str>,
}

pub(super) fn write(site: &Site, sheet: &mut Sheet<'_>) {
    for entry in &site.documents {
        sheet.row(&row(site, entry));
    }
}

fn row<'a>(site: &Site, entry: &'a DocumentEntry) -> Row<'a> {
    let (facts, record) = (&entry.facts, &entry.record);
    let provenance = &record.provenance;
    Row {
        document: entry.id.as_str(),
        url: address::of(site, &Route::Document(entry.id.clone())),
        title: &facts.title,
        recorded_by: provenance.recorded_by.as_deref(),
        note_taker: provenance.note_taker.as_deref(),
        nature: provenance.nature.map(Nature::describe),
        spoken: &provenance.spoken,
        interpreter: provenance.interpreter.as_deref(),
        language: facts.language.as_deref(),
        original_language: facts.original_language.as_deref(),
        translator: record.translator.as_deref(),
        chain: &provenance.chain,
        classification: provenance.classification.as_deref(),
        completeness: provenance.completeness.as_deref(),
        machine_read: provenance.machine_read.as_deref(),
        date: entry.talk_date().map(Edtf::as_str),
        document_date: facts.date.as_ref().map(Edtf::as_str),
        date_printed: facts.date_printed.as_deref(),
        place: facts.place.as_deref(),
        place_editors: facts.place_editors.as_deref(),
        kind: facts.kind.as_deref(),
        author: record.author.as_deref(),
        publisher: record.publisher.as_deref(),
        archive: record.archive.as_deref(),
        archive_reference: record.archive_reference.as_deref(),
        doi: record.lasting_name(LastingKind::Doi),
        ark: record.lasting_name(LastingKind::Ark),
        handle: record.lasting_name(LastingKind::Handle),
        rights: record.rights.as_deref(),
        subjects: &record.subjects,
        speakers: entry
            .shares
            .iter()
            .map(|share| share.person.as_str())
            .collect(),
        n_turns: entry.tally.n_turns,
        n_words: entry.tally.n_words,
        added: record.added.as_deref(),
    }
}
