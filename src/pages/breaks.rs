//! Where a page of the source ends, and which: of a PDF by its number there, of other sources by what is printed at the place.

use super::paragraph::What;
use crate::document::{DropReason, Paragraph};
use crate::interface::Interface;
use crate::site::DocumentEntry;
use crate::source::Format;

/// The longest words at the head or foot of a page that tell it: `[[Page H13]]`.
const LONGEST: usize = 20;

/// The page break at a place of a paragraph.
pub(super) fn what(
    say: &Interface,
    document: &DocumentEntry,
    paragraph: &Paragraph,
    at: usize,
) -> What {
    let text = paragraph.text.text();
    let mut after = text[at..]
        .char_indices()
        .filter(|(_, c)| !c.is_whitespace());
    let after = after.next().map(|(n, c)| at + n..at + n + c.len_utf8());
    let next = after.map(|range| paragraph.text.span_of(range).start);
    let source = &document.source.text;
    if document.source.format == Format::Pdf {
        let end = paragraph.text.span().end;
        let before = source.get(..next.unwrap_or(end)).unwrap_or(source);
        let n = before.matches('\u{c}').count() + 1 + usize::from(next.is_none());
        let n = [("n", n.into())];
        return What::PageBreak {
            label: say.say("page-break-pdf", &n),
            page: Some(say.say("page-of-pdf", &n)),
        };
    }
    let printed = next.and_then(|next| printed_before(document, next));
    What::PageBreak {
        label: match printed {
            Some(words) => say.say("page-break-printed", &[("words", words.into())]),
            None => say.text("page-break").to_owned(),
        },
        page: printed.map(str::to_owned),
    }
}

/// The page's number as printed, where it stands alone between the words before and after.
fn printed_before(document: &DocumentEntry, next: usize) -> Option<&str> {
    let source = &document.source.text;
    let mut printed = None;
    let mut to = next;
    let dropped = &document.document.dropped;
    while let Some(one) = dropped.iter().find(|one| {
        one.reason == DropReason::Furniture
            && one.span.end <= to
            && source
                .get(one.span.end..to)
                .is_some_and(|between| between.trim().is_empty())
            && one.span.start < to
    }) {
        let words = source.get(one.span.range())?.trim();
        let has_digit = words.contains(|c: char| c.is_ascii_digit());
        if has_digit && words.chars().count() <= LONGEST {
            // Of two numbers, nobody knows which is the page's.
            if printed.is_some() {
                return None;
            }
            printed = Some(words);
        }
        to = one.span.start;
    }
    printed
}
