//! Which turns of the records of one conversation say the same: each pair once, and each turn that stands alone.

use super::Sheet;
use crate::site::{Alignment, Site, address};
use serde::Serialize;

/// The columns, in the order published.
#[derive(Serialize)]
struct Row<'a> {
    conversation: &'a str,
    document: &'a str,
    anchor: &'a str,
    url: String,
    other_document: Option<&'a str>,
    other_anchor: Option<&'a str>,
    other_url: Option<String>,
    /// `program` or `editors`.
    set_by: &'static str,
}

pub(super) fn write(site: &Site, sheet: &mut Sheet<'_>) {
    for conversation in &site.conversations {
        if let Some(alignment) = &conversation.alignment {
            rows(site, &conversation.name, alignment, sheet);
        }
    }
}

fn rows(site: &Site, conversation: &str, alignment: &Alignment, sheet: &mut Sheet<'_>) {
    for (index, row) in alignment.rows.iter().enumerate() {
        let pairs = alignment.pairs(site, index);
        for (record, turns) in row.sides.iter().enumerate() {
            let entry = &site.documents[alignment.records[record].document];
            for turn in turns.iter().copied() {
                let own = |(one, _): &&((usize, usize), (usize, usize))| *one == (record, turn);
                let others: Vec<(usize, usize)> =
                    pairs.iter().filter(own).map(|(_, other)| *other).collect();
                let line = |other: Option<(usize, usize)>| {
                    let is_set = match other {
                        Some(other) => row.is_set_together((record, turn), other),
                        None => row.alone.contains(&(record, turn)),
                    };
                    let other = other.map(|(record, turn)| {
                        (&site.documents[alignment.records[record].document], turn)
                    });
                    Row {
                        conversation,
                        document: entry.id.as_str(),
                        anchor: entry.anchors.turn(turn),
                        url: address::of_turn(site, entry, turn),
                        other_document: other.map(|(other, _)| other.id.as_str()),
                        other_anchor: other.map(|(other, turn)| other.anchors.turn(turn)),
                        other_url: other.map(|(other, turn)| address::of_turn(site, other, turn)),
                        set_by: if is_set { "editors" } else { "program" },
                    }
                };
                if others.is_empty() {
                    sheet.row(&line(None));
                }
                for other in others.into_iter().filter(|(other, _)| *other > record) {
                    sheet.row(&line(Some(other)));
                }
            }
        }
    }
}
