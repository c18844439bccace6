//! Podcast transcripts in JSON (the podcast namespace's, Whisper's and their like) → turns.
//!
//! The list of segments is found by what its entries hold: words, and perhaps a speaker. Segments of one speaker make one turn. What
//! else the file holds is left out: times as such, other texts under the name of their field.

mod outside;
mod string;

use super::Read;
use super::cues::{self, Cue, Naming, Time, Voice};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::document::{
    Block, DropReason, Dropped, Header, HeaderBlock, HeaderKind, Paragraph, PrintedDate,
    SpannedText,
};
use crate::source::{SourceFile, Span};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// Names under which segments are kept, the surest first.
const SEGMENTS: [&str; 12] = [
    "audio_segments",
    "segments",
    "utterances",
    "transcript",
    "turns",
    "monologues",
    "paragraphs",
    "dialogue",
    "conversation",
    "messages",
    "results",
    "items",
];

/// Names of the words of a segment, the surest first.
const WORDS: [&str; 8] = [
    "body",
    "text",
    "content",
    "transcript",
    "utterance",
    "sentence",
    "words",
    "speech",
];

/// Names of its speaker.
const SPEAKER: [&str; 9] = [
    "speaker",
    "speakerName",
    "speaker_name",
    "speaker_label",
    "speakerLabel",
    "name",
    "who",
    "role",
    "from",
];

/// Names of its times.
const START: [&str; 6] = [
    "startTime",
    "start",
    "start_time",
    "begin",
    "from",
    "timestamp",
];
const END: [&str; 5] = ["endTime", "end", "end_time", "stop", "to"];

/// Names of the document's title and date.
const TITLE: [&str; 3] = ["title", "episode_title", "name"];
const DATE: [&str; 5] = ["date", "published", "pubDate", "recorded", "created"];

/// How deep the list of segments may stand.
const DEPTH: usize = 3;

type Fields<'a> = BTreeMap<String, &'a RawValue>;

/// Reads a transcript; `None` where the JSON is broken or holds no segments.
pub(super) fn read(file: &SourceFile, diagnostics: &mut Diagnostics) -> Option<Read> {
    let text = file.text.as_str();
    let (whole, lines): (&RawValue, _) = match serde_json::from_str(text) {
        Ok(whole) => (whole, None),
        Err(error) => match one_a_line(text) {
            Some(lines) => (RawValue::NULL, Some(lines)),
            None => {
                diagnostics.push(broken(file, &error));
                return None;
            }
        },
    };
    let fields: Fields<'_> = serde_json::from_str(whole.get()).unwrap_or_default();
    let Some(segments) = lines.or_else(|| segments(whole, 0)) else {
        let message = "the JSON holds no list of segments with words; the file was read as text";
        let help =
            "a transcript looks like {\"segments\": [{\"speaker\": \"…\", \"body\": \"…\"}]}";
        let place = Place::file(&file.path);
        diagnostics.push(Diagnostic::new(Code::BrokenFormat, place, message, help));
        return None;
    };
    let mut reader = Reader {
        text,
        dropped: Vec::new(),
        cues: Vec::new(),
        speaker: "speaker",
        names: outside::names(&fields),
    };
    let (header, mut blocks) = reader.head(&fields);
    for segment in &segments {
        reader.segment(segment);
    }
    reader.drop_outside(whole, &segments, &blocks);
    let Reader {
        mut dropped,
        cues,
        speaker: field,
        ..
    } = reader;
    let said_by = cues::said_by(&cues, &format!("the field “{field}” of a segment"));
    let stated = cues::times(&cues);
    blocks.extend(cues::blocks(text, cues, Naming::ByTime, &mut dropped));
    cues::report_no_turns(file, &blocks, diagnostics);
    cues::drop_rest(text, &blocks, &mut dropped);
    Some(Read {
        header,
        blocks,
        dropped,
        convention: "podcast-json",
        said_by,
        stated,
    })
}

/// The segments of a file that has one on each line, not all of them in a list; `None` where a line is none.
fn one_a_line(text: &str) -> Option<Vec<&RawValue>> {
    let values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    let segments = values.collect::<Result<Vec<_>, _>>().ok()?;
    let has_words =
        |entry: &&RawValue| fields(entry).is_some_and(|fields| !words(&fields).is_empty());
    (segments.len() > 1 && segments.iter().take(8).all(has_words)).then_some(segments)
}

