//! Labels set apart from speech by something else than a mark after the name: brackets, times, dashes, blanks, a line of their own.

use super::super::marks::{Standing, standing};
use super::super::shape::{Form, in_capitals};
use super::super::signs::is_heading_word;
use super::super::times::{is_time, leading_time, trailing_time};
use super::Match;
use super::scan::{End, Scanned, scan_to};
use crate::fold::is_small;

/// `[Name] [00:05]` and `12:02:26 <nick>`: a name in brackets with a time beside it.
pub(super) fn enclosed(
    words: &str,
    (open, close): (char, char),
    max_words: usize,
) -> Option<Match> {
    let lead = leading_time(words);
    let (name, after) = in_brackets(&words[lead..], (open, close), max_words)?;
    let blanks = after.len() - after.trim_start().len();
    let time = leading_time(after.trim_start());
    if lead == 0 && time == 0 {
        return None;
    }
    let end = words.len() - after.len();
    let blank = name.len() - name.trim_start().len();
    let name = name.trim();
    Some(Match {
        lead: lead + open.len_utf8() + blank,
        name_len: name.len(),
        label_len: name.len(),
        len: end + if time > 0 { blanks + time } else { 0 },
        form: Form::Enclosed,
    })
}

/// `[Name] text`, `[Name]: text`, `(Name) text`, `<nick> text`: a name in brackets and nothing beside it.
pub(super) fn bracketed(
    words: &str,
    (open, close): (char, char),
    max_words: usize,
) -> Option<Match> {
    let (name, after) = in_brackets(words, (open, close), max_words)?;
    let colon = after.starts_with([':', '：']);
    let mark = if colon {
        after.chars().next().map_or(0, char::len_utf8)
    } else {
        0
    };
    let speech = &after[mark..];
    // `[Applause]` and `[1]` stand alone or are no names; `(his) own` is part of a sentence.
    let is_name = name.chars().any(char::is_alphabetic)
        && standing(&words[..words.len() - after.len()]) == Standing::Other
        && (speech.starts_with(char::is_whitespace) && !speech.trim().is_empty() || colon)
        && (open == '<' && !is_tag(name)
            || open != '<' && scan_to(name, End::Whole, max_words).is_some());
    is_name.then_some(Match {
        lead: open.len_utf8(),
        name_len: name.len(),
        label_len: name.len(),
        len: words.len() - speech.len(),
        form: Form::Plain,
    })
}

/// Whether what stands in angle brackets is a tag of a markup language.
fn is_tag(name: &str) -> bool {
    const TAGS: [&str; 30] = [
        "a",
        "b",
        "blockquote",
        "br",
        "center",
        "code",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "font",
        "h1",
        "h2",
        "h3",
        "hr",
        "i",
        "li",
        "ol",
        "p",
        "pre",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "td",
        "u",
        "ul",
    ];
    name.starts_with('/') || TAGS.contains(&name.to_lowercase().as_str())
}

/// `Anna Berg text`, where the first `bold` bytes are in bold.
pub(super) fn in_bold(words: &str, bold: usize, max_words: usize) -> Option<Match> {
    let name = words.get(..bold)?.trim_end();
    let speech = &words[name.len()..];
    // `Chapter 3.` and `Yes!` in bold are words of a sentence, and `Name:` is a label of another kind.
    let is_name = !name.ends_with(|c: char| c.is_ascii_punctuation() && c != ')')
        && speech.starts_with(char::is_whitespace)
        && !speech.trim().is_empty()
        && !is_heading_word(name)
        && scan_to(name, End::Whole, max_words).is_some();
    is_name.then_some(Match {
        lead: 0,
        name_len: name.len(),
        label_len: name.len(),
        len: name.len(),
        form: Form::Plain,
    })
}

fn in_brackets(words: &str, (open, close): (char, char), max_words: usize) -> Option<(&str, &str)> {
    if !words.starts_with(open) {
        return None;
    }
    let inside = &words[open.len_utf8()..];
    let near = inside.floor_char_boundary(124);
    let end = inside[..near].find(close).filter(|end| *end <= 120)?;
    let name = &inside[..end];
    let n_words = name.split_whitespace().count();
    let fits =
        (1..=max_words).contains(&n_words) && !name.starts_with(|c: char| c.is_ascii_digit());
    fits.then(|| (name, &inside[end + close.len_utf8()..]))
}

/// The longest line of a name and a time, in bytes.
pub(super) const LONGEST_TIMED_LINE: usize = 160;

