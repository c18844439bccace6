//! One name in several spellings of one alphabet: Горбачёв, Gorbachev, Gorbatchev, Gorbatschow.
//!
//! Every spelling is brought to one rough key. The letters follow ICAO Doc 9303 and BGN/PCGN, and the habits of French, German, Polish and
//! Italian newspapers. The key joins more than it should, so it only ever counts where it fits one person and the given names agree.

/// Cyrillic letters, as ICAO Doc 9303 writes them, brought to the rough key at once: every hissing sound is `x`.
const CYRILLIC: [(char, &str); 36] = [
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('ґ', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ж', "x"),
    ('з', "z"),
    ('и', "i"),
    ('і', "i"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ф', "f"),
    ('х', "x"),
    ('ц', "z"),
    ('ч', "x"),
    ('ш', "x"),
    ('щ', "x"),
    ('ъ', ""),
    ('ы', "i"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "u"),
    ('я', "a"),
    ('є', "e"),
    ('ј', "i"),
    ('ћ', "x"),
];

/// Groups of Latin letters, the longest first.
const LATIN: [(&str, &str); 30] = [
    ("schtsch", "x"),
    ("shch", "x"),
    ("chtch", "x"),
    ("szcz", "x"),
    ("stch", "x"),
    ("tsch", "x"),
    ("tch", "x"),
    ("sch", "x"),
    ("sh", "x"),
    ("ch", "x"),
    ("cz", "x"),
    ("sz", "x"),
    ("zh", "x"),
    ("kh", "x"),
    ("rz", "x"),
    ("ci", "x"),
    ("j", "i"),
    ("tz", "z"),
    ("ts", "z"),
    ("dz", "z"),
    ("ds", "z"),
    ("ph", "f"),
    ("ou", "u"),
    ("ff", "v"),
    ("w", "v"),
    ("y", "i"),
    ("ck", "k"),
    ("c", "k"),
    ("q", "k"),
    ("h", "x"),
];

/// The rough key of a folded surname or given name.
pub(super) fn key(folded: &str) -> String {
    let mut rough = String::new();
    let mut rest = folded;
    while let Some(c) = rest.chars().next() {
        // French writes ж as `j`: Brejnev. Before a vowel German and others write й so: Jelzin.
        let is_zh = c == 'j'
            && rough.ends_with(['a', 'e', 'o', 'u', 'i'])
            && rest.len() > 2
            && rest.starts_with("jn");
        if is_zh {
            rough.push('x');
            rest = &rest[1..];
        } else if let Some((group, sound)) = LATIN.iter().find(|(group, _)| rest.starts_with(group))
        {
            rough.push_str(sound);
            rest = &rest[group.len()..];
        } else if let Some((_, sound)) = CYRILLIC.iter().find(|(letter, _)| *letter == c) {
            rough.push_str(sound);
            rest = &rest[c.len_utf8()..];
        } else {
            rough.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    smooth(&rough.replace("dz", "z"))
}

/// Doubled letters once, no `i` before a vowel or at the end, one vowel after a hissing sound, no silent `e`.
fn smooth(rough: &str) -> String {
    let letters: Vec<char> = rough.chars().filter(|c| *c != '\'' && *c != '’').collect();
    let is_vowel = |c: char| "aeiou".contains(c);
    let mut out = String::new();
    for (at, c) in letters.iter().copied().enumerate() {
        let next = letters.get(at + 1).copied();
        let is_glide =
            c == 'i' && (next.is_some_and(is_vowel) || next.is_none() && out.ends_with('i'));
        let c = if c == 'o' && out.ends_with('x') {
            'e'
        } else {
            c
        };
        if !is_glide && !out.ends_with(c) {
            out.push(c);
        }
    }
    let silent = out.strip_suffix('e').filter(|stem| stem.ends_with("in"));
    silent.map_or_else(|| out.clone(), str::to_owned)
}

/// Endings of such names.
const ENDINGS: [&str; 19] = [
    "ov", "ev", "ow", "ew", "off", "eff", "ova", "eva", "owa", "ewa", "in", "ine", "ski", "sky",
    "skij", "enko", "vich", "witsch", "adze",
];

/// Whether a surname is written in Cyrillic, or has the form of one brought into our letters.
pub(super) fn may_be_slavic(folded: &str) -> bool {
    let is_cyrillic = |c: char| ('\u{400}'..='\u{52f}').contains(&c);
    folded.chars().any(is_cyrillic)
        || folded.chars().count() >= 6 && ENDINGS.iter().any(|ending| folded.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::super::names::fold;
    use super::*;

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for spellings in [
            &[
                "Горбачёв",
                "Gorbachev",
                "Gorbatchev",
                "Gorbatschow",
                "Gorbachov",
                "Gorbaciov",
            ][..],
            &["Хрущёв", "Khrushchev", "Khrouchtchev", "Chruschtschow"],
            &["Ельцин", "Yeltsin", "Eltsine", "Jelzin"],
            &["Брежнев", "Brezhnev", "Brejnev", "Breschnew"],
            &["Путин", "Putin", "Poutine"],
            &[
                "Шеварднадзе",
                "Shevardnadze",
                "Chevardnadze",
                "Schewardnadse",
            ],
            &["Черняев", "Chernyaev", "Tcherniaev", "Tschernjajew"],
            &["Михаил", "Mikhail", "Michail"],
        ] {
            for spelling in spellings {
                assert_eq!(key(&fold(spelling)), key(&fold(spellings[0])), "{spelling}");
            }
        }
        for (a, b) in [
            ("Горбачёв", "Gorbacheva"),
            ("Gromov", "Gromyko"),
            ("Иванов", "Ivanova"),
            ("Petrov", "Petrow-Smith"),
        ] {
            assert_ne!(key(&fold(a)), key(&fold(b)), "{a} {b}");
        }
    }
}
