//! What stands around labels and in their place: times, brackets, verbs that go on from a name, words that head a part.

use crate::fold::is_small;
use std::collections::HashSet;
use std::sync::LazyLock;

use super::shape::{is_address, is_initial, is_name_word};

/// The length of a bracketed stretch at the beginning, brackets inside it included.
pub(super) fn bracket_len(words: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in words.char_indices() {
        match c {
            '(' | '[' | '（' | '［' => depth += 1,
            ')' | ']' | '）' | '］' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at + c.len_utf8());
                }
            }
            _ => {}
        }
    }
    None
}

/// Verbs that go on from a label without a mark, folded: `Mr. Omido asked the Minister`, `M. X propose:`.
const RUN_ON_VERBS: [&str; 14] = [
    "asked",
    "moved",
    "propose",
    "proposes",
    "demande",
    "répond",
    "répondit",
    "said",
    "replied",
    "alimwuliza",
    "aliuliza",
    "alijibu",
    "fragt",
    "antwortet",
];

/// `Mr. Omido asked the Minister`: the length of a form of address and a name right before such a verb.
pub(super) fn run_on(words: &str) -> Option<usize> {
    let mut end = 0;
    for (index, word) in words.split_whitespace().take(6).enumerate() {
        let at = word.as_ptr() as usize - words.as_ptr() as usize;
        let bare = word.trim_end_matches(['.', ',']);
        if index >= 2
            && bare.starts_with(is_small)
            && RUN_ON_VERBS.contains(&bare.trim_end_matches(':').to_lowercase().as_str())
        {
            return Some(end);
        }
        let fits = if index == 0 {
            is_address(bare) || bare == "M"
        } else {
            is_name_word(bare) || is_initial(bare) || index == 1 && bare.len() > 2
        };
        if !fits || word.contains([':', ';', '!', '?']) {
            return None;
        }
        end = at + bare.len();
    }
    None
}

/// Words that head a part of a document and name nobody, folded.
const HEADING_WORDS: [&str; 117] = [
    "info",
    "warn",
    "error",
    "debug",
    "fatal",
    "critical",
    "notice",
    "guilty",
    "not guilty",
    "what",
    "why",
    "when",
    "where",
    "who",
    "how",
    "resolution",
    "resolved",
    "proposed",
    "proposed resolution",
    "action item",
    "in the chair",
    "appearances",
    "present",
    "contents",
    "agenda",
    "summary",
    "note",
    "notes",
    "subject",
    "date",
    "place",
    "time",
    "participants",
    "source",
    "sources",
    "from",
    "to",
    "re",
    "cc",
    "title",
    "location",
    "attendees",
    "topic",
    "topics",
    "background",
    "conclusion",
    "tagesordnung",
    "inhalt",
    "anwesend",
    "ordre du jour",
    "présents",
    "sommaire",
    "résumé",
    "betreff",
    "break",
    "abstract",
    "introduction",
    "references",
    "bibliography",
    "ingredients",
    "method",
    "methods",
    "directions",
    "instructions",
    "description",
    "features",
    "example",
    "examples",
    "warning",
    "total",
    "totals",
    "subtotal",
    "phone",
    "telephone",
    "tel",
    "fax",
    "email",
    "e-mail",
    "address",
    "website",
    "url",
    "author",
    "authors",
    "publisher",
    "year",
    "volume",
    "issue",
    "pages",
    "isbn",
    "language",
    "format",
    "duration",
    "length",
    "status",
    "version",
    "category",
    "tags",
    "keywords",
    "reference",
    "file",
    "copy",
    "action",
    "actions",
    "decision",
    "decisions",
    "motion",
    "result",
    "results",
    "objective",
    "objectives",
    "purpose",
    "scope",
    "scene",
    "act",
    "chapter",
    "part",
    "section",
];

/// Words that join others in a heading: `DATE AND TIME:`.
const JOINING: [&str; 8] = ["and", "of", "the", "&", "et", "und", "y", "e"];

/// Parts of a work that have numbers, folded: `SCENE II`.
const NUMBERED: [&str; 22] = [
    "scène", "acte", "szene", "akt", "auftritt", "aufzug", "escena", "acto", "scene", "act",
    "chapter", "part", "section", "article", "item", "figure", "table", "page", "tape", "day",
    "session", "verse",
];

/// What ends a heading of two words or more, folded: `Main Point`, `Next Steps`.
const ENDS_OF_HEADINGS: [&str; 22] = [
    "point",
    "points",
    "issue",
    "issues",
    "problem",
    "problems",
    "step",
    "steps",
    "idea",
    "ideas",
    "finding",
    "findings",
    "takeaway",
    "takeaways",
    "update",
    "updates",
    "reminder",
    "disclaimer",
    "theme",
    "themes",
    "option",
    "options",
];

/// Days and months, folded: they head entries of diaries and timetables, and nobody bears them alone in a label.
const CALENDAR: [&str; 26] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "today",
    "yesterday",
    "tomorrow",
    "morning",
    "evening",
];

/// `BY MR. SMITH`, `Examined by Mr. Smith`, folded.
fn says_who_asks(folded: &str) -> bool {
    let by = folded.strip_prefix("by ").or_else(|| {
        let (how, by) = folded.split_once(" by ")?;
        let last = how.split([' ', '-']).next_back()?;
        matches!(last, "examined" | "questioned" | "examination").then_some(by)
    });
    by.is_some()
}

/// `Subject: I felt nothing.`: who is examined, where others speak too; else a field of a letter.
pub(super) fn may_speak(name: &str) -> bool {
    name.eq_ignore_ascii_case("subject")
}

/// Whether words head a part of a document, a field or an entry and name nobody: `Subject`, `DATE AND TIME`, `Dear Anna`,
/// `BY MR. SMITH` (which says who asks the questions that follow).
pub(super) fn is_heading_word(name: &str) -> bool {
    static KNOWN: LazyLock<HashSet<&str>> =
        LazyLock::new(|| HEADING_WORDS.iter().chain(&CALENDAR).copied().collect());
    let folded = name.trim().to_lowercase();
    if folded.contains(", et al") || folded.starts_with("dear ") || says_who_asks(&folded) {
        return true;
    }
    if let Some((first, number)) = folded.split_once(' ')
        && NUMBERED.contains(&first)
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || "ivxlc".contains(c))
    {
        return true;
    }
    let is_known = |word: &str| KNOWN.contains(word);
    if is_known(&folded) {
        return true;
    }
    if let Some((_, last)) = folded.rsplit_once(' ')
        && ENDS_OF_HEADINGS.contains(&last)
    {
        return true;
    }
    let mut words = folded.split_whitespace();
    let mut n_heads = 0;
    words.all(|word| {
        let heads = is_known(word);
        n_heads += usize::from(heads);
        heads || JOINING.contains(&word)
    }) && n_heads > 0
}
