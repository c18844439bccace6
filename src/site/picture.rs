//! The pictures that records, the authority file and the archive's own static files give, with their size.

use super::{ExportFile, Route, Site, address};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, nearest};
use std::collections::BTreeMap;

/// The picture shown where a page is shared, among the static files.
pub(super) const CARD: &str = "card.png";
/// The size of the one that memcon draws: what the places where pages are shared show in full.
const CARD_SIZE: (u32, u32) = (1200, 630);

/// How the names of pictures in `content/` begin, seen from `static/`.
const IN_CONTENT: &str = "../content/";

/// A picture among the static files.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Picture {
    /// Where it stands.
    pub route: Route,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

impl Picture {
    /// Its address, if the archive has one.
    pub fn address(&self, site: &Site) -> Option<String> {
        address::absolute(site, &self.route)
    }
}

impl Site {
    /// Looks up the pictures that are named, and reports those that are missing or no pictures.
    pub(super) fn gather_pictures(&mut self, diagnostics: &mut Diagnostics) {
        self.gather_portraits(diagnostics);
        self.gather_images(diagnostics);
        // What nothing published shows is not in the site: a portrait of nobody, the picture of a document that is withheld.
        let published = self.portraits.values().chain(self.images.values());
        for picture in published {
            if let Route::Asset(name) = &picture.route
                && let Some(bytes) = self.assets.get(&format!("{IN_CONTENT}{name}"))
            {
                let bytes = bytes.clone();
                self.assets.entry(name.clone()).or_insert(bytes);
            }
        }
        self.assets.retain(|name, _| !name.starts_with(IN_CONTENT));
        self.card = match self.assets.get(CARD) {
            Some(own) => {
                let place = Place::file(&format!("static/{CARD}"));
                read(CARD, own, &place, diagnostics)
            }
            None => Some(Picture {
                route: Route::Export(ExportFile::Card),
                width: CARD_SIZE.0,
                height: CARD_SIZE.1,
            }),
        };
    }

    fn gather_portraits(&mut self, diagnostics: &mut Diagnostics) {
        let mut portraits = BTreeMap::new();
        for person in self.people.values() {
            let known = person.authority.as_ref();
            let Some((name, place)) = known.and_then(|known| known.portrait.as_ref()) else {
                continue;
            };
            let inside = format!("{IN_CONTENT}{name}");
            let found = find(&self.assets, &[name.clone(), inside], place, diagnostics);
            portraits.extend(found.map(|picture| (person.id.clone(), picture)));
        }
        self.portraits = portraits;
    }

    fn gather_images(&mut self, diagnostics: &mut Diagnostics) {
        let mut images = BTreeMap::new();
        for document in &self.documents {
            let Some((name, place)) = &document.record.image else {
                continue;
            };
            let beside = match document.record.path.rsplit_once('/') {
                Some((folder, _)) => format!("{folder}/{name}"),
                None => name.clone(),
            };
            let names = [name.clone(), format!("../{beside}")];
            let found = find(&self.assets, &names, place, diagnostics);
            images.extend(found.map(|picture| (document.id.clone(), picture)));
        }
        self.images = images;
    }
}

/// The first of these that is there.
fn find(
    assets: &BTreeMap<String, Vec<u8>>,
    names: &[String],
    place: &Place,
    diagnostics: &mut Diagnostics,
) -> Option<Picture> {
    // A single text is read without the theme's files, and without pictures.
    if assets.is_empty() {
        return None;
    }
    let found = names.iter().find_map(|name| assets.get_key_value(name));
    if let Some((name, bytes)) = found {
        return read(name, bytes, place, diagnostics);
    }
    let name = &names[0];
    let message = format!("there is no picture {name}");
    let help = match nearest(
        name,
        assets
            .keys()
            .map(|key| key.strip_prefix(IN_CONTENT).unwrap_or(key)),
    ) {
        Some(near) => format!("the nearest is \"{near}\""),
        None => format!("put the file into the folder static as {name}"),
    };
    diagnostics.push(Diagnostic::new(
        Code::BadValue,
        place.clone(),
        message,
        help,
    ));
    None
}

fn read(name: &str, bytes: &[u8], place: &Place, diagnostics: &mut Diagnostics) -> Option<Picture> {
    let pixels = |n: usize| u32::try_from(n).ok().filter(|n| *n > 0);
    let size = imagesize::blob_size(bytes).ok();
    let size = size.and_then(|size| Some((pixels(size.width)?, pixels(size.height)?)));
    let Some((width, height)) = size else {
        let message = format!("{name} is no picture that browsers show");
        let help = "save it as PNG, JPEG, WebP, AVIF or GIF";
        diagnostics.push(Diagnostic::new(
            Code::BadValue,
            place.clone(),
            message,
            help,
        ));
        return None;
    };
    let name = name.strip_prefix(IN_CONTENT).unwrap_or(name);
    Some(Picture {
        route: Route::Asset(name.to_owned()),
        width,
        height,
    })
}
