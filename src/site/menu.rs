//! The menu that `site.toml` names, with where each of its items leads.

use super::{Route, Site, route::page_name};
use crate::config::MenuTarget;
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

/// The pages of the site that are no page of the archive's own, as a menu names them.
fn ours(site: &Site) -> Vec<(&'static str, Route)> {
    let mut ours = vec![
        ("home", Route::Home),
        ("timeline", Route::Timeline),
        ("people", Route::People),
        ("search", Route::Search),
        ("data", Route::Data),
        ("tested", Route::Tested),
    ];
    let has = site.index_routes();
    let where_built = [
        ("places", Route::Places, has.contains(&Route::Places)),
        ("glossary", Route::Glossary, has.contains(&Route::Glossary)),
        ("kinds", Route::Kinds, has.contains(&Route::Kinds)),
        ("subjects", Route::Subjects, has.contains(&Route::Subjects)),
        ("changes", Route::Changes, site.has_changes()),
    ];
    let built = where_built.into_iter().filter(|(_, _, is_built)| *is_built);
    ours.extend(built.map(|(name, route, _)| (name, route)));
    ours
}

/// The menu, once it is known which pages the site has; a page that does not exist is reported.
pub(super) fn read(site: &Site, diagnostics: &mut Diagnostics) -> Vec<MenuEntry> {
    let ours = ours(site);
    let names: Vec<String> = site
        .pages
        .iter()
        .map(|page| page_name(page.path()))
        .collect();
    let mut menu = Vec::new();
    for item in &site.config.menu {
        let to = match &item.target {
            MenuTarget::Url(url) => MenuTo::Url(url.clone()),
            MenuTarget::Page(wanted) => {
                let name = wanted.strip_suffix(".html").unwrap_or(wanted);
                let name = name.strip_suffix(".md").unwrap_or(name);
                let own = names
                    .iter()
                    .position(|own| *own == crate::source::address(name));
                let built = ours.iter().find(|(built, _)| *built == name);
                match (own, built) {
                    (Some(index), _) => MenuTo::Page(Route::Page(index)),
                    (None, Some((_, route))) => MenuTo::Page(route.clone()),
                    (None, None) => {
                        let known = || ours.iter().map(|(name, _)| *name);
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
