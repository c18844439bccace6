//! What in a paragraph is more than plain speech: gaps, stage directions, glosses, supplied words, expansions.

use super::footnotes;
use super::standing::{BLACKED, BRACKETS, closing};
use crate::document::{GapReason, Mark, MarkKind, NoteKind, SpannedText};
use rustc_hash::FxBuildHasher;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashSet;

pub(super) use super::standing::{Standing, is_omission, standing};

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

/// The longest abbreviation whose long form is looked for, in bytes.
const LONGEST_ABBREVIATION: usize = 200;

/// The longest between other signs than `[` and `(`.
const LONGEST_OTHER: usize = 240;

/// The word forms of a text, gathered when they are first asked for: most texts have neither brackets nor divided words.
pub(super) struct WordForms<'a> {
    text: &'a str,
    forms: OnceCell<Forms<'a>>,
    references: OnceCell<HashSet<u32>>,
}

impl<'a> WordForms<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        WordForms {
            text,
            forms: OnceCell::new(),
            references: OnceCell::new(),
        }
    }

    /// Whether a line begins a footnote.
    pub(super) fn opens_footnote(&self, line: &str) -> bool {
        footnotes::opens(line, |number| {
            self.references
                .get_or_init(|| footnotes::references(self.text))
                .contains(&number)
        })
    }

    /// Whether a word, in small letters, occurs in the text outside square brackets.
    pub(super) fn contains(&self, word: &str) -> bool {
        self.forms
            .get_or_init(|| word_forms(self.text))
            .contains(word)
    }
}

/// Word forms in small letters. Every word of a text is looked up in them: a plain hash, and no copy of what stands in small letters.
type Forms<'a> = HashSet<Cow<'a, str>, FxBuildHasher>;

/// The word forms of a text outside square brackets, in small letters: what tells a foreign gloss from words supplied.
fn word_forms(text: &str) -> Forms<'_> {
    let mut forms = Forms::default();
    let mut small = String::new();
    let mut take = |word| add_form(&mut forms, word, &mut small);
    let bytes = text.as_bytes();
    let mut depth = 0usize;
    let mut start = None;
    let mut at = 0;
    while at < bytes.len() {
        if start.is_some() {
            at += bytes[at..]
                .iter()
                .take_while(|b| b.is_ascii_lowercase())
                .count();
            if at == bytes.len() {
                break;
            }
        }
        let byte = bytes[at];
        let (is_letter, len) = if byte.is_ascii() {
            (byte.is_ascii_alphabetic(), 1)
        } else {
            let c = text[at..].chars().next().unwrap_or(' ');
            (c.is_alphabetic(), c.len_utf8())
        };
        if is_letter {
            start = start.or(Some(at));
        } else {
            if let Some(start) = start.take().filter(|_| depth == 0) {
                take(&text[start..at]);
            }
            match byte {
                b'[' => depth += 1,
                b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        at += len;
    }
    if let Some(start) = start.filter(|_| depth == 0) {
        take(&text[start..]);
    }
    forms
}

/// Adds a word in small letters; `small` is room to write in.
fn add_form<'a>(forms: &mut Forms<'a>, word: &'a str, small: &mut String) {
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        forms.insert(Cow::Borrowed(word));
        return;
    }
    small.clear();
    if word.is_ascii() {
        small.push_str(word);
        small.make_ascii_lowercase();
    } else if forms.contains(word) {
        return;
    } else {
        // A sigma that ends a word has a form of its own: folded letter by letter it would not.
        small.push_str(&word.to_lowercase());
    }
    if !forms.contains(small.as_str()) {
        forms.insert(Cow::Owned(small.clone()));
    }
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
    while let Some(start) = next_opening(text, at) {
        let Some(end) = closed_at(text, start) else {
            at = start + text[start..].chars().next().map_or(1, char::len_utf8);
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
            None => at = start + text[start..].chars().next().map_or(1, char::len_utf8),
        }
    }
    marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
    marks
}

/// Whether a character may open a stretch that is no plain speech.
fn opens(c: char) -> bool {
    c == '*' || closing(c).is_some() || BLACKED.contains(&c)
}

/// The first bytes of the characters that open such a stretch: nearly all of a text is passed over by them.
static FIRST_BYTES: [bool; 256] = {
    let mut first_bytes = [false; 256];
    let mut at = 0;
    while at < BRACKETS.len() {
        let mut buffer = [0; 4];
        first_bytes[BRACKETS[at].0.encode_utf8(&mut buffer).as_bytes()[0] as usize] = true;
        at += 1;
    }
    at = 0;
    while at < BLACKED.len() {
        let mut buffer = [0; 4];
        first_bytes[BLACKED[at].encode_utf8(&mut buffer).as_bytes()[0] as usize] = true;
        at += 1;
    }
    first_bytes[b'*' as usize] = true;
    first_bytes
};

/// The next place where such a stretch may open.
fn next_opening(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let bytes = &text.as_bytes()[at..];
        at += bytes
            .iter()
            .position(|byte| FIRST_BYTES[usize::from(*byte)])?;
        let c = text[at..].chars().next()?;
        if opens(c) {
            return Some(at);
        }
        at += c.len_utf8();
    }
}

