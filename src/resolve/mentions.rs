//! People mentioned in the texts, found by the names of the authority file.

use crate::authority::{Authority, PersonId};
use crate::document::{Block, Document};
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeMap;
use std::ops::Range;

/// A person named in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mention {
    /// The block of the document.
    pub block: usize,
    /// The paragraph of the block.
    pub paragraph: usize,
    /// Bytes of the paragraph's text.
    pub range: Range<usize>,
    /// Who.
    pub person: PersonId,
}

/// The names of the authority file, to be looked for in one document after another.
pub(super) struct Names {
    /// None where there are no names.
    finder: Option<AhoCorasick>,
    /// Whose name it is, by its number in the finder.
    people: Vec<PersonId>,
}

impl Names {
    pub(super) fn of(authority: &Authority) -> Names {
        let names = names(authority);
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(names.keys());
        Names {
            finder: finder.ok().filter(|_| !names.is_empty()),
            people: names.into_values().collect(),
        }
    }
}

/// Finds people by their names, the longest name first; a surname counts only where one person bears it. Case matters: `Major` is a
/// person, `major` is not.
pub(super) fn find(document: &Document, names: &Names) -> Vec<Mention> {
    let Some(finder) = &names.finder else {
        return Vec::new();
    };
    let mut mentions = Vec::new();
    for (block_index, block) in document.blocks.iter().enumerate() {
        if !matches!(block, Block::Turn(_) | Block::Narration(_)) {
            continue;
        }
        for (paragraph_index, paragraph) in block.paragraphs().iter().enumerate() {
            let text = paragraph.text.text();
            for found in finder.find_iter(text) {
                if !stands_alone(text, found.range()) {
                    continue;
                }
                let person = names.people[found.pattern().as_usize()].clone();
                mentions.push(Mention {
                    block: block_index,
                    paragraph: paragraph_index,
                    range: found.range(),
                    person,
                });
            }
        }
    }
    mentions
}

/// Every name that means exactly one person.
fn names(authority: &Authority) -> BTreeMap<String, PersonId> {
    let mut bearers: BTreeMap<String, Vec<&PersonId>> = BTreeMap::new();
    for person in authority.people.values() {
        let surname = person.sort.split(',').next().unwrap_or("").trim();
        let forms = std::iter::once(person.name.as_str())
            .chain(person.names.iter().map(String::as_str))
            .chain([surname]);
        for form in forms.filter(|form| form.chars().count() > 2) {
            let bearers = bearers.entry(form.to_owned()).or_default();
            if !bearers.contains(&&person.id) {
                bearers.push(&person.id);
            }
        }
    }
    bearers
        .into_iter()
        .filter_map(|(name, ids)| {
            if let [id] = ids.as_slice() {
                Some((name, (*id).clone()))
            } else {
                None
            }
        })
        .collect()
}

fn stands_alone(text: &str, range: Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}
