//! [`Html`]: markup that is safe to place in a page, because only its constructors make it.

use serde::Serialize;

/// Markup. Text and attribute values enter it escaped; names of elements and attributes are the program's own.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize)]
#[serde(transparent)]
pub struct Html(String);

impl Html {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A text, escaped.
    pub fn text(text: &str) -> Self {
        let mut html = Html::new();
        html.push_text(text);
        html
    }

    /// HTML made from Markdown, cleaned of everything but plain formatting: no script, no style, no attribute that acts, and no
    /// picture from another host.
    pub(super) fn cleaned(html: &str) -> Self {
        let cleaned = ammonia::Builder::default()
            .link_rel(None)
            .add_generic_attributes(["id", "lang", "dir"])
            .attribute_filter(|element, attribute, value| {
                let is_elsewhere = value.contains("//") || value.contains(':');
                match (element, attribute) {
                    ("img", "src") if is_elsewhere => None,
                    _ => Some(value.into()),
                }
            })
            .clean(html)
            .to_string();
        Html(cleaned)
    }

    /// HTML that whoever publishes the archive wrote, and has said in `site.toml` that it is to stay as it is.
    pub(super) fn as_written(html: String) -> Self {
        Html(html)
    }

    /// The markup between the places where `sign` stands. Each piece is markup only together with the others.
    pub(super) fn split(&self, sign: &str) -> Vec<Html> {
        self.0
            .split(sign)
            .map(|piece| Html(piece.to_owned()))
            .collect()
    }

    /// Adds a text, escaped. Signs in it that turn the order of letters about have no power over what follows it.
    pub fn push_text(&mut self, text: &str) {
        let mut turned = String::new();
        for c in text.chars() {
            match c {
                '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => turned.push('\u{202c}'),
                '\u{2066}'..='\u{2068}' => turned.push('\u{2069}'),
                '\u{202c}' | '\u{2069}' if turned.ends_with(c) => {
                    turned.pop();
                }
                _ => {}
            }
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                // Characters that HTML cannot hold: printed as the sign for an unreadable one.
                '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => {
                    self.0.push('\u{fffd}');
                }
                _ => self.0.push(c),
            }
        }
        self.0.extend(turned.chars().rev());
    }

    /// Opens an element. Attribute values are escaped.
    pub fn open(&mut self, element: &'static str, attributes: &[(&'static str, &str)]) {
        self.0.push('<');
        self.0.push_str(element);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.push_text(value);
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// Closes an element.
    pub fn close(&mut self, element: &'static str) {
        self.0.push_str("</");
        self.0.push_str(element);
        self.0.push('>');
    }

    /// Adds an element that holds one text.
    pub fn element(
        &mut self,
        element: &'static str,
        attributes: &[(&'static str, &str)],
        text: &str,
    ) {
        self.open(element, attributes);
        self.push_text(text);
        self.close(element);
    }

    /// Adds markup.
    pub fn push(&mut self, other: &Html) {
        self.0.push_str(&other.0);
    }

    /// Data that mean the same inside a `script` element: nothing in them can end it.
    pub(super) fn data(data: &serde_json::Value) -> Self {
        let json = data.to_string();
        Html(
            json.replace('<', "\\u003c")
                .replace('>', "\\u003e")
                .replace('&', "\\u0026"),
        )
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_turned_about_ends_with_its_text() {
        let text = |text: &str| Html::text(text).as_str().to_owned();
        assert_eq!(text("a\u{202e}b"), "a\u{202e}b\u{202c}");
        assert_eq!(text("a\u{202e}b\u{202c}c"), "a\u{202e}b\u{202c}c");
        assert_eq!(
            text("\u{2067}\u{202b}a\u{2069}"),
            "\u{2067}\u{202b}a\u{2069}\u{202c}\u{2069}"
        );
    }

    #[test]
    fn text_and_attributes_are_escaped() {
        let mut html = Html::new();
        html.element("b", &[("title", "a\"b<")], "<script>'&\0");
        assert_eq!(
            html.as_str(),
            "<b title=\"a&quot;b&lt;\">&lt;script&gt;&#39;&amp;\u{fffd}</b>"
        );
    }

    #[test]
    fn cleaned_html_keeps_formatting_and_loses_what_acts() {
        let html = Html::cleaned(
            "<p onclick=x style=y><em>b</em> <a href=\"javascript:d\">c</a> <a href=\"data.html\">e</a>\
             <img src=\"https://x.example/y.png\" alt=\"f\"></p><script>g</script>",
        );
        assert_eq!(
            html.as_str(),
            "<p><em>b</em> <a>c</a> <a href=\"data.html\">e</a><img alt=\"f\"></p>"
        );
    }
}
