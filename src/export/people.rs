//! What `memcon people` adds to the authority file: an entry for everybody known only from labels, a proposal for every label that
//! several people fit.
//!
//! People are those that `resolve` made of the labels; nothing is joined or decided here. What is only near is said in a comment.

mod near;

use crate::authority::titles::{ADDRESSES, ARTICLES, OFFICES};
use crate::authority::{Authority, PersonId};
use crate::diagnostic::toml_string;
use crate::document::{Cue, Label, Turn};
use crate::resolve::{self, Attribution};
use crate::site::{DocumentEntry, PersonEntry, Site};
use crate::source::{DocumentId, LineIndex, slug};
use std::collections::{BTreeMap, BTreeSet};

/// The head of a file that is begun.
const HEAD: &str = "\
# Who is who. Drafted by `memcon people` from the labels of all documents. Correct the names, make one entry of two that are one
# person, add offices and dates; the README tells the keys under “People”. An `id` is part of an address: keep it.
";

/// What is to be added to an authority file.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct PeopleDraft {
    /// As TOML, with comments; empty where nothing is missing.
    pub text: String,
    /// Entries in it.
    pub n_people: usize,
    /// Labels in it that several people fit.
    pub n_doubtful: usize,
}

/// Drafts what `written`, the authority file there is, lacks. What it mentions in a comment is not proposed again.
pub fn people_draft(site: &Site, written: Option<&str>) -> PeopleDraft {
    let evidence = Evidence::gather(site);
    let mut draft = PeopleDraft::default();
    if written.is_none_or(|written| written.trim().is_empty()) {
        draft.text.push_str(HEAD);
    }
    let near = near::Near::new(site.people.values().filter(|person| is_told(person)));
    for person in site.people.values().filter(|person| is_provisional(person)) {
        draft.n_people += 1;
        let entry = evidence.entry(person, &near.of(person));
        draft.text.push_str(&format!("\n{entry}"));
    }
    let commented = commented(written.unwrap_or(""));
    for doubt in evidence.doubts.values() {
        let is_known = |label: &String| commented.contains(&toml_string(label));
        if !doubt.labels.iter().any(is_known) {
            draft.n_doubtful += 1;
            draft.text.push_str(&format!("\n{}", doubt.proposal()));
        }
    }
    if draft.n_people + draft.n_doubtful == 0 {
        draft.text.clear();
    }
    draft
}

/// Two entries of the authority file that may be one person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alike {
    /// Who has more turns.
    pub keep: PersonId,
    /// Who has fewer.
    pub other: PersonId,
    /// Why: “the surnames differ by a letter”.
    pub why: &'static str,
}

/// The entries that may be one person, each pair once, in order of identifiers.
pub fn people_alike(site: &Site) -> Vec<Alike> {
    let known = || site.people.values().filter(|one| one.authority.is_some());
    let near = near::Near::new(known());
    let mut pairs: BTreeMap<(&PersonId, &PersonId), &'static str> = BTreeMap::new();
    for person in known() {
        for (other, why) in near.of(person) {
            // “Justice Kennedy” and “Danny Kennedy” have a name in common and nothing else.
            if !near.have_given_names(person, other) {
                continue;
            }
            let pair = if person.id < *other {
                (&person.id, other)
            } else {
                (other, &person.id)
            };
            pairs.insert(pair, why);
        }
    }
    let turns = |id: &PersonId| site.people[id].total().n_turns;
    let pairs = pairs.into_iter();
    pairs
        .map(|((one, two), why)| {
            let (keep, other) = if turns(two) > turns(one) {
                (two, one)
            } else {
                (one, two)
            };
            Alike {
                keep: keep.clone(),
                other: other.clone(),
                why,
            }
        })
        .collect()
}

/// The entries of the authority file that no document needs: nobody of this name speaks, is named or was present.
pub fn people_unused(site: &Site, authority: &Authority) -> Vec<PersonId> {
    let documents = || site.documents.iter();
    let conversations = documents().flat_map(|entry| &entry.record.conversations);
    let mut may_be: BTreeSet<&PersonId> = conversations.flat_map(|one| &one.participants).collect();
    // Whom a label may mean is needed to see that it may mean several.
    for turn in documents().flat_map(|entry| &entry.turns) {
        if let Attribution::Ambiguous { candidates } = &turn.attribution {
            may_be.extend(candidates);
        }
    }
    let is_met = |person: &PersonEntry| {
        person.speaks()
            || !person.mentioned.is_empty()
            || !person.mentioned_in_narration.is_empty()
            || !person.present.is_empty()
    };
    let is_used = |id: &&PersonId| may_be.contains(id) || site.people.get(id).is_some_and(is_met);
    let unused = authority.people.keys().filter(|id| !is_used(id));
    unused.cloned().collect()
}

