use super::*;
use proptest::prelude::*;

fn render(text: &str, stretches: &[Stretch]) -> Html {
    static ENGLISH: std::sync::LazyLock<Interface> = std::sync::LazyLock::new(|| {
        Interface::new(
            &crate::config::Config::default(),
            &std::collections::BTreeMap::new(),
            &mut crate::diagnostic::Diagnostics::new(),
        )
    });
    super::render(&ENGLISH, text, stretches)
}

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
        number,
        anchor: format!("note-{number}"),
    };
    Stretch { range, what }
}

fn check(text: &str, stretches: &[Stretch], expected: &str) {
    assert_eq!(render(text, stretches).as_str(), expected);
    assert_eq!(
        text_of(render(text, stretches).as_str()).as_deref(),
        Ok(text)
    );
}

/// The text of well-formed HTML: without tags, note signs and corrections, entities read. `Err` tells what is not well-formed.
fn text_of(html: &str) -> Result<String, String> {
    let mut text = String::new();
    let mut open: Vec<String> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        if !open.iter().any(|name| name == "sup" || name == "ins") {
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
fn a_correction_stands_after_the_printed_words() {
    let what = What::Correction {
        read: "Rambouillet <b>".to_owned(),
        reason: Some("misread \"ll\"".to_owned()),
    };
    let correction = Stretch { range: 3..11, what };
    check(
        "in Rambouie, we",
        &[mark(3..11, MarkKind::Sic), correction],
        "in <span class=\"sic\">Rambouie</span><ins class=\"correction\" title=\"misread &quot;ll&quot;\"> [sic: read Rambouillet &lt;b&gt;]</ins>, we",
    );
}

#[test]
fn a_page_break_holds_no_text() {
    let html = render("one two", &[mark(4..4, MarkKind::PageBreak)]);
    assert!(html.as_str().contains("page-break"), "{html:?}");
    assert_eq!(text_of(html.as_str()).as_deref(), Ok("one two"));
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
                    1 => mark(range.start..range.start, MarkKind::PageBreak),
                    2 => mention(range),
                    3 => Stretch { range, what: What::Term { url: "#a".to_owned(), explanation: "x\"".to_owned() } },
                    4 => mark(range, MarkKind::Emphasis),
                    5 => Stretch { range, what: What::Correction { read: "x<".to_owned(), reason: None } },
                    _ => note(range, number),
                }
            })
            .collect();
        prop_assert_eq!(text_of(render(&text, &stretches).as_str()), Ok(text));
    }
}
