//! Why an archive cannot be read.

use std::path::PathBuf;
use std::{fmt, io};

/// Why an archive could not be read at all.
#[derive(Debug)]
pub enum LoadError {
    /// The folder is missing or is not an archive.
    NotAnArchive {
        /// The folder that was tried.
        path: PathBuf,
    },
    /// A file or folder could not be read.
    Unreadable {
        /// What was tried.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file that must be Unicode is not.
    NotUtf8 {
        /// The file.
        path: PathBuf,
    },
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LoadError::NotAnArchive { path } => write!(
                f,
                "no archive at {}: it holds neither site.toml nor content/documents; name the folder with --site",
                path.display()
            ),
            LoadError::Unreadable { path, source } => {
                write!(f, "cannot read {}: {source}", path.display())
            }
            LoadError::NotUtf8 { path } => {
                write!(
                    f,
                    "{} is not UTF-8 text; save it as UTF-8 and try again",
                    path.display()
                )
            }
        }
    }
}

impl std::error::Error for LoadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            LoadError::Unreadable { source, .. } => Some(source),
            LoadError::NotAnArchive { .. } | LoadError::NotUtf8 { .. } => None,
        }
    }
}
