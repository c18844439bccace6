//! Which of the look-alikes are labels: candidates are gathered for every convention and weighed by evidence.
//!
//! Every decision is a value of `explain`: what is taken depends on it, and `memcon parse --explain` shows it.

mod each;
mod names;
mod places;

use super::candidates::{Candidate, Folded, Found, candidates};
use super::dialogue;
use super::explain::{Choice, Expected, Fate, Refused, Stands, Taken, Verdict, Witness};
use super::label::{CONVENTIONS, Convention, Form, Position, Proof};
use super::rows::Rows;
use crate::authority::Authority;
use crate::record::Record;
use crate::source::slug;
use aho_corasick::{AhoCorasick, MatchKind};
use names::{ends, surname, surname_before_description};
use places::{closing_row, place};
use rustc_hash::FxBuildHasher;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

/// The labels of a document.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Labels {
    /// How they are written.
    pub(super) convention: &'static Convention,
    /// In order of place.
    pub(super) found: Vec<Found>,
}

/// Rows at the head of a document in which its participants are looked for.
pub(super) const HEAD_ROWS: usize = 16;

/// Finds the labels of a document: for each convention those candidates that the evidence supports, then the convention that explains
/// most turns. `None` if fewer than two are found (one, if the record names it).
pub(super) fn labels(
    text: &str,
    rows: &Rows,
    record: &Record,
    authority: &Authority,
    witness: &mut Witness,
) -> Option<Labels> {
    let surroundings = Surroundings::new(text, rows, record, authority);
    let closing = OnceCell::new();
    let mut readings: Vec<Labels> = Vec::new();
    let candidates = candidates(text, rows);
    let mut n_roles = 0;
    for (convention, candidates) in CONVENTIONS.iter().zip(candidates).rev() {
        let n_sure = if convention.ends_with_colon() && !convention.quoted {
            n_roles
        } else {
            0
        };
        let weighed = surroundings.weigh(convention, candidates, text, rows, n_sure);
        if convention.is_of_roles() {
            n_roles = n_taken(&weighed);
        }
        let mut notes = witness.note(convention, &weighed);
        let closing = || *closing.get_or_init(|| closing_row(text, rows));
        let placed = place(convention, weighed, (text, rows), closing);
        if let Some(notes) = &mut notes {
            notes.place(&placed);
        }
        witness.readings.extend(notes);
        let found = placed
            .into_iter()
            .filter(|(_, fate)| *fate == Fate::Turn)
            .map(|(found, _)| found)
            .collect();
        readings.push(Labels { convention, found });
    }
    // The conventions were gone through from the last: whether there are questions and answers is to be known for the names.
    readings.reverse();
    witness.readings.reverse();
    let (index, choice) = choose(&readings, record)?;
    let are_roles = |labels: &&Labels| labels.convention.is_of_roles() && !labels.found.is_empty();
    let roles = readings.iter().find(are_roles).cloned();
    // Those who interrupt an examination stand under their names, however few.
    let among_roles = readings[index].convention.is_of_roles();
    let named = readings.iter().position(|labels| {
        labels.convention.ends_with_colon() && !labels.convention.quoted && !labels.found.is_empty()
    });
    let (index, choice) = match named.filter(|_| among_roles) {
        Some(named) => (named, Choice::AmongRoles),
        None => (index, choice),
    };
    let mut labels = readings.swap_remove(index);
    if let Some(roles) = roles.filter(|_| labels.takes_roles()) {
        let left_out = labels.add_roles(roles.found);
        witness.add_beside(roles.convention, &left_out);
    }
    witness.choose(choice, &labels.found, text, rows);
    Some(labels)
}

/// The places of the labels that are taken.
fn n_taken(weighed: &BTreeMap<String, Weighed>) -> usize {
    let taken = weighed
        .values()
        .filter(|weighed| weighed.verdict.is_taken());
    taken.map(|weighed| weighed.candidates.len()).sum()
}

