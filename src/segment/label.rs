//! What a speaker label may look like: the conventions, as data, and the matching of one at a place in the text.

mod apart;
mod chat;
mod circle;
mod column;
mod conventions;
mod glance;
mod numbers;
mod roles;
mod scan;
mod small;

use super::shape::{Shape, in_capitals, is_role_word};
use super::signs::{is_heading_word, may_speak, run_on};
use super::times::{leading_time, trailing_time};
use crate::source::slug;
use numbers::Number;
use scan::scan;

pub(super) use super::shape::Form;
pub(super) use conventions::CONVENTIONS;
pub(super) use glance::Glance;
pub(super) use numbers::{is_mark, is_number};
pub(super) use roles::ROLES;
pub(super) use small::is_spoken_by;

/// How labels are written in a family of documents.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Convention {
    /// Its name, shown to editors and used in records.
    pub(super) name: &'static str,
    /// How its labels look, shown to editors.
    pub(super) example: &'static str,
    /// What ends or encloses a label.
    mark: Mark,
    /// Where a label may stand.
    pub(super) position: Position,
    /// Whether what is said stands in quotation marks.
    pub(super) quoted: bool,
    /// Words a label may have at most, those in brackets not counted.
    max_words: usize,
    /// What the document as a whole has to show before the labels are believed.
    pub(super) proof: Proof,
}

/// What a document as a whole has to show before labels of a convention are believed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Proof {
    /// Nothing: each label is weighed by itself.
    Labels,
    /// Labels that recur, and what looks like speech after them: the form is rare outside of transcripts.
    Recurrence,
    /// Labels that recur and alternate through most of the text: the form alone says little.
    Dialogue,
}

/// What ends or encloses a label.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mark {
    /// `M.S. GORBACHEV.`
    Period,
    /// `Mr. Smith:`, `主席：`
    Colon,
    /// `[Name] [00:05]`
    Square,
    /// `12:02:26 <nick>`
    Angle,
    /// `### Name:`, alone
    Heading,
    /// `Anna Berg  00:03`, alone
    TimedLine,
    /// `○議長（山田太郎君）　text`
    Circle,
    /// `Q.   Where were you?`
    Role,
    /// `Anna Weiss (PPE). – text`, `Mr Reed—text`
    Dash,
    /// `[Name] text`
    SquareAlone,
    /// `(Name) text`
    RoundAlone,
    /// `<nick> text`
    AngleAlone,
    /// `HAMLET`, alone
    Line,
    /// `Anna Berg text`, the name in bold
    Bold,
    /// `BERG<tab>text`
    Column,
    /// `記者「text」`
    Corner,
    /// `host: text`
    Small,
}

/// Where a label may stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Position {
    /// At the beginning of a line.
    LineStart,
    /// In a heading of its own.
    Heading,
    /// Anywhere: in texts that have lost their line ends. Only capitals can be told from prose there.
    Anywhere,
}

/// Signs that open a quotation.
pub(super) const OPENING_QUOTES: [char; 4] = ['“', '"', '«', '„'];

/// A label found at a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Match {
    /// Bytes before the label that belong to it: a time, a bracket.
    pub(super) lead: usize,
    /// Bytes of the label without its end mark.
    pub(super) name_len: usize,
    /// Bytes of the label with its end mark.
    pub(super) label_len: usize,
    /// Bytes of everything up to where speech begins.
    pub(super) len: usize,
    /// What about its form says that it is a name.
    pub(super) form: Form,
}

impl Convention {
    /// Whether the end mark is also that of a sentence.
    pub(super) fn ends_with_period(&self) -> bool {
        self.mark == Mark::Period
    }

    /// Whether its labels stand on lines of their own, the text below them.
    pub(super) fn stands_alone(&self) -> bool {
        matches!(self.mark, Mark::TimedLine | Mark::Line)
    }

    /// Whether a time stands on the line beside the name.
    pub(super) fn stands_beside_time(&self) -> bool {
        self.mark == Mark::TimedLine
    }

    /// Whether a colon ends its labels.
    pub(super) fn ends_with_colon(&self) -> bool {
        self.mark == Mark::Colon
    }

    /// Whether its labels stand in small letters before a colon.
    pub(super) fn is_in_small_letters(&self) -> bool {
        self.mark == Mark::Small
    }

    /// Whether a sign before the label makes it, which nothing but labels and agendas have.
    pub(super) fn is_after_circle(&self) -> bool {
        self.mark == Mark::Circle
    }

    /// Whether a label before a dash is a speaker's by its form: `O SR. JORGE VIANA (PT - AC) - `.
    pub(super) fn is_loud_before_dash(&self, name: &str) -> bool {
        self.mark == Mark::Dash && (in_capitals(name) || name.ends_with(')'))
    }

    /// Whether its labels are nicks in angle brackets.
    pub(super) fn is_of_nicks(&self) -> bool {
        self.mark == Mark::AngleAlone
    }

