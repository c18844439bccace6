//! Words put together.

use crate::document::{Piece, SpannedText};
use crate::source::Span;

/// Adds words to others, with a blank between them unless both belong to a script that has none.
pub(in super::super) fn join(text: &str, words: &mut SpannedText, more: &SpannedText) {
    if !words.is_empty() && !more.is_empty() {
        let last = words.text().chars().next_back();
        let first = more.text().chars().next();
        let runs_on = last.is_some_and(is_unspaced) && first.is_some_and(is_unspaced);
        if !runs_on {
            let (end, next) = (words.pieces().last(), more.pieces().first());
            let end = end.map_or(0, |piece| piece.span().end);
            let next = next.map_or(end, |piece| piece.span().start);
            let blank = text[end..].chars().next().filter(|c| c.is_whitespace());
            let span = match blank {
                Some(c) if end + c.len_utf8() <= next => Span::new(end, end + c.len_utf8()),
                _ => Span::new(next, next),
            };
            words.push_as(" ", span);
        }
    }
    let pieces = more.pieces();
    for (index, piece) in pieces.iter().enumerate() {
        let end = pieces.get(index + 1).map_or(more.text().len(), Piece::at);
        let part = &more.text()[piece.at()..end];
        if text.get(piece.span().range()) == Some(part) {
            words.push(text, piece.span());
        } else {
            words.push_as(part, piece.span());
        }
    }
}

/// Chinese and Japanese signs: no blank stands between them.
pub(in super::super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// The last signs of a paragraph: enough to see whether it ends a sentence.
pub(in super::super) fn tail(words: &str) -> &str {
    let start = words
        .char_indices()
        .rev()
        .nth(15)
        .map_or(0, |(start, _)| start);
    &words[start..]
}
