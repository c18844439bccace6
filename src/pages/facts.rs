//! A file of the site → what can be said of it when it is looked at as a browser would: where it leads, what it asks other hosts for, what
//! of it needs scripts. `build` looks at every file it writes, and the page “this archive tested” tells the sums.

use super::frame::POLICY;
use crate::site::{Route, Site};
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

/// What is known of some files of the site.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Facts {
    /// How many files there are of each kind, by the ends of their names.
    pub kinds: BTreeMap<String, usize>,
    /// Bytes in all.
    pub n_bytes: u64,
    /// Pages.
    pub n_pages: usize,
    /// Links from pages to files of the site.
    pub n_links: usize,
    /// Links that lead to no file of the site: the page, and the address.
    pub broken: Vec<(String, String)>,
    /// What is asked of another host when a page is opened: the file that asks, and the address.
    pub requests: Vec<(String, String)>,
    /// Pages that allow no request to another host.
    pub n_guarded: usize,
    /// Pages with a script or style of their own inside.
    pub n_inline: usize,
    /// Turns whose words stand in the page of their document itself.
    pub n_turns: usize,
    /// Pages that say which edition they are of.
    pub n_with_edition: usize,
    /// Links with a query, to pages other than search.
    pub n_queries: usize,
}

impl Facts {
    /// How many files there are.
    pub fn n_files(&self) -> usize {
        self.kinds.values().sum()
    }

    /// Both together, those of `self` first.
    pub fn add(&mut self, other: Facts) {
        for (kind, n) in other.kinds {
            *self.kinds.entry(kind).or_default() += n;
        }
        self.n_bytes += other.n_bytes;
        self.n_pages += other.n_pages;
        self.n_links += other.n_links;
        self.broken.extend(other.broken);
        self.requests.extend(other.requests);
        self.n_guarded += other.n_guarded;
        self.n_inline += other.n_inline;
        self.n_turns += other.n_turns;
        self.n_with_edition += other.n_with_edition;
        self.n_queries += other.n_queries;
    }
}

/// Looks over one file. `is_there`: whether the site has a file of that path.
pub fn facts(site: &Site, route: &Route, bytes: &[u8], is_there: impl Fn(&str) -> bool) -> Facts {
    let path = route.path(site);
    let name = path.rsplit('/').next().unwrap_or(&path);
    let kind = match name.rsplit_once('.') {
        Some((stem, end)) if !stem.is_empty() => end,
        _ => "",
    };
    let mut facts = Facts {
        kinds: BTreeMap::from([(kind.to_owned(), 1)]),
        n_bytes: bytes.len() as u64,
        ..Facts::default()
    };
    if kind == "css" {
        let text = String::from_utf8_lossy(bytes);
        facts.requests = asked_by_style(&text)
            .map(|address| (path.clone(), address.to_owned()))
            .collect();
    }
    if !route.is_page() {
        return facts;
    }
    let edition = site.config.edition.as_ref();
    let seen = Seen::of(bytes, edition.map(|edition| edition.name.as_str()));
    facts.n_pages = 1;
    facts.n_guarded = usize::from(seen.policies.iter().any(|policy| policy == POLICY));
    facts.n_inline = usize::from(seen.is_inline);
    facts.n_with_edition = usize::from(seen.names_edition);
    let elsewhere = seen.requests.iter().filter(|address| is_elsewhere(address));
    facts.requests = elsewhere
        .map(|address| (path.clone(), address.clone()))
        .collect();
    if let Route::Document(id) = route
        && let Some((_, document)) = site.document(id)
    {
        let turns = (0..document.turns.len()).map(|index| document.anchors.turn(index));
        facts.n_turns = turns.filter(|anchor| seen.ids.contains(*anchor)).count();
    }
    // The links of the page for what does not exist begin with the path of the site.
    if *route == Route::NotFound {
        return facts;
    }
    for (address, n) in seen.links.iter().filter(|(it, _)| !is_elsewhere(it)) {
        let to = target(&path, address);
        if to == path {
            continue;
        }
        facts.n_links += n;
        if !is_there(&to) {
            facts.broken.push((path.clone(), address.clone()));
        }
        if address.contains('?') && to != "search.html" {
            facts.n_queries += n;
        }
    }
    facts
}

