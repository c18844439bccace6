//! The page of additions and corrections, and the latest of them for the home page.

use super::Theme;
use super::frame::Frame;
use super::links::Links;
use crate::date::Edtf;
use crate::diagnostic::Diagnostic;
use crate::site::{Change, Route, Site};
use serde::Serialize;

/// Everything `templates/changes.html` may use.
#[derive(Serialize)]
struct ChangesPage {
    frame: Frame,
    changes: Vec<ChangeView>,
}

/// Something added or changed.
#[derive(Serialize)]
pub(super) struct ChangeView {
    date: String,
    datetime: Option<String>,
    title: String,
    /// The title's, where it is not that of the pages.
    language: Option<String>,
    url: String,
    text: String,
}

pub(super) fn render(site: &Site, theme: &Theme) -> Result<String, Diagnostic> {
    let route = Route::Changes;
    let say = &site.interface;
    let mut frame = Frame::new(site, &route, Some(say.text("changes-title")));
    let archive = ("archive", (&site.config.title).into());
    frame.description = Some(say.say("changes-description", &[archive]));
    let page = ChangesPage {
        changes: views(site, &Links::new(site, &route), &site.changes),
        frame,
    };
    theme.render("changes.html", &page)
}

/// Changes for a page to list.
pub(super) fn views(site: &Site, links: &Links<'_>, changes: &[Change]) -> Vec<ChangeView> {
    let say = &site.interface;
    changes
        .iter()
        .map(|change| {
            let document = &site.documents[change.document];
            ChangeView {
                date: say.date(&change.date),
                datetime: Edtf::html_datetime(&change.date),
                title: document.facts.title.clone(),
                language: super::foreign(site, document),
                url: links.document(document),
                text: change
                    .text
                    .clone()
                    .unwrap_or_else(|| say.text("changes-added").to_owned()),
            }
        })
        .collect()
}
