//! The paragraphs of a document with everything known about their words: marks, mentions, terms, notes.

use super::breaks;
use super::footnotes::{self, End, Sign};
use super::html::Html;
use super::links::Links;
use super::paragraph::{self, Stretch, What};
use crate::document::{Block, MarkKind, Paragraph};
use crate::language;
use crate::site::parts::note_anchor;
use crate::site::{DocumentEntry, Index, PlacedNote, Site};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A paragraph, ready to be placed.
#[derive(Serialize)]
pub(super) struct ParagraphView {
    /// Its anchor, where its turn has several.
    pub(super) anchor: Option<String>,
    /// What the link to it is called.
    pub(super) link_label: String,
    /// Its words.
    pub(super) text_html: Html,
    /// The editors' notes on it.
    pub(super) notes: Vec<NoteView>,
}

/// An editors' note or correction beside the text.
#[derive(Serialize)]
pub(super) struct NoteView {
    /// A note's number, from 1 through the document; `sic` of a correction.
    pub(super) sign: String,
    /// Its anchor; that of its sign ends with `-sign`.
    pub(super) anchor: String,
    /// What it is called: “Editors’ note 1”.
    pub(super) label: String,
    /// What the way back to the text is called.
    pub(super) back_label: String,
    /// The words it explains.
    pub(super) words: String,
    /// What is meant by words printed wrongly.
    pub(super) read: Option<String>,
    /// What it says; why the editors think so.
    pub(super) text: Option<String>,
    /// “Editors’ note.”, “Correction by the editors.”
    pub(super) by: String,
    /// The direction of the pages, where it is not that of the text around.
    pub(super) direction: Option<&'static str>,
}

/// Renders the paragraphs of one block after the other.
pub(super) struct Inline<'a> {
    site: &'a Site,
    document: &'a DocumentEntry,
    links: &'a Links<'a>,
    /// What the anchors of notes begin with.
    prefix: String,
    /// The signs of printed footnotes, by block and paragraph.
    footnotes: BTreeMap<(usize, usize), Vec<Sign>>,
    /// Terms of the glossary met so far.
    terms_met: BTreeSet<usize>,
}

impl<'a> Inline<'a> {
    /// For one document.
    pub(super) fn new(site: &'a Site, document: &'a DocumentEntry, links: &'a Links<'a>) -> Self {
        Inline {
            site,
            document,
            links,
            prefix: String::new(),
            footnotes: footnotes::signs(document),
            terms_met: BTreeSet::new(),
        }
    }

    /// For words quoted in another page, where the anchors of notes begin with `prefix`, so that each is there once.
    pub(super) fn quoted(
        site: &'a Site,
        document: &'a DocumentEntry,
        links: &'a Links<'a>,
        prefix: &str,
    ) -> Self {
        Inline {
            prefix: format!("{prefix}-"),
            // A footnote is not quoted with the words it belongs to.
            footnotes: BTreeMap::new(),
            ..Inline::new(site, document, links)
        }
    }

    /// The paragraphs of a block; a term is explained where the block first uses it.
    pub(super) fn paragraphs(&mut self, block_index: usize, block: &Block) -> Vec<ParagraphView> {
        let explained = match block {
            Block::Turn(_) | Block::Narration(_) => first_terms(self.site, block.paragraphs()),
            Block::Header(_) | Block::Heading(_) | Block::Gap(_) | Block::Note(_) => Vec::new(),
        };
        self.terms_met.extend(explained.iter().map(|met| met.term));
        block
            .paragraphs()
            .iter()
            .enumerate()
            .map(|(index, paragraph)| self.paragraph(block_index, index, paragraph, &explained))
            .collect()
    }

    /// Where a term is explained: at the foot of its document, or in the glossary for words quoted elsewhere.
    fn term_url(&self, term: usize) -> String {
        let anchor = paragraph::term_anchor(term);
        if self.prefix.is_empty() {
            return format!("#{anchor}");
        }
        let name = &self.site.terms[term].term;
        self.links.in_index(Index::Glossary, name, &anchor)
    }

