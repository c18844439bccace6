//! `record.toml` of a folder with the records of one conversation.

use super::super::Folder;
use super::guard::Guard;
use super::{LoadError, relative, text_file, unreadable};
use std::fs;
use std::path::Path;

/// The folder that a file stands in, if it is one of records of one conversation. A `record.toml` beside `record.txt` is the record of
/// that file alone.
pub(super) fn of(guard: &Guard<'_>, file: &Path) -> Result<Option<Folder>, LoadError> {
    let Some(folder) = file.parent() else {
        return Ok(None);
    };
    if let Some(known) = guard.folders.borrow().get(folder) {
        return Ok(known.clone());
    }
    let found = read(guard, folder)?;
    let mut known = guard.folders.borrow_mut();
    known.insert(folder.to_owned(), found.clone());
    Ok(found)
}

fn read(guard: &Guard<'_>, folder: &Path) -> Result<Option<Folder>, LoadError> {
    let path = folder.join("record.toml");
    let inside = relative(guard.root, folder);
    if !inside.starts_with("content/documents/")
        || path.is_dir()
        || fs::symlink_metadata(&path).is_err()
    {
        return Ok(None);
    }
    if !guard.may_be_read(&path) {
        return Err(LoadError::Elsewhere { path });
    }
    if !path.is_file() {
        return Err(LoadError::NoFile { path });
    }
    let entries = fs::read_dir(folder).map_err(|source| unreadable(folder, source))?;
    for entry in entries {
        let other = entry.map_err(|source| unreadable(folder, source))?.path();
        let is_of_it =
            other.file_stem() == path.file_stem() && other.file_name() != path.file_name();
        if is_of_it && other.is_file() {
            return Ok(None);
        }
    }
    Ok(Some(Folder {
        path: inside,
        record: text_file(guard.root, &path)?,
    }))
}
