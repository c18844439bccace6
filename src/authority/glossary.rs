//! The terms of `content/glossary.toml`.

use crate::diagnostic::{Diagnostics, read_toml};
use crate::source::TextFile;
use serde::Deserialize;

/// A term or abbreviation.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// As it stands in the texts: “WTO”.
    pub term: String,
    /// Its long form or the term it stands for: “Warsaw Treaty Organization”.
    pub expansion: String,
    /// Other forms that mean the same.
    #[serde(default)]
    pub variants: Vec<String>,
    /// A sentence of explanation.
    pub note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    #[serde(default)]
    term: Vec<Term>,
}

pub(super) fn parse(file: &TextFile, diagnostics: &mut Diagnostics) -> Vec<Term> {
    let help = "the keys of a [[term]] are listed in the README under “Glossary”";
    read_toml::<RawFile>(file, help, diagnostics)
        .map(|raw| raw.term)
        .unwrap_or_default()
}
