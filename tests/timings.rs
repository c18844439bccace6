//! How long a build took: told with `-v`, written with `--timings`, and never part of a site.

mod support;

use serde_json::Value;
use support::archive::{archive, memcon};
use support::faulty::files;

const TALK: &str = "Ada Green: Good morning.\n\nBen Brown: Good morning to you.\n\nAda Green: The letter is on the table.\n\nBen Brown: I have read it.\n";

#[test]
fn the_stages_are_written_in_their_order() {
    let folder = archive(&[("site.toml", ""), ("content/documents/a.txt", TALK)]);
    let build = |arguments: &[&str]| {
        let mut command = memcon();
        command
            .arg("build")
            .args(arguments)
            .current_dir(folder.path());
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    let since = std::time::Instant::now();
    let quiet = build(&["-q", "--timings", "first.json"]);
    let took = since.elapsed().as_secs_f64();
    assert_eq!(quiet, "");
    let site = files(&folder.path().join("public"));
    let read = |name: &str| -> Value {
        serde_json::from_slice(&std::fs::read(folder.path().join(name)).unwrap()).unwrap()
    };
    let first = read("first.json");
    let mut keys: Vec<&str> = first
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    assert_eq!(
        keys,
        [
            "bytes",
            "cpu_seconds",
            "documents",
            "files",
            "files_new_or_changed",
            "memcon",
            "seconds",
            "stages",
            "threads",
            "turns"
        ]
    );
    let n_files = site.len() as u64 - 1;
    assert_eq!(
        (&first["documents"], &first["turns"]),
        (&1.into(), &4.into())
    );
    assert_eq!(
        (&first["files"], &first["files_new_or_changed"]),
        (&n_files.into(), &n_files.into())
    );
    let stages = |timings: &Value| -> Vec<(String, Value)> {
        let stages = timings["stages"].as_array().unwrap().iter();
        let name = |stage: &Value| stage["stage"].as_str().unwrap().to_owned();
        stages
            .map(|stage| (name(stage), stage["steps"].clone()))
            .collect()
    };
    let told = |names: &[(&str, Option<u64>)]| -> Vec<(String, Value)> {
        let names = names.iter();
        names
            .map(|(name, n)| ((*name).to_owned(), Value::from(*n)))
            .collect()
    };
    let all = [
        ("read", Some(1)),
        ("parse", Some(1)),
        ("connect", None),
        ("templates", None),
        ("index", None),
        ("write", Some(n_files)),
        ("keep", None),
        ("replace", None),
        ("clear", None),
    ];
    assert_eq!(stages(&first), told(&all));
    let sum: f64 = first["stages"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|it| it["seconds"].as_f64())
        .sum();
    assert!(sum > 0.0 && sum <= took, "{sum} of {took}");

    // Nothing is new: nothing is taken over, and the site is the same to the last byte.
    let said = build(&["-v", "--no-cache", "--timings", "second.json"]);
    let second = read("second.json");
    assert_eq!(second["files_new_or_changed"], 0);
    let without_keep: Vec<_> = all
        .into_iter()
        .filter(|(name, _)| *name != "keep")
        .collect();
    assert_eq!(stages(&second), told(&without_keep));
    assert!(files(&folder.path().join("public")) == site);
    let at = said.find("time of each stage:\n").expect("it is told");
    let lines: Vec<&str> = said[at..]
        .lines()
        .skip(1)
        .map(|line| line.split_whitespace().next().unwrap())
        .collect();
    let mut names: Vec<&str> = without_keep.iter().map(|(name, _)| *name).collect();
    names.push("in");
    assert_eq!(lines, names);
    // No bar where nobody sees it.
    assert!(!said.contains('\r') && !said.contains("\u{1b}["), "{said}");
}
