//! `memcon people`: drafts the authority file from the labels, adds to it what is missing, and makes one entry of two. What an editor
//! wrote stays as it is.

use super::report::{Report, Shown};
use super::{Common, Failure, Outcome, archive, console, diff};
use crate::authority;
use crate::diagnostic::{Diagnostics, Severity};
use crate::export::{self, PeopleDraft};
use crate::progress::Nobody;
use crate::rewrite;
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

/// How many of a list are named.
const NAMED: usize = 10;

/// What only `people` understands.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  memcon people                                show who is missing, and who may be one person
  memcon people --apply                        add those who are missing
  memcon people --merge ada-green a-green      show the two entries as one
  memcon people --merge ada-green a-green --apply")]
pub(super) struct Options {
    /// Write to content/people.toml what is shown without it
    #[arg(long, visible_alias = "write")]
    apply: bool,
    /// Make one entry of two that are one person: the labels and names of OTHER go to KEEP
    #[arg(long, num_args = 2, value_names = ["KEEP", "OTHER"])]
    merge: Option<Vec<String>>,
}

pub(super) fn run(common: &Common, options: &Options) -> Result<Outcome, Failure> {
    let folder = archive::folder(common)?;
    let mut sources = source::load_watched(&folder, archive::links(common), &Nobody)?;
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
    if let Some([keep, other]) = options.merge.as_deref() {
        return merge(common, options, (&folder, &sources), [keep, other]);
    }
    let written = sources.people.as_ref().map(|file| file.text.clone());
    let told = told(&site, &sources);
    let (draft, is_readable) = draft(site, &mut sources);
    if draft.text.is_empty() {
        if !common.quiet {
            console::remark(&format!("everybody who speaks is in {FILE}\n{told}"));
        }
        return Ok(Outcome::Done);
    }
    if !is_readable {
        console::result(&console::harmless(&draft.text))?;
        return Err(Failure(format!(
            "{FILE} cannot take further entries at its end; write each person there as a [[person]] of its own, or paste the above yourself"
        )));
    }
    if options.apply {
        append(&folder, written.as_deref(), &draft.text)?;
    } else {
        console::result(&console::harmless(&draft.text))?;
    }
    if !common.quiet {
        let people = console::counted(draft.n_people, "entry", "entries");
        let labels = console::counted(draft.n_doubtful, "label", "labels");
        let done = if options.apply {
            format!("{people} added to {FILE}; {labels} that several people fit, as comments\n")
        } else {
            format!(
                "{people} to add, {labels} that several people fit; --write puts them into {FILE}\n"
            )
        };
        console::remark(&format!("{done}{told}"));
    }
    Ok(Outcome::Done)
}

/// Who of the file may be one person, and who is never met.
fn told(site: &Site, sources: &Sources) -> String {
    let mut out = String::new();
    let alike = export::people_alike(site);
    if !alike.is_empty() {
        out.push_str("\nperhaps one person; each line shows what would change, and --apply behind it writes:\n");
    }
    for pair in alike.iter().take(NAMED) {
        let export::Alike { keep, other, why } = pair;
        out.push_str(&format!("  memcon people --merge {keep} {other}   {why}\n"));
    }
    if alike.len() > NAMED {
        out.push_str(&format!("  and {} more\n", alike.len() - NAMED));
    }
    let authority = authority::parse(sources, &mut Diagnostics::new());
    let unused = export::people_unused(site, &authority);
    if !unused.is_empty() {
        let first: Vec<String> = unused
            .iter()
            .take(NAMED)
            .map(|id| format!("`{id}`"))
            .collect();
        let more = match unused.len().saturating_sub(NAMED) {
            0 => String::new(),
            n => format!(" and {n} more"),
        };
        let people = console::counted(unused.len(), "entry", "entries");
        out.push_str(&format!(
            "\n{people} for people who speak nowhere, are named nowhere and were nowhere present: {}{more}\n",
            first.join(", ")
        ));
    }
    out
}

/// Makes one entry of two: shown first, and read before it is written.
fn merge(
    common: &Common,
    options: &Options,
    (folder, sources): (&Path, &Sources),
    [keep, other]: [&str; 2],
) -> Result<Outcome, Failure> {
    let before = sources.people.as_ref();
    let before = before.map_or("", |file| file.text.as_str());
    let after = rewrite::merged(before, keep, other).map_err(|why| {
        let help = if sources.tables.people.is_some() {
            "; of people in content/people.csv, make one row in your spreadsheet"
        } else {
            ""
        };
        Failure(format!("{FILE}: {why}{help}"))
    })?;
    let mut changed = sources.clone();
    changed.people = Some(TextFile {
        path: FILE.to_owned(),
        text: after.clone(),
    });
    let errors = |sources: &Sources| {
        let mut diagnostics = Diagnostics::new();
        let site = crate::compile(sources, &mut diagnostics);
        let report = Report::new(diagnostics, &[], false);
        let n = report
            .all()
            .iter()
            .filter(|found| found.severity == Severity::Error)
            .count();
        (
            n,
            report.text(&archive::texts(sources, &site), Shown::OnlyErrors),
        )
    };
    let (n_before, _) = errors(sources);
    let (n_after, told) = errors(&changed);
    if n_after > n_before {
        console::remark(&format!(
            "{told}nothing was written: `{other}` is still named at the places above; write `{keep}` there first\n"
        ));
        return Ok(Outcome::ContentErrors);
    }
    console::result(&console::harmless(&diff::of(FILE, before, &after)))?;
    if options.apply {
        let change = diff::Change {
            path: FILE,
            before: sources.people.as_ref().map(|file| file.text.as_str()),
            after: Some(&after),
        };
        diff::write(folder, &[change])?;
    }
    if !common.quiet {
        console::remark(if options.apply {
            "written\n"
        } else {
            "nothing is written yet; --apply writes it\n"
        });
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
