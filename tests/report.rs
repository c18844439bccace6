//! The editor's report as a page: nothing that a transcript or a file's name says becomes markup in it.

mod support;

use std::fs;
use std::path::Path;
use std::process::Output;
use support::archive::{archive, run_in, write};

fn check(site: &Path, arguments: &[&str]) -> Output {
    run_in(site, &[&["check"], arguments].concat())
}

/// An archive whose names and texts would be markup if they could.
fn hostile() -> tempfile::TempDir {
    let title = "title = \"</title><script>alert(1)</script>\"\n";
    let text = "<script>ALERT</script>: yes, I did that, and\n\nMr. <IMG SRC=X>: but \u{202e}you did {{ not }}.\n\n\
                <script>ALERT</script>: \u{1b}[2J no.\n\nMr. <IMG SRC=X>: A\u{fffd}b.\n";
    archive(&[
        ("site.toml", title),
        ("content/documents/a <b>bold<b>&amp;.txt", text),
        ("content/documents/\"onload=alert(1).txt", text),
    ])
}

#[test]
fn the_report_is_text_whatever_it_quotes() {
    let site = hostile();
    let file = site.path().join("out.html");
    let output = check(site.path(), &["--html", file.to_str().unwrap()]);
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

/// What a terminal obeys, or shows in another order than it is written, reaches neither report.
#[test]
fn a_transcript_gives_the_terminal_no_orders() {
    let site = hostile();
    let turned = "content/documents/a\u{2066}b\u{2069}\u{202e}fdp\u{202c}.txt";
    write(site.path(), turned, "Nobody speaks here.\n");
    for arguments in [&[][..], &["-v"]] {
        let output = check(site.path(), arguments);
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(said.contains("<IMG SRC=X>"), "{said}");
        let orders = ['\u{202e}', '\u{202c}', '\u{2066}', '\u{2069}'];
        assert!(!said.contains(orders), "{said}");
        assert!(!said.contains("\u{1b}[2J"), "{said}");
    }
}

/// Where the archive's own templates cannot be read, the report says so all the same.
#[test]
fn a_broken_template_does_not_hide_the_report() {
    let site = hostile();
    write(site.path(), "templates/home.html", "{{ title");
    let file = site.path().join("out.html");
    let output = check(site.path(), &["--html", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(fs::read_to_string(&file).unwrap().contains("bad-template"));
}

#[test]
fn a_page_that_cannot_be_written_is_a_failure() {
    let site = hostile();
    let file = site.path().join("no-such-folder/out.html");
    let output = check(site.path(), &["--html", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write"));
}

/// Places in JSON: `place` is the owner's, null where line and column lead there.
#[test]
fn places_are_in_the_json() {
    let site = archive(&[
        ("site.toml", "title = \"x\"\n"),
        (
            "content/documents/a.csv",
            "speaker,text\nAda,one\nBob,two\nAda,three\n",
        ),
        (
            "content/documents/b.txt",
            "Ada: Did you come by train?\n\nBob: I did, thank you.\n\nAda: Was it late?\n\nBob: Not at all.\n",
        ),
    ]);
    let output = check(site.path(), &["--format", "json"]);
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

/// An archive with one document of this text, and what `check` says of it by code.
fn codes(text: &str) -> Vec<(String, String)> {
    let site = archive(&[
        ("site.toml", "title = \"x\"\n"),
        ("content/documents/a.txt", text),
    ]);
    let output = check(site.path(), &["--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let all = json["diagnostics"].as_array().unwrap().iter();
    all.map(|found| {
        let word = |key: &str| found[key].as_str().unwrap().to_owned();
        (word("code"), word("message"))
    })
    .collect()
}

fn of_code(text: &str, code: &str) -> Vec<String> {
    let found = codes(text).into_iter().filter(|(name, _)| name == code);
    found.map(|(_, message)| message).collect()
}

/// Twelve short turns, and one of `n` words with `inside` in its middle.
fn talk(n: usize, inside: &str) -> String {
    let short = "Mr. Brown: Did you come by train?\n\nMs. Green: I did, thank you.\n\n".repeat(6);
    let half = "the harbour is deep and wide ".repeat(n / 12);
    let long =
        format!("Mr. Brown: It is true that {half} so it is. {inside} And then {half} again.\n\n");
    format!("{short}{long}{short}")
}

#[test]
fn a_label_inside_a_long_turn_is_pointed_out() {
    let found = of_code(&talk(2_000, "Ms. Green: I doubt it."), "long-turn");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("the turn of “Mr. Brown” has 2"),
        "{found:?}"
    );
}

#[test]
fn a_speech_is_not_suspicious_for_its_length_unless_it_is_enormous() {
    assert!(of_code(&talk(2_000, "That is all."), "long-turn").is_empty());
    assert_eq!(of_code(&talk(6_000, "That is all."), "long-turn").len(), 1);
}

#[test]
fn lost_letters_are_counted() {
    let text = talk(100, "A na\u{fffd}ve caf\u{fffd} is here.");
    let found = of_code(&text, "missing-letters");
    assert_eq!(found, ["2 letters are missing; they show as “\u{fffd}”"]);
    assert!(of_code(&talk(100, "A café."), "missing-letters").is_empty());
}

#[test]
fn much_page_furniture_is_reported_and_a_little_is_not() {
    let page = |words: &str| -> String {
        let lines = (1..=25).map(|n| format!("{n:>3}  {words}\n"));
        lines.collect::<String>() + "\u{c}"
    };
    let much = page("and so on").repeat(20);
    let little = page("and so on to the end of a line that is as long as lines are").repeat(20);
    assert_eq!(of_code(&much, "much-left-out").len(), 1);
    assert!(of_code(&little, "much-left-out").is_empty());
}
