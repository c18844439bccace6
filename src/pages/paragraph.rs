//! A paragraph and everything known about stretches of it → well-formed HTML.
//!
//! Marks nest, but mentions, terms and notes may begin or end anywhere. The text is cut at every beginning and end; each piece stands
//! in the elements of all stretches that cover it. The words come out exactly as they went in: taken without tags and note signs, the
//! HTML is the paragraph's text (a law tested below).

use super::html::Html;
use crate::document::{GapReason, MarkKind};
use std::collections::BTreeSet;
use std::ops::Range;

/// A stretch of a paragraph about which something is known.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    /// Bytes of the paragraph's text.
    pub(super) range: Range<usize>,
    /// What is known.
    pub(super) what: What,
}

/// What is known about a stretch.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// The parser's mark. A gloss knows its language, if anybody does.
    Mark {
        kind: MarkKind,
        language: Option<String>,
    },
    /// A person is mentioned; the link leads to them.
    Mention { url: String },
    /// A term of the glossary, with its explanation.
    Term { url: String, explanation: String },
    /// A page of the source ends here; what that is called, and which page it is, if that is known.
    PageBreak { label: String, page: Option<String> },
    /// The sign of a footnote that the source prints: it leads there, or back.
    Footnote {
        url: String,
        anchor: String,
        label: String,
    },
    /// An editor's note explains the words, or a correction tells what is meant; its sign stands after them.
    Note {
        sign: String,
        label: String,
        anchor: String,
    },
}

/// The anchor of a term of the glossary in the list at the foot of a document. Anchors of the form `t` + digit are kept for turns.
pub(super) fn term_anchor(index: usize) -> String {
    format!("term-{}", index + 1)
}

/// Renders the text.
pub(super) fn render(text: &str, stretches: &[Stretch]) -> Html {
    let stretches: Vec<&Stretch> = stretches
        .iter()
        .filter(|stretch| fits(text, &stretch.range))
        .collect();
    let covers: Vec<&Stretch> = outermost_links(
        stretches
            .iter()
            .copied()
            .filter(|stretch| !stretch.range.is_empty() && stretch.what.has_element())
            .collect(),
    );
    let mut cuts: BTreeSet<usize> = BTreeSet::from([0, text.len()]);
    for stretch in &stretches {
        cuts.extend([stretch.range.start, stretch.range.end]);
    }
    let cuts: Vec<usize> = cuts.into_iter().collect();

    let mut html = Html::new();
    let mut open: Vec<usize> = Vec::new();
    for (index, &at) in cuts.iter().enumerate() {
        let piece = at..cuts.get(index + 1).copied().unwrap_or(at);
        let wanted: Vec<usize> = (0..covers.len())
            .filter(|&i| {
                !piece.is_empty()
                    && covers[i].range.start <= piece.start
                    && piece.end <= covers[i].range.end
            })
            .collect();
        let shared = open.iter().zip(&wanted).take_while(|(a, b)| a == b).count();
        close_to(&mut html, &mut open, shared, &covers);
        for point in points(&stretches, at) {
            // No sign inside a link: the link is closed before it and opened again after it.
            let before_link = open
                .iter()
                .position(|&i| covers[i].what.is_link())
                .unwrap_or(open.len());
            close_to(&mut html, &mut open, before_link, &covers);
            point.what.push_point(&mut html);
        }
        for &i in &wanted[open.len()..] {
            covers[i].what.open(&mut html);
            open.push(i);
        }
        html.push_text(&text[piece]);
    }
    html
}

fn fits(text: &str, range: &Range<usize>) -> bool {
    range.start <= range.end && text.get(range.clone()).is_some()
}

/// In order of place, the longer first; a link inside a link is left out, since HTML has no such thing.
fn outermost_links(mut covers: Vec<&Stretch>) -> Vec<&Stretch> {
    covers.sort_by_key(|stretch| (stretch.range.start, usize::MAX - stretch.range.end));
    let mut linked_to = 0;
    covers.retain(|stretch| {
        if !stretch.what.is_link() {
            return true;
        }
        let free = stretch.range.start >= linked_to;
        linked_to = linked_to.max(stretch.range.end);
        free
    });
    covers
}

