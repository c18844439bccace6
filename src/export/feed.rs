//! `feed.xml`, `speakers/SLUG.xml`: the documents, or those in which somebody speaks, as Atom feeds (RFC 4287).
//!
//! Atom asks for the time of every change. It comes from the records and the edition's date; without them, from the documents' own dates,
//! so that the same archive always gives the same feed.

use super::xml::Xml;
use crate::date::Edtf;
use crate::site::{DocumentEntry, ExportFile, PersonEntry, Route, Site, address};
use crate::source::slug;

/// Where nothing says when.
pub(super) const NO_DATE: &str = "1970-01-01";

pub(super) fn render(site: &Site) -> String {
    let config = &site.config;
    let subtitle = config.subtitle.as_ref().or(config.description.as_ref());
    feed(
        site,
        &Feed {
            page: Route::Home,
            own: ExportFile::Feed,
            title: config.title.clone(),
            subtitle: subtitle.map(String::as_str),
            documents: site.documents.iter().collect(),
        },
    )
}

/// The documents in which somebody speaks.
pub(super) fn of_speaker(site: &Site, person: &PersonEntry) -> String {
    let documents = person.appearances.iter();
    feed(
        site,
        &Feed {
            page: Route::Speaker(person.id.clone()),
            own: ExportFile::SpeakerFeed(person.id.clone()),
            title: format!("{}: {}", site.config.title, person.name),
            subtitle: None,
            documents: documents
                .map(|appearance| &site.documents[appearance.document])
                .collect(),
        },
    )
}

struct Feed<'a> {
    /// The page it is of.
    page: Route,
    /// The file it is.
    own: ExportFile,
    title: String,
    subtitle: Option<&'a str>,
    documents: Vec<&'a DocumentEntry>,
}

fn feed(site: &Site, feed: &Feed<'_>) -> String {
    let config = &site.config;
    let days = feed
        .documents
        .iter()
        .filter_map(|entry| changed(site, entry));
    let updated = days.max().unwrap_or_else(|| NO_DATE.to_owned());
    let mut xml = Xml::new();
    xml.open(
        "feed",
        &[
            ("xmlns", "http://www.w3.org/2005/Atom"),
            ("xml:lang", &config.language),
        ],
    );
    xml.text("id", &id(site, &feed.page));
    xml.text("title", &feed.title);
    if let Some(subtitle) = feed.subtitle {
        xml.text("subtitle", subtitle);
    }
    xml.text("updated", &midnight(&updated));
    xml.open("author", &[]);
    xml.text("name", config.publisher.as_ref().unwrap_or(&config.title));
    xml.close("author");
    if let Some(rights) = &config.rights {
        xml.text("rights", rights);
    }
    xml.text("generator", "memcon");
    if let Some(own) = address::absolute(site, &Route::Export(feed.own.clone())) {
        xml.empty(
            "link",
            &[
                ("rel", "self"),
                ("type", "application/atom+xml"),
                ("href", &own),
            ],
        );
    }
    link(&mut xml, &address::of(site, &feed.page));
    for entry in &feed.documents {
        let changed = changed(site, entry).unwrap_or_else(|| NO_DATE.to_owned());
        let route = Route::Document(entry.id.clone());
        xml.open("entry", &[]);
        xml.text("id", &id(site, &route));
        xml.text("title", &entry.facts.title);
        xml.text("updated", &midnight(&changed));
        link(&mut xml, &address::of(site, &route));
        xml.text("summary", &summary(entry));
        xml.close("entry");
    }
    xml.close("feed");
    xml.finish()
}

/// When a document was last changed, as far as anything says so: its record, the edition, else its own date.
pub(super) fn changed(site: &Site, entry: &DocumentEntry) -> Option<String> {
    let edition = site.config.edition.as_ref();
    let edition = edition.and_then(|edition| edition.date.as_deref());
    let recorded = entry.changed().filter(|date| date.len() == NO_DATE.len());
    let recorded = recorded.max(edition).map(str::to_owned);
    recorded.or_else(|| day(entry))
}

fn link(xml: &mut Xml, address: &str) {
    xml.empty(
        "link",
        &[
            ("rel", "alternate"),
            ("type", "text/html"),
            ("href", address),
        ],
    );
}

/// The absolute address, the first it had, since readers know an entry by it; without a base address a `tag:` URI (RFC 4151) by the archive's title.
fn id(site: &Site, route: &Route) -> String {
    if let Some(first) = site.config.first_base_url() {
        return first.join(&address::path(site, route));
    }
    let authority = site
        .config
        .contact
        .as_deref()
        .filter(|contact| is_mail(contact))
        .unwrap_or("memcon.invalid");
    let title = slug(&site.config.title);
    let title = percent_encoding::utf8_percent_encode(&title, percent_encoding::NON_ALPHANUMERIC);
    format!(
        "tag:{authority},2026-01-01:{title}/{}",
        address::path(site, route)
    )
}

/// Whether a `tag:` URI can name it: letters, digits, dots, hyphens and underscores about one `@`.
pub(super) fn is_mail(contact: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    contact.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && !host.is_empty() && name.chars().all(plain) && host.chars().all(plain)
    })
}

fn summary(entry: &DocumentEntry) -> String {
    if let Some(summary) = &entry.record.summary {
        return summary.clone();
    }
    let when = entry
        .facts
        .date
        .as_ref()
        .map(|date| format!("{}, ", date.english()));
    let n = entry.tally.n_turns;
    let turns = if n == 1 { "turn" } else { "turns" };
    format!("{}{n} {turns}", when.unwrap_or_default())
}

/// The first day a document's date allows, if Atom can write its year.
fn day(entry: &DocumentEntry) -> Option<String> {
    let date: &Edtf = entry.facts.date.as_ref()?;
    let year = date.year();
    (0..=9999).contains(&year).then(|| {
        let (month, day) = (date.month().unwrap_or(1), date.day().unwrap_or(1));
        format!("{year:04}-{month:02}-{day:02}")
    })
}

fn midnight(day: &str) -> String {
    format!("{day}T00:00:00Z")
}
