//! Copies that somebody can carry away: `build --zip`, `build --keep`, `build --keep --bagit`.

mod support;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::process::Output;
use support::archive::{archive, run_in, write};
use tempfile::TempDir;
use zip::ZipArchive;

const TALK: &str = "Ms. GREEN: Good morning.\n\nMr. BROWN: Good morning. Our friend Quillfeather is late.\n\nMs. GREEN: Let us begin.\n";

const CONFIG: &str = "title = \"Talks, 1990–1991\"\npublisher = \"The Harbor Museum\"\ncontact = \"ada@museum.example\"\n[edition]\nname = \"First\"\ndate = \"2026-01-02\"\n";

fn talks() -> TempDir {
    archive(&[
        ("site.toml", CONFIG),
        ("content/documents/1990-01-01-talk.txt", TALK),
        ("content/pages/about.md", "# About\n\nWords.\n"),
        ("static/logo.png", "no picture"),
        ("README.md", "ours"),
        ("notes.txt", "not of the archive"),
        ("content/.DS_Store", "x"),
    ])
}

fn build(folder: &Path, more: &[&str]) -> Output {
    let output = run_in(folder, &[&["build"], more].concat());
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    output
}

/// The files of a zip by name, each with its bytes; the names in their order.
fn unzipped(path: &Path) -> (Vec<String>, BTreeMap<String, Vec<u8>>) {
    let mut zip = ZipArchive::new(File::open(path).unwrap()).unwrap();
    let mut names = Vec::new();
    let mut files = BTreeMap::new();
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).unwrap();
        let time = entry.last_modified().unwrap();
        assert_eq!((time.year(), time.month(), time.day()), (1980, 1, 1));
        let name = entry.name().unwrap().to_string();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        names.push(name.clone());
        assert!(files.insert(name, bytes).is_none());
    }
    (names, files)
}

fn unpack(files: &BTreeMap<String, Vec<u8>>, to: &Path) {
    for (name, bytes) in files {
        write(to, name, bytes);
    }
}

/// The files of a folder by path.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap();
            let name = path.to_str().unwrap().replace('\\', "/");
            (name, fs::read(entry.path()).unwrap())
        })
        .collect()
}

#[test]
fn the_zip_of_the_site_is_the_site_and_the_same_each_time() {
    let folder = talks();
    let said = build(folder.path(), &["--zip"]).stdout;
    let said = String::from_utf8(said).unwrap();
    assert!(said.contains("public.zip"), "{said}");
    let zip = folder.path().join("public.zip");
    let first = fs::read(&zip).unwrap();
    let (names, files) = unzipped(&zip);
    assert!(names.is_sorted(), "{names:?}");
    let site = tree(&folder.path().join("public"));
    let inside: BTreeMap<String, Vec<u8>> = files
        .into_iter()
        .map(|(name, bytes)| {
            let name = name.strip_prefix("talks-1990-1991/").unwrap();
            (name.to_owned(), bytes)
        })
        .collect();
    assert_eq!(inside, site);
    let other = folder.path().join("other.zip");
    build(folder.path(), &["--zip", other.to_str().unwrap()]);
    assert!(fs::read(&other).unwrap() == first, "other bytes");
    // Locks are made anew from it.
    let locks = folder.path().join("content/anchors");
    let before = tree(&locks);
    fs::remove_dir_all(&locks).unwrap();
    build(folder.path(), &["--lock-from", zip.to_str().unwrap()]);
    assert_eq!(tree(&locks), before);
    let left: Vec<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with(".public") || name.contains(".new"))
        .collect();
    assert_eq!(left, [""; 0]);
}

