//! The guide in `docs/src`: pages made from the program say what the program says, every command in it runs, every example is read,
//! every link leads somewhere.
//!
//! `UPDATE_GOLDEN=1 cargo test --test guide` writes the made pages anew, `TRYCMD=overwrite cargo test --test guide` the answers to
//! commands; read the diff.

mod support;

use memcon::diagnostic::{Code, Diagnostics, Severity};
use memcon::source::{Sources, TextFile};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use support::fixtures::only;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/src")
}

/// Every page by its name, without the table of contents.
fn pages() -> BTreeMap<String, String> {
    let files = fs::read_dir(folder()).unwrap();
    let mut pages: BTreeMap<String, String> = files
        .map(|entry| entry.unwrap())
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    pages.remove("SUMMARY.md").unwrap();
    assert!(pages.len() > 20);
    pages
}

/// What is marked as code: blocks with their language, and pieces of lines, with none.
fn code(page: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut block: Option<(String, String)> = None;
    for event in Parser::new_ext(page, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                block = Some((language.to_string(), String::new()));
            }
            Event::End(TagEnd::CodeBlock) => found.extend(block.take()),
            Event::Text(text) => {
                if let Some((_, written)) = &mut block {
                    written.push_str(&text);
                }
            }
            Event::Code(text) => found.push((String::new(), text.to_string())),
            _ => {}
        }
    }
    found
}

/// Holds a page to what the program says.
fn made(name: &str, text: &str) {
    let path = folder().join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, text).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == text,
        "{name} is not what the program says; write it anew with UPDATE_GOLDEN=1 cargo test --test guide"
    );
}

/// A text as a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

#[test]
fn every_command_is_told() {
    let mut program = memcon::cli::command();
    program.build();
    let mut out = "# Commands\n\nmemcon is told what to do by a word behind its name. `memcon COMMAND --help` says the same as this page. Names in capitals stand for something of yours; what stands in square brackets may be left out.\n".to_owned();
    for command in program.get_subcommands_mut() {
        let name = command.get_name().to_owned();
        let about = command.get_about().unwrap().to_string();
        let usage = command.render_usage().to_string();
        let usage = usage.trim().trim_start_matches("Usage: ").to_owned();
        out.push_str(&format!(
            "\n## memcon {name}\n\n{about}.\n\n```text\n{usage}\n```\n"
        ));
        out.push_str(&options(command, |argument| !argument.is_global_set()));
        if let Some(examples) = command.get_after_help() {
            let examples = examples.to_string();
            let (head, lines) = examples.split_once('\n').unwrap();
            out.push_str(&format!("\n{head}\n\n```text\n"));
            for line in lines.lines() {
                out.push_str(&format!("{}\n", line.trim()));
            }
            out.push_str("```\n");
        }
    }
    out.push_str("\n## What every command understands\n");
    out.push_str(&options(&program, clap::Arg::is_global_set));
    out.push_str("\n*This page is made from the program.*\n");
    made("commands.md", &out);
}

fn options(command: &clap::Command, wanted: impl Fn(&clap::Arg) -> bool) -> String {
    let told = command.get_arguments().filter(|argument| {
        wanted(argument) && !["help", "version"].contains(&argument.get_id().as_str())
    });
    let mut rows = String::new();
    for argument in told {
        let names: Vec<String> = (argument.get_short().map(|short| format!("-{short}")))
            .into_iter()
            .chain(argument.get_long().map(|long| format!("--{long}")))
            .chain(
                (argument.get_visible_aliases().into_iter().flatten())
                    .map(|long| format!("--{long}")),
            )
            .collect();
        let values = (argument.get_action().takes_values())
            .then(|| argument.get_value_names())
            .flatten()
            .unwrap_or_default();
        let values: Vec<&str> = values.iter().map(clap::builder::Str::as_str).collect();
        let mut written = names.join("`, `");
        if !values.is_empty() {
            let gap = if written.is_empty() { "" } else { " " };
            written.push_str(&format!("{gap}{}", values.join(" ")));
        }
        let help = argument.get_help().unwrap().to_string();
        let possible: Vec<String> = (argument.get_possible_values().iter())
            .filter(|_| argument.get_action().takes_values())
            .map(|value| format!("`{}`", value.get_name()))
            .collect();
        let possible = if possible.is_empty() {
            String::new()
        } else {
            format!(": {}", possible.join(", "))
        };
        rows.push_str(&format!("| `{written}` | {}{possible} |\n", cell(&help)));
    }
    if rows.is_empty() {
        return rows;
    }
    format!("\n| | |\n|---|---|\n{rows}")
}

