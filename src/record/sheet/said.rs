//! What a cell says of a document: taken where the record is silent, reported where the record says something else.

use super::super::Nature;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::slug;
use crate::spreadsheet::{self, Cell, Reading};

/// Takes what a cell says where the record is silent.
pub(super) fn take(
    known: &mut Option<String>,
    said: String,
    cell: &Cell,
    diagnostics: &mut Diagnostics,
) {
    match known {
        Some(known) if *known == said => {}
        Some(known) => contradicts(&format!("“{known}”"), cell, diagnostics),
        None => *known = Some(said),
    }
}

/// The same of a list.
pub(super) fn take_all(known: &mut Vec<String>, cell: &Cell, diagnostics: &mut Diagnostics) {
    let said = cell.list();
    if known.is_empty() {
        *known = said;
    } else if *known != said {
        contradicts(&format!("“{}”", known.join("; ")), cell, diagnostics);
    }
}

/// Says that the record says something else.
pub(super) fn contradicts(recorded: &str, cell: &Cell, diagnostics: &mut Diagnostics) {
    let message = format!("the table says “{}”, the record {recorded}", cell.text);
    let help = "the record is used; make both say the same, or empty the cell";
    let place = cell.place.clone();
    diagnostics
        .push(Diagnostic::new(Code::Contradiction, place, message, help).labeled("not used"));
}

/// The date in a cell, also where a spreadsheet has changed its form.
pub(super) fn date(cell: &Cell, diagnostics: &mut Diagnostics) -> Option<String> {
    let text = &cell.text;
    let place = cell.place.clone();
    match spreadsheet::read_date(text) {
        Reading::Plain(date) => Some(date),
        Reading::ByRule(date, rule) => {
            let message = format!("“{text}” is read as {date}: {rule}");
            let help = format!(
                "write {date} if that is right; format the column as text, so that the spreadsheet leaves it so"
            );
            diagnostics.push(Diagnostic::new(Code::SpreadsheetDate, place, message, help));
            Some(date)
        }
        Reading::Either(one, other) => {
            let message = format!("“{text}” may be {one} or {other}");
            let help = "write the one that is meant in this form, and format the column as text";
            diagnostics
                .push(Diagnostic::new(Code::BadDate, place, message, help).labeled("which day?"));
            None
        }
        Reading::Unknown => {
            let message = format!("“{text}” is not a date that can be read");
            let help = "write it as YYYY, YYYY-MM or YYYY-MM-DD; a span is 1990-05/1990-07, a doubtful date ends with ?";
            diagnostics.push(Diagnostic::new(Code::BadDate, place, message, help));
            None
        }
    }
}

/// How the record was made, in the words of the table.
pub(super) fn nature(cell: &Cell, diagnostics: &mut Diagnostics) -> Option<Nature> {
    let all = [
        Nature::Verbatim,
        Nature::Notes,
        Nature::WrittenUpAfterwards,
        Nature::QuotedInPrint,
    ];
    let said = slug(&cell.text);
    let found = all.iter().find(|one| slug(one.describe()) == said);
    if found.is_none() {
        let message = format!("“{}” does not say how the record was made", cell.text);
        let help = "write verbatim, notes, written up afterwards, or quoted in print";
        let place = cell.place.clone();
        diagnostics.push(Diagnostic::new(Code::BadValue, place, message, help));
    }
    found.copied()
}
