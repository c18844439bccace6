//! Formats that say themselves where turns begin: captions, tables, XML, JSON.
//!
//! Each reader takes the reading text (the file decoded) and gives header, blocks and what it leaves out (markup, time marks), so that
//! every character is accounted for, spans and all. Anything whatever gives a document; what is broken is reported and kept as text.

mod captions;
mod cues;
mod podcast;
mod table;
mod xml;

use crate::diagnostic::Diagnostics;
use crate::document::{Block, Dropped, Header, Stated};
use crate::source::{Format, SourceFile};

/// What a reader of a format gives.
pub(super) struct Read {
    /// Facts the file states about itself.
    pub(super) header: Header,
    /// In order of the source.
    pub(super) blocks: Vec<Block>,
    /// Markup, time marks and the like.
    pub(super) dropped: Vec<Dropped>,
    /// The format's name in `memcon parse`.
    pub(super) convention: &'static str,
    /// What in the file says who speaks, in words.
    pub(super) said_by: Vec<String>,
    /// When words are said, and at which address they were published.
    pub(super) stated: Stated,
}

/// Reads a file whose format says where turns begin; `None` for text, and where the file turns out not to be what it seemed.
pub(super) fn read(file: &SourceFile, diagnostics: &mut Diagnostics) -> Option<Read> {
    match file.format {
        Format::Text | Format::Html | Format::Word | Format::Pdf => None,
        Format::WebVtt | Format::SubRip | Format::Sbv | Format::Lrc | Format::TimedText => {
            captions::read(file, diagnostics)
        }
        Format::Table => table::read(file, diagnostics),
        Format::Tei | Format::AkomaNtoso | Format::PublicWhip => xml::read(file, diagnostics),
        Format::Podcast => podcast::read(file, diagnostics),
    }
}

#[cfg(test)]
mod tests;
