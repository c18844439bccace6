//! A small archive to try things out in. Its people and talks are invented.

use super::{Beginning, common};
use std::collections::BTreeMap;

/// The files of the example, by path, but for those every archive has.
const FILES: [(&str, &str); 9] = [
    (
        "content/documents/1990-05-25-harbor-strike.txt",
        include_str!("sample/1990-05-25-harbor-strike.txt"),
    ),
    (
        "content/documents/1990-05-25-harbor-strike.toml",
        include_str!("sample/1990-05-25-harbor-strike.toml"),
    ),
    (
        "content/documents/1990-06-02-radio-talk.vtt",
        include_str!("sample/1990-06-02-radio-talk.vtt"),
    ),
    (
        "content/documents/1991-03-10-interview-ida-lund.csv",
        include_str!("sample/1991-03-10-interview-ida-lund.csv"),
    ),
    (
        "content/documents.csv",
        include_str!("sample/documents.csv"),
    ),
    ("content/people.toml", include_str!("sample/people.toml")),
    (
        "content/glossary.toml",
        include_str!("sample/glossary.toml"),
    ),
    ("content/pages/about.md", include_str!("sample/about.md")),
    (
        "content/pages/two-voices.md",
        include_str!("sample/two-voices.md"),
    ),
];

/// The files of the example, by path.
pub fn sample(beginning: &Beginning) -> BTreeMap<String, Vec<u8>> {
    let mut files = common(beginning);
    for (path, text) in FILES {
        files.insert(path.to_owned(), text.as_bytes().to_vec());
    }
    files
}
