use super::*;
use proptest::prelude::*;

fn mark(range: Range<usize>, kind: MarkKind) -> Stretch {
    let what = What::Mark {
        kind,
        language: None,
    };
    Stretch { range, what }
}

fn mention(range: Range<usize>) -> Stretch {
    let what = What::Mention {
        url: "../people.html#x".to_owned(),
    };
    Stretch { range, what }
}

fn note(range: Range<usize>, number: usize) -> Stretch {
    let what = What::Note {
        sign: number.to_string(),
        label: format!("Editors’ note {number}"),
        anchor: format!("note-{number}"),
    };
    Stretch { range, what }
}

fn page_break(at: usize) -> Stretch {
    let what = What::PageBreak {
        label: "page 2 begins here".to_owned(),
        page: Some("page 2".to_owned()),
    };
    Stretch {
        range: at..at,
        what,
    }
}

fn check(text: &str, stretches: &[Stretch], expected: &str) {
    assert_eq!(render(text, stretches).as_str(), expected);
    assert_eq!(
        text_of(render(text, stretches).as_str()).as_deref(),
        Ok(text)
    );
}

/// The text of well-formed HTML: without tags, note signs, entities read. `Err` tells what is not well-formed.
fn text_of(html: &str) -> Result<String, String> {
    let mut text = String::new();
    let mut open: Vec<String> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        if !open.iter().any(|name| name == "sup") {
            text.push_str(&rest[..at]);
        }
        let end = rest[at..].find('>').ok_or("an open tag")? + at;
        let tag = &rest[at + 1..end];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop().as_deref() != Some(name) {
                return Err(format!("</{name}> closes nothing in {html}"));
            }
        } else {
            let name = tag.split(' ').next().unwrap_or_default().to_owned();
            if name == "a" && open.contains(&name) {
                return Err(format!("a link in a link in {html}"));
            }
            open.push(name);
        }
        rest = &rest[end + 1..];
    }
    text.push_str(rest);
    if !open.is_empty() {
        return Err(format!("{open:?} stay open in {html}"));
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    Ok(entities
        .iter()
        .fold(text, |text, (entity, c)| text.replace(entity, c)))
}

#[test]
fn plain_text_is_escaped() {
    check(
        "a <script> & \"b\"",
        &[],
        "a &lt;script&gt; &amp; &quot;b&quot;",
    );
}

#[test]
fn marks_become_elements() {
    check(
        "Yes (Laughter) no",
        &[mark(4..14, MarkKind::Stage)],
        "Yes <i class=\"stage\">(Laughter)</i> no",
    );
}

#[test]
fn a_gloss_knows_its_language() {
    let stretch = Stretch {
        range: 0..5,
        what: What::Mark {
            kind: MarkKind::Gloss,
            language: Some("ru-Latn".to_owned()),
        },
    };
    check(
        "[mir]",
        &[stretch],
        "<span class=\"gloss\" lang=\"ru-Latn\">[mir]</span>",
    );
}

#[test]
fn a_mention_that_crosses_a_mark_is_cut() {
    check(
        "one two three",
        &[mark(0..7, MarkKind::Emphasis), mention(4..13)],
        "<em>one <a class=\"mention\" href=\"../people.html#x\">two</a></em>\
         <a class=\"mention\" href=\"../people.html#x\"> three</a>",
    );
}

#[test]
fn a_note_sign_stands_after_its_words_and_never_in_a_link() {
    let sign = "<sup class=\"note-sign\" id=\"note-1-sign\"><a href=\"#note-1\" aria-label=\"Editors’ note 1\">1</a></sup>";
    check("WTO and", &[note(0..3, 1)], &format!("WTO{sign} and"));
    let link = "<a class=\"mention\" href=\"../people.html#x\">";
    check(
        "Saddam Hussein",
        &[mention(0..14), note(0..6, 1)],
        &format!("{link}Saddam</a>{sign}{link} Hussein</a>"),
    );
}

#[test]
fn a_footnote_and_its_sign_lead_to_each_other() {
    let what = What::Footnote {
        url: "#footnote-1".to_owned(),
        anchor: "footnote-1-sign".to_owned(),
        label: "Footnote 1".to_owned(),
    };
    let sign = Stretch { range: 3..6, what };
    let kind = MarkKind::Note(crate::document::NoteKind::Footnote);
    check(
        "May[1] and",
        &[mark(3..6, kind), sign],
        "May<span class=\"stage\"><a class=\"footnote-sign\" id=\"footnote-1-sign\" href=\"#footnote-1\" aria-label=\"Footnote 1\">[1]</a></span> and",
    );
}

#[test]
fn a_page_break_holds_no_text() {
    check(
        "one two",
        &[page_break(4)],
        "one <span class=\"page-break\" role=\"img\" aria-label=\"page 2 begins here\" title=\"page 2 begins here\" data-page=\"page 2\"></span>two",
    );
}

#[test]
fn ranges_that_do_not_fit_are_left_out() {
    check("é", &[mention(1..2), mention(0..9)], "é");
}

proptest! {
    /// The law: whatever is known about a paragraph, its words come out as they went in, in well-formed HTML.
    #[test]
    fn the_words_come_out_as_they_went_in(
        text in "[a-cé <>&\"']{0,24}",
        ranges in proptest::collection::vec((0usize..26, 0usize..26, 0usize..7), 0..8),
    ) {
        let stretches: Vec<Stretch> = ranges
            .into_iter()
            .enumerate()
            .map(|(number, (a, b, what))| {
                let range = a.min(b)..a.max(b);
                match what {
                    0 => mark(range, MarkKind::Stage),
                    1 => page_break(range.start),
                    2 => mention(range),
                    3 => Stretch { range, what: What::Term { url: "#a".to_owned(), explanation: "x\"".to_owned() } },
                    4 => mark(range, MarkKind::Emphasis),
                    5 => Stretch { range, what: What::Footnote { url: "#a".to_owned(), anchor: "b".to_owned(), label: "x<".to_owned() } },
                    _ => note(range, number),
                }
            })
            .collect();
        prop_assert_eq!(text_of(render(&text, &stretches).as_str()), Ok(text));
    }
}
