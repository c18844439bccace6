//! What a page is about, for machines: JSON-LD in the words of schema.org.
//!
//! Nothing is said here that the page doesn't say to readers. Addresses are absolute, so an archive without one has none here. A date
//! is given as such only where it is one that calendars know: an uncertain one stays in the words of EDTF.

use super::entries;
use super::html::Html;
use crate::authority::PersonId;
use crate::date::{Edtf, Extent};
use crate::essay::Kind;
use crate::record::Nature;
use crate::site::{Conversation, DocumentEntry, PersonEntry, Route, Site, address};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The page's subject and the way to it; `None` for a page that stands for no address.
pub(super) fn data(site: &Site, route: &Route, title: &str) -> Option<Html> {
    if matches!(route, Route::NotFound | Route::Moved(_) | Route::Notice(_)) {
        return None;
    }
    let mut graph = vec![subject(site, route, title)];
    graph.extend(breadcrumbs(site, route, title));
    Some(Html::data(&json!({
        "@context": "https://schema.org",
        "@graph": graph,
    })))
}

/// Properties, without those that nothing is known of.
#[derive(Default)]
struct Node(Map<String, Value>);

impl Node {
    fn new(kind: &str, name: &str) -> Node {
        let mut node = Node::default();
        node.set("@type", kind);
        node.set("name", name);
        node
    }

    fn set(&mut self, key: &str, value: impl Into<Value>) {
        let value = value.into();
        let is_empty = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(list) => list.is_empty(),
            Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
        };
        if !is_empty {
            self.0.insert(key.to_owned(), value);
        }
    }

    /// A named thing of another kind.
    fn named(&mut self, key: &str, kind: &str, name: Option<&str>) {
        self.set(key, name.map(|name| Node::new(kind, name)));
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Value {
        Value::Object(node.0)
    }
}

fn subject(site: &Site, route: &Route, title: &str) -> Value {
    let mut node = match route {
        Route::Home => return archive(site, true).into(),
        Route::Document(id) => match site.document(id) {
            Some((_, entry)) => document(site, entry),
            None => Node::new("WebPage", title),
        },
        Route::Speaker(id) => match site.people.get(id) {
            Some(entry) => {
                let mut page = Node::new("ProfilePage", &entry.name);
                page.set("mainEntity", speaker(site, entry));
                page
            }
            None => Node::new("WebPage", title),
        },
        Route::Conversation(index) => event(site, &site.conversations[*index]),
        Route::Glossary => Node::new("DefinedTermSet", title),
        Route::Page(index) => {
            let essay = &site.pages[*index].essay;
            let kind = match essay.kind {
                Kind::Essay => "Article",
                Kind::Lesson => "LearningResource",
                Kind::Page if site.page_name(*index) == "about" => "AboutPage",
                Kind::Page => "WebPage",
            };
            let mut page = Node::new(kind, title);
            page.set("description", essay.description.clone());
            page.set("inLanguage", essay.language.clone());
            page
        }
        Route::People
        | Route::Timeline
        | Route::TimelinePart(_)
        | Route::IndexPart(..)
        | Route::Places
        | Route::Kinds
        | Route::Subjects
        | Route::SpeakerYear(..)
        | Route::Changes => Node::new("CollectionPage", title),
        _ => Node::new("WebPage", title),
    };
    if !node.0.contains_key("inLanguage") && !matches!(route, Route::Document(_)) {
        node.set("inLanguage", site.config.language.clone());
    }
    node.set("url", address::absolute(site, route));
    node.set("isPartOf", archive(site, false));
    node.into()
}

/// The archive; in full on its home page.
fn archive(site: &Site, in_full: bool) -> Node {
    let config = &site.config;
    let home = address::absolute(site, &Route::Home);
    let mut node = Node::new("Collection", &config.title);
    node.set("@id", home.as_ref().map(|home| format!("{home}#archive")));
    node.set("url", home);
    if !in_full {
        return node;
    }
    node.set("@type", vec!["Collection", "ArchiveComponent"]);
    node.set("alternativeHeadline", config.subtitle.clone());
    node.set("description", config.description.clone());
    node.set("inLanguage", config.language.clone());
    node.set("collectionSize", site.documents.len());
    node.named("publisher", "Organization", config.publisher.as_deref());
    rights(&mut node, config.rights.as_deref());
    let edition = config.edition.as_ref();
    node.set("version", edition.map(|edition| edition.name.clone()));
    let published = edition.and_then(|edition| edition.date.clone());
    node.set("datePublished", published);
    node
}

