//! The form of anchors (`t12`, `t12a`, `t12p3`, `t12ap3b`), and new ones that were never used.
//!
//! A turn after t12 is t12a, then t12b; paragraphs likewise. At the end of a document, or of a turn, the numbers go on. The letter p
//! stands before the numbers of paragraphs and is no suffix.

use std::collections::{BTreeMap, BTreeSet};

const LETTERS: &[u8] = b"abcdefghijklmnoqrstuvwxyz";

/// An anchor taken apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Parts<'a> {
    /// What stands before the last number: `t`, `t12p`.
    pub(super) stem: &'a str,
    /// The last number.
    pub(super) number: u32,
    /// The letters after it.
    pub(super) letters: &'a str,
}

/// No document has more turns.
const GREATEST: u32 = 1_000_000_000;

/// Takes an anchor apart; `None` for what is none.
pub(super) fn parts(anchor: &str) -> Option<Parts<'_>> {
    let last = last(anchor)?;
    if last.stem == "t" {
        return Some(last);
    }
    let turn = parts_of_turn(last.stem.strip_suffix('p')?)?;
    (turn.stem == "t").then_some(last)
}

fn parts_of_turn(anchor: &str) -> Option<Parts<'_>> {
    last(anchor).filter(|parts| parts.stem == "t")
}

fn last(anchor: &str) -> Option<Parts<'_>> {
    let is_letter = |c: char| c.is_ascii_lowercase() && c != 'p';
    let numbered = anchor.trim_end_matches(is_letter);
    let stem = numbered.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &numbered[stem.len()..];
    if digits.len() > 1 && digits.starts_with('0') {
        return None;
    }
    Some(Parts {
        stem,
        number: digits.parse().ok().filter(|number| *number <= GREATEST)?,
        letters: &anchor[numbered.len()..],
    })
}

/// The turn's part of a paragraph's anchor, and the paragraph's: `t12ap3b` → `t12a`, `3b`. `None` for the anchor of a turn.
pub(super) fn of_paragraph(anchor: &str) -> Option<(&str, &str)> {
    let parts = parts(anchor)?;
    let turn = parts.stem.strip_suffix('p')?;
    Some((turn, &anchor[parts.stem.len()..]))
}

/// All anchors a document ever had.
#[derive(Default, Debug)]
pub(super) struct Used {
    all: BTreeSet<String>,
    /// The greatest number after each stem.
    greatest: BTreeMap<String, u32>,
    /// How many letters were tried behind each number: `t12a`, `t12b`.
    tried: BTreeMap<String, usize>,
}

impl Used {
    /// Adds one; false where it is there already.
    pub(super) fn add(&mut self, anchor: &str) -> bool {
        if let Some(Parts { stem, number, .. }) = parts(anchor) {
            match self.greatest.get_mut(stem) {
                Some(greatest) => *greatest = number.max(*greatest),
                None => {
                    self.greatest.insert(stem.to_owned(), number);
                }
            }
        }
        self.all.insert(anchor.to_owned())
    }

    pub(super) fn has(&self, anchor: &str) -> bool {
        self.all.contains(anchor)
    }

    /// Names what has no anchor yet in a list that is published in this order.
    pub(super) fn name(&mut self, stem: &str, list: &mut [Option<String>]) {
        let named = list.iter().rposition(Option::is_some);
        let tail = named.map_or(0, |at| at + 1);
        let mut before: Option<String> = None;
        for (at, one) in list.iter_mut().enumerate() {
            if one.is_none() {
                let new = if at >= tail {
                    self.next(stem)
                } else {
                    self.after(before.as_deref(), stem)
                };
                self.add(&new);
                *one = Some(new);
            }
            before.clone_from(one);
        }
    }

    fn next(&self, stem: &str) -> String {
        let greatest = self.greatest.get(stem).copied().unwrap_or(0);
        format!("{stem}{}", greatest + 1)
    }

    /// `t12` → `t12a`, or the first of t12b, t12c … that nothing ever had. Before the first of all: `t0a`.
    fn after(&mut self, before: Option<&str>, stem: &str) -> String {
        let base = match before.and_then(parts) {
            Some(parts) => format!("{}{}", parts.stem, parts.number),
            None => format!("{stem}0"),
        };
        let n = self.tried.entry(base.clone()).or_default();
        loop {
            *n += 1;
            let anchor = format!("{base}{}", letters(*n));
            if !self.all.contains(&anchor) {
                return anchor;
            }
        }
    }
}

/// 1 → `a`, 25 → `z`, 26 → `aa`.
fn letters(mut n: usize) -> String {
    let mut out = Vec::new();
    while n > 0 {
        n -= 1;
        out.push(LETTERS[n % LETTERS.len()]);
        n /= LETTERS.len();
    }
    out.reverse();
    out.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_have_one_form() {
        for anchor in ["t1", "t12a", "t12aa", "t12p3", "t12ap3b", "t0a", "t12p0a"] {
            assert!(parts(anchor).is_some(), "{anchor}");
        }
        for anchor in [
            "", "t", "x1", "t12p", "t1p2p3", "tp3", "t12pa", "T1", "t01", "t1 ", "t1é",
        ] {
            assert_eq!(parts(anchor), None, "{anchor}");
        }
        assert_eq!(of_paragraph("t12ap3b"), Some(("t12a", "3b")));
        assert_eq!(of_paragraph("t12a"), None);
    }

    #[test]
    fn new_ones_come_after_what_stands_before_them() {
        let mut used = Used::default();
        for anchor in ["t1", "t2", "t2a", "t3"] {
            used.add(anchor);
        }
        let mut list = [
            None,
            Some("t1"),
            None,
            Some("t2"),
            None,
            None,
            Some("t2a"),
            None,
            None,
        ]
        .map(|one| one.map(str::to_owned));
        used.name("t", &mut list);
        let list: Vec<&str> = list.iter().flatten().map(String::as_str).collect();
        assert_eq!(
            list,
            ["t0a", "t1", "t1a", "t2", "t2b", "t2c", "t2a", "t4", "t5"]
        );
    }

    #[test]
    fn letters_go_on_after_z() {
        let all: Vec<String> = [1, 2, 15, 16, 25, 26, 51, 650, 651].map(letters).into();
        assert_eq!(all, ["a", "b", "o", "q", "z", "aa", "ba", "zz", "aaa"]);
    }
}