fn close_to(html: &mut Html, open: &mut Vec<usize>, n: usize, covers: &[&Stretch]) {
    while open.len() > n {
        if let Some(i) = open.pop() {
            covers[i].what.close(html);
        }
    }
}

/// Signs that stand at a place: page breaks, then the signs of notes that end there.
fn points<'a>(stretches: &[&'a Stretch], at: usize) -> Vec<&'a Stretch> {
    let mut points: Vec<&Stretch> = stretches
        .iter()
        .copied()
        .filter(|stretch| stretch.range.end == at && stretch.what.is_point())
        .collect();
    points.sort_by_key(|stretch| matches!(stretch.what, What::Note { .. }));
    points
}

impl What {
    /// Whether it leads somewhere.
    fn is_link(&self) -> bool {
        match self {
            What::Mention { .. } | What::Term { .. } | What::Footnote { .. } => true,
            What::Mark { .. } | What::PageBreak { .. } | What::Note { .. } => false,
        }
    }

    fn has_element(&self) -> bool {
        !self.is_point()
    }

    fn is_point(&self) -> bool {
        matches!(self, What::PageBreak { .. } | What::Note { .. })
    }

    fn push_point(&self, html: &mut Html) {
        match self {
            What::Note {
                sign,
                label,
                anchor,
            } => {
                html.open(
                    "sup",
                    &[("class", "note-sign"), ("id", &format!("{anchor}-sign"))],
                );
                html.element(
                    "a",
                    &[("href", &format!("#{anchor}")), ("aria-label", label)],
                    sign,
                );
                html.close("sup");
            }
            What::PageBreak { label, page } => {
                let mut attributes = vec![
                    ("class", "page-break"),
                    ("role", "img"),
                    ("aria-label", label),
                    ("title", label),
                ];
                // Shown by the style sheet, so that it is no part of what is said or copied.
                attributes.extend(page.as_deref().map(|page| ("data-page", page)));
                html.element("span", &attributes, "");
            }
            What::Mark { .. }
            | What::Mention { .. }
            | What::Term { .. }
            | What::Footnote { .. } => {}
        }
    }

    fn open(&self, html: &mut Html) {
        match self {
            What::Mention { url } => html.open("a", &[("class", "mention"), ("href", url)]),
            What::Term { url, explanation } => {
                html.open("a", &[("class", "term"), ("href", url)]);
                html.open("abbr", &[("title", explanation)]);
            }
            What::Mark { kind, language } => {
                let mut attributes = vec![("class", class(*kind))];
                if let Some(language) = language {
                    attributes.push(("lang", language));
                }
                if *kind == MarkKind::Emphasis {
                    attributes.clear();
                }
                html.open(element(*kind), &attributes);
            }
            What::Footnote { url, anchor, label } => html.open(
                "a",
                &[
                    ("class", "footnote-sign"),
                    ("id", anchor),
                    ("href", url),
                    ("aria-label", label),
                ],
            ),
            What::PageBreak { .. } | What::Note { .. } => {}
        }
    }

    fn close(&self, html: &mut Html) {
        match self {
            What::Mention { .. } | What::Footnote { .. } => html.close("a"),
            What::Term { .. } => {
                html.close("abbr");
                html.close("a");
            }
            What::Mark { kind, .. } => html.close(element(*kind)),
            What::PageBreak { .. } | What::Note { .. } => {}
        }
    }
}

fn element(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Emphasis => "em",
        MarkKind::Stage => "i",
        MarkKind::Gap(_)
        | MarkKind::Gloss
        | MarkKind::Supplied
        | MarkKind::Expansion
        | MarkKind::Unclear
        | MarkKind::Note(_)
        | MarkKind::Sic
        | MarkKind::PageBreak => "span",
    }
}

fn class(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Emphasis => "",
        MarkKind::Stage | MarkKind::Note(_) => "stage",
        MarkKind::Gap(GapReason::Withheld) => "omission withheld",
        MarkKind::Gap(_) => "omission",
        MarkKind::Gloss => "gloss",
        MarkKind::Supplied => "supplied",
        MarkKind::Expansion => "expansion",
        MarkKind::Unclear => "unclear",
        MarkKind::Sic => "sic",
        MarkKind::PageBreak => "page-break",
    }
}

#[cfg(test)]
mod tests;
