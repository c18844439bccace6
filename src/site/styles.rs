//! The style sheets of the theme → one file, so that a page asks for one.
//!
//! The files of `css/` follow each other in order of their names, `tokens.css` first, since it names the order of the layers. Comments
//! and indentation are left out; nothing else is changed.

use std::collections::BTreeMap;

/// The one style sheet of the site, among the static files.
pub const STYLES: &str = "css/site.css";

/// Replaces the style sheets directly under `css/` with one.
pub(super) fn join(assets: &mut BTreeMap<String, Vec<u8>>) {
    const FIRST: &str = "css/tokens.css";
    let is_style = |name: &str| {
        name.strip_prefix("css/")
            .and_then(|file| file.strip_suffix(".css"))
            .is_some_and(|stem| !stem.contains('/'))
    };
    let mut names: Vec<String> = assets
        .keys()
        .filter(|name| is_style(name))
        .cloned()
        .collect();
    names.sort_by_key(|name| name != FIRST);
    let mut joined = Vec::new();
    for name in names {
        if let Some(css) = assets.remove(&name) {
            // A file that begins with a byte order mark would hide its first rule.
            push_bare(
                &mut joined,
                css.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&css),
            );
        }
    }
    if !joined.is_empty() {
        assets.insert(STYLES.to_owned(), joined);
    }
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
    fn tokens_come_first_and_other_files_stay() {
        let mut assets: BTreeMap<String, Vec<u8>> = [
            ("css/base.css", "b{}"),
            ("css/tokens.css", "t{}"),
            ("css/parts/deep.css", "d{}"),
            ("icon.svg", "<svg/>"),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into();
        join(&mut assets);
        let names: Vec<&str> = assets.keys().map(String::as_str).collect();
        assert_eq!(names, ["css/parts/deep.css", "css/site.css", "icon.svg"]);
        assert_eq!(assets[STYLES], b"t{}\nb{}\n");
    }
}
