//! The lines of a caption file: which are times and numbers, which are words.

use super::super::cues::Time;
use super::own;
use crate::document::{DropReason, Dropped, SpannedText};
use crate::source::{Span, is_sbv_time};

/// A caption as it stands.
#[derive(Debug)]
pub(super) struct Caption {
    /// Its times, if they can be read.
    pub(super) time: Option<Time>,
    /// The line of its times, else its first words.
    pub(super) place: Span,
    /// Its lines, trimmed; none where a form reads them itself.
    pub(super) lines: Vec<Span>,
    /// What it is called, on the line above its times.
    pub(super) name: Option<Span>,
}

/// How times are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// `00:01.000 --> 00:02.000`, with words of WebVTT around the cues.
    Web,
    /// `00:00:01,000 --> 00:00:02,000`
    SubRip,
    /// `0:00:01.000,0:00:02.000`
    Sbv,
}

/// A caption file, taken apart.
#[derive(Default, Debug)]
pub(super) struct CaptionFile {
    /// What stands behind `WEBVTT`, or where other forms name it.
    pub(super) title: Option<SpannedText>,
    /// In order of the file.
    pub(super) captions: Vec<Caption>,
    /// The places of words and times that are no proper cue.
    pub(super) untimed: Vec<Span>,
    /// Numbers, times, styles, comments.
    pub(super) dropped: Vec<Dropped>,
    /// Whether memcon wrote it.
    pub(super) is_own: bool,
}

/// Takes a file apart.
pub(super) fn read(text: &str, form: Form) -> CaptionFile {
    let lines = lines(text);
    let is_web = form == Form::Web;
    let mut reader = Reader {
        text,
        lines: &lines,
        at: 0,
        form,
        out: CaptionFile::default(),
        number: None,
        name: None,
    };
    if is_web {
        reader.head();
    }
    let mut opens_block = true;
    while reader.at < lines.len() {
        let Some(span) = lines[reader.at] else {
            opens_block = true;
            reader.at += 1;
            continue;
        };
        reader.line(span, opens_block, is_web);
        opens_block = false;
    }
    reader.out
}

/// The lines of a text without the blanks around them; `None` for a blank one.
pub(super) fn lines(text: &str) -> Vec<Option<Span>> {
    let mut out = Vec::new();
    let mut at = 0;
    for raw in text.split_inclusive(['\n', '\r']) {
        let start = at;
        at += raw.len();
        let is_second_half = raw == "\n" && start > 0 && text.as_bytes()[start - 1] == b'\r';
        if is_second_half {
            continue;
        }
        let words = raw.trim();
        let start = start + raw.len() - raw.trim_start().len();
        out.push((!words.is_empty()).then(|| Span::new(start, start + words.len())));
    }
    out
}

