//! `memcon search QUERY`: the turns a query finds, in the order of the site's search page.

use super::{Common, Failure, Format, Outcome, archive, console};
use crate::query::{self, Archive, Catalog, Hit, Mistake, Part, Tree, Widened, Widening};
use crate::search;
use crate::site::Site;
use clap::Args;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// How much of a text is shown on each side of a mark, in bytes or a little more.
const AROUND: usize = 80;

/// How many passages of a turn are shown.
const MOST_PASSAGES: usize = 3;

/// What only `search` understands.
#[derive(Args, Debug)]
pub(super) struct Options {
    /// What to find, in the language of the search page: common "european home" speaker:kohl
    #[arg(allow_hyphen_values = true)]
    query: String,
    /// The form of the answer
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

pub(super) fn run(common: &Common, options: &Options) -> Result<Outcome, Failure> {
    let folder = archive::folder(common)?;
    let site = archive::read(common, &folder)?.site;
    let query = options.query.trim();
    let also = search::also(&site);
    let found = query::parse(query).and_then(|tree| {
        let asked = query::widen(&tree, &also);
        let archive = if asked.tree.says_in() {
            search::archive_with_parts(&site)
        } else {
            search::archive(&site)
        };
        Ok((archive.find(&asked.tree)?, archive, asked))
    });
    let (hits, archive, asked) =
        found.map_err(|mistake| Failure(pointed(&site, query, &mistake)))?;
    match options.format {
        Format::Text => {
            let text = text(&archive, &asked.tree, &hits);
            console::result(&console::harmless(&text))?;
        }
        Format::Json => {
            let json = serde_json::to_string_pretty(&json(&archive, query, &asked, &hits))?;
            console::result(&format!("{json}\n"))?;
        }
    }
    if !common.quiet {
        for widening in &asked.added {
            let forms = widening.forms.join(", ");
            let (as_typed, typed) = as_typed(query, widening);
            let said = format!("also for {typed}: {forms}; as typed: {as_typed}\n");
            console::remark(&console::harmless(&said));
        }
        let n = hits.len();
        let counted = if asked.tree.says_in() {
            console::counted(n, "text", "texts")
        } else {
            console::counted(n, "turn", "turns")
        };
        console::remark(&format!("{counted} found\n"));
    }
    Ok(Outcome::Done)
}

/// Words as typed, with `=` before each and without.
fn as_typed(query: &str, widening: &Widening) -> (String, String) {
    let places = widening.places.iter();
    let typed: Vec<&str> = places.map(|place| &query[place.0..place.1]).collect();
    (format!("={}", typed.join(" =")), typed.join(" "))
}

/// A mistake with the query and a mark under its place.
fn pointed(site: &Site, query: &str, mistake: &Mistake) -> String {
    let why = mistake.say(&site.interface);
    let said = site
        .interface
        .say("script-mistake", &[("why", (&why).into())]);
    // Blanks of any kind take one column.
    let query: String = query
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    let width = |range: Range<usize>| {
        let part = query.get(range).unwrap_or_default();
        UnicodeWidthStr::width(part)
    };
    let before = " ".repeat(width(0..mistake.place.start));
    let under = "^".repeat(width(mistake.place.clone()).max(1));
    console::harmless(&format!("{said}\n  {query}\n  {before}{under}"))
}

/// The facts of a hit.
#[derive(Serialize)]
struct Found<'a> {
    document: &'a str,
    anchor: &'a str,
    /// What it is, where it is no turn.
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'static str>,
    speaker: Option<&'a str>,
    speaker_id: Option<&'a str>,
    label: Option<&'a str>,
    /// EDTF.
    date: Option<&'a str>,
    /// Words in the shortest stretch with all that was asked for together; 0 where nothing was.
    stretch: usize,
    score: f64,
    /// Passages with what was found between « and ».
    passages: Vec<String>,
}

#[derive(Serialize)]
struct Answer<'a> {
    query: &'a str,
    /// Other forms of names and terms that were looked for too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<Other<'a>>,
    n_turns: usize,
    turns: Vec<Found<'a>>,
}

/// Other forms of what was typed.
#[derive(Serialize)]
struct Other<'a> {
    typed: String,
    forms: &'a [String],
    as_typed: String,
}

