//! Why nothing could be read.

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
    /// A symbolic link leads out of the archive.
    Elsewhere {
        /// The link.
        path: PathBuf,
    },
    /// Where a file is looked for there is a folder, a pipe or a link that leads nowhere.
    NoFile {
        /// What was tried.
        path: PathBuf,
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
            LoadError::Elsewhere { path } => write!(
                f,
                "{} is a symbolic link that leads out of the archive; put what it leads to in its place, or, where you know what that is, allow it with --follow-links",
                path.display()
            ),
            LoadError::NoFile { path } => write!(
                f,
                "{} is no file that can be read, but a folder, a pipe or a link that leads nowhere; put the file in its place or take it out",
                path.display()
            ),
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
            LoadError::NotAnArchive { .. }
            | LoadError::Elsewhere { .. }
            | LoadError::NoFile { .. }
            | LoadError::NotUtf8 { .. } => None,
        }
    }
}
