//! What a speaker label may look like: the conventions, as data, and the matching of one at a place in the text.

use super::shape::{Shape, in_capitals, is_address, is_initial};
use super::signs::{bracket_len, is_heading_word, leading_time, run_on};

pub(super) use super::shape::Form;

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

/// The conventions known. Where two explain a document equally well, the first is taken.
pub(super) const CONVENTIONS: [Convention; 7] = [
    Convention {
        name: "heading-colon",
        example: "### Name:",
        mark: Mark::Heading,
        position: Position::Heading,
        quoted: false,
        max_words: 12,
    },
    Convention {
        name: "name-period",
        example: "M.S. Gorbachev. text",
        mark: Mark::Period,
        position: Position::LineStart,
        quoted: false,
        max_words: 8,
    },
    Convention {
        name: "name-colon",
        example: "Mr. Smith: text",
        mark: Mark::Colon,
        position: Position::LineStart,
        quoted: false,
        max_words: 10,
    },
    Convention {
        name: "name-colon-quote",
        example: "Dumas: “text”",
        mark: Mark::Colon,
        position: Position::LineStart,
        quoted: true,
        max_words: 6,
    },
    Convention {
        name: "bracketed-name",
        example: "[Name] [00:05] text",
        mark: Mark::Square,
        position: Position::LineStart,
        quoted: false,
        max_words: 8,
    },
    Convention {
        name: "nick",
        example: "12:02:26 <nick> text",
        mark: Mark::Angle,
        position: Position::LineStart,
        quoted: false,
        max_words: 3,
    },
    Convention {
        name: "capitals-period",
        example: "text.MR. CROSS. text",
        mark: Mark::Period,
        position: Position::Anywhere,
        quoted: false,
        max_words: 5,
    },
];

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

    /// Matches a label of this convention at the beginning of `words`.
    pub(super) fn matches(&self, words: &str) -> Option<Match> {
        let found = match self.mark {
            Mark::Period => self.before_period(words),
            Mark::Colon => self.before_colon(words),
            Mark::Square => enclosed(words, '[', ']', self.max_words),
            Mark::Angle => enclosed(words, '<', '>', self.max_words),
            Mark::Heading => self.alone(words),
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
        let form = scanned.shape.form(&words[..scanned.name_len]);
        let is_name = match self.position {
            Position::LineStart | Position::Heading => {
                form >= Form::Initials && !scanned.shape.is_address_to_office()
            }
            Position::Anywhere => form == Form::Titled && in_capitals(&words[..scanned.name_len]),
        };
        is_name.then_some(Match {
            lead: 0,
            name_len: scanned.name_len,
            label_len: scanned.len,
            len: scanned.len,
            form,
        })
    }

    /// `Mr. Smith:`: everything up to the colon, if it may be a name; a time may stand before or after it.
    fn before_colon(&self, words: &str) -> Option<Match> {
        let lead = leading_time(words);
        if let Some(name_len) = run_on(&words[lead..]) {
            let form = if lead > 0 {
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
        let scanned = scan(&words[lead..], &[':', '：', ';'], self.max_words)?;
        let name = &words[lead..lead + scanned.name_len];
        let label_len = scanned.len;
        let mut form = scanned.shape.form(name);
        let mut len = lead + label_len;
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
        } else if lead > 0 {
            form = Form::Enclosed;
        }
        if scanned.shape.has_description && !after.trim().is_empty() {
            form = form.min(Form::Plain);
        }
        // `14:05` and `http://` are no labels.
        let touches = after.starts_with(|c: char| c.is_ascii_digit() || c == '/');
        let fits = !touches || form == Form::Enclosed;
        (fits && !is_heading_word(name)).then_some(Match {
            lead,
            name_len: scanned.name_len,
            label_len,
            len,
            form,
        })
    }
}

/// What was read up to a label's end mark.
struct Scanned {
    name_len: usize,
    len: usize,
    shape: Shape,
}

/// How far into a line the end of a label is looked for, in bytes.
const LONGEST: usize = 240;
/// How far a description after a name may run, in bytes.
const LONGEST_DESCRIPTION: usize = 200;

/// Whether one of `ends` stands near enough to end a label: most lines of prose are told by that alone.
fn may_end(words: &str, ends: &[char]) -> bool {
    let near = &words.as_bytes()[..words.len().min(LONGEST + LONGEST_DESCRIPTION + 8)];
    let mut first_byte = [0; 4];
    ends.iter()
        .any(|end| memchr::memchr(end.encode_utf8(&mut first_byte).as_bytes()[0], near).is_some())
}

/// Reads the words of a label up to one of `ends`.
fn scan(words: &str, ends: &[char], max_words: usize) -> Option<Scanned> {
    if !may_end(words, ends) {
        return None;
    }
    let mut shape = Shape::default();
    let mut word_start = 0;
    let mut n_words = 0;
    let mut chars = words.char_indices();
    let by_period = ends == ['.'];
    while let Some((at, c)) = chars.next() {
        if at > LONGEST || n_words > max_words && shape.has_small_words() {
            return None;
        }
        if c == '(' || c == '[' {
            // What stands in brackets tells of the speaker: `The Minister (Mr. Y)`, `Name (Windsor, NPD)`.
            let near = words.floor_char_boundary(words.len().min(LONGEST + 4));
            let end = at + bracket_len(&words[at..near])?;
            shape.close(&words[word_start..at], by_period)?;
            n_words += usize::from(word_start < at);
            shape.has_bracket = true;
            while chars.as_str().len() > words.len() - end {
                chars.next();
            }
            word_start = end;
            continue;
        }
        // `Dorothee Bär, Parl. Staatssekretärin beim Bundesminister für Verkehr:` names first and describes then.
        if c == ',' && !by_period && word_start < at {
            let near = words.floor_char_boundary(words.len().min(at + LONGEST_DESCRIPTION + 4));
            let rest = &words[at..near];
            let end = rest.find(ends).filter(|end| {
                *end <= LONGEST_DESCRIPTION && !rest[..*end].contains(['!', '?', '“', '"', '\n'])
            });
            shape.close(&words[word_start..at], by_period)?;
            let end = end.filter(|_| shape.names_somebody())?;
            shape.has_description = true;
            let mark = rest[end..].chars().next().map_or(1, char::len_utf8);
            return Some(Scanned {
                name_len: at + rest[..end].trim_end().len(),
                len: at + end + mark,
                shape,
            });
        }
        if ends.contains(&c) {
            let word = &words[word_start..at];
            let goes_on =
                by_period && (is_initial(word) || is_address(word) && word.chars().count() < 5);
            if goes_on {
                shape.close(word, by_period)?;
                word_start = at + 1;
                continue;
            }
            shape.close(word, by_period)?;
            n_words += usize::from(!word.trim().is_empty());
            if shape.is_empty() || n_words > max_words {
                return None;
            }
            let name_len = words[..at].trim_end().len();
            return Some(Scanned {
                name_len,
                len: at + c.len_utf8(),
                shape,
            });
        }
        if c.is_whitespace() {
            let word = &words[word_start..at];
            shape.close(word, by_period)?;
            n_words += usize::from(!word.is_empty());
            word_start = at + c.len_utf8();
        }
    }
    None
}

/// `[Name] [00:05]` and `12:02:26 <nick>`: a name in brackets with a time beside it.
fn enclosed(words: &str, open: char, close: char, max_words: usize) -> Option<Match> {
    let lead = leading_time(words);
    let inside = words[lead..].strip_prefix(open)?;
    let end = inside.find(close)?;
    let name = &inside[..end];
    let n_words = name.split_whitespace().count();
    if n_words == 0
        || n_words > max_words
        || name.starts_with(|c: char| c.is_ascii_digit())
        || name.len() > 120
    {
        return None;
    }
    let after = &inside[end + close.len_utf8()..];
    let blanks = after.len() - after.trim_start().len();
    let time = leading_time(after.trim_start());
    if lead == 0 && time == 0 {
        return None;
    }
    let len = lead + 1 + end + close.len_utf8() + if time > 0 { blanks + time } else { 0 };
    Some(Match {
        lead: lead + 1,
        name_len: name.len(),
        label_len: name.len(),
        len,
        form: Form::Enclosed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(convention: &str, words: &'a str) -> Option<(&'a str, Form)> {
        let convention = CONVENTIONS.iter().find(|c| c.name == convention).unwrap();
        convention
            .matches(words)
            .map(|found| (&words[found.lead..found.lead + found.name_len], found.form))
    }

    #[test]
    fn labels_before_a_period() {
        let found = |words| found("name-period", words).map(|(name, _)| name);
        assert_eq!(
            found("M.S. GORBACHEV. This morning"),
            Some("M.S. GORBACHEV")
        );
        assert_eq!(found("M. S. Gorbachev. Yes"), Some("M. S. Gorbachev"));
        assert_eq!(found("F. MItterand. The reality"), Some("F. MItterand"));
        assert_eq!(found("Mr. Frank. I thank"), Some("Mr. Frank"));
        assert_eq!(found("MR. BLACK. Well"), Some("MR. BLACK"));
        assert_eq!(
            found("Mr. Moore of Kansas. Yes"),
            Some("Mr. Moore of Kansas")
        );
        assert_eq!(
            found("The SPEAKER pro tempore. Under"),
            Some("The SPEAKER pro tempore")
        );
        assert_eq!(
            found("The PRESIDING OFFICER (Mr. Smith). Without"),
            Some("The PRESIDING OFFICER (Mr. Smith)")
        );
        for prose in [
            "Rhineland-Palatinate. Therefore, he",
            "Germans. No matter",
            "NATO. The U.S., as well",
            "IN this way, we have",
            "J. Attali, and",
            "Mr. President, decisions",
            "Mr. President. Decisions",
            "U.S. representative was",
            "F. Mitterand",
        ] {
            assert_eq!(found(prose), None, "{prose}");
        }
    }

    #[test]
    fn labels_before_a_colon() {
        assert_eq!(
            found("name-colon", "Mr. SMITH (Windsor, NPD): I rise"),
            Some(("Mr. SMITH (Windsor, NPD)", Form::Titled))
        );
        assert_eq!(
            found("name-colon", "主席：各位"),
            Some(("主席", Form::Plain))
        );
        assert_eq!(
            found("name-colon", "[00:01:23] Anna Berg: yes"),
            Some(("Anna Berg", Form::Enclosed))
        );
        assert_eq!(
            found("name-colon", "Speaker 0: 00:00:16"),
            Some(("Speaker 0", Form::Enclosed))
        );
        assert_eq!(
            found("name-colon", "Une voix: non"),
            Some(("Une voix", Form::Titled))
        );
        assert_eq!(
            found("name-colon", "Gute Frage: nein"),
            Some(("Gute Frage", Form::Plain))
        );
        assert_eq!(
            found("name-colon", "He said: no"),
            Some(("He said", Form::Loose))
        );
        assert_eq!(
            found(
                "name-colon",
                "Anna Bär, Staatssekretärin beim Minister für Verkehr:"
            ),
            Some((
                "Anna Bär, Staatssekretärin beim Minister für Verkehr",
                Form::Titled
            ))
        );
        assert_eq!(
            found("name-colon", "Mr. Omido asked the Minister: why"),
            Some(("Mr. Omido", Form::Titled))
        );
        assert_eq!(
            found("name-colon", "M. Martin propose: Que le rapport"),
            Some(("M. Martin", Form::Titled))
        );
        assert_eq!(
            found("name-colon", "Mr. Mbori; I beg"),
            Some(("Mr. Mbori", Form::Titled))
        );
        assert_eq!(found("name-colon", "Berlin; I beg"), None);
        assert_eq!(found("name-colon", "APPEARANCES: two"), None);
        assert_eq!(found("name-colon", "see http://a.example"), None);
        assert_eq!(found("name-colon", "At 14:05 they met"), None);
        assert_eq!(found("name-colon", "Dumas: “Yes”"), None);
        assert_eq!(
            found("name-colon-quote", "Dumas: “Yes”"),
            Some(("Dumas", Form::Plain))
        );
        assert_eq!(found("name-colon-quote", "Dumas: yes"), None);
    }

    #[test]
    fn labels_in_brackets_with_a_time() {
        assert_eq!(
            found("bracketed-name", "[Bryan C.] [00:05] Well"),
            Some(("Bryan C.", Form::Enclosed))
        );
        assert_eq!(found("bracketed-name", "[Applause] Well"), None);
        assert_eq!(
            found("nick", "12:02:26 <ann_b> hello"),
            Some(("ann_b", Form::Enclosed))
        );
    }
}
