//! The labels of one document, gathered into the people they stand for: no authority file is asked here.

mod offices;

use super::Evidence;
use super::head::{Head, is_loud};
use super::names::{self, LetterM, NameParts};
use super::voices::{self, Voice, Voices};
use std::collections::{BTreeMap, BTreeSet};

/// Somebody whom labels of one document stand for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Local {
    /// The fullest name that the document gives.
    pub(super) name: String,
    /// The name in parts; none for an office, a nick, an identifier.
    pub(super) parts: Option<NameParts>,
    /// Turns under a label of theirs.
    n_turns: usize,
    /// The place of the name in the head, once it is known.
    in_head: Option<usize>,
}

/// Whom a label stands for, inside its document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Meant {
    One(usize, Evidence),
    Many(Vec<usize>),
    Voice(Voice),
}

/// Who is who in one document.
pub(super) struct Within {
    pub(super) locals: Vec<Local>,
    /// By label; offices are in `offices`.
    by_label: BTreeMap<String, Meant>,
    /// By turn, for labels that are offices.
    by_turn: BTreeMap<usize, Meant>,
}

impl Within {
    /// Whom a turn's label stands for.
    pub(super) fn meant(&self, turn: usize, label: &str) -> Option<&Meant> {
        self.by_turn.get(&turn).or_else(|| self.by_label.get(label))
    }

    /// Whether a turn's label is settled for this turn alone.
    pub(super) fn is_by_turn(&self, turn: usize) -> bool {
        self.by_turn.contains_key(&turn)
    }
}

/// Gathers the labels of a document, given in the order of its turns (`None` for turns without one).
pub(super) fn gather(labels: &[Option<&str>], known: &Voices, head: &Head) -> Within {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for label in labels.iter().flatten() {
        *counts.entry(label).or_default() += 1;
    }
    let voices: BTreeMap<&str, (Voice, usize)> = counts
        .iter()
        .filter_map(|(label, n)| Some((*label, (known.voice(label)?, *n))))
        .collect();
    let numbered = voices::numbered(&voices);
    let mut gathering = Gathering {
        head,
        letter: letter_m(counts.keys().copied()),
        locals: Vec::new(),
        by_surname: BTreeMap::new(),
        by_label: BTreeMap::new(),
        of_head: BTreeMap::new(),
    };
    let mut offices = Vec::new();
    let mut letters = Vec::new();
    let mut named = Vec::new();
    for (label, n) in &counts {
        if let Some(at) = head.legend.get(&names::key(label)) {
            gathering.explained(label, *n, *at, Evidence::Head);
        } else if let Some((voice, _)) = voices.get(label) {
            // The head names one who asks; of two who do, nobody can tell which.
            let named = head.role(*voice).filter(|_| !numbered.contains(voice));
            gathering.voice(label, *n, *voice, named);
        } else if names::is_office(names::personal(label)) {
            offices.push(*label);
        } else if is_letters(label) {
            letters.push((*label, *n));
        } else if let Some(parts) = names::parse_as(label, gathering.letter) {
            named.push((*label, *n, parts));
        } else {
            gathering.alone(label, names::personal(label), *n, None);
        }
    }
    gathering.names(named);
    gathering.slips();
    gathering.complete();
    gathering.letters(letters);
    let by_turn = offices::settle(labels, &offices, &mut gathering);
    Within {
        locals: gathering.locals,
        by_label: gathering.by_label,
        by_turn,
    }
}

/// How many bytes a slip may add or take away: two letters of four bytes each.
const MOST_BYTES_OFF: usize = 8;

/// `M.` is Monsieur where other labels are French.
fn letter_m<'a>(labels: impl Iterator<Item = &'a str>) -> LetterM {
    let is_french = |label: &str| {
        let words = names::words(label);
        let first = words.first().map(String::as_str);
        matches!(first, Some("mme" | "mlle" | "mm"))
            || matches!(words.as_slice(), [le, office, ..] if matches!(le.as_str(), "le" | "la") && office.starts_with("president"))
    };
    let mut labels = labels;
    if labels.any(is_french) {
        LetterM::Monsieur
    } else {
        LetterM::Initial
    }
}

