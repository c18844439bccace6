//! A speaker's page: who it is, as printed where, and every turn by its opening.

use super::Theme;
use super::frame::Frame;
use super::links::Links;
use super::rows::{self, DocumentRow};
use super::table::Table;
use super::words;
use crate::authority::Role;
use crate::date::Edtf;
use crate::diagnostic::Diagnostic;
use crate::interface::Interface;
use crate::site::{DocumentEntry, PersonEntry, Route, Site, Tally};
use serde::Serialize;
use std::collections::BTreeMap;

/// Everything `templates/speaker.html` may use.
#[derive(Serialize)]
struct SpeakerPage<'a> {
    frame: Frame,
    name: &'a str,
    glyph: &'static str,
    id: &'a str,
    description: Option<&'a str>,
    /// “Speaks in all 4 documents: 44 turns, 5,138 words, 53% of all that is said.”
    extent: String,
    /// “… assigned by the editors …”, where there are any.
    by_editors: Option<String>,
    roles: Vec<String>,
    names: Vec<&'a str>,
    labels: Vec<String>,
    /// What no source prints and the editors added.
    editors: Option<&'a str>,
    is_provisional: bool,
    same_as: &'a [String],
    rows: Vec<DocumentRow>,
    counts: Table<'a>,
    appearances: Vec<AppearanceView>,
    mentioned_by: Vec<MentionedBy>,
    present: Vec<PresentIn>,
    people_url: String,
}

/// The turns in one document.
#[derive(Serialize)]
struct AppearanceView {
    /// Date and title.
    title: String,
    url: String,
    n_turns: String,
    language: Option<String>,
    /// `rtl` where the turns run from right to left.
    direction: Option<&'static str>,
    turns: Vec<OpeningView>,
}

/// A turn by its opening words.
#[derive(Serialize)]
struct OpeningView {
    /// “turn 7”.
    label: String,
    url: String,
    opening: String,
    n_words: String,
    /// Whether the editors say that it is this person's.
    is_assigned: bool,
}

/// Somebody else who mentions the person.
#[derive(Serialize)]
struct MentionedBy {
    name: String,
    url: Option<String>,
    glyph: &'static str,
    places: Vec<Place>,
}

/// A turn in which the person is mentioned.
#[derive(Serialize)]
struct Place {
    text: String,
    url: String,
}

/// A document in which the person is present without speaking.
#[derive(Serialize)]
struct PresentIn {
    title: String,
    /// The title's, where it is not that of the pages.
    language: Option<String>,
    url: String,
}

pub(super) fn render(
    site: &Site,
    theme: &Theme,
    route: &Route,
    person: &PersonEntry,
) -> Result<String, Diagnostic> {
    let links = Links::new(site, route);
    let say = &site.interface;
    let mut frame = Frame::new(site, route, Some(&person.name));
    frame.description = Some(say.say(
        "speaker-description",
        &[
            ("name", (&person.name).into()),
            ("extent", (&extent(site, person, false)).into()),
        ],
    ));
    let documents: Vec<&DocumentEntry> = person
        .appearances
        .iter()
        .map(|appearance| &site.documents[appearance.document])
        .collect();
    let authority = person.authority.as_ref();
    let page = SpeakerPage {
        name: &person.name,
        glyph: words::slot_class(person.slot),
        id: person.id.as_str(),
        description: authority.and_then(|a| a.description.as_deref()),
        extent: extent(site, person, true),
        by_editors: (person.by_editors.n_turns > 0).then(|| {
            say.say(
                "speaker-by-editors",
                &[
                    ("turns", person.by_editors.n_turns.into()),
                    ("words", person.by_editors.n_words.into()),
                ],
            )
        }),
        roles: authority
            .map(|a| a.roles.iter().map(|one| role(say, one)).collect())
            .unwrap_or_default(),
        names: authority
            .map(|a| a.names.iter().map(String::as_str).collect())
            .unwrap_or_default(),
        labels: person
            .labels
            .iter()
            .map(|(label, n)| {
                let values = [("label", label.into()), ("n", (*n).into())];
                say.say("speaker-label-n", &values)
            })
            .collect(),
        editors: authority.and_then(|a| a.editors.as_deref()),
        is_provisional: authority.is_none(),
        same_as: authority.map(|a| a.same_as.as_slice()).unwrap_or_default(),
        rows: rows::documents(site, &links, &documents, Some(&person.id)),
        counts: counts(site, &links, person),
        appearances: appearances(site, &links, person),
        mentioned_by: mentioned_by(site, &links, person),
        present: person
            .present
            .iter()
            .map(|index| &site.documents[*index])
            .map(|document| PresentIn {
                title: document.facts.title.clone(),
                language: super::foreign(site, document),
                url: links.document(document),
            })
            .collect(),
        people_url: links.to(&Route::People),
        frame,
    };
    theme.render("speaker.html", &page)
}

/// Where the person speaks and how much; with `by_name`, as a whole sentence.
fn extent(site: &Site, person: &PersonEntry, by_name: bool) -> String {
    let say = &site.interface;
    let all: usize = site
        .documents
        .iter()
        .map(|document| document.tally.n_words)
        .sum();
    let share = words::percent(say, person.printed.n_words, all);
    let (n, n_all) = (person.appearances.len(), site.documents.len());
    let id = match (n > 1 && n == n_all, by_name) {
        (true, true) => "speaker-extent-everywhere",
        (true, false) => "speaker-extent-everywhere-of",
        (false, true) => "speaker-extent",
        (false, false) => "speaker-extent-of",
    };
    say.say(
        id,
        &[
            ("name", (&person.name).into()),
            ("documents", n.into()),
            ("all", n_all.into()),
            ("turns", person.printed.n_turns.into()),
            ("words", person.printed.n_words.into()),
            ("share", (&share).into()),
        ],
    )
}

