//! Finding the archive and taking it through the stages: what `build`, `check` and `serve` have in common.

use super::report::Report;
use super::stages::Stages;
use super::{Common, Failure, console};
use crate::anchor::Change;
use crate::config::BaseUrl;
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::output::{self, Files};
use crate::pages::Theme;
use crate::progress::{Nobody, Stage, Watch};
use crate::site::Site;
use crate::source::{self, DocumentSource, Links, Sources, TextFile};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// An archive, read.
pub(super) struct Archive {
    /// What it consists of.
    pub(super) sources: Sources,
    /// What it means.
    pub(super) site: Site,
    /// Its templates; none if they cannot be used.
    pub(super) theme: Option<Theme>,
    /// What is wrong with it.
    pub(super) report: Report,
    /// How long it took.
    pub(super) stages: Stages,
}

/// What was read of an archive; by default nothing.
#[derive(Default)]
pub(super) struct Memory {
    documents: Vec<DocumentSource>,
    compiled: crate::memory::Memory,
}

/// The folder of the archive that is meant: the one named, else the current one or the nearest above.
pub(super) fn folder(common: &Common) -> Result<PathBuf, Failure> {
    if let Some(folder) = &common.site {
        if !folder.is_dir() {
            return Err(Failure(format!(
                "there is no folder {}; name the archive's folder with --site",
                folder.display()
            )));
        }
        return Ok(folder.clone());
    }
    let current = std::env::current_dir()
        .map_err(|error| Failure(format!("cannot find the current folder: {error}")))?;
    let is_archive = |folder: &Path| {
        folder.join("site.toml").is_file() || folder.join("content/documents").is_dir()
    };
    if is_archive(&current) {
        return Ok(PathBuf::from("."));
    }
    let above = current
        .ancestors()
        .skip(1)
        .find(|folder| is_archive(folder));
    above.map(Path::to_owned).ok_or_else(|| {
        Failure(
            "neither this folder nor one above it is an archive (with site.toml or content/documents); name one with --site"
                .to_owned(),
        )
    })
}

/// How far links in the archive are followed.
pub(super) fn links(common: &Common) -> Links {
    if common.links.follow_links {
        Links::Anywhere
    } else {
        Links::Inside
    }
}

/// Reads the archive in a folder.
pub(super) fn read(common: &Common, folder: &Path) -> Result<Archive, Failure> {
    read_with(common, folder, Vec::new())
}

/// The same with locks in the place of those that are lost.
pub(super) fn read_with(
    common: &Common,
    folder: &Path,
    locks: Vec<TextFile>,
) -> Result<Archive, Failure> {
    let base_url = base_url(common)?;
    let stages = Stages::new(common);
    let mut sources = source::load_watched(folder, links(common), &stages)?;
    for lock in locks {
        if sources.locks.iter().all(|known| known.path != lock.path) {
            sources.locks.push(lock);
        }
    }
    sources.locks.sort_by(|a, b| a.path.cmp(&b.path));
    let mut diagnostics = Diagnostics::new();
    let mut site = crate::compile_watched(&sources, &stages, &mut diagnostics);
    stages.begin(Stage::Templates, 0);
    let theme = Theme::new(&sources.templates, &site.interface, &mut diagnostics);
    let without = without(base_url.as_ref(), &diagnostics);
    if base_url.is_some() {
        site.config.base_url = base_url;
    }
    if let Err(clash) = output::paths(&site) {
        diagnostics.push(clash);
    }
    let report = Report::new(diagnostics, without, common.strict);
    stages.end();
    Ok(Archive {
        sources,
        site,
        theme,
        report,
        stages,
    })
}

/// An archive, read again, and not yet looked over.
pub(super) struct Reading {
    /// What it consists of.
    pub(super) sources: Sources,
    /// What it means.
    pub(super) site: Site,
    /// Its templates and files; none if they cannot be used.
    pub(super) shown: Option<(Theme, Files)>,
    /// What was met so far that is wrong with it.
    pub(super) met: Met,
}

