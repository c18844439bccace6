//! Two builds of one archive give the same bytes, wherever, whenever and by whomever they are made.

mod support;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, UNIX_EPOCH};
use support::archive::memcon;
use support::faulty::{files, said, somebody};
use tempfile::TempDir;
use walkdir::WalkDir;

/// The files of the founding archive, in order.
fn sources() -> Vec<(PathBuf, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let parts =
        ["site.toml", "content"].map(|part| WalkDir::new(root.join(part)).sort_by_file_name());
    let entries = parts.into_iter().flatten().map(Result::unwrap);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let inside = entry.path().strip_prefix(root).unwrap().to_owned();
            (entry.into_path(), inside)
        })
        .collect()
}

/// A copy of the founding archive, its files made in this order and dated so many seconds after 1970.
fn copy(order: impl Iterator<Item = (PathBuf, PathBuf)>, date: u64) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (from, inside) in order {
        let to = folder.path().join(inside);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(&to, fs::read(from).unwrap()).unwrap();
        let file = File::options().write(true).open(to).unwrap();
        file.set_modified(UNIX_EPOCH + Duration::from_secs(date))
            .unwrap();
    }
    folder
}

/// Builds the archive there; gives every file of the site.
fn built(mut command: Command, archive: &Path) -> BTreeMap<String, Vec<u8>> {
    command.args(["build", "-q"]).current_dir(archive);
    said(&command.output().unwrap(), 0);
    files(&archive.join("public"))
}

fn assert_same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) {
    let names: Vec<&String> = one.keys().collect();
    assert_eq!(names, other.keys().collect::<Vec<_>>());
    for (path, bytes) in one {
        assert!(other[path] == *bytes, "{path}");
    }
}

#[test]
fn two_builds_are_equal_and_their_checksums_prove_it() {
    let mut first = memcon();
    first
        .env("RAYON_NUM_THREADS", "1")
        .env("TZ", "Pacific/Kiritimati");
    first.env("LC_ALL", "C").env("LANG", "C");
    let one = copy(sources().into_iter(), 0);
    let one = built(first, one.path());

    let mut second = memcon();
    second
        .env("RAYON_NUM_THREADS", "8")
        .env("TZ", "Pacific/Niue");
    // Turkish has its own small letters.
    second
        .env("LC_ALL", "tr_TR.UTF-8")
        .env("LANG", "tr_TR.UTF-8");
    second.env_remove("HOME").env("SOURCE_DATE_EPOCH", "1");
    // A day after 2100, and the files in another order, as another file system lists them.
    let two = copy(sources().into_iter().rev(), 4_102_531_200);
    let deeper = two.path().join("a folder/of another name");
    fs::create_dir_all(&deeper).unwrap();
    for part in ["site.toml", "content"] {
        fs::rename(two.path().join(part), deeper.join(part)).unwrap();
    }
    let two = built(second, &deeper);
    assert_same(&one, &two);

    let published = one
        .iter()
        .filter(|(path, _)| *path != memcon::output::MARKER);
    let mut published: BTreeMap<String, Vec<u8>> = published
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect();
    let sums = published.remove("SHA256SUMS").unwrap();
    assert_eq!(String::from_utf8(sums).unwrap(), support::sums(&published));
}

#[cfg(unix)]
#[test]
fn another_user_with_other_habits_builds_the_same() {
    let mine = copy(sources().into_iter(), 1_000_000_000);
    let theirs = copy(sources().into_iter(), 1_000_000_000);
    let somebody = somebody(theirs.path());
    let mut theirs_said = Command::new("sh");
    theirs_said.arg("-c").arg("umask 077; exec \"$0\" \"$@\"");
    let built_by = built(somebody.through(theirs_said), theirs.path());
    assert_same(&built(memcon(), mine.path()), &built_by);
}
