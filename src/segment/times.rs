//! Times beside labels: `[00:01:23]`, `(1:02)`, `12:02:26`, `10:11 AM`, with a date or as a range.

/// The length of a time at the beginning, blanks after it included: `[00:01:23] `, `(1:02) `, `12:02:26 `, `[12/05/20, 10:11] `,
/// `12/05/2020, 10:11 - `, `00:00:03 - 00:00:09 `.
pub(super) fn leading_time(words: &str) -> usize {
    // Phones set a mark of direction before a time.
    let marked = words.trim_start_matches(['\u{200e}', '\u{200f}', '\u{202a}']);
    let inner = marked.trim_start_matches(['[', '(']);
    if !inner.starts_with(|c: char| c.is_ascii_digit()) {
        return 0;
    }
    let opened = words.len() - inner.len();
    let is_open = inner.len() < marked.len();
    let date = date(inner);
    let Some(time) = clock(&inner[date..]) else {
        return 0;
    };
    let mut at = date + time;
    at += range_end(&inner[at..]);
    let rest = &inner[at..];
    let closed = rest.len() - rest.trim_start_matches([']', ')']).len();
    if is_open != (closed > 0) {
        return 0;
    }
    let rest = &rest[closed..];
    // `10:11Uhr`, `1:2x`: glued to letters it is no time that stands by itself.
    if closed == 0 && rest.starts_with(char::is_alphanumeric) {
        return 0;
    }
    let mut end = opened + at + closed + (rest.len() - rest.trim_start().len());
    // `12/05/2020, 10:11 - Name: text`: the dash belongs to date and time.
    if date > 0 {
        let dash = ["- ", "– ", "— "];
        end += dash
            .iter()
            .find(|dash| words[end..].starts_with(**dash))
            .map_or(0, |dash| dash.len());
    }
    end
}

/// The length of a date with a time at the beginning, as [`leading_time`]: lines of chats begin with one.
pub(super) fn leading_stamp(words: &str) -> usize {
    let marked = words.trim_start_matches(['\u{200e}', '\u{200f}', '\u{202a}']);
    let inner = marked.trim_start_matches(['[', '(']);
    if inner.starts_with(|c: char| c.is_ascii_digit()) && date(inner) > 0 {
        leading_time(words)
    } else {
        0
    }
}

/// Whether a text is a time and nothing else.
pub(super) fn is_time(words: &str) -> bool {
    let len = leading_time(words);
    len > 0 && len == words.len()
}

/// The length of a time in brackets at the end, with the blanks before it: ` (00:12)`, ` [00:00:03 - 00:00:09]`.
pub(super) fn trailing_time(name: &str) -> usize {
    let open = match name.chars().next_back() {
        Some(')') => '(',
        Some(']') => '[',
        _ => return 0,
    };
    let Some(start) = name.rfind(open).filter(|start| *start > 0) else {
        return 0;
    };
    if is_time(&name[start..]) {
        name.len() - name[..start].trim_end().len()
    } else {
        0
    }
}

/// The length of `12.40s`: seconds from the beginning.
fn seconds(words: &str) -> Option<usize> {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let fraction = rest.strip_prefix('.')?;
    let end = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
    let after = end.strip_prefix('s')?;
    let is_time = end.len() < fraction.len() && !after.starts_with(char::is_alphanumeric);
    is_time.then_some(words.len() - after.len())
}

/// The length of `10:11`, `00:01:23.400`, `10:11 AM`, `12.40s`.
fn clock(words: &str) -> Option<usize> {
    if let Some(len) = seconds(words) {
        return Some(len);
    }
    let digits = words.len()
        - words
            .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ','))
            .len();
    let time = words[..digits].trim_end_matches([':', '.', ',']);
    let parts: Vec<&str> = time.split(':').collect();
    let is_time = (2..=4).contains(&parts.len())
        && parts.iter().all(|part| {
            !part.is_empty() && part.len() <= 6 && part.starts_with(|c: char| c.is_ascii_digit())
        });
    if !is_time {
        return None;
    }
    let rest = &words[time.len()..];
    let half = rest.trim_start();
    let is_half = ["AM", "PM", "am", "pm", "A.M.", "P.M.", "a.m.", "p.m."]
        .iter()
        .find(|half_day| half.starts_with(**half_day))
        .filter(|half_day| !half[half_day.len()..].starts_with(char::is_alphanumeric));
    Some(time.len() + is_half.map_or(0, |half_day| rest.len() - half.len() + half_day.len()))
}

/// The length of ` - 00:00:09` after a time.
fn range_end(words: &str) -> usize {
    let rest = words.trim_start();
    let Some(after) = ["-->", "->", "-", "–", "—", "to "]
        .iter()
        .find_map(|dash| rest.strip_prefix(*dash))
    else {
        return 0;
    };
    let end = after.trim_start();
    clock(end).map_or(0, |time| words.len() - end.len() + time)
}

/// The length of a date before a time, what joins the two included: `12/05/20, `, `2013-03-04T`, `04-Mar-24 `.
fn date(words: &str) -> usize {
    let len = words
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '.')))
        .unwrap_or(words.len());
    // `2013-03-04T10:11:02` has no blank.
    let len = words[..len].find('T').filter(|at| *at >= 8).unwrap_or(len);
    let token = &words[..len];
    let parts: Vec<&str> = token.split(['/', '-', '.']).collect();
    let is_number = |part: &&str| {
        !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit())
    };
    let is_month = |part: &&str| part.len() == 3 && part.bytes().all(|b| b.is_ascii_alphabetic());
    let is_date = parts.len() == 3
        && is_number(&parts[0])
        && is_number(&parts[2])
        && (is_number(&parts[1]) || is_month(&parts[1]));
    if !is_date {
        return 0;
    }
    let rest = &words[len..];
    let after = rest.trim_start_matches([',', 'T']).trim_start();
    if after.len() == rest.len() {
        return 0;
    }
    words.len() - after.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_known_with_dates_and_as_ranges() {
        for time in [
            "[00:01:23] ",
            "(1:02)",
            "12:02:26 ",
            "10:11 AM ",
            "10:11 P.M. ",
            "[12/05/20, 10:11:13] ",
            "12/05/2020, 10:11 - ",
            "2013-03-04T10:11:02  ",
            "[04-Mar-24 10:11 AM] ",
            "00:00:03 - 00:00:09 ",
            "[00:00:03.120 --> 00:00:09.000]",
            "[0.00s -> 3.20s] ",
        ] {
            assert_eq!(leading_time(time), time.len(), "{time}");
            assert_eq!(
                leading_time(&format!("{time}Anna")).max(1),
                if time.ends_with([' ', ']', ')']) {
                    time.len()
                } else {
                    1
                },
                "{time}"
            );
        }
        for no in [
            "10 men",
            "[Applause]",
            "14:05Uhr",
            "(1:02",
            "12/05/20",
            "1:2:3:4:5 ",
            "3.20 s",
        ] {
            assert_eq!(leading_time(no), 0, "{no}");
        }
    }

    #[test]
    fn a_time_may_end_a_label() {
        assert_eq!(trailing_time("Speaker 1 (00:12)"), " (00:12)".len());
        assert_eq!(trailing_time("S [0:03 - 0:09]"), " [0:03 - 0:09]".len());
        assert_eq!(trailing_time("Mr A (Ness)"), 0);
        assert_eq!(trailing_time("(00:12)"), 0);
    }
}