#[test]
fn every_setting_is_told() {
    let mut out = "# Settings\n\nThe settings of an archive stand in `site.toml`. Every one may be left out. A name that memcon does not know is an error, with the nearest that it knows: nothing you write is passed over in silence.\n\nSettings under a heading in brackets stand below a line with this heading, and those at the top before all of them:\n\n```toml\ntitle = \"Voices of the harbor\"\nbase_url = \"https://name.github.io/archive/\"\n\n[edition]\nname = \"First edition\"\ndate = \"2026-01-31\"\n```\n".to_owned();
    let mut table = None;
    for key in memcon::config::KEYS {
        if table != Some(key.table) {
            table = Some(key.table);
            let head = match key.table {
                "" => "At the top".to_owned(),
                "menu" => "`[[menu]]`".to_owned(),
                table => format!("`[{table}]`"),
            };
            out.push_str(&format!(
                "\n## {head}\n\n| Name | What it says | Example |\n|---|---|---|\n"
            ));
        }
        out.push_str(&format!(
            "| `{}` | {} | `{}` |\n",
            key.name,
            cell(key.says),
            cell(key.example)
        ));
    }
    out.push_str("\n*This page is made from the program.*\n");
    made("settings.md", &out);
}

#[test]
fn every_report_is_told() {
    let mut out = "# Reports\n\nThe word in brackets at the beginning of a report is its name. `memcon explain NAME` says the same as this page. An **error** stops the build, and the last good site stays; a **warning** does not.\n".to_owned();
    for (severity, head) in [(Severity::Error, "Errors"), (Severity::Warning, "Warnings")] {
        out.push_str(&format!("\n## {head}\n"));
        let codes = Code::ALL.iter().filter(|code| code.severity() == severity);
        let codes: BTreeMap<&str, &Code> = codes.map(|code| (code.name(), code)).collect();
        for (name, code) in codes {
            out.push_str(&format!("\n### {name}\n\n"));
            let lines = code.explanation().lines().map(str::trim);
            // `<v Name>` is an example, not markup.
            let lines = lines.map(|line| line.replace('<', "&lt;"));
            out.push_str(&lines.collect::<Vec<_>>().join("\n"));
            out.push('\n');
        }
    }
    out.push_str("\n*This page is made from the program.*\n");
    made("reports.md", &out);
}

#[test]
fn the_table_of_contents_names_every_page_and_every_link_leads_somewhere() {
    let pages = pages();
    let summary = fs::read_to_string(folder().join("SUMMARY.md")).unwrap();
    let named: BTreeSet<String> = links(&summary).into_iter().collect();
    let there: BTreeSet<String> = pages.keys().cloned().collect();
    assert_eq!(named, there);
    let headings: BTreeMap<&String, BTreeSet<String>> = (pages.iter())
        .map(|(name, text)| (name, headings(text)))
        .collect();
    for (name, text) in &pages {
        for link in links(text) {
            if link.starts_with("https://") {
                continue;
            }
            let (page, heading) = link.split_once('#').unwrap_or((&link, ""));
            let page = if page.is_empty() { name.as_str() } else { page };
            let known = headings.get(&page.to_owned());
            let known = known.unwrap_or_else(|| panic!("{name}: {link} leads nowhere"));
            assert!(
                heading.is_empty() || known.contains(heading),
                "{name}: {link} leads to no heading of {known:?}"
            );
        }
    }
}

fn links(page: &str) -> Vec<String> {
    let events = Parser::new_ext(page, Options::ENABLE_TABLES);
    events
        .filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                Some(dest_url.to_string())
            }
            _ => None,
        })
        .collect()
}

