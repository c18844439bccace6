//! What captions, tables and podcasts have in common: stretches of speech in order, some of which say who speaks → turns.
//!
//! Nobody is made to speak who is not named: where a format names the speaker of every cue, one without a name is nobody's.

pub(super) mod inline;
mod names;
mod rest;
mod words;

use super::super::marks::{self, WordForms};
use crate::clean::ends_sentence;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::document::{
    Block, DropReason, Dropped, Label, Mark, MarkKind, Narration, NarrationKind, Paragraph,
    SpannedText, Stated, Timed, Turn, TurnKind,
};
use crate::fold::is_small;
use crate::source::SourceFile;
use std::ops::Range;

pub(super) use rest::drop_rest;
use words::is_unspaced;
pub(super) use words::{join, tail};

/// A stretch of speech.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// What it says about its speaker.
    pub(super) voice: Voice,
    /// The words, trimmed.
    pub(super) text: SpannedText,
    /// Bytes of `text` that are set apart in print.
    pub(super) emphasis: Vec<Range<usize>>,
    /// When it is said.
    pub(super) time: Option<Time>,
    /// Whether it begins a paragraph, whatever its time.
    pub(super) begins_paragraph: bool,
}

/// What a cue says about its speaker.
#[derive(Clone, Debug)]
pub(super) enum Voice {
    /// Who it is.
    Named(Label),
    /// That another speaks, but not who: `>>`, a dash.
    Changed(SpannedText),
    /// Nothing.
    Unnamed,
    /// It is a further line of the cue before.
    Same,
    /// Action or sound: the label, if one is printed (`Audience`).
    Stage(SpannedText),
    /// It belongs to nobody: a row that broke.
    Nobody,
}

/// Beginning and end, in milliseconds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Time {
    pub(super) start: u64,
    pub(super) end: u64,
}

impl Time {
    /// Reads `01:02:03.450`, `02:03,450`, `12.5` (seconds).
    pub(super) fn parse(words: &str) -> Option<u64> {
        let words = words.trim().trim_matches(['[', ']', '(', ')']);
        let (whole, fraction) = words
            .split_once(['.', ','])
            .map_or((words, ""), |(whole, fraction)| (whole, fraction));
        let mut seconds: u64 = 0;
        for part in whole.split(':') {
            let part = part.trim();
            if part.len() > 9 || !part.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            seconds = seconds.checked_mul(60)?.checked_add(part.parse().ok()?)?;
        }
        if !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let mut millis = 0;
        for place in 0..3 {
            let digit = fraction
                .as_bytes()
                .get(place)
                .map_or(0, |b| u64::from(b - b'0'));
            millis = millis * 10 + digit;
        }
        seconds.checked_mul(1000)?.checked_add(millis)
    }
}

/// What in a file says who speaks, in words; `named` tells how its format gives a name.
pub(super) fn said_by(cues: &[Cue], named: &str) -> Vec<String> {
    let count = |is: fn(&Voice) -> bool| cues.iter().filter(|cue| is(&cue.voice)).count();
    let n_named = count(|voice| matches!(voice, Voice::Named(_)));
    let n_changed = count(|voice| matches!(voice, Voice::Changed(_)));
    let mut said = Vec::new();
    if n_named > 0 {
        said.push(format!("{named} ({n_named} times)"));
    } else {
        // As `blocks` does.
        said.push("names printed before the words, since nothing else names anybody".to_owned());
    }
    if n_changed > 0 {
        said.push(format!(
            "a mark that another speaks, without a name: >> or a dash ({n_changed} times)"
        ));
    }
    said
}

/// What a name before a cue means where the same was named before.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Naming {
    /// The same turn goes on: captions are cut by time, not by turns.
    ByTime,
    /// Another turn begins: each row of a table is one.
    ByTurn,
    /// Another turn begins, and nothing but the cues says where turns and paragraphs do: memcon wrote the file.
    Stated,
}

/// When the words of cues are said.
pub(super) fn times(cues: &[Cue]) -> Stated {
    let spoken = cues.iter().filter(|cue| !cue.text.is_empty());
    let mut times: Vec<Timed> = spoken
        .filter_map(|cue| {
            let Time { start, end } = cue.time?;
            let span = cue.text.span();
            Some(Timed { span, start, end })
        })
        .collect();
    times.sort_by_key(|one| one.span.start);
    Stated {
        times,
        addresses: Vec::new(),
    }
}

/// A pause that ends a paragraph where a sentence ends, and one that ends it anywhere, in milliseconds.
const PAUSE: u64 = 2_000;
const LONG_PAUSE: u64 = 10_000;