/// `Anna Berg  00:03`, `Speaker 1 (00:12):`, `[04-Mar-24 10:11 AM] anna_b`, `00:00:03 - 00:00:09 Anna Berg`: name and time on a line
/// of their own, with the text below.
pub(super) fn timed_line(words: &str, max_words: usize) -> Option<Match> {
    if words.len() > LONGEST_TIMED_LINE || !words.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let time = leading_time(words);
    let dash = ["- ", "– ", "— "];
    let is_joined = time > 0 && dash.iter().any(|dash| words[time..].starts_with(*dash));
    let lead = if is_joined {
        words.len() - words[time..].trim_start_matches(['-', '–', '—', ' ']).len()
    } else {
        time
    };
    let (name, form) = if lead > 0 {
        (
            words[lead..].trim_end_matches([':', '：']).trim_end(),
            Form::Plain,
        )
    } else {
        let bare = words.trim_end_matches([':', '：']).trim_end();
        let time = trailing_time(bare);
        let name = if time > 0 {
            &bare[..bare.len() - time]
        } else {
            &bare[..bare.len() - bare_time(bare)?]
        };
        (
            name.trim_end_matches([':', '：', ',', '-', '–', '—', '|', '•', '·']),
            Form::Enclosed,
        )
    };
    let name = name.trim_end();
    let n_words = name.split_whitespace().count();
    let fits = (1..=max_words).contains(&n_words)
        && name.starts_with(|c: char| c.is_alphabetic() || c == '@')
        && (!name.ends_with(['.', '!', '?', '…', ',', ';'])
            || name
                .split_whitespace()
                .next_back()
                .is_some_and(is_generation))
        && !is_heading_word(name);
    fits.then_some(Match {
        lead,
        name_len: name.len(),
        label_len: name.len(),
        len: words.len(),
        form,
    })
}

/// The length of a time that ends the words without brackets, and of the blanks before it: `  0:03`, ` 10:11 AM`.
fn bare_time(words: &str) -> Option<usize> {
    let tail_start = words
        .char_indices()
        .rev()
        .take(24)
        .last()
        .map_or(0, |(at, _)| at);
    let tail = &words[tail_start..];
    let starts = tail.char_indices().zip(tail.chars().skip(1));
    let start = starts
        .filter(|((_, before), c)| before.is_whitespace() && c.is_ascii_digit())
        .map(|((at, before), _)| at + before.len_utf8())
        .find(|at| is_time(&tail[*at..]))?;
    Some(tail.len() - tail[..start].trim_end().len())
}

/// The length of a dash that stands between the mark after a name and what is said: ` – `, `- `.
pub(super) fn leading_dash(after: &str) -> usize {
    let blanks = after.len() - after.trim_start().len();
    let rest = &after[blanks..];
    let dash = ["– ", "— "].iter().find(|dash| rest.starts_with(**dash));
    let glued = (blanks == 0 && rest.starts_with("- ")).then_some(&"- ");
    dash.or(glued)
        .map_or(0, |dash| blanks + dash.trim_end().len())
}

/// Signs that stand between a name and what is said.
const DASHES: [&str; 6] = [" — ", " – ", " - ", "—", " –", " —"];

/// `Mr Reed—There were nine.`, `LE PRESIDENT MITTERRAND - Je suis`, `Anna Weiss (PPE). – Herr`, `Sr. Paz.- Pido`, `ANNA BERG —`.
pub(super) fn before_dash(words: &str, max_words: usize) -> Option<Match> {
    let near = &words[..words.floor_char_boundary(240)];
    if !has_dash(near) {
        return None;
    }
    // In brackets it belongs to the label: `Mr HUNTER (Ness—Minister)`.
    let outside = |sign: &str| {
        let mut places = near.match_indices(sign).map(|(at, _)| at).take(8);
        places.find(|at| {
            near[..*at].matches(['(', '[']).count() == near[..*at].matches([')', ']']).count()
        })
    };
    let stopped = ["– ", "— ", "- "].iter().filter_map(|dash| {
        let at = outside(&[".", dash].concat()).map(|at| (at, at + 1));
        let apart = outside(&[". ", dash].concat()).map(|at| (at, at + 2));
        let (name, start) = at.into_iter().chain(apart).min()?;
        Some((name, start + dash.trim_end().len(), Form::Initials))
    });
    let plain = DASHES.iter().filter_map(|dash| {
        Some((
            outside(dash)?,
            outside(dash)? + dash.trim_end().len(),
            Form::Plain,
        ))
    });
    let (name_end, len, least) = stopped.chain(plain).min_by_key(|(at, _, _)| *at)?;
    let scanned = scan_to(&words[..name_end], End::Whole, max_words)?;
    let form = named(&scanned, &words[..name_end])?;
    // A stop before the dash is more than a dash.
    let form = form.max(least);
    let begins_loud = form == Form::Titled && words.starts_with(['O', 'A']);
    let more = if begins_loud {
        in_capitals_too(&words[len..])
    } else {
        0
    };
    Some(Match {
        lead: 0,
        name_len: if more > 0 {
            len + more
        } else {
            scanned.name_len
        },
        label_len: len + more,
        len: if more > 0 {
            len + more + " -".len()
        } else {
            len
        },
        form,
    })
}

