//! What stands before the first turn: title, date, place, named fields, participants.

mod named;

use super::flow::{Flow, Part};
use super::marks::{Standing, standing};
use super::times::leading_time;
use super::typed;
use crate::date;
use crate::document::{
    Block, DropReason, Dropped, Gap, GapReason, Header, HeaderBlock, HeaderKind, Narration,
    NarrationKind, Note, NoteKind, Paragraph, PrintedDate,
};
use crate::fold::is_small;

/// Words that open a note on who was present, folded.
const PRESENT_WORDS: [&str; 12] = [
    "present",
    "participants",
    "participant",
    "attendees",
    "attending",
    "anwesend",
    "teilnehmer",
    "présents",
    "participaient",
    "присутствов",
    "участники",
    "presentes",
];

/// Words before an author's name, folded.
const BYLINE_WORDS: [&str; 4] = ["by", "von", "par", "por"];

/// Whether a line holds a date and hardly anything else.
pub(super) fn is_date_line(words: &str) -> bool {
    date_and_place(words).is_some()
}

/// The most words that a date line may have; those of a date are three.
const MOST_WORDS: usize = 12;

/// The date of a date line, and the place printed beside it.
fn date_and_place(words: &str) -> Option<(PrintedDate, Option<String>)> {
    let words = words.trim().trim_matches('*').trim();
    // The date's own words and a few more: a line of many more is not read to its end.
    let has_sign = |word: &&str| word.chars().any(char::is_alphanumeric);
    if words
        .split_whitespace()
        .filter(has_sign)
        .nth(MOST_WORDS)
        .is_some()
    {
        return None;
    }
    let found = date::find(words)?;
    let printed = words[found.range.clone()].to_owned();
    let before = words[..found.range.start].trim();
    let after = words[found.range.end..].trim();
    let rest = [before, after].concat();
    let n_words = rest
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count();
    if n_words > 4 || rest.contains(['|', '(', '“', '"']) || words.ends_with(['?', '!', ':']) {
        return None;
    }
    // “29 October 1990, Rambouie” and “Moscow, 25 May 1990”; a weekday is no place.
    let place = after
        .strip_prefix(',')
        .or_else(|| before.strip_suffix(','))
        .map(|place| place.trim().trim_end_matches('.').to_owned());
    let place = place
        .filter(|place| place.chars().next().is_some_and(char::is_uppercase) && !is_weekday(place));
    Some((
        PrintedDate {
            printed,
            edtf: found.edtf,
        },
        place,
    ))
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    DAYS.contains(&word.to_lowercase().as_str())
}

/// Reads the rows before the first turn. Every row goes into a block.
pub(super) fn read(
    flow: &Flow<'_>,
    parts: &[Part],
    dropped: &mut Vec<Dropped>,
) -> (Header, Vec<Block>) {
    let mut header = Header::default();
    let mut blocks = Vec::new();
    let mut field: Option<String> = None;
    let mut is_cut = false;
    for group in groups(flow, parts) {
        if typed::is_ornament(&flow.text[group[0].span.range()]) {
            dropped.extend(group.iter().map(|part| Dropped {
                span: part.span,
                reason: DropReason::Ornament,
            }));
            continue;
        }
        let first = flow.rows.all[group[0].row];
        let paragraph = flow.plain(&group, dropped);
        let words = paragraph.text.text().to_owned();
        if first.is_heading() {
            field = None;
            if header.title.is_none() {
                header.title = Some(words);
                blocks.push(header_block(HeaderKind::Title, paragraph));
            } else {
                blocks.push(Block::Heading(paragraph));
            }
            continue;
        }
        if first.is_strong() && words.ends_with(':') {
            field = Some(words.trim_end_matches(':').trim().to_owned());
            blocks.push(header_block(HeaderKind::FieldName, paragraph));
            continue;
        }
        if let Some(name) = &field {
            match header.fields.last_mut() {
                Some((last, text)) if last == name => text.extend(["\n\n", &words]),
                _ => header.fields.push((name.clone(), words)),
            }
            blocks.push(header_block(HeaderKind::FieldText, paragraph));
            continue;
        }
        if let Some(named) = named::read(&words) {
            let kind = named.take(&mut header);
            blocks.push(header_block(kind, paragraph));
            continue;
        }
        // A text that begins in mid-sentence is a part of another, whose title is not there.
        is_cut |= blocks.is_empty() && words.starts_with(is_small);
        blocks.push(classify(&mut header, paragraph, &words, is_cut));
    }
    if header.date.is_none() {
        header.date = header.title.as_deref().and_then(date_before_title);
    }
    (header, blocks)
}

