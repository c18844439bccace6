//! The anchors of a document that was never published here: those that its source states, if memcon wrote it elsewhere, else `t1`, `t2` …

use super::name::{self, Used};
use super::print::{Full, Words};
use crate::document::{Document, Turn};
use std::iter::Peekable;

/// The paragraphs of a turn, each with its anchor if it has one.
type Paragraphs = Vec<(Option<String>, Full)>;

/// The anchors of turns and paragraphs; `spoken` are the words of each turn's.
pub(super) fn anchors(
    document: &Document,
    spoken: &[&[Words]],
    used: &mut Used,
) -> (Vec<String>, Vec<Paragraphs>) {
    let addresses = document.stated.addresses.iter();
    let stated = addresses.map(|one| (one.at, one.anchor.as_str()));
    let is_turn = |anchor: &str| name::parts(anchor).is_some_and(|parts| parts.stem == "t");
    let of_turns = stated.clone().filter(|(_, anchor)| is_turn(anchor));
    let of_paragraphs = stated.filter(|(_, anchor)| name::of_paragraph(anchor).is_some());
    let (mut of_turns, mut of_paragraphs) = (of_turns.peekable(), of_paragraphs.peekable());
    let mut named: Vec<Option<String>> = Vec::new();
    let mut paragraphs: Vec<Vec<Option<String>>> = Vec::new();
    for turn in document.turns() {
        named.push(start(turn).and_then(|at| last_before(&mut of_turns, at, used)));
        let own = turn.paragraphs.iter().map(|paragraph| {
            let at = paragraph.text.span().start;
            last_before(&mut of_paragraphs, at, used)
        });
        paragraphs.push(own.collect());
    }
    used.name("t", &mut named);
    let named: Vec<String> = named.into_iter().flatten().collect();
    let all = named.iter().zip(&mut paragraphs).zip(spoken);
    let paragraphs = all.map(|((anchor, own), words)| {
        if own.len() > 1 {
            used.name(&format!("{anchor}p"), own);
        }
        let fulls = words.iter().map(|words| Full::of_paragraph(anchor, words));
        own.drain(..).zip(fulls).collect()
    });
    let paragraphs = paragraphs.collect();
    (named, paragraphs)
}

/// Where the words of a turn begin.
fn start(turn: &Turn) -> Option<usize> {
    let first = turn.paragraphs.first().map(|one| one.text.span().start);
    first.or_else(|| turn.label.as_ref().map(|label| label.text.span().start))
}

/// The last address stated before a place and after those asked for earlier, unless something has it already.
fn last_before<'a>(
    stated: &mut Peekable<impl Iterator<Item = (usize, &'a str)>>,
    place: usize,
    used: &mut Used,
) -> Option<String> {
    let mut found = None;
    while let Some((_, anchor)) = stated.next_if(|(at, _)| *at <= place) {
        found = Some(anchor);
    }
    found.filter(|anchor| used.add(anchor)).map(str::to_owned)
}
