//! Names taken apart, so that `M.S. GORBACHEV` and “Mikhail Gorbachev” can be compared.

mod office;
mod unspaced;

use crate::authority::forms::{POSTNOMINALS, SUFFIXES};
use crate::fold::folded;
use crate::fold::is_small;
use office::{is_address_of, is_office_word};
use unicode_normalization::char::is_combining_mark;
use unspaced::{is_unspaced, unspaced};

pub(super) use office::{is_article, is_office, is_title, office_key};
pub(super) use unspaced::begins_with_surname;

/// A name or label in parts, folded: lower case, without accents.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct NameParts {
    /// Given names in full.
    pub(super) given: Vec<String>,
    /// Initials, of given names and of what is abbreviated: `m`, `s`.
    pub(super) initials: Vec<char>,
    /// The surname, its particles included: `de gaulle`. In Chinese and Japanese, where nothing parts them, the whole name.
    pub(super) surname: String,
    /// Whether the surname is the whole name.
    pub(super) is_whole: bool,
    /// What tells two of one surname apart: `Mr. Moore of Kansas`.
    pub(super) of: Option<String>,
    /// What tells father from son.
    pub(super) suffix: Option<&'static str>,
    /// What the form of address says.
    pub(super) address: Option<Address>,
    /// What stands in brackets after the name, piece by piece: constituency, party.
    pub(super) seats: Vec<String>,
}

/// What a form of address says about who is meant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Address {
    Man,
    Woman,
}

/// How a single `M.` before a name is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum LetterM {
    Initial,
    Monsieur,
}

/// Words that belong to the surname after them.
const PARTICLES: [&str; 22] = [
    "de", "du", "des", "la", "le", "van", "von", "der", "den", "di", "da", "dos", "al", "el",
    "arap", "zu", "zur", "ter", "ten", "bin", "ibn", "della",
];

/// Forms of address and ranks that are given names as well: alone before a surname they are taken for that.
const GIVEN_TOO: [&str; 17] = [
    "dean", "earl", "don", "prince", "baron", "count", "marshal", "bishop", "dom", "pan", "imam",
    "ing", "on", "me", "mag", "dame", "major",
];

/// Lower case, without accents and compatibility forms.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    folded(text).collect()
}

/// Only letters, their marks and digits of [`fold`]: for comparing labels that differ in blanks and points.
pub(super) fn key(text: &str) -> String {
    let is_kept = |c: &char| c.is_alphanumeric() || is_combining_mark(*c);
    fold(text).chars().filter(is_kept).collect()
}

/// The words of [`fold`], without the signs around them and the quotation marks in Hebrew abbreviations.
pub(super) fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|word| {
            word.trim_matches(|c: char| !c.is_alphanumeric())
                .replace(['"', '״', '׳', '“', '”', '.'], "")
        })
        .filter(|word| !word.is_empty())
        .collect()
}

/// The personal name in a label: what stands before a bracket or a comma, or, where that is an office, the name in the bracket:
/// `The Minister for Roads (Mr. Kay)`.
pub(super) fn personal(label: &str) -> &str {
    let (outside, inside) = bracket(label);
    // `A SRª PRESIDENTE (Lúcia Vânia. Bloco Oposição/PSDB - GO)`
    let inside = before_party(inside);
    let outside = before_comma(outside);
    // `The Leader of the Opposition (DA)`: capitals alone are a party.
    let is_party = inside.chars().count() <= 5 && !inside.chars().any(is_small);
    // `The President (spoke in Arabic)`: words in small letters are no name.
    let is_remark = inside
        .split_whitespace()
        .any(|word| word.starts_with(is_small) && !PARTICLES.contains(&word));
    let is_name = !is_remark && (!is_party || is_unspaced(inside) && !inside.is_empty());
    if is_name && is_office(outside) && names_person(before_comma(inside)) {
        before_comma(inside).trim()
    } else {
        outside
    }
}

