//! Everyone who speaks, by words, most first.

use super::Sheet;
use crate::site::{PersonEntry, Route, Site, address};
use serde::Serialize;

/// The columns, in the order published.
#[derive(Serialize)]
struct Row<'a> {
    speaker_id: &'a str,
    name: &'a str,
    sort_name: &'a str,
    url: String,
    status: &'static str,
    labels: Vec<&'a str>,
    n_documents: usize,
    n_turns: usize,
    n_words: usize,
    n_turns_by_editors: usize,
    n_words_by_editors: usize,
    n_mentions: usize,
    same_as: &'a [String],
}

pub(super) fn write(site: &Site, sheet: &mut Sheet<'_>) {
    for person in site.speakers.iter().filter_map(|id| site.people.get(id)) {
        sheet.row(&row(site, person));
    }
}

fn row<'a>(site: &Site, person: &'a PersonEntry) -> Row<'a> {
    let total = person.total();
    let authority = person.authority.as_ref();
    Row {
        speaker_id: person.id.as_str(),
        name: &person.name,
        sort_name: &person.sort,
        url: address::of(site, &Route::Speaker(person.id.clone())),
        status: authority.map_or("provisional", |_| "authority"),
        labels: person.labels.keys().map(String::as_str).collect(),
        n_documents: person.appearances.len(),
        n_turns: total.n_turns,
        n_words: total.n_words,
        n_turns_by_editors: person.by_editors.n_turns,
        n_words_by_editors: person.by_editors.n_words,
        n_mentions: person.mentioned.len(),
        same_as: authority.map_or(&[], |person| &person.same_as),
    }
}
