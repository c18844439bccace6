//! A document's facts in the forms that libraries and reference managers read: Dublin Core and Highwire `citation_*`.

use super::super::frame::{Alternate, Frame, Meta};
use super::super::links::Links;
use super::super::words;
use crate::citation;
use crate::record::Nature;
use crate::site::{DocumentEntry, ExportFile, Route, Site};

/// Adds them to the page's head.
pub(super) fn add(site: &Site, document: &DocumentEntry, links: &Links<'_>, frame: &mut Frame) {
    let facts = &document.facts;
    let record = &document.record;
    frame.og_type = "article";
    frame.description = Some(match &record.summary {
        Some(summary) => words::opening(summary, 300),
        None => words::opening(&citation::document(site, document).text, 300),
    });
    let mut meta = |name: &'static str, content: Option<&str>| {
        if let Some(content) = content.filter(|content| !content.is_empty()) {
            frame.meta.push(Meta {
                name,
                content: content.to_owned(),
            });
        }
    };
    let date = facts.date.as_ref().map(|date| date.as_str().to_owned());
    let speakers: Vec<&str> = document
        .shares
        .iter()
        .filter_map(|share| site.people.get(&share.person))
        .map(|person| person.name.as_str())
        .collect();
    let is_article = record.provenance.nature == Some(Nature::QuotedInPrint);
    meta("DC.title", Some(&facts.title));
    meta("DC.creator", record.author.as_deref());
    for speaker in &speakers {
        meta("DC.contributor", Some(speaker));
    }
    meta("DC.date", date.as_deref());
    meta("DC.type", facts.kind.as_deref());
    meta("DC.language", facts.language.as_deref());
    meta("DC.source", record.archive_reference.as_deref());
    meta(
        "DC.publisher",
        record
            .publisher
            .as_deref()
            .or(site.config.publisher.as_deref()),
    );
    meta("DC.rights", record.rights.as_deref());
    meta("DC.coverage", facts.place.as_deref());
    let address = site
        .config
        .base_url
        .as_ref()
        .map(|base| base.join(&Route::Document(document.id.clone()).path(site)));
    meta("DC.identifier", address.as_deref());
    meta(
        "z:itemType",
        Some(if is_article {
            "newspaperArticle"
        } else {
            "document"
        }),
    );
    meta("citation_title", Some(&facts.title));
    meta("citation_author", record.author.as_deref());
    let day = facts
        .date
        .as_ref()
        .and_then(crate::date::Edtf::html_datetime)
        .map(|day| day.replace('-', "/"));
    meta("citation_publication_date", day.as_deref());
    meta("citation_language", facts.language.as_deref());
    meta(
        "citation_publisher",
        record.publisher.as_deref().or(record.archive.as_deref()),
    );
    meta("citation_public_url", address.as_deref());
    let id = || document.id.clone();
    frame.alternates = vec![
        Alternate {
            media_type: "application/json",
            title: site.interface.text("download-json").to_owned(),
            url: links.to(&Route::Export(ExportFile::DocumentJson(id()))),
        },
        Alternate {
            media_type: "text/plain",
            title: site.interface.text("download-text").to_owned(),
            url: links.to(&Route::Export(ExportFile::DocumentText(id()))),
        },
    ];
}
