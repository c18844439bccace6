//! `memcon publish --check`: what would go wrong on GitHub Pages; and what shells and `man` are given.

mod support;

use std::fs;
use support::archive::{archive, run, run_in, write};

const TALK: &str = "Ada Green: Good morning.\n\nBen Brown: Good morning to you.\n\nAda Green: The letter is on the table.\n\nBen Brown: I have read it.\n";

/// The answer and the exit code.
fn check(folder: &std::path::Path) -> (String, i32) {
    let output = run_in(folder, &["publish", "--check"]);
    let text = String::from_utf8(output.stdout).unwrap();
    (text, output.status.code().unwrap())
}

#[test]
fn an_archive_that_says_everything_is_ready() {
    let folder = archive(&[
        (
            "site.toml",
            "rights = \"CC0\"\nbase_url = \"https://ada.github.io/strike/\"\n[edition]\nname = \"First\"\ndate = \"2026-01-02\"\n",
        ),
        ("content/documents/a.txt", TALK),
        ("content/documents.csv", "objectid,rights\na,CC0\n"),
        (
            "content/pages/about.md",
            "# About\n\n[The talk](documents/a.html#t1), [mail](mailto:a@b.example), [elsewhere](https://b.example/x)\n",
        ),
        (
            ".github/workflows/pages.yml",
            "uses: actions/deploy-pages@v4\n",
        ),
        (
            ".git/config",
            "[remote \"origin\"]\n\turl = git@github.com:Ada/strike.git\n",
        ),
        ("LICENSE", "CC0\n"),
    ]);
    assert_eq!(
        check(folder.path()),
        (
            "Nothing stands in the way of publishing on GitHub Pages.\n".to_owned(),
            0
        )
    );
}

#[test]
fn what_would_go_wrong_is_told_in_words() {
    let folder = archive(&[
        ("site.toml", "base_url = \"http://ada.github.io/other/\"\n"),
        ("content/documents/a.txt", TALK),
        (
            "content/documents/b.txt",
            "Ada Green: Yes.\n\nBen Brown: No.\n",
        ),
        ("content/documents/b.toml", "status = \"draft\"\n"),
        (
            "content/pages/about.md",
            "# About\n\n*This page is yours: open it.*\n\n[Gone](documents/gone.html)\n",
        ),
        (
            ".git/config",
            "[remote \"origin\"]\n\turl = https://github.com/ada/strike\n",
        ),
    ]);
    // A hole of a hundred megabytes takes no room.
    let large = fs::File::create(folder.path().join("tape.wav")).unwrap();
    large.set_len(100_000_001).unwrap();
    let (text, code) = check(folder.path());
    assert_eq!(code, 1);
    for told in [
        "GitHub takes no file over 100 MB: tape.wav (100.0 MB)",
        "base_url is http://ada.github.io/other/, but the repository is published at https://ada.github.io/strike/",
        "GitHub Pages answers under https://",
        "1 page links to files that do not exist: about.html leads to documents/gone.html",
        "no workflow publishes the site",
        "the edition has no date",
        "nobody is told what may be done with your own texts",
        "1 document has no statement of rights: a;",
        "the repository has no licence",
        "withheld from the site, but the repository holds them",
        "content/pages/about.md still asks its questions",
        "Not ready for GitHub Pages.",
    ] {
        assert!(text.contains(told), "{told}\nnot in\n{text}");
    }
    write(folder.path(), "site.toml", "titel = 1\n");
    assert!(
        check(folder.path())
            .0
            .contains("the site cannot be built: 1 error")
    );
}

#[test]
fn withheld_words_that_would_be_published_are_found() {
    let folder = archive(&[
        ("site.toml", ""),
        ("content/documents/a.txt", TALK),
        (
            "content/documents/a.toml",
            "[[withhold]]\nfrom = \"The letter is on the table.\"\n",
        ),
        (
            "content/pages/about.md",
            "# About\n\nIt is said that the letter is on the table.\n",
        ),
    ]);
    let (text, code) = check(folder.path());
    assert_eq!(code, 1, "{text}");
    assert!(
        text.contains(
            "content/documents/a.toml: words that this record withholds would stand in about.html"
        ),
        "{text}"
    );
    assert!(text.contains("Not ready for GitHub Pages."), "{text}");
    assert!(!folder.path().join("public").exists());
}

#[test]
fn what_pages_ask_of_other_hosts_is_found() {
    let folder = archive(&[
        ("site.toml", ""),
        ("content/documents/a.txt", TALK),
        (
            "templates/parts/foot.html",
            "<footer><img src=\"https://counter.example/1.png\" alt=\"\"></footer>",
        ),
    ]);
    let (text, code) = check(folder.path());
    assert_eq!(code, 1, "{text}");
    assert!(
        text.contains("asks for https://counter.example/1.png"),
        "{text}"
    );
}

#[test]
fn nothing_is_sent_anywhere() {
    let folder = archive(&[("content/documents/a.txt", TALK)]);
    let output = run_in(folder.path(), &["publish"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("publish --check"), "{said}");
}

#[test]
fn shells_and_man_know_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = run(&["completions", shell]);
        let script = String::from_utf8(output.stdout).unwrap();
        for command in ["init", "build", "serve", "publish"] {
            assert!(script.contains(command), "{shell}: {command}");
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("man1");
    assert!(run(&["man", pages.to_str().unwrap()]).status.success());
    for page in ["memcon.1", "memcon-init.1", "memcon-publish.1"] {
        let text = fs::read_to_string(pages.join(page)).unwrap();
        assert!(text.contains(".TH"), "{page}");
    }
}

#[test]
fn forms_that_are_left_out_are_neither_made_nor_linked() {
    let config = "[export]\nleave_out = [\"json\", \"tei.xml\"]\n";
    let folder = archive(&[("site.toml", config), ("content/documents/a.txt", TALK)]);
    assert_eq!(
        run_in(folder.path(), &["build", "-q"]).status.code(),
        Some(0)
    );
    let public = folder.path().join("public");
    for (file, is_there) in [
        ("a.json", false),
        ("a.tei.xml", false),
        ("a.csl.json", true),
        ("a.txt", true),
    ] {
        assert_eq!(
            public.join("documents").join(file).exists(),
            is_there,
            "{file}"
        );
    }
    for page in ["documents/a.html", "data.html"] {
        let page = fs::read_to_string(public.join(page)).unwrap();
        for link in ["\"a.json\"", "documents/a.json", "a.tei.xml"] {
            assert!(!page.contains(link), "{link}: {page}");
        }
    }
    let refused = run_in(folder.path(), &["export", "tei.xml", "a"]);
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");

    write(
        folder.path(),
        "site.toml",
        "[export]\nleave_out = [\"html\"]\n",
    );
    let refused = run_in(folder.path(), &["build"]);
    assert_eq!(refused.status.code(), Some(1));
    let told = String::from_utf8(refused.stderr).unwrap();
    assert!(told.contains("site.toml:2:14"), "{told}");
    assert!(
        told.contains("there are bib, csl.json, json, ris, tei.xml, txt"),
        "{told}"
    );
}
