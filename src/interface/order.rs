//! The order of names from A to Z, as the language of the interface has it: Ö stands with O in German and after Z in Swedish.

use super::Interface;
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;
use std::cmp::Ordering;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// How the language of the interface orders names.
pub struct Order {
    whole: Option<CollatorBorrowed<'static>>,
    letters: Option<CollatorBorrowed<'static>>,
}

/// Names under one letter.
#[derive(Debug)]
pub struct Letter<T> {
    /// The letter; `#` for names that begin with none.
    pub name: String,
    /// Its anchor in the page.
    pub anchor: String,
    /// What stands under it.
    pub entries: Vec<T>,
}

impl Interface {
    /// The order of names in this language.
    pub fn order(&self) -> Order {
        let locale = self.tag().parse::<Locale>().unwrap_or(Locale::UNKNOWN);
        let collator = |strength: Strength| {
            let mut options = CollatorOptions::default();
            options.strength = Some(strength);
            CollatorBorrowed::try_new(CollatorPreferences::from(&locale), options).ok()
        };
        Order {
            whole: collator(Strength::Tertiary),
            letters: collator(Strength::Primary),
        }
    }
}

impl Order {
    /// Which of two names comes first. Marks before the first letter do not count: ’t Hooft stands with T.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        let from_letter = |name: &str| name.find(char::is_alphanumeric).unwrap_or(0);
        let (letters_a, letters_b) = (&a[from_letter(a)..], &b[from_letter(b)..]);
        let by_language = self
            .whole
            .as_ref()
            .map(|order| order.compare(letters_a, letters_b));
        by_language
            .unwrap_or(Ordering::Equal)
            .then_with(|| a.cmp(b))
    }

    /// The letter a name stands under: its first, or with `at` one after it.
    fn letter(&self, name: &str, at: usize) -> String {
        let Some(first) = name.nfc().filter(|c| c.is_alphanumeric()).nth(at) else {
            return "#".to_owned();
        };
        let own: String = first.to_uppercase().collect();
        let plain = own.nfd().next().unwrap_or(first).to_string();
        let is_same = self
            .letters
            .as_ref()
            .is_none_or(|order| order.compare(&own, &plain) == Ordering::Equal);
        if is_same { plain } else { own }
    }

    /// Entries with their names, from A to Z and under their letters.
    pub fn by_letter<T>(&self, entries: Vec<(String, T)>) -> Vec<Letter<T>> {
        self.by_letter_at(entries, 0)
    }

    /// Entries with their names, from A to Z and under the letters at this position, counted from 0.
    pub fn by_letter_at<T>(&self, mut entries: Vec<(String, T)>, at: usize) -> Vec<Letter<T>> {
        entries.sort_by(|a, b| self.compare(&a.0, &b.0));
        let mut letters: Vec<Letter<T>> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        for (name, entry) in entries {
            let letter = self.letter(&name, at);
            let position = *known.entry(letter.clone()).or_insert_with(|| {
                letters.push(Letter {
                    anchor: anchor(&letter),
                    name: letter,
                    entries: Vec::new(),
                });
                letters.len() - 1
            });
            letters[position].entries.push(entry);
        }
        letters
    }
}

/// `letter-a`; letters that lose something in an address are known by their number.
fn anchor(letter: &str) -> String {
    let slug = crate::source::slug(letter);
    if slug == letter.to_lowercase() {
        return format!("letter-{slug}");
    }
    let codes: Vec<String> = letter.chars().map(|c| format!("{:x}", c as u32)).collect();
    format!("letter-u{}", codes.join("-"))
}
