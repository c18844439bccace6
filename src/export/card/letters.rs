//! Words set in the one typeface that comes with memcon: Ubuntu Light, which has Latin, Greek and Cyrillic letters.

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, MetadataProvider};

/// The typeface.
pub(super) struct Letters(FontRef<'static>);

impl Letters {
    pub(super) fn new() -> Option<Letters> {
        FontRef::new(epaint_default_fonts::UBUNTU_LIGHT)
            .ok()
            .map(Letters)
    }

    /// Whether every letter of a text is there.
    pub(super) fn can_set(&self, text: &str) -> bool {
        let letters = self.0.charmap();
        text.chars()
            .all(|c| letters.map(c).is_some_and(|glyph| glyph.to_u32() > 0))
    }

    /// How wide a text is.
    pub(super) fn width(&self, text: &str, size: f32) -> f32 {
        let letters = self.0.charmap();
        let metrics = self
            .0
            .glyph_metrics(Size::new(size), LocationRef::default());
        text.chars()
            .filter_map(|c| metrics.advance_width(letters.map(c)?))
            .sum()
    }

    /// A text in lines, broken at blanks.
    pub(super) fn lines(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match (longer, lines.last_mut()) {
                (Some(longer), Some(last)) if self.width(&longer, size) <= width => *last = longer,
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }

    /// How much of each pixel of a picture a line covers that begins at this place of its baseline.
    pub(super) fn drawn(
        &self,
        text: &str,
        size: f32,
        (left, baseline): (f32, f32),
        picture: (usize, usize),
    ) -> Vec<f32> {
        let letters = self.0.charmap();
        let outlines = self.0.outline_glyphs();
        let metrics = self
            .0
            .glyph_metrics(Size::new(size), LocationRef::default());
        let mut pen = Pen {
            raster: Rasterizer::new(picture.0, picture.1),
            origin: point(left, baseline),
            first: point(0.0, 0.0),
            last: point(0.0, 0.0),
        };
        for glyph in text.chars().filter_map(|c| letters.map(c)) {
            if let Some(outline) = outlines.get(glyph) {
                let settings = DrawSettings::unhinted(Size::new(size), LocationRef::default());
                // A letter whose outline is damaged leaves its place empty.
                let _ = outline.draw(settings, &mut pen);
            }
            pen.origin.x += metrics.advance_width(glyph).unwrap_or_default();
        }
        let mut covered = vec![0.0; picture.0 * picture.1];
        pen.raster.for_each_pixel(|index, part| {
            if let Some(pixel) = covered.get_mut(index) {
                *pixel = part;
            }
        });
        covered
    }
}

/// Draws outlines, whose second coordinate runs upward, into a picture, where it runs down.
struct Pen {
    raster: Rasterizer,
    origin: Point,
    first: Point,
    last: Point,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> Point {
        point(self.origin.x + x, self.origin.y - y)
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.first = self.at(x, y);
        self.last = self.first;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.raster.draw_line(self.last, to);
        self.last = to;
    }

    fn quad_to(&mut self, control_x: f32, control_y: f32, x: f32, y: f32) {
        let (control, to) = (self.at(control_x, control_y), self.at(x, y));
        self.raster.draw_quad(self.last, control, to);
        self.last = to;
    }

    fn curve_to(&mut self, x0: f32, y0: f32, x1: f32, y1: f32, x: f32, y: f32) {
        let (first, second) = (self.at(x0, y0), self.at(x1, y1));
        let to = self.at(x, y);
        self.raster.draw_cubic(self.last, first, second, to);
        self.last = to;
    }

    fn close(&mut self) {
        self.raster.draw_line(self.last, self.first);
        self.last = self.first;
    }
}
