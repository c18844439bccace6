//! The JSON of `memcon parse`: how one file is read. Its keys are kept stable; tools and tests read it.
//!
//! It is for the editor's own eyes: what was left out is quoted. The JSON that is published is `document`'s.

use super::explain::{self, ExplanationView};
use super::report::{self, DiagnosticView};
use super::view::{self, BlockView, Bytes, MentionView, NoteView, TurnView};
use crate::date::Edtf;
use crate::diagnostic::Diagnostic;
use crate::segment::Explanation;
use crate::site::{DocumentEntry, Site};
use serde::Serialize;

#[derive(Serialize)]
struct ParseView<'a> {
    title: Option<&'a str>,
    date: Option<&'a str>,
    place: Option<&'a str>,
    language: Option<&'a str>,
    kind: Option<&'a str>,
    turns: Vec<TurnView<'a>>,
    notes: Vec<NoteView<'a>>,
    blocks: Vec<BlockView<'a>>,
    dropped: Vec<DroppedView<'a>>,
    mentions: Vec<MentionView<'a>>,
    diagnostics: Vec<DiagnosticView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<ExplanationView>,
}

#[derive(Serialize)]
struct DroppedView<'a> {
    reason: &'a str,
    text: &'a str,
    span: Bytes,
}

/// The JSON of a file that could not be read: no turns, and why.
pub fn parse_json_of_nothing(diagnostics: &[Diagnostic]) -> String {
    let view = ParseView {
        title: None,
        date: None,
        place: None,
        language: None,
        kind: None,
        turns: Vec::new(),
        notes: Vec::new(),
        blocks: Vec::new(),
        dropped: Vec::new(),
        mentions: Vec::new(),
        diagnostics: report::views(diagnostics),
        explanation: None,
    };
    super::pretty(&view)
}

/// One document as one JSON object, with the reports of the run that read it, and how its turns were found if that is asked for.
pub fn parse_json(
    site: &Site,
    entry: &DocumentEntry,
    diagnostics: &[Diagnostic],
    explanation: Option<&Explanation>,
) -> String {
    let facts = &entry.facts;
    let view = ParseView {
        title: Some(&facts.title),
        date: facts.date.as_ref().map(Edtf::as_str),
        place: facts.place.as_deref(),
        language: facts.language.as_deref(),
        kind: facts.kind.as_deref(),
        turns: view::turns(site, entry),
        notes: view::notes(entry),
        blocks: view::blocks(entry),
        dropped: entry
            .document
            .dropped
            .iter()
            .map(|dropped| DroppedView {
                reason: dropped.reason.describe(),
                text: &entry.source.text[dropped.span.range()],
                span: view::bytes(dropped.span),
            })
            .collect(),
        mentions: view::mentions(entry),
        diagnostics: report::views(diagnostics),
        explanation: explanation.map(|found| explain::view(site, entry, found)),
    };
    super::pretty(&view)
}
