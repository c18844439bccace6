//! What in a paragraph is more than plain speech: gaps, stage directions, glosses, supplied words, expansions.

use crate::document::{GapReason, Mark, MarkKind, SpannedText};
use std::cell::OnceCell;
use std::collections::HashSet;

/// Words that say that something is missing, folded, with the reason.
const GAP_WORDS: [(&str, GapReason); 22] = [
    ("omitted", GapReason::Omitted),
    ("omission", GapReason::Omitted),
    ("left out", GapReason::Omitted),
    ("missing", GapReason::Omitted),
    ("passage deleted", GapReason::Omitted),
    ("auslassung", GapReason::Omitted),
    ("пропуск", GapReason::Omitted),
    ("inaudible", GapReason::Inaudible),
    ("unintelligible", GapReason::Inaudible),
    ("indistinct", GapReason::Inaudible),
    ("unverständlich", GapReason::Inaudible),
    ("неразборчиво", GapReason::Inaudible),
    ("illegible", GapReason::Illegible),
    ("unreadable", GapReason::Illegible),
    ("illisible", GapReason::Illegible),
    ("unleserlich", GapReason::Illegible),
    ("redacted", GapReason::Withheld),
    ("withheld", GapReason::Withheld),
    ("not declassified", GapReason::Withheld),
    ("classified", GapReason::Withheld),
    ("excised", GapReason::Withheld),
    ("sanitized", GapReason::Withheld),
];

/// Words for whole pages, folded.
const PAGE_WORDS: [&str; 7] = [
    "page",
    "pages",
    "seite",
    "seiten",
    "стр",
    "страниц",
    "folios",
];

/// Beginnings of words that tell of sounds and actions, folded.
const STAGE_WORDS: [&str; 40] = [
    "laugh",
    "chuckl",
    "applau",
    "clap",
    "cheer",
    "sigh",
    "cough",
    "pause",
    "silence",
    "crosstalk",
    "interrupt",
    "interject",
    "smil",
    "nod",
    "gestur",
    "whisper",
    "shout",
    "cry",
    "sob",
    "music",
    "noise",
    "phone rings",
    "recess",
    "rire",
    "applaud",
    "sourire",
    "lach",
    "gelächter",
    "heiterkeit",
    "beifall",
    "zuruf",
    "lächel",
    "смех",
    "смеё",
    "аплодисмент",
    "оживление",
    "пауза",
    "риса",
    "risas",
    "aplauso",
];

/// Words that open a note on where a text comes from, folded.
const SOURCE_WORDS: [&str; 5] = ["source:", "source :", "quelle:", "источник:", "fuente:"];

/// Common words of the languages met most: in a short text they may occur only where they are supplied.
const COMMON_WORDS: [&str; 64] = [
    "a", "an", "the", "this", "that", "these", "those", "of", "to", "in", "on", "at", "for",
    "with", "by", "from", "and", "or", "but", "not", "is", "are", "was", "were", "be", "been",
    "has", "have", "had", "will", "would", "shall", "should", "can", "could", "may", "must", "do",
    "does", "did", "he", "she", "it", "they", "we", "you", "his", "her", "its", "their", "le",
    "la", "les", "un", "une", "est", "et", "der", "die", "das", "und", "ist", "ein", "eine",
];

/// The longest bracketed stretch that is looked at, in bytes.
const LONGEST: usize = 2000;

/// What a bracketed stretch standing by itself is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Standing {
    /// Words left out.
    Gap(GapReason),
    /// A note on the source.
    Source,
    /// Sounds and actions.
    Stage,
    /// None of these.
    Other,
}

/// Whether a bracketed stretch says that words are left out: `[…]`, `[...]`, `[Three pages omitted in the original.]`.
pub(super) fn is_omission(bracketed: &str) -> bool {
    matches!(standing(bracketed), Standing::Gap(_))
}