fn is_provisional(person: &PersonEntry) -> bool {
    person.authority.is_none() && person.speaks()
}

/// Whether other people may be compared with this one.
fn is_told(person: &PersonEntry) -> bool {
    person.authority.is_some() || person.speaks()
}

/// What the turns say of labels.
struct Evidence {
    /// By person: the labels printed for them.
    labels: BTreeMap<PersonId, BTreeSet<String>>,
    /// By person: turns, documents, and the first place.
    turns: BTreeMap<PersonId, Count>,
    /// By label, folded: whom it stands for, in which documents.
    bearers: BTreeMap<String, BTreeSet<(PersonId, DocumentId)>>,
    /// By label, folded: whom it fits.
    doubts: BTreeMap<String, Doubt>,
}

/// How often, and where first.
#[derive(Default)]
struct Count {
    n_turns: usize,
    n_documents: usize,
    first: String,
}

/// A label that several people fit.
#[derive(Default)]
struct Doubt {
    /// As printed.
    labels: BTreeSet<String>,
    candidates: BTreeSet<PersonId>,
    count: Count,
}

impl Evidence {
    fn gather(site: &Site) -> Evidence {
        let mut out = Evidence {
            labels: BTreeMap::new(),
            turns: BTreeMap::new(),
            bearers: BTreeMap::new(),
            doubts: BTreeMap::new(),
        };
        for document in &site.documents {
            let lines = LineIndex::of(&document.source.text);
            let mut met: BTreeSet<&PersonId> = BTreeSet::new();
            let mut doubted: BTreeSet<String> = BTreeSet::new();
            for (index, entry) in document.turns.iter().enumerate() {
                let turn = document.turn(index);
                let label = stated(turn);
                let place = || place(document, &lines, index);
                match &entry.attribution {
                    Attribution::Ambiguous { candidates } => {
                        let Some(label) = label else { continue };
                        let key = folded(label);
                        let doubt = out.doubts.entry(key.clone()).or_default();
                        doubt.labels.insert(label.to_owned());
                        doubt.candidates.extend(candidates.iter().cloned());
                        doubt.count.add(doubted.insert(key), place);
                    }
                    Attribution::Known { person, evidence }
                    | Attribution::Provisional { person, evidence } => {
                        let count = out.turns.entry(person.clone()).or_default();
                        count.add(met.insert(person), place);
                        let Some(label) = label else { continue };
                        let bearers = out.bearers.entry(folded(label)).or_default();
                        bearers.insert((person.clone(), document.id.clone()));
                        // `Q.` is whoever asks in this document: no label to be listed.
                        if !is_of_this_document(*evidence) {
                            let of_person = out.labels.entry(person.clone()).or_default();
                            of_person.insert(label.to_owned());
                        }
                    }
                    Attribution::ByRecord { .. }
                    | Attribution::Collective
                    | Attribution::Unidentified
                    | Attribution::Unmarked => {}
                }
            }
        }
        out
    }

    /// The entry of a person, with what the labels tell as comments.
    fn entry(&self, person: &PersonEntry, near: &[(&PersonId, &str)]) -> String {
        let mut out = String::new();
        if let Some(count) = self.turns.get(&person.id) {
            out.push_str(&format!("# {}\n", count.describe()));
        }
        for (other, why) in near {
            out.push_str(&format!("# perhaps the same as `{other}`: {why}\n"));
        }
        let labels = self.labels.get(&person.id);
        let mut own: Vec<String> = Vec::new();
        let mut by_document: BTreeMap<&DocumentId, Vec<String>> = BTreeMap::new();
        for label in labels.into_iter().flatten() {
            let bearers = self.bearers.get(&folded(label));
            let others: BTreeSet<&DocumentId> = bearers
                .into_iter()
                .flatten()
                .filter(|(bearer, _)| *bearer != person.id)
                .map(|(_, document)| document)
                .collect();
            if others.is_empty() {
                own.push(toml_string(label));
                continue;
            }
            let here = bearers
                .into_iter()
                .flatten()
                .filter(|(bearer, document)| *bearer == person.id && !others.contains(document));
            let mut is_told = false;
            for (_, document) in here {
                by_document
                    .entry(document)
                    .or_default()
                    .push(toml_string(label));
                is_told = true;
            }
            if !is_told {
                out.push_str(&format!(
                    "# not among the labels, since it stands for somebody else too: {}\n",
                    toml_string(label)
                ));
            }
        }
        out.push_str(&format!(
            "[[person]]\nid = {}\nname = {}\nsort = {}\n",
            toml_string(person.id.as_str()),
            toml_string(&person.name),
            toml_string(&sort(&person.name))
        ));
        if !own.is_empty() {
            out.push_str(&format!("labels = [{}]\n", own.join(", ")));
        }
        if !by_document.is_empty() {
            let of_document = |(document, labels): (&&DocumentId, &Vec<String>)| {
                format!(
                    "{} = [{}]",
                    toml_string(document.as_str()),
                    labels.join(", ")
                )
            };
            let all: Vec<String> = by_document.iter().map(of_document).collect();
            out.push_str(&format!("labels_in = {{ {} }}\n", all.join(", ")));
        }
        out
    }
}

