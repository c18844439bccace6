//! Who speaks a turn, as every page says it: the label as printed, the person behind it, and what readers must know about it.

use super::links::Links;
use crate::authority::PersonId;
use crate::document::{CueKind, Turn, TurnKind};
use crate::interface::Interface;
use crate::resolve::{Attribution, Evidence};
use crate::site::{DocumentEntry, PersonEntry, Site};

/// Who speaks a turn.
pub(super) struct Spoken<'a> {
    /// Whoever it is attributed to, also by the editors alone.
    pub(super) person: Option<&'a PersonEntry>,
    /// The label as printed, else who speaks, else that nobody is named.
    pub(super) label: String,
    /// Whether the label is printed.
    pub(super) is_printed: bool,
    pub(super) person_url: Option<String>,
    /// Who the label stands for, and why we think so.
    pub(super) person_title: Option<String>,
    /// What readers must know about who speaks.
    pub(super) about: Option<String>,
}

impl<'a> Spoken<'a> {
    /// Who speaks the turn at a position.
    pub(super) fn of(
        site: &'a Site,
        document: &'a DocumentEntry,
        index: usize,
        links: &Links<'_>,
    ) -> Spoken<'a> {
        let say = &site.interface;
        let turn = document.turn(index);
        let attribution = &document.turns[index].attribution;
        let person = attribution.person().and_then(|id| site.people.get(id));
        let printed = turn.label.as_ref().map(|label| label.text.text());
        let assigned = document.is_assigned(index);
        // The name stands in the label's place only where the narration prints it; an editors' decision is said in words.
        let named = person.filter(|_| printed.is_none() && !assigned);
        let label = printed
            .map(str::to_owned)
            .or_else(|| named.map(|person| person.name.clone()))
            .unwrap_or_else(|| say.text("speaker-not-marked").to_owned());
        let shown = person.filter(|_| printed.is_some() || named.is_some());
        Spoken {
            person,
            label,
            is_printed: printed.is_some(),
            person_url: shown.and_then(|person| links.person(&person.id)),
            person_title: shown.map(|person| {
                let evidence = evidence(say, attribution);
                say.say(
                    "person-because",
                    &[
                        ("name", (&person.name).into()),
                        ("evidence", evidence.into()),
                    ],
                )
            }),
            about: about(site, turn, attribution),
        }
    }
}

/// Why we think so.
fn evidence<'a>(say: &'a Interface, attribution: &'a Attribution) -> &'a str {
    match attribution {
        Attribution::Known { evidence, .. } | Attribution::Provisional { evidence, .. } => say
            .text(match evidence {
                Evidence::Listed => "evidence-listed",
                Evidence::FullName => "evidence-full-name",
                Evidence::Initials => "evidence-initials",
                Evidence::Surname => "evidence-surname",
                Evidence::Misspelt => "evidence-misspelt",
                Evidence::NamedBefore => "evidence-named-before",
                Evidence::Markup => "evidence-markup",
                Evidence::TakesPart => "evidence-takes-part",
                Evidence::Seat => "evidence-seat",
                Evidence::Transliterated => "evidence-transliterated",
                Evidence::Letters => "evidence-letters",
                Evidence::FirstName => "evidence-first-name",
                Evidence::Head => "evidence-head",
                Evidence::Role => "evidence-role",
                Evidence::Office => "evidence-office",
                Evidence::Labels => "evidence-labels-only",
            }),
        Attribution::ByRecord { reason, .. } => reason,
        Attribution::Ambiguous { .. }
        | Attribution::Collective
        | Attribution::Unidentified
        | Attribution::Unmarked => "",
    }
}

/// What readers must know about who speaks, where it is not just a label.
fn about(site: &Site, turn: &Turn, attribution: &Attribution) -> Option<String> {
    let say = &site.interface;
    let name = |id: &PersonId| {
        site.people
            .get(id)
            .map_or_else(|| id.to_string(), |person| person.name.clone())
    };
    let fixed = |id| Some(say.text(id).to_owned());
    match attribution {
        Attribution::ByRecord { person, reason } => {
            let name = name(person);
            let known = [("name", (&name).into()), ("reason", reason.into())];
            Some(match &turn.cue {
                Some(cue) if cue.kind == CueKind::Narration => {
                    let words = cue.text.trim_end_matches(':');
                    let [name, reason] = known;
                    say.say(
                        "about-given-by-words",
                        &[("words", words.into()), name, reason],
                    )
                }
                _ => say.say("about-assigned", &known),
            })
        }
        Attribution::Unmarked => fixed(match turn.kind {
            TurnKind::AttributedQuote | TurnKind::Quoted => "about-unmarked-quotation",
            TurnKind::Unmarked => "about-unmarked-gap",
            TurnKind::Labeled => "about-unmarked-label",
        }),
        Attribution::Ambiguous { candidates } => {
            let names: Vec<String> = candidates.iter().map(name).collect();
            let names = say.list(&names);
            Some(say.say("about-ambiguous", &[("names", (&names).into())]))
        }
        Attribution::Collective => fixed("about-collective"),
        Attribution::Unidentified => fixed("about-unidentified"),
        Attribution::Known { .. } | Attribution::Provisional { .. } => {
            let cue = turn.cue.as_ref()?;
            match cue.kind {
                CueKind::Narration => {
                    let words = ("words", cue.text.trim_end_matches(':').into());
                    Some(say.say("about-named-by-words", &[words]))
                }
                CueKind::Name | CueKind::Identifier | CueKind::Local | CueKind::Group => {
                    fixed("about-named-in-markup")
                }
            }
        }
    }
}

/// Who speaks a turn, in a few words.
pub(super) fn speaker_in_words(
    say: &Interface,
    document: &DocumentEntry,
    index: usize,
    person: Option<&PersonEntry>,
) -> String {
    name_or_label(say, document, index, person)
        .unwrap_or_else(|| say.text("score-not-marked").to_owned())
}

/// The name of who speaks a turn, else its label as printed: “Several voices”. Nothing where neither is known.
pub(super) fn name_or_label(
    say: &Interface,
    document: &DocumentEntry,
    index: usize,
    person: Option<&PersonEntry>,
) -> Option<String> {
    let assigned = document.is_assigned(index);
    match (person, &document.turn(index).label) {
        (Some(person), _) if assigned => {
            Some(say.say("speaker-assigned-short", &[("name", (&person.name).into())]))
        }
        (Some(person), _) => Some(person.name.clone()),
        (None, label) => label.as_ref().map(|label| label.name().to_owned()),
    }
}
