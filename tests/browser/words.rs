//! Rust and the browser agree on what a word is.

use crate::world::{From, World};
use memcon::query::words;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Words that have led programs astray.
const HARD: [&str; 24] = [
    "Germany’s Germany's GERMANY",
    "U.S. U.S.S.R. 4+2 2+4",
    "don't don’t",
    "Straße STRASSE ẞ",
    "Élysée E\u{301}lyse\u{301}e ELYSÉE",
    "ΟΔΥΣΣΕΥΣ ὀδυσσεύς ᾳ ᾼ",
    "İstanbul ISTANBUL ıssız",
    "Горбачёв ГОРБАЧЁВ Йод",
    "ﬁn ﬀ ŉ ǅ ǆ",
    "½ ¼ № ² ① Ⅷ ㎏",
    "שָׁלוֹם",
    "مُحَمَّد ١٢٣",
    "हिन्दी",
    "中文 日本語 ｶﾀｶﾅ",
    "한국어 각",
    "𐍈𐌰 𝔘𝔫𝔦 🎻",
    "co\u{ad}operation zero\u{200b}width",
    "e\u{301}\u{302}\u{303} \u{301}a",
    "Ꭰ ꭰ Ᏸ ᏸ",
    "ſ K Å Ω",
    "_under_score_ a-b a–b",
    "naïve coöperate",
    "“Ça va?” — «Да»",
    "",
];

#[test]
fn hard_words_are_cut_alike() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, "search.html"));
    for text in HARD {
        let argument = serde_json::to_string(text).unwrap();
        let found = page.value(&format!(
            "memconSearch.words({argument}).map((word) => [word.folded, {argument}.slice(word.start, word.end)])"
        ));
        let expected: Vec<(String, &str)> = words(text)
            .into_iter()
            .map(|word| (word.folded, &text[word.range]))
            .collect();
        assert_eq!(found, serde_json::to_value(expected).unwrap(), "{text}");
    }
}

#[test]
fn every_character_is_folded_alike() {
    let Some(world) = World::get() else { return };
    let page = world.page();
    page.open(&world.address(From::Server, "search.html"));
    // What both say of a character between two letters: nothing where it folds to itself. Each side has its own edition of Unicode, so
    // characters that the browser does not know yet are left out.
    let found = page.value(
        "(() => { const found = {}; const unknown = []; \
         for (let code = 0; code < 0x110000; code += 1) { \
           if (code >= 0xd800 && code < 0xe000) continue; \
           const c = String.fromCodePoint(code); \
           if (!/\\p{Assigned}/u.test(c)) { unknown.push(code); continue; } \
           const folded = memconSearch.words('a' + c + 'b').map((word) => word.folded).join(' '); \
           if (folded !== 'a' + c + 'b') found[code] = folded; \
         } return { found, unknown }; })()",
    );
    let Value::Object(said) = &found["found"] else {
        panic!("{found}")
    };
    let unknown: BTreeSet<u64> = found["unknown"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_u64)
        .collect();
    let mut expected = BTreeMap::new();
    for c in '\0'..=char::MAX {
        let text = format!("a{c}b");
        let folded: Vec<String> = words(&text).into_iter().map(|word| word.folded).collect();
        let folded = folded.join(" ");
        if folded != text && !unknown.contains(&u64::from(u32::from(c))) {
            expected.insert(u32::from(c).to_string(), folded);
        }
    }
    let found: BTreeMap<String, String> = said
        .iter()
        .map(|(code, folded)| (code.clone(), folded.as_str().unwrap_or_default().to_owned()))
        .collect();
    let differences: Vec<String> = expected
        .keys()
        .chain(found.keys())
        .filter(|code| expected.get(*code) != found.get(*code) && !is_new(code))
        .map(|code| {
            format!(
                "U+{:04X}: {:?} and {:?}",
                code.parse::<u32>().unwrap(),
                expected.get(code),
                found.get(code)
            )
        })
        .collect();
    assert!(
        differences.is_empty(),
        "{} differ: {:#?}",
        differences.len(),
        &differences[..differences.len().min(80)]
    );
}

/// Capitals of Unicode 17, which the crate that folds case does not know yet: Rust leaves them as they are.
fn is_new(code: &str) -> bool {
    let code: u32 = code.parse().unwrap();
    matches!(code, 0xA7CE | 0xA7D2 | 0xA7D4 | 0x16EA0..=0x16EB8)
}
