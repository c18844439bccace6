//! What every page shares: head, masthead, foot.

use super::links::Links;
use crate::interface::Interface;
use crate::language;
use crate::site::{ExportFile, MenuTo, Route, STYLES, STYLES_OF_SEARCH, Site, address};
use serde::Serialize;

/// The policy every page states: nothing from other hosts, nothing inline. Not `frame-ancestors`, which a `meta` may not set. No page
/// connects to anything (`connect-src`) but, while it is served, to hear of changes; tools that judge a page ask for `robots.txt` under
/// its policy, and without leave say that it is damaged.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; \
     font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

/// Everything `templates/base.html` and its parts may use.
#[derive(Serialize)]
pub(super) struct Frame {
    /// Content security policy.
    pub(super) policy: &'static str,
    /// Language of the pages.
    pub(super) language: String,
    /// `rtl` where the pages run from right to left.
    pub(super) direction: Option<&'static str>,
    /// Language of citations, which have one form for everybody, where it is not that of the pages.
    pub(super) citation_language: Option<&'static str>,
    /// Title of the archive.
    pub(super) site_title: String,
    /// A line beside it.
    pub(super) site_subtitle: Option<String>,
    /// Title of the browser's window.
    pub(super) page_title: String,
    /// Title for those who share the page.
    pub(super) title: String,
    /// A sentence or two for search engines.
    pub(super) description: Option<String>,
    /// The page's published address, if the archive has one.
    pub(super) canonical: Option<String>,
    /// `website` or `article`.
    pub(super) og_type: &'static str,
    /// The picture shown where the page is shared; nothing in an archive without an address.
    pub(super) image: Option<ShareImage>,
    /// Further `meta` elements: Dublin Core and Highwire.
    pub(super) meta: Vec<Meta>,
    /// The page's subject for machines: JSON-LD.
    pub(super) data_html: Option<super::html::Html>,
    /// Other forms of the page's content.
    pub(super) alternates: Vec<Alternate>,
    /// Style sheets.
    pub(super) styles: Vec<String>,
    /// The sign browsers show beside the title.
    pub(super) icon_url: Option<String>,
    /// The script that shows the colors the reader chose, before anything is drawn.
    pub(super) scheme_script: Option<String>,
    /// Scripts, all deferred.
    pub(super) scripts: Vec<String>,
    /// The feed.
    pub(super) feed_url: String,
    /// Whether the page leads anywhere: all do but the 404 page of an archive without an address.
    pub(super) has_links: bool,
    /// The archive's logo.
    pub(super) logo_url: Option<String>,
    /// The home page.
    pub(super) home_url: String,
    /// The search page, where forms lead.
    pub(super) search_url: String,
    /// “Search 107 turns”.
    pub(super) search_hint: String,
    /// Whether the masthead carries the search field: not on pages that have a larger one.
    pub(super) has_search_field: bool,
    /// The main ways through the archive.
    pub(super) nav: Vec<NavItem>,
    /// Further pages, in the foot.
    pub(super) foot_nav: Vec<NavItem>,
    /// “First edition, 21 November 2025”.
    pub(super) edition: Option<String>,
    /// Who publishes the archive.
    pub(super) publisher: Option<String>,
    /// What tells the page from others of its kind or name, said with its description.
    #[serde(skip)]
    apart: Option<String>,
    /// Where errors are reported.
    pub(super) contact: Option<Contact>,
    /// What may be done with the archive's own texts.
    pub(super) rights: Option<String>,
}

/// A picture shown where the page is shared.
#[derive(Serialize)]
pub(super) struct ShareImage {
    /// Absolute.
    pub(super) url: String,
    pub(super) width: u32,
    pub(super) height: u32,
    /// What it shows.
    pub(super) alt: String,
}

/// A `meta` element with a name.
#[derive(Serialize)]
pub(super) struct Meta {
    pub(super) name: &'static str,
    pub(super) content: String,
}

/// Another form of the page's content.
#[derive(Serialize)]
pub(super) struct Alternate {
    pub(super) media_type: &'static str,
    pub(super) title: String,
    pub(super) url: String,
}

/// A way through the archive.
#[derive(Serialize)]
pub(super) struct NavItem {
    pub(super) title: String,
    pub(super) url: String,
    /// Whether it is this page.
    pub(super) is_current: bool,
}

