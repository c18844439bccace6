//! `documents/SLUG.vtt`: the document as captions (WebVTT), where its source says when words are said.
//!
//! A cue of the source is a cue here, cut where a turn or paragraph begins. It is named by the address of its turn or paragraph, and its
//! voice is the label as printed, with the identifier of the person as its class. Where the editors alone say who speaks, the class
//! `editors` stands before it. memcon reads the file back to the same turns. Cues are in order of time. One whose end the source does
//! not give lasts until the next begins, the last a second; words without a time are shown with those before them.

use crate::citation;
use crate::document::{Block, Label, MarkKind, Paragraph, Piece, Timed};
use crate::site::{DocumentEntry, Route, Site, address};
use std::ops::Range;

/// How long a cue lasts if nothing says when it ends, in milliseconds.
const SECOND: u64 = 1_000;

/// A cue.
struct Cue {
    name: String,
    start: u64,
    end: u64,
    words: String,
}

pub(super) fn render(site: &Site, entry: &DocumentEntry) -> String {
    let mut out = head(site, entry);
    for cue in cues(site, entry) {
        let (start, end) = (clock(cue.start), clock(cue.end));
        let Cue { name, words, .. } = cue;
        out.push_str(&format!("\n{name}\n{start} --> {end}\n{words}\n"));
    }
    out
}

/// Title, whose record it is, what the names of cues mean.
fn head(site: &Site, entry: &DocumentEntry) -> String {
    let page = address::of(site, &Route::Document(entry.id.clone()));
    let said = citation::caveats(entry).join("; ");
    let about = "Each cue is named by the address of its turn (t12) or paragraph (t12p3) in this page, with a number where there are several:";
    let lines = [entry.facts.title.as_str(), &said, about, &page].map(plain);
    let [title, said, about, page] = lines;
    format!("WEBVTT - {title}\n\nNOTE memcon\n{said}\n{about}\n{page}\n")
}

/// A line of a comment, in which no arrow may stand.
fn plain(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    words
        .join(" ")
        .replace("-->", "→")
        .replace('\0', "\u{fffd}")
}

/// The cues in order of time.
fn cues(site: &Site, entry: &DocumentEntry) -> Vec<Cue> {
    let times = entry.document.stated.times.as_slice();
    let mut cues: Vec<(Option<(u64, u64)>, Cue)> = Vec::new();
    let mut turn_index = 0;
    let mut n_others = 0;
    for block in &entry.document.blocks {
        let (voice, names) = match block {
            Block::Turn(turn) => {
                let index = turn_index;
                turn_index += 1;
                let anchor = entry.anchors.turn(index);
                let own = entry.anchors.paragraphs(index, turn.paragraphs.len());
                let names = own.into_iter().map(|own| name(anchor, own));
                (voice(site, entry, index), names.collect())
            }
            Block::Header(_) => continue,
            Block::Heading(_) | Block::Narration(_) | Block::Gap(_) | Block::Note(_) => {
                let paragraphs = block.paragraphs().iter();
                let has_time = |one: &Paragraph| !within(times, one).is_empty();
                if !paragraphs.clone().any(has_time) {
                    continue;
                }
                n_others += 1;
                let names = paragraphs.map(|_| format!("narration-{n_others}"));
                (String::new(), names.collect::<Vec<String>>())
            }
        };
        for (paragraph, name) in block.paragraphs().iter().zip(names) {
            let parts = parts(paragraph, within(times, paragraph));
            let has_several = parts.len() > 1;
            for (n, (range, time)) in parts.into_iter().enumerate() {
                let words = format!("{voice}{}", marked_up(paragraph, range));
                let name = if has_several {
                    format!("{name}.{}", n + 1)
                } else {
                    name.clone()
                };
                let time = time.map(|time| (time.start, time.end));
                let cue = Cue {
                    name,
                    start: 0,
                    end: 0,
                    words,
                };
                cues.push((time, cue));
            }
        }
    }
    in_time(cues)
}

/// `t12`, `t12p3`; where a paragraph is called after another turn, its own before it: `t12 t9p3`.
fn name(turn: &str, paragraph: Option<String>) -> String {
    match paragraph {
        None => turn.to_owned(),
        Some(own) if own.split_once('p').is_some_and(|(of, _)| of == turn) => own,
        Some(own) => format!("{turn} {own}"),
    }
}