#[test]
fn a_copy_of_the_archive_builds_to_the_same_bytes() {
    let folder = talks();
    let address = "https://harbor.example/talks/";
    let said = build(folder.path(), &["--keep", "--base-url", address]).stdout;
    let said = String::from_utf8(said).unwrap();
    assert!(said.contains("archive-to-keep.zip"), "{said}");
    let (names, files) = unzipped(&folder.path().join("archive-to-keep.zip"));
    assert_eq!(names[0], "talks-1990-1991/HANDOVER.txt");
    let elsewhere = tempfile::tempdir().unwrap();
    unpack(&files, elsewhere.path());
    let copy = elsewhere.path().join("talks-1990-1991");
    let site = tree(&folder.path().join("public"));
    assert_eq!(tree(&copy.join("public")), site);
    for path in [
        "site.toml",
        "README.md",
        "content/documents/1990-01-01-talk.txt",
        "content/anchors/1990-01-01-talk.lock",
        "content/pages/about.md",
        "static/logo.png",
    ] {
        let bytes = |folder: &Path| fs::read(folder.join(path)).unwrap();
        assert_eq!(bytes(&copy), bytes(folder.path()), "{path}");
    }
    for path in ["notes.txt", "content/.DS_Store", "archive-to-keep.zip"] {
        assert!(!copy.join(path).exists(), "{path}");
    }
    // Every file but the list itself has its checksum.
    let mut sums: Vec<String> = files
        .iter()
        .filter(|(name, _)| *name != "talks-1990-1991/SHA256SUMS")
        .map(|(name, bytes)| {
            let name = name.strip_prefix("talks-1990-1991/").unwrap();
            format!("{}  {name}", support::sum(bytes))
        })
        .collect();
    let list = fs::read_to_string(copy.join("SHA256SUMS")).unwrap();
    let mut listed: Vec<String> = list.lines().map(str::to_owned).collect();
    sums.sort();
    listed.sort();
    assert_eq!(listed, sums);

    let handover = fs::read_to_string(copy.join("HANDOVER.txt")).unwrap();
    let rebuild = format!("memcon build --locked --base-url {address}");
    let version = env!("CARGO_PKG_VERSION");
    for told in [
        "HANDOVER: Talks, 1990–1991",
        "Edition: First, 2026-01-02",
        &format!("cargo install memcon --locked --version ={version}"),
        &rebuild,
        "ada@museum.example",
    ] {
        assert!(handover.contains(told), "{told} is not in\n{handover}");
    }
    assert!(!handover.contains("NOT FOR PUBLICATION"), "{handover}");
    assert!(handover.lines().all(|line| line.chars().count() <= 90));

    // As it says, with nothing else at hand.
    fs::remove_dir_all(copy.join("public")).unwrap();
    build(&copy, &["--locked", "--base-url", address]);
    assert_eq!(tree(&copy.join("public")), site);
}

#[test]
fn withheld_words_are_in_no_zip_of_the_site_and_a_copy_that_has_them_says_so() {
    let folder = talks();
    write(
        folder.path(),
        "content/documents/1990-01-01-talk.toml",
        "[[withhold]]\nname = \"Quillfeather\"\n",
    );
    write(
        folder.path(),
        "content/documents/draft.txt",
        "Ann: Zqxv is not out yet.\n\nBen: No.\n",
    );
    write(
        folder.path(),
        "content/documents/draft.toml",
        "status = \"draft\"\n",
    );
    let said = build(folder.path(), &["--zip", "--keep"]).stdout;
    let said = String::from_utf8(said).unwrap();
    assert!(said.contains("NOT for publication"), "{said}");
    assert!(!folder.path().join("archive-to-keep.zip").exists());
    let has = |files: &BTreeMap<String, Vec<u8>>, words: &str| {
        let holds = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(words);
        files.values().any(|bytes| holds(bytes))
    };
    let (_, site) = unzipped(&folder.path().join("public.zip"));
    let (_, copy) = unzipped(&folder.path().join("archive-to-keep-NOT-PUBLIC.zip"));
    for words in ["Quillfeather", "Zqxv"] {
        assert!(!has(&site, words), "{words}");
        assert!(has(&copy, words), "{words}");
    }
    let handover = &copy["talks-1990-1991/HANDOVER.txt"];
    let handover = String::from_utf8_lossy(handover);
    let handover = handover.split_whitespace().collect::<Vec<_>>().join(" ");
    for told in [
        "NOT FOR PUBLICATION",
        "1 document that is not published",
        "1 passage or name that is withheld",
    ] {
        assert!(handover.contains(told), "{handover}");
    }
}

#[test]
fn a_file_that_was_not_read_may_hold_anything() {
    let folder = talks();
    // Its record says that it is a draft, but nobody knows what is in it.
    write(folder.path(), "content/documents/draft.docx", "no document");
    write(
        folder.path(),
        "content/documents/draft.toml",
        "status = \"draft\"\n",
    );
    let said = build(folder.path(), &["--keep"]).stdout;
    let said = String::from_utf8(said).unwrap();
    let told = "1 file that was not read and is not on the site";
    assert!(said.contains(told), "{said}");
    assert!(!folder.path().join("archive-to-keep.zip").exists());
    let (_, files) = unzipped(&folder.path().join("archive-to-keep-NOT-PUBLIC.zip"));
    assert!(files.contains_key("talks-1990-1991/content/documents/draft.docx"));
    let handover = String::from_utf8_lossy(&files["talks-1990-1991/HANDOVER.txt"]);
    let handover = handover.split_whitespace().collect::<Vec<_>>().join(" ");
    for told in [
        "NOT FOR PUBLICATION",
        told,
        "unread-file (1): content/documents/draft.docx",
    ] {
        assert!(handover.contains(told), "{told} is not in {handover}");
    }
}

