//! Full names in running text, with what stands around them.

use super::super::names;
use super::super::voices::Voice;
use crate::authority::forms::OFFICES_CJK;
use crate::fold::is_small;

/// A full name in a text.
pub(super) struct Found {
    pub(super) name: String,
    pub(super) start: usize,
    pub(super) end: usize,
    /// The words before it in the same sentence, folded, the last four.
    before: Vec<String>,
}

/// Words that are no names though they begin with a capital, folded. A name before one that says an institution is none either.
const NO_NAMES: [&str; 70] = [
    "enter",
    "exit",
    "exeunt",
    "scene",
    "interview",
    "interviewed",
    "interviewer",
    "interviewee",
    "interviews",
    "oral",
    "history",
    "transcript",
    "transcription",
    "conversation",
    "talk",
    "meeting",
    "session",
    "hearing",
    "testimony",
    "recorded",
    "conducted",
    "date",
    "place",
    "tape",
    "side",
    "part",
    "volume",
    "chapter",
    "the",
    "and",
    "with",
    "by",
    "of",
    "on",
    "at",
    "in",
    "for",
    "from",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "present",
    "participants",
    "speakers",
    "also",
    "members",
    "record",
    "memorandum",
    "notes",
    "washington",
    "dc",
    "united",
    "states",
    "representatives",
];
const INSTITUTIONS: [&str; 28] = [
    "library",
    "foundation",
    "institute",
    "university",
    "college",
    "school",
    "center",
    "centre",
    "committee",
    "board",
    "department",
    "bureau",
    "office",
    "house",
    "building",
    "street",
    "avenue",
    "road",
    "project",
    "papers",
    "collection",
    "museum",
    "airport",
    "hospital",
    "society",
    "association",
    "company",
    "act",
];

/// Articles that are words of names as well.
const PARTICLES: [&str; 5] = ["de", "den", "der", "la", "le"];

/// What stands before the name of who answers, and of who asks.
const WITH: [&str; 20] = [
    "interview with",
    "interviews with",
    "interview of",
    "conversation with",
    "history of",
    "history with",
    "talk with",
    "discussion with",
    "entretien avec",
    "interview de",
    "interview mit",
    "gesprach mit",
    "entrevista a",
    "entrevista con",
    "entrevista com",
    "intervista a",
    "intervista con",
    "testimony of",
    "deposition of",
    "interviewee",
];
const BY: [&str; 16] = [
    "interviewed by",
    "interview by",
    "conducted by",
    "recueillis par",
    "interrogee par",
    "interroge par",
    "interviewt von",
    "gefuhrt von",
    "entrevistado por",
    "entrevistada por",
    "intervistato da",
    "intervistata da",
    "questions by",
    "questioned by",
    "examined by",
    "interviewer",
];
const PRESIDES: [&str; 9] = [
    "presidence de",
    "chaired by",
    "chairmanship of",
    "presided by",
    "presidency of",
    "presidencia de",
    "presidenza di",
    "vorsitz von",
    "moderated by",
];

impl Found {
    /// What the words before the name make of the person.
    pub(super) fn role(&self) -> Option<Voice> {
        if self.follows(&WITH) {
            Some(Voice::Answers)
        } else {
            self.follows(&BY).then_some(Voice::Asks)
        }
    }

    /// The office that the words before the name give.
    pub(super) fn presides(&self) -> Option<String> {
        self.follows(&PRESIDES).then(|| "chair".to_owned())
    }

    /// “Transcribed by”: perhaps somebody who made the document.
    pub(super) fn follows_by(&self) -> bool {
        let before = self.before.last().map(String::as_str);
        matches!(before, Some("by" | "par" | "von" | "por" | "da"))
    }

    fn follows(&self, phrases: &[&str]) -> bool {
        let before = self.before.join(" ");
        phrases.iter().any(|phrase| {
            before
                .strip_suffix(phrase)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        })
    }

    /// The words in a bracket right after the name.
    pub(super) fn bracket<'a>(&self, text: &'a str) -> Option<&'a str> {
        let inside = text[self.end..].trim_start().strip_prefix(['(', '['])?;
        inside.split([')', ']']).next()
    }
}

