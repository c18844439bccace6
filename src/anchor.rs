//! Turns → the anchors readers see and cite: `t12` for a turn, `t12p3` for a paragraph of a turn that has several.
//!
//! Anchors of the form `t` + digit are kept for this; nothing else in a page may use them.

use crate::document::Document;

/// The anchors of one document, one a turn, in order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Anchors {
    turns: Vec<String>,
}

impl Anchors {
    /// The anchor of the turn at a position (from 0): `t1`.
    pub fn turn(&self, index: usize) -> &str {
        &self.turns[index]
    }

    /// The anchor of a paragraph (from 0) of a turn: `t12p3`.
    pub fn paragraph(&self, index: usize, paragraph: usize) -> String {
        format!("{}p{}", self.turns[index], paragraph + 1)
    }
}

/// Numbers the turns of a document from `t1` on.
pub fn number(document: &Document) -> Anchors {
    Anchors {
        turns: (1..=document.turns().count())
            .map(|n| format!("t{n}"))
            .collect(),
    }
}
