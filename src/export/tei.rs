//! `documents/SLUG.tei.xml`: the document as TEI P5, valid against `tei_all`.
//!
//! A turn is `u` with its anchor as `xml:id`; the label as printed is its `note type="speaker"`, in which `rs` holds the name without the
//! mark that ends it. What the classes in the header say of a turn (`ana`) is what the pages say of it. memcon reads the file back to the
//! same turns; where words stand without the brackets that its reader would add, `rend="as-printed"` says so.

mod header;
mod inline;

use super::view::note_kind;
use super::xml::{Xml, person_id, space};
use crate::document::{Block, HeaderKind, Label, NarrationKind, Paragraph, Turn};
use crate::resolve::Attribution;
use crate::site::{DocumentEntry, Other, Site};
use std::collections::BTreeMap;

pub(super) fn render(site: &Site, entry: &DocumentEntry) -> String {
    let mut xml = Xml::mixed();
    xml.line();
    xml.open("TEI", &[("xmlns", "http://www.tei-c.org/ns/1.0")]);
    xml.line();
    header::write(&mut xml, site, entry);
    let language = entry.facts.language.as_deref();
    let language: Vec<(&str, &str)> = language.map(|tag| ("xml:lang", tag)).into_iter().collect();
    xml.open("text", &language);
    xml.line();
    xml.open("body", &[]);
    xml.line();
    Body {
        xml: &mut xml,
        site,
        entry,
        others: site.others(entry),
    }
    .write();
    for name in ["body", "text", "TEI"] {
        xml.close(name);
        xml.line();
    }
    xml.finish()
}

/// The blocks, in order.
struct Body<'x, 'a> {
    xml: &'x mut Xml,
    site: &'a Site,
    entry: &'a DocumentEntry,
    /// Where other records of the conversation have its turns.
    others: BTreeMap<usize, Vec<Other>>,
}

impl Body<'_, '_> {
    fn write(&mut self) {
        let entry = self.entry;
        self.xml.open("div", &[]);
        self.xml.line();
        let mut turn_index = 0;
        // A heading stands at the beginning of a division.
        let mut is_at_top = true;
        for (index, block) in entry.document.blocks.iter().enumerate() {
            let stays_at_top = matches!(block, Block::Heading(_) | Block::Note(_) | Block::Gap(_));
            if matches!(block, Block::Heading(_)) && !is_at_top {
                self.xml.close("div");
                self.xml.line();
                self.xml.open("div", &[]);
                self.xml.line();
            }
            is_at_top = stays_at_top && (is_at_top || matches!(block, Block::Heading(_)));
            match block {
                Block::Turn(turn) => {
                    self.turn(turn, index, turn_index);
                    turn_index += 1;
                }
                Block::Header(header) => {
                    let part = match header.kind {
                        HeaderKind::Title => "title",
                        HeaderKind::Date => "date",
                        HeaderKind::FieldName => "field-name",
                        HeaderKind::FieldText => "field-text",
                        HeaderKind::Other => "other",
                    };
                    let kind = [("type", "header"), ("subtype", part)];
                    self.block("ab", &kind, index, &header.text);
                }
                Block::Heading(text) => self.block("head", &[], index, text),
                Block::Narration(narration) => {
                    let rend: &[(&str, &str)] = match narration.kind {
                        NarrationKind::Text | NarrationKind::LeadIn => &[],
                        NarrationKind::PullQuote => &[("rend", "pull-quote")],
                        NarrationKind::Byline => &[("rend", "byline")],
                    };
                    self.block("p", rend, index, &narration.text);
                }
                Block::Gap(gap) => {
                    inline::gap(self.xml, gap.reason, gap.text.text.text());
                    self.xml.line();
                }
                Block::Note(note) => {
                    let kind = [("type", note_kind(note.kind))];
                    self.block("note", &kind, index, &note.text);
                }
            }
        }
        self.xml.close("div");
        self.xml.line();
    }

    fn block(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        block: usize,
        paragraph: &Paragraph,
    ) {
        let mut attributes = attributes.to_vec();
        attributes.extend(space(paragraph.text.text()));
        self.xml.open(name, &attributes);
        inline::write(self.xml, self.entry, (block, 0), paragraph);
        self.xml.close(name);
        self.xml.line();
    }

    fn turn(&mut self, turn: &Turn, block: usize, index: usize) {
        let entry = self.entry;
        let of_site = &entry.turns[index];
        let attribution = &of_site.attribution;
        let kind = format!(
            "#turn.{} #attribution.{}",
            turn.kind.name(),
            attribution.how()
        );
        let who = attribution.person().map(|id| format!("#{}", person_id(id)));
        let setting = of_site
            .conversation
            .map(|at| format!("#{}", header::setting_id(&entry.conversations[at].id)));
        // What it belongs to: the conversation, and the same turn in the files of other records.
        let others = self.others.get(&index).into_iter().flatten();
        let others = others.map(|other| {
            let document = &self.site.documents[other.document];
            format!(
                "{}.tei.xml#{}",
                document.id,
                document.anchors.turn(other.turn)
            )
        });
        let belongs: Vec<String> = setting.into_iter().chain(others).collect();
        let belongs = (!belongs.is_empty()).then(|| belongs.join(" "));
        let mut attributes = vec![("xml:id", entry.anchors.turn(index))];
        attributes.extend(who.as_deref().map(|who| ("who", who)));
        attributes.push(("ana", &kind));
        attributes.extend(belongs.as_deref().map(|belongs| ("corresp", belongs)));
        self.xml.open("u", &attributes);
        if let Some(label) = &turn.label {
            self.label(label);
        }
        let anchors = entry.anchors.paragraphs(index, turn.paragraphs.len());
        for (at, paragraph) in turn.paragraphs.iter().enumerate() {
            self.xml.line();
            let anchor = anchors[at].iter();
            let anchor = anchor.map(|anchor| ("xml:id", anchor.as_str()));
            let attributes: Vec<(&str, &str)> =
                anchor.chain(space(paragraph.text.text())).collect();
            self.xml.open("seg", &attributes);
            inline::write(self.xml, entry, (block, at), paragraph);
            self.xml.close("seg");
        }
        if let Some(words) = self.why(attribution) {
            self.xml.line();
            let by = [("type", "attribution"), ("resp", "#editors")];
            self.xml.text_with("note", &by, &words);
        }
        self.xml.line();
        self.xml.close("u");
        self.xml.line();
    }

    fn label(&mut self, label: &Label) {
        self.xml.line();
        let mut attributes = vec![("type", "speaker")];
        attributes.extend(space(label.text.text()));
        self.xml.open("note", &attributes);
        self.xml.text("rs", label.name());
        self.xml.words(&label.text.text()[label.name_len..]);
        self.xml.close("note");
    }

    /// What the editors decided, or who fits, in words.
    fn why(&self, attribution: &Attribution) -> Option<String> {
        match attribution {
            Attribution::ByRecord { reason, .. } => Some(reason.clone()),
            Attribution::Ambiguous { candidates } => {
                let names: Vec<&str> = candidates
                    .iter()
                    .map(|id| self.site.people.get(id).map_or(id.as_str(), |p| &p.name))
                    .collect();
                Some(format!("{}: not decided", names.join(" or ")))
            }
            Attribution::Known { .. }
            | Attribution::Provisional { .. }
            | Attribution::Collective
            | Attribution::Unidentified
            | Attribution::Unmarked => None,
        }
    }
}
