//! `[theme]` of `site.toml`: the archive's own colors and logo.
//!
//! A color named once is the one by day: by night it is lightened until it can be read. Text must reach a contrast of 7 to 1 on every
//! ground it may stand on, drawings 4.5 to 1 (WCAG 2); less is reported, with a color that will do.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, nearest};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;
use toml::Spanned;

/// Where the archive's colors are written, among the static files.
pub const COLORS: &str = "css/theme-colors.css";
/// Where the theme's own colors stand.
const TOKENS: &str = "css/tokens.css";

/// Contrast that text needs.
const TEXT: f64 = 7.0;
/// Contrast that drawings need.
const DRAWING: f64 = 4.5;

/// What `[theme]` says.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct ThemeConfig {
    /// Colors by token, without the `--`: `accent`, `speaker-3`.
    colors: BTreeMap<String, Given>,
    /// The logo, a file in `static/`.
    pub logo: Option<(String, Place)>,
}

/// A color an archive names.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Given {
    light: Color,
    dark: Option<Color>,
    place: Place,
}

/// A color, as red, green and blue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Color([u8; 3]);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTheme {
    paper: Option<Spanned<RawColor>>,
    raised: Option<Spanned<RawColor>>,
    mark: Option<Spanned<RawColor>>,
    ink: Option<Spanned<RawColor>>,
    quiet: Option<Spanned<RawColor>>,
    rule: Option<Spanned<RawColor>>,
    line: Option<Spanned<RawColor>>,
    accent: Option<Spanned<RawColor>>,
    #[serde(default)]
    speakers: Vec<Spanned<RawColor>>,
    logo: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawColor {
    One(String),
    Two { light: String, dark: String },
}

/// Reads `[theme]`.
pub(super) fn read(
    raw: RawTheme,
    place: impl Fn(std::ops::Range<usize>) -> Place,
    diagnostics: &mut Diagnostics,
) -> ThemeConfig {
    let single = [
        ("paper", raw.paper),
        ("raised", raw.raised),
        ("mark", raw.mark),
        ("ink", raw.ink),
        ("quiet", raw.quiet),
        ("rule", raw.rule),
        ("line", raw.line),
        ("accent", raw.accent),
    ];
    let single = single
        .into_iter()
        .filter_map(|(name, color)| Some((name.to_owned(), color?)));
    let speakers = raw.speakers.into_iter().enumerate();
    let speakers = speakers.map(|(index, color)| (format!("speaker-{}", index + 1), color));
    let mut theme = ThemeConfig {
        colors: BTreeMap::new(),
        logo: raw
            .logo
            .map(|logo| (logo.get_ref().clone(), place(logo.span()))),
    };
    for (name, color) in single.chain(speakers) {
        let at = place(color.span());
        let mut wrong = |message: String, help: &str| {
            diagnostics.push(Diagnostic::new(Code::BadValue, at.clone(), message, help));
        };
        if name == "speaker-7" {
            wrong(
                "there are six colors for speakers; the sixth is that of all others".to_owned(),
                "name six colors or fewer",
            );
            break;
        }
        let (light, dark) = match color.get_ref() {
            RawColor::One(light) => (light, None),
            RawColor::Two { light, dark } => (light, Some(dark)),
        };
        let bad = [Some(light), dark]
            .into_iter()
            .flatten()
            .find(|text| Color::read(text).is_none());
        if let Some(text) = bad {
            wrong(
                format!("“{text}” is no color"),
                "write it as \"#0b63a5\", or as { light = \"#0b63a5\", dark = \"#5fb0f0\" }",
            );
        } else if let Some(light) = Color::read(light) {
            let dark = dark.and_then(|dark| Color::read(dark));
            let given = Given {
                light,
                dark,
                place: at,
            };
            theme.colors.insert(name, given);
        }
    }
    theme
}

/// The colors of an archive's pages, by day and by night.
type Palette = BTreeMap<String, [Color; 2]>;

impl ThemeConfig {
    /// Adds the archive's colors to its static files, and reports those that cannot be read.
    pub fn add_colors(
        &self,
        assets: &mut BTreeMap<String, Vec<u8>>,
        diagnostics: &mut Diagnostics,
    ) {
        let Some(tokens) = assets.get(TOKENS).filter(|_| !self.colors.is_empty()) else {
            return;
        };
        let palette = self.palette(&String::from_utf8_lossy(tokens));
        self.report(&palette, diagnostics);
        let mut css =
            "/* The colors that site.toml names. */\n@layer tokens, base, components, print;\n\n@layer tokens {\n  :root {\n"
                .to_owned();
        for name in self.colors.keys() {
            if let Some([light, dark]) = palette.get(name) {
                css.push_str(&format!("    --{name}: light-dark({light}, {dark});\n"));
            }
        }
        css.push_str("  }\n}\n");
        // A file of the archive's own of this name stays.
        assets
            .entry(COLORS.to_owned())
            .or_insert_with(|| css.into_bytes());
    }

