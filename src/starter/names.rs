//! The name of a file in somebody's folder → its name in the archive, which is the document's address.

use crate::source::{DocumentId, Format, is_reserved, slug};
use std::collections::BTreeSet;

/// Bytes of a name; `.source.html` and the like are added to it, and systems allow 255.
const LONGEST: usize = 120;

/// The longest extension that is taken for one.
const LONGEST_EXTENSION: usize = 5;

/// A file that could not keep its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Renamed {
    /// Its path in the folder.
    pub from: String,
    /// Its path in the archive.
    pub to: String,
    /// Why.
    pub reason: &'static str,
}

/// A name in the archive.
pub(super) struct Name {
    pub(super) id: DocumentId,
    pub(super) path: String,
    pub(super) renamed: Option<Renamed>,
}

/// The names given so far.
#[derive(Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// The name of a file. A change of letters only, as from `My talk.TXT` to `my-talk.txt`, needs no reason.
    pub(super) fn of(&mut self, from: &str, format: Format) -> Name {
        let (folders, file) = from.rsplit_once('/').unwrap_or(("", from));
        let (stem, extension) = cut(file, format);
        let plain = slug(stem);
        let mut reason = None;
        let mut name = plain.clone();
        if name.len() > LONGEST {
            name = shortened(&name);
            reason = Some("its name is too long for an address");
        }
        if is_reserved(&name) {
            name = format!("document-{name}");
            reason = Some("Windows keeps this name for itself");
        }
        if self.taken.contains(&name) {
            reason = Some("another file would have the same address");
            name = self.free(&name, folders, &extension);
        }
        self.taken.insert(name.clone());
        let dot = if extension.is_empty() { "" } else { "." };
        let path = format!("content/documents/{name}{dot}{extension}");
        let renamed = reason.map(|reason| Renamed {
            from: from.to_owned(),
            to: path.clone(),
            reason,
        });
        Name {
            id: DocumentId::from_stem(&name),
            path,
            renamed,
        }
    }

    /// A name that nobody has: with the folder before it, the extension after it, or a number.
    fn free(&self, name: &str, folders: &str, extension: &str) -> String {
        let folder = folders.rsplit('/').next().unwrap_or("");
        let mut tried = Vec::new();
        if !folder.is_empty() {
            tried.push(shortened(&format!("{}-{name}", slug(folder))));
        }
        if !extension.is_empty() {
            tried.push(format!("{name}-{extension}"));
        }
        let numbered = (2..).map(|n| format!("{name}-{n}"));
        tried
            .into_iter()
            .chain(numbered)
            .find(|name| !self.taken.contains(name))
            .expect("numbers do not end")
    }
}

/// A file's name without extension, and the extension. What stands after a dot in `3. Meeting` is none.
fn cut(file: &str, format: Format) -> (&str, String) {
    let is_extension = |text: &str| {
        (1..=LONGEST_EXTENSION).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_alphanumeric())
            && text.bytes().any(|b| b.is_ascii_alphabetic())
    };
    match file.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && is_extension(extension) => {
            (stem, extension.to_ascii_lowercase())
        }
        _ if format == Format::Text => (file, "txt".to_owned()),
        _ => (file, String::new()),
    }
}

/// As many whole words of a name as there is room for.
fn shortened(name: &str) -> String {
    if name.len() <= LONGEST {
        return name.to_owned();
    }
    let end = name.floor_char_boundary(LONGEST);
    let head = &name[..end];
    let words = head.rsplit_once('-').map_or(head, |(words, _)| words);
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(files: &[&str]) -> Vec<String> {
        let mut names = Names::default();
        files
            .iter()
            .map(|file| {
                let name = names.of(file, Format::Text);
                let why = name.renamed.map_or("", |renamed| renamed.reason);
                let path = name
                    .path
                    .trim_start_matches("content/documents/")
                    .to_owned();
                assert_eq!(
                    DocumentId::from_stem(path.rsplit_once('.').unwrap().0),
                    name.id,
                    "{file}"
                );
                format!("{path} {why}").trim().to_owned()
            })
            .collect()
    }

    #[test]
    fn names_are_safe_in_addresses_and_each_is_given_once() {
        assert_eq!(
            named(&[
                "Élysée, 25 mai (final).TXT",
                "a/talk.txt",
                "b/talk.txt",
                "b/talk.md",
                "b/Talk.md",
                "con.txt",
                "3. Meeting",
                "Беседа.docx",
            ]),
            [
                "elysee-25-mai-final.txt",
                "talk.txt",
                "b-talk.txt another file would have the same address",
                "talk-md.md another file would have the same address",
                "talk-2.md another file would have the same address",
                "document-con.txt Windows keeps this name for itself",
                "3-meeting.txt",
                "беседа.docx",
            ]
        );
    }

    #[test]
    fn long_names_end_with_a_whole_word() {
        let long = format!("{}.txt", "wörter ".repeat(40));
        let found = named(&[&long]);
        assert!(found[0].starts_with("worter-worter-"), "{found:?}");
        assert!(
            found[0].contains("worter.txt its name is too long"),
            "{found:?}"
        );
    }
}
