//! Every place where a label of a convention might stand: what `evidence` then weighs.

use super::evidence::HEAD_ROWS;
use super::explain::Stands;
use super::label::{CONVENTIONS, Convention, Form, Glance, Match, Position};
use super::rows::{Row, Rows};
use crate::clean::ends_sentence;
use crate::document::SpannedText;
use crate::fold::is_small;
use crate::source::{Span, slug};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// A label at its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Found {
    /// Its row.
    pub(super) row: usize,
    /// The label with its end mark, without marks of Markdown.
    pub(super) text: SpannedText,
    /// Bytes of it without the end mark.
    pub(super) name_len: usize,
    /// Where the label begins, a time before it included.
    pub(super) start: usize,
    /// Where speech begins.
    pub(super) end: usize,
}

impl Found {
    /// The label without its end mark.
    pub(super) fn name(&self) -> &str {
        &self.text.text()[..self.name_len]
    }
}

/// Labels folded: each is printed the same way many times, and folded once.
#[derive(Default)]
pub(super) struct Folded(HashMap<String, String>);

impl Folded {
    /// A label as labels are compared.
    pub(super) fn label(&mut self, name: &str) -> String {
        if let Some(label) = self.0.get(name) {
            return label.clone();
        }
        let label = slug(name);
        self.0.insert(name.to_owned(), label.clone());
        label
    }
}

/// A place where a label may stand.
#[derive(Clone)]
pub(super) struct Candidate {
    pub(super) at: Found,
    pub(super) form: Form,
    pub(super) stands: Stands,
    /// Whether markup sets it apart: bold, or a heading.
    pub(super) is_set_apart: bool,
    /// Whether it is in bold, by signs or by the file's format, which uses bold for other things as well.
    pub(super) is_strong: bool,
}

/// The longest note on an omission, in bytes.
const LONGEST_GAP: usize = 2000;
/// How much of the next line may belong to a label, in bytes.
const LONGEST_REST: usize = 1000;

/// Every place where a label might stand, for each convention. The rows are gone through once: what is asked of a row for every
/// convention is found out once.
pub(super) fn candidates(text: &str, rows: &Rows) -> [Vec<Candidate>; CONVENTIONS.len()] {
    let first_body_row = first_body_row(text, rows);
    let mut candidates = [const { Vec::new() }; CONVENTIONS.len()];
    for (index, row) in rows.all.iter().enumerate() {
        let words = match rows.plain(text, row) {
            Some(words) => Words::Plain(words, row.span.start),
            None => Words::Made(rows.content(text, row)),
        };
        let skipped = leading_gap(words.text());
        let at = Place {
            text,
            rows,
            index,
            first_body_row,
            skipped,
            glance: Glance::of(&words.text()[skipped..]),
            with_next: super::shape::begins_with_office(words.text())
                .then(|| with_next(text, rows, index, skipped))
                .flatten(),
            words,
        };
        let may_begin = at.may_begin();
        for (convention, candidates) in CONVENTIONS.iter().zip(&mut candidates) {
            match convention.position {
                Position::Heading if !row.is_heading() => {}
                Position::Anywhere => inside(convention, &at, candidates),
                Position::Heading | Position::LineStart if !may_begin => {}
                Position::Heading | Position::LineStart => {
                    if let Some(candidate) = at.candidate(convention) {
                        candidates.push(candidate);
                    }
                }
            }
        }
    }
    share(&mut candidates);
    candidates
}

/// Among names before colons, what others of their lines look like belongs to the same talk: `BLITZER: “Plan of Attack” is here` and
/// `florian: yes` where the label stands twice elsewhere, and lines of the chat beside it, `<anna> +1`.
fn share(candidates: &mut [Vec<Candidate>; CONVENTIONS.len()]) {
    let is_plain = |one: &Convention| one.ends_with_colon() && !one.quoted;
    let Some(plain) = CONVENTIONS.iter().position(is_plain) else {
        return;
    };
    // The same label is printed the same way many times, and folded once.
    let mut printed: BTreeMap<&str, usize> = BTreeMap::new();
    for candidate in &candidates[plain] {
        *printed.entry(candidate.at.name()).or_default() += 1;
    }
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for (name, n) in printed {
        *times.entry(slug(name)).or_default() += n;
    }
    let recurs = |candidate: &Candidate| {
        times
            .get(&slug(candidate.at.name()))
            .is_some_and(|n| *n > 1)
    };
    let n_recurring = times.values().filter(|n| **n > 1).count();
    let mut shared: Vec<Candidate> = Vec::new();
    for (convention, candidates) in CONVENTIONS.iter().zip(candidates.iter()) {
        let same =
            convention.quoted && convention.ends_with_colon() || convention.is_in_small_letters();
        let is_chat = convention.is_of_nicks() && candidates.len() > 2 && n_recurring > 1;
        let of_chat = |candidate: &Candidate| Candidate {
            form: Form::Enclosed,
            stands: Stands::Enclosed,
            ..candidate.clone()
        };
        if same {
            shared.extend(candidates.iter().filter(|one| recurs(one)).cloned());
        } else if is_chat {
            shared.extend(candidates.iter().map(of_chat));
        }
    }
    candidates[plain].extend(shared);
    candidates[plain].sort_by_key(|candidate| candidate.at.start);
}

