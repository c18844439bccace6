//! What one speaker's page and tables are made from: printed names, years, with whom, mentions by others.
//!
//! Each is found from the person's own turns and the turns beside them, in time in proportion to what is found; none is stored.

use super::{Appearance, DocumentEntry, PersonEntry, Site, Tally};
use crate::authority::PersonId;
use crate::date::Edtf;
use crate::document::{Block, Label};
use std::collections::{BTreeMap, BTreeSet};

/// More turns than these, of several years, are not shown on one page.
const TURNS_A_PAGE: usize = 1000;

/// A table of a speaker, published as CSV.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SpeakerTable {
    /// The forms in which the person's name is printed.
    Names,
    /// Turns and words by document.
    Documents,
    /// Turns and words by year.
    Years,
    /// Every turn.
    Turns,
    /// Who speaks in the same conversations.
    Companions,
    /// Distinctive words.
    Words,
    /// Turns of others that mention the person.
    Mentions,
}

impl SpeakerTable {
    /// All of them.
    pub const ALL: [SpeakerTable; 7] = [
        SpeakerTable::Names,
        SpeakerTable::Documents,
        SpeakerTable::Years,
        SpeakerTable::Turns,
        SpeakerTable::Companions,
        SpeakerTable::Words,
        SpeakerTable::Mentions,
    ];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            SpeakerTable::Names => "names",
            SpeakerTable::Documents => "documents",
            SpeakerTable::Years => "years",
            SpeakerTable::Turns => "turns",
            SpeakerTable::Companions => "with",
            SpeakerTable::Words => "words",
            SpeakerTable::Mentions => "mentions",
        }
    }
}

/// The turn with this position in the document with that position.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct TurnPlace {
    /// Position in [`Site::documents`].
    pub document: usize,
    /// Position in [`DocumentEntry::turns`].
    pub turn: usize,
}

/// A form in which a name is printed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PrintedName {
    /// As printed.
    pub text: String,
    /// How often.
    pub n: usize,
    /// Where first, in order of time.
    pub first: TurnPlace,
}

/// How a person's name is printed, the most frequent form first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PrintedNames {
    /// As a label.
    pub labels: Vec<PrintedName>,
    /// Where somebody speaks of the person.
    pub mentions: Vec<PrintedName>,
}

/// Turns and words of a year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct YearTally {
    /// The year; `None` for turns without a date.
    pub year: Option<i32>,
    /// By printed label or quotation.
    pub printed: Tally,
    /// Assigned by the editors.
    pub by_editors: Tally,
}

/// Somebody who speaks in the same conversations.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Companion {
    /// Who.
    pub person: PersonId,
    /// Documents with such conversations.
    pub n_documents: usize,
    /// Conversations in which both speak. Several records of one conversation count once.
    pub n_conversations: usize,
    /// Places where a turn of one and a turn of the other stand next to each other, with nothing left out between them.
    pub n_adjacent: usize,
}

/// Turns of somebody else that mention the person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MentionedBy {
    /// Who; `None` where nobody is named for the turns.
    pub speaker: Option<PersonId>,
    /// What is printed in place of a name, where nobody is named: “Several voices”.
    pub label: Option<String>,
    /// The number of turns.
    pub n_turns: usize,
    /// Documents and their turns, in order of time.
    pub documents: Vec<(usize, Vec<usize>)>,
}

impl Site {
    /// Whether there are rows for a table of a speaker: only then is it published, and led to.
    pub fn has_speaker_table(&self, person: &PersonEntry, table: SpeakerTable) -> bool {
        match table {
            SpeakerTable::Documents | SpeakerTable::Turns => person.speaks(),
            SpeakerTable::Names => {
                let is_labeled = person.labels.keys().any(|label| !label.is_empty());
                is_labeled || !person.mentioned.is_empty()
            }
            SpeakerTable::Years => self.has_years(person),
            SpeakerTable::Companions => person.appearances.iter().any(|appearance| {
                let document = &self.documents[appearance.document];
                !together(document, person, &appearance.turns).is_empty()
            }),
            SpeakerTable::Words => {
                let mut comparisons = self.distinctive_words(person).iter();
                comparisons.any(|comparison| !comparison.words.is_empty())
            }
            SpeakerTable::Mentions => person.mentioned.iter().any(|&(document, turn)| {
                let turn = &self.documents[document].turns[turn];
                turn.attribution.person() != Some(&person.id)
            }),
        }
    }

