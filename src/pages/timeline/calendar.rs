//! The calendar of a year or a month: each day on which something was leads to it.

use super::super::links::{Links, year_anchor};
use super::period_name;
use crate::date::Extent;
use crate::interface::Interface;
use crate::site::{Event, Period, Route, Site};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// A month, week by week.
#[derive(Serialize)]
pub(super) struct MonthGrid {
    /// “May 1990”.
    name: String,
    /// Where the month is told.
    url: Option<String>,
    /// How much there is, where the month has a page of its own.
    n: Option<String>,
    /// Monday to Sunday.
    weekdays: Vec<String>,
    /// Weeks of seven days; those of other months are empty.
    weeks: Vec<Vec<DayView>>,
}

/// A day.
#[derive(Serialize)]
struct DayView {
    number: Option<u32>,
    /// Where it is told, if something was.
    url: Option<String>,
    /// “25 May 1990: 2 entries”.
    label: Option<String>,
    /// Whether everything of this day is dated with doubt.
    is_uncertain: bool,
}

/// What is known of a day.
struct Told {
    n: usize,
    is_uncertain: bool,
    /// The day under which it stands: the first of a span.
    under: Period,
}

/// The months of a page in which something is dated to the day.
pub(super) fn months(site: &Site, links: &Links<'_>, page: Period) -> Vec<MonthGrid> {
    let (Period::Year(_) | Period::Month(..)) = page else {
        return Vec::new();
    };
    let mut months: BTreeMap<(i32, u32), BTreeMap<u32, Told>> = BTreeMap::new();
    for event in site.timeline.within(page) {
        let under = event.period(site);
        // What has a page of its own needs the way to it, also where no day is known.
        if let Period::Month(year, month) = under
            && site.timeline.has(under)
            && page != under
        {
            months.entry((year, month)).or_default();
        }
        let Period::Day(year, month, day) = under else {
            continue;
        };
        let is_doubtful = is_doubtful(site, *event);
        let days = months.entry((year, month)).or_default();
        for day in day..=last_day(site, *event, (year, month, day)) {
            let told = days.entry(day).or_insert(Told {
                n: 0,
                is_uncertain: true,
                under,
            });
            told.n += 1;
            told.is_uncertain &= is_doubtful;
            // What begins on this day comes before what goes on.
            if under == Period::Day(year, month, day) {
                told.under = under;
            }
        }
    }
    months
        .into_iter()
        .filter_map(|(month, days)| grid(site, links, page, month, &days))
        .collect()
}

fn is_doubtful(site: &Site, event: Event) -> bool {
    let extent = event.date(site).map(crate::date::Edtf::extent);
    matches!(
        extent,
        Some(Extent::One {
            is_doubtful: true,
            ..
        })
    )
}

/// The last day in the same month on which it was.
fn last_day(site: &Site, event: Event, (year, month, day): (i32, u32, u32)) -> u32 {
    let Some(Extent::Span(_, to)) = event.date(site).map(crate::date::Edtf::extent) else {
        return day;
    };
    if (to.year, to.month) == (year, month) {
        to.day.max(day)
    } else {
        days_in(year, month).unwrap_or(day)
    }
}

fn first_of(year: i32, month: u32) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1).ok()
}

fn days_in(year: i32, month: u32) -> Option<u32> {
    u32::try_from(first_of(year, month)?.days_in_month()).ok()
}

fn grid(
    site: &Site,
    links: &Links<'_>,
    page: Period,
    (year, month): (i32, u32),
    days: &BTreeMap<u32, Told>,
) -> Option<MonthGrid> {
    let say = &site.interface;
    let own = Period::Month(year, month);
    let first = first_of(year, month)?;
    let before = u32::try_from(first.weekday().to_monday_zero_offset()).ok()?;
    let n_days = days_in(year, month)?;
    let n_cells = (before + n_days).next_multiple_of(7);
    let cells = (0..n_cells).map(|cell| {
        let number = (cell + 1).checked_sub(before);
        let number = number.filter(|number| (1..=n_days).contains(number));
        let told = number.and_then(|number| Some((number, days.get(&number)?)));
        DayView {
            number,
            url: told.map(|(_, told)| day_url(site, links, page, told.under)),
            label: told.map(|(number, told)| label(say, Period::Day(year, month, number), told)),
            is_uncertain: told.is_some_and(|(_, told)| told.is_uncertain),
        }
    });
    let cells: Vec<DayView> = cells.collect();
    let mut weeks: Vec<Vec<DayView>> = Vec::new();
    for cell in cells {
        match weeks.last_mut() {
            Some(week) if week.len() < 7 => week.push(cell),
            _ => weeks.push(vec![cell]),
        }
    }
    let has_page = site.timeline.has(own) && page != own;
    Some(MonthGrid {
        name: period_name(say, own),
        url: match page == own {
            true => None,
            false if has_page => Some(links.to(&Route::TimelinePart(own))),
            false => Some(format!("#{}", year_anchor(own))),
        },
        n: has_page.then(|| say.number(site.timeline.within(own).len())),
        weekdays: (1..=7)
            .map(|day| {
                say.say(
                    "weekday-short",
                    &[("day", crate::interface::Value::Count(day))],
                )
            })
            .collect(),
        weeks,
    })
}

/// “25 May 1990: 2 entries”.
fn label(say: &Interface, day: Period, told: &Told) -> String {
    let name = period_name(say, day);
    let name = if told.is_uncertain {
        say.say("date-uncertain", &[("date", (&name).into())])
    } else {
        name
    };
    say.say(
        "calendar-day",
        &[("date", (&name).into()), ("n", told.n.into())],
    )
}

/// Where a day is told: its own page, or its place in that of its month or year.
fn day_url(site: &Site, links: &Links<'_>, page: Period, day: Period) -> String {
    let whole = std::iter::successors(Some(day), |part| part.whole());
    let mut whole = whole.filter(|part| site.timeline.has(*part));
    match whole.next() {
        Some(own) if own == page => format!("#{}", year_anchor(day)),
        Some(own) if own == day => links.to(&Route::TimelinePart(own)),
        Some(own) => format!(
            "{}#{}",
            links.to(&Route::TimelinePart(own)),
            year_anchor(day)
        ),
        None => links.to(&Route::Timeline),
    }
}
