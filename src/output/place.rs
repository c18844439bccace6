//! Whether a folder may be written: whose it is, and what stands in it.

use super::{MARKER, WriteError, io_error};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use walkdir::WalkDir;

/// The first line of the marker.
const MARK: &str = "This folder was written by memcon, which replaces it as a whole. Its files:";

/// Files that systems leave in any folder they show.
const LEFT_BY_SYSTEMS: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// The absolute path of a folder that may not exist yet, links followed as far as it does.
pub(super) fn resolve(folder: &Path) -> Result<PathBuf, WriteError> {
    let absolute =
        std::path::absolute(folder).map_err(|source| io_error("find", folder, source))?;
    let mut missing = Vec::new();
    for ancestor in absolute.ancestors() {
        match ancestor.canonicalize() {
            Ok(mut known) => {
                if !known.is_dir() {
                    return Err(WriteError::NotAFolder(known));
                }
                for part in missing.into_iter().rev() {
                    match part {
                        Component::ParentDir => {
                            known.pop();
                        }
                        Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
                        Component::Normal(name) => known.push(name),
                    }
                }
                return Ok(known);
            }
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
                ) =>
            {
                missing.extend(ancestor.components().next_back());
            }
            Err(error) => return Err(io_error("find", ancestor, error)),
        }
    }
    Ok(absolute)
}

/// Refuses the archive's own folder, all that hold it, and those its content is in.
pub(super) fn keep_off(archive: &Path, folder: &Path) -> Result<(), WriteError> {
    let archive = archive
        .canonicalize()
        .map_err(|source| io_error("find", archive, source))?;
    let own = ["content", "templates", "static", ".git", ".memcon"];
    let is_own = archive.starts_with(folder)
        || own.iter().any(|name| {
            let inner = archive.join(name);
            folder.starts_with(inner.canonicalize().unwrap_or(inner))
        });
    if is_own || folder.parent().is_none() {
        return Err(WriteError::OwnFolder(folder.to_owned()));
    }
    Ok(())
}

/// Refuses a place for a copy among the archive's content, where the next build would read it.
pub(super) fn keep_off_content(
    archive: &Path,
    folder: &Path,
    path: &Path,
) -> Result<(), WriteError> {
    let archive = archive
        .canonicalize()
        .map_err(|source| io_error("find", archive, source))?;
    let own = [
        "content",
        "templates",
        "static",
        ".git",
        ".github",
        ".memcon",
    ];
    let is_own = own.iter().any(|name| {
        let inner = archive.join(name);
        folder.starts_with(inner.canonicalize().unwrap_or(inner))
    });
    if is_own {
        return Err(WriteError::InTheArchive(path.to_owned()));
    }
    Ok(())
}

/// Refuses a folder that holds anything memcon did not write.
pub(super) fn ours(folder: &Path) -> Result<(), WriteError> {
    if !folder.exists() {
        return Ok(());
    }
    let marker = fs::read_to_string(folder.join(MARKER)).unwrap_or_default();
    let mut lines = marker.lines();
    let is_marked = lines.next() == Some(MARK);
    let ours: BTreeSet<&str> = lines.collect();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            io_error("read", &path, error.into())
        })?;
        let inside = entry
            .path()
            .strip_prefix(folder)
            .unwrap_or(entry.path())
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/");
        let is_left = LEFT_BY_SYSTEMS
            .iter()
            .any(|name| *name == entry.file_name());
        if entry.file_type().is_dir() || is_left || inside == MARKER && is_marked {
            continue;
        }
        if !ours.contains(inside.as_str()) {
            return Err(WriteError::NotOurs {
                folder: folder.to_owned(),
                file: is_marked.then_some(inside),
            });
        }
    }
    Ok(())
}

/// What the marker says.
pub(super) fn marker<'a>(files: impl Iterator<Item = &'a str>) -> String {
    let mut text = format!("{MARK}\n");
    for file in files {
        text.push_str(file);
        text.push('\n');
    }
    text
}
