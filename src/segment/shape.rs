//! The words a label is made of, and what they say about its being a name.

mod words;

use crate::authority::titles::{ADDRESSES, ARTICLES, OFFICES};
use crate::fold::is_small;
use unicode_normalization::char::is_combining_mark;
use words::{OFFICE_STEMS, OFFICE_WORDS, PARTICLES, VOICES};

/// What about a label's form says that it is a name, from little to much.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Form {
    /// Words in small letters among others: `Une voix`.
    Loose,
    /// Nothing but capital letters at the beginning of words, or a script without them.
    Plain,
    /// Initials, or capitals throughout.
    Initials,
    /// A form of address or an office.
    Titled,
    /// Set apart by signs of its own: a time, brackets.
    Enclosed,
}

/// The kinds of words a label is made of.
#[derive(Default)]
pub(super) struct Shape {
    n_initials: usize,
    n_addresses: usize,
    n_offices: usize,
    n_articles: usize,
    n_names: usize,
    n_small: usize,
    pub(super) has_bracket: bool,
    /// Whether a small word joins what stands before and after it: `M. le président`.
    has_particle: bool,
    /// Whether a description follows the name after a comma.
    pub(super) has_description: bool,
    /// The words so far that are `M`, if nothing else is: an initial, or how a man is addressed in French.
    n_lone_m: usize,
}

impl Shape {
    /// Takes up a word; `None` where it cannot stand in a label.
    pub(super) fn close(&mut self, word: &str, by_period: bool) -> Option<()> {
        // A comma stands in no name that a full stop ends: `Keen, M. The Boats. London` is a book.
        if by_period && word.contains(',') {
            return None;
        }
        let word = word.trim_matches(',');
        if word.is_empty() {
            return Some(());
        }
        if !by_period && word.contains('.') {
            return word
                .split('.')
                .try_for_each(|part| self.close(part, by_period).ok_or(()))
                .ok();
        }
        let is_first = self.is_empty();
        // `M. le président`: an initial has no article after it.
        let lone_m = usize::from(is_first && word == "M");
        if std::mem::replace(&mut self.n_lone_m, lone_m) > 0 && matches!(word, "le" | "la") {
            self.n_initials -= 1;
            self.n_addresses += 1;
        }
        if is_initial(word) {
            self.n_initials += 1;
        } else if is_address(word) || self.n_articles > 0 && is_address_word(word) {
            self.n_addresses += 1;
        } else if is_office(word)
            || self.n_articles + self.n_addresses > 0 && is_office_word(word)
            || is_first && is_voice(word)
        {
            self.n_offices += 1;
        } else if starts_with_capital(word) && is_first && ARTICLE.has(word) {
            self.n_articles += 1;
        } else if is_name_word(word) {
            self.n_names += 1;
        } else if !is_first && (PARTICLES.contains(&word) || !by_period && is_number(word)) {
            // `of Kansas`, `de Gaulle`, `M. le président`, `Speaker 1`, `PERSON #1`.
            self.has_particle |= PARTICLES.contains(&word);
        } else if !by_period && is_first && is_coded_name(word) {
            // `S1`, `SPEAKER_00`, `RESP2`.
            self.n_names += 1;
        } else if by_period && !OFFICE_WORDS.contains(&word) && !self.is_of_voices() {
            return None;
        } else if !is_first
            && word
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
        {
            self.n_small += 1;
        } else {
            return None;
        }
        Some(())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.n_initials
            + self.n_addresses
            + self.n_offices
            + self.n_articles
            + self.n_names
            + self.n_small
            == 0
    }

    /// Whether a form of address or an office is among them.
    pub(super) fn has_title(&self) -> bool {
        self.n_addresses + self.n_offices > 0
    }

    /// Whether words in small letters are among them.
    pub(super) fn has_small_words(&self) -> bool {
        self.n_small > 0
    }

    /// Whether there is a name or an initial among the words so far.
    pub(super) fn names_anything(&self) -> bool {
        self.n_names + self.n_initials > 0
    }

    /// Whether the words so far name a person: two words or more, none of them small.
    pub(super) fn names_somebody(&self) -> bool {
        self.n_small == 0
            && self.n_names > 0
            && self.n_names + self.n_initials + self.n_addresses + self.n_offices >= 2
    }

    /// Whether a full stop may end a description after these words: with a form of address, or two words in capitals.
    pub(super) fn may_be_described(&self, name: &str) -> bool {
        self.names_somebody() && (self.n_addresses > 0 || begins_with_m(name) || in_capitals(name))
    }

    /// `Plusieurs députés du groupe`: voices without a name, and of whom.
    fn is_of_voices(&self) -> bool {
        self.n_articles > 0 && self.n_offices > 0 && self.n_small < 3
    }

    /// `Mr. President`: how one is spoken to, not who speaks.
    pub(super) fn is_address_to_office(&self) -> bool {
        self.n_addresses > 0 && self.n_names == 0 && !self.has_bracket && !self.has_particle
    }

