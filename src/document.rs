//! The types of one transcript: header facts, blocks, turns, paragraphs and the marks in them.
//!
//! No parsing and no HTML here. A [`Document`] is never edited once it is made; what later stages find (attributions, anchors,
//! mentions) lives beside it. TEI's names for things stand in brackets in the comments.

mod account;
mod dropped;
mod places;
mod spanned;
mod stated;

use crate::source::Span;
use std::ops::Range;

pub use account::Account;
pub use dropped::{DropReason, Dropped};
pub use spanned::{Piece, SpannedText};
pub use stated::{Addressed, Stated, Timed};

/// A transcript, read.
#[derive(Clone, PartialEq, Debug)]
pub struct Document {
    /// What the document says of itself.
    pub header: Header,
    /// Everything published, in the order of the source.
    pub blocks: Vec<Block>,
    /// Everything not published, with the reason.
    pub dropped: Vec<Dropped>,
    /// The label convention that explained the document best, if it has turns.
    pub convention: Option<&'static str>,
    /// The editors' readings of words printed wrongly, in order of place; each stands beside a mark [`MarkKind::Sic`].
    pub corrections: Vec<Corrected>,
    /// What the source itself says of its stretches.
    pub stated: Stated,
}

/// The editors' reading of words printed wrongly (TEI `choice` with `sic` and `corr`). The printed words stay.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Corrected {
    /// The block it is in.
    pub block: usize,
    /// Its paragraph there.
    pub paragraph: usize,
    /// Bytes of the paragraph's text.
    pub range: Range<usize>,
    /// What is meant.
    pub read: String,
    /// Why the editors think so.
    pub reason: Option<String>,
    /// Who says so, where it is not the archive's editors as such.
    pub by: Option<String>,
    /// When it was decided, EDTF.
    pub date: Option<String>,
}

impl Document {
    /// The corrections in a paragraph of a block, in order.
    pub fn corrections_in(
        &self,
        block: usize,
        paragraph: usize,
    ) -> impl DoubleEndedIterator<Item = &Corrected> {
        let here = (block, paragraph);
        let of = |one: &Corrected| (one.block, one.paragraph);
        let first = self.corrections.partition_point(|one| of(one) < here);
        let end = self.corrections.partition_point(|one| of(one) <= here);
        self.corrections[first..end].iter()
    }

    /// The turns, in order.
    pub fn turns(&self) -> impl Iterator<Item = &Turn> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Turn(turn) => Some(turn),
            Block::Header(_)
            | Block::Heading(_)
            | Block::Narration(_)
            | Block::Gap(_)
            | Block::Note(_) => None,
        })
    }
}

/// Facts that the source prints about itself, as printed.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Header {
    /// The title.
    pub title: Option<String>,
    /// The date as printed, and read as EDTF.
    pub date: Option<PrintedDate>,
    /// The place.
    pub place: Option<String>,
    /// Named fields of a header block or front matter (“Citation”, “Summary”, “Original Language”), in order.
    pub fields: Vec<(String, String)>,
}

impl Header {
    /// These facts, and where they are silent, those of `other`.
    #[must_use]
    pub fn or(mut self, other: Header) -> Header {
        self.fields.extend(other.fields);
        Header {
            title: self.title.or(other.title),
            date: self.date.or(other.date),
            place: self.place.or(other.place),
            fields: self.fields,
        }
    }
}

/// A date in the source's own words, with our reading beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PrintedDate {
    /// As printed: `29 October 1990`.
    pub printed: String,
    /// As EDTF: `1990-10-29`.
    pub edtf: String,
}

/// A part of a document, in order.
#[derive(Clone, PartialEq, Debug)]
pub enum Block {
    /// What one speaker label governs, up to the next (TEI `u`).
    Turn(Turn),
    /// Title, date, place, fields of the header.
    Header(HeaderBlock),
    /// A heading inside the text (TEI `head`).
    Heading(Paragraph),
    /// Text that is nobody's speech: an article's narration, a minute-taker's report (TEI `p`).
    Narration(Narration),
    /// Words left out, standing by itself (TEI `gap`).
    Gap(Gap),
    /// A note of the edition: participants, source (TEI `note`).
    Note(Note),
}

impl Block {
    /// The paragraphs of the block.
    pub fn paragraphs(&self) -> &[Paragraph] {
        match self {
            Block::Turn(turn) => &turn.paragraphs,
            Block::Header(header) => std::slice::from_ref(&header.text),
            Block::Heading(text) => std::slice::from_ref(text),
            Block::Narration(narration) => std::slice::from_ref(&narration.text),
            Block::Gap(gap) => std::slice::from_ref(&gap.text),
            Block::Note(note) => std::slice::from_ref(&note.text),
        }
    }

