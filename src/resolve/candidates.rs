//! Whom the turns of one document are by, as far as the document and the authority file can tell.

use super::bearers::{Bearers, Fit, Match};
use super::head::Head;
use super::names::{self, NameParts};
use super::voices::{Voice, Voices};
use super::within::{self, Meant, Within};
use super::{Evidence, Mention, mentions};
use crate::authority::{Authority, PersonId};
use crate::date::Edtf;
use crate::document::{Cue, CueKind, Document, Label, Turn};
use crate::record::Record;
use crate::source::DocumentId;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What one document says about who speaks in it and who is mentioned.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidates {
    /// One a turn.
    pub(super) turns: Vec<Fit>,
    /// People whom only the document knows.
    pub(super) locals: Vec<Unlisted>,
    /// People mentioned.
    pub mentions: Arc<[Mention]>,
}

/// Somebody whom no entry of the authority file fits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Unlisted {
    /// The fullest name that the document gives.
    pub(super) name: String,
    pub(super) kind: UnlistedKind,
}

/// What is known of such a person's name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum UnlistedKind {
    Name(NameParts),
    /// An identifier of the markup: the same in every document, and never taken apart.
    Identifier,
    /// An office: another person may hold it in the next document.
    Office,
    /// A nick or another word.
    Word,
}

/// The authority file with its names taken apart: made once, for all documents.
pub struct Known<'a> {
    authority: &'a Authority,
    bearers: Bearers<'a>,
    names: mentions::Names,
}

impl<'a> Known<'a> {
    /// Takes the names apart.
    pub fn of(authority: &'a Authority) -> Known<'a> {
        Known {
            authority,
            bearers: Bearers::new(authority),
            names: mentions::Names::of(authority),
        }
    }

    /// The authority file itself.
    pub fn authority(&self) -> &'a Authority {
        self.authority
    }
}

/// Looks at the labels and the names of one document. Pure: the same document, record and authority give the same candidates.
pub fn candidates(
    id: &DocumentId,
    document: &Document,
    record: &Record,
    known: &Known<'_>,
) -> Candidates {
    let head = Head::read(document, record, known.authority);
    let labels: Vec<Option<&str>> = document.turns().map(printed).collect();
    // Who asks and who answers are told by both letters, also where the markup names one of them.
    let named = document.turns().filter_map(|turn| turn.label.as_ref());
    let named = named
        .map(Label::name)
        .chain(labels.iter().flatten().copied());
    let voices = Voices::of(named.collect::<BTreeSet<&str>>().into_iter());
    let within = within::gather(&labels, &voices, &head);
    let mut locals: Vec<Unlisted> = within.locals.iter().map(unlisted).collect();
    let mut reader = Reader {
        id: id.as_str(),
        bearers: &known.bearers,
        taking_part: BTreeSet::new(),
        speaking: BTreeSet::new(),
        date: date(document, record),
        within: &within,
        head: &head,
        known: BTreeMap::new(),
        by_word: BTreeMap::new(),
    };
    reader.find_participants(record);
    for (at, local) in locals.iter().enumerate() {
        let surname = surname(&local.kind).map(|surname| format!(" {surname}"));
        for word in std::iter::once(names::key(&local.name)).chain(surname) {
            reader.by_word.entry(word).or_default().push(at);
        }
    }
    let mut by_label: BTreeMap<&str, Fit> = BTreeMap::new();
    let mut by_markup: BTreeMap<(CueKind, Option<&str>), Fit> = BTreeMap::new();
    let mut turns = Vec::new();
    for (index, turn) in document.turns().enumerate() {
        let fit = match (&turn.cue, labels[index]) {
            // What the markup says of the speaker is the source's own word, and surer than the label.
            (Some(cue), _) if cue.kind != CueKind::Narration => by_markup
                .entry((cue.kind, cue.name.as_deref()))
                .or_insert_with(|| reader.markup(cue, &voices, &mut locals))
                .clone(),
            (_, Some(label)) => {
                // An office may be another's in another turn; any other label means the same throughout.
                let fit = if within.is_by_turn(index) {
                    reader.fit(index, label)
                } else {
                    let known = by_label.entry(label);
                    known.or_insert_with(|| reader.fit(index, label)).clone()
                };
                match (fit, &turn.label) {
                    (Fit::One(person, _), None) => Fit::One(person, Evidence::NamedBefore),
                    (fit, _) => fit,
                }
            }
            (_, None) => Fit::Unmarked,
        };
        turns.push(fit);
    }
    Candidates {
        turns,
        locals,
        mentions: mentions::find(document, &known.names).into(),
    }
}

