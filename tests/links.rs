//! What stands in an archive and is no plain file: links, pipes, devices, folders in the place of files; and names that a system refuses.
#![cfg(unix)]

mod support;

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output};
use support::archive::{archive, run_in, write};
use support::faulty::{files, said};
use tempfile::TempDir;

const TALK: &str = "Ann: Good morning.\n\nBen: Good morning.\n\nAnn: Let us begin.\n";

fn talks() -> TempDir {
    archive(&[
        ("site.toml", "title = \"Talks\"\n"),
        ("content/documents/talk.txt", TALK),
    ])
}

/// Something outside of every archive that nobody may publish.
fn secret() -> TempDir {
    archive(&[
        ("secret.txt", "Ann: The quokka hides.\n\nBen: Where?\n"),
        ("more/page.md", "# The quokka hides\n"),
    ])
}

fn build(folder: &Path, more: &[&str]) -> Output {
    run_in(folder, &[&["build"], more].concat())
}

fn is_in_site(folder: &Path, words: &str) -> bool {
    let site = files(&folder.join("public"));
    assert!(!site.is_empty());
    site.values()
        .any(|bytes| memchr::memmem::find(bytes, words.as_bytes()).is_some())
}

#[test]
fn links_out_of_the_archive_are_followed_only_where_that_is_allowed_and_always_told() {
    let secret = secret();
    let file = secret.path().join("secret.txt");
    for (link, target) in [
        ("content/documents/other.txt", file.clone()),
        ("content/documents/folder", secret.path().to_owned()),
        ("content/pages/page.md", secret.path().join("more/page.md")),
        ("static/secret.txt", file.clone()),
        ("static/folder", secret.path().to_owned()),
    ] {
        let folder = talks();
        fs::create_dir_all(folder.path().join(link).parent().unwrap()).unwrap();
        symlink(&target, folder.path().join(link)).unwrap();
        let told = said(&build(folder.path(), &[]), 0);
        assert!(told.contains("warning[unread-file]"), "{link}: {told}");
        assert!(told.contains("leads out of the archive"), "{link}: {told}");
        assert!(told.contains(link), "{link}: {told}");
        assert!(!is_in_site(folder.path(), "quokka"), "{link}");

        let told = said(&build(folder.path(), &["--follow-links"]), 0);
        assert!(told.contains("warning[followed-link]"), "{link}: {told}");
        assert!(told.contains(link), "{link}: {told}");
        assert!(is_in_site(folder.path(), "quokka"), "{link}");
    }
}

#[test]
fn what_the_archive_consists_of_does_not_lie_elsewhere() {
    let secret = secret();
    for (link, target) in [
        ("site.toml", "secret.txt"),
        ("content/people.toml", "secret.txt"),
        ("content/people.csv", "secret.txt"),
        ("content/documents/talk.toml", "secret.txt"),
        ("content/pages", "more"),
        ("content/anchors", "more"),
        ("static", "more"),
        ("templates", "more"),
    ] {
        let folder = talks();
        let link = folder.path().join(link);
        let _ = fs::remove_file(&link);
        symlink(secret.path().join(target), &link).unwrap();
        let told = said(&build(folder.path(), &[]), 2);
        assert!(told.contains("leads out of the archive"), "{told}");
        assert!(told.contains("--follow-links"), "{told}");
        assert!(told.contains(link.to_str().unwrap()), "{told}");
        assert!(!folder.path().join("public").exists());
    }
}

#[test]
fn links_inside_the_archive_are_followed_and_told() {
    let folder = talks();
    symlink("talk.txt", folder.path().join("content/documents/same.txt")).unwrap();
    let told = said(&build(folder.path(), &[]), 0);
    assert!(told.contains("warning[followed-link]"), "{told}");
    assert!(folder.path().join("public/documents/same.html").exists());

    // Not to what is hidden: a repository keeps passwords there.
    write(folder.path(), ".git/config", "Ann: The quokka hides.\n");
    let link = folder.path().join("content/documents/hidden.txt");
    symlink("../../.git/config", &link).unwrap();
    let told = said(&build(folder.path(), &[]), 0);
    assert!(told.contains("leads out of the archive"), "{told}");
    assert!(!is_in_site(folder.path(), "quokka"));
}

