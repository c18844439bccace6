//! Documents in rows: when, what, the drawing to one scale, how much. For the home page, the time line and the speakers.

use super::html::Html;
use super::lanes::Lanes;
use super::links::Links;
use super::score::Score;
use super::words;
use crate::authority::PersonId;
use crate::date::Edtf;
use crate::interface::Interface;
use crate::site::{DocumentEntry, Site};
use serde::Serialize;

/// A document, or a conversation it reports.
#[derive(Serialize)]
pub(super) struct DocumentRow {
    pub(super) date: String,
    pub(super) datetime: Option<String>,
    /// The place as printed.
    pub(super) place: Option<String>,
    pub(super) title: String,
    pub(super) language: Option<String>,
    /// The same, where it is not the language of the pages.
    pub(super) foreign: Option<String>,
    pub(super) url: String,
    /// What kind of document, in which state.
    pub(super) about: String,
    pub(super) strip_html: Html,
    pub(super) n_words: String,
    pub(super) n_turns: String,
}

/// Documents, drawn to the scale of the longest; with `lit`, one speaker in color and with that speaker's numbers.
pub(super) fn documents(
    site: &Site,
    links: &Links<'_>,
    which: &[&DocumentEntry],
    lit: Option<&PersonId>,
) -> Vec<DocumentRow> {
    let say = &site.interface;
    let scores: Vec<Score> = which
        .iter()
        .map(|document| Score::new(site, document, &Lanes::of_archive(site, document), links))
        .collect();
    let whole = scores.iter().map(Score::total).max().unwrap_or(0);
    which
        .iter()
        .zip(&scores)
        .map(|(document, score)| {
            let facts = &document.facts;
            let share = document
                .shares
                .iter()
                .find(|share| Some(&share.person) == lit);
            let tally = share.map_or(document.tally, crate::site::Share::total);
            let mut about: Vec<String> = facts.kind.iter().cloned().collect();
            if !document.conversations.is_empty() {
                let n = document.conversations.len();
                about.push(say.say("reports-n", &[("n", n.into())]));
                about.extend(
                    facts
                        .date
                        .as_ref()
                        .map(|date| say.say("published-on", &[("date", (&say.date(date)).into())])),
                );
            }
            DocumentRow {
                date: dates(say, document, Interface::date)
                    .unwrap_or_else(|| say.text("date-not-stated").to_owned()),
                datetime: document
                    .talk_date()
                    .filter(|_| document.conversations.len() < 2)
                    .and_then(Edtf::html_datetime),
                place: facts.place.clone(),
                title: facts.title.clone(),
                language: facts.language.clone(),
                foreign: super::foreign(site, document),
                url: links.document(document),
                about: about.join(", "),
                strip_html: score.strip(whole, lit),
                n_words: words::words(say, tally.n_words),
                n_turns: words::turns(say, tally.n_turns),
            }
        })
        .collect()
}

/// When the talks of a document were: one date, or the first and the last, each put in words by `say`.
pub(super) fn dates(
    interface: &Interface,
    document: &DocumentEntry,
    say: fn(&Interface, &Edtf) -> String,
) -> Option<String> {
    let mut dates: Vec<&Edtf> = document
        .conversations
        .iter()
        .filter_map(|c| c.date.as_ref())
        .collect();
    dates.sort();
    match (dates.first(), dates.last()) {
        (Some(first), Some(last)) if first == last => Some(say(interface, first)),
        (Some(first), Some(last)) => {
            Some(interface.span(&say(interface, first), &say(interface, last)))
        }
        _ => document
            .facts
            .date
            .as_ref()
            .map(|date| say(interface, date)),
    }
}
