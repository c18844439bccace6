//! The laws of `support::oracle`, held over random inputs made of pieces of each format. The same inputs at every run: the seeds are
//! stated. `fuzz/` holds the same laws over inputs without end.

mod support;

use memcon::output::Files;
use memcon::pages::Theme;
use memcon::site::{ExportFile, Route, Site};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::sync::OnceLock;
use support::alive::alive;
use support::oracle::{
    self, answers, asked, comes_back, keeps_addresses, takes_what_editors_write,
};

fn config(cases: u32, seed: u64) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed),
        ..ProptestConfig::default()
    }
}

/// Pieces of a format, with words and single characters between them.
fn made_of(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(pieces).prop_map(str::to_owned),
        3 => "[A-Z]?[a-z]{1,9}[ .,:;?!\n]",
        1 => "\\PC{0,6}",
        1 => any::<char>().prop_map(|c| c.to_string()),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

const TEXT: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "  ",
    "\u{a0}",
    "\u{c}",
    "Mr. SMITH: ",
    "M.S. Gorbachev. ",
    "Berg: “",
    "”",
    "Q. ",
    "A. ",
    "[",
    "]",
    "(Laughter.)",
    "[…]",
    "[Three pages omitted.]",
    "**Ann:** ",
    "## ",
    "Page 3\n",
    "THE PRESIDENT: ",
    "29 October 1990",
    "日本語：",
    "<script>x</script>",
    "\"><img onerror=x>",
    "&amp;",
    "{{ 7 }}",
    "\u{202e}",
];
const CAPTIONS: &[&str] = &[
    "WEBVTT\n\n",
    "\n\n",
    "\n",
    "00:01.000 --> 00:02.000\n",
    "00:00:03,000 --> 00:00:04,500\n",
    "1\n",
    "<v Ann>",
    "<v.loud Ben>",
    "</v>",
    "<i>",
    "</i>",
    "<c.red>",
    "<00:01.500>",
    "&lt;",
    "- ",
    "ANN: ",
    "[MUSIC]",
    "♪ la ♪",
    "NOTE x\n",
    "STYLE\n",
    "X-TIMESTAMP-MAP=x\n",
];
const TABLE: &[&str] = &[
    "speaker,text\n",
    "Ann,",
    "Ben,",
    "\n",
    ",",
    "\"",
    "\"\"",
    ";",
    "\t",
    "00:01,",
    "=1",
    "Ann,\"Yes, so.\"\n",
    "Ben,No.\n",
];
const JSON: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"segments\":",
    "\"speaker\":\"Ann\"",
    "\"text\":\"Yes.\"",
    "\"start\":1.5",
    "\\u0041",
    "\\ud800",
    "null",
    "{\"segments\":[{\"speaker\":\"Ann\",\"text\":\"Yes.\"},{\"speaker\":\"Ben\",\"text\":\"No.\"}]}",
];
const XML: &[&str] = &[
    "<TEI>",
    "<text><body>",
    "<u who=\"#a\">",
    "</u>",
    "<sp><speaker>Ann</speaker><p>",
    "</p></sp>",
    "<note>",
    "</note>",
    "<gap reason=\"x\"/>",
    "<pb n=\"2\"/>",
    "<div>",
    "</div>",
    "<akomaNtoso>",
    "<speech by=\"#a\">",
    "<from>Ann</from>",
    "<p>",
    "</p>",
    "</speech>",
    "&amp;",
    "&x;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<!DOCTYPE x>",
    "<incident><desc>Laughter</desc></incident>",
    "<seg>",
    "</seg>",
    "</body></text></TEI>",
    "xml:id=\"t1\"",
    "<persName>",
    "<choice><sic>a</sic><corr>b</corr></choice>",
];
const HTML: &[&str] = &[
    "<!doctype html>",
    "<p>",
    "</p>",
    "<b>Ann:</b> ",
    "<h1>",
    "</h1>",
    "<br>",
    "<table><tr><td>",
    "</td>",
    "<ul><li>",
    "<nav>",
    "</nav>",
    "<script>",
    "</script>",
    "<style>",
    "&nbsp;",
    "&#0;",
    "<!--",
    "-->",
    "<title>",
    "</title>",
    "<blockquote>",
];

/// Formats by the extension of their files.
const FORMATS: &[(&str, &[&str])] = &[
    ("txt", TEXT),
    ("md", TEXT),
    ("vtt", CAPTIONS),
    ("srt", CAPTIONS),
    ("csv", TABLE),
    ("json", JSON),
    ("xml", XML),
    ("html", HTML),
];

fn file() -> impl Strategy<Value = (&'static str, String)> {
    let formats: Vec<_> = FORMATS
        .iter()
        .map(|(extension, pieces)| {
            made_of(pieces)
                .prop_map(move |text| (*extension, text))
                .boxed()
        })
        .collect();
    prop::strategy::Union::new(formats)
}

