//! WebVTT that memcon wrote: each cue is named by the address of its turn and paragraph, so that nothing has to be guessed.

use super::super::cues::{Cue, Voice};
use super::lines::Caption;
use super::words::{Opening, Piece};
use crate::document::{Addressed, SpannedText};
use std::collections::BTreeMap;

/// The comment by which such a file is known.
pub(super) const MARK: &str = "NOTE memcon";

/// The class of a voice that the source does not print.
const NOT_PRINTED: &str = "editors";

/// What a cue is called: its turn, its paragraph, and which of the paragraph's cues it is, from 1.
struct Name<'a> {
    /// `t12`; none for what is no turn.
    turn: Option<&'a str>,
    /// `t12p3`, `narration-2`
    paragraph: &'a str,
}

impl<'a> Name<'a> {
    /// Reads `t12`, `t12.2`, `t12p3.1`, `t12 t9p3.1`, `narration-2.1`.
    fn of(words: &'a str) -> Name<'a> {
        let (words, _) = words.split_once('.').unwrap_or((words, ""));
        let (turn, paragraph) = words.split_once(' ').unwrap_or((words, words));
        let is_turn = turn.starts_with('t') && turn[1..].starts_with(|c: char| c.is_ascii_digit());
        let turn = turn.split_once('p').map_or(turn, |(turn, _)| turn);
        Name {
            turn: is_turn.then_some(turn),
            paragraph,
        }
    }
}

/// Whether every cue has a name of ours.
pub(super) fn are_named(text: &str, captions: &[Caption]) -> bool {
    captions.iter().all(|caption| {
        let name = Name::of(caption.name.map_or("", |span| &text[span.range()]));
        name.turn.is_some() || name.paragraph.starts_with("narration-")
    })
}

/// The cues of a file, and the addresses of the turns and paragraphs that begin with them.
pub(super) fn cues(
    text: &str,
    captions: &[Caption],
    read: Vec<Vec<Vec<Piece>>>,
) -> (Vec<Cue>, Vec<Addressed>) {
    let mut cues = Vec::with_capacity(captions.len());
    let mut addresses = Vec::new();
    let mut before = Name::of("");
    for (name, caption, lines) in in_order(text, captions, read) {
        let begins_turn = name.turn.is_none() || name.turn != before.turn;
        let begins_paragraph = name.paragraph != before.paragraph;
        let begins = begins_turn && begins_paragraph;
        let at = caption.place.start;
        let stated = [
            name.turn.filter(|_| begins),
            Some(name.paragraph)
                .filter(|own| begins_paragraph && name.turn.is_some_and(|turn| turn != *own)),
        ];
        for anchor in stated.into_iter().flatten() {
            let anchor = anchor.to_owned();
            addresses.push(Addressed { at, anchor });
        }
        let pieces = lines.into_iter().flatten();
        for (index, piece) in pieces.enumerate() {
            let voice = match piece.opening {
                _ if index > 0 || !begins => Voice::Same,
                Opening::Voice(label) if name.turn.is_some() => Voice::Named(label),
                _ if name.turn.is_some() => Voice::Changed(SpannedText::default()),
                _ => Voice::Nobody,
            };
            cues.push(Cue {
                voice,
                text: piece.text,
                emphasis: piece.emphasis,
                time: caption.time,
                begins_paragraph: begins_paragraph && index == 0,
            });
        }
        before = name;
    }
    (cues, addresses)
}

/// The captions by turn and paragraph, in the order in which these begin: cues are in order of time, and somebody else may be heard before
/// a turn is over.
fn in_order<'a>(
    text: &'a str,
    captions: &'a [Caption],
    read: Vec<Vec<Vec<Piece>>>,
) -> Vec<(Name<'a>, &'a Caption, Vec<Vec<Piece>>)> {
    let mut begun: BTreeMap<&str, usize> = BTreeMap::new();
    let mut ranked: Vec<_> = captions
        .iter()
        .zip(read)
        .enumerate()
        .map(|(at, (caption, lines))| {
            let name = Name::of(caption.name.map_or("", |span| &text[span.range()]));
            let of_turn = *begun
                .entry(name.turn.unwrap_or(name.paragraph))
                .or_insert(at);
            let of_paragraph = *begun.entry(name.paragraph).or_insert(at);
            ((of_turn, of_paragraph, at), (name, caption, lines))
        })
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, caption)| caption).collect()
}

/// Whether the source prints no label where a voice has these classes: `v.editors.anna-berg`.
pub(super) fn is_not_printed(tag: &str) -> bool {
    let tag = tag.trim_start_matches('<');
    let name = tag.split([' ', '\t', '>']).next().unwrap_or_default();
    name.split('.').skip(1).any(|class| class == NOT_PRINTED)
}
