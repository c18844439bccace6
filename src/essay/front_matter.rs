//! The lines between `---` at the head of a page: `key: value`, as in YAML.

use crate::config::is_language_tag;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, nearest};
use crate::source::{Span, TextFile};

/// What a page is.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Kind {
    /// Anything else: about, editorial policy.
    #[default]
    Page,
    /// Something to be read for itself.
    Essay,
    /// Something to be worked through in a class.
    Lesson,
}

/// What a page says of itself.
#[derive(Default)]
pub(super) struct Facts {
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) order: Option<i64>,
    pub(super) in_menu: Option<bool>,
    pub(super) menu_title: Option<String>,
    pub(super) language: Option<String>,
    pub(super) kind: Kind,
}

/// The keys, with what each may say.
const KEYS: [(&str, &str); 7] = [
    ("title", "title: Six passages on the German question"),
    (
        "description",
        "description: What the page is about, in a sentence",
    ),
    ("order", "order: 1"),
    ("in_menu", "in_menu: yes"),
    ("menu_title", "menu_title: German question"),
    ("language", "language: fr"),
    ("kind", "kind: essay (or lesson, or page)"),
];

/// A line of the front matter, with those that go on with it.
struct Entry {
    key: String,
    key_span: Span,
    value: String,
    value_span: Span,
}

/// Reads the front matter of a page; gives also where the text begins.
pub(super) fn read(file: &TextFile, diagnostics: &mut Diagnostics) -> (Facts, usize) {
    let mut facts = Facts::default();
    let Some((block, body)) = block(&file.text) else {
        return (facts, 0);
    };
    for entry in entries(file, block, diagnostics) {
        take(&mut facts, entry, file, diagnostics);
    }
    (facts, body)
}

/// The lines between the first line `---` and the next, and where the text after them begins. None where a rule was drawn.
fn block(text: &str) -> Option<(Span, usize)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next()?;
    if first.trim_end() != "---" {
        return None;
    }
    let mut at = first.len();
    let mut has_key = false;
    for line in lines {
        let end = at + line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return has_key.then_some((Span::new(first.len(), at), end));
        }
        let is_blank = line.trim().is_empty() || line.starts_with('#');
        if !is_blank && !has_key {
            has_key = key_of(line).is_some();
            if !has_key {
                return None;
            }
        }
        at = end;
    }
    None
}

/// The key a line begins with.
fn key_of(line: &str) -> Option<&str> {
    let (key, rest) = line.split_once(':')?;
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "_-".contains(c));
    (is_key && (rest.is_empty() || rest.starts_with(char::is_whitespace))).then_some(key)
}

fn entries(file: &TextFile, block: Span, diagnostics: &mut Diagnostics) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut at = block.start;
    for line in file.text[block.range()].split_inclusive('\n') {
        let start = at;
        at += line.len();
        let words = line.trim();
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        let goes_on = line.starts_with([' ', '\t']);
        if let (true, Some(last)) = (goes_on, entries.last_mut()) {
            let separator = if last.value.is_empty() { "" } else { " " };
            last.value = format!("{}{separator}{words}", last.value);
            last.value_span.end = start + line.trim_end().len();
            continue;
        }
        let Some(key) = key_of(line) else {
            let place = Place::at(
                &file.path,
                &file.text,
                Span::new(start, start + line.trim_end().len()),
            );
            let message = "this line of the page’s head is not of the form “key: value”";
            let help = "write it as title: words, or remove it";
            diagnostics.push(Diagnostic::new(Code::BadValue, place, message, help));
            continue;
        };
        let after = &line[key.len() + 1..];
        let value = after.trim();
        let value_start = start + key.len() + 1 + (after.len() - after.trim_start().len());
        entries.push(Entry {
            key: key.to_lowercase().replace('-', "_"),
            key_span: Span::new(start, start + key.len()),
            // `>` and `|` only say that the words stand on the lines below.
            value: match value {
                ">" | "|" | ">-" | "|-" => String::new(),
                value => value.to_owned(),
            },
            value_span: Span::new(value_start, value_start + value.len()),
        });
    }
    for entry in &mut entries {
        entry.value = unquoted(&entry.value);
    }
    entries
}

/// A value without the quotation marks around it.
fn unquoted(value: &str) -> String {
    let inside = |mark: char| value.strip_prefix(mark)?.strip_suffix(mark);
    if let Some(words) = inside('"') {
        return words.replace("\\\"", "\"").replace("\\\\", "\\");
    }
    match inside('\'') {
        Some(words) => words.replace("''", "'"),
        None => value.to_owned(),
    }
}

fn take(facts: &mut Facts, entry: Entry, file: &TextFile, diagnostics: &mut Diagnostics) {
    let Entry {
        key,
        key_span,
        value,
        value_span,
    } = entry;
    let at = |span: Span| Place::at(&file.path, &file.text, span);
    let Some((_, example)) = KEYS.iter().find(|(name, _)| *name == key) else {
        let names = KEYS.iter().map(|(name, _)| *name);
        let message = match nearest(&key, names.clone()) {
            Some(near) => format!("unknown key `{key}`; did you mean `{near}`?"),
            None => format!(
                "unknown key `{key}`; known here are {}",
                names.collect::<Vec<_>>().join(", ")
            ),
        };
        let help =
            "the keys at the head of a page are listed in the README under “Pages of your own”";
        diagnostics.push(Diagnostic::new(
            Code::UnknownKey,
            at(key_span),
            message,
            help,
        ));
        return;
    };
    let words = (!value.is_empty()).then(|| value.clone());
    let understood = match key.as_str() {
        "title" => {
            facts.title = words;
            true
        }
        "description" => {
            facts.description = words;
            true
        }
        "menu_title" => {
            facts.menu_title = words;
            true
        }
        "order" => {
            facts.order = value.parse().ok();
            facts.order.is_some()
        }
        "in_menu" => {
            facts.in_menu = match value.to_lowercase().as_str() {
                "yes" | "true" => Some(true),
                "no" | "false" => Some(false),
                _ => None,
            };
            facts.in_menu.is_some()
        }
        "language" => {
            facts.language = words.filter(|tag| is_language_tag(tag));
            facts.language.is_some()
        }
        _ => {
            let kind = match value.to_lowercase().as_str() {
                "page" => Some(Kind::Page),
                "essay" => Some(Kind::Essay),
                "lesson" => Some(Kind::Lesson),
                _ => None,
            };
            facts.kind = kind.unwrap_or_default();
            kind.is_some()
        }
    };
    if !understood {
        let message = format!("“{value}” is not a value of `{key}`");
        let help = format!("write it as in {example}");
        diagnostics.push(Diagnostic::new(
            Code::BadValue,
            at(value_span),
            message,
            help,
        ));
    }
}
