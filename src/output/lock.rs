//! One build at a time: a file that is locked while a build works, in a folder that is there only as long.
//!
//! The lock is the system's, so that it ends with the process however that ends; a file left behind is in nobody's way.

use super::{WriteError, io_error};
use same_file::Handle;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The right to work alone.
pub(super) struct Lock {
    folder: PathBuf,
    file: File,
}

impl Lock {
    /// Takes the lock of a folder, which is made if need be; `what` is what may be changed by who has it.
    pub(super) fn take(folder: &Path, what: &Path) -> Result<Lock, WriteError> {
        let path = folder.join("lock");
        // The build before may remove the lock between our opening and our locking it: then it is another file's lock, and we try again.
        for _ in 0..100 {
            no_link(folder)?;
            fs::create_dir_all(folder).map_err(|source| io_error("create", folder, source))?;
            // The file a link leads to would be emptied.
            no_link(&path)?;
            let file = match File::create(&path) {
                Ok(file) => file,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(io_error("write", &path, error)),
            };
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(WriteError::Busy(what.to_owned())),
                Err(TryLockError::Error(error)) => return Err(io_error("lock", &path, error)),
            }
            let ours = file.try_clone().and_then(Handle::from_file);
            if let (Ok(ours), Ok(there)) = (ours, Handle::from_path(&path))
                && ours == there
            {
                let folder = folder.to_owned();
                return Ok(Lock { folder, file });
            }
        }
        Err(WriteError::Busy(what.to_owned()))
    }

    /// Whether somebody has it, or left it behind.
    pub(super) fn is_left(folder: &Path) -> bool {
        folder.join("lock").exists()
    }
}

/// Refuses a link in the place of something that only memcon makes: an archive that comes from elsewhere could have us write anywhere.
fn no_link(path: &Path) -> Result<(), WriteError> {
    if !fs::symlink_metadata(path).is_ok_and(|it| it.is_symlink()) {
        return Ok(());
    }
    let why = io::Error::other("it is a symbolic link, which memcon never made; take it out");
    Err(io_error("use", path, why))
}

/// A folder that holds anything else stays.
impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(self.folder.join("lock"));
        let _ = fs::remove_dir(&self.folder);
        let _ = self.file.unlock();
    }
}