/// Makes turns of cues. Where no cue names anybody, names printed before the words are looked for; where there are none either, all is
/// narration.
pub(super) fn blocks(
    text: &str,
    mut cues: Vec<Cue>,
    naming: Naming,
    dropped: &mut Vec<Dropped>,
) -> Vec<Block> {
    let is_named = |cue: &Cue| matches!(cue.voice, Voice::Named(_));
    if naming != Naming::Stated && !cues.iter().any(is_named) {
        names::find(text, &mut cues, dropped);
    }
    // The forms of what is said, not of the file: JSON stands in brackets as a whole.
    let mut spoken = String::new();
    for cue in &cues {
        spoken.push_str(cue.text.text());
        spoken.push('\n');
    }
    let mut builder = Builder {
        text,
        forms: WordForms::of(&spoken),
        has_names: cues.iter().any(is_named),
        every_cue_is_named: naming == Naming::ByTime && every_cue_is_named(&cues),
        naming,
        blocks: Vec::new(),
        dropped,
        holder: Holder::Narration,
        paragraphs: Vec::new(),
        paragraph: SpannedText::default(),
        emphasis: Vec::new(),
        last: None,
        stages: Vec::new(),
    };
    for cue in cues {
        builder.take(cue);
    }
    builder.finish_block();
    builder.flush_stages();
    builder.blocks
}

/// Reports a file whose format names nobody.
pub(super) fn report_no_turns(file: &SourceFile, blocks: &[Block], diagnostics: &mut Diagnostics) {
    if blocks.iter().any(|block| matches!(block, Block::Turn(_))) {
        return;
    }
    let message = "the file names no speakers; its words are published as narration";
    let help =
        "write the speaker's name and a colon before the first words of each turn: `Name: …`";
    diagnostics.push(Diagnostic::new(
        Code::NoTurns,
        Place::file(&file.path),
        message,
        help,
    ));
}

/// A label made of the words of a cell, tag or string; its colon is its end mark. `None` where there are no letters or digits.
pub(super) fn label(words: &SpannedText) -> Option<Label> {
    let text = words.trimmed();
    let name = text.text().trim_end_matches([':', '：']).trim_end();
    if !name.contains(char::is_alphanumeric) {
        return None;
    }
    let name_len = name.len();
    Some(Label { text, name_len })
}

/// What makes two labels the same.
fn key(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether a name stands before each cue: it is then printed again where nobody else has spoken. Where it is printed only when the
/// speaker changes, cues without one are many and repetitions few.
fn every_cue_is_named(cues: &[Cue]) -> bool {
    let mut last: Option<String> = None;
    let mut has_name = false;
    let mut ended = true;
    let (mut n_repeated, mut n_left_out) = (0, 0);
    for cue in cues {
        match &cue.voice {
            Voice::Named(label) => {
                let name = Some(key(label.name()));
                n_repeated += usize::from(last == name);
                last = name;
                has_name = true;
            }
            Voice::Unnamed => {
                let goes_on = !ended && cue.text.text().starts_with(is_small);
                n_left_out += usize::from(has_name && !goes_on);
                last = None;
            }
            Voice::Changed(_) | Voice::Nobody => last = None,
            Voice::Same | Voice::Stage(_) => {}
        }
        ended = ends_sentence(tail(cue.text.text()));
    }
    n_repeated * 2 > n_left_out
}

/// Whose words are being gathered.
enum Holder {
    Turn(Option<Label>),
    Narration,
}

struct Builder<'a> {
    text: &'a str,
    forms: WordForms<'a>,
    has_names: bool,
    every_cue_is_named: bool,
    naming: Naming,
    blocks: Vec<Block>,
    dropped: &'a mut Vec<Dropped>,
    holder: Holder,
    paragraphs: Vec<Paragraph>,
    paragraph: SpannedText,
    emphasis: Vec<Range<usize>>,
    last: Option<Time>,
    /// Stage directions that belong to the turn if it goes on, and stand by themselves if not.
    stages: Vec<SpannedText>,
}