    /// The terms of the glossary explained so far, by position in the glossary.
    pub(super) fn terms_met(&self) -> impl Iterator<Item = usize> {
        self.terms_met.iter().copied()
    }

    fn paragraph(
        &self,
        block: usize,
        index: usize,
        paragraph: &Paragraph,
        explained: &[MetTerm],
    ) -> ParagraphView {
        let text = paragraph.text.text();
        let mut stretches: Vec<Stretch> = paragraph
            .marks
            .iter()
            .map(|mark| Stretch {
                range: mark.range.clone(),
                what: match mark.kind {
                    MarkKind::PageBreak => {
                        let say = &self.site.interface;
                        breaks::what(say, self.document, paragraph, mark.range.start)
                    }
                    kind => What::Mark {
                        kind,
                        language: self.language(kind, text.get(mark.range.clone())),
                    },
                },
            })
            .collect();
        // Mentions are in order of place.
        let mentions = &self.document.mentions;
        let first = mentions.partition_point(|m| (m.block, m.paragraph) < (block, index));
        for mention in mentions[first..]
            .iter()
            .take_while(|m| (m.block, m.paragraph) == (block, index))
        {
            if let Some(url) = self.links.person(&mention.person) {
                stretches.push(Stretch {
                    range: mention.range.clone(),
                    what: What::Mention { url },
                });
            }
        }
        for met in explained.iter().filter(|met| met.paragraph == index) {
            stretches.push(Stretch {
                range: met.range.clone(),
                what: What::Term {
                    url: self.term_url(met.term),
                    explanation: self.site.terms[met.term].expansion.clone(),
                },
            });
        }
        let notes = self.notes((block, index), text);
        stretches.extend(notes.iter().map(|(range, note)| Stretch {
            range: range.clone(),
            what: What::Note {
                sign: note.sign.clone(),
                label: note.label.clone(),
                anchor: note.anchor.clone(),
            },
        }));
        let signs = self.footnotes.get(&(block, index)).into_iter().flatten();
        for sign in signs {
            // A link that is cut in two would have its anchor twice.
            let inside = |at| sign.range.start < at && at < sign.range.end;
            let cuts = |other: &Stretch| inside(other.range.start) || inside(other.range.end);
            if !stretches.iter().any(cuts) {
                stretches.push(self.footnote(sign, text));
            }
        }
        ParagraphView {
            anchor: None,
            link_label: String::new(),
            text_html: paragraph::render(text, &stretches),
            notes: notes.into_iter().map(|(_, note)| note).collect(),
        }
    }

    /// The editors' notes and corrections on a paragraph, in order, with the words they are for.
    fn notes(&self, here: (usize, usize), text: &str) -> Vec<(Range<usize>, NoteView)> {
        let say = &self.site.interface;
        let direction = super::own_direction(self.site, self.document);
        let words = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default().to_owned();
        let mut notes = Vec::new();
        let corrections = &self.document.document.corrections;
        let first = corrections.partition_point(|one| (one.block, one.paragraph) < here);
        for (index, one) in corrections.iter().enumerate().skip(first) {
            if (one.block, one.paragraph) != here {
                break;
            }
            let read = [("read", (&one.read).into())];
            let view = NoteView {
                sign: "sic".to_owned(),
                anchor: format!("{}sic-{}", self.prefix, index + 1),
                label: say.say("correction", &read),
                back_label: say.say("correction-back", &read),
                words: words(&one.range),
                read: Some(one.read.clone()),
                text: one.reason.clone(),
                by: match &one.by {
                    Some(by) => say.say("correction-by", &[("name", by.into())]),
                    None => say.text("correction-by-editors").to_owned(),
                },
                direction,
            };
            notes.push((one.range.clone(), view));
        }
        let placed = &self.document.notes;
        let first = placed.partition_point(|note| (note.block, note.paragraph) < here);
        let of_here = |note: &PlacedNote| (note.block, note.paragraph) == here;
        let placed = placed.iter().enumerate().skip(first);
        for (index, note) in placed.take_while(|(_, note)| of_here(note)) {
            let number = [("number", (index + 1).into())];
            let view = NoteView {
                sign: (index + 1).to_string(),
                anchor: format!("{}{}", self.prefix, note_anchor(index + 1)),
                label: say.say("editors-note", &number),
                back_label: say.say("editors-note-back", &number),
                words: words(&note.range),
                read: None,
                text: Some(note.text.clone()),
                by: say.text("editors-note-mark").to_owned(),
                direction,
            };
            notes.push((note.range.clone(), view));
        }
        notes.sort_by_key(|(range, _)| range.end);
        notes
    }

