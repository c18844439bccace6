//! Drafts → [`Site`].

use super::lexicon::Lexicon;
use super::route::page_name;
use super::{
    Drafts, ExportFile, Indexes, Route, Site, SpeakerTable, Tally, Timeline, Twins, entry, menu,
    page, published, scripts, styles,
};
use crate::anchor::{self, Locks, Pages};
use crate::authority::{Authority, PersonId};
use crate::config::Config;
use crate::csl::Styles;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::document::Account;
use crate::interface::Interface;
use crate::resolve::{self, People};
use crate::source::{DocumentId, Sources};
use crate::withhold::Withheld;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

impl Site {
    /// Joins the documents into an archive: who is who, in which order, what leads where.
    pub fn new(
        config: Config,
        interface: Interface,
        authority: &Authority,
        drafts: Drafts<'_>,
        sources: &Sources,
        withheld: Withheld,
        diagnostics: &mut Diagnostics,
    ) -> Site {
        let people = {
            let read: Vec<resolve::Read<'_>> = drafts
                .read
                .iter()
                .map(|(file, draft)| resolve::Read {
                    file,
                    record: &draft.record,
                    document: &draft.document,
                    candidates: &draft.candidates,
                })
                .collect();
            resolve::people(&read, authority, diagnostics)
        };
        if config.base_url.is_none() {
            let message = "no base_url: canonical links, sitemap and feed addresses are left out";
            let help = "name the address the archive will have";
            diagnostics.push(
                Diagnostic::new(Code::NoBaseUrl, Place::file("site.toml"), message, help).fix(
                    "site.toml",
                    "base_url = \"https://name.github.io/archive/\"",
                ),
            );
        }
        let People {
            attributions,
            mut provisional,
        } = people;
        let unread: Vec<DocumentId> = drafts
            .unread
            .iter()
            .map(|file| sources.id_of(&file.path))
            .collect();
        let absent = published::absent(&withheld, &unread);
        let mut kept = {
            let read = drafts.read.iter().map(|(file, draft)| anchor::Read {
                id: &draft.id,
                path: &file.source.path,
                document: &draft.document,
                withholds: !draft.record.withheld.is_empty(),
            });
            let read: Vec<anchor::Read<'_>> = read.collect();
            anchor::align(
                &read,
                &absent,
                &sources.locks,
                sources.remembers,
                drafts.anchors,
                diagnostics,
            )
        };
        kept.forget(|name| withheld.in_slug(name).is_some());
        let names = kept.names(&attributions, |id| authority.person(id).is_some());
        if !names.is_empty() {
            let renamed = |id: PersonId| names.get(&id).cloned().unwrap_or(id);
            let all = provisional.into_iter();
            provisional = all.map(|(id, one)| (renamed(id), one)).collect();
        }
        let mut account = Account::default();
        let mut tally = Tally::default();
        let mut documents = Vec::new();
        let mut ids = Vec::new();
        let read = drafts.read.into_iter().zip(attributions);
        for (((file, draft), attributions), anchors) in read.zip(&kept.documents) {
            let attributions = attributions.into_iter().map(|one| one.renamed(&names));
            let own = (attributions.collect(), anchors.clone());
            ids.push(draft.id.clone());
            let entry = entry::document(draft, own, file, authority, diagnostics);
            account.add(&entry.account);
            tally = tally + entry.tally;
            documents.push(entry);
        }
        documents.sort_by(|a, b| match (a.talk_date(), b.talk_date()) {
            (Some(x), Some(y)) => x.cmp(y).then_with(|| a.id.cmp(&b.id)),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (None, None) => a.id.cmp(&b.id),
        });
        let places: HashMap<DocumentId, usize> = documents
            .iter()
            .enumerate()
            .map(|(at, document)| (document.id.clone(), at))
            .collect();
        let order: Vec<usize> = ids.iter().map(|id| places[id]).collect();
        let mut site = Site {
            config,
            interface,
            documents,
            conversations: Vec::new(),
            timeline: Timeline::default(),
            changes: Vec::new(),
            indexes: Indexes::default(),
            parts: BTreeMap::new(),
            people: BTreeMap::new(),
            speakers: Vec::new(),
            terms: authority.terms.clone(),
            menu: Vec::new(),
            pages: Vec::new(),
            assets: sources.assets.clone(),
            colors: BTreeMap::new(),
            card: None,
            portraits: BTreeMap::new(),
            images: BTreeMap::new(),
            unread: drafts.unread,
            account,
            tally,
            lexicon: Lexicon::default(),
            bulk: OnceLock::new(),
            places,
            twins: Twins::default(),
            styles: Styles::default(),
            withheld,
            moved: Vec::new(),
            notices: Vec::new(),
            copied: Vec::new(),
            pages_published: Pages::default(),
            locks: Locks::default(),
        };
        site.pages = page::read(&sources.pages, &site.documents, diagnostics);
        let theme = site.config.theme.clone();
        theme.add_colors(&mut site.assets, diagnostics);
        if let Some(found) = theme.missing_logo(&site.assets) {
            diagnostics.push(found);
        }
        site.colors = theme.by_day(&site.assets);
        site.gather_people(authority, &provisional);
        site.lexicon = Lexicon::of(site.people.values());
        site.gather_conversations();
        site.align_records(diagnostics);
        site.timeline = Timeline::new(&site);
        site.gather_changes(sources.changes.as_ref(), diagnostics);
        site.twins = Twins::of(&site);
        site.gather_indexes();
        site.divide_indexes();
        site.gather_pictures(diagnostics);
        if sources.remembers {
            site.settle_addresses(kept, &order, sources);
        }
        site.menu = menu::read(&site, diagnostics);
        styles::join(&mut site.assets);
        scripts::join(&mut site.assets, &site.interface);
        site
    }

