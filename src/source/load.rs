//! The disk → [`Sources`]. The only place where an archive is read.

mod error;
mod locks;
mod pictures;
mod received;
mod theme;

use super::extract::{Extracted, Unreadable};
use super::{
    DocumentId, DocumentSource, Format, LoneRecord, SourceFile, Sources, Table, Tables, TextFile,
    Unread, caught, decode, extract,
};
use crate::progress::{Nobody, Stage, Watch};
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};
use walkdir::WalkDir;

pub use error::LoadError;
pub use received::{Received, received};

/// A transcript longer than this is refused: no known one comes near, and reading it would only exhaust the machine.
const LONGEST_SOURCE: u64 = 512 * 1024 * 1024;

/// Reads the archive in the folder `root`.
///
/// # Errors
/// Where the folder is no archive, or one of its files cannot be read. A transcript that cannot be *decoded or understood* is not an
/// error: it is listed in [`Sources::unread`].
pub fn load(root: &Path) -> Result<Sources, LoadError> {
    load_watched(root, &Nobody)
}

/// The same, telling how far it has come.
///
/// # Errors
/// As [`load`].
pub fn load_watched(root: &Path, watch: &dyn Watch) -> Result<Sources, LoadError> {
    load_again(root, &[], watch)
}

/// The same for an archive that was read before: a transcript whose bytes are those that were read is not decoded again.
///
/// # Errors
/// As [`load`].
pub fn load_again(
    root: &Path,
    before: &[DocumentSource],
    watch: &dyn Watch,
) -> Result<Sources, LoadError> {
    let before: Before<'_> = before
        .iter()
        .map(|document| (document.source.path.as_str(), document))
        .collect();
    let documents_dir = root.join("content/documents");
    if !root.join("site.toml").is_file() && !documents_dir.is_dir() {
        return Err(LoadError::NotAnArchive {
            path: root.to_owned(),
        });
    }
    let Documents {
        read: documents,
        mut unread,
        lone_records,
    } = documents(root, &documents_dir, &before, watch)?;
    let people = optional(root, "content/people.toml")?;
    let mut assets = theme::assets(root)?;
    for inside in pictures::named(&documents, people.as_ref()) {
        let path = root.join("content").join(&inside);
        if path.is_file() {
            let bytes = fs::read(&path).map_err(|source| unreadable(&path, source))?;
            assets.insert(format!("../{}", relative(root, &path)), bytes);
            let own = relative(root, &path);
            unread.retain(|file| file.path != own);
        }
    }
    Ok(Sources {
        config: optional(root, "site.toml")?,
        people,
        glossary: optional(root, "content/glossary.toml")?,
        tables: tables(root)?,
        changes: optional(root, "content/changes.toml")?,
        documents,
        unread,
        lone_records,
        pages: pages(root)?,
        locks: locks::all(root)?,
        remembers: true,
        templates: theme::templates(root)?,
        assets,
        root: root.to_owned(),
    })
}

/// The archive a file belongs to: the nearest folder above it that holds `site.toml`.
pub fn archive_of(file: &Path) -> Option<PathBuf> {
    let file = file.canonicalize().ok()?;
    file.ancestors()
        .skip(1)
        .find(|folder| folder.join("site.toml").is_file())
        .map(Path::to_owned)
}

/// Reads one transcript and the record beside it, wherever they stand; paths in messages are relative to `root`.
///
/// # Errors
/// Where the file cannot be read from disk. A file that is read and not understood is given back as [`Unread`].
pub fn document_file(
    root: &Path,
    file: &Path,
) -> Result<Result<DocumentSource, Unread>, LoadError> {
    document_again(root, file, &Before::new())
}

/// What was read before, by its path.
type Before<'a> = HashMap<&'a str, &'a DocumentSource>;

fn document_again(
    root: &Path,
    file: &Path,
    before: &Before<'_>,
) -> Result<Result<DocumentSource, Unread>, LoadError> {
    let document = match read_source(root, file, before)? {
        Ok(document) => document,
        Err(unread) => return Ok(Err(unread)),
    };
    let record_path = file.with_extension("toml");
    let record = if record_path.is_file() {
        Some(text_file(root, &record_path)?)
    } else {
        None
    };
    Ok(Ok(DocumentSource { record, ..document }))
}

/// Reads one transcript from its bytes, as a file named `path` would be read, without a record. No disk is touched.
///
/// # Errors
/// Where the bytes are not understood, with the reason.
pub fn document_bytes(path: &str, bytes: Vec<u8>) -> Result<DocumentSource, Unread> {
    understood(path, bytes, extract::reading_text)
}

