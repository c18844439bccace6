//! Files that hold the same text, or nearly.
//!
//! Of every seven words in a row a number is made; one in sixteen, chosen by its value and so the same in every file, is kept. Two files
//! that share most of theirs share most of their text. Time and memory grow with the length of the archive alone.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::document::Block;
use crate::site::DocumentEntry;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Words in a row.
const ROW: usize = 7;
/// One row in so many is kept.
const KEPT: u64 = 16;
/// With fewer kept rows, what two files share may be a formula.
const FEWEST: usize = 8;
/// What stands in more files than these is a formula.
const MOST_FILES: usize = 12;

pub(super) fn look(documents: &[DocumentEntry], found: &mut Diagnostics) {
    if documents.len() < 2 {
        return;
    }
    let sketches: Vec<Vec<u64>> = documents.par_iter().map(sketch).collect();
    let mut rows: Vec<(u64, usize)> = sketches
        .iter()
        .enumerate()
        .flat_map(|(index, sketch)| sketch.iter().map(move |row| (*row, index)))
        .collect();
    rows.par_sort_unstable();
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for same in rows.chunk_by(|a, b| a.0 == b.0) {
        if same.len() > MOST_FILES {
            continue;
        }
        for (n, (_, a)) in same.iter().enumerate() {
            for (_, b) in &same[n + 1..] {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    for ((a, b), n) in shared {
        let (few, many) = {
            let (a, b) = (sketches[a].len(), sketches[b].len());
            (a.min(b), a.max(b))
        };
        if few < FEWEST || n * 10 < few * 8 {
            continue;
        }
        report(&documents[a], &documents[b], n * 100 / many, found);
    }
}

/// The kept rows of a document, each once.
fn sketch(entry: &DocumentEntry) -> Vec<u64> {
    let mut rows = Vec::new();
    let mut last = [0_u64; ROW];
    let mut n = 0;
    let mut word = 0;
    for block in &entry.document.blocks {
        if !matches!(block, Block::Turn(_) | Block::Narration(_)) {
            continue;
        }
        for paragraph in block.paragraphs() {
            let signs = paragraph.text.text().chars().chain([' ']);
            for c in signs {
                let is_sign = crate::language::is_cjk(c);
                if c.is_alphanumeric() && !is_sign {
                    for c in c.to_lowercase() {
                        word = mixed(word, u64::from(u32::from(c)));
                    }
                    continue;
                }
                for word in [
                    std::mem::take(&mut word),
                    if is_sign { u64::from(u32::from(c)) } else { 0 },
                ] {
                    if word == 0 {
                        continue;
                    }
                    last.rotate_left(1);
                    last[ROW - 1] = word;
                    n += 1;
                    let row = last.iter().fold(0, |row, word| mixed(row, *word));
                    if n >= ROW && row % KEPT == 0 {
                        rows.push(row);
                    }
                }
            }
        }
    }
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// A number made of two, its bits well mixed (the finalizer of SplitMix64).
fn mixed(a: u64, b: u64) -> u64 {
    let mut x = a
        .rotate_left(5)
        .wrapping_add(b)
        .wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

fn report(a: &DocumentEntry, b: &DocumentEntry, percent: usize, found: &mut Diagnostics) {
    // The one later in the alphabet is reported, whatever the order of time.
    let (first, second) = if a.source.path <= b.source.path {
        (a, b)
    } else {
        (b, a)
    };
    let is_longer = second.account.in_turns > first.account.in_turns;
    let message = match percent {
        95.. => format!("the file holds the same text as {}", first.source.path),
        60.. => format!(
            "the file holds nearly the same text as {}",
            first.source.path
        ),
        _ if is_longer => format!("the file holds the text of {}, and more", first.source.path),
        _ => format!(
            "{} holds the text of this file, and more",
            first.source.path
        ),
    };
    let help =
        "publish one of the two; if both are wanted, as two versions of one record, leave them";
    found.push(Diagnostic::new(
        Code::Duplicate,
        Place::file(&second.source.path),
        message,
        help,
    ));
}
