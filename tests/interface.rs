//! The words of the site: every text is asked for somewhere, every text asked for exists, and no page falls back into English.

mod support;

use memcon::config::Config;
use memcon::diagnostic::{Diagnostics, Severity};
use memcon::interface::Interface;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;
use support::Specimen;
use support::archive::{archive, built};
use walkdir::WalkDir;

/// Languages other than English that come with memcon.
const OTHERS: [&str; 3] = ["de", "fr", "ru"];

/// The texts of a language's file: name and what stands after the `=`, further lines included.
fn texts(language: &str) -> BTreeMap<String, String> {
    let path = support::root().join(format!("templates/i18n/{language}.ftl"));
    let file = fs::read_to_string(path).unwrap();
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut last = None;
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let begins = line.starts_with(|c: char| c.is_ascii_lowercase());
        match line.split_once(" = ").filter(|_| begins) {
            Some((name, value)) => {
                texts.insert(name.to_owned(), value.to_owned());
                last = Some(name.to_owned());
            }
            None => {
                let text = last.as_ref().and_then(|name| texts.get_mut(name));
                if let Some(text) = text {
                    text.push_str(line);
                }
            }
        }
    }
    texts
}

/// All files below a folder with this ending, as text.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    WalkDir::new(support::root().join(folder))
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.path().extension().is_some_and(|e| e == ending))
        .filter(|entry| {
            !entry
                .path()
                .components()
                .any(|part| part.as_os_str() == "vendor")
        })
        .map(|entry| {
            let path = entry.path().display().to_string();
            (path, fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

/// What stands between `open` and the next quotation mark, wherever `open` stands.
fn after<'a>(text: &'a str, open: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(open)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
}

/// Every text between quotation marks.
fn quoted(text: &str) -> BTreeSet<&str> {
    text.split('"').collect()
}

#[test]
fn every_text_is_asked_for_and_every_text_asked_for_exists() {
    let english = texts("en");
    let mut used: BTreeSet<String> = BTreeSet::from(["number-separator".to_owned()]);
    let mut missing = Vec::new();
    let mut ask = |path: &str, id: String| {
        if !english.contains_key(&id) {
            missing.push(format!("{path}: {id}"));
        }
        used.insert(id);
    };
    for (path, text) in files("templates", "html") {
        for id in after(&text, "t(id=\"").chain(after(&text, "t_html(id=\"")) {
            ask(&path, id.to_owned());
        }
    }
    for (path, text) in files("static/js", "js") {
        for id in after(&text, "say(\"") {
            ask(&path, format!("script-{id}"));
        }
        for word in quoted(&text) {
            let id = format!("script-{word}");
            if english.contains_key(&id) {
                ask(&path, id);
            }
        }
    }
    let program = files("src", "rs");
    for (path, text) in program
        .iter()
        .filter(|(path, _)| !path.ends_with("tests.rs"))
    {
        // Calls over several lines read like those on one.
        let text: String = text.lines().map(str::trim).collect();
        for open in [
            "say.text(\"",
            "interface.text(\"",
            "say.say(\"",
            "interface.say(\"",
        ] {
            for id in after(&text, open) {
                ask(path, id.to_owned());
            }
        }
        for word in quoted(&text) {
            if english.contains_key(word) {
                ask(path, word.to_owned());
            }
        }
    }
    for (name, text) in &english {
        for other in english.keys().filter(|other| *other != name) {
            if text.contains(&format!("{{ {other} }}")) {
                ask("en.ftl", other.clone());
            }
        }
    }
    assert!(missing.is_empty(), "asked for and missing: {missing:#?}");
    let unused: Vec<&String> = english.keys().filter(|id| !used.contains(*id)).collect();
    assert!(unused.is_empty(), "never asked for: {unused:#?}");
}

#[test]
fn templates_give_each_text_the_values_it_asks_for() {
    let mut diagnostics = Diagnostics::new();
    let interface = Interface::new(&Config::default(), &BTreeMap::new(), &mut diagnostics);
    let english = texts("en");
    let mut n_calls = 0;
    for (path, text) in files("templates", "html") {
        for call in text.split("(id=\"").skip(1) {
            let (id, rest) = call.split_once('"').unwrap();
            let values = rest.split_once(')').unwrap().0;
            let given: BTreeSet<&str> = values
                .split(',')
                .filter_map(|value| value.split_once('=').map(|(name, _)| name.trim()))
                .filter(|name| !english[id].contains(&format!("<{name}>")))
                .collect();
            let wanted: BTreeSet<&str> = interface.wants(id).iter().map(String::as_str).collect();
            assert_eq!(given, wanted, "{path}: {id}");
            n_calls += 1;
        }
    }
    assert!(n_calls > 100, "{n_calls}");
}

/// Texts that say the same in English and in another language.
fn alike(language: &str) -> BTreeSet<&'static str> {
    let everywhere = [
        "download-bibtex",
        "download-csl",
        "download-json",
        "download-ris",
        "download-akn",
        "download-json",
        "download-tei",
        "download-vtt",
        "speaker-g2",
        "table-csv",
    ];
    let own: &[&str] = match language {
        "de" => &["downloads", "page-essay", "script-asked-documents"],
        "fr" => &[
            "documents-n",
            "fact-classification",
            "fact-copies",
            "fact-date",
            "head-document",
            "head-documents",
            "kicker-plain",
            "nature-notes",
            "nav-documents",
            "search-as-lines",
            "search-date",
            "search-document",
            "search-help-beginning-example",
            "speaker-mention-n",
            "tested-documentation",
        ],
        _ => &[],
    };
    everywhere.iter().chain(own).copied().collect()
}

/// Whether a text has words of its own, and not only places for others.
fn has_words(text: &str) -> bool {
    text.split('{')
        .filter_map(|part| part.rsplit('}').next())
        .any(|outside| outside.contains(char::is_alphabetic))
}

#[test]
fn what_another_language_says_in_english_is_known() {
    let english = texts("en");
    for language in OTHERS {
        let own = texts(language);
        let same = own
            .iter()
            .filter(|(id, text)| english[*id] == **text && has_words(text));
        let same: BTreeSet<&str> = same.map(|(id, _)| id.as_str()).collect();
        assert_eq!(same, alike(language), "{language}");
    }
}

#[test]
fn a_text_has_the_same_marks_in_every_language() {
    let marks = |text: &str| -> Vec<String> {
        let mut marks: Vec<String> = text
            .split('<')
            .skip(1)
            .filter_map(|rest| rest.split_once('>').map(|(mark, _)| mark.to_owned()))
            .collect();
        marks.sort();
        marks
    };
    let english = texts("en");
    for language in OTHERS {
        for (id, text) in texts(language) {
            assert_eq!(marks(&text), marks(&english[&id]), "{language}: {id}");
        }
    }
}

/// The founding archive with its pages in the languages of [`OTHERS`].
fn translated() -> &'static [Specimen] {
    static ALL: OnceLock<Vec<Specimen>> = OnceLock::new();
    ALL.get_or_init(|| {
        OTHERS
            .iter()
            .map(|language| {
                let mut sources = support::load(support::root());
                let config = sources.config.as_mut().unwrap();
                let line = format!("language = \"{language}\"");
                config.text = config.text.replace("language = \"en\"", &line);
                let specimen = support::specimen(support::root(), sources);
                assert_eq!(specimen.site.interface.tag(), *language);
                specimen
            })
            .collect()
    })
}

