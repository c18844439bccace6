//! The theme: what is embedded in the program, and what the archive puts in its place.

use super::guard::{Guard, Listed};
use super::{LoadError, relative, text_file, unreadable};
use crate::source::TextFile;
use rust_embed::RustEmbed;
use std::collections::BTreeMap;
use std::fs;

/// The default theme's templates.
#[derive(RustEmbed)]
#[folder = "templates/"]
struct DefaultTemplates;

/// The default theme's style sheets and scripts.
#[derive(RustEmbed)]
#[folder = "static/"]
struct DefaultAssets;

/// The templates by name.
pub(super) fn templates(
    guard: &Guard<'_>,
    others: &mut Listed,
) -> Result<BTreeMap<String, TextFile>, LoadError> {
    let mut templates = BTreeMap::new();
    for name in DefaultTemplates::iter() {
        let Some(file) = DefaultTemplates::get(&name) else {
            continue;
        };
        let text = String::from_utf8_lossy(&file.data).into_owned();
        templates.insert(
            name.to_string(),
            TextFile {
                path: format!("templates/{name}"),
                text,
            },
        );
    }
    let folder = guard.root.join("templates");
    for path in others.take_in(guard, "templates")? {
        templates.insert(relative(&folder, &path), text_file(guard.root, &path)?);
    }
    Ok(templates)
}

/// The static files by name.
pub(super) fn assets(
    guard: &Guard<'_>,
    others: &mut Listed,
) -> Result<BTreeMap<String, Vec<u8>>, LoadError> {
    let mut assets = BTreeMap::new();
    for name in DefaultAssets::iter() {
        let Some(file) = DefaultAssets::get(&name) else {
            continue;
        };
        assets.insert(name.to_string(), file.data.into_owned());
    }
    let folder = guard.root.join("static");
    for path in others.take_in(guard, "static")? {
        assets.insert(
            relative(&folder, &path),
            fs::read(&path).map_err(|source| unreadable(&path, source))?,
        );
    }
    Ok(assets)
}
