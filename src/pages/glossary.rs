//! The glossary: terms and abbreviations with what they stand for, and the turns they stand in.

use super::Theme;
use super::frame::Frame;
use super::letters::{IndexPage, LetterView, LetterWay};
use super::links::Links;
use super::paragraph;
use super::short_names::ShortNames;
use super::words;
use crate::diagnostic::Diagnostic;
use crate::site::{Index, Site};
use serde::Serialize;

/// Everything `templates/glossary.html` may use.
#[derive(Serialize)]
struct GlossaryPage<'a> {
    frame: Frame,
    /// “Glossary”, “Glossary: S”.
    title: String,
    /// The page of all letters, on that of one.
    whole_url: Option<String>,
    /// The ways to the letters.
    ways: Vec<LetterWay>,
    /// Empty on the page of all letters, where each has a page of its own.
    letters: Vec<LetterView<TermView<'a>>>,
}

/// A term.
#[derive(Serialize)]
struct TermView<'a> {
    anchor: String,
    term: &'a str,
    expansion: &'a str,
    variants: &'a [String],
    note: Option<&'a str>,
    documents: Vec<InDocument>,
    /// “and in 12 more turns”.
    more: Option<String>,
}

/// The turns of one document.
#[derive(Serialize)]
struct InDocument {
    document: String,
    /// “turn” or “turns”.
    word: String,
    turns: Vec<TurnLink>,
}

#[derive(Serialize)]
struct TurnLink {
    text: String,
    url: String,
}

/// How many turns a term lists; of more it says how many.
const MOST_LISTED: usize = 200;

pub(super) fn render(site: &Site, theme: &Theme, part: Option<&str>) -> Result<String, Diagnostic> {
    let own = IndexPage::new(site, Index::Glossary, part);
    let route = own.route();
    let links = Links::new(site, &route);
    let say = &site.interface;
    let names = ShortNames::new(site);
    let terms = site.terms.iter().zip(&site.indexes.terms);
    let terms = terms
        .enumerate()
        .filter(|(_, (term, _))| own.holds(&term.term))
        .map(|(index, (term, standing))| {
            let view = TermView {
                anchor: paragraph::term_anchor(index),
                term: &term.term,
                expansion: &term.expansion,
                variants: &term.variants,
                note: term.note.as_deref(),
                documents: by_document(site, &links, &names, standing),
                more: standing
                    .len()
                    .checked_sub(MOST_LISTED)
                    .filter(|n| *n > 0)
                    .map(|n| say.say("glossary-more", &[("n", n.into())])),
            };
            (term.term.clone(), view)
        })
        .collect();
    let title = own.title();
    let frame = own.frame(&title, "glossary-description");
    let letters = own.letters(terms);
    let page = GlossaryPage {
        frame,
        title,
        whole_url: own.whole_url(&links),
        ways: own.ways(&links, &letters),
        letters,
    };
    theme.render("glossary.html", &page)
}

fn by_document(
    site: &Site,
    links: &Links<'_>,
    names: &ShortNames,
    standing: &[(usize, usize)],
) -> Vec<InDocument> {
    standing[..standing.len().min(MOST_LISTED)]
        .chunk_by(|a, b| a.0 == b.0)
        .map(|turns| {
            let document = &site.documents[turns[0].0];
            let n = ("n", turns.len().into());
            InDocument {
                document: names.of(turns[0].0),
                word: site.interface.say("people-mentioned", &[n]),
                turns: turns
                    .iter()
                    .map(|(_, turn)| TurnLink {
                        text: words::turn_number(document.anchors.turn(*turn)).to_owned(),
                        url: links.turn(document, *turn),
                    })
                    .collect(),
            }
        })
        .collect()
}
