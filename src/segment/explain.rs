//! Why labels are taken or refused, in values: `evidence` decides with them, `memcon parse --explain` shows them.
//!
//! Nothing here decides. A [`Witness`] keeps what the decision threw away, and only where somebody asks for it.

use super::candidates::{Candidate, Found};
use super::evidence::Weighed;
use super::label::{Convention, Form};
use super::rows::Rows;
use crate::document::SpannedText;
use crate::source::Span;
use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};
use std::collections::{BTreeMap, BTreeSet};

/// How the turns of a document were found.
#[derive(Clone, PartialEq, Debug)]
pub struct Explanation {
    /// The convention or format that was taken.
    pub convention: Option<&'static str>,
    /// The convention whose labels stand beside it: the questions and answers of an examination.
    pub beside: Option<&'static str>,
    /// Why that one; `None` for formats that say themselves where turns begin, and where no convention explains enough.
    pub choice: Option<Choice>,
    /// What in the file says who speaks, for formats that do; empty for text.
    pub said_by: Vec<String>,
    /// What each convention would make of the text, in the order in which they are tried; empty for formats.
    pub readings: Vec<Reading>,
    /// Lines that begin with a label that is taken, without its mark.
    pub without_mark: Vec<Span>,
}

/// What one convention makes of a text.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading {
    /// Its name.
    pub convention: &'static str,
    /// How its labels look.
    pub example: &'static str,
    /// The turns it would give.
    pub n_turns: usize,
    /// All its look-alikes, in order of their first place.
    pub labels: Vec<LabelEvidence>,
}

/// One look-alike of a convention.
#[derive(Clone, PartialEq, Debug)]
pub struct LabelEvidence {
    /// As printed at its first place, without the mark that ends it.
    pub printed: String,
    /// What its form says.
    pub form: &'static str,
    /// Whether it is taken, and why.
    pub verdict: Verdict,
    /// Where it stands, in order.
    pub places: Vec<LabelPlace>,
}

impl LabelEvidence {
    /// The turns it begins.
    pub fn n_turns(&self) -> usize {
        let is_turn = |place: &&LabelPlace| place.fate == Some(Fate::Turn);
        self.places.iter().filter(is_turn).count()
    }
}

/// One place of a look-alike.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LabelPlace {
    /// The label there.
    pub span: Span,
    /// Where that is.
    pub stands: Stands,
    /// What becomes of it; `None` where the label is refused.
    pub fate: Option<Fate>,
}

/// Where in its surroundings a look-alike stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stands {
    /// After a blank line, a heading or an omission, or first of all.
    Paragraph,
    /// On a line that is set in.
    Indented,
    /// On a line of a text whose every line is a paragraph.
    Line,
    /// On a line that begins with a time or a bracket of its own.
    Enclosed,
    /// After a line that ends a sentence.
    AfterSentence,
    /// Right after the line with the date.
    AfterDate,
    /// Anywhere, in a text that has lost its line ends.
    Anywhere,
    /// After a line that ends no sentence.
    InSentence,
}

impl Stands {
    /// Whether a turn may begin there.
    pub fn may_begin(self) -> bool {
        match self {
            Stands::Paragraph
            | Stands::Indented
            | Stands::Line
            | Stands::Enclosed
            | Stands::AfterSentence
            | Stands::AfterDate
            | Stands::Anywhere => true,
            Stands::InSentence => false,
        }
    }

    /// In words that follow a number.
    pub fn describe(self) -> &'static str {
        match self {
            Stands::Paragraph => "at the beginning of a paragraph",
            Stands::Indented => "on a line set in",
            Stands::Line => "at the beginning of a line",
            Stands::Enclosed => "beside a time or in brackets",
            Stands::AfterSentence => "after a line that ends a sentence",
            Stands::AfterDate => "right after the date",
            Stands::Anywhere => "within a line, as there are no line ends",
            Stands::InSentence => "after a line that ends no sentence",
        }
    }
}

/// What the evidence says of a label.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It is one.
    Taken(Taken),
    /// It only looks like one.
    Refused(Refused),
}

impl Verdict {
    /// Whether the label is taken.
    pub fn is_taken(self) -> bool {
        match self {
            Verdict::Taken(_) => true,
            Verdict::Refused(_) => false,
        }
    }

    /// Why, in words.
    pub fn describe(self) -> &'static str {
        match self {
            Verdict::Taken(why) => why.describe(),
            Verdict::Refused(why) => why.describe(),
        }
    }
}

/// Why a label is taken.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Taken {
    /// The record lists it.
    ByRecord,
    /// Bold or a heading sets it apart.
    SetApart,
    /// A time or brackets set it apart.
    Enclosed,
    /// It stands several times where a turn may begin.
    Recurs,
    /// It stands once, has the form of a name, and the name is expected.
    Expected(Expected),
    /// Its words stand elsewhere in the text, not as a label.
    NamedElsewhere,
    /// Its last word, mostly a surname, is that of a label that is taken.
    Kin,
    /// The convention is well established, and the label has its form.
    Usual,
    /// Most paragraphs begin with a label, and this one stands in the place of one.
    InDialogue,
}

