//! The record as TOML spells it, and its turning into the checked form.

mod counterpart;
mod lasting;
mod quoted;
mod withheld;

use super::{
    AttributionDecision, Change, Continuation, Conversation, Correction, EditorNote, Exclusion,
    Merge, Nature, Participant, Provenance, Record, SourcePolicy, Split, Word,
};
use crate::authority::PersonId;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, read_toml};
use crate::source::{Span, TextFile};
use counterpart::RawCounterpart;
use quoted::Quoted;
use serde::de::value::SeqAccessDeserializer;
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use toml::Spanned;
use withheld::RawWithheld;
pub(super) use withheld::status;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRecord {
    title: Option<String>,
    kind: Option<String>,
    #[serde(default)]
    subjects: Vec<String>,
    date: Option<Spanned<String>>,
    place: Option<String>,
    place_editors: Option<String>,
    language: Option<String>,
    original_language: Option<String>,
    summary: Option<String>,
    summary_by: Option<String>,
    image: Option<Spanned<String>>,
    image_alt: Option<String>,
    archive: Option<String>,
    archive_reference: Option<String>,
    translator: Option<String>,
    doi: Option<Spanned<String>>,
    ark: Option<Spanned<String>>,
    handle: Option<Spanned<String>>,
    author: Option<String>,
    publisher: Option<String>,
    rights: Option<String>,
    status: Option<Spanned<String>>,
    status_date: Option<Spanned<String>>,
    status_reason: Option<String>,
    #[serde(default)]
    withhold: Vec<Spanned<RawWithheld>>,
    #[serde(default)]
    source: SourcePolicy,
    convention: Option<Spanned<String>>,
    #[serde(default)]
    labels: Vec<Spanned<String>>,
    #[serde(default)]
    not_labels: Vec<Spanned<String>>,
    #[serde(default)]
    provenance: RawProvenance,
    #[serde(default)]
    participant: Vec<RawParticipant>,
    #[serde(default)]
    conversation: RawConversations,
    #[serde(default)]
    counterpart: Vec<Spanned<RawCounterpart>>,
    #[serde(default)]
    exclude: Vec<RawExclusion>,
    #[serde(default)]
    attribution: Vec<RawAttribution>,
    #[serde(default, rename = "continue")]
    continuation: Vec<RawContinuation>,
    #[serde(default)]
    split: Vec<RawSplit>,
    #[serde(default)]
    merge: Vec<RawMerge>,
    #[serde(default)]
    paragraph: Vec<RawParagraph>,
    #[serde(default)]
    correction: Vec<RawCorrection>,
    #[serde(default)]
    note: Vec<RawNote>,
    added: Option<Spanned<String>>,
    #[serde(default)]
    change: Vec<RawChange>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawChange {
    date: Spanned<String>,
    text: String,
    turn: Option<Spanned<String>>,
    before: Option<String>,
    after: Option<String>,
    why: Option<String>,
    by: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawProvenance {
    recorded_by: Option<String>,
    note_taker: Option<String>,
    nature: Option<Nature>,
    #[serde(default)]
    spoken: Vec<String>,
    interpreter: Option<String>,
    classification: Option<String>,
    machine_read: Option<String>,
    completeness: Option<String>,
    #[serde(default)]
    chain: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawParticipant {
    person: String,
    role: Option<String>,
    printed: Option<String>,
}

/// `conversation = "…"` in the record of one conversation, `[[conversation]]` where a document reports some.
#[derive(Default)]
struct RawConversations {
    whole: Option<String>,
    parts: Vec<RawConversation>,
}

impl<'de> Deserialize<'de> for RawConversations {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = RawConversations;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a conversation, or [[conversation]] for each one reported")
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<Self::Value, E> {
                Ok(RawConversations {
                    whole: Some(name.to_owned()),
                    parts: Vec::new(),
                })
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, parts: A) -> Result<Self::Value, A::Error> {
                let parts = Vec::deserialize(SeqAccessDeserializer::new(parts))?;
                Ok(RawConversations { whole: None, parts })
            }
        }
        deserializer.deserialize_any(Either)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawConversation {
    id: String,
    title: String,
    date: Option<Spanned<String>>,
    date_printed: Option<String>,
    place: Option<String>,
    #[serde(default)]
    participants: Vec<String>,
    from: Option<Spanned<String>>,
    from_occurrence: Option<usize>,
    to: Option<Spanned<String>>,
    to_occurrence: Option<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawExclusion {
    from: Spanned<String>,
    from_occurrence: Option<usize>,
    to: Option<Spanned<String>>,
    to_occurrence: Option<usize>,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAttribution {
    at: Spanned<String>,
    occurrence: Option<usize>,
    person: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawContinuation {
    at: Spanned<String>,
    occurrence: Option<usize>,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSplit {
    at: Spanned<String>,
    occurrence: Option<usize>,
    label: Option<Spanned<String>>,
    person: Option<String>,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMerge {
    at: Spanned<String>,
    occurrence: Option<usize>,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCorrection {
    at: Spanned<String>,
    occurrence: Option<usize>,
    sic: Option<Spanned<String>>,
    read: String,
    reason: Option<String>,
    by: Option<String>,
    date: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawParagraph {
    at: Spanned<String>,
    occurrence: Option<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNote {
    at: Spanned<String>,
    occurrence: Option<usize>,
    text: String,
}

pub(super) fn parse(file: &TextFile, diagnostics: &mut Diagnostics) -> Record {
    let help = "the keys of a record are listed in the README under “Records”";
    let Some(raw) = read_toml::<RawRecord>(file, help, diagnostics) else {
        return Record {
            path: file.path.clone(),
            ..Record::default()
        };
    };
    let quoted = Quoted::of(file);
    let status = raw.status.as_ref().map(|printed| {
        let Word { text, place } = quoted.word(printed);
        status(&text, &place, diagnostics)
    });
    let lasting = lasting::read(raw.doi, raw.ark, raw.handle, file, diagnostics);
    let withheld = withheld::withheld(raw.withhold, &quoted, diagnostics);
    let counterparts = counterpart::counterparts(raw.counterpart, &quoted, diagnostics);
    let mut date = |date: Option<Spanned<String>>| {
        let date = date?;
        if crate::date::Edtf::parse(date.get_ref()).is_some() {
            return Some(date.into_inner());
        }
        let place = Place::at(
            &file.path,
            &file.text,
            Span::new(date.span().start, date.span().end),
        );
        let message = format!("“{}” is not a date that can be read", date.get_ref());
        let help = "write it as YYYY, YYYY-MM or YYYY-MM-DD; a span is 1990-05/1990-07, a doubtful date ends with ?";
        diagnostics.push(Diagnostic::new(Code::BadDate, place, message, help));
        None
    };
    // Who speaks a turn that the record begins is an attribution like any other.
    let of_splits = raw.split.iter().filter_map(|raw| {
        Some(AttributionDecision {
            at: quoted.passage("at", &raw.at, raw.occurrence),
            person: PersonId::new(raw.person.as_ref()?),
            reason: raw.reason.clone(),
        })
    });
    let stated = raw.attribution.iter().map(|raw| AttributionDecision {
        at: quoted.passage("at", &raw.at, raw.occurrence),
        person: PersonId::new(&raw.person),
        reason: raw.reason.clone(),
    });
    let attributions = of_splits.chain(stated).collect();
    let changes = (raw.change.into_iter())
        .filter_map(|raw| {
            Some(Change {
                date: date(Some(raw.date))?,
                text: raw.text,
                turn: raw.turn.as_ref().map(|words| quoted.word(words)),
                before: raw.before,
                after: raw.after,
                why: raw.why,
                by: raw.by,
            })
        })
        .collect();
    Record {
        added: date(raw.added),
        changes,
        title: raw.title,
        kind: raw.kind,
        subjects: raw.subjects,
        date_place: raw.date.as_ref().map(|date| quoted.place(date.span())),
        date: date(raw.date),
        place: raw.place,
        place_editors: raw.place_editors,
        language: raw.language,
        original_language: raw.original_language,
        summary: raw.summary,
        summary_by: raw.summary_by,
        image: raw.image.map(|name| {
            let span = Span::new(name.span().start, name.span().end);
            let place = Place::at(&file.path, &file.text, span);
            (name.into_inner(), place)
        }),
        image_alt: raw.image_alt,
        archive: raw.archive,
        archive_reference: raw.archive_reference,
        translator: raw.translator,
        lasting,
        author: raw.author,
        publisher: raw.publisher,
        rights: raw.rights,
        provenance: Provenance {
            recorded_by: raw.provenance.recorded_by,
            note_taker: raw.provenance.note_taker,
            nature: raw.provenance.nature,
            spoken: raw.provenance.spoken,
            interpreter: raw.provenance.interpreter,
            classification: raw.provenance.classification,
            machine_read: raw.provenance.machine_read,
            completeness: raw.provenance.completeness,
            chain: raw.provenance.chain,
        },
        is_status_given: status.is_some(),
        status: status.unwrap_or_default(),
        status_date: date(raw.status_date),
        status_reason: raw.status_reason.filter(|reason| !reason.trim().is_empty()),
        source: if withheld.is_empty() {
            raw.source
        } else {
            SourcePolicy::Withhold
        },
        withheld,
        convention: raw.convention.as_ref().map(|words| quoted.word(words)),
        labels: raw.labels.iter().map(|words| quoted.word(words)).collect(),
        not_labels: raw
            .not_labels
            .iter()
            .map(|words| quoted.word(words))
            .collect(),
        participants: raw
            .participant
            .into_iter()
            .map(|raw| Participant {
                person: PersonId::new(&raw.person),
                role: raw.role,
                printed: raw.printed,
            })
            .collect(),
        conversation: raw
            .conversation
            .whole
            .filter(|name| !name.trim().is_empty())
            .map(|name| crate::source::address(&name)),
        conversations: raw
            .conversation
            .parts
            .into_iter()
            .map(|raw| Conversation {
                id: crate::source::address(&raw.id),
                title: raw.title,
                date: date(raw.date),
                date_printed: raw.date_printed,
                place: raw.place,
                participants: raw
                    .participants
                    .iter()
                    .map(|id| PersonId::new(id))
                    .collect(),
                from: raw
                    .from
                    .map(|words| quoted.passage("from", &words, raw.from_occurrence)),
                to: raw
                    .to
                    .map(|words| quoted.passage("to", &words, raw.to_occurrence)),
            })
            .collect(),
        exclusions: raw
            .exclude
            .into_iter()
            .map(|raw| {
                let from = quoted.passage("from", &raw.from, raw.from_occurrence);
                let to = raw.to.map_or_else(
                    || from.clone(),
                    |words| quoted.passage("to", &words, raw.to_occurrence),
                );
                Exclusion {
                    from,
                    to,
                    reason: raw.reason,
                }
            })
            .collect(),
        attributions,
        counterparts,
        continuations: raw
            .continuation
            .into_iter()
            .map(|raw| Continuation {
                at: quoted.passage("at", &raw.at, raw.occurrence),
                reason: raw.reason,
            })
            .collect(),
        splits: raw
            .split
            .into_iter()
            .map(|raw| Split {
                at: quoted.passage("at", &raw.at, raw.occurrence),
                label: raw.label.as_ref().map(|words| quoted.word(words)),
                reason: raw.reason,
            })
            .collect(),
        merges: raw
            .merge
            .into_iter()
            .map(|raw| Merge {
                at: quoted.passage("at", &raw.at, raw.occurrence),
                reason: raw.reason,
            })
            .collect(),
        corrections: raw
            .correction
            .into_iter()
            .map(|raw| Correction {
                at: quoted.passage("at", &raw.at, raw.occurrence),
                sic: raw.sic.as_ref().map(|words| quoted.word(words)),
                read: raw.read,
                reason: raw.reason,
                by: raw.by,
                date: date(raw.date),
            })
            .collect(),
        paragraphs: raw
            .paragraph
            .into_iter()
            .map(|raw| quoted.passage("at", &raw.at, raw.occurrence))
            .collect(),
        notes: raw
            .note
            .into_iter()
            .map(|raw| EditorNote {
                at: quoted.passage("at", &raw.at, raw.occurrence),
                text: raw.text,
            })
            .collect(),
        path: file.path.clone(),
    }
}
