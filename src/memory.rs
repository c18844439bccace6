//! What was read of an archive → what need not be read again, for `serve`, which reads it after every change.
//!
//! Nothing is taken over by its name or its time: a document is, where its source, its record, the rows of tables about it and all that is
//! known of people are equal to what they were. What depends on other documents is made anew each time.

use crate::anchor;
use crate::authority::Authority;
use crate::diagnostic::Diagnostics;
use crate::record::Sheets;
use crate::site::Draft;
use crate::source::{DocumentId, DocumentSource};
use std::collections::HashMap;

/// What was read before; by default nothing.
#[derive(Default, Debug)]
pub struct Memory {
    authority: Authority,
    sheets: Sheets,
    documents: HashMap<DocumentId, Remembered>,
    /// The anchors that were given before.
    pub anchors: anchor::Memory,
}

/// A document, and what was found in it.
#[derive(Debug)]
struct Remembered {
    file: DocumentSource,
    draft: Draft,
    found: Diagnostics,
}

impl Memory {
    /// Whether the same is known of people. Else every document may read differently.
    pub fn knows(&self, authority: &Authority) -> bool {
        self.authority == *authority
    }

    /// What was found in a document, if it and what the tables say of it are as they were.
    pub fn of(&self, file: &DocumentSource, sheets: &Sheets) -> Option<(Draft, Diagnostics)> {
        let known = self.documents.get(&file.id)?;
        let is_same = known.file == *file && self.sheets.say_the_same(sheets, &file.id);
        is_same.then(|| (known.draft.clone(), known.found.clone()))
    }

    /// Keeps what was found in the documents of an archive, and forgets what is not among them.
    pub fn keep<'a>(
        &mut self,
        found: impl Iterator<Item = (&'a DocumentSource, Draft, Diagnostics)>,
        sheets: Sheets,
        authority: Authority,
    ) {
        let remembered = |(file, draft, found): (&DocumentSource, Draft, Diagnostics)| {
            let file = file.clone();
            (file.id.clone(), Remembered { file, draft, found })
        };
        self.documents = found.map(remembered).collect();
        self.sheets = sheets;
        self.authority = authority;
    }
}
