//! Which of the look-alikes are labels: candidates are gathered for every convention and weighed by evidence.

use super::label::{CONVENTIONS, Convention, Form, Position};
use super::rows::{Row, Rows};
use crate::authority::Authority;
use crate::clean::ends_sentence;
use crate::document::SpannedText;
use crate::record::Record;
use crate::source::{Span, slug};
use aho_corasick::{AhoCorasick, MatchKind};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

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

/// The labels of a document.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Labels {
    /// How they are written.
    pub(super) convention: &'static Convention,
    /// In order of place.
    pub(super) found: Vec<Found>,
}

/// Rows at the head of a document in which its participants are looked for.
const HEAD_ROWS: usize = 16;

/// Finds the labels of a document: for each convention those candidates that the evidence supports, then the convention that explains
/// most turns. `None` if fewer than two are found (one, if the record names it).
pub(super) fn labels(
    text: &str,
    rows: &Rows,
    record: &Record,
    authority: &Authority,
) -> Option<Labels> {
    let surroundings = Surroundings::new(text, rows, record, authority);
    let readings: Vec<Labels> = CONVENTIONS
        .iter()
        .map(|convention| Labels {
            convention,
            found: surroundings.supported(convention, text, rows),
        })
        .collect();
    // Headings set labels apart from whatever else has a colon: where they explain most of it, they explain all.
    let best = readings
        .iter()
        .rev()
        .max_by_key(|labels| labels.found.len())?;
    let in_headings = readings
        .iter()
        .find(|labels| labels.convention.position == Position::Heading);
    let best = in_headings
        .filter(|labels| labels.found.len() * 10 >= best.found.len() * 6)
        .unwrap_or(best);
    let enough = best.found.len() >= 2 || (best.found.len() == 1 && !record.labels.is_empty());
    enough.then(|| best.clone())
}

/// The leading `[…]` of a row that begins with one: a label may stand after it.
pub(super) fn leading_gap(words: &str) -> usize {
    let Some(end) = words.strip_prefix('[').and_then(|rest| rest.find(']')) else {
        return 0;
    };
    if !super::marks::is_omission(&words[..end + 2]) {
        return 0;
    }
    let after = &words[end + 2..];
    end + 2 + after.len() - after.trim_start().len()
}

/// What a document says about who may speak in it.
struct Surroundings<'a> {
    record: &'a Record,
    /// Words of the document's head, folded.
    head: BTreeSet<String>,
    /// Surnames of the authority file, folded.
    surnames: BTreeSet<String>,
    text: &'a str,
}

struct Candidate {
    at: Found,
    form: Form,
    /// Whether it stands where a turn may begin.
    stands_well: bool,
    /// Whether it begins a paragraph for certain.
    begins: bool,
    /// Whether markup sets it apart: bold, or a heading.
    is_set_apart: bool,
}

impl Labels {
    /// The label that begins at a byte of the text.
    pub(super) fn at(&self, start: usize) -> Option<&Found> {
        self.found
            .binary_search_by_key(&start, |found| found.start)
            .ok()
            .map(|at| &self.found[at])
    }
}

impl<'a> Surroundings<'a> {
    fn new(text: &'a str, rows: &Rows, record: &'a Record, authority: &Authority) -> Self {
        let folded = |words: &str| {
            words
                .split(|c: char| !c.is_alphanumeric())
                .map(str::to_lowercase)
                .collect::<Vec<_>>()
        };
        let head = rows
            .all
            .iter()
            .take(HEAD_ROWS)
            .flat_map(|row| folded(&text[row.span.range()]));
        let surnames = authority.people.values().flat_map(|person| {
            let surname = person.sort.split(',').next().unwrap_or("");
            std::iter::once(surname)
                .chain(person.labels.iter().map(String::as_str))
                .map(slug)
                .collect::<Vec<_>>()
        });
        Surroundings {
            record,
            head: head.collect(),
            surnames: surnames.collect(),
            text,
        }
    }

