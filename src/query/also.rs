//! Names and terms that mean the same → a query that finds all their forms.
//!
//! The forms are those of the authority file and of the glossary, and no others. A word or phrase that is one of them finds the others too,
//! and so do words typed side by side (`Warsaw Pact`); what was added is said, and `=` before a word keeps it as typed.

use super::tree::{Near, Phrase, Tree};
use super::words;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Forms that find each other.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize)]
#[serde(transparent)]
pub struct Also {
    groups: Vec<Group>,
    /// The groups of each form, by its words.
    #[serde(skip)]
    by_form: BTreeMap<Vec<String>, Vec<usize>>,
}

/// Forms of one name or term, as the authority file or the glossary writes them: those that stand in the texts, then those that only
/// lead there.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Group(Vec<String>, Vec<String>);

/// A query with all forms, and what was added.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Widened {
    /// What is looked for.
    pub tree: Tree,
    /// What was added, in order.
    pub added: Vec<Widening>,
}

/// Other forms of what was typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Widening {
    /// The words and phrases as typed, side by side: first byte in the query, and the byte behind.
    pub places: Vec<(usize, usize)>,
    /// The other forms that stand in the texts.
    pub forms: Vec<String>,
}

/// How often a form stands in the texts: printed with a capital or in a script without, and in small letters.
#[derive(Clone, Copy, Default)]
struct Uses {
    large: usize,
    small: usize,
}

impl Also {
    /// Of each group of forms those that lead to a text. A form without a blank that is written large and whose letters are more often
    /// printed small is another word there (`US` and `us`) and takes no part.
    pub fn new(groups: &[Vec<String>], texts: impl Iterator<Item: AsRef<str>>) -> Also {
        let mut uses: BTreeMap<Vec<String>, Uses> = BTreeMap::new();
        for form in groups.iter().flatten() {
            uses.insert(key(form), Uses::default());
        }
        uses.remove(&Vec::new());
        count(&mut uses, texts);
        let groups: Vec<Group> = groups
            .iter()
            .filter_map(|forms| group(forms, &uses))
            .collect();
        let mut by_form: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
        for (number, Group(standing, leading)) in groups.iter().enumerate() {
            for form in standing.iter().chain(leading) {
                by_form.entry(key(form)).or_default().push(number);
            }
        }
        Also { groups, by_form }
    }

    /// The groups, in the order of the authority file and the glossary.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The first words of forms, in order, each with the groups they belong to.
    pub fn first_words(&self) -> BTreeMap<&str, BTreeSet<usize>> {
        let mut found: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for (words, groups) in &self.by_form {
            found.entry(&words[0]).or_default().extend(groups);
        }
        found
    }

    /// The forms that stand in the texts and mean the same as some words, each with its words.
    fn of(&self, typed: &[String]) -> Vec<(&str, Vec<String>)> {
        let mut found: Vec<(&str, Vec<String>)> = Vec::new();
        for number in self.by_form.get(typed).into_iter().flatten() {
            for form in &self.groups[*number].0 {
                let words = key(form);
                if words != typed && !found.iter().any(|(_, known)| *known == words) {
                    found.push((form, words));
                }
            }
        }
        found
    }
}

fn key(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

fn group(forms: &[String], uses: &BTreeMap<Vec<String>, Uses>) -> Option<Group> {
    let mut group = Group(Vec::new(), Vec::new());
    let mut known = BTreeSet::new();
    for form in forms {
        let key = key(form);
        let Some(found) = uses.get(&key) else {
            continue;
        };
        let is_large = form.chars().next().is_some_and(char::is_uppercase);
        let is_name = is_large && !form.contains(char::is_whitespace);
        if is_name && found.small > found.large || !known.insert(key) {
            continue;
        }
        let list = if found.large + found.small > 0 {
            &mut group.0
        } else {
            &mut group.1
        };
        list.push(form.clone());
    }
    (!group.0.is_empty() && known.len() > 1).then_some(group)
}

fn count(uses: &mut BTreeMap<Vec<String>, Uses>, texts: impl Iterator<Item: AsRef<str>>) {
    if uses.is_empty() {
        return;
    }
    let mut by_first: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for form in uses.keys() {
        by_first
            .entry(form[0].clone())
            .or_default()
            .push(form.clone());
    }
    for text in texts {
        let text = text.as_ref();
        let words = words(text);
        for (at, word) in words.iter().enumerate() {
            for form in by_first.get(&word.folded).into_iter().flatten() {
                let here = words.get(at..at + form.len()).unwrap_or_default();
                if !here.iter().map(|word| &word.folded).eq(form) {
                    continue;
                }
                let is_small = text[word.range.start..].starts_with(char::is_lowercase);
                if let Some(found) = uses.get_mut(form) {
                    found.small += usize::from(is_small);
                    found.large += usize::from(!is_small);
                }
            }
        }
    }
}

/// The query with all forms of the names and terms in it.
pub fn widen(tree: &Tree, also: &Also) -> Widened {
    let mut added = Vec::new();
    let tree = widened(tree, also, &mut added);
    Widened { tree, added }
}

fn widened(tree: &Tree, also: &Also, added: &mut Vec<Widening>) -> Tree {
    match tree {
        Tree::All(parts) => Tree::All(side_by_side(parts, also, added)),
        Tree::Any(parts) => {
            let parts = parts.iter().map(|part| widened(part, also, added));
            Tree::Any(parts.collect())
        }
        Tree::Not(part) => Tree::Not(Box::new(widened(part, also, added))),
        Tree::Near(near) => {
            let operands = near.operands.iter().map(|part| widened(part, also, added));
            Tree::Near(Near {
                operands: operands.collect(),
                distances: near.distances.clone(),
            })
        }
        Tree::Phrase(phrase) => {
            let mut found = side_by_side(&[Tree::Phrase(phrase.clone())], also, added);
            found.pop().unwrap_or_else(|| tree.clone())
        }
        Tree::Filter(_) => tree.clone(),
    }
}

/// Of words and phrases typed side by side the most that are a form together. `Warsaw Pact` becomes `(Warsaw OR WTO) (Pact OR WTO)`, which
/// is both words or the other form.
fn side_by_side(parts: &[Tree], also: &Also, added: &mut Vec<Widening>) -> Vec<Tree> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        let typed: Vec<&Phrase> = parts[at..].iter().map_while(open_phrase).collect();
        let longest = (1..=typed.len()).rev().find_map(|n| {
            let words: Vec<String> = typed[..n].iter().flat_map(|p| p.words.clone()).collect();
            let forms = also.of(&words);
            (!forms.is_empty()).then_some((n, forms))
        });
        let Some((n, forms)) = longest else {
            found.push(match &parts[at] {
                Tree::Phrase(phrase) => Tree::Phrase(phrase.clone()),
                part => widened(part, also, added),
            });
            at += 1;
            continue;
        };
        let places: Vec<(usize, usize)> = typed[..n].iter().map(|p| (p.start, p.end)).collect();
        let (start, end) = (places[0].0, places[n - 1].1);
        let others = forms.iter().map(|(_, words)| {
            Tree::Phrase(Phrase {
                words: words.clone(),
                is_as_typed: false,
                start,
                end,
            })
        });
        let others: Vec<Tree> = others.collect();
        for phrase in &typed[..n] {
            let mut choice = vec![Tree::Phrase((*phrase).clone())];
            choice.extend(others.iter().cloned());
            found.push(Tree::Any(choice));
        }
        added.push(Widening {
            places,
            forms: forms.iter().map(|(form, _)| (*form).to_owned()).collect(),
        });
        at += n;
    }
    found
}

