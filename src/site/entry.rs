//! A draft → a [`DocumentEntry`]: facts, shares, conversations, notes.

use super::{
    ConversationEntry, DocumentEntry, Draft, Facts, PlacedNote, Presence, Share, Tally, TurnEntry,
};
use crate::anchor::Anchors;
use crate::authority::{Authority, PersonId};
use crate::date::Edtf;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, toml_string};
use crate::document::{Block, Document, Turn};
use crate::language;
use crate::passage::{self, Finder};
use crate::record::{Conversation, Record};
use crate::resolve::Attribution;
use crate::source::{DocumentSource, SourceFile, Span};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Joins a draft with what the archive as a whole says about it.
pub(super) fn document(
    draft: Draft,
    (attributions, anchors): (Vec<Attribution>, Anchors),
    file: &DocumentSource,
    authority: &Authority,
    diagnostics: &mut Diagnostics,
) -> DocumentEntry {
    let Draft {
        id,
        source,
        record,
        document,
        candidates,
        counted,
    } = draft;
    let account = counted.account.clone();
    let faults = [
        (
            &account.lost,
            "this text reached neither a page nor the list of what was left out",
        ),
        (&account.doubled, "this text reached two places"),
    ];
    for (spans, message) in faults {
        for span in spans {
            let place = Place::at(&source.path, &source.text, *span);
            let help = "this is a fault of memcon: please report it with the file";
            diagnostics
                .push(Diagnostic::new(Code::LostText, place, message, help).labeled("this text"));
        }
    }
    let facts = facts(&id, &record, &document, &source, diagnostics);
    let conversations = conversations(&record, &document, file, authority, diagnostics);
    let notes = notes(&record, &document, file, diagnostics);
    let mut attributions = attributions.into_iter();
    let mut n_words = counted.n_words.iter().copied();
    let turns: Vec<TurnEntry> = document
        .blocks
        .iter()
        .enumerate()
        .filter_map(|(block, content)| match content {
            Block::Turn(_) => Some(TurnEntry {
                block,
                attribution: attributions.next().unwrap_or(Attribution::Unmarked),
                conversation: conversations
                    .iter()
                    .position(|c| c.blocks.iter().any(|range| range.contains(&block))),
                n_words: n_words.next().unwrap_or_default(),
            }),
            _ => None,
        })
        .collect();
    let mut shares: Vec<Share> = Vec::new();
    let mut share_of: BTreeMap<&PersonId, usize> = BTreeMap::new();
    let mut unmarked = Tally::default();
    let mut tally = Tally::default();
    for turn in &turns {
        let one = Tally {
            n_turns: 1,
            n_words: turn.n_words,
        };
        tally = tally + one;
        let Some(person) = turn.attribution.person() else {
            unmarked = unmarked + one;
            continue;
        };
        let index = *share_of.entry(person).or_insert_with(|| {
            shares.push(Share {
                person: person.clone(),
                printed: Tally::default(),
                by_editors: Tally::default(),
            });
            shares.len() - 1
        });
        let share = &mut shares[index];
        let Block::Turn(block) = &document.blocks[turn.block] else {
            continue;
        };
        if is_assigned(block, &turn.attribution) {
            share.by_editors = share.by_editors + one;
        } else {
            share.printed = share.printed + one;
        }
    }
    shares.sort_by(|a, b| {
        b.total()
            .n_words
            .cmp(&a.total().n_words)
            .then_with(|| a.person.cmp(&b.person))
    });
    let silent = record
        .participants
        .iter()
        .filter(|participant| {
            let known = authority.person(&participant.person).is_some();
            if !known {
                let message = format!(
                    "the authority file holds nobody called `{}`",
                    participant.person
                );
                let help = "add the person to content/people.toml or correct the identifier";
                diagnostics.push(Diagnostic::new(
                    Code::UnknownPerson,
                    Place::file(&record.path),
                    message,
                    help,
                ));
            }
            known
                && !shares
                    .iter()
                    .any(|share| share.person == participant.person)
        })
        .map(|participant| Presence {
            person: participant.person.clone(),
            printed: participant.printed.clone(),
            role: participant.role.clone(),
        })
        .collect();
    let is_right_to_left = match facts.language.as_deref() {
        Some(language) => language::is_right_to_left(language),
        None => {
            let paragraphs = document.blocks.iter().flat_map(Block::paragraphs);
            let letters = paragraphs.flat_map(|paragraph| paragraph.text.text().chars());
            language::letters_run_right_to_left(letters)
        }
    };
    DocumentEntry {
        id,
        facts,
        is_right_to_left,
        turns,
        anchors,
        conversation: None,
        conversations,
        shares,
        unmarked,
        tally,
        silent,
        mentions: Arc::clone(&candidates.mentions),
        notes,
        account,
        source,
        record,
        document,
    }
}

/// Whether a turn is counted as assigned by the editors. A quotation that the source itself gives to somebody (“he continued: …”) is
/// counted with those by label or quotation, also where the record says who “he” is.
pub(super) fn is_assigned(turn: &Turn, attribution: &Attribution) -> bool {
    let by_record = matches!(attribution, Attribution::ByRecord { .. });
    by_record && !turn.is_given_by_narration()
}

