//! The locks of addresses.

use super::guard::{Guard, Listed};
use super::{LoadError, relative, unreadable};
use crate::source::TextFile;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the locks of addresses stand in an archive.
pub(in crate::source) const FOLDER: &str = "content/anchors";

/// The locks of addresses. One that is not Unicode is damaged, and is reported where it is read.
pub(super) fn all(guard: &Guard<'_>, others: &mut Listed) -> Result<Vec<TextFile>, LoadError> {
    let folder = guard.root.join(FOLDER);
    let paths = others.take_in(guard, FOLDER)?;
    let is_lock = |path: &&PathBuf| {
        path.parent() == Some(&folder) && path.extension().is_some_and(|e| e == "lock")
    };
    paths
        .iter()
        .filter(is_lock)
        .map(|path| one(guard.root, path))
        .collect()
}

/// One lock.
pub(super) fn one(root: &Path, path: &Path) -> Result<TextFile, LoadError> {
    let bytes = fs::read(path).map_err(|source| unreadable(path, source))?;
    Ok(TextFile {
        path: relative(root, path),
        text: String::from_utf8_lossy(&bytes).into_owned(),
    })
}
