//! Pages of the archive's own, and which words of which document they quote.

use super::DocumentEntry;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::essay::{self, Essay};
use crate::source::TextFile;
use std::collections::BTreeMap;

/// A page of the archive's own.
#[derive(Clone, Debug)]
pub struct Page {
    /// What it says.
    pub essay: Essay,
    /// What it quotes, in the order of [`Essay::asked`]; `None` where there is no such address, which is an error.
    pub passages: Vec<Option<Passage>>,
}

impl Page {
    /// The file, inside the archive.
    pub fn path(&self) -> &str {
        &self.essay.file.path
    }
}

/// Words of a document, from one paragraph to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Passage {
    /// Position of the document in [`super::Site::documents`].
    pub document: usize,
    /// The first paragraph.
    pub first: Spot,
    /// The last paragraph, which belongs to it.
    pub last: Spot,
}

/// A paragraph of a turn, both counted from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Spot {
    /// Position of the turn in [`DocumentEntry::turns`].
    pub turn: usize,
    /// Position of the paragraph in the turn.
    pub paragraph: usize,
}

/// Reads the pages, and looks up what they quote.
pub(super) fn read(
    files: &[TextFile],
    documents: &[DocumentEntry],
    diagnostics: &mut Diagnostics,
) -> Vec<Page> {
    let by_id: BTreeMap<&str, usize> = documents
        .iter()
        .enumerate()
        .map(|(index, document)| (document.id.as_str(), index))
        .collect();
    let mut pages: Vec<Page> = files
        .iter()
        .map(|file| {
            let essay = essay::read(file, diagnostics);
            let mut document = None;
            let mut passages = Vec::new();
            for asked in &essay.asked {
                if !asked.follows {
                    document = None;
                }
                let found = Archive {
                    documents,
                    by_id: &by_id,
                }
                .passage(&asked.words, document);
                if let Err(wrong) = &found {
                    let place = essay.place(asked);
                    let report =
                        Diagnostic::new(Code::UnknownAddress, place, &*wrong.message, &*wrong.help);
                    diagnostics.push(report.labeled("asked for here"));
                }
                let found = found.ok();
                document = found.map(|passage| passage.document).or(document);
                passages.push(found);
            }
            Page { essay, passages }
        })
        .collect();
    // In the order the pages give themselves, else by name; the sort keeps the order of names.
    pages.sort_by_key(|page| page.essay.order.unwrap_or(i64::MAX));
    pages
}

/// Why there is no such passage, and what to write.
struct Wrong {
    message: String,
    help: String,
}

impl Wrong {
    fn new(message: String, nearest: &str) -> Wrong {
        Wrong {
            message,
            help: format!("the nearest address there is: {{{{turn {nearest}}}}}"),
        }
    }
}

/// A place in a turn as an address names it: without a paragraph, the whole turn.
#[derive(Clone, Copy)]
struct Named {
    turn: usize,
    paragraph: Option<usize>,
}

struct Archive<'a> {
    documents: &'a [DocumentEntry],
    by_id: &'a BTreeMap<&'a str, usize>,
}

