//! What a file keeps beside its segments and belongs to them: the names of the speakers, and the whole transcript once more.

use super::{Fields, Reader, fields, string};
use crate::document::{Block, DropReason, Dropped, SpannedText};
use crate::source::Span;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};

/// How deep a repeated transcript may stand.
const DEPTH: usize = 4;

/// The names of speakers, by the number or sign that stands for each in the segments.
#[derive(Default)]
pub(super) struct Names<'a> {
    by_id: BTreeMap<String, &'a RawValue>,
    used: BTreeSet<String>,
}

/// The list `speakers` at the top: `[{"id": 0, "name": "Ines"}]`.
pub(super) fn names<'a>(top: &Fields<'a>) -> Names<'a> {
    let list = top.get("speakers").map_or("", |list| list.get());
    let entries: Vec<&RawValue> = serde_json::from_str(list).unwrap_or_default();
    let named = entries.into_iter().filter_map(|entry| {
        let fields = fields(entry)?;
        let id = fields.get("id")?.get().trim_matches('"').to_owned();
        Some((id, string(&fields, &["name"])?))
    });
    Names {
        by_id: named.collect(),
        used: BTreeSet::new(),
    }
}

impl<'a> Reader<'a> {
    /// The name of a speaker: the one that the file gives beside the segments, in the place of its number, or what stands there.
    pub(super) fn name(&mut self, value: &RawValue) -> SpannedText {
        let printed = self.words(value);
        let id = value.get().trim_matches('"');
        let Some(name) = self.names.by_id.get(id).copied() else {
            return printed;
        };
        self.names.used.insert(id.to_owned());
        let name = self.words(name);
        let place = self.span(value);
        // A stretch as long as the name would be taken for the name itself.
        let place = if place.len() == name.text().len() {
            Span::new(place.start - 1, place.end)
        } else {
            place
        };
        let mut text = SpannedText::default();
        text.push_as(name.text(), place);
        text
    }

    /// Drops the names that now stand before turns, and texts that say once more what the segments say. `head` is what is published
    /// before the first turn.
    pub(super) fn drop_outside(
        &mut self,
        whole: &'a RawValue,
        segments: &[&RawValue],
        head: &[Block],
    ) {
        for (id, name) in &self.names.by_id {
            let reason = if self.names.used.contains(id) {
                DropReason::Repeated
            } else {
                DropReason::NotPublished("field not published: speakers".to_owned())
            };
            let span = inner(self.span(name));
            self.dropped.push(Dropped { span, reason });
        }
        let mut said = String::new();
        for cue in &self.cues {
            push_letters(cue.text.text(), &mut said);
        }
        let Some(first) = segments.first().filter(|_| !said.is_empty()) else {
            return;
        };
        let mut texts = Vec::new();
        let sought = Sought {
            segments: self.span(first).start,
            least: said.len(),
        };
        self.collect(whole, &sought, DEPTH, &mut texts);
        for text in texts {
            let mut letters = String::new();
            push_letters(self.words(text).text(), &mut letters);
            let span = inner(self.span(text));
            let is_published = head.iter().any(|block| block.span() == span);
            if letters != said || is_published {
                continue;
            }
            self.dropped.retain(|dropped| dropped.span != span);
            self.dropped.push(Dropped {
                span,
                reason: DropReason::Repeated,
            });
        }
    }

    /// The strings that are long enough, as deep as `depth` leads.
    fn collect(
        &self,
        value: &'a RawValue,
        sought: &Sought,
        depth: usize,
        texts: &mut Vec<&'a RawValue>,
    ) {
        let raw = value.get();
        if raw.len() < sought.least {
            return;
        }
        if raw.starts_with('"') {
            texts.push(value);
            return;
        }
        let inner: Vec<&RawValue> = match raw.as_bytes().first() {
            Some(b'[') if depth > 0 && !self.span(value).range().contains(&sought.segments) => {
                serde_json::from_str(raw).unwrap_or_default()
            }
            Some(b'{') if depth > 0 => fields(value)
                .into_iter()
                .flat_map(BTreeMap::into_values)
                .collect(),
            Some(_) | None => return,
        };
        for value in inner {
            self.collect(value, sought, depth - 1, texts);
        }
    }
}

/// What is looked for beside the segments.
struct Sought {
    /// Where the first segment begins; the list that holds it is passed over.
    segments: usize,
    /// The fewest bytes of a text.
    least: usize,
}

/// A string's place without its quotation marks.
fn inner(span: Span) -> Span {
    Span::new(span.start + 1, span.end - 1)
}

fn push_letters(words: &str, out: &mut String) {
    let letters = words.chars().filter(|c| c.is_alphanumeric());
    out.extend(letters.flat_map(char::to_lowercase));
}
