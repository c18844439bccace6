//! The texts that scripts of the pages show, as one piece of data: a script, since pages opened from disk may not fetch, and the pages'
//! policy forbids scripts inside a page.
//!
//! A text is a list: words as they are, a value as `["name"]`, a choice as `["name", {"one": [...]}, [...]]`, whose last part is said in
//! all other cases. `static/js/interface-texts.js` writes them.

use super::Texts;
use super::pattern::{Key, Part, Pattern};
use serde_json::{Map, Value as Json, json};

/// Texts of scripts are called so.
const PREFIX: &str = "script-";

pub(super) fn render(texts: &Texts, is_wanted: impl Fn(&str) -> bool) -> Vec<u8> {
    let own = some(texts, is_wanted);
    let data = safe(&json!({ "language": texts.tag, "separator": texts.separator, "texts": own }));
    format!("(window.memconSearch = window.memconSearch || {{}}).interface = {data};\n")
        .into_bytes()
}

/// Texts beside those of a script that was loaded before; nothing where none is wanted.
pub(super) fn more(texts: &Texts, is_wanted: impl Fn(&str) -> bool) -> Vec<u8> {
    let own = some(texts, is_wanted);
    if own.is_empty() {
        return Vec::new();
    }
    let data = safe(&own.into());
    format!("Object.assign(window.memconSearch.interface.texts, {data});\n").into_bytes()
}

fn some(texts: &Texts, is_wanted: impl Fn(&str) -> bool) -> Map<String, Json> {
    texts
        .by_name
        .iter()
        .filter_map(|(id, text)| Some((id.strip_prefix(PREFIX)?, text)))
        .filter(|(id, _)| is_wanted(id))
        .map(|(id, text)| (id.to_owned(), pattern(&text.pattern)))
        .collect()
}

/// Safe in any place where a script may stand.
fn safe(data: &Json) -> String {
    data.to_string()
        .replace("</", "<\\/")
        .replace("<!", "<\\u0021")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

fn pattern(pattern: &Pattern) -> Json {
    let parts = pattern.0.iter().map(|part| match part {
        Part::Words(words) => json!(words),
        Part::Value(name) => json!([name]),
        Part::Choice(choice) => {
            let variants: Map<String, Json> = choice
                .variants
                .iter()
                .map(|(key, variant)| {
                    let key = match key {
                        Key::Number(n) => n.to_string(),
                        Key::Word(word) => word.clone(),
                    };
                    (key, self::pattern(variant))
                })
                .collect();
            json!([choice.name, variants, self::pattern(&choice.other)])
        }
    });
    Json::Array(parts.collect())
}
