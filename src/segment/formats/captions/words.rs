//! The lines of a caption → pieces, each with what says who speaks it.

use super::super::cues;
use super::super::cues::inline::{Quotes, Token, tokens};
use super::own;
use crate::document::{Label, SpannedText};
use crate::source::Span;
use std::ops::Range;

/// A stretch of a line.
#[derive(Debug)]
pub(super) struct Piece {
    /// What stands before it.
    pub(super) opening: Opening,
    /// The words, trimmed.
    pub(super) text: SpannedText,
    /// Bytes of them set apart in print.
    pub(super) emphasis: Vec<Range<usize>>,
}

/// What stands before a piece.
#[derive(Debug)]
pub(super) enum Opening {
    /// Nothing: it is the beginning of a line, or what follows a voice that is closed.
    Line,
    /// `<v Name>`
    Voice(Label),
    /// `>>`
    Chevron(SpannedText),
}

impl Piece {
    /// The length of the dash at the beginning, with the blanks after it.
    pub(super) fn dash(&self) -> Option<usize> {
        let words = self.text.text();
        let rest = words.strip_prefix(['-', '‐', '–', '—'])?;
        let after = rest.trim_start();
        let is_dash = rest.len() > after.len() || rest.starts_with(char::is_uppercase);
        (is_dash && after.contains(char::is_alphanumeric)).then(|| words.len() - after.len())
    }
}

/// Ranges after the first `by` bytes are taken away.
pub(super) fn moved(ranges: &[Range<usize>], by: usize) -> Vec<Range<usize>> {
    ranges
        .iter()
        .filter(|range| range.end > by)
        .map(|range| range.start.saturating_sub(by)..range.end - by)
        .collect()
}

/// Above this cost (cuts times pieces) a line is left in one: nobody writes such lines.
const MOST_CUTS: usize = 1 << 22;

/// Whose way of writing the words of a caption is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Words {
    /// Anybody's: `>>` says that another speaks.
    Free,
    /// memcon's own: nothing but the tags says who speaks.
    Own,
}

/// Reads the lines of one caption.
pub(super) fn read(text: &str, lines: &[Span], form: Words) -> Vec<Vec<Piece>> {
    let mut reader = Reader::new(text);
    reader.form = form;
    lines.iter().map(|line| reader.line(*line)).collect()
}

