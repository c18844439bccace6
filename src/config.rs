//! `site.toml` → [`Config`]: what the archive is called, where it will stand, who answers for it.
//!
//! Every key has a default; without a file an archive still builds. Facts about documents do not belong here but in their records.

mod keys;
mod pages;
mod theme;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, read_toml};
use crate::source::{Span, TextFile};
use serde::Deserialize;
use std::collections::BTreeSet;
use toml::Spanned;

pub use keys::{KEYS, Key};
pub use pages::PageHtml;
pub use theme::{COLORS, ThemeConfig};

/// The archive's own facts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Config {
    /// The archive's title.
    pub title: String,
    /// A line beside it.
    pub subtitle: Option<String>,
    /// One or two sentences for the home page and for search engines.
    pub description: Option<String>,
    /// Where the archive will be published: an absolute address ending in `/`.
    pub base_url: Option<BaseUrl>,
    /// Those it had before, the oldest first.
    pub earlier_base_urls: Vec<BaseUrl>,
    /// Language of the pages, as a BCP 47 tag.
    pub language: String,
    /// Where `site.toml` names it.
    pub language_place: Option<Place>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// The edition, named and dated.
    pub edition: Option<Edition>,
    /// Where errors are reported: an e-mail address or an `https:` address.
    pub contact: Option<String>,
    /// What may be done with the archive's own texts, in a sentence.
    pub rights: Option<String>,
    /// The citation styles to offer, by the names of their files and with their places in `site.toml`; without them, all there are.
    pub citation_styles: Option<Vec<(String, Place)>>,
    /// Which search index is written.
    pub search: SearchEngine,
    /// Whether every document is also exported as Akoma Ntoso.
    pub akoma_ntoso: bool,
    /// Which further forms of the whole archive are made.
    pub wholes: BTreeSet<Whole>,
    /// The forms of documents that are not made, of [`FORMS_TO_LEAVE_OUT`].
    pub leave_out: BTreeSet<&'static str>,
    /// What becomes of HTML in pages of the archive's own.
    pub page_html: PageHtml,
    /// The archive's own colors and logo.
    pub theme: ThemeConfig,
    /// The main menu, where it is not ours.
    pub menu: Vec<MenuItem>,
}

/// A form of the whole archive that is made where `site.toml` asks for it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Whole {
    /// Files that OpenSearch and Elasticsearch take in.
    OpenSearch,
    /// A database of SQLite.
    Sqlite,
}

/// The forms of a document that an archive may do without, by the endings of their files.
pub const FORMS_TO_LEAVE_OUT: [&str; 6] = ["bib", "csl.json", "json", "ris", "tei.xml", "txt"];

/// An item of the menu.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MenuItem {
    /// What it is called.
    pub title: String,
    /// Where it leads.
    pub target: MenuTarget,
    /// Where `site.toml` says so.
    pub place: Place,
}

/// Where an item of the menu leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MenuTarget {
    /// A page of the site by its name: `about`, `timeline`.
    Page(String),
    /// Another site, or an e-mail address.
    Url(String),
}

/// A named state of the archive.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edition {
    /// Its name: “First edition”.
    pub name: String,
    /// Its date, `YYYY-MM-DD`; the only date of publication there is.
    pub date: Option<String>,
}

/// An absolute address ending in `/`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// Checks an address: `http:` or `https:`, a host, neither query nor fragment. A missing `/` at the end is added.
    ///
    /// # Errors
    /// A sentence that says what is wrong with it.
    pub fn new(address: &str) -> Result<Self, String> {
        let address = address.trim();
        let Some(rest) = address
            .strip_prefix("https://")
            .or_else(|| address.strip_prefix("http://"))
        else {
            return Err("a base address begins with https:// (or http://)".to_owned());
        };
        let host = rest.split('/').next().unwrap_or("");
        if host.is_empty() {
            return Err("a base address names a host, as in https://archive.example/".to_owned());
        }
        if rest.contains(['?', '#'])
            || rest.contains(char::is_whitespace)
            || rest.contains(['"', '<', '>', '\\', '\''])
        {
            return Err("a base address holds no blank, quotation mark, ? or #".to_owned());
        }
        Ok(BaseUrl(if address.ends_with('/') {
            address.to_owned()
        } else {
            format!("{address}/")
        }))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The absolute address of a page named by its path inside the site.
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// The path part, beginning and ending with `/`: `/repo/`.
    pub fn path(&self) -> &str {
        let host_start = self.0.find("://").map_or(0, |at| at + 3);
        self.0[host_start..]
            .find('/')
            .map_or("/", |at| &self.0[host_start + at..])
    }

    /// The host, for `tag:` URIs.
    pub fn host(&self) -> &str {
        let host_start = self.0.find("://").map_or(0, |at| at + 3);
        self.0[host_start..].split('/').next().unwrap_or("")
    }
}

impl Config {
    /// The address the archive had first: what is to be the same for ever is named by it.
    pub fn first_base_url(&self) -> Option<&BaseUrl> {
        self.earlier_base_urls.first().or(self.base_url.as_ref())
    }
}

