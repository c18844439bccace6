//! Where every character of a source went: promise 1, counted.

use super::{Block, Document};
use crate::source::Span;
use std::collections::BTreeMap;

/// The account of one document: non-blank characters by where they went.
#[derive(Clone, PartialEq, Eq, Default, Debug, serde::Serialize)]
pub struct Account {
    /// Characters of the reading text that are not blank.
    pub total: usize,
    /// In the turns, labels included.
    pub in_turns: usize,
    /// In header, headings, narration, gaps and notes.
    pub in_blocks: usize,
    /// Left out, by reason.
    pub dropped: BTreeMap<String, usize>,
    /// In none of these: must be empty.
    #[serde(skip)]
    pub lost: Vec<Span>,
    /// In two of these: must be empty.
    #[serde(skip)]
    pub doubled: Vec<Span>,
}

impl Account {
    /// Whether every character is in one place and only one.
    pub fn is_complete(&self) -> bool {
        self.lost.is_empty() && self.doubled.is_empty()
    }

    /// Adds another document's figures.
    pub fn add(&mut self, other: &Account) {
        self.total += other.total;
        self.in_turns += other.in_turns;
        self.in_blocks += other.in_blocks;
        for (reason, n) in &other.dropped {
            *self.dropped.entry(reason.clone()).or_default() += n;
        }
    }
}

impl Document {
    /// Accounts for every non-blank character of the reading text `source` that this document was made from. A character that two
    /// places claim is counted for the first.
    pub fn account(&self, source: &str) -> Account {
        let mut claims: Vec<Claimed> = Vec::new();
        for block in &self.blocks {
            let claim = if matches!(block, Block::Turn(_)) {
                Claim::Turn
            } else {
                Claim::Block
            };
            let texts = block.paragraphs().iter().map(|paragraph| &paragraph.text);
            let label = match block {
                Block::Turn(turn) => turn.label.as_ref().map(|label| &label.text),
                Block::Header(_)
                | Block::Heading(_)
                | Block::Narration(_)
                | Block::Gap(_)
                | Block::Note(_) => None,
            };
            for text in label.into_iter().chain(texts) {
                claims.extend(text.pieces().iter().map(|piece| claim.on(piece.span())));
            }
        }
        claims.extend(
            self.dropped
                .iter()
                .enumerate()
                .map(|(index, dropped)| Claim::Dropped(short(index)).on(dropped.span)),
        );
        claims.sort_by_key(|claimed| (claimed.start, claimed.end));

        let mut account = Account::default();
        let mut at = 0;
        for Claimed { start, end, claim } in claims {
            let span = Span::new(start as usize, end as usize);
            account.count_lost(source, at, span.start);
            let start = span.start.max(at);
            let twice = Span::new(span.start, start.min(span.end));
            if source[twice.range()].contains(|c: char| !c.is_whitespace()) {
                account.doubled.push(twice);
            }
            if start >= span.end {
                continue;
            }
            let n = source[start..span.end]
                .chars()
                .filter(|c| !c.is_whitespace())
                .count();
            account.total += n;
            match claim {
                Claim::Turn => account.in_turns += n,
                Claim::Block => account.in_blocks += n,
                Claim::Dropped(index) => {
                    let reason = self.dropped[index as usize].reason.describe();
                    match account.dropped.get_mut(reason) {
                        Some(n_before) => *n_before += n,
                        None => {
                            account.dropped.insert(reason.to_owned(), n);
                        }
                    }
                }
            }
            at = span.end;
        }
        account.count_lost(source, at, source.len());
        account
    }
}

#[derive(Clone, Copy)]
enum Claim {
    Turn,
    Block,
    Dropped(u32),
}

impl Claim {
    fn on(self, span: Span) -> Claimed {
        Claimed {
            start: short(span.start),
            end: short(span.end),
            claim: self,
        }
    }
}

/// A stretch of the source and who claims it. Kept small: a file of captions has several for every line.
#[derive(Clone, Copy)]
struct Claimed {
    start: u32,
    end: u32,
    claim: Claim,
}

fn short(offset: usize) -> u32 {
    u32::try_from(offset).expect("a reading text has less than 4 GB")
}

impl Account {
    fn count_lost(&mut self, source: &str, from: usize, to: usize) {
        if from >= to {
            return;
        }
        let hole = &source[from..to];
        let n = hole.chars().filter(|c| !c.is_whitespace()).count();
        if n > 0 {
            self.total += n;
            let start = from + (hole.len() - hole.trim_start().len());
            let end = from + hole.trim_end().len();
            self.lost.push(Span::new(start, end));
        }
    }
}
