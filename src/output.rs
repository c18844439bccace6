//! Routes → files: one rendered for `serve`, or all of them put in place as a folder by `build`.
//!
//! The index of search is made once, when the first of its files is asked for, and all of them are taken from it.
//! The only module that writes. A site appears whole or not at all: what is new is written into a folder beside the target, joined there by
//! the files that are as they were, and the folder is exchanged for the old one at the very end.

mod bag;
mod checksums;
mod copies;
mod folder;
mod former;
mod known;
mod lock;
mod locks;
mod place;
mod rendered;
mod tree;
mod weight;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::pages::{self, Theme};
use crate::progress::{Nobody, Stage, Watch};
use crate::site::{ExportFile, Route, Site};
use crate::source::{DocumentId, Sources};
use crate::{export, search};
use copies::Ready;
use former::Former;
use known::Known;
use locks::Staged;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tree::Tree;

pub use copies::{ArchiveCopy, Copies, CopyOf, Form, Own, WrittenCopy, folder_name, own};
pub use rendered::{Rendered, rendered};
pub use weight::{LARGEST_FILE, LARGEST_SITE, Weight};

/// Name of the file that says a folder was written by memcon, and which files it wrote.
pub const MARKER: &str = ".memcon-site";

/// The files of a site, ready to be rendered one by one.
pub struct Files {
    /// All but those of search, by path; among them some that perhaps are not there.
    routes: BTreeMap<String, Route>,
    search: OnceLock<Search>,
}

/// The index of search, and its files by path.
struct Search {
    index: search::Index,
    routes: BTreeMap<String, Route>,
}

impl Files {
    /// The files of a site.
    ///
    /// # Errors
    /// Where two of them would have the same path, also on systems that do not tell `A` from `a`.
    pub fn new(site: &Site) -> Result<Files, Diagnostic> {
        let search = OnceLock::new();
        paths(site).map(|routes| Files { routes, search })
    }

    /// Every file by its path, in order.
    pub fn all(&self, site: &Site) -> BTreeMap<&str, &Route> {
        let of_search = self.search(site).routes.iter();
        let there = self.routes.iter().filter(|(_, route)| site.has(route));
        let all = there.chain(of_search);
        all.map(|(path, route)| (path.as_str(), route)).collect()
    }

    /// The file at a path.
    pub fn get(&self, site: &Site, path: &str) -> Option<&Route> {
        // Only who asks for the index waits for it.
        let is_of_search = path.starts_with("search/");
        let of_search = || self.search(site).routes.get(path);
        let known = self.routes.get(path).filter(|route| site.has(route));
        known.or_else(|| is_of_search.then(of_search).flatten())
    }

    /// Which index search has, and why.
    pub fn search_engine(&self, site: &Site) -> search::Chosen {
        self.search(site).index.chosen()
    }

    fn search(&self, site: &Site) -> &Search {
        self.search.get_or_init(|| {
            let index = search::Index::new(site);
            let routes = index.files().into_iter().map(Route::SearchFile);
            let routes = routes.map(|route| (route.path(site), route)).collect();
            Search { index, routes }
        })
    }

    /// Renders one file.
    ///
    /// # Errors
    /// Where a template cannot be rendered.
    pub fn render(&self, site: &Site, theme: &Theme, route: &Route) -> Result<Vec<u8>, Diagnostic> {
        match route {
            Route::Export(ExportFile::Checksums) => Ok(self.last(site, theme)?.sums),
            Route::Tested => Ok(self.last(site, theme)?.tested),
            Route::Export(file) => Ok(export::render(site, file)),
            Route::Copied(index) => Ok(export::render(site, &site.copied[*index].of)),
            Route::SearchFile(file) => Ok(self.search(site).index.render(site, file)),
            Route::Asset(name) => Ok(site.assets.get(name).cloned().unwrap_or_default()),
            page => pages::render(site, theme, page).map(String::into_bytes),
        }
    }

