//! Dates as the field writes them: EDTF (ISO 8601-2:2019, level 1) in, order and English words out; and dates found in running text.
//!
//! Reading is left to the `edtf` crate; this module knows only what an archive needs of it.

use edtf::level_1::{Edtf as Parsed, Precision, Terminal};
use std::cmp::Ordering;
use std::fmt;

/// A date or span of dates, perhaps uncertain.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Edtf {
    text: String,
    first: Ymd,
    last: Ymd,
    form: Form,
}

/// Year, month (0 if unknown), day (0 if unknown).
type Ymd = (i32, u32, u32);

/// A day, month or year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Day {
    /// The year.
    pub year: i32,
    /// The month, from 1; 0 if it is not known.
    pub month: u32,
    /// The day of the month, from 1; 0 if it is not known.
    pub day: u32,
}

impl From<Ymd> for Day {
    fn from((year, month, day): Ymd) -> Day {
        Day { year, month, day }
    }
}

/// What a date says, for those who put it in words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Extent {
    /// One day, month or year.
    One {
        /// Which.
        day: Day,
        /// Whether it is marked as doubtful.
        is_doubtful: bool,
    },
    /// From then on.
    From(Day),
    /// From the first to the second.
    Span(Day, Day),
    /// Some time between two years: `199X`, `19XX`.
    Between(Day, Day),
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Form {
    Single { doubtful: bool },
    Interval,
    Between,
}

impl Edtf {
    /// Reads an EDTF date or interval with at least a year: `1990`, `1990-05`, `1990-05-25`, `1990-05?`, `199X`, `1990-05/1990-07`.
    pub fn parse(text: &str) -> Option<Edtf> {
        let text = text.trim();
        match Parsed::parse(text).ok()? {
            Parsed::Date(date) => {
                let years = match date.precision() {
                    Precision::Century(year) => Some((year, year + 99)),
                    Precision::Decade(year) => Some((year, year + 9)),
                    _ => None,
                };
                if let Some((first, last)) = years {
                    return Some(Edtf {
                        text: text.to_owned(),
                        first: (first, 0, 0),
                        last: (last, 0, 0),
                        form: Form::Between,
                    });
                }
                let day = day(date.precision())?;
                let doubtful = date.certainty() != edtf::level_1::Certainty::Certain;
                Some(Edtf {
                    text: text.to_owned(),
                    first: day,
                    last: day,
                    form: Form::Single { doubtful },
                })
            }
            Parsed::Interval(from, to) => {
                let (first, last) = (day(from.precision())?, day(to.precision())?);
                Some(Edtf {
                    text: text.to_owned(),
                    first,
                    last,
                    form: Form::Interval,
                })
            }
            Parsed::IntervalFrom(from, Terminal::Open | Terminal::Unknown) => {
                let first = day(from.precision())?;
                Some(Edtf {
                    text: text.to_owned(),
                    first,
                    last: (9999, 0, 0),
                    form: Form::Interval,
                })
            }
            Parsed::IntervalTo(..) | Parsed::YYear(_) | Parsed::DateTime(_) => None,
        }
    }

    /// The EDTF text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// First year.
    pub fn year(&self) -> i32 {
        self.first.0
    }

    /// First month, if known.
    pub fn month(&self) -> Option<u32> {
        (self.first.1 > 0).then_some(self.first.1)
    }

    /// First day of the month, if known.
    pub fn day(&self) -> Option<u32> {
        (self.first.2 > 0).then_some(self.first.2)
    }

    /// Whether it names one day for certain.
    pub fn is_exact(&self) -> bool {
        self.first.2 > 0 && self.form == (Form::Single { doubtful: false })
    }

    /// For `datetime` attributes: year, month or day, without marks of doubt. `None` for intervals.
    pub fn html_datetime(&self) -> Option<String> {
        match self.form {
            Form::Single { .. } => Some(iso(self.first)),
            Form::Interval | Form::Between => None,
        }
    }

    /// What it says, for those who put it in words.
    pub fn extent(&self) -> Extent {
        match self.form {
            Form::Single { doubtful } => Extent::One {
                day: self.first.into(),
                is_doubtful: doubtful,
            },
            Form::Interval if self.last.0 == 9999 => Extent::From(self.first.into()),
            Form::Interval => Extent::Span(self.first.into(), self.last.into()),
            Form::Between => Extent::Between(self.first.into(), self.last.into()),
        }
    }

