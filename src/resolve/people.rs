//! The two steps: who may be meant in one document, and who is who over the archive.

use super::names::{self, NameParts};
use super::{Attribution, Evidence, Mention, mentions};
use crate::authority::{Authority, Person, PersonId};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::document::{Document, Turn, TurnKind};
use crate::record::{Passage, Record};
use crate::source::{DocumentSource, SourceFile, Span};
use std::collections::{BTreeMap, BTreeSet};

/// What one document says about who speaks in it and who is mentioned.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidates {
    /// One a turn.
    turns: Vec<Fit>,
    /// People mentioned.
    pub mentions: Vec<Mention>,
}

/// Who fits a turn, as far as one document can tell.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Fit {
    One(PersonId, Evidence),
    Many(Vec<PersonId>),
    /// Nobody of the authority file; the name that is printed.
    Nobody(String),
    Collective,
    Unidentified,
    Unmarked,
}

/// Who is who over the archive.
#[derive(Clone, Debug)]
pub struct People {
    /// By document, by turn.
    pub attributions: Vec<Vec<Attribution>>,
    /// People known only from labels.
    pub provisional: BTreeMap<PersonId, Provisional>,
}

/// A person known only from labels.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Provisional {
    /// The fullest of the labels.
    pub name: String,
}

/// Looks at the labels and the names of one document. Pure: the same document, record and authority give the same candidates.
pub fn candidates(document: &Document, _record: &Record, authority: &Authority) -> Candidates {
    let bearers: Vec<Bearer<'_>> = authority.people.values().map(Bearer::new).collect();
    let mut known: BTreeMap<&str, Fit> = BTreeMap::new();
    let mut turns = Vec::new();
    for turn in document.turns() {
        let fit = match (&turn.label, &turn.cue) {
            (Some(label), _) => known
                .entry(label.name())
                .or_insert_with(|| fit(label.name(), &bearers))
                .clone(),
            (None, Some(cue)) => match &cue.name {
                Some(name) => match fit(name, &bearers) {
                    Fit::One(person, _) => Fit::One(person, Evidence::NamedBefore),
                    other => other,
                },
                None => Fit::Unmarked,
            },
            (None, None) => Fit::Unmarked,
        };
        turns.push(fit);
    }
    Candidates {
        turns,
        mentions: mentions::find(document, authority),
    }
}

/// A person of the authority file with every name taken apart once.
struct Bearer<'a> {
    person: &'a Person,
    keys: Vec<String>,
    names: Vec<NameParts>,
}

impl<'a> Bearer<'a> {
    fn new(person: &'a Person) -> Self {
        let all = || std::iter::once(&person.name).chain(&person.names);
        Bearer {
            person,
            keys: all().map(|name| names::key(name)).collect(),
            names: all().filter_map(|name| names::parse(name)).collect(),
        }
    }

    fn evidence(&self, label: &str, key: &str, parts: Option<&NameParts>) -> Option<Evidence> {
        if self
            .person
            .labels
            .iter()
            .any(|listed| names::key(listed) == key)
        {
            return Some(Evidence::Listed);
        }
        // A label of one word that is somebody's full variant (“Saddam”) is weaker than a name of several words.
        if label.contains(' ') && self.keys.iter().any(|name| name == key) {
            return Some(Evidence::FullName);
        }
        let parts = parts?;
        let of_name = |name: &NameParts| {
            if !parts.given_names_agree(name) {
                return None;
            }
            if parts.surname == name.surname {
                return Some(if parts.is_surname_only() {
                    Evidence::Surname
                } else {
                    Evidence::Initials
                });
            }
            (!parts.is_surname_only()
                && !name.is_surname_only()
                && parts.surname_is_a_slip_of(name))
            .then_some(Evidence::Misspelt)
        };
        self.names.iter().filter_map(of_name).min()
    }
}

