//! Titles and offices in labels.

use super::unspaced::{is_unspaced, unspaced};
use super::{Address, bracket, words};
use crate::authority::forms::{ARTICLES, HONORIFICS, OF_MEN, OF_WOMEN, OFFICES, OFFICES_CJK};
use crate::authority::titles;
use std::collections::HashSet;
use std::sync::LazyLock;

pub(super) fn is_address_of(word: &str) -> Option<Address> {
    if OF_MEN.contains(&word) {
        Some(Address::Man)
    } else {
        OF_WOMEN.contains(&word).then_some(Address::Woman)
    }
}

/// Lists of words, to be asked about every word of every label.
static OFFICE_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| titles::OFFICES.iter().chain(&OFFICES).copied().collect());
static ARTICLE_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| titles::ARTICLES.iter().chain(&ARTICLES).copied().collect());
static TITLE_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let addresses = OF_MEN.iter().chain(&OF_WOMEN).chain(&titles::ADDRESSES);
    addresses
        .chain(&HONORIFICS)
        .copied()
        .chain(ARTICLE_WORDS.iter().copied())
        .chain(OFFICE_WORDS.iter().copied())
        .collect()
});

pub(super) fn is_office_word(word: &str) -> bool {
    OFFICE_WORDS.contains(word)
}

/// Whether a word stands before a name and is none.
pub(in crate::resolve) fn is_title(word: &str) -> bool {
    TITLE_WORDS.contains(word)
}

pub(in crate::resolve) fn is_article(word: &str) -> bool {
    ARTICLE_WORDS.contains(word)
}

/// Whether words name an office and nobody's name: `The Speaker`, `Mr. Speaker`, `The Minister for Roads`.
pub(in crate::resolve) fn is_office(label: &str) -> bool {
    if is_unspaced(label) {
        return OFFICES_CJK.iter().any(|office| label.ends_with(office))
            && unspaced(label).is_none();
    }
    let words = words(label);
    let Some(last) = words.last() else {
        return false;
    };
    let begins_with_article = words.first().is_some_and(|first| is_article(first));
    let office =
        |word: &String| is_office_word(word) || matches!(word.as_str(), "member" | "members");
    let core: Vec<&String> = words.iter().filter(|word| !is_article(word)).collect();
    titles::OFFICES.contains(&last.as_str())
        || begins_with_article && words.iter().any(office)
        || core.iter().all(|word| is_title(word)) && core.iter().any(|word| is_office_word(word))
        // `Ministre des Finances`, `Minister of Trade`, `Presidente da República`.
        || core.len() > 1
            && is_office_word(core[0])
            && words.get(1).is_some_and(|word| {
                matches!(
                    word.as_str(),
                    "of" | "for" | "de" | "des" | "du" | "da" | "do" | "del" | "della" | "der" | "fur" | "pro"
                )
            })
            && !label.contains('.')
}

/// What tells one office from another: its words without article and form of address. `Mr. Speaker` and `The SPEAKER` are one.
pub(in crate::resolve) fn office_key(label: &str) -> String {
    let outside = bracket(label).0;
    let words = words(outside);
    let kept = words
        .iter()
        .filter(|word| !is_article(word) && !titles::ADDRESSES.contains(&word.as_str()))
        .map(|word| match word.as_str() {
            "chairman" | "chairwoman" | "chairperson" | "chairlady" => "chair",
            "presidente" | "presidenta" | "prasidentin" => "president",
            "spika" => "speaker",
            other => other,
        });
    kept.collect::<Vec<_>>().join(" ")
}