    /// The colors by day, by token, as red, green and blue: the theme's, with the archive's in their place.
    pub fn by_day(&self, assets: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, [u8; 3]> {
        let tokens = assets.get(TOKENS).map(Vec::as_slice).unwrap_or_default();
        self.palette(&String::from_utf8_lossy(tokens))
            .into_iter()
            .map(|(name, [light, _])| (name, light.0))
            .collect()
    }

    /// The report of a logo that is not among the static files.
    pub fn missing_logo(&self, assets: &BTreeMap<String, Vec<u8>>) -> Option<Diagnostic> {
        let (logo, place) = self.logo.as_ref()?;
        if assets.is_empty() || assets.contains_key(logo) {
            return None;
        }
        let message = format!("there is no file static/{logo}");
        let help = match nearest(logo, assets.keys().map(String::as_str)) {
            Some(near) => format!("the nearest is logo = \"{near}\""),
            None => format!("put the file into the folder static as {logo}"),
        };
        Some(Diagnostic::new(
            Code::BadValue,
            place.clone(),
            message,
            help,
        ))
    }

    /// The theme's colors, with the archive's in their place.
    fn palette(&self, tokens: &str) -> Palette {
        let mut palette = own_colors(tokens);
        let grounds = |name: &str| !is_text(name) && !name.starts_with("speaker-");
        let (first, then): (Vec<_>, Vec<_>) =
            self.colors.iter().partition(|(name, _)| grounds(name));
        for (name, given) in first {
            let own = palette.get(name).map_or(given.light, |[_, dark]| *dark);
            palette.insert(name.clone(), [given.light, given.dark.unwrap_or(own)]);
        }
        for (name, given) in then {
            let dark = given
                .dark
                .unwrap_or_else(|| readable(given.light, name, &palette, 1));
            palette.insert(name.clone(), [given.light, dark]);
        }
        palette
    }

    /// Reports what has too little contrast: once a color, at its worst.
    fn report(&self, palette: &Palette, diagnostics: &mut Diagnostics) {
        for (name, given) in &self.colors {
            let worst = (0..2)
                .flat_map(|scheme| pairs(name, palette, scheme))
                .filter(|pair| pair.contrast < pair.needed)
                .min_by(|a, b| a.contrast.total_cmp(&b.contrast));
            let Some(worst) = worst else {
                continue;
            };
            let scheme = ["light", "dark"][worst.scheme];
            let message = format!(
                "`{}` on `{}` has a contrast of {:.1} to 1 in {scheme} colors; {} {} to 1",
                worst.text,
                worst.ground,
                // Never rounded up to what is needed.
                (worst.contrast * 10.0).floor() / 10.0,
                if worst.needed < TEXT {
                    "drawings need"
                } else {
                    "text needs"
                },
                worst.needed,
            );
            let text = &worst.text;
            let [light, dark] = palette.get(text).copied().unwrap_or([given.light; 2]);
            let [light, dark] = [
                readable(light, text, palette, 0),
                readable(dark, text, palette, 1),
            ];
            let key = text.replace("speaker-", "speakers, number ");
            let help =
                format!("this can be read: {key} = {{ light = \"{light}\", dark = \"{dark}\" }}");
            let found = Diagnostic::new(Code::LowContrast, given.place.clone(), message, help);
            diagnostics.push(found.labeled("this color"));
        }
    }
}

/// A color on a ground.
struct Pair {
    text: String,
    ground: String,
    scheme: usize,
    contrast: f64,
    needed: f64,
}

const GROUNDS: [&str; 3] = ["paper", "raised", "mark"];

fn is_text(name: &str) -> bool {
    ["ink", "quiet", "accent"].contains(&name)
}

/// The grounds a color may stand on, and the contrast it needs there.
fn grounds_of(name: &str) -> (&'static [&'static str], f64) {
    if is_text(name) {
        (&GROUNDS, TEXT)
    } else {
        (&GROUNDS[..1], DRAWING)
    }
}