/// Labels that name nobody in particular, folded.
const COLLECTIVE: [&str; 8] = [
    "several", "voices", "voice", "audience", "all", "many", "des voix", "zurufe",
];
const UNIDENTIFIED: [&str; 6] = [
    "unidentified",
    "unknown",
    "speaker",
    "an hon member",
    "inaudible",
    "participant",
];

fn fit(label: &str, bearers: &[Bearer<'_>]) -> Fit {
    let key = names::key(label);
    let parts = names::parse(label);
    let found: Vec<(Evidence, &PersonId)> = bearers
        .iter()
        .filter_map(|b| {
            b.evidence(label, &key, parts.as_ref())
                .map(|evidence| (evidence, &b.person.id))
        })
        .collect();
    let Some(best) = found.iter().map(|(evidence, _)| *evidence).min() else {
        let folded = names::fold(label);
        let first = folded
            .split(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or("");
        if COLLECTIVE.contains(&first) || COLLECTIVE.contains(&folded.as_str()) {
            return Fit::Collective;
        }
        if UNIDENTIFIED.contains(&first) {
            return Fit::Unidentified;
        }
        return Fit::Nobody(label.to_owned());
    };
    let mut fitting: Vec<PersonId> = found
        .iter()
        .filter(|(evidence, _)| *evidence == best)
        .map(|(_, id)| (*id).clone())
        .collect();
    match fitting.len() {
        1 => Fit::One(fitting.remove(0), best),
        _ => Fit::Many(fitting),
    }
}

/// One document with what [`candidates`] found in it.
pub struct Read<'a> {
    /// The file and its record, for messages.
    pub file: &'a DocumentSource,
    /// The record.
    pub record: &'a Record,
    /// The document.
    pub document: &'a Document,
    /// Its candidates.
    pub candidates: &'a Candidates,
}

/// Decides who speaks each turn, over the whole archive: the record first, then the authority file, then people known only from their
/// labels. Doubts are reported, each label once a document.
pub fn people(read: &[Read<'_>], authority: &Authority, diagnostics: &mut Diagnostics) -> People {
    let provisional = Labels::gather(read, authority);
    let mut attributions = Vec::new();
    for one in read {
        let mut of_document = Vec::new();
        let mut reported: BTreeSet<String> = BTreeSet::new();
        let decisions = decisions(one, authority, diagnostics);
        for (index, (turn, fit)) in one.document.turns().zip(&one.candidates.turns).enumerate() {
            if let Some(decided) = decisions.get(&index) {
                of_document.push(decided.clone());
                continue;
            }
            let attribution = match fit {
                Fit::One(person, evidence) => Attribution::Known {
                    person: person.clone(),
                    evidence: *evidence,
                },
                Fit::Many(candidates) => Attribution::Ambiguous {
                    candidates: candidates.clone(),
                },
                Fit::Nobody(label) => Attribution::Provisional {
                    person: provisional.person(label),
                },
                Fit::Collective => Attribution::Collective,
                Fit::Unidentified => Attribution::Unidentified,
                Fit::Unmarked => Attribution::Unmarked,
            };
            let name = turn
                .label
                .as_ref()
                .map_or("", |label| label.name())
                .to_owned();
            if turn.label.is_none() || reported.insert(name) {
                report(&one.file.source, turn, &attribution, authority, diagnostics);
            }
            of_document.push(attribution);
        }
        attributions.push(of_document);
    }
    People {
        attributions,
        provisional: provisional.people,
    }
}

/// The record's decisions, by turn.
fn decisions(
    read: &Read<'_>,
    authority: &Authority,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<usize, Attribution> {
    let mut out = BTreeMap::new();
    let Some(record_file) = &read.file.record else {
        return out;
    };
    for decision in &read.record.attributions {
        let place =
            |passage: &Passage| Place::at(&record_file.path, &record_file.text, passage.span);
        if authority.person(&decision.person).is_none() {
            let message = format!(
                "the authority file holds nobody called `{}`",
                decision.person
            );
            let help = "add the person to content/people.toml or correct the identifier";
            diagnostics.push(Diagnostic::new(
                Code::UnknownPerson,
                place(&decision.at),
                message,
                help,
            ));
            continue;
        }
        let found = crate::record::find_passage(
            &read.file.source.text,
            &decision.at,
            record_file,
            diagnostics,
        );
        let Some(span) = found else { continue };
        let turn = read.document.turns().position(|turn| {
            turn_span(turn).start <= span.start && span.end <= turn_span(turn).end
        });
        if let Some(index) = turn {
            let decided = Attribution::ByRecord {
                person: decision.person.clone(),
                reason: decision.reason.clone(),
            };
            out.insert(index, decided);
        } else {
            let message = format!("“{}” stands in no turn", decision.at.words);
            let help = "quote words that are spoken; `memcon parse FILE` shows where the turns begin and end";
            diagnostics.push(Diagnostic::new(
                Code::AnchorNotFound,
                place(&decision.at),
                message,
                help,
            ));
        }
    }
    out
}

fn turn_span(turn: &Turn) -> Span {
    let text = turn
        .paragraphs
        .iter()
        .map(|p| p.text.span())
        .reduce(Span::hull)
        .unwrap_or(Span::new(0, 0));
    turn.label
        .as_ref()
        .map_or(text, |label| label.text.span().hull(text))
}

fn report(
    file: &SourceFile,
    turn: &Turn,
    attribution: &Attribution,
    authority: &Authority,
    diagnostics: &mut Diagnostics,
) {
    let span = match (&turn.label, turn.paragraphs.first()) {
        (Some(label), _) => label.text.span(),
        (None, Some(paragraph)) => first_words(&file.text, paragraph.text.span()),
        (None, None) => return,
    };
    let place = Place::at(&file.path, &file.text, span);
    let quoted = &file.text[span.range()];
    match attribution {
        Attribution::Provisional { .. } => {
            let label = turn.label.as_ref().map_or(quoted, |label| label.name());
            let help = match closest(label, authority) {
                Some(person) => format!(
                    "the closest entry is `{}`; if it is meant, add \"{label}\" to its labels",
                    person.id
                ),
                None => format!(
                    "add to content/people.toml: [[person]] name = \"…\" labels = [\"{label}\"]"
                ),
            };
            let message = format!("no entry of the authority file fits the label “{label}”");
            diagnostics.push(
                Diagnostic::new(Code::UnmatchedSpeaker, place, message, help).labeled("this label"),
            );
        }
        Attribution::Ambiguous { candidates } => {
            let who = candidates
                .iter()
                .map(|id| format!("`{id}`"))
                .collect::<Vec<_>>()
                .join(", ");
            let help = "say who it is in the document's record: [[attribution]] at = \"…\" person = \"…\" reason = \"…\"";
            let message = format!("the label “{quoted}” fits {who}");
            diagnostics.push(
                Diagnostic::new(Code::AmbiguousSpeaker, place, message, help)
                    .labeled("who is this?"),
            );
        }
        Attribution::Unmarked => {
            let message = match turn.kind {
                TurnKind::Unmarked => "speech after a gap has no label; it is counted for nobody",
                TurnKind::Labeled | TurnKind::Quoted | TurnKind::AttributedQuote => {
                    "the text does not name who says this; it is counted for nobody"
                }
            };
            let words = quoted.split_whitespace().collect::<Vec<_>>().join(" ");
            let help = format!(
                "if you know, add to the record: [[attribution]] at = \"{words}\" person = \"…\" reason = \"…\""
            );
            diagnostics.push(
                Diagnostic::new(Code::UnmarkedSpeaker, place, message, help)
                    .labeled("nobody's words"),
            );
        }
        Attribution::Known { .. }
        | Attribution::ByRecord { .. }
        | Attribution::Collective
        | Attribution::Unidentified => {}
    }
}

/// The first six words of a span, to be quoted in a record.
fn first_words(text: &str, span: Span) -> Span {
    let mut end = span.start;
    for word in text[span.range()].split_whitespace().take(6) {
        end = word.as_ptr() as usize - text.as_ptr() as usize + word.len();
    }
    Span::new(span.start, end.max(span.start))
}

fn closest<'a>(label: &str, authority: &'a Authority) -> Option<&'a Person> {
    let wanted = names::parse(label)?.surname;
    let near = |person: &Person| {
        std::iter::once(&person.name)
            .chain(&person.names)
            .filter_map(|name| names::parse(name))
            .map(|parts| strsim::jaro_winkler(&parts.surname, &wanted))
            .fold(0.0, f64::max)
    };
    let best = authority
        .people
        .values()
        .max_by(|a, b| near(a).total_cmp(&near(b)))?;
    (near(best) > 0.9).then_some(best)
}

/// The labels that fit nobody, gathered into provisional people.
struct Labels {
    by_label: BTreeMap<String, PersonId>,
    people: BTreeMap<PersonId, Provisional>,
}

impl Labels {
    fn gather(read: &[Read<'_>], authority: &Authority) -> Labels {
        let mut labels: BTreeMap<&str, usize> = BTreeMap::new();
        for one in read {
            for fit in &one.candidates.turns {
                if let Fit::Nobody(label) = fit {
                    *labels.entry(label).or_default() += 1;
                }
            }
        }
        // The fullest names first: a later, shorter one joins the only person it fits.
        let mut order: Vec<(&str, usize, Option<NameParts>)> = labels
            .into_iter()
            .map(|(label, n)| (label, n, names::parse(label)))
            .collect();
        order.sort_by_key(|(label, n, parts)| {
            let fullness = parts
                .as_ref()
                .map_or(0, |parts| parts.given.len() * 4 + parts.initials.len());
            (std::cmp::Reverse((fullness, *n)), *label)
        });
        let mut out = Labels {
            by_label: BTreeMap::new(),
            people: BTreeMap::new(),
        };
        let mut clusters: Vec<Cluster> = Vec::new();
        for (label, _, parts) in order {
            let name = names::personal(label);
            let key = names::key(name);
            let fits: Vec<usize> = clusters
                .iter()
                .enumerate()
                .filter(|(_, cluster)| cluster.fits(&key, parts.as_ref()))
                .map(|(index, _)| index)
                .collect();
            let id = if let [only] = fits.as_slice() {
                clusters[*only].id.clone()
            } else {
                let mut id = PersonId::new(name);
                let mut n = 2;
                while out.people.contains_key(&id) || authority.person(&id).is_some() {
                    id = PersonId::new(&format!("{name} {n}"));
                    n += 1;
                }
                clusters.push(Cluster {
                    id: id.clone(),
                    key,
                    parts,
                });
                out.people.insert(
                    id.clone(),
                    Provisional {
                        name: name.to_owned(),
                    },
                );
                id
            };
            out.by_label.insert(label.to_owned(), id);
        }
        out
    }

    fn person(&self, label: &str) -> PersonId {
        self.by_label
            .get(label)
            .cloned()
            .unwrap_or_else(|| PersonId::new(label))
    }
}

/// One provisional person while labels are gathered.
struct Cluster {
    id: PersonId,
    /// The first label's name, letters and digits only.
    key: String,
    parts: Option<NameParts>,
}

impl Cluster {
    /// Whether a label may be this person's: the same words, or a name that agrees. An office agrees with nothing but itself.
    fn fits(&self, key: &str, parts: Option<&NameParts>) -> bool {
        let names_agree = match (parts, &self.parts) {
            (Some(a), Some(b)) => a.surname == b.surname && a.given_names_agree(b),
            _ => false,
        };
        self.key == key || names_agree
    }
}
