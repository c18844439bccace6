//! `The CHAIRMAN`: whoever holds the office at that point.

use super::super::Evidence;
use super::super::names;
use super::{Gathering, Meant};
use std::collections::{BTreeMap, BTreeSet};

/// Offices of which a meeting has one: a title before a name tells who holds it.
const SINGLE: [&str; 8] = [
    "chair",
    "president",
    "speaker",
    "prasident",
    "vorsitzender",
    "vorsitzende",
    "moderator",
    "председатель",
];

/// Whom each turn under an office's label is meant for: the one named last in the label (`The CHAIR (Mr. Kyl)`), else in the head, else
/// by a title (`CHAIRMAN VOLCKER`). Two who may be meant are both kept.
pub(super) fn settle(
    labels: &[Option<&str>],
    offices: &[&str],
    gathering: &mut Gathering<'_>,
) -> BTreeMap<usize, Meant> {
    let keys: BTreeMap<&str, String> = offices
        .iter()
        .map(|office| (*office, names::office_key(office)))
        .collect();
    let titled = titled(gathering);
    let named: BTreeMap<&str, String> = labels
        .iter()
        .flatten()
        .filter(|label| label.contains(['(', '（']) && !keys.contains_key(**label))
        .map(|label| (*label, label.split(['(', '（']).next().unwrap_or(label)))
        .filter(|(_, outside)| names::is_office(outside))
        .map(|(label, outside)| (label, names::office_key(outside)))
        .collect();
    let mut holders: BTreeMap<&str, usize> = BTreeMap::new();
    let mut nobody: BTreeMap<&str, usize> = BTreeMap::new();
    let mut by_turn = BTreeMap::new();
    let mut has_new_chair = false;
    for (turn, label) in labels.iter().enumerate() {
        if gathering.head.new_chairs.contains(&turn) {
            // Whom the head names presides no longer.
            has_new_chair = true;
            holders.retain(|key, _| !is_single(key));
            nobody.retain(|key, _| !is_single(key));
        }
        let Some(label) = label else { continue };
        if let (Some(key), Some(Meant::One(at, _))) =
            (named.get(label), gathering.by_label.get(*label))
        {
            holders.insert(key, *at);
            continue;
        }
        let Some(key) = keys.get(label) else { continue };
        if gathering.by_label.contains_key(*label) {
            continue;
        }
        let mut may_be: BTreeSet<usize> = BTreeSet::new();
        if let Some(holder) = holders.get(key.as_str()) {
            may_be.insert(*holder);
        }
        let is_known = !has_new_chair || !is_single(key);
        if may_be.is_empty() && is_known {
            for at in gathering.head.office(key) {
                may_be.insert(gathering.of_head(at));
            }
        }
        if may_be.is_empty() && is_known {
            may_be.extend(titled.get(key).into_iter().flatten());
        }
        let may_be: Vec<usize> = may_be.into_iter().collect();
        let meant = match may_be.as_slice() {
            [] => {
                let at = *nobody
                    .entry(key)
                    .or_insert_with(|| gathering.add(names::personal(label), None, 0));
                Meant::One(at, Evidence::Labels)
            }
            [only] => Meant::One(*only, Evidence::Office),
            _ => Meant::Many(may_be),
        };
        by_turn.insert(turn, meant);
    }
    by_turn
}

/// Whether an office is one of which a meeting has one.
fn is_single(key: &str) -> bool {
    key.split(' ').any(|word| SINGLE.contains(&word))
}

/// Those whose labels carry the title of an office.
fn titled(gathering: &Gathering<'_>) -> BTreeMap<String, BTreeSet<usize>> {
    let mut titled: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (label, meant) in &gathering.by_label {
        let Meant::One(at, _) = meant else { continue };
        let words: Vec<&str> = label.split_whitespace().collect();
        let is_title = |word: &&&str| names::is_title(&names::words(word).join(""));
        let n = words.iter().take_while(is_title).count();
        let key = names::office_key(&words[..n].join(" "));
        if n > 0 && n < words.len() && is_single(&key) {
            titled.entry(key).or_default().insert(*at);
        }
    }
    titled
}