impl Count {
    fn add(&mut self, is_new_document: bool, place: impl FnOnce() -> String) {
        if self.n_turns == 0 {
            self.first = place();
        }
        self.n_turns += 1;
        self.n_documents += usize::from(is_new_document);
    }

    fn describe(&self) -> String {
        let turns = match self.n_turns {
            1 => "1 turn".to_owned(),
            n => format!("{n} turns"),
        };
        let documents = match self.n_documents {
            1 => String::new(),
            n => format!(" in {n} documents"),
        };
        format!("{turns}{documents}, first at {}", self.first)
    }
}

impl Doubt {
    /// What the editor may decide, in comments.
    fn proposal(&self) -> String {
        let candidates: Vec<String> = self.candidates.iter().map(|id| format!("`{id}`")).collect();
        let labels: Vec<String> = self.labels.iter().map(|label| toml_string(label)).collect();
        let labels = labels.join(", ");
        format!(
            "# The label {labels} fits {}: {}.\n# If it always means the same person, add this to that entry: labels = [{labels}]\n",
            candidates.join(" and "),
            self.count.describe(),
        )
    }
}

/// Whether a label stands for a person only by what the document says beside it.
fn is_of_this_document(evidence: resolve::Evidence) -> bool {
    use resolve::Evidence as Because;
    match evidence {
        Because::Role | Because::Office | Because::Letters | Because::FirstName => true,
        Because::Listed
        | Because::FullName
        | Because::Initials
        | Because::Surname
        | Because::Misspelt
        | Because::NamedBefore
        | Because::Markup
        | Because::TakesPart
        | Because::Seat
        | Because::Transliterated
        | Because::Head
        | Because::Labels => false,
    }
}

/// The name that the source gives for a turn's speaker: the markup's or the narration's, else the printed label.
fn stated(turn: &Turn) -> Option<&str> {
    let label = turn.label.as_ref().map(Label::name);
    let of_cue =
        |cue: &Cue| cue.name.is_some() && (label.is_none() || !turn.is_given_by_narration());
    let cue = turn.cue.as_ref().filter(|cue| of_cue(cue));
    cue.and_then(|cue| cue.name.as_deref()).or(label)
}

fn place(document: &DocumentEntry, lines: &LineIndex<'_>, turn: usize) -> String {
    let block = &document.document.blocks[document.turns[turn].block];
    let line = lines.position(block.span().start).line;
    let path: String = document
        .source
        .path
        .chars()
        .filter(|c| !c.is_control())
        .collect();
    format!("{path}:{line}")
}

/// The name in an index: without forms of address and offices, the last word first. An office alone stays as it is.
fn sort(name: &str) -> String {
    let words = near::words(name);
    match words.as_slice() {
        [] => name.to_owned(),
        [only] => (*only).to_owned(),
        [given @ .., family] => format!("{family}, {}", given.join(" ")),
    }
}

/// Whether a word of a name is a form of address, an office or an article.
fn is_title(word: &str) -> bool {
    let folded = slug(word);
    let is = |list: &[&str]| list.contains(&folded.as_str());
    is(&ADDRESSES) || is(&OFFICES) || is(&ARTICLES)
}

/// Letters and digits only, for comparing labels.
fn folded(label: &str) -> String {
    slug(label).replace('-', "")
}

/// The texts quoted in comments of a file.
fn commented(written: &str) -> String {
    let comments = written
        .lines()
        .filter(|line| line.trim_start().starts_with('#'));
    comments.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_by_their_last_word() {
        assert_eq!(sort("Ms. GREEN"), "GREEN");
        assert_eq!(sort("Dr. Johanna Wanka"), "Wanka, Johanna");
        assert_eq!(sort("M.S. Gorbachev"), "Gorbachev, M.S.");
        assert_eq!(sort("The SPEAKER"), "The SPEAKER");
        assert_eq!(sort("主席"), "主席");
    }
}