/// ` CAUÊ MACRIS - PSDB - Presente`: who holds the office, of which party, and for what, each in capitals before a dash. The length up
/// to the last of these dashes.
fn in_capitals_too(after: &str) -> usize {
    let mut end = 0;
    while let Some(dash) = after[end..]
        .find(" - ")
        .map(|at| end + at)
        .filter(|at| *at <= 120)
    {
        let part = after[end..dash].trim_start_matches([' ', '-']);
        let is_loud = !part.is_empty()
            && part.chars().all(|c| !is_small(c) && !c.is_ascii_digit())
            && part.contains(char::is_uppercase);
        if !is_loud {
            break;
        }
        end = dash;
        if !after[end + 3..].starts_with(char::is_uppercase) {
            break;
        }
        // The next dash is looked for after this one.
        let Some(next) = after[end + 3..].find(" - ") else {
            break;
        };
        let part = &after[end + 3..end + 3 + next];
        if part.contains(is_small) || part.len() > 60 {
            break;
        }
        end += 3 + next;
    }
    end
}

/// Whether one of the dashes stands in a text, or a hyphen before a blank: most lines have none.
fn has_dash(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b'-', 0xE2, bytes).any(|at| match bytes[at] {
        b'-' => bytes.get(at + 1) == Some(&b' '),
        _ => matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x93 | 0x94])),
    })
}

/// A name alone on its line: `HAMLET`, `Mr. Attlee`, `ANNA (CONT'D)`, `ANNA BERG —`.
pub(super) fn alone_on_line(words: &str, max_words: usize) -> Option<Match> {
    if words.len() > 120 {
        return None;
    }
    if let Some(found) = described_by_dashes(words, max_words) {
        return Some(found);
    }
    let bare = words.trim_end_matches(['—', '–', '-', ' ']);
    let last = bare.rsplit(char::is_whitespace).next().unwrap_or("");
    let is_initials = last.contains('.') && last.split('.').all(|part| part.chars().count() <= 1);
    let ends_well = is_initials || is_generation(last);
    if bare.ends_with(|c: char| !c.is_alphanumeric() && c != ')') && !ends_well {
        return None;
    }
    // Most lines are sentences: they have too many words.
    let has_bracket = bare.contains(['(', '[', '（', '［']);
    if !has_bracket && bare.split_whitespace().nth(max_words).is_some() {
        return None;
    }
    let scanned = scan_to(bare, End::Whole, max_words)?;
    if scanned.shape.has_description {
        return None;
    }
    let form = named(&scanned, bare)?;
    Some(Match {
        lead: 0,
        name_len: scanned.name_len,
        label_len: bare.len(),
        len: words.len(),
        form,
    })
}

/// What tells father from son, with its point.
fn is_generation(word: &str) -> bool {
    matches!(word, "Jr." | "JR." | "Sr." | "SR.")
}

/// `Mark Casey -- Chief Executive Officer`: a name, and after two hyphens who that is.
fn described_by_dashes(words: &str, max_words: usize) -> Option<Match> {
    memchr::memchr(b'-', words.as_bytes())?;
    let (name, description) = words.split_once(" -- ")?;
    let scanned = scan_to(name, End::Whole, max_words)?;
    let form = scanned.shape.form(name);
    let fits = name.contains(' ')
        && form >= Form::Plain
        && description.starts_with(char::is_uppercase)
        && description.split_whitespace().count() <= 12
        && !description.ends_with(['.', '!', '?', ',', ';', ':']);
    fits.then_some(Match {
        lead: 0,
        name_len: words.len(),
        label_len: words.len(),
        len: words.len(),
        form: Form::Titled,
    })
}

/// The form of a name that no mark ends: a single word with one capital says nothing of itself.
pub(super) fn named(scanned: &Scanned, name: &str) -> Option<Form> {
    let form = scanned.shape.form(name);
    if form == Form::Loose || is_heading_word(name) {
        return None;
    }
    let is_one_word = !name.contains(char::is_whitespace);
    let has_case = name.chars().any(is_small);
    if form == Form::Plain && is_one_word && has_case && name != "Operator" {
        return Some(Form::Loose);
    }
    let short_capitals = form == Form::Plain
        && !has_case
        && !in_capitals(name)
        && name.chars().any(char::is_uppercase);
    (form > Form::Loose).then_some(if short_capitals { Form::Initials } else { form })
}

/// How far a corner bracket is looked for, in bytes.
const LONGEST_BEFORE_CORNER: usize = 120;

/// `記者「この本は」`: a name right before a corner bracket.
pub(super) fn before_corner(words: &str) -> Option<Match> {
    // A name before it has twelve characters at most, blanks not counted.
    let near = words.floor_char_boundary(LONGEST_BEFORE_CORNER);
    let end = words[..near].find(['「', '『'])?;
    let name = words[..end].trim_end();
    let fits = (1..=12).contains(&name.chars().count())
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '・' | '（' | '）' | ' '))
        && words.trim_end().ends_with(['」', '』']);
    fits.then_some(Match {
        lead: 0,
        name_len: name.len(),
        label_len: name.len(),
        len: end,
        form: Form::Plain,
    })
}
