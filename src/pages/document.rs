//! A document's page: whose record it is, who speaks, every turn, and the way to its neighbors in time.

mod blocks;
mod head;
mod metadata;

use super::Theme;
use super::frame::Frame;
use super::html::Html;
use super::inline::{Inline, ParagraphView};
use super::links::Links;
use super::rows;
use super::score::{self, Score};
use super::spoken;
use super::table::Table;
use super::words;
use crate::citation;
use crate::diagnostic::Diagnostic;
use crate::document::{Block, MarkKind};
use crate::interface::{self, Interface};
use crate::record::SourcePolicy;
use crate::site::{DocumentEntry, Route, Site};
use blocks::BlockView;
pub(super) use blocks::{caption, narration_class};
use head::{ConversationView, Fact};
use serde::Serialize;

/// Everything `templates/document.html` may use.
#[derive(Serialize)]
struct DocumentPage<'a> {
    frame: Frame,
    kicker: String,
    title: &'a str,
    /// Language of the text.
    language: Option<&'a str>,
    /// `rtl` where the text runs from right to left.
    direction: Option<&'static str>,
    /// The language of the text, where it is not that of the pages.
    foreign: Option<String>,
    author: Option<&'a str>,
    summary: Option<&'a str>,
    summary_by: String,
    /// Whose record it is.
    provenance: Vec<Fact>,
    /// When, where, who is only present, where it is kept.
    facts: Vec<Fact>,
    speakers: Table<'a>,
    /// How much is said, and why some of it is nobody's.
    speakers_note: String,
    conversations: Vec<ConversationView>,
    conversations_title: String,
    /// What the source prints before its text, and after it.
    printed_head: Vec<PrintedLine>,
    printed_foot: Vec<PrintedLine>,
    /// Title, date and address, for the head of each printed page.
    running_head: String,
    has_page_breaks: bool,
    /// The date for the bar that stays in sight.
    short_date: String,
    key: Vec<KeyItem>,
    has_score: bool,
    legend: Vec<LegendLine<'a>>,
    score_html: Html,
    strip_html: Html,
    blocks: Vec<BlockView>,
    outline: Table<'a>,
    terms: Vec<TermView<'a>>,
    citation: String,
    downloads: Vec<Download<'a>>,
    source_withheld: bool,
    search_url: String,
    document_id: &'a str,
    published_url: Option<String>,
    earlier: Option<Neighbor>,
    later: Option<Neighbor>,
}

/// A speaker in the key of the drawing.
#[derive(Serialize)]
struct KeyItem {
    glyph: &'static str,
    name: String,
    share: String,
}

/// How to read the drawing, in plain words.
#[derive(Serialize)]
struct LegendLine<'a> {
    swatch: Option<&'static str>,
    text: &'a str,
}

/// A line of what the source prints of itself.
#[derive(Serialize)]
struct PrintedLine {
    is_name: bool,
    paragraph: ParagraphView,
}

/// A term of the glossary that the document uses.
#[derive(Serialize)]
struct TermView<'a> {
    term: &'a str,
    expansion: &'a str,
    note: Option<&'a str>,
}

/// A file to take away.
#[derive(Serialize)]
struct Download<'a> {
    title: &'a str,
    about: &'a str,
    url: String,
}

/// The document before or after this one in time.
#[derive(Serialize)]
struct Neighbor {
    url: String,
    date: String,
    title: String,
    /// The title's, where it is not that of the pages.
    language: Option<String>,
}

pub(super) fn render(
    site: &Site,
    theme: &Theme,
    route: &Route,
    document: &DocumentEntry,
) -> Result<String, Diagnostic> {
    let links = Links::new(site, route);
    let score = Score::new(site, document, &links);
    let mut inline = Inline::new(site, document, &links);
    let (printed_head, printed_foot) = printed(document, &mut inline);
    let blocks = blocks::views(site, document, &links, &mut inline);
    let position = site.documents.iter().position(|d| d.id == document.id);
    let neighbor = |index: Option<usize>| {
        let other = site.documents.get(index?)?;
        Some(Neighbor {
            url: links.document(other),
            date: head::date_in_words(&site.interface, other),
            title: other.facts.title.clone(),
            language: super::foreign(site, other),
        })
    };
    let say = &site.interface;
    let facts = &document.facts;
    let mut frame = Frame::new(site, route, Some(&facts.title));
    metadata::add(site, document, &links, &mut frame);
    frame.add_script(site, route, interface::SCRIPT);
    frame.add_script(site, route, "js/interface-texts.js");
    frame.add_script(site, route, "js/reading.js");
    for script in [
        "js/search-words.js",
        "js/search-query.js",
        "js/search-marks.js",
    ] {
        frame.add_script(site, route, script);
    }
    let page = DocumentPage {
        kicker: head::kicker(say, document),
        title: &facts.title,
        language: facts.language.as_deref(),
        direction: facts.language.as_deref().and_then(super::direction),
        foreign: super::foreign(site, document),
        author: document.record.author.as_deref(),
        summary: document.record.summary.as_deref(),
        summary_by: match &document.record.summary_by {
            Some(by) => say.say("document-summary-by", &[("author", by.into())]),
            None => say.text("document-summary-by-editors").to_owned(),
        },
        provenance: head::provenance(say, document),
        facts: head::facts(site, document, &links),
        speakers: head::speakers(site, document, &links),
        speakers_note: head::speakers_note(say, document),
        conversations: head::conversations(site, document, &links),
        conversations_title: head::conversations_title(say, document),
        printed_head,
        printed_foot,
        running_head: running_head(say, document, frame.canonical.as_deref()),
        has_page_breaks: has_page_breaks(document),
        short_date: rows::dates(say, document, Interface::date_short).unwrap_or_default(),
        key: key(site, document),
        has_score: !score.is_empty(),
        legend: legend(say, document),
        score_html: score.upright(),
        strip_html: score.strip(score.total(), None),
        outline: outline(site, document, &links),
        terms: inline
            .terms_met()
            .map(|index| &site.terms[index])
            .map(|term| TermView {
                term: &term.term,
                expansion: &term.expansion,
                note: term.note.as_deref(),
            })
            .collect(),
        blocks,
        citation: citation::document(site, document).text,
        downloads: downloads(say, document, &links),
        source_withheld: document.record.source == SourcePolicy::Withhold,
        search_url: links.to(&Route::Search),
        document_id: document.id.as_str(),
        published_url: frame.canonical.clone(),
        earlier: neighbor(position.and_then(|at| at.checked_sub(1))),
        later: neighbor(position.map(|at| at + 1)),
        frame,
    };
    theme.render("document.html", &page)
}