    /// Whether there may be such rows, as far as that is known without counting the words of the whole archive.
    pub(super) fn may_have_speaker_table(&self, person: &PersonEntry, table: SpeakerTable) -> bool {
        match table {
            SpeakerTable::Words => self.lexicon.may_compare(&person.id),
            SpeakerTable::Names
            | SpeakerTable::Documents
            | SpeakerTable::Years
            | SpeakerTable::Turns
            | SpeakerTable::Companions
            | SpeakerTable::Mentions => self.has_speaker_table(person, table),
        }
    }

    /// Whether the person speaks in more than one year.
    fn has_years(&self, person: &PersonEntry) -> bool {
        let mut years = self
            .places(person)
            .map(|place| self.documents[place.document].turn_date(place.turn))
            .map(|date| date.map(Edtf::year));
        let first = years.next();
        years.any(|year| Some(year) != first)
    }

    /// The years that have a page of their own; none where all turns stand on the speaker's page. `None` is for turns without a date.
    pub fn years_apart(&self, person: &PersonEntry) -> Vec<Option<i32>> {
        if person.total().n_turns <= TURNS_A_PAGE || !self.has_years(person) {
            return Vec::new();
        }
        let years = self.years(person).into_iter();
        years.map(|tally| tally.year).collect()
    }

    /// The turns of one year.
    pub fn appearances_in(&self, person: &PersonEntry, year: Option<i32>) -> Vec<Appearance> {
        let is_then = |document: usize, turn: usize| {
            self.documents[document].turn_date(turn).map(Edtf::year) == year
        };
        let in_year = |appearance: &Appearance| Appearance {
            document: appearance.document,
            turns: appearance
                .turns
                .iter()
                .copied()
                .filter(|turn| is_then(appearance.document, *turn))
                .collect(),
        };
        let all = person.appearances.iter().map(in_year);
        all.filter(|appearance| !appearance.turns.is_empty())
            .collect()
    }

    /// All turns of a person, in order of time.
    pub fn places<'a>(&self, person: &'a PersonEntry) -> impl Iterator<Item = TurnPlace> + 'a {
        person.appearances.iter().flat_map(|appearance| {
            appearance.turns.iter().map(|turn| TurnPlace {
                document: appearance.document,
                turn: *turn,
            })
        })
    }

    /// The forms in which a person's name is printed.
    pub fn printed_names(&self, person: &PersonEntry) -> PrintedNames {
        let mut labels = Forms::default();
        for place in self.places(person) {
            if let Some(label) = &self.documents[place.document].turn(place.turn).label {
                labels.add(label.name(), place);
            }
        }
        let mut mentions = Forms::default();
        for &(document, turn) in &person.mentioned {
            let entry = &self.documents[document];
            let block = entry.turns[turn].block;
            let from = entry
                .mentions
                .partition_point(|mention| mention.block < block);
            let here = entry.mentions[from..]
                .iter()
                .take_while(|mention| mention.block == block)
                .filter(|mention| mention.person == person.id);
            for mention in here {
                let paragraph = entry.document.blocks[block]
                    .paragraphs()
                    .get(mention.paragraph);
                let text = paragraph.and_then(|p| p.text.text().get(mention.range.clone()));
                mentions.add(text.unwrap_or_default(), TurnPlace { document, turn });
            }
        }
        PrintedNames {
            labels: labels.in_order(),
            mentions: mentions.in_order(),
        }
    }

    /// Turns and words by year, those without a date last.
    pub fn years(&self, person: &PersonEntry) -> Vec<YearTally> {
        let mut years: BTreeMap<(bool, Option<i32>), (Tally, Tally)> = BTreeMap::new();
        for place in self.places(person) {
            let document = &self.documents[place.document];
            let year = document.turn_date(place.turn).map(Edtf::year);
            let (printed, by_editors) = years.entry((year.is_none(), year)).or_default();
            let kind = if document.is_assigned(place.turn) {
                by_editors
            } else {
                printed
            };
            *kind = *kind
                + Tally {
                    n_turns: 1,
                    n_words: document.turns[place.turn].n_words,
                };
        }
        years
            .into_iter()
            .map(|((_, year), (printed, by_editors))| YearTally {
                year,
                printed,
                by_editors,
            })
            .collect()
    }

    /// Who speaks in the same conversations, the most frequent first.
    pub fn companions(&self, person: &PersonEntry) -> Vec<Companion> {
        let mut found: BTreeMap<&PersonId, (Companion, BTreeSet<usize>)> = BTreeMap::new();
        for appearance in &person.appearances {
            let document = &self.documents[appearance.document];
            for (other, conversations) in together(document, person, &appearance.turns) {
                let (companion, all) = found.entry(other).or_insert_with(|| {
                    let companion = Companion {
                        person: other.clone(),
                        n_documents: 0,
                        n_conversations: 0,
                        n_adjacent: 0,
                    };
                    (companion, BTreeSet::new())
                });
                companion.n_documents += 1;
                all.extend(conversations);
                companion.n_conversations = all.len();
            }
            for turn in &appearance.turns {
                let neighbors = [turn.checked_sub(1), Some(turn + 1)];
                for neighbor in neighbors.into_iter().flatten() {
                    let other = beside(document, *turn, neighbor);
                    if let Some((companion, _)) = other.and_then(|id| found.get_mut(id)) {
                        companion.n_adjacent += 1;
                    }
                }
            }
        }
        let found = found.into_values();
        let mut found: Vec<Companion> = found.map(|(companion, _)| companion).collect();
        // The sort is stable: people with the same numbers stay in the order of their identifiers.
        found.sort_by_key(|c| std::cmp::Reverse((c.n_conversations, c.n_adjacent)));
        found
    }

    /// Who else mentions the person, the most frequent first.
    pub fn mentioned_by(&self, person: &PersonEntry) -> Vec<MentionedBy> {
        let mut by: BTreeMap<(Option<&PersonId>, Option<&str>), MentionedBy> = BTreeMap::new();
        for &(document, turn) in &person.mentioned {
            let speaker = self.documents[document].turns[turn].attribution.person();
            if speaker == Some(&person.id) {
                continue;
            }
            let label = match speaker {
                Some(_) => None,
                None => self.documents[document].turn(turn).label.as_ref(),
            };
            let label = label.map(Label::name);
            let entry = by.entry((speaker, label)).or_insert_with(|| MentionedBy {
                speaker: speaker.cloned(),
                label: label.map(str::to_owned),
                n_turns: 0,
                documents: Vec::new(),
            });
            entry.n_turns += 1;
            match entry.documents.last_mut() {
                Some((last, turns)) if *last == document => turns.push(turn),
                _ => entry.documents.push((document, vec![turn])),
            }
        }
        let mut found: Vec<MentionedBy> = by.into_values().collect();
        found.sort_by_key(|by| std::cmp::Reverse(by.n_turns));
        found
    }
}