/// Gives captions that only say when they begin an end: where the next begins.
pub(super) fn end_with_the_next(captions: &mut [Caption]) {
    for index in 1..captions.len() {
        let next = captions[index].time;
        if let (Some(time), Some(next)) = (&mut captions[index - 1].time, next)
            && time.end == time.start
        {
            time.end = time.start.max(next.start);
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    lines: &'a [Option<Span>],
    at: usize,
    form: Form,
    out: CaptionFile,
    /// The number of the last cue, where cues are numbered.
    number: Option<u64>,
    /// The name of the cue that begins.
    name: Option<Span>,
}

impl Reader<'_> {
    fn words(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    fn next_is_time(&self) -> bool {
        let next = self.lines.get(self.at + 1).copied().flatten();
        next.is_some_and(|span| self.form.is_time_line(self.words(span)))
    }

    fn drop(&mut self, span: Span, reason: DropReason) {
        self.out.dropped.push(Dropped { span, reason });
    }

    /// `WEBVTT - A title` and the lines below it.
    fn head(&mut self) {
        let Some(first) = self.lines.iter().position(Option::is_some) else {
            return;
        };
        let Some(span) = self.lines[first] else {
            return;
        };
        let Some(rest) = self.words(span).strip_prefix("WEBVTT") else {
            return;
        };
        let title = rest
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':'));
        let start = span.end - title.len();
        if title.contains(char::is_alphabetic) && !title.eq_ignore_ascii_case("file") {
            let title = Span::new(start, span.end);
            self.out.title = Some(SpannedText::copied(self.text, title));
            self.drop(Span::new(span.start, start), DropReason::Markup);
        } else {
            self.drop(span, DropReason::Markup);
        }
        self.at = first + 1;
        self.leave_out("head of the caption file");
    }

    /// Leaves out the lines up to the next blank one or the next time.
    fn leave_out(&mut self, what: &str) {
        while let Some(Some(span)) = self.lines.get(self.at) {
            if self.form.is_time_line(self.words(*span)) {
                break;
            }
            let is_identifier = self.next_is_time();
            if is_identifier {
                break;
            }
            self.drop(*span, DropReason::NotPublished(what.to_owned()));
            self.at += 1;
        }
    }

    fn line(&mut self, span: Span, opens_block: bool, is_web: bool) {
        let words = self.words(span).to_owned();
        if self.form.is_time_line(&words) {
            let time = self.form.times(&words);
            if time.is_none() {
                self.out.untimed.push(span);
            }
            self.drop(span, DropReason::TimeMark);
            self.out.captions.push(Caption {
                time,
                place: span,
                lines: Vec::new(),
                name: self.name.take(),
            });
            self.at += 1;
            return;
        }
        if is_web && opens_block {
            let word = words.split_whitespace().next().unwrap_or("");
            match word {
                "NOTE" => {
                    self.out.is_own |= words == own::MARK;
                    return self.leave_out("comment in the caption file");
                }
                "STYLE" | "REGION" if words == word => {
                    return self.leave_out("style of the captions");
                }
                _ => {}
            }
        }
        let number = is_number(&words).then(|| words.parse().ok()).flatten();
        let may_be_number = number.is_some() && (opens_block || self.number.is_some());
        if self.next_is_time() && (may_be_number || is_web && opens_block) {
            self.drop(span, DropReason::TimeMark);
            self.name = Some(span);
            self.number = number.or(self.number);
            self.at += 1;
            return;
        }
        let follows = |last: u64| number == last.checked_add(1);
        let lacks_time = opens_block && number.is_some() && self.number.is_some_and(follows);
        if lacks_time {
            self.drop(span, DropReason::TimeMark);
            self.number = number;
        }
        // Blank lines stand inside subtitles now and then; in WebVTT they end a cue.
        let is_loose = self.out.captions.is_empty()
            || lacks_time
            || is_web
                && opens_block
                && self
                    .out
                    .captions
                    .last()
                    .is_some_and(|c| !c.lines.is_empty());
        if is_loose {
            self.out.untimed.push(span);
            self.out.captions.push(Caption {
                time: None,
                place: span,
                lines: Vec::new(),
                name: None,
            });
        }
        if !lacks_time && let Some(caption) = self.out.captions.last_mut() {
            match self.form {
                Form::Sbv => caption.lines.extend(parts(self.text, span)),
                Form::Web | Form::SubRip => caption.lines.push(span),
            }
        }
        self.at += 1;
    }
}

fn is_number(words: &str) -> bool {
    words.len() <= 9 && words.bytes().all(|b| b.is_ascii_digit())
}

/// The lines of a line: YouTube writes their ends as `[br]`.
fn parts(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let mut at = span.start;
    text[span.range()].split("[br]").filter_map(move |part| {
        let start = at + part.len() - part.trim_start().len();
        at += part.len() + "[br]".len();
        let len = part.trim().len();
        (len > 0).then(|| Span::new(start, start + len))
    })
}

impl Form {
    /// Whether a line holds the times of a cue, well written or not.
    fn is_time_line(self, words: &str) -> bool {
        if self == Form::Sbv {
            return is_sbv_time(words);
        }
        let Some((start, end)) = words.split_once("-->") else {
            return false;
        };
        let is_time = |words: &str| {
            words.starts_with(|c: char| c.is_ascii_digit())
                && words.contains(':')
                && words
                    .chars()
                    .all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | ',' | ' ' | '\t'))
        };
        is_time(start.trim()) || is_time(end.split_whitespace().next().unwrap_or(""))
    }

    fn times(self, words: &str) -> Option<Time> {
        let between = match self {
            Form::Web | Form::SubRip => "-->",
            Form::Sbv => ",",
        };
        let (start, end) = words.split_once(between)?;
        Some(Time {
            start: Time::parse(start)?,
            end: Time::parse(end.split_whitespace().next()?)?,
        })
    }
}
