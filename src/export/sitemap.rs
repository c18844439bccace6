//! `sitemap.xml` and `robots.txt`: where machines find the pages.

use super::xml::Xml;
use crate::site::{DocumentEntry, ExportFile, Route, Site, address};

/// Every page but the one for addresses that lead nowhere. Addresses are absolute, so without a base address the list is empty.
pub(super) fn render(site: &Site) -> String {
    let edition = site.config.edition.as_ref();
    let edition = edition.and_then(|edition| edition.date.as_deref());
    let documents = site.documents.iter();
    let last = documents.filter_map(DocumentEntry::changed).max();
    let mut xml = Xml::new();
    let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    xml.open("urlset", &[("xmlns", namespace)]);
    for route in site.possible_routes() {
        if !route.is_listed() {
            continue;
        }
        let Some(address) = address::absolute(site, &route) else {
            continue;
        };
        xml.open("url", &[]);
        xml.text("loc", &address);
        // The date of a document's own page is its record's; any other may show something of each document.
        let changed = match &route {
            Route::Document(id) | Route::SourcePage(id) => {
                site.document(id).and_then(|(_, entry)| entry.changed())
            }
            _ => last,
        };
        if let Some(date) = changed.max(edition) {
            xml.text("lastmod", date);
        }
        xml.close("url");
    }
    xml.close("urlset");
    xml.finish()
}

/// Everything may be read by everyone.
pub(super) fn robots(site: &Site) -> String {
    let mut out = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(address) = address::absolute(site, &Route::Export(ExportFile::Sitemap)) {
        out.push_str("\nSitemap: ");
        out.push_str(&address);
        out.push('\n');
    }
    out
}