/// What a bracketed stretch standing by itself is; its brackets are part of `bracketed`.
pub(super) fn standing(bracketed: &str) -> Standing {
    let inside = bracketed
        .trim()
        .trim_end_matches('.')
        .trim_matches(['[', ']', '(', ')'])
        .trim()
        .to_lowercase();
    if !inside.is_empty()
        && inside
            .chars()
            .all(|c| matches!(c, '…' | '.' | ' ' | '-' | '–' | '—' | '*' | '_'))
    {
        return Standing::Gap(GapReason::Omitted);
    }
    if SOURCE_WORDS.iter().any(|word| inside.starts_with(word)) {
        return Standing::Source;
    }
    if let Some((_, reason)) = GAP_WORDS.iter().find(|(word, _)| inside.contains(word)) {
        let of_pages = inside
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| PAGE_WORDS.contains(&word));
        return Standing::Gap(if of_pages && *reason == GapReason::Omitted {
            GapReason::PagesOmitted
        } else {
            *reason
        });
    }
    if is_stage(&inside) {
        return Standing::Stage;
    }
    Standing::Other
}

fn is_stage(inside: &str) -> bool {
    let n_words = inside.split_whitespace().count();
    (1..=8).contains(&n_words)
        && STAGE_WORDS.iter().any(|stem| {
            inside
                .split([' ', ',', '.'])
                .any(|word| word.starts_with(stem))
        })
}

/// The word forms of a text, gathered when they are first asked for: most texts have neither brackets nor divided words.
pub(super) struct WordForms<'a> {
    text: &'a str,
    forms: OnceCell<HashSet<String>>,
}

impl<'a> WordForms<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        WordForms {
            text,
            forms: OnceCell::new(),
        }
    }

    /// Whether a word, in small letters, occurs in the text outside square brackets.
    pub(super) fn contains(&self, word: &str) -> bool {
        self.forms
            .get_or_init(|| word_forms(self.text))
            .contains(word)
    }
}

/// The word forms of a text outside square brackets, in small letters: what tells a foreign gloss from words supplied.
fn word_forms(text: &str) -> HashSet<String> {
    let mut forms = HashSet::new();
    let mut depth = 0usize;
    for part in text.split_inclusive(['[', ']']) {
        let (words, bracket) = match part.chars().next_back() {
            Some(c @ ('[' | ']')) => (&part[..part.len() - 1], Some(c)),
            _ => (part, None),
        };
        if depth == 0 {
            forms.extend(
                words
                    .split(|c: char| !c.is_alphabetic())
                    .filter(|w| !w.is_empty())
                    .map(str::to_lowercase),
            );
        }
        match bracket {
            Some('[') => depth += 1,
            Some(_) => depth = depth.saturating_sub(1),
            None => {}
        }
    }
    forms
}

/// Marks what in a paragraph is not plain speech. `forms` are the word forms of the whole text, `page_breaks` places in the paragraph
/// where a page of the source ends.
pub(super) fn mark(
    paragraph: &SpannedText,
    forms: &WordForms<'_>,
    page_breaks: &[usize],
) -> Vec<Mark> {
    let text = paragraph.text();
    let mut marks: Vec<Mark> = page_breaks
        .iter()
        .map(|at| Mark {
            range: *at..*at,
            kind: MarkKind::PageBreak,
        })
        .collect();
    let mut at = 0;
    while let Some(start) = text[at..].find(['[', '(']).map(|found| at + found) {
        let closing = if text[start..].starts_with('[') {
            ']'
        } else {
            ')'
        };
        let near = text.floor_char_boundary(start + LONGEST);
        let Some(end) = text[start..near]
            .find(closing)
            .map(|found| start + found + 1)
        else {
            at = start + 1;
            continue;
        };
        match kind(text, start, end, forms) {
            Some(kind) => {
                // “(Laughing).” – the full stop belongs to the direction, not to the sentence before it.
                let after_sentence = text[..start].trim_end().is_empty()
                    || text[..start]
                        .trim_end()
                        .ends_with(['.', '!', '?', '…', '”', '"']);
                let with_stop =
                    kind == MarkKind::Stage && after_sentence && text[end..].starts_with('.');
                let end = if with_stop { end + 1 } else { end };
                marks.push(Mark {
                    range: start..end,
                    kind,
                });
                at = end;
            }
            None => at = start + 1,
        }
    }
    marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
    marks
}

