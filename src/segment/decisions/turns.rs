//! Turns begun, joined and set in paragraphs as the record says.

use super::Fault;
use super::cut::{Seat, Words, follows, joined, part, seat, with_text};
use crate::clean::ends_sentence;
use crate::document::{
    Block, Document, DropReason, Dropped, Label, Narration, NarrationKind, Paragraph, SpannedText,
    Turn, TurnKind,
};
use crate::record::Split;
use crate::source::Span;

/// A place where a turn begins.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Beginning {
    /// The label's first byte, else that of the words.
    pub(super) place: Words,
    /// The label that stands there.
    pub(super) label: Option<LabelLen>,
}

impl Beginning {
    /// Whether two begin at the same place, or one in the label of the other.
    pub(super) fn meets(self, other: Beginning) -> bool {
        let reach = |one: Beginning| one.place.at + one.label.map_or(1, |label| label.whole);
        let in_paragraph =
            (self.place.block, self.place.paragraph) == (other.place.block, other.place.paragraph);
        in_paragraph && self.place.at < reach(other) && other.place.at < reach(self)
    }
}

/// How long a label is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct LabelLen {
    /// Bytes without its end mark.
    pub(super) name: usize,
    /// Bytes with it.
    pub(super) whole: usize,
}

/// Signs that end a label.
pub(super) const END_MARKS: [char; 5] = [':', '：', '.', ';', '．'];

/// Where the record's turn begins.
pub(super) fn beginning(
    document: &Document,
    span: Span,
    split: &Split,
) -> Result<Beginning, Fault> {
    let words = split.at.words.as_str();
    let place = match seat(&document.blocks, span) {
        Some(Seat::Words(place)) => place,
        Some(Seat::Label(_)) => {
            return Err(Fault::new(
                format!("a turn begins with “{words}” already"),
                "take this entry out of the record; who speaks is said in [[attribution]]",
            ));
        }
        None => {
            return Err(Fault::new(
                format!("“{words}” is not published, so that no turn can begin there"),
                "quote words that `memcon parse FILE` does not list as left out",
            ));
        }
    };
    let block = &document.blocks[place.block];
    if let Block::Turn(turn) = block
        && place.paragraph == 0
        && place.at == 0
        && split.label.is_none()
    {
        let what = if turn.label.is_some() {
            "the words of a turn begin"
        } else {
            "a turn begins"
        };
        return Err(Fault::new(
            format!("{what} with “{words}” already"),
            "take this entry out of the record; who speaks is said in [[attribution]]",
        ));
    }
    let Some(label) = &split.label else {
        return Ok(Beginning { place, label: None });
    };
    let text = &block.paragraphs()[place.paragraph].text.text()[place.at..];
    let name = label.text.trim_end_matches(END_MARKS);
    let Some(len) = folded_prefix(text, name).filter(|_| !name.is_empty()) else {
        return Err(Fault::new(
            format!("the words there do not begin with the label “{name}”"),
            "quote the place from the label on, as in at = \"Label: first words\"; if none is printed, leave out `label` and say person = \"…\"",
        ));
    };
    Ok(Beginning {
        place,
        label: Some(with_mark(text, len)),
    })
}

/// A label of so many bytes, with the mark right after it.
pub(super) fn with_mark(text: &str, name: usize) -> LabelLen {
    let rest = &text[name..];
    let blanks = rest.len() - rest.trim_start().len();
    let mark = rest[blanks..]
        .chars()
        .next()
        .filter(|c| END_MARKS.contains(c));
    LabelLen {
        name,
        whole: name + mark.map_or(0, |c| blanks + c.len_utf8()),
    }
}

/// The length of `words` at the beginning of a text, blanks of any kind and number as one.
fn folded_prefix(text: &str, words: &str) -> Option<usize> {
    let mut at = 0;
    for (index, word) in words.split_whitespace().enumerate() {
        let rest = &text[at..];
        let trimmed = rest.trim_start();
        if index > 0 && trimmed.len() == rest.len() || !trimmed.starts_with(word) {
            return None;
        }
        at += rest.len() - trimmed.len() + word.len();
    }
    Some(at)
}

