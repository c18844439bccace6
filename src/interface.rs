//! The words of the site itself, in the language `site.toml` names: headings, buttons, notes, dates, numbers.
//!
//! They stand in `templates/i18n/LANGUAGE.ftl`, in the syntax of Project Fluent, which knows plurals. An archive's own file of that name
//! replaces any of our texts or adds a language. A text that no file of the language holds is shown in English, and reported. Each text
//! is read once into a small form (`pattern`) that Rust writes without looking at the file again, and that scripts in the browser get
//! as data (`script`). Words of the archive (transcripts, records, pages) never pass through here.

mod dates;
mod order;
mod pattern;
mod script;

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::language::primary;
use crate::source::{Span, TextFile};
use fluent_syntax::{ast, parser};
use intl_pluralrules::{PluralRuleType, PluralRules};
use pattern::{Known, Pattern};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;
use unic_langid::LanguageIdentifier;

pub use order::{Letter, Order};
pub use pattern::grouped;

/// The languages that come with memcon.
const OWN: [(&str, &str); 4] = [
    ("de", include_str!("../templates/i18n/de.ftl")),
    ("en", include_str!("../templates/i18n/en.ftl")),
    ("fr", include_str!("../templates/i18n/fr.ftl")),
    ("ru", include_str!("../templates/i18n/ru.ftl")),
];

/// The language that every text exists in.
const FALLBACK: &str = "en";

/// All texts of the interface in one language.
#[derive(Clone)]
pub struct Interface(Arc<Texts>);

struct Texts {
    /// Language of the pages, BCP 47.
    tag: String,
    /// What stands between groups of three digits.
    separator: String,
    by_name: BTreeMap<String, Text>,
}

/// One text of the interface.
struct Text {
    pattern: Pattern,
    /// The text, where it is always the same.
    fixed: Option<String>,
    /// The values it asks for.
    wants: Vec<String>,
    plurals: Arc<Plurals>,
}

/// How a language counts; none for languages we know no rules of.
struct Plurals(Option<PluralRules>);

/// Something a text speaks of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Value<'a> {
    /// Words, shown as they are.
    Words(&'a str),
    /// A number of things: shown in groups of digits, and decides between singular and plural.
    Count(usize),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(words: &'a str) -> Self {
        Value::Words(words)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(words: &'a String) -> Self {
        Value::Words(words)
    }
}

impl From<usize> for Value<'_> {
    fn from(n: usize) -> Self {
        Value::Count(n)
    }
}

impl Plurals {
    fn of(language: &str) -> Plurals {
        let language = primary(language).parse::<LanguageIdentifier>().ok();
        Plurals(language.and_then(|id| PluralRules::create(id, PluralRuleType::CARDINAL).ok()))
    }
}

impl fmt::Debug for Interface {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Interface({})", self.0.tag)
    }
}

impl Interface {
    /// Reads the texts of the language that the configuration names. `templates` holds the archive's own files, by name
    /// (`i18n/es.ftl`). What is wrong with a file, or missing from it, is reported; an unknown language too, and English used.
    pub fn new(
        config: &Config,
        templates: &BTreeMap<String, TextFile>,
        diagnostics: &mut Diagnostics,
    ) -> Interface {
        let mut reader = Reader {
            texts: BTreeMap::new(),
            diagnostics,
        };
        reader.add_own(FALLBACK);
        let names: BTreeSet<String> = reader.texts.keys().cloned().collect();
        let tag = config.language.as_str();
        let file_of = |language: &str| templates.get(&format!("i18n/{language}.ftl"));
        let is_own = |language: &str| OWN.iter().any(|(own, _)| *own == language);
        let exists = |language: &&str| is_own(language) || file_of(language).is_some();
        let Some(language) = [tag, primary(tag)].into_iter().find(exists) else {
            reader.unknown_language(config, templates);
            return reader.finish(tag);
        };
        if is_own(primary(language)) {
            reader.add_own(primary(language));
        }
        if let Some(file) = file_of(language) {
            reader.add_file(language, file, &names, templates);
            if !is_own(primary(language)) {
                reader.missing(file, &names);
            }
        }
        reader.finish(tag)
    }

    /// The language of the pages, as a BCP 47 tag.
    pub fn tag(&self) -> &str {
        &self.0.tag
    }

    /// A text that speaks of nothing in particular.
    pub fn text<'a>(&'a self, id: &'a str) -> &'a str {
        // A test holds that every name used exists; of a template's own mistakes `exists` tells.
        let text = self.0.by_name.get(id);
        text.and_then(|text| text.fixed.as_deref()).unwrap_or(id)
    }

    /// A text with what it speaks of, by name.
    pub fn say(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        match self.0.by_name.get(id) {
            Some(Text {
                fixed: Some(fixed), ..
            }) => fixed.clone(),
            Some(text) => text.pattern.write(values, &text.plurals, &self.0.separator),
            None => id.to_owned(),
        }
    }

