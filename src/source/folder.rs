//! A folder of `content/documents` that holds the records of one conversation, and `record.toml`, which says what they share.

use super::{DocumentId, Sources, TextFile, slug};

/// A folder with the records of one conversation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Folder {
    /// Path inside the archive: `content/documents/malta-1989`.
    pub path: String,
    /// What its records share: its `record.toml`.
    pub record: TextFile,
}

impl Folder {
    /// Its name in addresses: that of its conversation, unless its record says another.
    pub fn name(&self) -> String {
        slug(
            self.path
                .rsplit_once('/')
                .map_or(&*self.path, |(_, name)| name),
        )
    }

    /// The name in addresses of a document in it: the folder's before its own, so that two folders may both have `french.txt`.
    pub fn id(&self, path: &str) -> DocumentId {
        let own = DocumentId::of_path(path);
        let name = self.name();
        let is_behind = |own: &str| {
            own.strip_prefix(&name)
                .is_some_and(|rest| rest.starts_with('-'))
        };
        if own.as_str() == name || is_behind(own.as_str()) {
            return own;
        }
        DocumentId::from_stem(&format!("{name}-{own}"))
    }

    /// Whether a file stands in it.
    pub fn holds(&self, path: &str) -> bool {
        path.rsplit_once('/')
            .is_some_and(|(folder, _)| folder == self.path)
    }
}

impl Sources {
    /// The name in addresses of the document in a file.
    pub fn id_of(&self, path: &str) -> DocumentId {
        let folder = self.folders.iter().find(|folder| folder.holds(path));
        folder.map_or_else(|| DocumentId::of_path(path), |folder| folder.id(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_folder_stands_before_that_of_the_file() {
        let folder = |name: &str| Folder {
            path: format!("content/documents/{name}"),
            record: TextFile {
                path: format!("content/documents/{name}/record.toml"),
                text: String::new(),
            },
        };
        let id = |name: &str, file: &str| folder(name).id(file).to_string();
        assert_eq!(id("e", "english.txt"), "e-english");
        assert_eq!(id("en", "english.txt"), "en-english");
        assert_eq!(id("malta", "malta-fr.txt"), "malta-fr");
        assert_eq!(id("malta", "malta.txt"), "malta");
    }
}
