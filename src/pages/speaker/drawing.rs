//! Words by year as bars: heights are words, every year of the span has its place. The same numbers stand in the table below.

use super::super::html::Html;
use super::super::words;
use crate::site::{PersonEntry, Site};

/// The height of the longest bar.
const TALLEST: usize = 96;

/// The longest span drawn: beyond it bars would be too thin to see.
const MOST_YEARS: i32 = 150;

/// About so many years are written under the bars.
const LABELS: i32 = 8;

/// The drawing; nothing where fewer than two years are known, or too many lie between the first and the last.
pub(super) fn years(site: &Site, person: &PersonEntry) -> Html {
    let mut html = Html::new();
    let tallies = site.years(person);
    let dated: Vec<(i32, usize)> = tallies
        .iter()
        .filter_map(|tally| Some((tally.year?, (tally.printed + tally.by_editors).n_words)))
        .collect();
    let (Some(&(first, _)), Some(&(last, _))) = (dated.first(), dated.last()) else {
        return html;
    };
    let n_years = last - first + 1;
    let most = dated.iter().map(|(_, n)| *n).max().unwrap_or(0);
    if !(2..=MOST_YEARS).contains(&n_years) || most == 0 {
        return html;
    }
    let part = |n: f64| format!("{:.3}%", n * 100.0 / f64::from(n_years));
    let class = format!("years-drawing {}", words::slot_class(person.slot));
    html.open(
        "svg",
        &[
            ("class", &class),
            ("width", &(i64::from(n_years) * 64).to_string()),
            ("height", "120"),
            ("aria-hidden", "true"),
            ("focusable", "false"),
        ],
    );
    for (year, n_words) in &dated {
        let at = f64::from(year - first);
        let height = (n_words * TALLEST).div_ceil(most);
        html.open("g", &[]);
        let name = year.to_string();
        let values = [("year", (&name).into()), ("words", (*n_words).into())];
        let title = site.interface.say("speaker-year-words", &values);
        html.element("title", &[], &title);
        html.element(
            "rect",
            &[
                ("class", "score-bar"),
                ("x", &part(at + 0.1)),
                ("y", &(TALLEST - height).to_string()),
                ("width", &part(0.8)),
                ("height", &height.to_string()),
            ],
            "",
        );
        html.close("g");
    }
    let step = (n_years + LABELS - 1) / LABELS;
    for year in (first..=last).filter(|year| (year - first) % step == 0) {
        html.element(
            "text",
            &[
                ("class", "years-label"),
                ("x", &part(f64::from(year - first) + 0.5)),
                ("y", "114"),
            ],
            &year.to_string(),
        );
    }
    html.close("svg");
    html
}
