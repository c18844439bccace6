//! The page at an address that was published and is another's now: every anchor it had leads on.

use super::Theme;
use super::frame::Frame;
use crate::diagnostic::Diagnostic;
use crate::site::{Route, Site, address, relative};
use serde::Serialize;

/// The script that leads on.
const SCRIPT: &str = "js/moved.js";

/// Everything `templates/moved.html` may use.
#[derive(Serialize)]
struct MovedPage {
    frame: Frame,
    /// What it leads to.
    title: String,
    /// The title's, where it is not that of the pages.
    language: Option<String>,
    url: String,
    /// Every place the page had, with where it is now.
    places: Vec<MovedPlace>,
}

/// A place of a page that has another address now.
#[derive(Serialize)]
struct MovedPlace {
    anchor: String,
    url: String,
}

pub(super) fn render(site: &Site, theme: &Theme, index: usize) -> Result<String, Diagnostic> {
    let route = Route::Moved(index);
    let moved = &site.moved[index];
    let document = moved.document.map(|at| &site.documents[at]);
    let title = match document {
        Some(document) => document.facts.title.clone(),
        None => title(site, &moved.to),
    };
    let url = address::encoded(&relative(&moved.from, &moved.to));
    let mut anchors: Vec<String> = Vec::new();
    let is_source = moved.to.strip_suffix(".source.html").is_some();
    if let Some(document) = document {
        for at in 0..document.turns.len() {
            anchors.push(document.anchors.turn(at).to_owned());
            let n = document.turn(at).paragraphs.len();
            // The numbered source has the places of turns alone.
            if is_source {
                continue;
            }
            anchors.extend(document.anchors.paragraphs(at, n).into_iter().flatten());
        }
        if !is_source {
            let gone = document.anchors.gone().iter();
            anchors.extend(gone.map(|gone| gone.anchor.clone()));
        }
    }
    let mut frame = Frame::new(site, &route, Some(site.interface.text("moved-title")));
    let base = site.config.base_url.as_ref();
    frame.canonical = base.map(|base| base.join(&address::encoded(&moved.to)));
    frame.add_script(site, &route, SCRIPT);
    let page = MovedPage {
        title,
        language: document.and_then(|document| super::foreign(site, document)),
        places: anchors
            .into_iter()
            .map(|anchor| MovedPlace {
                url: format!("{url}#{anchor}"),
                anchor,
            })
            .collect(),
        url,
        frame,
    };
    theme.render("moved.html", &page)
}

/// What the page is called that another leads to.
fn title(site: &Site, path: &str) -> String {
    let name = |folder: &str| path.strip_prefix(folder)?.strip_suffix(".html");
    if let Some(id) = name("speakers/") {
        let id = crate::authority::PersonId::new(id);
        if let Some(person) = site.people.get(&id) {
            return person.name.clone();
        }
    }
    if let Some(name) = name("conversations/") {
        let mut all = site.conversations.iter();
        if let Some(found) = all.find(|one| one.name == name) {
            return found.title.clone();
        }
    }
    if let Some(id) = name("documents/") {
        let mut all = site.documents.iter();
        if let Some(found) = all.find(|one| one.id.as_str() == id) {
            return found.facts.title.clone();
        }
    }
    match path {
        "timeline.html" => site.interface.text("nav-timeline").to_owned(),
        "people.html" => site.interface.text("nav-people").to_owned(),
        _ => site.config.title.clone(),
    }
}
