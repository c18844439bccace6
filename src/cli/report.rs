//! The reports of a run as a terminal shows them.

use super::console::{counted, harmless, number};
use crate::diagnostic::{self, Code, Diagnostic, Diagnostics, Severity};
use crate::editorial::{self, Group};
use std::collections::BTreeMap;

/// How many places of a repeated report are named after the first.
const PLACES_NAMED: usize = 3;
/// How many files with the same kind of report are shown, unless all are asked for.
const FILES_SHOWN: usize = 10;

/// With fewer reports than these there is no need to say which comes first.
const FEWEST_FOR_OPENING: usize = 3;

/// The reports of a run, by file, then place.
pub(super) struct Report(pub(super) editorial::Report);

impl Report {
    /// The reports without those of some kinds; with `strict`, every warning is an error.
    pub(super) fn new(diagnostics: Diagnostics, without: &[Code], strict: bool) -> Report {
        Report(editorial::Report::new(diagnostics, without, strict))
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Diagnostic] {
        self.0.all()
    }

    /// Whether the archive cannot be published as it is.
    pub(super) fn has_errors(&self) -> bool {
        self.0.has_errors()
    }

    /// `2 errors, 1 warning`.
    pub(super) fn counts(&self) -> String {
        let errors = counted(self.0.count(Severity::Error), "error", "errors");
        let warnings = counted(self.0.count(Severity::Warning), "warning", "warnings");
        format!("{errors}, {warnings}")
    }

    /// The reports for a terminal, in color. What only repeats another is counted with it, unless all are asked for.
    pub(super) fn text(&self, texts: &BTreeMap<&str, &str>, shown: Shown) -> String {
        let mut out = String::new();
        let mut print = |found: &Diagnostic| {
            let text = texts.get(found.place.file.as_str()).copied();
            out.push_str(&diagnostic::render(&safe(found), text, true));
            out.push_str("\n\n");
        };
        if shown == Shown::Every {
            for found in self.all() {
                print(&with_fix(found.clone()));
            }
            return out;
        }
        let groups = self.0.groups();
        let is_shown =
            |group: &&Group<'_>| shown == Shown::EachOnce || group.severity == Severity::Error;
        let mut n_files: BTreeMap<Code, usize> = BTreeMap::new();
        for group in groups.iter().filter(is_shown) {
            let n = n_files.entry(group.code).or_default();
            *n += 1;
            if *n <= FILES_SHOWN || group.severity == Severity::Error {
                print(&together(group));
            }
        }
        for (code, n) in n_files {
            if n > FILES_SHOWN && code.severity() == Severity::Warning && shown == Shown::EachOnce {
                out.push_str(&format!(
                    "[{}] {} more of this kind in other files: -v shows them all\n\n",
                    code.name(),
                    number(n - FILES_SHOWN)
                ));
            }
        }
        out
    }

    /// What to do first, under its heading; nothing where only errors are asked for, or what follows is as short.
    pub(super) fn opening(&self, shown: Shown) -> String {
        if shown == Shown::OnlyErrors || self.0.groups().len() < FEWEST_FOR_OPENING {
            return String::new();
        }
        format!("To do first:\n\n{}\n", self.first_steps())
    }

    /// What to do first, each with the file to open and what to paste.
    fn first_steps(&self) -> String {
        let mut out = String::new();
        for (index, step) in self.0.steps().iter().enumerate() {
            let first = step.group.first();
            let more = match step.n_more {
                0 => String::new(),
                n => format!(" (and {} more: {})", number(n), first.code.name()),
            };
            let mut lines = vec![
                format!("{}{more}", harmless(&step.group.message())),
                harmless(&at(first)),
            ];
            if let Some(found_at) = &first.found_at {
                lines.push(format!("in the file, {}", harmless(found_at)));
            }
            match &first.fix {
                Some(fix) => {
                    lines.push(format!(
                        "{}: open {} and add",
                        harmless(&first.help),
                        harmless(&fix.file)
                    ));
                    lines.extend(
                        fix.paste
                            .lines()
                            .map(|line| format!("    {}", harmless(line))),
                    );
                }
                None => lines.push(harmless(&first.help)),
            }
            out.push_str(&format!("{:>3}. {}\n", index + 1, lines.join("\n     ")));
        }
        out
    }
}

/// Which reports are printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shown {
    /// Errors, each once.
    OnlyErrors,
    /// Errors and warnings, each once.
    EachOnce,
    /// Errors and warnings, wherever they occur.
    Every,
}

impl Shown {
    /// As `-q` and `-v` say.
    pub(super) fn by(common: &super::Common) -> Shown {
        if common.quiet {
            Shown::OnlyErrors
        } else if common.verbose {
            Shown::Every
        } else {
            Shown::EachOnce
        }
    }
}

/// A group as one report.
fn together(group: &Group<'_>) -> Diagnostic {
    let mut report = with_fix(group.first().clone());
    report.message = group.message();
    if group.all.len() > 1 {
        report.help = format!("{}\n{}", report.help, elsewhere(&group.all));
    }
    report
}

/// The report with what can be pasted, and the place in the file as it was received, among the words of its help.
fn with_fix(mut report: Diagnostic) -> Diagnostic {
    if let Some(found_at) = &report.found_at {
        report.help = format!("in the file, {found_at}\n{}", report.help);
    }
    if let Some(fix) = &report.fix {
        report.help = format!("{}; in {}:\n{}", report.help, fix.file, fix.paste);
    }
    report
}

/// The report with nothing in it that could give the terminal orders.
fn safe(found: &Diagnostic) -> Diagnostic {
    let mut report = found.clone();
    for text in [
        &mut report.message,
        &mut report.label,
        &mut report.help,
        &mut report.place.file,
    ] {
        *text = harmless(text);
    }
    report
}

/// “and 3 more: line 7, line 12 …”; “the same in 3 more places: a.txt:1, b.txt:7 …”
fn elsewhere(all: &[&Diagnostic]) -> String {
    let (first, others) = (all[0], &all[1..]);
    let in_one_file = others
        .iter()
        .all(|found| found.place.file == first.place.file);
    let named: Vec<String> = others
        .iter()
        .take(PLACES_NAMED)
        .map(|found| match found.place.line {
            line if in_one_file && line > 0 => format!("line {line}"),
            _ => place(found),
        })
        .collect();
    let more = if others.len() > PLACES_NAMED {
        " …"
    } else {
        ""
    };
    let places = counted(others.len(), "more place", "more places");
    let same = if others.iter().all(|found| found.message == first.message) {
        "the same in"
    } else {
        "and in"
    };
    format!("{same} {places}: {}{more}", named.join(", "))
}

/// `a.txt:7`
fn place(diagnostic: &Diagnostic) -> String {
    let place = &diagnostic.place;
    match place.line {
        0 => place.file.clone(),
        line => format!("{}:{line}", place.file),
    }
}

/// `a.txt:7:1`
fn at(diagnostic: &Diagnostic) -> String {
    match diagnostic.place.column {
        0 => place(diagnostic),
        column => format!("{}:{column}", place(diagnostic)),
    }
}
