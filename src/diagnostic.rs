//! What is wrong in an archive, where, and what to do about it.
//!
//! Stages push [`Diagnostic`]s and go on; nothing here prints (`cli` does). Trouble with the machine is not a diagnostic but a `Result`.

mod code;
mod excerpt;
mod render;
mod text;
mod weight;

use crate::source::{Finder, LineIndex, SourceFile, Span, Tables, TextFile, position};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

pub use code::Code;
pub use excerpt::Excerpt;
pub use render::render;
pub use text::{harmless, toml_string};
pub use weight::Harm;

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// What an editor wrote cannot be right: nothing is published.
    Error,
    /// What arrived is doubtful: the rest is published, and someone should look.
    Warning,
}

/// A place in a file of the archive.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// Path inside the archive, with `/`; never empty (`site.toml` for archive-wide matters).
    pub file: String,
    /// Line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// Column in characters, from 1; 0 for the file as a whole.
    pub column: usize,
    /// The bytes to underline, if the file can be shown.
    pub span: Option<Span>,
}

impl Place {
    /// A span of a file whose text is known.
    pub fn at(file: &str, text: &str, span: Span) -> Place {
        let position = position(text, span.start);
        Place {
            file: file.to_owned(),
            line: position.line,
            column: position.column,
            span: Some(span),
        }
    }

    /// The same for many places in one text, its lines found once.
    pub fn indexed(file: &str, lines: &LineIndex<'_>, span: Span) -> Place {
        let position = lines.position(span.start);
        Place {
            file: file.to_owned(),
            line: position.line,
            column: position.column,
            span: Some(span),
        }
    }

    /// The file as a whole.
    pub fn file(file: &str) -> Place {
        Place {
            file: file.to_owned(),
            line: 0,
            column: 0,
            span: None,
        }
    }
}

/// One thing an editor should know.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Its kind.
    pub code: Code,
    /// One lower-case sentence without a full stop.
    pub message: String,
    /// Where.
    pub place: Place,
    /// What the underlined words are; may be empty.
    pub label: String,
    /// What to do; never empty.
    pub help: String,
    /// What can be pasted, and where.
    pub fix: Option<Fix>,
    /// The place as the file's owner finds it, where line and column lead nowhere: `page 3: search for “the first words”`.
    pub found_at: Option<String>,
}

/// Lines that settle a report once they are pasted into a file of the archive.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Fix {
    /// The file to open, or to make where there is none.
    pub file: String,
    /// The lines; `…` stands for what only the editor knows.
    pub paste: String,
}

impl Diagnostic {
    /// A diagnostic of the severity that belongs to its code.
    pub fn new(
        code: Code,
        place: Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Diagnostic {
            severity: code.severity(),
            code,
            message: message.into(),
            place,
            label: String::new(),
            help: help.into(),
            fix: None,
            found_at: None,
        }
    }

    /// The same with lines to be pasted into a file.
    #[must_use]
    pub fn fix(mut self, file: impl Into<String>, paste: impl Into<String>) -> Self {
        self.fix = Some(Fix {
            file: file.into(),
            paste: paste.into(),
        });
        self
    }

    /// What to do, and what to paste where, in one sentence.
    pub fn advice(&self) -> String {
        match &self.fix {
            Some(fix) => format!(
                "{}; in {}: {}",
                self.help,
                fix.file,
                fix.paste.replace('\n', " ")
            ),
            None => self.help.clone(),
        }
    }

    /// The same with words under the mark.
    #[must_use]
    pub fn labeled(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }
}

/// The reports of a run, in the order found; [`Diagnostics::sorted`] gives the order to show.
#[derive(Clone, Default, Debug)]
pub struct Diagnostics {
    all: Vec<Diagnostic>,
}

impl Diagnostics {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a report.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.all.push(diagnostic);
    }

    /// Adds the reports of another stage.
    pub fn append(&mut self, mut other: Diagnostics) {
        self.all.append(&mut other.all);
    }

    /// Names the places in Word documents, PDFs, web pages, tables and captions as their owners find them.
    pub fn find_places<'a>(
        &mut self,
        documents: impl Iterator<Item = &'a SourceFile>,
        tables: &Tables,
    ) {
        let files: BTreeMap<&str, &SourceFile> = documents
            .map(|source| (source.path.as_str(), source))
            .collect();
        let tables = tables.all().map(|table| &table.file);
        let tables: BTreeMap<&str, Finder<'_>> = tables
            .map(|file| (file.path.as_str(), Finder::of_table(&file.text)))
            .collect();
        let mut finders: BTreeMap<String, Option<Finder<'_>>> = BTreeMap::new();
        for diagnostic in &mut self.all {
            if let (Some(finder), Some(span)) =
                (tables.get(&*diagnostic.place.file), diagnostic.place.span)
            {
                diagnostic.found_at = Some(finder.place(span));
                continue;
            }
            let (Some(file), Some(span)) =
                (files.get(&*diagnostic.place.file), diagnostic.place.span)
            else {
                continue;
            };
            let finder = finders
                .entry(file.path.clone())
                .or_insert_with(|| Finder::of(file));
            diagnostic.found_at = finder.as_ref().map(|finder| finder.place(span));
        }
    }

    /// What to do and what can be pasted, to be put into another form.
    pub fn fixes(&mut self) -> impl Iterator<Item = (&mut String, &mut Fix)> {
        let all = self.all.iter_mut();
        all.filter_map(|found| Some((&mut found.help, found.fix.as_mut()?)))
    }

    /// Takes out the reports of one kind.
    pub fn remove(&mut self, code: Code) {
        self.all.retain(|diagnostic| diagnostic.code != code);
    }

    /// Whether there is a report of this kind.
    pub fn has(&self, code: Code) -> bool {
        self.all.iter().any(|diagnostic| diagnostic.code == code)
    }

    /// Makes every warning an error (`--strict`).
    #[must_use]
    pub fn strict(mut self) -> Self {
        for diagnostic in &mut self.all {
            diagnostic.severity = Severity::Error;
        }
        self
    }

    /// All reports by file, then place, then code.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<_> = self.all.iter().collect();
        sorted.sort_by(|a, b| (&a.place, a.code, &a.message).cmp(&(&b.place, b.code, &b.message)));
        sorted
    }

    /// Whether the archive cannot be published as it is.
    pub fn has_errors(&self) -> bool {
        self.all.iter().any(|d| d.severity == Severity::Error)
    }

    /// How many reports of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.all.iter().filter(|d| d.severity == severity).count()
    }
}