    /// The candidates of one convention that the evidence supports, in order.
    fn supported(&self, convention: &Convention, text: &str, rows: &Rows) -> Vec<Found> {
        let mut by_label: BTreeMap<String, Vec<Candidate>> = BTreeMap::new();
        for candidate in candidates(convention, text, rows) {
            by_label
                .entry(slug(&candidate.at.text.text()[..candidate.at.name_len]))
                .or_default()
                .push(candidate);
        }
        let named = self.named_elsewhere(convention, &by_label);
        let mut supported: BTreeSet<String> = by_label
            .iter()
            .filter(|(label, all)| {
                !self.is_forbidden(label) && self.is_supported(label, all, convention, &named)
            })
            .map(|(label, _)| label.clone())
            .collect();
        let n_sure: usize = supported.iter().map(|label| by_label[label].len()).sum();
        // A form of a name already taken needs no evidence of its own: `M. Gorbachev.` beside `M.S. Gorbachev.` And where a convention
        // is well established, a form of address or a name with initials before a colon is enough.
        let surnames: BTreeSet<String> = supported
            .iter()
            .map(|label| surname(label).to_owned())
            .collect();
        for (label, all) in &by_label {
            let well = || all.iter().filter(|candidate| candidate.stands_well);
            let form = well()
                .map(|candidate| candidate.form)
                .max()
                .unwrap_or(Form::Loose);
            let is_kin = form >= Form::Initials && surnames.contains(surname(label));
            let enough = if convention.ends_with_period() {
                Form::Titled
            } else {
                Form::Initials
            };
            let is_usual = n_sure >= 6 && form >= enough;
            // `李卓人議員：` once, where the list of members names 李卓人議員.
            let is_listed = n_sure >= 6
                && form >= Form::Plain
                && !convention.ends_with_period()
                && well().any(|candidate| candidate.begins)
                && named.contains(label);
            if (is_kin || is_usual || is_listed) && !self.is_forbidden(label) {
                supported.insert(label.clone());
            }
        }
        let mut found: Vec<Found> = by_label
            .into_iter()
            .filter(|(label, _)| supported.contains(label))
            .flat_map(|(_, all)| all)
            .filter(|candidate| candidate.stands_well || stands_anyway(convention, candidate))
            .map(|candidate| candidate.at)
            .collect();
        found.sort_by_key(|found| found.start);
        // The second line of a long label may look like a label of its own.
        let mut end = 0;
        found.retain(|found| {
            let apart = found.start >= end;
            end = end.max(found.end);
            apart
        });
        without_annex(found, text, rows)
    }

    fn is_supported(
        &self,
        label: &str,
        candidates: &[Candidate],
        convention: &Convention,
        named: &BTreeSet<String>,
    ) -> bool {
        if self
            .record
            .labels
            .iter()
            .any(|listed| slug(listed) == label)
        {
            return true;
        }
        let well: Vec<&Candidate> = candidates
            .iter()
            .filter(|candidate| candidate.stands_well)
            .collect();
        let form = well
            .iter()
            .map(|candidate| candidate.form)
            .max()
            .unwrap_or(Form::Loose);
        let is_set_apart = well.iter().any(|candidate| candidate.is_set_apart);
        let is_expected =
            self.head.contains(surname(label)) || self.surnames.contains(surname(label));
        match well.len() {
            0 => false,
            _ if form == Form::Enclosed || is_set_apart => true,
            1 | 2 if form == Form::Loose => false,
            // `Dumas: “…”` once, where the narration speaks of Dumas.
            1 => {
                form >= Form::Initials && is_expected || convention.quoted && named.contains(label)
            }
            _ => true,
        }
    }

    /// The labels whose words stand elsewhere in the text too, not as a label. Looked for in one pass, and only those that need it:
    /// labels before a colon that occur once or twice.
    fn named_elsewhere(
        &self,
        convention: &Convention,
        by_label: &BTreeMap<String, Vec<Candidate>>,
    ) -> BTreeSet<String> {
        if convention.ends_with_period() || by_label.len() < 2 {
            return BTreeSet::new();
        }
        let rare: Vec<(&String, &str, usize)> = by_label
            .iter()
            .filter(|(_, all)| all.len() <= 2)
            .filter_map(|(label, all)| {
                let name = &all.first()?.at.text.text()[..all[0].at.name_len];
                // In a quotation's cue the surname alone counts: `Dumas: “…”`, and “Roland Dumas” before.
                (name.chars().count() >= 2).then_some((label, name, all.len()))
            })
            .collect();
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(rare.iter().map(|(_, name, _)| name));
        let Ok(finder) = finder else {
            return BTreeSet::new();
        };
        let mut counts = vec![0usize; rare.len()];
        for found in finder.find_iter(self.text) {
            counts[found.pattern().as_usize()] += 1;
        }
        rare.into_iter()
            .zip(counts)
            .filter(|((_, _, n), count)| count > n)
            .map(|((label, _, _), _)| label.clone())
            .collect()
    }

    fn is_forbidden(&self, label: &str) -> bool {
        self.record
            .not_labels
            .iter()
            .any(|listed| slug(listed) == label)
    }
}

/// A form of address and a name before a colon, known to be a label elsewhere, is one also where the line before ends without a
/// full stop: interrupted, or badly recognized.
fn stands_anyway(convention: &Convention, candidate: &Candidate) -> bool {
    !convention.ends_with_period() && candidate.form >= Form::Titled
}

