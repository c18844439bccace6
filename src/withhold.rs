//! Sources → sources without what their records withhold, before anything else is made of them: what is not there cannot be published.
//!
//! A passage becomes `[withheld: 12 words: reason]` in the reading text itself, which the parser takes for the gap that it is; a name
//! becomes what the record puts in its place. The file as received is then never published. Documents that are drafts, withdrawn or
//! under embargo are left out whole. [`Withheld::leak`] looks through what is to be published for words that stand elsewhere as well.

mod redaction;

use crate::authority::Authority;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::SpannedText;
use crate::passage;
use crate::record::{self, Record, Sheets, Status, WithheldPassage};
use crate::segment;
use crate::source::{self, DocumentId, DocumentSource, Format, SourceFile, Sources, Span, caught};
use redaction::Redaction;
use std::borrow::Cow;
use std::sync::Arc;

/// Words that may stand nowhere in what is published, each with the record that says so.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Withheld {
    all: Vec<(Words, String)>,
    unpublished: Vec<Unpublished>,
}

/// A document that its record leaves out as a whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unpublished {
    /// Its name in addresses.
    pub id: DocumentId,
    /// Whether it was published and is withdrawn; else it is not published yet, or not at present.
    pub is_withdrawn: bool,
    /// Since when, EDTF.
    pub since: Option<String>,
    /// Why, in the editors' words.
    pub reason: Option<String>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Words {
    /// In small letters: a passage is the same in any.
    Passage(String),
    /// Word by word, in capitals and as printed: `Ann LEE` is Ann Lee; `Mark` and `Will` are names, `mark` and `will` are not.
    Name(Vec<[String; 2]>),
}

impl Withheld {
    /// Whether nothing is withheld.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The record whose withheld words stand in a file that is to be published, whatever stands between them.
    pub fn leak(&self, bytes: &[u8]) -> Option<&str> {
        if self.all.is_empty() {
            return None;
        }
        let text = String::from_utf8_lossy(bytes);
        let mut texts = vec![plain(&text)];
        if text.contains('<') {
            texts.push(plain(&untagged(&text)));
        }
        let small: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
        let holds = |words: &Words| match words {
            Words::Passage(words) => small.iter().any(|text| text.contains(words)),
            Words::Name(name) => texts.iter().any(|text| has_name(text, name)),
        };
        let found = self.all.iter().find(|(words, _)| holds(words));
        found.map(|(_, record)| record.as_str())
    }

    /// The documents that are left out as a whole.
    pub fn unpublished(&self) -> &[Unpublished] {
        &self.unpublished
    }

    /// The record whose withheld name stands in a name in addresses.
    pub fn in_slug(&self, slug: &str) -> Option<&str> {
        let slug = format!("-{}-", slug.replace(['/', '.'], "-"));
        let found = self.all.iter().find(|(words, _)| match words {
            Words::Passage(_) => false,
            Words::Name(name) => {
                let printed: Vec<&str> = name.iter().map(|[_, word]| word.as_str()).collect();
                slug.contains(&format!("-{}-", source::slug(&printed.join(" "))))
            }
        });
        found.map(|(_, record)| record.as_str())
    }

    fn leave_out(&mut self, id: DocumentId, record: Record) {
        self.unpublished.push(Unpublished {
            id,
            is_withdrawn: record.status == Status::Withdrawn,
            since: record.status_date,
            reason: record.status_reason,
        });
    }

    fn add_passage(&mut self, words: &str, record: &str) {
        let words = plain(words).to_lowercase();
        if !words.trim().is_empty() {
            self.all.push((Words::Passage(words), record.to_owned()));
        }
    }

    fn add_name(&mut self, name: &str, record: &str) {
        let name = plain(name);
        let words = name.split_whitespace();
        let words: Vec<[String; 2]> = words
            .map(|word| [word.to_uppercase(), word.to_owned()])
            .collect();
        if !words.is_empty() {
            self.all.push((Words::Name(words), record.to_owned()));
        }
    }
}

/// Whether a text that went through [`plain`] has a name, each word of it as printed or in capitals.
fn has_name(text: &str, name: &[[String; 2]]) -> bool {
    let Some((first, rest)) = name.split_first() else {
        return false;
    };
    first.iter().any(|form| {
        text.match_indices(&format!(" {form} ")).any(|(at, found)| {
            let mut words = text[at + found.len()..].split(' ');
            rest.iter().all(|forms| {
                words
                    .next()
                    .is_some_and(|word| forms.iter().any(|form| form == word))
            })
        })
    })
}

