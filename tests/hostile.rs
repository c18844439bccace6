//! Files made to break or exhaust their reader: each is read or refused with what to do, quickly and without loss.

mod support;

use memcon::diagnostic::Diagnostics;
use memcon::source;
use std::io::{Cursor, Write};
use std::time::{Duration, Instant};
use support::fixtures::only;
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Ample for these sizes in a debug build on a busy machine: what does not grow with its length alone takes minutes.
const LONGEST: Duration = Duration::from_mins(1);

/// Why a file is refused.
fn refused(name: &str, bytes: Vec<u8>) -> String {
    let started = Instant::now();
    let unread = source::document_bytes(name, bytes).expect_err("it is refused");
    assert!(started.elapsed() < LONGEST, "{:?}", started.elapsed());
    assert!(!unread.help.is_empty());
    assert!(!unread.reason.contains("fault"), "{}", unread.reason);
    unread.reason
}

/// What is reported of a file that is read; nothing of it is lost.
fn told(name: &str, bytes: Vec<u8>) -> Vec<String> {
    let started = Instant::now();
    let document = source::document_bytes(name, bytes).expect("it is read");
    let mut diagnostics = Diagnostics::new();
    let site = memcon::compile(&only(vec![document]), &mut diagnostics);
    assert_eq!(site.unread, [], "{name}");
    assert!(site.documents[0].account.is_complete(), "{name}");
    assert!(
        started.elapsed() < LONGEST,
        "{name}: {:?}",
        started.elapsed()
    );
    let told = diagnostics.sorted().into_iter();
    told.map(|found| found.message.clone()).collect()
}

/// A package of Word with these files; sizes above a kilobyte are filled with blanks.
fn package(
    files: impl IntoIterator<Item = (String, Vec<u8>)>,
    method: CompressionMethod,
) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = ZipWriter::new(Cursor::new(&mut bytes));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, content) in files {
        writer.start_file(name, options).unwrap();
        writer.write_all(&content).unwrap();
    }
    writer.finish().unwrap();
    bytes
}

fn document(words: &str) -> (String, Vec<u8>) {
    let xml = format!(
        "<w:document><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>"
    );
    ("word/document.xml".to_owned(), xml.into_bytes())
}