/// What was met while an archive was read.
pub(super) struct Met {
    diagnostics: Diagnostics,
    without: &'static [Code],
}

impl Met {
    /// Whether the archive cannot be shown as it is.
    pub(super) fn has_errors(&self) -> bool {
        self.diagnostics.has_errors()
    }

    /// Looks the archive over, too.
    pub(super) fn looked_over(mut self, site: &Site, sources: &Sources, common: &Common) -> Report {
        crate::look_over(site, sources, &mut self.diagnostics);
        Report::new(self.diagnostics, self.without, common.strict)
    }
}

impl Reading {
    /// Reads the archive in a folder, what is as it was from `memory`.
    pub(super) fn of(common: &Common, folder: &Path, memory: &mut Memory) -> Result<Self, Failure> {
        let base_url = base_url(common)?;
        let sources = source::load_again(folder, links(common), &memory.documents, &Nobody)?;
        memory.documents.clone_from(&sources.documents);
        let mut diagnostics = Diagnostics::new();
        let compiled = &mut memory.compiled;
        let mut site = crate::compile_again(&sources, compiled, &Nobody, &mut diagnostics);
        let theme = Theme::new(&sources.templates, &site.interface, &mut diagnostics);
        let without = without(base_url.as_ref(), &diagnostics);
        if base_url.is_some() {
            site.config.base_url = base_url;
        }
        let files = Files::new(&site).map_err(|clash| diagnostics.push(clash));
        Ok(Reading {
            sources,
            site,
            shown: theme.zip(files.ok()),
            met: Met {
                diagnostics,
                without,
            },
        })
    }
}

/// Reports that are not wanted where the archive's address is given, or where nobody knows it, since site.toml cannot be read.
fn without(base_url: Option<&BaseUrl>, diagnostics: &Diagnostics) -> &'static [Code] {
    let is_unread = diagnostics
        .sorted()
        .iter()
        .any(|found| found.severity == Severity::Error && found.place.file == "site.toml");
    if base_url.is_some() || is_unread {
        &[Code::NoBaseUrl]
    } else {
        &[]
    }
}

/// The address given with `--base-url`.
fn base_url(common: &Common) -> Result<Option<BaseUrl>, Failure> {
    let Some(address) = &common.base_url else {
        return Ok(None);
    };
    match BaseUrl::new(address) {
        Ok(address) => Ok(Some(address)),
        Err(why) => Err(Failure(format!("--base-url {address}: {why}"))),
    }
}

/// The texts that reports quote, by path. Those of documents are what was read, without what their records withhold.
pub(super) fn texts<'a>(sources: &'a Sources, site: &'a Site) -> BTreeMap<&'a str, &'a str> {
    let mut texts = sources.texts();
    let read = site.documents.iter().map(|entry| &entry.source);
    texts.extend(read.map(|source| (source.path.as_str(), source.text.as_str())));
    texts
}

/// One line on what an archive holds.
pub(super) fn summary(site: &Site) -> String {
    use super::console::counted;
    format!(
        "{}, {}, {}",
        counted(site.documents.len(), "document", "documents"),
        counted(site.n_turns(), "turn", "turns"),
        counted(site.speakers.len(), "speaker", "speakers"),
    )
}

/// The locks of addresses that are other than those of the last build, one a line.
pub(super) fn lock_changes(site: &Site) -> String {
    let line = |change: &Change| {
        let said = change.said.join("; ");
        let said = match &change.now {
            Some(_) => said,
            None => "goes: its document has another name now".to_owned(),
        };
        format!("  {}: {}\n", change.path, console::harmless(&said))
    };
    site.locks.changes.iter().map(line).collect()
}

impl Archive {
    /// The texts that reports quote, by path.
    pub(super) fn texts(&self) -> BTreeMap<&str, &str> {
        texts(&self.sources, &self.site)
    }

    /// One line on what the archive holds.
    pub(super) fn summary(&self) -> String {
        summary(&self.site)
    }
}
