//! The menu that `site.toml` names, with where each of its items leads.

use super::{Page, Route, route::page_name};
use crate::config::{MenuItem, MenuTarget};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};

/// An item of the menu.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MenuEntry {
    /// What it is called.
    pub title: String,
    /// Where it leads.
    pub to: MenuTo,
}

/// Where an item of the menu leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MenuTo {
    /// A page of the site.
    Page(Route),
    /// Somewhere else.
    Url(String),
}

/// The pages that every site has, as a menu names them.
const OURS: [(&str, Route); 5] = [
    ("home", Route::Home),
    ("timeline", Route::Timeline),
    ("people", Route::People),
    ("search", Route::Search),
    ("data", Route::Data),
];

/// The menu; a page that does not exist is reported.
pub(super) fn read(
    items: &[MenuItem],
    pages: &[Page],
    diagnostics: &mut Diagnostics,
) -> Vec<MenuEntry> {
    let names: Vec<String> = pages.iter().map(|page| page_name(page.path())).collect();
    let mut menu = Vec::new();
    for item in items {
        let to = match &item.target {
            MenuTarget::Url(url) => MenuTo::Url(url.clone()),
            MenuTarget::Page(wanted) => {
                let name = wanted.strip_suffix(".html").unwrap_or(wanted);
                let name = name.strip_suffix(".md").unwrap_or(name);
                let own = names
                    .iter()
                    .position(|own| *own == crate::source::slug(name));
                let ours = OURS.iter().find(|(ours, _)| *ours == name);
                match (own, ours) {
                    (Some(index), _) => MenuTo::Page(Route::Page(index)),
                    (None, Some((_, route))) => MenuTo::Page(route.clone()),
                    (None, None) => {
                        let known = || OURS.iter().map(|(name, _)| *name);
                        let known = known().chain(names.iter().map(String::as_str));
                        let help = match nearest(name, known.clone()) {
                            Some(near) => format!("the nearest is page = \"{near}\""),
                            None => format!(
                                "name one of these: {}",
                                known.collect::<Vec<_>>().join(", ")
                            ),
                        };
                        let message = format!("there is no page “{wanted}” for the menu");
                        let place = item.place.clone();
                        diagnostics.push(Diagnostic::new(Code::BadValue, place, message, help));
                        continue;
                    }
                }
            }
        };
        menu.push(MenuEntry {
            title: item.title.clone(),
            to,
        });
    }
    menu
}
