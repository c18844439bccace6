//! Turns that the editors set beside turns of another record of the same conversation.

use super::{Passage, Word};
use crate::diagnostic::Place;

/// What the editors say of a turn and the other records of its conversation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counterpart {
    /// The turn of this document.
    pub here: TurnNamed,
    /// What the others have in its place.
    pub there: There,
    /// Where an editor wrote it.
    pub place: Place,
}

/// What other records have of a turn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum There {
    /// A turn of another document that says the same.
    Turn {
        /// The document, by its name in addresses.
        document: Word,
        /// The turn.
        turn: Box<TurnNamed>,
    },
    /// Nothing: it stands alone.
    Nothing,
}

/// A turn, as editors name it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TurnNamed {
    /// By words of it.
    Words(Passage),
    /// By its address: `t12`.
    Anchor(Word),
    /// All that stand alone: the editors have looked at them.
    Rest,
}
