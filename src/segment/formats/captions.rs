//! Captions (WebVTT, SubRip, SBV, Timed Text) and timed lyrics → turns.
//!
//! Voices come from `<v Name>`, from the attribute `ttm:agent`, from `Name:` before the words, or from `>>` and dashes, which say only that another speaks. Cues of one
//! voice make one turn. Numbers, times, settings, styles and comments are left out; the order is the file's.

mod clock;
mod lines;
mod lyrics;
mod own;
mod timed_text;
mod words;

use super::Read;
use super::cues::{self, Cue, Naming, Time, Voice, tail};
use crate::clean::ends_sentence;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::document::{Block, DropReason, Dropped, Header, HeaderBlock, HeaderKind, Paragraph};
use crate::source::{Format, SourceFile, Span};
use lines::{Caption, CaptionFile, Form};
use words::{Opening, Piece, Words};

/// How far cues may overlap before it is worth a word, in milliseconds.
const OVERLAP: u64 = 500;

/// Reads captions; `None` where the file holds no times, so that it is no captions.
pub(super) fn read(file: &SourceFile, diagnostics: &mut Diagnostics) -> Option<Read> {
    let text = file.text.as_str();
    let (convention, named) = match file.format {
        Format::WebVtt => ("webvtt", "voice tags: <v Name>"),
        Format::Sbv => ("sbv", "voice tags: <v Name>"),
        Format::Lrc => ("lrc", "voice tags: <v Name>"),
        Format::TimedText => ("ttml", "the attribute ttm:agent"),
        _ => ("subrip", "voice tags: <v Name>"),
    };
    let of_lines = |mut file: CaptionFile| {
        // Somebody may have changed the file since, and the names of its cues with it.
        file.is_own &= own::are_named(text, &file.captions);
        let captions = file.captions.iter();
        let form = if file.is_own { Words::Own } else { Words::Free };
        let read = captions.map(|caption| words::read(text, &caption.lines, form));
        let read: Vec<_> = read.collect();
        (file, read)
    };
    let (captions, mut read) = match file.format {
        Format::WebVtt => of_lines(lines::read(text, Form::Web)),
        Format::Sbv => of_lines(lines::read(text, Form::Sbv)),
        Format::Lrc => of_lines(lyrics::read(text)),
        Format::TimedText => timed_text::read(file, diagnostics),
        _ => of_lines(lines::read(text, Form::SubRip)),
    };
    let CaptionFile {
        title,
        captions,
        untimed,
        mut dropped,
        is_own,
    } = captions;
    let n_timed = captions.iter().filter(|c| c.time.is_some()).count();
    // As text, XML would be nothing but tags.
    let is_text = file.format != Format::TimedText;
    if is_text && (n_timed == 0 || untimed.len() > n_timed) {
        let span = untimed.first().copied().unwrap_or(Span::new(0, 0));
        let message = if n_timed == 0 {
            "the captions have no times that can be read; the file was read as text"
        } else {
            "most of the captions have no times; the file was read as text"
        };
        diagnostics.push(untimed_cue(file, span, message.to_owned()));
        return None;
    }
    if let Some(first) = untimed.first() {
        let message = match untimed.len() {
            1 => "a cue has no times; its words are kept where they stand".to_owned(),
            n => format!("{n} cues have no times; their words are kept where they stand"),
        };
        diagnostics.push(untimed_cue(file, *first, message));
    }
    report_order(file, &captions, diagnostics);

    let mut all = Vec::with_capacity(captions.len());
    let mut addresses = Vec::new();
    if is_own {
        (all, addresses) = own::cues(text, &captions, read);
    } else {
        drop_rolling(&mut read, &mut dropped);
        let mut after_sentence = true;
        for (caption, lines) in captions.iter().zip(read) {
            take(caption, lines, &mut all, &mut after_sentence);
        }
    }

    let mut header = Header::default();
    let mut blocks = Vec::new();
    if let Some(words) = title {
        header.title = Some(words.text().to_owned());
        blocks.push(Block::Header(HeaderBlock {
            kind: HeaderKind::Title,
            text: Paragraph {
                text: words,
                marks: Vec::new(),
            },
        }));
    }
    let said_by = cues::said_by(&all, named);
    let mut stated = cues::times(&all);
    stated.addresses = addresses;
    let naming = if is_own {
        Naming::Stated
    } else {
        Naming::ByTime
    };
    blocks.extend(cues::blocks(text, all, naming, &mut dropped));
    cues::report_no_turns(file, &blocks, diagnostics);
    cues::drop_rest(text, &blocks, &mut dropped);
    Some(Read {
        header,
        blocks,
        dropped,
        convention,
        said_by,
        stated,
    })
}

