//! Articles that quote a conversation: narration, quotations with a name before them, quotations that the narration gives to somebody.

use super::evidence::Labels;
use super::flow::{Flow, Part};
use super::header;
use super::label::OPENING_QUOTES;
use crate::clean::ends_sentence;
use crate::document::{
    Block, Cue, CueKind, Dropped, Header, Label, Narration, NarrationKind, Paragraph, SpannedText,
    Turn, TurnKind,
};
use crate::source::Span;

/// Signs that close a quotation.
const CLOSING_QUOTES: [char; 4] = ['”', '"', '»', '“'];

/// Verbs of saying, in the forms that stand beside a quotation, folded.
const SAYING: [&str; 50] = [
    "said",
    "says",
    "saying",
    "told",
    "tells",
    "telling",
    "replied",
    "replies",
    "replying",
    "answered",
    "answers",
    "responded",
    "responds",
    "continued",
    "continues",
    "added",
    "adds",
    "adding",
    "asked",
    "asks",
    "asking",
    "went on",
    "concluded",
    "noted",
    "explained",
    "declared",
    "stated",
    "remarked",
    "insisted",
    "warned",
    "recalled",
    "observed",
    "dit",
    "déclare",
    "déclara",
    "répond",
    "répondit",
    "ajoute",
    "demande",
    "poursuit",
    "sagte",
    "sagt",
    "antwortete",
    "erwiderte",
    "fragte",
    "fügte",
    "сказал",
    "ответил",
    "спросил",
    "заявил",
];

/// Pronouns that may stand before a verb of saying, folded.
const PRONOUNS: [&str; 10] = [
    "he", "she", "they", "il", "elle", "er", "sie", "он", "она", "они",
];

/// Reads an article: head, then block by block.
pub(super) fn read(
    flow: &Flow<'_>,
    labels: &Labels,
    dropped: &mut Vec<Dropped>,
) -> (Header, Vec<Block>) {
    let groups = paragraphs(flow);
    let n_head = groups
        .iter()
        .position(|group| is_body(flow, labels, group))
        .unwrap_or(groups.len());
    let head: Vec<Part> = groups[..n_head].concat();
    let (header, mut blocks) = header::read(flow, &head, dropped);
    for group in &groups[n_head..] {
        let start = group[0].span.start;
        if let Some(found) = labels.at(start) {
            let label = Label {
                text: found.text.clone(),
                name_len: found.name_len,
            };
            let after = super::rows::trim(flow.text, Span::new(found.end, group[0].span.end));
            let mut parts = group.clone();
            parts[0] = Part {
                span: after,
                after_label: true,
                ..parts[0]
            };
            let text = flow.one(&parts, dropped);
            blocks.push(turn(Some(label), TurnKind::Quoted, None, text));
            continue;
        }
        if is_pull_quote(flow, group) {
            let text = flow.one(group, dropped);
            blocks.push(Block::Narration(Narration {
                kind: NarrationKind::PullQuote,
                text,
            }));
            continue;
        }
        let paragraph = flow.one(group, dropped);
        if is_quotation(paragraph.text.text()) {
            blocks.push(turn(None, TurnKind::AttributedQuote, None, paragraph));
            continue;
        }
        blocks.extend(narration(flow, paragraph));
    }
    (header, blocks)
}

fn turn(label: Option<Label>, kind: TurnKind, cue: Option<Cue>, text: Paragraph) -> Block {
    Block::Turn(Turn {
        label,
        kind,
        cue,
        paragraphs: vec![text],
    })
}

/// Rows joined to paragraphs.
fn paragraphs(flow: &Flow<'_>) -> Vec<Vec<Part>> {
    let mut groups: Vec<Vec<Part>> = Vec::new();
    for (row, content) in flow.rows.all.iter().enumerate() {
        let part = Part {
            row,
            span: content.span,
            after_label: false,
        };
        match groups.last_mut() {
            Some(group) if content.blanks_before == 0 && !content.is_heading() => group.push(part),
            _ => groups.push(vec![part]),
        }
    }
    groups
}

