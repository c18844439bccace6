//! Dates as spreadsheets leave them: `31/10/1991`, `10/31/91`, `33542`, `Oct-91`.
//!
//! Excel shows a date in the form of its country and saves what it shows. What can mean one day only is read; what rests on a rule of
//! Excel's (two digits for a year, a day as a number) is read and said; what can mean two days is for the editor.

use crate::date::{self, Edtf};

/// What a cell may mean.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reading {
    /// One date, as EDTF.
    Plain(String),
    /// One date by the rules of spreadsheets, and which rule.
    ByRule(String, &'static str),
    /// Two days, as EDTF.
    Either(String, String),
    /// No date.
    Unknown,
}

const TWO_DIGITS: &str = "of the year only two digits are left";
const NUMBER: &str = "Excel writes a day as a number";

/// Reads a date.
pub fn read(text: &str) -> Reading {
    let text = text.trim();
    if Edtf::parse(text).is_some() {
        return Reading::Plain(text.to_owned());
    }
    let day = without_time(text);
    if let Some(found) = number(day).or_else(|| digits(day)).or_else(|| words(day)) {
        return found;
    }
    Reading::Unknown
}

/// Midnight, which a spreadsheet adds to a day.
fn without_time(text: &str) -> &str {
    let Some((day, time)) = text.split_once([' ', 'T']) else {
        return text;
    };
    let is_midnight = time
        .trim_end_matches(['Z', 'A', 'P', 'M', 'a', 'p', 'm', ' '])
        .split([':', '.'])
        .all(|part| !part.is_empty() && part.bytes().all(|b| b == b'0') || part == "12");
    if is_midnight && time.contains(':') {
        day
    } else {
        text
    }
}

/// Days since the end of 1899, of this and the last century.
fn number(text: &str) -> Option<Reading> {
    let is_number = text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit());
    let n: i32 = text.parse().ok().filter(|_| is_number)?;
    let epoch = jiff::civil::date(1899, 12, 30);
    let day = epoch
        .checked_add(jiff::Span::new().try_days(n).ok()?)
        .ok()?;
    (1927..=2099)
        .contains(&day.year())
        .then(|| Reading::ByRule(day.to_string(), NUMBER))
}

/// Three numbers: year, month and day in some order.
fn digits(text: &str) -> Option<Reading> {
    let sign = text.chars().find(|c| !c.is_ascii_digit())?;
    if !['/', '.', '-'].contains(&sign) {
        return None;
    }
    let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
    let [a, b, c] = parts.as_slice() else {
        return None;
    };
    let n = |part: &str| -> Option<i32> {
        let is_number = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        part.parse().ok().filter(|_| is_number)
    };
    let (first, second, third) = (n(a)?, n(b)?, n(c)?);
    if a.len() == 4 {
        return day(first, second, third).map(Reading::Plain);
    }
    let (year, is_short) = match c.len() {
        4 => (third, false),
        2 => (century(third), true),
        _ => return None,
    };
    let day_first = day(year, second, first);
    let month_first = day(year, first, second);
    let one = |found: String| {
        if is_short {
            Reading::ByRule(found, TWO_DIGITS)
        } else {
            Reading::Plain(found)
        }
    };
    match (day_first, month_first) {
        // Nobody writes the month first with full stops.
        (Some(found), other) if sign == '.' || other.as_ref().is_none_or(|o| *o == found) => {
            Some(one(found))
        }
        (None, Some(found)) if sign != '.' => Some(one(found)),
        (Some(one), Some(other)) => Some(Reading::Either(one, other)),
        (None, _) => None,
        (Some(_), None) => unreachable!("one reading was taken above"),
    }
}

/// A month in letters: `31 October 1991`, `31-Oct-91`, `Oct-91`.
fn words(text: &str) -> Option<Reading> {
    let parts: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | ','))
        .filter(|part| !part.is_empty())
        .collect();
    let n = |part: &str| part.trim_end_matches('.').parse::<i32>().ok();
    let (day_part, month, year) = match parts.as_slice() {
        [month, year] => (None, date::month(month)?, *year),
        [first, month, year] if date::month(month).is_some() => {
            (Some(n(first)?), date::month(month)?, *year)
        }
        [month, day, year] => (Some(n(day)?), date::month(month)?, *year),
        _ => return None,
    };
    let (full, is_short) = match year.len() {
        4 => (n(year)?, false),
        2 => (century(n(year)?), true),
        _ => return None,
    };
    let month_number = i32::try_from(month).ok()?;
    let found = match day_part {
        Some(number) => day(full, month_number, number)?,
        // The first of the month, only to see that there is such a month.
        None => day(full, month_number, 1)?[..7].to_owned(),
    };
    Some(if is_short {
        Reading::ByRule(found, TWO_DIGITS)
    } else {
        Reading::Plain(found)
    })
}

/// Excel’s rule: up to 29 it is this century.
fn century(year: i32) -> i32 {
    if year < 30 { 2000 + year } else { 1900 + year }
}

fn day(year: i32, month: i32, day: i32) -> Option<String> {
    let year = i16::try_from(year).ok().filter(|year| *year >= 1000)?;
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let date = jiff::civil::Date::new(year, month, day).ok()?;
    Some(date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_one_day_only_is_read() {
        for (text, edtf) in [
            ("1991-10-31", "1991-10-31"),
            ("1991", "1991"),
            ("1990-05/1990-07", "1990-05/1990-07"),
            ("199X", "199X"),
            ("31/10/1991", "1991-10-31"),
            ("10/31/1991", "1991-10-31"),
            ("5/5/1991", "1991-05-05"),
            ("31.10.1991", "1991-10-31"),
            ("5.6.1991", "1991-06-05"),
            ("1991/10/31", "1991-10-31"),
            ("1991-10-31 00:00:00", "1991-10-31"),
            ("10/31/1991 12:00 AM", "1991-10-31"),
            ("31 October 1991", "1991-10-31"),
            ("31. Oktober 1991", "1991-10-31"),
            ("October 31, 1991", "1991-10-31"),
            ("31-oct.-1991", "1991-10-31"),
            ("May 1990", "1990-05"),
        ] {
            assert_eq!(read(text), Reading::Plain(edtf.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_rests_on_a_rule_says_which() {
        for (text, edtf, rule) in [
            ("10/31/91", "1991-10-31", TWO_DIGITS),
            ("31.10.91", "1991-10-31", TWO_DIGITS),
            ("31-Oct-91", "1991-10-31", TWO_DIGITS),
            ("Oct-91", "1991-10", TWO_DIGITS),
            ("mai-90", "1990-05", TWO_DIGITS),
            ("Mrz 90", "", ""),
            ("33542", "1991-10-31", NUMBER),
        ] {
            let expected = if edtf.is_empty() {
                Reading::Unknown
            } else {
                Reading::ByRule(edtf.to_owned(), rule)
            };
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_can_mean_two_days_is_not_decided() {
        let either = |a: &str, b: &str| Reading::Either(a.to_owned(), b.to_owned());
        assert_eq!(read("05/06/1990"), either("1990-06-05", "1990-05-06"));
        assert_eq!(read("5-6-90"), either("1990-06-05", "1990-05-06"));
        for wrong in [
            "31/02/1991",
            "32.10.1991",
            "99999",
            "yesterday",
            "1/2",
            "10:30",
            "13-13-90",
        ] {
            assert_eq!(read(wrong), Reading::Unknown, "{wrong}");
        }
    }
}
