//! Who speaks in a document, as a table; how much is said, and why some of it is nobody's.

use super::super::lanes::Lanes;
use super::super::links::Links;
use super::super::table::Table;
use super::super::words;
use crate::interface::Interface;
use crate::site::{DocumentEntry, Share, Site, Tally};

/// How many speakers are listed at once; of more, the others are a table of their own.
const MOST_SPEAKERS: usize = 10;

/// Who speaks: those who speak most, and where there are many, all.
pub(super) fn who_speaks<'a>(
    site: &'a Site,
    document: &DocumentEntry,
    lanes: &Lanes<'_>,
    links: &Links<'_>,
) -> (Table<'a>, Option<Table<'a>>) {
    let n = document.shares.len();
    let all = speakers(site, document, lanes, links, n);
    if n <= MOST_SPEAKERS + 2 {
        return (all, None);
    }
    (
        speakers(site, document, lanes, links, MOST_SPEAKERS),
        Some(all),
    )
}

/// The first speakers by the one counting rule; columns for the editors' and nobody's words only where there are any.
fn speakers<'a>(
    site: &'a Site,
    document: &DocumentEntry,
    lanes: &Lanes<'_>,
    links: &Links<'_>,
    most: usize,
) -> Table<'a> {
    let say = &site.interface;
    let by_editors = document
        .shares
        .iter()
        .any(|share| share.by_editors.n_turns > 0);
    let nobody = document.unmarked.n_turns > 0;
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
    if nobody {
        let mut row = table.row(say.text("speaker-not-marked"), None);
        row.glyph("nobody");
        row.figure(&words::percent(say, document.unmarked.n_words, whole));
        row.figure("");
        if by_editors {
            row.figure("");
        }
        row.figure(&in_turns(say, document.unmarked));
    }
    if document.shares.len() + usize::from(nobody) > 1 {
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

/// How much is said, and why some of it is nobody's.
pub(super) fn speakers_note(say: &Interface, document: &DocumentEntry) -> String {
    let tally = document.tally;
    let counts = [
        ("words", tally.n_words.into()),
        ("turns", tally.n_turns.into()),
    ];
    let all = say.say("speakers-note", &counts);
    match document.unmarked.n_turns {
        0 => all,
        n => format!(
            "{all} {}",
            say.say("speakers-note-unmarked", &[("n", n.into())])
        ),
    }
}