/// The convention that explains most turns, if it explains enough.
fn choose(readings: &[Labels], record: &Record) -> Option<(usize, Choice)> {
    if let Some(named) = &record.convention {
        let is_named = |labels: &Labels| labels.convention.name == named.text;
        // An unknown name is reported elsewhere, and decides nothing.
        match readings.iter().position(is_named) {
            Some(index) if readings[index].found.is_empty() => return None,
            Some(index) => return Some((index, Choice::ByRecord)),
            None if named.text == "none" => return None,
            None => {}
        }
    }
    let n = |index: &usize| readings[*index].found.len();
    let is_plain = |index: &usize| readings[*index].convention.proof != Proof::Dialogue;
    let best_of = |wanted: bool| {
        let all = (0..readings.len()).rev();
        all.filter(|index| is_plain(index) == wanted).max_by_key(n)
    };
    let best = best_of(true)?;
    // A form that is no label's alone has to explain much more.
    let by_dialogue = best_of(false).filter(|index| {
        let much = n(index) * 2 > n(&best) * 3;
        n(index) > 0 && (much || n(index) > n(&best) && readings[*index].hold(&readings[best]))
    });
    // Headings set labels apart from whatever else has a colon: where they explain most of it, they explain all.
    let in_headings = readings
        .iter()
        .position(|labels| labels.convention.position == Position::Heading);
    let in_headings =
        in_headings.filter(|index| *index != best && n(index) * 10 >= n(&best) * 6 && n(index) > 0);
    let (index, choice) = match (by_dialogue, in_headings) {
        (Some(index), _) => (index, Choice::MostTurns),
        (None, Some(index)) => (index, Choice::Headings),
        (None, None) => (best, Choice::MostTurns),
    };
    match n(&index) {
        0 => None,
        1 => (!record.labels.is_empty()).then_some((index, Choice::ByRecord)),
        _ => Some((index, choice)),
    }
}

/// What a document says about who may speak in it.
struct Surroundings<'a> {
    /// The labels that the record names and those it forbids, folded.
    listed: BTreeSet<String>,
    forbidden: BTreeSet<String>,
    /// Words of the document's head, folded.
    head: HashSet<String, FxBuildHasher>,
    /// Surnames of the authority file, and its labels of one word, folded.
    surnames: BTreeSet<String>,
    text: &'a str,
}

/// The places of one label, and what the evidence says of it.
pub(super) struct Weighed {
    pub(super) candidates: Vec<Candidate>,
    pub(super) verdict: Verdict,
}

impl Weighed {
    /// The places where a turn may begin.
    pub(super) fn well(&self) -> impl Iterator<Item = &Candidate> {
        let may_begin = |candidate: &&Candidate| candidate.stands.may_begin();
        self.candidates.iter().filter(may_begin)
    }

    /// The best of its forms where a turn may begin.
    pub(super) fn form(&self) -> Form {
        let forms = self.well().map(|candidate| candidate.form);
        forms.max().unwrap_or(Form::Loose)
    }
}

impl Labels {
    /// Whether the questions and answers of an examination may stand beside these labels: `MR. SMITH:` and `Q.`
    fn takes_roles(&self) -> bool {
        let convention = self.convention;
        !convention.quoted
            && !convention.is_of_roles()
            && convention.position == Position::LineStart
    }

    /// Adds the questions and answers of an examination to the names of those who speak in between. Gives back those on lines that a
    /// name begins already.
    fn add_roles(&mut self, roles: Vec<Found>) -> Vec<Found> {
        let taken: BTreeSet<usize> = self.found.iter().map(|found| found.row).collect();
        let (left_out, new): (Vec<Found>, Vec<Found>) = roles
            .into_iter()
            .partition(|found| taken.contains(&found.row));
        self.found.extend(new);
        self.found.sort_by_key(|found| found.start);
        left_out
    }

    /// Whether the labels of another reading are parts of these: `PAZ (Presidente).` in `El señor PAZ (Presidente).-`
    fn hold(&self, other: &Labels) -> bool {
        other.found.iter().all(|part| {
            let before = self
                .found
                .partition_point(|found| found.start <= part.start);
            let whole = before.checked_sub(1).map(|at| &self.found[at]);
            whole.is_some_and(|whole| part.start < whole.end)
        })
    }

    /// The label that begins at a byte of the text.
    pub(super) fn at(&self, start: usize) -> Option<&Found> {
        self.found
            .binary_search_by_key(&start, |found| found.start)
            .ok()
            .map(|at| &self.found[at])
    }
}

impl<'a> Surroundings<'a> {
    fn new(text: &'a str, rows: &Rows, record: &Record, authority: &Authority) -> Self {
        // In a text without line ends all of it is head: each word is folded once.
        let words: HashSet<&str, FxBuildHasher> = rows
            .all
            .iter()
            .take(HEAD_ROWS)
            .flat_map(|row| text[row.span.range()].split(|c: char| !c.is_alphanumeric()))
            .collect();
        let surnames = authority.people.values().flat_map(|person| {
            let surname = person.sort.split(',').next().unwrap_or("");
            // `The President (spoke in Arabic)` is no surname.
            let one_word = person.labels.iter().filter(|label| !label.contains(' '));
            std::iter::once(surname)
                .chain(one_word.map(String::as_str))
                .map(slug)
                .collect::<Vec<_>>()
        });
        Surroundings {
            listed: record
                .labels
                .iter()
                .map(|label| slug(&label.text))
                .collect(),
            forbidden: record
                .not_labels
                .iter()
                .map(|label| slug(&label.text))
                .collect(),
            head: words.into_iter().map(str::to_lowercase).collect(),
            surnames: surnames.collect(),
            text,
        }
    }

