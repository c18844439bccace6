//! All files of a site → a folder. Each is rendered, compared with the one that is there, and written if it is another; none is held
//! longer than that takes.

use super::checksums::{self, Sum};
use super::former::{Former, Room};
use super::{Files, MARKER, Weight, WriteError, io_error, leak, place};
use crate::pages::Theme;
use crate::progress::{Stage, Watch};
use crate::search;
use crate::site::{Route, Site};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What the files of a site are made from, and where.
pub(super) struct Tree<'a> {
    pub(super) site: &'a Site,
    pub(super) theme: &'a Theme,
    pub(super) files: &'a Files,
    /// Every file by its path.
    pub(super) all: BTreeMap<&'a str, &'a Route>,
    /// The site before.
    pub(super) former: Former,
    /// The folder of the new site.
    pub(super) new: PathBuf,
    pub(super) watch: &'a dyn Watch,
}

/// The new site, but for the files that are as they were.
pub(super) struct Made<'a> {
    /// The files that are as they were.
    same: Vec<&'a str>,
    /// Those made from the others: checksums, and the marker.
    lists: Vec<(&'a str, String)>,
    /// What all files weigh.
    pub(super) weight: Weight,
    /// How many of them are new or changed.
    pub(super) n_new: usize,
    /// Whether the site before has all of this and nothing else.
    pub(super) is_as_before: bool,
}

/// One file, made.
struct File<'a> {
    path: &'a str,
    sum: Sum,
    n_bytes: u64,
    is_same: bool,
}

impl<'a> Tree<'a> {
    /// Renders all files, in parallel, and writes those that are not as they were.
    pub(super) fn make(&self) -> Result<Made<'a>, WriteError> {
        let folders = self.folders();
        for inner in &folders {
            let path = self.new.join(inner);
            fs::create_dir_all(&path).map_err(|source| io_error("create", &path, source))?;
        }
        self.watch.begin(Stage::Write, self.all.len());
        let results: Vec<Result<File<'a>, WriteError>> = self
            .all
            .par_iter()
            .filter(|(_, route)| !checksums::is_sums(route))
            .map_init(Room::new, |room, (path, route)| {
                self.watch.step();
                let bytes = self.rendered(path, route)?;
                self.put(path, &bytes, room)
            })
            .collect();
        let mut made = Vec::with_capacity(results.len() + 2);
        let mut unrendered = Vec::new();
        for result in results {
            match result {
                Ok(file) => made.push(file),
                Err(WriteError::Content(found)) => unrendered.extend(found),
                Err(other) => return Err(other),
            }
        }
        if !unrendered.is_empty() {
            return Err(WriteError::Content(unrendered));
        }
        let sums: Vec<(&str, Sum)> = made.iter().map(|file| (file.path, file.sum)).collect();
        let sums = checksums::written(&sums);
        let of_sums = self.all.iter().filter(|(_, it)| checksums::is_sums(it));
        let mut lists: Vec<(&str, String)> =
            of_sums.map(|(path, _)| (*path, sums.clone())).collect();
        lists.push((MARKER, place::marker(self.all.keys().copied())));
        let room = &mut Room::new();
        for (path, text) in &lists {
            made.push(self.put(path, text.as_bytes(), room)?);
        }
        let same = made.iter().filter(|file| file.is_same);
        let same: Vec<&str> = same.map(|file| file.path).collect();
        let is_as_before = same.len() == made.len();
        let mut weight = Weight::default();
        for file in &made {
            if let Some(route) = self.all.get(file.path) {
                weight.add(file.path, route, file.n_bytes);
            }
        }
        let published = || made.iter().filter(|file| file.path != MARKER);
        // Every folder but the site's own is an entry too.
        let n_entries = made.len() + folders.len() - 1;
        Ok(Made {
            same,
            lists,
            weight,
            n_new: published().filter(|file| !file.is_same).count(),
            is_as_before: is_as_before && self.former.has_entries(n_entries),
        })
    }

    /// Takes over what is as it was.
    pub(super) fn complete(&self, made: &Made<'_>) -> Result<(), WriteError> {
        self.watch.begin(Stage::Keep, 0);
        made.same.par_iter().try_for_each(|path| {
            if self.former.keep(path, &self.new).is_ok() {
                return Ok(());
            }
            // Somebody has taken it away in the meantime.
            match made.lists.iter().find(|(list, _)| list == path) {
                Some((_, text)) => self.write(path, text.as_bytes()),
                None => match self.all.get(path) {
                    Some(route) => self.write(path, &self.rendered(path, route)?),
                    None => Ok(()),
                },
            }
        })
    }

    /// The folders of all files, the site's own among them.
    fn folders(&self) -> BTreeSet<&'a Path> {
        let parents = self.all.keys().map(|path| Path::new(*path).ancestors());
        parents.flat_map(|above| above.skip(1)).collect()
    }

    /// One file, in which nothing stands that is withheld.
    fn rendered(&self, path: &str, route: &Route) -> Result<Vec<u8>, WriteError> {
        let site = self.site;
        let bytes = self
            .files
            .render(site, self.theme, route)
            .map_err(|found| WriteError::Content(vec![found]))?;
        let words = match route {
            Route::SearchFile(_) => search::in_words(&bytes),
            _ => &bytes,
        };
        let leaked = site.withheld.leak(words);
        // Only these have names that somebody else's words are made into.
        let in_name = || match route {
            Route::Document(_)
            | Route::SourcePage(_)
            | Route::Speaker(_)
            | Route::Conversation(_)
            | Route::Page(_) => site.withheld.in_slug(path),
            _ => None,
        };
        let in_path = || site.withheld.leak(path.as_bytes());
        match leaked.or_else(in_path).or_else(in_name) {
            Some(record) => Err(WriteError::Content(vec![leak(record, path)])),
            None => Ok(bytes),
        }
    }

    fn put(&self, path: &'a str, bytes: &[u8], room: &mut Room) -> Result<File<'a>, WriteError> {
        let is_same = self.former.has(path, bytes, room);
        if !is_same {
            self.write(path, bytes)?;
        }
        Ok(File {
            path,
            // The bytes are still at hand.
            sum: checksums::sum(bytes),
            n_bytes: bytes.len() as u64,
            is_same,
        })
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let path = self.new.join(path);
        fs::write(&path, bytes).map_err(|source| io_error("write", &path, source))
    }
}
