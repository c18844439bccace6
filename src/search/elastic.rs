//! The turns → an index of elasticlunr, as JSON that an unmodified elasticlunr.js 0.9.5 loads.
//!
//! One entry a turn: its number as reference, one field, nothing stored. No stemmer and no stop words: the index holds every word as
//! [`crate::query`] folds it, so that what it finds is exactly what a reader asked for. Phrases are settled in the page, against the texts.

use super::{Numbered, text};
use crate::query;
use crate::site::Site;
use elasticlunr::{Index, IndexBuilder, Language, Pipeline};

/// The one field.
const FIELD: &str = "text";

pub(super) fn index(site: &Site, turns: &[Numbered]) -> String {
    let mut index: Index = IndexBuilder::with_language(Box::new(AsFolded))
        .save_docs(false)
        .set_ref("turn")
        .add_field(FIELD)
        .build();
    for (number, turn) in turns.iter().enumerate() {
        index.add_doc(&number.to_string(), [text(turn.of(site))]);
    }
    lean(&index.to_json())
}

/// The same index in fewer letters: of the beginnings of words that are no words it is not said that none is there, and the root of how often a word stands
/// in a turn has as many digits as lead back to the number. Between quotation marks an index has letters and digits only, so the texts
/// looked for are nowhere part of a word.
fn lean(json: &str) -> String {
    const ROOT: &str = "\"tf\":";
    let json = json.replace("\"docs\":{},\"df\":0,", "\"docs\":{},");
    let mut parts = json.split(ROOT);
    let mut lean = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find('}').unwrap_or(part.len());
        let (root, rest) = part.split_at(end);
        lean.push_str(ROOT);
        lean.push_str(&shorter(root));
        lean.push_str(rest);
    }
    lean
}

/// A root with as few digits as have the same square, in whole numbers.
fn shorter(root: &str) -> String {
    let Ok(exact) = root.parse::<f64>() else {
        return root.to_owned();
    };
    let square = |root: f64| format!("{:.0}", root * root);
    (0..6)
        .map(|n_digits| format!("{exact:.n_digits$}"))
        .find(|short| {
            short
                .parse()
                .is_ok_and(|root: f64| square(root) == square(exact))
        })
        .unwrap_or_else(|| root.to_owned())
}

/// The “language” of the index: words are folded, and nothing else is done to them.
struct AsFolded;

impl Language for AsFolded {
    fn name(&self) -> String {
        "memcon".to_owned()
    }

    fn code(&self) -> String {
        "memcon".to_owned()
    }

    fn tokenize(&self, text: &str) -> Vec<String> {
        query::words(text)
            .into_iter()
            .map(|word| key(&word.folded))
            .collect()
    }

    fn make_pipeline(&self) -> Pipeline {
        Pipeline { queue: Vec::new() }
    }
}

/// The word as the index spells it. elasticlunr-rs cuts words into characters, elasticlunr.js into UTF-16 units; they agree but for
/// letters beyond U+FFFF, whose two units are therefore written as two letters of the private use area (`search-engine.js` does the same).
fn key(word: &str) -> String {
    word.chars()
        .flat_map(|c| {
            let mut units = [0; 2];
            let units = c.encode_utf16(&mut units);
            let is_pair = units.len() == 2;
            units
                .iter()
                .map(move |unit| {
                    if is_pair {
                        let private = u32::from(*unit) + PRIVATE_USE - SURROGATES;
                        char::from_u32(private).unwrap_or(c)
                    } else {
                        c
                    }
                })
                .collect::<Vec<char>>()
        })
        .collect()
}

const SURROGATES: u32 = 0xD800;
const PRIVATE_USE: u32 = 0xE000;

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn letters_beyond_the_first_plane_are_two_in_the_index() {
        assert_eq!(key("europe"), "europe");
        assert_eq!(key("𐍈a"), "\u{e000}\u{e748}a");
    }

    #[test]
    fn words_are_indexed_whole_and_nothing_is_stored() {
        let mut index = IndexBuilder::with_language(Box::new(AsFolded))
            .save_docs(false)
            .set_ref("turn")
            .add_field(FIELD)
            .build();
        index.add_doc("0", ["The Germanies’ unification, the unification"]);
        let json: serde_json::Value = serde_json::from_str(&lean(&index.to_json())).unwrap();
        assert_eq!(json["pipeline"], serde_json::json!([]));
        assert_eq!(json["documentStore"]["docs"]["0"], serde_json::json!({}));
        assert_eq!(json["documentStore"]["docInfo"]["0"][FIELD], 5);
        let mut node = &json["index"][FIELD]["root"];
        for letter in "unification".chars() {
            assert_eq!((&node["df"], &node["docs"]), (&json!(null), &json!({})));
            node = &node[letter.to_string()];
        }
        assert_eq!(node["df"], 1);
        assert_eq!(node["docs"]["0"]["tf"], 1.4);
    }

    #[test]
    fn a_root_leads_back_to_its_square() {
        assert_eq!((shorter("1.0"), shorter("2.0")), ("1".into(), "2".into()));
        for square in 1..5_000 {
            let root: f64 = shorter(&f64::from(square).sqrt().to_string())
                .parse()
                .unwrap();
            assert_eq!(format!("{:.0}", root * root), square.to_string());
        }
    }
}