    /// From the first byte of the block to the last.
    pub fn span(&self) -> Span {
        let text = self
            .paragraphs()
            .iter()
            .map(|p| p.text.span())
            .reduce(Span::hull);
        let label = match self {
            Block::Turn(turn) => turn.label.as_ref().map(|label| label.text.span()),
            Block::Header(_)
            | Block::Heading(_)
            | Block::Narration(_)
            | Block::Gap(_)
            | Block::Note(_) => None,
        };
        match (label, text) {
            (Some(label), Some(text)) => label.hull(text),
            (Some(span), None) | (None, Some(span)) => span,
            (None, None) => Span::new(0, 0),
        }
    }
}

/// All that one speaker label governs, up to the next.
#[derive(Clone, PartialEq, Debug)]
pub struct Turn {
    /// The label as printed; none is printed for attributed quotations and after a gap.
    pub label: Option<Label>,
    /// How the turn is marked off from the rest.
    pub kind: TurnKind,
    /// What says who speaks besides the label: for an attributed quotation the words of the narration before it (`Dumas said`), in
    /// XML the pointer in the tag.
    pub cue: Option<Cue>,
    /// What is said.
    pub paragraphs: Vec<Paragraph>,
}

impl Turn {
    /// Whether the narration before it says who speaks.
    pub fn is_given_by_narration(&self) -> bool {
        let kind = self.cue.as_ref().map(|cue| cue.kind);
        kind == Some(CueKind::Narration)
    }
}

/// How a turn is marked off from the rest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TurnKind {
    /// A printed label.
    Labeled,
    /// A printed label and quotation marks: `Dumas: “…”`.
    Quoted,
    /// A quotation that the narration gives to somebody: `Dumas said: “…”`; or that nobody is named for.
    AttributedQuote,
    /// Speech without a label after a gap.
    Unmarked,
}

impl TurnKind {
    /// All of them.
    pub const ALL: [TurnKind; 4] = [
        TurnKind::Labeled,
        TurnKind::Quoted,
        TurnKind::AttributedQuote,
        TurnKind::Unmarked,
    ];

    /// The name used in the data.
    pub fn name(self) -> &'static str {
        match self {
            TurnKind::Labeled => "labeled",
            TurnKind::Quoted => "quoted",
            TurnKind::AttributedQuote => "attributed-quote",
            TurnKind::Unmarked => "unmarked",
        }
    }
}

/// The words printed before a turn.
#[derive(Clone, PartialEq, Debug)]
pub struct Label {
    /// As printed, with the mark that ends it: `M.S. GORBACHEV.`
    pub text: SpannedText,
    /// Length in bytes of the label without the mark that ends it.
    pub name_len: usize,
}

impl Label {
    /// The label without the mark that ends it: `M.S. GORBACHEV`.
    pub fn name(&self) -> &str {
        &self.text.text()[..self.name_len]
    }
}

/// What says who speaks besides the label.
#[derive(Clone, PartialEq, Debug)]
pub struct Cue {
    /// The words: `Dumas said`; the pointer: `#dumas-roland`.
    pub text: String,
    /// Their place.
    pub span: Span,
    /// The name among them, or the one the file gives for the pointer, if there is one: `Dumas`. A pronoun is no name.
    pub name: Option<String>,
    /// Where it comes from.
    pub kind: CueKind,
}

/// Where a cue comes from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CueKind {
    /// Words of the narration before a quotation.
    Narration,
    /// The markup, which gives a name.
    Name,
    /// The markup, whose identifier nothing in the file explains: the identifier is all there is, and is never taken apart.
    Identifier,
    /// The markup, which calls somebody what somebody else may be called elsewhere: an office.
    Local,
    /// The markup, which points to several people at once.
    Group,
}

/// A paragraph, its hard wraps joined.
#[derive(Clone, PartialEq, Debug)]
pub struct Paragraph {
    /// The words as printed.
    pub text: SpannedText,
    /// What is not plain speech in it, in order of place; marks may nest but never cross.
    pub marks: Vec<Mark>,
}

/// A stretch of a paragraph that is more than plain text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// Bytes of the paragraph's text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: MarkKind,
}

/// What a stretch of a paragraph is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MarkKind {
    /// Set apart in print (TEI `hi`).
    Emphasis,
    /// Action or sound, not speech: `(Laughter)` (TEI `incident`, `kinesic`, `vocal`).
    Stage,
    /// Words left out inside a paragraph (TEI `gap`).
    Gap(GapReason),
    /// The original's word beside its translation: `[v etom kliuche]` (TEI `gloss`, `foreign`).
    Gloss,
    /// Words the edition adds to the sentence: `[must]` (TEI `supplied`).
    Supplied,
    /// The long form of an abbreviation just printed: `FRG [Federal Republic of Germany.]` (TEI `expan`).
    Expansion,
    /// Words hard to make out (TEI `unclear`).
    Unclear,
    /// What the record reports between the words of a turn: a vote, a time, a footnote (TEI `note`).
    Note(NoteKind),
    /// Words printed wrongly; the editors' reading is among the document's corrections (TEI `sic`).
    Sic,
    /// The source's page ends here; an empty range (TEI `pb`).
    PageBreak,
}