/// Headings as addresses, the way mdBook and forges make them.
fn headings(page: &str) -> BTreeSet<String> {
    let lines = page.lines().filter(|line| line.starts_with('#'));
    lines
        .map(|line| {
            let words = line.trim_start_matches('#').trim().to_lowercase();
            let kept = words.replace(' ', "-");
            let kept = kept.chars().filter(|c| c.is_alphanumeric() || *c == '-');
            kept.collect()
        })
        .collect()
}

/// The reader does not program, and is never asked to.
#[test]
fn nobody_is_asked_to_build_the_program() {
    for (name, text) in pages() {
        for word in ["cargo", "Rust", "crate"] {
            assert!(!text.contains(word), "{name} speaks of {word}");
        }
    }
}

/// Commands in `console` blocks are run, each page's in an archive of its own (`tests/guide/archive`; the first page has transcripts
/// only, `tests/guide/received`).
#[test]
fn every_session_gives_the_answer_that_is_shown() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guide");
    let tried = tempfile::tempdir().unwrap();
    let mut names = Vec::new();
    for (name, text) in pages() {
        if !code(&text)
            .iter()
            .any(|(language, _)| language == "console")
        {
            continue;
        }
        let sandbox = tried.path().join(name.replace(".md", ".in"));
        if name == "start-computer.md" {
            copy(&fixtures.join("received"), &sandbox.join("received"));
        } else {
            copy(&fixtures.join("archive"), &sandbox);
        }
        fs::write(tried.path().join(&name), text).unwrap();
        names.push(name);
    }
    assert!(names.len() > 7);
    let cases = trycmd::TestCases::new();
    cases.case(tried.path().join("*.md").to_str().unwrap());
    cases.run();
    if std::env::var("TRYCMD").is_ok_and(|mode| mode == "overwrite") {
        for name in names {
            fs::copy(tried.path().join(&name), folder().join(&name)).unwrap();
        }
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let there = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(there).unwrap();
        } else {
            fs::copy(entry.path(), there).unwrap();
        }
    }
}

/// Commands that are not run (`serve` does not end) are at least what the program understands.
#[test]
fn every_command_that_is_named_is_understood() {
    let mut n = 0;
    for (name, text) in pages() {
        let lines = code(&text)
            .into_iter()
            .filter(|(language, _)| matches!(language.as_str(), "" | "text"));
        let lines: Vec<String> = lines
            .flat_map(|(_, text)| text.lines().map(str::to_owned).collect::<Vec<_>>())
            .filter(|line| line.starts_with("memcon "))
            .collect();
        for line in lines {
            if name == "commands.md" && (line.contains('[') || line.contains("COMMAND")) {
                continue;
            }
            let line = line
                .split("  ")
                .next()
                .unwrap()
                .split(" > ")
                .next()
                .unwrap();
            let parts: Vec<&str> = line
                .split('"')
                .enumerate()
                .flat_map(|(index, part)| match index % 2 {
                    0 => part.split_whitespace().collect(),
                    _ => vec![part],
                })
                .collect();
            let tried = memcon::cli::command().try_get_matches_from(&parts);
            if let Err(error) = tried {
                use clap::error::ErrorKind::{DisplayHelp, MissingRequiredArgument};
                // `memcon init` alone names the command.
                let is_name = parts.len() == 2 && error.kind() == MissingRequiredArgument;
                assert!(
                    is_name || error.kind() == DisplayHelp,
                    "{name}: {line}\n{error}"
                );
            }
            n += 1;
        }
    }
    assert!(n > 20);
}

fn file(text: &str) -> TextFile {
    TextFile {
        path: "example.toml".to_owned(),
        text: text.to_owned(),
    }
}

