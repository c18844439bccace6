//! Names taken apart, so that `M.S. GORBACHEV` and “Mikhail Gorbachev” can be compared.

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
}

/// Forms of address and offices that stand before a name and are no part of it.
const TITLES: [&str; 24] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "madam",
    "mme",
    "monsieur",
    "herr",
    "frau",
    "president",
    "chairman",
    "chairwoman",
    "secretary",
    "senator",
    "minister",
    "ambassador",
    "general",
    "justice",
    "lord",
    "lady",
];

/// Words that belong to the surname after them.
const PARTICLES: [&str; 14] = [
    "de", "du", "des", "la", "le", "van", "von", "der", "den", "di", "da", "dos", "al", "el",
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

/// Takes a name or label apart. `None` where no surname is left (a title alone, an empty label).
pub(super) fn parse(name: &str) -> Option<NameParts> {
    // “Mr. SMITH (Windsor, NPD)”: what stands in brackets tells of the person, it is no name.
    let name = name.split(['(', '[']).next().unwrap_or(name);
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
    tokens.retain(|(token, _)| !TITLES.contains(&token.as_str()));
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
        initials_agree && names_agree
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