/// The full names in a text: two words to five, one of them a given name in full.
pub(super) fn names(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut run: Vec<Word<'_>> = Vec::new();
    let mut before: Vec<String> = Vec::new();
    for raw in text.split_whitespace() {
        let start = raw.as_ptr() as usize - text.as_ptr() as usize;
        let word = Word::new(raw, start);
        let folded = names::words(raw).join("");
        let breaks_before = raw.starts_with(['(', '[', '“', '"', '—', '–']);
        if !word.may_be_name() || breaks_before {
            let is_institution = INSTITUTIONS.contains(&folded.as_str());
            let found = if is_institution {
                None
            } else {
                Some(&mut found)
            };
            close(text, &mut run, &mut before, found);
        } else if word.changes_style(&run) {
            // `Texas SHELLEY MOORE CAPITO`: the capitals before belong to the name.
            let n_small = run.iter().rposition(|word| !word.is_capital());
            let kept = if word.is_capital() {
                run.split_off(n_small.map_or(0, |at| at + 1))
            } else {
                Vec::new()
            };
            close(text, &mut run, &mut before, Some(&mut found));
            run = kept;
        }
        if word.may_be_name() {
            let ends = word.ends_run();
            run.push(word);
            if ends {
                close(text, &mut run, &mut before, Some(&mut found));
                if raw.ends_with([';', ')', ']']) {
                    before.clear();
                }
            }
        } else if !folded.is_empty() {
            before.push(folded);
            if raw.ends_with(['.', ';']) {
                before.clear();
            }
            let n = before.len().saturating_sub(4);
            before.drain(..n);
        }
    }
    close(text, &mut run, &mut before, Some(&mut found));
    found
}

/// A word of a text, without the signs around it.
struct Word<'a> {
    raw: &'a str,
    core: &'a str,
    start: usize,
}

