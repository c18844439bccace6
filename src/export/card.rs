//! `assets/card.png`: what is shown where a page of the archive is shared. Its title, the beginning of a talk as bars, the mark.
//!
//! Letters are set one after the other, which is right for Latin, Greek and Cyrillic. A title in other letters is not set at all:
//! whoever shows the card prints the page's title beside it.

mod letters;

use crate::site::Site;
use letters::Letters;

/// Width and height.
const SIZE: (usize, usize) = (1200, 630);
/// The space left free at the sides.
const MARGIN: usize = 90;

/// Red, green, blue.
type Color = [u8; 3];

/// The picture as PNG.
pub(super) fn render(site: &Site) -> Vec<u8> {
    let color = |name: &str, otherwise: Color| site.colors.get(name).copied().unwrap_or(otherwise);
    let paper = color("paper", [255; 3]);
    let ink = color("ink", [0; 3]);
    let quiet = color("quiet", ink);
    let speaker = |slot: u8| color(&format!("speaker-{slot}"), quiet);
    let mut picture = Picture::new(paper);
    mark(&mut picture, speaker(1), speaker(2));
    talk(&mut picture, site, color("line", quiet), &speaker);
    words(&mut picture, site, ink, quiet);
    picture.png()
}

/// The mark, as in `icon.svg`: two voices, one of them with a pause.
fn mark(picture: &mut Picture, first: Color, second: Color) {
    const UNIT: usize = 7;
    let mut bar = |x: usize, y: usize, height: usize, color: Color| {
        let (left, top) = (MARGIN + (x - 3) * UNIT, 76 + (y - 2) * UNIT);
        picture.rectangle((left, top), (4 * UNIT, height * UNIT), color);
    };
    bar(3, 2, 6, first);
    bar(3, 11, 3, first);
    bar(9, 5, 9, second);
}

/// The longest document's turns from left to right, each as wide as its words, in the lane of who speaks.
fn talk(picture: &mut Picture, site: &Site, line: Color, speaker: &dyn Fn(u8) -> Color) {
    const TOP: usize = 514;
    const LANE: usize = 22;
    const GAP: usize = 2;
    let longest = site
        .documents
        .iter()
        .max_by_key(|document| (document.tally.n_words, std::cmp::Reverse(&document.id)));
    let Some(document) = longest.filter(|document| document.tally.n_words > 0) else {
        return;
    };
    let slot = |turn: usize| {
        let person = document.turns[turn].attribution.person()?;
        site.people.get(person).map(|person| person.slot)
    };
    let mut lanes: Vec<Option<u8>> = Vec::new();
    for turn in 0..document.turns.len() {
        if lanes.len() < 3 && !lanes.contains(&slot(turn)) {
            lanes.push(slot(turn));
        }
    }
    let all: usize = document.turns.iter().map(|turn| turn.n_words).sum();
    let width = SIZE.0 - 2 * MARGIN;
    let mut before = 0;
    for (index, turn) in document.turns.iter().enumerate() {
        let slot = slot(index);
        let last = lanes.len().saturating_sub(1);
        let row = lanes.iter().position(|one| *one == slot).unwrap_or(last);
        let left = before * width / all.max(1);
        before += turn.n_words;
        let right = before * width / all.max(1);
        let wide = (right - left).saturating_sub(GAP).max(1);
        let at = (MARGIN + left, TOP + row * (LANE + 4));
        let color = slot.map_or(line, speaker);
        picture.rectangle(at, (wide, LANE), color);
    }
}

/// The title as large as there is room for it, and the line beside it.
fn words(picture: &mut Picture, site: &Site, ink: Color, quiet: Color) {
    let title = &site.config.title;
    let subtitle = site.config.subtitle.as_deref().unwrap_or_default();
    let Some(letters) = Letters::new() else {
        return;
    };
    if !letters.can_set(title) || !letters.can_set(subtitle) {
        return;
    }
    let width = (SIZE.0 - 2 * MARGIN) as f32;
    let sizes = [84.0, 72.0, 60.0, 48.0];
    let room = if subtitle.is_empty() { 300.0 } else { 230.0 };
    let fitting = sizes.into_iter().find_map(|size: f32| {
        let lines = letters.lines(title, size, width);
        let is_fit = lines.iter().all(|line| letters.width(line, size) <= width);
        (is_fit && lines.len() as f32 * size * 1.2 <= room).then_some((size, lines))
    });
    // One that fits nowhere is not cut short.
    let Some((large, lines)) = fitting else {
        return;
    };
    let mut baseline = 200.0 + large;
    for line in lines {
        picture.cover(
            &letters.drawn(&line, large, (MARGIN as f32, baseline), SIZE),
            ink,
        );
        baseline += large * 1.2;
    }
    let small = 38.0;
    if let [line] = letters.lines(subtitle, small, width).as_slice() {
        let at = (MARGIN as f32, baseline - 22.0);
        picture.cover(&letters.drawn(line, small, at, SIZE), quiet);
    }
}

/// Pixels, row by row.
struct Picture(Vec<Color>);

impl Picture {
    fn new(ground: Color) -> Picture {
        Picture(vec![ground; SIZE.0 * SIZE.1])
    }

    fn rectangle(
        &mut self,
        (left, top): (usize, usize),
        (width, height): (usize, usize),
        color: Color,
    ) {
        for row in top..(top + height).min(SIZE.1) {
            let from = row * SIZE.0;
            self.0[from + left.min(SIZE.0)..from + (left + width).min(SIZE.0)].fill(color);
        }
    }

    /// Lays a color on, as thick at each pixel as `coverage` says, from 0 to 1.
    #[allow(
        clippy::cast_sign_loss,
        reason = "what is mixed of two parts from 0 to 255 is one"
    )]
    fn cover(&mut self, coverage: &[f32], color: Color) {
        for (pixel, covered) in self.0.iter_mut().zip(coverage) {
            let covered = covered.clamp(0.0, 1.0);
            for (part, ink) in pixel.iter_mut().zip(color) {
                let mixed = f32::from(*part) * (1.0 - covered) + f32::from(ink) * covered;
                *part = mixed.round() as u8;
            }
        }
    }

    fn png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let (width, height) = (SIZE.0 as u32, SIZE.1 as u32);
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        encoder
            .write_header()
            .and_then(|mut writer| writer.write_image_data(self.0.as_flattened()))
            .expect("a picture of this size can be written to memory");
        bytes
    }
}