/// Puts the words of lines together to pieces.
pub(super) struct Reader<'a> {
    text: &'a str,
    form: Words,
    /// How many tags of emphasis are open.
    depth: usize,
    pieces: Vec<Piece>,
    opening: Opening,
    words: SpannedText,
    emphasis: Vec<Range<usize>>,
    /// Where in `words` the emphasis that is open began.
    since: Option<usize>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Reader {
            text,
            form: Words::Free,
            depth: 0,
            pieces: Vec::new(),
            opening: Opening::Line,
            words: SpannedText::default(),
            emphasis: Vec::new(),
            since: None,
        }
    }

    /// The words of the piece under way.
    pub(super) fn words(&mut self) -> &mut SpannedText {
        &mut self.words
    }

    /// Ends the piece under way; the next is opened so.
    pub(super) fn open(&mut self, opening: Opening) {
        self.finish();
        self.opening = opening;
    }

    /// Ends the line; a voice goes on in the next without being named again.
    pub(super) fn end_line(&mut self) -> Vec<Piece> {
        self.finish();
        // There are many lines, and most are one piece.
        let mut pieces = std::mem::take(&mut self.pieces);
        pieces.shrink_to_fit();
        pieces
    }

    fn line(&mut self, span: Span) -> Vec<Piece> {
        for token in tokens(self.text, span, Quotes::Single) {
            match token {
                Token::Words(span) => self.words.push(self.text, span),
                Token::Char(c, span) => self.words.push_as(c.encode_utf8(&mut [0; 4]), span),
                Token::Tag(tag) if tag.is_emphasis() => self.emphasize(tag.is_end),
                Token::Tag(tag) if tag.name.eq_ignore_ascii_case("v") => {
                    let is_label = !tag.is_end && !self.is_not_printed(tag.span);
                    let label = is_label.then(|| self.voice(tag.annotation)).flatten();
                    self.open(label.map_or(Opening::Line, Opening::Voice));
                }
                Token::Tag(tag) if tag.is_break() => {
                    self.words
                        .push_as(" ", Span::new(tag.span.start, tag.span.start));
                }
                Token::Tag(_) => {}
            }
        }
        self.end_line()
    }

    /// Whether a voice is named by the editors alone.
    fn is_not_printed(&self, tag: Span) -> bool {
        self.form == Words::Own && own::is_not_printed(&self.text[tag.range()])
    }

    fn voice(&self, annotation: Span) -> Option<Label> {
        let mut name = SpannedText::default();
        for token in tokens(self.text, annotation, Quotes::Single) {
            match token {
                Token::Words(span) => name.push(self.text, span),
                Token::Char(c, span) => name.push_as(c.encode_utf8(&mut [0; 4]), span),
                Token::Tag(_) => {}
            }
        }
        cues::label(&name)
    }

    /// Words set apart in print begin or end.
    pub(super) fn emphasize(&mut self, is_end: bool) {
        if !is_end {
            self.depth += 1;
            if self.depth == 1 {
                self.since = Some(self.words.text().len());
            }
            return;
        }
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0
            && let Some(start) = self.since.take()
        {
            self.emphasis.push(start..self.words.text().len());
        }
    }

    /// Ends a piece; an emphasis that is open goes on in the next.
    fn finish(&mut self) {
        let end = self.words.text().len();
        if let Some(start) = &mut self.since {
            self.emphasis.push(*start..end);
            *start = 0;
        }
        let words = std::mem::take(&mut self.words);
        let emphasis = std::mem::take(&mut self.emphasis);
        let opening = std::mem::replace(&mut self.opening, Opening::Line);
        if words.text().trim().is_empty() && matches!(opening, Opening::Line) {
            return;
        }
        let cuts = match self.form {
            Words::Free => cuts(&words, emphasis.len()),
            Words::Own => Vec::new(),
        };
        let mut at = 0;
        let mut opening = Some(opening);
        for cut in &cuts {
            let before = piece(&words, &emphasis, at..cut.start, opening.take());
            if !(before.text.is_empty() && matches!(before.opening, Opening::Line)) {
                self.pieces.push(before);
            }
            opening = Some(Opening::Chevron(words.slice(cut.clone())));
            at = cut.end;
        }
        self.pieces.push(piece(&words, &emphasis, at..end, opening));
    }
}

fn piece(
    words: &SpannedText,
    emphasis: &[Range<usize>],
    range: Range<usize>,
    opening: Option<Opening>,
) -> Piece {
    let whole = &words.text()[range.clone()];
    let start = range.start + whole.len() - whole.trim_start().len();
    let end = start + whole.trim().len();
    let emphasis = emphasis
        .iter()
        .map(|part| part.start.clamp(start, end) - start..part.end.clamp(start, end) - start)
        .filter(|part| !part.is_empty())
        .collect();
    Piece {
        opening: opening.unwrap_or(Opening::Line),
        text: words.slice(start..end),
        emphasis,
    }
}

/// Where `>>` says that another speaks: at the beginning, or after a blank.
fn cuts(words: &SpannedText, n_emphasis: usize) -> Vec<Range<usize>> {
    let text = words.text();
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find(">>") {
        let start = at + found;
        let len = text[start..].len() - text[start..].trim_start_matches('>').len();
        let is_apart = text[..start]
            .chars()
            .next_back()
            .is_none_or(char::is_whitespace);
        if is_apart && len <= 3 {
            out.push(start..start + len);
        }
        at = start + len;
    }
    if out.len() * (words.pieces().len() + n_emphasis) > MOST_CUTS {
        out.clear();
    }
    out
}
