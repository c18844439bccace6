//! A citation with places left open: formatted once a document, filled in turn by turn, here and by a script in the page.

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

/// What a place is left open for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Slot {
    /// Who speaks, in full.
    Speaker,
    /// The family name of who speaks.
    Family,
    /// The given names.
    Given,
    /// The first letters of the given names.
    Initials,
    /// “turn 2, par. 14”.
    Place,
    /// The anchor of the passage: `t2p14`.
    Anchor,
}

impl Slot {
    fn name(self) -> &'static str {
        match self {
            Slot::Speaker => "speaker",
            Slot::Family => "family",
            Slot::Given => "given",
            Slot::Initials => "initials",
            Slot::Place => "place",
            Slot::Anchor => "anchor",
        }
    }
}

/// A stretch of text, or a place left open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// Text as it is.
    Text(String),
    /// A place left open; what stands between initials is told with them.
    Open(Slot, String),
}

/// Texts as they are, each open place as a list of its name and, for initials, of what stands between them.
impl Serialize for Piece {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Piece::Text(text) => serializer.serialize_str(text),
            Piece::Open(slot, between) => {
                let mut list = serializer.serialize_seq(None)?;
                list.serialize_element(slot.name())?;
                if *slot == Slot::Initials {
                    list.serialize_element(between)?;
                }
                list.end()
            }
        }
    }
}

/// A citation with places left open.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize)]
#[serde(transparent)]
pub struct Pattern {
    /// In order.
    pub pieces: Vec<Piece>,
}

/// Who speaks, as citations say it: in full, and in two parts where the family name is known.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Speaker {
    /// “Mikhail Gorbachev”, “Speaker not marked”.
    pub speaker: String,
    /// “Gorbachev”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// “Mikhail”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
}

impl Pattern {
    pub(super) fn text(&mut self, text: &str) {
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Text(last)) => last.push_str(text),
            _ => self.pieces.push(Piece::Text(text.to_owned())),
        }
    }

    pub(super) fn open(&mut self, slot: Slot) {
        self.pieces.push(Piece::Open(slot, String::new()));
    }

    pub(super) fn leaves_open(&self, wanted: Slot) -> bool {
        let is_wanted = |piece: &Piece| matches!(piece, Piece::Open(slot, _) if *slot == wanted);
        self.pieces.iter().any(is_wanted)
    }

    /// The citation of a passage.
    pub fn fill(&self, speaker: &Speaker, place: &str, anchor: &str) -> String {
        let mut out = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Open(slot, between) => match slot {
                    Slot::Speaker => out.push_str(&speaker.speaker),
                    Slot::Family => out.push_str(speaker.family.as_deref().unwrap_or_default()),
                    Slot::Given => out.push_str(speaker.given.as_deref().unwrap_or_default()),
                    Slot::Initials => {
                        let given = speaker.given.as_deref().unwrap_or_default();
                        out.push_str(&initials(given, between));
                    }
                    Slot::Place => out.push_str(place),
                    Slot::Anchor => out.push_str(anchor),
                },
            }
        }
        out
    }
}

/// “Mikhail Sergeyevich” → “M. S”, with “. ” between; what follows the last letter is the style's.
fn initials(given: &str, between: &str) -> String {
    let letters = given.split_whitespace().map(|name| {
        let parts = name.split('-').filter_map(|part| part.chars().next());
        let parts: Vec<String> = parts.map(String::from).collect();
        parts.join(&format!("{}-", between.trim_end()))
    });
    letters.collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_stand_as_the_style_sets_them() {
        assert_eq!(initials("Mikhail Sergeyevich", ". "), "M. S");
        assert_eq!(initials("Jean-Luc", ". "), "J.-L");
        assert_eq!(initials("Mikhail Sergeyevich", ""), "MS");
    }
}
