//! The home page: what the archive is, its documents, a way to search them, who speaks.

use super::Theme;
use super::frame::Frame;
use crate::diagnostic::Diagnostic;
use crate::site::{Route, Site};
use serde::Serialize;

/// Everything `templates/home.html` may use.
#[derive(Serialize)]
struct HomePage {
    frame: Frame,
}

pub(super) fn render(site: &Site, theme: &Theme) -> Result<String, Diagnostic> {
    let page = HomePage {
        frame: Frame::new(site, &Route::Home, None),
    };
    theme.render("home.html", &page)
}
