//! The data page: what can be taken away, what its fields mean, and where every character of the sources went.

use super::Theme;
use super::frame::Frame;
use super::links::Links;
use super::table::Table;
use super::words;
use crate::diagnostic::Diagnostic;
use crate::document::Account;
use crate::record::SourcePolicy;
use crate::site::{Route, Site};
use serde::Serialize;

/// Everything `templates/data.html` may use.
#[derive(Serialize)]
struct DataPage<'a> {
    frame: Frame,
    files: Vec<FileView>,
    documents: Table,
    fields: &'static [FieldView],
    /// Whether every character is accounted for.
    is_complete: bool,
    account: Table,
    dropped: Vec<DroppedView<'a>>,
    unread: Vec<UnreadView<'a>>,
    rights: Option<&'a str>,
}

/// A file of the whole archive.
#[derive(Serialize)]
struct FileView {
    title: &'static str,
    about: &'static str,
    url: String,
}

/// A field of `data/turns.jsonl`.
#[derive(Serialize)]
struct FieldView {
    name: &'static str,
    meaning: &'static str,
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

const FIELDS: &[FieldView] = &[
    FieldView {
        name: "document",
        meaning: "the document’s name in addresses",
    },
    FieldView {
        name: "anchor",
        meaning: "the turn’s address in the document’s page: t12",
    },
    FieldView {
        name: "n",
        meaning: "today’s position of the turn, from 1; for machines only",
    },
    FieldView {
        name: "url",
        meaning: "the turn’s published address, if the archive has one",
    },
    FieldView {
        name: "title",
        meaning: "the document’s title",
    },
    FieldView {
        name: "conversation",
        meaning: "the conversation, where the document reports several",
    },
    FieldView {
        name: "date",
        meaning: "the date of the talk (EDTF): the conversation’s, else the document’s",
    },
    FieldView {
        name: "document_date",
        meaning: "the date of the document (EDTF)",
    },
    FieldView {
        name: "kind",
        meaning: "the kind of document",
    },
    FieldView {
        name: "turn_kind",
        meaning: "labeled, quoted, attributed-quote or unmarked (no label after a gap)",
    },
    FieldView {
        name: "speaker_label",
        meaning: "the label as printed, without the mark at its end; null if none is printed",
    },
    FieldView {
        name: "speaker",
        meaning: "the person’s name; null if nobody is named",
    },
    FieldView {
        name: "speaker_id",
        meaning: "the person’s name in addresses",
    },
    FieldView {
        name: "attribution",
        meaning: "how we know: authority, record (the editors’ decision), provisional, ambiguous, collective, unidentified or unmarked",
    },
    FieldView {
        name: "language",
        meaning: "the language of the text (BCP 47)",
    },
    FieldView {
        name: "archive_reference",
        meaning: "where the original is kept",
    },
    FieldView {
        name: "translator",
        meaning: "who translated it",
    },
    FieldView {
        name: "text",
        meaning: "the words as printed, paragraphs joined by a blank line",
    },
];

pub(super) fn render(site: &Site, theme: &Theme) -> Result<String, Diagnostic> {
    let route = Route::Data;
    let links = Links::new(site, &route);
    let mut files = vec![
        FileView {
            title: "turns.jsonl",
            about: "every turn, one JSON object a line",
            url: links.to(&Route::TurnsJsonl),
        },
        FileView {
            title: "feed.xml",
            about: "the documents as an Atom feed",
            url: links.to(&Route::Feed),
        },
    ];
    if site.config.base_url.is_some() {
        files.push(FileView {
            title: "sitemap.xml",
            about: "the address of every page",
            url: links.to(&Route::Sitemap),
        });
    }
    let mut frame = Frame::new(site, &route, Some("Data and downloads"));
    frame.description = Some(format!(
        "{}: downloads, the meaning of their fields, and where every character of the sources went.",
        site.config.title
    ));
    let page = DataPage {
        frame,
        files,
        documents: documents(site, &links),
        fields: FIELDS,
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
                        reason,
                        n_characters: words::count(*n, "character", "characters"),
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

fn documents(site: &Site, links: &Links<'_>) -> Table {
    let heads = ["Document", "JSON", "Plain text", "Source"];
    let mut table = Table::new("Downloads by document", &heads);
    for document in &site.documents {
        let id = || document.id.clone();
        let mut row = table.row(&document.facts.title, Some(links.document(document)));
        row.link("JSON", links.to(&Route::DocumentJson(id())));
        row.link("plain text", links.to(&Route::DocumentText(id())));
        match document.record.source {
            SourcePolicy::Publish => {
                row.link("as received", links.to(&Route::SourcePage(id())));
            }
            SourcePolicy::Withhold => row.text("withheld"),
        }
    }
    table
}

fn account(site: &Site, links: &Links<'_>) -> Table {
    let heads = [
        "Document",
        "Characters",
        "In turns",
        "Around them",
        "Left out",
        "Lost",
    ];
    let mut table = Table::new("Where every character went", &heads);
    let mut total = Account::default();
    let mut n_lost = 0;
    for document in &site.documents {
        let account = &document.account;
        let mut row = table.row(&document.facts.title, Some(links.document(document)));
        let lost = lost(account);
        figures(&mut row, account, lost);
        total.add(account);
        n_lost += lost;
    }
    let mut row = table.row("All", None);
    figures(&mut row, &total, n_lost);
    table
}

fn figures(row: &mut super::table::RowMaker<'_>, account: &Account, lost: usize) {
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
