//! A paragraph and everything known about stretches of it → well-formed HTML.
//!
//! Marks nest, but mentions, terms and notes may begin or end anywhere. The text is cut at every beginning and end; each piece stands
//! in the elements of all stretches that cover it. The words come out exactly as they went in: taken without tags and note signs, the
//! HTML is the paragraph's text (a law tested below): what the editors add in brackets stands in an `ins` of its own.

use super::html::Html;
use crate::document::{GapReason, MarkKind};
use crate::interface::Interface;
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
    /// The words are printed wrongly; what the editors read stands after them, in brackets.
    Correction {
        read: String,
        reason: Option<String>,
    },
    /// An editor's note explains the words; its sign stands after them.
    Note { number: usize, anchor: String },
}

/// The anchor of a term of the glossary in the list at the foot of a document. Anchors of the form `t` + digit are kept for turns.
pub(super) fn term_anchor(index: usize) -> String {
    format!("term-{}", index + 1)
}

/// Renders the text.
pub(super) fn render(interface: &Interface, text: &str, stretches: &[Stretch]) -> Html {
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
            point.what.push_point(interface, &mut html);
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
    points.sort_by_key(|stretch| match stretch.what {
        What::Note { number, .. } => number,
        What::Correction { .. } | What::Mark { .. } | What::Mention { .. } | What::Term { .. } => 0,
    });
    points
}

impl What {
    /// Whether it leads somewhere.
    fn is_link(&self) -> bool {
        matches!(self, What::Mention { .. } | What::Term { .. })
    }

    fn has_element(&self) -> bool {
        !self.is_point()
    }

    fn is_point(&self) -> bool {
        match self {
            What::Mark { kind, .. } => *kind == MarkKind::PageBreak,
            What::Note { .. } | What::Correction { .. } => true,
            What::Mention { .. } | What::Term { .. } => false,
        }
    }

    fn push_point(&self, interface: &Interface, html: &mut Html) {
        match self {
            What::Note { number, anchor } => {
                let n = number.to_string();
                html.open(
                    "sup",
                    &[("class", "note-sign"), ("id", &format!("{anchor}-sign"))],
                );
                let label = interface.say("editors-note", &[("number", (*number).into())]);
                html.element(
                    "a",
                    &[("href", &format!("#{anchor}")), ("aria-label", &label)],
                    &n,
                );
                html.close("sup");
            }
            What::Correction { read, reason } => {
                let mut attributes = vec![("class", "correction")];
                attributes.extend(reason.as_deref().map(|reason| ("title", reason)));
                html.element("ins", &attributes, &format!(" [sic: read {read}]"));
            }
            What::Mark { .. } => {
                let label = interface.text("page-break");
                let attributes = [
                    ("class", "page-break"),
                    ("role", "img"),
                    ("aria-label", label),
                    ("title", label),
                ];
                html.element("span", &attributes, "");
            }
            What::Mention { .. } | What::Term { .. } => {}
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
            What::Note { .. } | What::Correction { .. } => {}
        }
    }

    fn close(&self, html: &mut Html) {
        match self {
            What::Mention { .. } => html.close("a"),
            What::Term { .. } => {
                html.close("abbr");
                html.close("a");
            }
            What::Mark { kind, .. } => html.close(element(*kind)),
            What::Note { .. } | What::Correction { .. } => {}
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