/// The tag that says who speaks; nothing where nobody is named.
fn voice(site: &Site, entry: &DocumentEntry, index: usize) -> String {
    let person = entry.turns[index].attribution.person();
    let known = person.and_then(|id| site.people.get(id));
    let label = entry.turn(index).label.as_ref().map(Label::name);
    let class = person.map(|id| format!(".{}", escaped(id.as_str())));
    let class = class.unwrap_or_default();
    match (label, known) {
        (Some(label), _) => format!("<v{class} {}>", escaped(label)),
        (None, Some(person)) => format!("<v.editors{class} {}>", escaped(&person.name)),
        (None, None) => String::new(),
    }
}

/// The times of a paragraph.
fn within<'a>(times: &'a [Timed], paragraph: &Paragraph) -> &'a [Timed] {
    let span = paragraph.text.span();
    let first = times.partition_point(|one| one.span.end <= span.start);
    let end = times.partition_point(|one| one.span.start < span.end);
    &times[first.min(end)..end]
}

/// A paragraph, cut where another time begins.
fn parts(paragraph: &Paragraph, times: &[Timed]) -> Vec<(Range<usize>, Option<Timed>)> {
    let text = paragraph.text.text();
    let Some((first, more)) = times.split_first() else {
        return vec![(0..text.len(), None)];
    };
    let mut starts = vec![(0, *first)];
    let mut more = more.iter().peekable();
    let pieces = paragraph.text.pieces();
    for (at, piece) in pieces.iter().enumerate() {
        let span = piece.span();
        let end = pieces.get(at + 1).map_or(text.len(), Piece::at);
        let is_as_printed = end - piece.at() == span.len();
        while let Some(time) = more.next_if(|time| time.span.start < span.end) {
            let inside = time.span.start.saturating_sub(span.start);
            let inside = if is_as_printed { inside } else { 0 };
            let start = piece.at() + inside;
            if text.is_char_boundary(start) {
                starts.push((start, *time));
            }
        }
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start);
    let ends: Vec<usize> = ends.chain([text.len()]).collect();
    let parts = starts.into_iter().zip(ends);
    let trimmed = parts.map(|((start, time), end)| {
        let words = &text[start..end];
        let from = start + words.len() - words.trim_start().len();
        (from..from + words.trim().len(), Some(time))
    });
    trimmed.filter(|(range, _)| !range.is_empty()).collect()
}

/// Gives every cue a time, and an end after its beginning.
fn in_time(cues: Vec<(Option<(u64, u64)>, Cue)>) -> Vec<Cue> {
    let mut last = cues.iter().find_map(|(time, _)| *time).unwrap_or((0, 0));
    let timed = cues.into_iter().map(|(time, cue)| {
        last = time.unwrap_or(last);
        let (start, end) = last;
        Cue { start, end, ..cue }
    });
    let mut cues: Vec<Cue> = timed.collect();
    cues.sort_by_key(|cue| cue.start);
    let mut next: Option<u64> = None;
    for at in (0..cues.len()).rev() {
        let cue = &mut cues[at];
        if cue.end <= cue.start {
            let later = next.filter(|next| *next > cue.start);
            cue.end = later.unwrap_or(cue.start + SECOND);
        }
        // The next that begins later: cues of one time end together.
        let start = cue.start;
        if at == 0 || cues[at - 1].start < start {
            next = Some(start);
        }
    }
    cues
}

/// Words with what is set apart in print.
fn marked_up(paragraph: &Paragraph, range: Range<usize>) -> String {
    let text = paragraph.text.text();
    let mut out = String::new();
    let mut at = range.start;
    let emphasis = paragraph.marks.iter();
    let emphasis = emphasis.filter(|mark| mark.kind == MarkKind::Emphasis);
    for mark in emphasis {
        let start = mark.range.start.max(at);
        let end = mark.range.end.min(range.end);
        if start < end {
            let (before, words) = (escaped(&text[at..start]), escaped(&text[start..end]));
            out.push_str(&format!("{before}<i>{words}</i>"));
            at = end;
        }
    }
    out.push_str(&escaped(&text[at..range.end]));
    out
}

/// What would be markup, or the end of a line, in the words of a cue.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // Some players take `{\an8}` for a setting.
            '{' if chars.peek() == Some(&'\\') => out.push_str("&#123;"),
            '\n' | '\r' => out.push(' '),
            '\0' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// `01:02:03.450`
fn clock(millis: u64) -> String {
    let (seconds, millis) = (millis / 1000, millis % 1000);
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    let (hours, minutes) = (minutes / 60, minutes % 60);
    format!("{hours:02}:{minutes:02}:{seconds:02}.{millis:03}")
}
