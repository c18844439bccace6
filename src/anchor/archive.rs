//! The locks of a whole archive: which belongs to which document, who spoke what under which name, and what is to be written.

use super::lock::Lock;
use super::pages::Pages;
use super::renamed::renamed;
use super::{Anchors, FOLDER, Memory, Now, Read, of_document};
use crate::authority::PersonId;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::resolve::Attribution;
use crate::source::{DocumentId, TextFile};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A document that is not published, and was perhaps.
#[derive(Clone, Copy, Debug)]
pub struct Absent<'a> {
    /// Its name in addresses.
    pub id: &'a DocumentId,
    /// Whether it is left out by its record. Else its file cannot be read.
    pub by_record: bool,
}

/// What becomes of the addresses of an archive.
#[derive(Debug)]
pub struct Kept {
    /// The anchors, by document as given.
    pub documents: Vec<Anchors>,
    /// What documents were published as which their records leave out now.
    pub absent: BTreeMap<String, Remains>,
    /// The pages of speakers and conversations at the last build.
    pub pages: Pages,
    /// The locks to be, by document as given.
    locks: Vec<Lock>,
    /// The locks of documents that are left out.
    blank: BTreeMap<String, Lock>,
    /// The locks of the last build, by document as given.
    old: Vec<Option<Lock>>,
    /// Whether it is known that they stand in their files just as they would be written.
    plain: Vec<bool>,
}

/// What is left of a document that was published.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remains {
    /// Every anchor it had.
    pub anchors: Vec<String>,
    /// Its earlier names in addresses.
    pub was: BTreeSet<String>,
}