fn kind(text: &str, start: usize, end: usize, forms: &WordForms<'_>) -> Option<MarkKind> {
    let bracketed = &text[start..end];
    let is_square = bracketed.starts_with('[');
    match standing(bracketed) {
        Standing::Gap(reason)
            if is_square || matches!(reason, GapReason::Inaudible | GapReason::Illegible) =>
        {
            Some(MarkKind::Gap(reason))
        }
        Standing::Stage => Some(MarkKind::Stage),
        Standing::Gap(_) | Standing::Source | Standing::Other if !is_square => None,
        Standing::Gap(_) | Standing::Source | Standing::Other => {
            let inside = bracketed.trim_matches(['[', ']']);
            if expands(text[..start].trim_end(), inside) {
                return Some(MarkKind::Expansion);
            }
            let words: Vec<String> = inside
                .split(|c: char| !c.is_alphabetic())
                .filter(|w| !w.is_empty())
                .map(str::to_lowercase)
                .collect();
            let is_known =
                |word: &&String| forms.contains(word) || COMMON_WORDS.contains(&word.as_str());
            let n_known = words.iter().filter(is_known).count();
            // Words of the text's own language are supplied to the sentence; words foreign to it are the original's.
            Some(if words.is_empty() || n_known * 2 >= words.len() {
                MarkKind::Supplied
            } else {
                MarkKind::Gloss
            })
        }
    }
}

/// Whether `inside` is the long form of the abbreviation that ends `before`: `FRG [Federal Republic of Germany.]`.
fn expands(before: &str, inside: &str) -> bool {
    let abbreviation = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or("")
        .trim_matches(|c: char| !c.is_alphanumeric());
    let short: Vec<char> = abbreviation.chars().filter(|c| *c != '.').collect();
    if short.len() < 2 || !short.iter().all(|c| c.is_uppercase()) {
        return false;
    }
    let initials: Vec<char> = inside
        .split(|c: char| !c.is_alphabetic())
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
        .collect();
    initials == short
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn marked(text: &str) -> Vec<(&str, MarkKind)> {
        let whole = format!("{text} this must had a");
        let forms = WordForms::of(&whole);
        let spanned = SpannedText::copied(text, Span::new(0, text.len()));
        mark(&spanned, &forms, &[])
            .into_iter()
            .map(|mark| (&text[mark.range], mark.kind))
            .collect()
    }

    #[test]
    fn brackets_are_told_apart() {
        let kind = |text| marked(text).first().map(|(_, kind)| *kind);
        assert_eq!(
            kind("the resulting wave [otrazhennaia volna] would hit"),
            Some(MarkKind::Gloss)
        );
        assert_eq!(kind("for an hour, [had a] talk"), Some(MarkKind::Supplied));
        assert_eq!(
            kind("partner. [This partnership] is"),
            Some(MarkKind::Supplied)
        );
        assert_eq!(
            kind("of the FRG [Federal Republic of Germany.] I mean"),
            Some(MarkKind::Expansion)
        );
        assert_eq!(
            kind("your proposal. […]"),
            Some(MarkKind::Gap(GapReason::Omitted))
        );
        assert_eq!(
            kind("and then [inaudible] left"),
            Some(MarkKind::Gap(GapReason::Inaudible))
        );
        assert_eq!(kind("the council (of ministers) met"), None);
        assert_eq!(kind("an [open bracket"), None);
    }

    #[test]
    fn a_stage_direction_takes_its_full_stop() {
        assert_eq!(
            marked("Don’t get me wrong. (Laughing). France cannot"),
            [("(Laughing).", MarkKind::Stage)]
        );
        assert_eq!(
            marked("divisions there. (Laughter)"),
            [("(Laughter)", MarkKind::Stage)]
        );
        assert_eq!(marked("he left (laughs)."), [("(laughs)", MarkKind::Stage)]);
    }

    #[test]
    fn omissions_of_pages_are_known() {
        assert_eq!(
            standing("[Three pages omitted in the original.]"),
            Standing::Gap(GapReason::PagesOmitted)
        );
        assert_eq!(
            standing("[Subsequent pages omitted in the original]."),
            Standing::Gap(GapReason::PagesOmitted)
        );
        assert_eq!(standing("[…]"), Standing::Gap(GapReason::Omitted));
        assert_eq!(standing("[Source: an archive.]"), Standing::Source);
        assert_eq!(standing("[He is right.]"), Standing::Other);
    }
}
