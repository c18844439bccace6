//! A document's page: whose record it is, who speaks, every turn, and the way to its neighbors in time.

mod blocks;
mod citing;
mod head;
mod metadata;
mod neighbors;
mod outline;
mod speakers;

use super::Theme;
use super::frame::Frame;
use super::html::Html;
use super::inline::{Inline, ParagraphView};
use super::lanes::{self, Lanes};
use super::links::{Links, Neighbor};
use super::paragraph;
use super::rows;
use super::score::Score;
use super::speaker;
use super::table::Table;
use super::words;
use crate::authority::PersonId;
use crate::citation;
use crate::diagnostic::Diagnostic;
use crate::document::{Block, MarkKind};
use crate::interface::Interface;
use crate::record::SourcePolicy;
use crate::site::{CITING, DocumentEntry, MARKS, PersonEntry, READING, Route, SearchFile, Site};
use blocks::BlockView;
pub(super) use blocks::{caption, narration_class};
use citing::Citing;
use head::{ConversationView, Fact};
use serde::Serialize;
pub(super) use speakers::{counted, is_translated};
use std::collections::BTreeSet;

/// Everything `templates/document.html` may use.
#[derive(Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "a template asks for one thing at a time"
)]
struct DocumentPage<'a> {
    frame: Frame,
    kicker: String,
    title: &'a str,
    /// Language of the text.
    language: Option<&'a str>,
    /// `rtl` where the text runs from right to left.
    direction: Option<&'static str>,
    /// The direction of the pages, where it is not that of the text.
    own_direction: Option<&'static str>,
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
    /// Everyone who speaks, where the first table holds only some.
    all_speakers: Option<Table<'a>>,
    /// How much is said, and why some of it is nobody's.
    speakers_note: String,
    conversations: Vec<ConversationView>,
    conversations_title: String,
    /// What the source prints before its text, and after it.
    printed_head: Vec<PrintedLine>,
    printed_foot: Vec<PrintedLine>,
    /// Date and address, which follow the title in the head of each printed page.
    running_head: String,
    has_page_breaks: bool,
    /// The date for the bar that stays in sight.
    short_date: String,
    key: Vec<KeyItem>,
    has_turns: bool,
    has_score: bool,
    legend: Vec<LegendLine<'a>>,
    score_html: Html,
    strip_html: Html,
    blocks: Vec<BlockView>,
    outline: Table<'a>,
    /// What the list of places is called.
    contents_title: &'a str,
    contents: Vec<outline::Place>,
    /// Whether the text is so long that what is not in sight is not drawn.
    is_long: bool,
    /// The scripts that mark the words searched for, loaded where there are any.
    marks_scripts: String,
    /// The script that makes citations in other styles, loaded when somebody cites.
    citing_script: Option<String>,
    people_met: Vec<PersonMet>,
    terms: Vec<TermView<'a>>,
    citing: Citing,
    downloads: Vec<Download<'a>>,
    source_withheld: bool,
    search_url: String,
    /// The page of changes.
    changes_url: String,
    document_id: &'a str,
    published_url: Option<String>,
    earlier: Option<Neighbor>,
    later: Option<Neighbor>,
    /// Other records of the same conversations.
    same_conversation: Vec<neighbors::Records>,
}

/// A speaker in the key of the drawing.
#[derive(Serialize)]
struct KeyItem {
    glyph: &'static str,
    name: String,
    /// The language of the name, where it is not that of the pages.
    language: Option<String>,
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
    anchor: String,
    term: &'a str,
    expansion: &'a str,
    note: Option<&'a str>,
}

/// Somebody mentioned, with what is known of them.
#[derive(Serialize)]
struct PersonMet {
    url: String,
    name: String,
    about: String,
}

/// A file to take away.
#[derive(Serialize)]
struct Download<'a> {
    title: &'a str,
    about: &'a str,
    url: String,
}

/// How many voices without a name the key of the drawing tells apart.
const MOST_VOICES: usize = 3;

