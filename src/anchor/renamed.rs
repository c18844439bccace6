//! Files that have another name than at the last build.

use super::lock::Lock;
use super::print::{Full, Words};
use super::{Read, words};
use std::collections::BTreeMap;

/// New documents that hold at least half of the words of one whose file is gone, each with its earlier name: a file renamed.
pub(super) fn renamed(
    read: &[Read<'_>],
    new: &[usize],
    orphans: &BTreeMap<String, (String, Lock)>,
) -> Vec<(usize, String)> {
    if orphans.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(usize, &String, usize)> = Vec::new();
    for at in new {
        let blocks = read[*at].document.blocks.iter();
        let words: Vec<Words> = blocks.flat_map(words).collect();
        let full = Full::of_document(words.iter());
        for (id, (_, lock)) in orphans {
            let n = full.n_shared(&lock.text);
            if n > 0 && n * 2 >= lock.text.sketch.len() {
                found.push((n, id, *at));
            }
        }
    }
    found.sort_by_key(|(n, id, at)| (std::cmp::Reverse(*n), *id, *at));
    let mut out: Vec<(usize, String)> = Vec::new();
    for (_, id, at) in found {
        if out.iter().all(|(other, name)| *other != at && name != id) {
            out.push((at, id.clone()));
        }
    }
    out
}