/// The name nearest to the one wanted, if one is near at all.
pub fn nearest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(name, wanted), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, name)| name)
}

/// Reads a TOML file into a checked form. A mistake becomes one diagnostic with its place, and `None` is given back.
pub fn read_toml<T: DeserializeOwned>(
    file: &TextFile,
    help: &str,
    diagnostics: &mut Diagnostics,
) -> Option<T> {
    match toml::from_str(&file.text) {
        Ok(value) => Some(value),
        Err(error) => {
            let place = match error.span() {
                Some(range) => Place::at(
                    &file.path,
                    &file.text,
                    Span::new(range.start, range.end.max(range.start)),
                ),
                None => Place::file(&file.path),
            };
            let (code, message) = classify(error.message());
            diagnostics.push(Diagnostic::new(code, place, message, help).labeled("here"));
            None
        }
    }
}

/// Serde's words, in ours.
fn classify(message: &str) -> (Code, String) {
    if let Some(rest) = message.strip_prefix("unknown field ") {
        let (key, expected) = rest.split_once(", expected ").unwrap_or((rest, ""));
        let known = expected.trim_start_matches("one of ");
        let wanted = key.trim_matches('`');
        let nearest = known
            .split(", ")
            .map(|name| name.trim_matches('`'))
            .max_by(|a, b| {
                strsim::jaro_winkler(a, wanted).total_cmp(&strsim::jaro_winkler(b, wanted))
            });
        let message = match nearest {
            Some(nearest) if strsim::jaro_winkler(nearest, wanted) > 0.8 => {
                format!("unknown key {key}; did you mean `{nearest}`?")
            }
            _ => format!("unknown key {key}; known here are {known}"),
        };
        return (Code::UnknownKey, message);
    }
    if let Some(key) = message.strip_prefix("missing field ") {
        return (Code::BadToml, format!("the key {key} is missing here"));
    }
    if let Some(rest) = message.strip_prefix("unknown variant ") {
        let (value, expected) = rest.split_once(", expected ").unwrap_or((rest, ""));
        let known = expected.trim_start_matches("one of ");
        let message = format!("{value} is not known here; it may be {known}");
        return (Code::BadValue, message);
    }
    let first = message.lines().next().unwrap_or("").trim_end_matches('.');
    (Code::BadToml, format!("this cannot be read: {first}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize, Debug)]
    #[serde(deny_unknown_fields)]
    struct Example {
        #[allow(dead_code, reason = "only its name matters here")]
        title: String,
    }

    fn one(text: &str) -> Diagnostic {
        let mut diagnostics = Diagnostics::new();
        let file = TextFile {
            path: "site.toml".into(),
            text: text.into(),
        };
        assert!(read_toml::<Example>(&file, "see the README", &mut diagnostics).is_none());
        diagnostics.sorted()[0].clone()
    }

    #[test]
    fn an_unknown_key_is_named_with_its_place_and_the_nearest_known_one() {
        let found = one("\ntitel = \"x\"\n");
        assert_eq!(found.code, Code::UnknownKey);
        assert_eq!(found.message, "unknown key `titel`; did you mean `title`?");
        assert_eq!((found.place.line, found.place.column), (2, 1));
    }

    #[test]
    fn broken_toml_is_an_error_with_its_place() {
        let found = one("title = \"x\ny = 1\n");
        assert_eq!(
            (found.code, found.severity, found.place.line),
            (Code::BadToml, Severity::Error, 1)
        );
    }

    #[test]
    fn reports_are_shown_by_file_then_place() {
        let mut diagnostics = Diagnostics::new();
        for (file, line) in [("b", 1), ("a", 9), ("a", 2)] {
            let place = Place {
                file: file.into(),
                line,
                column: 1,
                span: None,
            };
            diagnostics.push(Diagnostic::new(Code::NoTurns, place, "m", "h"));
        }
        let order: Vec<_> = diagnostics
            .sorted()
            .iter()
            .map(|d| (d.place.file.clone(), d.place.line))
            .collect();
        assert_eq!(
            order,
            [
                ("a".to_owned(), 2),
                ("a".to_owned(), 9),
                ("b".to_owned(), 1)
            ]
        );
        assert!(!diagnostics.has_errors());
        assert!(diagnostics.strict().has_errors());
    }
}