/// Where errors are reported.
#[derive(Serialize)]
pub(super) struct Contact {
    pub(super) label: String,
    pub(super) url: String,
}

impl Frame {
    /// The frame of a page; `title` is `None` for the home page.
    pub(super) fn new(site: &Site, route: &Route, title: Option<&str>) -> Frame {
        let config = &site.config;
        let links = Links::new(site, route);
        let say = &site.interface;
        let item = |title: &str, to: Route| NavItem {
            title: title.to_owned(),
            url: links.to(&to),
            is_current: to == *route,
        };
        let mut nav = vec![
            item(say.text("nav-documents"), Route::Home),
            item(say.text("nav-timeline"), Route::Timeline),
            item(say.text("nav-people"), Route::People),
            item(say.text("nav-search"), Route::Search),
        ];
        let mut foot_nav = Vec::new();
        for (index, page) in site.pages.iter().enumerate() {
            let title = super::page_title(site, index);
            let essay = &page.essay;
            let is_about = site.page_name(index) == "about";
            if essay.in_menu.unwrap_or(is_about) {
                let own = if is_about {
                    say.text("nav-about")
                } else {
                    &title
                };
                let title = essay.menu_title.as_deref().unwrap_or(own);
                nav.push(item(title, Route::Page(index)));
            }
            foot_nav.push(item(&title, Route::Page(index)));
        }
        for index in site.index_routes() {
            foot_nav.push(item(say.text(super::entries::title(&index)), index));
        }
        if site.has_changes() {
            foot_nav.push(item(say.text("changes-title"), Route::Changes));
        }
        if !site.menu.is_empty() {
            let items = site.menu.iter().map(|entry| match &entry.to {
                MenuTo::Page(route) => item(&entry.title, route.clone()),
                MenuTo::Url(url) => NavItem {
                    title: entry.title.clone(),
                    url: url.clone(),
                    is_current: false,
                },
            });
            nav = items.collect();
        }
        foot_nav.push(item(say.text("data-title"), Route::Data));
        foot_nav.push(item(say.text("tested-title"), Route::Tested));
        let asset = |name: &str| links.to(&Route::Asset(name.to_owned()));
        let asset_if_there = |name: &str| site.assets.contains_key(name).then(|| asset(name));
        let apart = apart(site, route);
        let own = title.unwrap_or(&config.title);
        let told_apart = match &apart {
            Some(apart) => format!("{own} ({apart})"),
            None => own.to_owned(),
        };
        Frame {
            policy: POLICY,
            language: config.language.clone(),
            direction: super::direction(&config.language),
            citation_language: (!language::is_same(&config.language, "en")).then_some("en"),
            site_title: config.title.clone(),
            site_subtitle: config.subtitle.clone(),
            page_title: title.map_or_else(
                || config.title.clone(),
                |_| format!("{told_apart} · {}", config.title),
            ),
            title: title.unwrap_or(&config.title).to_owned(),
            description: description(site, route),
            canonical: match route {
                Route::NotFound => None,
                _ => address::absolute(site, route),
            },
            og_type: "website",
            image: image(site, route),
            meta: super::metadata::of_page(site, route, &told_apart),
            data_html: super::linked::data(site, route, title.unwrap_or(&config.title)),
            alternates: Vec::new(),
            styles: asset_if_there(match route {
                Route::Search => STYLES_OF_SEARCH,
                _ => STYLES,
            })
            .into_iter()
            .collect(),
            scheme_script: asset_if_there("js/scheme.js"),
            icon_url: asset_if_there("icon.svg"),
            scripts: Vec::new(),
            feed_url: links.to(&Route::Export(ExportFile::Feed)),
            has_links: links.lead_somewhere(),
            logo_url: config
                .theme
                .logo
                .as_ref()
                .filter(|(name, _)| site.assets.contains_key(name))
                .map(|(name, _)| asset(name)),
            home_url: links.to(&Route::Home),
            search_url: links.to(&Route::Search),
            search_hint: say.say("search-hint", &[("n", site.n_turns().into())]),
            has_search_field: true,
            nav,
            foot_nav,
            edition: config.edition.as_ref().map(|edition| {
                let date = edition
                    .date
                    .as_deref()
                    .and_then(crate::date::Edtf::parse)
                    .map(|date| say.date(&date));
                match date {
                    Some(date) => say.say(
                        "edition-dated",
                        &[
                            ("edition", (&edition.name).into()),
                            ("date", (&date).into()),
                        ],
                    ),
                    None => edition.name.clone(),
                }
            }),
            publisher: config.publisher.clone(),
            apart,
            contact: config.contact.as_ref().map(|address| Contact {
                label: address.clone(),
                url: if address.contains('@') && !address.starts_with("https:") {
                    format!("mailto:{address}")
                } else {
                    address.clone()
                },
            }),
            rights: config.rights.clone(),
        }
    }