/// The words of a row: those of the text itself, or where marks of Markdown stand among them, a copy without the marks.
enum Words<'a> {
    /// With the place of the first byte.
    Plain(&'a str, usize),
    Made(SpannedText),
}

impl Words<'_> {
    fn text(&self) -> &str {
        match self {
            Words::Plain(words, _) => words,
            Words::Made(words) => words.text(),
        }
    }

    fn span_of(&self, range: Range<usize>) -> Span {
        match self {
            Words::Plain(_, start) => Span::new(start + range.start, start + range.end),
            Words::Made(words) => words.span_of(range),
        }
    }

    fn slice(&self, text: &str, range: Range<usize>) -> SpannedText {
        match self {
            Words::Plain(..) => SpannedText::copied(text, self.span_of(range)),
            Words::Made(words) => words.slice(range),
        }
    }
}

/// A row, and what is known of it whatever the convention.
struct Place<'a> {
    text: &'a str,
    rows: &'a Rows,
    index: usize,
    first_body_row: Option<usize>,
    words: Words<'a>,
    /// The length of an omission before the label.
    skipped: usize,
    glance: Glance,
    /// The words of the row and the next, where a label may run over the row's end.
    with_next: Option<(SpannedText, Glance)>,
}

impl Place<'_> {
    /// Whether a label of any convention may begin the row: most lines of prose are passed over as a whole.
    fn may_begin(&self) -> bool {
        let row = &self.rows.all[self.index];
        row.is_heading()
            || self.with_next.is_some()
            || self.glance.allows_any(&self.words.text()[self.skipped..])
            || self.rows.strong_until(row).is_some()
    }

    /// The label of a convention that the row begins with.
    fn candidate(&self, convention: &Convention) -> Option<Candidate> {
        let words = &self.words.text()[self.skipped..];
        if let Some(found) = convention.matches_at(words, self.glance) {
            let is_said = !convention.stands_alone() || self.has_text_below(convention);
            return is_said.then(|| self.found(&found, &self.words));
        }
        if let Some(found) = self.in_bold(convention) {
            return Some(self.found(&found, &self.words));
        }
        let (words, glance) = self.with_next.as_ref()?;
        let found = convention
            .matches_at(&words.text()[self.skipped..], *glance)
            .filter(|found| found.form == Form::Titled)?;
        Some(self.found(&found, &Words::Made(words.clone())))
    }

    /// The label that the row begins with in bold.
    fn in_bold(&self, convention: &Convention) -> Option<Match> {
        if !convention.is_in_bold() {
            return None;
        }
        let row = &self.rows.all[self.index];
        let end = self
            .rows
            .strong_until(row)
            .filter(|end| *end < row.span.end)?;
        let mut bold = SpannedText::default();
        self.rows
            .push(&mut bold, self.text, Span::new(row.span.start, end));
        convention.matches_bold(self.words.text(), bold.text().trim_start().len())
    }

    /// Whether something is said below a line that may be a label by itself: another such line is nothing said.
    fn has_text_below(&self, convention: &Convention) -> bool {
        self.rows.all.get(self.index + 1).is_some_and(|next| {
            next.is_heading() == next.is_strong()
                && match self.rows.plain(self.text, next) {
                    Some(words) => convention.matches(words),
                    None => convention.matches(&self.rows.words(self.text, next)),
                }
                .is_none()
        })
    }

    fn found(&self, found: &Match, words: &Words<'_>) -> Candidate {
        let row = &self.rows.all[self.index];
        let stands = if self.skipped > 0 {
            Stands::Paragraph
        } else {
            stands(
                self.index,
                self.text,
                self.rows,
                found.form,
                self.first_body_row,
            )
        };
        let label_start = self.skipped + found.lead;
        let label = words.slice(self.text, label_start..label_start + found.label_len);
        let all = words.span_of(self.skipped..self.skipped + found.len);
        // `**Anna: yes** and no`: bold that goes on into the words sets no label apart.
        let goes_on = |end: usize| {
            let after = Span::new(all.end.min(end), end);
            row.is_strong() || self.rows.has_words(self.text, after)
        };
        let bold_end = self.rows.bold_until(row);
        let bold_end = bold_end.filter(|end| label.span().end <= *end && !goes_on(*end));
        // The mark may stand after the bold: `<b>Anna</b>: yes`.
        let name_end = label.slice(0..found.name_len).span().end;
        let strong_end = self.rows.strong_until(row);
        let is_strong = strong_end.is_some_and(|end| name_end <= end && !goes_on(end));
        let is_set_apart = row.is_heading() || bold_end.is_some();
        let at = Found {
            row: self.index,
            start: all.start,
            end: all.end.max(bold_end.unwrap_or(0)),
            text: label,
            name_len: found.name_len,
        };
        Candidate {
            at,
            form: found.form,
            stands,
            is_set_apart,
            is_strong,
        }
    }
}

