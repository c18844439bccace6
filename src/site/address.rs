//! Addresses for machines: absolute where the archive has a base address, else paths inside the site.

use super::{DocumentEntry, Route, Site};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What a path may not hold as it is. Letters outside ASCII are encoded in any case.
const NOT_IN_PATHS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The path of a route, encoded as an address needs it.
pub fn path(site: &Site, route: &Route) -> String {
    encoded(&route.path(site))
}

/// A path, encoded likewise.
pub fn encoded(path: &str) -> String {
    utf8_percent_encode(path, NOT_IN_PATHS).to_string()
}

/// The absolute address of a route, if the archive has a base address.
pub fn absolute(site: &Site, route: &Route) -> Option<String> {
    let base = site.config.base_url.as_ref()?;
    Some(base.join(&path(site, route)))
}

/// The absolute address of a route, else its path inside the site.
pub fn of(site: &Site, route: &Route) -> String {
    absolute(site, route).unwrap_or_else(|| path(site, route))
}

/// The address of a turn.
pub fn of_turn(site: &Site, entry: &DocumentEntry, turn_index: usize) -> String {
    let page = of(site, &Route::Document(entry.id.clone()));
    format!("{page}#{}", entry.anchors.turn(turn_index))
}
