//! The source of a document as received, line by line, with the turns found in it.

use super::Theme;
use super::frame::Frame;
use super::links::Links;
use super::words;
use crate::anchor::paragraph_number;
use crate::diagnostic::Diagnostic;
use crate::site::{DocumentEntry, ExportFile, Route, Site};
use crate::source::Span;
use serde::Serialize;
use std::collections::BTreeMap;

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
    parts: Vec<Part<'a>>,
}

/// Lines that belong to one turn, or to none.
#[derive(Serialize, Debug, PartialEq)]
struct Part<'a> {
    turn: Option<TurnLink>,
    lines: Vec<LineView<'a>>,
}

/// A line, or a part of one where a turn begins or ends in it.
#[derive(Serialize, Debug, PartialEq)]
struct LineView<'a> {
    number: usize,
    /// “line 12”.
    label: String,
    text: &'a str,
    /// Whether the line began in the part before.
    goes_on: bool,
}

/// The turn that the lines are of.
#[derive(Serialize, Clone, Debug, PartialEq)]
struct TurnLink {
    anchor: String,
    /// “turn 7”.
    label: String,
    url: String,
    /// Anchors of turns that are gone and lead to this one.
    earlier: Vec<String>,
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
    let mut earlier: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    let gone = document.anchors.gone().iter();
    for gone in gone.filter(|gone| paragraph_number(&gone.anchor).is_none()) {
        let to = gone.now.anchor().and_then(|to| document.anchors.find(to));
        if let Some((turn, _)) = to {
            earlier.entry(turn).or_default().push(gone.anchor.clone());
        }
    }
    let turns = document.turns.iter().enumerate().map(|(index, turn)| {
        let anchor = document.anchors.turn(index);
        let link = TurnLink {
            anchor: anchor.to_owned(),
            label: words::turn(say, anchor),
            url: links.turn(document, index),
            earlier: earlier.remove(&index).unwrap_or_default(),
        };
        (document.document.blocks[turn.block].span(), link)
    });
    let label = |number: usize| say.say("source-line", &[("number", (&number.to_string()).into())]);
    let parts = parts(text, turns, label);
    let n_lines = text.lines().count();
    let id = || document.id.clone();
    let title = say.say("source-title", &[("title", (&document.facts.title).into())]);
    let mut frame = Frame::new(site, route, Some(&title));
    frame.describe(say.say(
        "source-description",
        &[("title", (&document.facts.title).into())],
    ));
    let page = SourcePage {
        frame,
        title: &document.facts.title,
        language: document.facts.language.as_deref(),
        direction: super::direction_of(document),
        document_url: links.document(document),
        reading_text_url: links.to(&Route::Export(ExportFile::ReadingText(id()))),
        received_url: document
            .source
            .received
            .is_some()
            .then(|| links.to(&Route::Export(ExportFile::Received(id())))),
        file: document
            .source
            .path
            .rsplit('/')
            .next()
            .unwrap_or(&document.source.path),
        n_lines,
        parts,
    };
    theme.render("source.html", &page)
}

/// The text cut into turns and what stands between them, each by its lines. A turn's part goes from its label to its last word, with all
/// that interrupts it.
fn parts(
    text: &str,
    turns: impl Iterator<Item = (Span, TurnLink)>,
    label: impl Fn(usize) -> String,
) -> Vec<Part<'_>> {
    let mut cutter = Cutter {
        text,
        label,
        at: 0,
        number: 1,
        parts: Vec::new(),
    };
    for (span, link) in turns {
        // Turns stand in order; where two overlap, the second begins after the first, and always has its place.
        let start = span.start.max(cutter.at);
        let end = span.end.max(start);
        cutter.part(start, None);
        cutter.part(end, Some(link));
    }
    cutter.part(text.len(), None);
    cutter.parts
}

struct Cutter<'a, F> {
    text: &'a str,
    label: F,
    at: usize,
    /// The line that holds `at`.
    number: usize,
    parts: Vec<Part<'a>>,
}

impl<F: Fn(usize) -> String> Cutter<'_, F> {
    /// Everything up to `end`. A line that ends there is ended with it.
    fn part(&mut self, end: usize, turn: Option<TurnLink>) {
        let text = self.text;
        let Some(part) = text.get(self.at..end) else {
            return;
        };
        if part.is_empty() && turn.is_none() {
            return;
        }
        let mut goes_on = self.at > 0 && !text[..self.at].ends_with('\n');
        let mut lines = Vec::new();
        for piece in part.split_inclusive('\n') {
            let line = piece.trim_end_matches(['\n', '\r']);
            // Blanks between two turns of one line are no line.
            if !(goes_on && line.trim().is_empty()) {
                lines.push(LineView {
                    number: self.number,
                    label: (self.label)(self.number),
                    text: line,
                    goes_on,
                });
            }
            if piece.ends_with('\n') {
                self.number += 1;
                goes_on = false;
            }
        }
        self.at = end;
        if turn.is_some() || !lines.is_empty() {
            self.parts.push(Part { turn, lines });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, turns: &[(usize, usize)]) -> Vec<(Option<String>, Vec<String>)> {
        let links = turns.iter().enumerate().map(|(index, (start, end))| {
            let anchor = format!("t{}", index + 1);
            let link = TurnLink {
                label: String::new(),
                url: String::new(),
                earlier: Vec::new(),
                anchor,
            };
            (Span::new(*start, *end), link)
        });
        let shown = |line: &LineView<'_>| {
            let sign = if line.goes_on { "+" } else { ":" };
            format!("{}{sign}{}", line.number, line.text)
        };
        parts(text, links, |_| String::new())
            .iter()
            .map(|part| {
                let anchor = part.turn.as_ref().map(|turn| turn.anchor.clone());
                (anchor, part.lines.iter().map(shown).collect())
            })
            .collect()
    }

    fn lines(lines: &[&str]) -> Vec<String> {
        lines.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn turns_have_their_lines_and_so_has_what_stands_between() {
        let text = "Head\nA. one\r\ntwo\n\nB. three\n";
        assert_eq!(
            cut(text, &[(5, 16), (18, 26)]),
            [
                (None, lines(&["1:Head"])),
                (Some("t1".to_owned()), lines(&["2:A. one", "3:two"])),
                (None, lines(&["4:"])),
                (Some("t2".to_owned()), lines(&["5:B. three"])),
            ]
        );
    }

    #[test]
    fn turns_of_one_line_share_its_number() {
        let text = "A. one B. two";
        assert_eq!(
            cut(text, &[(0, 6), (7, 13)]),
            [
                (Some("t1".to_owned()), lines(&["1:A. one"])),
                (Some("t2".to_owned()), lines(&["1+B. two"])),
            ]
        );
    }

    #[test]
    fn a_turn_inside_another_has_its_address() {
        let cut = cut("A. one B. two", &[(0, 13), (7, 13)]);
        assert_eq!(cut[1], (Some("t2".to_owned()), Vec::new()));
    }
}
