//! Word, PDF and HTML → reading text. Everything else is decoded as it stands.
//!
//! A reader gives all of a file's visible words in reading order, one paragraph apart from the next, and says which of them belong to
//! the site a page was saved from rather than to the document. What a text means is not asked here.

mod apart;
mod blocks;
mod html;
mod pdf;
mod word;

use super::fault::Fault;
use super::{Encoding, Format, Span, decode};

/// What a file says, as plain text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Extracted {
    /// The reading text.
    pub(super) text: String,
    /// How the bytes were read.
    pub(super) encoding: Encoding,
    /// Stretches of the reading text that belong to the site around it (menus, footers), in order and apart from each other.
    pub(super) chrome: Vec<Span>,
    /// Where the paragraphs of a Word document begin, each with its number in Word, from 1; 0 for its notes.
    pub(super) paragraphs: Vec<(usize, usize)>,
    /// Stretches set in bold or the like, in order and apart from each other.
    pub(super) strong: Vec<Span>,
}

impl Extracted {
    /// A text without anything around it.
    fn plain(text: String, encoding: Encoding) -> Self {
        Extracted {
            text,
            encoding,
            chrome: Vec::new(),
            paragraphs: Vec::new(),
            strong: Vec::new(),
        }
    }
}

/// Why nothing could be read, and what its owner can do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Unreadable {
    /// A lower-case sentence.
    pub(super) reason: String,
    /// What to do.
    pub(super) help: String,
}

impl Unreadable {
    fn new(reason: impl Into<String>, help: impl Into<String>) -> Self {
        Unreadable {
            reason: reason.into(),
            help: help.into(),
        }
    }
}

impl From<Fault> for Unreadable {
    fn from(fault: Fault) -> Self {
        Unreadable::new(fault.reason(), Fault::help())
    }
}

/// The reading text of a file and how it was decoded.
pub(super) fn reading_text(format: Format, bytes: &[u8]) -> Result<Extracted, Unreadable> {
    match format {
        Format::Html => html::text(bytes),
        Format::Word => word::text(bytes),
        Format::Pdf => pdf::text(bytes).map(|text| Extracted::plain(text, Encoding::Utf8)),
        Format::Text
        | Format::WebVtt
        | Format::SubRip
        | Format::Sbv
        | Format::Lrc
        | Format::TimedText
        | Format::Table
        | Format::Tei
        | Format::AkomaNtoso
        | Format::PublicWhip
        | Format::Podcast => {
            let (text, encoding) = decode(bytes);
            Ok(Extracted::plain(text, encoding))
        }
    }
}
