//! Whom `who`, `by` and `speakerid` point to: identifiers → the names that the same file gives.

use super::paragraph::is_blank;
use crate::authority::titles::{ARTICLES, OFFICES};
use crate::document::{Cue, CueKind, Label, Turn};
use crate::source::{Format, Span};
use std::collections::{BTreeMap, BTreeSet};

/// How identifiers of people begin in memcon's own exports: their names are given as the archive has them.
const OURS: &str = "person.";

/// What a turn's markup says about its speaker.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Who {
    /// As written.
    value: String,
    span: Span,
    pointers: Vec<String>,
    /// Whether it is a name rather than a pointer.
    is_name: bool,
}

impl Who {
    /// Reads an attribute; `None` where it points nowhere.
    pub(super) fn new(format: Format, value: String, span: Span) -> Option<Who> {
        let words: Vec<&str> = value.split_whitespace().collect();
        let has_pointers = words.iter().all(|word| word.contains('#'));
        let is_name = format == Format::Tei && words.len() > 1 && !has_pointers;
        let pointers: Vec<String> = if is_name {
            vec![words.join(" ")]
        } else {
            words.into_iter().map(pointer).collect()
        };
        let is_nobody = |pointer: &String| {
            matches!(
                pointer.to_lowercase().as_str(),
                "" | "unknown" | "none" | "n/a"
            )
        };
        let points_nowhere = pointers.iter().all(is_nobody);
        (!points_nowhere).then_some(Who {
            value,
            span,
            pointers,
            is_name,
        })
    }

    /// The speaker of a turn that goes on after an interruption: whom the label before it named.
    pub(super) fn again(name: &str, span: Span) -> Who {
        Who {
            value: name.to_owned(),
            span,
            pointers: vec![name.to_owned()],
            is_name: true,
        }
    }
}

/// The identifier in a pointer: `#id`, `people.xml#id`, `person:id`.
fn pointer(word: &str) -> String {
    match word.rsplit_once('#') {
        Some((_, identifier)) => identifier.to_owned(),
        None => word.to_owned(),
    }
}

/// The names a file gives to its identifiers.
#[derive(Default)]
pub(super) struct Names {
    by_identifier: BTreeMap<String, String>,
}

impl Names {
    /// The file says what an identifier stands for; its first word holds.
    pub(super) fn add(&mut self, identifier: &str, name: &str) {
        let name = if identifier.starts_with(OURS) {
            name.trim_matches(is_blank).to_owned()
        } else {
            upright(name)
        };
        if !name.is_empty() {
            self.by_identifier
                .entry(identifier.to_owned())
                .or_insert(name);
        }
    }

    fn get(&self, identifier: &str) -> Option<&String> {
        self.by_identifier.get(identifier).or_else(|| {
            let (_, bare) = identifier.split_once(':')?;
            self.by_identifier.get(bare)
        })
    }
}

/// A name the right way round: lists print “Berg, Anna”.
fn upright(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let name = words.join(" ");
    let Some((surname, given)) = name.split_once(", ") else {
        return name;
    };
    let is_given = |word: &str| {
        word.starts_with(char::is_uppercase)
            && !matches!(
                word.trim_end_matches('.'),
                "Jr" | "Sr" | "MP" | "MEP" | "TD"
            )
    };
    let turns = words.len() <= 5
        && given.split(' ').all(is_given)
        && !given.contains([',', '(', '['])
        && !surname.contains(['(', '[']);
    if turns {
        format!("{given} {surname}")
    } else {
        name
    }
}

/// A name with more than a name in it (“John Smith (2)”) is taken as it is, like an identifier: cut short it might be another's.
fn kind_of(name: &str) -> CueKind {
    if name.contains([',', '(', '[']) {
        CueKind::Identifier
    } else {
        CueKind::Name
    }
}

/// The same for the names in memcon's own exports, which may be what labels say: an office, a word.
fn kind_of_ours(name: &str) -> CueKind {
    if !name.contains(' ') && is_telling(name) {
        CueKind::Identifier
    } else if may_be_office(name) {
        CueKind::Local
    } else {
        kind_of(name)
    }
}

