//! What the record decides about places in the text, applied to what the parser found: the same for every format.
//!
//! In: passages of the record and the blocks a reader made. Out: the same blocks with passages left out, turns begun and joined,
//! paragraphs begun, corrections placed. Where text is read by its labels, what is left out is so before they are weighed (`segment`),
//! since it must not count as evidence. Whatever cannot be done is reported at the record, with what to write instead.

mod corrections;
mod cut;
mod labels;
mod omissions;
mod turns;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::document::{Document, DropReason, SpannedText};
use crate::passage::Finder;
use crate::record::{Continuation, Correction, Merge, Passage, Record, Split};
use crate::source::{DocumentSource, SourceFile, Span};
use turns::Beginning;

/// The decisions of one record, with their places in the source.
pub(super) struct Decisions<'a> {
    source: &'a SourceFile,
    record: &'a Record,
    finder: Option<Finder<'a>>,
    /// Stretches left out, by the record or because they are the site's, in order and apart from each other.
    pub(super) excluded: Vec<(Span, DropReason)>,
    splits: Vec<(Span, &'a Split)>,
    merges: Vec<(Span, &'a Merge)>,
    continuations: Vec<(Span, &'a Continuation)>,
    breaks: Vec<(Span, &'a Passage)>,
    corrections: Vec<(Span, &'a Correction)>,
}

/// What the reader of a text knows that the decisions need: labels it did not take because the record says so.
#[derive(Default)]
pub(super) struct Known {
    /// Labels that a merge made text again.
    pub(super) joined: Vec<Span>,
    /// Ends of passages left out, and the last label in each: what follows is not the turn's before.
    pub(super) interrupted: Vec<(Span, String)>,
}

/// What made the blocks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reader {
    /// The labels of a text.
    Text,
    /// A format that says itself where turns begin.
    Format,
}

impl<'a> Decisions<'a> {
    /// Those that stand without a record: what belongs to the site a page was saved from is left out.
    pub(super) fn of_site(file: &'a DocumentSource, record: &'a Record) -> Decisions<'a> {
        let of_site = file.source.chrome.iter();
        Decisions {
            source: &file.source,
            record,
            finder: None,
            excluded: apart(
                of_site
                    .map(|span| (*span, DropReason::SiteChrome))
                    .collect(),
            ),
            splits: Vec::new(),
            merges: Vec::new(),
            continuations: Vec::new(),
            breaks: Vec::new(),
            corrections: Vec::new(),
        }
    }

    /// Looks up the passages of a record. `printed` gives what is published of the file without the decisions.
    pub(super) fn find(
        file: &'a DocumentSource,
        record: &'a Record,
        printed: impl FnOnce() -> SpannedText + 'a,
        diagnostics: &mut Diagnostics,
    ) -> Decisions<'a> {
        let mut decisions = Decisions::of_site(file, record);
        let finder = Finder::new(&file.source, printed);
        let mut excluded = std::mem::take(&mut decisions.excluded);
        for exclusion in &record.exclusions {
            let from = finder.find(&exclusion.from, diagnostics);
            let to = finder.find(&exclusion.to, diagnostics);
            let (Some(from), Some(to)) = (from, to) else {
                continue;
            };
            if to.end < from.start {
                let message = format!(
                    "“{}” stands before the words the passage begins with",
                    exclusion.to.words
                );
                let help = "quote the last words of the passage, or say which occurrence is meant with to_occurrence = 2";
                report(&exclusion.to, message, help, diagnostics);
                continue;
            }
            let reason = DropReason::Record(exclusion.reason.clone());
            excluded.push((from.hull(to), reason));
        }
        decisions.excluded = apart(excluded);
        let mut find = |passage: &Passage| finder.find(passage, diagnostics);
        decisions.splits = placed(&record.splits, |split| find(&split.at));
        decisions.merges = placed(&record.merges, |merge| find(&merge.at));
        decisions.continuations = placed(&record.continuations, |it| find(&it.at));
        decisions.breaks = placed(&record.paragraphs, &mut find);
        decisions.corrections = placed(&record.corrections, |it| find(&it.at));
        decisions.finder = Some(finder);
        decisions
    }

    /// Whether the record says that the document has no turns.
    pub(super) fn says_no_turns(&self) -> bool {
        let convention = self.record.convention.as_ref();
        convention.is_some_and(|word| word.text == "none")
    }

    /// Reports a convention that is not among those that could be meant.
    pub(super) fn check_convention(&self, known: &[&str], diagnostics: &mut Diagnostics) {
        let Some(word) = &self.record.convention else {
            return;
        };
        if word.text == "none" || known.contains(&word.text.as_str()) {
            return;
        }
        let place = word.place.clone();
        let message = format!(
            "“{}” is no convention that this file can be read by",
            word.text
        );
        let instead = match nearest(&word.text, known.iter().copied()) {
            Some(name) => format!("write convention = \"{name}\" if that is meant; "),
            None => String::new(),
        };
        let help = format!(
            "{instead}it may be {} or none (a document without turns)",
            known.join(", ")
        );
        diagnostics.push(Diagnostic::new(Code::BadValue, place, message, help).labeled("here"));
    }

    /// Where merges are, for a reader that can leave out a label before it reads on.
    pub(super) fn merged_places(&self) -> impl Iterator<Item = Span> {
        self.merges.iter().map(|(span, _)| *span)
    }

    /// Leaves out of blocks what the record leaves out: for formats, whose blocks are made before.
    pub(super) fn leave_out(&self, document: &mut Document) {
        omissions::leave_out(&self.source.text, &self.excluded, document);
    }

    /// Applies all that concerns turns, paragraphs and words, in the order of the record's keys in the README.
    pub(super) fn apply(
        &self,
        document: &mut Document,
        known: &Known,
        reader: Reader,
        diagnostics: &mut Diagnostics,
    ) {
        let text = self.source.text.as_str();
        match reader {
            // Where labels are weighed, those of the record are weighed with them.
            Reader::Text => {}
            Reader::Format if self.says_no_turns() => labels::all_to_narration(text, document),
            Reader::Format => labels::forbid(text, &self.record.not_labels, document),
        }
        omissions::unmark_after(&known.interrupted, document);
        let listed = labels::listed(text, &self.record.labels, document);
        turns::begin(document, listed);
        self.split(document, diagnostics);
        self.join(document, known, diagnostics);
        self.begin_paragraphs(document, diagnostics);
        self.correct(document, diagnostics);
        self.check_labels(document, diagnostics);
    }

    fn split(&self, document: &mut Document, diagnostics: &mut Diagnostics) {
        let mut beginnings: Vec<Beginning> = Vec::new();
        for (span, split) in &self.splits {
            match turns::beginning(document, *span, split) {
                Ok(found) if beginnings.iter().any(|one| one.meets(found)) => {
                    let message = "the record begins a turn here twice";
                    let help = "take one of the two [[split]] out of the record";
                    report(&split.at, message, help, diagnostics);
                }
                Ok(found) => beginnings.push(found),
                Err(fault) => report(&split.at, fault.message, fault.help, diagnostics),
            }
        }
        turns::begin(document, beginnings);
    }

    fn join(&self, document: &mut Document, known: &Known, diagnostics: &mut Diagnostics) {
        let mut joined = Vec::new();
        for (span, merge) in &self.merges {
            if known.joined.iter().any(|one| one == span) {
                continue;
            }
            match turns::begun_at(document, *span) {
                Some(block) if turns::has_turn_before(document, block) => {
                    joined.push((block, merge.reason.as_str()));
                }
                Some(_) => {
                    let message = "no turn stands before this one, so that it cannot go on with it";
                    let help = "if it is no turn at all, name its label under not_labels = [\"…\"]";
                    report(&merge.at, message, help, diagnostics);
                }
                None => {
                    let message = format!("no turn begins with “{}”", merge.at.words);
                    let help = self.where_turns_begin(document, *span);
                    report(&merge.at, message, help, diagnostics);
                }
            }
        }
        for (span, continuation) in &self.continuations {
            let block = turns::begun_at(document, *span)
                .filter(|block| turns::is_unnamed(document, *block))
                .filter(|block| turns::has_turn_before(document, *block));
            if let Some(block) = block {
                joined.push((block, continuation.reason.as_str()));
            } else {
                let message = format!(
                    "no quotation without a name begins with “{}”",
                    continuation.at.words
                );
                let help = "quote the first words of the quotation, its opening quotation mark included; a turn with a label goes on with [[merge]]";
                report(&continuation.at, message, help, diagnostics);
            }
        }
        joined.sort_unstable();
        turns::join(&self.source.text, document, &joined);
    }

    fn begin_paragraphs(&self, document: &mut Document, diagnostics: &mut Diagnostics) {
        let mut places = Vec::new();
        for (span, passage) in &self.breaks {
            match cut::seat(&document.blocks, *span) {
                Some(cut::Seat::Words(place)) if turns::has_paragraphs(document, place.block) => {
                    places.push(place);
                }
                Some(_) | None => {
                    let message = format!("“{}” stands in no paragraph", passage.words);
                    let help =
                        "quote words of a turn or of the narration, without the label before them";
                    report(passage, message, help, diagnostics);
                }
            }
        }
        turns::begin_paragraphs(document, places);
    }

    fn correct(&self, document: &mut Document, diagnostics: &mut Diagnostics) {
        for (span, correction) in &self.corrections {
            if let Err(fault) = corrections::place(document, *span, correction) {
                report(&correction.at, fault.message, fault.help, diagnostics);
            }
        }
        corrections::in_order(document);
    }

    /// A label that the record lists and no turn has, or forbids and the source does not hold, is a decision without a place.
    fn check_labels(&self, document: &Document, diagnostics: &mut Diagnostics) {
        let Some(finder) = &self.finder else { return };
        let taken = labels::taken(document);
        for word in &self.record.labels {
            if !taken.contains(&crate::source::slug(&word.text)) {
                finder.report_label(word, "no turn has the label", diagnostics);
            }
        }
        let folded = std::cell::OnceCell::new();
        for word in &self.record.not_labels {
            let source = folded.get_or_init(|| self.source.text.to_lowercase());
            if !finder.holds(&word.text) && !source.contains(&word.text.to_lowercase()) {
                finder.report_label(word, "the source does not contain", diagnostics);
            }
        }
    }

    /// Where the turn before and after a place begin, for messages.
    fn where_turns_begin(&self, document: &Document, span: Span) -> String {
        let turns: Vec<Span> = document
            .blocks
            .iter()
            .filter(|block| matches!(block, crate::document::Block::Turn(_)))
            .map(crate::document::Block::span)
            .collect();
        let next = turns.partition_point(|turn| turn.start < span.start);
        let near = [next.checked_sub(1), Some(next)];
        let text = self.source.text.as_str();
        let told: Vec<String> = near
            .into_iter()
            .flatten()
            .filter_map(|at| turns.get(at))
            .map(|turn| {
                let position = crate::source::position(text, turn.start);
                let words: Vec<&str> = text[turn.range()].split_whitespace().take(5).collect();
                format!("“{}” in line {}", words.join(" "), position.line)
            })
            .collect();
        if told.is_empty() {
            return "take this entry out of the record: no turn was found in the document"
                .to_owned();
        }
        format!(
            "quote the first words of the turn, its label included; turns begin with {}",
            told.join(" and ")
        )
    }
}

/// Says that a decision has no place.
fn report(
    passage: &Passage,
    message: impl Into<String>,
    help: impl Into<String>,
    diagnostics: &mut Diagnostics,
) {
    let place = passage.place.clone();
    diagnostics.push(Diagnostic::new(Code::AnchorNotFound, place, message, help));
}

/// Why a decision cannot be carried out, and what to do.
struct Fault {
    message: String,
    help: String,
}

impl Fault {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Fault {
        Fault {
            message: message.into(),
            help: help.into(),
        }
    }
}

/// The decisions whose place was found.
fn placed<T>(all: &[T], mut find: impl FnMut(&T) -> Option<Span>) -> Vec<(Span, &T)> {
    all.iter()
        .filter_map(|one| Some((find(one)?, one)))
        .collect()
}

/// Stretches in order; where two overlap, the first keeps what both claim.
fn apart(mut all: Vec<(Span, DropReason)>) -> Vec<(Span, DropReason)> {
    all.sort_by_key(|(span, _)| *span);
    let mut out: Vec<(Span, DropReason)> = Vec::new();
    for (span, reason) in all {
        let start = out.last().map_or(0, |(last, _)| last.end).max(span.start);
        if start < span.end {
            out.push((Span::new(start, span.end), reason));
        }
    }
    out
}
