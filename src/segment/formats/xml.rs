//! TEI, Akoma Ntoso and publicwhip XML → turns.
//!
//! In: the file as text. Out: its turns with the labels printed in it (`speaker`, `from`, `speakername`) and, as a cue, whom its
//! pointers name (`who`, `by`, `speakerid`), looked up in the lists of the same file. Markup is left out, and every character of the
//! text leads back to its place. Broken markup is read as text and reported. Nothing outside the file is read.

mod around;
mod blocks;
mod builder;
mod data;
pub(super) mod entities;
mod facts;
pub(super) mod faults;
mod paragraph;
pub(super) mod tokens;
mod turns;
mod vocabulary;
mod who;

use super::Read;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::document::{
    Block, DropReason, Dropped, HeaderBlock, HeaderKind, Label, Mark, MarkKind, Stated,
};
use crate::segment::marks::{self, WordForms};
use crate::source::{Format, SourceFile, Span};
use builder::Builder;
pub(super) use paragraph::is_blank;
use tokens::{Token, Tokens};

/// How deep elements may stand in each other; no transcript comes near.
pub(super) const DEEPEST: usize = 256;

/// Reads a file. Anything whatever gives a document.
pub(super) fn read(file: &SourceFile, diagnostics: &mut Diagnostics) -> Option<Read> {
    let convention = match file.format {
        Format::Tei => "tei",
        Format::AkomaNtoso => "akoma-ntoso",
        Format::PublicWhip => "publicwhip",
        _ => return None,
    };
    let text = file.text.as_str();
    let mut builder = Builder::new(text, file.format);
    let mut tokens = Tokens::new(text);
    while let Some(token) = tokens.next(&mut builder.faults) {
        match token {
            Token::Text(span) => builder.words(span, false),
            Token::Literal(span) => builder.words(span, true),
            Token::Start(tag) => builder.start(tag),
            Token::End { name, span } => builder.end(name, span),
            Token::DocType(declaration) => builder.entities.declare(declaration),
        }
    }
    builder.end_all();
    let Builder {
        faults,
        names,
        mut facts,
        mut dropped,
        mut blocks,
        addresses,
        ..
    } = builder;
    faults.report(file, diagnostics);

    // A note inside a turn is finished before the turn is.
    blocks.sort_by_key(|(block, _)| block.span().start);
    let turns = blocks
        .iter_mut()
        .filter_map(|(block, who)| match block {
            Block::Turn(turn) => Some((turn, who.take())),
            Block::Header(_)
            | Block::Heading(_)
            | Block::Narration(_)
            | Block::Gap(_)
            | Block::Note(_) => None,
        })
        .collect();
    who::give_cues(turns, &names, &file.path);
    let mut blocks: Vec<Block> = blocks.into_iter().map(|(block, _)| block).collect();
    if !facts.has_title() && file.format != Format::PublicWhip {
        let title = first_heading(&mut blocks);
        facts.title(title.as_deref().unwrap_or(""));
    }
    mark_brackets(text, &mut blocks);
    if !blocks.iter().any(|block| matches!(block, Block::Turn(_))) {
        let message = "no turns were found; the text is published as it stands";
        let help = "turns are read from u and sp (TEI), speech, question and answer (Akoma Ntoso), speech with speakername (publicwhip)";
        let place = Place::file(&file.path);
        diagnostics.push(Diagnostic::new(Code::NoTurns, place, message, help));
    }
    drop_the_rest(text, &blocks, &mut dropped);
    Some(Read {
        header: facts.finish(),
        blocks,
        dropped,
        convention,
        said_by: said_by(file.format),
        stated: Stated {
            times: Vec::new(),
            addresses,
        },
    })
}

/// Which markup says who speaks.
fn said_by(format: Format) -> Vec<String> {
    let said = match format {
        Format::AkomaNtoso => [
            "each speech, question and answer is a turn; its “from” is the label",
            "its attribute “by” says who it is, looked up in the file’s references",
        ],
        Format::PublicWhip => [
            "each speech is a turn; its attribute “speakername” is the label",
            "its attribute “speakerid” or “person_id” says who it is",
        ],
        _ => [
            "each u and sp is a turn; a “speaker” or label before it is the label",
            "its attribute “who” says who it is, looked up in the file’s lists",
        ],
    };
    said.map(str::to_owned).to_vec()
}

/// The first heading, where nobody has spoken before it: the title of a text whose header has none.
fn first_heading(blocks: &mut [Block]) -> Option<String> {
    let first = blocks.iter_mut().find(|block| match block {
        Block::Heading(_) | Block::Turn(_) | Block::Narration(_) => true,
        Block::Header(_) | Block::Gap(_) | Block::Note(_) => false,
    })?;
    let Block::Heading(text) = first else {
        return None;
    };
    let title = text.text.text().to_owned();
    let text = text.clone();
    *first = Block::Header(HeaderBlock {
        kind: HeaderKind::Title,
        text,
    });
    Some(title)
}

