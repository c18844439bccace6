//! Indexes of documents, from A to Z: places, kinds, subjects.

use super::Theme;
use super::frame::Frame;
use super::letters::{IndexPage, LetterView, LetterWay};
use super::links::{Links, conversation_anchor};
use crate::diagnostic::Diagnostic;
use crate::interface::Interface;
use crate::site::{Index, Place, Route, Site, Standing};
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// Everything `templates/entries.html` may use.
#[derive(Serialize)]
struct EntriesPage<'a> {
    frame: Frame,
    /// “Places”, “Places: S”.
    title: String,
    /// The page of all letters, on that of one.
    whole_url: Option<String>,
    /// The ways to the letters.
    ways: Vec<LetterWay>,
    /// What all of it is called.
    whole_title: &'a str,
    lede: &'a str,
    /// Empty on the page of all letters, where each has a page of its own.
    letters: Vec<LetterView<EntryView>>,
    timeline_url: String,
}

/// A place, kind or subject; or the way to one from the editors' reading.
#[derive(Clone, Serialize)]
struct EntryView {
    name: String,
    /// “(the editors: Rambouillet)”.
    editors: Option<String>,
    /// Where to look instead.
    see: Option<See>,
    anchor: Option<String>,
    documents: Vec<DocumentView>,
    /// “and 12 more, in the timeline”.
    more: Option<String>,
}

#[derive(Clone, Serialize)]
struct See {
    name: String,
    url: String,
}

/// A document, or a conversation it reports.
#[derive(Clone, Serialize)]
struct DocumentView {
    date: String,
    title: String,
    /// The title's, where it is not that of the pages.
    language: Option<String>,
    url: String,
}

/// How many documents an entry lists; of more it says how many.
const MOST_LISTED: usize = 100;

/// The name of an index, as a text of the interface.
pub(super) fn title(route: &Route) -> &'static str {
    match route {
        Route::People => "nav-people",
        Route::Places => "places-title",
        Route::Glossary => "glossary-title",
        Route::Kinds => "kinds-title",
        _ => "subjects-title",
    }
}

pub(super) fn render(
    site: &Site,
    theme: &Theme,
    index: Index,
    part: Option<&str>,
) -> Result<String, Diagnostic> {
    let own = IndexPage::new(site, index, part);
    let route = own.route();
    let links = Links::new(site, &route);
    let say = &site.interface;
    let (entries, lede, description) = match index {
        Index::Places => (
            places(site, &links, own),
            "places-lede",
            "places-description",
        ),
        Index::Kinds => (
            documents(site, &links, own, site.indexes.kinds.iter()),
            "kinds-lede",
            "kinds-description",
        ),
        Index::Subjects | Index::People | Index::Glossary => (
            documents(site, &links, own, site.indexes.subjects.iter()),
            "subjects-lede",
            "subjects-description",
        ),
    };
    let title = own.title();
    let frame = own.frame(&title, description);
    let letters = own.letters(entries);
    let page = EntriesPage {
        frame,
        title,
        whole_url: own.whole_url(&links),
        ways: own.ways(&links, &letters),
        whole_title: say.text(self::title(&index.route())),
        lede: say.text(lede),
        letters,
        timeline_url: links.to(&Route::Timeline),
    };
    theme.render("entries.html", &page)
}

/// Documents under each name.
fn documents<'a>(
    site: &Site,
    links: &Links<'_>,
    own: IndexPage<'_>,
    index: impl Iterator<Item = (&'a String, &'a Vec<usize>)>,
) -> Vec<(String, EntryView)> {
    index
        .filter(|(name, _)| own.holds(name))
        .map(|(name, documents)| {
            let standing: Vec<Standing> = documents
                .iter()
                .map(|&document| Standing {
                    document,
                    conversation: None,
                })
                .collect();
            (name.clone(), entry(site, links, name, &standing))
        })
        .collect()
}

/// Places as printed, the editors' readings beside them; a reading of its own leads to the printed form.
fn places(site: &Site, links: &Links<'_>, own: IndexPage<'_>) -> Vec<(String, EntryView)> {
    let say = &site.interface;
    let mut entries = Vec::new();
    let mut anchors: HashSet<String> = HashSet::new();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    // Of one name the printed place comes first.
    let (printed, unprinted): (Vec<_>, Vec<_>) = site
        .indexes
        .places
        .iter()
        .partition(|(place, _)| place.printed.is_some());
    for (place, standing) in printed.into_iter().chain(unprinted) {
        let Place { printed, editors } = place;
        let by_editors = |place: &String| say.say("fact-place-editors", &[("place", place.into())]);
        let name = printed.as_ref().or(editors.as_ref());
        let Some(name) = name else { continue };
        let slug = format!("place-{}", crate::source::slug(name));
        let n = numbers.entry(slug.clone()).or_insert(0_usize);
        let anchor = loop {
            *n += 1;
            let anchor = match *n {
                1 => slug.clone(),
                n => format!("{slug}-{n}"),
            };
            if anchors.insert(anchor.clone()) {
                break anchor;
            }
        };
        if let (Some(printed), Some(editors)) = (printed, editors)
            && own.holds(editors)
        {
            let see = EntryView {
                see: Some(See {
                    name: printed.clone(),
                    url: links.in_index(Index::Places, name, &anchor),
                }),
                ..entry(site, links, editors, &[])
            };
            entries.push((editors.clone(), see));
        }
        if !own.holds(name) {
            continue;
        }
        let line = EntryView {
            anchor: Some(anchor),
            editors: match (printed, editors) {
                (Some(_), Some(editors)) => Some(by_editors(editors)),
                (None, Some(_)) => Some(say.text("places-editors-only").to_owned()),
                _ => None,
            },
            ..entry(site, links, name, standing)
        };
        entries.push((name.clone(), line));
    }
    entries
}

fn entry(site: &Site, links: &Links<'_>, name: &str, standing: &[Standing]) -> EntryView {
    let n_more = standing.len().saturating_sub(MOST_LISTED);
    EntryView {
        name: name.to_owned(),
        editors: None,
        see: None,
        anchor: None,
        documents: standing
            .iter()
            .take(MOST_LISTED)
            .map(|standing| document(site, links, *standing))
            .collect(),
        more: (n_more > 0).then(|| site.interface.say("index-more", &[("n", n_more.into())])),
    }
}

fn document(site: &Site, links: &Links<'_>, standing: Standing) -> DocumentView {
    let document = &site.documents[standing.document];
    let say = &site.interface;
    match standing.conversation {
        Some(at) => {
            let conversation = &document.conversations[at];
            DocumentView {
                date: say.date_or_none(conversation.date.as_ref()),
                title: conversation.title.clone(),
                language: None,
                url: links.in_document(document, &conversation_anchor(conversation)),
            }
        }
        None => DocumentView {
            date: super::rows::dates(say, document, Interface::date)
                .unwrap_or_else(|| say.text("date-not-stated").to_owned()),
            title: document.facts.title.clone(),
            language: super::foreign(site, document),
            url: links.document(document),
        },
    }
}
