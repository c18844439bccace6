//! The kinds of report, each with its name, severity and explanation.

use super::Severity;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident $name:literal $severity:ident,)+) => {
        /// The kind of a report. The doc comment of each says what it means, why it matters and how to settle it.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Code { $($(#[doc = $doc])+ $variant,)+ }

        impl Code {
            /// Every kind there is.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)+];

            /// The name shown to editors, in kebab case.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)+ }
            }

            /// How bad it is: an error where an editor wrote something that cannot be right, else a warning.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)+ }
            }

            /// What it means, why it matters and how to settle it.
            pub fn explanation(self) -> &'static str {
                match self { $(Code::$variant => concat!($($doc, "\n"),+).trim_ascii(),)+ }
            }
        }
    };
}

codes! {
    /// A configuration file, record or authority file is not valid TOML, or a value has the wrong type.
    /// Nothing is published until it is mended, since a half-read record could put words in the wrong mouth.
    /// Go to the line and column named and compare it with the example in the README.
    BadToml "bad-toml" Error,
    /// A key is not one that memcon knows, so what it says would be lost in silence.
    /// Correct its spelling or remove it.
    UnknownKey "unknown-key" Error,
    /// A date is not written as year, year-month or year-month-day, so the document cannot be put in order.
    /// Write it as 1990, 1990-05 or 1990-05-25 (EDTF); a span is 1990-05/1990-07, a doubtful date ends with ?.
    BadDate "bad-date" Error,
    /// A table of the editors' cannot be read, or a row of it has no place: a quotation mark is never closed, a row is longer than the first, a cell is missing that must be there.
    /// Nothing is published until it is mended, since cells may have moved to the wrong column. Go to the row and column named.
    BadTable "bad-table" Error,
    /// A table names a document that the archive does not hold, so what its row says would be lost in silence.
    /// Write the name of the file without its extension, as it stands in content/documents, or take the row out.
    UnknownDocument "unknown-document" Error,
    /// A value must be one of a few words, and is another.
    /// Use one of the words listed in the message.
    BadValue "bad-value" Error,
    /// Two entries share one identifier, so an address would mean two things; or people.toml and people.csv say different things of one person.
    /// Give one of them another identifier; where one person is meant, make both files say the same.
    DuplicateId "duplicate-id" Error,
    /// A record names a person that the authority file does not hold, or by a name that several people bear.
    /// Add the person to content/people.toml, or write the identifier of the one who is meant.
    UnknownPerson "unknown-person" Error,
    /// A record points at words that the source does not contain, so the decision it records has no place.
    /// The nearest words of the source are shown; copy them exactly as printed.
    AnchorNotFound "anchor-not-found" Error,
    /// A record points at words that stand more than once in the source.
    /// Quote a few more words, so that only one place fits.
    AnchorAmbiguous "anchor-ambiguous" Error,
    /// A lock in content/anchors is damaged or was changed by hand, so that nobody knows which addresses were published.
    /// Take the file back from version control; or delete it and build once with --lock-from and an earlier copy of the site.
    BadLock "bad-lock" Error,
    /// An address that was published would lead nowhere, or to other words: its file is gone or cannot be read, or another file takes its name.
    /// Readers have cited it. Put the file back, or write status = "withdrawn" in its record, which stays when the file goes; then a notice stands at the address.
    LostAddress "lost-address" Error,
    /// Words that a record withholds stand in a file of the site all the same: elsewhere in the source, in a record, a page or the authority file.
    /// Withhold that place too, or take the words out there; nothing is published until they are gone.
    WithheldWords "withheld-words" Error,
    /// A template cannot be read or used.
    /// Correct it at the place named, or remove it to use the theme's own.
    BadTemplate "bad-template" Error,
    /// A page quotes words of a document at an address that does not exist, so there is nothing to quote.
    /// The nearest address there is is shown, ready to be pasted; the turn's number stands beside it on the document's page.
    UnknownAddress "unknown-address" Error,
    /// A page asks for a turn in a form or at a place that cannot be understood.
    /// Write `{{turn DOCUMENT#t2p14}}` alone on a line; a range is `#t4-t7`.
    BadQuotation "bad-quotation" Error,
    /// A speaker label fits no entry of the authority file: its person is provisional, known only from labels.
    /// Add the label to a person's `labels` in content/people.toml, or add the person.
    UnmatchedSpeaker "unmatched-speaker" Warning,
    /// A speaker label fits two or more people; choosing is the editor's work.
    /// Add an `[[attribution]]` to the document's record.
    AmbiguousSpeaker "ambiguous-speaker" Warning,
    /// Speech stands without a label, after an omission or as a quotation nobody is named for; it is counted for nobody.
    /// If the source leaves no doubt, say who speaks in an `[[attribution]]` of the record, with the reason.
    UnmarkedSpeaker "unmarked-speaker" Warning,
    /// A file in content/documents, or in another folder of the archive, was not read, so nothing of it is published.
    /// The message says why and what to do.
    UnreadFile "unread-file" Warning,
    /// A name in the archive is a symbolic link, and what it leads to was read and is published under it.
    /// A copy of the archive on another computer does not have it, and it may change without anybody touching the archive.
    /// Put the file itself in the link's place.
    FollowedLink "followed-link" Warning,
    /// No turns were found in a document: reported speech, or a layout memcon does not know.
    /// If it holds turns, name their labels in the record (`labels = ["…"]`).
    NoTurns "no-turns" Warning,
    /// A file is not Unicode; its encoding was detected from the text itself, from the words named.
    /// If they are spelled as they should be, save the file as UTF-8 and the matter is settled.
    DetectedEncoding "detected-encoding" Warning,
    /// A file breaks the rules of its format (captions, table, JSON): half a download, a stray quotation mark, a time that is missing.
    /// Nothing of it is lost, but some of it may be read as plain text; mend the place named, or ask for the file anew.
    BrokenFormat "broken-format" Warning,
    /// A row of a table has more or fewer cells than the others, so its words may stand in the wrong column; they are kept.
    /// Put quotation marks around cells that hold the separator or a line's end.
    OddRows "odd-rows" Warning,
    /// A table's header does not name its columns in a way that is known, so speaker and words were found from what the columns hold.
    /// If the columns are wrong, name them in a first row: speaker, text.
    GuessedColumns "guessed-columns" Warning,
    /// Captions run backwards or over each other, so what is said may stand in the wrong order; the file's order is kept.
    /// Sort the cues by time, or leave them if two people speak at once.
    CueOrder "cue-order" Warning,
    /// The markup of a file is broken, or asks for what memcon never does (entities within entities, other files).
    /// Everything is read all the same, what is no markup as text; go to the line and column named and compare the turns around it.
    BrokenMarkup "broken-markup" Warning,
    /// A document has no date, so it stands at the end of every list in time.
    /// Add `date = "…"` to its record.
    NoDate "no-date" Warning,
    /// A spreadsheet has changed a date, as Excel does with what looks like one; it can be read by a rule, but the century or the day may be meant otherwise.
    /// Write the date as 1991-10-31, and format the column as text before you do.
    SpreadsheetDate "spreadsheet-date" Warning,
    /// The record and the source disagree about a fact; the record is used.
    /// Correct the record, or confirm it.
    Contradiction "contradiction" Warning,
    /// A speaker label stands once in a document where others recur, and is formed like none of them, or spelled almost like one of them.
    /// It may be a heading, a column's name or a slip of the typist's, and the words after it would stand in the wrong mouth.
    /// If it is no speaker, add it to `not_labels` in the document's record; if it is one, to `labels`, or to a person's `labels` in content/people.toml.
    OneOffLabel "one-off-label" Warning,
    /// A turn is many times longer than the others of its document, so that a label inside it may have been missed.
    /// Then somebody's words stand in the mouth of whoever spoke before.
    /// Look at the words named: if a label is among them, add it to `labels` in the document's record.
    LongTurn "long-turn" Warning,
    /// A turn or paragraph begins with a small letter, and the one before it does not end a sentence.
    /// Words that only look like a label may have cut a sentence in two, or a line's end was taken for a paragraph's.
    /// A false label belongs to `not_labels` in the document's record; where a speaker was interrupted, all is well.
    SmallLetter "small-letter" Warning,
    /// A date is named that no calendar holds, such as 30 February: the document says so itself, or a copyist slipped.
    /// The printed date stays as it is; give the right one as `date = "…"` in the document's record.
    NoSuchDate "no-such-date" Warning,
    /// Two files hold the same text, or nearly: the same talk would be found and counted twice.
    /// Take one of them out of content/documents; if they are two versions of one record, leave them.
    Duplicate "duplicate" Warning,
    /// Some bytes of a file fit no character of its encoding and show as �: letters are missing there.
    /// Ask for the file anew, or save it as UTF-8 with the program it was written with.
    MissingLetters "missing-letters" Warning,
    /// Signs such as “Ã©” stand where a letter such as “é” belongs: the text was saved in one encoding and read in another before it came here.
    /// Ask for the file as it was before, or have it repaired and save it as UTF-8.
    GarbledLetters "garbled-letters" Warning,
    /// A text holds signs that are not seen and change what is: the order of the letters after them, or where a word ends.
    /// A reader may see other words than the file has, and a search may miss them. The words stay as they are; elsewhere on the page nothing is changed by them.
    /// Ask for the file anew, or take the signs out if you know where they come from.
    HiddenSigns "hidden-signs" Warning,
    /// Much more of a document is left out than is usual for the reason given, so that speech may be among it.
    /// `memcon parse FILE --format json` lists all that is left out, under `dropped`.
    MuchLeftOut "much-left-out" Warning,
    /// The records of one conversation have not the same turns, and these of one record stand beside none of another: the other side did not write them down, or they stand there in other words. They are shown with an empty place beside them.
    /// Where the words do stand in another record, name the turn with `[[counterpart]]`; where they do not, `alone = true` there says that you have looked; without a turn it says so of all of them.
    UnalignedTurns "unaligned-turns" Warning,
    /// Two colors of the archive are so near each other that text in one can hardly be read on the other.
    /// Take the color that the message offers, or another with a contrast of 7 to 1 (drawings: 4.5 to 1).
    LowContrast "low-contrast" Warning,
    /// site.toml names no base_url, so canonical links, sitemap, feed and citation addresses are left out.
    /// Add base_url = "https://…/", the address the archive will have.
    NoBaseUrl "no-base-url" Warning,
    /// The site's language is one of your own, and its file leaves texts out; they are shown in English.
    /// Copy them from templates/i18n/en.ftl of memcon into your file and translate them.
    UntranslatedText "untranslated-text" Warning,
    /// Text of a source reached neither the pages nor the list of what was dropped. This is a fault of memcon.
    /// Nothing is published until it is mended; please report it with the file.
    LostText "lost-text" Error,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_kebab_name_of_its_own_and_an_explanation_of_two_sentences() {
        let mut names: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
        for code in Code::ALL {
            assert!(
                code.name()
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b == b'-'),
                "{code:?}"
            );
            assert!(code.explanation().lines().count() >= 2, "{code:?}");
        }
    }
}
