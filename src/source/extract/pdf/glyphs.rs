//! The drawing instructions of a page → its letters, each with its place.

use hayro_cmap::BfString;
use hayro_font::kurbo::{Affine, Point, Vec2};
use hayro_font::{
    CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn, UNITS_PER_EM,
};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Dict, Name, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources};
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// A letter on a page, in a frame turned so that its line runs from left to right and the page downward.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Glyph {
    pub(super) c: char,
    /// From here to there, on this base line.
    pub(super) x: (f32, f32),
    pub(super) y: f32,
    pub(super) size: f32,
    /// How many quarter turns the frame was turned by.
    pub(super) turn: u8,
}

/// The fonts of a document.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    programs: FontResolverFn,
    cmaps: CMapResolverFn,
}

impl Default for Fonts<'_> {
    fn default() -> Self {
        Fonts {
            cache: FontCache::new(),
            programs: Arc::new(|query| {
                let font = match query {
                    FontQuery::Standard(font) => *font,
                    FontQuery::Fallback(query) => query.pick_standard_font(),
                };
                Some(font.get_font_data())
            }),
            cmaps: Arc::new(hayro_cmap::load_embedded),
        }
    }
}

/// How much a document may draw.
pub(super) struct Budget(usize);

impl Default for Budget {
    fn default() -> Self {
        Budget(100_000_000)
    }
}

/// Drawings inside drawings deeper than this are not followed.
const DEEPEST: usize = 12;
/// States saved inside states beyond this are not kept.
const MOST_SAVED: usize = 1000;

/// The letters of a page in the order of drawing; `None` where the document draws more than its budget.
pub(super) fn of_page<'a>(
    page: &Page<'a>,
    fonts: &Fonts<'a>,
    budget: &mut Budget,
) -> Option<Vec<Glyph>> {
    let mut pen = Pen {
        fonts,
        budget,
        glyphs: Vec::new(),
        state: State {
            space: Affine::new(page.initial_transform(true).as_coeffs()),
            ..State::default()
        },
        saved: Vec::new(),
    };
    pen.draw(page.typed_operations(), page.resources(), 0)?;
    Some(pen.glyphs)
}

#[derive(Clone)]
struct State<'a> {
    space: Affine,
    font: Option<Font<'a>>,
    size: f64,
    stretch: f64,
    letter_space: f64,
    word_space: f64,
    leading: f64,
    rise: f64,
}

