//! Text left out, where it is more than the reason accounts for.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::document::DropReason;
use crate::site::DocumentEntry;
use crate::source::LineIndex;

/// In a text this short a share says little.
const SHORTEST: usize = 1_000;

pub(super) fn look(entry: &DocumentEntry, found: &mut Diagnostics) {
    let total = entry.account.total;
    if total < SHORTEST {
        return;
    }
    for (reason, percent) in [
        (DropReason::Furniture, 15),
        (DropReason::Repeated, 40),
        (DropReason::Hyphen, 2),
        (DropReason::SiteChrome, 70),
        (DropReason::OtherReading, 30),
    ] {
        let n = entry
            .account
            .dropped
            .get(reason.describe())
            .copied()
            .unwrap_or(0);
        if n * 100 <= total * percent {
            continue;
        }
        let longest = entry
            .document
            .dropped
            .iter()
            .filter(|dropped| dropped.reason == reason)
            .max_by_key(|dropped| (dropped.span.len(), std::cmp::Reverse(dropped.span.start)));
        let place = match longest {
            Some(dropped) => {
                let lines = LineIndex::of(&entry.source.text);
                Place::indexed(&entry.source.path, &lines, dropped.span)
            }
            None => Place::file(&entry.source.path),
        };
        let message = format!(
            "{} % of the letters are left out as {}",
            n * 100 / total,
            reason.describe()
        );
        let help = "compare the published text with the source; `memcon parse FILE --format json` lists what is left out, under `dropped`";
        found.push(
            Diagnostic::new(Code::MuchLeftOut, place, message, help).labeled("the longest piece"),
        );
    }
}