/// Marks what is in brackets where the markup says nothing of it: “(Laughter)” in a paragraph.
fn mark_brackets(text: &str, blocks: &mut [Block]) {
    let forms = WordForms::of(text);
    for block in blocks {
        let paragraphs = match block {
            Block::Turn(turn) => turn.paragraphs.as_mut_slice(),
            Block::Narration(narration) => std::slice::from_mut(&mut narration.text),
            Block::Header(_) | Block::Heading(_) | Block::Gap(_) | Block::Note(_) => continue,
        };
        for paragraph in paragraphs {
            let found = marks::mark(&paragraph.text, &forms, &[]);
            let n_known = paragraph.marks.len();
            for mark in found {
                if paragraph.marks[..n_known]
                    .iter()
                    .all(|known| fits(known, &mark))
                {
                    paragraph.marks.push(mark);
                }
            }
            paragraph
                .marks
                .sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
        }
    }
}

/// Whether a mark found in the words may stand beside one of the markup: it crosses none, and repeats none.
fn fits(known: &Mark, new: &Mark) -> bool {
    let (known_range, new_range) = (&known.range, &new.range);
    let apart = known_range.end <= new_range.start || new_range.end <= known_range.start;
    let inside = known_range.start <= new_range.start && new_range.end <= known_range.end;
    let around = new_range.start <= known_range.start && known_range.end <= new_range.end;
    apart || known.kind == MarkKind::Emphasis && (inside || around)
}

/// Whatever is in no block, and not left out for another reason, is markup.
fn drop_the_rest(text: &str, blocks: &[Block], dropped: &mut Vec<Dropped>) {
    let mut claimed: Vec<Span> = dropped.iter().map(|dropped| dropped.span).collect();
    for block in blocks {
        let label: Option<&Label> = match block {
            Block::Turn(turn) => turn.label.as_ref(),
            Block::Header(_)
            | Block::Heading(_)
            | Block::Narration(_)
            | Block::Gap(_)
            | Block::Note(_) => None,
        };
        let texts = block.paragraphs().iter().map(|paragraph| &paragraph.text);
        for text in label.map(|label| &label.text).into_iter().chain(texts) {
            claimed.extend(text.pieces().iter().map(crate::document::Piece::span));
        }
    }
    claimed.sort_unstable();
    claimed.push(Span::new(text.len(), text.len()));
    let mut at = 0;
    for span in claimed {
        if at < span.start {
            let between = &text[at..span.start];
            let start = at + (between.len() - between.trim_start().len());
            let end = start + between.trim().len();
            if start < end {
                dropped.push(Dropped {
                    span: Span::new(start, end),
                    reason: DropReason::Markup,
                });
            }
        }
        at = at.max(span.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Encoding;

    fn told(format: Format, text: &str) -> Vec<(Code, usize, usize, String)> {
        let file = SourceFile {
            path: "a.xml".to_owned(),
            text: text.to_owned(),
            format,
            encoding: Encoding::Utf8,
            chrome: Vec::new(),
            strong: Vec::new(),
            paragraphs: Vec::new(),
            received: None,
        };
        let mut diagnostics = Diagnostics::new();
        let read = read(&file, &mut diagnostics).unwrap();
        assert!(
            read.blocks
                .iter()
                .all(|block| !block.paragraphs().is_empty())
        );
        let told = diagnostics.sorted().into_iter();
        told.map(|d| (d.code, d.place.line, d.place.column, d.message.clone()))
            .collect()
    }

    #[test]
    fn faults_are_told_once_with_their_place() {
        let text = "<TEI>\n<u>5 < 6 & 7 < 8</p></u>\n<u><seg>open</u></TEI>";
        let faults: Vec<String> = told(Format::Tei, text)
            .into_iter()
            .map(|(code, line, column, message)| {
                format!("{} {line}:{column} {message}", code.name())
            })
            .collect();
        assert_eq!(
            faults,
            [
                "broken-markup 2:6 this “<” begins no tag; it is read as text (and one more like it)",
                "broken-markup 2:10 “&” stands for nothing this file declares; it is kept as written",
                "broken-markup 2:17 nothing is open that </p> could close",
                "broken-markup 3:4 <seg> is not closed where it should be",
            ]
        );
    }

    #[test]
    fn elements_too_deep_are_read_as_text_and_told() {
        let text = format!(
            "<TEI><u>{}deep{}</u></TEI>",
            "<hi>".repeat(300),
            "</hi>".repeat(300)
        );
        let told = told(Format::Tei, &text);
        assert_eq!(told.len(), 1);
        assert!(told[0].3.contains("256 deep"), "{told:?}");
    }

    #[test]
    fn a_file_without_turns_says_so() {
        let told = told(Format::AkomaNtoso, "<akomaNtoso><p>Text.</p></akomaNtoso>");
        assert_eq!(told[0].0, Code::NoTurns);
    }
}