/// The words that say who speaks: the label, else the name in the narration before a quotation. The markup speaks for itself.
fn printed(turn: &Turn) -> Option<&str> {
    match (&turn.cue, &turn.label) {
        (Some(cue), _) if cue.kind != CueKind::Narration => None,
        (_, Some(label)) => Some(label.name()),
        (Some(cue), None) => cue.name.as_deref(),
        (None, None) => None,
    }
}

fn unlisted(local: &within::Local) -> Unlisted {
    let kind = match &local.parts {
        Some(parts) => UnlistedKind::Name(parts.clone()),
        None if names::is_office(&local.name) => UnlistedKind::Office,
        None => UnlistedKind::Word,
    };
    Unlisted {
        name: local.name.clone(),
        kind,
    }
}

fn date(document: &Document, record: &Record) -> Option<Edtf> {
    let printed = document.header.date.as_ref().map(|date| date.edtf.as_str());
    Edtf::parse(record.date.as_deref().or(printed)?)
}

/// One document held against the authority file.
struct Reader<'a> {
    id: &'a str,
    bearers: &'a Bearers<'a>,
    /// Those who take part, by the record or by the head.
    taking_part: BTreeSet<PersonId>,
    /// Those whom a label fits alone.
    speaking: BTreeSet<PersonId>,
    date: Option<Edtf>,
    within: &'a Within,
    head: &'a Head,
    known: BTreeMap<String, Match>,
    /// The document's own people, by the key of the name and, after a blank, by the surname.
    by_word: BTreeMap<String, Vec<usize>>,
}

