//! “This archive tested”: the principles by which digital editions outlive their makers (endings.uvic.ca), each with what the build found
//! when it looked at every file it wrote.
//!
//! Only what was looked at is told, with its numbers. What no build can know is said to be not checked.

use super::Theme;
use super::facts::Facts;
use super::frame::Frame;
use crate::diagnostic::Diagnostic;
use crate::document::Account;
use crate::interface::{Interface, Value};
use crate::record::SourcePolicy;
use crate::site::{ArchiveTable, Route, Site};
use serde::Serialize;
use std::collections::BTreeMap;

/// Where the principles are written down.
const PRINCIPLES: &str = "https://endings.uvic.ca/principles.html";

/// Everything `templates/tested.html` may use.
#[derive(Serialize)]
struct TestedPage<'a> {
    frame: Frame,
    /// Where the principles are written down, elsewhere.
    principles_url: &'static str,
    /// The program that made the site, with its version.
    program: &'static str,
    /// How many principles hold, and so on.
    counts: String,
    groups: Vec<PrincipleGroup<'a>>,
}

/// Principles of one kind.
#[derive(Serialize)]
struct PrincipleGroup<'a> {
    title: &'a str,
    principles: Vec<PrincipleView<'a>>,
}

/// A principle and what was found.
#[derive(Serialize)]
struct PrincipleView<'a> {
    title: &'a str,
    /// `holds`, `part`, `fails` or `unchecked`.
    state: &'static str,
    /// The same in words.
    state_in_words: &'a str,
    /// What was found, each in a sentence.
    facts: Vec<String>,
}

/// What was found of a principle.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Holds,
    Part,
    Fails,
    Unchecked,
}

impl State {
    const ALL: [State; 4] = [State::Holds, State::Part, State::Fails, State::Unchecked];

    /// `Holds` where all is as it should be, `Part` where some is.
    fn of(n: usize, of_all: usize) -> State {
        match n {
            n if n >= of_all => State::Holds,
            0 => State::Fails,
            _ => State::Part,
        }
    }

    fn name(self) -> &'static str {
        match self {
            State::Holds => "holds",
            State::Part => "part",
            State::Fails => "fails",
            State::Unchecked => "unchecked",
        }
    }

    fn text(self) -> &'static str {
        match self {
            State::Holds => "tested-holds",
            State::Part => "tested-part",
            State::Fails => "tested-fails",
            State::Unchecked => "tested-unchecked",
        }
    }
}

/// The title of a principle, its state, and what was found.
type Found = (&'static str, State, Vec<String>);

/// Renders the page from what was found in all other files.
///
/// # Errors
/// A template that asks for what its page does not have.
pub fn tested(site: &Site, theme: &Theme, facts: &Facts) -> Result<String, Diagnostic> {
    let route = Route::Tested;
    let say = &site.interface;
    let looking = Looking {
        site,
        facts,
        say,
        lost: site.documents.iter().map(|one| lost(&one.account)).sum(),
    };
    let groups = [
        ("tested-data", looking.data()),
        ("tested-documentation", looking.documentation()),
        ("tested-processing", looking.processing()),
        ("tested-products", looking.products()),
        ("tested-release", looking.release()),
    ];
    let mut n: BTreeMap<State, usize> = BTreeMap::new();
    for (_, state, _) in groups.iter().flat_map(|(_, found)| found) {
        *n.entry(*state).or_default() += 1;
    }
    let counts = State::ALL.map(|state| {
        let n = say.number(n.get(&state).copied().unwrap_or(0));
        format!("{}: {n}", say.text(state.text()))
    });
    let groups = groups.into_iter().map(|(title, found)| PrincipleGroup {
        title: say.text(title),
        principles: found
            .into_iter()
            .map(|(title, state, facts)| PrincipleView {
                title: say.text(title),
                state: state.name(),
                state_in_words: say.text(state.text()),
                facts,
            })
            .collect(),
    });
    let mut frame = Frame::new(site, &route, Some(say.text("tested-title")));
    let archive = [("archive", (&site.config.title).into())];
    frame.describe(say.say("tested-description", &archive));
    let page = TestedPage {
        principles_url: PRINCIPLES,
        program: concat!("memcon ", env!("CARGO_PKG_VERSION")),
        counts: counts.join(" · "),
        groups: groups.collect(),
        frame,
    };
    theme.render("tested.html", &page)
}

/// Characters of a document that are nowhere: there must be none.
fn lost(account: &Account) -> usize {
    let kept = account.in_turns + account.in_blocks;
    let dropped: usize = account.dropped.values().sum();
    account.total.saturating_sub(kept).saturating_sub(dropped)
}

struct Looking<'a> {
    site: &'a Site,
    facts: &'a Facts,
    say: &'a Interface,
    /// Characters that are nowhere.
    lost: usize,
}