/// Where a color meets others that it must be told from.
fn pairs(name: &str, palette: &Palette, scheme: usize) -> Vec<Pair> {
    let on = |text: &str| {
        let (grounds, needed) = grounds_of(text);
        let pairs = grounds.iter().filter_map(|ground| {
            let (a, b) = (palette.get(text)?[scheme], palette.get(*ground)?[scheme]);
            Some(Pair {
                text: text.to_owned(),
                ground: (*ground).to_owned(),
                scheme,
                contrast: a.contrast(b),
                needed,
            })
        });
        pairs.collect::<Vec<Pair>>()
    };
    if GROUNDS.contains(&name) {
        let texts = palette
            .keys()
            .filter(|text| is_text(text) || text.starts_with("speaker-"));
        let pairs = texts.flat_map(|text| on(text));
        return pairs.filter(|pair| pair.ground == name).collect();
    }
    // Rules and lines carry no meaning by themselves.
    if is_text(name) || name.starts_with("speaker-") {
        on(name)
    } else {
        Vec::new()
    }
}

/// The color nearest to this one that can be read on all its grounds: darker by day, lighter by night.
fn readable(color: Color, name: &str, palette: &Palette, scheme: usize) -> Color {
    let (grounds, needed) = grounds_of(name);
    let grounds: Vec<Color> = grounds
        .iter()
        .filter_map(|ground| Some(palette.get(*ground)?[scheme]))
        .collect();
    let is_readable = |color: Color| grounds.iter().all(|g| color.contrast(*g) >= needed);
    let light_ground = grounds.iter().all(|ground| ground.luminance() > 0.18);
    let end = if light_ground { 0 } else { 255 };
    (0..=100)
        .map(|step| color.towards(end, step))
        .find(|color| is_readable(*color))
        .unwrap_or_else(|| color.towards(end, 100))
}

/// The colors of the theme's tokens: `--ink: light-dark(#15181c, #eceded);`.
fn own_colors(tokens: &str) -> Palette {
    let lines = tokens.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
        let value = value.trim().trim_end_matches(';').trim();
        let inside = value
            .strip_prefix("light-dark(")
            .and_then(|v| v.strip_suffix(')'));
        let (light, dark) = inside
            .and_then(|inside| inside.split_once(','))
            .unwrap_or((value, value));
        let colors = [Color::read(light.trim())?, Color::read(dark.trim())?];
        Some((name.to_owned(), colors))
    });
    lines.collect()
}

impl Color {
    /// Reads `#0b63a5` or `#06a`.
    fn read(text: &str) -> Option<Color> {
        let digits = text.trim().strip_prefix('#')?;
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let part = |from: usize, len: usize| {
            let n = u8::from_str_radix(&digits[from..from + len], 16).ok()?;
            Some(if len == 1 { n * 17 } else { n })
        };
        match digits.len() {
            3 => Some(Color([part(0, 1)?, part(1, 1)?, part(2, 1)?])),
            6 => Some(Color([part(0, 2)?, part(2, 2)?, part(4, 2)?])),
            _ => None,
        }
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio (WCAG 2.2), from 1 to 21.
    fn contrast(self, other: Color) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// So many hundredths of the way to black or white.
    fn towards(self, end: u8, hundredths: u16) -> Color {
        let mix = |part: u8| {
            let mixed = u16::from(part) * (100 - hundredths) + u16::from(end) * hundredths;
            u8::try_from(mixed / 100).unwrap_or(end)
        };
        Color(self.0.map(mix))
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = include_str!("../../static/css/tokens.css");

    #[test]
    fn contrast_is_that_of_wcag() {
        let color = |text| Color::read(text).unwrap();
        assert!((color("#000").contrast(color("#fff")) - 21.0).abs() < 1e-9);
        assert!((color("#767676").contrast(color("#ffffff")) - 4.54).abs() < 0.01);
        assert_eq!(color("#0b63a5").to_string(), "#0b63a5");
        for wrong in ["red", "#12", "#12345g", "0b63a5", "#é1", ""] {
            assert_eq!(Color::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_themes_own_colors_have_the_contrast_that_is_asked_of_others() {
        let palette = own_colors(OURS);
        assert!(palette.len() >= 13, "{palette:?}");
        for name in palette.keys() {
            for scheme in 0..2 {
                for pair in pairs(name, &palette, scheme) {
                    let (text, ground) = (&pair.text, &pair.ground);
                    assert!(pair.contrast >= pair.needed, "{text} on {ground}, {scheme}");
                }
            }
        }
    }

    #[test]
    fn a_color_named_once_is_lightened_for_the_night_until_it_can_be_read() {
        let palette = own_colors(OURS);
        let navy = Color::read("#102a6b").unwrap();
        let found = readable(navy, "accent", &palette, 1);
        for ground in GROUNDS {
            assert!(found.contrast(palette[ground][1]) >= TEXT);
        }
        assert_eq!(readable(navy, "accent", &palette, 0), navy);
    }
}
