//! The search page: a form that a script answers, and what to do without one.

use super::Theme;
use super::frame::Frame;
use crate::diagnostic::Diagnostic;
use crate::site::{Route, Site};
use serde::Serialize;

/// Everything `templates/search.html` may use.
#[derive(Serialize)]
struct SearchPage {
    frame: Frame,
}

pub(super) fn render(site: &Site, theme: &Theme) -> Result<String, Diagnostic> {
    let page = SearchPage {
        frame: Frame::new(site, &Route::Search, Some("Search")),
    };
    theme.render("search.html", &page)
}
