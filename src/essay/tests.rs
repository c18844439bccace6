use super::*;
use crate::diagnostic::Code;

fn page(text: &str) -> (Essay, Vec<(Code, usize, usize)>) {
    let file = TextFile {
        path: "content/pages/a.md".to_owned(),
        text: text.to_owned(),
    };
    let mut diagnostics = Diagnostics::new();
    let essay = read(&file, &mut diagnostics);
    let found = diagnostics.sorted();
    let found = found.iter().map(|d| (d.code, d.place.line, d.place.column));
    (essay.clone(), found.collect())
}

fn asked(text: &str) -> Vec<String> {
    let (essay, found) = page(text);
    assert_eq!(found, [], "{text}");
    let mut out = Vec::new();
    for one in essay.asked {
        assert_eq!(&text[one.span.range()], one.words);
        out.push(one.words);
    }
    out
}

/// The page as HTML, with `[1]` for the second quotation.
fn html(text: &str) -> String {
    let (essay, _) = page(text);
    let events = essay.parts().into_iter().map(|part| match part {
        Part::Event(event) => event,
        Part::Quotation(index) => Event::Html(format!("[{index}]").into()),
    });
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events);
    html.replace('\n', "")
}

#[test]
fn a_turn_is_asked_for_on_a_line_of_its_own() {
    assert_eq!(asked("a\n\n{{turn x#t1}}\n\nb\n"), ["x#t1"]);
    assert_eq!(asked("a\n{{ turn x#t1 }}\nb\n"), ["x#t1"]);
    assert_eq!(
        asked("{{turn x#t1}}\n{{turn y#t2-t3}}"),
        ["x#t1", "y#t2-t3"]
    );
    assert_eq!(asked("- {{turn x#t1}}\n- b\n"), ["x#t1"]);
    assert_eq!(asked("> {{turns x#t1, #t4}}\n"), ["x#t1", "#t4"]);
    assert_eq!(
        asked("é\n\n{{turn x#t1}} {{turn y#t2}}\n"),
        ["x#t1", "y#t2"]
    );
}

#[test]
fn the_paragraph_around_it_ends_before_and_goes_on_after() {
    assert_eq!(html("a\n{{turn x#t1}}\nb\n"), "<p>a</p>[0]<p>b</p>");
    assert_eq!(html("{{turn x#t1}}\n"), "[0]");
    assert_eq!(html("{{turn x#t1}}\n{{turn x#t2}}\nb"), "[0][1]<p>b</p>");
    assert_eq!(
        html("- a\n  {{turn x#t1}}\n  b\n"),
        "<ul><li>a[0]b</li></ul>"
    );
    assert_eq!(html("> {{turn x#t1}}\n"), "<blockquote>[0]</blockquote>");
}

#[test]
fn in_code_and_comments_nothing_is_asked_for() {
    for text in [
        "`{{turn x#t1}}`\n",
        "    {{turn x#t1}}\n",
        "```\n{{turn x#t1}}\n```\n",
        "<!-- {{turn x#t1}} -->\n",
        "<!--\n{{turn x#t1}}\n-->\n",
        "{{turning}} {{ other }} {{turnip x#t1}}\n",
    ] {
        assert_eq!(asked(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn what_cannot_be_quoted_is_reported_where_it_stands() {
    for (text, line, column) in [
        ("a\n\nsee {{turn x#t1}} here\n", 3, 1),
        ("# {{turn x#t1}}\n", 1, 3),
        ("**{{turn x#t1}}**\n", 1, 3),
        ("| a |\n|---|\n| {{turn x#t1}} |\n", 3, 3),
        ("a\n\n{{turn x#t1\n", 3, 1),
        ("{{turn}}\n", 1, 1),
        ("<div>\n{{turn x#t1}}\n</div>\n", 2, 1),
    ] {
        assert_eq!(page(text).1, [(Code::BadQuotation, line, column)], "{text}");
    }
}

#[test]
fn the_head_of_a_page_says_what_it_is() {
    let (essay, found) = page(
        "---\ntitle: \"A: \\\"b\\\"\"\n# a remark\ndescription: >\n  one\n  two\norder: 3\nin-menu: yes\n\
         menu_title: 'C''s'\nlanguage: fr\nkind: lesson\n---\n\n# D\n\n{{turn x#t1}}\n",
    );
    assert_eq!(found, []);
    assert_eq!(essay.title.as_deref(), Some("A: \"b\""));
    assert_eq!(essay.description.as_deref(), Some("one two"));
    assert_eq!((essay.order, essay.in_menu), (Some(3), Some(true)));
    assert_eq!(essay.menu_title.as_deref(), Some("C's"));
    assert_eq!(essay.language.as_deref(), Some("fr"));
    assert_eq!(essay.kind, Kind::Lesson);
    assert_eq!(essay.place(&essay.asked[0]).line, 16);
    assert!(essay.parts().len() > 1);
}

#[test]
fn without_a_head_the_first_heading_is_the_title_and_a_rule_stays_a_rule() {
    let (essay, found) = page("---\nSome words.\n\n---\n\n# *A* `b`\n");
    assert_eq!(found, []);
    assert_eq!(essay.title.as_deref(), Some("A b"));
    assert!(matches!(essay.parts()[0], Part::Event(Event::Rule)));
    assert_eq!(page("```\n# a\n```\n").0.title, None);
}

#[test]
fn mistakes_in_the_head_are_reported_where_they_stand() {
    for (line, expected) in [
        ("titel: x", (Code::UnknownKey, 3, 1)),
        ("order: first", (Code::BadValue, 3, 8)),
        ("in_menu: maybe", (Code::BadValue, 3, 10)),
        ("language: french (France)", (Code::BadValue, 3, 11)),
        ("kind: poem", (Code::BadValue, 3, 7)),
        ("words without a key", (Code::BadValue, 3, 1)),
    ] {
        let (_, found) = page(&format!("---\ntitle: A\n{line}\n---\n\nb\n"));
        assert_eq!(found, [expected], "{line}");
    }
}
