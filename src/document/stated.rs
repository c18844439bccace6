//! What a source says of its stretches besides who speaks: when they are said, and at which address they were published.

use crate::source::Span;

/// What the source itself says of its stretches.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Stated {
    /// When words are said, in order of place.
    pub times: Vec<Timed>,
    /// Addresses, in order of place.
    pub addresses: Vec<Addressed>,
}

/// When words are said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Timed {
    /// The words, in the reading text.
    pub span: Span,
    /// When they begin, in milliseconds from the beginning of the recording.
    pub start: u64,
    /// When they end; no later than they begin where the source does not say it.
    pub end: u64,
}

/// The address of a turn or paragraph in a file that memcon wrote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Addressed {
    /// Where the turn or paragraph begins in the reading text.
    pub at: usize,
    /// `t12`, `t12p3`
    pub anchor: String,
}
