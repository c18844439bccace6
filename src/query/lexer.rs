//! A query → its tokens.

use super::mistake::{Mistake, Said};
use super::tree::{Field, Filter, Phrase};
use super::{Word, patterns};
use std::ops::Range;

/// A piece of the query.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Its bytes in the query.
    pub(super) place: Range<usize>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Open,
    Close,
    And,
    Or,
    Not,
    Near(usize),
    Phrase(Phrase),
    Filter(Filter),
}

/// Which quotation marks close one that is open.
fn closing(open: char) -> Option<&'static [char]> {
    match open {
        '"' => Some(&['"', '”']),
        '“' | '”' => Some(&['”', '"']),
        '„' => Some(&['“', '”', '"']),
        '«' => Some(&['»']),
        _ => None,
    }
}

fn is_bracket(c: char) -> bool {
    matches!(c, '(' | ')')
}

/// Whether an unquoted token ends before a character.
fn ends_plain(c: char) -> bool {
    c.is_whitespace() || is_bracket(c) || closing(c).is_some()
}

/// Cuts a query; what has no words (a dash) is left out.
pub(super) fn tokens(query: &str) -> Result<Vec<Token>, Mistake> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = query[at..].chars().next() {
        let width = c.len_utf8();
        if c.is_whitespace() {
            at += width;
            continue;
        }
        if is_bracket(c) {
            let kind = if c == '(' { Kind::Open } else { Kind::Close };
            found.push(Token {
                kind,
                place: at..at + width,
            });
            at += width;
            continue;
        }
        if let Some((filter, end)) = filter(query, at)? {
            found.push(Token {
                kind: Kind::Filter(filter),
                place: at..end,
            });
            at = end;
            continue;
        }
        let is_as_typed = is_equals_sign(query, at);
        let from = if is_as_typed { at + width } else { at };
        let is_quoted = query[from..].starts_with(|c| closing(c).is_some());
        let (text, end) = if is_quoted {
            quoted(query, from)?
        } else {
            plain(query, from)
        };
        let kind = if is_quoted || is_as_typed {
            None
        } else {
            operator(&query[text.clone()], at)?
        };
        let kind = match kind {
            Some(kind) => Some(kind),
            None => words_of(query, text)?.map(|words| {
                Kind::Phrase(Phrase {
                    words,
                    is_as_typed,
                    start: at,
                    end,
                })
            }),
        };
        match kind {
            Some(kind) => found.push(Token {
                kind,
                place: at..end,
            }),
            None if is_quoted => {
                return Err(Mistake::new("script-empty-quotation", at..end));
            }
            None => {}
        }
        at = end;
    }
    Ok(found)
}

/// Whether a `=` at a place belongs to the word or phrase that follows.
fn is_equals_sign(query: &str, at: usize) -> bool {
    query[at..]
        .strip_prefix('=')
        .and_then(|rest| rest.chars().next())
        .is_some_and(|next| !next.is_whitespace() && !is_bracket(next))
}

/// The text between quotation marks, the first of which stands at `at`, and where the query goes on.
fn quoted(query: &str, at: usize) -> Result<(Range<usize>, usize), Mistake> {
    let mut rest = query[at..].char_indices();
    let open = rest.next().map_or('"', |(_, c)| c);
    let closing = closing(open).unwrap_or_default();
    let start = at + open.len_utf8();
    match rest.find(|(_, c)| closing.contains(c)) {
        Some((end, c)) => Ok((start..at + end, at + end + c.len_utf8())),
        None => Err(Mistake::new("script-unclosed", at..start)),
    }
}

fn plain(query: &str, at: usize) -> (Range<usize>, usize) {
    let end = query[at..].find(ends_plain).map_or(query.len(), |n| at + n);
    (at..end, end)
}

/// A filter at a place, and where the query goes on. A word with a colon and a blank behind it is no filter, unless there is one of
/// that name.
fn filter(query: &str, at: usize) -> Result<Option<(Filter, usize)>, Mistake> {
    let rest = &query[at..];
    let Some(length) = rest.find(|c: char| !c.is_alphabetic() && c != '-') else {
        return Ok(None);
    };
    if length == 0 || !rest[length..].starts_with(':') {
        return Ok(None);
    }
    let (name, value_at) = (&rest[..length], at + length + 1);
    let next = query[value_at..].chars().next();
    let has_value = next.is_some_and(|c| !c.is_whitespace());
    let Some((field, example)) = Field::named(name) else {
        if !has_value {
            return Ok(None);
        }
        let names = Field::ALL.iter().map(|(_, name, _)| format!("{name}:"));
        return Err(Mistake::new("script-no-filter", at..value_at)
            .words("name", name)
            .value("filters", Said::Either(names.collect())));
    };
    if !has_value || next.is_some_and(is_bracket) {
        return Err(Mistake::new("script-say-value", at..value_at).words("example", example));
    }
    let (value, end) = if next.is_some_and(|c| closing(c).is_some()) {
        quoted(query, value_at)?
    } else {
        plain(query, value_at)
    };
    let filter = Filter {
        field,
        value: query[value].to_owned(),
        start: at,
        end,
    };
    Ok(Some((filter, end)))
}

/// AND, OR and NOT in capitals, and `near/5`; in small letters they are words, but for `near/`.
fn operator(text: &str, at: usize) -> Result<Option<Kind>, Mistake> {
    match text {
        "AND" => return Ok(Some(Kind::And)),
        "OR" => return Ok(Some(Kind::Or)),
        "NOT" => return Ok(Some(Kind::Not)),
        _ => {}
    }
    let number = match text.strip_prefix("NEAR") {
        Some("") => "",
        rest => {
            let rest = rest.or_else(|| text.strip_prefix("near"));
            let Some(number) = rest.and_then(|rest| rest.strip_prefix('/')) else {
                return Ok(None);
            };
            number
        }
    };
    let is_number = matches!(number.len(), 1 | 2) && number.bytes().all(|b| b.is_ascii_digit());
    match number.parse::<usize>() {
        Ok(n) if is_number && n > 0 => Ok(Some(Kind::Near(n))),
        _ => Err(Mistake::new("script-near-number", at..at + text.len())),
    }
}

/// The words of a token: in order and next to each other, since `U.S.` and `4+2` typed whole are phrases.
fn words_of(query: &str, text: Range<usize>) -> Result<Option<Vec<String>>, Mistake> {
    let mut words = Vec::new();
    let found = patterns(&query[text.clone()]);
    for (at, Word { folded, range }) in found.iter().enumerate() {
        if !folded.chars().all(|c| matches!(c, '*' | '?')) {
            words.push(folded.clone());
            continue;
        }
        // Only letters that are words of their own stand beside a sign without a blank: 戈? and *夫 say no more than 戈 and 夫.
        let before = at > 0 && found[at - 1].range.end == range.start;
        let after = found
            .get(at + 1)
            .is_some_and(|next| next.range.start == range.end);
        if folded == "?" && before && after {
            words.push(folded.clone());
        } else if folded.contains('*') && before == after {
            let place = text.start + range.start..text.start + range.end;
            return Err(Mistake::new("script-star", place));
        }
        // A `?` that touches no letter is a question mark: “Que voulez-vous ?”
    }
    Ok((!words.is_empty()).then_some(words))
}
