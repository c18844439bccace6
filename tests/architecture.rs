//! The modules stand in the order in which a text passes through them; each uses only those above it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Modules that make output and must not know each other.
const SIDE_BY_SIDE: [&str; 3] = ["pages", "search", "export"];

/// The modules in the order `lib.rs` declares them.
fn modules() -> Vec<String> {
    let lib = fs::read_to_string(source_folder().join("lib.rs")).unwrap();
    lib.lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect()
}

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// All source files of each module, with their paths inside `src`.
fn files() -> BTreeMap<String, Vec<(String, String)>> {
    let mut files: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for entry in walkdir::WalkDir::new(source_folder()).sort_by_file_name() {
        let entry = entry.unwrap();
        let inside = entry.path().strip_prefix(source_folder()).unwrap();
        if inside.extension().is_none_or(|e| e != "rs") {
            continue;
        }
        let first = inside.components().next().unwrap();
        let module = Path::new(first.as_os_str()).with_extension("");
        let module = module.to_str().unwrap().to_owned();
        let text = fs::read_to_string(entry.path()).unwrap();
        files
            .entry(module)
            .or_default()
            .push((inside.to_str().unwrap().to_owned(), text));
    }
    files
}

/// The modules a file uses: what follows `crate::`, in `use` lines and elsewhere, also inside braces.
fn used(text: &str) -> Vec<String> {
    let code: String = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n");
    let mut used = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let name = |text: &str| {
            let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
            text[..end.unwrap_or(text.len())].to_owned()
        };
        let Some(inside) = rest.strip_prefix('{') else {
            used.push(name(rest));
            continue;
        };
        let mut depth = 0;
        let mut start = true;
        for (at, c) in inside.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => start = true,
                _ if start && !c.is_whitespace() => {
                    used.push(name(&inside[at..]));
                    start = false;
                }
                _ => {}
            }
        }
    }
    used
}

#[test]
fn a_module_uses_only_modules_above_it() {
    let order = modules();
    assert!(order.len() > 10, "lib.rs declares the modules: {order:?}");
    let position = |module: &str| order.iter().position(|m| m == module);
    for (module, files) in files() {
        let Some(own) = position(&module) else {
            assert!(
                ["lib", "main"].contains(&module.as_str()),
                "lib.rs does not declare {module}"
            );
            continue;
        };
        for (path, text) in files {
            for other in used(&text) {
                if let Some(theirs) = position(&other) {
                    assert!(theirs <= own, "{path} uses {other}, which stands below it");
                    let side_by_side = SIDE_BY_SIDE.contains(&module.as_str())
                        && SIDE_BY_SIDE.contains(&other.as_str());
                    assert!(
                        module == other || !side_by_side,
                        "{path} knows of {other}; what both need belongs above them"
                    );
                }
            }
        }
    }
}

#[test]
fn only_the_edges_touch_the_outside() {
    for (module, files) in files() {
        for (path, text) in files {
            let code = text.split("#[cfg(test)]").next().unwrap();
            let may_touch_disk = ["output", "cli", "lib"].contains(&module.as_str())
                || path.starts_with("source/load");
            assert!(
                may_touch_disk || !code.contains("std::fs"),
                "{path} touches the disk"
            );
            let prints = ["println!", "eprintln!", "print!(", "dbg!("];
            assert!(
                !prints.iter().any(|print| code.contains(print)),
                "{path} prints past cli::console"
            );
            let clocks = ["SystemTime", "Instant::now", "Zoned::now", "Timestamp::now"];
            // `init` dates the first edition, unless it is told the day; how long a stage took is told to whoever asks, and enters no site.
            let may_look = ["cli/init/today.rs", "cli/stages.rs"].contains(&path.as_str());
            assert!(
                may_look || !clocks.iter().any(|clock| code.contains(clock)),
                "{path} looks at the clock"
            );
        }
    }
}

#[test]
fn no_file_is_longer_than_five_hundred_lines() {
    for (path, text) in files().into_values().flatten() {
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let n = code.lines().count();
        assert!(n <= 500, "{path} has {n} lines; split it by meaning");
    }
}

#[test]
fn the_reader_of_use_lines_sees_all_forms() {
    let text = "use crate::{site::{Route, Site}, source};\nuse crate::pages;\n// use crate::cli;\ncrate::date::find()";
    assert_eq!(used(text), ["site", "source", "pages", "date"]);
}