/// The words of a text with one blank before, between and after them; escapes of JSON and HTML are no words.
fn plain(text: &str) -> String {
    let text = [
        "\\n", "\\r", "\\t", "&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&#x27;", "&apos;",
    ]
    .iter()
    .fold(Cow::Borrowed(text), |text, escape| {
        if text.contains(escape) {
            Cow::Owned(text.replace(escape, " "))
        } else {
            text
        }
    });
    let mut out = String::from(" ");
    for c in text.chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}

/// A text without what stands in angle brackets.
fn untagged(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, part) in text.split('<').enumerate() {
        let words = match (index, part.split_once('>')) {
            (0, _) | (_, None) => part,
            (_, Some((_, after))) => after,
        };
        out.push_str(words);
    }
    out
}

/// The archive without what its records withhold, and the words that are gone. `today` is the day, `YYYY-MM-DD`, up to which an embargo
/// has ended; without one no embargo has.
pub fn redacted<'a>(
    sources: &'a Sources,
    sheets: &Sheets,
    authority: &Authority,
    today: Option<&str>,
    diagnostics: &mut Diagnostics,
) -> (Cow<'a, Sources>, Withheld) {
    let mut withheld = Withheld::default();
    let may_withhold = |text: &str| text.contains("withhold") || text.contains("status");
    let none = |document: &DocumentSource| {
        let record = document.record.as_ref();
        record.is_none_or(|record| !may_withhold(&record.text))
            && !sheets.may_withhold(&document.id)
    };
    let gone = sheets.gone(diagnostics);
    let is_all_there = sources.lone_records.is_empty() && gone.is_empty();
    if is_all_there && sources.documents.iter().all(none) {
        return (Cow::Borrowed(sources), withheld);
    }
    let mut out = sources.clone();
    let mut unread = Vec::new();
    for (id, record) in gone {
        withheld.leave_out(id, record);
    }
    for lone in &sources.lone_records {
        let mut found = Diagnostics::new();
        let record = record::of_lone(lone, sheets, &mut found);
        if is_published(&record.status, today) {
            unread.push(lone.unread.clone());
        } else {
            diagnostics.append(found);
            withheld.leave_out(lone.id.clone(), record);
        }
    }
    out.documents.retain_mut(|document| {
        if none(document) {
            return true;
        }
        // What is wrong with a record is reported where its document is read, or here where it is not.
        let mut found = Diagnostics::new();
        let record = record::of(document, sheets, &mut found);
        if !is_published(&record.status, today) {
            diagnostics.append(found);
            withheld.leave_out(document.id.clone(), record);
            return false;
        }
        if !record.withheld.is_empty() {
            let redact = || {
                redact(document, &record, authority, &mut withheld, diagnostics);
            };
            // Where nobody knows what is withheld, nothing is published.
            if let Err(fault) = caught(redact) {
                unread.push(fault.unread(&document.source.path));
                return false;
            }
        }
        true
    });
    out.unread.extend(unread);
    (Cow::Owned(out), withheld)
}

fn is_published(status: &Status, today: Option<&str>) -> bool {
    match status {
        Status::Published => true,
        Status::Draft | Status::Withdrawn => false,
        Status::Embargo(until) => today.is_some_and(|today| today >= until.as_str()),
    }
}

/// Takes the withheld words out of one document.
fn redact(
    document: &mut DocumentSource,
    record: &Record,
    authority: &Authority,
    withheld: &mut Withheld,
    diagnostics: &mut Diagnostics,
) {
    let as_read = document.clone();
    let printed = || {
        let document = segment::document(&as_read, record, authority, &mut Diagnostics::new());
        passage::printed(&document)
    };
    let finder = passage::Finder::new(&as_read.source, printed);
    let published = printed();
    let mut redaction = Redaction::default();
    for one in &record.withheld {
        match one {
            WithheldPassage::Words { from, to, reason } => {
                let start = finder.find(from, diagnostics);
                let end = if to == from {
                    start
                } else {
                    finder.find(to, diagnostics)
                };
                let (Some(start), Some(end)) = (start, end) else {
                    continue;
                };
                if end.end < start.end {
                    let place = to.place.clone();
                    let message = "what is withheld ends before it begins";
                    let help = "quote its first words after from and its last words after to";
                    diagnostics.push(Diagnostic::new(Code::AnchorNotFound, place, message, help));
                    continue;
                }
                let whole = start.hull(end);
                let stretches = stretches(&as_read.source, whole, &published);
                let words = stretches
                    .iter()
                    .map(|span| &as_read.source.text[span.range()]);
                withheld.add_passage(&words.collect::<Vec<_>>().join(" "), &from.place.file);
                // Signs that the format spells otherwise are published as what they stand for.
                let words = published.within(whole);
                withheld.add_passage(&words, &from.place.file);
                let n_words = words.split_whitespace().count();
                redaction.replace(&stretches, &gap(n_words, reason));
            }
            WithheldPassage::Name { name, shown } => {
                let places = names(&as_read.source.text, &name.text);
                if places.is_empty() {
                    let place = name.place.clone();
                    let message = format!("the source does not contain the name “{}”", name.text);
                    let help = "write the name exactly as the source prints it, a [[withhold]] for each spelling";
                    diagnostics.push(Diagnostic::new(Code::AnchorNotFound, place, message, help));
                }
                withheld.add_name(&name.text, &name.place.file);
                let shown = harmless(shown.as_deref().unwrap_or("[name withheld]"));
                for place in places {
                    redaction.replace(&[place], &shown);
                }
            }
        }
    }
    document.source = Arc::new(redaction.applied(&as_read.source));
}

