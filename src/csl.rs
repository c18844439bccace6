//! `templates/styles/*.csl` → the citation styles that the archive offers, read.
//!
//! A style is a file of the Citation Style Language, as Zotero and others use them; three come with memcon, an archive's own stand beside
//! them. The words that styles share (“trans.”, the months) come from `locales-LANGUAGE.xml` in the same folder. Nothing is formatted here.

mod pruned;

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::source::TextFile;
use hayagriva::citationberg::taxonomy::Kind;
use hayagriva::citationberg::{IndependentStyle, Locale, LocaleFile, StyleClass};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

/// Where styles stand among the templates.
const FOLDER: &str = "styles/";

/// Ours, in the order in which they are offered; an archive's own follow by name.
const OWN: [&str; 3] = [
    "chicago-notes-bibliography",
    "modern-language-association",
    "apa",
];

/// The citation styles of an archive.
#[derive(Clone, Default)]
pub struct Styles(Arc<Read>);

#[derive(Default)]
struct Read {
    styles: Vec<Style>,
    locales: Vec<Locale>,
}

/// A citation style.
pub struct Style {
    /// Its file's name, without the ending.
    pub name: String,
    /// What it calls itself.
    pub title: String,
    /// Its rules for each type of work.
    document: IndependentStyle,
    article: IndependentStyle,
}

/// What styles are told a document is: they print less of hearings and interviews than readers need to find them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Work {
    /// Anything but an article.
    Document,
    /// An article in a paper.
    Article,
}

impl Work {
    fn kind(self) -> Kind {
        match self {
            Work::Document => Kind::Document,
            Work::Article => Kind::ArticleNewspaper,
        }
    }

    /// The name of the type in CSL-JSON.
    pub fn name(self) -> &'static str {
        match self {
            Work::Document => "document",
            Work::Article => "article-newspaper",
        }
    }
}

/// The facts, by their names in CSL-JSON, that styles are told of a document. What is not here no style finds.
pub const TOLD: [&str; 14] = [
    "DOI",
    "URL",
    "archive",
    "archive_location",
    "author",
    "container-title",
    "event-place",
    "genre",
    "id",
    "issued",
    "language",
    "publisher",
    "title",
    "translator",
];

impl Style {
    /// Its rules, as far as they matter for works of this type.
    pub fn rules(&self, work: Work) -> &IndependentStyle {
        match work {
            Work::Document => &self.document,
            Work::Article => &self.article,
        }
    }
}

impl fmt::Debug for Styles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.all().iter().map(|style| &style.name);
        f.debug_list().entries(names).finish()
    }
}

impl Styles {
    /// Reads those that `site.toml` names, else all there are. A file that is no style is reported.
    pub fn read(
        config: &Config,
        templates: &BTreeMap<String, TextFile>,
        diagnostics: &mut Diagnostics,
    ) -> Styles {
        let file_of = |name: &str| templates.get(&format!("{FOLDER}{name}.csl"));
        let there: BTreeSet<&str> = templates
            .keys()
            .filter_map(|path| path.strip_prefix(FOLDER)?.strip_suffix(".csl"))
            .collect();
        let mut names: Vec<&str> = Vec::new();
        match &config.citation_styles {
            Some(asked) => {
                for (name, place) in asked {
                    if there.contains(name.as_str()) {
                        names.push(name);
                    } else {
                        diagnostics.push(unknown(name, place, &there));
                    }
                }
            }
            None => {
                names.extend(OWN.iter().filter(|name| there.contains(*name)));
                names.extend(there.iter().filter(|name| !OWN.contains(name)));
            }
        }
        let styles = names
            .into_iter()
            .filter_map(|name| style(name, file_of(name)?, diagnostics))
            .collect();
        let locales = templates
            .iter()
            .filter_map(|(path, file)| {
                let name = path.strip_prefix(FOLDER)?;
                name.strip_prefix("locales-")?.strip_suffix(".xml")?;
                match LocaleFile::from_xml(&file.text) {
                    Ok(locale) => Some(locale.into()),
                    Err(error) => {
                        let message = format!("the words of styles cannot be read: {error}");
                        diagnostics.push(wrong(
                            file,
                            &message,
                            "take the file from the repository of CSL locales, or remove it",
                        ));
                        None
                    }
                }
            })
            .collect();
        Styles(Arc::new(Read { styles, locales }))
    }

