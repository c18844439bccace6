//! A plain scan that says which turns a query must find. It knows nothing of the parser and the index: it is the language of queries
//! written a second time.

use crate::queries::{Ask, Spoken, letters};

impl Ask {
    /// Whether a turn is meant.
    pub(crate) fn finds(&self, turn: &Spoken) -> bool {
        match self {
            Ask::All(parts) => parts.iter().all(|part| part.finds(turn)),
            Ask::Any(parts) => parts.iter().any(|part| part.finds(turn)),
            Ask::Not(part) => !part.finds(turn),
            Ask::Near(parts, distances) => chain(parts, distances, turn, None),
            Ask::Phrase(_) => !self.places(turn).is_empty(),
            Ask::Speaker(id) => turn.speaker.as_ref() == Some(id),
            Ask::Mentions(id) => turn.mentions.contains(id),
            Ask::Document(id) => turn.document == *id,
            Ask::Kind(kind) => turn.kind.as_ref() == Some(kind),
            Ask::Language(tag) => {
                let begins = |known: &String| known == tag || known.starts_with(&format!("{tag}-"));
                turn.language.as_ref().is_some_and(begins)
            }
            Ask::Conversation(id) => turn.conversation.as_ref() == Some(id),
            Ask::Months(first, last) => turn.month.as_ref().is_some_and(|month| {
                let n = month.len();
                month[..] >= first[..n] && month[..] <= last[..n]
            }),
        }
    }

    /// First word and the word behind the last, wherever the words stand.
    fn places(&self, turn: &Spoken) -> Vec<(usize, usize)> {
        match self {
            Ask::Any(parts) => parts.iter().flat_map(|part| part.places(turn)).collect(),
            Ask::Phrase(words) => (0..turn.words.len())
                .filter(|at| {
                    let here = turn.words.get(*at..at + words.len()).unwrap_or_default();
                    !here.is_empty()
                        && words
                            .iter()
                            .zip(here)
                            .all(|(pattern, word)| glob(&letters(pattern), &letters(word)))
                })
                .map(|at| (at, at + words.len()))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// How many words the shortest stretch of a turn has that holds one of each word or phrase asked for together; 0 where fewer than
    /// two are.
    pub(crate) fn stretch(&self, turn: &Spoken) -> usize {
        let Ask::All(parts) = self else { return 0 };
        let flat = parts.iter().flat_map(|part| match part {
            Ask::All(inner) => inner.iter().collect(),
            part => vec![part],
        });
        let lists: Vec<Vec<(usize, usize)>> = flat
            .filter(|part| is_choice(part))
            .map(|part| part.places(turn))
            .collect();
        if lists.len() < 2 {
            return 0;
        }
        let starts = lists.iter().flatten().map(|place| place.0);
        let reach = |start: usize| {
            let end = |list: &Vec<(usize, usize)>| {
                let inside = list.iter().filter(|place| place.0 >= start);
                inside.map(|place| place.1).min()
            };
            let ends: Option<Vec<usize>> = lists.iter().map(end).collect();
            ends.and_then(|ends| ends.into_iter().max())
                .map(|end| end - start)
        };
        starts.filter_map(reach).min().unwrap_or(0)
    }
}

fn is_choice(part: &Ask) -> bool {
    match part {
        Ask::Phrase(_) => true,
        Ask::Any(parts) => parts.iter().all(is_choice),
        _ => false,
    }
}

fn glob(pattern: &[char], word: &[char]) -> bool {
    match pattern.first() {
        None => word.is_empty(),
        Some('*') => (0..=word.len()).any(|n| glob(&pattern[1..], &word[n..])),
        Some('?') => !word.is_empty() && glob(&pattern[1..], &word[1..]),
        Some(c) => word.first() == Some(c) && glob(&pattern[1..], &word[1..]),
    }
}

fn chain(
    parts: &[Ask],
    distances: &[usize],
    turn: &Spoken,
    before: Option<(usize, usize, usize)>,
) -> bool {
    let Some((first, rest)) = parts.split_first() else {
        return true;
    };
    first.places(turn).into_iter().any(|(from, to)| {
        let fits = before.is_none_or(|(start, end, n)| {
            (from >= end && from - end < n) || (start >= to && start - to < n)
        });
        let here = distances.first().map(|n| (from, to, *n));
        fits && chain(rest, distances.get(1..).unwrap_or_default(), turn, here)
    })
}
