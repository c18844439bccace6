//! Reports as JSON, for `parse` and `check`.

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
}

/// `{"diagnostics":[…]}`, in the order given.
pub fn check_json(diagnostics: &[Diagnostic]) -> String {
    super::pretty(&CheckView {
        diagnostics: views(diagnostics),
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
