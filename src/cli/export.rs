//! `memcon export FORMAT [DOCUMENT]`: one file of data, byte for byte as `build` writes it.

use super::report::Shown;
use super::{Common, Failure, Outcome, archive, console};
use crate::output;
use crate::site::{DocumentEntry, Route, Site};
use clap::Args;
use std::path::PathBuf;

/// What is made by choice: how it is called here and in words, and the key of `site.toml` that asks for it.
const BY_CHOICE: [(&str, &str, &str); 3] = [
    ("akn.xml", "Akoma Ntoso", "akoma_ntoso"),
    ("archive.sqlite", "the database", "sqlite"),
    ("mapping.json", "what search engines load", "opensearch"),
];

/// What only `export` understands.
#[derive(Args, Debug)]
pub(super) struct Options {
    /// The form: json, txt, tei.xml … of a document; turns.csv, datapackage.json, feed.xml … of the archive
    format: String,
    /// The document, by its name in addresses or its file
    document: Option<String>,
    /// The file to write [default: standard output]
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(super) fn run(common: &Common, options: &Options) -> Result<Outcome, Failure> {
    let folder = archive::folder(common)?;
    let archive = archive::read(common, &folder)?;
    let site = &archive.site;
    let shown = if archive.report.has_errors() {
        Shown::by(common)
    } else {
        Shown::OnlyErrors
    };
    console::remark(&archive.report.text(&archive.texts(), shown));
    let (Some(theme), false) = (&archive.theme, archive.report.has_errors()) else {
        console::remark(&format!(
            "{}: nothing was exported\n",
            archive.report.counts()
        ));
        return Ok(Outcome::ContentErrors);
    };
    let routes = match &options.document {
        Some(name) => of_document(site, document(site, name)?),
        None => of_archive(site),
    };
    let Some(route) = routes.iter().find(|(format, _)| *format == options.format) else {
        return Err(unknown(site, options, &routes));
    };
    let written = output::export(site, theme, &route.1, options.output.as_deref());
    match written {
        Ok(None) => Ok(Outcome::Done),
        Ok(Some(bytes)) => console::bytes(&bytes).map(|()| Outcome::Done),
        Err(output::WriteError::Content(found)) => {
            for one in found {
                console::remark(&format!("error: {}\n  help: {}\n", one.message, one.help));
            }
            Ok(Outcome::ContentErrors)
        }
        Err(error) => Err(error.into()),
    }
}

/// The document with this name or file.
fn document<'a>(site: &'a Site, name: &str) -> Result<&'a DocumentEntry, Failure> {
    let is_it = |entry: &&DocumentEntry| {
        let path = entry.source.path.as_str();
        let file = path.rsplit('/').next().unwrap_or(path);
        entry.id.as_str() == name || file == name || name.ends_with(path)
    };
    site.documents.iter().find(is_it).ok_or_else(|| {
        Failure(format!(
            "the archive has no document “{name}”; name it as in its address, or by its file"
        ))
    })
}

/// The files of a document by the names of their forms.
fn of_document(site: &Site, document: &DocumentEntry) -> Vec<(String, Route)> {
    let offers = site.document_offers(document).into_iter();
    named(site, offers.map(|offer| offer.route))
}

/// The files of the whole archive by their names.
fn of_archive(site: &Site) -> Vec<(String, Route)> {
    let offers = site.archive_offers().into_iter().map(|offer| offer.route);
    named(site, site.table_files().map(Route::Export).chain(offers))
}

fn named(site: &Site, routes: impl Iterator<Item = Route>) -> Vec<(String, Route)> {
    routes
        .filter_map(|route| match &route {
            Route::Export(file) => Some((file.format(site), route)),
            _ => None,
        })
        .collect()
}

fn unknown(site: &Site, options: &Options, routes: &[(String, Route)]) -> Failure {
    let format = &options.format;
    let names: Vec<&str> = routes.iter().map(|(name, _)| name.as_str()).collect();
    let names = names.join(", ");
    let needs_document = options.document.is_none()
        && site.documents.iter().any(|entry| {
            of_document(site, entry)
                .iter()
                .any(|(name, _)| name == format)
        });
    Failure(if needs_document {
        format!("“{format}” is a form of one document; name it: memcon export {format} DOCUMENT")
    } else if let Some((_, what, key)) = BY_CHOICE.iter().find(|(name, ..)| name == format) {
        format!("{what} is made where site.toml asks for it: {key} = true under [export]")
    } else {
        format!("there is no form “{format}”; there are {names}")
    })
}
