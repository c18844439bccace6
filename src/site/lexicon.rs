//! Distinctive words: what somebody says more often than all others, by log-likelihood (G²; Dunning 1993, Rayson and Garside 2000).
//!
//! Compared are turns given to somebody by label or quotation, each language with itself, never across languages. A word is a run of
//! letters of at least three, in lower case; function words of the commoner languages are left out, and so are scripts that put no
//! blanks between words. The words of the whole archive are counted once, when the first page asks for them.

use super::count::speech;
use super::function_words::is_function_word;
use super::{DocumentEntry, PersonEntry, Site};
use crate::authority::PersonId;
use crate::language::primary;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The fewest words a comparison is made from, on either side.
const ENOUGH: usize = 1000;

/// The fewest uses of a distinctive word.
pub const FEWEST_USES: usize = 5;

/// G² of 15.13: by chance alone, one word in ten thousand would differ so much.
pub const LEAST_G2: f64 = 15.13;

/// Whether somebody speaks enough for a comparison.
fn is_enough(n_words: usize) -> bool {
    n_words >= ENOUGH
}

/// The words of the whole archive, and what they say of each speaker: counted when first asked for.
#[derive(Clone, Default, Debug)]
pub(super) struct Lexicon {
    all: OnceLock<BTreeMap<String, Vocabulary>>,
    /// Of those who speak enough.
    comparisons: BTreeMap<PersonId, OnceLock<Vec<Comparison>>>,
}

impl Lexicon {
    /// For these people; nothing is counted yet.
    pub(super) fn of<'a>(people: impl Iterator<Item = &'a PersonEntry>) -> Lexicon {
        let enough = people.filter(|person| is_enough(person.printed.n_words));
        Lexicon {
            all: OnceLock::new(),
            comparisons: enough
                .map(|person| (person.id.clone(), OnceLock::new()))
                .collect(),
        }
    }

    /// Whether somebody speaks enough for a comparison.
    pub(super) fn may_compare(&self, person: &PersonId) -> bool {
        self.comparisons.contains_key(person)
    }
}

/// The words of one language.
#[derive(Clone, Default, Debug)]
struct Vocabulary {
    n_words: usize,
    uses: FxHashMap<String, usize>,
}

/// What somebody says in one language.
#[derive(Default)]
struct Own {
    n_words: usize,
    is_translated: bool,
    uses: FxHashMap<String, OwnWord>,
}

struct OwnWord {
    n: usize,
    /// As printed; in lower case where it is printed so anywhere.
    printed: String,
}

/// What somebody says in one language, compared with what all others say in it.
#[derive(Clone, PartialEq, Debug)]
pub struct Comparison {
    /// The language, as a BCP 47 tag of one part; empty where no record states it.
    pub language: String,
    /// Words of the speaker.
    pub n_own: usize,
    /// Words of all others.
    pub n_others: usize,
    /// Whether some of the speaker's words are a translator's.
    pub is_translated: bool,
    /// The distinctive words, by G², highest first.
    pub words: Vec<Distinctive>,
}

/// A distinctive word.
#[derive(Clone, PartialEq, Debug)]
pub struct Distinctive {
    /// As printed.
    pub word: String,
    /// Uses by the speaker.
    pub n_own: usize,
    /// Uses by all others.
    pub n_others: usize,
    /// The measure.
    pub g2: f64,
}

impl Site {
    /// The distinctive words of a speaker, by language, the one with most words first. None under 1,000 words.
    pub fn distinctive_words(&self, person: &PersonEntry) -> &[Comparison] {
        let Some(comparisons) = self.lexicon.comparisons.get(&person.id) else {
            return &[];
        };
        comparisons.get_or_init(|| {
            let all = self.lexicon.all.get_or_init(|| vocabularies(self));
            let mut found: Vec<Comparison> = own_words(self, person)
                .into_iter()
                .filter_map(|(language, own)| compare(all.get(&language)?, language, &own))
                .collect();
            found.sort_by_key(|comparison| std::cmp::Reverse(comparison.n_own));
            found
        })
    }
}

/// The language words are compared in: `de-CH` → `de`.
fn language(document: &DocumentEntry) -> String {
    let tag = document.facts.language.as_deref().unwrap_or_default();
    primary(tag).to_lowercase()
}

fn vocabularies(site: &Site) -> BTreeMap<String, Vocabulary> {
    // Some documents at a time: what is put together at the end is small.
    let parts = site
        .documents
        .par_chunks(DOCUMENTS_AT_ONCE)
        .map(|documents| {
            let mut all: BTreeMap<String, Vocabulary> = BTreeMap::new();
            for document in documents {
                all.entry(language(document)).or_default().add(document);
            }
            all
        });
    parts.reduce(BTreeMap::new, |mut all, more| {
        for (language, more) in more {
            all.entry(language).or_default().join(more);
        }
        all
    })
}

impl Vocabulary {
    /// The turns of a document that are somebody's.
    fn add(&mut self, document: &DocumentEntry) {
        let counted = (0..document.turns.len()).filter(|turn| {
            document.turns[*turn].attribution.person().is_some() && !document.is_assigned(*turn)
        });
        for turn in counted {
            self.n_words += each_word(document, turn, |word| {
                let folded = lower(word);
                match self.uses.get_mut(folded.as_ref()) {
                    Some(n) => *n += 1,
                    None => {
                        self.uses.insert(folded.into_owned(), 1);
                    }
                }
            });
        }
    }