    /// Whether there is such a text.
    pub fn exists(&self, id: &str) -> bool {
        self.0.by_name.contains_key(id)
    }

    /// The values that a text asks for.
    pub fn wants(&self, id: &str) -> &[String] {
        self.0.by_name.get(id).map_or(&[], |text| &text.wants)
    }

    /// A number in groups of digits: “9,751”.
    pub fn number(&self, n: usize) -> String {
        pattern::grouped(n, &self.0.separator)
    }

    /// “a”, “a and b”, “a, b and c”.
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => {
                let first = first.join(", ");
                self.say(
                    "list-and",
                    &[("first", Value::from(&first)), ("last", last.into())],
                )
            }
        }
    }

    /// The script that hands over the texts of scripts, those that are wanted.
    pub fn script(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<u8> {
        script::render(&self.0, is_wanted)
    }

    /// Texts that a script says which is loaded after another, beside those of that one; nothing where none is wanted.
    pub fn more_script(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<u8> {
        script::more(&self.0, is_wanted)
    }
}

/// Texts being gathered, later files over earlier ones.
struct Reader<'a> {
    texts: BTreeMap<String, Text>,
    diagnostics: &'a mut Diagnostics,
}

impl Reader<'_> {
    /// Adds the texts of a language that comes with memcon; tests hold that they are right.
    fn add_own(&mut self, language: &str) {
        let Some((_, text)) = OWN.iter().find(|(own, _)| *own == language) else {
            return;
        };
        let resource = match parser::parse_runtime(*text) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        self.add(language, &resource, &mut |_, _| {});
    }

    /// Adds the texts of an archive's own file.
    fn add_file(
        &mut self,
        language: &str,
        file: &TextFile,
        names: &BTreeSet<String>,
        templates: &BTreeMap<String, TextFile>,
    ) {
        // The theme's own files come along with the archive's.
        if OWN
            .iter()
            .any(|(own, text)| *own == language && *text == file.text)
        {
            return;
        }
        let resource = match parser::parse_runtime(file.text.as_str()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    // A text that never ends is reported where it stands, not at the end of the file.
                    let slice = error.slice.clone().unwrap_or_else(|| error.pos.clone());
                    let broken = file.text.get(slice.clone()).unwrap_or_default();
                    let last = slice.start + broken.trim_end().len();
                    let place = place(file, error.pos.start.min(last), error.pos.end.min(last));
                    let message = format!("this text cannot be read: {}", sentence(&error.kind));
                    let help = "a text is written as `name = words`; braces stand only around { $something }";
                    self.diagnostics
                        .push(Diagnostic::new(Code::BadTemplate, place, message, help));
                }
                resource
            }
        };
        let mut found = Vec::new();
        self.add(language, &resource, &mut |id, why| {
            found.push((id.to_owned(), why));
        });
        for (id, why) in found {
            let help = "compare it with the same text in templates/i18n/en.ftl of memcon";
            let place = place_of(file, &id);
            self.diagnostics
                .push(Diagnostic::new(Code::BadTemplate, place, why, help));
        }
        for id in ids(&resource).filter(|id| !names.contains(*id)) {
            // The archive's own templates may ask for texts of its own.
            let asked_for = [format!("\"{id}\""), format!("'{id}'")];
            let is_used = templates
                .values()
                .filter(|template| template.path != file.path)
                .any(|template| asked_for.iter().any(|asked| template.text.contains(asked)));
            let is_part = file.text.contains(&format!("{{ {id} }}"));
            if is_used || is_part {
                continue;
            }
            let help = match nearest(id, names) {
                Some(near) => format!("did you mean `{near}`? If not, remove it"),
                None => "remove it, or use it in a template of your own: t(id=\"…\")".to_owned(),
            };
            let message = format!("no page has a text called `{id}`");
            self.diagnostics.push(Diagnostic::new(
                Code::UnknownKey,
                place_of(file, id),
                message,
                help,
            ));
        }
    }

    fn add(
        &mut self,
        language: &str,
        resource: &ast::Resource<&str>,
        refuse: &mut dyn FnMut(&str, String),
    ) {
        let plurals = Arc::new(Plurals::of(language));
        let messages: BTreeMap<&str, &ast::Pattern<&str>> = resource
            .body
            .iter()
            .filter_map(|entry| match entry {
                ast::Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
                ast::Entry::Term(_)
                | ast::Entry::Comment(_)
                | ast::Entry::GroupComment(_)
                | ast::Entry::ResourceComment(_)
                | ast::Entry::Junk { .. } => None,
            })
            .collect();
        for (id, value) in &messages {
            let known = Known {
                messages: &messages,
                earlier: &self.texts,
            };
            let pattern = match Pattern::read(value, &known) {
                Ok(pattern) => pattern,
                Err(why) => {
                    refuse(id, format!("the text `{id}` cannot be used: {why}"));
                    continue;
                }
            };
            if let Some(english) = self.texts.get(*id) {
                let given = english.pattern.variables();
                if let Some(unknown) = pattern.variables().difference(&given).next() {
                    let given: Vec<String> = given.iter().map(|name| format!("${name}")).collect();
                    let given = match given.as_slice() {
                        [] => "nothing".to_owned(),
                        some => some.join(", "),
                    };
                    refuse(
                        id,
                        format!("the text `{id}` asks for ${unknown}; the pages give it {given}"),
                    );
                    continue;
                }
            }
            let wants = pattern.variables().into_iter().map(str::to_owned);
            let text = Text {
                fixed: pattern.fixed(),
                wants: wants.collect(),
                pattern,
                plurals: Arc::clone(&plurals),
            };
            self.texts.insert((*id).to_owned(), text);
        }
    }

    /// Names the texts that a file of a language of the archive's own leaves in English.
    fn missing(&mut self, file: &TextFile, names: &BTreeSet<String>) {
        let resource = match parser::parse_runtime(file.text.as_str()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let here: BTreeSet<&str> = ids(&resource).collect();
        let missing: Vec<&str> = names
            .iter()
            .map(String::as_str)
            .filter(|name| !here.contains(name))
            .collect();
        let message = match missing.as_slice() {
            [] => return,
            [one] => format!("one text is missing and shown in English: {one}"),
            some if some.len() <= 5 => {
                let list = some.join(", ");
                format!(
                    "{} texts are missing and shown in English: {list}",
                    some.len()
                )
            }
            [first @ .., _] => format!(
                "{} texts are missing and shown in English: {} …",
                missing.len(),
                first[..5].join(", ")
            ),
        };
        let help = "copy them from templates/i18n/en.ftl of memcon and translate them";
        self.diagnostics.push(Diagnostic::new(
            Code::UntranslatedText,
            Place::file(&file.path),
            message,
            help,
        ));
    }

    fn unknown_language(&mut self, config: &Config, templates: &BTreeMap<String, TextFile>) {
        let mut known: BTreeSet<&str> = OWN.iter().map(|(own, _)| *own).collect();
        known.extend(
            templates
                .keys()
                .filter_map(|name| name.strip_prefix("i18n/")?.strip_suffix(".ftl")),
        );
        let known: Vec<&str> = known.into_iter().collect();
        let tag = &config.language;
        let message = format!(
            "the pages cannot be made in “{tag}”; there are texts in {}",
            known.join(", ")
        );
        let help = format!(
            "name one of these, or translate templates/i18n/en.ftl of memcon as templates/i18n/{}.ftl",
            primary(tag)
        );
        let place = config
            .language_place
            .clone()
            .unwrap_or_else(|| Place::file("site.toml"));
        self.diagnostics
            .push(Diagnostic::new(Code::BadValue, place, message, help).labeled("this language"));
    }

    fn finish(self, tag: &str) -> Interface {
        let separator = self.texts.get("number-separator");
        let separator = separator.and_then(|text| text.fixed.clone());
        Interface(Arc::new(Texts {
            tag: tag.to_owned(),
            separator: separator.unwrap_or_else(|| ",".to_owned()),
            by_name: self.texts,
        }))
    }
}

