//! What is known of the turns before any text is read: who speaks, which documents there are, and what each turn belongs to.
//!
//! Turns are columns of numbers that point into short lists; `null` stands for none. The page reads the same as JSON (`search/meta.js`).

use serde::Serialize;
use std::collections::BTreeMap;

/// The people, documents and turns of an archive, as search sees them.
#[derive(Serialize)]
pub struct Catalog {
    /// How many turns one `texts-N.js` holds.
    pub block: usize,
    /// Who speaks.
    pub speakers: Vec<Person>,
    /// Who is mentioned or present and does not speak; counted on from the speakers.
    pub others: Vec<Person>,
    /// The documents, in the order of the site.
    pub documents: Vec<Document>,
    /// Identifiers of conversations.
    pub conversations: Vec<String>,
    /// Roles in which somebody speaks.
    pub roles: Vec<String>,
    /// Dates of turns.
    pub dates: Vec<DateEntry>,
    /// Labels as printed.
    pub labels: Vec<String>,
    /// How turns are attributed: “authority”, “record” ...
    pub attributions: Vec<&'static str>,
    /// The turns, in order of time.
    pub turns: Turns,
}

/// Somebody who speaks or is mentioned.
#[derive(Serialize)]
pub struct Person {
    /// The identifier.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// The name in an index.
    pub sort: String,
    /// Color and shape, as on every page.
    pub slot: u8,
    /// Other names and labels under which filters find the person.
    pub names: Vec<String>,
}

/// A document.
#[derive(Serialize)]
pub struct Document {
    /// Its identifier.
    pub id: String,
    /// Its title.
    pub title: String,
    /// As a filter names it: the date where it is the document's alone, else the title.
    pub short: String,
    /// Its page.
    pub path: String,
    /// BCP 47, where it is not the language of the pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// BCP 47, where the record says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// What kind of document it is, in the editors' words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

/// A date.
#[derive(Serialize)]
pub struct DateEntry {
    /// EDTF.
    pub edtf: String,
    /// As the pages write it.
    pub words: String,
}

/// Which texts of documents there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// What somebody said.
    Turns,
    /// Notes of the source and of the editors.
    Notes,
    /// What a document tells in its own words.
    Narration,
    /// Headings.
    Headings,
}

impl Part {
    /// All of them, as a reader types them.
    pub const ALL: [(Part, &str); 4] = [
        (Part::Turns, "turns"),
        (Part::Notes, "notes"),
        (Part::Narration, "narration"),
        (Part::Headings, "headings"),
    ];

    /// As a reader types it.
    pub fn name(self) -> &'static str {
        let known = Part::ALL.iter().find(|(part, _)| *part == self);
        known.map_or("", |(_, name)| name)
    }
}

/// One entry a turn in each column.
#[derive(Serialize, Default)]
pub struct Turns {
    /// Position of the document.
    pub document: Vec<usize>,
    /// Its anchor on the document's page.
    pub anchor: Vec<String>,
    /// Position of the speaker.
    pub speaker: Vec<Option<usize>>,
    /// Positions of those it mentions.
    pub mentions: Vec<Vec<usize>>,
    /// Positions of the roles its speaker holds.
    pub roles: Vec<Vec<usize>>,
    /// Position of the conversation.
    pub conversation: Vec<Option<usize>>,
    /// Position of how it is attributed.
    pub attribution: Vec<usize>,
    /// Position of the label.
    pub label: Vec<Option<usize>>,
    /// Position of the date.
    pub date: Vec<Option<usize>>,
    /// Length in words of the index, for ranking; not the count of words spoken.
    pub length: Vec<usize>,
    /// The anchors of the paragraphs, by turn, where they do not follow from the turn's.
    pub paragraphs: BTreeMap<usize, Vec<Option<String>>>,
    /// The turns of a document as they stand there, where that is not their order of time.
    pub orders: BTreeMap<usize, Vec<usize>>,
    /// What the last are, where they are no turns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub part: Vec<Part>,
}

impl Turns {
    /// What a text is.
    pub fn part(&self, turn: usize) -> Part {
        let n_turns = self.length.len() - self.part.len();
        if turn < n_turns {
            Part::Turns
        } else {
            self.part[turn - n_turns]
        }
    }
}

impl Catalog {
    /// Everybody a filter can name: speakers, then the others.
    pub(super) fn people(&self) -> Vec<&Person> {
        self.speakers.iter().chain(&self.others).collect()
    }
}
