//! How a text is set: single or double spaced, hard-wrapped or not, and where its pages begin.

use super::{Line, Measure, ends_sentence};

/// How paragraphs are told apart in a text.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Layout {
    /// Blank lines stand between paragraphs; lines without one between them belong together.
    Blocks,
    /// Lines are wrapped at a measure and nothing stands between paragraphs: a line that could have taken the next word ends one.
    Wrapped(Measure),
    /// Every line is a paragraph.
    Lines,
}

/// In a text with an empty line after every line, takes that line for spacing; what is more is a blank line, and three or more end a
/// page (extraction from PDF leaves them there).
pub(super) fn single_spaced(text: &str, lines: &mut [Line]) {
    let mut n_single = 0;
    let mut n_open = 0;
    for pair in lines.windows(2) {
        n_single += usize::from(pair[1].blanks_before == 1);
        let line = &text[pair[0].span.range()];
        // A heading or a bold name on a line of its own cuts no sentence in two.
        let is_set_apart = line.starts_with('#') || line.starts_with("**") && line.ends_with("**");
        let goes_on = !ends_sentence(line) && !is_set_apart;
        n_open += usize::from(pair[1].blanks_before == 1 && goes_on);
    }
    // Double spacing: nearly every line is followed by one blank, and half of these cut a sentence in two.
    let n_pairs = lines.len().saturating_sub(1);
    if n_pairs < 3 || n_single * 10 < n_pairs * 7 || n_open * 2 < n_single {
        return;
    }
    for line in lines {
        line.page_break_before |= line.blanks_before >= 3;
        line.blanks_before = if line.blanks_before >= 3 {
            0
        } else {
            line.blanks_before.saturating_sub(1)
        };
    }
}

/// Extraction from PDF may leave a single blank before the first line of a page. Rare in a text without other indents, it is that.
pub(super) fn page_starts(lines: &mut [Line]) {
    let indented: Vec<usize> = (1..lines.len())
        .filter(|&at| lines[at].indent > 0)
        .collect();
    let all_single = indented.iter().all(|&at| lines[at].indent == 1);
    let rare = indented.windows(2).all(|pair| pair[1] - pair[0] >= 5);
    if lines.len() >= 24 && all_single && rare {
        for at in indented {
            lines[at].page_break_before = true;
        }
    }
}

/// Finds out how paragraphs are told apart.
pub(super) fn of(text: &str, lines: &[Line]) -> Layout {
    let n_pairs = lines.len().saturating_sub(1);
    let n_blank = lines
        .iter()
        .skip(1)
        .filter(|line| line.blanks_before > 0)
        .count();
    // A blank line now and then (around a title, before a note) does not make blocks.
    if n_pairs == 0 || n_blank * 20 > n_pairs {
        return Layout::Blocks;
    }
    let is_open = |line: &&Line| !ends_sentence(&text[line.span.range()]);
    let n_open = lines.iter().filter(is_open).count();
    // Lines that cut sentences are wrapped; where hardly any does, each is a paragraph.
    if n_open * 4 < n_pairs {
        return Layout::Lines;
    }
    Measure::of(text, lines).map_or(Layout::Lines, Layout::Wrapped)
}