/// Whether a paragraph belongs to the article itself and not to its head: a sentence of some length, or a quotation.
fn is_body(flow: &Flow<'_>, labels: &Labels, group: &[Part]) -> bool {
    let words = &flow.text[Span::new(group[0].span.start, group[group.len() - 1].span.end).range()];
    let is_sentence = words.split_whitespace().count() >= 8 && ends_sentence(words);
    is_sentence || words.starts_with(OPENING_QUOTES) || labels.at(group[0].span.start).is_some()
}

/// A quotation shown by itself, with a line below that begins with a dash and names its speaker.
fn is_pull_quote(flow: &Flow<'_>, group: &[Part]) -> bool {
    let [.., quotation, credit] = group else {
        return false;
    };
    let words = |part: &Part| &flow.text[part.span.range()];
    words(&group[0]).starts_with(OPENING_QUOTES)
        && words(quotation).ends_with(CLOSING_QUOTES)
        && words(credit).starts_with(['–', '—', '-', '―'])
}

/// Whether a paragraph is one quotation from its first sign to its last.
fn is_quotation(words: &str) -> bool {
    let mut chars = words.chars();
    let Some(open) = chars.next().filter(|c| OPENING_QUOTES.contains(c)) else {
        return false;
    };
    if !words.trim_end_matches('.').ends_with(CLOSING_QUOTES) || words.chars().nth(2).is_none() {
        return false;
    }
    // “A,” he said, “B” is not one quotation but two.
    let close = match open {
        '“' => '”',
        '«' => '»',
        '„' => '“',
        other => other,
    };
    let inner = &words[open.len_utf8()..];
    let ends_with_it = inner
        .trim_end_matches(|c: char| c == '.' || c.is_whitespace())
        .ends_with(close);
    ends_with_it
        && inner.find(close).is_some_and(|at| {
            inner[at + close.len_utf8()..]
                .trim_matches('.')
                .trim()
                .is_empty()
        })
}

/// A paragraph of narration, with the quotation at its end as a turn where the narration says who speaks.
fn narration(flow: &Flow<'_>, paragraph: Paragraph) -> Vec<Block> {
    let words = paragraph.text.text();
    let Some((lead_in, quotation)) = split(words) else {
        return vec![Block::Narration(Narration {
            kind: NarrationKind::Text,
            text: paragraph,
        })];
    };
    let before = paragraph.text.slice(0..lead_in).trimmed();
    let introduction = paragraph.text.slice(lead_in..quotation).trimmed();
    let quoted = paragraph.text.slice(quotation..words.len()).trimmed();
    let Some(cue) = cue(&introduction) else {
        return vec![Block::Narration(Narration {
            kind: NarrationKind::Text,
            text: paragraph,
        })];
    };
    let mut blocks = Vec::new();
    let mut narrate = |kind, text: &SpannedText| {
        blocks.push(Block::Narration(Narration {
            kind,
            text: flow.paragraph(text, &[]),
        }));
    };
    if !before.is_empty() {
        narrate(NarrationKind::Text, &before);
    }
    narrate(NarrationKind::LeadIn, &introduction);
    blocks.push(turn(
        None,
        TurnKind::AttributedQuote,
        Some(cue),
        flow.paragraph(&quoted, &[]),
    ));
    blocks
}

/// Where the sentence that introduces a quotation begins, and where the quotation does, if the paragraph ends with one.
fn split(words: &str) -> Option<(usize, usize)> {
    let quotation = words
        .char_indices()
        .filter(|(_, c)| OPENING_QUOTES.contains(c))
        .map(|(at, _)| at)
        .find(|at| words[..*at].trim_end().ends_with([':', ',']) && is_quotation(&words[*at..]))?;
    let before = &words[..quotation];
    let ends_sentence = |(at, mark): &(usize, &str)| {
        let after = &before[at + mark.len()..];
        let starts_new = after.starts_with(char::is_whitespace)
            && after.trim_start().starts_with(char::is_uppercase);
        // The point of an initial or a short title ends no sentence.
        let word = || before[..*at].rsplit(char::is_whitespace).next();
        starts_new && word().is_some_and(|word| word.chars().nth(2).is_some())
    };
    let sentence = before
        .match_indices(['.', '!', '?'])
        .rfind(ends_sentence)
        .map_or(0, |(at, mark)| at + mark.len());
    Some((sentence, quotation))
}

