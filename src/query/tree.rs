//! What a query means, once it is read.

/// A query or a part of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tree {
    /// All of these; an empty query is all of nothing and finds every turn.
    All(Vec<Tree>),
    /// At least one of these.
    Any(Vec<Tree>),
    /// Not this.
    Not(Box<Tree>),
    /// These near each other.
    Near(Near),
    /// These words in a row; a single word is a phrase of one.
    Phrase(Phrase),
    /// Turns of a kind.
    Filter(Filter),
}

/// Words or phrases near each other, each near the next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Near {
    /// Phrases, or several of which one will do.
    pub operands: Vec<Tree>,
    /// How far each is from the next at most, in words: 1 is next to each other.
    pub distances: Vec<usize>,
}

/// Words in a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Phrase {
    /// Folded, perhaps with `*` and `?`.
    pub words: Vec<String>,
    /// Whether `=` stands before it: other forms of a name or term are not meant.
    pub is_as_typed: bool,
    /// Its first byte in the query.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
}

/// A filter as typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Filter {
    /// What it looks at.
    pub field: Field,
    /// What it asks for.
    pub value: String,
    /// Its first byte in the query.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
}

/// What a filter looks at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Field {
    /// Who speaks.
    Speaker,
    /// Who is mentioned.
    Mentions,
    /// In which capacity the speaker speaks.
    Role,
    /// When.
    Date,
    /// Kind of the document.
    Kind,
    /// Language of the document.
    Language,
    /// Which document.
    Document,
    /// Which conversation.
    Conversation,
    /// Which texts: `turns`, which are meant where nothing is said, `notes`, `narration`, `headings`.
    In,
}

impl Field {
    /// All of them, in the order of the help, with the name the reader types and an example.
    pub const ALL: [(Field, &str, &str); 9] = [
        (Field::Speaker, "speaker", "speaker:gorbachev"),
        (Field::Mentions, "mentions", "mentions:kohl"),
        (Field::Role, "role", "role:president"),
        (Field::Date, "date", "date:1990-05"),
        (Field::Kind, "kind", "kind:interview"),
        (Field::Language, "lang", "lang:en"),
        (Field::Document, "document", "document:1990-05-25-talk"),
        (
            Field::Conversation,
            "conversation",
            "conversation:paris-1990",
        ),
        (Field::In, "in", "in:notes"),
    ];

    /// As a reader types it.
    pub(super) fn name(self) -> &'static str {
        let known = Field::ALL.iter().find(|(field, _, _)| *field == self);
        known.map_or("", |(_, name, _)| name)
    }

    /// The field a reader names, in any case.
    pub(super) fn named(name: &str) -> Option<(Field, &'static str)> {
        let name = name.to_lowercase();
        Field::ALL
            .iter()
            .find(|(_, known, _)| *known == name)
            .map(|(field, _, example)| (*field, *example))
    }
}

impl Tree {
    /// The phrases that a hit may be found for, in order: all but those that must not be there.
    pub fn positive(&self) -> Vec<&Phrase> {
        match self {
            Tree::All(parts) | Tree::Any(parts) => parts.iter().flat_map(Tree::positive).collect(),
            Tree::Near(near) => near.operands.iter().flat_map(Tree::positive).collect(),
            Tree::Phrase(phrase) => vec![phrase],
            Tree::Not(_) | Tree::Filter(_) => Vec::new(),
        }
    }

    /// Whether it says in which texts; else turns are meant.
    pub fn says_in(&self) -> bool {
        match self {
            Tree::All(parts) | Tree::Any(parts) => parts.iter().any(Tree::says_in),
            Tree::Not(part) => part.says_in(),
            Tree::Filter(filter) => filter.field == Field::In,
            Tree::Near(_) | Tree::Phrase(_) => false,
        }
    }

    /// The phrases, where it is one or asks for one of several.
    pub(super) fn choices(&self) -> Option<Vec<&Phrase>> {
        match self {
            Tree::Phrase(phrase) => Some(vec![phrase]),
            Tree::Any(parts) => {
                let choices: Option<Vec<Vec<&Phrase>>> = parts.iter().map(Tree::choices).collect();
                choices.map(|choices| choices.concat())
            }
            Tree::All(_) | Tree::Not(_) | Tree::Near(_) | Tree::Filter(_) => None,
        }
    }

    /// What the query asks for together: each a choice of phrases. Fewer than two have no distance.
    pub(super) fn together(&self) -> Vec<Vec<&Phrase>> {
        match self {
            Tree::All(parts) => parts.iter().filter_map(Tree::choices).collect(),
            Tree::Any(_) | Tree::Not(_) | Tree::Near(_) | Tree::Phrase(_) | Tree::Filter(_) => {
                Vec::new()
            }
        }
    }
}