/// Whether an address leads out of the site, or asks for something outside it.
fn is_elsewhere(address: &str) -> bool {
    let scheme = address.split_once(':').map(|(scheme, _)| scheme);
    let is_scheme = |scheme: &str| {
        !scheme.is_empty()
            && scheme
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
    };
    address.starts_with("//") || scheme.is_some_and(is_scheme)
}

/// The path in the site that a link on a page leads to: the page's own for a place on it; one that leads out of the site keeps its `..`.
fn target(page: &str, address: &str) -> String {
    let path = address.split(['#', '?']).next().unwrap_or("");
    if path.is_empty() {
        return page.to_owned();
    }
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// What a style sheet asks other hosts for.
fn asked_by_style(text: &str) -> impl Iterator<Item = &str> {
    let begins = ["url(", "@import"];
    let found = begins.into_iter().flat_map(move |begin| {
        text.match_indices(begin)
            .map(move |(at, _)| at + begin.len())
    });
    let address = |at: usize| {
        let rest = text[at..].trim_start_matches(|c: char| c.is_whitespace() || "'\"(".contains(c));
        rest.split(['"', '\'', ')', ';']).next().unwrap_or("")
    };
    found
        .map(address)
        .filter(|it| is_elsewhere(it) && !it.starts_with("data:"))
}

/// What stands on a page.
#[derive(Default)]
struct Seen {
    /// Where it leads and what it shows, with how often.
    links: BTreeMap<String, usize>,
    /// What is loaded with it, or sent to.
    requests: BTreeSet<String>,
    ids: BTreeSet<String>,
    policies: Vec<String>,
    is_inline: bool,
    /// Whether its words name the edition.
    names_edition: bool,
}

/// Whether a name stands in a text by itself: edition “1” is not named by a year.
fn has_words(text: &[u8], name: &memchr::memmem::Finder<'_>) -> bool {
    let is_letter =
        |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_alphanumeric() || !b.is_ascii());
    name.find_iter(text).any(|at| {
        let before = at.checked_sub(1).and_then(|at| text.get(at));
        !is_letter(before) && !is_letter(text.get(at + name.needle().len()))
    })
}

