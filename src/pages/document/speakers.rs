//! Who speaks in a document, as a table; how much is said, and why some of it is nobody's.

use super::super::lanes::Lanes;
use super::super::links::Links;
use super::super::table::Table;
use super::super::words;
use crate::document::Label;
use crate::interface::Interface;
use crate::site::{DocumentEntry, PersonEntry, Share, Site, Tally};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many speakers are listed at once; of more, the others are a table of their own.
const MOST_SPEAKERS: usize = 10;

/// How many voices without a name are listed beside many speakers.
const FEWEST_VOICES: usize = 3;

/// What is said by nobody we know: by label as printed (“Interviewer 1”, “Several voices”), most words first; without any label last.
pub(super) fn nobodys(document: &DocumentEntry) -> Vec<(Option<&str>, Tally)> {
    let mut voices: BTreeMap<Option<&str>, Tally> = BTreeMap::new();
    for (index, turn) in document.turns.iter().enumerate() {
        if turn.attribution.person().is_none() {
            let label = document.turn(index).label.as_ref();
            let tally = voices.entry(label.map(Label::name)).or_default();
            *tally = *tally
                + Tally {
                    n_turns: 1,
                    n_words: turn.n_words,
                };
        }
    }
    let mut voices: Vec<_> = voices.into_iter().collect();
    voices.sort_by_key(|(label, tally)| (label.is_none(), Reverse(tally.n_words)));
    voices
}

/// Who speaks: those who speak most, and where there are many, all.
pub(super) fn who_speaks<'a>(
    site: &'a Site,
    document: &DocumentEntry,
    lanes: &Lanes<'_>,
    links: &Links<'_>,
) -> (Table<'a>, Option<Table<'a>>) {
    let voices = nobodys(document);
    let n = document.shares.len();
    let speakers = |most| speakers(site, document, &voices, lanes, links, most);
    let all = speakers(n + voices.len());
    if n + voices.len() <= MOST_SPEAKERS + 2 {
        return (all, None);
    }
    (speakers(MOST_SPEAKERS), Some(all))
}

/// The first speakers by the one counting rule; columns for the editors' and nobody's words only where there are any.
fn speakers<'a>(
    site: &'a Site,
    document: &DocumentEntry,
    voices: &[(Option<&str>, Tally)],
    lanes: &Lanes<'_>,
    links: &Links<'_>,
    most: usize,
) -> Table<'a> {
    let say = &site.interface;
    let by_editors = document
        .shares
        .iter()
        .any(|share| share.by_editors.n_turns > 0);
    let nobody = !voices.is_empty();
    let plain = !by_editors && !nobody;
    let mut heads = vec!["head-speaker", "head-share"];
    if plain {
        heads.extend(["head-turns", "head-words"]);
    } else {
        heads.push("head-by-label");
        if by_editors {
            heads.push("head-assigned");
        }
        if nobody {
            heads.push("head-nobody");
        }
    }
    let whole = document.tally.n_words;
    let mut table = Table::new(say, "who-speaks", &heads);
    for share in document.shares.iter().take(most) {
        let Some(person) = site.people.get(&share.person) else {
            continue;
        };
        let mut row = table.row(&person.name, links.person(&person.id));
        row.glyph(lanes.class(&person.id));
        row.language(name_language(site, document, person));
        row.figure(&words::percent(say, share.total().n_words, whole));
        if plain {
            row.number(share.printed.n_turns);
            row.number(share.printed.n_words);
        } else {
            row.figure(&in_turns(say, share.printed));
            if by_editors {
                row.figure(&in_turns(say, share.by_editors));
            }
            if nobody {
                row.figure("");
            }
        }
    }
    let labels = voices.iter().filter(|(label, _)| label.is_some());
    let most_voices = most.saturating_sub(document.shares.len());
    let labels = labels.take(most_voices.max(FEWEST_VOICES));
    let unlabeled = voices.iter().filter(|(label, _)| label.is_none());
    for (label, tally) in labels.chain(unlabeled) {
        let name = label.unwrap_or_else(|| say.text("speaker-not-marked"));
        let mut row = table.row(name, None);
        row.glyph("nobody");
        row.language(label.and_then(|_| super::super::foreign(site, document)));
        row.figure(&words::percent(say, tally.n_words, whole));
        row.figure("");
        if by_editors {
            row.figure("");
        }
        row.figure(&in_turns(say, *tally));
    }
    if document.shares.len() + voices.len() > 1 {
        let mut row = table.row(say.text("row-all"), None);
        row.figure(&words::percent(say, 1, 1));
        if plain {
            row.number(document.tally.n_turns);
            row.number(document.tally.n_words);
        } else {
            let sum = |pick: fn(&Share) -> Tally| {
                document
                    .shares
                    .iter()
                    .map(pick)
                    .fold(Tally::default(), |a, b| a + b)
            };
            row.figure(&in_turns(say, sum(|share| share.printed)));
            if by_editors {
                row.figure(&in_turns(say, sum(|share| share.by_editors)));
            }
            if nobody {
                row.figure(&in_turns(say, document.unmarked));
            }
        }
    }
    table
}

/// The language of a name in this document, where it is not that of the pages: known only from labels, it is in the document's.
pub(super) fn name_language(
    site: &Site,
    document: &DocumentEntry,
    person: &PersonEntry,
) -> Option<String> {
    let is_printed = person.authority.is_none();
    super::super::foreign(site, document).filter(|_| is_printed)
}

/// “1,051 words, 7 turns”; nothing for nothing.
fn in_turns(say: &Interface, tally: Tally) -> String {
    if tally.n_turns == 0 {
        return String::new();
    }
    let counts = [
        ("words", tally.n_words.into()),
        ("turns", tally.n_turns.into()),
    ];
    say.say("words-in-turns", &counts)
}

/// Whether the words are a translator's.
pub(in crate::pages) fn is_translated(document: &DocumentEntry) -> bool {
    document.record.translator.is_some() || document.facts.original_language.is_some()
}

/// How much is said, why some of it is nobody's, and whose words were counted.
pub(super) fn speakers_note(say: &Interface, document: &DocumentEntry) -> String {
    let tally = document.tally;
    let counts = [
        ("words", tally.n_words.into()),
        ("turns", tally.n_turns.into()),
    ];
    let mut notes = vec![say.say("speakers-note", &counts)];
    if document.unmarked.n_turns > 0 {
        let n = [("n", document.unmarked.n_turns.into())];
        notes.push(say.say("speakers-note-unmarked", &n));
    }
    counted(say, document, notes.join(" "))
}

/// How much is said, and whose words were counted where they are a translator's.
pub(in crate::pages) fn counted(
    say: &Interface,
    document: &DocumentEntry,
    extent: String,
) -> String {
    if !is_translated(document) {
        return extent;
    }
    let language = document.facts.language.as_deref();
    let whose = match language.map(|language| say.language_name(language)) {
        Some(language) => say.say("counted-in", &[("language", (&language).into())]),
        None => say.text("counted-in-translation").to_owned(),
    };
    let stop = if extent.ends_with('.') { "" } else { "." };
    format!("{extent}{stop} {whose}")
}
