//! A PDF's text layer → text.

use super::Unreadable;

/// The text of a PDF, its pages ended by form feeds.
pub(super) fn text(_bytes: &[u8]) -> Result<String, Unreadable> {
    Err(Unreadable::new(
        "PDF files are not read yet",
        "save its text as plain text (.txt), encoded in UTF-8",
    ))
}
