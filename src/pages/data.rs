//! The data page: what can be taken away, what its fields mean, and where every character of the sources went.

use super::Theme;
use super::frame::Frame;
use super::links::Links;
use super::table::Table;
use crate::diagnostic::Diagnostic;
use crate::document::{Account, DropReason};
use crate::interface::Interface;
use crate::record::SourcePolicy;
use crate::site::{ExportFile, Route, Site};
use serde::Serialize;

/// Everything `templates/data.html` may use.
#[derive(Serialize)]
struct DataPage<'a> {
    frame: Frame,
    files: Vec<FileView<'a>>,
    documents: Table<'a>,
    fields: Vec<FieldView<'a>>,
    /// Whether every character is accounted for.
    is_complete: bool,
    account: Table<'a>,
    dropped: Vec<DroppedView<'a>>,
    unread: Vec<UnreadView<'a>>,
    rights: Option<&'a str>,
}

/// A file of the whole archive.
#[derive(Serialize)]
struct FileView<'a> {
    title: &'static str,
    about: &'a str,
    url: String,
}

/// A field of `data/turns.jsonl`.
#[derive(Serialize)]
struct FieldView<'a> {
    name: &'static str,
    meaning: &'a str,
}

/// Text left out of a document.
#[derive(Serialize)]
struct DroppedView<'a> {
    document: &'a str,
    url: String,
    reason: &'a str,
    n_characters: String,
}

/// A file that could not be read.
#[derive(Serialize)]
struct UnreadView<'a> {
    path: &'a str,
    reason: &'a str,
}

/// The fields of `data/turns.jsonl`, each with the text that says what it means.
const FIELDS: [(&str, &str); 18] = [
    ("document", "field-document"),
    ("anchor", "field-anchor"),
    ("n", "field-n"),
    ("url", "field-url"),
    ("title", "field-title"),
    ("conversation", "field-conversation"),
    ("date", "field-date"),
    ("document_date", "field-document-date"),
    ("kind", "field-kind"),
    ("turn_kind", "field-turn-kind"),
    ("speaker_label", "field-speaker-label"),
    ("speaker", "field-speaker"),
    ("speaker_id", "field-speaker-id"),
    ("attribution", "field-attribution"),
    ("language", "field-language"),
    ("archive_reference", "field-archive-reference"),
    ("translator", "field-translator"),
    ("text", "field-text"),
];

pub(super) fn render(site: &Site, theme: &Theme) -> Result<String, Diagnostic> {
    let route = Route::Data;
    let links = Links::new(site, &route);
    let say = &site.interface;
    let mut files = vec![
        FileView {
            title: "turns.jsonl",
            about: say.text("data-turns-about"),
            url: links.to(&Route::Export(ExportFile::TurnsJsonl)),
        },
        FileView {
            title: "addresses.csv",
            about: say.text("data-addresses-about"),
            url: links.to(&Route::Export(ExportFile::Addresses)),
        },
        FileView {
            title: "feed.xml",
            about: say.text("data-feed-about"),
            url: links.to(&Route::Export(ExportFile::Feed)),
        },
    ];
    if site.config.base_url.is_some() {
        files.push(FileView {
            title: "sitemap.xml",
            about: say.text("data-sitemap-about"),
            url: links.to(&Route::Export(ExportFile::Sitemap)),
        });
    }
    let mut frame = Frame::new(site, &route, Some(say.text("data-title")));
    frame.description = Some(say.say(
        "data-description",
        &[("archive", (&site.config.title).into())],
    ));
    let page = DataPage {
        frame,
        files,
        documents: documents(site, &links),
        fields: FIELDS
            .iter()
            .map(|(name, meaning)| FieldView {
                name,
                meaning: say.text(meaning),
            })
            .collect(),
        is_complete: site.account.is_complete()
            && site
                .documents
                .iter()
                .all(|document| document.account.is_complete()),
        account: account(site, &links),
        dropped: site
            .documents
            .iter()
            .flat_map(|document| {
                document
                    .account
                    .dropped
                    .iter()
                    .map(|(reason, n)| DroppedView {
                        document: &document.facts.title,
                        url: links.document(document),
                        reason: reason_in_words(say, reason),
                        n_characters: say.say("characters-n", &[("n", (*n).into())]),
                    })
            })
            .collect(),
        unread: site
            .unread
            .iter()
            .map(|file| UnreadView {
                path: &file.path,
                reason: &file.reason,
            })
            .collect(),
        rights: site.config.rights.as_deref(),
    };
    theme.render("data.html", &page)
}

/// Why something was left out, where the program gives the reason; an editor's own words stay as they are.
fn reason_in_words<'a>(say: &'a Interface, reason: &'a str) -> &'a str {
    let known = [
        (DropReason::Markup, "reason-markup"),
        (DropReason::Furniture, "reason-furniture"),
        (DropReason::TimeMark, "reason-time-mark"),
        (DropReason::Hyphen, "reason-hyphen"),
        (DropReason::Repeated, "reason-repeated"),
        (DropReason::OtherReading, "reason-other-reading"),
        (DropReason::SiteChrome, "reason-site-chrome"),
    ];
    known
        .iter()
        .find(|(known, _)| known.describe() == reason)
        .map_or(reason, |(_, id)| say.text(id))
}

fn documents<'a>(site: &'a Site, links: &Links<'_>) -> Table<'a> {
    let say = &site.interface;
    let heads = [
        "head-document",
        "download-json",
        "download-text",
        "data-source",
    ];
    let mut table = Table::new(say, "data-by-document-label", &heads);
    for document in &site.documents {
        let id = || document.id.clone();
        let mut row = table.row(&document.facts.title, Some(links.document(document)));
        row.language(super::foreign(site, document));
        row.link(
            say.text("download-json"),
            links.to(&Route::Export(ExportFile::DocumentJson(id()))),
        );
        row.link(
            say.text("data-plain-text"),
            links.to(&Route::Export(ExportFile::DocumentText(id()))),
        );
        match document.record.source {
            SourcePolicy::Publish => {
                row.link(
                    say.text("data-as-received"),
                    links.to(&Route::SourcePage(id())),
                );
            }
            SourcePolicy::Withhold => row.text(say.text("data-withheld"), None),
        }
    }
    table
}

fn account<'a>(site: &'a Site, links: &Links<'_>) -> Table<'a> {
    let say = &site.interface;
    let heads = [
        "head-document",
        "account-characters",
        "account-in-turns",
        "account-around",
        "account-left-out",
        "account-lost",
    ];
    let mut table = Table::new(say, "account-title", &heads);
    let mut total = Account::default();
    let mut n_lost = 0;
    for document in &site.documents {
        let account = &document.account;
        let mut row = table.row(&document.facts.title, Some(links.document(document)));
        row.language(super::foreign(site, document));
        let lost = lost(account);
        figures(&mut row, account, lost);
        total.add(account);
        n_lost += lost;
    }
    let mut row = table.row(say.text("row-all"), None);
    figures(&mut row, &total, n_lost);
    table
}

fn figures(row: &mut super::table::RowMaker<'_, '_>, account: &Account, lost: usize) {
    row.number(account.total);
    row.number(account.in_turns);
    row.number(account.in_blocks);
    row.number(account.dropped.values().sum());
    row.number(lost);
}

/// Characters that are in none of the places: there must be none.
fn lost(account: &Account) -> usize {
    account
        .total
        .saturating_sub(account.in_turns + account.in_blocks)
        .saturating_sub(account.dropped.values().sum())
}
