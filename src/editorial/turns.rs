//! Turns far longer than the others, and sentences cut in two.

use super::quoted;
use crate::clean::ends_sentence;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, toml_string};
use crate::document::{Block, Label, Paragraph, Turn};
use crate::fold::is_small;
use crate::language::is_cjk;
use crate::site::DocumentEntry;
use crate::source::{LineIndex, Span};
use std::collections::BTreeSet;

/// A turn of so many words may be a speech; it is looked into where it is also [`TIMES_LONGER`] than the middle one.
const LONG: usize = 1_500;
const TIMES_LONGER: usize = 20;
/// A turn of so many words is reported even if nothing in it looks like a label.
const VERY_LONG: usize = 5_000;
const TIMES_VERY_LONG: usize = 50;
/// With fewer turns there is no middle to speak of.
const FEWEST_TURNS: usize = 10;
/// A label is not longer, in bytes.
const LONGEST_LABEL: usize = 80;

pub(super) fn look(entry: &DocumentEntry, found: &mut Diagnostics) {
    long_turns(entry, found);
    small_letters(entry, found);
}

fn long_turns(entry: &DocumentEntry, found: &mut Diagnostics) {
    if entry.turns.len() < FEWEST_TURNS {
        return;
    }
    let sizes: Vec<usize> = (0..entry.turns.len())
        .map(|index| size(entry, index))
        .collect();
    let mut sorted = sizes.clone();
    sorted.sort_unstable();
    let middle = sorted[sorted.len() / 2].max(1);
    let long: Vec<usize> = (0..sizes.len())
        .filter(|index| sizes[*index] > LONG && sizes[*index] > TIMES_LONGER * middle)
        .collect();
    if long.is_empty() {
        return;
    }
    let labels: BTreeSet<&str> = (0..sizes.len())
        .filter_map(|index| entry.turn(index).label.as_ref())
        .map(Label::name)
        .collect();
    let titles: BTreeSet<&str> = labels.iter().filter_map(|label| title(label)).collect();
    let lines = LineIndex::of(&entry.source.text);
    for index in long {
        let turn = entry.turn(index);
        let alike = look_alike(turn, &labels, &titles);
        let n = sizes[index];
        if alike.is_none() && (n < VERY_LONG || n < TIMES_VERY_LONG * middle) {
            continue;
        }
        let who = match &turn.label {
            Some(label) => format!("the turn of “{}”", quoted(label.name())),
            None => "a turn".to_owned(),
        };
        let message = format!("{who} has {n} words, the middle one of the document {middle}");
        let Some((words, span)) = alike else {
            let place = Place::indexed(&entry.source.path, &lines, opening(turn));
            let help = "look through it for a label that was missed, and add it to the labels of the document's record";
            found.push(
                Diagnostic::new(Code::LongTurn, place, message, help)
                    .labeled("this turn")
                    .fix(entry.source.record_path(), "labels = [\"…\"]"),
            );
            continue;
        };
        let place = Place::indexed(&entry.source.path, &lines, span);
        let mut all: Vec<String> = entry
            .record
            .labels
            .iter()
            .map(|l| toml_string(&l.text))
            .collect();
        all.push(toml_string(words));
        let help = "if somebody else speaks from here, add the label to the labels of the document's record";
        found.push(
            Diagnostic::new(Code::LongTurn, place, message, help)
                .labeled("a label that was missed?")
                .fix(
                    entry.source.record_path(),
                    format!("labels = [{}]", all.join(", ")),
                ),
        );
    }
}

/// The words of a turn; in scripts that part no words, two signs are taken for one.
fn size(entry: &DocumentEntry, index: usize) -> usize {
    let n_words = entry.turns[index].n_words;
    let n_signs: usize = entry
        .turn(index)
        .paragraphs
        .iter()
        .map(|paragraph| paragraph.text.text().chars().filter(|c| is_cjk(*c)).count())
        .sum();
    n_words.saturating_sub(n_signs / 2)
}

/// The first words of a turn, or its label.
fn opening(turn: &Turn) -> Span {
    match (&turn.label, turn.paragraphs.first()) {
        (Some(label), _) => label.text.span(),
        (None, Some(paragraph)) => first_words(paragraph),
        (None, None) => Span::new(0, 0),
    }
}

fn first_words(paragraph: &Paragraph) -> Span {
    let text = paragraph.text.text();
    let end = text.split_whitespace().take(6).last().map_or(0, |word| {
        word.as_ptr() as usize - text.as_ptr() as usize + word.len()
    });
    paragraph.text.span_of(0..end)
}

/// The first word of a label of several.
fn title(label: &str) -> Option<&str> {
    label.split_once(' ').map(|(first, _)| first)
}