/// Which search index is written.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SearchEngine {
    /// Chosen by size.
    #[default]
    Auto,
    /// One index of elasticlunr, whatever its size.
    Elasticlunr,
    /// An index in shards, however small the archive.
    Sharded,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            title: "Archive".to_owned(),
            subtitle: None,
            description: None,
            base_url: None,
            earlier_base_urls: Vec::new(),
            language: "en".to_owned(),
            language_place: None,
            publisher: None,
            edition: None,
            contact: None,
            rights: None,
            citation_styles: None,
            search: SearchEngine::Auto,
            akoma_ntoso: false,
            wholes: BTreeSet::new(),
            leave_out: BTreeSet::new(),
            page_html: PageHtml::default(),
            theme: ThemeConfig::default(),
            menu: Vec::new(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawConfig {
    title: Option<String>,
    subtitle: Option<String>,
    description: Option<String>,
    base_url: Option<Spanned<String>>,
    #[serde(default)]
    earlier_base_urls: Vec<Spanned<String>>,
    language: Option<Spanned<String>>,
    publisher: Option<String>,
    edition: Option<RawEdition>,
    contact: Option<Spanned<String>>,
    rights: Option<String>,
    #[serde(default)]
    citations: RawCitations,
    #[serde(default)]
    search: RawSearch,
    #[serde(default)]
    export: RawExport,
    #[serde(default)]
    pages: pages::RawPages,
    theme: Option<theme::RawTheme>,
    #[serde(default)]
    menu: Vec<Spanned<RawMenuItem>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMenuItem {
    title: String,
    page: Option<Spanned<String>>,
    url: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEdition {
    name: String,
    date: Option<Spanned<String>>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawExport {
    #[serde(default)]
    akoma_ntoso: bool,
    #[serde(default)]
    opensearch: bool,
    #[serde(default)]
    sqlite: bool,
    #[serde(default)]
    leave_out: Vec<Spanned<String>>,
}

impl RawExport {
    fn wholes(&self) -> BTreeSet<Whole> {
        let asked = [
            (Whole::OpenSearch, self.opensearch),
            (Whole::Sqlite, self.sqlite),
        ];
        let asked = asked.into_iter().filter(|(_, is_asked)| *is_asked);
        asked.map(|(whole, _)| whole).collect()
    }
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawSearch {
    #[serde(default)]
    engine: SearchEngine,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawCitations {
    styles: Option<Vec<Spanned<String>>>,
}

/// Reads `site.toml`. What cannot be read is reported, and its default used.
pub fn parse(file: Option<&TextFile>, diagnostics: &mut Diagnostics) -> Config {
    let default = Config::default();
    let Some(file) = file else { return default };
    let help = "the keys of site.toml are listed in the README under “Configuration”";
    let Some(raw) = read_toml::<RawConfig>(file, help, diagnostics) else {
        return default;
    };
    let place = |span: std::ops::Range<usize>| {
        Place::at(&file.path, &file.text, Span::new(span.start, span.end))
    };
    let mut checked = |address: Spanned<String>, help: &str| match BaseUrl::new(address.get_ref()) {
        Ok(address) => Some(address),
        Err(message) => {
            let place = place(address.span());
            diagnostics.push(Diagnostic::new(Code::BadValue, place, message, help));
            None
        }
    };
    let base_url = raw.base_url.and_then(|address| {
        checked(
            address,
            "write the address the archive will have, as in base_url = \"https://name.github.io/archive/\"",
        )
    });
    let earlier = raw.earlier_base_urls.into_iter().filter_map(|address| {
        checked(
            address,
            "write the addresses the archive had, as in earlier_base_urls = [\"https://old.example/archive/\"]",
        )
    });
    let earlier_base_urls: Vec<BaseUrl> = earlier.collect();
    let edition = raw.edition.map(|edition| Edition {
        name: edition.name,
        date: edition.date.and_then(|date| {
            // `20300131` is a day too; days are compared as they are written here.
            if let Ok(day) = date.get_ref().parse::<jiff::civil::Date>() {
                return Some(day.to_string());
            }
            let message = format!("“{}” is not a date", date.get_ref());
            let help = "write the edition's date as YYYY-MM-DD";
            diagnostics.push(Diagnostic::new(
                Code::BadDate,
                place(date.span()),
                message,
                help,
            ));
            None
        }),
    });
    let contact = raw.contact.and_then(|contact| {
        let address = contact.get_ref();
        let is_mail = address.contains('@') && !address.contains([' ', ':', '<', '"']);
        if is_mail || address.starts_with("https://") {
            return Some(contact.into_inner());
        }
        let message = format!("“{address}” is neither an e-mail address nor an https: address");
        diagnostics.push(Diagnostic::new(
            Code::BadValue,
            place(contact.span()),
            message,
            "write contact = \"name@archive.example\"",
        ));
        None
    });
    let language = raw.language.and_then(|language| {
        if is_language_tag(language.get_ref()) {
            return Some(language);
        }
        let message = format!("“{}” is no tag of a language", language.get_ref());
        let help = "write it as language = \"en\", \"fr\", \"de-CH\" (BCP 47)";
        diagnostics.push(Diagnostic::new(
            Code::BadValue,
            place(language.span()),
            message,
            help,
        ));
        None
    });
    let wholes = raw.export.wholes();
    let mut leave_out = BTreeSet::new();
    for form in raw.export.leave_out {
        if let Some(known) = FORMS_TO_LEAVE_OUT.iter().find(|it| *it == form.get_ref()) {
            leave_out.insert(*known);
            continue;
        }
        let message = format!(
            "“{}” is no form of documents that can be left out",
            form.get_ref()
        );
        let help = format!("there are {}", FORMS_TO_LEAVE_OUT.join(", "));
        diagnostics.push(Diagnostic::new(
            Code::BadValue,
            place(form.span()),
            message,
            help,
        ));
    }
    let theme = raw
        .theme
        .map(|theme| theme::read(theme, place, diagnostics))
        .unwrap_or_default();
    let menu = raw
        .menu
        .into_iter()
        .filter_map(|item| menu_item(item, place, diagnostics))
        .collect();
    Config {
        title: raw.title.unwrap_or(default.title),
        subtitle: raw.subtitle,
        description: raw.description,
        base_url,
        earlier_base_urls,
        language_place: language.as_ref().map(|language| place(language.span())),
        language: language.map_or(default.language, Spanned::into_inner),
        publisher: raw.publisher,
        edition,
        contact,
        rights: raw.rights,
        citation_styles: raw.citations.styles.map(|styles| {
            let named = |name: Spanned<String>| {
                let place = place(name.span());
                let name = name.into_inner();
                (name.strip_suffix(".csl").unwrap_or(&name).to_owned(), place)
            };
            styles.into_iter().map(named).collect()
        }),
        search: raw.search.engine,
        akoma_ntoso: raw.export.akoma_ntoso,
        wholes,
        leave_out,
        page_html: raw.pages.html,
        theme,
        menu,
    }
}

fn menu_item(
    item: Spanned<RawMenuItem>,
    place: impl Fn(std::ops::Range<usize>) -> Place,
    diagnostics: &mut Diagnostics,
) -> Option<MenuItem> {
    let whole = item.span();
    let item = item.into_inner();
    let mut wrong = |span, message: String, help: &str| {
        diagnostics.push(Diagnostic::new(Code::BadValue, place(span), message, help));
        None
    };
    let (target, span) = match (item.page, item.url) {
        (Some(page), None) => {
            let span = page.span();
            (MenuTarget::Page(page.into_inner()), span)
        }
        (None, Some(url)) => {
            let span = url.span();
            let address = url.into_inner();
            let is_link = ["https://", "http://", "mailto:"]
                .iter()
                .any(|scheme| address.len() > scheme.len() && address.starts_with(scheme));
            if !is_link || address.contains(|c: char| c.is_whitespace() || c.is_control()) {
                return wrong(
                    span,
                    format!("“{address}” is no address of another site"),
                    "write url = \"https://archive.example/\"; a page of your own is page = \"about\"",
                );
            }
            (MenuTarget::Url(address), span)
        }
        (Some(_), Some(_)) | (None, None) => {
            return wrong(
                whole,
                "an item of the menu leads to one place".to_owned(),
                "give it page = \"about\" or url = \"https://archive.example/\", not both",
            );
        }
    };
    Some(MenuItem {
        title: item.title,
        target,
        place: place(span),
    })
}

/// Whether a text has the form of a BCP 47 tag: letters, then parts of letters and digits.
pub(crate) fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    parts.next().is_some_and(|first| {
        (2..=8).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase())
    }) && parts.all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_address_ends_with_a_slash_and_knows_its_path() {
        let address = BaseUrl::new("https://memcon.example/repo").unwrap();
        assert_eq!(
            (address.as_str(), address.path(), address.host()),
            ("https://memcon.example/repo/", "/repo/", "memcon.example")
        );
        assert_eq!(BaseUrl::new("https://memcon.example").unwrap().path(), "/");
        for wrong in [
            "memcon.example",
            "javascript:alert(1)",
            "https://",
            "https://a/?x",
            "https://a/\"><script>",
        ] {
            assert!(BaseUrl::new(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_wrong_value_is_reported_where_it_stands() {
        let file = TextFile {
            path: "site.toml".into(),
            text: "title = \"T\"\nbase_url = \"x\"\n".into(),
        };
        let mut diagnostics = Diagnostics::new();
        let config = parse(Some(&file), &mut diagnostics);
        assert_eq!((config.title.as_str(), config.base_url), ("T", None));
        let found = diagnostics.sorted()[0];
        assert_eq!(
            (found.code, found.place.line, found.place.column),
            (Code::BadValue, 2, 12)
        );
    }
}
