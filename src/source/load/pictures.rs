//! Which pictures in `content/` the records and `people.toml` name.

use crate::source::{DocumentSource, TextFile};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

/// What may name a picture: a record, or the people of `people.toml`. Whatever else is in them is read later, and mistakes are reported
/// then.
#[derive(Deserialize)]
struct Naming {
    image: Option<String>,
    #[serde(default)]
    person: Vec<NamingPerson>,
}

#[derive(Deserialize)]
struct NamingPerson {
    portrait: Option<String>,
}

/// Pictures that browsers show, by the ends of their names. Nothing else is published because a record names it.
const KINDS: [&str; 6] = ["png", "jpg", "jpeg", "webp", "avif", "gif"];

/// Their paths inside `content/`. Whether they are there is for others to find out.
pub(super) fn named(documents: &[DocumentSource], people: Option<&TextFile>) -> BTreeSet<PathBuf> {
    let records = documents.iter().filter_map(|d| d.record.as_ref());
    let mut pictures = BTreeSet::new();
    for file in records.chain(people) {
        let keys = ["image", "portrait"];
        if !keys.iter().any(|key| file.text.contains(key)) {
            continue;
        }
        let Ok(naming) = toml::from_str::<Naming>(&file.text) else {
            continue;
        };
        let folder = Path::new(&file.path).parent().unwrap_or(Path::new(""));
        let folder = folder.strip_prefix("content").unwrap_or(folder);
        let portraits = naming.person.into_iter().filter_map(|one| one.portrait);
        let names = naming.image.into_iter().chain(portraits);
        pictures.extend(names.map(|name| folder.join(name)).filter(|path| {
            let mut parts = path.components();
            let is_inside = parts.all(|part| matches!(part, Component::Normal(_)));
            let extension = path.extension().and_then(|e| e.to_str());
            let extension = extension.map(str::to_ascii_lowercase);
            is_inside && extension.is_some_and(|e| KINDS.contains(&e.as_str()))
        }));
    }
    pictures
}
