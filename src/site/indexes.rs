//! What the back matter of a book has: places, kinds, subjects, and the terms of the glossary, each with where it stands.

use super::{DocumentEntry, Site};
use crate::document::Block;
use aho_corasick::AhoCorasick;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The indexes of an archive, but that of people.
#[derive(Clone, Default, Debug)]
pub struct Indexes {
    /// Places of the talks.
    pub places: BTreeMap<Place, Vec<Standing>>,
    /// Documents by kind.
    pub kinds: BTreeMap<String, Vec<usize>>,
    /// Documents by subject.
    pub subjects: BTreeMap<String, Vec<usize>>,
    /// For each term of the glossary, the turns it stands in: document and turn, in order.
    pub terms: Vec<Vec<(usize, usize)>>,
}

/// A place, as printed and as the editors read it; one of the two at least.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// As printed.
    pub printed: Option<String>,
    /// As the editors read it, where that differs.
    pub editors: Option<String>,
}

/// A document, or one of the conversations it reports.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// Position of the document in [`Site::documents`].
    pub document: usize,
    /// Position of the conversation in [`DocumentEntry::conversations`].
    pub conversation: Option<usize>,
}

impl Site {
    /// Makes the indexes, once the documents stand in order.
    pub(super) fn gather_indexes(&mut self) {
        let mut indexes = Indexes::default();
        for (index, document) in self.documents.iter().enumerate() {
            let facts = &document.facts;
            let printed = facts.place.clone().filter(|place| !place.trim().is_empty());
            let editors = facts.place_editors.clone();
            let editors = editors.filter(|place| facts.place.as_ref() != Some(place));
            add_place(&mut indexes, printed, editors, index, None);
            for (at, conversation) in document.conversations.iter().enumerate() {
                add_place(
                    &mut indexes,
                    conversation.place.clone(),
                    None,
                    index,
                    Some(at),
                );
            }
            if let Some(kind) = &facts.kind {
                indexes.kinds.entry(kind.clone()).or_default().push(index);
            }
            for subject in &document.record.subjects {
                let under = indexes.subjects.entry(subject.clone()).or_default();
                if under.last() != Some(&index) {
                    under.push(index);
                }
            }
        }
        indexes.terms = self.standing_terms();
        self.indexes = indexes;
    }

    /// Where each term stands as whole words, of two that share words the longer; case matters, as it does where they are explained.
    fn standing_terms(&self) -> Vec<Vec<(usize, usize)>> {
        let mut standing = vec![Vec::new(); self.terms.len()];
        let mut forms: Vec<(&str, usize)> = Vec::new();
        for (index, term) in self.terms.iter().enumerate() {
            let all = std::iter::once(&term.term).chain(&term.variants);
            forms.extend(
                all.filter(|form| !form.is_empty())
                    .map(|form| (form.as_str(), index)),
            );
        }
        if forms.is_empty() {
            return standing;
        }
        let Ok(finder) = AhoCorasick::new(forms.iter().map(|(form, _)| form)) else {
            return standing;
        };
        let found: Vec<Vec<(usize, usize)>> = self
            .documents
            .par_iter()
            .map(|document| terms_of(document, &finder, &forms))
            .collect();
        for (index, of_document) in found.into_iter().enumerate() {
            for (turn, term) in of_document {
                if standing[term].last() != Some(&(index, turn)) {
                    standing[term].push((index, turn));
                }
            }
        }
        standing
    }
}

/// The terms of a document: turn and term, in order of place.
fn terms_of(
    document: &DocumentEntry,
    finder: &AhoCorasick,
    forms: &[(&str, usize)],
) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (index, turn) in document.turns.iter().enumerate() {
        let block: &Block = &document.document.blocks[turn.block];
        for paragraph in block.paragraphs() {
            for form in whole_words(paragraph.text.text(), finder) {
                found.push((index, forms[form].1));
            }
        }
    }
    found
}

/// The forms that stand in a text as whole words, by position, in order of place. “START II” is not “START I”, but it is “START”.
fn whole_words(text: &str, finder: &AhoCorasick) -> Vec<usize> {
    let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut places: Vec<aho_corasick::Match> = finder
        .find_overlapping_iter(text)
        .filter(|place| {
            let before = text[..place.start()].chars().next_back();
            let after = text[place.end()..].chars().next();
            !is_inside(before) && !is_inside(after)
        })
        .collect();
    places.sort_by_key(|place| (place.start(), Reverse(place.end()), place.pattern()));
    let mut end_of_last = 0;
    places.retain(|place| {
        let is_free = place.start() >= end_of_last;
        if is_free {
            end_of_last = place.end();
        }
        is_free
    });
    places
        .iter()
        .map(|place| place.pattern().as_usize())
        .collect()
}

fn add_place(
    indexes: &mut Indexes,
    printed: Option<String>,
    editors: Option<String>,
    document: usize,
    conversation: Option<usize>,
) {
    if printed.is_none() && editors.is_none() {
        return;
    }
    let place = Place { printed, editors };
    indexes.places.entry(place).or_default().push(Standing {
        document,
        conversation,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_terms_that_share_words_the_longest_whole_one_is_found() {
        let forms = ["START", "START I", "CSCE process", "CSCE"];
        let finder = AhoCorasick::new(forms).unwrap();
        let found = |text: &str| -> Vec<&str> {
            let found = whole_words(text, &finder);
            found.into_iter().map(|form| forms[form]).collect()
        };
        assert_eq!(found("After START II, not START I."), ["START", "START I"]);
        assert_eq!(
            found("The CSCE process of the CSCE."),
            ["CSCE process", "CSCE"]
        );
        assert!(found("RESTART I and STARTING").is_empty());
    }
}