    /// Says in the description that the page is a part of what is described: a year, a letter.
    pub(super) fn of_part(&mut self, say: &Interface, part: &str) {
        if let Some(whole) = &self.description {
            let values = [("part", part.into()), ("whole", whole.into())];
            self.description = Some(say.say("description-part", &values));
        }
    }

    /// Says what the page is, and what tells it from others.
    pub(super) fn describe(&mut self, words: String) {
        self.description = Some(match &self.apart {
            Some(apart) => format!("{words} ({apart})"),
            None => words,
        });
    }

    /// Adds a script of the theme, if it is there.
    pub(super) fn add_script(&mut self, site: &Site, route: &Route, name: &str) {
        if site.assets.contains_key(name) {
            self.scripts
                .push(Links::new(site, route).to(&Route::Asset(name.to_owned())));
        }
    }
}

/// What a page is about that says no more of itself.
fn description(site: &Site, route: &Route) -> Option<String> {
    let say = &site.interface;
    match route {
        Route::Search => Some(say.say(
            "search-description",
            &[("archive", (&site.config.title).into())],
        )),
        Route::NotFound => Some(say.text("not-found-lede").to_owned()),
        // Every other page says what is its own, or nothing.
        Route::Home => site.config.description.clone(),
        _ => None,
    }
}

/// What tells a page from others of its kind or name.
fn apart(site: &Site, route: &Route) -> Option<String> {
    let twins = &site.twins;
    match route {
        Route::Document(id) | Route::SourcePage(id) => {
            if twins.is_twin(id) {
                return Some(id.to_string());
            }
            let (_, document) = site.document(id)?;
            let date = document.facts.date.as_ref();
            let date = date.map(|date| site.interface.date(date));
            let is_shared = twins.has_title_of_another(id);
            is_shared.then(|| date.unwrap_or_else(|| id.to_string()))
        }
        Route::Speaker(id) | Route::SpeakerYear(id, _) => {
            twins.has_name_of_another(id).then(|| id.to_string())
        }
        Route::Conversation(index) => twins
            .has_conversation(*index)
            .then(|| site.conversations[*index].name.clone()),
        _ => None,
    }
}

/// The picture shown where a page is shared: a document's own, a speaker's portrait, else the archive's card.
fn image(site: &Site, route: &Route) -> Option<ShareImage> {
    let (own, alt) = match route {
        Route::Document(id) | Route::SourcePage(id) => {
            let document = site.document(id).map(|(_, document)| document);
            let alt = document.map(|document| {
                let said = document.record.image_alt.as_ref();
                said.unwrap_or(&document.facts.title).clone()
            });
            (site.images.get(id), alt)
        }
        Route::Speaker(id) | Route::SpeakerYear(id, _) => {
            let person = site.people.get(id);
            let known = person.and_then(|person| person.authority.as_ref());
            let said = known.and_then(|known| known.portrait_alt.clone());
            (
                site.portraits.get(id),
                said.or(person.map(|p| p.name.clone())),
            )
        }
        Route::NotFound => return None,
        _ => (None, None),
    };
    let (picture, alt) = match (own, alt) {
        (Some(own), Some(alt)) => (own, alt),
        _ => {
            let config = &site.config;
            let title = std::iter::once(config.title.as_str());
            let words: Vec<&str> = title.chain(config.subtitle.as_deref()).collect();
            (site.card.as_ref()?, words.join(". "))
        }
    };
    Some(ShareImage {
        url: picture.address(site)?,
        width: picture.width,
        height: picture.height,
        alt,
    })
}