/// A name without the party after its full stop, told from an initial's by the length of the word.
fn before_party(inside: &str) -> &str {
    let stop = inside.match_indices(". ").map(|(at, _)| at).find(|at| {
        let word = inside[..*at].rsplit(' ').next().unwrap_or("");
        word.chars().count() > 3
    });
    stop.filter(|at| inside[*at..].contains('/') || inside[*at..].contains(" - "))
        .map_or(inside, |at| &inside[..at])
}

/// What stands before a bracket, and in it.
fn bracket(label: &str) -> (&str, &str) {
    match label.find(['(', '[', '（']) {
        Some(at) => {
            let sign = label[at..].chars().next().map_or(1, char::len_utf8);
            let inside = label[at + sign..].split(['(', '[', '（', ')', ']', '）']);
            (&label[..at], inside.into_iter().next().unwrap_or(""))
        }
        None => (label, ""),
    }
}

/// A name without what describes it after a comma: `Dr. Wanka, Bundesministerin`. `BAKER, James` and `Alito, Jr.` stay whole.
fn before_comma(name: &str) -> &str {
    // `Mark Casey -- Chief Executive Officer`
    let name = name.split(" -- ").next().unwrap_or(name);
    let Some((before, after)) = name.split_once(',') else {
        return name.trim();
    };
    let suffix = after.split(',').next().unwrap_or("");
    if suffix_of(&words(suffix).join("")).is_some() {
        return name[..before.len() + 1 + suffix.len()].trim();
    }
    if is_inverted(before, suffix) {
        name[..before.len() + 1 + suffix.len()].trim()
    } else {
        before.trim()
    }
}

/// `BAKER, James`, `de Gaulle, Ch.`, `DeMarco, Edward J.`: a surname, a comma, given names.
fn is_inverted(before: &str, after: &str) -> bool {
    let surname = words(before);
    let is_surname = match surname.as_slice() {
        [_] => true,
        [first @ .., _] => first.iter().all(|word| PARTICLES.contains(&word.as_str())),
        [] => false,
    };
    let n_given = after.split_whitespace().count();
    let given = words(after);
    is_surname
        && !surname.iter().any(|word| is_title(word))
        && (1..=3).contains(&n_given)
        && given.len() == n_given
        && after.split_whitespace().all(|word| {
            word.starts_with(char::is_uppercase)
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '’' | '\''))
        })
        && !given.iter().any(|word| {
            is_office_word(word) || POSTNOMINALS.contains(&word.as_str())
        })
        // `Smith, NATO`: capitals alone are no given name, unless the surname is in capitals too.
        && (after.chars().any(is_small)
            || after.contains('.')
            || !before.chars().any(is_small))
}

fn suffix_of(word: &str) -> Option<&'static str> {
    SUFFIXES
        .iter()
        .find(|(written, _)| *written == word)
        .map(|(_, suffix)| *suffix)
}

/// Takes a name or label apart. `None` where no surname is left (an office or a title alone, an empty label).
pub(super) fn parse(label: &str) -> Option<NameParts> {
    parse_as(label, LetterM::Initial)
}

/// The same where the other labels have told how `M.` is to be read.
pub(super) fn parse_as(label: &str, letter: LetterM) -> Option<NameParts> {
    let name = personal(label);
    if is_office(name) {
        return None;
    }
    let mut parts = parse_words(name, letter)?;
    // The seat stands in the bracket after the name, also where the name itself stands in one.
    let after = label.find(name).map_or("", |at| &label[at + name.len()..]);
    parts.seats = after
        .split(['(', ')', '[', ']', ',', ';', '（', '）'])
        .map(|piece| fold(piece.trim()))
        .filter(|piece| piece.chars().any(char::is_alphanumeric))
        .collect();
    if !after.trim_start().starts_with(['(', '[', '（'])
        || parts
            .seats
            .iter()
            .any(|seat| words(seat).iter().any(|word| is_title(word)))
    {
        parts.seats.clear();
    }
    Some(parts)
}