impl Reader<'_> {
    fn find_participants(&mut self, record: &Record) {
        let of_record = record
            .participants
            .iter()
            .map(|participant| participant.person.clone());
        self.taking_part.extend(of_record);
        for named in &self.head.names {
            if let Match::One(person, evidence) = self.bearers.fit(&named.name, Some(&named.parts))
                && evidence <= Evidence::Initials
            {
                self.taking_part.insert(person);
            }
        }
        for local in &self.within.locals {
            if let Match::One(person, _) = self.bearers.fit(&local.name, local.parts.as_ref()) {
                self.speaking.insert(person);
            }
        }
    }

    /// Who a label is.
    fn fit(&mut self, turn: usize, label: &str) -> Fit {
        match self.bearers.listed(label, self.id) {
            Match::One(person, evidence) => return Fit::One(person, evidence),
            Match::Many(several) => return self.narrowed(several, &[]),
            Match::Nobody => {}
        }
        let Some(meant) = self.within.meant(turn, label) else {
            return Fit::Unmarked;
        };
        match meant {
            Meant::Voice(Voice::Collective) => Fit::Collective,
            Meant::Voice(Voice::Unidentified | Voice::Asks | Voice::Answers) => Fit::Unidentified,
            Meant::One(local, evidence) => self.fit_local(label, *local, *evidence),
            Meant::Many(several) => match self.own(label) {
                Match::One(person, evidence) => Fit::One(person, evidence),
                Match::Many(people) => self.narrowed(people, &seats(label)),
                Match::Nobody => Fit::Locals(several.clone()),
            },
        }
    }

    /// Who of the authority file a label fits by itself.
    fn own(&mut self, label: &str) -> Match {
        if let Some(known) = self.known.get(label) {
            return known.clone();
        }
        let fit = self.bearers.fit(label, names::parse(label).as_ref());
        self.known.insert(label.to_owned(), fit.clone());
        fit
    }

    fn fit_local(&mut self, label: &str, at: usize, evidence: Evidence) -> Fit {
        let local = &self.within.locals[at];
        let own = self.own(label);
        // The fullest name in the document decides; the label by itself may fit somebody whom the document does not mean.
        let whole = self.bearers.fit(&local.name, local.parts.as_ref());
        match (own, whole) {
            (Match::One(person, of_label), Match::One(same, of_name)) if person == same => {
                Fit::One(person, of_label.min(of_name))
            }
            // Where the document says who holds an office, an entry that has no other name than the office is not meant.
            (Match::One(person, Evidence::FullName), _) if evidence != Evidence::Office => {
                Fit::One(person, Evidence::FullName)
            }
            (_, Match::One(person, of_name)) => {
                let joined = evidence != Evidence::Labels;
                Fit::One(person, if joined { evidence } else { of_name })
            }
            (_, Match::Many(several)) => self.narrowed(several, &seats(label)),
            (Match::One(person, of_label), Match::Nobody) if evidence == Evidence::Labels => {
                let is_contradicted = local.parts.as_ref().is_some_and(|parts| {
                    names::parse(label).is_some_and(|own| parts.fullness() > own.fullness())
                });
                if is_contradicted {
                    Fit::Local(at, evidence)
                } else {
                    Fit::One(person, of_label)
                }
            }
            (Match::Many(several), Match::Nobody) if evidence == Evidence::Labels => {
                self.narrowed(several, &seats(label))
            }
            (_, Match::Nobody) => {
                if local.parts.is_none() && names::is_office(label) {
                    let among = &self.taking_part | &self.speaking;
                    let holders = self.bearers.holders(label, self.date.as_ref(), &among);
                    match holders.as_slice() {
                        [] => {}
                        [only] => return Fit::One(only.clone(), Evidence::Office),
                        _ => return Fit::Many(holders),
                    }
                }
                Fit::Local(at, evidence)
            }
        }
    }

    /// Those who fit, fewer where the seat in the label or the list of those taking part leaves one.
    fn narrowed(&self, several: Vec<PersonId>, seats: &[String]) -> Fit {
        if let Some(person) = self.bearers.seated(&several, seats) {
            return Fit::One(person, Evidence::Seat);
        }
        let mut taking_part = several
            .iter()
            .filter(|person| self.taking_part.contains(*person));
        match (taking_part.next(), taking_part.next()) {
            (Some(only), None) => Fit::One(only.clone(), Evidence::TakesPart),
            _ => Fit::Many(several),
        }
    }

    /// Who fits what the markup says of a speaker.
    fn markup(&mut self, cue: &Cue, voices: &Voices, locals: &mut Vec<Unlisted>) -> Fit {
        let (matched, name, is_name) = match (cue.kind, &cue.name) {
            (CueKind::Group, _) => return Fit::Collective,
            (_, None) => return Fit::Unmarked,
            (CueKind::Name | CueKind::Narration, Some(name)) => (
                self.bearers.fit(name, names::parse(name).as_ref()),
                name,
                true,
            ),
            (CueKind::Identifier | CueKind::Local, Some(identifier)) => {
                (self.bearers.identified(identifier), identifier, false)
            }
        };
        let matched = match self.bearers.listed(name, self.id) {
            Match::Nobody => matched,
            listed => listed,
        };
        match matched {
            Match::One(person, _) => return Fit::One(person, Evidence::Markup),
            Match::Many(several) => return self.narrowed(several, &[]),
            Match::Nobody => {}
        }
        let is_local = cue.kind == CueKind::Local;
        match voices.voice(name).filter(|_| !is_local) {
            Some(Voice::Collective) => return Fit::Collective,
            Some(Voice::Unidentified | Voice::Asks | Voice::Answers) => return Fit::Unidentified,
            None => {}
        }
        let kind = match names::parse(name).filter(|_| is_name) {
            Some(parts) => UnlistedKind::Name(parts),
            None if is_name => UnlistedKind::Word,
            None if is_local => UnlistedKind::Office,
            None => UnlistedKind::Identifier,
        };
        let name = if is_name { names::personal(name) } else { name };
        // One document may name somebody both in the markup and in print.
        let words = [
            Some(names::key(name)),
            surname(&kind).map(|surname| format!(" {surname}")),
        ];
        let fits = |at: &usize| match (&locals[*at].kind, &kind) {
            (UnlistedKind::Name(a), UnlistedKind::Name(b)) => a.agrees_with(b),
            (UnlistedKind::Identifier, UnlistedKind::Identifier)
            | (UnlistedKind::Office, UnlistedKind::Office)
            | (UnlistedKind::Word, UnlistedKind::Word) => locals[*at].name == name,
            _ => false,
        };
        let near: BTreeSet<usize> = words
            .iter()
            .flatten()
            .filter_map(|word| self.by_word.get(word))
            .flatten()
            .copied()
            .collect();
        let same: Vec<usize> = near.into_iter().filter(fits).collect();
        if let [only] = same.as_slice() {
            return Fit::Local(*only, Evidence::Labels);
        }
        for word in words.into_iter().flatten() {
            self.by_word.entry(word).or_default().push(locals.len());
        }
        locals.push(Unlisted {
            name: name.to_owned(),
            kind,
        });
        Fit::Local(locals.len() - 1, Evidence::Labels)
    }
}

/// The surname of somebody whose name is known.
pub(super) fn surname(kind: &UnlistedKind) -> Option<&str> {
    match kind {
        UnlistedKind::Name(parts) => Some(&parts.surname),
        UnlistedKind::Identifier | UnlistedKind::Office | UnlistedKind::Word => None,
    }
}

fn seats(label: &str) -> Vec<String> {
    names::parse(label)
        .map(|parts| parts.seats)
        .unwrap_or_default()
}
