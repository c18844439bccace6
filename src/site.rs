//! All documents → [`Site`]: what every page and export is made from, and the routes of the site.
//!
//! Nothing here knows HTML. Pages, search files and exports are rendered from `&Site`, one route at a time.

pub mod address;
mod alignment;
mod build;
mod bulk;
mod changes;
mod conversations;
mod count;
mod entry;
mod function_words;
mod indexes;
mod letters;
mod lexicon;
mod menu;
mod offers;
mod page;
pub mod parts;
mod people;
mod picture;
mod published;
mod route;
mod scripts;
mod speaker;
mod styles;
mod tables;
mod timeline;
mod twins;

use crate::anchor::{self, Anchors, Locks, Pages};
use crate::authority::{Person, PersonId, Term};
use crate::config::Config;
use crate::csl::Styles;
use crate::date::Edtf;
use crate::document::{Account, Document, Turn};
use crate::interface::Interface;
use crate::record::Record;
use crate::resolve::{Attribution, Candidates, Mention};
use crate::source::{DocumentId, DocumentSource, SourceFile, Unread};
use crate::withhold::Withheld;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

pub use alignment::{AlignedRow, Alignment, Other};
pub use bulk::{BulkFile, LARGEST_BULK};
pub use changes::Change;
pub use conversations::{Conversation, Telling};
pub use count::{Tally, spoken_words, words};
pub use indexes::{Indexes, Place, Standing};
pub use letters::{Index, Part, Parts};
pub use lexicon::{Comparison, Distinctive, FEWEST_USES, LEAST_G2};
pub use menu::{MenuEntry, MenuTo};
pub use offers::Offer;
pub use page::{Page, Passage, Spot};
pub use picture::Picture;
pub use published::{Copied, Moved, Notice};
pub use route::{ExportFile, Route, SchemaOf, SearchFile, SearchPart, relative};
pub use scripts::{CITING, LATER, MARKS, READING, SEARCH};
pub use speaker::{
    Companion, MentionedBy, PrintedName, PrintedNames, SpeakerTable, TurnPlace, YearTally,
};
pub use styles::{STYLES, STYLES_OF_SEARCH};
pub use tables::{ArchiveTable, Column, Holds, TableForm};
pub use timeline::{Event, Period, Timeline, Year};
pub use twins::Twins;

/// A document read and its labels looked at, before the archive as a whole is known.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its name in addresses.
    pub id: DocumentId,
    /// The file.
    pub source: Arc<SourceFile>,
    /// The record.
    pub record: Arc<Record>,
    /// What the parser found.
    pub document: Arc<Document>,
    /// Who may be meant by its labels, and who is mentioned.
    pub candidates: Arc<Candidates>,
    /// What is counted in it.
    pub counted: Arc<Counted>,
}

/// What is counted in a document, whoever speaks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Counted {
    /// Where every character went.
    pub account: Account,
    /// The words of each turn, by the one counting rule.
    pub n_words: Vec<usize>,
}

impl Counted {
    /// Counts a document that was made from the reading text `source`.
    pub fn of(document: &Document, source: &str) -> Counted {
        Counted {
            account: document.account(source),
            n_words: document.turns().map(spoken_words).collect(),
        }
    }
}

/// The documents of an archive, one by one.
#[derive(Debug)]
pub struct Drafts<'a> {
    /// Those that were read, each with its file, in order of their files.
    pub read: Vec<(&'a DocumentSource, Draft)>,
    /// The files that were not.
    pub unread: Vec<Unread>,
    /// The anchors that were given before, where they are kept.
    pub anchors: Option<&'a mut anchor::Memory>,
}

