//! `memcon check`: load, compile, report.

use super::report::Shown;
use super::{Common, Failure, Format, Outcome, archive, console};
use crate::export;
use clap::Args;

/// What only `check` understands.
#[derive(Args, Debug)]
pub(super) struct Options {
    /// The form of the report
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

pub(super) fn run(common: &Common, options: &Options) -> Result<Outcome, Failure> {
    let folder = archive::folder(common)?;
    let archive = archive::read(common, &folder)?;
    let report = &archive.report;
    match options.format {
        Format::Json => console::result(&export::check_json(report.all()))?,
        Format::Text => {
            let mut out = report.text(&archive.sources, Shown::by(common));
            if !common.quiet {
                if report.all().is_empty() {
                    out.push_str("nothing to report\n");
                } else {
                    out.push_str(&format!("To do first:\n{}\n", report.first_steps()));
                }
                out.push_str(&format!("{}; {}\n", archive.summary(), report.counts()));
            }
            console::result(&out)?;
        }
    }
    Ok(if report.has_errors() {
        Outcome::ContentErrors
    } else {
        Outcome::Done
    })
}
