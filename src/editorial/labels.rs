//! Labels that stand once where others recur: headings, names of columns and slips of the typist's look like this.

use super::quoted;
use crate::authority::Person;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, toml_string};
use crate::document::Label;
use crate::fold::is_small;
use crate::language::is_cjk;
use crate::resolve::Attribution;
use crate::site::{DocumentEntry, Site};
use crate::source::{Format, Span};
use std::collections::{BTreeMap, BTreeSet};

/// A document needs so many turns before one label says anything about another.
const FEWEST_TURNS: usize = 10;
/// Where more labels than these look unlike the rest, and more than a quarter of all, the rest is no measure.
const MOST_UNLIKE: usize = 5;

/// A label of the document.
struct Use<'a> {
    span: Span,
    n: usize,
    attribution: &'a Attribution,
}

pub(super) fn look(site: &Site, entry: &DocumentEntry, found: &mut Diagnostics) {
    // In these formats the markup says who speaks; no words were taken for a label.
    let says_itself = match entry.source.format {
        Format::Tei | Format::AkomaNtoso | Format::PublicWhip | Format::Podcast => true,
        Format::Text
        | Format::Html
        | Format::Word
        | Format::Pdf
        | Format::WebVtt
        | Format::SubRip
        | Format::Sbv
        | Format::Lrc
        | Format::TimedText
        | Format::Table => false,
    };
    if says_itself || entry.turns.len() < FEWEST_TURNS {
        return;
    }
    let uses = uses(entry);
    let (once, recurring): (Vec<_>, Vec<_>) = uses.iter().partition(|(name, of)| {
        of.n == 1
            && is_alone(site, of.attribution)
            && !entry.record.labels.iter().any(|l| l.text == **name)
    });
    if once.is_empty() || recurring.iter().filter(|(_, of)| of.n > 1).count() < 2 {
        return;
    }
    let once: Vec<(&str, Span)> = once.iter().map(|(name, of)| (**name, of.span)).collect();
    let recurring: Vec<&str> = recurring.iter().map(|(name, _)| **name).collect();
    let named = named_elsewhere(&entry.source.text, once.iter().map(|(name, _)| *name));
    let slips = Slips::new(&recurring);
    let forms = Forms::new(&recurring, once.iter().map(|(name, _)| *name));
    let mut unlike = Vec::new();
    for (name, span) in once {
        if let Some(meant) = slips.meant_by(name, &named) {
            let known = uses.get(meant).and_then(|of| of.attribution.person());
            let known = known.and_then(|id| site.people.get(id)?.authority.as_ref());
            report_slip(entry, (name, span), meant, known, found);
        } else if !forms.know(name) {
            unlike.push((name, span));
        }
    }
    if unlike.len() <= MOST_UNLIKE || unlike.len() * 4 <= uses.len() {
        report_unlike(entry, &unlike, found);
    }
}

/// The printed labels with their first places.
fn uses(entry: &DocumentEntry) -> BTreeMap<&str, Use<'_>> {
    let mut uses: BTreeMap<&str, Use<'_>> = BTreeMap::new();
    for (index, turn) in entry.turns.iter().enumerate() {
        let label: Option<&Label> = entry.turn(index).label.as_ref();
        let Some(label) = label else { continue };
        uses.entry(label.name())
            .or_insert_with(|| Use {
                span: label.text.span_of(0..label.name_len),
                n: 0,
                attribution: &turn.attribution,
            })
            .n += 1;
    }
    uses
}

/// Whether somebody is known from this one label only, in the whole archive.
fn is_alone(site: &Site, attribution: &Attribution) -> bool {
    let Attribution::Provisional { person, .. } = attribution else {
        return false;
    };
    site.people
        .get(person)
        .is_some_and(|entry| entry.total().n_turns == 1)
}

/// Letters of a word in small ones, without the signs around it.
fn fold(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

/// The words of labels that stand elsewhere in the text as names do, beginning with a capital.
fn named_elsewhere<'a>(text: &str, labels: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let mut left: BTreeMap<String, usize> = BTreeMap::new();
    for word in labels.flat_map(str::split_whitespace) {
        left.entry(fold(word)).or_insert(0);
    }
    for word in text.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.starts_with(is_small) {
            continue;
        }
        let word = word
            .strip_suffix("'s")
            .or(word.strip_suffix("’s"))
            .unwrap_or(word);
        if let Some(n) = left.get_mut(&word.to_lowercase()) {
            *n += 1;
        }
    }
    left.into_iter()
        .filter(|(_, n)| *n > 1)
        .map(|(word, _)| word)
        .collect()
}

/// The recurring labels, by what a slip of them has in common with them.
struct Slips<'a> {
    by_shape: BTreeMap<Shape, Vec<(&'a str, Vec<String>)>>,
}

