//! The workflows, ours and the one that `memcon init` writes: nothing but pinned actions, the least rights, and the addresses that a build
//! records come back to the branch. What releases are made of is held to rules, and every release to the rules of releases.
#![cfg(unix)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use support::archive::{run, write};

/// Ours, the tests' and that of a new archive.
fn workflows() -> Vec<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    let new = folder.path().join("new");
    let made = run(&["init", new.to_str().unwrap(), "--date", "2026-01-02"]);
    assert!(made.status.success(), "{made:?}");
    let root = support::root();
    [
        root.join(".github/workflows/pages.yml"),
        root.join(".github/workflows/test.yml"),
        root.join(".github/workflows/supply.yml"),
        root.join(".github/workflows/release.yml"),
        new.join(".github/workflows/pages.yml"),
    ]
    .iter()
    .map(|path| {
        (
            path.display().to_string(),
            fs::read_to_string(path).unwrap(),
        )
    })
    .collect()
}

/// Those that publish.
fn publishing() -> Vec<(String, String)> {
    let mut all = workflows();
    all.retain(|(_, text)| text.contains("deploy-pages"));
    assert_eq!(all.len(), 2);
    all
}

/// The lines of a step's script.
fn script(text: &str, step: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let head = format!("- name: {step}");
    let at = lines.iter().position(|line| line.trim() == head).unwrap();
    let run = lines[at..]
        .iter()
        .position(|line| line.trim() == "run: |")
        .unwrap();
    let body = &lines[at + run + 1..];
    let indent = body[0].len() - body[0].trim_start().len();
    let inside = body
        .iter()
        .take_while(|line| line.len() - line.trim_start().len() >= indent);
    let inside: Vec<&str> = inside.map(|line| &line[indent..]).collect();
    inside.join("\n")
}

#[test]
fn every_action_is_pinned_and_rights_are_given_job_by_job() {
    for (name, text) in workflows() {
        for line in text.lines().filter(|line| line.contains("uses:")) {
            let (_, action) = line.split_once("uses: ").unwrap();
            let (action, version) = action.split_once(" # v").unwrap_or((action, ""));
            let (_, commit) = action.split_once('@').unwrap();
            let is_commit = commit.len() == 40 && commit.bytes().all(|b| b.is_ascii_hexdigit());
            assert!(is_commit && !version.is_empty(), "{name}: {line}");
        }
        assert!(text.contains("\npermissions:"), "{name}");
        assert!(text.contains("\nconcurrency:"), "{name}");
        assert!(!text.contains("write-all"), "{name}");
    }
    for (name, text) in publishing() {
        assert!(text.contains("\npermissions: {}\n"), "{name}");
        assert!(text.contains("cancel-in-progress: false"), "{name}");
        let guard = "if: github.event.head_commit.author.name != 'github-actions[bot]'";
        assert!(text.contains(guard), "{name}");
        let kept = text.find("- name: Keep the addresses").unwrap();
        let uploaded = text.find("upload-pages-artifact").unwrap();
        assert!(kept < uploaded, "{name}: published before it is recorded");
    }
}

/// A repository at a host that is a folder, and a checkout of it as the workflow has one.
struct Host {
    folder: tempfile::TempDir,
    script: String,
}

