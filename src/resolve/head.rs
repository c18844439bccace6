//! Whom the head of a document names, and as what: “Interviewed by Michael S. Mahoney”, `BARNEY FRANK, Massachusetts, Chairman`.

mod scan;

use super::names::{self, NameParts};
use super::voices::Voice;
use crate::authority::Authority;
use crate::authority::forms::{ANSWERS, ASKS, LEADS, TAKES_PART};
use crate::document::{Block, Document, Label, Turn};
use crate::fold::is_small;
use crate::record::Record;
use scan::Found;
use std::collections::{BTreeMap, BTreeSet};

/// The people whom the head of one document names.
#[derive(Default)]
pub(super) struct Head {
    pub(super) names: Vec<Named>,
    by_surname: BTreeMap<String, Vec<usize>>,
    /// Labels that the head explains: `MSM: Michael S. Mahoney`. By the label's key.
    pub(super) legend: BTreeMap<String, usize>,
    roles: BTreeMap<Voice, BTreeSet<usize>>,
    offices: BTreeMap<String, BTreeSet<usize>>,
    /// The turns before which somebody else takes the chair.
    pub(super) new_chairs: BTreeSet<usize>,
}

/// A full name in the head.
pub(super) struct Named {
    pub(super) name: String,
    pub(super) parts: NameParts,
    /// Whether the head says that the person takes part: in a list of speakers, as who asks, answers or presides.
    pub(super) takes_part: bool,
}

/// The first paragraphs of a document that are looked at: a head longer than this is a table of contents.
const LONGEST: usize = 400;

/// The same in bytes.
const LONGEST_BYTES: usize = 200_000;

/// How far before its sign a field's name may begin, in bytes.
const LONGEST_FIELD: usize = 300;

/// More names than that are no head.
const MOST: usize = 2000;

/// Fields that name those who made the document.
const OF_OTHERS: [&str; 22] = [
    "transcript by",
    "transcribed by",
    "transcriber",
    "transcript",
    "transcription",
    "translator",
    "translated by",
    "translation",
    "editor",
    "edited by",
    "publisher",
    "published by",
    "source",
    "media",
    "tags",
    "aliases",
    "citation",
    "archive",
    "reporter",
    "proofread by",
    "prepared by",
    "author",
];

impl Head {
    /// Reads what stands before the first turn, and the first turns that only tell who a label stands for.
    pub(super) fn read(document: &Document, record: &Record, authority: &Authority) -> Head {
        let mut head = Head::default();
        if document.turns().next().is_none() {
            return head;
        }
        let printed: BTreeSet<&str> = document
            .turns()
            .filter_map(|turn| turn.label.as_ref())
            .map(Label::name)
            .collect();
        let labels: BTreeSet<String> = printed.into_iter().map(names::key).collect();
        for participant in &record.participants {
            let named = authority
                .person(&participant.person)
                .map(|p| p.name.as_str());
            for name in participant.printed.as_deref().into_iter().chain(named) {
                head.add(name, true);
            }
        }
        for (field, value) in &document.header.fields {
            head.field(field, value, &labels);
        }
        let is_turn = |block: &Block| matches!(block, Block::Turn(_));
        let before = document.blocks.iter().take_while(|block| !is_turn(block));
        let mut n_bytes = 0;
        for paragraph in before.flat_map(Block::paragraphs).take(LONGEST) {
            let text = paragraph.text.text();
            n_bytes += text.len();
            if n_bytes > LONGEST_BYTES {
                break;
            }
            head.paragraph(text, &labels);
        }
        if let Some(title) = document
            .header
            .title
            .as_ref()
            .filter(|t| t.len() < LONGEST_BYTES)
        {
            head.paragraph(title, &labels);
        }
        for turn in document.turns().take(15) {
            head.legend_turn(turn);
        }
        head.new_chairs = new_chairs(document);
        head
    }

    /// The one whom the head names as asking or answering.
    pub(super) fn role(&self, voice: Voice) -> Option<usize> {
        one(self.roles.get(&voice)?)
    }

    /// Those whom the head names as holding an office.
    pub(super) fn office(&self, key: &str) -> Vec<usize> {
        let holders = self.offices.get(key);
        holders.into_iter().flatten().copied().collect()
    }

    /// The names in the head that agree with parts of a name.
    pub(super) fn fitting(&self, parts: &NameParts) -> Vec<usize> {
        let of_surname = self.by_surname.get(&parts.surname).into_iter().flatten();
        of_surname
            .copied()
            .filter(|at| self.names[*at].parts.agrees_with(parts))
            .collect()
    }

    /// Whether the head prints a surname.
    pub(super) fn has_surname(&self, surname: &str) -> bool {
        self.by_surname.contains_key(surname)
    }

