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

/// Finds people by their names, the longest name first; a surname counts only where one person bears it. Case matters: `Major` is a
/// person, `major` is not.
pub(super) fn find(document: &Document, authority: &Authority) -> Vec<Mention> {
    let names = names(authority);
    if names.is_empty() {
        return Vec::new();
    }
    let patterns: Vec<&String> = names.keys().collect();
    let Ok(finder) = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(&patterns)
    else {
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
                let person = names[patterns[found.pattern().as_usize()]].clone();
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