/// The words that say who speaks: the name or pronoun right before the last verb of saying.
fn cue(introduction: &SpannedText) -> Option<Cue> {
    let words = introduction.text();
    let tokens: Vec<(usize, &str)> = words
        .split_whitespace()
        .map(|token| (token.as_ptr() as usize - words.as_ptr() as usize, token))
        .collect();
    let bare = |token: &str| {
        token
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_owned()
    };
    let verb = tokens
        .iter()
        .rposition(|(_, token)| SAYING.contains(&bare(token).to_lowercase().as_str()))?;
    let n_name = tokens[..verb]
        .iter()
        .rev()
        .take(4)
        .take_while(|(_, token)| {
            token.starts_with(char::is_uppercase) && !token.ends_with([',', ';', ':'])
        })
        .count();
    let end = words.trim_end().trim_end_matches([':', ',']).len();
    let (start, name) = if n_name > 0 {
        let start = tokens[verb - n_name].0;
        let last = tokens[verb - 1];
        (start, Some(words[start..last.0 + last.1.len()].to_owned()))
    } else {
        let subject = verb.checked_sub(1).map(|at| tokens[at]);
        let is_pronoun = subject
            .is_some_and(|(_, token)| PRONOUNS.contains(&bare(token).to_lowercase().as_str()));
        (
            if is_pronoun {
                tokens[verb - 1].0
            } else {
                tokens[verb].0
            },
            None,
        )
    };
    // A pronoun at the beginning of a sentence has a capital too.
    let name = name.filter(|name| !PRONOUNS.contains(&name.to_lowercase().as_str()));
    Some(Cue {
        text: words[start..end].to_owned(),
        span: introduction.span_of(start..end),
        name,
        kind: CueKind::Narration,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cue_of(words: &str) -> Option<(String, Option<String>)> {
        cue(&SpannedText::copied(words, Span::new(0, words.len()))).map(|cue| (cue.text, cue.name))
    }

    #[test]
    fn the_name_before_the_verb_speaks() {
        let named = |text: &str, name: &str| Some((text.to_owned(), Some(name.to_owned())));
        assert_eq!(
            cue_of("It records Mitterrand telling Gorbachev:"),
            named("Mitterrand telling Gorbachev", "Mitterrand")
        );
        assert_eq!(
            cue_of("According to the transcript, Dumas said:"),
            named("Dumas said", "Dumas")
        );
        assert_eq!(
            cue_of("Of the late Hafez Assad, Gorbachev replied:"),
            named("Gorbachev replied", "Gorbachev")
        );
        assert_eq!(
            cue_of("Of the president, George Bush senior, he continued:"),
            Some(("he continued".into(), None))
        );
        assert_eq!(cue_of("He said:"), Some(("He said".into(), None)));
        assert_eq!(cue_of("The slogan of the day:"), None);
    }

    #[test]
    fn one_quotation_is_told_from_two() {
        assert!(is_quotation("“Yes, that’s right.”"));
        assert!(is_quotation("“I told him, ‘Say a word.’ And he did.”"));
        assert!(!is_quotation("“Yes,” he said, “and no.”"));
        assert!(!is_quotation("“Yes"));
    }

    #[test]
    fn the_sentence_before_the_quotation_introduces_it() {
        let words = "They met. According to J. Smith, he said: “Well.”";
        let (lead_in, quotation) = split(words).unwrap();
        assert_eq!(
            (&words[lead_in..quotation], &words[quotation..]),
            (" According to J. Smith, he said: ", "“Well.”")
        );
    }
}
