//! Reports as rustc prints them: the line, a mark under it, and what to do.

use super::{Diagnostic, Severity};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

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
    match (text, place.span) {
        (Some(text), Some(span)) if span.end <= text.len() => {
            // A span of many lines is marked in its first line only: the report shows a place, it does not quote a page.
            let end = text[span.range()]
                .find('\n')
                .map_or(span.end, |at| span.start + at);
            let annotation = AnnotationKind::Primary
                .span(span.start..end.max(span.start))
                .label(diagnostic.label.as_str());
            group = group.element(
                Snippet::source(text)
                    .path(place.file.as_str())
                    .annotation(annotation),
            );
        }
        _ => {
            group = group.element(annotate_snippets::Origin::path(place.file.as_str()));
        }
    }
    group = group.element(Level::HELP.message(diagnostic.help.as_str()));
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.render(&[group])
}
