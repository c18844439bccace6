//! The page at the address of a document that is not published any more: that it was, since when it is not, and why.

use super::Theme;
use super::frame::Frame;
use crate::date::Edtf;
use crate::diagnostic::Diagnostic;
use crate::site::{Route, Site};
use serde::Serialize;

/// Everything `templates/notice.html` may use.
#[derive(Serialize)]
struct NoticePage {
    frame: Frame,
    /// What happened.
    title: String,
    /// In a sentence.
    lede: String,
    /// Why, in the editors' words.
    reason: Option<String>,
    /// The places the page had.
    anchors: Vec<String>,
}

pub(super) fn render(site: &Site, theme: &Theme, index: usize) -> Result<String, Diagnostic> {
    let route = Route::Notice(index);
    let notice = &site.notices[index];
    let document = &notice.document;
    let say = &site.interface;
    let since = document.since.as_deref().and_then(Edtf::parse);
    let (title, lede) = match (document.is_withdrawn, since) {
        (true, Some(date)) => (
            "withdrawn-title",
            say.say(
                "withdrawn-lede-since",
                &[("date", (&say.date(&date)).into())],
            ),
        ),
        (true, None) => ("withdrawn-title", say.text("withdrawn-lede").to_owned()),
        (false, _) => ("unpublished-title", say.text("unpublished-lede").to_owned()),
    };
    let title = say.text(title);
    let mut frame = Frame::new(site, &route, Some(title));
    frame.description = None;
    let page = NoticePage {
        title: title.to_owned(),
        lede,
        reason: document.reason.clone(),
        anchors: notice.anchors.clone(),
        frame,
    };
    theme.render("notice.html", &page)
}
