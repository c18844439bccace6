//! The work folder beside the target, `.NAME.memcon`: a lock, the new site while it is made, the old one while it is removed.
//!
//! An interrupted build leaves it behind; the next one takes it over and clears it away.

use super::lock::Lock;
use super::{WriteError, io_error};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What copies are called while they are made.
pub(super) const COPIES: [&str; 2] = ["site.zip", "archive.zip"];

/// A build in progress.
pub(super) struct Work {
    target: PathBuf,
    folder: PathBuf,
    _lock: Lock,
}

impl Work {
    /// Takes the lock and clears what an interrupted build left.
    pub(super) fn begin(target: &Path) -> Result<Work, WriteError> {
        let mut name = OsString::from(".");
        name.push(target.file_name().unwrap_or_default());
        name.push(".memcon");
        let folder = target.with_file_name(name);
        let lock = Lock::take(&folder, target)?;
        let work = Work {
            target: target.to_owned(),
            folder,
            _lock: lock,
        };
        // Between the two renames of a system that cannot exchange folders, the last good site is only here.
        if !work.target.exists() && work.old_folder().exists() {
            rename(&work.old_folder(), &work.target)?;
        }
        remove(&work.old_folder())?;
        remove(&work.new_folder())?;
        work.clear_copies();
        let new = work.new_folder();
        fs::create_dir(&new).map_err(|source| io_error("create", &new, source))?;
        Ok(work)
    }

    /// The work folder itself.
    pub(super) fn folder(&self) -> PathBuf {
        self.folder.clone()
    }

    /// Where the new site is made.
    pub(super) fn new_folder(&self) -> PathBuf {
        self.folder.join("new")
    }

    /// Takes away copies that were not put in place.
    fn clear_copies(&self) {
        for name in COPIES {
            let _ = fs::remove_file(self.folder.join(name));
        }
    }

    fn old_folder(&self) -> PathBuf {
        self.folder.join("old")
    }

    /// Puts the new site in the old one's place.
    pub(super) fn replace(&self) -> Result<(), WriteError> {
        let (new, old) = (self.new_folder(), self.old_folder());
        if !self.target.exists() {
            return rename(&new, &self.target);
        }
        if exchange(&new, &self.target).is_ok() {
            // The old site is now where the new one was made; dropping the work removes it.
            return Ok(());
        }
        rename(&self.target, &old)?;
        if let Err(error) = rename(&new, &self.target) {
            rename(&old, &self.target)?;
            return Err(error);
        }
        Ok(())
    }
}

/// What cannot be removed now is removed by the next build.
impl Drop for Work {
    fn drop(&mut self) {
        if !self.target.exists() && self.old_folder().exists() {
            return;
        }
        let _ = remove(&self.new_folder());
        let _ = remove(&self.old_folder());
        self.clear_copies();
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn rename(from: &Path, to: &Path) -> Result<(), WriteError> {
    fs::rename(from, to).map_err(|source| io_error("write", to, source))
}

fn remove(folder: &Path) -> Result<(), WriteError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(io_error("remove", folder, error))
        }
        _ => Ok(()),
    }
}
