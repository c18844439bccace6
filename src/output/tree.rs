//! All files of a site → a folder. Each is rendered, compared with the one that is there, and written if it is another; none is held
//! longer than that takes.

use super::former::{Former, Room};
use super::rendered::rendered;
use super::{Files, MARKER, Weight, WriteError, checksums, io_error, place};
use crate::pages::Theme;
use crate::progress::{Stage, Watch};
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
    /// Those made from the others: the page that tells how the archive was tested, checksums, and the marker.
    lists: Vec<(&'a str, Vec<u8>)>,
    /// What all files weigh.
    pub(super) weight: Weight,
    /// How many of them are new or changed.
    pub(super) n_new: usize,
    /// Whether the site before has all of this and nothing else.
    pub(super) is_as_before: bool,
    /// The checksums of all files.
    pub(super) sums: Vec<u8>,
}

/// One file, made.
struct File {
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
        let whole = rendered(
            self.site,
            self.theme,
            self.files,
            self.watch,
            Room::new,
            |room, path, bytes| self.put(path, bytes, room),
        )?;
        let mut made = whole.taken;
        let mut lists: Vec<(&str, Vec<u8>)> = Vec::new();
        for (path, route) in &self.all {
            if **route == Route::Tested {
                lists.push((path, whole.tested.clone()));
            } else if checksums::is_sums(route) {
                lists.push((path, whole.sums.clone()));
            }
        }
        let marker = place::marker(self.all.keys().copied()).into_bytes();
        made.push((MARKER, self.put(MARKER, &marker, &mut Room::new())?));
        lists.push((MARKER, marker));
        let same = made.iter().filter(|(_, file)| file.is_same);
        let same: Vec<&str> = same.map(|(path, _)| *path).collect();
        let is_as_before = same.len() == made.len();
        let mut weight = Weight::default();
        for (path, file) in &made {
            if let Some(route) = self.all.get(path) {
                weight.add(path, route, file.n_bytes);
            }
        }
        let published = || made.iter().filter(|(path, _)| *path != MARKER);
        // Every folder but the site's own is an entry too.
        let n_entries = made.len() + folders.len() - 1;
        Ok(Made {
            same,
            lists,
            weight,
            n_new: published().filter(|(_, file)| !file.is_same).count(),
            is_as_before: is_as_before && self.former.has_entries(n_entries),
            sums: whole.sums,
        })
    }

    /// Takes over what is as it was.
    pub(super) fn complete(&self, made: &Made<'_>) -> Result<(), WriteError> {
        self.watch.begin(Stage::Keep, 0);
        made.same.par_iter().try_for_each(|path| {
            if self.former.keep(path, &self.new).is_ok() {
                return Ok(());
            }
            // Somebody has taken it away in the meantime. Nothing withheld was in it a moment ago.
            match made.lists.iter().find(|(list, _)| list == path) {
                Some((_, bytes)) => self.write(path, bytes),
                None => match self.all.get(path) {
                    Some(route) => {
                        let bytes = self.files.render(self.site, self.theme, route);
                        let bytes = bytes.map_err(|found| WriteError::Content(vec![found]))?;
                        self.write(path, &bytes)
                    }
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

    fn put(&self, path: &str, bytes: &[u8], room: &mut Room) -> Result<File, WriteError> {
        let is_same = self.former.has(path, bytes, room);
        if !is_same {
            self.write(path, bytes)?;
        }
        Ok(File {
            n_bytes: bytes.len() as u64,
            is_same,
        })
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let path = self.new.join(path);
        fs::write(&path, bytes).map_err(|source| io_error("write", &path, source))
    }
}