/// A licence by its address, where the words name one; else the words.
fn rights(node: &mut Node, words: Option<&str>) {
    let Some(words) = words else {
        return;
    };
    let mut parts = words.split_whitespace();
    match parts.find(|word| word.trim_start_matches('(').starts_with("https://")) {
        Some(address) => {
            let address = address.trim_start_matches('(');
            let address = address.trim_end_matches(['.', ',', ';', ')']);
            node.set("license", address);
        }
        None => node.set("copyrightNotice", words),
    }
}

fn document(site: &Site, entry: &DocumentEntry) -> Node {
    let (facts, record) = (&entry.facts, &entry.record);
    let mut node = Node::new("ArchiveComponent", &facts.title);
    let is_article = record.provenance.nature == Some(Nature::QuotedInPrint);
    let what = match (is_article, entry.conversation) {
        (true, _) => "Article",
        (false, Some(_)) => "Conversation",
        (false, None) => "CreativeWork",
    };
    node.set("@type", vec!["ArchiveComponent", what]);
    let own = address::absolute(site, &Route::Document(entry.id.clone()));
    node.set("@id", own.map(|own| format!("{own}#document")));
    date(
        &mut node,
        facts.date.as_ref(),
        if is_article {
            "datePublished"
        } else {
            "dateCreated"
        },
    );
    node.named("author", "Person", record.author.as_deref());
    let speak = entry
        .shares
        .iter()
        .filter(|share| share.total().n_turns > 0);
    let speak: Vec<Value> = speak
        .filter_map(|share| person(site, &share.person))
        .collect();
    node.set("contributor", speak);
    node.set("inLanguage", facts.language.clone());
    node.named("translator", "Person", record.translator.as_deref());
    if let Some(language) = &facts.original_language {
        let mut work = Node::default();
        work.set("@type", "CreativeWork");
        work.set("inLanguage", language.clone());
        node.set("translationOfWork", work);
    }
    node.named("locationCreated", "Place", facts.place.as_deref());
    node.set("genre", facts.kind.clone());
    node.set("keywords", record.subjects.clone());
    node.set("abstract", record.summary.clone());
    node.named(
        "holdingArchive",
        "ArchiveOrganization",
        record.archive.as_deref(),
    );
    node.set("identifier", record.archive_reference.clone());
    node.named("publisher", "Organization", record.publisher.as_deref());
    rights(&mut node, record.rights.as_deref());
    if let Some(picture) = site.images.get(&entry.id) {
        node.set("image", picture.address(site));
    }
    let mut reported = Vec::new();
    for part in &entry.conversations {
        let address = address::absolute(site, &Route::Conversation(part.conversation));
        let mut about = Node::new("Event", &part.title);
        event_dates(&mut about, part.date.as_ref());
        about.set("url", address);
        reported.push(Value::from(about));
    }
    node.set("about", reported);
    node.set("mentions", mentioned(site, entry));
    node
}

/// At most so many of those mentioned are told, most often mentioned first: a head is no index.
const MOST_MENTIONED: usize = 30;

/// Who is spoken of in a document.
fn mentioned(site: &Site, entry: &DocumentEntry) -> Vec<Value> {
    let mut times: BTreeMap<&PersonId, usize> = BTreeMap::new();
    for mention in entry.mentions.iter() {
        *times.entry(&mention.person).or_default() += 1;
    }
    let mut people: Vec<(&PersonId, usize)> = times.into_iter().collect();
    people.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    let people = people.into_iter().take(MOST_MENTIONED);
    people.filter_map(|(id, _)| person(site, id)).collect()
}

/// When a work was made, as calendars know it, under `key`; a span of time as such; any other date in the words of EDTF.
fn date(node: &mut Node, date: Option<&Edtf>, key: &str) {
    let Some(date) = date else {
        return;
    };
    match known(date) {
        Some((day, None)) => node.set(key, day),
        Some((_, Some(_))) => node.set("temporalCoverage", date.as_str()),
        None => node.set("temporal", date.as_str()),
    }
}

/// When something took place; nothing where that is uncertain.
fn event_dates(node: &mut Node, date: Option<&Edtf>) {
    if let Some((from, to)) = date.and_then(known) {
        node.set("startDate", from);
        node.set("endDate", to);
    }
}