    /// Every file of the site, each once, in order; but those of search, which are known once its index is made.
    pub fn routes(&self) -> Vec<Route> {
        let mut routes = self.possible_routes();
        routes.retain(|route| self.has(route));
        routes
    }

    /// Whether a possible file is one of the site's: a table of distinctive words is where there are some, and to know that, the words of
    /// the whole archive are counted.
    pub fn has(&self, route: &Route) -> bool {
        let Route::Export(ExportFile::SpeakerTable(id, SpeakerTable::Words)) = route else {
            return true;
        };
        let person = self.people.get(id);
        person.is_some_and(|person| self.has_speaker_table(person, SpeakerTable::Words))
    }

    /// The same with those that perhaps are not there, see [`Site::has`]. Every page is there for certain.
    pub fn possible_routes(&self) -> Vec<Route> {
        let mut routes = vec![
            Route::Home,
            Route::People,
            Route::Timeline,
            Route::Search,
            Route::Data,
            Route::Tested,
            Route::NotFound,
            Route::Export(ExportFile::Robots),
            Route::Export(ExportFile::NoJekyll),
        ];
        routes.extend(self.table_files().map(Route::Export));
        routes.extend(self.archive_offers().into_iter().map(|offer| offer.route));
        if self.has_changes() {
            routes.push(Route::Changes);
        }
        routes.extend(self.index_routes());
        for (index, parts) in &self.parts {
            let parts = parts.parts.iter().map(|part| part.path.clone());
            routes.extend(parts.map(|part| Route::IndexPart(*index, part)));
        }
        routes.extend(self.timeline.pages().map(Route::TimelinePart));
        if self.config.base_url.is_some() {
            // Who shows a page elsewhere finds its picture by an absolute address only.
            let drawn = self.card.iter().map(|card| card.route.clone());
            routes.extend(drawn.filter(|route| *route == Route::Export(ExportFile::Card)));
        }
        for document in &self.documents {
            routes.push(Route::Document(document.id.clone()));
            let offers = self.document_offers(document).into_iter();
            routes.extend(offers.map(|offer| offer.route));
        }
        routes.extend((0..self.conversations.len()).map(Route::Conversation));
        let speakers = self.speakers.par_iter();
        routes.par_extend(speakers.flat_map_iter(|id| self.speaker_routes(id)));
        routes.extend((0..self.pages.len()).map(Route::Page));
        routes.extend((0..self.moved.len()).map(Route::Moved));
        routes.extend((0..self.notices.len()).map(Route::Notice));
        routes.extend((0..self.copied.len()).map(Route::Copied));
        routes.extend(self.assets.keys().cloned().map(Route::Asset));
        routes.sort();
        routes
    }

    /// A speaker's page and tables, as far as there may be any.
    fn speaker_routes(&self, id: &PersonId) -> Vec<Route> {
        let Some(person) = self.people.get(id) else {
            return Vec::new();
        };
        let years = self.years_apart(person).into_iter();
        let years = years.map(|year| Route::SpeakerYear(id.clone(), year));
        let tables = SpeakerTable::ALL.into_iter();
        let tables = tables.filter(|table| self.may_have_speaker_table(person, *table));
        let tables = tables.map(|table| ExportFile::SpeakerTable(id.clone(), table));
        let feed = ExportFile::SpeakerFeed(id.clone());
        let files = tables.chain([feed]).map(Route::Export);
        let page = Route::Speaker(id.clone());
        std::iter::once(page).chain(years).chain(files).collect()
    }

    /// The indexes that there is something for, but those of people and of time, which every archive has.
    pub fn index_routes(&self) -> Vec<Route> {
        let indexes = [
            (Route::Places, self.indexes.places.is_empty()),
            (Route::Glossary, self.terms.is_empty()),
            (Route::Kinds, self.indexes.kinds.is_empty()),
            (Route::Subjects, self.indexes.subjects.is_empty()),
        ];
        let indexes = indexes.into_iter().filter(|(_, is_empty)| !is_empty);
        indexes.map(|(route, _)| route).collect()
    }

    /// The name of a Markdown page in addresses.
    pub fn page_name(&self, index: usize) -> String {
        page_name(self.pages[index].path())
    }
}
