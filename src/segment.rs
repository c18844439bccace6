//! Lines, record, authority → a [`Document`] made of turns.
//!
//! The parser finds the turns; the record settles only what the text leaves open. Label conventions are data (`label`), and for each
//! document the one is taken that the evidence supports best (`evidence`). Any bytes whatever give a document; trouble is reported.
//! Who a label stands for is not decided here but in `resolve`.

mod candidates;
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
mod turns;
mod typed;

use crate::authority::Authority;
use crate::clean::{self, Layout};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::document::{Block, Document, DropReason, Dropped, Header, Narration, NarrationKind};
use crate::record::{Passage, Record, find_passage};
use crate::source::{DocumentSource, Format, Span};
use evidence::Labels;
use explain::Witness;
use flow::{Flow, Part};
use rows::Rows;

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
    let text = file.source.text.as_str();
    if let Some(read) = formats::read(&file.source, diagnostics) {
        let formats::Read {
            header,
            blocks,
            mut dropped,
            convention,
            said_by,
        } = read;
        witness.said_by = said_by;
        dropped.sort_by_key(|dropped| dropped.span);
        return Document {
            header,
            blocks,
            dropped,
            convention: Some(convention),
        };
    }
    let mut decisions = Decisions::find(file, record, diagnostics);
    let lines = match file.source.format {
        Format::Html | Format::Word => clean::paragraphs(text),
        Format::Text
        | Format::Pdf
        | Format::WebVtt
        | Format::SubRip
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
    let rows = Rows::new(text, &lines, &excluded);
    let clean::Lines {
        layout, furniture, ..
    } = lines;
    let labels = evidence::labels(text, &rows, record, authority, witness);
    let forms = marks::WordForms::of(text);
    let mut flow = Flow {
        text,
        rows: &rows,
        layout,
        forms: &forms,
        turns_are_indented: false,
        breaks: &decisions.breaks,
    };
    flow.turns_are_indented = labels
        .as_ref()
        .is_some_and(|labels| turns_are_indented(&flow, labels));
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
        Some(labels) if labels.convention.quoted => {
            quotes::read(&flow, labels, &mut decisions.continuations, &mut dropped)
        }
        Some(labels) => turns::read(&flow, labels, &mut dropped),
        None => without_turns(&flow, &mut dropped),
    };
    if let Some(front) = front_matter {
        header = front.header.or(header);
        blocks.splice(0..0, front.blocks);
        dropped.extend(front.dropped);
    }
    decisions.report_unused(file, record, diagnostics);
    if !blocks.iter().any(|block| matches!(block, Block::Turn(_))) {
        let help = "if it holds turns, name two or more of their labels in its record: labels = [\"…\", \"…\"]";
        let message = "no turns were found; the text is published as it stands";
        diagnostics.push(Diagnostic::new(
            Code::NoTurns,
            Place::file(&file.source.path),
            message,
            help,
        ));
    }
    dropped.sort_by_key(|dropped| dropped.span);
    Document {
        header,
        blocks,
        dropped,
        convention: labels.map(|labels| labels.convention.name),
    }
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

/// What the record decides about places in the text.
struct Decisions {
    /// Stretches left out, by the record or because they are the site's, in order and apart from each other.
    excluded: Vec<(Span, DropReason)>,
    /// Where a quotation without a name goes on with the turn before; those used are taken out.
    continuations: Vec<usize>,
    /// Where a paragraph begins.
    breaks: Vec<usize>,
}

impl Decisions {
    fn find(file: &DocumentSource, record: &Record, diagnostics: &mut Diagnostics) -> Decisions {
        let mut decisions = Decisions {
            excluded: Vec::new(),
            continuations: Vec::new(),
            breaks: Vec::new(),
        };
        let of_site = file.source.chrome.iter();
        let mut excluded: Vec<(Span, DropReason)> = of_site
            .map(|span| (*span, DropReason::SiteChrome))
            .collect();
        let Some(record_file) = &file.record else {
            decisions.excluded = excluded;
            return decisions;
        };
        let text = &file.source.text;
        let mut find = |passage: &Passage| find_passage(text, passage, record_file, diagnostics);
        let mut backwards = Vec::new();
        for exclusion in &record.exclusions {
            let (Some(from), Some(to)) = (find(&exclusion.from), find(&exclusion.to)) else {
                continue;
            };
            if to.end < from.start {
                backwards.push(&exclusion.to);
                continue;
            }
            let reason = DropReason::Record(exclusion.reason.clone());
            excluded.push((from.hull(to), reason));
        }
        decisions.continuations = record
            .continuations
            .iter()
            .filter_map(|c| find(&c.at))
            .map(|span| span.start)
            .collect();
        decisions.breaks = record
            .paragraphs
            .iter()
            .filter_map(&mut find)
            .map(|span| span.start)
            .collect();
        for passage in backwards {
            let place = Place::at(&record_file.path, &record_file.text, passage.span);
            let message = format!(
                "“{}” stands before the words the passage begins with",
                passage.words
            );
            let help = "quote the last words of the passage, or say which occurrence is meant with to_occurrence = 2";
            diagnostics.push(Diagnostic::new(Code::AnchorNotFound, place, message, help));
        }
        excluded.sort_by_key(|(span, _)| *span);
        for (span, reason) in excluded {
            let start = decisions
                .excluded
                .last()
                .map_or(0, |(last, _): &(Span, DropReason)| last.end)
                .max(span.start);
            if start < span.end {
                decisions
                    .excluded
                    .push((Span::new(start, span.end), reason));
            }
        }
        decisions
    }

    fn report_unused(&self, file: &DocumentSource, record: &Record, diagnostics: &mut Diagnostics) {
        let Some(record_file) = &file.record else {
            return;
        };
        for continuation in &record.continuations {
            let mut quiet = Diagnostics::new();
            let Some(span) =
                find_passage(&file.source.text, &continuation.at, record_file, &mut quiet)
            else {
                continue;
            };
            if self.continuations.contains(&span.start) {
                let place = Place::at(&record_file.path, &record_file.text, continuation.at.span);
                let message = format!(
                    "no quotation without a name begins with “{}”",
                    continuation.at.words
                );
                let help =
                    "quote the first words of the quotation, its opening quotation mark included";
                diagnostics.push(Diagnostic::new(Code::AnchorNotFound, place, message, help));
            }
        }
    }
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
