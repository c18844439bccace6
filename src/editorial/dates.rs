//! Dates that no calendar holds, and dates that disagree.

use super::quoted;
use crate::date;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, toml_string};
use crate::document::Block;
use crate::site::DocumentEntry;

pub(super) fn look(entry: &DocumentEntry, found: &mut Diagnostics) {
    impossible(entry, found);
    file_name(entry, found);
}

/// Dates of the head that do not exist; in the talk itself somebody may well have said so.
fn impossible(entry: &DocumentEntry, found: &mut Diagnostics) {
    for block in &entry.document.blocks {
        let text = match block {
            Block::Header(header) => &header.text.text,
            Block::Turn(_) => break,
            Block::Heading(_) | Block::Narration(_) | Block::Gap(_) | Block::Note(_) => continue,
        };
        let Some(range) = date::impossible(text.text()) else {
            continue;
        };
        let printed = &text.text()[range.clone()];
        let place = Place::at(
            &entry.source.path,
            &entry.source.text,
            text.span_of(range.clone()),
        );
        let message = format!("there is no such day as “{}”", quoted(printed));
        let help = "the printed date stays; give the right one in the document's record";
        found.push(
            Diagnostic::new(Code::NoSuchDate, place, message, help)
                .labeled("this day")
                .fix(entry.source.record_path(), "date = \"…\""),
        );
    }
}

/// The day in the file's name against the day of the document.
fn file_name(entry: &DocumentEntry, found: &mut Diagnostics) {
    let path = &entry.source.path;
    let name = path.rsplit('/').next().unwrap_or(path);
    let Some(named) = date::of_file_name(name) else {
        return;
    };
    let Some(known) = entry.facts.date.as_ref().filter(|date| date.is_exact()) else {
        return;
    };
    let agrees = |edtf: &str| edtf == named;
    let talks = entry
        .conversations
        .iter()
        .filter_map(|talk| talk.date.as_ref());
    if agrees(known.as_str()) || talks.into_iter().any(|date| agrees(date.as_str())) {
        return;
    }
    let source = match (&entry.record.date, &entry.facts.date_printed) {
        (Some(date), _) => format!("the record says {date}"),
        (None, Some(printed)) => format!("the source prints “{}”", quoted(printed)),
        (None, None) => format!("the document is of {known}"),
    };
    let message = format!("the file's name says {named}, {source}");
    let help = "one of the two is the day of the talk, the other perhaps that of a copy; say which in the document's record";
    found.push(
        Diagnostic::new(Code::Contradiction, Place::file(path), message, help).fix(
            entry.source.record_path(),
            format!("date = {}", toml_string(known.as_str())),
        ),
    );
}
