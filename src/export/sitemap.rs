//! `sitemap.xml` and `robots.txt`: where machines find the pages.

use super::xml::Xml;
use crate::site::{ExportFile, Route, Site, address};

/// Every page but the one for addresses that lead nowhere. Addresses are absolute, so without a base address the list is empty.
pub(super) fn render(site: &Site) -> String {
    let changed = site
        .config
        .edition
        .as_ref()
        .and_then(|edition| edition.date.as_deref());
    let mut xml = Xml::new();
    let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    xml.open("urlset", &[("xmlns", namespace)]);
    for route in site.routes() {
        if !route.is_listed() {
            continue;
        }
        let Some(address) = address::absolute(site, &route) else {
            continue;
        };
        xml.open("url", &[]);
        xml.text("loc", &address);
        if let Some(date) = changed {
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