fn role(say: &Interface, role: &Role) -> String {
    let date = |date: &Option<String>| {
        date.as_deref()
            .map(|text| Edtf::parse(text).map_or_else(|| text.to_owned(), |date| say.date(&date)))
    };
    let title = ("title", (&role.title).into());
    match (date(&role.from), date(&role.to)) {
        (Some(from), Some(to)) => {
            let dates = [title, ("from", (&from).into()), ("to", (&to).into())];
            say.say("role-span", &dates)
        }
        (Some(from), None) => say.say("role-from", &[title, ("from", (&from).into())]),
        (None, Some(to)) => say.say("role-until", &[title, ("to", (&to).into())]),
        (None, None) => role.title.clone(),
    }
}

fn counts<'a>(site: &'a Site, links: &Links<'_>, person: &PersonEntry) -> Table<'a> {
    let any_by_editors = person.by_editors.n_turns > 0;
    let say = &site.interface;
    let mut heads = vec!["head-document", "head-turns", "head-words"];
    if any_by_editors {
        heads.push("head-words-by-editors");
    }
    heads.push("speaker-share");
    let mut table = Table::new(say, "speaker-words-by-document", &heads);
    for appearance in &person.appearances {
        let document = &site.documents[appearance.document];
        let (printed, assigned) = document
            .shares
            .iter()
            .find(|share| share.person == person.id)
            .map_or((Tally::default(), Tally::default()), |share| {
                (share.printed, share.by_editors)
            });
        let name = say.say(
            "speaker-in-document",
            &[
                ("date", (&when(say, document, &appearance.turns)).into()),
                ("title", (&document.facts.title).into()),
            ],
        );
        let mut row = table.row(&name, Some(links.document(document)));
        row.number(printed.n_turns);
        row.number(printed.n_words);
        if any_by_editors {
            row.number(assigned.n_words);
        }
        let both = printed + assigned;
        row.figure(&words::percent(say, both.n_words, document.tally.n_words));
    }
    table
}

/// When these turns were said: one date, or the first and the last.
fn when(say: &Interface, document: &DocumentEntry, turns: &[usize]) -> String {
    let mut dates: Vec<&Edtf> = turns
        .iter()
        .filter_map(|turn| document.turn_date(*turn))
        .collect();
    dates.sort();
    match (dates.first(), dates.last()) {
        (Some(first), Some(last)) if first == last => say.date(first),
        (Some(first), Some(last)) => say.span(&say.date(first), &say.date(last)),
        _ => say.text("date-not-stated").to_owned(),
    }
}

fn appearances(site: &Site, links: &Links<'_>, person: &PersonEntry) -> Vec<AppearanceView> {
    let say = &site.interface;
    person
        .appearances
        .iter()
        .map(|appearance| {
            let document = &site.documents[appearance.document];
            AppearanceView {
                title: say.say(
                    "speaker-opening-title",
                    &[
                        ("date", (&when(say, document, &appearance.turns)).into()),
                        ("title", (&document.facts.title).into()),
                    ],
                ),
                url: links.document(document),
                n_turns: words::turns(say, appearance.turns.len()),
                language: document.facts.language.clone(),
                direction: document
                    .facts
                    .language
                    .as_deref()
                    .and_then(super::direction),
                turns: appearance
                    .turns
                    .iter()
                    .map(|&index| OpeningView {
                        label: words::turn(say, document.anchors.turn(index)),
                        url: links.turn(document, index),
                        opening: words::opening(
                            document
                                .turn(index)
                                .paragraphs
                                .first()
                                .map_or("", |p| p.text.text()),
                            100,
                        ),
                        n_words: words::words(say, document.turns[index].n_words),
                        is_assigned: document.is_assigned(index),
                    })
                    .collect(),
            }
        })
        .collect()
}

/// Who else mentions the person, by how often.
fn mentioned_by(site: &Site, links: &Links<'_>, person: &PersonEntry) -> Vec<MentionedBy> {
    let say = &site.interface;
    let mut by: BTreeMap<_, Vec<Place>> = BTreeMap::new();
    for &(document_index, turn_index) in &person.mentioned {
        let document = &site.documents[document_index];
        let speaker = document.turns[turn_index].attribution.person();
        if speaker == Some(&person.id) {
            continue;
        }
        by.entry(speaker.cloned()).or_default().push(Place {
            text: say.say(
                "speaker-mention-place",
                &[
                    ("date", (&when(say, document, &[turn_index])).into()),
                    (
                        "number",
                        words::turn_number(document.anchors.turn(turn_index)).into(),
                    ),
                ],
            ),
            url: links.turn(document, turn_index),
        });
    }
    let mut out: Vec<MentionedBy> = by
        .into_iter()
        .map(|(speaker, places)| {
            let speaker = speaker.and_then(|id| site.people.get(&id));
            MentionedBy {
                name: speaker.map_or_else(
                    || say.text("speaker-not-marked").to_owned(),
                    |person| person.name.clone(),
                ),
                url: speaker.and_then(|person| links.person(&person.id)),
                glyph: speaker.map_or("nobody", |person| words::slot_class(person.slot)),
                places,
            }
        })
        .collect();
    out.sort_by(|a, b| {
        b.places
            .len()
            .cmp(&a.places.len())
            .then_with(|| a.name.cmp(&b.name))
    });
    out
}