/// Reads the locks and gives every turn and paragraph its anchor. `remembers`: whether locks are to be made for those that have none;
/// `memory`: what was given before, where that is kept.
pub fn align(
    read: &[Read<'_>],
    absent: &[Absent<'_>],
    files: &[TextFile],
    remembers: bool,
    mut memory: Option<&mut Memory>,
    diagnostics: &mut Diagnostics,
) -> Kept {
    let mut locks: BTreeMap<String, (String, Lock)> = BTreeMap::new();
    let mut pages = Pages::default();
    let mut damaged: BTreeSet<String> = BTreeSet::new();
    for file in files {
        if file.path == Pages::path() {
            pages = Pages::parse(file, diagnostics).unwrap_or_default();
        } else if let Some(id) = id_of(&file.path) {
            let read = match &mut memory {
                Some(memory) => memory.lock(id, file, diagnostics),
                None => Lock::parse(file, diagnostics),
            };
            match read {
                Some(lock) => {
                    locks.insert(id.to_owned(), (file.path.clone(), lock));
                }
                None => {
                    damaged.insert(id.to_owned());
                }
            }
        }
    }
    let mut old: Vec<Option<Lock>> = read
        .iter()
        .map(|one| locks.remove(one.id.as_str()).map(|(_, lock)| lock))
        .collect();
    let before = memory.as_deref();
    let is_plain = |one: &Read<'_>| before.is_some_and(|memory| memory.is_plain(one.id.as_str()));
    let plain: Vec<bool> = read.iter().map(is_plain).collect();
    // A build that was interrupted had put the lock of a renamed file in place and not yet removed the one it was made from.
    let led: BTreeSet<&String> = old.iter().flatten().flat_map(|lock| &lock.was).collect();
    locks.retain(|id, _| !led.contains(id));
    let mut blank = BTreeMap::new();
    for one in absent.iter().filter(|one| one.by_record) {
        if let Some((_, lock)) = locks.remove(one.id.as_str()) {
            blank.insert(one.id.to_string(), lock.blank());
        }
    }
    let unread: BTreeSet<&str> = absent
        .iter()
        .filter(|one| !one.by_record)
        .map(|one| one.id.as_str())
        .collect();
    let is_new = |at: &usize| old[*at].is_none() && !damaged.contains(read[*at].id.as_str());
    let new: Vec<usize> = (0..read.len()).filter(is_new).collect();
    for (at, id) in renamed(read, &new, &locks) {
        if let Some((_, mut lock)) = locks.remove(&id) {
            lock.was.insert(id);
            old[at] = Some(lock);
        }
    }
    for (id, (path, _)) in &locks {
        diagnostics.push(lost(id, path, unread.contains(id.as_str())));
    }
    let by_id: BTreeMap<&str, usize> = read
        .iter()
        .enumerate()
        .map(|(at, one)| (one.id.as_str(), at))
        .collect();
    for (at, lock) in old.iter().enumerate() {
        for name in lock.iter().flat_map(|lock| &lock.was) {
            if let Some(other) = by_id.get(name.as_str()).filter(|other| **other != at) {
                diagnostics.push(taken(&read[*other], read[at].id));
            }
        }
    }
    let made: Vec<(bool, (Anchors, Lock))> = read
        .par_iter()
        .zip(&old)
        .map(|(read, lock)| {
            if lock.is_none() && !remembers {
                return (true, (Anchors::new(read.document), Lock::default()));
            }
            let known = before.and_then(|memory| memory.of(read, lock.as_ref()));
            let is_known = known.is_some();
            let made = known.unwrap_or_else(|| of_document(*read, lock.as_ref()));
            (is_known, made)
        })
        .collect();
    if let Some(memory) = memory {
        let all = read.iter().zip(&old).zip(&made);
        for ((read, lock), (_, made)) in all.filter(|(_, (is_known, _))| !is_known) {
            memory.keep(read, lock.as_ref(), made);
        }
        memory.retain(read);
    }
    let made = made.into_iter().map(|(_, made)| made);
    let (documents, locks) = made.unzip();
    Kept {
        documents,
        absent: blank
            .iter()
            .map(|(id, lock)| {
                let left = Remains {
                    anchors: all_of(lock),
                    was: lock.was.clone(),
                };
                (id.clone(), left)
            })
            .collect(),
        pages,
        locks,
        blank,
        old,
        plain,
    }
}

/// `content/anchors/talk.lock` → `talk`.
fn id_of(path: &str) -> Option<&str> {
    let name = path.strip_prefix(FOLDER)?.strip_prefix('/')?;
    name.strip_suffix(".lock").filter(|id| !id.starts_with('_'))
}

/// The path of a document's lock.
pub(super) fn path_of(id: &str) -> String {
    format!("{FOLDER}/{id}.lock")
}

fn all_of(lock: &Lock) -> Vec<String> {
    let mut out = Vec::new();
    for turn in &lock.turns {
        out.push(turn.anchor.clone());
        out.extend(turn.paragraphs.iter().map(|(anchor, _)| anchor.clone()));
    }
    out.extend(lock.gone.iter().map(|gone| gone.anchor.clone()));
    out
}

fn lost(id: &str, path: &str, is_unread: bool) -> Diagnostic {
    let message = if is_unread {
        format!(
            "the published address documents/{id}.html would be lost: its file cannot be read any more"
        )
    } else {
        format!(
            "the published address documents/{id}.html would be lost: no file holds its words any more"
        )
    };
    let help = format!(
        "put the file back; if the document is not to be published any more, write status = \"withdrawn\" in its record, content/documents/{id}.toml: the file itself may go, the record stays"
    );
    Diagnostic::new(Code::LostAddress, Place::file(path), message, help)
}

fn taken(taker: &Read<'_>, owner: &DocumentId) -> Diagnostic {
    let message = format!(
        "the published address documents/{}.html would be lost: it leads to {owner}, whose file had that name before",
        taker.id
    );
    let help = "give this file another name";
    Diagnostic::new(Code::LostAddress, Place::file(taker.path), message, help)
}

impl Kept {
    /// Whose the turns of a document were at the last build, as positions today.
    fn whose(&self, document: usize) -> impl Iterator<Item = (usize, &str)> {
        let before = self.old[document].iter().flat_map(|lock| &lock.turns);
        let before: BTreeMap<&str, &str> = before
            .filter_map(|turn| Some((turn.anchor.as_str(), turn.who.as_deref()?)))
            .collect();
        let turns = self.documents[document].turns.iter().enumerate();
        turns.filter_map(move |(at, anchor)| Some((at, *before.get(anchor.as_str())?)))
    }

    /// How many of each one's turns at the last build are each one's today.
    pub fn votes<'a>(
        &'a self,
        attributions: impl Iterator<Item = Vec<&'a Attribution>>,
    ) -> BTreeMap<&'a str, BTreeMap<&'a PersonId, usize>> {
        let mut votes: BTreeMap<&str, BTreeMap<&PersonId, usize>> = BTreeMap::new();
        for (document, attributions) in attributions.enumerate() {
            for (turn, before) in self.whose(document) {
                if let Some(now) = attributions.get(turn).and_then(|one| one.person()) {
                    *votes.entry(before).or_default().entry(now).or_default() += 1;
                }
            }
        }
        votes
    }

    /// New names in addresses for people known only from labels, so that each keeps the one it had, and nobody gets one that was
    /// somebody else's.
    pub fn names(
        &self,
        attributions: &[Vec<Attribution>],
        is_listed: impl Fn(&PersonId) -> bool,
    ) -> BTreeMap<PersonId, PersonId> {
        let mut provisional: BTreeSet<&PersonId> = BTreeSet::new();
        for attribution in attributions.iter().flatten() {
            if let Attribution::Provisional { person, .. } = attribution {
                provisional.insert(person);
            }
        }
        let votes = self.votes(attributions.iter().map(|list| list.iter().collect()));
        let had: BTreeSet<&str> = votes.keys().copied().chain(self.pages.speakers()).collect();
        let mut pairs: Vec<(usize, &str, &PersonId)> = Vec::new();
        for (before, now) in &votes {
            let own = now
                .iter()
                .filter(|(person, _)| provisional.contains(*person));
            pairs.extend(own.map(|(person, n)| (*n, *before, *person)));
        }
        pairs.sort_by_key(|(n, before, now)| {
            (
                std::cmp::Reverse(*n),
                *before != now.as_str(),
                *before,
                *now,
            )
        });
        let mut kept: BTreeMap<&PersonId, PersonId> = BTreeMap::new();
        let mut taken: BTreeSet<PersonId> = BTreeSet::new();
        for (_, before, now) in pairs {
            let id = PersonId::new(before);
            if !kept.contains_key(now) && !is_listed(&id) && taken.insert(id.clone()) {
                kept.insert(now, id);
            }
        }
        let mut out = BTreeMap::new();
        for person in &provisional {
            let is_free =
                |id: &PersonId| !taken.contains(id) && !had.contains(id.as_str()) && !is_listed(id);
            let id = match kept.get(*person) {
                Some(id) => id.clone(),
                None if is_free(person) => (*person).clone(),
                None => {
                    let numbered = (2..).map(|n| PersonId::new(&format!("{person} {n}")));
                    let mut free = numbered.filter(|id| is_free(id) && !provisional.contains(id));
                    free.next().unwrap_or_else(|| (*person).clone())
                }
            };
            taken.insert(id.clone());
            if id != **person {
                out.insert((*person).clone(), id);
            }
        }
        out
    }

    /// For each conversation at the last build the document it was in, and the position of its first turn.
    pub fn conversations(&self) -> impl Iterator<Item = (&str, usize, Option<usize>)> {
        let documents = self.old.iter().enumerate();
        documents.flat_map(move |(document, lock)| {
            let all = lock.iter().flat_map(|lock| &lock.conversations);
            all.map(move |(name, first)| {
                let place = self.documents[document].find(first);
                (name.as_str(), document, place.map(|(turn, _)| turn))
            })
        })
    }

    /// Says whose the turns of a document are, and which conversations it is a record of, each with its first turn.
    pub fn say<'a>(
        &mut self,
        document: usize,
        whose: impl Iterator<Item = Option<&'a PersonId>>,
        conversations: Vec<(String, Option<usize>)>,
    ) {
        let lock = &mut self.locks[document];
        for (turn, who) in lock.turns.iter_mut().zip(whose) {
            turn.who = who.map(ToString::to_string);
        }
        let anchors = &self.documents[document];
        let conversations = conversations.into_iter().map(|(name, first)| {
            let first = first.map_or("-", |first| anchors.turn(first));
            (name, first.to_owned())
        });
        lock.conversations = conversations.collect();
    }

    /// Leaves out earlier names of documents, people and conversations that may stand nowhere any more: these addresses are lost.
    pub fn forget(&mut self, is_withheld: impl Fn(&str) -> bool) {
        for (anchors, lock) in self.documents.iter_mut().zip(&mut self.locks) {
            anchors.was.retain(|name| !is_withheld(name));
            lock.was.retain(|name| !is_withheld(name));
        }
        for lock in self.blank.values_mut() {
            lock.was.retain(|name| !is_withheld(name));
        }
        for left in self.absent.values_mut() {
            left.was.retain(|name| !is_withheld(name));
        }
        for (lock, is_plain) in self.old.iter_mut().zip(&mut self.plain) {
            let Some(lock) = lock else { continue };
            if lock.names().any(&is_withheld) {
                *is_plain = false;
            }
            for turn in &mut lock.turns {
                turn.who = turn.who.take().filter(|name| !is_withheld(name));
            }
            lock.conversations.retain(|(name, _)| !is_withheld(name));
        }
        self.pages.retain(|page| !is_withheld(page));
    }

    /// The locks to be, and what of them is other than the files of the last build.
    pub fn written(&self, ids: &[&DocumentId], pages: &Pages, files: &[TextFile]) -> Locks {
        let mut locks = Locks::default();
        let made = self.locks.iter().zip(&self.old).zip(&self.plain).zip(ids);
        for (((lock, old), is_plain), id) in made {
            if *is_plain && old.as_ref() == Some(lock) {
                locks.files.insert(path_of(id.as_str()));
                continue;
            }
            locks.add(path_of(id.as_str()), lock.written(), files, || {
                difference(old.as_ref(), lock)
            });
        }
        for (id, lock) in &self.blank {
            let said = || vec!["not published any more: its fingerprints are taken out".to_owned()];
            locks.add(path_of(id), lock.written(), files, said);
        }
        if let Some(text) = pages.written() {
            let said = || pages.difference(&self.pages);
            locks.add(Pages::path(), text, files, said);
        }
        let gone = files
            .iter()
            .filter(|file| !locks.files.contains(&file.path));
        let gone = gone.map(|file| Change {
            path: file.path.clone(),
            was: Some(file.text.clone()),
            now: None,
            said: Vec::new(),
        });
        locks.changes.extend(gone);
        locks.changes.sort_by(|a, b| a.path.cmp(&b.path));
        locks.is_first = files.is_empty();
        locks
    }
}

