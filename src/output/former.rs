//! The site that stands where the new one is to be: which of its files stay as they are.
//!
//! A file with the same bytes is not written again. The new site has the very same file, with its times, so that whatever sends the site
//! elsewhere sends only what is new. What counts is the bytes on the disk, not what a list says of them: a file that somebody has changed
//! is written anew.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// How much of a file is compared at a time.
const PART: usize = 64 * 1024;

/// The site before.
pub(super) struct Former {
    /// None where there was no site.
    folder: Option<PathBuf>,
}

/// Room for parts of files, kept from one comparison to the next.
pub(super) struct Room(Vec<u8>);

impl Room {
    pub(super) fn new() -> Room {
        Room(vec![0; PART])
    }
}

impl Former {
    pub(super) fn at(folder: &Path) -> Former {
        Former {
            folder: folder.is_dir().then(|| folder.to_owned()),
        }
    }

    /// Whether it has this very file. One that cannot be read is another.
    pub(super) fn has(&self, path: &str, bytes: &[u8], room: &mut Room) -> bool {
        let Some(folder) = &self.folder else {
            return false;
        };
        let path = folder.join(path);
        // What a link leads to is not a file of the site.
        let Ok(found) = fs::symlink_metadata(&path) else {
            return false;
        };
        found.is_file()
            && found.len() == bytes.len() as u64
            && File::open(&path).is_ok_and(|file| is_same(file, bytes, room))
    }

    /// Takes one of its files over into the new site.
    pub(super) fn keep(&self, path: &str, new: &Path) -> io::Result<()> {
        let Some(folder) = &self.folder else {
            return Err(io::ErrorKind::NotFound.into());
        };
        keep_by(
            |old, new| fs::hard_link(old, new),
            &folder.join(path),
            &new.join(path),
        )
    }

    /// Whether it holds so many files and folders, and no more.
    pub(super) fn has_entries(&self, n: usize) -> bool {
        let Some(folder) = &self.folder else {
            return false;
        };
        let inner = walkdir::WalkDir::new(folder).min_depth(1).into_iter();
        inner.take(n + 1).flatten().count() == n
    }
}

fn is_same(mut file: impl Read, bytes: &[u8], room: &mut Room) -> bool {
    let mut rest = bytes;
    loop {
        match file.read(&mut room.0) {
            Ok(0) => return rest.is_empty(),
            Ok(n) => match rest.strip_prefix(&room.0[..n]) {
                Some(after) => rest = after,
                None => return false,
            },
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return false,
        }
    }
}

/// The same file under both names; where the file system has no such links, a copy with the same time.
fn keep_by(
    link: impl FnOnce(&Path, &Path) -> io::Result<()>,
    old: &Path,
    new: &Path,
) -> io::Result<()> {
    if link(old, new).is_ok() {
        return Ok(());
    }
    let copied = || {
        fs::copy(old, new)?;
        let time = fs::metadata(old)?.modified()?;
        File::options().write(true).open(new)?.set_modified(time)
    };
    copied().inspect_err(|_| {
        let _ = fs::remove_file(new);
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, UNIX_EPOCH};

    #[test]
    fn a_file_is_the_same_by_its_bytes_alone() {
        let folder = tempfile::tempdir().unwrap();
        let long = vec![b'a'; 3 * PART + 7];
        fs::write(folder.path().join("long"), &long).unwrap();
        let (former, mut room) = (Former::at(folder.path()), Room::new());
        assert!(former.has("long", &long, &mut room));
        for at in [0, PART - 1, PART, 3 * PART + 6] {
            let mut other = long.clone();
            other[at] = b'b';
            assert!(!former.has("long", &other, &mut room), "{at}");
        }
        assert!(!former.has("long", &long[1..], &mut room));
        assert!(!former.has("none", &long, &mut room));
        assert!(!former.has("", &long, &mut room));
        assert!(!Former::at(&folder.path().join("none")).has("long", &long, &mut room));
    }

    #[cfg(unix)]
    #[test]
    fn what_a_link_leads_to_is_not_the_site_s() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), "words").unwrap();
        std::os::unix::fs::symlink("file", folder.path().join("link")).unwrap();
        let (former, mut room) = (Former::at(folder.path()), Room::new());
        assert!(former.has("file", b"words", &mut room));
        assert!(!former.has("link", b"words", &mut room));
    }

    #[test]
    fn where_there_are_no_links_a_copy_keeps_the_time() {
        let folder = tempfile::tempdir().unwrap();
        let (old, new) = (folder.path().join("old"), folder.path().join("new"));
        fs::write(&old, "words").unwrap();
        let time = UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        let file = File::options().write(true).open(&old).unwrap();
        file.set_modified(time).unwrap();
        let refused = |_: &Path, _: &Path| Err(io::ErrorKind::Unsupported.into());
        keep_by(refused, &old, &new).unwrap();
        assert_eq!(fs::read(&new).unwrap(), b"words");
        assert_eq!(fs::metadata(&new).unwrap().modified().unwrap(), time);
        // Another file: what is written to the one is not in the other.
        fs::write(&new, "others").unwrap();
        assert_eq!(fs::read(&old).unwrap(), b"words");
    }
}
