//! `&eacute;`, `&#233;` and what a file's document type declares → the characters they stand for.
//!
//! Nothing is ever fetched, and no entity is looked for in another: one that stands for others (the way small files are made to grow
//! without end), for markup or for a file is kept as written.

use super::faults::{Fault, Faults};
use crate::source::Span;
use quick_xml::escape::{resolve_html5_entity, resolve_xml_entity};
use std::collections::BTreeMap;

/// The longest text an entity may stand for, in bytes.
const LONGEST: usize = 80;
/// The longest name of an entity, in bytes.
const LONGEST_NAME: usize = 40;

/// The entities a file declares.
pub(in super::super) struct Entities {
    /// `None` for those refused.
    declared: BTreeMap<String, Option<String>>,
    /// How many more bytes declared entities may stand for: all together no more than the file is long.
    n_left: usize,
}

/// A stretch of text with its entities taken apart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in super::super) enum Stretch {
    /// As it stands.
    Same(Span),
    /// Other characters in the place of an entity.
    Instead(String, Span),
}

impl Stretch {
    /// What it says; `source` is the text it was split from.
    pub(in super::super) fn text<'a>(&'a self, source: &'a str) -> &'a str {
        match self {
            Stretch::Same(span) => &source[span.range()],
            Stretch::Instead(meant, _) => meant,
        }
    }
}

impl Entities {
    /// For a file of this length in bytes.
    pub(in super::super) fn new(file_len: usize) -> Self {
        Entities {
            declared: BTreeMap::new(),
            n_left: file_len,
        }
    }

    /// Reads the declarations inside a document type.
    pub(in super::super) fn declare(&mut self, doctype: &str) {
        for declaration in doctype.split("<!ENTITY").skip(1) {
            let declaration = declaration.trim_start();
            let Some((name, rest)) = declaration.split_once(|c: char| c.is_ascii_whitespace())
            else {
                continue;
            };
            if name == "%" {
                continue;
            }
            let rest = rest.trim_start();
            let value = rest.chars().next().and_then(|quote| {
                let is_quote = matches!(quote, '"' | '\'');
                is_quote.then(|| rest[1..].split(quote).next()).flatten()
            });
            let meant = value.and_then(plain);
            // The first declaration holds.
            self.declared.entry(name.to_owned()).or_insert(meant);
        }
    }

    /// Takes a stretch of text apart, in order.
    pub(in super::super) fn split(
        &mut self,
        text: &str,
        span: Span,
        faults: &mut Faults,
    ) -> Vec<Stretch> {
        let mut out = Vec::new();
        let mut copied = span.start;
        let mut at = span.start;
        while let Some(found) = text[at..span.end].find('&') {
            let start = at + found;
            let Some(name) = name_at(&text[start..span.end]) else {
                faults.add(Fault::UnknownEntity, Span::new(start, start + 1), "&");
                at = start + 1;
                continue;
            };
            let reference = Span::new(start, start + name.len() + 2);
            at = reference.end;
            let written = &text[reference.range()];
            match self.resolve(name) {
                Ok(meant) => {
                    if copied < start {
                        out.push(Stretch::Same(Span::new(copied, start)));
                    }
                    out.push(Stretch::Instead(meant, reference));
                    copied = at;
                }
                Err(fault) => faults.add(fault, reference, written),
            }
        }
        if copied < span.end {
            out.push(Stretch::Same(Span::new(copied, span.end)));
        }
        out
    }

    /// The same as one string.
    pub(in super::super) fn text(&mut self, text: &str, span: Span, faults: &mut Faults) -> String {
        self.split(text, span, faults)
            .iter()
            .map(|stretch| stretch.text(text))
            .collect()
    }

    fn resolve(&mut self, name: &str) -> Result<String, Fault> {
        if let Some(meant) = of_everyone(name) {
            return Ok(meant);
        }
        match self.declared.get(name) {
            Some(Some(meant)) if meant.len() <= self.n_left => {
                self.n_left -= meant.len();
                Ok(meant.clone())
            }
            Some(_) => Err(Fault::RefusedEntity),
            // Names that stand in a declaration outside the file, and mean the same everywhere.
            None => resolve_html5_entity(name)
                .map(str::to_owned)
                .ok_or(Fault::UnknownEntity),
        }
    }
}

/// Those that need no declaration: `&amp;`, `&#233;`, `&#xE9;`.
fn of_everyone(name: &str) -> Option<String> {
    if let Some(meant) = resolve_xml_entity(name) {
        return Some(meant.to_owned());
    }
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => number.parse().ok()?,
    };
    // Old files number quotation marks and dashes as Windows did: `&#146;` is ’.
    if let Ok(byte @ 0x80..=0x9F) = u8::try_from(code) {
        let bytes = [byte];
        let (meant, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes);
        return Some(meant.into_owned());
    }
    char::from_u32(code)
        .filter(|c| *c != '\0')
        .map(String::from)
}

/// What a declared value means, if it is nothing but characters.
fn plain(value: &str) -> Option<String> {
    if value.len() > LONGEST || value.contains('<') {
        return None;
    }
    let mut out = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        let (name, after) = after.split_once(';')?;
        out.push_str(before);
        out.push_str(&of_everyone(name)?);
        rest = after;
    }
    out.push_str(rest);
    (!out.is_empty()).then_some(out)
}

/// The name of the entity at the beginning of `text`, which begins with `&`.
fn name_at(text: &str) -> Option<&str> {
    let end = text[1..]
        .bytes()
        .take(LONGEST_NAME)
        .position(|b| b == b';')?;
    let name = &text[1..=end];
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '#' | '.' | '-' | '_' | ':');
    (!name.is_empty() && name.chars().all(is_name)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(doctype: &str, text: &str) -> (String, usize) {
        let mut entities = Entities::new(100);
        entities.declare(doctype);
        let mut faults = Faults::default();
        let read = entities.text(text, Span::new(0, text.len()), &mut faults);
        (read, faults.len())
    }

    #[test]
    fn plain_entities_are_decoded() {
        let doctype = "<!DOCTYPE a [<!ENTITY pound \"&#163;\"> <!ENTITY who 'A &amp; B'><!ENTITY pound 'x'>]>";
        assert_eq!(
            read(
                doctype,
                "&pound;5 &who; &eacute;&#233;&#xe9; &lt;b&gt; &#146;"
            ),
            ("£5 A & B ééé <b> ’".to_owned(), 0)
        );
    }

    #[test]
    fn others_are_kept_as_written() {
        let doctype = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'><!ENTITY d '<p>'>]>";
        let text = "&b; &c; &d; AT&T &nothing; & é&é;";
        assert_eq!(read(doctype, text), (text.to_owned(), 2));
        assert_eq!(read(doctype, "&a;"), ("ha".to_owned(), 0));
    }
}
