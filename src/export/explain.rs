//! What `memcon parse --explain` tells: how the turns of a document were found, label by label, for programs and for people.
//!
//! The reasons are those of the decisions themselves (`segment::Explanation`); who a label stands for is `resolve`'s.

mod text;
mod view;

use crate::authority::PersonId;
use crate::diagnostic::toml_string;
use crate::document::{CueKind, TurnKind};
use crate::resolve::Attribution;
use crate::segment::{
    Choice, Explanation, Fate, LabelEvidence, LabelPlace, Reading, Refused, Taken, Verdict,
};
use crate::site::{DocumentEntry, Site};
use crate::source::{LineIndex, Span};
use std::collections::BTreeMap;
use view::{
    About, ConventionView, LabelView, NearView, PasteView, StandsView, UnlabeledView, WhoView,
};

pub(super) use view::ExplanationView;

/// The explanation as text for a terminal.
pub fn explain_text(
    site: &Site,
    entry: &DocumentEntry,
    explanation: &Explanation,
    extent: Extent,
) -> String {
    let view = view(site, entry, explanation);
    text::render(&view, &entry.source.path, entry.turns.len(), extent)
}

/// How much of the lists is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Extent {
    /// All taken labels; of the rest what stands out.
    Short,
    /// All.
    Whole,
}

/// The explanation of a document.
pub(super) fn view(
    site: &Site,
    entry: &DocumentEntry,
    explanation: &Explanation,
) -> ExplanationView {
    let context = Context {
        site,
        entry,
        lines: LineIndex::of(&entry.source.text),
        turns: turns_by_label(entry),
    };
    let chosen = explanation.choice.and(explanation.convention);
    let n_chosen = explanation
        .readings
        .iter()
        .find(|reading| Some(reading.convention) == chosen)
        .map_or(0, |reading| reading.n_turns);
    let is_taken = |reading: &Reading| {
        Some(reading.convention) == chosen || Some(reading.convention) == explanation.beside
    };
    let shown = |reading: &&Reading| chosen.is_none() || is_taken(reading);
    let mut labels: Vec<LabelView> = explanation
        .readings
        .iter()
        .filter(shown)
        .flat_map(|reading| {
            let one = |label| context.label(reading.convention, chosen.is_some(), label);
            reading.labels.iter().map(one)
        })
        .collect();
    if let Some(format) = explanation
        .convention
        .filter(|_| explanation.readings.is_empty())
    {
        labels = context.labels_of_format(format);
    }
    ExplanationView {
        convention: explanation.convention,
        because: because(explanation),
        conventions: explanation
            .readings
            .iter()
            .map(|reading| convention(reading, explanation, chosen, n_chosen))
            .collect(),
        said_by: explanation.said_by.clone(),
        labels,
        near: context.near(explanation, is_taken),
        unlabeled: context.unlabeled(explanation.choice.is_none()),
    }
}

fn because(explanation: &Explanation) -> String {
    match (explanation.choice, explanation.convention) {
        (Some(choice), _) => choice.describe().to_owned(),
        (None, Some(_)) => "the format says where turns begin".to_owned(),
        (None, None) => "no convention gives two turns or more".to_owned(),
    }
}

fn convention(
    reading: &Reading,
    explanation: &Explanation,
    chosen: Option<&'static str>,
    n_chosen: usize,
) -> ConventionView {
    let is_chosen = chosen == Some(reading.convention);
    let is_beside = explanation.beside == Some(reading.convention);
    let because = match (reading.n_turns, explanation.choice) {
        (_, Some(choice)) if is_chosen => choice.describe(),
        _ if is_beside => "questions and answers stand beside names",
        (0, _) if reading.labels.is_empty() => "no line looks like this",
        (0, _) => "some lines look like this, but none is a label",
        (1, _) => "a single turn is no convention",
        (n, Some(_)) if n < n_chosen => "fewer turns",
        (n, Some(Choice::MostTurns)) if n == n_chosen => "as many turns, but tried later",
        (_, Some(Choice::Headings)) => "the headings give most of these turns",
        (_, Some(Choice::MostTurns | Choice::ByRecord | Choice::AmongRoles) | None) => "not taken",
    };
    let takes = if is_chosen || is_beside {
        Vec::new()
    } else {
        let taken = reading.labels.iter().filter(|label| label.n_turns() > 0);
        taken.map(|label| label.printed.clone()).collect()
    };
    ConventionView {
        name: reading.convention,
        example: reading.example,
        turns: reading.n_turns,
        look_alikes: reading.labels.len(),
        chosen: is_chosen,
        added: is_beside,
        because: because.to_owned(),
        takes,
    }
}

