//! `&Site` → the texts that are no turns (notes, narration, headings), as search sees them: numbered on from the turns, in order of time.

use super::length;
use crate::query::{self, Catalog, DateEntry, Part};
use crate::site::Site;
use crate::site::parts::PartKind;
use serde::Serialize;
use std::collections::BTreeMap;

/// What `search/parts.js` hands over: the texts, and what they belong to, in columns like those of the turns.
#[derive(Serialize)]
pub(super) struct Parts {
    texts: Vec<String>,
    dates: Vec<DateEntry>,
    turns: Columns,
}

#[derive(Serialize)]
struct Columns {
    document: Vec<usize>,
    anchor: Vec<String>,
    conversation: Vec<Option<usize>>,
    /// Positions in the dates here.
    date: Vec<Option<usize>>,
    length: Vec<usize>,
    part: Vec<Part>,
}

/// The texts and all that is known of them.
pub(super) fn parts(site: &Site, mut none: Catalog) -> Parts {
    let texts = add(site, &mut none);
    Parts {
        texts,
        dates: none.dates,
        turns: Columns {
            document: none.turns.document,
            anchor: none.turns.anchor,
            conversation: none.turns.conversation,
            date: none.turns.date,
            length: none.turns.length,
            part: none.turns.part,
        },
    }
}

/// Adds the texts that are no turns to what is known of the turns, and gives them.
pub(super) fn add(site: &Site, catalog: &mut Catalog) -> Vec<String> {
    let mut found: Vec<_> = site
        .documents
        .iter()
        .enumerate()
        .flat_map(|(at, entry)| entry.parts().into_iter().map(move |part| (at, entry, part)))
        .collect();
    // Texts of one date stay in the order of the site; those without a date come last.
    found.sort_by(
        |(_, a, x), (_, b, y)| match (a.block_date(x.block), b.block_date(y.block)) {
            (Some(one), Some(other)) => one.cmp(other),
            (one, other) => one.is_none().cmp(&other.is_none()),
        },
    );
    let mut texts = Vec::with_capacity(found.len());
    let known = catalog.dates.iter().enumerate();
    let mut dates: BTreeMap<String, usize> =
        known.map(|(at, date)| (date.edtf.clone(), at)).collect();
    for (document, entry, part) in found {
        let date = entry.block_date(part.block).map(|date| {
            *dates.entry(date.as_str().to_owned()).or_insert_with(|| {
                catalog.dates.push(DateEntry {
                    edtf: date.as_str().to_owned(),
                    words: site.interface.date(date),
                });
                catalog.dates.len() - 1
            })
        });
        let columns = &mut catalog.turns;
        columns.document.push(document);
        columns.anchor.push(part.anchor);
        columns.speaker.push(None);
        columns.mentions.push(Vec::new());
        columns.roles.push(Vec::new());
        let conversation = entry.conversation_of(part.block);
        let conversation = conversation.map(|at| entry.conversations[at].conversation);
        columns
            .conversation
            .push(conversation.or(entry.conversation));
        columns.attribution.push(0);
        columns.label.push(None);
        columns.date.push(date);
        let n_words = query::words(part.text).len();
        columns.length.push(length::words(length::step(n_words)));
        columns.part.push(match part.kind {
            PartKind::Note => Part::Notes,
            PartKind::Narration => Part::Narration,
            PartKind::Heading => Part::Headings,
        });
        texts.push(part.text.to_owned());
    }
    texts
}