/// A page without what is the archive's own: citations, which have one form for everybody.
fn without_citations(page: &str) -> String {
    let mut parts = page.split("<p class=\"citation\"");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |all, part| all + part.split_once("</p>").unwrap().1)
}

#[test]
fn no_page_in_another_language_says_something_in_english() {
    let english = texts("en");
    for specimen in translated() {
        let language = specimen.site.interface.tag();
        let own = texts(language);
        // Whole sentences and phrases; single words may be the archive's.
        let sentences: Vec<&String> = english
            .iter()
            .filter(|(id, text)| own[*id] != **text)
            .map(|(_, text)| text)
            .filter(|text| !text.contains(['{', '<']) && text.contains(' ') && text.len() > 11)
            .collect();
        assert!(sentences.len() > 100, "{}", sentences.len());
        let site = &specimen.site;
        let of_the_archive: BTreeSet<String> = (0..site.pages.len())
            .map(|index| format!("{}.html", site.page_name(index)))
            .collect();
        for (path, page) in specimen.texts("html").chain(specimen.texts("js")) {
            if of_the_archive.contains(path) {
                continue;
            }
            let page = without_citations(page);
            for sentence in &sentences {
                let label = format!("\"{sentence}\"");
                let text = format!(">{sentence}<");
                let is_whole = sentence.ends_with(['.', '?', ':']) || sentence.len() > 40;
                let found = page.contains(&label)
                    || page.contains(&text)
                    || is_whole && page.contains(sentence.as_str());
                assert!(!found, "{language}: {path}: {sentence}");
            }
        }
    }
}