    /// What speaks of all other files, for one who asks for nothing else: every one is rendered for it.
    fn last(&self, site: &Site, theme: &Theme) -> Result<Rendered<'_, ()>, Diagnostic> {
        rendered(site, theme, self, &Nobody, || (), |(), _, _| Ok(())).map_err(
            |error| match error {
                WriteError::Content(mut found) => found.swap_remove(0),
                WriteError::OwnFolder(_)
                | WriteError::NotOurs { .. }
                | WriteError::NotAFolder(_)
                | WriteError::InTheSite(_)
                | WriteError::InTheArchive(_)
                | WriteError::NotAZip(_)
                | WriteError::NoFolder(_)
                | WriteError::SamePlace(_)
                | WriteError::Busy(_)
                | WriteError::Changed(_)
                | WriteError::Io { .. } => unreachable!("nothing is written"),
            },
        )
    }
}

/// Every possible file of the site by its path, but those of search, which are in a folder of their own.
///
/// # Errors
/// Where two of them would have the same path, also on systems that do not tell `A` from `a`.
pub fn paths(site: &Site) -> Result<BTreeMap<String, Route>, Diagnostic> {
    let mut files = BTreeMap::new();
    let mut folded: BTreeMap<String, String> = BTreeMap::new();
    for route in site.possible_routes() {
        let path = route.path(site);
        if let Some(other) = folded.insert(path.to_lowercase(), path.clone()) {
            let message = format!("two files of the site would be called {other}");
            let help = "rename the page, document or static file that takes the other's address";
            let place = Place::file(&origin(site, &route));
            return Err(Diagnostic::new(Code::DuplicateId, place, message, help));
        }
        files.insert(path, route);
    }
    Ok(files)
}

/// The file of the archive that a route comes from, for messages.
fn origin(site: &Site, route: &Route) -> String {
    let document = |id: &DocumentId| {
        site.document(id)
            .map_or_else(|| id.to_string(), |(_, entry)| entry.source.path.clone())
    };
    match route {
        Route::Page(index) => site.pages[*index].path().to_owned(),
        Route::Asset(name) => format!("static/{name}"),
        Route::Document(id) | Route::SourcePage(id) => document(id),
        Route::Moved(index) => match site.moved[*index].document {
            Some(at) => site.documents[at].source.path.clone(),
            None => crate::anchor::Pages::path(),
        },
        Route::Copied(index) => origin(site, &Route::Export(site.copied[*index].of.clone())),
        Route::Conversation(index) => site.conversations[*index]
            .tellings
            .first()
            .map_or_else(String::new, |telling| {
                site.documents[telling.document].source.path.clone()
            }),
        Route::Speaker(_)
        | Route::SpeakerYear(..)
        | Route::Export(ExportFile::SpeakerTable(..) | ExportFile::SpeakerFeed(_)) => {
            "content/people.toml".to_owned()
        }
        Route::Export(file) => file
            .document()
            .map_or_else(|| "site.toml".to_owned(), document),
        _ => "site.toml".to_owned(),
    }
}

/// Where a site is put, and on which terms.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// The archive's folder, to keep its own files from being overwritten.
    pub archive: &'a Path,
    /// The folder the site is to be.
    pub folder: &'a Path,
    /// What to do with a folder that memcon did not write.
    pub foreign: Foreign,
    /// The copies to be made of it.
    pub copies: &'a Copies,
    /// What the site is made from, where a site that stands there as it would be made is left alone without being rendered.
    pub made_from: Option<&'a Sources>,
}

/// What to do with a folder that memcon did not write.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Foreign {
    /// Leave it alone and say so.
    Keep,
    /// Replace it (`--force`).
    Replace,
}

/// What was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    /// The copies.
    pub copies: Vec<WrittenCopy>,
    /// Number of files.
    pub n_files: usize,
    /// How many of them are new or changed; the others are the very files of the site before.
    pub n_new: usize,
    /// Whether the folder had all of this and nothing else, and was left alone.
    pub is_as_before: bool,
    /// What they weigh.
    pub weight: Weight,
    /// Which index search has, and why.
    pub search: search::Chosen,
    /// Locks of addresses that changed.
    pub n_locks: usize,
}