    fn join(&mut self, mut more: Vocabulary) {
        if self.uses.len() < more.uses.len() {
            std::mem::swap(self, &mut more);
        }
        self.n_words += more.n_words;
        for (word, n) in more.uses {
            *self.uses.entry(word).or_default() += n;
        }
    }
}

/// How many documents one thread counts before their words are joined with others.
const DOCUMENTS_AT_ONCE: usize = 500;

/// A word in lower case; most are.
fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

fn own_words(site: &Site, person: &PersonEntry) -> BTreeMap<String, Own> {
    let mut all: BTreeMap<String, Own> = BTreeMap::new();
    for appearance in &person.appearances {
        let document = &site.documents[appearance.document];
        let own = all.entry(language(document)).or_default();
        let mut n_words = 0;
        for turn in appearance
            .turns
            .iter()
            .filter(|turn| !document.is_assigned(**turn))
        {
            n_words += each_word(document, *turn, |word| {
                let folded = lower(word);
                match own.uses.get_mut(folded.as_ref()) {
                    Some(known) => {
                        known.n += 1;
                        if word == folded && known.printed != word {
                            known.printed = folded.into_owned();
                        }
                    }
                    None => {
                        let printed = word.to_owned();
                        own.uses
                            .insert(folded.into_owned(), OwnWord { n: 1, printed });
                    }
                }
            });
        }
        own.n_words += n_words;
        own.is_translated |= n_words > 0
            && (document.record.translator.is_some() || document.facts.original_language.is_some());
    }
    all
}

fn compare(all: &Vocabulary, language: String, own: &Own) -> Option<Comparison> {
    let n_others = all.n_words.saturating_sub(own.n_words);
    if !is_enough(own.n_words) || !is_enough(n_others) {
        return None;
    }
    let mut words: Vec<Distinctive> = own
        .uses
        .iter()
        .filter(|(folded, word)| word.n >= FEWEST_USES && !is_function_word(&language, folded))
        .filter_map(|(folded, word)| {
            let n_others_say = all.uses.get(folded)?.saturating_sub(word.n);
            let g2 = log_likelihood(word.n, n_others_say, own.n_words, n_others)?;
            (g2 >= LEAST_G2).then(|| Distinctive {
                word: word.printed.clone(),
                n_own: word.n,
                n_others: n_others_say,
                g2,
            })
        })
        .collect();
    words.sort_by(|a, b| b.g2.total_cmp(&a.g2).then_with(|| a.word.cmp(&b.word)));
    Some(Comparison {
        language,
        n_own: own.n_words,
        n_others,
        is_translated: own.is_translated,
        words,
    })
}

/// G² of `n_own` uses in `own` words against `n_others` in `others`; `None` where the word is not used more often than by others.
fn log_likelihood(n_own: usize, n_others: usize, own: usize, others: usize) -> Option<f64> {
    let [a, b, c, d] = [n_own, n_others, own, others].map(|n| n as f64);
    if a / c <= b / d {
        return None;
    }
    let part = |n: f64, size: f64| {
        let expected = size * (a + b) / (c + d);
        if n > 0.0 {
            n * (n / expected).ln()
        } else {
            0.0
        }
    };
    Some(2.0 * (part(a, c) + part(b, d)))
}

/// Gives every word of a turn that can be distinctive; says how many words there are at all.
fn each_word(document: &DocumentEntry, turn: usize, mut give: impl FnMut(&str)) -> usize {
    let mut n_words = 0;
    for paragraph in &document.turn(turn).paragraphs {
        let text = speech(paragraph);
        let runs = text.split(|c: char| !is_letter(c) && !is_apostrophe(c));
        for run in runs {
            let run = run.trim_matches(is_apostrophe);
            if run.is_empty() {
                continue;
            }
            n_words += 1;
            for word in run.split(is_apostrophe).filter(|word| is_long(word)) {
                give(word);
            }
        }
    }
    n_words
}

/// “Germany’s” is Germany, “l’Europe” Europe.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Letters and the marks on them, of scripts that put blanks between words.
fn is_letter(c: char) -> bool {
    let is_mark = unicode_normalization::char::is_combining_mark(c);
    let has_no_blanks = matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}');
    (c.is_alphabetic() || is_mark) && !has_no_blanks
}

fn is_long(word: &str) -> bool {
    word.chars().nth(2).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_measure_is_that_of_the_literature() {
        // Rayson and Garside's formula with a = 10, b = 5, c = 1000, d = 2000, by hand: E1 = 5, E2 = 10.
        let by_hand = 2.0 * (10.0 * 2.0_f64.ln() + 5.0 * 0.5_f64.ln());
        let g2 = log_likelihood(10, 5, 1000, 2000).unwrap();
        assert!((g2 - by_hand).abs() < 1e-9, "{g2}");
        assert_eq!(log_likelihood(5, 10, 1000, 2000), None);
        assert!(log_likelihood(5, 0, 1000, 2000).unwrap() > 10.0);
    }
}
