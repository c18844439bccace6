//! Letters → lines, lines → paragraphs, pages → text.

use super::super::blocks::ends_sentence;
use super::columns::{self, Run, median};
use super::glyphs::Glyph;
use unicode_normalization::UnicodeNormalization;

/// A line as printed.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Line {
    text: String,
    y: f32,
    size: f32,
    /// Where it begins, counted in the direction of reading.
    start: f32,
    direction: Direction,
    /// How far its beginning stands from the margin where its column's lines begin; 0 is at the margin.
    indent: f32,
    /// Whether it stands where the first lines of paragraphs stand in its column.
    is_first: bool,
    /// Whether another column or direction begins with it.
    is_new_region: bool,
}

/// Where a line runs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Direction {
    Right,
    Left,
}

/// The lines of a page in reading order.
pub(super) fn of_page(glyphs: Vec<Glyph>) -> Vec<Line> {
    let mut layers: [Vec<Glyph>; 4] = Default::default();
    for glyph in glyphs {
        layers[usize::from(glyph.turn % 4)].push(glyph);
    }
    // What is set at right angles (a stamp in the margin) follows what most of the page is.
    layers.sort_by_key(|layer| std::cmp::Reverse(layer.len()));
    let mut out = Vec::new();
    for layer in layers {
        let right_to_left = is_right_to_left(layer.iter().map(|glyph| glyph.c));
        for region in columns::regions(columns::runs(layer), right_to_left) {
            out.extend(of_region(region));
        }
    }
    out
}

/// The text of all pages.
pub(super) fn join(pages: &[Vec<Line>]) -> String {
    let mut all: Vec<f32> = pages.iter().flat_map(|page| steps(page)).collect();
    let usual = smallest_step(&mut all).unwrap_or(f32::INFINITY);
    let mut text = String::new();
    for page in pages {
        let mut own = steps(page);
        // A page set much wider than the others is measured by itself.
        let step = match smallest_step(&mut own) {
            Some(step) if step > 1.6 * usual && own.len() >= 8 => step,
            Some(_) | None => usual,
        };
        let mut previous: Option<&Line> = None;
        for line in page {
            if begins_paragraph(previous, line, step) && !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&line.text);
            text.push('\n');
            previous = Some(line);
        }
        text.push('\u{c}');
    }
    // The last page ends with the text.
    text.pop();
    text
}

/// How far down each line of a page stands from the one before it.
fn steps(page: &[Line]) -> Vec<f32> {
    page.windows(2)
        .filter(|pair| !pair[1].is_new_region)
        .map(|pair| (pair[1].y - pair[0].y, pair[0].size.min(pair[1].size)))
        .filter(|(step, size)| *step >= 0.8 * size)
        .map(|(step, _)| step)
        .collect()
}

/// The step from line to line inside paragraphs: small ones, for where turns are short most steps part them.
fn smallest_step(steps: &mut [f32]) -> Option<f32> {
    steps.sort_by(f32::total_cmp);
    steps.get(steps.len() / 5).copied()
}

/// Whether a line stands apart from the one before it: farther down than usual, or indented where that is not.
fn begins_paragraph(previous: Option<&Line>, line: &Line, step: f32) -> bool {
    let is_indented = line.indent.abs() > 0.8 * line.size;
    let Some(previous) = previous else {
        return line.is_first || is_indented && line.indent < 8.0 * line.size;
    };
    if line.is_new_region {
        return line.is_first || is_indented;
    }
    let down = line.y - previous.y;
    let is_far = down > 1.3 * step && down > previous.size.min(line.size);
    let was_indented = previous.indent.abs() > 0.8 * previous.size;
    is_far || line.is_first || is_indented && !was_indented
}

fn of_region(mut runs: Vec<Run>) -> Vec<Line> {
    runs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<Vec<Run>> = Vec::new();
    let (mut first, mut last) = (f32::NEG_INFINITY, f32::NEG_INFINITY);
    for run in runs {
        // Raised and lowered signs belong to the line they touch.
        let is_same = run.y - last < 0.3 * run.size && run.y - first < 0.7 * run.size;
        last = run.y;
        match rows.last_mut() {
            Some(row) if is_same => row.push(run),
            Some(_) | None => {
                first = run.y;
                rows.push(vec![run]);
            }
        }
    }
    let mut lines: Vec<Line> = rows.into_iter().filter_map(line).collect();
    for direction in [Direction::Right, Direction::Left] {
        indents(&mut lines, direction);
    }
    if let Some(first) = lines.first_mut() {
        first.is_new_region = true;
    }
    lines
}

/// Finds out how far the lines of a direction stand in, and which of them are first lines of paragraphs.
fn indents(lines: &mut [Line], direction: Direction) {
    let of_direction = |line: &&Line| line.direction == direction;
    let starts: Vec<f32> = lines
        .iter()
        .filter(of_direction)
        .map(|line| line.start)
        .collect();
    let tolerance = 0.4 * lines.first().map_or(0.0, |line| line.size);
    let Some((n_at, margin)) = most_common(&starts, tolerance) else {
        return;
    };
    let rest: Vec<f32> = starts
        .iter()
        .copied()
        .filter(|start| {
            (start - margin).abs() > 2.0 * tolerance && (start - margin).abs() < 20.0 * tolerance
        })
        .collect();
    let other = most_common(&rest, tolerance).filter(|(n, _)| *n >= 2 && n * 7 >= starts.len());
    // Whether the lines before those that begin at a place end sentences, in hundredths.
    let share_after_end = |place: f32| {
        let after: Vec<bool> = lines
            .windows(2)
            .filter(|pair| of_direction(&&pair[1]) && (pair[1].start - place).abs() <= tolerance)
            .map(|pair| ends_sentence(&pair[0].text))
            .collect();
        after.iter().filter(|ends| **ends).count() * 100 / after.len().max(1)
    };
    let first = other.and_then(|(_, other)| {
        let (of_margin, of_other) = (share_after_end(margin), share_after_end(other));
        if of_other > of_margin + 25 {
            Some(other)
        } else if of_margin > of_other + 25 {
            Some(margin)
        } else {
            None
        }
    });
    let is_margin = n_at * 2 >= starts.len() && starts.len() >= 3 && first != Some(margin);
    for line in lines.iter_mut().filter(|line| line.direction == direction) {
        line.is_first = first.is_some_and(|first| (line.start - first).abs() <= tolerance);
        line.indent = if is_margin { line.start - margin } else { 0.0 };
    }
}

