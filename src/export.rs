//! `&Site` and one route → one file of data: JSON, plain text, the reading text, the archive's turns, the tables of
//! speakers, sitemap and feed; and the picture that is shown where a page is shared.
//!
//! What is asked for by a route is given as bytes; nothing here touches the disk. The JSON of `memcon parse` and of `check` is made
//! here too, since a document's JSON has the same turns. HTML pages are `pages`' work, the search files are `search`'s.

mod addresses;
mod akn;
mod archive;
mod bulk;
mod card;
mod csv;
mod document;
mod dump;
mod explain;
mod feed;
mod handover;
mod inline;
mod oai;
mod parse;
mod people;
mod reference;
mod report;
mod sitemap;
mod speaker;
mod sqlite;
mod tei;
mod text;
mod view;
mod vtt;
mod xml;

use crate::site::{DocumentEntry, ExportFile, Site};
use crate::source::DocumentId;

pub(crate) use csv::Csv;
pub use dump::parse_text;
pub use explain::{Extent, explain_text};
pub use handover::{Copy, bag_info, handover, holds_withheld, not_public};
pub use parse::{parse_json, parse_json_of_nothing};
pub use people::{Alike, PeopleDraft, people_alike, people_draft, people_unused};
pub use report::check_json;

/// The bytes of a data file. One that names a document the site does not hold is empty.
pub fn render(site: &Site, file: &ExportFile) -> Vec<u8> {
    let of = |id: &DocumentId, make: &dyn Fn(&DocumentEntry) -> Vec<u8>| match site.document(id) {
        Some((_, entry)) => make(entry),
        None => Vec::new(),
    };
    match file {
        ExportFile::DocumentJson(id) => of(id, &|entry| document::render(site, entry).into_bytes()),
        ExportFile::DocumentText(id) => of(id, &|entry| text::render(site, entry).into_bytes()),
        ExportFile::Ris(id) => of(id, &|entry| reference::ris(site, entry).into_bytes()),
        ExportFile::Bibtex(id) => of(id, &|entry| reference::bibtex(site, entry).into_bytes()),
        ExportFile::CslJson(id) => of(id, &|entry| reference::csl_json(site, entry).into_bytes()),
        ExportFile::DocumentTei(id) => of(id, &|entry| tei::render(site, entry).into_bytes()),
        ExportFile::DocumentAkn(id) => of(id, &|entry| akn::render(site, entry).into_bytes()),
        ExportFile::DocumentVtt(id) => of(id, &|entry| vtt::render(site, entry).into_bytes()),
        ExportFile::ReadingText(id) => of(id, &|entry| entry.source.text.clone().into_bytes()),
        ExportFile::Received(id) => of(id, &|entry| entry.source.bytes().to_vec()),
        ExportFile::SpeakerTable(id, table) => site
            .people
            .get(id)
            .map(|person| speaker::render(site, person, *table).into_bytes())
            .unwrap_or_default(),
        ExportFile::Table(table, form) => archive::table(site, *table, *form).into_bytes(),
        ExportFile::Sqlite => sqlite::render(site),
        ExportFile::Bulk(file) => bulk::render(site, *file).into_bytes(),
        ExportFile::Addresses => addresses::render(site).into_bytes(),
        ExportFile::People => archive::people(site).into_bytes(),
        ExportFile::DataPackage => archive::package(site).into_bytes(),
        ExportFile::Schema(of) => archive::schema(site, *of).into_bytes(),
        ExportFile::Licence => archive::licence(site).into_bytes(),
        ExportFile::Sitemap => sitemap::render(site).into_bytes(),
        ExportFile::Feed => feed::render(site).into_bytes(),
        ExportFile::SpeakerFeed(id) => site
            .people
            .get(id)
            .map(|person| feed::of_speaker(site, person).into_bytes())
            .unwrap_or_default(),
        ExportFile::Oai => oai::render(site).into_bytes(),
        ExportFile::Robots => sitemap::robots(site).into_bytes(),
        ExportFile::Card => card::render(site),
        // The checksums are `output`'s work, which has all other files at hand.
        ExportFile::NoJekyll | ExportFile::Checksums => Vec::new(),
    }
}

/// A view as indented JSON, ending with a line's end.
fn pretty(view: &impl serde::Serialize) -> String {
    let mut json = serde_json::to_string_pretty(view)
        .expect("a view holds nothing but texts, numbers and lists");
    json.push('\n');
    json
}