    /// The candidates of one convention by label, each label with what the evidence says of it.
    /// `n_sure` turns are known to be labeled already.
    fn weigh(
        &self,
        convention: &Convention,
        candidates: Vec<Candidate>,
        text: &str,
        rows: &Rows,
        mut n_sure: usize,
    ) -> BTreeMap<String, Weighed> {
        let mut by_label: HashMap<String, Weighed> = HashMap::new();
        let mut folded = Folded::default();
        for candidate in candidates {
            let label = folded.label(candidate.at.name());
            let unweighed = || Weighed {
                candidates: Vec::new(),
                verdict: Verdict::Refused(Refused::NeverAtTurn),
            };
            let weighed = by_label.entry(label).or_insert_with(unweighed);
            weighed.candidates.push(candidate);
        }
        let mut by_label: BTreeMap<String, Weighed> = by_label.into_iter().collect();
        dialogue::lines_may_begin(&mut by_label, rows);
        let mut named = BTreeSet::new();
        if convention.quoted {
            named = self.named_elsewhere(convention, &by_label);
        }
        let mut surnames: BTreeSet<String> = BTreeSet::new();
        let mut described: BTreeSet<String> = BTreeSet::new();
        for (label, weighed) in &mut by_label {
            weighed.verdict = self.verdict(label, weighed, convention, &named);
            if weighed.verdict.is_taken() {
                n_sure += weighed.candidates.len();
                surnames.insert(surname(label).to_owned());
                described.extend(surname_before_description(weighed));
            }
        }
        let is_short =
            |weighed: &&Weighed| weighed.verdict.is_taken() && weighed.form() == Form::Plain;
        let n_short = by_label.values().filter(is_short).count();
        let among_strong = strong_rows(by_label.values());
        let habit = each::Habit::of(&by_label, text, rows);
        // A form of a name already taken needs no evidence of its own: `M. Gorbachev.` beside `M.S. Gorbachev.` And where a convention
        // is well established, a form of address or a name with initials before a colon is enough.
        let by_kin = |label: &str, weighed: &Weighed| {
            let form = weighed.form();
            if convention.proof != Proof::Labels {
                return None;
            }
            // `CHANG:` after `JO CHANG, BYLINE:`.
            let is_short_of = || {
                form >= Form::Plain
                    && described.contains(label)
                    && weighed.well().any(|one| one.stands != Stands::InSentence)
            };
            let is_kin =
                form >= Form::Initials && surnames.contains(surname(label)) || is_short_of();
            let enough = if convention.ends_with_period() {
                Form::Titled
            } else {
                Form::Initials
            };
            let apart = |candidate: &Candidate| candidate.stands == Stands::Paragraph;
            let is_short = convention.ends_with_period() && form == Form::Plain;
            let is_usual = n_sure >= 6 && form >= enough
                || n_short > 1 && is_short && weighed.well().any(apart)
                || n_sure >= 3 && form == Form::Titled && weighed.well().any(apart)
                || form >= Form::Plain
                    && (!is_short || habit.is_loud())
                    && habit.takes(label, weighed);
            let is_strong = |candidate: &Candidate| {
                candidate.is_strong && among_strong.contains(&candidate.at.row)
            };
            if is_kin {
                Some(Taken::Kin)
            } else if form >= Form::Plain && weighed.well().any(is_strong) {
                Some(Taken::SetApart)
            } else {
                is_usual.then_some(Taken::Usual)
            }
        };
        // `李卓人議員：` once, where the list of members names 李卓人議員.
        let may_be_listed = |weighed: &Weighed| {
            n_sure >= 6
                && convention.proof == Proof::Labels
                && weighed.form() >= Form::Plain
                && !convention.ends_with_period()
                && weighed.well().any(|c| c.stands == Stands::Paragraph)
        };
        let is_open = |weighed: &Weighed| matches!(weighed.verdict, Verdict::Refused(why) if why != Refused::ByRecord);
        // The whole text is searched for names only where something depends on it.
        let asks = |(label, weighed): (&String, &Weighed)| {
            is_open(weighed) && by_kin(label, weighed).is_none() && may_be_listed(weighed)
        };
        if !convention.quoted && by_label.iter().any(asks) {
            named = self.named_elsewhere(convention, &by_label);
        }
        for (label, weighed) in &mut by_label {
            if !is_open(weighed) {
                continue;
            }
            let listed = || may_be_listed(weighed) && named.contains(label);
            let taken =
                by_kin(label, weighed).or_else(|| listed().then_some(Taken::NamedElsewhere));
            if let Some(taken) = taken {
                weighed.verdict = Verdict::Taken(taken);
            }
        }
        dialogue::settle(convention, &mut by_label, text, rows);
        by_label
    }