    /// Whether brackets and nothing else make its labels: rare outside of chats and talks.
    pub(super) fn says_name_by_brackets(&self) -> bool {
        matches!(
            self.mark,
            Mark::SquareAlone | Mark::RoundAlone | Mark::AngleAlone
        )
    }

    /// Whether its labels are the roles of an examination, which go together with names in another convention.
    pub(super) fn is_of_roles(&self) -> bool {
        self.mark == Mark::Role
    }

    /// Whether bold and nothing else makes its labels.
    pub(super) fn is_in_bold(&self) -> bool {
        self.mark == Mark::Bold
    }

    /// A label of this convention that is the first `bold` bytes of `words`, where those are in bold.
    pub(super) fn matches_bold(&self, words: &str, bold: usize) -> Option<Match> {
        apart::in_bold(words, bold, self.max_words)
    }

    /// The label that [`Convention::matches`] finds at the beginning of `words`, which were looked at before.
    pub(super) fn matches_at(&self, words: &str, glance: Glance) -> Option<Match> {
        // What is said begins with a quotation mark: one has to stand somewhere.
        let may_quote = || memchr::memchr3(b'"', 0xE2, 0xC2, words.as_bytes()).is_some();
        (glance.allows(self.mark, words) && (!self.quoted || may_quote()))
            .then(|| self.matches(words))
            .flatten()
    }

    /// Matches a label of this convention at the beginning of `words`.
    pub(super) fn matches(&self, words: &str) -> Option<Match> {
        let found = match self.mark {
            Mark::Period => self.before_period(words),
            Mark::Colon => self.before_colon(words),
            Mark::Square => apart::enclosed(words, ('[', ']'), self.max_words),
            Mark::Angle => apart::enclosed(words, ('<', '>'), self.max_words),
            Mark::Heading => self.alone(words),
            Mark::TimedLine => apart::timed_line(words, self.max_words),
            Mark::Circle => circle::after_circle(words),
            Mark::Role => roles::role(words),
            Mark::Dash => apart::before_dash(words, self.max_words),
            Mark::SquareAlone => apart::bracketed(words, ('[', ']'), self.max_words),
            Mark::RoundAlone => apart::bracketed(words, ('(', ')'), self.max_words),
            Mark::AngleAlone => apart::bracketed(words, ('<', '>'), self.max_words),
            // Words by themselves do not say that they are bold.
            Mark::Bold => None,
            Mark::Line => apart::alone_on_line(words, self.max_words),
            Mark::Column => column::in_column(words, self.max_words),
            Mark::Corner => apart::before_corner(words),
            Mark::Small => small::before_colon(words),
        }?;
        let after = words[found.len..].trim_start();
        (after.starts_with(OPENING_QUOTES) == self.quoted || !matches!(self.mark, Mark::Colon))
            .then_some(found)
    }

    /// `Name:` and nothing else. In a heading the form of a name says little: `audrey-tang-2`, `回饋1`.
    fn alone(&self, words: &str) -> Option<Match> {
        let name = words.strip_suffix([':', '：'])?.trim_end();
        let fits = !name.is_empty()
            && name.split_whitespace().count() <= self.max_words
            && !is_heading_word(name);
        fits.then_some(Match {
            lead: 0,
            name_len: name.len(),
            label_len: words.len(),
            len: words.len(),
            form: Form::Enclosed,
        })
    }

    /// `M.S. GORBACHEV.`: points stand inside the label too, after initials and forms of address; the one after a longer word ends it.
    fn before_period(&self, words: &str) -> Option<Match> {
        let scanned = scan(words, &['.'], self.max_words)?;
        let after = &words[scanned.len..];
        // A full stop ends a label only before a blank, except where blanks are lost.
        if self.position == Position::LineStart
            && !after.chars().next().is_none_or(char::is_whitespace)
        {
            return None;
        }
        let name = &words[..scanned.name_len];
        let mut form = scanned.shape.form(name);
        let dash = apart::leading_dash(after);
        if dash > 0 && form == Form::Plain {
            // `President. – The debate is closed.`: a stop and a dash are more than a stop.
            form = Form::Initials;
        }
        let is_name = match self.position {
            Position::LineStart | Position::Heading => {
                // `JACK. Why on earth do you say that?`: short capitals may be an abbreviation, and have to recur.
                let is_short = form == Form::Plain && is_short_capitals(name);
                (form >= Form::Initials || is_short) && !scanned.shape.is_address_to_office()
            }
            Position::Anywhere => form == Form::Titled && in_capitals(name),
        };
        (is_name && !is_heading_word(name) && !calls(name, &scanned.shape)).then_some(Match {
            lead: 0,
            name_len: scanned.name_len,
            label_len: scanned.len,
            len: scanned.len + dash,
            form,
        })
    }

