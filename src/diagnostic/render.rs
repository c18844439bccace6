//! Reports as rustc prints them: the line, a mark under it, and what to do.

use super::{Diagnostic, Excerpt, Severity};
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

/// One report for a terminal. `text` is the whole text of the file it names, where it can be shown; `color` asks for ANSI colors.
pub fn render(diagnostic: &Diagnostic, text: Option<&str>, color: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let place = &diagnostic.place;
    let mut group = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.name())
        .elements([] as [annotate_snippets::Element<'_>; 0]);
    let excerpt = text.and_then(|text| Excerpt::of(place, text));
    if let Some(excerpt) = &excerpt {
        // The place as it is, not as it is in the excerpt.
        let annotation = AnnotationKind::Primary
            .span(excerpt.before.len()..excerpt.before.len() + excerpt.marked.len())
            .label(diagnostic.label.as_str());
        let origin = Origin::path(place.file.as_str())
            .line(place.line)
            .char_column(place.column);
        group = group.element(origin).element(
            Snippet::source(excerpt.line())
                .line_start(place.line)
                .annotation(annotation),
        );
    } else {
        group = group.element(Origin::path(place.file.as_str()));
    }
    group = group.element(Level::HELP.message(diagnostic.help.as_str()));
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    without_empty_origin(&renderer.render(&[group]))
}

/// A line shown under a place given by itself gets an empty place of its own, `:::`; it is taken out.
fn without_empty_origin(rendered: &str) -> String {
    let is_empty_origin =
        |line: &&str| anstream::adapter::strip_str(line).to_string().trim() == ":::";
    let kept: Vec<&str> = rendered
        .lines()
        .filter(|line| !is_empty_origin(line))
        .collect();
    kept.join("\n")
}
