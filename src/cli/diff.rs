//! What would change in a file, as lines with `+` and `-`; and the writing of it.

use super::Failure;
use crate::source::decode;
use similar::TextDiff;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// How many lines stand around a change.
const AROUND: usize = 2;

/// What Excel knows Unicode by.
const MARK: &str = "\u{feff}";

/// What becomes of one file of the archive.
pub(super) struct Change<'a> {
    /// Within the archive.
    pub(super) path: &'a str,
    /// What was read; nothing where there was no file.
    pub(super) before: Option<&'a str>,
    /// What it will hold; nothing where it goes.
    pub(super) after: Option<&'a str>,
}

/// The change of a file, with its path above.
pub(super) fn of(path: &str, before: &str, after: &str) -> String {
    let [before, after] = [before, after].map(|text| text.replace("\r\n", "\n"));
    let lines = TextDiff::from_lines(&before, &after);
    let mut shown = lines.unified_diff();
    shown.context_radius(AROUND).missing_newline_hint(false);
    let shown = shown.to_string();
    let gap = if shown.ends_with('\n') { "" } else { "\n" };
    format!("{path}\n{shown}{gap}")
}

/// Writes files of the archive, in the order given, and takes away those that go. No file is touched before all that is new stands
/// whole beside its place, and none goes before all the rest stands.
pub(super) fn write(folder: &Path, changes: &[Change]) -> Result<(), Failure> {
    let mut ready = Vec::new();
    let mut going = Vec::new();
    for change in changes {
        let file = folder.join(change.path);
        let failed = |error| failure(&file, &error);
        let old = match fs::read(&file) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(failed(error)),
        };
        if old.as_ref().map(|bytes| decode(bytes).0).as_deref() != change.before {
            return Err(Failure(format!(
                "{} was changed while it was read here; nothing was written: do it once more",
                file.display()
            )));
        }
        let Some(text) = change.after else {
            going.push(file);
            continue;
        };
        let had_mark = old.is_some_and(|bytes| bytes.starts_with(MARK.as_bytes()));
        let is_table = file.extension().is_some_and(|e| e == "csv");
        let mark = if is_table || had_mark { MARK } else { "" };
        ready.push(beside(&file, &format!("{mark}{text}")).map_err(failed)?);
    }
    for (new, place) in ready {
        new.persist(&place)
            .map_err(|error| failure(&place, &error.error))?;
    }
    for file in going {
        fs::remove_file(&file).map_err(|error| failure(&file, &error))?;
    }
    Ok(())
}

fn failure(file: &Path, error: &std::io::Error) -> Failure {
    Failure(format!("cannot write {}: {error}", file.display()))
}

/// A text in a file of its own beside its place, and the place. Of a link, that is where it leads to.
fn beside(file: &Path, text: &str) -> std::io::Result<(NamedTempFile, PathBuf)> {
    let is_there = fs::symlink_metadata(file).is_ok();
    let place = if is_there {
        file.canonicalize()?
    } else {
        file.to_owned()
    };
    let above = place.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(above)?;
    let mut new = as_new(above)?;
    new.write_all(text.as_bytes())?;
    new.as_file().sync_all()?;
    if is_there {
        let permissions = fs::metadata(&place)?.permissions();
        new.as_file().set_permissions(permissions)?;
    }
    Ok((new, place))
}

/// A file for the editor alone is a surprise for whoever shares the folder: this one is for whom any new file is.
#[cfg(unix)]
fn as_new(above: &Path) -> std::io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    let permissions = fs::Permissions::from_mode(0o666);
    let mut new = tempfile::Builder::new();
    new.permissions(permissions).tempfile_in(above)
}

#[cfg(not(unix))]
fn as_new(above: &Path) -> std::io::Result<NamedTempFile> {
    NamedTempFile::new_in(above)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_changed_meanwhile_is_not_written_and_no_other_is() {
        let folder = tempfile::tempdir().unwrap();
        for path in ["a.toml", "b.toml"] {
            fs::write(folder.path().join(path), "\u{feff}title = \"Old\"\n").unwrap();
        }
        let change = |path, before| Change {
            path,
            before: Some(before),
            after: Some("title = \"New\"\n"),
        };
        let read = "title = \"Old\"\n";
        let told = write(
            folder.path(),
            &[
                change("a.toml", read),
                change("b.toml", "title = \"Older\"\n"),
            ],
        );
        assert!(told.unwrap_err().0.contains("nothing was written"));
        let held = |path| fs::read_to_string(folder.path().join(path)).unwrap();
        assert_eq!(held("a.toml"), "\u{feff}title = \"Old\"\n");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);

        assert!(write(folder.path(), &[change("a.toml", read)]).is_ok());
        assert_eq!(held("a.toml"), "\u{feff}title = \"New\"\n");
    }
}