/// Whether a label names, or may name, an office rather than a person.
fn may_be_office(label: &str) -> bool {
    let folded = label.to_lowercase();
    let mut words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let first = words.next().unwrap_or("");
    let last = words.next_back().unwrap_or(first);
    label.contains(['(', '[']) || ARTICLES.contains(&first) || OFFICES.contains(&last)
}

/// Whether an identifier is made of a person's name, and so means the same person in other files too: `AnnaBerg.1950`, `Berg_Anna`.
fn is_telling(identifier: &str) -> bool {
    let n_letters = identifier.chars().filter(|c| c.is_alphabetic()).count();
    let chars: Vec<char> = identifier.chars().collect();
    let has_parts = chars
        .windows(2)
        .any(|pair| pair[0].is_lowercase() && pair[1].is_uppercase())
        || chars.windows(3).any(|three| {
            three[0].is_alphabetic()
                && matches!(three[1], '.' | '_' | '-')
                && three[2].is_alphabetic()
        });
    n_letters >= 6 && has_parts
}

/// The name of a file without its folder and ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name)
}

/// Gives each turn the cue that its markup is.
pub(super) fn give_cues(turns: Vec<(&mut Turn, Option<Who>)>, names: &Names, path: &str) {
    let found = Found::new(&turns, names, path);
    for (turn, who) in turns {
        let Some(who) = who else { continue };
        let (name, kind) = match who.pointers.as_slice() {
            [only] if who.is_name => {
                let name = upright(only);
                let kind = kind_of(&name);
                (Some(name), kind)
            }
            [only] => {
                let (name, kind) = found.name(only);
                (Some(name), kind)
            }
            _ => (None, CueKind::Group),
        };
        let label = turn.label.as_ref().map(Label::name);
        // The label itself is the name: nothing to add, unless it may be read as another's.
        if label.is_some() && label == name.as_deref() && kind != CueKind::Local {
            continue;
        }
        turn.cue = Some(Cue {
            text: who.value,
            span: who.span,
            name,
            kind,
        });
    }
}

/// The name of each identifier that turns point to.
struct Found {
    names: BTreeMap<String, (String, CueKind)>,
}

impl Found {
    fn new(turns: &[(&mut Turn, Option<Who>)], names: &Names, path: &str) -> Found {
        let mut labels: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
        let mut bearers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (turn, who) in turns {
            let Some(Who {
                pointers,
                is_name: false,
                ..
            }) = who
            else {
                continue;
            };
            let [only] = pointers.as_slice() else {
                continue;
            };
            let of_pointer = labels.entry(only).or_default();
            if let Some(label) = &turn.label {
                *of_pointer.entry(label.name()).or_default() += 1;
                bearers.entry(label.name()).or_default().insert(only);
            }
        }
        let mut out: BTreeMap<String, (String, CueKind)> = BTreeMap::new();
        for (pointer, labels) in labels {
            // Without a name in the file's lists, the label printed most often is one, if nobody else bears it. An office is another's
            // tomorrow.
            let most = labels
                .iter()
                .filter(|(label, _)| bearers[*label].len() == 1 && !may_be_office(label))
                .max_by_key(|(label, n)| (**n, std::cmp::Reverse(**label)))
                .map(|(label, _)| *label);
            let short = pointer.rsplit(['/', '#']).next().unwrap_or(pointer);
            let found = match (
                names.get(pointer).map(String::as_str).or(most),
                labels.keys().next(),
            ) {
                (Some(name), _) if pointer.starts_with(OURS) => {
                    (name.to_owned(), kind_of_ours(name))
                }
                (Some(name), _) => (name.to_owned(), kind_of(name)),
                (None, Some(shared)) => (format!("{shared} ({short})"), CueKind::Identifier),
                (None, None) if is_telling(pointer) => (pointer.to_owned(), CueKind::Identifier),
                // “S1” is somebody else in the next file.
                (None, None) => (format!("{short} ({})", stem(path)), CueKind::Identifier),
            };
            out.insert(pointer.to_owned(), found);
        }
        // Two people of one name stay two.
        let mut n_bearers: BTreeMap<String, usize> = BTreeMap::new();
        for (name, _) in out.values() {
            *n_bearers.entry(name.clone()).or_default() += 1;
        }
        for (pointer, (name, kind)) in &mut out {
            if n_bearers[name.as_str()] > 1 {
                let short = pointer.rsplit(['/', '#']).next().unwrap_or(pointer);
                *name = format!("{name} ({short})");
                *kind = CueKind::Identifier;
            }
        }
        Found { names: out }
    }

