//! Whether something that was planted in an archive has come alive in its site: as an element, an attribute, a script, an address.
//!
//! What is planted carries the word `planted`: an attribute `data-planted`, a call `planted()`. As text it may stand anywhere.

use super::html;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

/// What is alive in the files of a site, each with its file: of all but tables, texts and books, which no browser runs.
pub fn alive(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in files {
        let faults = match extension(path) {
            "html" => in_html(&text(bytes)),
            "xml" | "svg" => in_xml(&text(bytes)),
            "js" if path.starts_with("search/") => in_data(&text(bytes)),
            "json" | "geojson" => in_json(&text(bytes)),
            "jsonl" | "ndjson" => text(bytes).lines().flat_map(in_json).collect(),
            "css" => in_css(&text(bytes)),
            _ => Vec::new(),
        };
        found.extend(faults.into_iter().map(|fault| format!("{path}: {fault}")));
    }
    found
}

fn extension(path: &str) -> &str {
    let extension = Path::new(path).extension();
    extension.and_then(|it| it.to_str()).unwrap_or("")
}

fn text(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// Attributes whose value is an address.
const ADDRESSES: [&str; 16] = [
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "cite",
    "srcset",
    "xlink:href",
    "target",
    "ref",
    "facs",
    "background",
    "ping",
    "manifest",
    "url",
];

/// Whether an address does something else than lead to a page, as browsers read it: blanks and control characters do not count.
pub fn acts(address: &str) -> bool {
    let plain: String = address
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .flat_map(char::to_lowercase)
        .collect();
    ["javascript:", "data:", "vbscript:", "blob:", "file:"]
        .iter()
        .any(|scheme| plain.starts_with(scheme))
}

/// What is alive in a page or in a piece of markup.
pub fn in_html(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for element in html::elements(page) {
        let name = element.name.as_str();
        let never = [
            "base", "iframe", "object", "embed", "style", "applet", "frame", "math", "template",
        ];
        if never.contains(&name) || name.contains("planted") {
            found.push(format!("<{name}>"));
        }
        for (attribute, value) in &element.attributes {
            let is_handler = attribute.starts_with("on") || attribute == "style";
            if is_handler || attribute.contains("planted") || attribute == "srcdoc" {
                found.push(format!("<{name} {attribute}=…>"));
            }
            let is_address = ADDRESSES.contains(&attribute.as_str());
            if is_address && acts(value) {
                found.push(format!("<{name} {attribute}=\"{value}\">"));
            }
        }
        let refresh = element.get("http-equiv").unwrap_or("");
        let leads = element.get("content").unwrap_or("").to_lowercase();
        if refresh.eq_ignore_ascii_case("refresh") && (leads.contains(':') || leads.contains("//"))
        {
            found.push(format!("<meta content=\"{leads}\">"));
        }
        if name == "script" {
            let is_data = element.get("type") == Some("application/ld+json");
            let is_own = element.get("src").is_some_and(|src| !src.contains(':'));
            if is_data {
                found.extend(in_json(&element.text));
                if element.text.contains(['<', '>', '&']) {
                    found.push("signs of markup in data".to_owned());
                }
            } else if !is_own || !element.text.trim().is_empty() {
                found.push(format!("<script>{}", element.text));
            }
        }
    }
    found
}

fn in_xml(file: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut reader = Reader::from_str(file);
    reader.config_mut().check_end_names = true;
    let mut depth = 0;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                depth += 1;
                in_tag(&tag, &mut found);
            }
            Ok(Event::Empty(tag)) => in_tag(&tag, &mut found),
            Ok(Event::End(_)) => depth -= 1,
            Ok(Event::DocType(_)) => found.push("a DOCTYPE".to_owned()),
            Ok(Event::PI(_)) => found.push("an instruction".to_owned()),
            Ok(Event::GeneralRef(entity)) => {
                let name = entity.as_ref().to_owned();
                let is_known = matches!(name.as_str(), "amp" | "lt" | "gt" | "quot" | "apos");
                if !is_known && !name.starts_with('#') {
                    found.push(format!("the entity {name}"));
                }
            }
            Ok(Event::Eof) => break,
            Ok(Event::Text(_) | Event::CData(_) | Event::Comment(_) | Event::Decl(_)) => {}
            Err(error) => {
                found.push(format!("no XML: {error}"));
                break;
            }
        }
    }
    if depth != 0 {
        found.push("elements that do not end".to_owned());
    }
    let control = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{7f}'..);
    if file.contains(control) || file.contains(['\u{fffe}', '\u{ffff}']) {
        found.push("characters that no XML may hold".to_owned());
    }
    found
}

fn in_tag(tag: &BytesStart<'_>, found: &mut Vec<String>) {
    let name = tag.name().as_ref().to_owned();
    let local = name.rsplit(':').next().unwrap_or("");
    if ["script", "img", "iframe", "style", "foreignObject"].contains(&local)
        || name.contains("planted")
    {
        found.push(format!("<{name}>"));
    }
    for attribute in tag.attributes() {
        let Ok(attribute) = attribute else {
            found.push(format!("<{name}> with a broken attribute"));
            continue;
        };
        let key = attribute.key.as_ref().to_owned();
        let value = attribute.value.to_string();
        if key.starts_with("on") || key.contains("planted") {
            found.push(format!("<{name} {key}=…>"));
        }
        if ADDRESSES.contains(&key.as_str()) && acts(&value) {
            found.push(format!("<{name} {key}=\"{value}\">"));
        }
    }
}

/// A script that hands over data: one call with JSON, which nothing can end before its end.
fn in_data(script: &str) -> Vec<String> {
    let mut found = Vec::new();
    for sign in ["</script", "<!--", "\u{2028}", "\u{2029}"] {
        if script.to_lowercase().contains(sign) {
            found.push(format!("{sign:?} in a script"));
        }
    }
    let call = script
        .trim_end()
        .strip_prefix("memconSearch.add(\"")
        .and_then(|rest| rest.split_once("\", "))
        .and_then(|(_, rest)| rest.strip_suffix(");"));
    match call {
        Some(json) => found.extend(in_json(json)),
        None => found.push("a script that does something else".to_owned()),
    }
    found
}

fn in_json(json: &str) -> Vec<String> {
    match serde_json::from_str::<serde_json::Value>(json) {
        Ok(_) => Vec::new(),
        Err(error) => vec![format!("no JSON: {error}")],
    }
}

fn in_css(css: &str) -> Vec<String> {
    let is_alive = ["planted", "@import", "expression("]
        .iter()
        .any(|sign| css.contains(sign));
    if is_alive {
        vec!["a style that was planted".to_owned()]
    } else {
        Vec::new()
    }
}