/// A date that calendars know, or the first and the last of a span.
fn known(date: &Edtf) -> Option<(String, Option<String>)> {
    match date.extent() {
        Extent::One {
            is_doubtful: false, ..
        } => Some((date.html_datetime()?, None)),
        Extent::Span(..) => {
            let is_plain = |c: char| c.is_ascii_digit() || c == '-' || c == '/';
            let (from, to) = date.as_str().split_once('/')?;
            date.as_str()
                .chars()
                .all(is_plain)
                .then(|| (from.to_owned(), Some(to.to_owned())))
        }
        Extent::One { .. } | Extent::From(_) | Extent::Between(..) => None,
    }
}

/// Somebody, by name and by the address of the page.
fn person(site: &Site, id: &PersonId) -> Option<Value> {
    let entry = site.people.get(id)?;
    let mut node = Node::new("Person", &entry.name);
    if entry.speaks() {
        let page = address::absolute(site, &Route::Speaker(id.clone()));
        node.set("@id", page.as_ref().map(|page| format!("{page}#person")));
        node.set("url", page);
    }
    Some(node.into())
}

fn speaker(site: &Site, entry: &PersonEntry) -> Node {
    let mut node = Node::new("Person", &entry.name);
    let page = address::absolute(site, &Route::Speaker(entry.id.clone()));
    node.set("@id", page.map(|page| format!("{page}#person")));
    if let Some(known) = &entry.authority {
        node.set("alternateName", known.names.clone());
        node.set("description", known.description.clone());
        node.set("sameAs", known.same_as.clone());
        let titles = known.roles.iter().map(|role| role.title.clone());
        node.set("jobTitle", titles.collect::<Vec<String>>());
    }
    if let Some(picture) = site.portraits.get(&entry.id) {
        node.set("image", picture.address(site));
    }
    node
}

fn event(site: &Site, conversation: &Conversation) -> Node {
    let mut node = Node::new("Event", &conversation.title);
    event_dates(&mut node, conversation.date());
    let places = conversation.places.iter();
    let places: Vec<Value> = places
        .map(|place| Node::new("Place", place).into())
        .collect();
    node.set("location", places);
    let all = conversation.speaking.iter().chain(&conversation.silent);
    let all: Vec<Value> = all.filter_map(|one| person(site, &one.person)).collect();
    node.set("attendee", all);
    let records = conversation.tellings.iter().map(|telling| {
        let entry = &site.documents[telling.document];
        let own = address::absolute(site, &Route::Document(entry.id.clone()));
        let mut record = Node::new("CreativeWork", &entry.facts.title);
        record.set("@id", own.as_ref().map(|own| format!("{own}#document")));
        record.set("url", own);
        Value::from(record)
    });
    node.set("subjectOf", records.collect::<Vec<Value>>());
    node
}

/// The way from the home page to this one.
fn breadcrumbs(site: &Site, route: &Route, title: &str) -> Option<Value> {
    site.config.base_url.as_ref()?;
    let say = |id: &str| site.interface.text(id).to_owned();
    let middle = match route {
        Route::Home => return None,
        Route::Document(_) | Route::Conversation(_) | Route::TimelinePart(_) => {
            Some((say("nav-timeline"), Route::Timeline))
        }
        Route::SourcePage(id) => site
            .document(id)
            .map(|(_, entry)| (entry.facts.title.clone(), Route::Document(id.clone()))),
        Route::Speaker(_) => Some((say("nav-people"), Route::People)),
        Route::IndexPart(index, _) => Some((say(entries::title(&index.route())), index.route())),
        Route::SpeakerYear(id, _) => site
            .people
            .get(id)
            .map(|entry| (entry.name.clone(), Route::Speaker(id.clone()))),
        _ => None,
    };
    let home = (site.config.title.clone(), Route::Home);
    let last = (title.to_owned(), route.clone());
    let steps = std::iter::once(home).chain(middle).chain([last]);
    let steps = steps.enumerate().map(|(index, (name, to))| {
        json!({
            "@type": "ListItem",
            "position": index + 1,
            "name": name,
            "item": address::absolute(site, &to),
        })
    });
    Some(json!({
        "@type": "BreadcrumbList",
        "itemListElement": steps.collect::<Vec<Value>>(),
    }))
}
