//! Copies that somebody can carry away, each one zip: the site, which opens from a disk; and the whole archive, of which the site can be
//! built again.
//!
//! The same files give the same bytes: they stand in order of their names, with one time and one set of rights, stored where their kind is
//! compressed already. Everything in a zip stands in one folder, which has the name of the archive.

use super::checksums::Sum;
use super::folder::COPIES;
use super::{WriteError, bag, io_error, locks, place};
use crate::anchor;
use crate::source::slug;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;
use walkdir::WalkDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// The copies that are wanted.
#[derive(Clone, Debug, Default)]
pub struct Copies {
    /// Where the site is to be, as a zip.
    pub site: Option<PathBuf>,
    /// The copy of the whole archive.
    pub archive: Option<ArchiveCopy>,
    /// What the archive is called.
    pub title: String,
}

/// A copy of the whole archive: sources, records, all that editors wrote, the theme, the addresses, and the site.
#[derive(Clone, Debug)]
pub struct ArchiveCopy {
    /// Where it is to be.
    pub path: PathBuf,
    /// How it is packed.
    pub form: Form,
    /// What somebody must know who gets it.
    pub handover: String,
    /// What a bag says of itself.
    pub about: Vec<(&'static str, String)>,
}

/// How a copy of the archive is packed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// As the archive's folder is, with checksums.
    Plain,
    /// As a bag (BagIt, RFC 8493).
    Bag,
}

/// A copy that was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WrittenCopy {
    /// What it is a copy of.
    pub of: CopyOf,
    /// Where it is.
    pub path: PathBuf,
    /// How large it is.
    pub n_bytes: u64,
}

/// What a copy is a copy of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CopyOf {
    /// The site alone.
    Site,
    /// The whole archive, with all that is withheld from the site.
    Archive,
}

/// Where the handover stands in a copy of the archive.
const HANDOVER: &str = "HANDOVER.txt";

/// The file of checksums of a copy that is no bag.
const SUMS: &str = "SHA256SUMS";

/// The folder of the site in a copy of the archive.
const SITE: &str = "public";

/// The folders an archive consists of. Some may be links to where they really are, and are followed.
pub(super) const FOLDERS: [&str; 7] = [
    "content",
    "content/documents",
    "content/pages",
    "content/anchors",
    "templates",
    "static",
    ".github/workflows",
];

/// Files at the top of an archive that belong to it, by the beginnings of their names.
const AT_THE_TOP: [&str; 8] = [
    "site.toml",
    "received.csv",
    ".gitignore",
    "README",
    "LICEN",
    "COPYING",
    "CITATION",
    "CHANGELOG",
];

/// How long the name of a folder in a zip may be, in bytes.
const LONGEST_NAME: usize = 60;

/// Kinds of files that are compressed already.
const COMPRESSED: [&str; 16] = [
    "avif", "docx", "gif", "gz", "jpeg", "jpg", "m4a", "mp3", "mp4", "odt", "ogg", "png", "webm",
    "webp", "woff2", "zip",
];

/// The name a folder in a zip has: the title, short enough for every system.
pub fn folder_name(title: &str) -> String {
    let mut name = String::new();
    for part in slug(title).split('-') {
        let part = &part[..part.floor_char_boundary(LONGEST_NAME)];
        if !name.is_empty() && name.len() + 1 + part.len() > LONGEST_NAME {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(part);
    }
    name
}

/// The files of an archive.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Own {
    /// Their paths inside the archive, in order.
    pub files: BTreeSet<String>,
    /// What is no file of its own and therefore in no copy: a link to a file elsewhere.
    pub left_out: BTreeSet<String>,
}

/// Finds the files that the copy of an archive holds, but for the site.
///
/// # Errors
/// Where a folder cannot be read, or a name is not Unicode.
pub fn own(archive: &Path) -> Result<Own, WriteError> {
    let mut own = Own::default();
    let top = fs::read_dir(archive).map_err(|source| io_error("read", archive, source))?;
    for entry in top {
        let entry = entry.map_err(|source| io_error("read", archive, source))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_own = AT_THE_TOP
            .iter()
            .any(|begin| name.to_uppercase().starts_with(&begin.to_uppercase()));
        if !is_own {
            continue;
        }
        if entry.path().is_symlink() {
            own.left_out.insert(name);
        } else if entry.path().is_file() {
            own.files.insert(name);
        }
    }
    for folder in FOLDERS {
        let folder = archive.join(folder);
        if !folder.is_dir() {
            continue;
        }
        let walk = WalkDir::new(&folder).into_iter().filter_entry(|entry| {
            entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
        });
        for entry in walk {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(&folder).to_owned();
                io_error("read", &path, error.into())
            })?;
            let inside = entry.path().strip_prefix(archive).unwrap_or(entry.path());
            let parts: Option<Vec<&str>> = inside.iter().map(|part| part.to_str()).collect();
            let Some(parts) = parts else {
                let why = io::Error::other("its name is not Unicode; give it another");
                return Err(io_error("copy", entry.path(), why));
            };
            let name = parts.join("/");
            let is_staged = name
                .rsplit_once('/')
                .is_some_and(|(folder, file)| folder == anchor::FOLDER && locks::is_staged(file));
            if is_staged {
                continue;
            }
            if entry.file_type().is_file() {
                own.files.insert(name);
            } else if entry.path_is_symlink() && !FOLDERS.contains(&name.as_str()) {
                own.left_out.insert(name);
            }
        }
    }
    Ok(own)
}

