//! The two functions by which templates say something in the language of the site:
//! `{{ t(id="feed") }}` for words, `{{ t_html(id="turn-link", number=7) }}` for words with marks in them.
//!
//! A text's marks are few and ours: `<b>`, `<kbd>`, signs of the edition, and `<name>` around words that link to the value `name`.
//! All else of a text, and every value, is text.

use crate::interface::{self, Interface};
use tera::{Error, Function, Kwargs, State, TeraResult, Value};

/// Stands for `<` in values while marks are looked for, so that no value can be one. No printable text holds it.
const LESS: char = '\u{1}';

/// Marks of texts: name, element, class.
const MARKS: [(&str, &str, &str); 7] = [
    ("b", "b", ""),
    ("kbd", "kbd", ""),
    ("hidden", "span", "hidden-label"),
    ("said", "span", "said"),
    ("supplied", "span", "supplied"),
    ("stage", "i", "stage"),
    ("gloss", "span", "gloss"),
];

/// `t(id="…", name=value …)`: a text of the interface.
pub(super) struct Said(pub(super) Interface);

/// `t_html(id="…", name=value …)`: a text of the interface that has marks.
pub(super) struct Marked(pub(super) Interface);

impl Function<TeraResult<String>> for Said {
    fn call(&self, given: Kwargs, _: &State<'_>) -> TeraResult<String> {
        say(&self.0, &given, str::to_owned)
    }
}

impl Function<TeraResult<String>> for Marked {
    fn call(&self, given: Kwargs, _: &State<'_>) -> TeraResult<String> {
        let text = say(&self.0, &given, |words| {
            words.replace('<', &LESS.to_string())
        })?;
        Ok(marked(&text, &given))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

fn say(texts: &Interface, given: &Kwargs, clean: fn(&str) -> String) -> TeraResult<String> {
    let id = given.must_get::<&str>("id")?;
    if !texts.exists(id) {
        return Err(Error::message(format!(
            "no text of the interface is called `{id}`"
        )));
    }
    for wanted in texts.wants(id) {
        if given.get::<&Value>(wanted)?.is_none() {
            let message =
                format!("the text `{id}` asks for `{wanted}`, as in t(id=\"{id}\", {wanted}=…)");
            return Err(Error::message(message));
        }
    }
    let mut words = Vec::new();
    let mut counts = Vec::new();
    for (name, value) in given.iter() {
        let Some(name) = name.as_str().filter(|name| *name != "id") else {
            continue;
        };
        match (value.as_str(), value.as_u64()) {
            (Some(text), _) => words.push((name, clean(text))),
            (None, Some(n)) => counts.push((name, usize::try_from(n).unwrap_or(usize::MAX))),
            (None, None) => {
                let message = format!("`{name}` is neither words nor a number");
                return Err(Error::message(message));
            }
        }
    }
    let words = words
        .iter()
        .map(|(name, text)| (*name, interface::Value::from(text)));
    let counts = counts
        .iter()
        .map(|(name, n)| (*name, interface::Value::from(*n)));
    let values: Vec<(&str, interface::Value<'_>)> = words.chain(counts).collect();
    Ok(texts.say(id, &values))
}

/// A text with its marks as elements; whatever else looks like one is text.
fn marked(text: &str, given: &Kwargs) -> String {
    let mut html = String::new();
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        push(&mut html, &rest[..at]);
        let (closes, inside) = match rest[at + 1..].strip_prefix('/') {
            Some(inside) => (true, inside),
            None => (false, &rest[at + 1..]),
        };
        let name = &inside[..inside.find('>').unwrap_or(0)];
        let link = given.get::<&str>(name).ok().flatten();
        let element = MARKS.iter().find(|(mark, _, _)| *mark == name);
        let opened = match (element, link) {
            (Some((_, element, _)), _) => *element,
            (None, Some(_)) => "a",
            (None, None) => {
                html.push_str("&lt;");
                rest = &rest[at + 1..];
                continue;
            }
        };
        rest = &inside[name.len() + 1..];
        if closes {
            if open.last() == Some(&opened) {
                open.pop();
                html.push_str(&format!("</{opened}>"));
            }
            continue;
        }
        open.push(opened);
        let (attribute, value) = match (element, link) {
            (Some((_, _, class)), _) => ("class", *class),
            (None, link) => ("href", link.unwrap_or_default()),
        };
        html.push('<');
        html.push_str(opened);
        if !value.is_empty() {
            html.push_str(&format!(" {attribute}=\""));
            push(&mut html, &value.replace('"', "%22"));
            html.push('"');
        }
        html.push('>');
    }
    push(&mut html, rest);
    for element in open.iter().rev() {
        html.push_str(&format!("</{element}>"));
    }
    html
}

fn push(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' | LESS => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            _ => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_elements_and_all_else_is_text() {
        let given = Kwargs::from([("people", Value::from("people.html"))]);
        assert_eq!(
            marked(
                "<b>\"a\"</b> & <people>p</people> <i>x</i> </b> 1 < 2 <b>",
                &given
            ),
            "<b>\"a\"</b> &amp; <a href=\"people.html\">p</a> &lt;i&gt;x&lt;/i&gt;  1 &lt; 2 <b></b>"
        );
        assert_eq!(
            marked("<hidden>to <said>x", &given),
            "<span class=\"hidden-label\">to <span class=\"said\">x</span></span>"
        );
    }

    #[test]
    fn no_value_can_be_a_mark() {
        let given = Kwargs::from([
            ("id", Value::from("source-lede")),
            ("file", Value::from("<b>x</b><script>")),
            ("lines", Value::from(1)),
        ]);
        let interface = Interface::new(
            &crate::config::Config::default(),
            &std::collections::BTreeMap::new(),
            &mut crate::diagnostic::Diagnostics::new(),
        );
        let html = Marked(interface)
            .call(given, &State::new(&tera::Context::new()))
            .unwrap();
        let file = "<b>&lt;b&gt;x&lt;/b&gt;&lt;script&gt;</b>, 1 line";
        assert!(html.contains(file), "{html}");
    }
}