/// Begins turns. In a turn the new one takes the rest of it; in the head or in narration also the narration that follows, up to the
/// next turn, heading or gap: except in articles, where it is the paragraph's rest alone.
pub(super) fn begin(document: &mut Document, mut beginnings: Vec<Beginning>) {
    if beginnings.is_empty() {
        return;
    }
    beginnings.sort_unstable();
    beginnings.dedup_by(|later, one| one.meets(*later));
    let goes_on = !is_article(document);
    let mut beginnings = beginnings.into_iter().peekable();
    let mut out: Vec<Block> = Vec::with_capacity(document.blocks.len() + 1);
    let mut open: Option<Turn> = None;
    let mut is_in_head = false;
    for (index, block) in std::mem::take(&mut document.blocks).into_iter().enumerate() {
        let mut here = Vec::new();
        while let Some(one) = beginnings.next_if(|one| one.place.block == index) {
            here.push(one);
        }
        let is_speech = match &block {
            Block::Narration(narration) => narration.kind == NarrationKind::Text,
            Block::Header(_) => is_in_head,
            Block::Turn(_) | Block::Heading(_) | Block::Gap(_) | Block::Note(_) => false,
        };
        let mut goes_to = open.take_if(|_| !is_speech).map(Block::Turn);
        out.extend(goes_to.take());
        if here.is_empty() {
            match &mut open {
                Some(turn) => turn.paragraphs.extend(block.paragraphs().iter().cloned()),
                None => out.push(block),
            }
            continue;
        }
        is_in_head = matches!(block, Block::Header(_));
        let (before, mut turns) = cut(&block, &here);
        match (block, &mut open) {
            (Block::Turn(turn), _) => {
                if turn.label.is_some() || turn.cue.is_some() || !before.is_empty() {
                    out.push(Block::Turn(Turn {
                        paragraphs: before,
                        ..turn
                    }));
                }
                out.extend(turns.into_iter().map(Block::Turn));
            }
            (_, Some(turn)) => {
                turn.paragraphs.extend(before);
                out.extend(open.take().map(Block::Turn));
                open = turns.pop();
                out.extend(turns.into_iter().map(Block::Turn));
            }
            (block, None) => {
                out.extend(before.into_iter().map(|part| with_text(&block, part)));
                open = turns.pop();
                out.extend(turns.into_iter().map(Block::Turn));
            }
        }
        if !goes_on {
            out.extend(open.take().map(Block::Turn));
        }
    }
    out.extend(open.map(Block::Turn));
    document.blocks = out;
}

/// A block's paragraphs before the first beginning, and the turns from there on.
fn cut(block: &Block, beginnings: &[Beginning]) -> (Vec<Paragraph>, Vec<Turn>) {
    let paragraphs = block.paragraphs();
    let end = (paragraphs.len(), 0);
    let mut turns = Vec::new();
    for (index, one) in beginnings.iter().enumerate() {
        let next = beginnings
            .get(index + 1)
            .map_or(end, |next| (next.place.paragraph, next.place.at));
        let first = &paragraphs[one.place.paragraph].text;
        let (label, start) = match one.label {
            Some(len) => {
                let text = first.slice(one.place.at..one.place.at + len.whole);
                let label = Label {
                    text,
                    name_len: len.name,
                };
                (Some(label), one.place.at + len.whole)
            }
            None => (None, one.place.at),
        };
        let kind = if label.is_some() {
            TurnKind::Labeled
        } else {
            TurnKind::Unmarked
        };
        turns.push(Turn {
            label,
            kind,
            cue: None,
            paragraphs: between(paragraphs, (one.place.paragraph, start), next),
        });
    }
    let first = beginnings
        .first()
        .map_or(end, |one| (one.place.paragraph, one.place.at));
    (between(paragraphs, (0, 0), first), turns)
}

