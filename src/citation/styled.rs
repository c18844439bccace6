//! A document in a citation style → its citation, and the pattern that those of its turns are filled into.
//!
//! The style is asked at most three times a document, never once a turn: for the document, for a speaker with a family name, and for one who is
//! only called something (“Speaker not marked”). Stand-ins, letters of a script that no archive is written in, show where the style puts
//! what differs from turn to turn. What a style has no place for (whose record it is, who speaks under a document that has an author,
//! the address of a turn) is added, so that no citation leaves it out.

use super::item::{self, Item, Name};
use super::remarks;
use super::slots::{Pattern, Piece, Slot, Speaker};
use crate::csl::{Style, Styles};
use crate::site::{DocumentEntry, Site};
use crate::source::caught;
use hayagriva::citationberg::json;
use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::citationberg::{IndependentStyle, Locale, LocaleCode, StyleClass};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest,
    ElemChildren, LocatorPayload, SpecificLocator,
};

/// A document in one style.
pub struct Styled {
    /// The style's file, without the ending.
    pub name: String,
    /// What the style calls itself.
    pub title: String,
    /// The document's citation.
    pub document: String,
    /// That of a passage whose speaker has a family name.
    pub named: Pattern,
    /// That of a passage whose speaker is only called something.
    pub literal: Pattern,
}

/// Stand-ins: capitals of the Deseret alphabet, which styles treat as any capitals; the second letter of a given name is small.
const FAMILY: &str = "𐐀";
const GIVEN: &str = "𐐁𐐩 𐐂𐐪";
const FIRST: char = '𐐁';
const SECOND: char = '𐐂';
const PLACE: &str = "𐐃";
const ANCHOR: &str = "𐐄";
const SPEAKER: &str = "𐐅";

/// A document in all styles of the archive. A style that cannot cope with the document is left out.
pub(super) fn all(site: &Site, document: &DocumentEntry, speakers: &[Speaker]) -> Vec<Styled> {
    let whole = item::of_document(site, document);
    let is_deseret = |c: char| ('\u{10400}'..='\u{1044F}').contains(&c);
    if whole.to_string().contains(is_deseret) {
        return Vec::new();
    }
    let forms = Forms {
        site,
        document,
        whole,
        has_families: speakers.iter().any(|one| one.family.is_some()),
    };
    let styles = site.styles.all().iter();
    // A style is somebody's program: where it fails, the others are still there.
    styles
        .filter_map(|style| caught(|| forms.styled(style)).ok().flatten())
        .collect()
}

struct Forms<'a> {
    site: &'a Site,
    document: &'a DocumentEntry,
    whole: Item,
    /// Whether anybody who speaks has a family name.
    has_families: bool,
}

impl Forms<'_> {
    fn styled(&self, style: &Style) -> Option<Styled> {
        let address = item::page_address(self.site, self.document);
        let mut facts = remarks(self.site, self.document);
        facts.extend(item::inexact(self.document).map(|date| format!("date: {date}")));
        let facts = format!(" [{}]", facts.join("; "));
        let is_lasting = self.document.record.lasting.is_some();
        let asked = Asked {
            style: style.rules(self.whole.work()),
            styles: &self.site.styles,
        };
        let document = asked.text(&self.whole, None)?;
        let author = self.document.record.author.as_ref();
        let passage = |name: Name| -> Option<Pattern> {
            let mut item = self.whole.clone();
            if author.is_none() {
                item.set_authors(&[name]);
            }
            if let Some(address) = address.as_ref().filter(|_| !is_lasting) {
                item.set_address(&format!("{address}#{ANCHOR}"));
            }
            let pattern = pattern(&asked.text(&item, Some(PLACE))?);
            Some(self.complete(pattern, address.as_deref(), &facts))
        };
        let literal = passage(Name::Whole(SPEAKER.to_owned()))?;
        Some(Styled {
            name: style.name.clone(),
            title: style.title.clone(),
            document: format!("{document}{facts}"),
            // Styles are slow: they are asked only for what somebody needs.
            named: if self.has_families && author.is_none() {
                passage(Name::Parts(FAMILY.to_owned(), GIVEN.to_owned()))?
            } else {
                literal.clone()
            },
            literal,
        })
    }

    /// Adds what the style has no place for.
    fn complete(&self, found: Pattern, address: Option<&str>, facts: &str) -> Pattern {
        let mut out = Pattern::default();
        let has_speaker = found.leaves_open(Slot::Speaker) || found.leaves_open(Slot::Family);
        if !has_speaker {
            out.open(Slot::Speaker);
            out.text(if self.document.record.author.is_some() {
                ", quoted in "
            } else {
                ", in "
            });
        }
        let has_place = found.leaves_open(Slot::Place);
        let has_anchor = found.leaves_open(Slot::Anchor);
        for piece in found.pieces {
            match piece {
                Piece::Text(text) => out.text(&text),
                Piece::Open(..) => out.pieces.push(piece),
            }
        }
        if !has_place {
            out.text(" Cited here: ");
            out.open(Slot::Place);
            out.text(".");
        }
        if let Some(address) = address.filter(|_| !has_anchor) {
            out.text(&format!(" {address}#"));
            out.open(Slot::Anchor);
            out.text(".");
        }
        out.text(facts);
        out
    }
}

/// A style and the words it shares with others.
struct Asked<'a> {
    style: &'a IndependentStyle,
    styles: &'a Styles,
}

