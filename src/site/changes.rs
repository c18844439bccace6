//! What was added to the archive and changed in it, as the records say.

use super::Site;
use crate::date::Edtf;

/// Something added or changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// When.
    pub date: Edtf,
    /// Position of the document in [`Site::documents`].
    pub document: usize,
    /// What was changed, in the editors' words; `None` where the document was added.
    pub text: Option<String>,
}

impl Site {
    /// Gathers what the records date, latest first; of one day's, in the order of the documents.
    pub(super) fn gather_changes(&mut self) {
        let mut changes: Vec<Change> = Vec::new();
        for (index, document) in self.documents.iter().enumerate() {
            let mut add = |date: &str, text: Option<&String>| {
                changes.extend(Edtf::parse(date).map(|date| Change {
                    date,
                    document: index,
                    text: text.cloned(),
                }));
            };
            if let Some(date) = &document.record.added {
                add(date, None);
            }
            for change in &document.record.changes {
                add(&change.date, Some(&change.text));
            }
        }
        changes.sort_by(|a, b| b.date.cmp(&a.date));
        self.changes = changes;
    }
}
