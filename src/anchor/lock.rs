//! `content/anchors/SLUG.lock`: the anchors a document ever had, each with the fingerprint of its words. Text, one a line, so that a
//! change of one turn is a change of one line.
//!
//! ```text
//! memcon anchors 1
//! # Written by memcon build …
//! text 5120 0a1b2c3d4e5f…
//! was old-address
//! conversation malta-1989 t1
//! t1 5f3a21 mikhail-gorbachev 34 0a1b2c3d4e5f…
//!   t1p1 20 0a1b2c…
//! gone t2 in t1 5f3a21 12 0a1b2c…
//! gone t3 near t1
//! ```

use super::name::{self, Used};
use super::print::Print;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::source::{Span, TextFile};
use std::collections::BTreeSet;

const FIRST_LINE: &str = "memcon anchors 1";

const REMARK: &str = "# Written by memcon build. Keep it with the archive and change nothing: the addresses that readers cite depend on it.";

/// What is published, or was, of one document.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Lock {
    /// The whole text.
    pub(super) text: Print,
    /// Earlier addresses of the document.
    pub(super) was: BTreeSet<String>,
    /// The conversations it is a record of, each with the first turn of it.
    pub(super) conversations: Vec<(String, String)>,
    /// The turns, in order.
    pub(super) turns: Vec<LockedTurn>,
    /// Anchors that are published as marks, turns' and paragraphs'.
    pub(super) gone: Vec<LockedGone>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct LockedTurn {
    pub(super) anchor: String,
    pub(super) print: Print,
    /// Whose it was, by identifier.
    pub(super) who: Option<String>,
    /// Its paragraphs that have anchors, in order.
    pub(super) paragraphs: Vec<(String, Print)>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct LockedGone {
    pub(super) anchor: String,
    pub(super) now: Now,
    /// Of the words, to know them again; none where they are nobody's business any more.
    pub(super) print: Option<Print>,
}

/// Where the words of an anchor went that is gone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Now {
    /// They are part of this turn or paragraph.
    In(String),
    /// They are gone; they stood by this one.
    Near(String),
    /// Nothing is left that they stood by.
    Nowhere,
}

impl Now {
    /// The anchor it leads to.
    pub fn anchor(&self) -> Option<&str> {
        match self {
            Now::In(anchor) | Now::Near(anchor) => Some(anchor),
            Now::Nowhere => None,
        }
    }
}

impl Lock {
    /// The lock without what tells anything of the words.
    pub(super) fn blank(&self) -> Lock {
        let mut lock = self.clone();
        lock.text = Print::default();
        for turn in &mut lock.turns {
            turn.print = Print::default();
            turn.who = None;
            for (_, print) in &mut turn.paragraphs {
                *print = Print::default();
            }
        }
        for gone in &mut lock.gone {
            gone.print = None;
        }
        lock
    }

