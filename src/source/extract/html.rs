//! A saved web page → its text.

use super::Unreadable;
use crate::source::{Encoding, decode};

/// The text of a page. Not yet taken out of its markup.
pub(super) fn text(bytes: &[u8]) -> Result<(String, Encoding), Unreadable> {
    Ok(decode(bytes))
}
