//! Whose record a document is, fact by fact, in the order in which every export says it.

use crate::language;
use crate::record::Nature;
use crate::site::DocumentEntry;

/// Said where no source says it; never inferred.
pub const NOT_STATED: &str = "not stated";

/// Whose record a document is: what each fact is called, and what a source says of it. What is asked of translations alone, and what is
/// told only where there is any, is left out elsewhere.
pub fn whose_record(document: &DocumentEntry) -> Vec<(&'static str, Option<String>)> {
    let (facts, record) = (&document.facts, &document.record);
    let provenance = &record.provenance;
    let is_translated = facts.original_language.is_some() || record.translator.is_some();
    let name = |tag: &String| language::name(tag).to_owned();
    let spoken: Vec<String> = provenance.spoken.iter().map(name).collect();
    let spoken = (!spoken.is_empty()).then(|| spoken.join(", "));
    let nature = provenance.nature.map(Nature::describe);
    let all = [
        (true, "Recorded by", provenance.recorded_by.clone()),
        (true, "Note-taker", provenance.note_taker.clone()),
        (true, "Nature of the record", nature.map(str::to_owned)),
        (is_translated, "Languages spoken", spoken),
        (is_translated, "Interpreter", provenance.interpreter.clone()),
        (
            true,
            "Language of the record",
            facts.language.as_ref().map(name),
        ),
        (
            is_translated,
            "Translated from",
            facts.original_language.as_ref().map(name),
        ),
        (is_translated, "Translator", record.translator.clone()),
        (false, "Classification", provenance.classification.clone()),
        (false, "Read by machine", provenance.machine_read.clone()),
        (true, "Completeness", provenance.completeness.clone()),
    ];
    let told = all.into_iter();
    let told = told.filter(|(is_asked, _, value)| *is_asked || value.is_some());
    told.map(|(_, name, value)| (name, value)).collect()
}