/// The place where most of the lines begin, and how many.
fn most_common(starts: &[f32], tolerance: f32) -> Option<(usize, f32)> {
    let mut starts = starts.to_vec();
    starts.sort_by(f32::total_cmp);
    let mut best: Option<(usize, f32)> = None;
    let mut from = 0;
    for to in 0..starts.len() {
        while starts[to] - starts[from] > tolerance {
            from += 1;
        }
        if best.is_none_or(|(n, _)| to + 1 - from > n) {
            best = Some((to + 1 - from, starts[from]));
        }
    }
    best
}

fn line(row: Vec<Run>) -> Option<Line> {
    let mut glyphs: Vec<Glyph> = row.into_iter().flat_map(|run| run.glyphs).collect();
    glyphs.sort_by(|a, b| a.x.0.total_cmp(&b.x.0));
    let mut sizes: Vec<f32> = glyphs.iter().map(|glyph| glyph.size).collect();
    let size = median(&mut sizes)?;
    let n_blanks = glyphs.iter().filter(|glyph| glyph.c == ' ').count();
    // Where blanks are drawn, a gap must be wide to be one more.
    let has_blanks = n_blanks * 14 >= glyphs.len();
    let mut signs: Vec<char> = Vec::new();
    let mut previous: Option<Glyph> = None;
    let mut blank = false;
    for glyph in &glyphs {
        if glyph.c == ' ' {
            blank = true;
            continue;
        }
        if let Some(before) = previous {
            let is_again = before.c == glyph.c
                && glyph.x.0 - before.x.0 < 0.12 * glyph.size
                && (glyph.y - before.y).abs() < 0.15 * glyph.size;
            // A letter drawn twice, a hair apart, is a bold one.
            if is_again && !unicode_normalization::char::is_combining_mark(glyph.c) {
                continue;
            }
            let gap = (glyph.x.0 - before.x.1) / size;
            let is_square = is_square(before.c) && is_square(glyph.c);
            let narrowest = match (is_square, has_blanks) {
                (true, _) => 0.6,
                (false, true) => 0.3,
                (false, false) => 0.16,
            };
            if gap > 2.5 {
                signs.push('\t');
            } else if blank && !(is_square && gap < 0.3) || gap > narrowest {
                signs.push(' ');
            }
        }
        blank = false;
        signs.push(glyph.c);
        previous = Some(*glyph);
    }
    let first = glyphs.iter().find(|glyph| glyph.c != ' ')?;
    let last = glyphs.iter().rfind(|glyph| glyph.c != ' ')?;
    let mut ys: Vec<f32> = glyphs.iter().map(|glyph| glyph.y).collect();
    let y = median(&mut ys)?;
    let (text, start, direction) = if is_right_to_left(signs.iter().copied()) {
        (logical(signs), -last.x.1, Direction::Left)
    } else {
        (signs.into_iter().collect(), first.x.0, Direction::Right)
    };
    Some(Line {
        text,
        y,
        size,
        start,
        direction,
        indent: 0.0,
        is_first: false,
        is_new_region: false,
    })
}

/// Ideographs, kana and their signs fill a square and have no blanks between them.
fn is_square(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

fn is_of_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
        && c.is_alphabetic()
}

fn is_right_to_left(letters: impl Iterator<Item = char>) -> bool {
    let (mut n, mut n_right) = (0, 0);
    for c in letters.filter(|c| c.is_alphabetic()) {
        n += 1;
        n_right += usize::from(is_of_right_to_left(c));
    }
    n_right * 2 > n
}

/// A line of Hebrew or Arabic as it is spoken: read from the right, but for numbers and words of other scripts in it.
fn logical(signs: Vec<char>) -> String {
    let mut signs = signs;
    signs.reverse();
    let is_forward = |c: char| c.is_numeric() || c.is_alphabetic() && !is_of_right_to_left(c);
    let mut at = 0;
    while at < signs.len() {
        if !is_forward(signs[at]) {
            at += 1;
            continue;
        }
        // Words go on over the blanks and points between them, a number only over the points inside it.
        let is_number = signs[at].is_numeric();
        let mut end = at + 1;
        for (next, &c) in signs.iter().enumerate().skip(at + 1) {
            let ends = if is_number {
                !c.is_numeric() && (next > end || !matches!(c, '.' | ',' | ':' | '/' | '-'))
            } else {
                is_of_right_to_left(c)
            };
            if ends {
                break;
            }
            if is_forward(c) {
                end = next + 1;
            }
        }
        signs[at..end].reverse();
        at = end;
    }
    let mirrored = signs.into_iter().map(|c| match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '«' => '»',
        '»' => '«',
        c => c,
    });
    // Arabic letters may be drawn as their shapes.
    mirrored
        .flat_map(|c| {
            let is_shape = matches!(c, '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
            let plain: String = if is_shape {
                c.nfkc().collect()
            } else {
                c.to_string()
            };
            plain.chars().collect::<Vec<char>>()
        })
        .collect()
}
