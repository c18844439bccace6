//! The build before: what it was made from, and whether its site still stands there. Then there is nothing to be rendered.
//!
//! `.memcon/built.json` in the archive says so. It is safe to delete and never needed: it holds the checksum of all that a site is made
//! from (every file of the archive as read, the address asked for, this very program), and that of the list of checksums that the site
//! itself has. What is there is believed only where every file of the site is looked at and has the checksum it had.

use super::checksums::{self, Sum};
use super::former::Former;
use super::{Files, MARKER, Weight, place};
use crate::search::Chosen;
use crate::site::{ExportFile, Route, Site};
use crate::source::{DocumentSource, Sources, TextFile};
use data_encoding::HEXLOWER;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What a build notes for the next one.
#[derive(Serialize, Deserialize, PartialEq, Eq, Debug)]
struct Note {
    /// The checksum of what the site was made from.
    made_from: String,
    /// The checksum of the list of all checksums.
    sums: String,
    /// Which index search has, and why.
    search: Chosen,
}

/// What a site is made from, and where that is noted.
pub(super) struct Known {
    note: PathBuf,
    made_from: String,
}

/// A site that stands there as it would be made.
pub(super) struct Standing {
    pub(super) weight: Weight,
    pub(super) n_files: usize,
    pub(super) search: Chosen,
}

impl Known {
    /// Of a site that is to stand in `folder`; nothing where the program cannot be read.
    pub(super) fn of(
        archive: &Path,
        folder: &Path,
        sources: &Sources,
        site: &Site,
    ) -> Option<Known> {
        let program = fs::read(std::env::current_exe().ok()?).ok()?;
        Some(Known {
            note: archive.join(".memcon/built.json"),
            made_from: HEXLOWER.encode(&made_from(&program, folder, sources, site)),
        })
    }

    /// The site in a folder, if it is just as it would be made.
    pub(super) fn standing(&self, folder: &Path, site: &Site, files: &Files) -> Option<Standing> {
        let note: Note = serde_json::from_slice(&fs::read(&self.note).ok()?).ok()?;
        let own = Route::Export(ExportFile::Checksums).path(site);
        let own = own.as_str();
        let sums = fs::read(folder.join(own)).ok()?;
        if note.made_from != self.made_from || note.sums != HEXLOWER.encode(&checksums::sum(&sums))
        {
            return None;
        }
        let n_of_sums = sums.len() as u64;
        let sums = String::from_utf8(sums).ok()?;
        let listed = sums.lines().map(|line| line.split_once("  "));
        let listed: Vec<(&str, &str)> = listed.collect::<Option<_>>()?;
        let sizes: Option<Vec<u64>> = listed
            .par_iter()
            .map(|(sum, path)| {
                let path = folder.join(path);
                // What a link leads to is not a file of the site.
                let is_file = fs::symlink_metadata(&path).ok()?.is_file();
                let bytes = fs::read(&path).ok().filter(|_| is_file)?;
                (HEXLOWER.encode(&checksums::sum(&bytes)) == *sum).then_some(bytes.len() as u64)
            })
            .collect();
        let sizes = sizes?;
        let paths: BTreeSet<&str> = listed.iter().map(|(_, path)| *path).chain([own]).collect();
        let marker = place::marker(paths.iter().copied());
        if fs::read(folder.join(MARKER)).ok()? != marker.as_bytes() {
            return None;
        }
        let folders: BTreeSet<&Path> = paths
            .iter()
            .flat_map(|path| Path::new(*path).ancestors().skip(1))
            .filter(|folder| !folder.as_os_str().is_empty())
            .collect();
        // The list itself and the marker are in no list.
        if !Former::at(folder).has_entries(listed.len() + 2 + folders.len()) {
            return None;
        }
        let mut weight = Weight::default();
        let all = listed.iter().map(|(_, path)| *path).zip(sizes);
        for (path, n_bytes) in all.chain([(own, n_of_sums)]) {
            match files.routes.get(path) {
                Some(route) => weight.add(path, route, n_bytes),
                None => weight.add(path, &Route::Search, n_bytes),
            }
        }
        Some(Standing {
            weight,
            n_files: listed.len() + 1,
            search: note.search,
        })
    }