impl<'a> Word<'a> {
    fn new(raw: &'a str, start: usize) -> Word<'a> {
        let core = raw.trim_start_matches(|c: char| !c.is_alphanumeric());
        let start = start + raw.len() - core.len();
        let core = core.trim_end_matches(|c: char| !c.is_alphanumeric());
        Word { raw, core, start }
    }

    fn is_capital(&self) -> bool {
        self.core.chars().count() > 2 && !self.core.chars().any(is_small)
    }

    /// A letter alone, or several with points: `S`, `J.S`.
    fn is_initial(&self) -> bool {
        self.core.split('.').all(|part| part.chars().count() <= 1)
    }

    /// `Wm. Lacy Clay`, `St. John`.
    fn is_shortened(&self) -> bool {
        matches!(
            self.core.to_lowercase().as_str(),
            "wm" | "geo" | "chas" | "thos" | "jas" | "st" | "ste" | "jos" | "fr"
        )
    }

    fn may_be_name(&self) -> bool {
        let folded = names::words(self.core).join("");
        let particle = matches!(
            self.core,
            "de" | "du"
                | "van"
                | "von"
                | "der"
                | "den"
                | "di"
                | "da"
                | "la"
                | "le"
                | "zu"
                | "y"
                | "al"
        );
        (self.core.starts_with(char::is_uppercase) || particle)
            && self
                .core
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
            && !NO_NAMES.contains(&folded.as_str())
            && !INSTITUTIONS.contains(&folded.as_str())
    }

    /// `Alabama MAXINE WATERS`: a name does not go from small letters to two words of capitals.
    fn changes_style(&self, run: &[Word<'_>]) -> bool {
        let long = |word: &&Word<'_>| word.core.chars().count() > 2;
        let Some(last) = run.iter().rev().find(long) else {
            return false;
        };
        let n_capital = run.iter().filter(|word| word.is_capital()).count();
        self.core.chars().count() > 2
            && (last.is_capital() && n_capital > 1 && !self.is_capital()
                || self.is_capital()
                    && n_capital > 0
                    && n_capital < run.iter().filter(long).count())
    }

    fn ends_run(&self) -> bool {
        let after = &self.raw[self
            .raw
            .len()
            .min(self.core.as_ptr() as usize - self.raw.as_ptr() as usize + self.core.len())..];
        let is_abbreviation = after == "."
            && (self.is_initial()
                || self.is_shortened()
                || names::is_title(&names::words(self.core).join("")));
        !after.is_empty() && !is_abbreviation && after != "’s" || self.raw.ends_with(',')
    }
}

/// Ends a run of words; a name among them is found.
fn close(
    text: &str,
    run: &mut Vec<Word<'_>>,
    before: &mut Vec<String>,
    found: Option<&mut Vec<Found>>,
) {
    let words = std::mem::take(run);
    // `Honorable Barney Frank`
    let n_titles = words
        .iter()
        .take_while(|word| names::is_title(&names::words(word.core).join("")) && !word.is_initial())
        .count();
    let words = if n_titles + 2 <= words.len() {
        &words[n_titles..]
    } else {
        &words[..]
    };
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return;
    };
    let (start, mut end) = (first.start, last.start + last.core.len());
    if last.is_initial() && text[end..].starts_with('.') {
        end += 1;
    }
    let name = &text[start..end];
    let is_name = (2..=6).contains(&words.len())
        && names::parse(name).is_some_and(|parts| {
            !parts.given.is_empty() && parts.given.len() < 4 && parts.surname.chars().count() > 1
        });
    // “Interview with a Harbor Pilot” names nobody; “the Honorable Barney Frank” does.
    let follows_article = n_titles == 0
        && before
            .last()
            .is_some_and(|word| names::is_article(word) && !PARTICLES.contains(&word.as_str()));
    if let (true, false, Some(found)) = (is_name, follows_article, found) {
        // `, Jr.` belongs to the name.
        let suffix = text[end..].strip_prefix(", ").and_then(|rest| {
            let word = rest.split_whitespace().next()?.trim_end_matches(',');
            matches!(word, "Jr." | "JR." | "Jr" | "Sr." | "SR." | "II" | "III").then_some(word)
        });
        let full_end = suffix.map_or(end, |suffix| end + 2 + suffix.len());
        found.push(Found {
            name: text[start..full_end].to_owned(),
            start,
            end: full_end,
            before: before.clone(),
        });
    }
    for word in words {
        before.extend(names::words(word.core));
    }
    let n = before.len().saturating_sub(4);
    before.drain(..n);
}

/// The office in what follows a name: `, Massachusetts, Chairman`, ` [chairman of the committee] presiding`, ` in the chair`.
pub(super) fn office_after(text: &str) -> Option<String> {
    let sentence = text.split(". ").next().unwrap_or(text);
    let words: Vec<String> = names::words(&sentence.replace(['[', ']', '(', ')', ';'], " "))
        .into_iter()
        .take(8)
        .collect();
    let at = words.iter().position(|word| {
        matches!(
            word.as_str(),
            "chairman"
                | "chairwoman"
                | "chair"
                | "chairperson"
                | "presiding"
                | "president"
                | "presidente"
                | "vorsitzender"
                | "vorsitzende"
                | "speaker"
                | "moderator"
                | "secretary"
                | "ambassador"
                | "premier"
                | "chancellor"
                | "minister"
        )
    })?;
    let is_other = |word: &String| {
        matches!(
            word.as_str(),
            "former"
                | "ranking"
                | "deputy"
                | "acting"
                | "assistant"
                | "to"
                | "under"
                | "co"
                | "ex"
                | "past"
                | "counsel"
                | "director"
                | "attorney"
                | "by"
                | "for"
                | "of"
                | "on"
        )
    };
    if words[..at].iter().any(is_other) {
        return None;
    }
    let of = if words[..at].iter().any(|word| word == "vice") {
        "vice "
    } else {
        ""
    };
    Some(match words[at].as_str() {
        "presiding" => "chair".to_owned(),
        office => format!("{of}{}", names::office_key(office)),
    })
}

/// `主席曾鈺成議員`: an office and who holds it, in a script that does not part words.
pub(super) fn unspaced_holders(text: &str) -> Vec<(String, String)> {
    let mut holders = Vec::new();
    let line = text
        .split([',', '，', '、', '(', '（'])
        .next()
        .unwrap_or(text)
        .trim();
    if line.chars().count() > 20 {
        return holders;
    }
    for office in OFFICES_CJK {
        let rest = line.strip_prefix(office).map(str::trim);
        if let Some(parts) = rest
            .filter(|rest| names::begins_with_surname(rest))
            .and_then(names::parse)
            && parts.is_whole
            && (2..=4).contains(&parts.surname.chars().count())
        {
            holders.push((office.to_owned(), parts.surname));
            break;
        }
    }
    holders
}