impl Default for State<'_> {
    fn default() -> Self {
        State {
            space: Affine::IDENTITY,
            font: None,
            size: 1.0,
            stretch: 1.0,
            letter_space: 0.0,
            word_space: 0.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

struct Pen<'a, 'b> {
    fonts: &'b Fonts<'a>,
    budget: &'b mut Budget,
    glyphs: Vec<Glyph>,
    state: State<'a>,
    saved: Vec<State<'a>>,
}

/// Where the next letter and the next line begin.
#[derive(Clone, Copy)]
struct Place {
    text: Affine,
    line: Affine,
}

impl<'a> Pen<'a, '_> {
    /// Follows a drawing; `None` where the budget is spent.
    fn draw(
        &mut self,
        mut ops: TypedIter<'_>,
        resources: &Resources<'a>,
        depth: usize,
    ) -> Option<()> {
        let mut place = Place {
            text: Affine::IDENTITY,
            line: Affine::IDENTITY,
        };
        let n_saved = self.saved.len();
        let matrix = |m: [Number; 6]| Affine::new(m.map(|number| number.as_f64()));
        while let Some(op) = ops.next() {
            self.budget.0 = self.budget.0.checked_sub(1)?;
            match op {
                Op::SaveState(_) if self.saved.len() < MOST_SAVED => {
                    self.saved.push(self.state.clone());
                }
                Op::RestoreState(_) if self.saved.len() > n_saved => {
                    self.state = self.saved.pop().unwrap_or_default();
                }
                Op::Transform(m) => self.state.space *= matrix([m.0, m.1, m.2, m.3, m.4, m.5]),
                Op::BeginText(_) => {
                    place.text = Affine::IDENTITY;
                    place.line = Affine::IDENTITY;
                }
                Op::TextFont(font) => {
                    let dict = resources.get_font(font.0);
                    let fonts = self.fonts;
                    self.state.font = dict
                        .and_then(|dict| fonts.cache.font(&dict, &fonts.programs, &fonts.cmaps));
                    self.state.size = font.1.as_f64();
                }
                Op::CharacterSpacing(space) => self.state.letter_space = space.0.as_f64(),
                Op::WordSpacing(space) => self.state.word_space = space.0.as_f64(),
                Op::HorizontalScaling(percent) => self.state.stretch = percent.0.as_f64() / 100.0,
                Op::TextLeading(leading) => self.state.leading = leading.0.as_f64(),
                Op::TextRise(rise) => self.state.rise = rise.0.as_f64(),
                Op::SetTextMatrix(m) => {
                    place.line = matrix([m.0, m.1, m.2, m.3, m.4, m.5]);
                    place.text = place.line;
                }
                Op::NextLine(by) => place.next_line(by.0.as_f64(), by.1.as_f64()),
                Op::NextLineAndSetLeading(by) => {
                    self.state.leading = -by.1.as_f64();
                    place.next_line(by.0.as_f64(), by.1.as_f64());
                }
                Op::NextLineUsingLeading(_) => place.next_line(0.0, -self.state.leading),
                Op::ShowText(text) => self.show(text.0.as_bytes(), &mut place)?,
                Op::NextLineAndShowText(text) => {
                    place.next_line(0.0, -self.state.leading);
                    self.show(text.0.as_bytes(), &mut place)?;
                }
                Op::ShowTextWithParameters(text) => {
                    self.state.word_space = text.0.as_f64();
                    self.state.letter_space = text.1.as_f64();
                    place.next_line(0.0, -self.state.leading);
                    self.show(text.2.as_bytes(), &mut place)?;
                }
                Op::ShowTexts(texts) => {
                    for part in texts.0.iter::<Object<'_>>() {
                        match part {
                            Object::String(text) => self.show(text.as_bytes(), &mut place)?,
                            Object::Number(by) => self.kern(by.as_f64(), &mut place),
                            _ => {}
                        }
                    }
                }
                Op::XObject(name) if depth < DEEPEST => {
                    self.draw_form(name.0, resources, depth)?;
                }
                // Lines, colors and pictures.
                _ => {}
            }
        }
        self.saved.truncate(n_saved);
        Some(())
    }

    fn draw_form(
        &mut self,
        name: &Name<'_>,
        resources: &Resources<'a>,
        depth: usize,
    ) -> Option<()> {
        let Some(form) = resources.get_x_object(name).filter(is_form) else {
            return Some(());
        };
        let Ok(drawing) = form.decoded_data() else {
            return Some(());
        };
        // The same drawing may be asked for again and again: unpacking it is work too.
        self.budget.0 = self.budget.0.checked_sub(drawing.len() / 16)?;
        let dict = form.dict();
        let own = dict.get::<Dict<'_>>("Resources").map(Resources::new);
        let outer = self.state.clone();
        if let Some(matrix) = dict.get::<[f64; 6]>("Matrix") {
            self.state.space *= Affine::new(matrix);
        }
        let drawn = self.draw(
            TypedIter::new(&drawing),
            own.as_ref().unwrap_or(resources),
            depth + 1,
        );
        self.state = outer;
        drawn
    }

    fn kern(&mut self, by: f64, place: &mut Place) {
        let shift = -by / f64::from(UNITS_PER_EM) * self.state.size;
        let is_level = self.state.font.as_ref().is_none_or(Font::is_horizontal);
        place.text *= Affine::translate(if is_level {
            Vec2::new(shift * self.state.stretch, 0.0)
        } else {
            Vec2::new(0.0, shift)
        });
    }

    fn show(&mut self, bytes: &[u8], place: &mut Place) -> Option<()> {
        self.budget.0 = self.budget.0.checked_sub(bytes.len())?;
        let Some(font) = self.state.font.clone() else {
            return Some(());
        };
        let State {
            size,
            stretch,
            rise,
            letter_space,
            word_space,
            space,
            ..
        } = self.state;
        let is_level = font.is_horizontal();
        let mut at = 0;
        while at < bytes.len() {
            let (code, len) = font.read_code(bytes, at);
            at += len.max(1);
            let advance = font.code_advance(code) / f64::from(UNITS_PER_EM);
            let frame =
                space * place.text * Affine::new([size * stretch, 0.0, 0.0, size, 0.0, rise]);
            let glyph = font.glyph(font.map_code(code), code);
            let letters = letters(&glyph, code);
            self.place(
                frame,
                if is_level {
                    Vec2::new(advance.x, 0.0)
                } else {
                    Vec2::new(0.0, advance.y)
                },
                &letters,
            );
            let more = letter_space
                + if code == 32 && len == 1 {
                    word_space
                } else {
                    0.0
                };
            place.text *= Affine::translate(if is_level {
                Vec2::new((advance.x * size + more) * stretch, 0.0)
            } else {
                Vec2::new(0.0, advance.y * size + more)
            });
        }
        Some(())
    }

    /// Puts the letters of one sign on the page, side by side where there are several.
    fn place(&mut self, frame: Affine, advance: Vec2, letters: &str) {
        let origin = frame * Point::ORIGIN;
        let end = frame * advance.to_point();
        let along = end - origin;
        // The direction of the line: that of the advance, or of the frame where a sign has none.
        let direction = if along.hypot2() > 1e-12 {
            along
        } else {
            frame * Point::new(1.0, 0.0) - origin
        };
        let turn: u8 = if direction.x.abs() >= direction.y.abs() {
            if direction.x >= 0.0 { 0 } else { 2 }
        } else if direction.y > 0.0 {
            1
        } else {
            3
        };
        let turned = |point: Point| match turn {
            0 => (point.x, point.y),
            1 => (point.y, -point.x),
            2 => (-point.x, -point.y),
            _ => (-point.y, point.x),
        };
        let size = (frame * Point::new(0.0, 1.0) - origin).hypot();
        let (from, to) = (turned(origin), turned(end));
        let is_sound = [from.0, from.1, to.0, size]
            .iter()
            .all(|n| n.is_finite() && n.abs() < 1e6);
        if !is_sound {
            return;
        }
        let n = letters.chars().count().max(1) as f64;
        for (index, c) in letters.chars().enumerate() {
            let x = |part: f64| (from.0 + (to.0 - from.0) * part / n) as f32;
            self.glyphs.push(Glyph {
                c,
                x: (x(index as f64), x(index as f64 + 1.0)),
                y: from.1 as f32,
                size: size.max(0.1) as f32,
                turn,
            });
        }
    }
}