/// The whole archive, ready to be rendered.
#[derive(Clone, Debug)]
pub struct Site {
    /// The archive's own facts.
    pub config: Config,
    /// The words of the site itself, in its language.
    pub interface: Interface,
    /// The documents in order of time; those without a date last.
    pub documents: Vec<DocumentEntry>,
    /// The conversations in order of time; those without a date last.
    pub conversations: Vec<Conversation>,
    /// Conversations and publications, year by year.
    pub timeline: Timeline,
    /// What was added and changed, latest first.
    pub changes: Vec<Change>,
    /// Places, kinds, subjects and terms, each with where it stands.
    pub indexes: Indexes,
    /// The indexes that are too long for one page.
    pub parts: BTreeMap<Index, Parts>,
    /// Everyone who speaks, is present or is mentioned, by identifier.
    pub people: BTreeMap<PersonId, PersonEntry>,
    /// Everyone who speaks, by words, most first.
    pub speakers: Vec<PersonId>,
    /// The glossary.
    pub terms: Vec<Term>,
    /// The main menu that `site.toml` names; empty where it is ours.
    pub menu: Vec<MenuEntry>,
    /// Pages of the archive’s own, in their order.
    pub pages: Vec<Page>,
    /// Static files by name.
    pub assets: BTreeMap<String, Vec<u8>>,
    /// The colors of the pages by day, by their names in `tokens.css`: red, green, blue.
    pub colors: BTreeMap<String, [u8; 3]>,
    /// What is shown where a page is shared, unless a document has a picture of its own.
    pub card: Option<Picture>,
    /// Pictures of people, on their pages.
    pub portraits: BTreeMap<PersonId, Picture>,
    /// Pictures shown where a document is shared.
    pub images: BTreeMap<DocumentId, Picture>,
    /// Files that were not read.
    pub unread: Vec<Unread>,
    /// Where every character went.
    pub account: Account,
    /// Turns and words of all documents.
    pub tally: Tally,
    /// What must be told apart from others of its name.
    pub twins: Twins,
    /// The styles that citations are offered in.
    pub styles: Styles,
    /// What may stand nowhere in the site.
    pub withheld: Withheld,
    /// Addresses that were published and are others now, in order.
    pub moved: Vec<Moved>,
    /// Documents that are not published any more.
    pub notices: Vec<Notice>,
    /// Files of data at the names they had before.
    pub copied: Vec<Copied>,
    /// The pages, other than documents, that were ever published and may go.
    pub pages_published: Pages,
    /// The locks of all addresses, to be written with the site.
    pub locks: Locks,
    /// The words of all turns, for comparing those of one speaker with them.
    lexicon: lexicon::Lexicon,
    /// The turns of each file for a search engine.
    bulk: OnceLock<Vec<Vec<(usize, usize)>>>,
    /// Where each document stands among the documents.
    places: HashMap<DocumentId, usize>,
}

/// One document of the site.
#[derive(Clone, Debug)]
pub struct DocumentEntry {
    /// Its name in addresses.
    pub id: DocumentId,
    /// The file.
    pub source: Arc<SourceFile>,
    /// The record.
    pub record: Arc<Record>,
    /// What the parser found.
    pub document: Arc<Document>,
    /// Facts of record and source, the record first.
    pub facts: Facts,
    /// Whether its words run from right to left: by its language, or by its letters where nobody names the language.
    pub is_right_to_left: bool,
    /// The turns, in order.
    pub turns: Vec<TurnEntry>,
    /// The anchors.
    pub anchors: Anchors,
    /// The conversation it is the record of, among the site's; `None` where it reports some, or nobody speaks in it.
    pub conversation: Option<usize>,
    /// The conversations it reports; empty where it is the record of just one.
    pub conversations: Vec<ConversationEntry>,
    /// Who speaks in it: words by the one counting rule, most first.
    pub shares: Vec<Share>,
    /// Turns and words nobody is named for.
    pub unmarked: Tally,
    /// Turns and words in all.
    pub tally: Tally,
    /// Who is present and does not speak.
    pub silent: Vec<Presence>,
    /// People mentioned in turns and narration, in order of place.
    pub mentions: Arc<[Mention]>,
    /// Editors' notes, in order of their place.
    pub notes: Vec<PlacedNote>,
    /// Where every character went.
    pub account: Account,
}

impl DocumentEntry {
    /// The model's turn behind an entry.
    pub fn turn(&self, index: usize) -> &Turn {
        match &self.document.blocks[self.turns[index].block] {
            crate::document::Block::Turn(turn) => turn,
            _ => unreachable!("a turn entry points at a turn"),
        }
    }

    /// The date of a turn: its conversation's, else the document's.
    pub fn turn_date(&self, index: usize) -> Option<&Edtf> {
        self.turns[index]
            .conversation
            .and_then(|at| self.conversations[at].date.as_ref())
            .or(self.facts.date.as_ref())
    }

    /// Whether the editors alone say whose a turn is. Not where the source itself gives it to somebody (“he continued: …”) and the record
    /// only says who “he” is.
    pub fn is_assigned(&self, index: usize) -> bool {
        entry::is_assigned(self.turn(index), &self.turns[index].attribution)
    }

    /// When the talk was, for order in time: the first conversation's date where the document reports several, else its own.
    pub fn talk_date(&self) -> Option<&Edtf> {
        self.conversations
            .iter()
            .filter_map(|c| c.date.as_ref())
            .min()
            .or(self.facts.date.as_ref())
    }
}