    /// In English: “25 May 1990”, “January 1991”, “about May 1990”, “May 1990 to July 1990”.
    pub fn english(&self) -> String {
        match self.form {
            Form::Single { doubtful: false } => english(self.first),
            Form::Single { doubtful: true } => format!("{} (uncertain)", english(self.first)),
            Form::Interval if self.last.0 == 9999 => format!("from {}", english(self.first)),
            Form::Interval => format!("{} to {}", english(self.first), english(self.last)),
            Form::Between => format!("between {} and {}", english(self.first), english(self.last)),
        }
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// By first day, then last; a date known only to the year comes before its months, a month before its days.
impl Ord for Edtf {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.first, self.last, &self.text).cmp(&(other.first, other.last, &other.text))
    }
}

impl PartialOrd for Edtf {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn day(precision: Precision) -> Option<Ymd> {
    match precision {
        Precision::Century(_) | Precision::Decade(_) => None,
        Precision::Year(year)
        | Precision::MonthOfYear(year)
        | Precision::DayOfYear(year)
        | Precision::Season(year, _) => Some((year, 0, 0)),
        Precision::Month(year, month) | Precision::DayOfMonth(year, month) => {
            Some((year, month, 0))
        }
        Precision::Day(year, month, day) => Some((year, month, day)),
    }
}

fn iso((year, month, day): Ymd) -> String {
    match (month, day) {
        (0, _) => format!("{year:04}"),
        (_, 0) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    }
}

fn english((year, month, day): Ymd) -> String {
    match (month, day) {
        (0, _) => year.to_string(),
        (_, 0) => format!("{} {year}", MONTHS[month as usize - 1]),
        _ => format!("{day} {} {year}", MONTHS[month as usize - 1]),
    }
}

/// A date found in running text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// Its bytes in the text searched.
    pub range: std::ops::Range<usize>,
    /// As EDTF.
    pub edtf: String,
}

/// The first full date in a text: “October 29, 1990”, “29 October 1990”, “25. Mai 1990”, “1990-10-29”. Only days that exist count.
pub fn find(text: &str) -> Option<Found> {
    let words: Vec<(usize, &str)> = words(text).collect();
    for (index, &(at, word)) in words.iter().enumerate() {
        if let Some(found) = iso_date(at, word) {
            return Some(found);
        }
        let Some(month) = month_named(word) else {
            continue;
        };
        let number = |index: Option<usize>| {
            index.and_then(|i| words.get(i)).and_then(|(_, w)| {
                w.trim_end_matches(|c: char| !c.is_ascii_digit())
                    .parse::<i32>()
                    .ok()
            })
        };
        let end = |index: usize| {
            words[index].0
                + words[index]
                    .1
                    .trim_end_matches(|c: char| !c.is_alphanumeric())
                    .len()
        };
        // “October 29, 1990”
        if let (Some(day), Some(year)) = (number(Some(index + 1)), number(Some(index + 2)))
            && let Some(edtf) = checked(year, month, day)
        {
            return Some(Found {
                range: at..end(index + 2),
                edtf,
            });
        }
        // “29 October 1990”
        if let (Some(day), Some(year)) = (number(index.checked_sub(1)), number(Some(index + 1)))
            && let Some(edtf) = checked(year, month, day)
        {
            return Some(Found {
                range: words[index - 1].0..end(index + 1),
                edtf,
            });
        }
    }
    None
}

