//! The score: a drawing of a whole talk. Length = words, lane = speaker, hatched = left out in the source, dashed = speaker not marked.
//!
//! SVG by attributes only; colors come from classes. The drawing is hidden from screen readers: the same stands in a table beside it.

use super::html::Html;
use super::lanes::Lanes;
use super::links::Links;
use super::words;
use crate::authority::PersonId;
use crate::document::Block;
use crate::site::{DocumentEntry, Site};
use std::collections::BTreeMap;

/// The fewest words a turn is drawn with, so that “Yes.” can still be seen and hit.
const SMALLEST: usize = 14;

/// A talk, measured.
pub(super) struct Score {
    bars: Vec<Bar>,
    /// The length of all bars.
    total: usize,
    n_lanes: usize,
}

struct Bar {
    look: Look,
    length: usize,
    url: String,
    /// What a mouse resting on it is told.
    title: String,
    /// The number shown beside it.
    number: Option<String>,
    person: Option<PersonId>,
}

#[derive(Clone, Copy)]
enum Look {
    /// Spoken by a label or quotation.
    Printed { class: &'static str, lane: usize },
    /// The editors say who speaks.
    Assigned { class: &'static str, lane: usize },
    /// Nobody is named.
    Nobody,
    /// Left out in the source; of unknown length.
    Gap,
}

impl Score {
    /// Measures a document.
    pub(super) fn new(
        site: &Site,
        document: &DocumentEntry,
        lanes: &Lanes<'_>,
        links: &Links<'_>,
    ) -> Score {
        let gap = (document.tally.n_words / 28).max(SMALLEST);
        let mut bars = Vec::new();
        let mut turn_index = 0;
        let mut gap_index = 0;
        for block in &document.document.blocks {
            match block {
                Block::Turn(turn) => {
                    bars.push(turn_bar(
                        site,
                        document,
                        turn_index,
                        turn.label.as_ref().map(|l| l.text.text()),
                        lanes,
                        links,
                    ));
                    turn_index += 1;
                }
                Block::Gap(text) => {
                    gap_index += 1;
                    bars.push(Bar {
                        look: Look::Gap,
                        length: gap,
                        url: links.in_document(document, &gap_anchor(gap_index)),
                        title: site
                            .interface
                            .say("score-gap", &[("printed", text.text.text.text().into())]),
                        number: None,
                        person: None,
                    });
                }
                Block::Header(_) | Block::Heading(_) | Block::Narration(_) | Block::Note(_) => {}
            }
        }
        Score {
            total: bars.iter().map(|bar| bar.length).sum(),
            bars,
            n_lanes: lanes.len(),
        }
    }

    /// The length of all bars, to draw several scores to one scale.
    pub(super) fn total(&self) -> usize {
        self.total
    }

    /// Whether there is anything to draw.
    pub(super) fn is_empty(&self) -> bool {
        self.bars.is_empty()
    }

    /// From top to bottom, beside the text: as high as its place, numbers at the left.
    pub(super) fn upright(&self) -> Html {
        let mut html = Html::new();
        let wide = LEFT + self.n_lanes * (LANE + 1);
        open_svg(&mut html, &wide.to_string(), "100%");
        let mut at = 0;
        let mut labeled_to = None;
        for bar in &self.bars {
            let (y, height) = (
                share(at, self.total),
                share_of_bar(bar.length, at, self.total),
            );
            bar.open_link(&mut html);
            let all = (wide - LEFT).to_string();
            let hit = [
                ("class", "score-hit"),
                ("x", &LEFT.to_string()),
                ("y", &y),
                ("width", &all),
                ("height", &height),
            ];
            html.element("rect", &hit, "");
            let (lane, width) = bar.look.place(self.n_lanes);
            let x = LEFT + lane * (LANE + 1);
            let class = bar.look.class();
            rect(
                &mut html,
                &class,
                bar.look,
                [&x.to_string(), &y, &width.to_string(), &height],
            );
            html.close("a");
            if let Some(number) = &bar.number {
                let far_enough =
                    labeled_to.is_none_or(|last: usize| (at - last) * 1000 >= self.total * 26);
                if far_enough {
                    let attributes = [
                        ("x", "20"),
                        ("y", &y),
                        ("dy", "0.8em"),
                        ("class", "score-number"),
                    ];
                    html.element("text", &attributes, number);
                    labeled_to = Some(at);
                }
            }
            at += bar.length;
        }
        html.close("svg");
        html
    }

    /// From left to right. `whole` is the length that fills the width; with `lit`, everyone else is only outlined.
    /// One of many bars is drawn in one stroke for each color, since nobody can hit one of them.
    pub(super) fn strip(&self, whole: usize, lit: Option<&PersonId>) -> Html {
        if self.bars.len() > MOST_LINKED {
            return self.plain_strip(whole, lit);
        }
        let mut html = Html::new();
        let high = self.n_lanes * (STRIP_LANE + 1);
        open_svg(&mut html, "100%", &high.to_string());
        let mut at = 0;
        for bar in &self.bars {
            let (x, width) = (share(at, whole), share_of_bar(bar.length, at, whole));
            bar.open_link(&mut html);
            let hit = [
                ("class", "score-hit"),
                ("x", &x),
                ("y", "0"),
                ("width", &width),
                ("height", &high.to_string()),
            ];
            html.element("rect", &hit, "");
            let (lane, lanes) = bar.look.strip_place(self.n_lanes);
            let y = lane * (STRIP_LANE + 1);
            let height = (lanes * (STRIP_LANE + 1)).saturating_sub(1);
            let class = bar.class_in_strip(lit);
            rect(
                &mut html,
                &class,
                bar.look,
                [&x, &y.to_string(), &width, &height.to_string()],
            );
            html.close("a");
            at += bar.length;
        }
        html.close("svg");
        html
    }
}

impl Score {
    /// A strip without links: the bars of one look are one path, in hundredths of a percent of the width.
    fn plain_strip(&self, whole: usize, lit: Option<&PersonId>) -> Html {
        let mut html = Html::new();
        let high = self.n_lanes * (STRIP_LANE + 1);
        open_svg(&mut html, "100%", &high.to_string());
        let mut paths: BTreeMap<String, String> = BTreeMap::new();
        let mut at = 0;
        for bar in &self.bars {
            let (lane, lanes) = bar.look.strip_place(self.n_lanes);
            let y = lane * (STRIP_LANE + 1);
            let height = (lanes * (STRIP_LANE + 1)).saturating_sub(1);
            if matches!(bar.look, Look::Gap) {
                let (x, width) = (share(at, whole), share_of_bar(bar.length, at, whole));
                let place = [&x, &y.to_string(), &width, &height.to_string()];
                rect(
                    &mut html,
                    &bar.look.class(),
                    bar.look,
                    place.map(String::as_str),
                );
            } else {
                let hundredths = |at: usize| at * 10_000 / whole.max(1);
                let x = hundredths(at);
                let width = hundredths(at + bar.length) - x;
                let path = paths.entry(bar.class_in_strip(lit)).or_default();
                path.push_str(&format!("M{x} {y}h{width}v{height}h-{width}z"));
            }
            at += bar.length;
        }
        let inner = [
            ("viewBox", format!("0 0 10000 {high}")),
            ("preserveAspectRatio", "none".to_owned()),
            ("width", "100%".to_owned()),
            ("height", "100%".to_owned()),
        ];
        html.open(
            "svg",
            &inner
                .each_ref()
                .map(|(name, value)| (*name, value.as_str())),
        );
        for (class, path) in &paths {
            let attributes = [
                ("class", class.as_str()),
                ("vector-effect", "non-scaling-stroke"),
                ("d", path),
            ];
            html.element("path", &attributes, "");
        }
        html.close("svg");
        html.close("svg");
        html
    }
}

/// The most bars of a strip that are links.
const MOST_LINKED: usize = 80;

/// The anchor of the `n`th gap of a document.
pub(super) fn gap_anchor(n: usize) -> String {
    format!("gap-{n}")
}

/// Where the bars begin, right of the numbers; the width of a lane; the height of a strip's lane. In pixels.
const LEFT: usize = 26;
const LANE: usize = 15;
const STRIP_LANE: usize = 6;

fn turn_bar(
    site: &Site,
    document: &DocumentEntry,
    index: usize,
    label: Option<&str>,
    lanes: &Lanes<'_>,
    links: &Links<'_>,
) -> Bar {
    let say = &site.interface;
    let turn = &document.turns[index];
    let number = words::turn_number(document.anchors.turn(index));
    let person = turn.attribution.person().and_then(|id| site.people.get(id));
    let look = match person {
        Some(person) if document.is_assigned(index) => Look::Assigned {
            class: lanes.class(&person.id),
            lane: lanes.lane(&person.id),
        },
        Some(person) => Look::Printed {
            class: lanes.class(&person.id),
            lane: lanes.lane(&person.id),
        },
        None => Look::Nobody,
    };
    let who = match (look, person, label) {
        (Look::Assigned { .. }, Some(person), _) => {
            say.say("score-assigned", &[("name", (&person.name).into())])
        }
        (_, _, Some(label)) => label.to_owned(),
        (_, Some(person), None) => person.name.clone(),
        (_, None, None) => say.text("score-not-marked").to_owned(),
    };
    Bar {
        look,
        length: turn.n_words.max(SMALLEST),
        url: links.turn(document, index),
        title: say.say(
            "score-turn",
            &[
                ("number", number.into()),
                ("speaker", (&who).into()),
                ("words", turn.n_words.into()),
            ],
        ),
        number: Some(number.to_owned()),
        person: person.map(|person| person.id.clone()),
    }
}

impl Bar {
    /// With `lit`, everyone else is only outlined.
    fn class_in_strip(&self, lit: Option<&PersonId>) -> String {
        let is_unlit = lit.is_some() && self.person.as_ref() != lit;
        if is_unlit && !matches!(self.look, Look::Gap) {
            "score-unlit".to_owned()
        } else {
            self.look.class()
        }
    }

    fn open_link(&self, html: &mut Html) {
        html.open("a", &[("href", &self.url), ("tabindex", "-1")]);
        html.element("title", &[], &self.title);
    }
}

impl Look {
    fn class(self) -> String {
        match self {
            Look::Printed { class, .. } => format!("score-bar {class}"),
            Look::Assigned { class, .. } => format!("score-assigned {class}"),
            Look::Nobody => "score-nobody".to_owned(),
            Look::Gap => "score-gap".to_owned(),
        }
    }

    /// Lane and width in pixels.
    fn place(self, n_lanes: usize) -> (usize, usize) {
        match self {
            Look::Printed { lane, .. } | Look::Assigned { lane, .. } => (lane, LANE),
            Look::Nobody | Look::Gap => (0, n_lanes * (LANE + 1) - 1),
        }
    }

    /// First lane and number of lanes.
    fn strip_place(self, n_lanes: usize) -> (usize, usize) {
        match self {
            Look::Printed { lane, .. } | Look::Assigned { lane, .. } => (lane, 1),
            Look::Nobody | Look::Gap => (0, n_lanes),
        }
    }
}

fn open_svg(html: &mut Html, width: &str, height: &str) {
    let attributes = [
        ("class", "score-drawing"),
        ("width", width),
        ("height", height),
        ("aria-hidden", "true"),
        ("focusable", "false"),
    ];
    html.open("svg", &attributes);
}

fn rect(html: &mut Html, class: &str, look: Look, [x, y, width, height]: [&str; 4]) {
    let mut attributes = vec![
        ("class", class),
        ("x", x),
        ("y", y),
        ("width", width),
        ("height", height),
    ];
    if matches!(look, Look::Gap) {
        attributes.push(("fill", "url(#hatch)"));
    }
    html.element("rect", &attributes, "");
}

/// A part of a whole in percent with two decimals: `12.79%`.
fn share(part: usize, whole: usize) -> String {
    let hundredths = part * 10_000 / whole.max(1);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// A bar's length in percent: up to where the next one begins, so that no slit opens between two.
fn share_of_bar(length: usize, at: usize, whole: usize) -> String {
    let whole = whole.max(1);
    let hundredths = (at + length) * 10_000 / whole - at * 10_000 / whole;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_meet_without_a_slit() {
        assert_eq!(share(1, 3), "33.33%");
        assert_eq!(share_of_bar(1, 1, 3), "33.33%");
        assert_eq!(share_of_bar(1, 2, 3), "33.34%");
        assert_eq!(share(0, 0), "0.00%");
    }
}
