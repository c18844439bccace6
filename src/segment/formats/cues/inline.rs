//! The small markup inside cues and cells: tags, entities, doubled quotation marks.

use crate::source::Span;

/// A stretch of marked-up text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in super::super) enum Token<'a> {
    /// Words as they stand.
    Words(Span),
    /// A character written by several others: `&amp;`, `""`.
    Char(char, Span),
    /// A tag.
    Tag(Tag<'a>),
}

/// `<v.loud Anna Berg>`, `</i>`, `{\an8}`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in super::super) struct Tag<'a> {
    /// Its name without classes: `v`; empty for times and for `{…}`.
    pub(in super::super) name: &'a str,
    /// Whether it closes.
    pub(in super::super) is_end: bool,
    /// What stands in it after the name: `Anna Berg`.
    pub(in super::super) annotation: Span,
    /// All of it.
    pub(in super::super) span: Span,
}

impl Tag<'_> {
    /// Whether the tag sets words apart in print.
    pub(in super::super) fn is_emphasis(&self) -> bool {
        ["i", "b", "u", "em", "strong"]
            .iter()
            .any(|name| self.name.eq_ignore_ascii_case(name))
    }

    /// Whether the tag ends a line.
    pub(in super::super) fn is_break(&self) -> bool {
        ["br", "p", "div"]
            .iter()
            .any(|name| self.name.eq_ignore_ascii_case(name))
    }
}

/// How quotation marks are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in super::super) enum Quotes {
    /// Once.
    Single,
    /// Twice, as in the quoted cells of a table.
    Doubled,
}

/// The longest tag and the longest entity, in bytes: what is longer is text.
const LONGEST_TAG: usize = 400;
const LONGEST_ENTITY: usize = 12;

/// Tags that are taken for markup; any other `<…>` is text.
const TAGS: [&str; 17] = [
    "v", "c", "i", "b", "u", "em", "strong", "ruby", "rt", "lang", "font", "span", "br", "p", "a",
    "div", "s",
];

/// The entities that occur in captions and tables; those written by number need no list.
const ENTITIES: [(&str, char); 22] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("agrave", 'à'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
];

/// Cuts a span of `text` into words, characters and tags, in order and without holes.
pub(in super::super) fn tokens(text: &str, span: Span, quotes: Quotes) -> Tokens<'_> {
    Tokens {
        text,
        at: span.start,
        end: span.end,
        quotes,
    }
}

/// See [`tokens`].
pub(in super::super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    quotes: Quotes,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if self.at >= self.end {
            return None;
        }
        let start = self.at;
        let mut from = start;
        loop {
            let rest = &self.text[from..self.end];
            let Some(found) = rest.find(['<', '&', '{', '"']) else {
                self.at = self.end;
                return Some(Token::Words(Span::new(start, self.end)));
            };
            let special = from + found;
            let Some(token) = self.special(special) else {
                from = special + 1;
                continue;
            };
            if special > start {
                self.at = special;
                return Some(Token::Words(Span::new(start, special)));
            }
            self.at = match token {
                Token::Words(span) | Token::Char(_, span) => span.end,
                Token::Tag(tag) => tag.span.end,
            };
            return Some(token);
        }
    }
}

impl<'a> Tokens<'a> {
    fn special(&self, at: usize) -> Option<Token<'a>> {
        let rest = &self.text[at..self.end];
        match rest.as_bytes()[0] {
            b'<' => self.tag(at),
            b'&' => {
                let (c, len) = entity(rest)?;
                Some(Token::Char(c, Span::new(at, at + len)))
            }
            b'{' => {
                // `{\an8}` places a subtitle on the screen.
                let len = closing(rest, '}')?;
                let span = Span::new(at, at + len);
                rest.starts_with("{\\").then_some(Token::Tag(Tag {
                    name: "",
                    is_end: false,
                    annotation: Span::new(span.end, span.end),
                    span,
                }))
            }
            _ => (self.quotes == Quotes::Doubled && rest.starts_with("\"\""))
                .then_some(Token::Char('"', Span::new(at, at + 2))),
        }
    }

    fn tag(&self, at: usize) -> Option<Token<'a>> {
        let len = closing(&self.text[at..self.end], '>')?;
        let span = Span::new(at, at + len);
        let inside = &self.text[at + 1..span.end - 1];
        let (is_end, inside) = match inside.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, inside),
        };
        let name_len = inside
            .find(|c: char| c.is_whitespace() || matches!(c, '.' | '/'))
            .unwrap_or(inside.len());
        let name = &inside[..name_len];
        // `<00:00:01.500>`: karaoke.
        let is_time = !is_end
            && inside.contains(':')
            && inside
                .bytes()
                .all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b','));
        if !is_time && !TAGS.iter().any(|known| name.eq_ignore_ascii_case(known)) {
            return None;
        }
        let blank = inside.find(char::is_whitespace).unwrap_or(inside.len());
        let annotation = inside[blank..].trim();
        let start = span.end - 1 - inside[blank..].trim_start().len();
        Some(Token::Tag(Tag {
            name: if is_time { "" } else { name },
            is_end,
            annotation: Span::new(start, start + annotation.len()),
            span,
        }))
    }
}

/// The length up to and with the closing sign, if it stands in the same line and not too far away.
fn closing(rest: &str, close: char) -> Option<usize> {
    let mut window = rest.len().min(LONGEST_TAG);
    while !rest.is_char_boundary(window) {
        window -= 1;
    }
    let inside = &rest[1..window];
    let len = inside.find(close)?;
    (!inside[..len].contains(['<', '{'])).then_some(1 + len + close.len_utf8())
}

/// The character an entity at the beginning of `rest` stands for, and its length.
fn entity(rest: &str) -> Option<(char, usize)> {
    let len = rest
        .bytes()
        .take(LONGEST_ENTITY)
        .position(|byte| byte == b';')?;
    let name = &rest[1..len];
    let c = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(code).filter(|c| !c.is_control() || c.is_whitespace())?
    } else {
        ENTITIES.iter().find(|(known, _)| *known == name)?.1
    };
    Some((c, len + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, quotes: Quotes) -> Vec<String> {
        tokens(text, Span::new(0, text.len()), quotes)
            .map(|token| match token {
                Token::Words(span) => text[span.range()].to_owned(),
                Token::Char(c, span) => format!("{c}={}", &text[span.range()]),
                Token::Tag(tag) => format!(
                    "{}{}:{}",
                    if tag.is_end { "/" } else { "" },
                    tag.name,
                    &text[tag.annotation.range()]
                ),
            })
            .collect()
    }

    #[test]
    fn tags_and_entities_are_found() {
        assert_eq!(
            read(
                "<v.loud Anna  Berg>Q&amp;A<00:01.000> <c.x>b</c>",
                Quotes::Single
            ),
            [
                "v:Anna  Berg",
                "Q",
                "&=&amp;",
                "A",
                ":",
                " ",
                "c:",
                "b",
                "/c:"
            ]
        );
        assert_eq!(read("{\\an8}a <br/>", Quotes::Single), [":", "a ", "br:"]);
    }

    #[test]
    fn what_is_no_markup_is_text() {
        for text in [
            "I <3 you & all",
            "a < b > c",
            "&nosuch; &",
            "<unclosed",
            "{x} <!>",
            "\"\"",
        ] {
            assert_eq!(read(text, Quotes::Single), [text]);
        }
        assert_eq!(
            read("a \"\"b\"\"", Quotes::Doubled),
            ["a ", "\"=\"\"", "b", "\"=\"\""]
        );
    }
}
