//! An earlier copy of a site, a zip or a folder → the locks that were lost.

use super::Failure;
use crate::anchor;
use crate::source::TextFile;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use walkdir::WalkDir;
use zip::ZipArchive;

/// What is read of a site, wherever in the zip or folder it stands.
const ADDRESSES: &str = "data/addresses.csv";

/// A file of data longer than this is none that memcon wrote.
const LONGEST: u64 = 512 * 1024 * 1024;

/// The locks that the build of an earlier site wrote.
pub(super) fn locks(from: &Path) -> Result<Vec<TextFile>, Failure> {
    let files = if from.is_dir() {
        in_folder(from)?
    } else {
        in_zip(from)?
    };
    let files = of_site(files);
    if files.is_empty() {
        return Err(Failure(format!(
            "{} is no copy of a site: it holds neither documents/….json nor data/addresses.csv",
            from.display()
        )));
    }
    anchor::rebuilt(&files).map_err(|path| {
        Failure(format!(
            "{path} in {} is not as memcon writes it",
            from.display()
        ))
    })
}

fn is_wanted(path: &str) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    // A copy of the whole archive holds transcripts, too, some of them JSON.
    let is_source = folder == "content/documents" || folder.contains("/content/documents");
    let is_document = (folder == "documents" || folder.ends_with("/documents")) && !is_source;
    is_document && name.strip_suffix(".json").is_some()
        || path == ADDRESSES
        || path.ends_with("/data/addresses.csv")
}

/// The files by their paths inside the site, which may stand in a folder.
fn of_site(files: BTreeMap<String, String>) -> BTreeMap<String, String> {
    let inside = |path: &str, folder: &str| {
        let at = path.rfind(folder)?;
        (at == 0 || path[..at].ends_with('/')).then(|| path[at..].to_owned())
    };
    files
        .into_iter()
        .filter_map(|(path, text)| {
            let own = inside(&path, "documents/").or_else(|| inside(&path, ADDRESSES))?;
            Some((own, text))
        })
        .collect()
}

fn in_folder(folder: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
        let path = parts.join("/");
        if entry.file_type().is_file() && is_wanted(&path) {
            let bytes = fs::read(entry.path()).map_err(|error| {
                Failure(format!("cannot read {}: {error}", entry.path().display()))
            })?;
            files.insert(path, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    Ok(files)
}

fn in_zip(from: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let unreadable = |error: &dyn std::fmt::Display| {
        Failure(format!(
            "cannot read {} as a folder or a zip: {error}",
            from.display()
        ))
    };
    let file = File::open(from).map_err(|error| unreadable(&error))?;
    let mut zip = ZipArchive::new(file).map_err(|error| unreadable(&error))?;
    let mut files = BTreeMap::new();
    for at in 0..zip.len() {
        let entry = zip.by_index(at).map_err(|error| unreadable(&error))?;
        let name = entry.name().map_err(|error| unreadable(&error))?;
        let path = name.replace('\\', "/");
        if entry.is_file() && is_wanted(&path) {
            let mut bytes = Vec::new();
            let mut entry = entry.take(LONGEST);
            entry
                .read_to_end(&mut bytes)
                .map_err(|error| unreadable(&error))?;
            files.insert(path, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    Ok(files)
}