/// What is taken out of a stretch: all of it, or where markup, columns or times stand in between, what is published of it.
fn stretches(source: &SourceFile, whole: Span, published: &SpannedText) -> Vec<Span> {
    match source.format {
        Format::Text | Format::Word | Format::Pdf | Format::Html => vec![whole],
        Format::Table
        | Format::WebVtt
        | Format::SubRip
        | Format::Sbv
        | Format::Lrc
        | Format::TimedText
        | Format::Tei
        | Format::AkomaNtoso
        | Format::PublicWhip
        | Format::Podcast => {
            let mut inside: Vec<Span> = published
                .stretches()
                .into_iter()
                .filter(|span| span.start < whole.end && whole.start < span.end)
                .map(|span| Span::new(span.start.max(whole.start), span.end.min(whole.end)))
                .collect();
            inside.sort();
            if inside.is_empty() {
                vec![whole]
            } else {
                inside
            }
        }
    }
}

/// What stands in the place of a passage.
fn gap(n_words: usize, reason: &str) -> String {
    let words = if n_words == 1 { "word" } else { "words" };
    match harmless(reason).trim() {
        "" => format!("[withheld: {n_words} {words}]"),
        reason => format!("[withheld: {n_words} {words}: {reason}]"),
    }
}

/// Words without signs that mean something in a table, in markup or in JSON.
fn harmless(words: &str) -> String {
    let means_something = |c: char| {
        matches!(
            c,
            ',' | ';' | '"' | '<' | '>' | '&' | '|' | '\\' | '{' | '}'
        ) || c.is_control()
    };
    let kept: String = words
        .chars()
        .map(|c| if means_something(c) { ' ' } else { c })
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All places where a name stands as words of their own, whatever blanks are between them.
fn names(text: &str, name: &str) -> Vec<Span> {
    let is_apart = |span: &Span| {
        let before = text[..span.start].chars().next_back();
        let after = text[span.end..].chars().next();
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !is_letter(before) && !is_letter(after)
    };
    let found = passage::occurrences(text, name);
    found.into_iter().filter(is_apart).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn withheld_words_are_found_whatever_stands_between_them() {
        let mut withheld = Withheld::default();
        withheld.add_passage("Anna’s son was\n here", "talk.toml");
        for text in [
            "so Anna's son was here.",
            "<p>Anna&#39;s <em>son</em> was here</p>",
            r#"{"text":"Anna’s son\nwas here"}"#,
            "ANNA’S SON WAS HERE",
        ] {
            assert_eq!(withheld.leak(text.as_bytes()), Some("talk.toml"), "{text}");
        }
        for text in ["Anna's son was there", "Hanna’s son was here", ""] {
            assert_eq!(withheld.leak(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn a_name_is_no_word_in_small_letters() {
        let mut withheld = Withheld::default();
        withheld.add_name("Li", "talk.toml");
        assert_eq!(withheld.leak(b"<ul><li>words</li></ul> li"), None);
        for text in ["<p>so Li said", "LI: Yes."] {
            assert_eq!(withheld.leak(text.as_bytes()), Some("talk.toml"), "{text}");
        }
    }

    #[test]
    fn names_are_words_of_their_own() {
        let text = "Ann Lee, Annabel, ANN Lee and Ann\nLee.";
        let found: Vec<&str> = names(text, "Ann Lee")
            .into_iter()
            .map(|span| &text[span.range()])
            .collect();
        assert_eq!(found, ["Ann Lee", "Ann\nLee"]);
    }

    #[test]
    fn an_embargo_ends_on_its_day() {
        let until = Status::Embargo("2030-01-01".to_owned());
        for (today, is_out) in [
            (None, false),
            (Some("2029-12-31"), false),
            (Some("2030-01-01"), true),
        ] {
            assert_eq!(is_published(&until, today), is_out, "{today:?}");
        }
    }
}