/// The first words of a turn that look like a label: one of the document's own at the beginning of a sentence, or a few words that begin
/// as its labels do (`Mr. …:`) at the beginning of a paragraph.
fn look_alike<'a>(
    turn: &'a Turn,
    labels: &BTreeSet<&str>,
    titles: &BTreeSet<&str>,
) -> Option<(&'a str, Span)> {
    let own = turn.label.as_ref().map(Label::name);
    for paragraph in &turn.paragraphs {
        let text = paragraph.text.text();
        let mut start = 0;
        for (at, c) in text.char_indices() {
            let next = at + c.len_utf8();
            if matches!(c, ':' | '：' | '.') {
                let words = text[start..at].trim();
                let begin = at - text[start..at].trim_start().len();
                let is_own_label = labels.contains(words) && Some(words) != own;
                let known = is_own_label && (c != '.' || start == 0 || is_capitals(words));
                let is_titled = title(words).is_some_and(|title| titles.contains(title));
                let strange = start == 0 && c != '.' && is_titled && is_name_like(words);
                if words.len() <= LONGEST_LABEL && (known || strange) {
                    return Some((words, paragraph.text.span_of(begin..at)));
                }
            }
            let ends = matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？');
            // “Mr. Smith:” is one sentence.
            let is_abbreviation = c == '.' && text[start..at].trim().len() < 5;
            if ends && !is_abbreviation {
                start = next;
            }
        }
    }
    None
}

fn is_capitals(words: &str) -> bool {
    words
        .chars()
        .filter(|c| c.is_alphabetic())
        .all(char::is_uppercase)
}

/// Two to four words, each with a capital: `Mr. Brown`, `CHAIRMAN BROWN`. One word is as likely “Note” or “Question”.
fn is_name_like(words: &str) -> bool {
    let n = words.split_whitespace().count();
    (2..=4).contains(&n)
        && !words.contains(',')
        && words.split_whitespace().all(|word| {
            word.starts_with(char::is_uppercase) && !word.chars().any(|c| c.is_ascii_digit())
        })
}

fn small_letters(entry: &DocumentEntry, found: &mut Diagnostics) {
    let n_small = (0..entry.turns.len())
        .filter(|index| {
            entry
                .turn(*index)
                .paragraphs
                .first()
                .is_some_and(begins_small)
        })
        .count();
    // Chat and some captions know no capitals.
    if n_small * 4 > entry.turns.len() {
        return;
    }
    let lines = LineIndex::of(&entry.source.text);
    let mut before: Option<&Turn> = None;
    for block in &entry.document.blocks {
        let Block::Turn(turn) = block else {
            before = None;
            continue;
        };
        let mut last = before.and_then(|turn| turn.paragraphs.last());
        for (index, paragraph) in turn.paragraphs.iter().enumerate() {
            let is_cut =
                last.is_some_and(|last| is_open(last, index > 0)) && begins_small(paragraph);
            last = Some(paragraph);
            if !is_cut {
                continue;
            }
            let (message, help) = match (&turn.label, index) {
                (Some(label), 0) => (
                    format!(
                        "the turn of “{}” begins with a small letter, and the turn before it ends without a full stop",
                        quoted(label.name())
                    ),
                    "if these words are no label, add them to not_labels in the document's record; if a speaker was interrupted, all is well",
                ),
                (None, 0) => (
                    "a turn begins with a small letter, and the turn before it ends without a full stop".to_owned(),
                    "compare the two turns with the source",
                ),
                _ => (
                    "a paragraph begins with a small letter, and the one before it ends without a full stop".to_owned(),
                    "compare the place with the source: a page number or a heading may stand between the two",
                ),
            };
            let place = Place::indexed(&entry.source.path, &lines, first_words(paragraph));
            found.push(
                Diagnostic::new(Code::SmallLetter, place, message, help)
                    .labeled("the sentence goes on?"),
            );
        }
        before = Some(turn);
    }
}

fn begins_small(paragraph: &Paragraph) -> bool {
    let text = paragraph.text.text();
    let word = text.split_whitespace().next().unwrap_or("");
    // “a)” and “b.” count a list; “… and” says itself that it goes on; “iPhone” and “www.” are written so.
    let is_item = word.chars().count() < 4 && word.ends_with([')', '.']);
    let plain = word.chars().skip(1).all(|c| !c.is_uppercase());
    word.starts_with(is_small) && !is_item && plain && !word.contains("://")
}

/// Whether a paragraph breaks off. Inside a turn a comma may end an item of a list.
fn is_open(paragraph: &Paragraph, is_inside: bool) -> bool {
    let text = paragraph.text.text();
    let ends_in_mark = paragraph
        .marks
        .last()
        .is_some_and(|mark| mark.range.end >= text.trim_end().len() && !mark.kind.is_speech());
    let text = text.trim_end();
    let is_item = is_inside && text.ends_with(',');
    let ends_in_word = text.ends_with(|c: char| c.is_alphabetic() || c == ',');
    ends_in_word && !ends_in_mark && !is_item && !ends_sentence(text)
}
