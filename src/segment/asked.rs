//! Interviews that print no labels: questions are set apart, in bold or by dashes (`――`), and what follows each is the answer.
//!
//! Who asks and who answers is for `resolve` to say, where the head of the document names them; nothing is taken for the questioner's
//! but the questions.

use super::flow::{Flow, Part};
use super::header;
use super::label::is_dash;
use super::rows::Row;
use super::speech::Speech;
use crate::document::{Block, Cue, CueKind, Dropped, Header, TurnKind};

/// Words with which somebody is asked, folded: whoever asks a page of help speaks of himself.
const ASKED: [&str; 30] = [
    "you", "your", "yours", "yourself", "sie", "ihnen", "ihr", "ihre", "ihren", "ihrer", "du",
    "dir", "dich", "vous", "votre", "vos", "tu", "usted", "ustedes", "te", "você", "вы", "вас",
    "вам", "ваш", "ваша", "ваши", "lei", "jullie", "u",
];

/// Words that say of a page that it answers whoever reads it, folded.
const FOR_READERS: [&str; 4] = [
    "faq",
    "frequently asked",
    "häufige fragen",
    "foire aux questions",
];

/// Words that say that somebody is interviewed, folded.
const INTERVIEWS: [&str; 10] = [
    "interview",
    "in conversation",
    "entretien",
    "entrevista",
    "intervista",
    "im gespräch",
    "интервью",
    "беседа",
    "聞",
    "访谈",
];

/// Reads a text of questions set apart and answers; `None` where it is none.
pub(super) fn read(flow: &Flow<'_>, dropped: &mut Vec<Dropped>) -> Option<(Header, Vec<Block>)> {
    let rows = &flow.rows.all;
    let asks: Vec<bool> = rows.iter().map(|row| asks(flow, row)).collect();
    let first = asks.iter().position(|asks| *asks)?;
    let begins =
        |at: &usize| asks[*at] && (*at == first || !asks[at - 1] || rows[*at].blanks_before > 0);
    let questions: Vec<usize> = (first..rows.len()).filter(begins).collect();
    let answered = questions.iter().filter(|at| {
        let next = rows.get(*at + 1);
        next.is_some_and(|row| !asks[*at + 1] && !row.is_heading())
    });
    if answered.count() * 10 < questions.len() * 8 || !is_interview(flow, &questions) {
        return None;
    }
    let part = |row: usize| Part {
        row,
        span: rows[row].span,
        after_label: false,
    };
    let head: Vec<Part> = (0..first).map(part).collect();
    let (header, mut blocks) = header::read(flow, &head, dropped);
    let mut at = first;
    let mut kind = CueKind::Asks;
    while at < rows.len() {
        if rows[at].is_heading() {
            blocks.push(Block::Heading(flow.plain(&[part(at)], dropped)));
            at += 1;
            kind = CueKind::Narration;
            continue;
        }
        if asks[at] {
            kind = CueKind::Asks;
        } else if kind == CueKind::Asks {
            kind = CueKind::Answers;
        }
        let goes_on = |row: &usize| {
            let same = asks[*row] == asks[at] && (!asks[at] || rows[*row].blanks_before == 0);
            same && !rows[*row].is_heading()
        };
        let end = (at + 1..rows.len())
            .find(|row| !goes_on(row))
            .unwrap_or(rows.len());
        say(
            flow,
            (at..end).map(part).collect(),
            kind,
            &mut blocks,
            dropped,
        );
        at = end;
    }
    Some((header, blocks))
}

/// Sets rows as a turn of who asks or answers, or after a heading as narration.
fn say(
    flow: &Flow<'_>,
    parts: Vec<Part>,
    kind: CueKind,
    blocks: &mut Vec<Block>,
    dropped: &mut Vec<Dropped>,
) {
    let is_turn = kind != CueKind::Narration;
    let mark = parts[0].span;
    let before = blocks.len();
    let mut speech = Speech {
        label: None,
        kind: is_turn.then_some(TurnKind::Unmarked),
        parts,
    };
    speech.finish(flow, blocks, dropped);
    for block in &mut blocks[before..] {
        if let Block::Turn(turn) = block {
            turn.cue = Some(Cue {
                text: String::new(),
                span: mark,
                name: None,
                kind,
            });
        }
    }
}

/// Whether a row is a question set apart, or one of its lines.
fn asks(flow: &Flow<'_>, row: &Row) -> bool {
    let words = &flow.text[row.span.range()];
    let is_strong = row.is_strong()
        || flow
            .rows
            .strong_until(row)
            .is_some_and(|end| end >= row.span.end);
    let after = words.trim_start_matches(is_dash);
    let n_dashes = words[..words.len() - after.len()].chars().count();
    let by_dashes = n_dashes > 1 && after.starts_with(char::is_alphabetic);
    // A question stays one where its end is withheld, and with it the sign that closes it.
    let hides_its_end = words.trim_end().ends_with(']') && words.contains("[withheld");
    let is_slanted = ['*', '_'].iter().any(|mark| {
        let inside = words.strip_prefix(*mark).and_then(|rest| {
            let whole = rest.strip_suffix(*mark);
            whole.or_else(|| hides_its_end.then_some(rest))
        });
        inside.is_some_and(|inside| !inside.contains(*mark))
    });
    by_dashes
        || (is_strong || is_slanted) && !row.is_heading() && (is_question(words) || hides_its_end)
}

pub(super) fn is_question(words: &str) -> bool {
    let bare = words
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '”' | '"' | '»'));
    bare.ends_with(['?', '？', '؟']) || bare.ends_with("か。") || bare.ends_with('か')
}

/// Whether somebody is asked: the questions speak to somebody, or the head says that there is an interview.
fn is_interview(flow: &Flow<'_>, questions: &[usize]) -> bool {
    let words = |row: usize| &flow.text[flow.rows.all[row].span.range()];
    let head: String = (0..questions[0])
        .flat_map(|row| words(row).chars().chain(['\n']))
        .flat_map(char::to_lowercase)
        .collect();
    if FOR_READERS.iter().any(|word| head.contains(word)) {
        return false;
    }
    let speaks_to = |row: &&usize| {
        let folded = words(**row).to_lowercase();
        folded
            .split(|c: char| !c.is_alphabetic())
            .any(|word| ASKED.contains(&word))
    };
    let is_asked = |row: &&usize| is_question(words(**row));
    let n_questions = questions.iter().filter(is_asked).count();
    let says_interview = INTERVIEWS.iter().any(|word| head.contains(word));
    let n_wanted = if says_interview { 2 } else { 3 };
    let speaks = questions.iter().filter(speaks_to).count() * 2 >= questions.len();
    let by_dashes = questions.iter().all(|row| words(*row).starts_with(is_dash));
    n_questions >= n_wanted
        && n_questions * 10 >= questions.len() * 6
        && (says_interview || speaks || by_dashes)
}
