//! A folder of files as somebody kept them → the transcripts among them, and the files that are none.

use super::super::{DocumentSource, Unread};
use super::{Before, LoadError, read_source, relative};
use std::path::Path;
use walkdir::WalkDir;

/// What a folder holds, in order of the names.
#[derive(Debug)]
pub struct Received {
    /// The transcripts; their paths are those inside the folder.
    pub documents: Vec<DocumentSource>,
    /// All other files, each with the reason and what can be done.
    pub unread: Vec<Unread>,
}

/// Reads every file of a folder and of the folders in it as a transcript. Hidden files, and the folder `except`, are left alone.
///
/// # Errors
/// Where the folder itself cannot be read. A file that cannot be read is listed as unread.
pub fn received(folder: &Path, except: &Path) -> Result<Received, LoadError> {
    let mut received = Received {
        documents: Vec::new(),
        unread: Vec::new(),
    };
    let except = except.canonicalize().ok();
    let is_excepted = |path: &Path| except.is_some() && path.canonicalize().ok() == except;
    let walk = WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| {
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            let is_folder = entry.file_type().is_dir();
            let is_left_alone = is_hidden || is_folder && is_excepted(entry.path());
            entry.depth() == 0 || !is_left_alone
        });
    for entry in walk {
        let unread = |path: &Path, reason: String, help: &str| Unread {
            path: relative(folder, path),
            reason,
            help: help.to_owned(),
        };
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) if error.depth() > 0 => {
                let path = error.path().unwrap_or(folder).to_owned();
                let why = std::io::Error::from(error);
                let help = "ask whoever gave you the folder for the right to read it";
                received
                    .unread
                    .push(unread(&path, format!("it cannot be opened: {why}"), help));
                continue;
            }
            Err(error) => {
                return Err(LoadError::Unreadable {
                    path: folder.to_owned(),
                    source: error.into(),
                });
            }
        };
        let path = entry.path();
        if entry.file_type().is_dir() {
            continue;
        }
        if !entry.file_type().is_file() {
            let (reason, help) = if entry.path_is_symlink() {
                (
                    "it only points to another file",
                    "put the file itself in its place",
                )
            } else {
                (
                    "it is a pipe or a device, which cannot be kept",
                    "take it out",
                )
            };
            received.unread.push(unread(path, reason.to_owned(), help));
            continue;
        }
        if path
            .extension()
            .is_some_and(|e| e.eq_ignore_ascii_case("toml"))
        {
            let help = "if it is a record of a transcript, copy it into content/documents beside it, under the same name";
            received.unread.push(unread(
                path,
                "it is no transcript but settings".to_owned(),
                help,
            ));
            continue;
        }
        match read_source(folder, path, &Before::new()) {
            Ok(Ok(document)) => received.documents.push(document),
            Ok(Err(why)) => received.unread.push(why),
            Err(why) => {
                let help = "look whether another program has it open, and whether you may read it";
                received.unread.push(unread(path, why.to_string(), help));
            }
        }
    }
    Ok(received)
}
