//! What becomes of addresses that were published: pages that lead on, notices, and the locks to be.

use super::{DocumentEntry, ExportFile, Route, Site};
use crate::anchor::{Absent, Kept, Pages};
use crate::authority::PersonId;
use crate::record::SourcePolicy;
use crate::resolve::Attribution;
use crate::source::{DocumentId, Sources};
use crate::withhold::{Unpublished, Withheld};
use std::collections::BTreeMap;

/// An address that was published and is another's now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Moved {
    /// Its path in the site.
    pub from: String,
    /// The path of what it leads to.
    pub to: String,
    /// The document whose page it was, if it was one's: its position.
    pub document: Option<usize>,
}

/// An address of a document that is not published any more.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// What its record says.
    pub document: Unpublished,
    /// Its path in the site.
    pub path: String,
    /// The anchors the page had.
    pub anchors: Vec<String>,
}

/// A file of data at the name it had before: its document or speaker has another, and no host leads on from a file that is no page. It
/// has today's bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Copied {
    /// Its path in the site.
    pub from: String,
    /// What it is.
    pub of: ExportFile,
}

/// The documents that are not published, as anchors see them.
pub(super) fn absent<'a>(withheld: &'a Withheld, unread: &'a [DocumentId]) -> Vec<Absent<'a>> {
    let left_out = withheld.unpublished().iter().map(|one| Absent {
        id: &one.id,
        by_record: true,
    });
    let unread = unread.iter().map(|id| Absent {
        id,
        by_record: false,
    });
    left_out.chain(unread).collect()
}

/// Whether an archive may lose the page; a document's own is in its lock.
fn may_go(route: &Route) -> bool {
    let stays = matches!(
        route,
        Route::Document(_)
            | Route::Home
            | Route::People
            | Route::Timeline
            | Route::Search
            | Route::Data
            | Route::Tested
    );
    route.is_listed() && !stays
}

impl Site {
    /// Finds where every address leads that was ever published, and makes the locks. `order` has for each document that the anchors were
    /// made for its position in the site.
    pub(super) fn settle_addresses(&mut self, mut kept: Kept, order: &[usize], sources: &Sources) {
        for (at, position) in order.iter().enumerate() {
            let document = &self.documents[*position];
            let whose = document.turns.iter().map(|turn| turn.attribution.person());
            kept.say(at, whose, self.conversations_of(document));
        }
        let mut pages = Pages::default();
        let mut paths: Vec<String> = Vec::new();
        for route in self.possible_routes() {
            if route.is_listed() {
                paths.push(route.path(self));
            }
            if may_go(&route) {
                pages.add(&route.path(self), None);
            }
        }
        paths.sort();
        let is_there = |path: &str| paths.binary_search_by(|own| own.as_str().cmp(path)).is_ok();
        let attributions = order.iter().map(|position| {
            let turns = self.documents[*position].turns.iter();
            turns
                .map(|turn| &turn.attribution)
                .collect::<Vec<&Attribution>>()
        });
        let heirs = heirs(&kept, attributions);
        let talks = self.talks(&kept, order);
        let mut moved = Vec::new();
        let mut notices = Vec::new();
        for (path, known) in kept.pages.all() {
            if is_there(path) {
                continue;
            }
            let heir = |name: &str| {
                let own = format!("speakers/{name}.html");
                let id = heirs.get(name)?;
                let path = Route::Speaker(id.clone()).path(self);
                Some(if is_there(&own) { own } else { path })
            };
            let speaker = path.strip_prefix("speakers/").and_then(|name| {
                let name = name.strip_suffix(".html")?;
                let name = name.split_once('.').map_or(name, |(name, _)| name);
                let own = format!("speakers/{name}.html");
                if is_there(&own) {
                    Some(own)
                } else {
                    heir(name)
                }
            });
            let talk = || {
                talks
                    .get(path.strip_prefix("conversations/")?.strip_suffix(".html")?)
                    .cloned()
            };
            // Where a page leads that is gone since, it leads where that one does.
            let mut known = known.map(str::to_owned);
            for _ in 0..8 {
                let Some(next) = known.as_deref().filter(|to| !is_there(to)) else {
                    break;
                };
                let name = next
                    .strip_prefix("speakers/")
                    .and_then(|n| n.strip_suffix(".html"));
                let further = kept.pages.to(next).map(str::to_owned);
                known = further.or_else(|| name.and_then(heir));
            }
            let known = known.filter(|to| is_there(to));
            let source = path.strip_prefix("documents/");
            let source = source.and_then(|name| name.strip_suffix(".source.html"));
            let document = source.map(|id| format!("documents/{id}.html"));
            if document.as_ref().is_some_and(|page| !is_there(page)) {
                // The document's own lock knows where it went; a document left out has its notice here, too.
                let left_out = self.withheld.unpublished().iter();
                let is_it = |one: &&Unpublished| source == Some(one.id.as_str());
                if let Some(document) = left_out.clone().find(is_it) {
                    pages.add(path, None);
                    notices.push(Notice {
                        document: document.clone(),
                        path: path.to_owned(),
                        anchors: Vec::new(),
                    });
                }
                continue;
            }
            let to = speaker.or_else(talk).or(known).or(document);
            let to = to.unwrap_or_else(|| self.nearest_index(path, is_there));
            pages.add(path, Some(to.clone()));
            moved.push(Moved {
                from: path.to_owned(),
                to,
                document: None,
            });
        }
        for (at, document) in self.documents.iter().enumerate() {
            let mut add = |from: String, to: Route| {
                moved.push(Moved {
                    from,
                    to: to.path(self),
                    document: Some(at),
                });
            };
            for name in document.anchors.was() {
                add(
                    format!("documents/{name}.html"),
                    Route::Document(document.id.clone()),
                );
                if document.record.source == SourcePolicy::Publish {
                    let to = Route::SourcePage(document.id.clone());
                    add(format!("documents/{name}.source.html"), to);
                }
            }
        }
        moved.sort_by(|a, b| a.from.cmp(&b.from));
        self.copied = self.copied(&moved);
        let ids: Vec<&DocumentId> = order.iter().map(|at| &self.documents[*at].id).collect();
        self.locks = kept.written(&ids, &pages, &sources.locks);
        self.pages_published = pages;
        self.moved = moved;
        for document in self.withheld.unpublished() {
            let left = kept.absent.get(document.id.as_str());
            if !document.is_withdrawn && left.is_none() {
                continue;
            }
            let was = left.iter().flat_map(|left| &left.was).map(String::as_str);
            let of_source = format!("documents/{}.source.html", document.id);
            let has_source = notices.iter().any(|one: &Notice| one.path == of_source);
            let mut add = |path: String, anchors: Vec<String>| {
                notices.push(Notice {
                    document: document.clone(),
                    path,
                    anchors,
                });
            };
            let anchors = || left.map_or_else(Vec::new, |left| left.anchors.clone());
            add(format!("documents/{}.html", document.id), anchors());
            for name in was {
                add(format!("documents/{name}.html"), anchors());
                if has_source {
                    add(format!("documents/{name}.source.html"), Vec::new());
                }
            }
        }
        notices.sort_by(|a, b| a.path.cmp(&b.path));
        self.notices = notices;
    }