/// Why nothing was written, or no copy. The folder is as it was before, but where [`write()`] says otherwise.
#[derive(Debug)]
pub enum WriteError {
    /// Pages that could not be rendered, or that would have the same path.
    Content(Vec<Diagnostic>),
    /// The folder is the archive itself, holds it, or is one of its own.
    OwnFolder(PathBuf),
    /// The folder was not written by memcon; a file in it that memcon would remove, if it is not the whole folder.
    NotOurs {
        /// The folder.
        folder: PathBuf,
        /// A file of somebody else's in a folder that memcon did write.
        file: Option<String>,
    },
    /// The path is a file.
    NotAFolder(PathBuf),
    /// A copy would be in the site, and published with it.
    InTheSite(PathBuf),
    /// A copy would be among the archive's content.
    InTheArchive(PathBuf),
    /// A copy is a zip, and the path names something else.
    NotAZip(PathBuf),
    /// The folder that a copy would be in is not there.
    NoFolder(PathBuf),
    /// Both copies would be the same file.
    SamePlace(PathBuf),
    /// Another build is writing the same folder.
    Busy(PathBuf),
    /// A lock of addresses is not what it was when the archive was read.
    Changed(PathBuf),
    /// The system refused.
    Io {
        /// What was tried, with the path.
        doing: String,
        /// What the system said.
        source: io::Error,
    },
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::Content(found) => write!(f, "{} pages could not be made", found.len()),
            WriteError::OwnFolder(folder) => write!(
                f,
                "the site cannot be written to {}: it would overwrite the archive's own files; name another folder with --output",
                folder.display()
            ),
            WriteError::NotOurs { folder, file: None } => write!(
                f,
                "{} holds files and was not written by memcon; name another folder with --output, or replace it with --force",
                folder.display()
            ),
            WriteError::NotOurs {
                folder,
                file: Some(file),
            } => write!(
                f,
                "{} holds {file}, which memcon did not write and would remove; move it away, or replace the folder with --force",
                folder.display()
            ),
            WriteError::NotAFolder(path) => {
                write!(
                    f,
                    "{} is a file; name a folder with --output",
                    path.display()
                )
            }
            WriteError::InTheSite(path) => write!(
                f,
                "{} would be in the site, which is replaced as a whole and published; name a place outside of it",
                path.display()
            ),
            WriteError::InTheArchive(path) => write!(
                f,
                "{} would be among the archive's content, where the next build reads it; name a place outside of its folders",
                path.display()
            ),
            WriteError::NotAZip(path) => write!(
                f,
                "{} is not the name of a zip; name a file that ends in .zip",
                path.display()
            ),
            WriteError::NoFolder(path) => write!(
                f,
                "{} cannot be written: its folder is not there; make the folder, or name another place",
                path.display()
            ),
            WriteError::SamePlace(path) => write!(
                f,
                "{} cannot be the site and the copy of the whole archive; name two files for --zip and --keep",
                path.display()
            ),
            WriteError::Busy(folder) => {
                write!(
                    f,
                    "another build is writing {}; wait until it is done",
                    folder.display()
                )
            }
            WriteError::Changed(path) => {
                write!(
                    f,
                    "{} was changed while this build ran, perhaps by another one; build again",
                    path.display()
                )
            }
            WriteError::Io { doing, source } => write!(f, "cannot {doing}: {source}"),
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            WriteError::Io { source, .. } => Some(source),
            WriteError::Content(_)
            | WriteError::OwnFolder(_)
            | WriteError::NotOurs { .. }
            | WriteError::NotAFolder(_)
            | WriteError::InTheSite(_)
            | WriteError::InTheArchive(_)
            | WriteError::NotAZip(_)
            | WriteError::NoFolder(_)
            | WriteError::SamePlace(_)
            | WriteError::Busy(_)
            | WriteError::Changed(_) => None,
        }
    }
}

