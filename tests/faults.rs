//! When the machine fails: the last good site stays whole, the program says what happened, and nothing is left lying about.
#![cfg(target_os = "linux")]

mod support;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};
use support::archive::{archive, memcon, write};
use support::faulty::{files, limited, names, said, somebody};
use tempfile::TempDir;

const TALK: &str = "content/documents/1990-01-01-talk.txt";
const TEXT: &str =
    "Ms. GREEN: Good morning.\n\nMr. BROWN: Good morning, Ms. Green.\n\nMs. GREEN: Let us begin.\n";

type Site = BTreeMap<String, Vec<u8>>;

/// An archive, built once.
struct Archive {
    folder: TempDir,
    good: Site,
    names: Vec<String>,
}

impl Archive {
    fn new() -> Archive {
        let folder = archive(&[("site.toml", "title = \"First\"\n"), (TALK, TEXT)]);
        said(&build(memcon(), folder.path()), 0);
        let good = files(&folder.path().join("public"));
        let names = names(folder.path());
        Archive {
            folder,
            good,
            names,
        }
    }

    /// The same, with an edit that changes pages and the lock of the document.
    fn edited() -> Archive {
        let archive = Archive::new();
        archive.write("site.toml", "title = \"Second\"\n");
        archive.write(TALK, &TEXT.replace("Let us begin", "Let us end"));
        archive
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        write(self.folder.path(), name, text);
    }

    fn build(&self, command: Command) -> Output {
        build(command, self.folder.path())
    }

    /// Nothing has changed, in the site or beside it.
    fn assert_untouched(&self) {
        assert!(files(&self.path("public")) == self.good);
        assert_eq!(names(self.folder.path()), self.names);
    }
}

fn build(command: Command, archive: &Path) -> Output {
    build_with(command, archive, &[])
}

fn build_with(mut command: Command, archive: &Path, more: &[&str]) -> Output {
    let command = command.args(["build", "-q"]).args(more);
    command.current_dir(archive).output().unwrap()
}

#[test]
fn a_disk_that_takes_no_more_leaves_the_last_good_site() {
    let archive = Archive::edited();
    let lock = archive.path("content/anchors/1990-01-01-talk.lock");
    let before = fs::read(&lock).unwrap();
    // The shell's ways to say: no file over some kilobytes, and tell the program so instead of ending it.
    let output = archive.build(limited("trap '' XFSZ; ulimit -f 8"));
    let told = said(&output, 2);
    assert!(
        told.contains("cannot write ") && told.contains("File too large"),
        "{told}"
    );
    archive.assert_untouched();
    assert_eq!(fs::read(&lock).unwrap(), before);
    said(&archive.build(memcon()), 0);
    assert!(files(&archive.path("public")) != archive.good);
    assert_eq!(names(archive.folder.path()), archive.names);
}

