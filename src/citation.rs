//! A document or a turn → its citation, as plain text.
//!
//! One form for everybody, in the manner of a Chicago note: who, in what, when, which turn; whose record it is and who translated it;
//! where it is kept; in which archive on the web, at which address. What no source says is said to be not stated.

use crate::language;
use crate::resolve::Attribution;
use crate::site::{DocumentEntry, Route, Site};

/// A citation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Citation {
    /// As plain text.
    pub text: String,
}

/// The citation of a document.
pub fn document(site: &Site, document: &DocumentEntry) -> Citation {
    let mut parts = Parts::default();
    parts.first.extend(document.record.author.clone());
    parts.describe(site, document, None);
    parts.finish(site, document, "")
}

/// The citation of a turn, named by its position.
pub fn turn(site: &Site, document: &DocumentEntry, turn_index: usize) -> Citation {
    let entry = &document.turns[turn_index];
    let anchor = document.anchors.turn(turn_index);
    let name = |id: &crate::authority::PersonId| {
        site.people
            .get(id)
            .map_or_else(|| id.to_string(), |person| person.name.clone())
    };
    let label = document
        .turn(turn_index)
        .label
        .as_ref()
        .map(|label| label.name().to_owned());
    let speaker = match &entry.attribution {
        Attribution::Known { person, .. } | Attribution::Provisional { person, .. } => name(person),
        Attribution::ByRecord { person, .. } => {
            format!("{} (named by the editors)", name(person))
        }
        Attribution::Ambiguous { .. } | Attribution::Collective | Attribution::Unidentified => {
            label.unwrap_or_else(|| "Speaker not identified".to_owned())
        }
        Attribution::Unmarked => "Speaker not marked".to_owned(),
    };
    let mut parts = Parts::default();
    parts.first.push(match &document.record.author {
        Some(author) => format!("{speaker}, quoted in {author}"),
        None => format!("{speaker}, in"),
    });
    parts.describe(site, document, Some(turn_index));
    parts.finish(site, document, &format!("#{anchor}"))
}

/// A citation being put together.
#[derive(Default)]
struct Parts {
    /// The author or speaker, before the title.
    first: Vec<String>,
    /// Title, date, turn, whose record.
    sentence: String,
}

impl Parts {
    fn describe(&mut self, _site: &Site, document: &DocumentEntry, turn_index: Option<usize>) {
        let facts = &document.facts;
        let record = &document.record;
        let separator = match self.first.last() {
            Some(first) if first.ends_with(" in") => " ",
            Some(_) => ", ",
            None => "",
        };
        self.sentence = format!("{}{separator}“{},”", self.first.join(", "), facts.title);
        let date = match (&facts.date, &facts.date_printed) {
            (Some(date), _) => date.english(),
            (None, Some(printed)) => printed.clone(),
            (None, None) => "date not stated".to_owned(),
        };
        // Where the archive that holds it is also its publisher, it is named once, with the reference.
        let publisher = record.publisher.as_ref().filter(|publisher| {
            record
                .archive
                .as_ref()
                .is_none_or(|archive| !archive.contains(publisher.as_str()))
        });
        if let Some(publisher) = publisher {
            self.sentence.push_str(&format!(" {publisher},"));
        }
        self.sentence.push_str(&format!(" {date}"));
        if let Some(index) = turn_index {
            let number = &document.anchors.turn(index)[1..];
            self.sentence.push_str(&format!(", turn {number}"));
            if let Some(conversation) = document.turns[index].conversation {
                let conversation = &document.conversations[conversation];
                let date = conversation
                    .date
                    .as_ref()
                    .map(|date| format!(", {}", date.english()))
                    .unwrap_or_default();
                self.sentence
                    .push_str(&format!(" ({}{date})", conversation.title));
            }
        }
        let recorded = record.provenance.recorded_by.as_ref().map_or_else(
            || "whose record it is: not stated".to_owned(),
            |by| format!("recorded by {by}"),
        );
        let translator = match (&record.translator, &facts.original_language) {
            (Some(translator), _) => format!("; translated by {translator}"),
            (None, Some(language)) => format!(
                "; translated from {}, translator not stated",
                language::name(language)
            ),
            (None, None) => String::new(),
        };
        self.sentence
            .push_str(&format!(" ({recorded}{translator})"));
    }

    fn finish(self, site: &Site, document: &DocumentEntry, fragment: &str) -> Citation {
        let mut sentences = vec![self.sentence];
        let record = &document.record;
        let kept: Vec<&str> = [&record.archive, &record.archive_reference]
            .into_iter()
            .flatten()
            .map(|text| text.trim_end_matches('.'))
            .collect();
        if !kept.is_empty() {
            sentences.push(kept.join(", "));
        }
        let mut archive = site.config.title.clone();
        if let Some(edition) = &site.config.edition {
            archive.push_str(&format!(", {}", edition.name));
        }
        if let Some(base) = &site.config.base_url {
            let path = Route::Document(document.id.clone()).path(site);
            archive.push_str(&format!(", {}{fragment}", base.join(&path)));
        }
        sentences.push(archive);
        Citation {
            text: format!("{}.", sentences.join(". ")),
        }
    }
}
