//! Where the builder stands: in a turn, a label, a line, and what counts there.

use super::blocks;
use super::builder::Builder;
use super::vocabulary::{Around, Part, Role};

impl<'a> Builder<'a> {
    /// Whether the blanks of a line of text count, as memcon's own exports say where two stand together: of the element that holds the
    /// line. Other programs say it of a whole file, and set it in all the same.
    pub(super) fn keeps_blanks(&self) -> bool {
        const LINES: [&str; 7] = ["p", "seg", "note", "head", "heading", "speaker", "from"];
        let mut around = self.frames.iter().rev();
        self.has_space
            && around
                .find_map(|frame| Some((frame.name, frame.tag.value(&["xml:space"])?)))
                .is_some_and(|(name, space)| space == "preserve" && LINES.contains(&name))
    }

    /// Where the next element stands.
    pub(super) fn around(&self) -> Around<'a> {
        let part = if self.decided(|role| matches!(role, Role::Header(_))) {
            Part::Header
        } else if self.decided(|role| matches!(role, Role::Label | Role::LabelAhead)) {
            Part::Label
        } else if self.in_turn() {
            Part::Turn
        } else {
            Part::Between
        };
        Around {
            parent: self.frames.last().map_or("", |frame| frame.name),
            in_line: self.in_line(),
            part,
        }
    }

    /// Whether the innermost element that is more than a stretch of a line holds lines.
    pub(super) fn in_line(&self) -> bool {
        let inside = |role| {
            matches!(
                role,
                Role::Through | Role::Marked(_) | Role::Word | Role::Quotation | Role::Fact(_)
            )
        };
        let around = self.frames.iter().rev().find(|frame| !inside(frame.role));
        around.is_some_and(|frame| blocks::holds_lines(frame.name))
    }

    pub(super) fn decided(&self, is: impl Fn(Role) -> bool) -> bool {
        self.frames.iter().any(|frame| is(frame.role))
    }

    pub(super) fn in_turn(&self) -> bool {
        self.turns
            .last()
            .is_some_and(|turn| turn.frame >= self.floor)
    }

    /// Whether somebody's words are quoted inside a turn.
    pub(super) fn is_quoting(&self) -> bool {
        self.turns.last().is_some_and(|turn| {
            let inside = self.frames.get(turn.frame..).unwrap_or_default();
            inside.iter().any(|frame| frame.role == Role::Quotation)
        })
    }

    /// Whether the innermost element stands right in a label.
    pub(super) fn around_is_label(&self) -> bool {
        let around = self.frames.iter().rev().nth(1);
        around.is_some_and(|frame| frame.role == Role::Label)
    }

    pub(super) fn label_fits(&self) -> bool {
        self.growing.is_empty()
            && self
                .turns
                .last()
                .is_some_and(|turn| turn.label.is_none() && turn.paragraphs.is_empty())
    }
}