/// Who else speaks in the conversations of these turns, and in which of them, as positions in [`Site::conversations`].
fn together<'a>(
    document: &'a DocumentEntry,
    person: &PersonEntry,
    turns: &[usize],
) -> BTreeMap<&'a PersonId, BTreeSet<usize>> {
    if document.conversations.is_empty() {
        let everyone = document.shares.iter().map(|share| &share.person);
        return everyone
            .filter(|id| **id != person.id)
            .map(|id| (id, document.conversation.into_iter().collect()))
            .collect();
    }
    let own: BTreeSet<usize> = turns
        .iter()
        .filter_map(|turn| document.turns[*turn].conversation)
        .collect();
    let mut others: BTreeMap<&PersonId, BTreeSet<usize>> = BTreeMap::new();
    for turn in &document.turns {
        let id = turn.attribution.person().filter(|id| **id != person.id);
        let part = turn.conversation.filter(|at| own.contains(at));
        if let (Some(id), Some(part)) = (id, part) {
            let conversation = document.conversations[part].conversation;
            others.entry(id).or_default().insert(conversation);
        }
    }
    others
}

/// Who speaks in the turn beside this one, if both belong to one conversation and nothing is left out between them.
fn beside(document: &DocumentEntry, turn: usize, neighbor: usize) -> Option<&PersonId> {
    let (own, other) = (&document.turns[turn], document.turns.get(neighbor)?);
    let blocks = own.block.min(other.block) + 1..own.block.max(other.block);
    let is_cut = document.document.blocks[blocks]
        .iter()
        .any(|block| matches!(block, Block::Gap(_) | Block::Heading(_)));
    let is_same = own.conversation == other.conversation;
    other.attribution.person().filter(|_| is_same && !is_cut)
}

/// Printed forms being counted.
#[derive(Default)]
struct Forms<'a>(BTreeMap<&'a str, (usize, Option<TurnPlace>)>);

impl<'a> Forms<'a> {
    fn add(&mut self, text: &'a str, place: TurnPlace) {
        if text.is_empty() {
            return;
        }
        let (n, first) = self.0.entry(text).or_default();
        *n += 1;
        first.get_or_insert(place);
    }

    fn in_order(self) -> Vec<PrintedName> {
        let mut names: Vec<PrintedName> = self
            .0
            .into_iter()
            .filter_map(|(text, (n, first))| {
                Some(PrintedName {
                    text: text.to_owned(),
                    n,
                    first: first?,
                })
            })
            .collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.n));
        names
    }
}
