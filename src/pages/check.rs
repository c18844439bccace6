//! The editor's report as one HTML page of its own: no script, no other file. It is for the editor's eyes, and no part of the site.

use super::Theme;
use crate::diagnostic::{Diagnostic, Diagnostics, Excerpt, Fix, Severity, harmless};
use crate::document::Account;
use crate::editorial::{Group, Report, number};
use crate::site::Site;
use crate::source::TextFile;
use serde::Serialize;
use std::collections::BTreeMap;

/// The theme's own template, used where the archive's templates cannot be.
const TEMPLATE: &str = include_str!("../../templates/check.html");
/// How many places of a kind are shown in one file.
const PLACES_SHOWN: usize = 20;

/// What the page shows.
#[derive(Clone, Copy)]
pub struct Check<'a> {
    /// The archive.
    pub site: &'a Site,
    /// Its reports.
    pub report: &'a Report,
    /// The texts they may quote, by path.
    pub texts: &'a BTreeMap<&'a str, &'a str>,
    /// One line on what the archive holds, and one on how many reports there are.
    pub summary: [&'a str; 2],
}

/// Everything `templates/check.html` may use, and nothing else.
#[derive(Serialize)]
struct CheckPage {
    title: String,
    summary: String,
    counts: String,
    steps: Vec<StepView>,
    kinds: Vec<KindView>,
    files: Vec<FileView>,
    accounts: Vec<AccountView>,
}

#[derive(Serialize)]
struct StepView {
    group: GroupView,
    more: String,
}

#[derive(Serialize)]
struct KindView {
    name: &'static str,
    is_error: bool,
    n: String,
    explanation: String,
}

#[derive(Serialize)]
struct FileView {
    path: String,
    groups: Vec<GroupView>,
}

#[derive(Serialize)]
struct GroupView {
    code: &'static str,
    is_error: bool,
    message: String,
    places: Vec<PlaceView>,
    more: String,
    help: String,
    fix: Option<FixView>,
}

#[derive(Serialize)]
struct PlaceView {
    at: String,
    found_at: Option<String>,
    /// What is said of this place, where it differs from what is said of all.
    message: Option<String>,
    excerpt: Option<ExcerptView>,
}

#[derive(Serialize)]
struct ExcerptView {
    before: String,
    marked: String,
    after: String,
}

#[derive(Serialize)]
struct FixView {
    file: String,
    paste: String,
}

#[derive(Serialize)]
struct AccountView {
    path: String,
    total: String,
    left_out: String,
    reasons: String,
}

/// Renders the report.
///
/// # Errors
/// A template of the archive that asks for what the page does not have.
pub fn check(check: Check<'_>, theme: Option<&Theme>) -> Result<String, Diagnostic> {
    let view = view(&check);
    if let Some(theme) = theme {
        return theme.render("check.html", &view);
    }
    let file = TextFile {
        path: "templates/check.html".to_owned(),
        text: TEMPLATE.to_owned(),
    };
    let templates = BTreeMap::from([("check.html".to_owned(), file)]);
    let mut diagnostics = Diagnostics::new();
    match Theme::new(&templates, &check.site.interface, &mut diagnostics) {
        Some(theme) => theme.render("check.html", &view),
        None => unreachable!("the theme's own template can be used"),
    }
}

fn view(check: &Check<'_>) -> CheckPage {
    let Check {
        site,
        report,
        texts,
        summary: [summary, counts],
    } = *check;
    let steps = report.steps();
    let steps = steps.iter().map(|step| StepView {
        group: group(&step.group, texts, 1),
        more: match step.n_more {
            0 => String::new(),
            n => format!("and {} more of this kind", number(n)),
        },
    });
    let kinds = report.kinds().into_iter().map(|(code, n)| KindView {
        name: code.name(),
        is_error: code.severity() == Severity::Error,
        n: number(n),
        explanation: code
            .explanation()
            .lines()
            .map(str::trim)
            .collect::<Vec<_>>()
            .join(" "),
    });
    let mut accounts: Vec<(&str, &Account)> = site
        .documents
        .iter()
        .map(|entry| (&*entry.source.path, &entry.account))
        .collect();
    accounts.sort_by_key(|(path, _)| *path);
    CheckPage {
        title: harmless(&site.config.title),
        summary: summary.to_owned(),
        counts: counts.to_owned(),
        steps: steps.collect(),
        kinds: kinds.collect(),
        files: files(report, texts),
        accounts: accounts
            .into_iter()
            .map(|(path, account)| account_of(path, account))
            .collect(),
    }
}

