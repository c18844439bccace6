//! The disk → [`Sources`]. The only place where an archive is read.

mod error;
mod folders;
mod guard;
mod locks;
mod pictures;
mod received;
mod tables;
mod theme;

use super::extract::{Extracted, Unreadable};
use super::{
    DocumentId, DocumentSource, Folder, Format, Links, LoneRecord, SourceFile, Sources, TextFile,
    Unread, caught, extract,
};
use crate::progress::{Nobody, Stage, Watch};
use guard::{Guard, Listed};
use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

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
    load_watched(root, Links::Inside, &Nobody)
}

/// The same, following links as far as is said and telling how far it has come.
///
/// # Errors
/// As [`load`].
pub fn load_watched(root: &Path, links: Links, watch: &dyn Watch) -> Result<Sources, LoadError> {
    load_again(root, links, &[], watch)
}

/// The same for an archive that was read before: a transcript whose bytes are those that were read is not decoded again.
///
/// # Errors
/// As [`load`].
pub fn load_again(
    root: &Path,
    links: Links,
    before: &[DocumentSource],
    watch: &dyn Watch,
) -> Result<Sources, LoadError> {
    let before: Before<'_> = before
        .iter()
        .map(|document| (document.source.path.as_str(), document))
        .collect();
    let guard = Guard::of(root, links);
    // What all others stand in.
    guard.folder("content")?;
    let documents_dir = guard.folder("content/documents")?;
    let config = optional(&guard, "site.toml")?;
    if config.is_none() && documents_dir.is_none() {
        return Err(LoadError::NotAnArchive {
            path: root.to_owned(),
        });
    }
    let Documents {
        read: documents,
        mut unread,
        lone_records,
        mut followed,
        folders,
    } = match documents_dir {
        Some(folder) => documents(&guard, &folder, &before, watch)?,
        None => Documents::default(),
    };
    let people = optional(&guard, "content/people.toml")?;
    let mut others = Listed::default();
    let mut assets = theme::assets(&guard, &mut others)?;
    for inside in pictures::named(&documents, people.as_ref()) {
        let path = root.join("content").join(&inside);
        if path.is_file() && guard.may_be_read(&path) {
            let bytes = fs::read(&path).map_err(|source| unreadable(&path, source))?;
            assets.insert(format!("../{}", relative(root, &path)), bytes);
            let own = relative(root, &path);
            unread.retain(|file| file.path != own);
        }
    }
    let pages = pages(&guard, &mut others)?;
    let locks = locks::all(&guard, &mut others)?;
    let templates = theme::templates(&guard, &mut others)?;
    followed.extend(others.followed);
    Ok(Sources {
        config,
        people,
        glossary: optional(&guard, "content/glossary.toml")?,
        tables: tables::all(&guard)?,
        changes: optional(&guard, "content/changes.toml")?,
        documents,
        unread,
        lone_records,
        folders,
        pages,
        locks,
        remembers: true,
        templates,
        assets,
        passed_over: others.unread,
        followed,
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
    with_record(&Guard::of(root, Links::Inside), file, &Before::new())
}

fn with_record(
    guard: &Guard<'_>,
    file: &Path,
    before: &Before<'_>,
) -> Result<Result<DocumentSource, Unread>, LoadError> {
    let document = match read_source(guard.root, file, before)? {
        Ok(document) => document,
        Err(unread) => return Ok(Err(unread)),
    };
    let record_path = file.with_extension("toml");
    // A record that cannot be read may withhold what it stands beside: nothing is published without it.
    let record = match fs::symlink_metadata(&record_path) {
        Err(_) => None,
        // A folder says nothing.
        Ok(_) if record_path.is_dir() => None,
        Ok(_) if !guard.may_be_read(&record_path) => {
            return Err(LoadError::Elsewhere { path: record_path });
        }
        Ok(_) if !record_path.is_file() => return Err(LoadError::NoFile { path: record_path }),
        Ok(_) => Some(text_file(guard.root, &record_path)?),
    };
    let id = match folders::of(guard, file)? {
        Some(folder) => folder.id(&document.source.path),
        None => document.id,
    };
    Ok(Ok(DocumentSource {
        id,
        record,
        ..document
    }))
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
pub fn one(archive: Option<&Path>, links: Links, file: &Path) -> Result<Sources, LoadError> {
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
    let guard = Guard::of(root, links);
    sources.config = optional(&guard, "site.toml")?;
    sources.people = optional(&guard, "content/people.toml")?;
    sources.glossary = optional(&guard, "content/glossary.toml")?;
    sources.tables = tables::all(&guard)?;
    // The languages that site.toml may name.
    sources.templates = theme::templates(&guard, &mut Listed::default())?;
    let base = if file.starts_with(root) { root } else { beside };
    match with_record(&Guard::of(base, links), file, &Before::new())? {
        Ok(document) => {
            let path = root.join(format!("{}/{}.lock", locks::FOLDER, document.id));
            if path.is_file() {
                sources.locks.push(locks::one(root, &path)?);
            }
            sources.documents.push(document);
            sources
                .folders
                .extend(folders::of(&Guard::of(base, links), file)?);
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
    followed: Vec<String>,
    folders: Vec<Folder>,
}

fn documents(
    guard: &Guard<'_>,
    folder: &Path,
    before: &Before<'_>,
    watch: &dyn Watch,
) -> Result<Documents, LoadError> {
    let root = guard.root;
    let mut documents: BTreeMap<DocumentId, DocumentSource> = BTreeMap::new();
    let mut lone_records = Vec::new();
    let mut folders = Vec::new();
    let mut records = Vec::new();
    let Listed {
        files: paths,
        mut unread,
        followed,
    } = guard.files(folder)?;
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
        let document = match with_record(guard, &path, before)? {
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
        let folder = folders::of(guard, &record)?;
        let stem = record.file_stem().unwrap_or_default().to_string_lossy();
        if stem == "record" && folder.is_some() {
            folders.extend(folder);
            continue;
        }
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
        let own = relative(root, &record);
        let id = folder.map_or_else(|| DocumentId::from_stem(&stem), |one| one.id(&own));
        if !documents.contains_key(&id) {
            lone_records.push(LoneRecord {
                id,
                record: text_file(root, &record)?,
                unread: Unread {
                    path: own,
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
        followed,
        folders,
    })
}

/// What was read before, by its path.
type Before<'a> = HashMap<&'a str, &'a DocumentSource>;

fn read_source(
    root: &Path,
    file: &Path,
    before: &Before<'_>,
) -> Result<Result<DocumentSource, Unread>, LoadError> {
    let path = relative(root, file);
    let mut bytes = Vec::new();
    // What is no plain file does not tell its length.
    let opened = fs::File::open(file).map_err(|source| unreadable(file, source))?;
    let mut opened = opened.take(LONGEST_SOURCE + 1);
    let n_read = opened.read_to_end(&mut bytes);
    n_read.map_err(|source| unreadable(file, source))?;
    if bytes.len() as u64 > LONGEST_SOURCE {
        return Ok(Err(Unread {
            path,
            reason: "the file is larger than 512 MB".to_owned(),
            help: "cut it into one file a conversation".to_owned(),
        }));
    }
    if let Some(known) = before.get(path.as_str())
        && known.source.bytes() == bytes
    {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        return Ok(Ok(DocumentSource {
            id: DocumentId::from_stem(&stem),
            source: Arc::clone(&known.source),
            record: None,
        }));
    }
    Ok(document_bytes(&path, bytes))
}

fn pages(guard: &Guard<'_>, others: &mut Listed) -> Result<Vec<TextFile>, LoadError> {
    let paths = others.take_in(guard, "content/pages")?;
    paths
        .iter()
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
        .map(|path| text_file(guard.root, path))
        .collect()
}

fn optional(guard: &Guard<'_>, name: &str) -> Result<Option<TextFile>, LoadError> {
    let path = guard.file(name)?;
    path.map(|path| text_file(guard.root, &path)).transpose()
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
