//! The archive, read → what an editor should look at before anybody else does, and in which order.
//!
//! The stages report what they meet. Here the documents are looked over once more as an editor would: labels that stand only once,
//! turns far too long, sentences cut in two, dates that cannot be, the same text twice, letters that were lost, signs that nobody sees, much left out. Nothing
//! is decided here, and nothing is changed: every finding names its place and what can be pasted where.

mod dates;
mod duplicates;
mod labels;
mod left_out;
mod letters;
mod report;
mod rows;
mod signs;
mod turns;

use crate::diagnostic::Diagnostics;
use crate::site::Site;
use crate::source::{Sources, Tables};
use rayon::prelude::*;

pub use report::{Group, Report, Step, counted, number};

/// Looks over a whole archive.
pub fn look_over(site: &Site, sources: &Sources, diagnostics: &mut Diagnostics) {
    let found: Vec<Diagnostics> = site
        .documents
        .par_iter()
        .map(|entry| {
            let mut found = Diagnostics::new();
            letters::look(entry, &mut found);
            labels::look(site, entry, &mut found);
            turns::look(entry, &mut found);
            dates::look(entry, &mut found);
            left_out::look(entry, &mut found);
            found
        })
        .collect();
    for one in found {
        diagnostics.append(one);
    }
    duplicates::look(&site.documents, diagnostics);
    signs::look(site, sources, diagnostics);
}

/// Puts what can be pasted into the form of the editors' tables, where the archive has them.
pub fn as_rows(tables: &Tables, diagnostics: &mut Diagnostics) {
    rows::instead(tables, diagnostics);
}

/// Words quoted in a message: blanks folded, no longer than a line.
fn quoted(words: &str) -> String {
    const LONGEST: usize = 60;
    let mut out = String::new();
    let mut n = 0;
    for word in words.split_whitespace() {
        let len = word.chars().count();
        if n > 0 && n + len >= LONGEST {
            out.push_str(" …");
            return out;
        }
        if n > 0 {
            out.push(' ');
        }
        out.extend(word.chars().take(LONGEST));
        n += len + 1;
    }
    out
}