/// The cues of one caption.
fn take(caption: &Caption, lines: Vec<Vec<Piece>>, all: &mut Vec<Cue>, after_sentence: &mut bool) {
    let n_dashes = lines
        .iter()
        .filter(|line| line.first().is_some_and(|piece| piece.dash().is_some()))
        .count();
    let mut is_first = true;
    for line in lines {
        for (index, piece) in line.into_iter().enumerate() {
            let dash = (index == 0 && (n_dashes > 1 || *after_sentence))
                .then(|| piece.dash())
                .flatten();
            let Piece {
                opening,
                mut text,
                mut emphasis,
            } = piece;
            let voice = match (opening, dash) {
                (Opening::Voice(label), _) => Voice::Named(label),
                (Opening::Chevron(mark), _) => Voice::Changed(mark),
                (Opening::Line, Some(len)) => {
                    let mark = text.slice(0..1.max(text.text()[..len].trim_end().len()));
                    text = text.slice(len..text.text().len());
                    emphasis = words::moved(&emphasis, len);
                    Voice::Changed(mark)
                }
                (Opening::Line, None) if is_first => Voice::Unnamed,
                (Opening::Line, None) => Voice::Same,
            };
            if text.is_empty() && matches!(voice, Voice::Unnamed | Voice::Same) {
                continue;
            }
            is_first = false;
            if !text.is_empty() {
                *after_sentence = ends_sentence(tail(text.text()));
            }
            all.push(Cue {
                voice,
                text,
                emphasis,
                time: caption.time,
                begins_paragraph: false,
            });
        }
    }
}

/// CaptionFile that roll up over the screen show each line again; the second showing is left out.
fn drop_rolling(captions: &mut [Vec<Vec<Piece>>], dropped: &mut Vec<Dropped>) {
    let said = |lines: &[Vec<Piece>]| -> Vec<String> {
        lines
            .iter()
            .map(|line| {
                line.iter()
                    .map(|piece| piece.text.text())
                    .collect::<String>()
            })
            .filter(|words| !words.is_empty())
            .collect()
    };
    let mut shown: Vec<String> = Vec::new();
    let mut repeated = Vec::new();
    for lines in captions.iter() {
        let now = said(lines);
        let n = (1..=now.len().min(shown.len()).min(4))
            .rev()
            .find(|n| now[..*n] == shown[shown.len() - n..])
            .unwrap_or(0);
        repeated.push(n);
        if !now.is_empty() {
            shown = now;
        }
    }
    let n_repeated = repeated.iter().filter(|n| **n > 0).count();
    // People do say things twice: only what happens all the time is the way the captions are made.
    if n_repeated < 3 || n_repeated * 5 < captions.len() * 2 {
        return;
    }
    for (lines, mut n) in captions.iter_mut().zip(repeated) {
        for line in lines {
            if n == 0 {
                break;
            }
            if line.iter().all(|piece| piece.text.is_empty()) {
                continue;
            }
            n -= 1;
            for piece in std::mem::take(line) {
                let spans = piece.text.pieces().iter().map(crate::document::Piece::span);
                dropped.extend(spans.filter(|span| !span.is_empty()).map(|span| Dropped {
                    span,
                    reason: DropReason::Repeated,
                }));
            }
        }
    }
}

fn report_order(file: &SourceFile, captions: &[Caption], diagnostics: &mut Diagnostics) {
    let mut wrong: Vec<(Span, &str)> = Vec::new();
    let mut last: Option<Time> = None;
    for caption in captions {
        let Some(time) = caption.time else { continue };
        if time.end < time.start {
            wrong.push((caption.place, "this cue ends before it begins"));
        } else if last.is_some_and(|last| time.start < last.start) {
            wrong.push((caption.place, "this cue begins before the one above it"));
        } else if last.is_some_and(|last| time.start + OVERLAP < last.end) {
            let words = "this cue begins while the one above it is still shown";
            wrong.push((caption.place, words));
        }
        last = Some(time);
    }
    let Some((span, words)) = wrong.first() else {
        return;
    };
    let more = match wrong.len() {
        1 => String::new(),
        n => format!(" ({n} cues are like this)"),
    };
    let message = format!("{words}; the order of the file is kept{more}");
    let help =
        "sort the cues by time if their order is wrong; if two people speak at once, leave them";
    let place = Place::at(&file.path, &file.text, *span);
    diagnostics.push(Diagnostic::new(Code::CueOrder, place, message, help).labeled("this time"));
}

fn untimed_cue(file: &SourceFile, span: Span, message: String) -> Diagnostic {
    let help = match file.format {
        Format::Sbv => {
            "give each cue a line with its times above its words, as in 0:00:01.000,0:00:04.000"
        }
        Format::Lrc => "give each line its time before its words, as in [00:12.00]",
        Format::TimedText => {
            "give each p its times, as in <p begin=\"00:00:01.000\" end=\"00:00:04.000\">"
        }
        _ => {
            "give each cue a line with its times above its words, as in 00:00:01.000 --> 00:00:04.000"
        }
    };
    let place = Place::at(&file.path, &file.text, span);
    Diagnostic::new(Code::BrokenFormat, place, message, help).labeled("no times here")
}

#[cfg(test)]
mod tests;
