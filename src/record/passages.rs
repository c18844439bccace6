//! Words quoted by a record → their place in the source.

use super::Passage;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::source::{Span, TextFile};

/// The place of a quoted passage in a reading text; blanks of any kind and number count as one. A passage that stands nowhere, or in
/// several places without saying which, is reported at the record with the nearest words of the source.
pub fn find_passage(
    source: &str,
    passage: &Passage,
    record: &TextFile,
    diagnostics: &mut Diagnostics,
) -> Option<Span> {
    let found = occurrences(source, &passage.words);
    let place = || Place::at(&record.path, &record.text, passage.span);
    match (passage.occurrence, found.as_slice()) {
        (None, [only]) => Some(*only),
        (Some(n), all) if n >= 1 && n <= all.len() => Some(all[n - 1]),
        (_, []) => {
            let help = match nearest(source, &passage.words) {
                Some(near) => format!(
                    "the nearest words of the source are “{near}”; copy them exactly as printed"
                ),
                None => "copy the words exactly as the source prints them".to_owned(),
            };
            let message = format!("the source does not contain “{}”", passage.words);
            diagnostics.push(
                Diagnostic::new(Code::AnchorNotFound, place(), message, help)
                    .labeled("not in the source"),
            );
            None
        }
        (_, all) => {
            let message = format!(
                "the source contains “{}” {} times",
                passage.words,
                all.len()
            );
            let help = "quote a few more words, or say which one is meant with `occurrence = 2`";
            diagnostics.push(
                Diagnostic::new(Code::AnchorAmbiguous, place(), message, help)
                    .labeled("which one?"),
            );
            None
        }
    }
}

/// All places of `words` (blanks folded) in `source`.
fn occurrences(source: &str, words: &str) -> Vec<Span> {
    let parts: Vec<&str> = words.split_whitespace().collect();
    let Some(first) = parts.first() else {
        return Vec::new();
    };
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(at) = source[from..].find(first).map(|at| at + from) {
        let mut end = at + first.len();
        let fits = parts[1..].iter().all(|part| {
            let rest = &source[end..];
            let trimmed = rest.trim_start();
            let fits = trimmed.len() < rest.len() && trimmed.starts_with(part);
            end += rest.len() - trimmed.len() + part.len();
            fits
        });
        if fits {
            out.push(Span::new(at, end));
        }
        from = at + source[at..].chars().next().map_or(1, char::len_utf8);
    }
    out
}

/// The stretch of as many words that shares most letters with `words`.
fn nearest(source: &str, words: &str) -> Option<String> {
    let wanted = words.to_lowercase();
    let n = words.split_whitespace().count();
    let tokens: Vec<&str> = source.split_whitespace().collect();
    let best = tokens
        .windows(n.min(tokens.len()).max(1))
        .take(20_000)
        .map(|window| window.join(" "))
        .map(|text| (strsim::sorensen_dice(&text.to_lowercase(), &wanted), text))
        .max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 > 0.5).then_some(best.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(source: &str, words: &str, occurrence: Option<usize>) -> Result<String, Code> {
        let record = TextFile {
            path: "r.toml".into(),
            text: "x".into(),
        };
        let mut diagnostics = Diagnostics::new();
        let passage = Passage {
            words: words.into(),
            span: Span::new(0, 1),
            occurrence,
        };
        find_passage(source, &passage, &record, &mut diagnostics)
            .map(|span| source[span.range()].to_owned())
            .ok_or_else(|| diagnostics.sorted()[0].code)
    }

    #[test]
    fn blanks_and_line_ends_do_not_matter() {
        assert_eq!(
            find("a fine\n  day,\u{a0}sir", "fine day, sir", None).unwrap(),
            "fine\n  day,\u{a0}sir"
        );
    }

    #[test]
    fn what_is_missing_or_doubtful_is_reported() {
        assert_eq!(
            find("a fine day", "a fire day", None),
            Err(Code::AnchorNotFound)
        );
        assert_eq!(find("no, no", "no", None), Err(Code::AnchorAmbiguous));
        assert_eq!(find("no, no!", "no", Some(2)).unwrap(), "no");
        assert_eq!(find("no, no!", "no", Some(3)), Err(Code::AnchorAmbiguous));
    }
}
