//! `memcon publish --check`: what would go wrong on GitHub Pages, in plain words. It changes nothing and asks nobody.

use super::console::{self, counted, number};
use super::{Common, Failure, Outcome, archive};
use crate::output::{self, LARGEST_FILE, Weight, WriteError};
use crate::pages::Facts;
use crate::progress::Nobody;
use clap::Args;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

/// The size of files that GitHub warns of, in bytes (docs.github.com: “About large files on GitHub”).
const LARGE_FILE: u64 = 50_000_000;

/// How many of a kind are named.
const NAMED: usize = 5;

/// What only `publish` understands.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  memcon publish --check")]
pub(super) struct Options {
    /// Look for what would go wrong on GitHub Pages; nothing is sent anywhere
    #[arg(long)]
    check: bool,
}

/// What was found: what would fail, and what should be looked at.
#[derive(Default)]
struct Findings {
    faults: Vec<String>,
    remarks: Vec<String>,
}

pub(super) fn run(common: &Common, options: &Options) -> Result<Outcome, Failure> {
    if !options.check {
        return Err(Failure(
            "memcon sends nothing anywhere: push the archive to GitHub, and .github/workflows/pages.yml publishes it; `memcon publish --check` tells what would go wrong"
                .to_owned(),
        ));
    }
    let folder = archive::folder(common)?;
    let archive = archive::read(common, &folder)?;
    let mut found = Findings::default();
    received(&folder, &mut found);
    settings(&archive, &folder, &mut found);
    rights(&archive, &folder, &mut found);
    let n_errors = archive.report.counts();
    match &archive.theme {
        Some(theme) if !archive.report.has_errors() => rendered(&archive, theme, &mut found)?,
        _ => found.faults.push(format!(
            "the site cannot be built: {n_errors}; memcon check tells what to do"
        )),
    }
    let mut out = String::new();
    for (head, lines) in [
        ("This would go wrong", &found.faults),
        ("This should be looked at", &found.remarks),
    ] {
        if !lines.is_empty() {
            out.push_str(&format!("{head}:\n"));
            for line in lines {
                out.push_str(&format!("  - {line}\n"));
            }
            out.push('\n');
        }
    }
    let is_ready = found.faults.is_empty() && (found.remarks.is_empty() || !common.strict);
    if !common.quiet || !is_ready {
        out.push_str(if is_ready {
            "Nothing stands in the way of publishing on GitHub Pages.\n"
        } else {
            "Not ready for GitHub Pages.\n"
        });
        console::result(&console::harmless(&out))?;
    }
    Ok(if is_ready {
        Outcome::Done
    } else {
        Outcome::ContentErrors
    })
}

/// The files of the archive itself, as they are pushed.
fn received(folder: &Path, found: &mut Findings) {
    let walk = WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| {
            let name = entry.file_name().to_string_lossy();
            let is_left = [".git", ".memcon", "public", "target"].contains(&name.as_ref());
            entry.depth() != 1 || !is_left
        });
    let mut too_large = Vec::new();
    let mut large = Vec::new();
    for entry in walk.filter_map(Result::ok) {
        let Ok(meta) = entry.metadata() else { continue };
        if !meta.is_file() || meta.len() <= LARGE_FILE {
            continue;
        }
        let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let told = format!("{} ({})", inside.display(), megabytes(meta.len()));
        if meta.len() > LARGEST_FILE {
            too_large.push(told);
        } else {
            large.push(told);
        }
    }
    if !too_large.is_empty() {
        found.faults.push(format!(
            "GitHub takes no file over 100 MB: {}; cut it into one file a conversation, or publish the site elsewhere",
            some(&too_large)
        ));
    }
    if !large.is_empty() {
        found.remarks.push(format!(
            "GitHub warns of files over 50 MB: {}",
            some(&large)
        ));
    }
}

/// Workflow and address.
fn settings(archive: &archive::Archive, folder: &Path, found: &mut Findings) {
    let workflows = folder.join(".github/workflows");
    let workflow = fs::read_dir(&workflows).ok().and_then(|entries| {
        entries
            .filter_map(|entry| fs::read_to_string(entry.ok()?.path()).ok())
            .find(|text| text.contains("deploy-pages"))
    });
    match &workflow {
        None => found.remarks.push(
            "no workflow publishes the site: put one into .github/workflows (memcon init makes it), or copy the folder public to a web host yourself".to_owned(),
        ),
        Some(text) if archive.site.config.base_url.is_none() && !text.contains("--base-url") => {
            found.remarks.push("site.toml names no base_url and the workflow gives none: canonical links, feed and sitemap are left out".to_owned());
        }
        Some(_) => {}
    }
    if let Some(address) = &archive.site.config.base_url {
        let is_github = address.host().ends_with(".github.io");
        if is_github && address.as_str().starts_with("http://") {
            found.remarks.push(format!(
                "base_url is {}: GitHub Pages answers under https://",
                address.as_str()
            ));
        }
        let expected = repository(folder);
        if let Some(expected) = expected.filter(|it| is_github && *it != address.as_str()) {
            found.faults.push(format!(
                "base_url is {}, but the repository is published at {expected}: citations and canonical links would lead nowhere; correct it in site.toml",
                address.as_str()
            ));
        }
    }
    if archive
        .site
        .config
        .edition
        .as_ref()
        .is_none_or(|it| it.date.is_none())
    {
        found.remarks.push(
            "the edition has no date: add [edition] with name and date to site.toml".to_owned(),
        );
    }
}