    /// All styles, in the order in which they are offered.
    pub fn all(&self) -> &[Style] {
        &self.0.styles
    }

    /// The words that styles share.
    pub fn locales(&self) -> &[Locale] {
        &self.0.locales
    }
}

fn style(name: &str, file: &TextFile, diagnostics: &mut Diagnostics) -> Option<Style> {
    const HELP: &str = "take the style from the Zotero style repository anew, or remove it";
    match IndependentStyle::from_xml(&file.text) {
        Ok(mut rules) => {
            // A note says all; the list of works beside it would be formatted for nobody.
            if rules.settings.class == StyleClass::Note {
                rules.bibliography = None;
            }
            if let Some(name) = circle(&rules) {
                let message = format!("the macro `{name}` of the style calls itself");
                diagnostics.push(wrong(file, &message, HELP));
                return None;
            }
            let for_work = |work: Work| pruned::pruned(&rules, work.kind());
            Some(Style {
                name: name.to_owned(),
                title: rules.info.title.value.clone(),
                document: for_work(Work::Document),
                article: for_work(Work::Article),
            })
        }
        Err(_) if file.text.contains("rel=\"independent-parent\"") => {
            let message = "the style only names another one that holds its rules";
            let help = "put that other style into the folder instead; the address after rel=\"independent-parent\" ends with its name";
            diagnostics.push(wrong(file, message, help));
            None
        }
        Err(error) => {
            let message = format!("the citation style cannot be read: {}", error.source);
            diagnostics.push(wrong(file, &message, HELP));
            None
        }
    }
}

/// A macro that leads back to itself: nothing could be formatted with it.
fn circle(rules: &IndependentStyle) -> Option<String> {
    let calls: BTreeMap<&str, Vec<String>> = rules
        .macros
        .iter()
        .map(|one| {
            // The rules have a hundred shapes that may call a macro; as data, each is a key of one name.
            let mut called = Vec::new();
            if let Ok(data) = serde_json::to_value(&one.children) {
                gather(&data, &mut called);
            }
            (one.name.as_str(), called)
        })
        .collect();
    let mut done = BTreeSet::new();
    calls
        .keys()
        .find(|name| leads_back(name, &calls, &mut Vec::new(), &mut done))
        .map(|name| (*name).to_owned())
}

fn gather(data: &serde_json::Value, called: &mut Vec<String>) {
    match data {
        serde_json::Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    serde_json::Value::String(name) if key == "@macro" || key == "macro" => {
                        called.push(name.clone());
                    }
                    _ => gather(value, called),
                }
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| gather(item, called)),
        _ => {}
    }
}

fn leads_back(
    name: &str,
    calls: &BTreeMap<&str, Vec<String>>,
    path: &mut Vec<String>,
    done: &mut BTreeSet<String>,
) -> bool {
    if path.iter().any(|before| before == name) {
        return true;
    }
    if done.contains(name) {
        return false;
    }
    path.push(name.to_owned());
    let found = calls.get(name).is_some_and(|called| {
        called
            .iter()
            .any(|next| leads_back(next, calls, path, done))
    });
    path.pop();
    done.insert(name.to_owned());
    found
}

fn unknown(name: &str, place: &Place, there: &BTreeSet<&str>) -> Diagnostic {
    let there: Vec<&str> = there.iter().copied().collect();
    let message = format!("there is no citation style “{name}” in templates/styles");
    let help = format!("put {name}.csl there, or name one of: {}", there.join(", "));
    Diagnostic::new(Code::BadValue, place.clone(), message, help)
}

fn wrong(file: &TextFile, message: &str, help: &str) -> Diagnostic {
    let message = message.lines().next().unwrap_or_default();
    Diagnostic::new(Code::BadTemplate, Place::file(&file.path), message, help)
}