#[test]
fn what_cannot_be_printed_or_exported_is_told() {
    let archive = Archive::new();
    let talk = archive.path(TALK);
    let talk = talk.to_str().unwrap();
    let commands: [&[&str]; 6] = [
        &["parse", talk],
        &["parse", "--format", "json", talk],
        &["export", "turns.csv"],
        &["check"],
        &["search", "morning"],
        &["build"],
    ];
    for arguments in commands {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let output = memcon()
            .args(arguments)
            .current_dir(archive.folder.path())
            .stdout(full)
            .output()
            .unwrap();
        let told = said(&output, 2);
        assert!(
            told.contains("No space left on device"),
            "{arguments:?}: {told}"
        );
    }
    for arguments in [
        &["export", "turns.csv", "--output", "/dev/full"][..],
        &["build", "--timings", "/dev/full"],
    ] {
        let mut command = memcon();
        command.args(arguments).current_dir(archive.folder.path());
        let told = said(&command.output().unwrap(), 2);
        assert!(
            told.contains("cannot write /dev/full: No space left"),
            "{told}"
        );
    }
    archive.assert_untouched();
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let archive = Archive::new();
    archive.write("a-file", "words");
    // Even the superuser makes no folder in /sys, whether the system says that it is read-only or not permitted.
    for (place, why) in [
        ("a-file", "a-file is a file; name a folder with --output"),
        (
            "a-file/site",
            "a-file is a file; name a folder with --output",
        ),
        ("/sys/memcon", "cannot create /sys/.memcon.memcon: "),
        ("/proc/memcon", "cannot create /proc/.memcon.memcon: "),
    ] {
        let output = build_with(memcon(), archive.folder.path(), &["--output", place]);
        let told = said(&output, 2);
        assert!(told.contains(why), "{place}: {told}");
    }
    fs::remove_file(archive.path("a-file")).unwrap();
    archive.assert_untouched();
}

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn what_is_not_permitted_is_named_and_changes_nothing() {
    let archive = Archive::edited();
    let somebody = somebody(archive.folder.path());
    for (path, may, told) in [
        (
            "content/documents/1990-01-01-talk.txt",
            0o000,
            "cannot read ",
        ),
        ("site.toml", 0o000, "cannot read "),
        ("content/documents", 0o000, "cannot read "),
        ("content/anchors", 0o555, "cannot write "),
        (".", 0o555, "cannot create "),
    ] {
        let path = archive.path(path);
        let before = fs::metadata(&path).unwrap().permissions().mode();
        allow(&path, may);
        let output = archive.build(somebody.command());
        allow(&path, before);
        let found = said(&output, 2);
        assert!(found.contains(told), "{}: {found}", path.display());
        assert!(
            found.contains("Permission denied"),
            "{}: {found}",
            path.display()
        );
        archive.assert_untouched();
    }
    // What may be read and not written is taken over as it is.
    for path in files(&archive.path("public")).into_keys() {
        allow(&archive.path("public").join(path), 0o444);
    }
    said(&archive.build(somebody.command()), 0);
    assert!(files(&archive.path("public")) != archive.good);
    assert_eq!(names(archive.folder.path()), archive.names);
}

#[test]
fn a_site_that_another_program_has_open_is_replaced() {
    let archive = Archive::edited();
    let page = File::open(archive.path("public/index.html")).unwrap();
    let mut reader = Command::new("sleep");
    let reader = reader.arg("600").current_dir(archive.path("public"));
    let mut reader = reader.spawn().unwrap();
    let output = archive.build(memcon());
    reader.kill().unwrap();
    reader.wait().unwrap();
    said(&output, 0);
    assert!(files(&archive.path("public")) != archive.good);
    assert_eq!(names(archive.folder.path()), archive.names);
    // Whoever reads the old page reads it to its end.
    let old = std::io::read_to_string(page).unwrap();
    assert_eq!(old.as_bytes(), archive.good["index.html"]);
}

#[test]
fn few_open_files_are_enough() {
    let archive = Archive::edited();
    said(&archive.build(limited("ulimit -n 40")), 0);
    assert!(files(&archive.path("public")) != archive.good);
}

#[test]
fn a_small_stack_is_enough_for_what_is_nested_deeply() {
    let deep = |open: &str, words: &str, close: &str| {
        format!("{}{words}{}", open.repeat(20_000), close.repeat(20_000))
    };
    let page = |inner: &str| format!("<!doctype html><title>Talk</title>{inner}");
    let words = "<p>Ann: Good morning.</p><p>Ben: Good morning.</p><p>Ann: Let us begin.</p>";
    let folder = archive(&[
        ("site.toml", "title = \"Deep\"\n"),
        (TALK, TEXT),
        (
            "content/documents/a.html",
            &page(&deep("<div>", words, "</div>")),
        ),
        ("content/documents/b.html", &page(&deep("<b>", words, ""))),
        ("content/documents/c.json", &deep("[", "\"Ann: Yes.\"", "]")),
        (
            "content/documents/d.xml",
            &format!(
                "<TEI>{}</TEI>",
                deep("<div>", "<u who=\"#a\">Good morning.</u>", "</div>")
            ),
        ),
        (
            "content/documents/e.md",
            &deep("> ", "**Ann:** Good morning.\n", ""),
        ),
        (
            "content/documents/f.txt",
            &deep("(", "Ann: Good morning.", ")"),
        ),
        (
            "content/pages/deep.md",
            &format!(
                "# Deep\n\n{}\n\n{}\n",
                deep("> ", "words", ""),
                deep("*a ", "b", "*")
            ),
        ),
    ]);
    let small = "ulimit -s 1024; export RUST_MIN_STACK=1048576";
    let output = build(limited(small), folder.path());
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    write(
        folder.path(),
        "site.toml",
        format!("title = {}\n", deep("[", "", "]")),
    );
    let output = build(limited(small), folder.path());
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let mut command = limited(small);
    command
        .args(["search", &deep("(", "morning", ")"), "--site"])
        .arg(folder.path());
    write(folder.path(), "site.toml", "title = \"Deep\"\n");
    let code = command.output().unwrap().status.code();
    assert!(matches!(code, Some(0..=2)), "{code:?}");
}

