//! `speakers/SLUG.TABLE.csv`: the tables of a speaker's page, in full, with names of columns that stay.

use super::csv::Csv;
use super::view;
use crate::date::Edtf;
use crate::document::Label;
use crate::site::{DocumentEntry, PersonEntry, PrintedName, Site, SpeakerTable, address};

pub(super) fn render(site: &Site, person: &PersonEntry, table: SpeakerTable) -> String {
    match table {
        SpeakerTable::Names => names(site, person),
        SpeakerTable::Documents => documents(site, person),
        SpeakerTable::Years => years(site, person),
        SpeakerTable::Turns => turns(site, person),
        SpeakerTable::Companions => companions(site, person),
        SpeakerTable::Words => words(site, person),
        SpeakerTable::Mentions => mentions(site, person),
    }
    .finish()
}

/// A document's date as EDTF, or nothing.
fn date(document: &DocumentEntry) -> &str {
    document.talk_date().map_or("", Edtf::as_str)
}

fn turn_date(document: &DocumentEntry, turn: usize) -> &str {
    document.turn_date(turn).map_or("", Edtf::as_str)
}

fn names(site: &Site, person: &PersonEntry) -> Csv {
    let mut csv = Csv::new(&["printed", "as", "n", "first_document", "first_turn", "url"]);
    let names = site.printed_names(person);
    let mut add = |name: &PrintedName, kind: &str| {
        let document = &site.documents[name.first.document];
        csv.row(&[
            &name.text,
            kind,
            &name.n.to_string(),
            document.id.as_str(),
            document.anchors.turn(name.first.turn),
            &address::of_turn(site, document, name.first.turn),
        ]);
    };
    names.labels.iter().for_each(|name| add(name, "label"));
    names.mentions.iter().for_each(|name| add(name, "mention"));
    csv
}

fn documents(site: &Site, person: &PersonEntry) -> Csv {
    let mut csv = Csv::new(&[
        "document",
        "date",
        "title",
        "turns",
        "words",
        "turns_by_editors",
        "words_by_editors",
        "words_of_all",
    ]);
    for appearance in &person.appearances {
        let document = &site.documents[appearance.document];
        let share = document
            .shares
            .iter()
            .find(|share| share.person == person.id);
        let Some(share) = share else { continue };
        csv.row(&[
            document.id.as_str(),
            date(document),
            &document.facts.title,
            &share.printed.n_turns.to_string(),
            &share.printed.n_words.to_string(),
            &share.by_editors.n_turns.to_string(),
            &share.by_editors.n_words.to_string(),
            &document.tally.n_words.to_string(),
        ]);
    }
    csv
}

fn years(site: &Site, person: &PersonEntry) -> Csv {
    let mut csv = Csv::new(&[
        "year",
        "turns",
        "words",
        "turns_by_editors",
        "words_by_editors",
    ]);
    for year in site.years(person) {
        csv.row(&[
            &year.year.map(|year| year.to_string()).unwrap_or_default(),
            &year.printed.n_turns.to_string(),
            &year.printed.n_words.to_string(),
            &year.by_editors.n_turns.to_string(),
            &year.by_editors.n_words.to_string(),
        ]);
    }
    csv
}

fn turns(site: &Site, person: &PersonEntry) -> Csv {
    let mut csv = Csv::new(&[
        "document",
        "anchor",
        "date",
        "speaker_label",
        "attribution",
        "words",
        "url",
        "text",
    ]);
    for place in site.places(person) {
        let document = &site.documents[place.document];
        let turn = document.turn(place.turn);
        let entry = &document.turns[place.turn];
        csv.row(&[
            document.id.as_str(),
            document.anchors.turn(place.turn),
            turn_date(document, place.turn),
            turn.label.as_ref().map_or("", Label::name),
            entry.attribution.how(),
            &entry.n_words.to_string(),
            &address::of_turn(site, document, place.turn),
            &view::text(turn),
        ]);
    }
    csv
}

fn companions(site: &Site, person: &PersonEntry) -> Csv {
    let mut csv = Csv::new(&[
        "speaker",
        "speaker_id",
        "documents",
        "conversations",
        "adjacent_turns",
    ]);
    for companion in site.companions(person) {
        let name = site.people.get(&companion.person).map(|p| p.name.as_str());
        csv.row(&[
            name.unwrap_or_default(),
            companion.person.as_str(),
            &companion.n_documents.to_string(),
            &companion.n_conversations.to_string(),
            &companion.n_adjacent.to_string(),
        ]);
    }
    csv
}

fn words(site: &Site, person: &PersonEntry) -> Csv {
    let mut csv = Csv::new(&[
        "language",
        "word",
        "uses",
        "uses_by_others",
        "words",
        "words_of_others",
        "log_likelihood",
    ]);
    for comparison in site.distinctive_words(person) {
        for word in &comparison.words {
            csv.row(&[
                &comparison.language,
                &word.word,
                &word.n_own.to_string(),
                &word.n_others.to_string(),
                &comparison.n_own.to_string(),
                &comparison.n_others.to_string(),
                &format!("{:.2}", word.g2),
            ]);
        }
    }
    csv
}

fn mentions(site: &Site, person: &PersonEntry) -> Csv {
    let mut csv = Csv::new(&["speaker", "speaker_id", "document", "anchor", "date", "url"]);
    for by in site.mentioned_by(person) {
        let speaker = by.speaker.as_ref().and_then(|id| site.people.get(id));
        for (document, turns) in &by.documents {
            let document = &site.documents[*document];
            for turn in turns {
                csv.row(&[
                    speaker.map_or("", |person| &person.name),
                    speaker.map_or("", |person| person.id.as_str()),
                    document.id.as_str(),
                    document.anchors.turn(*turn),
                    turn_date(document, *turn),
                    &address::of_turn(site, document, *turn),
                ]);
            }
        }
    }
    csv
}
