//! What the records of one conversation share, from the `record.toml` of their folder: what a record says itself comes before it.

use super::{Record, SourcePolicy, raw};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::source::{DocumentId, Sources};
use std::collections::BTreeMap;

/// By document. What a folder's record cannot say for several documents is reported.
pub(super) fn read(
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<DocumentId, Record> {
    let mut out = BTreeMap::new();
    for folder in &sources.folders {
        let mut record = raw::parse(&folder.record, diagnostics);
        if is_of_one_document(&record) {
            let message = "the record of a folder says what all its documents share, and this one decides about one of them";
            let help = "move what quotes words, withholds, lists changes or names a lasting address or a picture into the record of the document, NAME.toml beside it";
            let place = Place::file(&folder.record.path);
            diagnostics.push(Diagnostic::new(Code::BadValue, place, message, help));
        }
        record.conversation.get_or_insert_with(|| folder.name());
        let documents = sources.documents.iter();
        let documents = documents.map(|one| (&one.id, &one.source.path));
        let lone = sources.lone_records.iter();
        let lone = lone.map(|one| (&one.id, &one.record.path));
        for (id, path) in documents.chain(lone) {
            if folder.holds(path) {
                out.insert(id.clone(), record.clone());
            }
        }
    }
    out
}

/// Whether a record decides about words, or names what only one document can have.
fn is_of_one_document(record: &Record) -> bool {
    let has = [
        record.withheld.is_empty(),
        record.labels.is_empty(),
        record.not_labels.is_empty(),
        record.conversations.is_empty(),
        record.counterparts.is_empty(),
        record.exclusions.is_empty(),
        record.attributions.is_empty(),
        record.continuations.is_empty(),
        record.splits.is_empty(),
        record.merges.is_empty(),
        record.paragraphs.is_empty(),
        record.corrections.is_empty(),
        record.notes.is_empty(),
        record.changes.is_empty(),
        record.image.is_none(),
        record.lasting.is_none(),
        record.convention.is_none(),
    ];
    has.contains(&false)
}

/// Adds to a record what all of the folder share and it does not say.
pub(super) fn complete(record: &mut Record, shared: &Record) {
    let texts = [
        (&mut record.title, &shared.title),
        (&mut record.kind, &shared.kind),
        (&mut record.place, &shared.place),
        (&mut record.place_editors, &shared.place_editors),
        (&mut record.language, &shared.language),
        (&mut record.original_language, &shared.original_language),
        (&mut record.archive, &shared.archive),
        (&mut record.archive_reference, &shared.archive_reference),
        (&mut record.translator, &shared.translator),
        (&mut record.author, &shared.author),
        (&mut record.publisher, &shared.publisher),
        (&mut record.rights, &shared.rights),
        (&mut record.added, &shared.added),
        (
            &mut record.provenance.recorded_by,
            &shared.provenance.recorded_by,
        ),
        (
            &mut record.provenance.note_taker,
            &shared.provenance.note_taker,
        ),
        (
            &mut record.provenance.interpreter,
            &shared.provenance.interpreter,
        ),
        (
            &mut record.provenance.classification,
            &shared.provenance.classification,
        ),
        (
            &mut record.provenance.machine_read,
            &shared.provenance.machine_read,
        ),
        (
            &mut record.provenance.completeness,
            &shared.provenance.completeness,
        ),
    ];
    for (own, shared) in texts {
        if own.is_none() {
            own.clone_from(shared);
        }
    }
    if record.date.is_none() {
        record.date.clone_from(&shared.date);
        record.date_place.clone_from(&shared.date_place);
    }
    if record.summary.is_none() {
        record.summary.clone_from(&shared.summary);
        record.summary_by.clone_from(&shared.summary_by);
    }
    let lists = [
        (&mut record.subjects, &shared.subjects),
        (&mut record.provenance.spoken, &shared.provenance.spoken),
        (&mut record.provenance.chain, &shared.provenance.chain),
    ];
    for (own, shared) in lists {
        if own.is_empty() {
            own.clone_from(shared);
        }
    }
    if record.participants.is_empty() {
        record.participants.clone_from(&shared.participants);
    }
    record.provenance.nature = record.provenance.nature.or(shared.provenance.nature);
    if record.conversation.is_none() && record.conversations.is_empty() {
        record.conversation.clone_from(&shared.conversation);
    }
    if !record.is_status_given && shared.is_status_given {
        record.is_status_given = true;
        record.status.clone_from(&shared.status);
        record.status_date.clone_from(&shared.status_date);
        record.status_reason.clone_from(&shared.status_reason);
    }
    if shared.source == SourcePolicy::Withhold {
        record.source = SourcePolicy::Withhold;
    }
    if record.path.is_empty() {
        record.path.clone_from(&shared.path);
    }
}
