//! A Word document → its text.

use super::Unreadable;

/// The text of a document, one paragraph a line.
pub(super) fn text(_bytes: &[u8]) -> Result<String, Unreadable> {
    Err(Unreadable::new(
        "Word documents are not read yet",
        "save it as plain text (.txt), encoded in UTF-8",
    ))
}