fn running_head(say: &Interface, document: &DocumentEntry, address: Option<&str>) -> String {
    let date = head::date_in_words(say, document);
    [Some(document.facts.title.as_str()), Some(&date), address]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

fn has_page_breaks(document: &DocumentEntry) -> bool {
    let paragraphs = document.document.blocks.iter().flat_map(Block::paragraphs);
    paragraphs
        .flat_map(|paragraph| &paragraph.marks)
        .any(|mark| mark.kind == MarkKind::PageBreak)
}

/// Only what the drawing of this document shows is explained.
fn legend<'a>(say: &'a Interface, document: &DocumentEntry) -> Vec<LegendLine<'a>> {
    let has = |test: fn(&Block) -> bool| document.document.blocks.iter().any(test);
    let line = |swatch, id| LegendLine {
        swatch,
        text: say.text(id),
    };
    let mut legend = vec![line(None, "drawing-bars"), line(None, "drawing-speakers")];
    if has(|block| matches!(block, Block::Gap(_))) {
        legend.push(line(Some("hatched"), "drawing-hatched"));
    }
    if document.unmarked.n_turns > 0 {
        legend.push(line(Some("dashed"), "drawing-dashed"));
    }
    if (0..document.turns.len()).any(|index| document.is_assigned(index)) {
        legend.push(line(Some("dashed"), "drawing-assigned"));
    }
    if has(|block| matches!(block, Block::Narration(_))) {
        legend.push(line(None, "drawing-quoted"));
    }
    legend
}

/// What the source prints of itself: before the first turn or narration, and after it.
fn printed(
    document: &DocumentEntry,
    inline: &mut Inline<'_>,
) -> (Vec<PrintedLine>, Vec<PrintedLine>) {
    use crate::document::HeaderKind;
    let blocks = &document.document.blocks;
    let body = blocks
        .iter()
        .position(|block| matches!(block, Block::Turn(_) | Block::Narration(_)))
        .unwrap_or(blocks.len());
    let mut head = Vec::new();
    let mut foot = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let Block::Header(header) = block else {
            continue;
        };
        let lines = inline
            .paragraphs(index, block)
            .into_iter()
            .map(|paragraph| PrintedLine {
                is_name: header.kind == HeaderKind::FieldName,
                paragraph,
            });
        if index < body {
            head.extend(lines);
        } else {
            foot.extend(lines);
        }
    }
    (head, foot)
}

fn key(site: &Site, document: &DocumentEntry) -> Vec<KeyItem> {
    let say = &site.interface;
    let whole = document.tally.n_words;
    let mut key: Vec<KeyItem> = score::lanes(site, document)
        .into_iter()
        .filter_map(|id| {
            let share = document.shares.iter().find(|share| share.person == *id)?;
            let person = site.people.get(id)?;
            Some(KeyItem {
                glyph: words::slot_class(person.slot),
                name: person.name.clone(),
                share: words::percent(say, share.total().n_words, whole),
            })
        })
        .collect();
    if document.unmarked.n_turns > 0 {
        key.push(KeyItem {
            glyph: "nobody",
            name: say.text("speaker-not-marked").to_owned(),
            share: words::percent(say, document.unmarked.n_words, whole),
        });
    }
    key
}

/// The drawing as a table: turn, who, words.
fn outline<'a>(site: &'a Site, document: &DocumentEntry, links: &Links<'_>) -> Table<'a> {
    let say = &site.interface;
    let mut table = Table::new(
        say,
        "drawing-table-label",
        &["head-turn", "head-speaker", "head-words"],
    );
    for (index, turn) in document.turns.iter().enumerate() {
        let name = words::turn(say, document.anchors.turn(index));
        let person = turn.attribution.person().and_then(|id| site.people.get(id));
        let mut row = table.row(&name, Some(links.turn(document, index)));
        row.text(&spoken::speaker_in_words(say, document, index, person));
        row.number(turn.n_words);
    }
    table
}

fn downloads<'a>(
    say: &'a Interface,
    document: &DocumentEntry,
    links: &Links<'_>,
) -> Vec<Download<'a>> {
    let id = || document.id.clone();
    let file = |title, about, route| Download {
        title: say.text(title),
        about: say.text(about),
        url: links.to(&route),
    };
    let json = Route::DocumentJson(id());
    let text = Route::DocumentText(id());
    let mut downloads = vec![
        file("download-json", "download-json-about", json),
        file("download-text", "download-text-about", text),
    ];
    if document.record.source == SourcePolicy::Publish {
        let numbered = Route::SourcePage(id());
        let source = Route::ReadingText(id());
        downloads.push(file("download-lines", "download-lines-about", numbered));
        downloads.push(file("download-source", "download-source-about", source));
        if document.source.received.is_some() {
            let received = Route::Received(id());
            downloads.push(file(
                "download-received",
                "download-received-about",
                received,
            ));
        }
    }
    downloads
}
