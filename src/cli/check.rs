//! `memcon check`: load, compile, report.

use super::console::{counted, number};
use super::report::Shown;
use super::{Common, Failure, Format, Outcome, archive, console};
use crate::export;
use crate::pages;
use crate::site::Site;
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};

/// What only `check` understands.
#[derive(Args, Debug)]
pub(super) struct Options {
    /// The form of the report
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Write the report as a page to be read or printed [default: memcon-report.html]
    #[arg(
        long,
        value_name = "FILE",
        num_args = 0..=1,
        default_missing_value = "memcon-report.html"
    )]
    html: Option<PathBuf>,
}

pub(super) fn run(common: &Common, options: &Options) -> Result<Outcome, Failure> {
    let folder = archive::folder(common)?;
    let archive = archive::read(common, &folder)?;
    let report = &archive.report;
    if let Some(file) = &options.html {
        write_page(&archive, file)?;
    }
    match options.format {
        Format::Text if options.html.is_some() => {
            let counts = report.counts();
            console::result(&format!("{}; {counts}\n", archive.summary()))?;
        }
        Format::Json => console::result(&export::check_json(report.all(), &archive.site.locks))?,
        Format::Text => {
            let shown = Shown::by(common);
            let mut out = report.opening(shown);
            out.push_str(&report.text(&archive.texts(), shown));
            if !common.quiet {
                if report.all().is_empty() {
                    out.push_str("nothing to report\n");
                }
                out.push_str(&left_out(&archive.site));
                out.push_str(&addresses(&archive.site));
                out.push_str(&format!("{}; {}\n", archive.summary(), report.counts()));
            }
            console::result(&out)?;
        }
    }
    if common.verbose {
        console::remark(&archive.stages.text());
    }
    Ok(if report.has_errors() {
        Outcome::ContentErrors
    } else {
        Outcome::Done
    })
}

/// What was left out, by reason: `2,310 of 80,120 letters are left out: 1,900 page furniture, 410 markup`.
fn left_out(site: &Site) -> String {
    let dropped = &site.account.dropped;
    let n: usize = dropped.values().sum();
    if n == 0 {
        return String::new();
    }
    let mut reasons: Vec<(&String, &usize)> = dropped.iter().collect();
    reasons.sort_by_key(|(reason, n)| (std::cmp::Reverse(**n), *reason));
    let named: Vec<String> = reasons
        .iter()
        .map(|(reason, n)| format!("{} {}", number(**n), console::harmless(reason)))
        .collect();
    format!(
        "{} of {} left out: {}\n",
        number(n),
        counted(site.account.total, "letter", "letters"),
        named.join(", ")
    )
}

/// What the next build would record of addresses; nothing where none was published yet.
fn addresses(site: &Site) -> String {
    let locks = &site.locks;
    if locks.is_first || locks.changes.is_empty() {
        return String::new();
    }
    format!(
        "the next build changes {} of addresses:\n{}",
        counted(locks.changes.len(), "lock", "locks"),
        archive::lock_changes(site)
    )
}

/// Writes the report as an HTML page.
fn write_page(archive: &archive::Archive, file: &Path) -> Result<(), Failure> {
    let texts = archive.texts();
    let (summary, counts) = (archive.summary(), archive.report.counts());
    let check = pages::Check {
        site: &archive.site,
        report: &archive.report.0,
        texts: &texts,
        summary: [&summary, &counts],
    };
    let page = pages::check(check, archive.theme.as_ref()).map_err(|found| {
        let place = &found.place;
        Failure(format!(
            "{}:{}: {}; {}",
            place.file, place.line, found.message, found.help
        ))
    })?;
    fs::write(file, page)
        .map_err(|error| Failure(format!("cannot write {}: {error}", file.display())))?;
    console::remark(&format!("wrote {}\n", file.display()));
    Ok(())
}
