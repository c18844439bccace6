//! The scripts of the theme → lighter ones: what readers of a document need becomes one file, and comments stay at home.
//!
//! Only whole lines of comment, indentation and empty lines are left out, and only of files in which no text runs over several lines: so
//! nothing has to be understood of the language to be sure that nothing changes. Files in folders of `js/` stay as they are.

use crate::interface::Interface;
use std::collections::BTreeMap;

/// What a document's page needs of scripts, in one file.
pub const READING: &str = "js/reading.js";

/// Writes words of the interface; the page of search has it apart.
const TEXTS: &str = "js/interface-texts.js";

/// Joins the scripts of reading, `reading.js` and then `reading-*.js` in order of their names, with the words they say; makes all lighter.
pub(super) fn join(assets: &mut BTreeMap<String, Vec<u8>>, interface: &Interface) {
    for (name, script) in assets.iter_mut() {
        if stem(name).is_some()
            && let Some(lighter) = bare(script)
        {
            *script = lighter.into_bytes();
        }
    }
    let of_reading = |name: &&String| {
        name.as_str() != READING && stem(name).is_some_and(|stem| stem.starts_with("reading-"))
    };
    let further: Vec<String> = assets.keys().filter(of_reading).cloned().collect();
    let Some(mut scripts) = assets.get(READING).cloned() else {
        return;
    };
    for name in further {
        // A script of the archive's own may end without a semicolon.
        if !scripts.trim_ascii_end().ends_with(b";") {
            scripts.extend(b";\n");
        }
        scripts.extend(assets.remove(&name).unwrap_or_default());
    }
    // What reading says is named there between quotation marks.
    let all = String::from_utf8_lossy(&scripts).into_owned();
    let mut joined = interface.script(|text| all.contains(&format!("\"{text}\"")));
    joined.extend(assets.get(TEXTS).into_iter().flatten());
    joined.extend(scripts);
    assets.insert(READING.to_owned(), joined);
}

/// The name of a script directly under `js/`.
fn stem(name: &str) -> Option<&str> {
    let stem = name.strip_prefix("js/")?.strip_suffix(".js")?;
    (!stem.contains('/')).then_some(stem)
}

/// A script without comment lines, indentation and empty lines; `None` where that could change it.
fn bare(script: &[u8]) -> Option<String> {
    let script = std::str::from_utf8(script).ok()?;
    let script = script.strip_prefix('\u{feff}').unwrap_or(script);
    let mut out = String::with_capacity(script.len());
    for line in script.lines().map(str::trim) {
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        // A template or a comment may run on: what looks like a comment line could stand inside.
        let n_ticks = line.bytes().filter(|byte| *byte == b'`').count();
        if n_ticks % 2 == 1 || line.contains("/*") || line.ends_with('\\') {
            return None;
        }
        out.push_str(line);
        out.push('\n');
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comment_lines_and_indentation_go_and_nothing_else() {
        let script = "\u{feff}// a\nlet a = \"// b\"; // c\n\n  // d\n  let e = `f`;\n";
        assert_eq!(
            bare(script.as_bytes()).as_deref(),
            Some("let a = \"// b\"; // c\nlet e = `f`;\n")
        );
    }

    #[test]
    fn a_script_with_texts_over_several_lines_stays_as_it_is() {
        for script in [
            "let a = `\n// b\n`;",
            "/*\n// b */ c();",
            "a = \"b\\\n// c\";",
        ] {
            assert_eq!(bare(script.as_bytes()), None, "{script}");
        }
        assert_eq!(bare(b"\xff"), None);
    }

    #[test]
    fn reading_is_one_file_with_the_words_it_says() {
        let mut assets: BTreeMap<String, Vec<u8>> = [
            (READING, "// a\none(\"no-address\");"),
            (TEXTS, "texts();"),
            ("js/reading-keys.js", "two();"),
            ("js/search-page.js", "  three();"),
            ("js/vendor/reading-four.js", "  four();"),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into();
        let config = crate::config::Config::default();
        let mut diagnostics = crate::diagnostic::Diagnostics::new();
        let english = Interface::new(&config, &BTreeMap::new(), &mut diagnostics);
        join(&mut assets, &english);
        let joined = String::from_utf8(assets[READING].clone()).unwrap();
        assert!(joined.contains("\"no-address\":") && !joined.contains("\"found\""));
        assert!(
            joined.ends_with("texts();\none(\"no-address\");\ntwo();\n"),
            "{joined}"
        );
        assert_eq!(assets["js/search-page.js"], b"three();\n");
        assert_eq!(assets["js/vendor/reading-four.js"], b"  four();");
        assert!(!assets.contains_key("js/reading-keys.js"));
    }
}