/// Labels without those after the end of the sitting, where these are few: an annex has colons of its own.
fn without_annex(mut found: Vec<Found>, text: &str, rows: &Rows) -> Vec<Found> {
    let is_closing = |row: &Row| super::turns::is_closing(&text[row.span.range()]);
    if let Some(end) = rows.all.iter().rposition(is_closing) {
        let n_before = found.partition_point(|found| found.row < end);
        if (found.len() - n_before) * 10 < found.len() {
            found.truncate(n_before);
        }
    }
    found
}

/// Every place where a label of the convention might stand.
fn candidates(convention: &Convention, text: &str, rows: &Rows) -> Vec<Candidate> {
    let first_body_row = first_body_row(text, rows);
    let mut candidates = Vec::new();
    for (index, row) in rows.all.iter().enumerate() {
        if convention.position == Position::Heading && !row.is_heading() {
            continue;
        }
        if convention.position == Position::Anywhere {
            candidates.extend(inside(convention, index, &rows.content(text, row)));
            continue;
        }
        let plain = rows
            .plain(text, row)
            .map_or_else(|| Cow::Owned(rows.words(text, row)), Cow::Borrowed);
        let skipped = leading_gap(&plain);
        let mut found = convention.matches(&plain[skipped..]);
        let begins_with_office = found.is_none() && super::shape::begins_with_office(&plain);
        if found.is_none() && !begins_with_office {
            continue;
        }
        let mut words = rows.content(text, row);
        if found.is_none()
            && let Some(next) = rows
                .all
                .get(index + 1)
                .filter(|next| next.blanks_before == 0)
        {
            // `The Minister for Transport and / Communications (Mr. Magugu):` runs over a line's end.
            if begins_with_office {
                words.push_as(" ", Span::new(words.span().end, words.span().end));
                rows.push(&mut words, text, next.span);
                found = convention
                    .matches(&words.text()[skipped..])
                    .filter(|found| found.form == Form::Titled);
            }
        }
        let Some(found) = found else { continue };
        let after_sentence = || ends_sentence(&text[rows.all[index - 1].span.range()]);
        let begins =
            index == 0 || skipped > 0 || row.blanks_before > 0 || rows.all[index - 1].is_heading();
        let stands_well = begins
            || row.is_indented
            || rows.lines_are_paragraphs
            || found.form == Form::Enclosed
            || after_sentence()
            || Some(index) == first_body_row;
        let label_start = skipped + found.lead;
        let label = words.slice(label_start..label_start + found.label_len);
        let bold_end = rows.bold_until(row);
        let is_set_apart = row.is_heading()
            || bold_end.is_some_and(|end| end >= label.span().end && !row.is_strong());
        let at = Found {
            row: index,
            start: words.span_of(skipped..skipped + found.len).start,
            end: words
                .span_of(skipped..skipped + found.len)
                .end
                .max(bold_end.filter(|_| is_set_apart).unwrap_or(0)),
            text: label,
            name_len: found.name_len,
        };
        candidates.push(Candidate {
            at,
            form: found.form,
            stands_well,
            begins,
            is_set_apart,
        });
    }
    candidates
}

/// Labels in capitals anywhere in a row, glued to the word before or not.
fn inside(convention: &Convention, row: usize, words: &SpannedText) -> Vec<Candidate> {
    let text = words.text();
    let mut candidates = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some(next) = text[at..].find(char::is_uppercase).map(|found| at + found) else {
            break;
        };
        let before = text[..next].chars().next_back();
        // `D. C.CHAIRMAN ADLER.`: an initial before a title is the end of something else.
        let is_initial = text[next..].chars().nth(1) == Some('.');
        let begins_word = before.is_none_or(|c| !c.is_uppercase()) && !is_initial;
        match convention.matches(&text[next..]).filter(|_| begins_word) {
            Some(found) => {
                let label = words.slice(next..next + found.len);
                candidates.push(Candidate {
                    at: Found {
                        row,
                        start: label.span().start,
                        end: label.span().end,
                        text: label,
                        name_len: found.name_len,
                    },
                    form: found.form,
                    stands_well: true,
                    begins: false,
                    is_set_apart: false,
                });
                at = next + found.len;
            }
            None => {
                let word = text[next..]
                    .find(|c: char| !c.is_uppercase())
                    .unwrap_or(text.len() - next);
                at = next + word.max(1);
            }
        }
    }
    candidates
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

/// The last word of a label that went through [`slug`].
fn surname(label: &str) -> &str {
    label.rsplit('-').next().unwrap_or(label)
}
