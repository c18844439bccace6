//! `data/licence.txt`: what may be done with the archive's own texts, and with each document.

use crate::site::Site;
use std::collections::BTreeMap;

/// Said where nobody says it.
const NOT_STATED: &str = "not stated";

pub(in super::super) fn licence(site: &Site) -> String {
    let config = &site.config;
    let own = config.rights.as_deref().unwrap_or(NOT_STATED);
    let mut out = format!(
        "{}\n\nThe archive’s own texts\n{own}\n\nThe documents\n",
        config.title
    );
    let mut by_rights: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for entry in &site.documents {
        let rights = entry.record.rights.as_deref().unwrap_or(NOT_STATED);
        by_rights.entry(rights).or_default().push(entry.id.as_str());
    }
    for (rights, documents) in by_rights {
        out.push_str(&format!("{rights}\n"));
        for document in documents {
            out.push_str(&format!("- {document}\n"));
        }
    }
    out
}