fn names_person(inside: &str) -> bool {
    parse_words(inside, LetterM::Initial).is_some()
}

fn parse_words(name: &str, letter: LetterM) -> Option<NameParts> {
    if is_unspaced(name) {
        return Some(NameParts {
            given: Vec::new(),
            initials: Vec::new(),
            surname: unspaced(name)?,
            is_whole: true,
            of: None,
            suffix: None,
            address: None,
            seats: Vec::new(),
        });
    }
    let upright;
    let mut suffix = None;
    let mut name = name;
    if let Some((before, after)) = name.split_once(',') {
        if let Some(found) = suffix_of(&words(after).join("")) {
            suffix = Some(found);
            name = before;
        } else if is_inverted(before, after) {
            upright = format!("{} {before}", after.trim());
            name = &upright;
        }
    }
    let (name, of) = match name.split_once(" of ") {
        Some((name, place)) => (name, Some(fold(place.trim()))),
        None => (name, None),
    };
    let mut tokens = tokens(name);
    if tokens.len() > 1 {
        let last = tokens.last().and_then(|token| suffix_of(&token.word));
        if let Some(last) = last {
            suffix = Some(last);
            tokens.pop();
        }
    }
    while tokens.len() > 2
        && tokens
            .last()
            .is_some_and(|token| POSTNOMINALS.contains(&token.word.as_str()) && token.is_capital)
    {
        tokens.pop();
    }
    let mut address = None;
    let mut first_name = 0;
    while let Some(token) = tokens.get(first_name) {
        let word = token.word.as_str();
        let is_letter_m = word == "m" && tokens.len() > first_name + 1;
        let may_be_given =
            GIVEN_TOO.contains(&word) && first_name == 0 && tokens.len() == 2 && !token.is_pointed;
        let is_other_letter = !is_letter_m && word.chars().count() == 1 && token.is_pointed;
        if !is_title(word) || may_be_given || is_other_letter {
            break;
        }
        // `M. Gorbachev`: a single `m` is an initial, unless the other labels say otherwise.
        if is_letter_m && first_name == 0 && letter == LetterM::Initial {
            break;
        }
        address = address.or(if is_letter_m {
            Some(Address::Man)
        } else {
            is_address_of(word)
        });
        first_name += 1;
    }
    tokens.drain(..first_name);
    turn_upright(&mut tokens);
    let last = tokens.pop()?.word;
    if last.chars().count() < 2 && last.is_ascii() {
        return None;
    }
    let mut surname = last;
    while let Some(token) = tokens.last()
        && !token.is_pointed
        && PARTICLES.contains(&token.word.as_str())
    {
        surname = format!("{} {surname}", token.word);
        tokens.pop();
    }
    let mut given = Vec::new();
    let mut initials = Vec::new();
    for token in tokens {
        initials.extend(token.word.chars().next());
        if !token.is_pointed && token.word.chars().count() > 1 {
            given.push(token.word);
        }
    }
    Some(NameParts {
        given,
        initials,
        surname,
        is_whole: false,
        of,
        suffix,
        address,
        seats: Vec::new(),
    })
}

/// A word of a name.
struct Token {
    word: String,
    /// Whether a point ends it.
    is_pointed: bool,
    /// Whether it is in capitals, two or more.
    is_capital: bool,
}

fn tokens(name: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut add = |part: &str, is_pointed: bool| {
        let part = part.trim_matches(|c: char| !c.is_alphanumeric());
        let word = fold(part).replace(['"', '״', '׳', '“', '”'], "");
        if !word.is_empty() {
            let n_letters = part.chars().filter(|c| c.is_alphabetic()).count();
            let is_capital = n_letters > 1 && part.chars().all(|c| !is_small(c) && c != '.');
            tokens.push(Token {
                word,
                is_pointed,
                is_capital,
            });
        }
    };
    for word in name.split(|c: char| c.is_whitespace() || c == ',') {
        let mut rest = word;
        while let Some((part, after)) = rest.split_once('.') {
            add(part, true);
            rest = after;
        }
        add(rest, false);
    }
    tokens
}