#[test]
fn every_example_is_read() {
    let mut n = 0;
    for (name, text) in pages() {
        for (language, example) in code(&text) {
            if language != "toml" {
                continue;
            }
            let mut diagnostics = Diagnostics::new();
            let file = file(&example);
            match name.as_str() {
                "records.md" | "marks.md" | "withholding.md" | "conversations.md" => {
                    memcon::record::parse(Some(&file), &mut diagnostics);
                }
                "people.md" | "glossary.md" => {
                    let (people, glossary) = match name.as_str() {
                        "people.md" => (Some(file), None),
                        _ => (None, Some(file)),
                    };
                    let sources = Sources {
                        people,
                        glossary,
                        ..only(Vec::new())
                    };
                    memcon::authority::parse(&sources, &mut diagnostics);
                }
                "themes.md" | "settings.md" | "publishing.md" | "addresses.md" | "scaling.md" => {
                    memcon::config::parse(Some(&file), &mut diagnostics);
                }
                other => panic!("nobody reads the examples of {other}"),
            }
            let found: Vec<&String> = diagnostics.sorted().iter().map(|d| &d.message).collect();
            assert!(found.is_empty(), "{name}: {found:?} in\n{example}");
            n += 1;
        }
    }
    assert!(n > 20);
}

/// What a reader of TOML knows in a table: the names it lists when it meets one it does not know.
fn known(diagnostics: &Diagnostics) -> Vec<String> {
    let sorted = diagnostics.sorted();
    let message = &sorted[0].message;
    let (_, named) = message.split_once("known here are ").expect(message);
    let named = named.split('`').skip(1).step_by(2);
    named.map(str::to_owned).collect()
}

#[test]
fn every_key_of_records_people_and_glossary_is_told() {
    let mut wanted: BTreeMap<String, &str> = BTreeMap::new();
    for table in [
        "",
        "[provenance]",
        "[[participant]]",
        "[[change]]",
        "[[conversation]]",
        "[[exclude]]",
        "[[withhold]]",
        "[[attribution]]",
        "[[continue]]",
        "[[split]]",
        "[[merge]]",
        "[[correction]]",
        "[[paragraph]]",
        "[[note]]",
    ] {
        let mut diagnostics = Diagnostics::new();
        let file = file(&format!("{table}\nzzzzzz = 1\n"));
        memcon::record::parse(Some(&file), &mut diagnostics);
        wanted.extend(known(&diagnostics).into_iter().map(|key| (key, "a record")));
    }
    for table in [
        "[[person]]",
        "[[person]]\nname = \"x\"\n[[person.role]]",
        "[[term]]",
    ] {
        let mut diagnostics = Diagnostics::new();
        let file = file(&format!("{table}\nzzzzzz = 1\n"));
        let (people, glossary) = match table {
            "[[term]]" => (None, Some(file)),
            _ => (Some(file), None),
        };
        let sources = Sources {
            people,
            glossary,
            ..only(Vec::new())
        };
        memcon::authority::parse(&sources, &mut diagnostics);
        wanted.extend(known(&diagnostics).into_iter().map(|key| (key, table)));
    }
    let told: String = pages()
        .into_iter()
        .filter(|(name, _)| !["settings.md", "templates.md", "reports.md"].contains(&name.as_str()))
        .map(|(_, text)| text)
        .collect();
    for (key, of) in wanted {
        let forms = [
            format!("`{key}`"),
            format!("\n{key} = "),
            format!("`{key} = "),
            format!("[[{key}]]"),
            format!("\n[{key}]"),
        ];
        let is_told = forms.iter().any(|form| told.contains(form));
        assert!(is_told, "the guide does not tell `{key}` of {of}");
    }
}

/// Every column that a table may have; the reader lists them where one has no name.
#[test]
fn every_column_is_told() {
    let told: String = pages().into_values().collect();
    for table in ["documents", "people", "glossary", "corrections"] {
        let folder = support::archive::archive(&[
            ("content/documents/a.txt", "Ann: Yes.\n"),
            (format!("content/{table}.csv").as_str(), ",\nx,y\n"),
        ]);
        let sources = memcon::source::load(folder.path()).unwrap();
        let mut diagnostics = Diagnostics::new();
        memcon::compile(&sources, &mut diagnostics);
        let sorted = diagnostics.sorted();
        let help = sorted
            .iter()
            .find_map(|found| found.help.split_once("known here are "));
        let (_, columns) = help.unwrap_or_else(|| panic!("{table}"));
        for column in columns.split(", ") {
            let is_told = told.contains(&format!("`{column}`"));
            assert!(
                is_told,
                "the guide does not tell the column {column} of {table}.csv"
            );
        }
    }
}
