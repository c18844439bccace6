//! What of a file is in no block: the marks of its format.

use crate::document::{Block, DropReason, Dropped, Piece};
use crate::source::Span;

/// Drops whatever of the text is in no block and not dropped yet: the marks of the format.
pub(in super::super) fn drop_rest(text: &str, blocks: &[Block], dropped: &mut Vec<Dropped>) {
    let mut claimed: Vec<Span> = dropped.iter().map(|dropped| dropped.span).collect();
    for block in blocks {
        let label = match block {
            Block::Turn(turn) => turn.label.as_ref().map(|label| &label.text),
            Block::Header(_)
            | Block::Heading(_)
            | Block::Narration(_)
            | Block::Gap(_)
            | Block::Note(_) => None,
        };
        let texts = block.paragraphs().iter().map(|paragraph| &paragraph.text);
        for spanned in texts.chain(label) {
            claimed.extend(spanned.pieces().iter().map(Piece::span));
        }
    }
    claimed.sort();
    let mut at = 0;
    let ends = std::iter::once(Span::new(text.len(), text.len()));
    for span in claimed.into_iter().chain(ends) {
        if at < span.start {
            let hole = &text[at..span.start];
            if !hole.trim().is_empty() {
                let start = at + hole.len() - hole.trim_start().len();
                dropped.push(Dropped {
                    span: Span::new(start, start + hole.trim().len()),
                    reason: DropReason::Markup,
                });
            }
        }
        at = at.max(span.end);
    }
}