    /// Takes up a full name; names that agree are one person's, and the fullest stays.
    fn add(&mut self, name: &str, takes_part: bool) -> Option<usize> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let parts = names::parse(&name)?;
        if parts.fullness() < 2 {
            return None;
        }
        if let [same] = self.fitting(&parts).as_slice() {
            let old = &mut self.names[*same];
            old.takes_part |= takes_part;
            let is_fuller = parts.fullness() > old.parts.fullness()
                || parts.fullness() == old.parts.fullness()
                    && is_loud(&old.name)
                    && !is_loud(&name);
            if is_fuller {
                old.name = name;
                old.parts = parts;
            }
            return Some(*same);
        }
        let at = self.names.len();
        if at >= MOST {
            return None;
        }
        self.by_surname
            .entry(parts.surname.clone())
            .or_default()
            .push(at);
        self.names.push(Named {
            name,
            parts,
            takes_part,
        });
        Some(at)
    }

    /// A field of the front matter or a line `Name: value`.
    fn field(&mut self, field: &str, value: &str, labels: &BTreeSet<String>) {
        let key = names::words(&field.replace('_', " ")).join(" ");
        let is = |list: &[&str]| list.contains(&key.as_str());
        if is(&OF_OTHERS) || value.contains("://") {
            return;
        }
        let is_label = labels.contains(&names::key(field));
        let voice = if is(&ASKS) {
            Some(Voice::Asks)
        } else {
            is(&ANSWERS).then_some(Voice::Answers)
        };
        let leads = is(&LEADS);
        let takes_part = is(&TAKES_PART) || voice.is_some() || leads || is_label;
        if !takes_part {
            return self.running(value, labels);
        }
        let found = scan::names(value);
        let mut added = Vec::new();
        for name in &found {
            added.extend(self.add(&name.name, true));
        }
        for piece in pieces(value).filter(|_| found.is_empty()) {
            if names::parse(piece).is_some_and(|parts| !parts.given.is_empty()) {
                added.extend(self.add(piece, true));
            }
        }
        self.follow(value, &found);
        for at in &added {
            if let Some(voice) = voice {
                self.roles.entry(voice).or_default().insert(*at);
            }
            if leads {
                self.offices
                    .entry(names::office_key(field))
                    .or_default()
                    .insert(*at);
            }
        }
        if let ([only], true, None) = (added.as_slice(), is_label && !leads, voice) {
            self.legend.insert(names::key(field), *only);
        }
    }

    /// A paragraph, which may be several lines `Name: value` run together.
    fn paragraph(&mut self, text: &str, labels: &BTreeSet<String>) {
        let mut from = 0;
        let mut field: Option<&str> = None;
        for (at, sign) in text
            .char_indices()
            .filter(|(_, c)| matches!(c, ':' | '=' | '：'))
        {
            if at < from {
                continue;
            }
            let Some(start) = field_before(&text[from..at], labels) else {
                continue;
            };
            self.piece(field, &text[from..from + start], labels);
            field = Some(&text[from + start..at]);
            from = at + sign.len_utf8();
        }
        self.piece(field, &text[from..], labels);
    }

    fn piece(&mut self, field: Option<&str>, text: &str, labels: &BTreeSet<String>) {
        match field {
            Some(field) => self.field(field.trim(), text.trim(), labels),
            None => self.running(text, labels),
        }
    }

    fn running(&mut self, text: &str, labels: &BTreeSet<String>) {
        let found = scan::names(text);
        let mut answers = false;
        for name in &found {
            // “Interview with Dennis Ritchie by Michael Mahoney”
            let role = match name.role() {
                None if answers && name.follows_by() => Some(Voice::Asks),
                role => role,
            };
            answers |= role == Some(Voice::Answers);
            if role.is_none() && name.follows_by() && name.presides().is_none() {
                continue;
            }
            let Some(at) = self.add(&name.name, role.is_some()) else {
                continue;
            };
            if let Some(voice) = role {
                self.roles.entry(voice).or_default().insert(at);
            }
            // `Michael S. Mahoney (MSM)`: the bracket after a name is a label.
            let bracket = name.bracket(text).map(names::key);
            if let Some(label) = bracket.filter(|label| labels.contains(label)) {
                self.names[at].takes_part = true;
                self.legend.insert(label, at);
            }
        }
        for (office, name) in scan::unspaced_holders(text) {
            if let Some(at) = self.add(&name, true) {
                self.offices.entry(office).or_default().insert(at);
            }
        }
        self.follow(text, &found);
    }

    /// Offices that stand after the names.
    fn follow(&mut self, text: &str, found: &[Found]) {
        for (index, name) in found.iter().enumerate() {
            let end = found.get(index + 1).map_or(text.len(), |next| next.start);
            let Some(office) = scan::office_after(&text[name.end..end]).or_else(|| name.presides())
            else {
                continue;
            };
            if let Some(at) = self.add(&name.name, true) {
                self.offices.entry(office).or_default().insert(at);
            }
        }
    }

    /// `Interviewer: John Smith` as a turn of its own at the head.
    fn legend_turn(&mut self, turn: &Turn) {
        let (Some(label), [paragraph]) = (&turn.label, turn.paragraphs.as_slice()) else {
            return;
        };
        let text = paragraph.text.text().trim();
        let found = scan::names(text);
        let [name] = found.as_slice() else { return };
        let is_all = name.start == 0
            && (text[name.end..].chars().all(|c| !c.is_alphanumeric())
                || text[name.end..].starts_with(',') && text.split_whitespace().count() < 9);
        if !is_all || text.ends_with(['?', '!']) || text.ends_with('.') {
            return;
        }
        let key = names::words(label.name()).join(" ");
        let voice = if ASKS.contains(&key.as_str()) {
            Some(Voice::Asks)
        } else {
            ANSWERS.contains(&key.as_str()).then_some(Voice::Answers)
        };
        // Somebody with a name of their own may well say another's: only initials are explained so.
        let label = names::key(label.name());
        let is_initials = |parts: NameParts| parts.all_initials().contains(&label);
        if voice.is_none() && !names::parse(&name.name).is_some_and(is_initials) {
            return;
        }
        let Some(at) = self.add(&name.name, true) else {
            return;
        };
        match voice {
            Some(voice) => {
                self.roles.entry(voice).or_default().insert(at);
            }
            None => {
                self.legend.insert(label, at);
            }
        }
    }
}

