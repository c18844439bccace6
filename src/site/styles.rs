//! The style sheets of the theme → two files: what every page needs, and what all need but that of search, whose weight counts most.
//!
//! The files of `css/` follow each other in order of their names, `tokens.css` first, since it names the order of the layers. One that is
//! not ours stands at the end of both, so that an archive has the last word everywhere. Comments and indentation are left out; nothing
//! else is changed.

use std::collections::BTreeMap;

/// The style sheet of every page, among the static files.
pub const STYLES: &str = "css/site.css";

/// The style sheet of pages with text, lists and drawings, beside it.
pub const STYLES_OF_TEXT: &str = "css/text.css";

/// What is for text, lists and drawings only.
const OF_TEXT: [&str; 8] = [
    "comfort", "document", "lists", "pages", "paper", "score", "source", "turn",
];

/// What is for every page, apart from `tokens.css`, which comes first.
const OF_ALL: [&str; 5] = ["base", "frame", "print", "search", "speakers"];

/// Replaces the style sheets directly under `css/` with two.
pub(super) fn join(assets: &mut BTreeMap<String, Vec<u8>>) {
    let stem = |name: &str| -> Option<String> {
        let file = name.strip_prefix("css/")?.strip_suffix(".css")?;
        (!file.contains('/')).then(|| file.to_owned())
    };
    let own: Vec<String> = assets.keys().filter_map(|name| stem(name)).collect();
    let own: Vec<String> = own
        .into_iter()
        .filter(|stem| {
            let stem = stem.as_str();
            stem != "tokens" && !OF_TEXT.contains(&stem) && !OF_ALL.contains(&stem)
        })
        .collect();
    let own = || own.iter().map(String::as_str);
    let of_all: Vec<&str> = ["tokens"].into_iter().chain(OF_ALL).chain(own()).collect();
    let of_text: Vec<&str> = OF_TEXT.into_iter().chain(own()).collect();
    let joined = [(STYLES, of_all), (STYLES_OF_TEXT, of_text)]
        .map(|(name, stems)| (name, one_file(assets, &stems)));
    assets.retain(|name, _| stem(name).is_none());
    for (name, css) in joined {
        if !css.is_empty() {
            assets.insert(name.to_owned(), css);
        }
    }
}

fn one_file(assets: &BTreeMap<String, Vec<u8>>, stems: &[&str]) -> Vec<u8> {
    let mut joined = Vec::new();
    for stem in stems {
        if let Some(css) = assets.get(&format!("css/{stem}.css")) {
            // A file that begins with a byte order mark would hide its first rule.
            push_bare(
                &mut joined,
                css.strip_prefix(b"\xef\xbb\xbf").unwrap_or(css),
            );
        }
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
    fn tokens_come_first_text_has_a_file_of_its_own_and_an_archive_the_last_word() {
        let mut assets: BTreeMap<String, Vec<u8>> = [
            ("css/base.css", "b{}"),
            ("css/tokens.css", "t{}"),
            ("css/turn.css", "u{}"),
            ("css/a.css", "a{}"),
            ("css/parts/deep.css", "d{}"),
            ("icon.svg", "<svg/>"),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into();
        join(&mut assets);
        let names: Vec<&str> = assets.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            ["css/parts/deep.css", STYLES, STYLES_OF_TEXT, "icon.svg"]
        );
        assert_eq!(assets[STYLES], b"t{}\nb{}\na{}\n");
        assert_eq!(assets[STYLES_OF_TEXT], b"u{}\na{}\n");
    }

    #[test]
    fn every_style_sheet_of_ours_has_its_place() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/static/css");
        let mut ours: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        ours.sort();
        let mut known: Vec<String> = OF_TEXT
            .into_iter()
            .chain(OF_ALL)
            .chain(["tokens"])
            .map(|stem| format!("{stem}.css"))
            .collect();
        known.sort();
        assert_eq!(ours, known);
    }
}
