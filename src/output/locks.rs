//! The locks of addresses: put in place with the site, or left as they were.

use super::{WriteError, io_error};
use crate::anchor::{Change, FOLDER};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Locks that are ready to be put in place.
pub(super) struct Staged {
    files: Vec<Lock>,
}

struct Lock {
    path: PathBuf,
    /// Where it is ready; none where the lock goes.
    ready: Option<PathBuf>,
    before: Option<Vec<u8>>,
    is_done: bool,
}

impl Staged {
    /// Writes the locks beside their places.
    pub(super) fn write(archive: &Path, changes: &[Change]) -> Result<Staged, WriteError> {
        let mut staged = Staged { files: Vec::new() };
        if changes.is_empty() {
            return Ok(staged);
        }
        let folder = archive.join(FOLDER);
        fs::create_dir_all(&folder).map_err(|source| io_error("create", &folder, source))?;
        for change in changes {
            let path = archive.join(&change.path);
            let before = match fs::read(&path) {
                Ok(bytes) => Some(bytes),
                Err(error) if error.kind() == io::ErrorKind::NotFound => None,
                Err(source) => return Err(io_error("read", &path, source)),
            };
            let mut lock = Lock {
                ready: None,
                before,
                is_done: false,
                path,
            };
            if let Some(text) = &change.now {
                let ready = lock.path.with_extension("lock.new");
                // Noted first, so that a half-written one is cleared away.
                lock.ready = Some(ready.clone());
                staged.files.push(lock);
                fs::write(&ready, text).map_err(|source| io_error("write", &ready, source))?;
            } else {
                staged.files.push(lock);
            }
        }
        Ok(staged)
    }

    /// Puts them in place; where one cannot be, all are as they were.
    pub(super) fn put(&mut self) -> Result<(), WriteError> {
        for at in 0..self.files.len() {
            let lock = &mut self.files[at];
            let done = match &lock.ready {
                Some(ready) => fs::rename(ready, &lock.path),
                None if lock.before.is_some() => fs::remove_file(&lock.path),
                None => Ok(()),
            };
            if let Err(source) = done {
                let error = io_error("write", &lock.path, source);
                self.undo();
                return Err(error);
            }
            lock.is_done = true;
        }
        Ok(())
    }

    /// Takes back what was put in place.
    pub(super) fn undo(&mut self) {
        for lock in self.files.iter_mut().filter(|lock| lock.is_done) {
            let _ = match &lock.before {
                Some(bytes) => fs::write(&lock.path, bytes),
                None => fs::remove_file(&lock.path),
            };
            lock.is_done = false;
        }
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        for ready in self.files.iter().filter_map(|lock| lock.ready.as_ref()) {
            let _ = fs::remove_file(ready);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_put_in_place_leaves_all_as_it_was() {
        let archive = tempfile::tempdir().unwrap();
        let folder = archive.path().join(FOLDER);
        fs::create_dir_all(folder.join("b.lock/in-the-way")).unwrap();
        fs::write(folder.join("a.lock"), "old").unwrap();
        let change = |name: &str| Change {
            path: format!("{FOLDER}/{name}"),
            now: Some("new".to_owned()),
            said: Vec::new(),
        };
        let refused = Staged::write(archive.path(), &[change("a.lock"), change("b.lock")]);
        assert!(refused.is_err());
        drop(refused);
        let mut staged =
            Staged::write(archive.path(), &[change("a.lock"), change("c.lock")]).unwrap();
        staged.put().unwrap();
        assert_eq!(fs::read_to_string(folder.join("a.lock")).unwrap(), "new");
        staged.undo();
        assert_eq!(fs::read_to_string(folder.join("a.lock")).unwrap(), "old");
        drop(staged);
        let mut names: Vec<_> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        names.sort();
        assert_eq!(names, ["a.lock", "b.lock"]);
    }
}