/// The names in a list: between semicolons and strokes, and between commas unless they are `Smith, John`.
fn pieces(value: &str) -> impl Iterator<Item = &str> {
    value.split([';', '|', '•']).flat_map(|piece| {
        let is_inverted = piece.split_once(',').is_some_and(|(surname, given)| {
            !surname.contains('.') && !given.contains(',') && !names::words(given).is_empty()
        });
        let commas = (!is_inverted).then_some(',');
        piece.split(move |c| Some(c) == commas).map(str::trim)
    })
}

/// Where the name of a field begins that ends a text: one to three words that are known, or a label of the document.
fn field_before(text: &str, labels: &BTreeSet<String>) -> Option<usize> {
    let near = text.floor_char_boundary(text.len().saturating_sub(LONGEST_FIELD));
    // A word that begins before that is no word of a field's name.
    let cut = if near == 0 {
        0
    } else {
        text[near..].find(char::is_whitespace)?
    };
    let words: Vec<&str> = text[near + cut..]
        .split_whitespace()
        .rev()
        .take(3)
        .collect();
    (1..=words.len()).rev().find_map(|n| {
        let start = words[n - 1].as_ptr() as usize - text.as_ptr() as usize;
        let field = &text[start..];
        let key = names::words(&field.replace('_', " ")).join(" ");
        let is_known = [&OF_OTHERS[..], &ASKS, &ANSWERS, &LEADS, &TAKES_PART]
            .iter()
            .any(|list| list.contains(&key.as_str()));
        (is_known || labels.contains(&names::key(field))).then_some(start)
    })
}

/// The only one.
fn one(of: &BTreeSet<usize>) -> Option<usize> {
    let mut all = of.iter();
    match (all.next(), all.next()) {
        (Some(only), None) => Some(*only),
        _ => None,
    }
}

/// Capitals throughout.
pub(super) fn is_loud(name: &str) -> bool {
    !name.chars().any(is_small)
}

/// How a record says that somebody else presides from now on, folded.
const NEW_CHAIRS: [&str; 7] = [
    "in the chair:",
    "présidence de ",
    "présidence:",
    "presidenza de",
    "presidencia de",
    "vorsitz:",
    "president in the chair",
];

/// The turns, by number, before which the record says that somebody else presides.
fn new_chairs(document: &Document) -> BTreeSet<usize> {
    let mut n_turns = 0;
    let mut changes = BTreeSet::new();
    for block in &document.blocks {
        match block {
            Block::Turn(_) => n_turns += 1,
            Block::Note(note) if n_turns > 0 => {
                let words = note
                    .text
                    .text
                    .text()
                    .trim_start_matches(['(', '['])
                    .to_lowercase();
                if NEW_CHAIRS.iter().any(|opening| words.starts_with(opening)) {
                    changes.insert(n_turns);
                }
            }
            Block::Note(_)
            | Block::Header(_)
            | Block::Heading(_)
            | Block::Narration(_)
            | Block::Gap(_) => {}
        }
    }
    changes
}
