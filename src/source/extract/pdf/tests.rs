use super::*;

/// A PDF of the given page drawings, with Times as `F` and a fixed width face as `C`, as an old program might write it.
fn pdf(pages: &[&str]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"
            .to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>".to_owned(),
    ];
    let mut kids = String::new();
    for drawing in pages {
        let page = objects.len() + 1;
        kids.push_str(&format!("{page} 0 R "));
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {} 0 R /Resources << /Font << /F 3 0 R /C 4 0 R >> >> >>",
            page + 1
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{drawing}\nendstream",
            drawing.len()
        ));
    }
    objects[1] = format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len());
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let start = out.len();
    out.push_str(&format!(
        "xref\n0 {}\n0000000000 65535 f \n",
        objects.len() + 1
    ));
    for place in places {
        out.push_str(&format!("{place:010} 00000 n \n"));
    }
    out.push_str(&format!(
        "trailer << /Root 1 0 R /Size {} >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    ));
    out.into_bytes()
}

fn drawn(lines: &[(f32, f32, &str)]) -> String {
    let mut drawing = String::new();
    for (x, y, text) in lines {
        drawing.push_str(&format!(
            "BT /F 10 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET
"
        ));
    }
    drawing
}

#[test]
fn lines_paragraphs_and_pages() {
    let first = drawn(&[
        (72.0, 700.0, "MR. ADLER. The bridge was closed in"),
        (72.0, 688.0, "January, and it is closed today."),
        (72.0, 664.0, "MS. OKORO. We repair it."),
        (72.0, 652.0, "Before May, I hope, if nothing else"),
        (72.0, 640.0, "is found in the piers."),
        (300.0, 40.0, "12"),
    ]);
    let second = drawn(&[(72.0, 700.0, "And then it opens.")]);
    assert_eq!(
        text(&pdf(&[&first, &second])).unwrap(),
        "MR. ADLER. The bridge was closed in\nJanuary, and it is closed today.\n\nMS. OKORO. We repair it.\nBefore May, I hope, if nothing else\nis found in the piers.\n\n12\n\u{c}And then it opens.\n"
    );
}

#[test]
fn words_are_told_by_their_gaps() {
    // Kerned inside a word, moved between words; octal codes of WinAnsi; a ligature-free hyphen.
    let page = "BT /F 10 Tf 12 TL 72 700 Td [(T) 80 (he) -300 (l) -10 (ake)] TJ T* [(caf\\351)-250(\\223yes\\224)] TJ ET";
    assert_eq!(text(&pdf(&[page])).unwrap(), "The lake\ncafé “yes”\n");
    // Drawn out of order, and twice for bold.
    let page = drawn(&[
        (110.0, 700.0, "world"),
        (72.0, 700.0, "Hello"),
        (72.3, 700.0, "Hello"),
    ]);
    assert_eq!(text(&pdf(&[&page])).unwrap(), "Hello world\n");
}

#[test]
fn indented_lines_begin_paragraphs() {
    let page = drawn(&[
        (72.0, 700.0, "the end of the paragraph before this one."),
        (90.0, 688.0, "Mr. Lind. A paragraph begins here and"),
        (72.0, 676.0, "goes on and on and on until it ends, and"),
        (72.0, 664.0, "then it ends."),
        (90.0, 652.0, "Mr. Berg. Another one that also runs"),
        (72.0, 640.0, "over its line."),
    ]);
    assert_eq!(
        text(&pdf(&[&page])).unwrap(),
        "the end of the paragraph before this one.\n\nMr. Lind. A paragraph begins here and\ngoes on and on and on until it ends, and\nthen it ends.\n\nMr. Berg. Another one that also runs\nover its line.\n"
    );
}

#[test]
fn columns_are_read_one_after_the_other() {
    let mut lines = vec![(180.0, 760.0, "A headline across both columns")];
    let words = "the column is filled with words";
    for row in 0..10u8 {
        lines.push((72.0, 720.0 - 12.0 * f32::from(row), words));
        lines.push((
            320.0,
            714.0 - 12.0 * f32::from(row),
            "and the other one is as well",
        ));
    }
    let read = text(&pdf(&[&drawn(&lines)])).unwrap();
    let expected = format!(
        "A headline across both columns\n{}{}",
        format!("{words}\n").repeat(10),
        "and the other one is as well\n".repeat(10)
    );
    assert_eq!(read, expected);
    // Names beside their words are no column.
    let mut lines = Vec::new();
    for row in 0..10u8 {
        let y = 720.0 - 12.0 * f32::from(row);
        lines.push((72.0, y, "ADLER"));
        lines.push((170.0, y, "The bridge is closed, and that is that"));
    }
    let read = text(&pdf(&[&drawn(&lines)])).unwrap();
    assert!(read.starts_with("ADLER\tThe bridge"), "{read}");
}

#[test]
fn what_cannot_be_read_says_why() {
    let reason = |bytes: &[u8]| text(bytes).unwrap_err().reason;
    assert_eq!(
        reason(&pdf(&["0 0 100 100 re f"])),
        "the PDF holds images of pages, not text"
    );
    assert_eq!(reason(b"%PDF-1.4\n"), "the PDF is damaged");
    let whole = pdf(&[&drawn(&[(72.0, 700.0, "text")])]);
    for end in (0..whole.len()).step_by(7) {
        // Half a file may be readable or not, but it never fails otherwise.
        if let Err(why) = text(&whole[..end]) {
            assert!(!why.reason.contains("fault"), "{}", why.reason);
        }
    }
}

#[test]
fn a_small_file_that_unpacks_to_gigabytes_is_refused() {
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write;
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    for _ in 0..200 {
        packed.write_all(&vec![b' '; 1 << 20]).unwrap();
    }
    let packed = packed.finish().unwrap();
    let mut bytes = format!(
        "%PDF-1.4\n1 0 obj\n<< /Length {} /Filter /FlateDecode >>\nstream\n",
        packed.len()
    )
    .into_bytes();
    bytes.extend(packed);
    bytes.extend(b"\nendstream\nendobj\n");
    assert!(bytes.len() < 1 << 20);
    let why = text(&bytes).unwrap_err();
    assert!(why.reason.contains("more than 128 MB"), "{}", why.reason);
}

#[test]
fn damaged_drawings_are_read_as_far_as_they_go() {
    let page = "q 1 0 0 1 72 700 cm BT /F 10 Tf 12 TL 2 Tr 90 Tz 1 Ts (One) Tj T* [(T) 80 (wo)] TJ 1 2 (Three) \" (Four) ' /C 9 Tf 0 -12 TD <466976 65> Tj ET /X Do Q";
    let whole = pdf(&[page, page]);
    let mut seed: u64 = 11;
    let mut random = move |below: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap_or(0) % below
    };
    let signs = b"0919-./<>[]()'\" TfjJdmQqDo\\\xff\x00";
    for _ in 0..300 {
        let mut bytes = whole.clone();
        for _ in 0..=random(6) {
            let at = random(bytes.len());
            bytes[at] = signs[random(signs.len())];
        }
        if let Err(why) = text(&bytes) {
            assert!(
                !why.reason.contains("fault"),
                "{}",
                String::from_utf8_lossy(&bytes)
            );
        }
    }
}
