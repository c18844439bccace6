//! A page of the archive's own, from Markdown: about, editorial policy, essays.

use super::Theme;
use super::frame::Frame;
use super::html::Html;
use super::words;
use crate::diagnostic::Diagnostic;
use crate::site::{Route, Site};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde::Serialize;
use std::collections::BTreeSet;

/// Everything `templates/page.html` may use.
#[derive(Serialize)]
struct MarkdownPage {
    frame: Frame,
    title: String,
    /// Whether the text does not begin with a heading of its own.
    needs_title: bool,
    body_html: Html,
}

pub(super) fn render(site: &Site, theme: &Theme, index: usize) -> Result<String, Diagnostic> {
    let route = Route::Page(index);
    let text = &site.pages[index].text;
    let title = super::page_title(site, index);
    let (body_html, has_title) = body(text);
    let mut frame = Frame::new(site, &route, Some(&title));
    frame.description = first_paragraph(text).or(frame.description);
    let page = MarkdownPage {
        frame,
        title,
        needs_title: !has_title,
        body_html,
    };
    theme.render("page.html", &page)
}

fn parser(text: &str) -> Parser<'_> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    Parser::new_ext(text, options)
}

/// The page's HTML, cleaned, every heading with an anchor; and whether it has a main heading.
fn body(text: &str) -> (Html, bool) {
    let mut events: Vec<Event<'_>> = parser(text).collect();
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
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events.into_iter());
    // The corner of a table is no heading of anything.
    let html = html.replace("<th></th>", "<td></td>");
    (Html::cleaned(&html), has_title)
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
fn first_paragraph(text: &str) -> Option<String> {
    let mut inside = false;
    let mut plain = String::new();
    for event in parser(text) {
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

    #[test]
    fn headings_have_anchors_of_their_own_and_one_is_the_title() {
        let (html, has_title) = body("# A\n\n## t1\n\n# A\n");
        assert!(has_title);
        assert_eq!(
            html.as_str(),
            "<h1 id=\"section-a\">A</h1>\n<h2 id=\"section-t1\">t1</h2>\n<h2 id=\"section-a-2\">A</h2>\n"
        );
    }

    #[test]
    fn a_footnote_and_its_sign_lead_to_each_other() {
        let (html, _) = body("a[^1]\n\n[^1]: b\n");
        assert!(html.as_str().contains("href=\"#footnote-1\""), "{html:?}");
        assert!(html.as_str().contains("id=\"footnote-1\""), "{html:?}");
    }

    #[test]
    fn the_description_is_the_first_paragraph_in_plain_words() {
        assert_eq!(
            first_paragraph("# T\n\nThe *first*\nparagraph.\n\nMore."),
            Some("The first paragraph.".to_owned())
        );
    }
}
