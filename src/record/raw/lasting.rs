//! `doi`, `ark` or `handle` of a record → its lasting address.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::record::{Lasting, LastingKind};
use crate::source::{Span, TextFile};
use toml::Spanned;

/// The first of the three that is there; what is no such name is reported.
pub(super) fn read(
    doi: Option<Spanned<String>>,
    ark: Option<Spanned<String>>,
    handle: Option<Spanned<String>>,
    file: &TextFile,
    diagnostics: &mut Diagnostics,
) -> Option<Lasting> {
    let all = [
        (LastingKind::Doi, doi),
        (LastingKind::Ark, ark),
        (LastingKind::Handle, handle),
    ];
    let mut found = None;
    for (kind, written) in all {
        let Some(written) = written else { continue };
        if let Some(name) = name(kind, written.get_ref()) {
            found = found.or(Some(Lasting { kind, name }));
            continue;
        }
        let span = Span::new(written.span().start, written.span().end);
        let place = Place::at(&file.path, &file.text, span);
        let (what, example) = match kind {
            LastingKind::Doi => ("DOI", "doi = \"10.1234/abc\""),
            LastingKind::Ark => ("ARK", "ark = \"ark:/12345/abc\""),
            LastingKind::Handle => ("Handle", "handle = \"20.500.12345/abc\""),
        };
        let message = format!("“{}” is no {what}", written.get_ref());
        let help = format!("write it as {example}");
        diagnostics.push(Diagnostic::new(Code::BadValue, place, message, help));
    }
    found
}

/// The name alone, of an address too: `https://doi.org/10.1234/abc` → `10.1234/abc`.
fn name(kind: LastingKind, written: &str) -> Option<String> {
    let written = written.trim();
    let rest = match written.split_once("://") {
        Some((_, rest)) => rest.split_once('/')?.1,
        None => written.strip_prefix("doi:").unwrap_or(written),
    };
    let is_plain = rest.chars().all(|c| {
        !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '<' | '>' | '{' | '}' | '\\')
    });
    let (prefix, suffix) = match kind {
        LastingKind::Ark => rest
            .strip_prefix("ark:")?
            .trim_start_matches('/')
            .split_once('/')?,
        LastingKind::Doi | LastingKind::Handle => rest.split_once('/')?,
    };
    let numbers = prefix.chars().all(|c| c.is_ascii_digit() || c == '.');
    let is_name = match kind {
        LastingKind::Doi => prefix.starts_with("10.") && numbers,
        LastingKind::Handle => prefix.starts_with(|c: char| c.is_ascii_digit()) && numbers,
        LastingKind::Ark => prefix.starts_with(|c: char| c.is_ascii_alphanumeric()),
    };
    (is_plain && is_name && !suffix.is_empty()).then(|| rest.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lasting_name_is_known_with_and_without_its_resolver() {
        let doi = |written| name(LastingKind::Doi, written);
        assert_eq!(doi("10.1234/abc").as_deref(), Some("10.1234/abc"));
        assert_eq!(doi("https://doi.org/10.1234/abc"), doi("doi:10.1234/abc"));
        assert_eq!(doi("www.example.org"), None);
        assert_eq!(doi("10.1234/a b"), None);
        let ark = |written| name(LastingKind::Ark, written);
        assert_eq!(ark("ark:/12345/x1").as_deref(), Some("ark:/12345/x1"));
        assert_eq!(ark("12345/x1"), None);
        assert_eq!(
            name(LastingKind::Handle, "20.500.1/7").as_deref(),
            Some("20.500.1/7")
        );
    }
}
