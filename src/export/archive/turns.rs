//! Every turn of the archive, with what a table of turns needs to stand alone.

use super::super::view;
use super::Sheet;
use crate::authority::PersonId;
use crate::date::Edtf;
use crate::document::{Label, TurnKind};
use crate::site::{DocumentEntry, Site, address};
use serde::Serialize;

/// The columns, in the order published.
#[derive(Serialize)]
struct Row<'a> {
    document: &'a str,
    anchor: &'a str,
    n: usize,
    url: String,
    title: &'a str,
    conversation: Option<&'a str>,
    date: Option<&'a str>,
    document_date: Option<&'a str>,
    kind: Option<&'a str>,
    turn_kind: TurnKind,
    speaker_label: Option<&'a str>,
    speaker: Option<&'a str>,
    speaker_id: Option<&'a str>,
    attribution: &'static str,
    language: Option<&'a str>,
    archive_reference: Option<&'a str>,
    translator: Option<&'a str>,
    text: String,
}

pub(super) fn write(site: &Site, sheet: &mut Sheet<'_>) {
    for entry in &site.documents {
        for index in 0..entry.turns.len() {
            sheet.row(&row(site, entry, index));
        }
    }
}

/// A turn as a line of JSON, without its end.
pub(in super::super) fn line(site: &Site, entry: &DocumentEntry, index: usize) -> String {
    serde_json::to_string(&row(site, entry, index))
        .expect("a row holds nothing but texts, numbers and lists")
}

fn row<'a>(site: &'a Site, entry: &'a DocumentEntry, index: usize) -> Row<'a> {
    let turn = entry.turn(index);
    let facts = &entry.facts;
    let attribution = &entry.turns[index].attribution;
    let conversation = entry.turns[index].conversation;
    Row {
        document: entry.id.as_str(),
        anchor: entry.anchors.turn(index),
        n: index + 1,
        url: address::of_turn(site, entry, index),
        title: &facts.title,
        conversation: conversation.map(|at| entry.conversations[at].id.as_str()),
        date: entry.turn_date(index).map(Edtf::as_str),
        document_date: facts.date.as_ref().map(Edtf::as_str),
        kind: facts.kind.as_deref(),
        turn_kind: turn.kind,
        speaker_label: turn.label.as_ref().map(Label::name),
        speaker: view::speaker(site, attribution),
        speaker_id: attribution.person().map(PersonId::as_str),
        attribution: attribution.how(),
        language: facts.language.as_deref(),
        archive_reference: entry.record.archive_reference.as_deref(),
        translator: entry.record.translator.as_deref(),
        text: view::text(turn),
    }
}
