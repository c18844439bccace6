//! What a reader of the founding archive sees, page by page.

mod support;

use memcon::config::BaseUrl;
use memcon::diagnostic::Diagnostics;
use memcon::document::Block;
use memcon::pages::{self, Theme};
use memcon::record::SourcePolicy;
use memcon::site::{DocumentEntry, Route, Site};
use support::Specimen;

fn archive() -> &'static Specimen {
    &support::specimens()[0]
}

fn theme() -> Theme {
    let archive = archive();
    let templates = &archive.sources.templates;
    Theme::new(templates, &archive.site.interface, &mut Diagnostics::new()).unwrap()
}

fn page(site: &Site, route: &Route) -> String {
    pages::render(site, &theme(), route).unwrap()
}

fn document(name: &str) -> (&'static DocumentEntry, String) {
    let site = &archive().site;
    let document = site
        .documents
        .iter()
        .find(|document| document.id.as_str().contains(name))
        .unwrap();
    let html = page(site, &Route::Document(document.id.clone()));
    (document, html)
}

/// The text of a piece of HTML: without tags, note signs and paragraph links, entities read.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let hidden = [("<sup ", "</sup>"), ("<a class=\"paragraph-link\"", "</a>")];
        let end = hidden
            .iter()
            .find(|(open, _)| rest[at..].starts_with(open))
            .map_or(">", |(_, close)| close);
        rest = &rest[at + rest[at..].find(end).unwrap() + end.len()..];
    }
    text.push_str(rest);
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text, |text, (entity, c)| text.replace(entity, c))
}

/// The HTML of one turn.
fn turn<'a>(page: &'a str, anchor: &str) -> &'a str {
    let start = page.find(&format!("id=\"{anchor}\"")).unwrap();
    let rest = &page[start..];
    let end = rest.find("<div class=\"turn ").unwrap_or(rest.len());
    &rest[..end]
}

#[test]
fn every_paragraph_stands_letter_for_letter_in_its_page() {
    for specimen in support::specimens() {
        let site = &specimen.site;
        for document in &site.documents {
            let path = Route::Document(document.id.clone()).path(site);
            let page = std::str::from_utf8(&specimen.files[&path]).unwrap();
            let text = text_of(page);
            for paragraph in document.document.blocks.iter().flat_map(Block::paragraphs) {
                let words: String = paragraph
                    .text
                    .text()
                    .chars()
                    .map(|c| {
                        if c.is_control() && !c.is_whitespace() {
                            '\u{fffd}'
                        } else {
                            c
                        }
                    })
                    .collect();
                assert!(text.contains(&words), "{path}: {words}");
            }
        }
    }
}

#[test]
fn whose_record_it_is_comes_before_everything_else_about_a_document() {
    let (_, page) = document("rambouillet");
    let whose = page.find("Whose record it is").unwrap();
    assert!(whose < page.find("When, where, who").unwrap());
    assert!(whose < page.find("<h2>Summary").unwrap());
}

#[test]
fn the_place_is_shown_as_printed_and_the_editors_reading_is_marked_as_theirs() {
    let (_, page) = document("rambouillet");
    assert!(page.contains("Rambouie <span class=\"quiet\">(the editors: Rambouillet)</span>"));
}

#[test]
fn words_without_a_name_are_nobodys_and_an_editors_decision_is_called_so() {
    let (_, page) = document("rambouillet");
    let nobody = turn(&page, "t3");
    assert!(nobody.contains("Speaker not marked: nobody is named after the gap."));
    assert!(nobody.contains("<b>Speaker not marked</b>"));
    let assigned = turn(&page, "t12");
    assert!(assigned.contains("Assigned by the editors to François Mitterrand: "));
    assert!(assigned.contains("<b>Speaker not marked</b>"));
}

#[test]
fn a_turn_shows_its_label_as_printed_and_its_number_in_words() {
    let (_, page) = document("rambouillet");
    let turn = turn(&page, "t1");
    assert!(turn.contains(">F. MITTERRAND.</a></b>"));
    assert!(turn.contains("<a href=\"#t1\">turn 1</a>"));
}

#[test]
fn an_attributed_quotation_says_by_which_words_it_is() {
    let (_, page) = document("france-and-ussr");
    assert!(turn(&page, "t2").contains("Named by the words “Dumas said”."));
}

#[test]
fn a_withheld_source_is_linked_nowhere() {
    let (document, page) = document("france-and-ussr");
    assert_eq!(document.record.source, SourcePolicy::Withhold);
    assert!(!page.contains(".source."));
    assert!(page.contains("The file as received is withheld"));
}

#[test]
fn the_404_page_leads_nowhere_without_an_address_and_from_anywhere_with_one() {
    let mut site = archive().site.clone();
    site.config.base_url = None;
    let bare = page(&site, &Route::NotFound);
    assert!(!bare.contains("href="), "{bare}");
    assert!(!bare.contains("src="), "{bare}");
    site.config.base_url = BaseUrl::new("https://memcon.example/repo/").ok();
    let full = page(&site, &Route::NotFound);
    assert!(full.contains("href=\"/repo/index.html\""), "{full}");
    assert!(
        full.contains("href=\"/repo/assets/css/site.css\""),
        "{full}"
    );
    assert!(!full.contains("href=\"assets"), "{full}");
}

#[test]
fn a_citation_names_speaker_turn_record_and_address() {
    let (document, _) = document("rambouillet");
    let mut site = archive().site.clone();
    site.config.base_url = BaseUrl::new("https://memcon.example/repo/").ok();
    let citation = memcon::citation::turn(&site, document, 1).text;
    assert!(
        citation.starts_with("Mikhail Gorbachev, in “Record of a Conversation"),
        "{citation}"
    );
    assert!(
        citation.contains("29 October 1990, turn 2 (whose record it is: not stated"),
        "{citation}"
    );
    let address = format!(
        "https://memcon.example/repo/documents/{}.html#t2.",
        document.id
    );
    assert!(citation.ends_with(&address), "{citation}");
}