    /// `Mr. Smith:`: everything up to the colon, if it may be a name; a time may stand before or after it.
    fn before_colon(&self, words: &str) -> Option<Match> {
        let numbered = numbers::number(words).filter(|_| leading_time(words) == 0);
        let Some((len, number)) = numbered else {
            return self.named_before_colon(words, leading_signs(words));
        };
        let mut found = self.named_before_colon(words, len)?;
        let name = &words[found.lead..found.lead + found.name_len];
        let is_name = match number {
            Number::Speech => {
                found.form = Form::Enclosed;
                true
            }
            // `Q1 Revenue:` is a quarter's.
            Number::Question => {
                found.form >= Form::Titled || name.contains(' ') || is_role_word(&slug(name))
            }
            // Any item of a list has a number and may have a colon.
            Number::Item => found.form == Form::Titled,
        };
        is_name.then_some(found)
    }

    /// The same, after `lead` bytes that are no part of the name.
    fn named_before_colon(&self, words: &str, lead: usize) -> Option<Match> {
        let is_timed = leading_time(words) > 0;
        if is_timed && let Some(found) = chat::named(&words[lead..], lead) {
            return Some(found);
        }
        let asks = || numbers::asks_whom(&words[lead..], self.max_words);
        if let Some(name_len) = run_on(&words[lead..]).or_else(asks) {
            let form = if is_timed {
                Form::Enclosed
            } else {
                Form::Titled
            };
            return Some(Match {
                lead,
                name_len,
                label_len: name_len,
                len: lead + name_len,
                form,
            });
        }
        let scanned = scan(&words[lead..], &[':', '：', '፦', ';'], self.max_words)?;
        let whole = &words[lead..lead + scanned.name_len];
        // `Speaker 1 (00:12):`, `S1 [0:03 - 0:09]:`
        let name = &whole[..whole.len() - trailing_time(whole)];
        let label_len = if name.len() < whole.len() {
            name.len()
        } else {
            scanned.len
        };
        let mut form = scanned.shape.form(name);
        let mut len = lead + scanned.len;
        // `O Sr. PRESIDENTE (Marcelo Nilo):- Declaro`
        len += apart::leading_dash(&words[len..]);
        let after = &words[len..];
        let time = leading_time(after.trim_start());
        if words[..len].ends_with(';') && form < Form::Titled {
            // A badly recognized colon is believed after a form of address only.
            return None;
        }
        // `Speaker 0: 00:00:16`, with the text below.
        if time > 0 && after.trim_start()[time..].trim().is_empty() {
            len = words.len();
            form = Form::Enclosed;
        } else {
            if is_timed {
                form = Form::Enclosed;
            }
            // `Anna: [00:00:12] text`
            if time > 0 && after.trim_start().starts_with(['[', '(']) {
                len += after.len() - after.trim_start().len() + time;
            }
        }
        if scanned.shape.has_description && !after.trim().is_empty() {
            // `ELAINE QUIJANO, CNN CORRESPONDENT:`
            let is_loud = in_capitals(name);
            form = form.min(if is_loud { Form::Initials } else { Form::Plain });
        }
        // `14:05` and `http://` are no labels.
        let touches = after.starts_with(|c: char| c.is_ascii_digit() || c == '/');
        let fits = !touches || form == Form::Enclosed;
        (fits && (!is_heading_word(name) || may_speak(name))).then_some(Match {
            lead,
            name_len: name.len(),
            label_len,
            len,
            form,
        })
    }
}

/// The length of what may stand before a name and a colon: a time, the signs of captions (`>> NAME:`).
fn leading_signs(words: &str) -> usize {
    let rest = words.trim_start_matches(['>', '»']);
    let signs = words.len() - rest.len();
    if signs >= 2 {
        return words.len() - rest.trim_start().len();
    }
    // `— Le journaliste : Bonsoir`
    if let Some(rest) = words.strip_prefix(['—', '–']) {
        return words.len() - rest.trim_start().len();
    }
    leading_time(words)
}

/// `O Sea. O Night.`: a letter without a full stop is no initial there, but a word by itself.
fn calls(name: &str, shape: &Shape) -> bool {
    let is_word = |c: char| {
        matches!(
            c,
            'O' | 'A' | 'I' | 'E' | 'Y' | 'À' | 'И' | 'А' | 'О' | 'Я' | 'В' | 'С' | 'У' | 'К'
        )
    };
    let begins = name
        .strip_prefix(is_word)
        .is_some_and(|rest| rest.starts_with(' '));
    begins && !in_capitals(name) && !shape.has_title()
}

/// `JACK`, `LI NA`: two to five letters, all of them capitals.
fn is_short_capitals(name: &str) -> bool {
    let letters = || name.chars().filter(|c| *c != ' ');
    (2..=5).contains(&letters().count()) && letters().all(char::is_uppercase)
}

/// Whether words are a name and nothing else: two words or more, or one in capitals.
pub(super) fn is_name(words: &str) -> bool {
    scan::scan_to(words, scan::End::Whole, 6).is_some_and(|scanned| {
        let form = scanned.shape.form(words);
        form >= Form::Initials || form == Form::Plain && words.contains(' ')
    })
}

#[cfg(test)]
mod tests;
