//! What is wrong with a file's markup: the first place of each kind of fault, and how many more there are.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::source::{SourceFile, Span};
use std::collections::BTreeMap;

/// A kind of fault.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(in super::super) enum Fault {
    /// `<` that begins no tag.
    NoTag,
    /// An end tag without a beginning.
    StrayEnd,
    /// An element that is never closed, or not before the one around it.
    Unclosed,
    /// Elements too deep in each other.
    TooDeep,
    /// An entity that is declared nowhere, or an `&` that begins none.
    UnknownEntity,
    /// An entity that stands for other entities, for markup, for much text or another file.
    RefusedEntity,
}

/// The faults of a file.
#[derive(Default)]
pub(in super::super) struct Faults {
    found: BTreeMap<Fault, First>,
}

struct First {
    span: Span,
    name: String,
    n: usize,
}

impl Faults {
    /// Notes a fault; `name` is the element or entity it is about.
    pub(in super::super) fn add(&mut self, fault: Fault, span: Span, name: &str) {
        let first = self.found.entry(fault).or_insert_with(|| First {
            span,
            name: name.to_owned(),
            n: 0,
        });
        first.n += 1;
    }

    #[cfg(test)]
    pub(in super::super) fn len(&self) -> usize {
        self.found.len()
    }

    /// Tells each kind of fault once.
    pub(in super::super) fn report(self, file: &SourceFile, diagnostics: &mut Diagnostics) {
        for (fault, first) in self.found {
            let name = &first.name;
            let (message, help) = match fault {
                Fault::NoTag => (
                    "this “<” begins no tag; it is read as text".to_owned(),
                    "write &lt; where the sign is meant, or complete the tag",
                ),
                Fault::StrayEnd => (
                    format!("nothing is open that </{name}> could close"),
                    "remove the end tag, or add the beginning that it belongs to",
                ),
                Fault::Unclosed => (
                    format!("<{name}> is not closed where it should be"),
                    "add the end tag; until then the element is taken to end with the one around it",
                ),
                Fault::TooDeep => (
                    format!(
                        "elements stand more than {} deep in each other; those further in are read as plain text",
                        super::DEEPEST
                    ),
                    "check whether end tags are missing before this place",
                ),
                Fault::UnknownEntity => (
                    format!(
                        "“{name}” stands for nothing this file declares; it is kept as written"
                    ),
                    "write &amp; where the sign is meant, or the character itself in place of the entity",
                ),
                Fault::RefusedEntity => (
                    format!(
                        "“{name}” stands for other entities, markup, long text or another file; it is kept as written"
                    ),
                    "put the words themselves in place of the entity",
                ),
            };
            let message = match first.n {
                1 => message,
                2 => format!("{message} (and one more like it)"),
                n => format!("{message} (and {} more like it)", n - 1),
            };
            let place = Place::at(&file.path, &file.text, first.span);
            let diagnostic = Diagnostic::new(Code::BrokenMarkup, place, message, help);
            diagnostics.push(diagnostic.labeled("here"));
        }
    }
}
