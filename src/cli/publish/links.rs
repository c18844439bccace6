//! The links of a page that lead nowhere in the site.

use crate::site::Route;
use std::collections::BTreeMap;

/// The first address on a page that names a file the site does not have; empty where there is none.
pub(super) fn of(page: &str, html: &str, files: &BTreeMap<&str, &Route>) -> String {
    for name in [" href=\"", " src=\""] {
        for (at, _) in html.match_indices(name) {
            let rest = &html[at + name.len()..];
            let Some(address) = rest.split('"').next() else {
                continue;
            };
            if !leads_somewhere(page, address, files) {
                return address.to_owned();
            }
        }
    }
    String::new()
}

fn leads_somewhere(page: &str, address: &str, files: &BTreeMap<&str, &Route>) -> bool {
    let path = address.split(['#', '?']).next().unwrap_or("");
    let has_scheme = path
        .split_once(':')
        .is_some_and(|(scheme, _)| scheme.bytes().all(|b| b.is_ascii_alphanumeric()));
    if path.is_empty() || has_scheme || path.starts_with("//") {
        return true;
    }
    let path = path.replace("&amp;", "&").replace("&#x27;", "'");
    let path = percent_encoding::percent_decode_str(&path).decode_utf8_lossy();
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                if parts.pop().is_none() {
                    return false;
                }
            }
            part => parts.push(part),
        }
    }
    files.contains_key(parts.join("/").as_str())
}