/// From how many turns on a text is so long that what is not in sight is not drawn.
const LONG: usize = 200;

pub(super) fn render(
    site: &Site,
    theme: &Theme,
    route: &Route,
    document: &DocumentEntry,
) -> Result<String, Diagnostic> {
    let links = Links::new(site, route);
    let lanes = Lanes::of_document(site, document);
    let score = Score::new(site, document, &lanes, &links);
    let mut inline = Inline::new(site, document, &links);
    let (printed_head, printed_foot) = printed(document, &mut inline);
    let forms = citation::Forms::of(site, document);
    let blocks = blocks::views(site, document, &links, &lanes, &forms, &mut inline);
    let (earlier, later) = neighbors::in_time(site, document, &links);
    let say = &site.interface;
    let facts = &document.facts;
    let mut frame = Frame::new(site, route, Some(&facts.title));
    metadata::add(site, document, &links, &mut frame);
    frame.add_script(site, route, READING);
    let (contents_title, contents) = outline::places(site, document, &links);
    let (speakers, all_speakers) = speakers::who_speaks(site, document, &lanes, &links);
    let page = DocumentPage {
        kicker: head::kicker(say, document),
        title: &facts.title,
        language: facts.language.as_deref(),
        direction: super::direction_of(document),
        own_direction: super::own_direction(site, document),
        foreign: super::foreign(site, document),
        author: document.record.author.as_deref(),
        summary: document.record.summary.as_deref(),
        summary_by: match &document.record.summary_by {
            Some(by) => say.say("document-summary-by", &[("author", by.into())]),
            None => say.text("document-summary-by-editors").to_owned(),
        },
        provenance: head::provenance(say, document),
        facts: head::facts(site, document, &links),
        speakers,
        all_speakers,
        speakers_note: speakers::speakers_note(say, document),
        conversations: head::conversations(site, document, &links),
        conversations_title: head::conversations_title(say, document),
        printed_head,
        printed_foot,
        running_head: running_head(say, document, frame.canonical.as_deref()),
        has_page_breaks: has_page_breaks(document),
        short_date: rows::dates(say, document, Interface::date_short).unwrap_or_default(),
        key: key(site, document, &lanes),
        has_turns: !document.turns.is_empty(),
        has_score: !score.is_empty(),
        legend: legend(say, document),
        score_html: score.upright(),
        strip_html: score.strip(score.total(), None),
        outline: outline::table(site, document, &links),
        contents_title: say.text(contents_title),
        contents,
        is_long: document.turns.len() > LONG,
        marks_scripts: marks_scripts(site, &links),
        citing_script: site
            .assets
            .contains_key(CITING)
            .then(|| links.to(&Route::Asset(CITING.to_owned()))),
        people_met: people_met(site, document, &links),
        terms: inline
            .terms_met()
            .map(|index| (index, &site.terms[index]))
            .map(|(index, term)| TermView {
                anchor: paragraph::term_anchor(index),
                term: &term.term,
                expansion: &term.expansion,
                note: term.note.as_deref(),
            })
            .collect(),
        blocks,
        citing: Citing::new(site, document, &forms),
        downloads: downloads(site, document, &links),
        source_withheld: document.record.source == SourcePolicy::Withhold,
        search_url: links.to(&Route::Search),
        changes_url: links.to(&Route::Changes),
        document_id: document.id.as_str(),
        published_url: frame.canonical.clone(),
        earlier,
        later,
        same_conversation: neighbors::records(site, document, &links),
        frame,
    };
    theme.render("document.html", &page)
}

/// What marks words: the forms of names and terms, and the script.
fn marks_scripts(site: &Site, links: &Links<'_>) -> String {
    if !site.assets.contains_key(MARKS) {
        return String::new();
    }
    let forms = links.to(&Route::SearchFile(SearchFile::Also));
    let script = links.to(&Route::Asset(MARKS.to_owned()));
    format!("{forms} {script}")
}