#[test]
fn links_in_circles_and_into_nothing_are_told() {
    for allowed in [&[][..], &["--follow-links"][..]] {
        let folder = talks();
        let at = |name: &str| folder.path().join("content/documents").join(name);
        symlink("nowhere.txt", at("dangling.txt")).unwrap();
        symlink("b.txt", at("a.txt")).unwrap();
        symlink("a.txt", at("b.txt")).unwrap();
        fs::create_dir(at("inner")).unwrap();
        symlink("..", at("inner/around")).unwrap();
        let told = said(&build(folder.path(), &[&["-v"], allowed].concat()), 0);
        for name in ["dangling.txt", "a.txt", "b.txt", "inner/around"] {
            let place = format!("--> content/documents/{name}\n");
            assert!(told.contains(&place), "{name}: {told}");
        }
        assert!(told.contains("leads nowhere"), "{told}");
        let made = files(&folder.path().join("public/documents"));
        let made: Vec<&str> = made.keys().map(String::as_str).collect();
        assert!(made.contains(&"talk.html"));
        assert!(!made.contains(&"a.html") && !made.contains(&"dangling.html"));
    }
    let folder = talks();
    symlink("nothing", folder.path().join("content/people.toml")).unwrap();
    let told = said(&build(folder.path(), &[]), 2);
    assert!(told.contains("people.toml is no file"), "{told}");
}

fn pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().unwrap();
    assert!(made.success());
}

#[test]
fn pipes_devices_and_folders_in_the_place_of_files_hold_nobody_up() {
    let folder = talks();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir_all(at("static")).unwrap();
    fs::create_dir_all(at("content/pages/folder.md")).unwrap();
    fs::create_dir_all(at("content/documents/folder.txt/folder.toml")).unwrap();
    for name in ["content/documents/p.txt", "static/p", "content/pages/p.md"] {
        pipe(&at(name));
    }
    symlink("/dev/zero", at("content/documents/zero.txt")).unwrap();
    for allowed in [&[][..], &["--follow-links"][..]] {
        let told = said(&build(folder.path(), &[&["-v"], allowed].concat()), 0);
        for name in [
            "content/documents/p.txt",
            "content/documents/zero.txt",
            "static/p",
            "content/pages/p.md",
        ] {
            assert!(told.contains(&format!("--> {name}\n")), "{name}: {told}");
        }
        assert!(told.contains("a pipe or a device"), "{told}");
    }
    for name in [
        "content/people.csv",
        "content/people.toml",
        "content/glossary.toml",
        "content/changes.toml",
        "content/corrections.csv",
    ] {
        for make in [pipe, |path: &Path| fs::create_dir(path).unwrap()] {
            let folder = talks();
            make(&folder.path().join(name));
            let told = said(&build(folder.path(), &[]), 2);
            assert!(told.contains(&format!("{name} is no file")), "{told}");
        }
    }
}

#[test]
fn links_in_the_place_of_what_memcon_makes_lead_it_nowhere() {
    let elsewhere = archive(&[("new/kept", "kept"), ("old/kept", "kept"), ("lock", "kept")]);
    let before = files(elsewhere.path());
    for (link, target) in [
        (".public.memcon", ""),
        (".public.memcon/lock", "lock"),
        (".memcon", ""),
        (".memcon/lock", "lock"),
    ] {
        let folder = talks();
        let link = folder.path().join(link);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        symlink(elsewhere.path().join(target), &link).unwrap();
        let told = said(&build(folder.path(), &[]), 2);
        assert!(told.contains("it is a symbolic link"), "{told}");
        assert!(files(elsewhere.path()) == before, "{}", link.display());
    }
    // Beside the locks of addresses, and inside the work folder.
    for (link, target) in [
        ("content/anchors/talk.lock.new", "lock"),
        ("content/anchors/talk.lock.old", "lock"),
        ("content/anchors/talk.lock", "lock"),
        (".public.memcon/new", "new"),
        (".public.memcon/old", "old"),
        (".public.memcon/site.zip", "lock"),
        (".memcon/built.new", "lock"),
        (".memcon/built.json", "lock"),
    ] {
        let folder = talks();
        let link = folder.path().join(link);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        symlink(elsewhere.path().join(target), &link).unwrap();
        let code = build(folder.path(), &[]).status.code();
        assert!(matches!(code, Some(0 | 2)), "{}", link.display());
        assert!(files(elsewhere.path()) == before, "{}", link.display());
    }
}

/// What it says may be that the document is not published.
#[test]
fn a_record_that_cannot_be_read_stops_the_build() {
    for name in ["talk.toml", "sides/record.toml"] {
        let folder = talks();
        let record = folder.path().join("content/documents").join(name);
        fs::create_dir_all(record.parent().unwrap()).unwrap();
        fs::write(
            record.with_file_name("talk.txt"),
            "Ann: Yes.\n\nBen: No.\n\nAnn: So.\n",
        )
        .unwrap();
        symlink("../nowhere.toml", &record).unwrap();
        let told = said(&build(folder.path(), &[]), 2);
        assert!(told.contains(&format!("{name} is no file")), "{told}");
        assert!(!folder.path().join("public").exists());
    }
}

