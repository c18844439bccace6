//! What would change in a file, as lines with `+` and `-`; and the writing of it.

use super::Failure;
use similar::TextDiff;
use std::fs;
use std::path::Path;

/// How many lines stand around a change.
const AROUND: usize = 2;

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

/// Writes a file of the archive, or takes it away. The old one stays whole until the new one is.
pub(super) fn write(folder: &Path, path: &str, text: Option<&str>) -> Result<(), Failure> {
    let file = folder.join(path);
    let failure =
        |error: std::io::Error| Failure(format!("cannot write {}: {error}", file.display()));
    let Some(text) = text else {
        return fs::remove_file(&file).map_err(failure);
    };
    let above = file.parent().unwrap_or(folder);
    fs::create_dir_all(above).map_err(failure)?;
    let mut new = tempfile::NamedTempFile::new_in(above).map_err(failure)?;
    std::io::Write::write_all(&mut new, text.as_bytes()).map_err(failure)?;
    new.as_file().sync_all().map_err(failure)?;
    // A file for the editor alone is a surprise for whoever shares the folder.
    if let Ok(old) = fs::metadata(&file) {
        new.as_file()
            .set_permissions(old.permissions())
            .map_err(failure)?;
    } else {
        let as_new = fs::File::create(&file).and_then(|made| made.metadata());
        let as_new = as_new.map_err(failure)?.permissions();
        new.as_file().set_permissions(as_new).map_err(failure)?;
    }
    new.persist(&file).map_err(|error| failure(error.error))?;
    Ok(())
}