/// Refuses places where a copy would be published, be in the next copy, or take the place of something else.
pub(super) fn keep_off(copies: &Copies, archive: &Path, site: &Path) -> Result<(), WriteError> {
    let of_archive = copies.archive.iter().map(|copy| &copy.path);
    let mut places = BTreeSet::new();
    for path in copies.site.iter().chain(of_archive) {
        let is_zip = path
            .extension()
            .is_some_and(|e| e.eq_ignore_ascii_case("zip"));
        let folder = place::resolve(parent(path))?;
        if !is_zip || path.is_dir() {
            return Err(WriteError::NotAZip(path.clone()));
        }
        if folder.starts_with(site) {
            return Err(WriteError::InTheSite(path.clone()));
        }
        place::keep_off_content(archive, &folder, path)?;
        // Folders that hold the site are made with it.
        if !folder.is_dir() && !site.starts_with(&folder) {
            return Err(WriteError::NoFolder(path.clone()));
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !places.insert((folder, name.to_lowercase())) {
            return Err(WriteError::SamePlace(path.clone()));
        }
    }
    Ok(())
}

/// The folder that a file is in.
fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

/// Copies that are ready to be put in place.
pub(super) struct Ready(Vec<(CopyOf, PathBuf, PathBuf)>);

impl Ready {
    /// Packs the copies in the folder `work`, of the site in the folder `site`, whose files are `files`.
    pub(super) fn pack(
        copies: &Copies,
        work: &Path,
        archive: &Path,
        site: &Path,
        files: &BTreeSet<&str>,
    ) -> Result<Ready, WriteError> {
        let mut ready = Vec::new();
        if let Some(path) = &copies.site {
            let mut pack = Pack::new(&work.join(COPIES[0]), &copies.title)?;
            for name in files {
                pack.file(name, &site.join(name))?;
            }
            ready.push((CopyOf::Site, pack.finish()?, path.clone()));
        }
        if let Some(copy) = &copies.archive {
            let mut pack = Pack::new(&work.join(COPIES[1]), &copies.title)?;
            of_archive(&mut pack, copy, archive, site, files)?;
            ready.push((CopyOf::Archive, pack.finish()?, copy.path.clone()));
        }
        Ok(Ready(ready))
    }

    /// Puts them in place; gives how large each is.
    pub(super) fn put(self) -> Result<Vec<WrittenCopy>, WriteError> {
        let mut written = Vec::new();
        for (of, ready, path) in self.0 {
            let n_bytes = fs::metadata(&ready)
                .map_err(|source| io_error("read", &ready, source))?
                .len();
            if fs::rename(&ready, &path).is_err() {
                copy_over(&ready, &path).map_err(|source| io_error("write", &path, source))?;
            }
            written.push(WrittenCopy { of, path, n_bytes });
        }
        Ok(written)
    }
}

/// Puts a file in place on another disk: copied beside its place first, so that it is there whole or not at all.
fn copy_over(ready: &Path, path: &Path) -> io::Result<()> {
    let beside = NamedTempFile::new_in(parent(path))?.into_temp_path();
    fs::copy(ready, &beside)?;
    beside.persist(path)?;
    Ok(())
}

/// Packs the copy of an archive.
fn of_archive(
    pack: &mut Pack,
    copy: &ArchiveCopy,
    archive: &Path,
    site: &Path,
    files: &BTreeSet<&str>,
) -> Result<(), WriteError> {
    let payload = match copy.form {
        Form::Plain => "",
        Form::Bag => bag::PAYLOAD,
    };
    pack.bytes(&format!("{payload}{HANDOVER}"), copy.handover.as_bytes())?;
    for name in own(archive)?.files {
        pack.file(&format!("{payload}{name}"), &archive.join(&name))?;
    }
    for name in files {
        pack.file(&format!("{payload}{SITE}/{name}"), &site.join(name))?;
    }
    match copy.form {
        Form::Plain => {
            let sums = bag::manifest(&pack.sums, str::to_owned);
            pack.bytes(SUMS, sums.as_bytes())
        }
        Form::Bag => {
            let payload = std::mem::take(&mut pack.sums);
            for (name, text) in bag::tags(&payload, pack.n_bytes, &copy.about) {
                pack.bytes(name, text.as_bytes())?;
            }
            let tags = bag::manifest(&pack.sums, bag::encoded);
            pack.bytes(bag::TAG_MANIFEST, tags.as_bytes())
        }
    }
}

/// A zip while it is written.
struct Pack {
    zip: ZipWriter<BufWriter<File>>,
    path: PathBuf,
    folder: String,
    /// The checksums so far, by name inside the folder.
    sums: Vec<(String, Sum)>,
    n_bytes: u64,
}

impl Pack {
    fn new(path: &Path, title: &str) -> Result<Pack, WriteError> {
        let file = File::create(path).map_err(|source| io_error("write", path, source))?;
        Ok(Pack {
            zip: ZipWriter::new(BufWriter::new(file)),
            path: path.to_owned(),
            folder: folder_name(title),
            sums: Vec::new(),
            n_bytes: 0,
        })
    }

    /// Adds a file of the disk.
    fn file(&mut self, name: &str, from: &Path) -> Result<(), WriteError> {
        let read = |source| io_error("read", from, source);
        let file = File::open(from).map_err(read)?;
        let n_bytes = file.metadata().map_err(read)?.len();
        self.add(name, n_bytes, file, from)
    }

    fn bytes(&mut self, name: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.add(name, bytes.len() as u64, bytes, Path::new(name))
    }

    fn add(
        &mut self,
        name: &str,
        n_bytes: u64,
        mut from: impl Read,
        origin: &Path,
    ) -> Result<(), WriteError> {
        let extension = name.rsplit_once('.').map_or("", |(_, end)| end);
        let is_compressed = COMPRESSED.contains(&&*extension.to_ascii_lowercase());
        let method = if is_compressed {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(0o644)
            .system(System::Unix)
            .large_file(n_bytes >= u64::from(u32::MAX) / 2);
        let path = self.path.clone();
        let written = |source: io::Error| io_error("write", &path, source);
        self.zip
            .start_file(format!("{}/{name}", self.folder), options)
            .map_err(|error| written(error.into()))?;
        let mut hasher = Sha256::new();
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let n = match from.read(&mut buffer) {
                Ok(0) => break,
                Ok(n) => n,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(source) => return Err(io_error("read", origin, source)),
            };
            hasher.update(&buffer[..n]);
            self.zip.write_all(&buffer[..n]).map_err(written)?;
            self.n_bytes += n as u64;
        }
        self.sums.push((name.to_owned(), hasher.finalize().into()));
        Ok(())
    }

    /// Ends the zip; gives where it is.
    fn finish(self) -> Result<PathBuf, WriteError> {
        let failed = |source: io::Error| io_error("write", &self.path, source);
        let file = self.zip.finish().map_err(|error| failed(error.into()))?;
        file.into_inner()
            .map_err(|error| failed(error.into_error()))?;
        Ok(self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_have_short_names() {
        assert_eq!(folder_name("Talks, 1990–1991"), "talks-1990-1991");
        assert_eq!(folder_name("…"), "x");
        let long = folder_name(&"several words ".repeat(20));
        assert_eq!(long, ["several-words"; 4].join("-"));
        assert_eq!(folder_name(&"x".repeat(300)), "x".repeat(60));
        assert_eq!(folder_name(&"д".repeat(300)), "д".repeat(30));
        assert_eq!(folder_name(&format!("a{}", "д".repeat(300))).len(), 59);
        assert_eq!(folder_name(&format!("a {}", "x".repeat(300))), "a");
    }

    #[test]
    fn what_is_copied_to_another_disk_writes_over_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for (name, text) in [
            ("ready", "packed"),
            ("x.zip", "before"),
            ("x.zip.new", "ours"),
        ] {
            fs::write(at(name), text).unwrap();
        }
        copy_over(&at("ready"), &at("x.zip")).unwrap();
        assert_eq!(fs::read_to_string(at("x.zip")).unwrap(), "packed");
        assert_eq!(fs::read_to_string(at("x.zip.new")).unwrap(), "ours");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
        let rights = |name: &str| fs::metadata(at(name)).unwrap().permissions();
        assert_eq!(rights("x.zip"), rights("ready"));
        fs::create_dir_all(at("y.zip/in-the-way")).unwrap();
        assert!(copy_over(&at("ready"), &at("y.zip")).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
    }
}