/// `The Minister for Transport and / Communications (Mr. Magugu):` runs over a line's end: a row's words with those of the next.
fn with_next(
    text: &str,
    rows: &Rows,
    index: usize,
    skipped: usize,
) -> Option<(SpannedText, Glance)> {
    let next = rows.all.get(index + 1)?;
    if next.blanks_before > 0 {
        return None;
    }
    let mut words = rows.content(text, &rows.all[index]);
    let end = words.span().end;
    words.push_as(" ", Span::new(end, end));
    let near = text.floor_char_boundary(next.span.end.min(next.span.start + LONGEST_REST));
    rows.push(&mut words, text, Span::new(next.span.start, near));
    let glance = Glance::of(&words.text()[skipped..]);
    Some((words, glance))
}

/// Where in its surroundings the label of a row stands.
fn stands(
    index: usize,
    text: &str,
    rows: &Rows,
    form: Form,
    first_body_row: Option<usize>,
) -> Stands {
    let row = &rows.all[index];
    let is_below_time = || super::typed::is_time_line(&text[rows.all[index - 1].span.range()]);
    if index == 0 || row.blanks_before > 0 || rows.all[index - 1].is_heading() || is_below_time() {
        Stands::Paragraph
    } else if row.is_indented {
        Stands::Indented
    } else if rows.lines_are_paragraphs {
        Stands::Line
    } else if form == Form::Enclosed {
        Stands::Enclosed
    } else if ends_sentence(&text[rows.all[index - 1].span.range()]) {
        Stands::AfterSentence
    } else if Some(index) == first_body_row {
        Stands::AfterDate
    } else {
        Stands::InSentence
    }
}

/// Labels in capitals anywhere in a row, glued to the word before or not.
fn inside(convention: &Convention, place: &Place<'_>, candidates: &mut Vec<Candidate>) {
    let text = place.words.text();
    let mut at = 0;
    while let Some(next) = next_loud(text, at) {
        let before = text[..next].chars().next_back();
        // `D. C.CHAIRMAN ADLER.`: an initial before a title is the end of something else.
        let is_initial = text[next..].chars().nth(1) == Some('.');
        let begins_word = before.is_none_or(|c| !c.is_uppercase()) && !is_initial;
        let found = begins_word
            .then(|| convention.matches(&text[next..]))
            .flatten();
        if let Some(found) = found {
            let label = place.words.slice(place.text, next..next + found.len);
            candidates.push(Candidate {
                at: Found {
                    row: place.index,
                    start: label.span().start,
                    end: label.span().end,
                    text: label,
                    name_len: found.name_len,
                },
                form: found.form,
                stands: Stands::Anywhere,
                is_set_apart: false,
                is_strong: false,
            });
            at = next + found.len;
        } else {
            let word = text[next..]
                .find(|c: char| !c.is_uppercase())
                .unwrap_or(text.len() - next);
            at = next + word.max(1);
        }
    }
}

/// The next capital that no small letter follows: a label in capitals begins with nothing else.
fn next_loud(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let is_other = |byte: &u8| byte.is_ascii_uppercase() || !byte.is_ascii();
        at += bytes.get(at..)?.iter().position(is_other)?;
        if bytes[at].is_ascii() {
            if !bytes.get(at + 1).is_some_and(u8::is_ascii_lowercase) {
                return Some(at);
            }
            at += 1;
        } else {
            let mut chars = text[at..].chars();
            let c = chars.next()?;
            if c.is_uppercase() && !chars.next().is_some_and(is_small) {
                return Some(at);
            }
            at += c.len_utf8();
        }
    }
}

/// The row after a date line, where a text without blank lines begins.
fn first_body_row(text: &str, rows: &Rows) -> Option<usize> {
    let is_date = |row: &Row| super::header::is_date_line(&text[row.span.range()]);
    rows.all
        .iter()
        .take(HEAD_ROWS)
        .position(is_date)
        .map(|at| at + 1)
}

/// The leading `[…]` of a row that begins with one: a label may stand after it.
pub(super) fn leading_gap(words: &str) -> usize {
    if !words.starts_with('[') {
        return 0;
    }
    let near = words.floor_char_boundary(words.len().min(LONGEST_GAP));
    let Some(end) = words[1..near.max(1)].find(']') else {
        return 0;
    };
    if !super::marks::is_omission(&words[..end + 2]) {
        return 0;
    }
    let after = &words[end + 2..];
    end + 2 + after.len() - after.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::next_loud;

    #[test]
    fn a_label_in_capitals_begins_where_no_small_letter_follows() {
        let all = |text: &str| {
            let mut at = 0;
            std::iter::from_fn(|| {
                let next = next_loud(text, at)?;
                at = next + 1;
                while !text.is_char_boundary(at) {
                    at += 1;
                }
                Some(next)
            })
            .collect::<Vec<_>>()
        };
        assert_eq!(all("The text.MR. Cross"), [9, 10]);
        assert_eq!(all("Été ÉT É"), [6, 8, 10]);
        assert!(all("no one").is_empty());
    }
}
