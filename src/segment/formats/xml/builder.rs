//! Elements and text → blocks.
//!
//! A stack of open elements, and one paragraph that grows. Where an element stands apart from its neighbours the paragraph is finished;
//! the innermost element that decides says what it becomes.

use super::data::Person;
use super::entities::{Entities, Stretch};
use super::facts::Facts;
use super::faults::{Fault, Faults};
use super::paragraph::{Growing, is_blank};
use super::tokens::Tag;
use super::turns::OpenTurn;
use super::vocabulary::{Role, is_as_printed, role};
use super::who::{Names, Who};
use super::{DEEPEST, blocks};
use crate::document::{Addressed, Block, DropReason, Dropped, HeaderKind, MarkKind, SpannedText};
use crate::source::{Format, Span};

/// What is being built.
pub(super) struct Builder<'a> {
    pub(super) text: &'a str,
    pub(super) format: Format,
    pub(super) entities: Entities,
    pub(super) faults: Faults,
    pub(super) names: Names,
    pub(super) facts: Facts,
    pub(super) dropped: Vec<Dropped>,
    /// Addresses of turns and paragraphs, in order.
    pub(super) addresses: Vec<Addressed>,
    /// Finished blocks with what the markup says of the speaker, in the order finished.
    pub(super) blocks: Vec<(Block, Option<Who>)>,
    pub(super) frames: Vec<Frame<'a>>,
    /// Elements open beyond the deepest that is kept.
    n_deeper: usize,
    pub(super) growing: Growing,
    /// Paragraphs interrupted by a note, and where the elements around each begin.
    suspended: Vec<(Growing, usize)>,
    /// The elements from here on belong to the growing paragraph.
    pub(super) floor: usize,
    /// Elements that wait for their first words.
    n_waiting: usize,
    pub(super) turns: Vec<OpenTurn>,
    pub(super) label_ahead: Option<SpannedText>,
    /// Length of the name in the label being read, where the markup tells it from the mark that ends it.
    pub(super) label_name: Option<usize>,
    page_break: bool,
    /// Whether the file says anywhere that blanks count.
    pub(super) has_space: bool,
    /// What the growing paragraph of a header turned out to be.
    pub(super) header_kind: Option<HeaderKind>,
    /// The name of a person being read: identifier, words, and how deep it began.
    pub(super) person: Option<Person>,
}

/// An open element.
pub(super) struct Frame<'a> {
    pub(super) name: &'a str,
    pub(super) role: Role,
    pub(super) tag: Tag<'a>,
    /// Where in the paragraph its mark begins, and which it is.
    mark: Option<(usize, MarkKind)>,
    filling: Filling,
    /// What an opening bracket stands for: the tag, and after the paragraph it opened nothing more.
    bracket: Span,
    /// Where in the paragraph it began.
    pub(super) start: usize,
    /// Whether it stands by itself rather than in a line.
    pub(super) stands: bool,
}

/// Whether brackets belong around an element's words, and whether there are any yet.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Filling {
    /// Nothing to watch.
    Plain,
    /// No words yet.
    Waiting { brackets: bool },
    /// Words, and a bracket before them to be closed.
    Open,
    /// Words that need no bracket.
    Filled,
}

impl<'a> Builder<'a> {
    pub(super) fn new(text: &'a str, format: Format) -> Self {
        Builder {
            text,
            format,
            entities: Entities::new(text.len()),
            faults: Faults::default(),
            names: Names::default(),
            facts: Facts::default(),
            dropped: Vec::new(),
            addresses: Vec::new(),
            blocks: Vec::new(),
            frames: Vec::new(),
            n_deeper: 0,
            growing: Growing::default(),
            suspended: Vec::new(),
            floor: 0,
            n_waiting: 0,
            turns: Vec::new(),
            label_ahead: None,
            label_name: None,
            page_break: false,
            has_space: text.contains("xml:space=\"preserve\""),
            header_kind: None,
            person: None,
        }
    }

    /// Text; `is_literal` where it holds no entities.
    pub(super) fn words(&mut self, span: Span, is_literal: bool) {
        let stretches = if is_literal {
            vec![Stretch::Same(span)]
        } else {
            self.entities.split(self.text, span, &mut self.faults)
        };
        let text = self.text;
        let mut chars = stretches
            .iter()
            .flat_map(|stretch| stretch.text(text).chars());
        let first = chars.find(|c| !is_blank(*c));
        if let Some(reason) = self.frames.iter().rev().find_map(Frame::left_out) {
            if first.is_some() {
                self.dropped.push(Dropped { span, reason });
            }
            return;
        }
        if self.person.is_some() {
            for stretch in &stretches {
                self.name_person(stretch.text(self.text));
            }
        }
        if let Some(first) = first {
            if self.page_break && self.growing.is_empty() {
                self.page_break = false;
                self.growing.page_break();
            }
            if self.n_waiting > 0 {
                self.fill(first);
            }
        }
        if self.keeps_blanks() {
            self.growing.push_as_it_is(self.text, &stretches);
        } else {
            self.growing.push(self.text, &stretches);
        }
    }

