//! Lines, record, authority → a [`Document`] made of turns.
//!
//! The parser finds the turns; the record settles only what the text leaves open. Label conventions are data (`label`), and for each
//! document the one is taken that the evidence supports best (`evidence`). Any bytes whatever give a document; trouble is reported.
//! Who a label stands for is not decided here but in `resolve`.

mod candidates;
mod decisions;
mod dialogue;
mod evidence;
mod explain;
mod flow;
mod footnotes;
mod formats;
mod front_matter;
mod header;
mod label;
mod marks;
mod quotes;
mod rows;
mod shape;
mod signs;
mod speech;
mod standing;
mod times;
mod turns;
mod typed;

use crate::authority::Authority;
use crate::clean::{self, Layout};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::document::{
    Block, Document, DropReason, Dropped, Header, Narration, NarrationKind, Stated,
};
use crate::passage;
use crate::record::Record;
use crate::source::{DocumentSource, Format, Span, slug};
use decisions::{Decisions, Known, Reader};
use evidence::Labels;
use explain::Witness;
use flow::{Flow, Part};
use rows::Rows;
use std::collections::BTreeSet;

pub use explain::{
    Choice, Expected, Explanation, Fate, LabelEvidence, LabelPlace, Reading, Refused, Stands,
    Taken, Verdict,
};

/// Reads a document. What the record points at and the source does not contain is reported, and so is a document without turns.
pub fn document(
    file: &DocumentSource,
    record: &Record,
    authority: &Authority,
    diagnostics: &mut Diagnostics,
) -> Document {
    read(
        file,
        record,
        authority,
        diagnostics,
        &mut Witness::default(),
    )
}

/// Why the labels of a document are taken or refused: it is read as [`document`] reads it, and what decided is kept.
pub fn explain(file: &DocumentSource, record: &Record, authority: &Authority) -> Explanation {
    let mut witness = Witness::asked();
    let mut unheard = Diagnostics::new();
    let document = read(file, record, authority, &mut unheard, &mut witness);
    witness.explanation(document.convention)
}

fn read(
    file: &DocumentSource,
    record: &Record,
    authority: &Authority,
    diagnostics: &mut Diagnostics,
    witness: &mut Witness,
) -> Document {
    let mut of_format = Diagnostics::new();
    let read = formats::read(&file.source, &mut of_format);
    let is_format = read.is_some();
    let (mut document, decisions, known) = match read {
        Some(read) => {
            witness.said_by = read.said_by;
            let mut document = Document {
                header: read.header,
                blocks: read.blocks,
                dropped: read.dropped,
                convention: Some(read.convention),
                corrections: Vec::new(),
                stated: read.stated,
            };
            // Only a record asks what is published.
            let is_recorded = *record != Record::default();
            let printed = is_recorded.then(|| passage::printed(&document));
            let printed = move || printed.unwrap_or_default();
            let decisions = Decisions::find(file, record, printed, diagnostics);
            decisions.check_convention(&[read.convention], diagnostics);
            decisions.leave_out(&mut document);
            (document, decisions, Known::default())
        }
        None => {
            let printed = || {
                let of_site = Decisions::of_site(file, record);
                let mut unasked = Witness::default();
                passage::printed(&text(file, record, authority, &of_site, &mut unasked).0)
            };
            let decisions = Decisions::find(file, record, printed, diagnostics);
            let names: Vec<&str> = label::CONVENTIONS.iter().map(|one| one.name).collect();
            decisions.check_convention(&names, diagnostics);
            let (document, known) = text(file, record, authority, &decisions, witness);
            (document, decisions, known)
        }
    };
    let of_reader = if is_format {
        Reader::Format
    } else {
        Reader::Text
    };
    decisions.apply(&mut document, &known, of_reader, diagnostics);
    document.dropped.sort_by_key(|dropped| dropped.span);
    let has_turns = document.turns().next().is_some();
    if has_turns || decisions.says_no_turns() {
        of_format.remove(Code::NoTurns);
    } else if !of_format.has(Code::NoTurns) {
        let help = "if it holds turns, name two or more of their labels in its record: labels = [\"…\", \"…\"]; if it holds none, write convention = \"none\"";
        let message = "no turns were found; the text is published as it stands";
        diagnostics.push(Diagnostic::new(
            Code::NoTurns,
            Place::file(&file.source.path),
            message,
            help,
        ));
    }
    diagnostics.append(of_format);
    document
}

