//! Whether a folder may be written: whose it is, and what stands in it.

use super::{MARKER, WriteError, copies, io_error};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use walkdir::WalkDir;

/// The first line of the marker.
const MARK: &str = "This folder was written by memcon, which replaces it as a whole. Its files:";

/// Files that systems leave in any folder they show.
const LEFT_BY_SYSTEMS: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// Folders in an archive that its tools have for themselves, beside those it consists of.
const OF_TOOLS: [&str; 3] = [".git", ".github", ".memcon"];

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
    // A folder that is linked to is replaced with the one that holds it, as the archive is.
    let is_own = archive.starts_with(folder)
        || own(&archive).any(|inner| folder.starts_with(&inner) || inner.starts_with(folder));
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
    if own(&archive).any(|inner| folder.starts_with(inner)) {
        return Err(WriteError::InTheArchive(path.to_owned()));
    }
    Ok(())
}

/// The archive's own folders, where they really are.
fn own(archive: &Path) -> impl Iterator<Item = PathBuf> {
    let names = copies::FOLDERS.iter().chain(&OF_TOOLS);
    names.map(|name| {
        let inner = archive.join(name);
        inner.canonicalize().unwrap_or(inner)
    })
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

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn folders_that_are_links_are_guarded_where_they_really_are() {
        let root = tempfile::tempdir().unwrap();
        let root = root.path().canonicalize().unwrap();
        let (archive, real) = (root.join("archive"), root.join("real"));
        fs::create_dir_all(archive.join("content")).unwrap();
        fs::create_dir_all(real.join("docs")).unwrap();
        std::os::unix::fs::symlink(real.join("docs"), archive.join("content/documents")).unwrap();
        for folder in [real.join("docs"), real.join("docs/out"), real.clone()] {
            let kept = keep_off(&archive, &folder);
            assert!(matches!(kept, Err(WriteError::OwnFolder(_))), "{folder:?}");
        }
        for folder in [".github/workflows", ".github", ".git/x", ".memcon"] {
            let folder = archive.join(folder);
            assert!(keep_off(&archive, &folder).is_err(), "{folder:?}");
            assert!(keep_off_content(&archive, &folder, &folder).is_err());
        }
        let inside = real.join("docs/out");
        let kept = keep_off_content(&archive, &inside, &inside.join("x.zip"));
        assert!(matches!(kept, Err(WriteError::InTheArchive(_))));
        // A copy beside it is not read.
        assert!(keep_off_content(&archive, &real, &real.join("x.zip")).is_ok());
        assert!(keep_off(&archive, &real.join("out")).is_ok());
        assert!(keep_off(&archive, &archive.join("public")).is_ok());
    }
}
