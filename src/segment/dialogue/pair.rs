//! A text of two turns: nothing recurs in it, and the whole of it has to speak for its labels.

use super::super::candidates::Candidate;
use super::super::evidence::Weighed;
use super::super::explain::{Refused, Stands, Taken, Verdict};
use super::super::label::Form;
use super::super::rows::Rows;
use crate::fold::is_small;
use std::collections::BTreeMap;

/// A question and its answer: two who speak once each. Every paragraph begins with one of two names, and the first of them asks, or
/// both are named before.
pub(super) fn take_two(by_label: &mut BTreeMap<String, Weighed>, text: &str, rows: &Rows) {
    let mut all: Vec<&Candidate> = by_label.values().flat_map(|one| &one.candidates).collect();
    all.sort_by_key(|candidate| candidate.at.start);
    let &[first, second] = all.as_slice() else {
        return;
    };
    let is_open = |weighed: &Weighed| {
        matches!(
            weighed.verdict,
            Verdict::Refused(Refused::Single | Refused::SinglePlain)
        )
    };
    let after = &rows.all[first.at.row + 1..];
    let n_paragraphs = after.iter().filter(|row| row.blanks_before > 0).count();
    let is_pair = after.len() == 1 || n_paragraphs == 1;
    let is_name = |candidate: &Candidate| {
        let is_apart = candidate.stands == Stands::Paragraph || after.len() == 1;
        // `Soup:` and `Tea:` are no people.
        let is_of_person = candidate.form >= Form::Initials
            || candidate.form >= Form::Plain && candidate.at.name().contains(' ');
        is_of_person && candidate.stands.may_begin() && is_apart
    };
    // `Uncle Henry: is he well?` goes on in small letters.
    let begins = |candidate: &Candidate| {
        let said = text[candidate.at.end..].trim_start();
        !said.starts_with(is_small)
    };
    let head = &text[..first.at.start];
    let is_named = |candidate: &Candidate| is_listed(head, candidate.at.name());
    let asks = text[first.at.end..second.at.start]
        .trim_end()
        .ends_with(['?', '？', '؟']);
    let fits = by_label.len() == 2
        && by_label.values().all(is_open)
        && is_name(first)
        && is_name(second)
        && is_pair
        && begins(first)
        && begins(second)
        && (asks || is_named(first) && is_named(second));
    if fits {
        for weighed in by_label.values_mut() {
            weighed.verdict = Verdict::Taken(Taken::InDialogue);
        }
    }
}

/// Whether a name stands by itself in a list, or on a line: `Participants: Anna Berg, Ola Lund`.
fn is_listed(head: &str, name: &str) -> bool {
    head.match_indices(name).any(|(at, _)| {
        let before = head[..at].trim_end_matches(' ').chars().next_back();
        let after = head[at + name.len()..]
            .trim_start_matches(' ')
            .chars()
            .next();
        before.is_none_or(|c| matches!(c, ':' | ',' | ';' | '\n' | '\t'))
            && after.is_none_or(|c| matches!(c, ',' | ';' | '\n' | '\t' | '(' | '\r'))
    })
}
