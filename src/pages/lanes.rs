//! The lane and the color of each speaker in the drawing of a document.
//!
//! A person has one color and shape in the whole archive, as long as the speakers of a document can be told apart by them. Where they
//! cannot, those who speak most in the document have the six, and all others share the last, in the last lane.

use super::words;
use crate::authority::PersonId;
use crate::site::{DocumentEntry, Site};

/// How many lanes there are, and how many colors and shapes.
pub(super) const MOST: usize = 6;

/// The lanes of one document.
pub(super) struct Lanes<'a> {
    site: &'a Site,
    order: Vec<&'a PersonId>,
    /// Whether colors are the archive's; else they go by lane.
    by_archive: bool,
}

impl<'a> Lanes<'a> {
    /// For drawings beside those of other documents: the archive's colors.
    pub(super) fn of_archive(site: &'a Site, document: &'a DocumentEntry) -> Lanes<'a> {
        let mut order: Vec<&PersonId> = document.shares.iter().map(|share| &share.person).collect();
        // As in `Site::speakers`.
        let n_words = |id| {
            site.people
                .get(id)
                .map_or(0, |person| person.total().n_words)
        };
        order.sort_by(|a, b| n_words(b).cmp(&n_words(a)).then_with(|| a.cmp(b)));
        Lanes {
            site,
            order,
            by_archive: true,
        }
    }

    /// For the document's own page.
    pub(super) fn of_document(site: &'a Site, document: &'a DocumentEntry) -> Lanes<'a> {
        let lanes = Lanes::of_archive(site, document);
        let mut slots: Vec<u8> = lanes
            .order
            .iter()
            .map(|id| lanes.archive_slot(id))
            .collect();
        slots.sort_unstable();
        if slots.windows(2).all(|two| two[0] != two[1]) {
            return lanes;
        }
        Lanes {
            order: document.shares.iter().map(|share| &share.person).collect(),
            by_archive: false,
            ..lanes
        }
    }

    /// The speakers in the order of their lanes.
    pub(super) fn order(&self) -> &[&'a PersonId] {
        &self.order
    }

    /// The number of lanes, at least one.
    pub(super) fn len(&self) -> usize {
        self.order.len().clamp(1, MOST)
    }

    /// The lane of a speaker, from 0; those after the sixth share the last.
    pub(super) fn lane(&self, person: &PersonId) -> usize {
        let position = self.order.iter().position(|id| *id == person);
        position.unwrap_or(0).min(MOST - 1)
    }

    /// The class that gives a speaker's color and shape.
    pub(super) fn class(&self, person: &PersonId) -> &'static str {
        if self.by_archive {
            words::slot_class(self.archive_slot(person))
        } else {
            words::slot_class((self.lane(person) + 1) as u8)
        }
    }

    fn archive_slot(&self, person: &PersonId) -> u8 {
        self.site.people.get(person).map_or(0, |person| person.slot)
    }
}
