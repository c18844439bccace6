//! The lines of a page that ask for turns: `{{turn DOCUMENT#t2p14}}`, found among the events of its Markdown.

use super::span;
use crate::source::Span;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset};
use std::ops::Range;

/// A turn or a range of turns that a page asks for, not yet looked up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// The words between the braces, after `turn`: `1990-05-25-gorbachev-mitterrand#t2p14`.
    pub words: String,
    /// Their place in the file.
    pub span: Span,
    /// Whether words before it on the same line, in the same braces, may have named its document.
    pub follows: bool,
}

/// A piece of a page.
#[derive(Clone, PartialEq, Debug)]
pub enum Part<'a> {
    /// Markdown.
    Event(Event<'a>),
    /// The turns asked for at this position of [`super::Essay::asked`].
    Quotation(usize),
}

/// Something asked for that cannot be given.
pub(super) struct Fault {
    pub(super) span: Span,
    pub(super) message: &'static str,
    pub(super) help: &'static str,
}

/// What a page holds.
#[derive(Default)]
pub(super) struct Found<'a> {
    pub(super) parts: Vec<Part<'a>>,
    pub(super) asked: Vec<Asked>,
    pub(super) faults: Vec<Fault>,
}

const NOT_ALONE: &str = "a turn is quoted on a line of its own, not among other words";
const IN_HTML: &str = "a turn cannot be quoted inside HTML";
const UNCLOSED: &str = "this does not end with }}";
const EMPTY: &str = "no turn is named here";
const EXAMPLE: &str = "write it alone on a line, as in {{turn DOCUMENT#t2p14}}; to speak of these signs, put them between ` signs";

/// Reads the Markdown that begins at `body`.
pub(super) fn read(text: &str, body: usize) -> Found<'_> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let parser = Parser::new_ext(&text[body..], options).into_offset_iter();
    let events: Vec<(Event<'_>, Range<usize>)> = TextMergeWithOffset::new(parser)
        .map(|(event, at)| (event, at.start + body..at.end + body))
        .collect();
    let mut reader = Reader {
        text,
        found: Found::default(),
        in_paragraph: false,
        in_code: false,
        in_comment: false,
        n_inline: 0,
    };
    let mut index = 0;
    while index < events.len() {
        index += reader.take(&events, index);
    }
    reader.found
}

struct Reader<'a> {
    text: &'a str,
    found: Found<'a>,
    in_paragraph: bool,
    in_code: bool,
    in_comment: bool,
    /// How many elements are open that stand inside a line.
    n_inline: usize,
}

