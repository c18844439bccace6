//! Which marks on letters are accents: what is compared leaves accents out and nothing else.
//!
//! In Latin, Greek, Cyrillic, Hebrew and Arabic script a reader finds `Élysée` under `elysee`, `Горбачёв` under `горбачев`. The marks of
//! other scripts are letters in all but name: without the vowel signs of Devanagari or the voicing marks of kana, two names are one.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Whether a character, decomposed (NFKD), is an accent: a mark without a script of its own, or a mark of Cyrillic, Hebrew, Arabic or
/// Syriac script (Unicode, `Blocks.txt`).
pub fn is_accent(c: char) -> bool {
    let of_these_scripts = matches!(
        c,
        '\u{300}'..='\u{36F}' // Combining Diacritical Marks, with their supplements
            | '\u{1AB0}'..='\u{1AFF}'
            | '\u{1DC0}'..='\u{1DFF}'
            | '\u{20D0}'..='\u{20FF}'
            | '\u{FE00}'..='\u{FE2F}' // Variation Selectors, Combining Half Marks
            | '\u{483}'..='\u{489}' // Cyrillic
            | '\u{2DE0}'..='\u{2DFF}'
            | '\u{A66F}'..='\u{A69F}'
            | '\u{591}'..='\u{5C7}' // Hebrew
            | '\u{FB1E}'
            | '\u{610}'..='\u{61A}' // Arabic
            | '\u{64B}'..='\u{670}'
            | '\u{6D6}'..='\u{6ED}'
            | '\u{711}'..='\u{74A}' // Syriac
            | '\u{890}'..='\u{8FF}'
    );
    of_these_scripts && is_combining_mark(c)
}

/// Whether a letter is a small one beside capitals. Georgian has capitals for headings only: its letters are neither.
pub fn is_small(c: char) -> bool {
    c.is_lowercase() && !matches!(c, '\u{10D0}'..='\u{10FF}')
}

/// A text as names are compared: compatibility forms (NFKD) without accents, in lower case, composed again (NFC).
pub fn folded(text: &str) -> impl Iterator<Item = char> {
    let plain = text.nfkd().filter(|c| !is_accent(*c));
    plain.flat_map(char::to_lowercase).nfc()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_are_left_out_and_nothing_else() {
        for (text, expected) in [
            ("Élysée ŁÓDŹ Ångström", "elysee łodz angstrom"),
            ("Горбачёв Йод", "горбачев иод"),
            ("Έλλη", "ελλη"),
            ("שָׁלוֹם", "שלום"),
            ("مُحَمَّد", "محمد"),
            ("कि का", "कि का"),
            ("ハバ ば", "ハバ ば"),
            ("ﾊﾞ", "バ"),
            ("한국", "한국"),
            ("น้ำ", "น\u{e49}\u{e4d}า"),
        ] {
            assert_eq!(folded(text).collect::<String>(), expected, "{text}");
        }
    }
}
