use crate::source::Encoding;

fn read(html: &str) -> String {
    super::read(html.as_bytes()).text
}

fn site(html: &str) -> (String, Vec<String>) {
    let page = super::read(html.as_bytes());
    let chrome = page
        .chrome
        .iter()
        .map(|span| page.text[span.range()].to_owned())
        .collect();
    (page.text, chrome)
}

#[test]
fn paragraphs_need_no_end_tags() {
    assert_eq!(
        read(
            "<BODY><P>\nMSM: One\nand two.  <BR>\n\n<P>Ritchie: Three.<br>Four<P>&nbsp;<P>Five &amp; six"
        ),
        "MSM: One and two.\n\nRitchie: Three.\nFour\n\nFive & six\n"
    );
}

#[test]
fn preformatted_text_keeps_its_layout() {
    let pre = "\n[Page S1]\n\n  Mr. SMITH. I rise &lt;today&gt;\n    <a href=x>and</a>   sit.\n\n\n\n  The end.\n";
    assert_eq!(
        read(&format!("<html><body><pre>{pre}</pre></body></html>")),
        "[Page S1]\n\n  Mr. SMITH. I rise <today>\n    and   sit.\n\n\n\n  The end.\n"
    );
}

#[test]
fn tables_are_read_row_by_row_and_lists_item_by_item() {
    assert_eq!(
        read(
            "<table><tr><td>A</td><td><p>Yes.</p></td></tr><tr><td>B<td>No.</table><ul><li>one<li>two</ul>end"
        ),
        "A\tYes.\nB\tNo.\n\none\ntwo\n\nend\n"
    );
    let long = "word ".repeat(30);
    let long = long.trim();
    assert_eq!(
        read(&format!(
            "<table><tr><td>A<td>{long}<tr><td>B<td>No.</table>"
        )),
        format!("A\t{long}\n\nB\tNo.\n")
    );
    // A table that only sets the page: paragraphs stay paragraphs.
    assert_eq!(
        read("<table><tr><td><p>one<p>two</td><td>three</td></tr></table>"),
        "one\n\ntwo\n\nthree\n"
    );
}

#[test]
fn what_is_no_text_is_left_out() {
    assert_eq!(
        read(
            "<head><title>A talk</title><style>p{}</style></head><h1>A talk</h1><script>if (1<2) {}</script><p>co\u{ad}operate<noscript>No script</noscript><template><p>x</template><svg><title>icon</title></svg>!"
        ),
        "A talk\n\ncooperate!\n"
    );
}

#[test]
fn a_title_that_no_heading_repeats_comes_first() {
    assert_eq!(
        read("<title>Interview with\nA</title><p>A: Yes."),
        "Interview with A\n\nA: Yes.\n"
    );
    assert_eq!(
        read("<title>A Talk</title><p>The talk: a talk<p>A: Yes."),
        "The talk: a talk\n\nA: Yes.\n"
    );
    assert_eq!(
        read("<meta name=generator content='Maker 3'><title>Created by Maker</title><p>A: Yes."),
        "A: Yes.\n"
    );
    assert_eq!(
        read("<title>never closed <p>A: Yes."),
        "never closed <p>A: Yes.\n"
    );
}

#[test]
fn a_raised_number_stays_one() {
    assert_eq!(
        read("in 1989<sup><a href=#n>12</a></sup> the 4<sup>th</sup>"),
        "in 1989¹² the 4th\n"
    );
}

#[test]
fn what_a_page_says_of_its_encoding_counts() {
    let page = b"<meta charset=windows-1251><p>\xC3\xEE\xF0\xE1\xE0\xF7\xB8\xE2: \xC4\xE0.";
    let read = super::read(page);
    assert_eq!(read.text, "Горбачёв: Да.\n");
    assert_eq!(
        read.encoding,
        Encoding::Marked {
            name: "windows-1251"
        }
    );
    let page = b"<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=iso-8859-1'><P>\x93Oui\x94 \x96 d\xE9j\xE0";
    assert_eq!(super::read(page).text, "“Oui” – déjà\n");
    // UTF-8 that says it is something else, and a page that says it is UTF-8 and is not.
    assert_eq!(
        super::read("<meta charset=iso-8859-1><p>déjà".as_bytes()).text,
        "déjà\n"
    );
    assert_eq!(
        super::read(b"<meta charset=utf-8><p>d\xE9j\xE0 vu, l'\xE9t\xE9 pass\xE9").text,
        "déjà vu, l'été passé\n"
    );
}

#[test]
fn the_site_around_a_transcript_is_named() {
    let mut turns = String::new();
    for n in 0..12 {
        turns.push_str(&format!(
            "<p>Ann: This is the question number {n}, which is long, is it not?<p>Bob: Yes."
        ));
    }
    let page = format!(
        "<body><div class=top><a href=/>Our site</a> <a href=/a>About</a></div><nav><ul><li>Home<li>News</ul></nav>\
         <h1>A talk</h1><p>1 May 1990</p><div id=content class=article>{turns}</div>\
         <div class=sidebar><ul><li><a href=/1>Another page</a><li><a href=/2>And another</a></ul></div>\
         <footer><p>All rights reserved</footer></body>"
    );
    let (text, chrome) = site(&page);
    assert_eq!(
        chrome,
        [
            "Our site About\n\nHome\nNews",
            "Another page\nAnd another\n\nAll rights reserved"
        ]
    );
    assert!(
        text.contains("News\n\nA talk\n\n1 May 1990\n\nAnn: This"),
        "{text}"
    );
}

#[test]
fn a_form_around_the_page_and_a_folded_transcript_are_text() {
    let speech = "Ann: We said all of this before. ".repeat(40);
    let (_, chrome) = site(&format!(
        "<form><select><option>English<option>French</select><p>{speech}</p><button>Send</button></form>"
    ));
    assert_eq!(chrome, ["English\nFrench", "Send"]);
    let (_, chrome) = site(&format!(
        "<div style='display: none'><p>{speech}</div><p hidden>closed</p>"
    ));
    assert_eq!(chrome, ["closed"]);
}

#[test]
fn nothing_is_too_deep_or_too_broken() {
    let n = 50_000;
    for (open, close) in [
        ("<div>", ""),
        ("<div>a", "</div>"),
        ("<b>a", ""),
        ("<p><font size=1>a", ""),
        ("<table><tr><td>a", ""),
        ("<ul><li>a", ""),
        ("<nav>a", "</nav>"),
        ("<span hidden>a", ""),
        ("<pre>", ""),
        ("</p>", ""),
        ("<!--", ""),
        ("<sup>1", ""),
        ("&amp", ""),
    ] {
        let html = format!("<p>start{}end{}", open.repeat(n), close.repeat(n));
        let read = super::read(html.as_bytes()).text;
        assert!(read.starts_with("start"), "{open}");
        if open != "<!--" {
            assert!(read.trim_end().ends_with("end"), "{open}");
        }
    }
}