#[test]
fn packages_that_unpack_without_end_are_refused() {
    let blanks = " ".repeat(40_000_000);
    let bomb = package([document(&blanks)], CompressionMethod::Deflated);
    assert!(bomb.len() < 100_000);
    assert_eq!(
        refused("a.docx", bomb.clone()),
        "the Word document unpacks to more than 16 MB"
    );

    // The size that the package gives is not true.
    let mut lying = bomb;
    let size = u32::try_from(document(&blanks).1.len())
        .unwrap()
        .to_le_bytes();
    let places: Vec<usize> = memchr::memmem::find_iter(&lying, &size).collect();
    assert!(!places.is_empty());
    for at in places {
        lying[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
    }
    let why = refused("a.docx", lying);
    assert!(why.starts_with("the Word document "), "{why}");

    let files = (0..20_000).map(|n| (format!("word/media/{n}"), Vec::new()));
    let many = package(files.chain([document("words")]), CompressionMethod::Stored);
    assert_eq!(
        refused("a.docx", many),
        "the Word document holds more than 10,000 files"
    );
    let many = (0..70_000).map(|n| (format!("{n}"), Vec::new()));
    let many = package(many.chain([document("words")]), CompressionMethod::Stored);
    assert_eq!(
        refused("a.docx", many),
        "the Word document holds more than 10,000 files"
    );
}

#[test]
fn packages_cut_off_or_locked_say_so() {
    let whole = package([document("Ann: Yes.")], CompressionMethod::Stored);
    for len in [60, whole.len() / 2, whole.len() - 1] {
        let why = refused("a.docx", whole[..len].to_vec());
        assert!(why.starts_with("the Word document is damaged"), "{why}");
    }
    // The first bit of the flags: the file is encrypted.
    let mut locked = whole.clone();
    locked[6] |= 1;
    let directory = memchr::memmem::find(&locked, b"PK\x01\x02").unwrap();
    locked[directory + 8] |= 1;
    assert_eq!(
        refused("a.docx", locked),
        "the Word document is locked with a password"
    );

    let wide: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let container = [
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(),
        vec![0; 2000],
        wide,
    ]
    .concat();
    assert_eq!(
        refused("a.docx", container),
        "the Word document is locked with a password"
    );
}

#[test]
fn a_pdf_under_a_password_says_so() {
    let zeros = "00".repeat(32);
    let pdf = format!(
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n\
         3 0 obj\n<</Filter/Standard/V 1/R 2/Length 40/P -4/O<{zeros}>/U<{zeros}>>>\nendobj\n\
         trailer\n<</Root 1 0 R/Size 4/Encrypt 3 0 R/ID[<{zeros}><{zeros}>]>>\n%%EOF\n"
    );
    let start = pdf.find("1 0 obj").unwrap();
    let places = ["1 0 obj", "2 0 obj", "3 0 obj"].map(|object| pdf.find(object).unwrap());
    assert_eq!(start, places[0]);
    let mut table = String::new();
    for at in places {
        table.push_str(&format!("{at:010} 00000 n \n"));
    }
    let (body, trailer) = pdf.split_once("trailer").unwrap();
    let trailer = trailer.replace("%%EOF", &format!("startxref\n{}\n%%EOF", body.len()));
    let pdf = format!("{body}xref\n0 4\n0000000000 65535 f \n{table}trailer{trailer}");
    assert_eq!(
        refused("a.pdf", pdf.into_bytes()),
        "the PDF is locked with a password"
    );
}

#[test]
fn entities_are_never_multiplied() {
    let mut declared = String::from("<!ENTITY a0 'ha'>");
    for n in 1..40 {
        let before = n - 1;
        declared.push_str(&format!(
            "<!ENTITY a{n} '&a{before};&a{before};&a{before};'>"
        ));
    }
    let doctype = format!("<!DOCTYPE x [{declared}<!ENTITY f SYSTEM 'file:///etc/passwd'>]>");
    for (name, before, after) in [
        ("a.xml", "<TEI><text><body><u>", "</u></body></text></TEI>"),
        (
            "a.ttml",
            "<tt xml:lang=''><body><p begin='1s'>",
            "</p></body></tt>",
        ),
    ] {
        let file = format!("{doctype}{before}words &a39; &f; end{after}");
        let found = told(name, file.into_bytes());
        assert!(
            found
                .iter()
                .any(|message| message.contains("“&a39;” stands for other entities")),
            "{found:?}"
        );
    }
    let xml = format!("{doctype}<w:document><w:p><w:t>words &a39; &f;</w:t></w:p></w:document>");
    let file = package(
        [("word/document.xml".to_owned(), xml.into_bytes())],
        CompressionMethod::Stored,
    );
    told("a.docx", file);
}

/// A beginning, what is said again without end, and how often.
type Case = (&'static str, &'static str, &'static str, usize);

fn all_are_read(cases: &[Case]) {
    for (name, begin, again, n) in cases {
        told(name, format!("{begin}{}", again.repeat(*n)).into_bytes());
    }
}

#[test]
fn what_is_nested_without_end_is_read() {
    all_are_read(&[
        ("a.html", "<html><p>words", "<div>", 50_000),
        ("a.html", "<html><p>words", "<table><tr><td>x", 40_000),
        ("a.html", "<html><p>words", "<b><ul><li>", 40_000),
        ("a.xml", "<TEI>", "<u>w ", 50_000),
        ("a.xml", "<akomaNtoso>", "<speech>w ", 50_000),
        ("a.ttml", "<tt xml:lang=''>", "<span>w ", 50_000),
        (
            "a.json",
            "{\"text\": \"words\", \"speaker\": ",
            "[",
            100_000,
        ),
        (
            "a.json",
            "{\"text\": \"words\", \"speaker\": \"a\", \"segments\": ",
            "{\"segments\":",
            100_000,
        ),
        ("a.txt", "words ", "[(", 50_000),
        ("a.md", "words ", "> ", 50_000),
    ]);
    let deep = format!(
        "{{\"text\":\"words\",\"speaker\":\"a\",\"segments\":{}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    told("a.json", deep.into_bytes());
    let xml = format!(
        "<w:document>{}",
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>w</w:t>".repeat(20_000)
    );
    let file = package(
        [("word/document.xml".to_owned(), xml.into_bytes())],
        CompressionMethod::Stored,
    );
    told("a.docx", file);
    refused(
        "a.pdf",
        format!("%PDF-1.4\n1 0 obj {}", "<</A [".repeat(100_000)).into_bytes(),
    );
}

#[test]
fn what_is_said_again_without_end_is_read() {
    all_are_read(&[
        ("a.txt", "words ", "<", 50_000),
        ("a.html", "<html><p>words", "<", 50_000),
        ("a.xml", "<TEI><u>words", "<", 50_000),
        (
            "a.ttml",
            "<tt xml:lang=''><p begin='1s'>words",
            "<",
            200_000,
        ),
        (
            "a.vtt",
            "WEBVTT\n\n00:01.000 --> 00:02.000\nwords",
            "<",
            200_000,
        ),
        ("a.csv", "speaker,text\na,words", "<", 50_000),
        (
            "a.json",
            "{\"segments\":[{\"speaker\":\"a\",\"text\":\"words",
            "<",
            200_000,
        ),
        ("a.html", "<html><p>words <p ", "a=b ", 100_000),
        ("a.xml", "<TEI><u>words", "</x>", 50_000),
        ("a.xml", "<TEI><u>words", "<!--", 50_000),
        ("a.xml", "<TEI><u>words", "<![CDATA[", 50_000),
        ("a.xml", "<TEI><u>words", "&a;", 50_000),
        ("a.csv", "speaker,text\na,", "\"b", 50_000),
        ("a.csv", "speaker", ",x", 150_000),
        ("a.csv", "", "word\n", 50_000),
        ("a.lrc", "[00:01.00]words\n", "[00:01.00]", 50_000),
        ("a.sbv", "0:00:01.000,0:00:02.000\nwords", "[br]a", 50_000),
        ("a.txt", "", "Ann: yes. ", 50_000),
    ]);
}
