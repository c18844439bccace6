//! The scripts of the theme → lighter ones: what readers of a document need becomes one file, and comments stay at home.
//!
//! Only whole lines of comment, indentation and empty lines are left out, and only of files in which no text runs over several lines: so
//! nothing has to be understood of the language to be sure that nothing changes. Files in folders of `js/` stay as they are.

use crate::interface::Interface;
use std::collections::BTreeMap;

/// What a document's page needs of scripts, in one file.
pub const READING: &str = "js/reading.js";

/// What marks the words searched for in a document, in one file; loaded where there are any.
pub const MARKS: &str = "js/marks.js";

/// What the page of search needs until it shows what it found, in one file.
pub const SEARCH: &str = "js/search.js";

/// What makes citations in a reader's style; loaded when somebody cites.
pub const CITING: &str = "js/citing.js";

/// Writes words of the interface.
const TEXTS: &str = "js/interface-texts.js";

/// Scripts of marks, as they build on each other.
const PARTS_OF_MARKS: [&str; 5] = [
    "js/search-words.js",
    "js/search-query.js",
    "js/search-places.js",
    "js/search-also.js",
    "js/search-marks.js",
];

/// Scripts of search, as they build on each other.
const PARTS_OF_SEARCH: [&str; 13] = [
    TEXTS,
    "js/search-words.js",
    "js/search-query.js",
    "js/search-places.js",
    "js/search-dates.js",
    "js/search-load.js",
    "js/search-elasticlunr.js",
    "js/search-engine.js",
    "js/search-also.js",
    "js/search-hits.js",
    "js/search-state.js",
    "js/search-facets.js",
    "js/search-page.js",
];

/// Scripts that search loads where they are wanted.
pub const LATER: [&str; 7] = [
    "js/search-around.js",
    "js/search-filters.js",
    "js/search-lines.js",
    "js/search-offers.js",
    "js/search-parts.js",
    "js/search-shards.js",
    "js/search-take.js",
];

/// Joins the scripts of reading (`reading.js`, then `reading-*.js` in order of their names), those of marks and those of search, each with
/// the words they say; makes all lighter. The other `search-*.js` are loaded where they are wanted, and bring the words that only
/// they say.
pub(super) fn join(assets: &mut BTreeMap<String, Vec<u8>>, interface: &Interface) {
    for (name, script) in assets.iter_mut() {
        if stem(name).is_some()
            && let Some(lighter) = bare(script)
        {
            *script = lighter.into_bytes();
        }
    }
    let of = |assets: &BTreeMap<String, Vec<u8>>, beginning: &str| -> Vec<String> {
        let is_of = |name: &&String| stem(name).is_some_and(|stem| stem.starts_with(beginning));
        assets.keys().filter(is_of).cloned().collect()
    };
    let reading: Vec<String> = [TEXTS, READING]
        .map(str::to_owned)
        .into_iter()
        .chain(of(assets, "reading-"))
        .collect();
    let search = PARTS_OF_SEARCH.map(str::to_owned);
    let marks = PARTS_OF_MARKS.map(str::to_owned);
    for name in LATER {
        let Some(script) = assets.get(name) else {
            continue;
        };
        let is_said = |text: &str| {
            let by = |name: &str| assets.get(name).is_some_and(|script| names(script, text));
            by(name) && !search.iter().any(|part| by(part))
        };
        let mut whole = interface.more_script(is_said);
        whole.extend(script);
        assets.insert(name.to_owned(), whole);
    }
    // Citing says its words with those of reading, and marks beside them.
    let citing = [CITING.to_owned()];
    let reading_says: Vec<String> = reading.iter().chain(&citing).cloned().collect();
    let marks_say: Vec<String> = reading_says.iter().chain(&marks).cloned().collect();
    let joined = [
        (READING, &reading[..], &reading_says[..]),
        (MARKS, &marks, &marks_say),
        (SEARCH, &search, &search),
    ]
    .map(|(name, parts, say)| (name, one_file(assets, parts, say, interface)));
    for part in reading.iter().chain(&marks).chain(&search) {
        assets.remove(part);
    }
    for (name, script) in joined {
        assets.extend(script.map(|script| (name.to_owned(), script)));
    }
}

