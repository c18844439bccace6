//! The lines of timed lyrics: `[00:12.00]words`, with facts such as `[ti:Title]` before them.

use super::super::cues::Time;
use super::lines::{Caption, CaptionFile, end_with_the_next, lines};
use crate::document::{DropReason, Dropped, SpannedText};
use crate::source::{Span, lrc, lrc_field};

/// Takes a file apart. A line is shown until the next one is; one without words only ends the one before.
pub(super) fn read(text: &str) -> CaptionFile {
    let mut out = CaptionFile::default();
    for span in lines(text).into_iter().flatten() {
        let line = &text[span.range()];
        if let Some((name, value)) = lrc_field(line) {
            field(text, &mut out, span, (name, value));
            continue;
        }
        let mut at = span.start;
        let mut first = None;
        // What is said again has all its times before it; it is shown where it stands.
        while let Some(time) = lrc(&text[at..span.end]) {
            let mark = Span::new(at, at + time.len() + 2);
            first = first.or(Some((time, mark)));
            drop(&mut out, mark, DropReason::TimeMark);
            let rest = &text[mark.end..span.end];
            at = span.end - rest.trim_start().len();
        }
        let words = Span::new(at, span.end);
        match (first, out.captions.last_mut()) {
            (Some((time, mark)), _) => {
                let time = Time::parse(time).map(|start| Time { start, end: start });
                out.captions.push(Caption {
                    time,
                    place: mark,
                    lines: Vec::new(),
                    name: None,
                });
            }
            (None, Some(_)) => {}
            (None, None) => {
                out.untimed.push(span);
                out.captions.push(Caption {
                    time: None,
                    place: span,
                    lines: Vec::new(),
                    name: None,
                });
            }
        }
        if let Some(caption) = out.captions.last_mut()
            && !words.is_empty()
        {
            caption.lines.push(words);
        }
    }
    end_with_the_next(&mut out.captions);
    out
}

fn field(text: &str, out: &mut CaptionFile, span: Span, (name, value): (&str, &str)) {
    let words = value.trim();
    let start = span.start + name.len() + 2 + value.len() - value.trim_start().len();
    if name.trim().eq_ignore_ascii_case("ti") && out.title.is_none() && !words.is_empty() {
        let title = Span::new(start, start + words.len());
        out.title = Some(SpannedText::copied(text, title));
    } else {
        let reason = DropReason::NotPublished(format!("field not published: {}", name.trim()));
        drop(out, span, reason);
    }
}

fn drop(out: &mut CaptionFile, span: Span, reason: DropReason) {
    out.dropped.push(Dropped { span, reason });
}
