//! JSON strings → text, each escape leading back to its place.

use crate::document::SpannedText;
use crate::source::Span;

/// The text of a string (or number) that stands at `span` of a well-formed JSON text.
pub(super) fn decoded(text: &str, span: Span) -> SpannedText {
    let mut out = SpannedText::default();
    push(&mut out, text, span);
    out
}

/// Sets the text of a string (or number) after what is there.
pub(super) fn push(out: &mut SpannedText, text: &str, span: Span) {
    let raw = &text[span.range()];
    let Some(inside) = raw
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
    else {
        out.push(text, span);
        return;
    };
    let end = span.end - 1;
    let mut at = span.end - 1 - inside.len();
    while at < end {
        let Some(found) = text[at..end].find('\\') else {
            out.push(text, Span::new(at, end));
            break;
        };
        out.push(text, Span::new(at, at + found));
        at += found;
        let (c, len) = escape(&text[at..end]);
        let len = len.min(end - at);
        out.push_as(c.encode_utf8(&mut [0; 4]), Span::new(at, at + len));
        at += len;
    }
}

/// The character an escape stands for, and its length.
fn escape(rest: &str) -> (char, usize) {
    match rest.as_bytes().get(1) {
        // Line ends in segments are those of a screen.
        Some(b'n' | b'r' | b't' | b'b' | b'f') => (' ', 2),
        Some(b'u') => {
            let high = unit(rest);
            match high {
                Some(high @ 0xd800..=0xdbff) => match unit(&rest[6..]) {
                    Some(low @ 0xdc00..=0xdfff) => {
                        let code = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
                        (char::from_u32(code).unwrap_or('\u{fffd}'), 12)
                    }
                    _ => ('\u{fffd}', 6),
                },
                Some(code) => (char::from_u32(code).unwrap_or('\u{fffd}'), 6),
                None => ('\u{fffd}', 2),
            }
        }
        Some(_) => {
            let c = rest[1..].chars().next().unwrap_or('\\');
            (c, 1 + c.len_utf8())
        }
        None => ('\\', 1),
    }
}

/// The number in `\uXXXX` at the beginning of `rest`.
fn unit(rest: &str) -> Option<u32> {
    let digits = rest.strip_prefix("\\u")?.get(..4)?;
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_decoded_and_lead_back() {
        let text = r#" "a\"b\u00e9\ud83d\ude00\n\/" "#;
        let read = decoded(text, Span::new(1, text.len() - 1));
        assert_eq!(read.text(), "a\"bé😀 /");
        assert_eq!(read.span_of(1..2), Span::new(3, 5));
        assert_eq!(decoded("12", Span::new(0, 2)).text(), "12");
        assert_eq!(decoded(r#""\ud83dx""#, Span::new(0, 9)).text(), "\u{fffd}x");
    }
}