    fn name(&self, pointer: &str) -> (String, CueKind) {
        self.names
            .get(pointer)
            .cloned()
            .unwrap_or_else(|| (pointer.to_owned(), CueKind::Identifier))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{SpannedText, TurnKind};

    fn cues(names: &Names, turns: &[(&str, &str)]) -> Vec<Option<(Option<String>, CueKind)>> {
        let mut made: Vec<(Turn, Option<Who>)> = turns
            .iter()
            .map(|(label, who)| {
                let text = SpannedText::copied(label, Span::new(0, label.len()));
                let label = Label {
                    name_len: label.len(),
                    text,
                };
                let turn = Turn {
                    label: Some(label).filter(|label| label.name_len > 0),
                    kind: TurnKind::Labeled,
                    cue: None,
                    paragraphs: Vec::new(),
                };
                let who = Who::new(Format::Tei, (*who).to_owned(), Span::new(0, 0));
                (turn, who)
            })
            .collect();
        let turns = made.iter_mut().map(|(turn, who)| (turn, who.take()));
        give_cues(turns.collect(), names, "texts/talk.xml");
        made.into_iter()
            .map(|(turn, _)| turn.cue.map(|cue| (cue.name, cue.kind)))
            .collect()
    }

    #[test]
    fn names_come_from_the_file_or_from_a_label_that_is_nobody_elses() {
        let mut names = Names::default();
        names.add("ab", "Anna\n Berg");
        let name = |name: &str, kind| Some((Some(name.to_owned()), kind));
        assert_eq!(
            cues(
                &names,
                &[
                    ("", "#ab"),
                    ("The Chair", "people.xml#ab"),
                    ("Mr Cole", "#cc"),
                    ("", "#cc"),
                    ("The Chair", "#cc"),
                    ("", "#DanDale.1950"),
                    ("", "#S1"),
                    ("The Speaker", "#EveErb"),
                    ("", "Kov, M."),
                    ("", "#ab #cc"),
                    ("A voice", "#unknown"),
                ]
            ),
            [
                name("Anna Berg", CueKind::Name),
                name("Anna Berg", CueKind::Name),
                None,
                name("Mr Cole", CueKind::Name),
                name("Mr Cole", CueKind::Name),
                name("DanDale.1950", CueKind::Identifier),
                name("S1 (talk)", CueKind::Identifier),
                name("The Speaker (EveErb)", CueKind::Identifier),
                name("M. Kov", CueKind::Name),
                Some((None, CueKind::Group)),
                None,
            ]
        );
    }

    #[test]
    fn two_people_of_one_name_stay_two() {
        let mut names = Names::default();
        names.add("s1", "John Smith");
        names.add("s2", "John Smith");
        let name = |name: &str| Some((Some(name.to_owned()), CueKind::Identifier));
        assert_eq!(
            cues(&names, &[("", "#s1"), ("", "#s2")]),
            [name("John Smith (s1)"), name("John Smith (s2)")]
        );
    }

    #[test]
    fn lists_print_surnames_first() {
        assert_eq!(upright("Berg,\n Anna"), "Anna Berg");
        assert_eq!(upright("de Cole, A. B."), "A. B. de Cole");
        assert_eq!(upright("Otto Cole, Jr."), "Otto Cole, Jr.");
        assert_eq!(
            upright("Otto Cole, of the harbour"),
            "Otto Cole, of the harbour"
        );
    }
}
