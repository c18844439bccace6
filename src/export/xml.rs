//! A small face for the XML writer: elements with text, every text fit for XML 1.0.

use crate::authority::PersonId;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use std::borrow::Cow;

/// An XML file being written.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// Begins a file with its declaration.
    pub(super) fn new() -> Self {
        let mut xml = Xml(Writer::new_with_indent(Vec::new(), b' ', 2));
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        xml
    }

    /// Begins a file with its declaration. Elements stand where they are put: a line's end is written by [`Xml::line`] alone.
    pub(super) fn mixed() -> Self {
        let mut xml = Xml(Writer::new(Vec::new()));
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        xml
    }

    /// A line's end.
    pub(super) fn line(&mut self) {
        self.event(Event::Text(BytesText::from_escaped("\n")));
    }

    /// Words.
    pub(super) fn words(&mut self, words: &str) {
        self.event(Event::Text(BytesText::new(&legal(words))));
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let start = start(name, attributes);
        self.event(Event::Start(start));
    }

    /// Closes it.
    pub(super) fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element with nothing but attributes.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let start = start(name, attributes);
        self.event(Event::Empty(start));
    }

    /// An element with nothing but text.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.text_with(name, &[], text);
    }

    /// An element with attributes and text.
    pub(super) fn text_with(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.words(text);
        self.close(name);
    }

    /// The file.
    pub(super) fn finish(self) -> String {
        let mut text =
            String::from_utf8(self.0.into_inner()).expect("the writer is given nothing but UTF-8");
        text.push('\n');
        text
    }

    fn event(&mut self, event: Event<'_>) {
        self.0
            .write_event(event)
            .expect("writing to memory does not fail");
    }
}

fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, legal(value).as_ref()));
    }
    start
}

/// XML 1.0 has no way to write most control characters; a place holder stands for them.
fn legal(text: &str) -> Cow<'_, str> {
    let is_illegal = |c: char| matches!(c, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if text.contains(is_illegal) {
        Cow::Owned(text.replace(is_illegal, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Where two blanks stand together, or a tab, they count.
pub(super) fn space(text: &str) -> Option<(&'static str, &'static str)> {
    let counts = text.contains("  ") || text.contains('\t');
    counts.then_some(("xml:space", "preserve"))
}

/// The identifier of a person in a file.
pub(super) fn person_id(person: &PersonId) -> String {
    xml_id("person", person.as_str())
}

/// An identifier of XML (`NCName`) made from one of ours; what XML does not allow in one is written by its number.
pub(super) fn xml_id(kind: &str, id: &str) -> String {
    let mut out = format!("{kind}.");
    for c in id.chars() {
        let is_plain = c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
        if is_plain || !c.is_ascii() && c.is_alphabetic() && is_of_names(c) {
            out.push(c);
        } else {
            out.push_str(&format!("_{:x}_", u32::from(c)));
        }
    }
    out
}

/// The ranges of letters that XML 1.0 (fifth edition) allows in names, as far as they are the same in the editions before.
fn is_of_names(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{2ff}' | '\u{386}'..='\u{52f}' | '\u{5d0}'..='\u{5ea}' | '\u{620}'..='\u{64a}'
        | '\u{3041}'..='\u{3094}' | '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fa5}' | '\u{ac00}'..='\u{d7a3}')
        && !matches!(c, '\u{d7}' | '\u{f7}')
}
