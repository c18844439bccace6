//! A conversation's page: when, where, who took part, and every record of it, whole documents and parts of documents.

use super::Theme;
use super::document::counted;
use super::frame::{Frame, Meta};
use super::links::{Links, Neighbor, conversation_anchor};
use super::rows::{self, DocumentRow};
use super::sides::{self, SidesView};
use super::spoken;
use super::words;
use crate::date::Edtf;
use crate::diagnostic::Diagnostic;
use crate::interface::Interface;
use crate::site::{Conversation, DocumentEntry, Presence, Route, Site, Telling};
use serde::Serialize;
use std::collections::BTreeSet;

/// Everything `templates/conversation.html` may use.
#[derive(Serialize)]
struct ConversationPage<'a> {
    frame: Frame,
    title: &'a str,
    /// The title's, where it is not that of the pages.
    language: Option<String>,
    dates: Vec<DateView>,
    /// “printed “in February 1991””.
    dates_printed: Vec<String>,
    places: &'a [String],
    /// “(the editors: Rambouillet)”.
    places_editors: Vec<String>,
    /// Languages of its records, in words.
    languages: Vec<String>,
    speaking: Vec<PersonView<'a>>,
    silent: Vec<PersonView<'a>>,
    /// Whole documents that are its records.
    rows: Vec<DocumentRow>,
    /// Documents that report it among other things.
    parts: Vec<PartView>,
    /// Its records side by side, where there are several.
    sides: Option<SidesView>,
    earlier: Option<Neighbor>,
    later: Option<Neighbor>,
    timeline_url: String,
}

/// A date that machines can read too.
#[derive(Serialize)]
struct DateView {
    datetime: Option<String>,
    text: String,
}

/// Somebody who took part.
#[derive(Serialize)]
struct PersonView<'a> {
    name: &'a str,
    glyph: Option<&'static str>,
    url: Option<String>,
    /// The name as printed, and in which capacity.
    about: Option<String>,
}

/// What a document reports of it.
#[derive(Serialize)]
struct PartView {
    title: String,
    /// The title's, where it is not that of the pages.
    foreign: Option<String>,
    /// Language and direction of the words.
    language: Option<String>,
    direction: Option<&'static str>,
    url: String,
    /// “news article, published 22 July 2011”.
    about: String,
    /// “4 turns, 210 words quoted”, or “told, not quoted”.
    quoted: String,
    turns: Vec<TurnView>,
}

/// A quoted turn by its first words.
#[derive(Serialize)]
struct TurnView {
    label: String,
    url: String,
    speaker: String,
    opening: String,
}

pub(super) fn render(site: &Site, theme: &Theme, index: usize) -> Result<String, Diagnostic> {
    let route = Route::Conversation(index);
    let links = Links::new(site, &route);
    let say = &site.interface;
    let conversation = &site.conversations[index];
    let documents: Vec<&DocumentEntry> = conversation
        .tellings
        .iter()
        .filter(|telling| telling.part.is_none())
        .map(|telling| &site.documents[telling.document])
        .collect();
    let languages: BTreeSet<&str> = conversation
        .tellings
        .iter()
        .filter_map(|telling| site.documents[telling.document].facts.language.as_deref())
        .collect();
    let neighbor = |index: Option<usize>| {
        let other = site.conversations.get(index?)?;
        Some(Neighbor {
            url: links.to(&Route::Conversation(index?)),
            date: say.date_or_none(other.date()),
            title: other.title.clone(),
            language: language(site, other),
        })
    };
    let page = ConversationPage {
        frame: frame(site, &route, conversation),
        title: &conversation.title,
        language: language(site, conversation),
        dates: conversation
            .dates
            .iter()
            .map(|date| date_view(say, date))
            .collect(),
        dates_printed: conversation
            .dates_printed
            .iter()
            .map(|words| say.say("fact-printed", &[("words", words.into())]))
            .collect(),
        places: &conversation.places,
        places_editors: conversation
            .places_editors
            .iter()
            .filter(|place| !conversation.places.contains(place))
            .map(|place| say.say("fact-place-editors", &[("place", place.into())]))
            .collect(),
        languages: languages.iter().map(|tag| say.language_name(tag)).collect(),
        speaking: people(site, &links, &conversation.speaking),
        silent: people(site, &links, &conversation.silent),
        rows: rows::documents(site, &links, &documents, None),
        parts: conversation
            .tellings
            .iter()
            .filter_map(|telling| part(site, &links, *telling))
            .collect(),
        sides: sides::view(site, &links, &route, conversation),
        earlier: neighbor(index.checked_sub(1)),
        later: neighbor(index.checked_add(1)),
        timeline_url: links.year(conversation.date()),
    };
    theme.render("conversation.html", &page)
}