impl Builder<'_> {
    fn take(&mut self, cue: Cue) {
        let Cue {
            voice,
            text,
            emphasis,
            time,
            begins_paragraph,
        } = cue;
        let by_pause = self.naming != Naming::Stated && self.is_after_pause(time);
        let mut begins_paragraph = begins_paragraph || by_pause;
        match voice {
            Voice::Named(label) => {
                let is_same = matches!(&self.holder, Holder::Turn(Some(now)) if key(now.name()) == key(label.name()));
                if is_same && self.naming == Naming::ByTime {
                    self.drop(&label.text, &DropReason::Repeated);
                } else {
                    self.begin(Holder::Turn(Some(label)));
                }
            }
            Voice::Changed(mark) if self.has_names || self.naming == Naming::Stated => {
                self.drop(&mark, &DropReason::Markup);
                self.begin(Holder::Turn(None));
            }
            Voice::Changed(mark) => {
                // Nobody is named anywhere: the mark is all the source says, so it stays.
                self.finish_paragraph();
                self.append(&mark, &[]);
                begins_paragraph = false;
            }
            Voice::Unnamed if self.every_cue_is_named && !self.goes_on(&text) => {
                if matches!(self.holder, Holder::Turn(Some(_))) {
                    self.begin(Holder::Turn(None));
                }
            }
            Voice::Unnamed | Voice::Same => {}
            Voice::Stage(label) => {
                self.finish_paragraph();
                // The name may stand in a column after the words.
                let is_after = !text.is_empty() && text.span().start < label.span().start;
                let (mut words, rest) = if is_after {
                    (text, label)
                } else {
                    (label, text)
                };
                join(self.text, &mut words, &rest);
                self.stages.push(words);
                return;
            }
            Voice::Nobody => self.begin(Holder::Narration),
        }
        if time.is_some() {
            self.last = time;
        }
        if text.is_empty() {
            return;
        }
        for stage in std::mem::take(&mut self.stages) {
            let paragraph = stage_paragraph(stage);
            self.paragraphs.push(paragraph);
        }
        if begins_paragraph {
            self.finish_paragraph();
        }
        self.append(&text, &emphasis);
    }

    /// Whether words run on in mid-sentence.
    fn goes_on(&self, next: &SpannedText) -> bool {
        !self.paragraph.is_empty()
            && !ends_sentence(tail(self.paragraph.text()))
            && next.text().starts_with(is_small)
    }

    fn is_after_pause(&self, time: Option<Time>) -> bool {
        let (Some(last), Some(time)) = (self.last, time) else {
            return false;
        };
        let pause = time.start.saturating_sub(last.end);
        pause >= LONG_PAUSE || pause >= PAUSE && ends_sentence(tail(self.paragraph.text()))
    }

    fn begin(&mut self, holder: Holder) {
        self.finish_block();
        self.flush_stages();
        self.holder = holder;
    }

    fn drop(&mut self, words: &SpannedText, reason: &DropReason) {
        self.dropped.extend(
            words
                .pieces()
                .iter()
                .filter(|piece| !piece.span().is_empty())
                .map(|piece| Dropped {
                    span: piece.span(),
                    reason: reason.clone(),
                }),
        );
    }

    fn append(&mut self, words: &SpannedText, emphasis: &[Range<usize>]) {
        let end = self.paragraph.text().len();
        join(self.text, &mut self.paragraph, words);
        let at = self.paragraph.text().len() - words.text().len();
        for range in emphasis {
            let range = range.start + at..range.end + at;
            match self.emphasis.last_mut() {
                // Italics that run over the end of a line.
                Some(last) if last.end == end && range.start == at => last.end = range.end,
                _ => self.emphasis.push(range),
            }
        }
    }

    fn finish_paragraph(&mut self) {
        let emphasis = std::mem::take(&mut self.emphasis);
        if self.paragraph.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.paragraph);
        let mut marks = marks::mark(&text, &self.forms, &[]);
        let apart: Vec<Mark> = emphasis
            .into_iter()
            .filter(|range| !range.is_empty() && !crosses(&marks, range))
            .map(|range| Mark {
                range,
                kind: MarkKind::Emphasis,
            })
            .collect();
        marks.extend(apart);
        marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
        self.paragraphs.push(Paragraph { text, marks });
    }

    fn finish_block(&mut self) {
        self.finish_paragraph();
        let paragraphs = std::mem::take(&mut self.paragraphs);
        match std::mem::replace(&mut self.holder, Holder::Narration) {
            Holder::Turn(Some(label)) if paragraphs.is_empty() => {
                let reason = DropReason::NotPublished("label without words".to_owned());
                self.drop(&label.text, &reason);
            }
            Holder::Turn(_) if paragraphs.is_empty() => {}
            Holder::Turn(label) => {
                let kind = if label.is_some() {
                    TurnKind::Labeled
                } else {
                    TurnKind::Unmarked
                };
                self.blocks.push(Block::Turn(Turn {
                    label,
                    kind,
                    cue: None,
                    paragraphs,
                }));
            }
            Holder::Narration => self.blocks.extend(paragraphs.into_iter().map(narration)),
        }
    }

    fn flush_stages(&mut self) {
        let stages = std::mem::take(&mut self.stages);
        self.blocks
            .extend(stages.into_iter().map(stage_paragraph).map(narration));
    }
}

fn narration(text: Paragraph) -> Block {
    Block::Narration(Narration {
        kind: NarrationKind::Text,
        text,
    })
}

fn stage_paragraph(text: SpannedText) -> Paragraph {
    let mark = Mark {
        range: 0..text.text().len(),
        kind: MarkKind::Stage,
    };
    Paragraph {
        text,
        marks: vec![mark],
    }
}

/// Whether a range begins or ends in the middle of a mark; the marks stand apart from each other, in order.
fn crosses(marks: &[Mark], range: &Range<usize>) -> bool {
    [range.start, range.end].into_iter().any(|at| {
        let before = marks.partition_point(|mark| mark.range.start < at);
        before.checked_sub(1).is_some_and(|index| {
            let mark = &marks[index].range;
            at < mark.end && !(mark.start <= range.start && range.end <= mark.end)
        })
    })
}
