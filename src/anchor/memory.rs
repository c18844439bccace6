//! The anchors that were given to a document before, where it and its lock are still the same.

use super::lock::Lock;
use super::{Anchors, Read};
use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::source::{DocumentId, TextFile};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The anchors that were given before, and the locks that were read; by default none.
#[derive(Default, Debug)]
pub struct Memory {
    given: HashMap<DocumentId, Remembered>,
    locks: HashMap<String, ReadLock>,
}

/// A lock, and the text it was read from.
#[derive(Debug)]
struct ReadLock {
    text: String,
    lock: Lock,
    /// Whether it would be written just so.
    is_plain: bool,
}

#[derive(Debug)]
struct Remembered {
    document: Arc<Document>,
    withholds: bool,
    lock: Option<Lock>,
    anchors: Anchors,
    new_lock: Lock,
}

impl Memory {
    /// The lock in a file. What is wrong with it is reported.
    pub(super) fn lock(
        &mut self,
        id: &str,
        file: &TextFile,
        diagnostics: &mut Diagnostics,
    ) -> Option<Lock> {
        if let Some(known) = self.locks.get(id).filter(|known| known.text == file.text) {
            return Some(known.lock.clone());
        }
        let lock = Lock::parse(file, diagnostics)?;
        let known = ReadLock {
            text: file.text.clone(),
            is_plain: lock.written() == file.text,
            lock: lock.clone(),
        };
        self.locks.insert(id.to_owned(), known);
        Some(lock)
    }

    /// Whether the lock that was read last for a document would be written just as it stands there.
    pub(super) fn is_plain(&self, id: &str) -> bool {
        self.locks.get(id).is_some_and(|known| known.is_plain)
    }

    /// The anchors, and the lock to be.
    pub(super) fn of(&self, read: &Read<'_>, lock: Option<&Lock>) -> Option<(Anchors, Lock)> {
        let known = self.given.get(read.id)?;
        let is_same = Arc::ptr_eq(&known.document, read.document)
            && known.withholds == read.withholds
            && known.lock.as_ref() == lock;
        is_same.then(|| (known.anchors.clone(), known.new_lock.clone()))
    }

    /// Keeps what is given to a document.
    pub(super) fn keep(&mut self, read: &Read<'_>, lock: Option<&Lock>, given: &(Anchors, Lock)) {
        let (anchors, new_lock) = given.clone();
        let known = Remembered {
            document: Arc::clone(read.document),
            withholds: read.withholds,
            lock: lock.cloned(),
            anchors,
            new_lock,
        };
        self.given.insert(read.id.clone(), known);
    }

    /// Forgets what was given to other documents than these.
    pub(super) fn retain(&mut self, read: &[Read<'_>]) {
        let there: HashSet<&DocumentId> = read.iter().map(|one| one.id).collect();
        self.given.retain(|id, _| there.contains(id));
    }
}
