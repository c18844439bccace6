//! A document's TOML record, and what the editors' tables add to it → [`Record`]: what the editors know and decide about one document.
//!
//! The record wins over what the source prints of itself, and never changes the source. Decisions about words name them by quoting
//! them (`at = "…"`); [`Passage`]s are looked up later (`passage`), when the reading text is at hand.

mod counterpart;
mod raw;
mod shared;
mod sheet;

use crate::authority::PersonId;
use crate::diagnostic::{Diagnostics, Place};
use crate::source::{DocumentSource, LoneRecord, TextFile};

pub use counterpart::{Counterpart, There, TurnNamed};
pub(crate) use sheet::{
    Column as FactColumn, DECISION_COLUMNS, DecisionColumn, DecisionRows, FactRows, IsLabel,
    NAMES as FACT_COLUMNS, Text as FactText, is_about,
};
pub use sheet::{Sheets, sheets};

/// What the editors say of one document.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Record {
    /// Title, in place of the one printed.
    pub title: Option<String>,
    /// Kind of document: “record of conversation”, “news article”.
    pub kind: Option<String>,
    /// What it is about, in the editors' words.
    pub subjects: Vec<String>,
    /// Date as EDTF.
    pub date: Option<String>,
    /// Where an editor wrote it.
    pub date_place: Option<Place>,
    /// Place as printed.
    pub place: Option<String>,
    /// The place as the editors read it, for indexes.
    pub place_editors: Option<String>,
    /// Language of the text, BCP 47.
    pub language: Option<String>,
    /// Language it was translated from, BCP 47.
    pub original_language: Option<String>,
    /// A summary, and who wrote it.
    pub summary: Option<String>,
    /// Who wrote the summary.
    pub summary_by: Option<String>,
    /// The picture that is shown where the page is shared, a file beside the record or in `static/`, and where it is named.
    pub image: Option<(String, Place)>,
    /// What it shows.
    pub image_alt: Option<String>,
    /// The archive that holds it.
    pub archive: Option<String>,
    /// Its call number or reference there.
    pub archive_reference: Option<String>,
    /// Who translated it.
    pub translator: Option<String>,
    /// A lasting address of the record: a DOI, ARK or Handle, as an `https:` address.
    pub lasting: Option<Lasting>,
    /// Author, of an article.
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// What may be done with it, in a sentence.
    pub rights: Option<String>,
    /// Whose record it is.
    pub provenance: Provenance,
    /// Whether the document is published at all.
    pub status: Status,
    /// Whether the record itself says so: then the table has no say in it.
    pub is_status_given: bool,
    /// Since when it is not, and why: said in its place.
    pub status_date: Option<String>,
    /// Why it is not.
    pub status_reason: Option<String>,
    /// Passages and names that are not published.
    pub withheld: Vec<WithheldPassage>,
    /// Whether the file as received is published. It never is where something in it is withheld.
    pub source: SourcePolicy,
    /// How labels are written, by the convention's name; `none` for a document without turns.
    pub convention: Option<Word>,
    /// Labels to take whatever the evidence, as printed without the mark at their end.
    pub labels: Vec<Word>,
    /// Labels never to take.
    pub not_labels: Vec<Word>,
    /// Who took part or was present.
    pub participants: Vec<Participant>,
    /// The conversation the whole document is a record of, by the name it has in other records too.
    pub conversation: Option<String>,
    /// The conversations the document reports, if not just one.
    pub conversations: Vec<Conversation>,
    /// Turns set beside turns of other records of the conversation.
    pub counterparts: Vec<Counterpart>,
    /// Passages to leave out.
    pub exclusions: Vec<Exclusion>,
    /// Passages given to somebody.
    pub attributions: Vec<AttributionDecision>,
    /// Quotations without a name that go on with the turn before.
    pub continuations: Vec<Continuation>,
    /// Places where a turn begins that the parser did not see.
    pub splits: Vec<Split>,
    /// Turns that go on with the one before.
    pub merges: Vec<Merge>,
    /// Places where a paragraph begins that the layout does not show.
    pub paragraphs: Vec<Passage>,
    /// Words printed wrongly, with the editors' reading.
    pub corrections: Vec<Correction>,
    /// Notes beside the text.
    pub notes: Vec<EditorNote>,
    /// When the document came into the archive, `YYYY-MM-DD`.
    pub added: Option<String>,
    /// What was changed since, as the editors list it.
    pub changes: Vec<Change>,
    /// Path of the record inside the archive, for messages; empty for a document without one.
    pub path: String,
}