/// The first date in a text that no calendar holds: “30 February 1990”, “February 30, 1990”, “1990-02-30”. Its bytes in the text.
pub fn impossible(text: &str) -> Option<std::ops::Range<usize>> {
    let words: Vec<(usize, &str)> = words(text).collect();
    let digits = |index: Option<usize>| {
        let (_, word) = index.and_then(|index| words.get(index))?;
        let digits = word.trim_matches(|c: char| !c.is_ascii_digit());
        // “30th” ends with letters, “30/31” names two days.
        let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_plain = rest.chars().count() <= 3 && !rest.contains(['-', '/', '–']);
        is_plain.then(|| digits.parse::<i32>().ok()).flatten()
    };
    let end = |index: usize| {
        let (at, word) = words[index];
        at + word.trim_end_matches(|c: char| !c.is_alphanumeric()).len()
    };
    let start = |index: usize| {
        let (at, word) = words[index];
        at + word.len()
            - word
                .trim_start_matches(|c: char| !c.is_alphanumeric())
                .len()
    };
    let is_wrong = |year: i32, month: u32, day: i32| {
        (1000..=2999).contains(&year)
            && (29..=39).contains(&day)
            && checked(year, month, day).is_none()
    };
    for (index, (_, word)) in words.iter().enumerate() {
        if let Some((year, month, day)) = iso_like(word)
            && (month > 12 || day > 28)
            && checked(year, month, day).is_none()
        {
            return Some(start(index)..end(index));
        }
        let Some(month) = month_named(word) else {
            continue;
        };
        if let (Some(day), Some(year)) = (digits(Some(index + 1)), digits(Some(index + 2)))
            && is_wrong(year, month, day)
        {
            return Some(start(index)..end(index + 2));
        }
        // “No. 31, February 1990” names no day.
        let is_beside = index > 0 && !words[index - 1].1.ends_with([',', ';', ':', ')']);
        if let (Some(day), Some(year)) = (digits(index.checked_sub(1)), digits(Some(index + 1)))
            && is_beside
            && is_wrong(year, month, day)
        {
            return Some(start(index - 1)..end(index + 1));
        }
    }
    None
}

/// Year, month and day of a word written as `1990-02-30`, whether there is such a day or not.
fn iso_like(word: &str) -> Option<(i32, u32, i32)> {
    let word = word.trim_matches(|c: char| !c.is_ascii_digit());
    let mut parts = word.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return None;
    }
    let year: i32 = year.parse().ok()?;
    let sensible = (1000..=2999).contains(&year);
    Some((year, month.parse().ok()?, day.parse().ok()?)).filter(|_| sensible)
}

