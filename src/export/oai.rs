//! `data/oai.xml`: the documents as a static repository of OAI-PMH, for harvesters that come through a gateway.
//!
//! The protocol asks for an address to write to and a day for each record: where the archive names no e-mail address, one that leads
//! nowhere by its name (RFC 2606) stands there; days are those of the feed.

use super::feed::{NO_DATE, changed, is_mail};
use super::xml::Xml;
use crate::date::Edtf;
use crate::site::{DocumentEntry, ExportFile, Route, Site, address};

const NAMESPACES: [(&str, &str); 6] = [
    (
        "xmlns",
        "http://www.openarchives.org/OAI/2.0/static-repository",
    ),
    ("xmlns:oai", "http://www.openarchives.org/OAI/2.0/"),
    (
        "xmlns:oai_dc",
        "http://www.openarchives.org/OAI/2.0/oai_dc/",
    ),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    (
        "xsi:schemaLocation",
        "http://www.openarchives.org/OAI/2.0/static-repository http://www.openarchives.org/OAI/2.0/static-repository.xsd http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
    ),
];

/// Where the archive names no e-mail address.
const NO_MAIL: &str = "nobody@memcon.invalid";

pub(super) fn render(site: &Site) -> String {
    let config = &site.config;
    let mut xml = Xml::new();
    xml.open("Repository", &NAMESPACES);
    xml.open("Identify", &[]);
    xml.text("oai:repositoryName", &config.title);
    let own = Route::Export(ExportFile::Oai);
    xml.text("oai:baseURL", &address::of(site, &own));
    xml.text("oai:protocolVersion", "2.0");
    let contact = config.contact.as_deref().filter(|mail| is_mail(mail));
    xml.text("oai:adminEmail", contact.unwrap_or(NO_MAIL));
    let first = site.documents.iter().map(|entry| stamp(site, entry)).min();
    let first = first.unwrap_or_else(|| NO_DATE.to_owned());
    xml.text("oai:earliestDatestamp", &first);
    xml.text("oai:deletedRecord", "no");
    xml.text("oai:granularity", "YYYY-MM-DD");
    xml.close("Identify");
    xml.open("ListMetadataFormats", &[]);
    xml.open("oai:metadataFormat", &[]);
    xml.text("oai:metadataPrefix", "oai_dc");
    xml.text(
        "oai:schema",
        "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
    );
    let namespace = "http://www.openarchives.org/OAI/2.0/oai_dc/";
    xml.text("oai:metadataNamespace", namespace);
    xml.close("oai:metadataFormat");
    xml.close("ListMetadataFormats");
    if !site.documents.is_empty() {
        xml.open("ListRecords", &[("metadataPrefix", "oai_dc")]);
        for entry in &site.documents {
            record(&mut xml, site, entry);
        }
        xml.close("ListRecords");
    }
    xml.close("Repository");
    xml.finish()
}

fn stamp(site: &Site, entry: &DocumentEntry) -> String {
    changed(site, entry).unwrap_or_else(|| NO_DATE.to_owned())
}

/// A document in Dublin Core.
fn record(xml: &mut Xml, site: &Site, entry: &DocumentEntry) {
    let (facts, record) = (&entry.facts, &entry.record);
    let page = address::of(site, &Route::Document(entry.id.clone()));
    xml.open("oai:record", &[]);
    xml.open("oai:header", &[]);
    // What harvesters know a record by is the first address it had.
    let path = address::path(site, &Route::Document(entry.id.clone()));
    let first = site.config.first_base_url();
    let identifier = first.map_or_else(|| path.clone(), |first| first.join(&path));
    xml.text("oai:identifier", &identifier);
    xml.text("oai:datestamp", &stamp(site, entry));
    xml.close("oai:header");
    xml.open("oai:metadata", &[]);
    xml.open("oai_dc:dc", &[]);
    let mut all = |name: &str, values: &mut dyn Iterator<Item = &str>| {
        for value in values {
            xml.text(name, value);
        }
    };
    all("dc:title", &mut std::iter::once(facts.title.as_str()));
    let whose = crate::citation::whose_record(entry).into_iter();
    let whose = whose.filter_map(|(name, value)| Some(format!("{name}: {}", value?)));
    let caveats = crate::citation::caveats(entry).join("; ");
    let whose: Vec<String> = std::iter::once(caveats).chain(whose).collect();
    all("dc:description", &mut whose.iter().map(String::as_str));
    all("dc:creator", &mut record.author.as_deref().into_iter());
    let names = entry.shares.iter().filter_map(|share| {
        let person = site.people.get(&share.person)?;
        Some(person.name.as_str())
    });
    all(
        "dc:contributor",
        &mut names.chain(record.translator.as_deref()),
    );
    all(
        "dc:subject",
        &mut record.subjects.iter().map(String::as_str),
    );
    all("dc:description", &mut record.summary.as_deref().into_iter());
    all("dc:publisher", &mut record.publisher.as_deref().into_iter());
    all(
        "dc:date",
        &mut facts.date.as_ref().map(Edtf::as_str).into_iter(),
    );
    all(
        "dc:type",
        &mut ["Text"].into_iter().chain(facts.kind.as_deref()),
    );
    all("dc:format", &mut std::iter::once("text/html"));
    let lasting = record.lasting.as_ref().map(crate::record::Lasting::url);
    let addresses = lasting.as_deref().into_iter().chain([page.as_str()]);
    all("dc:identifier", &mut { addresses });
    all(
        "dc:source",
        &mut record
            .archive
            .as_deref()
            .into_iter()
            .chain(record.archive_reference.as_deref()),
    );
    all("dc:language", &mut facts.language.as_deref().into_iter());
    all("dc:coverage", &mut facts.place.as_deref().into_iter());
    all("dc:rights", &mut record.rights.as_deref().into_iter());
    xml.close("oai_dc:dc");
    xml.close("oai:metadata");
    xml.close("oai:record");
}