/// The page of the first document.
fn page(site: &Site) -> Vec<u8> {
    static THEME: OnceLock<Theme> = OnceLock::new();
    let theme = THEME.get_or_init(|| {
        let sources = support::load(support::root());
        let mut diagnostics = memcon::diagnostic::Diagnostics::new();
        Theme::new(&sources.templates, &site.interface, &mut diagnostics).unwrap()
    });
    let files = Files::new(site).unwrap();
    let route = Route::Document(site.documents[0].id.clone());
    files.render(site, theme, &route).unwrap()
}

proptest! {
    #![proptest_config(config(120, 1990))]

    /// Nothing is lost, spans are in order, the answer is JSON, exports come back as the same turns.
    #[test]
    fn any_file_is_read_and_its_exports_are_read_back((extension, text) in file()) {
        if let Some(site) = oracle::reads(extension, text.as_bytes()) {
            comes_back(&site);
        }
    }

    #[test]
    fn any_question_is_answered_or_told_what_is_wrong(line in made_of(&[
        "harbor", "\"let us\"", "\"", "(", ")", " AND ", " OR ", " NOT ", " near/5 ", " near/999999999999 ", "speaker:", "date:1990..1991",
        "date:", "in:turns", "kind:", "w*", "?", "*", "mentions:", "lang:en", ":", "..", "-",
    ])) {
        static ARCHIVE: OnceLock<memcon::query::Archive> = OnceLock::new();
        answers(ARCHIVE.get_or_init(asked), &line);
    }

    #[test]
    fn whatever_editors_write_nothing_is_lost(record in made_of(RECORD), people in made_of(PEOPLE)) {
        takes_what_editors_write(&record, &people, "[[term]]\nterm = \"WTO\"\nexpansion = \"x\"\n");
    }

    #[test]
    fn no_address_is_forgotten(
        turns in prop::collection::vec(("(Ann|Ben|Mr. SMITH): ", "([A-Z][a-z]{2,7} ){1,12}"), 3..10),
        edits in prop::collection::vec((0usize..6, any::<prop::sample::Index>(), "([a-z]{2,7} ){1,6}"), 0..6),
    ) {
        let written = |turns: &[(String, String)]| -> String {
            let turns = turns.iter().map(|(label, words)| [label, words.as_str(), ".\n\n"].concat());
            turns.collect()
        };
        let before = written(&turns);
        let mut after = turns.clone();
        for (what, at, words) in edits {
            if after.is_empty() {
                break;
            }
            let at = at.index(after.len());
            match what {
                0 => { after.remove(at); }
                1 => after.insert(at, ("Ann: ".to_owned(), words)),
                2 => after[at].1.push_str(&words),
                3 => after[at].1 = words,
                4 => after[at].1.push_str(&format!(".\n\n{words}")),
                _ => { let last = after.len() - 1; after.swap(at, last); }
            }
        }
        keeps_addresses(&before, &written(&after));
    }
}

proptest! {
    #![proptest_config(config(40, 1991))]

    #[test]
    fn nothing_of_any_file_is_alive_in_its_page((extension, text) in file()) {
        if let Some(site) = oracle::reads(extension, text.as_bytes()) {
            let id = site.documents[0].id.clone();
            let tei = memcon::export::render(&site, &ExportFile::DocumentTei(id));
            let files = [("page.html".to_owned(), page(&site)), ("talk.xml".to_owned(), tei)].into();
            let found = alive(&files);
            prop_assert!(found.is_empty(), "{found:?}");
        }
    }
}

const RECORD: &[&str] = &[
    "title = \"x\"\n",
    "date = \"1990\"\n",
    "labels = [\"Ms. GREEN\"]\n",
    "not_labels = [\"Mr. BROWN\"]\n",
    "[[note]]\n",
    "at = \"Let us begin\"\n",
    "at = \"Good morning\"\n",
    "occurrence = 2\n",
    "occurrence = 0\n",
    "text = \"x\"\n",
    "reason = \"x\"\n",
    "[[exclude]]\n",
    "from = \"Let\"\n",
    "to = \"it\"\n",
    "[[split]]\n",
    "[[merge]]\n",
    "[[attribution]]\n",
    "person = \"green\"\n",
    "[[withhold]]\n",
    "name = \"GREEN\"\n",
    "status = \"draft\"\n",
    "[provenance]\n",
    "nature = \"notes\"\n",
    "[[conversation]]\n",
    "id = \"a\"\n",
    "[[correction]]\n",
    "read = \"x\"\n",
    "=",
    "\"",
    "\"\"\"",
    "[",
    "]]",
    "\n",
    "#",
];
const PEOPLE: &[&str] = &[
    "[[person]]\n",
    "name = \"Ada Green\"\n",
    "id = \"green\"\n",
    "labels = [\"Ms. GREEN\"]\n",
    "names = [\"Green\"]\n",
    "[[person.role]]\n",
    "title = \"x\"\n",
    "from = \"1989\"\n",
    "[person.labels_in]\n",
    "talk = [\"Mr. BROWN\"]\n",
    "sort = \"\"\n",
    "same_as = [\"javascript:x\"]\n",
    "\"",
    "=",
    "\n",
    "[",
];
