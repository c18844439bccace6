//! `[[counterpart]]`: a turn of this document, and the one of another record that says the same.

use super::super::{Counterpart, There, TurnNamed};
use super::Quoted;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCounterpart {
    at: Option<Spanned<String>>,
    occurrence: Option<usize>,
    turn: Option<Spanned<String>>,
    document: Option<Spanned<String>>,
    there: Option<Spanned<String>>,
    there_occurrence: Option<usize>,
    there_turn: Option<Spanned<String>>,
    #[serde(default)]
    alone: bool,
}

/// The entries that can be understood; the others are reported.
pub(super) fn counterparts(
    raw: Vec<Spanned<RawCounterpart>>,
    quoted: &Quoted<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Counterpart> {
    let mut out = Vec::new();
    for entry in raw {
        let place = quoted.place(entry.span());
        let raw = entry.into_inner();
        let here = match (&raw.at, &raw.turn) {
            (Some(words), None) => TurnNamed::Words(quoted.passage("at", words, raw.occurrence)),
            (None, Some(anchor)) => TurnNamed::Anchor(quoted.word(anchor)),
            (None, None) if raw.alone => TurnNamed::Rest,
            (Some(_), Some(_)) | (None, None) => {
                let message = "a counterpart names one turn of this document";
                let help = "write either at = \"words of the turn\" or turn = \"t12\"";
                diagnostics.push(bad(place, message, help));
                continue;
            }
        };
        let there = match (&raw.document, &raw.there, &raw.there_turn, raw.alone) {
            (None, None, None, true) => There::Nothing,
            (Some(document), Some(words), None, false) => There::Turn {
                document: quoted.word(document),
                turn: Box::new(TurnNamed::Words(quoted.passage(
                    "there",
                    words,
                    raw.there_occurrence,
                ))),
            },
            (Some(document), None, Some(anchor), false) => There::Turn {
                document: quoted.word(document),
                turn: Box::new(TurnNamed::Anchor(quoted.word(anchor))),
            },
            _ => {
                let message =
                    "a counterpart names one turn of another document, or says that there is none";
                let help = "write document = \"NAME\" with there = \"words of its turn\" or there_turn = \"t12\"; or alone = true and none of these";
                diagnostics.push(bad(place, message, help));
                continue;
            }
        };
        out.push(Counterpart { here, there, place });
    }
    out
}

fn bad(place: Place, message: &str, help: &str) -> Diagnostic {
    Diagnostic::new(Code::BadValue, place, message, help)
}
