//! A page of the archive's own, from Markdown: about, editorial policy, essays, lessons; with the words it quotes from documents.

use super::Theme;
use super::frame::Frame;
use super::html::Html;
use super::links::Links;
use super::quotation::{self, QuotationView};
use super::words;
use crate::citation;
use crate::config::PageHtml;
use crate::diagnostic::Diagnostic;
use crate::essay::{Essay, Kind, Part};
use crate::interface::Interface;
use crate::site::{Route, Site};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd};
use serde::Serialize;
use std::collections::BTreeSet;

/// Everything `templates/page.html` may use.
#[derive(Serialize)]
struct MarkdownPage<'a> {
    frame: Frame,
    /// “Essay”, “Lesson”; nothing for other pages.
    kicker: Option<&'a str>,
    title: &'a str,
    /// Whether the text does not begin with a heading of its own.
    needs_title: bool,
    /// The language of its words, where it is not that of the site.
    language: Option<&'a str>,
    /// `rtl` where that runs from right to left.
    direction: Option<&'static str>,
    /// The text, and the quotations in it, in order.
    parts: Vec<PagePart>,
    /// How to cite an essay or a lesson.
    citation: Option<String>,
}

/// A part of a page.
#[derive(Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
enum PagePart {
    /// Text from Markdown, up to the next quotation. Its elements may be open at the end and closed after it.
    Text { body_html: Html },
    /// Words of a document.
    Quotation(Box<QuotationView>),
}

pub(super) fn render(site: &Site, theme: &Theme, index: usize) -> Result<String, Diagnostic> {
    let route = Route::Page(index);
    let page = &site.pages[index];
    let essay = &page.essay;
    let title = super::page_title(site, index);
    let links = Links::new(site, &route);
    let (texts, has_title) = body(essay, site.config.page_html);
    let mut parts = Vec::new();
    let mut number = 0;
    for (text, quoted) in texts {
        if !text.is_empty() {
            parts.push(PagePart::Text { body_html: text });
        }
        // A passage that there is not has stopped the build.
        if let Some(passage) = quoted.and_then(|index| page.passages.get(index)?.as_ref()) {
            number += 1;
            let view = quotation::view(site, &links, passage, number);
            parts.push(PagePart::Quotation(Box::new(view)));
        }
    }
    let mut frame = Frame::new(site, &route, Some(&title));
    frame.description = essay
        .description
        .clone()
        .or_else(|| first_paragraph(essay))
        .or(frame.description);
    let kicker = kind(&site.interface, essay.kind);
    if kicker.is_some() {
        frame.og_type = "article";
    }
    let page = MarkdownPage {
        frame,
        kicker,
        needs_title: !has_title,
        language: essay.language.as_deref(),
        direction: essay.language.as_deref().and_then(super::direction),
        parts,
        citation: kicker.map(|_| citation::page(site, &title, &route).text),
        title: &title,
    };
    theme.render("page.html", &page)
}

/// What a page is, in words; nothing for other pages.
pub(super) fn kind(interface: &Interface, kind: Kind) -> Option<&str> {
    match kind {
        Kind::Page => None,
        Kind::Essay => Some(interface.text("page-essay")),
        Kind::Lesson => Some(interface.text("page-lesson")),
    }
}

/// The page's HTML, cleaned unless `site.toml` says otherwise, every heading with an anchor, in pieces: each with what is quoted after it. And whether it has a main
/// heading.
fn body(essay: &Essay, of_html: PageHtml) -> (Vec<(Html, Option<usize>)>, bool) {
    let parts = essay.parts();
    // Stands for a quotation until the page is cleaned: a word that the page does not hold.
    let mut sign = "quotation".to_owned();
    while essay.file.text.contains(&sign) {
        sign.push('x');
    }
    let mut quoted = Vec::new();
    let mut events: Vec<Event<'_>> = parts
        .into_iter()
        .map(|part| match part {
            Part::Event(event) => event,
            Part::Quotation(index) => {
                quoted.push(index);
                Event::Html(format!("<hr id=\"{sign}\">").into())
            }
        })
        .collect();
    let has_title = give_anchors(&mut events);
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events.into_iter());
    // The corner of a table is no heading of anything.
    let html = html.replace("<th></th>", "<td></td>");
    let html = match of_html {
        PageHtml::Cleaned => Html::cleaned(&html),
        PageHtml::AsWritten => Html::as_written(html),
    };
    let pieces = html.split(&format!("<hr id=\"{sign}\">"));
    let mut quoted = quoted.into_iter();
    let pieces = pieces.into_iter().map(|piece| (piece, quoted.next()));
    (pieces.collect(), has_title)
}