impl<'a> Slips<'a> {
    fn new(recurring: &[&'a str]) -> Slips<'a> {
        let mut by_shape: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for label in recurring {
            let words: Vec<String> = label.split_whitespace().map(fold).collect();
            by_shape
                .entry(shape(&words))
                .or_default()
                .push((*label, words));
        }
        Slips { by_shape }
    }

    /// The recurring label that differs from this one by a letter or two of one longer word.
    fn meant_by(&self, label: &str, named: &BTreeSet<String>) -> Option<&'a str> {
        let words: Vec<String> = label.split_whitespace().map(fold).collect();
        let near = self.by_shape.get(&shape(&words))?;
        near.iter()
            .find(|(_, other)| is_slip(&words, other, named))
            .map(|(label, _)| *label)
    }
}

/// Number of words, and the first letter of the last: a slip keeps both.
type Shape = (usize, Option<char>);

fn shape(words: &[String]) -> Shape {
    let first = words.last().and_then(|word| word.chars().next());
    (words.len(), first)
}

fn is_slip(words: &[String], of: &[String], named: &BTreeSet<String>) -> bool {
    let mut differing = words.iter().zip(of).filter(|(a, b)| a != b);
    let (Some((a, b)), None) = (differing.next(), differing.next()) else {
        return false;
    };
    let n = a.chars().count().min(b.chars().count());
    let is_word = |word: &str| word.chars().all(char::is_alphabetic);
    // Ivanov and Ivanova are two people, and so are two whose names the text itself mentions.
    if n < 5
        || !is_word(a)
        || !is_word(b)
        || a.starts_with(&**b)
        || b.starts_with(&**a)
        || named.contains(a)
    {
        return false;
    }
    a.chars().next() == b.chars().next() && strsim::osa_distance(a, b) <= if n < 8 { 1 } else { 2 }
}

/// How the labels of a document are formed.
struct Forms {
    /// First words of labels of several words: titles and offices.
    first_words: BTreeMap<String, usize>,
    /// What stands in brackets at the end: parties and seats.
    brackets: BTreeMap<String, usize>,
    /// Labels without what stands in brackets.
    bare: BTreeMap<String, usize>,
    signatures: BTreeSet<String>,
    /// Endings of two signs and numbers of signs, for scripts that part no words.
    endings: BTreeSet<String>,
    lengths: BTreeMap<usize, usize>,
    n_recurring: usize,
}

impl Forms {
    fn new<'a>(recurring: &[&str], once: impl Iterator<Item = &'a str>) -> Forms {
        let mut forms = Forms {
            first_words: BTreeMap::new(),
            brackets: BTreeMap::new(),
            bare: BTreeMap::new(),
            signatures: BTreeSet::new(),
            endings: BTreeSet::new(),
            lengths: BTreeMap::new(),
            n_recurring: recurring.len(),
        };
        for label in recurring {
            forms.add_words(label);
            forms.signatures.insert(signature(label));
            if is_unspaced(label) {
                *forms.lengths.entry(label.chars().count()).or_default() += 1;
                forms.endings.insert(last_two(label));
            }
        }
        for label in once {
            forms.add_words(label);
        }
        forms
    }

    fn add_words(&mut self, label: &str) {
        if let Some(first) = first_of_several(label) {
            *self.first_words.entry(first).or_default() += 1;
        }
        *self.bare.entry(bare(label)).or_default() += 1;
        if let Some(bracket) = bracket(label) {
            *self.brackets.entry(bracket).or_default() += 1;
        }
    }

    /// Whether a label is formed like others of the document.
    fn know(&self, label: &str) -> bool {
        if is_unspaced(label) {
            let n = label.chars().count();
            let as_long = self.lengths.get(&n).copied().unwrap_or(0);
            return self.endings.contains(&last_two(label))
                || as_long * 4 >= self.n_recurring.max(1);
        }
        let signature = signature(label);
        let is_known_form = label.contains(' ') && self.signatures.contains(&signature);
        let shares = |of: &BTreeMap<String, usize>, word: Option<String>| {
            word.and_then(|word| of.get(&word)).is_some_and(|n| *n > 1)
        };
        if shares(&self.bare, Some(bare(label))) {
            return true;
        }
        // “Part 2” and “Replacing transactions”, or “Speaker 3” and “The Minister for Lands”: several others must begin like it.
        // In a chat nobody has a capital.
        if signature == "l" && self.signatures.contains("l") {
            return true;
        }
        if signature.contains(['d', 'l']) {
            let first = first_of_several(label).unwrap_or_default();
            return self.first_words.get(&first).is_some_and(|n| *n > 2);
        }
        // A party or seat in brackets, as others have one.
        let n_brackets: usize = self.brackets.values().sum();
        is_known_form
            || bracket(label).is_some() && n_brackets > 2
            || shares(&self.first_words, first_of_several(label))
            || shares(&self.brackets, bracket(label))
    }
}