impl Record {
    /// Its lasting name of this kind, without the resolver.
    pub fn lasting_name(&self, kind: LastingKind) -> Option<&str> {
        let lasting = self.lasting.as_ref().filter(|one| one.kind == kind);
        lasting.map(|one| one.name.as_str())
    }
}

/// Whose record it is, and how it came to us. What no source says stays `None` and is shown as “not stated”.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Provenance {
    /// Which side wrote it down, or who.
    pub recorded_by: Option<String>,
    /// Who took the notes.
    pub note_taker: Option<String>,
    /// Verbatim, notes, written up afterwards, quoted in print.
    pub nature: Option<Nature>,
    /// Languages spoken, BCP 47.
    pub spoken: Vec<String>,
    /// Who interpreted.
    pub interpreter: Option<String>,
    /// Classification as printed: “Top secret”.
    pub classification: Option<String>,
    /// By which machine the text was read or heard, and whether anybody looked it over.
    pub machine_read: Option<String>,
    /// Whether the text is whole, in a sentence.
    pub completeness: Option<String>,
    /// The copies from the original to the file, oldest first.
    pub chain: Vec<String>,
}

/// A lasting address of a record, which leads wherever it may move.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lasting {
    /// Which kind.
    pub kind: LastingKind,
    /// The name without its resolver: `10.1234/abc`.
    pub name: String,
}

/// The kinds of lasting addresses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LastingKind {
    /// Digital Object Identifier.
    Doi,
    /// Archival Resource Key.
    Ark,
    /// Handle.
    Handle,
}

impl LastingKind {
    /// The key of a record that gives one, and its name in the data.
    pub fn name(self) -> &'static str {
        match self {
            LastingKind::Doi => "doi",
            LastingKind::Ark => "ark",
            LastingKind::Handle => "handle",
        }
    }
}

impl Lasting {
    /// The address.
    pub fn url(&self) -> String {
        let resolver = match self.kind {
            LastingKind::Doi => "https://doi.org/",
            LastingKind::Ark => "https://n2t.net/",
            LastingKind::Handle => "https://hdl.handle.net/",
        };
        format!("{resolver}{}", self.name)
    }
}

/// How a record was made.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    /// Word for word.
    Verbatim,
    /// From notes.
    Notes,
    /// Written up after the event.
    WrittenUpAfterwards,
    /// Quoted in a printed text.
    QuotedInPrint,
}

impl Nature {
    /// In words.
    pub fn describe(self) -> &'static str {
        match self {
            Nature::Verbatim => "verbatim",
            Nature::Notes => "notes",
            Nature::WrittenUpAfterwards => "written up afterwards",
            Nature::QuotedInPrint => "quoted in print",
        }
    }
}

/// Whether the file as received, and its reading text, are published.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SourcePolicy {
    /// It is.
    #[default]
    Publish,
    /// Only the turns are: nothing but what the pages show is in the output.
    Withhold,
}

/// Whether a document is published.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub enum Status {
    /// It is.
    #[default]
    Published,
    /// Not yet.
    Draft,
    /// Not before this day, `YYYY-MM-DD`.
    Embargo(String),
    /// No longer.
    Withdrawn,
}

/// Something that is not published, and what stands in its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum WithheldPassage {
    /// A stretch of the source.
    Words {
        /// Its first words.
        from: Passage,
        /// Its last words.
        to: Passage,
        /// Why.
        reason: String,
    },
    /// A name, wherever it stands.
    Name {
        /// As printed.
        name: Word,
        /// What is read in its place.
        shown: Option<String>,
    },
}

/// Somebody who took part or was present.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Participant {
    /// Who.
    pub person: PersonId,
    /// In which capacity, as the editors put it.
    pub role: Option<String>,
    /// As the source prints the name, if it does.
    pub printed: Option<String>,
}

