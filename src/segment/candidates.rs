//! Every place where a label of a convention might stand: what `evidence` then weighs.

use super::evidence::HEAD_ROWS;
use super::explain::Stands;
use super::label::{Convention, Form, Position};
use super::rows::{Row, Rows};
use crate::clean::ends_sentence;
use crate::document::SpannedText;
use crate::source::Span;
use std::borrow::Cow;

/// A label at its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Found {
    /// Its row.
    pub(super) row: usize,
    /// The label with its end mark, without marks of Markdown.
    pub(super) text: SpannedText,
    /// Bytes of it without the end mark.
    pub(super) name_len: usize,
    /// Where the label begins, a time before it included.
    pub(super) start: usize,
    /// Where speech begins.
    pub(super) end: usize,
}

/// A place where a label may stand.
pub(super) struct Candidate {
    pub(super) at: Found,
    pub(super) form: Form,
    pub(super) stands: Stands,
    /// Whether markup sets it apart: bold, or a heading.
    pub(super) is_set_apart: bool,
}

/// Every place where a label of the convention might stand.
pub(super) fn candidates(convention: &Convention, text: &str, rows: &Rows) -> Vec<Candidate> {
    let first_body_row = first_body_row(text, rows);
    let mut candidates = Vec::new();
    for (index, row) in rows.all.iter().enumerate() {
        if convention.position == Position::Heading && !row.is_heading() {
            continue;
        }
        if convention.position == Position::Anywhere {
            candidates.extend(inside(convention, index, &rows.content(text, row)));
            continue;
        }
        let plain = rows
            .plain(text, row)
            .map_or_else(|| Cow::Owned(rows.words(text, row)), Cow::Borrowed);
        let skipped = leading_gap(&plain);
        let mut found = convention.matches(&plain[skipped..]);
        let begins_with_office = found.is_none() && super::shape::begins_with_office(&plain);
        if found.is_none() && !begins_with_office {
            continue;
        }
        let mut words = rows.content(text, row);
        if found.is_none()
            && let Some(next) = rows
                .all
                .get(index + 1)
                .filter(|next| next.blanks_before == 0)
        {
            // `The Minister for Transport and / Communications (Mr. Magugu):` runs over a line's end.
            if begins_with_office {
                words.push_as(" ", Span::new(words.span().end, words.span().end));
                rows.push(&mut words, text, next.span);
                found = convention
                    .matches(&words.text()[skipped..])
                    .filter(|found| found.form == Form::Titled);
            }
        }
        let Some(found) = found else { continue };
        let stands = if skipped > 0 {
            Stands::Paragraph
        } else {
            stands(index, text, rows, found.form, first_body_row)
        };
        let label_start = skipped + found.lead;
        let label = words.slice(label_start..label_start + found.label_len);
        let bold_end = rows.bold_until(row);
        let is_set_apart = row.is_heading()
            || bold_end.is_some_and(|end| end >= label.span().end && !row.is_strong());
        let at = Found {
            row: index,
            start: words.span_of(skipped..skipped + found.len).start,
            end: words
                .span_of(skipped..skipped + found.len)
                .end
                .max(bold_end.filter(|_| is_set_apart).unwrap_or(0)),
            text: label,
            name_len: found.name_len,
        };
        candidates.push(Candidate {
            at,
            form: found.form,
            stands,
            is_set_apart,
        });
    }
    candidates
}

/// Where in its surroundings the label of a row stands.
fn stands(
    index: usize,
    text: &str,
    rows: &Rows,
    form: Form,
    first_body_row: Option<usize>,
) -> Stands {
    let row = &rows.all[index];
    if index == 0 || row.blanks_before > 0 || rows.all[index - 1].is_heading() {
        Stands::Paragraph
    } else if row.is_indented {
        Stands::Indented
    } else if rows.lines_are_paragraphs {
        Stands::Line
    } else if form == Form::Enclosed {
        Stands::Enclosed
    } else if ends_sentence(&text[rows.all[index - 1].span.range()]) {
        Stands::AfterSentence
    } else if Some(index) == first_body_row {
        Stands::AfterDate
    } else {
        Stands::InSentence
    }
}

/// Labels in capitals anywhere in a row, glued to the word before or not.
fn inside(convention: &Convention, row: usize, words: &SpannedText) -> Vec<Candidate> {
    let text = words.text();
    let mut candidates = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some(next) = text[at..].find(char::is_uppercase).map(|found| at + found) else {
            break;
        };
        let before = text[..next].chars().next_back();
        // `D. C.CHAIRMAN ADLER.`: an initial before a title is the end of something else.
        let is_initial = text[next..].chars().nth(1) == Some('.');
        let begins_word = before.is_none_or(|c| !c.is_uppercase()) && !is_initial;
        match convention.matches(&text[next..]).filter(|_| begins_word) {
            Some(found) => {
                let label = words.slice(next..next + found.len);
                candidates.push(Candidate {
                    at: Found {
                        row,
                        start: label.span().start,
                        end: label.span().end,
                        text: label,
                        name_len: found.name_len,
                    },
                    form: found.form,
                    stands: Stands::Anywhere,
                    is_set_apart: false,
                });
                at = next + found.len;
            }
            None => {
                let word = text[next..]
                    .find(|c: char| !c.is_uppercase())
                    .unwrap_or(text.len() - next);
                at = next + word.max(1);
            }
        }
    }
    candidates
}

/// The row after a date line, where a text without blank lines begins.
fn first_body_row(text: &str, rows: &Rows) -> Option<usize> {
    let is_date = |row: &Row| super::header::is_date_line(&text[row.span.range()]);
    rows.all
        .iter()
        .take(HEAD_ROWS)
        .position(is_date)
        .map(|at| at + 1)
}

/// The leading `[…]` of a row that begins with one: a label may stand after it.
pub(super) fn leading_gap(words: &str) -> usize {
    let Some(end) = words.strip_prefix('[').and_then(|rest| rest.find(']')) else {
        return 0;
    };
    if !super::marks::is_omission(&words[..end + 2]) {
        return 0;
    }
    let after = &words[end + 2..];
    end + 2 + after.len() - after.trim_start().len()
}
