//! `data/addresses.csv`: every address that was ever published, and where its words are now.
//!
//! `path` and `now` are paths inside the site with the anchor; `address` is the published one, where the archive has a base address.
//! States: current; moved (the file has another name, or the person is known under another); merged (the words are part of what `now`
//! names); removed (the words are gone, `now` is what they stood by); withdrawn and unpublished (of an earlier name of the document, `now` is
//! where it was last). A file of data that moved is still at its old path, with today's bytes.

use super::csv::Csv;
use crate::anchor::{Anchors, Now};
use crate::config::BaseUrl;
use crate::site::{DocumentEntry, Notice, Route, Site, address};
use std::collections::BTreeMap;

/// The columns. The last is where the same stood before the archive moved to its present address, the oldest first, parted by blanks.
pub(super) const COLUMNS: [&str; 6] = [
    "kind",
    "path",
    "state",
    "now",
    "address",
    "earlier_addresses",
];

pub(super) fn render(site: &Site) -> String {
    let mut csv = Csv::new(&COLUMNS);
    each(site, &mut |row| csv.row(&row));
    csv.finish()
}

/// Gives every address, as a row of the columns.
pub(super) fn each(site: &Site, take: &mut dyn FnMut([&str; 6])) {
    let mut table = Table { site, take };
    for document in &site.documents {
        let path = Route::Document(document.id.clone()).path(site);
        table.document(document, &path, None);
        for name in document.anchors.was() {
            table.document(document, &format!("documents/{name}.html"), Some(&path));
        }
        for offer in site.document_offers(document) {
            if let Route::Export(_) = offer.route {
                table.row("file", &offer.route.path(site), "current", "");
            }
        }
    }
    for copied in &site.copied {
        let now = Route::Export(copied.of.clone()).path(site);
        table.row("file", &copied.from, "moved", &now);
    }
    for notice in &site.notices {
        let is_source = notice.path.ends_with(".source.html");
        if is_source {
            // The list of pages has it, but for those at earlier names.
            continue;
        }
        let own = format!("documents/{}.html", notice.document.id);
        let state = if notice.document.is_withdrawn {
            "withdrawn"
        } else {
            "unpublished"
        };
        let path = &notice.path;
        let now = if own == *path { "" } else { own.as_str() };
        table.row("document", path, state, now);
        for anchor in &notice.anchors {
            table.row(kind(anchor), &format!("{path}#{anchor}"), state, "");
        }
    }
    let notices = site.notices.iter();
    let notices: BTreeMap<&str, &Notice> = notices.map(|one| (one.path.as_str(), one)).collect();
    for (path, to) in site.pages_published.all() {
        let kind = match path.split_once('/') {
            Some(("speakers", _)) => "speaker",
            Some(("conversations", _)) => "conversation",
            _ => "page",
        };
        let state = match (to, notices.get(path)) {
            (Some(_), _) => "moved",
            (None, Some(notice)) if notice.document.is_withdrawn => "withdrawn",
            (None, Some(_)) => "unpublished",
            (None, None) => "current",
        };
        table.row(kind, path, state, to.unwrap_or_default());
    }
}

fn kind(anchor: &str) -> &'static str {
    match crate::anchor::paragraph_number(anchor) {
        Some(_) => "paragraph",
        None => "turn",
    }
}

struct Table<'a> {
    site: &'a Site,
    take: &'a mut dyn FnMut([&str; 6]),
}

impl Table<'_> {
    fn row(&mut self, kind: &str, path: &str, state: &str, now: &str) {
        let config = &self.site.config;
        let (file, anchor) = match path.split_once('#') {
            Some((file, anchor)) => (address::encoded(file), format!("#{anchor}")),
            None => (address::encoded(path), String::new()),
        };
        let at = |base: &BaseUrl| format!("{}{anchor}", base.join(&file));
        let address = config.base_url.as_ref().map(at);
        let earlier: Vec<String> = config.earlier_base_urls.iter().map(at).collect();
        (self.take)([
            kind,
            path,
            state,
            now,
            address.as_deref().unwrap_or_default(),
            &earlier.join(" "),
        ]);
    }

    /// A document's addresses, at its own name or at an earlier one.
    fn document(&mut self, document: &DocumentEntry, path: &str, moved: Option<&str>) {
        let state = if moved.is_some() { "moved" } else { "current" };
        self.row("document", path, state, moved.unwrap_or_default());
        let anchors: &Anchors = &document.anchors;
        let mut own = |anchor: &str| {
            let now = moved.map(|to| format!("{to}#{anchor}"));
            let path = format!("{path}#{anchor}");
            self.row(kind(anchor), &path, state, &now.unwrap_or_default());
        };
        for index in 0..document.turns.len() {
            own(anchors.turn(index));
            let n = document.turn(index).paragraphs.len();
            for anchor in anchors.paragraphs(index, n).into_iter().flatten() {
                own(&anchor);
            }
        }
        let page = moved.unwrap_or(path);
        for gone in anchors.gone() {
            let state = match &gone.now {
                Now::In(_) => "merged",
                Now::Near(_) | Now::Nowhere => "removed",
            };
            let now = gone.now.anchor().map(|anchor| format!("{page}#{anchor}"));
            let path = format!("{path}#{}", gone.anchor);
            self.row(kind(&gone.anchor), &path, state, &now.unwrap_or_default());
        }
    }
}
