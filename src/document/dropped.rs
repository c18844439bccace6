//! What of a source is not published, and why.

use crate::source::Span;

/// Text that is not published.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dropped {
    /// Its place.
    pub span: Span,
    /// Why.
    pub reason: DropReason,
}

/// Why text is not published.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DropReason {
    /// The record leaves it out, for this reason.
    Record(String),
    /// Marks of a markup language (`**`, `##`) and signs around a label (`<`, `>>`), not words.
    Markup,
    /// A page number or running head.
    Furniture,
    /// A line of signs that only parts one thing from the next: `-----`.
    Ornament,
    /// A time beside a label, with its brackets.
    TimeMark,
    /// A hyphen at a line's end that only divided a word.
    Hyphen,
    /// A label or line that the format repeats: the same speaker's name before every cue.
    Repeated,
    /// Facts a data format keeps beside the talk; which: `column not published: tags`.
    NotPublished(String),
    /// Another reading beside the printed one: a correction, a modern spelling.
    OtherReading,
    /// Menus, footers and the like of the site a page was saved from.
    SiteChrome,
}

impl DropReason {
    /// In words, for the account and the JSON.
    pub fn describe(&self) -> &str {
        match self {
            DropReason::Record(reason) | DropReason::NotPublished(reason) => reason,
            DropReason::Markup => "markup",
            DropReason::Furniture => "page furniture",
            DropReason::Ornament => "line between parts",
            DropReason::TimeMark => "time mark",
            DropReason::Hyphen => "hyphen at a line’s end",
            DropReason::Repeated => "repeated in the source",
            DropReason::OtherReading => "another reading",
            DropReason::SiteChrome => "site chrome",
        }
    }
}
