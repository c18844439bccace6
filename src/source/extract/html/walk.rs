//! The tags of a page, one after the other → its blocks of text.

mod words;

use super::super::blocks::{Block, Gap, part_rows};
use super::chrome::{Region, RegionKind};
use super::tags::{self, block_gap, ends_by_itself, is_container, is_void};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;
use std::ops::Range;

/// A page, read.
#[derive(Default)]
pub(super) struct Page {
    /// Its visible text in order.
    pub(super) blocks: Vec<Found>,
    /// Elements whose text may be the site's.
    pub(super) regions: Vec<Region>,
    /// For each element that holds blocks, the one around it; the first is the page.
    pub(super) containers: Vec<usize>,
    /// The text of `<title>`.
    pub(super) title: String,
    /// Whether an `<h1>` holds text.
    pub(super) has_heading: bool,
    /// How many tags there are, and how deep they nest.
    pub(super) n_tags: usize,
    pub(super) depth: usize,
    /// The most elements inside lines (`<b>`, `<font>`) that were open at once.
    pub(super) n_unclosed: usize,
    generator: String,
}

/// A block and where it stood.
pub(super) struct Found {
    pub(super) block: Block,
    pub(super) container: usize,
    pub(super) region: Option<usize>,
    /// Whether it is an `<h1>`.
    pub(super) is_heading: bool,
}

impl Page {
    /// A title like “Created by X Converter”, where X is what made the page, says nothing about it.
    pub(super) fn generator_shares_a_word_with_title(&self) -> bool {
        let name = self.generator.split_whitespace().next().unwrap_or("");
        name.len() > 2 && self.title.contains(name)
    }
}

/// A title as a block.
pub(super) fn title_block(title: &str) -> Option<Found> {
    let text = title.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(Found {
        block: Block {
            text,
            gap: Gap::Blank,
            strong: Vec::new(),
        },
        container: 0,
        region: None,
        is_heading: false,
    })
}

/// Reads a page.
pub(super) fn page(html: &str) -> Page {
    let walker = Walker {
        is_xml: html.trim_start().starts_with("<?xml"),
        page: Page {
            containers: vec![0],
            ..Page::default()
        },
        ..Walker::default()
    };
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Sink(RefCell::new(walker)), TokenizerOpts::default());
    // The tokenizer only stops for scripts that are to be run, which this sink never asks for.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut walker = tokenizer.sink.0.into_inner();
    walker.flush();
    walker.page
}

struct Sink(RefCell<Walker>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut walker = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => return walker.tag(&tag),
            Token::CharacterTokens(text) => walker.characters(&text),
            Token::NullCharacterToken => walker.characters("\u{fffd}"),
            Token::DoctypeToken(_)
            | Token::CommentToken(_)
            | Token::EOFToken
            | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

/// An open element that holds blocks, or whose text is not simply the page's.
struct Open {
    name: String,
    container: usize,
    region: Option<usize>,
    is_skipped: bool,
}

/// A table or list whose rows are looked at once it ends.
struct Group {
    name: String,
    first_block: usize,
    /// Where the open row began.
    row: usize,
}

/// Elements nested deeper than this are read as if they stood side by side.
const DEEPEST: usize = 1000;
/// How far up the open elements an end tag is matched.
const REACH: usize = 64;

#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one thing of the place reached, and they go together as they come"
)]
struct Walker {
    page: Page,
    is_xml: bool,
    /// The block under way, the gap before it, and what is due before its next word.
    text: String,
    gap: Option<Gap>,
    due: Due,
    /// Its stretches in bold, and how many elements that make bold are open.
    strong: Vec<Range<usize>>,
    n_strong: usize,
    /// Whether something not in bold came since the last of them.
    is_after_strong: bool,
    open: Vec<Open>,
    /// Elements beyond [`DEEPEST`].
    n_deeper: usize,
    groups: Vec<Group>,
    n_pre: usize,
    at_pre_start: bool,
    inside: Inside,
    superscript: Option<(usize, usize)>,
    /// Where the block under way began, and whether it is a heading.
    place: (usize, Option<usize>),
    is_heading: bool,
    /// Elements inside lines that are open.
    n_inside_lines: usize,
}

