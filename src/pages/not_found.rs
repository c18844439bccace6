//! The page a server shows at an address that leads nowhere, at whatever depth: its links begin at the server's root.

use super::Theme;
use super::frame::Frame;
use crate::diagnostic::Diagnostic;
use crate::site::{Route, Site};
use serde::Serialize;

/// Everything `templates/not_found.html` may use.
#[derive(Serialize)]
struct NotFoundPage {
    frame: Frame,
}

pub(super) fn render(site: &Site, theme: &Theme) -> Result<String, Diagnostic> {
    let page = NotFoundPage {
        frame: Frame::new(
            site,
            &Route::NotFound,
            Some(site.interface.text("not-found-title")),
        ),
    };
    theme.render("not_found.html", &page)
}
