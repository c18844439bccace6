//! Words of the archive in what is told to an editor: without orders to a terminal, and quoted so that they can be pasted.

/// Text that cannot give orders: control characters are shown, and so are those that turn the direction of writing and make a line read
/// otherwise than it is.
pub fn harmless(text: &str) -> String {
    let shown = |c: char| match u32::from(c) {
        0x09 | 0x0a => c,
        control @ 0x00..0x20 => char::from_u32(0x2400 + control).unwrap_or(c),
        _ if c.is_control() || turns_direction(c) => char::REPLACEMENT_CHARACTER,
        _ => c,
    };
    // Nearly all of a text is plain letters and line ends: they are copied as they stand, up to the next sign to be looked at.
    let is_plain = |b: &u8| matches!(b, b'\t' | b'\n' | 0x20..0x7f);
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let n_plain = rest.bytes().take_while(|b| is_plain(b)).count();
        let (plain, others) = rest.split_at(n_plain);
        out.push_str(plain);
        let mut chars = others.chars();
        out.extend(chars.next().map(shown));
        rest = chars.as_str();
    }
    out
}

/// A text as a string of TOML, with its quotation marks, on one line. What [`harmless`] would show otherwise is escaped, so that the text
/// read back is the same.
pub fn toml_string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || turns_direction(c) => {
                out.push_str(&format!("\\u{:04X}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether a character turns the direction of writing for all that follows it.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transcript_gives_no_orders() {
        assert_eq!(
            harmless("a\u{1b}[2Jb\n\tc\u{9b}d\u{7f}\r"),
            "a␛[2Jb\n\tc\u{fffd}d\u{fffd}␍"
        );
        assert_eq!(
            harmless("to\u{202e}gnp.\u{202c} \u{2066}x\u{2069}"),
            "to\u{fffd}gnp.\u{fffd} \u{fffd}x\u{fffd}"
        );
        assert_eq!(harmless("שלום\u{200f}, é"), "שלום\u{200f}, é");
    }

    #[test]
    fn any_text_can_be_quoted_on_one_line_and_read_back() {
        let text = "a \"b\" \\ c\u{1b}\r\n\t\u{7f}\u{9b}\u{202e}\u{2069}é";
        let quoted = toml_string(text);
        assert_eq!(harmless(&quoted), quoted);
        assert!(!quoted.contains(['\n', '\t']));
        let read: toml::Table = format!("x = {quoted}").parse().unwrap();
        assert_eq!(read["x"].as_str(), Some(text));
    }
}