/// The day a file is named for: `1990-05-25-talk.txt`, `meeting_19900525.pdf`, `talk 1990.05.25.docx`. As EDTF.
pub fn of_file_name(name: &str) -> Option<String> {
    let runs: Vec<&str> = name.split(|c: char| !c.is_ascii_digit()).collect();
    for (index, run) in runs.iter().enumerate() {
        let parts = match (run.len(), runs.get(index + 1), runs.get(index + 2)) {
            (8, _, _) => [&run[..4], &run[4..6], &run[6..]],
            (4, Some(month), Some(day)) if month.len() == 2 && day.len() == 2 => {
                [*run, *month, *day]
            }
            _ => continue,
        };
        let [Ok(year), Ok(month), Ok(day)] = parts.map(str::parse::<i32>) else {
            continue;
        };
        if let Some(edtf) = checked(year, u32::try_from(month).unwrap_or(0), day) {
            return Some(edtf);
        }
    }
    None
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace()
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

fn iso_date(at: usize, word: &str) -> Option<Found> {
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    if word.len() == 10 && word.parse::<jiff::civil::Date>().is_ok() {
        return Some(Found {
            range: at..at + word.len(),
            edtf: word.to_owned(),
        });
    }
    None
}

fn checked(year: i32, month: u32, day: i32) -> Option<String> {
    if !(1000..=2999).contains(&year) {
        return None;
    }
    let date = jiff::civil::Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()?;
    Some(date.to_string())
}

/// Months of the languages whose documents we meet most, in full; Russian in the genitive, as dates use it.
const MONTH_NAMES: [[&str; 5]; 12] = [
    ["january", "janvier", "januar", "января", "enero"],
    ["february", "février", "februar", "февраля", "febrero"],
    ["march", "mars", "märz", "марта", "marzo"],
    ["april", "avril", "april", "апреля", "abril"],
    ["may", "mai", "mai", "мая", "mayo"],
    ["june", "juin", "juni", "июня", "junio"],
    ["july", "juillet", "juli", "июля", "julio"],
    ["august", "août", "august", "августа", "agosto"],
    [
        "september",
        "septembre",
        "september",
        "сентября",
        "septiembre",
    ],
    ["october", "octobre", "oktober", "октября", "octubre"],
    ["november", "novembre", "november", "ноября", "noviembre"],
    ["december", "décembre", "dezember", "декабря", "diciembre"],
];

/// The month that a word names, in full or by three letters or more that no other month begins with: `October`, `oct.`, `Okt`.
pub(crate) fn month(word: &str) -> Option<u32> {
    let word = word
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    if let Some(month) = month_named(&word) {
        return Some(month);
    }
    let begins = |names: &[&str; 5]| names.iter().any(|name| name.starts_with(&word));
    let mut months = (1..).zip(&MONTH_NAMES).filter(|(_, names)| begins(names));
    let found = months.next().filter(|_| word.chars().count() >= 3)?;
    months.next().is_none().then_some(found.0)
}

fn month_named(word: &str) -> Option<u32> {
    let word = word
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    MONTH_NAMES
        .iter()
        .position(|names| names.contains(&word.as_str()))
        .map(|index| index as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_told_in_words_and_sorted() {
        let dates: Vec<_> = [
            "1990-05-25",
            "1991-01",
            "1990",
            "1990-05?",
            "1990-05/1990-07",
            "199X",
        ]
        .map(|d| Edtf::parse(d).unwrap())
        .into();
        let told: Vec<_> = dates.iter().map(Edtf::english).collect();
        assert_eq!(
            told,
            [
                "25 May 1990",
                "January 1991",
                "1990",
                "May 1990 (uncertain)",
                "May 1990 to July 1990",
                "between 1990 and 1999"
            ]
        );
        let mut sorted = dates.clone();
        sorted.sort();
        assert_eq!(
            sorted.iter().map(Edtf::as_str).collect::<Vec<_>>(),
            [
                "1990",
                "199X",
                "1990-05?",
                "1990-05/1990-07",
                "1990-05-25",
                "1991-01"
            ]
        );
        assert!(dates[0].is_exact() && !dates[1].is_exact() && !dates[3].is_exact());
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for wrong in ["1990-02-30", "May 1990", "", "1990-13", "25.5.1990"] {
            assert!(Edtf::parse(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn days_that_do_not_exist_are_found() {
        for (text, printed) in [
            ("Moscow, 30 February 1990", "30 February 1990"),
            ("**February 30, 1990**", "February 30, 1990"),
            ("le 31 avril 1990.", "31 avril 1990"),
            ("date: 1990-02-30", "1990-02-30"),
            ("date: 1990-13-01", "1990-13-01"),
        ] {
            assert_eq!(
                impossible(text).map(|at| &text[at]),
                Some(printed),
                "{text}"
            );
        }
        for text in [
            "29 February 1992",
            "30-31 March 1987",
            "No. 31, February 1990",
            "1990-05-25",
            "call 2011-99-1234",
            "2011-22 budget",
            "May 40 1990 people agree",
        ] {
            assert_eq!(impossible(text), None, "{text}");
        }
    }

    #[test]
    fn files_are_named_for_days() {
        for (name, day) in [
            ("1990-05-25-talk.txt", Some("1990-05-25")),
            ("meeting_19900525.pdf", Some("1990-05-25")),
            ("talk 1990.05.25.docx", Some("1990-05-25")),
            ("00012345.txt", None),
            ("1990-05.txt", None),
            ("1990-02-30.txt", None),
            ("session-12-1990.txt", None),
        ] {
            assert_eq!(of_file_name(name).as_deref(), day, "{name}");
        }
    }

    #[test]
    fn dates_are_found_in_text() {
        for (text, edtf, printed) in [
            ("**October 29, 1990**", "1990-10-29", "October 29, 1990"),
            ("29 October 1990, Rambouie", "1990-10-29", "29 October 1990"),
            (
                "By Pavel\u{a0}Stroilov\u{a0}|\u{a0}22 July 2011",
                "2011-07-22",
                "22 July 2011",
            ),
            ("le 25 mai 1990", "1990-05-25", "25 mai 1990"),
            ("1990-05-25.txt", "", ""),
            ("on 30 February 1990", "", ""),
        ] {
            let found = find(text);
            assert_eq!(
                found.as_ref().map_or("", |f| f.edtf.as_str()),
                edtf,
                "{text}"
            );
            assert_eq!(
                found.map_or("", |f| &text[f.range]).trim_start_matches('*'),
                printed,
                "{text}"
            );
        }
    }
}