    /// The first words of elements that waited for them.
    fn fill(&mut self, first: char) {
        for frame in &mut self.frames[self.floor..] {
            let Filling::Waiting { brackets } = frame.filling else {
                continue;
            };
            self.n_waiting -= 1;
            frame.filling = Filling::Filled;
            if brackets && !matches!(first, '[' | '(' | '（' | '［' | '{') {
                // Letters may be supplied inside a word.
                if frame.role != Role::Marked(MarkKind::Supplied) {
                    self.growing.set_apart();
                }
                self.growing.instead("[", frame.bracket);
                self.growing.set_close();
                frame.filling = Filling::Open;
            }
        }
    }

    /// An element begins.
    pub(super) fn start(&mut self, tag: Tag<'a>) {
        if self.n_deeper > 0 || self.frames.len() >= DEEPEST {
            self.faults.add(Fault::TooDeep, tag.span, tag.name);
            self.n_deeper += usize::from(!tag.is_empty);
            return;
        }
        self.note_data(&tag);
        self.addresses.extend(address(&tag));
        let mut role = role(self.format, &tag, self.around());
        let in_turn = self.in_turn();
        let in_line = !self.growing.is_empty() || self.in_line();
        let mut frame = Frame {
            name: tag.name,
            role,
            bracket: tag.span,
            tag,
            mark: None,
            filling: Filling::Plain,
            start: self.growing.len(),
            stands: false,
        };
        let as_printed = is_as_printed(&frame.tag);
        let waiting = |brackets| Filling::Waiting {
            brackets: brackets && !as_printed,
        };
        match role {
            Role::Turn if self.is_quoting() => role = Role::Block,
            Role::Label if !self.label_fits() => role = Role::Block,
            // A heading or a report inside a turn does not end it.
            Role::Heading if in_turn => {
                role = Role::Block;
                frame.mark = Some((0, MarkKind::Emphasis));
            }
            Role::Narration if in_turn => role = Role::Stage,
            _ => {}
        }
        if matches!(role, Role::Label | Role::LabelAhead) {
            self.label_name = None;
        }
        match role {
            Role::Turn => {
                self.finish();
                self.begin_turn(&frame.tag);
            }
            Role::Note(_) => {
                let interrupted = std::mem::take(&mut self.growing);
                self.suspended.push((interrupted, self.floor));
                self.floor = self.frames.len();
                frame.start = 0;
            }
            Role::Block
            | Role::Label
            | Role::LabelAhead
            | Role::Heading
            | Role::Narration
            | Role::Header(_) => self.finish(),
            Role::Stage | Role::Gap(_) => {
                let is_report = matches!(frame.role, Role::Narration);
                frame.stands = !in_line || is_report;
                if frame.stands {
                    self.finish();
                }
                let kind = match role {
                    Role::Gap(reason) => MarkKind::Gap(reason),
                    _ => MarkKind::Stage,
                };
                frame.mark = Some((self.growing.len(), kind));
                frame.filling = waiting(in_turn || role != Role::Stage);
            }
            Role::Marked(kind) => {
                frame.mark = Some((self.growing.len(), kind));
                frame.filling = match kind {
                    MarkKind::Supplied | MarkKind::Gloss | MarkKind::Expansion => waiting(true),
                    MarkKind::Unclear => waiting(false),
                    MarkKind::Emphasis
                    | MarkKind::Stage
                    | MarkKind::Gap(_)
                    | MarkKind::Note(_)
                    | MarkKind::Sic
                    | MarkKind::PageBreak => Filling::Plain,
                };
            }
            Role::LineEnd => self.growing.gap(frame.tag.span),
            Role::PageBreak if self.growing.is_empty() => self.page_break = true,
            Role::PageBreak => self.growing.page_break(),
            Role::Item => self.begin_item(frame.name, frame.tag.span.start),
            Role::Fact(_) if !self.in_line() => {
                self.begin_item(frame.name, frame.tag.span.start);
            }
            Role::Word => self.begin_word(&frame.tag),
            Role::Through
            | Role::Quotation
            | Role::Fact(_)
            | Role::OtherReading
            | Role::TimeMark
            | Role::Furniture
            | Role::Data => {}
        }
        if !matches!(
            role,
            Role::Stage | Role::Gap(_) | Role::Marked(_) | Role::Note(_)
        ) {
            frame.start = self.growing.len();
        }
        frame.role = role;
        self.n_waiting += usize::from(matches!(frame.filling, Filling::Waiting { .. }));
        self.begin_person(&frame.tag);
        let (is_empty, end) = (frame.tag.is_empty, frame.tag.span.end);
        self.frames.push(frame);
        if is_empty {
            self.close(Span::new(end, end));
        }
    }

    /// An element ends.
    pub(super) fn end(&mut self, name: &str, span: Span) {
        if self.n_deeper > 0 {
            self.n_deeper -= 1;
            return;
        }
        let Some(index) = self.frames.iter().rposition(|frame| frame.name == name) else {
            self.faults.add(Fault::StrayEnd, span, name);
            return;
        };
        while self.frames.len() > index + 1 {
            self.close_unclosed(span.start);
        }
        self.close(span);
    }