/// The list of segments: under the surest name, at the least depth.
fn segments(value: &RawValue, depth: usize) -> Option<Vec<&RawValue>> {
    if depth > DEPTH {
        return None;
    }
    if value.get().starts_with('[') {
        let entries: Vec<&RawValue> = serde_json::from_str(value.get()).ok()?;
        let has_words =
            |entry: &&RawValue| fields(entry).is_some_and(|fields| !words(&fields).is_empty());
        return entries.iter().take(8).any(has_words).then_some(entries);
    }
    let fields = fields(value)?;
    let named = SEGMENTS.iter().filter_map(|name| fields.get(*name));
    let direct = named.clone().find_map(|value| {
        value
            .get()
            .starts_with('[')
            .then(|| segments(value, depth + 1))
            .flatten()
    });
    direct.or_else(|| {
        let objects = fields.values().filter(|value| value.get().starts_with('{'));
        named
            .filter(|value| value.get().starts_with('{'))
            .chain(objects)
            .find_map(|value| segments(value, depth + 1))
    })
}

fn fields(value: &RawValue) -> Option<Fields<'_>> {
    value
        .get()
        .starts_with('{')
        .then(|| serde_json::from_str(value.get()).ok())
        .flatten()
}

/// The first of the fields named that is a string with something in it.
fn string<'a>(fields: &Fields<'a>, names: &[&str]) -> Option<&'a RawValue> {
    names
        .iter()
        .filter_map(|name| fields.get(*name).copied())
        .find(|value| value.get().starts_with('"') && value.get().len() > 2)
}

/// The words of a segment: one string, or a list of parts that are strung together as they stand (`elements`), or the likeliest of
/// several readings (`alternatives`).
fn words<'a>(fields: &Fields<'a>) -> Vec<&'a RawValue> {
    if let Some(words) = string(fields, &WORDS) {
        return vec![words];
    }
    let parts = |name: &str| -> Vec<Fields<'a>> {
        let list = fields
            .get(name)
            .map(|list| serde_json::from_str(list.get()));
        list.and_then(Result::ok).unwrap_or_default()
    };
    let elements = parts("elements");
    if !elements.is_empty() {
        let values = elements.iter().filter_map(|part| string(part, &["value"]));
        return values.collect();
    }
    let readings = parts("alternatives");
    let likeliest = readings.first().and_then(|reading| string(reading, &WORDS));
    likeliest.into_iter().collect()
}

struct Reader<'a> {
    text: &'a str,
    dropped: Vec<Dropped>,
    cues: Vec<Cue>,
    /// The field that names the speaker, in the last segment that has one.
    speaker: &'static str,
    /// The names that the file gives to the speakers of its segments, beside them.
    names: outside::Names<'a>,
}

impl<'a> Reader<'a> {
    /// Where a value stands: it is a part of the text itself.
    fn span(&self, value: &RawValue) -> Span {
        let start = value.get().as_ptr() as usize - self.text.as_ptr() as usize;
        Span::new(start, start + value.get().len())
    }

    fn words(&self, value: &RawValue) -> SpannedText {
        string::decoded(self.text, self.span(value)).trimmed()
    }

    /// The title and the date, if the file states them; other texts are left out.
    fn head(&mut self, fields: &Fields<'a>) -> (Header, Vec<Block>) {
        let mut header = Header::default();
        let mut blocks = Vec::new();
        let title = string(fields, &TITLE);
        let date = string(fields, &DATE);
        let mut block = |kind, text| {
            let marks = Vec::new();
            let text = Paragraph { text, marks };
            blocks.push(Block::Header(HeaderBlock { kind, text }));
        };
        let mut stated: Vec<(HeaderKind, &RawValue)> = Vec::new();
        stated.extend(title.map(|value| (HeaderKind::Title, value)));
        stated.extend(date.map(|value| (HeaderKind::Date, value)));
        stated.sort_by_key(|(_, value)| self.span(value));
        for (kind, value) in &stated {
            let words = self.words(value);
            let printed = words.text().to_owned();
            if *kind == HeaderKind::Title {
                header.title = Some(printed);
            } else if let Some(found) = crate::date::find(&printed) {
                header.date = Some(PrintedDate {
                    printed: printed[found.range].to_owned(),
                    edtf: found.edtf,
                });
            }
            block(*kind, words);
        }
        let is_stated =
            |value: &RawValue| stated.iter().any(|(_, other)| std::ptr::eq(*other, value));
        self.leave_out(fields, &is_stated);
        (header, blocks)
    }