/// Which element the words under way stand in, where it matters.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Inside {
    #[default]
    Text,
    Title,
    Heading,
}

/// What is put before the next word.
#[derive(Default)]
struct Due {
    a_break: Option<Gap>,
    a_tab: bool,
    a_blank: bool,
    n_line_ends: usize,
}

impl Walker {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        self.page.n_tags += 1;
        match tag.kind {
            TagKind::StartTag => {
                self.start(name, tag);
                if self.is_xml && tag.self_closing {
                    if !is_void(name) {
                        self.end(name);
                    }
                    return TokenSinkResult::Continue;
                }
                match name {
                    "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                    "style" | "xmp" | "iframe" | "noembed" | "noscript" => {
                        TokenSinkResult::RawData(RawKind::Rawtext)
                    }
                    "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                    "plaintext" => TokenSinkResult::Plaintext,
                    _ => TokenSinkResult::Continue,
                }
            }
            TagKind::EndTag => {
                self.end(name);
                TokenSinkResult::Continue
            }
        }
    }

    fn start(&mut self, name: &str, tag: &Tag) {
        self.end_cell(name);
        match block_gap(name) {
            Some(gap) => {
                self.break_with(gap);
                self.n_strong = 0;
                // Paragraphs, rows and items end where the next block begins, closed or not.
                let last = self.open.last().map_or("", |open| open.name.as_str());
                if last == "p" || last == name && ends_by_itself(name) {
                    self.open.pop();
                }
            }
            None if !is_void(name) => {
                self.n_inside_lines += 1;
                self.page.n_unclosed = self.page.n_unclosed.max(self.n_inside_lines);
            }
            None => {}
        }
        match name {
            "b" | "strong" => self.n_strong += 1,
            "br" => self.due.n_line_ends += 1,
            "hr" => self.break_with(Gap::Blank),
            "pre" | "listing" | "xmp" | "plaintext" => {
                self.n_pre += 1;
                self.at_pre_start = true;
            }
            "table" | "ul" | "ol" | "menu" | "dl" if self.groups.len() < REACH => {
                self.groups.push(Group {
                    name: name.to_owned(),
                    first_block: self.page.blocks.len() + usize::from(!self.text.is_empty()),
                    row: usize::MAX,
                });
            }
            "tr" => {
                self.flush();
                if let Some(group) = self.groups.last_mut() {
                    group.row = self.page.blocks.len();
                }
            }
            "td" | "th" => self.cell(),
            // `<dt>Anna Berg<dd>words`: a speaker and what is said, as in a table.
            "dt" if self.in_list_of_terms() => {
                self.flush();
                if let Some(group) = self.groups.last_mut() {
                    group.row = self.page.blocks.len();
                }
                self.n_strong = 1;
            }
            "dd" if self.in_list_of_terms() && self.in_single_row() => {
                self.cell();
                if let Some(group) = self.groups.last_mut() {
                    group.row = usize::MAX;
                }
            }
            // Inside an `svg`, `title` is what a pointer shows.
            "title" if !self.open.iter().any(|open| open.name == "svg") => {
                self.inside = Inside::Title;
            }
            "h1" => self.inside = Inside::Heading,
            "sup" => self.superscript = Some((self.page.blocks.len(), self.text.len())),
            "q" => self.characters("“"),
            "meta"
                if attribute(tag, "name").is_some_and(|n| n.eq_ignore_ascii_case("generator")) =>
            {
                let name = attribute(tag, "content").unwrap_or_default();
                name.clone_into(&mut self.page.generator);
            }
            _ => {}
        }
        self.open_element(name, tag);
    }

    fn open_element(&mut self, name: &str, tag: &Tag) {
        let is_skipped = tags::is_skipped(name);
        let kind = RegionKind::of(name, |key| attribute(tag, key));
        let is_flagged = is_skipped || kind.is_some();
        let inside_flagged = self
            .open
            .last()
            .is_some_and(|open| open.is_skipped || open.region.is_some());
        let is_tracked =
            is_flagged || is_container(name) || inside_flagged && !ends_by_itself(name);
        if !is_tracked || is_void(name) {
            return;
        }
        if self.open.len() >= DEEPEST {
            self.n_deeper += usize::from(is_container(name));
            return;
        }
        let around = self.open.last();
        let (around_container, around_region, around_skipped) = around
            .map_or((0, None, false), |open| {
                (open.container, open.region, open.is_skipped)
            });
        let container = if is_container(name) {
            self.page.containers.push(around_container);
            self.page.containers.len() - 1
        } else {
            around_container
        };
        let region = match kind {
            Some(kind) => {
                self.break_with(Gap::Line);
                let in_article = self
                    .open
                    .iter()
                    .any(|open| matches!(open.name.as_str(), "article" | "main"));
                let region = Region::new(kind, around_region, in_article, &self.page.regions);
                self.page.regions.push(region);
                Some(self.page.regions.len() - 1)
            }
            None => around_region,
        };
        self.open.push(Open {
            name: name.to_owned(),
            container,
            region,
            is_skipped: is_skipped || around_skipped,
        });
        self.page.depth = self.page.depth.max(self.open.len());
    }

    fn end(&mut self, name: &str) {
        self.end_cell(name);
        match name {
            "pre" | "listing" | "xmp" => self.n_pre = self.n_pre.saturating_sub(1),
            "title" | "h1" => self.inside = Inside::Text,
            "sup" => self.raise(),
            "b" | "strong" => self.n_strong = self.n_strong.saturating_sub(1),
            "dt" => self.n_strong = 0,
            "q" => self.characters("”"),
            "table" | "ul" | "ol" | "menu" | "dl" => self.end_group(name),
            // Browsers take `</br>` for `<br>`.
            "br" => self.due.n_line_ends += 1,
            _ => {}
        }
        match block_gap(name) {
            Some(gap) => self.break_with(gap),
            None => self.n_inside_lines = self.n_inside_lines.saturating_sub(1),
        }
        if self.n_deeper > 0 && is_container(name) {
            self.n_deeper -= 1;
            return;
        }
        let reach = self.open.len().saturating_sub(REACH);
        let Some(at) = self.open[reach..]
            .iter()
            .rposition(|open| open.name == name)
        else {
            return;
        };
        let region = |open: Option<&Open>| open.and_then(|open| open.region);
        let around = (reach + at).checked_sub(1).and_then(|at| self.open.get(at));
        if region(self.open.last()) != region(around) {
            self.break_with(Gap::Line);
        }
        self.open.truncate(reach + at);
    }

    fn end_group(&mut self, name: &str) {
        let Some(at) = self.groups.iter().rposition(|group| group.name == name) else {
            return;
        };
        self.flush();
        let first = self.groups[at].first_block.min(self.page.blocks.len());
        self.groups.truncate(at);
        part_rows(&mut self.page.blocks[first..], |found| &mut found.block);
    }

    /// A cell stands beside the one before it, unless that one holds paragraphs.
    fn cell(&mut self) {
        let here = self.page.blocks.len();
        let in_row = self.groups.last().is_some_and(|group| group.row == here);
        if !in_row {
            self.break_with(Gap::Blank);
        } else if !self.text.is_empty() {
            self.due = Due {
                a_tab: true,
                ..Due::default()
            };
        }
    }

    /// Whether the open row is one block so far.
    fn in_single_row(&self) -> bool {
        let here = self.page.blocks.len();
        !self.text.is_empty() && self.groups.last().is_some_and(|group| group.row == here)
    }

    fn in_list_of_terms(&self) -> bool {
        self.groups.last().is_some_and(|group| group.name == "dl")
    }

    /// At the beginning or end of a row: a paragraph in its last cell does not part it from the next.
    fn end_cell(&mut self, name: &str) {
        if matches!(name, "tr" | "table") {
            self.due.a_tab = false;
        }
        if name == "tr" && self.in_single_row() {
            self.due.a_break = None;
        }
    }

    fn break_with(&mut self, gap: Gap) {
        // What a cell begins with stands beside the cell before it; what is skipped moves nothing.
        if self.due.a_tab || self.open.last().is_some_and(|open| open.is_skipped) {
            return;
        }
        self.due.a_break = self.due.a_break.max(Some(gap));
    }
}

fn attribute<'t>(tag: &'t Tag, name: &str) -> Option<&'t str> {
    tag.attrs
        .iter()
        .find(|attribute| &*attribute.name.local == name)
        .map(|attribute| &*attribute.value)
}
