//! Bytes → reading text. Unicode by its mark or by being valid, anything else by detection; nothing is ever dropped.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::UTF_8;

/// How a file's bytes became its reading text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// Valid UTF-8 without a byte order mark.
    Utf8,
    /// The file names its encoding: by a byte order mark (UTF-8, UTF-16LE, UTF-16BE), or in a web page's head.
    Marked {
        /// The encoding's name in the WHATWG Encoding Standard.
        name: &'static str,
    },
    /// Not Unicode: the encoding was detected from the text itself and should be checked by a reader.
    Detected {
        /// The encoding's name in the WHATWG Encoding Standard.
        name: &'static str,
        /// How many places fit no character and now show U+FFFD.
        n_replaced: usize,
    },
}

/// Decodes a file. Returns its reading text and how it was read; whatever fits no character is kept visible as U+FFFD.
pub fn decode(bytes: &[u8]) -> (String, Encoding) {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return (
            text.into_owned(),
            Encoding::Marked {
                name: encoding.name(),
            },
        );
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), Encoding::Utf8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // Mostly valid UTF-8 with a few foreign bytes is a damaged UTF-8 file, not a legacy one.
    let lossy = String::from_utf8_lossy(bytes);
    let n_bad = lossy.matches('\u{FFFD}').count();
    let n_good = lossy
        .chars()
        .filter(|c| !c.is_ascii() && *c != '\u{FFFD}')
        .count();
    let encoding = if n_good > 4 * n_bad {
        UTF_8
    } else {
        detector.guess(None, Utf8Detection::Allow)
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let n_replaced = text.matches('\u{FFFD}').count();
    (
        text.into_owned(),
        Encoding::Detected {
            name: encoding.name(),
            n_replaced,
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf_8_stays_as_it_is() {
        assert_eq!(
            decode("idée fixe".as_bytes()),
            ("idée fixe".to_owned(), Encoding::Utf8)
        );
    }

    #[test]
    fn a_byte_order_mark_decides() {
        let (text, how) = decode(b"\xFF\xFEa\0b\0");
        assert_eq!(
            (text.as_str(), how),
            ("ab", Encoding::Marked { name: "UTF-16LE" })
        );
    }

    #[test]
    fn a_legacy_encoding_is_detected_and_named() {
        let (text, how) =
            decode(b"Le pr\xE9sident a d\xE9clar\xE9 que l\x92id\xE9e \xE9tait d\xE9pass\xE9e.");
        assert_eq!(text, "Le président a déclaré que l’idée était dépassée.");
        assert_eq!(
            how,
            Encoding::Detected {
                name: "windows-1252",
                n_replaced: 0
            }
        );
    }

    #[test]
    fn a_damaged_utf_8_file_is_not_taken_for_a_legacy_one() {
        let (text, how) = decode(b"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 \xFF");
        assert_eq!(text, "éééééé \u{FFFD}");
        assert_eq!(
            how,
            Encoding::Detected {
                name: "UTF-8",
                n_replaced: 1
            }
        );
    }
}
