use super::*;
use std::io::Write;
use zip::write::{SimpleFileOptions, ZipWriter};

fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = ZipWriter::new(Cursor::new(&mut bytes));
    for (name, xml) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(xml.as_bytes()).unwrap();
    }
    writer.finish().unwrap();
    bytes
}

fn read(body: &str) -> String {
    text(&package(&[(
        "word/document.xml",
        &format!("<w:document><w:body>{body}</w:body></w:document>"),
    )]))
    .unwrap()
    .text
}

#[test]
fn paragraphs_tabs_and_breaks() {
    assert_eq!(
        read(
            "<w:p><w:r><w:t>A:</w:t><w:tab/><w:t>one </w:t></w:r><w:r><w:t>&amp; tw&#111;</w:t><w:br/><w:t>non</w:t><w:noBreakHyphen/><w:t>co</w:t><w:softHyphen/><w:t>op</w:t></w:r></w:p>\
              <w:p/><w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"9\"/></w:tabs></w:pPr><w:r><w:t>B</w:t><w:br w:type=\"page\"/><w:t>C</w:t></w:r></w:p><w:p><w:r><w:t>D</w:t></w:r></w:p>"
        ),
        "A:\tone & two\nnon\u{2011}coop\n\n\nB\u{c}C\n\nD\n"
    );
}

#[test]
fn what_is_deleted_or_hidden_is_not_seen() {
    assert_eq!(
        read(
            "<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del><w:ins><w:r><w:t>c</w:t></w:r></w:ins>\
              <w:r><w:rPr><w:vanish/></w:rPr><w:t>d</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>e</w:t></w:r>\
              <w:moveFrom><w:r><w:t>f</w:t></w:r></w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
        ),
        "ace\n"
    );
}

#[test]
fn a_text_box_is_read_once_and_a_table_row_by_row() {
    assert_eq!(
        read(
            "<w:p><w:r><w:t>a </w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
              <mc:Fallback><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>b</w:t></w:r></w:p>\
              <w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Yes.</w:t></w:r></w:p></w:tc></w:tr>\
              <w:tr><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>No.</w:t></w:r></w:p><w:p><w:r><w:t>Or yes.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        ),
        "box\n\na b\n\nA\tYes.\nB\tNo.\n\nOr yes.\n"
    );
}

#[test]
fn notes_stand_at_the_end_under_their_marks() {
    let body = "<w:document><w:p><w:r><w:t>a</w:t><w:endnoteReference w:id=\"5\"/><w:t> b</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p></w:document>";
    let footnotes = "<w:footnotes><w:footnote w:id=\"-1\"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/><w:t> two</w:t></w:r></w:p><w:p><w:r><w:t>more</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let endnotes = "<w:endnotes><w:endnote w:id=\"5\"><w:p><w:r><w:t>one</w:t></w:r></w:p></w:endnote></w:endnotes>";
    let relations = "<Relationships><Relationship Type=\"http://x/relationships/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>";
    let bytes = package(&[
        ("_rels/.rels", relations),
        ("word/document2.xml", body),
        ("word/footnotes.xml", footnotes),
        ("word/endnotes.xml", endnotes),
    ]);
    assert_eq!(
        text(&bytes).unwrap().text,
        "a[1] b[2]\n\n[1] one\n\n[2] two\nmore\n"
    );
}

#[test]
fn typed_lines_are_lines() {
    let line = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let body: String = (0..12)
        .map(|n| line(&format!("line {n} goes on")))
        .collect();
    let read = read(&format!("{body}<w:p/>{}", line("end.")));
    assert!(
        read.starts_with("line 0 goes on\nline 1 goes on\n"),
        "{read}"
    );
    assert!(read.ends_with("line 11 goes on\n\nend.\n"), "{read}");
}