impl MarkKind {
    /// Whether the words in it are counted as spoken (DESIGN's one counting rule).
    pub fn is_speech(self) -> bool {
        match self {
            MarkKind::Emphasis | MarkKind::Supplied | MarkKind::Unclear | MarkKind::Sic => true,
            MarkKind::Stage
            | MarkKind::Gap(_)
            | MarkKind::Gloss
            | MarkKind::Expansion
            | MarkKind::Note(_)
            | MarkKind::PageBreak => false,
        }
    }

    /// The name used in the JSON of `memcon parse`.
    pub fn name(self) -> &'static str {
        match self {
            MarkKind::Emphasis => "emphasis",
            MarkKind::Stage => "stage",
            MarkKind::Gap(_) => "gap",
            MarkKind::Gloss => "gloss",
            MarkKind::Supplied => "supplied",
            MarkKind::Expansion => "expansion",
            MarkKind::Unclear => "unclear",
            MarkKind::Note(kind) => kind.name(),
            MarkKind::Sic => "sic",
            MarkKind::PageBreak => "page-break",
        }
    }
}

/// Why words are missing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GapReason {
    /// Left out by the edition or the original: `[…]`.
    Omitted,
    /// Whole pages are missing; whoever speaks after it is not known from the label before.
    PagesOmitted,
    /// The document begins or ends in the middle of the talk.
    Extract,
    /// Could not be heard.
    Inaudible,
    /// Could not be read.
    Illegible,
    /// Withheld by somebody before the text reached us.
    Withheld,
}

/// A gap that stands by itself.
#[derive(Clone, PartialEq, Debug)]
pub struct Gap {
    /// Why.
    pub reason: GapReason,
    /// As printed.
    pub text: Paragraph,
}

/// What a header block holds.
#[derive(Clone, PartialEq, Debug)]
pub struct HeaderBlock {
    /// Which part of the header.
    pub kind: HeaderKind,
    /// As printed.
    pub text: Paragraph,
}

/// Parts of a header.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HeaderKind {
    /// A title or a line of it.
    Title,
    /// The date, perhaps with the place.
    Date,
    /// The name of a field: `Citation:`.
    FieldName,
    /// The text of a field.
    FieldText,
    /// Anything else before the first turn.
    Other,
}

/// Text that is nobody's speech.
#[derive(Clone, PartialEq, Debug)]
pub struct Narration {
    /// What it does.
    pub kind: NarrationKind,
    /// As printed.
    pub text: Paragraph,
}

/// What a narration does.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NarrationKind {
    /// Tells.
    Text,
    /// Introduces the quotation after it: `Dumas said:`.
    LeadIn,
    /// A quotation repeated for show, with the line that names its speaker.
    PullQuote,
    /// Who wrote it, and when.
    Byline,
}

/// A note of the edition.
#[derive(Clone, PartialEq, Debug)]
pub struct Note {
    /// What it tells.
    pub kind: NoteKind,
    /// As printed.
    pub text: Paragraph,
}

/// What a note tells.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// Who was present.
    Participants,
    /// Where the text comes from, who translated it.
    Source,
    /// What is dealt with now, printed where a turn goes on after it.
    Heading,
    /// What the record reports of the proceedings: `The House met at 14:05.`, `There was no objection.`
    Proceedings,
    /// How it was voted, and who voted how.
    Vote,
    /// An action or sound between turns (TEI `stage`).
    Stage,
    /// What time it was, or where in the recording it is said.
    Time,
    /// A note printed at the foot of a page.
    Footnote,
    /// Anything else.
    Other,
}

impl NoteKind {
    /// The kind with this name; [`NoteKind::Other`] where none has it.
    pub fn named(name: &str) -> NoteKind {
        let kinds = [
            NoteKind::Participants,
            NoteKind::Source,
            NoteKind::Heading,
            NoteKind::Proceedings,
            NoteKind::Vote,
            NoteKind::Stage,
            NoteKind::Time,
            NoteKind::Footnote,
        ];
        let found = kinds.into_iter().find(|kind| kind.name() == name);
        found.unwrap_or(NoteKind::Other)
    }

    /// The name used in the data.
    pub fn name(self) -> &'static str {
        match self {
            NoteKind::Participants => "participants",
            NoteKind::Source => "source",
            NoteKind::Heading => "heading",
            NoteKind::Proceedings => "proceedings",
            NoteKind::Vote => "vote",
            NoteKind::Stage => "stage",
            NoteKind::Time => "time",
            NoteKind::Footnote => "footnote",
            NoteKind::Other => "note",
        }
    }
}