    /// The text ends.
    pub(super) fn end_all(&mut self) {
        while !self.frames.is_empty() {
            self.close_unclosed(self.text.len());
        }
        self.finish();
        self.emit_label_ahead();
    }

    fn close_unclosed(&mut self, at: usize) {
        if let Some(frame) = self.frames.last() {
            self.faults.add(Fault::Unclosed, frame.tag.span, frame.name);
        }
        self.close(Span::new(at, at));
    }

    /// Closes the innermost element; `end` is the place of its end tag.
    fn close(&mut self, end: Span) {
        self.close_brackets(end);
        let Some(frame) = self.frames.last() else {
            return;
        };
        if matches!(frame.name, "rs" | "inline") && frame.start == 0 && self.around_is_label() {
            self.label_name = Some(self.growing.len());
        }
        let frame = &self.frames[self.frames.len() - 1];
        if frame.stands {
            self.finish();
        } else {
            match frame.role {
                Role::Turn
                | Role::Block
                | Role::Label
                | Role::LabelAhead
                | Role::Heading
                | Role::Narration
                | Role::Header(_)
                | Role::Note(_) => self.finish(),
                _ => {}
            }
        }
        let Some(frame) = self.frames.pop() else {
            return;
        };
        if let Some((start, kind)) = frame.mark {
            self.growing.mark(start, kind);
        }
        match frame.role {
            Role::Turn => self.end_turn(),
            Role::Note(_) => {
                if let Some((interrupted, floor)) = self.suspended.pop() {
                    self.growing = interrupted;
                    self.floor = floor;
                }
            }
            Role::Fact(fact) => self.fact(fact, &frame),
            Role::Item => self.growing.set_apart(),
            Role::Word => match frame.tag.value(&["join"]) {
                Some("right" | "both") => self.growing.set_close(),
                _ if frame.name != "pc" => self.growing.set_apart(),
                _ => {}
            },
            _ => {}
        }
        self.end_person();
    }

    /// Ends what stands in brackets, and says in words what an empty element means.
    fn close_brackets(&mut self, end: Span) {
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        let filling = std::mem::replace(&mut frame.filling, Filling::Plain);
        match filling {
            Filling::Open => {
                self.growing.set_close();
                self.growing.instead("]", end);
                if frame.role != Role::Marked(MarkKind::Supplied) {
                    self.growing.set_apart();
                }
            }
            Filling::Waiting { .. } => {
                self.n_waiting -= 1;
                if !frame.bracket.is_empty()
                    && let Some(words) = blocks::words_of_empty(frame.role, &frame.tag)
                {
                    self.growing.set_apart();
                    self.growing.instead(&words, frame.tag.span);
                    self.growing.set_apart();
                }
            }
            Filling::Plain | Filling::Filled => {}
        }
    }

    /// The growing paragraph is complete.
    fn finish(&mut self) {
        let header_kind = self.header_kind.take();
        if self.growing.is_empty() {
            return;
        }
        let mut growing = std::mem::take(&mut self.growing);
        for frame in &mut self.frames[self.floor..] {
            if frame.filling == Filling::Open {
                growing.set_close();
                let end = growing.end();
                frame.bracket = Span::new(end, end);
                growing.instead("]", frame.bracket);
                frame.filling = Filling::Waiting { brackets: true };
                self.n_waiting += 1;
            }
            if let Some((start, kind)) = &mut frame.mark {
                growing.mark(*start, *kind);
                *start = 0;
            }
            frame.start = 0;
        }
        if let Some(paragraph) = growing.finish() {
            self.place(paragraph, header_kind);
        }
    }

    fn begin_item(&mut self, name: &str, at: usize) {
        match name {
            "td" | "th" | "cell" => self.growing.set_apart(),
            "person" | "personGrp" | "org" | "castItem" => self.growing.separate("; ", at),
            _ => self.growing.separate(", ", at),
        }
    }

    fn begin_word(&mut self, tag: &Tag<'a>) {
        match tag.value(&["join"]) {
            Some("left" | "both") => self.growing.set_close(),
            _ if tag.name != "pc" => self.growing.set_apart(),
            _ => {}
        }
    }
}

/// The address that a turn or paragraph had where memcon published it.
fn address(tag: &Tag<'_>) -> Option<Addressed> {
    let is_part = matches!(
        tag.name,
        "u" | "sp" | "speech" | "question" | "answer" | "seg" | "p"
    );
    let anchor = is_part.then(|| tag.value(&["xml:id", "eId"])).flatten()?;
    let number = anchor.strip_prefix('t')?;
    number
        .starts_with(|c: char| c.is_ascii_digit())
        .then(|| Addressed {
            at: tag.span.start,
            anchor: anchor.to_owned(),
        })
}

impl Frame<'_> {
    /// Why its words are left out, if they are.
    fn left_out(&self) -> Option<DropReason> {
        match self.role {
            Role::OtherReading => Some(DropReason::OtherReading),
            Role::TimeMark => Some(DropReason::TimeMark),
            Role::Furniture => Some(DropReason::Furniture),
            Role::Data => Some(DropReason::Markup),
            _ => None,
        }
    }
}
