//! The reports of a run, in the order and number in which an editor wants them.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::interface::grouped;
use std::collections::{BTreeMap, BTreeSet};

/// How many things to do first are named.
const STEPS_NAMED: usize = 5;

/// The reports of a run, by file, then place.
#[derive(Clone, Debug)]
pub struct Report(Vec<Diagnostic>);

/// Reports that are told as one: those of a kind in one file, or of a kind that is settled in one go.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// What kind.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// The reports, by file, then place; one at least.
    pub all: Vec<&'a Diagnostic>,
}

impl<'a> Group<'a> {
    /// The first of them.
    pub fn first(&self) -> &'a Diagnostic {
        self.all[0]
    }

    /// How many there are of what; the message where all say the same.
    pub fn summary(&self) -> String {
        let messages: BTreeSet<&str> = self.all.iter().map(|found| &*found.message).collect();
        let n = if self.code.counts_messages() {
            messages.len()
        } else {
            self.all.len()
        };
        // What an editor wrote wrong is named, however often it has consequences.
        let is_named = self.code.severity() == Severity::Error && messages.len() == 1;
        if n == 1 || is_named {
            return self.first().message.clone();
        }
        format!("{} {}", number(n), self.code.many())
    }

    /// All of them in a sentence: `37 turns begin with a small letter; the first: …`.
    pub fn message(&self) -> String {
        let first = &self.first().message;
        if self.all.iter().all(|found| found.message == *first) {
            return self.summary();
        }
        format!("{}; the first: {first}", self.summary())
    }

    /// In how many files they are.
    pub fn n_files(&self) -> usize {
        let mut files: Vec<&str> = self.all.iter().map(|found| &*found.place.file).collect();
        files.dedup();
        files.len()
    }
}

/// One of the things to do first.
#[derive(Clone, Debug)]
pub struct Step<'a> {
    /// The reports it begins with.
    pub group: Group<'a>,
    /// How many more reports of the kind there are.
    pub n_more: usize,
}

impl Report {
    /// The reports without those of some kinds; with `strict`, every warning is an error.
    pub fn new(diagnostics: Diagnostics, without: &[Code], strict: bool) -> Report {
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
    pub fn all(&self) -> &[Diagnostic] {
        &self.0
    }

    /// Whether the archive cannot be published as it is.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|d| d.severity == severity).count()
    }

    /// How many there are of each kind, the most harmful kind first.
    pub fn kinds(&self) -> Vec<(Code, usize)> {
        let mut kinds: BTreeMap<Code, usize> = BTreeMap::new();
        for found in &self.0 {
            *kinds.entry(found.code).or_default() += 1;
        }
        let mut kinds: Vec<_> = kinds.into_iter().collect();
        kinds.sort_by_key(|(code, _)| (code.severity(), code.harm(), *code));
        kinds
    }

    /// The reports by file, those of a kind in a file as one. What an editor wrote is told each by itself, unless it says the same.
    pub fn groups(&self) -> Vec<Group<'_>> {
        let mut groups: Vec<Group<'_>> = Vec::new();
        let mut known: BTreeMap<(Code, &str, &str), usize> = BTreeMap::new();
        for found in &self.0 {
            let by_editor = found.code.severity() == Severity::Error;
            let key = match (by_editor, found.code.is_told_once()) {
                (true, _) => (found.code, "", found.message.as_str()),
                (false, true) => (found.code, "", ""),
                (false, false) => (found.code, found.place.file.as_str(), ""),
            };
            let index = *known.entry(key).or_insert(groups.len());
            match groups.get_mut(index) {
                Some(group) => group.all.push(found),
                None => groups.push(Group {
                    code: found.code,
                    severity: found.severity,
                    all: vec![found],
                }),
            }
        }
        groups
    }

    /// What to do first: at most five kinds of report, errors before warnings, then by what they mean for readers.
    pub fn steps(&self) -> Vec<Step<'_>> {
        let mut kinds: BTreeMap<Code, (Group<'_>, usize)> = BTreeMap::new();
        for group in self.groups() {
            match kinds.get_mut(&group.code) {
                Some((first, n_more)) if group.all.len() > first.all.len() => {
                    *n_more += first.all.len();
                    *first = group;
                }
                Some((_, n_more)) => *n_more += group.all.len(),
                None => {
                    kinds.insert(group.code, (group, 0));
                }
            }
        }
        let mut steps: Vec<Step<'_>> = kinds
            .into_values()
            .map(|(group, n_more)| Step { group, n_more })
            .collect();
        let is_by_editor = |step: &Step<'_>| step.group.code.severity();
        steps.sort_by_key(|step| (is_by_editor(step), step.group.code.harm(), step.group.code));
        steps.truncate(STEPS_NAMED);
        steps
    }
}

