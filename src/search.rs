//! `&Site` and one route → one file of the search.

use crate::site::{Route, Site};

/// The bytes of a search file.
pub fn render(_site: &Site, _route: &Route) -> Vec<u8> {
    Vec::new()
}
