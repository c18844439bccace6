//! The tables of the editors.

use super::super::{Table, Tables, TextFile, decode};
use super::guard::Guard;
use super::{LoadError, relative, unreadable};
use std::fs;

/// The tables of the editors, in whatever encoding a spreadsheet saved them.
pub(super) fn all(guard: &Guard<'_>) -> Result<Tables, LoadError> {
    let table = |name: &str| {
        let Some(path) = guard.file(name)? else {
            return Ok(None);
        };
        let bytes = fs::read(&path).map_err(|source| unreadable(&path, source))?;
        let (text, encoding) = decode(&bytes);
        let path = relative(guard.root, &path);
        let file = TextFile { path, text };
        Ok(Some(Table { file, encoding }))
    };
    Ok(Tables {
        documents: table("content/documents.csv")?,
        people: table("content/people.csv")?,
        glossary: table("content/glossary.csv")?,
        corrections: table("content/corrections.csv")?,
    })
}
