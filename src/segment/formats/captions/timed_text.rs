//! Timed Text (TTML, DFXP, IMSC): XML whose paragraphs hold the words, with times and speakers in attributes.
//!
//! `ttm:agent` of a paragraph, of a stretch in it or of a division around it says who speaks; the name stands in the head, in the
//! `ttm:name` of the agent. Where words of one speaker end and nobody is named for those after them, they are nobody's.

use super::super::cues::{self, Time};
use super::super::xml::entities::{Entities, Stretch};
use super::super::xml::faults::{Fault, Faults};
use super::super::xml::tokens::{Tag, Token, Tokens};
use super::super::xml::{DEEPEST, is_blank};
use super::clock::Clock;
use super::lines::{Caption, CaptionFile, end_with_the_next};
use super::words::{Opening, Piece, Reader};
use crate::diagnostic::Diagnostics;
use crate::document::{DropReason, Dropped, Label, SpannedText};
use crate::source::{SourceFile, Span};
use std::collections::{BTreeMap, BTreeSet};

/// What holds facts about the file and no words of it.
const ABOUT: [&str; 10] = [
    "head",
    "metadata",
    "styling",
    "layout",
    "title",
    "desc",
    "copyright",
    "agent",
    "actor",
    "data",
];

/// The captions of a file, and the lines of each.
pub(super) fn read(
    file: &SourceFile,
    diagnostics: &mut Diagnostics,
) -> (CaptionFile, Vec<Vec<Vec<Piece>>>) {
    let text = file.text.as_str();
    let mut walker = Walker {
        text,
        entities: Entities::new(text.len()),
        faults: Faults::default(),
        clock: Clock::default(),
        agents: BTreeMap::new(),
        named: BTreeSet::new(),
        frames: Vec::new(),
        n_deeper: 0,
        place: Span::new(0, 0),
        out: CaptionFile::default(),
        read: Vec::new(),
        under_way: None,
    };
    let mut tokens = Tokens::new(text);
    while let Some(token) = tokens.next(&mut walker.faults) {
        match token {
            Token::Text(span) => {
                let stretches = walker.entities.split(text, span, &mut walker.faults);
                walker.text(span, &stretches);
            }
            Token::Literal(span) => walker.text(span, &[Stretch::Same(span)]),
            Token::Start(tag) => walker.start(&tag),
            Token::End { name, span } => walker.end(name, span),
            Token::DocType(declaration) => walker.entities.declare(declaration),
        }
    }
    walker.end_caption();
    walker.drop_names();
    end_with_the_next(&mut walker.out.captions);
    walker.faults.report(file, diagnostics);
    (walker.out, walker.read)
}

/// An open element.
struct Frame<'a> {
    name: &'a str,
    /// Whether it tells of the file.
    is_about: bool,
    /// Whom its attribute names as speaker.
    agent: Option<Agent<'a>>,
    /// Its times, or those of the element around it.
    time: Option<Time>,
    is_emphasis: bool,
    /// The kind of name that it holds, and of whom.
    names: Option<(&'a str, &'a str)>,
}

/// The attribute that says who speaks.
#[derive(Clone, Copy)]
struct Agent<'a> {
    id: &'a str,
    place: Span,
    /// Whether a label stands for it already.
    is_used: bool,
}

/// A name of an agent: of which kind, and the words.
type Name<'a> = (&'a str, String, Span);

struct Walker<'a> {
    text: &'a str,
    entities: Entities,
    faults: Faults,
    clock: Clock,
    agents: BTreeMap<&'a str, Vec<Name<'a>>>,
    /// Those that are somebody's label.
    named: BTreeSet<&'a str>,
    frames: Vec<Frame<'a>>,
    n_deeper: usize,
    /// The last tag.
    place: Span,
    out: CaptionFile,
    read: Vec<Vec<Vec<Piece>>>,
    under_way: Option<UnderWay<'a>>,
}

/// The caption under way.
struct UnderWay<'a> {
    caption: Caption,
    reader: Reader<'a>,
    lines: Vec<Vec<Piece>>,
    /// Who speaks.
    agent: Option<&'a str>,
    /// White space that is not written yet.
    blank: Option<Span>,
}