#[test]
fn what_cannot_be_read_says_why() {
    let whole = package(&[(
        "word/document.xml",
        "<w:document><w:p><w:t>a</w:t></w:p></w:document>",
    )]);
    let half = text(&whole[..whole.len() / 2]).unwrap_err();
    assert!(
        half.reason.starts_with("the Word document is damaged"),
        "{}",
        half.reason
    );
    let wide: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let locked = [b"\xD0\xCF\x11\xE0\xA1\xB1".as_slice(), &wide].concat();
    assert_eq!(
        text(&locked).unwrap_err().reason,
        "the Word document is locked with a password"
    );
    assert!(
        text(b"\xD0\xCF\x11\xE0")
            .unwrap_err()
            .reason
            .contains("no Word document")
    );
    let bomb = package(&[("word/document.xml", &" ".repeat(LARGEST as usize + 1))]);

    assert_eq!(
        text(&bomb).unwrap_err().reason,
        "the Word document unpacks to more than 62 MB"
    );
}

#[test]
fn broken_and_deep_markup_is_read_as_far_as_it_goes() {
    assert_eq!(
        read("<w:p><w:r><w:t>a &unknown; b</w:r></w:p></w:x><w:p><w:r><w:t>c"),
        "a &unknown; b\n\nc\n"
    );
    let deep = read(&"<w:p><w:r><w:t>a".repeat(20_000));
    assert_eq!(deep.matches('a').count(), 20_000);
    let tables = read(&"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(20_000));
    assert_eq!(tables.matches('a').count(), 20_000);
}

#[test]
fn paragraphs_keep_the_numbers_they_have_in_word() {
    let paragraph = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let cells = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        paragraph("c"),
        paragraph("d")
    );
    let body = [
        &*paragraph("a"),
        "<w:p/>",
        &paragraph("b"),
        &cells,
        &paragraph("e"),
    ]
    .concat();
    let xml = format!("<w:document><w:body>{body}</w:body></w:document>");
    let read = text(&package(&[("word/document.xml", &xml)])).unwrap();
    let numbered: Vec<_> = read
        .paragraphs
        .iter()
        .map(|(at, number)| (&read.text[*at..=*at], *number))
        .collect();
    assert_eq!(numbered, [("a", 1), ("b", 3), ("c", 4), ("e", 6)]);
}

#[test]
fn what_a_style_sets_apart_is_set_apart() {
    let styles = "<w:styles>\
        <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name w:val=\"Normal\"/></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"P\"><w:basedOn w:val=\"N\"/><w:rPr><w:b/></w:rPr></w:style>\
        <w:style w:type=\"character\" w:styleId=\"B\"><w:rPr><w:b/></w:rPr></w:style>\
        <w:style w:type=\"character\" w:styleId=\"S\"><w:basedOn w:val=\"T\"/></w:style>\
        <w:style w:type=\"character\" w:styleId=\"T\"><w:basedOn w:val=\"S\"/><w:rPr><w:smallCaps/></w:rPr></w:style>\
        <w:style w:type=\"character\" w:styleId=\"H\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:u/></w:rPr></w:style>\
        </w:styles>";
    let run = |properties: &str, words: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>")
    };
    let body = [
        run("<w:rStyle w:val=\"S\"/>", "a") + &run("", "b"),
        run("<w:rStyle w:val=\"H\"/>", "c") + &run("<w:u w:val=\"single\"/>", "d"),
        run("<w:u w:val=\"none\"/>", "e") + &run("<w:rStyle w:val=\"none\"/>", "f"),
        // Bold in bold is plain, unless the run itself says so.
        "<w:pPr><w:pStyle w:val=\"P\"/><w:pPrChange><w:pPr><w:pStyle w:val=\"N\"/></w:pPr></w:pPrChange></w:pPr>"
            .to_owned()
            + &run("", "g")
            + &run("<w:rStyle w:val=\"B\"/>", "h")
            + &run("<w:b w:val=\"0\"/>", "i")
            + &run("<w:rStyle w:val=\"B\"/><w:b/><w:rPrChange><w:rPr><w:b w:val=\"0\"/></w:rPr></w:rPrChange>", "j"),
    ]
    .map(|paragraph| format!("<w:p>{paragraph}</w:p>"))
    .concat();
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let parts = [
        ("word/document.xml", document.as_str()),
        ("word/styles.xml", styles),
    ];
    let read = text(&package(&parts)).unwrap();
    let strong: String = read
        .strong
        .iter()
        .map(|span| &read.text[span.range()])
        .collect();
    assert_eq!(
        (read.text.as_str(), strong.as_str()),
        ("ab\n\ncd\n\nef\n\nghij\n", "adgj")
    );
}