impl<'a> Reader<'a> {
    /// Takes the event at a position, and gives how many are done with.
    fn take(&mut self, events: &[(Event<'a>, Range<usize>)], index: usize) -> usize {
        let (event, at) = &events[index];
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.close(*tag),
            Event::Html(html) | Event::InlineHtml(html) => {
                self.in_comment |= html.contains("<!--");
                if !self.in_comment && asks(html) {
                    self.fault(at, IN_HTML);
                }
                self.in_comment &= !html.contains("-->");
            }
            Event::Text(words) if !self.in_code && asks(words) => {
                if self.is_alone(events, index) && self.ask(words, at) {
                    return 1 + self.reopen(&events[index + 1..]);
                }
            }
            Event::Text(_)
            | Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
        self.found.parts.push(Part::Event(event.clone()));
        1
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph => self.in_paragraph = true,
            Tag::CodeBlock(_) => self.in_code = true,
            tag if is_inline(tag.to_end()) => self.n_inline += 1,
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.in_paragraph = false,
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::HtmlBlock => self.in_comment = false,
            tag if is_inline(tag) => self.n_inline = self.n_inline.saturating_sub(1),
            _ => {}
        }
    }

    /// Whether a text has its line for itself, in a paragraph or an item of a list.
    fn is_alone(&mut self, events: &[(Event<'_>, Range<usize>)], index: usize) -> bool {
        let before = index.checked_sub(1).map(|index| &events[index].0);
        let after = events.get(index + 1).map(|(event, _)| event);
        let begins = matches!(
            before,
            Some(
                Event::Start(Tag::Paragraph | Tag::Item | Tag::FootnoteDefinition(_))
                    | Event::SoftBreak
                    | Event::HardBreak
                    | Event::TaskListMarker(_)
            )
        );
        let ends = match after {
            Some(Event::End(tag)) => !is_inline(*tag),
            Some(Event::SoftBreak | Event::HardBreak) => true,
            Some(Event::Start(tag)) => !is_inline(tag.to_end()),
            _ => false,
        };
        let alone = begins && ends && self.n_inline == 0;
        if !alone {
            self.fault(&events[index].1, NOT_ALONE);
        }
        alone
    }

    /// Takes a line that asks for turns; false where it is written wrong.
    fn ask(&mut self, words: &str, at: &Range<usize>) -> bool {
        // Escapes and entities make a text shorter than its source; then the whole line is named.
        let is_plain = self.text[at.clone()] == *words;
        let place = |range: Range<usize>| {
            if is_plain {
                at.start + range.start..at.start + range.end
            } else {
                at.clone()
            }
        };
        let mut asked: Vec<Asked> = Vec::new();
        let mut rest = words.trim();
        while !rest.is_empty() {
            let Some(inside) = opening(rest) else {
                self.fault(at, NOT_ALONE);
                return false;
            };
            let Some(len) = inside.find("}}") else {
                self.fault(at, UNCLOSED);
                return false;
            };
            let mut follows = false;
            for item in inside[..len].split([',', ';']) {
                let item = item.trim();
                // A slice of `words`, which it lies in.
                let start = item.as_ptr() as usize - words.as_ptr() as usize;
                let range = place(start..start + item.len());
                if item.is_empty() {
                    self.fault(at, EMPTY);
                    return false;
                }
                asked.push(Asked {
                    words: item.to_owned(),
                    span: span(&range),
                    follows,
                });
                follows = true;
            }
            rest = inside[len + 2..].trim_start_matches([' ', '\t', ',', ';']);
        }
        self.end_paragraph();
        for one in asked {
            let part = Part::Quotation(self.found.asked.len());
            self.found.parts.push(part);
            self.found.asked.push(one);
        }
        true
    }

    /// Ends the paragraph before a quotation; one that has only begun is taken back.
    fn end_paragraph(&mut self) {
        let parts = &mut self.found.parts;
        while matches!(
            parts.last(),
            Some(Part::Event(Event::SoftBreak | Event::HardBreak))
        ) {
            parts.pop();
        }
        if !self.in_paragraph {
            return;
        }
        if matches!(
            parts.last(),
            Some(Part::Event(Event::Start(Tag::Paragraph)))
        ) {
            parts.pop();
        } else {
            parts.push(Part::Event(Event::End(TagEnd::Paragraph)));
        }
    }

    /// Goes on with the paragraph after a quotation, if anything of it is left; gives how many events are done with.
    fn reopen(&mut self, after: &[(Event<'a>, Range<usize>)]) -> usize {
        let n_breaks = after
            .iter()
            .take_while(|(event, _)| matches!(event, Event::SoftBreak | Event::HardBreak))
            .count();
        if !self.in_paragraph {
            return n_breaks;
        }
        if let Some((Event::End(TagEnd::Paragraph), _)) = after.get(n_breaks) {
            self.in_paragraph = false;
            return n_breaks + 1;
        }
        let start = Part::Event(Event::Start(Tag::Paragraph));
        self.found.parts.push(start);
        n_breaks
    }

    fn fault(&mut self, at: &Range<usize>, message: &'static str) {
        self.found.faults.push(Fault {
            span: span(at),
            message,
            help: EXAMPLE,
        });
    }
}

fn is_inline(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::Heading(_)
            | TagEnd::TableCell
    )
}

/// Whether a text asks for a turn anywhere.
fn asks(text: &str) -> bool {
    text.match_indices("{{")
        .any(|(at, _)| opening(&text[at..]).is_some())
}

/// What follows `{{turn` at the beginning of a text.
fn opening(text: &str) -> Option<&str> {
    let inside = text.strip_prefix("{{")?.trim_start();
    let inside = inside.strip_prefix("turn")?;
    let inside = inside.strip_prefix('s').unwrap_or(inside);
    let ends = inside.is_empty() || inside.starts_with([' ', '\t', '}', '\u{a0}', '#']);
    ends.then_some(inside)
}