/// Reads a transcript with the reader given; a panic of it is a reason like others.
fn understood(
    path: &str,
    bytes: Vec<u8>,
    reading_text: impl FnOnce(Format, &[u8]) -> Result<Extracted, Unreadable>,
) -> Result<DocumentSource, Unread> {
    let unread = |reason: &str, help: &str| {
        Err(Unread {
            path: path.to_owned(),
            reason: reason.to_owned(),
            help: help.to_owned(),
        })
    };
    let file = Path::new(path);
    let read = caught(|| {
        let format = Format::detect(file, &bytes)?;
        Some((format, reading_text(format, &bytes)))
    });
    let Some((format, read)) = read.map_err(|fault| fault.unread(path))? else {
        let is_spreadsheet = file.extension().is_some_and(|e| {
            ["xlsx", "xls", "ods"]
                .iter()
                .any(|name| e.eq_ignore_ascii_case(name))
        });
        return if is_spreadsheet {
            unread(
                "the file is a spreadsheet of Excel or LibreOffice",
                "open it there and save it as CSV (UTF-8)",
            )
        } else {
            unread(
                "the file is neither text nor a document that can be read",
                "save its text as .txt, .docx, .pdf or .html",
            )
        };
    };
    let Extracted {
        text,
        encoding,
        chrome,
        paragraphs,
        strong,
    } = match read {
        Ok(read) => read,
        Err(why) => return unread(&why.reason, &why.help),
    };
    if !text.chars().any(char::is_alphanumeric) {
        return unread(
            "the file holds no words",
            "replace it by the full transcript or remove it",
        );
    }
    let received = (text.as_bytes() != bytes).then_some(bytes);
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    Ok(DocumentSource {
        id: DocumentId::from_stem(&stem),
        source: Arc::new(SourceFile {
            path: path.to_owned(),
            text,
            format,
            encoding,
            chrome,
            paragraphs,
            strong,
            received,
        }),
        record: None,
    })
}

/// Reads one transcript by itself: with its record and the authority file where it is read as part of the archive in the folder
/// `archive`, with nothing else where it is not.
///
/// # Errors
/// Where a file cannot be read.
pub fn one(archive: Option<&Path>, file: &Path) -> Result<Sources, LoadError> {
    let beside = file.parent().unwrap_or(Path::new(""));
    let mut sources = Sources {
        root: archive.unwrap_or(beside).to_owned(),
        ..Sources::default()
    };
    let Some(root) = archive else {
        match read_source(beside, file, &Before::new())? {
            Ok(document) => sources.documents.push(document),
            Err(unread) => sources.unread.push(unread),
        }
        return Ok(sources);
    };
    sources.config = optional(root, "site.toml")?;
    sources.people = optional(root, "content/people.toml")?;
    sources.glossary = optional(root, "content/glossary.toml")?;
    sources.tables = tables(root)?;
    // The languages that site.toml may name.
    sources.templates = theme::templates(root)?;
    let base = if file.starts_with(root) { root } else { beside };
    match document_file(base, file)? {
        Ok(document) => {
            let path = root.join(format!("{}/{}.lock", locks::FOLDER, document.id));
            if path.is_file() {
                sources.locks.push(locks::one(root, &path)?);
            }
            sources.documents.push(document);
        }
        Err(unread) => sources.unread.push(unread),
    }
    Ok(sources)
}

#[derive(Default)]
struct Documents {
    read: Vec<DocumentSource>,
    unread: Vec<Unread>,
    lone_records: Vec<LoneRecord>,
}

