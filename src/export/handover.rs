//! `HANDOVER.txt`: the page that lies on top of a copy of the whole archive, for whoever gets it and knows nothing of it.

use crate::editorial::{Report, number};
use crate::record::SourcePolicy;
use crate::site::Site;
use std::collections::BTreeSet;

/// What only the one who makes the copy knows.
#[derive(Clone, Copy, Debug)]
pub struct Copy<'a> {
    /// What is reported of the archive.
    pub report: &'a Report,
    /// The address that was given to the build in place of that in `site.toml`.
    pub base_url: Option<&'a str>,
    /// Whether the copy is a bag.
    pub is_bag: bool,
    /// Files that are in no copy: links to what is elsewhere.
    pub left_out: &'a BTreeSet<String>,
}

/// The version that made the copy, as it is asked for by name.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// How many reports of a kind are told, and of how many kinds.
const TOLD: usize = 12;

/// How wide a line is.
const WIDTH: usize = 78;

/// Whether a copy of the archive holds words that the site does not: it may not be published.
pub fn holds_withheld(site: &Site) -> bool {
    !not_public(site).is_empty()
}

/// What a copy of the archive holds that the site does not, each in words.
pub fn not_public(site: &Site) -> Vec<String> {
    let mut out = Vec::new();
    let mut told = |n: usize, one: &str, many: &str| {
        if n > 0 {
            out.push(format!("{} {}", number(n), if n == 1 { one } else { many }));
        }
    };
    told(
        site.withheld.unpublished().len(),
        "document that is not published (a draft, withdrawn, or under embargo)",
        "documents that are not published (drafts, withdrawn, or under embargo)",
    );
    let documents = || site.documents.iter().map(|one| &one.record);
    told(
        documents().map(|record| record.withheld.len()).sum(),
        "passage or name that is withheld from the site",
        "passages and names that are withheld from the site",
    );
    told(
        documents()
            .filter(|record| record.source == SourcePolicy::Withhold)
            .count(),
        "file as received that the site does not give",
        "files as received that the site does not give",
    );
    // What their records keep back is not known, and they are in no page.
    told(
        site.unread.len(),
        "file that was not read and is not on the site",
        "files that were not read and are not on the site",
    );
    out
}

/// The page.
pub fn handover(site: &Site, copy: Copy<'_>) -> String {
    let config = &site.config;
    let mut page = Page::default();
    page.line(&format!("HANDOVER: {}", config.title));
    page.line(&"=".repeat(config.title.chars().count() + 10));
    let edition = config.edition.as_ref().map(|edition| {
        let date = edition.date.as_deref();
        let date = date.map(|date| format!(", {date}")).unwrap_or_default();
        format!("{}{date}", edition.name)
    });
    for (name, value) in [
        ("Edition", edition.as_deref()),
        ("Publisher", config.publisher.as_deref()),
        (
            "Published at",
            config.base_url.as_ref().map(crate::config::BaseUrl::as_str),
        ),
        (
            "Made with",
            Some(concat!("memcon ", env!("CARGO_PKG_VERSION"))),
        ),
    ] {
        page.line(&format!("{name}: {}", value.unwrap_or("not stated")));
    }
    page.line(&format!(
        "Documents: {}; turns: {}; people who speak: {}",
        number(site.documents.len()),
        number(site.n_turns()),
        number(site.speakers.len())
    ));
    page.text(
        "This is a copy of the whole archive: the sources as received, all that its editors wrote, the addresses that readers cite, the theme, and the site that was made of them.",
    );
    let not_public = not_public(site);
    if !not_public.is_empty() {
        page.head("NOT FOR PUBLICATION");
        page.text(&format!(
            "This copy holds words that the published site does not: {}. Keep it where only those can read it who may. What may be published is the folder public alone.",
            not_public.join("; ")
        ));
    }
    page.head("What must be kept");
    for (name, what) in [
        (
            "content/",
            "the sources, and beside them the records; people, glossary, corrections, pages. Nothing of it can be made again",
        ),
        (
            "content/anchors/",
            "the addresses that were ever published. Without it, citations lead nowhere",
        ),
        (
            "site.toml",
            "what the archive is called, its edition and its address",
        ),
        (
            "templates/, static/",
            "how the site looks, if the archive has its own; else the program's",
        ),
        (
            "public/",
            "the site. It can be made again, and can be read without anything else",
        ),
    ] {
        page.item(&format!("{name}: {what}."));
    }
    let (sums, place) = if copy.is_bag {
        ("manifest-sha256.txt", "in the folder above this one")
    } else {
        ("SHA256SUMS", "in this folder")
    };
    page.text(&format!(
        "{sums}, {place}, has the checksum of every file: sha256sum --check {sums} tells there whether all are as they were."
    ));
    page.head("How to read it");
    page.text(
        "Open public/index.html in any browser, from the disk, without a network; search works too. To publish it, copy the folder public to any web host. Everything else is plain text, but for sources that came as Word, PDF or pictures.",
    );
    page.head("How to build it again");
    let base_url = copy.base_url.map(|url| format!(" --base-url {url}"));
    page.text("With Rust (rustup.rs), in this folder:");
    page.code(&format!(
        "cargo install memcon --locked --version ={VERSION}"
    ));
    page.code(&format!(
        "memcon build --locked{}",
        base_url.unwrap_or_default()
    ));
    page.text(
        "gives the same public/, byte for byte, and public/SHA256SUMS is the same. A later version of memcon gives the same addresses; pages may look otherwise. Where the archive moves to another address, write that as base_url into site.toml, and the old one into earlier_base_urls; all citations then say so.",
    );
    page.head("What is unresolved");
    unresolved(&mut page, site, copy);
    page.head("Who to ask");
    match (&config.contact, &config.publisher) {
        (Some(contact), _) => page.text(&format!("{contact} (the archive's own contact).")),
        (None, Some(publisher)) => page.text(&format!(
            "{publisher}, who published it; no address is given in site.toml (contact)."
        )),
        (None, None) => page.text("Nobody is named: site.toml has neither contact nor publisher."),
    }
    page.out
}