/// A number with its thousands apart: `12,345`.
pub fn number(n: usize) -> String {
    grouped(n, ",")
}

/// A number with its noun: `1 turn`, `2,000 turns`.
pub fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
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

    fn messages(report: &Report) -> Vec<String> {
        report.groups().iter().map(Group::message).collect()
    }

    #[test]
    fn a_kind_of_report_is_told_once_a_file() {
        let many: Vec<_> = ["x", "y", "z"]
            .map(|m| (Code::SmallLetter, "a.txt", m))
            .into();
        let mut all = many.repeat(100);
        all.push((Code::SmallLetter, "b.txt", "v"));
        assert_eq!(
            messages(&report(&all)),
            [
                "300 turns or paragraphs begin with a small letter; the first: x",
                "v"
            ]
        );
    }

    #[test]
    fn what_is_settled_in_one_go_is_told_once() {
        let all = [(Code::NoDate, "a.txt", "m"), (Code::NoDate, "b.txt", "m")];
        let report = report(&all);
        assert_eq!(messages(&report), ["2 documents have no date"]);
        assert_eq!(report.groups()[0].n_files(), 2);
    }

    #[test]
    fn a_label_is_counted_once_however_many_documents_print_it() {
        let all = [("a.txt", "m"), ("a.txt", "n"), ("b.txt", "m")];
        let report = report(&all.map(|(file, m)| (Code::UnmatchedSpeaker, file, m)));
        assert_eq!(
            messages(&report),
            ["2 speaker labels fit no entry of the authority file; the first: m"]
        );
    }

    #[test]
    fn one_label_is_named() {
        let found = ["a.txt", "b.txt"].map(|file| (Code::UnmatchedSpeaker, file, "m"));
        assert_eq!(messages(&report(&found)), ["m"]);
    }

    #[test]
    fn two_mistakes_of_an_editor_are_two_reports() {
        let all = [
            (Code::UnknownPerson, "a.toml", "m"),
            (Code::UnknownPerson, "a.toml", "n"),
        ];
        assert_eq!(messages(&report(&all)), ["m", "n"]);
    }

    #[test]
    fn what_harms_readers_most_is_to_be_done_first() {
        let report = report(&[
            (Code::NoDate, "a.txt", "no date"),
            (Code::NoDate, "b.txt", "no date"),
            (Code::SmallLetter, "a.txt", "one"),
            (Code::SmallLetter, "b.txt", "two"),
            (Code::SmallLetter, "b.txt", "three"),
            (Code::Duplicate, "a.txt", "twice"),
            (Code::LongTurn, "c.txt", "long"),
            (Code::UnreadFile, "d.doc", "unread"),
            (Code::BadToml, "site.toml", "broken"),
        ]);
        let steps: Vec<_> = report
            .steps()
            .iter()
            .map(|step| {
                (
                    step.group.code.name(),
                    step.group.first().place.file.clone(),
                    step.n_more,
                )
            })
            .collect();
        let expected = [
            ("bad-toml", "site.toml", 0),
            ("unread-file", "d.doc", 0),
            ("long-turn", "c.txt", 0),
            ("small-letter", "b.txt", 1),
            ("duplicate", "a.txt", 0),
        ];
        assert_eq!(
            steps,
            expected.map(|(code, file, n)| (code, file.to_owned(), n))
        );
    }

    #[test]
    fn numbers_are_told_as_people_write_them() {
        assert_eq!(
            [0, 999, 1000, 1_234_567].map(number),
            ["0", "999", "1,000", "1,234,567"]
        );
        assert_eq!(counted(1, "turn", "turns"), "1 turn");
        assert_eq!(counted(0, "turn", "turns"), "0 turns");
    }
}
