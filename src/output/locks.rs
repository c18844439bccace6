//! The locks of addresses: put in place with the site, or left as they were.
//!
//! They are written beside their places and then put there one by one, those that are new or changed before those that go, so that an
//! interruption forgets no address. Two builds of one archive, into whatever folders, do not put theirs at once.

use super::lock::Lock;
use super::{WriteError, io_error};
use crate::anchor::{Change, FOLDER};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What is ready to be put in place, and what was there before.
const READY: &str = "lock.new";
const BEFORE: &str = "lock.old";

/// Locks that are ready to be put in place.
pub(super) struct Staged {
    files: Vec<File>,
    _alone: Option<Lock>,
}

struct File {
    path: PathBuf,
    /// Whether there is a new one; otherwise the lock goes.
    is_kept: bool,
    is_done: bool,
}

impl File {
    fn ready(&self) -> PathBuf {
        self.path.with_extension(READY)
    }

    /// Another name of the lock that was there, until all is done.
    fn before(&self) -> PathBuf {
        self.path.with_extension(BEFORE)
    }
}

impl Staged {
    /// Writes the locks beside their places, and clears away what an interrupted build left there.
    pub(super) fn write(archive: &Path, changes: &[Change]) -> Result<Staged, WriteError> {
        let folder = archive.join(FOLDER);
        let own = archive.join(".memcon");
        let is_clear = left(&folder)?.is_empty() && !Lock::is_left(&own);
        let alone = if changes.is_empty() && is_clear {
            None
        } else {
            match Lock::take(&own, &folder) {
                // Whoever has it clears up; there is nothing else to be done.
                Err(WriteError::Busy(_)) if changes.is_empty() => None,
                lock => Some(lock?),
            }
        };
        if alone.is_some() {
            for path in left(&folder)? {
                fs::remove_file(&path).map_err(|source| io_error("remove", &path, source))?;
            }
        }
        let mut staged = Staged {
            files: Vec::new(),
            _alone: alone,
        };
        if changes.is_empty() {
            return Ok(staged);
        }
        fs::create_dir_all(&folder).map_err(|source| io_error("create", &folder, source))?;
        for change in changes {
            let path = archive.join(&change.path);
            let there = match fs::read(&path) {
                Ok(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
                Err(error) if error.kind() == io::ErrorKind::NotFound => None,
                Err(source) => return Err(io_error("read", &path, source)),
            };
            if there == change.now {
                continue;
            }
            // Lost ones may be read from an earlier site.
            if there.is_some() && there != change.was {
                return Err(WriteError::Changed(path));
            }
            let file = File {
                is_kept: change.now.is_some(),
                is_done: false,
                path,
            };
            let (path, ready, before) = (file.path.clone(), file.ready(), file.before());
            // Noted first, so that a half-written one is cleared away.
            staged.files.push(file);
            if there.is_some() && fs::hard_link(&path, &before).is_err() {
                fs::copy(&path, &before).map_err(|source| io_error("write", &before, source))?;
            }
            if let Some(text) = &change.now {
                fs::write(&ready, text).map_err(|source| io_error("write", &ready, source))?;
            }
        }
        staged.files.sort_by_key(|file| !file.is_kept);
        Ok(staged)
    }

    /// Puts them in place; where one cannot be, all are as they were.
    pub(super) fn put(&mut self) -> Result<(), WriteError> {
        for at in 0..self.files.len() {
            let file = &mut self.files[at];
            let done = if file.is_kept {
                fs::rename(file.ready(), &file.path)
            } else {
                fs::remove_file(&file.path)
            };
            if let Err(source) = done {
                let error = io_error("write", &file.path, source);
                self.undo();
                return Err(error);
            }
            file.is_done = true;
        }
        Ok(())
    }

    /// Takes back what was put in place. Nothing is written for it, so that a full disk is no obstacle.
    pub(super) fn undo(&mut self) {
        for file in self.files.iter_mut().filter(|file| file.is_done) {
            let before = file.before();
            let _ = if before.exists() {
                fs::rename(before, &file.path)
            } else {
                fs::remove_file(&file.path)
            };
            file.is_done = false;
        }
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        for file in &self.files {
            let _ = fs::remove_file(file.ready());
            let _ = fs::remove_file(file.before());
        }
    }
}

/// Whether a file beside the locks is no lock, but there only while a build puts them in place.
pub(super) fn is_staged(name: &str) -> bool {
    [READY, BEFORE].iter().any(|ending| {
        name.strip_suffix(ending)
            .is_some_and(|it| it.ends_with('.'))
    })
}

/// What an interrupted build left beside the locks.
fn left(folder: &Path) -> Result<Vec<PathBuf>, WriteError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => return Err(io_error("read", folder, source)),
    };
    let mut left = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|source| io_error("read", folder, source))?;
        let name = entry.file_name();
        if is_staged(&name.to_string_lossy()) {
            left.push(entry.path());
        }
    }
    Ok(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(name: &str, was: Option<&str>, now: Option<&str>) -> Change {
        Change {
            path: format!("{FOLDER}/{name}"),
            was: was.map(str::to_owned),
            now: now.map(str::to_owned),
            said: Vec::new(),
        }
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_cannot_be_put_in_place_leaves_all_as_it_was() {
        let archive = tempfile::tempdir().unwrap();
        let folder = archive.path().join(FOLDER);
        fs::create_dir_all(folder.join("b.lock/in-the-way")).unwrap();
        fs::write(folder.join("a.lock"), "old").unwrap();
        let a = || change("a.lock", Some("old"), Some("new"));
        let b = change("b.lock", None, Some("new"));
        assert!(Staged::write(archive.path(), &[a(), b]).is_err());
        assert_eq!(names(&folder), ["a.lock", "b.lock"]);

        let both = [a(), change("c.lock", None, Some("new"))];
        let mut staged = Staged::write(archive.path(), &both).unwrap();
        staged.put().unwrap();
        assert_eq!(fs::read_to_string(folder.join("a.lock")).unwrap(), "new");
        staged.undo();
        assert_eq!(fs::read_to_string(folder.join("a.lock")).unwrap(), "old");
        drop(staged);
        assert_eq!(names(&folder), ["a.lock", "b.lock"]);
        assert_eq!(names(archive.path()), ["content"]);
    }

    #[test]
    fn one_that_somebody_else_wrote_in_the_meantime_is_not_written_over() {
        let archive = tempfile::tempdir().unwrap();
        let folder = archive.path().join(FOLDER);
        fs::create_dir_all(&folder).unwrap();
        for (was, is_refused) in [(Some("read"), true), (None, true), (Some("there"), false)] {
            fs::write(folder.join("a.lock"), "there").unwrap();
            let staged = Staged::write(archive.path(), &[change("a.lock", was, Some("new"))]);
            let refused =
                matches!(&staged, Err(WriteError::Changed(path)) if path.ends_with("a.lock"));
            assert_eq!(refused, is_refused, "{was:?}");
        }
        // Another build of the same archive came to the same.
        let staged = Staged::write(archive.path(), &[change("a.lock", None, Some("there"))]);
        staged.unwrap().put().unwrap();
        assert_eq!(fs::read_to_string(folder.join("a.lock")).unwrap(), "there");
    }

    #[test]
    fn what_goes_goes_last() {
        let archive = tempfile::tempdir().unwrap();
        let folder = archive.path().join(FOLDER);
        fs::create_dir_all(folder.join("b.lock/in-the-way")).unwrap();
        fs::write(folder.join("a.lock"), "old").unwrap();
        let goes = change("a.lock", Some("old"), None);
        let mut staged =
            Staged::write(archive.path(), &[goes, change("c.lock", None, Some("new"))]).unwrap();
        // The first cannot be put in place; the one that goes is still there.
        fs::create_dir_all(folder.join("c.lock/in-the-way")).unwrap();
        assert!(staged.put().is_err());
        assert_eq!(fs::read_to_string(folder.join("a.lock")).unwrap(), "old");
    }

    #[test]
    fn two_do_not_put_theirs_at_once_and_what_is_left_is_cleared_away() {
        let archive = tempfile::tempdir().unwrap();
        let folder = archive.path().join(FOLDER);
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.lock.new"), "ha").unwrap();
        fs::write(folder.join("a.lock.old"), "").unwrap();
        let first = Staged::write(archive.path(), &[change("b.lock", None, Some("new"))]).unwrap();
        assert_eq!(names(&folder), ["b.lock.new"]);
        let second = Staged::write(archive.path(), &[change("b.lock", None, Some("new"))]);
        assert!(matches!(second, Err(WriteError::Busy(_))));
        assert_eq!(names(&folder), ["b.lock.new"]);
        drop(first);
        assert!(names(&folder).is_empty());
    }
}
