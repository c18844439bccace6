//! A text → tags and the text between them, each with its place.
//!
//! quick-xml reads each tag, comment and declaration. It is handed one at a time, so that what is no markup after all (`a < b`, half a
//! tag) costs no more than itself: it is text, and the fault is told.

use super::faults::{Fault, Faults};
use crate::source::Span;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A tag that opens an element.
pub(in super::super) struct Tag<'a> {
    /// The element's name without its prefix.
    pub(in super::super) name: &'a str,
    /// From `<` to `>`.
    pub(in super::super) span: Span,
    /// Whether it closes itself: `<pb/>`.
    pub(in super::super) is_empty: bool,
    start: BytesStart<'a>,
    text: &'a str,
}

impl<'a> Tag<'a> {
    /// The place of an attribute's value, the first of `names` that is there and not empty. Names are compared with their prefix.
    pub(in super::super) fn place(&self, names: &[&str]) -> Option<Span> {
        names.iter().find_map(|name| {
            let found = self
                .start
                .html_attributes()
                .with_checks(false)
                .filter_map(Result::ok)
                .find(|attribute| attribute.key.as_ref() == *name)?;
            let start = (found.value.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)?;
            let span = Span::new(start, start + found.value.len());
            let is_inside = self.span.start <= span.start && span.end <= self.span.end;
            (is_inside && !span.is_empty()).then_some(span)
        })
    }

    /// An attribute's value as written.
    pub(in super::super) fn value(&self, names: &[&str]) -> Option<&'a str> {
        self.place(names).map(|span| &self.text[span.range()])
    }
}

/// What stands at a place.
pub(in super::super) enum Token<'a> {
    /// Text, perhaps with entities.
    Text(Span),
    /// Text without entities.
    Literal(Span),
    /// An element begins.
    Start(Tag<'a>),
    /// An element ends.
    End { name: &'a str, span: Span },
    /// The inside of a document type declaration.
    DocType(&'a str),
}

/// Declarations that run to a mark of their own, with that mark.
const LONG: [(&str, &str); 4] = [
    ("<!--", "-->"),
    ("<![CDATA[", "]]>"),
    ("<?", "?>"),
    ("<!DOCTYPE", ">"),
];

/// The tokens of a text, in order.
pub(in super::super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// Which of [`LONG`] are known to have no end any more.
    endless: [bool; LONG.len()],
}

impl<'a> Tokens<'a> {
    pub(in super::super) fn new(text: &'a str) -> Self {
        Tokens {
            text,
            at: 0,
            endless: [false; LONG.len()],
        }
    }

    /// The next token; comments and processing instructions are none.
    pub(in super::super) fn next(&mut self, faults: &mut Faults) -> Option<Token<'a>> {
        loop {
            let start = self.at;
            let rest = &self.text[start..];
            if rest.is_empty() {
                return None;
            }
            if !rest.starts_with('<') {
                self.at = start + rest.find('<').unwrap_or(rest.len());
                return Some(Token::Text(Span::new(start, self.at)));
            }
            let Some(event) = self.markup(rest) else {
                self.at = start + 1;
                let span = Span::new(start, self.at);
                faults.add(Fault::NoTag, span, "");
                return Some(Token::Literal(span));
            };
            let span = Span::new(start, self.at);
            match event {
                Event::Start(tag) => return Some(self.start(tag, span, false)),
                Event::Empty(tag) => return Some(self.start(tag, span, true)),
                Event::End(_) => {
                    let inside = &self.text[start + 2..span.end - 1];
                    let name = inside.split_ascii_whitespace().next().unwrap_or("");
                    let name = local(name);
                    return Some(Token::End { name, span });
                }
                Event::CData(_) => {
                    let inside = Span::new(start + 9, span.end - 3);
                    return Some(Token::Literal(inside));
                }
                Event::DocType(_) => return Some(Token::DocType(&self.text[span.range()])),
                Event::Text(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::GeneralRef(_)
                | Event::Eof => {}
            }
        }
    }

    /// Reads the markup at the beginning of `rest` and moves behind it; `None` where it is none.
    fn markup(&mut self, rest: &'a str) -> Option<Event<'a>> {
        let long = LONG.iter().position(|(open, _)| {
            rest.get(..open.len())
                .is_some_and(|begin| begin.eq_ignore_ascii_case(open))
        });
        let slice = match long {
            Some(kind) if self.endless[kind] => return None,
            Some(_) => rest,
            None => {
                let name = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
                if !name.starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | ':')) {
                    return None;
                }
                // No tag holds a “<”, so one that does not end before the next is none.
                &rest[..rest[1..].find('<').map_or(rest.len(), |at| at + 1)]
            }
        };
        let mut reader = Reader::from_str(slice);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        let mut event = reader.read_event();
        // Before the first tag there is an empty text.
        if matches!(&event, Ok(Event::Text(text)) if text.is_empty()) {
            event = reader.read_event();
        }
        let end = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        match event {
            Ok(Event::Eof) | Err(_) => {
                if let Some(kind) = long {
                    self.endless[kind] = kind == 3 || !rest.contains(LONG[kind].1);
                }
                None
            }
            Ok(event) => {
                // One declaration is enough; another is no more looked for than an endless one.
                self.endless[3] |= matches!(event, Event::DocType(_));
                self.at += end.min(slice.len());
                Some(event)
            }
        }
    }

    fn start(&self, start: BytesStart<'a>, span: Span, is_empty: bool) -> Token<'a> {
        let name_start = span.start + 1;
        let name = &self.text[name_start..name_start + start.name().as_ref().len()];
        Token::Start(Tag {
            name: local(name),
            span,
            is_empty,
            start,
            text: self.text,
        })
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<String>, usize) {
        let mut faults = Faults::default();
        let mut tokens = Tokens::new(text);
        let mut out = Vec::new();
        while let Some(token) = tokens.next(&mut faults) {
            out.push(match token {
                Token::Text(span) => format!("text {}", &text[span.range()]),
                Token::Literal(span) => format!("literal {}", &text[span.range()]),
                Token::Start(tag) => format!("start {} {:?}", tag.name, tag.value(&["b", "c"])),
                Token::End { name, span } => format!("end {name} {}", &text[span.range()]),
                Token::DocType(inside) => format!("doctype {inside}"),
            });
        }
        (out, faults.len())
    }

    #[test]
    fn tags_have_places_and_attributes() {
        let (tokens, n_faults) = read(
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"y\">]><!-- <q> --><t:a c='x>y' b=\"é\">z</t:a ><d/>",
        );
        assert_eq!(
            tokens,
            [
                "doctype <!DOCTYPE a [<!ENTITY x \"y\">]>",
                "start a Some(\"é\")",
                "text z",
                "end a </t:a >",
                "start d None",
            ]
        );
        assert_eq!(n_faults, 0);
    }

    #[test]
    fn what_is_no_markup_is_text() {
        let (tokens, n_faults) =
            read("a < b <c <d>e<![CDATA[<f>&]]>g <!-- never ends <h b=\"i> </h><!x>");
        assert_eq!(
            tokens,
            [
                "text a ",
                "literal <",
                "text  b ",
                "literal <",
                "text c ",
                "start d None",
                "text e",
                "literal <f>&",
                "text g ",
                "literal <",
                "text !-- never ends ",
                "literal <",
                "text h b=\"i> ",
                "end h </h>",
                "literal <",
                "text !x>",
            ]
        );
        assert_eq!(n_faults, 1);
    }
}