/// Some scripts in one file, behind the words that these or others say: named there between quotation marks. `None` where the theme lacks
/// one.
fn one_file(
    assets: &BTreeMap<String, Vec<u8>>,
    parts: &[String],
    say: &[String],
    interface: &Interface,
) -> Option<Vec<u8>> {
    let saying: Vec<&Vec<u8>> = say.iter().filter_map(|name| assets.get(name)).collect();
    let mut joined = interface.script(|text| saying.iter().any(|script| names(script, text)));
    for part in parts {
        joined.extend(assets.get(part)?);
        // A script of the archive's own may end without a semicolon.
        if !joined.trim_ascii_end().ends_with(b";") {
            joined.extend(b";\n");
        }
    }
    Some(joined)
}

/// Whether a script says a text: names it between quotation marks.
fn names(script: &[u8], text: &str) -> bool {
    memchr::memmem::find(script, format!("\"{text}\"").as_bytes()).is_some()
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
    fn reading_marks_and_search_are_one_file_each_with_the_words_they_say() {
        let mut assets: BTreeMap<String, Vec<u8>> = PARTS_OF_SEARCH
            .into_iter()
            .chain(PARTS_OF_MARKS)
            .map(|name| (name.to_owned(), format!("  f({name:?});").into_bytes()))
            .collect();
        for (name, text) in [
            (READING, "// a\none(\"no-address\");"),
            (TEXTS, "texts();"),
            ("js/reading-keys.js", "two()"),
            (
                "js/search-offers.js",
                "  three(\"offer-question\", \"found\");",
            ),
            ("js/search-facets.js", "say(\"found\");"),
            ("js/vendor/reading-four.js", "  four();"),
            ("js/search-marks.js", "five(\"next\");"),
        ] {
            assets.insert(name.to_owned(), text.as_bytes().to_vec());
        }
        let config = crate::config::Config::default();
        let mut diagnostics = crate::diagnostic::Diagnostics::new();
        let english = Interface::new(&config, &BTreeMap::new(), &mut diagnostics);
        join(&mut assets, &english);
        let text = |name: &str| String::from_utf8(assets[name].clone()).unwrap();
        let reading = text(READING);
        assert!(reading.contains("\"no-address\":") && !reading.contains("\"found\""));
        assert!(
            reading.ends_with("texts();\none(\"no-address\");\ntwo()\n;\n"),
            "{reading}"
        );
        let marks = text(MARKS);
        assert!(marks.contains("\"no-address\":") && marks.contains("\"next\":"));
        assert!(marks.ends_with("f(\"js/search-also.js\");\nfive(\"next\");\n"));
        let search = text(SEARCH);
        assert!(search.contains("\"found\":") && !search.contains("\"no-address\""));
        assert!(!search.contains("\"offer-question\":"));
        let offers = text("js/search-offers.js");
        assert!(
            offers.starts_with(
                "Object.assign(window.memconSearch.interface.texts, {\"offer-question\":"
            ),
            "{offers}"
        );
        assert!(!offers.contains("\"found\":"));
        assert!(offers.ends_with(");\nthree(\"offer-question\", \"found\");\n"));
        assert!(search.contains("texts();\nf(\"js/search-words.js\");\n"));
        let left: Vec<&str> = assets.keys().map(String::as_str).collect();
        let expected = [
            MARKS,
            READING,
            "js/search-offers.js",
            SEARCH,
            "js/vendor/reading-four.js",
        ];
        assert_eq!(left, expected);
    }

    #[test]
    fn a_theme_without_a_script_has_none_that_needs_it() {
        let mut assets = BTreeMap::from([("js/search-page.js".to_owned(), b"f();".to_vec())]);
        let config = crate::config::Config::default();
        let mut diagnostics = crate::diagnostic::Diagnostics::new();
        let english = Interface::new(&config, &BTreeMap::new(), &mut diagnostics);
        join(&mut assets, &english);
        assert!(assets.is_empty());
    }
}