/// `2016-07-30` of “2016-07-30 Interview at the harbor”.
fn date_before_title(title: &str) -> Option<PrintedDate> {
    let found = date::find(title)?;
    let printed = &title[found.range.clone()];
    let is_before = found.range.start == 0 && found.range.end < title.len();
    (is_before && printed == found.edtf).then(|| PrintedDate {
        printed: printed.to_owned(),
        edtf: found.edtf,
    })
}

fn classify(header: &mut Header, paragraph: Paragraph, words: &str, is_cut: bool) -> Block {
    if let Some((date, place)) = date_and_place(words) {
        header.date.get_or_insert(date);
        if header.place.is_none() {
            header.place = place;
        }
        return header_block(HeaderKind::Date, paragraph);
    }
    if header.title.is_some() && typed::is_proceedings(words) {
        return Block::Note(Note {
            kind: NoteKind::Proceedings,
            text: paragraph,
        });
    }
    if typed::is_time_line(words) {
        return Block::Note(Note {
            kind: NoteKind::Time,
            text: paragraph,
        });
    }
    let folded = words.to_lowercase();
    let opens_bracket = words.starts_with(['(', '[']);
    if names_those_present(words) {
        return Block::Note(Note {
            kind: NoteKind::Participants,
            text: paragraph,
        });
    }
    if opens_bracket {
        match standing(words) {
            Standing::Gap(GapReason::Omitted) => {
                return Block::Gap(Gap {
                    reason: GapReason::Extract,
                    text: paragraph,
                });
            }
            Standing::Gap(reason) => {
                return Block::Gap(Gap {
                    reason,
                    text: paragraph,
                });
            }
            Standing::Source => {
                return Block::Note(Note {
                    kind: NoteKind::Source,
                    text: paragraph,
                });
            }
            Standing::Stage
            | Standing::Time
            | Standing::Recording
            | Standing::Remark
            | Standing::Other => {}
        }
    }
    let first_word = folded.split_whitespace().next().unwrap_or("");
    if header.title.is_some()
        && BYLINE_WORDS.contains(&first_word)
        && words.split_whitespace().count() <= 16
    {
        if let Some(found) = date::find(words) {
            header.date.get_or_insert(PrintedDate {
                printed: words[found.range].to_owned(),
                edtf: found.edtf,
            });
        }
        return Block::Narration(Narration {
            kind: NarrationKind::Byline,
            text: paragraph,
        });
    }
    // A message with its time is one of a chat and no title.
    if header.title.is_none() && !opens_bracket && !is_cut && leading_time(words) == 0 {
        let title = before_strokes(words);
        if title.contains(char::is_alphanumeric) {
            header.title = Some(title.to_owned());
            return header_block(HeaderKind::Title, paragraph);
        }
    }
    header_block(HeaderKind::Other, paragraph)
}

/// `Participants: …`, `(Present were …)`
fn names_those_present(words: &str) -> bool {
    let may = words.starts_with(['(', '[']) || words.ends_with(':') || words.contains(": ");
    may && {
        let start: String = words
            .trim_start_matches(['(', '['])
            .chars()
            .take(40)
            .flat_map(char::to_lowercase)
            .collect();
        PRESENT_WORDS.iter().any(|word| start.starts_with(word))
    }
}