/// The groups under their files; those over many files come first, under a heading of their own.
fn files(report: &Report, texts: &BTreeMap<&str, &str>) -> Vec<FileView> {
    let mut files: BTreeMap<(bool, &str), Vec<GroupView>> = BTreeMap::new();
    let groups = report.groups();
    for of_kind in &groups {
        let is_over_many = of_kind.n_files() > 1;
        let key = if is_over_many {
            (false, "")
        } else {
            (true, &*of_kind.first().place.file)
        };
        files
            .entry(key)
            .or_default()
            .push(group(of_kind, texts, PLACES_SHOWN));
    }
    files
        .into_iter()
        .map(|((_, path), groups)| FileView {
            path: if path.is_empty() {
                "In several files".to_owned()
            } else {
                harmless(path)
            },
            groups,
        })
        .collect()
}

fn group(group: &Group<'_>, texts: &BTreeMap<&str, &str>, n_shown: usize) -> GroupView {
    let first = group.first();
    let differ = group.all.iter().any(|found| found.message != first.message);
    let places = group.all.iter().take(n_shown).map(|found| PlaceView {
        at: at(found),
        found_at: found.found_at.as_deref().map(harmless),
        message: differ.then(|| sentence(&found.message)),
        excerpt: texts
            .get(&*found.place.file)
            .and_then(|text| Excerpt::of(&found.place, text))
            .map(|excerpt| ExcerptView {
                before: harmless(&excerpt.before),
                marked: harmless(&excerpt.marked),
                after: harmless(&excerpt.after),
            }),
    });
    GroupView {
        code: group.code.name(),
        is_error: group.severity == Severity::Error,
        message: if n_shown == 1 {
            sentence(&group.message())
        } else {
            sentence(&group.summary())
        },
        places: places.collect(),
        more: match group.all.len().saturating_sub(n_shown) {
            0 => String::new(),
            n => format!("and {} more; memcon check -v lists them all", number(n)),
        },
        help: sentence(&first.help),
        fix: first.fix.as_ref().map(fix),
    }
}

fn fix(fix: &Fix) -> FixView {
    FixView {
        file: harmless(&fix.file),
        paste: harmless(&fix.paste),
    }
}

/// `a.txt, line 7, column 1`
fn at(found: &Diagnostic) -> String {
    let place = &found.place;
    match (place.line, place.column) {
        (0, _) => harmless(&place.file),
        (line, column) => format!("{}, line {line}, column {column}", harmless(&place.file)),
    }
}

fn account_of(path: &str, account: &Account) -> AccountView {
    let n: usize = account.dropped.values().sum();
    let mut reasons: Vec<(&String, &usize)> = account.dropped.iter().collect();
    reasons.sort_by_key(|(reason, n)| (std::cmp::Reverse(**n), *reason));
    let reasons: Vec<String> = reasons
        .iter()
        .map(|(reason, n)| format!("{} {}", number(**n), harmless(reason)))
        .collect();
    AccountView {
        path: harmless(path),
        total: number(account.total),
        left_out: match n * 100 / account.total.max(1) {
            _ if n == 0 => "none".to_owned(),
            0 => number(n),
            percent => format!("{} ({percent} %)", number(n)),
        },
        reasons: reasons.join("; "),
    }
}

/// A message as a sentence with a capital and a full stop; a key or a path it begins with stays as it is.
fn sentence(message: &str) -> String {
    let message = harmless(message);
    let first_word = message.split_whitespace().next().unwrap_or("");
    let is_name = first_word.contains(['_', '/', '`', '“', '<']);
    let end = if message.ends_with(['.', '?', '!', '…']) {
        ""
    } else {
        "."
    };
    let mut chars = message.chars();
    match chars.next() {
        Some(first) if !is_name => first.to_uppercase().chain(chars).collect::<String>() + end,
        Some(_) | None => message.clone() + end,
    }
}
