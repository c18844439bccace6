//! The templates, compiled; what is wrong with one is told with its file, line and column.

use super::html::Html;
use super::marked::{Marked, Said};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::interface::Interface;
use crate::source::{Span, TextFile};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use tera::{Context, Error, ErrorKind, ReportError, Tera};

/// The compiled templates.
pub struct Theme {
    tera: Tera,
    files: BTreeMap<String, TextFile>,
}

impl Theme {
    /// Compiles the templates, given by name (`document.html`, `parts/head.html`); they say in the interface's language what is
    /// theirs to say. A mistake in one becomes a diagnostic.
    pub fn new(
        templates: &BTreeMap<String, TextFile>,
        interface: &Interface,
        diagnostics: &mut Diagnostics,
    ) -> Option<Theme> {
        let mut tera = Tera::new();
        tera.register_function("t", Said(interface.clone()));
        tera.register_function("t_html", Marked(interface.clone()));
        // Every template is escaped, whatever it is called.
        tera.autoescape_on([""]);
        tera.set_escape_fn(escaped);
        let files: BTreeMap<String, TextFile> = templates
            .iter()
            .filter(|(name, _)| Path::new(name).extension().is_some_and(|e| e == "html"))
            .map(|(name, file)| (name.clone(), file.clone()))
            .collect();
        let added =
            tera.add_raw_templates(files.iter().map(|(name, file)| (name, file.text.as_str())));
        match added {
            Ok(()) => Some(Theme { tera, files }),
            Err(error) => {
                diagnostics.push(diagnostic(&error, &files, "templates"));
                None
            }
        }
    }

    /// Renders a page's view with the template of the same name.
    pub(super) fn render<V: Serialize>(
        &self,
        template: &str,
        view: &V,
    ) -> Result<String, Diagnostic> {
        Context::from_serialize(view)
            .and_then(|context| self.tera.render(template, &context))
            .map_err(|error| diagnostic(&error, &self.files, template))
    }
}

/// What a template places is escaped as everything else is; plain text, which most of it is, faster.
fn escaped(text: &str, out: &mut dyn Write) -> io::Result<()> {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return tera::escape_html(text, out);
    }
    out.write_all(Html::text(text).as_str().as_bytes())
}

fn diagnostic(error: &Error, files: &BTreeMap<String, TextFile>, template: &str) -> Diagnostic {
    let help = "correct the template at this place, or remove it to use the theme's own";
    let in_template = |name: &str, message: String| {
        let path = files
            .get(name)
            .map_or_else(|| format!("templates/{name}"), |file| file.path.clone());
        Diagnostic::new(Code::BadTemplate, Place::file(&path), message, help)
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            reported(report, files, help)
        }
        ErrorKind::TemplateNotFound(name) => {
            in_template(name, "this template is asked for and missing".to_owned())
        }
        ErrorKind::MissingParent { current, parent } => in_template(
            current,
            format!("the template extends `{parent}`, which is missing"),
        ),
        ErrorKind::CircularExtend { tpl, .. } => {
            in_template(tpl, "the template extends itself".to_owned())
        }
        ErrorKind::CircularInclude { tpl, .. } => {
            in_template(tpl, "the template includes itself".to_owned())
        }
        // Tera's list of errors is open; what it says is passed on.
        other => in_template(template, sentence(&other.to_string())),
    }
}

fn reported(report: &ReportError, files: &BTreeMap<String, TextFile>, help: &str) -> Diagnostic {
    let span = report.span();
    let place = match files.get(report.filename()) {
        Some(file) => {
            let len = file.text.len();
            let start = span.range.start.min(len);
            let span = Span::new(start, span.range.end.clamp(start, len));
            Place::at(&file.path, &file.text, span)
        }
        None => Place {
            file: format!("templates/{}", report.filename()),
            line: span.start_line,
            column: span.start_col + 1,
            span: None,
        },
    };
    Diagnostic::new(Code::BadTemplate, place, sentence(report.message()), help).labeled("here")
}

/// Tera's first line as one lower-case sentence.
fn sentence(message: &str) -> String {
    let line = message.lines().next().unwrap_or("").trim_end_matches('.');
    let mut chars = line.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => "the template cannot be used".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn theme(text: &str) -> (Option<Theme>, Diagnostics) {
        let file = TextFile {
            path: "templates/a.html".into(),
            text: text.into(),
        };
        let mut diagnostics = Diagnostics::new();
        let templates = BTreeMap::from([("a.html".to_owned(), file)]);
        let interface = Interface::new(&Config::default(), &templates, &mut diagnostics);
        let theme = Theme::new(&templates, &interface, &mut diagnostics);
        (theme, diagnostics)
    }

    #[derive(Serialize)]
    struct View {
        title: &'static str,
    }

    #[test]
    fn text_is_escaped_in_every_template() {
        let (theme, _) = theme("<p>{{ title }}</p>");
        let page = theme.unwrap().render("a.html", &View { title: "<b>" });
        assert_eq!(page.unwrap(), "<p>&lt;b&gt;</p>");
    }

    #[test]
    fn a_mistake_is_reported_with_its_place() {
        let (theme, diagnostics) = theme("<p>\n{{ title </p>");
        assert!(theme.is_none());
        let found = diagnostics.sorted()[0];
        assert_eq!(
            (found.code, found.place.file.as_str(), found.place.line),
            (Code::BadTemplate, "templates/a.html", 2)
        );
    }

    #[test]
    fn a_text_that_does_not_exist_is_reported_with_its_place() {
        let (theme, _) = theme("<p>{{ t(id=\"feed\") }}</p>\n{{ t(id=\"fed\") }}");
        let found = theme
            .unwrap()
            .render("a.html", &View { title: "x" })
            .unwrap_err();
        assert_eq!((found.code, found.place.line), (Code::BadTemplate, 2));
        assert!(found.message.contains("`fed`"), "{found:?}");
    }

    #[test]
    fn a_field_that_the_page_does_not_have_is_reported_with_its_place() {
        let (theme, _) = theme("<p>\n  {{ tilte }}</p>");
        let found = theme
            .unwrap()
            .render("a.html", &View { title: "x" })
            .unwrap_err();
        assert_eq!(
            (found.code, found.place.line, found.place.column),
            (Code::BadTemplate, 2, 6)
        );
    }
}
