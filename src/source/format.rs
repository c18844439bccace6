//! Which format a file is in: found from its content first, its name second.

use super::timed;
use std::path::Path;

/// The formats transcripts arrive in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Format {
    /// Plain text or Markdown: the layout is read from the text itself.
    Text,
    /// A saved web page.
    Html,
    /// Word (Office Open XML).
    Word,
    /// PDF with a text layer.
    Pdf,
    /// WebVTT captions.
    WebVtt,
    /// SubRip captions.
    SubRip,
    /// Captions of YouTube's own form (`.sbv`): times parted by a comma on a line above the words.
    Sbv,
    /// Timed lyrics (`.lrc`): each line with its time in square brackets before it.
    Lrc,
    /// Timed Text of the W3C (TTML, and its older or narrower forms DFXP and IMSC): XML with times in attributes.
    TimedText,
    /// A table with a speaker column, separated by commas, semicolons or tabs.
    Table,
    /// TEI P5.
    Tei,
    /// Akoma Ntoso.
    AkomaNtoso,
    /// The XML of publicwhip (TheyWorkForYou).
    PublicWhip,
    /// A podcast's JSON transcript.
    Podcast,
}

/// How much of a file is looked at.
const HEAD: usize = 8192;

/// How files begin that are surely no text.
const OTHERS: [&[u8]; 7] = [
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"\x1F\x8B",
    b"Rar!",
    b"ID3",
    b"OggS",
];

impl Format {
    /// Finds the format of a file from its first bytes and its name; `None` where it is surely no text (an image, an archive).
    pub fn detect(path: &Path, bytes: &[u8]) -> Option<Format> {
        let is_named_pdf = path
            .extension()
            .is_some_and(|e| e.eq_ignore_ascii_case("pdf"));
        // What mail and web servers left before the first byte is no part of a PDF.
        if bytes.starts_with(b"%PDF-")
            || is_named_pdf && contains(&bytes[..bytes.len().min(1024)], b"%PDF-")
        {
            return Some(Format::Pdf);
        }
        if bytes.starts_with(b"PK\x03\x04") {
            // Some versions of Word call the part `document2.xml`.
            let is_word = contains(bytes, b"word/document");
            return is_word.then_some(Format::Word);
        }
        // An old Word document, or one under a password: the reader says which, and what to do.
        if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
            return Some(Format::Word);
        }
        if OTHERS.iter().any(|magic| bytes.starts_with(magic)) {
            return None;
        }
        let (head, _) = super::decode(&bytes[..bytes.len().min(HEAD)]);
        let head = head.trim_start_matches('\u{feff}').trim_start();
        // Whisper puts the whole talk before its segments; a list of segments may have no name.
        let marks: [&[u8]; 10] = [
            b"\"segments\"",
            b"\"utterances\"",
            b"\"speaker\"",
            b"\"speakerName\"",
            b"\"speaker_name\"",
            b"\"speaker_label\"",
            b"\"monologues\"",
            b"\"transcript\"",
            b"\"who\"",
            b"\"role\"",
        ];
        if head.starts_with(['{', '[']) && head.contains('"') {
            let has_words = [
                &b"\"body\""[..],
                b"\"text\"",
                b"\"content\"",
                b"\"transcript\"",
                b"\"utterance\"",
                b"\"words\"",
                b"\"elements\"",
            ]
            .iter()
            .any(|name| contains(bytes, name));
            if has_words && marks.iter().any(|mark| contains(bytes, mark)) {
                return Some(Format::Podcast);
            }
        }
        let extension = path
            .extension()
            .unwrap_or_default()
            .to_string_lossy()
            .to_ascii_lowercase();
        match extension.as_str() {
            "csv" | "tsv" => Some(Format::Table),
            "lrc" if head.lines().any(|line| timed::lrc(line.trim()).is_some()) => {
                Some(Format::Lrc)
            }
            // A name that promises a document the content is not: half a download, or a file of another program.
            "docx" | "doc" | "pdf" | "odt" | "rtf" | "zip" | "png" | "jpg" | "jpeg" | "gif"
            | "mp3" | "mp4" => None,
            _ => Some(of_text(head)),
        }
    }
}

fn of_text(head: &str) -> Format {
    if head.starts_with("WEBVTT") {
        return Format::WebVtt;
    }
    let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or("");
    let is_cue =
        |line: &str| line.contains(" --> ") && line.starts_with(|c: char| c.is_ascii_digit());
    if is_cue(first)
        || first.bytes().all(|b| b.is_ascii_digit()) && lines.next().is_some_and(is_cue)
    {
        return Format::SubRip;
    }
    if timed::is_sbv_time(first) {
        return Format::Sbv;
    }
    if timed::is_lrc(head) {
        return Format::Lrc;
    }
    if is_table(head) {
        return Format::Table;
    }
    if head.starts_with('<') {
        let lower = head.to_lowercase();
        if timed::is_timed_text(&lower) {
            return Format::TimedText;
        }
        let tags = [
            ("<akomantoso", Format::AkomaNtoso),
            ("<tei", Format::Tei),
            ("<publicwhip", Format::PublicWhip),
            ("<!doctype html", Format::Html),
            ("<html", Format::Html),
            ("<body", Format::Html),
            ("<p>", Format::Html),
            ("<div", Format::Html),
            ("<cite>", Format::Html),
        ];
        if let Some((_, format)) = tags.iter().find(|(tag, _)| lower.contains(tag)) {
            return *format;
        }
    }
    Format::Text
}