/// What every part of the explanation needs.
struct Context<'a> {
    site: &'a Site,
    entry: &'a DocumentEntry,
    lines: LineIndex<'a>,
    /// The turns by the first byte of their label.
    turns: BTreeMap<usize, usize>,
}

fn turns_by_label(entry: &DocumentEntry) -> BTreeMap<usize, usize> {
    (0..entry.turns.len())
        .filter_map(|index| {
            let label = entry.turn(index).label.as_ref()?;
            Some((label.text.span().start, index))
        })
        .collect()
}

impl Context<'_> {
    fn place(&self, span: Span) -> (usize, usize) {
        let position = self.lines.position(span.start);
        (position.line, position.column)
    }

    fn label(&self, convention: &'static str, is_chosen: bool, label: &LabelEvidence) -> LabelView {
        let (line, column) = label
            .places
            .first()
            .map_or((0, 0), |place| self.place(place.span));
        let mut stands: BTreeMap<_, usize> = BTreeMap::new();
        for place in &label.places {
            *stands.entry(place.stands).or_default() += 1;
        }
        let is_turn = |place: &&LabelPlace| place.fate == Some(Fate::Turn);
        let begun = label.places.iter().filter(is_turn);
        let turns = begun.filter_map(|place| self.turns.get(&place.span.start));
        let who = self.who(turns.copied());
        let quoted = toml_string(&label.printed);
        let is_left_out = !is_chosen && label.verdict.is_taken();
        let (when, text) = match label.verdict {
            Verdict::Taken(_) if is_left_out => {
                ("if it is a label, add to", format!("labels = [{quoted}]"))
            }
            Verdict::Taken(Taken::ByRecord) => (
                "if it is no label, take out of",
                format!("labels = [{quoted}]"),
            ),
            Verdict::Taken(_) => (
                "if it is no label, add to",
                format!("not_labels = [{quoted}]"),
            ),
            Verdict::Refused(Refused::ByRecord) => (
                "if it is a label, take out of",
                format!("not_labels = [{quoted}]"),
            ),
            Verdict::Refused(_) => ("if it is a label, add to", format!("labels = [{quoted}]")),
        };
        let mut paste = vec![PasteView {
            about: About::Label,
            when: when.to_owned(),
            file: self.entry.source.record_path(),
            text,
        }];
        paste.extend(who.iter().filter_map(|who| settle(&quoted, who)));
        LabelView {
            convention,
            label: label.printed.clone(),
            taken: is_chosen && label.verdict.is_taken(),
            times: label.places.len(),
            turns: if is_chosen { label.n_turns() } else { 0 },
            line,
            column,
            form: Some(label.form),
            because: Some(if is_left_out {
                "it may be a label, but one turn alone is no convention"
            } else {
                label.verdict.describe()
            }),
            stands: stands
                .into_iter()
                .map(|(stands, times)| StandsView {
                    times,
                    place: stands.describe(),
                })
                .collect(),
            who,
            paste,
        }
    }

    /// The labels of a format that says itself where turns begin: those its turns have.
    fn labels_of_format(&self, format: &'static str) -> Vec<LabelView> {
        let mut by_label: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for index in 0..self.entry.turns.len() {
            if let Some(label) = &self.entry.turn(index).label {
                by_label.entry(label.name()).or_default().push(index);
            }
        }
        let mut labels: Vec<(&str, Vec<usize>)> = by_label.into_iter().collect();
        labels.sort_by_key(|(_, turns)| turns.first().copied());
        let view = |(name, turns): (&str, Vec<usize>)| {
            let first = turns.first().map(|index| self.entry.turn(*index));
            let label = first.and_then(|turn| turn.label.as_ref());
            let (line, column) = label.map_or((0, 0), |label| self.place(label.text.span()));
            let times = turns.len();
            let who = self.who(turns.into_iter());
            let quoted = toml_string(name);
            LabelView {
                convention: format,
                label: name.to_owned(),
                taken: true,
                times,
                turns: times,
                line,
                column,
                form: None,
                because: None,
                stands: Vec::new(),
                paste: who.iter().filter_map(|who| settle(&quoted, who)).collect(),
                who,
            }
        };
        labels.into_iter().map(view).collect()
    }

    /// Whom turns are attributed to, the most frequent first.
    fn who(&self, turns: impl Iterator<Item = usize>) -> Vec<WhoView> {
        let mut counts: BTreeMap<WhoView, usize> = BTreeMap::new();
        for index in turns {
            let who = self.attributed(&self.entry.turns[index].attribution);
            *counts.entry(who).or_default() += 1;
        }
        let with_count = counts
            .into_iter()
            .map(|(who, turns)| WhoView { turns, ..who });
        let mut all: Vec<WhoView> = with_count.collect();
        all.sort_by_key(|who| std::cmp::Reverse(who.turns));
        all
    }

    fn attributed(&self, attribution: &Attribution) -> WhoView {
        let candidates = match attribution {
            Attribution::Ambiguous { candidates } => candidates.as_slice(),
            Attribution::Known { .. }
            | Attribution::ByRecord { .. }
            | Attribution::Provisional { .. }
            | Attribution::Collective
            | Attribution::Unidentified
            | Attribution::Unmarked => &[],
        };
        WhoView {
            turns: 0,
            how: attribution.how(),
            person: attribution.person().map(PersonId::to_string),
            name: crate::export::view::speaker(self.site, attribution).map(str::to_owned),
            evidence: attribution.evidence(),
            candidates: candidates.iter().map(PersonId::to_string).collect(),
        }
    }

    /// Lines that are nearly labels: places of taken labels where no turn begins, and lines with a label's words without its mark.
    fn near(
        &self,
        explanation: &Explanation,
        is_taken: impl Fn(&Reading) -> bool,
    ) -> Vec<NearView> {
        let near = |span: Span, because: &'static str| {
            let (line, column) = self.place(span);
            NearView {
                line,
                column,
                text: opening(&self.entry.source.text[span.start..]),
                because,
            }
        };
        let readings = explanation.readings.iter();
        let mut all: Vec<NearView> = readings
            .filter(|reading| is_taken(reading))
            .flat_map(|reading| &reading.labels)
            .flat_map(|label| &label.places)
            .filter_map(|place| {
                let fate = place.fate.filter(|fate| *fate != Fate::Turn)?;
                Some(near(place.span, fate.describe()))
            })
            .collect();
        let without_mark = "it begins with a label’s words, without the label’s mark";
        all.extend(
            explanation
                .without_mark
                .iter()
                .map(|span| near(*span, without_mark)),
        );
        all.sort_by_key(|near| (near.line, near.column));
        all
    }

    fn unlabeled(&self, is_format: bool) -> Vec<UnlabeledView> {
        (0..self.entry.turns.len())
            .filter(|index| self.entry.turn(*index).label.is_none())
            .map(|index| {
                let turn = self.entry.turn(index);
                let block = &self.entry.document.blocks[self.entry.turns[index].block];
                let (line, column) = self.place(block.span());
                let cue = turn.cue.as_ref().map(|cue| cue.kind);
                let because = match turn.kind {
                    _ if cue.is_some_and(|kind| kind != CueKind::Narration) => {
                        "no label is printed; the markup says who speaks"
                    }
                    TurnKind::Unmarked if is_format => "nothing there says who speaks",
                    TurnKind::Unmarked => "speech after a gap; nothing says who goes on",
                    TurnKind::AttributedQuote if turn.is_given_by_narration() => {
                        "a quotation; the narration before it names the speaker"
                    }
                    TurnKind::AttributedQuote => "a quotation that nobody is named for",
                    TurnKind::Labeled | TurnKind::Quoted => "no label is printed",
                };
                UnlabeledView {
                    anchor: self.entry.anchors.turn(index).to_owned(),
                    line,
                    column,
                    because,
                    who: WhoView {
                        turns: 1,
                        ..self.attributed(&self.entry.turns[index].attribution)
                    },
                }
            })
            .collect()
    }
}

/// What settles who a label stands for, where that is open.
fn settle(quoted: &str, who: &WhoView) -> Option<PasteView> {
    let (about, when) = match who.how {
        "provisional" => {
            let when = "if it is somebody of the authority file, add to that entry in";
            (About::Entry, when.to_owned())
        }
        "ambiguous" => {
            let who = who.candidates.join(" or ");
            (
                About::Choice,
                format!("to say who it is, add to the entry of {who} in"),
            )
        }
        _ => return None,
    };
    Some(PasteView {
        about,
        when,
        file: "content/people.toml".to_owned(),
        text: format!("labels = [{quoted}]"),
    })
}

/// The first words of a line.
fn opening(text: &str) -> String {
    // Lines may be as long as the file.
    let end = text
        .char_indices()
        .nth(160)
        .map_or(text.len(), |(at, _)| at);
    let line = text[..end].lines().next().unwrap_or("");
    let folded = line.split_whitespace().collect::<Vec<_>>().join(" ");
    match folded.char_indices().nth(60) {
        Some((at, _)) => format!("{} …", folded[..at].trim_end()),
        None => folded,
    }
}
