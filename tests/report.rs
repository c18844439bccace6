//! The editor's report as a page: nothing that a transcript or a file's name says becomes markup in it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn memcon(site: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_memcon"))
        .arg("check")
        .arg("--site")
        .arg(site)
        .args(arguments)
        .output()
        .unwrap()
}

/// An archive whose names and texts would be markup if they could.
fn hostile() -> tempfile::TempDir {
    let site = tempfile::tempdir().unwrap();
    let documents = site.path().join("content/documents");
    fs::create_dir_all(&documents).unwrap();
    let title = "title = \"</title><script>alert(1)</script>\"\n";
    fs::write(site.path().join("site.toml"), title).unwrap();
    let text = "<script>ALERT</script>: yes, I did that, and\n\nMr. <IMG SRC=X>: but \u{202e}you did {{ not }}.\n\n\
                <script>ALERT</script>: \u{1b}[2J no.\n\nMr. <IMG SRC=X>: A\u{fffd}b.\n";
    for name in ["a <b>bold<b>&amp;.txt", "\"onload=alert(1).txt"] {
        fs::write(documents.join(name), text).unwrap();
    }
    site
}

#[test]
fn the_report_is_text_whatever_it_quotes() {
    let site = hostile();
    let file = site.path().join("out.html");
    let output = memcon(site.path(), &["--html", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    let page = fs::read_to_string(&file).unwrap();
    let folded = page.to_lowercase();
    assert!(page.contains("a &lt;b&gt;bold&lt;b&gt;&amp;amp;.txt"));
    for markup in [
        "<script",
        "<img",
        "<b>",
        "onload=alert(1).txt\"",
        "\u{1b}",
        "\u{202e}",
    ] {
        assert!(!folded.contains(markup), "{markup}");
    }
    // One file that asks for no other.
    for other in ["<link", "src=\"", "@import", "url("] {
        assert!(!folded.contains(other), "{other}");
    }
}

/// Where the archive's own templates cannot be read, the report says so all the same.
#[test]
fn a_broken_template_does_not_hide_the_report() {
    let site = hostile();
    let templates = site.path().join("templates");
    fs::create_dir_all(&templates).unwrap();
    fs::write(templates.join("home.html"), "{{ title").unwrap();
    let file = site.path().join("out.html");
    let output = memcon(site.path(), &["--html", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(fs::read_to_string(&file).unwrap().contains("bad-template"));
}

#[test]
fn a_page_that_cannot_be_written_is_a_failure() {
    let site = hostile();
    let file = site.path().join("no-such-folder/out.html");
    let output = memcon(site.path(), &["--html", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write"));
}

/// Places in JSON: `place` is the owner's, null where line and column lead there.
#[test]
fn places_are_in_the_json() {
    let site = tempfile::tempdir().unwrap();
    let documents = site.path().join("content/documents");
    fs::create_dir_all(&documents).unwrap();
    fs::write(site.path().join("site.toml"), "title = \"x\"\n").unwrap();
    fs::write(
        documents.join("a.csv"),
        "speaker,text\nAda,one\nBob,two\nAda,three\n",
    )
    .unwrap();
    fs::write(
        documents.join("b.txt"),
        "Ada: Did you come by train?\n\nBob: I did, thank you.\n\nAda: Was it late?\n\nBob: Not at all.\n",
    )
    .unwrap();
    let output = memcon(site.path(), &["--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let place = |file: &str| {
        let all = json["diagnostics"].as_array().unwrap();
        let found = all
            .iter()
            .find(|found| found["file"] == file && found["code"] == "unmatched-speaker");
        found.unwrap()["place"].clone()
    };
    assert_eq!(
        place("content/documents/a.csv"),
        "row 2, column 1 “speaker”: search for “Ada”"
    );
    assert_eq!(place("content/documents/b.txt"), serde_json::Value::Null);
}