    /// Names that stand in it: of the document before, of people and of conversations.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let people = self.turns.iter().filter_map(|turn| turn.who.as_deref());
        let talks = self.conversations.iter().map(|(name, _)| name.as_str());
        self.was
            .iter()
            .map(String::as_str)
            .chain(people)
            .chain(talks)
    }

    /// The lock as text.
    pub(super) fn written(&self) -> String {
        let mut out = format!("{FIRST_LINE}\n{REMARK}\n");
        out.push_str(&format!(
            "text {} {}\n",
            self.text.n_words,
            hexes(&self.text)
        ));
        for was in &self.was {
            out.push_str(&format!("was {was}\n"));
        }
        for (name, first) in &self.conversations {
            out.push_str(&format!("conversation {name} {first}\n"));
        }
        for turn in &self.turns {
            let who = turn.who.as_deref().unwrap_or("-");
            out.push_str(&format!(
                "{} {} {who} {} {}\n",
                turn.anchor,
                label(&turn.print),
                turn.print.n_words,
                hexes(&turn.print)
            ));
            for (anchor, print) in &turn.paragraphs {
                out.push_str(&format!("  {anchor} {} {}\n", print.n_words, hexes(print)));
            }
        }
        for gone in &self.gone {
            let now = match &gone.now {
                Now::In(anchor) => format!("in {anchor}"),
                Now::Near(anchor) => format!("near {anchor}"),
                Now::Nowhere => "nowhere -".to_owned(),
            };
            out.push_str(&format!("gone {} {now}", gone.anchor));
            if let Some(print) = &gone.print {
                out.push_str(&format!(
                    " {} {} {}",
                    label(print),
                    print.n_words,
                    hexes(print)
                ));
            }
            out.push('\n');
        }
        out
    }

    /// Reads a lock. What is wrong with it is reported; then nothing is to be written over it.
    pub(super) fn parse(file: &TextFile, diagnostics: &mut Diagnostics) -> Option<Lock> {
        let mut reading = Reading {
            lock: Lock::default(),
            used: Used::default(),
            targets: Vec::new(),
        };
        let mut fail = |(span, message): (Span, String)| {
            let place = Place::at(&file.path, &file.text, span);
            let help = "take the file back from version control, or delete it and build with --lock-from and an earlier copy of the site";
            diagnostics.push(Diagnostic::new(Code::BadLock, place, message, help).labeled("here"));
        };
        let mut start = 0;
        for (n, line) in file.text.split_inclusive('\n').enumerate() {
            let words = words(line.trim_end(), start);
            let read = match n {
                0 if line.trim_end() == FIRST_LINE => Ok(()),
                0 => Err((
                    Span::new(start, start + line.trim_end().len()),
                    format!("a lock begins with “{FIRST_LINE}”"),
                )),
                _ => reading.line(&words, line.starts_with(' ')),
            };
            if let Err(found) = read {
                fail(found);
                return None;
            }
            start += line.len();
        }
        if file.text.is_empty() {
            fail((Span::new(0, 0), "the lock is empty".to_owned()));
            return None;
        }
        for (target, span) in &reading.targets {
            if !reading.used.has(target) {
                fail((
                    *span,
                    format!("no turn or paragraph has the anchor {target}"),
                ));
                return None;
            }
        }
        Some(reading.lock)
    }
}

fn label(print: &Print) -> String {
    match print.label {
        0 => "-".to_owned(),
        label => format!("{label:06x}"),
    }
}

fn hexes(print: &Print) -> String {
    if print.is_blank() {
        return "-".to_owned();
    }
    let mut out = String::with_capacity(print.sketch.len() * 6);
    for hash in &print.sketch {
        out.push_str(&format!("{hash:06x}"));
    }
    out
}

type Word<'a> = (&'a str, Span);

/// The words of a line, each with its place in the file.
fn words(line: &str, start: usize) -> Vec<Word<'_>> {
    let mut out = Vec::new();
    let mut at = start;
    for part in line.split(' ') {
        if !part.is_empty() {
            out.push((part, Span::new(at, at + part.len())));
        }
        at += part.len() + 1;
    }
    out
}

type Wrong = (Span, String);

struct Reading {
    lock: Lock,
    used: Used,
    /// Where anchors that are gone lead.
    targets: Vec<(String, Span)>,
}

