//! The data page: what can be taken away, what its fields mean, and where every character of the sources went.

use super::Theme;
use super::frame::Frame;
use super::links::Links;
use super::table::Table;
use crate::diagnostic::Diagnostic;
use crate::document::{Account, DropReason};
use crate::interface::Interface;
use crate::record::SourcePolicy;
use crate::site::{ArchiveTable, ExportFile, Offer, Route, Site, TableForm};
use serde::Serialize;

/// Everything `templates/data.html` may use.
#[derive(Serialize)]
struct DataPage<'a> {
    frame: Frame,
    files: Vec<FileView<'a>>,
    documents: Table<'a>,
    tables: Vec<TableView<'a>>,
    /// Whether every character is accounted for.
    is_complete: bool,
    account: Table<'a>,
    dropped: Vec<DroppedView<'a>>,
    unread: Vec<UnreadView<'a>>,
    rights: Option<&'a str>,
    /// The page that tells how the archive was tested.
    tested_url: String,
}

/// A file of the whole archive.
#[derive(Serialize)]
struct FileView<'a> {
    title: String,
    about: &'a str,
    url: String,
}

/// A table of the whole archive.
#[derive(Serialize)]
struct TableView<'a> {
    name: &'static str,
    about: &'a str,
    files: Vec<TableFile>,
    fields: Vec<FieldView<'a>>,
}

/// A table in one of its forms.
#[derive(Serialize)]
struct TableFile {
    title: String,
    url: String,
}

/// A column of a table.
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

pub(super) fn render(site: &Site, theme: &Theme) -> Result<String, Diagnostic> {
    let route = Route::Data;
    let links = Links::new(site, &route);
    let say = &site.interface;
    let files = site.archive_offers();
    let files = files.iter().map(|offer| FileView {
        title: offer.route.path(site),
        about: say.text(offer.about),
        url: links.to(&offer.route),
    });
    let mut frame = Frame::new(site, &route, Some(say.text("data-title")));
    frame.description = Some(say.say(
        "data-description",
        &[("archive", (&site.config.title).into())],
    ));
    let page = DataPage {
        frame,
        files: files.collect(),
        documents: documents(site, &links),
        tables: site
            .tables()
            .map(|table| table_view(site, &links, table))
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
        tested_url: links.to(&Route::Tested),
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

/// A table with the links to its forms and the meaning of its columns.
fn table_view<'a>(site: &'a Site, links: &Links<'_>, table: ArchiveTable) -> TableView<'a> {
    let say = &site.interface;
    let files = TableForm::ALL.map(|form| {
        let route = Route::Export(ExportFile::Table(table, form));
        TableFile {
            title: format!("{}.{}", table.name(), form.extension()),
            url: links.to(&route),
        }
    });
    TableView {
        name: table.name(),
        about: say.text(table.about()),
        files: files.into(),
        fields: table
            .columns()
            .iter()
            .map(|column| FieldView {
                name: column.name,
                meaning: say.text(column.meaning),
            })
            .collect(),
    }
}

/// A row a document: a column for each form that any of them has.
fn documents<'a>(site: &'a Site, links: &Links<'_>) -> Table<'a> {
    let say = &site.interface;
    let offers: Vec<Vec<Offer>> = site
        .documents
        .iter()
        .map(|document| site.document_offers(document))
        .collect();
    let mut forms: Vec<&'static str> = Vec::new();
    for offer in offers.iter().flatten() {
        let is_shown = offer.alternate.is_some() || offer.title == SOURCE;
        if is_shown && !forms.contains(&offer.title) {
            forms.push(offer.title);
        }
    }
    let heads: Vec<&str> = std::iter::once("head-document")
        .chain(forms.iter().copied())
        .collect();
    let mut table = Table::new(say, "data-by-document-label", &heads);
    for (document, offers) in site.documents.iter().zip(&offers) {
        let mut row = table.row(&document.facts.title, Some(links.document(document)));
        row.language(super::foreign(site, document));
        let is_withheld = document.record.source == SourcePolicy::Withhold;
        for form in &forms {
            match offers.iter().find(|offer| offer.title == *form) {
                Some(offer) => row.link(say.text(offer.title), links.to(&offer.route)),
                None if is_withheld && *form == SOURCE => {
                    row.text(say.text("data-withheld"), None);
                }
                None => row.text("", None),
            }
        }
    }
    table
}

/// The form that is the source itself.
const SOURCE: &str = "download-source";

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
