//! A document → what reference managers know of it: one CSL-JSON item, from which citations are formatted and files are written.

use super::Speaker;
use crate::authority::PersonId;
use crate::csl::{TOLD, Work};
use crate::date::{Edtf, Extent};
use crate::record::{LastingKind, Nature};
use crate::site::{DocumentEntry, Route, Site, address};
use serde_json::{Map, Value, json};
use std::fmt;

/// A name as reference managers take it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Name {
    /// Family name and given names.
    Parts(String, String),
    /// A name in one piece: an institution, a label, a name whose parts nobody has told apart.
    Whole(String),
}

impl Name {
    /// A person's name; it has parts only where the index puts the family name first.
    pub fn of_person(name: &str, sort: &str) -> Name {
        if let Some((family, given)) = sort.split_once(", ")
            && format!("{given} {family}") == name
        {
            return Name::Parts(family.to_owned(), given.to_owned());
        }
        Name::Whole(name.to_owned())
    }

    /// “Mikhail Gorbachev”.
    pub fn printed(&self) -> String {
        match self {
            Name::Parts(family, given) => format!("{given} {family}"),
            Name::Whole(name) => name.clone(),
        }
    }

    /// “Gorbachev, Mikhail”, else the name in one piece.
    pub fn family_first(&self) -> String {
        match self {
            Name::Parts(family, given) => format!("{family}, {given}"),
            Name::Whole(name) => name.clone(),
        }
    }

    fn to_value(&self) -> Value {
        match self {
            Name::Parts(family, given) => json!({ "family": family, "given": given }),
            Name::Whole(name) => json!({ "literal": name }),
        }
    }
}

/// What a document is, among the things that reference managers tell apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sort {
    /// An article in a paper, in print or on the web.
    Newspaper,
    /// An interview, an oral history.
    Interview,
    /// A hearing, a sitting, a debate.
    Hearing,
    /// Something broadcast, or a podcast.
    Broadcast,
    /// A speech.
    Speech,
    /// Anything else, and records of conversation above all.
    Document,
}

/// What a document is, by the words of its record.
pub fn sort(document: &DocumentEntry) -> Sort {
    let kind = document.facts.kind.as_deref().unwrap_or_default();
    let kind = kind.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| kind.contains(word));
    if has(&["interview", "oral history", "entretien", "интервью"]) {
        Sort::Interview
    } else if has(&[
        "hearing",
        "debate",
        "sitting",
        "testimony",
        "deposition",
        "parliament",
        "argument",
        "anhörung",
        "sitzung",
        "séance",
        "audition",
        "слушани",
        "заседани",
    ]) {
        Sort::Hearing
    } else if has(&[
        "broadcast",
        "podcast",
        "radio",
        "television",
        "film",
        "video",
    ]) {
        Sort::Broadcast
    } else if has(&["speech", "address", "discours", "rede", "речь"]) {
        Sort::Speech
    } else if has(&["article", "newspaper", "artikel", "статья"])
        || document.record.provenance.nature == Some(Nature::QuotedInPrint)
    {
        Sort::Newspaper
    } else {
        Sort::Document
    }
}

/// A CSL-JSON item.
#[derive(Clone, Debug)]
pub struct Item(Map<String, Value>);

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Value::Object(self.0.clone()))
    }
}

impl Item {
    /// As data.
    pub fn to_value(&self) -> Value {
        Value::Object(self.0.clone())
    }

    /// What styles are told it is.
    pub(super) fn work(&self) -> Work {
        let is_article = self.0.get("type").and_then(Value::as_str) == Some(Work::Article.name());
        if is_article {
            Work::Article
        } else {
            Work::Document
        }
    }

    /// As data for styles.
    pub(super) fn to_format(&self) -> Value {
        let mut fields = self.0.clone();
        fields.retain(|name, _| TOLD.contains(&name.as_str()));
        fields.insert("type".to_owned(), self.work().name().into());
        Value::Object(fields)
    }

    pub(super) fn set_authors(&mut self, names: &[Name]) {
        let names: Vec<Value> = names.iter().map(Name::to_value).collect();
        self.0.insert("author".to_owned(), Value::Array(names));
    }

    pub(super) fn set_address(&mut self, address: &str) {
        self.0.insert("URL".to_owned(), address.into());
    }

    fn text(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) {
            self.0.insert(key.to_owned(), value.into());
        }
    }
}

/// Who made it, for those who need an author: whoever wrote it, else everyone who speaks, most first.
pub fn creators(site: &Site, document: &DocumentEntry) -> Vec<Name> {
    match &document.record.author {
        Some(author) => vec![author_name(author)],
        None => speakers(site, document),
    }
}