#[test]
fn a_copy_of_the_archive_has_nothing_from_elsewhere() {
    let (folder, secret) = (talks(), secret());
    symlink(
        secret.path().join("secret.txt"),
        folder.path().join("README.md"),
    )
    .unwrap();
    let copies = tempfile::tempdir().unwrap();
    let copy = copies.path().join("archive.zip");
    let output = build(folder.path(), &["--keep", copy.to_str().unwrap()]);
    said(&output, 0);
    let mut zip = zip::ZipArchive::new(fs::File::open(copy).unwrap()).unwrap();
    assert!(zip.len() > 10);
    for at in 0..zip.len() {
        let file = zip.by_index(at).unwrap();
        let is_handover = file.name().unwrap().ends_with("HANDOVER.txt");
        let text = std::io::read_to_string(file).unwrap_or_default();
        assert!(!text.contains("quokka"));
        // Whoever gets the copy is told what is not in it.
        assert!(!is_handover || text.contains("README.md"), "{text}");
    }
}

/// Names of files in the site that some system would not take.
fn refused(folder: &Path) -> Vec<String> {
    let of_windows = [
        "con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9", "conin$", "clock$",
    ];
    let is_refused = |part: &str| {
        let stem = part.split('.').next().unwrap_or("").to_lowercase();
        part.len() > 255
            || of_windows.contains(&stem.as_str())
            || part.ends_with(['.', ' '])
            || part.contains(['<', '>', ':', '"', '\\', '|', '?', '*'])
            || part.contains(char::is_control)
    };
    let site = files(&folder.join("public"));
    assert!(!site.is_empty());
    let names = site.into_keys();
    names
        .filter(|name| name.split('/').any(is_refused))
        .collect()
}

#[test]
fn names_that_a_system_refuses_are_none_in_the_site() {
    let long = "n".repeat(250);
    let wide = "語".repeat(82);
    let latin = b"Ann: D\xe9j\xe0.\n\nBen: Vu.\n\nAnn: Oui.\n";
    let mut archived: Vec<(String, Vec<u8>)> = vec![
        ("site.toml".into(), b"title = \"Names\"\n".to_vec()),
        (
            "content/people.toml".into(),
            format!(
                "[[person]]\nname = \"Con\"\nlabels = [\"Ann\"]\n[[person]]\nname = \"{}\"\nlabels = [\"Ben\"]\n",
                "Long ".repeat(100)
            )
            .into_bytes(),
        ),
    ];
    for (n, name) in [
        "CON.txt",
        "con.md",
        "aux.txt",
        "NUL.TXT",
        "lpt1.html",
        "trailing. .txt",
        "dots....txt",
        " .txt",
        "a:b|c?.txt",
        "line\nend.txt",
        "tab\t\u{202e}txt.exe",
        "latin.t<x>t",
        "latin1.",
        "latin2",
        "talk.txt",
        "Talk.txt",
        "tålk.txt",
        &format!("{long}.txt"),
        &format!("{}.md", &long[..249]),
        &format!("{wide}.txt"),
    ]
    .iter()
    .enumerate()
    {
        let mut text = format!("Number {n}.\n\n").into_bytes();
        text.extend(if name.starts_with("latin") {
            &latin[..]
        } else {
            TALK.as_bytes()
        });
        archived.push((format!("content/documents/{name}"), text));
    }
    for name in ["con", "aux", &long] {
        let page = format!("# A page\n\nOf {name}.\n").into_bytes();
        archived.push((format!("content/pages/{name}.md"), page));
    }
    let record = b"conversation = \"nul\"\n".to_vec();
    archived.push(("content/documents/talk.toml".into(), record));
    let folder = archive(&archived);
    let told = said(&build(folder.path(), &["-v"]), 0);
    assert_eq!(refused(folder.path()), [""; 0], "{told}");
    let public = folder.path().join("public");
    for page in [
        "documents/x-con.html",
        "documents/x-aux.html",
        "x-con.html",
        "speakers/x-con.html",
        "conversations/x-nul.html",
        "documents/latin.received.bin",
        "documents/latin2.received.bin",
    ] {
        assert!(public.join(page).is_file(), "{page}: {told}");
    }
    // What comes under the address of another is told, and nothing is lost in silence.
    for name in ["con.md", "tålk.txt", "talk.txt"] {
        assert!(
            told.contains(&format!("--> content/documents/{name}\n")),
            "{name}: {told}"
        );
    }
    assert!(told.contains("would have the same address as"), "{told}");
}
