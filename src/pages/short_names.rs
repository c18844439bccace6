//! Documents by short names, for indexes: the date, and a number where several have the same.

use super::rows;
use crate::interface::Interface;
use crate::site::Site;
use std::collections::HashMap;

/// The short name of every document.
pub(super) struct ShortNames(Vec<String>);

impl ShortNames {
    /// Names all documents once.
    pub(super) fn new(site: &Site) -> ShortNames {
        let mut names: Vec<String> = site
            .documents
            .iter()
            .map(|document| {
                rows::dates(&site.interface, document, Interface::date_short)
                    .unwrap_or_else(|| document.facts.title.clone())
            })
            .collect();
        let mut same: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, name) in names.iter().enumerate() {
            same.entry(name.clone()).or_default().push(index);
        }
        for (name, indexes) in same.iter().filter(|(_, indexes)| indexes.len() > 1) {
            for (at, index) in indexes.iter().enumerate() {
                names[*index] = format!("{name} ({})", at + 1);
            }
        }
        ShortNames(names)
    }

    /// The name of a document, by its position.
    pub(super) fn of(&self, document: usize) -> String {
        self.0[document].clone()
    }
}