impl Taken {
    fn describe(self) -> &'static str {
        match self {
            Taken::ByRecord => "the record names it",
            Taken::SetApart => "bold or a heading sets it apart",
            Taken::Enclosed => "a time or brackets set it apart",
            Taken::Recurs => "it recurs where turns begin",
            Taken::Expected(Expected::InHead) => {
                "it stands once where a turn may begin, and its last word is in the head of the document"
            }
            Taken::Expected(Expected::InAuthority) => {
                "it stands once where a turn may begin, and its last word is in the authority file"
            }
            Taken::NamedElsewhere => "the text names it elsewhere too",
            Taken::Kin => "it ends with the same word as a label that is taken",
            Taken::Usual => "it has the form of the other labels",
            Taken::InDialogue => "most paragraphs begin with a label, and it stands where one does",
        }
    }
}

/// What makes a name expected in a document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Expected {
    /// The head of the document names it.
    InHead,
    /// The authority file knows it.
    InAuthority,
}

/// Why a look-alike is refused.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Refused {
    /// The record forbids it.
    ByRecord,
    /// It never stands where a turn may begin.
    NeverAtTurn,
    /// Words in small letters, once or twice only.
    SmallLetters,
    /// It stands once, and nothing says that the name is to be expected.
    Single,
    /// It stands once; the name is expected, but its form says nothing.
    SinglePlain,
    /// Its form is not one of labels alone, and the text as a whole is no dialogue in this convention.
    NoDialogue,
}

impl Refused {
    fn describe(self) -> &'static str {
        match self {
            Refused::ByRecord => "the record forbids it",
            Refused::NeverAtTurn => "it never stands where a turn may begin",
            Refused::SmallLetters => "words in small letters, and only once or twice",
            Refused::Single => {
                "it stands once where a turn may begin, and its last word is neither in the head nor in the authority file"
            }
            Refused::NoDialogue => {
                "such lines do not recur and alternate through the text as labels do"
            }
            Refused::SinglePlain => {
                "it stands once where a turn may begin, and without title, initials or capitals throughout"
            }
        }
    }
}

/// What becomes of a place where a label stands that is taken.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fate {
    /// A turn begins.
    Turn,
    /// None: the line before ends no sentence.
    InSentence,
    /// None: the words belong to a longer label.
    InLabel,
    /// None: the sitting has ended.
    InAnnex,
    /// It heads a list of names by their votes.
    HeadsVotes,
    /// A field of the document's head: an office and who holds it.
    InHead,
    /// The record tells there of an oath.
    TellsOfOath,
}

impl Fate {
    /// In words.
    pub fn describe(self) -> &'static str {
        match self {
            Fate::Turn => "a turn begins here",
            Fate::InSentence => "the line before it ends no sentence",
            Fate::InLabel => "part of a longer label",
            Fate::InAnnex => "after the end of the sitting",
            Fate::HeadsVotes => "heads a list of votes",
            Fate::InHead => "a field of the document's head",
            Fate::TellsOfOath => "the record tells of an oath",
        }
    }
}

/// Why a convention is chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Choice {
    /// It explains most turns.
    MostTurns,
    /// It explains fewer, but its labels are headings, which nothing else uses.
    Headings,
    /// It explains a single turn, and the record names labels.
    ByRecord,
    /// Questions and answers explain most turns, and its labels name those who speak in between.
    AmongRoles,
}

impl Choice {
    /// In words.
    pub fn describe(self) -> &'static str {
        match self {
            Choice::MostTurns => "it gives the most turns",
            Choice::Headings => "its labels are headings, and they give most of the turns",
            Choice::ByRecord => "one turn is enough where the record names labels",
            Choice::AmongRoles => {
                "questions and answers give the most turns, and it names those who speak in between"
            }
        }
    }
}

/// What a label's form says, in words.
fn form(form: Form) -> &'static str {
    match form {
        Form::Loose => "small letters",
        Form::Plain => "plain name",
        Form::Initials => "initials or capitals",
        Form::Titled => "title or office",
        Form::Enclosed => "set apart",
    }
}

/// Keeps the evidence where somebody asks for it.
#[derive(Default)]
pub(super) struct Witness {
    is_asked: bool,
    pub(super) readings: Vec<Notes>,
    pub(super) said_by: Vec<String>,
    beside: Option<&'static str>,
    choice: Option<Choice>,
    without_mark: Vec<Span>,
}

impl Witness {
    /// One that is asked; by default nobody asks.
    pub(super) fn asked() -> Witness {
        Witness {
            is_asked: true,
            ..Witness::default()
        }
    }

    /// Notes the look-alikes of a convention before they are taken apart.
    pub(super) fn note(
        &self,
        convention: &Convention,
        weighed: &BTreeMap<String, Weighed>,
    ) -> Option<Notes> {
        self.is_asked.then(|| Notes::new(convention, weighed))
    }

