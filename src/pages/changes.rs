//! The page of additions, changes and corrections; the latest of them for the home page; those of one turn for its document.

use super::Theme;
use super::frame::Frame;
use super::links::Links;
use super::words;
use crate::date::Edtf;
use crate::diagnostic::Diagnostic;
use crate::site::{Change, DocumentEntry, Route, Site};
use serde::Serialize;

/// Everything `templates/changes.html` may use.
#[derive(Serialize)]
struct ChangesPage {
    frame: Frame,
    changes: Vec<ChangeView>,
    corrected: Vec<CorrectedView>,
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
    /// “turn 7”, where one turn was changed.
    place: Option<String>,
    text: String,
    /// How it read before.
    before: Option<String>,
    /// How it reads now.
    after: Option<String>,
    /// Why.
    why: Option<String>,
    /// Who decided, in words.
    by: Option<String>,
}

/// A document with the words the editors read otherwise than they are printed.
#[derive(Serialize)]
struct CorrectedView {
    title: String,
    /// The language of title and words, where it is not that of the pages.
    language: Option<String>,
    url: String,
    corrections: Vec<CorrectionView>,
}

/// Words printed wrongly, with the editors' reading.
#[derive(Serialize)]
struct CorrectionView {
    url: String,
    /// “turn 7”.
    place: Option<String>,
    printed: String,
    read: String,
    why: Option<String>,
    /// Who says so, in words.
    by: String,
}

pub(super) fn render(site: &Site, theme: &Theme) -> Result<String, Diagnostic> {
    let route = Route::Changes;
    let say = &site.interface;
    let mut frame = Frame::new(site, &route, Some(say.text("changes-title")));
    let archive = ("archive", (&site.config.title).into());
    frame.describe(say.say("changes-description", &[archive]));
    let links = Links::new(site, &route);
    let documents = site.documents.iter();
    let page = ChangesPage {
        changes: views(site, &links, &site.changes),
        corrected: documents
            .filter(|one| !one.document.corrections.is_empty())
            .map(|one| corrected(site, &links, one))
            .collect(),
        frame,
    };
    theme.render("changes.html", &page)
}

/// Changes for a page to list.
pub(super) fn views(site: &Site, links: &Links<'_>, changes: &[Change]) -> Vec<ChangeView> {
    changes.iter().map(|one| view(site, links, one)).collect()
}

/// What was changed in one turn, latest first.
pub(super) fn of_turn(
    site: &Site,
    links: &Links<'_>,
    changes: &[&Change],
    turn: usize,
) -> Vec<ChangeView> {
    let here = changes.iter().filter(|one| one.turn == Some(turn));
    here.map(|one| view(site, links, one)).collect()
}

fn view(site: &Site, links: &Links<'_>, change: &Change) -> ChangeView {
    let say = &site.interface;
    let document = change.document.map(|index| &site.documents[index]);
    let in_turn = document.zip(change.turn);
    ChangeView {
        date: say.date(&change.date),
        datetime: Edtf::html_datetime(&change.date),
        title: document
            .map_or(&site.config.title, |one| &one.facts.title)
            .clone(),
        language: document.and_then(|one| super::foreign(site, one)),
        url: match (in_turn, document) {
            (Some((one, turn)), _) => links.turn(one, turn),
            (None, Some(one)) => links.document(one),
            (None, None) => links.to(&Route::Home),
        },
        place: in_turn.map(|(one, turn)| words::turn(say, one.anchors.turn(turn))),
        text: change
            .text
            .clone()
            .unwrap_or_else(|| say.text("changes-added").to_owned()),
        before: change.before.clone(),
        after: change.after.clone(),
        why: change.why.clone(),
        by: change
            .by
            .as_ref()
            .map(|by| say.say("change-by", &[("name", by.into())])),
    }
}

fn corrected(site: &Site, links: &Links<'_>, document: &DocumentEntry) -> CorrectedView {
    let say = &site.interface;
    let corrections = document.document.corrections.iter().map(|one| {
        let block = &document.document.blocks[one.block];
        let paragraph = block.paragraphs().get(one.paragraph);
        let printed = paragraph.and_then(|text| text.text.text().get(one.range.clone()));
        let turn = document
            .turns
            .iter()
            .position(|turn| turn.block == one.block);
        CorrectionView {
            url: turn.map_or_else(
                || links.document(document),
                |turn| links.turn(document, turn),
            ),
            place: turn.map(|turn| words::turn(say, document.anchors.turn(turn))),
            printed: printed.unwrap_or_default().to_owned(),
            read: one.read.clone(),
            why: one.reason.clone(),
            by: match &one.by {
                Some(by) => say.say("correction-by", &[("name", by.into())]),
                None => say.text("correction-by-editors").to_owned(),
            },
        }
    });
    CorrectedView {
        title: document.facts.title.clone(),
        language: super::foreign(site, document),
        url: links.document(document),
        corrections: corrections.collect(),
    }
}