/// The paragraphs from one place to another, each a paragraph and a byte in it.
fn between(paragraphs: &[Paragraph], from: (usize, usize), to: (usize, usize)) -> Vec<Paragraph> {
    let last = paragraphs.len().min(to.0 + 1);
    (from.0..last)
        .filter_map(|index| {
            let whole = &paragraphs[index];
            let start = if index == from.0 { from.1 } else { 0 };
            let end = if index == to.0 {
                to.1
            } else {
                whole.text.text().len()
            };
            if (start, end) == (0, whole.text.text().len()) {
                return Some(whole.clone());
            }
            (start < end).then(|| part(whole, start..end)).flatten()
        })
        .collect()
}

/// Whether what is said in a document stands in quotations among narration.
pub(super) fn is_article(document: &Document) -> bool {
    let of_name = |name: &str| {
        super::super::label::CONVENTIONS
            .iter()
            .any(|convention| convention.name == name && convention.quoted)
    };
    document.convention.is_some_and(of_name)
}

/// The turn that begins with these words, label included or not.
pub(super) fn begun_at(document: &Document, span: Span) -> Option<usize> {
    match seat(&document.blocks, span)? {
        Seat::Label(block) => Some(block),
        Seat::Words(place) => {
            let block = &document.blocks[place.block];
            let before = &block.paragraphs().get(place.paragraph)?.text.text()[..place.at];
            let begins = matches!(block, Block::Turn(_))
                && place.paragraph == 0
                && !before.contains(char::is_alphanumeric);
            begins.then_some(place.block)
        }
    }
}

/// Whether a turn has neither label nor anything else that says who speaks.
pub(super) fn is_unnamed(document: &Document, block: usize) -> bool {
    matches!(&document.blocks[block], Block::Turn(turn) if turn.label.is_none() && turn.cue.is_none())
}

/// Whether a turn stands before a block.
pub(super) fn has_turn_before(document: &Document, block: usize) -> bool {
    document.blocks[..block]
        .iter()
        .any(|block| matches!(block, Block::Turn(_)))
}

/// Lets turns, by their blocks in order and with the reason, go on with the turn before each. A label in line with its words becomes
/// text again; one that a column or tag gives is left out.
pub(super) fn join(source: &str, document: &mut Document, joined: &[(usize, &str)]) {
    if joined.is_empty() {
        return;
    }
    let mut out: Vec<Block> = Vec::with_capacity(document.blocks.len());
    for (index, block) in std::mem::take(&mut document.blocks).into_iter().enumerate() {
        let joined = joined
            .binary_search_by_key(&index, |(block, _)| *block)
            .map(|at| joined[at].1);
        let before = out
            .iter()
            .rposition(|block| matches!(block, Block::Turn(_)))
            .filter(|_| joined.is_ok());
        match (block, before) {
            (Block::Turn(mut turn), Some(before)) => {
                let is_outside = |label: &mut Label| {
                    let first = turn.paragraphs.first();
                    !first.is_some_and(|first| is_in_line(source, &label.text, first))
                };
                if let Some(label) = turn.label.take_if(is_outside) {
                    let pieces = label.text.pieces().iter();
                    document.dropped.extend(pieces.map(|piece| Dropped {
                        span: piece.span(),
                        reason: DropReason::Record(joined.unwrap_or_default().to_owned()),
                    }));
                }
                let is_next = before + 1 == out.len();
                if let Block::Turn(into) = &mut out[before] {
                    append(source, into, turn, is_next);
                }
            }
            (block, _) => out.push(block),
        }
    }
    document.blocks = out;
}