    pub(super) fn form(&self, name: &str) -> Form {
        let has_name = self.n_names > 0;
        let titled = self.n_addresses > 0 && (has_name || self.n_offices > 0)
            || self.n_offices > 0 && (has_name || self.n_offices > 1 || self.n_articles > 0)
            || (self.has_bracket || self.has_description) && (has_name || self.n_offices > 0);
        if self.n_small > 2
            || self.n_small > 0 && !titled
            || self.n_articles > 0 && !titled && !in_capitals(name)
        {
            Form::Loose
        } else if titled {
            Form::Titled
        } else if has_name && self.n_initials > 0
            || (has_name || self.n_offices > 0) && in_capitals(name)
        {
            Form::Initials
        } else {
            Form::Plain
        }
    }
}

/// `M. Jean Dupont`
fn begins_with_m(name: &str) -> bool {
    name.starts_with("M. ")
}

/// Whether words tell what somebody is: `ministre`, `rapporteur pour avis`, `Sottosegretario di Stato`.
pub(super) fn describes_office(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or("");
    is_office_in(first.trim_matches(|c: char| !c.is_alphabetic()))
}

/// Capitals throughout. Five of them or fewer may be an abbreviation: NATO, OSCE.
pub(super) fn in_capitals(name: &str) -> bool {
    let outside_brackets = name.split(['(', '[']).next().unwrap_or(name);
    let letters = || outside_brackets.chars().filter(|c| c.is_alphabetic());
    letters().all(char::is_uppercase) && letters().nth(5).is_some()
}

/// `M`, the second half of `H.-D.`, and letters that one letter of another script is written with: `Yu`, `Zh`, `Th`.
pub(super) fn is_initial(word: &str) -> bool {
    const LETTERS: [&str; 22] = [
        "Ch", "Cs", "Dz", "Gh", "Gy", "Je", "Ju", "Kh", "Lj", "Ll", "Nj", "Ny", "Ph", "Sh", "Sz",
        "Th", "Ts", "Ya", "Ye", "Yu", "Zh", "Zs",
    ];
    let word = word.strip_prefix(['-', '‐', '‑']).unwrap_or(word);
    let mut chars = word.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if c.is_uppercase())
        || word.starts_with(char::is_uppercase)
            && LETTERS
                .iter()
                .any(|letters| letters.eq_ignore_ascii_case(word))
}

pub(super) fn is_address(word: &str) -> bool {
    starts_with_capital(word) && word.chars().nth(1).is_some() && ADDRESS.has(word)
}

/// Whether a line begins with a name that a particle in small letters is joined with: `al-Assad`.
pub(super) fn begins_with_particle(words: &str) -> bool {
    let first = words.split(char::is_whitespace).next().unwrap_or("");
    after_joined_particle(first).len() < first.len()
}

/// Whether a line begins with a form of address, or with the `M` that may be one.
pub(super) fn begins_with_address(words: &str) -> bool {
    let first = words.split(char::is_whitespace).next().unwrap_or("");
    let first = first.trim_end_matches(['.', ',']);
    first == "M" || is_address(first)
}

/// A form of address in small letters, as it stands after an article: `La señora MORA VEGA`.
fn is_address_word(word: &str) -> bool {
    const SMALL: [&str; 12] = [
        "señor",
        "señora",
        "señorita",
        "senhor",
        "senhora",
        "sig",
        "sr",
        "sra",
        "hon",
        "herr",
        "frau",
        "doña",
    ];
    SMALL.contains(&word.to_lowercase().trim_end_matches(['.', 'ª', 'º']))
}

fn is_office(word: &str) -> bool {
    starts_with_capital(word) && is_office_in(word)
}

/// A list of words in small letters. It is asked about nearly every word of a text: first letter and length settle most.
struct Known {
    words: &'static [&'static str],
    /// By first letter, a bit for each length.
    lengths: [u32; 26],
}

static ADDRESS: Known = Known::new(&ADDRESSES);
static OFFICE: Known = Known::new(&OFFICES);
static ARTICLE: Known = Known::new(&ARTICLES);
static VOICE: Known = Known::new(&VOICES);
static HON: Known = Known::new(&["hon"]);
static OFFICE_STEM: Known = Known::new(&OFFICE_STEMS);