    /// Notes a site that was put in place. Where that is not possible, the next build renders everything.
    pub(super) fn remember(&self, sums: &[u8], search: Chosen) {
        let note = Note {
            made_from: self.made_from.clone(),
            sums: HEXLOWER.encode(&checksums::sum(sums)),
            search,
        };
        let write = || -> Option<()> {
            let folder = self.note.parent()?;
            fs::create_dir_all(folder).ok()?;
            // A link would lead out of the archive.
            let is_folder = fs::symlink_metadata(folder).ok()?.is_dir();
            let new = self.note.with_extension("new");
            let json = serde_json::to_vec(&note).ok().filter(|_| is_folder)?;
            // What stands there may be a link to anywhere.
            if fs::symlink_metadata(&new).is_ok() {
                fs::remove_file(&new).ok()?;
            }
            let mut file = fs::File::create_new(&new).ok()?;
            file.write_all(&json).ok()?;
            drop(file);
            fs::rename(&new, &self.note).ok()
        };
        // What is not noted is not believed.
        let _ = write();
    }
}

/// The checksum of everything that a site is made from; of the locks, as they are after the build.
fn made_from(program: &[u8], folder: &Path, sources: &Sources, site: &Site) -> Sum {
    let mut all = Everything(Sha256::new());
    all.add("program", program);
    all.add("folder", folder.as_os_str().as_encoded_bytes());
    all.add("base url", format!("{:?}", site.config.base_url).as_bytes());
    let Sources {
        root: _,
        config,
        people,
        glossary,
        tables,
        changes,
        documents,
        unread,
        lone_records,
        folders,
        pages,
        locks,
        remembers,
        templates,
        assets,
        followed,
        passed_over,
    } = sources;
    for file in [config, people, glossary, changes].into_iter().flatten() {
        all.file("own", file);
    }
    for table in tables.all() {
        all.file("table", &table.file);
        all.add("encoding", format!("{:?}", table.encoding).as_bytes());
    }
    for document in documents {
        let DocumentSource { id, source, record } = document;
        all.add("document", id.as_str().as_bytes());
        all.add(&source.path, source.bytes());
        if let Some(record) = record {
            all.file("record", record);
        }
    }
    for file in unread
        .iter()
        .chain(passed_over)
        .chain(lone_records.iter().map(|lone| &lone.unread))
    {
        all.add("unread", format!("{file:?}").as_bytes());
    }
    for lone in lone_records {
        all.file("lone record", &lone.record);
    }
    for folder in folders {
        all.add("folder", folder.path.as_bytes());
        all.file("shared record", &folder.record);
    }
    for page in pages {
        all.file("page", page);
    }
    let mut now: BTreeMap<&str, &str> = locks
        .iter()
        .map(|lock| (lock.path.as_str(), lock.text.as_str()))
        .collect();
    for change in &site.locks.changes {
        match &change.now {
            Some(text) => now.insert(&change.path, text),
            None => now.remove(change.path.as_str()),
        };
    }
    for (path, text) in now {
        all.add(path, text.as_bytes());
    }
    all.add("remembers", &[u8::from(*remembers)]);
    for (name, template) in templates {
        all.add(name, template.text.as_bytes());
    }
    for (name, bytes) in assets {
        all.add(name, bytes);
    }
    for path in followed {
        all.add("followed", path.as_bytes());
    }
    all.0.finalize().into()
}

/// Names and bytes, each with its length before it, so that no two lists of them read the same.
struct Everything(Sha256);

impl Everything {
    fn add(&mut self, name: &str, bytes: &[u8]) {
        for part in [name.as_bytes(), bytes] {
            self.0.update((part.len() as u64).to_le_bytes());
            self.0.update(part);
        }
    }

    fn file(&mut self, kind: &str, file: &TextFile) {
        self.add(kind, file.path.as_bytes());
        self.add("", file.text.as_bytes());
    }
}