    /// Notes the convention that is chosen, and the lines that its labels begin without their mark.
    pub(super) fn choose(&mut self, choice: Choice, found: &[Found], text: &str, rows: &Rows) {
        if self.is_asked {
            self.choice = Some(choice);
            self.without_mark = without_mark(found, text, rows);
        }
    }

    /// Notes the convention whose labels are added to those of the chosen one, but for these.
    pub(super) fn add_beside(&mut self, convention: &'static Convention, left_out: &[Found]) {
        self.beside = Some(convention.name);
        let is_it = |notes: &&mut Notes| notes.reading.convention == convention.name;
        if let Some(notes) = self.readings.iter_mut().find(is_it) {
            notes.leave_out(left_out);
        }
    }

    /// Everything noted about a document read in this convention or format.
    pub(super) fn explanation(mut self, convention: Option<&'static str>) -> Explanation {
        // A look-alike of the convention has its mark, and a reason of its own.
        let is_chosen = |notes: &&Notes| Some(notes.reading.convention) == convention;
        if let Some(chosen) = self.readings.iter().find(is_chosen) {
            let has_mark = |span: &Span| chosen.by_start.contains_key(&span.start);
            self.without_mark.retain(|span| !has_mark(span));
        }
        Explanation {
            convention,
            beside: self.beside,
            choice: self.choice,
            said_by: self.said_by,
            readings: self.readings.into_iter().map(Notes::finish).collect(),
            without_mark: self.without_mark,
        }
    }
}

/// A reading while it is noted.
pub(super) struct Notes {
    reading: Reading,
    /// By the first byte of a label: which look-alike, and which of its places.
    by_start: BTreeMap<usize, (usize, usize)>,
}

impl Notes {
    fn new(convention: &Convention, weighed: &BTreeMap<String, Weighed>) -> Notes {
        let mut labels: Vec<LabelEvidence> = weighed.values().filter_map(evidence).collect();
        labels.sort_by_key(|label| label.places.first().map(|place| place.span));
        let mut by_start = BTreeMap::new();
        for (index, label) in labels.iter().enumerate() {
            let places = label.places.iter().enumerate();
            by_start.extend(places.map(|(at, place)| (place.span.start, (index, at))));
        }
        let reading = Reading {
            convention: convention.name,
            example: convention.example,
            n_turns: 0,
            labels,
        };
        Notes { reading, by_start }
    }

    /// Notes what becomes of the labels that are taken.
    pub(super) fn place(&mut self, placed: &[(Found, Fate)]) {
        for (found, fate) in placed {
            if let Some((label, at)) = self.by_start.get(&found.text.span().start) {
                self.reading.labels[*label].places[*at].fate = Some(*fate);
            }
            self.reading.n_turns += usize::from(*fate == Fate::Turn);
        }
    }

    /// Labels on lines that the label of another convention begins.
    fn leave_out(&mut self, left_out: &[Found]) {
        for found in left_out {
            if let Some((label, at)) = self.by_start.get(&found.text.span().start) {
                self.reading.labels[*label].places[*at].fate = Some(Fate::InLabel);
            }
            self.reading.n_turns -= 1;
        }
    }

    fn finish(self) -> Reading {
        self.reading
    }
}

fn evidence(weighed: &Weighed) -> Option<LabelEvidence> {
    let first = weighed.candidates.first()?;
    let place = |candidate: &Candidate| LabelPlace {
        span: candidate.at.text.span(),
        stands: candidate.stands,
        fate: None,
    };
    Some(LabelEvidence {
        printed: name(&first.at).to_owned(),
        form: form(forms(weighed.well()).or(forms(weighed.candidates.iter()))?),
        verdict: weighed.verdict,
        places: weighed.candidates.iter().map(place).collect(),
    })
}

/// The best of the forms at these places.
fn forms<'a>(places: impl Iterator<Item = &'a Candidate>) -> Option<Form> {
    places.map(|candidate| candidate.form).max()
}

fn name(found: &Found) -> &str {
    &found.text.text()[..found.name_len]
}

/// Rows that begin with the words of a label that is taken, and no label stands there.
fn without_mark(found: &[Found], text: &str, rows: &Rows) -> Vec<Span> {
    let names: BTreeSet<&str> = found
        .iter()
        .map(name)
        .filter(|name| name.chars().count() > 2)
        .collect();
    let finder = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .start_kind(StartKind::Anchored)
        .build(&names);
    let Ok(finder) = finder else {
        return Vec::new();
    };
    let labeled: BTreeSet<usize> = found.iter().map(|found| found.row).collect();
    let begins = |words: &SpannedText| {
        let input = Input::new(words.text()).anchored(Anchored::Yes);
        let end = finder.try_find(input).ok().flatten()?.end();
        let is_whole = !words.text()[end..].starts_with(char::is_alphanumeric);
        is_whole.then(|| words.span())
    };
    let unlabeled = rows.all.iter().enumerate();
    unlabeled
        .filter(|(index, _)| !labeled.contains(index))
        .filter_map(|(_, row)| begins(&rows.content(text, row)))
        .collect()
}