/// Where the stretch ends that opens at `start`: after its closing bracket, or the run of blackened letters.
fn closed_at(text: &str, start: usize) -> Option<usize> {
    let opening = text[start..].chars().next()?;
    let inside = start + opening.len_utf8();
    if BLACKED.contains(&opening) {
        let run = text[start..].trim_start_matches(BLACKED);
        return Some(text.len() - run.len()).filter(|end| end - inside >= opening.len_utf8());
    }
    let longest = match opening {
        '[' | '(' => LONGEST,
        _ => LONGEST_OTHER,
    };
    let near = text.floor_char_boundary((start + longest).min(text.len()));
    let closing = if opening == '*' {
        '*'
    } else {
        closing(opening)?
    };
    let found = text[inside.min(near)..near].find(closing)?;
    let end = inside + found + closing.len_utf8();
    // `((laughs))`
    let is_doubled = text[inside..].starts_with(opening) && text[end..].starts_with(closing);
    Some(if is_doubled && opening != '*' {
        end + closing.len_utf8()
    } else {
        end
    })
}

/// What the stretch is. Square brackets are the edition's own, so that whatever stands in them is something; other signs are a
/// sentence's, unless what stands in them says otherwise.
fn kind(text: &str, start: usize, end: usize, forms: &WordForms<'_>) -> Option<MarkKind> {
    let bracketed = &text[start..end];
    let opening = bracketed.chars().next()?;
    let is_square = opening == '[';
    let is_short = || bracketed.split_whitespace().count() <= 4;
    let what = standing(bracketed);
    if BLACKED.contains(&opening) {
        return Some(MarkKind::Gap(GapReason::Withheld));
    }
    if opening == '*' {
        // `*laughs*`; whatever else stands between stars is set apart in print, or is no stretch at all.
        return (what == Standing::Stage && is_short() && !bracketed[1..].starts_with(' '))
            .then_some(MarkKind::Stage);
    }
    match what {
        Standing::Gap(reason)
            if is_square || matches!(reason, GapReason::Inaudible | GapReason::Illegible) =>
        {
            Some(MarkKind::Gap(reason))
        }
        Standing::Gap(GapReason::Withheld) if is_short() => {
            Some(MarkKind::Gap(GapReason::Withheld))
        }
        Standing::Stage => Some(MarkKind::Stage),
        // `(10:30)` may be said; in square brackets, or to the second, it is the record's.
        Standing::Time if is_square || bracketed.matches(':').count() == 2 => {
            Some(MarkKind::Note(NoteKind::Time))
        }
        Standing::Recording if opening != '(' => Some(MarkKind::Note(NoteKind::Proceedings)),
        Standing::Remark if is_square => Some(MarkKind::Note(NoteKind::Other)),
        Standing::Gap(_)
        | Standing::Source
        | Standing::Time
        | Standing::Recording
        | Standing::Remark
        | Standing::Other
            if !is_square =>
        {
            None
        }
        Standing::Gap(_)
        | Standing::Source
        | Standing::Time
        | Standing::Recording
        | Standing::Remark
        | Standing::Other => {
            let inside = bracketed.trim_matches(['[', ']']);
            // `in May.[1]`
            let is_number = inside.len() <= 3 && inside.bytes().all(|b| b.is_ascii_digit());
            if is_number && text[..start].ends_with(|c: char| !c.is_whitespace()) {
                return Some(MarkKind::Note(NoteKind::Footnote));
            }
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
    // An abbreviation is short; what has no blank for long is none.
    let near = before.floor_char_boundary(before.len().saturating_sub(LONGEST_ABBREVIATION));
    let last = before[near..]
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or("");
    if near > 0 && last.len() == before.len() - near {
        return false;
    }
    let abbreviation = last.trim_matches(|c: char| !c.is_alphanumeric());
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
    fn word_forms_are_those_of_words_outside_brackets() {
        let forms = word_forms("Der Élysée-Palast [was shut] don’t ΟΔΟΣ straße A1b end");
        let mut forms: Vec<&str> = forms.iter().map(AsRef::as_ref).collect();
        forms.sort_unstable();
        assert_eq!(
            forms,
            [
                "a", "b", "der", "don", "end", "palast", "straße", "t", "élysée", "οδος"
            ]
        );
        let nested = word_forms("[a [b] c] d] e");
        assert_eq!(nested.len(), 2);
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
    fn what_stands_between_other_signs_is_marked_only_where_it_says_so() {
        let kinds =
            |text| -> Vec<MarkKind> { marked(text).into_iter().map(|(_, kind)| kind).collect() };
        for text in [
            "so <laughter> they",
            "so *laughs* they",
            "so {laughs} they",
            "so （笑聲） they",
        ] {
            assert_eq!(kinds(text), [MarkKind::Stage], "{text}");
        }
        assert_eq!(
            marked("so ((laughs)) they"),
            [("((laughs))", MarkKind::Stage)]
        );
        assert_eq!(
            marked("he met █████ ██ there (name withheld)"),
            [
                ("█████", MarkKind::Gap(GapReason::Withheld)),
                ("██", MarkKind::Gap(GapReason::Withheld)),
                ("(name withheld)", MarkKind::Gap(GapReason::Withheld)),
            ]
        );
        assert_eq!(
            marked("and [12:52] then (00:12:01) at (10:30) {END OF SIDE 1} [sic]"),
            [
                ("[12:52]", MarkKind::Note(NoteKind::Time)),
                ("(00:12:01)", MarkKind::Note(NoteKind::Time)),
                ("{END OF SIDE 1}", MarkKind::Note(NoteKind::Proceedings)),
                ("[sic]", MarkKind::Note(NoteKind::Other)),
            ]
        );
        assert_eq!(
            marked("sent in May.[1] We"),
            [("[1]", MarkKind::Note(NoteKind::Footnote))]
        );
        for text in [
            "a *very* good",
            "2 * laughs * 3",
            "<b>",
            "（但是）",
            "(withheld taxes from me every year)",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