#[test]
fn pages_say_dates_and_numbers_as_their_language_does() {
    let home = |language: &str| {
        let specimens = translated().iter();
        let mut found = specimens.filter(|s| s.site.interface.tag() == language);
        let page = &found.next().unwrap().files["index.html"];
        String::from_utf8(page.clone()).unwrap()
    };
    for (language, words) in [
        (
            "de",
            ["29. Oktober 1990", "9.751 gesprochene Wörter", "53\u{a0}%"],
        ),
        (
            "fr",
            [
                "29 octobre 1990",
                "9\u{202f}751 mots prononcés",
                "53\u{202f}%",
            ],
        ),
        (
            "ru",
            [
                "29 октября 1990\u{a0}г.",
                "9\u{a0}751 произнесённое слово",
                "53\u{a0}%",
            ],
        ),
    ] {
        let page = home(language);
        assert!(page.contains(&format!("<html lang=\"{language}\"")));
        for words in words {
            assert!(page.contains(words), "{language}: {words}");
        }
    }
}

#[test]
fn words_of_another_language_say_so_wherever_they_stand() {
    let text = "רות: שלום לכולם.\n\nדוד: שלום, רות.\n\nרות: נתחיל.\n\nדוד: כן.\n";
    let record =
        "title = \"שיחה\"\ndate = \"1990-01-01\"\nlanguage = \"he\"\nplace = \"ירושלים\"\n";
    let folder = archive(&[
        ("site.toml", "language = \"fr\"\n"),
        ("content/documents/1990-01-01-talk.txt", text),
        ("content/documents/1990-01-01-talk.toml", record),
    ]);
    let specimen = built(folder.path());
    let page = |path: &str| specimen.page(path);
    let document = page("documents/1990-01-01-talk.html");
    assert!(document.contains("<html lang=\"fr\">"));
    assert!(document.contains("<h1 lang=\"he\" dir=\"auto\">שיחה</h1>"));
    assert!(
        document.contains(" data-words lang=\"he\" dir=\"rtl\">שלום לכולם."),
        "{document}"
    );
    assert!(document.contains("<p class=\"turn-label\"><b lang=\"he\" dir=\"auto\">"));
    assert!(document.contains("<p class=\"citation\" lang=\"en\">"));
    for (path, words) in [
        ("index.html", "<h3 lang=\"he\" dir=\"auto\">"),
        (
            "documents/1990-01-01-talk.html",
            "lang=\"he\" dir=\"auto\">רות</a></th>",
        ),
        (
            "documents/1990-01-01-talk.html",
            "<td lang=\"he\" dir=\"auto\">רות</td>",
        ),
        (
            "documents/1990-01-01-talk.html",
            "<bdi lang=\"he\">רות</bdi>",
        ),
        (
            "documents/1990-01-01-talk.html",
            "<time dir=\"ltr\" datetime=\"1990-01-01\">",
        ),
        ("data.html", " lang=\"he\" dir=\"auto\">שיחה</a>"),
        (
            "index.html",
            "<span lang=\"he\" dir=\"auto\">ירושלים</span>",
        ),
        ("timeline.html", "<h3 lang=\"he\" dir=\"auto\">"),
        ("search.html", " lang=\"he\" dir=\"auto\">שיחה</a>"),
        (
            "documents/1990-01-01-talk.source.html",
            "class=\"source-lines\" lang=\"he\" dir=\"rtl\">",
        ),
    ] {
        assert!(page(path).contains(words), "{path}: {words}");
    }
}

#[test]
fn an_unknown_language_stops_the_build_where_site_toml_names_it() {
    let mut sources = support::load(support::root());
    let config = sources.config.as_mut().unwrap();
    config.text = "title = \"T\"\nlanguage = \"nl\"\n".to_owned();
    let mut diagnostics = Diagnostics::new();
    memcon::compile(&sources, &mut diagnostics);
    let found = diagnostics.sorted();
    let error = found
        .iter()
        .find(|one| one.severity == Severity::Error)
        .unwrap();
    assert_eq!(
        (
            error.place.file.as_str(),
            error.place.line,
            error.place.column
        ),
        ("site.toml", 2, 12)
    );
    assert!(error.message.contains("de, en, fr, ru"), "{error:?}");
    assert!(Path::new(&error.place.file).is_relative());
}