/// The locks to be.
#[derive(Clone, Default, Debug)]
pub struct Locks {
    /// The paths of those of every document, and of the list of pages.
    files: BTreeSet<String>,
    /// Those that are other than the last build's, in order of their paths.
    pub changes: Vec<Change>,
    /// Whether the archive had none.
    pub is_first: bool,
}

/// A lock that is not what the last build wrote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// Its path in the archive.
    pub path: String,
    /// What was read of it; `None` where there was none.
    pub was: Option<String>,
    /// What it is to be; `None` where it goes, since its document has another name now.
    pub now: Option<String>,
    /// What changes, for editors.
    pub said: Vec<String>,
}

impl Locks {
    fn add(
        &mut self,
        path: String,
        text: String,
        files: &[TextFile],
        said: impl FnOnce() -> Vec<String>,
    ) {
        let old = files.binary_search_by(|file| file.path.as_str().cmp(&path));
        // Version control on Windows may have changed the ends of lines.
        let is_same = |old: &str| old == text || old.replace("\r\n", "\n") == text;
        let was = old.ok().map(|at| &files[at].text);
        if !was.is_some_and(|was| is_same(was)) {
            self.changes.push(Change {
                path: path.clone(),
                was: was.cloned(),
                now: Some(text),
                said: said(),
            });
        }
        self.files.insert(path);
    }
}