impl Place {
    fn next_line(&mut self, x: f64, y: f64) {
        self.line *= Affine::translate((x, y));
        self.text = self.line;
    }
}

fn is_form(stream: &Stream<'_>) -> bool {
    stream
        .dict()
        .get::<Name<'_>>("Subtype")
        .is_some_and(|kind| kind.as_str() == "Form")
}

/// What a sign says. One without a name shows as U+FFFD.
fn letters(glyph: &FontGlyph<'_>, code: u32) -> String {
    let named = match glyph {
        FontGlyph::Outline(glyph) => glyph.as_unicode(),
        FontGlyph::Type3(glyph) => glyph.as_unicode(),
    };
    let text = match named {
        Some(BfString::Char(c)) => c.to_string(),
        Some(BfString::String(text)) => text,
        None if code == 32 => " ".to_owned(),
        None => "\u{fffd}".to_owned(),
    };
    text.chars()
        .flat_map(|c| {
            let plain = match c {
                'ﬀ' => "ff",
                'ﬁ' => "fi",
                'ﬂ' => "fl",
                'ﬃ' => "ffi",
                'ﬄ' => "ffl",
                'ﬅ' | 'ﬆ' => "st",
                // A hyphen that is drawn is a hyphen.
                '\u{ad}' => "-",
                _ => "",
            };
            let other = match c {
                _ if !plain.is_empty() => None,
                // Fonts of Chinese name a radical where they mean the letter that looks like it.
                '\u{2e80}'..='\u{2fdf}' => c.nfkc().next(),
                c if c.is_whitespace() => Some(' '),
                c if c.is_control() => Some('\u{fffd}'),
                c => Some(c),
            };
            plain.chars().chain(other)
        })
        .collect()
}