fn running_head(say: &Interface, document: &DocumentEntry, address: Option<&str>) -> String {
    let date = head::date_in_words(say, document);
    match address {
        Some(address) => format!("{date} · {address}"),
        None => date,
    }
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
        .position(|block| matches!(block, Block::Turn(_) | Block::Narration(_)));
    // A text that is nothing but such lines stands where a text stands.
    let Some(body) = body else {
        return (Vec::new(), Vec::new());
    };
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

/// Who is who in the drawing. Those who share the last lane are counted together.
fn key(site: &Site, document: &DocumentEntry, lanes: &Lanes<'_>) -> Vec<KeyItem> {
    let say = &site.interface;
    let whole = document.tally.n_words;
    let share = |id: &PersonId| {
        let share = document.shares.iter().find(|share| share.person == *id);
        share.map_or(0, |share| share.total().n_words)
    };
    let order = lanes.order();
    let n_alone = if order.len() > lanes::MOST {
        lanes::MOST - 1
    } else {
        order.len()
    };
    let (alone, others) = order.split_at(n_alone);
    let mut key: Vec<KeyItem> = alone
        .iter()
        .filter_map(|id| {
            let person = site.people.get(id)?;
            Some(KeyItem {
                glyph: lanes.class(id),
                name: person.name.clone(),
                language: speakers::name_language(site, document, person),
                share: words::percent(say, share(id), whole),
            })
        })
        .collect();
    if let Some(first) = others.first() {
        key.push(KeyItem {
            glyph: lanes.class(first),
            name: say.say("others-n", &[("n", others.len().into())]),
            language: None,
            share: words::percent(say, others.iter().map(|id| share(id)).sum(), whole),
        });
    }
    let mut voices = speakers::nobodys(document);
    let unlabeled = voices.pop_if(|(label, _)| label.is_none());
    let further = voices.split_off(voices.len().min(MOST_VOICES));
    let mut nobody = |name: &str, language, n_words| {
        key.push(KeyItem {
            glyph: "nobody",
            name: name.to_owned(),
            language,
            share: words::percent(say, n_words, whole),
        });
    };
    for (label, tally) in &voices {
        let language = super::foreign(site, document);
        nobody(label.unwrap_or_default(), language, tally.n_words);
    }
    if !further.is_empty() {
        let others = say.say("others-n", &[("n", further.len().into())]);
        nobody(
            &others,
            None,
            further.iter().map(|(_, tally)| tally.n_words).sum(),
        );
    }
    if let Some((_, tally)) = unlabeled {
        nobody(say.text("speaker-not-marked"), None, tally.n_words);
    }
    key
}

/// Everyone mentioned of whom there is something to tell.
fn people_met(site: &Site, document: &DocumentEntry, links: &Links<'_>) -> Vec<PersonMet> {
    let ids: BTreeSet<&PersonId> = document.mentions.iter().map(|m| &m.person).collect();
    let mut people: Vec<&PersonEntry> = ids
        .into_iter()
        .filter_map(|id| site.people.get(id))
        .collect();
    people.sort_by(|a, b| a.sort.cmp(&b.sort));
    let met = people.into_iter().filter_map(|person| {
        let known = person.authority.as_ref()?;
        let roles = known
            .roles
            .iter()
            .map(|role| speaker::role(&site.interface, role));
        let about: Vec<String> = known.description.iter().cloned().chain(roles).collect();
        (!about.is_empty()).then_some(())?;
        Some(PersonMet {
            url: links.person(&person.id)?,
            name: person.name.clone(),
            about: about.join(" · "),
        })
    });
    met.collect()
}

fn downloads<'a>(site: &'a Site, document: &DocumentEntry, links: &Links<'_>) -> Vec<Download<'a>> {
    let offers = site.document_offers(document).into_iter();
    offers
        .map(|offer| Download {
            title: site.interface.text(offer.title),
            about: site.interface.text(offer.about),
            url: links.to(&offer.route),
        })
        .collect()
}
