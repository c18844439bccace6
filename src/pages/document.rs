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
use super::table::Table;
use super::words;
use crate::citation;
use crate::date::Edtf;
use crate::diagnostic::Diagnostic;
use crate::document::{Block, MarkKind};
use crate::record::SourcePolicy;
use crate::site::{DocumentEntry, Route, Site};
use blocks::BlockView;
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
    author: Option<&'a str>,
    summary: Option<&'a str>,
    summary_by: String,
    /// Whose record it is.
    provenance: Vec<Fact>,
    /// When, where, who is only present, where it is kept.
    facts: Vec<Fact>,
    speakers: Table,
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
    legend: Vec<LegendLine>,
    score_html: Html,
    strip_html: Html,
    blocks: Vec<BlockView>,
    outline: Table,
    terms: Vec<TermView<'a>>,
    citation: String,
    downloads: Vec<Download>,
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
struct LegendLine {
    swatch: Option<&'static str>,
    text: &'static str,
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
struct Download {
    title: &'static str,
    about: &'static str,
    url: String,
}

/// The document before or after this one in time.
#[derive(Serialize)]
struct Neighbor {
    url: String,
    date: String,
    title: String,
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
            date: head::date_in_words(other),
            title: other.facts.title.clone(),
        })
    };
    let facts = &document.facts;
    let mut frame = Frame::new(site, route, Some(&facts.title));
    metadata::add(site, document, &links, &mut frame);
    frame.add_script(site, route, "js/reading.js");
    for script in [
        "js/search-words.js",
        "js/search-query.js",
        "js/search-marks.js",
    ] {
        frame.add_script(site, route, script);
    }
    let page = DocumentPage {
        kicker: head::kicker(document),
        title: &facts.title,
        language: facts.language.as_deref(),
        author: document.record.author.as_deref(),
        summary: document.record.summary.as_deref(),
        summary_by: match &document.record.summary_by {
            Some(by) => format!("by {by}"),
            None => "by the editors".to_owned(),
        },
        provenance: head::provenance(document),
        facts: head::facts(site, document, &links),
        speakers: head::speakers(site, document, &links),
        speakers_note: head::speakers_note(document),
        conversations: head::conversations(site, document, &links),
        conversations_title: head::conversations_title(document),
        printed_head,
        printed_foot,
        running_head: running_head(document, frame.canonical.as_deref()),
        has_page_breaks: has_page_breaks(document),
        short_date: rows::dates(document, Edtf::english_short).unwrap_or_default(),
        key: key(site, document),
        has_score: !score.is_empty(),
        legend: legend(document),
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
        downloads: downloads(document, &links),
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

fn running_head(document: &DocumentEntry, address: Option<&str>) -> String {
    let date = head::date_in_words(document);
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
fn legend(document: &DocumentEntry) -> Vec<LegendLine> {
    let has = |test: fn(&Block) -> bool| document.document.blocks.iter().any(test);
    let line = |swatch, text| LegendLine { swatch, text };
    let mut legend = vec![
        line(
            None,
            "Each bar is a turn; its length is the number of words. A turn of a few words is drawn a little longer, so that it can be seen.",
        ),
        line(None, "Each speaker has a color, a shape and a lane."),
    ];
    if has(|block| matches!(block, Block::Gap(_))) {
        legend.push(line(
            Some("hatched"),
            "Hatched: left out in the source; how much is not known.",
        ));
    }
    if document.unmarked.n_turns > 0 {
        legend.push(line(
            Some("dashed"),
            "Dashed: speaker not marked; counted for nobody.",
        ));
    }
    if (0..document.turns.len()).any(|index| document.is_assigned(index)) {
        legend.push(line(
            Some("dashed"),
            "Dashed in a speaker’s lane and color: speaker not marked; assigned by the editors.",
        ));
    }
    if has(|block| matches!(block, Block::Narration(_))) {
        legend.push(line(
            None,
            "Only what is quoted as said is drawn, not what is told.",
        ));
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
    let whole = document.tally.n_words;
    let mut key: Vec<KeyItem> = score::lanes(site, document)
        .into_iter()
        .filter_map(|id| {
            let share = document.shares.iter().find(|share| share.person == *id)?;
            let person = site.people.get(id)?;
            Some(KeyItem {
                glyph: words::slot_class(person.slot),
                name: person.name.clone(),
                share: words::percent(share.total().n_words, whole),
            })
        })
        .collect();
    if document.unmarked.n_turns > 0 {
        key.push(KeyItem {
            glyph: "nobody",
            name: "Speaker not marked".to_owned(),
            share: words::percent(document.unmarked.n_words, whole),
        });
    }
    key
}

/// The drawing as a table: turn, who, words.
fn outline(site: &Site, document: &DocumentEntry, links: &Links<'_>) -> Table {
    let mut table = Table::new("Every turn", &["Turn", "Speaker", "Words"]);
    for (index, turn) in document.turns.iter().enumerate() {
        let number = words::turn_number(document.anchors.turn(index));
        let person = turn.attribution.person().and_then(|id| site.people.get(id));
        let mut row = table.row(&format!("turn {number}"), Some(links.turn(document, index)));
        row.text(&blocks::speaker_in_words(document, index, person));
        row.number(turn.n_words);
    }
    table
}

fn downloads(document: &DocumentEntry, links: &Links<'_>) -> Vec<Download> {
    let id = || document.id.clone();
    let mut downloads = vec![
        Download {
            title: "JSON",
            about: "turns, labels, people, gaps and notes, for programs",
            url: links.to(&Route::DocumentJson(id())),
        },
        Download {
            title: "Plain text",
            about: "the turns with their speakers, to be read anywhere",
            url: links.to(&Route::DocumentText(id())),
        },
    ];
    if document.record.source == SourcePolicy::Publish {
        downloads.push(Download {
            title: "Source with line numbers",
            about: "the text as received, each turn marked in it",
            url: links.to(&Route::SourcePage(id())),
        });
        downloads.push(Download {
            title: "Source text",
            about: "the text as received, before anything was read into it",
            url: links.to(&Route::ReadingText(id())),
        });
        if document.source.received.is_some() {
            downloads.push(Download {
                title: "File as received",
                about: "byte for byte",
                url: links.to(&Route::Received(id())),
            });
        }
    }
    downloads
}