/// Names of the columns of those who speak, and of what they say, folded. A table is known by having both.
const COLUMNS: [&[&str]; 2] = [
    &[
        "speaker",
        "speakers",
        "speaker name",
        "speaker_name",
        "who",
        "participant",
        "sprecher",
        "locuteur",
        "intervenant",
        "orador",
        "hablante",
        "спикер",
    ],
    &[
        "text",
        "content",
        "transcript",
        "words",
        "utterance",
        "speech",
        "message",
        "texte",
        "texto",
        "transcription",
        "текст",
    ],
];

/// Whether the first line names columns of a table as a spreadsheet program writes it, and the next line has as many cells or more.
fn is_table(head: &str) -> bool {
    let mut lines = head.lines().filter(|line| !line.trim().is_empty());
    let (Some(names), Some(next)) = (lines.next(), lines.next()) else {
        return false;
    };
    let is = |sign: char| {
        let cells = || {
            names
                .split(sign)
                .map(|cell| cell.trim().trim_matches('"').to_lowercase())
        };
        let has = |known: &&[&str]| cells().any(|cell| known.contains(&cell.as_str()));
        let is_name = |cell: String| cell.split_whitespace().count() <= 2 && !cell.contains(':');
        // `Anna: Welcome, all of you` is no row.
        let is_row = next
            .split(sign)
            .next()
            .is_none_or(|cell| !cell.contains(": "));
        COLUMNS.iter().all(has)
            && cells().all(is_name)
            && is_row
            && next.matches(sign).count() >= names.matches(sign).count()
    };
    names.len() <= 200 && ['\t', ',', ';'].into_iter().any(is)
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_decides() {
        let of = |name: &str, bytes: &[u8]| Format::detect(Path::new(name), bytes);
        assert_eq!(of("a.txt", b"Mr. A: yes"), Some(Format::Text));
        assert_eq!(of("a.txt", b"\xEF\xBB\xBFWEBVTT\n"), Some(Format::WebVtt));
        assert_eq!(
            of("a.txt", b"1\n00:00:01,000 --> 00:00:02,000\nyes"),
            Some(Format::SubRip)
        );
        assert_eq!(
            of("a.txt", b"0:00:01.000,0:00:02.500\nyes"),
            Some(Format::Sbv)
        );
        assert_eq!(
            of("a.txt", b"[ti:A talk]\n[00:01.00]yes\n[00:02.50]no\n"),
            Some(Format::Lrc)
        );
        assert_eq!(
            of(
                "a.txt",
                b"[00:01.00] Anna: yes\n[00:02.50] Ben: no\n[00:04.00] Anna: so\n"
            ),
            Some(Format::Text)
        );
        assert_eq!(
            of(
                "a.xml",
                b"<?xml version=\"1.0\"?><!-- <tt> -->\n<tt:tt xmlns:tt=\"http://www.w3.org/ns/ttml\"><tt:body>"
            ),
            Some(Format::TimedText)
        );
        assert_eq!(of("a.htm", b"<tt>typed</tt><p>words"), Some(Format::Html));
        assert_eq!(of("a.txt", b"%PDF-1.7"), Some(Format::Pdf));
        assert_eq!(
            of("a.xml", b"<?xml version=\"1.0\"?>\n<TEI xmlns=\"x\">"),
            Some(Format::Tei)
        );
        assert_eq!(of("a.xml", b"<akomaNtoso>"), Some(Format::AkomaNtoso));
        assert_eq!(of("a", b"<!DOCTYPE HTML><html>"), Some(Format::Html));
        assert_eq!(
            of(
                "a.json",
                b"{\"version\": \"1.0.0\", \"segments\": [{\"speaker\": \"A\", \"body\": \"b\"}]}"
            ),
            Some(Format::Podcast)
        );
        let talk = format!(
            "{{\"text\": \"{}\", \"segments\": []}}",
            "word ".repeat(4000)
        );
        assert_eq!(of("a.json", talk.as_bytes()), Some(Format::Podcast));
        assert_eq!(of("a.json", b"{\"text\": 1}"), Some(Format::Text));
        assert_eq!(
            of("a.jsonl", b"{\"who\": \"A\", \"content\": \"b\"}\n"),
            Some(Format::Podcast)
        );
        assert_eq!(of("a.csv", b"speaker,words"), Some(Format::Table));
        assert_eq!(
            of("a.txt", b"Timespan\tContent\tSpeaker\n0:00\tYes.\tAnn\n"),
            Some(Format::Table)
        );
        assert_eq!(
            of("a.txt", b"start,speaker,text\n1,Ann,\"Yes, indeed\"\n"),
            Some(Format::Table)
        );
        assert_eq!(
            of("a.txt", b"Speaker, text and tone\nAnn: yes\n"),
            Some(Format::Text)
        );
        for talk in [
            &b"Speaker, Text, and Tone: a lecture\nby Anna Berg, Oslo, 1971\n"[..],
            b"Speaker,Text\nAnna: Welcome, all of you\n",
        ] {
            assert_eq!(of("a.txt", talk), Some(Format::Text));
        }
        assert_eq!(of("a.txt", b"\x89PNG\r\n"), None);
        assert_eq!(
            of("a.docx", b"PK\x03\x04 word/document.xml"),
            Some(Format::Word)
        );
        assert_eq!(of("a.pdf", b"HTTP/1.1 200\n\n%PDF-1.4"), Some(Format::Pdf));
        assert_eq!(of("a.doc", b"\xD0\xCF\x11\xE0"), Some(Format::Word));
    }
}