fn facts(
    id: &crate::source::DocumentId,
    record: &Record,
    document: &Document,
    source: &SourceFile,
    diagnostics: &mut Diagnostics,
) -> Facts {
    let printed = document.header.date.as_ref();
    let date = record
        .date
        .clone()
        .or_else(|| printed.map(|date| date.edtf.clone()));
    if date.is_none() {
        let message = "the document has no date";
        let help = "say in the document's record when the talk was";
        diagnostics.push(
            Diagnostic::new(Code::NoDate, Place::file(&source.path), message, help)
                .fix(source.record_path(), "date = \"…\""),
        );
    }
    if let (Some(recorded), Some(printed)) = (&record.date, printed)
        && *recorded != printed.edtf
    {
        let place = record.date_place.clone();
        let place = place.unwrap_or_else(|| Place::file(&source.path));
        let is_record = place.file == record.path;
        let who = if is_record { "record" } else { "table" };
        let message = format!(
            "the {who} says {recorded}, the source prints “{}”",
            printed.printed
        );
        let help = format!("the {who} is used; if the source is right, correct it");
        let file = place.file.clone();
        let found = Diagnostic::new(Code::Contradiction, place, message, help);
        diagnostics.push(if is_record {
            found.fix(file, format!("date = {}", toml_string(&printed.edtf)))
        } else {
            found.fix(file, printed.edtf.as_str())
        });
    }
    Facts {
        title: record
            .title
            .clone()
            .or_else(|| document.header.title.clone())
            .filter(|title| !title.trim().is_empty())
            .unwrap_or_else(|| id.to_string()),
        date: date.as_deref().and_then(Edtf::parse),
        date_printed: printed.map(|date| date.printed.clone()),
        place: record
            .place
            .clone()
            .or_else(|| document.header.place.clone()),
        place_editors: record.place_editors.clone(),
        kind: record.kind.clone(),
        language: record.language.clone(),
        original_language: record.original_language.clone(),
    }
}

fn conversations(
    record: &Record,
    document: &Document,
    file: &DocumentSource,
    authority: &Authority,
    diagnostics: &mut Diagnostics,
) -> Vec<ConversationEntry> {
    let finder = Finder::new(&file.source, || passage::printed(document));
    let mut out: Vec<ConversationEntry> = Vec::new();
    for conversation in &record.conversations {
        let Conversation {
            id,
            title,
            date,
            date_printed,
            place,
            participants,
            from,
            to,
        } = conversation;
        for person in participants
            .iter()
            .filter(|id| authority.person(id).is_none())
        {
            let message = format!("the authority file holds nobody called `{person}`");
            let help = "add the person to content/people.toml or correct the identifier";
            diagnostics.push(Diagnostic::new(
                Code::UnknownPerson,
                Place::file(&record.path),
                message,
                help,
            ));
        }
        let mut offset = |passage: &Option<crate::record::Passage>| {
            passage
                .as_ref()
                .and_then(|passage| finder.find(passage, diagnostics))
        };
        let start = offset(from).map_or(0, |span| span.start);
        let end = offset(to).map_or(file.source.text.len(), |span| span.end);
        let inside = Span::new(start, end.max(start));
        let first = document
            .blocks
            .iter()
            .position(|block| block.span().end > inside.start)
            .unwrap_or(document.blocks.len());
        let last = document
            .blocks
            .iter()
            .rposition(|block| block.span().start < inside.end)
            .map_or(first, |at| at + 1);
        out.push(ConversationEntry {
            id: id.clone(),
            conversation: 0,
            title: title.clone(),
            date: date.as_deref().and_then(Edtf::parse),
            date_printed: date_printed.clone(),
            place: place.clone(),
            participants: participants.clone(),
            blocks: std::iter::once(first..last.max(first)).collect(),
        });
    }
    out
}

fn notes(
    record: &Record,
    document: &Document,
    file: &DocumentSource,
    diagnostics: &mut Diagnostics,
) -> Vec<PlacedNote> {
    let finder = Finder::new(&file.source, || passage::printed(document));
    let mut out = Vec::new();
    for note in &record.notes {
        let Some(span) = finder.find(&note.at, diagnostics) else {
            continue;
        };
        // The last character may take several bytes: a quotation that ends with “”” is looked up at that mark's first byte.
        let last_char = file.source.text[span.range()]
            .char_indices()
            .next_back()
            .map_or(span.start, |(at, _)| span.start + at);
        let place = document
            .blocks
            .iter()
            .enumerate()
            .find_map(|(block, content)| {
                content
                    .paragraphs()
                    .iter()
                    .enumerate()
                    .find_map(|(paragraph, text)| {
                        let start = text.text.find_source(span.start)?;
                        let last = text.text.find_source(last_char)?;
                        let end = last
                            + text.text.text()[last..]
                                .chars()
                                .next()
                                .map_or(1, char::len_utf8);
                        Some(PlacedNote {
                            block,
                            paragraph,
                            range: start..end,
                            text: note.text.clone(),
                        })
                    })
            });
        if let Some(place) = place {
            out.push(place);
        } else {
            let message = format!(
                "the note's words “{}” do not stand within one published paragraph",
                note.at.words
            );
            let help = "quote words of a single paragraph that is not left out";
            let place = note.at.place.clone();
            diagnostics.push(Diagnostic::new(Code::AnchorNotFound, place, message, help));
        }
    }
    out.sort_by_key(|note| (note.block, note.paragraph, note.range.start, note.range.end));
    out
}
