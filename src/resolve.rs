//! Labels and mentions → people.
//!
//! Two steps: [`candidates`] looks at one document (pure, and so cacheable), [`people`] at the whole archive. A guess is never stored
//! as a fact: it has its own variant of [`Attribution`] and its evidence.

mod bearers;
mod candidates;
mod head;
mod mentions;
mod names;
mod people;
mod provisional;
mod slips;
mod translit;
mod voices;
mod within;

use crate::authority::PersonId;
use std::collections::BTreeMap;

pub use candidates::{Candidates, Known, candidates};
pub use mentions::Mention;
pub use people::{People, Provisional, Read, people};

/// Whom a turn is attributed to. The label itself is never replaced.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Attribution {
    /// One entry of the authority file fits.
    Known {
        /// Who.
        person: PersonId,
        /// Why.
        evidence: Evidence,
    },
    /// The editors decided, in the record.
    ByRecord {
        /// Who.
        person: PersonId,
        /// Why, in the editors' words.
        reason: String,
    },
    /// Two or more people fit. Choosing is the editor's work, not ours.
    Ambiguous {
        /// Those who fit, in order of identifiers; two at least.
        candidates: Vec<PersonId>,
    },
    /// No entry of the authority file fits: a person known only from labels.
    Provisional {
        /// The identifier made from the label.
        person: PersonId,
        /// Why the label is taken for this person.
        evidence: Evidence,
    },
    /// The source names a group: “Several voices”.
    Collective,
    /// The source itself does not know: “Unidentified speaker”.
    Unidentified,
    /// No label is printed: nobody's words until an editor decides.
    Unmarked,
}

impl Attribution {
    /// The person, where there is exactly one.
    pub fn person(&self) -> Option<&PersonId> {
        match self {
            Attribution::Known { person, .. }
            | Attribution::ByRecord { person, .. }
            | Attribution::Provisional { person, .. } => Some(person),
            Attribution::Ambiguous { .. }
            | Attribution::Collective
            | Attribution::Unidentified
            | Attribution::Unmarked => None,
        }
    }

    /// The same with other identifiers for people known only from labels.
    #[must_use]
    pub fn renamed(self, names: &BTreeMap<PersonId, PersonId>) -> Attribution {
        let new = |id: PersonId| names.get(&id).cloned().unwrap_or(id);
        match self {
            Attribution::Provisional { person, evidence } => Attribution::Provisional {
                person: new(person),
                evidence,
            },
            Attribution::Ambiguous { candidates } => {
                let mut candidates: Vec<PersonId> = candidates.into_iter().map(new).collect();
                candidates.sort();
                Attribution::Ambiguous { candidates }
            }
            same @ (Attribution::Known { .. }
            | Attribution::ByRecord { .. }
            | Attribution::Collective
            | Attribution::Unidentified
            | Attribution::Unmarked) => same,
        }
    }

    /// The word for it in exports: `authority`, `record`, `provisional` ...
    pub fn how(&self) -> &'static str {
        match self {
            Attribution::Known { .. } => "authority",
            Attribution::ByRecord { .. } => "record",
            Attribution::Provisional { .. } => "provisional",
            Attribution::Ambiguous { .. } => "ambiguous",
            Attribution::Collective => "collective",
            Attribution::Unidentified => "unidentified",
            Attribution::Unmarked => "unmarked",
        }
    }

    /// The evidence in words, for exports and `title`s; empty where there is none.
    pub fn evidence(&self) -> String {
        match self {
            Attribution::Known { evidence, .. } | Attribution::Provisional { evidence, .. } => {
                evidence.describe().to_owned()
            }
            Attribution::ByRecord { reason, .. } => reason.clone(),
            Attribution::Ambiguous { .. }
            | Attribution::Collective
            | Attribution::Unidentified
            | Attribution::Unmarked => String::new(),
        }
    }
}

/// Why a label is taken for a person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Evidence {
    /// The label stands in the person's entry.
    Listed,
    /// It is the person's name, or a variant of it.
    FullName,
    /// Initials and surname fit one person only.
    Initials,
    /// The surname fits one person only.
    Surname,
    /// The surname is misspelt by a letter, the initials fit, and nobody else is near.
    Misspelt,
    /// The narration names the person just before the quotation.
    NamedBefore,
    /// The file's markup names the person.
    Markup,
    /// Only this one of those who fit takes part.
    TakesPart,
    /// Only this one of those who fit has the seat or party printed in the label.
    Seat,
    /// Another way to write the name in our letters.
    Transliterated,
    /// The label is the initials of one name of the document.
    Letters,
    /// Only one who takes part has this first name.
    FirstName,
    /// The head of the document gives the name.
    Head,
    /// The head of the document names who asks or answers.
    Role,
    /// The document or the authority file says who holds the office.
    Office,
    /// Nothing but the labels.
    Labels,
}

impl Evidence {
    /// In words.
    pub fn describe(self) -> &'static str {
        match self {
            Evidence::Listed => "the label is listed for this person",
            Evidence::FullName => "the label is the person’s name",
            Evidence::Initials => "initials and surname fit one person only",
            Evidence::Surname => "the surname fits one person only",
            Evidence::Misspelt => {
                "a spelling of the surname that differs by a letter; the initials fit and nobody else is near"
            }
            Evidence::NamedBefore => "named by the narration before the quotation",
            Evidence::Markup => "named in the file’s markup",
            Evidence::TakesPart => {
                "of those the label fits, only this one takes part in the document"
            }
            Evidence::Seat => {
                "of those the label fits, only this one has the seat or party in the label"
            }
            Evidence::Transliterated => "another spelling of a name from another script",
            Evidence::Letters => "the label is the initials of one name in the document",
            Evidence::FirstName => "only one who takes part has this first name",
            Evidence::Head => "the head of the document gives the full name",
            Evidence::Role => "the head of the document names the person who asks or answers",
            Evidence::Office => "the document or the authority file says who holds the office",
            Evidence::Labels => "known only from labels",
        }
    }
}
