//! A small face for the XML writer: elements with text, every text fit for XML 1.0.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An XML file being written.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// Begins a file with its declaration.
    pub(super) fn new() -> Self {
        let mut xml = Xml(Writer::new_with_indent(Vec::new(), b' ', 2));
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        xml
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
        self.open(name, &[]);
        self.event(Event::Text(BytesText::new(&legal(text))));
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
        start.push_attribute((*key, legal(value).as_str()));
    }
    start
}

/// XML 1.0 has no way to write most control characters; a place holder stands for them.
fn legal(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' | '\n' | '\r' => c,
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
            _ => c,
        })
        .collect()
}
