//! Queries made by dice from the words of an archive, with what each means.

use memcon::query;
use memcon::site::Site;
use std::collections::BTreeSet;

/// A turn, as the scan sees it.
#[derive(Debug, Default, Clone)]
pub(crate) struct Spoken {
    pub(crate) name: String,
    pub(crate) document: String,
    pub(crate) kind: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) conversation: Option<String>,
    pub(crate) speaker: Option<String>,
    pub(crate) mentions: BTreeSet<String>,
    /// EDTF, cut to the month where it has one.
    pub(crate) month: Option<String>,
    pub(crate) words: Vec<String>,
}

/// The turns of a site.
pub(crate) fn spoken(site: &Site) -> Vec<Spoken> {
    let mut found = Vec::new();
    for (document, entry) in site.documents.iter().enumerate() {
        for (index, turn) in entry.turns.iter().enumerate() {
            let paragraphs = entry.turn(index).paragraphs.iter();
            let paragraphs: Vec<&str> = paragraphs.map(|p| p.text.text()).collect();
            let text = paragraphs.join("\n\n");
            let conversation = turn
                .conversation
                .map(|at| entry.conversations[at].id.clone())
                .or_else(|| Some(site.conversations[entry.conversation?].name.clone()));
            let mentioned = site
                .people
                .values()
                .filter(|person| person.mentioned.contains(&(document, index)));
            found.push(Spoken {
                name: format!("{}#{}", entry.id, entry.anchors.turn(index)),
                document: entry.id.to_string(),
                kind: entry.facts.kind.clone(),
                language: entry.facts.language.clone(),
                conversation,
                speaker: turn.attribution.person().map(ToString::to_string),
                mentions: mentioned.map(|person| person.id.to_string()).collect(),
                month: entry
                    .turn_date(index)
                    .map(|date| date.as_str().chars().take(7).collect()),
                words: query::words(&text).into_iter().map(|w| w.folded).collect(),
            });
        }
    }
    found
}

/// What is asked.
#[derive(Debug, Clone)]
pub(crate) enum Ask {
    All(Vec<Ask>),
    Any(Vec<Ask>),
    Not(Box<Ask>),
    Near(Vec<Ask>, Vec<usize>),
    Phrase(Vec<String>),
    Speaker(String),
    Mentions(String),
    Document(String),
    Kind(String),
    Language(String),
    Conversation(String),
    Months(String, String),
}

impl Ask {
    /// As a reader types it.
    pub(crate) fn line(&self) -> String {
        self.written(0)
    }

    /// In brackets where it binds less than what stands around it: OR 1, AND 2, near 3, NOT 4.
    fn written(&self, around: usize) -> String {
        let list = |parts: &[Ask], level: usize, joint: &str| {
            let parts: Vec<String> = parts.iter().map(|part| part.written(level)).collect();
            parts.join(joint)
        };
        let (level, line) = match self {
            Ask::Any(parts) => (1, list(parts, 2, " OR ")),
            // Both ways to write it, by the number of parts.
            Ask::All(parts) if parts.len() == 2 => (2, list(parts, 3, " AND ")),
            Ask::All(parts) => (2, list(parts, 3, " ")),
            Ask::Near(parts, distances) => {
                let mut line = parts[0].written(4);
                for (part, n) in parts[1..].iter().zip(distances) {
                    let sign = if n % 2 == 0 { "near" } else { "NEAR" };
                    line.push_str(&format!(" {sign}/{n} {}", part.written(4)));
                }
                (3, line)
            }
            Ask::Not(part) => (4, format!("NOT {}", part.written(4))),
            Ask::Phrase(words) if words.len() == 1 => (5, words[0].clone()),
            Ask::Phrase(words) => (5, format!("\"{}\"", words.join(" "))),
            Ask::Speaker(id) => (5, format!("speaker:{id}")),
            Ask::Mentions(id) => (5, format!("mentions:{id}")),
            Ask::Document(id) => (5, format!("document:{id}")),
            Ask::Kind(kind) => (5, format!("kind:\"{kind}\"")),
            Ask::Language(tag) => (5, format!("lang:{tag}")),
            Ask::Conversation(id) => (5, format!("conversation:\"{id}\"")),
            Ask::Months(from, to) => (5, format!("date:{from}..{to}")),
        };
        if level < around {
            format!("({line})")
        } else {
            line
        }
    }
}

