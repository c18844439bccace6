//! What stands in a paragraph, in TEI's words.

use super::super::inline::{Part, Stretch, parts};
use super::super::text::gap_reason;
use super::super::xml::Xml;
use super::super::xml::person_id;
use crate::document::{GapReason, MarkKind, Paragraph};
use crate::site::DocumentEntry;

pub(super) fn write(
    xml: &mut Xml,
    entry: &DocumentEntry,
    place: (usize, usize),
    paragraph: &Paragraph,
) {
    for part in parts(entry, place, paragraph) {
        match part {
            Part::Text(words) => xml.words(words),
            Part::Open(stretch) => open(xml, stretch),
            Part::Close(stretch) => close(xml, stretch),
            Part::PageBreak => xml.empty("pb", &[]),
            Part::Note(words) => {
                let by = [("type", "editorial"), ("resp", "#editors")];
                xml.text_with("note", &by, words);
            }
        }
    }
}

/// Words left out, standing by themselves.
pub(super) fn gap(xml: &mut Xml, reason: GapReason, words: &str) {
    open_gap(xml, reason, words);
    xml.words(words);
    xml.close("desc");
    xml.close("gap");
}

fn open(xml: &mut Xml, stretch: Stretch<'_>) {
    let (kind, words) = match stretch {
        Stretch::Mark(kind, words) => (kind, words),
        Stretch::Wrong(_) => {
            xml.open("choice", &[]);
            return xml.open("sic", &[]);
        }
        Stretch::Mention(person) => {
            let person = format!("#{}", person_id(person));
            return xml.open("persName", &[("ref", &person)]);
        }
    };
    match kind {
        MarkKind::Gap(reason) => open_gap(xml, reason, words),
        MarkKind::Stage => {
            xml.open(stage(words), &as_printed(words));
            xml.open("desc", &[]);
        }
        MarkKind::Note(note) => {
            let mut attributes = vec![("type", note.name())];
            attributes.push(("rend", "as-printed"));
            xml.open("note", &attributes);
        }
        MarkKind::Emphasis
        | MarkKind::Gloss
        | MarkKind::Supplied
        | MarkKind::Expansion
        | MarkKind::Unclear
        | MarkKind::Sic
        | MarkKind::PageBreak => xml.open(element(kind), &as_printed_of(kind, words)),
    }
}

fn close(xml: &mut Xml, stretch: Stretch<'_>) {
    match stretch {
        Stretch::Mark(MarkKind::Stage, words) => {
            xml.close("desc");
            xml.close(stage(words));
        }
        Stretch::Mark(MarkKind::Gap(_), _) => {
            xml.close("desc");
            xml.close("gap");
        }
        Stretch::Mark(MarkKind::Note(_), _) => xml.close("note"),
        Stretch::Mark(kind, _) => xml.close(element(kind)),
        Stretch::Wrong(corrected) => {
            xml.close("sic");
            xml.text_with("corr", &[("resp", "#editors")], &corrected.read);
            xml.close("choice");
        }
        Stretch::Mention(_) => xml.close("persName"),
    }
}

/// The element of a mark that may hold anything.
fn element(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Emphasis => "hi",
        MarkKind::Gloss => "gloss",
        MarkKind::Supplied => "supplied",
        MarkKind::Expansion => "expan",
        MarkKind::Unclear => "unclear",
        MarkKind::Stage => "incident",
        MarkKind::Gap(_) => "gap",
        MarkKind::Note(_) => "note",
        MarkKind::Sic => "sic",
        MarkKind::PageBreak => "pb",
    }
}

/// What the reader would put in brackets, where none are printed.
fn as_printed_of(kind: MarkKind, words: &str) -> Vec<(&'static str, &'static str)> {
    match kind {
        MarkKind::Gloss | MarkKind::Supplied => as_printed(words),
        // An expansion stands beside the abbreviation, not in its place.
        MarkKind::Expansion => vec![("rend", "as-printed")],
        MarkKind::Emphasis
        | MarkKind::Stage
        | MarkKind::Gap(_)
        | MarkKind::Unclear
        | MarkKind::Note(_)
        | MarkKind::Sic
        | MarkKind::PageBreak => Vec::new(),
    }
}

fn as_printed(words: &str) -> Vec<(&'static str, &'static str)> {
    let is_in_brackets = words.starts_with(['[', '(', '（', '［', '{']);
    let rend = (!is_in_brackets).then_some(("rend", "as-printed"));
    rend.into_iter().collect()
}

/// Sounds of the voice, gestures, and all else.
fn stage(words: &str) -> &'static str {
    const SOUNDS: [&str; 8] = [
        "laugh", "cough", "sigh", "cries", "weep", "groan", "rires", "lachen",
    ];
    const GESTURES: [&str; 8] = [
        "applau", "nods", "nodding", "gestur", "points", "claps", "beifall", "shakes",
    ];
    let words = words.to_lowercase();
    let is = |known: &[&str]| known.iter().any(|known| words.contains(known));
    if is(&SOUNDS) {
        "vocal"
    } else if is(&GESTURES) {
        "kinesic"
    } else {
        "incident"
    }
}

fn open_gap(xml: &mut Xml, reason: GapReason, words: &str) {
    let name = gap_reason(reason).replace(' ', "-");
    let mut attributes = vec![("reason", name.as_str())];
    let withheld = n_withheld(words);
    match reason {
        GapReason::PagesOmitted => {
            attributes.push(("unit", "page"));
            attributes.push(("extent", words.trim_matches(['[', ']', '(', ')'])));
        }
        GapReason::Withheld => {
            if let Some(n) = withheld {
                attributes.push(("unit", "word"));
                attributes.push(("quantity", n));
            }
        }
        GapReason::Omitted | GapReason::Extract | GapReason::Inaudible | GapReason::Illegible => {}
    }
    attributes.extend(as_printed(words));
    xml.open("gap", &attributes);
    xml.open("desc", &[]);
}

/// The length in a gap that memcon made of withheld words: `[withheld: 10 words: names a source]`.
fn n_withheld(words: &str) -> Option<&str> {
    let (_, rest) = words.split_once(": ")?;
    let (n, unit) = rest.split_once(' ')?;
    let is_words = unit.starts_with("word") && n.bytes().all(|b| b.is_ascii_digit());
    is_words.then_some(n)
}