/// The start of an element, as far as it matters here.
#[derive(Default)]
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Seen {
    /// Reads a page of the site of this edition.
    fn of(html: &[u8], edition: Option<&str>) -> Seen {
        let mut seen = Seen::default();
        let mut tag = Tag::default();
        let edition = edition.map(|name| memchr::memmem::Finder::new(name.as_bytes()));
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let take = |event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
            match event {
                CallbackEvent::OpenStartTag { name } => {
                    tag.name = text(name);
                    tag.attributes.clear();
                }
                CallbackEvent::AttributeName { name } => {
                    tag.attributes.push((text(name), String::new()));
                }
                CallbackEvent::AttributeValue { value } => {
                    if let Some((_, known)) = tag.attributes.last_mut() {
                        *known = text(value);
                    }
                }
                CallbackEvent::CloseStartTag { .. } => seen.tag(&tag),
                CallbackEvent::String { value } => {
                    seen.names_edition |=
                        edition.as_ref().is_some_and(|name| has_words(value, name));
                }
                _ => {}
            }
            None
        };
        let mut emitter = CallbackEmitter::new(take);
        // What stands in a script or a title is no markup.
        emitter.naively_switch_states(true);
        let Ok(()) = Tokenizer::new_with_emitter(html, emitter).finish();
        seen
    }

    fn tag(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        let attributes = || {
            let all = tag.attributes.iter();
            all.map(|(name, value)| (name.as_str(), value.as_str()))
        };
        let value = |wanted: &str| {
            attributes()
                .find(|(name, _)| *name == wanted)
                .map(|(_, v)| v)
        };
        let is_loaded = match name {
            "a" | "area" => false,
            // A canonical address, another form of the page: named, and not asked for.
            "link" => value("rel").is_some_and(|rel| {
                rel.split_whitespace().any(|one| {
                    matches!(
                        one,
                        "stylesheet"
                            | "icon"
                            | "preload"
                            | "modulepreload"
                            | "manifest"
                            | "prefetch"
                            | "preconnect"
                            | "dns-prefetch"
                    )
                })
            }),
            _ => true,
        };
        for (attribute, value) in attributes() {
            match attribute {
                "id" => {
                    self.ids.insert(value.to_owned());
                }
                "href" | "src" | "action" | "data" | "poster" | "formaction" => {
                    *self.links.entry(value.to_owned()).or_default() += 1;
                    if is_loaded {
                        self.requests.insert(value.to_owned());
                    }
                }
                "srcset" => {
                    for one in value.split(',') {
                        let address = one.split_whitespace().next().unwrap_or_default();
                        self.requests.insert(address.to_owned());
                    }
                }
                "style" => self.is_inline = true,
                _ => {
                    self.is_inline |= attribute.starts_with("on");
                }
            }
        }
        match name {
            "meta" => {
                let is_policy = value("http-equiv")
                    .is_some_and(|it| it.eq_ignore_ascii_case("content-security-policy"));
                self.policies
                    .extend(value("content").filter(|_| is_policy).map(str::to_owned));
            }
            // Data for machines is no script.
            "script" => {
                let is_data = value("type").is_some_and(|it| it.ends_with("json"));
                self.is_inline |= value("src").is_none() && !is_data;
            }
            "style" => self.is_inline = true,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_loaded_is_told_from_what_is_only_named() {
        let seen = Seen::of(
            b"<link rel=canonical href='https://a.example/'><link rel=stylesheet href=https://b.example/s.css>\
             <a href=\"https://c.example/?q=1\">c</a><img src=\"x.png\" srcset=\"//d.example/x.png 2x\"><script src=a.js></script>",
            None,
        );
        let asked: Vec<&String> = seen.requests.iter().filter(|it| is_elsewhere(it)).collect();
        assert_eq!(asked, ["//d.example/x.png", "https://b.example/s.css"]);
        assert!(!seen.is_inline);
        for page in [
            "<p style=x>",
            "<p onclick=x>",
            "<script>1</script>",
            "<style></style>",
        ] {
            assert!(Seen::of(page.as_bytes(), None).is_inline, "{page}");
        }
        let data = b"<script type=application/ld+json>{\"a\": \"<p style=x>\"}</script>";
        assert!(!Seen::of(data, None).is_inline);
    }

    #[test]
    fn an_edition_is_named_by_itself() {
        for (text, is_named) in [("<p>In 1991.", false), ("<p>Edition 1, 2026", true)] {
            assert_eq!(
                Seen::of(text.as_bytes(), Some("1")).names_edition,
                is_named,
                "{text}"
            );
        }
    }

    #[test]
    fn links_lead_from_where_they_stand() {
        for (address, to) in [
            ("../index.html#a", "index.html"),
            ("a%20b.html?q", "documents/a b.html"),
            ("#t1", "documents/talk.html"),
            ("../../index.html", "../index.html"),
        ] {
            assert_eq!(target("documents/talk.html", address), to, "{address}");
        }
    }

    #[test]
    fn style_sheets_ask_too() {
        let text = "@import \"https://a.example/a.css\"; b { background: url( 'x.svg' ), url(//b.example/y.png), url(data:image/png;base64,x) }";
        let mut found: Vec<&str> = asked_by_style(text).collect();
        found.sort_unstable();
        assert_eq!(found, ["//b.example/y.png", "https://a.example/a.css"]);
    }
}
