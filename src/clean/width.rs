//! The measure of a hard-wrapped text, so that a line's end can be told from a paragraph's.
//!
//! Text extracted from PDF was set in a proportional face: how much a line holds is known only from the width of its letters. The
//! relative widths below are those of the common book serif (they agree closely between faces); a typewritten text counts characters.
//! Whichever of the two explains more line ends is taken.

use super::Line;

/// How wide the lines of a text may be, and how width is counted.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Measure {
    unit: Unit,
    /// The widest line, in the unit's own measure.
    width: u32,
    /// How much less the first line of a paragraph holds.
    indent: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Unit {
    /// Thousandths of the type size.
    Proportional,
    /// Characters, 500 each.
    Typewriter,
}

/// A first-line indent of half an inch on a measure of six and a half, the usual typescript's.
const USUAL_INDENT: u32 = 13;

impl Measure {
    /// The measure of a text whose lines are wrapped; `None` for a text without lines.
    pub(super) fn of(text: &str, lines: &[Line]) -> Option<Measure> {
        let words = |line: &Line| &text[line.span.range()];
        [Unit::Proportional, Unit::Typewriter]
            .into_iter()
            .filter_map(|unit| {
                let widths: Vec<u32> = lines.iter().map(|line| unit.width(words(line))).collect();
                let width = widths.iter().copied().max()?;
                let measure = Measure {
                    unit,
                    width,
                    indent: width / USUAL_INDENT,
                };
                let n_full = widths
                    .iter()
                    .zip(lines.iter().skip(1))
                    .filter(|(line, next)| measure.is_exceeded(**line, words(next), false))
                    .count();
                Some((n_full, measure))
            })
            .max_by_key(|(n_full, measure)| (*n_full, measure.unit == Unit::Proportional))
            .map(|(_, measure)| measure)
    }

    /// Whether the first lines of turns, given here where they ran full, are indented like those of paragraphs.
    pub(crate) fn are_indented(&self, full_first_lines: &[&str]) -> bool {
        let widest = full_first_lines
            .iter()
            .map(|line| self.unit.width(line))
            .max()
            .unwrap_or(0);
        full_first_lines.len() >= 3 && widest + self.indent * 9 / 10 <= self.width
    }

    /// Whether `line` had no room for the first word of `next`; an indented line holds less.
    pub(crate) fn is_full(&self, line: &str, next: &str, is_indented: bool) -> bool {
        self.is_exceeded(self.unit.width(line), next, is_indented)
    }

    /// The same for a line of which only the width is known.
    fn is_exceeded(&self, line: u32, next: &str, is_indented: bool) -> bool {
        let word = first_word(next);
        let needed = line
            .saturating_add(self.unit.width(" "))
            .saturating_add(self.unit.width(word));
        needed > self.width - if is_indented { self.indent } else { 0 }
    }

    /// Whether `line` may be the indented first line of a paragraph: narrow enough for one.
    pub(crate) fn fits_indented(&self, line: &str) -> bool {
        self.unit.width(line) <= self.width - self.indent
    }
}

/// The first word of a line. Asked of every line, and nearly always of plain letters.
fn first_word(line: &str) -> &str {
    let len = line.bytes().take_while(u8::is_ascii_graphic).count();
    match line.as_bytes().get(len) {
        None | Some(b' ') if len > 0 => &line[..len],
        _ => line.split_whitespace().next().unwrap_or(""),
    }
}

impl Unit {
    fn width(self, words: &str) -> u32 {
        match self {
            Unit::Proportional if words.is_ascii() => {
                let widths = words
                    .bytes()
                    .map(|b| u64::from(ASCII_WIDTHS[usize::from(b)]));
                u32::try_from(widths.sum::<u64>()).unwrap_or(u32::MAX)
            }
            Unit::Proportional => words
                .chars()
                .map(|c| match ASCII_WIDTHS.get(c as usize) {
                    Some(width) => u32::from(*width),
                    None => serif_width(c),
                })
                .fold(0, u32::saturating_add),
            Unit::Typewriter => (words.chars().count() as u32).saturating_mul(500),
        }
    }
}

/// [`serif_width`] of the signs met most.
const ASCII_WIDTHS: [u16; 128] = {
    let mut widths = [0; 128];
    let mut c = 0u8;
    while c < 128 {
        widths[c as usize] = serif_width(c as char) as u16;
        c += 1;
    }
    widths
};

/// Width of a character in thousandths of the type size.
const fn serif_width(c: char) -> u32 {
    match c {
        '\'' => 180,
        ' ' | '.' | ',' | '\u{a0}' => 250,
        'i' | 'j' | 'l' | 't' | '/' | ':' | ';' | '\\' => 278,
        'f' | 'r' | 'I' | '(' | ')' | '[' | ']' | '-' | '!' | '‘' | '’' => 333,
        's' | 'J' => 389,
        '"' => 408,
        'a' | 'c' | 'e' | 'z' | '?' | '“' | '”' => 444,
        'P' | 'F' | 'S' => 556,
        'E' | 'L' | 'T' | 'Z' => 611,
        'B' | 'C' | 'R' => 667,
        'A' | 'D' | 'G' | 'H' | 'K' | 'N' | 'O' | 'Q' | 'U' | 'V' | 'X' | 'Y' | 'w' => 722,
        'm' | '&' => 778,
        '%' => 833,
        'M' => 889,
        'W' => 944,
        // Ideographs and kana fill the square; other letters and signs are about as wide as an `n`.
        '—' | '…' | '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' => {
            1000
        }
        _ => 500,
    }
}