    /// Drops the texts and times among fields.
    fn leave_out(&mut self, fields: &Fields<'a>, is_used: &dyn Fn(&RawValue) -> bool) {
        for (name, value) in fields {
            let raw = value.get();
            if is_used(value) {
                continue;
            }
            let is_time = START.contains(&name.as_str()) || END.contains(&name.as_str());
            let reason = if is_time && !raw.starts_with(['[', '{']) {
                DropReason::TimeMark
            } else if raw.starts_with('"') && raw.contains(char::is_alphabetic) {
                DropReason::NotPublished(format!("field not published: {name}"))
            } else {
                continue;
            };
            let span = self.span(value);
            let inner = if raw.starts_with('"') {
                Span::new(span.start + 1, span.end - 1)
            } else {
                span
            };
            self.dropped.push(Dropped {
                span: inner,
                reason,
            });
        }
    }

    fn segment(&mut self, value: &'a RawValue) {
        let Some(fields) = fields(value) else {
            if value.get().starts_with('"') {
                let text = self.words(value);
                self.push(Voice::Nobody, text, None);
            }
            return;
        };
        let words = words(&fields);
        let speaker = speaker(&fields, &words).map(|(name, value)| {
            self.speaker = name;
            value
        });
        let label = speaker.and_then(|value| cues::label(&self.name(value)));
        let voice = label.map_or(Voice::Unnamed, Voice::Named);
        let time = |names: &[&str]| {
            let found = names.iter().find_map(|name| fields.get(*name))?;
            Time::parse(found.get().trim_matches('"'))
        };
        let time = time(&START).map(|start| Time {
            start,
            end: time(&END).unwrap_or(start),
        });
        let is_used = |value: &RawValue| {
            let is = |other: &RawValue| std::ptr::eq(other, value);
            words.iter().any(|other| is(other)) || speaker.is_some_and(is)
        };
        self.leave_out(&fields, &is_used);
        let spans: Vec<Span> = words.iter().map(|value| self.span(value)).collect();
        // A full stop that is a segment of its own stands at the word before it.
        let is_mark =
            string(&fields, &["type"]).is_some_and(|kind| kind.get() == "\"punctuation\"");
        if let Some(last) = self.cues.last_mut().filter(|_| is_mark) {
            for span in spans {
                string::push(&mut last.text, self.text, span);
            }
            return;
        }
        let mut text = SpannedText::default();
        for span in spans {
            string::push(&mut text, self.text, span);
        }
        self.push(voice, text.trimmed(), time);
    }

    fn push(&mut self, voice: Voice, text: SpannedText, time: Option<Time>) {
        self.cues.push(Cue {
            voice,
            text,
            emphasis: Vec::new(),
            time,
            begins_paragraph: false,
        });
    }
}

/// Who speaks: a string, a number, or an object with a name.
fn speaker<'a>(fields: &Fields<'a>, words: &[&RawValue]) -> Option<(&'static str, &'a RawValue)> {
    let is_words = |value: &RawValue| words.iter().any(|words| std::ptr::eq(*words, value));
    for name in SPEAKER {
        let Some(value) = fields.get(name).copied().filter(|value| !is_words(value)) else {
            continue;
        };
        let raw = value.get();
        if raw.starts_with('"') && raw.len() > 2
            || raw.starts_with(|c: char| c.is_ascii_digit()) && name.starts_with("speaker")
        {
            return Some((name, value));
        }
        if let Some(inner) = self::fields(value)
            && let Some(found) = string(&inner, &["name", "label", "displayName", "id"])
        {
            return Some((name, found));
        }
    }
    None
}

/// The message on JSON that breaks off or is wrong somewhere.
fn broken(file: &SourceFile, error: &serde_json::Error) -> Diagnostic {
    let place = Place::at(&file.path, &file.text, place_of(&file.text, error));
    let why = error.to_string();
    let why = why.split(" at line ").next().unwrap_or("").to_lowercase();
    let message = format!("the JSON cannot be read from here: {why}; the file was read as text");
    let help = "the file may be cut off: get it again, or mend it at this place";
    Diagnostic::new(Code::BrokenFormat, place, message, help).labeled("here")
}

/// Where the JSON breaks.
fn place_of(text: &str, error: &serde_json::Error) -> Span {
    let line_start = error
        .line()
        .checked_sub(2)
        .and_then(|n| text.match_indices('\n').nth(n))
        .map_or(0, |(at, _)| at + 1);
    let mut at = (line_start + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
    Span::new(at, end)
}

#[cfg(test)]
mod tests;
