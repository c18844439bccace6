//! The style sheets of the theme → one file, so that a page asks for one, and a lighter one for the page of search, whose weight counts
//! most.
//!
//! The files of `css/` follow each other in order of their names, `tokens.css` first, since it names the order of the layers. The page of
//! search has only those it needs, and all that are not ours. Comments and indentation are left out; nothing else is changed.

use std::collections::BTreeMap;

/// The style sheet of all pages but that of search, among the static files.
pub const STYLES: &str = "css/site.css";

/// The style sheet of the page of search.
pub const STYLES_OF_SEARCH: &str = "css/search-page.css";

/// What the page of search does without.
const NOT_OF_SEARCH: [&str; 9] = [
    "comfort", "document", "lists", "pages", "paper", "score", "sides", "source", "turn",
];

/// Replaces the style sheets directly under `css/` with two.
pub(super) fn join(assets: &mut BTreeMap<String, Vec<u8>>) {
    const FIRST: &str = "css/tokens.css";
    let mut styles: Vec<(String, Vec<u8>)> = Vec::new();
    assets.retain(|name, css| {
        let is_style = stem(name).is_some();
        if is_style {
            styles.push((name.clone(), std::mem::take(css)));
        }
        !is_style
    });
    styles.sort_by_key(|(name, _)| name != FIRST);
    let of_search = |name: &str| stem(name).is_none_or(|stem| !NOT_OF_SEARCH.contains(&stem));
    for (name, css) in [
        (STYLES, one_file(&styles, |_| true)),
        (STYLES_OF_SEARCH, one_file(&styles, of_search)),
    ] {
        if !css.is_empty() {
            assets.insert(name.to_owned(), css);
        }
    }
}

/// The name of a style sheet directly under `css/`.
fn stem(name: &str) -> Option<&str> {
    let stem = name.strip_prefix("css/")?.strip_suffix(".css")?;
    (!stem.contains('/')).then_some(stem)
}

fn one_file(styles: &[(String, Vec<u8>)], is_wanted: impl Fn(&str) -> bool) -> Vec<u8> {
    let mut joined = Vec::new();
    for (_, css) in styles.iter().filter(|(name, _)| is_wanted(name)) {
        // A file that begins with a byte order mark would hide its first rule.
        push_bare(
            &mut joined,
            css.strip_prefix(b"\xef\xbb\xbf").unwrap_or(css),
        );
    }
    joined
}

/// Adds a style sheet without its comments and indentation. What stands between quotation marks is kept as it is.
fn push_bare(out: &mut Vec<u8>, css: &[u8]) {
    let mut at = 0;
    let mut quote = None;
    while let Some(&byte) = css.get(at) {
        at += 1;
        match (quote, byte) {
            (Some(open), _) => {
                out.push(byte);
                if byte == b'\\' {
                    out.extend(css.get(at));
                    at += 1;
                } else if byte == open || byte == b'\n' {
                    // A string ends with its line at the latest.
                    quote = None;
                }
            }
            (None, b'"' | b'\'') => {
                out.push(byte);
                quote = Some(byte);
            }
            (None, b'/') if css.get(at) == Some(&b'*') => {
                let rest = &css[at + 1..];
                let end = rest.windows(2).position(|two| two == b"*/");
                at = end.map_or(css.len(), |end| at + 1 + end + 2);
                // Two words with a comment between them stay two.
                push_blank(out, b' ');
            }
            (None, b'\n') => push_blank(out, b'\n'),
            (None, b' ' | b'\t' | b'\r') => push_blank(out, b' '),
            (None, _) => out.push(byte),
        }
    }
    push_blank(out, b'\n');
}

/// Adds white space, unless some stands there; a line's end takes the place of a blank.
fn push_blank(out: &mut Vec<u8>, blank: u8) {
    match out.last() {
        None | Some(b'\n') => {}
        Some(b' ') => {
            if blank == b'\n' {
                out.pop();
                out.push(blank);
            }
        }
        Some(_) => out.push(blank),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(css: &str) -> String {
        let mut out = Vec::new();
        push_bare(&mut out, css.as_bytes());
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn comments_and_indentation_go_and_strings_stay() {
        assert_eq!(
            bare("/* a */\n@layer x {\n  a/**/b {\n    content: \"/* b */  c\";\n  }\n}"),
            "@layer x {\na b {\ncontent: \"/* b */  c\";\n}\n}\n"
        );
        assert_eq!(
            bare("a { content: '\\'/*'; } /* never closed"),
            "a { content: '\\'/*'; }\n"
        );
    }

    #[test]
    fn tokens_come_first_other_files_stay_and_search_has_what_it_needs() {
        let mut assets: BTreeMap<String, Vec<u8>> = [
            ("css/base.css", "b{}"),
            ("css/tokens.css", "t{}"),
            ("css/turn.css", "u{}"),
            ("css/zz-own.css", "z{}"),
            ("css/parts/deep.css", "d{}"),
            ("icon.svg", "<svg/>"),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into();
        join(&mut assets);
        let names: Vec<&str> = assets.keys().map(String::as_str).collect();
        let expected = ["css/parts/deep.css", STYLES_OF_SEARCH, STYLES, "icon.svg"];
        assert_eq!(names, expected);
        assert_eq!(assets[STYLES], b"t{}\nb{}\nu{}\nz{}\n");
        assert_eq!(assets[STYLES_OF_SEARCH], b"t{}\nb{}\nz{}\n");
    }

    #[test]
    fn what_search_does_without_is_there() {
        for stem in NOT_OF_SEARCH {
            let path = format!("{}/static/css/{stem}.css", env!("CARGO_MANIFEST_DIR"));
            assert!(std::path::Path::new(&path).exists(), "{path}");
        }
    }
}
