//! The source of a document as received, line by line, with the turns found in it.

use super::Theme;
use super::frame::Frame;
use super::lines::Lines;
use super::links::Links;
use super::words;
use crate::diagnostic::Diagnostic;
use crate::site::{DocumentEntry, Route, Site};
use serde::Serialize;

/// Everything `templates/source.html` may use.
#[derive(Serialize)]
struct SourcePage<'a> {
    frame: Frame,
    title: &'a str,
    language: Option<&'a str>,
    /// `rtl` where the text runs from right to left.
    direction: Option<&'static str>,
    document_url: String,
    reading_text_url: String,
    received_url: Option<String>,
    file: &'a str,
    n_lines: usize,
    lines: Vec<LineView<'a>>,
}

/// A line.
#[derive(Serialize)]
struct LineView<'a> {
    number: usize,
    /// “line 12”.
    label: String,
    text: &'a str,
    /// The turns that begin on it.
    turns: Vec<TurnLink>,
}

#[derive(Serialize)]
struct TurnLink {
    /// “turn 7”.
    label: String,
    url: String,
}

pub(super) fn render(
    site: &Site,
    theme: &Theme,
    route: &Route,
    document: &DocumentEntry,
) -> Result<String, Diagnostic> {
    let links = Links::new(site, route);
    let say = &site.interface;
    let text = &document.source.text;
    let beginnings = Lines::new(text);
    let mut rows: Vec<LineView<'_>> = text
        .split('\n')
        .enumerate()
        .map(|(index, line)| LineView {
            number: index + 1,
            label: say.say(
                "source-line",
                &[("number", (&(index + 1).to_string()).into())],
            ),
            text: line.trim_end_matches('\r'),
            turns: Vec::new(),
        })
        .collect();
    if rows.last().is_some_and(|line| line.text.is_empty()) {
        rows.pop();
    }
    for (index, turn) in document.turns.iter().enumerate() {
        let start = document.document.blocks[turn.block].span().start;
        if let Some(line) = rows.get_mut(beginnings.of(start) - 1) {
            line.turns.push(TurnLink {
                label: words::turn(say, document.anchors.turn(index)),
                url: links.turn(document, index),
            });
        }
    }
    let id = || document.id.clone();
    let title = say.say("source-title", &[("title", (&document.facts.title).into())]);
    let mut frame = Frame::new(site, route, Some(&title));
    frame.description = Some(say.say(
        "source-description",
        &[("title", (&document.facts.title).into())],
    ));
    let page = SourcePage {
        frame,
        title: &document.facts.title,
        language: document.facts.language.as_deref(),
        direction: document
            .facts
            .language
            .as_deref()
            .and_then(super::direction),
        document_url: links.document(document),
        reading_text_url: links.to(&Route::ReadingText(id())),
        received_url: document
            .source
            .received
            .is_some()
            .then(|| links.to(&Route::Received(id()))),
        file: document
            .source
            .path
            .rsplit('/')
            .next()
            .unwrap_or(&document.source.path),
        n_lines: rows.len(),
        lines: rows,
    };
    theme.render("source.html", &page)
}