fn documents(
    root: &Path,
    folder: &Path,
    before: &Before<'_>,
    watch: &dyn Watch,
) -> Result<Documents, LoadError> {
    let mut documents: BTreeMap<DocumentId, DocumentSource> = BTreeMap::new();
    let mut unread = Vec::new();
    let mut lone_records = Vec::new();
    if !folder.is_dir() {
        return Ok(Documents::default());
    }
    let mut records = Vec::new();
    let paths = files(folder)?;
    watch.begin(Stage::Read, paths.len());
    for path in paths {
        watch.step();
        let relative = relative(root, &path);
        let extension = path
            .extension()
            .unwrap_or_default()
            .to_string_lossy()
            .to_ascii_lowercase();
        if extension == "toml" {
            records.push(path);
            continue;
        }
        let document = match document_again(root, &path, before)? {
            Ok(document) => document,
            Err(why) => {
                unread.push(why);
                continue;
            }
        };
        if let Some(other) = documents.get(&document.id) {
            unread.push(Unread {
                path: relative,
                reason: format!(
                    "the file would have the same address as {}",
                    other.source.path
                ),
                help: "rename one of the two files".to_owned(),
            });
            continue;
        }
        documents.insert(document.id.clone(), document);
    }
    for record in records {
        let stem = record.file_stem().unwrap_or_default().to_string_lossy();
        let beside = relative(root, &record.with_extension(""));
        let is_unread = |file: &Unread| {
            file.path
                .rsplit_once('.')
                .is_some_and(|(stem, _)| stem == beside)
        };
        if unread.iter().any(is_unread) {
            // The transcript's own message says what to do.
            continue;
        }
        let id = DocumentId::from_stem(&stem);
        if !documents.contains_key(&id) {
            lone_records.push(LoneRecord {
                id,
                record: text_file(root, &record)?,
                unread: Unread {
                    path: relative(root, &record),
                    reason: "this record belongs to no transcript".to_owned(),
                    help: format!("put the transcript beside it, as {stem}.txt or {stem}.md; if the document was withdrawn, write status = \"withdrawn\" in the record"),
                },
            });
        }
    }
    Ok(Documents {
        read: documents.into_values().collect(),
        unread,
        lone_records,
    })
}

/// All plain files below a folder, sorted; links are not followed, hidden files are left alone.
fn files(folder: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let mut paths = Vec::new();
    let walk = WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| {
            entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
        });
    for entry in walk {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            LoadError::Unreadable {
                path,
                source: error.into(),
            }
        })?;
        if entry.file_type().is_file() {
            paths.push(entry.into_path());
        }
    }
    Ok(paths)
}

fn read_source(
    root: &Path,
    file: &Path,
    before: &Before<'_>,
) -> Result<Result<DocumentSource, Unread>, LoadError> {
    let path = relative(root, file);
    let size = fs::metadata(file)
        .map_err(|source| unreadable(file, source))?
        .len();
    if size > LONGEST_SOURCE {
        return Ok(Err(Unread {
            path,
            reason: "the file is larger than 512 MB".to_owned(),
            help: "cut it into one file a conversation".to_owned(),
        }));
    }
    let bytes = fs::read(file).map_err(|source| unreadable(file, source))?;
    if let Some(known) = before.get(path.as_str())
        && known.source.bytes() == bytes
    {
        return Ok(Ok(DocumentSource {
            record: None,
            ..(*known).clone()
        }));
    }
    Ok(document_bytes(&path, bytes))
}

fn pages(root: &Path) -> Result<Vec<TextFile>, LoadError> {
    let folder = root.join("content/pages");
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let paths = files(&folder)?;
    paths
        .iter()
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
        .map(|path| text_file(root, path))
        .collect()
}

fn optional(root: &Path, name: &str) -> Result<Option<TextFile>, LoadError> {
    let path = root.join(name);
    if path.is_file() {
        text_file(root, &path).map(Some)
    } else {
        Ok(None)
    }
}

/// The tables of the editors, in whatever encoding a spreadsheet saved them.
fn tables(root: &Path) -> Result<Tables, LoadError> {
    let table = |name: &str| {
        let path = root.join(name);
        if !path.is_file() {
            return Ok(None);
        }
        let bytes = fs::read(&path).map_err(|source| unreadable(&path, source))?;
        let (text, encoding) = decode(&bytes);
        let path = relative(root, &path);
        let file = TextFile { path, text };
        Ok(Some(Table { file, encoding }))
    };
    Ok(Tables {
        documents: table("content/documents.csv")?,
        people: table("content/people.csv")?,
        glossary: table("content/glossary.csv")?,
        corrections: table("content/corrections.csv")?,
    })
}

fn text_file(root: &Path, path: &Path) -> Result<TextFile, LoadError> {
    let bytes = fs::read(path).map_err(|source| unreadable(path, source))?;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| LoadError::NotUtf8 {
        path: path.to_owned(),
    })?;
    Ok(TextFile {
        path: relative(root, path),
        text: text.to_owned(),
    })
}

fn unreadable(path: &Path, source: io::Error) -> LoadError {
    LoadError::Unreadable {
        path: path.to_owned(),
        source,
    }
}

fn relative(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    inside
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_panics_costs_the_file_and_says_so() {
        let read = understood("a.txt", b"words".to_vec(), |_, bytes| {
            panic!("{}", bytes.len())
        });
        let unread = read.expect_err("nothing was read");
        assert_eq!(unread.path, "a.txt");
        assert!(
            unread
                .reason
                .starts_with("the file cannot be read: this is a fault of memcon (src/"),
            "{}",
            unread.reason
        );
    }
}