impl Host {
    fn new(script: &str) -> Host {
        let host = Host {
            folder: tempfile::tempdir().unwrap(),
            script: script.to_owned(),
        };
        // What the host is called leads to the folder.
        let settings = format!(
            "[user]\nname = Ada\nemail = ada@b.example\n[url \"file://{}/\"]\ninsteadOf = https://x-access-token:secret@host.example/\n",
            host.folder.path().display()
        );
        fs::write(host.path(".gitconfig"), settings).unwrap();
        let remote = host.path("ada/strike");
        fs::create_dir_all(&remote).unwrap();
        host.git(&remote, &["init", "--quiet", "--bare", "-b", "main"]);
        let editor = host.path("editor");
        let url = host.url();
        host.git(
            host.folder.path(),
            &["clone", "--quiet", &url, editor.to_str().unwrap()],
        );
        host.git(&editor, &["checkout", "--quiet", "-b", "main"]);
        for n in ["1", "2"] {
            write(&editor, "content/anchors/a.lock", "memcon anchors 1\nt1\n");
            host.push(&editor, "site.toml", n);
        }
        host
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn url(&self) -> String {
        format!("file://{}", self.path("ada/strike").display())
    }

    fn command(&self, program: &str, folder: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(folder)
            .env("HOME", self.folder.path())
            .env("XDG_CONFIG_HOME", self.folder.path())
            .env("GIT_CONFIG_NOSYSTEM", "1");
        command
    }

    fn git(&self, folder: &Path, arguments: &[&str]) -> String {
        let output = self.command("git", folder).args(arguments).output();
        let output = output.unwrap();
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// An editor changes one file and pushes.
    fn push(&self, folder: &Path, file: &str, text: &str) {
        write(folder, file, text);
        self.git(folder, &["add", "--all"]);
        self.git(folder, &["commit", "--quiet", "--message", "edit"]);
        self.git(folder, &["push", "--quiet", "origin", "HEAD:main"]);
    }

    /// What the workflow works in: the newest commit alone.
    fn checkout(&self, name: &str) -> PathBuf {
        let folder = self.path(name);
        let path = folder.to_str().unwrap();
        let url = self.url();
        self.git(
            self.folder.path(),
            &["clone", "--quiet", "--depth", "1", "-b", "main", &url, path],
        );
        folder
    }

    fn keep(&self, folder: &Path) -> Output {
        self.command("bash", folder)
            .args(["-e", "-c", &self.script])
            .env("TOKEN", "secret")
            .env("GITHUB_SERVER_URL", "https://host.example")
            .env("GITHUB_REPOSITORY", "ada/strike")
            .env("GITHUB_REF_NAME", "main")
            .output()
            .unwrap()
    }

    fn at_host(&self, file: &str) -> String {
        let name = format!("main:{file}");
        self.git(&self.path("ada/strike"), &["show", &name])
    }
}

#[test]
fn the_addresses_a_build_records_come_back_to_the_branch() {
    for (name, text) in publishing() {
        let host = Host::new(&script(&text, "Keep the addresses with the archive"));
        let work = host.checkout("work");
        // Nothing changed: nothing is pushed.
        assert!(host.keep(&work).status.success(), "{name}");
        let log = host.git(&host.path("ada/strike"), &["log", "--format=%an", "main"]);
        assert_eq!(log.lines().count(), 2, "{name}: {log}");

        write(
            &work,
            "content/anchors/a.lock",
            "memcon anchors 1\nt1\nt2\n",
        );
        write(&work, "public/index.html", "not for the branch");
        let kept = host.keep(&work);
        assert!(kept.status.success(), "{name}: {kept:?}");
        assert!(host.at_host("content/anchors/a.lock").contains("t2"));
        let log = host.git(
            &host.path("ada/strike"),
            &["log", "-1", "--format=%an", "--name-only", "main"],
        );
        assert_eq!(
            log, "github-actions[bot]\n\ncontent/anchors/a.lock\n",
            "{name}"
        );
    }
}

#[test]
fn addresses_are_put_on_top_of_a_push_that_came_first_unless_it_changed_them_too() {
    for (name, text) in publishing() {
        let host = Host::new(&script(&text, "Keep the addresses with the archive"));
        let editor = host.path("editor");
        let work = host.checkout("work");
        write(
            &work,
            "content/anchors/a.lock",
            "memcon anchors 1\nt1\nt2\n",
        );
        host.push(&editor, "site.toml", "3");
        let kept = host.keep(&work);
        assert!(kept.status.success(), "{name}: {kept:?}");
        assert!(host.at_host("content/anchors/a.lock").contains("t2"));
        assert_eq!(host.at_host("site.toml"), "3");

        let work = host.checkout("again");
        host.git(&editor, &["pull", "--quiet", "--rebase", "origin", "main"]);
        write(
            &work,
            "content/anchors/a.lock",
            "memcon anchors 1\nt1\nt3\n",
        );
        host.push(
            &editor,
            "content/anchors/a.lock",
            "memcon anchors 1\nt1\nt4\n",
        );
        let kept = host.keep(&work);
        assert_eq!(kept.status.code(), Some(1), "{name}: {kept:?}");
        let said = String::from_utf8(kept.stdout).unwrap();
        assert!(said.contains("its own run publishes the archive"), "{said}");
        assert!(host.at_host("content/anchors/a.lock").contains("t4"));
    }
}

fn own(path: &str) -> String {
    fs::read_to_string(support::root().join(path)).unwrap()
}

/// The systems that releases are made for.
const TARGETS: [&str; 5] = [
    "x86_64-unknown-linux-gnu",
    "aarch64-unknown-linux-gnu",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
];

#[test]
fn a_release_has_programs_for_every_system_with_checksums_proof_and_materials() {
    let release = own(".github/workflows/release.yml");
    let rules: toml::Table = toml::from_str(&own("deny.toml")).unwrap();
    let looked_at: Vec<&str> = rules["graph"]["targets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|target| target.as_str().unwrap())
        .collect();
    assert_eq!(looked_at, TARGETS);
    for target in TARGETS {
        assert!(
            release.contains(&format!("target: {target} }}")),
            "{target}"
        );
    }
    assert!(release.contains("\npermissions: {}\n"));
    assert!(release.contains("cancel-in-progress: false"));
    for wanted in [
        "cargo build --release --locked",
        "actions/attest-build-provenance@",
        "sha256sum -- * > SHA256SUMS",
        "cargo cyclonedx --format json",
        "cargo package --locked",
        "--draft --verify-tag",
    ] {
        assert!(release.contains(wanted), "{wanted}");
    }
    // What a reader of SECURITY.md is told to look for is what is made.
    let told = own("SECURITY.md");
    for name in [
        "SHA256SUMS",
        "memcon.cdx.json",
        "memcon-x86_64-unknown-linux-gnu.tar.gz",
    ] {
        assert!(told.contains(name), "{name}");
    }
    assert!(release.contains("memcon.cdx.json") && release.contains("name=\"memcon-$TARGET\""));
}

#[test]
fn a_tag_that_is_not_the_version_makes_no_release() {
    let check = script(
        &own(".github/workflows/release.yml"),
        "Refuse a tag that is not the version",
    );
    let try_with = |tag: &str| {
        let mut command = Command::new("bash");
        let command = command.args(["-e", "-c", &check]);
        let command = command.current_dir(support::root());
        let output = command.env("GITHUB_REF_NAME", tag).output().unwrap();
        output.status.code()
    };
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(try_with(&format!("v{version}")), Some(0));
    assert_eq!(try_with("v99.0.0"), Some(1));
}

#[test]
fn what_the_program_is_made_of_is_held_to_rules() {
    let supply = own(".github/workflows/supply.yml");
    assert!(supply.contains("cargo deny --locked check"));
    assert!(supply.contains("schedule:"));
    let rules: toml::Table = toml::from_str(&own("deny.toml")).unwrap();
    for table in ["advisories", "licenses", "bans", "sources"] {
        assert!(rules.contains_key(table), "{table}");
    }
    assert_eq!(rules["sources"]["unknown-git"].as_str(), Some("deny"));
    assert_eq!(rules["advisories"]["yanked"].as_str(), Some("deny"));
    // Everything is from the one registry that the rules name.
    let lock: toml::Table = toml::from_str(&own("Cargo.lock")).unwrap();
    for package in lock["package"].as_array().unwrap() {
        let source = package.get("source").and_then(|it| it.as_str());
        let is_known = source == Some("registry+https://github.com/rust-lang/crates.io-index");
        assert!(
            is_known || package["name"].as_str() == Some("memcon"),
            "{package}"
        );
    }
    // New versions are offered wherever there is a list of what is used.
    let bot = own(".github/dependabot.yml");
    for (list, folder) in [
        ("Cargo.lock", "directory: /\n"),
        ("fuzz/Cargo.lock", "directory: /fuzz\n"),
        (
            "tests/browser/package-lock.json",
            "directory: /tests/browser\n",
        ),
    ] {
        assert!(support::root().join(list).is_file(), "{list}");
        assert!(bot.contains(folder), "{folder}");
    }
}

#[test]
fn no_line_of_the_program_is_unsafe() {
    let manifest: toml::Table = toml::from_str(&own("Cargo.toml")).unwrap();
    assert_eq!(
        manifest["lints"]["rust"]["unsafe_code"].as_str(),
        Some("forbid")
    );
    for file in ["src/lib.rs", "src/main.rs"] {
        assert!(own(file).contains("#![forbid(unsafe_code)]"), "{file}");
    }
}

/// What `cargo install` and crates.io get: the program, its theme and its papers.
#[test]
fn the_package_holds_the_program_and_nothing_else() {
    let mut command = Command::new(env!("CARGO"));
    let command = command.args([
        "package",
        "--list",
        "--offline",
        "--locked",
        "--allow-dirty",
    ]);
    let output = command.current_dir(support::root()).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let listed = String::from_utf8(output.stdout).unwrap();
    let at_the_top = [
        ".cargo_vcs_info.json",
        "CHANGELOG.md",
        "Cargo.lock",
        "Cargo.toml",
        "Cargo.toml.orig",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "build.rs",
    ];
    for file in listed.lines() {
        let is_own = ["src/", "templates/", "static/"]
            .iter()
            .any(|folder| file.starts_with(folder));
        assert!(is_own || at_the_top.contains(&file), "{file}");
    }
    for wanted in [
        "src/main.rs",
        "templates/i18n/en.ftl",
        "static/css/base.css",
        "LICENSE-MIT",
    ] {
        assert!(listed.lines().any(|file| file == wanted), "{wanted}");
    }
}