/// The address that GitHub gives the site of this repository, if the folder is one.
fn repository(folder: &Path) -> Option<String> {
    let config = fs::read_to_string(folder.join(".git/config")).ok()?;
    let named = config.lines().find_map(|line| {
        let (_, after) = line.trim().strip_prefix("url")?.split_once("github.com")?;
        let path = after.trim_start_matches([':', '/']).trim_end_matches('/');
        path.strip_suffix(".git").unwrap_or(path).split_once('/')
    });
    let (owner, name) = named?;
    let host = format!("{}.github.io", owner.to_lowercase());
    Some(if name.eq_ignore_ascii_case(&host) {
        format!("https://{host}/")
    } else {
        format!("https://{host}/{name}/")
    })
}

/// What may be done with the texts, and what must not be seen.
fn rights(archive: &archive::Archive, folder: &Path, found: &mut Findings) {
    let site = &archive.site;
    if site.config.rights.is_none() {
        found.remarks.push(
            "nobody is told what may be done with your own texts: add rights = \"…\" to site.toml"
                .to_owned(),
        );
    }
    let without: Vec<String> = site
        .documents
        .iter()
        .filter(|entry| entry.record.rights.is_none())
        .map(|entry| entry.id.to_string())
        .collect();
    if !without.is_empty() {
        found.remarks.push(format!(
            "{} rights: {}; say in the column rights of content/documents.csv, or in the record, what may be done with it and who allowed it",
            match without.len() {
                1 => "1 document has no statement of".to_owned(),
                n => format!("{} documents have no statement of", number(n)),
            },
            some(&without)
        ));
    }
    let has_licence = fs::read_dir(folder).is_ok_and(|entries| {
        entries.filter_map(Result::ok).any(|entry| {
            let name = entry.file_name().to_string_lossy().to_lowercase();
            ["licen", "copying"]
                .iter()
                .any(|begin| name.starts_with(begin))
        })
    });
    if !has_licence {
        found.remarks.push(
            "the repository has no licence: a file LICENSE says what others may do with your files"
                .to_owned(),
        );
    }
    let is_withheld =
        archive.sources.documents.len() > site.documents.len() || !site.withheld.is_empty();
    if is_withheld {
        found.remarks.push(
            "documents or words are withheld from the site, but the repository holds them: keep it private, or keep these files out of it".to_owned(),
        );
    }
    let asks = archive.sources.pages.iter().any(|page| {
        page.path == "content/pages/about.md" && page.text.contains("*This page is yours:")
    });
    if asks {
        found.remarks.push(
            "content/pages/about.md still asks its questions: answer them for your readers"
                .to_owned(),
        );
    }
}

/// The site, rendered and thrown away: sizes, names, links.
fn rendered(
    archive: &archive::Archive,
    theme: &crate::pages::Theme,
    found: &mut Findings,
) -> Result<(), Failure> {
    let site = &archive.site;
    let files = output::Files::new(site).map_err(|fault| Failure(fault.message))?;
    let mut weight = Weight::default();
    let mut names = Vec::new();
    let all = files.all(site);
    let whole = output::rendered(
        site,
        theme,
        &files,
        &Nobody,
        || (),
        |(), _, bytes| Ok(bytes.len() as u64),
    );
    let (facts, sizes) = match whole {
        Ok(whole) => (whole.facts, whole.taken),
        Err(WriteError::Content(faults)) => {
            // Withheld words above all: the build stops where they would be published.
            let told = faults.iter().map(|one| {
                let file = &one.place.file;
                format!("{file}: {}; {}", one.message, one.help)
            });
            found.faults.extend(told);
            (Facts::default(), Vec::new())
        }
        Err(error) => return Err(error.into()),
    };
    for (path, n_bytes) in sizes {
        weight.add(path, all[path], n_bytes);
        // What the upload of GitHub Pages refuses, and what file systems do.
        let is_bad = path.contains(['"', ':', '<', '>', '|', '*', '?', '\r', '\n', '\\'])
            || path
                .split('/')
                .any(|part| part.len() > 255 || part.ends_with(['.', ' ']));
        if is_bad {
            names.push(path.to_owned());
        }
    }
    found.faults.extend(weight.over_limits());
    if !names.is_empty() {
        found.faults.push(format!(
            "names that cannot be published: {}; rename the file they come from",
            some(&names)
        ));
    }
    // The first of each page.
    let mut broken: BTreeMap<&str, &str> = BTreeMap::new();
    for (page, address) in &facts.broken {
        broken.entry(page).or_insert(address);
    }
    let broken: Vec<String> = broken
        .into_iter()
        .map(|(page, address)| format!("{page} leads to {address}"))
        .collect();
    if let Some((page, address)) = facts.requests.first() {
        found.faults.push(format!(
            "pages ask other hosts for something, which their browsers will refuse: {page} asks for {address}; put it into the folder static"
        ));
    }
    if !broken.is_empty() {
        found.faults.push(format!(
            "{} to files that do not exist: {}; correct the link in content/pages",
            match broken.len() {
                1 => "1 page links".to_owned(),
                n => format!("{} pages link", number(n)),
            },
            some(&broken)
        ));
    }
    found.remarks.sort();
    console::remark(&format!(
        "{} with {}\n",
        counted(all.len(), "file", "files"),
        megabytes(weight.n_bytes())
    ));
    Ok(())
}

fn megabytes(n_bytes: u64) -> String {
    format!("{:.1} MB", n_bytes as f64 / 1e6)
}

/// The first few of a list, and how many more.
fn some(all: &[String]) -> String {
    let named = all
        .iter()
        .take(NAMED)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    match all.len().saturating_sub(NAMED) {
        0 => named,
        n => format!("{named} and {} more", number(n)),
    }
}
