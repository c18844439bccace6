//! `memcon convert`: what editors wrote in TOML goes into tables, or back. The difference is shown first.

use super::console::{self, counted};
use super::report::{Report, Shown};
use super::{Common, Failure, Outcome, archive, diff};
use crate::diagnostic::{Code, Diagnostics};
use crate::progress::Nobody;
use crate::rewrite::{self, Conversion};
use crate::site::{DocumentEntry, Site};
use crate::source::{self, Sources};
use clap::{Args, ValueEnum};
use std::path::Path;

/// What only `convert` understands.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  memcon convert --to csv           show what would go into tables
  memcon convert --to csv --apply   write it")]
pub(super) struct Options {
    /// Where facts, people, terms and decisions are to stand: in tables, or in text files
    #[arg(long, value_enum)]
    to: To,
    /// Write what is shown; without it nothing changes
    #[arg(long)]
    apply: bool,
}

/// The two forms.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum To {
    /// Tables for a spreadsheet.
    Csv,
    /// Text files: records, people.toml, glossary.toml.
    Toml,
}

pub(super) fn run(common: &Common, options: &Options) -> Result<Outcome, Failure> {
    let folder = archive::folder(common)?;
    let sources = source::load_watched(&folder, archive::links(common), &Nobody)?;
    let mut diagnostics = Diagnostics::new();
    let site = crate::compile(&sources, &mut diagnostics);
    if let Some(refused) = in_the_way(&sources, &site, diagnostics, common) {
        console::remark(&refused);
        return Ok(Outcome::ContentErrors);
    }
    let conversion = match options.to {
        To::Csv => rewrite::to_tables(&sources),
        To::Toml => rewrite::to_files(&sources),
    };
    let converted = conversion.applied(&sources);
    let mut diagnostics = Diagnostics::new();
    let after = crate::compile(&converted, &mut diagnostics);
    let report = Report::new(diagnostics, &[], common.strict);
    if report.has_errors() {
        console::remark(&report.text(&archive::texts(&converted, &after), Shown::OnlyErrors));
    }
    if report.has_errors() || changed(&site, &after).is_some() {
        let what = changed(&site, &after).unwrap_or("the archive");
        return Err(Failure(format!(
            "{} would not say the same in the other form; nothing was written: please report it",
            console::harmless(what)
        )));
    }
    let shown = shown(&sources, &conversion, options.to);
    console::result(&console::harmless(&shown))?;
    if options.apply {
        write(&folder, &sources, &conversion, options.to)?;
    }
    if !common.quiet {
        let n = counted(conversion.files.len(), "file", "files");
        console::remark(&match (conversion.files.is_empty(), options.apply) {
            (true, _) => "nothing is to be converted\n".to_owned(),
            (false, true) => format!("{n} changed\n"),
            (false, false) => format!("{n} would change; --apply writes them\n"),
        });
    }
    Ok(Outcome::Done)
}

/// What gains is written before what is shortened: should the machine fail between two files, something stands twice and nothing nowhere.
fn write(folder: &Path, sources: &Sources, done: &Conversion, to: To) -> Result<(), Failure> {
    let texts = sources.texts();
    let changes = done.files.iter().map(|(path, after)| diff::Change {
        path,
        before: texts.get(path.as_str()).copied(),
        after: after.as_deref(),
    });
    let is_table = |path: &str| Path::new(path).extension().is_some_and(|e| e == "csv");
    let (mut first, then): (Vec<_>, Vec<_>) =
        changes.partition(|change| is_table(change.path) == (to == To::Csv));
    first.extend(then);
    diff::write(folder, &first)
}

/// What has to be settled before: errors, and rows that say something else than a record.
fn in_the_way(
    sources: &Sources,
    site: &Site,
    diagnostics: Diagnostics,
    common: &Common,
) -> Option<String> {
    let tables: Vec<&str> = sources.tables.all().map(|t| t.file.path.as_str()).collect();
    let mut open = Diagnostics::new();
    for found in diagnostics.sorted() {
        let is_of_table = tables.contains(&found.place.file.as_str());
        if found.code == Code::Contradiction && is_of_table {
            open.push(found.clone());
        }
    }
    let report = Report::new(diagnostics, &[], common.strict);
    let texts = archive::texts(sources, site);
    if report.has_errors() {
        let text = report.text(&texts, Shown::OnlyErrors);
        return Some(format!("{text}nothing was converted: settle this first\n"));
    }
    let open = Report::new(open, &[], common.strict);
    (!open.all().is_empty()).then(|| {
        let text = open.text(&texts, Shown::by(common));
        format!("{text}nothing was converted: what is not used now would be used then; settle this first\n")
    })
}

/// Every file as it was and as it would be, and what stays where it is.
fn shown(sources: &Sources, conversion: &Conversion, to: To) -> String {
    let texts = sources.texts();
    let mut out = String::new();
    for (path, after) in &conversion.files {
        let before = texts.get(path.as_str()).copied().unwrap_or("");
        let after = after.as_deref().unwrap_or("");
        out.push_str(&diff::of(path, before, after));
        out.push('\n');
    }
    if !conversion.stays.is_empty() {
        out.push_str(match to {
            To::Csv => "What a table has no column for, or a cell cannot hold as it is, stays:\n",
            To::Toml => "This stays:\n",
        });
        for line in &conversion.stays {
            out.push_str(&format!("  {line}\n"));
        }
    }
    out
}

/// The first thing that would not be the same.
fn changed<'a>(before: &'a Site, after: &Site) -> Option<&'a str> {
    let people = |site: &Site| -> Vec<_> {
        let people = site.people.values();
        let known = people.filter_map(|person| person.authority.clone());
        known
            .map(|mut person| {
                person.portrait = None;
                person
            })
            .collect()
    };
    if people(before) != people(after) {
        return Some("the people");
    }
    if before.documents.len() != after.documents.len() {
        return Some("the archive");
    }
    let mut pairs = before.documents.iter().zip(&after.documents);
    pairs
        .find(|(one, other)| !is_same(one, other))
        .map(|(one, _)| one.id.as_str())
}

fn is_same(one: &DocumentEntry, other: &DocumentEntry) -> bool {
    let spoken = |entry: &DocumentEntry| -> Vec<_> {
        let turns = entry.turns.iter();
        turns.map(|turn| turn.attribution.clone()).collect()
    };
    let (a, b) = (&one.record, &other.record);
    one.id == other.id
        && one.document == other.document
        && one.facts == other.facts
        && spoken(one) == spoken(other)
        && a.provenance == b.provenance
        && a.subjects == b.subjects
        && (&a.summary, &a.summary_by) == (&b.summary, &b.summary_by)
        && (&a.archive, &a.archive_reference) == (&b.archive, &b.archive_reference)
        && (&a.author, &a.publisher, &a.translator) == (&b.author, &b.publisher, &b.translator)
        && (&a.rights, &a.added, &a.status) == (&b.rights, &b.added, &b.status)
        && a.source == b.source
}
