//! A document's facts in the forms that libraries and reference managers read: Dublin Core, Highwire `citation_*`, Zotero's kind of item;
//! and the way to every other form of it.

use super::super::frame::{Alternate, Frame};
use super::super::links::Links;
use super::super::metadata::Facts;
use super::super::words;
use crate::citation::{self, Sort};
use crate::date::Edtf;
use crate::record::{Lasting, LastingKind};
use crate::site::{DocumentEntry, Route, Site, address};

/// Adds them to the page's head.
pub(super) fn add(site: &Site, document: &DocumentEntry, links: &Links<'_>, frame: &mut Frame) {
    let facts = &document.facts;
    let record = &document.record;
    frame.og_type = "article";
    let cited = citation::document(site, document).text;
    frame.describe(match &record.summary {
        Some(summary) => words::opening(summary, 300),
        None => words::opening(&cited, 300),
    });
    let address = address::absolute(site, &Route::Document(document.id.clone()));
    let publisher = record.publisher.as_deref();
    let publisher = publisher.or(site.config.publisher.as_deref());
    let mut meta = Facts::default();
    meta.add("DC.title", Some(&facts.title));
    // Whose record it is, before all else: in short, then fact by fact, then the copies.
    let provenance = citation::caveats(document).join("; ");
    meta.add("DCTERMS.provenance", Some(&provenance));
    for (name, value) in citation::whose_record(document) {
        let value = value.map(|value| format!("{name}: {value}"));
        meta.add("DCTERMS.provenance", value.as_deref());
    }
    for copy in &record.provenance.chain {
        meta.add("DCTERMS.provenance", Some(copy));
    }
    meta.add("DC.creator", record.author.as_deref());
    for speaker in citation::speakers(site, document) {
        meta.add("DC.contributor", Some(&speaker.printed()));
    }
    let date = facts.date.as_ref().map(Edtf::as_str);
    meta.add("DC.date", date);
    meta.add("DC.type", facts.kind.as_deref().or(Some("Text")));
    meta.add("DC.format", Some("text/html"));
    meta.add("DC.language", facts.language.as_deref());
    meta.add("DC.source", record.archive_reference.as_deref());
    meta.add("DC.publisher", publisher);
    meta.add("DC.rights", record.rights.as_deref());
    meta.add("DC.coverage", facts.place.as_deref());
    for subject in &record.subjects {
        meta.add("DC.subject", Some(subject));
    }
    meta.add("DC.identifier", address.as_deref());
    let lasting = record.lasting.as_ref();
    meta.add("DC.identifier", lasting.map(Lasting::url).as_deref());
    meta.add("DCTERMS.abstract", record.summary.as_deref());
    meta.add("DCTERMS.extent", record.provenance.completeness.as_deref());
    meta.add(
        "DCTERMS.accessRights",
        record.provenance.classification.as_deref(),
    );
    meta.add("DCTERMS.isPartOf", Some(&site.config.title));
    meta.add("DCTERMS.bibliographicCitation", Some(&cited));
    meta.add("z:itemType", Some(item_type(document)));
    meta.add("citation_title", Some(&facts.title));
    for name in citation::creators(site, document) {
        meta.add("citation_author", Some(&name.printed()));
    }
    let day = facts.date.as_ref();
    let day = day.and_then(Edtf::html_datetime);
    let day = day.map(|day| day.replace('-', "/"));
    meta.add("citation_publication_date", day.as_deref());
    meta.add("citation_language", facts.language.as_deref());
    meta.add(
        "citation_publisher",
        record
            .publisher
            .as_deref()
            .or(record.archive.as_deref())
            .or(publisher),
    );
    meta.add("citation_keywords", Some(&record.subjects.join("; ")));
    meta.add("citation_abstract", record.summary.as_deref());
    let doi = lasting.filter(|lasting| lasting.kind == LastingKind::Doi);
    meta.add("citation_doi", doi.map(|doi| doi.name.as_str()));
    meta.add("citation_public_url", address.as_deref());
    meta.add("citation_fulltext_html_url", address.as_deref());
    frame.meta = meta.into_meta();
    frame.alternates = alternates(site, document, links);
}

/// What Zotero files it as.
fn item_type(document: &DocumentEntry) -> &'static str {
    let kind = document.facts.kind.as_deref().unwrap_or_default();
    let kind = kind.to_lowercase();
    match citation::sort(document) {
        Sort::Newspaper => "newspaperArticle",
        Sort::Interview => "interview",
        Sort::Hearing => "hearing",
        Sort::Broadcast if kind.contains("radio") => "radioBroadcast",
        Sort::Broadcast if kind.contains("television") => "tvBroadcast",
        Sort::Broadcast if kind.contains("film") || kind.contains("video") => "videoRecording",
        Sort::Broadcast => "podcast",
        Sort::Speech => "presentation",
        Sort::Document => "document",
    }
}

/// The document in other forms.
fn alternates(site: &Site, document: &DocumentEntry, links: &Links<'_>) -> Vec<Alternate> {
    let offers = site.document_offers(document).into_iter();
    offers
        .filter_map(|offer| {
            Some(Alternate {
                media_type: offer.alternate?,
                title: site.interface.text(offer.title).to_owned(),
                url: links.to(&offer.route),
            })
        })
        .collect()
}
