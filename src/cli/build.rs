//! `memcon build`: load, compile, render all, write.

use super::archive::Archive;
use super::console::{self, counted, number};
use super::report::{Report, Shown};
use super::{Common, Failure, Outcome, archive, earlier};
use crate::diagnostic::Diagnostics;
use crate::document::Account;
use crate::export;
use crate::output::{
    self, ArchiveCopy, Copies, CopyOf, Foreign, Form, Target, WriteError, Written,
};
use crate::search::{Chosen, MOST_FOR_ELASTICLUNR};
use crate::site::Site;
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};

/// What only `build` understands.
#[derive(Args, Debug)]
pub(super) struct Options {
    /// The folder to write [default: public, in the archive]
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Replace the folder even if it holds files that memcon did not write
    #[arg(long)]
    force: bool,
    /// Write nothing and fail if an address is new, moved or gone: if a lock in content/anchors would change
    #[arg(long)]
    locked: bool,
    /// Render every file, even if nothing has changed since the build before
    #[arg(long)]
    no_cache: bool,
    /// Make locks anew that are lost, from an earlier copy of the site: a zip or a folder
    #[arg(long, value_name = "FILE")]
    lock_from: Option<PathBuf>,
    /// Write into FILE, as JSON, how long each stage took
    #[arg(long, value_name = "FILE")]
    timings: Option<PathBuf>,
    #[command(flatten)]
    copies: CopyOptions,
}

/// The copies that are wanted of the site.
#[derive(Args, Debug)]
struct CopyOptions {
    /// Write the whole site as one zip, too: it opens from a disk, with search [default: beside the site]
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "")]
    zip: Option<Wanted>,
    /// Write a copy of the whole archive to keep: sources, records, addresses, theme and site, with checksums and a page for whoever gets
    /// it. It also holds what is withheld from the site [default: in the archive]
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "")]
    keep: Option<Wanted>,
    /// Pack that copy as a bag (BagIt)
    #[arg(long, requires = "keep")]
    bagit: bool,
}

/// Where a copy is wanted.
#[derive(Clone, Debug)]
enum Wanted {
    /// Where it is put if nobody says.
    AsUsual,
    /// There.
    At(PathBuf),
}

impl Wanted {
    fn or(&self, usual: impl FnOnce() -> PathBuf) -> PathBuf {
        match self {
            Wanted::AsUsual => usual(),
            Wanted::At(path) => path.clone(),
        }
    }
}

/// Whether the place will do is seen when it is known where the site is.
impl From<String> for Wanted {
    fn from(text: String) -> Wanted {
        if text.is_empty() {
            Wanted::AsUsual
        } else {
            Wanted::At(PathBuf::from(text))
        }
    }
}

pub(super) fn run(common: &Common, options: &Options) -> Result<Outcome, Failure> {
    let folder = archive::folder(common)?;
    let locks = match &options.lock_from {
        Some(from) => earlier::locks(from)?,
        None => Vec::new(),
    };
    let archive = archive::read_with(common, &folder, locks)?;
    let shown = Shown::by(common);
    console::remark(&archive.report.opening(shown));
    console::remark(&archive.report.text(&archive.texts(), shown));
    let target = options
        .output
        .clone()
        .unwrap_or_else(|| match folder.to_str() {
            Some(".") => PathBuf::from("public"),
            _ => folder.join("public"),
        });
    let name = target.display();
    let (Some(theme), false) = (&archive.theme, archive.report.has_errors()) else {
        let counts = archive.report.counts();
        console::remark(&format!(
            "{counts}: nothing was written, {name} is as it was\n"
        ));
        return Ok(Outcome::ContentErrors);
    };
    if options.locked && !archive.site.locks.changes.is_empty() {
        let n = archive.site.locks.changes.len();
        let locks = if n == 1 { "a lock" } else { "locks" };
        console::remark(&format!(
            "{locks} would change:\n{}nothing was written, {name} is as it was; build without --locked and keep content/anchors under version control\n",
            archive::lock_changes(&archive.site)
        ));
        return Ok(Outcome::ContentErrors);
    }
    let foreign = if options.force {
        Foreign::Replace
    } else {
        Foreign::Keep
    };
    let copies = copies(common, options, &archive, &folder, &target)?;
    let place = Target {
        archive: &folder,
        folder: &target,
        foreign,
        copies: &copies,
        made_from: (!options.no_cache).then_some(&archive.sources),
    };
    let written = match output::write(&archive.site, theme, place, &archive.stages) {
        Ok(written) => written,
        Err(WriteError::Content(found)) => {
            let mut diagnostics = Diagnostics::new();
            for one in found {
                diagnostics.push(one);
            }
            let report = Report::new(diagnostics, &[], common.strict);
            console::remark(&report.text(&archive.texts(), shown));
            let counts = report.counts();
            console::remark(&format!(
                "{counts}: nothing was written, {name} is as it was\n"
            ));
            return Ok(Outcome::ContentErrors);
        }
        Err(error) => return Err(error.into()),
    };
    archive.stages.end();
    if let Some(file) = &options.timings {
        write_timings(&archive, &written, file)?;
    }
    if common.quiet {
        return Ok(Outcome::Done);
    }
    let mut out = format!("{}\n", archive.summary());
    if common.verbose {
        for entry in &archive.site.documents {
            out.push_str(&format!("{}: {}", entry.id, account(&entry.account)));
        }
    }
    out.push_str(&account(&archive.site.account));
    out.push_str(&told(&written, &name.to_string()));
    out.push_str(&search(written.search));
    if written.n_locks > 0 {
        out.push_str(&format!(
            "recorded addresses in {} of content/anchors: keep them with the archive\n",
            counted(written.n_locks, "file", "files")
        ));
    }
    for copy in &written.copies {
        let (place, size) = (copy.path.display(), size(copy.n_bytes));
        let line = match copy.of {
            CopyOf::Site => {
                format!("wrote the site to {place} ({size}): unpacked, it opens from a disk\n")
            }
            CopyOf::Archive => {
                let warning = warning(&archive.site);
                format!("wrote the whole archive to {place} ({size}), sources included{warning}\n")
            }
        };
        out.push_str(&line);
    }
    console::result(&out)?;
    for over in written.weight.over_limits() {
        console::warning(&over);
    }
    if common.verbose {
        console::remark(&archive.stages.text());
    }
    Ok(Outcome::Done)
}

