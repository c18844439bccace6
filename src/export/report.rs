//! Reports as JSON, for `parse` and `check`.

use crate::anchor::Locks;
use crate::diagnostic::{Diagnostic, Severity};
use serde::Serialize;

/// One report. `line` and `column` are null where the file as a whole is meant.
#[derive(Serialize)]
pub(super) struct DiagnosticView<'a> {
    severity: Severity,
    code: &'static str,
    message: &'a str,
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    help: String,
    /// As the file's owner finds it; null where line and column lead there.
    place: Option<&'a str>,
}

#[derive(Serialize)]
struct CheckView<'a> {
    diagnostics: Vec<DiagnosticView<'a>>,
    locks: Vec<LockView<'a>>,
}

/// A lock of addresses that the next build changes.
#[derive(Serialize)]
struct LockView<'a> {
    file: &'a str,
    changes: &'a [String],
}

/// `{"diagnostics":[…],"locks":[…]}`, in the order given.
pub fn check_json(diagnostics: &[Diagnostic], locks: &Locks) -> String {
    let locks = locks.changes.iter().map(|change| LockView {
        file: &change.path,
        changes: &change.said,
    });
    super::pretty(&CheckView {
        diagnostics: views(diagnostics),
        locks: locks.collect(),
    })
}

pub(super) fn views(diagnostics: &[Diagnostic]) -> Vec<DiagnosticView<'_>> {
    let known = |n: usize| (n > 0).then_some(n);
    diagnostics
        .iter()
        .map(|diagnostic| DiagnosticView {
            severity: diagnostic.severity,
            code: diagnostic.code.name(),
            message: &diagnostic.message,
            file: &diagnostic.place.file,
            line: known(diagnostic.place.line),
            column: known(diagnostic.place.column),
            help: diagnostic.advice(),
            place: diagnostic.found_at.as_deref(),
        })
        .collect()
}
