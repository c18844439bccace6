//! What a speaker label may look like: the conventions, as data, and the matching of one at a place in the text.

/// How labels are written in a family of documents.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Convention {
    /// Its name, shown to editors and used in records.
    pub(super) name: &'static str,
    /// The marks that end a label.
    ends: &'static [char],
    /// Whether what is said stands in quotation marks.
    pub(super) quoted: bool,
    /// Words a label may have at most.
    max_words: usize,
    /// Whether a label must show by its form that it is a name (initials, a form of address, capitals), since its end mark is also
    /// that of a sentence.
    needs_form: bool,
}

/// The conventions known, in the order in which they are preferred where they explain a document equally well.
pub(super) const CONVENTIONS: [Convention; 3] = [
    Convention {
        name: "name-period",
        ends: &['.'],
        quoted: false,
        max_words: 6,
        needs_form: true,
    },
    Convention {
        name: "name-colon",
        ends: &[':', '：'],
        quoted: false,
        max_words: 8,
        needs_form: false,
    },
    Convention {
        name: "name-colon-quote",
        ends: &[':', '：'],
        quoted: true,
        max_words: 6,
        needs_form: false,
    },
];

/// Forms of address and offices after which a name stands, folded.
const TITLES: [&str; 28] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "the",
    "mme",
    "m",
    "monsieur",
    "herr",
    "frau",
    "president",
    "chairman",
    "chairwoman",
    "secretary",
    "senator",
    "minister",
    "ambassador",
    "general",
    "justice",
    "lord",
    "lady",
    "vice",
    "representative",
    "speaker",
];

/// Words that may stand in a name in small letters.
const PARTICLES: [&str; 18] = [
    "de", "du", "des", "d’", "la", "le", "van", "von", "der", "den", "di", "da", "dos", "al", "el",
    "of", "and", "zu",
];

/// A label found at a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Match {
    /// Bytes of the label without its end mark.
    pub(super) name_len: usize,
    /// Bytes of the label with its end mark.
    pub(super) len: usize,
    /// What about its form says that it is a name.
    pub(super) form: Form,
}

/// What about a label's form says that it is a name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Form {
    /// Nothing but capital letters at the beginning of words.
    Plain,
    /// Capitals throughout, a form of address, or initials.
    Marked,
}

impl Convention {
    /// Matches a label of this convention at the beginning of `words`.
    pub(super) fn matches(&self, words: &str) -> Option<Match> {
        let found = if self.ends == ['.'] {
            self.match_before_period(words)
        } else {
            self.match_before_colon(words)
        }?;
        let after = words[found.len..].trim_start();
        let is_quoted = after.starts_with(OPENING_QUOTES);
        // A full stop ends a label only before a blank; a colon may touch what follows, as the full-width one always does.
        let next = words[found.len..].chars().next();
        let apart = self.ends != ['.'] || next.is_none_or(char::is_whitespace);
        let fits =
            apart && is_quoted == self.quoted && (!self.needs_form || found.form == Form::Marked);
        fits.then_some(found)
    }

    /// `M.S. GORBACHEV.`: points stand inside the label too, after initials and forms of address; the one after a longer word ends it.
    fn match_before_period(&self, words: &str) -> Option<Match> {
        let mut at = 0;
        let mut shape = Shape::default();
        for _ in 0..self.max_words {
            let rest = &words[at..];
            let token_len = rest.find(|c: char| c.is_whitespace()).unwrap_or(rest.len());
            let mut token = &rest[..token_len];
            let mut token_at = at;
            // `M.S.` holds several initials, and `M.S.Gorbachev` a name right after them.
            while let Some((part, after)) = token.split_once('.') {
                if is_initial(part) || (is_title(part) && part.chars().count() < 5) {
                    shape.add(part);
                    token_at += part.len() + 1;
                    token = after;
                    continue;
                }
                let ends_here = after.is_empty() && is_name_word(part) && !is_title(part);
                if !ends_here {
                    return None;
                }
                shape.add(part);
                let name_len = token_at + part.len();
                return Some(Match {
                    name_len,
                    len: name_len + 1,
                    form: shape.form(&words[..name_len]),
                });
            }
            if !token.is_empty() {
                if !is_name_word(token) && !PARTICLES.contains(&token) {
                    return None;
                }
                shape.add(token);
            }
            at += token_len;
            at += words[at..].len() - words[at..].trim_start().len();
            if at >= words.len() {
                return None;
            }
        }
        None
    }

