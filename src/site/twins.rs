//! Documents with one title and people with one name, which pages and lists of results must tell apart.

use super::Site;
use crate::authority::PersonId;
use crate::date::Edtf;
use crate::source::DocumentId;
use std::collections::{BTreeMap, BTreeSet};

/// What shares its title or name with another.
#[derive(Clone, Default, Debug)]
pub struct Twins {
    /// Documents whose title others have too.
    titles: BTreeSet<DocumentId>,
    /// Documents whose title and date others have too.
    documents: BTreeSet<DocumentId>,
    /// People whose name others have too.
    people: BTreeSet<PersonId>,
    /// Conversations whose title others have too.
    conversations: BTreeSet<usize>,
}

impl Twins {
    pub(super) fn of(site: &Site) -> Twins {
        let titles = site.documents.iter();
        let titles = titles.map(|one| (one.facts.title.to_lowercase(), &one.id));
        let documents = site.documents.iter();
        let documents = documents.map(|one| {
            let date = one.facts.date.as_ref().map(Edtf::as_str);
            ((one.facts.title.to_lowercase(), date), &one.id)
        });
        let people = site.people.values();
        let people = people.map(|one| (one.name.to_lowercase(), &one.id));
        let conversations = site.conversations.iter().enumerate();
        let conversations: Vec<(String, usize)> = conversations
            .map(|(index, one)| (one.title.to_lowercase(), index))
            .collect();
        Twins {
            titles: shared(titles),
            documents: shared(documents),
            people: shared(people),
            conversations: shared(conversations.iter().map(|(title, index)| (title, index))),
        }
    }

    /// Whether another document has this one's title.
    pub fn has_title_of_another(&self, id: &DocumentId) -> bool {
        self.titles.contains(id)
    }

    /// Whether another document has this one's title and date.
    pub fn is_twin(&self, id: &DocumentId) -> bool {
        self.documents.contains(id)
    }

    /// Whether another conversation has the title of the one at this position.
    pub fn has_conversation(&self, index: usize) -> bool {
        self.conversations.contains(&index)
    }

    /// Whether somebody else has this person's name.
    pub fn has_name_of_another(&self, id: &PersonId) -> bool {
        self.people.contains(id)
    }
}

/// Those whose key others have too.
fn shared<'a, K: Ord, I: Ord + Clone + 'a>(all: impl Iterator<Item = (K, &'a I)>) -> BTreeSet<I> {
    let mut by_key: BTreeMap<K, Vec<&I>> = BTreeMap::new();
    for (key, id) in all {
        by_key.entry(key).or_default().push(id);
    }
    let several = by_key.into_values().filter(|ids| ids.len() > 1);
    several.flatten().cloned().collect()
}