/// Gives every heading and footnote an anchor of its own; whether there is a main heading.
fn give_anchors(events: &mut [Event<'_>]) -> bool {
    let mut taken = BTreeSet::new();
    let mut has_title = false;
    for index in 0..events.len() {
        match &events[index] {
            Event::Start(Tag::Heading { level, .. }) => {
                let level = *level;
                let words: String = events[index + 1..]
                    .iter()
                    .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))))
                    .filter_map(|event| match event {
                        Event::Text(text) | Event::Code(text) => Some(text.to_string()),
                        _ => None,
                    })
                    .collect();
                // A page has one main heading.
                let is_second_title = level == HeadingLevel::H1 && has_title;
                has_title |= level == HeadingLevel::H1;
                let level = if is_second_title {
                    HeadingLevel::H2
                } else {
                    level
                };
                let anchor = free_anchor(&words, &mut taken);
                events[index] = Event::Start(Tag::Heading {
                    level,
                    id: Some(CowStr::from(anchor)),
                    classes: Vec::new(),
                    attrs: Vec::new(),
                });
                if is_second_title
                    && let Some(end) = events[index..]
                        .iter_mut()
                        .find(|event| matches!(event, Event::End(TagEnd::Heading(_))))
                {
                    *end = Event::End(TagEnd::Heading(HeadingLevel::H2));
                }
            }
            Event::FootnoteReference(label) => {
                events[index] = Event::FootnoteReference(footnote(label));
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                events[index] = Event::Start(Tag::FootnoteDefinition(footnote(label)));
            }
            _ => {}
        }
    }
    has_title
}

/// Anchors of the form `t` + digit are kept for turns, and a footnote must not be called like an element of the frame.
fn footnote(label: &str) -> CowStr<'static> {
    CowStr::from(format!("footnote-{}", crate::source::slug(label)))
}

fn free_anchor(words: &str, taken: &mut BTreeSet<String>) -> String {
    let anchor = format!("section-{}", crate::source::slug(words));
    let mut free = anchor.clone();
    let mut n = 2;
    while !taken.insert(free.clone()) {
        free = format!("{anchor}-{n}");
        n += 1;
    }
    free
}

/// The first paragraph in plain words.
fn first_paragraph(essay: &Essay) -> Option<String> {
    let mut inside = false;
    let mut plain = String::new();
    for part in essay.parts() {
        let Part::Event(event) = part else {
            continue;
        };
        match event {
            Event::Start(Tag::Paragraph) => inside = true,
            Event::End(TagEnd::Paragraph) if inside => break,
            Event::Text(text) | Event::Code(text) if inside => plain.push_str(&text),
            Event::SoftBreak | Event::HardBreak if inside => plain.push(' '),
            _ => {}
        }
    }
    (!plain.is_empty()).then(|| words::opening(&plain, 300))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::essay;
    use crate::source::TextFile;

    fn essay(text: &str) -> Essay {
        let file = TextFile {
            path: "content/pages/a.md".to_owned(),
            text: text.to_owned(),
        };
        essay::read(&file, &mut Diagnostics::new())
    }

    fn whole(text: &str) -> (Html, bool) {
        let (pieces, has_title) = body(&essay(text), PageHtml::Cleaned);
        assert_eq!(pieces.len(), 1);
        (pieces[0].0.clone(), has_title)
    }

    #[test]
    fn text_is_cut_where_something_is_quoted() {
        let text = "quotation\n\n- a\n  {{turn x#t1}}\n- <hr id=\"quotationx\">\n";
        let (pieces, _) = body(&essay(text), PageHtml::Cleaned);
        let pieces: Vec<(&str, Option<usize>)> = pieces
            .iter()
            .map(|(html, quoted)| (html.as_str(), *quoted))
            .collect();
        assert_eq!(
            pieces,
            [
                ("<p>quotation</p>\n<ul>\n<li>a", Some(0)),
                ("</li>\n<li><hr id=\"quotationx\">\n</li>\n</ul>\n", None)
            ]
        );
    }

    #[test]
    fn headings_have_anchors_of_their_own_and_one_is_the_title() {
        let (html, has_title) = whole("# A\n\n## t1\n\n# A\n");
        assert!(has_title);
        assert_eq!(
            html.as_str(),
            "<h1 id=\"section-a\">A</h1>\n<h2 id=\"section-t1\">t1</h2>\n<h2 id=\"section-a-2\">A</h2>\n"
        );
    }

    #[test]
    fn a_footnote_and_its_sign_lead_to_each_other() {
        let (html, _) = whole("a[^1]\n\n[^1]: b\n");
        assert!(html.as_str().contains("href=\"#footnote-1\""), "{html:?}");
        assert!(html.as_str().contains("id=\"footnote-1\""), "{html:?}");
    }

    #[test]
    fn the_description_is_the_first_paragraph_in_plain_words() {
        assert_eq!(
            first_paragraph(&essay("# T\n\nThe *first*\nparagraph.\n\nMore.")),
            Some("The first paragraph.".to_owned())
        );
    }
}
