//! The fixtures of the stages: single texts beside their dumps.

use memcon::source::{self, DocumentSource, Sources};
use std::path::{Path, PathBuf};

/// The sources in a folder of `tests`, in order of their names: neither dumps nor records nor people.
pub fn fixtures(folder: &str) -> Vec<PathBuf> {
    let folder = super::root().join("tests").join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the fixtures are there")
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| {
            let extension = path.extension().and_then(|e| e.to_str());
            !matches!(extension, Some("dump" | "toml" | "people") | None)
        })
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

/// Reads a fixture, with the record beside it if there is one.
pub fn read(file: &Path) -> DocumentSource {
    let folder = file.parent().expect("it stands in a folder");
    source::document_file(folder, file)
        .expect("the fixture can be read")
        .unwrap_or_else(|why| panic!("{}: {}", file.display(), why.reason))
}

/// An archive of these documents and nothing else.
pub fn only(documents: Vec<DocumentSource>) -> Sources {
    Sources {
        documents,
        remembers: true,
        ..Sources::default()
    }
}
