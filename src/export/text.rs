//! `documents/SLUG.txt`: the document as plain text, to be read, quoted and counted without any program.
//!
//! Everything that is not speech begins with a word in brackets that says what it is, so that the printed text can stand as printed.

use super::view::{note_kind, speaker};
use crate::authority::PersonId;
use crate::citation::{NOT_STATED, whose_record};
use crate::date::Edtf;
use crate::document::{Block, GapReason, Paragraph, Turn};
use crate::resolve::Attribution;
use crate::site::{DocumentEntry, Route, Site, address};

pub(super) fn render(site: &Site, entry: &DocumentEntry) -> String {
    let mut out = head(site, entry);
    out.push_str("\n----\n");
    let mut turn_index = 0;
    for (index, block) in entry.document.blocks.iter().enumerate() {
        let mark = match block {
            Block::Turn(turn) => {
                out.push('\n');
                out.push_str(&turn_line(site, entry, turn, turn_index));
                out.push('\n');
                turn_index += 1;
                String::new()
            }
            Block::Header(_) => "[header] ".to_owned(),
            Block::Heading(_) => "[heading] ".to_owned(),
            Block::Narration(_) => "[narration] ".to_owned(),
            Block::Gap(gap) => format!("[gap: {}] ", gap_reason(gap.reason)),
            Block::Note(note) => format!("[note: {}] ", note_kind(note.kind)),
        };
        for (paragraph_index, paragraph) in block.paragraphs().iter().enumerate() {
            out.push('\n');
            out.push_str(&mark);
            out.push_str(&with_corrections(
                entry,
                (index, paragraph_index),
                paragraph,
            ));
            out.push('\n');
            let here = |note: &&crate::site::PlacedNote| {
                note.block == index && note.paragraph == paragraph_index
            };
            for note in entry.notes.iter().filter(here) {
                let words = &paragraph.text.text()[note.range.clone()];
                let words = words.trim_matches(['“', '”', '"']);
                out.push_str(&format!("\n[editors’ note on “{words}”] {}\n", note.text));
            }
        }
    }
    out
}

/// A paragraph as printed, the editors' readings in brackets after the words they are for: `Rambouie [sic: read Rambouillet]`.
fn with_corrections(
    entry: &DocumentEntry,
    (block, index): (usize, usize),
    paragraph: &Paragraph,
) -> String {
    let mut text = paragraph.text.text().to_owned();
    for one in entry.document.corrections_in(block, index).rev() {
        text.insert_str(one.range.end, &format!(" [sic: read {}]", one.read));
    }
    text
}

/// Title, date, place, whose record it is, where it comes from.
fn head(site: &Site, entry: &DocumentEntry) -> String {
    let (facts, record) = (&entry.facts, &entry.record);
    let provenance = &record.provenance;
    let mut out = format!("{}\n\n", facts.title);
    let mut line = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            out.push_str(&format!("{name}: {value}\n"));
        }
    };
    let stated = |value: Option<&str>| Some(value.unwrap_or(NOT_STATED).to_owned());
    for (name, value) in whose_record(entry) {
        line(name, stated(value.as_deref()));
    }
    let copies = provenance.chain.iter().enumerate();
    for (index, copy) in copies {
        line(&format!("Copy {}", index + 1), Some(copy.clone()));
    }
    let date = facts.date.as_ref().map(Edtf::english);
    line("Date", stated(date.as_deref()));
    line("Date as printed", facts.date_printed.clone());
    line("Place as printed", facts.place.clone());
    line("Place (editors)", facts.place_editors.clone());
    line("Kind", facts.kind.clone());
    line("Author", record.author.clone());
    line("Publisher", record.publisher.clone());
    line("Archive", record.archive.clone());
    line("Archive reference", record.archive_reference.clone());
    if let Some(lasting) = &record.lasting {
        let name = lasting.kind.name().to_uppercase();
        line(&name, Some(lasting.name.clone()));
    }
    line("Rights", record.rights.clone());
    line("Published in", Some(site.config.title.clone()));
    line(
        "Address",
        address::absolute(site, &Route::Document(entry.id.clone())),
    );
    out
}

/// The label as printed, the anchor, and the person as the editors read it.
fn turn_line(site: &Site, entry: &DocumentEntry, turn: &Turn, index: usize) -> String {
    let label = turn
        .label
        .as_ref()
        .map_or("[no label printed]", |label| label.text.text());
    let anchor = entry.anchors.turn(index);
    let name = |id: &PersonId| {
        site.people
            .get(id)
            .map_or_else(|| id.to_string(), |person| person.name.clone())
    };
    let attribution = &entry.turns[index].attribution;
    let who = match attribution {
        Attribution::Known { .. } => speaker(site, attribution).unwrap_or_default().to_owned(),
        Attribution::Provisional { .. } => "known only from labels".to_owned(),
        Attribution::ByRecord { person, reason } => {
            format!("{}, by the editors: {reason}", name(person))
        }
        Attribution::Ambiguous { candidates } => {
            let names: Vec<String> = candidates.iter().map(name).collect();
            format!("{}: not decided", names.join(" or "))
        }
        Attribution::Collective => "several".to_owned(),
        Attribution::Unidentified => "not known to the source".to_owned(),
        Attribution::Unmarked => "nobody is named".to_owned(),
    };
    format!("{label}  [{anchor}: {who}]")
}

/// In words.
pub(super) fn gap_reason(reason: GapReason) -> &'static str {
    match reason {
        GapReason::Omitted => "omitted",
        GapReason::PagesOmitted => "pages omitted",
        GapReason::Extract => "extract",
        GapReason::Inaudible => "inaudible",
        GapReason::Illegible => "illegible",
        GapReason::Withheld => "withheld",
    }
}
