//! Word, PDF and HTML → reading text. Everything else is decoded as it stands.

mod html;
mod pdf;
mod word;

use super::{Encoding, Format, decode};

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

/// The reading text of a file and how it was decoded.
pub(super) fn reading_text(format: Format, bytes: &[u8]) -> Result<(String, Encoding), Unreadable> {
    match format {
        Format::Html => html::text(bytes),
        Format::Word => word::text(bytes).map(|text| (text, Encoding::Utf8)),
        Format::Pdf => pdf::text(bytes).map(|text| (text, Encoding::Utf8)),
        Format::Text
        | Format::WebVtt
        | Format::SubRip
        | Format::Table
        | Format::Tei
        | Format::AkomaNtoso
        | Format::PublicWhip
        | Format::Podcast => Ok(decode(bytes)),
    }
}