fn open_phrase(tree: &Tree) -> Option<&Phrase> {
    match tree {
        Tree::Phrase(phrase) if !phrase.is_as_typed => Some(phrase),
        Tree::Phrase(_)
        | Tree::All(_)
        | Tree::Any(_)
        | Tree::Not(_)
        | Tree::Near(_)
        | Tree::Filter(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{marks, parse};
    use super::*;

    fn also() -> Also {
        let groups = [
            &["Gorbachev", "Gorbatchev", "Горбачёв", "Горбачев"][..],
            &["WTO", "Warsaw Pact", "Warsaw Treaty Organization"],
            &["USA", "US", "United States"],
            &["Rice", "Райс"],
            &["Nobody", "Niemand"],
        ];
        let groups = groups.map(|forms| forms.iter().map(|form| (*form).to_owned()).collect());
        let texts = [
            "Gorbachev and Горбачёв; the WTO",
            "Let us ask the United States: help us! The US will, or Райс. No rice, no Rice",
            "The Warsaw Pact. More rice.",
        ];
        Also::new(&groups, texts.into_iter())
    }

    #[test]
    fn forms_that_stand_in_the_texts_are_found_and_words_that_are_others_there_are_not() {
        let json = serde_json::to_string(&also()).unwrap();
        let expected = r#"[[["Gorbachev","Горбачёв"],["Gorbatchev"]],[["WTO","Warsaw Pact"],["Warsaw Treaty Organization"]],[["United States"],["USA"]]]"#;
        assert_eq!(json, expected);
    }

    #[test]
    fn a_name_or_term_finds_its_other_forms_and_says_so() {
        for (query, added) in [
            ("gorbatchev", vec!["gorbatchev: Gorbachev, Горбачёв"]),
            ("\"горбачев\"", vec!["\"горбачев\": Gorbachev"]),
            ("=gorbatchev =\"wto\"", vec![]),
            ("gorbatch* \"gorbatchev said\"", vec![]),
            (
                "the warsaw Pact wto",
                vec!["warsaw|Pact: WTO", "wto: Warsaw Pact"],
            ),
            ("warsaw OR pact", vec![]),
            (
                "\"warsaw treaty organization\" near/3 war",
                vec!["\"warsaw treaty organization\": WTO, Warsaw Pact"],
            ),
            ("NOT (WTO)", vec!["WTO: Warsaw Pact"]),
            ("us rice", vec![]),
            ("usa", vec!["usa: United States"]),
            ("nobody", vec![]),
            ("speaker:gorbatchev", vec![]),
        ] {
            let found = widen(&parse(query).unwrap(), &also());
            let said: Vec<String> = found
                .added
                .iter()
                .map(|one| {
                    let typed: Vec<&str> = one.places.iter().map(|(a, b)| &query[*a..*b]).collect();
                    format!("{}: {}", typed.join("|"), one.forms.join(", "))
                })
                .collect();
            assert_eq!(said, added, "{query}");
        }
    }

    #[test]
    fn what_is_found_by_another_form_is_marked() {
        for (query, marked) in [
            ("warsaw pact", vec!["Pact", "WTO"]),
            ("=warsaw pact", vec!["Pact"]),
            ("Gorbatchev", vec!["Gorbachev"]),
        ] {
            let tree = widen(&parse(query).unwrap(), &also()).tree;
            let text = "Gorbachev made a Pact with the WTO";
            let ranges = marks(&tree, text).into_iter();
            let found: Vec<&str> = ranges.map(|range| &text[range]).collect();
            assert_eq!(found, marked, "{query}");
        }
    }
}
