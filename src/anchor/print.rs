//! Words → a fingerprint that still fits after some of them are corrected, and that gives none of them away.
//!
//! Every three words that follow each other, folded as names are compared, are hashed (SipHash, the same on every machine); a lock keeps
//! the smallest few of the hashes, cut to 24 bits. The share of them that a text of today holds says how much of the old text is in it.

use crate::fold::folded;
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// How many hashes of a turn, or of a whole document, are kept.
pub(super) const OF_TURN: usize = 16;

/// How many hashes of a paragraph are kept.
pub(super) const OF_PARAGRAPH: usize = 8;

/// What a lock keeps of some words.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Print {
    /// What stands before them, hashed: a label, or the turn that a paragraph is in. 0 is none.
    pub(super) label: u32,
    /// Number of words.
    pub(super) n_words: usize,
    /// The smallest hashes, in order.
    pub(super) sketch: Vec<u32>,
}

/// The fingerprint of words of today, with all hashes.
#[derive(Clone, Debug)]
pub(super) struct Full {
    pub(super) print: Print,
    /// In order, each once.
    pub(super) all: Vec<u32>,
}

impl Print {
    /// Whether nothing is known of the words: they are withheld.
    pub(super) fn is_blank(&self) -> bool {
        self.sketch.is_empty()
    }

    /// How many different hashes the whole text has, about.
    pub(super) fn n_hashes(&self) -> usize {
        (self.n_words + 2).max(self.sketch.len())
    }

    /// The same behind another label.
    pub(super) fn with_label(&self, label: u32) -> Print {
        Print {
            label,
            ..self.clone()
        }
    }

    /// A number that is the same where everything is.
    pub(super) fn key(&self) -> u64 {
        let mut hasher = SipHasher13::new();
        hasher.write(&self.label.to_le_bytes());
        hasher.write(&(self.n_words as u64).to_le_bytes());
        for hash in &self.sketch {
            hasher.write(&hash.to_le_bytes());
        }
        hasher.finish()
    }
}

/// The words of a text, folded.
#[derive(Clone, Default, Debug)]
pub(super) struct Words {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Words {
    pub(super) fn of(text: &str) -> Words {
        let mut words = Words {
            text: String::with_capacity(text.len()),
            ends: Vec::new(),
        };
        for printed in text.split_whitespace() {
            if printed.is_ascii() {
                // By far the most: nothing is to be taken apart or composed.
                let letters = printed.chars().filter(char::is_ascii_alphanumeric);
                words.text.extend(letters.map(|c| c.to_ascii_lowercase()));
            } else {
                words.add_folded(printed);
            }
            words.end();
        }
        words
    }

    /// Where no blanks stand between words, every sign is taken for one.
    fn add_folded(&mut self, printed: &str) {
        for c in folded(printed).filter(|c| c.is_alphanumeric()) {
            let is_apart = matches!(c, '\u{E00}'..='\u{EFF}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}');
            if is_apart {
                self.end();
            }
            self.text.push(c);
            if is_apart {
                self.end();
            }
        }
    }

    fn end(&mut self) {
        if self.ends.last().copied().unwrap_or(0) < self.text.len() {
            self.ends.push(self.text.len());
        }
    }

    fn iter(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let word = &self.text[start..*end];
            start = *end;
            word
        })
    }
}

impl Full {
    fn of<'a>(label: u32, texts: impl Iterator<Item = &'a Words>, n_kept: usize) -> Full {
        let mut n_words = 0;
        let mut all: Vec<u32> = Vec::new();
        // Two empty words stand before the first and after the last.
        let mut before = ["", ""];
        for word in texts.flat_map(Words::iter) {
            n_words += 1;
            all.push(three([before[0], before[1], word]));
            before = [before[1], word];
        }
        if n_words == 0 {
            // A turn of nothing but signs is still there.
            all.push(short(""));
        } else {
            all.push(three([before[0], before[1], ""]));
            all.push(three([before[1], "", ""]));
        }
        all.sort_unstable();
        all.dedup();
        let print = Print {
            label,
            n_words,
            sketch: all[..n_kept.min(all.len())].to_vec(),
        };
        Full { print, all }
    }

    /// Of a turn whose words are withheld: nothing is known of it but its label.
    pub(super) fn withheld(label: Option<&str>) -> Full {
        let print = Print {
            label: label_of(label),
            ..Print::default()
        };
        Full {
            print,
            all: Vec::new(),
        }
    }

    /// Of a turn: its label and all its words.
    pub(super) fn of_turn<'a>(
        label: Option<&str>,
        paragraphs: impl Iterator<Item = &'a Words>,
    ) -> Full {
        Full::of(label_of(label), paragraphs, OF_TURN)
    }

    /// Of a paragraph in the turn that has this anchor.
    pub(super) fn of_paragraph(turn: &str, words: &Words) -> Full {
        Full::of(label_of(Some(turn)), std::iter::once(words), OF_PARAGRAPH)
    }

    /// Of a whole document: all its paragraphs.
    pub(super) fn of_document<'a>(paragraphs: impl Iterator<Item = &'a Words>) -> Full {
        Full::of(0, paragraphs, OF_TURN)
    }

    /// How many of a lock's hashes are among these.
    pub(super) fn n_shared(&self, old: &Print) -> usize {
        let is_here = |hash: &&u32| self.all.binary_search(hash).is_ok();
        old.sketch.iter().filter(is_here).count()
    }
}

/// A label, hashed; 0 where there is none.
pub(super) fn label_of(label: Option<&str>) -> u32 {
    label.map_or(0, |label| short(&word(label)).max(1))
}

/// The letters and digits of a word, folded.
fn word(printed: &str) -> String {
    folded(printed).filter(|c| c.is_alphanumeric()).collect()
}

/// 24 bits of a hash.
fn short(text: &str) -> u32 {
    let mut hasher = SipHasher13::new();
    hasher.write(text.as_bytes());
    (hasher.finish() >> 40) as u32
}

/// The same of three words with blanks between them.
fn three(words: [&str; 3]) -> u32 {
    let mut hasher = SipHasher13::new();
    for (at, word) in words.into_iter().enumerate() {
        if at > 0 {
            hasher.write(b" ");
        }
        hasher.write(word.as_bytes());
    }
    (hasher.finish() >> 40) as u32
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in super::super) fn full_of(label: Option<&str>, text: &str) -> Full {
        Full::of_turn(label, std::iter::once(&Words::of(text)))
    }

    /// The hashes stand in locks: they may never change.
    #[test]
    fn the_same_words_have_the_same_hashes_for_ever() {
        let full = full_of(Some("Mr. GRAY"), "We agree on that point.");
        assert_eq!(full.print.n_words, 5);
        assert_eq!(
            full.print,
            full_of(Some("mr gray"), "we agree on that point").print
        );
        let hexes: Vec<String> = full
            .print
            .sketch
            .iter()
            .map(|h| format!("{h:06x}"))
            .collect();
        assert_eq!(
            hexes.join(" "),
            "159dfa 1d6188 a01f2e c00c17 dc0f4a de2958 e94a18"
        );
    }

    #[test]
    fn a_correction_leaves_most_hashes() {
        let old = full_of(None, "one two three four five six seven eight nine ten").print;
        let new = full_of(None, "one two three four five sixth seven eight nine ten");
        assert_eq!((old.sketch.len(), new.n_shared(&old)), (12, 9));
        let other = full_of(None, "quite another text of words");
        assert_eq!(other.n_shared(&old), 0);
    }
}
