//! Words and blanks → blocks.

use super::super::super::blocks::{Block, Gap, push_strong};
use super::super::chrome;
use super::{Due, Found, Inside, Open, Walker};

const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

impl Walker {
    pub(super) fn characters(&mut self, text: &str) {
        if self.inside == Inside::Title {
            self.page.title.push_str(text);
            return;
        }
        if self.open.last().is_some_and(|open| open.is_skipped) {
            return;
        }
        if self.n_pre > 0 {
            self.preformatted(text);
            return;
        }
        // `<b>Tom</b> <b>Yes!</b>` are two, `<b>To</b><b>m</b>` is one.
        self.is_after_strong |= self.n_strong == 0 && !text.is_empty();
        let mut rest = text;
        while !rest.is_empty() {
            let blanks = rest.trim_start_matches(is_blank);
            self.due.a_blank |= blanks.len() < rest.len();
            let word_len = blanks.find(is_blank).unwrap_or(blanks.len());
            let (word, after) = blanks.split_at(word_len);
            if !word.is_empty() {
                self.word(word);
            }
            rest = after;
        }
    }

    fn word(&mut self, word: &str) {
        self.arrive();
        let Due {
            a_tab,
            a_blank,
            n_line_ends,
            ..
        } = std::mem::take(&mut self.due);
        if !self.text.is_empty() {
            if n_line_ends > 0 {
                self.text.push_str(&"\n\n"[..n_line_ends.min(2)]);
            } else if a_tab {
                self.text.push('\t');
            } else if a_blank {
                self.text.push(' ');
            }
        }
        let start = self.text.len();
        // A soft hyphen only says where a word may be divided.
        self.text.extend(word.chars().filter(|c| *c != '\u{ad}'));
        if self.n_strong > 0 {
            let range = start..self.text.len();
            if std::mem::take(&mut self.is_after_strong) {
                self.strong.push(range);
            } else {
                push_strong(&mut self.strong, &self.text, range);
            }
        }
        self.is_heading |= self.inside == Inside::Heading;
    }

    fn preformatted(&mut self, text: &str) {
        let first = if self.at_pre_start {
            text.strip_prefix('\n').unwrap_or(text)
        } else {
            text
        };
        self.at_pre_start = false;
        if first.is_empty() {
            return;
        }
        self.arrive();
        let due = std::mem::take(&mut self.due);
        self.text.push_str(&"\n\n"[..due.n_line_ends.min(2)]);
        self.text.push_str(first);
    }

    /// Ends the block under way if the next words are not part of it.
    fn arrive(&mut self) {
        if let Some(gap) = self.due.a_break.take() {
            self.flush();
            self.gap = self.gap.max(Some(gap));
            self.due = Due::default();
        }
        if self.text.is_empty() {
            let here = |open: &Open| (open.container, open.region);
            self.place = self.open.last().map_or((0, None), here);
        }
    }

    /// Takes the block under way as complete.
    pub(super) fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let is_heading = std::mem::take(&mut self.is_heading);
        let mut strong = std::mem::take(&mut self.strong);
        self.superscript = None;
        // Only preformatted text begins with blanks, and those are its layout.
        let text = text.trim_end();
        if text.trim().is_empty() {
            return;
        }
        let (container, region) = self.place;
        strong.retain(|range| range.end <= text.len());
        let block = Block {
            text: text.to_owned(),
            gap: self.gap.take().unwrap_or(Gap::Blank),
            strong,
        };
        self.page.has_heading |= is_heading;
        chrome::count(&mut self.page.regions, region, &block.text, is_heading);
        self.page.blocks.push(Found {
            block,
            container,
            region,
            is_heading,
        });
    }

    /// A raised number is printed so: “1989¹²” is not the year 198912.
    pub(super) fn raise(&mut self) {
        let Some((block, at)) = self.superscript.take() else {
            return;
        };
        let Some(raised) = self
            .text
            .get(at..)
            .filter(|_| block == self.page.blocks.len())
        else {
            return;
        };
        let digits = raised.trim_start();
        if digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return;
        }
        let digits: String = digits
            .bytes()
            .map(|b| RAISED[usize::from(b - b'0')])
            .collect();
        let blanks = raised.len() - raised.trim_start().len();
        // A raised number is no part of a name in bold.
        self.strong.retain(|range| range.end <= at);
        self.text.truncate(at + blanks);
        self.text.push_str(&digits);
    }
}

/// White space as HTML counts it; a no-break space is a letter here.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}
