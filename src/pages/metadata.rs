//! Every page's facts in the forms that libraries and reference managers read: Dublin Core, Highwire `citation_*`, Zotero's kind of item.
//!
//! A document's are its own (`document::metadata`); any other page is a page of the archive on the web.

use super::frame::Meta;
use crate::citation::{self, Name};
use crate::site::{Route, Site, address};

/// Facts with their names; those that are not known are left out.
#[derive(Default)]
pub(super) struct Facts(Vec<Meta>);

impl Facts {
    /// Adds a fact.
    pub(super) fn add(&mut self, name: &'static str, content: Option<&str>) {
        if let Some(content) = content.filter(|content| !content.trim().is_empty()) {
            self.0.push(Meta {
                name,
                content: content.to_owned(),
            });
        }
    }

    /// All of them, in order.
    pub(super) fn into_meta(self) -> Vec<Meta> {
        self.0
    }
}

/// Those of a page of the archive.
pub(super) fn of_page(site: &Site, route: &Route, title: &str) -> Vec<Meta> {
    if *route == Route::NotFound {
        return Vec::new();
    }
    let config = &site.config;
    let mut facts = Facts::default();
    let address = address::absolute(site, route);
    let publisher = config.publisher.as_deref().unwrap_or(&config.title);
    let edition = config.edition.as_ref();
    let date = edition.and_then(|edition| edition.date.as_deref());
    facts.add("DC.title", Some(title));
    // The source as received is by those who made it; any other page by whoever publishes the archive.
    let document = match route {
        Route::SourcePage(id) => site.document(id).map(|(_, document)| document),
        _ => None,
    };
    let creators = document.map(|document| citation::creators(site, document));
    let creators = creators.unwrap_or_default();
    let creators: Vec<String> = creators.iter().map(Name::printed).collect();
    for creator in &creators {
        facts.add("DC.creator", Some(creator));
    }
    if creators.is_empty() {
        facts.add("DC.creator", Some(publisher));
    }
    facts.add("DC.publisher", Some(publisher));
    facts.add("DC.date", date);
    facts.add("DC.type", Some("Text"));
    facts.add("DC.language", Some(&config.language));
    facts.add("DC.rights", config.rights.as_deref());
    facts.add("DC.identifier", address.as_deref());
    facts.add("DCTERMS.isPartOf", Some(&config.title));
    facts.add("z:itemType", Some("webpage"));
    facts.add("citation_title", Some(title));
    for creator in &creators {
        facts.add("citation_author", Some(creator));
    }
    facts.add("citation_publisher", Some(publisher));
    facts.add(
        "citation_publication_date",
        date.map(|date| date.replace('-', "/")).as_deref(),
    );
    facts.add("citation_language", Some(&config.language));
    facts.add("citation_public_url", address.as_deref());
    facts.into_meta()
}
