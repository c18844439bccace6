//! Data → a script that hands it over.

use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Serialize;
use std::io::Write;

/// `memconSearch.add("name", {…});` for any data.
pub(super) fn add(name: &str, data: &impl Serialize) -> Vec<u8> {
    let json = serde_json::to_string(data).expect("search data are plain values with text keys");
    add_json(name, &json)
}

/// The same for data that are JSON already.
pub(super) fn add_json(name: &str, json: &str) -> Vec<u8> {
    format!(
        "memconSearch.add(\"{name}\", {});\n",
        safe_in_a_script(json)
    )
    .into_bytes()
}

/// How many bytes a text takes on its way to a reader: compressed as common hosts do.
pub(super) fn compressed(text: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
    let written = encoder.write_all(text.as_bytes());
    let written = written.and_then(|()| encoder.finish());
    written.map_or(text.len(), |bytes| bytes.len())
}

/// JSON that means the same wherever a script may stand: no `</` that could end a script element, no comment or section of HTML, no
/// line separator that older scripts read as the end of a line. All of them occur inside strings only, where an escape says the same.
fn safe_in_a_script(json: &str) -> String {
    json.replace("</", "<\\/")
        .replace("<!", "<\\u0021")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_end_the_script_it_stands_in() {
        let hostile = "</script><!-- \u{2028}\u{2029} \\ \"</";
        let written = String::from_utf8(add("texts-0", &[hostile])).unwrap();
        for wrong in ["</", "<!", "\u{2028}", "\u{2029}"] {
            assert!(!written.contains(wrong), "{written}");
        }
        let json = written
            .strip_prefix("memconSearch.add(\"texts-0\", ")
            .and_then(|rest| rest.strip_suffix(");\n"))
            .unwrap();
        let read: Vec<String> = serde_json::from_str(json).unwrap();
        assert_eq!(read, [hostile]);
    }
}
