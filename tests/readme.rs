//! The README's examples of `site.toml`, records, people and glossary are read as an editor's would be: what it shows must work.

mod support;

use memcon::diagnostic::Diagnostics;
use memcon::source::{Sources, TextFile};
use support::fixtures::only;

/// The TOML examples of one chapter of the README, as one file each.
fn examples(chapter: &str) -> Vec<TextFile> {
    let readme = include_str!("../README.md");
    let start = readme
        .find(&format!("\n## {chapter}\n"))
        .unwrap_or_else(|| panic!("the README has no chapter “{chapter}”"));
    let rest = &readme[start + 1..];
    let chapter = rest.find("\n## ").map_or(rest, |end| &rest[..end]);
    let found: Vec<TextFile> = chapter
        .split("```toml\n")
        .skip(1)
        .filter_map(|block| block.split_once("```"))
        .map(|(text, _)| TextFile {
            path: "README.md".to_owned(),
            text: text.to_owned(),
        })
        .collect();
    assert!(!found.is_empty(), "no example in {chapter}");
    found
}

fn assert_fine(diagnostics: &Diagnostics, example: &TextFile) {
    let found: Vec<&str> = diagnostics
        .sorted()
        .iter()
        .map(|d| d.message.as_str())
        .collect::<Vec<_>>();
    assert!(found.is_empty(), "{found:?} in\n{}", example.text);
}

#[test]
fn the_configuration_is_read() {
    for example in examples("Configuration") {
        let mut diagnostics = Diagnostics::new();
        let config = memcon::config::parse(Some(&example), &mut diagnostics);
        assert_fine(&diagnostics, &example);
        assert!(config.base_url.is_some() && config.edition.is_some());
    }
}

#[test]
fn the_records_are_read() {
    for example in examples("Records") {
        let mut diagnostics = Diagnostics::new();
        memcon::record::parse(Some(&example), &mut diagnostics);
        assert_fine(&diagnostics, &example);
    }
}

#[test]
fn people_and_glossary_are_read() {
    for example in examples("People") {
        let mut diagnostics = Diagnostics::new();
        let sources = Sources {
            people: Some(example.clone()),
            ..only(Vec::new())
        };
        let authority = memcon::authority::parse(&sources, &mut diagnostics);
        assert_fine(&diagnostics, &example);
        assert_eq!(authority.people.len(), 1);
    }
    for example in examples("Glossary") {
        let mut diagnostics = Diagnostics::new();
        let sources = Sources {
            glossary: Some(example.clone()),
            ..only(Vec::new())
        };
        let authority = memcon::authority::parse(&sources, &mut diagnostics);
        assert_fine(&diagnostics, &example);
        assert_eq!(authority.terms.len(), 1);
    }
}