/// Everyone who speaks, most first.
pub fn speakers(site: &Site, document: &DocumentEntry) -> Vec<Name> {
    let shares = document.shares.iter();
    shares.map(|share| person(site, &share.person)).collect()
}

/// An author's name is printed given names first; nobody has told its parts apart.
fn author_name(author: &str) -> Name {
    Name::Whole(author.to_owned())
}

pub(super) fn person(site: &Site, id: &PersonId) -> Name {
    match site.people.get(id) {
        Some(person) => Name::of_person(&person.name, &person.sort),
        None => Name::Whole(id.to_string()),
    }
}

impl Speaker {
    pub(super) fn new(name: &Name, suffix: &str) -> Speaker {
        match name {
            Name::Parts(family, given) if suffix.is_empty() => Speaker {
                speaker: format!("{given} {family}"),
                family: Some(family.clone()),
                given: Some(given.clone()),
            },
            Name::Parts(family, given) => Speaker {
                speaker: format!("{given} {family}{suffix}"),
                family: None,
                given: None,
            },
            Name::Whole(name) => Speaker {
                speaker: format!("{name}{suffix}"),
                family: None,
                given: None,
            },
        }
    }
}

/// The item of a document.
pub fn of_document(site: &Site, document: &DocumentEntry) -> Item {
    let (facts, record) = (&document.facts, &document.record);
    let mut item = Item(Map::new());
    item.text("id", Some(document.id.as_str()));
    item.text(
        "type",
        Some(match sort(document) {
            Sort::Newspaper => "article-newspaper",
            Sort::Interview => "interview",
            Sort::Hearing => "hearing",
            Sort::Broadcast => "broadcast",
            Sort::Speech => "speech",
            Sort::Document => "document",
        }),
    );
    item.text("title", Some(&facts.title));
    let creators = creators(site, document);
    if !creators.is_empty() {
        item.set_authors(&creators);
    }
    if let Some(translator) = &record.translator {
        let name = Name::Whole(translator.clone()).to_value();
        item.0.insert("translator".to_owned(), json!([name]));
    }
    if let Some(issued) = facts.date.as_ref().and_then(issued) {
        item.0.insert("issued".to_owned(), issued);
    }
    item.text("genre", facts.kind.as_deref());
    item.text(
        "event-place",
        facts.place_editors.as_deref().or(facts.place.as_deref()),
    );
    item.text("language", facts.language.as_deref());
    item.text("archive", record.archive.as_deref());
    item.text("archive_location", record.archive_reference.as_deref());
    item.text("container-title", Some(&super::archive(site)));
    // Where the archive that holds it is also its publisher, it is named once.
    let publisher = record.publisher.as_deref().filter(|publisher| {
        let archive = record.archive.as_deref();
        archive.is_none_or(|archive| !archive.contains(publisher))
    });
    item.text("publisher", publisher);
    match &record.lasting {
        Some(lasting) if lasting.kind == LastingKind::Doi => item.text("DOI", Some(&lasting.name)),
        _ => {}
    }
    item.text("URL", super::leading_address(site, document).as_deref());
    item.text("abstract", record.summary.as_deref());
    item.text("keyword", Some(&record.subjects.join(", ")));
    let mut notes = super::remarks(site, document);
    notes.extend(inexact(document).map(|date| format!("date: {date}")));
    item.text("note", Some(&notes.join("; ")));
    item
}

/// The address of the document's page, if the archive has one.
pub(super) fn page_address(site: &Site, document: &DocumentEntry) -> Option<String> {
    address::absolute(site, &Route::Document(document.id.clone()))
}

/// A date that a reference manager would show as more certain, or shorter, than it is: in words.
pub(super) fn inexact(document: &DocumentEntry) -> Option<String> {
    let date = document.facts.date.as_ref()?;
    let is_one = matches!(
        date.extent(),
        Extent::One {
            is_doubtful: false,
            ..
        }
    );
    (!is_one).then(|| date.english())
}

/// The date as CSL-JSON has it. Of a span only its beginning: styles could not write more.
fn issued(date: &Edtf) -> Option<Value> {
    let year = i16::try_from(date.year()).ok()?;
    let mut parts = vec![json!(year)];
    if let Extent::One { .. } = date.extent() {
        parts.extend(date.month().map(|month| json!(month)));
        parts.extend(date.day().map(|day| json!(day)));
    }
    Some(json!({ "date-parts": [parts] }))
}
