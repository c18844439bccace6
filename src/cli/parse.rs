//! `memcon parse FILE`: how one transcript is read.

use super::archive::texts;
use super::report::{Report, Shown};
use super::{Common, Failure, Format, Outcome, console};
use crate::diagnostic::{Code, Diagnostics};
use crate::export::{self, Extent};
use crate::source::DocumentSource;
use crate::{authority, segment, source};
use clap::Args;
use std::path::PathBuf;

/// What only `parse` understands.
#[derive(Args, Debug)]
pub(super) struct Options {
    /// The transcript; it belongs to the archive it lies in, or to the one named with --site
    file: PathBuf,
    /// The form of the answer
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Tell how the turns were found: why each label was taken or refused, and what to paste to change it
    #[arg(long)]
    explain: bool,
}

pub(super) fn run(common: &Common, options: &Options) -> Result<Outcome, Failure> {
    let file = options
        .file
        .canonicalize()
        .map_err(|error| Failure(format!("cannot read {}: {error}", options.file.display())))?;
    let archive = match &common.site {
        Some(folder) => Some(
            folder
                .canonicalize()
                .map_err(|error| Failure(format!("cannot read {}: {error}", folder.display())))?,
        ),
        None => source::archive_of(&file),
    };
    let sources = source::one(archive.as_deref(), super::archive::links(common), &file)?;
    let mut diagnostics = Diagnostics::new();
    let site = crate::compile(&sources, &mut diagnostics);
    // What concerns the archive as a whole is `check`'s to say.
    let report = Report::new(
        diagnostics,
        &[Code::NoBaseUrl, Code::UnknownDocument],
        common.strict,
    );
    let entry = site.documents.first();
    // The file is read once more where somebody asks; nothing is kept for it otherwise.
    let explanation = match (sources.documents.first(), entry) {
        (Some(file), Some(entry)) if options.explain => {
            let file = &DocumentSource {
                source: entry.source.clone(),
                ..file.clone()
            };
            let authority = authority::parse(&sources, &mut Diagnostics::new());
            Some(segment::explain(file, &entry.record, &authority))
        }
        _ => None,
    };
    match (options.format, entry) {
        (Format::Json, Some(entry)) => {
            let explanation = explanation.as_ref();
            console::result(&export::parse_json(&site, entry, report.all(), explanation))?;
        }
        (Format::Json, None) => console::result(&export::parse_json_of_nothing(report.all()))?,
        (Format::Text, entry) => {
            console::result_in_parts(|print| match (entry, &explanation) {
                (Some(entry), Some(found)) => {
                    let extent = if common.verbose {
                        Extent::Whole
                    } else {
                        Extent::Short
                    };
                    print(&export::explain_text(&site, entry, found, extent));
                }
                (Some(entry), None) => export::parse_text(entry, print),
                (None, _) => {}
            })?;
            console::remark(&report.text(&texts(&sources, &site), Shown::by(common)));
        }
    }
    Ok(if report.has_errors() {
        Outcome::ContentErrors
    } else {
        Outcome::Done
    })
}