/// Two capitals to four and nothing else: `MSM`, `J.S.`
fn is_letters(label: &str) -> bool {
    let letters = label.chars().filter(|c| *c != '.').collect::<String>();
    (2..=4).contains(&letters.chars().count()) && letters.chars().all(char::is_uppercase)
}

/// Whether some words are in capitals and others are not.
fn is_half_loud(name: &str) -> bool {
    let long = || {
        name.split_whitespace()
            .filter(|word| word.chars().count() > 2)
    };
    long().any(is_loud) && !long().all(is_loud)
}

/// One document while its labels are gathered.
struct Gathering<'a> {
    head: &'a Head,
    letter: LetterM,
    locals: Vec<Local>,
    by_surname: BTreeMap<String, Vec<usize>>,
    by_label: BTreeMap<String, Meant>,
    of_head: BTreeMap<usize, usize>,
}

impl Gathering<'_> {
    fn add(&mut self, name: &str, parts: Option<NameParts>, n: usize) -> usize {
        let at = self.locals.len();
        if let Some(parts) = &parts {
            for word in BTreeSet::from([parts.surname.clone(), parts.together()]) {
                self.by_surname.entry(word).or_default().push(at);
            }
        }
        self.locals.push(Local {
            name: name.to_owned(),
            parts,
            n_turns: n,
            in_head: None,
        });
        at
    }

    /// A label that nothing before it fits.
    fn alone(&mut self, label: &str, name: &str, n: usize, parts: Option<NameParts>) {
        let at = self.add(name, parts, n);
        self.by_label
            .insert(label.to_owned(), Meant::One(at, Evidence::Labels));
    }

    /// The person whom the head names.
    fn of_head(&mut self, at: usize) -> usize {
        if let Some(local) = self.of_head.get(&at) {
            return *local;
        }
        let named = &self.head.names[at];
        let same = self.fitting(&named.parts);
        let local = match same.as_slice() {
            [only] => *only,
            _ => self.add(&named.name, Some(named.parts.clone()), 0),
        };
        self.name_from_head(local, at);
        local
    }

    fn name_from_head(&mut self, local: usize, at: usize) {
        let named = &self.head.names[at];
        let old = &mut self.locals[local];
        let is_fuller = old
            .parts
            .as_ref()
            .is_none_or(|parts| named.parts.fullness() > parts.fullness());
        if is_fuller {
            old.name.clone_from(&named.name);
            let address = old.parts.as_ref().and_then(|parts| parts.address);
            let mut parts = named.parts.clone();
            parts.address = parts.address.or(address);
            old.parts = Some(parts);
        }
        old.in_head = Some(at);
        self.of_head.insert(at, local);
    }

    fn explained(&mut self, label: &str, n: usize, at: usize, evidence: Evidence) {
        let local = self.of_head(at);
        self.locals[local].n_turns += n;
        self.by_label
            .insert(label.to_owned(), Meant::One(local, evidence));
    }

    fn voice(&mut self, label: &str, n: usize, voice: Voice, named: Option<usize>) {
        match named {
            Some(at) => self.explained(label, n, at, Evidence::Role),
            None => {
                self.by_label.insert(label.to_owned(), Meant::Voice(voice));
            }
        }
    }

    fn fitting(&self, parts: &NameParts) -> Vec<usize> {
        let together = parts.together();
        let turned = parts.given.first().into_iter();
        let near: BTreeSet<usize> = turned
            .chain([&parts.surname, &together])
            .filter_map(|surname| self.by_surname.get(surname))
            .flatten()
            .copied()
            .collect();
        let agrees = |at: &usize| {
            let own = self.locals[*at].parts.as_ref();
            own.is_some_and(|own| own.agrees_with(parts) || own.runs_together_as(parts))
        };
        near.into_iter().filter(agrees).collect()
    }

    /// Joins names, the fullest first: a shorter one joins the only person it fits.
    fn names(&mut self, mut named: Vec<(&str, usize, NameParts)>) {
        named.sort_by_key(|(label, n, parts)| {
            (
                std::cmp::Reverse((parts.fullness(), parts.seats.len(), *n)),
                *label,
            )
        });
        // Where both Mr. and Mrs. Smith speak, neither is known to be John Smith.
        let mut addresses: BTreeMap<&str, BTreeSet<names::Address>> = BTreeMap::new();
        for (_, _, parts) in named.iter().filter(|(_, _, parts)| parts.is_surname_only()) {
            addresses
                .entry(&parts.surname)
                .or_default()
                .extend(parts.address);
        }
        let both: BTreeSet<String> = addresses
            .into_iter()
            .filter(|(_, addresses)| addresses.len() > 1)
            .map(|(surname, _)| surname.to_owned())
            .collect();
        let mut first_names = Vec::new();
        for (label, n, parts) in named {
            let mut fits = self.fitting(&parts);
            if parts.is_surname_only() && both.contains(&parts.surname) {
                fits.retain(|at| {
                    let own = self.locals[*at].parts.as_ref();
                    own.is_some_and(|own| own.address == parts.address && parts.address.is_some())
                });
            }
            match fits.as_slice() {
                [only] => self.join(*only, label, n, &parts, Evidence::Labels),
                [] if parts.is_surname_only()
                    && names::words(label).len() == 1
                    && !self.head.has_surname(&parts.surname) =>
                {
                    first_names.push((label, n, parts));
                }
                [] => self.alone(label, names::personal(label), n, Some(parts)),
                _ => {
                    self.by_label.insert(label.to_owned(), Meant::Many(fits));
                }
            }
        }
        self.first_names(first_names);
    }

    fn join(&mut self, at: usize, label: &str, n: usize, parts: &NameParts, evidence: Evidence) {
        let local = &mut self.locals[at];
        local.n_turns += n;
        if let Some(own) = &mut local.parts {
            own.address = own.address.or(parts.address);
            own.of = own.of.take().or_else(|| parts.of.clone());
            if own.seats.is_empty() {
                own.seats.clone_from(&parts.seats);
            }
            let name = names::personal(label);
            let is_better =
                own.fullness() == parts.fullness() && is_loud(&local.name) && !is_loud(name);
            if is_better && evidence == Evidence::Labels {
                name.clone_into(&mut local.name);
            }
        }
        self.by_label
            .insert(label.to_owned(), Meant::One(at, evidence));
    }

    /// `Pieter` is Pieter Wuille where only one who takes part is called Pieter.
    fn first_names(&mut self, labels: Vec<(&str, usize, NameParts)>) {
        let mut locals: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, local) in self.locals.iter().enumerate() {
            if let Some(first) = local.parts.as_ref().and_then(|parts| parts.given.first()) {
                locals.entry(first.clone()).or_default().push(at);
            }
        }
        let mut named: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, name) in self.head.names.iter().enumerate() {
            if let (Some(first), true) = (name.parts.given.first(), name.takes_part) {
                named.entry(first.clone()).or_default().push(at);
            }
        }
        for (label, n, parts) in labels {
            let of = |index: &BTreeMap<String, Vec<usize>>| {
                index.get(&parts.surname).cloned().unwrap_or_default()
            };
            let agree = |local: usize, named: usize| {
                let own = self.locals[local].parts.as_ref();
                own.is_some_and(|own| own.agrees_with(&self.head.names[named].parts))
            };
            match (of(&locals).as_slice(), of(&named).as_slice()) {
                ([only], []) => self.join(*only, label, n, &parts, Evidence::FirstName),
                ([], [only]) => self.explained(label, n, *only, Evidence::FirstName),
                ([local], [named]) if agree(*local, *named) => {
                    self.join(*local, label, n, &parts, Evidence::FirstName);
                }
                _ => self.alone(label, names::personal(label), n, Some(parts)),
            }
        }
    }

    /// A rare label that is a slip of a frequent one joins it: the only one it can be meant for.
    fn slips(&mut self) {
        let mut frequent: BTreeMap<char, Vec<usize>> = BTreeMap::new();
        for (at, local) in self.locals.iter().enumerate() {
            let letter = local
                .parts
                .as_ref()
                .and_then(|parts| parts.surname.chars().next());
            if let (Some(letter), true) = (letter, local.n_turns >= 3) {
                frequent.entry(letter).or_default().push(at);
            }
        }
        let mut slips: BTreeMap<usize, usize> = BTreeMap::new();
        for (at, rare) in self.locals.iter().enumerate() {
            let Some(parts) = rare
                .parts
                .as_ref()
                .filter(|parts| !self.head.has_surname(&parts.surname))
            else {
                continue;
            };
            if rare.n_turns > 2 || parts.of.is_some() {
                continue;
            }
            let near = parts
                .surname
                .chars()
                .next()
                .and_then(|letter| frequent.get(&letter));
            let mut meant = near.into_iter().flatten().filter(|other| {
                let local = &self.locals[**other];
                // What costs least is asked first: there may be thousands on both sides.
                local.n_turns >= 3 * rare.n_turns
                    && local.parts.as_ref().is_some_and(|own| {
                        parts.surname.len().abs_diff(own.surname.len()) <= MOST_BYTES_OFF
                            && parts.given_names_agree(own)
                            && parts.surname_is_a_slip_of(own)
                    })
            });
            if let (Some(only), None) = (meant.next(), meant.next()) {
                slips.insert(at, *only);
            }
        }
        for (rare, meant) in &slips {
            self.locals[*meant].n_turns += self.locals[*rare].n_turns;
            self.locals[*rare].n_turns = 0;
        }
        for meant in self.by_label.values_mut() {
            if let Meant::One(at, _) = meant
                && let Some(right) = slips.get(at)
            {
                *meant = Meant::One(*right, Evidence::Misspelt);
            }
        }
    }

    /// A surname, or initials and a surname, take the full name that the head prints, where it prints one that fits and nobody else here
    /// may bear it.
    fn complete(&mut self) {
        let mut completed = BTreeSet::new();
        for at in 0..self.locals.len() {
            let Some(parts) = self.locals[at].parts.clone() else {
                continue;
            };
            if self.locals[at].in_head.is_some() || self.locals[at].n_turns == 0 || parts.is_whole {
                continue;
            }
            let [only] = self.head.fitting(&parts)[..] else {
                continue;
            };
            // `Enter HAMLET`: one word in capitals after others is a name only where the label says so, or the head.
            let named = &self.head.names[only];
            let is_bare = parts.is_surname_only() && names::words(&self.locals[at].name).len() == 1;
            if is_bare && !named.takes_part && is_half_loud(&named.name) {
                continue;
            }
            let others = self.fitting(&named.parts);
            if others.iter().any(|other| *other != at) || self.of_head.contains_key(&only) {
                continue;
            }
            let is_fuller = self.head.names[only].parts.fullness() > parts.fullness();
            self.name_from_head(at, only);
            if is_fuller {
                completed.insert(at);
            }
        }
        for meant in self.by_label.values_mut() {
            if let Meant::One(at, evidence @ Evidence::Labels) = meant
                && completed.contains(at)
            {
                *evidence = Evidence::Head;
            }
        }
    }

    /// `DB` is Devin Becker where only his name has these initials.
    fn letters(&mut self, letters: Vec<(&str, usize)>) {
        if letters.is_empty() {
            return;
        }
        let mut locals: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, local) in self.locals.iter().enumerate() {
            for initials in local.parts.iter().flat_map(NameParts::all_initials) {
                locals.entry(initials).or_default().push(at);
            }
        }
        let mut named: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, name) in self.head.names.iter().enumerate() {
            if !self.of_head.contains_key(&at) {
                for initials in name.parts.all_initials() {
                    named.entry(initials).or_default().push(at);
                }
            }
        }
        for (label, n) in letters {
            let key = names::key(label);
            // `ANNA` beside `Anna` is no initials.
            if let Some(parts) = names::parse(label)
                && let [only] = self.fitting(&parts)[..]
            {
                self.join(only, label, n, &parts, Evidence::Labels);
                continue;
            }
            let of =
                |index: &BTreeMap<String, Vec<usize>>| index.get(&key).cloned().unwrap_or_default();
            let takes_part = |at: usize| self.head.names[at].takes_part || key.chars().count() > 2;
            match (of(&locals).as_slice(), of(&named).as_slice()) {
                ([only], []) => {
                    self.locals[*only].n_turns += n;
                    self.by_label
                        .insert(label.to_owned(), Meant::One(*only, Evidence::Letters));
                }
                ([], [only]) if takes_part(*only) => {
                    self.explained(label, n, *only, Evidence::Letters);
                }
                (many @ [_, _, ..], _) => {
                    self.by_label
                        .insert(label.to_owned(), Meant::Many(many.to_vec()));
                }
                _ => self.alone(label, label, n, names::parse(label)),
            }
        }
    }
}