    /// The link between a footnote's sign in the text and the footnote.
    fn footnote(&self, sign: &Sign, text: &str) -> Stretch {
        let footnote = format!("footnote-{}", sign.number);
        let in_text = format!("{footnote}-sign");
        let printed = text.get(sign.range.clone()).unwrap_or_default();
        let printed = printed.trim_matches(['[', ']']);
        let label = |id| {
            let sign = [("sign", printed.into())];
            self.site.interface.say(id, &sign)
        };
        let (anchor, to, label) = match sign.end {
            End::Text => (in_text, footnote, label("footnote")),
            End::Footnote => (footnote, in_text, label("footnote-back")),
        };
        Stretch {
            range: sign.range.clone(),
            what: What::Footnote {
                url: format!("#{to}"),
                anchor,
                label,
            },
        }
    }

    /// A gloss is in the original's language.
    fn language(&self, kind: MarkKind, words: Option<&str>) -> Option<String> {
        let original = self.document.facts.original_language.as_deref()?;
        match kind {
            MarkKind::Gloss => words.map(|words| language::of_letters(original, words)),
            MarkKind::Emphasis
            | MarkKind::Stage
            | MarkKind::Gap(_)
            | MarkKind::Supplied
            | MarkKind::Expansion
            | MarkKind::Unclear
            | MarkKind::Note(_)
            | MarkKind::Sic
            | MarkKind::PageBreak => None,
        }
    }
}

/// A term where a block first uses it.
struct MetTerm {
    term: usize,
    paragraph: usize,
    range: Range<usize>,
}

fn first_terms(site: &Site, paragraphs: &[Paragraph]) -> Vec<MetTerm> {
    let mut met: Vec<MetTerm> = Vec::new();
    for (term_index, term) in site.terms.iter().enumerate() {
        let forms = || std::iter::once(&term.term).chain(&term.variants);
        let first = paragraphs
            .iter()
            .enumerate()
            .find_map(|(index, paragraph)| {
                forms()
                    .filter_map(|form| find_word(paragraph.text.text(), form))
                    .min_by_key(|range| (range.start, usize::MAX - range.end))
                    .map(|range| (index, range))
            });
        if let Some((paragraph, range)) = first {
            met.push(MetTerm {
                term: term_index,
                paragraph,
                range,
            });
        }
    }
    // Of two terms that share words the longer is explained: “CSCE process” rather than “CSCE”.
    met.sort_by_key(|m| (m.paragraph, m.range.start, usize::MAX - m.range.end));
    let mut end_of_last = (0, 0);
    met.retain(|m| {
        let free = (m.paragraph, m.range.start) >= end_of_last;
        if free {
            end_of_last = (m.paragraph, m.range.end);
        }
        free
    });
    met
}

/// The first place where a text holds these words whole.
fn find_word(text: &str, word: &str) -> Option<Range<usize>> {
    if word.is_empty() {
        return None;
    }
    text.match_indices(word)
        .map(|(at, _)| at..at + word.len())
        .find(|range| {
            let before = text[..range.start].chars().next_back();
            let after = text[range.end..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_found_as_a_whole_word_only() {
        assert_eq!(find_word("the EUROPE of the EU.", "EU"), Some(18..20));
        assert_eq!(find_word("EUROPE", "EU"), None);
        assert_eq!(find_word("x", ""), None);
    }
}
