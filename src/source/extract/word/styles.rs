//! What the styles of a Word document set apart in print: bold, small capitals, underlined.

use super::paragraphs::{is_on, value};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// How words are set; `None` where nothing is said of it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Look {
    bold: Option<bool>,
    small_capitals: Option<bool>,
    underlined: Option<bool>,
}

/// Styles that build on each other are followed no further than this: some do so in a circle.
const LONGEST_CHAIN: usize = 32;

impl Look {
    /// Takes over what a property of a run or style says.
    pub(super) fn take(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "b" => self.bold = Some(is_on(tag)),
            "smallCaps" => self.small_capitals = Some(is_on(tag)),
            "u" => {
                let is_none = value(tag, "val").is_some_and(|kind| kind == "none");
                self.underlined = Some(!is_none);
            }
            _ => {}
        }
    }

    /// What this one says, and where it says nothing the other.
    fn or(self, other: Look) -> Look {
        Look {
            bold: self.bold.or(other.bold),
            small_capitals: self.small_capitals.or(other.small_capitals),
            underlined: self.underlined.or(other.underlined),
        }
    }

    /// Whether words are set apart: as the run itself says, else as the styles of its paragraph and of the run do. Bold in bold, and
    /// small capitals in small capitals, are plain.
    pub(super) fn is_strong(self, of_paragraph: Look, of_run: Look) -> bool {
        let is = |own: Option<bool>, paragraph: Option<bool>, run: Option<bool>| {
            own.unwrap_or((paragraph == Some(true)) != (run == Some(true)))
        };
        let underlined = self
            .underlined
            .or(of_run.underlined)
            .or(of_paragraph.underlined);
        is(self.bold, of_paragraph.bold, of_run.bold)
            || is(
                self.small_capitals,
                of_paragraph.small_capitals,
                of_run.small_capitals,
            )
            || underlined == Some(true)
    }
}

/// The styles of a document.
#[derive(Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
    /// The style of a paragraph that names none.
    pub(super) of_paragraphs: Look,
}

#[derive(Default)]
struct Style {
    own: Look,
    based_on: Option<String>,
    is_default: bool,
    is_link: bool,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(xml: &str) -> Styles {
        let mut reader = Reader::from_str(xml);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        let mut styles = Styles::default();
        let mut under_way: Option<(String, Style)> = None;
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag) | Event::Empty(tag)) => match tag.local_name().as_ref() {
                    "style" => {
                        let is_default = value(&tag, "default").is_some_and(|on| on != "0")
                            && value(&tag, "type").as_deref() == Some("paragraph");
                        let style = Style {
                            is_default,
                            ..Style::default()
                        };
                        under_way = value(&tag, "styleId").map(|id| (id, style));
                    }
                    name => {
                        let Some((_, style)) = &mut under_way else {
                            continue;
                        };
                        match name {
                            "basedOn" => style.based_on = value(&tag, "val"),
                            "name" => {
                                style.is_link = value(&tag, "val").is_some_and(|name| {
                                    name.to_ascii_lowercase().contains("hyperlink")
                                });
                            }
                            _ => style.own.take(&tag),
                        }
                    }
                },
                Ok(Event::End(tag)) if tag.local_name().as_ref() == "style" => {
                    if let Some((id, style)) = under_way.take() {
                        styles.by_id.entry(id).or_insert(style);
                    }
                }
                Ok(Event::Eof) | Err(_) => break,
                Ok(_) => {}
            }
        }
        let default = styles.by_id.iter().find(|(_, style)| style.is_default);
        if let Some(id) = default.map(|(id, _)| id.clone()) {
            styles.of_paragraphs = styles.look(&id);
        }
        styles
    }

    /// How a style sets words, with those that it builds on.
    pub(super) fn look(&self, id: &str) -> Look {
        let mut look = Look::default();
        let mut next = self.by_id.get(id);
        for _ in 0..LONGEST_CHAIN {
            let Some(style) = next else { break };
            if style.is_link {
                // What leads elsewhere is underlined everywhere.
                return Look::default();
            }
            look = look.or(style.own);
            next = style.based_on.as_ref().and_then(|id| self.by_id.get(id));
        }
        look
    }
}
