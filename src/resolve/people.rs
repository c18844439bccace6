//! The two steps: who may be meant in one document, and who is who over the archive.

use super::Attribution;
use super::bearers::{Bearers, Fit};
use super::candidates::Candidates;
use super::provisional::Gathered;
use crate::authority::{Authority, PersonId};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, toml_string};
use crate::document::{CueKind, Document, Label, Turn, TurnKind};
use crate::passage::{self, Finder};
use crate::record::{Passage, Record};
use crate::source::{DocumentSource, LineIndex, SourceFile, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Who is who over the archive.
#[derive(Clone, Debug)]
pub struct People {
    /// By document, by turn.
    pub attributions: Vec<Vec<Attribution>>,
    /// People known only from labels.
    pub provisional: BTreeMap<PersonId, Provisional>,
}

/// A person known only from labels.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Provisional {
    /// The fullest of the labels.
    pub name: String,
}

/// One document with what `candidates` found in it.
pub struct Read<'a> {
    /// The file and its record, for messages.
    pub file: &'a DocumentSource,
    /// The record.
    pub record: &'a Record,
    /// The document.
    pub document: &'a Document,
    /// Its candidates.
    pub candidates: &'a Candidates,
}

/// Decides who speaks each turn, over the whole archive: the record first, then the authority file, then people known only from their
/// labels. Doubts are reported, each label once a document.
pub fn people(read: &[Read<'_>], authority: &Authority, diagnostics: &mut Diagnostics) -> People {
    let provisional = Gathered::from(read, authority);
    let bearers = Bearers::new(authority);
    let mut attributions = Vec::new();
    for (document, one) in read.iter().enumerate() {
        let mut of_document = Vec::new();
        let lines = LineIndex::of(&one.file.source.text);
        let mut reported: BTreeSet<String> = BTreeSet::new();
        let decisions = decisions(one, authority, diagnostics);
        for (index, (turn, fit)) in one.document.turns().zip(&one.candidates.turns).enumerate() {
            if let Some(decided) = decisions.get(&index) {
                of_document.push(decided.clone());
                continue;
            }
            let attribution = match fit {
                Fit::One(person, evidence) => Attribution::Known {
                    person: person.clone(),
                    evidence: *evidence,
                },
                Fit::Many(candidates) => Attribution::Ambiguous {
                    candidates: candidates.clone(),
                },
                Fit::Local(local, evidence) => Attribution::Provisional {
                    person: provisional.person(document, *local),
                    evidence: *evidence,
                },
                Fit::Locals(locals) => provisional.ambiguous(document, locals),
                Fit::Collective => Attribution::Collective,
                Fit::Unidentified => Attribution::Unidentified,
                Fit::Unmarked => Attribution::Unmarked,
            };
            let name = stated_name(turn);
            if name.is_none_or(|name| reported.insert(name.to_owned())) {
                report(
                    &one.file.source,
                    &lines,
                    turn,
                    &attribution,
                    &bearers,
                    diagnostics,
                );
            }
            of_document.push(attribution);
        }
        attributions.push(of_document);
    }
    People {
        attributions,
        provisional: provisional.people,
    }
}

/// The record's decisions, by turn.
fn decisions(
    read: &Read<'_>,
    authority: &Authority,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<usize, Attribution> {
    let mut out = BTreeMap::new();
    let finder = Finder::new(&read.file.source, || passage::printed(read.document));
    for decision in &read.record.attributions {
        let place = |passage: &Passage| passage.place.clone();
        let person = match meant(&decision.person, authority).as_slice() {
            [person] => person.clone(),
            fitting => {
                let wanted = &decision.person;
                let place = place(&decision.at);
                diagnostics.push(nobody_or_several(wanted, fitting, place));
                continue;
            }
        };
        // What is wrong with the place of a [[split]] was said when its turn was to begin.
        let is_of_split = read.record.splits.iter().any(|it| it.at == decision.at);
        let mut said = Diagnostics::new();
        let diagnostics = if is_of_split {
            &mut said
        } else {
            &mut *diagnostics
        };
        let Some(span) = finder.find(&decision.at, diagnostics) else {
            continue;
        };
        let turn = read.document.turns().position(|turn| begins_in(turn, span));
        if let Some(index) = turn {
            let decided = Attribution::ByRecord {
                person,
                reason: decision.reason.clone(),
            };
            out.insert(index, decided);
        } else {
            let message = format!("“{}” stands in no turn", decision.at.words);
            let help = "quote words that are spoken; `memcon parse FILE` shows where the turns begin and end";
            diagnostics.push(Diagnostic::new(
                Code::AnchorNotFound,
                place(&decision.at),
                message,
                help,
            ));
        }
    }
    out
}

/// The person whom an identifier names; else everybody with this name or surname.
fn meant(wanted: &PersonId, authority: &Authority) -> Vec<PersonId> {
    if authority.person(wanted).is_some() {
        return vec![wanted.clone()];
    }
    let fits = |person: &&crate::authority::Person| {
        let surname = person.sort.split(',').next().unwrap_or("");
        let mut names = person.names.iter().map(String::as_str);
        names.any(|name| PersonId::new(name) == *wanted)
            || [person.name.as_str(), surname]
                .iter()
                .any(|name| PersonId::new(name) == *wanted)
    };
    let people = authority.people.values().filter(fits);
    people.map(|person| person.id.clone()).collect()
}

/// A decision names nobody whom the authority file holds, or a name that several bear.
fn nobody_or_several(wanted: &PersonId, fitting: &[PersonId], place: Place) -> Diagnostic {
    let (message, help) = if fitting.is_empty() {
        (
            format!("the authority file holds nobody called `{wanted}`"),
            "add the person to content/people.toml or correct the identifier",
        )
    } else {
        let all: Vec<String> = fitting.iter().map(|id| format!("`{id}`")).collect();
        (
            format!("`{wanted}` fits {}", all.join(", ")),
            "write the identifier of the one who is meant",
        )
    };
    Diagnostic::new(Code::UnknownPerson, place, message, help)
}

/// Whether a passage begins in a label or paragraph of the turn. What stands between its paragraphs may be another's.
fn begins_in(turn: &Turn, passage: Span) -> bool {
    let label = turn.label.iter().map(|label| &label.text);
    let texts = turn.paragraphs.iter().map(|paragraph| &paragraph.text);
    label
        .chain(texts)
        .map(crate::document::SpannedText::span)
        .any(|span| span.start < passage.end && passage.start < span.end)
}

/// The name that the source gives for a turn's speaker: the markup's, else the printed label.
fn stated_name(turn: &Turn) -> Option<&str> {
    let of_markup = turn
        .cue
        .as_ref()
        .filter(|cue| cue.kind != CueKind::Narration)
        .and_then(|cue| cue.name.as_deref());
    of_markup.or_else(|| turn.label.as_ref().map(Label::name))
}

fn report(
    file: &SourceFile,
    lines: &LineIndex<'_>,
    turn: &Turn,
    attribution: &Attribution,
    bearers: &Bearers<'_>,
    diagnostics: &mut Diagnostics,
) {
    let pointer = turn
        .cue
        .as_ref()
        .filter(|cue| cue.kind != CueKind::Narration)
        .map(|cue| cue.span);
    let span = match (pointer, &turn.label, turn.paragraphs.first()) {
        (Some(span), _, _) => span,
        (None, Some(label), _) => label.text.span(),
        (None, None, Some(paragraph)) => first_words(&file.text, paragraph.text.span()),
        (None, None, None) => return,
    };
    let place = Place::indexed(&file.path, lines, span);
    let quoted = &file.text[span.range()];
    let label = stated_name(turn).unwrap_or(quoted);
    match attribution {
        Attribution::Provisional { .. } => {
            let message = format!("no entry of the authority file fits the label “{label}”");
            let (help, paste) = match bearers.closest(label) {
                Some(person) => {
                    let all = person.labels.iter().map(String::as_str).chain([label]);
                    let all: Vec<String> = all.map(toml_string).collect();
                    (
                        format!(
                            "if `{}` is meant, the closest entry, give it this label",
                            person.id
                        ),
                        format!("labels = [{}]", all.join(", ")),
                    )
                }
                None => (
                    "add the person, or the label to a person's labels (`memcon people --write` drafts everybody who is missing)".to_owned(),
                    format!(
                        "[[person]]\nname = \"…\"\nlabels = [{}]",
                        toml_string(label)
                    ),
                ),
            };
            diagnostics.push(
                Diagnostic::new(Code::UnmatchedSpeaker, place, message, help)
                    .labeled("this label")
                    .fix("content/people.toml", paste),
            );
        }
        Attribution::Ambiguous { candidates } => {
            let who = candidates
                .iter()
                .map(|id| format!("`{id}`"))
                .collect::<Vec<_>>()
                .join(", ");
            let help = "say who it is in the document's record";
            let message = format!("the label “{label}” fits {who}");
            diagnostics.push(
                Diagnostic::new(Code::AmbiguousSpeaker, place, message, help)
                    .labeled("who is this?")
                    .fix(
                        file.record_path(),
                        attribution_of(&opening(file, turn), Some(candidates)),
                    ),
            );
        }
        Attribution::Unmarked => {
            let message = match turn.kind {
                TurnKind::Unmarked => "speech after a gap has no label; it is counted for nobody",
                TurnKind::Labeled | TurnKind::Quoted | TurnKind::AttributedQuote => {
                    "the text does not name who says this; it is counted for nobody"
                }
            };
            let help = "if the source leaves no doubt who speaks, say so in the document's record";
            diagnostics.push(
                Diagnostic::new(Code::UnmarkedSpeaker, place, message, help)
                    .labeled("nobody's words")
                    .fix(
                        file.record_path(),
                        attribution_of(&opening(file, turn), None),
                    ),
            );
        }
        Attribution::Known { .. }
        | Attribution::ByRecord { .. }
        | Attribution::Collective
        | Attribution::Unidentified => {}
    }
}

/// A decision about who speaks a turn, for the record.
fn attribution_of(words: &str, candidates: Option<&Vec<PersonId>>) -> String {
    // Whoever pastes it chooses: a name put there by us would be a guess.
    let choice = candidates.map_or(String::new(), |candidates| {
        let all: Vec<&str> = candidates.iter().map(PersonId::as_str).collect();
        format!("  # {}", all.join(" or "))
    });
    format!(
        "[[attribution]]\nat = {}\nperson = \"…\"{choice}\nreason = \"…\"",
        toml_string(words),
    )
}

/// The first words of a turn as a record quotes them.
fn opening(file: &SourceFile, turn: &Turn) -> String {
    let Some(paragraph) = turn.paragraphs.first() else {
        return "…".to_owned();
    };
    let span = first_words(&file.text, paragraph.text.span());
    let words: Vec<&str> = file.text[span.range()].split_whitespace().collect();
    words.join(" ")
}

/// The first six words of a span, to be quoted in a record.
fn first_words(text: &str, span: Span) -> Span {
    let mut end = span.start;
    for word in text[span.range()].split_whitespace().take(6) {
        end = word.as_ptr() as usize - text.as_ptr() as usize + word.len();
    }
    Span::new(span.start, end.max(span.start))
}