/// What stands before a line of strokes that a title runs into: `THE SUPREME COURT - - - - x A v. B`.
fn before_strokes(words: &str) -> &str {
    let is_stroke = |c: char| matches!(c, '-' | '_' | '=' | '~' | '–' | '—');
    let (mut n, mut from) = (0, 0);
    for (at, c) in words.char_indices() {
        if is_stroke(c) {
            from = if n == 0 { at } else { from };
            n += 1;
            if n == 4 {
                return words[..from].trim_end();
            }
        } else if c != ' ' {
            n = 0;
        }
    }
    words
}

fn header_block(kind: HeaderKind, text: Paragraph) -> Block {
    Block::Header(HeaderBlock { kind, text })
}

/// Whether a row ends with a full stop, after which no title goes on; an abbreviation of a letter or two does not count.
fn ends_with_stop(flow: &Flow<'_>, part: &Part) -> bool {
    let words = &flow.text[part.span.range()];
    let last = words
        .rsplit([' ', '.'])
        .find(|word| !word.is_empty())
        .unwrap_or("");
    words.ends_with('.') && last.chars().count() > 3
}

/// Whether a row is a time or a line of strokes, which belongs to no paragraph.
fn stands_apart(flow: &Flow<'_>, part: &Part) -> bool {
    let words = &flow.text[part.span.range()];
    typed::is_time_line(words) || typed::is_ornament(words)
}

/// Whether a row begins with a time, as the messages of a chat do.
fn is_timed(flow: &Flow<'_>, part: &Part) -> bool {
    leading_time(&flow.text[part.span.range()]) > 0
}

/// Rows that belong together: up to a blank line, a heading, a date line, a named fact, a time, strokes, or a change to or from bold.
fn groups(flow: &Flow<'_>, parts: &[Part]) -> Vec<Vec<Part>> {
    let mut groups: Vec<Vec<Part>> = Vec::new();
    let (mut after_date, mut after_named) = (false, false);
    for part in parts {
        let row = flow.rows.all[part.row];
        let words = flow.rows.words(flow.text, &row);
        let is_date = is_date_line(&words);
        let is_named = named::read(&words).is_some()
            || after_named && named::has_name(&words)
            || names_those_present(&words);
        let starts = match groups.last().and_then(|group| group.last()) {
            None => true,
            Some(last) => {
                let previous = flow.rows.all[last.row];
                let apart = row.blanks_before > 0 && last.row != part.row;
                apart
                    || ends_with_stop(flow, last)
                    || row.is_heading()
                    || previous.is_heading()
                    || is_date
                    || is_named
                    || after_date
                    || stands_apart(flow, part)
                    || stands_apart(flow, last)
                    || is_timed(flow, part) && is_timed(flow, last)
                    || row.is_strong() != previous.is_strong()
            }
        };
        after_date = is_date;
        after_named = is_named;
        match groups.last_mut() {
            Some(group) if !starts => group.push(*part),
            _ => groups.push(vec![*part]),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_lines_give_date_and_place() {
        let read = |words| date_and_place(words).map(|(date, place)| (date.edtf, place));
        assert_eq!(
            read("29 October 1990, Rambouie"),
            Some(("1990-10-29".into(), Some("Rambouie".into())))
        );
        assert_eq!(
            read("**October 29, 1990**"),
            Some(("1990-10-29".into(), None))
        );
        assert_eq!(
            read("Moscow, 25 May 1990"),
            Some(("1990-05-25".into(), Some("Moscow".into())))
        );
        assert_eq!(
            read("On 8 November 1991 we are going to discuss it in Rome."),
            None
        );
        assert_eq!(read("By A. Writer | 22 July 2011"), None);
    }

    #[test]
    fn a_day_in_figures_before_a_title_is_the_date() {
        let read = |title| date_before_title(title).map(|date| date.edtf);
        assert_eq!(
            read("2016-07-30 Interview at the harbor"),
            Some("2016-07-30".into())
        );
        assert_eq!(read("Interview at the harbor, 2016-07-30"), None);
        assert_eq!(read("30 July 2016 and what came of it"), None);
        assert_eq!(read("2016-07-32 Interview"), None);
    }
}