/// What a change of a lock says, for editors: the anchors that are new or gone, and earlier addresses.
fn difference(before: Option<&Lock>, now: &Lock) -> Vec<String> {
    let Some(before) = before else {
        return vec!["new".to_owned()];
    };
    let all = |lock: &Lock| -> BTreeSet<String> {
        let turns = lock.turns.iter();
        turns.map(|turn| turn.anchor.clone()).collect()
    };
    let (old, new) = (all(before), all(now));
    let mut said: Vec<String> = Vec::new();
    said.extend(now.was.iter().map(|name| format!("leads from {name}")));
    let added: Vec<&str> = new.difference(&old).map(String::as_str).collect();
    match added.as_slice() {
        [] => {}
        some if some.len() <= 8 => said.push(format!("new: {}", some.join(", "))),
        many => said.push(format!("new: {} turns", many.len())),
    }
    let known: BTreeSet<&str> = before
        .gone
        .iter()
        .map(|gone| gone.anchor.as_str())
        .collect();
    let gone = now
        .gone
        .iter()
        .filter(|gone| !known.contains(gone.anchor.as_str()));
    said.extend(gone.map(|gone| match &gone.now {
        Now::In(anchor) => format!("gone: {}, its words are in {anchor}", gone.anchor),
        Now::Near(anchor) => format!("gone: {}, it stood by {anchor}", gone.anchor),
        Now::Nowhere => format!("gone: {}", gone.anchor),
    }));
    if said.is_empty() {
        said.push("fingerprints".to_owned());
    }
    said
}