/// Writes how long each stage took, beside how much there was to do.
fn write_timings(archive: &Archive, written: &Written, file: &Path) -> Result<(), Failure> {
    let site = &archive.site;
    let work = [
        ("documents", site.documents.len() as u64),
        ("turns", site.n_turns() as u64),
        ("files", written.n_files as u64),
        ("files_new_or_changed", written.n_new as u64),
        ("bytes", written.weight.n_bytes()),
    ];
    fs::write(file, archive.stages.json(&work))
        .map_err(|error| Failure(format!("cannot write {}: {error}", file.display())))
}

/// What was written where.
fn told(written: &Written, folder: &str) -> String {
    let files = counted(written.n_files, "file", "files");
    let size = size(written.weight.n_bytes());
    if written.is_as_before {
        format!("{folder} is as it was: {files} ({size})\n")
    } else if written.n_new == written.n_files {
        format!("wrote {files} ({size}) to {folder}\n")
    } else {
        let n_new = number(written.n_new);
        format!(
            "wrote {n_new} of {files} ({size} in all) to {folder}; the others are as they were\n"
        )
    }
}

/// The copies that are wanted, and where.
fn copies(
    common: &Common,
    options: &Options,
    archive: &Archive,
    folder: &Path,
    target: &Path,
) -> Result<Copies, Failure> {
    let site = &archive.site;
    let beside = || {
        let name = target.file_name().unwrap_or("site".as_ref());
        let name = format!("{}.zip", name.to_string_lossy());
        target.with_file_name(name)
    };
    let mut copies = Copies {
        site: options.copies.zip.as_ref().map(|wanted| wanted.or(beside)),
        archive: None,
        title: site.config.title.clone(),
    };
    if let Some(wanted) = &options.copies.keep {
        let name = if export::holds_withheld(site) {
            "archive-to-keep-NOT-PUBLIC.zip"
        } else {
            "archive-to-keep.zip"
        };
        let in_folder = || match folder.to_str() {
            Some(".") => PathBuf::from(name),
            _ => folder.join(name),
        };
        let handover = export::handover(
            site,
            export::Copy {
                report: &archive.report.0,
                base_url: common.base_url.as_deref(),
                is_bag: options.copies.bagit,
                left_out: &output::own(folder)?.left_out,
            },
        );
        copies.archive = Some(ArchiveCopy {
            path: wanted.or(in_folder),
            form: if options.copies.bagit {
                Form::Bag
            } else {
                Form::Plain
            },
            handover,
            about: export::bag_info(site),
        });
    }
    Ok(copies)
}

/// That a copy of the archive is nothing to publish, where that is so.
fn warning(site: &Site) -> String {
    match export::not_public(site).as_slice() {
        [] => String::new(),
        held => format!(": NOT for publication, for it holds {}", held.join("; ")),
    }
}

/// Where every character went.
fn account(account: &Account) -> String {
    let dropped: usize = account.dropped.values().sum();
    let lost = account.total - account.in_turns - account.in_blocks - dropped;
    let mut out = format!(
        "{}: {} in turns, {} in header, notes and narration, {} left out, {} lost\n",
        counted(account.total, "character", "characters"),
        number(account.in_turns),
        number(account.in_blocks),
        number(dropped),
        number(lost)
    );
    for (reason, n) in &account.dropped {
        out.push_str(&format!("  left out: {} {reason}\n", number(*n)));
    }
    out
}

/// Which index search has, and why.
fn search(chosen: Chosen) -> String {
    let most = size(MOST_FOR_ELASTICLUNR as u64);
    match chosen {
        Chosen::Elasticlunr {
            compressed,
            is_asked_for,
        } => {
            let compressed = size(compressed as u64);
            let why = if is_asked_for {
                "as site.toml asks".to_owned()
            } else {
                format!("less than {most}")
            };
            format!("search: one index of elasticlunr, {compressed} compressed, {why}\n")
        }
        Chosen::Sharded {
            n_shards,
            is_asked_for,
        } => {
            let shards = counted(n_shards, "shard", "shards");
            let why = if is_asked_for {
                "as site.toml asks".to_owned()
            } else {
                format!("since one of elasticlunr would take {most} or more compressed")
            };
            format!("search: an index in {shards}, {why}\n")
        }
    }
}

/// In bytes, kilobytes or megabytes.
fn size(n_bytes: u64) -> String {
    match n_bytes {
        0..1_000 => format!("{n_bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", n_bytes.div_ceil(1_000)),
        _ => format!("{:.1} MB", n_bytes as f64 / 1e6),
    }
}
