//! Every place where somebody is named, in turns and in what is told between them.

use super::Sheet;
use crate::date::Edtf;
use crate::site::{DocumentEntry, Route, Site, address};
use serde::Serialize;

/// The columns, in the order published.
#[derive(Serialize)]
struct Row<'a> {
    document: &'a str,
    anchor: Option<&'a str>,
    url: String,
    date: Option<&'a str>,
    person: &'a str,
    name: &'a str,
    text: &'a str,
    start: usize,
    end: usize,
}

pub(super) fn write(site: &Site, sheet: &mut Sheet<'_>) {
    for entry in &site.documents {
        write_document(site, entry, sheet);
    }
}

fn write_document(site: &Site, entry: &DocumentEntry, sheet: &mut Sheet<'_>) {
    let page = address::of(site, &Route::Document(entry.id.clone()));
    for mention in entry.mentions.iter() {
        let turn = entry
            .turns
            .binary_search_by_key(&mention.block, |turn| turn.block)
            .ok();
        let date = turn.map_or(entry.talk_date(), |index| entry.turn_date(index));
        let paragraph = &entry.document.blocks[mention.block].paragraphs()[mention.paragraph];
        let span = paragraph.text.span_of(mention.range.clone());
        let person = site.people.get(&mention.person);
        sheet.row(&Row {
            document: entry.id.as_str(),
            anchor: turn.map(|index| entry.anchors.turn(index)),
            url: turn.map_or_else(
                || page.clone(),
                |index| address::of_turn(site, entry, index),
            ),
            date: date.map(Edtf::as_str),
            person: mention.person.as_str(),
            name: person.map_or("", |person| &person.name),
            text: &paragraph.text.text()[mention.range.clone()],
            start: span.start,
            end: span.end,
        });
    }
}