/// Facts about a document: the record's, else the source's.
#[derive(Clone, PartialEq, Debug)]
pub struct Facts {
    /// The title; never empty.
    pub title: String,
    /// The date.
    pub date: Option<Edtf>,
    /// The date as printed, where the source prints it.
    pub date_printed: Option<String>,
    /// The place as printed.
    pub place: Option<String>,
    /// The place as the editors read it, where that differs.
    pub place_editors: Option<String>,
    /// Kind of document.
    pub kind: Option<String>,
    /// Language of the text, BCP 47.
    pub language: Option<String>,
    /// Language it was translated from, BCP 47.
    pub original_language: Option<String>,
}

/// One turn of the site.
#[derive(Clone, Debug)]
pub struct TurnEntry {
    /// Its block in the document.
    pub block: usize,
    /// Whom it is attributed to.
    pub attribution: Attribution,
    /// Its conversation among the document's, if it reports several.
    pub conversation: Option<usize>,
    /// Words spoken, by the one counting rule.
    pub n_words: usize,
}

/// A conversation reported by a document.
#[derive(Clone, Debug)]
pub struct ConversationEntry {
    /// Its identifier: the same in every record of the conversation.
    pub id: String,
    /// Its page: the position in [`Site::conversations`].
    pub conversation: usize,
    /// What it was.
    pub title: String,
    /// When.
    pub date: Option<Edtf>,
    /// When, in the source's words.
    pub date_printed: Option<String>,
    /// Where, as printed.
    pub place: Option<String>,
    /// Who took part.
    pub participants: Vec<PersonId>,
    /// The blocks of the document that tell of it, as ranges in order.
    pub blocks: Vec<Range<usize>>,
}

/// Somebody's part in a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Share {
    /// Who.
    pub person: PersonId,
    /// By printed label or quotation.
    pub printed: Tally,
    /// Assigned by the editors.
    pub by_editors: Tally,
}

impl Share {
    /// Printed and assigned together.
    pub fn total(&self) -> Tally {
        self.printed + self.by_editors
    }
}

/// Somebody who is present.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Presence {
    /// Who.
    pub person: PersonId,
    /// As the source prints the name.
    pub printed: Option<String>,
    /// In which capacity.
    pub role: Option<String>,
}

/// An editor's note at its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlacedNote {
    /// Its block.
    pub block: usize,
    /// Its paragraph in the block.
    pub paragraph: usize,
    /// The words it explains, as bytes of the paragraph's text.
    pub range: Range<usize>,
    /// What it says.
    pub text: String,
}

/// One person of the site.
#[derive(Clone, Debug)]
pub struct PersonEntry {
    /// The identifier.
    pub id: PersonId,
    /// The name shown.
    pub name: String,
    /// The name in indexes.
    pub sort: String,
    /// The entry of the authority file; `None` for a provisional person.
    pub authority: Option<Person>,
    /// Color, shape and lane in drawings: 1 to 6 by words, the seventh speaker and all others 6; 0 for who does not speak.
    pub slot: u8,
    /// Labels as printed, with the number of turns.
    pub labels: BTreeMap<String, usize>,
    /// The turns, by document in order of time.
    pub appearances: Vec<Appearance>,
    /// Turns and words by printed label or quotation.
    pub printed: Tally,
    /// Turns and words assigned by the editors.
    pub by_editors: Tally,
    /// Turns that mention the person: document and turn, in order of time.
    pub mentioned: BTreeSet<(usize, usize)>,
    /// Documents whose narration mentions the person.
    pub mentioned_in_narration: BTreeSet<usize>,
    /// Documents in which the person is present without speaking.
    pub present: Vec<usize>,
}

impl PersonEntry {
    /// Whether the person has a speaker page.
    pub fn speaks(&self) -> bool {
        !self.appearances.is_empty()
    }

    /// Printed and assigned together.
    pub fn total(&self) -> Tally {
        self.printed + self.by_editors
    }
}

/// A person's turns in one document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Appearance {
    /// Position of the document in [`Site::documents`].
    pub document: usize,
    /// Positions of the turns in [`DocumentEntry::turns`].
    pub turns: Vec<usize>,
}

impl Site {
    /// The document with this identifier, and its position.
    pub fn document(&self, id: &DocumentId) -> Option<(usize, &DocumentEntry)> {
        let at = *self.places.get(id)?;
        Some((at, &self.documents[at]))
    }

    /// The number of turns in the archive.
    pub fn n_turns(&self) -> usize {
        self.tally.n_turns
    }
}