impl<'a> Walker<'a> {
    fn start(&mut self, tag: &Tag<'a>) {
        if self.n_deeper > 0 || self.frames.len() >= DEEPEST {
            self.faults.add(Fault::TooDeep, tag.span, tag.name);
            self.n_deeper += usize::from(!tag.is_empty);
            return;
        }
        self.place = tag.span;
        let around = self.frames.last();
        let is_about = around.is_some_and(|frame| frame.is_about) || ABOUT.contains(&tag.name);
        let base = around.and_then(|frame| frame.time);
        let own = self.clock.times(tag, base.map_or(0, |time| time.start));
        let names = match tag.name {
            "name" => self
                .agent_around()
                .zip(Some(tag.value(&["type"]).unwrap_or(""))),
            _ => None,
        };
        match tag.name {
            "tt" => self.clock = Clock::of(tag),
            "agent" => {
                if let Some(id) = tag.value(&["xml:id", "id"]) {
                    self.agents.entry(id).or_default();
                }
            }
            "p" | "div" | "body" if !is_about => self.end_caption(),
            "br" => self.end_line(),
            _ => {}
        }
        if tag.name == "p" && !is_about {
            self.begin_caption(own.or(base), tag.span);
        } else if let (Some(own), Some(under_way)) = (own, &mut self.under_way) {
            // The times may stand at the stretches of a paragraph only.
            let time = under_way.caption.time.get_or_insert(own);
            time.end = time.end.max(own.end);
        }
        let is_emphasis = tag
            .value(&["tts:fontStyle"])
            .is_some_and(|style| style != "normal");
        if let Some(under_way) = self.under_way.as_mut().filter(|_| is_emphasis) {
            under_way.reader.emphasize(false);
        }
        if tag.is_empty {
            return;
        }
        let id = tag.place(&["ttm:agent", "agent"]).filter(|_| !is_about);
        let agent = id.map(|place| Agent {
            id: self.text[place.range()].trim(),
            place,
            is_used: false,
        });
        let names = names.or_else(|| {
            let id = tag.value(&["xml:id", "id"]).filter(|_| tag.name == "agent");
            id.map(|id| (id, ""))
        });
        self.frames.push(Frame {
            name: tag.name,
            is_about,
            agent,
            time: own.or(base),
            is_emphasis,
            names,
        });
    }

    /// The agent whose element is open.
    fn agent_around(&self) -> Option<&'a str> {
        let around = self
            .frames
            .iter()
            .rev()
            .find(|frame| frame.name == "agent")?;
        around.names.map(|(id, _)| id)
    }

    fn end(&mut self, name: &str, span: Span) {
        if self.n_deeper > 0 {
            self.n_deeper -= 1;
            return;
        }
        self.place = span;
        let Some(index) = self.frames.iter().rposition(|frame| frame.name == name) else {
            self.faults.add(Fault::StrayEnd, span, name);
            return;
        };
        for frame in self.frames.split_off(index).iter().rev() {
            if let Some(under_way) = self.under_way.as_mut().filter(|_| frame.is_emphasis) {
                under_way.reader.emphasize(true);
            }
            if matches!(frame.name, "p" | "div" | "body") {
                self.end_caption();
            }
        }
    }

    fn text(&mut self, span: Span, stretches: &[Stretch]) {
        let raw = &self.text[span.range()];
        let words = raw.trim();
        let start = span.start + raw.len() - raw.trim_start().len();
        let span = Span::new(start, start + words.len());
        if words.is_empty() && self.under_way.is_none() {
            return;
        }
        match self.frames.last() {
            Some(frame) if frame.is_about => {
                if !words.is_empty() {
                    self.about(span, stretches);
                }
            }
            Some(_) | None => {
                if !words.is_empty() {
                    if self.under_way.is_none() {
                        // Words outside a paragraph: the file is broken, and they are kept.
                        self.begin_caption(None, span);
                    }
                    self.change_voice(words);
                }
                if let Some(under_way) = &mut self.under_way {
                    under_way.push(self.text, stretches);
                }
            }
        }
    }

    /// A text that tells of the file.
    fn about(&mut self, span: Span, stretches: &[Stretch]) {
        let Some(frame) = self.frames.last() else {
            return;
        };
        let meant = || -> String { stretches.iter().map(|part| part.text(self.text)).collect() };
        if let Some((id, kind)) = frame.names.filter(|_| frame.name == "name") {
            let name = (
                kind,
                meant().split_whitespace().collect::<Vec<_>>().join(" "),
                span,
            );
            self.agents.entry(id).or_default().push(name);
            return;
        }
        if frame.name == "title" && self.out.title.is_none() {
            let mut under_way = UnderWay::new(self.text, None, span);
            under_way.push(self.text, stretches);
            self.out.title = Some(under_way.reader.words().trimmed());
            return;
        }
        let reason = DropReason::NotPublished(format!("field not published: {}", frame.name));
        self.out.dropped.push(Dropped { span, reason });
    }

    /// The names in the head: they now stand before the turns, or nobody of that name speaks.
    fn drop_names(&mut self) {
        for (id, names) in &self.agents {
            let printed = name(names).filter(|_| self.named.contains(id));
            let printed = printed.unwrap_or_default();
            for (_, words, span) in names {
                let reason = if printed.contains(words.as_str()) {
                    DropReason::Repeated
                } else {
                    DropReason::NotPublished("field not published: name".to_owned())
                };
                self.out.dropped.push(Dropped {
                    span: *span,
                    reason,
                });
            }
        }
    }

    fn begin_caption(&mut self, time: Option<Time>, place: Span) {
        self.under_way = Some(UnderWay::new(self.text, time, place));
    }

    fn end_line(&mut self) {
        if let Some(under_way) = &mut self.under_way {
            let line = under_way.reader.end_line();
            under_way.lines.push(line);
            under_way.blank = None;
        }
    }

    fn end_caption(&mut self) {
        self.end_line();
        let Some(UnderWay { caption, lines, .. }) = self.under_way.take() else {
            return;
        };
        let is_empty = lines.iter().all(Vec::is_empty);
        if caption.time.is_none() {
            if is_empty {
                return;
            }
            self.out.untimed.push(caption.place);
        }
        self.out.captions.push(caption);
        self.read.push(lines);
    }

    /// Words come: if another speaks them than those before, that is said.
    fn change_voice(&mut self, words: &str) {
        let index = self.frames.iter().rposition(|frame| frame.agent.is_some());
        let agent = index.and_then(|index| self.frames[index].agent);
        let id = agent.map(|agent| agent.id);
        // “[Applause]” and a full stop after somebody's words need nobody to say them.
        let is_no_speech = !words.contains(char::is_alphanumeric)
            || words.starts_with(['[', '(']) && words.ends_with([']', ')']);
        let is_same = |now: &UnderWay<'_>| now.agent == id || id.is_none() && is_no_speech;
        if self.under_way.as_ref().is_none_or(is_same) {
            return;
        }
        let place = match (agent, index) {
            (Some(agent), Some(index)) if !agent.is_used => {
                if let Some(agent) = &mut self.frames[index].agent {
                    agent.is_used = true;
                }
                // With the quotation mark before it, so that it is never taken for the words themselves.
                Span::new(agent.place.start - 1, agent.place.end)
            }
            _ => self.place,
        };
        let opening = match id {
            Some(id) if !id.contains(char::is_whitespace) => {
                self.label(id, place).map(Opening::Voice)
            }
            // Several at once, or nobody any more.
            Some(_) | None => Some(Opening::Chevron(instead(">>", place))),
        };
        if let Some(under_way) = &mut self.under_way {
            under_way.agent = id;
            under_way.blank = None;
            under_way.reader.open(opening.unwrap_or(Opening::Line));
        }
    }

    /// The label of an agent, in the place of what says that it speaks.
    fn label(&mut self, id: &'a str, place: Span) -> Option<Label> {
        let names = self.agents.get_key_value(id);
        if let Some((id, _)) = names {
            self.named.insert(id);
        }
        let name = names.and_then(|(_, names)| name(names));
        cues::label(&instead(name.as_deref().unwrap_or(id), place))
    }
}

