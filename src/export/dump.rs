//! The readable form of `memcon parse`: each turn with its place, label and person, then its paragraphs and what is marked in them.

use super::text::gap_reason;
use super::view::note_kind;
use crate::authority::PersonId;
use crate::document::{Block, HeaderKind, MarkKind, NarrationKind, Paragraph};
use crate::resolve::Attribution;
use crate::site::DocumentEntry;
use crate::source::{LineIndex, Span};

/// One document, as a person reads it in a terminal, handed to `print` part by part: it is several times as long as the source.
///
/// ```text
/// t1  1:1  SECRETARY KISSINGER = kissinger-henry (the label is listed for this person)
///     p     We have three points.
///     stage [The interpreter reads the first.]
/// ```
pub fn parse_text(entry: &DocumentEntry, mut print: impl FnMut(&str)) {
    let mut out = String::new();
    let source = entry.source.text.as_str();
    let lines = LineIndex::of(source);
    let mut turn_index = 0;
    for (index, block) in entry.document.blocks.iter().enumerate() {
        let place = place(&lines, block.span());
        let title = match block {
            Block::Turn(turn) => {
                let label = turn
                    .label
                    .as_ref()
                    .map_or("(no label)", |label| label.name());
                let anchor = entry.anchors.turn(turn_index);
                let who = who(&entry.turns[turn_index].attribution);
                turn_index += 1;
                format!("{anchor}  {place}  {label} = {who}")
            }
            Block::Header(header) => format!("header  {place}  {}", header_kind(header.kind)),
            Block::Heading(_) => format!("heading  {place}"),
            Block::Narration(narration) => {
                format!("narration  {place}  {}", narration_kind(narration.kind))
            }
            Block::Gap(gap) => format!("gap  {place}  {}", gap_reason(gap.reason)),
            Block::Note(note) => format!("note  {place}  {}", note_kind(note.kind)),
        };
        line(&mut out, &title);
        for (at, text) in block.paragraphs().iter().enumerate() {
            paragraph(&mut out, text);
            for corrected in entry.document.corrections_in(index, at) {
                let printed = &text.text.text()[corrected.range.clone()];
                line(
                    &mut out,
                    &format!("    read  {} for {printed}", corrected.read),
                );
            }
        }
        print(&out);
        out.clear();
    }
    for dropped in &entry.document.dropped {
        let place = place(&lines, dropped.span);
        let words = &source[dropped.span.range()];
        let n = words.chars().filter(|c| !c.is_whitespace()).count();
        let reason = dropped.reason.describe();
        let title = format!(
            "left out  {place}  {reason}: “{}” ({n} characters)",
            opening(words)
        );
        line(&mut out, &title);
        print(&out);
        out.clear();
    }
}

fn paragraph(out: &mut String, paragraph: &Paragraph) {
    let text = paragraph.text.text();
    line(out, &format!("    p     {text}"));
    for mark in &paragraph.marks {
        let words = &text[mark.range.clone()];
        let said = match mark.kind {
            MarkKind::Gap(reason) => format!("    gap   {}: {words}", gap_reason(reason)),
            MarkKind::Stage
            | MarkKind::Emphasis
            | MarkKind::Gloss
            | MarkKind::Supplied
            | MarkKind::Expansion
            | MarkKind::Unclear
            | MarkKind::Note(_)
            | MarkKind::Sic
            | MarkKind::PageBreak => format!("    {:5} {words}", mark.kind.name()),
        };
        line(out, &said);
    }
}

fn who(attribution: &Attribution) -> String {
    match attribution {
        Attribution::Known { person, .. }
        | Attribution::ByRecord { person, .. }
        | Attribution::Provisional { person, .. } => {
            format!("{person} ({})", attribution.evidence())
        }
        Attribution::Ambiguous { candidates } => {
            let ids: Vec<&str> = candidates.iter().map(PersonId::as_str).collect();
            format!("ambiguous: {}", ids.join(", "))
        }
        Attribution::Collective | Attribution::Unidentified | Attribution::Unmarked => {
            attribution.how().to_owned()
        }
    }
}

/// The first words of a passage.
fn opening(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().take(9).collect();
    match words.get(..8) {
        Some(first) if words.len() > 8 => format!("{} …", first.join(" ")),
        _ => words.join(" "),
    }
}

fn line(out: &mut String, text: &str) {
    out.push_str(text.trim_end());
    out.push('\n');
}

fn header_kind(kind: HeaderKind) -> &'static str {
    match kind {
        HeaderKind::Title => "title",
        HeaderKind::Date => "date",
        HeaderKind::FieldName => "field name",
        HeaderKind::FieldText => "field text",
        HeaderKind::Other => "other",
    }
}

fn narration_kind(kind: NarrationKind) -> &'static str {
    match kind {
        NarrationKind::Text => "text",
        NarrationKind::LeadIn => "lead-in",
        NarrationKind::PullQuote => "pull quote",
        NarrationKind::Byline => "byline",
    }
}

/// `line:column` of a span's beginning.
fn place(lines: &LineIndex<'_>, span: Span) -> String {
    let position = lines.position(span.start);
    format!("{}:{}", position.line, position.column)
}