/// Adds a turn's words to the turn before. They go on in its last paragraph where that breaks off in mid-sentence right before them.
pub(super) fn append(source: &str, into: &mut Turn, turn: Turn, is_next: bool) {
    let had_label = turn.label.is_some();
    let mut words = unlabeled(source, turn).into_iter();
    if let Some(first) = words.next() {
        let goes_on = |last: &&mut Paragraph| {
            let text = last.text.text();
            is_next && had_label && !ends_sentence(text) && follows(last, &first)
        };
        match into.paragraphs.last_mut().filter(goes_on) {
            Some(last) => *last = joined(source, last.clone(), &first),
            None => into.paragraphs.push(first),
        }
    }
    into.paragraphs.extend(words);
}

/// The words of a turn with its label before them as text; a label that is not in line with them is a paragraph by itself.
pub(super) fn unlabeled(source: &str, turn: Turn) -> Vec<Paragraph> {
    let mut paragraphs = turn.paragraphs;
    let Some(label) = turn.label else {
        return paragraphs;
    };
    let label = Paragraph {
        text: label.text,
        marks: Vec::new(),
    };
    match paragraphs.first_mut() {
        Some(first) if is_in_line(source, &label.text, first) => {
            *first = joined(source, label, first);
        }
        Some(_) | None => paragraphs.insert(0, label),
    }
    paragraphs
}

/// Whether nothing but blanks stands between a label and its words: no column, no tag gives it.
pub(super) fn is_in_line(source: &str, label: &SpannedText, first: &Paragraph) -> bool {
    let between = source.get(label.span().end..first.text.span().start);
    between.is_some_and(|between| between.trim().is_empty())
}

/// Whether a block's paragraphs may be cut.
pub(super) fn has_paragraphs(document: &Document, block: usize) -> bool {
    matches!(document.blocks[block], Block::Turn(_) | Block::Narration(_))
}

/// Cuts paragraphs in parts.
pub(super) fn begin_paragraphs(document: &mut Document, mut places: Vec<Words>) {
    places.sort_unstable();
    // A record may name one place twice.
    places.dedup();
    let of_one = |a: &Words, b: &Words| (a.block, a.paragraph) == (b.block, b.paragraph);
    // From the last on, so that the places before stay what they are; those of one paragraph at once, since they count its bytes.
    for places in places.chunk_by(of_one).rev() {
        let Words {
            block, paragraph, ..
        } = places[0];
        let Some(whole) = document.blocks[block].paragraphs().get(paragraph) else {
            continue;
        };
        let ends = places.iter().map(|place| place.at);
        let mut start = 0;
        let parts: Vec<Paragraph> = ends
            .chain([whole.text.text().len()])
            .filter_map(|end| part(whole, std::mem::replace(&mut start, end)..end))
            .collect();
        match &mut document.blocks[block] {
            Block::Turn(turn) => {
                turn.paragraphs.splice(paragraph..=paragraph, parts);
            }
            Block::Narration(narration) => {
                let kind = narration.kind;
                let narrate = |text| Block::Narration(Narration { kind, text });
                let parts = parts.into_iter().map(narrate);
                document.blocks.splice(block..=block, parts);
            }
            Block::Header(_) | Block::Heading(_) | Block::Gap(_) | Block::Note(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Header, Stated};

    #[test]
    fn a_paragraph_is_cut_once_at_a_place_named_twice() {
        let source = "one two three";
        let text = Paragraph {
            text: SpannedText::copied(source, Span::new(0, source.len())),
            marks: Vec::new(),
        };
        let kind = NarrationKind::Text;
        let mut document = Document {
            header: Header::default(),
            blocks: vec![Block::Narration(Narration { kind, text })],
            dropped: Vec::new(),
            convention: None,
            corrections: Vec::new(),
            stated: Stated::default(),
        };
        let place = |at| Words {
            block: 0,
            paragraph: 0,
            at,
        };
        begin_paragraphs(&mut document, vec![place(8), place(4), place(8)]);
        let words = |block: &Block| block.paragraphs()[0].text.text().to_owned();
        let words: Vec<String> = document.blocks.iter().map(words).collect();
        assert_eq!(words, ["one", "two", "three"]);
    }
}
