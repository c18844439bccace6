//! `memcon build` puts a whole site in place, or leaves the one before.

mod support;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Output;
use support::archive::{memcon, run_in};

/// An archive in a folder of its own, so that what is left beside its site can be seen.
struct Archive(tempfile::TempDir);

impl Archive {
    fn new() -> Archive {
        let config = "title = \"First\"\nbase_url = \"https://archive.example/\"\n";
        let text =
            "Ms. GREEN: Good morning.\n\nMr. BROWN: Good morning.\n\nMs. GREEN: Let us begin.\n";
        Archive(support::archive::archive(&[
            ("site.toml", config),
            ("content/documents/1990-01-01-talk.txt", text),
        ]))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn build(&self, more: &[&str]) -> Output {
        run_in(self.0.path(), &[&["build", "-q"], more].concat())
    }

    fn home(&self) -> String {
        fs::read_to_string(self.path("public/index.html")).unwrap()
    }

    /// What stands in the archive's folder.
    fn names(&self) -> Vec<String> {
        names(self.0.path())
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

#[test]
fn a_site_is_replaced_as_a_whole_and_nothing_is_left_beside_it() {
    let archive = Archive::new();
    assert_eq!(code(&archive.build(&[])), Some(0));
    assert_eq!(
        archive.names(),
        [".memcon", "content", "public", "site.toml"]
    );
    fs::rename(
        archive.path("content/documents/1990-01-01-talk.txt"),
        archive.path("content/documents/1990-01-02-talk.txt"),
    )
    .unwrap();
    assert_eq!(code(&archive.build(&[])), Some(0));
    assert!(
        archive
            .path("public/documents/1990-01-02-talk.html")
            .exists()
    );
    // The data at the old name are today's.
    let data = |name: &str| fs::read(archive.path(&format!("public/documents/{name}.json")));
    assert_eq!(
        data("1990-01-01-talk").unwrap(),
        data("1990-01-02-talk").unwrap()
    );
    // What was published stays an address.
    let old = fs::read_to_string(archive.path("public/documents/1990-01-01-talk.html")).unwrap();
    assert!(old.contains("href=\"1990-01-02-talk.html\""), "{old}");
    assert_eq!(
        archive.names(),
        [".memcon", "content", "public", "site.toml"]
    );
}

#[test]
fn errors_in_the_content_leave_the_last_good_site() {
    let archive = Archive::new();
    archive.build(&[]);
    let good = archive.home();
    fs::write(archive.path("site.toml"), "titel = \"Second\"\n").unwrap();
    assert_eq!(code(&archive.build(&[])), Some(1));
    assert_eq!(archive.home(), good);

    // A template that can be read and then asks for what is not there fails only when its page is rendered.
    fs::write(archive.path("site.toml"), "title = \"Second\"\n").unwrap();
    fs::create_dir(archive.path("templates")).unwrap();
    let template = "{{ nothing.of.the.kind }}";
    fs::write(archive.path("templates/home.html"), template).unwrap();
    let failed = archive.build(&[]);
    assert_eq!(code(&failed), Some(1));
    let report = String::from_utf8(failed.stderr).unwrap();
    assert!(report.contains("home.html"), "{report}");
    assert_eq!(archive.home(), good);
    let names = archive.names();
    assert_eq!(
        names.iter().filter(|name| name.contains("memcon")).count(),
        1,
        "{names:?}"
    );
}

#[test]
fn what_an_interrupted_build_left_is_cleared_away() {
    let archive = Archive::new();
    let work = archive.path(".public.memcon");
    fs::create_dir_all(work.join("new/documents")).unwrap();
    fs::write(work.join("new/documents/half.html"), "half").unwrap();
    fs::write(work.join("lock"), "").unwrap();
    assert_eq!(code(&archive.build(&[])), Some(0));
    assert!(!work.exists());
    assert!(!archive.path("public/documents/half.html").exists());
}

#[test]
fn an_old_site_set_aside_when_the_power_failed_comes_back() {
    let archive = Archive::new();
    archive.build(&[]);
    let good = archive.home();
    let work = archive.path(".public.memcon");
    fs::create_dir_all(&work).unwrap();
    fs::rename(archive.path("public"), work.join("old")).unwrap();
    fs::write(archive.path("site.toml"), "title = \"Second\"\n").unwrap();
    fs::create_dir(archive.path("templates")).unwrap();
    fs::write(archive.path("templates/home.html"), "{{ nothing.of.it }}").unwrap();
    assert_eq!(code(&archive.build(&[])), Some(1));
    assert_eq!(archive.home(), good);
    assert!(!work.exists());
}

#[test]
fn two_builds_of_one_folder_do_not_meet() {
    let archive = Archive::new();
    archive.build(&[]);
    let good = archive.home();
    let work = archive.path(".public.memcon");
    fs::create_dir(&work).unwrap();
    let lock = File::create(work.join("lock")).unwrap();
    lock.lock().unwrap();
    let refused = archive.build(&[]);
    assert_eq!(code(&refused), Some(2));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("another build is writing"), "{said}");
    assert_eq!(archive.home(), good);
    // Not just dropped: a child that another test starts just now may hold the file for a moment.
    lock.unlock().unwrap();
    assert_eq!(code(&archive.build(&[])), Some(0));
    assert!(!work.exists());
}

#[test]
fn files_of_others_are_not_removed_from_a_site() {
    let archive = Archive::new();
    archive.build(&[]);
    fs::write(archive.path("public/CNAME"), "archive.example\n").unwrap();
    fs::write(archive.path("public/.DS_Store"), "").unwrap();
    let refused = archive.build(&[]);
    assert_eq!(code(&refused), Some(2));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("CNAME"), "{said}");
    assert!(archive.path("public/CNAME").exists());
    fs::remove_file(archive.path("public/CNAME")).unwrap();
    assert_eq!(code(&archive.build(&[])), Some(0));
}

#[test]
fn an_empty_folder_and_one_that_is_not_there_yet_are_written() {
    let archive = Archive::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let deep = elsewhere.path().join("a/b/c");
    for target in [elsewhere.path().join("empty"), deep] {
        if target.ends_with("empty") {
            fs::create_dir(&target).unwrap();
        }
        let built = archive.build(&["--output", target.to_str().unwrap()]);
        assert_eq!(code(&built), Some(0), "{built:?}");
        assert!(target.join("index.html").is_file());
    }
    assert_eq!(names(elsewhere.path()), ["a", "empty"]);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_stays_a_link() {
    let archive = Archive::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let real = elsewhere.path().join("www");
    fs::create_dir(&real).unwrap();
    std::os::unix::fs::symlink(&real, archive.path("public")).unwrap();
    assert_eq!(code(&archive.build(&[])), Some(0));
    assert!(archive.path("public").is_symlink());
    assert!(real.join("index.html").is_file());

    let content = archive.path("content");
    let link = archive.path("disguised");
    std::os::unix::fs::symlink(&content, &link).unwrap();
    let refused = archive.build(&["--output", link.to_str().unwrap()]);
    assert_eq!(code(&refused), Some(2));
}

#[test]
fn a_build_from_another_folder_gives_the_same_site() {
    let archive = Archive::new();
    archive.build(&[]);
    let first = archive.home();
    let inside = memcon()
        .args(["build", "-q"])
        .current_dir(archive.path("content/documents"))
        .output()
        .unwrap();
    assert_eq!(code(&inside), Some(0), "{inside:?}");
    assert_eq!(archive.home(), first);
}