impl Looking<'_> {
    fn fact(&self, id: &'static str, values: &[(&'static str, Value<'_>)]) -> String {
        self.say.say(id, values)
    }

    /// `html 41, json 9`
    fn listed<'k>(&self, kinds: impl Iterator<Item = (&'k str, usize)>) -> String {
        let one = |(kind, n): (&str, usize)| format!("{kind} {}", self.say.number(n));
        kinds.map(one).collect::<Vec<_>>().join(", ")
    }

    fn n_documents(&self) -> usize {
        self.site.documents.len()
    }

    fn kinds(&self, wanted: &str) -> usize {
        self.facts.kinds.get(wanted).copied().unwrap_or(0)
    }

    fn data(&self) -> Vec<Found> {
        let site = self.site;
        let mut received: BTreeMap<String, usize> = BTreeMap::new();
        for document in &site.documents {
            *received.entry(document.source.extension()).or_default() += 1;
        }
        let kinds = received.iter().map(|(kind, n)| (kind.as_str(), *n));
        let kinds = self.listed(kinds);
        let dropped: usize = site.account.dropped.values().sum();
        let changes = site.changes.len();
        let corrections = site.documents.iter();
        let corrections = corrections.map(|one| one.document.corrections.len()).sum();
        let n_unread = site.unread.len();
        let validated = match (self.lost, n_unread) {
            (0, 0) => State::Holds,
            (0, _) => State::Part,
            _ => State::Fails,
        };
        vec![
            (
                "tested-formats",
                State::Holds,
                vec![
                    self.fact("tested-formats-received", &[("list", (&kinds).into())]),
                    self.fact(
                        "tested-formats-given",
                        &[("documents", self.n_documents().into())],
                    ),
                ],
            ),
            (
                "tested-versions",
                State::Unchecked,
                vec![
                    self.fact("tested-versions-unseen", &[]),
                    self.fact(
                        "tested-versions-listed",
                        &[
                            ("changes", changes.into()),
                            ("corrections", Value::Count(corrections)),
                        ],
                    ),
                ],
            ),
            (
                "tested-account",
                validated,
                vec![
                    self.fact(
                        "tested-account-fact",
                        &[
                            ("all", site.account.total.into()),
                            ("dropped", dropped.into()),
                            ("lost", self.lost.into()),
                        ],
                    ),
                    self.fact("tested-unread-fact", &[("unread", n_unread.into())]),
                ],
            ),
        ]
    }

    fn documentation(&self) -> Vec<Found> {
        let site = self.site;
        let tables: Vec<ArchiveTable> = site.tables().collect();
        let columns: usize = tables.iter().map(|table| table.columns().len()).sum();
        let with_rights = site.documents.iter();
        let with_rights = with_rights
            .filter(|one| one.record.rights.is_some())
            .count();
        let own = if site.config.rights.is_some() {
            "tested-rights-own"
        } else {
            "tested-rights-none"
        };
        let n = with_rights + usize::from(site.config.rights.is_some());
        vec![
            (
                "tested-models",
                State::Holds,
                vec![self.fact(
                    "tested-models-fact",
                    &[("tables", tables.len().into()), ("columns", columns.into())],
                )],
            ),
            (
                "tested-rights",
                State::of(n, self.n_documents() + 1),
                vec![
                    self.fact(
                        "tested-rights-fact",
                        &[
                            ("n", with_rights.into()),
                            ("all", self.n_documents().into()),
                        ],
                    ),
                    self.fact(own, &[]),
                ],
            ),
        ]
    }

    fn processing(&self) -> Vec<Found> {
        let files = || ("files", self.facts.n_files().into());
        vec![
            (
                "tested-checks",
                State::Holds,
                vec![self.fact("tested-checks-fact", &[files()])],
            ),
            (
                "tested-rebuild",
                State::Holds,
                vec![self.fact("tested-rebuild-fact", &[files()])],
            ),
            (
                "tested-code",
                State::Holds,
                vec![self.fact("tested-code-fact", &[])],
            ),
        ]
    }

    fn products(&self) -> Vec<Found> {
        let (site, facts) = (self.site, self.facts);
        let kinds = facts.kinds.iter().filter(|(kind, _)| !kind.is_empty());
        let kinds = self.listed(kinds.map(|(kind, n)| (kind.as_str(), *n)));
        let pages = || ("pages", facts.n_pages.into());
        let asks = match facts.requests.first() {
            None => self.fact("tested-requests-none", &[pages()]),
            Some((page, address)) => self.fact(
                "tested-requests-some",
                &[
                    ("n", facts.requests.len().into()),
                    ("page", page.into()),
                    ("address", address.into()),
                ],
            ),
        };
        let guarded = match (facts.requests.is_empty(), facts.n_guarded == facts.n_pages) {
            (true, true) => State::Holds,
            (true, false) => State::Part,
            (false, _) => State::Fails,
        };
        let published = site.documents.iter();
        let published = published
            .filter(|one| one.record.source == SourcePolicy::Publish)
            .count();
        vec![
            (
                "tested-static",
                State::Holds,
                vec![self.fact(
                    "tested-static-fact",
                    &[("files", facts.n_files().into()), ("list", (&kinds).into())],
                )],
            ),
            (
                "tested-standards",
                State::of(facts.n_pages - facts.n_inline, facts.n_pages),
                vec![self.fact(
                    "tested-standards-fact",
                    &[
                        pages(),
                        ("styles", self.kinds("css").into()),
                        ("scripts", self.kinds("js").into()),
                        ("inline", facts.n_inline.into()),
                    ],
                )],
            ),
            (
                "tested-requests",
                guarded,
                vec![
                    asks,
                    self.fact(
                        "tested-requests-guarded",
                        &[("n", facts.n_guarded.into()), pages()],
                    ),
                ],
            ),
            (
                "tested-addresses",
                if facts.n_queries == 0 {
                    State::Holds
                } else {
                    State::Part
                },
                vec![self.fact(
                    "tested-addresses-fact",
                    &[
                        ("documents", self.n_documents().into()),
                        ("speakers", site.speakers.len().into()),
                        ("conversations", site.conversations.len().into()),
                        ("queries", facts.n_queries.into()),
                    ],
                )],
            ),
            (
                "tested-included",
                State::of(published, self.n_documents()),
                vec![self.fact(
                    "tested-included-fact",
                    &[("n", published.into()), ("all", self.n_documents().into())],
                )],
            ),
            (
                "tested-alone",
                State::Part,
                vec![self.fact("tested-alone-fact", &[])],
            ),
            (
                "tested-graceful",
                State::of(facts.n_turns, site.n_turns()),
                vec![self.fact(
                    "tested-graceful-fact",
                    &[("n", facts.n_turns.into()), ("all", site.n_turns().into())],
                )],
            ),
        ]
    }

    fn release(&self) -> Vec<Found> {
        let (site, facts) = (self.site, self.facts);
        let coherent = match (facts.broken.is_empty(), self.lost) {
            (true, 0) if site.unread.is_empty() => State::Holds,
            (true, 0) => State::Part,
            _ => State::Fails,
        };
        let links = ("links", Value::Count(facts.n_links));
        let mut whole = vec![match facts.broken.first() {
            None => self.fact("tested-links-fact", &[links]),
            Some((page, address)) => self.fact(
                "tested-links-broken",
                &[
                    links,
                    ("n", facts.broken.len().into()),
                    ("page", page.into()),
                    ("address", address.into()),
                ],
            ),
        }];
        whole.push(self.fact(
            "tested-unread-fact",
            &[("unread", site.unread.len().into())],
        ));
        let edition = site.config.edition.as_ref();
        let is_dated = edition.is_some_and(|edition| edition.date.is_some());
        let (named, state) = match edition {
            None => (self.fact("tested-edition-none", &[]), State::Fails),
            Some(edition) => {
                let named = self.fact(
                    "tested-edition-fact",
                    &[
                        ("edition", (&edition.name).into()),
                        ("n", facts.n_with_edition.into()),
                        ("pages", facts.n_pages.into()),
                    ],
                );
                match State::of(facts.n_with_edition, facts.n_pages) {
                    State::Holds if !is_dated => (named, State::Part),
                    state => (named, state),
                }
            }
        };
        let mut named = vec![named];
        if edition.is_some() && !is_dated {
            named.push(self.fact("tested-edition-undated", &[]));
        }
        let base_url = site.config.base_url.is_some();
        let pages = site.pages_published.all().count();
        let documents = site.documents.iter();
        let former: usize = documents.map(|one| one.anchors.was().count()).sum();
        vec![
            (
                "tested-planned",
                State::Unchecked,
                vec![self.fact("tested-planned-fact", &[])],
            ),
            ("tested-coherent", coherent, whole),
            ("tested-edition", state, named),
            (
                "tested-citation",
                if base_url { State::Holds } else { State::Part },
                vec![
                    self.fact(
                        "tested-citation-fact",
                        &[
                            ("documents", self.n_documents().into()),
                            ("turns", site.n_turns().into()),
                        ],
                    ),
                    self.fact(
                        if base_url {
                            "tested-citation-address"
                        } else {
                            "tested-citation-none"
                        },
                        &[],
                    ),
                ],
            ),
            (
                "tested-lasting",
                State::Holds,
                vec![self.fact(
                    "tested-lasting-fact",
                    &[
                        ("pages", (pages + self.n_documents() + former).into()),
                        ("moved", site.moved.len().into()),
                        ("notices", site.notices.len().into()),
                    ],
                )],
            ),
        ]
    }
}