    /// What the evidence says of one label by itself.
    fn verdict(
        &self,
        label: &str,
        weighed: &Weighed,
        convention: &Convention,
        named: &BTreeSet<String>,
    ) -> Verdict {
        if self.is_forbidden(label) {
            return Verdict::Refused(Refused::ByRecord);
        }
        if self.listed.contains(label) {
            return Verdict::Taken(Taken::ByRecord);
        }
        let form = weighed.form();
        let n_well = weighed.well().count();
        if n_well == 0 {
            return Verdict::Refused(Refused::NeverAtTurn);
        }
        if convention.proof != Proof::Labels {
            let is_loud = |candidate: &Candidate| {
                let name = &candidate.at.text.text()[..candidate.at.name_len];
                candidate.form == Form::Titled && convention.is_loud_before_dash(name)
            };
            let is_apart = convention.is_after_circle() && form == Form::Enclosed
                || weighed.well().any(is_loud);
            return if n_well > 1 {
                Verdict::Taken(Taken::Recurs)
            } else if is_apart {
                Verdict::Taken(Taken::Enclosed)
            } else {
                Verdict::Refused(Refused::Single)
            };
        }
        if weighed.well().any(|candidate| candidate.is_set_apart) {
            return Verdict::Taken(Taken::SetApart);
        }
        if form == Form::Enclosed {
            return Verdict::Taken(Taken::Enclosed);
        }
        if n_well <= 2 && form == Form::Loose {
            return Verdict::Refused(Refused::SmallLetters);
        }
        // Short capitals before a full stop: in a play they stand at the beginnings of many paragraphs.
        let is_short = convention.ends_with_period() && form == Form::Plain;
        let is_apart = |candidate: &&Candidate| {
            let stands = candidate.stands;
            matches!(stands, Stands::Paragraph | Stands::Line | Stands::Indented)
        };
        if is_short && weighed.well().filter(is_apart).count() < 3 {
            return Verdict::Refused(Refused::Single);
        }
        if n_well > 1 {
            return Verdict::Taken(Taken::Recurs);
        }
        let surname = surname(label);
        let expected = if ends(label).any(|words| self.surnames.contains(words)) {
            Some(Expected::InAuthority)
        } else if self.head.contains(surname) {
            Some(Expected::InHead)
        } else {
            None
        };
        match expected {
            Some(expected) if form >= Form::Initials => Verdict::Taken(Taken::Expected(expected)),
            // `Dumas: “…”` once, where the narration speaks of Dumas.
            _ if convention.quoted && named.contains(label) => {
                Verdict::Taken(Taken::NamedElsewhere)
            }
            Some(_) => Verdict::Refused(Refused::SinglePlain),
            None => Verdict::Refused(Refused::Single),
        }
    }

    /// The labels whose words stand elsewhere in the text too, not as a label. Looked for in one pass, and only those that need it:
    /// labels before a colon that occur once or twice.
    fn named_elsewhere(
        &self,
        convention: &Convention,
        by_label: &BTreeMap<String, Weighed>,
    ) -> BTreeSet<String> {
        if convention.ends_with_period() || by_label.len() < 2 {
            return BTreeSet::new();
        }
        let rare: Vec<(&String, &str, usize)> = by_label
            .iter()
            .map(|(label, weighed)| (label, &weighed.candidates))
            .filter(|(_, all)| all.len() <= 2)
            .filter_map(|(label, all)| {
                let name = &all.first()?.at.text.text()[..all[0].at.name_len];
                // In a quotation's cue the surname alone counts: `Dumas: “…”`, and “Roland Dumas” before.
                (name.chars().count() >= 2).then_some((label, name, all.len()))
            })
            .collect();
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(rare.iter().map(|(_, name, _)| name));
        let Ok(finder) = finder else {
            return BTreeSet::new();
        };
        let mut counts = vec![0usize; rare.len()];
        for found in finder.find_iter(self.text) {
            counts[found.pattern().as_usize()] += 1;
        }
        rare.into_iter()
            .zip(counts)
            .filter(|((_, _, n), count)| count > n)
            .map(|((label, _, _), _)| label.clone())
            .collect()
    }

    fn is_forbidden(&self, label: &str) -> bool {
        self.forbidden.contains(label)
    }
}

/// The rows from the first to the last of the labels in bold that are taken, where there are three or more; else none. A single one
/// among them is a label too, while what is bold before a talk is a field, and after it a remark.
fn strong_rows<'a>(all: impl Iterator<Item = &'a Weighed>) -> Range<usize> {
    let taken = all.filter(|weighed| weighed.verdict.is_taken());
    let strong = taken.flat_map(Weighed::well).filter(|one| one.is_strong);
    let mut rows: Vec<usize> = strong.map(|candidate| candidate.at.row).collect();
    rows.sort_unstable();
    match rows.as_slice() {
        [first, _, .., last] => *first..*last,
        _ => 0..0,
    }
}
