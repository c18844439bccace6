//! What the beginning of a line says by itself: which conventions have no label there. Most lines of a text begin no turn, and are told
//! by their first letter and the marks in them; only what may be a label is read word by word.

use super::super::shape::{begins_with_address, begins_with_particle};
use super::Mark;
use super::apart::LONGEST_TIMED_LINE;
use super::roles::starts_role;
use super::scan::{LONGEST, LONGEST_DESCRIPTION};
use crate::fold::is_small;

/// How far into a line the gap between two columns is looked for, in bytes, the signs that make it included.
const COLUMN: usize = 124;
/// How far into a line a label in small letters may reach, in bytes.
const SMALL: usize = 26;

/// A line as a whole, looked at once for all conventions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in super::super) struct Glance {
    first: char,
    /// A small letter begins no name, unless it is that of a particle joined with one.
    is_small: bool,
    /// Whether a mark that ends labels as a colon does stands where a label may end.
    has_colon: bool,
}

impl Glance {
    /// Looks at a line.
    pub(in super::super) fn of(words: &str) -> Glance {
        let first = words.chars().next().unwrap_or(' ');
        let near = beginning(words, LONGEST + LONGEST_DESCRIPTION + 8);
        Glance {
            first,
            is_small: is_small(first) && !begins_with_particle(words),
            // `：` begins with the third of these; `፦` is of one script only.
            has_colon: memchr::memchr3(b':', b';', 0xEF, near).is_some()
                || is_ethiopic(first) && words.contains('፦'),
        }
    }

    /// Whether labels with a mark may stand at the beginning of the line; `words` are those looked at.
    pub(super) fn allows(self, mark: Mark, words: &str) -> bool {
        match mark {
            Mark::Heading => true,
            Mark::Period | Mark::Dash | Mark::Line => !self.is_small,
            Mark::Colon => {
                // Signs, times and numbers before a label may be as long as they like.
                let has_lead = !self.first.is_alphabetic() || matches!(self.first, 'Q' | 'A');
                !self.is_small && (has_lead || self.has_colon || begins_with_address(words))
            }
            Mark::Square => self.first == '[' || self.may_be_time(),
            Mark::Angle => self.first == '<' || self.may_be_time(),
            Mark::TimedLine => words.len() <= LONGEST_TIMED_LINE && self.has_colon,
            Mark::Circle => !self.first.is_ascii(),
            Mark::Role => starts_role(self.first),
            Mark::SquareAlone => self.first == '[',
            Mark::RoundAlone => self.first == '(',
            Mark::AngleAlone => self.first == '<',
            // Words by themselves do not say that they are bold.
            Mark::Bold => false,
            Mark::Column => !self.is_small && has_columns(words),
            Mark::Corner => memchr::memchr(0xE3, beginning(words, COLUMN)).is_some(),
            // A particle may begin a label in small letters as well as a name.
            Mark::Small => {
                is_small(self.first) && memchr::memchr(b':', beginning(words, SMALL)).is_some()
            }
        }
    }

    /// Whether a label of any convention may stand at the beginning of the line. A small letter begins hardly any.
    pub(in super::super) fn allows_any(self, words: &str) -> bool {
        !self.is_small || self.has_colon || self.allows(Mark::Corner, words)
    }

    fn may_be_time(self) -> bool {
        matches!(self.first, '[' | '(' | '0'..='9')
    }
}

fn is_ethiopic(c: char) -> bool {
    matches!(c, '\u{1200}'..='\u{139F}')
}

fn beginning(words: &str, len: usize) -> &[u8] {
    &words.as_bytes()[..words.len().min(len)]
}

/// Whether signs stand near that part one column from the next: a tab, two blanks, a stroke, `）`.
fn has_columns(words: &str) -> bool {
    let near = beginning(words, COLUMN);
    memchr::memchr3(b'\t', b'|', 0xEF, near).is_some()
        || memchr::memmem::find(near, b"  ").is_some()
}
