//! A Word document → its text.
//!
//! Read are the main text, footnotes and endnotes as a reader of the printed page sees them: deleted and hidden words are left out,
//! inserted ones kept. Running heads, comments and numbers that Word counts by itself are not in the text and not read.

mod paragraphs;
mod styles;

use super::blocks::{self, Block, Gap, ends_sentence};
use super::{Extracted, Unreadable};
use crate::source::Encoding;
use paragraphs::{Notes, Part};
use std::io::{Cursor, Read};
use styles::Styles;
use zip::ZipArchive;
use zip::result::ZipError;

/// A document unpacks to no more than this: the longest book is a tenth of it, and what is larger only means to exhaust the machine.
const LARGEST: u64 = 256 * 1024 * 1024;

/// The text of a Word document packs to a tenth or a thirtieth; what packs to less than one in this many, and is large, is no text.
const MOST_UNPACKED: u64 = 250;
/// However well a part packs, it may be this large.
const SMALL: u64 = 16 * 1024 * 1024;
/// A document holds as many files as it has pictures, and a few dozen more.
const MOST_ENTRIES: u64 = 10_000;

/// The text of a document, one paragraph a block, notes at the end.
pub(super) fn text(bytes: &[u8]) -> Result<Extracted, Unreadable> {
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(old_container(bytes));
    }
    if n_entries(bytes).is_some_and(|n| n > MOST_ENTRIES) {
        return Err(too_much("holds more than 10,000 files"));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut left = LARGEST;
    let main = main_part(&mut archive, &mut left)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let Some(body) = part(&mut archive, &main, &mut left)? else {
        return Err(Unreadable::new(
            "the Word document holds no text part",
            "open it in Word and save it again as .docx",
        ));
    };
    let styles = part(&mut archive, &format!("{folder}/styles.xml"), &mut left)?;
    let styles = Styles::read(styles.as_deref().unwrap_or(""));
    let mut notes = Notes::default();
    let (mut blocks, numbers) = paragraphs::read(&body, Part::Body, &styles, &mut notes);
    drop(body);
    for (file, kind) in [
        ("footnotes.xml", Part::Footnotes),
        ("endnotes.xml", Part::Endnotes),
    ] {
        if notes.is_empty() {
            break;
        }
        if let Some(xml) = part(&mut archive, &format!("{folder}/{file}"), &mut left)? {
            paragraphs::read(&xml, kind, &styles, &mut notes);
        }
    }
    set_lines_together(&mut blocks);
    blocks.extend(notes.into_blocks());
    let (text, spans) = blocks::join(blocks.iter());
    let strong = blocks::strong(blocks.iter(), &spans);
    let numbers = numbers.into_iter().chain(std::iter::repeat(0));
    let paragraphs = spans.iter().map(|span| span.start).zip(numbers).collect();
    Ok(Extracted {
        paragraphs,
        strong,
        ..Extracted::plain(text, Encoding::Utf8)
    })
}

/// The path of the main text in the archive; it is named in the relations of the package.
fn main_part(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    left: &mut u64,
) -> Result<String, Unreadable> {
    let relations = part(archive, "_rels/.rels", left)?.unwrap_or_default();
    let named = paragraphs::office_document(&relations);
    Ok(named.unwrap_or_else(|| "word/document.xml".to_owned()))
}

/// A file of the archive as text; `None` where there is none of this name.
fn part(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
    left: &mut u64,
) -> Result<Option<String>, Unreadable> {
    let mut file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword,
        ) => return Err(locked()),
        Err(error) => return Err(broken(&error)),
    };
    let likely = file.compressed_size().saturating_mul(MOST_UNPACKED);
    let limit = (*left).min(likely.max(SMALL));
    if file.size() > limit {
        return Err(unpacks_to_too_much(limit));
    }
    let mut bytes = Vec::new();
    let unpacked = file.by_ref().take(limit + 1).read_to_end(&mut bytes);
    // What a package says of the size of its files need not be true.
    if bytes.len() as u64 > limit {
        return Err(unpacks_to_too_much(limit));
    }
    *left -= bytes.len() as u64;
    if let Err(error) = unpacked {
        return Err(broken(&ZipError::Io(error)));
    }
    let (text, _) = crate::source::decode(&bytes);
    Ok(Some(text))
}

/// How many files the end of a package says it holds; the list of them is read only if it is no longer than that.
fn n_entries(bytes: &[u8]) -> Option<u64> {
    let number = |at: usize, len: usize| -> Option<u64> {
        let bytes = bytes.get(at..at + len)?.iter().rev();
        Some(bytes.fold(0, |number, byte| number << 8 | u64::from(*byte)))
    };
    let end = memchr::memmem::rfind(bytes, b"PK\x05\x06")?;
    match number(end + 10, 2)? {
        // More than fits there: the number stands in a record before it.
        0xFFFF => number(memchr::memmem::rfind(&bytes[..end], b"PK\x06\x06")? + 32, 8),
        n => Some(n),
    }
}

fn unpacks_to_too_much(limit: u64) -> Unreadable {
    too_much(&format!("unpacks to more than {} MB", limit / 1024 / 1024))
}

fn too_much(what: &str) -> Unreadable {
    Unreadable::new(
        format!("the Word document {what}"),
        "save its text alone as .txt or as a .docx without pictures",
    )
}

fn locked() -> Unreadable {
    Unreadable::new(
        "the Word document is locked with a password",
        "open it in Word, take the password off (File, Info, Protect Document) and save it as .docx",
    )
}

fn broken(error: &ZipError) -> Unreadable {
    Unreadable::new(
        format!("the Word document is damaged ({error})"),
        "fetch the file again; if Word opens it, save it from there as .docx",
    )
}

/// What the container of Word before 2007 holds: an old document, or a new one under a password.
fn old_container(bytes: &[u8]) -> Unreadable {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if holds("EncryptedPackage") {
        return locked();
    }
    if holds("WordDocument") {
        return Unreadable::new(
            "the file is a Word document of the kind before 2007 (.doc)",
            "open it in Word or LibreOffice and save it as .docx",
        );
    }
    Unreadable::new(
        "the file is an Office file that holds no Word document",
        "save its text as .docx or .txt",
    )
}

/// Lines longer than this are no typed lines.
const LONGEST_LINE: usize = 110;

/// In some documents each typed line is a paragraph for Word. Then an empty one parts paragraphs, and the others are lines.
fn set_lines_together(blocks: &mut [Block]) {
    let is_open = |block: &&Block| !ends_sentence(&block.text);
    let n_open = blocks.iter().filter(is_open).count();
    let n_long = blocks
        .iter()
        .filter(|block| block.text.chars().count() > LONGEST_LINE)
        .count();
    if blocks.len() < 12 || n_open * 3 < blocks.len() * 2 || n_long * 20 > blocks.len() {
        return;
    }
    for block in blocks {
        block.gap = match block.gap {
            Gap::Line | Gap::Blank => Gap::Line,
            Gap::TwoBlanks => Gap::Blank,
        };
    }
}

#[cfg(test)]
mod tests;
