//! `feed.xml`: the documents as an Atom feed (RFC 4287).
//!
//! Atom asks for the time of every change. It comes from the edition's date; without one, from the documents' own dates, so that the
//! same archive always gives the same feed.

use super::xml::Xml;
use crate::date::Edtf;
use crate::site::{DocumentEntry, ExportFile, Route, Site, address};
use crate::source::slug;

/// Where nothing says when.
const NO_DATE: &str = "1970-01-01";

pub(super) fn render(site: &Site) -> String {
    let config = &site.config;
    let edition = config
        .edition
        .as_ref()
        .and_then(|edition| edition.date.clone());
    let newest = site.documents.iter().filter_map(day).max();
    let updated = edition
        .clone()
        .or(newest)
        .unwrap_or_else(|| NO_DATE.to_owned());

    let mut xml = Xml::new();
    xml.open(
        "feed",
        &[
            ("xmlns", "http://www.w3.org/2005/Atom"),
            ("xml:lang", &config.language),
        ],
    );
    xml.text("id", &id(site, &Route::Home));
    xml.text("title", &config.title);
    if let Some(subtitle) = config.subtitle.as_ref().or(config.description.as_ref()) {
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
    if let Some(own) = address::absolute(site, &Route::Export(ExportFile::Feed)) {
        xml.empty(
            "link",
            &[
                ("rel", "self"),
                ("type", "application/atom+xml"),
                ("href", &own),
            ],
        );
    }
    link(&mut xml, &address::of(site, &Route::Home));
    for entry in &site.documents {
        let changed = edition
            .clone()
            .or_else(|| day(entry))
            .unwrap_or_else(|| NO_DATE.to_owned());
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

/// The absolute address; without a base address a `tag:` URI (RFC 4151) by the archive's title.
fn id(site: &Site, route: &Route) -> String {
    if let Some(address) = address::absolute(site, route) {
        return address;
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
fn is_mail(contact: &str) -> bool {
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