/// What `check` reports, by kind; and what is in no copy.
fn unresolved(page: &mut Page, site: &Site, copy: Copy<'_>) {
    let kinds = copy.report.kinds();
    if kinds.is_empty() {
        page.text("memcon check reports nothing.");
    } else {
        page.text("memcon check lists it in full; memcon explain KIND tells what a kind means.");
    }
    for (code, n) in kinds.iter().take(TOLD) {
        let mut all = copy.report.all().iter();
        let first = all.find(|found| found.code == *code);
        let first = first.map(|found| {
            let place = &found.place;
            let line = match place.line {
                0 => String::new(),
                line => format!(":{line}"),
            };
            format!("{}{line}: {}", place.file, found.message)
        });
        let (n, first) = (number(*n), first.unwrap_or_default());
        page.item(&format!("{} ({n}): {first}.", code.name()));
    }
    if kinds.len() > TOLD {
        page.item(&format!("and {} more kinds.", number(kinds.len() - TOLD)));
    }
    for file in site.unread.iter().take(TOLD) {
        page.item(&format!("not read: {}: {}.", file.path, file.reason));
    }
    if site.unread.len() > TOLD {
        let n = number(site.unread.len() - TOLD);
        page.item(&format!("and {n} more files that were not read."));
    }
    for name in copy.left_out.iter().take(TOLD) {
        page.item(&format!(
            "not in this copy, since it only points to a file elsewhere: {name}."
        ));
    }
}

/// What a bag says of itself (`bag-info.txt`).
pub fn bag_info(site: &Site) -> Vec<(&'static str, String)> {
    let config = &site.config;
    let edition = config.edition.as_ref();
    let contact = config.contact.clone();
    let is_mail = |contact: &String| contact.contains('@') && !contact.starts_with("https:");
    let description = match (&config.subtitle, &config.description) {
        (_, Some(description)) => Some(format!("{}. {description}", config.title)),
        (Some(subtitle), None) => Some(format!("{}. {subtitle}", config.title)),
        (None, None) => Some(config.title.clone()),
    };
    let named = edition.map(|edition| edition.name.clone());
    let warning = holds_withheld(site)
        .then(|| "Not for publication: holds words that the published site does not.".to_owned());
    [
        ("Source-Organization", config.publisher.clone()),
        ("Contact-Email", contact.filter(is_mail)),
        ("External-Description", description),
        (
            "External-Identifier",
            config.base_url.as_ref().map(|url| url.as_str().to_owned()),
        ),
        ("Internal-Sender-Description", named),
        ("Internal-Sender-Identifier", warning),
        (
            "Bagging-Date",
            edition.and_then(|edition| edition.date.clone()),
        ),
        ("Bag-Software-Agent", Some(format!("memcon {VERSION}"))),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value?)))
    .collect()
}

/// Plain text with headings and lines that are not too long.
#[derive(Default)]
struct Page {
    out: String,
}

impl Page {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn head(&mut self, text: &str) {
        self.out.push('\n');
        self.line(text);
        self.line(&"-".repeat(text.chars().count()));
    }

    fn text(&mut self, text: &str) {
        self.out.push('\n');
        self.wrapped(text, "");
    }

    fn item(&mut self, text: &str) {
        self.wrapped(text, "  ");
    }

    fn code(&mut self, text: &str) {
        self.line(&format!("    {text}"));
    }

    fn wrapped(&mut self, text: &str, indent: &str) {
        let mut width = 0;
        for word in text.split_whitespace() {
            let n = word.chars().count() + 1;
            if width > 0 && width + n > WIDTH {
                self.out.push('\n');
                self.out.push_str(indent);
                width = indent.len();
            } else if width == 0 {
                let mark = if indent.is_empty() { "" } else { "- " };
                self.out.push_str(mark);
                width = mark.len();
            } else {
                self.out.push(' ');
            }
            self.out.push_str(word);
            width += n;
        }
        self.out.push('\n');
    }
}