pub(crate) fn letters(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// The same numbers at every run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n.max(1) as u64) as usize
    }

    pub(crate) fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// So many queries with every part of the language, most of them with words of one turn, so that they find something.
pub(crate) fn queries(turns: &[Spoken], n: usize) -> Vec<Ask> {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let long: Vec<&Spoken> = turns.iter().filter(|turn| turn.words.len() > 5).collect();
    (0..n)
        .map(|_| {
            let turn = *dice.one_of(&long);
            tree(&mut dice, turn, turns, 2)
        })
        .collect()
}

fn tree(dice: &mut Dice, turn: &Spoken, turns: &[Spoken], depth: usize) -> Ask {
    let several = |dice: &mut Dice| -> Vec<Ask> {
        let n = 2 + dice.below(2);
        (0..n).map(|_| tree(dice, turn, turns, depth - 1)).collect()
    };
    match dice.below(if depth == 0 { 6 } else { 16 }) {
        0..=2 => phrase(dice, turn, 1),
        3 => {
            let n = 2 + dice.below(3);
            phrase(dice, turn, n)
        }
        4 => filter(dice, turn),
        5 => {
            let n = 2 + dice.below(2);
            let operands = (0..n).map(|_| operand(dice, turn)).collect();
            let distances = (1..n).map(|_| 1 + dice.below(20)).collect();
            Ask::Near(operands, distances)
        }
        6..=10 => Ask::All(several(dice)),
        11..=13 => Ask::Any(several(dice)),
        _ => {
            // Mostly about another turn, so that something is left.
            let other = dice.one_of(turns);
            let other = if other.words.len() > 5 { other } else { turn };
            Ask::Not(Box::new(tree(dice, other, turns, depth - 1)))
        }
    }
}

fn operand(dice: &mut Dice, turn: &Spoken) -> Ask {
    match dice.below(4) {
        0 => phrase(dice, turn, 2),
        1 => Ask::Any(vec![phrase(dice, turn, 1), phrase(dice, turn, 2)]),
        _ => phrase(dice, turn, 1),
    }
}

/// Words of a turn in a row, one phrase in eight turned about; one word in four with a wildcard.
fn phrase(dice: &mut Dice, turn: &Spoken, n: usize) -> Ask {
    let start = dice.below(turn.words.len() + 1 - n);
    let mut words = turn.words[start..start + n].to_vec();
    if dice.below(8) == 0 {
        words.reverse();
    }
    for word in &mut words {
        if dice.below(4) == 0 {
            let mut pattern = letters(word);
            let at = dice.below(pattern.len());
            match dice.below(4) {
                0 => pattern[at] = '?',
                1 => pattern.insert(at, '*'),
                2 => pattern.truncate(at + 1),
                _ => {
                    pattern.splice(at..=at, ['*', '?']);
                }
            }
            if !pattern.contains(&'?') && !pattern.contains(&'*') {
                pattern.push('*');
            }
            if pattern.iter().any(|c| c.is_alphanumeric()) {
                *word = pattern.into_iter().collect();
            }
        }
    }
    Ask::Phrase(words)
}

fn filter(dice: &mut Dice, turn: &Spoken) -> Ask {
    let found = match dice.below(7) {
        0 | 1 => turn.speaker.clone().map(Ask::Speaker),
        2 => turn.mentions.iter().next().cloned().map(Ask::Mentions),
        3 => turn.kind.clone().map(Ask::Kind),
        4 => turn.language.clone().map(Ask::Language),
        5 => turn.conversation.clone().map(Ask::Conversation),
        _ => turn
            .month
            .clone()
            .filter(|month| month.len() == 7)
            .map(|month| Ask::Months(month.clone(), month)),
    };
    found.unwrap_or_else(|| Ask::Document(turn.document.clone()))
}