/// Reads a text by its labels, and what the decisions should know of it.
fn text(
    file: &DocumentSource,
    record: &Record,
    authority: &Authority,
    decisions: &Decisions<'_>,
    witness: &mut Witness,
) -> (Document, Known) {
    let text = file.source.text.as_str();
    let lines = match file.source.format {
        Format::Html | Format::Word => clean::paragraphs(text),
        Format::Text
        | Format::Pdf
        | Format::WebVtt
        | Format::SubRip
        | Format::Sbv
        | Format::Lrc
        | Format::TimedText
        | Format::Table
        | Format::Tei
        | Format::AkomaNtoso
        | Format::PublicWhip
        | Format::Podcast => clean::lines(text),
    };
    let front_matter = front_matter::read(text);
    let mut excluded: Vec<Span> = decisions.excluded.iter().map(|(span, _)| *span).collect();
    excluded.extend(front_matter.as_ref().map(|front| front.span));
    let excluded = apart(excluded);
    let rows = Rows::new(text, &lines, &excluded).with_strong(&file.source.strong);
    let clean::Lines {
        layout, furniture, ..
    } = lines;
    let mut labels = evidence::labels(text, &rows, record, authority, witness);
    let mut known = Known::default();
    if let Some(labels) = &mut labels {
        known.interrupted = interrupted(text, labels, decisions);
        known.joined = without_merged(text, labels, decisions);
    }
    let forms = marks::WordForms::of(text);
    let mut flow = Flow {
        text,
        rows: &rows,
        layout,
        forms: &forms,
        turns_are_indented: false,
        actions_are_apart: false,
    };
    flow.turns_are_indented = labels
        .as_ref()
        .is_some_and(|labels| turns_are_indented(&flow, labels));
    flow.actions_are_apart = labels
        .as_ref()
        .is_some_and(|labels| turns::are_of_screenplay(&flow, labels));
    let mut dropped: Vec<Dropped> = rows.dropped(text).collect();
    dropped.extend(decisions.excluded.iter().map(|(span, reason)| Dropped {
        span: *span,
        reason: reason.clone(),
    }));
    let furniture = furniture.iter().filter(|span| {
        !excluded
            .iter()
            .any(|hole| hole.start <= span.start && span.end <= hole.end)
    });
    dropped.extend(furniture.map(|span| Dropped {
        span: *span,
        reason: DropReason::Furniture,
    }));
    let (mut header, mut blocks) = match &labels {
        Some(labels) if labels.convention.quoted => quotes::read(&flow, labels, &mut dropped),
        Some(labels) => turns::read(&flow, labels, &mut dropped),
        None => without_turns(&flow, &mut dropped),
    };
    if let Some(front) = front_matter {
        header = front.header.or(header);
        blocks.splice(0..0, front.blocks);
        dropped.extend(front.dropped);
    }
    let document = Document {
        header,
        blocks,
        dropped,
        convention: labels.map(|labels| labels.convention.name),
        corrections: Vec::new(),
        stated: Stated::default(),
    };
    (document, known)
}

/// Takes out the labels that the record lets go on with the turn before, so that their words are read as any other. The first has no
/// turn before it; in articles a quotation without its label would be another's.
fn without_merged(text: &str, labels: &mut Labels, decisions: &Decisions<'_>) -> Vec<Span> {
    let mut merged = Vec::new();
    if labels.convention.quoted {
        return merged;
    }
    for place in decisions.merged_places() {
        let after = labels
            .found
            .partition_point(|found| found.start < place.end);
        let is_meant = |found: &candidates::Found| {
            place.start < found.end || text[found.end..place.start].trim().is_empty()
        };
        if after > 1 && is_meant(&labels.found[after - 1]) {
            labels.found.remove(after - 1);
            merged.push(place);
        }
    }
    merged
}

/// The passages left out by the record that hold labels, each with its last.
fn interrupted(text: &str, labels: &Labels, decisions: &Decisions<'_>) -> Vec<(Span, String)> {
    let by_record = decisions
        .excluded
        .iter()
        .filter(|(_, reason)| matches!(reason, DropReason::Record(_)));
    let mut taken: Option<BTreeSet<String>> = None;
    let mut out = Vec::new();
    for (span, _) in by_record {
        let taken = taken.get_or_insert_with(|| {
            let names = labels.found.iter();
            names
                .map(|found| slug(&found.text.text()[..found.name_len]))
                .collect()
        });
        let label = text[span.range()].lines().rev().find_map(|line| {
            let line = line.trim_start_matches([' ', '\t', '*', '#', '>', '_', '\u{a0}']);
            let found = labels.convention.matches(line)?;
            let name = slug(&line[found.lead..found.lead + found.name_len]);
            taken.contains(&name).then_some(name)
        });
        out.extend(label.map(|label| (*span, label)));
    }
    out
}

/// Spans in order, those that touch as one.
fn apart(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort();
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match out.last_mut() {
            Some(last) if span.start <= last.end => *last = last.hull(span),
            Some(_) | None => out.push(span),
        }
    }
    out
}

/// Whether the first lines of turns are indented: seen from those that ran full.
fn turns_are_indented(flow: &Flow<'_>, labels: &Labels) -> bool {
    let Layout::Wrapped(measure) = flow.layout else {
        return false;
    };
    let words = |row: usize| &flow.text[flow.rows.all[row].span.range()];
    let last = labels
        .found
        .last()
        .filter(|last| last.row + 1 < flow.rows.all.len());
    let followed = labels
        .found
        .windows(2)
        .filter(|pair| pair[1].row > pair[0].row + 1)
        .map(|pair| &pair[0]);
    let full: Vec<&str> = followed
        .chain(last)
        .map(|found| words(found.row))
        .filter(|line| !clean::ends_sentence(line))
        .collect();
    measure.are_indented(&full)
}

/// A document without turns: its head, then its paragraphs as narration.
fn without_turns(flow: &Flow<'_>, dropped: &mut Vec<Dropped>) -> (Header, Vec<Block>) {
    let parts: Vec<Part> = flow
        .rows
        .all
        .iter()
        .enumerate()
        .map(|(row, content)| Part {
            row,
            span: content.span,
            after_label: false,
        })
        .collect();
    // The head ends where the first sentence of some length does.
    let is_body = |part: &Part| {
        let words = &flow.text[part.span.range()];
        words.split_whitespace().count() >= 12
    };
    let n_head = parts.iter().position(is_body).unwrap_or(parts.len()).min(8);
    let (header, mut blocks) = header::read(flow, &parts[..n_head], dropped);
    for text in flow.paragraphs(&parts[n_head..], dropped) {
        blocks.push(Block::Narration(Narration {
            kind: NarrationKind::Text,
            text,
        }));
    }
    (header, blocks)
}
