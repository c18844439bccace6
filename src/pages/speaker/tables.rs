//! The tables of a speaker's page: by document, by year, with whom, distinctive words.

use super::super::links::Links;
use super::super::table::Table;
use super::super::words;
use super::when;
use crate::language;
use crate::site::{
    Appearance, DocumentEntry, ExportFile, PersonEntry, Route, Site, SpeakerTable, Tally,
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

/// The most rows shown; the CSV has all.
const MOST_ROWS: usize = 50;

/// The most distinctive words shown.
const MOST_WORDS: usize = 30;

/// Distinctive words in one language.
#[derive(Serialize)]
pub(super) struct ComparisonView<'a> {
    /// What is compared with what, and how.
    note: String,
    /// Whether the words are a translator's.
    is_translated: bool,
    /// Nothing where no word passes the thresholds.
    words: Option<Table<'a>>,
}

/// The address of a table, where there is one.
pub(super) fn csv(
    site: &Site,
    links: &Links<'_>,
    person: &PersonEntry,
    table: SpeakerTable,
) -> Option<String> {
    site.has_speaker_table(person, table).then(|| {
        links.to(&Route::Export(ExportFile::SpeakerTable(
            person.id.clone(),
            table,
        )))
    })
}

/// Turns and words in some of the documents.
pub(super) fn counts<'a>(
    site: &'a Site,
    links: &Links<'_>,
    person: &PersonEntry,
    appearances: &[Appearance],
) -> Table<'a> {
    let say = &site.interface;
    let any_by_editors = person.by_editors.n_turns > 0;
    let mut heads = vec!["head-document", "head-turns", "head-words"];
    if any_by_editors {
        heads.push("head-words-by-editors");
    }
    heads.push("speaker-share");
    let mut table = Table::new(say, "speaker-words-by-document", &heads);
    for appearance in appearances {
        let document = &site.documents[appearance.document];
        let (printed, assigned) = tallies(document, &appearance.turns);
        let name = say.say(
            "speaker-in-document",
            &[
                ("date", (&when(say, document, &appearance.turns)).into()),
                ("title", (&document.facts.title).into()),
            ],
        );
        let mut row = table.row(&name, Some(links.document(document)));
        row.number(printed.n_turns);
        row.number(printed.n_words);
        if any_by_editors {
            row.number(assigned.n_words);
        }
        let both = printed + assigned;
        row.figure(&words::percent(say, both.n_words, document.tally.n_words));
    }
    table.with_csv(csv(site, links, person, SpeakerTable::Documents))
}

/// By printed label or quotation, and assigned by the editors.
fn tallies(document: &DocumentEntry, turns: &[usize]) -> (Tally, Tally) {
    let mut both = (Tally::default(), Tally::default());
    for turn in turns {
        let kind = if document.is_assigned(*turn) {
            &mut both.1
        } else {
            &mut both.0
        };
        *kind = *kind
            + Tally {
                n_turns: 1,
                n_words: document.turns[*turn].n_words,
            };
    }
    both
}

/// Turns and words by year; nothing where there is but one.
pub(super) fn years<'a>(
    site: &'a Site,
    links: &Links<'_>,
    person: &PersonEntry,
    apart: &[Option<i32>],
) -> Option<Table<'a>> {
    let url = csv(site, links, person, SpeakerTable::Years)?;
    let say = &site.interface;
    let any_by_editors = person.by_editors.n_turns > 0;
    let mut heads = vec!["head-year", "head-turns", "head-words"];
    if any_by_editors {
        heads.push("head-words-by-editors");
    }
    let mut table = Table::new(say, "speaker-by-year", &heads);
    for tally in site.years(person) {
        let name = year_name(site, tally.year);
        let page = Route::SpeakerYear(person.id.clone(), tally.year);
        let url = apart.contains(&tally.year).then(|| links.to(&page));
        let mut row = table.row(&name, url);
        row.number(tally.printed.n_turns);
        row.number(tally.printed.n_words);
        if any_by_editors {
            row.number(tally.by_editors.n_words);
        }
    }
    Some(table.with_csv(Some(url)))
}

/// “1990”, or that the date is not stated.
pub(super) fn year_name(site: &Site, year: Option<i32>) -> String {
    match year {
        Some(year) => year.to_string(),
        None => site.interface.text("date-not-stated").to_owned(),
    }
}

/// Who speaks in the same conversations; nothing where nobody does.
pub(super) fn companions<'a>(
    site: &'a Site,
    links: &Links<'_>,
    person: &PersonEntry,
) -> Option<Table<'a>> {
    let companions = site.companions(person);
    if companions.is_empty() {
        return None;
    }
    let say = &site.interface;
    let heads = [
        "head-speaker",
        "head-documents",
        "head-conversations",
        "speaker-adjacent",
    ];
    let mut table = Table::new(say, "speaker-with-table", &heads);
    for companion in companions.iter().take(MOST_ROWS) {
        let Some(other) = site.people.get(&companion.person) else {
            continue;
        };
        let mut row = table.row(&other.name, links.person(&other.id));
        row.glyph(words::slot_class(other.slot));
        row.number(companion.n_documents);
        row.number(companion.n_conversations);
        row.number(companion.n_adjacent);
    }
    table.cap(companions.len());
    Some(table.with_csv(csv(site, links, person, SpeakerTable::Companions)))
}

/// The words that the person uses more often than all others.
pub(super) fn distinctive<'a>(
    site: &'a Site,
    links: &Links<'_>,
    person: &PersonEntry,
) -> Vec<ComparisonView<'a>> {
    let say = &site.interface;
    let comparisons = site.distinctive_words(person);
    let are_several = comparisons.len() > 1;
    let heads = [
        "speaker-word",
        "speaker-uses",
        "speaker-uses-others",
        "speaker-g2",
    ];
    let search = links.to(&Route::Search);
    let address = |word: &str| {
        let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let speaker = encode(person.id.as_str()).replace("%2D", "-");
        format!("{search}?q={}&speaker={speaker}", encode(word))
    };
    comparisons
        .iter()
        .map(|comparison| {
            let of = |language: &str| match language {
                "" => say.text("not-stated").to_owned(),
                known => say.language_name(known),
            };
            let name = say.text("speaker-distinctive").to_owned();
            let language = of(&comparison.language);
            let name = if are_several {
                let values = [("table", (&name).into()), ("language", (&language).into())];
                say.say("speaker-distinctive-in", &values)
            } else {
                name
            };
            let foreign = (!comparison.language.is_empty()
                && !language::is_same(&comparison.language, say.tag()))
            .then(|| comparison.language.clone());
            let mut table = Table::new(say, "speaker-distinctive", &heads).called(name);
            for word in comparison.words.iter().take(MOST_WORDS) {
                let mut row = table.row(&word.word, Some(address(&word.word)));
                row.language(foreign.clone());
                row.number(word.n_own);
                row.number(word.n_others);
                row.figure(&format!("{:.0}", word.g2));
            }
            table.cap(comparison.words.len());
            ComparisonView {
                note: say.say(
                    "speaker-distinctive-note",
                    &[
                        ("name", (&person.name).into()),
                        ("own", comparison.n_own.into()),
                        ("others", comparison.n_others.into()),
                    ],
                ),
                is_translated: comparison.is_translated,
                words: (!comparison.words.is_empty())
                    .then(|| table.with_csv(csv(site, links, person, SpeakerTable::Words))),
            }
        })
        .collect()
}
