//! What comes before and after a document: in time, and among the records of the same conversation.

use super::super::links::{Links, Neighbor, conversation_anchor};
use super::head;
use crate::site::{DocumentEntry, Site, Telling};
use serde::Serialize;

/// The records of a conversation before and after this one.
#[derive(Serialize)]
pub(super) struct Records {
    /// “Records of the same conversation: Talk at the lake”.
    label: String,
    earlier: Option<Neighbor>,
    later: Option<Neighbor>,
}

/// The documents before and after in time.
pub(super) fn in_time(
    site: &Site,
    document: &DocumentEntry,
    links: &Links<'_>,
) -> (Option<Neighbor>, Option<Neighbor>) {
    let position = site.documents.iter().position(|d| d.id == document.id);
    let neighbor = |index: Option<usize>| {
        let other = site.documents.get(index?)?;
        Some(neighbor(site, other, links.document(other)))
    };
    (
        neighbor(position.and_then(|at| at.checked_sub(1))),
        neighbor(position.map(|at| at + 1)),
    )
}

/// The records before and after, of each conversation that has other records too.
pub(super) fn records(site: &Site, document: &DocumentEntry, links: &Links<'_>) -> Vec<Records> {
    let parts = document.conversations.iter().map(|part| part.conversation);
    let conversations = document.conversation.into_iter().chain(parts);
    let is_here = |telling: &Telling| site.documents[telling.document].id == document.id;
    let mut out = Vec::new();
    for index in conversations {
        let conversation = &site.conversations[index];
        let tellings = &conversation.tellings;
        let (Some(first), Some(last)) = (
            tellings.iter().position(is_here),
            tellings.iter().rposition(is_here),
        ) else {
            continue;
        };
        let neighbor = |telling: Option<&Telling>| {
            let telling = telling?;
            let other = &site.documents[telling.document];
            let url = match telling.part {
                Some(part) => {
                    links.in_document(other, &conversation_anchor(&other.conversations[part]))
                }
                None => links.document(other),
            };
            Some(neighbor(site, other, url))
        };
        let earlier = neighbor(first.checked_sub(1).and_then(|at| tellings.get(at)));
        let later = neighbor(tellings.get(last + 1));
        if earlier.is_some() || later.is_some() {
            let title = [("title", (&conversation.title).into())];
            out.push(Records {
                label: site.interface.say("same-conversation", &title),
                earlier,
                later,
            });
        }
    }
    out
}

fn neighbor(site: &Site, document: &DocumentEntry, url: String) -> Neighbor {
    Neighbor {
        url,
        date: head::date_in_words(&site.interface, document),
        title: document.facts.title.clone(),
        language: super::super::foreign(site, document),
    }
}
