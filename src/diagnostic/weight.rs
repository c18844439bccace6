//! Which reports matter most to readers, and how many of a kind are told in one sentence.

use super::Code;

impl Code {
    /// What harms readers most comes first: text that is not there, words in the wrong mouth, words of nobody, facts that mislead, and
    /// last what is only missing.
    pub fn harm(self) -> Harm {
        match self {
            Code::LostText | Code::UnreadFile | Code::MissingLetters | Code::MuchLeftOut => {
                Harm::TextMissing
            }
            Code::LongTurn
            | Code::OneOffLabel
            | Code::AmbiguousSpeaker
            | Code::GuessedColumns
            | Code::UnknownPerson
            | Code::AnchorNotFound
            | Code::AnchorAmbiguous => Harm::WrongMouth,
            Code::BrokenFormat
            | Code::BrokenMarkup
            | Code::OddRows
            | Code::CueOrder
            | Code::GarbledLetters
            | Code::NoTurns
            | Code::SmallLetter => Harm::Garbled,
            Code::SpreadsheetDate
            | Code::NoSuchDate
            | Code::Contradiction
            | Code::Duplicate
            | Code::HiddenSigns
            | Code::FollowedLink
            | Code::DetectedEncoding => Harm::Misleading,
            Code::UnmatchedSpeaker
            | Code::UnmarkedSpeaker
            | Code::NoDate
            | Code::NoBaseUrl
            | Code::UnalignedTurns
            | Code::LowContrast
            | Code::UntranslatedText => Harm::Incomplete,
            Code::BadToml
            | Code::UnknownKey
            | Code::BadDate
            | Code::BadValue
            | Code::BadTable
            | Code::UnknownDocument
            | Code::DuplicateId
            | Code::UnknownAddress
            | Code::BadQuotation
            | Code::BadLock
            | Code::LostAddress
            | Code::WithheldWords
            | Code::BadTemplate => Harm::NotPublished,
        }
    }

    /// Several of a kind in one sentence, after their number: `labels fit two or more people`.
    pub fn many(self) -> &'static str {
        match self {
            Code::BadToml => "files cannot be read",
            Code::UnknownKey => "keys are unknown",
            Code::BadDate => "dates cannot be read",
            Code::BadTable => "places in tables cannot be read",
            Code::UnknownDocument => "rows are for documents that are not there",
            Code::SpreadsheetDate => "dates were changed by a spreadsheet",
            Code::BadValue => "values are not among those known",
            Code::DuplicateId => "identifiers are given twice",
            Code::UnknownPerson => "names stand for nobody in the authority file",
            Code::AnchorNotFound => "quotations are not in the source",
            Code::AnchorAmbiguous => "quotations stand more than once in the source",
            Code::BadLock => "locks of addresses are damaged",
            Code::LostAddress => "published addresses would be lost",
            Code::WithheldWords => "files of the site hold words that are withheld",
            Code::BadTemplate => "templates cannot be used",
            Code::UnknownAddress => "addresses quoted by pages do not exist",
            Code::BadQuotation => "turns are asked for in a way that cannot be understood",
            Code::UnmatchedSpeaker => "speaker labels fit no entry of the authority file",
            Code::AmbiguousSpeaker => "speaker labels fit two or more people",
            Code::UnmarkedSpeaker => "turns are counted for nobody",
            Code::UnreadFile => "files were not read",
            Code::FollowedLink => "symbolic links were followed",
            Code::HiddenSigns => "places hold signs that nobody sees",
            Code::NoTurns => "documents have no turns",
            Code::DetectedEncoding => "files are not Unicode",
            Code::BrokenFormat => "places break the rules of the format",
            Code::OddRows => "rows have too many or too few cells",
            Code::GuessedColumns => "tables do not name their columns",
            Code::CueOrder => "captions are out of order",
            Code::BrokenMarkup => "places in the markup are broken",
            Code::NoDate => "documents have no date",
            Code::Contradiction => "facts contradict each other",
            Code::OneOffLabel => "labels stand only once and look unlike the others",
            Code::LongTurn => "turns are far longer than the others",
            Code::SmallLetter => "turns or paragraphs begin with a small letter",
            Code::NoSuchDate => "dates do not exist",
            Code::UnalignedTurns => {
                "records have turns that no other record of the conversation has"
            }
            Code::Duplicate => "files hold the same text as another",
            Code::MissingLetters => "places have lost letters",
            Code::GarbledLetters => "places hold garbled letters",
            Code::MuchLeftOut => "reasons leave out much of a document",
            Code::LowContrast => "colors can hardly be read",
            Code::NoBaseUrl => "archives have no base_url",
            Code::UntranslatedText => "languages are not translated whole",
            Code::LostText => "places of the text are lost",
        }
    }

    /// Whether several reports that say the same are one: a label that many documents print is one label.
    pub fn counts_messages(self) -> bool {
        self == Code::UnmatchedSpeaker
    }

    /// Whether it is told once for the whole archive, not once a document: what is settled in one go, or says the same of many.
    pub fn is_told_once(self) -> bool {
        matches!(self, Code::UnmatchedSpeaker | Code::NoDate)
    }
}

/// What a report means for readers, the worst first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Harm {
    /// Nothing can be published.
    NotPublished,
    /// Text is not there.
    TextMissing,
    /// Words may stand in the wrong mouth.
    WrongMouth,
    /// Words may stand in the wrong order, or are hard to read.
    Garbled,
    /// A fact may be wrong.
    Misleading,
    /// Something is not known yet.
    Incomplete,
}
