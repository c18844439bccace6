//! What stands under the names of an archive: plain files, folders, links, devices.
//!
//! An archive may come from anywhere, and a symbolic link in it lead anywhere: into somebody's home, to be published. One that leads to
//! another place of the same archive is read as what it leads to, and reported. One that leads out of it, or to what is hidden in it, is
//! read only where whoever runs memcon allows it. Devices and pipes are never opened: reading them need not end.

use super::{LoadError, relative, unreadable};
use crate::source::{Folder, Links, Unread};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};
use walkdir::WalkDir;

/// An archive, and how far its links are followed.
pub(super) struct Guard<'a> {
    pub(super) root: &'a Path,
    /// Where the archive really is.
    real: PathBuf,
    links: Links,
    /// The folders of records of one conversation, as far as they were looked for.
    pub(super) folders: RefCell<BTreeMap<PathBuf, Option<Folder>>>,
}

/// What a folder holds.
#[derive(Default)]
pub(super) struct Listed {
    /// The files to be read, in order of their names.
    pub(super) files: Vec<PathBuf>,
    /// What is not read, with the reason.
    pub(super) unread: Vec<Unread>,
    /// Links that were followed, as paths inside the archive.
    pub(super) followed: Vec<String>,
}

impl Listed {
    /// Adds what one of the archive's own folders holds; gives its files.
    pub(super) fn take_in(
        &mut self,
        guard: &Guard<'_>,
        folder: &str,
    ) -> Result<Vec<PathBuf>, LoadError> {
        let Some(folder) = guard.folder(folder)? else {
            return Ok(Vec::new());
        };
        let found = guard.files(&folder)?;
        self.unread.extend(found.unread);
        self.followed.extend(found.followed);
        Ok(found.files)
    }
}

impl<'a> Guard<'a> {
    pub(super) fn of(root: &'a Path, links: Links) -> Guard<'a> {
        Guard {
            root,
            real: root.canonicalize().unwrap_or_else(|_| root.to_owned()),
            links,
            folders: RefCell::default(),
        }
    }

    /// One of the archive's own files; `None` where there is none.
    pub(super) fn file(&self, name: &str) -> Result<Option<PathBuf>, LoadError> {
        let path = self.root.join(name);
        if fs::symlink_metadata(&path).is_err() {
            return Ok(None);
        }
        if !self.may_be_read(&path) {
            return Err(LoadError::Elsewhere { path });
        }
        if !path.is_file() {
            return Err(LoadError::NoFile { path });
        }
        Ok(Some(path))
    }

    /// One of the archive's own folders; `None` where there is none.
    pub(super) fn folder(&self, name: &str) -> Result<Option<PathBuf>, LoadError> {
        let path = self.root.join(name);
        if !path.is_dir() {
            return Ok(None);
        }
        if !self.may_be_read(&path) {
            return Err(LoadError::Elsewhere { path });
        }
        Ok(Some(path))
    }

    /// Whether a path leads to a place that may be read; one that is not there leads nowhere.
    pub(super) fn may_be_read(&self, path: &Path) -> bool {
        if self.links == Links::Anywhere {
            return true;
        }
        let Ok(real) = path.canonicalize() else {
            return true;
        };
        let Ok(inside) = real.strip_prefix(&self.real) else {
            return false;
        };
        let is_hidden = |part: Component<'_>| part.as_os_str().to_string_lossy().starts_with('.');
        !inside.components().any(is_hidden)
    }

    /// All files below a folder of the archive; hidden ones are left alone.
    pub(super) fn files(&self, folder: &Path) -> Result<Listed, LoadError> {
        let mut listed = Listed::default();
        let walk = WalkDir::new(folder).follow_links(true);
        let mut walk = walk.sort_by_file_name().into_iter();
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let path = error.path().unwrap_or(folder).to_owned();
                    let is_loop = error.loop_ancestor().is_some();
                    let is_link = fs::symlink_metadata(&path).is_ok_and(|it| it.is_symlink());
                    if !is_loop && !is_link {
                        return Err(unreadable(&path, error.into()));
                    }
                    let reason = "the file is a symbolic link that leads nowhere";
                    listed.unread.push(self.unread(&path, reason));
                    continue;
                }
            };
            let is_folder = entry.file_type().is_dir();
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            if entry.depth() > 0 && is_hidden {
                if is_folder {
                    walk.skip_current_dir();
                }
                continue;
            }
            if entry.depth() > 0 && entry.path_is_symlink() {
                if !self.may_be_read(entry.path()) {
                    let reason = "the file is a symbolic link that leads out of the archive";
                    listed.unread.push(self.unread(entry.path(), reason));
                    if is_folder {
                        walk.skip_current_dir();
                    }
                    continue;
                }
                listed.followed.push(relative(self.root, entry.path()));
            }
            if entry.file_type().is_file() {
                listed.files.push(entry.into_path());
            } else if !is_folder {
                let reason = "the file is a pipe or a device, which cannot be kept";
                listed.unread.push(self.unread(entry.path(), reason));
            }
        }
        Ok(listed)
    }

    fn unread(&self, path: &Path, reason: &str) -> Unread {
        Unread {
            path: relative(self.root, path),
            reason: reason.to_owned(),
            help: "put the file itself in its place, or take it out; a link to what you know may be allowed with --follow-links".to_owned(),
        }
    }
}