impl Reading {
    fn line(&mut self, words: &[Word<'_>], is_inside: bool) -> Result<(), Wrong> {
        let Some((first, span)) = words.first().copied() else {
            return Ok(());
        };
        let rest = &words[1..];
        match (first, is_inside) {
            (remark, false) if remark.starts_with('#') => Ok(()),
            ("text", false) => {
                let [n_words, hashes] = exactly(rest, span)?;
                self.lock.text = print(None, n_words, hashes)?;
                Ok(())
            }
            ("was", false) => {
                let [was] = exactly(rest, span)?;
                self.lock.was.insert(slug(was)?);
                Ok(())
            }
            ("conversation", false) => {
                let [name, first] = exactly(rest, span)?;
                let named = (slug(name)?, first.0.to_owned());
                if first.0 != "-" {
                    self.targets.push((named.1.clone(), first.1));
                }
                self.lock.conversations.push(named);
                Ok(())
            }
            ("gone", false) => self.gone(rest, span),
            (_, is_inside) => {
                let anchor = self.anchor((first, span), is_inside)?;
                self.there(anchor, rest, span)
            }
        }
    }

    fn there(&mut self, anchor: String, rest: &[Word<'_>], span: Span) -> Result<(), Wrong> {
        if name::of_paragraph(&anchor).is_some() {
            let [n_words, hashes] = exactly(rest, span)?;
            let print = print(None, n_words, hashes)?;
            let Some(turn) = self.lock.turns.last_mut() else {
                let message = "a paragraph stands before the first turn".to_owned();
                return Err((span, message));
            };
            turn.paragraphs.push((anchor, print));
            return Ok(());
        }
        let [label, who, n_words, hashes] = exactly(rest, span)?;
        self.lock.turns.push(LockedTurn {
            anchor,
            print: print(Some(label), n_words, hashes)?,
            who: (who.0 != "-").then(|| who.0.to_owned()),
            paragraphs: Vec::new(),
        });
        Ok(())
    }

    fn gone(&mut self, words: &[Word<'_>], span: Span) -> Result<(), Wrong> {
        let Some(([anchor, how, to], words)) = words.split_first_chunk::<3>() else {
            return Err((span, "this line breaks off".to_owned()));
        };
        let anchor = self.any_anchor(*anchor)?;
        let now = match how.0 {
            "in" => Now::In(to.0.to_owned()),
            "near" => Now::Near(to.0.to_owned()),
            "nowhere" => Now::Nowhere,
            other => return Err((how.1, format!("“{other}” is not in, near or nowhere"))),
        };
        if now != Now::Nowhere {
            self.targets.push((to.0.to_owned(), to.1));
        }
        let print = match words {
            [] => None,
            words => {
                let [label, n_words, hashes] = exactly(words, span)?;
                Some(print(Some(label), n_words, hashes)?)
            }
        };
        self.lock.gone.push(LockedGone { anchor, now, print });
        Ok(())
    }

    fn anchor(&mut self, word: Word<'_>, is_inside: bool) -> Result<String, Wrong> {
        let is_paragraph = name::of_paragraph(word.0).is_some();
        if name::parts(word.0).is_some() && is_paragraph != is_inside {
            let message = if is_paragraph {
                "a paragraph stands under its turn, two blanks further in"
            } else {
                "a turn stands at the beginning of its line"
            };
            return Err((word.1, message.to_owned()));
        }
        self.any_anchor(word)
    }

    fn any_anchor(&mut self, (anchor, span): Word<'_>) -> Result<String, Wrong> {
        if name::parts(anchor).is_none() {
            let shown: String = anchor.chars().take(30).collect();
            return Err((
                span,
                format!("“{shown}” is no anchor, such as t12 or t12p3"),
            ));
        }
        if !self.used.add(anchor) {
            return Err((
                span,
                format!("the anchor {anchor} stands twice in the lock"),
            ));
        }
        Ok(anchor.to_owned())
    }
}

fn exactly<'w, 't, const N: usize>(
    words: &'w [Word<'t>],
    span: Span,
) -> Result<[Word<'t>; N], Wrong> {
    <[Word<'t>; N]>::try_from(words).map_err(|_| {
        let at = words.get(N).map_or(span, |(_, span)| *span);
        let n = words.len();
        (at, format!("{N} entries belong here, and there are {n}"))
    })
}

/// A name in an address.
fn slug((word, span): Word<'_>) -> Result<String, Wrong> {
    if crate::source::slug(word) == word {
        Ok(word.to_owned())
    } else {
        Err((span, format!("“{word}” is no address of a document")))
    }
}

/// No paragraph has more words than a text may have letters.
const MOST_WORDS: usize = 1_000_000_000;

fn print(
    label: Option<Word<'_>>,
    (n_words, span): Word<'_>,
    (hashes, hashes_span): Word<'_>,
) -> Result<Print, Wrong> {
    let counted = n_words.parse().ok();
    let n_words = counted
        .filter(|n| *n <= MOST_WORDS)
        .ok_or_else(|| (span, format!("“{n_words}” is no number of words")))?;
    let label = match label {
        None | Some(("-", _)) => 0,
        Some((label, span)) => *hashes_of(label, span)?.first().unwrap_or(&0),
    };
    let sketch = if hashes == "-" {
        Vec::new()
    } else {
        hashes_of(hashes, hashes_span)?
    };
    if !sketch.is_sorted() {
        return Err((
            hashes_span,
            "the fingerprint was changed by hand".to_owned(),
        ));
    }
    Ok(Print {
        label,
        n_words,
        sketch,
    })
}

/// Hashes of six digits each.
fn hashes_of(text: &str, span: Span) -> Result<Vec<u32>, Wrong> {
    let wrong = || (span, "the fingerprint is damaged".to_owned());
    let is_hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    if text.is_empty() || !text.len().is_multiple_of(6) || !text.bytes().all(is_hex) {
        return Err(wrong());
    }
    let digits = (0..text.len()).step_by(6).map(|at| &text[at..at + 6]);
    digits
        .map(|six| u32::from_str_radix(six, 16).map_err(|_| wrong()))
        .collect()
}
