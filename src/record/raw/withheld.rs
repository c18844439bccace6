//! What a record says is not published, or not yet.

use super::super::{Status, WithheldPassage};
use super::Quoted;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::source::Span;
use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawWithheld {
    from: Option<Spanned<String>>,
    from_occurrence: Option<usize>,
    to: Option<Spanned<String>>,
    to_occurrence: Option<usize>,
    name: Option<Spanned<String>>,
    shown: Option<String>,
    #[serde(default)]
    reason: String,
}

/// `status = "embargo until 2030-01-01"`. What cannot be read is published by nobody's guess: the document stays out.
pub(in super::super) fn status(text: &str, place: &Place, diagnostics: &mut Diagnostics) -> Status {
    let day = text
        .strip_prefix("embargo until ")
        .filter(|day| day.len() == "2030-01-01".len())
        .filter(|day| crate::date::Edtf::parse(day).is_some());
    match (text, day) {
        ("published", _) => Status::Published,
        ("draft", _) => Status::Draft,
        ("withdrawn", _) => Status::Withdrawn,
        (_, Some(day)) => Status::Embargo(day.to_owned()),
        (_, None) => {
            let message = format!("“{text}” is no status of a document");
            let help =
                "write \"draft\", \"embargo until YYYY-MM-DD\", \"withdrawn\" or \"published\"";
            let place = place.clone();
            diagnostics.push(Diagnostic::new(Code::BadValue, place, message, help));
            Status::Draft
        }
    }
}

/// `[[withhold]]`, each one of a passage or of a name.
pub(super) fn withheld(
    raw: Vec<Spanned<RawWithheld>>,
    quoted: &Quoted<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<WithheldPassage> {
    let mut one = |(span, raw): (Span, RawWithheld)| match (&raw.from, &raw.name) {
        (Some(from), None) => {
            let from = quoted.passage("from", from, raw.from_occurrence);
            let to = raw.to.as_ref();
            let to = to.map_or_else(
                || from.clone(),
                |to| quoted.passage("to", to, raw.to_occurrence),
            );
            Some(WithheldPassage::Words {
                from,
                to,
                reason: raw.reason,
            })
        }
        (None, Some(name)) => Some(WithheldPassage::Name {
            name: quoted.word(name),
            shown: raw.shown,
        }),
        (Some(words), Some(_)) => {
            let place = quoted.word(words).place;
            let message = "a [[withhold]] names a passage and a name";
            let help = "write a [[withhold]] for each of them";
            diagnostics.push(Diagnostic::new(Code::BadValue, place, message, help));
            None
        }
        (None, None) => {
            let place = quoted.place(span.range());
            let message = "a [[withhold]] says neither which passage nor which name";
            let help = "add from = \"its first words\" and to = \"its last words\", or name = \"the name as printed\"";
            diagnostics.push(Diagnostic::new(Code::BadValue, place, message, help));
            None
        }
    };
    let raw = raw.into_iter().map(|raw| {
        let span = Span::new(raw.span().start, raw.span().end);
        (span, raw.into_inner())
    });
    raw.filter_map(&mut one).collect()
}