fn ids<'a>(resource: &'a ast::Resource<&str>) -> impl Iterator<Item = &'a str> {
    resource.body.iter().filter_map(|entry| match entry {
        ast::Entry::Message(message) => message.value.as_ref().map(|_| message.id.name),
        ast::Entry::Term(_)
        | ast::Entry::Comment(_)
        | ast::Entry::GroupComment(_)
        | ast::Entry::ResourceComment(_)
        | ast::Entry::Junk { .. } => None,
    })
}

/// The text whose name differs least, if it is near at all.
fn nearest<'a>(id: &str, names: &'a BTreeSet<String>) -> Option<&'a str> {
    names
        .iter()
        .map(|name| (strsim::damerau_levenshtein(id, name), name))
        .filter(|(distance, _)| *distance <= 2.max(id.len() / 4))
        .min()
        .map(|(_, name)| name.as_str())
}

fn place(file: &TextFile, start: usize, end: usize) -> Place {
    let floor = |mut at: usize| {
        at = at.min(file.text.len());
        while !file.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(start);
    Place::at(
        &file.path,
        &file.text,
        Span::new(start, floor(end).max(start)),
    )
}

/// Where a text is defined: the line that begins with its name.
fn place_of(file: &TextFile, id: &str) -> Place {
    let mut at = 0;
    for line in file.text.split_inclusive('\n') {
        let is_it = line
            .strip_prefix(id)
            .is_some_and(|rest| rest.trim_start().starts_with('='));
        if is_it {
            return place(file, at, at + id.len());
        }
        at += line.len();
    }
    Place::file(&file.path)
}

/// What the parser says, as the end of a sentence.
fn sentence(kind: &parser::ErrorKind) -> String {
    let words = kind.to_string();
    let mut chars = words.trim_end_matches('.').chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests;