fn json<'a>(archive: &'a Archive, query: &'a str, asked: &'a Widened, hits: &[Hit]) -> Answer<'a> {
    let other = |widening: &'a Widening| {
        let (as_typed, typed) = as_typed(query, widening);
        Other {
            typed,
            forms: &widening.forms,
            as_typed,
        }
    };
    Answer {
        query,
        also: asked.added.iter().map(other).collect(),
        n_turns: hits.len(),
        turns: hits
            .iter()
            .map(|hit| found(archive, &asked.tree, hit))
            .collect(),
    }
}

fn found<'a>(archive: &'a Archive, tree: &Tree, hit: &Hit) -> Found<'a> {
    let catalog: &Catalog = archive.catalog();
    let turns = &catalog.turns;
    let speaker = turns.speaker[hit.turn].map(|at| &catalog.speakers[at]);
    Found {
        document: &catalog.documents[turns.document[hit.turn]].id,
        anchor: &turns.anchor[hit.turn],
        part: Some(turns.part(hit.turn))
            .filter(|part| *part != Part::Turns)
            .map(Part::name),
        speaker: speaker.map(|person| person.name.as_str()),
        speaker_id: speaker.map(|person| person.id.as_str()),
        label: turns.label[hit.turn].map(|at| catalog.labels[at].as_str()),
        date: turns.date[hit.turn].map(|at| catalog.dates[at].edtf.as_str()),
        stretch: hit.stretch,
        score: hit.score,
        passages: passages(archive.text(hit.turn), tree),
    }
}

/// One hit after another: address, speaker, date, then the passages.
fn text(archive: &Archive, tree: &Tree, hits: &[Hit]) -> String {
    let mut text = String::new();
    for hit in hits {
        let found = found(archive, tree, hit);
        let who = found.speaker.or(found.label).or(found.part);
        let who = who.unwrap_or("?");
        let date = found
            .date
            .map(|date| format!("  {date}"))
            .unwrap_or_default();
        let _ = writeln!(text, "{}#{}  {who}{date}", found.document, found.anchor);
        for passage in &found.passages {
            let _ = writeln!(text, "    {passage}");
        }
    }
    text
}

/// The words around the marks; the beginning of a text without marks.
fn passages(text: &str, tree: &Tree) -> Vec<String> {
    let marks = query::marks(tree, text);
    let mut shown: Vec<(Range<usize>, Vec<Range<usize>>)> = Vec::new();
    for mark in marks {
        let around = before(text, mark.start)..after(text, mark.end);
        match shown.last_mut() {
            Some((last, marks)) if around.start <= last.end => {
                last.end = around.end;
                marks.push(mark);
            }
            _ => shown.push((around, vec![mark])),
        }
    }
    if shown.is_empty() && !text.is_empty() {
        shown.push((0..after(text, AROUND.min(text.len())), Vec::new()));
    }
    // Those that say most of what was asked, in their order in the text.
    let different = |marks: &[Range<usize>]| {
        let words = marks.iter().map(|mark| text[mark.clone()].to_lowercase());
        words.collect::<BTreeSet<String>>().len()
    };
    shown.sort_by_key(|(_, marks)| Reverse(different(marks)));
    shown.truncate(MOST_PASSAGES);
    shown.sort_by_key(|(range, _)| range.start);
    let passages = shown
        .iter()
        .map(|(range, marks)| passage(text, range, marks));
    passages.collect()
}

fn before(text: &str, at: usize) -> usize {
    let from = text.floor_char_boundary(at.saturating_sub(AROUND));
    if from == 0 {
        return 0;
    }
    text[from..at]
        .find(char::is_whitespace)
        .map_or(at, |n| from + n)
}

fn after(text: &str, at: usize) -> usize {
    let from = text.ceil_char_boundary(at);
    let to = text.ceil_char_boundary((from + AROUND).min(text.len()));
    if to == text.len() {
        return to;
    }
    text[from..to]
        .rfind(char::is_whitespace)
        .map_or(to, |n| from + n)
}

fn passage(text: &str, range: &Range<usize>, marks: &[Range<usize>]) -> String {
    let mut line = String::new();
    let mut at = range.start;
    for mark in marks {
        line.push_str(&text[at..mark.start]);
        line.push('«');
        line.push_str(&text[mark.clone()]);
        line.push('»');
        at = mark.end;
    }
    line.push_str(&text[at..range.end]);
    let line: Vec<&str> = line.split_whitespace().collect();
    let line = line.join(" ");
    let start = if range.start > 0 { "… " } else { "" };
    let end = if range.end < text.len() { " …" } else { "" };
    format!("{start}{line}{end}")
}
