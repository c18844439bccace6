//! A PDF's text layer → text.
//!
//! A PDF says only where each letter stands. `glyphs` finds the letters of a page, `columns` cuts the page into stretches that are read
//! from top to bottom, `lines` puts letters together to lines and lines to paragraphs. Lines end as they are printed, a blank line
//! parts paragraphs where the page shows it, and a form feed ends each page, so that page numbers and running heads can be found later.

mod columns;
mod glyphs;
mod guard;
mod lines;

use super::{Unreadable, apart};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

/// What to do with a PDF that asks for too much.
const HELP: &str = "print it to a new PDF, or save its text as .txt";

/// The text of a PDF, its pages ended by form feeds.
pub(super) fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    apart::read(("PDF", HELP), bytes, read)
}

fn too_much(what: &str) -> Unreadable {
    Unreadable::new(
        format!("the PDF asks for more work than any document does: {what}"),
        HELP,
    )
}

fn read(bytes: Vec<u8>) -> Result<String, Unreadable> {
    guard::check(&bytes)?;
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Unreadable::new(
            "the PDF is locked with a password",
            "open it with the password and print it to a new PDF, or save its text as .txt",
        ),
        LoadPdfError::Decryption(_) => Unreadable::new(
            "the PDF is encrypted in a way that cannot be read",
            "print it to a new PDF, or save its text as .txt",
        ),
        LoadPdfError::Invalid => Unreadable::new(
            "the PDF is damaged",
            "fetch the file again; if a viewer opens it, print it to a new PDF",
        ),
    })?;
    let fonts = glyphs::Fonts::default();
    let mut budget = glyphs::Budget::default();
    let mut pages = Vec::new();
    for page in pdf.pages().iter() {
        let glyphs = glyphs::of_page(page, &fonts, &mut budget)
            .ok_or_else(|| too_much("it draws more than a hundred million signs"))?;
        pages.push(lines::of_page(glyphs));
    }
    let text = lines::join(&pages);
    let n_signs = text.chars().filter(|c| !c.is_whitespace()).count();
    if n_signs == 0 {
        return Err(Unreadable::new(
            "the PDF holds images of pages, not text",
            "run text recognition (OCR) on it and save it as a searchable PDF or as text",
        ));
    }
    // A few letters without a name show as such; where it is most of them, there is nothing to read.
    if text.matches('\u{fffd}').count() * 2 > n_signs {
        return Err(Unreadable::new(
            "the fonts of the PDF do not say which letters they show",
            "run text recognition (OCR) on it and save it as a searchable PDF or as text",
        ));
    }
    Ok(text)
}

#[cfg(test)]
mod tests;