#[test]
fn files_that_come_and_go_while_they_are_read_break_nothing() {
    let archive = Archive::new();
    let extra = archive.path("static/extra.txt");
    fs::create_dir(archive.path("static")).unwrap();
    for _ in 0..10 {
        let mut child = start(memcon(), archive.folder.path());
        while child.try_wait().unwrap().is_none() {
            fs::write(&extra, "words").unwrap();
            fs::remove_file(&extra).unwrap();
        }
        let output = child.wait_with_output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        match output.status.code() {
            Some(0) => {}
            Some(2) => assert!(
                told.contains("cannot read ") && told.contains("extra.txt"),
                "{told}"
            ),
            code => panic!("{code:?}: {told}"),
        }
        let mut site = files(&archive.path("public"));
        if site.contains_key("assets/extra.txt") {
            site.remove("assets/extra.txt");
            let n = site.len();
            assert_eq!(n, archive.good.len());
        } else {
            assert!(site == archive.good);
        }
    }
}

/// Starts a build and does not wait for it.
fn start(command: Command, archive: &Path) -> Child {
    start_with(command, archive, &[])
}

fn start_with(mut command: Command, archive: &Path, more: &[&str]) -> Child {
    let command = command.args(["build", "-q"]).args(more);
    let command = command.current_dir(archive);
    let command = command.stdout(Stdio::null()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

#[test]
fn of_builds_at_once_one_writes_and_the_others_say_so() {
    let archive = Archive::edited();
    let children: Vec<Child> = (0..4)
        .map(|_| start(memcon(), archive.folder.path()))
        .collect();
    let mut n_done = 0;
    for child in children {
        let output = child.wait_with_output().unwrap();
        if output.status.success() {
            n_done += 1;
            continue;
        }
        let told = said(&output, 2);
        assert!(told.contains("another build is writing"), "{told}");
    }
    assert!(n_done > 0);
    let elsewhere = tempfile::tempdir().unwrap();
    let fresh = elsewhere.path().join("site");
    let more = ["--output", fresh.to_str().unwrap()];
    said(&build_with(memcon(), archive.folder.path(), &more), 0);
    assert!(files(&archive.path("public")) == files(&fresh));
    assert_eq!(names(archive.folder.path()), archive.names);
}

#[test]
fn builds_of_one_archive_into_two_folders_agree_on_its_addresses() {
    let folder = archive(&[("site.toml", ""), (TALK, TEXT)]);
    let outputs = tempfile::tempdir().unwrap();
    let children: Vec<Child> = ["a", "b", "c"]
        .map(|name| {
            let output = outputs.path().join(name);
            let more = ["--output", output.to_str().unwrap()];
            start_with(memcon(), folder.path(), &more)
        })
        .into();
    for child in children {
        let output = child.wait_with_output().unwrap();
        if !output.status.success() {
            let told = said(&output, 2);
            assert!(
                told.contains("another build is writing") || told.contains("build again"),
                "{told}"
            );
        }
    }
    said(&build_with(memcon(), folder.path(), &["--locked"]), 0);
    let mut names = names(folder.path());
    // What the build noted for the next one.
    names.retain(|name| name != ".memcon" && name != ".memcon/built.json");
    assert!(
        !names
            .iter()
            .any(|name| name.contains(".memcon") || name.contains(".lock.")),
        "{names:?}"
    );
}

/// What an end at some moment may leave: the one site or the other, whole.
fn assert_one_of(site: &Site, sites: &[Site; 2], moment: &str) {
    if sites.contains(site) {
        return;
    }
    let paths = |site: &Site| site.keys().cloned().collect::<Vec<_>>();
    let differing: Vec<&String> = site
        .iter()
        .filter(|(path, bytes)| sites.iter().all(|it| it.get(*path) != Some(*bytes)))
        .map(|(path, _)| path)
        .collect();
    panic!(
        "{moment}: neither the one nor the other; {differing:?}; {:?}",
        paths(site)
    );
}

/// How a build is ended.
#[derive(Clone, Copy, Debug)]
enum End {
    /// By the system, at the first file with more than so many blocks: in the middle of writing.
    AtFile(usize),
    /// As soon as this exists.
    When(&'static str),
    /// As soon as the site is another folder: the old one is being removed.
    WhenReplaced,
    /// After a share of the time that a build takes, in hundredths.
    After(u32),
}

#[test]
fn an_end_at_any_moment_leaves_a_whole_site_and_the_next_build_clears_up() {
    let archive = Archive::new();
    let versions = ["begin", "end"].map(|word| {
        let text = TEXT.replace("Let us begin", &format!("Let us {word}"));
        (format!("title = \"Let us {word}\"\n"), text)
    });
    let put = |version: usize| {
        archive.write("site.toml", &versions[version].0);
        archive.write(TALK, &versions[version].1);
    };
    let public = archive.path("public");
    let mut takes = Duration::ZERO;
    let sites: [Site; 2] = [0, 1].map(|version| {
        put(version);
        let since = Instant::now();
        said(&archive.build(memcon()), 0);
        takes = since.elapsed();
        files(&public)
    });
    let left = names(archive.folder.path());
    let mut ends: Vec<End> = (1..=30).map(End::AtFile).collect();
    ends.extend((0..50).map(|n| End::After(2 * n)));
    for _ in 0..5 {
        ends.extend([
            End::When(".public.memcon/lock"),
            End::When(".public.memcon/new/index.html"),
            End::When("content/anchors/1990-01-01-talk.lock.new"),
            End::WhenReplaced,
        ]);
    }
    for (n, end) in ends.into_iter().enumerate() {
        // The one that is not there, so that there is something to write.
        let version = usize::from(files(&public) == sites[0]);
        put(version);
        let folder = fs::metadata(&public).unwrap().ino();
        let is_there = |path: &str| archive.path(path).exists();
        let is_replaced = || fs::metadata(&public).is_ok_and(|now| now.ino() != folder);
        let mut child = match end {
            End::AtFile(blocks) => start(
                limited(&format!("ulimit -c 0; ulimit -f {blocks}")),
                archive.folder.path(),
            ),
            _ => start(memcon(), archive.folder.path()),
        };
        let since = Instant::now();
        while child.try_wait().unwrap().is_none() {
            let is_now = match end {
                End::AtFile(_) => false,
                End::When(path) => is_there(path),
                End::WhenReplaced => is_replaced(),
                End::After(share) => since.elapsed() * 100 >= takes * share,
            };
            if is_now {
                child.kill().unwrap();
            }
            std::thread::yield_now();
        }
        let ended = child.wait().unwrap();
        let moment = format!("{n}: {end:?}");
        if matches!(end, End::AtFile(1..=8)) {
            assert_eq!(ended.code(), None, "{moment}: it was not ended");
        }
        assert_one_of(&files(&public), &sites, &moment);
        // Not after each: the next is ended too, and takes over what is left as well.
        if n % 5 == 4 {
            let next = archive.build(memcon());
            assert_eq!(next.status.code(), Some(0), "{moment}: {next:?}");
            assert!(files(&public) == sites[version], "{moment}");
            assert_eq!(names(archive.folder.path()), left, "{moment}");
        }
    }
}

#[test]
fn a_rename_interrupted_between_the_two_locks_forgets_no_address() {
    let archive = Archive::new();
    let lock = archive.path("content/anchors/1990-01-01-talk.lock");
    let before = fs::read(&lock).unwrap();
    let moved = "content/documents/1990-01-02-talk.txt";
    fs::rename(archive.path(TALK), archive.path(moved)).unwrap();
    said(&archive.build(memcon()), 0);
    let good = files(&archive.path("public"));
    // The new lock is written, the old one not yet removed.
    fs::write(&lock, before).unwrap();
    said(&archive.build(memcon()), 0);
    assert!(files(&archive.path("public")) == good);
    assert!(!lock.exists());
}