/// Renders every file of the site and puts them in place together, with the locks of their addresses.
///
/// # Errors
/// The target and the locks are as they were before, but in one case: a copy is put in its place last, and where the system refuses that, the
/// site and the locks are new and the copy is not there.
pub fn write(
    site: &Site,
    theme: &Theme,
    target: Target<'_>,
    watch: &dyn Watch,
) -> Result<Written, WriteError> {
    let files = Files::new(site).map_err(|found| WriteError::Content(vec![found]))?;
    let folder = place::resolve(target.folder)?;
    place::keep_off(target.archive, &folder)?;
    copies::keep_off(target.copies, target.archive, &folder)?;
    let work = folder::Work::begin(&folder)?;
    if target.foreign == Foreign::Keep {
        place::ours(&folder)?;
    }
    let made_from = target.made_from;
    let known = made_from.and_then(|sources| Known::of(target.archive, &folder, sources, site));
    let wants_copies = target.copies.site.is_some() || target.copies.archive.is_some();
    if let Some(known) = known
        .as_ref()
        .filter(|_| !wants_copies && site.locks.changes.is_empty())
    {
        watch.begin(Stage::Keep, 0);
        if let Some(standing) = known.standing(&folder, site, &files) {
            Staged::write(target.archive, &[])?;
            return Ok(Written {
                copies: Vec::new(),
                n_files: standing.n_files,
                n_new: 0,
                is_as_before: true,
                weight: standing.weight,
                search: standing.search,
                n_locks: 0,
            });
        }
    }
    watch.begin(Stage::Index, 0);
    let tree = Tree {
        site,
        theme,
        files: &files,
        all: files.all(site),
        former: Former::at(&folder),
        new: work.new_folder(),
        watch,
    };
    let made = tree.make()?;
    for change in &site.locks.changes {
        let text = change.now.as_deref().unwrap_or_default();
        if let Some(record) = site.withheld.leak(text.as_bytes()) {
            return Err(WriteError::Content(vec![leak(record, &change.path)]));
        }
    }
    if !made.is_as_before {
        tree.complete(&made)?;
    }
    watch.begin(Stage::Replace, 0);
    let mut locks = Staged::write(target.archive, &site.locks.changes)?;
    locks.put()?;
    let names: BTreeSet<&str> = tree.all.keys().copied().chain([MARKER]).collect();
    let new = work.new_folder();
    let made_in = if made.is_as_before { &folder } else { &new };
    let packed = Ready::pack(
        target.copies,
        &work.folder(),
        target.archive,
        made_in,
        &names,
    );
    let ready = match packed {
        Ok(ready) => ready,
        Err(error) => {
            locks.undo();
            return Err(error);
        }
    };
    if !made.is_as_before
        && let Err(error) = work.replace()
    {
        locks.undo();
        return Err(error);
    }
    let copies = ready.put()?;
    if let Some(known) = known {
        known.remember(&made.sums, files.search_engine(site));
    }
    watch.begin(Stage::Clear, 0);
    drop(work);
    Ok(Written {
        copies,
        n_files: tree.all.len(),
        n_new: made.n_new,
        is_as_before: made.is_as_before,
        weight: made.weight,
        search: files.search_engine(site),
        n_locks: site.locks.changes.len(),
    })
}

/// One file of the site, written where it is wanted, or given where nothing is named.
///
/// # Errors
/// Where it cannot be rendered, would repeat withheld words, or cannot be written.
pub fn export(
    site: &Site,
    theme: &Theme,
    route: &Route,
    file: Option<&Path>,
) -> Result<Option<Vec<u8>>, WriteError> {
    let content = |found| WriteError::Content(vec![found]);
    let files = Files::new(site).map_err(content)?;
    let bytes = files.render(site, theme, route).map_err(content)?;
    if let Some(record) = site.withheld.leak(&bytes) {
        return Err(WriteError::Content(vec![leak(record, &route.path(site))]));
    }
    let Some(path) = file else {
        return Ok(Some(bytes));
    };
    fs::write(path, &bytes).map_err(|source| io_error("write", path, source))?;
    Ok(None)
}

fn leak(record: &str, path: &str) -> Diagnostic {
    let message = format!("words that this record withholds would stand in {path}");
    let help = "they also stand elsewhere: withhold that place of the source too (from_occurrence says which), or take them out of the record, page or authority file that repeats them";
    Diagnostic::new(Code::WithheldWords, Place::file(record), message, help)
}

fn io_error(doing: &str, path: &Path, source: io::Error) -> WriteError {
    WriteError::Io {
        doing: format!("{doing} {}", path.display()),
        source,
    }
}