#[test]
fn a_copy_holds_no_locks_but_those_in_force() {
    let folder = talks();
    build(folder.path(), &[]);
    let longer = format!("{TALK}\nMr. BROWN: One word more.\n");
    write(
        folder.path(),
        "content/documents/1990-01-01-talk.txt",
        &longer,
    );
    let keep = || {
        build(folder.path(), &["--keep"]);
        fs::read(folder.path().join("archive-to-keep.zip")).unwrap()
    };
    let first = keep();
    let (names, _) = unzipped(&folder.path().join("archive-to-keep.zip"));
    let staged = |name: &&String| name.contains(".lock.");
    assert_eq!(names.iter().find(staged), None);
    assert!(keep() == first, "other bytes");
}

#[test]
fn the_copy_of_the_archive_never_takes_the_place_of_that_of_the_site() {
    let folder = talks();
    build(folder.path(), &[]);
    let before = tree(folder.path());
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (x, y) = (at("x.zip"), at("y.zip"));
    for (zip, keep) in [
        (&["--zip", &x][..], &x),
        (&["--zip", &x], &at("static/../X.ZIP")),
        (&["--zip"], &at("public.zip")),
    ] {
        let output = run_in(
            folder.path(),
            &[&["build"], zip, &["--keep", keep]].concat(),
        );
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{keep}: {said}");
        assert!(said.contains("name two files"), "{keep}: {said}");
        assert_eq!(tree(folder.path()), before, "{keep}");
    }
    let said = build(folder.path(), &["--zip", &x, "--keep", &y]).stdout;
    let said = String::from_utf8(said).unwrap();
    let site = said.lines().find(|line| line.contains("x.zip")).unwrap();
    let whole = said.lines().find(|line| line.contains("y.zip")).unwrap();
    assert!(site.starts_with("wrote the site to"), "{said}");
    assert!(whole.starts_with("wrote the whole archive to"), "{said}");
}

#[test]
fn a_bag_is_as_the_rfc_says() {
    let folder = talks();
    write(folder.path(), "content/100%.txt", "x");
    build(folder.path(), &["--keep", "--bagit"]);
    let (_, files) = unzipped(&folder.path().join("archive-to-keep.zip"));
    let bag: BTreeMap<&str, &Vec<u8>> = files
        .iter()
        .map(|(name, bytes)| (name.strip_prefix("talks-1990-1991/").unwrap(), bytes))
        .collect();
    let text = |name: &str| std::str::from_utf8(bag[name]).unwrap();
    assert_eq!(
        text("bagit.txt"),
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    );
    let payload = || bag.iter().filter(|(name, _)| name.starts_with("data/"));
    let n_bytes: usize = payload().map(|(_, bytes)| bytes.len()).sum();
    let info = text("bag-info.txt");
    for line in [
        "Source-Organization: The Harbor Museum\n",
        "Contact-Email: ada@museum.example\n",
        "Bagging-Date: 2026-01-02\n",
        &format!("Payload-Oxum: {n_bytes}.{}\n", payload().count()),
    ] {
        assert!(info.contains(line), "{line} is not in {info}");
    }
    let manifest = |is_payload: bool, not: &str| -> Vec<String> {
        let mut lines: Vec<String> = bag
            .iter()
            .filter(|(name, _)| name.starts_with("data/") == is_payload && **name != not)
            .map(|(name, bytes)| format!("{}  {}", support::sum(bytes), name.replace('%', "%25")))
            .collect();
        lines.sort();
        lines
    };
    for (name, is_payload) in [
        ("manifest-sha256.txt", true),
        ("tagmanifest-sha256.txt", false),
    ] {
        let mut lines: Vec<String> = text(name).lines().map(str::to_owned).collect();
        lines.sort();
        assert_eq!(lines, manifest(is_payload, name), "{name}");
    }
    assert!(bag.contains_key("data/HANDOVER.txt"));
    assert!(bag.contains_key("data/public/index.html"));
}

#[test]
fn a_copy_stays_out_of_the_site_and_of_the_content() {
    let folder = talks();
    build(folder.path(), &[]);
    let before = tree(folder.path());
    for (place, why) in [
        ("public/all.zip", "would be in the site"),
        ("public/data/../all.zip", "would be in the site"),
        ("content/all.zip", "among the archive's content"),
        ("all.txt", "name a file that ends in .zip"),
        ("nowhere/all.zip", "its folder is not there"),
    ] {
        for option in ["--zip", "--keep"] {
            let path = folder.path().join(place);
            let output = run_in(folder.path(), &["build", option, path.to_str().unwrap()]);
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{place}: {said}");
            assert!(said.contains(why), "{place}: {said}");
            assert_eq!(tree(folder.path()), before, "{place}");
        }
    }
    let output = run_in(folder.path(), &["build", "--bagit"]);
    assert_eq!(output.status.code(), Some(2));
    // The folder of the site is made with it.
    let new = folder.path().join("new/site");
    build(folder.path(), &["--output", new.to_str().unwrap(), "--zip"]);
    assert!(folder.path().join("new/site.zip").exists());
}
