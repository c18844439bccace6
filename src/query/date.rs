//! Dates as a reader and the documents write them → first and last day.

/// A date, or a span of dates with `..` or `/` between, open where a side is left out → first and last day, as numbers that compare:
/// 19900525.
pub fn span(text: &str) -> Option<(u32, u32)> {
    let separator = if text.contains('/') { "/" } else { ".." };
    let sides: Vec<&str> = text.split(separator).collect();
    let is_open = |side: &str| matches!(side.trim(), "" | "..");
    match sides.as_slice() {
        [one] => single(one),
        [from, to] if !(is_open(from) && is_open(to)) => {
            let side = |side: &str| {
                if is_open(side) {
                    Some((0, 99_999_999))
                } else {
                    single(side)
                }
            };
            let ((first, _), (_, last)) = (side(from)?, side(to)?);
            (first <= last).then_some((first, last))
        }
        _ => None,
    }
}

/// 1990, 199X, 1990-05, 1990-05?, 1990-05-25, 1990-XX.
fn single(text: &str) -> Option<(u32, u32)> {
    let text = text.trim().to_uppercase();
    let text = text.strip_suffix(['?', '~', '%']).unwrap_or(&text);
    let mut parts = text.split('-');
    let year = parts.next()?;
    let month = parts.next();
    let day = parts.next();
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let known = year.trim_end_matches('X');
    if known.len() < 2 || !known.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let first_year: u32 = year.replace('X', "0").parse().ok()?;
    let last_year: u32 = year.replace('X', "9").parse().ok()?;
    let month = number(month)?;
    let has_day = day.is_some();
    let day = number(day)?;
    // 21 to 24 are seasons: known to the year.
    if month == 0 || (matches!(month, 21..=24) && !has_day) {
        return Some((first_year * 10000 + 101, last_year * 10000 + 1231));
    }
    if month > 12 || first_year != last_year {
        return None;
    }
    let at = |day: u32| first_year * 10000 + month * 100 + day;
    match day {
        0 => Some((at(1), at(31))),
        _ if day <= days(first_year, month) => Some((at(day), at(day))),
        _ => None,
    }
}

/// Two digits, or 0 where they are left out or unknown.
fn number(part: Option<&str>) -> Option<u32> {
    match part {
        None | Some("XX") => Some(0),
        Some(digits) if digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()) => {
            digits.parse().ok()
        }
        Some(_) => None,
    }
}

fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
