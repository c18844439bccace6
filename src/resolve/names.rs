//! Names taken apart, so that `M.S. GORBACHEV` and “Mikhail Gorbachev” can be compared.

use crate::authority::titles::{ADDRESSES, ARTICLES, OFFICES};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name or label in parts, folded: lower case, without accents.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct NameParts {
    /// Given names in full.
    pub(super) given: Vec<String>,
    /// Initials, of given names and of what is abbreviated: `m`, `s`.
    pub(super) initials: Vec<char>,
    /// The surname, its particles included: `de gaulle`.
    pub(super) surname: String,
    /// What tells two of one surname apart: `Mr. Moore of Kansas`.
    pub(super) of: Option<String>,
}

/// Words that belong to the surname after them.
const PARTICLES: [&str; 15] = [
    "de", "du", "des", "la", "le", "van", "von", "der", "den", "di", "da", "dos", "al", "el",
    "arap",
];

/// Lower case, without accents and compatibility forms.
pub(super) fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Only letters and digits of [`fold`]: for comparing labels that differ in blanks and points.
pub(super) fn key(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The personal name in a label: what stands before a bracket or a comma, or, where that is an office, the name in the bracket:
/// `The Minister for Roads (Mr. Kay)`.
pub(super) fn personal(label: &str) -> &str {
    let (outside, inside) = match label.find(['(', '[']) {
        Some(at) => (
            &label[..at],
            label[at + 1..]
                .split(['(', '[', ')', ']'])
                .next()
                .unwrap_or(""),
        ),
        None => (label, ""),
    };
    let outside = outside.split(',').next().unwrap_or(outside).trim();
    if !inside.is_empty() && is_office(outside) && parse_words(inside).is_some() {
        inside.trim()
    } else {
        outside
    }
}

/// Whether words name an office and nobody's name: `The Speaker`, `Mr. Speaker`, `The Minister for Roads`.
fn is_office(words: &str) -> bool {
    let folded: Vec<String> = words
        .split_whitespace()
        .map(|word| fold(word.trim_matches(|c: char| !c.is_alphanumeric())))
        .collect();
    let is = |list: &[&str], word: &str| list.contains(&word);
    let Some(last) = folded.last() else {
        return false;
    };
    let begins_with_article = folded.first().is_some_and(|first| is(&ARTICLES, first));
    let office = |word: &String| is(&OFFICES, word) || word == "member" || word == "members";
    is(&OFFICES, last) || begins_with_article && folded.iter().any(office)
}

/// Takes a name or label apart. `None` where no surname is left (an office or a title alone, an empty label).
pub(super) fn parse(label: &str) -> Option<NameParts> {
    let name = personal(label);
    if is_office(name) {
        None
    } else {
        parse_words(name)
    }
}

fn parse_words(name: &str) -> Option<NameParts> {
    let (name, of) = match name.split_once(" of ") {
        Some((name, place)) => (name, Some(fold(place.trim()))),
        None => (name, None),
    };
    let mut given = Vec::new();
    let mut initials = Vec::new();
    let mut tokens: Vec<(String, bool)> = Vec::new();
    for word in name.split_whitespace() {
        let mut rest = word;
        while let Some((part, after)) = rest.split_once('.') {
            if !part.is_empty() {
                tokens.push((fold(part), true));
            }
            rest = after;
        }
        let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
        if !rest.is_empty() {
            tokens.push((fold(rest), false));
        }
    }
    let first_name = tokens.iter().position(|(token, _)| {
        !ADDRESSES.contains(&token.as_str())
            && !OFFICES.contains(&token.as_str())
            && !ARTICLES.contains(&token.as_str())
    })?;
    // `M. Gorbachev`: a single `m` before a point is an initial where a title would need a longer name after it; it is read as one.
    let initial_m = first_name == 1 && tokens[0].0.chars().count() == 1;
    tokens.drain(..if initial_m { 0 } else { first_name });
    let (last, _) = tokens.pop()?;
    if last.chars().count() < 2 && last.is_ascii() {
        return None;
    }
    let mut surname = last;
    while let Some((token, false)) = tokens.last()
        && PARTICLES.contains(&token.as_str())
    {
        surname = format!("{token} {surname}");
        tokens.pop();
    }
    for (token, pointed) in tokens {
        initials.extend(token.chars().next());
        if !pointed && token.chars().count() > 1 {
            given.push(token);
        }
    }
    Some(NameParts {
        given,
        initials,
        surname,
        of,
    })
}

impl NameParts {
    /// Whether nothing but a surname is given.
    pub(super) fn is_surname_only(&self) -> bool {
        self.initials.is_empty()
    }

    /// Whether the given names and initials of both may be one person's: `M.` and `M.S.` and `Mikhail` are, `R.M.` and `M.S.` are not.
    pub(super) fn given_names_agree(&self, other: &NameParts) -> bool {
        let initials_agree = self
            .initials
            .iter()
            .zip(&other.initials)
            .all(|(a, b)| a == b);
        let names_agree = match (self.given.first(), other.given.first()) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        };
        let places_agree = match (&self.of, &other.of) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        };
        initials_agree && names_agree && places_agree
    }

    /// Whether the surnames differ by one letter put in, left out, exchanged or swapped, in a way that a slip of the pen explains. A
    /// surname of under six letters is too short for that, and an `a` at the end is another person: Gorbachev, Gorbacheva.
    pub(super) fn surname_is_a_slip_of(&self, other: &NameParts) -> bool {
        let (a, b) = (&self.surname, &other.surname);
        let shortest = a.chars().count().min(b.chars().count());
        let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
        let another_ending = long.strip_prefix(short.as_str()).is_some();
        shortest >= 6
            && !another_ending
            && a.chars().next() == b.chars().next()
            && strsim::osa_distance(a, b) == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(name: &str) -> NameParts {
        parse(name).unwrap()
    }

    #[test]
    fn labels_are_taken_apart() {
        let mg = parts("M.S. GORBACHEV");
        assert_eq!(
            (mg.initials.as_slice(), mg.surname.as_str()),
            (['m', 's'].as_slice(), "gorbachev")
        );
        assert_eq!(parts("M. S. Gorbachev"), mg);
        assert_eq!(parts("Charles de Gaulle").surname, "de gaulle");
        assert_eq!(parts("Mr. SMITH (Windsor, NPD)").surname, "smith");
        assert!(parts("Mr. Smith").is_surname_only());
        assert_eq!(parse("Mr."), None);
        assert_eq!(parse("…"), None);
    }

    #[test]
    fn an_office_is_nobodys_surname() {
        for office in [
            "The SPEAKER",
            "The DEPUTY SPEAKER",
            "Mr. Speaker",
            "The CHIEF WHIP OF THE OPPOSITION",
            "Le président",
            "An hon. Member",
        ] {
            assert_eq!(parse(office), None, "{office}");
        }
        assert_eq!(parts("The Minister for Roads (Mr. Kay)").surname, "kay");
        assert_eq!(
            parts("Dr. Johanna Wanka, Bundesministerin für Bildung").surname,
            "wanka"
        );
        assert_eq!(parts("CHIEF JUSTICE ROBERTS").surname, "roberts");
        assert_eq!(parts("Vizepräsident Peter Hintze").given, ["peter"]);
        assert_eq!(parts("M. James Bezan (Selkirk, PCC)").surname, "bezan");
    }

    #[test]
    fn two_of_one_surname_are_told_apart_by_their_place() {
        let agree = |a: &str, b: &str| parts(a).given_names_agree(&parts(b));
        assert!(!agree("Mr. Moore of Kansas", "Mr. Moore of Wisconsin"));
        assert!(agree("Mr. Moore of Kansas", "Mr. Moore"));
    }

    #[test]
    fn initials_and_given_names_agree_or_not() {
        let agree = |a: &str, b: &str| parts(a).given_names_agree(&parts(b));
        assert!(agree("M. Gorbachev", "M.S. Gorbachev"));
        assert!(agree("M.S. Gorbachev", "Mikhail Gorbachev"));
        assert!(agree("Gorbachev", "Mikhail Gorbachev"));
        assert!(!agree("R.M. Gorbacheva", "M.S. Gorbachev"));
        assert!(!agree("John Smith", "James Smith"));
    }

    #[test]
    fn a_slip_of_the_pen_is_told_from_another_name() {
        let slip = |a: &str, b: &str| parts(a).surname_is_a_slip_of(&parts(b));
        assert!(slip("F. Mitterand", "François Mitterrand"));
        assert!(!slip("Gorbacheva", "Gorbachev"));
        assert!(!slip("Black", "Blake"));
        assert!(!slip("Johnson", "Robertson"));
    }
}