impl Asked<'_> {
    /// A note in styles of notes; else what the list of works says, and what stands in the text.
    fn text(&self, item: &Item, place: Option<&str>) -> Option<String> {
        let item: json::Item = serde_json::from_value(item.to_format()).ok()?;
        let locales: &[Locale] = self.styles.locales();
        let locale = || match &self.style.default_locale {
            Some(locale) => Some(locale.clone()),
            None => Some(LocaleCode::en_us()),
        };
        let cited = |note| {
            let place = place.map(|p| SpecificLocator(Locator::Custom, LocatorPayload::Str(p)));
            let items = vec![CitationItem::with_locator(&item, place)];
            CitationRequest::new(items, self.style, locale(), locales, note)
        };
        let note = match self.style.settings.class {
            StyleClass::Note => Some(1),
            StyleClass::InText => None,
        };
        let mut driver = BibliographyDriver::new();
        driver.citation(cited(note));
        let rendered = driver.finish(BibliographyRequest::new(self.style, locale(), locales));
        let cited = rendered.citations.first();
        let cited = cited.map(|cited| plain(&cited.citation));
        let listed = rendered
            .bibliography
            .and_then(|list| list.items.into_iter().next());
        let text = match listed {
            // Notes need no list of works.
            None => cited?,
            Some(listed) => {
                let first = listed.first_field;
                let first = first.map(|field| plain(&ElemChildren(vec![field])));
                let listed = format!("{}{}", first.unwrap_or_default(), plain(&listed.content));
                let end = if listed.ends_with('.') { "" } else { "." };
                match cited.filter(|_| place.is_some()) {
                    Some(cited) => format!("{listed}{end} In the text: {cited}."),
                    None => format!("{listed}{end}"),
                }
            }
        };
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }
}

fn plain(content: &ElemChildren) -> String {
    let mut out = String::new();
    // Writing into a string does not fail.
    let _ = content.write_buf(&mut out, BufWriteFormat::Plain);
    out
}

/// A text with stand-ins → a pattern.
fn pattern(text: &str) -> Pattern {
    let mut out = Pattern::default();
    let mut rest = text;
    let is_stand_in = |c: char| ('\u{10400}'..='\u{1044F}').contains(&c);
    while let Some(at) = rest.find(is_stand_in) {
        out.text(&rest[..at]);
        rest = &rest[at..];
        let one = |slot| (slot, rest.chars().next().map_or(0, char::len_utf8));
        let (slot, len) = if rest.starts_with(GIVEN) {
            (Slot::Given, GIVEN.len())
        } else if rest.starts_with(FAMILY) {
            one(Slot::Family)
        } else if rest.starts_with(PLACE) {
            one(Slot::Place)
        } else if rest.starts_with(ANCHOR) {
            one(Slot::Anchor)
        } else if rest.starts_with(SPEAKER) {
            one(Slot::Speaker)
        } else {
            let between = rest.strip_prefix(FIRST).and_then(|after| {
                let second = after.find(SECOND)?;
                Some(&after[..second])
            });
            let (between, len) = match between {
                Some(between) => (
                    between,
                    FIRST.len_utf8() + between.len() + SECOND.len_utf8(),
                ),
                None => ("", one(Slot::Initials).1),
            };
            let piece = Piece::Open(Slot::Initials, between.to_owned());
            out.pieces.push(piece);
            rest = &rest[len..];
            continue;
        };
        out.open(slot);
        rest = &rest[len..];
    }
    out.text(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use std::path::Path;

    #[test]
    fn a_style_for_one_type_of_work_says_of_it_what_the_whole_style_says() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let sources = crate::source::load(folder).unwrap();
        let site = crate::compile(&sources, &mut Diagnostics::new());
        let styles = &site.styles;
        let mut n_texts = 0;
        for style in styles.all() {
            let file = folder.join(format!("templates/styles/{}.csl", style.name));
            let whole = std::fs::read_to_string(file).unwrap();
            let mut whole = IndependentStyle::from_xml(&whole).unwrap();
            if whole.settings.class == StyleClass::Note {
                whole.bibliography = None;
            }
            for document in &site.documents {
                let mut item = item::of_document(&site, document);
                for _ in 0..2 {
                    let says = |style, place| Asked { style, styles }.text(&item, place);
                    for place in [None, Some("turn 2")] {
                        let said = says(style.rules(item.work()), place);
                        assert_eq!(said, says(&whole, place), "{}", style.name);
                        n_texts += usize::from(said.is_some());
                    }
                    item.set_authors(&[Name::Whole("The Secretary".to_owned())]);
                }
            }
        }
        assert_eq!(n_texts, 3 * site.documents.len() * 4);
    }

    #[test]
    fn stand_ins_become_open_places_in_any_order_and_form() {
        let speaker = Speaker {
            speaker: "Mikhail S. Gorbachev".to_owned(),
            family: Some("Gorbachev".to_owned()),
            given: Some("Mikhail S.".to_owned()),
        };
        let fill = |text: &str| pattern(text).fill(&speaker, "turn 2", "t2");
        assert_eq!(fill("𐐁𐐩 𐐂𐐪 𐐀, 𐐃."), "Mikhail S. Gorbachev, turn 2.");
        assert_eq!(fill("𐐀, 𐐁. 𐐂. #𐐄"), "Gorbachev, M. S. #t2");
        assert_eq!(fill("𐐅, in 𐐃"), "Mikhail S. Gorbachev, in turn 2");
    }
}
