//! Rows → paragraphs: hard wraps joined, paragraph ends found, pages marked.

use super::marks::WordForms;
use super::rows::Rows;
use super::shape::begins_with_address;
use crate::clean::{Layout, ends_sentence};
use crate::document::{DropReason, Dropped, Mark, MarkKind, Paragraph, SpannedText};
use crate::fold::is_small;
use crate::source::Span;
use std::ops::Range;

/// What is needed to set paragraphs.
pub(super) struct Flow<'a> {
    pub(super) text: &'a str,
    pub(super) rows: &'a Rows,
    pub(super) layout: Layout,
    /// Word forms of the whole text.
    pub(super) forms: &'a WordForms<'a>,
    /// Whether the first lines of turns are indented.
    pub(super) turns_are_indented: bool,
    /// Whether speech ends with its first paragraph: in screenplays what comes after a blank line is seen, not said.
    pub(super) actions_are_apart: bool,
}

/// A row's stretch that belongs to a turn or block; the first of a turn begins after its label.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Part {
    pub(super) row: usize,
    pub(super) span: Span,
    /// Whether a label stands before it in its row.
    pub(super) after_label: bool,
}

impl Flow<'_> {
    /// Sets the parts as paragraphs. Hyphens that only divided a word at a line's end are given to `dropped`.
    pub(super) fn paragraphs(&self, parts: &[Part], dropped: &mut Vec<Dropped>) -> Vec<Paragraph> {
        self.groups(parts)
            .into_iter()
            .map(|group| self.set(parts, group, &[], dropped))
            .collect()
    }

    /// Which of the parts make one paragraph.
    pub(super) fn groups(&self, parts: &[Part]) -> Vec<Range<usize>> {
        let mut groups: Vec<Range<usize>> = Vec::new();
        let mut is_first_row = true;
        for index in 0..parts.len() {
            let note = groups
                .last()
                .is_some_and(|group| self.begins_footnote(&parts[group.start]));
            let begins = index == 0
                || self.begins_footnote(&parts[index])
                || if note {
                    self.ends_footnote(parts, index)
                } else {
                    self.begins_paragraph(parts, index, is_first_row)
                };
            match groups.last_mut() {
                Some(group) if !begins => {
                    group.end = index + 1;
                    is_first_row = false;
                }
                _ => {
                    groups.push(index..index + 1);
                    is_first_row = true;
                }
            }
        }
        groups
    }

    /// Whether a footnote begins with the row.
    pub(super) fn begins_footnote(&self, part: &Part) -> bool {
        !part.after_label
            && part.span.start == self.rows.all[part.row].span.start
            && self.forms.opens_footnote(&self.text[part.span.range()])
    }

    /// Whether the note before it goes no further: the page or the paragraph ends, or the sentence it stood in goes on.
    fn ends_footnote(&self, parts: &[Part], index: usize) -> bool {
        let row = &self.rows.all[parts[index].row];
        let words = &self.text[parts[index].span.range()];
        let goes_on = words.starts_with(is_small);
        let ended = ends_sentence(&self.text[parts[index - 1].span.range()]);
        row.page_break_before || row.blanks_before > 0 || ended && goes_on
    }

    /// Sets a group of parts as one paragraph; `inside` is what of it interrupts its sentences.
    pub(super) fn set(
        &self,
        parts: &[Part],
        group: Range<usize>,
        inside: &[(Range<usize>, MarkKind)],
        dropped: &mut Vec<Dropped>,
    ) -> Paragraph {
        let len: usize = parts[group.clone()]
            .iter()
            .map(|part| part.span.len() + 1)
            .sum();
        let mut current = SpannedText::with_capacity(len);
        let mut page_breaks = Vec::new();
        let mut marks: Vec<Mark> = Vec::new();
        let mut inside = inside.iter().peekable();
        for index in group.clone() {
            let part = &parts[index];
            if index > group.start {
                self.join(&mut current, parts[index - 1].span, part.span, dropped);
            }
            if self.rows.all[part.row].page_break_before
                && (index == 0 || parts[index - 1].row != part.row)
            {
                page_breaks.push(current.text().len());
            }
            let start = current.text().len();
            self.rows.push(&mut current, self.text, part.span);
            while inside.next_if(|(range, _)| range.end <= index).is_some() {}
            if let Some((range, kind)) = inside.peek().filter(|(range, _)| range.start <= index) {
                if index == range.start {
                    marks.push(Mark {
                        range: start..start,
                        kind: *kind,
                    });
                }
                if let Some(mark) = marks.last_mut() {
                    mark.range.end = current.text().len();
                }
            }
        }
        let mut paragraph = self.finished(current, &page_breaks, parts[group.start].row);
        if !marks.is_empty() {
            let apart = |mark: &Mark| {
                // They stand in order and apart from each other.
                let first = marks.partition_point(|other| other.range.end <= mark.range.start);
                let crosses = |other: &Mark| other.range.start < mark.range.end;
                mark.kind == MarkKind::PageBreak || !marks.get(first).is_some_and(crosses)
            };
            paragraph.marks.retain(apart);
            paragraph.marks.extend(marks);
            paragraph
                .marks
                .sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
        }
        paragraph
    }

    /// A paragraph with its marks; one that begins with an aside is a stage direction as a whole.
    fn finished(&self, text: SpannedText, page_breaks: &[usize], first_row: usize) -> Paragraph {
        let lead = text.text().len() - text.text().trim_start().len();
        let mut paragraph = self.marked(text.into_trimmed(), lead, page_breaks);
        if self.rows.all[first_row].is_aside() {
            let len = paragraph.text.text().len();
            paragraph.marks = vec![Mark {
                range: 0..len,
                kind: MarkKind::Stage,
            }];
        }
        paragraph
    }

    /// The parts as a single paragraph, whatever the layout says.
    pub(super) fn one(&self, parts: &[Part], dropped: &mut Vec<Dropped>) -> Paragraph {
        self.paragraph(&self.joined(parts, dropped), &[])
    }

    /// The same for what is no speech (headers, gaps, notes): nothing in it is marked.
    pub(super) fn plain(&self, parts: &[Part], dropped: &mut Vec<Dropped>) -> Paragraph {
        Paragraph {
            text: self.joined(parts, dropped).trimmed(),
            marks: Vec::new(),
        }
    }

    fn joined(&self, parts: &[Part], dropped: &mut Vec<Dropped>) -> SpannedText {
        let mut current = SpannedText::default();
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                self.join(&mut current, parts[index - 1].span, part.span, dropped);
            }
            self.rows.push(&mut current, self.text, part.span);
        }
        current
    }

    /// A paragraph with its marks.
    pub(super) fn paragraph(&self, text: &SpannedText, page_breaks: &[usize]) -> Paragraph {
        let lead = text.text().len() - text.text().trim_start().len();
        self.marked(text.trimmed(), lead, page_breaks)
    }

    /// A trimmed paragraph with its marks; `lead` bytes were taken away before it.
    fn marked(&self, trimmed: SpannedText, lead: usize, page_breaks: &[usize]) -> Paragraph {
        let breaks: Vec<usize> = page_breaks
            .iter()
            .map(|at| at.saturating_sub(lead).min(trimmed.text().len()))
            .collect();
        let marks: Vec<Mark> = super::marks::mark(&trimmed, self.forms, &breaks);
        Paragraph {
            text: trimmed,
            marks,
        }
    }

    fn words(&self, row: usize) -> &str {
        &self.text[self.rows.all[row].span.range()]
    }

    fn begins_paragraph(&self, parts: &[Part], index: usize, previous_is_first: bool) -> bool {
        let (previous, part) = (parts[index - 1], parts[index]);
        if previous.row == part.row {
            return false;
        }
        let row = &self.rows.all[part.row];
        let ended = ends_sentence(&self.text[previous.span.range()]);
        let words = &self.text[part.span.range()];
        let goes_on = !ended && words.starts_with(is_small);
        let before = &self.text[previous.span.range()];
        if super::typed::stands_alone(words, before)
            || super::typed::is_time_line(before)
            || !words.starts_with(is_small) && super::typed::stands_alone(before, ".")
        {
            return true;
        }
        if row.blanks_before > 0 || row.is_heading() {
            // A page's end may leave a blank line in the middle of a sentence.
            return !goes_on;
        }
        match self.layout {
            Layout::Blocks => ended && row.is_indented,
            // `And where do you live,` / `Mr. Doe?`
            Layout::Lines => !(goes_on || before.ends_with(',') && begins_with_address(words)),
            Layout::Wrapped(measure) => {
                if !ended {
                    return false;
                }
                if row.is_indented {
                    return true;
                }
                let is_indented =
                    previous_is_first && (!previous.after_label || self.turns_are_indented);
                let had_room =
                    !measure.is_full(self.words(previous.row), self.words(part.row), is_indented);
                had_room || self.is_an_indented_line(parts, index, measure)
            }
        }
    }

    /// A line that ends in mid-sentence where an indented line ends, though a line without indent could have taken one word more, is
    /// the first of a paragraph.
    fn is_an_indented_line(
        &self,
        parts: &[Part],
        index: usize,
        measure: crate::clean::Measure,
    ) -> bool {
        let Some(next) = parts.get(index + 1) else {
            return false;
        };
        let (line, next) = (self.words(parts[index].row), self.words(next.row));
        !ends_sentence(line)
            && !measure.is_full(line, next, false)
            && measure.is_full(line, next, true)
            && measure.fits_indented(line)
    }

    /// Joins a row to the one before: by a blank, or without one where a word is divided.
    fn join(
        &self,
        current: &mut SpannedText,
        before: Span,
        after: Span,
        dropped: &mut Vec<Dropped>,
    ) {
        // The blank stands for the line's end alone: furniture between the lines has its own account.
        let blanks = self.text[before.end.min(after.start)..after.start].len()
            - self.text[before.end.min(after.start)..after.start]
                .trim_start()
                .len();
        let gap = Span::new(
            before.end.min(after.start),
            before.end.min(after.start) + blanks,
        );
        let right = &self.text[after.range()];
        let is_soft = current.text().ends_with('\u{ad}');
        let is_divided = current.text().ends_with(['-', '‐']) && right.starts_with(is_small);
        if !is_soft && !is_divided {
            // Between signs of scripts that know no blanks a line's end is nothing.
            let unspaced = |c: Option<char>| {
                c.is_some_and(|c| matches!(c, '\u{2e80}'..='\u{312f}' | '\u{31a0}'..='\u{9fff}' | '\u{ff00}'..='\u{ff60}'))
            };
            if !(unspaced(current.text().chars().next_back()) && unspaced(right.chars().next())) {
                current.push_as(" ", gap);
            }
            return;
        }
        let end = current.text().len();
        let at = end - current.text().chars().next_back().map_or(1, char::len_utf8);
        // The hyphen goes where the text elsewhere has the word in one; where it does not, it may be the word's own.
        let is_one_word = || {
            let stem = current.text()[..at]
                .rsplit(|c: char| !c.is_alphabetic())
                .next()
                .unwrap_or("");
            let rest = right
                .split(|c: char| !c.is_alphabetic())
                .next()
                .unwrap_or("");
            !stem.is_empty() && self.forms.contains(&format!("{stem}{rest}").to_lowercase())
        };
        if is_soft || is_one_word() {
            dropped.push(Dropped {
                span: current.span_of(at..end),
                reason: DropReason::Hyphen,
            });
            current.truncate(at);
        }
    }
}
