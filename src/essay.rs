//! A page of the archive's own (`content/pages/*.md`) → [`Essay`]: its front matter, its Markdown, and the turns it asks for.
//!
//! `{{turn DOCUMENT#t2p14}}` on a line of its own asks for words of a document. Here such lines are only found: which turn is meant is
//! decided over the whole archive (`site`), and how it looks in the page (`pages`). No HTML is made here. The Markdown is read by events
//! with their places, so that in code nothing is asked for.

mod front_matter;
mod quotations;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::source::{Span, TextFile};
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

pub use front_matter::Kind;
pub use quotations::{Asked, Part};

/// A page of the archive's own, read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Essay {
    /// The file.
    pub file: TextFile,
    /// The title: the front matter's, else the first main heading.
    pub title: Option<String>,
    /// A sentence or two about it.
    pub description: Option<String>,
    /// Where it stands among the pages; those without a number come last, by name.
    pub order: Option<i64>,
    /// Whether the menu leads to it, if the page says so.
    pub in_menu: Option<bool>,
    /// What the menu calls it, if that is not its title.
    pub menu_title: Option<String>,
    /// The language of its words, as a BCP 47 tag, where it is not the language of the pages.
    pub language: Option<String>,
    /// What it is.
    pub kind: Kind,
    /// The turns it asks for, in order.
    pub asked: Vec<Asked>,
    /// Where the Markdown begins in the file.
    body: usize,
}

impl Essay {
    /// The page's Markdown, with the turns it asks for in their places.
    pub fn parts(&self) -> Vec<Part<'_>> {
        quotations::read(&self.file.text, self.body).parts
    }

    /// The place of something the page asks for.
    pub fn place(&self, asked: &Asked) -> Place {
        Place::at(&self.file.path, &self.file.text, asked.span)
    }
}

/// Reads a page. What cannot be right in its front matter, and turns asked for where they cannot stand, are reported.
pub fn read(file: &TextFile, diagnostics: &mut Diagnostics) -> Essay {
    let (facts, body) = front_matter::read(file, diagnostics);
    let found = quotations::read(&file.text, body);
    for fault in &found.faults {
        let place = Place::at(&file.path, &file.text, fault.span);
        let found = Diagnostic::new(Code::BadQuotation, place, fault.message, fault.help);
        diagnostics.push(found.labeled("here"));
    }
    Essay {
        title: facts.title.or_else(|| heading(&found.parts)),
        description: facts.description,
        order: facts.order,
        in_menu: facts.in_menu,
        menu_title: facts.menu_title,
        language: facts.language,
        kind: facts.kind,
        asked: found.asked,
        body,
        file: file.clone(),
    }
}

/// The first main heading in plain words.
fn heading(parts: &[Part<'_>]) -> Option<String> {
    let is_heading = |part: &Part<'_>| {
        matches!(
            part,
            Part::Event(Event::Start(Tag::Heading {
                level: HeadingLevel::H1,
                ..
            }))
        )
    };
    let at = parts.iter().position(is_heading)?;
    let words: String = parts[at..]
        .iter()
        .take_while(|part| !matches!(part, Part::Event(Event::End(TagEnd::Heading(_)))))
        .filter_map(|part| match part {
            Part::Event(Event::Text(text) | Event::Code(text)) => Some(text.to_string()),
            Part::Event(_) | Part::Quotation(_) => None,
        })
        .collect();
    (!words.trim().is_empty()).then(|| words.trim().to_owned())
}

/// Bytes of a file.
fn span(range: &std::ops::Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

#[cfg(test)]
mod tests;
