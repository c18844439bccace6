//! How a page's bytes become text: its mark, what it says of itself, else detection.

use crate::source::{self, Encoding};

/// How far into a page its own statement is looked for.
const HEAD: usize = 4096;

/// Decodes a page. What is valid UTF-8 with more than ASCII in it is UTF-8, whatever the page says.
pub(super) fn decode(bytes: &[u8]) -> (String, Encoding) {
    let is_marked = encoding_rs::Encoding::for_bom(bytes).is_some();
    let Some(encoding) = declared(bytes).filter(|_| !is_marked) else {
        return source::decode(bytes);
    };
    // ASCII needs no decoding, but for encodings that write their letters with it.
    let is_plain = encoding.is_ascii_compatible() && bytes.is_ascii();
    if encoding == encoding_rs::UTF_8
        || is_plain
        || std::str::from_utf8(bytes).is_ok() && !bytes.is_ascii()
    {
        return source::decode(bytes);
    }
    let (text, is_wrong) = encoding.decode_without_bom_handling(bytes);
    if is_wrong {
        return source::decode(bytes);
    }
    let name = encoding.name();
    (text.into_owned(), Encoding::Marked { name })
}

/// The encoding named in `<meta charset=…>`, `<meta http-equiv …; charset=…>` or `<?xml encoding=…?>`.
fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = bytes[..bytes.len().min(HEAD)].to_ascii_lowercase();
    let named = |key: &[u8], from: usize| {
        let mut rest = head.get(from..)?;
        loop {
            let at = rest.windows(key.len()).position(|window| window == key)?;
            rest = &rest[at + key.len()..];
            let value = rest.trim_ascii_start().strip_prefix(b"=");
            if let Some(value) = value {
                let value = value.trim_ascii_start();
                let value = value
                    .strip_prefix(b"\"")
                    .or(value.strip_prefix(b"'"))
                    .unwrap_or(value);
                let len = value
                    .iter()
                    .position(|b| !(b.is_ascii_alphanumeric() || b"-_:.".contains(b)))
                    .unwrap_or(value.len());
                return encoding_rs::Encoding::for_label(&value[..len]);
            }
        }
    };
    let meta = head.windows(5).position(|window| window == b"<meta");
    let found = meta.and_then(|meta| named(b"charset", meta)).or_else(|| {
        head.starts_with(b"<?xml")
            .then(|| named(b"encoding", 0))
            .flatten()
    });
    // A page that could be searched for these letters is not in UTF-16, whatever it says.
    found.map(encoding_rs::Encoding::output_encoding)
}