    /// The files of data that stood beside pages which lead on.
    fn copied(&self, moved: &[Moved]) -> Vec<Copied> {
        let mut copied = Vec::new();
        let mut add = |from: &str, to: &str, of: ExportFile| {
            let path = Route::Export(of.clone()).path(self);
            if let Some(ending) = path.strip_prefix(to) {
                let from = format!("{from}{ending}");
                copied.push(Copied { from, of });
            }
        };
        for one in moved {
            let (Some(from), Some(to)) =
                (one.from.strip_suffix("html"), one.to.strip_suffix("html"))
            else {
                continue;
            };
            if let Some(at) = one.document {
                let document = &self.documents[at];
                if one.to == Route::Document(document.id.clone()).path(self) {
                    for offer in self.document_offers(document) {
                        if let Route::Export(file) = offer.route {
                            add(from, to, file);
                        }
                    }
                }
            }
            let id = to.strip_prefix("speakers/").map(|to| &to[..to.len() - 1]);
            let id = id
                .map(PersonId::new)
                .filter(|id| self.speakers.contains(id));
            let is_page = from.starts_with("speakers/") && from.matches('.').count() == 1;
            if let Some((id, person)) = id.filter(|_| is_page).and_then(|id| {
                let person = self.people.get(&id)?;
                Some((id, person))
            }) {
                for file in self.speaker_files(person, &id) {
                    add(from, to, file);
                }
            }
        }
        copied
    }

    /// The index that a page which is gone would be found in: `timeline/1990.html` → `timeline.html`.
    fn nearest_index(&self, path: &str, is_there: impl Fn(&str) -> bool) -> String {
        let folder = path.split_once('/').map(|(folder, _)| folder);
        let index = match folder {
            Some("speakers") => Route::People.path(self),
            Some("conversations") => Route::Timeline.path(self),
            Some(folder) => format!("{folder}.html"),
            None => Route::Home.path(self),
        };
        if is_there(&index) {
            index
        } else {
            Route::Home.path(self)
        }
    }

    /// The conversations a document is a record of, each with its first turn.
    fn conversations_of(&self, document: &DocumentEntry) -> Vec<(String, Option<usize>)> {
        let first = |part: Option<usize>| {
            let mut turns = document.turns.iter();
            turns.position(|turn| part.is_none() || turn.conversation == part)
        };
        let whole = document.conversation.map(|at| {
            let name = self.conversations[at].name.clone();
            (name, first(None))
        });
        let parts = document.conversations.iter().enumerate();
        let parts = parts.map(|(at, part)| (part.id.clone(), first(Some(at))));
        whole.into_iter().chain(parts).collect()
    }

    /// For each conversation of the last build the page that its first turn belongs to today.
    fn talks(&self, kept: &Kept, order: &[usize]) -> BTreeMap<String, String> {
        let found = kept.conversations().map(|(name, at, turn)| {
            let document = &self.documents[order[at]];
            let part = turn.and_then(|turn| document.turns.get(turn)?.conversation);
            let part = part.or((!document.conversations.is_empty()).then_some(0));
            let part = part.map(|part| document.conversations[part].conversation);
            let to = match document.conversation.or(part) {
                Some(index) => Route::Conversation(index),
                None => Route::Document(document.id.clone()),
            };
            (name.to_owned(), to.path(self))
        });
        found.collect()
    }
}

/// For each name that speakers had at the last build, whose most of those turns are today.
fn heirs<'a>(
    kept: &Kept,
    attributions: impl Iterator<Item = Vec<&'a Attribution>>,
) -> BTreeMap<String, PersonId> {
    let attributions: Vec<Vec<&Attribution>> = attributions.collect();
    let votes = kept.votes(attributions.into_iter());
    let most = votes.into_iter().filter_map(|(name, now)| {
        let mut now = now.into_iter();
        let first = now.next()?;
        let (person, _) = now.fold(first, |best, one| if one.1 > best.1 { one } else { best });
        Some((name.to_owned(), person.clone()))
    });
    most.collect()
}