/// `MITTERRAND François`: capitals first and small letters after them are a surname before a given name.
fn turn_upright(tokens: &mut [Token]) {
    let n_capital = tokens.iter().take_while(|token| token.is_capital).count();
    let is_given =
        |token: &Token| !token.is_capital && (token.word.chars().count() > 1 || token.is_pointed);
    if n_capital > 0 && n_capital < tokens.len() && tokens[n_capital..].iter().all(is_given) {
        tokens.rotate_left(n_capital);
    }
}

impl NameParts {
    /// Whether nothing but a surname is given.
    pub(super) fn is_surname_only(&self) -> bool {
        self.initials.is_empty() && !self.is_whole
    }

    /// How much of a name is given.
    pub(super) fn fullness(&self) -> usize {
        self.given.len() * 4 + self.initials.len() + usize::from(self.is_whole) * 4
    }

    /// Whether both may be one person's name: surname and given names agree, in either order.
    pub(super) fn agrees_with(&self, other: &NameParts) -> bool {
        self.surname == other.surname && self.given_names_agree(other) || self.is_turned(other)
    }

    /// The whole name without blanks: poor print runs `Abuya Abuya` together.
    pub(super) fn together(&self) -> String {
        [self.given.concat(), self.surname.replace(' ', "")].concat()
    }

    /// Whether one is the other with its blanks lost.
    pub(super) fn runs_together_as(&self, other: &NameParts) -> bool {
        self.together() == other.together()
            && self.given.len() == self.initials.len()
            && other.given.len() == other.initials.len()
            && self.address == other.address
            && self.suffix == other.suffix
    }

    /// `Nagy Imre` and `Imre Nagy`.
    fn is_turned(&self, other: &NameParts) -> bool {
        match (self.given.as_slice(), other.given.as_slice()) {
            ([a], [b]) => {
                self.initials.len() == 1
                    && other.initials.len() == 1
                    && *a == other.surname
                    && *b == self.surname
            }
            _ => false,
        }
    }

    /// Whether the given names and initials of both may be one person's: `M.` and `M.S.` and `Mikhail` are, `R.M.` and `M.S.` are not.
    /// Neither are a father and a son, a man and a woman, the members of two places.
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
        let differ =
            |a: &Option<String>, b: &Option<String>| matches!((a, b), (Some(a), Some(b)) if a != b);
        let addresses_differ =
            matches!((self.address, other.address), (Some(a), Some(b)) if a != b);
        let both_given = !self.is_surname_only() && !other.is_surname_only();
        let suffixes_differ = self.suffix != other.suffix
            && (both_given || self.suffix.is_some() && other.suffix.is_some());
        let seats_differ = (self.is_surname_only() || other.is_surname_only())
            && !self.seats.is_empty()
            && !other.seats.is_empty()
            && !self.seats.iter().any(|seat| other.seats.contains(seat));
        initials_agree
            && names_agree
            && !differ(&self.of, &other.of)
            && !addresses_differ
            && !suffixes_differ
            && !seats_differ
    }

    /// The letters that stand for this name: `msm` and `mm` for Michael S. Mahoney.
    pub(super) fn all_initials(&self) -> Vec<String> {
        let Some(first) = self.initials.first().filter(|_| !self.given.is_empty()) else {
            return Vec::new();
        };
        let given: String = self.initials.iter().collect();
        let letters = |words: &str| -> String {
            let words = words.split([' ', '-']);
            words.filter_map(|word| word.chars().next()).collect()
        };
        let all = letters(&self.surname);
        let last = letters(self.surname.rsplit(' ').next().unwrap_or_default());
        let mut out: Vec<String> = [&all, &last]
            .iter()
            .flat_map(|surname| [format!("{given}{surname}"), format!("{first}{surname}")])
            .collect();
        out.sort();
        out.dedup();
        out
    }
}

#[cfg(test)]
mod tests;