/// A conversation that the document reports.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Conversation {
    /// Its identifier: the same in every record of the conversation.
    pub id: String,
    /// What it was: “Telephone call from Mitterrand to Gorbachev”.
    pub title: String,
    /// When, EDTF.
    pub date: Option<String>,
    /// The date in the source's words.
    pub date_printed: Option<String>,
    /// Where, as printed.
    pub place: Option<String>,
    /// Who took part.
    pub participants: Vec<PersonId>,
    /// The stretch of the source it is reported in; none for the whole document.
    pub from: Option<Passage>,
    /// Where that stretch ends.
    pub to: Option<Passage>,
}

/// A passage to leave out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Exclusion {
    /// Its first words.
    pub from: Passage,
    /// Its last words.
    pub to: Passage,
    /// Why.
    pub reason: String,
}

/// Who speaks a passage that the source leaves without a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AttributionDecision {
    /// Words of the turn.
    pub at: Passage,
    /// Who speaks.
    pub person: PersonId,
    /// Why the editors think so.
    pub reason: String,
}

/// A quotation without a name that goes on with the turn before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Continuation {
    /// Its first words.
    pub at: Passage,
    /// Why the editors think so.
    pub reason: String,
}

/// A place where a turn begins that the parser did not see.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Split {
    /// Its first words, the label included if one is printed.
    pub at: Passage,
    /// The label, as printed without the mark at its end, if the words at the place hold one.
    pub label: Option<Word>,
    /// Why the editors think so. Who speaks, if they say, is among the attributions.
    pub reason: String,
}

/// A turn that goes on with the one before: its label is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Merge {
    /// Its first words.
    pub at: Passage,
    /// Why the editors think so.
    pub reason: String,
}

/// Words printed wrongly, with the editors' reading beside them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Correction {
    /// The words, with enough around them to stand there once.
    pub at: Passage,
    /// Which of them are wrong; without it, all.
    pub sic: Option<Word>,
    /// What is meant.
    pub read: String,
    /// Why the editors think so.
    pub reason: Option<String>,
    /// Who says so, where it is not the archive's editors as such.
    pub by: Option<String>,
    /// When it was decided, EDTF.
    pub date: Option<String>,
}

/// A note beside the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EditorNote {
    /// The words it explains.
    pub at: Passage,
    /// What it says.
    pub text: String,
}

/// A word or two of the record with their place in it, for messages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Word {
    /// The words, blanks folded.
    pub text: String,
    /// Where an editor wrote them.
    pub place: Place,
}

/// Something the editors changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// When, `YYYY-MM-DD`.
    pub date: String,
    /// What.
    pub text: String,
    /// The turn it was changed in, by its anchor: `t12`.
    pub turn: Option<Word>,
    /// How it read before.
    pub before: Option<String>,
    /// How it reads now.
    pub after: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// Who decided.
    pub by: Option<String>,
}

/// Words of the source, quoted to name a place in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passage {
    /// The words, blanks folded.
    pub words: String,
    /// Where an editor quotes them.
    pub place: Place,
    /// The key or column they are the value of: `at`, `from`, `to`, `there`, `words`.
    pub key: &'static str,
    /// Which of several occurrences, from 1; `None` asks for a single one.
    pub occurrence: Option<usize>,
}

/// What the editors say of a document: its record, and what the tables add to it.
pub fn of(file: &DocumentSource, sheets: &Sheets, diagnostics: &mut Diagnostics) -> Record {
    let record = parse(file.record.as_ref(), diagnostics);
    sheets.complete(&file.id, record, diagnostics)
}

/// What the editors say of a document whose transcript is not there: its record, and the rows of tables that name it.
pub fn of_lone(lone: &LoneRecord, sheets: &Sheets, diagnostics: &mut Diagnostics) -> Record {
    let record = parse(Some(&lone.record), diagnostics);
    sheets.complete(&lone.id, record, diagnostics)
}

/// Reads a record. What is wrong with it is reported.
pub fn parse(file: Option<&TextFile>, diagnostics: &mut Diagnostics) -> Record {
    file.map(|file| raw::parse(file, diagnostics))
        .unwrap_or_default()
}
