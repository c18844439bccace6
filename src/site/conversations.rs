//! The conversations of the archive: a talk is not a document. One document can report several, and one talk can have several records.

use super::{Alignment, DocumentEntry, Presence, Site};
use crate::authority::PersonId;
use crate::date::Edtf;
use std::collections::BTreeMap;

/// A conversation, with every record of it.
#[derive(Clone, Debug)]
pub struct Conversation {
    /// Its name in addresses: the editors' identifier, else the name of the document that is its record.
    pub name: String,
    /// What it was, as the editors call it; else the title of its first record.
    pub title: String,
    /// The document whose title it has, if that is so.
    pub titled_by: Option<usize>,
    /// When, as its records say; usually one date, the first record's first.
    pub dates: Vec<Edtf>,
    /// When, in the sources' words.
    pub dates_printed: Vec<String>,
    /// Where, as printed.
    pub places: Vec<String>,
    /// Where, as the editors read it.
    pub places_editors: Vec<String>,
    /// Who speaks in its records, by the words of the record that has most of them.
    pub speaking: Vec<Presence>,
    /// Who took part and is not quoted, or was present.
    pub silent: Vec<Presence>,
    /// Its records: whole documents first, then parts of documents, each in order of time.
    pub tellings: Vec<Telling>,
    /// Its records side by side, where several have turns.
    pub alignment: Option<Alignment>,
}

/// One record of a conversation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Telling {
    /// Position of the document in [`Site::documents`].
    pub document: usize,
    /// Which of the conversations the document reports; `None` where all of the document is its record.
    pub part: Option<usize>,
}

impl Telling {
    /// The turns of the record, as positions in the document's.
    pub fn turns(self, site: &Site) -> impl Iterator<Item = usize> {
        let turns = &site.documents[self.document].turns;
        (0..turns.len())
            .filter(move |index| self.part.is_none() || turns[*index].conversation == self.part)
    }
}

impl Conversation {
    /// When it was, for order in time.
    pub fn date(&self) -> Option<&Edtf> {
        self.dates.first()
    }
}

impl Site {
    /// Joins the records of each conversation, once the documents stand in order.
    pub(super) fn gather_conversations(&mut self) {
        let mut by_name: BTreeMap<String, Vec<Telling>> = BTreeMap::new();
        for (index, document) in self.documents.iter().enumerate() {
            if let Some(name) = own_name(document) {
                by_name.entry(name).or_default().push(Telling {
                    document: index,
                    part: None,
                });
            }
        }
        for (index, document) in self.documents.iter().enumerate() {
            for (part, conversation) in document.conversations.iter().enumerate() {
                by_name
                    .entry(conversation.id.clone())
                    .or_default()
                    .push(Telling {
                        document: index,
                        part: Some(part),
                    });
            }
        }
        let mut conversations: Vec<Conversation> = by_name
            .into_iter()
            .map(|(name, tellings)| self.join(name, tellings))
            .collect();
        conversations.sort_by(|a, b| match (a.date(), b.date()) {
            (Some(x), Some(y)) => x.cmp(y).then_with(|| a.name.cmp(&b.name)),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (None, None) => a.name.cmp(&b.name),
        });
        for (index, conversation) in conversations.iter().enumerate() {
            for telling in &conversation.tellings {
                let document = &mut self.documents[telling.document];
                match telling.part {
                    Some(part) => document.conversations[part].conversation = index,
                    None => document.conversation = Some(index),
                }
            }
        }
        self.conversations = conversations;
    }

    fn join(&self, name: String, tellings: Vec<Telling>) -> Conversation {
        let mut titled = None;
        let (mut dates, mut dates_printed) = (Vec::new(), Vec::new());
        let (mut places, mut places_editors) = (Vec::new(), Vec::new());
        let mut words: BTreeMap<PersonId, usize> = BTreeMap::new();
        let mut present: Vec<Presence> = Vec::new();
        for telling in &tellings {
            let document = &self.documents[telling.document];
            let mut here: BTreeMap<&PersonId, usize> = BTreeMap::new();
            for turn in telling.turns(self).map(|index| &document.turns[index]) {
                if let Some(person) = turn.attribution.person() {
                    *here.entry(person).or_default() += turn.n_words;
                }
            }
            for (person, n) in here {
                let most = words.entry(person.clone()).or_default();
                *most = n.max(*most);
            }
            if let Some(part) = telling.part {
                let part = &document.conversations[part];
                titled = titled.or_else(|| Some(part.title.clone()));
                add(&mut dates, part.date.as_ref());
                add(&mut dates_printed, part.date_printed.as_ref());
                add(&mut places, part.place.as_ref());
                present.extend(
                    part.participants
                        .iter()
                        .map(|person| presence(document, person)),
                );
            } else {
                let facts = &document.facts;
                add(&mut dates, facts.date.as_ref());
                add(&mut dates_printed, facts.date_printed.as_ref());
                add(&mut places, facts.place.as_ref());
                add(&mut places_editors, facts.place_editors.as_ref());
                let people = document.shares.iter().map(|share| &share.person);
                let people = people.chain(document.silent.iter().map(|one| &one.person));
                present.extend(people.map(|person| presence(document, person)));
            }
        }
        let mut speaking: Vec<Presence> = Vec::new();
        let mut silent: Vec<Presence> = Vec::new();
        let mut place_of: BTreeMap<PersonId, usize> = BTreeMap::new();
        for one in present {
            let list = if words.contains_key(&one.person) {
                &mut speaking
            } else {
                &mut silent
            };
            match place_of.get(&one.person) {
                Some(at) => {
                    let other = &mut list[*at];
                    other.role = other.role.take().or(one.role);
                    other.printed = other.printed.take().or(one.printed);
                }
                None => {
                    place_of.insert(one.person.clone(), list.len());
                    list.push(one);
                }
            }
        }
        // Whoever is quoted without having been named as taking part.
        for person in words.keys() {
            if !place_of.contains_key(person) {
                speaking.push(Presence {
                    person: person.clone(),
                    printed: None,
                    role: None,
                });
            }
        }
        speaking.sort_by(|a, b| {
            let order = words.get(&b.person).cmp(&words.get(&a.person));
            order.then_with(|| a.person.cmp(&b.person))
        });
        let first = tellings.first().map_or(0, |telling| telling.document);
        Conversation {
            name,
            titled_by: titled.is_none().then_some(first),
            title: titled.unwrap_or_else(|| self.documents[first].facts.title.clone()),
            dates,
            dates_printed,
            places,
            places_editors,
            speaking,
            silent,
            tellings,
            alignment: None,
        }
    }
}

/// The name of the conversation that all of a document is a record of. The document's own name stays the same when its title is
/// corrected, and other records can give it as their conversation's.
fn own_name(document: &DocumentEntry) -> Option<String> {
    let stated = document.record.conversation.clone();
    let is_talk = document.conversations.is_empty() && !document.turns.is_empty();
    stated.or_else(|| is_talk.then(|| document.id.to_string()))
}

/// Somebody's part in a conversation, as the record of a document has it.
fn presence(document: &DocumentEntry, person: &PersonId) -> Presence {
    let participants = &document.record.participants;
    let found = participants.iter().find(|one| one.person == *person);
    Presence {
        person: person.clone(),
        printed: found.and_then(|one| one.printed.clone()),
        role: found.and_then(|one| one.role.clone()),
    }
}

fn add<T: Clone + PartialEq>(list: &mut Vec<T>, value: Option<&T>) {
    if let Some(value) = value.filter(|value| !list.contains(value)) {
        list.push(value.clone());
    }
}
