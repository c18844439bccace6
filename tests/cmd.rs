//! Sessions at the console, through the binary: `tests/cmd/NAME.md` with the archive in `NAME.in` and, where files are written, what
//! must be among them in `NAME.out`. `TRYCMD=overwrite cargo test --test cmd` writes the answers anew; read the diff.

mod support;

use std::path::Path;
use std::process::Stdio;
use support::archive::{memcon, run};

#[test]
fn sessions() {
    trycmd::TestCases::new().case("tests/cmd/*.md");
}

/// The JSON of `memcon parse` in full: tools read it, so that a change of it is a change of the program's face.
#[test]
fn the_json_of_a_reading_is_stable() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd");
    let file = folder.join("parse.in/content/documents/1990-01-01-talk.txt");
    let json = parse(&file);
    let golden = folder.join("parse.json");
    if std::env::var("TRYCMD").is_ok_and(|mode| mode == "overwrite") {
        std::fs::write(&golden, &json).unwrap();
    }
    assert_eq!(json, std::fs::read_to_string(golden).unwrap());
}

/// `--explain` adds its object to the JSON and changes nothing else.
#[test]
fn the_explanation_is_added_and_nothing_changed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd");
    let file = folder.join("parse_explain.in/content/documents/1990-01-01-talk.txt");
    let plain: serde_json::Value = serde_json::from_str(&parse(&file)).unwrap();
    let output = run(&[
        "parse",
        "--explain",
        "--format",
        "json",
        file.to_str().unwrap(),
    ]);
    let mut explained: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let explanation = explained["explanation"].take();
    explained.as_object_mut().unwrap().remove("explanation");
    assert_eq!(explained, plain);
    assert_eq!(explanation["convention"], "name-colon");
    let brown = &explanation["labels"][1];
    assert_eq!(brown["label"], "Mr. BROWN");
    assert_eq!(brown["taken"], true);
    assert_eq!((&brown["line"], &brown["column"]), (&8.into(), &1.into()));
    assert_eq!(brown["who"][0]["how"], "provisional");
    assert_eq!(brown["paste"][0]["text"], "not_labels = [\"Mr. BROWN\"]");
    let smith = &explanation["labels"][2]["who"][0];
    let candidates = serde_json::json!(["james-smith", "john-smith"]);
    assert_eq!(smith["candidates"], candidates);
    assert_eq!(explanation["near"][0]["line"], 15);
}

/// A file that lies in no archive is read by itself, even with a record beside it.
#[test]
fn outside_an_archive_nothing_but_the_file_counts() {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/parse.in/content");
    let elsewhere = tempfile::tempdir().unwrap();
    for name in ["1990-01-01-talk.txt", "1990-01-01-talk.toml"] {
        let from = fixture.join("documents").join(name);
        std::fs::copy(from, elsewhere.path().join(name)).unwrap();
    }
    let file = elsewhere.path().join("1990-01-01-talk.txt");
    let json: serde_json::Value = serde_json::from_str(&parse(&file)).unwrap();
    assert_eq!(json["kind"], serde_json::Value::Null);
    assert_eq!(json["turns"][0]["attribution"]["how"], "provisional");
    assert_eq!(json["turns"][0]["speaker"], "Ms. GREEN");

    let site = fixture.parent().unwrap().to_str().unwrap();
    let with_site = run(&[
        "parse",
        file.to_str().unwrap(),
        "--format",
        "json",
        "--site",
        site,
    ]);
    let json: serde_json::Value = serde_json::from_slice(&with_site.stdout).unwrap();
    assert_eq!(json["kind"], "record of conversation");
    assert_eq!(json["turns"][0]["speaker"], "Ada Green");

    // What is not counted is not even read: a neighbor that is no text does no harm.
    std::fs::write(file.with_extension("toml"), b"\xff\xfe\xff").unwrap();
    let json: serde_json::Value = serde_json::from_str(&parse(&file)).unwrap();
    assert_eq!(json["turns"][0]["speaker"], "Ms. GREEN");
}

#[test]
fn check_gives_its_reports_as_json() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/check.in");
    let site = folder.to_str().unwrap();
    let output = run(&["check", "--format", "json", "--site", site]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let reports = json["diagnostics"].as_array().unwrap();
    assert!(!reports.is_empty());
    for report in reports {
        for key in ["severity", "code", "message", "file", "help"] {
            assert!(
                report[key].as_str().is_some_and(|text| !text.is_empty()),
                "{report}"
            );
        }
        for key in ["line", "column"] {
            assert!(report[key].is_u64() || report[key].is_null(), "{report}");
        }
    }
}

/// `memcon parse … | head -1`: the reader has seen enough, and nothing is wrong.
#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_failure() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("content/documents/1990-05-25-gorbachev-mitterrand.txt");
    let mut child = memcon()
        .args(["-q", "parse"])
        .arg(file)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

fn parse(file: &Path) -> String {
    let output = run(&["parse", "--format", "json", file.to_str().unwrap()]);
    String::from_utf8(output.stdout).unwrap()
}
