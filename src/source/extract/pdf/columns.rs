//! The letters of a page → stretches that are read from top to bottom: columns, and what runs across them.

use super::glyphs::Glyph;

/// Letters drawn one after the other on one line without a wide gap.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) x: (f32, f32),
    pub(super) y: f32,
    pub(super) size: f32,
}

/// Columns inside columns deeper than this are not looked for.
const DEEPEST: usize = 3;
/// Fewer runs than this are no columns.
const FEWEST_RUNS: usize = 12;
/// A gutter is looked for at so many places.
const N_PLACES: usize = 256;
/// Letters that the middling run of a column has: a column of names beside their words is none.
const SHORTEST_LINE: usize = 18;

/// Puts letters together to runs, in the order of drawing.
pub(super) fn runs(glyphs: Vec<Glyph>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for glyph in glyphs {
        if let Some(run) = runs.last_mut() {
            let same_line = (glyph.y - run.y).abs() < 0.2 * run.size;
            let gap = glyph.x.0 - run.x.1;
            if same_line && gap < run.size && gap > -0.3 * run.size {
                run.x.1 = run.x.1.max(glyph.x.1);
                run.size = run.size.max(glyph.size);
                run.glyphs.push(glyph);
                continue;
            }
        }
        runs.push(Run {
            x: glyph.x,
            y: glyph.y,
            size: glyph.size,
            glyphs: vec![glyph],
        });
    }
    // Blanks alone would hide a gutter.
    runs.retain(|run| run.glyphs.iter().any(|glyph| glyph.c != ' '));
    runs
}

/// Cuts a page into stretches, in reading order.
pub(super) fn regions(runs: Vec<Run>, right_to_left: bool) -> Vec<Vec<Run>> {
    let mut out = Vec::new();
    cut(runs, right_to_left, 0, &mut out);
    out
}

fn cut(mut runs: Vec<Run>, right_to_left: bool, depth: usize, out: &mut Vec<Vec<Run>>) {
    let gutter = (depth < DEEPEST).then(|| gutter(&runs)).flatten();
    let Some((from, to)) = gutter else {
        if !runs.is_empty() {
            out.push(runs);
        }
        return;
    };
    runs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut band = Band::default();
    for run in runs {
        let middle = f32::midpoint(from, to);
        let is_left =
            run.x.1 <= to && f32::midpoint(run.x.0, run.x.1) < middle && run.x.1 - from < run.size;
        let is_right =
            run.x.0 >= from && f32::midpoint(run.x.0, run.x.1) > middle && to - run.x.0 < run.size;
        let is_far = band
            .bottom
            .is_some_and(|bottom| run.y - bottom > 2.5 * run.size);
        if is_far || (is_left || is_right) != band.across.is_empty() {
            band.end(right_to_left, depth, out);
        }
        band.bottom = Some(run.y);
        if is_left {
            band.left.push(run);
        } else if is_right {
            band.right.push(run);
        } else {
            band.across.push(run);
        }
    }
    band.end(right_to_left, depth, out);
}

/// A part of a page from top to bottom: two columns, or lines across them.
#[derive(Default)]
struct Band {
    left: Vec<Run>,
    right: Vec<Run>,
    across: Vec<Run>,
    bottom: Option<f32>,
}

impl Band {
    fn end(&mut self, right_to_left: bool, depth: usize, out: &mut Vec<Vec<Run>>) {
        let Band {
            left,
            right,
            across,
            ..
        } = std::mem::take(self);
        let (first, second) = if right_to_left {
            (right, left)
        } else {
            (left, right)
        };
        for part in [across, first, second] {
            cut(part, right_to_left, depth + 1, out);
        }
    }
}

/// The blank strip between two columns of prose: few runs cross it, and on both sides stand many lines of some length.
fn gutter(runs: &[Run]) -> Option<(f32, f32)> {
    if runs.len() < FEWEST_RUNS {
        return None;
    }
    let left = runs.iter().map(|run| run.x.0).fold(f32::INFINITY, f32::min);
    let right = runs
        .iter()
        .map(|run| run.x.1)
        .fold(f32::NEG_INFINITY, f32::max);
    let width = right - left;
    if width <= 0.0 {
        return None;
    }
    #[allow(
        clippy::cast_sign_loss,
        reason = "a run begins at the left edge or after it"
    )]
    let place = |x: f32| (((x - left) / width * N_PLACES as f32) as usize).min(N_PLACES - 1);
    // How many runs begin at a place and end before it.
    let (mut begin, mut end) = ([0usize; N_PLACES + 1], [0usize; N_PLACES + 1]);
    for run in runs {
        begin[place(run.x.0)] += 1;
        end[place(run.x.1) + 1] += 1;
    }
    let most_crossing = runs.len() / 8;
    let (mut n_begun, mut n_ended) = (0, 0);
    let (mut start, mut best) = (None, None::<(usize, usize)>);
    for at in 0..=N_PLACES {
        n_begun += begin[at];
        n_ended += end[at];
        let crossing = n_begun - n_ended;
        let is_free = crossing <= most_crossing && (N_PLACES / 5..N_PLACES * 4 / 5).contains(&at);
        match (start, is_free) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                if best.is_none_or(|(a, b)| at - from > b - a) {
                    best = Some((from, at));
                }
                start = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    let (from, to) = best?;
    let x = |at: usize| left + width * at as f32 / N_PLACES as f32;
    let (from, to) = (x(from), x(to));
    let mut sizes: Vec<f32> = runs.iter().map(|run| run.size).collect();
    let size = median(&mut sizes)?;
    let middle = f32::midpoint(from, to);
    let is_column = |inside: &dyn Fn(&&Run) -> bool| {
        let mut lengths: Vec<f32> = runs
            .iter()
            .filter(inside)
            .map(|run| run.glyphs.len() as f32)
            .collect();
        lengths.len() * 4 >= runs.len()
            && median(&mut lengths).is_some_and(|n| n >= SHORTEST_LINE as f32)
    };
    let is_gutter = to - from >= 0.6 * size
        && is_column(&|run: &&Run| run.x.1 <= middle)
        && is_column(&|run: &&Run| run.x.0 >= middle);
    is_gutter.then_some((from, to))
}

/// The middle value.
pub(super) fn median(values: &mut [f32]) -> Option<f32> {
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied()
}