    /// `Mr. Smith:`: everything up to the colon, if it may be a name.
    fn match_before_colon(&self, words: &str) -> Option<Match> {
        let end = words.find(self.ends)?;
        let name = &words[..end];
        if name.len() > 120 || name.ends_with(char::is_whitespace) && !name.ends_with('\u{a0}') {
            return None;
        }
        let tokens: Vec<&str> = name.split_whitespace().collect();
        if tokens.is_empty() || tokens.len() > self.max_words {
            return None;
        }
        let mut shape = Shape::default();
        for token in &tokens {
            let bare = token.trim_matches(['(', ')', '[', ']', ',']);
            let is_pointed = bare
                .split('.')
                .all(|part| part.is_empty() || is_initial(part) || is_name_word(part));
            if !(is_pointed || PARTICLES.contains(&bare)) {
                return None;
            }
            bare.split('.')
                .filter(|part| !part.is_empty())
                .for_each(|part| shape.add(part));
        }
        let mark = words[end..].chars().next().map_or(1, char::len_utf8);
        Some(Match {
            name_len: end,
            len: end + mark,
            form: shape.form(name),
        })
    }
}

/// Signs that open a quotation.
pub(super) const OPENING_QUOTES: [char; 4] = ['“', '"', '«', '„'];

#[derive(Default)]
struct Shape {
    has_initial: bool,
    has_title: bool,
    has_name: bool,
}

impl Shape {
    fn add(&mut self, word: &str) {
        if is_initial(word) {
            self.has_initial = true;
        } else if is_title(word) {
            self.has_title = true;
        } else {
            self.has_name = true;
        }
    }

    fn form(&self, name: &str) -> Form {
        let letters = || name.chars().filter(|c| c.is_alphabetic());
        // Five capitals or fewer may be an abbreviation: NATO, OSCE.
        let in_capitals = letters().count() > 5 && letters().all(char::is_uppercase);
        if self.has_name && (self.has_initial || self.has_title || in_capitals) {
            Form::Marked
        } else {
            Form::Plain
        }
    }
}

fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if c.is_uppercase())
}

fn is_title(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
        && TITLES.contains(&word.to_lowercase().as_str())
}

/// A word that may stand in a name: a capital first (or a script without capitals), letters, hyphens and apostrophes after it.
fn is_name_word(word: &str) -> bool {
    let mut chars = word.chars();
    chars
        .next()
        .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
        && chars.all(|c| c.is_alphabetic() || matches!(c, '-' | '‐' | '\'' | '’'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(convention: &str, words: &'a str) -> Option<(&'a str, Form)> {
        let convention = CONVENTIONS.iter().find(|c| c.name == convention).unwrap();
        convention
            .matches(words)
            .map(|found| (&words[..found.name_len], found.form))
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
        for prose in [
            "Rhineland-Palatinate. Therefore, he",
            "Germans. No matter",
            "NATO. The U.S., as well",
            "IN this way, we have",
            "J. Attali, and",
            "Mr. President, decisions",
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
            Some(("Mr. SMITH (Windsor, NPD)", Form::Marked))
        );
        assert_eq!(
            found("name-colon", "主席：各位"),
            Some(("主席", Form::Plain))
        );
        assert_eq!(found("name-colon", "He said this: no"), None);
        assert_eq!(found("name-colon", "Dumas: “Yes”"), None);
        assert_eq!(
            found("name-colon-quote", "Dumas: “Yes”"),
            Some(("Dumas", Form::Plain))
        );
        assert_eq!(found("name-colon-quote", "Dumas: yes"), None);
    }
}