impl Archive<'_> {
    /// The passage that an address names: `DOCUMENT#t2p14`, `DOCUMENT#t4-t7`, `#t5` of the document before it; also a link to a turn as
    /// it is copied from a page.
    fn passage(&self, words: &str, before: Option<usize>) -> Result<Passage, Wrong> {
        let (name, anchors) = match words.split_once('#') {
            Some((name, anchors)) => (name.trim(), anchors.trim()),
            None => (words, ""),
        };
        let name = name.rsplit('/').next().unwrap_or(name);
        let name = name.strip_suffix(".html").unwrap_or(name);
        let index = match (before, self.by_id.get(name)) {
            (Some(before), None) if name.is_empty() => before,
            (_, Some(index)) => *index,
            (_, None) => return Err(self.no_document(name, anchors)),
        };
        let document = &self.documents[index];
        if document.turns.is_empty() {
            return Err(Wrong {
                message: format!("the document {name} has no turns to quote"),
                help: format!("link to it instead: [title](documents/{name}.html)"),
            });
        }
        let id = document.id.as_str();
        if anchors.is_empty() {
            let message = "no turn is named: the address ends without #t and a number".to_owned();
            let nearest = format!("{id}#{}", document.anchors.turn(0));
            return Err(Wrong::new(message, &nearest));
        }
        let (from, to) = match anchors.split_once(['-', '–', '—']) {
            Some((from, to)) => (
                from.trim_end(),
                Some(to.trim_start_matches(['-', '#', ' '])),
            ),
            None => (anchors, None),
        };
        let missing = |anchor: &str, address: String| {
            let message = format!("there is no {anchor} in the document {id}");
            Err(Wrong::new(message, &format!("{id}#{address}")))
        };
        let first = match find(document, from) {
            Ok(first) => first,
            Err(near) => return missing(from, near),
        };
        let last = match to.map(|to| end(document, first, to)) {
            None => first,
            Some(Ok(last)) => last,
            Some(Err(near)) => return missing(to.unwrap_or_default(), format!("{from}-{near}")),
        };
        let passage = Passage {
            document: index,
            first: Spot {
                turn: first.turn,
                paragraph: first.paragraph.unwrap_or(0),
            },
            last: Spot {
                turn: last.turn,
                paragraph: last
                    .paragraph
                    .unwrap_or(n_paragraphs(document, last.turn) - 1),
            },
        };
        if passage.last < passage.first {
            let message = "the range ends before it begins".to_owned();
            let turned = format!("{id}#{}-{from}", to.unwrap_or_default());
            return Err(Wrong::new(message, &turned));
        }
        Ok(passage)
    }

    fn no_document(&self, name: &str, anchors: &str) -> Wrong {
        let message = if name.is_empty() {
            "no document is named before the #".to_owned()
        } else {
            format!("there is no document {name}")
        };
        let likeness = |id: &str| {
            let holds = !name.is_empty() && (id.contains(name) || name.contains(id));
            strsim::jaro_winkler(id, name) + if holds { 1.0 } else { 0.0 }
        };
        let near = self.documents.iter().max_by(|a, b| {
            let of = |document: &DocumentEntry| likeness(document.id.as_str());
            of(a).total_cmp(&of(b)).then_with(|| b.id.cmp(&a.id))
        });
        match near {
            Some(document) if !document.turns.is_empty() => {
                let from = anchors.split(['-', '–', '—']).next().unwrap_or_default();
                let address = match find(document, from.trim()) {
                    Ok(_) => anchors.to_owned(),
                    Err(near) => near,
                };
                Wrong::new(message, &format!("{}#{address}", document.id))
            }
            Some(_) | None => Wrong {
                message,
                help: "name a document by its address, as in {{turn DOCUMENT#t2p14}}".to_owned(),
            },
        }
    }
}

fn n_paragraphs(document: &DocumentEntry, turn: usize) -> usize {
    document.turn(turn).paragraphs.len().max(1)
}

/// What an anchor names, else the nearest anchor there is. One that is gone names the turn that its words are part of now.
fn find(document: &DocumentEntry, anchor: &str) -> Result<Named, String> {
    if let Some((turn, paragraph)) = document.anchors.find(anchor)
        && paragraph.is_none_or(|at| at < n_paragraphs(document, turn))
    {
        return Ok(Named { turn, paragraph });
    }
    if let Some((turn, number)) = anchor.rsplit_once('p')
        && let Some((turn, None)) = document.anchors.find(turn)
    {
        let n = n_paragraphs(document, turn);
        return Err(match number.parse::<usize>() {
            // A turn of one paragraph has no addresses inside it.
            _ if n == 1 => document.anchors.turn(turn).to_owned(),
            Ok(number) => document.anchors.paragraph(turn, number.clamp(1, n) - 1),
            Err(_) => document.anchors.paragraph(turn, 0),
        });
    }
    Err(nearest(document, anchor))
}

/// The end of a range: an anchor, or just `p16` or `16` for a paragraph of the turn it begins in.
fn end(document: &DocumentEntry, first: Named, to: &str) -> Result<Named, String> {
    let turn = document.anchors.turn(first.turn);
    let whole = match (to.strip_prefix('p'), first.paragraph) {
        (Some(number), _) => format!("{turn}p{number}"),
        (None, Some(_)) if to.starts_with(|c: char| c.is_ascii_digit()) => format!("{turn}p{to}"),
        (None, None) if to.starts_with(|c: char| c.is_ascii_digit()) => format!("t{to}"),
        (None, _) => to.to_owned(),
    };
    find(document, &whole)
}

/// The turn whose number is nearest, the earlier of two.
fn nearest(document: &DocumentEntry, anchor: &str) -> String {
    let number = |anchor: &str| {
        let digits = anchor.trim_start_matches(|c: char| !c.is_ascii_digit());
        let end = digits
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(digits.len());
        digits[..end].parse::<usize>().ok()
    };
    let wanted = number(anchor).unwrap_or(1);
    (0..document.turns.len())
        .map(|index| document.anchors.turn(index))
        .min_by_key(|anchor| number(anchor).unwrap_or(0).abs_diff(wanted))
        .unwrap_or_default()
        .to_owned()
}