impl Known {
    const fn new(words: &'static [&'static str]) -> Known {
        let mut lengths = [0; 26];
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            if word[0].is_ascii_lowercase() && word.len() < 32 {
                lengths[(word[0] - b'a') as usize] |= 1 << word.len();
            }
            at += 1;
        }
        Known { words, lengths }
    }

    fn has(&self, word: &str) -> bool {
        if word.is_ascii() {
            self.has_ascii(word)
        } else {
            self.may_hold(word) && self.words.contains(&word.to_lowercase().as_str())
        }
    }

    /// The same for the word without accents and signs.
    fn has_slug(&self, word: &str) -> bool {
        if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
            self.has_ascii(word)
        } else {
            self.may_begin(word) && self.words.contains(&crate::source::slug(word).as_str())
        }
    }

    /// Whether the word without accents and signs begins with one of these.
    fn begins_slug(&self, word: &str) -> bool {
        if !word.is_ascii() {
            return self.may_begin(word) && {
                let word = crate::source::slug(word);
                self.words.iter().any(|known| word.starts_with(known))
            };
        }
        let first = word.as_bytes().first().map(u8::to_ascii_lowercase);
        let begins = |known: &&str| {
            known.as_bytes().first().copied() == first
                && word
                    .get(..known.len())
                    .is_some_and(|head| head.eq_ignore_ascii_case(known))
        };
        self.lengths_of(word) != 0 && self.words.iter().any(begins)
    }

    /// Whether a word with the first letter of this one is among them; where that letter is none of ASCII, only folding it could tell.
    fn may_hold(&self, word: &str) -> bool {
        !word.starts_with(|c: char| c.is_ascii_alphabetic()) || self.lengths_of(word) != 0
    }

    /// Whether one of them may begin with the letters of ASCII that a word begins with: to fold the others takes long. The last of
    /// these may change with what follows it.
    fn may_begin(&self, word: &str) -> bool {
        let n_letters = word.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let follows = word[n_letters..].chars().next();
        let is_settled = follows.is_some_and(|c| c.is_alphabetic() && !is_combining_mark(c));
        let settled = &word.as_bytes()[..n_letters.saturating_sub(usize::from(!is_settled))];
        let fits = |known: &&str| {
            let len = settled.len().min(known.len());
            known.as_bytes()[..len].eq_ignore_ascii_case(&settled[..len])
        };
        self.may_hold(word) && self.words.iter().any(fits)
    }

    /// The lengths of the words with the same first letter.
    fn lengths_of(&self, word: &str) -> u32 {
        match word.bytes().next().map(|b| b.to_ascii_lowercase()) {
            Some(letter @ b'a'..=b'z') => self.lengths[usize::from(letter - b'a')],
            Some(_) | None => 0,
        }
    }

    fn has_ascii(&self, word: &str) -> bool {
        word.len() < 32
            && self.lengths_of(word) & 1 << word.len() != 0
            && self
                .words
                .iter()
                .any(|known| word.eq_ignore_ascii_case(known))
    }
}

/// Whether a word is an office, or begins as one does in another language.
fn is_office_in(word: &str) -> bool {
    OFFICE.has_slug(word) || OFFICE_STEM.begins_slug(word)
}

/// Whether a folded word is an office or a voice: `moderator`.
pub(super) fn is_role_word(folded: &str) -> bool {
    is_office_in(folded) || VOICES.contains(&folded)
}

/// Whether a folded word stands for a voice without a name.
pub(super) fn is_voice_word(folded: &str) -> bool {
    VOICES.contains(&folded)
}

/// A word for a voice without a name: `Vozes do PS`, `Participant 2`.
fn is_voice(word: &str) -> bool {
    starts_with_capital(word) && VOICE.has_slug(word)
}

/// `1`, `#1`
fn is_number(word: &str) -> bool {
    let digits = word.strip_prefix('#').unwrap_or(word);
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

/// `S1`, `SPEAKER_00`, `RESP2`: a capital, then letters, figures and underscores.
fn is_coded_name(word: &str) -> bool {
    starts_with_capital(word)
        && word.len() <= 24
        && word
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '/'))
        // `F1/F2` are two who speak, `TCP/IP` is not.
        && (!word.contains('/')
            || word
                .split('/')
                .all(|one| one.ends_with(|c: char| c.is_ascii_digit())))
}

/// Whether a line begins with an article and an office, as a long label does: `The Minister for`.
pub(super) fn begins_with_office(words: &str) -> bool {
    if !words.starts_with(|c: char| c.is_uppercase() || c.is_whitespace()) {
        return false;
    }
    let mut words = words.split_whitespace();
    let first_is_article = words
        .next()
        .is_some_and(|first| starts_with_capital(first) && ARTICLE.has(first));
    first_is_article && words.next().is_some_and(is_office_word)
}

/// An office or a voice in small letters, as it stands after an article: `Le président`, `Une voix`, `An hon. Member`.
fn is_office_word(word: &str) -> bool {
    HON.has_slug(word) || is_office_in(word) || VOICE.has_slug(word)
}

fn starts_with_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// `al-Assad`, `d’Estaing`: what stands in small letters before a name and is joined with it.
fn after_joined_particle(word: &str) -> &str {
    const JOINED: [&str; 14] = [
        "al", "el", "as", "an", "ad", "at", "ar", "ash", "az", "ul", "d", "l", "dell", "ter",
    ];
    match word.split_once(['-', '‑', '\'', '’']) {
        Some((particle, name)) if JOINED.contains(&particle) => name,
        Some(_) | None => word,
    }
}

/// A word that may stand in a name: a capital first (or a script without capitals), letters, hyphens and apostrophes after it.
pub(super) fn is_name_word(word: &str) -> bool {
    let mut chars = after_joined_particle(word).chars();
    chars
        .next()
        .is_some_and(|c| c.is_alphabetic() && !is_small(c))
        && chars.all(|c| {
            c.is_alphabetic()
                || is_combining_mark(c)
                || matches!(c, '-' | '‐' | '‑' | '\'' | '’' | '"' | '״' | '/' | '·')
        })
}
