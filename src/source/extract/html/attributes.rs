//! Tags with attributes without end: each is compared with all before it, so that a hundred thousand take seconds. No page has more
//! than a few, and none of them is text.

use std::borrow::Cow;

/// A tag no longer than this is read as it stands.
const LONG_TAG: usize = 16 * 1024;
/// How many attributes of a longer one are kept.
const KEPT: usize = 256;

/// The page without what exceeds the first attributes of its longest tags.
pub(super) fn few(html: &str) -> Cow<'_, str> {
    let bytes = html.as_bytes();
    let mut out = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'<', &bytes[at..]) {
        at += found + 1;
        let near = &bytes[at..bytes.len().min(at + LONG_TAG)];
        let is_long = near.len() == LONG_TAG
            && near[0].is_ascii_alphabetic()
            && memchr::memchr2(b'>', b'<', near).is_none();
        if let Some((from, end)) = is_long.then(|| excess(&bytes[at..])).flatten() {
            out.push_str(&html[copied..at + from]);
            copied = at + end;
            at = copied;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(&html[copied..]);
    Cow::Owned(out)
}

/// Where the attributes after the first few begin in a tag, and where the tag ends; `None` where it does not end or has only few.
fn excess(tag: &[u8]) -> Option<(usize, usize)> {
    let mut quote = None;
    let mut n_attributes = 0;
    let mut from = None;
    for (at, byte) in tag.iter().enumerate() {
        if let Some(open) = quote {
            if open == *byte {
                quote = None;
            }
            continue;
        }
        match byte {
            b'"' | b'\'' if tag[..at].ends_with(b"=") => quote = Some(*byte),
            b'>' => return from.map(|from| (from, at)),
            b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' => {
                n_attributes += 1;
                if n_attributes > KEPT && from.is_none() {
                    from = Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::few;

    #[test]
    fn only_what_exceeds_the_first_attributes_goes() {
        let page = |n_attributes| {
            let attributes = " a=\"b\"".repeat(n_attributes);
            format!("<p{attributes}>Anna: Ja.</p><i class=\"é\">end</i>")
        };
        assert_eq!(few(&page(4000)), page(256));
    }

    #[test]
    fn words_after_a_sign_that_opens_no_tag_stay() {
        let words = "a word ".repeat(4000);
        for page in [
            format!("<p>1 < 2 {words}"),
            format!("<p title=\"{words}\">Ja"),
            format!("<p {words}"),
        ] {
            assert_eq!(few(&page), page);
        }
    }
}