fn first_of_several(label: &str) -> Option<String> {
    let (first, rest) = label.split_once(|c: char| c.is_whitespace() || c == '.')?;
    (!rest.trim().is_empty()).then(|| fold(first))
}

fn bare(label: &str) -> String {
    let outside = label.split(['(', '[']).next().unwrap_or(label);
    outside.trim().to_lowercase()
}

fn bracket(label: &str) -> Option<String> {
    let (_, inside) = label
        .trim_end()
        .strip_suffix([')', ']'])?
        .rsplit_once(['(', '['])?;
    Some(inside.to_lowercase())
}

/// Whether the label is of a script that parts no words.
fn is_unspaced(label: &str) -> bool {
    label.chars().next().is_some_and(is_cjk)
}

fn last_two(label: &str) -> String {
    let mut last: Vec<char> = label.chars().rev().take(2).collect();
    last.reverse();
    last.into_iter().collect()
}

/// The words that may stand in a name in small letters.
const PARTICLES: [&str; 22] = [
    "of", "de", "da", "di", "du", "del", "della", "la", "le", "van", "von", "der", "den", "dos",
    "das", "bin", "al", "el", "y", "e", "the", "zu",
];

/// The form of a label, a sign a word: I initial, N name, C capitals, l small letters, d digits, x a script without capitals. What
/// stands in brackets is left out.
fn signature(label: &str) -> String {
    let outside = label.split(['(', '[', ',']).next().unwrap_or(label);
    let mut out = String::new();
    for word in outside
        .split(|c: char| c.is_whitespace() || c == '-')
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric() && c != '.'))
    {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let first = word.chars().next();
        if word.chars().any(|c| c.is_ascii_digit()) {
            out.push('d');
        } else if letters == 0 || PARTICLES.contains(&word) {
        } else if letters == 1 || word.ends_with('.') && letters < 3 {
            out.push('I');
        } else if word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()) {
            out.push('C');
        } else if first.is_some_and(char::is_uppercase) {
            out.push('N');
        } else if first.is_some_and(is_small) {
            out.push('l');
        } else {
            out.push('x');
        }
    }
    out
}

fn report_slip(
    entry: &DocumentEntry,
    (name, span): (&str, Span),
    meant: &str,
    known: Option<&Person>,
    found: &mut Diagnostics,
) {
    let place = Place::at(&entry.source.path, &entry.source.text, span);
    let message = format!(
        "the label “{}” stands only once, and “{}” is spelled almost like it",
        quoted(name),
        quoted(meant)
    );
    let list = |labels: &[&str]| {
        let all: Vec<String> = labels.iter().map(|label| toml_string(label)).collect();
        format!("labels = [{}]", all.join(", "))
    };
    let (help, paste) = match known {
        Some(person) => {
            let all: Vec<&str> = person.labels.iter().map(String::as_str).chain([name]).collect();
            (
                format!("if `{}` is meant, give this label to that entry; if not, add a person", person.id),
                list(&all),
            )
        }
        None => (
            "if one person is meant, give the person both labels; if they are two people, add an entry for each".to_owned(),
            format!("[[person]]\nname = \"…\"\n{}", list(&[meant, name])),
        ),
    };
    found.push(
        Diagnostic::new(Code::OneOffLabel, place, message, help)
            .labeled("a slip?")
            .fix("content/people.toml", paste),
    );
}

fn report_unlike(entry: &DocumentEntry, unlike: &[(&str, Span)], found: &mut Diagnostics) {
    let mut unlike = unlike.to_vec();
    unlike.sort_by_key(|(_, span)| *span);
    let Some((first, span)) = unlike.first() else {
        return;
    };
    let place = Place::at(&entry.source.path, &entry.source.text, *span);
    let names: Vec<String> = unlike
        .iter()
        .map(|(name, _)| format!("“{}”", quoted(name)))
        .collect();
    let message = match names.as_slice() {
        [_] => format!(
            "the label “{}” stands only once and looks unlike the others",
            quoted(first)
        ),
        [_, others @ ..] => format!(
            "the label “{}” stands only once and looks unlike the others, and so do {}",
            quoted(first),
            others.join(", ")
        ),
        [] => return,
    };
    let mut all: Vec<&str> = entry
        .record
        .not_labels
        .iter()
        .map(|l| l.text.as_str())
        .collect();
    let is_added = !all.is_empty();
    all.extend(unlike.iter().map(|(name, _)| *name));
    let list: Vec<String> = all.iter().map(|name| toml_string(name)).collect();
    let help = if is_added {
        "those that are no speakers belong to the not_labels of the record (in place of the line that is there), the others to its labels"
    } else {
        "those that are no speakers belong to the not_labels of the record, the others to its labels"
    };
    found.push(
        Diagnostic::new(Code::OneOffLabel, place, message, help)
            .labeled("a speaker?")
            .fix(
                entry.source.record_path(),
                format!("not_labels = [{}]", list.join(", ")),
            ),
    );
}

#[cfg(test)]
mod tests;