/// The name that stands for an agent: the full one, else its parts, else whatever there is.
fn name(names: &[Name<'_>]) -> Option<String> {
    let of = |kind: &str| {
        let found = names.iter().find(|(found, ..)| *found == kind);
        found.map(|(_, words, _)| words.clone())
    };
    let parts = || Some(format!("{} {}", of("given")?, of("family")?));
    let any = || names.first().map(|(_, words, _)| words.clone());
    of("full")
        .or_else(|| of("alias"))
        .or_else(parts)
        .or_else(any)
}

/// Words in the place of markup; a place as long as they are would be taken for them.
fn instead(words: &str, place: Span) -> SpannedText {
    let end = place.end - usize::from(place.len() == words.len() && place.len() > 1);
    let mut text = SpannedText::default();
    text.push_as(words, Span::new(place.start, end));
    text
}

impl<'a> UnderWay<'a> {
    fn new(text: &'a str, time: Option<Time>, place: Span) -> Self {
        UnderWay {
            caption: Caption {
                time,
                place,
                lines: Vec::new(),
                name: None,
            },
            reader: Reader::new(text),
            lines: Vec::new(),
            agent: None,
            blank: None,
        }
    }

    /// Adds text, its white space folded.
    fn push(&mut self, source: &str, stretches: &[Stretch]) {
        for stretch in stretches {
            match stretch {
                Stretch::Same(span) => self.copy(source, *span),
                Stretch::Instead(meant, span) if meant.chars().all(is_blank) => {
                    self.blank.get_or_insert(*span);
                }
                Stretch::Instead(meant, span) => {
                    self.write_blank();
                    let meant = instead(meant, *span);
                    self.reader.words().push_as(meant.text(), meant.span());
                }
            }
        }
    }

    fn copy(&mut self, source: &str, span: Span) {
        let mut at = span.start;
        while at < span.end {
            let rest = &source[at..span.end];
            let word = rest.find(is_blank).unwrap_or(rest.len());
            if word > 0 {
                self.write_blank();
                self.reader.words().push(source, Span::new(at, at + word));
            }
            let blanks = rest[word..].find(|c| !is_blank(c));
            let next = blanks.map_or(span.end, |blanks| at + word + blanks);
            if at + word < next {
                self.blank.get_or_insert(Span::new(at + word, next));
            }
            at = next;
        }
    }

    fn write_blank(&mut self) {
        let blank = self.blank.take();
        let words = self.reader.words();
        if let Some(span) = blank.filter(|_| !words.is_empty()) {
            words.push_as(" ", span);
        }
    }
}
