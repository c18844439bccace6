//! `memcon people`: drafts the authority file from the labels, or adds to it what is missing. What an editor wrote stays as it is.

use super::report::{Report, Shown};
use super::{Common, Failure, Outcome, archive, console};
use crate::diagnostic::{Diagnostics, Severity};
use crate::export::{self, PeopleDraft};
use crate::site::Site;
use crate::source::{self, Sources, TextFile};
use clap::Args;
use std::fs;
use std::io::Write;
use std::path::Path;

/// Where the authority file is.
const FILE: &str = "content/people.toml";

/// How often an archive is read again with what was drafted: an entry may make a label doubtful, and that is to be said at once.
const ROUNDS: usize = 4;

/// What only `people` understands.
#[derive(Args, Debug)]
pub(super) struct Options {
    /// Write to content/people.toml, after what is there; without it the entries are printed
    #[arg(long)]
    write: bool,
}

pub(super) fn run(common: &Common, options: &Options) -> Result<Outcome, Failure> {
    let folder = archive::folder(common)?;
    let mut sources = source::load(&folder)?;
    let mut diagnostics = Diagnostics::new();
    let site = crate::compile(&sources, &mut diagnostics);
    if is_wrong(&diagnostics) {
        let mut of_file = Diagnostics::new();
        for found in diagnostics.sorted() {
            if found.place.file == FILE {
                of_file.push(found.clone());
            }
        }
        let report = Report::new(of_file, &[], common.strict);
        console::remark(&report.text(&archive::texts(&sources, &site), Shown::by(common)));
        return Ok(Outcome::ContentErrors);
    }
    let written = sources.people.as_ref().map(|file| file.text.clone());
    let (draft, is_readable) = draft(site, &mut sources);
    if draft.text.is_empty() {
        if !common.quiet {
            console::remark(&format!("everybody who speaks is in {FILE}\n"));
        }
        return Ok(Outcome::Done);
    }
    if !is_readable {
        console::result(&console::harmless(&draft.text))?;
        return Err(Failure(format!(
            "{FILE} cannot take further entries at its end; write each person there as a [[person]] of its own, or paste the above yourself"
        )));
    }
    if options.write {
        append(&folder, written.as_deref(), &draft.text)?;
    } else {
        console::result(&console::harmless(&draft.text))?;
    }
    if !common.quiet {
        let people = console::counted(draft.n_people, "entry", "entries");
        let labels = console::counted(draft.n_doubtful, "label", "labels");
        let done = if options.write {
            format!("{people} added to {FILE}; {labels} that several people fit, as comments\n")
        } else {
            format!(
                "{people} to add, {labels} that several people fit; --write puts them into {FILE}\n"
            )
        };
        console::remark(&done);
    }
    Ok(Outcome::Done)
}

/// Whether the authority file itself is wrong. Other faults are `check`'s to say: a record may name somebody who is only now drafted.
fn is_wrong(diagnostics: &Diagnostics) -> bool {
    let sorted = diagnostics.sorted();
    let mut of_file = sorted.iter().filter(|found| found.place.file == FILE);
    of_file.any(|found| found.severity == Severity::Error)
}

/// Everything the file lacks, so that nothing is missing once it is added; and whether the file with it can be read.
pub(super) fn draft(site: Site, sources: &mut Sources) -> (PeopleDraft, bool) {
    let mut draft = export::people_draft(&site, written(sources));
    let mut added = draft.clone();
    drop(site);
    for _ in 0..ROUNDS {
        if added.text.is_empty() {
            break;
        }
        sources.people = Some(TextFile {
            path: FILE.to_owned(),
            text: joined(written(sources), &added.text),
        });
        let mut diagnostics = Diagnostics::new();
        let site = crate::compile(sources, &mut diagnostics);
        if is_wrong(&diagnostics) {
            return (draft, false);
        }
        added = export::people_draft(&site, written(sources));
        draft.text.push_str(&added.text);
        draft.n_people += added.n_people;
        draft.n_doubtful += added.n_doubtful;
    }
    (draft, true)
}

fn written(sources: &Sources) -> Option<&str> {
    sources.people.as_ref().map(|file| file.text.as_str())
}

/// A file with what is added at its end.
fn joined(written: Option<&str>, added: &str) -> String {
    let written = written.unwrap_or("");
    format!("{written}{}", addition(written, added))
}

/// What is added to a file, with its line ends, on lines of its own.
fn addition(written: &str, added: &str) -> String {
    let added = if written.is_empty() || written.ends_with('\n') {
        added.to_owned()
    } else {
        format!("\n{added}")
    };
    if written.contains("\r\n") {
        added.replace('\n', "\r\n")
    } else {
        added
    }
}

fn append(folder: &Path, written: Option<&str>, added: &str) -> Result<(), Failure> {
    let path = folder.join(FILE);
    let failure =
        |error: std::io::Error| Failure(format!("cannot write {}: {error}", path.display()));
    if let Some(above) = path.parent() {
        fs::create_dir_all(above).map_err(failure)?;
    }
    let mut file = fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(&path)
        .map_err(failure)?;
    let added = addition(written.unwrap_or(""), added);
    file.write_all(added.as_bytes()).map_err(failure)?;
    file.sync_all().map_err(failure)
}
