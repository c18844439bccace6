//! Labels in a column of their own: `BERG      Welcome`, `Anna | Welcome`, `議長（山田太郎）　本日の会議を`.

use super::super::shape::Form;
use super::super::times::leading_time;
use super::Match;
use super::apart::named;
use super::scan::{End, scan_to};

/// How far into a line the gap between the columns is looked for, in bytes.
const LONGEST: usize = 120;

/// The name in the first column, what is said in the second.
pub(super) fn in_column(words: &str, max_words: usize) -> Option<Match> {
    if let Some(found) = in_cells(words, max_words).or_else(|| after_bracket(words, max_words)) {
        return Some(found);
    }
    let near = words.floor_char_boundary(LONGEST);
    let bytes = &words.as_bytes()[..near];
    let gap = memchr::memchr2_iter(b'\t', b' ', bytes).find(|at| {
        let rest = &bytes[*at..];
        rest.starts_with(b"\t") || rest.starts_with(b"  ")
    })?;
    let rest = &words[gap..];
    let speech = rest.trim_start();
    let scanned = scan_to(&words[..gap], End::Whole, max_words)?;
    let form = named(&scanned, &words[..gap])?;
    let is_said = speech.chars().any(char::is_alphabetic) && !speech.contains('\t');
    (is_said && !scanned.shape.has_description).then_some(Match {
        lead: 0,
        name_len: scanned.name_len,
        label_len: scanned.name_len,
        len: words.len() - speech.len(),
        form,
    })
}

/// `Anna | Welcome`, `00:12:08 | Maya, Host | How did you`: cells of a table with a time or without one.
fn in_cells(words: &str, max_words: usize) -> Option<Match> {
    const SIGN: &str = " | ";
    let time = leading_time(words);
    let lead = match words[time..].strip_prefix("| ") {
        Some(_) if time > 0 => time + 2,
        _ => 0,
    };
    let name_len = words[lead..words.floor_char_boundary(words.len().min(LONGEST))].find(SIGN)?;
    let name = &words[lead..lead + name_len];
    let said = lead + name_len + SIGN.len();
    let speech = &words[said..];
    let bare = name.split(',').next().unwrap_or(name);
    let scanned = scan_to(bare, End::Whole, max_words)?;
    // A table of three columns without a time is no talk.
    let fits = scanned.shape.form(bare) > Form::Loose
        && speech.chars().any(char::is_alphabetic)
        && !speech.contains(SIGN)
        && !super::super::signs::is_heading_word(name);
    fits.then_some(Match {
        lead,
        name_len,
        label_len: name_len,
        len: said,
        form: if lead > 0 {
            Form::Initials
        } else {
            Form::Plain
        },
    })
}

/// `議長（山田太郎）　本日の会議を`: an office, who holds it in brackets, a wide blank.
fn after_bracket(words: &str, max_words: usize) -> Option<Match> {
    let near = words.floor_char_boundary(words.len().min(LONGEST));
    let close = words[..near].find('）').map(|at| at + '）'.len_utf8())?;
    let speech = words[close..].strip_prefix('\u{3000}')?;
    let open = words.find('（').filter(|at| *at > 0)?;
    let is_name = scan_to(words[..open].trim_end(), End::Whole, max_words).is_some();
    let fits = is_name
        && !words[..open].contains(['、', '。', '「', '　'])
        && speech.trim_end().ends_with(['。', '？', '?', '！'])
        && speech.chars().count() > 4;
    fits.then_some(Match {
        lead: 0,
        name_len: close,
        label_len: close,
        len: words.len() - speech.len(),
        form: Form::Titled,
    })
}
