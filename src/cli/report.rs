//! The reports of a run, in the order and number in which an editor wants them.

use super::console::{counted, visible};
use crate::diagnostic::{self, Code, Diagnostic, Diagnostics, Severity};
use crate::source::Sources;
use std::collections::BTreeMap;

/// How many places of a repeated report are named after the first.
const PLACES_NAMED: usize = 3;
/// How many things to do first are named.
const STEPS_NAMED: usize = 5;

/// The reports of a run, by file, then place.
pub(super) struct Report(Vec<Diagnostic>);

impl Report {
    /// The reports without those of some kinds; with `strict`, every warning is an error.
    pub(super) fn new(diagnostics: Diagnostics, without: &[Code], strict: bool) -> Report {
        let diagnostics = if strict {
            diagnostics.strict()
        } else {
            diagnostics
        };
        let wanted = |found: &&Diagnostic| !without.contains(&found.code);
        Report(
            diagnostics
                .sorted()
                .into_iter()
                .filter(wanted)
                .cloned()
                .collect(),
        )
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Diagnostic] {
        &self.0
    }

    /// Whether the archive cannot be published as it is.
    pub(super) fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|d| d.severity == severity).count()
    }

    /// `2 errors, 1 warning`.
    pub(super) fn counts(&self) -> String {
        let errors = counted(self.count(Severity::Error), "error", "errors");
        let warnings = counted(self.count(Severity::Warning), "warning", "warnings");
        format!("{errors}, {warnings}")
    }

    /// The reports for a terminal, in color. What only repeats another is counted with it, unless all are asked for.
    pub(super) fn text(&self, sources: &Sources, shown: Shown) -> String {
        let texts = texts(sources);
        let mut out = String::new();
        for group in self.groups(shown) {
            let first = group[0];
            let mut report = first.clone();
            for text in [
                &mut report.message,
                &mut report.label,
                &mut report.help,
                &mut report.place.file,
            ] {
                *text = visible(text);
            }
            if group.len() > 1 {
                report.help = format!("{}\n{}", report.help, elsewhere(&group[1..]));
            }
            let text = texts.get(first.place.file.as_str()).copied();
            out.push_str(&diagnostic::render(&report, text, true));
            out.push_str("\n\n");
        }
        out
    }

    fn groups(&self, shown: Shown) -> Vec<Vec<&Diagnostic>> {
        let mut groups: Vec<Vec<&Diagnostic>> = Vec::new();
        let mut known: BTreeMap<(Code, &str), usize> = BTreeMap::new();
        for found in &self.0 {
            match shown {
                Shown::OnlyErrors if found.severity == Severity::Warning => {}
                Shown::Every => groups.push(vec![found]),
                Shown::OnlyErrors | Shown::EachOnce => {
                    let index = *known
                        .entry((found.code, &found.message))
                        .or_insert(groups.len());
                    match groups.get_mut(index) {
                        Some(group) => group.push(found),
                        None => groups.push(vec![found]),
                    }
                }
            }
        }
        groups
    }

    /// What to do first: at most five kinds of report, errors before warnings, then by number, each with its first place and help.
    pub(super) fn first_steps(&self) -> String {
        let mut kinds: BTreeMap<(Severity, Code), Vec<&Diagnostic>> = BTreeMap::new();
        for found in &self.0 {
            kinds
                .entry((found.severity, found.code))
                .or_default()
                .push(found);
        }
        let mut kinds: Vec<_> = kinds.into_iter().collect();
        kinds.sort_by_key(|((severity, code), found)| {
            (*severity, std::cmp::Reverse(found.len()), *code)
        });
        let mut out = String::new();
        for (index, ((_, code), found)) in kinds.iter().take(STEPS_NAMED).enumerate() {
            let first = found[0];
            let more = match found.len() - 1 {
                0 => String::new(),
                n => format!(" (and {n} more {})", code.name()),
            };
            out.push_str(&format!(
                "  {}. {}: {}{more}\n",
                index + 1,
                visible(&place(first)),
                visible(&first.help)
            ));
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

/// “the same in 3 more places: a.txt:1, b.txt:7 …”
fn elsewhere(others: &[&Diagnostic]) -> String {
    let named: Vec<String> = others
        .iter()
        .take(PLACES_NAMED)
        .map(|found| visible(&place(found)))
        .collect();
    let more = if others.len() > PLACES_NAMED {
        " …"
    } else {
        ""
    };
    let places = counted(others.len(), "more place", "more places");
    format!("the same in {places}: {}{more}", named.join(", "))
}

fn place(diagnostic: &Diagnostic) -> String {
    let place = &diagnostic.place;
    match place.line {
        0 => place.file.clone(),
        line => format!("{}:{line}", place.file),
    }
}

/// The texts that reports can quote, by path.
fn texts(sources: &Sources) -> BTreeMap<&str, &str> {
    let records = sources.documents.iter().filter_map(|d| d.record.as_ref());
    let files = [&sources.config, &sources.people, &sources.glossary];
    files
        .into_iter()
        .flatten()
        .chain(records)
        .chain(&sources.pages)
        .chain(sources.templates.values())
        .map(|file| (file.path.as_str(), file.text.as_str()))
        .chain(
            sources
                .documents
                .iter()
                .map(|d| (d.source.path.as_str(), d.source.text.as_str())),
        )
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;

    fn report(found: &[(Code, &str, &str)]) -> Report {
        let mut diagnostics = Diagnostics::new();
        for (code, file, message) in found {
            diagnostics.push(Diagnostic::new(
                *code,
                Place::file(file),
                *message,
                "mend it",
            ));
        }
        Report::new(diagnostics, &[], false)
    }

    #[test]
    fn the_same_fault_a_hundred_times_is_one_group() {
        let report = report(&[(Code::NoDate, "a.txt", "m"); 100]);
        assert_eq!(report.groups(Shown::EachOnce).len(), 1);
        assert_eq!(report.groups(Shown::Every).len(), 100);
        assert_eq!(report.groups(Shown::OnlyErrors).len(), 0);
        assert_eq!(report.counts(), "0 errors, 100 warnings");
    }

    #[test]
    fn errors_are_to_be_mended_first() {
        let report = report(&[
            (Code::NoDate, "a.txt", "m"),
            (Code::NoDate, "b.txt", "m"),
            (Code::BadToml, "site.toml", "n"),
        ]);
        assert_eq!(
            report.first_steps(),
            "  1. site.toml: mend it\n  2. a.txt: mend it (and 1 more no-date)\n"
        );
    }
}