fn frame(site: &Site, route: &Route, conversation: &Conversation) -> Frame {
    let say = &site.interface;
    let mut frame = Frame::new(site, route, Some(&conversation.title));
    // The document that gives the title has a page of the same name.
    if conversation.titled_by.is_some() {
        let title = ("title", frame.page_title.as_str().into());
        frame.page_title = say.say("conversation-window", &[title]);
    }
    let title = ("title", (&conversation.title).into());
    frame.describe(say.say("conversation-description", &[title]));
    let names = conversation.speaking.iter().chain(&conversation.silent);
    let names = names.filter_map(|one| site.people.get(&one.person));
    let dates = conversation.dates.iter().map(Edtf::as_str);
    let places = conversation.places.iter().map(String::as_str);
    let facts = [
        ("DC.title", conversation.title.as_str()),
        ("DC.type", "Event"),
    ]
    .into_iter()
    .chain(dates.map(|date| ("DC.date", date)))
    .chain(places.map(|place| ("DC.coverage", place)))
    .chain(names.map(|person| ("DC.contributor", person.name.as_str())))
    .chain(
        frame
            .canonical
            .as_deref()
            .map(|address| ("DC.identifier", address)),
    );
    let facts = facts.map(|(name, content)| Meta {
        name,
        content: content.to_owned(),
    });
    let of_page = std::mem::take(&mut frame.meta);
    let own = ["DC.title", "DC.type", "DC.date", "DC.identifier"];
    let further = of_page.into_iter().filter(|one| !own.contains(&one.name));
    frame.meta = facts.chain(further).collect();
    frame
}

/// The language of a conversation's title, where it is not that of the pages.
pub(super) fn language(site: &Site, conversation: &Conversation) -> Option<String> {
    super::foreign(site, &site.documents[conversation.titled_by?])
}

fn date_view(say: &Interface, date: &Edtf) -> DateView {
    DateView {
        datetime: date.html_datetime(),
        text: say.date(date),
    }
}

fn people<'a>(site: &'a Site, links: &Links<'_>, list: &'a [Presence]) -> Vec<PersonView<'a>> {
    list.iter()
        .map(|one| {
            let person = site.people.get(&one.person);
            let printed = one.printed.as_ref();
            let printed = printed.map(|words| {
                site.interface
                    .say("fact-printed", &[("words", words.into())])
            });
            let about: Vec<String> = printed.into_iter().chain(one.role.clone()).collect();
            PersonView {
                name: person.map_or(one.person.as_str(), |person| &person.name),
                glyph: person
                    .filter(|person| person.slot > 0)
                    .map(|person| words::slot_class(person.slot)),
                url: links.person(&one.person),
                about: (!about.is_empty()).then(|| about.join("; ")),
            }
        })
        .collect()
}

/// What a document reports of the conversation; nothing for a document that is a record of it as a whole.
fn part(site: &Site, links: &Links<'_>, telling: Telling) -> Option<PartView> {
    let say = &site.interface;
    let document = &site.documents[telling.document];
    let entry = &document.conversations[telling.part?];
    let turns: Vec<usize> = telling.turns(site).collect();
    let n_words: usize = turns.iter().map(|&turn| document.turns[turn].n_words).sum();
    let date = document.facts.date.as_ref().map(|date| say.date(date));
    let published = date.map(|date| say.say("published-on", &[("date", (&date).into())]));
    let about: Vec<String> = document
        .facts
        .kind
        .clone()
        .into_iter()
        .chain(published)
        .collect();
    Some(PartView {
        title: document.facts.title.clone(),
        foreign: super::foreign(site, document),
        language: document.facts.language.clone(),
        direction: document
            .facts
            .language
            .as_deref()
            .and_then(super::direction),
        url: links.in_document(document, &conversation_anchor(entry)),
        about: about.join(", "),
        quoted: if turns.is_empty() {
            say.text("conversation-told").to_owned()
        } else {
            let counts = [("turns", turns.len().into()), ("words", n_words.into())];
            let quoted = say.say("conversation-quoted", &counts);
            counted(say, document, quoted)
        },
        turns: turns
            .into_iter()
            .map(|index| turn(site, links, document, index))
            .collect(),
    })
}

fn turn(site: &Site, links: &Links<'_>, document: &DocumentEntry, index: usize) -> TurnView {
    let say = &site.interface;
    let person = document.turns[index].attribution.person();
    let person = person.and_then(|id| site.people.get(id));
    let paragraphs = &document.turn(index).paragraphs;
    TurnView {
        label: words::turn(say, document.anchors.turn(index)),
        url: links.turn(document, index),
        speaker: spoken::name_or_label(say, document, index, person)
            .unwrap_or_else(|| say.text("speaker-not-marked").to_owned()),
        opening: words::opening(paragraphs.first().map_or("", |p| p.text.text()), 100),
    }
}
