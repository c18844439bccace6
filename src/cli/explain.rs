//! `memcon explain CODE`: what a report means, why it matters and how to settle it.

use super::{Failure, Outcome, console};
use crate::diagnostic::{Code, Severity};
use clap::Args;

/// What only `explain` understands.
#[derive(Args, Debug)]
pub(super) struct Options {
    /// The word in brackets at the beginning of a report; without one, all are listed
    code: Option<String>,
}

pub(super) fn run(options: &Options) -> Result<Outcome, Failure> {
    let Some(name) = &options.code else {
        let list: String = Code::ALL.iter().map(|code| heading(*code)).collect();
        console::result(&list)?;
        return Ok(Outcome::Done);
    };
    let Some(code) = Code::ALL.iter().find(|code| code.name() == name) else {
        let nearest = Code::ALL
            .iter()
            .map(|code| code.name())
            .max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)))
            .unwrap_or_default();
        return Err(Failure(format!(
            "no report is called “{name}”; the nearest is `{nearest}`, and `memcon explain` lists them all"
        )));
    };
    let mut out = format!("{}\n", heading(*code));
    for line in code.explanation().lines() {
        out.push_str(line.trim());
        out.push('\n');
    }
    console::result(&out)?;
    Ok(Outcome::Done)
}

fn heading(code: Code) -> String {
    let severity = match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    format!("{} ({severity})\n", code.name())
}
